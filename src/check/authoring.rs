//! What a rule file is written with; every one of them opens this and nothing else of `check`.

pub(super) use super::example::{right, wrong};
pub(super) use super::{Applicability, Check, Context, Found, Group, Parts, Passage, Rule, Severity};
pub(super) use crate::letter::Field;
pub(super) use crate::text::characters;
pub(super) use crate::text::edit::Edit;
