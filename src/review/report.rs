//! A comparison as it is read: line by line, what stayed told by its count.

use super::comparison::Comparison;
use super::redline::{Block, Change, Fate, Span};

/// One line of a redline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// An element that changed: its name and its redline.
    Element(&'static str, Vec<Span>),
    /// The body begins.
    Body,
    /// So many paragraphs stayed as they were.
    Kept(usize),
    /// A paragraph that changed: where it stands and what became of it, its redline, and where it is in the new text,
    /// from 0.
    Paragraph(String, Vec<Span>, Option<usize>),
}

impl Comparison {
    /// The comparison line by line.
    pub fn told(&self) -> Vec<Told> {
        let element = |(field, spans): &(crate::letter::Field, Vec<Span>)| Told::Element(field.label(), spans.clone());
        let mut told: Vec<Told> = self.fields.iter().map(element).collect();
        if self.body.is_empty() {
            return told;
        }
        told.push(Told::Body);
        let mut kept = 0;
        for block in &self.body {
            if block.fate == Fate::Kept {
                kept += 1;
                continue;
            }
            if kept > 0 {
                told.push(Told::Kept(std::mem::take(&mut kept)));
            }
            told.push(Told::Paragraph(head(block), block.spans.clone(), block.new));
        }
        if kept > 0 {
            told.push(Told::Kept(kept));
        }
        told
    }

    /// The comparison as plain text, for a file or the printer: `[-删去-]` and `{+添上+}`. `title` stands above it.
    pub fn text(&self, title: &str) -> String {
        let mut text = format!("{title}\n\n");
        let mut line = |words: String| {
            text.push_str(&words);
            text.push('\n');
        };
        for told in self.told() {
            match told {
                Told::Element(label, spans) => line(format!("{label}　{}", marked(&spans))),
                Told::Body => line("正文".to_owned()),
                Told::Kept(count) => line(format!("    ……（{count} 段没有改动）")),
                Told::Paragraph(head, spans, _) => {
                    line(format!("  {head}"));
                    line(format!("    {}", marked(&spans)));
                }
            }
        }
        if self.is_empty() {
            line("没有改动".to_owned());
        }
        text
    }
}

/// A redline in signs, for where there are no colours.
pub fn marked(spans: &[Span]) -> String {
    let sign = |span: &Span| match span.change {
        Change::Kept => span.text.clone(),
        Change::Removed => format!("[-{}-]", span.text),
        Change::Added => format!("{{+{}+}}", span.text),
    };
    spans.iter().map(sign).collect()
}

/// Where a paragraph stands, and what became of it as a whole.
fn head(block: &Block) -> String {
    let place = |number: Option<usize>| number.map_or_else(String::new, |number| format!("第{}段", number + 1));
    match block.fate {
        Fate::Added => format!("{}　新增", place(block.new)),
        Fate::Removed => format!("原{}　删去", place(block.old)),
        Fate::Moved => format!("{}　由原{}移来", place(block.new), place(block.old)),
        Fate::Changed | Fate::Kept => place(block.new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::format;

    #[test]
    fn the_text_tells_what_changed_and_counts_what_stayed() {
        let old = format::read(include_str!("../../drafts/2026042.toml")).unwrap().draft;
        let mut new = old.clone();
        new.letter.number = "临交函〔2026〕20号".into();
        new.letter.body = new.letter.body.replace("配车6辆", "配车12辆");
        let text = Comparison::of(&old, &new).text("花脸稿");
        for words in ["花脸稿\n", "发文字号　临交函〔2026〕[-18-]{+20+}号", "（3 段没有改动）", "配车[-6-]{+12+}辆"]
        {
            assert!(text.contains(words), "{words} in\n{text}");
        }
        assert!(Comparison::of(&old, &old).text("花脸稿").contains("没有改动"));
    }
}
