//! E23: deputies are addressed as members, or members as deputies.

use crate::check::authoring::*;
use crate::letter::{Role, organ};

pub static RULE: Rule = Rule {
    code: "E23",
    name: "addressee-title",
    title: "主送的称谓",
    group: Group::Elements,
    severity: Severity::Error,
    explanation: "答复人大代表建议称“代表”，答复政协提案称“委员”；主送单位、党派、界别的不加称谓。",
    source: "《代表法》（提建议的是人大代表）、《政协全国委员会提案工作条例》（提提案的是政协委员）",
    examples: &[
        wrong(&[("addressee_title", "‹委员›")]).mended("代表"),
        wrong(&[("addressee_title", "‹代表›")]).on_proposal().mended("委员"),
        wrong(&[("addressee_title", "‹›")]).mended("代表"),
        wrong(&[
            ("addressees[1]", ""),
            ("addressees[0]", "沈禾同志"),
            ("addressee_title", "‹›"),
            (
                "body",
                "您提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢您的支持。",
            ),
        ]),
        right(&[("addressees[1]", ""), ("addressees[0]", "九三学社临江市委员会"), ("addressee_title", "")])
            .on_proposal(),
        right(&[("role", "会办"), ("addressees[1]", ""), ("addressees[0]", "市交通运输局"), ("addressee_title", "")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let right = context.draft.kind.addressee_title();
    let written = &letter.addressee_title;
    let whole = 0..written.len();
    if context.draft.role == Role::Joint || letter.addressees.is_empty() || written == right {
        return;
    }
    let message = if written.is_empty() {
        let is_styled = |name: &str| ["同志", "先生", "女士"].iter().any(|end| name.ends_with(end));
        let are_persons =
            letter.addressees.iter().all(|name| is_styled(name) || !organ::is_body(name) && name.chars().count() <= 4);
        if !are_persons {
            return;
        }
        let message = format!("主送个人的，姓名后一般加“{right}”");
        let finding = found.at(Field::AddresseeTitle, whole.clone(), message);
        finding.weigh(Severity::Warning).cite("办理惯例：主送个人的，姓名后加称谓");
        // 沈禾同志: the name has to lose its own title first.
        if !letter.addressees.iter().any(|name| is_styled(name)) {
            finding.mend(Applicability::Review, whole, right);
        }
        return;
    } else if matches!(written.as_str(), "代表" | "委员") {
        format!("答复{}应当称“{right}”", context.draft.kind.word())
    } else {
        return;
    };
    found.at(Field::AddresseeTitle, whole.clone(), message).mend(Applicability::Review, whole, right);
}
