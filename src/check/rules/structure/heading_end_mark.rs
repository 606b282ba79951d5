//! N08: a heading on a line of its own ends with a mark.

use crate::check::authoring::*;
use crate::letter::outline::{Level, Section};

pub static RULE: Rule = Rule {
    code: "N08",
    name: "heading-end-mark",
    title: "小标题末尾的标点",
    group: Group::Structure,
    severity: Severity::Warning,
    explanation: "独占一行的小标题末尾不用句号、冒号等标点；标题后接着写正文的，才用句号隔开。",
    source: "GB/T 15834—2011 B.4",
    examples: &[
        wrong(&[("paragraph", "四、关于运行评估‹。›\n每季度评估一次运行情况。")]).mended("每季度评估一次运行情况。"),
        wrong(&[("paragraph", "四、关于运行评估‹：›\n每季度评估一次运行情况。")]),
        right(&[(
            "paragraph",
            "四、关于运行评估\n（一）落实责任。\n1.明确分工。已经印发。\n2.明确时限。已经印发。\n（二）定期评估。每季度一次。",
        )]),
        wrong(&[("paragraph", "四、关于已建站台“用得上”的问题‹。›\n每季度评估一次运行情况。")]),
        wrong(&[(
            "paragraph",
            "四、关于运行评估\n（一）落实责任\n已经印发方案。\n（二）定期评估‹。›\n每季度一次，评估结果向社会公布。",
        )]),
        wrong(&[(
            "paragraph",
            "四、摸清家底，分类施策‹。›\n我局组织摸底，共有站台12座。\n五、关于运行评估\n每季度评估一次运行情况。",
        )]),
        right(&[("paragraph", "四、关于运行评估\n每季度评估一次运行情况。")]),
        right(&[(
            "paragraph",
            "四、关于运行评估\n（一）落实责任。\n已经印发方案。\n（二）定期评估。\n每季度一次，评估结果向社会公布。",
        )]),
        right(&[("paragraph", "四、为抓好运行评估，我局每季度开展一次。\n评估结果向社会公布。")]),
        right(&[(
            "paragraph",
            "四、我局采取了以下两项措施：\n（一）评估。每季度评估一次。\n（二）调整。根据客流调整班次。",
        )]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let body = context.body();
    for section in &context.outline.sections {
        let paragraph = &context.outline.paragraphs[section.paragraph].range;
        let line = &body[paragraph.clone()];
        let words = &body[section.heading.clone()];
        let tail = &line[(section.heading.end - paragraph.start).min(line.len())..];
        let has_text = section.range.end > paragraph.end;
        // A sentence is no heading: it has clauses, or says who did what.
        // Further down a heading may run in, and its stop is right, unless those beside it have none.
        let is_phrase = words.starts_with("关于") || words.ends_with("问题");
        let is_heading = section.stands_alone
            && (section.marker.level == Level::First || has_bare_sibling(context, section))
            && (2..=26).contains(&words.chars().count())
            && !words.contains(['；', '：'])
            && (!words.contains('，') || is_balanced(words) && has_bare_sibling(context, section))
            && !["以下", "如下", "我局", "我委", "我厅"].iter().any(|word| words.contains(word))
            && (is_phrase || !words.contains('已'));
        if is_heading && has_text && matches!(tail, "。" | "：" | "，" | "；") {
            let next = context.outline.paragraphs.get(section.paragraph + 1);
            // A sentence among sentences: the next paragraph belongs to another section or closes the letter.
            let is_own = next.is_some_and(|next| {
                next.range.start < section.range.end
                    && context.closing.as_ref().is_none_or(|closing| next.range.start < closing.start)
            });
            if is_own {
                let range = section.heading.end..paragraph.end;
                found.at(Field::Body, range.clone(), "独占一行的小标题末尾不用标点").mend(
                    Applicability::Safe,
                    range,
                    "",
                );
            }
        }
    }
}

/// Whether a heading of the same rank beside it has a line to itself without a mark.
fn has_bare_sibling(context: &Context<'_>, section: &Section) -> bool {
    context.outline.sections.iter().any(|other| {
        let line = &context.outline.paragraphs[other.paragraph].range;
        other.parent == section.parent
            && other.marker.level == section.marker.level
            && other.stands_alone
            && other.heading.end == line.end
            && other.range.end > line.end
    })
}

/// Whether the parts of a heading between its commas are of one length, as in 摸清家底，分类施策.
fn is_balanced(words: &str) -> bool {
    let mut lengths = words.split('，').map(|part| part.chars().count());
    lengths.next().is_some_and(|first| (2..=8).contains(&first) && lengths.all(|other| other == first))
}
