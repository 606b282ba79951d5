//! Documents that letters cite, and how they are cited.

use serde::Deserialize;

use super::hit::{Passage, Shelf};

/// A document to cite. Read from `assets/policies/*.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Its title, as it is cited, without 《》.
    pub title: String,
    /// Its 发文字号; empty for a law, which is cited by its title.
    #[serde(default)]
    pub number: String,
    /// What it is about, in the words people look for it by.
    #[serde(default)]
    pub topics: String,
    /// Where title and number can be looked up.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    policy: Vec<Policy>,
}

/// The documents of a file.
///
/// # Errors
/// When `text` is not TOML of this shape; the error tells the line.
pub fn policies(text: &str) -> Result<Vec<Policy>, toml::de::Error> {
    toml::from_str::<File>(text).map(|file| file.policy)
}

impl Policy {
    /// As it is cited: 《…》（国发〔2020〕7号）; a law by its title alone. A title inside the title has 〈〉.
    pub fn citation(&self) -> String {
        let title = self.title.replace('《', "〈").replace('》', "〉");
        if self.number.is_empty() { format!("《{title}》") } else { format!("《{title}》（{}）", self.number) }
    }

    /// It as something to insert.
    pub fn passage(&self) -> Passage {
        let note = [self.topics.as_str(), self.source.as_str()].join("　");
        let title =
            if self.number.is_empty() { self.title.clone() } else { format!("{}　{}", self.title, self.number) };
        Passage { shelf: Shelf::Policies, title, text: self.citation(), note: note.trim().to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::document_number::DocumentNumber;

    #[test]
    fn what_is_compiled_in_is_sound() {
        let all = policies(include_str!("../../assets/policies/default.toml")).unwrap();
        assert!(all.len() > 20);
        for policy in &all {
            assert!(policy.source.chars().count() > 4, "{}", policy.title);
            assert!(
                !policy.title.contains(['《', '》', ' ']) || policy.title.matches('《').count() == 1,
                "{}",
                policy.title
            );
            let order = policy.number.starts_with("国务院令第");
            assert!(
                policy.number.is_empty() || order || DocumentNumber::read(&policy.number).is_some(),
                "{}",
                policy.number
            );
            let same = all.iter().filter(|other| other.number == policy.number && !policy.number.is_empty()).count();
            assert!(same <= 1, "{} twice", policy.number);
        }
    }

    #[test]
    fn a_document_is_cited_with_its_number_and_a_law_without() {
        let policy = |title: &str, number: &str| Policy {
            title: title.into(),
            number: number.into(),
            topics: String::new(),
            source: "网站".into(),
        };
        let cited = policy("国务院关于甲的意见", "国发〔2020〕7号").citation();
        assert_eq!(cited, "《国务院关于甲的意见》（国发〔2020〕7号）");
        assert_eq!(policy("中华人民共和国乙法", "").citation(), "《中华人民共和国乙法》");
        assert_eq!(policy("关于印发《甲规划》的通知", "").citation(), "《关于印发〈甲规划〉的通知》");
    }
}
