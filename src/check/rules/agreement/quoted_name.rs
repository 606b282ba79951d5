//! C21: a name in quotation marks is spelt another way once: “石滩稻香鱼” beside “石滩稻花鱼”.

use super::document_title;
use crate::check::authoring::*;
use crate::check::fixed_phrase;
use crate::text::vocabulary::alike;
use crate::text::{brackets, numeral};
use std::collections::HashMap;
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "C21",
    name: "quoted-name",
    title: "引号、书名号里的名称前后一致",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "品牌、线路、项目、活动的名称加引号的，前后应当写得一样。一处只差一个字，或者两个字颠倒，同一句里又没有把两个名称并提的，提请核对。书名号里的文件名称也是如此，中间多一个词的同样提请核对。",
    source: "《党政机关公文处理工作条例》第十九条（三）：表述准确",
    examples: &[
        wrong(&[(
            "paragraph",
            "开通“学子返程专线”8条。“学子返程专线”日均运送600人次。下一步，增加‹“学子返家专线”›的班次。",
        )]),
        wrong(&[("paragraph", "“石滩稻花鱼”已经注册。我局将支持‹“石滩稻香鱼”›进商超。")]),
        wrong(&[("paragraph", "建成“暖心驿站”12个。‹“暖馨驿站”›全天开放。")]),
        wrong(&[("paragraph", "开展“平安护苗行动”。‹“安平护苗行动”›将持续到年底。")]),
        right(&[("paragraph", "“石滩稻花鱼”已经注册，“石滩稻香鱼”正在申请。我局将支持“石滩稻香鱼”进商超。")]),
        right(&[("paragraph", "上半年开展“春季护苗行动”。“春季护苗行动”结束后，又开展“秋季护苗行动”。")]),
        wrong(&[("paragraph", "依据《临江市道路交通条例》加强管理。《‹临江市道路交通管理条例›》自今年施行。")]),
        wrong(&[("paragraph", "印发《江州市水权交易管理办法》。落实《‹江洲市水权交易管理办法›》。")]),
        right(&[(
            "paragraph",
            "依据《道路交通安全法》加强管理。《道路交通安全法实施条例》《临江市公共交通条例》已施行。《临江县公共交通条例》废止。",
        )]),
        right(&[(
            "paragraph",
            "印发《临江市公共交通规划（2021—2025年）》。《临江市公共交通规划（2026—2030年）》正在编制。",
        )]),
        right(&[("paragraph", "举办“银企对接会”3场。另外举办“校企对接会”2场。")]),
        right(&[("paragraph", "推进“一窗受理”。对老年人实行“一窗办理”。")]),
    ],
    check: Check::Letter(check),
};

/// Characters that tell two names apart which are alike otherwise.
const TELLING: &str = "东西南北中上下前后新老旧内外大小省市县区镇乡村街国的男女少幼左右高低进出升降增减长短正副甲乙丙丁春夏秋冬早晚日夜周月年红黄蓝绿白黑";

/// A name in quotation marks: where it stands, marks included, and the name.
struct Quoted<'a> {
    range: Range<usize>,
    name: &'a str,
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    document_title::check(context, found);
    let body = context.body();
    let mut all: Vec<Quoted<'_>> = Vec::new();
    for paragraph in context.paragraphs().iter().filter(|paragraph| paragraph.has_any("“")) {
        for pair in brackets::enclosed(paragraph.text, '“') {
            let name = &paragraph.text[brackets::inside(paragraph.text, &pair)];
            if (4..=12).contains(&name.chars().count()) && name.chars().all(characters::is_han) {
                all.push(Quoted { range: pair.start + paragraph.offset..pair.end + paragraph.offset, name });
            }
        }
    }
    // Names one character apart have one half in common.
    let mut alike: HashMap<(bool, &str), Vec<usize>> = HashMap::new();
    for (index, quoted) in all.iter().enumerate() {
        let (first, second) = fixed_phrase::halves(quoted.name);
        for key in [(true, first), (false, second)] {
            let earlier = alike.entry(key).or_default();
            // The first place of a name is enough to compare with.
            if earlier.iter().any(|&at| all[at].name == quoted.name) {
                continue;
            }
            for &at in earlier.iter() {
                if let Some(difference) = difference(all[at].name, quoted.name) {
                    tell(context, body, [&all[at], quoted], difference, found);
                }
            }
            earlier.push(index);
        }
    }
}

/// How two names differ that may be meant for one.
#[derive(Clone, Copy, PartialEq)]
enum Difference {
    /// Two characters changed places, or one stands for another of its sound or look.
    Slip,
    /// Another character inside.
    Inner,
    /// Another character at the head or the end, where kinds of a thing are told apart.
    Edge,
}

/// How the two differ, where they do in one character, or in two that changed places.
fn difference(one: &str, other: &str) -> Option<Difference> {
    let count = one.chars().count();
    if count != other.chars().count() {
        return None;
    }
    let mut different = one.chars().zip(other.chars()).enumerate().filter(|(_, (left, right))| left != right);
    let (index, (left, right)) = different.next()?;
    if is_telling(left) || is_telling(right) {
        return None;
    }
    match (different.next(), different.next()) {
        (None, _) if alike::characters_are_alike(left, right) => Some(Difference::Slip),
        (None, _) if index == 0 || index + 1 == count => Some(Difference::Edge),
        (None, _) => Some(Difference::Inner),
        (Some((next, pair)), None) if next == index + 1 && pair == (right, left) => Some(Difference::Slip),
        _ => None,
    }
}

/// Whether a character tells two names apart that are alike otherwise: 东, 新, a number.
pub(super) fn is_telling(character: char) -> bool {
    numeral::is_numeral(character) || TELLING.contains(character)
}

/// Marks the one of two names that stands only once, where the other is that of the letter.
fn tell(
    context: &Context<'_>,
    body: &str,
    [early, late]: [&Quoted<'_>; 2],
    difference: Difference,
    found: &mut Found<'_>,
) {
    let titles = [&context.draft.letter.title, &context.draft.matter.title];
    let told = |name: &str| body.matches(name).count() + titles.iter().filter(|title| title.contains(name)).count();
    let (times, late_times) = (told(early.name), told(late.name));
    let (odd, usual, usual_times) = match (times, late_times) {
        (_, 1) => (late, early, times),
        (1, _) => (early, late, late_times),
        _ => return,
    };
    if sentence_around(body, &odd.range).contains(usual.name) {
        return;
    }
    let is_long = odd.name.chars().count() >= 5;
    let severity = match difference {
        Difference::Slip | Difference::Inner if usual_times >= 2 && (is_long || difference == Difference::Slip) => {
            Severity::Warning
        }
        Difference::Slip => Severity::Advice,
        Difference::Inner if is_long || usual_times >= 2 => Severity::Advice,
        Difference::Edge if usual_times >= 3 => Severity::Advice,
        _ => return,
    };
    let message = format!("别处写作“{}”，请核对", usual.name);
    found.at(Field::Body, odd.range.clone(), message).weigh(severity);
}

/// The sentence that holds `range`.
fn sentence_around<'a>(body: &'a str, range: &Range<usize>) -> &'a str {
    let start = body[..range.start].rfind(['。', '\n']).unwrap_or(0);
    let end = body[range.end..].find(['。', '\n']).map_or(body.len(), |at| range.end + at);
    &body[start..end]
}
