use super::*;
use proptest::prelude::*;

/// One line a section: path, heading, and `+` where the text runs on.
fn drawn(body: &str) -> Vec<String> {
    let outline = Outline::of(body);
    (0..outline.sections.len())
        .map(|index| {
            let section = &outline.sections[index];
            let run_in = if section.stands_alone { "" } else { "+" };
            format!("{} {}{run_in}", outline.path(index), &body[section.heading.clone()])
        })
        .collect()
}

#[test]
fn levels_nest_by_their_numbers() {
    let body = "您的建议收悉。\n\n一、加强保障\n（一）增加投入。今年安排资金。\n1.建设泵站。已完工。\n（1）东区。\n(二) 健全制度。已印发。\n二、下一步";
    assert_eq!(
        drawn(body),
        [
            "一 加强保障",
            "一（一） 增加投入+",
            "一（一）1 建设泵站+",
            "一（一）1（1） 东区",
            "一（二） 健全制度+",
            "二 下一步"
        ]
    );
    let outline = Outline::of(body);
    assert_eq!(
        &body[outline.sections[1].range.clone()],
        "（一）增加投入。今年安排资金。\n1.建设泵站。已完工。\n（1）东区。"
    );
    assert_eq!(outline.children(Some(0)).collect::<Vec<_>>(), [1, 4]);
    assert_eq!(outline.section_at(body.find("已完工").unwrap()), Some(2));
    assert_eq!(outline.section_at(0), None);
}

#[test]
fn a_level_may_be_left_out() {
    assert_eq!(drawn("1.甲事\n2.乙事"), ["1 甲事", "2 乙事"]);
    assert_eq!(drawn("（一）甲事\n1.细目\n（二）乙事"), ["（一） 甲事", "（一）1 细目", "（二） 乙事"]);
}

#[test]
fn what_is_no_number_of_a_section() {
    for text in [
        "1.5万元已经到位",
        "2026年，我局",
        "一是加强",
        "一些企业",
        "（2026）",
        "12345热线",
        "第一，",
        "十分感谢",
        "（联系人：周某）",
        "100.建设",
        "1：500比例尺",
        "一，二期工程",
        "3,000名居民",
    ] {
        assert_eq!(drawn(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn miswritten_numbers_keep_their_section() {
    for text in ["(一)建设", "（一)建设", "（一）、建设", "( 一 ) 建设", "　　（一）建设"] {
        assert_eq!(drawn(text), ["（一） 建设"], "{text}");
    }
    for text in ["一.建设", "一．建设", "一、 建设"] {
        assert_eq!(drawn(text), ["一 建设"], "{text}");
    }
    assert_eq!(drawn("1、建设"), ["1 建设"]);
    assert_eq!(drawn("1，建设"), ["1 建设"]);
    assert_eq!(drawn("一：建设"), ["一 建设"]);
    assert_eq!(drawn("（一），建设"), ["（一） 建设"]);
}

#[test]
fn a_number_of_another_level_is_told_by_its_neighbours() {
    let meant = |body: &str| -> Vec<Option<Level>> {
        let outline = Outline::of(body);
        (0..outline.sections.len()).map(|at| outline.meant_level(at)).collect()
    };
    let second = Some(Level::Second);
    assert_eq!(meant("一、甲\n（一）子\n二、丑\n（三）寅\n二、乙\n三、丙"), [None, None, second, None, None, None]);
    assert_eq!(meant("一、甲\n1.子\n（二）丑\n（三）寅\n二、乙"), [None, second, None, None, None]);
    assert_eq!(meant("一、甲\n（一）子\n2.丑\n（三）寅\n二、乙"), [None, None, second, None, None]);
    assert!(
        meant("一、甲\n（一）子\n1.细\n2.目\n（二）丑\n二、乙\n（一）寅\n（二）卯\n三、丙").iter().all(Option::is_none)
    );
    assert!(meant("一、甲\n（一）子\n二、乙\n（一）丑\n（二）寅").iter().all(Option::is_none));
}

proptest! {
    #[test]
    fn every_place_lies_in_the_body(body in "([一二三十1-9（）()、.．。\u{3000} \n建设a]|（一）|一、){0,40}") {
        let outline = Outline::of(&body);
        for paragraph in &outline.paragraphs {
            prop_assert!(!body[paragraph.range.clone()].trim().is_empty());
        }
        for section in &outline.sections {
            prop_assert!(body.get(section.range.clone()).is_some() && body.get(section.heading.clone()).is_some());
            prop_assert!(section.parent.is_none_or(|parent| outline.sections[parent].range.end >= section.range.end));
        }
        for parent in [None].into_iter().chain((0..outline.sections.len()).map(Some)) {
            let inside = (0..outline.sections.len()).filter(|&index| outline.sections[index].parent == parent);
            prop_assert_eq!(outline.children(parent).collect::<Vec<_>>(), inside.collect::<Vec<_>>());
        }
        for offset in 0..=body.len() {
            let around = |section: &Section| (section.range.start..=section.range.end).contains(&offset);
            prop_assert_eq!(outline.section_at(offset), outline.sections.iter().rposition(around));
        }
    }
}
