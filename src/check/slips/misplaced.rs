//! A right word in the place of another that sounds or looks like it: 旅行|主体|责任 for 履行|主体|责任. What stands beside it
//! tells, as often as the one was seen there and the other never.

use super::around::{Fit, Words};
use crate::text::vocabulary::companions::{of, partners};
use crate::text::vocabulary::{cost, layout, office};
use std::ops::Range;

/// A word in the place of another.
#[derive(Debug)]
pub struct Misplaced {
    /// Its characters.
    pub places: Range<usize>,
    /// What was most likely meant.
    pub right: String,
    /// Whether hardly anything else can be meant.
    pub is_sure: bool,
}

/// How much more readily the text must be read with the other word, in the measure of costs, by how well offices know the written
/// one; and where hardly anything else can be meant.
const TOLD: [i32; 4] = [36, 44, 60, 80];
const SURE: i32 = 100;

/// The least level at which the other word was seen right beside what stands there, and the one from which on the written word is
/// at home there.
const SEEN: i32 = 4;
const AT_HOME: i32 = 3;

/// Every word of the text that stands in the place of another.
pub fn find(words: &Words) -> Vec<Misplaced> {
    let mut found = Vec::new();
    for index in 0..words.count() {
        let written = words.word(index, 0);
        let [first, second, 0, _] = written else { continue };
        // 不失, 不在: 不 with what it denies.
        if second == 0 || layout::character(first) == Some('不') {
            continue;
        }
        let around = [-2, -1, 1, 2].map(|ahead| words.word(index, ahead));
        let mut others = partners(first, second).peekable();
        if others.peek().is_none() {
            continue;
        }
        let own = Fit::of(written, around);
        if own.beside.max(own.across) >= AT_HOME {
            continue;
        }
        let mut best: Option<(i32, Misplaced)> = None;
        for meant in others {
            let fit = Fit::of(meant, around);
            if fit.beside < SEEN {
                continue;
            }
            // Three fifths of how much commoner it is.
            let gain = fit.readiness - own.readiness + (cost(of(&written)) - cost(of(&meant))) * 3 / 5;
            let least = TOLD[usize::from(office(of(&written)).min(3))];
            if gain >= least && best.as_ref().is_none_or(|(other, _)| gain > *other) {
                let right = of(&meant).iter().filter_map(|it| layout::character(*it)).collect();
                best = Some((gain, Misplaced { places: words.places(index), right, is_sure: gain >= SURE }));
            }
        }
        found.extend(best.map(|(_, it)| it));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::vocabulary::division::Division;

    fn found(text: &str) -> Vec<String> {
        let division = Division::of(text);
        find(&Words::of(&division)).into_iter().map(|it| it.right).collect()
    }

    #[test]
    fn a_word_in_the_place_of_another() {
        for (text, right) in [
            ("督促企业认真旅行主体责任。", "履行"),
            ("对违规占道行为依法从严查出。", "查处"),
            ("建立部门联动的工作机智。", "机制"),
            ("凡事符合条件的家庭均可申请。", "凡是"),
        ] {
            assert_eq!(found(text), [right], "{text}");
        }
    }

    #[test]
    fn a_word_in_its_own_place() {
        for text in [
            "旅行社履行告知义务，旅行团队凭证入园。",
            "排查中查出隐患36处，查处案件12件。",
            "救援队员机智勇敢，机制更加健全。",
            "我局采取了以下两项措施，所需资金由市财政保障。",
            "到现场查看，立足群众需求，遏制新增隐性债务。",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
