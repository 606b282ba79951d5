//! Whether a text begins with the name of a person.

use crate::text::characters::is_han;
use crate::text::family_name::is_family_name;
use crate::text::vocabulary;

/// What goes on after a name.
const AFTER: [&str; 27] = [
    "溺", "受伤", "骨折", "遭", "确诊", "一事", "致", "已", "因", "的", "患", "在", "被", "由", "、", "，", "。", "（",
    "；", "家", "同学", "长期", "申请", "反映", "等人", "不幸", "就读",
];

/// Characters that are in no given name.
const NO_NAME: &str = "的了在是有和与及等为被把因已就都也不上下中各每某们时";

/// How many bytes the name takes with which `text` begins: a family name and one or two characters that make no word, with what
/// follows neither. `None` where no name begins it.
pub fn name_at_start(text: &str) -> Option<usize> {
    let rarity = |characters: &[char]| vocabulary::rarity(&String::from_iter(characters));
    [3, 2].into_iter().find_map(|count| {
        let length = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
        let (name, rest) = (&text[..length], &text[length..]);
        let characters: Vec<char> = name.chars().collect();
        let is_name = characters.len() == count
            && characters.iter().all(|it| is_han(*it) && !NO_NAME.contains(*it))
            && characters.first().is_some_and(|it| is_family_name(*it));
        let goes_on = (rest.is_empty() || AFTER.iter().any(|word| rest.starts_with(word))) && !rest.starts_with("患者");
        let seam = [characters.last().copied().unwrap_or(' '), rest.chars().next().unwrap_or(' ')];
        let is_word = rarity(&characters) != vocabulary::NONE || count == 3 && rarity(&seam) != vocabulary::NONE;
        (is_name && goes_on && !is_word).then_some(length)
    })
}

/// Whether a text is a name without one of the commonest family names: two to six characters that make no word at all.
pub fn is_foreign_name(text: &str) -> bool {
    let characters: Vec<char> = text.chars().filter(|it| *it != '·').collect();
    let is_name = (2..=6).contains(&characters.len())
        && characters.iter().all(|it| is_han(*it) && !NO_NAME.contains(*it))
        && !text.contains(is_general);
    is_name && characters.windows(2).all(|pair| vocabulary::rarity(&String::from_iter(pair)) == vocabulary::NONE)
}

/// Characters of words for many.
fn is_general(character: char) -> bool {
    "群体等人数总类近视超".contains(character)
}
