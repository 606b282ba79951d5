//! The command line: what can be asked for, in the user's words.

mod message;
mod review;

pub use message::explain;
pub use review::{Diff, History, Restore, Review, ReviewCommand, ReviewSheet, ReviewStatus, ReviewVerify};

use clap::{ArgAction, Args, CommandFactory as _, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// How a help page is laid out; clap's own headings are English.
const HELP: &str = "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";

/// All that can be said on the command line.
#[derive(Debug, Parser)]
#[command(
    name = "dafu",
    version,
    about = "答复函工作台：起草、核对、导出对人大代表建议和政协提案的答复函",
    help_template = HELP,
    subcommand_help_heading = "命令",
    override_usage = "dafu [选项] [路径]\n       dafu [选项] <命令>",
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true,
    after_help = "不带命令时打开工作台：dafu 打开当前文件夹，dafu drafts/2026042.toml 打开一份稿件。\n退出码：0 没有问题；1 有错误级问题或拒绝导出；2 命令本身没能执行。"
)]
pub struct Arguments {
    /// 工作文件夹或一份稿件，不写则为当前文件夹
    #[arg(value_name = "路径", help_heading = "参数")]
    pub path: Option<PathBuf>,
    /// The options that every command takes.
    #[command(flatten)]
    pub common: Common,
    /// 显示版本
    #[arg(short = 'V', long, action = ArgAction::Version, help_heading = "选项")]
    version: Option<bool>,
    /// The command, where one is given.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options that every command takes.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct Common {
    /// 是否使用颜色：auto（默认，终端上用）、always、never；设了 NO_COLOR 环境变量则不用
    #[arg(
        long,
        value_name = "何时",
        default_value = "auto",
        hide_default_value = true,
        hide_possible_values = true,
        global = true
    )]
    pub color: When,
    /// 少说话：只报错误和提醒，不报参考意见和小结
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// 显示帮助
    #[arg(short, long, action = ArgAction::Help, global = true)]
    help: Option<bool>,
}

/// When colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 建立工作文件夹，附样稿
    #[command(help_template = HELP, override_usage = "dafu init [选项] [文件夹]")]
    Init(Init),
    /// 十分钟学会：跟着提示改好一封函
    #[command(
        help_template = HELP,
        override_usage = "dafu tutor [选项]",
        after_help = "练习用的是另放的一封函，不会动到您的稿件。中途退出，再运行就接着练。"
    )]
    Tutor(Tutor),
    /// 新建一份稿件
    #[command(help_template = HELP, override_usage = "dafu new [选项]")]
    New(New),
    /// 把已有的函导入为稿件，并报告认出了什么、没认出什么
    #[command(help_template = HELP, override_usage = "dafu import [选项] <文件>...")]
    Import(Import),
    /// 检查稿件
    #[command(help_template = HELP, override_usage = "dafu check [选项] [路径]...")]
    Check(Check),
    /// 导出可以印发的函；有错误级问题时拒绝
    #[command(help_template = HELP, override_usage = "dafu export [选项] <稿件>...")]
    Export(Export),
    /// 核稿：逐项核对、签字；查看进度，核验记录
    #[command(
        help_template = HELP,
        override_usage = "dafu review [选项] <稿件>\n       dafu review <命令>",
        after_help = "逐项核对时：回车通过，2 退回，3 不适用，4 跳过，0 结束；也可以打“退回”等字。"
    )]
    Review(Box<Review>),
    /// 一份稿件的历史版本
    #[command(help_template = HELP, override_usage = "dafu history [选项] <稿件>")]
    History(History),
    /// 把稿件恢复为以前的一版
    #[command(help_template = HELP, override_usage = "dafu restore [选项] <稿件> <版本>")]
    Restore(Restore),
    /// 花脸稿：两个版本之间改了什么
    #[command(help_template = HELP, override_usage = "dafu diff [选项] <旧> [新]")]
    Diff(Diff),
    /// 列出全部稿件：期限、问题、状态
    #[command(help_template = HELP, override_usage = "dafu list [选项] [文件夹]")]
    List(List),
    /// 查看检查规则
    #[command(help_template = HELP, override_usage = "dafu rules [选项] [编号]")]
    Rules(Rules),
    /// 输出命令补全脚本
    #[command(help_template = HELP, override_usage = "dafu completions [选项] <外壳>")]
    Completions(Completions),
    /// 输出手册页（man 格式）
    #[command(help_template = HELP, override_usage = "dafu man [选项]")]
    Man,
}

/// `dafu init`.
#[derive(Debug, Args)]
pub struct Init {
    /// 放在哪个文件夹，不写则为当前文件夹
    #[arg(value_name = "文件夹", default_value = ".", hide_default_value = true, help_heading = "参数")]
    pub folder: PathBuf,
}

/// `dafu tutor`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct Tutor {
    /// 练习放在哪个文件夹（空的），不写则放在本机的缓存文件夹
    #[arg(long, value_name = "文件夹")]
    pub to: Option<PathBuf>,
    /// 从头练
    #[arg(long)]
    pub restart: bool,
}

/// `dafu new`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct New {
    /// 答复的是什么：建议（默认）或提案；清单里写明的以清单为准
    #[arg(long, value_name = "类别", default_value = "建议", hide_default_value = true, value_parser = kind)]
    pub kind: crate::letter::Kind,
    /// 建议或提案的编号，不含“第”“号”；也用作文件名
    #[arg(long, value_name = "编号", default_value = "", hide_default_value = true)]
    pub number: String,
    /// 建议或提案的题目，不含书名号
    #[arg(long, value_name = "题目", default_value = "", hide_default_value = true)]
    pub title: String,
    /// 届次，如“市十七届人大一次会议”
    #[arg(long, value_name = "届次", default_value = "", hide_default_value = true)]
    pub session: String,
    /// 交办日期，如 2026-03-20
    #[arg(long, value_name = "日期")]
    pub assigned: Option<Date>,
    /// 按交办清单逐行新建：.xlsx（第一张表）或 .csv，表头要有“编号”和“题目”
    #[arg(long, value_name = "清单", conflicts_with_all = ["number", "title", "assigned"])]
    pub from: Option<PathBuf>,
    /// 工作文件夹，不写则为当前文件夹
    #[arg(long, value_name = "文件夹", default_value = ".", hide_default_value = true)]
    pub workspace: PathBuf,
}

/// `dafu import`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct Import {
    /// 要导入的文件或文件夹：.txt、.docx、.doc、.html；“-”为标准输入
    #[arg(value_name = "文件", required = true, help_heading = "参数")]
    pub files: Vec<PathBuf>,
    /// 报告的格式：text（默认）或 json（每份一行）
    #[arg(long, value_name = "格式", default_value = "text", hide_default_value = true, hide_possible_values = true)]
    pub format: ReportFormat,
    /// 工作文件夹，不写则为当前文件夹
    #[arg(long, value_name = "文件夹", default_value = ".", hide_default_value = true)]
    pub workspace: PathBuf,
    /// 只报告认出了什么，不写稿件
    #[arg(long)]
    pub dry_run: bool,
}

/// Formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For a person.
    Text,
    /// JSON Lines, one object a file.
    Json,
}

/// `dafu check`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct Check {
    /// 稿件、文件夹，或要检查的函（.txt、.docx、.doc、.html）；不写则为当前文件夹的全部稿件
    #[arg(value_name = "路径", help_heading = "参数")]
    pub paths: Vec<PathBuf>,
    /// 结果的格式：text（默认）、json（每份一行）或 sarif（2.1.0，供其他工具读取）
    #[arg(long, value_name = "格式", default_value = "text", hide_default_value = true, hide_possible_values = true)]
    pub format: CheckFormat,
    /// 先把可以自动修正的改好，再检查
    #[arg(long)]
    pub fix: bool,
    /// 逐处列出已忽略的问题和理由
    #[arg(long)]
    pub ignored: bool,
    /// 按这一天检查，如 2026-06-30；不写则为今天
    #[arg(long, value_name = "日期")]
    pub today: Option<Date>,
}

/// Formats of the result of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For a person.
    Text,
    /// JSON Lines, one object a file.
    Json,
    /// One SARIF log of all files.
    Sarif,
}

/// `dafu export`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct Export {
    /// 要导出的稿件
    #[arg(value_name = "稿件", required = true, help_heading = "参数")]
    pub drafts: Vec<PathBuf>,
    /// 导出为：txt（纯文本）
    #[arg(long, value_name = "类型", default_value = "txt", hide_default_value = true, hide_possible_values = true)]
    pub to: Target,
    /// 版式：flow（每段一行，段首空两字，便于粘贴到 Word 或办公系统）
    #[arg(long, value_name = "版式", default_value = "flow", hide_default_value = true, hide_possible_values = true)]
    pub layout: Layout,
    /// 编码：utf-8（默认）或 gb18030（旧系统）
    #[arg(long, value_name = "编码", default_value = "utf-8", hide_default_value = true, hide_possible_values = true)]
    pub encoding: EncodingName,
    /// 用 Windows 的换行（CRLF）
    #[arg(long)]
    pub crlf: bool,
    /// 写到哪里：文件、文件夹，或“-”为标准输出；不写则为工作文件夹的 exports/
    #[arg(short, long, value_name = "路径")]
    pub output: Option<PathBuf>,
    /// 覆盖已有的文件
    #[arg(long)]
    pub force: bool,
    /// 有错误或缺签字仍要导出的理由，记入核稿记录
    #[arg(long = "override", value_name = "理由")]
    pub override_reason: Option<String>,
    /// 按这一天检查，如 2026-06-30；不写则为今天
    #[arg(long, value_name = "日期")]
    pub today: Option<Date>,
}

/// What a letter is exported to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// Plain text.
    Txt,
}

/// How plain text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Layout {
    /// One paragraph a line.
    Flow,
}

/// The encodings by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum EncodingName {
    /// UTF-8.
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
    /// GB 18030.
    #[value(alias = "gbk", alias = "gb2312")]
    Gb18030,
}

/// `dafu list`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct List {
    /// 工作文件夹，不写则为当前文件夹
    #[arg(value_name = "文件夹", default_value = ".", hide_default_value = true, help_heading = "参数")]
    pub workspace: PathBuf,
    /// 格式：table（默认）、csv 或 json（每份一行）
    #[arg(long, value_name = "格式", default_value = "table", hide_default_value = true, hide_possible_values = true)]
    pub format: ListFormat,
    /// 按这一天计算期限，如 2026-06-30；不写则为今天
    #[arg(long, value_name = "日期")]
    pub today: Option<Date>,
}

/// Formats of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For a person.
    Table,
    /// Comma-separated values with a heading line.
    Csv,
    /// JSON Lines.
    Json,
}

/// `dafu rules`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct Rules {
    /// 规则的编号（如 E04）或名称；不写则列出全部
    #[arg(value_name = "编号", help_heading = "参数")]
    pub code: Option<String>,
    /// 查看一份地方规则的要求和依据，如 zhejiang；“list”列出内置的各份
    #[arg(long, value_name = "规则", conflicts_with = "code", help_heading = "选项")]
    pub profile: Option<String>,
}

/// `dafu completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// 哪种外壳：bash、elvish、fish、powershell、zsh
    #[arg(value_name = "外壳", hide_possible_values = true, help_heading = "参数")]
    pub shell: clap_complete::Shell,
}

/// The command that `word` may have been meant to be: a slip in a command's name, or `help`.
pub fn meant_command(word: &str) -> Option<String> {
    if word == "help" {
        return Some("--help".to_owned());
    }
    let command = Arguments::command();
    let close = |name: &&str| strsim::damerau_levenshtein(word, name) <= 2 && word.len() > 2;
    command.get_subcommands().map(clap::Command::get_name).find(close).map(str::to_owned)
}

fn kind(word: &str) -> Result<crate::letter::Kind, crate::letter::ParseWordError> {
    word.parse()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_holds() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn help_is_chinese_throughout() {
        fn pages(command: &mut clap::Command) -> Vec<String> {
            let own = command.render_long_help().to_string();
            let inner = command.get_subcommands_mut().flat_map(pages).collect::<Vec<_>>();
            std::iter::once(own).chain(inner).collect()
        }
        let mut command = Arguments::command();
        command.build();
        for page in pages(&mut command) {
            for english in [
                "Usage",
                "[OPTIONS]",
                "<COMMAND>",
                "Options",
                "Arguments",
                "Commands",
                "Print ",
                "possible values",
                "[default",
            ] {
                assert!(!page.contains(english), "{english} in\n{page}");
            }
        }
    }

    #[test]
    fn a_path_or_a_command() {
        let parsed = Arguments::try_parse_from(["dafu", "drafts/甲.toml"]).unwrap();
        assert_eq!(parsed.path, Some("drafts/甲.toml".into()));
        assert!(Arguments::try_parse_from(["dafu"]).unwrap().command.is_none());
        assert!(matches!(Arguments::try_parse_from(["dafu", "man"]).unwrap().command, Some(Command::Man)));
    }
}
