//! E20: the title does not name the organ.

use crate::check::authoring::*;
use crate::letter::session::Session;

pub static RULE: Rule = Rule {
    code: "E20",
    name: "title-organ",
    title: "标题中的发文机关",
    group: Group::Elements,
    severity: Severity::Advice,
    explanation: "标题由发文机关名称、事由和文种组成。不少地方的答复函省去机关名称，以“关于”“对”开头，可以从当地习惯。",
    source: "《党政机关公文处理工作条例》第九条（七）",
    examples: &[
        wrong(&[("title", "‹›关于市十七届人大一次会议第2026042号代表建议答复的函")])
            .mended("临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函"),
        wrong(&[("title", "‹›市十七届人大一次会议第2026042号代表建议答复的函")]),
        right(&[("title", "临江市交通运输局对市十七届人大一次会议第2026042号代表建议的答复")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let starts_bare = ["关于", "对", "答复"].iter().any(|word| letter.title.starts_with(word))
        || Session::find(&letter.title).is_some_and(|session| session.range.start == 0);
    if starts_bare && !letter.issuer.is_empty() {
        found.at(Field::Title, 0..0, "标题一般以发文机关名称开头").mend_as(
            "加上发文机关名称",
            Applicability::Review,
            vec![Edit::insert(0, letter.issuer.as_str())],
        );
    }
}
