//! More done than there was to do: 受理诉求1860件，办结1898件.

use super::quantity::Quantity;
use super::whole::{is_mean, lead};
use super::{Kind, Reading, Verdict, Working};

/// Words for what there is to do, and for what is done of it.
const PAIRS: [(&[&str], &[&str]); 6] = [
    (&["受理", "收到", "接到", "承办", "交办", "承接"], &["办结", "答复", "办理完毕"]),
    (&["发现", "排查出", "查出"], &["整改", "整治", "消除", "销号", "治理"]),
    (
        &["产生量", "产生"],
        &["综合利用量", "利用量", "处理量", "收集量", "处置量", "综合利用", "无害化处理", "资源化利用"],
    ),
    (&["抽检", "抽查", "检测", "送检"], &["合格", "不合格", "达标"]),
    (
        &["应参保", "应检", "应缴", "应种", "应改", "应整改", "应签", "应到", "应接种", "应体检"],
        &["实际", "实", "参保", "接种"],
    ),
    (&["核定", "下达编制", "核定编制"], &["实有", "在编", "实有在编"]),
];
/// Words before what is done that leave it the same.
const PADS: [&str; 9] = ["已", "现已", "均", "全部", "按期", "按时", "当场", "目前", "其中"];
/// Words for what was left of an earlier time: more may well be done then.
const EARLIER: [&str; 12] =
    ["结转", "上年", "去年", "往年", "历史", "存量", "遗留", "积压", "前期", "跨年", "超编", "重复"];

pub(super) fn find(reading: &Reading<'_>, found: &mut Vec<Working>) {
    for pair in reading.own().windows(2) {
        found.extend(overdone(reading, &pair[0], &pair[1]));
    }
}

fn overdone(reading: &Reading<'_>, due: &Quantity, done: &Quantity) -> Option<Working> {
    let text = reading.text;
    let is_level = due.unit == done.unit && done.value > due.value && done.value < 10.0 * due.value;
    if !is_level || due.is_loose || done.is_loose || due.is_percentage() || text[due.range.end..].starts_with('的') {
        return None;
    }
    let segment = reading.segment(done.range.start);
    let between = text.get(due.range.end..segment.start)?;
    let own = PADS.iter().fold(&text[segment.start..done.range.start], |words, pad| words.trim_start_matches(pad));
    let before = lead(reading, due);
    // 本月受理40件，办结52件: of the months before, too.
    let is_short = before.contains(['月', '周', '日', '季']);
    let is_next = between == "，" || between == "、";
    // 查出问题420个，整改隐患1260处: of another thing.
    let is_of_it = |rest: &str| {
        let noun = rest.trim_matches(['了', '约', '到', '达', '为', '共', '量', '人', '员']);
        noun.is_empty() || before.contains(noun)
    };
    let is_pair = PAIRS.iter().any(|(dues, dones)| {
        dues.iter().any(|word| before.contains(word))
            && dones.iter().any(|word| own.strip_prefix(word).is_some_and(is_of_it))
    });
    let sentence = &text[reading.sentence(due.range.start)];
    let is_earlier = EARLIER.iter().any(|word| sentence.contains(word));
    (is_next && is_pair && !is_short && !is_earlier && !is_mean(reading, due) && !is_mean(reading, done)).then(|| {
        Working {
            kind: Kind::Total,
            verdict: Verdict::Doubtful,
            range: done.range.clone(),
            place: due.range.start..done.range.end,
            working: format!("{}{}多于{}{}", own, &text[done.range.clone()], before.trim(), &text[due.range.clone()]),
            result: String::new(),
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::letter::figures::faults;

    #[test]
    fn no_more_is_done_than_there_was_to_do() {
        for (text, expected) in [
            ("今年以来共受理诉求1860件，办结1898件。", "办结1898件多于今年以来共受理诉求1860件 ✗"),
            ("秸秆产生量42万吨，综合利用量49万吨。", "综合利用量49万吨多于秸秆产生量42万吨 ✗"),
            ("发现隐患1320处，已整改1390处。", "整改1390处多于发现隐患1320处 ✗"),
            ("应参保5.2万人，实际参保5.9万人。", "实际参保5.9万人多于应参保5.2万人 ✗"),
        ] {
            assert_eq!(faults(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_was_left_of_earlier_times_is_done_too() {
        for text in [
            "受理诉求1860件，办结1898件（含上年结转62件）。",
            "5月受理诉求186件，办结189件。",
            "发现隐患1320处，整改1320处；排查企业120家，整改隐患360处。",
            "收到建议56件，采纳建议中的事项72项。",
        ] {
            assert!(faults(text).is_empty(), "{text}: {:?}", faults(text));
        }
    }
}
