//! D14: a decrease by so many times.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "D14",
    name: "decrease-by-times",
    title: "减少不用“倍”",
    group: Group::Numbers,
    severity: Severity::Warning,
    explanation: "数量减少用分数、百分数表示，不用“倍”：写“减少三分之二”“下降60%”，不写“减少2倍”。",
    source: "《党政机关公文处理工作条例》第十九条（三）：表述准确；通行的数字表述规则",
    examples: &[
        wrong(&[("paragraph", "投诉量‹减少了2倍›，居民满意。")]),
        wrong(&[("paragraph", "候车时间‹缩短1.5倍›。")]),
        right(&[("paragraph", "投诉量减少60%，班次增加2倍，减少的时间是过去的2倍。")]),
    ],
    check: Check::PassageWith("倍", check),
};

const DECREASES: [&str; 8] = ["减少", "下降", "降低", "缩短", "缩小", "压缩", "减小", "压减"];

fn check(passage: &Passage<'_>, found: &mut Found<'_>) {
    for (at, mark) in passage.text.match_indices('倍') {
        let before = &passage.text[..at];
        let number = before
            .trim_end_matches(|it: char| it.is_ascii_digit() || it == '.' || crate::text::numeral::is_numeral(it));
        let verb = number.trim_end_matches(['了', '近', '约']);
        if number.len() < before.len()
            && let Some(word) = DECREASES.iter().find(|word| verb.ends_with(**word))
        {
            let range = verb.len() - word.len()..at + mark.len();
            found.at(passage.field, range, "减少、下降不用“倍”表示");
        }
    }
}
