//! S06: a secrecy mark in a letter that is to be public.

use crate::check::Finding;
use crate::check::authoring::*;
use crate::letter::Draft;

pub static RULE: Rule = Rule {
    code: "S06",
    name: "secrecy-mark",
    title: "密级和内部标识",
    group: Group::Secrecy,
    severity: Severity::Error,
    explanation: "主动公开的答复里不出现“机密★”“秘密★”“内部资料”“不得外传”等标识；涉密的内容不得公开。",
    source: "《保守国家秘密法》；《政府信息公开条例》第十四条、第十七条",
    examples: &[
        wrong(&[("paragraph", "‹秘密★1年›，线路规划未定。")]),
        wrong(&[("paragraph", "以下数据为‹内部资料›，供参考。")]),
        wrong(&[("paragraph", "‹绝密›，线路规划未定。")]),
        wrong(&[("paragraph", "线路规划未定‹（内部掌握）›。")]),
        wrong(&[("paragraph", "‹上述数据属工作秘密›，供你们参考。")]),
        wrong(&[("paragraph", "以上信息‹切勿外传›。")]),
        wrong(&[("title", "‹秘密★›临江市交通运输局关于市十七届人大一次会议第2026042号代表建议答复的函")]),
        right(&[(
            "paragraph",
            "加强绝密级载体和机密文件管理，属于国家秘密的依法不予公开，对外传播和内部使用另行规定。",
        )]),
        right(&[("paragraph", "严禁内部资料外传，加强内部文件管理，防止内部资料流失。")]),
        right(&[("paragraph", "加强商业秘密保护，依法查处侵犯国家秘密的行为，内部资料性出版物依法管理。")]),
        right(&[
            ("disclosure_reason", "属于内部事务信息"),
            ("disclosure", "不予公开"),
            ("paragraph", "以下数据为内部资料，供参考。"),
        ]),
    ],
    check: Check::Parts(Parts {
        elements: Some(check_title),
        paragraph: Some(("密注不内得勿禁", check)),
        letter: None,
    }),
};

const WORDS: [&str; 18] = [
    "注意保存",
    "不宜公开",
    "不对外公开",
    "内部资料",
    "内部文件",
    "仅供内部",
    "不得外传",
    "请勿外传",
    "严禁外传",
    "切勿外传",
    "注意保密",
    "请勿对外",
    "请勿公开",
    "请勿向社会公开",
    "不对外公布",
    "内部掌握，",
    "（内部掌握）",
    "（内部）",
];

/// What says of the letter's own text that it is secret.
const OWN: [&str; 6] = ["上述", "以上", "该数据", "该内容", "本件", "此件"];

fn check_title(context: &Context<'_>, found: &mut Found<'_>) {
    if context.draft.letter.disclosure == "主动公开" {
        plain_marks(Field::Title, &context.draft.letter.title, found);
    }
}

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if context.draft.letter.disclosure != "主动公开" {
        return;
    }
    let body = passage.text;
    if passage.has_any("密") {
        plain_marks(Field::Body, body, found);
    }
    for word in WORDS.into_iter().filter(|word| passage.has_all(word)) {
        for (at, _) in body.match_indices(word) {
            let after = &body[at + word.len()..];
            let is_longer = after.starts_with("性出版") || after.starts_with("管理");
            // 依法不对外公布的信息 speaks of a law, not of this letter.
            let is_law = word.starts_with('不') && after.starts_with('的');
            // 严禁内部资料外传: how papers are handled.
            let is_duty = word.starts_with("内部")
                && ["严禁", "加强", "管理", "防止", "规范", "清理", "严控"]
                    .iter()
                    .any(|lead| body[..at].ends_with(lead));
            if !is_longer && !is_law && !is_duty {
                found.at(Field::Body, at..at + word.len(), "主动公开的答复出现了内部标识").weigh(Severity::Warning);
            }
        }
    }
}

/// Whether `words`, which stand on the head of a document, class it as secret: 秘密★1年, 机密.
pub fn is_classification(words: &str) -> bool {
    ["绝密", "机密", "秘密"].iter().any(|level| words.starts_with(level))
}

/// Tells that the text of a letter to be published has `words` on its head.
pub(in crate::check) fn tell_on_head(draft: &Draft, words: &str, findings: &mut Vec<Finding>) {
    if draft.letter.disclosure == "主动公开" {
        Found::by(&RULE, findings).at(Field::Title, 0..0, format!("文头标有“{words}”，涉密的文件不得主动公开"));
    }
}

/// 秘密★1年, 绝密 at the start of a paragraph, （机密）, and 上述数据属工作秘密.
fn plain_marks(field: Field, text: &str, found: &mut Found<'_>) {
    for (at, secret) in text.match_indices('密') {
        let Some(level) = text[..at].chars().next_back().filter(|it| matches!(it, '绝' | '机' | '秘')) else {
            continue;
        };
        let (start, end) = (at - level.len_utf8(), at + secret.len());
        let (before, after) = (&text[..start], &text[end..]);
        if after.starts_with('★') {
            let tail = if field == Field::Title {
                Some('★'.len_utf8())
            } else {
                after.find(['，', '。', '；', '\n', ' ', '）'])
            };
            found.at(field, start..end + tail.unwrap_or(after.len()), "涉密的文件不得主动公开");
            continue;
        }
        let is_head = (before.is_empty() || before.ends_with('\n')) && !after.starts_with(characters::is_han);
        let is_boxed = before.ends_with(['（', '【', '[']) && after.starts_with(['）', '】', ']']);
        if is_head || is_boxed {
            found.at(field, start..end, "涉密的文件不得主动公开");
        } else if level == '秘' && before.ends_with(['家', '作', '业']) {
            let clause = before
                .rfind(['，', '。', '；', '\n'])
                .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
            let words = &text[clause..end];
            let says = ["属工作秘密", "属于工作秘密", "属国家秘密", "属于国家秘密", "属商业秘密", "属于商业秘密"];
            if OWN.iter().any(|own| words.starts_with(own)) && says.iter().any(|it| words.ends_with(it)) {
                found.at(field, clause..end, "主动公开的答复说到了秘密事项");
            }
        }
    }
}
