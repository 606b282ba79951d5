//! Files of every format to text.

use super::decode::{DecodeError, Encoding, decode};
use super::{doc, docx, html};

/// The format a file was found to be in, by what it holds and not by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Text(Encoding),
    /// A page saved from a web site.
    Html(Encoding),
    /// A Word document.
    Docx,
    /// A Word document of the old binary format, as WPS writes it too.
    Doc,
}

impl Format {
    /// The name a user knows it by.
    pub fn name(self) -> String {
        match self {
            Self::Text(encoding) => format!("纯文本（{}）", encoding.name()),
            Self::Html(encoding) => format!("网页（{}）", encoding.name()),
            Self::Docx => "Word 文档（.docx）".to_owned(),
            Self::Doc => "Word 文档（.doc）".to_owned(),
        }
    }
}

/// Why no text could be read out of a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No text in any encoding.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// The container of a Word document without one inside: a workbook, slides, an archive.
    #[error("文件里没有 Word 文档（可能是表格、演示文稿或压缩包）")]
    NoWordDocument,
    /// Protected by a password.
    #[error("文档有密码保护。请去掉密码另存后再导入")]
    Encrypted,
    /// Not what its first bytes say it is.
    #[error("{0} 文件已损坏，读不出内容。请用 Word 或 WPS 打开另存后再导入")]
    Damaged(&'static str),
}

/// The text of a file, and its format.
///
/// # Errors
/// [`ReadError`] when the file holds no text that a letter could be read from.
pub fn read(bytes: &[u8]) -> Result<(String, Format), ReadError> {
    let (text, format) = if bytes.starts_with(b"PK\x03\x04") {
        (docx::text(bytes)?, Format::Docx)
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        (doc::text(bytes)?, Format::Doc)
    } else {
        let (text, encoding) = decode(bytes)?;
        if html::is_page(&text) { (html::text(&text), Format::Html(encoding)) } else { (text, Format::Text(encoding)) }
    };
    if text.chars().all(crate::text::characters::is_blank) {
        return Err(DecodeError::Empty.into());
    }
    Ok((text, format))
}
