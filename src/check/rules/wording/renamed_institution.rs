//! W05: an organ by the name it no longer has.

use crate::check::authoring::*;
use crate::check::lexicon::Hit;
use crate::letter::calendar;
use crate::text::{brackets, sentence};

pub static RULE: Rule = Rule {
    code: "W05",
    name: "renamed-institution",
    title: "已改名、撤并的机构",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "2018年、2023年机构改革后改了名的机构，说现在的事用现在的名称。说改革以前的事、名前加“原”字、写在书名号里的，可以用旧名。",
    source: "《深化党和国家机构改革方案》（2018年）、《党和国家机构改革方案》（2023年）",
    examples: &[
        wrong(&[("paragraph", "我局会同‹市国土资源局›落实站场用地。")]),
        wrong(&[("paragraph", "市‹环保局›对站场噪声开展监测。")]),
        right(&[("paragraph", "2016年，市国土资源局批准站场用地；原市环保局开展过监测。")]),
        right(&[("paragraph", "落实《市环保局关于噪声监测的通知》，环境保护部门、农业部门参加。")]),
        right(&[
            ("number", "临交函〔2017〕18号"),
            ("date", "2017-06-12"),
            ("matter.assigned", "2017-03-20"),
            ("paragraph", "我局会同市国土资源局落实用地。"),
        ]),
    ],
    check: Check::Parts(Parts { elements: Some(check_elements), paragraph: Some(("", check_paragraph)), letter: None }),
};

fn check_elements(context: &Context<'_>, found: &mut Found<'_>) {
    let draft = context.draft;
    let copies = draft.letter.cc.iter().enumerate().map(|(at, text)| (Field::Cc(at), text));
    let others = draft.matter.co_handlers.iter().enumerate().map(|(at, text)| (Field::MatterCoHandlers(at), text));
    for (field, text) in copies.chain(others) {
        let hits = context.lexicon.hits(text);
        tell(context, field, text, hits.iter().filter(|hit| hit.rule == RULE.code), found);
    }
}

fn check_paragraph(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    tell(context, passage.field, passage.text, passage.words(RULE.code), found);
}

fn tell<'h, 'l: 'h>(
    context: &Context<'_>,
    field: Field,
    text: &str,
    hits: impl Iterator<Item = &'h Hit<'l>>,
    found: &mut Found<'_>,
) {
    let year = context.draft.letter.date.day().unwrap_or(context.today).year();
    {
        for hit in hits {
            let until = hit.until;
            let before = &text[..hit.range.start];
            let is_former = before.ends_with('原') || before.chars().rev().take(4).any(|it| it == '原');
            let sentence = sentence::sentence_at(text, hit.range.start);
            let is_then =
                calendar::mentions(&text[sentence]).iter().any(|it| it.year.is_some_and(|year| year <= until));
            let is_title = brackets::enclosed(text, '《').iter().any(|pair| pair.contains(&hit.range.start));
            if year > until && !is_former && !is_then && !is_title {
                let message = format!("{until}年以后改称{}", hit.right);
                found.at(field, hit.range.clone(), message).cite(hit.source.to_owned());
            }
        }
    }
}
