//! Finding Chinese by what is typed: the characters themselves, their pinyin, or its initials.

use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};
use ib_matcher::pinyin::PinyinNotation;

use crate::text::characters::half_width;

/// A question put to many names. Words separated by blanks must all be found, in any order.
pub struct Query {
    words: Vec<IbMatcher<'static>>,
}

impl Query {
    /// Reads what a person typed; full-width and capital letters count as small ones.
    pub fn new(typed: &str) -> Self {
        let typed: String = typed.chars().map(|c| half_width(c).unwrap_or(c).to_ascii_lowercase()).collect();
        let words = typed
            .split_whitespace()
            .map(|word| {
                let notations = PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter;
                IbMatcher::builder(word).pinyin(PinyinMatchConfig::notations(notations)).build()
            })
            .collect();
        Self { words }
    }

    /// How near `name` is to it, nearest first: the whole name, its beginning, something inside it.
    pub fn distance(&self, name: &str) -> (bool, bool) {
        let found = self.words.first().and_then(|word| word.find(name));
        let (from, to) = found.map_or((1, 0), |found| (found.start(), found.end()));
        (from > 0, to < name.len())
    }

    /// Whether `name` answers it. An empty question is answered by everything.
    pub fn finds(&self, name: &str) -> bool {
        self.words.iter().all(|word| word.is_match(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_pinyin_and_initials_find() {
        for typed in ["要素", "yaosu", "ys", "ＹＳ", "填 ys", "tianxie"] {
            assert!(Query::new(typed).finds("填写要素"), "{typed}");
        }
        assert!(!Query::new("dc").finds("填写要素"));
        assert!(Query::new("cq").finds("重庆") && Query::new("zq").finds("重庆"));
        assert!(Query::new("").finds("任何"));
    }

    #[test]
    fn what_is_meant_comes_first() {
        let query = Query::new("cx");
        let mut names = ["与别处存下的改动合并", "撤销全部改动", "撤销"];
        names.sort_by_key(|name| query.distance(name));
        assert_eq!(names, ["撤销", "撤销全部改动", "与别处存下的改动合并"]);
    }
}
