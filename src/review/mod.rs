//! The review: what is vouched for, what was decided about it, by whom and when, and what that lets the letter do.

mod comparison;
mod decision;
mod elements;
mod entry;
pub mod gather;
pub mod ignored;
pub mod item;
mod pairing;
mod policy;
pub mod record;
pub mod redline;
pub mod remark;
pub mod report;
pub mod sheet;
pub mod since;
mod stage;
mod standing;
pub mod tokens;
mod verify;

pub use comparison::Comparison;
pub use entry::{Action, Entry, Verdict};
pub use item::{Item, Part};
pub use policy::{Missing, Policy, Refusal};
pub use record::{Kept, Record};
pub use remark::{Anchor, Place, Thread};
pub use stage::{Progress, Stage};
pub use standing::{Standing, standing};
pub use verify::{Fault, Seen, verify};
