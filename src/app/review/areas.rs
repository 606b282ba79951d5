//! Where the walk is on the screen: the bar of the stages above, the items, the text, the card.

use crate::app::layout::Area;
use crate::app::state::Pane;

/// From this width on items, text and card stand side by side.
const WIDE: u16 = 108;

/// The areas of the walk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WalkAreas {
    /// The bar of the stages.
    pub stages: Area,
    /// The items, their heading row included.
    pub list: Option<Area>,
    /// The card, its heading row included.
    pub card: Area,
    /// The rows of the card.
    pub text: Area,
    /// Whether the card stands under the text instead of beside it.
    pub stacked: bool,
}

impl WalkAreas {
    /// The areas in `main`, and what is left of it for the body, its heading row included.
    pub fn of(main: Area, focus: Pane) -> (Self, Area) {
        let stages = Area { height: 1, ..main };
        let rest = main.inner(0, 0, 1, 0);
        if main.width >= WIDE {
            let list = Area { width: (main.width / 5).clamp(22, 34), ..rest };
            let width = (main.width * 3 / 8).clamp(40, 72);
            let card = Area { x: main.x + main.width - width, width, ..rest };
            let body = rest.inner(list.width + 1, width + 1, 0, 0);
            let text = card.inner(1, 1, 1, 0);
            return (Self { stages, list: Some(list), card, text, stacked: false }, body);
        }
        let height = rest.height * 5 / 9;
        let card = Area { y: rest.y + rest.height - height, height, ..rest };
        let body = Area { height: rest.height - height, ..rest };
        // There is room for one of the two above the card.
        let list = (focus == Pane::Outline).then_some(body);
        (Self { stages, list, card, text: card.inner(1, 1, 1, 0), stacked: true }, body)
    }
}
