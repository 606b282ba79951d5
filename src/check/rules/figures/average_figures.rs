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
    explanation: "“平均”“人均”“年均”应当与文中的总数、个数相符；文中没有给出的不核算。",
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
        right(&[("paragraph", "配备志愿者1144名，服务站台286座，平均每座站台4名。")]),
        right(&[("paragraph", "2021—2024年，累计更新车辆480辆，年均120辆，平均候车时间8分钟。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    tell(context, found, &[Kind::Average]);
}
