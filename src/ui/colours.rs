//! The colours of each look, for terminals of many colours and of sixteen.

use ratatui::style::Color;

use crate::app::look::Look;

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// None, or none are wanted (`NO_COLOR`).
    None,
    /// The sixteen that each terminal sets for itself.
    Sixteen,
    /// 256 or more, of which those from the seventeenth on are the same everywhere.
    Many,
}

/// One colour for each meaning.
#[derive(Clone, Copy, Debug)]
pub(super) struct Colours {
    /// Ink and ground of what nothing else is said of; the terminal's own where absent.
    pub base: Option<(Color, Color)>,
    pub dim: Color,
    pub accent: Color,
    pub error: Color,
    pub warning: Color,
    pub advice: Color,
    pub good: Color,
    /// Ink and ground of selected text; reversed where absent.
    pub selected: Option<(Color, Color)>,
    /// Ink and ground of what a search found.
    pub found: (Color, Color),
    /// A remark, in the margin and in the text.
    pub remark: Color,
    /// Ink and ground of what the walk rests on.
    pub evidence: (Color, Color),
}

const TERMINAL: Colours = Colours {
    base: None,
    dim: Color::DarkGray,
    accent: Color::Cyan,
    error: Color::Red,
    warning: Color::Yellow,
    advice: Color::Blue,
    good: Color::Green,
    selected: None,
    found: (Color::Black, Color::Yellow),
    remark: Color::Magenta,
    evidence: (Color::Black, Color::Cyan),
};

const LIGHT: Colours = Colours {
    base: Some((Color::Indexed(235), Color::Indexed(231))),
    dim: Color::Indexed(243),
    accent: Color::Indexed(24),
    error: Color::Indexed(124),
    warning: Color::Indexed(94),
    advice: Color::Indexed(61),
    good: Color::Indexed(22),
    selected: Some((Color::Indexed(16), Color::Indexed(153))),
    found: (Color::Indexed(16), Color::Indexed(222)),
    remark: Color::Indexed(90),
    evidence: (Color::Indexed(16), Color::Indexed(152)),
};

const LIGHT_OF_SIXTEEN: Colours = Colours {
    base: Some((Color::Black, Color::White)),
    dim: Color::DarkGray,
    accent: Color::Blue,
    error: Color::Red,
    warning: Color::Magenta,
    advice: Color::Blue,
    good: Color::Green,
    selected: None,
    found: (Color::Black, Color::LightYellow),
    remark: Color::Magenta,
    evidence: (Color::Black, Color::Cyan),
};

const DARK: Colours = Colours {
    base: Some((Color::Indexed(252), Color::Indexed(234))),
    dim: Color::Indexed(245),
    accent: Color::Indexed(80),
    error: Color::Indexed(210),
    warning: Color::Indexed(221),
    advice: Color::Indexed(111),
    good: Color::Indexed(114),
    selected: Some((Color::Indexed(231), Color::Indexed(24))),
    found: (Color::Indexed(16), Color::Indexed(179)),
    remark: Color::Indexed(176),
    evidence: (Color::Indexed(16), Color::Indexed(80)),
};

const DARK_OF_SIXTEEN: Colours = Colours {
    base: Some((Color::Gray, Color::Black)),
    dim: Color::DarkGray,
    accent: Color::LightCyan,
    error: Color::LightRed,
    warning: Color::LightYellow,
    advice: Color::LightBlue,
    good: Color::LightGreen,
    selected: None,
    found: (Color::Black, Color::Yellow),
    remark: Color::LightMagenta,
    evidence: (Color::Black, Color::Cyan),
};

const CONTRAST: Colours = Colours {
    base: Some((Color::Indexed(231), Color::Indexed(16))),
    dim: Color::Indexed(252),
    accent: Color::Indexed(226),
    error: Color::Indexed(210),
    warning: Color::Indexed(226),
    advice: Color::Indexed(123),
    good: Color::Indexed(120),
    selected: Some((Color::Indexed(16), Color::Indexed(231))),
    found: (Color::Indexed(16), Color::Indexed(226)),
    remark: Color::Indexed(213),
    evidence: (Color::Indexed(16), Color::Indexed(123)),
};

const CONTRAST_OF_SIXTEEN: Colours = Colours {
    base: Some((Color::White, Color::Black)),
    dim: Color::White,
    accent: Color::LightYellow,
    error: Color::LightRed,
    warning: Color::LightYellow,
    advice: Color::LightCyan,
    good: Color::LightGreen,
    selected: None,
    found: (Color::Black, Color::LightYellow),
    remark: Color::LightMagenta,
    evidence: (Color::Black, Color::LightCyan),
};

impl Colours {
    /// The colours of a look; `None` where there are to be none.
    pub fn of(look: Look, depth: Depth) -> Option<Self> {
        Some(match (look, depth) {
            (Look::Plain, _) | (_, Depth::None) => return None,
            (Look::Terminal, _) => TERMINAL,
            (Look::Light, Depth::Many) => LIGHT,
            (Look::Light, Depth::Sixteen) => LIGHT_OF_SIXTEEN,
            (Look::Dark, Depth::Many) => DARK,
            (Look::Dark, Depth::Sixteen) => DARK_OF_SIXTEEN,
            (Look::Contrast, Depth::Many) => CONTRAST,
            (Look::Contrast, Depth::Sixteen) => CONTRAST_OF_SIXTEEN,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Red, green and blue of one of the 240 colours that are the same everywhere, from 0 to 1.
    fn light(colour: Color) -> [f64; 3] {
        let Color::Indexed(index @ 16..) = colour else { panic!("{colour:?} differs from terminal to terminal") };
        let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
        let rgb = if index < 232 {
            let cube = index - 16;
            [level(cube / 36), level(cube / 6 % 6), level(cube % 6)]
        } else {
            [8 + 10 * (index - 232); 3]
        };
        rgb.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// The contrast of WCAG 2.1, from 1 to 21.
    fn contrast(ink: Color, ground: Color) -> f64 {
        let luminance = |colour| {
            let [red, green, blue] = light(colour);
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (one, other) = (luminance(ink), luminance(ground));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_colour_can_be_read_on_its_ground() {
        for (colours, least) in [(LIGHT, 4.5), (DARK, 4.5), (CONTRAST, 7.0)] {
            let (ink, ground) = colours.base.unwrap();
            let Colours { dim, accent, error, warning, advice, good, .. } = colours;
            for ink in [ink, dim, accent, error, warning, advice, good] {
                assert!(contrast(ink, ground) >= least, "{ink:?} on {ground:?}: {}", contrast(ink, ground));
            }
            for (ink, ground) in [colours.selected.unwrap(), colours.found] {
                assert!(contrast(ink, ground) >= least, "{ink:?} on {ground:?}: {}", contrast(ink, ground));
            }
        }
    }
}
