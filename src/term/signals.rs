//! Signals that ask the program to end.

use std::sync::mpsc::Sender;

use super::events::Heard;

/// Starts telling `to` when SIGTERM, SIGHUP or SIGINT arrives, so that the loop can save what must not be lost.
///
/// # Errors
/// When the handler cannot be installed.
#[cfg(unix)]
pub fn listen(to: Sender<Heard>) -> std::io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            if to.send(Heard::Signal(signal)).is_err() {
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
pub fn listen(_to: Sender<Heard>) -> std::io::Result<()> {
    Ok(())
}
