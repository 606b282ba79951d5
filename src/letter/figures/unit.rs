//! The units that quantities are counted in.

/// Units, the longer before those they begin with; each with the unit it counts as.
const UNITS: [(&str, &str); 137] = [
    ("%", "%"),
    ("％", "%"),
    ("个百分点", "点"),
    ("百分点", "点"),
    ("平方公里", "平方公里"),
    ("平方千米", "平方公里"),
    ("平方米", "平方米"),
    ("立方米", "立方米"),
    ("个工作日", "工作日"),
    ("个小时", "小时"),
    ("个月", "月份"),
    ("个次", "个次"),
    ("个班", "班"),
    ("人次", "人次"),
    ("批次", "批次"),
    ("家次", "家次"),
    ("场次", "场"),
    ("项次", "项次"),
    ("户次", "户次"),
    ("车次", "车次"),
    ("班次", "班次"),
    ("台次", "台次"),
    ("件次", "件次"),
    ("台（套）", "台"),
    ("千瓦时", "千瓦时"),
    ("千瓦", "千瓦"),
    ("兆瓦", "兆瓦"),
    ("千伏安", "千伏安"),
    ("兆伏安", "兆伏安"),
    ("‰", "‰"),
    ("架次", "架次"),
    ("车位", "个"),
    ("泊位", "个"),
    ("点位", "个"),
    ("床位", "床"),
    ("标准箱", "标箱"),
    ("标箱", "标箱"),
    ("艘次", "艘次"),
    ("厘米", "厘米"),
    ("毫米", "毫米"),
    ("公里", "公里"),
    ("千米", "公里"),
    ("海里", "海里"),
    ("公顷", "公顷"),
    ("公斤", "公斤"),
    ("千克", "公斤"),
    ("分钟", "分钟"),
    ("小时", "小时"),
    ("课时", "课时"),
    ("学位", "学位"),
    ("元", "元"),
    ("亩", "亩"),
    ("吨", "吨"),
    ("米", "米"),
    ("家", "家"),
    ("个", "个"),
    ("项", "项"),
    ("件", "件"),
    ("宗", "宗"),
    ("起", "起"),
    ("座", "座"),
    ("辆", "辆"),
    ("台", "台"),
    ("套", "套"),
    ("人", "人"),
    ("名", "人"),
    ("位", "人"),
    ("户", "户"),
    ("次", "次"),
    ("场", "场"),
    ("处", "处"),
    ("所", "所"),
    ("条", "条"),
    ("间", "间"),
    ("张", "张"),
    ("栋", "栋"),
    ("幢", "栋"),
    ("棵", "株"),
    ("株", "株"),
    ("盏", "盏"),
    ("艘", "艘"),
    ("头", "头"),
    ("只", "只"),
    ("片", "片"),
    ("块", "块"),
    ("门", "门"),
    ("本", "本"),
    ("册", "册"),
    ("份", "份"),
    ("篇", "篇"),
    ("支", "支"),
    ("组", "组"),
    ("批", "批"),
    ("类", "类"),
    ("种", "种"),
    ("岁", "岁"),
    ("天", "天"),
    ("款", "款"),
    ("笔", "笔"),
    ("单", "单"),
    ("根", "根"),
    ("口", "口"),
    ("例", "例"),
    ("床", "床"),
    ("班", "班"),
    ("段", "段"),
    ("期", "期"),
    ("倍", "倍"),
    ("桩", "桩"),
    ("折", "折"),
    ("部", "部"),
    ("眼", "眼"),
    ("顶", "顶"),
    ("出", "出"),
    ("架", "架"),
    ("幅", "幅"),
    ("枚", "枚"),
    ("箱", "箱"),
    ("袋", "袋"),
    ("首", "首"),
    ("节", "节"),
    ("轮", "轮"),
    ("列", "列"),
    ("颗", "颗"),
    ("席", "席"),
    ("孔", "孔"),
    ("斤", "斤"),
    ("集", "集"),
    ("堂", "堂"),
    ("剂次", "剂次"),
    ("剂", "剂"),
    ("趟", "趟"),
    ("尾", "尾"),
    ("羽", "羽"),
    ("卷", "卷"),
    ("页", "页"),
    ("学时", "学时"),
];

/// The first unit of each sum of bytes that units begin with, and after each unit the next of the same sum, by their places in
/// [`UNITS`]; past the last where there is none.
const CHAINS: ([u8; 256], [u8; UNITS.len()]) = {
    let none = UNITS.len() as u8;
    let (mut first, mut next) = ([none; 256], [none; UNITS.len()]);
    let mut at = UNITS.len();
    while at > 0 {
        at -= 1;
        let sum = sum_at(UNITS[at].0.as_bytes());
        next[at] = first[sum];
        first[sum] = at as u8;
    }
    (first, next)
};

/// A number below 256 for the character that a text begins with.
const fn sum_at(text: &[u8]) -> usize {
    match text {
        [first, second, third, ..] if *first >= 0xE0 => {
            (*first as usize * 5 + *second as usize * 67 + *third as usize) % 256
        }
        [first, ..] => *first as usize,
        [] => 0,
    }
}

/// The unit that `text` begins with, as written and as it counts.
pub(super) fn unit_at(text: &str) -> Option<(&'static str, &'static str)> {
    let (first, next) = &CHAINS;
    let mut at = usize::from(first[sum_at(text.as_bytes())]);
    while let Some((word, unit)) = UNITS.get(at) {
        if text.starts_with(word) {
            return Some((word, unit));
        }
        at = usize::from(next[at]);
    }
    None
}

/// Whether a unit of one character goes on as another word: 部门, 出口, 节点.
pub(super) fn is_part_of_a_word(unit: &str, after: &str) -> bool {
    let next: &[char] = match unit {
        "部" => &['门', '委', '分', '署', '长', '队'],
        "出" => &['口', '台', '入', '现', '席'],
        "顶" => &['部', '层'],
        "眼" => &['睛', '科'],
        "节" => &['点', '约', '能', '水', '假'],
        "轮" => &['车', '椅', '训', '换', '胎'],
        "列" => &['入', '车'],
        "首" => &['次', '批', '套', '席', '先'],
        "架" => &['构', '设'],
        "孔" => &['径'],
        "集" => &['中', '团', '体', '装', '镇'],
        "席" => &['位'],
        _ => return false,
    };
    after.starts_with(next)
}

/// Units that people and the places for them are counted in.
pub(super) fn is_place(unit: &str) -> bool {
    matches!(unit, "人" | "个" | "学位" | "床" | "张")
}

/// What one of `from` is in `to`: a ton is 1000 公斤. `None` where they measure different things.
pub(super) fn worth(from: &str, to: &str) -> Option<f64> {
    if from == to {
        return Some(1.0);
    }
    // Each with what it is of the first of its kind.
    const KINDS: [&[(&str, f64)]; 5] = [
        &[("公斤", 1.0), ("吨", 1000.0), ("斤", 0.5)],
        &[("米", 1.0), ("公里", 1000.0)],
        &[("千瓦", 1.0), ("兆瓦", 1000.0)],
        &[("千伏安", 1.0), ("兆伏安", 1000.0)],
        &[("平方米", 1.0), ("亩", 2000.0 / 3.0), ("公顷", 1e4), ("平方公里", 1e6)],
    ];
    KINDS.iter().find_map(|kind| {
        let size = |unit: &str| kind.iter().find(|(name, _)| *name == unit).map(|(_, size)| *size);
        Some(size(from)? / size(to)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_is_found() {
        for (word, unit) in UNITS {
            let first = UNITS.iter().find(|(other, _)| word.starts_with(other)).unwrap();
            assert_eq!(unit_at(&format!("{word}的")), Some(*first), "{word} {unit}");
        }
        assert_eq!(unit_at("的"), None);
        assert_eq!(unit_at(""), None);
    }

    #[test]
    fn what_a_unit_is_worth_in_another() {
        assert_eq!(worth("吨", "公斤"), Some(1000.0));
        assert_eq!(worth("公顷", "平方公里"), Some(0.01));
        assert_eq!(worth("元", "元"), Some(1.0));
        assert_eq!(worth("吨", "元"), None);
    }
}
