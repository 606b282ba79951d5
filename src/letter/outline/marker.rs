//! The number that a section begins with, and the level it tells.

use std::ops::Range;

use crate::text::{characters, numeral};

/// The rank of a number in the order of GB/T 9704—2012, 7.3.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 一、
    First,
    /// （一）
    Second,
    /// 1.
    Third,
    /// （1）
    Fourth,
}

impl Level {
    /// Every level, highest first.
    pub const ALL: [Self; 4] = [Self::First, Self::Second, Self::Third, Self::Fourth];

    /// `ordinal` as a number of this level is written: 三、 （三） 3. （3）
    pub fn marker(self, ordinal: u32) -> String {
        match self {
            Self::First => format!("{}、", numeral::format(ordinal)),
            Self::Second => format!("（{}）", numeral::format(ordinal)),
            Self::Third => format!("{ordinal}."),
            Self::Fourth => format!("（{ordinal}）"),
        }
    }

    /// `ordinal` as a reference speaks of it, without the mark after it: 三 （三） 3 （3）
    pub fn label(self, ordinal: u32) -> String {
        match self {
            Self::First => numeral::format(ordinal),
            Self::Third => ordinal.to_string(),
            Self::Second | Self::Fourth => self.marker(ordinal),
        }
    }
}

/// The number that begins a paragraph. Ranges are bytes of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// Its level.
    pub level: Level,
    /// What it counts to.
    pub ordinal: u32,
    /// All of it: number, brackets, and the marks and blanks after it.
    pub range: Range<usize>,
    /// The number without brackets or marks.
    pub number: Range<usize>,
    /// The opening bracket as written, of levels two and four.
    pub open: Option<(usize, char)>,
    /// The closing bracket as written.
    pub close: Option<(usize, char)>,
    /// The mark after it as written: 、 after 一, the point after 1, none after （一）.
    pub mark: Option<(usize, char)>,
    /// The blanks between it and the words, in bytes; empty in a well-set letter.
    pub gap: Range<usize>,
}

impl Marker {
    /// The number that `paragraph` (without indentation) begins with; ranges count from the paragraph's start.
    ///
    /// Half-width brackets, a point for 、, 、 after a bracket and blanks are read all the same: they are findings, not
    /// reasons to lose the section. A decimal (1.5), a year or a plain count is no number of a section.
    pub fn at_start(paragraph: &str) -> Option<Self> {
        let first = paragraph.chars().next()?;
        let open = matches!(first, '（' | '(').then_some((0, first));
        let start = open.map_or(0, |(_, bracket)| bracket.len_utf8());
        let start = if open.is_some() { skip_blanks(paragraph, start) } else { start };
        let rest = &paragraph[start..];
        let arabic = rest.len() - rest.trim_start_matches(|character: char| character.is_ascii_digit()).len();
        let chinese = rest.len() - rest.trim_start_matches(numeral::is_numeral).len();
        let (length, ordinal) = match (arabic, chinese) {
            (1..=2, _) => (arabic, rest[..arabic].parse().ok()?),
            (0, 1..) => (chinese, numeral::parse(&rest[..chinese]).filter(|value| *value < 100)?),
            _ => return None,
        };
        if ordinal == 0 {
            return None;
        }
        let number = start..start + length;
        let is_arabic = arabic > 0;
        let (level, close, mark_at) = if open.is_some() {
            let at = skip_blanks(paragraph, number.end);
            let bracket = paragraph[at..].chars().next().filter(|bracket| matches!(bracket, '）' | ')'))?;
            let level = if is_arabic { Level::Fourth } else { Level::Second };
            (level, Some((at, bracket)), at + bracket.len_utf8())
        } else {
            (if is_arabic { Level::Third } else { Level::First }, None, number.end)
        };
        let next = paragraph[mark_at..].chars().next();
        // 、 and the point are the marks of numbers; any other is a slip, and no number may follow it: 1：500.
        let is_slip = |mark: char| {
            let rest = paragraph[mark_at + mark.len_utf8()..].chars().next();
            matches!(mark, '，' | ',' | '。' | '：' | ':' | '；')
                && rest.is_some_and(|rest| !rest.is_ascii_digit() && !numeral::is_numeral(rest))
        };
        let mark = next.filter(|&mark| matches!(mark, '、' | '.' | '．') || is_slip(mark)).map(|mark| (mark_at, mark));
        if open.is_none() && mark.is_none() {
            return None;
        }
        let words = mark.map_or(mark_at, |(at, mark)| at + mark.len_utf8());
        if level == Level::First && counts_on(&paragraph[words..], ordinal) {
            return None;
        }
        if is_arabic && open.is_none() && paragraph[words..].starts_with(|next: char| next.is_ascii_digit()) {
            return None;
        }
        let end = skip_blanks(paragraph, words);
        Some(Self { level, ordinal, range: 0..end, number, open, close, mark, gap: words..end })
    }

    /// This marker with every place moved `by` bytes on.
    pub(super) fn moved(mut self, by: usize) -> Self {
        let shift = |range: &Range<usize>| range.start + by..range.end + by;
        self.range = shift(&self.range);
        self.number = shift(&self.number);
        self.gap = shift(&self.gap);
        for place in [&mut self.open, &mut self.close, &mut self.mark].into_iter().flatten() {
            place.0 += by;
        }
        self
    }
}

/// Whether the next number and what it counts follow, as in 一、二年级 and 二、三产业: no section begins so.
fn counts_on(rest: &str, ordinal: u32) -> bool {
    const COUNTED: [&str; 22] = [
        "年级", "产业", "楼", "期", "孩", "类", "级", "等", "线", "审", "批", "季度", "组", "层", "号", "手", "标段",
        "中", "小", "环", "车间", "轮",
    ];
    let length = rest.len() - rest.trim_start_matches(numeral::is_numeral).len();
    numeral::parse(&rest[..length]) == Some(ordinal + 1) && COUNTED.iter().any(|word| rest[length..].starts_with(word))
}

pub(super) fn skip_blanks(text: &str, at: usize) -> usize {
    at + (text[at..].len() - text[at..].trim_start_matches(characters::is_blank).len())
}
