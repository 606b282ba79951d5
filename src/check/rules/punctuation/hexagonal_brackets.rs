//! P26: 〔〕 where round brackets belong.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P26",
    name: "hexagonal-brackets",
    title: "六角括号的用处",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "六角括号“〔〕”用于发文字号的年份、作者的国籍朝代；行文里的注释用圆括号“（）”。括号套括号时，里面一层可以用六角括号。",
    source: "GB/T 15834—2011 4.9.3.1、4.9.3.2、4.9.3.4",
    examples: &[
        wrong(&[("paragraph", "涉及12个乡镇‹〔街道〕›。")]).mended("涉及12个乡镇（街道）。"),
        right(&[("paragraph", "按照临政发〔2025〕3号文件办理，改造站台2座（东站〔含雨棚〕、西站）。")]),
        right(&[("paragraph", "〔英〕格林、〔清〕郑燮的有关论述，见〔注〕。")]),
    ],
    check: Check::PassageWith("〔", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for pair in passage.pairing().pairs.iter().filter(|pair| pair.open.1 == '〔' && pair.around != Some('（')) {
        let inner = pair.open.0 + pair.open.1.len_utf8()..pair.close.0;
        let words = &text[inner.clone()];
        let is_note = words.chars().nth(1).is_some() && words.chars().all(characters::is_han);
        if is_note && text[..pair.open.0].ends_with(characters::is_han) {
            found.at(passage.field, pair.range(), "行文里的注释用圆括号").mend_as(
                "改为（）",
                Applicability::Review,
                pair.with("（", "）"),
            );
        }
    }
}
