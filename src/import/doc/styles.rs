//! The styles of a .doc file, as far as they number or indent paragraphs ([MS-DOC] 2.9.271).

use super::fib::{Fib, place};
use super::properties::{Paragraph, described};
use super::word;

/// What each style says, by its index, with what it takes over from the style it is based on.
pub(super) fn read(fib: &Fib, table: &[u8]) -> Option<Vec<Paragraph>> {
    let sheet = fib.table(table, place::STYLES)?;
    let header = usize::from(word(sheet, 0)?);
    let count = usize::from(word(sheet, 2)?);
    let base = usize::from(word(sheet, 4)?);
    let mut at = 2 + header;
    let mut styles: Vec<(Option<usize>, Paragraph)> = Vec::new();
    for _ in 0..count.min(4096) {
        let Some(length) = word(sheet, at).map(usize::from) else { break };
        let style = sheet.get(at + 2..at + 2 + length).unwrap_or_default();
        styles.push(one(style, base).unwrap_or_default());
        at += 2 + length + length % 2;
    }
    Some((0..styles.len()).map(|index| resolve(&styles, index)).collect())
}

/// A style's own word, and the style it is based on. Only paragraph styles have one.
fn one(style: &[u8], base: usize) -> Option<(Option<usize>, Paragraph)> {
    let kind_and_base = word(style, 2)?;
    if kind_and_base & 0x000F != 1 {
        return None;
    }
    let parent = usize::from(kind_and_base >> 4);
    // The name: its length, its characters, and an end.
    let name = usize::from(word(style, base)?);
    let at = base + 2 + 2 * name + 2;
    let length = usize::from(word(style, at)?);
    // The style's index stands before its properties.
    let properties = style.get(at + 4..at + 2 + length).unwrap_or_default();
    Some(((parent != 0x0FFF).then_some(parent), described(properties)))
}

fn resolve(styles: &[(Option<usize>, Paragraph)], index: usize) -> Paragraph {
    let mut resolved = Paragraph { style: index, ..Paragraph::default() };
    let mut next = Some(index);
    // A chain longer than any real one goes in a circle.
    for _ in 0..32 {
        let Some((parent, own)) = next.and_then(|index| styles.get(index)) else { break };
        resolved.list = resolved.list.or(own.list);
        resolved.level = resolved.level.or(own.level);
        resolved.indents = resolved.indents.or(own.indents);
        next = *parent;
    }
    resolved
}
