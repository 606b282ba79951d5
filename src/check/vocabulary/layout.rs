//! How the vocabulary lies in the program: tables of numbers, little-endian, searched as they are. `build.rs` writes them
//! with this file and the program reads them with it.

/// The first character with a number; the last is `FIRST + COUNT - 1`.
pub const FIRST: u32 = 0x4E00;

/// How many characters have a number.
pub const COUNT: usize = 0x5200;

/// The cost of a character that is no word of its own.
pub const UNKNOWN: u8 = 139;

/// Bytes of one table of where the words of each first character begin.
#[allow(dead_code, reason = "build.rs does not need it")]
pub const STARTS: usize = 4 * (COUNT + 1);

/// The number of a character, from 1 on; none for a character outside the common block of Han characters.
pub fn number(character: char) -> Option<u16> {
    let at = u32::from(character).checked_sub(FIRST)?;
    (at < COUNT as u32).then(|| at as u16 + 1)
}

/// The tables of a list of words, one a line with its cost.
///
/// # Panics
/// On a line that is not a word of one to four characters and a number below 256; only `build.rs` calls this.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
pub fn of_words(text: &str) -> Vec<u8> {
    let mut single = vec![UNKNOWN; COUNT];
    let mut pairs: Vec<(u16, u32)> = Vec::new();
    let mut longer: Vec<(u16, u64)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (word, cost) = line.split_once(' ').unwrap_or_else(|| panic!("no cost: {line}"));
        let cost: u8 = cost.parse().unwrap_or_else(|_| panic!("no cost: {line}"));
        let it: Vec<u16> = word.chars().map(|it| number(it).unwrap_or_else(|| panic!("no Han: {line}"))).collect();
        match it[..] {
            [only] => single[usize::from(only) - 1] = cost,
            [first, second] => pairs.push((first, u32::from(second) << 8 | u32::from(cost))),
            [first, second, third] => longer.push((first, long_key(second, third, 0) | u64::from(cost))),
            [first, second, third, fourth] => longer.push((first, long_key(second, third, fourth) | u64::from(cost))),
            _ => panic!("too long: {line}"),
        }
    }
    pairs.sort_unstable();
    longer.sort_unstable();
    let mut bytes = single;
    bytes.extend(starts(pairs.iter().map(|(first, _)| *first)));
    bytes.extend(starts(longer.iter().map(|(first, _)| *first)));
    bytes.extend(pairs.iter().flat_map(|(_, key)| key.to_le_bytes()));
    bytes.extend(longer.iter().flat_map(|(_, key)| key.to_le_bytes()));
    bytes
}

/// The key of a word of three or four characters, without its cost and its first character; `fourth` is 0 for three.
pub fn long_key(second: u16, third: u16, fourth: u16) -> u64 {
    (u64::from(second) << 32 | u64::from(third) << 16 | u64::from(fourth)) << 8
}

#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
fn starts(firsts: impl Iterator<Item = u16> + Clone) -> Vec<u8> {
    let mut counts = vec![0_u32; COUNT + 1];
    for first in firsts {
        counts[usize::from(first)] += 1;
    }
    let mut sum = 0;
    let ends = counts.iter().map(|count| {
        sum += count;
        sum
    });
    ends.flat_map(u32::to_le_bytes).collect()
}
