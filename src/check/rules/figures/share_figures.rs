//! F01: a percentage that its own figures do not give.

use super::tell;
use crate::check::authoring::*;
use crate::letter::figures::Kind;

pub static RULE: Rule = Rule {
    code: "F01",
    name: "share-figures",
    title: "占比、比率核算",
    group: Group::Figures,
    severity: Severity::Error,
    explanation: "占比、比率应当与文中给出的部分数、总数相符。按所列数据算出来不一样的标出；文中没有可供核算的数据的，只列给核稿人，不算错。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "全市现有站台1200座，其中港湾式站台300座，占‹35%›。")]),
        wrong(&[("paragraph", "新能源车64辆，占全部车辆1600辆的‹5%›。")]),
        wrong(&[("paragraph", "全市站台586座，已改造469座，改造率‹88.03%›。")]),
        right(&[("paragraph", "全市现有站台1200座，其中港湾式站台300座，占25%。")]),
        wrong(&[("paragraph", "已加装雨棚1024处，其中今年加装256处，占‹35%›。")]),
        wrong(&[("paragraph", "全市3860座站台建立管护点3667座，建成率‹85%›。")]),
        right(&[("paragraph", "受理投诉1043件，办结1020件，满意率96.8%。")]),
        right(&[("paragraph", "新能源车64辆、氢能车36辆，占入库车辆总数的51.94%。")]),
        right(&[("paragraph", "受理投诉1043件，办结率100%，回访满意率96.8%，准点率95%以上。")]),
        right(&[("paragraph", "总投资24.3亿元，其中工程费18.6亿元，资本金占30%。")]),
        right(&[("paragraph", "检查站台3420座，整改问题218个，整改率98%。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    tell(context, found, &[Kind::Share]);
}
