//! Letters as office suites write them: every file of `tests/documents` beside the draft it stands for, which was written by hand.

use dafu::import::{import, read};
use dafu::letter::format;
use std::path::{Path, PathBuf};

fn documents() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    let entries = std::fs::read_dir(folder).expect("the folder of documents").map(|entry| entry.expect("an entry"));
    let is_document = |path: &PathBuf| {
        path.extension().is_some_and(|found| ["doc", "docx", "html"].iter().any(|known| found == *known))
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_document).collect();
    paths.sort();
    assert!(paths.len() >= 8, "the documents are there");
    paths
}

#[test]
fn every_document_gives_its_draft() {
    for path in documents() {
        let name = path.display();
        let (text, _) = read(&std::fs::read(&path).expect("a file")).unwrap_or_else(|error| panic!("{name}: {error}"));
        let imported = import(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let file =
            std::fs::read_to_string(path.with_extension("toml")).unwrap_or_else(|error| panic!("{name}: {error}"));
        let expected = format::read(&file).unwrap_or_else(|error| panic!("{name}: {error}")).draft;
        assert_eq!(format::create(&imported.draft), format::create(&expected), "{name}");
        let table: toml::Table = file.parse().expect("TOML");
        let wanted: Vec<&str> = table["import"]["left_out"]
            .as_array()
            .expect("reasons")
            .iter()
            .map(|reason| reason.as_str().expect("a reason"))
            .collect();
        let left_out: Vec<String> = imported
            .report
            .left_out
            .iter()
            .filter(|left| !left.reason.is_routine())
            .map(|left| format!("{:?}", left.reason))
            .collect();
        assert_eq!(left_out, wanted, "{name}");
        assert!(imported.report.faults(&text).is_empty(), "{name}");
    }
}

/// A file that was cut short, or has a byte of it spoilt, is refused or read; it never breaks the program.
#[test]
fn no_damage_breaks_the_readers() {
    for path in documents() {
        let bytes = std::fs::read(&path).expect("a file");
        for step in 0..64 {
            let at = bytes.len() * step / 64;
            for spoilt in [0x00, 0x7F, 0xFF] {
                let mut damaged = bytes.clone();
                damaged[at] = spoilt;
                if let Ok((text, _)) = read(&damaged)
                    && let Ok(imported) = import(&text)
                {
                    assert!(imported.report.faults(&text).is_empty(), "{} at {at}", path.display());
                }
            }
            drop(read(&bytes[..at]));
        }
    }
}
