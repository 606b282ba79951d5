//! E01: an element the profile requires is not there.

use crate::check::authoring::*;
use crate::check::checklist::Element;

pub static RULE: Rule = Rule {
    code: "E01",
    name: "element-missing",
    title: "要素缺失",
    group: Group::Elements,
    severity: Severity::Error,
    explanation: "答复函应当具备发文机关、发文字号、标题、主送、正文、署名、成文日期等要素，并写明联系人、公开方式和抄送。缺少本地规则要求的要素，不能印发。",
    source: "《党政机关公文处理工作条例》第九条",
    examples: &[
        wrong(&[("number", "")]),
        wrong(&[("disclosure", "")]),
        wrong(&[("body", "收悉。\n我们将继续努力。‹›")]),
        wrong(&[("body", "")]),
        right(&[("category", ""), ("signer", "")]),
        right(&[(
            "body",
            "您提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n接驳线路已经开通。\n专此答复，感谢您的支持。",
        )]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for element in Element::ALL {
        let Some(required) = context.profile.requires(element.name()) else { continue };
        if !element.is_there(context) {
            let at = match element {
                Element::Closing | Element::Answer => context.body().len(),
                _ => 0,
            };
            let message = match element {
                Element::Opening => "开头没有写明收到的建议（提案）题目和编号".to_owned(),
                Element::Answer => "开头与结语之间没有答复内容".to_owned(),
                Element::Closing => "没有结语".to_owned(),
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
