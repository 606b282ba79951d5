//! W06: set phrases, by the lexicon.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "W06",
    name: "set-phrase",
    title: "固定提法",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "中央文件里的固定提法应当一字不差，次序也不颠倒。",
    source: "党的二十大报告等中央文件的标准表述；《党政机关公文处理工作条例》第二十条（二）、（四）",
    examples: &[
        wrong(&[("paragraph", "践行‹青山绿水就是金山银山›的理念。")]).mended("践行绿水青山就是金山银山的理念。"),
        wrong(&[("paragraph", "不断增强群众的‹幸福感、获得感、安全感›。")])
            .mended("不断增强群众的获得感、幸福感、安全感。"),
        right(&[("paragraph", "践行绿水青山就是金山银山的理念，增强获得感、幸福感、安全感。")]),
    ],
    check: Check::Passage(check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    super::tell(passage, found, "W06", Applicability::Review);
}
