//! The workbench: wires the terminal, the state, the drawing and the files together.
//!
//! The way of a key: update, journal, draw; then, once no more keys come, the checks, and a second draw where they found
//! something else.

mod archive;
mod files;
mod ignoring;
mod intake;
mod phrases;
mod preferences;
mod recovery;
mod reviewing;
mod shelf;
mod watch;

use std::io;
use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;

use self::files::Files;
use crate::app::tutor::Tutor;
use crate::app::{Effect, Faults, Message, State, update};
use crate::check::Profile;
use crate::term::hearing::{self, Ears, Heard, Teller};
use crate::term::screen::Screen;
use crate::term::session::{self, Session};
use crate::term::{burst, clipboard, signals};
use crate::text::width::Measure;
use crate::ui::{self, colours::Depth, theme::Theme};

/// How many events are taken in before the screen is drawn again, so that a long paste still shows its progress.
const BATCH: usize = 512;

/// As [`BATCH`], of what may be one paste that comes as keys. Longer than any letter.
const LONGEST: usize = 256 * 1024;

/// How long the rest of a paste that comes as keys is waited for.
const PAUSE: Duration = Duration::from_millis(3);

/// How long nothing is typed before the letter is checked: what an input method commits in one go is checked once, and no
/// finding flickers over a word that is half typed. Too short to be seen.
const SETTLED: Duration = Duration::from_millis(50);

/// How the loop ended.
enum End {
    /// The person left.
    Left,
    /// A signal of this number asked for it.
    Signal(i32),
    /// The terminal went away.
    Closed,
}

/// Opens the workbench on a folder or a draft, with colours or without, led by a tutorial or by none, and gives the exit
/// status.
///
/// # Errors
/// When there is no terminal to work in, or nothing at `path`.
pub fn run(path: &Path, colour: bool, tutor: Option<Tutor>) -> anyhow::Result<u8> {
    std::fs::metadata(path).with_context(|| format!("{}：没有这个文件或文件夹", path.display()))?;
    let single = path.is_file();
    let today = super::today();
    let mut files = Files::new(path, today);
    let depth = preferences::depth(colour);
    let (size, profile) = (session::size()?, Profile::default());
    let mut state = State::new(size, today, profile, files.workspace_name());
    let problems = files.set_preferences(&mut state);
    state.set_office(files.office());
    state.set_profiles(files.profiles());
    state.set_shelf(files.shelf());
    state.set_offers_samples(!files.is_set_up());
    if let Some(tutor) = tutor {
        state.set_tutor(tutor);
    }

    let session = Session::start().context("工作台要在终端里打开")?;
    session.ask_width()?;
    let (teller, mut ears) = hearing::listen()?;
    signals::listen(teller.clone())?;
    files.watch.start(files.workspace().drafts_folder(), teller.clone());
    let first = if single { Effect::Open(path.to_owned()) } else { Effect::List };
    let end = Loop { screen: Screen::new(io::stdout(), size), depth, session: &session, teller, typed: false }
        .run(&mut state, &mut files, &mut ears, first, problems);
    drop(session);
    match end? {
        End::Left => Ok(0),
        End::Signal(number) => Ok(u8::try_from(128 + number).unwrap_or(255)),
        End::Closed => Ok(1),
    }
}

struct Loop<'a> {
    screen: Screen<io::Stdout>,
    depth: Depth,
    session: &'a Session,
    teller: Teller,
    /// Whether keys came since the last check.
    typed: bool,
}

impl Loop<'_> {
    fn run(
        mut self,
        state: &mut State,
        files: &mut Files,
        ears: &mut Ears,
        first: Effect,
        problems: Faults,
    ) -> anyhow::Result<End> {
        if self.carry_out(vec![first], state, files)? {
            return Ok(End::Left);
        }
        update(state, Message::Faults(problems));
        loop {
            if state.take_redraw() {
                self.draw(state)?;
            }
            let Some(event) = self.next(state, files, ears)? else {
                continue;
            };
            let mut messages = Vec::new();
            // How many characters came in one go so far.
            let mut burst = 0;
            let mut event = Some(event);
            while let Some(one) = event {
                match one {
                    Heard::Message(message) => {
                        self.typed |= matches!(message, Message::Key(_));
                        burst = if burst::text_of(&message).is_some() { burst + 1 } else { 0 };
                        messages.push(message);
                    }
                    Heard::AmbiguousWidth(cells) => {
                        state.set_measure(Measure { ambiguous_wide: cells.is_some_and(|cells| cells > 1) });
                    }
                    // Every change is in the journal already; there is nothing left to save.
                    Heard::Signal(number) => return Ok(End::Signal(number)),
                    Heard::Closed => return Ok(End::Closed),
                }
                event = match burst >= burst::SHORTEST {
                    // The rest of a paste may be under way, and is one with what is here.
                    true if messages.len() < LONGEST => ears.next(Some(PAUSE)),
                    false if messages.len() < BATCH => ears.next(Some(Duration::ZERO)),
                    _ => None,
                };
            }
            if self.tell(messages, state, files)? {
                return Ok(End::Left);
            }
        }
    }

    /// Tells the state what came in one go. Says whether the workbench is to end.
    fn tell(&mut self, messages: Vec<Message>, state: &mut State, files: &mut Files) -> anyhow::Result<bool> {
        for piece in burst::pieces(messages) {
            let messages = match piece {
                burst::Piece::One(message) => vec![message],
                burst::Piece::Burst(_, text) if state.takes_lines() => vec![Message::Paste(text)],
                burst::Piece::Burst(keys, _) => keys,
            };
            for message in messages {
                let effects = update(state, message);
                if self.carry_out(effects, state, files)? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// The next event; `None` after using a quiet moment for what waited.
    fn next(&mut self, state: &mut State, files: &mut Files, ears: &mut Ears) -> anyhow::Result<Option<Heard>> {
        if !state.has_waiting() {
            return Ok(ears.next(None));
        }
        let patience = if self.typed { SETTLED } else { Duration::ZERO };
        if let Some(event) = ears.next(Some(patience)) {
            return Ok(Some(event));
        }
        self.typed = false;
        let effects = update(state, Message::Idle);
        self.carry_out(effects, state, files)?;
        Ok(None)
    }

    fn draw(&mut self, state: &mut State) -> io::Result<()> {
        let theme = Theme::of(state.look(), self.depth);
        // Should the terminal have another size by now, its message is under way and draws once more.
        self.screen.draw(state.size(), |buffer| ui::draw(state, theme, buffer))
    }

    /// Carries out effects and those that follow from them. Says whether the workbench is to end.
    fn carry_out(&mut self, effects: Vec<Effect>, state: &mut State, files: &mut Files) -> anyhow::Result<bool> {
        for effect in effects {
            let outcome = match effect {
                Effect::Quit => return Ok(true),
                Effect::Copy(text) => {
                    clipboard::copy(&text)?;
                    None
                }
                Effect::CaptureMouse(on) => {
                    self.session.capture_mouse(on)?;
                    None
                }
                Effect::Intake(errand) => intake::run(errand, files.workspace(), &self.teller),
                Effect::List => Some(files.list(self.teller.clone())),
                Effect::Learn => {
                    files.learn(self.teller.clone());
                    None
                }
                Effect::Journal(changes) => files.journal(&changes, state),
                Effect::Open(path) => Some(files.open(&path, state)),
                Effect::Create(beginning) => Some(files.create(&beginning, state)),
                Effect::Save { overwrite } => files.save(state, overwrite),
                Effect::KeepAside => files.keep_aside(state),
                Effect::Forget => {
                    files.forget();
                    None
                }
                Effect::Export { reason, overwrite } => files.export(reason.as_deref(), overwrite),
                Effect::Recall { serial, query, near } => {
                    files.recall(archive::Question { serial, query, near }, &self.teller);
                    None
                }
                Effect::Practised(done) => files.practised(done),
                Effect::Review(wanted) => {
                    for message in files.review(wanted, state) {
                        let following = update(state, message);
                        if self.carry_out(following, state, files)? {
                            return Ok(true);
                        }
                    }
                    None
                }
                Effect::Ignore(requests) => files.path().map(|path| ignoring::ignore(path, &requests)),
                Effect::Withdraw(number) => files.path().map(|path| ignoring::withdraw(path, number)),
                Effect::Initialise { samples } => Some(files.initialise(samples, self.teller.clone())),
            };
            if let Some(message) = outcome {
                let following = update(state, message);
                if self.carry_out(following, state, files)? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}
