//! What is asked before a letter goes out: by the profile, and by `dafu.toml` where it says something else.

use crate::check::Profile;
use crate::check::profile::SignOff;
use crate::desk::{CONFIGURATION_NAME, Configuration, DeskError, Trouble};
use crate::review::{Policy, Stage};
use std::path::Path;

/// The policy of the workspace at `root` for letters under `profile`.
///
/// # Errors
/// [`DeskError`] when `dafu.toml` names a stage that is none.
pub fn policy(root: &Path, profile: &Profile, configuration: &Configuration) -> Result<Policy, DeskError> {
    let (place, office) = (&profile.review, &configuration.review);
    let required = match &office.required {
        None => place.required.iter().map(|&sign_off| stage(sign_off)).collect(),
        Some(words) => words.iter().map(|word| named(root, word)).collect::<Result<_, _>>()?,
    };
    Ok(Policy {
        required,
        co_handlers_countersign: office.co_handlers_countersign.unwrap_or(place.co_handlers_countersign),
        reviewer_is_not_drafter: office.reviewer_is_not_drafter.unwrap_or(place.reviewer_is_not_drafter),
        reviewers: office.reviewers.clone(),
        signers: office.signers.clone(),
    })
}

fn stage(sign_off: SignOff) -> Stage {
    match sign_off {
        SignOff::Review => Stage::Review,
        SignOff::Countersign => Stage::Countersign,
        SignOff::Sign => Stage::Sign,
    }
}

fn named(root: &Path, word: &str) -> Result<Stage, DeskError> {
    Stage::from_title(word).filter(|stage| Stage::SIGNED.contains(stage)).ok_or_else(|| {
        let message = format!("[review] required 里的“{word}”不是签字环节，应为“核稿”“会签”“签发”");
        DeskError::new(&root.join(CONFIGURATION_NAME), Trouble::System(message))
    })
}
