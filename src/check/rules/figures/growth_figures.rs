//! F02: a change that its own figures do not give.

use super::tell;
use crate::check::authoring::*;
use crate::letter::figures::Kind;

pub static RULE: Rule = Rule {
    code: "F02",
    name: "growth-figures",
    title: "增减核算",
    group: Group::Figures,
    severity: Severity::Error,
    explanation: "增减的数应当与起止的数相符：“由A增加到B，增长百分之几”“较上年的A增加多少”“2024年A，2025年B，增长百分之几”“年均增长百分之几”“翻了一番”“增加三分之一”。年均增长按复合增长和简单平均两种算法，有一种对得上就不标。没有给出基数的不核算。",
    source: "《党政机关公文处理工作条例》第二十条（四）：数字准确",
    examples: &[
        wrong(&[("paragraph", "配车由20辆增加到35辆，增长‹85%›。")]),
        wrong(&[("paragraph", "配车由20辆增加到35辆，增加‹25辆›。")]),
        wrong(&[("paragraph", "日均客流3000人次，较2024年的2500人次增长‹25%›。")]),
        wrong(&[("paragraph", "准点率由85%提高到91.2%，提高‹7.2个百分点›。")]),
        wrong(&[("paragraph", "线路820公里，较2020年的656公里增加‹146公里›。")]),
        wrong(&[("paragraph", "线路820公里，较2020年的656公里增加164公里，增长‹35%›。")]),
        wrong(&[("paragraph", "准点率由81%提升到93%，提升‹11个百分点›。")]),
        wrong(&[("paragraph", "客流由2024年的2000人次增加到2025年的6000人次，增长‹3倍›。")]),
        wrong(&[("paragraph", "客流由2000人次增加到6000人次，是原来的‹4倍›。")]),
        wrong(&[("paragraph", "拥堵由‹14天降至31天›。")]),
        wrong(&[("paragraph", "公交客户‹96万户，比年初增加97万户›。")]),
        wrong(&[("paragraph", "两年更新‹2.3万辆，超额完成2.4万辆›的任务。")]),
        wrong(&[("paragraph", "站牌线路平均为‹72条，最多的63条›。")]),
        wrong(&[("paragraph", "日均调用260万次，是去年130万次的‹3倍›。")]),
        right(&[("paragraph", "监测的水平分辨率由9公里提高到3公里，班距由12分钟提升至8分钟，水质由4类提升至3类。")]),
        right(&[(
            "paragraph",
            "拥堵由31天降至14天，两年更新2.6万辆，超额完成2.4万辆的任务，线路平均为42条，最多的63条。",
        )]),
        right(&[("paragraph", "投诉6件，比5月的40件减少34件，下降85%；客流由2000人次增加到6000人次，是原来的3倍。")]),
        right(&[("paragraph", "配车由20辆增加到35辆，增长75%，候车时间由12分钟缩短至9分钟，缩短25%。")]),
        right(&[("paragraph", "准点率由85%提高到91.2%，提高6.2个百分点，投诉同比下降11.5%。")]),
        right(&[("paragraph", "投诉量下降12.5%，其中噪声类下降8.3%、油烟类下降20.1%。")]),
        right(&[("paragraph", "客流由2万人次增加到3.1万人次，收入增长12%，投诉下降30%。")]),
        right(&[("paragraph", "门急诊56.7万人次，占全县总量162万人次的35%，比上年的54万人次增长5%。")]),
        right(&[("paragraph", "登记站台2480座，其中新式2436座、老式44座，比上次的2015座增加465座，增长23.1%。")]),
        right(&[("paragraph", "断面水质由4类提升至3类，优惠幅度由8折提高到7折。")]),
        wrong(&[("paragraph", "准点率由‹91%提高到85%›，提高6个百分点。")]),
        right(&[("paragraph", "公示后3个月，投诉量较公示前3个月下降12.6%，节约3个月。")]),
        right(&[("paragraph", "站场面积1512万平方米，人均2.7平方米，比上年的2.1平方米增加0.6平方米。")]),
        wrong(&[("paragraph", "站场面积1512平方米，比上年的1200平方米增加‹212平方米›。")]),
        right(&[("paragraph", "2024年底接入食堂80家，2025年新增接入36家，增长45%，累计116家。")]),
        right(&[("paragraph", "在园幼儿比2024年秋季学期的15300人减少1020人，下降6.7%。")]),
        wrong(&[("paragraph", "在园幼儿比2024年秋季学期的15300人减少1020人，下降‹8.7%›。")]),
    ],
    check: Check::Letter(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    tell(context, found, &[Kind::Growth]);
}
