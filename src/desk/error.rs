//! What can go wrong with files.

use crate::letter::format::FormatError;
use crate::text::position::line_column;
use std::io;
use std::path::{Path, PathBuf};

/// Trouble with one path.
#[derive(Debug, thiserror::Error)]
#[error("{}：{trouble}", .path.display())]
pub struct DeskError {
    /// The path as the user gave it.
    pub path: PathBuf,
    /// What is wrong.
    pub trouble: Trouble,
}

/// What is wrong with a path, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// Nothing is there.
    #[error("没有这个文件或文件夹，请检查路径")]
    Missing,
    /// A folder where a file is wanted.
    #[error("这是文件夹，不是文件")]
    IsFolder,
    /// A file where a folder is wanted.
    #[error("这是文件，不是文件夹")]
    NotFolder,
    /// A device or a pipe where a file is wanted.
    #[error("这不是普通文件，没有写入")]
    NoFile,
    /// A letter or some other file where a draft is wanted.
    #[error("不是稿件（.toml）。已有的函请先用 dafu import 导入")]
    NoDraftName,
    /// Not allowed to read or write there.
    #[error("没有权限，请检查文件或文件夹的读写权限")]
    Denied,
    /// Larger than any letter.
    #[error("文件有 {megabytes} MB，超过 {limit} MB，不像是一封函")]
    TooLarge {
        /// Its size in megabytes, rounded up.
        megabytes: u64,
        /// The most that is read.
        limit: u64,
    },
    /// No text.
    #[error("不是 UTF-8 文本，稿件应当存为 UTF-8")]
    NotText,
    /// No draft.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// No configuration or profile of the right shape.
    #[error("第 {line} 行有误：{message}")]
    Data {
        /// The line, from 1.
        line: usize,
        /// What the reader said.
        message: String,
    },
    /// A profile that is nowhere.
    #[error("没有名为“{0}”的规则，请在 assets/profiles 中添加，或改用 default")]
    NoProfile(String),
    /// A word file that cannot be used.
    #[error("{0}")]
    Words(String),
    /// The target is already there.
    #[error("已经存在，没有覆盖")]
    Exists,
    /// Anything else the system says.
    #[error("{0}")]
    System(String),
}

impl DeskError {
    /// Trouble at `path`.
    pub fn new(path: &Path, trouble: impl Into<Trouble>) -> Self {
        Self { path: path.to_owned(), trouble: trouble.into() }
    }
}

impl Trouble {
    /// What the reader of a data file said of its `text`.
    pub fn data(text: &str, error: &toml::de::Error) -> Self {
        let line = line_column(text, error.span().map_or(0, |span| span.start)).line;
        let said = error.message();
        let message = match said.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next()) {
            Some(key) => format!("不认识“{key}”这一项，请检查拼写"),
            None if said.starts_with("missing field `") => {
                format!("缺少“{}”这一项", said.split('`').nth(1).unwrap_or_default())
            }
            None if said.starts_with("invalid type") => "值的类型不对，如文字要加引号、列表要用方括号".to_owned(),
            None => "写法有误，请检查引号、等号、括号是否成对".to_owned(),
        };
        Self::Data { line, message }
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::IsADirectory => Self::IsFolder,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Denied,
            io::ErrorKind::AlreadyExists => Self::Exists,
            io::ErrorKind::StorageFull => Self::System("磁盘已满，没有写入".to_owned()),
            io::ErrorKind::NotADirectory => Self::System("路径中有一段不是文件夹".to_owned()),
            io::ErrorKind::InvalidFilename => Self::System("文件名不合要求或过长".to_owned()),
            _ => Self::System(format!("系统报告：{error}")),
        }
    }
}
