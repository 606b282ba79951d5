//! Signals: those that ask the program to end, and the one that tells of a new size of the terminal.

#[cfg(unix)]
use super::hearing::Heard;
use super::hearing::Teller;
#[cfg(unix)]
use crate::app::Message;

/// Starts telling `to` when SIGTERM, SIGHUP or SIGINT arrives, so that the loop can end in good order, and when the
/// terminal changes its size: the library that reads the keys drops that news when a key comes at the same moment.
///
/// # Errors
/// When the handler cannot be installed.
#[cfg(unix)]
pub fn listen(to: Teller) -> std::io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGWINCH};
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGWINCH])?;
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            let heard = match (signal, super::session::size()) {
                (SIGWINCH, Ok((width, height))) => Heard::Message(Message::Resize { width, height }),
                (SIGWINCH, Err(_)) => continue,
                (signal, _) => Heard::Signal(signal),
            };
            if to.send(heard).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Windows ends console programs without signals; there is nothing to listen to.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn listen(_to: Teller) -> std::io::Result<()> {
    Ok(())
}
