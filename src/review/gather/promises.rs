//! Promises: what the office says it will do, and by when.

use crate::text::{characters, sentence};
use std::ops::Range;

/// Words that promise.
const WORDS: [&str; 17] = [
    "将",
    "计划",
    "拟于",
    "拟在",
    "力争",
    "预计",
    "下一步",
    "争取",
    "确保",
    "承诺",
    "年底前",
    "月底前",
    "日前完成",
    "适时",
    "尽快",
    "逐步",
    "继续",
];

/// A sentence that promises something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// The time it names, as written; `None` where it names none.
    pub time: Option<String>,
}

/// The sentences of `text` that promise something.
pub fn of(text: &str) -> Vec<Promise> {
    text.split_inclusive('\n')
        .scan(0, |start, line| {
            let from = *start;
            *start += line.len();
            Some((from, line.trim_end_matches('\n')))
        })
        .flat_map(|(from, line)| {
            sentence::sentences(line).into_iter().map(move |range| from + range.start..from + range.end)
        })
        .filter_map(|range| {
            let words = &text[range.clone()];
            let blank = words.len() - words.trim_start_matches(characters::is_blank).len();
            WORDS
                .iter()
                .any(|word| promises(words, word))
                .then(|| Promise { range: range.start + blank..range.end, time: time(words) })
        })
        .collect()
}

/// Whether `word` promises in `sentence`: in 将近, 将其 and 将21路延长 the 将 is another word.
fn promises(sentence: &str, word: &str) -> bool {
    sentence.match_indices(word).any(|(at, _)| {
        let after = sentence[at + word.len()..].chars().next();
        word != "将" || !matches!(after, Some('近' | '军' | '领' | '其' | '0'..='9'))
    })
}

/// The time by which `sentence` promises: a term (2026年9月底前, 年底前) before any other time, else the last it names (9月30日,
/// 明年上半年).
fn time(sentence: &str) -> Option<String> {
    const ENDS: [&str; 12] =
        ["年底", "月底", "月末", "年内", "上半年", "下半年", "季度", "年度", "日", "号", "月", "年"];
    let is_time = |character: char| {
        character.is_ascii_digit()
            || crate::text::numeral::is_numeral(character)
            || matches!(
                character,
                '年' | '月'
                    | '日'
                    | '号'
                    | '底'
                    | '末'
                    | '今'
                    | '明'
                    | '本'
                    | '内'
                    | '上'
                    | '下'
                    | '半'
                    | '第'
                    | '季'
                    | '度'
            )
    };
    let mut times: Vec<String> = Vec::new();
    let mut run = String::new();
    for character in sentence.chars().chain(std::iter::once('\n')) {
        if is_time(character) {
            run.push(character);
            continue;
        }
        let named = ENDS.iter().any(|end| run.contains(end))
            && run.chars().count() > 1
            && run.starts_with(|first: char| {
                first.is_ascii_digit()
                    || crate::text::numeral::is_numeral(first)
                    || matches!(first, '今' | '明' | '本' | '年' | '第')
            });
        if named {
            let before = if character == '前' { "前" } else { "" };
            times.push(format!("{run}{before}"));
        }
        run.clear();
    }
    let last = times.pop()?;
    Some(times.into_iter().find(|time| time.ends_with('前')).filter(|_| !last.ends_with('前')).unwrap_or(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promises_with_and_without_a_time() {
        let text = "今年已完成15座，其余9座将于9月底前完工。将近一半已通车。\n下一步，我局将持续跟进。";
        let found = of(text);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].time.as_deref(), Some("9月底前"));
        assert_eq!(&text[found[1].range.clone()], "下一步，我局将持续跟进。");
        assert_eq!(found[1].time, None);
        assert_eq!(of("力争2026年9月30日前建成。")[0].time.as_deref(), Some("2026年9月30日前"));
        assert_eq!(of("计划明年上半年启动。")[0].time.as_deref(), Some("明年上半年"));
        assert_eq!(of("项目已经完成。"), []);
    }
}
