//! The one table of commands. Keys, palette, help screen and key bar are all read from it.

mod table;

use super::editor::Motion;
use super::proposals::Stride;
use super::review::ReviewCommand;
use crate::letter::restructure::Rearrangement;

pub use table::TABLE;

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
    /// Takes every finding of the rule of the one that is asked about.
    AllOfKind,
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
    /// Goes back to the place that was left by a jump, or forth again.
    GoBack {
        /// Whether forth.
        forth: bool,
    },
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
