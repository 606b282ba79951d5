//! 抄送 and its kin: 抄送：甲、乙。 抄报：甲；抄送：乙

use super::label::value_after;
use super::list;
use std::ops::Range;

const LABELS: [&str; 13] =
    ["抄送单位", "抄送机关", "抄送", "抄报", "抄致", "抄告", "抄发", "发送", "分送", "报送", "主报", "报", "送"];

/// Where the list begins in a line that names who gets a copy.
pub(super) fn start(line: &str) -> Option<usize> {
    value_after(line, &LABELS)
}

/// The entries of a list of copies that begins at `start`; a second label inside it is none of them.
pub(super) fn read(text: &str, start: usize) -> Vec<Range<usize>> {
    let mut entries = Vec::new();
    for entry in list::entries(text, start..text.len()) {
        let inner = value_after(&text[entry.clone()], &LABELS).map_or(entry.start, |value| entry.start + value);
        if inner < entry.end {
            entries.push(inner..entry.end);
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copies(line: &str) -> Option<Vec<&str>> {
        let start = start(line)?;
        Some(read(line, start).into_iter().map(|entry| &line[entry]).collect())
    }

    #[test]
    fn labels_and_marks() {
        for line in [
            "抄送：市人大常委会选联工委、市政府办公室。",
            "抄 送：市人大常委会选联工委，市政府办公室",
            "抄　送: 市人大常委会选联工委；市政府办公室。",
            "抄报：市人大常委会选联工委；抄送：市政府办公室。",
            "报：市人大常委会选联工委。送：市政府办公室。",
        ] {
            assert_eq!(copies(line).unwrap(), ["市人大常委会选联工委", "市政府办公室"], "{line}");
        }
        assert_eq!(
            copies("抄送：市委办公室（2份）、各区（市、县）。").unwrap(),
            ["市委办公室（2份）", "各区（市、县）"]
        );
        assert_eq!(copies("抄送市政府办公室"), None);
    }
}
