//! C24: an opinion for the lead organ speaks as the answer itself.

use crate::check::authoring::*;
use crate::letter::{Role, organ};

pub static RULE: Rule = Rule {
    code: "C24",
    name: "joint-words",
    title: "会办意见的口气",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "会办（协办）意见送主办单位，由主办单位汇总后统一答复。主送写主办单位；正文不说“对以上答复有意见”，不请代表、委员填《征询意见表》，不自称“主办意见”。",
    source: "各地代表建议、提案办理规定：会办单位向主办单位提出意见，主办单位答复",
    examples: &[
        wrong(&[
            ("role", "会办"),
            ("paragraph", "如‹对以上答复›有意见，请与我局联系。"),
            ("addressees[1]", ""),
            ("addressees[0]", "市财政局"),
            ("addressee_title", ""),
        ]),
        wrong(&[
            ("role", "会办"),
            ("paragraph", "现提出‹主办意见›如下："),
            ("addressees[1]", ""),
            ("addressees[0]", "市财政局"),
            ("addressee_title", ""),
        ]),
        right(&[
            ("role", "会办"),
            ("paragraph", "以上意见，供贵局答复时参考。该项工作的主办意见由贵局综合。"),
            ("addressees[1]", ""),
            ("addressees[0]", "市财政局"),
            ("addressee_title", ""),
        ]),
        right(&[("paragraph", "如对以上答复有意见，请填写《征询意见表》。")]),
    ],
    check: Check::Parts(Parts {
        elements: Some(check_addressees), paragraph: Some(("答办询", check)), letter: None
    }),
};

/// What only the one who answers says, with where in it the finding stands.
const OF_ANSWER: [(&str, &str); 7] = [
    ("对以上答复", "会办意见不是答复，意见由主办单位汇总"),
    ("对本答复", "会办意见不是答复，意见由主办单位汇总"),
    ("对上述答复", "会办意见不是答复，意见由主办单位汇总"),
    ("对答复有", "会办意见不是答复，意见由主办单位汇总"),
    ("征询意见表", "会办意见送主办单位，不请代表、委员填表"),
    ("提出主办意见", "本单位是会办，应写“会办意见”"),
    ("主办意见如下", "本单位是会办，应写“会办意见”"),
];

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if context.draft.role != Role::Joint {
        return;
    }
    for (words, message) in OF_ANSWER {
        let Some(at) = passage.text.find(words) else { continue };
        let start = if words == "提出主办意见" { at + "提出".len() } else { at };
        let end = if words == "主办意见如下" { at + "主办意见".len() } else { at + words.len() };
        if words == "主办意见如下" && passage.text[..at].ends_with("提出") {
            continue;
        }
        found.at(Field::Body, start..end, message);
    }
}

/// An opinion addressed to deputies.
fn check_addressees(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let is_opinion = ["会办意见", "协办意见"].iter().any(|word| letter.title.contains(word));
    let are_persons = !letter.addressee_title.is_empty()
        && !letter.addressees.is_empty()
        && !letter.addressees.iter().any(|name| organ::is_body(name) && name.chars().count() > 4);
    if context.draft.role == Role::Joint && is_opinion && are_persons {
        let message = "会办意见送主办单位，一般不直接送代表、委员";
        found.at(Field::Addressees(0), 0..letter.addressees[0].len(), message);
    }
}
