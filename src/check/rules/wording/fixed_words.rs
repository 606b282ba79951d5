//! W12: an idiom with one character off, by the lexicon.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "W12",
    name: "fixed-words",
    title: "成语、四字词写错",
    group: Group::Wording,
    severity: Severity::Warning,
    explanation: "成语和结构固定的四字词，写错其中一个字的标出。词表在 assets/lexicon/idioms.toml，可以在工作区里增补。",
    source: "《现代汉语词典》《通用规范汉字表》；《党政机关公文处理工作条例》第二十条（四）",
    examples: &[
        wrong(&[("paragraph", "改造工作‹克不容缓›。")]).mended("改造工作刻不容缓。"),
        wrong(&[("paragraph", "各站‹因地置宜›设置站牌。")]).mended("各站因地制宜设置站牌。"),
        right(&[("paragraph", "因地制宜、因时制宜，刻不容缓地推进，相得益彰，循序渐进。")]),
        right(&[("paragraph", "全市上下同心同德，逐村逐户走访，让老年人安享晚年。")]),
    ],
    check: Check::Passage(check),
};

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    super::tell(passage, found, "W12", Applicability::Review);
}
