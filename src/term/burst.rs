//! Pastes that a terminal does not mark: more keys in one go than anybody types.
//!
//! The Windows and the Linux console never mark a paste, and any terminal behind `screen` or an old `ssh` may not. What an
//! input method commits also comes in one go: it stays typed text, with smart marks and in the run it is typed in.

use crate::app::{Code, Key, Message};

/// Fewer keys than this in one go may well have been typed, whatever is among them.
pub const SHORTEST: usize = 8;

/// As many as this in one go are pasted also where they are one line: no input method commits as much at once.
const LONG: usize = 64;

/// What a terminal sends for a line feed.
const LINE_FEED: Key = Key { code: Code::Char('j'), ctrl: true, alt: false, shift: false };

/// Something that came in one go.
#[derive(Debug)]
pub enum Piece {
    /// A message as it is.
    One(Message),
    /// Keys that were pasted, where they go to a text of several lines, and the text that they are.
    Burst(Vec<Message>, String),
}

/// Tells the keys that were pasted from the rest of what came in one go: at least [`SHORTEST`] characters with a line end that
/// more text follows, or [`LONG`] of them.
pub fn pieces(messages: Vec<Message>) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(messages.len());
    let mut run = Vec::new();
    for message in messages {
        if text_of(&message).is_some() {
            run.push(message);
        } else {
            close(&mut run, &mut pieces);
            pieces.push(Piece::One(message));
        }
    }
    close(&mut run, &mut pieces);
    pieces
}

fn close(run: &mut Vec<Message>, pieces: &mut Vec<Piece>) {
    if run.len() >= SHORTEST {
        // Windows programs end their lines by both.
        let text: String = run.iter().filter_map(text_of).collect::<String>().replace("\r\n", "\n").replace('\r', "\n");
        if run.len() >= LONG || text.trim_end_matches('\n').contains('\n') {
            pieces.push(Piece::Burst(std::mem::take(run), text));
            return;
        }
    }
    pieces.extend(run.drain(..).map(Piece::One));
}

/// The character that a key puts in, line ends as they came.
pub fn text_of(message: &Message) -> Option<char> {
    match message {
        Message::Key(key) if *key == Key::plain(Code::Enter) => Some('\r'),
        Message::Key(key) if *key == LINE_FEED => Some('\n'),
        Message::Key(key) if *key == Key::plain(Code::Tab) => Some('\t'),
        Message::Key(key) => key.typed(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Message> {
        let key = |character| match character {
            '\r' => Key::plain(Code::Enter),
            '\n' => LINE_FEED,
            _ => Key::plain(Code::Char(character)),
        };
        text.chars().map(|character| Message::Key(key(character))).collect()
    }

    #[test]
    fn several_lines_at_once_are_a_paste_whatever_ends_them() {
        for ends in ["\r", "\n", "\r\n"] {
            let pieces = pieces(keys(&format!("一、支持东洲{ends}二、服务企业{ends}")));
            let [Piece::Burst(keys, text)] = &pieces[..] else { panic!("{pieces:?}") };
            assert_eq!(text, "一、支持东洲\n二、服务企业\n");
            assert_eq!(keys.len(), 12 + 2 * ends.len());
        }
    }

    #[test]
    fn a_long_line_at_once_is_a_paste() {
        let pieces = pieces(keys(&"甲\"乙\"(注)丙".repeat(8)));
        assert!(matches!(&pieces[..], [Piece::Burst(..)]), "{pieces:?}");
    }

    #[test]
    fn what_an_input_method_commits_and_enter_are_keys() {
        for text in [
            "全力支持东洲镇创建高新区\r",
            "是\r否",
            "经研究并商市发展改革局、市财政局、市自然资源局和东洲镇人民政府,现答复如下:",
        ] {
            let pieces = pieces(keys(text));
            assert_eq!(pieces.len(), text.chars().count());
            assert!(pieces.iter().all(|piece| matches!(piece, Piece::One(_))), "{pieces:?}");
        }
    }
}
