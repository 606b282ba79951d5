//! E18: a co-handling unit gets no copy.

use crate::check::authoring::*;
use crate::letter::{Role, organ};

pub static RULE: Rule = Rule {
    code: "E18",
    name: "cc-co-handlers",
    title: "抄送会办单位",
    group: Group::Elements,
    severity: Severity::Advice,
    explanation: "主办单位答复后，一般抄送各会办单位。可以逐一列名，也可以写“各会办单位”。",
    source: "办理惯例：主办单位的答复抄送会办单位",
    examples: &[
        wrong(&[("cc[2]", "市公安局")]),
        right(&[("cc[2]", "各会办单位")]),
        right(&[("cc[2]", "临江市公安局"), ("cc[3]", "东洲街道")]),
        right(&[("matter.co_handlers[1]", ""), ("matter.co_handlers[0]", ""), ("cc[2]", "")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let (letter, matter) = (&context.draft.letter, &context.draft.matter);
    let covers_all =
        |entry: &String| ["会办", "协办", "各有关", "有关单位", "相关单位"].iter().any(|word| entry.contains(word));
    if letter.cc.is_empty() || context.draft.role == Role::Joint || letter.cc.iter().any(covers_all) {
        return;
    }
    for unit in &matter.co_handlers {
        if !letter.cc.iter().any(|entry| organ::is_same(entry, unit)) {
            let place = letter.cc.len();
            found.at(Field::Cc(place), 0..0, format!("会办单位{unit}没有抄送")).mend_as(
                format!("加上{unit}"),
                Applicability::Review,
                vec![Edit::insert(0, unit.as_str())],
            );
        }
    }
}
