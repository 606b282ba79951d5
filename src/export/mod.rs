//! Export: the letter as it is issued.
//!
//! Pure: a draft goes in, text or bytes come out. Whether a letter may be exported is the gate's business, which the
//! caller keeps.

mod encoding;
mod flow;

pub use encoding::{Encoding, LineEnd, Unencodable, encode};
pub use flow::flow;
