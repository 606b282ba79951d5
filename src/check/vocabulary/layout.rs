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

/// The character of a number.
#[allow(dead_code, reason = "build.rs does not need it")]
pub fn character(number: u16) -> Option<char> {
    char::from_u32(FIRST + u32::from(number.checked_sub(1)?))
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

/// How many readings of a character are kept.
pub const READINGS: usize = 2;

/// The readings of every character, as numbers from 1 on, from lines of a reading and the characters that have it.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
pub fn of_sounds(text: &str) -> Vec<u8> {
    let mut readings = vec![[0_u16; READINGS]; COUNT];
    for (line, id) in text.lines().filter(|line| !line.starts_with('#')).zip(1..) {
        let characters = line.split_once(' ').map_or("", |(_, characters)| characters);
        for at in characters.chars().filter_map(number) {
            let own = &mut readings[usize::from(at) - 1];
            if let Some(free) = own.iter_mut().find(|it| **it == 0) {
                *free = id;
            }
        }
    }
    readings.into_iter().flatten().flat_map(u16::to_le_bytes).collect()
}

/// Pairs of characters that look alike, either way round and in order, from lines of a character and those it looks like.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
pub fn of_looks(text: &str) -> Vec<u8> {
    let mut pairs = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut numbers = line.chars().filter_map(number);
        let Some(first) = numbers.next() else { continue };
        pairs.extend(numbers.flat_map(|other| [pair_key(first, other), pair_key(other, first)]));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// One number for two characters.
pub fn pair_key(first: u16, second: u16) -> u32 {
    u32::from(first) << 16 | u32::from(second)
}

/// Bytes before the filter of the longer words: how many bits the filter has, and how many anchors there are.
#[allow(dead_code, reason = "build.rs does not need it")]
pub const LONG_HEAD: usize = 8;

/// Bits of an anchor that say where in the word it stands.
pub const OFFSET_BITS: u32 = 2;

/// Words of three and four characters, found by two neighbours that a slip leaves as they are or that it brings together: a
/// filter, where the anchors of every first character begin, the anchors in order (two numbers each: the pair, the word's number and the place of the pair in it), the words
/// (four numbers each, the last 0 for three characters).
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
pub fn of_long(text: &str) -> Vec<u8> {
    let mut words: Vec<u8> = Vec::new();
    let mut anchors: Vec<(u32, u32)> = Vec::new();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    for (word, index) in lines.zip(0_u32..) {
        let it: Vec<u16> = word.chars().map(|it| number(it).unwrap_or_else(|| panic!("no Han: {word}"))).collect();
        let places: &[(u16, u16, u32)] = match it[..] {
            [a, b, c] => &[(a, b, 0), (b, c, 1), (b, a, 0), (c, b, 1)],
            [a, b, c, d] => &[(a, b, 0), (c, d, 2), (c, b, 1)],
            _ => panic!("not three or four characters: {word}"),
        };
        anchors.extend(places.iter().map(|&(one, two, at)| (pair_key(one, two), index << OFFSET_BITS | at)));
        words.extend((0..LONGEST).flat_map(|at| it.get(at).copied().unwrap_or(0).to_le_bytes()));
    }
    anchors.sort_unstable();
    anchors.dedup();
    let bits = (anchors.len() as u32 * 8).next_power_of_two();
    let mut filter = vec![0_u8; (bits / 8) as usize];
    for (key, _) in &anchors {
        let at = filter_bit(*key, bits);
        filter[(at / 8) as usize] |= 1 << (at % 8);
    }
    let mut bytes: Vec<u8> = [bits, anchors.len() as u32].into_iter().flat_map(u32::to_le_bytes).collect();
    bytes.append(&mut filter);
    bytes.extend(starts(anchors.iter().map(|(key, _)| (key >> 16) as u16)));
    bytes.extend(anchors.into_iter().flat_map(|(key, place)| [key, place]).flat_map(u32::to_le_bytes));
    bytes.append(&mut words);
    bytes
}

/// The longest word, in characters.
pub const LONGEST: usize = 4;

/// The bit of a pair in a filter of so many bits, a power of two.
pub fn filter_bit(key: u32, bits: u32) -> u32 {
    key.wrapping_mul(0x9E37_79B1) >> (u32::BITS - bits.trailing_zeros())
}
