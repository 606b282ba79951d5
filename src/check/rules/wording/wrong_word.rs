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
        // Where two words meet, their edges are no word.
        right(&[("paragraph", "常规摸排后配备触摸式查询机，公布署名单位，防止重复盖章，养成良好习惯彻底摒弃陋习。")]),
        right(&[("paragraph", "推进渡口改造，合力渡难关，优化工程程序，预防碍航行为，把操做到位，外环镜湖路通车。")]),
    ],
    check: Check::Passage(check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    super::tell(passage, found, "W01", Applicability::Safe);
}
