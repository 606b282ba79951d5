//! N01: the numbers of sections skip or repeat.

use crate::check::authoring::*;
use crate::text::numeral;

pub static RULE: Rule = Rule {
    code: "N01",
    name: "numbering-gap",
    title: "序号连续",
    group: Group::Structure,
    severity: Severity::Warning,
    explanation: "同一层次的序号应当从一开始，依次连续，不跳号、不重号。",
    source: "《党政机关公文处理工作条例》第二十条（四）：段落顺序准确；GB/T 9704—2012 7.3.3",
    examples: &[
        wrong(&[
            ("matter.requests[2].answered_in", "一"),
            ("body", "收悉，现答复如下：\n一、关于线路\n已开通。\n‹三›、关于站台\n已改造。\n感谢您的支持。"),
        ])
        .mended("收悉，现答复如下：\n一、关于线路\n已开通。\n二、关于站台\n已改造。\n感谢您的支持。"),
        wrong(&[(
            "body",
            "收悉，现答复如下：\n一、关于线路\n（一）新开。已开通。\n（‹一›）延长。已延长。\n感谢您的支持。",
        )]),
        wrong(&[
            ("matter.requests[1].answered_in", "一"),
            ("matter.requests[2].answered_in", "一"),
            ("body", "收悉，现答复如下：\n‹二›、关于线路\n已开通。\n二、关于站台\n已改造。\n感谢您的支持。"),
        ]),
        right(&[(
            "body",
            "收悉，现答复如下：\n一、关于线路\n（一）新开。已开通。\n二、关于站台\n（一）改造。已改造。\n（二）维护。已落实。\n感谢您的支持。",
        )]),
        right(&[("body", "收悉，现答复如下：\n1.新开。已开通。\n2.延长。已延长。\n感谢您的支持。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let outline = &context.outline;
    let parents = std::iter::once(None).chain((0..outline.sections.len()).map(Some));
    for parent in parents {
        let mut expected = 0;
        let mut level = None;
        for index in outline.children(parent) {
            let marker = &outline.sections[index].marker;
            // Sections of another level under the same parent begin a count of their own.
            expected = if level == Some(marker.level) { expected + 1 } else { 1 };
            level = Some(marker.level);
            if marker.ordinal == expected {
                continue;
            }
            let is_arabic = context.body()[marker.number.clone()].starts_with(|first: char| first.is_ascii_digit());
            let right = if is_arabic { expected.to_string() } else { numeral::format(expected) };
            let path = outline.path(index);
            let message = if marker.ordinal < expected {
                format!("序号“{path}”重复或倒退，按顺序应为{right}")
            } else {
                format!("序号“{path}”之前有缺，按顺序应为{right}")
            };
            let edit = Edit::replace(marker.number.clone(), right.clone());
            found.at(Field::Body, marker.number.clone(), message).mend_as(
                format!("改为{right}"),
                Applicability::Review,
                vec![edit],
            );
            // Each fault is told once: what follows is counted from here.
            expected = marker.ordinal;
        }
    }
}
