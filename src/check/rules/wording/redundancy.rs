//! W09: redundancys, by the lexicon.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "W09",
    name: "redundancy",
    title: "成分重复、不合逻辑",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "意思重复，或者否定用多了意思相反的说法，如“目的是为了”“避免不再发生”。",
    source: "《现代汉语词典》；《党政机关公文处理工作条例》第十九条（三）：表述准确",
    examples: &[
        wrong(&[("paragraph", "‹目的是为了›方便换乘。")]).mended("目的是方便换乘。"),
        wrong(&[("paragraph", "‹避免不再发生›拥堵。")]),
        wrong(&[("paragraph", "此事‹涉及到›多个部门。")]).mended("此事涉及多个部门。"),
        right(&[("paragraph", "为了方便换乘，确保不再发生拥堵，此事涉及到期合同。")]),
    ],
    check: Check::Passage(check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    super::tell(passage, found, "W09", Applicability::Review);
}
