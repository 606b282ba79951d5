//! P24: <>, ≪≫, 〈〉 or “” for 《》.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P24",
    name: "angle-title-marks",
    title: "别的符号代替书名号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "书名号写作“《》”，不用“<>”“<<>>”“≪≫”代替；单书名号“〈〉”只用在书名号里面；法律法规和公文的全名用书名号，不用引号。大于号、小于号不在此列。",
    source: "GB/T 15834—2011 4.15",
    examples: &[
        wrong(&[("paragraph", "按照‹<临江市公共交通条例>›办理。")]).mended("按照《临江市公共交通条例》办理。"),
        wrong(&[("paragraph", "按照‹<<临江市公共交通条例>>›办理。")]).mended("按照《临江市公共交通条例》办理。"),
        wrong(&[("paragraph", "按照‹≪临江市公共交通条例≫›办理。")]).mended("按照《临江市公共交通条例》办理。"),
        wrong(&[("paragraph", "执行‹“中华人民共和国森林法”›，严禁毁林。")])
            .mended("执行《中华人民共和国森林法》，严禁毁林。"),
        wrong(&[("paragraph", "按照‹〈临江市公共交通条例〉›办理。")]).mended("按照《临江市公共交通条例》办理。"),
        right(&[("paragraph", "你们提出的“关于规范停车管理办法”的建议，贯彻“中华人民共和国成立以来”的经验。")]),
        right(&[("paragraph", "候车时间<5分钟的站台占30%，>10分钟的占5%。")]),
        right(&[("paragraph", "按照《关于落实〈临江市公共交通条例〉的通知》办理，标签<br>已清理。")]),
    ],
    check: Check::PassageWith("<＜≪«“〈", check),
};

/// How long a title may be, in bytes.
const LONGEST: usize = 150;

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    const MARKS: [(&str, &str); 6] = [("<<", ">>"), ("<", ">"), ("＜＜", "＞＞"), ("＜", "＞"), ("≪", "≫"), ("«", "»")];
    for (open, close) in MARKS.into_iter().filter(|(open, _)| passage.has_any(open)) {
        for (at, _) in text.match_indices(open) {
            let inner = at + open.len();
            // << is told as one.
            let is_part = text[..at].ends_with(open) || text[inner..].starts_with(open);
            let Some(end) = text[inner..].find(close).map(|end| inner + end).filter(|end| end - inner <= LONGEST)
            else {
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
    // “中华人民共和国森林法”: the whole name of a law.
    for pair in passage.pairing().pairs.iter().filter(|pair| pair.open.1 == '“') {
        let inner = pair.open.0 + '“'.len_utf8();
        let words = &text[inner..pair.close.0];
        if words.starts_with("中华人民共和国")
            && words.ends_with(['法', '例'])
            && words.chars().count() <= 30
            && words.chars().all(characters::is_han)
        {
            found.at(passage.field, pair.range(), "法律法规的名称用书名号《》").mend_as(
                "改为《》",
                Applicability::Review,
                pair.with("《", "》"),
            );
        }
    }
    // “城市公共交通条例”（国务院令第793号）: the number behind it tells that it is a document.
    for pair in passage.pairing().pairs.iter().filter(|pair| pair.open.1 == '“') {
        let words = &text[pair.open.0 + '“'.len_utf8()..pair.close.0];
        let rest = &text[pair.range().end..];
        let number = rest.strip_prefix('（').and_then(|rest| rest.split_once('）')).map_or("", |(inside, _)| inside);
        let has_number = number.ends_with('号') && (number.contains('〔') || number.contains("令第"));
        let is_told = words.starts_with("中华人民共和国") && words.ends_with(['法', '例']);
        if has_number && words.chars().count() >= 4 && !words.contains(['，', '。']) && !is_told {
            found.at(passage.field, pair.range(), "文件、法规的名称用书名号《》").mend_as(
                "改为《》",
                Applicability::Review,
                pair.with("《", "》"),
            );
        }
    }
    // 〈条例〉 that stands in no other title.
    let pairing = passage.pairing();
    for pair in pairing.pairs.iter().filter(|pair| pair.open.1 == '〈' && pair.around != Some('《')) {
        let is_in_title = pairing.alone.iter().any(|&(at, mark)| mark == '《' && at < pair.open.0);
        let inner = pair.open.0 + '〈'.len_utf8();
        if !is_in_title && text[inner..pair.close.0].starts_with(characters::is_han) {
            found.at(passage.field, pair.range(), "单书名号只用在书名号里面").mend_as(
                "改为《》",
                Applicability::Review,
                pair.with("《", "》"),
            );
        }
    }
}
