//! Chinese numerals, as headings, sessions and old dates write them.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The value of a Chinese digit, 0 to 9; 零 counts as 〇, 两 as 二.
pub fn digit(character: char) -> Option<u32> {
    match character {
        '零' | '○' => Some(0),
        '两' => Some(2),
        _ => DIGITS.iter().position(|&digit| digit == character).map(|at| at as u32),
    }
}

/// Whether `character` can stand in a Chinese numeral below ten thousand.
pub fn is_numeral(character: char) -> bool {
    digit(character).is_some() || matches!(character, '十' | '百' | '千')
}

/// Reads a Chinese numeral from 0 to 9999: 十七, 二十, 一百零二, and digit by digit 二〇一七. `None` for anything else.
pub fn parse(text: &str) -> Option<u32> {
    let digits: Option<Vec<u32>> = text.chars().map(digit).collect();
    if let Some(digits) = digits {
        return match digits.len() {
            1..=4 => Some(digits.into_iter().fold(0, |value, digit| value * 10 + digit)),
            _ => None,
        };
    }
    let (mut value, mut pending, mut unit_before) = (0, None, 10_000);
    for character in text.chars() {
        let unit = match character {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => {
                if matches!(pending, Some(1..)) {
                    return None;
                }
                pending = Some(digit(character)?);
                continue;
            }
        };
        if unit >= unit_before {
            return None;
        }
        let count = match pending.take() {
            Some(0) if unit == 10 && value > 0 => 1,
            Some(0) => return None,
            Some(count) => count,
            None if unit == 10 => 1,
            None => return None,
        };
        value += count * unit;
        unit_before = unit;
    }
    Some(value + pending.unwrap_or(0))
}

/// Writes 0 to 9999 as a heading or session writes it: 十七, 二十, 一百零二. Larger values wrap to their last four digits.
pub fn format(value: u32) -> String {
    let value = value % 10_000;
    if value == 0 {
        return "零".to_owned();
    }
    let mut text = String::new();
    let mut gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let count = value / unit % 10;
        if count == 0 {
            gap = gap || !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        if !(count == 1 && unit == 10 && text.is_empty()) {
            text.push(DIGITS[count as usize]);
        }
        text.push_str(name);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_read_as_it_was_written() {
        for value in 1..10_000 {
            assert_eq!(parse(&format(value)), Some(value), "{}", format(value));
        }
    }

    #[test]
    fn numerals_as_people_write_them() {
        assert_eq!(format(10), "十");
        assert_eq!(format(17), "十七");
        assert_eq!(format(102), "一百零二");
        assert_eq!(parse("二〇一七"), Some(2017));
        assert_eq!(parse("二○二六"), Some(2026));
        assert_eq!(parse("一百一十"), Some(110));
        for wrong in ["", "十十", "百", "一二十", "十百", "甲"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
