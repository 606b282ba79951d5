//! Character references: &amp; and its kin, in web pages and in XML.

/// The text of a reference by what stands between & and ;. `None` for one that no letter uses.
pub(super) fn text(name: &str) -> Option<String> {
    if let Some(code) = name.strip_prefix('#') {
        let code = match code.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => code.parse().ok()?,
        };
        // Pages made on Windows number its own quotation marks and dashes.
        let windows = match code {
            0x85 => Some('…'),
            0x91 => Some('‘'),
            0x92 => Some('’'),
            0x93 => Some('“'),
            0x94 => Some('”'),
            0x96 => Some('–'),
            0x97 => Some('—'),
            _ => None,
        };
        return windows.or_else(|| char::from_u32(code)).filter(|&character| character != '\0').map(String::from);
    }
    const NAMES: [(&str, &str); 32] = [
        ("amp", "&"),
        ("lt", "<"),
        ("gt", ">"),
        ("quot", "\""),
        ("apos", "'"),
        ("nbsp", "\u{A0}"),
        ("ensp", "\u{2002}"),
        ("emsp", "\u{2003}"),
        ("thinsp", "\u{2009}"),
        ("zwnj", "\u{200C}"),
        ("zwj", "\u{200D}"),
        ("shy", "\u{AD}"),
        ("ldquo", "“"),
        ("rdquo", "”"),
        ("lsquo", "‘"),
        ("rsquo", "’"),
        ("mdash", "—"),
        ("ndash", "–"),
        ("hellip", "…"),
        ("middot", "·"),
        ("bull", "•"),
        ("times", "×"),
        ("divide", "÷"),
        ("deg", "°"),
        ("plusmn", "±"),
        ("permil", "‰"),
        ("copy", "©"),
        ("reg", "®"),
        ("yen", "¥"),
        ("sup2", "²"),
        ("lang", "〈"),
        ("rang", "〉"),
    ];
    NAMES.iter().find(|(known, _)| *known == name).map(|&(_, text)| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_by_name_and_number() {
        for (name, expected) in
            [("amp", "&"), ("ldquo", "“"), ("#8220", "“"), ("#x201C", "“"), ("#147", "“"), ("nbsp", "\u{A0}")]
        {
            assert_eq!(text(name).as_deref(), Some(expected), "{name}");
        }
        for name in ["", "#", "#x", "#xD800", "#0", "unknown"] {
            assert_eq!(text(name), None, "{name}");
        }
    }
}
