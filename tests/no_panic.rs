//! Whatever a letter holds, the check comes to an end without a panic, its places lie in their texts, and safe fixes apply.

use dafu::check::{Profile, check, mend};
use dafu::letter::{Draft, Field, format};
use proptest::prelude::*;

const SAMPLE: &str = include_str!("../drafts/2026042.toml");

fn holds(draft: &Draft) {
    let (profile, today) = (Profile::default(), jiff::civil::date(2026, 6, 30));
    let report = check(draft, &profile, today);
    for finding in &report.findings {
        let text = draft.text(finding.field);
        assert!(text.get(finding.range.clone()).is_some(), "{finding:?} in {text}");
        if let Some(fix) = &finding.fix {
            assert!(mend::apply(draft, fix).is_ok(), "{finding:?} in {text}");
        }
    }
    mend::all_safe(draft, &profile, today);
}

const PIECES: &str = "(一、|（一）|\\(二\\)|1\\.|2、|《|》|“|”|\"|'|（|）|\\(|\\)|〔2020〕7号|\\[2020\\]第07号|国办发|，|。|、|；|：|,|;|:|\\?|!|\\.\\.\\.|…|……|--|—|～|~|-| |\u{3000}|\n|2026年|06月|31日|号|6|月|2 年 3 月|二〇二六年八月|星期三|25|12\\.5|1,000|万元|亿元|%|家|名|占|的|其中|合计|其余|共|分别|增长|由|到|增加|平均每|年均|以下三项|一是|三是|第一|首先|其次|再次|约|左右|以上|超过|几|千|百|倍|减少|X|×|____|待补|某某|截至|已|将|关于|建议|提案|议案|代表|委员|您|你们|你|收悉|答复如下|专此答复|附件|见附件2|以下简称|市十七届人大一次会议|市政协十五届二次会议|第2026042号|第2026024号|东州街道办事处|13800001234|11010519491231002X|a@b\\.cn|秘密★|\u{200B}|\u{202E}|市国土局|布署|的的|字|𠅤|e\u{301}|😀)";

/// Texts of up to `most` pieces.
fn letters(most: usize) -> impl Strategy<Value = String> {
    prop::string::string_regex(&format!("{PIECES}{{0,{most}}}")).expect("the pieces are a pattern")
}

/// The same on one line.
fn lines(most: usize) -> impl Strategy<Value = String> {
    letters(most).prop_map(|text| text.replace('\n', "字"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_body(body in letters(60)) {
        let mut draft = format::read(SAMPLE).expect("the sample is read").draft;
        draft.letter.body = body;
        holds(&draft);
    }

    #[test]
    fn any_fields(texts in prop::collection::vec(lines(8), 14)) {
        let mut draft = format::read(SAMPLE).expect("the sample is read").draft;
        let fields = [
            Field::Issuer, Field::Number, Field::Title, Field::Category, Field::Addressees(0), Field::Addressees(1),
            Field::Attachments(0), Field::Signature, Field::Date, Field::ContactName(0), Field::ContactPhone(0),
            Field::Disclosure, Field::Cc(1), Field::MatterCoHandlers(0),
        ];
        for (field, text) in fields.into_iter().zip(&texts) {
            draft.set_text(field, text).expect("a line is taken");
        }
        holds(&draft);
    }

    #[test]
    fn any_matter(title in lines(6), number in "[0-9A-Z第]{0,9}", session in lines(5), body in letters(40)) {
        let mut draft = format::read(SAMPLE).expect("the sample is read").draft;
        draft.matter.title = title.clone();
        draft.matter.number = number;
        draft.matter.session = session;
        draft.letter.body = format!("你们提出的《{title}》收悉，现答复如下：\n{body}\n专此答复。");
        holds(&draft);
    }
}
