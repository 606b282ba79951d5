//! The rules, one a file.

pub(super) mod contact_label_repeated;
pub(super) mod date_form;
pub(super) mod document_number_brackets;
pub(super) mod document_number_form;
pub(super) mod document_number_serial;
pub(super) mod element_missing;
pub(super) mod half_width_brackets;
pub(super) mod numbering_gap;
pub(super) mod title_number;
