//! Where a request is answered: the sections that a person names, as 二（一） or 二、三.

use super::outline::Outline;
use crate::text::numeral;
use std::ops::Range;

/// One of the places that a person names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its words, in bytes of what was written.
    pub words: Range<usize>,
    /// The section it means, an index into the outline; `None` where the letter has none.
    pub section: Option<usize>,
}

/// The places that `written` names by their numbers: 一（二）, 第三部分, 二、三, 二（一）、（三）, half-width brackets too. None where
/// it is empty or says it in other words, as 开头一段.
pub fn places(outline: &Outline, written: &str) -> Vec<Place> {
    let find = |path: &str| (0..outline.sections.len()).find(|&section| outline.path(section) == path);
    let whole = plain(written);
    if whole.is_empty() || !is_path(&whole) {
        return Vec::new();
    }
    let at = written.len() - written.trim_start().len();
    let all = Place { words: at..at + written.trim().len(), section: find(&whole) };
    if all.section.is_some() {
        return vec![all];
    }
    let mut places = Vec::new();
    let mut above = String::new();
    for words in parts(written) {
        let path = plain(&written[words.clone()]);
        // （三） after 二（一） is of the same section.
        let path = if path.starts_with('（') { format!("{above}{path}") } else { path };
        path[..path.find('（').unwrap_or(path.len())].clone_into(&mut above);
        places.push(Place { words, section: find(&path) });
    }
    if places.len() > 1 { places } else { vec![all] }
}

/// The stretches of `written` between 、 and other marks of a list.
fn parts(written: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut from = 0;
    let ends = written.match_indices(['、', '，', ',', '；', ';', '和', '及', '\n']).map(|(at, mark)| (at, mark.len()));
    for (at, length) in ends.chain([(written.len(), 0)]) {
        let part = &written[from..at];
        let start = from + part.len() - part.trim_start().len();
        if !part.trim().is_empty() {
            parts.push(start..start + part.trim().len());
        }
        from = at + length;
    }
    parts
}

/// A path as [`Outline::path`] writes it.
fn plain(written: &str) -> String {
    let bare = written.replace("部分", "").replace('(', "（").replace(')', "）");
    bare.chars().filter(|it| !it.is_whitespace() && !matches!(it, '第' | '、' | '.')).collect()
}

fn is_path(path: &str) -> bool {
    let is_mark = |it: char| matches!(it, '（' | '）' | '，' | ',' | '；' | ';' | '和' | '及');
    path.chars().all(|it| numeral::is_numeral(it) || it.is_ascii_digit() || is_mark(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_named_as_people_name_them() {
        let outline = Outline::of("一、甲\n（一）乙。\n（二）丙。\n二、丁\n（一）戊。\n三、己");
        let found = |written: &str| -> Vec<Option<String>> {
            places(&outline, written).into_iter().map(|it| it.section.map(|section| outline.path(section))).collect()
        };
        for (written, expected) in [
            ("一（二）", &["一（二）"][..]),
            ("一(二)", &["一（二）"]),
            ("一、（二）", &["一（二）"]),
            ("第三部分", &["三"]),
            ("二、", &["二"]),
            ("二、三", &["二", "三"]),
            ("一（一）、（二）", &["一（一）", "一（二）"]),
            ("一（一）和二（一）", &["一（一）", "二（一）"]),
        ] {
            assert_eq!(
                found(written),
                expected.iter().map(|it| Some((*it).to_owned())).collect::<Vec<_>>(),
                "{written}"
            );
        }
        assert_eq!(found("二、四"), [Some("二".to_owned()), None]);
        assert_eq!(found("四"), [None]);
        assert!(found("开头一段").is_empty() && found("").is_empty());
        let written = "二、（一）、 三";
        let words: Vec<_> = places(&outline, written).into_iter().map(|it| &written[it.words]).collect();
        assert_eq!(words, ["二", "（一）", "三"]);
    }
}
