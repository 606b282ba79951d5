//! W07: tones, by the lexicon.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "W07",
    name: "tone",
    title: "对代表、委员的语气",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "答复代表、委员，态度诚恳，用语平实。命令式、推诿式和居高临下的说法不用。",
    source: "办理惯例；各地代表建议办理规定：不得推诿敷衍",
    examples: &[
        wrong(&[("paragraph", "以上情况，‹望知悉›。")]),
        wrong(&[("paragraph", "此事‹不归我局管›。")]),
        wrong(&[("paragraph", "感谢‹您们›的支持。")]).mended("感谢你们的支持。"),
        right(&[("paragraph", "以上答复如有不妥，请批评指正。")]),
        right(&[("paragraph", "路口设置“望周知”提示牌，对公众意见不予采纳的，应当说明理由。")]),
        right(&[("paragraph", "此事由市公安局负责，我局已经转达。")]),
    ],
    check: Check::Passage(check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    // What a sign at a crossing says is not said to the deputy.
    let is_quoted = |at: usize| {
        passage.pairing().pairs.iter().any(|pair| matches!(pair.open.1, '“' | '《') && pair.range().contains(&at))
    };
    super::tell_of(passage, found, "W07", Applicability::Review, |hit| !is_quoted(hit.range.start));
}
