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
        // One character, as the cells of a screen hold it, mostly needs no table.
        match *text.as_bytes() {
            [b' '..=b'~'] => return 1,
            [0xe4, 0xb8..=0xbf, _] | [0xe5..=0xe9, _, _] => return 2,
            _ => {}
        }
        if self.ambiguous_wide { text.width_cjk() } else { text.width() }
    }

    /// The width of `character` in cells; control characters have none.
    pub fn character(self, character: char) -> usize {
        match character {
            ' '..='~' => return 1,
            '\u{4e00}'..='\u{9fff}' => return 2,
            _ => {}
        }
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
    fn what_needs_no_table_is_as_the_tables_say() {
        for character in '\0'..='\u{ffff}' {
            let narrow = character.width().unwrap_or(0);
            assert_eq!(Measure::default().character(character), narrow, "{character:?}");
            assert_eq!(Measure::default().text(character.encode_utf8(&mut [0; 4])), character.to_string().width());
            let wide = Measure { ambiguous_wide: true };
            assert_eq!(wide.character(character), character.width_cjk().unwrap_or(0), "{character:?}");
            assert_eq!(wide.text(character.encode_utf8(&mut [0; 4])), character.to_string().width_cjk());
        }
    }

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
