//! Running: each thing that can be asked for, wired from the parts.

pub mod workbench;
