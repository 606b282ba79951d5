//! The letter that is practised on.

use jiff::ToSpan as _;
use jiff::civil::Date;

/// The letter as a file, with the years that make it a letter of these days.
pub fn practice(today: Date) -> String {
    let year = today.year();
    let assigned = today.checked_sub(40.days()).unwrap_or(today);
    include_str!("../../../assets/templates/tutor.toml")
        .replace("{year}", &year.to_string())
        .replace("{last}", &(year - 1).to_string())
        .replace("{next}", &(year + 1).to_string())
        .replace("{assigned}", &assigned.to_string())
}
