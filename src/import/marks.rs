//! The marks above a title: document number, result, signer, disclosure, often several on one line.

use super::label::{is_running_text, opening_bracket, value_after, without_end};
use super::ledger::Fate;
use super::report::Reason;
use super::{category, disclosure, organ};
use crate::letter::Field;
use crate::letter::document_number::DocumentNumber;
use crate::text::characters::{is_blank, is_han};
use std::ops::Range;

/// One mark of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its own words.
    pub range: Range<usize>,
    /// What they are.
    pub fate: Fate,
    /// The mode that disclosure words mean.
    pub mode: Option<&'static str>,
}

/// What a reader found at the start of a text: marks, and where they end.
type Found = (Vec<Mark>, usize);

/// The readers, tried in turn at every place of a line.
const READERS: [fn(&str) -> Option<Found>; 8] =
    [document_number, number_by_word, signer, result, disclosed, not_disclosed, urgency, red_head];

/// Reads a line that holds nothing but marks. `None` where anything else is on it.
pub(super) fn read(line: &str) -> Option<Vec<Mark>> {
    if is_running_text(line) {
        return None;
    }
    let mut marks = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let skipped = line[at..]
            .trim_start_matches(|mark| is_blank(mark) || matches!(mark, '，' | ',' | '；' | ';' | '|' | '、'));
        at = line.len() - skipped.len();
        if at == line.len() {
            break;
        }
        let (found, end) = READERS.iter().find_map(|reader| reader(&line[at..]))?;
        if end == 0 {
            return None;
        }
        marks.extend(found.into_iter().map(|mark| Mark { range: mark.range.start + at..mark.range.end + at, ..mark }));
        at += end;
    }
    (!marks.is_empty()).then_some(marks)
}

fn mark(range: Range<usize>, fate: Fate) -> Mark {
    Mark { range, fate, mode: None }
}

fn document_number(text: &str) -> Option<Found> {
    let label = value_after(text, &["发文字号", "发文号", "公文文号", "文件编号", "文号", "字号"]).unwrap_or(0);
    let rest = &text[label..];
    let found = DocumentNumber::find(rest).filter(|found| found.range.start == 0)?;
    if rest[found.prefix.clone()].chars().count() > 16 {
        return None;
    }
    Some((vec![mark(label..label + found.range.end, Fate::Field(Field::Number))], label + found.range.end))
}

/// 临科字第12号, 临科函〔2026〕　号 with its place left blank, 2026年第12号.
fn number_by_word(text: &str) -> Option<Found> {
    let label = value_after(text, &["发文字号", "发文号", "文号"]).unwrap_or(0);
    let rest = &text[label..];
    let end = rest.find('号')? + '号'.len_utf8();
    let number = &rest[..end];
    let prefix = number.trim_start_matches(|character| is_han(character) || character == '第');
    let is_blank_number =
        prefix.starts_with(['〔', '[', '［', '（', '(', '【']) && !DocumentNumber::read(number).is_some_and(|_| true);
    let ink: usize = number.chars().filter(|&character| !is_blank(character)).count();
    let is_tail = prefix.chars().all(|character| {
        character.is_ascii_digit()
            || is_blank(character)
            || matches!(
                character,
                '〔' | '〕'
                    | '['
                    | ']'
                    | '［'
                    | '］'
                    | '（'
                    | '）'
                    | '('
                    | ')'
                    | '【'
                    | '】'
                    | '号'
                    | '第'
                    | '年'
                    | '_'
                    | '×'
                    | 'X'
                    | '*'
                    | '-'
            )
    });
    let by_word = number.contains('字') && number.chars().any(|character| character.is_ascii_digit());
    (is_tail
        && (4..=20).contains(&ink)
        && prefix.len() < number.len()
        && !number.starts_with('第')
        && (by_word || is_blank_number))
        .then(|| (vec![mark(label..label + end, Fate::Field(Field::Number))], label + end))
}

fn signer(text: &str) -> Option<Found> {
    if let Some(value) = value_after(text, &["会签人", "会签", "拟稿人", "核稿人", "审核人", "校对人"])
    {
        let end = value + name_end(&text[value..]);
        return Some((vec![mark(0..end.max(value), Fate::LeftOut(Reason::RedHead))], end.max(value)));
    }
    let value = value_after(text, &["签发人", "签发领导", "审签人", "签发"])?;
    let end = value + name_end(&text[value..]);
    let name = without_end(&text[value..end]);
    Some((vec![mark(value..value + name.len(), Fate::Field(Field::Signer))], end.max(value)))
}

/// The end of a name: at two blanks, or one that does not merely space two characters out.
fn name_end(text: &str) -> usize {
    let mut end = 0;
    let mut words = 0;
    for word in text.split_inclusive(is_blank) {
        let bare = word.trim_end_matches(is_blank);
        if bare.is_empty() {
            end += word.len();
            continue;
        }
        let is_name = bare.chars().all(|character| is_han(character) || matches!(character, '·' | '、' | '某' | '×'));
        let single = bare.chars().count() == 1;
        if !is_name || bare.chars().count() > 12 || words > 0 && !single {
            break;
        }
        end += word.len();
        words += 1;
        if !single || words == 2 {
            break;
        }
    }
    text[..end].trim_end_matches(is_blank).len()
}

fn result(text: &str) -> Option<Found> {
    let found = category::read(text)?;
    let fate = Fate::Field(Field::Category);
    let mut end = found.end;
    let mut marks = match found.letter {
        Some(letter) => vec![mark(letter, fate)],
        None => vec![mark(0..found.end, Fate::LeftOut(Reason::Blank))],
    };
    // 办理结果：B（已列入计划）
    let rest = &text[end..];
    if rest.starts_with(['（', '('])
        && rest.ends_with(['）', ')'])
        && rest.chars().count() <= 30
        && disclosure::read(rest).is_none()
    {
        marks.push(mark(end..text.len(), Fate::LeftOut(Reason::Remark)));
        end = text.len();
    }
    Some((marks, end))
}

fn disclosed(text: &str) -> Option<Found> {
    // Up to the next wide gap, so that a mark may follow on the line.
    let end = text.find("  ").or_else(|| text.find(['\u{3000}', '\t'])).unwrap_or(text.len());
    let found = disclosure::read(text)
        .map(|found| (found, text.len()))
        .or_else(|| Some((disclosure::read(&text[..end])?, end)));
    let (found, end) = found?;
    let exact = found.mode.is_some_and(|mode| text[found.words.clone()] == *mode);
    let field = if exact { Field::Disclosure } else { Field::SourceDisclosure };
    let mut marks = vec![Mark { range: found.words, fate: Fate::Field(field), mode: found.mode }];
    marks.extend(found.reason.map(|reason| mark(reason, Fate::Field(Field::DisclosureReason))));
    Some((marks, end))
}

/// The reason for not publishing, on a line of its own: 不予公开理由：….
fn not_disclosed(text: &str) -> Option<Found> {
    let reason = disclosure::reason_line(text)?;
    Some((vec![mark(reason, Fate::Field(Field::DisclosureReason))], text.len()))
}

/// 份号, 密级, 紧急程度, for which a reply letter has no field.
fn urgency(text: &str) -> Option<Found> {
    let digits = text.len() - text.trim_start_matches(|character: char| character.is_ascii_digit()).len();
    if digits == 6 && !text[digits..].starts_with(|next| !is_blank(next)) {
        return Some((vec![mark(0..digits, Fate::LeftOut(Reason::RedHead))], digits));
    }
    let words = ["特急", "加急", "平急", "急件", "特提", "秘密", "机密", "绝密", "内部", "普通"];
    let word = words.iter().find(|word| text.starts_with(**word))?;
    let rest = &text[word.len()..];
    let end = word.len() + rest.find(is_blank).unwrap_or(rest.len());
    let tail = &text[word.len()..end];
    tail.chars()
        .all(|character| matches!(character, '★' | '年' | '月' | '件') || character.is_ascii_digit())
        .then(|| (vec![mark(0..end, Fate::LeftOut(Reason::RedHead))], end))
}

/// The organ's name as it stands in red, with 文件 or （函） after it.
fn red_head(text: &str) -> Option<Found> {
    if opening_bracket(text) > 0 {
        return None;
    }
    // On a line of marks the name ends at a wide gap; alone on its line it may itself be spaced out.
    let (name, end) = if organ::are_names(strip_word(text).0) {
        (strip_word(text), text.len())
    } else {
        let end = text.find(is_blank)?;
        (strip_word(&text[..end]), end)
    };
    let (name, word) = name;
    if !organ::are_names(name) {
        return None;
    }
    let mut marks = vec![mark(0..name.trim_end_matches(is_blank).len(), Fate::Field(Field::Issuer))];
    if !word.is_empty() {
        marks.push(mark(word, Fate::LeftOut(Reason::RedHead)));
    }
    Some((marks, end))
}

/// An organ's name and the word that follows it on the red head.
fn strip_word(text: &str) -> (&str, Range<usize>) {
    let compact = text.trim_end_matches(is_blank);
    for word in [
        "文件",
        "（函）",
        "(函)",
        "公函",
        "便函",
        "函",
        "（答复意见）",
        "（答复）",
        "（复函）",
        "（会办意见）",
        "(答复)",
        "答复函",
    ] {
        if let Some(name) = strip_spaced(compact, word).filter(|name| organ::are_names(name)) {
            return (name, name.len()..compact.len());
        }
    }
    (compact, 0..0)
}

fn strip_spaced<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text;
    for character in word.chars().rev() {
        rest = rest.trim_end_matches(is_blank).strip_suffix(character)?;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> Option<Vec<(String, &str)>> {
        let marks = read(line)?;
        Some(
            marks
                .into_iter()
                .map(|mark| {
                    let fate = match mark.fate {
                        Fate::Field(field) => field.name().to_owned(),
                        Fate::LeftOut(reason) => format!("{reason:?}"),
                    };
                    (fate, &line[mark.range])
                })
                .collect(),
        )
    }

    fn pairs<'a>(pairs: &[(&str, &'a str)]) -> Option<Vec<(String, &'a str)>> {
        Some(pairs.iter().map(|&(name, text)| (name.to_owned(), text)).collect())
    }

    #[test]
    fn one_mark_on_a_line() {
        for (line, field, text) in [
            ("临科函〔2026〕18号", "number", "临科函〔2026〕18号"),
            ("文号：临科函〔2026〕18号", "number", "临科函〔2026〕18号"),
            ("临科函[2026]第018号", "number", "临科函[2026]第018号"),
            ("临科函〔2026〕　　号", "number", "临科函〔2026〕　　号"),
            ("临科建字第12号", "number", "临科建字第12号"),
            ("建议字〔2023〕8号", "number", "建议字〔2023〕8号"),
            ("签发人：王某", "signer", "王某"),
            ("签发人：王　某", "signer", "王　某"),
            ("B类", "category", "B"),
            ("临江市科学技术局", "issuer", "临江市科学技术局"),
            ("临 江 市 科 学 技 术 局", "issuer", "临 江 市 科 学 技 术 局"),
            ("公开方式：主动公开", "disclosure", "主动公开"),
            ("特急", "RedHead", "特急"),
        ] {
            assert_eq!(found(line), pairs(&[(field, text)]), "{line}");
        }
        assert_eq!(
            found("临江市教育局（答复意见）"),
            pairs(&[("issuer", "临江市教育局"), ("RedHead", "（答复意见）")])
        );
        assert_eq!(found("临江市教育局文件"), pairs(&[("issuer", "临江市教育局"), ("RedHead", "文件")]));
    }

    #[test]
    fn several_marks_on_a_line() {
        assert_eq!(
            found("临交建复〔2026〕98号    A类"),
            pairs(&[("number", "临交建复〔2026〕98号"), ("category", "A")])
        );
        assert_eq!(
            found("临交复〔2026〕9号　　　签发人：王某　　（B类）"),
            pairs(&[("number", "临交复〔2026〕9号"), ("signer", "王某"), ("category", "B")])
        );
        assert_eq!(found("类别：A　公开方式：主动公开"), pairs(&[("category", "A"), ("disclosure", "主动公开")]));
    }

    #[test]
    fn a_result_may_be_explained() {
        assert_eq!(found("办理结果：B（已列入计划）"), pairs(&[("category", "B"), ("Remark", "（已列入计划）")]));
        assert_eq!(found("A类（主动公开）"), pairs(&[("category", "A"), ("disclosure", "主动公开")]));
    }

    #[test]
    fn a_title_is_no_mark() {
        for line in [
            "临江市科学技术局关于市十七届人大一次会议第12号代表建议答复的函",
            "王禾代表：",
            "您提出的《关于某事的建议》收悉",
            "根据国发〔2020〕7号文件精神",
            "第2026042号",
        ] {
            assert_eq!(found(line), None, "{line}");
        }
    }
}
