//! F04: what is left is not the whole less what is done.

use super::tell;
use crate::check::authoring::*;
use crate::letter::figures::Kind;

pub static RULE: Rule = Rule {
    code: "F04",
    name: "rest-figures",
    title: "其余、缺口核算",
    group: Group::Figures,
    severity: Severity::Error,
    explanation: "“其余”“剩余”的数应当等于总数减去前面已经说明的数；“缺口”“结余”“亏损”“不合格”是两数之差；“原有……撤并……保留……”“现有……再新增……达到……”加减应当对得上。前面不止两个数、看不出该用哪两个的不核算。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "计划改造站台24座，已完成15座，其余‹8座›年底前完工。")]),
        wrong(&[("paragraph", "片区老人5.4万人，其中享受优惠的2.7万人。其余‹2.5万人›逐步纳入。")]),
        wrong(&[("paragraph", "公交运营成本9.8亿元，票款收入3.2亿元，缺口‹6.8亿元›。")]),
        wrong(&[("paragraph", "现有司机120名，今年再招录30名，到年底达到‹160名›。")]),
        wrong(&[("paragraph", "抽查车辆52辆，合格49辆，对不合格的‹5辆›责令停运。")]),
        right(&[("paragraph", "沿线有信号灯7处，间距过密。已拆除2处、合并1处，对剩余4处统一控制。")]),
        right(&[("paragraph", "公交运营成本9.8亿元，票款收入3.2亿元，缺口6.6亿元。现有司机120名，到年底达到150名。")]),
        right(&[("paragraph", "计划改造站台24座，已完成15座，其余9座年底前完工。")]),
        right(&[("paragraph", "线路长24公里，设站台15座，其余路段计划设置9座。")]),
        wrong(&[("paragraph", "发放车票5000张，核销4620张，核销率92.4%，未核销‹480张›。")]),
        right(&[("paragraph", "发放车票5000张，核销4620张，核销率92.4%，未核销380张。")]),
        right(&[("paragraph", "全市计划建设16座。目前已开工14座，完工9座，尚有2座未开工。")]),
        wrong(&[("paragraph", "改造费用680万元，由市、区两级财政各承担一半，即各‹320万元›。")]),
        right(&[("paragraph", "改造费用680万元，由市、区两级财政各承担一半，即各340万元。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    tell(context, found, &[Kind::Rest]);
}
