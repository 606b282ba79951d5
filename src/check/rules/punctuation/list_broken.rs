//! P32: a comma or a full stop in the middle of a list of words.

use crate::check::authoring::*;
use crate::text::numeral;
use crate::text::sentence;

pub static RULE: Rule = Rule {
    code: "P32",
    name: "list-broken",
    title: "并列词语中间误用逗号、句号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "并列的词语之间用顿号。一组词语后面写明了共几项，而其中一处用了逗号的，或者句号把一组词语断成两句的，标出。",
    source: "GB/T 15834—2011 4.5",
    examples: &[
        wrong(&[("paragraph", "落实规划、施工‹，›消防、特种设备四个环节的责任。")])
            .mended("落实规划、施工、消防、特种设备四个环节的责任。"),
        wrong(&[("paragraph", "我局重点检查了站场消防‹。›用电、燃气等环节。")])
            .mended("我局重点检查了站场消防、用电、燃气等环节。"),
        right(&[(
            "paragraph",
            "落实规划、施工、消防、特种设备四个环节的责任。加密班次、延长时间，抓好东站、西站两个站点。",
        )]),
        right(&[(
            "paragraph",
            "东站、西站已经完工，北站、南站、中站三个站点在建。检查站场消防、用电，发现问题、隐患四个。",
        )]),
        right(&[("paragraph", "我局检查了站场消防。用电、燃气等由会办单位负责。\n重点内容。\n东站、西站等站点。")]),
        right(&[("paragraph", "涉及哪些单位？市教育局、市公安局等部门。")]),
    ],
    check: Check::PassageWith("、", check),
};

/// What is counted, and what a list of words goes before with 等.
const COUNTED: [char; 7] = ['个', '项', '类', '种', '家', '方', '大'];
const KINDS: [&str; 14] =
    ["环节", "场所", "设施", "部位", "区域", "领域", "街道", "乡镇", "内容", "方面", "行业", "路段", "站点", "设备"];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    if passage.has_any("个项类种家方大") && passage.has_any("，") {
        let commas = text.match_indices('，').filter(|(at, _)| is_amid_counted(text, *at));
        tell(passage, commas, "这里是并列的词语，用顿号", found);
    }
    if passage.has_any("等") {
        let stops = text.match_indices('。').filter(|(at, _)| is_before_rest(text, *at));
        tell(passage, stops, "后面只有并列的词语，不成一句话，这里用顿号", found);
    }
}

/// Tells of marks, each with its place in bytes, that are to be 、.
fn tell<'t>(
    passage: &Passage<'_>,
    marks: impl Iterator<Item = (usize, &'t str)>,
    message: &str,
    found: &mut Found<'_>,
) {
    for (at, mark) in marks {
        let range = at..at + mark.len();
        found.at(passage.field, range.clone(), message).mend(Applicability::Review, range, "、");
    }
}

/// Whether the comma at `at` stands in a list whose words are as many as is said behind it: 规划、施工，消防、特种设备四个环节.
fn is_amid_counted(text: &str, at: usize) -> bool {
    let ends = |it: char| sentence::ends_clause(it);
    let left = text[..at].rsplit(ends).next().unwrap_or_default();
    let right = text[at + '，'.len_utf8()..].split(ends).next().unwrap_or_default();
    let (before, after) = (left.matches('、').count() + 1, right.matches('、').count() + 1);
    if before < 2 || after < 2 || !left.split('、').skip(1).all(is_short) {
        return false;
    }
    let (others, last) = right.rsplit_once('、').unwrap_or_default();
    let count = last.char_indices().find_map(|(at, it)| {
        let digits = last[at..].len() - last[at..].trim_start_matches(numeral::is_numeral).len();
        let is_of_things =
            last[at + digits..].strip_prefix(COUNTED).is_some_and(|rest| rest.starts_with(characters::is_han));
        (numeral::is_numeral(it) && at > 0 && is_of_things).then(|| (at, numeral::parse(&last[at..at + digits])))
    });
    let Some((name, Some(count))) = count else { return false };
    others.split('、').chain([&last[..name]]).all(is_short) && usize::try_from(count) == Ok(before + after)
}

/// Whether only the rest of a list follows the full stop at `at`: 消防。用电、燃气等环节。
fn is_before_rest(text: &str, at: usize) -> bool {
    let Some((rest, _)) = text[at + '。'.len_utf8()..].split_once('。') else { return false };
    let Some((list, kind)) = rest.rsplit_once('等') else { return false };
    let before = &text[sentence::sentence_at(text, at).start.min(at)..at];
    KINDS.contains(&kind)
        && list.contains('、')
        && list.split('、').all(|word| is_short(word) && word.chars().all(characters::is_han))
        && before.chars().count() >= 8
        && !before.contains('：')
}

/// Whether it is as short as a word of a list.
fn is_short(word: &str) -> bool {
    (1..=6).contains(&word.chars().count())
}
