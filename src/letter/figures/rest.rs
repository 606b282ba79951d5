//! What is left, what is lacking, what it comes to.

use super::list::slack;
use super::quantity::{Quantity, subject};
use super::unit::is_place;
use super::whole::{before_among, is_mean};
use super::{Kind, Reading, Verdict, Working, fits, in_form, left};
use crate::text::characters;
use std::ops::Range;

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for word in ["其余", "剩余", "余下", "剩下", "其他"] {
        for (at, word) in reading.matches(word) {
            let end = at + word.len();
            found.extend(rest(reading, at, end).or_else(|| left::find(reading, at, end, false)));
        }
    }
    // 剩余41个小区、0.9万户: each of its own kind.
    for word in ["其余", "剩余"] {
        for (at, word) in reading.matches(word) {
            let sentence = reading.sentence(at);
            let mut behind = reading.within(&(at + word.len()..sentence.end));
            if let (Some(first), Some(second)) = (behind.next(), behind.next())
                && first.unit != second.unit
                && let Some(noun) = reading.text[first.range.end..second.range.start].strip_suffix('、')
                && noun.chars().all(characters::is_han)
            {
                found.extend(left::find(reading, at, second.range.start, false));
            }
        }
    }
    for word in ["还有", "尚有", "仍有", "尚余", "仍余", "还剩", "尚剩", "余下"] {
        for (at, word) in reading.matches(word) {
            found.extend(left::find(reading, at, at + word.len(), true));
        }
    }
    for (at, word) in reading.matches("尚未") {
        let end = at + word.len();
        // 尚未加固的11.4公里.
        let verb = reading.text[end..].split('的').next().filter(|verb| (1..=4).contains(&verb.chars().count()));
        if let Some(verb) = verb {
            found.extend(left::find(reading, at, end + verb.len() + '的'.len_utf8(), false));
        }
    }
    // 未更换的134个: where a sentence begins with it.
    for (at, word) in reading.matches("。未") {
        let (start, end) = (at + '。'.len_utf8(), at + word.len());
        if let Some(verb) =
            reading.text[end..].split('的').next().filter(|verb| (2..=4).contains(&verb.chars().count()))
        {
            found.extend(left::find(reading, start, end + verb.len() + '的'.len_utf8(), false));
        }
    }
    for (negation, length) in [("不", '不'.len_utf8()), ("未", '未'.len_utf8())] {
        for (at, _) in reading.matches(negation) {
            found.extend(undone(reading, at, at + length));
        }
    }
    for word in ["缺口", "差额", "相差", "结余", "净增", "空余", "富余"] {
        for (at, word) in reading.matches(word) {
            found.extend(gap(reading, at, at + word.len()));
        }
    }
    for word in ["多", "少"] {
        for (at, word) in reading.matches(word) {
            found.extend(more(reading, at, at + word.len()));
        }
    }
    for (at, word) in reading.matches("各") {
        found.extend(halves(reading, at, at + word.len()));
    }
    for word in ["达到", "增至", "增加到", "累计达", "总数达"] {
        for (at, word) in reading.matches(word) {
            found.extend(after_addition(reading, at, at + word.len()));
        }
    }
}

/// T，已完成A，其余R.
fn rest(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let said = reading.within(&(end..sentence.end)).next().filter(|said| !said.is_loose && !said.is_percentage())?;
    if text[end..said.range.start].trim().chars().count() > 3 {
        return None;
    }
    let own: Vec<&Quantity> =
        reading.within(&(sentence.start..at)).filter(|quantity| quantity.unit == said.unit).collect();
    // 按每村5万元的标准支持60个村，剩余200万元: what there is for each is taken off so many times.
    if own.iter().any(|it| is_mean(reading, it)) {
        return None;
    }
    // 4326人，其中A1730人、B1816人，其他780人: of what 其中 speaks of, and nothing before that.
    let among = text[sentence.start..at].rfind("其中").map(|among| sentence.start + among);
    // 42处口袋公园中，利用边角地的26处，…，其余5处.
    let is_of_first = own.first().is_some_and(|first| {
        let noun = text[first.range.end..at].split("中，").next().unwrap_or_default();
        first.range.end + noun.len() < at && noun.chars().count() <= 10 && noun.chars().all(characters::is_han)
    });
    let whole_of = among.and_then(|among| before_among(reading, among).into_iter().find(|it| it.unit == said.unit));
    let is_whole_known = whole_of.is_some() || among.is_none() && is_of_first;
    let own = match (among, whole_of) {
        (Some(among), Some(whole)) => {
            [whole].into_iter().chain(own.into_iter().filter(|it| it.range.start > among)).collect()
        }
        _ => own,
    };
    // 拆除2处、合并1处，剩余4处: the whole stands in the sentence before, if in any.
    let is_among = own.len() == 1 && text[sentence.start..own[0].range.start].contains("其中");
    let is_list = || own.windows(2).any(|pair| text[pair[0].range.end..].starts_with('、'));
    let are_parts = !is_whole_known && (own.is_empty() || is_among || is_list());
    let before = if are_parts { with_the_sentence_before(reading, &sentence, own, said)? } else { own };
    let (whole, parts) = before.split_first()?;
    if parts.iter().any(|quantity| quantity.is_loose) {
        return None;
    }
    let taken: f64 = parts.iter().map(|part| part.value).sum();
    if parts.is_empty() || taken > whole.value {
        return None;
    }
    let value = whole.value - taken;
    let error = before.iter().map(|part| part.error).sum();
    let is_right = fits(value, error, said);
    // With several parts it is not said which of them are taken off.
    // 总投资约180万元: only what is far off is no matter of rounding.
    let is_far = (value - said.value).abs() > 0.08 * whole.value;
    let verdict = match (is_right, parts.len()) {
        (true, _) => Verdict::Confirmed,
        (false, 1) if whole.is_loose && is_far => Verdict::Doubtful,
        (false, _) if whole.is_loose => return None,
        (false, _) if are_parts => Verdict::Doubtful,
        (false, 1) => Verdict::Contradicted,
        // Of what 其中 speaks of, all parts are named before the rest.
        (false, _) if is_whole_known && !text[whole.range.end..at].contains(['含', '；']) => Verdict::Doubtful,
        (false, _) => return None,
    };
    Some(Working {
        kind: Kind::Rest,
        verdict,
        range: said.range.clone(),
        place: said.range.clone(),
        working: reading.shown(&before).join(" − "),
        result: in_form(value, said, text),
    })
}

/// 抽查52家，合格49家，对不合格的3家: what was not done is the whole less what was.
fn undone(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let said = reading.within(&(end..sentence.end)).next().filter(|said| !said.is_loose && !said.is_percentage())?;
    let done = text[end..said.range.start].strip_suffix('的').filter(|done| (2..=4).contains(&done.chars().count()))?;
    let own: Vec<&Quantity> = reading.within(&(sentence.start..at)).filter(|it| it.unit == said.unit).collect();
    let [whole, part] = own[..] else { return None };
    let lead = &text[reading.segment(part.range.start).start..part.range.start];
    let is_of = lead.trim_end_matches(['了', '的']).ends_with(done) || lead.starts_with(done);
    if !is_of || whole.is_loose || part.is_loose || part.value > whole.value {
        return None;
    }
    let value = whole.value - part.value;
    Some(Working {
        kind: Kind::Rest,
        verdict: if fits(value, whole.error + part.error, said) { Verdict::Confirmed } else { Verdict::Doubtful },
        range: said.range.clone(),
        place: said.range.clone(),
        working: reading.shown(&[whole, part]).join(" − "),
        result: in_form(value, said, text),
    })
}

/// The figures of a rest whose whole stands in the sentence before: that whole, then what is taken off.
fn with_the_sentence_before<'a>(
    reading: &'a Reading<'_>,
    sentence: &Range<usize>,
    own: Vec<&'a Quantity>,
    said: &Quantity,
) -> Option<Vec<&'a Quantity>> {
    let paragraph = reading.paragraph(said.range.start);
    let end = sentence.start.checked_sub('。'.len_utf8()).filter(|end| *end > paragraph.start)?;
    let earlier: Vec<&Quantity> =
        reading.within(&(reading.sentence(end).start..end)).filter(|it| it.unit == said.unit).collect();
    // Without figures of its own the sentence takes over both; otherwise only the whole.
    // The whole may stand further off, where the letter speaks of no other: 占地43亩.
    let taken: f64 = own.iter().map(|it| it.value).sum();
    let far = || {
        let mut larger = reading
            .everywhere()
            .iter()
            .filter(|it| it.unit == said.unit && it.range.end < sentence.start && it.value > taken && !it.is_loose);
        larger.next().filter(|_| larger.next().is_none())
    };
    match (&earlier[..], own.is_empty()) {
        ([], false) if own.len() >= 2 => Some([far()?].into_iter().chain(own).collect()),
        ([_, _], true) => Some(earlier),
        ([whole], false) => Some([*whole].into_iter().chain(own).collect()),
        _ => None,
    }
}

/// 收入A，支出B，缺口C: the difference of the only two figures before.
fn gap(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    // 与620吨的产生量相比，还有120吨的缺口.
    let ahead = text[..at].strip_suffix('的').and_then(|before| {
        let said = reading.within(&(sentence.start..before.len())).next_back()?;
        let verb = &text[reading.segment(said.range.start).start..said.range.start];
        (said.range.end == before.len() && matches!(verb, "还有" | "尚有" | "仍有" | "存在")).then_some(said)
    });
    let said = match ahead {
        Some(said) => said,
        None if text[..at].ends_with(['，', '；']) => {
            let said = reading.within(&(end..sentence.end)).next()?;
            matches!(text[end..said.range.start].trim(), "" | "为" | "达" | "达到" | "共").then_some(said)?
        }
        None => return None,
    };
    if said.is_loose || said.is_percentage() {
        return None;
    }
    // 在园幼儿9180人，核定学位8640个，缺口540个: places are counted against people.
    let clause =
        text[sentence.start..said.range.start].rfind('；').map_or(sentence.start, |mark| sentence.start + mark);
    let is_counted = |it: &&Quantity| it.unit == said.unit || is_place(it.unit) && is_place(said.unit);
    let before: Vec<&Quantity> = reading.within(&(clause..said.range.start)).filter(is_counted).collect();
    let is_own = |it: &&&Quantity| it.unit == said.unit;
    // 较上年新增17家、注销5家，净增12家: the last two, by what is said of them.
    let lead = |it: &Quantity| &text[reading.segment(it.range.start).start..it.range.start];
    let comes_and_goes = |one: &Quantity, other: &Quantity| {
        lead(one).contains("新增")
            && ["注销", "撤销", "退出", "关停", "减少", "关闭", "淘汰"].iter().any(|word| lead(other).contains(word))
    };
    let [first, second] = match before[..] {
        [.., first, second] if text[at..end].contains('净') && comes_and_goes(first, second) => [first, second],
        [first, second] if is_own(&&first) || is_own(&&second) => [first, second],
        // 共300吨和200吨，合计500吨，与620吨相比: the last two.
        [.., first, second] if ahead.is_some() && text[second.range.end..said.range.start].contains("相比") => {
            [first, second]
        }
        _ => return None,
    };
    if first.is_loose || second.is_loose || first.value == second.value {
        return None;
    }
    let (high, low) = if first.value > second.value { (first, second) } else { (second, first) };
    let value = high.value - low.value;
    let verdict = if fits(value, 0.0, said) || (value - said.value).abs() <= slack(&[low, said], high) {
        Verdict::Confirmed
    } else {
        Verdict::Doubtful
    };
    Some(Working {
        kind: Kind::Rest,
        verdict,
        range: said.range.clone(),
        place: said.range.clone(),
        working: reading.shown(&[high, low]).join(" − "),
        result: in_form(value, said, text),
    })
}

/// 雨水管网146公里、污水管网203公里，污水管网比雨水管网多57公里.
fn more(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let segment = reading.segment(at);
    let (one, other) = text[segment.start..at].split_once('比')?;
    let said = reading.within(&(end..segment.end)).next().filter(|it| it.range.start == end && !it.is_loose)?;
    let sentence = reading.sentence(at);
    let named = |name: &str| {
        let mut of = reading
            .within(&(sentence.start..segment.start))
            .filter(|it| it.unit == said.unit && !it.is_loose && subject(text, it.range.start).ends_with(name));
        of.next().filter(|_| of.next().is_none())
    };
    if one.chars().count() < 2 || other.chars().count() < 2 {
        return None;
    }
    let (one, other) = (named(one)?, named(other)?);
    let value = (one.value - other.value).abs();
    let verdict = if fits(value, one.error + other.error, said) { Verdict::Confirmed } else { Verdict::Doubtful };
    let pair = if one.value > other.value { [one, other] } else { [other, one] };
    Some(Working::of(Kind::Rest, verdict, said, reading.shown(&pair).join(" − "), in_form(value, said, text)))
}

/// 共需324万元，所需资金由市、县两级财政各承担162万元.
fn halves(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let verb = ["承担", "负担", "出资", "安排", "分担"].iter().find(|verb| text[end..].starts_with(**verb))?;
    // 各承担一半，即各340万元: it is said behind that.
    let is_half =
        ["一半，即各", "50%，即各", "一半，各"].iter().find(|half| text[end + verb.len()..].starts_with(**half));
    if let Some(half) = is_half {
        let said = reading.within(&(end..reading.sentence(at).end)).find(|it| !it.is_percentage())?;
        let whole = reading.within(&(reading.sentence(at).start..at)).next_back().filter(|it| it.unit == said.unit)?;
        let value = whole.value / 2.0;
        let is_next = text[end + verb.len() + half.len()..said.range.start].chars().count() <= 2;
        let verdict = if fits(value, whole.error, said) { Verdict::Confirmed } else { Verdict::Doubtful };
        let shown = format!("{} ÷ 2", whole.shown(text));
        return (is_next && !said.is_loose && !whole.is_loose)
            .then(|| Working::of(Kind::Rest, verdict, said, shown, in_form(value, said, text)));
    }
    let segment = reading.segment(at);
    let said = reading.within(&(end..segment.end)).next().filter(|it| it.range.start == end + verb.len())?;
    let lead = &text[segment.start..at];
    let is_two = ["两级", "两家", "两个部门", "双方", "两地"].iter().any(|word| lead.contains(word));
    let sentence = reading.sentence(at);
    let whole = reading.within(&(sentence.start..at)).next_back().filter(|it| it.unit == said.unit)?;
    let is_whole = ["共", "合计", "总"]
        .iter()
        .any(|word| text[reading.segment(whole.range.start).start..whole.range.start].contains(word));
    if !is_two || !is_whole || said.is_loose || whole.is_loose || text[whole.range.end..at].matches('，').count() > 1 {
        return None;
    }
    let value = whole.value / 2.0;
    let verdict = if fits(value, whole.error, said) { Verdict::Confirmed } else { Verdict::Doubtful };
    Some(Working::of(Kind::Rest, verdict, said, format!("{} ÷ 2", whole.shown(text)), in_form(value, said, text)))
}

/// What 总数达到, 总能力达到, 停靠点将达到 speak of.
fn told_of(text: &str, at: usize) -> Option<&str> {
    let before = &text[..at];
    if let Some(before) = before.strip_suffix("总数").or_else(|| before.strip_suffix('将')) {
        return Some(subject(text, before.len())).filter(|name| !name.is_empty());
    }
    let own = before.rsplit(['，', '；', '。', '\n']).next()?;
    own.strip_prefix('总').filter(|name| (2..=4).contains(&name.chars().count()))
}

/// Whether what is there and what is added come near what is said to be there now.
fn is_about(stock: &Quantity, added: &Quantity, said: &Quantity) -> bool {
    (0.8..=1.2).contains(&((stock.value + added.value) / said.value))
}

/// 现有A，再新增B，达到C.
fn after_addition(reading: &Reading<'_>, at: usize, end: usize) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let said = reading.within(&(end..sentence.end)).next().filter(|said| !said.is_loose && !said.is_percentage())?;
    if !matches!(text[end..said.range.start].trim(), "" | "到") {
        return None;
    }
    let same: Vec<&Quantity> = reading.within(&(sentence.start..at)).filter(|it| it.unit == said.unit).collect();
    let lead = |quantity: &Quantity| &text[reading.segment(quantity.range.start).start..quantity.range.start];
    let is_stock =
        |it: &Quantity| ["现有", "已有", "原有", "目前有", "底", "此前"].iter().any(|word| lead(it).contains(word));
    let is_added = |it: &Quantity| ["再", "新增", "新建", "增加", "扩招"].iter().any(|word| lead(it).contains(word));
    // 新增甲病、乙病等5种.
    let newly = |it: &Quantity| {
        let before = &text[sentence.start..it.range.start];
        before[before.rfind(['，', '；']).unwrap_or(0)..].contains("新增")
    };
    let (stock, added) = match same[..] {
        [stock, added] if is_stock(stock) && is_added(added) => (stock, added),
        // 5种已覆盖；新增5种，达到10种: of the only two figures one is added to the other, as the sum shows or nearly shows.
        [stock, added] if !is_added(stock) && newly(added) && is_about(stock, added, said) => (stock, added),
        // 新建240个，使充电桩总数达到1000个: how many there are stands elsewhere, under the same name.
        [added] if is_added(added) && told_of(text, at).is_some() => {
            let name = told_of(text, at)?;
            let name: String = name.chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect();
            let mut stocks = reading.everywhere().iter().filter(|it| {
                it.unit == said.unit
                    && it.range.end < added.range.start
                    && (is_stock(it) && lead(it).contains(&name) || lead(it).ends_with(&name))
            });
            let stock = stocks.next()?;
            if stocks.next().is_some() {
                return None;
            }
            (stock, added)
        }
        _ => return None,
    };
    // 两个社区各新建1家: more is added than is seen here.
    if stock.is_loose || added.is_loose || lead(added).contains(['各', '每', '均']) {
        return None;
    }
    let value = stock.value + added.value;
    let is_right = fits(value, 0.0, said) || (value - said.value).abs() <= slack(&[stock, added], said);
    Some(Working {
        kind: Kind::Rest,
        verdict: if is_right { Verdict::Confirmed } else { Verdict::Doubtful },
        range: said.range.clone(),
        place: said.range.clone(),
        working: reading.shown(&[stock, added]).join(" + "),
        result: in_form(value, said, text),
    })
}
