//! D17: a number that is written so that nobody can read it.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D17",
    name: "broken-number",
    title: "数字的写法有误",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "小数点用半角的点，数字中间不插逗号、句号、空格，一个数只有一个小数点，前面不加多余的0；“个百分点”前不写“%”，单位不重写。",
    source: "GB/T 15835—2011 5；《党政机关公文处理工作条例》第二十条（四）：数字准确，用法规范",
    examples: &[
        wrong(&[("paragraph", "2025年投入资金1850‹.›万元，新增线路6条。")])
            .mended("2025年投入资金1850万元，新增线路6条。"),
        wrong(&[("paragraph", "2025年投入资金‹18 50›万元，新增线路6条。")])
            .mended("2025年投入资金1850万元，新增线路6条。"),
        wrong(&[("paragraph", "票价由6‹-›元提高到10元。")]).mended("票价由6元提高到10元。"),
        right(&[("paragraph", "1.万元以上项目由市级审批。规划用地2 500 000万元，12 000元。")]),
        wrong(&[("paragraph", "惠及居民‹3。5›万人。")]).mended("惠及居民3.5万人。"),
        wrong(&[("paragraph", "增长‹12，5›%，乘客满意。")]).mended("增长12.5%，乘客满意。"),
        wrong(&[("paragraph", "增长‹12·5›%，乘客满意。")]),
        wrong(&[("paragraph", "增长‹12．5›%，乘客满意。")]).mended("增长12.5%，乘客满意。"),
        wrong(&[("paragraph", "惠及居民‹3..5›万人。")]).mended("惠及居民3.5万人。"),
        wrong(&[("paragraph", "惠及居民‹3.5.2›万人。")]),
        wrong(&[("paragraph", "增长‹12. 5›%，乘客满意。")]).mended("增长12.5%，乘客满意。"),
        wrong(&[("paragraph", "增长12.5‹ ›%，乘客满意。")]).mended("增长12.5%，乘客满意。"),
        wrong(&[("paragraph", "惠及居民‹1,2345›人。")]),
        wrong(&[("paragraph", "惠及居民‹05›万人。")]),
        wrong(&[("paragraph", "准点率提高3‹%个百分点›。")]).mended("准点率提高3个百分点。"),
        wrong(&[("paragraph", "准点率提高3‹个%›。")]),
        wrong(&[("paragraph", "准点率提高3‹百分点›。")]).mended("准点率提高3个百分点。"),
        wrong(&[("paragraph", "投入资金30‹万万›元。")]).mended("投入资金30万元。"),
        wrong(&[("paragraph", "产值达到9.6‹亿万元›。")]).mended("产值达到9.6亿元。"),
        right(&[("paragraph", "惠及居民12,000人，增长3.5%。5万人参与，其中2024年30，2025年340。")]),
        right(&[("paragraph", "版本2.0.1已上线，第062号建议，电话0700-8201234，2025年年底前完工，6个个体户。")]),
        right(&[("paragraph", "1. 5个站台已改造，提高3个百分点，增长5%，10%的居民参与，得分为3，5人参加。")]),
    ],
    check: Check::PassageWith("0123456789", check),
};

/// What a number counts, so that what stands before it is one number.
const COUNTED: [&str; 14] = ["万", "亿", "%", "％", "元", "公里", "米", "吨", "人", "户", "个", "名", "家", "座"];

/// What is said twice or in vain after a number, and what it ought to be.
const TAILS: [(&str, &str); 15] = [
    ("个百分点点", "个百分点"),
    ("个个百分点", "个百分点"),
    ("％%", "%"),
    ("%％", "%"),
    ("%个百分点", "个百分点"),
    ("％个百分点", "个百分点"),
    ("个%", "%"),
    ("个百分比", "个百分点"),
    ("个百分点%", "个百分点"),
    ("‰%", "‰"),
    ("%%", "%"),
    ("百分点", "个百分点"),
    ("万万", "万"),
    ("亿亿", "亿"),
    ("亿万元", "亿元"),
];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let bytes = text.as_bytes();
    let digits = |at: usize| bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|start| at + start) {
        let mut end = start + digits(start);
        // The groups of what stands together as one number, right or wrong.
        let mut groups = 1;
        let mut last = start..end;
        let mut is_wrong = false;
        let mut plain = text[start..end].to_owned();
        while let Some((mark, length)) = joint(&text[end..]) {
            let count = digits(end + length);
            if count == 0 {
                break;
            }
            is_wrong |= !matches!(mark, '.' | ',') || length > 1;
            last = end + length..end + length + count;
            groups += 1;
            plain.push('.');
            plain.push_str(&text[last.clone()]);
            end = last.end;
        }
        at = end;
        let before = text[..start].chars().next_back();
        let is_free = before.is_none_or(|it| characters::is_han(it) || characters::is_chinese_mark(it)) && start > 0;
        let rest = &text[end..];
        let is_counted = || COUNTED.iter().any(|unit| rest.starts_with(unit));
        let has_two_points = text[start..end].contains("..");
        if is_free && before != Some('第') && (has_two_points || is_counted()) {
            judge(passage, start..end, groups, &last, is_wrong, &plain, found);
        }
        tail(passage, end, found);
        inside(passage, start..end, found);
    }
}

/// 1850.万元, 600-元, 18 50万元: a mark or a blank that does not belong in or after the number at `range`.
fn inside(passage: &Passage<'_>, range: std::ops::Range<usize>, found: &mut Found<'_>) {
    const UNITS: [&str; 8] = ["万", "亿", "元", "%", "公里", "平方米", "亩", "吨"];
    let text = passage.text;
    let rest = &text[range.end..];
    let is_unit = |rest: &str| UNITS.iter().any(|unit| rest.starts_with(unit));
    let is_free = text[..range.start].ends_with(characters::is_han);
    let after = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
    if is_free && rest.starts_with(['.', '-']) && is_unit(after) {
        let mark = range.end..range.end + 1;
        found.at(passage.field, mark.clone(), "数字后面多了符号").mend(Applicability::Review, mark, "");
    } else if is_free && rest.starts_with(' ') {
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        // 12 000: groups of three.
        if (1..=2).contains(&digits) && range.len() < 4 && is_unit(&after[digits..]) {
            let whole = range.start..range.end + 1 + digits;
            let right = format!("{}{}", &text[range], &after[..digits]);
            found.at(passage.field, whole.clone(), "数字中间不空格").mend(Applicability::Review, whole, right);
        }
    }
}

/// Tells what is wrong with the number at `range`.
fn judge(
    passage: &Passage<'_>,
    range: std::ops::Range<usize>,
    groups: usize,
    last: &std::ops::Range<usize>,
    is_wrong: bool,
    plain: &str,
    found: &mut Found<'_>,
) {
    let number = &passage.text[range.clone()];
    let has_comma = number.contains(',');
    // 12,000 is D13's to tell; 3，5人 may be two numbers.
    let is_grouped = has_comma && last.len() == 3;
    // No number is a nought before a comma.
    let may_be_two = !number.starts_with(['0'])
        && number.contains(['，', '。', '：'])
        && !passage.text[range.end..].starts_with(['万', '亿', '%', '％']);
    let is_broken = groups == 2 && is_wrong && !may_be_two && last.len() <= 2;
    if is_broken || groups == 2 && has_comma && !is_grouped && last.len() <= 1 {
        found.at(passage.field, range.clone(), format!("写作“{plain}”")).mend(Applicability::Review, range, plain);
    } else if groups > 2 && !has_comma && number.bytes().filter(|byte| *byte == b'.').count() >= 2 {
        found.at(passage.field, range, "一个数有几个小数点");
    } else if groups == 2 && has_comma && !is_grouped {
        found.at(passage.field, range, "数字分节有误");
    } else if groups == 1 && number.len() > 1 && number.starts_with('0') || number.starts_with("00") {
        found.at(passage.field, range, "数字前面有多余的0");
    }
}

/// What joins two groups of digits, and its length in bytes: a mark, with or without blanks.
fn joint(rest: &str) -> Option<(char, usize)> {
    let mark = rest.chars().next()?;
    if !matches!(mark, '.' | ',' | '。' | '，' | '·' | '．') {
        return None;
    }
    let mut length = mark.len_utf8();
    if mark == '.' {
        // 3..5 and 12. 5
        length += rest[length..].len() - rest[length..].trim_start_matches(['.', ' ']).len();
    }
    Some((mark, length))
}

/// Tells what is said twice after the number that ends at byte `end`.
fn tail(passage: &Passage<'_>, end: usize, found: &mut Found<'_>) {
    let rest = &passage.text[end..];
    let blanks = rest.bytes().take_while(|byte| *byte == b' ').count();
    if blanks > 0 && rest[blanks..].starts_with(['%', '％']) {
        let range = end..end + blanks;
        found.at(passage.field, range.clone(), "数字与百分号之间不空格").mend_as(
            "删去空格",
            Applicability::Safe,
            vec![Edit::delete(range)],
        );
        return;
    }
    let unit = rest.len() - rest.trim_start_matches(['万', '亿']).len();
    let at = if unit > '万'.len_utf8() { 0 } else { unit };
    let after = &rest[at..];
    if !after.starts_with(['个', '％', '%', '‰', '百', '万', '亿']) {
        return;
    }
    if let Some((wrong, right)) = TAILS.into_iter().find(|(wrong, _)| after.starts_with(wrong)) {
        let start = end + at;
        let range = start..start + wrong.len();
        found.at(passage.field, range.clone(), format!("写作“{right}”")).mend(Applicability::Review, range, right);
    }
}
