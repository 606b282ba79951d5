//! P08: an ellipsis that is none, or one beside 等.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P08",
    name: "ellipsis",
    title: "省略号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "省略号写作“……”（六个点），不用“...”“。。。”“…”；用了省略号，就不再写“等”。",
    source: "GB/T 15834—2011 4.11.2、A.9.2",
    examples: &[
        wrong(&[("paragraph", "包括站台、标线‹...›都已公布。")]).mended("包括站台、标线……都已公布。"),
        wrong(&[("paragraph", "包括站台、标线‹。。。›都已公布。")]).mended("包括站台、标线……都已公布。"),
        wrong(&[("paragraph", "包括站台、标线‹…›都已公布。")]).mended("包括站台、标线……都已公布。"),
        wrong(&[("paragraph", "包括站台、标线‹……等›，都已公布。")]).mended("包括站台、标线等，都已公布。"),
        wrong(&[("paragraph", "包括站台、标线‹………›都已公布。")]).mended("包括站台、标线……都已公布。"),
        right(&[("paragraph", "包括站台、标线……都已公布。")]),
        right(&[("paragraph", "网址为http://a.cn/...，版本1...5。")]),
    ],
    check: Check::Passage(check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    // Full stops are in every passage, three of them hardly in one.
    if !passage.has_any(".…·．") && !text.contains("。。。") {
        return;
    }
    let mut from = 0;
    while let Some(at) = text[from..].find(['.', '。', '…', '·', '．']).map(|at| at + from) {
        let Some(mark) = text[at..].chars().next() else { break };
        let end = at + (text[at..].len() - text[at..].trim_start_matches(mark).len());
        from = end;
        let count = (end - at) / mark.len_utf8();
        let (before, after) = (text[..at].chars().next_back(), text[end..].chars().next());
        if mark == '…' && count >= 2 {
            let tail = ["等等", "等"].into_iter().find(|tail| text[end..].starts_with(tail));
            let head = ["等等", "等"].into_iter().find(|head| text[..at].ends_with(head));
            if let Some(tail) = tail.filter(|_| !text[end..].starts_with("等待")) {
                let range = at..end + tail.len();
                found.at(passage.field, range, "省略号与“等”不同时用").mend_as(
                    "删去省略号",
                    Applicability::Review,
                    vec![Edit::delete(at..end)],
                );
            } else if let Some(head) = head {
                found.at(passage.field, at - head.len()..end, "省略号与“等”不同时用").mend_as(
                    "删去省略号",
                    Applicability::Review,
                    vec![Edit::delete(at..end)],
                );
            }
            // Six dots, or twelve where a passage is left out; …… is two of the character.
            if matches!(count, 2 | 4) {
                continue;
            }
        }
        let is_wrong = match mark {
            '…' => !matches!(count, 2 | 4),
            '。' | '·' | '．' => count >= 3,
            // Of a path, a version or Latin text: not ours.
            _ => {
                count >= 3
                    && before.is_none_or(|it| !it.is_ascii_graphic())
                    && after.is_none_or(|it| !it.is_ascii_graphic())
            }
        };
        if is_wrong {
            found.at(passage.field, at..end, "省略号应当写作“……”").mend(Applicability::Safe, at..end, "……");
        }
    }
}
