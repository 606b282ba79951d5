//! N09: one section of several lacks the short heading that its siblings have.

use crate::check::authoring::*;
use crate::letter::outline::Level;

pub static RULE: Rule = Rule {
    code: "N09",
    name: "heading-shape",
    title: "同级小标题形式",
    group: Group::Structure,
    severity: Severity::Advice,
    explanation: "同一层次的各段，有小标题的宜都有小标题。其中一段直接写正文的，宜补上一个概括的短句。",
    source: "办理惯例：同级标题形式一致",
    examples: &[
        wrong(&[(
            "paragraph",
            "（一）增加运力。新购车辆6辆。\n‹（二）›在东洲站、望江小区、江心公园、市第二人民医院和临江职业技术学院之间新开两条接驳专线并加密早晚高峰发车班次。每日运营。\n（三）优化换乘。同站换乘率提高。",
        )]),
        wrong(&[(
            "paragraph",
            "（一）增加运力。新购车辆6辆。\n（二）新开专线。每日运营。\n‹（三）›优化换乘\n同站换乘率提高。",
        )]),
        right(&[(
            "paragraph",
            "（一）增加运力。新购车辆6辆。\n（二）新开专线。每日运营。\n（三）优化换乘。同站换乘率提高。",
        )]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let outline = &context.outline;
    let parents = std::iter::once(None).chain((0..outline.sections.len()).map(Some));
    for parent in parents {
        let children: Vec<usize> = outline.children(parent).collect();
        // Sections of the first level may be plain paragraphs.
        let is_first = |&index: &usize| outline.sections[index].marker.level == Level::First;
        if children.len() < 3 || children.iter().any(is_first) {
            continue;
        }
        // Items of a list, divided by ；, have no headings.
        let ends_item = |&index: &usize| {
            context.body()[outline.paragraphs[outline.sections[index].paragraph].range.clone()].ends_with('；')
        };
        if children.iter().any(ends_item) {
            continue;
        }
        let length = |index: usize| context.body()[outline.sections[index].heading.clone()].chars().count();
        let (long, short): (Vec<usize>, Vec<usize>) = children.iter().partition(|&&index| length(index) > 36);
        if let [odd] = long[..]
            && short.iter().all(|&index| length(index) <= 20)
        {
            let marker = &outline.sections[odd].marker;
            let start = marker.range.start;
            let label = marker.level.label(marker.ordinal);
            found.at(Field::Body, start..marker.gap.start, format!("同级各段都有小标题，“{label}”没有"));
            continue;
        }
        // A heading with a line to itself among headings that run in, or the other way round.
        let has_line = |&&index: &&usize| {
            let section = &outline.sections[index];
            section.stands_alone && !context.body()[outline.paragraphs[section.paragraph].range.clone()].ends_with('。')
        };
        let (alone, run_in): (Vec<usize>, Vec<usize>) = children.iter().partition(has_line);
        let odd = match (&alone[..], &run_in[..]) {
            ([odd], [_, _, ..]) | ([_, _, ..], [odd]) => *odd,
            _ => continue,
        };
        let marker = &outline.sections[odd].marker;
        let label = marker.level.label(marker.ordinal);
        let message = format!("同级小标题有的独占一行，有的接写正文，“{label}”与其余不同");
        found.at(Field::Body, marker.range.start..marker.gap.start, message);
    }
}
