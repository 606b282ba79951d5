//! Encodings that the systems on the other side ask for.

use encoding_rs::{EncoderResult, GB18030};

/// An encoding of exported text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without a byte-order mark.
    #[default]
    Utf8,
    /// GB 18030, for old office systems.
    Gb18030,
}

/// How lines end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineEnd {
    /// `\n`.
    #[default]
    Unix,
    /// `\r\n`.
    Windows,
}

/// A character that the encoding does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("第 {line} 行的“{character}”（U+{:04X}）无法写成 GB18030。请改用 --encoding utf-8，或换一个字", u32::from(*.character))]
pub struct Unencodable {
    /// The character.
    pub character: char,
    /// Its line, from 1.
    pub line: usize,
}

/// `text`, whose lines end with `\n`, as bytes.
///
/// # Errors
/// [`Unencodable`] with the first character that the encoding does not have. Nothing is replaced in silence.
pub fn encode(text: &str, encoding: Encoding, line_end: LineEnd) -> Result<Vec<u8>, Unencodable> {
    let text = match line_end {
        LineEnd::Unix => text.to_owned(),
        LineEnd::Windows => text.replace("\r\n", "\n").replace('\n', "\r\n"),
    };
    if encoding == Encoding::Utf8 {
        return Ok(text.into_bytes());
    }
    let mut encoder = GB18030.new_encoder();
    // Four bytes a character is the most that GB 18030 takes.
    let mut bytes = Vec::with_capacity(text.len() * 2 + 16);
    let mut from = 0;
    loop {
        bytes.reserve(text.len() - from + 16);
        let (result, read) = encoder.encode_from_utf8_to_vec_without_replacement(&text[from..], &mut bytes, true);
        from += read;
        match result {
            EncoderResult::InputEmpty => return Ok(bytes),
            EncoderResult::OutputFull => {}
            EncoderResult::Unmappable(character) => {
                return Err(Unencodable { character, line: text[..from].matches('\n').count() + 1 });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn windows_ends() {
        assert_eq!(encode("一\n二\r\n", Encoding::Utf8, LineEnd::Windows).unwrap(), "一\r\n二\r\n".as_bytes());
    }

    #[test]
    fn what_cannot_be_written_is_named() {
        let error = encode("一\n\u{E5E5}", Encoding::Gb18030, LineEnd::Unix).unwrap_err();
        assert_eq!((error.line, error.character), (2, '\u{E5E5}'));
    }

    proptest! {
        #[test]
        fn gb18030_is_read_back(text in "[一-龥𠅤䶮〔〕“”a-z\n]{0,200}") {
            let bytes = encode(&text, Encoding::Gb18030, LineEnd::Unix).unwrap();
            prop_assert_eq!(GB18030.decode(&bytes).0, text);
        }
    }
}
