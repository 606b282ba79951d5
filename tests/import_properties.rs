//! What holds of every import: an exported letter comes back as it was, and no noise loses a character.

use dafu::export::flow;
use dafu::import::import;
use dafu::letter::date::LetterDate;
use dafu::letter::{Contact, Draft, Kind, Letter, Matter, format, issued};
use jiff::civil::date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const PLACES: [&str; 6] = ["临江市", "青屏县", "云浦区", "岚岭省", "白鹭市", "柳溪县"];
const OFFICES: [&str; 8] =
    ["教育局", "水务局", "人民政府", "财政局", "人力资源和社会保障局", "司法局", "科学技术局", "人民政府办公室"];
const NAMES: [&str; 10] =
    ["王禾", "李澄清", "古丽·买买提", "欧阳明", "𠅤䶮", "许清越", "周知夏", "次仁卓玛", "白露", "丁一"];
const COPIES: [&str; 6] = [
    "市政府办公室",
    "市人大常委会选联工委",
    "各会办单位",
    "市政协提案委员会",
    "各区（市、县）人民政府",
    "市委办公室（2份）",
];
const SENTENCES: [&str; 14] = [
    "今年以来共投入资金3.2亿元，建成项目46个。",
    "近年来，我市坚持问题导向，稳步推进各项工作。",
    "一是加强领导；二是加大投入；三是强化督查。",
    "“最后一公里”问题得到解决（详见附表）。",
    "按照《临江市河道管理办法》（临府〔2024〕7号）执行。",
    "2026年1—5月，同比增长12.47%。",
    "对您提出的3条建议，我们逐条进行了研究。",
    "会同市财政局、市公安局开展专项整治。",
    "涉及5G、IPv6等新型基础设施。",
    "联系服务群众机制进一步健全。",
    "目前尚有12处隐患正在整改，预计年底前完成！",
    "为什么进展不快？主要是用地指标不足。",
    "抄送有关部门的函件已全部办结。",
    "附件所列项目均已开工。",
];
const HEADINGS: [&str; 6] = [
    "主要做法",
    "加强源头治理",
    "关于增加投入的建议",
    "下一步工作打算",
    "支持柳溪镇发展壮大特色产业",
    "存在的困难和问题",
];

fn pick<const N: usize>(words: [&'static str; N]) -> impl Strategy<Value = String> {
    select(words.to_vec()).prop_map(str::to_owned)
}

fn paragraph() -> impl Strategy<Value = String> {
    vec(select(SENTENCES.to_vec()), 1..4).prop_map(|sentences| sentences.concat())
}

/// Sections of one or two levels, run-in and stand-alone headings mixed.
fn sections() -> impl Strategy<Value = Vec<String>> {
    vec(
        (select(HEADINGS.to_vec()), vec((any::<bool>(), select(HEADINGS.to_vec()), paragraph()), 0..3), paragraph()),
        0..4,
    )
    .prop_map(|sections| {
        let numerals = ["一", "二", "三", "四"];
        let mut lines = Vec::new();
        for (index, (heading, parts, text)) in sections.into_iter().enumerate() {
            lines.push(format!("{}、{heading}", numerals[index]));
            if parts.is_empty() {
                lines.push(text);
            }
            for (part, (run_in, heading, text)) in parts.into_iter().enumerate() {
                if run_in {
                    lines.push(format!("（{}）{heading}。{text}", numerals[part]));
                } else {
                    lines.push(format!("（{}）{heading}", numerals[part]));
                    lines.push(text);
                }
            }
        }
        lines
    })
}

prop_compose! {
    fn drafts()(
        kind in select(Kind::ALL.to_vec()),
        issuer in (select(PLACES.to_vec()), select(OFFICES.to_vec())).prop_map(|(place, office)| format!("{place}{office}")),
        serial in 1_u32..300,
        number in 1_u32..999,
        addressees in proptest::sample::subsequence(NAMES.to_vec(), 1..6),
        total in option::of(6_u32..20),
        category in option::of(select(vec!["A", "B", "C", "A2"])),
        signer in option::of(pick(["高远", "罗衡"])),
        middle in vec(paragraph(), 0..3),
        sections in sections(),
        closing in pick(["专此答复，感谢您对我们工作的关心支持。", "特此函复。", "再次感谢您的建议，欢迎继续监督。"]),
        attachments in proptest::sample::subsequence(vec!["项目进度表", "2026年资金安排情况", "名单（共3页）"], 0..4),
        contacts in vec((pick(["苏锦", "周舟", "雷鸣"]), select(vec!["0700-8205678", "88303920", "13800000000"])), 0..3),
        disclosure in select(vec![("主动公开", ""), ("依申请公开", "涉及未定事项"), ("不予公开", "涉及商业秘密"), ("", "")]),
        copies in proptest::sample::subsequence(COPIES.to_vec(), 0..5),
        day in (2024_i16..2028, 1_i8..13, 1_i8..29),
    ) -> Draft {
        let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect::<Vec<_>>();
        let (assembly, maker) = match kind {
            Kind::Suggestion => ("市十七届人大一次会议", "代表建议"),
            Kind::Proposal => ("市政协十五届二次会议", "提案"),
        };
        let topic = format!("关于加快发展的{}", kind.word());
        let opening = format!("您提出的《{topic}》（第{number}号）收悉，现答复如下：");
        let body = [vec![opening], middle, sections, vec![closing]].concat().join("\n");
        Draft {
            kind,
            profile: format::DEFAULT_PROFILE.to_owned(),
            letter: Letter {
                number: format!("临函〔{}〕{serial}号", day.0),
                title: format!("{issuer}关于{assembly}第{number}号{maker}答复的函"),
                category: category.unwrap_or_default().to_owned(),
                signer: signer.unwrap_or_default(),
                addressees: owned(addressees),
                addressee_title: kind.addressee_title().to_owned(),
                addressee_total: total,
                body,
                attachments: owned(attachments),
                signature: issuer.clone(),
                date: LetterDate::Day(date(day.0, day.1, day.2)),
                contacts: contacts.into_iter().map(|(name, phone)| Contact { name, phone: phone.to_owned() }).collect(),
                disclosure: disclosure.0.to_owned(),
                disclosure_reason: disclosure.1.to_owned(),
                cc: owned(copies),
                issuer,
            },
            matter: Matter { session: assembly.to_owned(), number: number.to_string(), title: topic, ..Matter::default() },
            ..Draft::default()
        }
    }
}

/// Contacts of every make: with a number, without one, a number alone.
fn any_contacts() -> impl Strategy<Value = Vec<Contact>> {
    let phones = || pick(["0700-8205678", "88303920转6012", "13800000000", "0700-8205678、8205679"]);
    let one = prop_oneof![
        (pick(["苏锦", "古丽·买买提", "周舟（办公室）", "欧阳明"]), phones()),
        (pick(["苏锦", "雷鸣"]), Just(String::new())),
        (Just(String::new()), phones()),
    ];
    vec(one.prop_map(|(name, phone)| Contact { name, phone }), 0..4)
}

/// Lines that a body may hold beside prose.
const RARE_LINES: [&str; 10] = [
    "① 对现有班线实施改造；",
    "（1）建立台账；",
    "1.1 线路规模",
    "2.1 干线提速：开通大站快车4条。",
    "年度 投入（万元） 增幅（%）",
    "2025 3120 8.1",
    "第一，摸清底数。",
    "● 关于大字版。已经上线。",
    "“社区里就能看中医，真方便。",
    "此致",
];

prop_compose! {
    /// Drafts of rarer shapes: no title, several matters, bodies addressed, odd dates, joint signatures.
    fn rare_drafts()(
        draft in drafts(),
        has_title in any::<bool>(),
        has_session in any::<bool>(),
        numbers in vec(prop_oneof![Just("DH0271"), Just("S08050023"), Just("062"), Just("2026042"), Just("温36"), Just("BH035")], 1..4),
        bodies in option::of(proptest::sample::subsequence(vec!["民盟临江市委", "柳溪镇代表团", "市政协社会和法制委员会", "市卫生健康委"], 1..3)),
        rare in proptest::sample::subsequence(RARE_LINES.to_vec(), 0..6),
        contacts in any_contacts(),
        date in prop_oneof![Just("二〇二六年六月五日"), Just("2026年06月09日"), Just("")],
        joint in option::of(select(vec!["临江市财政局", "青屏县民政局"])),
        disclosure in option::of(select(vec!["部分公开", "内部公开", "摘要公开"])),
        copies in proptest::sample::subsequence(vec!["市财政局", "国网临江供电公司", "霞屿海事局", "各县（市、区）人民政府", "市委办公室（2份）"], 0..4),
    ) -> Draft {
        let mut draft = draft;
        let word = draft.kind.word();
        let assembly = draft.matter.session.clone();
        let mut seen = Vec::new();
        for number in numbers {
            if !seen.contains(&number) {
                seen.push(number);
            }
        }
        let topics: Vec<String> = seen.iter().enumerate()
            .map(|(index, number)| format!("《关于第{}项工作的{word}》（第{number}号）", ["一", "二", "三", "四"][index]))
            .collect();
        let place = if has_session { format!("在{assembly}上") } else { String::new() };
        let mut lines: Vec<String> = draft.letter.body.split('\n').map(str::to_owned).collect();
        lines[0] = format!("你们{place}提出的{}收悉，现答复如下：", topics.join("、"));
        for (index, line) in rare.into_iter().enumerate() {
            lines.insert((1 + index).min(lines.len()), line.to_owned());
        }
        draft.letter.body = lines.join("\n");
        draft.matter.number = seen.join("、");
        draft.matter.title = format!("关于第一项工作的{word}");
        if let Some(other) = joint {
            draft.letter.issuer = format!("{}　{other}", draft.letter.issuer);
            draft.letter.signature.clone_from(&draft.letter.issuer);
        }
        draft.letter.title = match has_title {
            true => format!("{}关于{assembly}第{}号{word}的答复", draft.letter.issuer, draft.matter.number),
            false => String::new(),
        };
        if !has_title && !has_session {
            draft.matter.session = String::new();
        }
        if let Some(bodies) = bodies {
            draft.letter.addressees = bodies.into_iter().map(str::to_owned).collect();
            draft.letter.addressee_title = String::new();
            draft.letter.addressee_total = None;
        }
        draft.letter.contacts = contacts;
        draft.letter.date = LetterDate::typed(date);
        if let Some(treatment) = disclosure {
            draft.letter.disclosure = treatment.to_owned();
            draft.letter.disclosure_reason = String::new();
        }
        draft.letter.cc = copies.into_iter().map(str::to_owned).collect();
        draft
    }
}

/// Breaks every line at `width` characters, as mail programs and OCR do.
fn wrapped(text: &str, width: usize) -> String {
    let mut lines = Vec::new();
    for line in text.lines() {
        let characters: Vec<char> = line.chars().collect();
        if characters.is_empty() {
            lines.push(String::new());
        }
        lines.extend(characters.chunks(width).map(|chunk| chunk.iter().collect::<String>()));
    }
    lines.join("\n")
}

/// Whether breaking at `width` characters falls on the end of a sentence somewhere: without indents nothing tells such a
/// break from a new paragraph.
fn cuts_at_a_sentence_end(text: &str, width: usize) -> bool {
    let ends = |line: &str| {
        let characters: Vec<char> = line.chars().collect();
        let cuts = (1..).map(|count| count * width).take_while(|&cut| cut < characters.len());
        cuts.into_iter().any(|cut| matches!(characters[cut - 1], '。' | '！' | '？' | '：'))
    };
    text.lines().any(ends)
}

/// Inserts a thing after every `step` characters.
fn sprinkled(text: &str, thing: &str, step: usize) -> String {
    let mut noisy = String::new();
    for (index, character) in text.chars().enumerate() {
        if index % step == step - 1 {
            noisy.push_str(thing);
        }
        noisy.push(character);
    }
    noisy
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, max_global_rejects: 16_384, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_exported_letter_comes_back_as_it_was(draft in drafts()) {
        let text = flow(&draft);
        let imported = import(&text).expect("a letter");
        prop_assert!(imported.report.faults(&text).is_empty());
        prop_assert_eq!(&imported.draft, &draft, "{}", text);
        prop_assert!(imported.report.joined.is_empty(), "{:?}", imported.report.joined);
        prop_assert!(imported.report.uncertain.is_empty() || imported.draft.letter.contacts.is_empty(), "{:?}", imported.report.uncertain);
    }

    #[test]
    fn a_letter_of_a_rare_shape_comes_back_as_it_was(draft in rare_drafts()) {
        let text = flow(&draft);
        let imported = import(&text).expect("a letter");
        prop_assert!(imported.report.faults(&text).is_empty());
        prop_assert_eq!(&imported.draft, &draft, "{}", text);
    }

    #[test]
    fn a_broken_letter_is_made_whole(draft in drafts(), width in 26_usize..41, windows in any::<bool>(), letter_spaced in any::<bool>()) {
        let whole = flow(&draft);
        let text = wrapped(&whole, width);
        // One break at the end of a sentence cannot be told from a new paragraph; a letter's worth of breaks can.
        prop_assume!(text.lines().count() >= whole.lines().count() + 6 && !cuts_at_a_sentence_end(&whole, width));
        let text = if windows { text.replace('\n', "\r\n") } else { text };
        let text = if letter_spaced { sprinkled(&text, "\u{200B}", 17) } else { text };
        let imported = import(&text).expect("a letter");
        prop_assert!(imported.report.faults(&text).is_empty());
        let whole = |text: &str| text.split('\n').map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(whole(&imported.draft.letter.body), whole(&draft.letter.body), "{}", text);
        prop_assert_eq!(&imported.draft.letter.title, &draft.letter.title);
        prop_assert_eq!(&imported.draft.letter.cc, &draft.letter.cc);
    }

    #[test]
    fn any_noise_keeps_its_account(draft in drafts(), noise in "[一二（）()《：。、，A代表委员类号第〔〕2026年月日附件抄送联系人 \n\t\u{200B}\u{200E}\u{A0}\u{C}—-]{1,12}", step in 5_usize..90) {
        let text = sprinkled(&flow(&draft), &noise, step);
        if let Ok(imported) = import(&text) {
            prop_assert!(imported.report.faults(&text).is_empty());
        }
    }

    #[test]
    fn any_text_at_all_keeps_its_account(text in "([一二三、（）()《》：:。，A类代表委员答复函关于第号〔〕2026年月日附件抄送联系人电话公开方式 \n\u{3000}\u{200E}\u{A0}-]|王禾代表：\n|收悉，现答复如下：|临江市水务局\n|\n抄送：|\n附件：|\n— 1 —\n){0,60}") {
        if let Ok(imported) = import(&text) {
            prop_assert!(imported.report.faults(&text).is_empty());
            let shown = issued::addressees(&imported.draft.letter);
            prop_assert!(shown.is_empty() || !imported.draft.letter.addressees.is_empty());
        }
    }
}
