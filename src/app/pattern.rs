//! What is looked for, read as words or as a regular expression.

use std::ops::Range;

use regex::{Captures, Regex, RegexBuilder};

use crate::text::characters::half_width;

/// What is looked for, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The words, or the regular expression.
    pub words: String,
    /// Whether they are a regular expression.
    pub regex: bool,
    /// Whether capital and small letters, full-width and half-width characters are told apart.
    pub exact: bool,
    /// Whether only the body is searched, and not the elements.
    pub body_only: bool,
}

/// What is looked for, ready to be found.
#[derive(Clone, Debug, Default)]
pub enum Pattern {
    /// Nothing is looked for.
    #[default]
    Nothing,
    /// What was typed is no regular expression.
    Broken,
    /// A regular expression; whether `$1` in a replacement stands for a group.
    Regex(Regex, bool),
}

/// Patterns are the same when they find the same.
impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Nothing, Self::Nothing) | (Self::Broken, Self::Broken) => true,
            (Self::Regex(one, groups), Self::Regex(two, others)) => one.as_str() == two.as_str() && groups == others,
            _ => false,
        }
    }
}

/// What a compiled expression may take, in bytes: whoever types one by hand needs no more.
const LIMIT: usize = 1 << 20;

impl Pattern {
    /// Reads what is looked for.
    pub fn new(wanted: &Wanted) -> Self {
        if wanted.words.is_empty() {
            return Self::Nothing;
        }
        let expression = match (wanted.regex, wanted.exact) {
            (true, _) => wanted.words.clone(),
            (false, true) => regex::escape(&wanted.words),
            (false, false) => wanted.words.chars().map(of_any_width).collect(),
        };
        let mut builder = RegexBuilder::new(&expression);
        builder.case_insensitive(!wanted.exact).multi_line(true).size_limit(LIMIT).dfa_size_limit(2 * LIMIT);
        builder.build().map_or(Self::Broken, |regex| Self::Regex(regex, wanted.regex))
    }

    /// Where `text` holds it, in bytes; nothing of no length, none overlapping another.
    pub fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let found = match self {
            Self::Regex(regex, _) => Some(regex.find_iter(text)),
            Self::Nothing | Self::Broken => None,
        };
        found.into_iter().flatten().map(|found| found.range()).filter(|range| !range.is_empty())
    }

    /// What the place that begins at byte `start` of `text` reads once it is replaced by `words`.
    pub fn replaced(&self, text: &str, start: usize, words: &str) -> String {
        match self {
            Self::Regex(regex, true) => {
                let expand = |groups: Captures<'_>| {
                    let mut expanded = String::new();
                    groups.expand(words, &mut expanded);
                    expanded
                };
                regex.captures_at(text, start).map_or_else(String::new, expand)
            }
            _ => words.to_owned(),
        }
    }
}

/// An expression for a character in either width.
fn of_any_width(character: char) -> String {
    let half = half_width(character).unwrap_or(character);
    let full = match half {
        ' ' => '\u{3000}',
        '!'..='~' => char::from_u32(half as u32 + 0xFEE0).unwrap_or(half),
        _ => return regex::escape(&String::from(character)),
    };
    format!("(?:{}|{})", regex::escape(&String::from(half)), full)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &'a str, words: &str, regex: bool, exact: bool) -> Vec<&'a str> {
        let pattern = Pattern::new(&Wanted { words: words.into(), regex, exact, body_only: false });
        pattern.places(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn words_are_found_in_either_width_and_case_unless_told_apart() {
        assert_eq!(found("(一)和（一）", "(一)", false, false), ["(一)", "（一）"]);
        assert_eq!(found("(一)和（一）", "（一)", false, false), ["(一)", "（一）"]);
        assert_eq!(found("(一)和（一）", "(一)", false, true), ["(一)"]);
        assert_eq!(found("APP和app和ＡＰＰ", "app", false, false), ["APP", "app", "ＡＰＰ"]);
        assert_eq!(found("APP和app", "app", false, true), ["app"]);
        assert_eq!(found("10.5%和10.5％", "10.5%", false, false), ["10.5%", "10.5％"]);
        assert_eq!(found("甲$乙^", "$", false, false), ["$"]);
        assert!(found("东洲", "", false, false).is_empty());
    }

    #[test]
    fn an_expression_finds_and_its_groups_are_put_back() {
        assert_eq!(found("3.2公里、10公里", r"\d+(\.\d+)?公里", true, false), ["3.2公里", "10公里"]);
        assert_eq!(found("一、甲\n二、乙", "^.、", true, false), ["一、", "二、"]);
        assert!(found("东洲", "x*", true, false).is_empty());
        assert_eq!(Pattern::new(&Wanted { words: "(".into(), regex: true, ..Wanted::default() }), Pattern::Broken);
        let dates = Wanted { words: r"(\d+)-(\d+)".into(), regex: true, ..Wanted::default() };
        let (pattern, text) = (Pattern::new(&dates), "于2026-6月");
        let at = pattern.places(text).next().unwrap().start;
        assert_eq!(pattern.replaced(text, at, "${1}年$2"), "2026年6");
    }

    #[test]
    fn an_expression_that_would_fill_the_memory_is_broken() {
        assert_eq!(found("a", r"(\w{500}){500}", true, false), Vec::<&str>::new());
    }
}
