//! Where a request is answered, as it is written: 二（一）; 第三部分; 二、三; 二（一）、（三）.

use crate::text::numeral;

/// The paths of the sections that `written` names, as 二（一） each; empty where it is no list of numbers, as 开头一段.
pub fn paths(written: &str) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for part in written.split(['、', '，', ',', '；', ';', '和', '及']) {
        let path: String = part
            .replace('(', "（")
            .replace(')', "）")
            .replace("部分", "")
            .chars()
            .filter(|it| !matches!(it, '第' | '.' | ' '))
            .collect();
        if path.is_empty() {
            continue;
        }
        let is_path =
            path.chars().all(|it| numeral::is_numeral(it) || it.is_ascii_digit() || matches!(it, '（' | '）'));
        if !is_path {
            return Vec::new();
        }
        // （三） after 二（一） is 二（三）.
        let above = paths.last().filter(|_| path.starts_with('（')).and_then(|before| before.split('（').next());
        paths.push(format!("{}{path}", above.unwrap_or_default()));
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::paths;

    #[test]
    fn lists_of_sections_are_read() {
        for (written, read) in [
            ("二（一）", vec!["二（一）"]),
            ("第三部分", vec!["三"]),
            ("二、三", vec!["二", "三"]),
            ("二（一）、（三）", vec!["二（一）", "二（三）"]),
            ("一、(二)", vec!["一", "一（二）"]),
            ("第二部分和第三部分", vec!["二", "三"]),
            ("开头一段", vec![]),
            ("一、", vec!["一"]),
            ("", vec![]),
        ] {
            assert_eq!(paths(written), read, "{written}");
        }
    }
}
