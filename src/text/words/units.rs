//! What a paragraph is made of before any word list is asked: numbers with what belongs to them, marks, blanks, 汉字.

use std::ops::Range;

use super::cutting;
use crate::text::characters::{is_blank, is_han};
use crate::text::clusters;

/// What a part of a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Blanks.
    Blank,
    /// A run of 汉字, of one word or several.
    Han,
    /// A year, a month, a day in figures.
    Day,
    /// A 文号.
    DocumentNumber,
    /// One word of another kind: a number, a name in letters, a mark.
    Whole,
}

/// A part of a paragraph: a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// What follows the figures of a day and of a rank.
const DAYS: [&str; 5] = ["年度", "年", "月份", "月", "日"];
const RANKS: [&str; 6] = ["号", "届", "%", "％", "‰", "℃"];

/// What may stand behind 第 and a numeral.
const ORDINALS: &str = "届次条款项号章节批期轮名位个";

/// How many 汉字 the 代字 of a 文号 has at most.
const PREFIX: usize = 8;

/// Words that stand before a 文号 and are no part of it.
const BEFORE_NUMBER: [&str; 14] =
    ["根据", "按照", "依据", "依照", "参照", "执行", "见", "按", "由", "和", "与", "及", "的", "以"];

/// The units of `paragraph`, in order and without gaps.
pub(super) fn of(paragraph: &str) -> Vec<Unit> {
    all(paragraph, true)
}

/// The units of a 文号.
pub(super) fn parts(number: &str) -> Vec<Unit> {
    all(number, false)
}

fn all(paragraph: &str, with_numbers: bool) -> Vec<Unit> {
    let starts: Vec<(usize, &str)> = clusters::of(paragraph).collect();
    let is_start = |at: usize| at == paragraph.len() || starts.binary_search_by_key(&at, |(start, _)| *start).is_ok();
    let mut units: Vec<Unit> = Vec::new();
    let mut index = 0;
    while let Some(&(start, cluster)) = starts.get(index) {
        let rest = &paragraph[start..];
        let (length, kind) = unit(rest, cluster);
        // An accent on the last character of a unit leaves the first character alone.
        let (length, kind) = if is_start(start + length) { (length, kind) } else { (cluster.len(), class(cluster)) };
        let end = start + length;
        index += starts[index..].iter().take_while(|(at, _)| *at < end).count();
        let number = document_number(rest).filter(|length| with_numbers && is_start(start + length));
        if let Some(number) = number {
            let from = units.last().filter(|unit| unit.kind == Kind::Han).map(|unit| prefix(paragraph, unit));
            if let Some(from) = from {
                while units.last().is_some_and(|unit| unit.range.start >= from) {
                    units.pop();
                }
                if let Some(last) = units.last_mut() {
                    last.range.end = from;
                }
                let end = start + number;
                index += starts[index..].iter().take_while(|(at, _)| *at < end).count();
                units.push(Unit { range: from..end, kind: Kind::DocumentNumber });
                continue;
            }
        }
        match units.last_mut() {
            Some(last) if kind == Kind::Han && last.kind == kind => last.range.end = end,
            Some(last) if kind == Kind::Blank && last.kind == kind => last.range.end = end,
            // —— and …… are one mark.
            Some(last)
                if is_mark(cluster) && paragraph[last.range.clone()].ends_with(cluster) && length == cluster.len() =>
            {
                last.range.end = end;
            }
            _ => units.push(Unit { range: start..end, kind }),
        }
    }
    units
}

fn first(cluster: &str) -> char {
    cluster.chars().next().unwrap_or(' ')
}

fn class(cluster: &str) -> Kind {
    match first(cluster) {
        character if is_blank(character) => Kind::Blank,
        character if is_han(character) => Kind::Han,
        _ => Kind::Whole,
    }
}

fn is_mark(cluster: &str) -> bool {
    class(cluster) == Kind::Whole && !first(cluster).is_alphanumeric()
}

/// How many bytes the unit at the start of `rest` takes, whose first character is `cluster`, and what it is.
fn unit(rest: &str, cluster: &str) -> (usize, Kind) {
    match class(cluster) {
        Kind::Han => ordinal(rest).map_or((cluster.len(), Kind::Han), |length| (length, Kind::Whole)),
        Kind::Whole if !is_mark(cluster) => {
            let run = letters(rest);
            let (figures, after) = rest.split_at(run);
            let follows = |words: &[&str]| words.iter().find(|word| after.starts_with(**word)).map(|word| word.len());
            match figures.ends_with(|last: char| last.is_ascii_digit()) {
                true if follows(&DAYS).is_some() => (run + follows(&DAYS).unwrap_or(0), Kind::Day),
                true => (run + follows(&RANKS).unwrap_or(0), Kind::Whole),
                false => (run, Kind::Whole),
            }
        }
        kind => (cluster.len(), kind),
    }
}

/// How many bytes of `rest` are letters and digits, with the marks between them that hold a number or a name together.
fn letters(rest: &str) -> usize {
    let is_letter = |cluster: &str| class(cluster) == Kind::Whole && first(cluster).is_alphanumeric();
    let mut clusters = clusters::of(rest).peekable();
    let mut end = 0;
    let mut digit = false;
    while let Some((at, cluster)) = clusters.next() {
        if is_letter(cluster) {
            end = at + cluster.len();
            digit = first(cluster).is_ascii_digit();
            continue;
        }
        let next = clusters.peek().map_or("", |(_, next)| next);
        let joins = match cluster {
            "," => digit && first(next).is_ascii_digit(),
            "." | ":" | "/" | "-" | "_" | "@" | "'" | "+" | "&" => true,
            _ => false,
        };
        if !joins || next.is_empty() || !is_letter(next) {
            break;
        }
    }
    end
}

/// How many bytes 第 with its numeral and unit at the start of `rest` takes: 第2026042号, 第十七届.
fn ordinal(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('第')?;
    let figures = after.find(|character: char| !character.is_ascii_digit()).unwrap_or(after.len());
    let words = after.find(|character| !"〇零一二三四五六七八九十百千".contains(character)).unwrap_or(after.len());
    let numeral = figures.max(words);
    let unit = after[numeral..].chars().next().filter(|&unit| ORDINALS.contains(unit)).map_or(0, char::len_utf8);
    (figures > 0 || (words > 0 && unit > 0)).then_some('第'.len_utf8() + numeral + unit)
}

/// How many bytes `〔2026〕18号` at the start of `rest` takes, in whatever brackets.
fn document_number(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix(['〔', '[', '［'])?;
    let year = after.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let serial = after[year.len()..].strip_prefix(['〕', ']', '］'])?;
    let digits = serial.find(|character: char| !character.is_ascii_digit()).unwrap_or(serial.len());
    let last = if serial[digits..].starts_with('号') { '号'.len_utf8() } else { 0 };
    (digits > 0).then_some(rest.len() - serial.len() + digits + last)
}

/// Where the 代字 begins that ends the run of 汉字 `unit`.
fn prefix(paragraph: &str, unit: &Unit) -> usize {
    let run = &paragraph[unit.range.clone()];
    let near = run.char_indices().rev().nth(PREFIX * 2).map_or(0, |(at, _)| at);
    let mut from = run.len();
    for word in cutting::words(&run[near..]).into_iter().rev() {
        let text = &run[near + word.start..near + word.end];
        let long = run[near + word.start..].chars().count() > PREFIX;
        if BEFORE_NUMBER.contains(&text) || long {
            break;
        }
        from = near + word.start;
    }
    unit.range.start + from
}
