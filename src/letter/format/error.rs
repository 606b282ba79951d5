//! What can be wrong with a draft file.

/// A draft file that could not be read, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("第 {line} 行：{problem}")]
pub struct FormatError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong with one place of a draft file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The file is no TOML.
    #[error("第 {column} 列处不合 TOML 的写法（{line_text}）。请检查引号、等号、括号是否成对")]
    Syntax {
        /// The character of the line, from 1.
        column: usize,
        /// The line itself, shortened.
        line_text: String,
    },
    /// A key or a section stands twice.
    #[error("这一项前面已经写过，请删去一处（{line_text}）")]
    Repeated {
        /// The line itself, shortened.
        line_text: String,
    },
    /// A key holds a value of another type.
    #[error("{key} 应为{expected}，现为{found}")]
    Type {
        /// The key with its table: letter.cc.
        key: String,
        /// What it should be.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// A key holds a word that is none of its own.
    #[error("{key} {reason}")]
    Word {
        /// The key.
        key: String,
        /// Why not.
        reason: String,
    },
    /// There is no `format` key, or nothing of a draft: this is some other TOML file.
    #[error("没有 format = 1，不是答复函稿件")]
    NoDraft,
}
