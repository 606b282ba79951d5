//! Where everything is on the screen. Drawing and the mouse both go by this.

use super::intake::screen::Side;
use super::overlay::Overlay;
use super::review::Dialog;
use super::review::areas::WalkAreas;
use super::state::{Pane, State};

/// A rectangle of the screen, in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The leftmost column.
    pub x: u16,
    /// The top row.
    pub y: u16,
    /// How many columns.
    pub width: u16,
    /// How many rows.
    pub height: u16,
}

impl Area {
    /// Whether the cell in `column` and `row` lies in it.
    pub fn contains(self, column: u16, row: u16) -> bool {
        (self.x..self.x.saturating_add(self.width)).contains(&column)
            && (self.y..self.y.saturating_add(self.height)).contains(&row)
    }

    /// It without `left` and `right` columns and `top` and `bottom` rows.
    pub fn inner(self, left: u16, right: u16, top: u16, bottom: u16) -> Self {
        Self {
            x: self.x + left.min(self.width),
            y: self.y + top.min(self.height),
            width: self.width.saturating_sub(left + right),
            height: self.height.saturating_sub(top + bottom),
        }
    }

    /// An area of at most `width` × `height` cells in its middle.
    pub fn middle(self, width: u16, height: u16) -> Self {
        let (width, height) = (width.min(self.width), height.min(self.height));
        Self { x: self.x + (self.width - width) / 2, y: self.y + (self.height - height) / 2, width, height }
    }
}

/// The areas of a letter that is taken in. On a narrow screen only the side with the keys is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IntakeAreas {
    /// The source, its heading row included.
    pub source: Option<Area>,
    /// The text of the source, right of its margin.
    pub text: Area,
    /// The fields, their heading row included.
    pub fields: Option<Area>,
    /// The rows of the fields.
    pub rows: Area,
    /// What is said of the chosen row, the line above it included.
    pub detail: Area,
}

/// The columns of the margin of a source: the number of a line, where it went, a blank.
pub const MARGIN: u16 = 11;

/// The fewest rows that the picker can do with beside the text.
const LEAST_PICKER: u16 = 18;

/// The rows of what is said of the chosen row, the line above included: on a low screen, and where there is room.
const SAID: [u16; 2] = [4, 6];

impl IntakeAreas {
    fn of(main: Area, side: Side) -> Self {
        let wide = main.width >= WIDE;
        let left = if wide { main.width / 2 } else { main.width };
        let source = Area { width: left, ..main };
        let fields = if wide { main.inner(left + 1, 0, 0, 0) } else { main };
        let said = SAID[usize::from(main.height >= 30)];
        Self {
            source: (wide || side == Side::Source).then_some(source),
            text: source.inner(MARGIN, 0, 1, 0),
            fields: (wide || side == Side::Fields).then_some(fields),
            rows: fields.inner(0, 0, 1, said),
            detail: Area { y: fields.y + fields.height.saturating_sub(said), height: said, ..fields },
        }
    }
}

/// The smallest screen that everything fits on.
pub const SMALLEST: (u16, u16) = (80, 24);

/// The columns before the text of an element in the form: sign and label.
pub const FORM_LABEL: u16 = 15;

/// The columns of text on a page to read, less what may stay empty at the end of its lines.
const PAGE_TEXT: usize = 66;

/// The rows under the menu of the review that tell in full why something may not be done, the line above them included.
const NOTE: u16 = 3;

/// The rows of what the chosen finding says, the line above it included.
const DETAIL: u16 = 5;

/// The most cells of a row of the text.
const LONGEST_ROW: u16 = 84;

/// From this width on all three panes are shown.
const WIDE: u16 = 108;

/// The areas of one screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Whether the screen is too small for anything but a line that says so.
    pub too_small: bool,
    /// Everything above the status line.
    pub main: Area,
    /// The outline, its heading row included.
    pub outline: Option<Area>,
    /// The body, its heading row included.
    pub body: Area,
    /// The text of the body.
    pub text: Area,
    /// The checklist, its heading row included.
    pub checklist: Option<Area>,
    /// The rows of the checklist.
    pub checks: Area,
    /// Under them, what the chosen finding says in full.
    pub detail: Option<Area>,
    /// The walk, while it is on.
    pub walk: Option<WalkAreas>,
    /// The search line.
    pub find: Option<Area>,
    /// The bar of the tutorial.
    pub tutor: Option<Area>,
    /// The status line.
    pub status: Area,
    /// The key bar.
    pub bar: Area,
    /// Where a letter that is taken in is shown.
    pub intake: Option<IntakeAreas>,
    /// What is open over it all, its border included.
    pub overlay: Option<Area>,
    /// The rows of the list in what is open, or of the library.
    pub rows: Area,
}

impl Layout {
    /// The layout of `state`'s screen.
    pub fn of(state: &State) -> Self {
        let (width, height) = state.size();
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return Self { too_small: true, main: Area { x: 0, y: 0, width, height }, ..Self::default() };
        }
        let practice = if state.tutor().is_some() { super::tutor::ROWS } else { 0 };
        let main = Area { x: 0, y: 0, width, height: height - 2 - practice };
        let status = Area { x: 0, y: height - 2, width, height: 1 };
        let bar = Area { x: 0, y: height - 1, width, height: 1 };
        let tutor = (practice > 0).then_some(Area { y: main.height, height: practice, ..main });
        let mut layout = Self { main, tutor, status, bar, body: main, ..Self::default() };
        layout.place_panes(state);
        layout.intake = state.intake().map(|intake| IntakeAreas::of(main, intake.side));
        layout.place_overlay(state);
        layout
    }

    fn place_panes(&mut self, state: &State) {
        if let Some(sheet) = state.sheet().filter(|_| state.review().walk().is_some()) {
            let (areas, body) = WalkAreas::of(self.main, sheet.focus);
            (self.walk, self.body) = (Some(areas), body);
        }
        let (outline, checklist) = if self.walk.is_some() { (false, false) } else { shown(state, self.main.width) };
        if outline {
            let width = if self.main.width >= WIDE { (self.main.width / 5).clamp(22, 36) } else { 28 };
            self.outline = Some(Area { width, ..self.main });
            self.body = self.body.inner(width + 1, 0, 0, 0);
        }
        if checklist {
            let width = if self.main.width >= WIDE { (self.main.width * 2 / 7).clamp(30, 54) } else { 30 };
            self.checklist = Some(Area { x: self.main.width - width, width, ..self.main });
            self.body = self.body.inner(0, width + 1, 0, 0);
        }
        if let Some(area) = self.checklist {
            self.checks = area.inner(0, 0, 2, 0);
            let chosen = state.sheet().is_some_and(|sheet| {
                // Whoever writes on elsewhere has left it.
                let gone_to = sheet.walking && sheet.gone_at == sheet.document.editor().cursor();
                let shown = gone_to || sheet.focus == Pane::Checklist;
                shown && sheet.assessment.finding_of(sheet.checklist.selected).is_some()
            });
            if chosen && area.height >= 4 * DETAIL {
                self.checks = area.inner(0, 0, 2, DETAIL);
                self.detail = Some(Area { y: self.checks.y + self.checks.height, height: DETAIL, ..area });
            }
        }
        let pane = self.body.inner(1, 0, 1, 0);
        // Longer rows are hard to find the next of.
        self.text = Area { y: pane.y, height: pane.height, ..pane.middle(LONGEST_ROW + 1, pane.height) };
        if let Some(Overlay::Find(find)) = state.overlay() {
            let height = if find.replacement.is_some() { 3 } else { 2 };
            self.text = self.text.inner(0, 0, 0, height);
            self.find = Some(Area { y: self.text.y + self.text.height, height, ..pane });
        }
        self.rows = self.main.inner(0, 0, 3, 0);
    }

    fn place_overlay(&mut self, state: &State) {
        let area = match state.overlay() {
            None | Some(Overlay::Find(_)) => return,
            Some(Overlay::Form(_)) => self.main.middle(96, 36),
            Some(Overlay::Phrases(_)) => self.beside_the_text(state),
            Some(Overlay::Palette(_) | Overlay::Assign(_)) => {
                Area { y: 1, ..self.main.middle(64, self.main.height.saturating_sub(3).min(20)) }
            }
            Some(Overlay::Paths(_)) => {
                Area { y: 1, ..self.main.middle(84, self.main.height.saturating_sub(3).min(22)) }
            }
            Some(Overlay::Help(_)) => self.main.middle(72, self.main.height.saturating_sub(2)),
            Some(Overlay::Page(page)) => {
                let rows = |line: &String| state.measure().text(line).div_ceil(PAGE_TEXT).max(1);
                let lines = page.lines.iter().map(rows).sum::<usize>() + 3;
                let lines = u16::try_from(lines).unwrap_or(u16::MAX);
                let area = self.main.middle(72, lines.min(self.main.height.saturating_sub(2)));
                if page.about_cursor { self.clear_of_the_cursor(state, area) } else { area }
            }
            Some(Overlay::Question(question)) => {
                let answers = question.places().last().map_or(0, |(x, width)| x + width + 4);
                self.main.middle(answers.max(56), 6)
            }
            Some(Overlay::Prompt(prompt)) => {
                let lines = u16::try_from(prompt.lines.len()).unwrap_or(1);
                let area = self.main.middle(72, lines + prompt.about_rows() + 2);
                match prompt.about.is_empty() {
                    true => Area { y: 1, ..area },
                    false => self.clear_of_the_cursor(state, area),
                }
            }
            Some(Overlay::Mending(mending)) => {
                let rows = u16::try_from(2 * mending.redlines.len()).unwrap_or(u16::MAX);
                let height = rows.min(self.main.height / 2).max(2) / 2 * 2 + 2;
                self.beside_the_cursor(state, self.main.middle(76, height))
            }
            Some(Overlay::Review(dialog)) => {
                let rows = |count: usize| u16::try_from(count).unwrap_or(u16::MAX).saturating_add(2);
                match dialog {
                    Dialog::Menu(menu) => self.main.middle(76, rows(menu.choices.len()).saturating_add(NOTE)),
                    Dialog::Words(words) => {
                        let height = if words.note.is_empty() { 3 } else { 4 };
                        Area { y: 2, ..self.main.middle(72, height) }
                    }
                    Dialog::Proven(proven) => {
                        self.main.middle(76, rows(proven.items.len()).min(self.main.height.saturating_sub(4)))
                    }
                    Dialog::Remarks(_) | Dialog::Past(_) => self.main.middle(92, self.main.height.saturating_sub(4)),
                    Dialog::Redline(_) | Dialog::Contradiction(_) => {
                        self.main.middle(100, self.main.height.saturating_sub(2))
                    }
                }
            }
            Some(Overlay::Export(gate)) => {
                let count = gate.blocking.len() + gate.missing.len() + usize::from(!gate.missing.is_empty());
                let lines = u16::try_from(count).unwrap_or(u16::MAX).saturating_add(7);
                self.main.middle(72, lines.min(self.main.height.saturating_sub(2)))
            }
        };
        self.overlay = Some(area);
        self.rows = match state.overlay() {
            // Under the list stand a line and what the chosen hit puts in.
            Some(Overlay::Phrases(_)) => area.inner(1, 1, 3, 2 + Self::preview(area)),
            Some(Overlay::Palette(_) | Overlay::Paths(_) | Overlay::Assign(_)) => area.inner(1, 1, 3, 1),
            Some(Overlay::Review(Dialog::Menu(_))) => area.inner(1, 1, 1, 1 + NOTE),
            // Under the fields stand a line, what is found, what it comes to, and what may be filled in.
            Some(Overlay::Form(_)) => area.inner(1, 1, 1, 5),
            _ => area.inner(1, 1, 1, 1),
        };
    }
}

impl Layout {
    /// How many rows under the list of the picker show what the chosen hit puts in, where the picker takes `area`.
    pub fn preview(area: Area) -> u16 {
        (area.height.saturating_sub(5) / 2).clamp(3, 12)
    }

    /// Where the picker goes: beside the row that its text will go to, where there is room for it, else over everything.
    fn beside_the_text(&self, state: &State) -> Area {
        let cursor = self.cursor_row(state);
        let room = cursor.max(self.main.height.saturating_sub(cursor + 1)).saturating_sub(1);
        if room < LEAST_PICKER {
            return self.main.middle(100, self.main.height.saturating_sub(2).min(40));
        }
        self.beside_the_cursor(state, self.main.middle(100, room.min(30)))
    }

    /// The row of the screen that the cursor in the text is in.
    fn cursor_row(&self, state: &State) -> u16 {
        let row = state.sheet().and_then(|sheet| sheet.document.editor().cursor_place()).map_or(0, |(_, row)| row);
        self.text.y.saturating_add(u16::try_from(row).unwrap_or(0))
    }

    /// `area` beside the row of the cursor, and smaller where there is not that much room on either side.
    fn clear_of_the_cursor(&self, state: &State, area: Area) -> Area {
        let cursor = self.cursor_row(state);
        let (above, below) = (cursor, self.main.height.saturating_sub(cursor + 1));
        self.beside_the_cursor(state, Area { height: area.height.min(above.max(below).saturating_sub(1)), ..area })
    }

    /// `area` moved up or down so that it leaves the row of the cursor in sight: a dialog must not cover what it asks about.
    fn beside_the_cursor(&self, state: &State, area: Area) -> Area {
        let cursor = self.cursor_row(state);
        let below = cursor.saturating_add(2);
        let y = if below + area.height <= self.main.height { below } else { cursor.saturating_sub(area.height + 1) };
        Area { y: y.min(self.main.height.saturating_sub(area.height)), ..area }
    }
}

/// Whether outline and checklist are shown on a screen of `width` cells.
fn shown(state: &State, width: u16) -> (bool, bool) {
    let Some(sheet) = state.sheet() else {
        return (false, false);
    };
    let focused = |pane| sheet.focus == pane;
    if width >= WIDE {
        return (sheet.sides || focused(Pane::Outline), sheet.sides || focused(Pane::Checklist));
    }
    let beside = if sheet.focus == Pane::Body { sheet.sides.then_some(sheet.beside) } else { Some(sheet.focus) };
    (beside == Some(Pane::Outline), beside == Some(Pane::Checklist))
}
