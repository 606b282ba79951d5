//! Where a person says to go: a paragraph, a section, a heading, a finding.

use super::pinyin::Query;
use crate::letter::outline::Outline;
use crate::text::characters::half_width;

/// A place to go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A byte of the body.
    Body(usize),
    /// A finding, by its index in the order of the letter.
    Finding(usize),
}

/// The place that `words` speak of in `body`, a letter with so many `findings`: a paragraph by its number, a finding by #2, a
/// section as 二（三） or 2.3, or the first heading that has the words or their pinyin.
pub fn of(body: &str, findings: usize, words: &str) -> Option<Destination> {
    let words: String = words
        .trim()
        .chars()
        .map(|it| if matches!(it, '（' | '）') { it } else { half_width(it).unwrap_or(it) })
        .collect();
    if words.is_empty() {
        return None;
    }
    if let Some(number) = words.strip_prefix('#') {
        let number: usize = number.trim().parse().ok()?;
        return (1..=findings).contains(&number).then(|| Destination::Finding(number - 1));
    }
    if let Ok(paragraph) = words.parse::<usize>() {
        let starts = std::iter::once(0).chain(body.match_indices('\n').map(|(at, _)| at + 1));
        let written = starts.filter(|&at| !body[at..].is_empty() && !body[at..].starts_with('\n'));
        return written.take(paragraph.max(1)).last().map(Destination::Body);
    }
    let outline = Outline::of(body);
    let path = words.replace('(', "（").replace(')', "）");
    let named = (0..outline.sections.len()).find(|&section| outline.path(section) == path);
    let query = Query::new(&words);
    let headed = || outline.sections.iter().position(|section| query.finds(&body[section.heading.clone()]));
    let section = named.or_else(|| counted(&outline, &words)).or_else(headed)?;
    Some(Destination::Body(outline.sections[section].range.start))
}

/// Every section of `body`: the byte it begins at, and its heading, set in as deep as it lies.
pub fn sections(body: &str) -> Vec<(usize, String)> {
    let outline = Outline::of(body);
    let section = |section: &crate::letter::outline::Section| {
        let marker = section.marker.level.marker(section.marker.ordinal);
        let words = format!("{}{marker}{}", "　".repeat(section.depth), &body[section.heading.clone()]);
        (section.range.start, words)
    };
    outline.sections.iter().map(section).collect()
}

/// The section that is counted to by level: 2.3 is the third in the second.
fn counted(outline: &Outline, words: &str) -> Option<usize> {
    let numbers = words.trim_end_matches('.').split('.').map(|number| number.parse().ok());
    let numbers: Vec<u32> = numbers.collect::<Option<_>>()?;
    let mut section = None;
    for number in numbers {
        section = Some(outline.children(section).find(|&child| outline.sections[child].marker.ordinal == number)?);
    }
    section
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_by_line_section_heading_and_finding() {
        let body = "收悉。\n\n一、清淤\n（一）河道\n（二）水库\n二、排涝\n1.泵站";
        let at = |words| match of(body, 4, words) {
            Some(Destination::Body(at)) => body[at..].chars().take(3).collect(),
            Some(Destination::Finding(index)) => format!("#{}", index + 1),
            None => String::new(),
        };
        for (words, first) in [
            ("2", "一、清"),
            ("３", "（一）"),
            ("99", "1.泵"),
            ("一（一）", "（一）"),
            ("一(二)", "（二）"),
            ("1.2", "（二）"),
            ("2.1", "1.泵"),
            ("２．１", "1.泵"),
            ("二", "二、排"),
            ("pl", "二、排"),
            ("河道", "（一）"),
            ("#2", "#2"),
            ("＃4", "#4"),
            ("#5", ""),
            ("1.9", ""),
            ("没有", ""),
            ("", ""),
        ] {
            assert_eq!(at(words), first, "{words}");
        }
    }
}
