//! N12: a paragraph that breaks off.

use crate::check::authoring::*;
use crate::letter::outline::Section;

pub static RULE: Rule = Rule {
    code: "N12",
    name: "unfinished-sentence",
    title: "句子没有写完",
    group: Group::Structure,
    severity: Severity::Warning,
    explanation: "段落以句号、问号、叹号、冒号、分号等结束。以逗号、顿号结束，或者末尾没有标点的，多半没有写完。小标题不在此列。",
    source: "GB/T 15834—2011 4.1；《党政机关公文处理工作条例》第二十条（四）",
    examples: &[
        wrong(&[("paragraph", "下一步，我局将加密接驳班次，延长运营时间‹，›")]),
        wrong(&[("paragraph", "下一步，我局将加密接驳班次，延长运营时间‹›")])
            .mended("下一步，我局将加密接驳班次，延长运营时间。"),
        wrong(&[("paragraph", "（一）加密班次。下一步，我局将延长运营时间‹、›")]),
        wrong(&[("paragraph", "（一）加密班次。高峰期8分钟一班。\n（二）延长时间，末班车改为22时30分发出‹›")]),
        wrong(&[("paragraph", "经现场踏勘，新建站房暂不具备条件，近期难以实施‹›")])
            .mended("经现场踏勘，新建站房暂不具备条件，近期难以实施。"),
        wrong(&[("paragraph", "新建站房的建议近期难以实施‹›")]),
        right(&[(
            "paragraph",
            "（一）加密班次，方便出行\n高峰期8分钟一班。\n（二）延长时间，方便夜归\n末班车改为22时30分发出。",
        )]),
        right(&[("paragraph", "四、主要措施\n（一）加密班次，方便出行\n（二）延长时间，方便夜归")]),
        right(&[("paragraph", "近期难以实施的事项\n新建站房的建议近期难以实施。")]),
        wrong(&[("paragraph", "下一步，我局将采取以下措施‹：›")]),
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n接驳线路已经开通，我局将继续做好以下工作‹：›\n感谢你们对交通工作的关心和支持，希望继续提出意见。",
        )]),
        wrong(&[("paragraph", "（1）加密班次；\n（2）延长时间‹；›\n同时明确专人负责落实。")]),
        wrong(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n接驳线路已经开通。\n感谢你们对交通工作的关心和支持‹›",
        )]),
        right(&[(
            "body",
            "你们提出的《关于完善东洲片区公交接驳的建议》（第2026042号）收悉，现答复如下：\n接驳线路已经开通，感谢你们的支持。\n特此函复",
        )]),
        right(&[("paragraph", "主要措施如下：\n加密班次；\n延长时间；\n改造站台。")]),
        right(&[("paragraph", "工作进展情况\n下一步，我局将加密接驳班次。")]),
        right(&[("paragraph", "主要措施如下：\n1.加密班次；\n2.延长时间。")]),
        right(&[("paragraph", "站台改造已经完工（见《公告》）。我局将做到“件件有着落。”")]),
    ],
    check: Check::Letter(check),
};

/// Words that end a sentence and no heading.
const PREDICATES: [&str; 12] = [
    "难以实施",
    "无法实施",
    "暂不实施",
    "难以实现",
    "无法实现",
    "已经完工",
    "已完工",
    "投入使用",
    "投入运行",
    "已完成",
    "予以支持",
    "予以采纳",
];

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let body = context.body();
    for (index, paragraph) in context.outline.paragraphs.iter().enumerate() {
        let text = &body[paragraph.range.clone()];
        let Some(last) = text.chars().next_back() else { continue };
        let end = paragraph.range.end;
        if matches!(last, '，' | '、' | ',' | '（' | '“' | '《') {
            found.at(Field::Body, end - last.len_utf8()..end, "段落没有写完");
            continue;
        }
        let is_before_closing =
            context.closing.as_ref().is_some_and(|closing| ends_before(context, index, closing.start));
        if last == '：' && (is_before_closing || thanks_follow(context, index)) {
            found.at(Field::Body, end - last.len_utf8()..end, "冒号后面没有下文");
            continue;
        }
        if last == '；' && is_last_item(context, index) {
            let range = end - last.len_utf8()..end;
            found.at(Field::Body, range.clone(), "后面没有并列的下一项，用句号").mend(
                Applicability::Review,
                range,
                "。",
            );
            continue;
        }
        let section = paragraph
            .marker
            .as_ref()
            .and(paragraph.section)
            .map(|section| &context.outline.sections[section])
            .filter(|it| it.stands_alone);
        let is_heading = section.is_some_and(|section| {
            text.chars().count() <= 45 && !(text.contains('，') && is_sentence_among(context, section))
        });
        let is_open = characters::is_han(last) || last.is_ascii_alphanumeric() || last == '%' || last == '》';
        let is_thanks = context.closing.as_ref().is_some_and(|closing| closing.contains(&paragraph.range.start))
            && ["感谢", "再次感谢", "衷心感谢", "最后，感谢"].iter().any(|word| text.starts_with(word));
        let is_prose = is_thanks
            || text.contains(['，', '。'])
            || section.is_none() && PREDICATES.iter().any(|it| text.ends_with(it));
        if is_open && is_prose && !is_heading {
            let mark = if text.ends_with("如下") { "：" } else { "。" };
            found.at(Field::Body, end..end, "段落末尾没有标点").mend_as(
                format!("加上“{mark}”"),
                Applicability::Review,
                vec![Edit::insert(end, mark)],
            );
        }
    }
}

/// Whether a numbered line without an end mark stands among sentences: nothing of its own follows it, and one beside it
/// ends as a sentence does.
fn is_sentence_among(context: &Context<'_>, section: &Section) -> bool {
    let outline = &context.outline;
    let end = |section: &Section| outline.paragraphs[section.paragraph].range.end;
    let ends = |section: &Section| context.body()[..end(section)].ends_with(['。', '；']);
    let is_beside =
        |other: &&Section| other.parent == section.parent && other.marker.level == section.marker.level && ends(other);
    let closing = context.closing.as_ref().map_or(context.body().len(), |closing| closing.start);
    let next = outline.paragraphs.get(section.paragraph + 1);
    let has_more = next.is_some_and(|next| next.range.start < section.range.end.min(closing));
    !has_more && outline.sections.iter().any(|other| is_beside(&other))
}

/// Whether the paragraph is the last of its items: it has a number, the next one is text, or the letter closes.
fn is_last_item(context: &Context<'_>, index: usize) -> bool {
    let paragraphs = &context.outline.paragraphs;
    let is_closing = |start: usize| context.closing.as_ref().is_some_and(|closing| start >= closing.start);
    match paragraphs.get(index + 1) {
        None => true,
        Some(next) => {
            is_closing(next.range.start)
                || paragraphs[index].marker.is_some()
                    && next.marker.is_none()
                    && !context.body()[next.range.clone()].ends_with('；')
                    && crate::letter::sequence::items(&context.body()[next.range.clone()]).is_empty()
        }
    }
}

/// Whether the paragraph is the last one before the closing, which begins at byte `closing`.
fn ends_before(context: &Context<'_>, index: usize, closing: usize) -> bool {
    let paragraphs = &context.outline.paragraphs;
    paragraphs[index].range.end <= closing
        && paragraphs.get(index + 1).is_none_or(|next| next.range.end > closing && next.range.start <= closing)
}

/// Whether the next paragraph thanks for the attention, as letters do at their end.
fn thanks_follow(context: &Context<'_>, index: usize) -> bool {
    let next = context.outline.paragraphs.get(index + 1).map(|next| &context.body()[next.range.clone()]);
    let is_last = context.outline.paragraphs.len() <= index + 3;
    next.is_some_and(|next| {
        is_last
            && ["感谢", "再次感谢", "衷心感谢", "最后，感谢", "专此", "特此"].iter().any(|word| next.starts_with(word))
    })
}
