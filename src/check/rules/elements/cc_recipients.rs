//! E16: a recipient that the profile asks for is not on the cc list.

use crate::check::authoring::*;
use crate::letter::{Kind, Role, organ};

pub static RULE: Rule = Rule {
    code: "E16",
    name: "cc-recipients",
    title: "应抄送的单位",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "答复建议一般抄送人大常委会代表工作机构，答复提案一般抄送政协提案委员会；政府部门的答复同时抄送政府办公厅（室）。当地规定应当抄送的，按规则文件。法院、检察院、党委部门的答复不必抄送政府办公厅（室）。",
    source: "办理惯例；当地有规定的从其规定",
    examples: &[
        wrong(&[("cc[0]", "市公安局")]),
        wrong(&[("cc[1]", "市公安局")]),
        wrong(&[("cc[0]", "市人大常委会代表工作委员会")]).on_proposal(),
        right(&[("cc[1]", "市政府督查室")]),
        right(&[("issuer", "临江市人民政府办公室"), ("signature", "临江市人民政府办公室"), ("cc[1]", "市公安局")]),
        right(&[("issuer", "临江市中级人民法院"), ("cc[1]", "市公安局")]),
        right(&[("cc[0]", "县人代工委")]),
        right(&[("role", "会办"), ("cc[0]", "市公安局")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let (draft, letter) = (context.draft, &context.draft.letter);
    // An opinion for the lead goes to the lead; a letter without any cc is E01's to tell.
    if letter.cc.is_empty() || draft.role == Role::Joint {
        return;
    }
    let copies_government = organ::is_of_government(&letter.issuer) && !letter.issuer.contains("政府");
    for recipient in context.profile.recipients(draft.kind) {
        if recipient.government && !copies_government {
            continue;
        }
        let is_met = letter.cc.iter().any(|entry| recipient.words.iter().any(|word| entry.contains(word.as_str())));
        if !is_met {
            // 政协提案委员会 in its place.
            let others = match draft.kind {
                Kind::Suggestion => ["政协", "提案委"],
                Kind::Proposal => ["人大常委会", "人大代表工作"],
            };
            let taken = letter.cc.iter().position(|entry| others.iter().any(|word| entry.contains(word)));
            let (field, range, message) = match taken.filter(|_| !recipient.government) {
                Some(at) => {
                    let message =
                        format!("答复{}应当抄送{}，不是{}", draft.kind.word(), recipient.title, letter.cc[at]);
                    (Field::Cc(at), 0..letter.cc[at].len(), message)
                }
                None => (Field::Cc(letter.cc.len()), 0..0, format!("抄送里没有{}", recipient.title)),
            };
            let finding = found.at(field, range, message);
            finding.weigh(recipient.severity).cite(recipient.source.clone());
        }
    }
}
