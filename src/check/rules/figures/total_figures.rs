//! F03: a sum that is not that of its parts.

use super::{table_totals, tell};
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
        wrong(&[("paragraph", "全年投入‹8640万元。其中，市级补助5184万元，占60%；区级3465万元›，占40%。")]),
        wrong(&[("paragraph", "巡查‹214次、检查187次、抽查362次，三项共727次›。")]),
        wrong(&[("paragraph", "收养犬只365只，每只补助120元，累计支出‹4.83万元›。")]),
        wrong(&[("paragraph", "现有车辆‹41辆，载客3000人，其中新能源车52辆›。")]),
        wrong(&[("paragraph", "东线　　14.2　　12\n西线　　9.8　　8\n合计　　24.0　　‹21›")]),
        right(&[("paragraph", "东线　　14.2　　12\n西线　　9.8　　8\n合计　　24.0　　20")]),
        right(&[(
            "paragraph",
            "招聘司机126名，比上年增加21名，增长20%，其中女司机45名。新增床位320张，比计划多20张，其中护理型260张。",
        )]),
        right(&[("paragraph", "近3年培训9600人次，年均3200人次，其中2024年3600人次。每万人拥有26辆，其中农村900辆。")]),
        right(&[(
            "paragraph",
            "一级站5处，二级站32处，三级站186处，合计223处。18座已建成，6座在建，4座待建，总计28座。",
        )]),
        right(&[("paragraph", "累计开放1520个，涵盖交通、气象等19个领域，其中可机读的1444个。")]),
        right(&[(
            "paragraph",
            "对3类人员每人每年补助1200元，5年累计补助1.8亿元。三个站点每年每个支持600万元，三年共支持5400万元。",
        )]),
        right(&[(
            "paragraph",
            "收养犬只365只，每只补助120元，累计支出4.38万元；每人每月补助50元，全年共补助60万元，惠及1000人。",
        )]),
        wrong(&[("paragraph", "首批项目‹6个，其中站台2个、站牌3个、雨棚1个、路灯1个›。")]),
        right(&[(
            "paragraph",
            "60岁以上老人68.4万人，占24%，其中80岁以上9.9万人。每站安排1名民警、2名协管员、3名志愿者值守，共6人。",
        )]),
        right(&[("paragraph", "投入站台资金120万元、站牌资金80万元，合计200万元，其中市级资金90万元。")]),
        right(&[("paragraph", "总投资3.6亿元，其中市级1亿元、区级1.6亿元、社会资本1亿元，共3个项目。")]),
        right(&[("paragraph", "现有镇12个、村36个，共5个片区。每年改造60座，三年共改造180座。")]),
        right(&[(
            "paragraph",
            "现有司机684人，其中女司机171人；今年新招37人，其中新购车辆配备11人、替补26人，退休9人。",
        )]),
        right(&[("paragraph", "管线总长14.6公里，分三期实施，一期4.6公里已经完工，二、三期合计10公里。")]),
        right(&[("paragraph", "为20所卫生院各配备心电图机1台、彩超1台，合计40台。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    tell(context, found, &[Kind::Total]);
    if !context.body_has_any("计") {
        return;
    }
    for off in table_totals::find(context) {
        let message = format!("表中各行相加为{}，请核对", off.sum);
        found.at(Field::Body, off.range, message).weigh(Severity::Warning);
    }
}
