//! P18: a document number cited in the text in a wrong form.

use crate::check::authoring::*;
use crate::letter::document_number::DocumentNumber;

pub static RULE: Rule = Rule {
    code: "P18",
    name: "citation-number",
    title: "引文的发文字号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "引用公文先引标题，后面括注发文字号，如“《……》（国办发〔2024〕12号）”。字号的年份用六角括号，写全四位，顺序号不加“第”、不编虚位。",
    source: "GB/T 9704—2012 7.2.5；GB/T 15834—2011 4.9",
    examples: &[
        wrong(&[("paragraph", "根据《公交优先意见》（临府办‹[2024]›12号），新增车辆。")])
            .mended("根据《公交优先意见》（临府办〔2024〕12号），新增车辆。"),
        wrong(&[("paragraph", "根据《公交优先意见》（临府办〔2024〕‹第012›号），新增车辆。")])
            .mended("根据《公交优先意见》（临府办〔2024〕12号），新增车辆。"),
        wrong(&[("paragraph", "根据《公交优先意见》（临府办〔‹24›〕12号），新增车辆。")]),
        wrong(&[("paragraph", "根据临府办〔2024〕12号《公交优先意见》，新增车辆。")]),
        wrong(&[("paragraph", "根据《公交优先意见》‹临府办〔2024〕12号›，新增车辆。")])
            .mended("根据《公交优先意见》（临府办〔2024〕12号），新增车辆。"),
        wrong(&[("paragraph", "根据《公交优先意见》（临府办〔2024〕12‹›），新增车辆。")])
            .mended("根据《公交优先意见》（临府办〔2024〕12号），新增车辆。"),
        wrong(&[("paragraph", "根据《公交优先意见》（临府办‹2024年›12号），新增车辆。")])
            .mended("根据《公交优先意见》（临府办〔2024〕12号），新增车辆。"),
        wrong(&[("paragraph", "根据《公交优先意见》（临府办‹〔2024年〕›12号），新增车辆。")])
            .mended("根据《公交优先意见》（临府办〔2024〕12号），新增车辆。"),
        wrong(&[("paragraph", "根据《公交优先意见》‹[临府办〔2024〕12号]›，新增车辆。")])
            .mended("根据《公交优先意见》（临府办〔2024〕12号），新增车辆。"),
        wrong(&[("paragraph", "根据《公交优先意见‹（临府办〔2024〕12号）›》，新增车辆。")]),
        right(&[(
            "paragraph",
            "依据《公告》（财政部公告2024年第12号）和《规则》（2024年12月1日起施行），共12号站台。",
        )]),
        right(&[(
            "paragraph",
            "根据《公交优先意见》（临府办〔2024〕12号），落实国务院令第617号和编号：B(2017)103号。",
        )]),
        right(&[("paragraph", "引用案号（2024）临01民终12号，判决已经生效。")]),
    ],
    check: Check::PassageWith("号〔〕", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for number in DocumentNumber::find_all(text) {
        let prefix = &text[number.prefix.clone()];
        // 编号：B(2017)103号 is a suggestion's own number.
        if prefix.chars().count() < 2 || !number.has_suffix {
            continue;
        }
        let brackets = (number.open.1, number.close.1);
        if brackets != ('〔', '〕') {
            let year = format!("〔{}〕", &text[number.year.clone()]);
            let range = number.bracketed_year();
            found.at(passage.field, range.clone(), "发文字号的年份应当用六角括号〔〕").mend(
                Applicability::Safe,
                range,
                year,
            );
        }
        if number.year.len() == 2 {
            found.at(passage.field, number.year.clone(), "发文字号的年份应当写全四位");
        }
        let digits = &text[number.serial.clone()];
        let plain = digits.trim_start_matches('0');
        if (number.ordinal.is_some() || plain.len() < digits.len()) && !plain.is_empty() {
            let start = number.ordinal.as_ref().map_or(number.serial.start, |ordinal| ordinal.start);
            let range = start..number.serial.end;
            // 临交罚〔2026〕0012号: decisions and permits are numbered in ways of their own.
            const OTHERS: [char; 10] = ['罚', '决', '审', '裁', '证', '许', '征', '地', '抄', '字'];
            if !text[number.prefix.clone()].ends_with(OTHERS) {
                found
                    .at(passage.field, range.clone(), "发文字号的顺序号一般不加“第”字，不编虚位，请对照原件")
                    .weigh(Severity::Advice)
                    .mend(Applicability::Review, range, plain);
            }
        }
        let after = &text[number.range.end..];
        if after.starts_with('《')
            && let Some(end) = after.find('》')
        {
            let range = number.range.start..number.range.end + end + '》'.len_utf8();
            found.at(passage.field, range, "引用公文先写标题，字号括注在后").weigh(Severity::Advice);
        }
        place(passage, &number, found);
    }
    if passage.has_any("》") {
        unbracketed(passage, found);
    }
}

/// Where a number stands: in round brackets after the title.
fn place(passage: &Passage<'_>, number: &DocumentNumber, found: &mut Found<'_>) {
    let text = passage.text;
    let (before, after) = (&text[..number.range.start], &text[number.range.end..]);
    if before.ends_with('》') {
        let range = number.range.clone();
        let right = format!("（{}）", &text[range.clone()]);
        found.at(passage.field, range.clone(), "标题后的字号用圆括号括起来").mend(Applicability::Review, range, right);
    }
    let square = before.chars().next_back().filter(|it| matches!(it, '[' | '［' | '〔' | '【'));
    let close = after.chars().next().filter(|it| matches!(it, ']' | '］' | '〕' | '】'));
    if let (Some(open), Some(close)) = (square, close) {
        let range = number.range.start - open.len_utf8()..number.range.end + close.len_utf8();
        let right = format!("（{}）", &text[number.range.clone()]);
        found.at(passage.field, range.clone(), "标题后的字号用圆括号括起来").mend(Applicability::Review, range, right);
    }
    if before.ends_with('（') && after.starts_with("）》") {
        let start = number.range.start - '（'.len_utf8();
        let end = number.range.end + '）'.len_utf8();
        let words = text[start..end].to_owned();
        let title_end = end + '》'.len_utf8();
        found.at(passage.field, start..end, "字号不在书名号里，括注在书名号后").mend_as(
            "移到书名号后",
            Applicability::Review,
            vec![Edit::delete(start..end), Edit::insert(title_end, words)],
        );
    }
}

/// 《……》（临府办2024年12号）, （临府办〔2024年〕12号）, （临府办〔2024〕12）: what stands in the brackets after a title and is not
/// quite a number.
fn unbracketed(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, mark) in text.match_indices('》') {
        let Some(rest) = text[at + mark.len()..].strip_prefix('（') else { continue };
        let start = text.len() - rest.len();
        let Some(end) = text[start..].find('）').map(|at| at + start) else { continue };
        let inside = &text[start..end];
        let prefix = inside.len() - inside.trim_start_matches(characters::is_han).len();
        if !(2..=12).contains(&inside[..prefix].chars().count()) {
            continue;
        }
        // 公告2024年第12号 and 令 are numbered by years of their own.
        if ["公告", "通告", "令", "主席", "第"].iter().any(|word| inside[..prefix].ends_with(word)) {
            continue;
        }
        let rest = &inside[prefix..];
        let open = rest.chars().next().filter(|it| matches!(it, '〔' | '[' | '（'));
        let year_at = open.map_or(0, char::len_utf8);
        let year = digits(&rest[year_at..]);
        if year != 4 || !rest[year_at..].starts_with(['1', '2']) {
            continue;
        }
        let year_end = year_at + year;
        let has_word = rest[year_end..].starts_with('年');
        let word_end = year_end + if has_word { '年'.len_utf8() } else { 0 };
        let close = rest[word_end..].chars().next().filter(|it| matches!(it, '〕' | ']'));
        let serial_at = word_end + close.map_or(0, char::len_utf8);
        let serial = digits(&rest[serial_at..]);
        let tail = &rest[serial_at + serial..];
        let number = start + prefix;
        let right = format!("〔{}〕", &rest[year_at..year_end]);
        if open.is_some() == close.is_some() && (open.is_none() || has_word) && has_year_and_serial(serial, tail) {
            // A year without brackets needs its 年 to be told from the serial number.
            if open.is_some() || has_word {
                let range = number..number + serial_at;
                found.at(passage.field, range.clone(), "发文字号的年份应当用六角括号〔〕，不加“年”").mend(
                    Applicability::Review,
                    range,
                    right,
                );
            }
        } else if open == Some('〔') && close == Some('〕') && (1..=4).contains(&serial) && tail.is_empty() {
            found.at(passage.field, end..end, "发文字号以“号”结尾").mend_as(
                "加上“号”",
                Applicability::Review,
                vec![Edit::insert(end, "号")],
            );
        }
    }
}

/// Whether the digits after the year and what follows them end a document number.
fn has_year_and_serial(serial: usize, tail: &str) -> bool {
    (1..=4).contains(&serial) && tail == "号"
}
