//! C10: the title names another organ than the issuer.

use crate::check::authoring::*;
use crate::letter::organ;

pub static RULE: Rule = Rule {
    code: "C10",
    name: "title-issuer",
    title: "标题与发文机关一致",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "标题里的发文机关名称应当与发文机关一致，用全称或者规范化简称。",
    source: "《党政机关公文处理工作条例》第九条（四）、（七）",
    examples: &[
        wrong(&[("title", "‹临江市教育局›关于市十七届人大一次会议第2026042号代表建议答复的函")])
            .mended("临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函"),
        wrong(&[("title", "‹临江市交通局›关于市十七届人大一次会议第2026042号代表建议答复的函")]),
        right(&[("title", "对市十七届人大一次会议第2026042号代表建议的答复")]),
        right(&[("title", "临江市交通运输局办公室关于市十七届人大一次会议第2026042号代表建议答复的函")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let title = &letter.title;
    let Some(end) = ["关于", "对"].iter().filter_map(|word| title.find(word)).min() else { return };
    let organ = title[..end].trim_end();
    if organ.is_empty() || letter.issuer.is_empty() || organ.contains(letter.issuer.as_str()) || organ.contains('《') {
        return;
    }
    if !characters::same_ink(organ, &letter.issuer) {
        let message = format!("发文机关是“{}”", letter.issuer);
        let range = 0..organ.len();
        let finding = found.at(Field::Title, range.clone(), message);
        finding.mend(Applicability::Review, range, letter.issuer.as_str());
        // 省发展改革委 for 海晏省发展和改革委员会: a short name that the 条例 allows, if it is the standard one.
        if organ::is_same(organ, &letter.issuer) {
            finding.weigh(Severity::Advice);
        }
    }
}
