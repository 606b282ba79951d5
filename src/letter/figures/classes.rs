//! Parts that are all there is because they count through the classes of a thing: 一类坝97座、二类坝52座、三类坝21座.

use super::list::slack;
use super::near::{exact, is_one, paragraph_before, tail};
use super::quantity::Quantity;
use super::whole::{before_among, is_mean, is_one_slip, lead, slips};
use super::{Kind, Reading, Verdict, Working, fits, in_form};

/// What classes are called, behind 一 or A.
const CLASSES: [&str; 7] = ["类", "级", "期", "等奖", "档", "标段", "批"];
/// How they are counted.
const COUNTS: [[&str; 6]; 2] = [["一", "二", "三", "四", "五", "六"], ["A", "B", "C", "D", "E", "F"]];
/// Words behind which a whole is divided.
const DIVIDES: [&str; 12] = [
    "划分，",
    "分类，",
    "方式分，",
    "类型分，",
    "性质分，",
    "年龄分，",
    "学历分，",
    "区域分，",
    "地域分，",
    "标准看，",
    "结构看，",
    "分为",
];
/// Two classes that leave no third.
const OPPOSITES: [(&str, &str); 32] = [
    ("公办", "民办"),
    ("公立", "民营"),
    ("男", "女"),
    ("城区", "农村"),
    ("城市", "农村"),
    ("城镇", "农村"),
    ("城镇", "乡村"),
    ("县城", "乡镇"),
    ("县城", "农村"),
    ("线上", "线下"),
    ("室内", "室外"),
    ("省内", "省外"),
    ("市内", "市外"),
    ("境内", "境外"),
    ("合格", "不合格"),
    ("达标", "不达标"),
    ("已完成", "未完成"),
    ("中心卫生院", "一般卫生院"),
    ("出口", "进口"),
    ("进口", "出口"),
    ("公共", "专用"),
    ("集中", "分散"),
    ("过夜", "一日游"),
    ("农村", "城市"),
    ("农村", "城镇"),
    ("农村", "城区"),
    ("民办", "公办"),
    ("女", "男"),
    ("线下", "线上"),
    ("快充", "慢充"),
    ("门诊", "住院"),
    ("专职", "兼职"),
];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for counts in &COUNTS {
        for class in CLASSES {
            for (at, _) in reading.matches(class) {
                if reading.text[..at].ends_with(counts[0]) {
                    found.extend(counted_through(reading, at - counts[0].len(), counts, class));
                }
            }
        }
    }
    for (at, word) in reading.matches("”") {
        found.extend(named(reading, at, at + word.len()));
    }
    for word in DIVIDES {
        for (at, word) in reading.matches(word) {
            found.extend(divided(reading, at, at + word.len()));
        }
    }
    for (at, word) in reading.matches("其中") {
        found.extend(opposites(reading, at, at + word.len()));
    }
    for (at, word) in reading.matches("中，") {
        found.extend(opposites(reading, at, at + word.len()));
    }
    for (at, word) in reading.matches("：（") {
        found.extend(items(reading, at, at + word.len()));
    }
    run(reading, found);
}

/// The parts of all classes from the first at byte `at`, and what they are all of.
fn counted_through(reading: &Reading<'_>, at: usize, counts: &[&str; 6], class: &str) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let mut places = vec![at];
    for count in &counts[1..] {
        let from = places[places.len() - 1];
        let word = format!("{count}{class}");
        match text[from..sentence.end].find(&word) {
            Some(next) => places.push(from + next),
            None => break,
        }
    }
    if places.len() < 2 {
        return None;
    }
    let mut parts: Vec<&Quantity> = Vec::new();
    for (index, place) in places.iter().enumerate() {
        let end = places.get(index + 1).copied().unwrap_or(sentence.end);
        let unit = parts.first().map(|first| first.unit);
        let part = reading
            .within(&(*place..end))
            .find(|it| unit.map_or(!it.is_percentage(), |unit| it.unit == unit))
            .filter(|it| !it.is_loose && !is_mean(reading, it))?;
        parts.push(part);
    }
    // 一期、二期: two may be all only where the whole is said to be of two.
    let before = &text[sentence.start..at];
    let is_announced = ["分两", "分二", "两期", "两批", "两级", "两类"].iter().any(|word| before.contains(word));
    if parts.len() == 2 && !is_announced {
        return None;
    }
    told(reading, &parts, at)
}

/// 按年龄划分，35岁及以下的154人，36岁至55岁的308人，56岁及以上的180人.
fn divided(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let mut figures = reading.within(&(end..sentence.end)).filter(|it| !it.is_percentage() && it.unit != "岁");
    let first = figures.next().filter(|it| !it.is_loose)?;
    let mut parts = vec![first];
    for next in figures {
        let between = &text[parts[parts.len() - 1].range.end..next.range.start];
        let is_item = next.unit == first.unit && !next.is_loose && between.matches(['，', '、', '；']).count() == 1;
        if !is_item || is_mean(reading, next) || between.contains("其中") {
            break;
        }
        parts.push(next);
    }
    (parts.len() >= 2).then(|| told(reading, &parts, at)).flatten()
}

/// 按照“拆除新建、整治提升、拆整结合”三种方式分类，拟拆除新建7个，整治提升11个，拆整结合6个: the parts of all that is named.
fn named(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let open = text[sentence.start..at].rfind('“')? + sentence.start + '“'.len_utf8();
    let names: Vec<&str> = text[open..at].split('、').collect();
    let mut parts: Vec<&Quantity> = Vec::new();
    for name in &names {
        let from = parts.last().map_or(end, |last| last.range.end);
        let place = from + text[from..sentence.end].find(name)? + name.len();
        let part =
            reading.within(&(place..sentence.end)).next().filter(|it| it.range.start == place && !it.is_loose)?;
        parts.push(part);
    }
    let unit = parts[0].unit;
    (parts.len() >= 2 && parts.iter().all(|it| it.unit == unit)).then(|| told(reading, &parts, open)).flatten()
}

/// 68所，其中公办39所、民办29所.
fn opposites(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let stop = text[end..sentence.end].find('；').map_or(sentence.end, |stop| end + stop);
    let mut figures = reading.within(&(end..stop)).filter(|it| !it.is_percentage());
    let parts = [figures.next()?, figures.next()?];
    let [first, second] = parts.map(|part| lead(reading, part).trim_start_matches("其中"));
    let ends = |of: &str, end: &str| of.strip_suffix(end).map(str::to_owned);
    let are_ends = ends(first, "以上").is_some_and(|one| Some(one) == ends(second, "以下"));
    let are_all = are_ends
        || OPPOSITES.iter().any(|(one, other)| {
            first.starts_with(one) && second.starts_with(other) && first[one.len()..] == second[other.len()..]
        });
    let between = &text[parts[0].range.end..parts[1].range.start];
    let is_pair = are_all && parts[0].unit == parts[1].unit && between.matches(['、', '，', '和']).count() == 1;
    let third = figures.next().is_some_and(|third| {
        third.unit == parts[0].unit && text[parts[1].range.end..third.range.start].starts_with(['、', '和'])
    });
    let whole = before_among(reading, at).into_iter().next()?;
    if !is_pair || third || whole.unit != parts[0].unit || parts.iter().any(|it| it.is_loose) || whole.is_loose {
        return None;
    }
    let sum = parts[0].value + parts[1].value;
    let is_right = fits(sum, 0.0, whole) || (sum - whole.value).abs() <= slack(&parts, whole);
    (!is_right).then(|| against(reading, &parts, whole, sum))
}

/// 对不足30人的9所幼儿园，按原则处理：（1）合并的4所；（2）转为托幼的3所；（3）改作他用的2所: each item ends with its part.
fn items(reading: &Reading<'_>, colon: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(colon);
    let mut parts: Vec<&Quantity> = Vec::new();
    for clause in text[end..sentence.end].split('；') {
        let start = clause.as_ptr() as usize - text.as_ptr() as usize;
        let mut figures = reading.within(&(start..start + clause.len()));
        let part = figures.next()?;
        if figures.next().is_some() || part.range.end != start + clause.len() || part.is_loose || part.is_percentage() {
            return None;
        }
        parts.push(part);
    }
    let unit = parts.first()?.unit;
    if parts.len() < 2 || parts.iter().any(|it| it.unit != unit) {
        return None;
    }
    let wholes = exact(reading, &(sentence.start..colon), unit);
    let sum: f64 = parts.iter().map(|it| it.value).sum();
    let whole = wholes.last().filter(|_| is_one(&wholes))?;
    (!fits(sum, slack(&parts, whole), whole)).then(|| against(reading, &parts, whole, sum))
}

/// What all parts make against the whole before byte `at`: the nearest of the paragraph.
fn told(reading: &Reading<'_>, parts: &[&Quantity], at: usize) -> Option<Working> {
    let sum: f64 = parts.iter().map(|it| it.value).sum();
    let unit = parts.first()?.unit;
    let scope = paragraph_before(reading, at);
    let wholes: Vec<&Quantity> = exact(reading, &scope, unit).into_iter().filter(|it| !is_mean(reading, it)).collect();
    let sentence = reading.sentence(at);
    let behind = exact(reading, &(parts[parts.len() - 1].range.end..sentence.end), unit);
    let is_right = |whole: &Quantity| fits(sum, 0.0, whole) || (sum - whole.value).abs() <= slack(parts, whole);
    if wholes.iter().chain(&behind).any(|whole| is_right(whole)) {
        return None;
    }
    // 一级、二级、三级, and 名木12株 with them: the list may go on under other names.
    let mut longer: Vec<&Quantity> = parts.to_vec();
    for next in &behind {
        let last = longer[longer.len() - 1];
        if !reading.text[last.range.end..next.range.start].starts_with(['、', '和', '，']) {
            break;
        }
        longer.push(next);
        let sum: f64 = longer.iter().map(|it| it.value).sum();
        if wholes.iter().any(|whole| (sum - whole.value).abs() <= slack(&longer, whole)) {
            return None;
        }
    }
    let own: Vec<&Quantity> = wholes.iter().copied().filter(|it| it.range.start >= sentence.start).collect();
    let says_all = |it: &&&Quantity| ["共", "总", "合计"].iter().any(|word| lead(reading, it).contains(word));
    // 一级120名、二级360名，其余未定级: not all of them.
    let tail = &reading.text[parts[parts.len() - 1].range.end..sentence.end];
    let is_open = ["其余", "其他", "另", "未", "待", "剩余", "尚"].iter().any(|word| tail.contains(word));
    let is_near = |whole: &Quantity| {
        if is_open && sum < whole.value {
            return false;
        }
        (0.75..=1.35).contains(&(sum / whole.value)) && parts.iter().all(|it| it.value < whole.value)
    };
    let summed = behind.iter().find(|it| lead(reading, it).contains('共') || lead(reading, it).contains("合计"));
    let whole = match &own[..] {
        _ if summed.is_some() => summed?,
        [.., last] => last,
        [] if is_one(&wholes) => wholes.last()?,
        [] => wholes.iter().rev().find(says_all).or_else(|| wholes.iter().rev().find(|whole| is_near(whole)))?,
    };
    let is_said = summed.is_some() && !is_open && (0.5..=2.0).contains(&(sum / whole.value));
    (is_said || is_near(whole) || !is_open && is_one_slip(reading.text, parts, whole))
        .then(|| against(reading, parts, whole, sum))
}

/// 出警165起，口头劝导151起，警告11起，罚款3起: three clauses or more behind a whole, which one exchange of digits makes give it.
fn run(reading: &Reading<'_>, found: &mut Vec<Working>) {
    let text = reading.text;
    let own = reading.own();
    for first in 0..own.len() {
        let whole = &own[first];
        let mut parts: Vec<&Quantity> = Vec::new();
        let mut from = whole.range.end;
        for part in &own[first + 1..] {
            let between = &text[from..part.range.start];
            // The whole stands apart from its parts; among themselves they may be a list.
            let mark: &[char] = if parts.is_empty() { &['，'] } else { &['，', '、'] };
            let label = between.strip_prefix(mark).unwrap_or_default();
            let is_label = (1..=8).contains(&label.chars().count())
                && !label.contains(['，', '、', '。', '；', '：', '（', '）', '\n', '每', '均', '比', '共'])
                && !["其中", "合计", "累计", "新增", "其余"].iter().any(|word| label.contains(word));
            if !is_label || part.unit != whole.unit || part.is_loose || part.value >= 10.0 * whole.value {
                break;
            }
            parts.push(part);
            from = part.range.end;
        }
        let ends = text[from..].starts_with(['。', '；', '，']) || text[from..].is_empty();
        if parts.len() < 2 || whole.is_loose || whole.is_percentage() || whole.scale > 1.0 || !ends {
            continue;
        }
        let sum: f64 = parts.iter().map(|it| it.value).sum();
        // Two parts that end alike, 当场整改, 限期整改, are no more than the whole.
        let ending = |part: &Quantity| -> String { lead(reading, part).chars().rev().take(2).collect() };
        let is_more = parts.len() == 2
            && ending(parts[0]) == ending(parts[1])
            // 乙区发现26个，丙区发现17个 are no parts of 甲区38个.
            && ["整改", "办结", "处理", "解决", "采纳", "完成", "查处", "化解", "处置"].contains(&tail(lead(reading, parts[0]), 2))
            && ending(parts[0]) != ending(whole)
            && parts.iter().all(|it| it.value <= whole.value)
            && sum > whole.value;
        let is_slip = parts.len() >= 3 && sum != whole.value && is_exchanged(text, &parts, whole);
        if is_more || is_slip {
            found.push(against(reading, &parts, whole, sum));
            return;
        }
    }
}

/// Whether two neighbouring digits exchanged in one of the figures make the parts give the whole.
fn is_exchanged(text: &str, parts: &[&Quantity], whole: &Quantity) -> bool {
    let sum: f64 = parts.iter().map(|it| it.value).sum();
    // Only the exchanges, not the points moved: the same digits in the same number of places.
    let exchanged = |it: &Quantity| -> Vec<f64> {
        slips(text, it).into_iter().filter(|other| (0.1..10.0).contains(&(other / it.value))).collect()
    };
    parts.iter().any(|part| exchanged(part).iter().any(|meant| sum - part.value + meant == whole.value))
        || exchanged(whole).contains(&sum)
}

/// The working of parts that do not make their whole: any of the figures may be the slip, all are shown.
fn against(reading: &Reading<'_>, parts: &[&Quantity], whole: &Quantity, sum: f64) -> Working {
    let first = parts.first().map_or(whole.range.start, |first| first.range.start);
    let last = parts.last().map_or(whole.range.end, |last| last.range.end);
    // A whole that stands far off is named in words alone.
    let is_beside = whole.range.end <= first && reading.text[whole.range.end..first].chars().count() <= 60;
    Working {
        kind: Kind::Total,
        verdict: Verdict::Doubtful,
        range: first..last,
        place: if is_beside { whole.range.start } else { first }..last.max(whole.range.end),
        working: reading.shown(parts).join(" + "),
        result: if is_beside || whole.range.start >= last {
            in_form(sum, whole, reading.text)
        } else {
            format!("{}，前文为{}", in_form(sum, whole, reading.text), &reading.text[whole.range.clone()])
        },
    }
}
