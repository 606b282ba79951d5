//! How many terminal cells a text takes: the one place that knows.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Measures text in terminal cells.
///
/// Characters of East Asian ambiguous width (“ ” … — ·) take one cell in most terminals and two in some; which one holds is found
/// by asking the terminal, and told here once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Whether characters of ambiguous width take two cells.
    pub ambiguous_wide: bool,
}

impl Measure {
    /// The width of `text` in cells.
    pub fn text(self, text: &str) -> usize {
        // One Chinese character, as the cells of a screen hold it, needs no table.
        if text.len() == 3 && matches!(text.as_bytes(), [0xe5..=0xe8, ..]) {
            return 2;
        }
        if self.ambiguous_wide { text.width_cjk() } else { text.width() }
    }

    /// The width of `character` in cells; control characters have none.
    pub fn character(self, character: char) -> usize {
        if self.ambiguous_wide { character.width_cjk() } else { character.width() }.unwrap_or(0)
    }

    /// Whether the terminals disagree on the width of `character`.
    pub fn is_ambiguous(character: char) -> bool {
        character.width() != character.width_cjk()
    }

    /// The longest beginning of `text` that fits into `cells`, and its width.
    pub fn fit(self, text: &str, cells: usize) -> (&str, usize) {
        let mut width = 0;
        for (at, character) in text.char_indices() {
            let next = width + self.character(character);
            if next > cells {
                return (&text[..at], width);
            }
            width = next;
        }
        (text, width)
    }

    /// `text` cut to `cells`, with `…` at its end where something was cut off.
    pub fn shorten(self, text: &str, cells: usize) -> String {
        if self.text(text) <= cells {
            return text.to_owned();
        }
        let mark = self.character('…');
        let (kept, _) = self.fit(text, cells.saturating_sub(mark));
        if cells < mark { String::new() } else { format!("{kept}…") }
    }

    /// `text` cut or filled with spaces to exactly `cells`.
    pub fn pad(self, text: &str, cells: usize) -> String {
        let mut padded = self.shorten(text, cells);
        let width = self.text(&padded);
        padded.extend(std::iter::repeat_n(' ', cells.saturating_sub(width)));
        padded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortened_text_never_exceeds_its_cells() {
        let measure = Measure::default();
        assert_eq!(measure.shorten("发文字号", 8), "发文字号");
        assert_eq!(measure.shorten("发文字号", 7), "发文字…");
        assert_eq!(measure.shorten("发文字号", 6), "发文…");
        assert_eq!(measure.shorten("发", 0), "");
        assert_eq!(measure.pad("主送", 6), "主送  ");
    }

    #[test]
    fn ambiguous_characters_follow_the_terminal() {
        assert_eq!(Measure::default().text("“卡脖子”"), 8);
        assert_eq!(Measure { ambiguous_wide: true }.text("“卡脖子”"), 10);
        assert!(Measure::is_ambiguous('…') && !Measure::is_ambiguous('答'));
    }
}
