//! P09: a dash made of hyphens.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P09",
    name: "dash",
    title: "破折号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "破折号写作“——”，占两格，不用“--”“－－”代替。",
    source: "GB/T 15834—2011 4.10.2",
    examples: &[
        wrong(&[("paragraph", "我局推出新服务‹--›预约公交。")]).mended("我局推出新服务——预约公交。"),
        wrong(&[("paragraph", "我局推出新服务‹－－›预约公交。")]),
        right(&[("paragraph", "我局推出新服务——预约公交，线路为东站—西站。")]),
        right(&[("paragraph", "参数为--all，型号A--B。")]),
    ],
    check: Check::PassageWith("-－–─", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for mark in ['-', '－', '–', '─'] {
        let mut from = 0;
        while let Some(at) = text[from..].find(mark).map(|at| at + from) {
            let end = at + (text[at..].len() - text[at..].trim_start_matches(mark).len());
            from = end;
            let is_chinese =
                |it: Option<char>| it.is_none_or(|it| characters::is_han(it) || characters::is_chinese_mark(it));
            let is_dash = (end - at) / mark.len_utf8() >= 2
                && is_chinese(text[..at].chars().next_back())
                && is_chinese(text[end..].chars().next());
            if is_dash {
                found.at(passage.field, at..end, "破折号应当写作“——”").mend(Applicability::Safe, at..end, "——");
            }
        }
    }
}
