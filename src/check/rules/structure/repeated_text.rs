//! N11: the same sentences twice.

use crate::check::authoring::*;
use crate::text::key::ByKey;
use crate::text::sentence::Clause;
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "N11",
    name: "repeated-text",
    title: "重复的语句",
    group: Group::Structure,
    severity: Severity::Warning,
    explanation: "同样的一段话在一封答复里出现两次，多半是复制粘贴留下的。文件名称的重复引用不算。",
    source: "《党政机关公文处理工作条例》第二十条（四）：段落顺序准确",
    examples: &[
        wrong(&[(
            "paragraph",
            "我局将加强与公安、街道的协作，及时掌握片区客流变化情况，定期公布评估结果。\n‹我局将加强与公安、街道的协作，及时掌握片区客流变化情况，定期公布评估结果›。",
        )]),
        right(&[(
            "paragraph",
            "根据《临江市国民经济和社会发展第十五个五年规划和二〇三五年远景目标纲要》，加密班次；落实《临江市国民经济和社会发展第十五个五年规划和二〇三五年远景目标纲要》，改造站台。",
        )]),
        wrong(&[("paragraph", "我局将加快推进项目建设‹我局将加快推进项目建设›，确保年内完工。")]),
        wrong(&[("paragraph", "我局将加密接驳班次，‹我局将加密接驳班次›，方便出行。")]),
        wrong(&[("paragraph", "选派医师坐诊，每所2名，‹每所2名›，每周坐诊2天。")]),
        right(&[("paragraph", "前年新建2座，去年新建3座，今年新建2座，明年新建3座。")]),
        right(&[("paragraph", "加快建设，确保按期完工。另一座加快建设，确保按期完工。")]),
    ],
    check: Check::Letter(check),
};

/// From how many characters on a repeated run is told.
const ENOUGH: usize = 20;
/// And from how many on where it follows on the first.
const ENOUGH_NEXT: usize = 7;
/// The same where it tells a figure, which nobody says twice: 每所2名，每所2名.
const ENOUGH_COUNTED: usize = 4;

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let body = context.body();
    let clauses: Vec<Clause> = context
        .paragraphs()
        .iter()
        .flat_map(|paragraph| {
            let moved = |range: &Range<usize>| range.start + paragraph.offset..range.end + paragraph.offset;
            paragraph.clauses().iter().map(move |clause| Clause { range: moved(&clause.range), key: clause.key })
        })
        .collect();
    for clause in &clauses {
        // The same words twice on end, without a mark between.
        let range = &clause.range;
        let half = range.start + range.len() / 2;
        let is_doubled = range.len() >= 2 * ENOUGH_NEXT * '一'.len_utf8()
            && range.len().is_multiple_of(2)
            && body.as_bytes()[range.start..half] == body.as_bytes()[half..range.end];
        if is_doubled {
            found.at(Field::Body, half..range.end, "语句重复");
        }
    }
    let mut places = ByKey::with_capacity_and_hasher(clauses.len(), Default::default());
    let mut index = 0;
    while index < clauses.len() {
        let text = &body[clauses[index].range.clone()];
        let earlier = *places.entry(clauses[index].key).or_insert(index);
        if earlier == index {
            index += 1;
            continue;
        }
        let mut length = 0;
        while index + length < clauses.len()
            && earlier + length < index
            && body[clauses[earlier + length].range.clone()] == body[clauses[index + length].range.clone()]
        {
            length += 1;
        }
        // Other words with the same key.
        if length == 0 {
            index += 1;
            continue;
        }
        let run = &clauses[index..index + length];
        let weight: usize = run.iter().map(|clause| weight(&body[clause.range.clone()])).sum();
        // The same clause twice on end is no figure of speech once it is long enough.
        let is_counted = text.contains(|it: char| it.is_ascii_digit());
        let enough = if is_counted { ENOUGH_COUNTED } else { ENOUGH_NEXT };
        let is_next = earlier + length == index && weight >= enough;
        if weight >= ENOUGH || is_next {
            let first: String = text.chars().take(12).collect();
            found.at(
                Field::Body,
                run[0].range.start..run[length - 1].range.end,
                format!("前面已有同样的语句“{first}……”"),
            );
        }
        index += length;
    }
}

/// How many characters of a clause are its own: what stands in 《》 is a name.
fn weight(clause: &str) -> usize {
    let mut depth = 0usize;
    let mut count = 0;
    for character in clause.chars() {
        match character {
            '《' => depth += 1,
            '》' => depth = depth.saturating_sub(1),
            _ if depth == 0 => count += 1,
            _ => {}
        }
    }
    count
}
