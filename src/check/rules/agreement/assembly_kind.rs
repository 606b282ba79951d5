//! C04: a suggestion is said to come from the 政协, or a proposal from the 人大.

use crate::check::authoring::*;
use crate::letter::Kind;
use crate::letter::session::{Assembly, Session};

pub static RULE: Rule = Rule {
    code: "C04",
    name: "assembly-kind",
    title: "人大、政协不混",
    group: Group::Agreement,
    severity: Severity::Error,
    explanation: "建议向人民代表大会提出，提案向政协提出，会议期间、闭会期间都可以。标题、开头和所答事项里的会议应当与类别相符。",
    source: "《代表法》；《中国人民政治协商会议全国委员会提案工作条例》",
    examples: &[
        wrong(&[("title", "临江市交通运输局关于‹市政协十七届一次会议›第2026042号代表建议答复的函")]),
        wrong(&[("matter.session", "‹市十五届人大二次会议›")]).on_proposal(),
        wrong(&[(
            "body",
            "你们在‹市十五届人大二次会议›上提出的《关于扩大小学生暑期托管服务的提案》（第2026108号）收悉，现答复如下：\n（见附件1、附件2）\n感谢你们的关心。",
        )])
        .on_proposal(),
        right(&[("paragraph", "市政协十五届二次会议第2026015号提案提出了类似意见，我局一并研究。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let draft = context.draft;
    let (own, word) = match draft.kind {
        Kind::Suggestion => (Assembly::Congress, "人大"),
        Kind::Proposal => (Assembly::Conference, "政协"),
    };
    let opening = context.opening.as_ref().map_or(0..0, |opening| opening.range.clone());
    let texts = [
        (Field::Title, draft.letter.title.as_str(), 0),
        (Field::MatterSession, draft.matter.session.as_str(), 0),
        (Field::Body, &context.body()[opening.clone()], opening.start),
    ];
    for (field, text, offset) in texts {
        let sessions = Session::find_all(text);
        if sessions.iter().any(|session| session.assembly == own) {
            continue;
        }
        if let Some(session) = sessions.first() {
            let place = session.range.start + offset..session.range.end + offset;
            let message = format!("答复的是{}，应当是{word}的会议", draft.kind.word());
            found.at(field, place, message);
        }
    }
}
