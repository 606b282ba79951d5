//! C09: a short name that is introduced twice, too late, or for nothing.

use crate::check::authoring::*;
use crate::check::fixed_phrase;
use crate::text::brackets;
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "C09",
    name: "short-name",
    title: "简称的用法",
    group: Group::Agreement,
    severity: Severity::Advice,
    explanation: "名称较长、后文还要用的，第一次出现时写全称并注明“以下简称××”，后文用简称。只注一次，注了就用。",
    source: "办理惯例：公文校对通行的要求",
    examples: &[
        wrong(&[("paragraph", "落实《临江市公共交通条例》（以下简称‹《条例》›）的规定。")]),
        wrong(&[(
            "paragraph",
            "落实《临江市公共交通条例》（以下简称《条例》），《条例》第三条作了规定；‹《临江市公共交通条例》›今年施行。",
        )]),
        wrong(&[("paragraph", "落实《临江市公共交通条例》（‹下称›《条例》），《条例》第三条作了规定。")])
            .mended("落实《临江市公共交通条例》（以下简称《条例》），《条例》第三条作了规定。"),
        wrong(&[(
            "paragraph",
            "‹《条例》›施行以来成效明显。落实《临江市公共交通条例》（以下简称《条例》），《条例》第三条作了规定。",
        )]),
        wrong(&[("paragraph", "我局将严格执行‹《办法》›，加强检查。")]),
        wrong(&[(
            "paragraph",
            "建设全市出行数据平台（以下简称“出行平台”），出行平台已接入线路42条，‹出游平台›日均访问3万次。",
        )]),
        wrong(&[(
            "paragraph",
            "市政府印发《关于优先发展公共交通的实施意见》（以下简称《实施意见》），‹《意见》›提出增加班次。《实施意见》明年施行。",
        )]),
        right(&[(
            "paragraph",
            "省政府印发《关于公共交通的意见》，市政府印发《关于优先发展公共交通的实施意见》（以下简称《实施意见》），《意见》提出增加班次，《实施意见》明年施行。",
        )]),
        right(&[(
            "paragraph",
            "临江公共交通集团（以下简称“公交集团”）与临江交通集团合作，公交集团配车6辆，交通集团、交通集团下属公司负责充电。",
        )]),
        right(&[("paragraph", "《临江市公共交通管理办法》已经施行，我局将严格执行《办法》。")]),
        right(&[("paragraph", "落实《临江市公共交通条例》（以下简称《条例》），《条例》第三条作了规定。")]),
        right(&[("paragraph", "临江公共交通集团（以下简称“公交集团”）配车6辆，公交集团负责运营。")]),
    ],
    check: Check::Letter(check),
};

/// The words that introduce a short name.
const INTRODUCING: &str = "以下简称";

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let body = context.body();
    // Every word that introduces a short name has this character.
    let naming: Vec<&Passage<'_>> = context.paragraphs().iter().filter(|paragraph| paragraph.has_any("称")).collect();
    let introducing = |words: &'static str| {
        let paragraphs = naming.iter().filter(move |paragraph| paragraph.has_all(words));
        paragraphs.flat_map(move |it| it.text.match_indices(words).map(|(at, words)| (it.offset + at, words)))
    };
    for loose in ["（下称", "（简称为", "（以下称", "（以下简称为", "，下称", "，以下称", "，简称为"]
    {
        for (at, words) in introducing(loose) {
            let range = at + '（'.len_utf8()..at + words.len();
            found.at(Field::Body, range.clone(), "应写作“以下简称”").mend(Applicability::Safe, range, INTRODUCING);
        }
    }
    undefined(context, introducing(INTRODUCING), found);
    let mut known: Vec<&str> = Vec::new();
    for (at, words) in introducing(INTRODUCING) {
        let Some(name) = short_name(body, at + words.len()) else { continue };
        let short = &body[name.clone()];
        let bare = short.trim_matches(['“', '”', '《', '》']);
        if known.contains(&bare) {
            found.at(Field::Body, name, format!("“{bare}”已经注明过")).weigh(Severity::Warning);
            continue;
        }
        known.push(bare);
        // 《条例》 before 《临江市公共交通条例》（以下简称《条例》）: nobody knows yet what it is.
        if short.starts_with('《')
            && let Some(early) = body[..at].find(short)
        {
            found.at(Field::Body, early..early + short.len(), format!("{short}在注明简称之前就用了"));
        }
        if !body[name.end..].contains(bare) {
            found.at(Field::Body, name, "注了简称，后文没有用到");
            continue;
        }
        variant(body, name.end, bare, found);
        // The full title in 《》 before the bracket, used again later.
        let before = &body[..at];
        let full = before.strip_suffix('（').filter(|text| text.ends_with('》')).and_then(|text| {
            let start = text.rfind('《')?;
            Some(&text[start..])
        });
        if let Some((again, full)) = full.and_then(|full| Some((body[name.end..].find(full)? + name.end, full))) {
            found.at(Field::Body, again..again + full.len(), format!("已注明简称{short}，后文用简称"));
        }
    }
}

/// Titles that are only the kind of document, before any title that they could be short for.
fn undefined<'w>(context: &Context<'_>, introducing: impl Iterator<Item = (usize, &'w str)>, found: &mut Found<'_>) {
    const KINDS: [&str; 14] = [
        "条例", "办法", "规定", "意见", "方案", "规划", "通知", "细则", "纲要", "决定", "规范", "标准", "指南", "措施",
    ];
    let body = context.body();
    let mut pairs: Vec<Range<usize>> = Vec::new();
    for paragraph in context.paragraphs() {
        let offset = paragraph.offset;
        pairs.extend(paragraph.titles().iter().map(|pair| pair.start + offset..pair.end + offset));
    }
    let inside = |pair: &Range<usize>| &body[brackets::inside(body, pair)];
    let introduced: Vec<&str> = introducing
        .filter_map(|(at, words)| short_name(body, at + words.len()))
        .map(|range| body[range].trim_matches(['“', '”', '《', '》']))
        .collect();
    for (index, pair) in pairs.iter().enumerate() {
        let name = inside(pair);
        // 《实施方案》 where 《实施意见》 was introduced.
        let kin = introduced.iter().find(|short| {
            let is_like = name.chars().count() == 4 && short.chars().count() == 4 && **short != name;
            let own = |text: &str| text.chars().take(2).collect::<String>();
            is_like && own(short) == own(name) && KINDS.iter().any(|kind| name.ends_with(kind))
        });
        if let Some(short) = kin
            && !introduced.contains(&name)
            && !pairs.iter().any(|other| inside(other) != name && inside(other).ends_with(name))
        {
            found.at(Field::Body, pair.clone(), format!("前面注明的简称是《{short}》")).weigh(Severity::Warning);
            continue;
        }
        if !KINDS.contains(&name) || pairs[..index].iter().any(|earlier| inside(earlier) == name) {
            continue;
        }
        // A title that holds the word, in full or in a bracket as （以下简称《条例》）, anywhere in the letter.
        let other_short = introduced.iter().find(|short| short.ends_with(name) && **short != name);
        if let Some(short) = other_short
            && !introduced.contains(&name)
            && !pairs
                .iter()
                .any(|other| inside(other) != name && inside(other).ends_with(name) && !inside(other).ends_with(*short))
        {
            found.at(Field::Body, pair.clone(), format!("前面注明的简称是《{short}》")).weigh(Severity::Warning);
            continue;
        }
        let is_known = pairs.iter().any(|other| inside(other) != name && inside(other).contains(name))
            || introduced.contains(&name);
        if !is_known {
            let message = format!("没有交代《{name}》是哪个文件的简称");
            found.at(Field::Body, pair.clone(), message).weigh(Severity::Warning);
        }
    }
}

/// Where the short name stands with one character off, once in all the letter: 数字平台 for 数据平台.
fn variant(body: &str, from: usize, bare: &str, found: &mut Found<'_>) {
    if bare.chars().count() < 4 {
        return;
    }
    let (first, second) = fixed_phrase::halves(bare);
    for (half, is_first) in [(first, true), (second, false)] {
        for (at, word) in body[from..].match_indices(half) {
            let half = from + at..from + at + word.len();
            let Some(range) = fixed_phrase::slip(body, half, bare, is_first) else { continue };
            let written = &body[range.clone()];
            if range.start >= from && body.matches(written).count() == 1 {
                found.at(Field::Body, range, format!("前面注明的简称是“{bare}”"));
            }
        }
    }
}

/// The short name from byte `at` to the bracket that closes it.
fn short_name(body: &str, at: usize) -> Option<Range<usize>> {
    let end = body[at..].find(['）', ')'])? + at;
    let name = body[at..end].trim_start_matches(['：', '为', ' ']);
    let start = end - name.len();
    (!name.is_empty() && name.chars().count() <= 16 && !name.contains('\n')).then_some(start..end)
}
