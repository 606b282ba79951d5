//! The redline (花脸稿): what became of each paragraph between two versions of a text.

use super::pairing::Pairs;
use super::tokens::tokens;
use crate::letter::outline::Outline;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The most comparisons of tokens that one redline of a paragraph may cost. A letter's longest paragraph takes a hundredth.
pub(super) const MOST_WORK: usize = 20_000_000;

/// A stretch of text and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// What became of it.
    pub change: Change,
    /// Its text.
    pub text: String,
}

/// What became of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// It is in both versions.
    Kept,
    /// It is in the new one only.
    Added,
    /// It is in the old one only.
    Removed,
}

/// What became of one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What became of it as a whole.
    pub fate: Fate,
    /// Its words: of a changed or moved paragraph with the changes inside.
    pub spans: Vec<Span>,
    /// Which paragraph of the old text it was, from 0.
    pub old: Option<usize>,
    /// Which paragraph of the new text it is, from 0.
    pub new: Option<usize>,
}

/// What became of a paragraph as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// Nothing.
    Kept,
    /// Some of its words changed.
    Changed,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It stands in another place, and perhaps changed there.
    Moved,
}

/// The redline between two texts of several paragraphs, in the order of the new text; what is gone stands where it was.
pub fn redline(old: &str, new: &str) -> Vec<Block> {
    let (old_lines, new_lines) = (paragraphs(old), paragraphs(new));
    let pairs = Pairs::of(&old_lines, &new_lines);
    let mut blocks = Vec::new();
    let mut at = 0;
    let gone = |upto: usize, at: &mut usize, blocks: &mut Vec<Block>| {
        while *at < upto {
            if pairs.new_of[*at].is_none() {
                blocks.push(whole(Fate::Removed, Change::Removed, old_lines[*at], Some(*at), None));
            }
            *at += 1;
        }
    };
    for (index, line) in new_lines.iter().enumerate() {
        match pairs.old_of[index] {
            None => blocks.push(whole(Fate::Added, Change::Added, line, None, Some(index))),
            Some((before, moved)) => {
                if !moved {
                    gone(before, &mut at, &mut blocks);
                }
                let fate = match (moved, old_lines[before] == *line) {
                    (true, _) => Fate::Moved,
                    (false, true) => Fate::Kept,
                    (false, false) => Fate::Changed,
                };
                blocks.push(Block { fate, spans: spans(old_lines[before], line), old: Some(before), new: Some(index) });
            }
        }
    }
    gone(old_lines.len(), &mut at, &mut blocks);
    blocks
}

/// The changes inside one paragraph or field.
pub fn spans(old: &str, new: &str) -> Vec<Span> {
    let (old_tokens, new_tokens) = (tokens(old), tokens(new));
    let mut found = Vec::new();
    if old_tokens.len().saturating_mul(new_tokens.len()) > MOST_WORK {
        return coarse(&old_tokens, &new_tokens);
    }
    let mut removed = String::new();
    let mut added = String::new();
    let ops = capture_diff_slices(Algorithm::Myers, &old_tokens, &new_tokens);
    let last = ops.len().saturating_sub(1);
    for (index, op) in ops.iter().enumerate() {
        let (old_range, new_range) = (op.old_range(), op.new_range());
        if let DiffOp::Equal { .. } = op {
            let text = old_tokens[old_range].concat();
            // One character that happens to be kept between two changes is noise: both sides are read as one change.
            if index > 0 && index < last && text.chars().count() == 1 && !removed.is_empty() && !added.is_empty() {
                removed.push_str(&text);
                added.push_str(&text);
                continue;
            }
            flush(&mut removed, &mut added, &mut found);
            push(&mut found, Change::Kept, &text);
        } else {
            removed.push_str(&old_tokens[old_range].concat());
            added.push_str(&new_tokens[new_range].concat());
        }
    }
    flush(&mut removed, &mut added, &mut found);
    found
}

/// The redline of texts too long to compare token by token: what they begin and end with in common stays, the rest is
/// replaced.
fn coarse(old: &[&str], new: &[&str]) -> Vec<Span> {
    let start = old.iter().zip(new).take_while(|(before, after)| before == after).count();
    let rest = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(before, after)| before == after).count();
    let mut found = Vec::new();
    push(&mut found, Change::Kept, &old[..start].concat());
    push(&mut found, Change::Removed, &old[start..old.len() - end].concat());
    push(&mut found, Change::Added, &new[start..new.len() - end].concat());
    push(&mut found, Change::Kept, &old[old.len() - end..].concat());
    found
}

/// Where byte `offset` of `old` stands in `new`, when the change between them is taken as few edits as possible. What
/// was removed goes to where it was.
pub fn carry(old: &str, new: &str, offset: usize) -> usize {
    let (mut before, mut after) = (0, 0);
    for span in spans(old, new) {
        let length = span.text.len();
        match span.change {
            Change::Kept if offset <= before + length => return after + offset.saturating_sub(before),
            Change::Kept => (before, after) = (before + length, after + length),
            Change::Removed if offset < before + length => return after,
            Change::Removed => before += length,
            Change::Added => after += length,
        }
    }
    after
}

/// Whether anything changed at all.
pub fn is_changed(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| block.fate != Fate::Kept)
}

fn flush(removed: &mut String, added: &mut String, found: &mut Vec<Span>) {
    push(found, Change::Removed, removed);
    push(found, Change::Added, added);
    removed.clear();
    added.clear();
}

fn push(found: &mut Vec<Span>, change: Change, text: &str) {
    if text.is_empty() {
        return;
    }
    match found.last_mut() {
        Some(last) if last.change == change => last.text.push_str(text),
        _ => found.push(Span { change, text: text.to_owned() }),
    }
}

fn whole(fate: Fate, change: Change, text: &str, old: Option<usize>, new: Option<usize>) -> Block {
    Block { fate, spans: vec![Span { change, text: text.to_owned() }], old, new }
}

/// The paragraphs of a text without the blanks around them; blank lines mean nothing.
fn paragraphs(text: &str) -> Vec<&str> {
    Outline::of(text).paragraphs.into_iter().map(|paragraph| &text[paragraph.range]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A redline as a person would mark it: [-gone-]{+new+}, `~` before what was moved.
    fn marked(blocks: &[Block]) -> Vec<String> {
        blocks
            .iter()
            .map(|block| {
                let words: String = block
                    .spans
                    .iter()
                    .map(|span| match span.change {
                        Change::Kept => span.text.clone(),
                        Change::Added => format!("{{+{}+}}", span.text),
                        Change::Removed => format!("[-{}-]", span.text),
                    })
                    .collect();
                if block.fate == Fate::Moved { format!("~{words}") } else { words }
            })
            .collect()
    }

    #[test]
    fn chinese_by_character_and_figures_whole() {
        let blocks = redline("今年投入435.09万元，配车6辆。", "今年已投入438.09万元，配车6辆。");
        assert_eq!(marked(&blocks), ["今年{+已+}投入[-435.09-]{+438.09+}万元，配车6辆。"]);
    }

    #[test]
    fn a_section_that_changed_places_is_told_as_moved() {
        let old = "开头。\n一、关于加密接驳线路\n新开专线一条，配车六辆。\n二、关于改善候车环境\n改造候车亭二十四座。\n结语。";
        let new = "开头。\n一、关于改善候车环境\n改造候车亭二十四座。\n二、关于加密接驳线路\n新开专线一条，配车八辆。\n结语。";
        let blocks = redline(old, new);
        let moved: Vec<_> = blocks.iter().filter(|block| block.fate == Fate::Moved).collect();
        assert_eq!(moved.len(), 2, "{:?}", marked(&blocks));
        assert!(blocks.iter().all(|block| !matches!(block.fate, Fate::Added | Fate::Removed)), "{:?}", marked(&blocks));
        assert!(marked(&blocks).iter().any(|line| line.ends_with("配车[-六-]{+八+}辆。")), "{:?}", marked(&blocks));
    }

    #[test]
    fn paragraphs_that_come_and_go() {
        let blocks = redline("甲段原文如此。\n乙段。", "乙段。\n丙是全新的一段文字。");
        assert_eq!(marked(&blocks), ["[-甲段原文如此。-]", "乙段。", "{+丙是全新的一段文字。+}"]);
        assert!(!is_changed(&redline("甲\n\n　　乙", "甲\n乙")), "blank lines and indents are for the eye");
    }

    #[test]
    fn a_place_follows_the_text_around_it() {
        let (old, new) = ("甲乙丙丁", "新甲丙丁");
        assert_eq!(carry(old, new, "甲乙".len()), "新甲".len());
        assert_eq!(carry(old, new, old.len()), new.len());
        assert_eq!(carry("甲", "", 3), 0);
    }

    #[test]
    fn very_long_texts_are_compared_in_a_moment() {
        let long = |seed: usize| -> String {
            (0..400_000).map(|at| char::from_u32(0x4E00 + (((at + 1) * seed) % 9001) as u32).unwrap_or('一')).collect()
        };
        let (old, new) = (format!("同{}", long(7)), format!("同{}", long(11)));
        let found = spans(&old, &new);
        assert_eq!((found[0].text.as_str(), found.len()), ("同", 3));
        let many = |word: &str| (0..3000).map(|at| format!("{word}第{at}段的内容")).collect::<Vec<_>>().join("\n");
        // Each is held against the one in its place.
        assert_eq!(redline(&many("甲乙丙丁戊己"), &many("子丑寅卯辰巳")).len(), 3000);
    }

    fn text() -> impl Strategy<Value = String> {
        proptest::collection::vec("(一、|（二）)?[甲乙丙丁戊己庚辛0-9.，]{1,12}", 0..7)
            .prop_map(|lines| lines.join("\n"))
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_the_redline(old in text(), new in text()) {
            let blocks = redline(&old, &new);
            let side = |wanted: Change, place: fn(&Block) -> Option<usize>| {
                let mut lines: Vec<(usize, String)> = blocks.iter().filter_map(|block| {
                    let words = block.spans.iter().filter(|span| span.change == Change::Kept || span.change == wanted);
                    place(block).map(|at| (at, words.map(|span| span.text.as_str()).collect()))
                }).collect();
                lines.sort();
                lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>()
            };
            prop_assert_eq!(side(Change::Removed, |block| block.old), paragraphs(&old));
            prop_assert_eq!(side(Change::Added, |block| block.new), paragraphs(&new));
        }
    }
}
