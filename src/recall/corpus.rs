//! Earlier letters, and the paragraphs of them that answer what was typed.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::hit::{Hit, Passage, Shelf, Tier};
use super::pattern::Pattern;

/// An earlier letter, as far as its paragraphs can be wanted again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OldLetter {
    /// Its file.
    pub path: PathBuf,
    /// Who wrote it.
    pub issuer: String,
    /// What it answers.
    pub topic: String,
    /// The date, as 2025-06-12; empty where it has none.
    pub date: String,
    /// Its body, a paragraph a line.
    pub body: Box<str>,
}

impl OldLetter {
    /// Where its paragraphs come from, in words: 临江市水务局　2025-06-12　关于……的建议.
    fn told(&self) -> String {
        let parts = [self.issuer.as_str(), self.date.as_str(), self.topic.as_str()];
        let told: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if told.is_empty() {
            return self.path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        }
        told.join("　")
    }
}

/// The letter that something is wanted for: what is near to it comes first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Near {
    /// Its file, whose own paragraphs are not offered.
    pub path: PathBuf,
    /// Who writes it.
    pub issuer: String,
    /// What it answers.
    pub topic: String,
}

/// What a search gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The best hits, the best first.
    pub hits: Vec<Hit>,
    /// How many different paragraphs answered.
    pub total: usize,
}

/// Earlier letters at hand.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    letters: Vec<Arc<OldLetter>>,
}

/// A paragraph that answers, before it is made into a hit.
struct Candidate<'a> {
    letter: &'a OldLetter,
    /// How far the letter is from the one that is written.
    distance: Distance,
    paragraph: &'a str,
    /// The how manieth of its letter it is, from 0.
    at: usize,
    found: Vec<std::ops::Range<usize>>,
    tier: Tier,
}

/// How far a letter is from the one that is written; the nearest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Distance {
    strange_issuer: bool,
    unlike_topic: std::cmp::Reverse<usize>,
}

impl Candidate<'_> {
    /// The paragraphs before and behind it.
    fn around(&self) -> [String; 2] {
        let of = |at: Option<usize>| at.and_then(|at| paragraphs(self.letter).nth(at)).unwrap_or_default().to_owned();
        [of(self.at.checked_sub(1)), of(Some(self.at + 1))]
    }
}

/// The paragraphs of a letter that have something in them.
fn paragraphs(letter: &OldLetter) -> impl Iterator<Item = &str> {
    letter.body.split('\n').map(str::trim).filter(|paragraph| !paragraph.is_empty())
}

impl Corpus {
    /// The letters given.
    pub fn new(letters: Vec<Arc<OldLetter>>) -> Self {
        Self { letters }
    }

    /// How many letters there are.
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// The paragraphs that answer `pattern`, at most `most`: the very words before words apart, those before slips; among
    /// equals the same issuer, then a like topic, then the newest. Slips are looked for only where nothing else is found.
    /// An empty pattern is answered by the letters of like topics.
    pub fn search(&self, pattern: &Pattern, near: &Near, most: usize) -> Results {
        let topic = pairs(&near.topic);
        let mut candidates = self.candidates(pattern, near, &topic, false);
        if candidates.is_empty() && pattern.is_forgiving() {
            candidates = self.candidates(pattern, near, &topic, true);
        }
        candidates.sort_by(|one, other| {
            let key = |it: &Candidate<'_>| (it.tier, it.distance);
            key(one).cmp(&key(other)).then_with(|| other.letter.date.cmp(&one.letter.date))
        });
        let mut seen = HashSet::new();
        let mut hits = Vec::new();
        for candidate in candidates {
            // The same paragraph stands in many letters: the nearest one tells of it.
            if seen.insert(candidate.paragraph) && hits.len() < most {
                hits.push(Hit {
                    shelf: Shelf::Letters,
                    tier: candidate.tier,
                    title: String::new(),
                    text: candidate.paragraph.to_owned(),
                    note: candidate.letter.told(),
                    around: candidate.around(),
                    found: candidate.found,
                });
            }
        }
        Results { hits, total: seen.len() }
    }

    fn candidates<'a>(
        &'a self,
        pattern: &Pattern,
        near: &Near,
        topic: &HashSet<(char, char)>,
        forgiving: bool,
    ) -> Vec<Candidate<'a>> {
        let mut candidates = Vec::new();
        for letter in self.letters.iter().filter(|letter| letter.path != near.path) {
            let alike = pairs(&letter.topic).intersection(topic).count();
            let distance = Distance {
                strange_issuer: near.issuer.is_empty() || letter.issuer != near.issuer,
                unlike_topic: std::cmp::Reverse(alike),
            };
            if pattern.is_empty() && alike == 0 {
                continue;
            }
            for (at, paragraph) in paragraphs(letter).enumerate() {
                let found = if pattern.is_empty() {
                    Some((Tier::Phrase, Vec::new()))
                } else {
                    pattern.find(paragraph, forgiving)
                };
                if let Some((tier, found)) = found {
                    candidates.push(Candidate { letter, distance, paragraph, at, found, tier });
                }
            }
        }
        candidates
    }
}

/// The pairs of neighbouring characters of a topic, without those that every topic has.
fn pairs(topic: &str) -> HashSet<(char, char)> {
    let bare = topic.trim_start_matches("关于").trim_end_matches("的建议").trim_end_matches("的提案");
    let marks = |character: &char| character.is_alphanumeric();
    let first = bare.chars().filter(marks);
    let second = bare.chars().filter(marks).skip(1);
    first.zip(second).collect()
}

/// What of `shelf` answers `pattern`, the best first; everything, in its order, where nothing was typed.
pub fn search_shelf(shelf: &[Passage], pattern: &Pattern) -> Vec<Hit> {
    let hit = |passage: &Passage, tier, found| Hit {
        shelf: passage.shelf,
        tier,
        title: passage.title.clone(),
        text: passage.text.clone(),
        found,
        note: passage.note.clone(),
        around: Default::default(),
    };
    if pattern.is_empty() {
        return shelf.iter().map(|passage| hit(passage, Tier::Phrase, Vec::new())).collect();
    }
    let answers = |forgiving: bool| {
        let each = shelf.iter().filter_map(|passage| {
            if let Some((tier, found)) = pattern.find(&passage.text, forgiving) {
                return Some(hit(passage, tier, found));
            }
            let told = format!("{} {}", passage.title, passage.note);
            pattern.find(&told, forgiving).map(|(tier, _)| hit(passage, tier, Vec::new()))
        });
        let mut hits: Vec<Hit> = each.collect();
        hits.sort_by_key(|hit| hit.tier);
        hits
    };
    let hits = answers(false);
    if hits.is_empty() && pattern.is_forgiving() { answers(true) } else { hits }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(path: &str, issuer: &str, topic: &str, date: &str, body: &str) -> Arc<OldLetter> {
        Arc::new(OldLetter {
            path: path.into(),
            issuer: issuer.into(),
            topic: topic.into(),
            date: date.into(),
            body: body.into(),
        })
    }

    fn corpus() -> Corpus {
        Corpus::new(vec![
            letter("1", "乙局", "关于路灯的建议", "2025-05-01", "收悉。\n清溪河清淤已完成。"),
            letter("2", "甲局", "关于整治清溪河的建议", "2023-05-01", "清溪河清淤已列入计划。"),
            letter("3", "甲局", "关于整治清溪河的建议", "2024-05-01", "清溪河清淤正在推进。\n收悉。"),
            letter("4", "甲局", "关于公交的建议", "2025-06-01", "清溪河清淤与本题无关。\n先说清溪河，再说清淤。"),
            letter("own", "甲局", "关于整治清溪河的建议", "2026-06-01", "清溪河清淤是本函自己的话。"),
        ])
    }

    fn texts(typed: &str) -> Vec<String> {
        let near = Near { path: "own".into(), issuer: "甲局".into(), topic: "关于清溪河内涝的建议".into() };
        corpus().search(&Pattern::new(typed), &near, 10).hits.into_iter().map(|hit| hit.text).collect()
    }

    #[test]
    fn the_nearest_comes_first_and_ones_own_not_at_all() {
        assert_eq!(
            texts("清溪河 清淤"),
            [
                "清溪河清淤正在推进。",
                "清溪河清淤已列入计划。",
                "清溪河清淤与本题无关。",
                "清溪河清淤已完成。",
                "先说清溪河，再说清淤。",
            ]
        );
    }

    #[test]
    fn slips_count_where_nothing_else_does_and_the_same_words_once() {
        assert_eq!(texts("清西河清淤").len(), 4);
        assert_eq!(texts("收悉"), ["收悉。"]);
    }

    #[test]
    fn nothing_typed_gives_letters_of_like_topics() {
        assert_eq!(texts(""), ["清溪河清淤正在推进。", "收悉。", "清溪河清淤已列入计划。"]);
    }

    #[test]
    fn the_total_counts_what_is_not_shown() {
        let results = corpus().search(&Pattern::new("清淤"), &Near::default(), 2);
        assert_eq!((results.hits.len(), results.total), (2, 6));
        assert_eq!(results.hits[0].note, "甲局　2026-06-01　关于整治清溪河的建议");
    }

    #[test]
    fn a_shelf_is_searched_in_words_names_and_notes() {
        let passage = |title: &str, text: &str, note: &str| Passage {
            shelf: Shelf::Policies,
            title: title.into(),
            text: text.into(),
            note: note.into(),
        };
        let shelf =
            [passage("甲规划", "《甲规划》", "数字经济"), passage("乙意见", "《乙意见》（国发〔2020〕7号）", "高新区")];
        let found = |typed: &str| {
            search_shelf(&shelf, &Pattern::new(typed)).into_iter().map(|hit| hit.title).collect::<Vec<_>>()
        };
        assert_eq!(found("gxq"), ["乙意见"]);
        assert_eq!(found("〔2020〕7号"), ["乙意见"]);
        assert_eq!(found("[2020]7号"), ["乙意见"]);
        assert_eq!(found("数字经计"), ["甲规划"]);
        assert_eq!(found(""), ["甲规划", "乙意见"]);
    }
}
