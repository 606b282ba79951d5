//! Moving, deepening, inserting and deleting sections, with every number of the letter following.
//!
//! The text of the paragraphs is kept to the letter; only their numbers change. What the text itself says of numbers
//! (如前述第二点) is left as it is, and reported.

mod mentions;

use std::ops::Range;

use mentions::{by_name, mentions, moved, speaks_of};

use super::closing;
use super::outline::{Level, Marker, Outline};
use crate::text::edit::Edit;
use crate::text::numeral;

/// What is to be done with a section and all inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rearrangement {
    /// Puts it before the section of its rank before it.
    Up,
    /// Puts it behind the next section of its rank.
    Down,
    /// Raises it by one level, as from （一） to 一、.
    Raise,
    /// Lowers it by one level.
    Lower,
    /// Begins an empty section of its rank behind it.
    Insert,
    /// Takes it away.
    Delete,
    /// Only counts everything anew.
    Renumber,
}

/// The outcome of a rearrangement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rearranged {
    /// The one edit of the body; empty where nothing is to be changed.
    pub edit: Option<Edit>,
    /// Where the section, or the new one, begins in the new body, in bytes.
    pub start: usize,
    /// Where its words begin, behind its number.
    pub words: usize,
    /// What the sections that are still there were called and are called now, where that differs: 二（一）, 三（一）.
    pub renamed: Vec<(String, String)>,
    /// Where the new body speaks, by number, of sections that had that number and have it no more, in bytes: for a person to
    /// look at.
    pub mentions: Vec<Range<usize>>,
}

/// Why a section stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no section before it to change places with.
    #[error("前面没有同级的部分")]
    First,
    /// There is no section behind it to change places with.
    #[error("后面没有同级的部分")]
    Last,
    /// It has the highest level.
    #[error("已经是最高一级")]
    Highest,
    /// It, or something in it, has the lowest level.
    #[error("已有最低一级的内容，不能再降")]
    Lowest,
    /// With its new number its first words would be read otherwise: 1. before 5万元.
    #[error("改号之后会与后面的文字连读，请先改文字")]
    Unreadable,
    /// There is no such section.
    #[error("请先选中一个部分")]
    Missing,
}

/// A line of the body and the section it opens.
#[derive(Clone, Debug)]
struct Line {
    text: String,
    opens: Option<usize>,
}

/// Does `what` with a section, an index into the outline of `body`.
///
/// # Errors
/// [`Refusal`] when it cannot be done.
pub fn rearrange(body: &str, section: usize, what: Rearrangement) -> Result<Rearranged, Refusal> {
    let outline = Outline::of(body);
    let mut lines = lines(body, &outline);
    let mut expected = outline.sections.len();
    let mut new_section = None;
    if what != Rearrangement::Renumber {
        let chosen = outline.sections.get(section).ok_or(Refusal::Missing)?;
        let own = block(body, &outline, section);
        match what {
            Rearrangement::Up | Rearrangement::Down => {
                let down = what == Rearrangement::Down;
                let other =
                    neighbour(&outline, section, down).ok_or(if down { Refusal::Last } else { Refusal::First })?;
                let other = block(body, &outline, other);
                if down { exchange(&mut lines, own, other) } else { exchange(&mut lines, other, own) }
            }
            Rearrangement::Raise | Rearrangement::Lower => {
                let raise = what == Rearrangement::Raise;
                if !raise && neighbour(&outline, section, false).is_none() {
                    return Err(Refusal::First);
                }
                change_level(&mut lines[own], &outline, raise)?;
            }
            Rearrangement::Insert => {
                let level = chosen.marker.level;
                let new = Line { text: level.marker(1), opens: Some(expected) };
                let blank =
                    stand_apart(&lines, body, &outline, section).then(|| Line { text: String::new(), opens: None });
                lines.splice(own.end..own.end, blank.into_iter().chain([new]));
                new_section = Some(expected);
                expected += 1;
            }
            Rearrangement::Delete => {
                expected -= lines[own.clone()].iter().filter(|line| line.opens.is_some()).count();
                // A blank line on either side would become two.
                let blank = |line: Option<&Line>| line.is_none_or(|line| line.text.trim().is_empty());
                let apart = own.start > 0 && blank(lines.get(own.start - 1)) && blank(lines.get(own.end));
                lines.drain(own.start - usize::from(apart)..own.end);
            }
            Rearrangement::Renumber => {}
        }
    }
    let shuffled = joined(&lines);
    let after = Outline::of(&shuffled);
    let order: Vec<usize> = lines.iter().filter_map(|line| line.opens).collect();
    if after.sections.len() != expected || order.len() != expected {
        return Err(Refusal::Unreadable);
    }
    let renumbered = renumber(&shuffled, &after);
    let last = Outline::of(&renumbered);
    if last.sections.len() != expected {
        return Err(Refusal::Unreadable);
    }
    let wanted = new_section.unwrap_or(section);
    let (start, words) = match order.iter().position(|&was| was == wanted) {
        Some(now) => (last.sections[now].range.start, last.sections[now].marker.range.end),
        // What was deleted: where the next one now stands, or the text before it ends.
        None => {
            let place = outline.sections.get(section).map_or(0, |section| section.range.start).min(renumbered.len());
            (place, place)
        }
    };
    let renamed =
        order.iter().enumerate().filter(|&(_, &was)| was < outline.sections.len()).filter_map(|(now, &was)| {
            let (before, after) = (outline.path(was), last.path(now));
            (before != after).then_some((before, after))
        });
    let moved = moved(&outline, &last, &order);
    let numbered = mentions(&renumbered).into_iter().filter(|range| speaks_of(&renumbered[range.clone()], &moved));
    let mut mentions: Vec<_> = numbered.chain(by_name((body, &outline), (&renumbered, &last), &order)).collect();
    mentions.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    mentions.dedup_by(|next, kept| next.start < kept.end);
    Ok(Rearranged {
        renamed: renamed.collect(),
        edit: difference(body, &renumbered),
        start: crate::text::position::floor_boundary(&renumbered, start),
        words: crate::text::position::floor_boundary(&renumbered, words),
        mentions,
    })
}

fn lines(body: &str, outline: &Outline) -> Vec<Line> {
    let mut lines: Vec<Line> = body.split('\n').map(|text| Line { text: text.to_owned(), opens: None }).collect();
    for (index, section) in outline.sections.iter().enumerate() {
        lines[outline.paragraphs[section.paragraph].line].opens = Some(index);
    }
    lines
}

fn joined(lines: &[Line]) -> String {
    lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// The lines of a section with all inside it. The closing of the letter belongs to no section.
fn block(body: &str, outline: &Outline, section: usize) -> Range<usize> {
    let first = outline.sections[section].paragraph;
    let end = outline.sections[section].range.end;
    let closing = closing::find(body, outline).map_or(outline.paragraphs.len(), |(paragraph, _)| paragraph);
    let last = outline.paragraphs[..closing.max(first + 1)].iter().rposition(|paragraph| paragraph.range.end <= end);
    let last = last.unwrap_or(first).max(first);
    outline.paragraphs[first].line..outline.paragraphs[last].line + 1
}

/// The section of the same parent before or behind a section.
fn neighbour(outline: &Outline, section: usize, behind: bool) -> Option<usize> {
    let siblings: Vec<usize> = outline.children(outline.sections[section].parent).collect();
    let at = siblings.iter().position(|&sibling| sibling == section)?;
    let to = if behind { at + 1 } else { at.checked_sub(1)? };
    siblings.get(to).copied()
}

/// Whether a blank line stands between a section and the one of its rank before it, or behind it where it is the first; of a
/// section that is alone, before it.
fn stand_apart(lines: &[Line], body: &str, outline: &Outline, section: usize) -> bool {
    let behind = if neighbour(outline, section, false).is_some() { None } else { neighbour(outline, section, true) };
    let first = block(body, outline, behind.unwrap_or(section)).start;
    first.checked_sub(1).is_some_and(|before| lines[before].text.trim().is_empty())
}

/// Puts two blocks in each other's place; what lies between them stays where it is.
fn exchange(lines: &mut [Line], first: Range<usize>, second: Range<usize>) {
    let between = first.end..second.start;
    let new: Vec<Line> =
        [second.clone(), between, first.clone()].into_iter().flat_map(|range| lines[range].to_vec()).collect();
    lines[first.start..second.end].clone_from_slice(&new);
}

fn change_level(lines: &mut [Line], outline: &Outline, raise: bool) -> Result<(), Refusal> {
    for line in lines {
        let Some(section) = line.opens else { continue };
        let marker = &outline.sections[section].marker;
        let at = Level::ALL.iter().position(|&level| level == marker.level).unwrap_or(0);
        let to = if raise { at.checked_sub(1).ok_or(Refusal::Highest)? } else { at + 1 };
        let level = *Level::ALL.get(to).ok_or(Refusal::Lowest)?;
        let indent = line.text.len() - line.text.trim_start().len();
        let rest = indent + marker.range.len();
        line.text = format!("{}{}{}", &line.text[..indent], level.marker(marker.ordinal), &line.text[rest..]);
    }
    Ok(())
}

/// `body` with its sections counted from one in each section around them. Brackets and marks of the numbers stay as they
/// are.
fn renumber(body: &str, outline: &Outline) -> String {
    let mut counts: Vec<(Option<usize>, Level, u32)> = Vec::new();
    let mut new = String::with_capacity(body.len());
    let mut at = 0;
    for section in &outline.sections {
        let Marker { level, ordinal, number, .. } = &section.marker;
        let count = match counts.iter_mut().find(|(parent, of, _)| (parent, of) == (&section.parent, level)) {
            Some((.., count)) => {
                *count += 1;
                *count
            }
            None => {
                counts.push((section.parent, *level, 1));
                1
            }
        };
        if count != *ordinal {
            new.push_str(&body[at..number.start]);
            let chinese = matches!(level, Level::First | Level::Second);
            new.push_str(&if chinese { numeral::format(count) } else { count.to_string() });
            at = number.end;
        }
    }
    new.push_str(&body[at..]);
    new
}

/// The one edit that makes `new` of `old`.
fn difference(old: &str, new: &str) -> Option<Edit> {
    if old == new {
        return None;
    }
    let same = |(one, other): &(char, char)| one == other;
    let start: usize = old.chars().zip(new.chars()).take_while(same).map(|(it, _)| it.len_utf8()).sum();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let tail = old_rest.chars().rev().zip(new_rest.chars().rev()).take_while(same);
    let end: usize = tail.map(|(it, _)| it.len_utf8()).sum();
    Some(Edit::replace(start..old.len() - end, &new_rest[..new_rest.len() - end]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BODY: &str = "收悉。\n\n一、清淤\n（一）已完成。三公里。\n（二）正推进。\n\n二、排涝\n另起一段，如前述第一点。\n三、管理\n专此答复。";

    fn after(section: usize, what: Rearrangement) -> Result<String, Refusal> {
        rearranged(BODY, section, what).map(|(text, _)| text)
    }

    fn rearranged(body: &str, section: usize, what: Rearrangement) -> Result<(String, Rearranged), Refusal> {
        let done = rearrange(body, section, what)?;
        let mut text = body.to_owned();
        if let Some(edit) = &done.edit {
            crate::text::edit::apply(&mut text, edit).unwrap();
        }
        Ok((text, done))
    }

    #[test]
    fn a_section_moves_with_all_inside_it_and_the_closing_stays() {
        assert_eq!(
            after(0, Rearrangement::Down).unwrap(),
            "收悉。\n\n一、排涝\n另起一段，如前述第一点。\n\n二、清淤\n（一）已完成。三公里。\n（二）正推进。\n三、管理\n专此答复。"
        );
        assert_eq!(after(4, Rearrangement::Up).unwrap().lines().last(), Some("专此答复。"));
        assert_eq!(after(0, Rearrangement::Up), Err(Refusal::First));
        assert_eq!(after(4, Rearrangement::Down), Err(Refusal::Last));
        assert_eq!(after(2, Rearrangement::Up).unwrap().lines().nth(3), Some("（一）正推进。"));
    }

    #[test]
    fn levels_change_with_the_marks_of_their_numbers() {
        let raised = after(2, Rearrangement::Raise).unwrap();
        assert!(raised.contains("\n二、正推进。\n\n三、排涝") && raised.contains("\n四、管理"), "{raised}");
        let lowered = after(3, Rearrangement::Lower).unwrap();
        assert!(lowered.contains("（三）排涝") && lowered.contains("\n二、管理"), "{lowered}");
        assert_eq!(after(0, Rearrangement::Lower), Err(Refusal::First));
        assert_eq!(after(0, Rearrangement::Raise), Err(Refusal::Highest));
    }

    #[test]
    fn sections_come_and_go() {
        let (text, done) = rearranged(BODY, 0, Rearrangement::Insert).unwrap();
        assert!(text.contains("（二）正推进。\n\n二、\n\n三、排涝"), "a blank line as between the others: {text}");
        assert!(text[..done.words].ends_with("\n二、"), "{}", &text[..done.words]);
        let apart = "收悉。\n\n一、甲\n（一）子\n\n二、乙\n丑。\n\n专此答复。";
        let after = |section, what| rearranged(apart, section, what).unwrap().0;
        assert_eq!(after(2, Rearrangement::Insert), apart.replace("丑。\n", "丑。\n\n三、\n"));
        assert_eq!(after(1, Rearrangement::Insert), apart.replace("（一）子\n", "（一）子\n（二）\n"));
        assert_eq!(after(2, Rearrangement::Delete), apart.replace("二、乙\n丑。\n\n", ""));
        let (text, _) = rearranged(BODY, 0, Rearrangement::Delete).unwrap();
        assert_eq!(text, "收悉。\n\n一、排涝\n另起一段，如前述第一点。\n二、管理\n专此答复。");
    }

    #[test]
    fn what_the_letter_says_of_numbers_is_left_and_reported() {
        let (text, done) = rearranged(BODY, 0, Rearrangement::Down).unwrap();
        assert_eq!(done.mentions.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>(), ["第一点"]);
        assert!(done.renamed.contains(&("一（二）".into(), "二（二）".into())), "{:?}", done.renamed);
        // What still has its number is spoken of rightly.
        let body = "一、甲\n二、乙\n三、丙\n如第一点、第二点、第（二）项所述，详见第三部分。";
        let told = |section, what| {
            let (text, done) = rearranged(body, section, what).unwrap();
            done.mentions.into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(told(2, Rearrangement::Up), ["第二点", "第三部分"]);
        assert_eq!(told(0, Rearrangement::Delete), ["第一点", "第二点", "第三部分"]);
        assert!(told(2, Rearrangement::Insert).is_empty());
        assert_eq!(told(1, Rearrangement::Insert), ["第三部分"]);
        // By the path and by the heading, also of what is gone; a part of the letter is none of a section.
        let body = "一、关于线路\n（一）甲\n（二）乙\n二、关于候车\n如一（二）、一、（一）和“一、关于线路”所述，十一（二）班除外，详见第二部分。";
        let named = |section, what| {
            let (text, done) = rearranged(body, section, what).unwrap();
            done.mentions.into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(named(0, Rearrangement::Down), ["一（二）", "一、（一）", "一、关于线路", "第二部分"]);
        assert_eq!(named(1, Rearrangement::Down), ["一（二）", "一、（一）"]);
        assert_eq!(named(2, Rearrangement::Delete), ["一（二）"]);
        let law = "一、甲\n依照《条例》第八条办理。\n三、乙";
        assert!(rearranged(law, 0, Rearrangement::Renumber).unwrap().1.mentions.is_empty());
    }

    #[test]
    fn a_number_that_would_run_into_the_words_is_refused() {
        let body = "一、甲\n（一）甲\n（二）5万元已到位。\n（三）丙";
        assert_eq!(rearrange(body, 1 + 1, Rearrangement::Lower), Err(Refusal::Unreadable));
    }

    fn what() -> impl Strategy<Value = Rearrangement> {
        use Rearrangement::*;
        prop::sample::select(vec![Up, Down, Raise, Lower, Insert, Delete, Renumber])
    }

    proptest! {
        #[test]
        fn numbers_are_continuous_and_words_kept(
            lines in prop::collection::vec("(|一、|二、|五、|（一）|（三）|1\\.|2\\.|（1）|（2）|\\(二\\)|　　1、)[甲乙丙丁戊]{0,3}[。]?", 1..14),
            section in 0usize..10,
            what in what(),
        ) {
            let body = lines.join("\n");
            let Ok((text, done)) = rearranged(&body, section, what) else { return Ok(()) };
            let outline = Outline::of(&text);
            let mut seen: Vec<(Option<usize>, Level)> = Vec::new();
            for section in &outline.sections {
                seen.push((section.parent, section.marker.level));
                let count = seen.iter().filter(|it| *it == seen.last().unwrap()).count();
                prop_assert_eq!(section.marker.ordinal as usize, count, "{}", &text);
            }
            prop_assert!(text.is_char_boundary(done.start) && text.is_char_boundary(done.words));
            let words = |text: &str| {
                let mut words: Vec<String> = text
                    .split('\n')
                    .map(|line| {
                        let line = line.trim_start();
                        line[Marker::at_start(line).map_or(0, |marker| marker.range.end)..].to_owned()
                    })
                    .filter(|line| !line.is_empty())
                    .collect();
                words.sort();
                words
            };
            if what != Rearrangement::Delete {
                prop_assert_eq!(words(&text), words(&body));
            }
        }
    }
}
