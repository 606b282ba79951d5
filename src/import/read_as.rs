//! A stretch of text read as the element that a person says it is.

use super::addressees;
use super::assembly::Assembly;
use super::label::{value_after, without_end};
use super::ledger::Fate;
use super::report::Imported;
use super::run::Run;
use super::source::Source;
use super::tail::{self, Gathered, Stretches};
use super::{assignments, category, copies, disclosure, head, list};
use crate::letter::Field;
use crate::letter::date::LetterDate;
use crate::text::characters::is_blank;
use crate::text::numeral;
use std::ops::Range;

/// Reads `text` as `field`, or as the list that `field` is an entry of, by the same readers as a whole letter is read. What
/// the readers do not know is taken word for word. The account covers `text`; the draft holds nothing but what was read.
pub fn read_as(text: &str, field: Field) -> Imported {
    let source = Source::read(text);
    let mut assembly = Assembly::new(&source);
    let lines: Vec<Stretches> = source.lines.iter().map(|line| vec![line.range.clone()]).collect();
    let run = Run::of_lines(&source, &source.lines);
    let mut gathered = Gathered::default();
    match field {
        Field::ContactName(_) | Field::ContactPhone(_) | Field::SourceContacts => gathered.contacts = lines,
        Field::Attachments(_) => gathered.attachments = lines,
        Field::Cc(_) | Field::SourceCc if copies::start(&run.text).is_some() => gathered.copies = lines,
        Field::Disclosure | Field::SourceDisclosure if disclosure::read(&run.text).is_some() => {
            gathered.disclosure = vec![lines.concat()];
        }
        Field::DisclosureReason if disclosure::reason_line(&run.text).is_some() => gathered.reasons = lines,
        Field::Addressees(_) | Field::AddresseeTitle | Field::SourceAddressees => read_addressees(&mut assembly, &run),
        Field::Title => read_title(&mut assembly, &run),
        Field::Date | Field::SourceDate => read_date(&mut assembly, &run),
        Field::Category => match category::read(&run.text).and_then(|found| found.letter) {
            Some(letter) => assembly.put(&run, letter, Field::Category),
            None => read_plain(&mut assembly, &run, Field::Category),
        },
        Field::Cc(_) | Field::SourceCc => read_list(&mut assembly, &run, Field::Cc),
        Field::MatterCoHandlers(_) => read_list(&mut assembly, &run, Field::MatterCoHandlers),
        Field::AddresseeTotal => read_total(&mut assembly, &run),
        // These are words of dafu, and stand in no text.
        Field::Kind | Field::Role | Field::Profile => {}
        other => read_plain(&mut assembly, &run, other),
    }
    tail::read_gathered(&mut assembly, &gathered);
    assembly.settle(&run, None);
    Imported { report: assembly.ledger.close(), draft: assembly.draft }
}

/// The labels that may stand before an element of one line.
fn labels(field: Field) -> &'static [&'static str] {
    match field {
        Field::Number => &["发文字号", "文号", "字号"],
        Field::Issuer => &["发文机关", "答复单位", "主办单位", "承办单位", "来源", "发布机构"],
        Field::Signer => &["签发人", "签发"],
        Field::Category => &["办理结果", "类别"],
        Field::MatterSession => &["届次", "会议"],
        Field::MatterNumber => &["建议编号", "提案编号", "编号", "案号", "提案号", "建议号"],
        Field::MatterTitle => &["建议标题", "提案标题", "案由", "题目", "标题"],
        Field::MatterAssigned => &["交办日期", "交办时间"],
        Field::MatterCoHandlers(_) => &["会办单位", "协办单位"],
        Field::Disclosure => &["公开方式", "公开属性"],
        Field::DisclosureReason => &["不予公开理由", "理由"],
        Field::Date => &["成文日期", "日期"],
        _ => &[],
    }
}

fn read_plain(assembly: &mut Assembly, run: &Run, field: Field) {
    let value = value(run, field);
    let inner = &run.text[value.clone()];
    let bare = match field {
        Field::MatterNumber => assignments::bare_number(inner),
        Field::MatterTitle => assignments::bare_title(inner),
        Field::DisclosureReason => without_end(inner),
        _ => inner,
    };
    // What was cut away may stand in the text twice; the first place of what is left is as good as any.
    let start = value.start + inner.find(bare).unwrap_or(0);
    let range = start..start + bare.len();
    if field == Field::MatterAssigned {
        assembly.draft.matter.assigned = LetterDate::typed(bare);
        assembly.ledger.place(run, range, field);
    } else if !bare.is_empty() {
        assembly.put(run, range, field);
    }
}

/// What stands after the label, without the blanks around it.
fn value(run: &Run, field: Field) -> Range<usize> {
    let start = value_after(&run.text, labels(field)).unwrap_or(0);
    let inner = run.text[start..].trim_matches(is_blank);
    let start = run.text.len() - run.text[start..].trim_start_matches(is_blank).len();
    start..start + inner.len()
}

fn read_list(assembly: &mut Assembly, run: &Run, field: fn(usize) -> Field) {
    let value = value(run, field(0));
    for (index, entry) in list::entries(&run.text, value).into_iter().enumerate() {
        assembly.put(run, entry, field(index));
    }
}

/// The first number in the text, in digits or in Chinese.
fn read_total(assembly: &mut Assembly, run: &Run) {
    let is_number = |mark: char| mark.is_ascii_digit() || numeral::is_numeral(mark);
    let Some(start) = run.text.find(is_number) else { return };
    let length = run.text[start..].find(|mark| !is_number(mark)).unwrap_or(run.text.len() - start);
    let written = &run.text[start..start + length];
    let total = written.parse().ok().or_else(|| numeral::parse(written)).filter(|&total: &u32| total > 0);
    if let Some(total) = total {
        assembly.set(Field::AddresseeTotal, &total.to_string());
        if written == total.to_string() {
            assembly.ledger.place(run, start..start + length, Field::AddresseeTotal);
        }
    }
}

fn read_title(assembly: &mut Assembly, run: &Run) {
    let run = run.unspaced();
    let mut end = run.text.trim_end_matches(is_blank).len();
    if let Some((letter, all)) = category::at_end(&run.text) {
        assembly.put(&run, letter, Field::Category);
        end = run.text[..all.start].trim_end_matches(is_blank).len();
    }
    let text = run.text[..end].to_owned();
    assembly.set(Field::Title, &text);
    assembly.ledger.place(&run, 0..end, Field::Title);
}

fn read_addressees(assembly: &mut Assembly, run: &Run) {
    match addressees::read(&run.text) {
        Some(found) if !found.names.is_empty() => head::read_addressees(assembly, run, &found),
        _ => {
            let end = run.text.trim_end_matches(['：', ':']).len();
            for (index, entry) in list::entries(&run.text, 0..end).into_iter().enumerate() {
                assembly.put(run, entry, Field::Addressees(index));
            }
        }
    }
}

fn read_date(assembly: &mut Assembly, run: &Run) {
    let value = value(run, Field::Date);
    if value.is_empty() {
        return;
    }
    let written = &run.text[value.clone()];
    assembly.draft.letter.date = LetterDate::typed(written);
    let is_issued = assembly.draft.letter.date.issued() == written;
    if !is_issued {
        written.clone_into(&mut assembly.draft.source.date);
    }
    assembly.ledger.claim_run(run, value, Fate::Field(if is_issued { Field::Date } else { Field::SourceDate }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Reason;

    /// Whether everything of `text` is in the account of what it was read as.
    fn is_whole(text: &str, read: &Imported) -> bool {
        read.report.faults(text).is_empty() && !read.report.left_out.iter().any(|left| left.reason == Reason::Unknown)
    }

    #[test]
    fn an_element_is_read_by_the_readers_of_a_letter() {
        for (text, field, value) in [
            ("文号：临科函〔2026〕18号", Field::Number, "临科函〔2026〕18号"),
            ("（联系人：周舟，电话：88000000）", Field::ContactPhone(0), "88000000"),
            ("（联系人：周舟，电话：88000000）", Field::ContactName(0), "周舟"),
            ("尊敬的王禾、李澄代表：", Field::Addressees(1), "李澄"),
            ("市水务局", Field::Addressees(0), "市水务局"),
            ("抄送：市政府办公室、各会办单位。", Field::Cc(1), "各会办单位"),
            ("市政府办公室；各会办单位", Field::Cc(1), "各会办单位"),
            ("公开方式：主动公开", Field::Disclosure, "主动公开"),
            ("仅供参阅", Field::Disclosure, "仅供参阅"),
            ("日期：2026年6月12日", Field::Date, "2026-06-12"),
            ("第2026042号", Field::MatterNumber, "2026042"),
            ("《关于治水的建议》", Field::MatterTitle, "关于治水的建议"),
            ("关于治水的\n答　　复（B类）", Field::Title, "关于治水的答复"),
            ("办理结果：B", Field::Category, "B"),
            ("（等10位）", Field::AddresseeTotal, "10"),
            ("等二位代表", Field::AddresseeTotal, "2"),
            ("代表", Field::AddresseeTotal, ""),
            ("附件：1. 名单\n2. 进度表", Field::Attachments(1), "进度表"),
            ("临江市水务局", Field::Signature, "临江市水务局"),
        ] {
            let read = read_as(text, field);
            assert_eq!(read.draft.text(field), value, "{text}");
            assert!(is_whole(text, &read), "{text}: {:?}", read.report);
        }
    }
}
