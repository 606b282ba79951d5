//! E: the elements of a letter.

pub(in crate::check) mod addressee_colon;
pub(in crate::check) mod cc_entry_marks;
pub(in crate::check) mod cc_full_stop;
pub(in crate::check) mod contact_label_repeated;
pub(in crate::check) mod date_form;
pub(in crate::check) mod date_future;
pub(in crate::check) mod disclosure_line;
pub(in crate::check) mod disclosure_mode;
pub(in crate::check) mod disclosure_reason;
pub(in crate::check) mod document_number_brackets;
pub(in crate::check) mod document_number_form;
pub(in crate::check) mod document_number_serial;
pub(in crate::check) mod document_number_year;
pub(in crate::check) mod element_missing;
pub(in crate::check) mod opening_incomplete;
