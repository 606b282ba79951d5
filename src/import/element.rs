//! The elements around the signing of a letter, told by how their lines begin.

use super::label::{is_running_text, value_after};
use super::report::Reason;
use super::{attachments, contacts, copies, disclosure, furniture, marks, metadata};

/// What a line of a letter's tail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// 抄送.
    Copies,
    /// 公开方式.
    Disclosure,
    /// The reason for not publishing, on a line of its own.
    DisclosureReason,
    /// 联系人.
    Contacts,
    /// 附件.
    Attachments,
    /// The result, the number or the signer, which some letters have at their foot.
    Marks,
    /// 主送, which some letters have at their foot.
    Recipients,
    /// A pair of a page's table.
    Table,
    /// What is no part of the letter.
    Furniture(Reason),
}

/// What element a line is, where it is one. Of one that holds two it is the first: （附注：主动公开；联系人：周舟）.
pub(super) fn of(line: &str) -> Option<Element> {
    if is_running_text(line) || line.chars().count() > 400 {
        return None;
    }
    single(line).or_else(|| parted(line).map(|(first, _)| first))
}

/// What element a line is as a whole.
fn single(line: &str) -> Option<Element> {
    if copies::start(line).is_some() {
        return Some(Element::Copies);
    }
    if value_after(line, &["主送单位", "主送机关", "主送"]).is_some() {
        return Some(Element::Recipients);
    }
    if disclosure::read(line).is_some() {
        return Some(Element::Disclosure);
    }
    if disclosure::reason_line(line).is_some() {
        return Some(Element::DisclosureReason);
    }
    if contacts::is_line(line) || is_bracketed_contact(line) {
        return Some(Element::Contacts);
    }
    if attachments::start(line).is_some() {
        return Some(Element::Attachments);
    }
    if let Some(reason) = furniture::reason(line) {
        return Some(Element::Furniture(reason));
    }
    // An organ's name alone is a signature rather than a mark.
    let is_mark = !super::organ::are_names(line) && marks::read(line).is_some();
    if is_mark {
        return Some(Element::Marks);
    }
    metadata::read(line).map(|_| Element::Table)
}

/// （周舟，0700-88000000）: a name and a number in brackets are a contact without a label.
fn is_bracketed_contact(line: &str) -> bool {
    let Some(inner) = line.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')'])) else {
        return false;
    };
    let digits = inner.chars().filter(char::is_ascii_digit).count();
    let found = contacts::read(line);
    digits >= 7
        && inner.chars().count() <= 40
        && !found.is_empty()
        && found.iter().all(|found| {
            (2..=4).contains(&contacts::text_of(line, &found.name).chars().count()) && !found.phone.is_empty()
        })
}

/// Where a line that holds two elements may be cut: before a label or a bracket that begins the second.
pub(super) fn cut(line: &str) -> Option<usize> {
    let first = of(line)?;
    parted(line).filter(|&(_, at)| of(&line[at..]) != Some(first)).map(|(_, at)| at)
}

/// The element that a line begins with, and where another begins, where both are sure.
fn parted(line: &str) -> Option<(Element, usize)> {
    line.char_indices().skip(1).map(|(at, _)| at).find_map(|at| {
        let (left, right) = (&line[..at], &line[at..]);
        let opens = right.starts_with(['（', '(', '公', '抄', '联', '是', '信', '此', '附']);
        let parted =
            left.ends_with(|mark| crate::text::characters::is_blank(mark) || matches!(mark, '）' | ')' | '。' | '；'));
        if !opens || !parted {
            return None;
        }
        let (left, second) = (single(left.trim())?, single(right)?);
        let is_sure = matches!(second, Element::Copies | Element::Disclosure | Element::Contacts) && left != second;
        is_sure.then_some((left, at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_their_elements() {
        for (line, element) in [
            ("抄送：市政府办公室。", Element::Copies),
            ("（联系人：周舟，电话：88000000）", Element::Contacts),
            ("（周舟，0700-88000000）", Element::Contacts),
            ("公开方式：主动公开", Element::Disclosure),
            ("主送：王禾、李澄代表", Element::Recipients),
            ("附件：名单", Element::Attachments),
            ("（共印20份）", Element::Furniture(Reason::Imprint)),
            ("B类", Element::Marks),
        ] {
            assert_eq!(of(line), Some(element), "{line}");
        }
        for line in
            ["再次感谢您的支持。", "临江市水务局", "（2026年起实施，共8处）", "一、公开招标", "附件中的材料已经报送。"]
        {
            assert_eq!(of(line), None, "{line}");
        }
    }

    #[test]
    fn two_elements_on_a_line() {
        for (line, right) in [
            ("（联系人：周舟，电话：88000000）（此件公开发布）", "（此件公开发布）"),
            ("公开方式：主动公开　　联系人：周舟", "联系人：周舟"),
        ] {
            assert_eq!(cut(line).map(|at| &line[at..]), Some(right), "{line}");
        }
        assert_eq!(cut("抄送：市委办公室（联系人：周舟）。"), None);
        assert_eq!(cut("（联系人：周舟，电话：88000000）"), None);
    }
}
