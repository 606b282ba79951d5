//! What the loop hears: the keys, and whatever threads have to tell.
//!
//! On Unix the loop itself waits for the terminal. A thread that read the keys and passed them on would have to be woken
//! first and then wake the loop, which takes longer than most repaints.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SendError, Sender, TryRecvError, channel};
use std::time::Duration;

use super::events::{self, Events};
use crate::app::Message;

/// Something that was heard.
#[derive(Debug)]
pub enum Heard {
    /// Something for the workbench.
    Message(Message),
    /// A signal, by its number, asks the program to end.
    Signal(i32),
    /// How many cells wide the terminal makes characters of ambiguous width; nothing where it does not answer.
    AmbiguousWidth(Option<u16>),
    /// The terminal is gone.
    Closed,
}

/// Where threads tell what they have found.
#[derive(Clone, Debug)]
pub struct Teller {
    to: Sender<Heard>,
    #[cfg(unix)]
    bell: Option<std::sync::Arc<bell::Bell>>,
}

impl Teller {
    /// Tells the loop.
    ///
    /// # Errors
    /// When the loop has ended; what was to be told comes back.
    pub fn send(&self, heard: Heard) -> Result<(), SendError<Heard>> {
        self.to.send(heard)?;
        #[cfg(unix)]
        if let Some(bell) = &self.bell {
            bell.ring();
        }
        Ok(())
    }
}

impl From<Sender<Heard>> for Teller {
    /// A teller to somebody who waits for nothing else.
    fn from(to: Sender<Heard>) -> Self {
        Self {
            to,
            #[cfg(unix)]
            bell: None,
        }
    }
}

/// The loop's ears.
#[derive(Debug)]
pub struct Ears {
    heard: Receiver<Heard>,
    /// What came in one event with what was told last.
    rest: VecDeque<Message>,
    events: Events,
    /// Whether the library may have more of what it has read already.
    unread: bool,
    /// Whether the answer to [`Session::ask_width`](super::session::Session::ask_width) is still awaited: until then the
    /// thread that waits for it reads the terminal.
    probing: bool,
    #[cfg(unix)]
    bell: bell::Waiting,
}

/// Begins to listen, with the answer to [`Session::ask_width`](super::session::Session::ask_width) awaited first. Keys typed
/// meanwhile are kept and come after it.
///
/// # Errors
/// When the system refuses a thread or what it is woken by.
pub fn listen() -> io::Result<(Teller, Ears)> {
    let (to, heard) = channel();
    #[cfg(unix)]
    let (teller, ears) = {
        let (rope, bell) = bell::hang()?;
        let ears = Ears { heard, rest: VecDeque::new(), events: Events::default(), unread: true, probing: true, bell };
        (Teller { to, bell: Some(std::sync::Arc::new(rope)) }, ears)
    };
    #[cfg(not(unix))]
    let (teller, ears) = (
        Teller::from(to),
        Ears { heard, rest: VecDeque::new(), events: Events::default(), unread: true, probing: true },
    );
    probe(teller.clone())?;
    Ok((teller, ears))
}

/// Awaits the answer to the question how wide an ambiguous character is. Where nothing wakes the loop for a key, the thread
/// goes on and reads the keys.
fn probe(to: Teller) -> io::Result<()> {
    std::thread::Builder::new().name("width".into()).spawn(move || {
        // The first answer in the queue is the one to the question asked right after the character.
        let width = is_answered().then(|| crossterm::cursor::position().ok().map(|(column, _)| column)).flatten();
        if to.send(Heard::AmbiguousWidth(width)).is_err() || cfg!(unix) {
            return;
        }
        let mut events = Events::default();
        while let Ok(messages) = events.read() {
            if messages.into_iter().any(|message| to.send(Heard::Message(message)).is_err()) {
                return;
            }
        }
        let _ = to.send(Heard::Closed);
    })?;
    Ok(())
}

/// How long a terminal is given to begin an answer. The library itself waits for two seconds, in which no key is read.
#[cfg(unix)]
const ANSWERS_WITHIN: Duration = Duration::from_millis(500);

/// Whether the terminal sends anything at all: a serial line or a recorder may never answer a question. An answer that comes
/// later than that is taken for no event.
fn is_answered() -> bool {
    #[cfg(unix)]
    return bell::comes_within(ANSWERS_WITHIN);
    #[cfg(not(unix))]
    true
}

impl Ears {
    /// Waits for the next thing; for at most `patience`, where that is said.
    pub fn next(&mut self, patience: Option<Duration>) -> Option<Heard> {
        loop {
            if let Some(message) = self.rest.pop_front() {
                return Some(Heard::Message(message));
            }
            if self.probing || cfg!(not(unix)) {
                let heard = match patience {
                    None => Some(self.heard.recv().unwrap_or(Heard::Closed)),
                    Some(patience) => match self.heard.recv_timeout(patience) {
                        Err(RecvTimeoutError::Timeout) => None,
                        heard => Some(heard.unwrap_or(Heard::Closed)),
                    },
                };
                self.probing &= !matches!(heard, Some(Heard::AmbiguousWidth(_)));
                return heard;
            }
            match self.heard.try_recv() {
                Ok(heard) => return Some(heard),
                Err(TryRecvError::Disconnected) => return Some(Heard::Closed),
                Err(TryRecvError::Empty) => {}
            }
            // The library is asked only while the terminal is there: see `bell::Waiting::wait`. What it has read with the last
            // event and not yet told needs no waiting.
            let waited = match self.unread {
                false => self.wait(patience),
                true => match self.wait(Some(Duration::ZERO)) {
                    Waited::InVain if events::is_left() => Waited::Key,
                    Waited::InVain if patience != Some(Duration::ZERO) => self.wait(patience),
                    waited => waited,
                },
            };
            match waited {
                Waited::Key => self.unread = true,
                Waited::InVain => self.unread = false,
                Waited::Told | Waited::Closed => {}
            }
            match waited {
                Waited::Told => {}
                // An answer of the terminal to a question is no event: to read one would wait for the next key.
                Waited::Key if !events::is_ready() => {}
                Waited::InVain => return None,
                Waited::Closed => return Some(Heard::Closed),
                Waited::Key => match self.events.read() {
                    Ok(messages) => self.rest.extend(messages),
                    Err(_) => return Some(Heard::Closed),
                },
            }
        }
    }

    /// Waits for the terminal or for somebody who tells something.
    #[cfg(unix)]
    fn wait(&mut self, patience: Option<Duration>) -> Waited {
        self.bell.wait(patience)
    }

    #[cfg(not(unix))]
    fn wait(&mut self, _patience: Option<Duration>) -> Waited {
        Waited::Told
    }
}

/// What ended a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Waited {
    /// There is something to read from the terminal.
    Key,
    /// A thread has told something.
    Told,
    /// Nothing came in time.
    InVain,
    /// The terminal is gone.
    Closed,
}

#[cfg(unix)]
mod bell {
    //! What wakes the loop when a thread has something to tell.

    use super::Waited;
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use std::io::{self, Read as _, Write as _};
    use std::os::unix::net::UnixStream;
    use std::time::Duration;

    /// The end that is rung.
    #[derive(Debug)]
    pub struct Bell(UnixStream);

    /// The end that is waited at.
    #[derive(Debug)]
    pub struct Waiting(UnixStream);

    pub fn hang() -> io::Result<(Bell, Waiting)> {
        let (rope, bell) = UnixStream::pair()?;
        rope.set_nonblocking(true)?;
        bell.set_nonblocking(true)?;
        Ok((Bell(rope), Waiting(bell)))
    }

    /// Whether the terminal sends something within `patience`, or is gone, which the next read tells.
    pub fn comes_within(patience: Duration) -> bool {
        let patience = Timespec::try_from(patience).ok();
        let input = io::stdin();
        loop {
            match poll(&mut [PollFd::new(&input, PollFlags::IN)], patience.as_ref()) {
                Err(rustix::io::Errno::INTR) => {}
                heard => return heard != Ok(0),
            }
        }
    }

    impl Bell {
        pub fn ring(&self) {
            // One that has been rung so often that it takes no more is heard all the same.
            let _ = (&self.0).write(&[0]);
        }
    }

    impl Waiting {
        /// Waits for the terminal or the bell; for at most `patience`, where that is said.
        ///
        /// The library that reads the keys takes the end of the input for nothing and asks again, for ever. A hang-up signal
        /// need not come: under `su` or `sudo` this program does not lead the session.
        pub fn wait(&mut self, patience: Option<Duration>) -> Waited {
            let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
            let input = io::stdin();
            loop {
                let mut waiting = [PollFd::new(&input, PollFlags::IN), PollFd::new(&self.0, PollFlags::IN)];
                let heard = match poll(&mut waiting, patience.as_ref()) {
                    Ok(0) => return Waited::InVain,
                    Ok(_) => [waiting[0].revents(), waiting[1].revents()],
                    Err(rustix::io::Errno::INTR) => continue,
                    Err(_) => return Waited::Closed,
                };
                if heard[0].intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
                    return Waited::Closed;
                }
                if !heard[1].is_empty() {
                    let mut rings = [0; 64];
                    while self.0.read(&mut rings).is_ok_and(|count| count == rings.len()) {}
                    return Waited::Told;
                }
                if !heard[0].is_empty() {
                    return Waited::Key;
                }
            }
        }
    }
}
