//! Lists of assigned suggestions and proposals, as the office that assigns them sends them out: .xlsx or .csv, one matter a row.

use super::decode::{DecodeError, decode};
use crate::letter::date::{self, LetterDate};
use crate::letter::{Kind, Role};
use calamine::{Data, Reader as _, Xlsx};
use std::io::Cursor;

/// One assigned matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    /// The row of the list, from 1, headings counted.
    pub row: usize,
    /// 建议 or 提案, where the list says.
    pub kind: Option<Kind>,
    /// 主办, 独办 …, where the list says.
    pub role: Option<Role>,
    /// 届次.
    pub session: String,
    /// The number, without 第 and 号.
    pub number: String,
    /// 题目, without 《》.
    pub title: String,
    /// The deputies or members, without their title.
    pub addressees: Vec<String>,
    /// 交办日期.
    pub assigned: LetterDate,
    /// 会办单位.
    pub co_handlers: Vec<String>,
}

/// A list as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignments {
    /// The matters, in the order of the rows.
    pub rows: Vec<Assignment>,
    /// Headings that mean nothing to dafu; their columns were left out.
    pub unknown_headings: Vec<String>,
}

/// Why a list could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// No readable .xlsx.
    #[error("不是可以读取的 .xlsx 表格，请用表格软件另存一次")]
    Workbook,
    /// Text that could not be decoded.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// A broken .csv.
    #[error("第 {0} 行不合 CSV 的写法，请检查引号")]
    Csv(u64),
    /// No line of headings.
    #[error("没有找到表头。表头一行应当有“编号”和“题目”（或“标题”“案由”）")]
    NoHeadings,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Kind,
    Role,
    Session,
    Number,
    Title,
    Addressees,
    Assigned,
    CoHandlers,
}

/// The headings that name each column. The first that a heading contains decides, so the narrower words come first.
const HEADINGS: [(&str, Column); 20] = [
    ("会办单位", Column::CoHandlers),
    ("协办单位", Column::CoHandlers),
    ("会办", Column::CoHandlers),
    ("协办", Column::CoHandlers),
    ("交办日期", Column::Assigned),
    ("交办时间", Column::Assigned),
    ("承办方式", Column::Role),
    ("办理方式", Column::Role),
    ("编号", Column::Number),
    ("提案号", Column::Number),
    ("建议号", Column::Number),
    ("届次", Column::Session),
    ("会次", Column::Session),
    ("类别", Column::Kind),
    ("题目", Column::Title),
    ("标题", Column::Title),
    ("案由", Column::Title),
    ("领衔", Column::Addressees),
    ("提出人", Column::Addressees),
    ("提案人", Column::Addressees),
];

/// Reads a list. A file that begins as a ZIP archive is a workbook, of which the first sheet counts; anything else is CSV.
///
/// # Errors
/// [`ListError`] when it is neither, or has no headings.
pub fn read(bytes: &[u8]) -> Result<Assignments, ListError> {
    let rows = if bytes.starts_with(b"PK\x03\x04") { workbook(bytes)? } else { csv(bytes)? };
    let headings = rows.iter().position(|row| {
        let has = |wanted| row.iter().any(|cell| column(cell) == Some(wanted));
        has(Column::Number) && has(Column::Title)
    });
    let headings = headings.ok_or(ListError::NoHeadings)?;
    let columns: Vec<Option<Column>> = rows[headings].iter().map(|cell| column(cell)).collect();
    let unknown_headings = rows[headings]
        .iter()
        .filter(|cell| !cell.is_empty() && *cell != "序号" && column(cell).is_none())
        .cloned()
        .collect();
    let rows = rows
        .iter()
        .enumerate()
        .skip(headings + 1)
        .map(|(index, cells)| assignment(index + 1, &columns, cells))
        .filter(|assignment| !assignment.number.is_empty() || !assignment.title.is_empty())
        .collect();
    Ok(Assignments { rows, unknown_headings })
}

fn column(heading: &str) -> Option<Column> {
    let heading: String = heading.chars().filter(|character| !character.is_whitespace()).collect();
    HEADINGS.iter().find(|(word, _)| heading.contains(word)).map(|(_, column)| *column)
}

fn assignment(row: usize, columns: &[Option<Column>], cells: &[String]) -> Assignment {
    let mut assignment = Assignment { row, ..Assignment::default() };
    for (column, cell) in columns.iter().zip(cells) {
        let cell = cell.trim();
        let Some(column) = column.filter(|_| !cell.is_empty()) else { continue };
        match column {
            Column::Kind => assignment.kind = Kind::ALL.into_iter().find(|kind| cell.contains(kind.word())),
            Column::Role => assignment.role = Role::ALL.into_iter().find(|role| cell.contains(role.word())),
            Column::Session => cell.clone_into(&mut assignment.session),
            Column::Number => bare_number(cell).clone_into(&mut assignment.number),
            Column::Title => bare_title(cell).clone_into(&mut assignment.title),
            Column::Addressees => assignment.addressees = names(cell),
            Column::Assigned => {
                assignment.assigned =
                    date::read(cell).map_or_else(|| LetterDate::Written(cell.to_owned()), LetterDate::Day);
            }
            Column::CoHandlers => assignment.co_handlers = names(cell),
        }
    }
    assignment
}

/// A number without 第 and 号.
pub fn bare_number(cell: &str) -> &str {
    let cell = cell.strip_prefix('第').unwrap_or(cell);
    cell.strip_suffix('号').unwrap_or(cell).trim()
}

/// A title without 《 and 》 around it.
pub fn bare_title(cell: &str) -> &str {
    cell.strip_prefix('《').and_then(|inside| inside.strip_suffix('》')).unwrap_or(cell)
}

fn names(cell: &str) -> Vec<String> {
    cell.split(['、', '，', ',', '；', ';', '\n', ' ', '\u{3000}'])
        .map(|name| name.trim().trim_end_matches("代表").trim_end_matches("委员"))
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

fn workbook(bytes: &[u8]) -> Result<Vec<Vec<String>>, ListError> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| ListError::Workbook)?;
    let sheet = book.worksheet_range_at(0).ok_or(ListError::Workbook)?.map_err(|_| ListError::Workbook)?;
    Ok(sheet.rows().map(|row| row.iter().map(cell_text).collect()).collect())
}

/// A cell as a person sees it: numbers that are whole without a point, dates as dates.
fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year}-{month}-{day}")
        }
        Data::DateTimeIso(text) => text.get(..10).unwrap_or(text).to_owned(),
        Data::Float(value) if value.fract() == 0.0 => format!("{value:.0}"),
        other => other.to_string(),
    }
}

fn csv(bytes: &[u8]) -> Result<Vec<Vec<String>>, ListError> {
    let (text, _) = decode(bytes)?;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader
        .records()
        .map(|record| {
            let record = record.map_err(|error| ListError::Csv(error.position().map_or(0, csv::Position::line)))?;
            Ok(record.iter().map(str::to_owned).collect())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "\
2026年交办建议一览表,,,
序号,建议编号,案  由,领衔代表,交办日期,会办单位,办理方式,备注
1,第2026042号,《关于完善公交接驳的建议》,沈禾、陆秋白,2026年3月20日,\"市公安局，东洲街道\",主办,急
2,2026043,关于治水的建议,顾远山代表,2026/3/20,,独办,
,,,,,,,
";

    #[test]
    fn rows_become_assignments() {
        let list = read(LIST.as_bytes()).unwrap();
        assert_eq!(list.unknown_headings, ["备注"]);
        assert_eq!(list.rows.len(), 2);
        let first = &list.rows[0];
        assert_eq!((first.row, first.number.as_str(), first.title.as_str()), (3, "2026042", "关于完善公交接驳的建议"));
        assert_eq!(
            (&first.addressees[..], first.role),
            (&["沈禾".to_owned(), "陆秋白".to_owned()][..], Some(Role::Lead))
        );
        assert_eq!(first.co_handlers, ["市公安局", "东洲街道"]);
        assert_eq!(
            (list.rows[1].assigned.to_string(), &list.rows[1].addressees[0][..]),
            ("2026-03-20".into(), "顾远山")
        );
    }

    #[test]
    fn spreadsheets_save_csv_in_gb18030() {
        let (bytes, ..) = encoding_rs::GB18030.encode(LIST);
        assert_eq!(read(&bytes).unwrap(), read(LIST.as_bytes()).unwrap());
    }

    #[test]
    fn what_is_no_list_is_told() {
        assert!(matches!(read("编号,单位\n1,2\n".as_bytes()), Err(ListError::NoHeadings)));
        assert!(matches!(read(b"PK\x03\x04 broken"), Err(ListError::Workbook)));
        assert!(matches!(read(b""), Err(ListError::Decode(_))));
    }

    #[test]
    fn cells_are_read_as_they_are_seen() {
        assert_eq!(cell_text(&Data::Float(2_026_042.0)), "2026042");
        assert_eq!(cell_text(&Data::Float(0.5)), "0.5");
        let day = calamine::ExcelDateTime::new(46_101.0, calamine::ExcelDateTimeType::DateTime, false);
        assert_eq!(cell_text(&Data::DateTime(day)), "2026-3-20");
    }
}
