//! C17: a coined name with another character once: 罗评 beside 罗坪镇.

use super::name_variant;
use crate::check::authoring::*;
use crate::text::presence::Presence;
use crate::text::vocabulary::{self, alike};
use std::collections::HashMap;
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "C17",
    name: "coined-name",
    title: "地名、专名前后一致",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "地名、河名、剧种名一类的专名不是常用词，前后应当写得一样。一处只差一个音近、形近的字的，提请核对。",
    source: "《党政机关公文处理工作条例》第二十条（四）：地名准确",
    examples: &[
        wrong(&[("paragraph", "我局赴罗坪镇调研。罗坪镇站台已经改造，改扩建‹罗评›、双岔等6处站台。")]),
        wrong(&[("paragraph", "凤尾河沿线站台12座，凤尾河公交专线已经开通，‹风尾河›站台在建。")]),
        wrong(&[("paragraph", "白鹭渔港站台已经改造。白鹭渔港候车亭6座在建。‹白露渔港›专线下月开通。")]),
        wrong(&[("paragraph", "巴彦宝力格镇设站6处。巴彦宝力格镇候车亭在建。‹巴彦宝力高镇›专线下月开通。")]),
        wrong(&[("paragraph", "望海楼站台已经改造，望海楼专线下月开通。‹望江楼›候车亭在建。")]),
        wrong(&[("paragraph", "塔木勒县、河湾镇设站。塔木勒县候车亭在建。‹塔勒木县›专线下月开通。")]),
        right(&[("paragraph", "石桥村、石湾村已经设站。石桥村候车亭在建，石湾村专线下月开通。")]),
        right(&[("paragraph", "南坪泵站、北坪泵站设站。南坪泵站候车亭在建。北坪泵站专线下月开通。")]),
        right(&[("paragraph", "市文化馆、市体育馆设站。市文化馆候车亭在建，市文化馆专线下月开通。市文物馆设站。")]),
        right(&[("paragraph", "我局赴罗坪镇调研。罗坪镇站台已经改造，评选罗坪、双岔等6处站台。")]),
        right(&[("paragraph", "东洲片区和西洲片区分别设站，东州公司、东洲公司各投放6辆。")]),
    ],
    check: Check::Letter(check),
};

/// How rare a character is as a word of its own before it is thought to be part of a name, as [`vocabulary::rarity`] counts.
const RARE: i32 = 60;

/// What names of places end with.
const PLACES: [char; 22] = [
    '镇', '乡', '县', '市', '区', '州', '村', '河', '湖', '江', '山', '岛', '街', '路', '港', '湾', '桥', '寨', '坝',
    '巷', '滩', '浦',
];

/// Characters that stand before a kind of place without being part of a name.
const NO_NAME: &str =
    "个各本全该两每为在赴与和及至到从向对由将这那其有是的地了等我你他大小新老上下东西南北中内外一二三四五六七八九十";

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let body = context.body();
    let variants = name_variant::find(context);
    for it in &variants {
        found.at(Field::Body, it.range.clone(), format!("别处写作“{}”，请核对", it.usual)).weigh(it.severity);
    }
    let names = names(body);
    let told = |name: &&Name| name.is_coined || name.count >= 2;
    let places = places(body, names.iter().filter(told).flat_map(|name| name.characters));
    for name in names.iter().filter(told) {
        variant(body, name, &names, &places, &variants, found);
    }
}

/// Where each of `wanted` stands in `body`, in bytes: read off in one walk, however many names there are.
fn places(body: &str, wanted: impl Iterator<Item = char>) -> HashMap<char, Vec<usize>> {
    let mut places: HashMap<char, Vec<usize>> = wanted.map(|character| (character, Vec::new())).collect();
    if places.is_empty() {
        return places;
    }
    let all = Presence::of(&places.keys().collect::<String>());
    for (at, character) in body.char_indices() {
        if all.has(character)
            && let Some(places) = places.get_mut(&character)
        {
            places.push(at);
        }
    }
    places
}

/// A name of two characters before a kind of place: 罗坪 of 罗坪镇.
#[derive(PartialEq)]
struct Name {
    characters: [char; 2],
    place: char,
    /// How often it stands before that place.
    count: usize,
    /// Whether the two are no word, nor part of one.
    is_coined: bool,
}

/// The names before a kind of place.
fn names(body: &str) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    let mut before: [Option<char>; 3] = [None; 3];
    for character in body.chars() {
        if let ([outer, Some(first), Some(second)], true) = (before, PLACES.contains(&character)) {
            let is_name = |it: char| characters::is_han(it) && !PLACES.contains(&it) && !NO_NAME.contains(it);
            let characters = [first, second];
            if is_name(first) && is_name(second) {
                match found.iter_mut().find(|it| it.characters == characters && it.place == character) {
                    Some(known) => known.count += 1,
                    None => {
                        let is_coined = is_coined(outer, characters, Some(character));
                        found.push(Name { characters, place: character, count: 1, is_coined });
                    }
                }
            }
        }
        before = [before[1], before[2], Some(character)];
    }
    found
}

/// Whether two characters make no word, with each other or with what stands beside them.
fn is_coined(outer: Option<char>, [first, second]: [char; 2], next: Option<char>) -> bool {
    let is_word = |one: char, other: char| vocabulary::rarity(&String::from_iter([one, other])) != vocabulary::NONE;
    !is_word(first, second)
        && !outer.is_some_and(|outer| characters::is_han(outer) && is_word(outer, first))
        && !next.is_some_and(|next| characters::is_han(next) && !PLACES.contains(&next) && is_word(second, next))
}

/// Where a name stands once with a character of the same sound or look in the place of one of its own.
fn variant(
    body: &str,
    name: &Name,
    names: &[Name],
    places: &HashMap<char, Vec<usize>>,
    told: &[name_variant::Variant],
    found: &mut Found<'_>,
) {
    let written: String = name.characters.iter().collect();
    for is_first in [true, false] {
        let [first, second] = name.characters;
        let (kept, meant) = if is_first { (first, second) } else { (second, first) };
        for &at in places.get(&kept).into_iter().flatten() {
            let after = at + kept.len_utf8();
            let other = if is_first { body[after..].chars().next() } else { body[..at].chars().next_back() };
            let is_other = |it: &char| *it != meant && characters::is_han(*it) && !NO_NAME.contains(*it);
            let Some(other) = other.filter(is_other) else { continue };
            if !alike::characters_are_alike(other, meant) {
                continue;
            }
            let (range, pair): (Range<usize>, [char; 2]) = if is_first {
                (at..after + other.len_utf8(), [kept, other])
            } else {
                (at - other.len_utf8()..after, [other, kept])
            };
            let outer = body[..range.start].chars().next_back();
            let next = body[range.end..].chars().next();
            let spelt: String = pair.iter().collect();
            let is_once = || body.matches(spelt.as_str()).nth(1).is_none();
            let is_place = names.iter().any(|it| it.characters == pair);
            // 风尾河 beside 凤尾河 twice; 罗评、双岔 beside 罗坪镇.
            let is_same_place = next == Some(name.place) && name.count >= 2;
            let ends = next.is_none_or(|it| !characters::is_han(it));
            let is_rare = [other, meant].iter().all(|it| vocabulary::rarity(&it.to_string()) >= RARE);
            let is_slip = is_coined(outer, pair, next)
                && (is_same_place
                    || name.is_coined
                        && ends
                        && is_rare
                        && (!is_place || body.matches(written.as_str()).nth(1).is_some()))
                && is_once();
            let is_told = told.iter().any(|it| it.range.start <= range.start && range.end <= it.range.end);
            if is_slip && !is_told {
                found.at(Field::Body, range, format!("别处写作“{written}”，请核对"));
            }
        }
    }
}
