//! E33: the name of an attachment carries a label, a number or a mark.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E33",
    name: "attachment-name",
    title: "附件名称",
    group: Group::Elements,
    severity: Severity::Error,
    explanation: "附件名称后不加标点；“附件：”和顺序号由软件在印发时写上，再写就重复了。附件名称一般不加书名号（办理惯例）。",
    source: "GB/T 9704—2012 7.3.4",
    examples: &[
        wrong(&[("attachments[0]", "东洲片区公交线路图‹。›")]).mended("东洲片区公交线路图"),
        wrong(&[("attachments[0]", "‹附件1：›东洲片区公交线路图")]).mended("东洲片区公交线路图"),
        wrong(&[("attachments[0]", "‹1. ›东洲片区公交线路图")]).mended("东洲片区公交线路图"),
        wrong(&[("attachments[0]", "‹《›东洲片区公交线路图》")]).mended("东洲片区公交线路图"),
        right(&[("attachments[0]", "《东洲片区公交规划》线路图"), ("paragraph", "线路走向见附件。")]),
        right(&[("attachments[0]", "12路公交线路图"), ("paragraph", "线路走向见附件。")]),
        right(&[("attachments[0]", "东洲片区公交线路图（2026年）"), ("paragraph", "线路走向见附件。")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, name) in context.draft.letter.attachments.iter().enumerate() {
        let field = Field::Attachments(index);
        let lead = label(name);
        if lead > 0 {
            found.at(field, 0..lead, "附件名称前不写“附件”和顺序号").mend(Applicability::Safe, 0..lead, "");
        }
        if let Some(inner) = name[lead..].strip_prefix('《').and_then(|rest| rest.strip_suffix('》'))
            && !inner.contains(['《', '》'])
        {
            let edits = [lead..lead + '《'.len_utf8(), name.len() - '》'.len_utf8()..name.len()].map(Edit::delete);
            let finding = found.at(field, lead..lead + '《'.len_utf8(), "附件名称一般不加书名号");
            finding.weigh(Severity::Advice).cite("办理惯例").mend_as("去掉书名号", Applicability::Review, edits.into());
        }
        let words = name.trim_end_matches(['。', '，', '；', '、', '.', ',', ';', ' ']).len();
        if lead < words && words < name.len() {
            found.at(field, words..name.len(), "附件名称后不加标点").mend(Applicability::Safe, words..name.len(), "");
        }
    }
}

/// How many bytes of `name` are a label or a number: 附件1：, 1., 2、
fn label(name: &str) -> usize {
    let after_word = name.strip_prefix("附件").unwrap_or(name);
    let after_digits = after_word.trim_start_matches(|it: char| it.is_ascii_digit() || it == ' ');
    let has_word = after_word.len() < name.len();
    let has_digits = after_digits.len() < after_word.len();
    let after_mark = after_digits.trim_start_matches(['：', ':', '.', '、', '．']);
    let has_mark = after_mark.len() < after_digits.len();
    let is_decimal = has_digits && !has_word && after_mark.starts_with(|it: char| it.is_ascii_digit());
    let rest = after_mark.trim_start();
    if (has_word || has_digits) && has_mark && !is_decimal && !rest.is_empty() { name.len() - rest.len() } else { 0 }
}
