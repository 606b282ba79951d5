//! Family names of persons, by which a name is told from other words.

/// The commonest family names of one character.
const FAMILY_NAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

/// Whether `character` is one of the commonest family names. Many of them are common words as well.
pub fn is_family_name(character: char) -> bool {
    FAMILY_NAMES.contains(character)
}

/// Family names of two characters.
const COMPOUND: [&str; 24] = [
    "欧阳", "上官", "司马", "司徒", "诸葛", "皇甫", "闻人", "令狐", "慕容", "尉迟", "端木", "东方", "夏侯", "公孙",
    "宇文", "长孙", "轩辕", "钟离", "濮阳", "淳于", "澹台", "南宫", "独孤", "申屠",
];

/// Whether `text` ends with a family name of two characters.
pub fn ends_with_compound_name(text: &str) -> bool {
    COMPOUND.iter().any(|name| text.ends_with(name))
}
