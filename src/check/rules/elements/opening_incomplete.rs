//! E15: the opening does not name the title or the number.

use crate::check::authoring::*;
use crate::letter::reference;

pub static RULE: Rule = Rule {
    code: "E15",
    name: "opening-incomplete",
    title: "开头写明题目、编号",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "开头写明收到的是哪一件，一句话说完：建议（提案）的题目加书名号，后面括注编号，如“您提出的《关于……的建议》（第2026042号）收悉”。",
    source: "办理惯例",
    examples: &[
        wrong(&[
            ("title", "临江市交通运输局关于完善东洲片区公交接驳建议的答复"),
            (
                "body",
                "‹你们提出的《关于完善东洲片区公交接驳的建议》收悉，现答复如下：›\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
            ),
        ]),
        wrong(&[(
            "body",
            "‹你们提出的第2026042号建议收悉，现答复如下：›\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        wrong(&[(
            "body",
            "你们提出的‹关于完善东洲片区公交接驳的建议›（第2026042号）收悉，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )])
        .mended("你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。"),
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）‹›。我局高度重视，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        right(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》收悉，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        right(&[(
            "body",
            "现就你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        right(&[(
            "body",
            "你们提出的“关于完善东洲片区公交接驳的建议”（编号：B2026042）收悉，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
        right(&[(
            "body",
            "你们关于完善接驳的建议（东洲42号）《关于完善东洲片区公交接驳的建议》收悉，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们的支持。",
        )]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(opening) = &context.opening else { return };
    let text = &context.body()[opening.range.clone()];
    let title = &context.draft.matter.title;
    let is_titled = !opening.titles.is_empty() || text.contains("“关于");
    if !is_titled {
        match text.find(title.as_str()).filter(|_| !title.is_empty()) {
            Some(at) => {
                let start = opening.range.start + at;
                let range = start..start + title.len();
                let edits = vec![Edit::insert(range.start, "《"), Edit::insert(range.end, "》")];
                let finding = found.at(Field::Body, range, "建议（提案）的题目宜加书名号");
                finding.weigh(Severity::Advice).mend_as("加书名号", Applicability::Review, edits);
            }
            None => {
                let finding = found.at(Field::Body, opening.range.clone(), "开头没有写明建议（提案）的题目");
                // The number alone tells which one it is.
                if !opening.numbers.is_empty() || !reference::find_all(&context.draft.letter.title).is_empty() {
                    finding.weigh(Severity::Advice);
                }
            }
        }
    }
    if let Some(at) = unreceived(text) {
        let at = opening.range.start + at;
        found.at(Field::Body, at..at, "话没有说完，如“收悉”");
    }
    // Numbers take many shapes: 第62号, 温36号, S08050023号, 编号：B(2017)103号.
    let is_numbered = !opening.numbers.is_empty()
        || text.contains("编号")
        || text.match_indices('号').any(|(at, _)| text[..at].ends_with(|before: char| before.is_ascii_digit()));
    if !is_numbered {
        // Where the title has it, many offices leave it out here.
        if reference::find_all(&context.draft.letter.title).is_empty() {
            found.at(Field::Body, opening.range.clone(), "开头没有写明建议（提案）的编号");
        }
    }
}

/// Where a sentence that only names the suggestion breaks off: 你们提出的《……》（第42号）。
fn unreceived(opening: &str) -> Option<usize> {
    let title = opening.find('《')?;
    let start = opening[..title].rfind('。').map_or(0, |at| at + '。'.len_utf8());
    let lead = &opening[start..title];
    let is_subject =
        lead.ends_with("提出的") && !["就", "对", "关于", "根据", "按", "将"].iter().any(|it| lead.contains(it));
    let close = title + opening[title..].find('》')? + '》'.len_utf8();
    let rest = &opening[close..];
    let note = if rest.starts_with('（') { rest.find('）').map_or(0, |end| end + '）'.len_utf8()) } else { 0 };
    let rest = &rest[note..];
    (is_subject && (rest.is_empty() || rest.starts_with('。'))).then_some(close + note)
}
