//! What is vouched for: the items of a reviewer's walk, each with exactly the text that its verdict speaks of.

use super::elements::{ELEMENTS, basis};
use super::gather::{Evidence, citations, figures, names, promises, requests};
use crate::letter::figures::workings;
use crate::letter::outline::Outline;
use crate::letter::{Draft, Field, closing, opening};
use crate::text::fingerprint::fingerprint;
use crate::text::sentence;
use std::collections::HashMap;
use std::ops::Range;

/// One item of the walk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What kind of thing is vouched for: `number`, `paragraph`, `figure` …; an element has the checklist's own name.
    pub key: &'static str,
    /// How a person names it on a command line: `number`, `p3`, `figure-3.2`, `request-1`.
    pub selector: String,
    /// What a user calls it.
    pub title: String,
    /// What the reviewer is asked.
    pub asked: &'static str,
    /// On which source that rests.
    pub source: &'static str,
    /// Which part of the walk it belongs to.
    pub part: Part,
    /// The text the verdict speaks of, with the names of its fields; nothing else can reopen the item.
    pub vouched: String,
    /// The SHA-256 of [`vouched`](Self::vouched), in hexadecimal.
    pub content: String,
    /// What of the letter shows it.
    pub evidence: Vec<Evidence>,
}

/// The parts of the walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The elements of the letter: what is sound there, the machine can prove.
    Elements,
    /// The paragraphs of the body, each with its figures.
    Body,
    /// What only a person can vouch for.
    Person,
}

impl Part {
    /// What a user calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Elements => "要素",
            Self::Body => "正文",
            Self::Person => "人工核对",
        }
    }
}

/// Kinds of which a letter has several. Such an item is known by its content alone, so that it may change its place.
const SEVERAL: [&str; 3] = ["paragraph", "figure", "request"];

/// Whether a letter has several items of the kind `key`.
pub fn is_several(key: &str) -> bool {
    SEVERAL.contains(&key)
}

/// The items of `draft` in the order of the walk.
pub fn items(draft: &Draft) -> Vec<Item> {
    let mut walk = Walk::new(draft);
    for (key, title, asked, fields) in ELEMENTS.iter().take(13) {
        walk.element(key, title, asked, &fields(draft));
    }
    walk.opening_and_closing();
    walk.structure();
    walk.paragraphs();
    walk.names();
    walk.policy();
    walk.promises();
    walk.consultation();
    let (key, title, asked, fields) = ELEMENTS[13];
    walk.element(key, title, asked, &fields(draft));
    walk.requests();
    walk.items
}

/// The SHA-256 of the letter as a whole: what a signature under it speaks of. Indents and blank lines mean nothing.
pub fn letter(draft: &Draft) -> String {
    let mut fields: Vec<Field> = vec![Field::Kind, Field::Role];
    for (_, _, _, of) in ELEMENTS.iter().take(12) {
        fields.extend(of(draft));
    }
    let mut text = named(draft, &fields);
    for paragraph in Outline::of(&draft.letter.body).paragraphs {
        text.push_str(&draft.letter.body[paragraph.range]);
        text.push('\n');
    }
    fingerprint(text.as_bytes())
}

/// The texts of `fields`, each on a line with its name.
fn named(draft: &Draft, fields: &[Field]) -> String {
    fields.iter().map(|&field| format!("{field}：{}\n", draft.text(field))).collect()
}

struct Walk<'a> {
    draft: &'a Draft,
    body: &'a str,
    outline: Outline,
    opening: Option<Range<usize>>,
    closing: Option<Range<usize>>,
    items: Vec<Item>,
    seen: HashMap<(&'static str, String), usize>,
}

impl<'a> Walk<'a> {
    fn new(draft: &'a Draft) -> Self {
        let body = draft.letter.body.as_str();
        let outline = Outline::of(body);
        let opening = opening::find(body, &outline).map(|opening| opening.range);
        // One paragraph that both receives and closes is the opening.
        let closing = closing::find(body, &outline)
            .map(|(_, range)| range)
            .filter(|closing| opening.as_ref().is_none_or(|opening| opening.end <= closing.start));
        Self { draft, body, outline, opening, closing, items: Vec::new(), seen: HashMap::new() }
    }

    fn add(
        &mut self,
        key: &'static str,
        selector: String,
        title: String,
        asked: &'static str,
        vouched: String,
        evidence: Vec<Evidence>,
    ) {
        let (part, source) = basis(key);
        let mut content = fingerprint(vouched.as_bytes());
        if is_several(key) {
            // The second of two equal paragraphs is a thing of its own: whoever passed one has not passed the other.
            let copies = self.seen.entry((key, content.clone())).or_default();
            *copies += 1;
            if *copies > 1 {
                content = fingerprint(format!("{vouched}\n第{copies}处").as_bytes());
            }
        }
        self.items.push(Item { key, selector, title, asked, source, part, vouched, content, evidence });
    }

    fn single(
        &mut self,
        key: &'static str,
        title: &str,
        asked: &'static str,
        vouched: String,
        evidence: Vec<Evidence>,
    ) {
        self.add(key, key.to_owned(), title.to_owned(), asked, vouched, evidence);
    }

    fn element(&mut self, key: &'static str, title: &str, asked: &'static str, fields: &[Field]) {
        let evidence = fields
            .iter()
            .map(|&field| {
                let text = self.draft.text(field);
                Evidence::at(field, &text, 0..text.len())
            })
            .filter(|evidence| !evidence.text.is_empty())
            .collect();
        self.single(key, title, asked, named(self.draft, fields), evidence);
    }

    fn body_evidence(&self, range: Range<usize>) -> Evidence {
        Evidence::at(Field::Body, self.body, range)
    }

    fn opening_and_closing(&mut self) {
        for (key, title, asked, range) in [
            ("opening", "开头", "所收建议（提案）的题目、编号是否准确，会办是否写明", self.opening.clone()),
            ("closing", "结语", "用语是否得体", self.closing.clone()),
        ] {
            let vouched = range.clone().map_or_else(String::new, |range| self.lines(range));
            let evidence = range.map(|range| self.body_evidence(range)).into_iter().collect();
            self.single(key, title, asked, vouched, evidence);
        }
    }

    /// The element of the body that a paragraph is part of.
    fn part_of(&self, paragraph: &Range<usize>) -> Option<&'static str> {
        let within = |range: &Option<Range<usize>>| {
            range.as_ref().is_some_and(|range| range.start <= paragraph.start && paragraph.end <= range.end)
        };
        [("（开头）", &self.opening), ("（结语）", &self.closing)]
            .into_iter()
            .find(|(_, range)| within(range))
            .map(|(name, _)| name)
    }

    /// The paragraphs within `range`, without the blanks between them.
    fn lines(&self, range: Range<usize>) -> String {
        let inside = |place: &Range<usize>| range.start <= place.start && place.end <= range.end;
        let paragraphs = self.outline.paragraphs.iter().filter(|paragraph| inside(&paragraph.range));
        paragraphs.map(|paragraph| self.body[paragraph.range.clone()].to_owned() + "\n").collect()
    }

    /// The order of the paragraphs: each by its heading or its first words, so that a change inside one leaves it alone.
    fn structure(&mut self) {
        let mut vouched = String::new();
        let mut evidence = Vec::new();
        let mut sections = self.outline.sections.iter().peekable();
        for (index, paragraph) in self.outline.paragraphs.iter().enumerate() {
            let section = sections.next_if(|section| section.paragraph == index);
            // The opening and the closing are vouched for word by word already; here only their place counts.
            if let Some(name) = self.part_of(&paragraph.range) {
                vouched.push_str(name);
                vouched.push('\n');
                continue;
            }
            let range = match section {
                Some(section) => section.marker.range.start..section.heading.end,
                None => {
                    let text = &self.body[paragraph.range.clone()];
                    let first = text.char_indices().nth(6).map_or(text.len(), |(at, _)| at);
                    paragraph.range.start..paragraph.range.start + first
                }
            };
            vouched.push_str(&self.body[range.clone()]);
            vouched.push('\n');
            if paragraph.marker.is_some() {
                evidence.push(self.body_evidence(range));
            }
        }
        self.single(
            "answer",
            "层次与段落顺序",
            "标题、序号、段落顺序是否正确，内容是否针对所提建议",
            vouched,
            evidence,
        );
    }

    fn paragraphs(&mut self) {
        let workings = workings(self.body);
        for index in 0..self.outline.paragraphs.len() {
            let paragraph = self.outline.paragraphs[index].clone();
            let number = index + 1;
            if self.part_of(&paragraph.range).is_none() {
                let path = paragraph.section.map(|section| format!(" {}", self.outline.path(section)));
                self.add(
                    "paragraph",
                    format!("p{number}"),
                    format!("第{number}段{}", path.unwrap_or_default()),
                    "理由、措施是否符合政策、切实可行，文字、标点是否规范",
                    self.body[paragraph.range.clone()].to_owned(),
                    vec![self.body_evidence(paragraph.range.clone())],
                );
            }
            // Each figure is vouched for by itself: whoever has looked up five of six is asked again for the one that changed.
            for (range, at) in figures::of_paragraph(self.body, &paragraph).into_iter().zip(1..) {
                let derived = workings.iter().filter(|working| range.contains(&working.range.start));
                let lines: Vec<String> = derived.map(|working| working.line(self.body)).collect();
                let evidence = vec![self.body_evidence(range).with_note(lines.join("；"))];
                self.add(
                    "figure",
                    format!("figure-{number}.{at}"),
                    format!("第{number}段数据{at}"),
                    "数据、单位、时点和出处是否准确",
                    joined(&evidence),
                    evidence,
                );
            }
        }
    }

    fn names(&mut self) {
        let evidence = names::of(self.draft);
        // What counts is which names there are, not where each comes first.
        let mut sorted: Vec<&str> = evidence.iter().map(|name| name.text.as_str()).collect();
        sorted.sort_unstable();
        let vouched = sorted.join("\n");
        self.single("names", "人名、地名、单位、职务", "与原件核对是否准确", vouched, evidence);
    }

    fn policy(&mut self) {
        let matter = format!("《{}》", self.draft.matter.title);
        // What the opening names first is what is answered, however its title is written there.
        let opening = self.opening.clone().unwrap_or_default();
        let mut named = citations::of(self.body);
        if named.first().is_some_and(|first| opening.contains(&first.start)) {
            named.remove(0);
        }
        let evidence: Vec<Evidence> = named
            .into_iter()
            .map(|range| self.body_evidence(range))
            .filter(|citation| !citation.text.starts_with(&matter))
            .collect();
        self.single(
            "policy",
            "政策依据",
            "引用的法规、文件是否现行有效，名称、文号、条款是否准确",
            joined(&evidence),
            evidence,
        );
    }

    fn promises(&mut self) {
        let evidence: Vec<Evidence> = promises::of(self.body)
            .into_iter()
            .map(|promise| {
                let note = promise.time.map_or_else(|| "未写明时间".to_owned(), |time| format!("时间：{time}"));
                self.body_evidence(promise.range).with_note(note)
            })
            .collect();
        self.single("promises", "承诺事项", "能否做到，时限、责任是否明确", joined(&evidence), evidence);
    }

    /// The co-handlers, and every sentence that speaks of one of them or of 会办.
    fn consultation(&mut self) {
        let units = &self.draft.matter.co_handlers;
        let mut fields = vec![Field::Role];
        fields.extend((0..units.len()).map(Field::MatterCoHandlers));
        let mut evidence: Vec<Evidence> = Vec::new();
        for paragraph in &self.outline.paragraphs {
            let text = &self.body[paragraph.range.clone()];
            for range in sentence::sentences(text) {
                let words = &text[range.clone()];
                if words.contains("会办") || units.iter().any(|unit| words.contains(unit.as_str())) {
                    let start = paragraph.range.start;
                    evidence.push(self.body_evidence(start + range.start..start + range.end));
                }
            }
        }
        let vouched = named(self.draft, &fields) + &joined(&evidence);
        self.single("consultation", "会办意见", "是否已征求会办单位意见并取得一致", vouched, evidence);
    }

    fn requests(&mut self) {
        let asked = &self.draft.matter.requests;
        let list: String = asked.iter().map(|request| format!("{}\n", request.text)).collect();
        let evidence = (0..asked.len())
            .map(|at| Evidence::at(Field::RequestText(at), &asked[at].text, 0..asked[at].text.len()))
            .collect();
        let vouched = format!("{}\n{list}", self.draft.matter.title);
        self.single("requests", "诉求清单", "原件所提诉求是否逐项列出，有无遗漏", vouched, evidence);
        for answer in requests::matrix(self.draft, &self.outline) {
            let request = &asked[answer.request];
            // The last section runs to the end of the body; the closing answers nothing.
            let end = self.closing.as_ref().map_or(self.body.len(), |closing| closing.start);
            let ranges: Vec<_> =
                answer.ranges.into_iter().map(|range| range.start..range.end.min(end).max(range.start)).collect();
            let section: Vec<String> = ranges.iter().map(|range| self.lines(range.clone())).collect();
            let section = section.join("\n");
            let vouched = format!("{}\n{}\n{section}", request.text, request.answered_in);
            let field = Field::RequestText(answer.request);
            let note = match (ranges.is_empty(), request.answered_in.as_str()) {
                (true, "") => "未写明在哪里答复".to_owned(),
                (true, path) => format!("正文中没有“{path}”"),
                (false, path) => format!("答复在{path}"),
            };
            let mut evidence = vec![Evidence::at(field, &request.text, 0..request.text.len()).with_note(note)];
            evidence.extend(ranges.into_iter().map(|range| self.body_evidence(range)));
            let number = answer.request + 1;
            self.add(
                "request",
                format!("request-{number}"),
                format!("诉求{number}"),
                "是否有针对性的答复",
                vouched,
                evidence,
            );
        }
    }
}

fn joined(evidence: &[Evidence]) -> String {
    evidence.iter().map(|piece| format!("{}\n", piece.text)).collect()
}
