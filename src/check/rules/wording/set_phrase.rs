//! W06: set phrases, by the lexicon.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "W06",
    name: "set-phrase",
    title: "固定提法",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "中央文件里的固定提法应当一字不差，次序也不颠倒。",
    source: "党的二十大报告等中央文件的标准表述；《党政机关公文处理工作条例》第二十条（二）、（四）",
    examples: &[
        wrong(&[("paragraph", "践行‹青山绿水就是金山银山›的理念。")]).mended("践行绿水青山就是金山银山的理念。"),
        wrong(&[("paragraph", "不断增强群众的‹幸福感、获得感、安全感›。")])
            .mended("不断增强群众的获得感、幸福感、安全感。"),
        wrong(&[("paragraph", "落实‹创新、协调、绿色、共享、开放›的新发展理念。")])
            .mended("落实创新、协调、绿色、开放、共享的新发展理念。"),
        wrong(&[("paragraph", "坚持‹以人民为中心的发展思相›。")]).mended("坚持以人民为中心的发展思想。"),
        right(&[("paragraph", "推动协调发展、绿色发展，坚持绿色、创新的原则，共建共管共享。")]),
        right(&[("paragraph", "践行绿水青山就是金山银山的理念，增强获得感、幸福感、安全感。")]),
    ],
    check: Check::Passage(check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    super::tell(passage, found, "W06", Applicability::Review);
    let text = passage.text;
    if !text.contains('、') {
        return;
    }
    for (list, source) in passage.ordered().filter(|(list, _)| passage.has_all(list)) {
        let items: Vec<&str> = list.split('、').collect();
        if let Some(range) = out_of_order(text, &items)
            // A list whose wording is told of already is not told of again.
            && !passage.words("W06").any(|hit| hit.range.start < range.end && range.start < hit.range.end)
        {
            found.at(passage.field, range.clone(), format!("次序应为“{list}”")).cite(source.to_owned()).mend(
                Applicability::Review,
                range,
                list,
            );
        }
    }
}

/// Where `text` lists exactly these items in another order, in bytes.
fn out_of_order(text: &str, items: &[&str]) -> Option<std::ops::Range<usize>> {
    let rest = |at: usize| items.iter().find(|item| text[at..].starts_with(**item));
    for (at, first) in items.iter().flat_map(|item| text.match_indices(item)) {
        let mut end = at + first.len();
        let mut seen = vec![first];
        while let Some(item) = text[end..].strip_prefix('、').and_then(|_| rest(end + '、'.len_utf8())) {
            end += '、'.len_utf8() + item.len();
            seen.push(item);
        }
        let is_whole = seen.len() == items.len() && items.iter().all(|item| seen.contains(item));
        let goes_on = text[end..].starts_with('、') || text[..at].ends_with('、');
        if is_whole && !goes_on && seen != items {
            return Some(at..end);
        }
    }
    None
}
