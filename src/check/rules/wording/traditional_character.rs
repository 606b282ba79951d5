//! W14: a traditional character among simplified ones.

use crate::check::authoring::*;
use std::collections::HashMap;
use std::sync::LazyLock;

pub static RULE: Rule = Rule {
    code: "W14",
    name: "traditional-character",
    title: "繁体字",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "公文用规范汉字，不夹繁体字。书名号、引号里照录的不管。",
    source: "《国家通用语言文字法》第九条；《通用规范汉字表》",
    examples: &[
        wrong(&[("paragraph", "老年人‹滿›意度为96.2%。")]).mended("老年人满意度为96.2%。"),
        right(&[("paragraph", "影印《東洲縣志》12册，门额题“迎賓”二字，乾隆年间所建，赵喆主持。")]),
    ],
    check: Check::Passage(check),
};

/// The pairs of `assets/vocabulary/traditional.txt`: a traditional character and the one in its place.
static PAIRS: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let lines = include_str!("../../../../assets/vocabulary/traditional.txt").lines();
    let pairs = lines.filter(|line| !line.starts_with('#')).flat_map(|line| line.split(' '));
    pairs.filter_map(|pair| pair.chars().next().zip(pair.chars().nth(1))).collect()
});

/// The first of the common Han characters.
const FIRST: u32 = 0x4E00;

/// A bit for each of them from [`FIRST`] on: whether it is in [`PAIRS`].
static LISTED: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut bits = vec![0; 0x5200 / 64];
    for it in PAIRS.keys() {
        let at = u32::from(*it).wrapping_sub(FIRST) as usize;
        if let Some(word) = bits.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }
    bits
});

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    // Nearly every character is none: a set of bits tells it sooner than the map.
    let is_listed = |(_, it): &(usize, char)| {
        let at = u32::from(*it).wrapping_sub(FIRST) as usize;
        LISTED.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    };
    for (at, character) in passage.text.char_indices().filter(is_listed) {
        let Some(right) = PAIRS.get(&character) else { continue };
        let is_quoted = passage.pairing().pairs.iter().any(|pair| pair.range().contains(&at));
        if !is_quoted {
            let range = at..at + character.len_utf8();
            found.at(passage.field, range.clone(), format!("“{character}”是繁体字，应为“{right}”")).mend(
                Applicability::Review,
                range,
                right.to_string(),
            );
        }
    }
}
