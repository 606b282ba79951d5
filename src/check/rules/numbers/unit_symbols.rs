//! D15: units that are none, or written wrong.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D15",
    name: "unit-symbols",
    title: "计量单位",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "使用法定计量单位，单位名称、符号写规范：平方米不写“平米”“平方”，立方米不写“立方”“方”；单位符号分大小写，千米是km，千瓦是kW，分贝是dB。",
    source: "GB/T 9704—2012 9；国家法定计量单位",
    examples: &[
        wrong(&[("paragraph", "新建站房300‹平米›，已经投用。")]).mended("新建站房300平方米，已经投用。"),
        wrong(&[("paragraph", "新建站房300‹平方›，已经投用。")]).mended("新建站房300平方米，已经投用。"),
        wrong(&[("paragraph", "清淤2万‹立方›，已经完工。")]).mended("清淤2万立方米，已经完工。"),
        wrong(&[("paragraph", "线路全长12‹KM›，已经开通。")]).mended("线路全长12km，已经开通。"),
        wrong(&[("paragraph", "新建站房1800‹㎡›，已经投用。")]).mended("新建站房1800平方米，已经投用。"),
        wrong(&[("paragraph", "装机12‹KW›，已经投用。")]).mended("装机12kW，已经投用。"),
        wrong(&[("paragraph", "噪声不高于60‹db›。")]).mended("噪声不高于60dB。"),
        wrong(&[("paragraph", "颗粒物浓度为30微克/‹立方›。")]).mended("颗粒物浓度为30微克/立方米。"),
        wrong(&[("paragraph", "使用岸电1160万‹千瓦/时›，同比增长25%。")]).mended("使用岸电1160万千瓦时，同比增长25%。"),
        wrong(&[("paragraph", "站点500‹平方米›半径覆盖率提高。")]).mended("站点500米半径覆盖率提高。"),
        wrong(&[("paragraph", "服务半径为3‹平方公里›，方便居民。")]).mended("服务半径为3公里，方便居民。"),
        right(&[("paragraph", "半径300米内有12平方米的候车亭，服务半径小，面积3平方公里。")]),
        wrong(&[("paragraph", "水库蓄水30‹万方›，供水稳定。")]).mended("水库蓄水30万立方米，供水稳定。"),
        right(&[("paragraph", "完成土方2.3万方、土石方12万方，浇筑混凝土3万方。")]),
        right(&[("paragraph", "浓度为30微克/立方米，每人2平方米，召集30方代表，流量为3立方米/秒，300万方便面。")]),
        right(&[("paragraph", "新建站房300平方米，占地2平方公里，清淤2万立方米，平方根为3。")]),
        wrong(&[("paragraph", "总磷降至0.084‹毫克升›，达到Ⅲ类。")]).mended("总磷降至0.084毫克/升，达到Ⅲ类。"),
        wrong(&[("paragraph", "满载率为84‹℅›，有所下降。")]).mended("满载率为84%，有所下降。"),
        right(&[("paragraph", "时速60公里，小时运力提高；每桶5升，每片300毫克升糖指数低。")]),
        right(&[("paragraph", "型号KM12，3立方厘米，绿化4立方分米。")]),
    ],
    check: Check::PassageWith("㎡㎥㎞㎏㎜㎝m平立Kkd公英方D/米吨℅克", check),
};

const UNITS: [(&str, &str); 35] = [
    ("毫克升", "毫克/升"),
    ("微克升", "微克/升"),
    ("毫克立方米", "毫克/立方米"),
    ("微克立方米", "微克/立方米"),
    ("℅", "%"),
    ("M3", "立方米"),
    ("M2", "平方米"),
    ("M宽", "米宽"),
    ("M长", "米长"),
    ("M高", "米高"),
    ("㎡", "平方米"),
    ("m2", "平方米"),
    ("㎥", "立方米"),
    ("m3", "立方米"),
    ("㎞", "km"),
    ("㎏", "kg"),
    ("㎜", "mm"),
    ("㎝", "cm"),
    ("平米", "平方米"),
    ("平方", "平方米"),
    ("立方", "立方米"),
    ("KWh", "kW·h"),
    ("KWH", "kW·h"),
    ("kwh", "kW·h"),
    ("KW", "kW"),
    ("Kw", "kW"),
    ("kw", "kW"),
    ("db", "dB"),
    ("DB", "dB"),
    ("KM", "km"),
    ("Km", "km"),
    ("KG", "kg"),
    ("Kg", "kg"),
    ("公分", "厘米"),
    ("英哩", "英里"),
];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let bytes = text.as_bytes();
    for at in (0..bytes.len()).filter(|&at| bytes[at].is_ascii_digit()) {
        if bytes.get(at + 1).is_none_or(u8::is_ascii_digit) {
            continue;
        }
        radius(passage, at + 1, found);
        let rest = text[at + 1..].trim_start_matches(['万', '亿', '余', '多']);
        // What the units begin with: most numbers count something else.
        if !rest.starts_with([
            'M', 'm', '㎡', '㎥', '㎞', '㎏', '㎜', '㎝', '平', '立', 'K', 'k', 'd', 'D', '公', '英', '毫', '微', '℅',
        ]) {
            continue;
        }
        let Some((wrong, right)) = UNITS.into_iter().find(|(wrong, _)| rest.starts_with(wrong)) else { continue };
        let after = &rest[wrong.len()..];
        // 升糖, 升高: 升 as another word.
        let goes_on = ["糖", "高", "级", "至", "到", "米", "公", "千", "厘", "分", "毫", "英", "根", "和"]
            .iter()
            .any(|next| after.starts_with(next))
            || after.starts_with(|next: char| next.is_ascii_alphanumeric());
        if !goes_on {
            let start = text.len() - rest.len();
            let range = start..start + wrong.len();
            let finding = found.at(passage.field, range.clone(), format!("写作“{right}”"));
            // ㎡ is a sign of the unit, if one that not every system shows.
            if wrong.starts_with(['㎡', '㎥', '㎞', '㎏', '㎜', '㎝']) {
                finding.weigh(Severity::Advice).message = format!("行文里宜写作“{right}”");
            }
            finding.mend(Applicability::Review, range, right);
        }
    }
    rates(passage, found);
}

/// 500平方米半径: a radius is a length.
fn radius(passage: &Passage<'_>, end: usize, found: &mut Found<'_>) {
    let text = passage.text;
    let Some(unit) = text[end..].strip_prefix("平方").filter(|unit| unit.starts_with(['米', '公'])) else { return };
    let length = if unit.starts_with("公里") { "公里" } else { "米" };
    let before = text[..end].trim_end_matches(|it: char| it.is_ascii_digit() || it == '.');
    let is_radius = unit.strip_prefix(length).is_some_and(|after| after.starts_with("半径"))
        || ["半径为", "半径", "半径约", "半径不超过"].iter().any(|word| before.ends_with(word));
    if is_radius && unit.starts_with(length) {
        let range = end..end + "平方".len() + length.len();
        found.at(passage.field, range.clone(), "半径是长度，不用面积单位").mend(Applicability::Review, range, length);
    }
}

/// 微克/立方: the second unit of a rate. 30万方: cubic metres by their nickname.
fn rates(passage: &Passage<'_>, found: &mut Found<'_>) {
    let text = passage.text;
    let mut tell = |range: std::ops::Range<usize>, right: &str| {
        found.at(passage.field, range.clone(), format!("写作“{right}”")).mend(Applicability::Review, range, right);
    };
    for (at, mark) in text.match_indices('/') {
        let after = &text[at + mark.len()..];
        // 1160万千瓦/时: the unit of electricity is 千瓦时.
        if text[..at].ends_with("千瓦") && after.starts_with('时') {
            tell(at - "千瓦".len()..at + mark.len() + '时'.len_utf8(), "千瓦时");
        }
        for (wrong, right) in [("立方", "立方米"), ("平方", "平方米")] {
            let rest = after.strip_prefix(wrong);
            let is_whole = rest.is_some_and(|rest| !rest.starts_with(['米', '公', '千', '厘', '分']));
            if is_whole && text[..at].ends_with(characters::is_han) {
                tell(at + 1..at + 1 + wrong.len(), right);
            }
        }
    }
    for (at, mark) in text.match_indices('方') {
        let is_end = |it: char| characters::is_chinese_mark(it) || matches!(it, '水' | '土' | '石' | '沙' | '砂');
        let Some(count) = text[..at].strip_suffix('万') else { continue };
        // 土石方12万方: so engineers count them.
        let clause = count.rsplit(['，', '。', '；']).next().unwrap_or(count);
        if ["土方", "石方", "方量", "混凝土"].iter().any(|word| clause.contains(word)) {
            continue;
        }
        if count.ends_with(|it: char| it.is_ascii_digit()) && text[at + mark.len()..].starts_with(is_end) {
            tell(count.len()..at + mark.len(), "万立方米");
        }
    }
}
