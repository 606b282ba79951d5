use std::path::PathBuf;

use super::{Bench, faulty, letters, with_body};
use crate::app::element::Element;
use crate::app::intake::errand::{Arrival, Errand, MakeProblem};
use crate::app::intake::paths::{Entry, Listing};
use crate::app::intake::rows::{Row, Standing};
use crate::app::intake::{Imports, Origin, Reading};
use crate::app::overlay::Overlay;
use crate::app::{Click, Effect, Message};
use crate::import;
use crate::letter::Field;

/// A letter whose number and title stand where nobody looks for them, and whose second paragraph a page cut in two.
pub(crate) const ODD: &str = "临江市水务局
函字第18号（2026年）

王禾代表：
您提出的《关于治理清溪河的建议》（第2026057号）收悉，现答复如下：
一、已开展的工作。今年以来，我局对清溪河沿岸的排污口逐一排查
— 1 —
整治，已完成四十二处。
二、下一步打算。继续推进。
专此答复。
临江市水务局
2026年6月12日
（联系人：周舟，电话：0700-88000000）
公开方式：主动公开
内部编码甲乙丙
抄送：市人大常委会选联工委、市政府办公室。
";

/// A letter as the outside would read it.
pub(crate) fn reading(text: &str, origin: Origin) -> Reading {
    let read = import::import(text).unwrap();
    Reading {
        origin, format: "纯文本（UTF-8）".into(), text: text.to_owned(), draft: read.draft, report: read.report
    }
}

impl Bench {
    /// A letter that is taken in from a file.
    pub fn taking_in(text: &str) -> Self {
        let mut bench = Self::new((120, 40));
        bench.take_in(text);
        bench
    }

    pub fn take_in(&mut self, text: &str) {
        let origin = Origin::File("旧稿/来函.txt".into());
        self.state.imports = Imports::default();
        self.state.overlays.clear();
        self.keys("<Ctrl+U>");
        if let Some(Overlay::Paths(paths)) = self.state.overlays.last_mut() {
            paths.busy = true;
        }
        self.asked();
        self.tell(Message::Intake(Arrival::Read(Box::new(Ok(reading(text, origin))))));
    }

    /// Types keys, and has what they ask of the source read as the outside would.
    pub fn intake_keys(&mut self, script: &str) {
        for key in super::keys(script) {
            self.tell_outside(Message::Key(key));
        }
    }

    /// Tells a message, and has what it asks of the source read as the outside would.
    pub fn tell_outside(&mut self, message: Message) {
        self.tell(message);
        self.read_as();
    }

    fn read_as(&mut self) {
        for effect in std::mem::take(&mut self.effects) {
            match effect {
                Effect::Intake(Errand::ReadAs { element, at, text }) => {
                    let read = Box::new(import::read_as(&text, element.field()));
                    self.tell(Message::Intake(Arrival::ReadAs { element, at, read }));
                }
                other => self.effects.push(other),
            }
        }
    }

    fn intake_text(&self, field: Field) -> String {
        self.state.intake().unwrap().draft().text(field).into_owned()
    }

    fn chosen(&self) -> Option<Element> {
        self.state.intake().and_then(|intake| intake.element())
    }

    /// Chooses the row of an element.
    fn choose(&mut self, element: Element) {
        let row = self.state.intake().unwrap().rows().iter().position(|row| *row == Row::Element(element)).unwrap();
        self.state.imports.open.as_mut().unwrap().choose(row);
    }

    /// Puts the cursor of the source where `words` begin.
    fn point(&mut self, words: &str) {
        let intake = self.state.imports.open.as_mut().unwrap();
        let at = intake.sorting().source().find(words).unwrap();
        intake.source.place(at);
    }

    fn is_whole(&self) -> bool {
        self.state.intake().unwrap().sorting().faults().is_empty()
    }
}

#[test]
fn what_is_not_sure_is_gone_to_one_after_the_other_and_then_the_draft_is_made() {
    let mut bench = Bench::taking_in(ODD);
    let intake = bench.state.intake().unwrap();
    assert_eq!(intake.standing(Element::Number), Standing::Missing);
    assert_eq!(intake.standing(Element::Addressees), Standing::Sure);
    assert_eq!(bench.chosen(), Some(Element::Number));
    bench.keys("临水函〔2026〕18号<Enter>");
    assert_eq!(bench.intake_text(Field::Number), "临水函〔2026〕18号");
    assert_eq!(bench.chosen(), Some(Element::Title));
    for _ in 0..9 {
        if bench.state.intake().unwrap().open_count() > 0 {
            bench.keys("<Enter>");
        }
    }
    assert_eq!(bench.notice(), "都核对过了，再按 Enter 成稿");
    assert_eq!(bench.asked(), []);
    bench.keys("<Enter>");
    let asked = bench.asked();
    let [Effect::Intake(Errand::Make { draft, name, beside: false })] = asked.as_slice() else {
        panic!("{asked:?}");
    };
    assert_eq!((name.as_str(), draft.letter.number.as_str()), ("2026057", "临水函〔2026〕18号"));
}

#[test]
fn enter_after_a_choice_only_confirms_it() {
    let mut bench = Bench::taking_in(&ODD.replace("公开方式：主动公开\n", ""));
    while bench.chosen() != Some(Element::Disclosure) {
        bench.keys("<Enter>");
    }
    bench.keys("<→>");
    while bench.state.intake().unwrap().open_count() > 0 {
        bench.keys("<Enter>");
    }
    bench.choose(Element::Disclosure);
    bench.keys("<→><Enter>");
    assert_eq!((bench.asked(), bench.notice()), (vec![], "都核对过了，再按 Enter 成稿"));
}

#[test]
fn a_line_of_the_source_becomes_the_element_that_is_chosen() {
    let mut bench = Bench::taking_in(ODD);
    bench.choose(Element::Number);
    bench.point("函字第18号");
    bench.intake_keys("<F3>");
    assert_eq!(bench.intake_text(Field::Number), "函字第18号（2026年）");
    assert!(bench.is_whole());
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.intake_text(Field::Number), "");
    bench.keys("<Ctrl+Y>");
    assert_eq!(bench.intake_text(Field::Number), "函字第18号（2026年）");
}

#[test]
fn what_is_answered_is_quoted_and_not_moved() {
    let mut bench = Bench::taking_in(ODD);
    bench.choose(Element::MatterTitle);
    bench.point("清溪河");
    bench.keys("<F6><Shift+→><Shift+→><Shift+→>");
    bench.intake_keys("<F2>tm<Enter>");
    assert_eq!(bench.intake_text(Field::MatterTitle), "清溪河");
    assert!(bench.intake_text(Field::Body).contains("《关于治理清溪河的建议》"));
    assert!(bench.state.intake().unwrap().words(Element::MatterTitle).contains("由第5行取用"));
    assert!(bench.is_whole());
}

#[test]
fn words_that_are_selected_go_where_one_says() {
    let mut bench = Bench::taking_in(ODD);
    bench.keys("<F6>");
    bench.point("王禾");
    bench.intake_keys("<Shift+→><Shift+→><Enter>签发人<Enter>");
    assert_eq!(bench.intake_text(Field::Signer), "王禾");
    assert_eq!(bench.intake_text(Field::Addressees(0)), "", "one stretch has one place");
    assert!(bench.is_whole());
    bench.point("内部编码");
    bench.intake_keys("<F5>");
    assert!(bench.intake_text(Field::Body).ends_with("专此答复。\n内部编码甲乙丙"));
    assert!(bench.is_whole());
    bench.intake_keys("<F2>bsr<Enter>");
    assert!(bench.intake_text(Field::Body).ends_with("专此答复。"));
}

#[test]
fn a_wrong_element_goes_out_and_a_line_into_another() {
    let mut bench = Bench::taking_in(ODD);
    bench.choose(Element::Cc);
    bench.intake_keys("<F4>");
    assert_eq!(bench.intake_text(Field::Cc(0)), "");
    assert!(bench.is_whole());
    let left = |bench: &Bench| {
        bench.state.intake().unwrap().rows().iter().filter(|row| matches!(row, Row::LeftOut { .. })).count()
    };
    assert!(left(&bench) >= 2);
    bench.intake_keys("<Ctrl+Z>");
    assert_eq!(bench.intake_text(Field::Cc(1)), "市政府办公室");
    bench.choose(Element::Contacts);
    bench.intake_keys("<F5>");
    assert!(bench.intake_text(Field::Body).contains("周舟"));
    assert_eq!(bench.intake_text(Field::ContactName(0)), "");
    assert!(bench.is_whole());
}

#[test]
fn a_paragraph_that_was_joined_is_parted_and_joined_again() {
    let mut bench = Bench::taking_in(ODD);
    let paragraphs = |bench: &Bench| bench.intake_text(Field::Body).lines().count();
    assert!(bench.intake_text(Field::Body).contains("逐一排查整治"));
    let before = paragraphs(&bench);
    bench.keys("<F6>");
    bench.point("整治，");
    bench.intake_keys("<F8>");
    assert_eq!(paragraphs(&bench), before + 1);
    bench.intake_keys("<F8>");
    assert_eq!(paragraphs(&bench), before);
    // Whatever lines one likes can be joined.
    bench.point("专此答复");
    bench.intake_keys("<F8>");
    assert!(bench.intake_text(Field::Body).ends_with("继续推进。专此答复。"));
    assert!(bench.is_whole());
}

#[test]
fn the_sides_follow_each_other() {
    let mut bench = Bench::taking_in(ODD);
    bench.keys("<F6>");
    bench.point("公开方式");
    bench.keys("<↓><↑>");
    assert_eq!(bench.chosen(), Some(Element::Disclosure));
    bench.choose(Element::Date);
    bench.keys("<F6><↓><↑>");
    let intake = bench.state.intake().unwrap();
    assert_eq!(intake.line_number(intake.source.cursor()), 12);
}

#[test]
fn what_an_element_does_not_take_is_refused_where_it_is_typed() {
    let mut bench = Bench::taking_in(ODD);
    bench.choose(Element::AddresseeTotal);
    bench.keys("十二<↓>");
    assert!(bench.notice().contains("不是正整数"), "{}", bench.notice());
    assert_eq!(bench.chosen(), Some(Element::AddresseeTotal));
    bench.keys("<Esc>");
    assert!(bench.state.intake().unwrap().refusal.is_none());
    bench.keys("12<↓>");
    assert_eq!(bench.intake_text(Field::AddresseeTotal), "12");
}

#[test]
fn leaving_asks_only_where_something_was_put_right() {
    let mut bench = Bench::taking_in(ODD);
    bench.keys("<Esc>");
    assert!(bench.state.intake().is_none());
    bench.take_in(ODD);
    bench.keys("甲<Esc>");
    assert!(matches!(bench.state.overlay(), Some(Overlay::Question(_))));
    bench.keys("<Enter>");
    assert!(bench.state.intake().is_some());
    bench.keys("<Ctrl+Q><→><Enter>");
    assert_eq!(bench.asked(), [Effect::Quit]);
}

#[test]
fn a_name_that_is_taken_is_asked_about_and_never_written_over() {
    let mut bench = Bench::taking_in(ODD);
    bench.keys("<Ctrl+S>");
    bench.asked();
    let (taken, free) = ("drafts/2026057.toml".into(), "drafts/2026057-2.toml".into());
    bench.tell(Message::Intake(Arrival::Made(Err(MakeProblem::Exists { taken, free }))));
    bench.keys("<Enter>");
    assert!(matches!(bench.asked()[..], [Effect::Intake(Errand::Make { beside: true, .. })]));
    bench.tell(Message::Intake(Arrival::Made(Ok("drafts/2026057-2.toml".into()))));
    assert_eq!(bench.asked(), [Effect::Open("drafts/2026057-2.toml".into())]);
    bench.open(faulty());
    bench.keys("<F9>drbg<Enter>");
    let Some(Overlay::Page(page)) = bench.state.overlay() else {
        panic!("the report is shown");
    };
    let lines = page.lines.join("\n");
    assert!(lines.contains("第7行“— 1 —”：页码") && lines.contains("内部编码甲乙丙"), "{lines}");
}

#[test]
fn a_draft_that_was_made_opens_at_its_first_finding() {
    let mut bench = Bench::taking_in(ODD);
    bench.keys("<Ctrl+S>");
    bench.tell(Message::Intake(Arrival::Made(Ok("drafts/稿.toml".into()))));
    bench.open(faulty());
    let sheet = bench.state.sheet().unwrap();
    assert!(sheet.walking, "a finding is gone to");
    assert!(bench.state.overlay().is_none());
}

#[test]
fn the_path_is_typed_completed_dropped_and_asked_for_once() {
    let mut bench = Bench::new((120, 40));
    bench.keys("<Ctrl+U>旧");
    assert_eq!(bench.asked().last(), Some(&Effect::Intake(Errand::List("旧".into()))));
    let listing = |typed: &str, name: &str, is_folder| Listing {
        typed: typed.into(),
        entries: vec![Entry { name: name.into(), is_folder }],
        ..Listing::default()
    };
    bench.tell(Message::Intake(Arrival::Paths(listing("旧", "旧稿", true))));
    bench.keys("<Enter>");
    assert_eq!(bench.asked(), [Effect::Intake(Errand::List("旧稿/".into()))]);
    bench.tell(Message::Intake(Arrival::Paths(listing("旧稿/", "去年的函.txt", false))));
    bench.keys("<Tab><Enter><Enter>");
    assert_eq!(
        bench.asked(),
        [
            Effect::Intake(Errand::List("旧稿/去年的函.txt".into())),
            Effect::Intake(Errand::Read("旧稿/去年的函.txt".into()))
        ]
    );
    bench.tell(Message::Intake(Arrival::Read(Box::new(Err("旧稿/去年的函.txt：文件太大".into())))));
    assert_eq!(bench.notice(), "旧稿/去年的函.txt：文件太大");
    bench.keys("<Ctrl+A>");
    bench.tell(Message::Paste("'/家/去年 的函.docx' ".into()));
    assert_eq!(bench.asked(), [Effect::Intake(Errand::List("/家/去年 的函.docx".into()))]);
    bench.keys("<Enter>");
    let origin = Origin::File("/家/去年 的函.docx".into());
    bench.tell(Message::Intake(Arrival::Read(Box::new(Ok(reading(ODD, origin.clone()))))));
    assert!(bench.state.intake().is_some());
    bench.keys("<Esc><Ctrl+U>甲.txt<Enter><Esc>");
    bench.tell(Message::Intake(Arrival::Read(Box::new(Ok(reading(ODD, origin))))));
    assert!(bench.state.intake().is_none(), "who closed the question does not want the answer");
    bench.keys("<Ctrl+U>");
    assert_eq!(
        bench.asked().last(),
        Some(&Effect::Intake(Errand::List("/家/".into()))),
        "the last folder is remembered"
    );
}

#[test]
fn a_folder_is_gone_through() {
    let mut bench = Bench::new((120, 40));
    let files: Vec<PathBuf> = ["一.txt", "二.txt", "三.txt"].map(PathBuf::from).into();
    bench.tell(Message::Intake(Arrival::Folder { folder: "旧稿".into(), files: files.clone() }));
    assert_eq!(bench.asked(), [Effect::Intake(Errand::ReadAll(files))]);
    let certain = letters().into_iter().find(|(name, _)| name.starts_with("01-")).unwrap().1;
    let told = |index, read| Message::Intake(Arrival::BatchRead { index, read: Box::new(read) });
    let origin = |name: &str| Origin::File(name.into());
    bench.tell(told(0, Ok(reading(&certain, origin("一.txt")))));
    bench.tell(told(1, Ok(reading(ODD, origin("二.txt")))));
    bench.tell(told(2, Err("三.txt：不像一封答复函".into())));
    let summary = bench.state.imports().batch.as_ref().unwrap().summary();
    assert_eq!((summary.certain, summary.doubtful, summary.failed), (1, 1, 1));
    bench.keys("<Ctrl+S>");
    let asked = bench.asked();
    assert!(matches!(&asked[..], [Effect::Intake(Errand::MakeAll(drafts))] if drafts.len() == 1), "{asked:?}");
    bench.tell(Message::Intake(Arrival::AllMade(vec![(0, Ok("drafts/1.toml".into()))])));
    assert!(bench.notice().contains("还有 1 份须核对"), "{}", bench.notice());
    bench.keys("<Ctrl+S>");
    assert!(matches!(bench.state.overlay(), Some(Overlay::Question(_))), "what is doubtful is asked about");
    bench.keys("<Enter><Enter>");
    assert!(bench.state.intake().is_some());
    bench.keys("<Ctrl+S>");
    bench.tell(Message::Intake(Arrival::Made(Ok("drafts/2.toml".into()))));
    assert!(bench.state.intake().is_none() && bench.state.imports().shown_batch().is_some());
    bench.keys("<Ctrl+S>");
    assert_eq!(bench.notice(), "没有可以成稿的了");
    assert_eq!(bench.state.imports().records.len(), 2);
    bench.keys("<Esc>");
    assert!(bench.state.imports().batch.is_none());
}

#[test]
fn a_whole_letter_pasted_into_an_empty_draft_fills_it_as_one_step() {
    let mut draft = with_body("您提出的《关于治理清溪河的建议》（第2026057号）收悉，现答复如下：\n\n");
    draft.letter.cc = vec!["市政府督查室".into()];
    draft.letter.signer = "高远".into();
    draft.matter.number = "2026099".into();
    let mut bench = Bench::with(draft.clone());
    bench.tell(Message::Paste(ODD.into()));
    bench.keys("<Enter>");
    assert_eq!(bench.asked(), [Effect::Intake(Errand::ReadText(ODD.into()))]);
    bench.tell(Message::Intake(Arrival::Read(Box::new(Ok(reading(ODD, Origin::Pasted))))));
    assert_eq!(bench.intake_text(Field::Signer), "高远", "what the paste says nothing of stays");
    let words = bench.state.intake().unwrap().words(Element::MatterNumber);
    assert!(words.contains("与稿件原有的“2026099”不一致"), "{words}");
    bench.keys("<Ctrl+S>");
    assert!(bench.state.intake().is_none());
    assert_eq!(bench.draft().letter.cc, ["市人大常委会选联工委", "市政府办公室"]);
    assert_eq!(bench.draft().letter.signer, "高远");
    assert!(bench.draft().letter.body.contains("一、已开展的工作"));
    bench.keys("<Ctrl+Z>");
    assert_eq!(bench.draft(), &draft);
    bench.keys("<Ctrl+Y>");
    assert!(bench.draft().letter.body.contains("一、已开展的工作"));
}

#[test]
fn a_whole_letter_can_be_pasted_as_it_is() {
    let mut bench = Bench::with(with_body(""));
    bench.tell(Message::Paste(ODD.into()));
    bench.keys("<→><Enter>");
    assert_eq!(bench.asked(), []);
    assert_eq!(bench.draft().letter.body, ODD);
}

#[test]
fn a_paste_that_cannot_be_read_is_not_lost() {
    let mut bench = Bench::with(with_body(""));
    bench.tell(Message::Paste(ODD.into()));
    bench.keys("<Enter>");
    bench.tell(Message::Intake(Arrival::Read(Box::new(Err("没有逐项识别：不像一封答复函".into())))));
    assert_eq!(bench.draft().letter.body, ODD);
    assert!(bench.notice().contains("已粘贴为正文"));
}

#[test]
fn an_ordinary_paste_asks_nothing() {
    let mut bench = Bench::with(faulty());
    bench.tell(Message::Paste(ODD.into()));
    assert!(bench.state.overlay().is_none(), "the draft has a text of its own");
    let mut bench = Bench::with(with_body(""));
    bench.tell(Message::Paste("一、已开展的工作\n已完成。\n二、下一步\n继续。".into()));
    assert!(bench.state.overlay().is_none());
}

#[test]
fn the_mouse_chooses_rows_and_words() {
    let mut bench = Bench::taking_in(ODD);
    let press = |column, row| Message::Mouse { click: Click::Press { extend: false }, column, row };
    // The title row stands above, the heading 函件 is the first row.
    bench.tell(press(70, 4));
    assert_eq!(bench.chosen(), Some(Element::Category));
    bench.tell(press(11, 4));
    assert_eq!(bench.chosen(), Some(Element::Addressees), "line 4 of the source");
    bench.tell(Message::Mouse { click: Click::Drag, column: 15, row: 5 });
    assert!(bench.state.intake().unwrap().source.selection().is_some());
    bench.tell(Message::Mouse { click: Click::WheelDown, column: 70, row: 10 });
    assert_ne!(bench.chosen(), Some(Element::Addressees));
}
