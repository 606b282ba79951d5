//! C03: title, opening and matter speak of different sessions.

use crate::check::authoring::*;
use crate::letter::session::Session;
use crate::text::numeral;

pub static RULE: Rule = Rule {
    code: "C03",
    name: "session-agreement",
    title: "届次一致",
    group: Group::Agreement,
    severity: Severity::Error,
    explanation: "标题、开头和所答事项的届次应当一致。正文别处提到另一次会议的，不在此列。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("title", "临江市交通运输局关于‹市十七届人大二次会议›第2026042号代表建议答复的函")])
            .mended("临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函"),
        wrong(&[(
            "body",
            "你们在‹市十六届人大一次会议›上提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        wrong(&[("title", "临江市交通运输局关于‹省十七届人大一次会议›第2026042号代表建议答复的函")]),
        wrong(&[("title", "临江市交通运输局关于市十七届人大‹一届会议›第2026042号代表建议答复的函")]),
        right(&[("title", "临江市交通运输局关于十七届人大一次会议第2026042号代表建议答复的函")]),
        right(&[("title", "临江市交通运输局关于临江市第十七届人民代表大会第一次会议第2026042号代表建议答复的函")]),
        right(&[("paragraph", "市十六届人大五次会议期间，我局已经答复过同类建议。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let draft = context.draft;
    doubled(Field::Title, &draft.letter.title, 0, found);
    if let Some(opening) = &context.opening {
        doubled(Field::Body, &context.body()[opening.range.clone()], opening.range.start, found);
    }
    let matter = Session::find(&draft.matter.session);
    let title = Session::find(&draft.letter.title);
    let (expected, words) = match (&matter, &title) {
        (Some(session), _) => (session, &draft.matter.session),
        (None, Some(session)) => (session, &draft.letter.title),
        (None, None) => return,
    };
    let words = &words[expected.range.clone()];
    // Title and opening say the same: then the matter is the one that is off.
    let opened = context.opening.as_ref().and_then(|opening| Session::find(&context.body()[opening.range.clone()]));
    if let (Some(matter), Some(title), Some(opened)) = (&matter, &title, &opened)
        && (title.term, title.meeting, title.assembly) == (opened.term, opened.meeting, opened.assembly)
        && (title.term, title.meeting) != (matter.term, matter.meeting)
        && title.assembly == matter.assembly
    {
        let right = &draft.letter.title[title.range.clone()];
        let message = format!("标题和开头都写作“{right}”");
        found.at(Field::MatterSession, matter.range.clone(), message).mend(
            Applicability::Review,
            matter.range.clone(),
            right,
        );
        return;
    }
    let mut compare = |field, text: &str, offset: usize| {
        // Another assembly altogether is C04's to tell; an answer to several may name several sessions.
        let sessions: Vec<Session> =
            Session::find_all(text).into_iter().filter(|it| it.assembly == expected.assembly).collect();
        let own_rank = rank(words);
        let is_own = |it: &Session| {
            let rank = rank(&text[it.range.clone()]);
            (it.term, it.meeting) == (expected.term, expected.meeting)
                && (own_rank == rank || own_rank.is_none() || rank.is_none())
        };
        if sessions.iter().any(is_own) {
            return;
        }
        if let Some(session) = sessions.first() {
            let place = session.range.start + offset..session.range.end + offset;
            let message = format!("届次与所答事项的“{words}”不一致");
            found.at(field, place.clone(), message).mend(Applicability::Review, place, words);
        }
    };
    compare(Field::Title, &draft.letter.title, 0);
    if let Some(opening) = &context.opening {
        compare(Field::Body, &context.body()[opening.range.clone()], opening.range.start);
    }
}

/// 十三届三届会议 for 十三届三次会议.
fn doubled(field: Field, text: &str, offset: usize, found: &mut Found<'_>) {
    for (at, word) in text.match_indices("届会议") {
        let before = text[..at].trim_end_matches(numeral::is_numeral);
        let number = &text[before.len()..at];
        let earlier = before.rfind('届').is_some_and(|term| {
            let between = &before[term + '届'.len_utf8()..];
            let is_term = before[..term].ends_with(numeral::is_numeral);
            is_term && between.chars().count() <= 16 && between.chars().all(characters::is_han)
        });
        if earlier && !number.is_empty() {
            let range = offset + at - number.len()..offset + at + word.len();
            let right = format!("{number}次会议");
            let message = format!("应为“{right}”");
            found.at(field, range.clone(), message).mend(Applicability::Review, range, right);
        }
    }
}

/// Of which rank the assembly is, by the last character of its place: 市 of 临江市第十七届…, 国 of 十四届全国人大….
/// `None` where the place is left out.
fn rank(session: &str) -> Option<char> {
    if session.contains("全国") {
        return Some('国');
    }
    const RANKS: [char; 8] = ['省', '市', '县', '区', '镇', '乡', '州', '旗'];
    let before = &session[..session.find('届')?];
    before.chars().rev().find(|it| RANKS.contains(it))
}
