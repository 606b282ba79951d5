//! Tags of a page: where they end, their names, what their attributes say.

use super::super::margin::Margin;

/// The length of a tag, a comment or a declaration at the start of a text; 0 where < is only a sign.
pub(super) fn end(text: &str) -> usize {
    if text.starts_with("<!--") {
        return text.find("-->").map_or(text.len(), |at| at + 3);
    }
    let second = text[1..].chars().next();
    if !second.is_some_and(|character| character.is_ascii_alphabetic() || matches!(character, '/' | '!' | '?')) {
        return 0;
    }
    let mut quote = None;
    for (at, character) in text.char_indices() {
        match (character, quote) {
            ('"' | '\'', None) => quote = Some(character),
            (_, Some(open)) if character == open => quote = None,
            ('>', None) => return at + 1,
            // A quote that is never closed ends with the tag.
            ('<', _) if at > 0 => return text[..at].rfind('>').map_or(at, |close| close + 1),
            _ => {}
        }
    }
    text.len()
}

/// The name of a tag in lower case, with / before that of an end.
pub(super) fn name(tag: &str) -> String {
    let inner = tag.trim_start_matches('<');
    let slash = usize::from(inner.starts_with('/'));
    let length =
        inner[slash..].find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(inner.len() - slash);
    inner[..slash + length].to_ascii_lowercase()
}

/// Whether a tag says that its element is not shown.
pub(super) fn is_hidden(tag: &str) -> bool {
    let lower: String = tag.to_ascii_lowercase().chars().filter(|&character| character != ' ').collect();
    lower.contains("display:none") || lower.contains("visibility:hidden") || lower.contains("aria-hidden=\"true\"")
}

/// The value of an attribute, where the tag has it.
pub(super) fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let at = tag.to_ascii_lowercase().find(&format!(" {name}="))? + name.len() + 2;
    let value = &tag[at..];
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split([' ', '>', '/', '\t', '\n']).next(),
    }
}

/// Whether a tag begins the sign that refers to a note, as word processors write it.
pub(super) fn refers_to_note(tag: &str) -> bool {
    let by_class = attribute(tag, "class").is_some_and(|class| {
        ["sdfootnoteanc", "sdendnoteanc", "sdfootnotesym", "sdendnotesym"].iter().any(|sign| class.starts_with(sign))
    });
    by_class || attribute(tag, "name").is_some_and(|name| ["_ftn", "_edn"].iter().any(|sign| name.starts_with(sign)))
}

/// The place beside the text that a division stands for, as word processors write it.
pub(super) fn margin(tag: &str) -> Option<Margin> {
    let by_identifier = attribute(tag, "id").and_then(|identifier| {
        let starts = |signs: [&str; 2]| signs.iter().any(|sign| identifier.starts_with(sign));
        match () {
            () if starts(["sdfootnote", "ftn"]) => Some(Margin::Footnote),
            () if starts(["sdendnote", "edn"]) => Some(Margin::Endnote),
            () => None,
        }
    });
    by_identifier.or_else(|| (attribute(tag, "title") == Some("footer")).then_some(Margin::Footer))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes() {
        let tag = "<ol Type='a' start=\"3\" id=ftn1>";
        assert_eq!(attribute(tag, "type"), Some("a"));
        assert_eq!(attribute(tag, "start"), Some("3"));
        assert_eq!(attribute(tag, "id"), Some("ftn1"));
        assert_eq!(attribute(tag, "value"), None);
        assert_eq!(margin(tag), Some(Margin::Footnote));
        assert!(refers_to_note("<a class=\"sdfootnoteanc\" href=\"#x\">") && !refers_to_note("<a href=\"#x\">"));
    }
}
