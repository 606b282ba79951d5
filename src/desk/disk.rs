//! Reading and writing whole files.

use super::error::{DeskError, Trouble};
use atomic_write_file::AtomicWriteFile;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;

/// The largest file that is read, in bytes. A long letter has some 30 KB; scans and archives have no place here.
pub const LARGEST_FILE: u64 = 16 << 20;

/// What to do where a file is already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// Leave it and say so.
    Never,
    /// Put the new one in its place, whole or not at all.
    Replace,
}

/// The bytes of a file of at most [`LARGEST_FILE`] bytes.
///
/// # Errors
/// [`DeskError`] when it is missing, a folder, too large or not readable.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, DeskError> {
    let fail = |trouble: Trouble| DeskError::new(path, trouble);
    let file = fs::File::open(path).map_err(|error| fail(error.into()))?;
    let known = file.metadata().map_err(|error| fail(error.into()))?;
    if known.is_dir() {
        return Err(fail(Trouble::IsFolder));
    }
    let too_large = |bytes: u64| Trouble::TooLarge { megabytes: bytes.div_ceil(1 << 20), limit: LARGEST_FILE >> 20 };
    if known.len() > LARGEST_FILE {
        return Err(fail(too_large(known.len())));
    }
    // A device or a pipe tells no length, so the reading itself is bounded too.
    let mut bytes = Vec::with_capacity(known.len() as usize);
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(|error| fail(error.into()))?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(fail(too_large(bytes.len() as u64)));
    }
    Ok(bytes)
}

/// The text of a UTF-8 file.
///
/// # Errors
/// As [`read_bytes`], and when it is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, DeskError> {
    String::from_utf8(read_bytes(path)?).map_err(|_| DeskError::new(path, Trouble::NotText))
}

/// Makes a folder and those above it, where they are not there.
///
/// # Errors
/// [`DeskError`] when it cannot be made.
pub fn make_folder(folder: &Path) -> Result<(), DeskError> {
    fs::create_dir_all(folder).map_err(|error| DeskError::new(folder, error))
}

/// Writes a file whole or not at all; missing folders above it are made.
///
/// # Errors
/// [`DeskError`]: [`Trouble::Exists`] when it may not be overwritten, otherwise what the system says. A file that was
/// there is then as it was.
pub fn write(path: &Path, bytes: &[u8], overwrite: Overwrite) -> Result<(), DeskError> {
    let fail = |error: std::io::Error| DeskError::new(path, error);
    // What stands there decides: a link is followed to the file it means, and what is no file is left alone.
    if let Ok(known) = fs::metadata(path) {
        if known.is_dir() {
            return Err(DeskError::new(path, Trouble::IsFolder));
        }
        if !known.is_file() {
            return Err(DeskError::new(path, Trouble::NoFile));
        }
    }
    let linked = fs::canonicalize(path).ok().filter(|_| path.is_symlink());
    let path = linked.as_deref().unwrap_or(path);
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| DeskError::new(folder, error))?;
    }
    match overwrite {
        Overwrite::Replace => {
            let mut file = AtomicWriteFile::open(path).map_err(fail)?;
            file.write_all(bytes).map_err(fail)?;
            file.commit().map_err(fail)
        }
        Overwrite::Never => {
            // The name is taken first, so that of two writers only one wins; then the content comes in one step.
            fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(fail)?;
            write(path, bytes, Overwrite::Replace).inspect_err(|_| {
                let _ = fs::remove_file(path);
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_overwritten_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("一/二.txt");
        write(&path, b"1", Overwrite::Never).unwrap();
        assert!(matches!(write(&path, b"2", Overwrite::Never).unwrap_err().trouble, Trouble::Exists));
        assert_eq!(read_bytes(&path).unwrap(), b"1");
        write(&path, b"3", Overwrite::Replace).unwrap();
        assert_eq!(read_text(&path).unwrap(), "3");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_and_devices_left_alone() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("真.txt"), folder.path().join("链.txt"));
        fs::write(&real, "旧").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&real, &link).unwrap();
        write(&link, "新".as_bytes(), Overwrite::Replace).unwrap();
        assert!(link.is_symlink());
        assert_eq!(read_text(&real).unwrap(), "新");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(matches!(write(Path::new("/dev/null"), b"", Overwrite::Replace).unwrap_err().trouble, Trouble::NoFile));
    }

    #[test]
    fn troubles_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        assert!(matches!(read_bytes(&path("无")).unwrap_err().trouble, Trouble::Missing));
        assert!(matches!(read_bytes(folder.path()).unwrap_err().trouble, Trouble::IsFolder));
        fs::write(path("乱"), [0xFF, 0xFE, 0x00]).unwrap();
        assert!(matches!(read_text(&path("乱")).unwrap_err().trouble, Trouble::NotText));
        fs::File::create(path("大")).unwrap().set_len(200 << 20).unwrap();
        assert!(matches!(read_bytes(&path("大")).unwrap_err().trouble, Trouble::TooLarge { megabytes: 200, .. }));
    }
}
