//! N02: the mark after the number of a section.

use crate::check::authoring::*;
use crate::letter::outline::Level;

pub static RULE: Rule = Rule {
    code: "N02",
    name: "marker-punctuation",
    title: "序号后的标点",
    group: Group::Structure,
    severity: Severity::Warning,
    explanation: "层次序号后的标点：“一”后用顿号，“1”后用下脚点，“（一）”“（1）”后不用标点。",
    source: "GB/T 15834—2011 B.3.2—B.3.4",
    examples: &[
        wrong(&[("paragraph", "（一）‹、›巩固成果。每季度评估一次运行情况。")])
            .mended("（一）巩固成果。每季度评估一次运行情况。"),
        wrong(&[("paragraph", "1‹、›巩固成果。每季度评估一次运行情况。")])
            .mended("1.巩固成果。每季度评估一次运行情况。"),
        wrong(&[("paragraph", "四‹.›关于评估")]).mended("四、关于评估"),
        wrong(&[("paragraph", "（1）‹.›巩固成果。每季度评估一次运行情况。")]),
        wrong(&[("paragraph", "四‹，›关于评估\n每季度评估一次运行情况。")]),
        wrong(&[("paragraph", "（一）‹：›巩固成果。每季度评估一次运行情况。")]),
        wrong(&[("paragraph", "1‹，›巩固成果。每季度评估一次运行情况。")]),
        wrong(&[("paragraph", "‹四›丰富业态，方便出行\n每季度评估一次运行情况。\n五、关于经费\n已经落实。")]),
        right(&[("paragraph", "三站合一方便出行\n每季度评估一次运行情况。")]),
        right(&[("paragraph", "1．巩固成果。每季度评估一次运行情况。")]),
        right(&[("paragraph", "1.5公里以内的站点已经覆盖。")]),
        right(&[("paragraph", "一、二期工程已经完工。")]),
    ],
    check: Check::Letter(check),
};

/// A line that begins with the number that is missing between two sections, and has no mark after it: 三丰富业态.
fn unmarked(context: &Context<'_>, found: &mut Found<'_>) {
    let outline = &context.outline;
    let tops: Vec<_> = outline.sections.iter().filter(|section| section.marker.level == Level::First).collect();
    for pair in tops.windows(2) {
        let (before, after) = (&pair[0].marker, &pair[1].marker);
        if after.ordinal != before.ordinal + 2 {
            continue;
        }
        let missing = crate::text::numeral::format(before.ordinal + 1);
        for paragraph in &outline.paragraphs[pair[0].paragraph + 1..pair[1].paragraph] {
            let text = &context.body()[paragraph.range.clone()];
            let is_heading = paragraph.marker.is_none()
                && text.starts_with(&missing)
                && text[missing.len()..].starts_with(|it| characters::is_han(it) && !matches!(it, '是' | '要'))
                && text.chars().count() <= 30
                && !text.contains(['。', '；']);
            if is_heading {
                let range = paragraph.range.start..paragraph.range.start + missing.len();
                found.at(Field::Body, range.clone(), format!("层次序号“{missing}”后缺“、”")).mend_as(
                    "加上“、”",
                    Applicability::Review,
                    vec![Edit::insert(range.end, "、")],
                );
            }
        }
    }
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    unmarked(context, found);
    for section in &context.outline.sections {
        let marker = &section.marker;
        let written = marker.mark.map(|(_, mark)| mark);
        let right = match marker.level {
            Level::First => "、",
            Level::Third => ".",
            Level::Second | Level::Fourth => "",
        };
        let is_right = matches!(
            (marker.level, written),
            (Level::First, Some('、')) | (Level::Third, Some('.' | '．')) | (Level::Second | Level::Fourth, None)
        );
        if let (false, Some((at, mark))) = (is_right, marker.mark) {
            let label = marker.level.label(marker.ordinal);
            let message = match right {
                "" => format!("“{label}”后不用标点"),
                _ => format!("“{label}”后用“{right}”"),
            };
            let range = at..at + mark.len_utf8();
            found.at(Field::Body, range.clone(), message).mend(Applicability::Safe, range, right);
        }
    }
}
