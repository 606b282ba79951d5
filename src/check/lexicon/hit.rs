//! The words of a lexicon in a text.

use super::{Entry, Lexicon, Place, WordFile, neighbour};
use crate::check::fixed_phrase;
use crate::check::slips::{self, Meeting, Slip};
use std::borrow::Cow;
use std::ops::Range;

/// What slips of common words rest on.
const SLIPS_SOURCE: &str = "《通用规范汉字表》《现代汉语词典》；《党政机关公文处理工作条例》第二十条（四）：文字规范";

/// A word of the lexicon found in a text.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// Where, in bytes.
    pub range: Range<usize>,
    /// What stands in its place; empty where a person has to find that out.
    pub right: Cow<'a, str>,
    /// What a user is told beyond the right word.
    pub note: &'a str,
    /// The last year in which the word was right; 0 where it never was.
    pub until: i16,
    /// The code of its rule.
    pub rule: &'a str,
    /// Where the entry comes from.
    pub source: &'a str,
    /// Whether a list tells it outright and no word around it reaches into it, so that it can be nothing else.
    pub is_certain: bool,
    /// Whether it is only taken for a slip, because the text reads so much better with the right word.
    pub is_guess: bool,
    /// Whether hardly anything else can be meant.
    pub is_sure: bool,
}

impl Lexicon {
    /// Every word that counts in `text`, in order; exceptions are left out, and of overlapping words of one rule the
    /// longer one is kept.
    pub fn hits<'a>(&'a self, text: &str) -> Vec<Hit<'a>> {
        let (mut hits, mut near): (Vec<Hit<'a>>, Vec<Hit<'a>>) = (Vec::new(), Vec::new());
        let mut right_ones: Vec<Range<usize>> = Vec::new();
        for (range, place) in self.words.find(text) {
            match place {
                Place::Wrong(file, index) => {
                    let words = &self.files[file];
                    let entry = &words.entries[index];
                    let is_word = matches!(words.rule.as_str(), "W01" | "W04");
                    let meeting = if is_word { meeting(text, &range) } else { Meeting::Clear };
                    if meeting == Meeting::Crossed || !counts(text, &range, entry) {
                        // What the list knows and lets stand is no slip either.
                        right_ones.push(range);
                    } else {
                        let is_certain = meeting == Meeting::Clear;
                        let source = if entry.source.is_empty() { &words.source } else { &entry.source };
                        let Entry { right, note, until, .. } = entry;
                        let right = Cow::Borrowed(right.as_str());
                        let rule = &words.rule;
                        hits.push(Hit {
                            range,
                            right,
                            note,
                            until: *until,
                            rule,
                            source,
                            is_certain,
                            is_guess: false,
                            is_sure: true,
                        });
                    }
                }
                Place::Neighbour(file, index) => {
                    let WordFile { rule, source, neighbours, .. } = &self.files[file];
                    let entry = &neighbours[index];
                    if let Some(is_sure) = neighbour::tells(text, &range, entry) {
                        let right = entry.meant.clone();
                        hits.push(Hit { is_sure, ..guess(range, right, rule, source) });
                    }
                }
                Place::Half(file, index, is_first) => {
                    let words = &self.files[file];
                    let phrase = &words.fixed[index];
                    if let Some(range) = fixed_phrase::slip(text, range, phrase, is_first)
                        && !words.is_known(text, &range)
                    {
                        let (right, rule, source) = (Cow::Borrowed(phrase.as_str()), &words.rule, &words.source);
                        near.push(Hit {
                            range,
                            right,
                            note: "",
                            until: 0,
                            rule,
                            source,
                            is_certain: false,
                            is_guess: false,
                            is_sure: true,
                        });
                    }
                }
            }
        }
        // What a list tells outright is not told again for coming near a fixed phrase, or a common word.
        let is_told = |hits: &[Hit<'_>], range: &Range<usize>| {
            hits.iter().any(|other| other.range.start < range.end && range.start < other.range.end)
        };
        near.retain(|hit| !is_told(&hits, &hit.range));
        hits.append(&mut near);
        for (file, table) in &self.slips {
            let WordFile { rule, source, .. } = &self.files[*file];
            for (range, right) in table.find(text) {
                if !is_told(&hits, &range) {
                    hits.push(guess(range, right, rule, source));
                }
            }
        }
        let lets_stand =
            |range: &Range<usize>| right_ones.iter().any(|other| other.start < range.end && range.start < other.end);
        for Slip { range, right, is_sure, is_word } in slips::find(text) {
            if !is_told(&hits, &range) && !lets_stand(&range) {
                let rule = if is_word { "W03" } else { "W01" };
                hits.push(Hit { is_sure, ..guess(range, right, rule, SLIPS_SOURCE) });
            }
        }
        hits.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end)));
        let mut kept: Vec<Hit<'a>> = Vec::with_capacity(hits.len());
        for hit in hits {
            if !kept.iter().any(|other| other.rule == hit.rule && other.range.end > hit.range.start) {
                kept.push(hit);
            }
        }
        kept
    }
}

impl WordFile {
    /// Whether what stands at `range` is a fixed phrase of its own, or one of the variants lies over it.
    fn is_known(&self, text: &str, range: &Range<usize>) -> bool {
        let written = &text[range.clone()];
        let lies_over = |variant: &String| {
            let from = range.start.saturating_sub(variant.len());
            let from = (from..=range.start).find(|&at| text.is_char_boundary(at)).unwrap_or(range.start);
            text[from..]
                .match_indices(variant.as_str())
                .any(|(at, _)| from + at < range.end && range.start < from + at + variant.len())
        };
        self.fixed.iter().any(|other| other == written) || self.variants.iter().any(lies_over)
    }
}

/// A hit that is only taken for a slip.
fn guess<'a>(range: Range<usize>, right: String, rule: &'a str, source: &'a str) -> Hit<'a> {
    Hit {
        range,
        right: Cow::Owned(right),
        note: "",
        until: 0,
        rule,
        source,
        is_certain: false,
        is_guess: true,
        is_sure: true,
    }
}

/// How the words around a wrong word go with it. Only short ones can come about where two words meet.
fn meeting(text: &str, range: &Range<usize>) -> Meeting {
    if text[range.clone()].chars().count() > 3 { Meeting::Clear } else { slips::meeting(text, range) }
}

/// Whether a word counts where it stands: no exception lies around it, and what must follow does.
fn counts(text: &str, range: &Range<usize>, entry: &Entry) -> bool {
    let word = &text[range.clone()];
    let is_except = entry.except.iter().any(|except| {
        except.match_indices(word).any(|(at, _)| {
            range
                .start
                .checked_sub(at)
                .is_some_and(|start| text.get(start..start + except.len()).is_some_and(|around| around == except))
        })
    });
    let after = text[range.end..].trim_start_matches(' ');
    let follows = entry.followed_by.is_empty() || entry.followed_by.iter().any(|next| after.starts_with(next.as_str()));
    !is_except && follows
}
