//! P14: a colon inside what another colon leads to.

use crate::check::authoring::*;
use crate::text::sentence;

pub static RULE: Rule = Rule {
    code: "P14",
    name: "nested-colon",
    title: "冒号套用",
    group: Group::Punctuation,
    severity: Severity::Advice,
    explanation: "一句话里一般不套用两个冒号。列举、说明里的第二个冒号，宜改用逗号或者另起一句。",
    source: "GB/T 15834—2011 4.7.3.5",
    examples: &[
        wrong(&[("paragraph", "主要措施有：一是改造站台‹：›东站、西站。")]),
        right(&[("paragraph", "主要措施有：改造站台（地点：东站、西站）。下一步安排：加密班次。")]),
        right(&[("paragraph", "承办建议17件，其中：主办12件，协办5件；承办提案13件，其中：主办10件，协办3件。")]),
        right(&[("paragraph", "首班车6:30发出，比例为1：2，目标：准点率达到95%。")]),
    ],
    check: Check::PassageWith("：", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    if text.matches('：').nth(1).is_none() {
        return;
    }
    let pairs = &passage.pairing().pairs;
    for sentence in sentence::sentences(text) {
        let mut colons = text[sentence.clone()].match_indices('：').map(|(at, _)| at + sentence.start).filter(|&at| {
            let is_ratio = text[..at].ends_with(|it: char| it.is_ascii_digit());
            !is_ratio && !pairs.iter().any(|pair| pair.range().contains(&at))
        });
        // Parts divided by a semicolon may each have their own.
        if let (Some(first), Some(second)) = (colons.next(), colons.next())
            && !text[first..second].contains('；')
        {
            found.at(passage.field, second..second + '：'.len_utf8(), "一句话里套用了两个冒号");
        }
    }
}
