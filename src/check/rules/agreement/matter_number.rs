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
        wrong(&[("matter.number", "‹2026024›")]).mended("2026042"),
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
    // Full-width digits are D02's to tell.
    let plain = |text: &str| -> String { text.chars().map(|it| characters::half_width(it).unwrap_or(it)).collect() };
    let body = context.body();
    let listed = |text: &str, numbers: &[reference::MatterNumber]| -> Vec<String> {
        numbers.iter().map(|number| plain(&text[number.number.clone()])).collect()
    };
    let (titled, opened) = (listed(title, &in_title), listed(body, in_opening));
    // Title and opening say the same: then the matter is the one that is off.
    if let ([first], [second]) = (&titled[..], &opened[..])
        && first == second
        && !reference::each(expected).any(|own| plain(own) == *first)
    {
        let range = 0..context.draft.matter.number.len();
        let message = format!("标题和开头都写作第{first}号");
        found.at(Field::MatterNumber, range.clone(), message).mend(Applicability::Review, range, first.as_str());
        return;
    }
    // Several are answered together: each number of the title stands in the opening too.
    if titled.len() >= 2 && titled.len() == opened.len() {
        for (number, written) in in_opening.iter().zip(&opened).filter(|(_, written)| !titled.contains(written)) {
            let message = format!("标题里没有第{written}号，标题写的是第{}号", titled.join("号、第"));
            found.at(Field::Body, number.number.clone(), message);
        }
        for (number, written) in in_title.iter().zip(&titled).filter(|(_, written)| !opened.contains(written)) {
            found.at(Field::Title, number.number.clone(), format!("开头里没有第{written}号"));
        }
    }
    let mut compare = |field, text: &str, numbers: &[reference::MatterNumber]| {
        // A letter may answer several suggestions at once: one of the numbers has to be the matter's own.
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
