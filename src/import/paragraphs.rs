//! The paragraphs of a body: lines that pages and fixed widths broke are made whole.

use super::layout::{Layout, is_heading};
use super::report::Break;
use super::source::{Line, Source};
use crate::letter::outline::Marker;
use crate::text::characters::{ends_sentence, is_blank, is_han};

/// One paragraph: the lines it is made of, and what had broken it at each joint.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    pub lines: Vec<Line>,
    pub breaks: Vec<Break>,
}

/// Gathers lines into paragraphs.
pub(super) fn gather(source: &Source, lines: &[Line], layout: &Layout) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for line in lines {
        if let Some(paragraph) = paragraphs.last_mut()
            && let Some(last) = paragraph.lines.last()
            && let Some(cause) = joint(source, &paragraph.lines, last, line, layout)
        {
            paragraph.breaks.push(cause);
            paragraph.lines.push(line.clone());
            continue;
        }
        paragraphs.push(Paragraph { lines: vec![line.clone()], breaks: Vec::new() });
    }
    paragraphs
}

/// What broke a paragraph between two lines; `None` where the second begins a new one.
fn joint(source: &Source, paragraph: &[Line], last: &Line, next: &Line, layout: &Layout) -> Option<Break> {
    let (left, right) = (source.line(last), source.line(next));
    // The rows of a table stand for themselves.
    if left.contains('\t') || right.contains('\t') || is_row(left) && is_row(right) {
        return None;
    }
    // What follows a table is no row cut in two.
    if (is_row(left) || has_gap(left)) && right.starts_with(cannot_begin) {
        return None;
    }
    if right.starts_with(cannot_begin) || left.ends_with(['“', '‘', '（', '《', '〈', '〔']) {
        return Some(cause(last, next, layout));
    }
    let full = layout.wrap.is_some_and(|wrap| wrap.is_full_before(source, last, next));
    let indented = layout.indent.is_some_and(|indent| next.indent >= indent);
    let sentence_over = ends(left);
    if indented {
        return None;
    }
    if begins_item(right) {
        // （二） at the start of a broken line may be in the middle of a sentence; only indents can tell.
        let inside = full && layout.indent.is_some() && !sentence_over && !next.blank_before;
        return inside.then_some(Break::Wrap);
    }
    if sentence_over && begins_point(right) {
        return None;
    }
    if layout.parted && !next.blank_before {
        return Some(cause(last, next, layout));
    }
    // Where nothing but the width tells, a full line may still be the last: the closing begins a paragraph of its own.
    let leads_to_answer =
        left.ends_with(['：', ':', '。']) && left.trim_end_matches(['：', ':', '。']).ends_with("如下");
    if sentence_over && !layout.even && (closes_letter(right) || leads_to_answer) {
        return None;
    }
    if full || layout.even && !next.blank_before {
        // A blank line ends a paragraph, unless they stand everywhere or the page ended there.
        let parted = next.blank_before && !layout.blank_everywhere && !next.page_before;
        return if !parted {
            Some(if next.page_before { Break::Page } else { Break::Wrap })
        } else {
            (!sentence_over && !reads_as_heading(source, paragraph)).then_some(Break::Page)
        };
    }
    if sentence_over {
        // A page may end with a sentence. The missing indent tells, where all other paragraphs have one.
        let told = next.page_before && layout.indent.is_some() && left.ends_with(['。', '”']) && next.indent == 0;
        return told.then_some(Break::Page);
    }
    if left.ends_with(['，', '、', ',']) {
        return Some(cause(last, next, layout));
    }
    if reads_as_heading(source, paragraph) {
        return None;
    }
    // In a wrapped text a line that is not full and stops without a mark was ended by its writer, unless a page ended there or
    // the next line lacks the indent that paragraphs have.
    if layout.wrap.is_some() && layout.indent.is_none() && !next.page_before {
        return None;
    }
    // What a page cut off is a full line at least; what already holds a sentence and stops inside the next is no heading either.
    let length: usize = paragraph.iter().map(|line| source.line(line).chars().count()).sum();
    (length >= SHORTEST_CUT || left.contains(ends_sentence)).then(|| cause(last, next, layout))
}

/// How long the part of a paragraph is, in characters, that a page can cut off: a line, less the indent and what may not end it.
const SHORTEST_CUT: usize = 24;

fn cause(last: &Line, next: &Line, layout: &Layout) -> Break {
    let apart = next.page_before || next.blank_before && !layout.blank_everywhere;
    if apart || layout.wrap.is_none() && next.number > last.number + 1 { Break::Page } else { Break::Wrap }
}

/// Whether a line begins as the last paragraphs of a letter do.
fn closes_letter(text: &str) -> bool {
    ["感谢", "专此", "特此", "再次感谢", "衷心感谢", "最后", "以上", "此复", "下一步"]
        .iter()
        .any(|word| text.starts_with(word))
}

/// Marks that no line may begin with.
pub(super) fn cannot_begin(mark: char) -> bool {
    matches!(
        mark,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '）'
            | '》'
            | '〉'
            | '〕'
            | '”'
            | '’'
            | ','
            | ';'
            | '%'
            | '％'
            | '℃'
    )
}

/// Whether a line ends as paragraphs end: with a sentence, a clause of a list, or a colon; closing marks after it count.
pub(super) fn ends(text: &str) -> bool {
    let bare = text.trim_end_matches(['”', '’', '）', ')', '》', '"']);
    // A half-width point ends a sentence after a word, and is one of figures after a digit.
    let by_point =
        bare.strip_suffix(['.', '．']).is_some_and(|rest| !rest.ends_with(|mark: char| mark.is_ascii_digit()));
    by_point || bare.ends_with(|mark| ends_sentence(mark) || matches!(mark, '；' | '：' | '…' | ';' | ':' | '!' | '?'))
}

/// Whether a line begins with the number of a section.
fn begins_item(text: &str) -> bool {
    Marker::at_start(text).is_some()
}

/// Whether a line reads as a row of a table whose cells blanks part: three cells or more, none of them a clause.
fn is_row(text: &str) -> bool {
    let cells = text.split(is_blank).filter(|cell| !cell.is_empty());
    cells.clone().count() >= 3
        && !text.contains(['，', '。', '；', '：'])
        && cells.into_iter().all(|cell| cell.chars().count() <= 16)
}

/// Whether a short line has a wide gap and no mark, as a row of two cells has.
fn has_gap(text: &str) -> bool {
    (text.contains("  ") || text.contains('\u{3000}'))
        && text.chars().count() <= 40
        && !text.contains(['，', '。', '；', '：', '（'])
}

/// Whether a line begins as the points of a list do that is not numbered by the standard: ①, ⑴, ㈠, ●, 1.1.
pub(super) fn begins_point(text: &str) -> bool {
    let is_sign =
        |sign: char| matches!(sign, '①'..='⒛' | '㈠'..='㈩' | '㊀'..='㊉' | '●' | '■' | '◆' | '▲' | '★' | '►' | '•');
    text.starts_with(is_sign) || decimal(text)
}

/// Whether a line begins with a number in several parts, as 1.1 or 2.3.1, and words after it; 1.5亿元 is a figure.
pub(super) fn decimal(text: &str) -> bool {
    let is_part = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let number = &text[..text.len() - text.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '.').len()];
    let after = &text[number.len()..];
    let parts = number.trim_end_matches('.').split('.');
    let is_number = number.contains('.') && parts.clone().count() > 1 && parts.into_iter().all(is_part);
    let units = [
        '亿', '万', '千', '百', '%', '％', '元', '个', '倍', '米', '吨', '公', '平', '亩', '立', '‰', '℃', '～', '~',
        '-', '—', '、', '至',
    ];
    is_number && (after.starts_with(is_blank) || after.starts_with(|sign: char| is_han(sign) && !units.contains(&sign)))
}

/// Whether what stands so far is a heading: numbered, or too short for a line that a page could have cut.
fn reads_as_heading(source: &Source, paragraph: &[Line]) -> bool {
    let [line] = paragraph else { return false };
    let text = source.line(line);
    if is_heading(text) {
        return true;
    }
    let open = |left: char, right: char| text.matches(left).count() > text.matches(right).count();
    let breaks_off =
        open('（', '）') || open('《', '》') || open('“', '”') || text.ends_with(|mark: char| mark.is_ascii_digit());
    Marker::at_start(text).is_none() && !breaks_off && text.chars().count() <= 22 && !text.contains(['，', '。', '；'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gathered(text: &str) -> Vec<String> {
        let source = Source::read(text);
        let layout = Layout::of(&source, &source.lines);
        gather(&source, &source.lines, &layout)
            .into_iter()
            .map(|paragraph| paragraph.lines.iter().map(|line| source.line(line)).collect::<Vec<_>>().join("／"))
            .collect()
    }

    #[test]
    fn a_paragraph_that_a_page_cut() {
        assert_eq!(
            gathered(
                "我市以柳溪产业园为基础加快创建，促进现有产业集群发展，加快高质量发展增添新\n\n动力。成效明显。\n\n一、大力支持柳溪镇创建\n\n（一）建立体系。已经出台。"
            ),
            [
                "我市以柳溪产业园为基础加快创建，促进现有产业集群发展，加快高质量发展增添新／动力。成效明显。",
                "一、大力支持柳溪镇创建",
                "（一）建立体系。已经出台。"
            ]
        );
    }

    #[test]
    fn lines_broken_at_a_width() {
        let text = "\u{3000}\u{3000}近年来，我市坚持把水环境治理摆在突出位置，先后投入资\n金一亿二千万元，完成河道清淤三十八公里，新建污水管网五十\n二公里，水质明显改善。\n\u{3000}\u{3000}一、加强源头治理\n\u{3000}\u{3000}今年以来，共排查入河排污口二百一十六个，已经整治一百\n八十个，其余计划在年底前完成，具体安排见整治方案中的第\n（二）项。下一步还将加大力度。\n\u{3000}\u{3000}二、健全长效机制\n";
        assert_eq!(
            gathered(text),
            [
                "近年来，我市坚持把水环境治理摆在突出位置，先后投入资／金一亿二千万元，完成河道清淤三十八公里，新建污水管网五十／二公里，水质明显改善。",
                "一、加强源头治理",
                "今年以来，共排查入河排污口二百一十六个，已经整治一百／八十个，其余计划在年底前完成，具体安排见整治方案中的第／（二）项。下一步还将加大力度。",
                "二、健全长效机制"
            ]
        );
    }

    #[test]
    fn rows_stay_apart() {
        let rows = [
            "序号 项目名称 总投资（万元） 建设年限 责任单位",
            "1 东江大堤加固工程 12600 2026—2028年 市水务局",
            "2 西河泵站更新改造 3400 2026年 市水务局",
        ];
        assert_eq!(gathered(&rows.join("\n")), rows);
    }

    #[test]
    fn points_that_the_standard_does_not_number() {
        for line in ["①改造班线", "⑵建立台账", "㈠加强", "● 大字版", "1.1 线路规模", "2.3.1干线"]
        {
            assert!(begins_point(line), "{line}");
        }
        for line in ["1.5亿元", "1.加强", "2026.6.1", "12.5%以上", "近1.1倍", "3.2～4.1米"] {
            assert!(!begins_point(line), "{line}");
        }
    }

    #[test]
    fn paragraphs_left_whole_stay_apart() {
        assert_eq!(
            gathered("一是加强领导；\n二是加大投入；\n三是强化监督。\n工作进展\n目前已完成。"),
            ["一是加强领导；", "二是加大投入；", "三是强化监督。", "工作进展", "目前已完成。"]
        );
    }
}
