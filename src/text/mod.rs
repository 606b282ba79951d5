//! Text: characters, positions, widths, edits and numerals. Knows nothing of letters, files or terminals.
//!
//! Offsets are UTF-8 **bytes** unless a name says otherwise; widths are terminal **cells**.

pub mod brackets;
pub mod characters;
pub mod clusters;
pub mod distance;
pub mod edit;
pub mod family_name;
pub mod find;
pub mod fingerprint;
pub mod hidden;
pub mod key;
pub mod measure_words;
pub mod numeral;
pub mod position;
pub mod presence;
pub mod sentence;
pub mod vocabulary;
pub mod width;
pub mod words;
pub mod wrap;
