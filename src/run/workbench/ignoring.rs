//! Effects on what is let stand.

use std::path::Path;

use crate::app::Message;
use crate::app::ignoring::Request;
use crate::run::Profiles;
use crate::run::review::{Trouble, ignore};
use crate::run::sitting::Sitting;

/// Notes that findings are let stand.
pub(super) fn ignore(path: &Path, requests: &[Request]) -> Message {
    let noted = Sitting::open(path, &mut Profiles::default()).map_err(Trouble::from).and_then(|mut sitting| {
        ignore::note(&mut sitting, requests)?;
        Ok(sitting)
    });
    answered(noted, "已忽略，理由记入核稿记录")
}

/// Notes that the finding of entry `number` counts again.
pub(super) fn withdraw(path: &Path, number: usize) -> Message {
    let noted = Sitting::open(path, &mut Profiles::default()).map_err(Trouble::from).and_then(|mut sitting| {
        ignore::withdraw(&mut sitting, number, "")?;
        Ok(sitting)
    });
    answered(noted, "不再忽略，问题重新列出")
}

fn answered(noted: Result<Sitting, Trouble>, told: &'static str) -> Message {
    match noted {
        Ok(sitting) => Message::Waivers(sitting.waivers(), told),
        Err(trouble) => Message::Failed(trouble.to_string()),
    }
}
