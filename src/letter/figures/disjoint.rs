//! Whether nothing can belong to two of several parts at once: 2024年、2025年; 桥梁段、隧道段.

use super::Reading;
use super::near::tail;
use super::quantity::Quantity;
use super::whole::lead;

/// Names of which a thing bears one alone.
const SERIES: [&[&str]; 14] = [
    &["上半年", "下半年"],
    &["一季度", "二季度", "三季度", "四季度"],
    &["小学", "初中", "高中", "幼儿园", "中职"],
    &["桥梁", "隧道", "路基", "高架", "地面"],
    &["一期", "二期", "三期", "四期"],
    &["新建", "改建", "扩建", "迁建", "续建"],
    &["国控", "省控", "市控", "县控", "区控"],
    &["东区", "西区", "南区", "北区", "中区"],
    &["公共", "专用", "私人"],
    &["快充", "慢充", "超充"],
    &["过夜", "一日游"],
    &["住院", "门诊"],
    &["集中", "分散"],
    &["生活", "工业", "农业", "生态"],
];
/// What happens to a thing once: what one got another did not.
const ONCE: [&str; 6] = ["发放", "拨付", "投放", "配发", "分配", "移交"];

/// Whether the parts count different things.
pub(super) fn are_disjoint(reading: &Reading<'_>, parts: &[&Quantity]) -> bool {
    let leads: Vec<&str> = parts.iter().map(|part| lead(reading, part).trim_start_matches("其中")).collect();
    let is_year = |lead: &&str| {
        let digits = lead.len() - lead.trim_start_matches(|it: char| it.is_ascii_digit()).len();
        digits == 4 && lead[4..].starts_with('年') && lead.chars().count() <= 9
    };
    let are_years = leads.iter().all(is_year) && {
        let mut years: Vec<&str> = leads.iter().map(|lead| &lead[..4]).collect();
        years.dedup();
        years.len() == leads.len()
    };
    let in_series = |names: &[&str]| {
        let own: Option<Vec<usize>> =
            leads.iter().map(|lead| names.iter().position(|name| lead.starts_with(name))).collect();
        own.is_some_and(|mut own| {
            own.sort_unstable();
            own.windows(2).all(|pair| pair[0] != pair[1])
        })
    };
    let verb = leads.first().map_or("", |first| tail(first, 2));
    let are_once = ONCE.contains(&verb) && leads.iter().all(|lead| tail(lead, 2) == verb);
    parts.len() >= 2 && (are_years || are_once || SERIES.iter().any(|names| in_series(names)))
}
