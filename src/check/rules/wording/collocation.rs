//! W13: a verb with an object that does not go with it: 加快力度, 拓宽规模.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "W13",
    name: "collocation",
    title: "动宾搭配",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "动词和它的宾语不搭配，如“加快力度”（加大力度）、“拓宽规模”（扩大规模）、“满足水平”（满足需求）。只看小句末尾的宾语。",
    source: "《现代汉语词典》；《党政机关公文处理工作条例》第十九条（三）：表述准确",
    examples: &[
        wrong(&[("paragraph", "我局将‹加快工作力度›，年底前完成改造。")]),
        wrong(&[("paragraph", "‹健全管护力度›，明确管护人员。")]),
        wrong(&[("paragraph", "‹满足老年人多样化水平›。")]),
        wrong(&[("paragraph", "逐步‹拓宽销售规模›，提高收入。")]),
        right(&[(
            "paragraph",
            "加快推进速度，加大工作力度，健全管护制度，加快提高服务水平，满足群众对提升服务水平的需求。",
        )]),
        right(&[(
            "paragraph",
            "消除安全意识淡薄等隐患，解决水平不高的问题，加快补齐短板、提升质量，扩大优质服务供给，加快建设高水平医院。",
        )]),
        right(&[(
            "paragraph",
            "降低企业准入门槛，加快由规模扩张向质量提升转变，满足不同水平的需求，打通群众出行的堵点。",
        )]),
        right(&[(
            "paragraph",
            "提高执法力度的精准性，完善考核机制和监管力度评价办法，加大投入，加快形成工作合力，落实到位。",
        )]),
        wrong(&[("paragraph", "‹加大项目建设进度›。")]),
        wrong(&[("paragraph", "加快‹提高停车难的问题›。")]),
        wrong(&[("paragraph", "着力‹解决公共服务水平›。")]),
        wrong(&[("paragraph", "‹加强站台监管水平›。")]),
        right(&[(
            "paragraph",
            "提高解决问题的能力，加大落实惠企政策力度，提升问题解决效率，提高群众反映较多的停车问题的办结率。",
        )]),
        right(&[("paragraph", "加强管理、提高水平，加大政策落实力度，解决问题，加强高水平开放，工作推进力度不够。")]),
    ],
    check: Check::Passage(check),
};

/// Verbs with the objects that do not go with them, and what does.
const PAIRS: [(&[&str], &[&str], &str); 31] = [
    (&["加快"], &["力度", "水平", "质量", "门槛", "意识", "能力", "隐患"], "“加快”与“步伐”“进度”等搭配"),
    (&["加大"], &["步伐", "进度", "速度", "水平", "质量", "意识", "效率", "进程"], "“加大”与“力度”“投入”等搭配"),
    (&["健全", "建立健全"], &["力度", "步伐", "水平", "意识", "规模", "能力"], "“健全”与“制度”“机制”“体系”等搭配"),
    (&["完善"], &["力度", "步伐", "水平", "意识", "进度"], "“完善”与“制度”“机制”“设施”等搭配"),
    (&["拓宽"], &["规模", "力度", "水平", "质量", "步伐"], "“拓宽”与“渠道”“思路”等搭配"),
    (&["扩大"], &["水平", "力度", "渠道", "质量", "步伐", "意识", "能力"], "“扩大”与“规模”“范围”等搭配"),
    (&["满足"], &["水平", "问题", "力度", "质量", "困难", "隐患"], "“满足”与“需求”“需要”等搭配"),
    (&["消除"], &["意识", "水平", "能力", "质量", "力度"], "“消除”与“隐患”“影响”等搭配"),
    (&["增强"], &["问题", "步伐", "隐患", "门槛", "困难", "规模"], "“增强”与“意识”“能力”等搭配"),
    (&["营造"], &["力度", "水平", "机制", "问题"], "“营造”与“氛围”“环境”等搭配"),
    (&["缩小"], &["时间", "周期", "时限", "期限"], "时间用“缩短”"),
    (&["提高", "提升"], &["问题", "隐患", "困难", "矛盾", "步伐", "力度"], "“提高”“提升”与“水平”“质量”“能力”等搭配"),
    (&["解决"], &["水平", "力度", "步伐", "意识", "效率"], "“解决”与“问题”“困难”等搭配"),
    (&["改善"], &["力度", "步伐", "意识", "隐患", "进度"], "“改善”与“环境”“条件”“状况”等搭配"),
    (&["加强"], &["水平", "步伐", "规模", "进度", "速度"], "“加强”与“管理”“力量”等搭配；水平用“提高”，力度用“加大”"),
    (&["推进", "推动"], &["力度"], "“推进”与“工作”“建设”等搭配；力度用“加大”"),
    (&["降低"], &["问题", "困难", "步伐"], "“降低”与“成本”“风险”等搭配"),
    (&["落实"], &["力度", "步伐", "水平", "意识"], "“落实”与“措施”“责任”等搭配"),
    (&["开展"], &["力度", "步伐", "水平", "意识"], "“开展”与“工作”“活动”等搭配"),
    (&["发挥"], &["力度", "步伐", "意识", "问题"], "“发挥”与“作用”“优势”等搭配"),
    (&["建立"], &["力度", "步伐", "水平"], "“建立”与“制度”“机制”等搭配"),
    (&["树立"], &["力度", "步伐", "水平", "制度"], "“树立”与“意识”“理念”等搭配"),
    (&["构建"], &["力度", "步伐", "水平", "意识"], "“构建”与“体系”“格局”等搭配"),
    (&["打造"], &["力度", "步伐", "水平", "意识"], "“打造”与“品牌”“平台”等搭配"),
    (&["减少"], &["水平", "力度", "意识", "门槛", "步伐"], "“减少”与“数量”“环节”等搭配；门槛用“降低”"),
    (&["增加"], &["步伐", "门槛", "意识", "水平"], "“增加”与“数量”“投入”等搭配"),
    (&["优化"], &["力度", "步伐", "意识"], "“优化”与“环境”“结构”“流程”等搭配"),
    (&["深化"], &["力度", "步伐", "水平"], "“深化”与“改革”“合作”等搭配"),
    (&["夯实"], &["力度", "步伐", "水平", "问题"], "“夯实”与“基础”“责任”等搭配"),
    (&["补齐"], &["力度", "水平", "问题", "步伐"], "“补齐”与“短板”等搭配"),
    (&["打通"], &["痛点", "难点", "弱点", "短板", "问题"], "“打通”与“堵点”“渠道”等搭配"),
];

/// Verbs of which one between means that the object is its own: 加快提高水平.
const VERBS: [&str; 44] = [
    "提高", "提升", "加大", "加强", "推进", "推动", "建设", "完善", "健全", "改善", "解决", "补齐", "降低", "形成",
    "消除", "扩大", "满足", "增强", "落实", "实现", "打造", "构建", "建立", "促进", "培育", "转变", "化解", "整治",
    "整改", "优化", "突破", "治理", "排查", "研究", "发展", "达到", "成为", "影响", "适应", "关于", "针对", "反映",
    "面临", "存在",
];

/// Verbs that are nouns as well, 问题解决能力, and may stand in the object of another.
const BOTH: [&str; 13] =
    ["提高", "提升", "解决", "改善", "加强", "推进", "推动", "落实", "开展", "发挥", "优化", "深化", "建立"];

/// Verbs, and nouns before a verb, that show that the object is theirs.
const TAKERS: [&str; 14] =
    ["加大", "提高", "提升", "增强", "强化", "扩大", "缺乏", "具备", "衡量", "反映", "评价", "问题", "矛盾", "困难"];

/// The most characters between verb and object.
const MOST: usize = 9;

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let mut from = 0;
    // Every mark of a clause is written in three bytes that begin with one of these.
    let marks = memchr::memchr3_iter(0xE2, 0xE3, 0xEF, text.as_bytes());
    for end in marks.chain([text.len()]) {
        if end < text.len() && !text[end..].starts_with(characters::is_chinese_mark) {
            continue;
        }
        let clause = from..end;
        from = end + text[end..].chars().next().map_or(0, char::len_utf8);
        // Few clauses end so.
        if !text[clause.clone()].ends_with(ends_object) {
            continue;
        }
        let Some(object) = end.checked_sub(OBJECT).and_then(|at| text.get(at.max(clause.start)..end)) else { continue };
        for (verbs, _, message) in PAIRS.iter().filter(|(_, objects, _)| objects.contains(&object)) {
            let words = &text[clause.clone()];
            let Some((verb, at)) = verbs.iter().find_map(|verb| words.rfind(verb).map(|at| (verb, at))) else {
                continue;
            };
            let is_list = text[end..].starts_with(['、', '“', '《', '（']);
            if !is_list && is_object(words, verb, at) {
                found.at(passage.field, clause.start + at..end, *message);
            }
        }
    }
}

/// Whether an object ends with `character`.
fn ends_object(character: char) -> bool {
    matches!(
        character,
        '度' | '平'
            | '量'
            | '槛'
            | '识'
            | '力'
            | '患'
            | '伐'
            | '率'
            | '程'
            | '模'
            | '道'
            | '题'
            | '难'
            | '盾'
            | '间'
            | '期'
            | '限'
            | '点'
            | '板'
            | '制'
    )
}

/// How many bytes every object takes.
const OBJECT: usize = "水平".len();

/// Whether the object at the end of `clause` is the one of the verb at byte `at` of it.
fn is_object(clause: &str, verb: &str, at: usize) -> bool {
    let start = at + verb.len();
    let Some(between) = clause.get(start..clause.len() - OBJECT) else { return false };
    // 问题解决能力, 政策落实力度: the verb is part of the noun; 加大落实惠企政策力度: another verb has the object.
    let lead = &clause[..at];
    let is_part = BOTH.contains(&verb)
        && (between.is_empty() || TAKERS.iter().any(|taker| lead.contains(taker) || between.contains(taker)));
    let is_own = between.chars().count() > MOST
        // 加大项目建设进度: what is a verb is part of the noun right before it.
        || VERBS.iter().any(|verb| between.find(verb).is_some_and(|at| at == 0 || at + verb.len() < between.len()))
        || between.contains(['和', '与', '及', '向', '对', '从', '不', '\n'])
        || between.ends_with("的") && between.chars().count() > 6;
    // 亟待加快, 进一步加快: nothing is asked of what stands before; 不断扩大的: the verb is no verb.
    !is_part && !is_own && !between.starts_with('的') && !between.ends_with('高')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_object_is_of_two_characters_and_ends_as_one() {
        let is_one = |object: &&str| object.len() == OBJECT && object.ends_with(ends_object);
        assert!(PAIRS.iter().flat_map(|(_, objects, _)| *objects).all(is_one));
    }
}
