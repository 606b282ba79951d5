//! The source, cut into pieces that each have a fate.

use std::ops::Range;

use crate::app::element::Element;
use crate::letter::Field;
use crate::letter::account::{Reason, Report};
use crate::text::characters::{is_blank, is_line_end};

/// What becomes of a piece of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands in a field of the draft.
    Placed(Field),
    /// It stands in no field.
    LeftOut(Reason),
    /// A person wrote something else into the element it had gone into.
    Replaced(Element),
}

impl Fate {
    /// The element it belongs to; none for the body and for what is left out.
    pub fn element(self) -> Option<Element> {
        match self {
            Self::Placed(field) => Element::of(field),
            Self::Replaced(element) => Some(element),
            Self::LeftOut(_) => None,
        }
    }

    /// Whether it is in the body.
    pub fn is_body(self) -> bool {
        self == Self::Placed(Field::Body)
    }
}

/// A stretch of the source with its fate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands, in bytes of the source.
    pub range: Range<usize>,
    /// What becomes of it.
    pub fate: Fate,
}

/// The pieces of an import's account, in the order of the source.
pub fn of(report: &Report) -> Vec<Piece> {
    let placed = report.placed.iter().map(|it| Piece { range: it.range.clone(), fate: Fate::Placed(it.field) });
    let left = report.left_out.iter().map(|it| Piece { range: it.range.clone(), fate: Fate::LeftOut(it.reason) });
    let mut pieces: Vec<Piece> = placed.chain(left).collect();
    pieces.sort_by_key(|piece| (piece.range.start, piece.range.end));
    pieces
}

/// The pieces that `range` touches.
pub fn touched<'p>(pieces: &'p [Piece], range: &Range<usize>) -> &'p [Piece] {
    let first = pieces.partition_point(|piece| piece.range.end <= range.start);
    let last = pieces.partition_point(|piece| piece.range.start < range.end);
    &pieces[first..last.max(first)]
}

/// Puts `new`, which covers the ink of `range`, in place of what `range` holds. What reaches out of the range stays as it was.
pub fn put(pieces: &mut Vec<Piece>, source: &str, range: &Range<usize>, new: Vec<Piece>) {
    let first = pieces.partition_point(|piece| piece.range.end <= range.start);
    let last = pieces.partition_point(|piece| piece.range.start < range.end).max(first);
    let mut anew = Vec::with_capacity(new.len() + 2);
    let outside = |piece: &Piece, part: Range<usize>| {
        let inked = source.get(part.clone()).is_some_and(|text| !text.chars().all(is_blank));
        inked.then_some(Piece { range: part, fate: piece.fate })
    };
    if let Some(piece) = pieces[first..last].first().filter(|piece| piece.range.start < range.start) {
        anew.extend(outside(piece, piece.range.start..range.start));
    }
    anew.extend(new);
    if let Some(piece) = pieces[first..last].last().filter(|piece| piece.range.end > range.end) {
        anew.extend(outside(piece, range.end..piece.range.end));
    }
    pieces.splice(first..last, anew);
}

/// The inked stretches of `range`, a line each, without the blanks around them.
pub fn inked(source: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut start = range.start;
    let mut found = Vec::new();
    for line in source[range.clone()].split_inclusive(is_line_end) {
        let inner = line.trim_matches(is_blank);
        if !inner.is_empty() {
            let from = start + (line.len() - line.trim_start_matches(is_blank).len());
            found.push(from..from + inner.len());
        }
        start += line.len();
    }
    found
}

/// The stretches of `source` that the pieces do not have, or have twice.
pub fn faults(pieces: &[Piece], source: &str) -> Vec<Range<usize>> {
    let mut faults = Vec::new();
    let mut at = 0;
    let inked = |range: Range<usize>| source[range].chars().any(|character| !is_blank(character));
    for piece in pieces {
        if piece.range.start < at || source.get(piece.range.clone()).is_none() {
            faults.push(piece.range.clone());
            continue;
        }
        if inked(at..piece.range.start) {
            faults.push(at..piece.range.start);
        }
        at = piece.range.end;
    }
    if inked(at..source.len()) {
        faults.push(at..source.len());
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reaches_out_of_a_stretch_stays_as_it_was() {
        let source = "临科函〔2026〕18号 B类\n标题";
        let class = source.find('B').unwrap();
        let title = source.find("标题").unwrap();
        let mut pieces = vec![
            Piece { range: 0..class + "B类".len(), fate: Fate::Placed(Field::Number) },
            Piece { range: title..source.len(), fate: Fate::Placed(Field::Title) },
        ];
        let range = class..class + 1;
        put(&mut pieces, source, &range, vec![Piece { range: range.clone(), fate: Fate::Placed(Field::Category) }]);
        let fates: Vec<_> = pieces.iter().map(|piece| (&source[piece.range.clone()], piece.fate)).collect();
        assert_eq!(
            fates,
            [
                ("临科函〔2026〕18号 ", Fate::Placed(Field::Number)),
                ("B", Fate::Placed(Field::Category)),
                ("类", Fate::Placed(Field::Number)),
                ("标题", Fate::Placed(Field::Title)),
            ]
        );
        assert!(faults(&pieces, source).is_empty());
        assert_eq!(inked(source, &(0..source.len())).len(), 2);
    }
}
