//! N18: a heading that lost its number among numbered ones.

use crate::check::authoring::*;
use crate::letter::outline::Level;

pub static RULE: Rule = Rule {
    code: "N18",
    name: "heading-unnumbered",
    title: "小标题没有序号",
    group: Group::Structure,
    severity: Severity::Warning,
    explanation: "别的小标题都有“一、”“二、”，独占一行、末尾没有标点的这一行也像小标题，却没有序号。同级各段都是“（一）……。”起头，夹在其中的一段也以这样的短句起头而没有序号的，也在此列。",
    source: "GB/T 9704—2012 7.3.3；《党政机关公文处理工作条例》第二十条（四）",
    examples: &[
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n一、关于增开线路\n接驳线路已经开通。\n二、关于延长时间\n末班车已经推迟。\n‹关于长效管理›\n每季度评估一次运行情况。\n专此答复，感谢你们的支持。",
        )]),
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n一、关于增开线路\n（一）新开接驳专线。4月开通接驳1号线。\n（二）优化既有线路。21路末班车推迟到22时。\n‹加强运营管理›。每季度评估一次运行情况，及时调整班次。\n二、关于候车环境\n候车亭已经改造。\n专此答复，感谢你们的支持。",
        )]),
        right(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n一、关于增开线路\n（一）新开接驳专线。4月开通接驳1号线。\n（二）优化既有线路。21路末班车推迟到22时。\n上述措施成效明显。每季度评估一次运行情况，及时调整班次。\n二、关于候车环境\n候车亭已经改造。\n专此答复，感谢你们的支持。",
        )]),
        right(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n一、关于增开线路\n接驳线路已经开通。\n线路　　里程\n1路　　12公里\n二、关于延长时间\n末班车已经推迟：\n每天22时30分\n专此答复，感谢你们的支持。",
        )]),
        right(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n关于增开线路\n接驳线路已经开通。\n关于延长时间\n末班车已经推迟。\n专此答复，感谢你们的支持。",
        )]),
    ],
    check: Check::Letter(check),
};

/// What headings of replies begin with.
const STARTS: [&str; 8] = ["关于", "下一步", "存在的", "工作进展", "主要做法", "基本情况", "今后", "对"];

/// Verbs that run-in headings begin with.
const VERBS: [&str; 30] = [
    "加强", "推进", "完善", "强化", "加大", "优化", "健全", "提升", "深化", "落实", "加快", "建立", "开展", "实施",
    "推动", "规范", "严格", "创新", "拓宽", "拓展", "培育", "打造", "抓好", "做好", "夯实", "聚焦", "注重", "坚持",
    "突出", "关于",
];

/// 加强运营管理。 after （一）新开接驳专线。 and （二）优化既有线路。: a run-in heading without its number.
fn run_in(context: &Context<'_>, found: &mut Found<'_>) {
    let (outline, body) = (&context.outline, context.body());
    let closing = context.closing.as_ref().map_or(body.len(), |closing| closing.start);
    let words = |from: usize, to: usize, least: usize| {
        let text = &body[from..to];
        let stop = text.find('。')?;
        let head = &text[..stop];
        let is_short = (4..=12).contains(&head.chars().count()) && head.chars().all(characters::is_han);
        (is_short && text.len() > stop + least).then_some(head)
    };
    for (index, paragraph) in outline.paragraphs.iter().enumerate() {
        if paragraph.marker.is_some() || paragraph.range.start >= closing {
            continue;
        }
        let Some(section) = paragraph.section.map(|section| &outline.sections[section]) else { continue };
        // Right below a numbered paragraph that runs on, which is not the first of its rank.
        if section.paragraph + 1 != index || section.stands_alone {
            continue;
        }
        let kin = outline.sections.iter().filter(|other| {
            other.marker.level == section.marker.level
                && other.parent == section.parent
                && words(other.marker.range.end, outline.paragraphs[other.paragraph].range.end, 6).is_some()
        });
        let Some(head) = words(paragraph.range.start, paragraph.range.end, 30) else { continue };
        if kin.count() >= 2 && VERBS.iter().any(|verb| head.starts_with(verb)) {
            let range = paragraph.range.start..paragraph.range.start + head.len();
            found.at(Field::Body, range, "同级的各段都有序号，这一段像是漏了序号");
        }
    }
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    run_in(context, found);
    let outline = &context.outline;
    let body = context.body();
    let firsts = outline.sections.iter().filter(|section| section.marker.level == Level::First && section.stands_alone);
    let starts: Vec<usize> = firsts.map(|section| section.heading.start).collect();
    let [first, _, ..] = starts[..] else { return };
    let closing = context.closing.as_ref().map_or(body.len(), |closing| closing.start);
    for pair in outline.paragraphs.windows(2) {
        let [own, next] = pair else { continue };
        let line = &body[own.range.clone()];
        let is_among = own.range.start > first && own.range.start < closing && next.range.start < closing;
        let is_short = (4..=20).contains(&line.chars().count()) && line.chars().all(characters::is_han);
        let is_heading = is_short && STARTS.iter().any(|start| line.starts_with(start));
        // Text follows it, and it is not what the paragraph before announces.
        let has_text = next.marker.is_none() && body[next.range.clone()].ends_with('。');
        let is_announced = body[..own.range.start].trim_end().ends_with('：');
        if is_among && own.marker.is_none() && is_heading && has_text && !is_announced {
            found.at(Field::Body, own.range.clone(), "像是小标题，却没有序号");
        }
    }
}
