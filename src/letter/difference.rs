//! What leads from one draft to another, as edits of fields.

use super::{Draft, Field};
use crate::text::edit::Edit;

/// The edits that make `to` of `from`, each of the field's text as the ones before it leave it. `None` where no edits do:
/// a list with an empty entry in it, which no field can be set to.
pub fn edits(from: &Draft, to: &Draft) -> Option<Vec<(Field, Edit)>> {
    let mut now = from.clone();
    let mut edits = Vec::new();
    let mut set = |now: &mut Draft, field: Field, text: &str| {
        let edit = Edit::replace(0..now.text(field).len(), text);
        now.edit(field, &edit).ok().map(|()| edits.push((field, edit)))
    };
    for field in to.fields() {
        if now.text(field) != to.text(field) {
            set(&mut now, field, &to.text(field))?;
        }
    }
    // What the lists of `to` do not have any more goes from the end, so that no other entry moves.
    for field in now.fields().into_iter().rev() {
        if now.text(field) != to.text(field) {
            set(&mut now, field, &to.text(field))?;
        }
    }
    (now == *to).then_some(edits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::format;

    #[test]
    fn the_edits_lead_there() {
        let drafts = [
            format::read(include_str!("../../drafts/2026042.toml")).unwrap().draft,
            format::read(include_str!("../../drafts/2026057.toml")).unwrap().draft,
            format::read(include_str!("../../drafts/2026108.toml")).unwrap().draft,
            Draft::default(),
        ];
        for from in &drafts {
            for to in &drafts {
                let mut now = from.clone();
                for (field, edit) in edits(from, to).unwrap() {
                    now.edit(field, &edit).unwrap();
                }
                assert_eq!(now, *to);
            }
        }
        assert_eq!(edits(&drafts[0], &drafts[0]), Some(Vec::new()));
    }
}
