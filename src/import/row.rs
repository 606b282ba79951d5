//! The rows of a table as lines.

/// The lines of a row, by its cells' lines. One cell keeps its lines, for tables are used to set a page; several stand side by side
/// on one line, with tabs between them.
pub(super) fn lines(cells: Vec<Vec<String>>) -> Vec<String> {
    let has_ink = |cell: &Vec<String>| cell.iter().any(|line| !line.trim().is_empty());
    match cells.iter().filter(|cell| has_ink(cell)).count() {
        0 => Vec::new(),
        1 => cells.into_iter().find(has_ink).unwrap_or_default(),
        _ => vec![cells.iter().map(|cell| on_one_line(cell)).collect::<Vec<_>>().join("\t")],
    }
}

fn on_one_line(cell: &[String]) -> String {
    cell.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_side_by_side() {
        let cells = |cells: &[&[&str]]| -> Vec<Vec<String>> {
            cells.iter().map(|cell| cell.iter().map(|&line| line.to_owned()).collect()).collect()
        };
        assert_eq!(lines(cells(&[&["甲", " 乙"], &[], &["丙"]])), ["甲 乙\t\t丙"]);
        assert_eq!(lines(cells(&[&["甲", "　　乙"], &[""]])), ["甲", "　　乙"]);
        assert_eq!(lines(cells(&[&[], &[""]])), Vec::<String>::new());
    }
}
