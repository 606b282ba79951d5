//! W03: confused words, by the lexicon.

use crate::check::authoring::*;
use crate::check::lexicon::Hit;

pub static RULE: Rule = Rule {
    code: "W03",
    name: "confused-word",
    title: "易混词",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "意思、用法不同而常被混用的词，如截止与截至、权利与权力、反映与反应。只在上下文能断定的地方报。",
    source: "《现代汉语词典》；《党政机关公文处理工作条例》第二十条（四）",
    examples: &[
        wrong(&[("paragraph", "‹截止›2026年5月底，累计改造站台15座。")]).mended("截至2026年5月底，累计改造站台15座。"),
        wrong(&[("paragraph", "小区里‹反应强烈›的问题已经解决。")]),
        wrong(&[("paragraph", "杜绝‹泄漏信息›的行为。")]),
        wrong(&[("paragraph", "乘客‹反应›换乘不便的问题已经解决。")]).mended("乘客反映换乘不便的问题已经解决。"),
        wrong(&[("paragraph", "保留乔木，‹即›能遮阴保湿，又能减少病虫害。")])
            .mended("保留乔木，既能遮阴保湿，又能减少病虫害。"),
        right(&[("paragraph", "随即能够通车，又能分流；立即要求整改，又要求复查；报名后即可以参加，也可以旁听。")]),
        right(&[("paragraph", "应急反应不及时的问题已经整改，化学反应产生的情况另报。")]),
        right(&[(
            "paragraph",
            "及时处置不良反应的问题，过敏反应强烈的住院观察，企业反应器已经改造，提高职工反应能力。",
        )]),
        right(&[("paragraph", "报名于5月31日截止，截至目前已有300人。")]),
        wrong(&[("paragraph", "我局‹认真的›研究，提出措施，‹有效的›解决了停车难问题。")])
            .mended("我局认真地研究，提出措施，有效地解决了停车难问题。"),
        right(&[(
            "paragraph",
            "我局进行了认真的研究，采取有效的解决办法，积极的推进措施见效，科学的管理离不开及时的检查。",
        )]),
        right(&[("paragraph", "应急反应迅速，燃气泄漏得到处置，群众反映良好。")]),
        wrong(&[("paragraph", "站台改造取得了‹较好地›效果。")]).mended("站台改造取得了较好的效果。"),
        wrong(&[("paragraph", "这个问题群众反映‹的›十分强烈。")]).mended("这个问题群众反映得十分强烈。"),
        wrong(&[("paragraph", "我局‹于›31名骑手座谈。")]).mended("我局与31名骑手座谈。"),
        wrong(&[("paragraph", "积极‹于›市财政局沟通。")]).mended("积极与市财政局沟通。"),
        right(&[(
            "paragraph",
            "较好地发挥作用，明显地好转，群众反映的十分强烈的问题，反映的问题突出，于5月12日与骑手座谈，于市民中心座谈。",
        )]),
    ],
    check: Check::Parts(Parts { elements: Some(check_elements), paragraph: Some(("", check)), letter: None }),
};

fn check_elements(context: &Context<'_>, found: &mut Found<'_>) {
    for passage in context.passages() {
        check(context, passage, found);
    }
}

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    particles(passage, found);
    let is_own = |hit: &Hit<'_>| {
        let word = &text[hit.range.clone()];
        word.find("反应").is_some_and(|at| is_reaction(text, hit.range.start + at))
    };
    super::tell_of(passage, found, "W03", Applicability::Review, |hit| {
        !is_own(hit) && !super::is_name(context.draft, text, hit)
    });
    // 即能遮阴，又能减少病虫害: what is paired with 又 is 既.
    for (at, word) in text.match_indices('即') {
        let after = &text[at + word.len()..];
        let clause = &after[..after.find(['。', '；', '\n']).unwrap_or(after.len())];
        let verb = ["能", "要", "有", "可以", "是", "不"].into_iter().find(|verb| clause.starts_with(verb));
        let is_paired = verb.is_some_and(|verb| clause.contains(&format!("，又{verb}")));
        let is_own = text[..at].ends_with(['立', '随', '当', '旋', '亦', '在', '瞬', '既', '若']);
        if is_paired && !is_own {
            let range = at..at + word.len();
            found.at(passage.field, range.clone(), "“即”应为“既”：与“又”搭配用“既”").mend(
                Applicability::Review,
                range,
                "既",
            );
        }
    }
    adverbial(passage, found);
    // 读者反应借书难的问题: whoever 反应 a matter tells of it.
    for (at, word) in text.match_indices("反应") {
        let after = &text[at + word.len()..];
        let clause = &after[..after.find(['，', '。', '；', '、', '：', '）']).unwrap_or(after.len())];
        let is_told = ["的问题", "的情况", "的诉求", "的意见", "的困难", "的呼声", "问题突出"]
            .iter()
            .any(|noun| clause.find(noun).is_some_and(|at| clause[..at].chars().count() <= 14));
        let is_own = is_reaction(text, at)
            || passage.words("W03").any(|hit| hit.range.start < at + word.len() && at < hit.range.end);
        if is_told && !is_own {
            let range = at..at + word.len();
            found.at(passage.field, range.clone(), "“反应”应为“反映”：说明情况用“反映”").mend(
                Applicability::Review,
                range,
                "反映",
            );
        }
    }
}

/// Whether the 反应 at `at` is what a body, a substance or an engine does.
fn is_reaction(text: &str, at: usize) -> bool {
    const KINDS: [&str; 22] = [
        "应急",
        "快速",
        "迅速",
        "过敏",
        "不良",
        "化学",
        "连锁",
        "核",
        "热",
        "副",
        "异常",
        "接种",
        "条件",
        "生理",
        "第一",
        "及时",
        "药物",
        "应激",
        "免疫",
        "排异",
        "胃肠道",
        "聚合",
    ];
    let after = &text[at + "反应".len()..];
    KINDS.iter().any(|kind| text[..at].ends_with(kind))
        || after.starts_with(['堆', '器', '釜', '时', '速', '能', '机', '不', '迟', '慢', '快', '过'])
}

/// 有效的解决了问题: what says how something is done takes 地.
fn adverbial(passage: &Passage<'_>, found: &mut Found<'_>) {
    const HOW: [&str; 16] = [
        "认真的",
        "有效的",
        "积极的",
        "切实的",
        "及时的",
        "充分的",
        "深入的",
        "大力的",
        "不断的",
        "极大的",
        "稳步的",
        "扎实的",
        "严格的",
        "妥善的",
        "逐步的",
        "全面的",
    ];
    const VERBS: [&str; 24] = [
        "研究", "解决", "推进", "推动", "促进", "提高", "提升", "改善", "加强", "落实", "开展", "完成", "保障", "缓解",
        "处理", "排查", "梳理", "核实", "吸收", "采纳", "执行", "整改", "调动", "发挥",
    ];
    let text = passage.text;
    for how in HOW.into_iter().filter(|how| passage.may_say(&[*how])) {
        for (at, _) in text.match_indices(how) {
            let (before, after) = (&text[..at], &text[at + how.len()..]);
            let Some(verb) = VERBS.iter().find(|verb| after.starts_with(**verb)) else { continue };
            let rest = &after[verb.len()..];
            // 我局认真的研究，…: an organ does it, and nothing is said of what was studied.
            let is_done = before.ends_with(['局', '委', '厅', '我', '们', '将', '已']) && rest.starts_with('，');
            if rest.starts_with("了") || is_done {
                let range = at..at + how.len();
                let right = format!("{}地", how.trim_end_matches('的'));
                found.at(passage.field, range.clone(), "修饰动词用“地”").mend(Applicability::Review, range, right);
            }
        }
    }
}

/// What tells how something is, before a noun.
const KINDS: [&str; 14] =
    ["较好", "良好", "明显", "积极", "显著", "突出", "一定", "更大", "较大", "巨大", "重要", "有效", "更好", "很好"];

/// Nouns that are no verbs.
const NOUNS: [&str; 9] = ["效果", "成效", "成绩", "成果", "效益", "措施", "办法", "条件", "意义"];

/// Verbs behind which 得 tells how it went, and how it went.
const DONE: [&str; 16] = [
    "反映", "发展", "推进", "办理", "进展", "执行", "完成", "做", "抓", "管", "整治", "开展", "落实", "建设", "处理",
    "搞",
];
const HOW_MUCH: [&str; 10] = ["十分", "非常", "很", "较为", "比较", "更加", "不够", "不太", "相当", "特别"];
const WENT: [&str; 17] = [
    "强烈", "突出", "好", "顺利", "扎实", "到位", "及时", "细致", "彻底", "充分", "完善", "缓慢", "成功", "迅速",
    "认真", "规范", "深入",
];

/// What one does with another, and how those others are called.
const TOGETHER: [&str; 8] = ["座谈", "沟通", "对接", "协商", "衔接", "会商", "面谈", "签约"];
const OTHERS: [&str; 12] = ["局", "委", "厅", "部门", "办", "代表", "委员", "单位", "企业", "公司", "骑手", "负责人"];

/// 较好地效果, 反映的强烈, 于骑手座谈: one particle in the place of another.
fn particles(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let is_end = |rest: &str| rest.starts_with(['，', '。', '；', '、']);
    if passage.has_any("地") && passage.has_any("效成措办条意") {
        for (at, _) in text.match_indices('地') {
            let after = &text[at + '地'.len_utf8()..];
            let kind = KINDS.iter().find(|kind| text[..at].ends_with(**kind));
            let after = ["社会", "经济", "生态", "工作", "治理", "管理", "示范"]
                .iter()
                .find_map(|of| after.strip_prefix(of))
                .unwrap_or(after);
            let noun = NOUNS.iter().find(|noun| after.starts_with(**noun) && is_end(&after[noun.len()..]));
            if let (Some(kind), Some(_)) = (kind, noun) {
                let range = at - kind.len()..at + '地'.len_utf8();
                let right = format!("{kind}的");
                found.at(passage.field, range.clone(), "修饰名词用“的”").mend(Applicability::Review, range, right);
            }
        }
    }
    if passage.may_say(&HOW_MUCH) {
        for (at, _) in text.match_indices('的') {
            let range = at..at + '的'.len_utf8();
            let after = &text[range.end..];
            let Some(much) = HOW_MUCH.iter().find(|much| after.starts_with(**much)) else { continue };
            let rest = &after[much.len()..];
            let went = WENT.iter().find(|went| rest.starts_with(**went));
            let is_done = DONE.iter().any(|verb| text[..at].ends_with(verb));
            if is_done && went.is_some_and(|went| is_end(&rest[went.len()..]) && !rest[went.len()..].starts_with('、'))
            {
                found.at(passage.field, range.clone(), "说明动作怎样用“得”").mend(Applicability::Review, range, "得");
            }
        }
    }
    if passage.has_any("于") && passage.may_say(&TOGETHER) {
        for (at, _) in text.match_indices('于') {
            let range = at..at + '于'.len_utf8();
            let after = &text[range.end..];
            let clause = &after[..after.find(characters::is_chinese_mark).unwrap_or(after.len())];
            let Some(with) = TOGETHER.iter().find_map(|word| clause.strip_suffix(word)) else { continue };
            let with = with.trim_end_matches("进行").trim_end_matches("积极").trim_end_matches("多次");
            let begins = at == 0
                || text[..at].ends_with(['，', '。', '；', '\n', '局', '委', '厅', '极', '动', '次', '们', '后', '已']);
            // 于5月12日与骑手座谈: when and where.
            let is_when = with.contains(['年', '月', '日', '与', '和', '同', '在', '会', '室']);
            if begins && !is_when && OTHERS.iter().any(|other| with.ends_with(other)) {
                found.at(passage.field, range.clone(), "引出对象用“与”").mend(Applicability::Review, range, "与");
            }
        }
    }
}
