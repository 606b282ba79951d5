//! The `flow` layout: one paragraph a line, for pasting into Word or an OA form.

use crate::letter::{Draft, issued};
use crate::text::characters;

/// The indent of a paragraph: two full-width spaces (GB/T 9704—2012, 7.3.3: 左空二字).
const INDENT: &str = "　　";

/// The letter in the order of a formal letter (《党政机关公文处理工作条例》第九条): organ, number, title, addressees,
/// body, attachments, signature, date, contacts, disclosure, cc. Parts are divided by a blank line; an absent element
/// leaves none. Ends with a line end.
pub fn flow(draft: &Draft) -> String {
    let letter = &draft.letter;
    let mut parts: Vec<Vec<String>> = vec![
        lines([letter.issuer.clone()]),
        lines([letter.number.clone(), issued::category(letter), issued::signer(letter)]),
        lines([letter.title.clone()]),
    ];
    // The addressees stand flush left, right above the body.
    let mut body = lines([issued::addressees(letter)]);
    body.extend(paragraphs(&letter.body).map(|paragraph| format!("{INDENT}{paragraph}")));
    parts.push(body);
    parts.push(issued::attachments(letter).into_iter().map(|line| format!("{INDENT}{line}")).collect());
    parts.push(lines([letter.signature.clone(), letter.date.issued()]));
    parts.push(lines([issued::contacts(letter)]).into_iter().map(|line| format!("{INDENT}{line}")).collect());
    parts.push(lines([issued::disclosure(letter)]));
    parts.push(lines([issued::cc(letter)]));
    let mut text =
        parts.into_iter().filter(|part| !part.is_empty()).map(|part| part.join("\n")).collect::<Vec<_>>().join("\n\n");
    text.push('\n');
    text
}

fn lines<const N: usize>(lines: [String; N]) -> Vec<String> {
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// The paragraphs of a body without the blanks around them; blank lines are for the eye and fall away.
fn paragraphs(body: &str) -> impl Iterator<Item = &str> {
    body.split('\n').map(|line| line.trim_matches(characters::is_blank)).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::format;

    const DRAFT: &str = r#"
format = 1
kind = "提案"
[letter]
issuer = "临江市教育局"
number = "临教函〔2026〕35号"
title = "临江市教育局关于市政协十五届二次会议第2026108号提案答复的函"
category = "A"
addressees = ["白露"]
addressee_total = 5
addressee_title = "委员"
body = '''
　　收悉，现答复如下：

一、已开办。
'''
signature = "临江市教育局"
date = 2026-06-24
disclosure = "主动公开"
cc = ["市政协提案委员会"]
attachments = ["名单", "标准"]
[[letter.contacts]]
name = "苏锦"
phone = "0700-8205678"
"#;

    #[test]
    fn the_order_and_form_of_a_letter() {
        let draft = format::read(DRAFT).unwrap().draft;
        let expected = "\
临江市教育局

临教函〔2026〕35号
A类

临江市教育局关于市政协十五届二次会议第2026108号提案答复的函

白露等5名委员：
　　收悉，现答复如下：
　　一、已开办。

　　附件：1. 名单
　　　　　2. 标准

临江市教育局
2026年6月24日

　　（联系人：苏锦，联系电话：0700-8205678）

公开方式：主动公开

抄送：市政协提案委员会。
";
        assert_eq!(flow(&draft), expected);
    }

    #[test]
    fn absent_elements_leave_no_gap() {
        let mut draft = Draft::default();
        assert_eq!(flow(&draft), "\n");
        draft.letter.body = "一段。".to_owned();
        assert_eq!(flow(&draft), "　　一段。\n");
    }
}
