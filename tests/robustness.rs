//! No text, however odd, makes the checks panic, and no fix fails to fit the text it was made for.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use dafu::check::{Profile, check, mend};
use dafu::import::import;
use dafu::letter::{Draft, format};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const TODAY: Date = date(2026, 6, 30);

/// Pieces that rules look for, to be put together in every wrong way.
const PIECES: &str = "(一、|（一）|\\(二\\)|1\\.|（1）|第|号|年|月|日|\u{20}|　|\n|2026|10|0|３|\\.|%|％|～|-|—|……|《|》|〈|“|”|\"|（|）|\\(|\\)|\\[|〔|〕|，|,|。|；|：|、|亿元|万|增长|占|其中|共|分别|建议|提案|代表|委员|您|你们|收悉|答复如下|专此答复|附件|一是|二是|首先|以下简称|星期三|@|138|http|-|--|~|2016-2020年|2 年 3 月|二〇二六年八月|31日|06月|\\[2020\\]第07号|国办发|合计|其余|分别|由|到|增加|平均每|年均|以下三项|三是|第一、|其次|约|左右|以上|几|千|百|倍|X|×|____|待补|某某|截至|已|将|议案|见附件2|市十七届人大一次会议|市政协15届二次会议|第2026042号|第2026024号|东州街道办事处|13800001234|11010519491231002X|秘密★|市国土局|布署|的的|e\u{301}|临江市|局|𠅤|\u{200B}|\u{202E}){0,40}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_body_and_title_can_be_checked_and_mended(body in PIECES, title in PIECES, line in PIECES) {
        let mut draft = format::read(include_str!("../drafts/2026042.toml")).unwrap().draft;
        draft.letter.body = body;
        draft.letter.title = title.replace('\n', "");
        let line = line.replace('\n', "");
        draft.letter.cc = vec![line.clone()];
        draft.letter.number.clone_from(&line);
        draft.matter.session.clone_from(&line);
        draft.source.contacts.clone_from(&line);
        draft.letter.contacts[0].phone = line;
        hold(&draft)?;
    }

    #[test]
    fn any_text_that_is_imported_can_be_checked(text in PIECES) {
        if let Ok(imported) = import(&text) {
            prop_assert!(imported.report.faults(&text).is_empty());
            hold(&imported.draft)?;
        }
    }
}

fn hold(draft: &Draft) -> Result<(), TestCaseError> {
    let profile = Profile::default();
    for finding in check(draft, &profile, TODAY).findings {
        let text = draft.text(finding.field);
        prop_assert!(text.get(finding.range.clone()).is_some(), "{:?} at no place: {finding:?}", finding.rule);
        if let Some(fix) = &finding.fix {
            prop_assert!(mend::apply(draft, fix).is_ok(), "the fix does not fit: {finding:?}");
        }
    }
    mend::all_safe(draft, &profile, TODAY);
    Ok(())
}
