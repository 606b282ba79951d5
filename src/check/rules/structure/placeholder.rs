//! N13: something left to be filled in.

use crate::check::authoring::*;
use crate::text::find;
use crate::text::presence::Presence;
use std::ops::Range;

pub static RULE: Rule = Rule {
    code: "N13",
    name: "placeholder",
    title: "未填的空",
    group: Group::Structure,
    severity: Severity::Error,
    explanation: "稿子里留着“XX”“××”“____”“待补”“某某”等待填的字样，不能印发。",
    source: "《党政机关公文处理工作条例》第二十条（二）：完整准确体现发文机关意图",
    examples: &[
        wrong(&[("paragraph", "今年新增公交车‹XX›辆，已经上线。")]),
        wrong(&[("paragraph", "我局于‹×月×日›到现场踏勘。")]),
        wrong(&[("paragraph", "投入资金‹【】›万元，已经到位。")]),
        wrong(&[("paragraph", "投入资金‹____›万元，已经到位。")]),
        wrong(&[("paragraph", "惠及居民‹（待补）›，反响良好。")]),
        wrong(&[("number", "临交函〔2026〕‹XX›号")]),
        wrong(&[("contacts[0].name", "‹某某›")]),
        wrong(&[("paragraph", "投入资金‹……›万元，已经到位。")]),
        wrong(&[("paragraph", "今年新增公交车‹X›辆，已经上线。")]),
        right(&[("paragraph", "市第二人民医院购置X光机2台，X射线防护到位。")]),
        wrong(&[("paragraph", "投入资金‹？›万元，已经到位。")]),
        wrong(&[("paragraph", "投入资金‹OO›万元，已经到位。")]),
        wrong(&[("paragraph", "我局于2026年‹月日›到现场踏勘。")]),
        wrong(&[("paragraph", "投入资金30万元‹（数据需核对）›，已经到位。")]),
        wrong(&[("paragraph", "‹（此处请运输科补充）›新增车辆均已上线。")]),
        wrong(&[("paragraph", "由‹[填写部门]›负责落实。")]),
        wrong(&[("paragraph", "站址‹（待定）›，年内开工。")]),
        right(&[("paragraph", "评定为A级（继续使用）742台、B级（需更新）192台，3台（待更新）停用。")]),
        right(&[("paragraph", "每年3月、每月5日开放，材料（需核验原件）现场受理，选址（待定点后公布）另行通知。")]),
        right(&[(
            "paragraph",
            "包括站台、标线……均已公布，能否落实？元月起公布（请核对本人信息后领取），我局再确认一次。",
        )]),
        wrong(&[("title", "临江市交通运输局关于市十七届人大一次会议‹第号›代表建议答复的函")]),
        wrong(&[("paragraph", "市财政安排460万元，已拨付‹　　›万元，用于站台改造。")]),
        right(&[("paragraph", "线路　　里程\n1路　　12公里")]),
        right(&[("paragraph", "公交站牌尺寸为3×4米，型号XXL，资料有待补充完善。")]),
        right(&[("paragraph", "如有意见，请填写《征询意见表》反馈我局。")]),
        right(&[("paragraph", "当事人郑某某已经道歉。")]),
        right(&[("paragraph", "查询电话0700-82****34已经停用，地点待定。")]),
    ],
    check: Check::Parts(Parts {
        elements: Some(check_elements),
        paragraph: Some((MARKS, check_paragraph)),
        letter: None,
    }),
};

/// What a colleague writes into brackets for another, and no letter says to its reader.
const REMARKS: [&str; 14] = [
    "此处缺",
    "数字待",
    "核一下",
    "核对一下",
    "查一下",
    "补一下",
    "改一下",
    "确认一下",
    "科补充",
    "科室补充",
    "处室补充",
    "数据待",
    "[填写",
    "［填写",
];

/// What such a remark ends with.
const REMARK_ENDS: [&str; 9] = ["请核", "请核实", "请核对", "再核", "再核对", "需核对", "待核对", "再确认", "请确认"];

/// The brackets that hold a remark.
fn remarks(passage: &Passage<'_>) -> Vec<Range<usize>> {
    if !passage.may_say(&REMARKS) && !passage.may_say(&REMARK_ENDS) {
        return Vec::new();
    }
    let body = passage.text;
    let is_remark = |range: &Range<usize>| {
        let words = &body[range.clone()];
        // What WORDS find there is told already.
        words.chars().count() <= 24
            && (REMARKS.iter().any(|word| words.contains(word))
                || REMARK_ENDS.iter().any(|end| words.trim_end_matches(['）', ')', '】', ']', '］']).ends_with(end)))
            && !WORDS.iter().any(|word| words.contains(word))
    };
    let brackets = passage.pairing().pairs.iter().filter(|pair| matches!(pair.open.1, '（' | '(' | '【' | '[' | '［'));
    brackets.map(|pair| pair.range()).filter(is_remark).collect()
}

/// Words that say something is still to come.
const WORDS: [&str; 28] = [
    "第号",
    "【】",
    "（）",
    "《》",
    "“”",
    "此处待",
    "待定稿",
    "待补",
    "待填",
    "待核",
    "TODO",
    "todo",
    "TBD",
    "某某",
    "此处填",
    "此处补",
    "此处插入",
    "请填",
    "请补充",
    "○○",
    "〇〇",
    "●●",
    "填写单位",
    "（待定）",
    "(待定)",
    "FIXME",
    "☐",
    "ⅹⅹ",
];

/// Without one of these characters there is nothing to fill in.
const MARKS: &str = "　第【（《“([［此待TtF某请○〇●填☐ⅹ年Xx×Ｘ_＿*＊？?□△■O…";

/// Marks that runs of stand for what is still to come.
const BLANKS: &str = "Xx×Ｘ_＿*＊？?□△■O…";

fn check_elements(context: &Context<'_>, found: &mut Found<'_>) {
    for (field, text) in context.fields() {
        check(field, &text, &Presence::of(&text), found);
    }
}

fn check_paragraph(_: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    check(passage.field, passage.text, passage.presence(), found);
    let text = passage.text;
    for remark in remarks(passage) {
        found.at(Field::Body, remark, "看来是写给自己人看的批注，印发前处理并删去").weigh(Severity::Warning);
    }
    // 已拨付　　万元: a blank between a verb and its unit.
    for (at, words) in text.match_indices("\u{3000}\u{3000}") {
        let start = text[..at].trim_end_matches('\u{3000}').len();
        let rest = text[at + words.len()..].trim_start_matches(['\u{3000}', ' ']);
        let unit = rest.trim_start_matches(['万', '亿']);
        let is_clause = text.contains(['，', '。']) && text[..start].ends_with(characters::is_han);
        let is_unit = unit.starts_with(['元', '亩', '吨', '人', '户', '家', '个', '座', '条', '台', '辆', '次'])
            && unit.chars().nth(1).is_none_or(|next| characters::is_chinese_mark(next) || unit.len() < rest.len());
        if start == at && is_clause && is_unit {
            found.at(Field::Body, at..text.len() - rest.len(), "还没有填写");
        }
    }
    // 2026年月日: the numbers were never typed in.
    if passage.has_all("年月日") {
        for (at, year) in text.match_indices('年') {
            let month = at + year.len();
            if text[month..].starts_with("月日") && text[..at].ends_with(|it: char| it.is_ascii_digit()) {
                found.at(Field::Body, month..month + "月日".len(), "还没有填写");
            }
        }
    }
}

fn check(field: Field, text: &str, presence: &Presence, found: &mut Found<'_>) {
    let is_there = |word: &&str| presence.has_all(word) && find::places(text, word).next().is_some();
    let words: Vec<&str> = WORDS.into_iter().filter(is_there).collect();
    let has_blanks = presence.has_any(BLANKS);
    if words.is_empty() && !has_blanks {
        return;
    }
    let mut from = 0;
    while let Some(place) = next(text, from, &words, has_blanks) {
        from = place.end;
        found.at(field, place, "还没有填写");
    }
}

/// The first place at or after byte `from` that is left to be filled in.
fn next(text: &str, from: usize, words: &[&str], has_blanks: bool) -> Option<Range<usize>> {
    let word = words
        .iter()
        .filter_map(|word| {
            let at =
                text[from..].match_indices(word).map(|(at, _)| at + from).find(|&at| !is_compound(text, at, word))?;
            Some(with_brackets(text, at..at + word.len()))
        })
        .min_by_key(|range| range.start);
    let blank = if has_blanks { next_blank(text, from) } else { None };
    match (word, blank) {
        (Some(word), Some(blank)) => Some(if word.start <= blank.start { word } else { blank }),
        (word, blank) => word.or(blank),
    }
}

/// 有待补充, 等待核实: words of the text itself.
fn is_compound(text: &str, at: usize, word: &str) -> bool {
    // 郑某某 keeps a name back on purpose.
    if *word == *"某某"
        && text[..at].ends_with(characters::is_han)
        && !text[at + word.len()..].starts_with(['局', '市', '县', '区', '公', '单', '代', '委'])
    {
        return true;
    }
    // 请填写《征询意见表》 asks the reader, [请填写单位] the drafter.
    if *word == *"请填" && !text[..at].ends_with(['[', '［', '【', '（', '(', '＿', '_']) {
        return true;
    }
    text[..at].ends_with(['有', '等', '亟', '尚', '仍', '期'])
}

/// The place with the brackets around it and the words in them.
fn with_brackets(text: &str, range: Range<usize>) -> Range<usize> {
    for (open, close) in [('（', '）'), ('(', ')'), ('【', '】'), ('[', ']')] {
        let start = text[..range.start].rfind(open);
        let end = text[range.end..].find(close).map(|at| at + range.end + close.len_utf8());
        if let (Some(start), Some(end)) = (start, end)
            && text[start..end].chars().count() <= 16
            && text[start + open.len_utf8()..range.start].chars().all(|it| it != close)
        {
            return start..end;
        }
    }
    range
}

/// The marks that may stand for something.
const BLANK_MARKS: [char; 15] = ['X', 'x', '×', 'Ｘ', '_', '＿', '*', '＊', '？', '?', '□', '△', '■', 'O', '…'];

/// What a number is followed by and no sentence begins with.
const UNITS: [&str; 10] = ["辆", "万元", "亿元", "万人", "%", "个月", "公里", "平方米", "人次", "个百分点"];

/// The first run of marks that stand for something: XX, ××, ____, ***, ？？.
fn next_blank(text: &str, from: usize) -> Option<Range<usize>> {
    let mut start = from;
    while let Some(at) = text[start..].find(BLANK_MARKS).map(|at| at + start) {
        let mark = text[at..].chars().next()?;
        let length = text[at..].len() - text[at..].trim_start_matches(mark).len();
        let end = at + length;
        start = end;
        let count = length / mark.len_utf8();
        let before = text[..at].chars().next_back();
        let after = text[end..].chars().next();
        let is_word = |it: Option<char>| it.is_some_and(|it| it.is_ascii_alphanumeric());
        let is_blank = match mark {
            'X' | 'x' | 'Ｘ' | '×' if count == 1 => {
                // ×月×日 is one place.
                let unit =
                    after.filter(|it| matches!(it, '年' | '月' | '日' | '号' | '名' | '局' | '人' | '家' | '万'));
                if unit.is_some() && !is_word(before) && before != Some('.') {
                    let mut last = end + unit.map_or(0, char::len_utf8);
                    while text[last..].starts_with(mark)
                        && text[last + mark.len_utf8()..].starts_with(['年', '月', '日'])
                    {
                        last += mark.len_utf8() + '月'.len_utf8();
                    }
                    return Some(at..last);
                }
                // X辆
                mark != '×'
                    && before.is_some_and(characters::is_han)
                    && crate::text::measure_words::leading(&text[end..]).is_some()
            }
            'X' | 'x' | 'Ｘ' => !is_word(before) && !is_word(after),
            'O' => count >= 2 && !is_word(before) && !is_word(after),
            // 投入……万元, 投入？万元
            '…' | '？' if count < 3 && UNITS.iter().any(|unit| text[end..].starts_with(unit)) => {
                before.is_some_and(characters::is_han)
            }
            '…' => false,
            '×' => true,
            '_' | '＿' | '△' | '＊' => count >= 2,
            '*' => count >= 2 && !(is_word(before) && is_word(after)),
            '？' | '?' => count >= 2,
            _ => count >= 1,
        };
        if is_blank {
            return Some(at..end);
        }
    }
    None
}
