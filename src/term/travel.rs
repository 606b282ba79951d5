//! The ways of the terminal's cursor, the shortest of those that are certain.

/// Where the terminal's cursor is, as far as that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Travel {
    at: Option<(u16, u16)>,
}

impl Travel {
    /// Moves the cursor to column `x` of row `y`.
    pub fn go(&mut self, x: u16, y: u16, out: &mut Vec<u8>) {
        let way = match self.at {
            Some(at) if at == (x, y) => return,
            Some((column, row)) if row == y => along(column, x),
            _ if x == 0 => format!("\x1b[{}H", u32::from(y) + 1),
            _ => format!("\x1b[{};{}H", u32::from(y) + 1, u32::from(x) + 1),
        };
        out.extend_from_slice(way.as_bytes());
        self.at = Some((x, y));
    }

    /// Notes that something was written that the cursor is behind now: by `cells`, or by nobody knows how many.
    pub fn wrote(&mut self, cells: Option<u16>) {
        let moved = |(x, y): (u16, u16)| cells.and_then(|cells| Some((x.checked_add(cells)?, y)));
        self.at = self.at.and_then(moved);
    }
}

/// From one column to another of the same row.
fn along(from: u16, to: u16) -> String {
    let distance = from.abs_diff(to);
    let count = if distance == 1 { String::new() } else { distance.to_string() };
    let steps = format!("\x1b[{count}{}", if to > from { 'C' } else { 'D' });
    let column = if to == 0 { "\r".to_owned() } else { format!("\x1b[{}G", u32::from(to) + 1) };
    if column.len() < steps.len() { column } else { steps }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_way_is_taken() {
        let mut travel = Travel::default();
        let mut ways = Vec::new();
        for (x, y) in [(4, 2), (4, 2), (5, 2), (7, 2), (5, 2), (100, 2), (3, 2), (0, 2), (0, 1), (9, 1)] {
            let mut out = Vec::new();
            travel.go(x, y, &mut out);
            ways.push(String::from_utf8(out).unwrap().replace('\u{1b}', "^"));
        }
        let expected = ["^[3;5H", "", "^[C", "^[2C", "^[2D", "^[95C", "^[4G", "\r", "^[2H", "^[9C"];
        assert_eq!(ways, expected);
        travel.wrote(Some(2));
        let mut out = Vec::new();
        travel.go(11, 1, &mut out);
        assert!(out.is_empty());
        travel.wrote(None);
        travel.go(11, 1, &mut out);
        assert_eq!(out, b"\x1b[2;12H");
    }
}
