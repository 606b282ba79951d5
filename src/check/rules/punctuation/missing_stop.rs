//! P22: two sentences that run into each other.

use crate::check::authoring::*;
use crate::text::numeral;

pub static RULE: Rule = Rule {
    code: "P22",
    name: "missing-stop",
    title: "句子之间缺标点",
    group: Group::Punctuation,
    severity: Severity::Warning,
    explanation: "一句话已经说完，接着另起一句的，中间用句号隔开。按“下一步，”“目前，”“我局将”这类起句的话和前面已经完整的句子识别。",
    source: "GB/T 15834—2011 4.1",
    examples: &[
        wrong(&[("paragraph", "新建站房近期难以实施‹›下一步，我局将继续研究。")])
            .mended("新建站房近期难以实施。下一步，我局将继续研究。"),
        wrong(&[("paragraph", "反映的问题属实‹›经查，站台确有破损。")]),
        wrong(&[("paragraph", "站台改造已经全部完工‹›目前，运行平稳。")]),
        wrong(&[("paragraph", "站台改造已经全部完工‹›我局将继续抓好管护。")]),
        wrong(&[("paragraph", "站台改造已经投入使用‹›2026年5月，我局新增线路6条。")]),
        wrong(&[("paragraph", "一是加密早高峰班次‹›二是延长夜间运营时间。")]),
        wrong(&[("paragraph", "全年开展巡诊1890次、远程会诊462例‹›您在建议中还提到，取暖费用没有着落。")]),
        right(&[("paragraph", "截至目前，站台改造已经完工。除此之外，我局将抓好管护；在此同时，经研究，增加班次。")]),
        right(&[(
            "paragraph",
            "如果站房已经完工我局将及时公布，已改造的站台目前，运行平稳，已明确的任务下一步，逐项落实。",
        )]),
        right(&[(
            "paragraph",
            "首批站台已于2025年6月，次批站台已定于2026年5月，先后开工。我局将工期提前至2026年5月，并公布。",
        )]),
        right(&[("paragraph", "一是加密班次，其二是延长时间；唯一是难点，这是二是一的问题。")]),
    ],
    check: Check::Passage(check),
};

/// What begins a sentence, with the characters before it that make another word of it.
const OPENERS: [(&str, &[char]); 19] = [
    ("下一步，", &['为', '于', '对', '和', '及', '与', '在', '的', '是', '到', '之', '将', '就', '好', '作']),
    ("目前，", &['至', '到', '就', '在', '于', '从', '的', '是', '对', '据']),
    ("此外，", &['除', '由', '在']),
    ("另外，", &['的', '除']),
    ("今后，", &['在', '从', '自', '为', '对', '的', '于']),
    ("接下来，", &['的', '在']),
    ("经查，", &['已', '未', '再', '一', '现', '曾', '后', '并', '均']),
    ("经核实，", &['已', '未', '再', '一', '现', '曾', '后', '并', '均']),
    ("经了解，", &['已', '未', '再', '一', '现', '曾', '后', '并', '均']),
    ("据统计，", &['根', '依', '数', '的']),
    ("据了解，", &['根', '依', '数', '的']),
    ("因此，", &['正', '也', '并', '会', '均', '都', '皆', '是']),
    ("我局将", &[]),
    ("我局已", &[]),
    ("我们将", &[]),
    ("我委将", &[]),
    ("您在建议中", &['对', '就', '是', '如', '按', '将', '与', '和']),
    ("您在提案中", &['对', '就', '是', '如', '按', '将', '与', '和']),
    ("你们在建议中", &['对', '就', '是', '如', '按', '将', '与', '和']),
];

/// What shows that a clause says all that it has to say.
const PREDICATES: [&str; 22] = [
    "已经",
    "已完成",
    "已完工",
    "已建成",
    "已投",
    "已开",
    "已列入",
    "已纳入",
    "已印发",
    "已落实",
    "均已",
    "全部",
    "完成了",
    "投入使用",
    "难以",
    "无法",
    "暂不",
    "尚不",
    "属实",
    "得到有效",
    "明显改善",
    "进展顺利",
];

/// Words at the start of a clause that has more to come.
const CONDITIONS: [&str; 16] =
    ["如", "若", "待", "一旦", "当", "只要", "在", "因", "由于", "为", "鉴于", "虽", "对", "经", "凡", "届时"];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    if passage.field != Field::Body {
        return;
    }
    let text = passage.text;
    // One walk for all openers: only after a Chinese character can a mark be missing.
    let mut before = '。';
    for (at, first) in text.char_indices() {
        let last = std::mem::replace(&mut before, first);
        if !matches!(first, '下' | '目' | '此' | '另' | '今' | '接' | '经' | '据' | '因' | '我' | '您' | '你')
            || !characters::is_han(last)
        {
            continue;
        }
        let opener = OPENERS.iter().find(|(opener, _)| text[at..].starts_with(opener));
        if opener.is_some_and(|(_, others)| !others.contains(&last)) && is_complete(clause_before(text, at)) {
            tell(passage, at, "。", found);
        }
    }
    dates(passage, found);
    items(passage, found);
}

/// What stands between the last mark before byte `at` and it.
fn clause_before(text: &str, at: usize) -> &str {
    let stop =
        |it: char| characters::is_chinese_mark(it) && !matches!(it, '“' | '”' | '《' | '》' | '、') || it == '\n';
    let start = text[..at].char_indices().rev().find(|(_, it)| stop(*it)).map_or(0, |(at, it)| at + it.len_utf8());
    &text[start..at]
}

/// Whether a clause is a sentence by itself: it has a predicate that belongs to no 的, and no condition is left open.
fn is_complete(clause: &str) -> bool {
    if !clause.ends_with(characters::is_han) || clause.chars().count() < 6 {
        return false;
    }
    // 开展远程会诊462例: a verb's object, counted.
    let counted = clause.trim_end_matches(characters::is_han);
    let is_counted = counted.ends_with(|it: char| it.is_ascii_digit()) && clause[counted.len()..].chars().count() <= 2;
    let predicate = PREDICATES.iter().filter_map(|word| clause.find(word).map(|at| at + word.len())).min();
    is_counted && clause.contains(['、', '了', '展', '办', '查', '立'])
        || predicate
            .is_some_and(|end| !clause[end..].contains('的') && !clause.ends_with(['的', '后', '前', '时', '和', '及']))
            && !CONDITIONS.iter().any(|word| clause.starts_with(word))
}

/// 投入使用2026年5月，我局: a date with a comma behind it begins a sentence.
fn dates(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for (at, mark) in text.match_indices('月') {
        if !text[at + mark.len()..].starts_with('，') {
            continue;
        }
        let month = text[..at].trim_end_matches(|it: char| it.is_ascii_digit());
        let Some(year) = month.strip_suffix('年').filter(|_| month.len() < at) else { continue };
        let start = year.trim_end_matches(|it: char| it.is_ascii_digit()).len();
        let is_year = year.len() - start == 4;
        let others = [
            '于', '在', '从', '自', '到', '至', '是', '为', '达', '到', '即', '截', '及', '和', '与', '过', '前', '的',
        ];
        if is_year && !text[..start].ends_with(others) && is_complete(clause_before(text, start)) {
            tell(passage, start, "。", found);
        }
    }
}

/// 一是加密班次二是延长时间: the mark before the next item is missing.
fn items(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let items = passage.items();
    for (index, item) in items.iter().enumerate() {
        if !text[item.range.clone()].ends_with('是') || text[item.range.clone()].starts_with('其') {
            continue;
        }
        let next = items.get(index + 1).map_or(text.len(), |next| next.range.start);
        let word = format!("{}是", numeral::format(item.ordinal + 1));
        let between = item.range.end..next;
        let Some(at) = text[between.clone()].find(&word).map(|at| at + between.start) else { continue };
        let before = text[item.range.end..at].chars().next_back();
        let is_counted = text[item.range.end..at].chars().count() >= 4
            && before
                .is_some_and(|it| characters::is_han(it) && !numeral::is_numeral(it) && !"其第之这那".contains(it));
        if is_counted {
            tell(passage, at, "；", found);
        }
    }
}

fn tell(passage: &Passage<'_>, at: usize, mark: &str, found: &mut Found<'_>) {
    found.at(passage.field, at..at, format!("前面一句已经说完，缺“{mark}”")).mend_as(
        format!("加上“{mark}”"),
        Applicability::Review,
        vec![Edit::insert(at, mark)],
    );
}
