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
    explanation: "占比、比率应当与文中给出的部分数、总数相符：“受理2460件，办结2337件，办结率95%”。说“率”的，按名称找它的部分数，“按期办结率”不拿“办结”的件数来算。按所列数据算出来不一样的标出，哪个是部分、哪个是总数说不清楚的不标；文中没有可供核算的数据的，只列给核稿人，不算错。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "全市现有站台1200座，其中港湾式站台300座，占‹35%›。")]),
        wrong(&[("paragraph", "新能源车64辆，占全部车辆1600辆的‹5%›。")]),
        wrong(&[("paragraph", "全市站台586座，已改造469座，改造率‹88.03%›。")]),
        right(&[("paragraph", "为517家企业发放贷款31.02亿元，户均600万元，贷款平均利率由4.2%降至3.5%。")]),
        right(&[("paragraph", "全市现有站台1200座，其中港湾式站台300座，占25%。")]),
        wrong(&[("paragraph", "已加装雨棚1024处，其中今年加装256处，占‹35%›。")]),
        wrong(&[("paragraph", "全市3860座站台建立管护点3667座，建成率‹85%›。")]),
        wrong(&[("paragraph", "全年投入8640万元。其中，市级补助5184万元，占‹65%›；区级3456万元，占40%。")]),
        wrong(&[("paragraph", "发现隐患340项，已整改323项，整改率‹59%›。")]),
        wrong(&[("paragraph", "计划新增车位4万个，上半年新增2.6万个，完成年度计划的‹56%›。")]),
        wrong(&[("paragraph", "站台投资1.44亿元、站牌投资0.96亿元、雨棚投资0.8亿元，分别占45%、30%、‹20%›。")]),
        wrong(&[("paragraph", "共投入486万元，其中区级补助324万元、镇级自筹162万元，镇级自筹占‹四分之一›。")]),
        right(&[(
            "paragraph",
            "站台投资1.44亿元、站牌投资0.96亿元、雨棚投资0.8亿元，分别占45%、30%、25%，区级占三分之一。",
        )]),
        right(&[("paragraph", "进出口总额1860亿元，同比增长6.9%。其中，出口1302亿元，占70%；进口558亿元，占30%。")]),
        right(&[(
            "paragraph",
            "共投入486万元，其中区级补助324万元、镇级自筹162万元，镇级自筹占三分之一。完成年度计划的65%。",
        )]),
        wrong(&[("paragraph", "安排资金2.7亿元，已支出1.62亿元，支出进度‹65%›。")]),
        right(&[("paragraph", "受理投诉1043件，办结1020件，满意率96.8%。")]),
        right(&[("paragraph", "新能源车64辆、氢能车36辆，占入库车辆总数的51.94%。")]),
        right(&[("paragraph", "受理投诉1043件，办结率100%，回访满意率96.8%，准点率95%以上。")]),
        right(&[("paragraph", "总投资24.3亿元，其中工程费18.6亿元，资本金占30%。")]),
        right(&[("paragraph", "检查站台3420座，整改问题218个，整改率98%。")]),
        right(&[(
            "paragraph",
            "全长2.8公里的管线由专业单位封填，截至目前已完成2.1公里，占75%，其余0.7公里下半年完成。",
        )]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    tell(context, found, &[Kind::Share]);
}
