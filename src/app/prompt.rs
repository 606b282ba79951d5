//! Short questions answered by typing: a new draft, the reason why a finding is let stand.

use super::ignoring::Request;
use super::line::Line;
use crate::letter::Kind;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A new draft of this kind.
    New(Kind),
    /// Why a finding is let stand.
    Ignore {
        /// It, and behind it the others of the same rule that may be let stand.
        requests: Vec<Request>,
        /// Whether the others are meant as well.
        all: bool,
    },
}

/// What a new draft begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beginning {
    /// 建议 or 提案.
    pub kind: Kind,
    /// The session, as 市十七届人大一次会议.
    pub session: String,
    /// The number of the matter.
    pub number: String,
    /// Its title.
    pub title: String,
}

/// A question with its lines to type into.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What is asked for.
    pub purpose: Purpose,
    /// What it is about, in words; empty where the heading says it.
    pub about: String,
    /// The lines, each with its label and how to fill it in.
    pub lines: Vec<(&'static str, &'static str, Line)>,
    /// The line that has the keys.
    pub at: usize,
}

impl Prompt {
    /// Asks for a new draft; `session` is that of the draft one was at.
    pub fn new_draft(kind: Kind, session: &str) -> Self {
        let example = match kind {
            Kind::Suggestion => "如 市十七届人大一次会议",
            Kind::Proposal => "如 市政协十五届二次会议",
        };
        // What is typed takes its place.
        let mut session = Line::new(session);
        session.select_all();
        let lines = vec![
            ("编号", "来件编号，如 2026042", Line::default()),
            ("标题", "来件标题，不带书名号", Line::default()),
            ("届次", example, session),
        ];
        Self { purpose: Purpose::New(kind), about: String::new(), lines, at: 0 }
    }

    /// Asks why a finding is let stand, which is told in `about`: the first of `requests`, before the others of its rule.
    pub fn reason(requests: Vec<Request>, about: String) -> Self {
        let line = ("理由", "记入核稿记录；文字改动后，问题会重新列出", Line::default());
        Self { purpose: Purpose::Ignore { requests, all: false }, about, lines: vec![line], at: 0 }
    }

    /// Means the others of the same rule as well, or no longer.
    pub fn take_all(&mut self) {
        if let Purpose::Ignore { requests, all } = &mut self.purpose {
            *all = !*all && requests.len() > 1;
        }
    }

    /// How many findings are asked about, and of how many of the same rule; nothing where there is but one.
    pub fn of_kind(&self) -> Option<(usize, usize)> {
        match &self.purpose {
            Purpose::Ignore { requests, all } if requests.len() > 1 => {
                Some((if *all { requests.len() } else { 1 }, requests.len()))
            }
            _ => None,
        }
    }

    /// Its heading.
    pub fn title(&self) -> &'static str {
        match self.purpose {
            Purpose::New(Kind::Suggestion) => "新建：建议的答复",
            Purpose::New(Kind::Proposal) => "新建：提案的答复",
            Purpose::Ignore { all: true, .. } => "忽略同类问题",
            Purpose::Ignore { .. } => "忽略此问题",
        }
    }

    /// How many rows its words about what it asks take.
    pub fn about_rows(&self) -> u16 {
        if self.about.is_empty() { 0 } else { 2 }
    }

    /// What stands in a line.
    pub fn text(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |(.., line)| line.text().trim())
    }

    /// What the new draft begins with.
    pub fn beginning(&self, kind: Kind) -> Beginning {
        let text = |line| self.text(line).to_owned();
        Beginning {
            kind,
            number: bare_number(&text(0)).to_owned(),
            title: without_book_marks(&text(1)).to_owned(),
            session: text(2),
        }
    }
}

/// A title as it stands in a notice, 《关于……的建议》 or “关于……的建议”, without the marks around the whole of it.
pub(super) fn without_book_marks(title: &str) -> &str {
    let mut pairs = [('《', '》'), ('“', '”'), ('"', '"'), ('〈', '〉')].into_iter();
    let inner = pairs.find_map(|(open, close)| {
        let inner = title.strip_prefix(open).and_then(|rest| rest.strip_suffix(close))?;
        (!inner.contains([open, close])).then_some(inner)
    });
    inner.unwrap_or(title)
}

/// A number as it stands in a notice, 第2026042号, without the words around it.
pub(super) fn bare_number(number: &str) -> &str {
    number.strip_prefix('第').and_then(|rest| rest.strip_suffix('号')).map_or(number, str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_marks_around_the_whole_title_are_taken_off() {
        assert_eq!(without_book_marks("《关于扩大托管的提案》"), "关于扩大托管的提案");
        assert_eq!(without_book_marks("关于落实《条例》的建议"), "关于落实《条例》的建议");
        assert_eq!(without_book_marks("“关于扩大托管的提案”"), "关于扩大托管的提案");
        assert_eq!(without_book_marks("“两山”实践和“双碳”"), "“两山”实践和“双碳”");
        assert_eq!(bare_number("第提2026-088号"), "提2026-088");
        assert_eq!(bare_number("2026-088号"), "2026-088号");
        assert_eq!(without_book_marks("《条例》落实情况和《办法》"), "《条例》落实情况和《办法》");
    }
}
