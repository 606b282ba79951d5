//! Every test letter as a file of every format gives the same draft as the plain text.

use dafu::import::{Format, import, read};
use dafu::letter::{Draft, format};
use std::io::Write;
use std::path::{Path, PathBuf};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The letters and the texts they are written as here: without control characters, which no other format holds.
fn letters() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters");
    let paths = std::fs::read_dir(folder).expect("the folder of letters").map(|entry| entry.expect("an entry").path());
    paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| {
            let (text, _) = read(&std::fs::read(&path).expect("a letter")).expect("a text");
            (path, text.replace("\r\n", "\n"))
        })
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn html(text: &str) -> Vec<u8> {
    let lines: String = text
        .lines()
        .map(|line| {
            let line = escaped(line).replace(' ', "&nbsp;");
            match line.split_once('\t') {
                None => format!("<p>{line}</p>\n"),
                Some(_) => {
                    let cells: String = line.split('\t').map(|cell| format!("<td><span>{cell}</span></td>")).collect();
                    format!("<table><tr>{cells}</tr></table>\n")
                }
            }
        })
        .collect();
    format!("<!DOCTYPE html><html><head><title>网页</title></head><body><script>var a = '<p>';</script>{lines}</body></html>").into_bytes()
}

fn docx(text: &str) -> Vec<u8> {
    let paragraphs: String = text
        .lines()
        .map(|line| {
            let runs: Vec<String> = line
                .split('\t')
                .map(|part| format!(r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#, escaped(part)))
                .collect();
            format!("<w:p>{}</w:p>", runs.join("<w:r><w:tab/></w:r>"))
        })
        .collect();
    let document = format!(r#"<w:document xmlns:w="w"><w:body>{paragraphs}</w:body></w:document>"#);
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).expect("a part");
    zip.write_all(document.as_bytes()).expect("written");
    zip.finish().expect("a package").into_inner()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

/// A draft as its file, without blanks: a page has none at the start of a line, and none twice.
fn inked(draft: &Draft) -> String {
    format::create(draft).chars().filter(|character| !character.is_whitespace()).collect()
}

#[test]
fn every_format_gives_the_same_draft() {
    type Writer = fn(&str) -> Vec<u8>;
    let formats: [(&str, Writer); 4] = [("html", html), ("docx", docx), ("utf-16", utf16), ("gb18030", gb18030)];
    for (path, text) in letters() {
        let expected = inked(&import(&text).expect("a letter").draft);
        for (name, write) in formats {
            let (read, format) =
                read(&write(&text)).unwrap_or_else(|error| panic!("{} as {name}: {error}", path.display()));
            assert_eq!(matches!(format, Format::Html(_)), name == "html", "{}", path.display());
            let imported = import(&read).unwrap_or_else(|error| panic!("{} as {name}: {error}", path.display()));
            assert!(imported.report.faults(&read).is_empty(), "{} as {name}", path.display());
            assert_eq!(inked(&imported.draft), expected, "{} as {name}", path.display());
        }
    }
}
