//! D09: 约 with 左右, 超过 with 以上.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D09",
    name: "doubled-approximation",
    title: "约数重复",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "表示约数的词只用一个：“约……左右”“近……余”“超过……以上”“至少……以上”意思重复。",
    source: "《党政机关公文处理工作条例》第十九条（三）：表述准确；通行的数字表述规则",
    examples: &[
        wrong(&[("paragraph", "每天发车‹约120班左右›，运送乘客。")]),
        wrong(&[("paragraph", "准点率‹超过95%以上›，乘客满意。")]),
        wrong(&[("paragraph", "每日‹不低于80班以上›。")]),
        wrong(&[("paragraph", "惠及‹近3000余名›居民。")]),
        wrong(&[("paragraph", "转移群众‹大概约›500人。")]),
        wrong(&[("paragraph", "惠及居民‹约三百人左右›，反响良好。")]),
        wrong(&[("paragraph", "惠及居民‹约为300—400人左右›，反响良好。")]),
        wrong(&[("paragraph", "惠及居民‹300余人左右›，反响良好。")]),
        wrong(&[("paragraph", "惠及居民4100‹余万余›人，反响良好。")]),
        right(&[("paragraph", "每天发车约120班，准点率达到95%以上，惠及3000余名居民。")]),
        wrong(&[("paragraph", "预留‹不少于10%以上›的车位，每人‹至少巡查2次以上›，年客运量‹超过亿人次以上›。")]),
        right(&[("paragraph", "票价低于市场价10%以上，至少两名驾驶员有5年以上经验，至少提前3天、3人以上报名。")]),
        right(&[("paragraph", "约120班车，发车间隔缩短5分钟左右。")]),
        right(&[("paragraph", "对1500平方米以上的工地，超过9成已经联网；超过60周岁以上年龄段的不在此列。")]),
        right(&[("paragraph", "附近一些居民、近一年多来的数据、约一半以上的站台均已公布。")]),
    ],
    check: Check::PassageWith("约概近过逾破于少多足余至", check),
};

/// Words before a number, with the words after it that say the same again.
const PAIRS: [(&[&str], &[&str]); 3] = [
    (&["约", "大约", "大概", "近", "将近", "接近"], &["左右", "上下", "余", "多", "以上"]),
    (&["超过", "逾", "突破", "高于", "不低于", "不少于", "至少", "最少"], &["以上", "余", "多", "左右"]),
    (&["不超过", "不高于", "至多", "最多", "低于", "不足"], &["以下", "以内", "左右"]),
];

/// Two rough words side by side.
const TWICE: [&str; 8] = ["大概约", "大约约", "大约近", "大约有近", "约近", "近约", "大概近", "大约大概"];

fn is_figure(it: char) -> bool {
    it.is_ascii_digit()
        || matches!(
            it,
            '〇' | '零'
                | '一'
                | '二'
                | '两'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
                | '十'
                | '百'
                | '千'
                | '万'
                | '亿'
        )
}

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for word in TWICE.into_iter().filter(|word| passage.has_all(word)) {
        for (at, _) in text.match_indices(word) {
            if text[at + word.len()..].starts_with(|it: char| it.is_ascii_digit()) {
                found.at(passage.field, at..at + word.len(), "表示约数的词重复");
            }
        }
    }
    for word in ["余万余", "余亿余", "多万余", "余万多"].into_iter().filter(|word| passage.has_all(word)) {
        for (at, _) in text.match_indices(word) {
            if text[..at].ends_with(|it: char| it.is_ascii_digit()) {
                found.at(passage.field, at..at + word.len(), "表示约数的词重复");
            }
        }
    }
    for word in ["至少", "最少", "最多", "至多"].into_iter().filter(|word| passage.has_all(word)) {
        for (at, _) in text.match_indices(word) {
            let after = &text[at + word.len()..];
            // 至少巡查2次以上: what is done stands between.
            let Some(digits) = after.find(|it: char| !characters::is_han(it)) else { continue };
            let is_near = (1..=4).contains(&after[..digits].chars().count());
            let length = number(&after[digits..]);
            let behind = tail(&after[digits + length..], &["以上", "以下", "以内"]);
            if let Some((unit, behind)) = behind.filter(|(unit, _)| is_near && length > 0 && *unit > 0) {
                let end = at + word.len() + digits + length + unit + behind.len();
                if !text[end..].starts_with(['的', '年', '老', '职', '干']) && !after[..digits].ends_with(['有', '名'])
                {
                    found.at(passage.field, at..end, format!("“{word}”与“{behind}”意思重复"));
                }
            }
        }
    }
    let mut told = 0;
    let mut before = None;
    for (start, first) in text.char_indices() {
        // The first figure of a number.
        let begins = is_figure(first) && before.is_none_or(|it| !is_figure(it) && it != '.');
        before = Some(first);
        if !begins || start < told {
            continue;
        }
        let rest = &text[start..];
        let number = number(rest);
        // What all leads end with, and what may stand between them and the number, tells most numbers apart.
        let leads = ['约', '概', '近', '过', '逾', '破', '于', '少', '多', '足', '为', '有', '达', '在'];
        if !text[..start].ends_with(leads) && !rest[number..].starts_with(['余', '多']) {
            continue;
        }
        let Some((tail_at, tail)) = tail(&rest[number..], &["左右", "上下", "余", "多", "以上", "以下", "以内"])
        else {
            continue;
        };
        let lead = lead(&text[..start], tail);
        // 300余人左右: both stand after the number.
        let twice = matches!(tail, "余" | "多").then(|| {
            let rest = &rest[number + tail_at + tail.len()..];
            self::tail(rest, &["左右", "上下"]).map(|(at, second)| (at + second.len(), second))
        });
        let (at, word, end, again) = match (lead, twice.flatten()) {
            (Some((at, word)), _) => (at, word, start + number + tail_at + tail.len(), tail),
            (None, Some((length, second))) if tail_at == 0 => {
                (start, tail, start + number + tail.len() + length, second)
            }
            _ => continue,
        };
        let between = rest[number..number + tail_at].chars().count();
        let is_far = between > 3 || tail.chars().count() == 1 && between > 1;
        // 60周岁以上年龄段: the words belong to a class of persons.
        let after = &text[end..];
        let is_share = rest[..number + tail_at].ends_with(['%', '％']);
        let is_class = tail == "以上" && !is_share && after.starts_with(['的', '年', '人', '老', '职', '干']);
        let is_word = tail == "多" && after.starts_with(['个', '次', '种', '样', '元', '名', '家']) && between > 0;
        // 近一年多来, 约一半以上: a lone Chinese numeral is as often part of a word.
        let is_exact = lead.is_some_and(|(_, word)| PAIRS[1].0.contains(&word) || PAIRS[2].0.contains(&word));
        let is_phrase = number == first.len_utf8() && !first.is_ascii_digit() && !is_exact;
        if !(is_far || is_class || is_word || is_phrase) {
            let mut end = end;
            // 余名: the unit that follows belongs to it.
            if matches!(again, "余" | "多") {
                end += text[end..].chars().next().filter(|it| characters::is_han(*it)).map_or(0, char::len_utf8);
            }
            found.at(passage.field, at..end, format!("“{word}”与“{again}”意思重复"));
            told = end;
        }
    }
}

/// How many bytes the number at the start of `text` has; 300—400 is one.
fn number(text: &str) -> usize {
    let length = |text: &str| text.len() - text.trim_start_matches(|it| is_figure(it) || it == '.').len();
    let first = length(text);
    let mark = text[first..].chars().next().filter(|it| matches!(it, '—' | '～' | '-' | '至'));
    match mark.map(|mark| first + mark.len_utf8()) {
        Some(at) if length(&text[at..]) > 0 => at + length(&text[at..]),
        _ => first,
    }
}

/// The first of `tails` in the few characters after a number, and where it stands: the unit lies between.
fn tail(rest: &str, tails: &[&'static str]) -> Option<(usize, &'static str)> {
    let end = rest
        .char_indices()
        .take(5)
        .find(|(_, it)| !characters::is_han(*it) && *it != '%')
        .map(|(at, _)| at)
        .unwrap_or_else(|| rest.char_indices().nth(5).map_or(rest.len(), |(at, _)| at));
    tails.iter().filter_map(|tail| rest[..end].find(tail).map(|at| (at, *tail))).min()
}

/// The word before a number that says the same as `tail`, and where it begins; 为 and 有 may stand between.
fn lead(before: &str, tail: &str) -> Option<(usize, &'static str)> {
    let bare = before.strip_suffix(['为', '有', '达', '在']).unwrap_or(before);
    PAIRS.iter().find_map(|(leads, tails)| {
        let word = leads.iter().filter(|lead| bare.ends_with(**lead)).max_by_key(|lead| lead.len())?;
        tails.contains(&tail).then(|| (bare.len() - word.len(), *word))
    })
}
