//! C: what must agree across a letter.

pub(in crate::check) mod matter_number;
pub(in crate::check) mod matter_title;
