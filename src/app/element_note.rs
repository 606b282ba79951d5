//! What the form says of the element being filled in: the line as it will be issued, the days that are left, what a letter
//! of 办理结果 means.

use jiff::civil::Date;

use super::element::Element;
use super::offers::due;
use crate::check::Profile;
use crate::letter::calendar::weekday_word;
use crate::letter::date::format;
use crate::letter::outline::Outline;
use crate::letter::{Draft, answered, issued};

/// What there is to say of `element`, as `draft` holds it; empty where nothing is.
pub fn of(element: Element, draft: &Draft, profile: &Profile, today: Date) -> String {
    let letter = &draft.letter;
    let issued = |line: String| if line.is_empty() { line } else { format!("印发时：{line}") };
    match element {
        Element::Addressees | Element::AddresseeTitle | Element::AddresseeTotal => issued(issued::addressees(letter)),
        Element::Contacts => issued(issued::contacts(letter)),
        Element::Cc => issued(issued::cc(letter)),
        Element::Attachments => issued(issued::attachments(letter).join("　")),
        Element::Disclosure | Element::DisclosureReason => issued(issued::disclosure(letter)),
        Element::Category => {
            let meaning = profile.category.letters.iter().find(|it| it.letter == letter.category);
            meaning.map_or_else(String::new, |it| format!("{}类：{}", it.letter, it.meaning))
        }
        Element::Date => letter.date.day().map_or_else(String::new, |day| {
            format!("{}　{}{}", format(day), weekday_word(day.weekday()), term(draft, profile, day, "成文"))
        }),
        Element::Assigned => draft.matter.assigned.day().map_or_else(String::new, |day| {
            format!("{}　{}{}", format(day), weekday_word(day.weekday()), term(draft, profile, today, "今天"))
        }),
        Element::Profile => {
            let deadline = &profile.deadline;
            format!("{}：{}个月内答复，最长{}个月", profile.title, deadline.months, deadline.extended_months)
        }
        Element::AnsweredIn(index) => {
            let path = draft.matter.requests.get(index).map_or("", |request| &request.answered_in);
            let outline = Outline::of(&letter.body);
            let named = answered::places(&outline, path).into_iter().map(|place| match place.section {
                Some(at) => format!("{}　{}", outline.path(at), &letter.body[outline.sections[at].heading.clone()]),
                None => format!("正文里没有“{}”这一部分", &path[place.words]),
            });
            named.collect::<Vec<_>>().join("；")
        }
        _ => String::new(),
    }
}

/// `，期限 2026年6月20日，成文时还有 8 天`: how `day` stands to the last day for the answer.
fn term(draft: &Draft, profile: &Profile, day: Date, of: &str) -> String {
    let Some(due) = due(draft, profile) else {
        return String::new();
    };
    let left = due.since(day).map_or(0, |span| span.get_days());
    let words = match left {
        0 => "当天到期".to_owned(),
        1.. => format!("还有 {left} 天"),
        _ => format!("已过 {} 天", -left),
    };
    format!("　答复期限 {}，{of}时{words}", format(due)).replace("今天时", "今天")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::date::LetterDate;
    use jiff::civil::date;

    #[test]
    fn a_date_tells_its_weekday_and_what_is_left() {
        let mut draft = Draft::default();
        let profile = Profile::default();
        let of = |draft: &Draft, element| of(element, draft, &profile, date(2026, 6, 1));
        draft.letter.date = LetterDate::typed("2026-06-12");
        assert_eq!(of(&draft, Element::Date), "2026年6月12日　星期五");
        draft.matter.assigned = LetterDate::typed("2026-03-20");
        assert_eq!(of(&draft, Element::Date), "2026年6月12日　星期五　答复期限 2026年6月20日，成文时还有 8 天");
        assert_eq!(of(&draft, Element::Assigned), "2026年3月20日　星期五　答复期限 2026年6月20日，今天还有 19 天");
        draft.letter.date = LetterDate::typed("2026-06-22");
        assert!(of(&draft, Element::Date).ends_with("成文时已过 2 天"));
    }

    #[test]
    fn lists_are_shown_as_they_will_be_issued() {
        let mut draft = Draft::default();
        assert_eq!(of(Element::Addressees, &draft, &Profile::default(), date(2026, 6, 1)), "");
        draft.letter.addressees = vec!["王某".into()];
        draft.letter.addressee_title = "代表".into();
        draft.letter.addressee_total = Some(12);
        let note = of(Element::Addressees, &draft, &Profile::default(), date(2026, 6, 1));
        assert_eq!(note, "印发时：王某等12名代表：");
    }
}
