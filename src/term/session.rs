//! The session guard: puts the terminal into the workbench's state and, whatever happens, back out of it.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};

/// Whether a session holds the terminal. Global, because the panic hook must be able to end it.
static HELD: AtomicBool = AtomicBool::new(false);

/// Holds the terminal in raw mode on the alternate screen; dropping it restores everything.
#[derive(Debug)]
pub struct Session(());

impl Session {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// When input or output is no terminal, or the terminal refuses.
    pub fn start() -> io::Result<Self> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(io::Error::other("标准输入和标准输出须为终端"));
        }
        enable_raw_mode()?;
        HELD.store(true, Ordering::SeqCst);
        let session = Self(());
        install_panic_hook();
        execute!(io::stdout(), EnterAlternateScreen, EnableMouseCapture, EnableBracketedPaste)?;
        Ok(session)
    }

    /// Prints a character of ambiguous width and asks where the cursor went; the answer is read by
    /// [`events::listen`](super::events::listen). The screen is blank again afterwards.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn ask_width(&self) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all("\x1b[H“\x1b[6n\x1b[2J".as_bytes())?;
        out.flush()
    }

    /// Turns the capture of the mouse on or off; off, the terminal selects text itself.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn capture_mouse(&self, on: bool) -> io::Result<()> {
        if on { execute!(io::stdout(), EnableMouseCapture) } else { execute!(io::stdout(), DisableMouseCapture) }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        restore();
    }
}

/// The terminal's columns and rows.
///
/// # Errors
/// When there is no terminal.
pub fn size() -> io::Result<(u16, u16)> {
    crossterm::terminal::size()
}

/// Gives the terminal back as it was found. Doing it twice does nothing the second time.
pub fn restore() {
    if !HELD.swap(false, Ordering::SeqCst) {
        return;
    }
    // Nothing sensible can be done about a failure here: the terminal may be gone.
    let mut bytes = Vec::new();
    let _ = queue!(
        bytes,
        EndSynchronizedUpdate,
        SetAttribute(Attribute::Reset),
        DisableBracketedPaste,
        DisableMouseCapture,
        LeaveAlternateScreen,
        cursor::Show
    );
    let mut out = io::stdout().lock();
    let _ = out.write_all(&bytes);
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// Makes a panic give the terminal back before it prints, so that its text can be read.
fn install_panic_hook() {
    static INSTALLED: AtomicBool = AtomicBool::new(false);
    if INSTALLED.swap(true, Ordering::SeqCst) {
        return;
    }
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        restore();
        previous(panic);
        eprintln!("dafu 出了意外，已恢复终端；没有保存的改动记在 .dafu/ 里，重新打开稿件即可找回。");
        // A panic of the main thread ends the program by itself; one of another would leave it drawing on a lost screen.
        if std::thread::current().name() != Some("main") {
            std::process::exit(101);
        }
    }));
}
