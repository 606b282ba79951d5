//! What stands around a place that may be a slip: two words that meet, a name, a phrase that takes any character.

use crate::text::characters::is_han;
use crate::text::family_name::{ends_with_compound_name, is_family_name};
use crate::text::vocabulary::join;
use std::ops::Range;

/// Characters that are often a word by themselves.
const WORDS: &str = "一万三上下不与两个中为之也书买了事二于五亩京人仅仍从他令以们件任份会但位低住何余作你使便俄做像元党全八共其内再写几出分刘则初到前副办十千半南占即却原去县又及反发受变另只可台吃各同名后向吨吴呢周和四回因国图在地场均处外多大天太头女她好如孙学它家对将小少就届岁已市带干年并应底座建开张强当很徐得快总想成我或户所手才打批把抓拿按据搞摄支新无既日早时是更曾最月有未本朱李村条来杨林次正此段每比水江没点爱王用由电的相省看着石种站等米约经给罗美老而胡能自至被要见让讯讲话该说请谁谈走赵起越路较达过近还这进连送道邓那部都里重金钱长问间附陈难靠项首马驻高鹏黄";
/// Characters that make a longer word of one before them: 整改|率, 医保|函.
const TAILS: &str = "率费函厅局性化员者区县镇村街路量度力型类级期款金额线点站所院室馆园厂店车机器具品物料业权法规案书证卡表牌会团队组部处科课股班岗人户家民工师生长委办税价账款网库群链带圈";
/// Characters that take one character after them and go on with another: 因城施策, 以工代赈, 应拆尽拆.
const LEADS: &str = "因以应尽";
/// Characters of given names and of the names of places.
const GIVEN_NAMES: &str = "文子德尔斯宗明华国光公帝元田克美王大成一林平世之特生夫里中志海英山春阳川玉武天龙拉永东本仁维云伯晓小士道昌安祖达伟芳祥惠泽建正亚宝思清基立原荣忠兰真利野藤良庆秀凤木马鹏太景宁嘉格俊章泰和西康郎希麟长丽奇鸿雪新智人井杰敏健松波峰雷纪刚民学义金树瑞隆南辉森宇震君家军石飞远宏绍涛熙伦青廷丹敬容承亮锡汉孝广昭罗静仪浩友雄香钧年多启培寿尼彦贵奈吉秋泉岛贤洪信应琳兴曼珍仲衡朗红雅振先理威龄洛行勋村霖恩栋治勇裕如福燕群博佳谦陵万汝侯曾娜超高三方宪圣毅洁时烈颖耀纯梅哲彬宣顺臣贞由翰强卫翔勒莉玲怀心鼎郡孙洋诺邦若城妃晋穆善兆守炳谷介斌科芬诚欣江星书复钦琪定尚桂源声乃日迪登鲁润千以铭爱继弘周佐二水凯媛少修坤灵可乔卿延作淑保相婷纳升有其任阿庄佩初胜也襄秉丁布慧炎普逊白怡乐兵琦靖内渊恒玄照岳崇端叔珊济观梦恭扬旭桥甫直鹤丰朝豪茂琼";
/// What the name of a place ends with.
const PLACES: &str = "村镇乡街路巷桥河湖山岛湾港屯寨堡坪坝溪塘";
/// What the names of places end with that may be anything: 竹丝巷, 澜州市.
const SETTLEMENTS: &str = "村镇乡屯寨巷省市县区州旗盟江河湖岛";
/// How many characters at most a name in quotation marks has: “浙里办”, “益企行”.
const QUOTED: usize = 10;

/// Whether `character` is often a word by itself, or makes a longer word of one before it.
pub fn stands_by_itself(character: char) -> bool {
    WORDS.contains(character) || TAILS.contains(character)
}

/// Whether `character` makes a longer word of one before it.
pub fn is_tail(character: char) -> bool {
    TAILS.contains(character)
}

/// Whether it is part of the short name of an organ, 市自规局, whose characters are no word, or of how long something was not done,
/// 近10年未大修.
pub fn is_in_short_form(text: &str, range: &Range<usize>) -> bool {
    let lead: Vec<char> = text[..range.start].chars().rev().take(2).collect();
    let ends = |it: char| matches!(it, '局' | '委' | '办' | '厅');
    let has_place = lead.iter().any(|it| matches!(it, '省' | '市' | '县' | '区' | '州' | '旗' | '盟'));
    let is_since = text[range.clone()].starts_with("年未")
        && lead.first().is_some_and(|it| it.is_ascii_digit() || crate::text::numeral::is_numeral(*it));
    is_since || has_place && text[range.clone()].ends_with(ends) && text[range.clone()].chars().count() == 2
}

/// Whether it ends with what settlements are called by, or such a word follows: 通村公路, 竹丝巷村. Their names may be anything.
pub fn is_before_place(text: &str, range: &Range<usize>) -> bool {
    text[range.end..].starts_with(|it: char| SETTLEMENTS.contains(it))
        || text[range.clone()].ends_with(|it: char| SETTLEMENTS.contains(it))
}

/// Whether both what is written and what may be meant are names of places of one kind: 柳桥 is no 枫桥.
pub fn is_other_place(written: &str, meant: &str) -> bool {
    let last = written.chars().next_back();
    last == meant.chars().next_back() && last.is_some_and(|it| "桥山湾港屯寨堡坪坝溪塘岭沟".contains(it))
}

/// Whether it stands in one of the phrases that take any character: 应养尽养, 因城施策.
pub fn is_in_frame(text: &str, range: &Range<usize>) -> bool {
    let lead = text[..range.start].chars().rev().take(3);
    let around: Vec<char> = text[range.start..].chars().take(5).collect();
    let lead: Vec<char> = lead.collect();
    let opens = |at: Option<&char>| at.is_some_and(|it| LEADS.contains(*it));
    // 应检3.5万人，实检2.9万人
    let is_counted = around.first() == Some(&'实')
        && around
            .get(1)
            .is_some_and(|what| text.match_indices('应').any(|(at, it)| text[at + it.len()..].starts_with(*what)));
    if is_counted {
        return true;
    }
    // 应兑|尽兑, 应|改尽|改, 应入|尽入
    around.first() == Some(&'应') && around.get(2) == Some(&'尽')
        || lead.first() == Some(&'应') && around.get(1) == Some(&'尽')
        || lead.get(1) == Some(&'应') && around.first() == Some(&'尽')
        || opens(lead.first())
}

/// Whether two words meet in the two characters at `range`: 职工|做好. A risky one is chance as soon as one neighbour makes a
/// word with it.
pub fn is_chance(text: &str, range: &Range<usize>, is_risky: bool) -> bool {
    let mut own = text[range.clone()].chars();
    let (Some(first), Some(second)) = (own.next(), own.next()) else { return false };
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let left = before.is_some_and(|before| join(before, first));
    let right = after.is_some_and(|after| join(second, after));
    // 因城施策, 以订促销, 应拆尽拆: what follows is a word of its own.
    let is_led = before.is_some_and(|before| LEADS.contains(before));
    is_led
        || left && (right || stands_by_itself(second))
        || right && WORDS.contains(first)
        || is_risky && (left || right)
}

/// Whether the two characters may be a name: of a person, a place, something in quotation marks, an organ's sign.
pub fn is_name(text: &str, range: &Range<usize>) -> bool {
    let are_given = || text[range.clone()].chars().all(|it| GIVEN_NAMES.contains(it));
    let before = text[..range.start].chars().next_back();
    let mut after = text[range.end..].chars();
    // 闻|人晓峰, 欧阳|静好
    let first = text[range.clone()].chars().next().map_or(0, char::len_utf8);
    let is_person = before.is_some_and(is_family_name) && are_given()
        || ends_with_compound_name(&text[..range.start + first])
        || ends_with_compound_name(&text[..range.start]);
    let is_place = after.clone().next().is_some_and(|it| PLACES.contains(it)) && are_given();
    // 临政函〔2026〕12号
    let is_sign = after.by_ref().take(3).take_while(|it| is_han(*it) || *it == '〔').any(|it| it == '〔');
    is_person || is_place || is_sign || is_quoted(text, range)
}

/// Whether a family name stands before or at the beginning of it, and with it between marks or before 代表, 委员.
pub fn is_listed_name(text: &str, range: &Range<usize>) -> bool {
    let own = text[range.clone()].chars().next();
    let lead: Vec<char> = text[..range.start].chars().rev().take_while(|it| is_han(*it)).take(3).collect();
    let is_family = |it: Option<&char>| it.is_some_and(|it| is_family_name(*it));
    let tail = &text[range.end..];
    let is_end = |rest: &str| {
        !rest.starts_with(is_han)
            || ["代表", "委员", "同志", "先生", "女士", "等"].iter().any(|title| rest.starts_with(title))
    };
    let one_on = tail.chars().next().map_or(tail, |it| &tail[it.len_utf8()..]);
    // 沈砚、叶疏桐、舒据新: the name begins the run of characters.
    let is_named =
        ["联系人：", "负责人：", "经办人：", "联系人:"].iter().any(|label| text[..range.start].ends_with(label));
    is_named
        || lead.is_empty() && is_family(own.as_ref()) && (is_end(tail) || is_end(one_on))
        || lead.len() == 1 && is_family(lead.first()) && is_end(tail)
        || is_family(lead.first()) && ["同志", "老师", "先生", "女士"].iter().any(|style| tail.starts_with(style))
}

/// Whether it is listed among firms, whose names may be anything: 威法、木林森等企业.
pub fn is_firm(text: &str, range: &Range<usize>) -> bool {
    let rest = &text[range.end..];
    let list = rest.split(['，', '。', '；']).next().unwrap_or_default();
    rest.starts_with(['、', '等'])
        && ["等企业", "等公司", "等品牌", "等厂家", "等龙头"].iter().any(|kind| list.contains(kind))
}

/// Whether it stands in quotation marks that hold no more than a name.
fn is_quoted(text: &str, range: &Range<usize>) -> bool {
    let lead = text[..range.start].chars().rev().take(QUOTED).take_while(|it| *it != '”');
    let Some(ahead) = lead.into_iter().position(|it| it == '“') else { return false };
    let own = text[range.clone()].chars().count();
    text[range.end..]
        .chars()
        .take(QUOTED.saturating_sub(ahead + own) + 1)
        .take_while(|it| *it != '“')
        .any(|it| it == '”')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_left_alone() {
        let text = "“益企行”“医路有你”";
        let at = text.find("益企").unwrap();
        assert!(is_quoted(text, &(at..at + 6)));
        assert!(!is_quoted("“关于加强养老服务机构建设的若干意见”", &(30..36)));
        assert!(is_firm("参观威法、木林森等企业", &(6..12)) && !is_firm("参观威法。", &(6..12)));
        assert!(is_name("闻人晓峰代表", &(3..12)) && is_other_place("柳桥", "枫桥") && !is_other_place("捡验", "检验"));
        assert!(is_in_frame("应检3.5万人，实检2.9万人", &(18..24)) && !is_in_frame("实检2.9万人", &(0..6)));
        assert!(is_name("王建义委员", &(3..9)) && is_name("到建义村走访", &(3..9)) && !is_name("建义收悉", &(0..6)));
    }
}
