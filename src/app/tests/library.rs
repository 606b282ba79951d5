use super::Bench;
use crate::app::{Effect, Message};

#[test]
fn the_filter_takes_characters_pinyin_and_initials() {
    for filter in ["河道", "hedao", "hd", "ＨＤ"] {
        let mut bench = Bench::new((120, 40));
        bench.list(&["关于学校的函", "关于河道的函", "关于公交的函"]);
        bench.keys(filter);
        let shown: Vec<&str> = bench.state.library().shown().map(|entry| entry.title.as_str()).collect();
        assert_eq!(shown, ["关于河道的函"], "{filter}");
        bench.keys("<Enter>");
        assert_eq!(bench.asked(), [Effect::Open("drafts/1.toml".into())]);
    }
}

#[test]
fn the_filter_knows_what_one_is_asked_for() {
    use crate::app::element::Element;
    use crate::app::library::Entry;
    let entry = |name: &str, addressees: &str, number: &str, days| Entry {
        path: format!("drafts/{name}.toml").into(),
        values: vec![(Element::Addressees, addressees.into()), (Element::Number, number.into())],
        days_left: Some(days),
        stage: "核稿".into(),
        ..Entry::default()
    };
    for filter in ["张䶮", "wangjg", "〔2026〕45号", "逾3", "hg 逾"] {
        let mut bench = Bench::new((120, 40));
        bench.tell(Message::Listed(vec![
            entry("甲", "李秀英", "临水函〔2026〕44号", 12),
            entry("乙", "王建国、张䶮", "临水函〔2026〕45号", -3),
        ]));
        bench.keys(filter);
        let shown: Vec<String> = bench.state.library().shown().map(Entry::name).collect();
        assert_eq!(shown, ["乙"], "{filter}");
    }
}

#[test]
fn the_library_opens_at_the_draft_one_is_in_and_the_draft_where_it_was_left() {
    let mut bench = Bench::new((120, 40));
    bench.list(&["甲", "乙", "丙"]);
    bench.open_at("drafts/2.toml", super::finished());
    bench.keys("<Ctrl+Home><↓><↓><→>");
    let at = bench.state.sheet().unwrap().document.editor().cursor();
    bench.keys("<F10>");
    bench.list(&["甲", "乙", "丙"]);
    assert_eq!(bench.state.library().chosen().unwrap().title, "丙");
    bench.keys("<↑>");
    bench.open_at("drafts/1.toml", super::finished());
    assert_ne!(bench.state.sheet().unwrap().document.editor().cursor(), at);
    bench.keys("<F10>");
    bench.open_at("drafts/2.toml", super::finished());
    assert_eq!(bench.state.sheet().unwrap().document.editor().cursor(), at);
}

#[test]
fn a_new_draft_is_begun_from_anywhere() {
    let mut bench = Bench::new((120, 40));
    bench.list(&["甲"]);
    bench.keys("<Ctrl+N><Enter><Enter><Enter>");
    assert_eq!(bench.asked(), [], "nothing is known of it: {}", bench.notice());
    bench.keys("<↑><↑>2026099<Enter>关于路灯的建议<Enter>市十七届人大一次会议<Enter>");
    let beginning = crate::app::prompt::Beginning {
        kind: crate::letter::Kind::Suggestion,
        session: "市十七届人大一次会议".into(),
        number: "2026099".into(),
        title: "关于路灯的建议".into(),
    };
    assert_eq!(bench.asked(), [Effect::Create(beginning)]);
}

#[test]
fn the_session_that_stands_ready_gives_way_to_what_is_typed() {
    let mut draft = super::finished();
    draft.matter.session = "市十七届人大一次会议".into();
    for (typed, session) in [("市十七届人大二次会议", "市十七届人大二次会议"), ("", "市十七届人大一次会议")]
    {
        let mut bench = Bench::with(draft.clone());
        bench.keys(&format!("<Ctrl+N>7<Enter><Enter>{typed}<Enter>"));
        let Some(Effect::Create(beginning)) = bench.asked().pop() else { panic!("it is begun") };
        assert_eq!(beginning.session, session);
    }
}

#[test]
fn a_new_draft_asks_about_changes_of_the_open_one() {
    let mut bench = Bench::with(super::finished());
    bench.keys("改<Alt+Shift+N>2026099<↓><↓><Enter>");
    assert_eq!(bench.asked(), []);
    bench.keys("<→><Enter>");
    assert!(matches!(&bench.asked()[..], [Effect::Forget, Effect::Create(_)]));
}

#[test]
fn escape_clears_the_filter() {
    let mut bench = Bench::new((120, 40));
    bench.list(&["甲", "乙"]);
    bench.keys("甲<Esc><↓><Enter>");
    assert_eq!(bench.asked(), [Effect::Open("drafts/1.toml".into())]);
}

#[test]
fn going_to_another_draft_asks_about_changes() {
    let mut bench = Bench::with(super::finished());
    bench.keys("改<F10>");
    bench.list(&["甲"]);
    bench.asked();
    bench.keys("<Enter>");
    assert_eq!(bench.asked(), []);
    bench.keys("<Enter>");
    assert_eq!(bench.asked(), [Effect::Save { overwrite: false }]);
    bench.tell(Message::Saved(Ok(())));
    assert_eq!(bench.asked(), [Effect::Open("drafts/0.toml".into())]);
}

#[test]
fn whoever_begins_a_letter_needs_no_workspace_first() {
    let mut bench = Bench::new((120, 40));
    bench.list(&[]);
    bench.keys("<Ctrl+N>");
    assert!(matches!(bench.state.overlay(), Some(crate::app::overlay::Overlay::Prompt(_))));
}

#[test]
fn what_comes_into_the_folder_is_listed_while_one_looks() {
    let mut bench = Bench::new((120, 40));
    bench.list(&["甲"]);
    bench.tell(Message::FolderStirred);
    assert_eq!(bench.asked(), [Effect::List]);
    let counted = |findings| crate::app::library::Entry {
        path: "drafts/0.toml".into(),
        title: "甲".into(),
        findings,
        ..Default::default()
    };
    bench.tell(Message::Listed(vec![counted(Some((2, 1)))]));
    bench.tell(Message::Listed(vec![counted(None)]));
    let known: Vec<_> = bench.state.library().shown().map(|entry| entry.findings).collect();
    assert_eq!(known, [Some((2, 1))], "what was counted stays until it is counted anew");
    bench.open(super::finished());
    bench.asked();
    bench.tell(Message::FolderStirred);
    assert_eq!(bench.asked(), [], "a letter is open");
}

#[test]
fn an_office_without_drafts_is_not_offered_samples() {
    let mut bench = Bench::new((80, 24));
    bench.state.set_offers_samples(false);
    bench.list(&[]);
    assert!(bench.state.overlay().is_none());
    bench.keys("<Ctrl+N>");
    assert!(bench.state.overlay().is_some(), "a new draft can be begun at once");
}

#[test]
fn the_palette_puts_what_is_meant_first() {
    for (typed, name) in [("cx", "撤销"), ("fz", "复制"), ("th", "替换"), ("bc", "保存")] {
        let mut bench = Bench::with(super::finished());
        bench.keys("<F9>");
        bench.keys(typed);
        let Some(crate::app::overlay::Overlay::Palette(palette)) = bench.state.overlay() else { panic!("it is open") };
        assert_eq!(palette.chosen().map(|offer| offer.name()), Some(name), "{typed}");
    }
}

#[test]
fn an_empty_folder_is_asked_about_once() {
    for (keys, samples) in [("<Enter>", Some(false)), ("<→><Enter>", Some(true)), ("<→><→><Enter>", None)] {
        let mut bench = Bench::new((120, 40));
        bench.list(&[]);
        assert!(matches!(bench.state.overlay(), Some(crate::app::overlay::Overlay::Question(_))));
        bench.keys(keys);
        let expected = samples.map(|samples| Effect::Initialise { samples });
        assert_eq!(bench.asked(), expected.into_iter().collect::<Vec<_>>());
        assert_eq!(bench.notice().contains("已建立工作区"), samples.is_some(), "{}", bench.notice());
        // The workspace without samples is as empty as the folder was.
        bench.list(&[]);
        assert!(bench.state.overlay().is_none(), "{keys}");
    }
    let mut bench = Bench::new((120, 40));
    bench.list(&[]);
    bench.keys("<Ctrl+Q>");
    assert_eq!(bench.asked(), [Effect::Quit]);
}
