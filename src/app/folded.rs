//! What is folded away in the panes beside the text.

use std::collections::BTreeSet;

/// What is folded away in the panes beside the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The sections that hide what is inside them in the outline, by name: 二（三）.
    pub sections: BTreeSet<String>,
    /// The rules whose findings the checklist shows one by one although they are many, by code.
    pub opened: BTreeSet<&'static str>,
}
