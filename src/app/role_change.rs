//! What else of a letter is another where the 办理方式 becomes another: an opinion for the lead organ has another title, is not
//! addressed as a deputy and copied to nobody.

use super::element::Element;
use super::history::Action;
use super::overlay::Overlay;
use super::proposals::Office;
use super::question::{Question, Subject};
use super::state::State;
use crate::letter::{Draft, Kind, Role};

/// How the title of an answer ends, and that of an opinion for the lead organ.
const ENDS: [&str; 2] = ["答复的函", "会办意见的函"];

/// What goes with the role that `draft` has, as far as the letter is still written for another: each element with the text it
/// is to have.
pub(super) fn of(draft: &Draft, office: &Office) -> Vec<(Element, String)> {
    let letter = &draft.letter;
    let is_joint = draft.role == Role::Joint;
    let [other, own] = if is_joint { ENDS } else { [ENDS[1], ENDS[0]] };
    let title = letter.title.strip_suffix(other).map(|begin| format!("{begin}{own}"));
    let mut changes: Vec<(Element, String)> = title.into_iter().map(|title| (Element::Title, title)).collect();
    if is_joint {
        if !letter.addressee_title.is_empty() {
            changes.push((Element::AddresseeTitle, String::new()));
        }
        if !letter.cc.is_empty() {
            changes.push((Element::Cc, String::new()));
        }
    } else if !changes.is_empty() && letter.cc.is_empty() {
        let usual = if draft.kind == Kind::Proposal { &office.proposal_cc } else { &office.suggestion_cc };
        changes.extend((!usual.is_empty()).then(|| (Element::Cc, usual.clone())));
    }
    changes
}

impl State {
    /// What goes with the role, while that is chosen in the form, in words; nothing where all of it is as it should be.
    pub fn goes_with_role(&self) -> Option<String> {
        let (Some(Overlay::Form(form)), Some(sheet)) = (self.overlay(), &self.sheet) else {
            return None;
        };
        let changes = of(sheet.document.draft(), &self.office);
        if form.element() != Element::Role || changes.is_empty() {
            return None;
        }
        let change = |(element, text): &(Element, String)| match text.as_str() {
            "" => format!("{}不填", element.label()),
            // Of the title the end is what changes.
            text if *element == Element::Title => {
                let end = ENDS.into_iter().find(|end| text.ends_with(end)).unwrap_or_default();
                format!("{}“……{end}”", element.label())
            }
            text => format!("{}“{text}”", element.label()),
        };
        Some(changes.iter().map(change).collect::<Vec<_>>().join("，"))
    }
}

/// Asks whether what goes with the role that was just chosen is to be made so. Says whether there is anything.
pub(super) fn ask(state: &mut State) -> bool {
    let Some(words) = state.goes_with_role() else {
        return false;
    };
    state.overlays.push(Overlay::Question(Question::new(Subject::GoesWithRole(words))));
    true
}

/// Makes what goes with the role so, as one step. Says whether there was anything.
pub(super) fn follow(state: &mut State) -> bool {
    if state.goes_with_role().is_none() {
        return false;
    }
    let State { overlays, sheet, profile, office, .. } = state;
    let (Some(Overlay::Form(form)), Some(sheet)) = (overlays.last_mut(), sheet) else {
        return false;
    };
    let changes = of(sheet.document.draft(), office);
    let fields = changes.iter().filter_map(|(element, text)| element.changes(sheet.document.draft(), text).ok());
    let fields = fields.flatten().collect();
    if !sheet.document.set_fields(Action::Whole, fields) {
        return false;
    }
    form.reread(&sheet.document, profile);
    let labels = changes.into_iter().map(|(element, _)| element.label()).collect::<Vec<_>>().join("、");
    let is_joint = sheet.document.draft().role == Role::Joint;
    let then = if is_joint { "；主送请写主办单位，开头、结语按会办意见改" } else { "" };
    state.say(state.words(&format!("已改{labels}{then}（{{undo}} 一次撤销）")));
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_opinion_has_another_title_no_name_for_deputies_and_no_copies() {
        let office = Office { suggestion_cc: "市政府办公室".into(), ..Office::default() };
        let mut draft = Draft { role: Role::Joint, ..Draft::default() };
        draft.letter.title = "某局关于市人大第7号代表建议答复的函".into();
        draft.letter.addressee_title = "代表".into();
        draft.letter.cc = vec!["市政府办公室".into()];
        let title = |text: &str| (Element::Title, text.to_owned());
        let none = |element| (element, String::new());
        let joint = title("某局关于市人大第7号代表建议会办意见的函");
        assert_eq!(of(&draft, &office), [joint.clone(), none(Element::AddresseeTitle), none(Element::Cc)]);
        (draft.letter.title, draft.letter.cc) = (joint.1, Vec::new());
        draft.letter.addressee_title.clear();
        assert_eq!(of(&draft, &office), [], "all of it is as it should be");
        draft.role = Role::Lead;
        let back = [title("某局关于市人大第7号代表建议答复的函"), (Element::Cc, "市政府办公室".to_owned())];
        assert_eq!(of(&draft, &office), back);
    }
}
