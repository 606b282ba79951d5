//! What was asked for, as the form fills it in: the field changes that reword, add, move or remove a request.

use crate::letter::{Draft, Field, Request};

/// Field changes in order, each a field and its new text.
pub(super) type Changes = Vec<(Field, String)>;

/// The changes that make request `index` read `text`.
pub(super) fn reworded(draft: &Draft, index: usize, text: &str) -> Changes {
    let mut requests = draft.matter.requests.clone();
    match requests.get_mut(index) {
        Some(request) if !text.is_empty() || !request.answered_in.is_empty() => {
            vec![(Field::RequestText(index), text.to_owned())]
        }
        Some(_) => {
            requests.remove(index);
            rewritten(draft, index, &requests)
        }
        None => inserted(draft, index, text),
    }
}

/// The changes that put a request before the one of `index`.
pub(super) fn inserted(draft: &Draft, index: usize, text: &str) -> Changes {
    if text.is_empty() {
        return Vec::new();
    }
    let mut requests = draft.matter.requests.clone();
    let index = index.min(requests.len());
    requests.insert(index, Request { text: text.to_owned(), answered_in: String::new() });
    rewritten(draft, index, &requests)
}

/// The changes that take request `index` out.
pub(super) fn removed(draft: &Draft, index: usize) -> Changes {
    let mut requests = draft.matter.requests.clone();
    if index >= requests.len() {
        return Vec::new();
    }
    requests.remove(index);
    rewritten(draft, index, &requests)
}

/// The changes that let request `index` change places with the next one, or the one before. Empty at the ends.
pub(super) fn moved(draft: &Draft, index: usize, forward: bool) -> Changes {
    let mut requests = draft.matter.requests.clone();
    let to = if forward { index + 1 } else { index.wrapping_sub(1) };
    if index >= requests.len() || to >= requests.len() {
        return Vec::new();
    }
    requests.swap(index, to);
    rewritten(draft, index.min(to), &requests)
}

/// Empties the list from its end down to `from`, then fills it: the order that fields of a list allow.
fn rewritten(draft: &Draft, from: usize, requests: &[Request]) -> Changes {
    let fields = |index: usize| [Field::RequestText(index), Field::RequestAnsweredIn(index)];
    let emptied = (from..draft.matter.requests.len()).rev().flat_map(fields).map(|field| (field, String::new()));
    let filled = requests.iter().enumerate().skip(from).flat_map(|(index, request)| {
        let texts = [request.text.clone(), request.answered_in.clone()];
        // An empty text would make an entry and drop it at once.
        fields(index).into_iter().zip(texts).filter(|(_, text)| !text.is_empty())
    });
    emptied.chain(filled).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(texts: &[(&str, &str)]) -> Draft {
        let mut draft = Draft::default();
        let request = |(text, at): &(&str, &str)| Request { text: (*text).into(), answered_in: (*at).into() };
        draft.matter.requests = texts.iter().map(request).collect();
        draft
    }

    fn after(mut draft: Draft, changes: Changes) -> Vec<(String, String)> {
        for (field, text) in changes {
            draft.set_text(field, &text).unwrap();
        }
        draft.matter.requests.into_iter().map(|request| (request.text, request.answered_in)).collect()
    }

    fn list(texts: &[(&str, &str)]) -> Vec<(String, String)> {
        texts.iter().map(|(text, at)| ((*text).to_owned(), (*at).to_owned())).collect()
    }

    #[test]
    fn requests_are_reworded_added_moved_and_removed() {
        let two = draft(&[("甲", "一"), ("乙", "")]);
        assert_eq!(after(two.clone(), reworded(&two, 0, "丙")), list(&[("丙", "一"), ("乙", "")]));
        assert_eq!(after(two.clone(), reworded(&two, 1, "")), list(&[("甲", "一")]));
        assert_eq!(after(two.clone(), reworded(&two, 0, "")), list(&[("", "一"), ("乙", "")]));
        assert_eq!(after(two.clone(), inserted(&two, 1, "丙")), list(&[("甲", "一"), ("丙", ""), ("乙", "")]));
        assert_eq!(after(two.clone(), removed(&two, 0)), list(&[("乙", "")]));
        assert_eq!(after(two.clone(), moved(&two, 0, true)), list(&[("乙", ""), ("甲", "一")]));
        assert!(moved(&two, 1, true).is_empty() && moved(&two, 0, false).is_empty() && removed(&two, 5).is_empty());
    }
}
