//! Colours and attributes: what each look makes of a meaning.

use ratatui::style::{Color, Modifier, Style};

use super::colours::{Colours, Depth};
use crate::app::assessment::Mark;
use crate::app::editor::Marking;
use crate::app::look::Look;
use crate::check::Severity;

/// How everything looks.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// `None` without any colour: attributes tell everything then.
    colours: Option<Colours>,
}

impl Theme {
    /// The theme in the terminal's own colours, or without any where `colour` is false (`NO_COLOR`).
    pub fn new(colour: bool) -> Self {
        Self::of(Look::Terminal, if colour { Depth::Sixteen } else { Depth::None })
    }

    /// The theme of a look on a terminal of so many colours.
    pub fn of(look: Look, depth: Depth) -> Self {
        Self { colours: Colours::of(look, depth) }
    }

    /// What every cell has that nothing else was said of; `None` where that is the terminal's own.
    pub fn base(self) -> Option<(Color, Color)> {
        self.colours.and_then(|colours| colours.base)
    }

    fn ink(self, colour: impl Fn(Colours) -> Color) -> Style {
        self.colours.map_or_else(Style::new, |colours| Style::new().fg(colour(colours)))
    }

    /// Lines between panes.
    pub fn border(self) -> Style {
        self.dim()
    }

    /// What matters less.
    pub fn dim(self) -> Style {
        if self.colours.is_some() { self.ink(|it| it.dim) } else { Style::new().add_modifier(Modifier::DIM) }
    }

    /// The heading of a pane.
    pub fn title(self, focused: bool) -> Style {
        if focused {
            self.ink(|it| it.accent).add_modifier(Modifier::BOLD | Modifier::REVERSED)
        } else {
            Style::new().add_modifier(Modifier::BOLD)
        }
    }

    /// A heading inside a pane.
    pub fn heading(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The chosen row: of the pane with the keys, or of another.
    pub fn chosen(self, focused: bool) -> Style {
        if focused {
            Style::new().add_modifier(Modifier::REVERSED)
        } else {
            Style::new().add_modifier(Modifier::UNDERLINED)
        }
    }

    /// The row of where one is, in a pane that does not have the keys.
    pub fn here(self) -> Style {
        self.ink(|it| it.accent).add_modifier(Modifier::BOLD)
    }

    /// The name of a key.
    pub fn key(self) -> Style {
        self.ink(|it| it.accent).add_modifier(Modifier::BOLD)
    }

    /// Something that went wrong.
    pub fn loud(self) -> Style {
        self.ink(|it| it.error).add_modifier(Modifier::BOLD)
    }

    /// A severity.
    pub fn severity(self, severity: Severity) -> Style {
        self.ink(|it| match severity {
            Severity::Error => it.error,
            Severity::Warning => it.warning,
            Severity::Advice => it.advice,
        })
    }

    /// A sign before a row.
    pub fn mark(self, mark: Mark) -> Style {
        self.ink(|it| match mark {
            Mark::Good => it.good,
            Mark::Bad => it.error,
            Mark::Doubtful => it.warning,
            Mark::Human => it.accent,
            Mark::Advised => it.advice,
        })
    }

    /// What a fix takes away.
    pub fn gone(self) -> Style {
        self.ink(|it| it.error).add_modifier(Modifier::CROSSED_OUT)
    }

    /// What a fix puts there.
    pub fn come(self) -> Style {
        self.ink(|it| it.good).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// A line to type into.
    pub fn input(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// Selected text.
    pub fn selection(self) -> Style {
        match self.colours.and_then(|colours| colours.selected) {
            Some((ink, ground)) => Style::new().fg(ink).bg(ground),
            None => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// What the walk rests on, on the card and in the text.
    pub fn evidence(self) -> Style {
        match self.colours.map(|colours| colours.evidence) {
            Some((ink, ground)) => Style::new().fg(ink).bg(ground),
            None => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// The sign of a remark in the margin.
    pub fn remark(self) -> Style {
        self.ink(|it| it.remark).add_modifier(Modifier::BOLD)
    }

    /// A marked part of the text.
    pub fn marking(self, marking: Marking) -> Style {
        let line = |severity| {
            let style = self.severity(severity);
            let style = if let Some(colour) = style.fg { style.underline_color(colour) } else { style };
            style.add_modifier(Modifier::UNDERLINED)
        };
        match (marking, self.colours) {
            (Marking::Selected, _) => self.selection(),
            (Marking::Found, Some(Colours { found: (ink, ground), .. })) => Style::new().fg(ink).bg(ground),
            (Marking::Found, None) => Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
            // Without colours an error stands out from what only wants a look.
            (Marking::Error, None) => line(Severity::Error).add_modifier(Modifier::BOLD),
            (Marking::Error, _) => line(Severity::Error),
            (Marking::Warning, _) => line(Severity::Warning),
            (Marking::Advice, _) => line(Severity::Advice),
            (Marking::Remark, _) => self.ink(|it| it.remark).add_modifier(Modifier::UNDERLINED),
            (Marking::Mentioned, _) => Style::new().add_modifier(Modifier::BOLD),
            (Marking::Evidence, _) => self.evidence(),
            (Marking::Placed, _) => self.ink(|it| it.good),
            (Marking::LeftOut, _) => self.dim(),
            (Marking::Unplaced, _) => self.severity(Severity::Warning).add_modifier(Modifier::UNDERLINED),
            (Marking::Linked, _) => self.evidence(),
        }
    }
}
