//! How the elements of a letter are worded when it is issued: the lines that dafu writes itself.
//!
//! Export writes these lines, import recognises them, and the checklist shows them as evidence.

use super::draft::{Draft, Letter};

/// The addressee line with its full-width colon (GB/T 9704—2012, 7.3.2): 王某、李某代表：. Empty without addressees.
pub fn addressees(letter: &Letter) -> String {
    if letter.addressees.is_empty() {
        return String::new();
    }
    let names = letter.addressees.join("、");
    match letter.addressee_total {
        Some(total) => format!("{names}等{total}名{}：", letter.addressee_title),
        None => format!("{names}{}：", letter.addressee_title),
    }
}

/// The lines that name the attachments (GB/T 9704—2012, 7.3.4): numbered when there are several, nothing after a name.
pub fn attachments(letter: &Letter) -> Vec<String> {
    match letter.attachments.as_slice() {
        [] => Vec::new(),
        [only] => vec![format!("附件：{only}")],
        several => several
            .iter()
            .enumerate()
            .map(|(index, name)| {
                let lead = if index == 0 { "附件：" } else { "　　　" };
                format!("{lead}{}. {name}", index + 1)
            })
            .collect(),
    }
}

/// The label of a number without a name that stands beside other contacts: 联系电话 would make it one of theirs.
pub const FURTHER_PHONE: &str = "另一联系电话";

/// The contact line in the place of the 附注, in brackets (GB/T 9704—2012, 7.3.6). Empty without contacts.
pub fn contacts(letter: &Letter) -> String {
    let phone_label = if letter.contacts.len() > 1 { FURTHER_PHONE } else { "联系电话" };
    let each: Vec<String> = letter
        .contacts
        .iter()
        .map(|contact| match (contact.name.as_str(), contact.phone.as_str()) {
            (name, "") => format!("联系人：{name}"),
            ("", phone) => format!("{phone_label}：{phone}"),
            (name, phone) => format!("联系人：{name}，联系电话：{phone}"),
        })
        .collect();
    if each.is_empty() { String::new() } else { format!("（{}）", each.join("；")) }
}

/// The disclosure line: 公开方式：主动公开, with the reason in brackets where there is one.
pub fn disclosure(letter: &Letter) -> String {
    match (letter.disclosure.as_str(), letter.disclosure_reason.as_str()) {
        ("", _) => String::new(),
        (mode, "") => format!("公开方式：{mode}"),
        (mode, reason) => format!("公开方式：{mode}（理由：{reason}）"),
    }
}

/// The cc line with its full stop (GB/T 9704—2012, 7.4.2): 抄送：市政府办公室、各会办单位。 Empty without cc.
pub fn cc(letter: &Letter) -> String {
    if letter.cc.is_empty() { String::new() } else { format!("抄送：{}。", letter.cc.join("、")) }
}

/// The mark of the result as it stands at the top right of the first page: B类. Empty without a category.
pub fn category(letter: &Letter) -> String {
    if letter.category.is_empty() { String::new() } else { format!("{}类", letter.category) }
}

/// The signer's line: 签发人：王某. Empty in most letters.
pub fn signer(letter: &Letter) -> String {
    if letter.signer.is_empty() { String::new() } else { format!("签发人：{}", letter.signer) }
}

/// The title that the draft's own parts make: organ, session, number, kind.
pub fn composed_title(draft: &Draft) -> String {
    let (letter, matter) = (&draft.letter, &draft.matter);
    let maker = if draft.kind == super::Kind::Suggestion { "代表建议" } else { "提案" };
    let verb = if draft.role == super::Role::Joint { "会办意见的函" } else { "答复的函" };
    format!("{}关于{}第{}号{maker}{verb}", letter.issuer, matter.session, matter.number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Contact;

    #[test]
    fn the_lines_of_a_letter() {
        let letter = Letter {
            addressees: vec!["王禾".into(), "李澄".into()],
            addressee_title: "代表".into(),
            contacts: vec![Contact { name: "周舟".into(), phone: "0700-8000000".into() }],
            disclosure: "依申请公开".into(),
            disclosure_reason: "涉及未定事项".into(),
            cc: vec!["市政府办公室".into(), "各会办单位".into()],
            attachments: vec!["名单".into(), "进度表".into()],
            ..Letter::default()
        };
        assert_eq!(addressees(&letter), "王禾、李澄代表：");
        assert_eq!(addressees(&Letter { addressee_total: Some(12), ..letter.clone() }), "王禾、李澄等12名代表：");
        assert_eq!(contacts(&letter), "（联系人：周舟，联系电话：0700-8000000）");
        assert_eq!(disclosure(&letter), "公开方式：依申请公开（理由：涉及未定事项）");
        assert_eq!(cc(&letter), "抄送：市政府办公室、各会办单位。");
        assert_eq!(attachments(&letter), ["附件：1. 名单", "　　　2. 进度表"]);
        assert_eq!(addressees(&Letter::default()) + &contacts(&Letter::default()) + &cc(&Letter::default()), "");
    }
}
