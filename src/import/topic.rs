//! The topic of what is answered, as a sentence names it: 《关于加强湿地保护的建议》.

use crate::text::brackets;
use crate::text::characters::is_blank;
use std::ops::Range;

/// Where the topic stands in `range` of a text: between marks, after one that is never closed, or without any.
pub(super) fn find(body: &str, range: Range<usize>) -> Option<Range<usize>> {
    marked(body, range.clone()).or_else(|| unclosed(body, range.clone())).or_else(|| unmarked(body, range))
}

/// A topic between 《》 or “”.
pub(super) fn marked(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let slice = &text[range.clone()];
    ['《', '“', '"'].into_iter().find_map(|open| {
        let pairs = if open == '"' { straight_quotes(slice) } else { brackets::enclosed(slice, open) };
        let inner = |pair: &Range<usize>| {
            let inside = brackets::inside(slice, pair);
            inside.start + range.start..inside.end + range.start
        };
        let is_topic = |pair: &&Range<usize>| {
            let inside = &text[inner(pair)];
            let after = slice[pair.end..].trim_start_matches(is_blank);
            let named = ["建议", "提案", "议案"].iter().any(|word| {
                inside.trim_end_matches(['》', '”']).ends_with(word)
                    || after.starts_with(word)
                    || after.starts_with(&format!("的{word}"))
            });
            named || inside.starts_with("关于") || after.starts_with("（第") || after.starts_with("(第")
        };
        // A document that the letter cites before its topic is told by what follows it.
        pairs.iter().find(is_topic).map(inner)
    })
}

fn straight_quotes(text: &str) -> Vec<Range<usize>> {
    let places: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    places.chunks_exact(2).map(|pair| pair[0]..pair[1] + 1).collect()
}

/// A topic whose 《 is never closed: it ends where the number or the verb begins.
fn unclosed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let slice = &text[range.clone()];
    let start = slice.find('《')? + '《'.len_utf8();
    if slice[start..].contains('》') {
        return None;
    }
    let end = ["（第", "(第", "收悉", "，", "已收"].iter().filter_map(|mark| slice[start..].find(mark)).min()? + start;
    Some(range.start + start..range.start + end)
}

/// A topic without any marks: 您提出的关于加强湿地保护的建议（第12号）收悉.
fn unmarked(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let slice = &text[range.clone()];
    let start = slice.find("关于")?;
    let end = ["的建议", "的提案", "的议案", "建议", "提案"]
        .iter()
        .find_map(|word| Some(slice[start..].find(word)? + word.len()))?
        + start;
    let topic = &slice[start..end];
    (!topic.contains(['，', '。', '；', '《', '“']) && topic.chars().count() >= 8 && topic.chars().count() <= 80)
        .then_some(range.start + start..range.start + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(text: &str) -> Option<&str> {
        find(text, 0..text.len()).map(|range| &text[range])
    }

    #[test]
    fn topics_in_every_dress() {
        for text in [
            "您提出的《关于加强湿地保护的建议》（第12号）收悉，现答复如下：",
            "您提出的“关于加强湿地保护的建议”收悉。",
            "您提出的关于加强湿地保护的建议（第12号）收悉，现答复如下：",
            "您提出的《关于加强湿地保护的建议（第12号）收悉",
            "您依据《湿地保护法》提出的《关于加强湿地保护的建议》收悉",
        ] {
            assert_eq!(topic(text), Some("关于加强湿地保护的建议"), "{text}");
        }
        assert_eq!(topic("您提出的《关于加强湿地保护》的提案收悉"), Some("关于加强湿地保护"));
        assert_eq!(topic("您的来信收悉。"), None);
    }
}
