//! Places in a text as a person counts them.

/// A place as a person counts it: both numbers start at 1, and the column counts characters, not bytes or cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The character in its line, from 1.
    pub column: usize,
}

/// Where byte `offset` of `text` stands. An offset past the end counts as the end; one inside a character as its start.
pub fn line_column(text: &str, offset: usize) -> LineColumn {
    let before = &text[..floor_boundary(text, offset)];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    LineColumn {
        line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
        column: before[start..].chars().count() + 1,
    }
}

/// The greatest character boundary of `text` that is not after byte `offset`.
pub fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "临科函\n〔2026〕18号";
        assert_eq!(line_column(text, 0), LineColumn { line: 1, column: 1 });
        assert_eq!(line_column(text, text.find('2').unwrap()), LineColumn { line: 2, column: 2 });
        assert_eq!(line_column(text, 999), LineColumn { line: 2, column: 10 });
        assert_eq!(line_column(text, 1), LineColumn { line: 1, column: 1 });
    }
}
