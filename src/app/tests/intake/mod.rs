//! Taking letters in, driven by keys.

mod making;
mod pasted;
mod sorting;

use crate::app::element::Element;
use crate::app::intake::errand::{Arrival, Errand};
use crate::app::intake::rows::Row;
use crate::app::intake::{Imports, Origin, Reading};
use crate::app::overlay::Overlay;
use crate::app::tests::Bench;
use crate::app::{Effect, Message};
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
