//! The clock, read at the edge only.

use jiff::Zoned;
use jiff::civil::Date;

/// Today where this machine stands.
pub fn today() -> Date {
    Zoned::now().date()
}

/// This moment as RFC 3339 with offset, to the second: 2026-06-12T09:00:00+08:00.
pub fn now() -> String {
    Zoned::now().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
