//! W04: preferred words, by the lexicon.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "W04",
    name: "preferred-word",
    title: "推荐词形",
    group: Group::Wording,
    severity: Severity::Advice,
    explanation: "两种写法都有人用的，公文宜用推荐的一种，如其他（其它）、作出（做出）、账（帐）。",
    source: "《第一批异形词整理表》；《现代汉语词典》推荐词形",
    examples: &[
        wrong(&[("paragraph", "‹其它›线路同步调整。")]).mended("其他线路同步调整。"),
        wrong(&[("paragraph", "对此‹做出决定›。")]),
        wrong(&[("paragraph", "此事‹涉及到›多个部门，资金‹来自于›财政。")]),
        right(&[("paragraph", "此事涉及到期合同，资金来自财政，下功夫抓好落实。")]),
        right(&[("paragraph", "其他线路同步调整，对此作出决定，搭设帐篷，做出成绩。")]),
    ],
    check: Check::Passage(check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    super::tell(passage, found, "W04", Applicability::Review);
}
