//! P20: 「」 and other brackets for quotation marks.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P20",
    name: "corner-quotes",
    title: "直角引号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "横排的公文用“”和‘’作引号，不用「」『』，也不拿方头括号【】当引号。段首标栏目的【】不在此列。",
    source: "GB/T 15834—2011 4.8、5.2",
    examples: &[
        wrong(&[("paragraph", "推行‹「站长制」›，落实责任。")]).mended("推行“站长制”，落实责任。"),
        wrong(&[("paragraph", "引导老字号‹【触网】›，扩大销售。")]),
        right(&[("paragraph", "推行“站长制”，落实责任。")]),
        right(&[("paragraph", "抢救性记录【皂罗袍】【山坡羊】等曲牌，学唱【驻云飞】选段。")]),
        right(&[("paragraph", "【附注】以上数据截至5月底。")]),
    ],
    check: Check::PassageWith("「『【", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    for pair in &passage.pairing().pairs {
        let (open, close) = match pair.open.1 {
            '「' => ("“", "”"),
            '『' => ("‘", "’"),
            // 【 】 that stand for quotes; an empty pair is a blank to be filled in.
            // 【附注】 at the start of a paragraph is what they are for.
            '【' if pair.open.0 > 0 && pair.close.0 > pair.open.0 + '【'.len_utf8() => ("“", "”"),
            _ => continue,
        };
        let edits = vec![
            Edit::replace(pair.open.0..pair.open.0 + pair.open.1.len_utf8(), open),
            Edit::replace(pair.close.0..pair.close.0 + pair.close.1.len_utf8(), close),
        ];
        let inside = &passage.text[pair.open.0 + pair.open.1.len_utf8()..pair.close.0];
        // 【2024】 is a year of a document number, P18's to tell.
        if inside.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        // 【皂罗袍】: the names of tunes stand in such brackets.
        let is_tune = ["曲牌", "唱腔", "板式", "套曲", "选段", "唱段"].iter().any(|word| passage.text.contains(word));
        if pair.open.1 == '【' && is_tune {
            continue;
        }
        let message = format!("横排文字的引号用{open}　{close}");
        let is_certain = pair.open.1 != '【';
        found.at(passage.field, pair.range(), message).mend_as(
            format!("改为{open}{close}"),
            if is_certain { Applicability::Safe } else { Applicability::Review },
            edits,
        );
    }
}
