//! Names of organs: 临江市科学技术局, 财政部, 柳溪镇人民政府.

use crate::text::characters::{is_blank, is_han};

/// What names of organs, of their sections and of the bodies letters go to end with.
const ENDINGS: [&str; 74] = [
    "局",
    "厅",
    "部",
    "委",
    "办",
    "署",
    "院",
    "府",
    "会",
    "处",
    "科",
    "所",
    "社",
    "团",
    "镇",
    "乡",
    "区",
    "县",
    "市",
    "省",
    "街道",
    "中心",
    "公司",
    "集团",
    "银行",
    "支行",
    "分行",
    "大学",
    "学院",
    "学校",
    "中学",
    "小学",
    "幼儿园",
    "医院",
    "总队",
    "支队",
    "大队",
    "中队",
    "指挥部",
    "党组",
    "党委",
    "支部",
    "小组",
    "工作组",
    "代表组",
    "联系组",
    "法院",
    "检察院",
    "村",
    "农场",
    "林场",
    "管理站",
    "工作站",
    "服务站",
    "气象台",
    "电视台",
    "图书馆",
    "档案馆",
    "博物馆",
    "编办",
    "法制办",
    "人社",
    "联",
    "组",
    "段",
    "园",
    "司",
    "股",
    "站",
    "盟",
    "政协",
    "人大",
    "界",
    "室",
];

/// What a table names an organ with; 主办单位市总工会 is a row and no name.
const LABELS: [&str; 11] = [
    "主办单位",
    "承办单位",
    "会办单位",
    "协办单位",
    "办理单位",
    "答复单位",
    "发文单位",
    "发文机关",
    "发布机构",
    "发布单位",
    "公开机构",
];

/// Whether `text`, blanks left out, reads as the name of one organ.
pub(super) fn is_name(text: &str) -> bool {
    let text: String = text.chars().filter(|&character| !is_blank(character)).collect();
    let bare = without_brackets(&text);
    let length = bare.chars().count();
    (3..=32).contains(&length)
        && bare.chars().all(|character| is_han(character) || matches!(character, '·' | '“' | '”'))
        && ENDINGS.iter().any(|ending| bare.ends_with(ending))
        && !["关于", "答复", "建议", "提案（", "您", "你们", "我们", "的", "如下", "收悉"]
            .iter()
            .any(|word| bare.contains(word))
        && !LABELS.iter().any(|label| bare.starts_with(label))
}

/// Whether `text` is one or several names of organs, divided by blanks or 、.
pub(super) fn are_names(text: &str) -> bool {
    is_name(text)
        || text.contains(|character| is_blank(character) || character == '、')
            && text
                .split(|character| is_blank(character) || character == '、')
                .filter(|name| !name.is_empty())
                .all(is_name)
}

/// The length of several organs' names, divided by blanks, at the start of a title; 0 where one organ or none begins it.
pub(super) fn joint_prefix(title: &str) -> usize {
    let end = ["关于", "对"].iter().filter_map(|word| title.find(word)).min().unwrap_or(0);
    if are_joint(&title[..end]) { end } else { 0 }
}

/// Whether `text` is several names divided by blanks, rather than one that is spaced out.
fn are_joint(text: &str) -> bool {
    let names: Vec<&str> = text.split(is_blank).filter(|name| !name.is_empty()).collect();
    names.len() > 1 && names.iter().all(|name| is_name(name))
}

/// A name without the blanks that space it out; several names with one wide space between them.
pub(super) fn tidy(text: &str) -> String {
    let joint = are_joint(text);
    let words: Vec<&str> = text.split(is_blank).filter(|word| !word.is_empty()).collect();
    words.join(if joint { "\u{3000}" } else { "" })
}

/// Whether a short list entry could be an organ, a town or another body: what a co-handler is.
pub(super) fn is_body(text: &str) -> bool {
    let length = text.chars().count();
    (2..=24).contains(&length)
        && text.chars().all(|character| is_han(character) || matches!(character, '（' | '）' | '(' | ')' | '·'))
        && ENDINGS.iter().any(|ending| without_brackets(text).ends_with(ending))
}

/// A name without a bracket at its end: 临江市教育局（市委教育工委）.
fn without_brackets(text: &str) -> &str {
    if text.ends_with(['）', ')']) { text.rfind(['（', '(']).map_or(text, |at| &text[..at]) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_organs() {
        for name in [
            "临江市科学技术局",
            "财政部",
            "柳溪镇人民政府",
            "临 江 市 教 育 局",
            "国家税务总局临江市税务局",
            "临江市人民政府办公室",
            "临江市教育局（市委教育工委）",
        ] {
            assert!(is_name(name), "{name}");
        }
        for text in
            ["关于加强教育的函", "您提出的建议我局", "下一步工作", "感谢您的支持", "王禾", "2026年", "我们的办公室"]
        {
            assert!(!is_name(text), "{text}");
        }
        assert!(are_names("临江市教育局　临江市财政局") && !are_names("临江市教育局　联系人"));
        assert!(is_body("柳溪镇") && is_body("市财政局") && !is_body("意见"));
    }
}
