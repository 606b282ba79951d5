//! Where two words meet: the edges of 公布|署名 are no 布署.

use crate::text::vocabulary::{NONE, Pair, cost, layout};
use std::ops::Range;

/// Characters looked at on either side of a place.
const AROUND: usize = 5;

/// How the words around a place go with what is written there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// No word reaches over an edge of the place.
    Clear,
    /// A word may reach over an edge, but the text does not divide so.
    Possible,
    /// The text divides into words of which one reaches over an edge: the place is no word of the text.
    Crossed,
}

/// How the words around `range` of `text`, in bytes, go with it. What stands there is not itself taken for a word.
pub fn meeting(text: &str, range: &Range<usize>) -> Meeting {
    let mut run: Vec<u16> = text[..range.start].chars().rev().map_while(layout::number).take(AROUND).collect();
    run.reverse();
    let from = run.len();
    run.extend(text[range.clone()].chars().map_while(layout::number));
    let to = run.len();
    run.extend(text[range.end..].chars().map_while(layout::number).take(AROUND));
    let is_over = |start: usize, end: usize| start < from && from < end || start < to && to < end;
    if division(&run, (from, to)).iter().any(|&(start, end)| is_over(start, end)) {
        return Meeting::Crossed;
    }
    let may_be_over = (0..run.len())
        .flat_map(|start| (start + 2..=(start + layout::LONGEST).min(run.len())).map(move |end| (start, end)))
        .any(|(start, end)| is_over(start, end) && cost(&run[start..end]) < NONE);
    if may_be_over { Meeting::Possible } else { Meeting::Clear }
}

/// The cheapest way to divide `run` into words, as places in it; `barred` is not taken for a word.
fn division(run: &[u16], barred: (usize, usize)) -> Vec<(usize, usize)> {
    let mut best: Vec<(i32, usize)> = vec![(NONE, 0); run.len() + 1];
    best[0] = (0, 0);
    for start in 0..run.len() {
        let base = best[start].0 + if start > 0 { Pair::of(run[start - 1], run[start]).seam() } else { 0 };
        for end in start + 1..=(start + layout::LONGEST).min(run.len()) {
            if (start, end) == barred && end > start + 1 {
                continue;
            }
            let sum = base.saturating_add(cost(&run[start..end]));
            if sum < best[end].0 {
                best[end] = (sum, start);
            }
        }
    }
    let mut path = Vec::new();
    let mut end = run.len();
    while end > 0 {
        let start = best[end].1;
        path.push((start, end));
        end = start;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_words_meet() {
        let at = |text: &str, word: &str| {
            let start = text.find(word).unwrap();
            meeting(text, &(start..start + word.len()))
        };
        for (text, word) in [
            ("配备触摸式查询机", "摸式"),
            ("防止重复盖章", "复盖"),
            ("常规摸排", "规摸"),
            ("公布署名单位", "布署"),
            ("合力渡难关", "力渡"),
            ("加快推进渡改桥", "进渡"),
            ("究竟赛事如何", "竟赛"),
            ("外环镜湖路", "环镜"),
        ] {
            assert_eq!(at(text, word), Meeting::Crossed, "{text}");
        }
        for (text, word) in [("按照统一布署推进", "布署"), ("加快摸式创新", "摸式"), ("受到防碍。", "防碍")]
        {
            assert_ne!(at(text, word), Meeting::Crossed, "{text}");
        }
        assert_eq!(at("市政府的布署，", "布署"), Meeting::Clear);
    }
}
