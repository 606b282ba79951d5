//! C14: the name of an organ is spelt another way in the text.

use crate::check::authoring::*;
use crate::letter::organ;
use crate::text::numeral;

pub static RULE: Rule = Rule {
    code: "C14",
    name: "organ-name",
    title: "单位名称前后一致",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "发文机关、会办单位、抄送单位的名称，正文里应当写得一样。只差中间一个字的，多半是写错了。",
    source: "《党政机关公文处理工作条例》第二十条（四）：名称准确",
    examples: &[
        wrong(&[("paragraph", "‹东州街道办事处›组织志愿者维持秩序。")]).mended("东洲街道办事处组织志愿者维持秩序。"),
        wrong(&[("cc[2]", "市人力资源和社会保障局"), ("paragraph", "‹市人力资源和社会保障部›组织招聘。")]),
        wrong(&[("cc[2]", "市工业和信息化局"), ("paragraph", "‹市工业和信息局›组织招商。")]),
        right(&[("paragraph", "东洲街道办事处、西洲街道办事处组织志愿者维持秩序。")]),
        right(&[("paragraph", "市公安局、省公安厅联合行动，市政府办公厅、区政府办公室参加。")]),
    ],
    check: Check::Paragraph("", check),
};

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let (letter, matter) = (&context.draft.letter, &context.draft.matter);
    let all = || [&letter.issuer, &letter.signature].into_iter().chain(&matter.co_handlers).chain(&letter.cc);
    // All that is told is one character off.
    let is_near = |name: &str| passage.lacks(name) <= 1;
    if !all().any(|name| is_near(name)) {
        return;
    }
    let body = passage.text;
    let mut names: Vec<&str> = Vec::new();
    for name in all() {
        if (5..=20).contains(&name.chars().count()) && organ::is_body(name) && !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    for name in names.iter().filter(|name| is_near(name)) {
        dropped(body, name, &names, found);
        other_rank(body, name, &names, found);
    }
    let characters: Vec<(usize, char)> = body.char_indices().collect();
    for name in names.iter().filter(|name| is_near(name)) {
        let wanted: Vec<char> = name.chars().collect();
        for window in characters.windows(wanted.len()) {
            // The last character tells most windows apart at once.
            if window[wanted.len() - 1].1 != wanted[wanted.len() - 1] || window[0].1 != wanted[0] {
                continue;
            }
            let mut others = window.iter().zip(&wanted).enumerate().filter(|(_, ((_, left), right))| left != *right);
            let (Some((_, ((_, written), meant))), None) = (others.next(), others.next()) else { continue };
            if is_meaningful(*written) || is_meaningful(*meant) {
                continue;
            }
            let start = window[0].0;
            let last = window[wanted.len() - 1];
            let range = start..last.0 + last.1.len_utf8();
            if names.contains(&&body[range.clone()]) {
                continue;
            }
            let message = format!("别处写作“{name}”");
            found.at(Field::Body, range.clone(), message).mend(Applicability::Review, range, *name);
        }
    }
}

/// Places where the name ends as that of an organ of another rank: 市公安部 for 市公安局.
fn other_rank(body: &str, name: &str, names: &[&str], found: &mut Found<'_>) {
    const RANKS: [char; 3] = ['局', '厅', '部'];
    let Some(rank) = name.chars().next_back().filter(|rank| RANKS.contains(rank)) else { return };
    let stem = &name[..name.len() - rank.len_utf8()];
    for (at, _) in body.match_indices(stem) {
        let end = at + stem.len();
        let written = body[end..].chars().next().filter(|it| RANKS.contains(it) && *it != rank);
        let Some(written) = written else { continue };
        let range = at..end + written.len_utf8();
        let goes_on = body[range.end..].starts_with(['门', '署', '分', '队', '长', '级']);
        // 省公安厅 is another organ than 公安厅 of a city's name.
        let is_longer = body[..at].ends_with(characters::is_han) && !name.starts_with(['市', '省', '县', '区']);
        if !goes_on && !is_longer && !names.contains(&&body[range.clone()]) {
            let message = format!("别处写作“{name}”");
            found.at(Field::Body, range.clone(), message).mend(Applicability::Review, range, name);
        }
    }
}

/// Places where the name stands with one character left out of its middle: 工业和信息局.
fn dropped(body: &str, name: &str, names: &[&str], found: &mut Found<'_>) {
    // 和, 市, 人民 are left out in short names; a letter writes those as it likes.
    let all: Vec<(usize, char)> = name.char_indices().collect();
    if all.len() < 7 {
        return;
    }
    for &(at, character) in &all[2..all.len() - 1] {
        if is_meaningful(character) || "和与及人民管理发展".contains(character) {
            continue;
        }
        let short = format!("{}{}", &name[..at], &name[at + character.len_utf8()..]);
        for (start, written) in body.match_indices(short.as_str()) {
            let range = start..start + written.len();
            if !names.iter().any(|other| other.contains(&short)) {
                found.at(Field::Body, range.clone(), format!("别处写作“{name}”")).mend(
                    Applicability::Review,
                    range,
                    name,
                );
            }
        }
    }
}

/// Whether a character in whose place another stands makes another organ: a number, a direction, a rank, a mark.
fn is_meaningful(character: char) -> bool {
    numeral::is_numeral(character)
        || !characters::is_han(character)
        || "东西南北中上下前后新老内外大小省市县区镇乡局厅部委办公的".contains(character)
}
