//! D05: a year that has not four digits.

use crate::check::authoring::*;
use crate::text::sentence;

pub static RULE: Rule = Rule {
    code: "D05",
    name: "short-year",
    title: "年份写全四位",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "年份写全四位，不写“25年8月”“2021—25年”，也不多一位少一位。表示时间长短的“20年”不在此列。",
    source: "GB/T 15835—2011 5；GB/T 9704—2012 7.3.5.4",
    examples: &[
        wrong(&[("paragraph", "‹25年›8月，我局新增线路6条。")]),
        wrong(&[("paragraph", "2021—‹25年›，我局新增线路6条。")]),
        wrong(&[("paragraph", "‹24年›底前，站台全部改造。")]),
        wrong(&[("paragraph", "‹24年›以来，客流持续增加。")]),
        wrong(&[("paragraph", "‹24年›、2025年，客流持续增加。")]),
        wrong(&[("paragraph", "日均客流由‹23年›的31.2万人次升至2025年的35.1万人次。")]),
        wrong(&[("paragraph", "我局自‹23年›起新增线路6条。")]),
        wrong(&[("paragraph", "从‹26年›春季学期起新增线路6条。")]),
        wrong(&[("paragraph", "截至‹25年›，新增线路6条。")]),
        wrong(&[("paragraph", "‹“24”年›新增线路6条。")]),
        wrong(&[("paragraph", "‹25年›度新增线路6条。")]),
        wrong(&[("paragraph", "力争到‹27年›，站台全部改造。")]),
        wrong(&[("paragraph", "客流比‹24年›增加三成。")]),
        wrong(&[("paragraph", "‹26年›，我局将新增线路6条。")]),
        wrong(&[("paragraph", "22—‹24年›，我局新增线路6条。")]),
        wrong(&[("paragraph", "‹20025年›6月，我局新增线路6条。")]),
        wrong(&[("paragraph", "工程自2024年至‹20226年›分期实施。")]),
        wrong(&[("paragraph", "‹25年›秋季学期起，新增线路6条。")]),
        right(&[("paragraph", "10205年的古树已经不存，累计种植15年秋季果树；出土文物距今20300年。")]),
        wrong(&[("paragraph", "‹205年›6月，我局新增线路6条。")]),
        wrong(&[("paragraph", "‹2024›以来，客流持续增加。")]).mended("2024年以来，客流持续增加。"),
        wrong(&[("paragraph", "64个空白村‹2026›底前全部通车。")]).mended("64个空白村2026年底前全部通车。"),
        wrong(&[("paragraph", "2024年‹年›以来，客流持续增加。")]).mended("2024年以来，客流持续增加。"),
        right(&[("paragraph", "2024年年底前完成，2025年年均增长5%，2026年年初开工，惠及2024人以上。")]),
        right(&[("paragraph", "历时25年建成，近20年来运行平稳，使用10年以上，每15年大修。")]),
        right(&[("paragraph", "合同期为10—15年，2021—2025年分批实施，90年代修建。")]),
        right(&[("paragraph", "自15年前起步，从20年的经验看，不少于25年完成回收，距今105年，规划期15年。")]),
    ],
    check: Check::PassageWith("年以半至工底", check),
};

/// Words before a number of years that make it a span.
const SPANS: [&str; 16] =
    ["近", "过去", "未来", "每", "满", "前", "后", "约", "达", "第", "历时", "至", "经", "长", "逾", "超"];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    without_word(passage, found);
    for (at, mark) in text.match_indices('年') {
        let before = &text[..at];
        let after = &text[at + mark.len()..];
        // “24”年 is as short as 24年.
        let closed = before.strip_suffix('”').unwrap_or(before);
        let number = closed.trim_end_matches(|it: char| it.is_ascii_digit());
        let digits = &closed[number.len()..];
        let is_quoted = closed.len() < before.len();
        let month = after.bytes().take_while(u8::is_ascii_digit).count();
        let names_month = (1..=2).contains(&month) && after[month..].starts_with('月');
        let is_wrong = match digits.len() {
            2 if is_quoted => number.ends_with('“'),
            // 二〇17年 is D04's to tell.
            2 if number.ends_with(crate::text::numeral::is_numeral) => false,
            2 => is_short(number, digits, after, names_month),
            5 if digits.starts_with("202") && is_to_year(number) => true,
            3 | 5 => names_month && !number.ends_with(['.', '—', '～', '-']),
            _ => false,
        };
        if is_wrong {
            let start = if is_quoted { number.len() - '“'.len_utf8() } else { number.len() };
            found.at(passage.field, start..at + mark.len(), "年份应当写全四位");
        }
    }
}

/// Whether what stands before a number is a year and 至: 2024年至.
fn is_to_year(before: &str) -> bool {
    let year = before.strip_suffix(['至', '到']).and_then(|before| before.strip_suffix('年'));
    year.is_some_and(|year| year.bytes().rev().take_while(u8::is_ascii_digit).count() == 4)
}

/// 2024以来: the word 年 is missing. 2024年年以来: it stands twice.
fn without_word(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    for year in characters::digits(text).filter(|run| run.len() == 4 && text[run.clone()].starts_with(['1', '2'])) {
        let is_year = matches!(text[year.clone()].parse(), Ok(1900..=2099));
        let before = text[..year.start].chars().next_back();
        let is_free = before.is_none_or(|it| characters::is_han(it) && it != '第' || characters::is_chinese_mark(it));
        let rest = &text[year.end..];
        let is_time = ["以来", "上半年", "下半年", "至今", "工作计划", "底前", "底以前"]
            .iter()
            .any(|word| rest.starts_with(word));
        if is_year && is_free && is_time {
            let right = format!("{}年", &text[year.clone()]);
            found.at(passage.field, year.clone(), "年份后面缺“年”").mend(Applicability::Review, year, right);
        } else if is_year
            && let Some(after) = rest.strip_prefix("年年")
            && !after.starts_with(['底', '初', '中', '末', '度', '均', '报', '内', '检', '审', '终', '前', '后', '产'])
        {
            let range = year.end + '年'.len_utf8()..year.end + "年年".len();
            found.at(passage.field, range.clone(), "“年”写重了").mend(Applicability::Review, range, "");
        }
    }
}

/// Whether the two digits after `number` name a year, not a span of years.
fn is_short(number: &str, digits: &str, after: &str, names_month: bool) -> bool {
    let starts = number.trim_end_matches(['—', '-', '～', '~', '－']);
    let after_year = starts.len() < number.len() && {
        let first = starts.len() - starts.trim_end_matches(|it: char| it.is_ascii_digit()).len();
        first == 4 && starts[starts.len() - first..].starts_with(['1', '2'])
    };
    if after_year {
        return true;
    }
    // A number of these years of ours: 20 and 30 are more often spans.
    let is_recent = matches!(digits.as_bytes(), [b'2', b'1'..=b'9'] | [b'1', b'5'..=b'9']);
    let is_at = sentence::begins_clause(number, number.len());
    // 24年以来: of the years since 2021; 近24年以来 is a span, and so are the rounder numbers.
    let is_since = is_recent && after.starts_with("以来") && (is_at || number.ends_with(['自', '从']));
    let is_from = is_recent && number.ends_with(['自', '从']) && after.starts_with(['起', '开', '春', '秋']);
    let is_until = is_recent && number.ends_with("截至");
    let is_annual = is_recent && after.starts_with('度') && (is_at || number.ends_with(['在', '于', '对', '将', '的']));
    // 力争到27年, 比24年增加, 26年，: a point in time, not a span.
    let clause = number.rsplit(['，', '。', '；', '：', '\n']).next().unwrap_or(number);
    let is_goal = is_recent && matches!(clause, "到" | "力争到" | "争取到" | "计划到" | "预计到");
    let grows = ["增", "减", "提", "下", "上", "多", "少", "翻"].iter().any(|word| after.starts_with(word));
    let is_base = is_recent && number.ends_with(['比', '较']) && grows;
    let is_head = is_recent && is_at && after.starts_with('，');
    // 24年、2025年: the other year is whole.
    let is_listed = is_at
        && after.strip_prefix('、').is_some_and(|next| {
            next.bytes().take_while(u8::is_ascii_digit).count() == 4 && next[4..].starts_with('年')
        });
    let first = starts.trim_end_matches(|it: char| it.is_ascii_digit());
    let is_period = is_recent
        && starts.len() < number.len()
        && starts.len() - first.len() == 2
        && &starts[first.len()..] < digits
        && starts[first.len()..].starts_with(['1', '2'])
        && sentence::begins_clause(first, first.len())
        && after.starts_with('，');
    // 由23年的31.2万人次升至2025年的35.1万人次: the two are compared.
    let is_compared = is_recent
        && number.ends_with(['由', '从'])
        && after.strip_prefix('的').is_some_and(|rest| {
            let clause = rest.split(['，', '。', '；']).next().unwrap_or(rest);
            rest.starts_with(|it: char| it.is_ascii_digit())
                && clause
                    .match_indices('年')
                    .any(|(at, _)| clause[..at].bytes().rev().take_while(u8::is_ascii_digit).count() == 4)
        });
    if is_goal || is_base || is_head || is_period || is_listed || is_compared {
        return true;
    }
    if is_since || is_from || is_until || is_annual {
        return true;
    }
    let names_time = ["底", "初", "上半年", "下半年", "年底", "年初", "秋季学期", "春季学期"]
        .iter()
        .any(|word| after.starts_with(word));
    let is_span = SPANS.iter().any(|word| number.ends_with(word)) || number.ends_with(['—', '-', '～', '.', '/']);
    !is_span && (names_month || names_time)
}
