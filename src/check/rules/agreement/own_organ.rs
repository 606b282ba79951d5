//! C20: the letter calls its own organ or place by another's word.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "C20",
    name: "own-organ",
    title: "自称与发文机关",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "自称与发文机关相应：局称“我局”，委员会称“我委”，厅称“我厅”；市的机关不称“我县”，省的机关不称“我市”。引号里的照原话。",
    source: "《党政机关公文处理工作条例》第十九条（三）：表述准确",
    examples: &[
        wrong(&[("paragraph", "‹我委›将加密接驳班次。")]),
        wrong(&[("paragraph", "感谢你们对‹我县›公交工作的关心。")]),
        wrong(&[
            ("issuer", "白水县教育局"),
            ("signature", "白水县教育局"),
            ("paragraph", "我县改造校舍12所，‹我市›农村学校已有36所达标。"),
        ]),
        right(&[(
            "paragraph",
            "我局、我市将加密接驳班次，我省已出台办法，区政府提出“我委将配合”，自我局限不可取，我会支持。",
        )]),
        right(&[
            ("issuer", "临江市发展和改革委员会"),
            ("signature", "临江市发展和改革委员会"),
            (
                "body",
                "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n我委将加密接驳班次。\n专此答复，感谢你们的支持。",
            ),
        ]),
        right(&[
            ("issuer", "临江市交通运输局、临江市发展和改革委员会"),
            ("signature", "临江市交通运输局、临江市发展和改革委员会"),
            (
                "body",
                "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n我委将加密接驳班次。\n专此答复，感谢你们的支持。",
            ),
        ]),
    ],
    check: Check::Paragraph("我", check),
};

/// What an organ calls itself, by how its name ends.
const SELVES: [(&str, &[&str]); 5] = [
    ("我局", &["局", "分局", "处"]),
    ("我委", &["委员会", "委"]),
    ("我厅", &["厅"]),
    ("我院", &["院"]),
    ("我部", &["部"]),
];

/// The words that follow 我, whose first character makes another word of it: 我局限, 我委托, 我部分.
const OTHERS: [&str; 8] = ["限", "面", "势", "部", "托", "屈", "分", "门"];

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let issuer = context.draft.letter.issuer.trim();
    // Of several that issue together each may speak.
    let is_one = !issuer.is_empty() && !issuer.contains(['、', ' ', '\u{3000}', '，', '\n']);
    let Some((own, _)) =
        SELVES.iter().find(|(_, ends)| ends.iter().any(|end| issuer.ends_with(end))).filter(|_| is_one)
    else {
        return;
    };
    let text = passage.text;
    let is_quoted = |at: usize| {
        passage
            .pairing()
            .pairs
            .iter()
            .any(|pair| pair.open.0 < at && at < pair.close.0 && matches!(pair.open.1, '“' | '《'))
    };
    let level = level(issuer);
    for (at, word) in text.match_indices('我') {
        let after = &text[at + word.len()..];
        let Some(next) = after.chars().next() else { continue };
        let words = &text[at..at + word.len() + next.len_utf8()];
        let rest = &after[next.len_utf8()..];
        let is_free = !text[..at].ends_with(['自', '忘', '本']) && !OTHERS.iter().any(|other| rest.starts_with(other));
        if !is_free || is_quoted(at) {
            continue;
        }
        let is_other_self = SELVES.iter().any(|(other, _)| *other == words) && words != *own;
        // 您提出在我县增设站点: the deputy's own word.
        let clause = text[..at].rfind(['，', '。', '；', '：']).map_or(0, |at| at + '，'.len_utf8());
        let is_theirs = ["提出", "建议", "反映", "关于"].iter().any(|lead| text[clause..at].contains(lead));
        let is_higher = !is_theirs
            && next == '市'
            && level == Some(2)
            && [text, &context.draft.matter.title, &context.draft.letter.title].iter().any(|it| it.contains("我县"))
            && !["市委", "市政府", "全市", "市级", "市直"].iter().any(|word| text.contains(word));
        let is_lower =
            is_higher || !is_theirs && level.is_some_and(|level| place_level(next).is_some_and(|other| other > level));
        if is_other_self {
            found.at(Field::Body, at..at + words.len(), format!("发文机关是{issuer}，自称“{own}”"));
        } else if is_lower {
            found.at(Field::Body, at..at + words.len(), format!("发文机关是{issuer}，不称“{words}”"));
        }
    }
}

/// How low the place of an organ lies: 0 for a province, 1 for a city, 2 for a county; `None` where its name does not tell.
fn level(issuer: &str) -> Option<u8> {
    // 内蒙古自治区, 高新区 and 开发区 are 区 of their own kinds.
    if issuer.contains("自治区") || issuer.contains("开发区") || issuer.contains("高新区") || issuer.contains("新区")
    {
        return None;
    }
    let at = issuer.char_indices().skip(1).find(|(_, it)| matches!(it, '省' | '市' | '县'))?;
    // 临江市东洲区教育局 is of the district.
    let rest = &issuer[at.0 + at.1.len_utf8()..];
    if rest.chars().take(5).any(|it| matches!(it, '区' | '县' | '市' | '镇' | '乡')) || rest.contains("街道") {
        return None;
    }
    place_level(at.1)
}

fn place_level(word: char) -> Option<u8> {
    match word {
        '省' => Some(0),
        '市' => Some(1),
        '县' => Some(2),
        _ => None,
    }
}
