//! C: what must agree across a letter.

pub(in crate::check) mod assembly_kind;
pub(in crate::check) mod co_handlers;
pub(in crate::check) mod coined_name;
mod document_title;
pub(in crate::check) mod issued_number;
pub(in crate::check) mod joint_words;
pub(in crate::check) mod kind_word;
pub(in crate::check) mod matter_number;
pub(in crate::check) mod matter_title;
mod name_variant;
pub(in crate::check) mod number_elsewhere;
pub(in crate::check) mod organ_address;
mod organ_forms;
pub(in crate::check) mod organ_name;
pub(in crate::check) mod own_organ;
pub(in crate::check) mod person_name;
mod person_spelling;
pub(in crate::check) mod person_word;
pub(in crate::check) mod quoted_name;
pub(in crate::check) mod request_answered;
pub(in crate::check) mod session_agreement;
pub(in crate::check) mod short_name;
pub(in crate::check) mod signature_issuer;
pub(in crate::check) mod thanks_trade;
pub(in crate::check) mod title_issuer;
pub(in crate::check) mod you_number;
