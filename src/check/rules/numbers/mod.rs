//! D: the writing of numbers and dates (GB/T 15835—2011).

pub(in crate::check) mod approximate_digits;
pub(in crate::check) mod broken_number;
pub(in crate::check) mod decimal_zero;
pub(in crate::check) mod decrease_by_times;
pub(in crate::check) mod doubled_approximation;
pub(in crate::check) mod full_width_digits;
pub(in crate::check) mod goal_without_unit;
pub(in crate::check) mod impossible_date;
pub(in crate::check) mod in_force_before_passed;
pub(in crate::check) mod letter_in_number;
pub(in crate::check) mod mixed_date;
pub(in crate::check) mod mixed_numeral;
pub(in crate::check) mod money_form;
pub(in crate::check) mod padded_date;
pub(in crate::check) mod percent_range;
pub(in crate::check) mod rate_without_percent;
pub(in crate::check) mod reversed_span;
pub(in crate::check) mod session_numerals;
pub(in crate::check) mod short_year;
pub(in crate::check) mod spaced_numbers;
pub(in crate::check) mod thousands;
pub(in crate::check) mod time_form;
pub(in crate::check) mod two_words;
pub(in crate::check) mod unit_symbols;
pub(in crate::check) mod year_agreement;
