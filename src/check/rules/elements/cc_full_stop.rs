//! E13: the imported cc line has another label, no full-width colon or no full stop.

use crate::check::authoring::*;
use crate::letter::issued;

pub static RULE: Rule = Rule {
    code: "E13",
    name: "cc-full-stop",
    title: "抄送一行的写法",
    group: Group::Elements,
    severity: Severity::Warning,
    explanation: "抄送一行以“抄送”和全角冒号开头，抄送机关之间用顿号、逗号隔开，最后一个抄送机关名称后标句号。这里查的是导入的原文；印发时由软件写对，所以只提醒，不拦导出。",
    source: "GB/T 9704—2012 7.4.2；《党政机关公文处理工作条例》第九条（十六）",
    examples: &[
        wrong(&[("source.cc", "抄送：市人大常委会代表工作委员会、市政府办公室、各会办单位‹›")]).mended(""),
        wrong(&[("source.cc", "抄送：市人大常委会代表工作委员会、市政府办公室、各会办单位‹.›")]).mended(""),
        wrong(&[("source.cc", "抄送‹:›市人大常委会代表工作委员会、市政府办公室、各会办单位。")]).mended(""),
        wrong(&[("source.cc", "抄送：市人大常委会代表工作委员会‹、、›市政府办公室、各会办单位。")]).mended(""),
        wrong(&[("source.cc", "‹抄报›：市人大常委会代表工作委员会、市政府办公室、各会办单位。")]).mended(""),
        right(&[("source.cc", "抄 送：市人大常委会代表工作委员会，市政府办公室，各会办单位。")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let line = &context.draft.source.cc;
    let written = line.trim_end();
    let label = written.find([':', '：']).filter(|at| written[*at..].starts_with(':') && *at <= "抄 送".len());
    let doubled = ["、、", "，，", "、，", "，、", "、。", "，。"].iter().find_map(|marks| written.find(marks));
    let range = if let Some(at) = doubled {
        Some((at..at + "、、".len(), "抄送机关之间只用一个标点"))
    } else if written.starts_with("抄报") {
        Some((0.."抄报".len(), "公文用“抄送”，不用“抄报”"))
    } else {
        label.map(|at| (at..at + 1, "“抄送”后应当用全角冒号"))
    };
    if let Some((range, message)) = range {
        let message = format!("{message}；印发时写作“{}”", issued::cc(&context.draft.letter));
        let edit = Edit::delete(0..line.len());
        found.at(Field::SourceCc, range, message).mend_as("按规范的写法印发", Applicability::Safe, vec![edit]);
        return;
    }
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
