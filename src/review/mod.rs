//! The review record: what was decided about a letter, by whom and when. Append-only.

pub mod record;
