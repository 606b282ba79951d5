//! W02: a word written twice.

use crate::check::authoring::*;
use crate::check::slips::doubled;

pub static RULE: Rule = Rule {
    code: "W02",
    name: "doubled-word",
    title: "字词重复",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "同一个词连写两遍，如“关于关于”“的的”“进行进行”。叠词（如“家家户户”“天天”）不算。",
    source: "《党政机关公文处理工作条例》第二十条（四）：文字规范",
    examples: &[
        wrong(&[("paragraph", "我局‹进行进行›了专题研究。")]).mended("我局进行了专题研究。"),
        wrong(&[("paragraph", "居民关心‹的的›问题已经解决。")]).mended("居民关心的问题已经解决。"),
        wrong(&[("title", "临江市交通运输局‹关于关于›市十七届人大一次会议第2026042号代表建议答复的函")]),
        wrong(&[("paragraph", "对改进公交服务具有重要‹意义意义›。")]),
        wrong(&[("paragraph", "‹公交公交›线路得到优化。")]),
        wrong(&[("paragraph", "并‹向向›社会公布名单。")]).mended("并向社会公布名单。"),
        wrong(&[("paragraph", "结合我局职‹能能›，加强质量监‹督督›。")]).mended("结合我局职能，加强质量监督。"),
        right(&[(
            "paragraph",
            "供水源源不断，全县县乡村三级联动，临江市市场监督管理局局长到社区区域，系统统一推进，井井有条。",
        )]),
        wrong(&[("paragraph", "为依法办园‹提供了提供了›根本遵循。")]).mended("为依法办园提供了根本遵循。"),
        wrong(&[("paragraph", "安排资金640万元，‹其中，其中›站台改造420万元。")]),
        right(&[("paragraph", "白石村白石村民小组已经通车，一件事一件事地办，其中一些站台，其中三处在建。")]),
        right(&[(
            "paragraph",
            "每人每年2万元，家家户户、实实在在、一步一步推进，猜字、对对子，常态化研究研究会的意见，人人受益，的的确确见效。",
        )]),
        right(&[(
            "paragraph",
            "目的地的的士站，采购标的的技术要求，了了心愿，网格化化解矛盾，发展发展中地区，讨论讨论会方案。",
        )]),
    ],
    check: Check::Passage(check),
};

/// Particles and prepositions that never stand twice, with what may follow where they do.
const SINGLE: [(&str, &[&str]); 11] = [
    ("着", &["着手", "着力", "着眼", "着重", "着急", "着想", "着装", "着陆", "着火", "着落", "着实", "着色"]),
    ("的", &["的士", "的确", "的卢"]),
    ("了", &["了解", "了了", "了结", "了却", "了不", "了心"]),
    ("在", &["在于"]),
    ("和", &["和谐", "和平", "和解", "和睦", "和县", "和美", "和田"]),
    ("是", &["是否", "是非"]),
    ("与", &["与会", "与此", "与其"]),
    (
        "对",
        &[
            "对口", "对外", "对子", "对联", "对歌", "对接", "对策", "对象", "对于", "对照", "对标", "对应", "对方",
            "对话", "对比", "对面",
        ],
    ),
    ("将", &["将军", "将来", "将近"]),
    ("为", &["为民", "为了", "为主", "为期", "为此", "为何", "为先", "为重", "为生"]),
    ("也", &[]),
];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let mut previous = '\0';
    for (second_at, character) in text.char_indices() {
        let is_twice = character == previous && characters::is_han(character);
        previous = character;
        if is_twice && let Some((word, allowed)) = SINGLE.into_iter().find(|(word, _)| word.starts_with(character)) {
            let at = second_at - word.len();
            let second = &text[at + word.len()..];
            let is_joined = allowed.iter().any(|next| second.starts_with(next))
                || word == "的" && text[..at].ends_with(['目', '标'])
                || matches!(word, "为" | "是" | "对" | "和" | "了" | "与" | "将") && is_word_end(text, at, word);
            // 实实在在, 的的确确: two pairs side by side are a word.
            let ahead: Vec<char> = second[word.len()..].chars().take(2).collect();
            let behind: Vec<char> = text[..at].chars().rev().take(2).collect();
            let is_pair = |pair: &[char]| pair.len() == 2 && pair[0] == pair[1] && characters::is_han(pair[0]);
            if !is_joined && !is_pair(&ahead) && !is_pair(&behind) {
                tell(passage, at, word.len(), found);
            }
        }
    }
    for second in doubled::find(text) {
        let character = text[second.clone()].chars().next().unwrap_or_default();
        if !SINGLE.iter().any(|(word, _)| word.starts_with(character)) {
            tell(passage, second.start - second.len(), second.len(), found);
        }
    }
    repeated(passage, found);
    // Most paragraphs hold no pair twice: look before anything is set up.
    let mut last = ['\0'; 3];
    let has_pair = text.chars().any(|it| {
        let [first, second, third] = last;
        last = [second, third, it];
        first == third && second == it && first != second
    });
    if !has_pair {
        return;
    }
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut index = 0;
    while index + 4 <= characters.len() {
        let pair = [characters[index].1, characters[index + 1].1];
        let again = [characters[index + 2].1, characters[index + 3].1];
        let start = characters[index].0;
        if pair == again
            && pair[0] != pair[1]
            && pair.iter().all(|it| characters::is_han(*it))
            && is_doubled(text, start, &characters, index)
        {
            tell(passage, start, characters[index + 2].0 - start, found);
            index += 4;
        } else {
            index += 1;
        }
    }
}

/// Where three characters and more are written twice, 提供了提供了, and where the word that opens a clause is: 其中，其中.
fn repeated(passage: &Passage<'_>, found: &mut Found<'_>) {
    const OPENING: [&str; 10] = ["其中", "同时", "目前", "此外", "因此", "另外", "下一步", "对此", "为此", "近年来"];
    let text = passage.text;
    for word in OPENING.into_iter().filter(|word| passage.may_say(&[*word])) {
        for (at, _) in text.match_indices(word) {
            let again = at + word.len() + '，'.len_utf8();
            if text[at + word.len()..].strip_prefix('，').is_some_and(|rest| rest.starts_with(word)) {
                let message = format!("“{word}”重复");
                let edit = vec![Edit::delete(at..again)];
                found.at(passage.field, at..again + word.len(), message).mend_as(
                    format!("删去一个“{word}”"),
                    Applicability::Review,
                    edit,
                );
            }
        }
    }
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut index = 0;
    while index + 2 * LEAST <= characters.len() {
        let count = (LEAST..=LONGEST).find(|count| {
            characters.len() >= index + 2 * count
                && (index..index + count)
                    .all(|at| characters[at].1 == characters[at + count].1 && characters::is_han(characters[at].1))
        });
        let Some(count) = count.filter(|count| is_slip(&characters[index..index + count])) else {
            index += 1;
            continue;
        };
        let start = characters[index].0;
        tell(passage, start, characters[index + count].0 - start, found);
        index += 2 * count;
    }
}

/// How many characters at least and at most are looked for written twice, apart from words of two.
const LEAST: usize = 3;
const LONGEST: usize = 8;

/// Whether what is written twice is no count, 一步步一步步, and no name before a longer one: 白石村白石村民小组.
fn is_slip(characters: &[(usize, char)]) -> bool {
    let numerals = characters.iter().any(|(_, it)| crate::text::numeral::is_numeral(*it) || *it == '第');
    let ends = characters.last().is_some_and(|(_, it)| "村镇乡街社县区市院校会司路馆人".contains(*it));
    let is_one = characters.windows(2).any(|two| two[0].1 == two[1].1);
    !numerals && !ends && !is_one
}

/// Whether the first of two like characters ends a word: 作为为, 总是是 are slips all the same, 认为为民 is none.
fn is_word_end(text: &str, at: usize, word: &str) -> bool {
    let before = text[..at].chars().next_back();
    match word {
        "为" => matches!(before, Some('认' | '作' | '成' | '因' | '行' | '较' | '极' | '称' | '视' | '列' | '改')),
        "和" => matches!(before, Some('温' | '总' | '饱' | '缓' | '调' | '祥' | '共')),
        "对" => matches!(before, Some('针' | '面' | '相' | '应' | '核' | '校')),
        "是" => matches!(before, Some('于' | '但' | '还' | '总' | '可' | '就')),
        "了" => matches!(before, Some('为' | '除')),
        "与" => matches!(before, Some('参')),
        "将" => matches!(before, Some('即' | '必')),
        _ => false,
    }
}

/// Whether a pair that stands twice is a slip: not a phrase like 研究研究, nor the start of a longer name.
fn is_doubled(text: &str, start: usize, characters: &[(usize, char)], index: usize) -> bool {
    // A pair of numerals or of measures counts something: 一个一个, 一步一步.
    let first = characters[index].1;
    // 每人每年, 人均每人每月: what is given out is counted.
    let second = characters[index + 1].1;
    if crate::text::numeral::is_numeral(first) || first == '第' || [first, second].contains(&'每') {
        return false;
    }
    // 讨论讨论会, 发展发展中国家, 研究研究院: the second begins a longer word.
    let after = characters.get(index + 4).map(|(_, it)| *it);
    let goes_on = matches!(
        after,
        Some(
            '会' | '院'
                | '中'
                | '所'
                | '局'
                | '部'
                | '室'
                | '性'
                | '者'
                | '员'
                | '型'
                | '力'
                | '区'
                | '站'
                | '费'
                | '量'
                | '法'
                | '化'
                | '组'
                | '厅'
                | '办'
                | '委'
                | '师'
                | '品'
                | '物'
                | '书'
                | '证'
                | '率'
                | '园'
                | '线'
                | '点'
                | '店'
                | '厂'
                | '村'
                | '镇'
                | '县'
                | '市'
                | '省'
                | '路'
                | '街'
                | '人'
                | '类'
                | '机'
        )
    );
    let pair = &text[start..characters[index + 2].0];
    // 低保户户每户: the first of the pair belongs to what stands before it.
    let is_crossed = text[..start].chars().next_back().is_some_and(|before| {
        let [first, second] = [characters[index].1, characters[index + 1].1];
        crate::text::vocabulary::join(before, first) && !crate::text::vocabulary::join(first, second)
    });
    if is_crossed {
        return false;
    }
    let is_marked = text[..start].ends_with(['“', '《']);
    const SLIPS: [&str; 6] = ["关于", "进行", "意义", "提出", "以及", "我们"];
    !is_marked && (SLIPS.contains(&pair) || !(is_reduplicable(pair) || goes_on && is_verb(pair)))
}

/// Verbs whose object may begin with the same word: 发展发展中国家, 讨论讨论会方案.
fn is_verb(pair: &str) -> bool {
    const VERBS: [&str; 30] = [
        "发展", "讨论", "研究", "教育", "管理", "服务", "建设", "规划", "监督", "检查", "审查", "培训", "指导", "评估",
        "生产", "运输", "设计", "施工", "治理", "保护", "宣传", "调查", "组织", "领导", "执法", "投资", "统计", "审计",
        "学习", "合作",
    ];
    VERBS.contains(&pair)
}

/// Verbs that people do say twice.
fn is_reduplicable(pair: &str) -> bool {
    ["研究", "商量", "讨论", "了解", "考虑", "学习", "休息", "锻炼", "活动", "打听", "宣传", "指导", "逐个", "逐条"]
        .contains(&pair)
}

fn tell(passage: &Passage<'_>, at: usize, length: usize, found: &mut Found<'_>) {
    let word = &passage.text[at..at + length];
    let message = format!("“{word}”重复");
    found.at(passage.field, at..at + 2 * length, message).mend_as(
        format!("删去一个“{word}”"),
        Applicability::Review,
        vec![Edit::delete(at..at + length)],
    );
}
