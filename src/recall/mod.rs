//! What was written before and can be put into a letter again: paragraphs of earlier letters, phrases, documents to cite,
//! contacts; and finding it by characters, pinyin or initials, with a slip of the hand forgiven.
//!
//! Pure: the texts come in, hits go out. Who reads the files decides in which thread to search.

mod bare;
mod corpus;
mod hit;
mod pattern;
mod policy;
mod readings;

pub use bare::without_number;
pub use corpus::{Corpus, Near, OldLetter, Results, search_shelf};
pub use hit::{Hit, Passage, Shelf, Tier};
pub use pattern::Pattern;
pub use policy::{Policy, policies};
