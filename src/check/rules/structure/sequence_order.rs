//! N06: 一是, 二是, 三是 and their like skip, repeat or stand alone.

use crate::check::authoring::*;
use crate::letter::sequence::{Item, Style};

pub static RULE: Rule = Rule {
    code: "N06",
    name: "sequence-order",
    title: "一是、二是的次序",
    group: Group::Structure,
    severity: Severity::Warning,
    explanation: "“一是……二是……”“第一，……第二，……”“首先……其次……最后”这类列举应当从头开始，依次连续，不重不漏，也不只有一项。",
    source: "《党政机关公文处理工作条例》第二十条（四）：段落顺序准确；GB/T 15834—2011 B.3.1",
    examples: &[
        wrong(&[("paragraph", "一是加密班次；‹三是›延长时间。")]),
        wrong(&[("paragraph", "一是加密班次；二是延长时间；‹二是›改造站台。")]),
        wrong(&[("paragraph", "‹二是›加密班次；三是延长时间。")]),
        wrong(&[("paragraph", "‹一是›加密班次，方便出行。")]),
        wrong(&[("paragraph", "第一，加密班次。‹第三›，延长时间。")]),
        wrong(&[("paragraph", "首先，加密班次。最后，延长时间。‹其次›，改造站台。")]),
        wrong(&[("paragraph", "公交优先，‹其次›，改造站台。")]),
        wrong(&[("paragraph", "一是加密班次；‹一是›延长时间；三是改造站台。")]),
        wrong(&[("paragraph", "一是加密班次。高峰期8分钟一班。‹一是›延长时间。三是改造站台。")]),
        wrong(&[("paragraph", "第一步，加密班次；‹第三步›，延长时间。")]),
        wrong(&[("paragraph", "首先，加密班次。\n‹再次›，延长时间。\n最后，改造站台。")]),
        wrong(&[("paragraph", "首先，加密班次；‹最后›，改造站台。")]),
        wrong(&[("paragraph", "首先，加密班次。‹首先›，延长时间。最后，改造站台。")]),
        wrong(&[("paragraph", "首先，加密班次。其次，延长时间。‹其次›，改造站台。")]),
        wrong(&[("paragraph", "首先，加密班次。\n其次，延长时间。\n‹其次›，改造站台。")]),
        wrong(&[("paragraph", "首先，加密班次。\n其次，延长时间。\n‹首先›，改造站台。")]),
        right(&[("paragraph", "首先，加密班次。其次，延长时间。\n首先，改造站台。其次，改造站牌。")]),
        wrong(&[("paragraph", "‹一方面›，加密班次，延长时间，方便居民。")]),
        right(&[("paragraph", "一方面，加密班次；另一方面，延长时间。这一方面的工作将持续推进。")]),
        right(&[("paragraph", "第一、第二季度分别检查320家次和400家次，第二、三产业占比提高。")]),
        right(&[("paragraph", "一是加密班次。\n二是延长时间。\n三是改造站台。")]),
        right(&[("paragraph", "一是加密班次；二是延长时间。\n一是改造站台；二是改造站牌。")]),
        right(&[("paragraph", "主要原因一是历史欠账多，二是资金不足。其中一是用地受限，二是客流不足。")]),
        wrong(&[("paragraph", "问题是统一是难点，‹二是›资金不足，三是客流不足。")]),
        right(&[("paragraph", "首先感谢你们的关心。最后，请继续监督。")]),
        right(&[("paragraph", "一要加密班次，二要延长时间。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let body = context.body();
    if context.body_may_say(&["一方面"]) {
        one_side(context, found);
    }
    let items: Vec<&[Item]> = context.paragraphs().iter().map(|paragraph| paragraph.items()).collect();
    if items.iter().all(|items| items.is_empty()) {
        return;
    }
    for style in [Style::Is, Style::Must, Style::Ordinal, Style::Which, Style::Step] {
        let mut run: Vec<Item> = Vec::new();
        let mut section = None;
        for (paragraph, items) in context.outline.paragraphs.iter().zip(&items) {
            // A paragraph with a number of its own begins a new count.
            if paragraph.section != section || paragraph.marker.is_some() {
                end_run(&mut run, body, found);
                section = paragraph.section;
            }
            let own: Vec<&Item> = items.iter().filter(|item| item.style == style).collect();
            for (index, item) in own.iter().enumerate() {
                let mut item = (*item).clone();
                // 一是…。一是…。三是…: the third tells what the second should have been.
                let is_second =
                    run.len() == 1 && run[0].ordinal == 1 && own.get(index + 1).is_some_and(|next| next.ordinal == 3);
                item.range = item.range.start + paragraph.range.start..item.range.end + paragraph.range.start;
                if item.ordinal == 1 {
                    // 一是…；一是…; 三是…: within one sentence a second first is a slip.
                    let is_again = is_second
                        || run.last().is_some_and(|last| {
                            last.ordinal == 1 && !body[last.range.end..item.range.start].contains(['。', '\n'])
                        });
                    if is_again {
                        let words = &body[item.range.clone()];
                        found.at(Field::Body, item.range.clone(), format!("“{words}”重复或者倒退"));
                        item.ordinal = 2;
                    } else {
                        end_run(&mut run, body, found);
                    }
                } else {
                    let mut expected = run.last().map_or(1, |last| last.ordinal + 1);
                    // 一是加密班次二是延长时间；三是…: the second is there, its mark is not, which is P22's to tell.
                    let runs_on = style == Style::Is
                        && run.last().is_some_and(|last| {
                            last.range.end <= item.range.start
                                && body[last.range.end..item.range.start]
                                    .contains(&format!("{}是", crate::text::numeral::format(expected)))
                        });
                    expected += u32::from(runs_on);
                    // 主要原因一是…，二是…: the first follows other words in its clause.
                    let from =
                        run.last().map_or(paragraph.range.start, |last| last.range.end.max(paragraph.range.start));
                    let has_first = style == Style::Is && item.ordinal == 2 && from <= item.range.start;
                    if has_first && has_first_inside(&body[from..item.range.start]) {
                        expected = 2;
                    }
                    if item.ordinal != expected {
                        let words = &body[item.range.clone()];
                        let message = if item.ordinal < expected {
                            format!("“{words}”重复或者倒退")
                        } else {
                            format!("“{words}”之前有缺")
                        };
                        found.at(Field::Body, item.range.clone(), message);
                    }
                }
                run.push(item);
            }
        }
        end_run(&mut run, body, found);
    }
    order_words(context, &items, found);
}

/// Whether 一是 stands in `before`, and is not the end of another word: 统一是, 唯一是.
fn has_first_inside(before: &str) -> bool {
    before
        .match_indices("一是")
        .any(|(at, _)| !before[..at].ends_with(['统', '唯', '同', '第', '之', '不', '单', '专', '万']))
}

/// 一方面 that no 另一方面 follows.
fn one_side(context: &Context<'_>, found: &mut Found<'_>) {
    let body = context.body();
    for (at, words) in body.match_indices("一方面") {
        let end = at + words.len();
        if !crate::text::sentence::begins_clause(body, at)
            || !body[end..].starts_with(characters::is_han) && !body[end..].starts_with('，')
        {
            continue;
        }
        let section =
            context.outline.section_at(at).map_or(body.len(), |section| context.outline.sections[section].range.end);
        let is_second = body[..at].rfind("一方面").is_some_and(|before| !body[before..at].contains('\n'));
        let goes_on = ["一方面", "另一"].iter().any(|word| body[end..section].contains(word));
        if !is_second && !goes_on {
            found.at(Field::Body, at..end, "“一方面”没有下文");
        }
    }
}

/// Tells of a run that ends with its first item.
fn end_run(run: &mut Vec<Item>, body: &str, found: &mut Found<'_>) {
    if let [only] = run.as_slice()
        && only.ordinal == 1
        // 一是加密班次二是延长时间: P22's to tell.
        && !(only.style == Style::Is
            && body[only.range.end..].split('\n').next().is_some_and(|rest| rest.contains("二是")))
    {
        found.at(Field::Body, only.range.clone(), "只有第一项，没有下文");
    }
    run.clear();
}

/// 首先, 其次, 再次, 最后: 首先 and 最后 may stand alone, the others not, and none before its time.
fn order_words(context: &Context<'_>, items: &[&[Item]], found: &mut Found<'_>) {
    let body = context.body();
    let mut last = 0;
    let mut last_at: Option<usize> = None;
    // The paragraph that the last word of order stands in.
    let mut last_in = usize::MAX;
    // Whether it stands at the head of that paragraph.
    let mut was_head = false;
    for (index, (paragraph, items)) in context.outline.paragraphs.iter().zip(items).enumerate() {
        // The count goes on from paragraph to paragraph; where one lies between that counts nothing it begins anew.
        if last_at.is_none_or(|at| at + 1 < index) || paragraph.marker.is_some() {
            last = 0;
        }
        for item in *items {
            if item.style != Style::Order {
                continue;
            }
            last_at = Some(index);
            let place = item.range.start + paragraph.range.start..item.range.end + paragraph.range.start;
            let before = &body[..place.start];
            let has_first = ["首先", "第一", "一是", "首要", "一方面"].iter().any(|word| before.contains(word));
            let word = &body[place.clone()];
            // 首先感谢…最后，请…: without a comma the first counts nothing.
            let is_listed = before.rfind("首先").is_some_and(|at| body[at + "首先".len()..].starts_with('，'));
            // 首先，…。首先，…: the second is a slip for 其次.
            let is_again = word == "首先" && last == 1 && item.mark == Some('，') && is_listed && last_in == index;
            // Where every paragraph begins with such a word, they count through the paragraphs.
            let is_head = item.range.start == 0;
            let goes_on = std::mem::replace(&mut was_head, is_head) && is_head && last_in.checked_add(1) == Some(index);
            let is_anew = word == "首先" && last >= 1 && item.mark == Some('，') && is_listed && goes_on;
            if is_again || is_anew {
                found.at(Field::Body, place, "“首先”重复");
                last = 2;
                last_in = index;
                continue;
            }
            // 其次，…。其次，…: the second is a slip as well.
            let is_twice = matches!(word, "其次" | "再次") && last == item.ordinal && (last_in == index || goes_on);
            last_in = index;
            if is_twice {
                found.at(Field::Body, place, format!("“{word}”重复"));
                continue;
            }
            if item.ordinal < last && item.ordinal > 1 {
                found.at(Field::Body, place, format!("“{word}”的次序颠倒"));
            } else if matches!(word, "其次" | "再次") && !has_first {
                found.at(Field::Body, place, format!("“{word}”前面没有“首先”"));
            } else if last == 1 && item.ordinal > 2 && word != "然后" && item.mark == Some('，') && is_listed {
                found.at(Field::Body, place, format!("有“首先”“{word}”，没有“其次”"));
            }
            last = if item.ordinal == 1 { 1 } else { last.max(item.ordinal) };
        }
    }
}
