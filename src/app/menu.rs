//! The menu of a field: everything it may be filled with, narrowed by what is typed.

use super::layout::Area;
use super::list::List;
use super::offers::Offer;
use super::pinyin::Query;

/// The most rows it shows at once.
const ROWS: u16 = 8;

/// The menu's state.
#[derive(Clone, Debug)]
pub struct Menu {
    offers: Vec<Offer>,
    shown: Vec<usize>,
    narrowed: bool,
    /// The chosen offer among those shown.
    pub list: List,
}

impl Menu {
    /// A menu of `offers`, opened on the one that stands in the field.
    pub fn new(offers: Vec<Offer>, text: &str) -> Self {
        // An empty field is to be filled: the choice to leave it so comes last.
        let selected = offers.iter().position(|offer| offer.text == text && !text.is_empty()).unwrap_or(0);
        let mut menu = Self {
            shown: (0..offers.len()).collect(),
            offers,
            narrowed: false,
            list: List { selected, ..List::default() },
        };
        menu.fit();
        menu
    }

    /// Shows what answers `typed`, by characters, pinyin or initials.
    pub fn narrow(&mut self, typed: &str) {
        let query = Query::new(typed);
        let answers = |offer: &Offer| query.finds(&format!("{} {}", offer.text, offer.note));
        self.shown = (0..self.offers.len()).filter(|&at| answers(&self.offers[at])).collect();
        self.narrowed = true;
        self.list = List::default();
    }

    /// Shows everything again; the choice stays in its row where it can.
    pub fn widen(&mut self) {
        let chosen = self.shown.get(self.list.selected).copied().unwrap_or(0);
        self.shown = (0..self.offers.len()).collect();
        self.narrowed = false;
        self.list.selected = chosen;
        self.fit();
    }

    /// Whether something was typed to find by.
    pub fn is_narrowed(&self) -> bool {
        self.narrowed
    }

    /// The offers shown.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &Offer> {
        self.shown.iter().map(|&at| &self.offers[at])
    }

    /// The chosen offer.
    pub fn chosen(&self) -> Option<&Offer> {
        self.shown.get(self.list.selected).map(|&at| &self.offers[at])
    }

    /// Keeps the chosen offer in sight.
    pub fn fit(&mut self) {
        self.list.fit(self.shown.len(), self.height());
    }

    /// Whether there is nothing to offer.
    pub fn is_empty(&self) -> bool {
        self.offers.is_empty()
    }

    /// How many offers are in sight.
    pub fn height(&self) -> usize {
        self.shown.len().min(usize::from(ROWS))
    }

    /// Where it opens for a field in row `y` of a list that takes `rows`: under the field, or above it where there is more
    /// room; its border included.
    pub fn area(&self, rows: Area, y: u16, left: u16) -> Area {
        // Of nothing, a row says so.
        let wanted = u16::try_from(self.height().max(1)).unwrap_or(ROWS) + 2;
        let end = rows.y + rows.height;
        let (below, above) = (end.saturating_sub(y + 1), y.saturating_sub(rows.y));
        let width = rows.width.saturating_sub(left + 1);
        let x = rows.x + left;
        if below >= wanted || below >= above {
            Area { x, y: y + 1, width, height: wanted.min(below) }
        } else {
            let height = wanted.min(above);
            Area { x, y: y - height, width, height }
        }
    }
}
