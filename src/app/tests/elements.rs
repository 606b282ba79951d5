use super::{Bench, finished, with_body};
use crate::app::Message;
use crate::app::element::Element;
use crate::app::overlay::Overlay;

pub(super) fn go_to(bench: &mut Bench, element: Element) {
    crate::app::update::open_form(&mut bench.state, Some(element));
}

/// Opens the form on a fresh draft, types `script`, and reads the element named.
fn filled(script: &str) -> Bench {
    let mut bench = Bench::with(with_body("正文"));
    bench.keys(script);
    bench
}

#[test]
fn a_field_is_written_as_it_is_typed() {
    assert_eq!(filled("<F2>临江市水务局").draft().letter.issuer, "临江市水务局");
}

#[test]
fn enter_and_arrows_go_from_field_to_field() {
    let bench = filled("<Ctrl+E>临江市水务局<Enter>临水函〔2026〕27号<↓><↓>王某<↑><↑><Backspace>");
    assert_eq!(bench.draft().letter.number, "临水函〔2026〕27");
    assert_eq!(bench.draft().letter.signer, "王某");
}

#[test]
fn choices_turn_with_arrows_and_enter_only_goes_on() {
    let mut bench = Bench::with(finished());
    at(&mut bench, "类别");
    bench.keys("<→>");
    assert_eq!(bench.draft().kind.word(), "提案");
    bench.keys("好<Enter>");
    assert_eq!(bench.draft().kind.word(), "提案", "stepping through the form changes nothing");
    bench.keys("<↑><←>");
    assert_eq!(bench.draft().kind.word(), "建议");
}

#[test]
fn what_the_draft_does_not_take_is_neither_left_behind_nor_saved() {
    let mut bench = Bench::with(finished());
    bench.keys("<F2><↓><↓><↓><↓><↓><↓><↓>三名");
    bench.asked();
    bench.keys("<Ctrl+S><↓>");
    assert!(bench.asked().is_empty(), "nothing is saved while a field is wrong");
    bench.keys("<Backspace><Backspace>3<Ctrl+S>");
    assert_eq!(bench.draft().letter.addressee_total, Some(3));
}

#[test]
fn lists_are_written_with_a_separator() {
    let mut bench = Bench::with(with_body(""));
    bench.keys("<F2><↓><↓><↓><↓><↓>王某，李某某、");
    assert_eq!(bench.draft().letter.addressees, ["王某", "李某某"]);
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.draft().letter.addressees, Vec::<String>::new());
}

#[test]
fn a_pasted_column_is_a_list() {
    let mut bench = Bench::with(with_body(""));
    at(&mut bench, "主送");
    bench.tell(Message::Paste("沈禾\n陆秋白\n\n顾远山\n".into()));
    assert_eq!(bench.draft().letter.addressees, ["沈禾", "陆秋白", "顾远山"]);
    let mut bench = Bench::with(with_body(""));
    at(&mut bench, "附件");
    bench.tell(Message::Paste("投放计划表\n公交线网图、站点表".into()));
    assert_eq!(bench.draft().letter.attachments, ["投放计划表", "公交线网图、站点表"]);
}

#[test]
fn a_title_is_kept_without_the_marks_around_it() {
    let mut bench = Bench::with(with_body(""));
    at(&mut bench, "题目");
    bench.tell(Message::Paste("《关于扩大课后托管的提案》".into()));
    assert_eq!(bench.draft().matter.title, "关于扩大课后托管的提案");
}

#[test]
fn what_a_field_does_not_take_is_said_and_not_written() {
    let mut bench = Bench::with(with_body(""));
    bench.keys("<F2><↓><↓><↓><↓><↓><↓><↓>十二");
    assert_eq!(bench.draft().letter.addressee_total, None);
    let Some(Overlay::Form(form)) = bench.state.overlay() else {
        panic!("the form is open");
    };
    assert_eq!(form.refusal.as_deref(), Some("“十二”不是正整数"));
}

#[test]
fn a_pasted_line_end_does_not_leave_the_field() {
    let mut bench = Bench::with(with_body(""));
    bench.keys("<F2>");
    bench.tell(Message::Paste("临江市\n水务局\n".into()));
    assert_eq!(bench.draft().letter.issuer, "临江市 水务局");
}

#[test]
fn undo_in_the_form_shows_the_old_text() {
    let mut bench = Bench::with(finished());
    let issuer = bench.draft().letter.issuer.clone();
    bench.keys("<F2><Ctrl+A>某局<Ctrl+Z>");
    assert_eq!(bench.draft().letter.issuer, issuer);
    bench.keys("办<Esc>");
    assert_eq!(bench.draft().letter.issuer, format!("{issuer}办"));
}

#[test]
fn proposals_go_round_and_come_back_to_what_fits_what_was_typed() {
    let mut bench = Bench::with(with_body(""));
    let entry = |session: &str| crate::app::library::Entry {
        values: vec![(Element::Session, session.to_owned())],
        ..crate::app::library::Entry::default()
    };
    bench.tell(Message::Listed(vec![entry("市十七届人大一次会议"), entry("市十七届政协二次会议")]));
    at(&mut bench, "届次");
    bench.keys("市<Alt+C>");
    assert_eq!(bench.draft().matter.session, "市十七届人大一次会议");
    bench.keys("<Alt+C>");
    assert_eq!(bench.draft().matter.session, "市十七届政协二次会议");
    bench.keys("<Alt+C>");
    assert_eq!(bench.draft().matter.session, "市十七届人大一次会议");
}

#[test]
fn a_date_is_counted_by_days() {
    let mut bench = Bench::with(with_body(""));
    bench.keys("<F2>");
    for _ in 0..10 {
        bench.keys("<↓>");
    }
    bench.keys("<Alt+↑><Alt+↑><Alt+↓><Alt+↓>");
    assert_eq!(bench.draft().letter.date.issued(), "2026年5月31日");
}

/// The form on the draft that passes, opened by keys on the field whose name begins `label`.
pub(super) fn at(bench: &mut Bench, label: &str) {
    bench.keys("<F2>");
    for _ in 0..60 {
        if form(bench).element().label().trim_start_matches('　') == label {
            return;
        }
        bench.keys("<↓>");
    }
    panic!("no field {label}");
}

fn form(bench: &Bench) -> &crate::app::form::Form {
    match bench.state.overlay() {
        Some(Overlay::Form(form)) => form,
        other => panic!("the form is not open but {other:?}"),
    }
}

pub(super) fn steps_back(bench: &mut Bench) -> usize {
    let document = &mut bench.state.sheet.as_mut().unwrap().document;
    std::iter::from_fn(|| document.undo().then_some(())).count()
}

#[test]
fn addressees_are_added_moved_and_removed_each_as_one_step() {
    let mut bench = Bench::with(with_body(""));
    at(&mut bench, "主送");
    bench.keys("王某、李某某、赵某<Alt+←><Alt+←>");
    assert_eq!(bench.draft().letter.addressees, ["赵某", "王某", "李某某"]);
    bench.keys("<Ctrl+D>");
    assert_eq!(bench.draft().letter.addressees, ["王某", "李某某"]);
    bench.keys("<End><Alt+←><Alt+→>、孙某");
    assert_eq!(bench.draft().letter.addressees, ["王某", "李某某", "孙某"]);
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.draft().letter.addressees, ["王某", "李某某"]);
}

#[test]
fn a_mode_of_disclosure_is_chosen_by_typing_and_takes_no_words() {
    let mut bench = Bench::with(with_body(""));
    at(&mut bench, "公开方式");
    for (typed, mode) in [("z", "主动公开"), ("依", "依申请公开")] {
        bench.keys(typed);
        assert_eq!(bench.draft().letter.disclosure, mode);
    }
    bench.tell(Message::Paste("王某 李四".into()));
    assert_eq!(bench.draft().letter.disclosure, "依申请公开");
    assert!(bench.notice().contains("只能选"), "{}", bench.notice());
}

#[test]
fn a_date_goes_by_weeks_and_months() {
    let mut bench = Bench::with(with_body(""));
    at(&mut bench, "成文日期");
    bench.keys("2026年1月31日<Alt+PageUp>");
    assert_eq!(bench.draft().letter.date.issued(), "2026年2月28日");
    bench.keys("<Alt+Shift+↓><Alt+↑>");
    assert_eq!(bench.draft().letter.date.issued(), "2026年2月22日");
}

#[test]
fn the_reason_is_asked_for_where_the_rules_want_one() {
    let mut bench = Bench::with(finished());
    let asked = |bench: &Bench| form(bench).rows().contains(&crate::app::form::Row::Element(Element::DisclosureReason));
    at(&mut bench, "公开方式");
    assert!(!asked(&bench));
    bench.keys("<→>");
    assert_eq!(bench.draft().letter.disclosure, "依申请公开");
    assert!(asked(&bench));
    bench.keys("<↓>涉及未定事项");
    assert_eq!(bench.draft().letter.disclosure_reason, "涉及未定事项");
}

#[test]
fn the_menu_fills_a_list_entry_by_entry_and_closes_alone() {
    let mut bench = Bench::with(with_body(""));
    let entry = |cc: &str| crate::app::library::Entry {
        values: vec![(Element::Cc, cc.to_owned())],
        ..crate::app::library::Entry::default()
    };
    bench.tell(Message::Listed(vec![entry("市人大常委会选联工委、市政府办公室"), entry("市档案馆")]));
    at(&mut bench, "抄送");
    bench.keys("<Ctrl+Space><Enter><↓><Enter>");
    assert_eq!(bench.draft().letter.cc, ["市人大常委会选联工委", "市政府办公室"]);
    bench.keys("、dag<Enter>");
    assert_eq!(bench.draft().letter.cc, ["市人大常委会选联工委", "市政府办公室", "市档案馆"]);
    bench.keys("<Enter><Esc>");
    assert_eq!(bench.draft().letter.cc, ["市人大常委会选联工委", "市政府办公室"]);
    assert!(form(&bench).menu.is_none(), "only the menu was closed");
}

#[test]
fn a_draft_opened_by_itself_learns_what_other_letters_hold() {
    use crate::app::element::Element;
    let mut bench = Bench::with(with_body(""));
    at(&mut bench, "会办单位");
    assert!(bench.effects.contains(&crate::app::Effect::Learn));
    bench.keys("<Alt+L>");
    assert!(form(&bench).menu.as_ref().is_some_and(crate::app::menu::Menu::is_empty), "nothing is known yet");
    bench.keys("<Esc>市");
    assert_eq!(bench.draft().matter.co_handlers, ["市"], "Esc closed the menu alone");
    bench.keys("<Backspace>");
    let values = vec![
        (Element::CoHandlers, "市公安局、东洲街道办事处".to_owned()),
        (Element::Addressees, "沈禾、陆秋白".to_owned()),
    ];
    bench.tell(Message::Listed(vec![crate::app::library::Entry { values, ..Default::default() }]));
    bench.keys("<Alt+L>dzj<Enter><Esc>");
    assert_eq!(bench.draft().matter.co_handlers, ["东洲街道办事处"]);
    bench.keys("<Esc>");
    at(&mut bench, "主送");
    bench.keys("<Alt+L><↓><Enter>");
    assert_eq!(bench.draft().letter.addressees, ["陆秋白"]);
}

#[test]
fn another_profile_is_chosen_and_followed_at_once() {
    use crate::check::Profile;
    let mut bench = Bench::with(finished());
    let named = |name: &str| Profile { name: name.into(), ..Profile::default() };
    let strict = Profile {
        category: crate::check::profile::Categories { required: true, ..Profile::default().category },
        ..named("某市")
    };
    bench.state.set_profiles(vec![named("default"), strict]);
    at(&mut bench, "规则");
    bench.keys("<→>");
    assert_eq!(bench.draft().profile, "某市");
    assert!(bench.state.profile().category.required);
    bench.keys("<Ctrl+Z>");
    assert!(!bench.state.profile().category.required);
}

#[test]
fn what_is_undone_is_told_and_gone_to() {
    let mut bench = Bench::with(with_body("甲"));
    bench.keys("<F2>");
    go_to(&mut bench, Element::Cc);
    bench.keys("市政府办公室");
    go_to(&mut bench, Element::Issuer);
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.draft().letter.cc, [""; 0]);
    assert_eq!(bench.notice(), "已撤销：抄送");
    assert_eq!(form(&bench).element(), Element::Cc);
}

#[test]
fn a_choice_is_found_by_what_is_typed() {
    let mut bench = Bench::with(with_body("甲"));
    bench.keys("<F2>");
    go_to(&mut bench, Element::Kind);
    bench.keys("提");
    assert_eq!(bench.draft().kind, crate::letter::Kind::Proposal);
    bench.keys("j");
    assert_eq!(bench.draft().kind, crate::letter::Kind::Suggestion, "by initials");
    bench.keys("市");
    assert!(bench.notice().contains("只能选"), "{}", bench.notice());
}

#[test]
fn a_title_that_cannot_be_composed_says_what_is_wanting() {
    let mut draft = with_body("甲");
    draft.letter.issuer = "临江市水务局".into();
    let mut bench = Bench::with(draft);
    bench.keys("<F2>");
    go_to(&mut bench, Element::Title);
    bench.keys("<Alt+C>");
    assert_eq!(bench.notice(), "先填届次、编号，再组成标题");
}
