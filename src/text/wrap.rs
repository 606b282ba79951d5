//! Where a paragraph may go on in the next row of a screen.
//!
//! No row begins with a closing mark or ends with an opening one (避头尾); a number, a Latin word, a 发文字号, —— and ……
//! stay whole where a row has room for them.

use std::ops::Range;

use super::characters::is_han;
use super::clusters;
use super::hidden;
use super::width::Measure;

/// The cells a tab takes.
pub const TAB: usize = 2;

/// How many characters before the year's bracket can belong to a 发文字号: 粤府办函〔2026〕18号.
const AGENCY: usize = 6;

/// The cells of one cluster of a text that is shown as it is typed.
pub fn cluster_cells(cluster: &str, measure: Measure) -> usize {
    if cluster == "\t" {
        return TAB;
    }
    let (seen, hidden) = hidden::apart(cluster);
    measure.text(seen) + hidden
}

/// Where the rows of `paragraph` begin, in bytes, when none may be wider than `cells`. The first begins at 0.
pub fn rows(paragraph: &str, cells: usize, measure: Measure) -> Vec<usize> {
    rows_after(paragraph, 0, cells, measure)
}

/// As [`rows`], the first row having `indent` cells less room than the others.
pub fn rows_after(paragraph: &str, indent: usize, cells: usize, measure: Measure) -> Vec<usize> {
    let mut starts = vec![0];
    let cells = cells.max(indent + 2);
    if paragraph.len() + indent <= cells {
        // No character takes more cells than bytes, but for a tab.
        if !paragraph.contains('\t') {
            return starts;
        }
    }
    let whole = document_numbers(paragraph);
    let mut width = indent;
    let mut row_start = 0;
    // The last place in this row where it may end, and the width up to there: a good one, and one inside a 发文字号.
    let mut chance: Option<(usize, usize)> = None;
    let mut poor_chance: Option<(usize, usize)> = None;
    let mut before: Option<&str> = None;
    for (at, cluster) in clusters::of(paragraph) {
        let own = cluster_cells(cluster, measure);
        if at > row_start && before.is_some_and(|before| may_part(before, cluster)) {
            let inside = whole.iter().any(|range| range.start < at && at < range.end);
            *(if inside { &mut poor_chance } else { &mut chance }) = Some((at, width));
        }
        while width + own > cells && at > row_start {
            let (end, taken) = chance.take().or(poor_chance).unwrap_or((at, width));
            starts.push(end);
            row_start = end;
            width -= taken;
            // A chance that is left lies in the row that begins here, or is gone.
            poor_chance = poor_chance.filter(|(place, _)| *place > end).map(|(place, before)| (place, before - taken));
        }
        width += own;
        before = Some(cluster);
    }
    starts
}

/// Whether a row may end between two neighbouring clusters.
fn may_part(before: &str, after: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().next(), after.chars().next()) else {
        return true;
    };
    if never_first(first) || never_last(last) {
        return false;
    }
    let of_word = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '.' | '/' | ':' | '@' | '_' | '~' | '+');
    if of_word(last) && of_word(first) {
        return false;
    }
    // 第18号 is read as one word.
    !(last == '第' && first.is_ascii_digit() || last.is_ascii_digit() && first == '号')
}

fn never_first(character: char) -> bool {
    matches!(
        character,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '）'
            | '》'
            | '〉'
            | '〕'
            | '】'
            | '」'
            | '』'
            | '”'
            | '’'
            | '…'
            | '—'
            | '·'
            | '～'
            | ','
            | '.'
            | ';'
            | ':'
            | '?'
            | '!'
            | ')'
            | ']'
            | '}'
            | '%'
            | '％'
            | '‰'
            | '℃'
            | '°'
    )
}

fn never_last(character: char) -> bool {
    matches!(character, '（' | '《' | '〈' | '〔' | '【' | '「' | '『' | '“' | '‘' | '(' | '[' | '{')
}

/// Every 发文字号 in the paragraph, with the characters that stand for the office.
fn document_numbers(paragraph: &str) -> Vec<Range<usize>> {
    let number = |(at, bracket): (usize, &str)| {
        let rest = paragraph[at + bracket.len()..].trim_start_matches(|it: char| it.is_ascii_digit());
        let end = rest.strip_prefix('〕')?.trim_start_matches(|it: char| it.is_ascii_digit()).strip_prefix('号')?;
        let agency = paragraph[..at].char_indices().rev().take(AGENCY).take_while(|(_, it)| is_han(*it)).last();
        Some(agency.map_or(at, |(start, _)| start)..paragraph.len() - end.len())
    };
    paragraph.match_indices('〔').filter_map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wrapped(text: &str, cells: usize) -> Vec<&str> {
        let starts = rows(text, cells, Measure::default());
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        starts.iter().zip(ends).map(|(&start, end)| &text[start..end]).collect()
    }

    #[test]
    fn no_row_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
        assert_eq!(wrapped("全力支持，现答复", 8), ["全力支", "持，现答", "复"]);
        assert_eq!(wrapped("我局印发《方案》", 10), ["我局印发", "《方案》"]);
        assert_eq!(wrapped("突破“卡脖子”难题", 6), ["突破", "“卡脖", "子”难", "题"]);
    }

    #[test]
    fn numbers_words_and_dashes_stay_whole() {
        assert_eq!(wrapped("投入435.09万元", 8), ["投入", "435.09万", "元"]);
        assert_eq!(wrapped("增长12.5%以上", 8), ["增长", "12.5%以", "上"]);
        assert_eq!(wrapped("目标是——创新", 7), ["目标", "是——创", "新"]);
        assert_eq!(wrapped("根据临政办发〔2026〕18号文件", 22), ["根据临政办发〔2026〕", "18号文件"]);
        assert_eq!(
            wrapped("按《办法》（临政办发〔2026〕18号）办理", 26),
            ["按《办法》", "（临政办发〔2026〕18号）办", "理"]
        );
        assert_eq!(wrapped("经第2026042号建议", 10), ["经", "第2026042", "号建议"]);
    }

    #[test]
    fn what_no_row_can_hold_is_cut() {
        assert_eq!(wrapped("1234567890", 4), ["1234", "5678", "90"]);
        assert_eq!(wrapped("。。。。。", 4), ["。。", "。。", "。"]);
    }

    #[test]
    fn clusters_are_never_parted() {
        assert_eq!(wrapped("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
        assert_eq!(wrapped("𠅤䶮👩\u{200d}🌾", 2), ["𠅤", "䶮", "👩\u{200d}🌾"]);
    }

    proptest! {
        #[test]
        fn every_row_fits_and_nothing_is_lost(
            text in "([一二（）《》“”，。1-9a%\\t —…〔〕号第]|〔2026〕18号|👩‍🌾){0,60}",
            cells in 2usize..30,
        ) {
            let rows = wrapped(&text, cells);
            prop_assert_eq!(rows.concat(), text.as_str());
            for row in &rows {
                let width: usize = clusters::of(row).map(|(_, it)| cluster_cells(it, Measure::default())).sum();
                prop_assert!(width <= cells, "{:?} takes {}", row, width);
            }
            prop_assert!(rows.iter().skip(1).all(|row| !row.is_empty()));
        }
    }
}
