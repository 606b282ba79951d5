//! Names of persons outside the addressees: spelt two ways, or with two ranks.

use crate::check::authoring::*;
use crate::text::family_name::is_family_name;
use crate::text::vocabulary::alike;
use std::ops::Range;

/// What follows a name and is said of persons only.
const STYLES: [&str; 9] = ["同志", "老师", "先生", "女士", "医生", "教授", "书记", "主任", "校长"];

/// Ranks that stand before a name or after it, and have deputies.
const RANKS: [&str; 12] =
    ["局长", "处长", "主任", "县长", "市长", "区长", "科长", "校长", "院长", "书记", "主席", "厅长"];

/// Looks for both.
pub fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let body = context.body();
    if context.body_may_say(&STYLES) {
        spelling(context, body, found);
    }
    if context.body_may_say(&["副"]) {
        ranks(body, found);
    }
}

/// 孟庆合同志 beside 主任孟庆和.
fn spelling(context: &Context<'_>, body: &str, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let contacts = letter.contacts.iter().map(|contact| contact.name.as_str());
    let elsewhere: Vec<&str> =
        letter.addressees.iter().map(String::as_str).chain([letter.signer.as_str()]).chain(contacts).collect();
    let mut told: Vec<Range<usize>> = Vec::new();
    for style in STYLES {
        for (end, _) in body.match_indices(style) {
            let Some(range) = name_before(body, end) else { continue };
            let name = &body[range.clone()];
            if told.contains(&range) || body.matches(name).count() != 1 || elsewhere.contains(&name) {
                continue;
            }
            let in_body = variants(body, &range).find(|other| is_person(body, other));
            let other = match in_body {
                Some(other) if are_apart(body, &other, &range) => body[other].to_owned(),
                Some(_) => continue,
                None => match elsewhere.iter().find(|other| is_variant(other, name)) {
                    Some(other) => (*other).to_owned(),
                    None => continue,
                },
            };
            found.at(Field::Body, range.clone(), format!("别处写作“{other}”，请核对"));
            told.push(range);
        }
    }
}

/// Whether two names are not named side by side: 主任孟庆和、副主任孟庆合 are two persons.
fn are_apart(body: &str, one: &Range<usize>, other: &Range<usize>) -> bool {
    let between = one.end.min(other.end)..one.start.max(other.start);
    let marks: &[char] =
        if is_slip(&body[one.clone()], &body[other.clone()]) { &['，', '。', '；', '\n'] } else { &['。', '\n'] };
    !between.is_empty() && body[between].contains(marks)
}

/// Whether the given names differ by characters that are taken for one another, or by their order.
fn is_slip(one: &str, other: &str) -> bool {
    let different: Vec<(char, char)> = one.chars().zip(other.chars()).filter(|(left, right)| left != right).collect();
    different.len() == 2 || different.iter().all(|(left, right)| alike::characters_are_alike(*left, *right))
}

/// The name of three characters that ends at byte `end`: a family name, and before it a mark or a word that leads to names.
fn name_before(body: &str, end: usize) -> Option<Range<usize>> {
    let (start, first) = body[..end].char_indices().rev().nth(2)?;
    let name = &body[start..end];
    let is_name = is_family_name(first) && name.chars().all(characters::is_han);
    (is_name && is_led(&body[..start])).then_some(start..end)
}

/// Whether a name may begin after `lead`.
fn is_led(lead: &str) -> bool {
    let words =
        ["主任", "书记", "局长", "处长", "校长", "院长", "支书", "教师", "科长", "县长", "市长", "会长", "馆长"];
    lead.ends_with(|it: char| {
        !characters::is_han(it) || matches!(it, '与' | '和' | '由' | '向' | '请' | '经' | '及' | '对')
    }) || lead.is_empty()
        || words.iter().any(|word| lead.ends_with(word))
}

/// Where the body has the name in `range` with one character of the given name off, or its two characters exchanged.
fn variants<'b>(body: &'b str, range: &Range<usize>) -> impl Iterator<Item = Range<usize>> + use<'b> {
    let name = body[range.clone()].to_owned();
    let family = name.chars().next().unwrap_or(' ').to_string();
    body.match_indices(name.chars().next().unwrap_or(' ')).map(|(at, _)| at).collect::<Vec<_>>().into_iter().filter_map(
        move |at| {
            let length: usize = body[at..].chars().take(3).map(char::len_utf8).sum();
            let other = &body[at..at + length];
            (other.starts_with(&family) && is_variant(other, &name)).then_some(at..at + length)
        },
    )
}

/// Whether two names of three characters are one apart in the given name, or exchange its characters.
fn is_variant(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let ([a, b, c], [x, y, z]) = (&one[..], &other[..]) else { return false };
    let are_names = one.iter().all(|it| characters::is_han(*it));
    are_names && a == x && ((b == y) != (c == z) || b == z && c == y && b != c)
}

/// Whether a person stands there: a rank before the name, or a style after it.
fn is_person(body: &str, range: &Range<usize>) -> bool {
    let (lead, rest) = (&body[..range.start], &body[range.end..]);
    let is_ranked = RANKS
        .iter()
        .chain(&["教师", "支书", "馆长", "会长", "队长", "工程师", "组长"])
        .any(|rank| lead.ends_with(rank));
    is_ranked || STYLES.iter().any(|style| rest.starts_with(style))
}

/// 副处长覃月明 beside 处长覃月明: one of them is wrong.
fn ranks(body: &str, found: &mut Found<'_>) {
    for (at, word) in body.match_indices('副') {
        let after = at + word.len();
        let Some(rank) = RANKS.iter().find(|rank| body[after..].starts_with(**rank)) else { continue };
        let name_at = after + rank.len();
        let end = name_at + body[name_at..].chars().take(3).map(char::len_utf8).sum::<usize>();
        let name = &body[name_at..end];
        let is_name =
            name.chars().count() == 3 && name.starts_with(is_family_name) && name.chars().all(characters::is_han);
        if !is_name {
            continue;
        }
        let plain = format!("{rank}{name}");
        let other = body.match_indices(&plain).find(|(other, _)| !body[..*other].ends_with(['副', '总']));
        if let Some((other, _)) = other {
            let range = other..other + plain.len();
            found.at(Field::Body, range, format!("另一处写作“副{rank}{name}”，职务请核对"));
        }
    }
}
