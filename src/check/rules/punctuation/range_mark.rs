//! P10: a range written with a hyphen or a half-width tilde.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P10",
    name: "range-mark",
    title: "起止范围的连接号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "年月日、时间的起止用一字线“—”，数值的起止用浪纹线“～”或者一字线，不用短横线“-”和半角“~”。电话、编号、型号里的短横线不管。",
    source: "GB/T 15834—2011 4.13.3",
    examples: &[
        wrong(&[("paragraph", "2021‹-›2025年，新增线路6条。")]).mended("2021—2025年，新增线路6条。"),
        wrong(&[("paragraph", "今年1‹~›5月，新增线路6条。")]).mended("今年1—5月，新增线路6条。"),
        wrong(&[("paragraph", "每辆车造价25‹-›30万元。")]).mended("每辆车造价25～30万元。"),
        wrong(&[("paragraph", "满载率为18%‹~›25%。")]).mended("满载率为18%～25%。"),
        wrong(&[("paragraph", "2021‹--›2025年，新增线路6条。")]).mended("2021—2025年，新增线路6条。"),
        wrong(&[("paragraph", "绿灯时间延长5‹-›10秒。")]).mended("绿灯时间延长5～10秒。"),
        wrong(&[("paragraph", "覆盖0‹-›14岁儿童。")]).mended("覆盖0～14岁儿童。"),
        wrong(&[("paragraph", "早高峰为7：00‹-›9：00。")]).mended("早高峰为7：00—9：00。"),
        wrong(&[("paragraph", "每周一‹~›周五加密班次。")]).mended("每周一—周五加密班次。"),
        wrong(&[("paragraph", "编制规划（2018‹－－›2025年），分步实施。")])
            .mended("编制规划（2018—2025年），分步实施。"),
        wrong(&[("paragraph", "每站相距3‹——›5公里。")]).mended("每站相距3～5公里。"),
        wrong(&[("paragraph", "每辆车造价25‹～～›30万元。")]).mended("每辆车造价25～30万元。"),
        right(&[("paragraph", "电话0700-8201234，标准GB/T 9704-2012，车型BJ-12，日期2026-06-12。")]),
        right(&[("paragraph", "2021—2025年，每辆车造价25～30万元，位于3-2号楼。")]),
    ],
    check: Check::PassageWith("-~－〜–―～—", check),
};

/// Units of time, whose range takes 一字线.
const TIMES: [&str; 9] = ["年", "月", "日", "时", "点", "分", "周", "季度", "学年"];
/// Units of other quantities.
const UNITS: [&str; 30] = [
    "%",
    "％",
    "万",
    "亿",
    "元",
    "个",
    "名",
    "人",
    "家",
    "岁",
    "公里",
    "千米",
    "米",
    "吨",
    "次",
    "倍",
    "天",
    "小时",
    "项",
    "件",
    "套",
    "台",
    "辆",
    "座",
    "亩",
    "公斤",
    "千克",
    "平方米",
    "户",
    "度",
];

/// The marks that may stand for a range, `--` as one; ～ only where it is doubled.
fn marks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices(['-', '~', '－', '〜', '–', '―', '～', '—']).filter_map(|(at, mark)| {
        let end = at + mark.len();
        let is_second = text[..at].ends_with(mark);
        let is_double = text[end..].starts_with(mark);
        let written = if is_double { &text[at..end + mark.len()] } else { mark };
        (!is_second && (is_double || !matches!(mark, "～" | "—"))).then_some((at, written))
    })
}

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, mark) in marks(text) {
        let after = &text[at + mark.len()..];
        let before = &text[..at];
        let right = after.len() - after.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.').len();
        // The left end may carry its own unit: 18%, 3月, 2021年, 6:30.
        let left_unit = TIMES.iter().chain(&UNITS).find(|unit| before.ends_with(**unit));
        let number = before[..before.len() - left_unit.map_or(0, |unit| unit.len())]
            .trim_end_matches(|it: char| it.is_ascii_digit() || matches!(it, '.' | ':' | '：'));
        let left = before.len() - left_unit.map_or(0, |unit| unit.len()) - number.len();
        if right == 0 || left == 0 {
            continue;
        }
        let is_code = number.ends_with(|it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '/' | '—'))
            || after[right..].starts_with(['-', '/', ':', '：'])
                && left_unit.is_none()
                && !before[number.len()..].contains([':', '：']);
        let rest = &after[right..];
        let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
        let clock = before[number.len()..].contains([':', '：']) && rest.starts_with([':', '：']);
        // 5-10秒, 3-5眼: any unit will do for a figure that stands by itself in a clause.
        let is_measured = rest.starts_with(characters::is_han)
            && !rest.starts_with(['号', '栋', '幢', '室', '楼', '单', '型', '式', '系', '区', '路', '线', '的', '和'])
            && before[..number.len()].ends_with(|it: char| characters::is_han(it) || it == '，' || it == '（')
            && before[number.len()..]
                .parse::<f64>()
                .is_ok_and(|low| after[..right].parse::<f64>().is_ok_and(|high| low < high));
        let time = clock || TIMES.iter().any(|unit| rest.starts_with(unit)) && !rest.starts_with("分之");
        let unit = UNITS.iter().any(|unit| rest.starts_with(unit)) || is_measured;
        // A telephone number before 人: 0700-8201234.
        let is_phone =
            digits(&after[..right]) >= 7 || before[number.len()..].starts_with('0') && before.len() - number.len() >= 3;
        if is_code || is_phone || !(time || unit) {
            continue;
        }
        let right_mark = if time { "—" } else { "～" };
        let range = at..at + mark.len();
        found.at(passage.field, range.clone(), format!("起止范围用“{right_mark}”，不用“{mark}”")).mend(
            Applicability::Safe,
            range,
            right_mark,
        );
    }
    // 周一~周五, 东站~西站: the half-width tilde between words.
    for (at, mark) in text.match_indices('~') {
        let end = at + mark.len();
        if text[..at].ends_with(characters::is_han) && text[end..].starts_with(characters::is_han) {
            let message = format!("起止范围用“—”，不用“{mark}”");
            found.at(passage.field, at..end, message).mend(Applicability::Safe, at..end, "—");
        }
    }
}
