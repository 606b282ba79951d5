//! Rows of text in several tones.

use ratatui::style::Style;

use crate::app::assessment::Mark;
use crate::app::review::rows::{Line, Tone};
use crate::ui::ink::Ink;
use crate::ui::theme::Theme;

/// How a tone looks.
pub(super) fn style(theme: Theme, tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Dim => theme.dim(),
        Tone::Strong => theme.heading(),
        Tone::Good => theme.mark(Mark::Good),
        Tone::Bad => theme.mark(Mark::Bad),
        Tone::Doubtful => theme.mark(Mark::Doubtful),
        Tone::Added => theme.come(),
        Tone::Removed => theme.gone(),
    }
}

/// Draws one row at (`x`, `y`) in at most `width` cells.
pub(super) fn row(ink: &mut Ink<'_>, x: u16, y: u16, width: u16, row: &Line) {
    let end = x + width;
    let mut at = x + u16::try_from(row.indent).unwrap_or(0);
    for piece in &row.pieces {
        let style = style(ink.theme, piece.tone);
        at = ink.text(at, y, end.saturating_sub(at), &piece.text, style);
    }
}
