//! The outline of a body: its paragraphs and the sections that its own numbers make.

use crate::text::{characters, numeral};
use std::iter::successors;
use std::ops::Range;

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

/// One line of the body that is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its text without the blanks around it, in bytes of the body.
    pub range: Range<usize>,
    /// Its line in the body, from 0.
    pub line: usize,
    /// The number it begins with.
    pub marker: Option<Marker>,
    /// The section it belongs to: the one it opens, or the last one opened before it.
    pub section: Option<usize>,
}

/// A numbered part of the body: a heading and all that follows until one of its own rank or higher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its number.
    pub marker: Marker,
    /// The words of the heading, without number and end mark, in bytes of the body.
    pub heading: Range<usize>,
    /// Whether the heading has a line to itself; otherwise the text runs on after it.
    pub stands_alone: bool,
    /// The paragraph that opens it, an index into [`Outline::paragraphs`].
    pub paragraph: usize,
    /// From its number to the end of its last paragraph, sub-sections included, in bytes of the body.
    pub range: Range<usize>,
    /// The section it lies in, an index into [`Outline::sections`].
    pub parent: Option<usize>,
    /// How many sections it lies in.
    pub depth: usize,
}

/// Paragraphs and sections of a body, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The lines that are not blank.
    pub paragraphs: Vec<Paragraph>,
    /// The sections, each before those inside it.
    pub sections: Vec<Section>,
}

impl Outline {
    /// Reads the outline of `body`.
    pub fn of(body: &str) -> Self {
        let mut outline = Self::default();
        let mut open: Vec<usize> = Vec::new();
        let mut start = 0;
        let ends = memchr::memchr_iter(b'\n', body.as_bytes()).chain([body.len()]);
        for (line, end) in ends.enumerate() {
            let range = trimmed(&body[start..end], start);
            start = end + 1;
            if range.is_empty() {
                continue;
            }
            let marker = Marker::at_start(&body[range.clone()]).map(|marker| marker.moved(range.start));
            if let Some(marker) = &marker {
                while open.last().is_some_and(|&last| outline.sections[last].marker.level >= marker.level) {
                    open.pop();
                }
                let (heading, stands_alone) = heading(body, marker.range.end..range.end);
                outline.sections.push(Section {
                    marker: marker.clone(),
                    heading,
                    stands_alone,
                    paragraph: outline.paragraphs.len(),
                    range: range.clone(),
                    parent: open.last().copied(),
                    depth: open.len(),
                });
                open.push(outline.sections.len() - 1);
            }
            for &section in &open {
                outline.sections[section].range.end = range.end;
            }
            outline.paragraphs.push(Paragraph { range, line, marker, section: open.last().copied() });
        }
        outline
    }

    /// The indexes of the sections directly inside `parent`; of the whole body for `None`.
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        let first = parent.map_or(0, |parent| parent + 1);
        let child = move |&index: &usize| self.sections.get(index).is_some_and(|section| section.parent == parent);
        successors(Some(first).filter(child), move |&index| Some(self.after(index)).filter(child))
    }

    /// The index after a section and all that lie inside it.
    fn after(&self, section: usize) -> usize {
        let end = self.sections[section].range.end;
        section + self.sections[section..].partition_point(|inside| inside.range.start <= end)
    }

    /// The innermost section around byte `offset` of the body.
    pub fn section_at(&self, offset: usize) -> Option<usize> {
        // The last one begun before it, or one that this lies in.
        let mut at = self.sections.partition_point(|section| section.range.start <= offset).checked_sub(1);
        while let Some(index) = at.filter(|&index| self.sections[index].range.end < offset) {
            at = self.sections[index].parent;
        }
        at
    }

    /// The level that a section was meant to have, where its neighbours tell that it was written in the number of another:
    /// （一）, 二、, （三） and （一）, 2., （三） have a second section of the second level; so has 1., （二）, （三） a first one.
    pub fn meant_level(&self, section: usize) -> Option<Level> {
        let marker = &self.sections[section].marker;
        let before = section.checked_sub(1).map(|at| &self.sections[at].marker);
        let after = self.sections.get(section + 1).map(|next| &next.marker)?;
        if after.level == marker.level || after.ordinal != marker.ordinal + 1 {
            return None;
        }
        // Another level goes on with the next number, and this one does not go on in its own.
        let goes_on = self.sections[section + 1..]
            .iter()
            .take_while(|next| next.marker.level >= marker.level)
            .any(|next| next.marker.level == marker.level && next.marker.ordinal == marker.ordinal + 1);
        let fits_before = match before {
            Some(before) => before.level == after.level && before.ordinal + 1 == marker.ordinal,
            None => false,
        };
        let heads = marker.ordinal == 1 && before.is_some_and(|before| before.level < after.level);
        // A first section is one of a deeper level only if it could not be the father of the next.
        let is_first = heads && marker.level > after.level;
        let own = self.sections[..section].iter().rev().find(|other| other.marker.level <= marker.level);
        let fits_own =
            own.is_some_and(|own| own.marker.level == marker.level && own.marker.ordinal + 1 == marker.ordinal);
        let next_own = self.sections[section + 1..].iter().find(|other| other.marker.level <= marker.level);
        let repeats =
            next_own.is_some_and(|next| next.marker.level == marker.level && next.marker.ordinal == marker.ordinal);
        let is_stray = !goes_on && (!fits_own || repeats);
        (fits_before && (is_stray || repeats) || is_first && !goes_on).then_some(after.level)
    }

    /// Where a section stands, as people speak of it: 二（三）.
    pub fn path(&self, section: usize) -> String {
        let mut labels = Vec::new();
        let mut at = Some(section);
        while let Some(index) = at {
            let marker = &self.sections[index].marker;
            labels.push(marker.level.label(marker.ordinal));
            at = self.sections[index].parent;
        }
        labels.reverse();
        labels.concat()
    }

    /// The paragraph on which byte `offset` of the body lies, or the last one before it.
    pub fn paragraph_at(&self, offset: usize) -> Option<usize> {
        self.paragraphs.partition_point(|paragraph| paragraph.range.start <= offset).checked_sub(1)
    }
}

fn trimmed(text: &str, start: usize) -> Range<usize> {
    let from = text.len() - text.trim_start_matches(characters::is_blank).len();
    let to = text.trim_end_matches(characters::is_blank).len();
    if from >= to { start..start } else { start + from..start + to }
}

/// Where the heading's words lie in the rest of its paragraph, and whether it has the line to itself.
///
/// A line without an inner sentence end is a heading of its own; otherwise the heading runs to the first one.
fn heading(body: &str, rest: Range<usize>) -> (Range<usize>, bool) {
    let text = &body[rest.clone()];
    match text.find(characters::ends_sentence) {
        None => {
            let words = text.trim_end_matches(['；', '：', '，', ';', ':', ',']).len();
            (rest.start..rest.start + words, true)
        }
        Some(end) => {
            let after = end + text[end..].chars().next().map_or(0, char::len_utf8);
            (rest.start..rest.start + end, text[after..].trim().is_empty() && text[..end].chars().count() <= 40)
        }
    }
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
        if is_arabic && open.is_none() && paragraph[words..].starts_with(|next: char| next.is_ascii_digit()) {
            return None;
        }
        let end = skip_blanks(paragraph, words);
        Some(Self { level, ordinal, range: 0..end, number, open, close, mark, gap: words..end })
    }

    /// This marker with every place moved `by` bytes on.
    fn moved(mut self, by: usize) -> Self {
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

fn skip_blanks(text: &str, at: usize) -> usize {
    at + (text[at..].len() - text[at..].trim_start_matches(characters::is_blank).len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// One line a section: path, heading, and `+` where the text runs on.
    fn drawn(body: &str) -> Vec<String> {
        let outline = Outline::of(body);
        (0..outline.sections.len())
            .map(|index| {
                let section = &outline.sections[index];
                let run_in = if section.stands_alone { "" } else { "+" };
                format!("{} {}{run_in}", outline.path(index), &body[section.heading.clone()])
            })
            .collect()
    }

    #[test]
    fn levels_nest_by_their_numbers() {
        let body = "您的建议收悉。\n\n一、加强保障\n（一）增加投入。今年安排资金。\n1.建设泵站。已完工。\n（1）东区。\n(二) 健全制度。已印发。\n二、下一步";
        assert_eq!(
            drawn(body),
            [
                "一 加强保障",
                "一（一） 增加投入+",
                "一（一）1 建设泵站+",
                "一（一）1（1） 东区",
                "一（二） 健全制度+",
                "二 下一步"
            ]
        );
        let outline = Outline::of(body);
        assert_eq!(
            &body[outline.sections[1].range.clone()],
            "（一）增加投入。今年安排资金。\n1.建设泵站。已完工。\n（1）东区。"
        );
        assert_eq!(outline.children(Some(0)).collect::<Vec<_>>(), [1, 4]);
        assert_eq!(outline.section_at(body.find("已完工").unwrap()), Some(2));
        assert_eq!(outline.section_at(0), None);
    }

    #[test]
    fn a_level_may_be_left_out() {
        assert_eq!(drawn("1.甲事\n2.乙事"), ["1 甲事", "2 乙事"]);
        assert_eq!(drawn("（一）甲事\n1.细目\n（二）乙事"), ["（一） 甲事", "（一）1 细目", "（二） 乙事"]);
    }

    #[test]
    fn what_is_no_number_of_a_section() {
        for text in [
            "1.5万元已经到位",
            "2026年，我局",
            "一是加强",
            "一些企业",
            "（2026）",
            "12345热线",
            "第一，",
            "十分感谢",
            "（联系人：周某）",
            "100.建设",
            "1：500比例尺",
            "一，二期工程",
            "3,000名居民",
        ] {
            assert_eq!(drawn(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn miswritten_numbers_keep_their_section() {
        for text in ["(一)建设", "（一)建设", "（一）、建设", "( 一 ) 建设", "　　（一）建设"] {
            assert_eq!(drawn(text), ["（一） 建设"], "{text}");
        }
        for text in ["一.建设", "一．建设", "一、 建设"] {
            assert_eq!(drawn(text), ["一 建设"], "{text}");
        }
        assert_eq!(drawn("1、建设"), ["1 建设"]);
        assert_eq!(drawn("1，建设"), ["1 建设"]);
        assert_eq!(drawn("一：建设"), ["一 建设"]);
        assert_eq!(drawn("（一），建设"), ["（一） 建设"]);
    }

    #[test]
    fn a_number_of_another_level_is_told_by_its_neighbours() {
        let meant = |body: &str| -> Vec<Option<Level>> {
            let outline = Outline::of(body);
            (0..outline.sections.len()).map(|at| outline.meant_level(at)).collect()
        };
        let second = Some(Level::Second);
        assert_eq!(meant("一、甲\n（一）子\n二、丑\n（三）寅\n二、乙\n三、丙"), [None, None, second, None, None, None]);
        assert_eq!(meant("一、甲\n1.子\n（二）丑\n（三）寅\n二、乙"), [None, second, None, None, None]);
        assert_eq!(meant("一、甲\n（一）子\n2.丑\n（三）寅\n二、乙"), [None, None, second, None, None]);
        assert!(
            meant("一、甲\n（一）子\n1.细\n2.目\n（二）丑\n二、乙\n（一）寅\n（二）卯\n三、丙")
                .iter()
                .all(Option::is_none)
        );
        assert!(meant("一、甲\n（一）子\n二、乙\n（一）丑\n（二）寅").iter().all(Option::is_none));
    }

    proptest! {
        #[test]
        fn every_place_lies_in_the_body(body in "([一二三十1-9（）()、.．。\u{3000} \n建设a]|（一）|一、){0,40}") {
            let outline = Outline::of(&body);
            for paragraph in &outline.paragraphs {
                prop_assert!(!body[paragraph.range.clone()].trim().is_empty());
            }
            for section in &outline.sections {
                prop_assert!(body.get(section.range.clone()).is_some() && body.get(section.heading.clone()).is_some());
                prop_assert!(section.parent.is_none_or(|parent| outline.sections[parent].range.end >= section.range.end));
            }
            for parent in [None].into_iter().chain((0..outline.sections.len()).map(Some)) {
                let inside = (0..outline.sections.len()).filter(|&index| outline.sections[index].parent == parent);
                prop_assert_eq!(outline.children(parent).collect::<Vec<_>>(), inside.collect::<Vec<_>>());
            }
            for offset in 0..=body.len() {
                let around = |section: &Section| (section.range.start..=section.range.end).contains(&offset);
                prop_assert_eq!(outline.section_at(offset), outline.sections.iter().rposition(around));
            }
        }
    }
}
