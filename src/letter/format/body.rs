//! How a body is quoted in the file: as a literal block that a person reads as it is.

/// `body` as a TOML value: a `'''` block, one paragraph a line; where the text holds what such a block cannot, a `"""`
/// block with escapes.
pub(super) fn quote(body: &str) -> String {
    let literal = !body.contains("'''") && !body.chars().any(needs_escape);
    if body.is_empty() {
        return "''".to_owned();
    }
    if literal { format!("'''\n{body}\n'''") } else { format!("\"\"\"\n{}\n\"\"\"", escape(body)) }
}

/// The body that a string of the file stands for: line ends as `\n`, without the one that ends the last paragraph.
pub(super) fn unquote(value: &str) -> String {
    let text = value.replace("\r\n", "\n");
    match text.strip_suffix('\n') {
        Some(body) => body.to_owned(),
        None => text,
    }
}

fn needs_escape(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\t')
}

fn escape(body: &str) -> String {
    let mut escaped = String::with_capacity(body.len() + 16);
    for character in body.chars() {
        match character {
            '\\' => escaped.push_str("\\\\"),
            '"' => escaped.push_str("\\\""),
            _ if needs_escape(character) => {
                escaped.push_str(&format!("\\u{:04X}", u32::from(character)));
            }
            _ => escaped.push(character),
        }
    }
    escaped
}
