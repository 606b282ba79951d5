//! Where a letter is signed: the organ's name and the date.

use super::label::value_after;
use super::source::{Line, Source};
use super::{element, furniture, organ};
use crate::letter::{date, outline::Marker};
use crate::text::characters::{ends_sentence, is_blank};
use crate::text::numeral;
use std::ops::Range;

/// The lines that sign a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ending {
    /// The lines, as indexes; empty where nothing signs it, and then the place where the tail begins.
    pub lines: Range<usize>,
    /// The line of the date and where on it.
    pub date: Option<(usize, Range<usize>)>,
    /// The lines of the organ's name and where on each.
    pub signature: Vec<(usize, Range<usize>)>,
}

/// Finds the signing among the lines of the text and the tail.
pub(super) fn find(source: &Source, lines: &[Line]) -> Ending {
    let dated = (0..lines.len()).filter_map(|index| Some((index, dated(source, lines, index)?)));
    // Dates that have prose after them stand in the text, or on what is quoted there.
    let prose_after = |index: usize| {
        lines[index + 1..]
            .iter()
            .map(|line| source.line(line))
            .take_while(|text| !furniture::is_feedback_form(text) && !super::attachments::is_heading(text))
            .filter(|text| text.chars().count() > 30 && text.ends_with(ends_sentence) && element::of(text).is_none())
            .count()
    };
    let candidates: Vec<(usize, Dated)> = dated.collect();
    let chosen = candidates.iter().find(|(index, _)| prose_after(*index) <= 1);
    match chosen {
        Some((index, dated)) => with_date(source, lines, *index, dated),
        None => without_date(source, lines),
    }
}

/// A line with nothing but a date, or an organ and a date.
#[derive(Clone, Debug)]
struct Dated {
    date: Range<usize>,
    organ: Option<Range<usize>>,
}

fn dated(source: &Source, lines: &[Line], index: usize) -> Option<Dated> {
    let text = source.line(&lines[index]);
    if text.chars().count() > 60 {
        return None;
    }
    let label = value_after(text, &["成文日期", "日期", "落款日期"]).unwrap_or(0);
    let date = date_range(text, label)?;
    let before = text[label..date.start].trim_matches(|mark| is_blank(mark) || matches!(mark, '（' | '('));
    let after = text[date.end..].trim_matches(|mark| is_blank(mark) || matches!(mark, '）' | ')' | '。'));
    if !(after.is_empty() || matches!(after, "盖章" | "公章")) {
        return None;
    }
    if before.is_empty() {
        // A sentence may break right before a date and after it.
        let cut = index > 0 && label == 0 && {
            let above = source.line(&lines[index - 1]);
            above.chars().count() > 20
                && !above.ends_with(|mark| ends_sentence(mark) || matches!(mark, '）' | ')' | '”'))
                && !organ::are_names(above)
                && element::of(above).is_none()
        };
        return (!cut).then_some(Dated { date, organ: None });
    }
    let start = label + text[label..].find(before)?;
    let name = strip_seal(before);
    organ::are_names(name).then(|| Dated { date, organ: Some(start..start + name.len()) })
}

/// Where a date stands, whole or with its day left blank.
fn date_range(text: &str, from: usize) -> Option<Range<usize>> {
    let shift = |range: Range<usize>| range.start + from..range.end + from;
    let rest = &text[from..];
    if let Some(found) = date::find(rest) {
        // 二Ｏ二六年: a letter O stands for 〇 more often than one would think.
        let start = rest[..found.start].trim_end_matches(|sign| of_zero(sign) || numeral::is_numeral(sign)).len();
        return Some(shift(start..found.end));
    }
    let bare = rest.trim_matches(is_blank);
    let start = rest.len() - rest.trim_start_matches(is_blank).len();
    if date::read(bare).is_some() {
        return Some(shift(start..start + bare.len()));
    }
    let of_date = |character: char| {
        is_blank(character)
            || character.is_ascii_digit()
            || numeral::is_numeral(character)
            || of_zero(character)
            || matches!(character, '年' | '月' | '日' | '号' | '０'..='９' | '×' | 'X' | '_')
    };
    (bare.chars().all(of_date) && bare.contains('年') && bare.contains('月') && bare.chars().count() <= 20)
        .then(|| shift(start..start + bare.len()))
}

/// Letters that look like 〇 or 0.
fn of_zero(character: char) -> bool {
    matches!(character, 'O' | 'Ｏ' | 'o' | 'ｏ' | 'Ο' | 'О' | '０' | '0' | '◯' | '⚪')
}

fn with_date(source: &Source, lines: &[Line], index: usize, dated: &Dated) -> Ending {
    let date = Some((index, dated.date.clone()));
    if let Some(organ) = &dated.organ {
        let mut ending = Ending { lines: index..index + 1, date, signature: vec![(index, organ.clone())] };
        above(source, lines, &mut ending);
        return ending;
    }
    let mut ending = Ending { lines: index..index + 1, date, signature: Vec::new() };
    above(source, lines, &mut ending);
    if ending.signature.is_empty() {
        beyond_elements(source, lines, &mut ending);
    }
    if ending.signature.is_empty()
        && let Some(next) = lines.get(index + 1)
        && organ::are_names(strip_seal(source.line(next)))
    {
        ending.signature.push((index + 1, place_of(source.line(next))));
        ending.lines.end = index + 2;
    }
    ending
}

/// Adds the organs named on the lines above, with seal notes between them.
fn above(source: &Source, lines: &[Line], ending: &mut Ending) {
    let mut start = ending.lines.start;
    while start > 1 {
        let text = source.line(&lines[start - 1]);
        let name = strip_seal(text);
        if furniture::reason(text).is_some_and(|reason| reason == super::report::Reason::SealNote) {
            start -= 1;
            continue;
        }
        let first = ending.signature.is_empty();
        // Right above the date anything short that is no sentence signs the letter, as a name that no list of endings foresees.
        let short = text.chars().filter(|&character| !is_blank(character)).count() <= 24
            && !text.contains(['。', '，', '：', ':', '；', '、', '！', '《', '!', ',', '?', '？', '.'])
            && !["感谢", "专此", "特此", "此复", "敬礼", "此致"].iter().any(|word| text.starts_with(word))
            && Marker::at_start(text).is_none()
            && element::of(text).is_none()
            && start >= 2
            && closes(source.line(&lines[start - 2]));
        if organ::are_names(name) || first && short {
            start -= 1;
            ending.signature.insert(0, (start, place_of(text)));
            ending.lines.start = start;
        } else {
            break;
        }
    }
}

/// Looks for the organ above contacts and other elements that stand between it and the date. Those lines stay where they are.
fn beyond_elements(source: &Source, lines: &[Line], ending: &mut Ending) {
    let text = |index: usize| source.line(&lines[index]);
    let passed = |&index: &usize| element::of(text(index)).is_some() && !organ::are_names(strip_seal(text(index)));
    let Some(index) = (1..ending.lines.start).rev().take(8).find(|index| !passed(index)) else { return };
    let start = value_after(text(index), &SIGNERS).unwrap_or(0);
    let place = place_of(&text(index)[start..]);
    if organ::are_names(&text(index)[start + place.start..start + place.end]) {
        ending.signature.push((index, start + place.start..start + place.end));
    }
}

/// What may label the organ that signs.
const SIGNERS: [&str; 7] =
    ["单位（盖章）", "单位(盖章)", "承办单位（盖章）", "承办单位(盖章)", "单位盖章", "盖章单位", "答复单位"];

/// Whether a line may be the last before the signing.
fn closes(text: &str) -> bool {
    text.ends_with(|mark| ends_sentence(mark) || matches!(mark, '）' | ')' | '”'))
        || element::of(text).is_some()
        || text.chars().count() <= 8
}

/// Where the name stands on a line that names an organ, without the seal note around or after it.
fn place_of(text: &str) -> Range<usize> {
    let name = strip_seal(text);
    let start = text.find(name).unwrap_or(0);
    start..start + name.len()
}

/// A letter without a date: the last line that names an organ and has only the tail's elements after it.
fn without_date(source: &Source, lines: &[Line]) -> Ending {
    // Everything may have been left out before: page numbers alone leave no line.
    if lines.is_empty() {
        return Ending::default();
    }
    let mut tail = lines.len();
    let of_tail = |text: &str| element::of(text).is_some() || text.starts_with(super::paragraphs::cannot_begin);
    while tail > 1 && of_tail(source.line(&lines[tail - 1])) {
        tail -= 1;
    }
    let name = tail.checked_sub(1).and_then(|above| lines.get(above)).map_or("", |line| strip_seal(source.line(line)));
    if tail > 1 && organ::are_names(name) {
        let mut ending = Ending {
            lines: tail - 1..tail,
            date: None,
            signature: vec![(tail - 1, place_of(source.line(&lines[tail - 1])))],
        };
        above(source, lines, &mut ending);
        return ending;
    }
    Ending { lines: tail..tail, ..Ending::default() }
}

/// A name without （盖章） after it.
fn strip_seal(text: &str) -> &str {
    let bare = text.trim_end_matches(is_blank);
    if let Some(inner) = bare.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')'])) {
        return ["盖章", "公章", "章"].iter().find_map(|note| inner.strip_suffix(note)).unwrap_or(bare);
    }
    ["（盖章）", "(盖章)", "（公章）", "（印章）", "（章）", "（代章）"]
        .iter()
        .find_map(|note| bare.strip_suffix(note))
        .unwrap_or(bare)
        .trim_end_matches(is_blank)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed(text: &str) -> (Option<String>, Vec<String>) {
        let source = Source::read(text);
        let found = find(&source, &source.lines);
        let at = |index: usize, range: Range<usize>| source.line(&source.lines[index])[range].to_owned();
        (
            found.date.map(|(index, range)| at(index, range)),
            found.signature.into_iter().map(|(index, range)| at(index, range)).collect(),
        )
    }

    #[test]
    fn organ_and_date_in_every_arrangement() {
        for (text, date, organs) in [
            ("已办结。\n临江市水务局\n2026年6月12日", Some("2026年6月12日"), vec!["临江市水务局"]),
            ("已办结。\n临江市水务局（盖章）\n2026年06月12日", Some("2026年06月12日"), vec!["临江市水务局"]),
            ("已办结。\n临江市水务局　2026年6月12日\n抄送：甲、乙。", Some("2026年6月12日"), vec!["临江市水务局"]),
            ("已办结。\n二〇二六年六月十二日", Some("二〇二六年六月十二日"), vec![]),
            (
                "已办结。\n临江市水务局\n临江市财政局\n2026 年 6 月 12 日",
                Some("2026 年 6 月 12 日"),
                vec!["临江市水务局", "临江市财政局"],
            ),
            ("已办结。\n临江市水务局\n二Ｏ二六年六月十二日", Some("二Ｏ二六年六月十二日"), vec!["临江市水务局"]),
            ("已办结。\n2026.6.12\n临江市水务局", Some("2026.6.12"), vec!["临江市水务局"]),
            ("已办结。\n2026年6月12日\n（临江市水务局盖章）", Some("2026年6月12日"), vec!["临江市水务局"]),
            ("已办结。\n临江市水务局\n公开方式：主动公开", None, vec!["临江市水务局"]),
            ("已办结。\n临江市水务局\n2026年　月　日", Some("2026年　月　日"), vec!["临江市水务局"]),
            ("已办结。\n公开方式：主动公开", None, vec![]),
        ] {
            assert_eq!(
                signed(text),
                (date.map(str::to_owned), organs.into_iter().map(str::to_owned).collect()),
                "{text}"
            );
        }
    }

    #[test]
    fn a_date_in_the_text_signs_nothing() {
        let text = "该项目的验收会议经多次协调后最终确定于以下日期召开，会期一天，地点在\n2026年5月8日\n上午。会后各单位按照职责分工认真落实了整改意见并报送结果。\n再次感谢您对我市水务工作的关心和支持，欢迎继续监督。\n临江市水务局\n2026年6月12日";
        assert_eq!(signed(text).0.as_deref(), Some("2026年6月12日"));
    }
}
