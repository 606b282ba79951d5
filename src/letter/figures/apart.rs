//! By how much two figures are apart: 收入3.42亿元，支出3.18亿元，当期结余0.24亿元; 抽查48家，合格45家，不合格3家.

use super::near::{is_akin, tail, told_together};
use super::quantity::Quantity;
use super::unit::is_place;
use super::whole::{is_mean, lead};
use super::{Kind, Reading, Verdict, Working, fits, growth, in_form};

/// Words for what two figures of different things leave: of the same thing twice they say nothing.
const LEFT: [&str; 32] = [
    "结余", "亏损", "盈余", "盈利", "赤字", "缺口", "差额", "尚缺", "还缺", "仍缺", "共缺", "短缺", "空编", "缺编",
    "空缺", "尚有", "还有", "仍有", "空置", "闲置", "缺席", "缺勤", "未到", "顺差", "逆差", "倒挂", "缺额", "节余",
    "富余", "尚差", "还差", "缺少",
];
/// Words for by how much one is more or less than the other.
const CHANGED: [&str; 23] = [
    "节约",
    "节省",
    "节电",
    "节水",
    "节支",
    "压减",
    "减少",
    "减排",
    "相差",
    "多出",
    "超出",
    "增产",
    "增收",
    "少于",
    "多于",
    "降低",
    "下降",
    "多缴",
    "少缴",
    "多付",
    "少付",
    "多支出",
    "少支出",
];
/// Words that bring in more than the two figures.
const MORE: [&str; 13] =
    ["另", "加上", "连同", "历年", "滚存", "累计", "扣除", "剔除", "其他", "上年结", "结转", "合计", "补助后"];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for (words, are_of_one) in [(&LEFT[..], false), (&CHANGED[..], true)] {
        for word in words {
            for (at, word) in reading.matches(word) {
                found.extend(between(reading, at, at + word.len(), are_of_one));
            }
        }
    }
    for (at, word) in reading.matches("净增") {
        found.extend(net(reading, at, at + word.len()));
    }
    for word in ["低于", "高于", "超过"] {
        for (at, word) in reading.matches(word) {
            found.extend(off_a_mark(reading, at, at + word.len()));
        }
    }
    for word in ["不", "未"] {
        for (at, word) in reading.matches(word) {
            found.extend(left_out(reading, at, at + word.len()));
        }
    }
}

/// 收入A，支出B，当期结余C: the only two figures before it in its clauses.
fn between(reading: &Reading<'_>, at: usize, end: usize, are_of_one: bool) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let said = reading.within(&(end..segment.end)).next().filter(|said| !said.is_loose && !said.is_percentage())?;
    // 尚有12个村没有卫生室.
    let is_lacking =
        || ["没有", "尚无", "未", "缺"].iter().any(|word| text[said.range.end..segment.end].contains(word));
    if ["尚有", "还有", "仍有"].contains(&&text[at..end]) && !is_lacking() {
        return None;
    }
    let gap = text[end..said.range.start].trim_matches(['了', '为', '达', '到', '约', '共', '有', '额', ' ']);
    let before = &text[segment.start..at];
    // 比上年减少, 累计结余: of figures that are not these.
    let has_own = ["比", "较", "累计", "同比", "其中", "预计", "另", "平均", "年均", "上年", "年初", "加"]
        .iter()
        .any(|word| before.contains(word));
    if !gap.is_empty() || before.chars().count() > 6 || has_own || said.unit == "点" {
        return None;
    }
    let scope = told_together(reading, segment.start);
    let words = &text[scope.clone()];
    if words.contains("其中") || MORE.iter().any(|word| words.contains(word)) {
        return None;
    }
    // 机动车32.6万辆，泊位21.4万个，缺口11.2万个: places are counted against what they are for.
    let is_counted =
        |it: &&Quantity| it.unit == said.unit || is_place(said.unit) && (is_place(it.unit) || it.unit == "辆");
    let figures: Vec<&Quantity> = reading.within(&scope).filter(is_counted).collect();
    let [first, second] = figures[..] else { return None };
    // 已开工14所，完工9所，尚有2所未开工: of all there are, which are told elsewhere.
    let undone = text[said.range.end..segment.end].strip_prefix('未').and_then(|rest| rest.get(..6));
    if undone.is_some_and(|verb| lead(reading, first).contains(verb)) {
        return None;
    }
    let is_list = text[first.range.end..second.range.start].starts_with(['、', '和']);
    let is_one_thing = first.unit == second.unit && tail(lead(reading, first), 2) == tail(lead(reading, second), 2);
    // 每立方米成本3.85元，水价2.60元，每立方米亏损: both are of one piece where what they leave is.
    let is_usable =
        |it: &Quantity| !it.is_loose && (is_mean(reading, it) == is_mean(reading, first) || is_mean(reading, said));
    let is_own = first.unit == said.unit || second.unit == said.unit;
    let is_from_to = growth::pair(reading, &scope, scope.end).is_some();
    if is_list
        || is_one_thing && !are_of_one
        || !is_usable(first)
        || !is_usable(second)
        || !is_own
        || is_mean(reading, said) && !is_mean(reading, first) && !is_mean(reading, second) && !is_from_to
    {
        return None;
    }
    // 减少 and the like want the same thing twice, before and after.
    let is_before_and_after =
        is_from_to || words.contains('原') || words.contains('前') && words.contains('后') || words.contains("现");
    if are_of_one && !is_one_thing && !is_before_and_after {
        return None;
    }
    apart(reading, said, first, second)
}

/// 新开6条、撤销4条、调整15条，净增2条: what came less what went.
fn net(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let said = reading.within(&(end..segment.end)).next().filter(|said| said.range.start == end && !said.is_loose)?;
    let scope = told_together(reading, segment.start);
    let figures: Vec<&Quantity> = reading.within(&scope).filter(|it| it.unit == said.unit).collect();
    let says = |it: &Quantity, words: &[&str]| words.iter().any(|word| lead(reading, it).contains(word));
    let is_in = |it: &Quantity| says(it, &["新开", "新增", "新建", "新设", "新开通", "新登记", "迁入", "调入", "招录"]);
    let is_out = |it: &Quantity| {
        says(it, &["撤销", "注销", "退出", "关停", "关闭", "淘汰", "取消", "停运", "迁出", "调出", "离职"])
    };
    let of =
        |test: &dyn Fn(&Quantity) -> bool| figures.iter().copied().filter(|it| test(it)).collect::<Vec<&Quantity>>();
    let (come, gone) = (of(&is_in), of(&is_out));
    let ([come], [gone]) = (&come[..], &gone[..]) else { return None };
    if come.is_loose || gone.is_loose || come.value <= gone.value {
        return None;
    }
    let value = come.value - gone.value;
    let verdict = if fits(value, come.error, said) { Verdict::Confirmed } else { Verdict::Doubtful };
    let shown = reading.shown(&[come, gone]).join(" − ");
    Some(Working::of(Kind::Rest, verdict, said, shown, in_form(value, said, text)))
}

/// 控制指标6.2亿立方米，实际用水5.7亿立方米，低于控制指标0.5亿立方米: off what bears the name.
fn off_a_mark(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let said = reading.within(&(end..segment.end)).next().filter(|said| !said.is_loose && !said.is_percentage())?;
    let name = &text[end..said.range.start];
    if !(2..=8).contains(&name.chars().count()) || at != segment.start {
        return None;
    }
    let scope = told_together(reading, segment.start);
    let figures: Vec<&Quantity> = reading.within(&scope).filter(|it| it.unit == said.unit).collect();
    let [first, second] = figures[..] else { return None };
    let is_named = |it: &Quantity| lead(reading, it).contains(tail(name, 2));
    if is_named(first) == is_named(second) || first.is_loose || second.is_loose {
        return None;
    }
    apart(reading, said, first, second)
}

/// 申报86个，评审通过62个，未通过24个: what was not done is the whole less what was.
fn left_out(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let said = reading.within(&(end..segment.end)).next().filter(|said| !said.is_loose && !said.is_percentage())?;
    let stem = text[end..said.range.start].trim_end_matches(['的', '有', '为', '共']);
    let own = text[segment.start..at].trim_start_matches(['其', '余', '有', '尚', '仍', '还', '但']);
    if !(2..=4).contains(&stem.chars().count()) || !own.is_empty() {
        return None;
    }
    let scope = told_together(reading, segment.start);
    let figures: Vec<&Quantity> = reading.within(&scope).filter(|it| it.unit == said.unit).collect();
    let [whole, part] = figures[..] else { return None };
    let done = lead(reading, part).trim_end_matches(['的', '了', '有', '为', '共']);
    let is_stem = done.ends_with(stem) || lead(reading, part).ends_with(tail(stem, 2)) && stem.chars().count() == 2;
    let between = &text[part.range.end..segment.start];
    // 核销4620万元，核销率92.4%，未核销380万元: its rate may stand between.
    let is_rate = between.contains('率') && between.ends_with("%，") && between.matches('，').count() == 2;
    let is_next = between.chars().count() <= if is_rate { 16 } else { 4 };
    if !is_stem || !is_next || done.contains("部分") || whole.is_loose || part.is_loose || part.value >= whole.value {
        return None;
    }
    apart(reading, said, whole, part)
}

/// The working of what two figures are apart by.
fn apart(reading: &Reading<'_>, said: &Quantity, first: &Quantity, second: &Quantity) -> Option<Working> {
    let (high, low) = if first.value > second.value { (first, second) } else { (second, first) };
    let value = high.value - low.value;
    let error = if said.error > 0.0 || high.scale == low.scale { 0.0 } else { high.error.min(low.error) };
    let is_right = fits(value, error + 1.98 * (high.error.min(low.error)), said);
    if !is_right && !is_akin(reading, value, said) {
        return None;
    }
    let shown = reading.shown(&[high, low]).join(" − ");
    let verdict = if is_right { Verdict::Confirmed } else { Verdict::Doubtful };
    Some(Working::of(Kind::Rest, verdict, said, shown, in_form(value, said, reading.text)))
}
