//! The words that count things: 个, 名, 公里.

/// Measure words and units that may follow a number, longer ones before those they begin with.
const MEASURES: [&str; 52] = [
    "平方公里",
    "平方米",
    "立方米",
    "百分点",
    "个月",
    "个",
    "名",
    "户",
    "家",
    "辆",
    "台",
    "座",
    "条",
    "处",
    "所",
    "间",
    "岁",
    "项",
    "件",
    "套",
    "桌",
    "张",
    "位",
    "次",
    "倍",
    "天",
    "周",
    "小时",
    "分钟",
    "公里",
    "千米",
    "厘米",
    "米",
    "里路",
    "公斤",
    "吨",
    "亩",
    "场",
    "期",
    "批",
    "棵",
    "株",
    "支",
    "只",
    "头",
    "元",
    "成",
    "层",
    "栋",
    "年时间",
    "人次",
    "人",
];

/// The measure word that `text` begins with.
pub fn leading(text: &str) -> Option<&'static str> {
    MEASURES.into_iter().find(|word| text.starts_with(word))
}

/// The measure word that `text` begins with, of those that two numbers before it make a rough count of: 三四天, 两三个.
/// 二、三期 and 二、三层 are two things each.
pub fn leading_count(text: &str) -> Option<&'static str> {
    const ORDERED: [&str; 18] = [
        "项",
        "期",
        "层",
        "批",
        "支",
        "场",
        "所",
        "台",
        "栋",
        "条",
        "处",
        "间",
        "件",
        "套",
        "位",
        "张",
        "元",
        "百分点",
    ];
    leading(text).filter(|word| !ORDERED.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_is_taken() {
        assert_eq!(leading("个月内"), Some("个月"));
        assert_eq!(leading("人次"), Some("人次"));
        assert_eq!(leading("平方米"), Some("平方米"));
        assert_eq!(leading("月底"), None);
        for (index, word) in MEASURES.iter().enumerate() {
            assert!(!MEASURES[..index].iter().any(|before| word.starts_with(before)), "{word} is never reached");
        }
    }
}
