//! S08: characters that nobody sees.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "S08",
    name: "hidden-characters",
    title: "不可见字符",
    group: Group::Secrecy,
    severity: Severity::Warning,
    explanation: "零宽空格、软连字符、字节顺序标记等看不见的字符，多半是从网页复制带来的；会使查找、比对和公开系统出错。改变文字方向的控制字符能使文字看起来与实际不同，一律删去。",
    source: "《党政机关公文处理工作条例》第二十条（四）：文字规范；Unicode标准附件9",
    examples: &[
        wrong(&[("paragraph", "站台‹\u{200B}›已经完工。")]).mended("站台已经完工。"),
        wrong(&[("paragraph", "站台‹\u{202E}›已经完工。")]).mended("站台已经完工。"),
        wrong(&[("issuer", "临江市‹\u{FEFF}›交通运输局"), ("signature", "临江市交通运输局")]),
        wrong(&[("paragraph", "站台‹\u{FFFD}›已经完工。")]),
        right(&[("paragraph", "站台已经完工，䶮、喆、昇等字正常。")]),
    ],
    check: Check::Parts(Parts {
        elements: Some(check_elements),
        paragraph: Some(("", |_, passage, found| check(passage.field, passage.text, 0, found))),
        letter: Some(check_between),
    }),
};

fn check_elements(context: &Context<'_>, found: &mut Found<'_>) {
    for (field, text) in context.fields() {
        check(field, &text, 0, found);
    }
}

/// What stands between and around the paragraphs: nothing but blanks, which may be of the kind that nobody sees.
fn check_between(context: &Context<'_>, found: &mut Found<'_>) {
    let body = context.body();
    let mut from = 0;
    let starts = context.outline.paragraphs.iter().map(|paragraph| paragraph.range.clone());
    for paragraph in starts.chain(std::iter::once(body.len()..body.len())) {
        if !matches!(&body[from..paragraph.start], "" | "\n") {
            check(Field::Body, &body[from..paragraph.start], from, found);
        }
        from = paragraph.end;
    }
}

/// Tells of what is hidden in `text`, which begins at byte `offset` of its field.
fn check(field: Field, text: &str, offset: usize, found: &mut Found<'_>) {
    for (at, character) in text.char_indices() {
        // Most text is Chinese of the basic plane: nothing to look at.
        if matches!(character, ' '..='~' | '\n' | '\u{3000}'..='\u{9FFF}' | '\u{FF00}'..='\u{FF5E}') {
            continue;
        }
        let range = offset + at..offset + at + character.len_utf8();
        if characters::is_direction_control(character) {
            found.at(field, range.clone(), "改变文字方向的控制字符").mend_as(
                "删去",
                Applicability::Safe,
                vec![Edit::delete(range)],
            );
        } else if characters::is_zero_width(character) || character.is_control() && character != '\t' {
            let message = format!("不可见字符U+{:04X}", u32::from(character));
            found.at(field, range.clone(), message).mend_as("删去", Applicability::Safe, vec![Edit::delete(range)]);
        } else if character == '\u{FFFD}' || matches!(character, '\u{E000}'..='\u{F8FF}') {
            found.at(field, range, "字符丢失或者是本机自造的字，换一台机器就看不到").weigh(Severity::Error);
        }
    }
}
