//! `dafu import`.

use super::console::{self, Tone};
use super::import_tally::Tally;
use super::{Console, Outcome, import_json, parallel, targets};
use crate::cli::{Import, ReportFormat};
use crate::desk::{self, DeskError, DraftFile, Trouble, Workspace};
use crate::import::{self, Imported};
use crate::letter::outline::Outline;
use crate::letter::{Draft, format, issued};
use crate::text::width::Measure;
use anyhow::{Context as _, Result};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// A letter that was read, with the text it was read from.
pub struct Letter {
    /// The draft.
    pub draft: Draft,
    /// The text as it was decoded.
    pub text: String,
    /// The name of its format and, for plain text, its encoding.
    pub format: String,
    /// What became of every character.
    pub report: import::Report,
}

/// Reads a letter; `-` is standard input.
///
/// # Errors
/// When the file cannot be read or is no letter; the error names the path.
pub fn read(path: &Path) -> Result<Letter> {
    let bytes = if path == Path::new("-") { standard_input()? } else { desk::read_bytes(path)? };
    let named = || path.display().to_string();
    let (text, format) = import::read(&bytes).map_err(|error| anyhow::anyhow!("{}：{error}", named()))?;
    anyhow::ensure!(!format::is_draft(&text), "{}：这已经是稿件，不必导入", named());
    let Imported { mut draft, report } =
        import::import(&text).map_err(|error| anyhow::anyhow!("{}：{error}", named()))?;
    if draft.profile.is_empty() {
        format::DEFAULT_PROFILE.clone_into(&mut draft.profile);
    }
    Ok(Letter { draft, text, format: format.name(), report })
}

fn standard_input() -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::stdin().take(desk::LARGEST_FILE + 1).read_to_end(&mut bytes).context("标准输入读不了")?;
    anyhow::ensure!(bytes.len() as u64 <= desk::LARGEST_FILE, "标准输入太长，不像是一封函");
    Ok(bytes)
}

/// Imports letters into a workspace.
pub fn run(arguments: &Import, console: &Console) -> Result<Outcome> {
    let workspace = Workspace::at(&arguments.workspace);
    anyhow::ensure!(
        arguments.dry_run || workspace.exists(),
        "{}：这里没有 drafts/ 文件夹。先用 dafu init 建立工作文件夹，或用 --workspace 指定",
        arguments.workspace.display()
    );
    let files = letters(&arguments.files)?;
    let many = files.len() > 1;
    let progress = console::progress(files.len(), "导入");
    let (mut outcome, mut tally) = (Outcome::Good, Tally::default());
    // Reading is done on all processors; writing here, one after the other, so that names are free when they are taken.
    parallel::in_order(
        &files,
        || (),
        |(), path| read(path),
        |path, read| {
            progress.inc(1);
            let imported = read.and_then(|letter| {
                let written = if arguments.dry_run { None } else { Some(write(&workspace, path, &letter.draft)?) };
                Ok((letter, written))
            });
            match imported {
                Ok((letter, written)) => {
                    tally.add(&letter);
                    progress.suspend(|| match arguments.format {
                        ReportFormat::Json => console.line(&import_json::line(path, written.as_ref(), &letter)),
                        ReportFormat::Text if console.quiet => {}
                        ReportFormat::Text if many => summary(path, written.as_ref(), &letter, console),
                        ReportFormat::Text => tell(path, written.as_ref(), &letter, console),
                    });
                }
                Err(error) => {
                    progress.suspend(|| console.complain(&format!("{error:#}")));
                    outcome = Outcome::Failed;
                }
            }
        },
    );
    progress.finish_and_clear();
    if many && arguments.format == ReportFormat::Text && !console.quiet {
        tally.lines(files.len()).iter().for_each(|line| console.line(line));
    }
    Ok(outcome)
}

/// Where a draft went.
pub(super) struct Written {
    /// Its file.
    pub path: PathBuf,
    /// The name it would have had, were there no draft of that name already.
    pub beside: Option<String>,
}

impl Written {
    /// Where it went, and beside what.
    fn told(&self) -> String {
        match &self.beside {
            Some(name) => format!("{}（已有 {name}，另存一份）", self.path.display()),
            None => self.path.display().to_string(),
        }
    }
}

/// The files that the arguments stand for; a folder stands for the letters right inside it.
fn letters(paths: &[PathBuf]) -> Result<Vec<PathBuf>, DeskError> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let entries = std::fs::read_dir(path).map_err(|error| DeskError::new(path, error))?;
        let mut inside: Vec<PathBuf> = entries
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| targets::is_letter(path))
            .collect();
        if inside.is_empty() {
            return Err(DeskError::new(
                path,
                Trouble::System("文件夹里没有可以导入的文件（.txt、.docx、.doc、.html）".to_owned()),
            ));
        }
        inside.sort();
        files.append(&mut inside);
    }
    Ok(files)
}

/// Writes the draft under the number of what it answers, or the file's own name; a name that is taken is not touched.
fn write(workspace: &Workspace, source: &Path, draft: &Draft) -> Result<Written> {
    let stem = source.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let name = if draft.matter.number.is_empty() { stem } else { draft.matter.number.clone() };
    let path = workspace.free_path(&name);
    DraftFile::create(&path, draft)?;
    let is_second = path != workspace.path_of(&name);
    Ok(Written { path: targets::shown(&path).to_owned(), beside: is_second.then_some(name) })
}

/// The elements that were recognised, as label and value, in the order of the letter.
fn recognised(draft: &Draft) -> Vec<(&'static str, String)> {
    let (letter, matter) = (&draft.letter, &draft.matter);
    let outline = Outline::of(&letter.body);
    let top = outline.children(None).count();
    let body = match (letter.body.chars().filter(|character| !character.is_whitespace()).count(), top) {
        (0, _) => String::new(),
        (characters, 0) => format!("{characters} 字，{} 段", outline.paragraphs.len()),
        (characters, _) => {
            format!("{characters} 字，{} 段，{} 个标题", outline.paragraphs.len(), outline.sections.len())
        }
    };
    vec![
        ("发文机关", letter.issuer.clone()),
        ("发文字号", letter.number.clone()),
        ("标题", letter.title.clone()),
        ("办理结果", letter.category.clone()),
        ("签发人", letter.signer.clone()),
        ("主送", issued::addressees(letter)),
        ("所答事项", matter_line(draft)),
        ("会办单位", matter.co_handlers.join("、")),
        ("正文", body),
        ("附件", letter.attachments.join("；")),
        ("署名", letter.signature.clone()),
        ("成文日期", letter.date.issued()),
        ("联系人", issued::contacts(letter)),
        ("公开方式", letter.disclosure.clone()),
        ("抄送", letter.cc.join("、")),
    ]
}

fn matter_line(draft: &Draft) -> String {
    let matter = &draft.matter;
    let number = if matter.number.is_empty() { String::new() } else { format!("第{}号", matter.number) };
    let title = if matter.title.is_empty() { String::new() } else { format!("《{}》", matter.title) };
    format!("{}{number}{title}", matter.session)
}

/// The elements every letter has, of which one that was not recognised is worth a word.
const EXPECTED: [&str; 9] =
    ["发文机关", "发文字号", "标题", "主送", "所答事项", "正文", "署名", "成文日期", "公开方式"];

/// The elements that a letter should have and this one was found without, each with its place in the letter.
pub(super) fn missing(draft: &Draft) -> Vec<(usize, &'static str)> {
    let recognised = recognised(draft).into_iter().enumerate();
    recognised
        .filter(|(_, (label, value))| value.is_empty() && EXPECTED.contains(label))
        .map(|(place, (label, _))| (place, label))
        .collect()
}

fn tell(path: &Path, written: Option<&Written>, letter: &Letter, console: &Console) {
    let target = written.map_or_else(|| "（只看不写）".to_owned(), Written::told);
    console.line(&console.paint(Tone::Strong, &format!("{}（{}）→ {target}", path.display(), letter.format)));
    let measure = Measure::default();
    for (label, value) in recognised(&letter.draft) {
        if !value.is_empty() {
            console.line(&format!("  {} {value}", measure.pad(label, 8)));
        } else if EXPECTED.contains(&label) {
            console.line(&console.paint(Tone::Warning, &format!("  {} 没有认出", measure.pad(label, 8))));
        }
    }
    for joined in &letter.report.joined {
        let (before, after) = seam(&letter.draft, joined);
        console.line(&console.paint(
            Tone::Dim,
            &format!(
                "  接上 第{}行与第{}行：…{before}／{after}…（{}）",
                joined.line,
                joined.next_line,
                joined.cause.reason()
            ),
        ));
    }
    for left in letter.report.left_out.iter().filter(|left| !left.reason.is_routine()) {
        let text = measure.shorten(letter.text[left.range.clone()].trim(), 40).replace('\n', " ");
        console
            .line(&console.paint(Tone::Dim, &format!("  未收入 第{}行“{text}”（{}）", left.line, left.reason.text())));
    }
    for unsure in &letter.report.uncertain {
        let line = unsure.line.map_or_else(String::new, |line| format!("第{line}行 "));
        console.line(&console.paint(Tone::Warning, &format!("  请核对 {line}{}", unsure.message)));
    }
    match letter.report.faults(&letter.text).len() {
        0 => console.line(&console.paint(Tone::Good, "  原文每个字都有着落：或在要素中，或列为未收入")),
        count => console.complain(&format!("{}：有 {count} 处文字没有着落，请报告这个问题", path.display())),
    }
}

fn summary(path: &Path, written: Option<&Written>, letter: &Letter, console: &Console) {
    let missing: Vec<&str> = missing(&letter.draft).into_iter().map(|(_, label)| label).collect();
    let target = written.map_or_else(String::new, |written| format!(" → {}", written.told()));
    let missing = if missing.is_empty() { String::new() } else { format!("  没有认出：{}", missing.join("、")) };
    let unsure = match letter.report.uncertain.len() {
        0 => String::new(),
        count => format!("  {count} 处须核对"),
    };
    console.line(&format!("{}{target}{}", path.display(), console.paint(Tone::Warning, &format!("{missing}{unsure}"))));
}

/// A few characters on either side of where two lines were joined.
pub(super) fn seam(draft: &Draft, joined: &import::Joined) -> (String, String) {
    let text = draft.text(joined.field);
    let at = crate::text::position::floor_boundary(&text, joined.at);
    let before: Vec<char> = text[..at].chars().rev().take(6).collect();
    (before.into_iter().rev().collect(), text[at..].chars().take(6).collect())
}
