//! C01: title, opening and matter speak of different numbers.

use crate::check::authoring::*;
use crate::letter::reference;

pub static RULE: Rule = Rule {
    code: "C01",
    name: "matter-number-agreement",
    title: "编号一致",
    group: Group::Agreement,
    severity: Severity::Error,
    explanation: "建议（提案）的编号在标题、开头和所答事项中应当一致。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字、引文准确",
    examples: &[
        wrong(&[
            ("matter.number", "2026042"),
            ("title", "临江市交通运输局关于市十七届人大一次会议第‹2026024›号代表建议答复的函"),
        ])
        .mended("临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函"),
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第‹2026402›号）收悉，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        right(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        right(&[("title", "临江市交通运输局关于东洲片区公交接驳建议答复的函")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let title = &context.draft.letter.title;
    let in_title = reference::find_all(title);
    let in_opening = context.opening.as_ref().map_or(&[][..], |opening| &opening.numbers);
    let expected = match context.draft.matter.number.as_str() {
        "" => in_title.first().map_or("", |number| &title[number.number.clone()]),
        number => number,
    };
    if expected.is_empty() {
        return;
    }
    let mut compare = |field, text: &str, numbers: &[reference::MatterNumber]| {
        // A letter may answer several suggestions at once: one of the numbers has to be the matter's own.
        // Full-width digits are D02's to tell.
        let plain =
            |text: &str| -> String { text.chars().map(|it| characters::half_width(it).unwrap_or(it)).collect() };
        let is_own = |number: &str| reference::each(expected).any(|expected| plain(number) == plain(expected));
        if numbers.iter().any(|number| is_own(&text[number.number.clone()])) {
            return;
        }
        if let Some(number) = numbers.first() {
            let message = format!("编号与所答事项的“{expected}”不一致");
            let place = number.number.clone();
            let own = reference::each(expected).next().unwrap_or(expected);
            found.at(field, place.clone(), message).mend(Applicability::Review, place, own);
        }
    };
    compare(Field::Title, title, &in_title);
    compare(Field::Body, context.body(), in_opening);
}
