//! How far two texts are apart.

/// How many characters have to be put in, taken out or replaced to make one text of the other.
pub fn edits(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (index, character) in left.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (at, other) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(character != *other);
            diagonal = row[at + 1];
            row[at + 1] = replaced.min(row[at] + 1).min(diagonal + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counted_in_characters() {
        assert_eq!(edits("东洲街道", "东州街道"), 1);
        assert_eq!(edits("2026042", "2026024"), 2);
        assert_eq!(edits("", "答复"), 2);
        assert_eq!(edits("关于建议", "关于的建议"), 1);
    }
}
