//! What is left of a whole that stands sentences before: 共114座，覆盖率67.1%。其余56座.

use super::near::{digits, exact, is_one, paragraph_before};
use super::quantity::Quantity;
use super::whole::{is_mean, is_slip, lead};
use super::{Kind, Reading, Verdict, Working, fits, in_form};

/// Words that say that something is done of what there is to do.
const DONE: [&str; 10] = ["已", "完成", "建成", "开工", "竣工", "整改", "安装", "合计", "共", "惠及"];

/// The rest told behind byte `end`. `only_of_done`: 还有 speaks of a rest only where it says before how much is done.
pub(super) fn find(reading: &Reading<'_>, at: usize, end: usize, only_of_done: bool) -> Option<Working> {
    let text = reading.text;
    let sentence = reading.sentence(at);
    let said = reading.within(&(end..sentence.end)).next().filter(|said| !said.is_loose && !said.is_percentage())?;
    if text[end..said.range.start].trim().chars().count() > 3 || is_mean(reading, said) {
        return None;
    }
    let own = exact(reading, &(sentence.start..at), said.unit);
    // 每台造价24万元，补助占62.5%，其余9万元: of each, not of all.
    if own.iter().any(|it| is_mean(reading, it)) {
        return None;
    }
    // What is done stands in its own sentence, or closes the last one with figures of its kind.
    let part = match &own[..] {
        [part] => *part,
        // 共112处，已整改105处，整改率93.8%，尚余7处.
        [whole, part]
            if whole.value > part.value && DONE[..7].iter().any(|word| lead(reading, part).contains(word)) =>
        {
            *part
        }
        [] if !only_of_done => last_done(reading, sentence.start, said)?,
        _ => return None,
    };
    // 16所，已开工14所，完工9所，尚有2所未开工: what was not begun is all less what was.
    let undone = text[said.range.end..].strip_prefix('未').and_then(|rest| rest.get(..6));
    let part = match undone.filter(|verb| !lead(reading, part).contains(verb)) {
        None => part,
        Some(verb) => {
            let scope = reading.paragraph(at).start..at;
            let named =
                reading.within(&scope).rev().find(|it| it.unit == said.unit && lead(reading, it).contains(verb));
            match named {
                Some(named) => named,
                None if own.len() == 2 => return None,
                None => part,
            }
        }
    };
    if only_of_done && !DONE.iter().any(|word| lead(reading, part).contains(word)) {
        return None;
    }
    let before = paragraph_before(reading, part.range.start);
    let is_whole = |it: &&Quantity| it.value > part.value && !is_mean(reading, it);
    let wholes: Vec<&Quantity> = exact(reading, &before, said.unit).into_iter().filter(is_whole).collect();
    // 还有3处正在施工、2处已招标: the rest may be told in several parts.
    let behind = exact(reading, &(said.range.end..sentence.end), said.unit);
    let totals: Vec<f64> = behind
        .iter()
        .scan(said.value, |total, it| {
            *total += it.value;
            Some(*total)
        })
        .collect();
    let value = |whole: &Quantity| whole.value - part.value;
    let gives = |whole: &Quantity| {
        let error = whole.error + part.error;
        fits(value(whole), error, said) || totals.iter().any(|total| (total - value(whole)).abs() <= error)
    };
    let working = |verdict, whole: &Quantity| {
        let shown = reading.shown(&[whole, part]).join(" − ");
        Working::of(Kind::Rest, verdict, said, shown, in_form(value(whole), said, text))
    };
    if let Some(whole) = wholes.iter().find(|whole| gives(whole)) {
        return Some(working(Verdict::Confirmed, whole));
    }
    if is_one(&wholes) && said.value < wholes[0].value {
        return Some(working(Verdict::Doubtful, wholes[0]));
    }
    let is_slipped =
        |whole: &&&Quantity| digits(reading, said) >= 2 && is_slip(text, value(whole), whole.error + part.error, said);
    if !wholes.is_empty() {
        return wholes.iter().find(is_slipped).map(|whole| working(Verdict::Doubtful, whole));
    }
    // The whole stands in another paragraph: only what is a slip of the pen is told.
    let far = || reading.everywhere().iter().filter(|it| it.unit == said.unit && !it.is_loose && it.value > part.value);
    if let Some(whole) = far().find(|whole| gives(whole)) {
        return Some(working(Verdict::Confirmed, whole));
    }
    let slipped = far().find(|whole| is_slipped(&whole));
    slipped.map(|whole| working(Verdict::Doubtful, whole))
}

/// The figure of what is done that the nearest sentence with such figures ends with.
fn last_done<'a>(reading: &Reading<'a>, start: usize, said: &Quantity) -> Option<&'a Quantity> {
    let before = paragraph_before(reading, start);
    let last = *exact(reading, &before, said.unit).last()?;
    let is_done = DONE.iter().any(|word| lead(reading, last).contains(word));
    // One sentence may lie between, no more.
    let stops = reading.text[last.range.end..start].matches('。').count();
    (is_done && stops <= 2).then_some(last)
}
