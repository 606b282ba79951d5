//! E14: an entry of the cc list carries the marks that dafu writes itself.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E14",
    name: "cc-entry-marks",
    title: "抄送单位带标点",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "抄送一项一个单位，只写名称；单位之间的顿号、末尾的句号和“抄送：”由软件在印发时写上。",
    source: "GB/T 9704—2012 7.4.2",
    examples: &[
        wrong(&[("cc[1]", "市政府办公室‹。›")]).mended("市政府办公室"),
        wrong(&[("cc[0]", "‹抄送：›市人大常委会代表工作委员会")]).mended("市人大常委会代表工作委员会"),
        right(&[("cc[1]", "市政府办公室（督查室）")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, entry) in context.draft.letter.cc.iter().enumerate() {
        let mut tell = |range: std::ops::Range<usize>, message: &str| {
            found.at(Field::Cc(index), range.clone(), message).mend(Applicability::Safe, range, "");
        };
        for label in ["抄送：", "抄送:", "抄报：", "抄报:"] {
            if entry.starts_with(label) && entry.len() > label.len() {
                tell(0..label.len(), "抄送单位前不写“抄送：”");
            }
        }
        let words = entry.trim_end_matches(['。', '.', '，', ',', '、', '；', ';', ' ', '　']).len();
        if 0 < words && words < entry.len() {
            tell(words..entry.len(), "抄送单位后不带标点");
        }
    }
}
