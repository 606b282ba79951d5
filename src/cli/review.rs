//! `dafu review`, `history`, `restore` and `diff`: what can be asked for, in the user's words.

use super::{HELP, ReportFormat};
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// `dafu review`.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "选项",
    subcommand_help_heading = "命令",
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
pub struct Review {
    /// 要核的稿件；不带选项时逐项核对
    #[arg(value_name = "稿件", help_heading = "参数")]
    pub draft: Option<PathBuf>,
    /// 拟稿人送核
    #[arg(long)]
    pub submit: bool,
    /// 通过一项：项名见 dafu review status，如 number、p3、figures-3；可用多次，elements、body、person 为一整组；机器查出错误的，用 --reason 写明为何仍通过
    #[arg(long, value_name = "项")]
    pub pass: Vec<String>,
    /// 机器已查证的要素一并通过
    #[arg(long)]
    pub pass_proven: bool,
    /// 退回一项，用 --remark 写明要改什么
    #[arg(long = "return", value_name = "项", requires = "remark")]
    pub return_item: Option<String>,
    /// 某项不适用，用 --reason 写明理由
    #[arg(long, value_name = "项", requires = "reason")]
    pub not_applicable: Option<String>,
    /// 在正文的这几个字处批注，用 --remark 写内容
    #[arg(long, value_name = "文字", requires = "remark")]
    pub at: Option<String>,
    /// 这几个字在正文里不止一处的，写明第几处
    #[arg(long, value_name = "第几处", requires = "at")]
    pub nth: Option<usize>,
    /// 答复第几号批注，用 --remark 写内容
    #[arg(long, value_name = "号", requires = "remark")]
    pub answer: Option<usize>,
    /// 了结第几号批注
    #[arg(long, value_name = "号")]
    pub resolve: Option<usize>,
    /// 忽略某条规则查出的问题，如 P03，或 P03@问题处的文字，用 --reason 写明理由；可用多次。文字改动后问题会重新列出
    #[arg(long, value_name = "规则[@文字]", requires = "reason")]
    pub ignore: Vec<String>,
    /// 不再忽略：规则[@文字]，或 dafu check --ignored 列出的条号
    #[arg(long, value_name = "规则或条号")]
    pub unignore: Vec<String>,
    /// 批注、退回或答复的内容
    #[arg(long, value_name = "内容")]
    pub remark: Option<String>,
    /// 整份退回拟稿人，用 --reason 写明理由；此前的签字作废
    #[arg(long, requires = "reason")]
    pub send_back: bool,
    /// 不适用、忽略、退回或改名的理由
    #[arg(long, value_name = "理由")]
    pub reason: Option<String>,
    /// 签字：核稿（默认）、会签或签发
    #[arg(long, value_name = "环节", num_args = 0..=1, default_missing_value = "核稿")]
    pub sign: Option<String>,
    /// 代表哪个会办单位会签
    #[arg(long, value_name = "单位", requires = "sign")]
    pub unit: Option<String>,
    /// 签字时的意见
    #[arg(long, value_name = "意见", requires = "sign")]
    pub opinion: Option<String>,
    /// 稿件文件改过名：写明原来的文件名，并用 --reason 写明理由
    #[arg(long, value_name = "原名", requires = "reason")]
    pub renamed_from: Option<String>,
    /// 记录被改动过时，把原记录移到一旁，另立新记录，用 --reason 写明理由
    #[arg(long, requires = "reason")]
    pub renew: bool,
    /// Another thing to do than review one draft.
    #[command(subcommand)]
    pub command: Option<ReviewCommand>,
}

/// What can be done about reviews besides.
#[derive(Debug, Subcommand)]
pub enum ReviewCommand {
    /// 核到哪里了：环节、各项、缺哪些签字
    #[command(help_template = HELP, override_usage = "dafu review status [选项] [稿件]...")]
    Status(ReviewStatus),
    /// 核验核稿记录有没有被改动、删减、调换
    #[command(help_template = HELP, override_usage = "dafu review verify [选项] [稿件]...")]
    Verify(ReviewVerify),
    /// 核稿单，可以打印
    #[command(help_template = HELP, override_usage = "dafu review sheet [选项] <稿件>")]
    Sheet(ReviewSheet),
}

/// `dafu review status`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct ReviewStatus {
    /// 稿件或文件夹；不写则为当前文件夹的全部稿件
    #[arg(value_name = "稿件", help_heading = "参数")]
    pub drafts: Vec<PathBuf>,
    /// 格式：text（默认）或 json（每份一行）
    #[arg(long, value_name = "格式", default_value = "text", hide_default_value = true, hide_possible_values = true)]
    pub format: ReportFormat,
}

/// `dafu review verify`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct ReviewVerify {
    /// 稿件或文件夹；不写则为当前文件夹的全部稿件
    #[arg(value_name = "稿件", help_heading = "参数")]
    pub drafts: Vec<PathBuf>,
}

/// `dafu review sheet`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct ReviewSheet {
    /// 稿件
    #[arg(value_name = "稿件", help_heading = "参数")]
    pub draft: PathBuf,
    /// 写到这个文件；不写则输出到屏幕
    #[arg(short, long, value_name = "路径")]
    pub output: Option<PathBuf>,
}

/// `dafu history`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct History {
    /// 稿件
    #[arg(value_name = "稿件", help_heading = "参数")]
    pub draft: PathBuf,
    /// 按设定的数目清理旧版本；核过、签过的版本不动
    #[arg(long)]
    pub prune: bool,
}

/// `dafu restore`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct Restore {
    /// 稿件
    #[arg(value_name = "稿件", help_heading = "参数")]
    pub draft: PathBuf,
    /// 哪一版：dafu history 列出的序号或版本号开头几位，或“上一版”“核稿”“签发”
    #[arg(value_name = "版本", help_heading = "参数")]
    pub version: String,
}

/// `dafu diff`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项")]
pub struct Diff {
    /// 旧的：稿件、函，或“稿件@版本”，如 drafts/2026042.toml@签发、drafts/2026042.toml@3
    #[arg(value_name = "旧", help_heading = "参数", display_order = 0)]
    pub old: String,
    /// 新的；不写则把稿件现在的样子同上次签字（没有签字则上一版）相比
    #[arg(value_name = "新", help_heading = "参数", display_order = 1)]
    pub new: Option<String>,
}
