//! P11: 、 between adjacent titles or quotations.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P11",
    name: "enumeration-between-marks",
    title: "书名号、引号间的顿号",
    group: Group::Punctuation,
    severity: Severity::Advice,
    explanation: "标有引号或者书名号的并列成分之间通常不用顿号。中间有括注等别的成分的，用顿号。",
    source: "GB/T 15834—2011 4.5.3.5",
    examples: &[
        wrong(&[("paragraph", "落实《公交条例》‹、›《停车办法》的规定。")])
            .mended("落实《公交条例》《停车办法》的规定。"),
        wrong(&[("paragraph", "推行“站长制”‹、›“路长制”。")]).mended("推行“站长制”“路长制”。"),
        right(&[("paragraph", "落实《公交条例》（国务院令第1号）、《停车办法》的规定。")]),
        right(&[("paragraph", "落实《公交条例》《停车办法》的规定。")]),
    ],
    check: Check::PassageWith("》”", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    for between in ["》、《", "”、“"] {
        for (at, _) in passage.text.match_indices(between) {
            let range = at + '》'.len_utf8()..at + "》、".len();
            found.at(passage.field, range.clone(), "并列的书名号、引号之间通常不用顿号").mend(
                Applicability::Review,
                range,
                "",
            );
        }
    }
}
