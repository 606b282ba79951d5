//! Output of commands: colours where they are wanted, and no panic when the reader goes away.

use crate::cli::When;
use anstyle::{AnsiColor, Effects, Style};
use std::io::{self, IsTerminal as _, Write as _};

/// Where commands write to.
#[derive(Clone, Copy, Debug)]
pub struct Console {
    colour: bool,
    /// Whether only errors and warnings are told.
    pub quiet: bool,
}

/// What a piece of output means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// Advice, and what is of less weight.
    Dim,
    /// Good news.
    Good,
    /// A heading or a name.
    Strong,
    /// What a redline strikes out.
    Removed,
    /// What a redline puts in.
    Added,
}

impl Console {
    /// A console as the command line asks for. `NO_COLOR` with any value but the empty one turns automatic colours off.
    pub fn new(when: When, quiet: bool) -> Self {
        let automatic =
            || io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let colour = match when {
            When::Always => true,
            When::Never => false,
            When::Auto => automatic(),
        };
        Self { colour, quiet }
    }

    /// Whether colours are wanted.
    pub fn colour(self) -> bool {
        self.colour
    }

    /// `text` in the colour of its meaning.
    pub fn paint(self, tone: Tone, text: &str) -> String {
        let style = match tone {
            Tone::Error => Style::new().fg_color(Some(AnsiColor::Red.into())).effects(Effects::BOLD),
            Tone::Warning => Style::new().fg_color(Some(AnsiColor::Yellow.into())),
            Tone::Dim => Style::new().effects(Effects::DIMMED),
            Tone::Good => Style::new().fg_color(Some(AnsiColor::Green.into())),
            Tone::Strong => Style::new().effects(Effects::BOLD),
            Tone::Removed => Style::new().fg_color(Some(AnsiColor::Red.into())).effects(Effects::STRIKETHROUGH),
            Tone::Added => Style::new().fg_color(Some(AnsiColor::Blue.into())).effects(Effects::UNDERLINE),
        };
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    /// Writes a line to standard output. When nobody reads it any more (`dafu list | head`), the process ends quietly.
    pub fn line(self, text: &str) {
        self.bytes(text.as_bytes());
        self.bytes(b"\n");
    }

    /// Writes bytes to standard output, as [`line`](Self::line) does.
    pub fn bytes(self, bytes: &[u8]) {
        if let Err(error) = io::stdout().write_all(bytes) {
            if error.kind() == io::ErrorKind::BrokenPipe {
                std::process::exit(0);
            }
            self.complain(&format!("写不到标准输出：{error}"));
            std::process::exit(2);
        }
    }

    /// Tells of trouble on standard error.
    pub fn complain(self, text: &str) {
        let _ = writeln!(io::stderr(), "dafu：{text}");
    }
}

/// A progress bar over `count` files, shown on a terminal when there are enough of them to wait for; nothing in a pipe.
pub fn progress(count: usize, what: &str) -> indicatif::ProgressBar {
    if count < 50 || !io::stderr().is_terminal() {
        return indicatif::ProgressBar::hidden();
    }
    let template = format!("{what} {{bar:30}} {{pos}}/{{len}}");
    let style =
        indicatif::ProgressStyle::with_template(&template).unwrap_or_else(|_| indicatif::ProgressStyle::default_bar());
    indicatif::ProgressBar::new(count as u64).with_style(style)
}
