//! F08: one figure with two values.

use super::{same_thing, whole_count};
use crate::check::authoring::*;
use crate::letter::calendar;
use crate::letter::figures::quantity::{self, Quantity};
use crate::text::key::{self, Met};
use crate::text::sentence;

pub static RULE: Rule = Rule {
    code: "F08",
    name: "same-figure",
    title: "同一数据前后不一",
    group: Group::Figures,
    severity: Severity::Warning,
    explanation: "同一个数据在一封答复里前后应当一致。前面的文字相同、时间相同而数不同的，提请核对；同一事物的数相邻两位颠倒的、数字相同而“万”“亿”不同的、说“全部”而个数与别处不同的也标出。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[(
            "paragraph",
            "东洲片区接驳线路全长26.8公里，沿途设站15座。东洲片区接驳线路全长‹28.6公里›，全部投用。",
        )]),
        wrong(&[("paragraph", "站台改造总投资12.65亿元，分三年实施。项目投资‹12.65万元›由市财政安排。")]),
        wrong(&[("paragraph", "全市共有公交线路186条。现有公交线路‹168条›，覆盖全部乡镇。")]),
        wrong(&[("paragraph", "站台改造总投资3亿元，其中市级1亿元。站台改造总投资‹3万元›，分三年实施。")]),
        wrong(&[("paragraph", "全市共有港湾站台218座，加装顶棚。今年实现‹281座›港湾站台全部亮灯。")]),
        wrong(&[(
            "paragraph",
            "东洲换乘枢纽项目总投资6.4亿元，明年开工。东洲换乘枢纽项目可研已批复，总投资‹4.6亿元›。",
        )]),
        wrong(&[("paragraph", "今年计划改造候车站台120座。截至10月底，‹102座›候车站台已全部开工。")]),
        right(&[(
            "paragraph",
            "东洲枢纽一期工程总投资6.4亿元，已经投用。东洲枢纽二期工程总投资4.6亿元，明年开工。港湾站台218座，普通站台281座。",
        )]),
        right(&[("paragraph", "计划改造站台120座，今年实施102座，目前102座站台已全部开工。")]),
        wrong(&[("paragraph", "全区共有站台96座，设公交社区42个。‹48个›公交社区全部通车。")]),
        right(&[("paragraph", "全区设公交社区42个。首批12个公交社区全部通车，42个公交社区全部建成。")]),
        right(&[(
            "paragraph",
            "一、关于东城片区\n今年计划改造候车站台24座，已完成15座。\n二、关于西城片区\n今年计划改造候车站台30座，已完成12座。",
        )]),
        right(&[("paragraph", "县城32所学校在校学生9180人，学位紧；乡镇36所学校在校学生5100人，学位有余。")]),
        right(&[("paragraph", "2024年东洲片区新增公交线路6条。2025年东洲片区新增公交线路8条。")]),
        right(&[("paragraph", "东洲片区接驳线路全长26.8公里。东洲片区接驳线路全长26.8公里中，专用道8公里。")]),
        right(&[("paragraph", "已经解决的43件，占建议总数的75.4%。正在解决的13件，占建议总数的22.8%。")]),
        right(&[("paragraph", "安排资金2000万元，其中市级2亿元资金池另计。")]),
    ],
    check: Check::Letter(check),
};

/// How many there are of a thing, and how many all of them are.
fn check_all(context: &Context<'_>, found: &mut Found<'_>) {
    for paragraph in context.paragraphs() {
        for (all, other) in whole_count::find(context, paragraph) {
            let message = format!("说的是全部，别处写作“{}”", &context.body()[other.range.clone()]);
            found.at(Field::Body, all.range.clone(), message);
        }
    }
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    check_all(context, found);
    let body = context.body();
    let quantities = context.quantities();
    // Those with the same digits in any order, and those of the same subject: only they are held against each other.
    let (mut same_digits, mut same_subject) = (Met::of_about(quantities.len()), Met::default());
    let mut named: Vec<Named<'_>> = Vec::new();
    for quantity in quantities {
        let digits = &body[quantity.number.clone()];
        let key = key::of_bytes(digits);
        let alike = || same_digits.of(key).map(|earlier| &quantities[earlier]).filter(|it| it.unit == quantity.unit);
        let told = (!quantity.is_loose).then(|| {
            // 12.65亿元 and 12.65万元: three digits alike are no chance.
            let is_jump = |other: &&Quantity| {
                other.scale != quantity.scale
                    && other.scale > 1.0
                    && quantity.scale > 1.0
                    && &body[other.number.clone()] == digits
                    && (digits.contains('.') && digits.len() >= 4 || is_same_name(body, other, quantity, 3))
            };
            if let Some(other) = alike().filter(is_jump).last() {
                return Some(format!("前面写作“{}”，单位可能有误", &body[other.range.clone()]));
            }
            // 公交线路186条 and 公交线路168条: two digits exchanged are a slip of the same figure.
            let digit_count = digits.bytes().filter(u8::is_ascii_digit).count();
            let name = match digit_count {
                // 总投资6.4亿元 and 总投资4.6亿元: two digits are easily met, where it is not of one and the same.
                0..=2 => 3,
                3 if digits.contains('.') => 2,
                3 => 4,
                _ => 2,
            };
            let is_slip = |other: &&Quantity| {
                other.scale == quantity.scale
                    && !other.is_loose
                    && is_exchanged(&body[other.number.clone()], digits)
                    && if digit_count <= 2 {
                        same_thing::is_of_one(body, other, quantity, name)
                    } else {
                        is_same_name(body, other, quantity, name) || same_thing::is_named_behind(body, other, quantity)
                    }
            };
            let exchanged = alike().filter(is_slip).last()?;
            Some(format!("前面写作“{}”", &body[exchanged.range.clone()]))
        });
        same_digits.meet(key);
        match told {
            // A loose one.
            None => {}
            Some(Some(message)) => {
                found.at(Field::Body, quantity.range.clone(), message);
            }
            Some(None) => {
                let Some(own) = Named::of(body, quantity) else { continue };
                let key = key::of(own.subject);
                let is_same = |other: &&Named<'_>| {
                    other.subject == own.subject
                        && other.quantity.unit == quantity.unit
                        && times(body, other.quantity) == times(body, quantity)
                };
                let met = || same_subject.of(key).map(|earlier| &named[earlier]);
                // Mostly nothing was said of the subject before, or the same: then the times need not be read.
                let is_other = |other: &Named<'_>| other.quantity.value != quantity.value;
                let earlier = met().any(is_other).then(|| met().filter(is_same).last()).flatten();
                let is_here = |earlier: &&Named<'_>| !same_thing::are_apart(context, earlier.quantity, quantity);
                if let Some(earlier) = earlier.filter(|earlier| is_other(earlier)).filter(is_here) {
                    let message = format!("前面写作“{}”", &body[earlier.quantity.range.clone()]);
                    found.at(Field::Body, quantity.range.clone(), message);
                }
                same_subject.meet(key);
                named.push(own);
            }
        }
    }
}

/// A figure with what it is of.
struct Named<'a> {
    subject: &'a str,
    quantity: &'a Quantity,
}

impl<'a> Named<'a> {
    /// 占总数的22.8% names no figure; a rate does.
    fn of(body: &'a str, quantity: &'a Quantity) -> Option<Self> {
        let subject = quantity::subject(body, quantity.range.start);
        // 县城32所幼儿园在园幼儿: what it is of begins before the other figure.
        let start = subject.as_ptr() as usize - body.as_ptr() as usize;
        let subject = if body[..start].ends_with(|it: char| it.is_ascii_digit()) {
            let begins = body[..start].rfind(['，', '。', '；', '：', '、', '\n', '（']);
            let begins = begins.map_or(0, |at| at + body[at..].chars().next().map_or(1, char::len_utf8));
            &body[begins..start + subject.len()]
        } else {
            subject
        };
        // 其中新能源车: of whatever was named before.
        let is_short = subject.starts_with("其中") || subject.chars().nth(5).is_none();
        let is_named = !is_short && (!quantity.is_percentage() || subject.ends_with('率'));
        is_named.then_some(Self { subject, quantity })
    }
}

/// The times that the sentence of a figure names.
fn times(body: &str, quantity: &Quantity) -> String {
    let sentence = &body[sentence::sentence_at(body, quantity.range.start)];
    calendar::mentions(sentence).iter().map(|it| &sentence[it.range.clone()]).collect()
}

/// Whether the words before both figures end with the same `length` characters, 总投资 for both.
fn is_same_name(body: &str, left: &Quantity, right: &Quantity, length: usize) -> bool {
    let [left, right] = [left, right].map(|it| quantity::subject(body, it.range.start));
    left.chars().rev().zip(right.chars().rev()).take_while(|(left, right)| left == right).count() >= length
}

/// Whether two figures differ by two neighbouring digits that changed places.
fn is_exchanged(left: &str, right: &str) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let Some(first) = (0..left.len()).find(|&at| left[at] != right[at]) else { return false };
    // 6.4 and 4.6: of two digits alone the point may stand between them.
    let second = first + if left.len() == 3 && left[1] == b'.' { 2 } else { 1 };
    second < left.len()
        && left[first + 1..second] == right[first + 1..second]
        && left[first] == right[second]
        && left[second] == right[first]
        && left[second + 1..] == right[second + 1..]
}
