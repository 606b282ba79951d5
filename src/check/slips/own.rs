//! The slips that a workspace lists: common words with what is wrongly written for their characters.

use super::context;
use std::collections::HashMap;
use std::ops::Range;

/// Slips of a workspace, found by their two characters.
#[derive(Debug, Default)]
pub struct SlipTable(HashMap<[char; 2], Meant>);

/// What two characters were meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Meant {
    word: [char; 2],
    /// Whether it counts only where neither neighbour makes another word with it.
    is_risky: bool,
}

impl SlipTable {
    /// A table of entries written as `部署 布步 暑`: the word, what stands for its first character and what for its second (`-`
    /// for none; what stands behind `/` is risky), and `*` where both characters exchanged are a slip too.
    ///
    /// # Errors
    /// The first entry that is not written so.
    pub fn read<'a>(entries: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let mut slips = HashMap::new();
        for entry in entries {
            for (slip, meant) in of_entry(entry).ok_or_else(|| entry.to_owned())? {
                slips.entry(slip).or_insert(meant);
            }
        }
        Ok(Self(slips))
    }

    /// Every slip of it in `text`, in bytes, with the word that was meant.
    pub fn find(&self, text: &str) -> Vec<(Range<usize>, String)> {
        let after = text.char_indices().skip(1);
        text.char_indices()
            .zip(after)
            .filter_map(|((start, first), (at, second))| {
                let meant = self.0.get(&[first, second])?;
                let range = start..at + second.len_utf8();
                let is_chance = context::is_chance(text, &range, meant.is_risky) || context::is_name(text, &range);
                (!is_chance).then(|| (range, meant.word.iter().collect()))
            })
            .collect()
    }
}

/// The slips of one entry, with what was meant.
fn of_entry(entry: &str) -> Option<Vec<([char; 2], Meant)>> {
    let pair = |first: char, second: char| {
        let is_han = crate::text::characters::is_han;
        (is_han(first) && is_han(second)).then_some([first, second])
    };
    let mut parts = entry.split(' ');
    let mut word = parts.next()?.chars();
    let (Some(first), Some(second), None) = (word.next(), word.next(), word.next()) else { return None };
    let word = pair(first, second)?;
    let mut slips = Vec::new();
    for place in 0..2 {
        let group = parts.next()?;
        let mut is_risky = false;
        for other in group.chars().filter(|_| group != "-") {
            if other == '/' {
                is_risky = true;
                continue;
            }
            let slip = if place == 0 { pair(other, second)? } else { pair(first, other)? };
            slips.push((slip, Meant { word, is_risky }));
        }
    }
    match parts.next() {
        None => {}
        Some("*") => slips.push((pair(second, first)?, Meant { word, is_risky: true })),
        Some(_) => return None,
    }
    parts.next().is_none().then_some(slips)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_listed_is_found() {
        let table = SlipTable::read(["部署 布/步 暑 *", "安排 按 -"]).unwrap();
        let found = |text: &str| table.find(text).into_iter().map(|(_, word)| word).collect::<Vec<_>>();
        for slip in ["布署", "步署", "部暑", "署部"] {
            assert_eq!(found(slip), ["部署"], "{slip}");
        }
        assert_eq!((found("按排"), found("部署安拍A排")), (vec!["安排".to_owned()], Vec::new()));
    }

    #[test]
    fn an_entry_that_is_none_is_named() {
        for entry in ["部署", "部署 布", "部 布 暑", "部署 布 暑 ?", "部署 布 暑 * *", "部署 b 暑"] {
            assert_eq!(SlipTable::read([entry]).unwrap_err(), entry);
        }
    }
}
