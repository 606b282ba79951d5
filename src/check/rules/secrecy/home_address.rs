//! S03: where somebody lives.

use crate::check::authoring::*;

pub static RULE: Rule = Rule {
    code: "S03",
    name: "home-address",
    title: "家庭住址",
    group: Group::Secrecy,
    severity: Severity::Warning,
    explanation: "主动公开的答复里不写具体到门牌、房号的个人住址。单位、项目的地址不在此列。",
    source: "《个人信息保护法》第六条、第三十四条；《政府信息公开条例》第十五条",
    examples: &[
        wrong(&[("paragraph", "来信人‹家住望江路12号3栋502室›，反映候车不便。")]),
        wrong(&[("paragraph", "其‹住址：望江小区8栋1101房›，已经走访。")]),
        wrong(&[("paragraph", "来信人‹家住望江小区3栋2单元›，反映候车不便。")]),
        wrong(&[("paragraph", "来信人‹住北岸镇河东村3组12号›，反映候车不便。")]),
        wrong(&[("paragraph", "来信人张禾（‹住北岸镇河东村12号›）反映候车不便。")]),
        wrong(&[("paragraph", "‹望江小区3栋502室›居民张禾反映候车不便。")]),
        wrong(&[("paragraph", "来信人‹家住望江小区3栋502›，反映候车不便。")]),
        wrong(&[("paragraph", "在沈禾代表家‹（望江路28号2栋301室）›附近增设站台。")]),
        wrong(&[("paragraph", "沈禾代表‹住望江路28号2栋301室›，我局已上门沟通。")]),
        right(&[(
            "paragraph",
            "居住在望江路12号院的居民较多，保障性住房位于北岸路18号，住户32户，入住望江路8号公寓。",
        )]),
        wrong(&[("paragraph", "低层住户（如‹芙蓉里3号楼101室›孟桂芳）意见不一。")]),
        wrong(&[("paragraph", "已有31户（如‹云台镇岩寨村3组12号›石老三家）接受。")]),
        wrong(&[("paragraph", "低保家庭（如‹桂花巷18号402室›精神残疾人程阿毛）减半。")]),
        wrong(&[("addressees[1]", "陆秋白（‹住望江路28号2栋301室›）")]),
        right(&[("addressees[1]", "陆秋白（望江街道代表小组）")]),
        right(&[("paragraph", "工程位于云台镇岩寨村3组12号地块，施工便道经岩寨村3组5号桥。")]),
        right(&[("paragraph", "服务窗口在政务中心3号楼101室，方便群众；会议室设在芙蓉里3号楼101室高层会客厅。")]),
        right(&[("paragraph", "望江小区3栋的居民反映候车不便，北岸路12号楼居民已搬迁。")]),
        right(&[("paragraph", "窗口设在望江路12号3栋502室，居民家住较远的可以网上办理。")]),
    ],
    check: Check::Parts(Parts {
        elements: Some(check_addressees),
        paragraph: Some(("住址室房号", check)),
        letter: None,
    }),
};

/// 裴云舟（住学府路18号3栋502室）代表: an address beside an addressee.
fn check_addressees(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    if !super::may_be_published(letter) {
        return;
    }
    let source = &context.draft.source.addressees;
    let names = letter.addressees.iter().enumerate().map(|(index, name)| (Field::Addressees(index), name));
    for (field, text) in names.chain([(Field::SourceAddressees, source)]) {
        let open = text.find(['（', '(', '，']).map(|at| at + text[at..].chars().next().map_or(0, char::len_utf8));
        let Some(open) = open else { continue };
        let end = text[open..].find(['）', ')', '、']).map_or(text.len(), |end| open + end);
        let place = &text[open..end];
        let is_place = place.contains(['住', '路', '街', '村', '镇', '苑', '园', '巷', '弄', '栋', '幢'])
            || place.contains("小区");
        if is_place && has_door(place) {
            found.at(field, open..end, "主动公开的答复不应写明个人住址");
            return;
        }
    }
}

fn check(context: &Context<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    if !super::may_be_published(&context.draft.letter) {
        return;
    }
    let body = passage.text;
    // 代表住望江路12号, 来信人住北岸镇河东村12号: 住 by itself, before a road or village and a door.
    for (at, words) in body.match_indices('住') {
        let rest = &body[at + words.len()..];
        let is_word = body[..at].ends_with(COMPOUND_ENDS) || rest.starts_with(COMPOUND_STARTS);
        let place = &body[at..place_end(body, at)];
        let is_place =
            place.contains(['路', '街', '村', '镇', '苑', '园', '巷', '弄', '坊', '庄']) || place.contains("小区");
        if !is_word && is_place && has_door(place) && !place.contains("的") {
            found.at(Field::Body, at..at + place.len(), "主动公开的答复不应写明个人住址");
        }
    }
    // 望江小区3栋502室居民张禾: somebody of a numbered door.
    for who in ["室居民", "室业主", "室住户", "房居民", "房业主", "房住户"] {
        if !passage.has_all(who) {
            continue;
        }
        for (at, _) in body.match_indices(who) {
            let end = at + '室'.len_utf8();
            let start = body[..at]
                .rfind(['，', '。', '；', '、', '（', '\n', '：'])
                .map_or(0, |start| start + body[start..].chars().next().map_or(0, char::len_utf8));
            if has_door(&body[start..end]) {
                found.at(Field::Body, start..end, "主动公开的答复不应写明个人住址");
            }
        }
    }
    // 沈禾代表家（望江路28号2栋301室）
    if passage.has_all("室）") {
        for pair in passage.pairing().pairs.iter().filter(|pair| pair.open.1 == '（') {
            let inside = &body[pair.open.0 + '（'.len_utf8()..pair.close.0];
            let who = ["家", "代表", "委员", "先生", "女士", "同志", "某某", "某"];
            if inside.ends_with('室') && has_door(inside) && who.iter().any(|who| body[..pair.open.0].ends_with(who)) {
                found.at(Field::Body, pair.range(), "主动公开的答复不应写明个人住址");
            }
        }
    }
    // 芙蓉里3号楼101室孟桂芳: a door with a name behind it.
    for (at, mark) in body.match_indices('室') {
        let end = at + mark.len();
        let start = body[..at]
            .rfind(['，', '。', '；', '、', '（', '\n', '：', '如'])
            .map_or(0, |start| start + body[start..].chars().next().map_or(0, char::len_utf8));
        let place = &body[start..end];
        let is_flat = body[..at].ends_with(|it: char| it.is_ascii_digit())
            && (place.contains(['楼', '栋', '幢', '座']) || place.contains(['巷', '弄']) && place.contains('号'));
        let who = ["精神残疾人", "残疾人", "独居老人", "低保户", "村民", "居民"]
            .iter()
            .find_map(|who| body[end..].strip_prefix(who))
            .unwrap_or(&body[end..]);
        let is_named = who.starts_with(crate::text::family_name::is_family_name) && is_person(who);
        if is_flat && is_named && !place.contains(['设', '位', '在']) {
            found.at(Field::Body, start..end, "主动公开的答复不应写明个人住址");
        }
    }
    // 岩寨村3组12号石老三家: a house of a village and whose it is.
    for (at, mark) in body.match_indices('号') {
        let end = at + mark.len();
        let start = body[..at]
            .rfind(['，', '。', '；', '、', '（', '\n', '：', '如'])
            .map_or(0, |start| start + body[start..].chars().next().map_or(0, char::len_utf8));
        let place = &body[start..end];
        let group = place.find('组').filter(|group| place[..*group].ends_with(|it: char| it.is_ascii_digit()));
        let is_house = group.is_some_and(|group| {
            let number = &place[group + '组'.len_utf8()..place.len() - mark.len()];
            !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit())
        });
        let whose: String = body[end..].chars().take_while(|it| characters::is_han(*it)).take(5).collect();
        let is_home = whose.ends_with('家') && (3..=4).contains(&whose.chars().count());
        if is_house && is_home && place.contains(['村', '寨', '屯', '庄']) {
            found.at(Field::Body, start..end, "主动公开的答复不应写明个人住址");
        }
    }
    for lead in ["家住", "现住", "住址", "家庭地址", "居住在", "居住于", "户籍地址", "户籍所在地", "住在"]
    {
        if !passage.has_all(lead) {
            continue;
        }
        for (at, _) in body.match_indices(lead) {
            let end = place_end(body, at);
            let place = &body[at..end];
            // 居住在望江路12号院的居民: many people, one gate.
            let is_many = lead.contains("住在") || lead == "居住于";
            let is_group =
                is_many && ["居民", "群众", "住户", "业主", "市民", "村民"].iter().any(|who| place.contains(who));
            if has_door(place) && !is_group {
                found.at(Field::Body, at..end, "主动公开的答复不应写明个人住址");
            }
        }
    }
}

/// Characters before 住 that make another word of it: 入住, 居住, 记住.
const COMPOUND_ENDS: [char; 19] =
    ['入', '居', '家', '现', '租', '同', '常', '安', '不', '能', '可', '抓', '守', '记', '稳', '留', '衣', '吃', '暂'];

/// And after it: 住房, 住户, 住址.
const COMPOUND_STARTS: [char; 15] =
    ['房', '户', '宅', '院', '建', '址', '所', '宿', '民', '在', '地', '进', '有', '着', '了'];

/// Where the place that is told at byte `at` ends.
fn place_end(body: &str, at: usize) -> usize {
    body[at..].find(['，', '。', '；', '、', '）', '\n']).map_or(body.len(), |end| at + end)
}

/// Whether a place is told down to the house or the door.
fn has_door(place: &str) -> bool {
    let is_number = |it: char| it.is_ascii_digit() || matches!(it, '〇' | '零') || crate::text::numeral::is_numeral(it);
    // 三四百户 counts households; 3户 is a door.
    let is_door = |mark: &str, before: &str| match mark {
        "户" => before.ends_with(|it: char| it.is_ascii_digit()),
        _ => before.ends_with(is_number),
    };
    ["室", "房", "号", "户", "单元"]
        .iter()
        .any(|mark| place.match_indices(mark).any(|(at, _)| is_door(mark, &place[..at])))
        // 3栋502: the word 室 is often left out.
        || place.match_indices(['栋', '幢']).any(|(at, mark)| {
            place[at + mark.len()..].bytes().take_while(u8::is_ascii_digit).count() >= 3
        })
}

/// Whether what begins with a family name goes on as a person does: 孟桂芳）, 孟桂芳长期上访.
fn is_person(text: &str) -> bool {
    const ACTS: [&str; 9] = ["长期", "反映", "投诉", "举报", "上访", "信访", "反对", "来信", "来电"];
    [2, 3].into_iter().any(|count| {
        let name: usize = text.chars().take(count).map(char::len_utf8).sum();
        let is_name = text[..name].chars().filter(|it| characters::is_han(*it)).count() == count;
        let rest = &text[name..];
        is_name && (!rest.starts_with(characters::is_han) || ACTS.iter().any(|act| rest.starts_with(act)))
    })
}
