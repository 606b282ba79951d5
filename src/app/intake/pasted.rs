//! Whether a paste is a whole letter, and whether a draft is one that a whole letter may go into.

use crate::app::state::Sheet;
use crate::letter::closing;
use crate::letter::date::{self, LetterDate};
use crate::letter::document_number::DocumentNumber;
use crate::letter::opening;
use crate::letter::outline::Outline;
use crate::text::characters::is_blank;

/// How many elements of a letter a paste must show before it is taken for one.
const SIGNS: usize = 3;

/// The longest line that can be an element, in characters.
const ELEMENT: usize = 80;

/// Over how many lines a title may be set.
const TITLE_LINES: usize = 3;

/// Whether `text` looks like a whole letter: it has a title or addressees, something of what stands around a letter's text, and
/// enough of both together. Paragraphs that were copied out of a letter have not, nor has its text without its head.
pub fn is_letter(text: &str) -> bool {
    let lines: Vec<String> = text.lines().map(bare).filter(|line| !line.is_empty()).collect();
    let short: Vec<&str> = lines.iter().map(String::as_str).filter(|line| line.chars().count() <= ELEMENT).collect();
    let any = |is: fn(&str) -> bool| short.iter().any(|line| is(line));
    let titled = (1..=TITLE_LINES).any(|count| short.windows(count).any(|lines| is_title(&lines.concat())));
    let addressed = any(is_addressee);
    let opened = opening::find(text, &Outline::of(text))
        .is_some_and(|opening| opening.receipt.is_some() || opening.lead_in.is_some());
    let around = [any(is_number), any(is_date), any(is_contact), any(is_disclosure), any(is_copy)];
    let around = around.iter().filter(|&&sign| sign).count();
    let signs = usize::from(titled) + usize::from(addressed) + usize::from(opened) + around;
    (titled || addressed) && around > 0 && signs >= SIGNS
}

/// Whether a draft has no text of its own yet: nothing, or the opening that a new draft begins with, be it with the closing.
pub fn is_blank_draft(sheet: &Sheet) -> bool {
    let body = &sheet.document.draft().letter.body;
    let outline = Outline::of(body);
    let first = match outline.paragraphs.as_slice() {
        [] => return true,
        [only] => only,
        [first, ..] if closing::find(body, &outline).is_some_and(|(paragraph, _)| paragraph == 1) => first,
        _ => return false,
    };
    let text = body[first.range.clone()].trim_end_matches(is_blank);
    opening::find(body, &outline).is_some() && text.ends_with(['：', ':'])
}

fn bare(line: &str) -> String {
    line.chars().filter(|&mark| !is_blank(mark)).collect()
}

fn is_title(line: &str) -> bool {
    let bare = line.trim_end_matches(['）', ')', 'A', 'B', 'C', 'D', '类', '（', '(']);
    let ends = ["答复", "答复函", "复函", "的函", "回复", "意见", "答复意见"].iter().any(|end| bare.ends_with(end));
    ends && (line.contains("关于") || line.contains('对')) && !line.contains(['。', '：', '；'])
}

fn is_number(line: &str) -> bool {
    line.chars().count() <= 40 && DocumentNumber::find(line).is_some()
}

fn is_addressee(line: &str) -> bool {
    let Some(names) = line.strip_suffix(['：', ':']) else {
        return false;
    };
    let names = names.trim_end_matches("您好").trim_end_matches("你们好").trim_end_matches(['，', ',']);
    let told = ["代表", "委员", "代表团", "委员会", "办公室", "局", "政府"].iter().any(|end| names.ends_with(end));
    told && names.chars().count() <= 60 && !names.contains(['。', '《', '；', '：'])
}

/// A date, alone or after the organ that signs.
fn is_date(line: &str) -> bool {
    let at_end = date::find(line).is_some_and(|range| range.end == line.len());
    line.chars().count() <= 40 && (at_end || LetterDate::typed(line).day().is_some())
}

fn is_contact(line: &str) -> bool {
    let inner = line.trim_start_matches(['（', '(']);
    ["联系人", "联系电话", "承办人", "经办人", "联系单位"].iter().any(|label| inner.starts_with(label))
}

fn is_disclosure(line: &str) -> bool {
    let inner = line.trim_start_matches(['（', '(']);
    inner.starts_with("公开方式") || inner.starts_with("公开属性") || inner.starts_with("此件")
}

fn is_copy(line: &str) -> bool {
    line.starts_with("抄送") || line.starts_with("抄报")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::tests::letters;

    #[test]
    fn a_new_draft_has_no_text_of_its_own() {
        let blank = |body: &str| {
            let bench = crate::app::tests::Bench::with(crate::app::tests::with_body(body));
            is_blank_draft(bench.state.sheet().unwrap())
        };
        let opening = "您提出的《关于路灯的建议》（第2026099号）收悉，现答复如下：\n\n";
        for rest in ["", "\n\n专此答复，感谢您对我们工作的关心和支持。\n"] {
            assert!(blank(&format!("{opening}{rest}")), "{rest}");
            assert!(!blank(&format!("{opening}路灯已修复。\n{rest}")), "{rest}");
        }
        assert!(blank("") && !blank("路灯已修复。"));
    }

    #[test]
    fn whole_letters_are_known() {
        let letters = letters();
        let unknown: Vec<&str> =
            letters.iter().filter(|(_, text)| !is_letter(text)).map(|(name, _)| name.as_str()).collect();
        assert!(unknown.len() * 20 <= letters.len(), "{unknown:?}");
    }

    #[test]
    fn paragraphs_are_no_letter() {
        for text in [
            "一、关于加密线路的建议\n我局已增开两条线路。\n二、下一步\n继续推进。",
            "您提出的《关于治水的建议》（第2026042号）收悉，现答复如下：\n一、清淤\n已完成。\n专此答复。",
            "（联系人：周舟，电话：88000000）\n公开方式：主动公开\n抄送：市政府办公室。",
            "临江市水务局\n2026年6月12日",
            "王禾代表：\n您提出的建议收悉。",
            "",
        ] {
            assert!(!is_letter(text), "{text}");
        }
    }
}
