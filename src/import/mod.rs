//! Published letters to drafts.
//!
//! The law: every character of the source that is not blank lands in a field, or is listed as left out with its reason. Layout is
//! healed — a paragraph broken by a page is made whole and reported — and text is never corrected: a fault of the source is a
//! finding afterwards.
//!
//! The way of a text: `source` cleans it and cuts it into lines; `start` and `ending` find where head, body and tail part;
//! `head`, `paragraphs` and `tail` read each, with one file for each element; `matter` reads what is answered out of title
//! and opening. All of them put stretches of the source into the `ledger`, which closes the account.

mod addressees;
mod assembly;
pub mod assignments;
mod attachments;
mod category;
mod co_handlers;
mod contact_label;
mod contacts;
mod copies;
mod decode;
mod disclosure;
mod doc;
mod docx;
mod element;
mod ending;
mod entity;
mod format;
mod furniture;
mod head;
mod html;
mod label;
mod layout;
mod ledger;
mod list;
mod margin;
mod marks;
mod matter;
mod metadata;
mod names;
mod numbering;
mod organ;
mod page_number;
mod page_table;
mod paragraphs;
mod read_as;
mod row;
mod run;
mod source;
mod start;
mod tail;
mod text;
mod title;
mod topic;

pub use crate::letter::account::{Break, Imported, Joined, LeftOut, Placed, Reason, Report, Uncertain};
pub use decode::{DecodeError, Encoding, decode};
pub use format::{Format, ReadError, read};
pub use read_as::read_as;
pub use text::{ImportError, import};

use crate::letter::account as report;
