//! Tables of metadata that web pages put above or below a letter.

use super::label::spaced_word;
use crate::text::characters::is_blank;
use std::ops::Range;

/// What a label of such a table speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// 发文字号.
    Number,
    /// 成文日期.
    Date,
    /// 标题 of the page or the document.
    Title,
    /// 案由 or 题目 of what is answered.
    MatterTitle,
    /// The number of what is answered.
    MatterNumber,
    /// 会办 or 协办.
    CoHandlers,
    /// 届次.
    Session,
    /// 公开方式.
    Disclosure,
    /// 办理结果.
    Category,
    /// What a draft has no field for.
    Other,
}

/// One pair of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub subject: Subject,
    pub value: Range<usize>,
}

const LABELS: &[(&str, Subject)] = &[
    ("公开方式", Subject::Disclosure),
    ("公开属性", Subject::Disclosure),
    ("公开类型", Subject::Disclosure),
    ("公开类别", Subject::Disclosure),
    ("公开形式", Subject::Disclosure),
    ("是否公开", Subject::Disclosure),
    ("是否同意公开", Subject::Disclosure),
    ("办理结果", Subject::Category),
    ("办理类别", Subject::Category),
    ("答复类别", Subject::Category),
    ("办理类型", Subject::Category),
    ("建议类别", Subject::Other),
    ("提案类别", Subject::Other),
    ("会议届次", Subject::Session),
    ("届别", Subject::Session),
    ("提案日期", Subject::Other),
    ("答复单位", Subject::Other),
    ("答复日期", Subject::Date),
    ("答复时间", Subject::Date),
    ("复文日期", Subject::Date),
    ("代表姓名", Subject::Other),
    ("委员姓名", Subject::Other),
    ("提议者", Subject::Other),
    ("第一提案人", Subject::Other),
    ("语种", Subject::Other),
    ("答复内容", Subject::Other),
    ("回复内容", Subject::Other),
    ("办理内容", Subject::Other),
    ("正文", Subject::Other),
    ("内容", Subject::Other),
    ("来源", Subject::Other),
    ("信息来源", Subject::Other),
    ("服务对象", Subject::Other),
    ("载体类型", Subject::Other),
    ("秘密等级", Subject::Other),
    ("保密期限", Subject::Other),
    ("密级", Subject::Other),
    ("紧急程度", Subject::Other),
    ("缓急程度", Subject::Other),
    ("份号", Subject::Other),
    ("索引号", Subject::Other),
    ("信息索引号", Subject::Other),
    ("组配分类", Subject::Other),
    ("主题分类", Subject::Other),
    ("体裁分类", Subject::Other),
    ("公文种类", Subject::Other),
    ("信息分类", Subject::Other),
    ("信息名称", Subject::Title),
    ("文件名称", Subject::Title),
    ("公文名称", Subject::Title),
    ("发布机构", Subject::Other),
    ("发布单位", Subject::Other),
    ("发布部门", Subject::Other),
    ("公开机构", Subject::Other),
    ("公开部门", Subject::Other),
    ("发文机关", Subject::Other),
    ("发文单位", Subject::Other),
    ("发文机构", Subject::Other),
    ("制发机关", Subject::Other),
    ("发文字号", Subject::Number),
    ("发文文号", Subject::Number),
    ("文件编号", Subject::Number),
    ("文号", Subject::Number),
    ("成文日期", Subject::Date),
    ("发文日期", Subject::Date),
    ("生成日期", Subject::Date),
    ("印发日期", Subject::Other),
    ("发布日期", Subject::Other),
    ("发布时间", Subject::Other),
    ("公开日期", Subject::Other),
    ("公开时间", Subject::Other),
    ("公开时限", Subject::Other),
    ("生效日期", Subject::Other),
    ("废止日期", Subject::Other),
    ("失效日期", Subject::Other),
    ("有效性", Subject::Other),
    ("时效性", Subject::Other),
    ("时效", Subject::Other),
    ("关键词", Subject::Other),
    ("关键字", Subject::Other),
    ("主题词", Subject::Other),
    ("内容概述", Subject::Other),
    ("标题", Subject::Title),
    ("名称", Subject::Title),
    ("案由", Subject::MatterTitle),
    ("题目", Subject::MatterTitle),
    ("建议标题", Subject::MatterTitle),
    ("建议题目", Subject::MatterTitle),
    ("建议名称", Subject::MatterTitle),
    ("提案标题", Subject::MatterTitle),
    ("提案题目", Subject::MatterTitle),
    ("提案名称", Subject::MatterTitle),
    ("建议编号", Subject::MatterNumber),
    ("提案编号", Subject::MatterNumber),
    ("建议号", Subject::MatterNumber),
    ("提案号", Subject::MatterNumber),
    ("案号", Subject::MatterNumber),
    ("编号", Subject::MatterNumber),
    ("届次", Subject::Session),
    ("会办单位", Subject::CoHandlers),
    ("协办单位", Subject::CoHandlers),
    ("会办", Subject::CoHandlers),
    ("协办", Subject::CoHandlers),
    ("主办单位", Subject::Other),
    ("承办单位", Subject::Other),
    ("主办", Subject::Other),
    ("办理单位", Subject::Other),
    ("提案人", Subject::Other),
    ("提案者", Subject::Other),
    ("提出人", Subject::Other),
    ("领衔代表", Subject::Other),
    ("建议人", Subject::Other),
];

/// Reads a line that begins with a label of such a table: its pairs, several where they stand side by side.
///
/// A label needs its colon, unless tabs divide the line as a copied table has them.
pub(super) fn read(line: &str) -> Option<Vec<Pair>> {
    // Without a colon, labels need tabs, or each other, to be told from words.
    let tabbed = line.contains('\t') || labels_before_blanks(line) > 1;
    let mut labels: Vec<(usize, usize, Subject)> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let here = &line[at..];
        let fresh =
            at == 0 || line[..at].ends_with(|character| is_blank(character) || matches!(character, '|' | '【' | '['));
        if fresh && let Some((end, subject)) = label(here, tabbed) {
            labels.push((at, at + end, subject));
            at += end;
            continue;
        }
        at += here.chars().next().map_or(1, char::len_utf8);
    }
    if labels.first().is_none_or(|first| !line[..first.0].trim_matches(['【', '[', '|']).trim().is_empty()) {
        return None;
    }
    let ends = labels.iter().skip(1).map(|next| next.0).chain([line.len()]);
    Some(
        labels
            .iter()
            .zip(ends)
            .map(|(&(_, value, subject), end)| {
                let text = line[value..end].trim_matches(|mark| is_blank(mark) || mark == '|');
                let start = value + line[value..end].find(text).unwrap_or(0);
                Pair { subject, value: start..start + text.len() }
            })
            .collect(),
    )
}

/// How many labels of a line have blanks after them.
fn labels_before_blanks(line: &str) -> usize {
    let words: Vec<&str> = line.split(is_blank).filter(|word| !word.is_empty()).collect();
    let begins = words.first().is_some_and(|first| LABELS.iter().any(|(label, _)| label == first));
    if !begins {
        return 0;
    }
    words.iter().take(words.len() - 1).filter(|word| LABELS.iter().any(|(label, _)| label == *word)).count()
}

/// A label alone on its line, whose value stands on the next one.
pub(super) fn is_bare_label(line: &str) -> bool {
    LABELS.iter().any(|(word, _)| {
        spaced_word(line, word).is_some_and(|end| line[end..].trim_matches(['：', ':', ' ']).is_empty())
    })
}

/// What a label alone on its line speaks of.
pub(super) fn subject(line: &str) -> Subject {
    LABELS
        .iter()
        .find(|(word, _)| {
            spaced_word(line, word).is_some_and(|end| line[end..].trim_matches(['：', ':', ' ']).is_empty())
        })
        .map_or(Subject::Other, |&(_, subject)| subject)
}

fn label(text: &str, tabbed: bool) -> Option<(usize, Subject)> {
    LABELS.iter().find_map(|&(word, subject)| {
        let end = spaced_word(text, word)?;
        let rest = &text[end..];
        let inner = rest.trim_start_matches([' ', '\u{3000}']);
        let rest = if inner.starts_with(['：', ':', '\t']) { inner } else { rest };
        let colon =
            rest.chars().next().filter(|mark| matches!(mark, '：' | ':' | '】') || tabbed && is_blank(*mark))?;
        Some((text.len() - rest.len() + colon.len_utf8(), subject))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(line: &str) -> Option<Vec<(Subject, &str)>> {
        Some(read(line)?.into_iter().map(|pair| (pair.subject, &line[pair.value])).collect())
    }

    #[test]
    fn pairs_side_by_side() {
        assert_eq!(
            pairs("索 引 号：LJ0120/2026-00018　　发布机构：临江市科学技术局"),
            Some(vec![(Subject::Other, "LJ0120/2026-00018"), (Subject::Other, "临江市科学技术局")])
        );
        assert_eq!(
            pairs("文号\t临科函〔2026〕18号\t成文日期\t2026-06-12"),
            Some(vec![(Subject::Number, "临科函〔2026〕18号"), (Subject::Date, "2026-06-12")])
        );
        assert_eq!(pairs("案由：关于加强湿地保护的提案"), Some(vec![(Subject::MatterTitle, "关于加强湿地保护的提案")]));
        assert_eq!(
            pairs("索引号 1133/2026-01 主题分类 建议提案"),
            Some(vec![(Subject::Other, "1133/2026-01"), (Subject::Other, "建议提案")])
        );
        assert_eq!(pairs("名称 不详"), None);
        assert_eq!(pairs("您提出的标题：某"), None);
        assert!(is_bare_label("索引号") && is_bare_label("发布日期：") && !is_bare_label("索引号：1"));
    }
}
