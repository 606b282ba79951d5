//! A paragraph without the number it begins with.

use crate::letter::outline::Marker;
use crate::text::numeral;

/// `text` without the number that begins it: （一）, 1., 一是, 第一，. What has none is given back as it is.
pub fn without_number(text: &str) -> &str {
    let text = text.trim();
    if let Some(marker) = Marker::at_start(text) {
        return text[marker.range.end..].trim_start();
    }
    let number = text.trim_start_matches('第').trim_start_matches(numeral::is_numeral);
    let counted = number.len() < text.len();
    for mark in ["是", "，", "、"] {
        // 一是…… has a number right before 是; 第一， has 第 before it.
        let begins = if mark == "是" { !text.starts_with('第') } else { text.starts_with('第') };
        if let Some(rest) = number.strip_prefix(mark).filter(|_| counted && begins) {
            return rest.trim_start_matches(['，', ',']).trim_start();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_number_goes() {
        for (text, bare) in [
            ("（一）已完成的工作。清淤。", "已完成的工作。清淤。"),
            ("一、关于河道", "关于河道"),
            ("2.改造泵站。", "改造泵站。"),
            ("一是高位推进。", "高位推进。"),
            ("三是，加强衔接。", "加强衔接。"),
            ("第一，加强衔接。", "加强衔接。"),
            ("一些河道还没有清淤。", "一些河道还没有清淤。"),
            ("是否可行，", "是否可行，"),
            ("第一批工程", "第一批工程"),
            ("2026年，我局", "2026年，我局"),
        ] {
            assert_eq!(without_number(text), bare);
        }
    }
}
