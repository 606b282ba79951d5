//! C14: the name of an organ is spelt another way in the text.

use super::organ_forms;
use crate::check::authoring::*;
use crate::check::fixed_phrase;
use crate::letter::organ;
use crate::text::numeral;
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "C14",
    name: "organ-name",
    title: "单位名称前后一致",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "发文机关、会办单位、抄送单位的名称，正文里应当写得一样。只差中间一个字的，多半是写错了。",
    source: "《党政机关公文处理工作条例》第九条（四）、（十六）：用全称或者规范化简称；第二十条（四）",
    examples: &[
        wrong(&[("paragraph", "‹东州街道办事处›组织志愿者维持秩序。")]).mended("东洲街道办事处组织志愿者维持秩序。"),
        wrong(&[("cc[2]", "市人力资源和社会保障局"), ("paragraph", "‹市人力资源和社会保障部›组织招聘。")]),
        wrong(&[("cc[2]", "市工业和信息化局"), ("paragraph", "‹市工业和信息局›组织招商。")]),
        wrong(&[("paragraph", "‹市公安厅›在学校周边开展整治。")]).mended("市公安局在学校周边开展整治。"),
        wrong(&[("cc[2]", "市自然资源和规划局"), ("paragraph", "‹市规划和自然资源局›落实用地2处。")]),
        wrong(&[("cc[2]", "市市场监督管理局"), ("paragraph", "‹县市场监督管理局›检定计价器600台。")]),
        wrong(&[("cc[2]", "市水利局"), ("paragraph", "‹市水务局›疏浚边沟3公里。")]),
        right(&[("cc[2]", "市市场监督管理局"), ("paragraph", "白水县设站3处，县市场监督管理局检定计价器60台。")]),
        right(&[("paragraph", "市公交局、市公安分局在学校周边开展整治。")]),
        right(&[("paragraph", "东洲街道办事处、西洲街道办事处组织志愿者维持秩序。")]),
        right(&[("paragraph", "市公安局、省公安厅联合行动，市政府办公厅、区政府办公室参加。")]),
    ],
    check: Check::Parts(Parts { elements: None, paragraph: Some(("", check)), letter: Some(organ_forms::check) }),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let (letter, matter) = (&context.draft.letter, &context.draft.matter);
    let all = || [&letter.issuer, &letter.signature].into_iter().chain(&matter.co_handlers).chain(&letter.cc);
    // All that is told is one character off.
    let is_near = |name: &str| passage.lacks_at_most(1, name);
    if !all().any(|name| is_near(name)) {
        return;
    }
    let mut names: Vec<&str> = Vec::new();
    for name in all() {
        if (4..=20).contains(&name.chars().count()) && organ::is_body(name) && !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let body = passage.text;
    for name in names.iter().filter(|name| is_near(name)) {
        let (first, second) = fixed_phrase::halves(name);
        // Of a name that is one character off one half stands as it should.
        for (half, is_first) in [(first, true), (second, false)] {
            if !passage.has_all(half) {
                continue;
            }
            for (at, _) in body.match_indices(half) {
                let half = at..at + half.len();
                let misspelt = slip(body, half.clone(), name, is_first).or_else(|| dropped(body, half, name, is_first));
                let Some(range) = misspelt else { continue };
                let written = &body[range.clone()];
                if !names.iter().any(|other| other.contains(written)) {
                    let message = format!("别处写作“{name}”");
                    found.at(Field::Body, range.clone(), message).mend(Applicability::Review, range, *name);
                }
            }
        }
    }
}

/// Where another character stands in the other half: 东州街道办事处. The first and the last are the name's own, but for the
/// ranks of an organ: 市公安部 for 市公安局.
fn slip(body: &str, half: Range<usize>, name: &str, is_first: bool) -> Option<Range<usize>> {
    let (first, second) = fixed_phrase::halves(name);
    let meant = if is_first { second } else { first };
    let count = meant.chars().count();
    let beside = if is_first {
        let end = body[half.end..].char_indices().nth(count).map_or(body.len(), |(at, _)| half.end + at);
        half.end..end
    } else {
        body[..half.start].char_indices().rev().nth(count - 1)?.0..half.start
    };
    let written = &body[beside.clone()];
    if written.chars().count() != count {
        return None;
    }
    let mut different = written.chars().zip(meant.chars()).enumerate().filter(|(_, (left, right))| left != right);
    let (Some((index, (left, right))), None) = (different.next(), different.next()) else { return None };
    let range = half.start.min(beside.start)..half.end.max(beside.end);
    let is_found = if is_first && index + 1 == count {
        is_other_rank(body, &range, name, left, right)
    } else {
        // 市公交局 is no 市公安局 misspelt: too short to tell.
        name.chars().count() >= 5 && (is_first || index > 0) && !is_meaningful(left) && !is_meaningful(right)
    };
    is_found.then_some(range)
}

/// Whether the name ends as that of an organ of another rank.
fn is_other_rank(body: &str, range: &Range<usize>, name: &str, written: char, meant: char) -> bool {
    const RANKS: [char; 3] = ['局', '厅', '部'];
    let goes_on = body[range.end..].starts_with(['门', '署', '分', '队', '长', '级']);
    // 省公安厅 is another organ than 公安厅 of a city's name.
    let is_longer = body[..range.start].ends_with(characters::is_han) && !name.starts_with(['市', '省', '县', '区']);
    RANKS.contains(&written) && RANKS.contains(&meant) && !goes_on && !is_longer
}

/// Where one character of the other half is left out of a long name: 工业和信息局.
fn dropped(body: &str, half: Range<usize>, name: &str, is_first: bool) -> Option<Range<usize>> {
    if name.chars().count() < 7 {
        return None;
    }
    let (first, second) = fixed_phrase::halves(name);
    let meant = if is_first { second } else { first };
    let count = meant.chars().count();
    // Neither the place at the head of a name nor the kind of organ at its end.
    meant.char_indices().enumerate().find_map(|(index, (at, character))| {
        let is_edge = if is_first { index + 1 == count } else { index < 2 };
        // 和, 市, 人民 are left out in short names; a letter writes those as it likes.
        if is_edge || is_meaningful(character) || "和与及人民管理发展".contains(character) {
            return None;
        }
        let (head, tail) = (&meant[..at], &meant[at + character.len_utf8()..]);
        if is_first {
            let rest = body[half.end..].strip_prefix(head)?;
            rest.starts_with(tail).then(|| half.start..half.end + head.len() + tail.len())
        } else {
            let rest = body[..half.start].strip_suffix(tail)?;
            rest.ends_with(head).then(|| half.start - head.len() - tail.len()..half.end)
        }
    })
}

/// Whether a character in whose place another stands makes another organ: a number, a direction, a rank, a mark.
fn is_meaningful(character: char) -> bool {
    numeral::is_numeral(character)
        || !characters::is_han(character)
        || "东西南北中上下前后新老内外大小省市县区镇乡局厅部委办公的".contains(character)
}
