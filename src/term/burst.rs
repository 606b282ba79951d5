//! Pastes on terminals that do not mark them: a burst of keys with line ends in it is a paste.

use crate::app::{Code, Key, Message};

/// Fewer keys than this in one go may well have been typed.
const SHORTEST: usize = 8;

/// Whether this terminal sends pasted text as plain keys: the Windows console and the Linux console do.
pub fn is_to_be_expected() -> bool {
    cfg!(windows) || std::env::var("TERM").is_ok_and(|term| term == "linux")
}

/// Joins keys that arrived together into one paste, where no person can have typed them: at least [`SHORTEST`] characters
/// with a line end that more text follows. Everything else is left as it is.
pub fn join(messages: Vec<Message>) -> Vec<Message> {
    let mut joined = Vec::with_capacity(messages.len());
    let mut run = Vec::new();
    for message in messages {
        if text_of(&message).is_some() {
            run.push(message);
        } else {
            close(&mut run, &mut joined);
            joined.push(message);
        }
    }
    close(&mut run, &mut joined);
    joined
}

fn close(run: &mut Vec<Message>, joined: &mut Vec<Message>) {
    let text: String = run.iter().filter_map(text_of).collect();
    if run.len() >= SHORTEST && text.trim_end_matches('\n').contains('\n') {
        run.clear();
        joined.push(Message::Paste(text));
    } else {
        joined.append(run);
    }
}

fn text_of(message: &Message) -> Option<char> {
    match message {
        Message::Key(key) if *key == Key::plain(Code::Enter) => Some('\n'),
        Message::Key(key) if *key == Key::plain(Code::Tab) => Some('\t'),
        Message::Key(key) => key.typed(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Message> {
        let code = |character| if character == '\n' { Code::Enter } else { Code::Char(character) };
        text.chars().map(|character| Message::Key(Key::plain(code(character)))).collect()
    }

    #[test]
    fn several_lines_at_once_are_a_paste() {
        let joined = join(keys("一、支持东洲\n二、服务企业"));
        assert!(matches!(&joined[..], [Message::Paste(text)] if text == "一、支持东洲\n二、服务企业"), "{joined:?}");
    }

    #[test]
    fn a_committed_phrase_and_enter_are_keys() {
        for text in ["全力支持东洲镇创建高新区\n", "是\n否"] {
            assert_eq!(join(keys(text)).len(), text.chars().count());
        }
    }
}
