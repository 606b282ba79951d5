//! What a word processor keeps beside the text of a document: headers, footers, notes and comments.
//!
//! The readers of documents write it below the text, each line behind a label that tells where it stood, so that the account of an
//! import has it too.

use super::report::Reason;
use crate::text::characters::same_ink;

/// A place beside the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Margin {
    /// 页眉.
    Header,
    /// 页脚.
    Footer,
    /// 脚注.
    Footnote,
    /// 尾注.
    Endnote,
    /// 批注.
    Comment,
}

impl Margin {
    const ALL: [Self; 5] = [Self::Header, Self::Footer, Self::Footnote, Self::Endnote, Self::Comment];

    /// What stands before its lines.
    fn label(self) -> &'static str {
        match self {
            Self::Header => "［页眉］",
            Self::Footer => "［页脚］",
            Self::Footnote => "［脚注］",
            Self::Endnote => "［尾注］",
            Self::Comment => "［批注］",
        }
    }

    /// Why its lines are in no field.
    pub fn reason(self) -> Reason {
        match self {
            Self::Header | Self::Footer => Reason::Margin,
            Self::Footnote | Self::Endnote | Self::Comment => Reason::Note,
        }
    }
}

/// The place a line comes from, and the byte after its label.
pub(super) fn read(line: &str) -> Option<(Margin, usize)> {
    Margin::ALL.into_iter().find(|margin| line.starts_with(margin.label())).map(|margin| (margin, margin.label().len()))
}

/// Adds what stands at a place. Headers and footers stand on every page: one that says the same as a line above is not said again.
pub(super) fn write(text: &mut String, margin: Margin, lines: &str) {
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let again = matches!(margin, Margin::Header | Margin::Footer)
            && text.lines().any(|above| same_ink(&above[read(above).map_or(0, |(_, label)| label)..], line));
        if !again {
            text.push_str(margin.label());
            text.push_str(line);
            text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_tell_where_they_stood() {
        let mut text = "临江市水务局\n".to_owned();
        write(&mut text, Margin::Header, "临江市水务局\n\n内部资料");
        write(&mut text, Margin::Footer, "— 1 —\n— 1 —");
        write(&mut text, Margin::Footnote, "见附件。");
        assert_eq!(text, "临江市水务局\n［页眉］内部资料\n［页脚］— 1 —\n［脚注］见附件。\n");
        assert_eq!(read("［脚注］见附件。"), Some((Margin::Footnote, "［脚注］".len())));
        assert_eq!(read("脚注"), None);
    }
}
