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
        wrong(&[(
            "body",
            "收悉，现答复如下：\n一、关于线路\n‹1.›新开。已开通。\n（二）延长。已延长。\n（三）加密。已加密。\n二、关于站台\n已改造。\n三、关于停车\n已规范。\n感谢您的支持。",
        )]),
        wrong(&[(
            "body",
            "收悉，现答复如下：\n一、关于线路\n（一）新开。已开通。\n‹二、›延长。已延长。\n（三）加密。已加密。\n二、关于站台\n已改造。\n三、关于停车\n已规范。\n感谢您的支持。",
        )]),
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
    let count = outline.sections.len();
    let mut astray = false;
    for index in 0..count {
        if let Some(meant) = outline.meant_level(index) {
            astray = true;
            let marker = &outline.sections[index].marker;
            let right = meant.marker(marker.ordinal);
            let start = marker.open.map_or(marker.number.start, |(at, _)| at);
            let message = format!("同级各项用“{}”这样的序号，这里应为“{right}”", meant.label(marker.ordinal + 1));
            found.at(Field::Body, start..marker.gap.start, message).mend_as(
                format!("改为{right}"),
                Applicability::Review,
                vec![Edit::replace(start..marker.range.end, right)],
            );
        }
    }
    // With one number of another level the rest cannot be counted.
    if astray {
        return;
    }
    let parents = std::iter::once(None).chain((0..count).map(Some));
    for parent in parents {
        let mut expected = 0;
        let mut level = None;
        let children: Vec<usize> = outline.children(parent).collect();
        for (place, &index) in children.iter().enumerate() {
            let marker = &outline.sections[index].marker;
            // Sections of another level under the same parent begin a count of their own.
            expected = if level == Some(marker.level) { expected + 1 } else { 1 };
            level = Some(marker.level);
            if marker.ordinal == expected {
                continue;
            }
            let is_arabic = context.body()[marker.number.clone()].starts_with(|first: char| first.is_ascii_digit());
            let right = if is_arabic { expected.to_string() } else { numeral::format(expected) };
            let label = marker.level.label(marker.ordinal);
            let place_of = parent.map_or_else(String::new, |parent| format!("“{}”下的", outline.path(parent)));
            let message = if marker.ordinal < expected {
                format!("{place_of}序号“{label}”重复或倒退，按顺序应为{right}")
            } else {
                format!("{place_of}序号“{label}”之前有缺，按顺序应为{right}")
            };
            let edit = Edit::replace(marker.number.clone(), right.clone());
            found.at(Field::Body, marker.number.clone(), message).mend_as(
                format!("改为{right}"),
                Applicability::Review,
                vec![edit],
            );
            // Each fault is told once: what follows is counted from here, unless it goes on as if this one were right.
            let next = children.get(place + 1).map(|&next| &outline.sections[next].marker);
            let goes_on = next.is_some_and(|next| next.level == marker.level && next.ordinal == expected + 1);
            if !goes_on {
                expected = marker.ordinal;
            }
        }
    }
}
