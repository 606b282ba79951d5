//! Citations: the laws and documents a letter rests on.

use crate::text::brackets;
use std::ops::Range;

/// Every title in 《》 of `text` with the document number in brackets and the article that follow it, in bytes.
pub fn of(text: &str) -> Vec<Range<usize>> {
    brackets::enclosed(text, '《')
        .into_iter()
        .map(|title| {
            let mut end = title.end;
            let rest = &text[end..];
            if rest.starts_with(['（', '('])
                && let Some(close) = rest.find(['）', ')'])
                && rest[..close].contains(['〔', '号', '['])
            {
                end += close + rest[close..].chars().next().map_or(0, char::len_utf8);
            }
            end += article(&text[end..]);
            title.start..end
        })
        .collect()
}

/// How long the article is that `text` begins with, in bytes: 第五十一条第二款, or nothing.
fn article(text: &str) -> usize {
    let mut end = 0;
    while let Some(rest) = text[end..].strip_prefix('第') {
        let Some(stop) = rest.find(['条', '款', '项', '章']) else { break };
        let number = &rest[..stop];
        let is_number = |character| crate::text::numeral::is_numeral(character) || character.is_ascii_digit();
        if number.is_empty() || !number.trim_matches(['（', '）']).chars().all(is_number) {
            break;
        }
        end += '第'.len_utf8() + stop + '条'.len_utf8();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_number_and_article_together() {
        let text = "依据《代表法》第五十一条第二款，按照《关于某事的意见》（临府〔2026〕5号）和《办法》（试行）办理。";
        let found: Vec<&str> = of(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["《代表法》第五十一条第二款", "《关于某事的意见》（临府〔2026〕5号）", "《办法》"]);
    }
}
