//! F07: 以下三项 followed by two.

use super::{listed_before, listed_behind, listed_figures};
use crate::check::authoring::*;
use crate::letter::sequence::{self, Style};
use crate::text::numeral;

pub static RULE: Rule = Rule {
    code: "F07",
    name: "announced-count",
    title: "所说项数与所列项数",
    group: Group::Figures,
    severity: Severity::Warning,
    explanation: "说“以下三项”“三个方面”“抓好四项工作”的，后面列出的应当正好是三项、四项；“甲、乙、丙三个部门”“《甲》《乙》两个文件”“3个乡镇（甲镇、乙镇、丙乡）”，列的与说的也应当一样多。带“等”的，只有列的比说的还多才标。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "重点抓好以下‹三›项工作：一是加密班次；二是延长时间。")]),
        wrong(&[("paragraph", "重点抓好以下‹两›项工作：加密班次，提高频次；延长时间，方便换乘；改造站台，改善环境。")]),
        wrong(&[("paragraph", "我局采取了以下‹三›项措施：\n（一）加密班次。已经实施。\n（二）延长时间。已经实施。")]),
        wrong(&[("paragraph", "我局采取了‹四›条措施：一是加密班次；二是延长时间；三是改造站台。")]),
        wrong(&[("paragraph", "重点做好‹五›方面工作：（1）加密班次；（2）延长时间；（3）改造站台。")]),
        wrong(&[("paragraph", "围绕‹四›个方面持续用力：加密班次、延长时间、改造站台。")]),
        wrong(&[("paragraph", "按照“新建、改建、迁建”‹四›种方式推进。")]),
        wrong(&[("paragraph", "按里程给予每车200元、400元‹三›档补贴。")]),
        wrong(&[("paragraph", "做到所有权、使用权、收益权“‹四›权不变”。")]),
        wrong(&[("paragraph", "我局分‹三›类处置：\n（一）加密班次。已经实施。\n（二）延长时间。已经实施。")]),
        wrong(&[("paragraph", "公安、城管、街道‹四›个部门联合执法。")]),
        wrong(&[("paragraph", "下一步抓好‹四›项工作。一是加密班次。二是延长时间。三是改造站台。")]),
        wrong(&[("paragraph", "下半年重点抓好‹两›件事：一是加密班次；二是延长时间；三是改造站台。")]),
        wrong(&[("paragraph", "先后出台《站台管理办法》《班次管理办法》《票务管理办法》‹4›个文件。")]),
        wrong(&[("paragraph", "‹三›个项目分别是：东洲枢纽扩建工程、北岸站台改造工程。")]),
        wrong(&[("paragraph", "组建了巡查、执法、宣传‹四›支队伍。")]),
        wrong(&[("paragraph", "尚未通车的‹3›个乡镇（东洲镇、北岸镇、望江乡、石塘乡）年底前通车。")]),
        wrong(&[("paragraph", "着力抓好‹两›个方面：\n一是加密班次。\n二是延长时间。\n三是改造站台。")]),
        right(&[(
            "paragraph",
            "重点抓好三项工作。一是加密班次。二是延长时间，做好两件事：一是改造灯光；二是增加人手。三是改造站台。",
        )]),
        right(&[(
            "paragraph",
            "新建站台、泊位、雨棚8处，出台《站台管理办法》《班次管理办法》等4个文件，3个乡镇（含东洲镇、北岸镇）通车。",
        )]),
        wrong(&[("paragraph", "你们提出的加密班次、延长时间、改造站台‹四›条建议很有价值。")]),
        wrong(&[("paragraph", "你们提出的加密班次、延长时间、改造站台等‹两›项建议很有价值。")]),
        right(&[(
            "paragraph",
            "市、区、街道三级联动，公安、城管等五个部门配合，加密班次、延长时间、改造站台等三项建议，一、二、三期三个项目已完工。",
        )]),
        right(&[(
            "paragraph",
            "在学校、医院、车站设置两类标志，人力资源和社会保障局、财政局两个部门负责，早、晚高峰4个小时值守。",
        )]),
        right(&[("paragraph", "重点抓好以下三项工作：一是加密班次；二是延长时间；三是改造站台。")]),
        right(&[("paragraph", "原因有三：一是班次少；二是站台旧；三是换乘远。")]),
        right(&[("paragraph", "我局采取了以下两项措施：\n（一）加密班次。已经实施。\n（二）延长时间。已经实施。")]),
        right(&[(
            "paragraph",
            "按照“新建、改建、迁建”三种方式推进，给予每车200元、400元、600元三档补贴，做到所有权、使用权、收益权“三权不变”。",
        )]),
        right(&[(
            "paragraph",
            "围绕三个方面持续用力：加密班次、延长时间、改造站台。实行“投、建、管”一体，“三权”分置。",
        )]),
        right(&[("paragraph", "我局对两类人员给予补助：退役军人、残疾人、低保对象中的老年人，以及学生。")]),
        right(&[("paragraph", "围绕三个重点片区开展工作：一是摸清底数；二是制定方案。")]),
    ],
    check: Check::Parts(Parts { elements: None, paragraph: Some(("", check_paragraph)), letter: Some(check_sections) }),
};

/// What is listed in the paragraph that says how much it is.
fn check_paragraph(_: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (colon, mark) in text.match_indices('：') {
        let after = colon + mark.len();
        let (count, place, listed) = match announced(text, colon) {
            // The sections after it are what is announced.
            Some(_) if after == text.len() => continue,
            Some((count, place)) => (count, place, listed(&text[after..])),
            // 采取了三条措施： needs items that count themselves.
            None => match counted_noun(text, colon) {
                Some((count, place)) => (count, place, numbered(&text[after..])),
                // 围绕五个方面持续用力：甲、乙、丙。
                None => match counted_clause(text, colon) {
                    Some((count, place)) => (count, place, numbered(&text[after..]).or_else(|| names(&text[after..]))),
                    // 两个项目分别是：甲、乙、丙。
                    None => match told_apart(text, colon) {
                        Some((count, place)) => (count, place, plain_names(&text[after..])),
                        None => continue,
                    },
                },
            },
        };
        // 二是做好两件事：一是…；二是…。三是…: what goes on behind the list inside is of the list outside.
        let outer = sequence::items(&text[..colon]).last().map_or(0, |item| item.ordinal as usize);
        let goes_on = outer > 0 && outer == count && listed.is_some_and(|listed| listed > outer);
        tell(count, listed.filter(|_| !goes_on), place, found);
    }
    // 抓好四项工作。一是…。二是….
    for (stop, mark) in text.match_indices('。') {
        let after = &text[stop + mark.len()..];
        if ["一是", "一要", "第一，", "第一、"].iter().any(|first| after.starts_with(first))
            && let Some((count, place)) = counted_noun(text, stop).or_else(|| announced(text, stop))
        {
            tell(count, numbered(after), place, found);
        }
    }
    // A list has its marks.
    let mut counts = if passage.has_any("、》") { listed_before::find(text) } else { Vec::new() };
    if passage.has_any("档级种”") {
        counts.extend(listed_figures::find(text, passage.quantities()));
    }
    let behind =
        if passage.has_any("（别") && passage.has_any("、") { listed_behind::find(text) } else { Vec::new() };
    for (count, place, listed) in behind {
        found.at(Field::Body, place, format!("说是{count}项，括号里列了{listed}项"));
    }
    for (count, place, listed) in counts {
        found.at(Field::Body, place, format!("前面列了{listed}项，说是{count}项"));
    }
}

/// What follows as sections of their own.
fn check_sections(context: &Context<'_>, found: &mut Found<'_>) {
    for (index, paragraph) in context.outline.paragraphs.iter().enumerate() {
        let text = &context.body()[paragraph.range.clone()];
        let Some(colon) = text.strip_suffix('：').map(str::len) else { continue };
        let shift =
            |place: std::ops::Range<usize>| place.start + paragraph.range.start..place.end + paragraph.range.start;
        if let Some((count, place)) = announced(text, colon).or_else(|| counted_clause(text, colon)) {
            let listed = sections_after(context, index).or_else(|| items_after(context, index));
            tell(count, listed, shift(place), found);
        } else if let Some((count, place)) = proposed(text, colon) {
            let listed = sections_after(context, index).filter(|listed| *listed < count);
            tell(count, listed, shift(place), found);
        } else if let Some((count, place)) = counted_noun(text, colon) {
            tell(count, items_after(context, index), shift(place), found);
        }
    }
}

fn tell(count: usize, listed: Option<usize>, place: std::ops::Range<usize>, found: &mut Found<'_>) {
    if let Some(listed) = listed.filter(|&listed| listed != count && listed >= 2) {
        found.at(Field::Body, place, format!("说是{count}项，列了{listed}项"));
    }
}

/// The count that the clause before the colon announces, and where: 以下三项工作, 以下3个方面, 原因有三.
fn announced(text: &str, colon: usize) -> Option<(usize, std::ops::Range<usize>)> {
    let start = text[..colon].rfind(['。', '；', '，', '：']).map_or(0, |end| end + '。'.len_utf8());
    let clause = &text[start..colon];
    let lead =
        ["以下", "如下", "下列", "从"].iter().filter_map(|word| clause.find(word).map(|at| at + word.len())).max();
    let is_number = |it: char| numeral::is_numeral(it) || it.is_ascii_digit();
    let number_at = match lead {
        Some(lead) if clause[lead..].starts_with(is_number) => lead,
        _ => clause
            .rfind("有")
            .filter(|at| clause[at + '有'.len_utf8()..].chars().all(is_number))
            .map(|at| at + '有'.len_utf8())?,
    };
    let digits = clause[number_at..].len() - clause[number_at..].trim_start_matches(is_number).len();
    let written = &clause[number_at..number_at + digits];
    let value = written.parse().ok().or_else(|| numeral::parse(written))?;
    let after = &clause[number_at + digits..];
    let is_counted = after.is_empty()
        || ["项", "个方面", "点", "条", "方面", "步", "个问题", "个环节", "个重点", "个举措", "大"]
            .iter()
            .any(|unit| after.starts_with(unit));
    let range = start + number_at..start + number_at + digits;
    (is_counted && (2..=12).contains(&value)).then_some((usize::try_from(value).ok()?, range))
}

/// The count of what was proposed, where the answers follow one by one: 关于您提出的四点建议，逐条答复如下.
fn proposed(text: &str, colon: usize) -> Option<(usize, std::ops::Range<usize>)> {
    let start = text[..colon].rfind(['。', '；']).map_or(0, |end| end + '。'.len_utf8());
    let sentence = &text[start..colon];
    if !["逐条", "逐项", "逐一", "分别"].iter().any(|word| sentence.contains(word)) || !sentence.ends_with("如下")
    {
        return None;
    }
    let at = sentence.find("提出的")? + "提出的".len();
    let rest = &sentence[at..];
    let is_number = |it: char| numeral::is_numeral(it) || it.is_ascii_digit();
    let digits = rest.len() - rest.trim_start_matches(is_number).len();
    let written = &rest[..digits];
    let value = written.parse().ok().or_else(|| numeral::parse(written)).filter(|value| (2..=12).contains(value))?;
    let unit = ["个方面", "个", "点", "项", "条"].iter().find(|unit| rest[digits..].starts_with(**unit))?;
    let noun = rest[digits + unit.len()..].trim_start_matches('的');
    let is_proposal = ["建议", "意见", "问题", "诉求"].iter().any(|word| noun.starts_with(word));
    is_proposal.then_some((usize::try_from(value).ok()?, start + at..start + at + digits))
}

/// The count of a clause that ends in a counted noun: 采取了三条措施, 存在三个方面的短板.
fn counted_noun(text: &str, colon: usize) -> Option<(usize, std::ops::Range<usize>)> {
    const NOUNS: [&str; 24] = [
        "措施", "工作", "问题", "原因", "方面", "任务", "举措", "意见", "做法", "特点", "困难", "制约", "短板", "难点",
        "目标", "原则", "环节", "不足", "要求", "差距", "变化", "优势", "实事", "事",
    ];
    const UNITS: [&str; 8] = ["个方面", "方面", "个", "项", "条", "点", "大", "件"];
    let start = text[..colon].rfind(['。', '；', '，', '：']).map_or(0, |end| end + '。'.len_utf8());
    let noun = NOUNS.iter().find(|noun| text[start..colon].ends_with(**noun))?;
    let before = &text[start..colon - noun.len()];
    let before =
        ["主要", "突出", "重点", "明显", "具体"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    let before = before.strip_suffix('的').unwrap_or(before);
    let before = match *noun {
        "方面" => before.strip_suffix('个')?,
        _ => UNITS.iter().find_map(|unit| before.strip_suffix(unit))?,
    };
    let is_number = |it: char| numeral::is_numeral(it) || it.is_ascii_digit();
    let written = &before[before.trim_end_matches(is_number).len()..];
    let value = written.parse().ok().or_else(|| numeral::parse(written)).filter(|value| (2..=12).contains(value))?;
    let end = start + before.len();
    // 第三个问题, 前两项工作 count nothing.
    let is_ordinal = text[..end - written.len()].ends_with(['第', '前', '后', '这', '上', '每']);
    (!is_ordinal).then_some((usize::try_from(value).ok()?, end - written.len()..end))
}

/// The only count of the clause before a colon, where it is one of aspects or kinds: 围绕五个方面持续用力, 分三类处置.
fn counted_clause(text: &str, colon: usize) -> Option<(usize, std::ops::Range<usize>)> {
    const UNITS: [&str; 7] = ["个方面", "方面", "类", "种情形", "种情况", "个环节", "个层面"];
    let start = text[..colon].rfind(['。', '；', '，', '：']).map_or(0, |end| end + '。'.len_utf8());
    let clause = &text[start..colon];
    let is_number = |it: char| numeral::is_numeral(it) || it.is_ascii_digit();
    let mut counts = UNITS.iter().flat_map(|unit| clause.match_indices(unit)).filter_map(|(at, unit)| {
        let written = &clause[clause[..at].trim_end_matches(is_number).len()..at];
        let value = written.parse().ok().or_else(|| numeral::parse(written)).filter(|it| (2..=12).contains(it))?;
        let begin = at - written.len();
        let before = &clause[..begin];
        // 分三类处置, 围绕五个方面: not 两类人员, which are told of.
        let leads =
            ["分", "分为", "从", "围绕", "按", "聚焦", "做好", "抓好", "在"].iter().any(|lead| before.ends_with(lead));
        let is_kind = unit != "类" || before.ends_with('分') || before.ends_with("分为") || before.ends_with('按');
        (leads && is_kind).then_some((usize::try_from(value).ok()?, start + begin..start + at))
    });
    let first = counts.next()?;
    counts.all(|other| other.1 == first.1).then_some(first)
}

/// The count of a clause that ends with 分别是: 两个项目分别是.
fn told_apart(text: &str, colon: usize) -> Option<(usize, std::ops::Range<usize>)> {
    let start = text[..colon].rfind(['。', '；', '，', '：']).map_or(0, |end| end + '。'.len_utf8());
    let clause = text[start..colon].strip_suffix("分别是").or_else(|| text[start..colon].strip_suffix("分别为"))?;
    let is_number = |it: char| numeral::is_numeral(it) || it.is_ascii_digit();
    let counts = ["个", "项", "家", "条", "所"].iter().flat_map(|unit| clause.match_indices(unit));
    let counts: Vec<(usize, &str)> = counts.filter(|(at, _)| clause[..*at].ends_with(is_number)).collect();
    let [(at, unit)] = counts[..] else { return None };
    let written = &clause[clause[..at].trim_end_matches(is_number).len()..at];
    let value = written.parse().ok().or_else(|| numeral::parse(written)).filter(|it| (2..=12).contains(it))?;
    let noun = &clause[at + unit.len()..];
    let begin = start + at - written.len();
    (noun.chars().count() <= 6).then_some((usize::try_from(value).ok()?, begin..start + at))
}

/// How many names divided by 、 alone the sentence lists, where no word may join two of them.
fn plain_names(rest: &str) -> Option<usize> {
    let sentence = &rest[..rest.find('。').unwrap_or(rest.len())];
    let is_plain = sentence.chars().all(|it| characters::is_han(it) || it == '、');
    let joins = ["和", "与", "及", "等"].iter().any(|word| sentence.contains(word));
    (is_plain && !joins).then(|| sentence.split('、').count()).filter(|count| *count >= 2)
}

/// How many names the rest of a paragraph lists up to its first full stop, where it lists nothing else.
fn names(rest: &str) -> Option<usize> {
    let sentence = &rest[..rest.find('。').unwrap_or(rest.len())];
    let is_plain = sentence.chars().all(|it| characters::is_han(it) || it == '、');
    let items = sentence.split('、').count();
    let is_even = sentence.split('、').all(|item| (2..=8).contains(&item.chars().count()));
    (is_plain && is_even && items >= 3 && !sentence.ends_with('等')).then_some(items)
}

/// How many items in brackets count themselves from the head of the rest of a paragraph: （1）…；（2）….
fn bracketed(rest: &str) -> Option<usize> {
    let mut count = 0;
    let mut at = 0;
    while let Some(next) = rest[at..].find(&format!("（{}）", count + 1)) {
        if count == 0 && next > 0 {
            return None;
        }
        count += 1;
        at += next + 1;
        at = (at..=rest.len()).find(|&at| rest.is_char_boundary(at))?;
    }
    (count >= 2).then_some(count)
}

/// How many items count themselves in the rest of a paragraph, where it begins with one: 一是…二是….
fn numbered(rest: &str) -> Option<usize> {
    if let Some(count) = bracketed(rest) {
        return Some(count);
    }
    let items = sequence::items(rest);
    let first = items.first().filter(|first| first.range.start == 0 && first.ordinal == 1)?;
    // A list within a list: 一是…，做好两件事：一是…；二是…。二是…: how many there are is not plain.
    let own = || items.iter().filter(|item| item.style == first.style);
    let begins_anew = own().skip(1).position(|item| item.ordinal == 1).map(|at| at + 1);
    if let Some(at) = begins_anew
        && own().skip(at).any(|item| u64::from(item.ordinal) > at as u64)
    {
        return None;
    }
    // The items go on to where they begin anew.
    let mut last = 0;
    let own = items.iter().filter(|item| item.style == first.style).take_while(|item| {
        let goes_on = item.ordinal > last;
        last = item.ordinal;
        goes_on
    });
    Some(own.count())
}

/// How many items the rest of a paragraph lists: 一是…二是…, or clauses divided by semicolons in one sentence.
fn listed(rest: &str) -> Option<usize> {
    let items = sequence::items(rest);
    for style in [Style::Is, Style::Must, Style::Ordinal, Style::Which] {
        let count = items.iter().filter(|item| item.style == style).count();
        if count > 0 {
            return Some(count);
        }
    }
    let sentence = &rest[..rest.find('。').unwrap_or(rest.len())];
    let parts = sentence.split('；').filter(|part| !part.trim().is_empty()).count();
    (parts >= 2).then_some(parts)
}

/// How many paragraphs right behind one count themselves: 一是…, 二是….
fn items_after(context: &Context<'_>, index: usize) -> Option<usize> {
    let mut count = 0;
    for paragraph in &context.outline.paragraphs[index + 1..] {
        let text = context.body()[paragraph.range.clone()].trim_start();
        let items = sequence::items(text);
        // Several in one paragraph may be anything.
        let [first] = &items[..] else { break };
        if first.range.start != 0 || first.style != Style::Is || first.ordinal != u32::try_from(count + 1).ok()? {
            break;
        }
        count += 1;
    }
    Some(count).filter(|count| *count >= 2)
}

/// How many sections of one rank follow right after a paragraph.
fn sections_after(context: &Context<'_>, index: usize) -> Option<usize> {
    let outline = &context.outline;
    let next = outline.paragraphs.get(index + 1)?;
    next.marker.as_ref()?;
    let first = outline.sections.iter().position(|section| section.paragraph == index + 1)?;
    let section = &outline.sections[first];
    // A letter's own sections hold more than the announced ones: a next step, thanks.
    let parent = section.parent?;
    Some(outline.children(Some(parent)).filter(|&other| other >= first).count())
}
