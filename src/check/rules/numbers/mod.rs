//! D: the writing of numbers and dates (GB/T 15835—2011).

pub(in crate::check) mod spaced_numbers;
