//! What there is for each: which count and which total a mean is of, wherever they stand.

use super::near::{digits, is_one};
use super::quantity::Quantity;
use super::unit::{self, worth};
use super::whole::{is_mean, is_slip};
use super::{Kind, Reading, Verdict, Working, fits, in_form};
use crate::text::characters;
use std::ops::Range;

/// What a mean divides by.
pub(super) enum Counted<'a> {
    /// Things of a unit: 每所, 每名.
    Unit(&'static str),
    /// Things of a name: 每个充电棚, 每村.
    Noun(&'a str),
    /// Cases, which are counted in 件 and in 起.
    Case,
}

impl<'a> Counted<'a> {
    /// What stands behind 每, and where it ends.
    pub fn behind(text: &'a str, at: usize) -> Option<(Self, usize)> {
        let after = &text[at..];
        // 每招用1人: one of them.
        let one = after.find('1').filter(|one| (1..=4).contains(&after[..*one].chars().count()));
        if let Some(one) = one
            && let Some((word, unit)) = unit::unit_at(&after[one + 1..])
        {
            return Some((Self::Unit(unit), at + one + 1 + word.len()));
        }
        if let Some(rest) = after.strip_prefix('个') {
            let length = rest.find(|it: char| !characters::is_han(it)).unwrap_or(rest.len());
            let noun = &rest[..length];
            let noun = [
                "平均", "补助", "投资", "配备", "安排", "设", "有", "建", "约", "发放", "支付", "奖励", "给予", "每年",
                "运行", "经费", "奖补", "拨付", "补贴",
            ]
            .iter()
            .filter_map(|word| noun.find(word))
            .min()
            .map_or(noun, |end| &noun[..end]);
            let is_noun =
                (2..=6).contains(&noun.chars().count()) || matches!(noun, "村" | "镇" | "乡" | "县" | "区" | "班");
            // 每个补助3000元: of what is counted in 个.
            if noun.is_empty() && !rest.is_empty() {
                return Some((Self::Unit("个"), at + '个'.len_utf8()));
            }
            return is_noun.then(|| (Self::Noun(noun), at + '个'.len_utf8() + noun.len()));
        }
        if after.starts_with('村') {
            return Some((Self::Noun("村"), at + '村'.len_utf8()));
        }
        let (word, unit) = unit::unit_at(after)?;
        Some((Self::Unit(unit), at + word.len()))
    }

    /// What stands before 均.
    fn of_word(word: &str) -> Option<Self> {
        match word.strip_suffix('均')? {
            "村" => Some(Counted::Noun("村")),
            "案" => Some(Counted::Case),
            "校" => Some(Counted::Unit("所")),
            "生" => Some(Counted::Unit("人")),
            "户次" => Some(Counted::Unit("户次")),
            unit => unit::unit_at(unit).map(|(_, unit)| Counted::Unit(unit)),
        }
    }

    /// Whether it is this that `quantity` counts: 新建充电棚45个, 27个村.
    pub fn is(&self, reading: &Reading<'_>, quantity: &Quantity) -> bool {
        match self {
            // 3个村民小组，每组40户.
            Self::Unit(unit @ ("组" | "班")) if quantity.unit == "个" => {
                let after = &reading.text[quantity.range.end..];
                let noun = &after[..after.len() - after.trim_start_matches(characters::is_han).len()];
                noun.chars().count() <= 5 && noun.ends_with(unit)
            }
            Self::Unit(unit) => quantity.unit == *unit,
            Self::Case => matches!(quantity.unit, "件" | "起" | "宗"),
            Self::Noun(noun) => {
                let text = reading.text;
                let is_behind = || {
                    let after = &text[quantity.range.end..];
                    let kind = after.find(noun).is_some_and(|at| after[..at].chars().count() <= 2);
                    kind && after.chars().next().is_some_and(characters::is_han)
                };
                let before = text[..quantity.range.start].trim_end_matches(['共', '有', '约']);
                quantity.unit == "个" && (before.ends_with(noun) || is_behind())
            }
        }
    }
}

/// The working of a mean whose count or total stands further off, or among others of its kind.
pub(super) fn mean(reading: &Reading<'_>, at: usize, end: usize, word: &str) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(end);
    let is_each = word.ends_with('每');
    let counted = if is_each || text[end..].starts_with('每') {
        let start = if is_each { end } else { end + '每'.len_utf8() };
        Counted::behind(text, start)?.0
    } else if word == "平均" {
        // 每个学位平均投资6万元.
        let each = text[segment.start..at].rfind('每')?;
        Counted::behind(text, segment.start + each + '每'.len_utf8())?.0
    } else {
        Counted::of_word(word)?
    };
    // 每招用1人: what one is counts nothing.
    let said = reading.within(&(end..segment.end)).find(|it| it.value != 1.0 || it.unit == "元")?;
    let lead = &text[end..said.range.start];
    let is_change = ["增", "减", "提", "降", "缩", "不超", "最"].iter().any(|word| lead.contains(word));
    if said.is_loose || said.is_percentage() || is_change || lead.chars().count() > 12 || lead.contains('每') {
        return None;
    }
    if matches!(said.unit, "天" | "小时" | "分钟" | "岁" | "月份" | "次" | "工作日") {
        return None;
    }
    let is_bare = matches!(word, "，每" | "（每");
    let sentence = reading.sentence(at);
    let clause = text[sentence.start..at].rfind('；').map_or(sentence.start, |mark| sentence.start + mark);
    let paragraph = reading.paragraph(at);
    let is_total = |it: &&Quantity| {
        worth(it.unit, said.unit).is_some()
            && it.range != said.range
            && !it.is_loose
            && !is_mean(reading, it)
            && !counted.is(reading, it)
    };
    let is_count = |it: &&Quantity| !it.is_loose && it.value > 1.0 && counted.is(reading, it) && it.range.end <= at;
    let pairs = |totals: &Range<usize>, counts: &Range<usize>| {
        let counts: Vec<&Quantity> = reading.within(counts).filter(is_count).collect();
        let totals: Vec<&Quantity> = reading.within(totals).filter(is_total).collect();
        (totals, counts)
    };
    let value = |total: &Quantity, count: &Quantity| {
        worth(total.unit, said.unit).map_or(f64::INFINITY, |factor| total.value * factor / count.value)
    };
    let error = |total: &Quantity, count: &Quantity| {
        value(total, count) * (total.error / total.value.max(1e-9) + count.error / count.value)
    };
    let gives = |total: &Quantity, count: &Quantity| fits(value(total, count), error(total, count), said);
    let working = |verdict, total: &Quantity, count: &Quantity| {
        let mut working = Working::of(
            Kind::Average,
            verdict,
            said,
            format!("{} ÷ {}", total.shown(text), count.shown(text)),
            in_form(value(total, count), said, text),
        );
        // 总投资33.6万元，平均每公里1.2亿元: the unit of the one or of the other.
        let is_jump = !(0.002..=500.0).contains(&(value(total, count) / said.value));
        if verdict != Verdict::Confirmed && is_jump && total.range.start >= sentence.start && total.range.end <= at {
            working.place.start = total.range.start;
        }
        working
    };
    // What gives it, near by or anywhere.
    let (totals, counts) = pairs(&(paragraph.start..said.range.end), &(paragraph.start..at));
    for count in counts.iter().rev() {
        if let Some(total) = totals.iter().rev().find(|total| gives(total, count)) {
            return Some(working(Verdict::Confirmed, total, count));
        }
    }
    // 52名律师和28名工作者，平均每人: both together are the count.
    let is_joined = counts.windows(2).any(|pair| {
        let between = &text[pair[0].range.end..pair[1].range.start];
        between.contains('和') && !between.contains(['，', '。', '；'])
    });
    if is_joined {
        return None;
    }
    // Of its own clause the only two; the whole before 其中.
    let (near_totals, near_counts) = pairs(&(clause..at), &(clause..at));
    // 校车132辆，其中A、B；服务7920人，平均每辆: the count stands in the clause before.
    let is_elsewhere = near_counts.is_empty() && !is_bare;
    // 建设联合体18个。联合体内企业1530家，平均每个联合体: or in a sentence before, where it is the only one.
    let own = pairs(&(clause..at), &(sentence.start..at)).1;
    let from = match (is_elsewhere, own.is_empty()) {
        (false, _) => clause,
        (true, false) => sentence.start,
        (true, true) => paragraph.start,
    };
    let near_counts = match (is_elsewhere, own.is_empty()) {
        (false, _) => near_counts,
        (true, false) => own,
        (true, true) if matches!(counted, Counted::Noun(_)) => counts.clone(),
        (true, true) => Vec::new(),
    };
    let among = text[from..at].find("其中").map(|among| from + among);
    let first = among.map_or(&near_counts[..], |among| {
        let count = near_counts.iter().take_while(|it| it.range.start < among).count();
        &near_counts[..count]
    });
    // 送戏540场，惠及37.8万人次，其中儿童剧60场，场均: whose mean it is, is not plain.
    let behind = among.and_then(|among| near_counts.iter().rfind(|it| it.range.start > among));
    let is_open = |total: &Quantity| behind.is_some_and(|count| total.range.start < count.range.start);
    let is_near = |total: &Quantity, count: &Quantity| {
        if is_open(total) {
            return false;
        }
        // 建筑面积1.2万平方米，生均占地25平方米: of something else.
        if said.unit != "元" && !bears(reading, total, count, lead) {
            return false;
        }
        let times = value(total, count) / said.value;
        // Without 平均 a figure is the mean only where the division comes out even.
        match &counted {
            _ if is_bare => (0.5..2.0).contains(&times) && is_even(value(total, count), said),
            Counted::Noun(_) => (0.1..10.0).contains(&times),
            Counted::Unit(_) | Counted::Case => (0.34..3.0).contains(&times),
        }
    };
    if is_one(first)
        && is_one(&near_totals)
        && is_near(near_totals[0], first[0])
        && (among.is_some() || near_counts.len() == first.len())
    {
        return Some(working(Verdict::Doubtful, near_totals[0], first[0]));
    }
    // The only two figures right before it.
    let last: Vec<&Quantity> = reading.within(&(clause..at)).filter(|it| !it.is_percentage()).collect();
    if let [.., one, other] = last[..]
        && !is_bare
    {
        let pair = [(one, other), (other, one)].into_iter().find(|(total, count)| is_total(total) && is_count(count));
        if let Some((total, count)) = pair
            && is_near(total, count)
            && reading
                .own()
                .iter()
                .filter(|it| it.unit == total.unit && it.range.end <= at && it.value > said.value)
                .count()
                == 1
        {
            // All three stand side by side, and any of them may be the slip.
            let mut working = working(Verdict::Doubtful, total, count);
            working.place.start = one.range.start;
            return Some(working);
        }
    }
    // But for a slip of the pen.
    let is_slipped = |total: &Quantity, count: &Quantity| {
        let value = value(total, count);
        // Two digits are easily met ten times too large: then the division comes out even, or the total stands here.
        let times = (value / said.value).log10();
        let is_sure = digits(reading, said) >= 3
            || total.range.start >= sentence.start && total.range.end <= at
            || (times - times.round()).abs() < 1e-6;
        is_sure && is_slip(text, value, 0.0, said)
    };
    if digits(reading, said) >= 2 || !is_bare {
        for count in counts.iter().rev() {
            if let Some(total) = totals.iter().rev().find(|total| is_slipped(total, count)) {
                return Some(working(Verdict::Doubtful, total, count));
            }
        }
    }
    if is_bare || matches!(counted, Counted::Noun(_)) {
        return None;
    }
    far(reading, said, at, &(near_totals, counts), (&is_total, &is_count), (&gives, &is_slipped, &is_near), &working)
}

/// Whether the total is of what the mean is of: where both are named, by one character they share.
fn bears(reading: &Reading<'_>, total: &Quantity, count: &Quantity, lead: &str) -> bool {
    let own: Vec<char> = lead.chars().filter(|it| characters::is_han(*it)).collect();
    let noun = &own[own.len().saturating_sub(2)..];
    let is_verb = ["负责", "服务", "覆盖", "配备", "约为", "达到", "惠及"].iter().any(|verb| lead.ends_with(verb));
    // 专用校车132辆，平均每辆校车: the noun is that of what is counted.
    let counted = &reading.text[reading.segment(count.range.start).start..reading.segment(count.range.end).end];
    if noun.iter().collect::<String>().chars().all(|it| counted.contains(it)) {
        return true;
    }
    let total = super::whole::lead(reading, total);
    noun.len() < 2 || is_verb || total.is_empty() || noun.iter().any(|it| total.contains(*it))
}

type Test<'t> = &'t dyn Fn(&&Quantity) -> bool;
type Pair<'t> = &'t dyn Fn(&Quantity, &Quantity) -> bool;

/// The mean of figures of which one at least stands in another paragraph.
fn far(
    reading: &Reading<'_>,
    said: &Quantity,
    at: usize,
    (near_totals, counts): &(Vec<&Quantity>, Vec<&Quantity>),
    (is_total, is_count): (Test<'_>, Test<'_>),
    (gives, is_slipped, is_near): (Pair<'_>, Pair<'_>, Pair<'_>),
    working: &dyn Fn(Verdict, &Quantity, &Quantity) -> Working,
) -> Option<Working> {
    let all = reading.everywhere();
    let far_counts: Vec<&Quantity> = all.iter().filter(is_count).collect();
    let far_totals: Vec<&Quantity> = all.iter().filter(|it| is_total(it) && it.range.end <= at).collect();
    // The one stands in its own sentence, the other anywhere before.
    let own = reading.sentence(at);
    let own_counts: Vec<&Quantity> = counts.iter().copied().filter(|it| it.range.start >= own.start).collect();
    let tried = || {
        let with_total = near_totals.iter().flat_map(|total| far_counts.iter().map(move |count| (*total, *count)));
        with_total.chain(own_counts.iter().flat_map(|count| far_totals.iter().map(move |total| (*total, *count))))
    };
    if let Some((total, count)) = tried().find(|(total, count)| gives(total, count)) {
        return Some(working(Verdict::Confirmed, total, count));
    }
    if let Some((total, count)) = tried().find(|(total, count)| is_slipped(total, count)) {
        return Some(working(Verdict::Doubtful, total, count));
    }
    // 总造价216万元，平均每公里65万元: the letter speaks of one length alone.
    let is_length = far_counts.first().is_some_and(|count| matches!(count.unit, "公里" | "亩" | "平方米"));
    (is_length
        && is_one(&far_counts)
        && is_one(near_totals)
        && is_near(near_totals[0], far_counts[0])
        && said.unit == "元")
        .then(|| working(Verdict::Doubtful, near_totals[0], far_counts[0]))
}

/// Whether a quotient comes out in the digits that `said` shows.
fn is_even(value: f64, said: &Quantity) -> bool {
    let unit = 2.0 * if said.error > 0.0 { said.error } else { 0.5 };
    let parts = value / unit;
    (parts - parts.round()).abs() < 1e-6
}
