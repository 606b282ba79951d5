//! Which characters are taken for one another: those of one sound, tones aside, and those that look alike.

use super::layout::{self, COUNT, READINGS, REMOTE};

/// The readings of `assets/vocabulary/sounds.txt` and the pairs of `assets/vocabulary/looks.txt`, as `build.rs` laid them out.
static SOUNDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sounds.bin"));
static LOOKS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/looks.bin"));

/// Those that may be meant by each character, as `build.rs` laid them out.
static ALIKES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/alikes.bin"));

/// The characters of common words that may be meant by `written`, with whether they come near it only remotely.
pub fn meant_by(written: u16) -> impl Iterator<Item = (u16, bool)> {
    let end = |number: usize| super::quarter(ALIKES, 4 * number) as usize;
    let number = usize::from(written);
    let (from, to) = if written == 0 { (0, 0) } else { (end(number - 1), end(number)) };
    let base = 4 * (COUNT + 1);
    (from..to).map(move |index| {
        let at = base + 2 * index;
        let it = u16::from_le_bytes([ALIKES[at], ALIKES[at + 1]]);
        (it & !REMOTE, it & REMOTE != 0)
    })
}

/// Whether one is easily written for the other.
pub fn characters_are_alike(one: char, other: char) -> bool {
    layout::number(one).zip(layout::number(other)).is_some_and(|(one, other)| are_alike(one, other))
}

/// As [`characters_are_alike`], by the numbers of the characters.
pub fn are_alike(one: u16, other: u16) -> bool {
    let reads = readings(other);
    readings(one).into_iter().any(|it| it != 0 && reads.contains(&it)) || look_alike(one, other)
}

fn readings(number: u16) -> [u16; READINGS] {
    let from = (usize::from(number) - 1) * READINGS;
    std::array::from_fn(|at| {
        let bytes = SOUNDS.get(2 * (from + at)..2 * (from + at) + 2).and_then(|two| two.try_into().ok());
        bytes.map_or(0, u16::from_le_bytes)
    })
}

fn look_alike(one: u16, other: u16) -> bool {
    let key = layout::pair_key(one, other);
    let at = super::partition(0, LOOKS.len() / 4, |index| super::quarter(LOOKS, 4 * index) < key);
    at < LOOKS.len() / 4 && super::quarter(LOOKS, 4 * at) == key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_and_look() {
        for (one, other) in [('慢', '漫'), ('己', '已'), ('未', '末'), ('行', '形'), ('行', '航'), ('折', '拆')]
        {
            assert!(characters_are_alike(one, other) && characters_are_alike(other, one), "{one}{other}");
        }
        for (one, other) in [('慢', '快'), ('法', '规'), ('A', 'A'), ('享', '度')] {
            assert!(!characters_are_alike(one, other), "{one}{other}");
        }
    }
}
