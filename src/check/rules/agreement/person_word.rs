//! C06: deputies are called 委员, or members 代表, in the text.

use crate::check::authoring::*;
use crate::letter::Kind;
use crate::text::sentence;

pub static RULE: Rule = Rule {
    code: "C06",
    name: "person-word",
    title: "代表、委员不混",
    group: Group::Agreement,
    severity: Severity::Error,
    explanation: "正文对所答复的人，人大代表称“代表”，政协委员称“委员”。泛指人大代表、政协委员的不在此列。",
    source: "《代表法》（提建议的是人大代表）、《政协全国委员会提案工作条例》（提提案的是政协委员）",
    examples: &[
        wrong(&[("paragraph", "衷心感谢各位‹委员›对公交工作的关心。")]).mended("衷心感谢各位代表对公交工作的关心。"),
        wrong(&[("paragraph", "沈禾‹委员›提出的意见，我局已经采纳。")]),
        wrong(&[("paragraph", "感谢‹代表›对教育工作的支持。")]).on_proposal().mended("感谢委员对教育工作的支持。"),
        wrong(&[(
            "body",
            "沈禾‹委员›在市十七届人大一次会议上提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        wrong(&[("paragraph", "希望‹委员›们继续给予监督支持。")]),
        wrong(&[(
            "body",
            "苏映雪‹代表›提出的《关于扩大小学生暑期托管服务的提案》（第2026108号）收悉，现答复如下：\n（见附件1、附件2）\n感谢你们的关心。",
        )])
        .on_proposal(),
        right(&[("paragraph", "与会的村民代表们提出不少意见，政协委员们也到场视察。")]),
        right(&[("paragraph", "我局邀请人大代表、政协委员视察，市人大常委会委员参加。")]),
        right(&[("paragraph", "我们与委员会、代表处和代表性企业座谈，村民代表提出不少意见。")]).on_proposal(),
        right(&[("paragraph", "组织家长代表、各位教师代表参加座谈。")]).on_proposal(),
        right(&[("paragraph", "感谢专家委员会各位委员对方案的论证。市政协委员到场视察，委员们提出了宝贵意见。")]),
        right(&[("paragraph", "感谢参加听证会的各位代表提出的意见。教师代表、学生代表参加，代表们发言踊跃。")])
            .on_proposal(),
        right(&[("paragraph", "感谢市人大代表的监督，代表们提出了宝贵意见。")]).on_proposal(),
    ],
    check: Check::Paragraph("委代", check),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let (other, own) = match context.draft.kind {
        Kind::Suggestion => ("委员", "代表"),
        Kind::Proposal => ("代表", "委员"),
    };
    let body = passage.text;
    let is_opening = body.contains("收悉") || body.contains("如下");
    for (at, word) in body.match_indices(other) {
        // 苏映雪代表提出的《……的提案》: who brought it, not who is spoken of.
        let is_maker = is_opening && {
            let after = &body[at + word.len()..];
            let is_general = ["人大", "政协", "常委会", "职工", "村民", "居民", "群众", "与会"]
                .iter()
                .any(|lead| body[..at].ends_with(lead));
            // 丁若梅委员在市八届人大六次会议上提出的.
            let at_session = after.strip_prefix('在').is_some_and(|rest| {
                let clause = rest.split(['，', '。', '《']).next().unwrap_or_default();
                clause.contains('届') && clause.contains("提出")
            });
            !is_general && (at_session || ["提出", "所提", "领衔", "联名"].iter().any(|next| after.starts_with(next)))
        };
        let (before, after) = (&body[..at], &body[at + word.len()..]);
        let is_compound = after.starts_with(['会', '性', '团', '处', '作', '着', '了', '大', '联', '工', '单', '队']);
        let is_addressed = [
            "二位",
            "两位",
            "三位",
            "几位",
            "诸位",
            "答复",
            "各位",
            "贵",
            "尊敬的",
            "感谢",
            "感谢您",
            "感谢人大",
            "感谢市人大",
            "感谢政协",
            "感谢市政协",
        ]
        .iter()
        .any(|lead| before.ends_with(lead))
            || context.draft.letter.addressees.iter().any(|name| !name.is_empty() && before.ends_with(name.as_str()))
            || sentence::begins_clause(body, at)
                && ["提出", "所提", "们", "您"].iter().any(|next| after.starts_with(next))
            || (before.ends_with('与') || before.ends_with('向'))
                && ["沟通", "汇报", "反馈", "联系"].iter().any(|next| after.starts_with(next));
        let is_hoped = after.starts_with('们')
            && ["希望", "感谢", "恳请", "欢迎", "请", "祝"].iter().any(|lead| before.ends_with(lead));
        // 感谢市人大代表的监督: others are thanked as well; 感谢市人大代表对……的关心 closes the letter.
        let is_thanked_too = before.ends_with("人大") && after.starts_with('的');
        let is_of_others = !is_maker && (is_thanked_too || others_before(before, own));
        if (is_addressed || is_hoped || is_maker) && !is_compound && !is_of_others {
            let range = at..at + word.len();
            let message = format!("答复{}的对象应当称“{own}”", context.draft.kind.word());
            found.at(Field::Body, range.clone(), message).mend(Applicability::Review, range, own);
        }
    }
}

/// Whether others of that name were spoken of in the sentence: 参加听证会的各位代表, 专家委员会各位委员.
fn others_before(before: &str, own: &str) -> bool {
    const GROUPS: [&str; 18] = [
        "听证",
        "专家",
        "评审",
        "规委会",
        "委员会",
        "教师",
        "学生",
        "家长",
        "村民",
        "居民",
        "企业",
        "党代表",
        "市民",
        "职工",
        "群众",
        "行业",
        "与会",
        "参会",
    ];
    let sentence = before.rsplit(['。', '！', '？', '\n']).next().unwrap_or(before);
    let other = if own == "代表" { "政协委员" } else { "人大代表" };
    sentence.contains(other) || GROUPS.iter().any(|group| sentence.contains(group))
}
