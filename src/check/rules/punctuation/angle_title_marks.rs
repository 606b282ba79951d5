//! P24: <> and ≪≫ for 《》.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P24",
    name: "angle-title-marks",
    title: "尖括号代替书名号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "书名号写作“《》”，不用“<>”“<<>>”“≪≫”代替。大于号、小于号不在此列。",
    source: "GB/T 15834—2011 4.15",
    examples: &[
        wrong(&[("paragraph", "按照‹<临江市公共交通条例>›办理。")]).mended("按照《临江市公共交通条例》办理。"),
        wrong(&[("paragraph", "按照‹<<临江市公共交通条例>>›办理。")]).mended("按照《临江市公共交通条例》办理。"),
        wrong(&[("paragraph", "按照‹≪临江市公共交通条例≫›办理。")]).mended("按照《临江市公共交通条例》办理。"),
        right(&[("paragraph", "候车时间<5分钟的站台占30%，>10分钟的占5%。")]),
        right(&[("paragraph", "按照《关于落实〈临江市公共交通条例〉的通知》办理，标签<br>已清理。")]),
    ],
    check: Check::PassageWith("<＜≪«", check),
};

/// How long a title may be, in bytes.
const LONGEST: usize = 150;

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (open, close) in [("<<", ">>"), ("<", ">"), ("＜＜", "＞＞"), ("＜", "＞"), ("≪", "≫"), ("«", "»")] {
        for (at, _) in text.match_indices(open) {
            let inner = at + open.len();
            // << is told as one.
            let is_part = text[..at].ends_with(open) || text[inner..].starts_with(open);
            let Some(end) = text[inner..].find(close).map(|end| inner + end).filter(|end| end - inner <= LONGEST) else {
                continue;
            };
            let words = &text[inner..end];
            let is_title = words.starts_with(characters::is_han)
                && words.chars().filter(|it| characters::is_han(*it)).count() >= 3
                && !words.contains(['。', '，', '；']);
            if is_title && !is_part {
                let edits = vec![Edit::replace(at..inner, "《"), Edit::replace(end..end + close.len(), "》")];
                found.at(passage.field, at..end + close.len(), "书名号应当写作《》").mend_as(
                    "改为《》",
                    Applicability::Review,
                    edits,
                );
            }
        }
    }
}
