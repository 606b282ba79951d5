//! Edits: the one way a text is changed.

use std::ops::Range;

/// A replacement of one byte range of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, in bytes of the text before the edit; empty for an insertion.
    pub range: Range<usize>,
    /// What stands there afterwards; empty for a deletion.
    pub text: String,
}

/// Why an edit could not be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The range does not lie within the text, or not on character boundaries.
    #[error("the edited range lies outside the text or splits a character")]
    OutsideText,
    /// Two edits of one set touch the same bytes.
    #[error("two edits overlap")]
    Overlap,
}

impl Edit {
    /// An edit that puts `text` in place of `range` (bytes).
    pub fn replace(range: Range<usize>, text: impl Into<String>) -> Self {
        Self { range, text: text.into() }
    }

    /// An edit that puts `text` before byte `at`.
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(at..at, text)
    }

    /// An edit that removes `range` (bytes).
    pub fn delete(range: Range<usize>) -> Self {
        Self::replace(range, "")
    }

    /// Where byte `offset` of the text before this edit stands after it.
    ///
    /// An offset inside the replaced range goes to the end of the new text; one at its very start stays.
    pub fn carry(&self, offset: usize) -> usize {
        if offset <= self.range.start {
            offset
        } else if offset >= self.range.end {
            offset - self.range.len() + self.text.len()
        } else {
            self.range.start + self.text.len()
        }
    }
}

/// Applies one edit to `text` in place and gives back the edit that undoes it.
///
/// # Errors
/// [`EditError::OutsideText`] when the range is not one of `text`; `text` is then as it was.
pub fn apply(text: &mut String, edit: &Edit) -> Result<Edit, EditError> {
    let old = text.get(edit.range.clone()).ok_or(EditError::OutsideText)?.to_owned();
    text.replace_range(edit.range.clone(), &edit.text);
    Ok(Edit { range: edit.range.start..edit.range.start + edit.text.len(), text: old })
}

/// Applies edits whose ranges all refer to the text as it is now; their order does not matter.
///
/// # Errors
/// [`EditError`] when a range is not one of `text` or two ranges overlap; nothing is changed then.
pub fn apply_all<'a>(text: &str, edits: impl IntoIterator<Item = &'a Edit>) -> Result<String, EditError> {
    let mut sorted: Vec<&Edit> = edits.into_iter().collect();
    sorted.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    for edit in sorted {
        if edit.range.start < at {
            return Err(EditError::Overlap);
        }
        text.get(edit.range.clone()).ok_or(EditError::OutsideText)?;
        result.push_str(&text[at..edit.range.start]);
        result.push_str(&edit.text);
        at = edit.range.end;
    }
    result.push_str(&text[at..]);
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_edit_off_a_character_boundary_changes_nothing() {
        let mut text = "答复".to_owned();
        assert_eq!(apply(&mut text, &Edit::delete(1..3)), Err(EditError::OutsideText));
        assert_eq!(text, "答复");
    }

    #[test]
    fn overlapping_edits_are_refused_and_touching_ones_are_not() {
        let (first, second) = (Edit::replace(0..3, "甲"), Edit::replace(3..6, "乙"));
        assert_eq!(apply_all("答复函", [&second, &first]).as_deref(), Ok("甲乙函"));
        let third = Edit::delete(0..6);
        assert_eq!(apply_all("答复函", [&third, &second]), Err(EditError::Overlap));
    }

    proptest! {
        #[test]
        fn undoing_an_edit_gives_the_text_back(text in "[\u{4e00}-\u{4e20}a-c\n]{0,20}", new in "[一-三x]{0,5}", a in 0usize..70, b in 0usize..70) {
            let mut changed = text.clone();
            if let Ok(undo) = apply(&mut changed, &Edit::replace(a.min(b)..a.max(b), new)) {
                apply(&mut changed, &undo).unwrap();
            }
            prop_assert_eq!(changed, text);
        }

        #[test]
        fn a_carried_offset_still_stands_before_the_same_text(text in "[一-十]{2,12}", new in "[甲乙]{0,3}", cut in 0usize..6, at in 6usize..12) {
            let (cut, at) = (cut.min(text.chars().count() / 2) * 3, (at * 3).min(text.len()));
            let edit = Edit::replace(cut..cut, new);
            let mut changed = text.clone();
            apply(&mut changed, &edit).unwrap();
            if at > cut {
                prop_assert_eq!(&changed[edit.carry(at)..], &text[at..]);
            }
        }
    }
}
