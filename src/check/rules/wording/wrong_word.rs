//! W01: wrong words, by the lexicon.

use crate::check::authoring::*;
use crate::check::lexicon::Hit;
use crate::text::sentence;

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
        right(&[("paragraph", "来文中“按步就班”应为“按部就班”，我局已经更正。")]),
        wrong(&[("paragraph", "不能‹按步就班›，要加快推进。")]),
        // Where two words meet, their edges are no word.
        right(&[("paragraph", "常规摸排后配备触摸式查询机，公布署名单位，防止重复盖章，养成良好习惯彻底摒弃陋习。")]),
        right(&[("paragraph", "推进渡口改造，合力渡难关，优化工程程序，预防碍航行为，把操做到位，外环镜湖路通车。")]),
    ],
    check: Check::Parts(Parts { elements: Some(check_elements), paragraph: Some(("", check)), letter: None }),
};

fn check_elements(context: &Context<'_>, found: &mut Found<'_>) {
    for passage in context.passages() {
        check(context, passage, found);
    }
}

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    let is_told = |hit: &Hit<'_>| !super::is_name(context.draft, passage.text, hit) && !is_cited(passage.text, hit);
    super::tell_of(passage, found, "W01", Applicability::Safe, is_told);
}

/// Whether it is told as a slip itself: 来文中“按步就班”应为“按部就班”, 把“按部就班”写成“按步就班”.
fn is_cited(text: &str, hit: &Hit<'_>) -> bool {
    const SAYS: [&str; 10] = ["应为", "误写", "写成", "误作", "更正", "笔误", "错写", "错字", "误例", "别字"];
    let (before, after) = (&text[..hit.range.start], &text[hit.range.end..]);
    before.ends_with(['“', '‘'])
        && after.starts_with(['”', '’'])
        && SAYS.iter().any(|word| text[sentence::sentence_at(text, hit.range.start)].contains(word))
}
