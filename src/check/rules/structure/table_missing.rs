//! N17: 如下表 without a table.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "N17",
    name: "table-missing",
    title: "说有表而没有表",
    group: Group::Structure,
    severity: Severity::Warning,
    explanation: "正文说“如下表”“见下表”的，下面应当有表；表作附件的，写“见附件”。",
    source: "《党政机关公文处理工作条例》第二十条（二）：完整准确体现发文机关意图",
    examples: &[
        wrong(&[("paragraph", "线路运行情况‹如下表›：\n下一步，我局将加密班次，延长运营时间，并加强站台管护。")]),
        wrong(&[("paragraph", "线路运行情况‹见下表›。")]),
        right(&[(
            "paragraph",
            "线路运行情况如下表：\n线路　　里程（公里）　　日客流（人次）\n1路　　12.5　　2300\n2路　　9.8　　1800\n客流持续增加。",
        )]),
        right(&[("paragraph", "线路运行情况如下表：\n1路：12.5公里，日客流2300人次\n2路：9.8公里，日客流1800人次")]),
        right(&[("paragraph", "线路运行情况见附表，填写下表后报送。")]),
    ],
    check: Check::Letter(check),
};

/// What announces a table in the text.
const ANNOUNCES: [&str; 6] = ["如下表", "见下表", "如下列表", "详见下表", "如下图", "见下图"];

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    if !context.body_may_say(&ANNOUNCES) {
        return;
    }
    let body = context.body();
    let paragraphs = &context.outline.paragraphs;
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let text = &body[paragraph.range.clone()];
        let Some((at, word)) = ANNOUNCES.iter().filter_map(|word| Some((text.rfind(word)?, *word))).min() else {
            continue;
        };
        // The paragraph must end with it: a table follows its announcement.
        if !matches!(&text[at + word.len()..], "" | "：" | "。" | "所示：" | "所示。" | ":") {
            continue;
        }
        let next = paragraphs.get(index + 1).map(|next| &body[next.range.clone()]);
        // A row is no sentence.
        let is_row = |line: &str| !line.ends_with('。') || line.contains(['\t', '|', '│']) || line.contains("　　");
        let is_closing = context
            .closing
            .as_ref()
            .is_some_and(|closing| paragraphs.get(index + 1).is_some_and(|next| next.range.start >= closing.start));
        if !next.is_some_and(|line| is_row(line) && !is_closing) {
            let start = paragraph.range.start + at;
            found.at(Field::Body, start..start + word.len(), "后面没有表");
        }
    }
}
