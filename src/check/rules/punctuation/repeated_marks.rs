//! P15: two marks where one is meant.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P15",
    name: "repeated-marks",
    title: "标点重复",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "两个点号不连用，如“，，”“。。”“，。”“；。”。问号与叹号连用、引文末尾的句号不在此列。",
    source: "办理惯例：点号不连用；GB/T 15834—2011 4.1—4.7",
    examples: &[
        wrong(&[("paragraph", "站台已经完工‹，，›班次已经加密。")]).mended("站台已经完工，班次已经加密。"),
        wrong(&[("paragraph", "站台已经完工‹。。›")]).mended("站台已经完工。"),
        wrong(&[("paragraph", "站台已经完工‹，。›")]),
        wrong(&[("paragraph", "我局承诺“件件有着落‹。”。›")]),
        wrong(&[("paragraph", "“乘客至上‹。”›是我们的原则。")]),
        wrong(&[("paragraph", "你们建议“加密班次‹。”，›我局已经采纳。")]),
        wrong(&[("paragraph", "站台已经完工‹。.›下一步抓好管护。")]).mended("站台已经完工。下一步抓好管护。"),
        right(&[("paragraph", "我局承诺：“件件有着落。”站台已经完工？！")]),
        right(&[("paragraph", "包括站台、标线。。。都已公布。")]),
    ],
    check: Check::Passage(check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let is_mark = |it: char| matches!(it, '，' | '。' | '、' | '；' | '：' | '？' | '！');
    let mut from = 0;
    while let Some(at) = text[from..].find(is_mark).map(|at| at + from) {
        let end = at + (text[at..].len() - text[at..].trim_start_matches(is_mark).len());
        from = end;
        let marks = &text[at..end];
        let count = marks.chars().count();
        let is_stop = marks.ends_with(['。', '？', '！']);
        // “……。”。: the stop inside the quotation is enough.
        let quote_end = text[end..].strip_prefix('”').filter(|_| is_stop && count == 1);
        if let Some(rest) = quote_end
            && rest.starts_with('。')
        {
            let last = end + '”'.len_utf8() + '。'.len_utf8();
            found.at(passage.field, at..last, "引号内外都用了句号").mend_as(
                "删去引号外的句号",
                Applicability::Review,
                vec![Edit::delete(last - '。'.len_utf8()..last)],
            );
            continue;
        }
        // 。.: a half-width mark right after a full-width one.
        let half = text[end..].chars().next().filter(|it| matches!(it, '.' | ';' | ',' | ':'));
        let is_followed = |it: char| characters::is_han(it) || it == '“' || it == '《';
        if let Some(half) = half.filter(|_| text[end + 1..].chars().next().is_none_or(is_followed)) {
            found.at(passage.field, at..end + half.len_utf8(), "标点重复").mend_as(
                "删去多余的半角标点",
                Applicability::Safe,
                vec![Edit::delete(end..end + half.len_utf8())],
            );
            continue;
        }
        // “乘客至上。”是我们的原则: what is quoted is part of a sentence, which goes on.
        if marks == "。"
            && let Some(rest) = text[end..].strip_prefix('”')
        {
            let mark = rest.chars().next().filter(|it| matches!(it, '，' | '、' | '；'));
            if mark.is_some() || rest.starts_with(['是', '的']) || rest.starts_with("等") || rest.starts_with("作为")
            {
                let last = end + '”'.len_utf8() + mark.map_or(0, char::len_utf8);
                found.at(passage.field, at..last, "引文是句子的一部分，末尾不用句号").mend_as(
                    "删去引号内的句号",
                    Applicability::Review,
                    vec![Edit::delete(at..end)],
                );
                continue;
            }
        }
        // ？！ is a mark of its own; ！！ is none of an office's.
        let is_expressive = matches!(marks, "？！" | "！？");
        let is_ellipsis = count >= 3 && marks.chars().all(|it| it == '。');
        if count < 2 || is_expressive || is_ellipsis {
            continue;
        }
        let first = marks.chars().next().unwrap_or('。');
        let finding = found.at(passage.field, at..end, "标点重复");
        if marks.chars().all(|it| it == first) {
            finding.mend(Applicability::Safe, at..end, first.to_string());
        } else {
            // The heavier mark is the likelier one.
            let kept = ['。', '！', '？', '：', '；'].into_iter().find(|it| marks.contains(*it)).unwrap_or(first);
            finding.mend(Applicability::Review, at..end, kept.to_string());
        }
    }
}
