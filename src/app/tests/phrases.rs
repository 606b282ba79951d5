use super::{Bench, with_body};
use crate::app::phrases::Phrase;

#[test]
fn a_phrase_found_by_its_initials_is_inserted_as_one_step() {
    let mut bench = Bench::with(with_body("收悉。\n"));
    let phrase = |title: &str, text: &str| Phrase { group: "结语".into(), title: title.into(), text: text.into() };
    bench.state.set_phrases(vec![phrase("适时反馈", "将及时反馈。"), phrase("专此答复", "专此答复，感谢支持。")]);
    bench.keys("<Ctrl+End><Alt+/>zcdf<Enter>");
    assert_eq!(bench.body(), "收悉。\n专此答复，感谢支持。|");
    bench.keys("<Ctrl+Z><Alt+/><↓><↓><↑><Enter>");
    assert_eq!(bench.body(), "收悉。\n将及时反馈。|");
    bench.keys("<Alt+/>没有这句<Enter>");
    assert_eq!(bench.body(), "收悉。\n将及时反馈。|");
}
