//! What is answered, read out of the title and the opening: kind, session, number, topic, co-handlers.

use super::assembly::Assembly;
use super::run::Run;
use super::{list, organ};
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
    if let Some([_, _, ..]) = opening.map(|opening| opening.numbers.as_slice()) {
        assembly.ledger.doubt(Some(Field::MatterNumber), None, "开头提到几个编号，稿件只取一个");
    }
    let title = reference::find_all(&texts.title.text);
    let first_of = |numbers: &[reference::MatterNumber], text: &str| {
        // 字第12号 is a document number.
        numbers.iter().find(|found| !text[..found.range.start].ends_with('字')).map(|found| found.number.clone())
    };
    if let Some(number) = first_of(&title, &texts.title.text) {
        derive(assembly, texts.title, number, Field::MatterNumber);
    } else if let Some(opening) = opening
        && let Some(number) = first_of(&opening.numbers, &texts.body.text)
    {
        derive(assembly, texts.body, number, Field::MatterNumber);
    }
}

/// The topic: 《…》 of the opening that is called a suggestion or is followed by one; else “…”, else the words before 的建议; else
/// what the title holds.
fn read_topic(assembly: &mut Assembly, texts: &Texts, opening: Option<&Opening>) {
    let body = texts.body.text.as_str();
    if let Some(opening) = opening
        && let Some(topic) = topic_of(body, opening.range.clone())
    {
        derive(assembly, texts.body, topic, Field::MatterTitle);
        return;
    }
    let title = texts.title.text.as_str();
    if let Some(topic) = marked(title, 0..title.len()) {
        derive(assembly, texts.title, topic, Field::MatterTitle);
    }
}

fn topic_of(body: &str, range: Range<usize>) -> Option<Range<usize>> {
    marked(body, range.clone()).or_else(|| unclosed(body, range.clone())).or_else(|| unmarked(body, range))
}

/// A topic between 《》 or “”.
fn marked(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let slice = &text[range.clone()];
    ['《', '“', '"'].into_iter().find_map(|open| {
        let pairs = if open == '"' { straight_quotes(slice) } else { brackets::enclosed(slice, open) };
        let inner = |pair: &Range<usize>| {
            let inside = brackets::inside(slice, pair);
            inside.start + range.start..inside.end + range.start
        };
        let is_topic = |pair: &&Range<usize>| {
            let inside = &text[inner(pair)];
            let after = slice[pair.end..].trim_start_matches(is_blank);
            let named = ["建议", "提案", "议案"].iter().any(|word| {
                inside.trim_end_matches(['》', '”']).ends_with(word)
                    || after.starts_with(word)
                    || after.starts_with(&format!("的{word}"))
            });
            named || inside.starts_with("关于") || after.starts_with("（第") || after.starts_with("(第")
        };
        // A document that the letter cites before its topic is told by what follows it.
        pairs.iter().find(is_topic).map(inner)
    })
}

fn straight_quotes(text: &str) -> Vec<Range<usize>> {
    let places: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    places.chunks_exact(2).map(|pair| pair[0]..pair[1] + 1).collect()
}

/// A topic whose 《 is never closed: it ends where the number or the verb begins.
fn unclosed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let slice = &text[range.clone()];
    let start = slice.find('《')? + '《'.len_utf8();
    if slice[start..].contains('》') {
        return None;
    }
    let end = ["（第", "(第", "收悉", "，", "已收"].iter().filter_map(|mark| slice[start..].find(mark)).min()? + start;
    Some(range.start + start..range.start + end)
}

/// A topic without any marks: 您提出的关于加强湿地保护的建议（第12号）收悉.
fn unmarked(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let slice = &text[range.clone()];
    let start = slice.find("关于")?;
    let end = ["的建议", "的提案", "的议案", "建议", "提案"]
        .iter()
        .find_map(|word| Some(slice[start..].find(word)? + word.len()))?
        + start;
    let topic = &slice[start..end];
    (!topic.contains(['，', '。', '；', '《', '“']) && topic.chars().count() >= 8 && topic.chars().count() <= 80)
        .then_some(range.start + start..range.start + end)
}

/// What may lead to the names of those who had a part, and what ends them.
const LEADS: [&str; 16] = [
    "综合了",
    "综合",
    "汇总了",
    "汇总",
    "经商请",
    "经商",
    "商请",
    "会同",
    "结合",
    "根据",
    "经与",
    "征求了",
    "征求",
    "会商",
    "我局与",
    "并商",
];
const ENDS: [&str; 16] = [
    "的会办意见",
    "会办意见",
    "的协办意见",
    "协办意见",
    "等单位",
    "等部门",
    "等有关",
    "的意见",
    "意见",
    "共同研究",
    "研究",
    "协商",
    "沟通",
    "，",
    "同意",
    "后",
];

/// 经综合东洲镇会办意见, 经商市财政局、市教育局, 会同市水务局研究.
fn read_co_handlers(assembly: &mut Assembly, body: &Run, opening: &Opening) {
    let text = body.text.as_str();
    let slice = &text[opening.range.clone()];
    for lead in LEADS {
        for (at, _) in slice.match_indices(lead) {
            let start = at + lead.len();
            let Some(end) = ENDS.iter().filter_map(|end| slice[start..].find(end)).min().map(|end| start + end) else {
                continue;
            };
            // 根据 and 结合 lead to much else; only the words of joint handling after the names tell.
            let told = ["会办意见", "协办意见", "的会办", "的协办"].iter().any(|word| slice[end..].starts_with(word));
            if matches!(lead, "根据" | "结合" | "我局与") && !told && !slice[end..].starts_with("共同研究") {
                continue;
            }
            let names = names(slice, start..end);
            if names.is_empty() || !names.iter().all(|name| organ::is_body(&slice[name.clone()])) {
                continue;
            }
            for (index, name) in names.into_iter().enumerate() {
                let range = opening.range.start + name.start..opening.range.start + name.end;
                derive(assembly, body, range, Field::MatterCoHandlers(index));
            }
            return;
        }
    }
}

/// Names divided by 、, 和 or 及; 等 and 各 at their ends are none of theirs.
fn names(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for entry in list::entries(text, range) {
        let mut start = entry.start;
        let inner = &text[entry.clone()];
        for (at, word) in inner.match_indices(['和', '及', '与']) {
            let cut = entry.start + at;
            // 和 inside a name, as in 人力资源和社会保障局, has no organ before it.
            if organ::is_body(&text[start..cut]) {
                found.push(start..cut);
                start = cut + word.len();
            }
        }
        found.push(start..entry.end);
    }
    found
        .into_iter()
        .map(|name| {
            let inner = text[name.clone()].trim_end_matches(|character| is_blank(character) || character == '等');
            let bare = inner.trim_start_matches(['了']);
            name.start + (inner.len() - bare.len())..name.start + inner.len()
        })
        .filter(|name| !name.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(text: &str) -> Option<&str> {
        topic_of(text, 0..text.len()).map(|range| &text[range])
    }

    #[test]
    fn topics_in_every_dress() {
        for text in [
            "您提出的《关于加强湿地保护的建议》（第12号）收悉，现答复如下：",
            "您提出的“关于加强湿地保护的建议”收悉。",
            "您提出的关于加强湿地保护的建议（第12号）收悉，现答复如下：",
            "您提出的《关于加强湿地保护的建议（第12号）收悉",
            "您依据《湿地保护法》提出的《关于加强湿地保护的建议》收悉",
        ] {
            assert_eq!(topic(text), Some("关于加强湿地保护的建议"), "{text}");
        }
        assert_eq!(topic("您提出的《关于加强湿地保护》的提案收悉"), Some("关于加强湿地保护"));
        assert_eq!(topic("您的来信收悉。"), None);
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
