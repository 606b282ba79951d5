//! P09: a dash made of hyphens.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P09",
    name: "dash",
    title: "破折号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "破折号写作“——”，占两格，不用“--”“－－”代替；连接号用一字线“—”，不用短横线。",
    source: "GB/T 15834—2011 4.10.2",
    examples: &[
        wrong(&[("paragraph", "我局推出新服务‹--›预约公交。")]).mended("我局推出新服务——预约公交。"),
        wrong(&[("paragraph", "我局推出新服务‹－－›预约公交。")]),
        wrong(&[("paragraph", "我局推出新服务‹－›预约公交。")]),
        wrong(&[("paragraph", "新开东站‹-›西站线路。")]),
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
            // One between Chinese characters is neither a dash nor a range.
            let is_han = |it: Option<char>| it.is_some_and(characters::is_han);
            let is_lone = text[at..end].chars().count() == 1
                && is_han(text[..at].chars().next_back())
                && is_han(text[end..].chars().next());
            if is_lone {
                found.at(passage.field, at..end, format!("汉字之间不用“{mark}”：破折号写作“——”，连接号写作“—”"));
            }
            if is_dash {
                found.at(passage.field, at..end, "破折号应当写作“——”").mend(Applicability::Safe, at..end, "——");
            }
        }
    }
}
