//! F: the arithmetic of a letter.

pub(in crate::check) mod announced_count;
pub(in crate::check) mod average_figures;
pub(in crate::check) mod conversion_figures;
pub(in crate::check) mod growth_figures;
pub(in crate::check) mod impossible_share;
mod listed_before;
mod listed_behind;
mod listed_figures;
pub(in crate::check) mod percentage_points;
pub(in crate::check) mod period_figures;
pub(in crate::check) mod respective_counts;
pub(in crate::check) mod rest_figures;
pub(in crate::check) mod same_figure;
mod same_thing;
pub(in crate::check) mod share_figures;
pub(in crate::check) mod table_figures;
pub(in crate::check) mod total_figures;
mod whole_count;

use crate::check::{Context, Found, Severity};
use crate::letter::Field;
use crate::letter::figures::{Kind, Verdict};

/// Tells of the workings of `kinds` that do not come out.
fn tell(context: &Context<'_>, found: &mut Found<'_>, kinds: &[Kind]) {
    for (paragraph, working) in context.workings().filter(|(_, working)| kinds.contains(&working.kind)) {
        let message = match working.result.as_str() {
            "" => working.working.clone(),
            result => format!("按所列数据，{} = {result}", working.working),
        };
        let place = working.place.start + paragraph.offset..working.place.end + paragraph.offset;
        match working.verdict {
            Verdict::Contradicted => {
                found.at(Field::Body, place, message);
            }
            Verdict::Doubtful => {
                found.at(Field::Body, place, message + "，请核对").weigh(Severity::Warning);
            }
            Verdict::Confirmed | Verdict::Underivable => {}
        }
    }
}
