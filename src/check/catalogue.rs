//! The catalogue of rules as a page for people: `docs/rules.md`, and what `dafu rules` prints.

use super::example::{Base, Example, unmark};
use super::registry;
use super::rule::{Group, Rule};
use crate::letter::Field;

/// Every rule, group by group, in Markdown.
pub fn markdown() -> String {
    let mut page = String::from("# 检查规则\n\n");
    page += &format!(
        "共{}条。本页由程序生成，不手工修改。错误不改不能印发；提醒要看一看；参考可以不理。表里写的是最重的一级，没有把握的一条规则会报得轻一些。\n\n例子是在一封合格的样稿上改动一两处：‹›标出报的地方，⏎是换段，“修正”是按建议改好的样子。编号有空缺的，是已经撤并的规则。\n\n",
        registry::RULES.len()
    );
    page += "| 代码 | 名称 | 轻重 |\n|---|---|---|\n";
    for rule in registry::RULES {
        page += &format!("| [{}](#{}) | {} | {} |\n", rule.code, anchor(rule), rule.title, rule.severity.label());
    }
    for group in Group::ALL {
        page += &format!("\n## {} {}\n", group.letter(), group.title());
        for rule in registry::RULES.iter().filter(|rule| rule.group == group) {
            page += &format!("\n{}", rule_markdown(rule));
        }
    }
    page
}

/// The page of one rule.
pub fn rule_markdown(rule: &Rule) -> String {
    let mut page = format!("### {} {}\n\n", rule.code, rule.name);
    page +=
        &format!("**{}**（{}）　{}\n\n依据：{}\n\n", rule.title, rule.severity.label(), rule.explanation, rule.source);
    let examples = |is_wrong: bool| rule.examples.iter().filter(move |example| example.is_wrong == is_wrong);
    page += "反例：\n\n";
    for example in examples(true) {
        page += &format!("- {}\n", shown(example));
        if let Some(mended) = example.mended.filter(|text| !text.is_empty()) {
            page += &format!("  - 修正：{}\n", one_line(mended));
        }
    }
    page += "\n正例：\n\n";
    for example in examples(false) {
        page += &format!("- {}\n", shown(example));
    }
    page
}

fn anchor(rule: &Rule) -> String {
    format!("{}-{}", rule.code.to_lowercase(), rule.name)
}

/// An example in one line: each field it sets, with its words. The place that is marked stands in ‹›.
fn shown(example: &Example) -> String {
    let mut parts: Vec<String> = example
        .set
        .iter()
        .map(|(name, text)| {
            let label = match *name {
                "paragraph" => "正文",
                name => name.parse::<Field>().map_or(name, Field::label),
            };
            let words = if unmark(text).0.is_empty() { "（空）".to_owned() } else { visible(&one_line(text)) };
            format!("{label}：{words}")
        })
        .collect();
    if parts.is_empty() {
        parts.push("样稿原样".to_owned());
    }
    let base = if example.base == Base::Proposal { "（提案）" } else { "" };
    format!("{base}{}", parts.join("；"))
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ⏎ ").replace('|', "\\|").replace('*', "\\*").replace('_', "\\_")
}

/// Characters that nobody sees, by their number.
fn visible(text: &str) -> String {
    text.chars()
        .map(|it| {
            let is_hidden = crate::text::characters::is_zero_width(it)
                || crate::text::characters::is_direction_control(it)
                || it == '\u{FFFD}';
            if is_hidden { format!("[U+{:04X}]", u32::from(it)) } else { it.to_string() }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_page() {
        let page = markdown();
        for rule in registry::RULES {
            assert!(page.contains(&format!("### {} {}", rule.code, rule.name)));
        }
        assert!(!page.contains('\u{202E}'));
    }
}
