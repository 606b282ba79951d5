//! 主送: the line that names whom the letter goes to.

use super::label::{spaced_word, value_after};
use super::names::{self, count_at_end, counted_at_end, ends_with_spaced, trimmed};
use super::organ;
use crate::text::characters::{is_blank, is_han};
use std::ops::Range;

/// The addressees a line names; ranges are bytes of the line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Addressees {
    /// Each person or body, without the title.
    pub names: Vec<Range<usize>>,
    /// 代表 or 委员, where persons are addressed.
    pub title: Option<Range<usize>>,
    /// How many persons there are where only some are named, and where that stands.
    pub total: Option<(u32, Range<usize>)>,
    /// Where the addressees end and the text of the letter begins: after the colon.
    pub end: usize,
    /// How sure it is that these are addressees.
    pub strength: Strength,
}

/// How much speaks for a line of addressees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A short line that ends with a colon: only its place tells.
    #[default]
    Place,
    /// Names of bodies before a colon.
    Bodies,
    /// Names with 代表 or 委员.
    Persons,
}

const GREETINGS: [&str; 6] = ["您们好", "你们好", "您好", "你好", "们", "等"];
/// What may stand between the names and the title.
const KINDS: [&str; 12] = [
    "全国人大",
    "全国政协",
    "市人大",
    "省人大",
    "区人大",
    "县人大",
    "省政协",
    "市政协",
    "区政协",
    "县政协",
    "人大",
    "政协",
];

/// Reads the addressees at the start of `line`.
pub(super) fn read(line: &str) -> Option<Addressees> {
    let mut start = value_after(line, &["主送", "主送单位"]).unwrap_or(0);
    for courtesy in ["尊敬的", "敬爱的", "致"] {
        if let Some(length) = spaced_word(&line[start..], courtesy) {
            start += length;
        }
    }
    let start = line.len() - line[start..].trim_start_matches(is_blank).len();
    let colon = line[start..]
        .find(['：', ':', '﹕', '∶'])
        .map(|at| at + start)
        .filter(|&at| line[start..at].chars().count() <= 300);
    if let Some(colon) = colon
        && let Some(found) = persons(line, start..colon).or_else(|| title_first(line, start..colon))
    {
        return Some(found);
    }
    if let Some(found) = without_colon(line, start) {
        return Some(found);
    }
    bodies(line, start..colon?)
}

/// Names and title before a colon, or before the end of the line.
fn persons(line: &str, range: Range<usize>) -> Option<Addressees> {
    let mut end = trimmed(line, range.clone());
    let text = &line[range.start..end];
    if text.contains(['。', '！', '？', '《', '“'])
        || ["提出", "收悉", "关于", "第", "会议", "建议", "答复", "联系", "签发", "领衔", "提案者", "如下"]
            .iter()
            .any(|word| text.contains(word))
    {
        return None;
    }
    for greeting in GREETINGS {
        if let Some(at) = ends_with_spaced(&line[range.start..end], greeting) {
            end = trimmed(line, range.start..range.start + at);
            end = range.start + line[range.start..end].trim_end_matches(['，', ',', '、']).len();
        }
    }
    // （等10位）代表 has its count before the title, 代表（等10位） after it.
    let mut total = count_at_end(line, range.start, &mut end);
    let (title_at, title) = ["代表", "委员"]
        .into_iter()
        .find_map(|title| ends_with_spaced(&line[range.start..end], title).map(|at| (range.start + at, title)))?;
    let title = title_at..end.min(line.len()).max(title_at + title.len());
    end = trimmed(line, range.start..title.start);
    for kind in KINDS {
        if let Some(at) = ends_with_spaced(&line[range.start..end], kind)
            && !line[range.start..range.start + at].ends_with(['届', '省', '区'])
        {
            end = trimmed(line, range.start..range.start + at);
            break;
        }
    }
    total = total.or_else(|| count_at_end(line, range.start, &mut end));
    // 王禾、李澄二位代表 names them all, and its count says nothing new.
    let counted = counted_at_end(&line[range.start..end]);
    if let Some(rest) = counted.filter(|_| total.is_none()) {
        end = range.start + rest;
    }
    if total.is_none() {
        let bare = line[range.start..end].trim_end_matches('等');
        end = range.start + bare.trim_end_matches(is_blank).len();
    }
    let names = names::list(line, range.start..end);
    let fits = |name: &Range<usize>| {
        let length = line[name.clone()].chars().filter(|&character| !is_blank(character)).count();
        (2..=24).contains(&length) || length == 1 && total.is_some()
    };
    if names.is_empty() || !names.iter().all(fits) {
        return None;
    }
    let after = line[range.end..].chars().next().map_or(0, char::len_utf8);
    Some(Addressees { names, title: Some(title), total, end: range.end + after, strength: Strength::Persons })
}

/// The title before the name: 市人大代表王禾, 省十四届人大四次会议代表　王禾.
fn title_first(line: &str, range: Range<usize>) -> Option<Addressees> {
    let text = &line[range.clone()];
    let (at, title) = ["代表", "委员"].into_iter().filter_map(|title| Some((text.find(title)?, title))).min()?;
    let before = text[..at].trim_end_matches(is_blank);
    let leads = before.is_empty() || ["人大", "政协", "会议", "大会"].iter().any(|word| before.ends_with(word));
    let start = range.start + at + title.len();
    let mut end = trimmed(line, start..range.end);
    for greeting in GREETINGS {
        if let Some(greeted) = ends_with_spaced(&line[start..end], greeting) {
            end = trimmed(line, start..start + greeted);
        }
    }
    let names = names::list(line, start..end);
    let of_person = |name: &Range<usize>| {
        let ink = line[name.clone()].chars().filter(|&character| !is_blank(character));
        (2..=4).contains(&ink.count()) && !line[name.clone()].starts_with(['团', '组', '工', '会', '联'])
    };
    if !leads || names.is_empty() || !names.iter().all(of_person) {
        return None;
    }
    let after = line[range.end..].chars().next().map_or(0, char::len_utf8);
    let title = range.start + at..start;
    Some(Addressees { names, title: Some(title), total: None, end: range.end + after, strength: Strength::Persons })
}

/// Persons without a colon: the whole line, or up to 您好 or a comma before 您 or 你.
fn without_colon(line: &str, start: usize) -> Option<Addressees> {
    if !line[start..].contains(['：', ':']) && line[start..].chars().count() <= 120 {
        let end = start
            + line[start..]
                .trim_end_matches(|mark| is_blank(mark) || matches!(mark, '，' | ',' | '、' | '；' | ';'))
                .len();
        if let Some(mut found) = persons(line, start..end) {
            found.end = line.len();
            return Some(found);
        }
    }
    // 王禾代表，您提出的…; 王禾代表您好！您提出的…; 王禾代表 您提出的…
    let limit = line[start..].char_indices().nth(80).map_or(line.len(), |(at, _)| start + at);
    ["代表", "委员"]
        .into_iter()
        .filter_map(|title| {
            let at = start + line[start..limit].find(title)?;
            let after = at + title.len();
            let rest = &line[after..];
            let next = rest.trim_start_matches(|mark| is_blank(mark) || matches!(mark, '，' | ',' | '！' | '!'));
            let greeted = ["您好", "你好", "您们好", "你们好"].iter().find(|greeting| next.starts_with(**greeting));
            if greeted.is_none() && !(next.len() < rest.len() && next.starts_with(['您', '你'])) {
                return None;
            }
            let mut found = persons(line, start..after)?;
            let from = line.len() - next.len();
            // The greeting goes on: 您好！ belongs to the text unless a colon closes it.
            found.end = if greeted
                .is_some_and(|greeting| next[greeting.len()..].trim_start_matches(is_blank).starts_with(['：', ':']))
            {
                line[from..]
                    .find(['：', ':'])
                    .map_or(from, |colon| from + colon + line[from + colon..].chars().next().map_or(0, char::len_utf8))
            } else if greeted.is_some() {
                after
            } else {
                from
            };
            Some(found)
        })
        .next()
}

/// Bodies, or anything short that only its place makes an addressee.
fn bodies(line: &str, range: Range<usize>) -> Option<Addressees> {
    let end = trimmed(line, range.clone());
    let text = &line[range.start..end];
    let length = text.chars().count();
    let is_statement = [
        "如下",
        "收悉",
        "答复",
        "回复",
        "复函",
        "提出的",
        "关于",
        "方式",
        "日期",
        "电话",
        "编号",
        "类别",
        "标题",
        "来源",
        "结果",
    ];
    if length < 2 || text.contains(['。', '！', '？', '《', '=']) || is_statement.iter().any(|word| text.contains(word))
    {
        return None;
    }
    let names = names::list(line, range.start..end);
    let is_named = |name: &Range<usize>| {
        let name: String = line[name.clone()].chars().filter(|&character| !is_blank(character)).collect();
        organ::is_body(&name)
            || ["先生", "女士", "同志", "联络处", "各位代表", "各位委员"].iter().any(|ending| name.ends_with(ending))
    };
    let strength = if !names.is_empty() && names.iter().all(is_named) { Strength::Bodies } else { Strength::Place };
    if strength == Strength::Place
        && (length > 40 || !line[range.end..].trim_start_matches(['：', ':']).trim().is_empty())
    {
        return None;
    }
    let after = line[range.end..].chars().next().map_or(0, char::len_utf8);
    Some(Addressees { names, title: None, total: None, end: range.end + after, strength })
}

/// Whether a line could be the beginning of a list of names that goes on below: nothing but names, several of them.
pub(super) fn goes_on(line: &str) -> bool {
    let text = line.trim_end_matches(is_blank);
    let of_names = |character: char| {
        is_han(character)
            || is_blank(character)
            || character.is_ascii_digit()
            || matches!(character, '、' | '·' | '，' | '（' | '）')
    };
    let entries = super::list::entries(text, 0..text.len());
    text.chars().count() >= 8
        && text.chars().all(of_names)
        && entries.len() >= 2
        && entries.iter().all(|name| text[name.clone()].chars().count() <= 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Option<(Vec<&str>, &str, Option<u32>, &str)> {
        let found = read(line)?;
        let names = found.names.into_iter().map(|name| &line[name]).collect();
        Some((
            names,
            found.title.map_or("", |title| &line[title]),
            found.total.map(|(total, _)| total),
            &line[found.end..],
        ))
    }

    #[test]
    fn persons_in_every_form() {
        for (line, names, title, total) in [
            ("王禾代表：", vec!["王禾"], "代表", None),
            ("王禾、李澄、张若溪代表:", vec!["王禾", "李澄", "张若溪"], "代表", None),
            ("王禾代表、李澄代表：", vec!["王禾", "李澄"], "代表", None),
            ("王禾等代表：", vec!["王禾"], "代表", None),
            ("王禾等3名代表：", vec!["王禾"], "代表", Some(3)),
            ("王禾、李澄等12名代表：", vec!["王禾", "李澄"], "代表", Some(12)),
            ("王禾等二位委员：", vec!["王禾"], "委员", Some(2)),
            ("王禾（等10位）代表：", vec!["王禾"], "代表", Some(10)),
            ("王禾等十二名人大代表：", vec!["王禾"], "代表", Some(12)),
            ("尊敬的王禾代表：", vec!["王禾"], "代表", None),
            ("王禾委员您好：", vec!["王禾"], "委员", None),
            ("王禾代表", vec!["王禾"], "代表", None),
            ("王　禾、欧阳澄清代表：", vec!["王　禾", "欧阳澄清"], "代表", None),
            ("王禾　李澄　张若溪代表：", vec!["王禾", "李澄", "张若溪"], "代表", None),
            ("古丽·买买提、次仁卓玛委员：", vec!["古丽·买买提", "次仁卓玛"], "委员", None),
            ("县人大常委会教科文卫工委并王禾代表：", vec!["县人大常委会教科文卫工委", "王禾"], "代表", None),
            ("民盟市委、王禾委员：", vec!["民盟市委", "王禾"], "委员", None),
            ("王禾、李澄二位代表：", vec!["王禾", "李澄"], "代表", None),
            ("市十七届人大一次会议代表 王禾：", vec!["王禾"], "代表", None),
            ("政协委员王禾、李澄：", vec!["王禾", "李澄"], "委员", None),
            ("尊敬的王禾政协委员：", vec!["王禾"], "委员", None),
            ("𠅤䶮、喆堃祎代表：", vec!["𠅤䶮", "喆堃祎"], "代表", None),
        ] {
            assert_eq!(parts(line), Some((names, title, total, "")), "{line}");
        }
    }

    #[test]
    fn bodies() {
        for (line, names) in [
            ("县政协社会和法制委员会：", vec!["县政协社会和法制委员会"]),
            ("民进临江市委：", vec!["民进临江市委"]),
            ("柳溪镇代表团：", vec!["柳溪镇代表团"]),
            ("市教育局：", vec!["市教育局"]),
            ("九三学社临江市委员会、市工商联：", vec!["九三学社临江市委员会", "市工商联"]),
        ] {
            assert_eq!(parts(line), Some((names, "", None, "")), "{line}");
            assert_eq!(read(line).map(|found| found.strength), Some(Strength::Bodies), "{line}");
        }
    }

    #[test]
    fn the_text_may_follow_on_the_line() {
        for (line, rest) in [
            ("王禾代表：您提出的建议收悉。", "您提出的建议收悉。"),
            ("王禾代表，您提出的建议收悉。", "您提出的建议收悉。"),
            ("王禾代表您好！您提出的建议收悉。", "您好！您提出的建议收悉。"),
        ] {
            assert_eq!(parts(line), Some((vec!["王禾"], "代表", None, rest)), "{line}");
        }
    }

    #[test]
    fn what_addresses_nobody() {
        for line in [
            "现将有关情况答复如下：",
            "您提出的《关于某事的建议》收悉，现答复如下：",
            "关于市十七届人大一次会议第12号代表建议答复的函",
            "提案者：王禾委员",
            "一是加强领导。",
            "公开方式：主动公开",
            "临江市水务局关于市十七届人大一次会议第10号代表",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
