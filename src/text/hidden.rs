//! Characters that nothing is drawn for, and the sign they are shown by where a text is written.
//!
//! They come with what is pasted from web pages and chats. A terminal that gets a joiner raw joins what it gets next, and a
//! person who sees nothing cannot take it out.

use std::borrow::Cow;

use super::characters::{is_direction_control, is_zero_width};
use super::clusters;
use super::width::Measure;

/// What one hidden character is shown by. It takes one cell in every terminal.
pub const SIGN: &str = "¦";

/// What of a cluster is drawn as it is, and how many hidden characters are in it. The joiners of an emoji are not hidden: they
/// do what they are there for.
pub fn apart(cluster: &str) -> (&str, usize) {
    let mut characters = cluster.chars();
    let (first, second) = (characters.next(), characters.next());
    match (first, second) {
        (None, _) => ("", 0),
        // A mark that combines with nothing has no width either.
        (Some(only), None) if Measure::default().character(only) == 0 => ("", 1),
        (Some(_), None) => (cluster, 0),
        (Some(_), Some(_)) => without_strays(cluster),
    }
}

/// `text` with every hidden character in it shown by the sign.
pub fn shown(text: &str) -> Cow<'_, str> {
    let is_hidden = |character| is_zero_width(character) || is_direction_control(character);
    if text.is_ascii() || !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for (_, cluster) in clusters::of(text) {
        let (seen, hidden) = if cluster.chars().all(char::is_whitespace) { (cluster, 0) } else { apart(cluster) };
        shown.push_str(seen);
        shown.extend(std::iter::repeat_n(SIGN, hidden));
    }
    Cow::Owned(shown)
}

/// A cluster of several characters, cut before the first joiner that joins nothing.
fn without_strays(cluster: &str) -> (&str, usize) {
    let strays = || {
        cluster.char_indices().filter(|&(at, character)| {
            is_joiner(character) && !cluster[at + character.len_utf8()..].chars().next().is_some_and(is_joined)
        })
    };
    match strays().next() {
        // Before CR LF, and whatever else has no width together, nothing is drawn.
        None if Measure::default().text(cluster) == 0 => ("", 1),
        None => (cluster, 0),
        Some((first, _)) => (&cluster[..first], strays().count()),
    }
}

fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

/// Whether an emoji goes on with `character` behind a joiner.
fn is_joined(character: char) -> bool {
    matches!(character, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_told_from_what_is_seen() {
        for (cluster, seen, hidden) in [
            ("答", "答", 0),
            ("来\u{200d}", "来", 1),
            ("\u{200b}", "", 1),
            ("\u{feff}", "", 1),
            ("\u{ad}", "", 1),
            ("\u{202e}", "", 1),
            ("\u{2060}", "", 1),
            ("\u{7}", "", 1),
            ("a\u{200d}\u{301}", "a", 1),
            ("👩\u{200d}🌾", "👩\u{200d}🌾", 0),
            ("👩\u{200d}", "👩", 1),
            ("🏃\u{200d}♀\u{fe0f}", "🏃\u{200d}♀\u{fe0f}", 0),
            ("e\u{301}", "e\u{301}", 0),
            ("䶮", "䶮", 0),
            ("“", "“", 0),
        ] {
            assert_eq!(apart(cluster), (seen, hidden), "{cluster:?}");
        }
    }

    #[test]
    fn a_text_shows_what_is_hidden_in_it() {
        assert_eq!(shown("下一步\u{200b}，👩\u{200d}🌾"), "下一步¦，👩\u{200d}🌾");
        assert!(matches!(shown("下一步"), Cow::Borrowed(_)));
    }

    #[test]
    fn every_terminal_gives_the_sign_one_cell() {
        let sign = SIGN.chars().next().unwrap();
        assert!(!Measure::is_ambiguous(sign) && Measure::default().text(SIGN) == 1);
    }
}
