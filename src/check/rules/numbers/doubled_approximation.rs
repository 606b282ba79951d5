//! D09: 约 with 左右, 超过 with 以上.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D09",
    name: "doubled-approximation",
    title: "约数重复",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "表示约数的词只用一个：“约……左右”“近……余”“超过……以上”“至少……以上”意思重复。",
    source: "GB/T 15835—2011；《党政机关公文处理工作条例》第二十条（四）：表述准确",
    examples: &[
        wrong(&[("paragraph", "每天发车‹约120班左右›，运送乘客。")]),
        wrong(&[("paragraph", "准点率‹超过95%以上›，乘客满意。")]),
        wrong(&[("paragraph", "每日‹不低于80班以上›。")]),
        wrong(&[("paragraph", "惠及‹近3000余名›居民。")]),
        wrong(&[("paragraph", "转移群众‹大概约›500人。")]),
        right(&[("paragraph", "每天发车约120班，准点率达到95%以上，惠及3000余名居民。")]),
        right(&[("paragraph", "约120班车，发车间隔缩短5分钟左右。")]),
        right(&[("paragraph", "对1500平方米以上的工地，超过9成已经联网；超过60周岁以上年龄段的不在此列。")]),
    ],
    check: Check::PassageWith("0123456789", check),
};

/// Words before a number, with the words after it that say the same again.
const PAIRS: [(&[&str], &[&str]); 3] = [
    (&["约", "大约", "大概", "近", "将近", "接近"], &["左右", "上下", "余", "多", "以上"]),
    (&["超过", "逾", "突破", "高于", "不低于", "不少于", "至少", "最少"], &["以上", "余", "多", "左右"]),
    (&["不超过", "不高于", "至多", "最多", "低于", "不足"], &["以下", "以内", "左右"]),
];

/// Two rough words side by side.
const TWICE: [&str; 8] = ["大概约", "大约约", "大约近", "大约有近", "约近", "近约", "大概近", "大约大概"];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for word in TWICE.into_iter().filter(|word| passage.has_all(word)) {
        for (at, _) in text.match_indices(word) {
            if text[at + word.len()..].starts_with(|it: char| it.is_ascii_digit()) {
                found.at(passage.field, at..at + word.len(), "表示约数的词重复");
            }
        }
    }
    let bytes = text.as_bytes();
    let mut told = 0;
    for start in (0..bytes.len()).filter(|&at| bytes[at].is_ascii_digit()) {
        // The first digit of a number.
        if start < told || start > 0 && matches!(bytes[start - 1], b'0'..=b'9' | b'.') {
            continue;
        }
        // What all words of the first kind end with tells most numbers apart.
        if !text[..start].ends_with(['约', '概', '近', '过', '逾', '破', '于', '少', '多', '足']) {
            continue;
        }
        let Some((word, tails)) = PAIRS.iter().find_map(|(leads, tails)| {
            let lead = leads.iter().filter(|lead| text[..start].ends_with(**lead)).max_by_key(|lead| lead.len())?;
            Some((*lead, *tails))
        }) else {
            continue;
        };
        let at = start - word.len();
        let rest = &text[start..];
        let number = rest.len() - rest.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.').len();
        // The unit and what stands between: a few characters without a mark.
        let unit: String =
            rest[number..].chars().take(5).take_while(|it| characters::is_han(*it) || *it == '%').collect();
        let tail = tails.iter().filter_map(|tail| unit.find(tail).map(|at| (at, *tail))).min();
        let Some((tail_at, tail)) = tail else { continue };
        let between = unit[..tail_at].chars().count();
        let is_far = between > 3 || tail.chars().count() == 1 && between > 1;
        // 60周岁以上年龄段: the words belong to a class of persons.
        let after = &rest[number + tail_at + tail.len()..];
        let is_class = tail == "以上" && after.starts_with(['的', '年', '人', '老', '职', '干']);
        let is_word = tail == "多" && after.starts_with(['个', '次', '种', '样', '元', '名', '家']) && between > 0;
        if !(is_far || is_class || is_word) {
            let mut end = start + number + tail_at + tail.len();
            // 余名: the unit that follows belongs to it.
            if matches!(tail, "余" | "多") {
                end += text[end..].chars().next().filter(|it| characters::is_han(*it)).map_or(0, char::len_utf8);
            }
            found.at(passage.field, at..end, format!("“{word}”与“{tail}”意思重复"));
            told = end;
        }
    }
}
