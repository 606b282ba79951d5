//! Letters of every kind beside the drafts they stand for: each `tests/letters/*.txt` is imported and compared with its `.toml`.
//!
//! The `[import]` table of a `.toml` says what the report must hold beside the account: `joined`, the joints as `line-line cause`,
//! and `left_out`, the lines that are in no field, as `line reason`.

use dafu::import::{Imported, Reason, decode, import};
use dafu::letter::outline::Outline;
use dafu::letter::{Draft, Field, format};
use dafu::text::characters::ink;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn letters() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of letters")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    assert!(paths.len() >= 30, "the letters are there");
    paths
}

fn imported(path: &Path) -> (String, Imported) {
    let bytes = std::fs::read(path).expect("a letter");
    let (text, _) = decode(&bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let imported = import(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    (text, imported)
}

/// Every text of a draft, by the name of its field.
fn texts(draft: &Draft) -> BTreeMap<String, String> {
    draft.fields().into_iter().map(|field| (field.to_string(), draft.text(field).into_owned())).collect()
}

fn outline(body: &str) -> Vec<String> {
    let outline = Outline::of(body);
    (0..outline.sections.len())
        .map(|index| format!("{} {}", outline.path(index), &body[outline.sections[index].heading.clone()]))
        .collect()
}

/// What the report says beside the account, as the `[import]` table writes it.
fn notes(imported: &Imported) -> (Vec<String>, Vec<String>) {
    let joined = imported
        .report
        .joined
        .iter()
        .map(|joined| format!("{}-{} {:?}", joined.line, joined.next_line, joined.cause))
        .collect();
    let mut left_out: Vec<String> = imported
        .report
        .left_out
        .iter()
        .filter(|left| !left.reason.is_routine())
        .map(|left| format!("{} {:?}", left.line, left.reason))
        .collect();
    left_out.dedup();
    (joined, left_out)
}

fn expected_notes(file: &str) -> (Vec<String>, Vec<String>) {
    let table: toml::Table = file.parse().expect("TOML");
    let list = |key: &str| {
        let entries = table.get("import").and_then(|import| import.get(key)).and_then(toml::Value::as_array);
        entries.into_iter().flatten().map(|entry| entry.as_str().expect("a string").to_owned()).collect()
    };
    (list("joined"), list("left_out"))
}

/// Writes the drafts anew for a person to look through; only where the environment asks for it.
fn bless(path: &Path, imported: &Imported) {
    let (joined, left_out) = notes(imported);
    let list = |key: &str, entries: &[String]| {
        if entries.is_empty() { String::new() } else { format!("{key} = {entries:?}\n") }
    };
    let notes = format!("{}{}", list("joined", &joined), list("left_out", &left_out));
    let head = if notes.is_empty() { "" } else { "\n[import]\n" };
    let text = format!("{}{head}{notes}", format::create(&imported.draft));
    std::fs::write(path.with_extension("toml"), text).expect("written");
}

#[test]
fn every_letter_gives_its_draft() {
    let mut faults = Vec::new();
    for path in letters() {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let (_, imported) = imported(&path);
        if std::env::var_os("DAFU_BLESS").is_some() {
            bless(&path, &imported);
        }
        let file =
            std::fs::read_to_string(path.with_extension("toml")).unwrap_or_else(|error| panic!("{name}: {error}"));
        let expected = format::read(&file).unwrap_or_else(|error| panic!("{name}: {error}")).draft;
        let (found, wanted) = (texts(&imported.draft), texts(&expected));
        for key in found.keys().chain(wanted.keys()).collect::<std::collections::BTreeSet<_>>() {
            if found.get(key) != wanted.get(key) {
                faults.push(format!("{name}: {key}\n  found  {:?}\n  wanted {:?}", found.get(key), wanted.get(key)));
            }
        }
        assert_eq!(outline(&imported.draft.letter.body), outline(&expected.letter.body), "{name}");
        assert_eq!(notes(&imported), expected_notes(&file), "{name}");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_character_is_accounted_for() {
    for path in letters() {
        let name = path.display();
        let (text, imported) = imported(&path);
        let faults = imported.report.faults(&text);
        assert!(faults.is_empty(), "{name}: {:?}", faults.iter().map(|range| &text[range.clone()]).collect::<Vec<_>>());
        let unknown: Vec<&str> = imported
            .report
            .left_out
            .iter()
            .filter(|left| left.reason == Reason::Unknown)
            .map(|left| &text[left.range.clone()])
            .collect();
        assert!(unknown.is_empty() || name.to_string().contains("unknown"), "{name}: {unknown:?}");
    }
}

/// What the account says went into a field is in that field, character for character and in order.
#[test]
fn the_account_tells_the_truth() {
    for path in letters() {
        let (text, imported) = imported(&path);
        let mut placed: BTreeMap<String, (Field, String)> = BTreeMap::new();
        for entry in &imported.report.placed {
            let of_field = placed.entry(entry.field.to_string()).or_insert_with(|| (entry.field, String::new()));
            of_field.1.push_str(&text[entry.range.clone()]);
        }
        for (field, of_source) in placed.into_values() {
            let in_draft = match field {
                Field::Date => imported.draft.letter.date.issued(),
                _ => imported.draft.text(field).into_owned(),
            };
            // Two numbers of one contact that labels parted have a mark between them that the source has not.
            let of_contact = matches!(field, Field::ContactName(_) | Field::ContactPhone(_));
            let in_draft = if of_contact { in_draft.replace('、', "") } else { in_draft };
            let of_source = if of_contact { of_source.replace('、', "") } else { of_source };
            let is_imported_line = field.to_string().starts_with("source.");
            if is_imported_line {
                // The line is kept whole, while the account gives the fields their part of it.
                let mut rest = ink(&in_draft);
                assert!(ink(&of_source).all(|wanted| rest.any(|found| found == wanted)), "{}: {field}", path.display());
            } else {
                assert!(
                    ink(&in_draft).eq(ink(&of_source)),
                    "{}: {field}: {in_draft:?} from {of_source:?}",
                    path.display()
                );
            }
        }
    }
}

/// A draft that was imported goes out and comes back as it was; the wording of the source is not issued again.
#[test]
fn every_letter_goes_out_and_comes_back() {
    let mut faults = Vec::new();
    for path in letters() {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let (_, imported) = imported(&path);
        let text = dafu::export::flow(&imported.draft);
        let again = import(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let without_source = |draft: &Draft| {
            let mut texts = texts(draft);
            texts.retain(|key, _| !key.starts_with("source."));
            texts
        };
        let (found, wanted) = (without_source(&again.draft), without_source(&imported.draft));
        for key in found.keys().chain(wanted.keys()).collect::<std::collections::BTreeSet<_>>() {
            // What stood in the table of a page only is in no letter.
            let of_table = imported
                .report
                .placed
                .iter()
                .any(|placed| placed.field.to_string() == *key && key.starts_with("matter."));
            if found.get(key) != wanted.get(key) && !of_table {
                faults.push(format!("{name}: {key}\n  found  {:?}\n  wanted {:?}", found.get(key), wanted.get(key)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
