//! E32: the category is none of the profile's, or missing where it is asked for.

use crate::check::Finding;
use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "E32",
    name: "category-letter",
    title: "办理结果类别",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "办理结果用当地规定的字母标注，只填字母，“类”字由软件写上。各地字母的含义不同，以当地规定为准。",
    source: "办理惯例：字母和含义以当地规定为准（见规则文件）",
    examples: &[
        wrong(&[("category", "‹A类›")]).mended("A"),
        wrong(&[("category", "‹a›")]).mended("A"),
        wrong(&[("category", "‹F›")]),
        wrong(&[
            ("category", "B"),
            ("title", "临江市交通运输局关于市十七届人大一次会议第2026042号代表建议的答复（‹A›）"),
        ]),
        right(&[("category", "B")]),
        right(&[("category", "A2")]),
        right(&[("category", "")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    in_title(context, found);
    let rules = &context.profile.category;
    let written = &context.draft.letter.category;
    let whole = 0..written.len();
    if written.is_empty() {
        if rules.required {
            found.at(Field::Category, whole, "没有标注办理结果").weigh(Severity::Error).cite(rules.source.clone());
        }
        return;
    }
    // A2 is a class of A that some places tell apart.
    let bare = |word: &str| word.trim_end_matches(|it: char| it.is_ascii_digit()).to_owned();
    let is_letter = |word: &str| rules.letters.iter().any(|each| each.letter == word || each.letter == bare(word));
    if is_letter(written) || rules.letters.is_empty() {
        return;
    }
    let letters: Vec<&str> = rules.letters.iter().map(|each| each.letter.as_str()).collect();
    let plain: String = written
        .chars()
        .map(|it| characters::half_width(it).unwrap_or(it))
        .filter(|it| it.is_ascii_alphanumeric())
        .map(|it| it.to_ascii_uppercase())
        .collect();
    let message = format!("办理结果应填{}", letters.join("、"));
    let finding = found.at(Field::Category, whole.clone(), message);
    finding.cite(rules.source.clone());
    if is_letter(&plain) {
        finding.mend(Applicability::Safe, whole, plain);
    }
}

/// Tells that the text of a letter keeps a place for the category and has nothing in it: 类别：（　）. Where the profile asks for a
/// category, that is told already.
pub(in crate::check) fn tell_blank(findings: &mut Vec<Finding>) {
    if !findings.iter().any(|finding| finding.rule.code == RULE.code) {
        Found::by(&RULE, findings).at(Field::Category, 0..0, "留了填类别的地方，却没有填写");
    }
}

/// The letter in brackets at the end of the title is that of the element.
fn in_title(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let Some(inside) = letter.title.trim_end().strip_suffix('）').and_then(|title| title.rsplit_once('（')) else {
        return;
    };
    let written = inside.1.trim_end_matches('类');
    let is_letter = context.profile.category.letters.iter().any(|each| each.letter == written);
    if is_letter && !letter.category.is_empty() && letter.category != written {
        let start = inside.0.len() + '（'.len_utf8();
        let message = format!("标题写的是{written}，办理结果填的是{}", letter.category);
        found.at(Field::Title, start..start + written.len(), message);
    }
}
