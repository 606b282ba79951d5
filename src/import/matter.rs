//! What is answered, read out of the title and the opening: kind, session, number, topic, co-handlers.

use super::assembly::Assembly;
use super::run::Run;
use super::{co_handlers, topic};
use crate::letter::opening::{self, Opening};
use crate::letter::outline::Outline;
use crate::letter::session::Session;
use crate::letter::{Field, Kind, Role, reference};
use crate::text::brackets;
use crate::text::characters::is_blank;
use std::ops::Range;

/// The texts the matter is read out of, with the way back to the source.
pub(super) struct Texts<'r> {
    /// The title.
    pub title: &'r Run,
    /// The body.
    pub body: &'r Run,
}

/// Fills the matter from title and body. What a page's table already gave stays only where these say nothing.
pub(super) fn read(assembly: &mut Assembly, texts: &Texts) {
    let body = texts.body.text.as_str();
    let opening = opening::find(body, &Outline::of(body));
    let title = texts.title.text.as_str();
    read_kind(assembly, title, opening.as_ref().map(|opening| &body[opening.range.clone()]));
    read_role(assembly, title);
    read_session(assembly, texts, opening.as_ref());
    read_number(assembly, texts, opening.as_ref());
    read_topic(assembly, texts, opening.as_ref());
    if let Some(opening) = &opening {
        read_co_handlers(assembly, texts.body, opening);
    }
}

/// 建议 or 提案: the title says, else the addressees' title, else the opening.
fn read_kind(assembly: &mut Assembly, title: &str, opening: Option<&str>) {
    let by_title = kind_of(title);
    let by_opening = opening.and_then(kind_of);
    let by_addressees = match assembly.draft.letter.addressee_title.as_str() {
        "代表" => Some(Kind::Suggestion),
        "委员" => Some(Kind::Proposal),
        _ => None,
    };
    let kind = by_title.or(by_addressees).or(by_opening);
    match kind {
        Some(kind) => {
            assembly.draft.kind = kind;
            for (other, place) in [(by_addressees, "主送的称谓"), (by_opening, "正文开头")] {
                if other.is_some_and(|other| other != kind) {
                    assembly.ledger.doubt(
                        Some(Field::Kind),
                        None,
                        format!("标题与{place}所说的类别不一，按标题定为“{}”", kind.word()),
                    );
                }
            }
        }
        None => assembly.ledger.doubt(Some(Field::Kind), None, "看不出答复的是建议还是提案，暂按“建议”"),
    }
}

fn kind_of(text: &str) -> Option<Kind> {
    let session = Session::find(text).map(|session| session.assembly);
    // A topic may itself speak of 建议; what stands outside 《》 and “” speaks of the matter.
    let mut outside = text.to_owned();
    for open in ['《', '“'] {
        for pair in brackets::enclosed(&outside.clone(), open).into_iter().rev() {
            outside.replace_range(pair, "");
        }
    }
    let place = |words: &[&str]| words.iter().any(|word| outside.contains(word));
    let proposal = place(&["提案", "政协", "委员提出"]);
    let suggestion =
        place(&["代表建议", "人大", "议案", "人民代表大会", "号建议", "代表提出", "建议的答复", "建议答复"]);
    match (proposal, suggestion, session) {
        (true, false, _) => Some(Kind::Proposal),
        (false, true, _) => Some(Kind::Suggestion),
        (true, true, Some(crate::letter::session::Assembly::Conference)) => Some(Kind::Proposal),
        (true, true, Some(crate::letter::session::Assembly::Congress)) => Some(Kind::Suggestion),
        (true, true, None) => Some(Kind::Proposal),
        (false, false, _) => {
            if text.contains("提案》") {
                Some(Kind::Proposal)
            } else {
                text.contains("建议").then_some(Kind::Suggestion)
            }
        }
    }
}

fn read_role(assembly: &mut Assembly, title: &str) {
    if ["会办意见", "协办意见", "会办件", "协办件"].iter().any(|word| title.contains(word)) {
        assembly.draft.role = Role::Joint;
    } else if title.contains("分办") {
        assembly.draft.role = Role::Separate;
    }
}

/// Puts what was found into a field and notes where it was read.
fn derive(assembly: &mut Assembly, run: &Run, range: Range<usize>, field: Field) {
    let mut text = super::assembly::tidy(&run.text[range.clone()]);
    if field == Field::MatterTitle {
        // 关于增设车道的第12号建议 has the number inside the topic.
        for number in reference::find_all(&text.clone()).into_iter().rev() {
            text.replace_range(number.range, "");
        }
    }
    assembly.set(field, &text);
    assembly.ledger.derive(run, range, field);
}

fn read_session(assembly: &mut Assembly, texts: &Texts, opening: Option<&Opening>) {
    if let Some(session) = Session::find(&texts.title.text) {
        derive(assembly, texts.title, session.range, Field::MatterSession);
    } else if let Some(opening) = opening
        && let Some(session) = Session::find(&texts.body.text[opening.range.clone()])
    {
        let range = session.range.start + opening.range.start..session.range.end + opening.range.start;
        derive(assembly, texts.body, range, Field::MatterSession);
    }
}

fn read_number(assembly: &mut Assembly, texts: &Texts, opening: Option<&Opening>) {
    let (title, body) = (texts.title, texts.body);
    let own = |numbers: &[reference::MatterNumber], text: &str| -> Vec<Range<usize>> {
        // 字第12号 is a document number.
        let numbers = numbers.iter().filter(|found| !text[..found.range.start].ends_with('字'));
        numbers.map(|found| found.number.clone()).collect()
    };
    let in_title = own(&reference::find_all(&title.text), &title.text);
    let in_opening = opening.map_or_else(Vec::new, |opening| own(&opening.numbers, &body.text));
    // A letter to several suggestions numbers each after its topic: 《…》（第042号）、《…》（第057号）.
    let after_topics: Vec<Range<usize>> =
        in_opening.iter().filter(|number| follows_topic(&body.text, number.start)).cloned().collect();
    let text_of = |number: &Range<usize>| body.text[number.clone()].trim();
    let has_titles = in_title
        .iter()
        .all(|wanted| after_topics.iter().any(|found| text_of(found) == title.text[wanted.clone()].trim()));
    if in_title.len() < after_topics.len() && has_titles {
        derive_numbers(assembly, body, &after_topics);
        return;
    }
    if !in_title.is_empty() {
        derive_numbers(assembly, title, &in_title);
    } else if let Some(first) = in_opening.first() {
        derive_numbers(assembly, body, std::slice::from_ref(first));
    } else if let Some(number) = labelled_number(&title.text, 0..title.text.len()) {
        derive(assembly, title, number, Field::MatterNumber);
    } else if let Some(opening) = opening
        && let Some(number) = labelled_number(&body.text, opening.range.clone())
    {
        derive(assembly, body, number, Field::MatterNumber);
    }
    let kept = assembly.draft.matter.number.clone();
    if in_opening.iter().any(|number| !reference::each(&kept).any(|kept| kept == text_of(number))) {
        assembly.ledger.doubt(Some(Field::MatterNumber), None, "开头提到的编号不止所答事项这一个，请核对");
    }
}

/// Puts all numbers into the field as one text.
fn derive_numbers(assembly: &mut Assembly, run: &Run, numbers: &[Range<usize>]) {
    let texts: Vec<String> = numbers.iter().map(|number| super::assembly::tidy(&run.text[number.clone()])).collect();
    assembly.set(Field::MatterNumber, &reference::join(texts.iter().map(String::as_str)));
    for number in numbers {
        assembly.ledger.derive(run, number.clone(), Field::MatterNumber);
    }
}

/// Whether a number stands in brackets right after a topic.
fn follows_topic(text: &str, number: usize) -> bool {
    let before = text[..number].trim_end_matches(is_blank);
    let before = before.strip_suffix('第').unwrap_or(before).trim_end_matches(is_blank);
    before.strip_suffix(['（', '(']).is_some_and(|rest| rest.trim_end_matches(is_blank).ends_with(['》', '”']))
}

/// A number after a label, without 第: （编号：2026042）, 案号B(2017)103号.
fn labelled_number(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let slice = &text[range.clone()];
    ["编号", "案号", "建议号", "提案号"].iter().find_map(|label| {
        let after = slice.find(label)? + label.len();
        let rest =
            slice[after..].trim_start_matches(|mark| is_blank(mark) || matches!(mark, '：' | ':' | '为' | '第' | '是'));
        let of_number =
            |mark: char| mark.is_ascii_alphanumeric() || matches!(mark, '-' | '(' | ')' | '〔' | '〕' | '[' | ']');
        let number = rest[..rest.len() - rest.trim_start_matches(of_number).len()].trim_end_matches([')', '-']);
        let start = range.start + slice.len() - rest.len();
        number.bytes().any(|byte| byte.is_ascii_digit()).then(|| start..start + number.len())
    })
}

/// The topic: 《…》 of the opening that is called a suggestion or is followed by one; else “…”, else the words before 的建议; else
/// what the title holds.
fn read_topic(assembly: &mut Assembly, texts: &Texts, opening: Option<&Opening>) {
    let body = texts.body.text.as_str();
    if let Some(opening) = opening
        && let Some(topic) = topic::find(body, opening.range.clone())
    {
        derive(assembly, texts.body, topic, Field::MatterTitle);
        return;
    }
    let title = texts.title.text.as_str();
    if let Some(topic) = topic::marked(title, 0..title.len()) {
        derive(assembly, texts.title, topic, Field::MatterTitle);
    }
}

/// 经综合东洲镇会办意见, 经商市财政局、市教育局, 会同市水务局研究.
fn read_co_handlers(assembly: &mut Assembly, body: &Run, opening: &Opening) {
    let slice = &body.text[opening.range.clone()];
    let found = co_handlers::find(slice);
    for (index, name) in found.into_iter().enumerate() {
        let range = opening.range.start + name.start..opening.range.start + name.end;
        derive(assembly, body, range, Field::MatterCoHandlers(index));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_after_labels() {
        for (text, number) in [
            ("《关于某事的建议》（编号：2026042）收悉", Some("2026042")),
            ("您的提案（案号B(2017)103号）收悉", Some("B(2017)103")),
            ("提案编号为 A-12，收悉", Some("A-12")),
            ("您的建议收悉", None),
        ] {
            assert_eq!(labelled_number(text, 0..text.len()).map(|range| &text[range]), number, "{text}");
        }
    }

    #[test]
    fn kinds() {
        for (text, kind) in [
            ("关于市十七届人大一次会议第12号代表建议答复的函", Some(Kind::Suggestion)),
            ("对市政协十五届二次会议第487号提案的答复", Some(Kind::Proposal)),
            ("关于“关于改进提案办理的建议”（第12号建议）的答复", Some(Kind::Suggestion)),
            ("关于第12号建议的答复", Some(Kind::Suggestion)),
            ("关于有关问题的答复", None),
        ] {
            assert_eq!(kind_of(text), kind, "{text}");
        }
    }
}
