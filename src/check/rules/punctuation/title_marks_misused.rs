//! P17: 《》 around what is no work or document.

use crate::check::authoring::*;
use crate::text::brackets;

pub static RULE: Rule = Rule {
    code: "P17",
    name: "title-marks-misused",
    title: "书名号的范围",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "书名号标书、文件、报刊、影视等作品。会议、活动、行动、证件、奖项、时期的名称不应当用书名号，需要突出的用引号。",
    source: "GB/T 15834—2011 A.13.1",
    examples: &[
        wrong(&[("paragraph", "我局组织‹《绿色出行宣传活动》›，参加的居民不少。")])
            .mended("我局组织“绿色出行宣传活动”，参加的居民不少。"),
        wrong(&[("paragraph", "司机须持‹《从业资格证》›上岗。")]),
        right(&[("paragraph", "按照《关于开展绿色出行宣传活动的通知》《绿色出行专项行动方案》执行。")]),
        wrong(&[("paragraph", "我局获评‹《先进集体》›称号。")]).mended("我局获评“先进集体”称号。"),
        wrong(&[("paragraph", "司机须持‹《上岗证》›上岗。")]),
        wrong(&[("paragraph", "我局组织‹《绿色出行进万家》›主题活动，参加的居民不少。")]),
        right(&[("paragraph", "开展《公共交通条例》宣传活动，组织《民法典》主题活动。")]),
        right(&[("paragraph", "开展《公共交通条例》活动月，宣讲《公交故事》。")]),
        wrong(&[("paragraph", "开展‹《绿色出行》›专项行动。")]),
        wrong(&[("paragraph", "‹《南海伏季休渔期》›为5月1日至8月16日。")]),
        right(&[(
            "paragraph",
            "按照《休渔期管理规定》《防火期通告》《绿色出行专项行动计划》执行，开展《公交条例》专项整治。",
        )]),
        right(&[("paragraph", "收看《大国交通》，落实《政府工作报告》。")]),
    ],
    check: Check::PassageWith("《", check),
};

const ENDINGS: [&str; 32] = [
    "推进会",
    "动员会",
    "现场会",
    "发布会",
    "推介会",
    "交流会",
    "表彰会",
    "大赛",
    "比赛",
    "仪式",
    "活动",
    "会议",
    "大会",
    "座谈会",
    "论坛",
    "研讨会",
    "资格证",
    "许可证",
    "身份证",
    "证书",
    "营业执照",
    "大奖赛",
    "博览会",
    "课程",
    "上岗证",
    "使用证",
    "合格证",
    "通行证",
    "居住证",
    "开放日",
    "专项行动",
    "示范工程",
];

/// What only a name in quotation marks is followed by.
const AFTER: [&str; 16] = [
    "称号",
    "荣誉称号",
    "奖项",
    "荣誉证书",
    "主题活动",
    "宣传活动",
    "系列活动",
    "专项活动",
    "活动，",
    "活动。",
    "活动、",
    "活动；",
    "专项行动",
    "专项整治",
    "攻坚行动",
    "主题党日",
];

/// What a season or a span of time is called by.
const SPANS: [&str; 8] = ["休渔期", "禁渔期", "防火期", "禁火期", "汛期", "过渡期", "宣传周", "宣传月"];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    for pair in brackets::enclosed(passage.text, '《') {
        let inside = brackets::inside(passage.text, &pair);
        let words = &passage.text[inside.clone()];
        let is_document = words.starts_with("关于") || words.contains("报告") || words.chars().count() > 16;
        let is_law = words.ends_with(['法', '典', '例', '定', '则', '约', '准', '》']);
        let is_named = !is_law && AFTER.iter().any(|word| passage.text[pair.end..].starts_with(word));
        if !is_document && (is_named || ENDINGS.iter().chain(&SPANS).any(|ending| words.ends_with(ending))) {
            let edits = vec![Edit::replace(pair.start..inside.start, "“"), Edit::replace(inside.end..pair.end, "”")];
            // Older regulations write the names of licences so themselves.
            let is_licence = words.ends_with(['证', '照']) || words.ends_with("证书");
            let finding = found.at(passage.field, pair, "活动、会议、证件、时期的名称不用书名号");
            finding.mend_as("改为引号", Applicability::Review, edits);
            if is_licence {
                finding.weigh(Severity::Advice);
            }
        }
    }
}
