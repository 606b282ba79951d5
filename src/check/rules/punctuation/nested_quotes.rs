//! P07: quotation marks, title marks or brackets of one shape inside each other.

use crate::check::authoring::*;
use crate::text::brackets::Pair;

pub static RULE: Rule = Rule {
    code: "P07",
    name: "nested-marks",
    title: "引号、书名号套用",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "引号先用双引号“”；引号里再用引号，里面用单引号‘’；书名号里再用书名号，里面用单书名号〈〉。圆括号里套圆括号，宜改用别的形式。",
    source: "GB/T 15834—2011 4.8.3.4、4.9.3.6、4.15.3.5",
    examples: &[
        wrong(&[("paragraph", "会议提出“推进‹“一站一策”›整治”的要求。")])
            .mended("会议提出“推进‘一站一策’整治”的要求。"),
        wrong(&[("paragraph", "按照《关于落实‹《公交条例》›的意见》办理。")])
            .mended("按照《关于落实〈公交条例〉的意见》办理。"),
        wrong(&[("paragraph", "改造站台2座（东站‹（含雨棚）›、西站），已经完工。")]),
        wrong(&[("paragraph", "推进‹‘一站一策’›整治。")]).mended("推进“一站一策”整治。"),
        right(&[("paragraph", "会议提出“落实《公交条例》”，按照《“十五五”规划》办理。")]),
        right(&[("paragraph", "改造站台2座（东站〔含雨棚〕、西站），已经完工。")]),
        right(&[("paragraph", "函数写作f((x+1)(x-1))，已经核对。")]),
    ],
    check: Check::PassageWith("“《（‘", check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    for pair in &passage.pairing().pairs {
        // The title of a suggestion may stand in quotation marks in the letter.
        if pair.open.1 == '‘' && passage.field == Field::Body {
            single(passage, pair, found);
        }
        let Some(around) = pair.around else { continue };
        // A mark that lost its partner seems to enclose all that follows: P05's to tell.
        let is_stray = passage.pairing().alone.iter().any(|&(at, mark)| mark == around && at < pair.open.0);
        if around != pair.open.1 || is_stray {
            continue;
        }
        let inner = match pair.open.1 {
            '“' => Some(("‘", "’")),
            '《' => Some(("〈", "〉")),
            '（' => None,
            _ => continue,
        };
        let range = pair.range();
        match inner {
            Some((open, close)) => {
                found.at(passage.field, range, format!("里面一层应当用{open}{close}")).mend_as(
                    format!("改为{open}{close}"),
                    Applicability::Safe,
                    pair.with(open, close),
                );
            }
            None => {
                found.at(passage.field, range, "圆括号里不宜再套圆括号").weigh(Severity::Advice);
            }
        }
    }
}

/// ‘一站一策’ that stands in no other quotation.
fn single(passage: &Passage<'_>, pair: &Pair, found: &mut Found<'_>) {
    let pairing = passage.pairing();
    let is_quoted = pairing
        .pairs
        .iter()
        .any(|other| other.open.1 == '“' && other.open.0 < pair.open.0 && pair.close.0 < other.close.0)
        || pairing.alone.iter().any(|&(_, mark)| matches!(mark, '“' | '”'));
    let inner = pair.open.0 + '‘'.len_utf8()..pair.close.0;
    if !is_quoted && passage.text[inner].starts_with(characters::is_han) {
        found.at(passage.field, pair.range(), "引号先用双引号").mend_as(
            "改为“”",
            Applicability::Review,
            pair.with("“", "”"),
        );
    }
}
