//! C05: 建议, 提案 and 议案 are mixed up.

use crate::check::authoring::*;
use crate::letter::{Kind, Role, reference};
use crate::text::brackets::{self, Pair};
use crate::text::sentence;

pub static RULE: Rule = Rule {
    code: "C05",
    name: "kind-word",
    title: "建议、提案、议案不混",
    group: Group::Agreement,
    severity: Severity::Error,
    explanation: "人大代表提的叫“建议”，政协委员提的叫“提案”，“议案”是另一回事。一件答复里指所答的那一件，称呼始终一致。",
    source: "《代表法》；办理惯例：建议、提案、议案各有所指",
    examples: &[
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表‹提案›答复的函")])
            .mended("临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函"),
        wrong(&[("paragraph", "你们的‹提案›对我们改进工作很有帮助。")]).mended("你们的建议对我们改进工作很有帮助。"),
        wrong(&[("paragraph", "该‹议案›提出的问题，我局已经列入计划。")]),
        wrong(&[("title", "临江市教育局关于市政协十五届二次会议第2026108号‹建议›答复的函")]).on_proposal(),
        wrong(&[("paragraph", "收到‹提案›后，我局两次到现场踏勘。")]).mended("收到建议后，我局两次到现场踏勘。"),
        wrong(&[("paragraph", "您的‹建议›提到，放学后无人看管的问题突出。")]).on_proposal(),
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）‹提案›收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        wrong(&[("paragraph", "您在‹建议›中指出，放学后无人看管的问题突出。")]).on_proposal(),
        wrong(&[("paragraph", "你们在‹议案›中指出的问题，我局已经列入计划。")]).on_proposal(),
        wrong(&[("paragraph", "下一步，我局将对照‹议案›内容逐项落实。")]).on_proposal(),
        wrong(&[("paragraph", "我局于5月召开‹建议›办理座谈会，当面听取意见。")]).on_proposal(),
        wrong(&[("paragraph", "你们的‹建议案›对改进托管服务很有帮助。")]).on_proposal(),
        wrong(&[
            ("matter.title", "关于完善东洲片区公交接驳的议案"),
            (
                "body",
                "你们提出的《关于完善东洲片区公交接驳的‹议案›》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
            ),
        ]),
        right(&[("paragraph", "市政协常委会通过的《关于托管服务的建议案》，我局已经研究。")]).on_proposal(),
        right(&[(
            "paragraph",
            "我们将以人大代表建议、政协提案办理工作为契机，建议办理不动产登记的家庭同时提出入学申请。",
        )])
        .on_proposal(),
        right(&[("paragraph", "市人大常委会审议了关于托管服务的议案，作出了决议。")]).on_proposal(),
        right(&[("paragraph", "您在调研中建议，在建议指导价内收费，我们赞同。")]).on_proposal(),
        right(&[
            ("matter.title", "关于加强公共交通的议案"),
            ("title", "临江市交通运输局关于市十七届人大一次会议主席团交付的第2026042号议案办理情况的报告"),
            (
                "body",
                "市十七届人大一次会议主席团交付我局办理的《关于加强公共交通的议案》（第2026042号）收悉，经综合各会办单位意见，现报告如下：\n接驳线路已经开通。\n专此报告。",
            ),
        ]),
        right(&[("paragraph", "我局今年承办建议、提案共42件，建议提案办理工作成效明显，提案工作受到表扬。")]),
        wrong(&[("paragraph", "接到‹建议›后，我局立即研究。")]).on_proposal(),
        right(&[("paragraph", "建议有关部门研究这一提案中的意见，您的建议很好。")]).on_proposal(),
        right(&[("paragraph", "我局把人大代表建议、政协提案办理列入年度考核，政协提案委多次督办。")]),
        right(&[("paragraph", "此事与市政协第2026015号提案相近，我局一并研究。")]),
        right(&[("paragraph", "您的提案中提出的建议很好，我局采纳了这些建议。")]).on_proposal(),
        right(&[("matter.title", "关于优化《政协提案办理办法》的建议")]),
        right(&[("paragraph", "全年共办理建议提案62件，其中建议31件，提案31件，建议办结率100%，提案办结率100%。")]),
        right(&[("paragraph", "以建议提案办理为抓手，提案办理满意率达100%。承办的3件提案、5件建议均已办结。")]),
    ],
    check: Check::Parts(Parts {
        elements: Some(check_title),
        paragraph: Some(("议案", check_paragraph)),
        letter: Some(check_opening),
    }),
};

/// 《关于……的提案》 as what is answered: a proposal may be titled 建议, a suggestion is never titled 提案.
fn check_opening(context: &Context<'_>, found: &mut Found<'_>) {
    let draft = context.draft;
    let own = draft.kind.word();
    for title in context.opening.iter().flat_map(|opening| &opening.titles) {
        // 《关于……的议案》 under a title that says 建议 or 提案.
        let heading = &draft.letter.title;
        if context.body()[title.clone()].ends_with("议案")
            && heading.contains(own)
            && !heading.contains("议案")
            && draft.role != Role::Joint
        {
            let range = title.end - "议案".len()..title.end;
            found.at(Field::Body, range, format!("标题写的是{own}，不是议案"));
        }
        if draft.kind == Kind::Suggestion
            && context.body()[title.clone()].ends_with("提案")
            && draft.role != Role::Joint
        {
            let range = title.end - "提案".len()..title.end;
            found.at(Field::Body, range.clone(), "所答的是建议，不是提案").mend(Applicability::Review, range, own);
        }
    }
}

fn check_title(context: &Context<'_>, found: &mut Found<'_>) {
    let title = &context.draft.letter.title;
    let others = others(context.draft.kind);
    if others.iter().any(|word| title.contains(word)) {
        check_text(context, Field::Title, title, &brackets::pairing(title).pairs, found);
    }
}

fn check_paragraph(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if passage.may_say(&others(context.draft.kind)) {
        check_text(context, Field::Body, passage.text, &passage.pairing().pairs, found);
    }
}

/// The words for what is not answered.
fn others(kind: Kind) -> [&'static str; 2] {
    match kind {
        Kind::Suggestion => ["提案", "议案"],
        Kind::Proposal => ["建议", "议案"],
    }
}

fn check_text(context: &Context<'_>, field: Field, text: &str, quoted: &[Pair], found: &mut Found<'_>) {
    let draft = context.draft;
    let own = draft.kind.word();
    for other in others(draft.kind) {
        // A 议案 that a 主席团 handed over is answered as one.
        if other == "议案" && draft.matter.title.ends_with("议案") {
            continue;
        }
        for (at, word) in text.match_indices(other) {
            // 贵委的建议案: a 建议案 is a paper of the 政协 itself.
            let is_motion = word == "建议" && text[at + word.len()..].starts_with('案');
            if is_motion {
                let is_pointed = ["贵委的", "贵会的", "贵党的", "您的", "你们的", "该", "这件"]
                    .iter()
                    .any(|lead| text[..at].ends_with(lead));
                if is_pointed && !is_quoted(quoted, at) {
                    let range = at..at + "建议案".len();
                    let finding = found.at(field, range.clone(), format!("所答的是{own}，不是建议案"));
                    finding.mend(Applicability::Review, range, own);
                }
                continue;
            }
            if is_quoted(quoted, at) || !is_this_one(field, text, at, word, draft.matter.number.as_str()) {
                continue;
            }
            // “提案” of a suggestion: whoever speaks of the 政协 as well speaks of two things.
            let range = at..at + word.len();
            let message = format!("所答的是{own}，不是{word}");
            found.at(field, range.clone(), message).mend(Applicability::Review, range, own);
        }
    }
}

fn is_quoted(pairs: &[Pair], at: usize) -> bool {
    pairs.iter().any(|pair| matches!(pair.open.1, '《' | '“') && pair.range().contains(&at))
}

/// Whether the word at `at` speaks of the matter that is answered.
fn is_this_one(field: Field, text: &str, at: usize, word: &str, number: &str) -> bool {
    let (before, after) = (&text[..at], &text[at + word.len()..]);
    let own_number = || {
        reference::find_all(before).last().is_some_and(|last| {
            let between = before[last.range.end..].trim_start_matches('）');
            let is_beside = matches!(between, "" | "代表" | "委员" | "代表的" | "委员的");
            is_beside && (number.is_empty() || reference::each(number).any(|own| before[last.number.clone()] == *own))
        })
    };
    if word == "建议" {
        // In an answer to a proposal 建议 is mostly a word like any other.
        const RECEIVED: [&str; 4] = ["后，", "后, ", "以后", "之后"];
        let is_received = ["接到", "收到", "收悉"].iter().any(|lead| before.ends_with(lead))
            && RECEIVED.iter().any(|next| after.starts_with(next));
        const OF_A_PAPER: [&str; 13] = [
            "收悉",
            "分析",
            "指出",
            "提到",
            "中提到",
            "中指出",
            "内容翔实",
            "办理情况",
            "已收到",
            "紧扣",
            "切中",
            "立意",
            "站位",
        ];
        let is_paper = OF_A_PAPER.iter().any(|next| after.starts_with(next));
        let is_pointed =
            ["您的", "你们的", "贵委的", "贵会的", "贵党的", "该", "这件"].iter().any(|lead| before.ends_with(lead))
                || sentence::begins_clause(text, at);
        let own = before.strip_suffix("代表").unwrap_or(before);
        let is_within =
            ["您在", "你们在", "贵委在", "贵会在"].iter().any(|lead| own.ends_with(lead)) && after.starts_with('中');
        // 建议办理 as the name of a duty, not 建议办理登记.
        const DUTY: [&str; 8] = ["工作", "座谈", "为契机", "过程", "质量", "协商", "推进会", "沟通会"];
        let is_listed = before.ends_with(['、', '和', '与', '及', '案'])
            || ["代表", "人大", "提案"].iter().any(|it| before.ends_with(it));
        let is_duty =
            !is_listed && after.strip_prefix("办理").is_some_and(|rest| DUTY.iter().any(|word| rest.starts_with(word)));
        return own_number()
            || after.starts_with("收悉")
            || is_within
            || is_duty
            || is_received
            || is_paper && is_pointed
            || before.ends_with("人大代表") && after.starts_with("的答复");
    }
    // 收到提案后, 感谢提案对……的关心: in an answer to a suggestion no other proposal is spoken of by the bare word.
    if word == "提案" && field == Field::Body {
        return is_bare_proposal(text, at, word);
    }
    if word == "议案" && before.ends_with("建议、") || after.starts_with('委') {
        return false;
    }
    if field == Field::Title {
        return !before.ends_with("政协");
    }
    const POINTING: [&str; 14] = [
        "收到",
        "接到",
        "您的",
        "你们的",
        "你的",
        "该",
        "贵",
        "此",
        "这件",
        "该件",
        "您提出的",
        "你们提出的",
        "》的",
        "这份",
    ];
    const FOLLOWING: [&str; 7] = ["收悉", "提出", "指出", "所提", "中提", "分析", "办理情况答复"];
    let is_within = field == Field::Body
        && ["您在", "你们在", "贵委在", "对照", "针对", "结合"].iter().any(|lead| before.ends_with(lead))
        && !["人大", "代表", "审议", "立法"].iter().any(|other| text[sentence::sentence_at(text, at)].contains(other));
    own_number()
        || is_within
        || POINTING.iter().any(|lead| before.ends_with(lead))
        || sentence::begins_clause(text, at) && FOLLOWING.iter().any(|next| after.starts_with(next))
}

/// Whether 提案 in an answer to a suggestion stands for the suggestion: nobody of the 政协 is spoken of in the sentence,
/// and the word is no part of another.
fn is_bare_proposal(text: &str, at: usize, word: &str) -> bool {
    let sentence = sentence::sentence_at(text, at);
    let (before, after) = (&text[sentence.start..at], &text[at + word.len()..]);
    let is_of_others = ["政协", "委员", "党派", "界别"].iter().any(|other| text[sentence.clone()].contains(other));
    let is_listed =
        before.ends_with(['、', '和', '与', '及', '》', '”']) || before.ends_with("建议") || before.ends_with("股东");
    // 建议31件，提案31件: both are counted.
    let is_counted = text[sentence].contains("建议")
        && (after.starts_with(|it: char| it.is_ascii_digit())
            || ["率", "办理", "办结", "满意", "答复率", "均"].iter().any(|next| after.starts_with(next))
            || before.ends_with(['件', '条', '项']));
    if is_counted {
        return false;
    }
    let is_compound =
        after.starts_with(['委', '人', '、', '库']) || after.starts_with("工作") || after.starts_with("权");
    !(is_of_others || is_listed || is_compound)
}
