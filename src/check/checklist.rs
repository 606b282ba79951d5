//! The checklist: the elements a letter must have, each with its state and evidence, then what only a person can vouch for.

use super::context::Context;
use super::finding::{Finding, Severity};
use crate::letter::{Field, issued};
use std::ops::Range;

/// An element of the letter, in the order of the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Element {
    /// 发文机关.
    Issuer,
    /// 发文字号.
    Number,
    /// 标题.
    Title,
    /// 主送.
    Addressees,
    /// 开头: the receipt with title and number.
    Opening,
    /// 答复内容: at least one section or paragraph between opening and closing.
    Answer,
    /// 结语.
    Closing,
    /// 署名.
    Signature,
    /// 成文日期.
    Date,
    /// 联系人.
    Contact,
    /// 公开方式.
    Disclosure,
    /// 抄送.
    Cc,
}

/// How an item of the checklist stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// There, and no error in it.
    Good,
    /// Asked for by the profile, as a rule or as practice, and not there.
    Missing,
    /// There, with an error in it.
    Wrong,
    /// For a person to vouch for.
    Human,
}

/// One item of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name in machine-readable output.
    pub item: &'static str,
    /// What a user calls it.
    pub title: &'static str,
    /// How it stands.
    pub state: State,
    /// The heaviest finding in it.
    pub worst: Option<Severity>,
    /// What of the letter shows it; of a person's item, what is asked.
    pub evidence: String,
    /// Where it stands, or where it belongs; `None` for what concerns the whole.
    pub place: Option<(Field, Range<usize>)>,
}

/// What stands for the evidence of an element that is neither there nor asked for: of 会办意见 no copies are.
const NOT_ASKED: &str = "没有写，这份函也不要求";

/// How many characters after 现答复如下 are more than a mark and a turn of phrase.
const SHORTEST_ANSWER: usize = 12;

impl Element {
    /// Every element in the order of the letter.
    pub const ALL: [Self; 12] = [
        Self::Issuer,
        Self::Number,
        Self::Title,
        Self::Addressees,
        Self::Opening,
        Self::Answer,
        Self::Closing,
        Self::Signature,
        Self::Date,
        Self::Contact,
        Self::Disclosure,
        Self::Cc,
    ];

    /// Its name in machine-readable output and profiles.
    pub fn name(self) -> &'static str {
        match self {
            Self::Issuer => "issuer",
            Self::Number => "number",
            Self::Title => "title",
            Self::Addressees => "addressees",
            Self::Opening => "opening",
            Self::Answer => "answer",
            Self::Closing => "closing",
            Self::Signature => "signature",
            Self::Date => "date",
            Self::Contact => "contact",
            Self::Disclosure => "disclosure",
            Self::Cc => "cc",
        }
    }

    /// What a user calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Issuer => "发文机关",
            Self::Number => "发文字号",
            Self::Title => "标题",
            Self::Addressees => "主送",
            Self::Opening => "开头",
            Self::Answer => "答复内容",
            Self::Closing => "结语",
            Self::Signature => "署名",
            Self::Date => "成文日期",
            Self::Contact => "联系人",
            Self::Disclosure => "公开方式",
            Self::Cc => "抄送",
        }
    }

    /// The field it stands in; for a list its first entry.
    pub fn field(self) -> Field {
        match self {
            Self::Issuer => Field::Issuer,
            Self::Number => Field::Number,
            Self::Title => Field::Title,
            Self::Addressees => Field::Addressees(0),
            Self::Opening | Self::Answer | Self::Closing => Field::Body,
            Self::Signature => Field::Signature,
            Self::Date => Field::Date,
            Self::Contact => Field::ContactName(0),
            Self::Disclosure => Field::Disclosure,
            Self::Cc => Field::Cc(0),
        }
    }

    /// The words of the letter that show it; empty when it is not there.
    pub fn evidence(self, context: &Context<'_>) -> String {
        let letter = &context.draft.letter;
        match self {
            Self::Addressees => issued::addressees(letter),
            Self::Date => letter.date.issued(),
            Self::Contact => issued::contacts(letter),
            Self::Disclosure => letter.disclosure.clone(),
            Self::Cc => letter.cc.join("、"),
            Self::Opening | Self::Answer | Self::Closing => {
                self.body_range(context).map_or_else(String::new, |range| context.body()[range].to_owned())
            }
            _ => context.draft.text(self.field()).into_owned(),
        }
    }

    /// Whether the letter has it.
    pub fn is_there(self, context: &Context<'_>) -> bool {
        match self {
            Self::Opening | Self::Answer | Self::Closing => {
                self.body_range(context).is_some_and(|range| !range.is_empty())
            }
            _ => !self.evidence(context).is_empty(),
        }
    }

    /// Where in the body it stands, in bytes; `None` for what is not in the body or not there.
    pub fn body_range(self, context: &Context<'_>) -> Option<Range<usize>> {
        match self {
            Self::Opening => context.opening.as_ref().map(|opening| opening.range.clone()),
            Self::Closing => context.closing.clone(),
            Self::Answer => {
                let after = context.opening.as_ref().map_or(0, |opening| opening.paragraph + 1);
                let before = context.closing.as_ref().map_or(usize::MAX, |closing| closing.start);
                let mut inner = context.outline.paragraphs.iter().skip(after).filter(|each| each.range.start < before);
                match inner.next().map(|first| first.range.clone()) {
                    Some(first) => Some(first.start..inner.next_back().map_or(first.end, |last| last.range.end)),
                    // Some short letters answer in the paragraph of the opening.
                    None => {
                        let opening = context.opening.as_ref()?;
                        let end = opening.range.end.min(before);
                        let lead = opening.lead_in.as_ref().or(opening.receipt.as_ref())?.end;
                        let rest = context.body().get(lead..end)?;
                        (rest.chars().count() > SHORTEST_ANSWER).then_some(lead..end)
                    }
                }
            }
            _ => None,
        }
    }

    /// The element a finding belongs to.
    pub fn of_finding(finding: &Finding, context: &Context<'_>) -> Option<Self> {
        if finding.element.is_some() {
            return finding.element;
        }
        Some(match finding.field {
            Field::Issuer => Self::Issuer,
            Field::Number => Self::Number,
            Field::Title => Self::Title,
            Field::Addressees(_) | Field::AddresseeTitle | Field::AddresseeTotal | Field::SourceAddressees => {
                Self::Addressees
            }
            Field::Signature => Self::Signature,
            Field::Date | Field::SourceDate => Self::Date,
            Field::ContactName(_) | Field::ContactPhone(_) | Field::SourceContacts => Self::Contact,
            Field::Disclosure | Field::DisclosureReason | Field::SourceDisclosure => Self::Disclosure,
            Field::Cc(_) | Field::SourceCc => Self::Cc,
            Field::Body => {
                let within = |element: Self| {
                    element.body_range(context).is_some_and(|range| {
                        range.start <= finding.range.start && finding.range.start < range.end.max(range.start + 1)
                    })
                };
                [Self::Opening, Self::Closing].into_iter().find(|&element| within(element)).unwrap_or(Self::Answer)
            }
            _ => return None,
        })
    }
}

impl State {
    /// The word of the machine-readable output: ok, missing, wrong, human.
    pub fn word(self) -> &'static str {
        match self {
            Self::Good => "ok",
            Self::Missing => "missing",
            Self::Wrong => "wrong",
            Self::Human => "human",
        }
    }

    /// The sign a user sees.
    pub fn sign(self) -> char {
        match self {
            Self::Good => '✓',
            Self::Missing | Self::Wrong => '✗',
            Self::Human => '☐',
        }
    }
}

/// What only a person can vouch for: name, title, and what is asked (《党政机关公文处理工作条例》第二十条).
const HUMAN: [(&str, &str, &str); 6] = [
    ("names", "人名、地名、职务", "与原件核对是否准确"),
    ("figures", "数据与来源", "逐个核对数据、单位、时点和出处"),
    ("policy", "政策依据", "引用的法规、文件现行有效，表述一致"),
    ("consultation", "会办意见", "已征求会办单位意见并取得一致"),
    ("contact-made", "与代表、委员沟通", "答复前已与领衔代表（委员）联系"),
    ("requests", "逐项答复", "所提每一项诉求都有回应"),
];

/// What is asked about figures, with the arithmetic that is already done: `55.68% = 56.43 ÷ 101.34 ✓`.
fn figures_evidence(context: &Context<'_>, asked: &str) -> String {
    let mut evidence = asked.to_owned();
    for (index, line) in context.working_lines().enumerate() {
        evidence.push_str(if index == 0 { "。已核算：" } else { "；" });
        evidence.push_str(line);
    }
    evidence
}

/// The checklist of a draft with its findings.
pub fn of(context: &Context<'_>, findings: &[Finding]) -> Vec<Item> {
    let mut worst: [Option<Severity>; Element::ALL.len()] = [None; Element::ALL.len()];
    for finding in findings {
        if let Some(element) = Element::of_finding(finding, context) {
            let heaviest = &mut worst[element as usize];
            *heaviest = Some(heaviest.map_or(finding.severity, |other| other.min(finding.severity)));
        }
    }
    let mut items: Vec<Item> = Element::ALL
        .into_iter()
        .map(|element| {
            let mut evidence = element.evidence(context);
            let worst = worst[element as usize];
            let is_asked = context.profile.requires(element, context.draft).is_some();
            let state = if evidence.is_empty() && is_asked {
                State::Missing
            } else if worst == Some(Severity::Error) {
                State::Wrong
            } else {
                State::Good
            };
            if evidence.is_empty() && !is_asked {
                NOT_ASKED.clone_into(&mut evidence);
            }
            let length = if element.field() == Field::Body { 0 } else { context.draft.text(element.field()).len() };
            let range = element.body_range(context).unwrap_or(0..length);
            let place = Some((element.field(), range));
            Item { item: element.name(), title: element.title(), state, worst, evidence, place }
        })
        .collect();
    items.extend(HUMAN.into_iter().map(|(item, title, asked)| {
        let evidence = match item {
            "figures" => figures_evidence(context, asked),
            _ => asked.to_owned(),
        };
        Item { item, title, state: State::Human, worst: None, evidence, place: None }
    }));
    items
}
