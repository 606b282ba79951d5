//! Tables that are set with tabs or wide blanks, a row a paragraph, as letters have them where nothing draws lines.

use crate::text::characters::is_blank;
use std::ops::Range;

/// A row: the places of its cells, in bytes of the text it was read from.
pub type Row = Vec<Range<usize>>;

/// How many cells a row has at least.
const CELLS: usize = 3;

/// How many characters a cell has at most.
const LONGEST: usize = 24;

/// The cells of a line that is a row: three or more, none of them long.
pub fn row(line: &str) -> Option<Row> {
    let has_gap = line.contains(['\t', ' ', '\u{3000}', '|', '｜', '│']) && !line.contains(['。', '；']);
    let is_short = |cell: &Range<usize>| line[cell.clone()].chars().count() <= LONGEST;
    let is_row = |cells: &Row| cells.len() >= CELLS && cells.iter().all(is_short);
    has_gap.then(|| cells(line)).filter(is_row).or_else(|| numbers_in_a_row(line)).or_else(|| heads(line))
}

/// What the cells of a table's first row end with.
const HEADS: [&str; 30] = [
    "数", "率", "量", "额", "）", "占比", "比例", "名称", "区域", "年份", "年度", "项目", "备注", "序号", "类别",
    "类型", "合计", "小计", "总计", "时间", "地点", "面积", "进度", "情况", "内容", "指标", "金额", "单位", "地区",
    "类",
];

/// The cells of a table's first row where its blanks are single: names alone, most of them such as stand over columns.
fn heads(line: &str) -> Option<Row> {
    if line.contains(['，', '。', '；', '：', '、']) || !line.contains(is_gap) {
        return None;
    }
    let found = split_at_every_gap(line);
    let named = found.iter().filter(|cell| HEADS.iter().any(|head| line[(*cell).clone()].ends_with(head))).count();
    let is_short = found.iter().all(|cell| line[cell.clone()].chars().count() <= 12);
    (found.len() >= CELLS && is_short && 2 * named > found.len()).then_some(found)
}

/// The cells of a line whose blanks are single, as import leaves them of tabs, where most cells are numbers.
fn numbers_in_a_row(line: &str) -> Option<Row> {
    if line.contains(['，', '。', '；', '：', '、']) {
        return None;
    }
    let found = split_at_every_gap(line);
    let numbers = found.iter().filter(|cell| number(&line[(*cell).clone()]).is_some()).count();
    let begins = found.first().is_some_and(|cell| number(&line[cell.clone()]).is_none());
    (found.len() >= CELLS && begins && 2 * numbers >= found.len()).then_some(found)
}

/// What stands between blanks of any width.
fn split_at_every_gap(line: &str) -> Row {
    let mut found: Row = Vec::new();
    let mut at = 0;
    for cell in line.split_inclusive(is_gap) {
        let length = cell.trim_end_matches(is_gap).len();
        if length > 0 {
            found.push(at..at + length);
        }
        at += cell.len();
    }
    found
}

/// What stands between tabs, bars or two and more blanks in a line.
pub fn cells(line: &str) -> Row {
    let mut cells: Row = Vec::new();
    // Where the gap before the next cell began, and how wide it is.
    let (mut start, mut gap) = (None, 0);
    for (at, character) in line.char_indices().chain([(line.len(), '\t')]) {
        if is_gap(character) {
            gap += if character == ' ' { 1 } else { 2 };
            continue;
        }
        // One blank is part of a cell.
        match start {
            Some(from) if gap >= 2 => {
                cells.push(from..end_before(line, at));
                start = Some(at);
            }
            None => start = Some(at),
            Some(_) => {}
        }
        gap = 0;
    }
    if let Some(from) = start {
        cells.push(from..end_before(line, line.len()));
    }
    cells
}

/// The byte behind the last character before `at` that is no blank.
fn end_before(line: &str, at: usize) -> usize {
    line[..at].trim_end_matches(is_gap).len()
}

fn is_gap(character: char) -> bool {
    is_blank(character) || matches!(character, '|' | '｜' | '│')
}

/// The number that a cell holds and nothing else, and whether it is a percentage.
pub fn number(cell: &str) -> Option<(f64, bool)> {
    let (digits, is_percentage) = match cell.strip_suffix(['%', '％']) {
        Some(digits) => (digits, true),
        None => (cell, false),
    };
    let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit() || it == b'.' || it == b',');
    is_number.then(|| digits.replace(',', "").parse().ok()).flatten().map(|value| (value, is_percentage))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(line: &str) -> Option<Vec<&str>> {
        row(line).map(|cells| cells.into_iter().map(|cell| &line[cell]).collect())
    }

    #[test]
    fn rows_and_what_is_none() {
        assert_eq!(cells("合计\t226\t130\t96"), Some(vec!["合计", "226", "130", "96"]));
        assert_eq!(cells("1路　　12.5　　2300"), Some(vec!["1路", "12.5", "2300"]));
        assert_eq!(cells("年份    收入    支出    当期结余"), Some(vec!["年份", "收入", "支出", "当期结余"]));
        assert_eq!(cells("| 东洲 | 12 | 8 |"), Some(vec!["东洲", "12", "8"]));
        assert_eq!(cells("　　东 站　　12　　8"), Some(vec!["东 站", "12", "8"]));
        assert_eq!(cells("青屿渔港 18600 13950 75.0% 年底"), Some(vec!["青屿渔港", "18600", "13950", "75.0%", "年底"]));
        for line in ["已改造站台 40 座 60 个", "我局采用 Smart Bus 系统，共 6 辆。", "线路　　里程", "", "联系人：周舟"]
        {
            assert_eq!(cells(line), None, "{line}");
        }
    }

    #[test]
    fn numbers_of_cells() {
        assert_eq!(number("58.7%"), Some((58.7, true)));
        assert_eq!(number("40,000"), Some((40000.0, false)));
        assert_eq!(number("12.5公里"), None);
        assert_eq!(number(""), None);
    }
}
