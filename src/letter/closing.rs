//! The closing of a body: 专此答复, thanks, the wish for further supervision.

use super::outline::Outline;
use std::ops::Range;

/// Phrases that close a letter. Neither the 条例 nor GB/T 9704 fixes one; these are what letters use.
const FORMULAS: [&str; 38] = [
    "以上答复",
    "以上意见",
    "以上是",
    "顺祝",
    "顺颂",
    "此致",
    "专此答复",
    "特此答复",
    "特此函复",
    "专此函复",
    "特此回复",
    "专此回复",
    "专此奉复",
    "特此奉复",
    "特此函达",
    "谨此",
    "谨复",
    "专复",
    "并颂",
    "敬颂",
    "即颂",
    "并祝",
    "此复",
    "特复",
    "供贵",
    "再次感谢",
    "衷心感谢",
    "诚挚感谢",
    "感谢您",
    "感谢你",
    "感谢支持",
    "感谢关心",
    "感谢对",
    "深表感谢",
    "表示感谢",
    "表示衷心",
    "致以",
    "谢谢",
];

/// The closing: its first paragraph and its text in bytes of the body. Looked for in the last three paragraphs, after the
/// opening; several closing paragraphs in a row are one closing.
pub fn find(body: &str, outline: &Outline) -> Option<(usize, Range<usize>)> {
    let count = outline.paragraphs.len();
    let last_heading =
        outline.sections.iter().filter(|section| section.stands_alone).map(|section| section.paragraph).max();
    let first = (count.saturating_sub(3)..count).filter(|&index| index > 0).find(|&index| {
        let paragraph = &outline.paragraphs[index];
        // Thanks may bear a number of their own; any other heading on a line of its own closes nothing.
        let words = paragraph.range.start + paragraph.marker.as_ref().map_or(0, |marker| marker.range.len());
        let text = &body[words..paragraph.range.end];
        if last_heading == Some(index) && !text.contains("感谢") {
            return false;
        }
        (FORMULAS.iter().any(|formula| text.starts_with(formula)) || index + 1 == count)
            && (FORMULAS.iter().any(|formula| text.contains(formula)) || index + 1 == count && thanks(text))
    })?;
    Some((first, outline.paragraphs[first].range.start..outline.paragraphs[count - 1].range.end))
}

/// Whether the last paragraph thanks, or asks to be told what is amiss, in whatever words.
fn thanks(text: &str) -> bool {
    const WORDS: [&str; 18] = [
        "感谢",
        "谢忱",
        "谢意",
        "致谢",
        "致敬",
        "批评指正",
        "敬请谅解",
        "请与我",
        "同我们联系",
        "请随时",
        "不同意见",
        "宝贵意见",
        "继续关注",
        "继续关心",
        "继续监督",
        "答复时参考",
        "供参考",
        "敬请理解",
    ];
    WORDS.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closing(body: &str) -> Option<&str> {
        find(body, &Outline::of(body)).map(|(_, range)| &body[range])
    }

    #[test]
    fn formulas_at_the_end() {
        assert_eq!(closing("收悉。\n已办。\n专此奉复，并颂时祺。"), Some("专此奉复，并颂时祺。"));
        assert_eq!(closing("收悉。\n一、情况\n专此答复，感谢您的支持。"), Some("专此答复，感谢您的支持。"));
        assert_eq!(closing("收悉。\n已办。\n再次感谢您的关心。\n专此答复。"), Some("再次感谢您的关心。\n专此答复。"));
        assert_eq!(
            closing("收悉。\n我们衷心感谢您的支持，欢迎继续监督。"),
            Some("我们衷心感谢您的支持，欢迎继续监督。")
        );
    }

    #[test]
    fn numbered_thanks() {
        assert_eq!(closing("收悉。\n一、情况\n已办。\n二、衷心感谢您的支持"), Some("二、衷心感谢您的支持"));
        assert_eq!(closing("收悉。\n一、情况\n已办。\n二、供贵单位参考的做法"), None);
    }

    #[test]
    fn thanks_at_the_start_close_nothing() {
        assert_eq!(closing("感谢您对工作的关心，您的建议收悉。\n一、情况\n已办结。"), None);
        assert_eq!(closing("收悉。\n已办。\n以上意见，供答复时参考。"), Some("以上意见，供答复时参考。"));
        assert_eq!(
            closing("收悉。\n已办。\n如对答复有不同意见，请及时与我局联系。"),
            Some("如对答复有不同意见，请及时与我局联系。")
        );
        assert_eq!(closing("专此答复"), None);
        assert_eq!(closing(""), None);
    }
}
