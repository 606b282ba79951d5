//! D13: thousands divided by a Chinese comma, or by commas at all.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D13",
    name: "thousands",
    title: "数字分节",
    group: Group::Numbers,
    severity: Severity::Advice,
    explanation: "多位数一般连写，或者以“万”“亿”为单位，不用逗号分节；更不能用全角逗号分节。",
    source: "办理惯例：公文里一般连写，或者以“万”“亿”为单位（GB/T 15835—2011允许分节）",
    examples: &[
        wrong(&[("paragraph", "惠及居民‹12,000›人。")]).mended("惠及居民12000人。"),
        wrong(&[("paragraph", "惠及居民‹12，000›人。")]),
        right(&[("paragraph", "惠及居民12000人，今年6月，100辆新车上线。")]),
        wrong(&[("paragraph", "安装护栏‹1，200›米。")]).mended("安装护栏1200米。"),
        right(&[("paragraph", "其中2024年30，2025年340。")]),
    ],
    check: Check::PassageWith("0123456789", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let mut told = 0;
    for (at, mark) in text.match_indices([',', '，']) {
        if at < told {
            continue;
        }
        let left = at - text[..at].trim_end_matches(|it: char| it.is_ascii_digit()).len();
        let mut end = at;
        while text[end..].starts_with(mark) {
            let digits = text[end + mark.len()..].bytes().take_while(u8::is_ascii_digit).count();
            if digits != 3 {
                break;
            }
            end += mark.len() + digits;
        }
        let starts_bare = text[..at - left].chars().next_back().is_none_or(|it| !it.is_ascii_graphic() && it != '—');
        // A full-width comma is a slip only where the next group is 000: two numbers may stand side by side.
        // 1，200米: what is counted once is one number.
        let is_one = left == 1
            && text[..at - left].ends_with(characters::is_han)
            && crate::text::measure_words::leading(&text[end..]).is_some_and(|word| !matches!(word, "人" | "名"));
        let is_slip = mark == "," || text[at..end].ends_with("000") || is_one;
        if (1..=3).contains(&left) && end > at && starts_bare && is_slip && !text[end..].starts_with('.') {
            let start = at - left;
            let plain = text[start..end].replace(mark, "");
            told = end;
            found.at(passage.field, start..end, "多位数不用逗号分节").mend(Applicability::Review, start..end, plain);
        }
    }
}
