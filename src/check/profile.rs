//! Profiles: the rules of a place, as data with their sources.

use super::checklist::Element;
use super::finding::Severity;
use super::lexicon::{Lexicon, Words};
use super::requirement::Requirement;
use crate::letter::{Draft, Kind};
use serde::{Deserialize, de};

/// What a place asks of its letters. Read from `assets/profiles/*.toml`; each entry carries its source.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The name drafts refer to it by.
    pub name: String,
    /// What a user calls it.
    pub title: String,
    /// The compiled-in profile that it goes by wherever it says nothing; empty where it says everything itself.
    #[serde(default)]
    pub based_on: String,
    /// What is known of its sources: verified against a text, reported at second hand, or practice.
    #[serde(default)]
    pub note: String,
    /// Elements that are asked for, each with its weight and source.
    pub required: Vec<Requirement>,
    /// Elements that the profile's base asks for and this place does not.
    #[serde(default)]
    pub not_required: Vec<Element>,
    /// The disclosure modes that may be named.
    pub disclosure: Vec<Mode>,
    /// The letters of 办理结果 and what they mean here.
    pub category: Categories,
    /// Who gets a copy.
    pub cc: CarbonCopies,
    /// How long an answer may take.
    pub deadline: Deadline,
    /// 机关代字 of the office, as 临科函; empty where the profile is not one office's.
    #[serde(default)]
    pub number_prefix: String,
    /// Which sign-offs must be there before a letter goes out; by default none.
    #[serde(default)]
    pub review: Review,
    /// The words that wording is held against. They are no part of the file: whoever reads a profile for a workspace adds
    /// that workspace's own.
    #[serde(skip)]
    pub words: Words,
}

/// Which sign-offs a place asks for, by the order of the 条例 (articles 20 to 25).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Review {
    /// Those that may not be skipped.
    pub required: Vec<SignOff>,
    /// Whether each co-handler of a letter is asked to countersign.
    pub co_handlers_countersign: bool,
    /// Whether whoever hands a letter in may not review it.
    pub reviewer_is_not_drafter: bool,
    /// Why.
    pub source: String,
}

/// A stage that ends with a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum SignOff {
    /// 核稿.
    #[serde(rename = "核稿")]
    Review,
    /// 会签.
    #[serde(rename = "会签")]
    Countersign,
    /// 签发.
    #[serde(rename = "签发")]
    Sign,
}

fn warning() -> Severity {
    Severity::Warning
}

/// A disclosure mode.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mode {
    /// The word for it.
    pub mode: String,
    /// Whether a reason must be given.
    pub reason: bool,
    /// Its legal basis.
    pub source: String,
}

/// The letters of 办理结果.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Categories {
    /// Whether a letter must bear one.
    pub required: bool,
    /// The letters, each with its meaning.
    pub letters: Vec<Category>,
    /// Where they are fixed.
    pub source: String,
}

/// One letter of 办理结果.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// The letter.
    pub letter: String,
    /// What it says of the answer.
    pub meaning: String,
}

/// Who gets a copy. An entry is met by any recipient that contains one of its words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CarbonCopies {
    /// For 建议.
    pub suggestion: Vec<Recipient>,
    /// For 提案.
    pub proposal: Vec<Recipient>,
}

/// One recipient of copies.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// What a user calls it.
    pub title: String,
    /// The words that show it is there.
    pub words: Vec<String>,
    /// How much its absence weighs, where somebody else gets a copy.
    #[serde(default = "warning")]
    pub severity: Severity,
    /// Whether only organs of government are asked to copy it.
    #[serde(default)]
    pub government: bool,
    /// Why.
    pub source: String,
}

/// How long an answer may take, from 交办.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Months allowed.
    pub months: u8,
    /// Months allowed for a wide or difficult matter.
    pub extended_months: u8,
    /// Where it is fixed for 建议; empty where a place has not its own.
    #[serde(default)]
    pub source: String,
}

/// The compiled-in profiles, by name. A workspace's file of the same name takes the place of one; others are added.
pub const BUILT_IN: [(&str, &str); 8] = [
    ("default", DEFAULT),
    ("national", include_str!("../../assets/profiles/national.toml")),
    ("guangdong", include_str!("../../assets/profiles/guangdong.toml")),
    ("zhongshan", include_str!("../../assets/profiles/zhongshan.toml")),
    ("beijing", include_str!("../../assets/profiles/beijing.toml")),
    ("shanghai", include_str!("../../assets/profiles/shanghai.toml")),
    ("zhejiang", include_str!("../../assets/profiles/zhejiang.toml")),
    ("chongqing", include_str!("../../assets/profiles/chongqing.toml")),
];

/// The text of the compiled-in default profile.
pub const DEFAULT: &str = include_str!("../../assets/profiles/default.toml");

impl Profile {
    /// Reads a profile. One that names another in `based_on` need only say what is different: whatever it leaves out is
    /// that of the compiled-in profile of that name.
    ///
    /// # Errors
    /// When `text` is not TOML of this shape; the error tells the line.
    pub fn read(text: &str) -> Result<Self, toml::de::Error> {
        let own: toml::Table = toml::from_str(text)?;
        // Read from the text where it is whole, so that an error tells the line.
        if own.contains_key("based_on") { with_base(own)?.try_into() } else { toml::from_str(text) }
    }

    /// The compiled-in profile of this name.
    pub fn built_in(name: &str) -> Option<Self> {
        let (_, text) = BUILT_IN.into_iter().find(|(known, _)| *known == name)?;
        Self::read(text).ok()
    }

    /// What holds, for a person to read, in Markdown: elements, disclosure, category, cc and deadline, each with its source.
    pub fn markdown(&self) -> String {
        let mut page = format!("# 规则：{}（{}）\n\n", self.title, self.name);
        if !self.based_on.is_empty() {
            page += &format!("没有另写的各项依{}。\n\n", self.based_on);
        }
        if !self.note.is_empty() {
            page += &format!("{}\n\n", self.note);
        }
        page += "## 要素\n\n";
        for element in Element::ALL {
            for required in self.required.iter().filter(|required| required.element == element) {
                let kinds: String = required.kinds.iter().map(|kind| format!("，只限{}", kind.word())).collect();
                let roles: String = required.not_for.iter().map(|role| format!("，{}的除外", role.word())).collect();
                let weight = required.severity.label();
                page += &format!("- {}（缺少的为{weight}{kinds}{roles}）：{}\n", element.title(), required.source);
            }
        }
        page += "\n## 公开方式\n\n";
        for mode in &self.disclosure {
            let reason = if mode.reason { "，须写明理由" } else { "" };
            page += &format!("- {}{reason}：{}\n", mode.mode, mode.source);
        }
        let required = if self.category.required { "必须标注" } else { "可以标注" };
        page += &format!("\n## 办理结果（{required}；{}）\n\n", self.category.source);
        for letter in &self.category.letters {
            page += &format!("- {}：{}\n", letter.letter, letter.meaning);
        }
        for (title, recipients) in [("建议", &self.cc.suggestion), ("提案", &self.cc.proposal)] {
            page += &format!("\n## 答复{title}的抄送\n\n");
            for recipient in recipients {
                page += &format!("- {}：{}\n", recipient.title, recipient.source);
            }
        }
        let Deadline { months, extended_months, source } = &self.deadline;
        page += &format!("\n## 期限\n\n自交办之日起{months}个月，最长{extended_months}个月：{source}\n");
        page
    }

    /// The lexicon that wording is held against.
    pub fn lexicon(&self) -> &Lexicon {
        self.words.lexicon()
    }

    /// Whether `element` is asked for in `draft`, and why.
    pub fn requires(&self, element: Element, draft: &Draft) -> Option<&Requirement> {
        self.required.iter().find(|required| required.element == element && required.holds_for(draft))
    }

    /// The disclosure mode that `word` names.
    pub fn mode(&self, word: &str) -> Option<&Mode> {
        self.disclosure.iter().find(|mode| mode.mode == word)
    }

    /// Who gets a copy of an answer to `kind`.
    pub fn recipients(&self, kind: Kind) -> &[Recipient] {
        match kind {
            Kind::Suggestion => &self.cc.suggestion,
            Kind::Proposal => &self.cc.proposal,
        }
    }
}

/// The keys of a profile, filled up from the compiled-in profile it is based on, and from that one's own base.
fn with_base(own: toml::Table) -> Result<toml::Table, toml::de::Error> {
    let Some(base) = own.get("based_on").and_then(toml::Value::as_str) else { return Ok(own) };
    let Some((_, base)) = BUILT_IN.into_iter().find(|(name, _)| *name == base) else {
        let known: Vec<&str> = BUILT_IN.iter().map(|(name, _)| *name).collect();
        return Err(de::Error::custom(format!("based_on只能是{}之一", known.join("、"))));
    };
    let mut whole = with_base(toml::from_str(base)?)?;
    for (key, value) in own {
        // [cc] with only suggestion keeps the other list of its base.
        match (whole.get_mut(&key), value) {
            (Some(toml::Value::Table(theirs)), toml::Value::Table(own)) => theirs.extend(own),
            // What is said of an element takes the place of what the base says of it.
            (Some(toml::Value::Array(theirs)), toml::Value::Array(own)) if key == "required" => {
                theirs.retain(|entry| !own.iter().any(|own| own.get("element") == entry.get("element")));
                theirs.extend(own);
            }
            (_, value) => {
                whole.insert(key, value);
            }
        }
    }
    let dropped = whole.get("not_required").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    if let Some(required) = whole.get_mut("required").and_then(toml::Value::as_array_mut) {
        required.retain(|entry| entry.get("element").is_none_or(|element| !dropped.contains(element)));
    }
    Ok(whole)
}

/// The compiled-in default profile.
impl Default for Profile {
    fn default() -> Self {
        // A test reads the same constant, so that a broken asset is found before it is shipped.
        Self::read(DEFAULT).expect("the compiled-in profile is read by a test")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Role;

    #[test]
    fn every_built_in_profile_is_sound() {
        for (name, text) in BUILT_IN {
            let profile = Profile::read(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(profile.name, name);
            assert!(profile.markdown().contains(&profile.title));
            let sources =
                profile.required.iter().map(|it| &it.source).chain(profile.disclosure.iter().map(|it| &it.source));
            let copies = profile.cc.suggestion.iter().chain(&profile.cc.proposal).map(|it| &it.source);
            assert!(sources.chain(copies).all(|source| source.chars().count() > 6), "{name}");
            assert!(profile.deadline.months <= profile.deadline.extended_months);
            assert!(!profile.deadline.source.is_empty(), "{name}");
            // Practice is never an error.
            let recipients = profile.cc.suggestion.iter().chain(&profile.cc.proposal);
            let weighed = recipients.map(|it| (it.severity, &it.source));
            let weighed = weighed.chain(profile.required.iter().map(|it| (it.severity, &it.source)));
            for (severity, source) in weighed {
                assert!(severity != Severity::Error || !source.contains("惯例"), "{name}: {source}");
            }
        }
        assert!(Profile::built_in("zhejiang").is_some() && Profile::built_in("nowhere").is_none());
    }

    #[test]
    fn a_bureau_writes_only_what_is_different() {
        let own = Profile::read(
            "name = \"某局\"\ntitle = \"某局\"\nbased_on = \"guangdong\"\nnumber_prefix = \"临交函\"\n\
             [[cc.suggestion]]\ntitle = \"市人大代表工委\"\nwords = [\"代表工委\"]\nsource = \"本局办理规程第八条\"\n",
        )
        .unwrap();
        let base = Profile::built_in("guangdong").unwrap();
        assert_eq!((own.required, own.disclosure, own.cc.proposal), (base.required, base.disclosure, base.cc.proposal));
        assert_eq!((own.number_prefix.as_str(), own.cc.suggestion.len()), ("临交函", 1));
        assert!(Profile::read("name = \"某局\"\ntitle = \"某局\"\nbased_on = \"无\"").is_err());
        let own = Profile::read(
            "name = \"某局\"\ntitle = \"某局\"\nbased_on = \"default\"\nnot_required = [\"closing\"]\n\
             [[required]]\nelement = \"contact\"\nsource = \"本局办理规程第九条\"\n",
        )
        .unwrap();
        let weight = |element| own.requires(element, &Draft::default()).map(|it| it.severity);
        assert_eq!(weight(Element::Contact), Some(Severity::Error));
        assert_eq!(weight(Element::Title), Some(Severity::Error));
        assert_eq!(weight(Element::Closing), None);
    }

    #[test]
    fn what_is_asked_for_depends_on_the_letter() {
        let profile = Profile::built_in("shanghai").unwrap();
        let mut draft = Draft::default();
        draft.letter.issuer = "东洲区教育局".to_owned();
        let weight = |draft: &Draft, element| profile.requires(element, draft).map(|it| it.severity);
        assert_eq!(weight(&draft, Element::Cc), Some(Severity::Error));
        assert_eq!(weight(&draft, Element::Disclosure), Some(Severity::Error));
        draft.kind = Kind::Proposal;
        assert_eq!(weight(&draft, Element::Cc), Some(Severity::Advice));
        draft.role = Role::Joint;
        assert_eq!(weight(&draft, Element::Cc), None);
        // Neither courts nor letters of an earlier day are held to a rule for government of 2016.
        draft.letter.issuer = "东洲区人民法院".to_owned();
        assert_eq!(weight(&draft, Element::Disclosure), None);
        draft.letter.issuer = "东洲区教育局".to_owned();
        draft.letter.date = crate::letter::date::LetterDate::Day(jiff::civil::date(2014, 6, 1));
        assert_eq!(weight(&draft, Element::Disclosure), None);
    }

    #[test]
    fn the_default_profile_speaks_of_known_elements() {
        let profile = Profile::read(DEFAULT).unwrap();
        for element in Element::ALL {
            assert!(profile.required.iter().any(|required| required.element == element), "{element:?}");
        }
        assert!(profile.mode("主动公开").is_some_and(|mode| !mode.reason));
        assert!(profile.mode("不予公开").is_some_and(|mode| mode.reason));
    }
}
