//! C23: the letter thanks for concern with another trade than its organ's.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "C23",
    name: "thanks-trade",
    title: "感谢的话与本单位的工作",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "结尾感谢对某项工作的关心，应当是本单位的工作，或者所答建议、提案说的工作。说成别的行业的，多半是套用了别的稿子。",
    source: "《党政机关公文处理工作条例》第十九条（三）：表述准确",
    examples: &[
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n专此答复，感谢你们对‹教育工作›的关心和支持。",
        )]),
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n再次感谢你们对我市‹水利事业›发展的关心。",
        )]),
        right(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n感谢你们对政府工作、城市公共交通事业、道路交通安全工作的关心和支持。",
        )]),
        right(&[
            ("matter.title", "关于校园周边公交接驳的建议"),
            (
                "body",
                "你们提出的《关于校园周边公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n感谢你们对教育工作的关心和支持。",
            ),
        ]),
        right(&[
            ("issuer", "临江市人民政府办公室"),
            ("signature", "临江市人民政府办公室"),
            (
                "body",
                "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，经综合各会办单位意见，现答复如下：\n接驳线路已经开通。\n感谢你们对水利工作的关心和支持。",
            ),
        ]),
    ],
    check: Check::Letter(check),
};

/// A trade: the words an organ of it bears in its name, those that its work is called by, and those that speak of it elsewhere.
struct Trade {
    organs: &'static [&'static str],
    works: &'static [&'static str],
    topics: &'static [&'static str],
}

const TRADES: [Trade; 22] = [
    Trade {
        organs: &["教育", "教体", "教科"], works: &["教育"], topics: &["学", "校", "教", "幼", "育人", "青少年"]
    },
    Trade {
        organs: &["交通", "公路", "运输", "铁路", "航空"],
        works: &["交通运输", "公路", "公交"],
        topics: &["交通", "公交", "路", "车", "桥", "航", "物流", "运输", "出行"],
    },
    Trade {
        organs: &["水利", "水务"],
        works: &["水利", "水务"],
        topics: &["水", "河", "湖", "灌", "渠", "库", "旱", "涝", "汛", "流域", "堤", "坝"],
    },
    Trade {
        organs: &["卫生", "卫健", "疾控", "中医", "医院"],
        works: &["卫生健康", "卫生", "医疗卫生", "卫健"],
        topics: &["医", "卫", "病", "药", "健康", "疫", "护", "康", "养老", "托育", "生育", "婴"],
    },
    Trade {
        organs: &["民政"],
        works: &["民政", "养老服务"],
        topics: &["老", "福利", "救助", "殡", "社区", "儿童", "慈善", "地名", "婚", "低保", "社会"],
    },
    Trade {
        organs: &["农业", "农村", "乡村", "畜牧", "农牧"],
        works: &["农业农村", "农业", "三农", "“三农”", "乡村振兴"],
        topics: &["农", "村", "乡", "田", "粮", "种", "畜", "菜", "果", "茶", "渔"],
    },
    Trade {
        organs: &["文化", "文旅", "旅游", "文物", "文广"],
        works: &["文化和旅游", "文化旅游", "文旅", "文物"],
        topics: &["文", "旅", "游", "遗", "景", "馆", "演", "戏", "艺", "古", "非遗"],
    },
    Trade {
        organs: &["公安", "交警", "警"],
        works: &["公安", "禁毒"],
        topics: &["警", "治安", "公安", "诈", "毒", "户籍", "停车", "交通", "安全"],
    },
    Trade {
        organs: &["生态", "环境", "环保"],
        works: &["生态环境", "环境保护", "生态环境保护", "环保"],
        topics: &["生态", "环境", "污", "碳", "气", "水", "环保", "废", "垃圾", "噪"],
    },
    Trade {
        organs: &["住房", "住建", "城乡建设", "房产", "建设", "公积金"],
        works: &["住房城乡建设", "住房和城乡建设", "住建"],
        topics: &["房", "住", "建", "物业", "小区", "城", "楼", "社区"],
    },
    Trade {
        organs: &["自然资源", "规划", "国土"],
        works: &["自然资源", "自然资源和规划"],
        topics: &["土地", "规划", "用地", "矿", "不动产", "地", "林", "海"],
    },
    Trade {
        organs: &["市场监管", "市场监督", "药监", "药品"],
        works: &["市场监管", "食品药品监管"],
        topics: &["市场", "食品", "药", "价", "质量", "商标", "消费", "标准", "知识产权", "企业", "电梯"],
    },
    Trade {
        organs: &["人力资源", "人社", "就业"],
        works: &["人力资源社会保障", "人力资源和社会保障", "人社", "就业"],
        topics: &["就业", "人才", "社保", "养老", "工伤", "职", "工", "劳", "创业", "保险", "技能"],
    },
    Trade {
        organs: &["医疗保障", "医保"],
        works: &["医疗保障", "医保"],
        topics: &["医", "药", "保险", "健康", "报销"],
    },
    Trade {
        organs: &["应急", "消防", "安监"],
        works: &["应急管理", "消防"],
        topics: &["应急", "消防", "灾", "火", "安全", "险", "救援", "汛"],
    },
    Trade {
        organs: &["司法", "法院", "检察"], works: &["司法行政"], topics: &["法", "律师", "调解", "公证", "矫正"]
    },
    Trade {
        organs: &["科学技术", "科技"],
        works: &["科技"],
        topics: &["科", "技", "创新", "研", "人工智能", "数字", "高新"],
    },
    Trade {
        organs: &["商务", "商业", "贸易"],
        works: &["商务"],
        topics: &["商", "贸", "消费", "电商", "外资", "物流", "口岸", "市场", "加油"],
    },
    Trade {
        organs: &["税务"], works: &["税收", "税务"], topics: &["税", "发票", "减免", "降费", "非税"]
    },
    Trade {
        organs: &["体育", "教体", "文体"], works: &["体育"], topics: &["体育", "健身", "运动", "赛", "球", "体"]
    },
    Trade {
        organs: &["林业", "林草", "园林", "自然资源"],
        works: &["林业", "林业和草原"],
        topics: &["林", "草", "树", "绿", "湿地", "木", "果", "公园"],
    },
    Trade {
        organs: &["退役军人"],
        works: &["退役军人事务", "退役军人"],
        topics: &["军", "兵", "烈士", "优抚", "英烈", "拥军"],
    },
];

/// What the name of a work is followed by.
const ENDS: [&str; 4] = ["工作", "事业", "发展", "管理工作"];

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let Some(closing) = context.closing.clone() else { return };
    let draft = context.draft;
    let issuer = draft.letter.issuer.as_str();
    if issuer.is_empty() || !TRADES.iter().any(|trade| trade.bears(issuer)) {
        return;
    }
    let text = &context.body()[closing.clone()];
    let Some(lead) = text.rfind("感谢").map(|at| at + "感谢".len()) else { return };
    let sentence = text[lead..].find('。').map_or(text.len(), |end| lead + end);
    let thanks = &text[lead..sentence];
    // Several works are named with 、: the own one is among them, or the list is nobody's slip.
    let Some(end) = thanks.find("的关心").or_else(|| thanks.find("的支持")).or_else(|| thanks.find("的关注"))
    else {
        return;
    };
    let Some(start) = thanks[..end].rfind('对').map(|at| at + '对'.len_utf8()) else { return };
    let work = &thanks[start..end];
    if work.contains(['、', '和']) && !work.contains("文化和旅游") {
        return;
    }
    let own_topic = [&draft.matter.title, &draft.letter.title];
    for trade in TRADES.iter().filter(|trade| !trade.bears(issuer)) {
        let Some(word) = trade.works.iter().find(|word| {
            work.find(**word).is_some_and(|at| {
                ENDS.iter().any(|end| work[at + word.len()..].starts_with(end)) && is_plain(&work[..at])
            })
        }) else {
            continue;
        };
        let is_topic =
            trade.topics.iter().chain(trade.works).any(|topic| own_topic.iter().any(|title| title.contains(topic)));
        // An organ of several trades, or one whose work is called so as well: 交通 of 公安交警.
        let is_own = TRADES.iter().any(|own| own.bears(issuer) && own.works.contains(word));
        if is_topic || is_own {
            continue;
        }
        let at = closing.start + lead + start + work.find(word).unwrap_or(0);
        let after = &context.body()[at + word.len()..];
        let length = ENDS.iter().find(|end| after.starts_with(**end)).map_or(0, |end| end.len());
        let message = format!("发文机关是{issuer}，感谢的却是对{word}的关心");
        found.at(Field::Body, at..at + word.len() + length, message);
        return;
    }
}

impl Trade {
    /// Whether the name of an organ tells that it is of this trade.
    fn bears(&self, organ: &str) -> bool {
        let organ = organ.replace("人民政府", "");
        self.organs.iter().any(|word| organ.contains(word))
    }
}

/// Whether nothing but a place stands before the work: 我市, 全省, 临江.
fn is_plain(lead: &str) -> bool {
    let bare = lead.trim_start_matches(['我', '全', '本', '市', '县', '区', '省', '国', '们']);
    bare.is_empty() || bare.ends_with(['市', '县', '区', '省', '州', '旗', '局', '委', '厅'])
}
