//! Pages saved from a web site to text: what a reader of the page sees.

mod list;
mod table;
mod tag;

use super::entity;
use super::margin::{self, Margin};
use crate::text::characters::is_blank;

/// Elements whose content nobody reads as part of a letter: code, menus, controls.
const UNREAD: [&str; 15] = [
    "head", "script", "style", "noscript", "template", "nav", "svg", "iframe", "select", "button", "textarea",
    "object", "map", "canvas", "del",
];
/// Elements that begin and end a line.
const BLOCKS: [&str; 40] = [
    "p",
    "div",
    "br",
    "tr",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "form",
    "fieldset",
    "hr",
    "blockquote",
    "pre",
    "center",
    "caption",
    "address",
    "figure",
    "figcaption",
    "body",
    "html",
    "option",
    "title",
];
/// Elements without content, which have no end.
const EMPTY: [&str; 10] = ["br", "hr", "img", "input", "meta", "link", "col", "base", "wbr", "area"];

/// Whether a text is a page rather than a plain text that holds a < somewhere.
pub(super) fn is_page(text: &str) -> bool {
    let start = text.trim_start_matches(is_blank);
    let limit = start.char_indices().nth(2000).map_or(start.len(), |(at, _)| at);
    let head = start[..limit].to_ascii_lowercase();
    head.starts_with('<')
        && (head.starts_with("<!doctype html")
            || head.contains("<html")
            || head.contains("<body")
            || head.contains("<div")
            || head.contains("<p")
            || head.contains("<table"))
}

/// The text of a page, one block a line, the cells of a row with tabs between them.
pub(super) fn text(page: &str) -> String {
    let mut reader = Reader::default();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        reader.write(&rest[..at]);
        let found = &rest[at..];
        let end = tag::end(found);
        if end == 0 {
            reader.write("<");
            rest = &found[1..];
            continue;
        }
        let name = tag::name(found);
        rest = &found[end..];
        reader.tag(&name, &found[..end]);
        // What stands inside these is no markup at all.
        if matches!(name.as_str(), "script" | "style") {
            let lower = rest.to_ascii_lowercase();
            rest = lower.find(&format!("</{name}")).map_or("", |close| &rest[close..]);
        }
    }
    reader.write(rest);
    reader.finish()
}

/// Gathers text while the tags go by.
#[derive(Default)]
struct Reader {
    text: String,
    /// The elements begun inside one that is not read; the first is that one.
    unread: Vec<String>,
    /// Whether a paragraph has begun and has no text yet.
    in_empty_paragraph: bool,
    lists: list::Lists,
    tables: table::Tables,
    /// The place beside the text that is being read, where its text begins, and how many divisions are open inside it.
    margin: Option<(Margin, usize, usize)>,
    /// What stood beside the text.
    margins: Vec<(Margin, String)>,
}

impl Reader {
    fn tag(&mut self, name: &str, tag: &str) {
        let (name, is_end) = name.strip_prefix('/').map_or((name, false), |name| (name, true));
        if !self.unread.is_empty() {
            if is_end {
                // An end closes everything that was left open inside it.
                if let Some(at) = self.unread.iter().rposition(|open| open == name) {
                    self.unread.truncate(at);
                }
            } else if !EMPTY.contains(&name) && !tag.ends_with("/>") {
                self.unread.push(name.to_owned());
            }
            return;
        }
        let is_unread = || UNREAD.contains(&name) || tag::is_hidden(tag) || name == "a" && tag::refers_to_note(tag);
        if !is_end && !EMPTY.contains(&name) && !tag.ends_with("/>") && is_unread() {
            self.unread.push(name.to_owned());
            return;
        }
        if BLOCKS.contains(&name) {
            // A paragraph without text and a second break are blank lines to the eye.
            let was_empty = self.text.ends_with('\n') || self.text.is_empty();
            self.line_end();
            let is_blank_line = was_empty && (name == "br" || name == "p" && is_end && self.in_empty_paragraph);
            if is_blank_line && !self.text.is_empty() && !self.text.ends_with("\n\n") {
                self.text.push('\n');
            }
            self.in_empty_paragraph = name == "p" && !is_end || name == "br" && self.in_empty_paragraph;
        }
        match name {
            "div" => self.division(is_end, tag),
            "ol" | "ul" | "li" => self.lists.tag(name, is_end, tag),
            "table" | "tr" | "td" | "th" => {
                self.line_end();
                self.tables.tag(name, is_end, &mut self.text);
            }
            _ => {}
        }
    }

    /// A division may hold what stands beside the text: a note, a footer.
    fn division(&mut self, is_end: bool, tag: &str) {
        match (&mut self.margin, is_end) {
            (None, false) => self.margin = tag::margin(tag).map(|margin| (margin, self.text.len(), 1)),
            (Some((_, _, depth)), false) => *depth += 1,
            (Some((_, _, depth)), true) if *depth > 1 => *depth -= 1,
            (Some(_), true) => self.end_margin(),
            (None, true) => {}
        }
    }

    fn end_margin(&mut self) {
        if let Some((margin, start, _)) = self.margin.take() {
            // A row that was put on one line may have moved what came before.
            let start = (start..=self.text.len()).find(|&at| self.text.is_char_boundary(at)).unwrap_or(self.text.len());
            self.margins.push((margin, self.text.split_off(start)));
            self.tables.cut(start);
        }
    }

    /// Adds the text between two tags. Line ends and runs of spaces in the source of a page are one space; between Chinese
    /// characters, none, for browsers' source was only broken there.
    fn write(&mut self, text: &str) {
        if !self.unread.is_empty() || text.is_empty() {
            return;
        }
        let text = unescape(text);
        let is_space = |character: char| matches!(character, ' ' | '\n' | '\r' | '\t' | '\u{C}');
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let word = rest.find(is_space).unwrap_or(rest.len());
            if word > 0 {
                self.text.push_str(&self.lists.number_before(rest));
            }
            self.text.push_str(&rest[..word]);
            self.in_empty_paragraph &= word == 0;
            rest = &rest[word..];
            let after = rest.trim_start_matches(is_space);
            let space = &rest[..rest.len() - after.len()];
            if !space.is_empty() {
                let wide = |character: Option<char>| character.is_none_or(|character| !character.is_ascii());
                let broken = space.contains('\n') && wide(self.text.chars().next_back()) && wide(after.chars().next());
                if !broken && !self.text.ends_with([' ', '\n', '\t']) && !self.text.is_empty() {
                    self.text.push(' ');
                }
            }
            rest = after;
        }
    }

    fn line_end(&mut self) {
        let end = self.text.trim_end_matches([' ', '\t']).len();
        self.text.truncate(end);
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn finish(mut self) -> String {
        self.line_end();
        self.tables.finish(&mut self.text);
        self.end_margin();
        for (margin, lines) in std::mem::take(&mut self.margins) {
            margin::write(&mut self.text, margin, &lines);
        }
        while self.text.ends_with("\n\n") {
            self.text.pop();
        }
        self.text
    }
}

fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.char_indices().take(10).find(|(_, character)| *character == ';').map(|(end, _)| end);
        match end.and_then(|end| Some((end, entity::text(&rest[..end])?))) {
            Some((end, text)) => {
                plain.push_str(&text);
                rest = &rest[end + 1..];
            }
            None => plain.push('&'),
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_reader_of_the_page_sees() {
        let page = "<!DOCTYPE html>\n<html><head><title>页面标题</title><style>p > a {}</style></head><body>\n\
            <nav><ul><li>首页</li></ul></nav><script>if (a < b) { document.write('<p>x</p>') }</script>\n\
            <div class=\"title\">关于第12号建议的<br/>答复</div>\n\
            <!-- <p>注释</p> --><table><tr><td>索引号</td><td>LJ-1</td></tr><tr><td>文号</td><td>临科函〔2026〕1号</td></tr></table>\n\
            <p>　　您提出的&ldquo;关于某事&rdquo;的建\n议收悉，<b>现</b>答复如下：</p>\n<p style=\"display: none\">看不见</p>\n<p>面积 < 5 亩，R&amp;D 经费&nbsp;3&#20803;</p></body></html>";
        assert!(is_page(page));
        assert_eq!(
            text(page),
            "关于第12号建议的\n答复\n索引号\tLJ-1\n文号\t临科函〔2026〕1号\n　　您提出的“关于某事”的建议收悉，现答复如下：\n面积 < 5 亩，R&D 经费\u{A0}3元\n"
        );
    }

    #[test]
    fn empty_paragraphs_are_blank_lines() {
        assert_eq!(
            text("<div><p>甲</p><p></p><p>乙<br><br>丙</p><p><br></p></div><div><p>丁</p></div>"),
            "甲\n\n乙\n\n丙\n\n丁\n"
        );
        assert_eq!(text("<p>甲</p>\n<p>乙</p>"), "甲\n乙\n");
    }

    #[test]
    fn lists_are_numbered_and_rows_stand_on_a_line() {
        assert_eq!(
            text(
                "<ol><li>甲</li><li><p>乙</p></li></ol><p>丙</p><ol start=\"3\"><li>丁</li><li>4.戊</li></ol><ul><li>己</li></ul>"
            ),
            "1.甲\n2.乙\n丙\n3.丁\n4.戊\n己\n"
        );
        assert_eq!(
            text(
                "<table><tr><td><p>事项</p></td><td><p>时限</p><p>（天）</p></td></tr><tr><td><p>开办</p></td><td></td><td>1</td></tr></table>"
            ),
            "事项\t时限 （天）\n开办\t\t1\n"
        );
        let column = "很长的一栏".repeat(30);
        assert_eq!(
            text(&format!("<table><tr><td>菜单</td><td><p>{column}</p></td></tr></table>")),
            format!("菜单\n{column}\n")
        );
    }

    #[test]
    fn notes_and_footers_of_a_word_processor_stand_below() {
        let page = "<p>办法<a class=\"sdfootnoteanc\" name=\"x\"><sup>1</sup></a>已印发<del>了</del>。</p><div id=\"sdfootnote1\"><p><a class=\"sdfootnotesym\">1</a>见附件。</p></div><div title=\"footer\"><p>— <sdfield>1</sdfield> —</p></div>";
        assert_eq!(text(page), "办法已印发。\n［脚注］见附件。\n［页脚］— 1 —\n");
    }

    #[test]
    fn a_row_begun_in_a_note_ends_with_it() {
        let page = "<p>办法</p><div id=ftn1>见<td>附件<table>一</div>已经<p>印发<p>施行";
        assert_eq!(text(page), "办法\n已经\n印发\n施行\n［脚注］见\n［脚注］附件\n［脚注］一\n");
    }

    #[test]
    fn a_plain_text_is_no_page() {
        for text in ["面积<5亩", "<关于某事的建议>收悉", "您好", ""] {
            assert!(!is_page(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_page_breaks_the_reader(page in "([<>/!a-z\"'&;= -]|<p>|</p>|<td>|</td>|<tr>|</tr>|<table>|</table>|<li>|<ol>|</ol>|<div id=ftn1>|</div>|<div title=\"footer\">|<script>|</script>|<!--|-->|建议|&amp;|<div style=\"display:none\">|\n){0,60}") {
            prop_assert!(!text(&page).contains('\r'));
        }

        #[test]
        fn no_word_of_a_page_is_lost(tags in proptest::collection::vec(proptest::sample::select(vec!["<p>", "</p>", "<td>", "</td>", "<tr>", "</tr>", "<table>", "</table>", "<li>", "<ul>", "</ul>", "<div id=ftn1>", "<div>", "</div>", "<div title=\"footer\">", "<br>"]), 0..40)) {
            let page: String = tags.iter().enumerate().map(|(index, tag)| format!("{tag}甲{index}乙")).collect();
            let found = text(&page);
            for index in 0..tags.len() {
                let word = format!("甲{index}乙");
                prop_assert!(found.contains(&word), "{} {}", page, found);
            }
        }
    }
}
