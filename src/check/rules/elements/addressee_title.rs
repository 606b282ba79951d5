//! E23: deputies are addressed as members, or members as deputies.

use crate::check::authoring::*;
use crate::letter::{Role, organ};

pub static RULE: Rule = Rule {
    code: "E23",
    name: "addressee-title",
    title: "主送的称谓",
    group: Group::Elements,
    severity: Severity::Error,
    explanation: "答复人大代表建议称“代表”，答复政协提案称“委员”；主送单位、党派、界别的不加称谓，会办意见送主办单位的也不加。",
    source: "《代表法》（提建议的是人大代表）、《政协全国委员会提案工作条例》（提提案的是政协委员）",
    examples: &[
        wrong(&[("addressee_title", "‹委员›")]).mended("代表"),
        wrong(&[("addressee_title", "‹代表›")]).on_proposal().mended("委员"),
        wrong(&[("addressee_title", "‹›")]).mended("代表"),
        wrong(&[("addressees[1]", ""), ("addressee_title", ""), ("addressees[0]", "沈禾‹同志›")]),
        right(&[("addressees[1]", ""), ("addressees[0]", "九三学社临江市委员会"), ("addressee_title", "")])
            .on_proposal(),
        wrong(&[
            ("role", "会办"),
            ("addressees[1]", ""),
            ("addressees[0]", "市交通运输局"),
            ("addressee_title", "‹代表›"),
        ])
        .mended(""),
        right(&[("role", "会办"), ("addressees[1]", ""), ("addressees[0]", "市交通运输局"), ("addressee_title", "")]),
        right(&[("addressees[1]", ""), ("addressees[0]", "教育界"), ("addressee_title", "")]).on_proposal(),
        right(&[("addressees[1]", ""), ("addressees[0]", "经济界别"), ("addressee_title", "")]).on_proposal(),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let right = context.draft.kind.addressee_title();
    let written = &letter.addressee_title;
    let whole = 0..written.len();
    let are_bodies = letter.addressees.iter().all(|name| organ::is_body(name) && name.chars().count() > 4);
    if context.draft.role == Role::Joint && are_bodies && !letter.addressees.is_empty() && !written.is_empty() {
        let message = "会办意见送主办单位，单位名称后不加称谓";
        found.at(Field::AddresseeTitle, whole.clone(), message).mend(Applicability::Review, whole, "");
        return;
    }
    if context.draft.role == Role::Joint || letter.addressees.is_empty() || written == right {
        return;
    }
    let message = if written.is_empty() {
        let is_styled = |name: &str| ["同志", "先生", "女士"].iter().any(|end| name.ends_with(end));
        let are_persons = letter.addressees.iter().all(|name| {
            let is_group = organ::is_body(name) || name.ends_with(['界', '别', '士']);
            is_styled(name) || !is_group && name.chars().count() <= 4
        });
        if !are_persons {
            return;
        }
        const PRACTICE: &str = "办理惯例：主送个人的，姓名后加“代表”或者“委员”";
        // 沈禾同志: the name has to lose its own title first.
        if let Some(index) = letter.addressees.iter().position(|name| is_styled(name)) {
            let end = letter.addressees[index].len();
            let message = format!("答复{}一般称“{right}”，不称“同志”“先生”“女士”", context.draft.kind.word());
            found
                .at(Field::Addressees(index), end - "同志".len()..end, message)
                .weigh(Severity::Warning)
                .cite(PRACTICE);
            return;
        }
        let message = format!("主送个人的，姓名后一般加“{right}”");
        let finding = found.at(Field::AddresseeTitle, whole.clone(), message);
        finding.weigh(Severity::Warning).cite(PRACTICE).mend(Applicability::Review, whole, right);
        return;
    } else if matches!(written.as_str(), "代表" | "委员") {
        format!("答复{}应当称“{right}”", context.draft.kind.word())
    } else {
        return;
    };
    found.at(Field::AddresseeTitle, whole.clone(), message).mend(Applicability::Review, whole, right);
}
