//! P: punctuation (GB/T 15834—2011).

pub(in crate::check) mod half_width_brackets;
pub(in crate::check) mod half_width_full_stop;
pub(in crate::check) mod half_width_marks;
pub(in crate::check) mod half_width_quotes;
pub(in crate::check) mod stray_space;
pub(in crate::check) mod unpaired_marks;
