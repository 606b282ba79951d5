//! What is wrong with a command line, in Chinese: clap itself speaks English only.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// One or two lines that say what was not understood and what to do. `first` is the first word after the program's name
/// that is no option: a slip in it is the likeliest cause of all that follows.
pub fn explain(error: &clap::Error, first: Option<&str>) -> String {
    let is_stray = matches!(error.kind(), ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand);
    if let Some((word, command)) = first.filter(|_| is_stray).and_then(|word| Some((word, super::meant_command(word)?)))
        && command != word
    {
        return format!("没有“{word}”这个命令。是不是想写“{command}”？用 dafu --help 查看用法");
    }
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    };
    let argument = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("没有“{argument}”这个选项或参数"),
        ErrorKind::InvalidSubcommand => format!("没有“{}”这个命令", text(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => format!("缺少{argument}"),
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 后面要写值"),
        ErrorKind::InvalidValue => {
            format!("{argument} 不能是“{value}”，可以是 {}", text(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation if argument.contains("日期") => {
            format!("{argument} 的“{value}”不是日期，请写成 2026-06-30 的样子")
        }
        ErrorKind::ValueValidation => match std::error::Error::source(error) {
            Some(reason) => format!("{argument} {reason}"),
            None => format!("{argument} 的“{value}”不能用"),
        },
        ErrorKind::ArgumentConflict => format!("{argument} 不能与{}同时使用", text(ContextKind::PriorArg)),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => format!("{argument} 的值多了或少了"),
        ErrorKind::InvalidUtf8 => "参数里有不是 UTF-8 的字".to_owned(),
        _ => "命令没有看懂".to_owned(),
    };
    let suggestion = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .map(text)
        .find(|text| !text.is_empty());
    match suggestion {
        Some(suggestion) => format!("{what}。是不是想写“{suggestion}”？用 dafu --help 查看用法"),
        None => format!("{what}。用 dafu --help 查看用法"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Arguments;
    use clap::Parser as _;

    fn said(line: &str) -> String {
        explain(&Arguments::try_parse_from(line.split(' ')).unwrap_err(), line.split(' ').nth(1))
    }

    #[test]
    fn the_usual_mistakes() {
        assert_eq!(said("dafu check --fixx"), "没有“--fixx”这个选项或参数。是不是想写“--fix”？用 dafu --help 查看用法");
        assert_eq!(said("dafu exprot x"), "没有“exprot”这个命令。是不是想写“export”？用 dafu --help 查看用法");
        assert_eq!(
            said("dafu check --format yaml"),
            "--format <格式> 不能是“yaml”，可以是 text、json、sarif。用 dafu --help 查看用法"
        );
        assert_eq!(
            said("dafu check --today 明天"),
            "--today <日期> 的“明天”不是日期，请写成 2026-06-30 的样子。用 dafu --help 查看用法"
        );
        assert_eq!(
            said("dafu new --kind 议案"),
            "--kind <类别> “议案”不是可用的值，应为“建议”或“提案”。用 dafu --help 查看用法"
        );
        assert_eq!(said("dafu export"), "缺少<稿件>...。用 dafu --help 查看用法");
    }
}
