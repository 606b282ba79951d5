//! F12: one figure in two units that are not the same.

use super::tell;
use crate::check::authoring::*;
use crate::letter::figures::Kind;

pub static RULE: Rule = Rule {
    code: "F12",
    name: "conversion-figures",
    title: "单位换算",
    group: Group::Figures,
    severity: Severity::Warning,
    explanation: "同一个数用两种单位写的，换算应当正确：1公顷是15亩，1吨是1000公斤，1公里是1000米，1亿是1万个万。按四舍五入相差不大的不标。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "车场占地3000亩（‹300公顷›）。")]),
        wrong(&[("paragraph", "全年回收废旧轮胎186吨，折合‹186万公斤›。")]),
        wrong(&[("paragraph", "车场用地45亩，约合‹4万平方米›。")]),
        right(&[(
            "paragraph",
            "车场占地3000亩（200公顷），用地45亩，约合3万平方米，回收废旧轮胎186吨，折合18.6万公斤。",
        )]),
        right(&[("paragraph", "全长12公里（其中专用道800米），改造站台40座（30处），每亩（0.067公顷）补助2万元。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    tell(context, found, &[Kind::Conversion]);
}
