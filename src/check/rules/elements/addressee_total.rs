//! E25: 等N名 names fewer persons than the list.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E25",
    name: "addressee-total",
    title: "主送人数",
    group: Group::Elements,
    severity: Severity::Error,
    explanation: "“等N名代表”的N是全部人数，不应少于列出姓名的人数。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("addressee_total", "‹1›")]).mended("2"),
        right(&[("addressee_total", "2")]),
        right(&[("addressee_total", "12")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let Some(total) = letter.addressee_total else { return };
    let listed = letter.addressees.len();
    if usize::try_from(total).is_ok_and(|total| total < listed) {
        let whole = 0..total.to_string().len();
        let message = format!("主送列了{listed}人，却写“等{total}名”");
        found.at(Field::AddresseeTotal, whole.clone(), message).mend(Applicability::Review, whole, listed.to_string());
    }
}
