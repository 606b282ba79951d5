//! How the vocabulary lies in the program: tables of numbers, little-endian, searched as they are. `build.rs` writes them
//! with this file and the program reads them with it.

/// The first character with a number; the last is `FIRST + COUNT - 1`.
pub const FIRST: u32 = 0x4E00;

/// How many characters have a number.
pub const COUNT: usize = 0x5200;

/// The cost of a character that is no word of its own.
pub const UNKNOWN: u8 = 139;

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

/// The cost of each character as a word of its own, from a list of words, one a line with its cost.
///
/// # Panics
/// On a line that is not a word of one to four characters and a number from 1 to 255, here and in [`of_pairs`] and
/// [`of_longer`]; only `build.rs` calls these.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
pub fn of_singles(words: &str) -> Vec<u8> {
    let mut singles = vec![UNKNOWN; COUNT + 1];
    // What is no Han character stands by itself at no cost.
    singles[0] = 0;
    for (word, cost, _) in listed(words) {
        if let [only] = word[..] {
            singles[usize::from(only)] = cost;
        }
    }
    singles
}

#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
fn listed(words: &str) -> impl Iterator<Item = (Vec<u16>, u8, u8)> {
    words.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut parts = line.split(' ');
        let word = parts.next().unwrap_or_default();
        let cost = parts.next().and_then(|it| it.parse().ok()).filter(|cost| *cost > 0);
        let cost = cost.unwrap_or_else(|| panic!("no cost: {line}"));
        let office = parts.next().map_or(Ok(0), str::parse).unwrap_or_else(|_| panic!("no number: {line}"));
        let word: Vec<u16> = word.chars().map(|it| number(it).unwrap_or_else(|| panic!("no Han: {line}"))).collect();
        assert!((1..=LONGEST).contains(&word.len()), "too long: {line}");
        (word, cost, office)
    })
}

/// The least cost that a word of two characters and more is kept with.
const LEAST: u8 = 38;

/// The bits that keep the cost of such a word, in steps of two.
const COST_BITS: u32 = 6;

/// One byte for what a word of two characters and more costs and how well offices know it; never 0.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
fn packed(cost: u8, office: u8) -> u32 {
    let steps = (u32::from(cost.saturating_sub(LEAST)) / 2).clamp(1, (1 << COST_BITS) - 1);
    u32::from(office.min(3)) << COST_BITS | steps
}

/// The cost that such a byte keeps.
#[allow(dead_code, reason = "build.rs does not need it")]
pub fn cost_of(packed: u8) -> i32 {
    i32::from(LEAST) + 2 * i32::from(packed & ((1 << COST_BITS) - 1))
}

/// How well offices know the word of such a byte, from 0 to 3.
#[allow(dead_code, reason = "build.rs does not need it")]
pub fn office_of(packed: u8) -> u8 {
    packed >> COST_BITS
}

/// How many places the table of pairs has; a power of two.
pub const PAIRS: usize = 1 << 20;

/// What is known of two characters side by side, as it lies in the table of pairs: from the lowest bits the cost of the word
/// they are, 0 for none; the cost of a seam between them, 0 for one that was never seen; whether they stand side by side in a
/// word; whether a longer word begins with them. Part of the key is above.
pub const SEAM_AT: u32 = 8;
/// Set where the pair stands in a word.
pub const JOINS: u32 = 1 << 14;
/// Set where a word of more than two characters begins with the pair.
pub const BEGINS: u32 = 1 << 15;
/// The bits of the key that is kept.
#[allow(dead_code, reason = "build.rs does not need it")]
pub const KEY: u32 = 0xFFFF_0000;

/// What is added to the cost of a seam, so that it is above 0.
pub const SEAM_ZERO: i32 = 20;

/// Where a pair is looked for first, and the part of its key that is kept. Place and part tell the pair exactly, together with
/// how many places further on it lies, which is added to the part in steps of [`STEP`].
pub fn pair_place(first: u16, second: u16) -> (usize, u32) {
    // Every step can be undone, so that no two pairs come out alike.
    const BITS: u32 = 30;
    const ALL: u32 = (1 << BITS) - 1;
    let mut key = u32::from(first) << 15 | u32::from(second);
    for odd in [0x2C1B_3C6D, 0x297A_2D39] {
        key ^= key >> 15;
        key = key.wrapping_mul(odd) & ALL;
    }
    key ^= key >> 15;
    let index_bits = PAIRS.trailing_zeros();
    ((key >> (BITS - index_bits)) as usize, (key & ((1 << (BITS - index_bits)) - 1)) << 16)
}

/// What is added to the part of a key for every place that a pair lies further on.
pub const STEP: u32 = 1 << 26;

/// The table of pairs: what a list of words says of them, and what stands beside what where words meet, from lines of a last
/// character, the cost of what was never seen behind it, and costs with the first characters that have them.
///
/// # Panics
/// On a line that is not written so; only `build.rs` calls this.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
pub fn of_pairs(words: &str, seams: &str) -> Vec<u8> {
    let mut pairs = std::collections::BTreeMap::<(u16, u16), u32>::new();
    for (word, cost, office) in listed(words) {
        for pair in word.windows(2) {
            *pairs.entry((pair[0], pair[1])).or_default() |= JOINS;
        }
        match word[..] {
            [first, second] => *pairs.entry((first, second)).or_default() |= packed(cost, office),
            [first, second, ..] => *pairs.entry((first, second)).or_default() |= BEGINS,
            _ => {}
        }
    }
    for (last, parts) in seams_listed(seams) {
        for part in parts.skip(1) {
            let end = part.find(|it: char| !it.is_ascii()).unwrap_or(part.len());
            let cost = u32::from(seam_cost(&part[..end]));
            for first in part[end..].chars().filter_map(number) {
                *pairs.entry((last, first)).or_default() |= cost << SEAM_AT;
            }
        }
    }
    let mut table = vec![0_u32; PAIRS];
    for ((first, second), value) in pairs {
        let (mut at, mut key) = pair_place(first, second);
        while table[at] != 0 {
            at = (at + 1) % PAIRS;
            key = key.checked_add(STEP).unwrap_or_else(|| panic!("too many pairs in one place"));
        }
        table[at] = key | value;
    }
    table.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// What a seam costs behind each character where it was never seen, from the same lines.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
pub fn of_unseen(seams: &str) -> Vec<u8> {
    let mut unseen = vec![SEAM_ZERO as u8; COUNT + 1];
    for (last, mut parts) in seams_listed(seams) {
        unseen[usize::from(last)] = seam_cost(parts.next().unwrap_or_default());
    }
    unseen
}

#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
fn seams_listed(seams: &str) -> impl Iterator<Item = (u16, std::str::Split<'_, char>)> {
    seams.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut parts = line.split(' ');
        let last = parts.next().and_then(|it| it.chars().next()).and_then(number);
        (last.unwrap_or_else(|| panic!("no Han: {line}")), parts)
    })
}

#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
fn seam_cost(part: &str) -> u8 {
    let cost: i32 = part.parse().unwrap_or_else(|_| panic!("no cost: {part}"));
    u8::try_from(cost + SEAM_ZERO).ok().filter(|it| (1..64).contains(it)).unwrap_or_else(|| panic!("cost: {cost}"))
}

/// The bits of the set of pairs that stand in words that may be meant, which is small enough to be near at hand; a power of two.
pub const JOIN_BITS: u32 = 1 << 20;

/// The bit of a pair in that set.
pub fn join_bit(first: u16, second: u16) -> u32 {
    pair_key(first, second).wrapping_mul(0x85EB_CA6B) >> (u32::BITS - JOIN_BITS.trailing_zeros())
}

/// The set of pairs that stand in words that may be meant.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
pub fn of_joins(words: &str) -> Vec<u8> {
    let mut joins = vec![0_u8; (JOIN_BITS / 8) as usize];
    for (word, ..) in listed(words).filter(|(word, cost, _)| *cost <= if word.len() > 2 { MEANT_LONGER } else { MEANT })
    {
        for pair in word.windows(2) {
            let bit = join_bit(pair[0], pair[1]);
            joins[(bit / 8) as usize] |= 1 << (bit % 8);
        }
    }
    joins
}

/// How many places the table of longer words has; a power of two.
pub const LONGER: usize = 1 << 18;

/// Where a word of three or four characters is looked for first, and the part of its key that is kept; `fourth` is 0 for three.
pub fn longer_place(word: [u16; LONGEST]) -> (usize, u32) {
    let key = word.into_iter().fold(0_u64, |key, number| key << 16 | u64::from(number));
    let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let hash = (hash ^ hash >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    ((hash >> (u64::BITS - LONGER.trailing_zeros())) as usize, (hash >> 8) as u32 & !0xFF | 1 << 8)
}

/// The table of words of three and four characters: part of the key of each with its cost in the lowest bits.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
pub fn of_longer(words: &str) -> Vec<u8> {
    let mut table = vec![0_u32; LONGER];
    for (word, cost, office) in listed(words).filter(|(word, ..)| word.len() > 2) {
        let (mut at, key) = longer_place(std::array::from_fn(|at| word.get(at).copied().unwrap_or(0)));
        while table[at] != 0 {
            at = (at + 1) % LONGER;
        }
        table[at] = key | packed(cost, office);
    }
    table.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// Set in a number of [`of_alikes`] that is alike only remotely.
pub const REMOTE: u16 = 1 << 15;

/// For every character those that may be meant by it: of the same sound or look, and, marked, those that come near it.
/// Only characters of common words are meant.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
pub fn of_alikes(words: &str, sounds: &str, looks: &str, shapes: &str) -> Vec<u8> {
    let mut is_meant = vec![false; COUNT + 1];
    for (word, ..) in listed(words).filter(|(word, cost, _)| word.len() > 1 && *cost <= COMMON) {
        word.into_iter().for_each(|it| is_meant[usize::from(it)] = true);
    }
    let mut alikes: Vec<Vec<u16>> = vec![Vec::new(); COUNT + 1];
    let mut add = |one: u16, other: u16, mark: u16| {
        let own = &mut alikes[usize::from(one)];
        if one != other && is_meant[usize::from(other)] && !own.iter().any(|it| *it & !REMOTE == other) {
            own.push(other | mark);
        }
    };
    let groups = |text: &str| -> Vec<(String, Vec<u16>)> {
        let lines = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' '));
        lines.map(|(head, rest)| (head.to_owned(), rest.chars().filter_map(number).collect())).collect()
    };
    let sounds = groups(sounds);
    for (_, group) in &sounds {
        group.iter().for_each(|one| group.iter().for_each(|other| add(*one, *other, 0)));
    }
    for (text, mark) in [(looks, 0), (shapes, 0)] {
        for (head, group) in groups(text) {
            let Some(one) = head.chars().next().and_then(number) else { continue };
            for other in group {
                add(one, other, mark);
                add(other, one, mark);
            }
        }
    }
    for (sound, group) in &sounds {
        for (_, other) in sounds.iter().filter(|(other, _)| are_near(sound, other)) {
            group.iter().for_each(|one| other.iter().for_each(|other| add(*one, *other, REMOTE)));
        }
    }
    let counts = alikes.iter().map(|it| it.len() as u32);
    let mut sum = 0;
    let ends: Vec<u32> = counts
        .map(|count| {
            sum += count;
            sum
        })
        .collect();
    let mut bytes: Vec<u8> = ends.into_iter().flat_map(u32::to_le_bytes).collect();
    bytes.extend(alikes.into_iter().flatten().flat_map(u16::to_le_bytes));
    bytes
}

/// How rare a word of two characters and more may be whose characters are meant.
const COMMON: u8 = 112;

/// How rare a word may be that is meant.
pub const MEANT: u8 = 115;

/// The same of a word of more than two characters, which hardly anything else is taken for.
pub const MEANT_LONGER: u8 = 130;

/// Whether two sounds are often taken for one another: zhi and zi, jin and jing.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
fn are_near(one: &str, other: &str) -> bool {
    let start = |it: &str| {
        ["zh", "ch", "sh"]
            .iter()
            .find(|lead| it.starts_with(*lead))
            .map_or(it.to_owned(), |lead| format!("{}{}", &lead[..1], &it[2..]))
    };
    let end = |it: &str| match it.strip_suffix("ng") {
        Some(rest) if rest.ends_with(['i', 'e', 'a']) => format!("{rest}n"),
        _ => it.to_owned(),
    };
    let plain = |it: &str| end(&start(it));
    one != other && plain(one) == plain(other)
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

/// Words of three and four characters by the two that come side by side when one between them is left out: where the words of
/// every first character begin, and each word with which is left out, in order of the pair; a word is four numbers, the last
/// with [`THIRD`] set for a third that is left out, and 0 or it alone for three characters.
#[allow(dead_code, reason = "build.rs uses this, the program only reads")]
pub fn of_left_out(text: &str) -> Vec<u8> {
    let mut entries: Vec<(u32, [u16; LONGEST])> = Vec::new();
    for word in text.lines().filter(|line| !line.starts_with('#')) {
        let it: Vec<u16> = word.chars().map(|it| number(it).unwrap_or_else(|| panic!("no Han: {word}"))).collect();
        match it[..] {
            [a, b, c] => entries.push((pair_key(a, c), [a, b, c, 0])),
            [a, b, c, d] => entries.extend([(pair_key(a, c), [a, b, c, d]), (pair_key(b, d), [a, b, c, d | THIRD])]),
            _ => panic!("not three or four characters: {word}"),
        }
    }
    entries.sort_unstable();
    let ends = (0..=COUNT as u32).map(|first| entries.partition_point(|(key, _)| key >> 16 <= first) as u32);
    let mut bytes: Vec<u8> = ends.flat_map(u32::to_le_bytes).collect();
    bytes.extend(entries.into_iter().flat_map(|(_, word)| word).flat_map(u16::to_le_bytes));
    bytes
}

/// Set in the last number of a word whose third character is left out.
pub const THIRD: u16 = 1 << 15;

/// The longest word, in characters.
pub const LONGEST: usize = 4;
