//! N10: a heading without text under it.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "N10",
    name: "section-empty",
    title: "小标题下没有内容",
    group: Group::Structure,
    severity: Severity::Error,
    explanation: "独占一行的小标题下面应当有内容。只列要点、每项一行的不在此列。",
    source: "《党政机关公文处理工作条例》第二十条（二）：完整准确体现发文机关意图",
    examples: &[
        wrong(&[("paragraph", "四、‹关于运行评估›\n五、关于长效管理\n每季度评估一次运行情况。")]),
        wrong(&[("paragraph", "四、‹关于运行评估›")]),
        right(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n一、4月开通接驳1号线，配车6辆。\n二、今年投入资金300万元，已经改造候车亭15座\n三、末班车推迟到22时30分，与地铁末班车衔接。\n专此答复，感谢你们的支持。",
        )]),
        right(&[("paragraph", "四、关于运行评估\n每季度评估一次运行情况。")]),
        wrong(&[(
            "paragraph",
            "四、今后工作\n1.加密接驳班次。高峰期发车间隔由12分钟缩短到8分钟，平峰期由20分钟缩短到15分钟，首末班车时间不变。\n2.延长运营时间。末班车时间由21时推迟到22时30分，周末和节假日推迟到23时，方便居民夜间出行和换乘。\n3.‹改善候车环境›。",
        )]),
        right(&[(
            "paragraph",
            "四、今后工作\n1.加密接驳班次。高峰期发车间隔由12分钟缩短到8分钟，平峰期由20分钟缩短到15分钟，首末班车时间不变。\n2.延长运营时间。末班车时间由21时推迟到22时30分。\n3.改善候车环境。",
        )]),
        right(&[("paragraph", "四、关于运行评估\n评估内容包括：\n1.客流\n2.班次\n3.换乘")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let outline = &context.outline;
    let body = context.body();
    let closing = context.closing.as_ref().map_or(body.len(), |closing| closing.start);
    let is_empty = |index: usize| {
        let section = &outline.sections[index];
        let own = &outline.paragraphs[section.paragraph];
        let next = outline.paragraphs.get(section.paragraph + 1);
        let has_more = next.is_some_and(|next| next.range.start < section.range.end && next.range.start < closing);
        let ends_as_text = body[own.range.clone()].ends_with(['。', '；', '！', '？', ';', '：', '，']);
        // Numbered thanks are a sentence, not a heading.
        let is_thanks = body[section.heading.clone()].contains("感谢");
        section.stands_alone && !is_thanks && !has_more && !ends_as_text && own.range.start < closing
    };
    for index in 0..outline.sections.len() {
        if !is_empty(index) {
            if is_bare(context, index, closing) {
                found.at(Field::Body, outline.sections[index].heading.clone(), "只有小标题，没有内容");
            }
            continue;
        }
        let (parent, level) = (outline.sections[index].parent, outline.sections[index].marker.level);
        // A list of points has none with text; a heading among headings has.
        let has_full_sibling = outline
            .children(parent)
            .any(|other| other != index && outline.sections[other].marker.level == level && !is_empty(other));
        // A paragraph that lacks its full stop is no heading: its clauses have marks between them.
        let words = &context.body()[outline.sections[index].heading.clone()];
        let is_text = words.chars().count() >= BARE && words.contains(['，', '；', '。']);
        if has_full_sibling && !is_text {
            found.at(Field::Body, outline.sections[index].heading.clone(), "小标题下没有内容");
        }
    }
}

/// How many characters a heading with its text has at least, that runs into it.
const RUN_IN: usize = 40;

/// How many a heading by itself has at most.
const BARE: usize = 16;

/// Whether a heading that ends as a sentence has nothing behind it while all those beside it have their text: 3.改善候车环境。
fn is_bare(context: &Context<'_>, index: usize, closing: usize) -> bool {
    let outline = &context.outline;
    let body = context.body();
    let section = &outline.sections[index];
    let words = |other: usize| {
        let section = &outline.sections[other];
        body[section.heading.start..section.range.end.min(closing).max(section.heading.start)].trim_end()
    };
    let own = words(index);
    // The ends tell most sections apart, long before their characters are counted.
    let ends_as_sentence = own.len() <= BARE * '。'.len_utf8() && own.ends_with('。');
    let is_short = ends_as_sentence && own.chars().count() <= BARE && !own.contains(['，', '\n', '：']);
    if !is_short || section.heading.start >= closing || own.contains("感谢") {
        return false;
    }
    let beside = outline
        .children(section.parent)
        .filter(|other| *other != index && outline.sections[*other].marker.level == section.marker.level);
    let lengths: Vec<usize> = beside.map(|other| words(other).chars().count()).collect();
    lengths.len() >= 2 && lengths.iter().all(|length| *length >= RUN_IN)
}
