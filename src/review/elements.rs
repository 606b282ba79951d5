//! The elements of a walk: what is asked of each, and on which source that rests.

use super::item::Part;
use crate::letter::{Draft, Field};

const ARTICLE_20_4: &str = "《党政机关公文处理工作条例》第二十条（四）";

/// The fields that the verdict on an element speaks of.
type Fields = fn(&Draft) -> Vec<Field>;

/// What is vouched for by fields alone: name, title, what is asked, and the fields. The first twelve stand in the letter;
/// then comes what it answers, and last what must have been done before answering.
pub(super) const ELEMENTS: [(&str, &str, &str, Fields); 14] = [
    ("issuer", "发文机关", "名称是否为全称或规范化简称", |_| vec![Field::Issuer]),
    ("number", "发文字号", "代字、年份、顺序号是否正确", |_| vec![Field::Number]),
    ("title", "标题", "机关、事由、文种是否齐全准确", |_| vec![Field::Title]),
    ("category", "办理结果", "结果类别与答复内容是否相符", |_| vec![Field::Category]),
    ("signer", "签发人", "需要标注的，姓名是否正确", |_| vec![Field::Signer]),
    ("addressees", "主送", "姓名、次序、称谓是否正确，有无遗漏", |draft| {
        let mut fields: Vec<Field> = (0..draft.letter.addressees.len()).map(Field::Addressees).collect();
        fields.extend([Field::AddresseeTitle, Field::AddresseeTotal]);
        fields
    }),
    ("signature", "署名", "与发文机关是否一致", |_| vec![Field::Signature]),
    ("date", "成文日期", "是否为签发日期", |_| vec![Field::Date]),
    ("contact", "联系人", "姓名、电话是否正确", |draft| {
        (0..draft.letter.contacts.len()).flat_map(|at| [Field::ContactName(at), Field::ContactPhone(at)]).collect()
    }),
    ("disclosure", "公开方式", "公开属性是否恰当，不公开的理由是否成立", |_| {
        vec![Field::Disclosure, Field::DisclosureReason]
    }),
    ("cc", "抄送", "单位是否齐全，名称是否规范", |draft| {
        (0..draft.letter.cc.len()).map(Field::Cc).collect()
    }),
    ("attachments", "附件", "与正文所说是否一致，名称、件数是否正确", |draft| {
        (0..draft.letter.attachments.len()).map(Field::Attachments).collect()
    }),
    ("matter", "所答事项", "类别、届次、编号、题目、交办日期与交办件是否一致", |_| {
        vec![
            Field::Kind,
            Field::Role,
            Field::MatterSession,
            Field::MatterNumber,
            Field::MatterTitle,
            Field::MatterAssigned,
        ]
    }),
    (
        "contact-made",
        "与代表、委员沟通",
        "答复前是否已与领衔代表（委员）联系并听取意见",
        |draft| {
            let mut fields: Vec<Field> = (0..draft.letter.addressees.len()).map(Field::Addressees).collect();
            fields.extend([Field::AddresseeTotal, Field::MatterSession, Field::MatterNumber]);
            fields
        },
    ),
];

/// Which part of the walk a kind belongs to, and on which source it rests.
pub(super) fn basis(key: &str) -> (Part, &'static str) {
    match key {
        "paragraph" => (Part::Body, "《党政机关公文处理工作条例》第二十条（二）（四）"),
        "figure" | "names" => (if key == "names" { Part::Person } else { Part::Body }, ARTICLE_20_4),
        "policy" => (Part::Person, "《党政机关公文处理工作条例》第二十条（一）（二）"),
        "promises" => (Part::Person, "《党政机关公文处理工作条例》第二十条（二）"),
        "consultation" => (Part::Person, "《党政机关公文处理工作条例》第二十条（三）"),
        "contact-made" => (Part::Person, "《全国人民代表大会和地方各级人民代表大会代表法》第五十一条"),
        "requests" | "request" => (Part::Person, "各地办理规定：答复应当逐项回应所提建议"),
        _ => (Part::Elements, ARTICLE_20_4),
    }
}
