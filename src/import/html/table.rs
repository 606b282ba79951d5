//! Tables of a page: the cells of a row side by side, unless the table only sets the page.

use super::super::row;

/// A longer cell is no cell of a table of figures but a column of the page, in characters.
const LONGEST_CELL: usize = 120;

/// The tables that are open, each with its row: where it begins in the text, and where its cells begin.
#[derive(Default)]
pub(super) struct Tables {
    open: Vec<Option<Vec<usize>>>,
}

impl Tables {
    /// Takes note of `table`, `tr`, `td` and `th`. The text ends with a whole line.
    pub fn tag(&mut self, name: &str, is_end: bool, text: &mut String) {
        match (name, is_end) {
            ("table", false) => self.open.push(None),
            ("table", true) => {
                self.end_row(text);
                self.open.pop();
            }
            ("tr", _) => {
                self.end_row(text);
                if !is_end {
                    self.row();
                }
            }
            (_, false) => self.row().push(text.len()),
            _ => {}
        }
    }

    /// The row that is open; a page may leave out the tags of rows and tables.
    fn row(&mut self) -> &mut Vec<usize> {
        if self.open.is_empty() {
            self.open.push(None);
        }
        let last = self.open.len() - 1;
        self.open[last].get_or_insert_default()
    }

    fn end_row(&mut self, text: &mut String) {
        let Some(cells) = self.open.last_mut().and_then(Option::take) else { return };
        let Some(&start) = cells.first() else { return };
        let ends = cells.iter().skip(1).copied().chain([text.len()]);
        let stretches = cells.iter().zip(ends).map(|(&from, to)| text.get(from..to));
        // A note inside a row has been taken out of the text: then its lines stay as they are.
        let Some(stretches) = stretches.collect::<Option<Vec<&str>>>() else { return };
        let cells: Vec<Vec<String>> =
            stretches.into_iter().map(|cell| cell.lines().map(str::to_owned).collect()).collect();
        let is_page = |cell: &Vec<String>| cell.iter().map(|line| line.chars().count()).sum::<usize>() > LONGEST_CELL;
        let inked = cells.iter().filter(|cell| cell.iter().any(|line| !line.trim().is_empty())).count();
        if inked > 1 && !cells.iter().any(is_page) {
            text.truncate(start);
            for line in row::lines(cells) {
                text.push_str(&line);
                text.push('\n');
            }
        }
    }

    /// Forgets the cells behind byte `end`, where the text was cut: what was in them is a note.
    pub fn cut(&mut self, end: usize) {
        for cells in self.open.iter_mut().flatten() {
            cells.retain(|&begin| begin <= end);
        }
    }

    /// Ends what the page left open.
    pub fn finish(&mut self, text: &mut String) {
        while !self.open.is_empty() {
            self.end_row(text);
            self.open.pop();
        }
    }
}
