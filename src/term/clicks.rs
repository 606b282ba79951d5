//! Counting clicks: terminals tell that a button went down, not that it did so twice.

use std::time::{Duration, Instant};

use crate::app::{Click, Message};

/// Clicks that are further apart are two clicks.
const APART: Duration = Duration::from_millis(400);

/// The most clicks that mean something together.
const MOST: u8 = 4;

/// The click before, and how many there were in its place.
#[derive(Debug, Default)]
pub(super) struct Clicks {
    last: Option<(Instant, (u16, u16), u8)>,
}

impl Clicks {
    /// `message`, heard at `now`, as it is to be understood after those before it.
    pub fn count(&mut self, message: Message, now: Instant) -> Message {
        let Message::Mouse { click: Click::Press { extend: false }, column, row } = message else {
            return message;
        };
        let again = self.last.filter(|(then, place, _)| *place == (column, row) && now.duration_since(*then) < APART);
        let times = again.map_or(1, |(_, _, times)| if times == MOST { 1 } else { times + 1 });
        self.last = Some((now, (column, row), times));
        if times == 1 { message } else { Message::Mouse { click: Click::Again(times), column, row } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clicks_in_one_place_and_moment_are_counted() {
        let mut clicks = Clicks::default();
        let start = Instant::now();
        let mut click = |after: u64, column: u16| {
            let message = Message::Mouse { click: Click::Press { extend: false }, column, row: 3 };
            match clicks.count(message, start + Duration::from_millis(after)) {
                Message::Mouse { click: Click::Again(times), .. } => times,
                _ => 1,
            }
        };
        let counted =
            [(0, 5), (100, 5), (200, 5), (300, 5), (400, 5), (1000, 5), (1100, 6)].map(|(at, x)| click(at, x));
        assert_eq!(counted, [1, 2, 3, 4, 1, 1, 1]);
    }
}
