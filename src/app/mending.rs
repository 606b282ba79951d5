//! Fixes before they are made: what would stand there instead, for a person to agree to.

use std::ops::Range;

use super::boundaries;
use super::list::List;
use crate::check::Finding;
use crate::letter::{Draft, Field};
use crate::text::edit::Edit;

/// How many characters are shown on either side of a change.
const AROUND: usize = 14;

/// How many characters between two edits of a fix still let them be shown as one change.
const NEAR: usize = 12;

/// One change, as it is and as it would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redline {
    /// Where it stands, in words.
    pub place: String,
    /// The words around it as they are.
    pub before: String,
    /// The part of `before` that goes, in bytes.
    pub gone: Range<usize>,
    /// The words as they would be.
    pub after: String,
    /// The part of `after` that comes, in bytes.
    pub come: Range<usize>,
}

/// Fixes that wait for agreement.
#[derive(Clone, Debug)]
pub struct Mending {
    /// What they do, in words.
    pub title: String,
    /// What they change, in the order of the letter.
    pub redlines: Vec<Redline>,
    /// How far the list is scrolled.
    pub list: List,
    /// What they change, round by round: the later ones are of the text that the earlier ones leave.
    pub(super) rounds: Vec<Vec<(Field, Edit)>>,
    /// How many findings they mend.
    pub(super) count: usize,
    /// Whether they are all of some, and not one that was asked for.
    pub(super) all: bool,
    /// The code of the rule of the one that was asked for, and how many findings of that rule can be mended.
    pub(super) kind: Option<(&'static str, usize)>,
}

impl Mending {
    /// No fixes yet, of one finding or of `all` of some.
    pub fn new(all: bool) -> Self {
        let (title, redlines, rounds) = (String::new(), Vec::new(), Vec::new());
        Self { title, redlines, list: List::default(), rounds, count: 0, all, kind: None }
    }

    /// Adds the fixes of `findings`, each with where it stands in words, to what was left of `draft` by those added before. Says
    /// whether there are any.
    pub fn add<'a>(&mut self, draft: &Draft, findings: impl Iterator<Item = (&'a Finding, &'a str)>) -> bool {
        let mut edits = Vec::new();
        for (finding, place) in findings {
            let Some(fix) = &finding.fix else { continue };
            self.title.clone_from(&fix.title);
            self.count += 1;
            // Two findings may ask for the very same change.
            let parts = fix.edits.iter().map(|part| (part.field, part.edit.clone()));
            let mut new: Vec<(Field, Edit)> = parts.filter(|change| !edits.contains(change)).collect();
            new.sort_by_key(|(field, edit)| (*field, edit.range.start));
            for (field, edit) in together(draft, &new) {
                self.redlines.extend(Redline::new(&draft.text(field), &edit, place));
            }
            edits.extend(new);
        }
        if self.all {
            self.title = format!("自动修正 {} 处", self.count);
        }
        let found = !edits.is_empty();
        if found {
            self.rounds.push(edits);
        }
        found
    }

    /// How many findings of the same rule can be mended together with the one that is asked about; nothing where it is the only
    /// one.
    pub fn others(&self) -> Option<usize> {
        self.kind.map(|(_, count)| count).filter(|count| *count > 1)
    }
}

/// The edits of one fix, sorted, those near each other in a line as one: a pair of brackets is one change to look at.
fn together(draft: &Draft, edits: &[(Field, Edit)]) -> Vec<(Field, Edit)> {
    let mut shown: Vec<(Field, Edit)> = Vec::new();
    for (field, edit) in edits {
        let text = draft.text(*field);
        let between = shown.last().filter(|(of, _)| of == field).and_then(|(_, last)| {
            let between = text.get(last.range.end..edit.range.start)?;
            (!between.contains('\n') && between.chars().count() <= NEAR).then(|| between.to_owned())
        });
        match (shown.last_mut(), between) {
            (Some((_, last)), Some(between)) => {
                *last = Edit::replace(last.range.start..edit.range.end, format!("{}{between}{}", last.text, edit.text));
            }
            _ => shown.push((*field, edit.clone())),
        }
    }
    shown
}

impl Redline {
    /// The change that `edit` makes in `text`; `None` where it fits no text.
    pub fn new(text: &str, edit: &Edit, place: &str) -> Option<Self> {
        let old = text.get(edit.range.clone())?;
        let line_start = text[..edit.range.start].rfind('\n').map_or(0, |end| end + 1);
        let line_end = text[edit.range.end..].find('\n').map_or(text.len(), |end| edit.range.end + end);
        let (mut start, mut end) = (edit.range.start, edit.range.end);
        for _ in 0..AROUND {
            start = if start > line_start { boundaries::previous_character(text, start) } else { start };
            end = if end < line_end { boundaries::next_character(text, end) } else { end };
        }
        let cut = |here: bool| if here { "…" } else { "" };
        let head = format!("{}{}", cut(start > line_start), &text[start..edit.range.start]);
        let tail = format!("{}{}", &text[edit.range.end..end], cut(end < line_end));
        let shown = |text: &str| text.replace('\n', "↵");
        let (old, new) = (shown(old), shown(&edit.text));
        Some(Self {
            place: place.to_owned(),
            gone: head.len()..head.len() + old.len(),
            come: head.len()..head.len() + new.len(),
            before: format!("{head}{old}{tail}"),
            after: format!("{head}{new}{tail}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_of_brackets_is_one_change() {
        let mut draft = Draft::default();
        draft.letter.body = "(一)河道。见(二)".into();
        let edit = |at: usize, mark: &str| (Field::Body, Edit::replace(at..at + 1, mark));
        let shown = together(&draft, &[edit(0, "（"), edit(4, "）")]);
        assert_eq!(shown, [(Field::Body, Edit::replace(0..5, "（一）"))]);
        let far = format!("({})", "一".repeat(NEAR + 1));
        draft.letter.body = far.clone();
        assert_eq!(together(&draft, &[edit(0, "（"), edit(far.len() - 1, "）")]).len(), 2);
    }

    #[test]
    fn a_change_is_shown_among_its_words_and_never_over_a_line_end() {
        let text = "收悉。\n经研究，我局对清溪河中段[2026]年以来的情况作了逐一核对。\n二";
        let at = text.find("[2026]").unwrap();
        let redline = Redline::new(text, &Edit::replace(at..at + 6, "〔2026〕"), "一").unwrap();
        assert_eq!(redline.before, "经研究，我局对清溪河中段[2026]年以来的情况作了逐一核对。");
        assert_eq!(&redline.before[redline.gone.clone()], "[2026]");
        assert_eq!(&redline.after[redline.come], "〔2026〕");
        let long = "答".repeat(40);
        let redline = Redline::new(&long, &Edit::insert(60, "复"), "一").unwrap();
        assert_eq!(redline.before.chars().count(), 2 * AROUND + 2);
        assert!(redline.before.starts_with('…') && redline.before.ends_with('…'));
        assert!(Redline::new("答", &Edit::delete(0..1), "一").is_none());
    }
}
