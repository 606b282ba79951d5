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
        wrong(&[
            ("number", "临交函〔2017〕18号"),
            ("date", "2017-06-12"),
            ("matter.assigned", "2017-03-20"),
            ("paragraph", "我局会同市‹自然资源局›落实用地。"),
        ]),
        right(&[("paragraph", "县农业局家属院、物价局宿舍楼加装电梯，老粮食局片区改造。")]),
        right(&[("paragraph", "落实《市环保局关于噪声监测的通知》，环境保护部门、农业部门参加。")]),
        wrong(&[("paragraph", "我局会同市‹乡村振兴局›落实站场用地。")]),
        right(&[("number", "临交函〔2017〕18号"), ("date", ""), ("paragraph", "市国土资源局、市扶贫开发办公室参加。")]),
        right(&[
            ("number", "临交函〔2017〕18号"),
            ("date", "2017-06-12"),
            ("matter.assigned", "2017-03-20"),
            ("paragraph", "我局会同市国土资源局落实用地。"),
        ]),
    ],
    check: Check::Parts(Parts { elements: Some(check_elements), paragraph: Some(("", check_paragraph)), letter: None }),
};

/// What is called after an organ, whatever the organ is called by now.
const PLACES: [&str; 15] = [
    "家属",
    "宿舍",
    "小区",
    "大院",
    "旧址",
    "原址",
    "旧办公楼",
    "老办公楼",
    "片区",
    "路口",
    "站",
    "老院",
    "住宅楼",
    "巷",
    "楼院",
];

/// Names that no organ had before the reform of 2018.
const SINCE_2018: [&str; 17] = [
    "自然资源局",
    "自然资源厅",
    "自然资源部",
    "生态环境局",
    "生态环境厅",
    "生态环境部",
    "农业农村局",
    "农业农村厅",
    "农业农村部",
    "文化和旅游局",
    "文化和旅游厅",
    "文化和旅游部",
    "卫生健康委",
    "卫生健康局",
    "退役军人事务",
    "医疗保障局",
    "消防救援支队",
];

/// Tells of new names in a letter that is older than they are.
fn tell_early(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let year = year_of(context);
    if year >= 2018 {
        return;
    }
    for name in SINCE_2018 {
        for (at, _) in passage.text.match_indices(name) {
            // 自然资源部门, 农业农村部分: no organ.
            if !passage.text[at + name.len()..].starts_with(['门', '分']) {
                let message = format!("{year}年还没有这个名称，用当时的名称");
                found.at(passage.field, at..at + name.len(), message);
            }
        }
    }
}

/// The year of the letter: of its date, else of its number, else today's.
fn year_of(context: &Context<'_>) -> i16 {
    let letter = &context.draft.letter;
    let of_number = || {
        let at = letter.number.find(['〔', '[', '［', '(', '（'])?;
        let rest = letter.number[at..].trim_start_matches(|it: char| !it.is_ascii_digit());
        rest.get(..4)?.parse().ok().filter(|year| (1990..2100).contains(year))
    };
    letter.date.day().map(|day| day.year()).or_else(of_number).unwrap_or_else(|| context.today.year())
}

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
    tell_early(context, passage, found);
}

fn tell<'h, 'l: 'h>(
    context: &Context<'_>,
    field: Field,
    text: &str,
    hits: impl Iterator<Item = &'h Hit<'l>>,
    found: &mut Found<'_>,
) {
    let year = year_of(context);
    for hit in hits {
        let until = hit.until;
        let before = &text[..hit.range.start];
        // 县农业局家属院: a place that is called so still.
        let is_place = before.ends_with('老') || PLACES.iter().any(|it| text[hit.range.end..].starts_with(it));
        let is_former = is_place || before.ends_with('原') || before.chars().rev().take(4).any(|it| it == '原');
        // 乡村振兴局牌子: a name that another organ also has.
        let is_sign = ["牌子", "的牌子", "”牌子"].iter().any(|it| text[hit.range.end..].starts_with(it));
        let sentence = sentence::sentence_at(text, hit.range.start);
        let is_then = calendar::mentions(&text[sentence]).iter().any(|it| it.year.is_some_and(|year| year <= until));
        let is_title = brackets::enclosed(text, '《').iter().any(|pair| pair.contains(&hit.range.start));
        if year > until && !is_former && !is_sign && !is_then && !is_title {
            let message =
                if hit.note.is_empty() { format!("{until}年以后改称{}", hit.right) } else { hit.note.to_owned() };
            let finding = found.at(field, hit.range.clone(), message);
            finding.cite(hit.source.to_owned());
            // What a note tells is not so everywhere.
            if !hit.note.is_empty() {
                finding.weigh(Severity::Advice);
            }
        }
    }
}
