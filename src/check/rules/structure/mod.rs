//! N: sections, sequences and completeness.

pub(in crate::check) mod broken_off;
pub(in crate::check) mod heading_end_mark;
pub(in crate::check) mod heading_repeated;
pub(in crate::check) mod heading_shape;
pub(in crate::check) mod heading_unnumbered;
pub(in crate::check) mod inline_numbers;
pub(in crate::check) mod level_order;
pub(in crate::check) mod lone_section;
pub(in crate::check) mod marker_gap;
pub(in crate::check) mod marker_punctuation;
pub(in crate::check) mod numbering_gap;
pub(in crate::check) mod placeholder;
pub(in crate::check) mod repeated_text;
pub(in crate::check) mod section_empty;
pub(in crate::check) mod sequence_mark;
pub(in crate::check) mod sequence_order;
pub(in crate::check) mod table_missing;
pub(in crate::check) mod unfinished_sentence;
