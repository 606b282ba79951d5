//! The one table of commands. Keys, palette, help screen and key bar are all read from it.

use super::editor::Motion;
use super::proposals::Stride;
use super::review::ReviewCommand;
use crate::letter::restructure::Rearrangement;

/// Everything the workbench can be told to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Shows the keys of where one is.
    Help,
    /// Opens the form of the elements.
    Elements,
    /// Writes the letter for issuance.
    Export,
    /// Gives the next pane the keys.
    NextPane,
    /// Gives the pane before the keys.
    PreviousPane,
    /// Goes to the next finding.
    NextFinding,
    /// Goes to the finding before.
    PreviousFinding,
    /// Applies the fix of the current finding.
    Fix,
    /// Applies every fix that is safe.
    FixAll,
    /// Opens the list of commands.
    Palette,
    /// Shows the drafts.
    Library,
    /// Saves the draft.
    Save,
    /// Leaves the workbench.
    Quit,
    /// Closes what is open.
    Close,
    /// Takes back the last step.
    Undo,
    /// Does again what was taken back.
    Redo,
    /// Puts the selection on the clipboard.
    Copy,
    /// Moves the selection to the clipboard.
    Cut,
    /// Inserts the clipboard.
    Paste,
    /// Selects the whole text.
    SelectAll,
    /// Opens the search.
    Find,
    /// Opens search and replacement.
    Replace,
    /// Goes to the next place found.
    FindNext,
    /// Goes to the place found before.
    FindPrevious,
    /// Shows or hides the side panes.
    SidePanes,
    /// Turns the capture of the mouse on or off.
    Mouse,
    /// Explains the rule of the current finding.
    Explain,
    /// Lets the current finding stand, with a reason.
    Ignore,
    /// Replaces every place found.
    ReplaceAll,
    /// Chooses what the cursor is on.
    Choose,
    /// Moves the cursor.
    Move(Motion),
    /// Removes the character before the cursor.
    Backspace,
    /// Removes the character after the cursor.
    Delete,
    /// Removes the word before the cursor.
    BackspaceWord,
    /// Removes the word after the cursor.
    DeleteWord,
    /// Begins a new paragraph.
    NewLine,
    /// Fills a field with the next proposal.
    Propose,
    /// Opens what a field may be filled with.
    Options,
    /// Counts what stands in a field on or back: the next day, the next number.
    Count {
        /// How far.
        stride: Stride,
        /// Whether on.
        forward: bool,
    },
    /// Moves an entry of a list on or back.
    MoveEntry {
        /// Whether on.
        forward: bool,
    },
    /// Takes an entry out of a list.
    RemoveEntry,
    /// Opens what can be put into the letter.
    Phrases,
    /// Looks through the next shelf of it.
    NextShelf,
    /// Looks through the shelf before.
    PreviousShelf,
    /// Leaves out a step of the tutorial.
    SkipStep,
    /// Leaves out the number that a paragraph begins with, or no longer.
    BareText,
    /// Begins a draft that answers a 建议.
    NewSuggestion,
    /// Begins a draft that answers a 提案.
    NewProposal,
    /// Goes to a line, a section, a heading.
    GoTo,
    /// Takes in letters that were written elsewhere.
    Import,
    /// Shows what became of the source of a letter that was taken in.
    ImportReport,
    /// Completes a path.
    Complete,
    /// Puts what is chosen in the source into the chosen element.
    TakeSource,
    /// Asks where what is chosen in the source is to go.
    Assign,
    /// Leaves out what is chosen.
    LeaveOut,
    /// Puts what is chosen into the body.
    IntoBody,
    /// Joins a line to the one before it, or parts them.
    TurnJoint,
    /// Moves, deepens, inserts or deletes a section; every number follows.
    Section(Rearrangement),
    /// Counts the items of a paragraph anew: 一是…二是….
    RenumberItems,
    /// Moves, doubles, joins or deletes the paragraph.
    Paragraph(Handling),
    /// Turns the full-width form of typed marks on or off.
    SmartMarks,
    /// Changes the colours.
    Theme,
    /// Reads what is looked for as a regular expression, or as words.
    FindRegex,
    /// Tells cases and widths apart in a search, or not.
    FindExact,
    /// Searches the body alone, or the whole letter.
    FindInBody,
    /// Something about the review.
    Review(ReviewCommand),
}

/// What is done with a paragraph as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Handling {
    /// Puts it before the one before it.
    Up,
    /// Puts it behind the next one.
    Down,
    /// Puts a copy of it behind it.
    Double,
    /// Joins the next one to it.
    Join,
    /// Takes it away.
    Delete,
}

/// Where a command can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Everywhere.
    Anywhere,
    /// With a letter open, in any of its panes.
    Letter,
    /// Where text is typed: the body, a field, a search.
    Text,
    /// In the body.
    Body,
    /// In the outline.
    Outline,
    /// In the checklist.
    Checklist,
    /// In the library.
    Library,
    /// In the form of the elements.
    Elements,
    /// In the search line.
    Find,
    /// In a short question answered by typing.
    Prompt,
    /// Before fixes that wait for agreement.
    Mending,
    /// In the picker of what can be put into the letter.
    Picker,
    /// In the tutorial.
    Tutor,
    /// In the reviewer's walk.
    Review,
    /// In the list of remarks.
    Remarks,
    /// In a redline.
    Redline,
    /// In the list of versions.
    Past,
    /// In the question for a path.
    Paths,
    /// Before a letter that is taken in.
    Intake,
    /// In its source.
    Source,
    /// Before a folder of letters that is taken in.
    Folder,
    /// In a list or a dialog.
    Choice,
}

impl Place {
    /// The heading of its keys on the help screen.
    pub fn title(self) -> &'static str {
        match self {
            Self::Anywhere => "通用",
            Self::Letter => "稿件",
            Self::Text => "文字",
            Self::Body => "正文",
            Self::Outline => "提纲",
            Self::Checklist => "检查",
            Self::Library => "稿库",
            Self::Elements => "要素",
            Self::Find => "查找",
            Self::Prompt => "填写",
            Self::Mending => "修正之前",
            Self::Picker => "插入",
            Self::Tutor => "练习",
            Self::Review => "核稿",
            Self::Remarks => "批注",
            Self::Redline => "花脸稿",
            Self::Past => "历史版本",
            Self::Paths => "导入：选文件",
            Self::Intake => "导入",
            Self::Source => "导入：原文",
            Self::Folder => "导入：文件夹",
            Self::Choice => "列表与对话框",
        }
    }
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// What it does.
    pub command: Command,
    /// Where it can be given.
    pub place: Place,
    /// Its name in the palette.
    pub name: &'static str,
    /// Its name in the key bar, for the commands of the function keys.
    pub short: Option<&'static str>,
    /// Its keys; the first is the one shown.
    pub keys: &'static [&'static str],
    /// Whether the palette lists it. Plain motions are quicker by their keys.
    pub listed: bool,
}

const fn entry(command: Command, place: Place, name: &'static str, keys: &'static [&'static str]) -> Entry {
    Entry { command, place, name, short: None, keys, listed: true }
}

const fn bar(
    command: Command,
    place: Place,
    name: &'static str,
    short: &'static str,
    keys: &'static [&'static str],
) -> Entry {
    Entry { command, place, name, short: Some(short), keys, listed: true }
}

const fn basic(command: Command, place: Place, name: &'static str, keys: &'static [&'static str]) -> Entry {
    Entry { command, place, name, short: None, keys, listed: false }
}

const fn count(stride: Stride, forward: bool) -> Command {
    Command::Count { stride, forward }
}

/// Every command. The order is that of the key bar and the help screen.
pub const TABLE: &[Entry] = &[
    bar(Command::Help, Place::Anywhere, "显示此处可用的按键", "帮助", &["F1", "Alt+1", "Alt+?"]),
    bar(Command::Elements, Place::Letter, "填写要素", "要素", &["F2", "Alt+2", "Ctrl+E"]),
    bar(Command::Review(ReviewCommand::NextOpen), Place::Review, "下一待核项", "下一待核", &["F7", "Alt+7", "Alt+N"]),
    bar(Command::Review(ReviewCommand::PassTogether), Place::Review, "看过清单一并通过", "一并通过", &["F8", "Alt+8"]),
    bar(Command::Review(ReviewCommand::Walk), Place::Letter, "逐项核稿，再按回到拟稿", "核稿", &["F4", "Alt+4"]),
    bar(Command::Export, Place::Letter, "导出发文文本", "导出", &["F5", "Alt+5", "Alt+W"]),
    bar(Command::NextPane, Place::Letter, "换到下一窗格", "换窗", &["F6", "Alt+6", "Alt+V"]),
    bar(Command::NextFinding, Place::Letter, "下一个问题", "下一问题", &["F7", "Alt+7", "Alt+N"]),
    bar(Command::Fix, Place::Letter, "按建议修正当前问题", "修正", &["F8", "Alt+8", "Alt+Q"]),
    bar(Command::Assign, Place::Intake, "把选中的原文归入一项要素或正文", "归入", &["F2", "Alt+2"]),
    bar(Command::TakeSource, Place::Intake, "取选中的原文作为这一项", "取用", &["F3", "Alt+3"]),
    bar(Command::LeaveOut, Place::Intake, "不是这一项：移出，不收入", "移出", &["F4", "Alt+4"]),
    bar(Command::IntoBody, Place::Intake, "归入正文", "正文", &["F5", "Alt+5", "Alt+W"]),
    bar(Command::NextPane, Place::Intake, "换到另一边：要素、原文", "换边", &["F6", "Alt+6", "Tab", "Shift+Tab"]),
    bar(Command::NextFinding, Place::Intake, "下一处须核对", "下一处", &["F7", "Alt+7", "Alt+N"]),
    bar(Command::TurnJoint, Place::Intake, "与上一行接成一段，或断开", "接断", &["F8", "Alt+8"]),
    bar(Command::NextFinding, Place::Folder, "下一份须核对", "下一份", &["F7", "Alt+7", "Alt+N"]),
    bar(Command::Palette, Place::Anywhere, "列出全部命令", "命令", &["F9", "Ctrl+P", "Alt+9"]),
    bar(Command::Library, Place::Anywhere, "打开稿库", "稿库", &["F10", "Ctrl+O", "Alt+0"]),
    entry(Command::Save, Place::Letter, "保存", &["Ctrl+S"]),
    entry(Command::NewSuggestion, Place::Anywhere, "新建建议的答复", &["Ctrl+N"]),
    entry(Command::NewProposal, Place::Anywhere, "新建提案的答复", &["Alt+Shift+N"]),
    entry(Command::GoTo, Place::Letter, "转到行、部分、标题或问题", &["Ctrl+G", "Ctrl+L"]),
    entry(Command::Phrases, Place::Letter, "插入常用语、文件、联系人、旧函段落", &["Alt+/", "Ctrl+Space", "Alt+T"]),
    entry(Command::Import, Place::Anywhere, "导入已有的函（文件或文件夹）", &["Ctrl+U"]),
    entry(Command::ImportReport, Place::Anywhere, "导入报告：没有收入的文字", &[]),
    entry(Command::Save, Place::Intake, "成稿：建立稿件并打开", &["Ctrl+S"]),
    entry(Command::Save, Place::Folder, "把无须核对的全部成稿", &["Ctrl+S"]),
    entry(Command::Undo, Place::Intake, "撤销", &["Ctrl+Z"]),
    entry(Command::Redo, Place::Intake, "重做", &["Ctrl+Y", "Ctrl+Shift+Z"]),
    entry(Command::PreviousFinding, Place::Intake, "上一处须核对", &["Shift+F7", "Alt+P"]),
    entry(Command::Propose, Place::Intake, "填入建议的内容", &["Alt+C", "Ctrl+Space"]),
    entry(Command::Quit, Place::Anywhere, "退出", &["Ctrl+Q"]),
    basic(Command::Close, Place::Anywhere, "关闭打开的窗口，回到正文", &["Esc"]),
    entry(Command::PreviousPane, Place::Letter, "换到上一窗格", &["Shift+F6", "Alt+O"]),
    entry(Command::PreviousFinding, Place::Letter, "上一个问题", &["Shift+F7", "Alt+P"]),
    entry(Command::FixAll, Place::Letter, "修正全部可自动修正的问题", &["Shift+F8", "Alt+F"]),
    entry(Command::Explain, Place::Letter, "解释当前问题的规则", &["Alt+E"]),
    entry(Command::Ignore, Place::Letter, "忽略当前问题（须写理由）", &["Alt+X", "Ctrl+F8"]),
    entry(Command::SidePanes, Place::Letter, "显示或收起侧栏", &["Alt+B"]),
    basic(Command::Review(ReviewCommand::Pass), Place::Review, "通过；已通过的到下一待核项", &["Enter"]),
    basic(Command::Review(ReviewCommand::Return), Place::Review, "退回，写明要改什么", &["Ctrl+B"]),
    basic(Command::Review(ReviewCommand::NotApplicable), Place::Review, "不适用，写明理由", &["Ctrl+N"]),
    basic(Command::Review(ReviewCommand::PreviousOpen), Place::Review, "上一待核项", &["Shift+F7", "Alt+P"]),
    basic(Command::Move(Motion::Up), Place::Review, "上一条依据，正文跟着到该处", &["↑"]),
    basic(Command::Move(Motion::Down), Place::Review, "下一条依据", &["↓"]),
    basic(Command::Move(Motion::Left), Place::Review, "前一项", &["←"]),
    basic(Command::Move(Motion::Right), Place::Review, "后一项", &["→"]),
    entry(
        Command::Review(ReviewCommand::Proceed),
        Place::Letter,
        "办理：送核、签字、退回、印发",
        &["Shift+F4", "Alt+S"],
    ),
    entry(Command::Review(ReviewCommand::Remark), Place::Letter, "批注选中的文字", &["Alt+R"]),
    entry(Command::Review(ReviewCommand::Remarks), Place::Letter, "列出批注，答复、了结", &["Alt+Shift+R"]),
    entry(Command::Review(ReviewCommand::Redline), Place::Letter, "花脸稿：看改了什么", &["Alt+D"]),
    entry(Command::Review(ReviewCommand::History), Place::Letter, "历史版本，比较、恢复", &["Alt+H"]),
    entry(Command::Review(ReviewCommand::Merge), Place::Letter, "与别处存下的改动合并", &["Alt+U"]),
    basic(Command::Review(ReviewCommand::Answer), Place::Remarks, "答复", &["Ctrl+R"]),
    basic(Command::Review(ReviewCommand::Resolve), Place::Remarks, "了结", &["Ctrl+D"]),
    basic(Command::Review(ReviewCommand::NextChange), Place::Redline, "下一处改动", &["F7", "Alt+7", "→"]),
    basic(Command::Review(ReviewCommand::PreviousChange), Place::Redline, "上一处改动", &["Shift+F7", "←"]),
    basic(Command::Review(ReviewCommand::OtherBase), Place::Redline, "换一个比较的对象", &["F6", "Alt+6", "Tab"]),
    basic(Command::Review(ReviewCommand::Write), Place::Redline, "存为文本文件", &["F5", "Alt+5", "Ctrl+S"]),
    basic(Command::Review(ReviewCommand::Restore), Place::Past, "恢复这一版", &["F8", "Alt+8"]),
    entry(Command::Undo, Place::Letter, "撤销", &["Ctrl+Z"]),
    entry(Command::Redo, Place::Letter, "重做", &["Ctrl+Y", "Ctrl+Shift+Z"]),
    entry(Command::Section(Rearrangement::Up), Place::Letter, "上移本部分，编号随改", &["Alt+↑"]),
    entry(Command::Section(Rearrangement::Down), Place::Letter, "下移本部分，编号随改", &["Alt+↓"]),
    entry(Command::Section(Rearrangement::Raise), Place::Letter, "本部分升一级", &["Alt+Shift+←"]),
    entry(Command::Section(Rearrangement::Lower), Place::Letter, "本部分降一级", &["Alt+Shift+→"]),
    entry(Command::Section(Rearrangement::Insert), Place::Letter, "在本部分之后插入同级部分", &["Alt+Insert", "Alt+I"]),
    entry(Command::Section(Rearrangement::Delete), Place::Letter, "删除本部分", &[]),
    entry(Command::Section(Rearrangement::Renumber), Place::Letter, "全文编号重排", &[]),
    entry(Command::RenumberItems, Place::Letter, "重排本段的“一是、二是”", &["Alt+Y"]),
    entry(Command::Find, Place::Letter, "查找", &["Ctrl+F"]),
    entry(Command::Replace, Place::Letter, "替换", &["Ctrl+R"]),
    entry(Command::FindNext, Place::Letter, "查找下一处", &["Alt+G"]),
    entry(Command::FindPrevious, Place::Letter, "查找上一处", &["Alt+Shift+G"]),
    entry(Command::Copy, Place::Text, "复制", &["Ctrl+C"]),
    entry(Command::Cut, Place::Text, "剪切", &["Ctrl+X"]),
    entry(Command::Paste, Place::Text, "粘贴", &["Ctrl+V"]),
    entry(Command::SelectAll, Place::Text, "全选", &["Ctrl+A"]),
    entry(Command::SmartMarks, Place::Anywhere, "开关标点自动全角", &["Alt+."]),
    entry(Command::Theme, Place::Anywhere, "换配色", &["Alt+K"]),
    entry(Command::Mouse, Place::Anywhere, "开关鼠标（关闭后由终端选字）", &["Alt+M"]),
    basic(Command::Move(Motion::Left), Place::Text, "左移一字", &["←"]),
    basic(Command::Move(Motion::Right), Place::Text, "右移一字", &["→"]),
    basic(Command::Move(Motion::WordLeft), Place::Text, "左移一词", &["Ctrl+←", "Alt+←"]),
    basic(Command::Move(Motion::WordRight), Place::Text, "右移一词", &["Ctrl+→", "Alt+→"]),
    basic(Command::Move(Motion::LineStart), Place::Text, "到行首，再按到段首", &["Home"]),
    basic(Command::Move(Motion::LineEnd), Place::Text, "到行尾，再按到段尾", &["End"]),
    basic(Command::Move(Motion::Up), Place::Body, "上移一行", &["↑"]),
    basic(Command::Move(Motion::Down), Place::Body, "下移一行", &["↓"]),
    basic(Command::Move(Motion::ParagraphUp), Place::Body, "到上一段", &["Ctrl+↑"]),
    basic(Command::Move(Motion::ParagraphDown), Place::Body, "到下一段", &["Ctrl+↓"]),
    basic(Command::Move(Motion::PageUp), Place::Body, "上翻一屏", &["PageUp"]),
    basic(Command::Move(Motion::PageDown), Place::Body, "下翻一屏", &["PageDown"]),
    basic(Command::Move(Motion::Top), Place::Body, "到开头", &["Ctrl+Home"]),
    basic(Command::Move(Motion::Bottom), Place::Body, "到末尾", &["Ctrl+End"]),
    basic(Command::NewLine, Place::Body, "另起一段", &["Enter", "Ctrl+J"]),
    basic(Command::Backspace, Place::Text, "删前一字", &["Backspace", "Shift+Backspace"]),
    basic(Command::Delete, Place::Text, "删后一字", &["Delete"]),
    basic(Command::BackspaceWord, Place::Text, "删前一词", &["Ctrl+Backspace", "Ctrl+H", "Ctrl+W", "Alt+Backspace"]),
    basic(Command::DeleteWord, Place::Text, "删后一词", &["Ctrl+Delete", "Alt+Delete"]),
    entry(Command::Paragraph(Handling::Up), Place::Body, "上移本段", &["Alt+Shift+↑"]),
    entry(Command::Paragraph(Handling::Down), Place::Body, "下移本段", &["Alt+Shift+↓"]),
    entry(Command::Paragraph(Handling::Double), Place::Body, "重复本段", &["Ctrl+D"]),
    entry(Command::Paragraph(Handling::Join), Place::Body, "与下一段合并", &["Alt+J"]),
    entry(Command::Paragraph(Handling::Delete), Place::Body, "删除本段", &["Ctrl+K"]),
    basic(Command::Choose, Place::Outline, "到正文该处，或填写该要素", &["Enter"]),
    basic(Command::Section(Rearrangement::Raise), Place::Outline, "升一级", &["Alt+←"]),
    basic(Command::Section(Rearrangement::Lower), Place::Outline, "降一级", &["Alt+→"]),
    basic(Command::Section(Rearrangement::Insert), Place::Outline, "在其后插入同级部分", &["Insert"]),
    basic(Command::Section(Rearrangement::Delete), Place::Outline, "删除该部分", &["Delete"]),
    basic(Command::Move(Motion::Left), Place::Outline, "收起下级", &["←"]),
    basic(Command::Move(Motion::Right), Place::Outline, "展开下级", &["→"]),
    basic(Command::Choose, Place::Checklist, "到该处", &["Enter"]),
    basic(Command::Explain, Place::Checklist, "解释选中问题的规则", &["?"]),
    basic(Command::Choose, Place::Library, "打开选中的稿件", &["Enter"]),
    basic(Command::Choose, Place::Elements, "到下一项", &["Enter"]),
    basic(Command::Options, Place::Elements, "列出可填的内容", &["Ctrl+Space", "Alt+L"]),
    basic(Command::Propose, Place::Elements, "填入建议的内容，再按换一个", &["Alt+C"]),
    basic(count(Stride::One, true), Place::Elements, "日期后一天，编号加一；诉求上移", &["Alt+↑"]),
    basic(count(Stride::One, false), Place::Elements, "日期前一天，编号减一；诉求下移", &["Alt+↓"]),
    basic(count(Stride::Week, true), Place::Elements, "日期后一周", &["Alt+Shift+↑"]),
    basic(count(Stride::Week, false), Place::Elements, "日期前一周", &["Alt+Shift+↓"]),
    basic(count(Stride::Month, true), Place::Elements, "日期后一月", &["Alt+PageUp"]),
    basic(count(Stride::Month, false), Place::Elements, "日期前一月", &["Alt+PageDown"]),
    basic(Command::MoveEntry { forward: false }, Place::Elements, "本项前移（主送、抄送等）", &["Alt+←"]),
    basic(Command::MoveEntry { forward: true }, Place::Elements, "本项后移", &["Alt+→"]),
    basic(Command::RemoveEntry, Place::Elements, "删去本项；诉求删去整条", &["Ctrl+D", "Alt+Delete"]),
    basic(Command::Choose, Place::Find, "下一处；在“替换为”中则替换并到下一处", &["Enter"]),
    basic(Command::FindNext, Place::Find, "下一处", &["↓"]),
    basic(Command::FindPrevious, Place::Find, "上一处", &["↑"]),
    basic(Command::Move(Motion::Down), Place::Find, "换到另一栏", &["Tab", "Shift+Tab"]),
    basic(Command::ReplaceAll, Place::Find, "全部替换", &["Alt+A"]),
    basic(Command::FindRegex, Place::Find, "按正则表达式查找，或按文字", &["Alt+R"]),
    basic(Command::FindExact, Place::Find, "区分大小写、全半角，或不区分", &["Alt+C"]),
    basic(Command::FindInBody, Place::Find, "只查正文，或查全函", &["Alt+L"]),
    basic(Command::Choose, Place::Prompt, "到下一栏；在最后一栏则确定", &["Enter"]),
    basic(Command::Move(Motion::Up), Place::Prompt, "上一栏", &["↑", "Shift+Tab"]),
    basic(Command::Move(Motion::Down), Place::Prompt, "下一栏", &["↓", "Tab"]),
    basic(Command::Choose, Place::Picker, "插入到光标处", &["Enter"]),
    basic(Command::NextShelf, Place::Picker, "换一类：常用语、文件、联系人、旧函", &["Tab"]),
    basic(Command::PreviousShelf, Place::Picker, "换到前一类", &["Shift+Tab"]),
    basic(Command::BareText, Place::Picker, "只取正文，不带序号", &["Alt+T"]),
    basic(Command::Phrases, Place::Picker, "关闭", &["Alt+/", "Ctrl+Space"]),
    basic(Command::SkipStep, Place::Tutor, "跳过这一步", &["Alt+Z"]),
    basic(Command::Choose, Place::Paths, "导入，或进入文件夹", &["Enter"]),
    basic(Command::Complete, Place::Paths, "补全路径，再按换一个", &["Tab"]),
    basic(Command::Close, Place::Intake, "放弃导入", &["Esc"]),
    basic(Command::Choose, Place::Source, "归入……", &["Enter"]),
    basic(Command::Move(Motion::Up), Place::Source, "上移一行（按住 Shift 选中）", &["↑"]),
    basic(Command::Move(Motion::Down), Place::Source, "下移一行", &["↓"]),
    basic(Command::Move(Motion::Left), Place::Source, "左移一字", &["←"]),
    basic(Command::Move(Motion::Right), Place::Source, "右移一字", &["→"]),
    basic(Command::Move(Motion::WordLeft), Place::Source, "左移一词", &["Ctrl+←"]),
    basic(Command::Move(Motion::WordRight), Place::Source, "右移一词", &["Ctrl+→"]),
    basic(Command::Move(Motion::LineStart), Place::Source, "到行首", &["Home"]),
    basic(Command::Move(Motion::LineEnd), Place::Source, "到行尾", &["End"]),
    basic(Command::Move(Motion::PageUp), Place::Source, "上翻一屏", &["PageUp"]),
    basic(Command::Move(Motion::PageDown), Place::Source, "下翻一屏", &["PageDown"]),
    basic(Command::Move(Motion::Top), Place::Source, "到开头", &["Ctrl+Home"]),
    basic(Command::Move(Motion::Bottom), Place::Source, "到末尾", &["Ctrl+End"]),
    basic(Command::SelectAll, Place::Source, "全选", &["Ctrl+A"]),
    basic(Command::Copy, Place::Source, "复制", &["Ctrl+C"]),
    basic(Command::Choose, Place::Folder, "打开这一份", &["Enter"]),
    basic(Command::Choose, Place::Mending, "照此修正", &["Enter", "F8", "Alt+8", "Alt+Q", "Shift+F8", "Alt+F"]),
    basic(Command::Choose, Place::Choice, "确认", &["Enter"]),
    basic(Command::Move(Motion::Up), Place::Choice, "上一项", &["↑", "Shift+Tab"]),
    basic(Command::Move(Motion::Down), Place::Choice, "下一项", &["↓", "Tab"]),
    basic(Command::Move(Motion::Left), Place::Choice, "左边一项", &["←"]),
    basic(Command::Move(Motion::Right), Place::Choice, "右边一项", &["→"]),
    basic(Command::Move(Motion::PageUp), Place::Choice, "上翻一屏", &["PageUp"]),
    basic(Command::Move(Motion::PageDown), Place::Choice, "下翻一屏", &["PageDown"]),
    basic(Command::Move(Motion::Top), Place::Choice, "到第一项", &["Home", "Ctrl+Home"]),
    basic(Command::Move(Motion::Bottom), Place::Choice, "到最后一项", &["End", "Ctrl+End"]),
    basic(Command::Help, Place::Choice, "显示此处可用的按键", &["?"]),
];
