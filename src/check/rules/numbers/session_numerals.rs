//! D03: the numerals of a session, a congress or a five-year plan in Arabic digits.

use crate::check::authoring::*;
use crate::letter::session::Session;
use crate::text::{characters, numeral};
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "D03",
    name: "session-numerals",
    title: "届次用汉字",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "届、次用汉字数字，写“市十七届人大一次会议”，不写“17届”“1次会议”；“二十大”“三中全会”“十四五”这些已经固定的词语也用汉字。",
    source: "GB/T 15835—2011 4.2、4.3",
    examples: &[
        wrong(&[("title", "临江市交通运输局关于‹市17届人大1次会议›第2026042号代表建议答复的函")])
            .mended("临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函"),
        wrong(&[("paragraph", "认真落实党的‹20大›精神。")]).mended("认真落实党的二十大精神。"),
        wrong(&[("paragraph", "认真学习‹3中全会›精神。")]).mended("认真学习三中全会精神。"),
        wrong(&[("paragraph", "经市‹17届人大›常委会审议。")]).mended("经市十七届人大常委会审议。"),
        wrong(&[("paragraph", "纳入“‹15五›”规划。")]).mended("纳入“十五五”规划。"),
        wrong(&[("paragraph", "落实市第‹13次党代会›部署。")]).mended("落实市第十三次党代会部署。"),
        right(&[("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函")]),
        right(&[("paragraph", "第20届展会入选10大案例，第3中学、15五金店迁入，召开13次代表座谈会。")]),
    ],
    check: Check::Parts(Parts {
        elements: Some(check_elements),
        paragraph: Some(("0123456789", |_, passage, found| check(Field::Body, passage.text, found))),
        letter: None,
    }),
};

fn check_elements(context: &Context<'_>, found: &mut Found<'_>) {
    let draft = context.draft;
    check(Field::Title, &draft.letter.title, found);
    check(Field::MatterSession, &draft.matter.session, found);
}

fn check(field: Field, text: &str, found: &mut Found<'_>) {
    let sessions = if text.contains('届') { Session::find_all(text) } else { Vec::new() };
    for session in sessions.into_iter().filter(|session| !session.chinese_numerals) {
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
    fixed_words(field, text, found);
}

/// 20大, 3中全会, 15五, 13次党代会: digits in words that are fixed.
fn fixed_words(field: Field, text: &str, found: &mut Found<'_>) {
    for Range { start, end: at } in characters::digits(text) {
        let digits = at - start;
        let words = [
            "大",
            "届中央",
            "届人大",
            "届全国",
            "届政协",
            "届市委",
            "届省委",
            "届县委",
            "中全会",
            "五",
            "次党代会",
            "次党员代表大会",
        ];
        if let (1..=2, Some(word)) = (digits, words.into_iter().find(|word| text[at..].starts_with(word))) {
            let (before, after) = (&text[..start], &text[at + word.len()..]);
            let is_fixed = match word {
                "大" => before.ends_with("党的") && !after.starts_with(['类', '项', '举', '工']),
                "五" => {
                    text[start..].starts_with('1')
                        && digits == 2
                        && (after.starts_with("规划")
                            || after.starts_with("时期")
                            || after.starts_with("期间")
                            || before.ends_with('“') && after.starts_with('”'))
                }
                // 二十届3中全会 is W06's to tell.
                "中全会" => !before.ends_with('届'),
                // 17届人大1次会议 is told above.
                _ if word.starts_with('届') => {
                    !after.chars().take(16).collect::<String>().contains("次会议") && !before.ends_with("政协")
                }
                _ => true,
            };
            if let (true, Ok(value)) = (is_fixed, text[start..at].parse()) {
                let range = start..at + word.len();
                let right = format!("{}{word}", numeral::format(value));
                found.at(field, range.clone(), format!("写作“{right}”")).mend(Applicability::Safe, range, right);
            }
        }
    }
}
