//! Colours and attributes. By default all colours are the terminal's own, so that light and dark ones both fit.

use ratatui::style::{Color, Modifier, Style};

use crate::app::assessment::Mark;
use crate::app::editor::Marking;
use crate::check::Severity;

/// How everything looks.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    colour: bool,
}

impl Theme {
    /// The theme in the terminal's own colours, or without any where `colour` is false (`NO_COLOR`).
    pub fn new(colour: bool) -> Self {
        Self { colour }
    }

    fn ink(self, colour: Color) -> Style {
        if self.colour { Style::new().fg(colour) } else { Style::new() }
    }

    /// Lines between panes.
    pub fn border(self) -> Style {
        self.dim()
    }

    /// What matters less.
    pub fn dim(self) -> Style {
        if self.colour { Style::new().fg(Color::DarkGray) } else { Style::new().add_modifier(Modifier::DIM) }
    }

    /// The heading of a pane.
    pub fn title(self, focused: bool) -> Style {
        if focused {
            self.ink(Color::Cyan).add_modifier(Modifier::BOLD | Modifier::REVERSED)
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

    /// The name of a key.
    pub fn key(self) -> Style {
        self.ink(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// Something that went wrong.
    pub fn loud(self) -> Style {
        self.ink(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// A severity.
    pub fn severity(self, severity: Severity) -> Style {
        match severity {
            Severity::Error => self.ink(Color::Red),
            Severity::Warning => self.ink(Color::Yellow),
            Severity::Advice => self.ink(Color::Blue),
        }
    }

    /// A sign before a row.
    pub fn mark(self, mark: Mark) -> Style {
        match mark {
            Mark::Good => self.ink(Color::Green),
            Mark::Bad => self.ink(Color::Red),
            Mark::Doubtful => self.ink(Color::Yellow),
            Mark::Human => self.ink(Color::Cyan),
        }
    }

    /// What a fix takes away.
    pub fn gone(self) -> Style {
        self.ink(Color::Red).add_modifier(Modifier::CROSSED_OUT)
    }

    /// What a fix puts there.
    pub fn come(self) -> Style {
        self.ink(Color::Green).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// A line to type into.
    pub fn input(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// Selected text.
    pub fn selection(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// A marked part of the text.
    pub fn marking(self, marking: Marking) -> Style {
        let line = |severity| {
            let style = self.severity(severity);
            let style = if self.colour { style.underline_color(style.fg.unwrap_or(Color::Reset)) } else { style };
            style.add_modifier(Modifier::UNDERLINED)
        };
        match marking {
            Marking::Placed => self.ink(Color::Green),
            Marking::LeftOut => self.dim(),
            Marking::Unplaced => self.severity(Severity::Warning).add_modifier(Modifier::UNDERLINED),
            Marking::Linked if self.colour => Style::new().fg(Color::Black).bg(Color::Cyan),
            Marking::Linked => Style::new().add_modifier(Modifier::REVERSED),
            Marking::Selected => self.selection(),
            Marking::Found if self.colour => Style::new().fg(Color::Black).bg(Color::Yellow),
            Marking::Found => Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
            Marking::Error => line(Severity::Error),
            Marking::Warning => line(Severity::Warning),
            Marking::Advice => line(Severity::Advice),
        }
    }
}
