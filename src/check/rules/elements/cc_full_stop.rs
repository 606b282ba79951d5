//! E13: the imported cc line does not end with a full stop.

use crate::check::authoring::*;
use crate::letter::issued;

pub static RULE: Rule = Rule {
    code: "E13",
    name: "cc-full-stop",
    title: "抄送后的句号",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "抄送机关之间用顿号、逗号隔开，最后一个抄送机关名称后标句号。这里查的是导入的原文；印发时由软件写对，所以只提醒，不拦导出。",
    source: "GB/T 9704—2012 7.4.2",
    examples: &[
        wrong(&[("source.cc", "抄送：市人大常委会代表工作委员会、市政府办公室、各会办单位‹›")]).mended(""),
        wrong(&[("source.cc", "抄送：市人大常委会代表工作委员会、市政府办公室、各会办单位‹.›")]).mended(""),
        right(&[("source.cc", "抄 送：市人大常委会代表工作委员会，市政府办公室，各会办单位。")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let line = &context.draft.source.cc;
    let written = line.trim_end();
    if written.is_empty() || written.ends_with('。') {
        return;
    }
    let words = written.trim_end_matches(['.', '，', ',', '、', '；', ';', ' ']).len();
    let message = format!("抄送最后应当用句号；印发时写作“{}”", issued::cc(&context.draft.letter));
    let edit = Edit::delete(0..line.len());
    found.at(Field::SourceCc, words..written.len(), message).mend_as(
        "按规范的写法印发",
        Applicability::Safe,
        vec![edit],
    );
}
