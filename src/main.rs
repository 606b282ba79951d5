//! The `dafu` binary.

fn main() {}
