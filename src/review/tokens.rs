//! The units a redline compares: Chinese by character, figures and Latin words whole.

/// The tokens of `text`, in order; together they are the text.
///
/// 435.09, 2026—2027 apart from its dash, 18% and GB18030 are one token each: half a figure struck out misleads.
pub fn tokens(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let mut end = at + character.len_utf8();
        if is_word(character) {
            while let Some(&(next_at, next)) = characters.peek() {
                let after = text[next_at + next.len_utf8()..].chars().next();
                let joins = is_word(next) || is_inner_mark(next) && after.is_some_and(is_word);
                if !joins && !matches!(next, '%' | '％' | '‰') {
                    break;
                }
                end = next_at + next.len_utf8();
                characters.next();
                if !joins {
                    break;
                }
            }
        }
        found.push(&text[start..end]);
        start = end;
    }
    found
}

/// Whether `character` belongs to a figure or a Latin word, half-width or full-width.
fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Whether `character` may stand inside a figure: the decimal point, and the comma of thousands.
fn is_inner_mark(character: char) -> bool {
    matches!(character, '.' | ',' | '．')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stay_whole() {
        let text = "投入435.09万元，占18.5%，惠及1,200户GB18030。";
        assert_eq!(
            tokens(text),
            ["投", "入", "435.09", "万", "元", "，", "占", "18.5%", "，", "惠", "及", "1,200", "户", "GB18030", "。"]
        );
        assert_eq!(tokens("第1.新建"), ["第", "1", ".", "新", "建"]);
        assert_eq!(tokens(""), Vec::<&str>::new());
    }
}
