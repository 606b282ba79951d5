//! Which characters are taken for one another: those of one sound, tones aside, and those that look alike.

use super::layout::{self, READINGS};

/// The readings of `assets/vocabulary/sounds.txt` and the pairs of `assets/vocabulary/looks.txt`, as `build.rs` laid them out.
static SOUNDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sounds.bin"));
static LOOKS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/looks.bin"));

/// Whether one is easily written for the other.
pub fn are_alike(one: char, other: char) -> bool {
    let (Some(one), Some(other)) = (layout::number(one), layout::number(other)) else { return false };
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
            assert!(are_alike(one, other) && are_alike(other, one), "{one}{other}");
        }
        for (one, other) in [('慢', '快'), ('法', '规'), ('A', 'A'), ('享', '度')] {
            assert!(!are_alike(one, other), "{one}{other}");
        }
    }
}
