//! Pages saved from a web site to text: what a reader of the page sees.

use super::entity;
use crate::text::characters::is_blank;

/// Elements whose content nobody reads as part of a letter: code, menus, controls.
const UNREAD: [&str; 14] = [
    "head", "script", "style", "noscript", "template", "nav", "svg", "iframe", "select", "button", "textarea",
    "object", "map", "canvas",
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
        let tag = &rest[at..];
        let end = tag_end(tag);
        if end == 0 {
            reader.write("<");
            rest = &tag[1..];
            continue;
        }
        let name = tag_name(tag);
        rest = &tag[end..];
        reader.tag(&name, &tag[..end]);
        // What stands inside these is no markup at all.
        if matches!(name.as_str(), "script" | "style") {
            let lower = rest.to_ascii_lowercase();
            rest = lower.find(&format!("</{name}")).map_or("", |close| &rest[close..]);
        }
    }
    reader.write(rest);
    reader.finish()
}

/// The length of a tag, a comment or a declaration at the start of a text; 0 where < is only a sign.
fn tag_end(text: &str) -> usize {
    if text.starts_with("<!--") {
        return text.find("-->").map_or(text.len(), |at| at + 3);
    }
    let second = text[1..].chars().next();
    if !second.is_some_and(|character| character.is_ascii_alphabetic() || matches!(character, '/' | '!' | '?')) {
        return 0;
    }
    let mut quote = None;
    for (at, character) in text.char_indices() {
        match (character, quote) {
            ('"' | '\'', None) => quote = Some(character),
            (_, Some(open)) if character == open => quote = None,
            ('>', None) => return at + 1,
            // A quote that is never closed ends with the tag.
            ('<', _) if at > 0 => return text[..at].rfind('>').map_or(at, |close| close + 1),
            _ => {}
        }
    }
    text.len()
}

/// The name of a tag in lower case, with / before that of an end.
fn tag_name(tag: &str) -> String {
    let inner = tag.trim_start_matches('<');
    let slash = usize::from(inner.starts_with('/'));
    let length =
        inner[slash..].find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(inner.len() - slash);
    inner[..slash + length].to_ascii_lowercase()
}

/// Gathers text while the tags go by.
#[derive(Default)]
struct Reader {
    text: String,
    /// The elements begun inside one that is not read; the first is that one.
    unread: Vec<String>,
    /// Whether a paragraph has begun and has no text yet.
    in_empty_paragraph: bool,
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
        if !is_end && !EMPTY.contains(&name) && !tag.ends_with("/>") && (UNREAD.contains(&name) || is_hidden(tag)) {
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
        } else if matches!(name, "td" | "th") && !is_end {
            let row = self.text.rfind('\n').map_or(0, |at| at + 1);
            if !self.text[row..].trim().is_empty() {
                self.text.push('\t');
            }
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
        while self.text.ends_with("\n\n") {
            self.text.pop();
        }
        self.text
    }
}

/// Whether a tag says that its element is not shown.
fn is_hidden(tag: &str) -> bool {
    let lower: String = tag.to_ascii_lowercase().chars().filter(|&character| character != ' ').collect();
    lower.contains("display:none") || lower.contains("visibility:hidden") || lower.contains("aria-hidden=\"true\"")
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
    fn a_plain_text_is_no_page() {
        for text in ["面积<5亩", "<关于某事的建议>收悉", "您好", ""] {
            assert!(!is_page(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_page_breaks_the_reader(page in "([<>/!a-z\"'&;= -]|<p>|</p>|<td>|<script>|</script>|<!--|-->|建议|&amp;|<div style=\"display:none\">|</div>|\n){0,60}") {
            prop_assert!(!text(&page).contains('\r'));
        }
    }
}
