//! F05: a mean that its own figures do not give.

use super::tell;
use crate::check::authoring::*;
use crate::letter::figures::Kind;

pub static RULE: Rule = Rule {
    code: "F05",
    name: "average-figures",
    title: "平均数核算",
    group: Group::Figures,
    severity: Severity::Warning,
    explanation: "“平均”“人均”“年均”“日均”“每千人”应当与文中的总数、个数相符，“生师比”“车桩比”也是；人均、每户的数不会以亿元计。文中没有给出的不核算。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "配备志愿者1144名，服务站台286座，平均每座站台‹5名›。")]),
        wrong(&[("paragraph", "2021—2024年，累计更新车辆480辆，年均‹130辆›。")]),
        wrong(&[("paragraph", "共检查412次，查处9起，罚款4500元，平均每起‹600元›。")]),
        wrong(&[("paragraph", "投资96万元，新建站亭4座，每座‹28万元›。")]),
        wrong(&[("paragraph", "安排资金3.2亿元，支持项目40个，平均每个项目‹80万元›。")]),
        wrong(&[("paragraph", "配备协管员324名，覆盖站点27个，平均每个站点‹21名›。")]),
        wrong(&[("paragraph", "查处案件204件，移送11件，涉案金额1836万元，案均‹90万元›。")]),
        right(&[(
            "paragraph",
            "刷卡21600笔，占全部27000笔的80%；结算4320万元，平均每笔2000元。开展活动186场，培训1278名，村均6名。",
        )]),
        right(&[("paragraph", "累计改造站台1260座，四年分别为280座、320座、340座和320座，年均315座。")]),
        right(&[("paragraph", "改造站亭40座，每座补助2万元，共投资100万元。投资96万元，新建站亭4座，每座24万元。")]),
        wrong(&[("paragraph", "去年驾驶员人均收入‹6.46亿元›，比上年增长6.2%。")]),
        right(&[("paragraph", "去年驾驶员人均收入6.46万元，公交企业户均资产6.46亿元，每年投入1.2亿元。")]),
        wrong(&[("paragraph", "2025年客运量1460万人次，日均‹8万人次›。")]),
        right(&[("paragraph", "2025年客运量1460万人次，日均4万人次；65周岁以上乘客5月份120万人次，日均3.9万人次。")]),
        wrong(&[("paragraph", "现有乘客2.1万人，乘务员1500人。在校生2.1万人，教师1500人，生师比为‹16∶1›。")]),
        right(&[("paragraph", "配备志愿者1144名，服务站台286座，平均每座站台4名。")]),
        right(&[("paragraph", "2021—2024年，累计更新车辆480辆，年均120辆，平均候车时间8分钟。")]),
        wrong(&[("paragraph", "场站日充电能力1200度，日洗车能力1200辆，年洗车能力‹48.3万辆›。")]),
        right(&[("paragraph", "场站日洗车能力1200辆，年洗车能力43.8万辆；日均客流3.6万人次，月均客流108万人次。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    tell(context, found, &[Kind::Average]);
    for passage in context.paragraphs() {
        if passage.has_any("均每") && passage.has_any("亿") {
            told_in_billions(passage, found);
        }
    }
}

/// What one person has is not told in 亿: the unit is a slip.
fn told_in_billions(passage: &Passage<'_>, found: &mut Found<'_>) {
    const HEADS: [&str; 8] = ["人均", "每人", "每名", "每户", "每位", "每生", "每亩", "亩均"];
    for quantity in passage.quantities().iter().filter(|it| it.unit == "元" && it.scale >= 1e8) {
        let before = &passage.text[..quantity.range.start];
        let clause = &before[before.rfind(['，', '。', '；', '：', '、']).map_or(0, |at| at + '，'.len_utf8())..];
        let is_head = HEADS.iter().any(|word| clause.contains(word));
        let is_other = ["总", "合计", "共"].iter().any(|word| clause.contains(word));
        if is_head && !is_other {
            let place = quantity.range.start + passage.offset..quantity.range.end + passage.offset;
            found.at(Field::Body, place, "人均、每户的数不会以亿计，单位可能有误，请核对");
        }
    }
}
