//! Marks typed in half width among Chinese, as they should stand there: `,` after 汉字 is ，, and `(` begins a pair.
//!
//! Pure judgement about one paragraph; [`typing`](super::typing) acts on it. Digits and Latin words are left alone: 3.5,
//! 10:30 and e.g. keep their marks.

use crate::text::characters::{is_chinese_mark, is_han};

/// What a typed mark becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becoming {
    /// This text, the cursor before its last `behind` bytes.
    Text {
        /// What is put in.
        text: &'static str,
        /// How many of its bytes stand behind the cursor.
        behind: usize,
    },
    /// Nothing: the mark stands there already, and the cursor goes over it.
    Over,
}

/// The pairs that a selection is put into, by the mark that begins them.
const PAIRS: [(char, char, char); 8] = [
    ('(', '（', '）'),
    ('（', '（', '）'),
    ('"', '“', '”'),
    ('“', '“', '”'),
    ('《', '《', '》'),
    ('〈', '〈', '〉'),
    ('〔', '〔', '〕'),
    ('【', '【', '】'),
];

/// What `typed` becomes between `before` and `after`, the parts of its paragraph; `None` where it stays as it is.
pub fn becoming(before: &str, after: &str, typed: char) -> Option<Becoming> {
    let (last, next) = (before.chars().next_back(), after.chars().next());
    let text = |text: &'static str| Some(Becoming::Text { text, behind: 0 });
    let open = |pair: &'static str, mark: &'static str| {
        // Before words that stand there already, only the mark itself: where its pair belongs is not known.
        let alone = next.is_some_and(|next| !is_chinese_mark(next) || matches!(next, '（' | '《' | '“' | '〔'));
        if alone { text(mark) } else { Some(Becoming::Text { text: pair, behind: pair.len() - mark.len() }) }
    };
    // A paragraph begins in Chinese: （一）.
    let begins = last.is_none_or(is_chinese);
    match typed {
        ')' | '）' if next == Some('）') && is_balanced(before, after, '（', '）') => Some(Becoming::Over),
        '"' | '”' if next == Some('”') && is_balanced(before, after, '“', '”') => Some(Becoming::Over),
        '(' if begins => open("（）", "（"),
        ')' if is_open(before, '（', '）') => text("）"),
        ')' if !is_open(before, '(', ')') && last.is_some_and(is_chinese) => text("）"),
        '"' if is_open(before, '“', '”') => text("”"),
        '"' if begins => open("“”", "“"),
        '>' if next == Some('》') && is_balanced(before, after, '《', '》') => Some(Becoming::Over),
        '>' if is_open(before, '《', '》') => text("》"),
        '<' if last.is_some_and(is_chinese) => open("《》", "《"),
        // 国办发〔2024〕12号.
        ']' if next == Some('〕') && is_balanced(before, after, '〔', '〕') => Some(Becoming::Over),
        ']' if is_open(before, '〔', '〕') => text("〕"),
        '[' if last.is_some_and(is_han) => open("〔〕", "〔"),
        _ if !last.is_some_and(is_chinese) => None,
        _ => full_width(typed).and_then(text),
    }
}

/// The Chinese form of a mark that ends a clause or a sentence.
pub fn full_width(mark: char) -> Option<&'static str> {
    Some(match mark {
        ',' => "，",
        '.' => "。",
        ':' => "：",
        ';' => "；",
        '?' => "？",
        '!' => "！",
        _ => return None,
    })
}

/// The pair that `typed` puts a selection into.
pub fn pair(typed: char) -> Option<(char, char)> {
    PAIRS.iter().find(|(begins, ..)| *begins == typed).map(|&(_, open, close)| (open, close))
}

/// `typed`, a full-width digit in its half-width form: digits are never full-width in an official letter.
pub fn digit(typed: char) -> char {
    match typed {
        '０'..='９' => char::from_u32(typed as u32 - 0xFEE0).unwrap_or(typed),
        _ => typed,
    }
}

fn is_chinese(character: char) -> bool {
    is_han(character) || is_chinese_mark(character)
}

fn count(text: &str, mark: char) -> usize {
    text.matches(mark).count()
}

fn is_open(before: &str, open: char, close: char) -> bool {
    count(before, open) > count(before, close)
}

fn is_balanced(before: &str, after: &str, open: char, close: char) -> bool {
    count(before, open) + count(after, open) <= count(before, close) + count(after, close)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The paragraph after `typed` at `|`, the cursor shown.
    fn after(paragraph: &str, typed: char) -> String {
        let (before, rest) = paragraph.split_once('|').unwrap();
        match becoming(before, rest, typed) {
            None => format!("{before}{typed}|{rest}"),
            Some(Becoming::Over) => {
                let over = rest.chars().next().unwrap();
                format!("{before}{over}|{}", &rest[over.len_utf8()..])
            }
            Some(Becoming::Text { text, behind }) => {
                let at = text.len() - behind;
                format!("{before}{}|{}{rest}", &text[..at], &text[at..])
            }
        }
    }

    #[test]
    fn marks_after_chinese_are_chinese() {
        for (typed, mark) in [(',', '，'), ('.', '。'), (':', '：'), (';', '；'), ('?', '？'), ('!', '！')] {
            assert_eq!(after("收悉|", typed), format!("收悉{mark}|"));
            assert_eq!(after("（一）|", typed), format!("（一）{mark}|"));
        }
    }

    #[test]
    fn numbers_and_latin_words_keep_theirs() {
        for (paragraph, typed) in [
            ("约3|", '.'),
            ("10|", ':'),
            ("1|", ','),
            ("GDP|", '('),
            ("App|", '"'),
            ("e|", '.'),
            ("好 |", ','),
            ("|", '.'),
        ] {
            assert_eq!(after(paragraph, typed), paragraph.replace('|', &format!("{typed}|")));
        }
    }

    #[test]
    fn brackets_and_quotes_come_in_pairs_and_are_gone_over() {
        assert_eq!(after("|", '('), "（|）");
        assert_eq!(after("（一|）", ')'), "（一）|");
        assert_eq!(after("（一|）", '）'), "（一）|");
        assert_eq!(after("所称|，", '"'), "所称“|”，");
        assert_eq!(after("“卡脖子|”", '"'), "“卡脖子”|");
        assert_eq!(after("|一）支持", '('), "（|一）支持");
        assert_eq!(after("（3|", ')'), "（3）|");
        assert_eq!(after("(3|", ')'), "(3)|");
        assert_eq!(after("“好|", '"'), "“好”|");
        assert_eq!(after("根据|", '<'), "根据《|》");
        assert_eq!(after("《条例|》", '>'), "《条例》|");
        assert_eq!(after("a|", '<'), "a<|");
        assert_eq!(after("国办发|", '['), "国办发〔|〕");
        assert_eq!(after("国办发〔2024|〕", ']'), "国办发〔2024〕|");
        assert_eq!(after("表2|", '['), "表2[|");
        // One bracket is missing: what is typed is not swallowed.
        assert_eq!(after("（（一|）", '）'), "（（一）|）");
    }
}
