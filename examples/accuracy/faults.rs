//! The faults that are planted, each a small change such as a tired clerk would make.

use dafu::letter::date::LetterDate;
use dafu::letter::figures::{self, Kind, Verdict};
use dafu::letter::{Draft, Field, Kind as Matter, Role};
use std::ops::Range;

/// A letter with a fault in it.
pub struct Planted {
    /// The letter.
    pub draft: Draft,
    /// Where the fault is.
    pub field: Field,
    /// And at which bytes of the field's text.
    pub range: Range<usize>,
}

type Plant = fn(&Draft) -> Option<Planted>;

/// Every class of fault, by name.
pub const FAULTS: &[(&str, Plant)] = &[
    ("字号用方括号", |d| swap(d, Field::Number, &[("〔", "["), ("〕", "]")])),
    ("字号用圆括号", |d| swap(d, Field::Number, &[("〔", "（"), ("〕", "）")])),
    ("字号加第", |d| swap(d, Field::Number, &[("〕", "〕第")])),
    ("字号编虚位", |d| swap(d, Field::Number, &[("〕", "〕0")])),
    ("字号缺号字", |d| swap(d, Field::Number, &[("号", "")])),
    ("字号年份两位", |d| swap(d, Field::Number, &[("〔20", "〔")])),
    ("字号年份与日期不符", |d| {
        swap(d, Field::Number, &[("2026", "2024"), ("2025", "2023"), ("2024", "2022")])
    }),
    ("没有发文字号", |d| set(d, Field::Number, "")),
    ("没有公开方式", |d| set(d, Field::Disclosure, "")),
    ("公开方式用语不对", |d| set(d, Field::Disclosure, "同意公开")),
    ("不公开没有理由", |d| {
        let mut draft = d.clone();
        draft.set_text(Field::Disclosure, "依申请公开").ok()?;
        draft.set_text(Field::DisclosureReason, "").ok()?;
        Some(Planted { draft, field: Field::DisclosureReason, range: 0..0 })
    }),
    ("日期编虚位", |d| date(d, "2026年06月08日")),
    ("日期用汉字", |d| date(d, "二〇二六年六月八日")),
    ("日期不存在", |d| date(d, "2026年6月31日")),
    ("日期在今天以后", |d| date(d, "2026-12-28")),
    ("标题末尾有句号", |d| append(d, Field::Title, "。")),
    ("标题没有文种", |d| {
        let end = ["答复的函", "的答复函", "的答复", "答复的函", "的会办意见", "的再次答复"]
            .into_iter()
            .find(|end| d.letter.title.ends_with(end))?;
        let title = d.letter.title.strip_suffix(end)?.to_owned();
        let at = title.len();
        whole(d, Field::Title, &title, at..at)
    }),
    ("标题“关于”重复", |d| swap(d, Field::Title, &[("关于", "关于关于"), ("对", "关于关于")])),
    ("标题机关写错", |d| {
        let issuer = &d.letter.issuer;
        let last = issuer.chars().next_back().filter(|_| d.letter.title.starts_with(issuer.as_str()))?;
        let wrong = format!("{}办{last}", issuer.strip_suffix(last)?);
        let title = d.letter.title.replacen(issuer, &wrong, 1);
        whole(d, Field::Title, &title, 0..wrong.len())
    }),
    ("标题编号写错", |d| swap_digits(d, Field::Title)),
    ("开头编号写错", |d| swap_digits(d, Field::Body)),
    ("开头题目写错", |d| {
        let title = &d.matter.title;
        let at = d.letter.body.find(title.as_str())?;
        let wrong = title.replacen("关于", "关于进一步", 1);
        replace(d, Field::Body, at..at + title.len(), &wrong)
    }),
    ("标题届次写错", |d| {
        swap(
            d,
            Field::Title,
            &[
                ("一次会议", "二次会议"),
                ("二次会议", "三次会议"),
                ("三次会议", "四次会议"),
                ("四次会议", "五次会议"),
                ("五次会议", "六次会议"),
                ("六次会议", "七次会议"),
            ],
        )
    }),
    ("届次语序颠倒", |d| {
        swap(
            d,
            Field::Title,
            &[
                ("市十七届人大", "市人大十七届"),
                ("市九届人大", "市人大九届"),
                ("区七届人大", "区人大七届"),
                ("区政协七届", "区七届政协"),
                ("市政协十五届", "市十五届政协"),
                ("县政协十一届", "县十一届政协"),
            ],
        )
    }),
    ("届次用阿拉伯数字", |d| {
        swap(
            d,
            Field::Title,
            &[
                ("十七届", "17届"),
                ("九届", "9届"),
                ("十五届", "15届"),
                ("七届", "7届"),
                ("十八届", "18届"),
                ("十届", "10届"),
            ],
        )
    }),
    ("人大写成政协", |d| {
        (d.kind == Matter::Suggestion && d.role != Role::Joint)
            .then(|| swap(d, Field::Title, &[("市十七届人大", "市政协十七届"), ("市九届人大", "市政协九届")]))?
    }),
    ("标题里建议写成提案", |d| {
        (d.kind == Matter::Suggestion)
            .then(|| swap(d, Field::Title, &[("代表建议", "代表提案"), ("号建议", "号提案")]))?
    }),
    ("正文里提案写成议案", |d| {
        (d.kind == Matter::Proposal).then(|| {
            swap(d, Field::Body, &[("号提案", "号议案"), ("按照提案", "按照该议案"), ("提案对", "该议案对")])
        })?
    }),
    ("正文里建议写成提案", |d| {
        (d.kind == Matter::Suggestion).then(|| {
            swap(d, Field::Body, &[("您的建议", "您的提案"), ("你们的建议", "你们的提案"), ("该建议", "该提案")])
        })?
    }),
    ("代表写成委员", |d| (d.letter.addressee_title == "代表").then(|| set(d, Field::AddresseeTitle, "委员"))?),
    ("结语里代表写成委员", |d| {
        (d.kind == Matter::Suggestion && d.role != Role::Joint)
            .then(|| swap(d, Field::Body, &[("感谢您对", "感谢委员对"), ("感谢你们对", "感谢各位委员对")]))?
    }),
    ("一人称你们", |d| {
        (d.letter.addressees.len() == 1 && d.letter.addressee_total.is_none() && d.letter.addressee_title == "代表")
            .then(|| swap_last(d, "您", "你们"))?
    }),
    ("多人称您", |d| (d.letter.addressees.len() > 1).then(|| swap_last(d, "你们", "您"))?),
    ("主送姓名正文写错", |d| {
        let name = d
            .letter
            .addressees
            .first()
            .filter(|name| name.chars().count() == 3 && !d.letter.addressee_title.is_empty())?;
        let wrong: String = name.chars().take(2).chain(['木']).collect();
        paragraph(d, &format!("今年5月，我局与{wrong}{}当面沟通，听取意见。", d.letter.addressee_title), &wrong)
    }),
    ("主送重复", |d| {
        let name = d.letter.addressees.first().filter(|_| !d.letter.addressee_title.is_empty())?.clone();
        let at = d.letter.addressees.len();
        set_at(d, Field::Addressees(at), &name)
    }),
    ("署名与机关不符", |d| {
        set(d, Field::Signature, &d.letter.issuer.replacen('局', "委员会", 1))
            .filter(|it| it.draft.letter.signature != d.letter.issuer)
    }),
    ("没有联系人", |d| {
        let mut draft = d.clone();
        draft.letter.contacts.clear();
        Some(Planted { draft, field: Field::ContactName(0), range: 0..0 })
    }),
    ("电话少一位", |d| {
        let phone = d.letter.contacts.first()?.phone.clone();
        let short = phone[..phone.len() - 1].to_owned();
        let short = if short.contains('-') { short } else { short[..short.len() - 1].to_owned() };
        set_at(d, Field::ContactPhone(0), &short)
    }),
    ("没有抄送人大、政协", |d| {
        let at = d
            .letter
            .cc
            .iter()
            .position(|it| it.contains("人大") || it.contains("政协"))
            .filter(|_| d.role != Role::Joint && d.letter.cc.len() > 1)?;
        let mut draft = d.clone();
        draft.letter.cc.remove(at);
        let cc = draft.letter.cc.len();
        Some(Planted { draft, field: Field::Cc(cc), range: 0..0 })
    }),
    ("抄送重复", |d| set_at(d, Field::Cc(d.letter.cc.len()), &d.letter.cc.first()?.clone())),
    ("抄送带句号", |d| append(d, Field::Cc(0), "。")),
    ("提到没有的附件", |d| {
        d.letter.attachments.is_empty().then(|| paragraph(d, "具体情况见附件2。", "附件2"))?
    }),
    ("附件名称带句号", |d| {
        (!d.letter.attachments.is_empty()).then(|| append(d, Field::Attachments(0), "。"))?
    }),
    ("办理结果字母不对", |d| (!d.letter.category.is_empty()).then(|| set(d, Field::Category, "F"))?),
    ("会办单位漏写", |d| {
        let unit = d.matter.co_handlers.first().filter(|_| d.matter.co_handlers.len() > 1)?;
        let at = d.letter.body.find(unit.as_str())?;
        let after = d.letter.body[at + unit.len()..].starts_with('、');
        after.then(|| replace(d, Field::Body, at..at + unit.len() + '、'.len_utf8(), ""))?
    }),
    ("诉求没有答复", |d| {
        (!d.matter.requests.is_empty()).then(|| {
            let mut draft = d.clone();
            draft.matter.requests[0].answered_in = "九".to_owned();
            Planted { draft, field: Field::RequestAnsweredIn(0), range: 0..3 }
        })
    }),
    ("没有结语", |d| {
        let at = d.letter.body.rfind('\n')?;
        let mut draft = d.clone();
        draft.letter.body.truncate(at);
        let end = draft.letter.body.len();
        Some(Planted { draft, field: Field::Body, range: end..end })
    }),
    ("序号跳号", |d| swap(d, Field::Body, &[("\n二、", "\n四、"), ("\n（二）", "\n（五）"), ("\n2.", "\n3.")])),
    ("序号重号", |d| swap(d, Field::Body, &[("\n三、", "\n二、"), ("\n（二）", "\n（一）")])),
    ("序号后多顿号", |d| swap(d, Field::Body, &[("\n（一）", "\n（一）、")])),
    ("1、代替1.", |d| swap(d, Field::Body, &[("\n1.", "\n1、"), ("\n1．", "\n1、")])),
    ("半角序号括号", |d| swap(d, Field::Body, &[("\n（一）", "\n(一)")])),
    ("一是以后跳到三是", |d| swap(d, Field::Body, &[("二是", "三是")])),
    ("只有一个（一）", |d| {
        let end = d.letter.body.rfind('\n')?;
        d.letter.body[..end]
            .contains("\n一、")
            .then(|| paragraph(d, "（一）进一步明确责任。分工到岗到人。", "（一）"))?
    }),
    ("小标题下没有内容", |d| {
        d.letter.body.contains("\n一、").then(|| {
            let number = ["一", "二", "三", "四", "五", "六"]
                .into_iter()
                .position(|n| !d.letter.body.contains(&format!("\n{n}、")))?;
            let number = ["一", "二", "三", "四", "五", "六"][number];
            let heading = "关于长效机制建设";
            d.letter.body.contains("\n一、").then(|| paragraph(d, &format!("{number}、{heading}"), heading))?
        })?
    }),
    ("段落重复", |d| {
        let line = d.letter.body.lines().find(|line| line.chars().count() > 60 && !line.contains("收悉"))?;
        let sentence =
            line.split('。').find(|part| part.chars().filter(|it| *it != '《').count() > 34)?.to_owned() + "。";
        paragraph(d, &sentence, &sentence)
    }),
    ("句子没有写完", |d| paragraph(d, "下一步，我们将加强统筹协调，完善工作机制，", "机制，")),
    ("段末没有标点", |d| paragraph(d, "下一步，我们将加强统筹协调，完善工作机制", "机制")),
    ("未填的空", |d| paragraph(d, "今年计划投入资金XX万元，惠及群众。", "XX")),
    ("待补字样", |d| paragraph(d, "惠及群众（待补）人，反响良好。", "待补")),
    ("半角逗号", |d| swap_han(d, '，', ",")),
    ("半角冒号", |d| {
        swap(d, Field::Body, &[("答复如下：", "答复如下:"), ("意见如下：", "意见如下:"), ("答复意见：", "答复意见:")])
    }),
    ("半角括号", |d| swap(d, Field::Body, &[("（第", "(第")])),
    ("半角引号", |d| {
        let start = d.letter.body.find('“')?;
        let end = d.letter.body[start..].find('”')? + start;
        let mut draft = d.clone();
        draft.letter.body.replace_range(end..end + 3, "\"");
        draft.letter.body.replace_range(start..start + 3, "\"");
        Some(Planted { draft, field: Field::Body, range: start..end })
    }),
    ("书名号缺一半", |d| swap(d, Field::Body, &[("》（第", "（第"), ("》", "")])),
    ("引号缺一半", |d| swap(d, Field::Body, &[("”", "")])),
    ("标点重复", |d| swap(d, Field::Body, &[("。", "。。")])),
    ("省略号写成三个点", |d| paragraph(d, "涵盖公交、地铁、步道...等方面。", "...")),
    ("等前有顿号", |d| paragraph(d, "涵盖公交、地铁、步道、等多个方面。", "、等")),
    ("引号套双引号", |d| paragraph(d, "会议提出“推进“一站一策”整治”的要求。", "“一站一策”")),
    ("起止用短横线", |d| paragraph(d, "2021-2025年，累计完成改造任务。", "-")),
    ("年份起止用半角波浪线", |d| paragraph(d, "今年1~5月，累计完成改造任务。", "~")),
    ("百分数起止缺号", |d| paragraph(d, "完成比例为18～25%，较为均衡。", "18～25%")),
    ("引文字号用方括号", |d| paragraph(d, "根据《公共服务管理办法》（府办[2024]12号）的规定办理。", "[2024]")),
    ("汉字间空格", |d| swap(d, Field::Body, &[("收悉", "收 悉"), ("已收到", "已收 到")])),
    ("全角数字", |d| paragraph(d, "今年新增设施２６处，运行平稳。", "２６")),
    ("汉字与数字间空格", |d| paragraph(d, "今年新增设施 26 处，运行平稳。", " 26 ")),
    ("日期混用汉字数字", |d| paragraph(d, "二〇二五年8月，工程全面完工。", "二〇二五年8月")),
    ("正文日期虚位", |d| paragraph(d, "2025年08月01日，工程全面完工。", "08月01日")),
    ("正文日期不存在", |d| paragraph(d, "2025年9月31日，工程全面完工。", "2025年9月31日")),
    ("星期不对", |d| paragraph(d, "2024年6月6日（星期五），我局现场踏勘。", "星期五")),
    ("完成晚于成文", |d| paragraph(d, "该项目已于2027年3月15日投入使用。", "2027年3月15日")),
    ("约与左右并用", |d| paragraph(d, "惠及群众约3000人左右，反响良好。", "约3000人左右")),
    ("超过与以上并用", |d| paragraph(d, "满意率超过95%以上，反响良好。", "超过95%以上")),
    ("数字混写", |d| paragraph(d, "惠及群众3千5百人，反响良好。", "3千5百")),
    ("减少用倍", |d| paragraph(d, "投诉量减少了2倍，反响良好。", "减少了2倍")),
    ("占比算错", |d| wrong_figure(d, Kind::Share)),
    ("增幅算错", |d| wrong_figure(d, Kind::Growth)),
    ("合计算错", |d| wrong_figure(d, Kind::Total)),
    ("其余算错", |d| wrong_figure(d, Kind::Rest)),
    ("平均算错", |d| wrong_figure(d, Kind::Average)),
    ("其中大于总数", |d| paragraph(d, "共检查单位120家，其中学校150家，全部整改。", "120家")),
    ("分别项数不等", |d| paragraph(d, "东区、西区、南区分别新增设施12处、15处。", "12处、15处")),
    ("三项列了两项", |d| paragraph(d, "重点做好以下三项工作：一是完善制度；二是加强培训。", "三")),
    ("占比超过百分之百", |d| paragraph(d, "设施覆盖率达到120%，位居前列。", "120%")),
    ("百分点写成百分比", |d| paragraph(d, "满意率由85%提高到91%，提高6%。", "6%")),
    ("错别字布署", |d| paragraph(d, "按照统一布署，工作有序推进。", "布署")),
    ("错别字按排", |d| paragraph(d, "我们将合理按排时间，加快推进。", "按排")),
    ("错别字一如继往", |d| paragraph(d, "我们将一如继往地做好服务。", "一如继往")),
    ("字词重复", |d| paragraph(d, "我们对此进行进行了研究，认真的的落实。", "进行进行")),
    ("截止误作截至", |d| paragraph(d, "截止2025年底，各项任务全部完成。", "截止")),
    ("权力误作权利", |d| paragraph(d, "依法保障公民权力，规范服务。", "公民权力")),
    ("反映误作反应", |d| paragraph(d, "对群众反应的问题，逐项整改。", "群众反应的")),
    ("机构旧名", |d| paragraph(d, "我们会同市国土资源局推进用地审批。", "国土资源局")),
    ("固定提法写错", |d| paragraph(d, "践行青山绿水就是金山银山的理念。", "青山绿水")),
    ("语气生硬", |d| paragraph(d, "以上情况，望知悉。", "望知悉")),
    ("您们", |d| paragraph(d, "期待您们继续关心支持。", "您们")),
    ("双重否定", |d| paragraph(d, "建立长效机制，避免不再发生类似问题。", "避免不再发生")),
    ("题目后重复建议", |d| {
        swap(d, Field::Body, &[("的建议》", "的建议》的建议"), ("的提案》", "的提案》的提案")])
    }),
    ("开头掉字", |d| swap(d, Field::Body, &[("收悉", "收")])),
    ("结语用错文种", |d| paragraph(d, "特此通知。", "特此通知")),
    ("身份证号", |d| {
        is_public(d).then(|| paragraph(d, "来信人身份证号11010519491231002X，已核实。", "11010519491231002X"))?
    }),
    ("手机号码", |d| is_public(d).then(|| paragraph(d, "来信人电话13800001234，已联系。", "13800001234"))?),
    ("银行卡号", |d| {
        is_public(d).then(|| paragraph(d, "款项已汇至6222021234567890128账户。", "6222021234567890128"))?
    }),
    ("家庭住址", |d| {
        is_public(d).then(|| paragraph(d, "来信人家住望江路12号3栋502室，已走访。", "家住望江路12号3栋502室"))?
    }),
    ("密级标识", |d| is_public(d).then(|| paragraph(d, "以下为内部资料，供参考。", "内部资料"))?),
    ("零宽字符", |d| paragraph(d, "工程已\u{200B}全面完工。", "\u{200B}")),
];

fn is_public(draft: &Draft) -> bool {
    draft.letter.disclosure == "主动公开"
}

/// Replaces every pair's first occurrence; the place is that of the first.
fn swap(draft: &Draft, field: Field, pairs: &[(&str, &str)]) -> Option<Planted> {
    let mut text = draft.text(field).into_owned();
    // Pairs of brackets are replaced together, of other pairs the first that applies.
    let together = pairs.len() == 2 && matches!(pairs[0].0, "〔");
    let mut place = None;
    for (from, to) in pairs {
        let Some(at) = text.find(from) else { continue };
        text.replace_range(at..at + from.len(), to);
        place.get_or_insert(at..at + to.len());
        if !together {
            break;
        }
    }
    whole(draft, field, &text, place?)
}

/// Replaces a mark between two Chinese characters.
fn swap_han(draft: &Draft, from: char, to: &str) -> Option<Planted> {
    let body = &draft.letter.body;
    let is_han = |it: Option<char>| it.is_some_and(|it| ('\u{4E00}'..='\u{9FFF}').contains(&it));
    let at = body
        .match_indices(from)
        .map(|(at, _)| at)
        .find(|&at| is_han(body[..at].chars().next_back()) && is_han(body[at + from.len_utf8()..].chars().next()))?;
    replace(draft, Field::Body, at..at + from.len_utf8(), to)
}

fn swap_last(draft: &Draft, from: &str, to: &str) -> Option<Planted> {
    let at = draft.letter.body.rfind(from)?;
    replace(draft, Field::Body, at..at + from.len(), to)
}

/// Exchanges the last two digits of the matter's number.
fn swap_digits(draft: &Draft, field: Field) -> Option<Planted> {
    let number = &draft.matter.number;
    let text = draft.text(field);
    let at = text.find(&format!("第{number}号"))? + '第'.len_utf8();
    let mut digits: Vec<char> = number.chars().collect();
    let last = digits.len().checked_sub(1)?;
    if last < 2 || digits[last] == digits[last - 1] {
        return None;
    }
    digits.swap(last, last - 1);
    let wrong: String = digits.into_iter().collect();
    replace(draft, field, at..at + number.len(), &wrong)
}

fn replace(draft: &Draft, field: Field, range: Range<usize>, text: &str) -> Option<Planted> {
    let mut whole_text = draft.text(field).into_owned();
    whole_text.replace_range(range.clone(), text);
    whole(draft, field, &whole_text, range.start..range.start + text.len())
}

pub(crate) fn whole(draft: &Draft, field: Field, text: &str, range: Range<usize>) -> Option<Planted> {
    let mut draft = draft.clone();
    draft.set_text(field, text).ok()?;
    Some(Planted { draft, field, range })
}

fn set(draft: &Draft, field: Field, text: &str) -> Option<Planted> {
    whole(draft, field, text, 0..text.len())
}

fn set_at(draft: &Draft, field: Field, text: &str) -> Option<Planted> {
    set(draft, field, text)
}

fn append(draft: &Draft, field: Field, text: &str) -> Option<Planted> {
    let mut whole_text = draft.text(field).into_owned();
    let at = whole_text.len();
    whole_text.push_str(text);
    whole(draft, field, &whole_text, at..at + text.len())
}

fn date(draft: &Draft, text: &str) -> Option<Planted> {
    let mut draft = draft.clone();
    draft.letter.date = LetterDate::typed(text);
    let length = draft.letter.date.to_string().len();
    Some(Planted { draft, field: Field::Date, range: 0..length })
}

/// Puts a paragraph before the last one; the fault is its part `words`.
fn paragraph(draft: &Draft, text: &str, words: &str) -> Option<Planted> {
    let start = text.find(words)?;
    paragraph_at(draft, text, start..start + words.len())
}

/// Puts a paragraph before the last one; the fault is at the bytes `place` of it.
pub(crate) fn paragraph_at(draft: &Draft, text: &str, place: Range<usize>) -> Option<Planted> {
    let at = draft.letter.body.rfind('\n')? + 1;
    let mut draft = draft.clone();
    draft.letter.body.insert_str(at, &format!("{text}\n"));
    Some(Planted { draft, field: Field::Body, range: at + place.start..at + place.end })
}

/// Changes the first figure of this kind that the letter's own figures give.
fn wrong_figure(draft: &Draft, kind: Kind) -> Option<Planted> {
    let body = &draft.letter.body;
    let working = figures::workings(body)
        .into_iter()
        .find(|working| working.kind == kind && working.verdict == Verdict::Confirmed)?;
    let said = &body[working.range.clone()];
    let digits = said.len() - said.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.').len();
    let first = said.chars().find(char::is_ascii_digit)?;
    // A whole number is off by two or a few, a longer one in its second digit.
    let wrong = match said[..digits].parse::<u32>() {
        Ok(value) if value < 20 => (value + 2).to_string(),
        _ => {
            let second = said.chars().filter(char::is_ascii_digit).nth(1).unwrap_or(first);
            let other = char::from_digit((second.to_digit(10)? + 3) % 10, 10)?;
            let at = said.char_indices().filter(|(_, it)| it.is_ascii_digit()).nth(1).map_or(0, |(at, _)| at);
            let mut changed = said[..digits].to_owned();
            changed.replace_range(at..=at, &other.to_string());
            changed
        }
    };
    replace(draft, Field::Body, working.range.start..working.range.start + digits, &wrong)
}
