//! Bytes to text: which encoding a file is in, and whether it is text at all.

use encoding_rs::{Encoding as Codec, GB18030, UTF_16BE, UTF_16LE};

/// The encoding a text file was found to be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8 without a mark.
    Utf8,
    /// UTF-8 with a byte-order mark.
    Utf8Marked,
    /// UTF-16, low byte first.
    Utf16LittleEndian,
    /// UTF-16, high byte first.
    Utf16BigEndian,
    /// GB18030, which GBK and GB2312 are parts of.
    Gb18030,
}

impl Encoding {
    /// The name a user knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Marked => "UTF-8（带 BOM）",
            Self::Utf16LittleEndian => "UTF-16 LE",
            Self::Utf16BigEndian => "UTF-16 BE",
            Self::Gb18030 => "GB18030",
        }
    }
}

/// Why bytes are no text that a letter could be read from.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Nothing, or nothing but blanks.
    #[error("文件是空的，没有可导入的文字")]
    Empty,
    /// A file of a known kind that is no plain text.
    #[error("这是{0}，不是纯文本")]
    OtherFormat(&'static str),
    /// Bytes that are no text in any encoding.
    #[error("这是二进制文件，不是文本")]
    Binary,
    /// Text with bytes that its encoding does not have.
    #[error("文件按 {encoding} 读到第 {line} 行时遇到不成字的字节，可能已损坏；请用记事本另存为 UTF-8 再导入")]
    Damaged {
        /// The encoding it seemed to be in.
        encoding: &'static str,
        /// The line, from 1.
        line: usize,
    },
}

/// The text that `bytes` hold, and their encoding.
///
/// A byte-order mark decides; then strict UTF-8, which no other Chinese encoding passes by chance on a text of any length;
/// then UTF-16 by the look of its high bytes; then GB18030. Guessing by letter frequency misjudges texts as short as letters.
///
/// # Errors
/// [`DecodeError`] for an empty file, a file that is no text, and text with bytes that its encoding does not have.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), DecodeError> {
    if let Some(format) = other_format(bytes) {
        return Err(DecodeError::OtherFormat(format));
    }
    let (text, encoding) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (utf8(rest)?, Encoding::Utf8Marked),
        [0xFF, 0xFE, rest @ ..] => (with(UTF_16LE, rest)?, Encoding::Utf16LittleEndian),
        [0xFE, 0xFF, rest @ ..] => (with(UTF_16BE, rest)?, Encoding::Utf16BigEndian),
        [0x84, 0x31, 0x95, 0x33, rest @ ..] => (with(GB18030, rest)?, Encoding::Gb18030),
        _ => unmarked(bytes)?,
    };
    if text.chars().all(crate::text::characters::is_blank) {
        return Err(DecodeError::Empty);
    }
    if looks_binary(&text) {
        return Err(DecodeError::Binary);
    }
    Ok((text, encoding))
}

fn unmarked(bytes: &[u8]) -> Result<(String, Encoding), DecodeError> {
    if let Ok(text) = std::str::from_utf8(bytes)
        && !bytes.contains(&0)
    {
        return Ok((text.to_owned(), Encoding::Utf8));
    }
    if let Some((codec, encoding)) = utf16_by_looks(bytes) {
        return Ok((with(codec, bytes)?, encoding));
    }
    if bytes.contains(&0) {
        return Err(DecodeError::Binary);
    }
    if mostly_utf8(bytes) {
        return utf8(bytes).map(|text| (text, Encoding::Utf8));
    }
    with(GB18030, bytes).map(|text| (text, Encoding::Gb18030))
}

fn utf8(bytes: &[u8]) -> Result<String, DecodeError> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| DecodeError::Damaged {
        encoding: "UTF-8",
        line: 1 + bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count(),
    })
}

/// Whether a file that is no valid UTF-8 is still meant as such: a good part of it holds together before the first fault, and
/// far more of its bytes form UTF-8 sequences than would by chance. It is then a damaged file, not one in GB18030.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let broken = text.chars().filter(|&character| character == char::REPLACEMENT_CHARACTER).count();
    let chinese = text.chars().filter(|&character| crate::text::characters::is_han(character)).count();
    chinese > 20 && broken * 20 < chinese
}

fn with(codec: &'static Codec, bytes: &[u8]) -> Result<String, DecodeError> {
    if let Some(text) = codec.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok(text.into_owned());
    }
    let (lossy, _) = codec.decode_without_bom_handling(bytes);
    let fault = lossy.find(char::REPLACEMENT_CHARACTER).unwrap_or(lossy.len());
    let broken = lossy.chars().filter(|&character| character == char::REPLACEMENT_CHARACTER).count();
    if broken * 20 > lossy.chars().count() {
        return Err(DecodeError::Binary);
    }
    Err(DecodeError::Damaged { encoding: codec.name(), line: 1 + lossy[..fault].matches('\n').count() })
}

/// UTF-16 without a mark: in Chinese text nearly every unit is a character of the basic block, a mark of its kind, or ASCII, so
/// that the high bytes, all at odd or all at even places, are almost all 00, 20, 30, 34 to 9F or FF.
fn utf16_by_looks(bytes: &[u8]) -> Option<(&'static Codec, Encoding)> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let fits = |parity: usize| {
        let units = bytes.chunks_exact(2).take(2048);
        let all = units.len();
        let (mut good, mut ascii, mut breaks) = (0, 0, 0);
        for unit in units {
            let (high, low) = (unit[parity], unit[1 - parity]);
            match high {
                0x00 if low != 0 => {
                    good += 1;
                    ascii += usize::from(low < 0x80);
                    breaks += usize::from(low == b'\n' || low == b'\r');
                }
                // Marks, the characters of the basic plane and Extension A, and the halves of rarer ones.
                0x20 | 0x25 | 0x30 | 0x34..=0x9F | 0xD8..=0xDF | 0xFF => good += 1,
                _ => {}
            }
        }
        // GB18030 bytes can look like it too; an ASCII unit or a line end, which only UTF-16 writes with a zero byte, settles it.
        good * 100 >= all * 97 && (breaks > 0 || ascii * 10 >= all || bytes.contains(&0))
    };
    if fits(1) {
        Some((UTF_16LE, Encoding::Utf16LittleEndian))
    } else if fits(0) {
        Some((UTF_16BE, Encoding::Utf16BigEndian))
    } else {
        None
    }
}

fn other_format(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 8] = [
        (b"PK\x03\x04", " ZIP 类文件（如 .docx、.xlsx）"),
        (b"\xD0\xCF\x11\xE0", "旧版 Office 文件（如 .doc、.wps）"),
        (b"%PDF", " PDF 文件"),
        (b"\x89PNG", "图片"),
        (b"\xFF\xD8\xFF", "图片"),
        (b"GIF8", "图片"),
        (b"{\\rtf", " RTF 文件"),
        (b"\x7FELF", "可执行程序"),
    ];
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|&(_, name)| name)
}

/// Text has next to no control characters beside line ends, tabs and page breaks.
fn looks_binary(text: &str) -> bool {
    let (mut all, mut control) = (0_usize, 0_usize);
    for character in text.chars() {
        all += 1;
        if character == '\0' {
            return true;
        }
        let common = matches!(character, '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{1A}' | '\u{85}');
        control += usize::from(character.is_control() && !common);
    }
    control * 50 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "临江市科学技术局\r\n王禾代表：\r\n您提出的建议收悉，现答复如下：\r\n𠅤䶮等字也在其中。\r\n";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let marked = [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat();
        let little = utf16(TEXT, u16::to_le_bytes);
        let big = utf16(TEXT, u16::to_be_bytes);
        let (chinese, _, lossy) = GB18030.encode(TEXT);
        assert!(!lossy);
        for (bytes, encoding) in [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8),
            (marked, Encoding::Utf8Marked),
            ([b"\xFF\xFE", little.as_slice()].concat(), Encoding::Utf16LittleEndian),
            ([b"\xFE\xFF", big.as_slice()].concat(), Encoding::Utf16BigEndian),
            (little, Encoding::Utf16LittleEndian),
            (big, Encoding::Utf16BigEndian),
            (chinese.into_owned(), Encoding::Gb18030),
        ] {
            assert_eq!(decode(&bytes), Ok((TEXT.to_owned(), encoding)));
        }
    }

    #[test]
    fn short_chinese_texts_are_not_taken_for_utf16() {
        for text in ["答复", "关于答复的函", "您好。\n", "市政府办公室"] {
            let (bytes, _, _) = GB18030.encode(text);
            assert_eq!(decode(&bytes), Ok((text.to_owned(), Encoding::Gb18030)), "{text}");
        }
    }

    #[test]
    fn what_is_no_text() {
        assert_eq!(decode(b""), Err(DecodeError::Empty));
        assert_eq!(decode("\u{FEFF} \u{3000}\r\n".as_bytes()), Err(DecodeError::Empty));
        assert_eq!(decode(b"\x00\x01\x02\x03\x04\x05\x06"), Err(DecodeError::Binary));
        assert_eq!(decode(b"a\x00b\x01c\x02d"), Err(DecodeError::Binary));
        assert!(matches!(decode(b"PK\x03\x04rest"), Err(DecodeError::OtherFormat(_))));
        assert!(matches!(decode(b"%PDF-1.7"), Err(DecodeError::OtherFormat(_))));
    }

    #[test]
    fn a_damaged_text_is_told_with_its_line() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        let at = TEXT.len() + 4;
        bytes[at] = 0xFF;
        assert_eq!(decode(&bytes), Err(DecodeError::Damaged { encoding: "UTF-8", line: 5 }));
    }
}
