//! What gives a percentage by chance or by intent: any two figures of the letter.

use super::quantity::Quantity;
use super::share::ratio;
use super::{Kind, Reading, Verdict, Working, fits, in_form};

/// Two figures of the letter that give the percentage: in its sentence any two; further off only where the percentage
/// shows enough digits not to be hit by chance.
pub(super) fn find(reading: &Reading<'_>, percentage: &Quantity) -> Option<Working> {
    let at = percentage.range.start;
    let digits = reading.text[percentage.number.clone()].bytes().filter(u8::is_ascii_digit).count();
    let sentence = reading.sentence(at);
    let paragraph = reading.paragraph(at);
    let whole_text = 0..reading.text.len();
    let scopes = [(sentence.clone(), 1), (paragraph, 2), (whole_text, 3)];
    for (scope, wanted) in scopes {
        if digits < wanted {
            break;
        }
        let candidates: Vec<&Quantity> = reading.within(&scope).filter(|it| usable(it)).collect();
        // The part stands near the percentage; the whole may be further off.
        let parts = reading.within(&sentence).filter(|it| usable(it));
        let mut best: Option<(f64, &Quantity, &Quantity)> = None;
        for part in parts {
            for whole in &candidates {
                let is_same_sentence = wanted == 1;
                let same_unit = part.unit == whole.unit || is_same_sentence && part.scale == whole.scale;
                if part.range == whole.range || !same_unit || part.value >= whole.value {
                    continue;
                }
                let (value, error) = ratio(part, whole);
                let distance = (value - percentage.value).abs();
                if error < 2.0
                    && fits(value, error.min(percentage.error), percentage)
                    && best.is_none_or(|(nearest, ..)| distance < nearest - 1e-9)
                {
                    best = Some((distance, part, whole));
                }
            }
        }
        if let Some((_, part, whole)) = best {
            return Some(Working {
                kind: Kind::Share,
                verdict: Verdict::Confirmed,
                range: percentage.range.clone(),
                place: percentage.range.clone(),
                working: reading.shown(&[part, whole]).join(" ÷ "),
                result: in_form(ratio(part, whole).0, percentage, reading.text),
            });
        }
    }
    None
}

fn usable(quantity: &Quantity) -> bool {
    !quantity.is_percentage() && !matches!(quantity.unit, "点" | "倍") && !quantity.is_loose && quantity.value > 0.0
}
