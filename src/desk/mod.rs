//! The desk: everything that touches the disk. Workspaces, draft files, journals, records, assets.
//!
//! All errors are [`DeskError`]: they say what is wrong with which path, in the user's language.

mod assets;
mod configuration;
mod disk;
mod draft_file;
mod error;
mod journal;
mod lock;
mod record;
mod workspace;

pub use assets::{Asset, SAMPLES, profile, profile_names};
pub use configuration::{CONFIGURATION_NAME, Configuration, INITIAL as INITIAL_CONFIGURATION, Office, People};
pub use disk::{LARGEST_FILE, Overwrite, read_bytes, read_text, write};
pub use draft_file::{DraftFile, SaveError};
pub use error::{DeskError, Trouble};
pub use journal::{Journal, Recovered};
pub use lock::Lock;
pub use record::{append as append_record, path as record_path, read as read_record};
pub use workspace::{Workspace, is_draft_name};
