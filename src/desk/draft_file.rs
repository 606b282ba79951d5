//! One draft file, loaded, and saved without losing what others wrote meanwhile.

use super::disk::{self, Overwrite};
use super::error::{DeskError, Trouble};
use super::versions::{self, Cause};
use crate::letter::{Draft, format};
use std::path::{Path, PathBuf};

/// A draft together with the file it came from.
#[derive(Clone, Debug)]
pub struct DraftFile {
    /// Where it lies.
    pub path: PathBuf,
    /// The draft as it was read or last saved.
    pub draft: Draft,
    /// The file's format where it is newer than this program's: it is then only read.
    pub newer_format: Option<i64>,
    /// The file's text as it was read or last saved.
    text: String,
}

/// Why a draft could not be saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Someone else has changed the file since it was read.
    #[error("文件已被别处改动，没有保存")]
    Changed,
    /// The file is of a newer format.
    #[error("文件是新格式（format = {0}），只能查看，请用新版本修改")]
    NewerFormat(i64),
    /// Trouble with the disk.
    #[error(transparent)]
    Desk(#[from] DeskError),
}

impl DraftFile {
    /// Loads a draft.
    ///
    /// # Errors
    /// [`DeskError`] when the file cannot be read or is no draft.
    pub fn load(path: &Path) -> Result<Self, DeskError> {
        let text = disk::read_text(path).map_err(|error| match error.trouble {
            Trouble::NotText if !is_toml(path) => DeskError::new(path, Trouble::NoDraftName),
            _ => error,
        })?;
        if !is_toml(path) && format::read(&text).is_err() {
            return Err(DeskError::new(path, Trouble::NoDraftName));
        }
        let loaded = format::read(&text).map_err(|error| DeskError::new(path, Trouble::Format(error)))?;
        Ok(Self { path: path.to_owned(), draft: loaded.draft, newer_format: loaded.newer_format, text })
    }

    /// Writes a new draft file; one that is there is left alone.
    ///
    /// # Errors
    /// [`DeskError`], with [`Trouble::Exists`] when the name is taken.
    pub fn create(path: &Path, draft: &Draft) -> Result<Self, DeskError> {
        let text = format::create(draft);
        disk::write(path, text.as_bytes(), Overwrite::Never)?;
        // The draft is there; a history with a gap is no reason to say that it is not.
        let _ = versions::keep(path, &text, Cause::Created);
        Ok(Self { path: path.to_owned(), draft: draft.clone(), newer_format: None, text })
    }

    /// The file's text as it was read or last saved.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Saves `draft` over the file, touching only what changed. `over_changes` also when someone else changed the file.
    ///
    /// # Errors
    /// [`SaveError`]; the file is then as it was.
    pub fn save(&mut self, draft: &Draft, over_changes: bool) -> Result<(), SaveError> {
        if let Some(format) = self.newer_format {
            return Err(SaveError::NewerFormat(format));
        }
        if !over_changes && self.changed_on_disk()? {
            return Err(SaveError::Changed);
        }
        let text =
            format::write(draft, &self.text).map_err(|error| DeskError::new(&self.path, Trouble::Format(error)))?;
        // A draft that did not change leaves the file's time alone, unless the file itself is to be put back.
        if text != self.text || over_changes || !self.path.exists() {
            self.put(&text, Cause::Saved)?;
        }
        self.text = text;
        self.draft = draft.clone();
        Ok(())
    }

    /// Puts an earlier text of the file back, as a save that can itself be taken back.
    ///
    /// # Errors
    /// [`DeskError`] when the text is no draft or cannot be written; the file is then as it was.
    pub fn restore(&mut self, text: &str) -> Result<(), DeskError> {
        let loaded = format::read(text).map_err(|error| DeskError::new(&self.path, Trouble::Format(error)))?;
        self.put(text, Cause::Restored)?;
        self.draft = loaded.draft;
        self.newer_format = loaded.newer_format;
        text.clone_into(&mut self.text);
        Ok(())
    }

    /// Writes `text` over the file. Both what was there and what is there now are kept as versions; when that fails, the
    /// letter is saved all the same.
    fn put(&self, text: &str, cause: Cause) -> Result<(), DeskError> {
        let there = disk::read_text(&self.path).ok();
        if let Some(there) = there.filter(|there| there != text) {
            let _ = versions::keep(&self.path, &there, Cause::Found);
        }
        disk::write(&self.path, text.as_bytes(), Overwrite::Replace)?;
        let _ = versions::keep(&self.path, text, cause);
        Ok(())
    }

    /// Whether the file now holds something else than was read. A removed file is no change: saving puts it back.
    ///
    /// # Errors
    /// [`DeskError`] when the file is there and cannot be read.
    pub fn changed_on_disk(&self) -> Result<bool, DeskError> {
        match disk::read_bytes(&self.path) {
            Ok(bytes) => Ok(bytes != self.text.as_bytes()),
            Err(DeskError { trouble: Trouble::Missing, .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Field;
    use std::fs;

    fn file(folder: &Path) -> DraftFile {
        DraftFile::create(&folder.join("甲.toml"), &Draft::default()).unwrap()
    }

    #[test]
    fn a_foreign_change_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = file(folder.path());
        let foreign = file.text().replace("kind = \"建议\"", "kind = \"提案\"");
        fs::write(&file.path, &foreign).unwrap();
        let mut draft = file.draft.clone();
        draft.set_text(Field::Issuer, "临江市水务局").unwrap();
        assert!(matches!(file.save(&draft, false), Err(SaveError::Changed)));
        assert_eq!(fs::read_to_string(&file.path).unwrap(), foreign);
        file.save(&draft, true).unwrap();
        assert_eq!(DraftFile::load(&file.path).unwrap().draft.letter.issuer, "临江市水务局");
    }

    #[test]
    fn a_newer_format_is_only_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("乙.toml");
        fs::write(&path, "format = 2\n").unwrap();
        let mut file = DraftFile::load(&path).unwrap();
        assert!(matches!(file.save(&Draft::default(), true), Err(SaveError::NewerFormat(2))));
        assert_eq!(fs::read_to_string(&path).unwrap(), "format = 2\n");
    }

    #[test]
    fn a_removed_file_is_put_back() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = file(folder.path());
        fs::remove_file(&file.path).unwrap();
        let draft = file.draft.clone();
        file.save(&draft, false).unwrap();
        assert!(file.path.exists());
    }
}
