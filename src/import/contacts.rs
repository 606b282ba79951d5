//! 联系人: names and telephone numbers, under every label and in either order.

use super::contact_label::{LABELS, Label, label_at};
use super::label::{opening_bracket, value_after};
use super::organ;
use crate::letter::{Contact, Letter, issued};
use crate::text::characters::{is_blank, is_han};
use std::ops::Range;

/// One contact, as ranges of the text it was read from. A range may take in several numbers or names with the marks between;
/// there are several where labels part them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub name: Vec<Range<usize>>,
    pub phone: Vec<Range<usize>>,
}

/// The text of a name or number: its parts with 、 between them.
pub(super) fn text_of(text: &str, parts: &[Range<usize>]) -> String {
    let tidied: Vec<String> = parts.iter().map(|part| super::assembly::tidy(&text[part.clone()])).collect();
    tidied.join("、")
}

/// Whether a line is about contacts and nothing else: it begins with one of the labels.
pub(super) fn is_line(line: &str) -> bool {
    label_at(line, lead(line)).is_some()
}

/// The contacts that the text of a contact line, or of several in a row, names. Empty where it names none.
pub(super) fn read(text: &str) -> Vec<Found> {
    // The form that dafu writes itself sets contacts apart by ；. Elsewhere 电话：…；联系人：… is one contact.
    let apart = pair(text, &groups(text, true));
    if is_issued(text, &apart) { apart } else { pair(text, &groups(text, false)) }
}

/// Whether a line is what dafu would write for these contacts.
fn is_issued(text: &str, found: &[Found]) -> bool {
    let contact = |found: &Found| Contact { name: text_of(text, &found.name), phone: text_of(text, &found.phone) };
    let contacts = found.iter().map(contact).collect();
    issued::contacts(&Letter { contacts, ..Letter::default() }) == text
}

/// What stands before the first label: a bracket, 附注：.
fn lead(line: &str) -> usize {
    let open = opening_bracket(line);
    value_after(&line[open..], &["附注", "注", "备注", "联系方式"]).map_or(open, |at| {
        let inner = open + at;
        inner + opening_bracket(&line[inner..])
    })
}

/// Names or numbers that belong together.
#[derive(Clone, Debug)]
struct Group {
    is_phone: bool,
    entries: Vec<Range<usize>>,
    /// Whether a ； parts it from the group before.
    apart: bool,
    /// Whether it belongs to no other group, whatever stands beside it.
    alone: bool,
}

/// Reads the text as groups of names and groups of numbers in turn.
fn groups(text: &str, semicolons_part: bool) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut label = Label::Other;
    let (mut fresh, mut apart) = (true, false);
    let mut at = lead(text);
    let names_person = LABELS.iter().any(|(word, label)| *label == Label::Person && text.contains(word));
    // Without any label the text may still be a name with a number, in brackets.
    if label_at(text, at).is_none() {
        label = Label::Person;
    }
    while at < text.len() {
        let rest = &text[at..];
        let Some(mark) = rest.chars().next() else { break };
        if is_separator(mark) {
            apart |= semicolons_part && matches!(mark, '；' | ';');
            fresh |= matches!(mark, '；' | ';');
            at += mark.len_utf8();
            continue;
        }
        if let Some((found, value)) = label_at(text, at) {
            label = found;
            fresh = true;
            at = value;
            continue;
        }
        let end = token_end(text, at);
        let is_phone = is_phone(&text[at..end]);
        let counts = label != Label::Other && (label != Label::Office || is_phone || !names_person);
        if counts && (is_phone || text[at..end].chars().any(is_han)) {
            match groups.last_mut() {
                // 联系人：市水务局办公室　周舟: the office before a person is no person.
                Some(last)
                    if !is_phone
                        && !fresh
                        && last.entries.len() == 1
                        && organ::is_name(&text[last.entries[0].clone()]) =>
                {
                    last.entries[0] = at..end;
                }
                Some(last)
                    if last.is_phone == is_phone
                        && (!fresh || is_phone && !apart && !last.alone && label != Label::FurtherPhone) =>
                {
                    last.entries.push(at..end);
                }
                _ => {
                    let entries = std::iter::once(at..end).collect();
                    groups.push(Group { is_phone, entries, apart, alone: label == Label::FurtherPhone });
                }
            }
            (fresh, apart) = (false, false);
        }
        at = end;
    }
    groups
}

/// The end of a name or number that begins at `at`: numbers keep their dashes, brackets around the area code, and 转.
fn token_end(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut kind = None;
    for (offset, character) in text[at..].char_indices() {
        if at + offset < end {
            continue;
        }
        if kind == Some(false)
            && let Some(length) = remark(&text[at + offset..])
        {
            end = at + offset + length;
            continue;
        }
        let numeric = is_digit(character) || matches!(character, '-' | '—' | '－' | '–' | '+' | '转' | '*');
        if is_separator(character) || label_at(text, at + offset).is_some() && offset > 0 {
            // A blank inside a number, after an area code: 0700 88000000.
            if character == ' ' && kind == Some(true) && text[at + offset + 1..].starts_with(is_digit) && end - at <= 5
            {
                continue;
            }
            break;
        }
        match kind {
            None => kind = Some(numeric),
            Some(before) if before != numeric => break,
            Some(_) => {}
        }
        end = at + offset + character.len_utf8();
    }
    end.max(at + text[at..].chars().next().map_or(1, char::len_utf8))
}

/// The length of a bracket after a name that tells who it is: 周舟（办公室）. One with a number or a label in it is another matter.
fn remark(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(['（', '('])?;
    let close = inner.find(['）', ')']).filter(|&close| close > 0)?;
    let words = &inner[..close];
    let is_remark = words.chars().count() <= 12 && words.chars().all(is_han) && label_at(words, 0).is_none();
    let bracket = text.len() - inner.len();
    is_remark.then(|| bracket + close + inner[close..].chars().next().map_or(0, char::len_utf8))
}

fn is_separator(character: char) -> bool {
    is_blank(character)
        || matches!(
            character,
            '，' | ','
                | '、'
                | '；'
                | ';'
                | '。'
                | '（'
                | '）'
                | '('
                | ')'
                | '【'
                | '】'
                | '：'
                | ':'
                | '/'
                | '／'
                | '［'
                | '］'
                | '['
                | ']'
        )
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '０'..='９')
}

fn is_phone(token: &str) -> bool {
    token.chars().filter(|&character| is_digit(character)).count() >= 3
}

/// Pairs names with numbers: the number follows its name, or goes before it where the text begins with a number.
fn pair(text: &str, groups: &[Group]) -> Vec<Found> {
    let span = |group: Option<&Group>| group.map_or_else(Vec::new, |group| merged(text, &group.entries));
    let phone_first = groups.iter().find(|group| !group.alone).is_some_and(|group| group.is_phone);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(group) = groups.get(at) {
        let next = groups
            .get(at + 1)
            .filter(|next| group.is_phone == phone_first && next.is_phone != group.is_phone && !next.apart)
            .filter(|next| !group.alone && !next.alone);
        at += 1 + usize::from(next.is_some());
        let (names, phones) = match (group.is_phone, next) {
            (true, next) => (next, Some(group)),
            (false, next) => (Some(group), next),
        };
        match (names, phones) {
            (Some(names), Some(phones)) if names.entries.len() == phones.entries.len() => {
                found.extend(
                    names
                        .entries
                        .iter()
                        .zip(&phones.entries)
                        .map(|(name, phone)| Found { name: vec![name.clone()], phone: vec![phone.clone()] }),
                );
            }
            (names, phones) => found.push(Found { name: span(names), phone: span(phones) }),
        }
    }
    found
}

/// Entries with nothing but marks between them as one.
fn merged(text: &str, entries: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for entry in entries {
        match parts.last_mut() {
            Some(last) if text[last.end..entry.start].chars().all(is_separator) => last.end = entry.end,
            _ => parts.push(entry.clone()),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contacts(text: &str) -> Vec<(String, String)> {
        read(text).into_iter().map(|found| (text_of(text, &found.name), text_of(text, &found.phone))).collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|&(name, phone)| (name.to_owned(), phone.to_owned())).collect()
    }

    #[test]
    fn every_label_and_order() {
        for text in [
            "（联系人：周舟，联系电话：0700-88000000）",
            "（联系人及电话：周舟，电话：0700-88000000）",
            "联系人及电话：周舟 0700-88000000",
            "联系人：周舟　　电话：0700-88000000",
            "联 系 人：周舟，0700-88000000。",
            "电话：0700-88000000，联系人：周舟",
            "联系人:周舟(0700-88000000)",
            "承办人：周舟；联系电话：0700-88000000",
            "联系单位：市水务局办公室，联系人：周舟，电话：0700-88000000，邮编：330000",
            "联系人（电话）：周舟 0700-88000000",
            "附注：联系人：周舟，联系电话：0700-88000000",
            "（联系人：周舟；电话：0700-88000000；传真：0700-88000001）",
            "（周舟，0700-88000000）",
            "（联系人：周舟；联系电话：0700-88000000）",
            "联系人及电话：市水务局办公室　周舟　0700-88000000",
        ] {
            assert_eq!(contacts(text), pairs(&[("周舟", "0700-88000000")]), "{text}");
        }
    }

    #[test]
    fn several_contacts() {
        assert_eq!(
            contacts("（联系人：周舟，联系电话：88000001；联系人：李澄，联系电话：88000002）"),
            pairs(&[("周舟", "88000001"), ("李澄", "88000002")])
        );
        assert_eq!(
            contacts("联系人：周舟、李澄　电话：88000001、88000002"),
            pairs(&[("周舟", "88000001"), ("李澄", "88000002")])
        );
        assert_eq!(
            contacts("分管领导：王禾 88000001　承办人：李澄 88000002"),
            pairs(&[("王禾", "88000001"), ("李澄", "88000002")])
        );
        for (text, expected) in [
            ("（联系人：周舟；另一联系电话：88000001）", [("周舟", ""), ("", "88000001")]),
            ("（另一联系电话：88000001；联系人：周舟）", [("", "88000001"), ("周舟", "")]),
            ("（另一联系电话：88000001；联系人：周舟，联系电话：88000002）", [("", "88000001"), ("周舟", "88000002")]),
            ("（另一联系电话：88000001；另一联系电话：88000002）", [("", "88000001"), ("", "88000002")]),
        ] {
            assert_eq!(contacts(text), pairs(&expected), "{text}");
        }
        assert_eq!(contacts("（联系人：周舟；联系电话：88000001）"), pairs(&[("周舟", "88000001")]));
        assert_eq!(contacts("联系人：周舟，电话：88000001、88000002"), pairs(&[("周舟", "88000001、88000002")]));
        assert_eq!(
            contacts("（联系人：周舟；联系人：李澄，联系电话：88000002）"),
            pairs(&[("周舟", ""), ("李澄", "88000002")])
        );
        assert_eq!(contacts("（联系电话：88000001）"), pairs(&[("", "88000001")]));
        assert_eq!(contacts("领导签名：　　　经办人：　　　"), pairs(&[]));
    }

    #[test]
    fn parts_that_labels_divide() {
        assert_eq!(
            contacts("联系人：周舟，电话：88000001；手机：13800000000"),
            pairs(&[("周舟", "88000001、13800000000")])
        );
        assert_eq!(contacts("联系单位：湿地保护处　联系电话：88000001"), pairs(&[("湿地保护处", "88000001")]));
        assert_eq!(contacts("承办科室：水利科　联系人：周舟"), pairs(&[("周舟", "")]));
        assert_eq!(contacts("联系人：周舟（办公室）　电话：88000001"), pairs(&[("周舟（办公室）", "88000001")]));
    }

    #[test]
    fn numbers_in_their_shapes() {
        for (text, phone) in [
            ("联系人：周舟 0700 88000000", "0700 88000000"),
            ("联系人：周舟，13800000000", "13800000000"),
            ("联系人：周舟，电话：88000000转6012", "88000000转6012"),
            ("联系人：周舟，电话：0700—88000000", "0700—88000000"),
            ("联系人：周舟，电话：12345", "12345"),
        ] {
            assert_eq!(contacts(text), pairs(&[("周舟", phone)]), "{text}");
        }
    }

    #[test]
    fn lines_about_contacts() {
        assert!(is_line("（联系人：周舟）") && is_line("联系电话：88000000") && is_line("承办人　周舟"));
        for line in ["联系人民群众", "负责人员配备", "电话回访制度已经建立。", "一、联系人"]
        {
            assert!(!is_line(line), "{line}");
        }
    }
}
