//! D03: the numerals of a session in Arabic digits.

use crate::check::authoring::*;
use crate::letter::session::Session;
use crate::text::numeral;

pub static RULE: Rule = Rule {
    code: "D03",
    name: "session-numerals",
    title: "届次用汉字",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "届、次用汉字数字，写“市十七届人大一次会议”，不写“17届”“1次会议”。",
    source: "GB/T 15835—2011 4.3",
    examples: &[
        wrong(&[("title", "临江市交通运输局关于‹市17届人大1次会议›第2026042号代表建议答复的函")])
            .mended("临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函"),
        right(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函")]),
    ],
    check: Check::Parts(Parts {
        elements: Some(check_elements),
        paragraph: Some(("届", |_, passage, found| check(Field::Body, passage.text, found))),
        letter: None,
    }),
};

fn check_elements(context: &Context<'_>, found: &mut Found<'_>) {
    let draft = context.draft;
    check(Field::Title, &draft.letter.title, found);
    check(Field::MatterSession, &draft.matter.session, found);
}

fn check(field: Field, text: &str, found: &mut Found<'_>) {
    {
        for session in Session::find_all(text).into_iter().filter(|session| !session.chinese_numerals) {
            let written = &text[session.range.clone()];
            let mut right = String::with_capacity(written.len());
            let mut digits = String::new();
            for character in written.chars().chain(['\0']) {
                if character.is_ascii_digit() {
                    digits.push(character);
                    continue;
                }
                if let Ok(value) = digits.parse() {
                    right.push_str(&numeral::format(value));
                }
                digits.clear();
                right.extend((character != '\0').then_some(character));
            }
            let message = format!("届次用汉字数字，写作“{right}”");
            found.at(field, session.range.clone(), message).mend(Applicability::Safe, session.range.clone(), right);
        }
    }
}
