//! E01: an element the profile requires is not there.

use crate::check::authoring::*;
use crate::check::checklist::Element;

pub static RULE: Rule = Rule {
    code: "E01",
    name: "element-missing",
    title: "要素缺失",
    group: Group::Elements,
    severity: Severity::Error,
    explanation: "发文机关、发文字号、标题、主送、正文、署名、成文日期是公文的要素，公开方式是行政机关拟稿时要定的，缺了不能印发。开头、结语、联系人、抄送没有全国统一的规定，缺了只作提醒或者参考；当地有规定的按规则文件。会办意见不要求公开方式和抄送。",
    source: "《党政机关公文处理工作条例》第九条；国办发〔2016〕80号；所采用的规则文件",
    examples: &[
        wrong(&[("number", "")]),
        wrong(&[("disclosure", "")]),
        wrong(&[("body", "收悉。\n我们将继续努力。‹›")]),
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n一、线路\n接驳线路已经开通。\n‹专此答复，感谢你们的支持。›\n二、班次\n班次已经加密，早晚高峰每8分钟一班。\n末班车推迟到22时。\n站台设了雨棚。",
        )]),
        wrong(&[("body", "")]),
        wrong(&[("contacts[0].name", ""), ("contacts[0].phone", "")]),
        wrong(&[("cc[2]", ""), ("cc[1]", ""), ("cc[0]", "")]),
        right(&[("category", ""), ("signer", "")]),
        right(&[("role", "会办"), ("disclosure", ""), ("cc[2]", ""), ("cc[1]", ""), ("cc[0]", "")]),
        right(&[
            ("issuer", "临江市人民法院"),
            ("signature", "临江市人民法院"),
            ("title", "对市十七届人大一次会议第2026042号代表建议的答复"),
            ("disclosure", ""),
        ]),
        right(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：接驳1号线已经开通，配车6辆，早晚高峰每8分钟一班。\n专此答复，感谢你们的支持。",
        )]),
        right(&[(
            "body",
            "您提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n接驳线路已经开通。\n专此答复，感谢您的支持。",
        )]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for element in Element::ALL {
        let Some(required) = context.profile.requires(element, context.draft) else { continue };
        if !element.is_there(context) {
            let at = match element {
                Element::Closing | Element::Answer => context.body().len(),
                _ => 0,
            };
            let message = match element {
                Element::Opening => "开头没有写明收到的建议（提案）题目和编号".to_owned(),
                Element::Answer => "开头与结语之间没有答复内容".to_owned(),
                // 专此答复 with more text after it.
                Element::Closing => match closing_within(context) {
                    Some(early) => {
                        found
                            .at(Field::Body, early, "结语后面还有正文，结语应当放在最后")
                            .cite(required.source.clone())
                            .weigh(required.severity)
                            .about(element);
                        continue;
                    }
                    None => "没有结语".to_owned(),
                },
                _ => format!("没有填写{}", element.title()),
            };
            found
                .at(element.field(), at..at, message)
                .cite(required.source.clone())
                .weigh(required.severity)
                .about(element);
        }
    }
}

/// The paragraph that only closes the letter, where more than its thanks follow.
fn closing_within(context: &Context<'_>) -> Option<std::ops::Range<usize>> {
    let closes = |text: &str| {
        ["专此答复", "特此答复", "特此函复", "专此函复", "特此回复", "此复"]
            .iter()
            .any(|formula| text.starts_with(formula))
            && text.chars().count() <= 40
    };
    let paragraph = context.paragraphs().iter().find(|paragraph| closes(paragraph.text))?;
    Some(paragraph.offset..paragraph.offset + paragraph.text.len())
}
