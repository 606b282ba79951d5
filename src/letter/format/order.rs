//! Where a key that is new in a table of a draft file goes: to its place among the others, not behind the long text.

use toml_edit::Table;

/// The keys of `[letter]` in the order in which dafu writes them.
pub(super) const LETTER: [&str; 14] = [
    "issuer",
    "number",
    "title",
    "category",
    "signer",
    "addressees",
    "addressee_total",
    "addressee_title",
    "signature",
    "date",
    "disclosure",
    "disclosure_reason",
    "cc",
    "attachments",
];

/// The keys of `[matter]` in the order in which dafu writes them.
pub(super) const MATTER: [&str; 5] = ["session", "number", "title", "assigned", "co_handlers"];

/// Puts the keys of `table` that `before` does not have before the first old key that is to follow them in `order`. What
/// `order` does not know, as the body, follows all that it knows; the old keys stay in the order a person gave them.
pub(super) fn arrange(table: &mut Table, before: &[String], order: &[&str]) {
    let rank = |key: &str| order.iter().position(|known| *known == key).unwrap_or(order.len());
    let mut keys: Vec<String> = before.iter().filter(|key| table.contains_key(key)).cloned().collect();
    let mut new: Vec<String> =
        table.iter().map(|(key, _)| key.to_owned()).filter(|key| !before.contains(key)).collect();
    new.sort_by_key(|key| rank(key));
    if new.is_empty() {
        return;
    }
    for key in new {
        // Behind the last key that goes before it, where there is one; else before the first that follows it.
        let last = keys.iter().rposition(|other| rank(other) < rank(&key)).map(|at| at + 1);
        let first = keys.iter().position(|other| rank(other) > rank(&key));
        let body = keys.iter().position(|other| other == "body");
        let at = last.or(first).unwrap_or(keys.len());
        let at = if rank(&key) < order.len() { at.min(body.unwrap_or(keys.len())) } else { at };
        keys.insert(at, key);
    }
    let place = |key: &str| keys.iter().position(|other| other == key).unwrap_or(keys.len());
    table.sort_values_by(|one, _, other, _| place(one.get()).cmp(&place(other.get())));
}
