//! C08: the co-handling units of the opening are not those of the matter.

use crate::check::authoring::*;
use crate::letter::{Role, organ};
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "C08",
    name: "co-handlers",
    title: "会办单位一致",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "主办单位综合会办意见后统一答复，并在答复里说明。开头写的会办单位应当与交办的一致，不多不少。",
    source: "各地代表建议、提案办理规定：主办单位汇总会办意见后答复",
    examples: &[
        wrong(&[("matter.co_handlers[1]", ""), ("cc[2]", "市公安局")]),
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现‹答复如下›：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合市公安局、东洲街道办事处、‹市财政局›会办意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合‹市公安局›意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        right(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，我局会同市公安局、东洲街道办事处进行了认真研究，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        right(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经商市公安局并征求东洲街道意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        right(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        right(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，我局会同市公安局、东洲街道办事处到现场察看，并于5月召开座谈会，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        right(&[("matter.co_handlers[1]", ""), ("matter.co_handlers[0]", "")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let matter = &context.draft.matter;
    let Some(opening) = &context.opening else { return };
    if context.draft.role == Role::Joint || matter.co_handlers.is_empty() {
        return;
    }
    let body = context.body();
    let named = units(body, opening.range.clone(), &matter.co_handlers);
    for unit in &named {
        let name = &body[unit.clone()];
        if !matter.co_handlers.iter().any(|other| organ::is_same(other, name)) {
            found.at(Field::Body, unit.clone(), format!("交办的会办单位里没有{name}"));
        }
    }
    let covers_all =
        ["等部门", "等单位", "等有关", "会办单位", "有关单位", "相关单位", "有关部门", "相关部门", "协办单位"];
    if covers_all.iter().any(|words| body[opening.range.clone()].contains(words)) {
        return;
    }
    let missing: Vec<&str> = matter
        .co_handlers
        .iter()
        .map(String::as_str)
        .filter(|unit| {
            // A unit that the list leaves out is missing; without a list it may be named anywhere.
            match named.is_empty() {
                true => !organ::is_named_in(body, unit),
                false => {
                    !named.iter().any(|name| organ::is_same(&body[name.clone()], unit))
                        && !organ::is_named_in(&body[opening.range.clone()], unit)
                }
            }
        })
        .collect();
    if !missing.is_empty() {
        let phrase = opening.lead_in.clone().or(opening.receipt.clone()).unwrap_or(opening.range.clone());
        let place = named.first().zip(named.last()).map_or(phrase, |(first, last)| first.start..last.end);
        found.at(Field::Body, place, format!("没有写到会办单位{}", missing.join("、")));
    }
}

/// The units whose opinion the opening says it has gathered: 经综合甲、乙会办意见, 经商甲、乙. Only names that end as those
/// of organs do.
fn units(body: &str, opening: Range<usize>, known: &[String]) -> Vec<Range<usize>> {
    let text = &body[opening.clone()];
    let span = ["会办意见", "协办意见", "会办单位意见", "意见"].iter().find_map(|end| text.find(end)).and_then(|end| {
        let start = ["综合", "汇总", "结合", "征求", "根据"].iter().filter_map(|lead| text[..end].rfind(lead)).max()?;
        Some(start + "综合".len()..end)
    });
    let span = span.or_else(|| {
        // 由我局主办，甲、乙会办: the units stand before the word.
        if let Some(start) = text.find("主办，").map(|at| at + "主办，".len())
            && let Some(end) = text[start..].find("会办")
        {
            return Some(start..start + end);
        }
        let start =
            ["经商", "并商", "会商", "会同", "经与"].iter().filter_map(|lead| text.find(lead)).min()? + "经商".len();
        let end = text[start..].find(['，', '。', '；', '：', '并'])? + start;
        // 会同甲、乙进行了认真研究: the list ends where a verb begins.
        let end = [
            "会商",
            "研究",
            "进行",
            "认真",
            "共同",
            "联合",
            "反复",
            "多次",
            "充分",
            "深入",
            "沟通",
            "协商",
            "调研",
            "办理",
            "提出",
            "后",
            "到现场",
            "到实地",
            "赴",
            "就",
            "开展",
            "组织",
            "实地",
            "现场",
        ]
        .iter()
        .filter_map(|verb| text[start..end].find(verb))
        .min()
        .map_or(end, |at| start + at);
        Some(start..end)
    });
    let Some(span) = span else { return Vec::new() };
    let mut found = Vec::new();
    let mut start = span.start;
    for (at, mark) in text[span.clone()].char_indices().chain([(span.len(), '、')]) {
        let at = at + span.start;
        // 和 divides names only where a name ends before it: 人力资源和社会保障局 is one.
        let divides = mark == '、' || mark == '和' && organ::is_body(text[start..at].trim()) && at - start >= 9;
        if divides || at == span.end {
            let name = text[start..at].trim_start_matches("了").trim_end_matches('的').trim();
            // 县公安局等部门: the list names only some.
            let name = name.find('等').map_or(name, |end| &name[..end]);
            let is_known = known.iter().any(|unit| organ::is_same(unit, name));
            // More than a name: 市城市管理局到现场察看.
            let known = known.iter().find(|unit| !is_known && name.starts_with(unit.as_str()));
            let name = known.map_or(name, |unit| &name[..unit.len()]);
            // 南加5个县档案馆: the last of a list with its count.
            let is_name =
                organ::is_body(name) && name.chars().count() <= 16 && !name.contains(|it: char| it.is_ascii_digit());
            if is_known || known.is_some() || is_name || name.ends_with(['镇', '县', '区', '市', '道']) {
                let from = start + text[start..at].find(name).unwrap_or(0);
                found.push(from + opening.start..from + name.len() + opening.start);
            }
            start = at + mark.len_utf8();
        }
    }
    found
}
