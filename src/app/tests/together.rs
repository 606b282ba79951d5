use super::{Bench, finished, with_body};
use crate::app::Effect;
use crate::app::overlay::Overlay;

fn at(bench: &mut Bench, words: &str) {
    let at = bench.draft().letter.body.find(words).unwrap();
    bench.state.sheet.as_mut().unwrap().document.editor_mut().place(at);
}

#[test]
fn findings_of_one_kind_are_mended_in_one_step() {
    let before = "收悉。\n经研究,现答复如下。\n一、清淤,排涝，其中2026年--2027年完成。";
    let mut bench = Bench::with(with_body(before));
    at(&mut bench, ",现");
    bench.keys("<F8>");
    let Some(Overlay::Mending(mending)) = bench.state.overlay() else { panic!("the fix is shown first") };
    assert_eq!((mending.redlines.len(), mending.others()), (1, Some(2)));
    bench.keys("<Alt+A>");
    let Some(Overlay::Mending(mending)) = bench.state.overlay() else { panic!("they are shown first") };
    assert!(mending.redlines.len() == 2 && mending.title.contains("同类修正 2 处"), "{}", mending.title);
    bench.keys("<Enter>");
    assert_eq!(bench.draft().letter.body, before.replace(',', "，"), "nothing of another kind is touched");
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.draft().letter.body, before);
}

#[test]
fn one_of_a_kind_is_mended_alone_unless_all_are_asked_for() {
    let mut bench = Bench::with(with_body("收悉。\n经研究,现答复如下。\n一、清淤,排涝。"));
    at(&mut bench, ",排");
    bench.keys("<F8><Enter>");
    assert_eq!(bench.draft().letter.body, "收悉。\n经研究,现答复如下。\n一、清淤，排涝。");
}

#[test]
fn what_is_safe_is_mended_to_the_end_in_one_step() {
    let before = "收悉。\n已安装20台. 参见'好'...\n一、清淤。";
    let mut bench = Bench::with(with_body(before));
    bench.keys("<Alt+F><Enter>");
    let after = bench.draft().letter.body.clone();
    assert_ne!(after, before);
    bench.keys("<Alt+F>");
    assert!(bench.state.overlay().is_none(), "nothing safe is left: {} {after}", bench.notice());
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.draft().letter.body, before);
}

#[test]
fn findings_of_one_kind_are_let_stand_with_one_reason() {
    let mut draft = finished();
    draft.letter.body = draft.letter.body.replacen('，', ",", 3);
    let mut bench = Bench::with(draft);
    at(&mut bench, ",");
    for (keys, count) in [("<Alt+X><Alt+A>", usize::MAX), ("<Alt+X><Alt+A><Alt+A>", 1), ("<Alt+X>", 1)] {
        bench.asked();
        bench.keys(keys);
        let Some(Overlay::Prompt(prompt)) = bench.state.overlay() else { panic!("the reason is asked for") };
        let (meant, of) = prompt.of_kind().unwrap();
        assert!(of > 1 && meant == of.min(count), "{meant} of {of}");
        bench.keys("来文如此<Enter>");
        let Some(Effect::Ignore(requests)) = bench.asked().pop() else { panic!("the record is to be written") };
        assert_eq!(requests.len(), of.min(count));
        assert!(requests.iter().all(|it| it.reason == "来文如此" && it.rule == requests[0].rule));
    }
}
