//! Remarks: said of a place, following it through edits, answered and settled.

use super::entry::{Action, Verdict};
use super::record::Record;
use crate::letter::Field;
use std::ops::Range;

/// How many characters around a quote are kept to tell it from an equal one.
const AROUND: usize = 12;

/// A place in a text, known by its words and those around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The text.
    pub field: Field,
    /// The words; empty for the text as a whole.
    pub quote: String,
    /// The words right before.
    pub before: String,
    /// The words right after.
    pub after: String,
}

/// Where an anchor is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Its very words, in bytes.
    Exact(Range<usize>),
    /// Its words changed; this stands between the words around them, in bytes.
    Near(Range<usize>),
    /// It is gone.
    Lost,
}

impl Anchor {
    /// An anchor at `range` (bytes) of `text`, the text of `field`; a range that is none of the text's gives the whole.
    pub fn at(field: Field, text: &str, range: Range<usize>) -> Self {
        let quote = text.get(range.clone()).unwrap_or_default().to_owned();
        if quote.is_empty() {
            return Self { field, quote, before: String::new(), after: String::new() };
        }
        let before = &text[..range.start];
        let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let after = &text[range.end..];
        let to = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
        Self { field, quote, before: before[from..].to_owned(), after: after[..to].to_owned() }
    }

    /// Where it is in `text` now.
    ///
    /// Of several places with the quote's words the one whose surroundings fit best is taken. Where the words are gone,
    /// what stands between the words before and after is near.
    pub fn locate(&self, text: &str) -> Place {
        if self.quote.is_empty() {
            return Place::Exact(0..text.len());
        }
        let fit = |at: usize| {
            common_end(&text[..at], &self.before) + common_start(&text[at + self.quote.len()..], &self.after)
        };
        let exact =
            text.match_indices(&self.quote).map(|(at, _)| at).max_by_key(|&at| (fit(at), std::cmp::Reverse(at)));
        if let Some(at) = exact {
            return Place::Exact(at..at + self.quote.len());
        }
        let start = longest_end(text, &self.before);
        let end = start.and_then(|start| longest_start(text, &self.after, start, 4 * self.quote.len() + 60));
        match (start, end) {
            (Some(start), Some(end)) => Place::Near(start..end),
            _ => Place::Lost,
        }
    }
}

/// How many bytes `text` and `wanted` share at their ends.
fn common_end(text: &str, wanted: &str) -> usize {
    text.chars()
        .rev()
        .zip(wanted.chars().rev())
        .take_while(|(left, right)| left == right)
        .map(|(it, _)| it.len_utf8())
        .sum()
}

/// How many bytes `text` and `wanted` share at their starts.
fn common_start(text: &str, wanted: &str) -> usize {
    text.chars().zip(wanted.chars()).take_while(|(left, right)| left == right).map(|(it, _)| it.len_utf8()).sum()
}

/// Where the longest possible end of `words`, at least three characters, ends in `text`; the start of the text where
/// there are no words.
fn longest_end(text: &str, words: &str) -> Option<usize> {
    if words.is_empty() {
        return Some(0);
    }
    let least = words.chars().count().min(3);
    words
        .char_indices()
        .map(|(at, _)| &words[at..])
        .filter(|tail| tail.chars().count() >= least)
        .find_map(|tail| text.find(tail).map(|at| at + tail.len()))
}

/// Where the longest possible start of `words`, at least three characters, begins in `text`, from byte `from` and no
/// further than `reach` bytes on; the end of the text where there are no words.
fn longest_start(text: &str, words: &str, from: usize, reach: usize) -> Option<usize> {
    if words.is_empty() {
        return (text.len() - from <= reach).then_some(text.len());
    }
    let least = words.chars().count().min(3);
    let heads = words.char_indices().map(|(at, character)| &words[..at + character.len_utf8()]).rev();
    heads
        .filter(|head| head.chars().count() >= least)
        .find_map(|head| text[from..].find(head).filter(|&at| at <= reach).map(|at| from + at))
}

/// A remark with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// The number of the entry that began it.
    pub number: usize,
    /// Who said it.
    pub who: String,
    /// When.
    pub at: String,
    /// The place, where it hangs on one.
    pub anchor: Option<Anchor>,
    /// What was said; of an item sent back, what is to be mended.
    pub text: String,
    /// The item it sent back, as it was called.
    pub item: Option<String>,
    /// The answers: who and what.
    pub answers: Vec<(String, String)>,
    /// Who settled it.
    pub resolved: Option<String>,
}

/// The remarks of a record, in the order they were made. An item that was sent back begins one too.
pub fn threads(record: &Record) -> Vec<Thread> {
    let mut threads: Vec<Thread> = Vec::new();
    for kept in &record.entries {
        let entry = &kept.entry;
        let begun = |anchor: Option<Anchor>, text: &str, item: Option<String>| Thread {
            number: kept.number,
            who: entry.who.clone(),
            at: entry.at.clone(),
            anchor,
            text: text.to_owned(),
            item,
            answers: Vec::new(),
            resolved: None,
        };
        match &entry.action {
            Action::Remark { anchor, text } => threads.push(begun(Some(anchor.clone()), text, None)),
            Action::Judge { title, verdict: Verdict::Return(words), anchor, .. } => {
                threads.push(begun(anchor.clone(), words, Some(title.clone())));
            }
            // Whoever passes what was sent back has found it mended.
            Action::Judge { title, .. } => {
                let own = threads.iter_mut().filter(|thread| thread.item.as_ref() == Some(title));
                own.for_each(|thread| {
                    thread.resolved.get_or_insert_with(|| entry.who.clone());
                });
            }
            Action::Answer { remark, text } => {
                if let Some(thread) = threads.iter_mut().find(|thread| thread.number == *remark) {
                    thread.answers.push((entry.who.clone(), text.clone()));
                }
            }
            Action::Resolve { remark, text } => {
                if let Some(thread) = threads.iter_mut().find(|thread| thread.number == *remark) {
                    if !text.is_empty() {
                        thread.answers.push((entry.who.clone(), text.clone()));
                    }
                    thread.resolved = Some(entry.who.clone());
                }
            }
            _ => {}
        }
    }
    threads
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words<'a>(text: &'a str, place: &Place) -> &'a str {
        match place {
            Place::Exact(range) | Place::Near(range) => &text[range.clone()],
            Place::Lost => "",
        }
    }

    #[test]
    fn of_two_equal_places_the_right_one() {
        let text = "一、新建北岸泵站，配机组4台。\n二、改造南岸泵站，配机组4台。";
        let at = text.rfind("4台").unwrap();
        let anchor = Anchor::at(Field::Body, text, at..at + "4台".len());
        let edited = text.replace("一、新建北岸泵站，", "一、新建北岸排涝泵站，投资3亿元，");
        assert_eq!(anchor.locate(&edited), Place::Exact(edited.rfind("4台").unwrap()..edited.len() - "。".len()));
    }

    #[test]
    fn changed_words_are_found_between_their_neighbours() {
        let text = "改造候车亭24座，其余9座将于9月底前完工。改造后均配备座椅。";
        let at = text.find("其余9座").unwrap();
        let anchor = Anchor::at(Field::Body, text, at..at + "其余9座".len());
        let edited = text.replace("其余9座", "另外8座");
        assert_eq!(words(&edited, &anchor.locate(&edited)), "另外8座");
        assert_eq!(anchor.locate("完全是另一封函。"), Place::Lost);
    }

    #[test]
    fn what_was_sent_back_is_settled_when_it_passes() {
        let judge = |title: &str, verdict| Action::Judge {
            item: "paragraph".into(),
            title: title.into(),
            content: "ab".into(),
            verdict,
            anchor: None,
        };
        let returned = || Verdict::Return("时限不符".into());
        let text = super::super::record::tests::record([
            judge("第7段 二", returned()),
            judge("第8段 三", returned()),
            judge("第7段 二", Verdict::Pass),
        ]);
        let open: Vec<bool> = threads(&Record::read(&text)).iter().map(|thread| thread.resolved.is_none()).collect();
        assert_eq!(open, [false, true]);
    }

    proptest! {
        #[test]
        fn an_anchor_follows_its_words_through_edits_elsewhere(
            before in "[甲乙丙丁戊，。]{0,30}", after in "[己庚辛壬癸，。]{0,30}",
            new_before in "[甲乙丙丁戊，。]{0,30}", new_after in "[己庚辛壬癸，。]{0,30}",
        ) {
            let text = format!("{before}投入435.09万元{after}");
            let anchor = Anchor::at(Field::Body, &text, before.len()..before.len() + "投入435.09万元".len());
            let edited = format!("{new_before}投入435.09万元{new_after}");
            prop_assert_eq!(anchor.locate(&edited), Place::Exact(new_before.len()..edited.len() - new_after.len()));
        }
    }
}
