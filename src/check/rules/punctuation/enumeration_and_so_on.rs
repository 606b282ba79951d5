//! P12: 、 before 等, 和, 及, 与 or 或.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "P12",
    name: "enumeration-end",
    title: "“等”“和”前的顿号",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "“等”表示列举未尽或者煞尾，前面不用顿号；并列的最后一项用了“和”“及”“以及”“与”“或”，前面也不再用顿号。",
    source: "GB/T 15834—2011 B.1.2；办理惯例",
    examples: &[
        wrong(&[("paragraph", "涉及东洲、北岸、望江‹、›等街道。")]).mended("涉及东洲、北岸、望江等街道。"),
        wrong(&[("paragraph", "涉及东洲、北岸‹、›以及望江街道。")]).mended("涉及东洲、北岸以及望江街道。"),
        wrong(&[("paragraph", "涉及东洲、北岸‹、›和望江街道。")]).mended("涉及东洲、北岸和望江街道。"),
        wrong(&[("paragraph", "支持保健品‹等等›高附加值产品。")]).mended("支持保健品等高附加值产品。"),
        wrong(&[("paragraph", "汇集教育、养老‹、›类数据。")]).mended("汇集教育、养老类数据。"),
        wrong(&[("paragraph", "一是加密高峰班次‹、›二是延长运营时间。")])
            .mended("一是加密高峰班次；二是延长运营时间。"),
        right(&[("paragraph", "两个难点：一是资金、二是土地。一是缺资金、缺土地，二是缺人才。")]),
        right(&[("paragraph", "汇集名称、类别、类型等数据，材质、类似材料，风湿、类风湿患者。")]),
        right(&[("paragraph", "储备帐篷、折叠床，等等。涉及东洲、和平、和顺三个街道。")]),
        right(&[("paragraph", "涉及低保、等级评定、等候区改造、等离子设备。")]),
        wrong(&[("paragraph", "涉及东洲、北岸‹、›及望江街道。")]).mended("涉及东洲、北岸及望江街道。"),
        wrong(&[("paragraph", "涉及东洲、北岸‹、›或望江街道。")]).mended("涉及东洲、北岸或望江街道。"),
        wrong(&[("paragraph", "落实“提前申报”“两步申报”‹等等›措施。")]).mended("落实“提前申报”“两步申报”等措施。"),
        wrong(&[("paragraph", "涉及东洲、北岸、望江‹、›三个街道。")]).mended("涉及东洲、北岸、望江三个街道。"),
        wrong(&[("paragraph", "据市统计局统计‹、›截至5月底已完成15座。")])
            .mended("据市统计局统计，截至5月底已完成15座。"),
        wrong(&[("paragraph", "参加人员有局长、副局长以及‹、›科长。")]),
        right(&[("paragraph", "涉及县城、两个镇、三个街道，过去、目前、今后都要抓好。")]),
        right(&[("paragraph", "涉及东洲、和平、以及人小区。")]),
        right(&[("paragraph", "处置、及时回应，培训、与会代表，协同、与时俱进，罚款、或有负债。")]),
        right(&[("paragraph", "涉及东洲、北岸和望江等街道。")]),
        right(&[("paragraph", "开展风险评估、等保测评，三级公路、等外公路，排队叫号、等位引导，分色、等高种植。")]),
        wrong(&[("paragraph", "周末、节假日‹、›和农村赶圩日加开班次。")]),
        right(&[("paragraph", "涉及东洲村、和庄村，东洲小区、和苑小区、和园小区，污水管网、和水路泵站。")]),
        right(&[(
            "paragraph",
            "加强与省交通运输厅、与周边市县的对接。经营者、与经营者有关联的企业，承租人、与承租人共同居住的家庭成员。",
        )]),
    ],
    check: Check::PassageWith("、等", check),
};

/// Words that begin with 等 and are no “and so on”.
const WORDS: [&str; 24] = [
    "等级",
    "等候",
    "等待",
    "等离子",
    "等比例",
    "等量",
    "等值",
    "等额",
    "等距",
    "等效",
    "等边",
    "等次",
    "等保",
    "等外",
    "等位",
    "等车",
    "等温",
    "等高",
    "等身",
    "等同",
    "等式",
    "等深",
    "等压",
    "等宽",
];

/// Words that begin with 和 and do not join.
const NAMES: [&str; 20] = [
    "和平", "和谐", "和美", "和睦", "和顺", "和县", "和田", "和解", "和悦", "和善", "和合", "和气", "和静", "和硕",
    "和政", "和林", "和龙", "和兴", "和丰", "和泰",
];

/// Other words that join the last of a list, with the characters that make other words of them: 及时, 与会, 或有.
const JOINING: [(&str, &[char]); 3] = [
    ("及", &['时', '早', '格', '第', '物', '其']),
    ("与", &['会', '时', '民', '众', '国', '世', '日', '否', '共', '奥', '邻', '人']),
    ("或", &['有', '然', '许', '缺', '多', '称', '明', '大', '是']),
];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    for (at, mark) in passage.text.match_indices('、') {
        let after = &passage.text[at + mark.len()..];
        let is_end = after.starts_with('等') && !WORDS.iter().any(|word| after.starts_with(word));
        let is_also = after.starts_with("以及") && !after.starts_with("以及人");
        // 甲、乙、和丙: 和 that begins no name of its own.
        let is_and = after.strip_prefix('和').is_some_and(|rest| !is_place(rest))
            && !NAMES.iter().any(|name| after.starts_with(name));
        let joining = JOINING.into_iter().find(|(word, others)| {
            let rest = after.strip_prefix(word);
            rest.is_some_and(|rest| rest.starts_with(characters::is_han) && !rest.starts_with(*others))
                && (*word != "与" || !is_relation(&passage.text[..at], after))
        });
        let word = match (is_end, is_also, is_and) {
            (true, ..) => "等",
            (_, true, _) => "以及",
            (.., true) => "和",
            _ => joining.map_or("", |(word, _)| word),
        };
        if !word.is_empty() {
            let range = at..at + mark.len();
            // 等 and 和 begin many a word, so that a person looks.
            let finding = found.at(passage.field, range.clone(), format!("“{word}”前不用顿号")).mend(
                Applicability::Review,
                range,
                "",
            );
            // The standard speaks of 等; the rest is what proofreaders hold.
            if !is_end {
                finding.cite("办理惯例：并列的最后一项用了连词，前面不用顿号");
            }
        }
    }
    counts(passage, found);
    // 保健品等等高附加值产品: 等等 ends a list, what it is a list of comes after 等.
    for (at, word) in passage.text.match_indices("等等") {
        let after = &passage.text[at + word.len()..];
        let is_list = passage.text[..at]
            .ends_with(|it: char| characters::is_han(it) || matches!(it, '”' | '》' | '）'))
            && after.starts_with(|it: char| characters::is_han(it) || it.is_ascii_digit());
        let is_wait = after.starts_with(['我', '他', '你', '再', '看']) || passage.text[..at].ends_with('等');
        if is_list && !is_wait && !after.starts_with('等') {
            let range = at..at + word.len();
            let fix = range.clone();
            found
                .at(passage.field, range, "后面还有中心语的，用“等”")
                .mend(Applicability::Safe, fix, "等")
                .cite("办理惯例：“等等”煞尾，后面不接中心语");
        }
    }
}

/// Whether what follows 和 is the rest of a place's name: 和庄村, 和苑小区.
fn is_place(rest: &str) -> bool {
    if ["农村", "乡村", "城镇", "山村"].iter().any(|word| rest.starts_with(word)) {
        return false;
    }
    let next = rest.chars().next().map_or(rest, |first| &rest[first.len_utf8()..]);
    next.starts_with(['村', '庄', '苑', '园', '路', '街', '镇', '乡'])
        || ["小区", "社区", "花园", "大厦", "家园"].iter().any(|word| next.starts_with(word))
}

/// Whether 与 relates instead of joining: 与省厅、与周边市县的对接, 与经营者有关联的企业.
fn is_relation(before: &str, after: &str) -> bool {
    let clause = before.rsplit(['，', '。', '；', '：']).next().unwrap_or(before);
    let cell = after.split(['，', '。', '；', '、']).next().unwrap_or(after);
    clause.contains('与')
        || ["有关", "相关", "共同", "关联", "直接", "对接", "衔接"].iter().any(|word| cell.contains(word))
}

/// Whether what stands before 、二是 ends with an item, 一是加密班次、缩短候车时间, that is a clause and no word.
fn is_long_item(before: &str) -> bool {
    let item = ["一是", "二是", "三是", "四是"].iter().filter_map(|it| before.rfind(it)).max();
    item.is_some_and(|at| !before[at..].contains('。') && before[at..].chars().count() > 7)
}

/// Words that begin a clause and are no part of a list.
const CLAUSES: [&str; 10] = ["截至", "但是", "但", "因此", "所以", "然而", "从而", "显得", "以便", "使得"];

/// 甲、乙、丙、三个街道: the count after a list; 统计、截至: a new clause after 、; 以及、: a mark after the word that joins.
fn counts(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, mark) in text.match_indices('、') {
        let range = at..at + mark.len();
        let after = &text[range.end..];
        if CLAUSES.iter().any(|word| after.starts_with(word)) {
            found.at(passage.field, range.clone(), "这里不是并列的词语，用逗号").mend(
                Applicability::Review,
                range,
                "，",
            );
            continue;
        }
        // 教育、养老、类数据: what is listed is of this kind.
        let kind = after.strip_prefix('类');
        if kind.is_some_and(|rest| {
            !rest.starts_with([
                '别', '型', '似', '风', '人', '固', '书', '比', '推', '脂', '目', '属', '群', '器', '、', '，', '。',
            ])
        }) {
            found.at(passage.field, range.clone(), "“类”前不用顿号").mend(Applicability::Review, range, "");
            continue;
        }
        if ["二是", "三是", "四是", "五是"].iter().any(|it| after.starts_with(it)) && is_long_item(&text[..at])
        {
            let message = "“一是”“二是”的各项是分句，之间用分号或者逗号";
            found.at(passage.field, range.clone(), message).mend(Applicability::Review, range, "；");
            continue;
        }
        if text[..at].ends_with("以及") {
            found.at(passage.field, range.clone(), "“以及”后不用顿号").mend(Applicability::Review, range, "");
            continue;
        }
        let digits = after.len() - after.trim_start_matches(crate::text::numeral::is_numeral).len();
        let count = crate::text::numeral::parse(&after[..digits]).filter(|count| (2..=20).contains(count));
        let is_counter =
            after[digits..].starts_with(['个', '家', '镇', '村', '区', '县', '市', '省', '项', '类', '种']);
        let Some(count) = count.filter(|_| is_counter) else { continue };
        let start = text[..at].rfind(['，', '。', '；', '：', '（']).map_or(0, |start| start + '，'.len_utf8());
        // As many things as the count says stand before it.
        if text[start..at].matches('、').count() + 1 == count as usize {
            found.at(passage.field, range.clone(), format!("前面列了{count}项，总括的词语前不用顿号")).mend(
                Applicability::Review,
                range,
                "",
            );
        }
    }
}
