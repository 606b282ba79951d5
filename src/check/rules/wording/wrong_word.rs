//! W01: wrong words, by the lexicon.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "W01",
    name: "wrong-word",
    title: "错别字",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "不成词的写法，多半是打错的字。词表在 assets/lexicon/typos.toml，可以在工作区里增补。",
    source: "《通用规范汉字表》《现代汉语词典》；《党政机关公文处理工作条例》第二十条（四）",
    examples: &[
        wrong(&[("paragraph", "按照市政府的‹布署›，新增线路6条。")]).mended("按照市政府的部署，新增线路6条。"),
        wrong(&[("paragraph", "‹一如继往›地改进服务。")]).mended("一如既往地改进服务。"),
        right(&[("paragraph", "按照市政府的部署，一如既往地改进服务。")]),
        right(&[("paragraph", "站点按排名先后改造，设备既使用方便又节约能源。")]),
    ],
    check: Check::Passage(check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    super::tell(passage, found, "W01", Applicability::Safe);
}
