//! P05: a bracket or quotation mark without its partner.

use crate::check::authoring::*;
use crate::text::brackets::Pairing;
use crate::text::{brackets, sentence};

pub static RULE: Rule = Rule {
    code: "P05",
    name: "unpaired-marks",
    title: "括号、引号、书名号不成对",
    group: Group::Punctuation,
    severity: Severity::Error,
    explanation: "引号、括号、书名号前后两半成对使用，缺一半或者前后颠倒都是错。",
    source: "GB/T 15834—2011 4.8、4.9、4.15",
    examples: &[
        wrong(&[("paragraph", "更换‹“老旧站牌40块›，已经完工。")]),
        wrong(&[("paragraph", "按照‹《临江市公共交通条例的规定办理›。")]),
        wrong(&[("paragraph", "改造站台2座（东站、‹西站”›），已经完工。")]),
        wrong(&[("paragraph", "‹临江市公共交通条例》›已经施行。")]),
        wrong(&[("title", "临江市交通运输局关于‹《完善东洲片区公交接驳的建议答复的函›")]),
        wrong(&[("source.contacts", "‹（联系人›：周予安，电话：0700-8201234")]),
        right(&[("source.contacts", "联系人：周予安；电话：0700-8201234）")]),
        right(&[("paragraph", "分两步走：1）改造东站；2）改造西站。")]),
        right(&[("paragraph", "推行“站长制”（由“路长”兼任），落实《临江市公共交通条例》。")]),
    ],
    check: Check::Parts(Parts {
        elements: Some(check_elements),
        paragraph: Some(("", |_, passage, found| tell(passage.field, passage.text, passage.pairing(), found))),
        letter: None,
    }),
};

/// The title, and the lines of a text that stand in no field as they were written.
fn check_elements(context: &Context<'_>, found: &mut Found<'_>) {
    for field in [Field::Title, Field::SourceContacts, Field::SourceCc] {
        let text = context.draft.text(field);
        if text.is_empty() {
            continue;
        }
        let mut pairing = brackets::pairing(&text);
        // What a line was cut out of may have held the other half: （附注：主动公开；联系人：周予安）.
        if field != Field::Title {
            pairing.alone.retain(|&(at, mark)| at == 0 && mark == '（');
        }
        tell(field, &text, &pairing, found);
    }
}

fn tell(field: Field, text: &str, pairing: &Pairing, found: &mut Found<'_>) {
    for &(at, mark) in &pairing.alone {
        let message = match (mark, brackets::closing(mark)) {
            ('“' | '‘', _) => "前引号没有成对的后引号".to_owned(),
            ('”' | '’', _) => "后引号前面没有成对的前引号".to_owned(),
            (_, Some(close)) => format!("“{mark}”没有成对的“{close}”"),
            (_, None) => format!("“{mark}”前面没有成对的一半"),
        };
        // The clause in which the other half is to be looked for.
        let is_end = |it: char| sentence::ends_clause(it) || it != mark && brackets::is_paired(it);
        let range = match brackets::closing(mark) {
            Some(_) => {
                let inner = at + mark.len_utf8();
                at..text[inner..].find(is_end).map_or(text.len(), |end| inner + end)
            }
            None => {
                let start = text[..at].char_indices().rev().find(|(_, it)| is_end(*it) || *it == '、');
                start.map_or(0, |(start, it)| start + it.len_utf8())..at + mark.len_utf8()
            }
        };
        found.at(field, range, message);
    }
}
