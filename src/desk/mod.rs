//! The desk: everything that touches the disk. Workspaces, draft files, journals, records, assets.
//!
//! All errors are [`DeskError`]: they say what is wrong with which path, in the user's language.

mod assets;
mod configuration;
mod disk;
mod draft_file;
mod error;
mod identity;
mod journal;
mod lock;
mod record;
pub mod versions;
mod workspace;

pub use assets::{Asset, SAMPLES, own_assets, own_profile, own_profiles, own_words};
pub use configuration::{
    CONFIGURATION_NAME, Configuration, INITIAL as INITIAL_CONFIGURATION, Office, People, Review, Versions,
};
pub use disk::{LARGEST_FILE, Overwrite, make_folder, read_bytes, read_text, write};
pub use draft_file::{DraftFile, SaveError};
pub use error::{DeskError, Trouble};
pub use identity::{Person, UNKNOWN as UNKNOWN_PERSON, identity, remember as remember_name};
pub use journal::{Journal, Recovered};
pub use lock::Lock;
pub use record::{
    Addition, append as append_record, path as record_path, read as read_record, read_sealed as read_sealed_record,
    seal as record_seal, set_aside as set_record_aside,
};
pub use workspace::{Workspace, is_draft_name};
