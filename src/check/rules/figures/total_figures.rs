//! F03: a sum that is not that of its parts.

use super::tell;
use crate::check::authoring::*;
use crate::letter::figures::Kind;

pub static RULE: Rule = Rule {
    code: "F03",
    name: "total-figures",
    title: "合计、其中核算",
    group: Group::Figures,
    severity: Severity::Error,
    explanation: "“合计”应当等于各项之和；“其中”各项之和不大于总数，接近总数而不相等的，提请核对。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "投入站台资金‹120万元、站牌资金80万元，合计210万元›。")]),
        wrong(&[("paragraph", "现有司机‹684人，其中男司机513人、女司机271人›。")]),
        wrong(&[("paragraph", "共改造站台‹89座，其中东洲26座、北岸39座、望江22座›。")]),
        wrong(&[("paragraph", "现有车辆‹318辆，其中新能源车353辆›。")]),
        wrong(&[("paragraph", "每座站台补助‹20万元（其中市级14万元、区级8万元›）。")]),
        wrong(&[("paragraph", "现有站台‹133座›，其中：\n1.东洲片区12座；\n2.北岸片区58座；\n3.望江片区73座。")]),
        wrong(&[("paragraph", "配备司机‹1人、调度员3人、志愿者8人，共13人›。")]),
        wrong(&[("paragraph", "每年改造站台60座，三年共改造‹160座›。")]),
        right(&[("paragraph", "投入站台资金120万元、站牌资金80万元，合计200万元，其中市级资金90万元。")]),
        right(&[("paragraph", "总投资3.6亿元，其中市级1亿元、区级1.6亿元、社会资本1亿元，共3个项目。")]),
        right(&[("paragraph", "现有镇12个、村36个，共5个片区。每年改造60座，三年共改造180座。")]),
        right(&[(
            "paragraph",
            "现有司机684人，其中女司机171人；今年新招37人，其中新购车辆配备11人、替补26人，退休9人。",
        )]),
        right(&[("paragraph", "管线总长14.6公里，分三期实施，一期4.6公里已经完工，二、三期合计10公里。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    tell(context, found, &[Kind::Total]);
}
