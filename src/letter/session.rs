//! 届次: which meeting a suggestion or proposal was made at.

use crate::text::numeral;
use std::ops::Range;

/// The assembly a session belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assembly {
    /// 人民代表大会.
    Congress,
    /// 政治协商会议.
    Conference,
}

/// A session as it is written: 市十七届人大一次会议, 政协临江市第十五届委员会第二次会议.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// All of it, in bytes of the text it was found in.
    pub range: Range<usize>,
    /// Whose session it is.
    pub assembly: Assembly,
    /// 届.
    pub term: u32,
    /// 次.
    pub meeting: u32,
    /// Whether both numerals are Chinese, as 十四届 must be (GB/T 15835—2011).
    pub chinese_numerals: bool,
    /// Whether the assembly stands before 届 (政协十五届二次会议, the right order for 政协) or after it (十七届人大一次会议, for 人大).
    pub assembly_first: bool,
}

impl Session {
    /// The first session in `text`, in any of the orders that letters use.
    pub fn find(text: &str) -> Option<Self> {
        text.match_indices('届').find_map(|(at, _)| Self::around(text, at))
    }

    /// Every session in `text`, in order.
    pub fn find_all(text: &str) -> Vec<Self> {
        text.match_indices('届').filter_map(|(at, _)| Self::around(text, at)).collect()
    }

    fn around(text: &str, term_end: usize) -> Option<Self> {
        let (term, term_start, term_chinese) = number_before(text, term_end)?;
        let after_term = term_end + '届'.len_utf8();
        // The meeting: 一次会议, 第一次会议, within a few words after 届.
        let tail = &text[after_term..];
        let meeting_end = tail.find("次会议").filter(|&at| tail[..at].chars().count() <= 16)? + after_term;
        let (meeting, meeting_start, meeting_chinese) = number_before(text, meeting_end)?;
        if meeting_start < after_term {
            return None;
        }
        let between = &text[after_term..meeting_start];
        let before = text[..term_start].trim_end_matches('第');
        let lead = lead_start(before);
        let (assembly, assembly_first) = if between.contains("人大") || between.contains("人民代表大会") {
            (Assembly::Congress, false)
        } else if between.contains("政协") {
            (Assembly::Conference, false)
        } else if before[lead..].contains("政协") {
            (Assembly::Conference, true)
        } else if before[lead..].contains("人大") || before[lead..].contains("人民代表大会") {
            (Assembly::Congress, true)
        } else {
            return None;
        };
        if between.contains(['，', '。', '、', '；', '《', '》']) {
            return None;
        }
        let range = lead..meeting_end + "次会议".len();
        Some(Self { range, assembly, term, meeting, chinese_numerals: term_chinese && meeting_chinese, assembly_first })
    }
}

/// Where the words that lead a session begin: the place and, for 政协, its name. They end at the first mark or word that
/// cannot be part of them (关于, 对, a comma).
fn lead_start(before: &str) -> usize {
    let run = before.trim_end_matches(crate::text::characters::is_han).len();
    let mut start = run;
    for word in ["关于对", "关于", "答复", "在", "对", "届", "号", "和", "及", "交办的", "承办的", "办理的", "您"]
    {
        if let Some(at) = before[start..].rfind(word) {
            start += at + word.len();
        }
    }
    // A title names its organ before the session: 临江市科学技术局市十七届…. 局 or 委 ends that name.
    for word in ["局", "厅", "部", "办公室", "人民政府"] {
        if let Some(at) = before[start..].rfind(word) {
            start += at + word.len();
        }
    }
    start
}

fn number_before(text: &str, end: usize) -> Option<(u32, usize, bool)> {
    let is_digit = |character: char| character.is_ascii_digit();
    let trimmed = text[..end].trim_end_matches(' ').len();
    let arabic = text[..trimmed].trim_end_matches(is_digit).len();
    if arabic < trimmed {
        return Some((text[arabic..trimmed].parse().ok()?, arabic, false));
    }
    let chinese = text[..trimmed].trim_end_matches(numeral::is_numeral).len();
    Some((numeral::parse(&text[chinese..trimmed])?, chinese, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(&str, Assembly, u32, u32)> {
        let session = Session::find(text)?;
        Some((&text[session.range.clone()], session.assembly, session.term, session.meeting))
    }

    #[test]
    fn both_orders_and_the_full_forms() {
        use Assembly::{Conference, Congress};
        for (text, expected) in [
            (
                "临江市科学技术局关于市十七届人大一次会议第2026042号代表建议答复的函",
                ("市十七届人大一次会议", Congress, 17, 1),
            ),
            ("对市政协十五届二次会议第0487号提案的答复", ("市政协十五届二次会议", Conference, 15, 2)),
            ("关于对省政协十二届二次会议第20190017号提案的答复", ("省政协十二届二次会议", Conference, 12, 2)),
            ("对十四届全国人大三次会议第7409号建议的答复", ("十四届全国人大三次会议", Congress, 14, 3)),
            (
                "关于政协临江市第十五届委员会第二次会议第12号提案的答复",
                ("政协临江市第十五届委员会第二次会议", Conference, 15, 2),
            ),
            (
                "临江市第十七届人民代表大会第一次会议第8号建议",
                ("临江市第十七届人民代表大会第一次会议", Congress, 17, 1),
            ),
            ("市14届人大3次会议", ("市14届人大3次会议", Congress, 14, 3)),
        ] {
            assert_eq!(found(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn no_session() {
        for text in ["本届政府", "三届会议", "十九届五中全会", "第三次会议"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
