//! What a field of the form may be filled with: from the office, from other letters, from the letter itself.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::element::Element;
use crate::letter::date::LetterDate;
use crate::letter::document_number::DocumentNumber;
use crate::letter::{Draft, Kind, issued};

/// What an office says once for all its letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Office {
    /// 发文机关.
    pub issuer: String,
    /// 发文机关代字, as 临科函.
    pub number_prefix: String,
    /// Those who answer questions, each with the telephone number, as the form writes them.
    pub contacts: Vec<String>,
    /// 抄送 of answers to 建议, as the form writes it.
    pub suggestion_cc: String,
    /// 抄送 of answers to 提案.
    pub proposal_cc: String,
}

/// What lies between the entries of a list.
const SEPARATOR: char = '、';

/// What `element` of `draft` may be filled with while `typed` stands in it, the likeliest first. `known` is what other
/// letters hold.
pub fn of(
    element: Element,
    draft: &Draft,
    typed: &str,
    office: &Office,
    known: &[(Element, &str)],
    today: Date,
) -> Vec<String> {
    let others = |of: Element| known.iter().filter(move |(element, _)| *element == of).map(|(_, text)| *text);
    let one = |text: &str| vec![text.to_owned()];
    let known_year = today.year();
    let proposals = match element {
        Element::Number => next_number(draft, office, others(Element::Number), today).into_iter().collect(),
        Element::Title => composed_title(draft).into_iter().collect(),
        Element::Date | Element::Assigned => {
            let today = (element == Element::Date).then_some(today);
            day_of_year(typed, known_year).into_iter().chain(today).map(|day| day.to_string()).collect()
        }
        Element::Issuer => ranked(one(&office.issuer), others(element)),
        Element::Signature => ranked(one(&draft.letter.issuer), others(element)),
        Element::Contacts => ranked(office.contacts.first().cloned().into_iter().collect(), others(element)),
        Element::Cc => {
            let usual = if draft.kind == Kind::Proposal { &office.proposal_cc } else { &office.suggestion_cc };
            entries(typed, ranked(one(usual), others(element)))
        }
        Element::CoHandlers | Element::Addressees => entries(typed, ranked(Vec::new(), others(element))),
        Element::Session | Element::Category | Element::Signer | Element::DisclosureReason => {
            ranked(Vec::new(), others(element))
        }
        _ => Vec::new(),
    };
    let free = matches!(
        element,
        Element::Number | Element::Title | Element::Date | Element::Assigned | Element::Cc | Element::CoHandlers
    );
    let fits = |text: &String| !text.is_empty() && text != typed && (free || text.contains(typed));
    proposals.into_iter().filter(fits).collect()
}

/// The day of `year` that a month and a day mean, written as 6.15, 6-15 or 6月15日.
fn day_of_year(typed: &str, year: i16) -> Option<Date> {
    let figures = typed.split(|mark: char| !mark.is_ascii_digit()).filter(|part| !part.is_empty());
    let figures: Vec<i8> = figures.map_while(|part| part.parse().ok()).collect();
    match figures[..] {
        [month, day] => Date::new(year, month, day).ok(),
        _ => None,
    }
}

/// `first`, then the others by how often they were used.
fn ranked<'a>(first: Vec<String>, others: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut counted: Vec<(&str, usize)> = Vec::new();
    for text in others {
        match counted.iter_mut().find(|(known, _)| *known == text) {
            Some((_, count)) => *count += 1,
            None => counted.push((text, 1)),
        }
    }
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut texts = first;
    for (text, _) in counted {
        if !texts.iter().any(|known| known == text) {
            texts.push(text.to_owned());
        }
    }
    texts
}

/// Whole lists for an empty field; for one that is begun, the entry being typed, completed.
fn entries(typed: &str, lists: Vec<String>) -> Vec<String> {
    if typed.trim().is_empty() {
        return lists;
    }
    let (done, begun) = match typed.rfind(SEPARATOR) {
        Some(at) => typed.split_at(at + SEPARATOR.len_utf8()),
        None => ("", typed),
    };
    let mut completed = Vec::new();
    for entry in lists.iter().flat_map(|list| list.split(SEPARATOR)) {
        let text = format!("{done}{entry}");
        if entry.contains(begun) && !done.split(SEPARATOR).any(|it| it == entry) && !completed.contains(&text) {
            completed.push(text);
        }
    }
    completed
}

/// The number after the last one used this year under the same 代字.
fn next_number<'a>(draft: &Draft, office: &Office, used: impl Iterator<Item = &'a str>, today: Date) -> Option<String> {
    let read = |text: &str| {
        let number = DocumentNumber::read(text)?;
        let part = |range: std::ops::Range<usize>| text[range].to_owned();
        Some((part(number.prefix), part(number.year), part(number.serial).parse::<u32>().ok()?))
    };
    let used: Vec<_> = used.filter_map(read).collect();
    let own = read(&draft.letter.number).map(|(prefix, ..)| prefix);
    let usual = (!office.number_prefix.is_empty()).then(|| office.number_prefix.clone());
    let prefix = own.or(usual).or_else(|| used.first().map(|(prefix, ..)| prefix.clone()))?;
    let year = today.year().to_string();
    // What stands there already is as good as any first number.
    if used.is_empty() && !draft.letter.number.is_empty() {
        return None;
    }
    let last =
        used.iter().filter(|(of, in_year, _)| *of == prefix && *in_year == year).map(|(.., serial)| *serial).max();
    Some(format!("{prefix}〔{year}〕{}号", last.unwrap_or(0).saturating_add(1)))
}

fn composed_title(draft: &Draft) -> Option<String> {
    wanting(draft).is_empty().then(|| issued::composed_title(draft))
}

/// What must be filled in before a title can be composed of it.
pub fn wanting(draft: &Draft) -> Vec<Element> {
    let parts = [Element::Issuer, Element::Session, Element::MatterNumber];
    parts.into_iter().filter(|part| part.read(draft).is_empty()).collect()
}

/// How far a key counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stride {
    /// A day, or one.
    One,
    /// A week.
    Week,
    /// A month.
    Month,
}

/// `typed` further by `stride`, or back: the next day, the next number. `None` where the element counts nothing, or not in
/// such strides.
pub fn adjusted(element: Element, typed: &str, stride: Stride, forward: bool, today: Date) -> Option<String> {
    match element {
        Element::Date | Element::Assigned => {
            let Some(day) = LetterDate::typed(typed).day() else {
                return Some(today.to_string());
            };
            let sign = if forward { 1 } else { -1 };
            let span = match stride {
                Stride::One => sign.days(),
                Stride::Week => sign.weeks(),
                Stride::Month => sign.months(),
            };
            Some(day.checked_add(span).unwrap_or(day).to_string())
        }
        Element::Number if stride == Stride::One => {
            let number = DocumentNumber::read(typed)?;
            let serial: u32 = typed[number.serial.clone()].parse().ok()?;
            let serial = if forward { serial.saturating_add(1) } else { serial.saturating_sub(1).max(1) };
            Some(format!("{}{serial}{}", &typed[..number.serial.start], &typed[number.serial.end..]))
        }
        Element::AddresseeTotal if stride == Stride::One => {
            let total: u32 = if typed.is_empty() { 0 } else { typed.parse().ok()? };
            Some(if forward { total.saturating_add(1) } else { total.saturating_sub(1).max(1) }.to_string())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn proposals(element: Element, draft: &Draft, typed: &str) -> Vec<String> {
        let office = Office {
            issuer: "临江市水务局".into(),
            suggestion_cc: "市人大常委会选联工委、市政府办公室".into(),
            proposal_cc: "市政协提案委、市政府办公室".into(),
            ..Office::default()
        };
        let known = [
            (Element::Number, "临水函〔2026〕27号"),
            (Element::Number, "临水函〔2026〕9号"),
            (Element::Number, "临水函〔2025〕80号"),
            (Element::CoHandlers, "市公安局、东洲街道办事处"),
            (Element::Session, "市十七届人大一次会议"),
            (Element::Session, "市十七届政协二次会议"),
            (Element::Session, "市十七届政协二次会议"),
        ];
        of(element, draft, typed, &office, &known, date(2026, 6, 1))
    }

    #[test]
    fn the_next_number_follows_the_last_of_this_year() {
        assert_eq!(proposals(Element::Number, &Draft::default(), ""), ["临水函〔2026〕28号"]);
        assert_eq!(
            adjusted(Element::Number, "临水函〔2026〕28号", Stride::One, true, date(2026, 6, 1)).as_deref(),
            Some("临水函〔2026〕29号")
        );
    }

    #[test]
    fn lists_are_completed_entry_by_entry() {
        let mut draft = Draft::default();
        assert_eq!(proposals(Element::Cc, &draft, ""), ["市人大常委会选联工委、市政府办公室"]);
        assert_eq!(proposals(Element::Cc, &draft, "某局、市政府"), ["某局、市政府办公室"]);
        assert_eq!(proposals(Element::CoHandlers, &draft, "东洲"), ["东洲街道办事处"]);
        draft.kind = Kind::Proposal;
        assert_eq!(proposals(Element::Cc, &draft, ""), ["市政协提案委、市政府办公室"]);
    }

    #[test]
    fn what_was_used_more_comes_first_and_what_is_typed_must_fit() {
        let draft = Draft::default();
        assert_eq!(proposals(Element::Session, &draft, ""), ["市十七届政协二次会议", "市十七届人大一次会议"]);
        assert_eq!(proposals(Element::Session, &draft, "人大"), ["市十七届人大一次会议"]);
        assert!(proposals(Element::Title, &draft, "").is_empty());
    }

    #[test]
    fn a_day_without_its_year_is_of_this_one() {
        let draft = Draft::default();
        for typed in ["6.15", "6月15日", "6-15"] {
            assert_eq!(proposals(Element::Date, &draft, typed)[0], "2026-06-15", "{typed}");
        }
        assert_eq!(proposals(Element::Date, &draft, ""), ["2026-06-01"]);
        assert_eq!(proposals(Element::Assigned, &draft, "3.20"), ["2026-03-20"]);
        assert!(proposals(Element::Assigned, &draft, "13.40").is_empty());
    }

    #[test]
    fn days_go_over_the_end_of_the_month() {
        let next = |text, forward| adjusted(Element::Date, text, Stride::One, forward, date(2026, 6, 1));
        assert_eq!(next("2026年6月30日", true).as_deref(), Some("2026-07-01"));
        assert_eq!(next("", true).as_deref(), Some("2026-06-01"));
        assert_eq!(
            adjusted(Element::AddresseeTotal, "12", Stride::One, false, date(2026, 6, 1)).as_deref(),
            Some("11")
        );
    }
}
