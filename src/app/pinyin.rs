//! Finding Chinese by what is typed: the characters themselves, their pinyin, or its initials.

use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};
use ib_matcher::pinyin::PinyinNotation;

use crate::recall::Pattern;
use crate::text::characters::half_width;

/// A question put to many names. Words separated by blanks must all be found, in any order.
pub struct Query {
    words: Vec<Word>,
}

struct Word {
    matcher: IbMatcher<'static>,
    /// Syllables and initials one after the other, as in xiugaiys, which the matcher does not take together.
    mixed: Option<Pattern>,
}

/// From so many letters on they may be syllables and initials together.
const MIXED: usize = 4;

impl Query {
    /// Reads what a person typed; full-width and capital letters count as small ones.
    pub fn new(typed: &str) -> Self {
        let typed: String = typed.chars().map(|c| half_width(c).unwrap_or(c).to_ascii_lowercase()).collect();
        let words = typed
            .split_whitespace()
            .map(|word| {
                let notations = PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter;
                let matcher = IbMatcher::builder(word).pinyin(PinyinMatchConfig::notations(notations)).build();
                let is_mixed = word.len() >= MIXED && word.bytes().all(|it| it.is_ascii_lowercase());
                Word { matcher, mixed: is_mixed.then(|| Pattern::new(word)) }
            })
            .collect();
        Self { words }
    }

    /// How near `name` is to it, nearest first: the whole name, its beginning, something inside it.
    pub fn distance(&self, name: &str) -> (bool, bool) {
        let found = self.words.first().and_then(|word| word.matcher.find(name));
        let (from, to) = found.map_or((1, 0), |found| (found.start(), found.end()));
        (from > 0, to < name.len())
    }

    /// Whether `name` answers it. An empty question is answered by everything.
    pub fn finds(&self, name: &str) -> bool {
        let finds = |word: &Word| {
            let mixed = || word.mixed.as_ref().is_some_and(|mixed| mixed.find(name, false).is_some());
            word.matcher.is_match(name) || mixed()
        };
        self.words.iter().all(finds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_pinyin_and_initials_find() {
        for typed in ["要素", "yaosu", "ys", "ＹＳ", "填 ys", "tianxie", "tianxieys", "txyaosu"] {
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
