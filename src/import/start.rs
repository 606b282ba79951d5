//! Where the letter turns from its head to its text: the addressees, and the opening after them.

use super::addressees::{self, Addressees, Strength};
use super::run::Run;
use super::source::{Line, Source};
use super::{furniture, marks, metadata, organ, title};
use crate::text::characters::is_blank;

/// The turn from the head to the text.
pub(super) struct Start {
    /// The lines that name the addressees, as indexes.
    pub addressees: Option<(std::ops::Range<usize>, Run, Addressees)>,
    /// The line on which the text begins.
    pub body: usize,
    /// Where on that line, in bytes of it: the addressees may stand before the text.
    pub offset: usize,
}

/// How many lines may stand above the text: a page saved from a site has its menus there, a table of metadata a line a cell.
const HEAD_LINES: usize = 400;

/// Finds the turn. The addressees are the line that looks most like them before the opening; without any, the text begins
/// with the opening, and without one, with the first line that ends as sentences do.
pub(super) fn find(source: &Source, lines: &[Line]) -> Start {
    let limit = lines.len().min(HEAD_LINES);
    let opening = (0..limit).find(|&index| is_opening(source.line(&lines[index])));
    let last = opening.map_or(limit, |opening| opening + 1);
    let mut best: Option<(std::ops::Range<usize>, Run, Addressees)> = None;
    let mut index = 0;
    while index < last {
        let Some((count, run, found)) = candidate(source, lines, index) else {
            index += 1;
            continue;
        };
        let counts = match found.strength {
            Strength::Persons => true,
            Strength::Bodies => run.text[..found.end].ends_with(['：', ':']),
            // Only its place right before the opening makes it one.
            Strength::Place => opening == Some(index + count) && index > 0,
        };
        let better = best.as_ref().is_none_or(|(_, _, before)| match (found.strength, before.strength) {
            (Strength::Persons, Strength::Persons) => false,
            (new, old) => new >= old,
        });
        if counts && better {
            best = Some((index..index + count, run, found));
        }
        index += count;
    }
    if let Some((range, run, found)) = best {
        let rest = &run.text[found.end..];
        let (body, offset) = if rest.trim().is_empty() {
            (range.end, 0)
        } else {
            let place = run.places(found.end..run.text.len()).first().map_or(0, |place| place.start);
            let line = range.clone().rfind(|&index| lines[index].range.start <= place).unwrap_or(range.start);
            (line, place - lines[line].range.start)
        };
        return Start { addressees: Some((range, run, found)), body, offset };
    }
    let body =
        opening.or_else(|| (0..lines.len()).find(|&index| is_prose(source.line(&lines[index])))).unwrap_or(lines.len());
    let addressees = body.checked_sub(1).and_then(|above| {
        let run = Run::of(source, lines[above].range.clone());
        let found = bare_body(source, &lines[..=above], &run)?;
        Some((above..body, run, found))
    });
    Start { addressees, body, offset: 0 }
}

/// The organ on the last of `lines`, right below the title and no organ of the title: an addressee whose colon is missing.
fn bare_body(source: &Source, lines: &[Line], run: &Run) -> Option<Addressees> {
    let (_, before) = lines.split_last()?;
    let title = source.line(before.last()?);
    let name = run.text.trim_matches(is_blank);
    let is_below_title = title::is_complete(title)
        || before.len() >= 2 && title::is_complete(&[source.line(&before[before.len() - 2]), title].concat());
    let is_apart = !before.iter().any(|line| source.line(line).contains(name));
    if !(is_below_title && is_apart && organ::is_name(name) && (3..=20).contains(&name.chars().count())) {
        return None;
    }
    let start = run.text.find(name)?;
    let names = std::iter::once(start..start + name.len()).collect();
    Some(Addressees { names, end: run.text.len(), strength: Strength::Bodies, ..Addressees::default() })
}

/// The addressees that a line, or a list of names broken over several, may name.
fn candidate(source: &Source, lines: &[Line], index: usize) -> Option<(usize, Run, Addressees)> {
    let text = source.line(&lines[index]);
    if furniture::reason(text).is_some()
        || metadata::read(text).is_some()
        || marks::read(text).is_some()
        || metadata::is_bare_label(text)
    {
        return None;
    }
    // A list of names may be broken over several lines, its colon even alone on the last.
    let colon_below = lines.get(index + 1).is_some_and(|next| source.line(next).starts_with(['：', ':']));
    if (addressees::goes_on(text) || colon_below) && !text.contains(['：', ':']) {
        for count in 2..=6.min(lines.len() - index) {
            let run = Run::of_lines(source, &lines[index..index + count]);
            let is_whole = |found: &Addressees| {
                found.strength == Strength::Persons && run.text[..found.end].ends_with(['：', ':'])
            };
            if let Some(found) = addressees::read(&run.text).filter(is_whole) {
                return Some((count, run, found));
            }
        }
    }
    let run = Run::of(source, lines[index].range.clone());
    let found = addressees::read(&run.text)?;
    Some((1, run, found))
}

/// Whether a line opens the text: it speaks of receipt, or leads to the answer, or speaks to the persons.
fn is_opening(text: &str) -> bool {
    let length = text.chars().count();
    if length < 8 || metadata::read(text).is_some() {
        return false;
    }
    [
        "收悉",
        "现答复如下",
        "答复如下",
        "函复如下",
        "回复如下",
        "现复如下",
        "情况如下",
        "意见如下",
        "办理意见如下",
        "已收到",
        "交由我",
    ]
    .iter()
    .any(|phrase| text.contains(phrase))
        || [
            "您提出",
            "你提出",
            "您们提出",
            "你们提出",
            "您在",
            "你们在",
            "你在",
            "感谢您",
            "感谢你",
            "首先感谢",
            "首先，感谢",
            "非常感谢",
            "衷心感谢",
            "您关于",
            "贵",
            "由您",
            "您好",
        ]
        .iter()
        .any(|phrase| text.starts_with(phrase))
}

fn is_prose(text: &str) -> bool {
    text.chars().count() >= 20 && text.contains('，') && text.ends_with(['。', '：', '；'])
}
