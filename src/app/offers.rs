//! What the chosen element may be filled with, each with a word of what it is: the menu of the form.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::element::Element;
use super::proposals::{self, Office};
use crate::check::Profile;
use crate::letter::calendar::weekday_word;
use crate::letter::outline::Outline;
use crate::letter::{Draft, Kind, Role};

/// One thing to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The text; empty for leaving the element out.
    pub text: String,
    /// What it is: a meaning, a source, where it was used.
    pub note: String,
}

/// What offers are made of.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// The rules it is checked by.
    pub profile: &'a Profile,
    /// Every profile there is.
    pub profiles: &'a [Profile],
    /// What the office says for all its letters.
    pub office: &'a Office,
    /// What other letters hold.
    pub values: &'a [(Element, &'a str)],
    /// Today.
    pub today: Date,
}

fn offer(text: impl Into<String>, note: impl Into<String>) -> Offer {
    Offer { text: text.into(), note: note.into() }
}

/// What `element` may be filled with, the likeliest first. Of a list, each single entry.
pub fn of(element: Element, known: &Known<'_>) -> Vec<Offer> {
    let Known { draft, profile, profiles, today, .. } = *known;
    match element {
        Element::Kind => Kind::ALL.map(|kind| offer(kind.word(), format!("答复{}", makers(kind)))).into(),
        Element::Role => Role::ALL.map(|role| offer(role.word(), part(role))).into(),
        Element::Profile => profiles.iter().map(|it| offer(&it.name, &it.title)).collect(),
        Element::AddresseeTitle => {
            vec![offer("代表", "答复人大代表"), offer("委员", "答复政协委员"), offer("", "主送单位，不加称谓")]
        }
        Element::Disclosure => {
            let modes = profile.disclosure.iter().map(|mode| offer(&mode.mode, &mode.source));
            modes.chain([offer("", "不标明")]).collect()
        }
        Element::Category => {
            let letters = profile.category.letters.iter().map(|it| offer(&it.letter, &it.meaning));
            let none = (!profile.category.required).then(|| offer("", "不标注"));
            letters.chain(none).collect()
        }
        Element::AnsweredIn(_) => sections(&draft.letter.body),
        Element::Date => dates(known),
        Element::Assigned => (0..5).filter_map(|back| day(today - back.days(), "")).collect(),
        Element::Cc => copies(known),
        element if element.separators().is_some() => listed(element, known, "以前的函"),
        element => {
            let texts = proposals::of(element, draft, "", known.office, known.values, today);
            let used = |text: &String| known.values.iter().any(|(of, value)| *of == element && value == text);
            texts
                .into_iter()
                .map(|text| {
                    let note = if used(&text) { "以前的函" } else { "" };
                    offer(text, note)
                })
                .collect()
        }
    }
}

/// 人大代表建议, 政协提案.
fn makers(kind: Kind) -> &'static str {
    match kind {
        Kind::Suggestion => "人大代表建议",
        Kind::Proposal => "政协提案",
    }
}

fn part(role: Role) -> &'static str {
    match role {
        Role::Lead => "牵头，综合会办单位意见统一答复",
        Role::Sole => "单独办理答复",
        Role::Separate => "与其他单位各就各的部分分别答复",
        Role::Joint => "向主办单位提出会办意见",
    }
}

/// Every section of the body with its heading.
fn sections(body: &str) -> Vec<Offer> {
    let outline = Outline::of(body);
    let heading = |at: usize| body[outline.sections[at].heading.clone()].to_owned();
    (0..outline.sections.len()).map(|at| offer(outline.path(at), heading(at))).collect()
}

fn day(day: Date, note: &str) -> Option<Offer> {
    let words = [weekday_word(day.weekday()), note].join(" ");
    Some(offer(day.to_string(), words.trim_end()))
}

fn dates(known: &Known<'_>) -> Vec<Offer> {
    let today = day(known.today, "今天");
    let days = (1..4).filter_map(|on| day(known.today + on.days(), ""));
    let due = due(known.draft, known.profile).and_then(|due| day(due, "答复期限"));
    today.into_iter().chain(due).chain(days).collect()
}

/// The last day for the answer by the ordinary term.
pub(super) fn due(draft: &Draft, profile: &Profile) -> Option<Date> {
    let assigned = draft.matter.assigned.day()?;
    assigned.checked_add(i32::from(profile.deadline.months).months()).ok()
}

/// The entries that the office and other letters name.
fn listed(element: Element, known: &Known<'_>, used: &str) -> Vec<Offer> {
    let separators = element.separators().unwrap_or(&[]);
    let own = if element == Element::Contacts { known.office.contacts.clone() } else { Vec::new() };
    let mut offers: Vec<Offer> = own.into_iter().map(|text| offer(text, "本单位")).collect();
    let lists = proposals::of(element, known.draft, "", known.office, known.values, known.today);
    for entry in lists.iter().flat_map(|list| super::entries::of(list, separators)) {
        if !offers.iter().any(|known| known.text == entry) {
            offers.push(offer(entry, used));
        }
    }
    offers
}

/// Who gets copies: the office's usual ones, the co-handlers, those of other letters.
fn copies(known: &Known<'_>) -> Vec<Offer> {
    let Known { draft, profile, office, .. } = *known;
    let usual = if draft.kind == Kind::Proposal { &office.proposal_cc } else { &office.suggestion_cc };
    let separators = Element::Cc.separators().unwrap_or(&[]);
    let mut offers: Vec<Offer> =
        super::entries::of(usual, separators).into_iter().map(|it| offer(it, "本单位常用")).collect();
    offers.extend(draft.matter.co_handlers.iter().map(|it| offer(it, "会办单位")));
    let others = listed(Element::Cc, known, "以前的函");
    offers.extend(others.into_iter().filter(|it| !usual.contains(it.text.as_str())));
    for recipient in profile.recipients(draft.kind) {
        let meant = |text: &str| recipient.words.iter().any(|word| text.contains(word));
        match offers.iter_mut().find(|it| meant(&it.text)) {
            Some(met) => met.note = format!("{}（{}）", met.note, "规则要求"),
            None if !draft.letter.cc.iter().any(|it| meant(it)) => {
                offers.push(offer(&recipient.title, "规则要求，请写明全称"));
            }
            None => {}
        }
    }
    offers
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn texts(element: Element, draft: &Draft, values: &[(Element, &str)]) -> Vec<String> {
        let (profile, office) =
            (Profile::default(), Office { suggestion_cc: "市府办、市人大".into(), ..Office::default() });
        let profiles = [profile.clone()];
        let today = date(2026, 6, 1);
        let known = Known { draft, profile: &profile, profiles: &profiles, office: &office, values, today };
        of(element, &known).into_iter().map(|it| it.text).collect()
    }

    #[test]
    fn choices_come_from_the_profile_and_the_letter() {
        let mut draft = Draft::default();
        draft.letter.body = "收悉。\n一、清淤\n（一）河道。已完成。\n二、排涝".into();
        assert_eq!(texts(Element::AnsweredIn(0), &draft, &[]), ["一", "一（一）", "二"]);
        assert_eq!(texts(Element::Category, &draft, &[]), ["A", "B", "C", "D", ""]);
        assert_eq!(texts(Element::Disclosure, &draft, &[]), ["主动公开", "依申请公开", "不予公开", ""]);
        assert_eq!(texts(Element::Profile, &draft, &[]), ["default"]);
    }

    #[test]
    fn copies_are_the_usual_ones_then_the_co_handlers_then_others() {
        let mut draft = Draft::default();
        draft.matter.co_handlers = vec!["市公安局".into()];
        let values = [(Element::Cc, "市府办、市档案馆")];
        assert_eq!(texts(Element::Cc, &draft, &values), ["市府办", "市人大", "市公安局", "市档案馆"]);
        draft.kind = Kind::Proposal;
        assert_eq!(texts(Element::Cc, &draft, &[]), ["市公安局", "政协提案工作机构", "政府办公厅（室）"]);
    }

    #[test]
    fn dates_tell_the_day_of_the_week_and_the_term() {
        let mut draft = Draft::default();
        draft.matter.assigned = crate::letter::date::LetterDate::typed("2026-03-20");
        assert_eq!(texts(Element::Date, &draft, &[])[..3], ["2026-06-01", "2026-06-20", "2026-06-02"]);
    }
}
