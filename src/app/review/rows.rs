//! Text in several tones, folded into the rows of a pane.

use crate::text::width::Measure;
use crate::text::wrap;

/// How a piece of text is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// As it is.
    Plain,
    /// What matters less.
    Dim,
    /// A heading.
    Strong,
    /// In order.
    Good,
    /// Wrong, or sent back.
    Bad,
    /// To be looked at.
    Doubtful,
    /// New in a redline.
    Added,
    /// Gone in a redline.
    Removed,
}

/// A piece of text of one tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// How it is meant.
    pub tone: Tone,
    /// Its text, without line feeds.
    pub text: String,
}

impl Piece {
    /// `text` in `tone`.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self { tone, text: text.into() }
    }
}

/// A line before it is folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its pieces.
    pub pieces: Vec<Piece>,
    /// How many cells its rows are indented.
    pub indent: usize,
    /// What the line leads to: an index that whoever made the line knows.
    pub leads: Option<usize>,
}

impl Line {
    /// A line of one piece.
    pub fn of(tone: Tone, text: impl Into<String>) -> Self {
        Self { pieces: vec![Piece::new(tone, text)], ..Self::default() }
    }

    /// A line of several pieces.
    pub fn pieces(pieces: impl IntoIterator<Item = Piece>) -> Self {
        Self { pieces: pieces.into_iter().collect(), ..Self::default() }
    }

    /// The same, indented by `cells`.
    pub fn indented(mut self, cells: usize) -> Self {
        self.indent = cells;
        self
    }

    /// The same, leading to `index`.
    pub fn leading(mut self, index: usize) -> Self {
        self.leads = Some(index);
        self
    }

    /// The line in rows of at most `cells`.
    fn folded(&self, cells: usize, measure: Measure) -> Vec<Self> {
        let whole: String = self.pieces.iter().map(|piece| piece.text.as_str()).collect();
        let starts = wrap::rows(&whole, cells.saturating_sub(self.indent), measure);
        let ends = starts.iter().skip(1).copied().chain([whole.len()]);
        starts
            .iter()
            .zip(ends)
            .map(|(&start, end)| {
                let mut at = 0;
                let cut = |piece: &Piece| {
                    let (from, to) = (start.max(at), end.min(at + piece.text.len()));
                    let text = if from < to { piece.text[from - at..to - at].to_owned() } else { String::new() };
                    at += piece.text.len();
                    Piece { tone: piece.tone, text }
                };
                let mut pieces: Vec<Piece> = self.pieces.iter().map(cut).collect();
                pieces.retain(|piece| !piece.text.is_empty());
                Self { pieces, indent: self.indent, leads: self.leads }
            })
            .collect()
    }
}

/// `lines` in rows of at most `cells`.
pub fn fold(lines: &[Line], cells: usize, measure: Measure) -> Vec<Line> {
    lines.iter().flat_map(|line| line.folded(cells, measure)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_keep_their_tones_over_the_end_of_a_row() {
        let line = Line::pieces([Piece::new(Tone::Plain, "配车"), Piece::new(Tone::Removed, "六七八辆")]).indented(2);
        let rows = fold(&[line.leading(3)], 8, Measure::default());
        let told: Vec<Vec<(Tone, &str)>> =
            rows.iter().map(|row| row.pieces.iter().map(|piece| (piece.tone, piece.text.as_str())).collect()).collect();
        assert_eq!(told, [vec![(Tone::Plain, "配车"), (Tone::Removed, "六")], vec![(Tone::Removed, "七八辆")]]);
        assert!(rows.iter().all(|row| row.leads == Some(3) && row.indent == 2));
        assert_eq!(fold(&[Line::default()], 8, Measure::default()).len(), 1, "an empty line is a row");
    }
}
