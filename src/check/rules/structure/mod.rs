//! N: sections, sequences and completeness.

pub(in crate::check) mod marker_gap;
pub(in crate::check) mod marker_punctuation;
pub(in crate::check) mod numbering_gap;
