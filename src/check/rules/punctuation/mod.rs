//! P: punctuation (GB/T 15834—2011).

pub(in crate::check) mod angle_title_marks;
pub(in crate::check) mod approximate_enumeration;
pub(in crate::check) mod as_follows_colon;
pub(in crate::check) mod citation_number;
pub(in crate::check) mod citation_suffix;
pub(in crate::check) mod corner_quotes;
pub(in crate::check) mod dash;
pub(in crate::check) mod ellipsis;
pub(in crate::check) mod enumeration_and_so_on;
pub(in crate::check) mod enumeration_marks;
pub(in crate::check) mod half_width_brackets;
pub(in crate::check) mod half_width_full_stop;
pub(in crate::check) mod half_width_marks;
pub(in crate::check) mod half_width_quotes;
pub(in crate::check) mod hexagonal_brackets;
pub(in crate::check) mod leading_mark;
pub(in crate::check) mod missing_stop;
pub(in crate::check) mod nested_colon;
pub(in crate::check) mod nested_quotes;
pub(in crate::check) mod range_agreement;
pub(in crate::check) mod range_mark;
pub(in crate::check) mod repeated_marks;
pub(in crate::check) mod semicolon_after_stop;
pub(in crate::check) mod stray_space;
pub(in crate::check) mod title_marks_misused;
pub(in crate::check) mod unpaired_marks;
