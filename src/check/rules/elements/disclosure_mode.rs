//! E08: the disclosure mode is none that the profile allows.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E08",
    name: "disclosure-mode",
    title: "公开方式用语",
    group: Group::Elements,
    severity: Severity::Error,
    explanation: "拟稿时从主动公开、依申请公开、不予公开里选定一种，用规范的名称。“同意公开”“部分公开”都不是公开方式。",
    source: "《政府信息公开条例》第十三条至第十六条；国办发〔2016〕80号一（一）",
    examples: &[
        wrong(&[("disclosure", "‹同意公开›")]).mended("主动公开"),
        wrong(&[("disclosure", "‹公开方式：主动公开›")]).mended("主动公开"),
        wrong(&[("disclosure_reason", "涉及未定事项"), ("disclosure", "‹不公开›")]).mended("不予公开"),
        wrong(&[("disclosure", "‹部分公开›")]),
        right(&[("disclosure", "主动公开")]),
        right(&[("disclosure_reason", "涉及未定事项"), ("disclosure", "依申请公开")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let written = &context.draft.letter.disclosure;
    if written.is_empty() || context.profile.mode(written).is_some() {
        return;
    }
    let modes: Vec<&str> = context.profile.disclosure.iter().map(|mode| mode.mode.as_str()).collect();
    let whole = 0..written.len();
    let message = format!("公开方式应为{}", modes.join("、"));
    let finding = found.at(Field::Disclosure, whole.clone(), message);
    if let Some(mode) = meant(written, &modes) {
        finding.mend(Applicability::Review, whole, mode);
    }
}

/// The mode that a looser wording clearly stands for.
fn meant<'a>(written: &str, modes: &[&'a str]) -> Option<&'a str> {
    let named: Vec<&&str> = modes.iter().filter(|mode| written.contains(**mode)).collect();
    if let [only] = named[..] {
        return Some(only);
    }
    let meaning = if written.contains("部分") {
        return None;
    } else if ["不公开", "不宜公开", "免予公开", "不予公布", "：否"].iter().any(|words| written.contains(words))
    {
        "不予公开"
    } else if written.contains("申请") {
        "依申请公开"
    } else if written.contains("公开") || written.contains("公布") {
        "主动公开"
    } else {
        return None;
    };
    modes.iter().find(|mode| **mode == meaning).copied()
}
