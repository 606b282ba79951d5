//! E11: the imported contact line says its label twice.

use crate::check::authoring::*;
use crate::letter::issued;

pub static RULE: Rule = Rule {
    code: "E11",
    name: "contact-label-repeated",
    title: "联系人标签重复",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "导入的联系人一行把“电话”说了两遍，如“联系人及电话：某某，电话：……”。按“联系人：某某，联系电话：……”书写。",
    source: "办理惯例",
    examples: &[
        wrong(&[("source.contacts", "（联系人‹及电话›：周予安，电话：0700-8201234）")]).mended(""),
        right(&[("source.contacts", "联系人及电话：周予安 0700-8201234")]),
        right(&[("source.contacts", "联系人：周予安，电话：0700-8201234；联系人：吴桐，电话：0700-8201235")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let line = &context.draft.source.contacts;
    for label in ["及电话", "及联系电话", "和电话", "、电话", "电话"] {
        let Some(start) = line.find(label) else { continue };
        let end = start + label.len();
        let label_ends = line[end..].starts_with(['：', ':']) && label != "电话";
        if label_ends && line[end..].contains("电话") {
            let message = format!("“电话”说了两遍；印发时写作“{}”", issued::contacts(&context.draft.letter));
            let edit = Edit::delete(0..line.len());
            let title = "按规范的写法印发";
            found.at(Field::SourceContacts, start..end, message).mend_as(title, Applicability::Safe, vec![edit]);
            return;
        }
    }
}
