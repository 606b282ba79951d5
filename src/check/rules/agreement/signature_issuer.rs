//! C11: the signature is not the issuer's.

use crate::check::authoring::*;
use crate::letter::organ;

pub static RULE: Rule = Rule {
    code: "C11",
    name: "signature-issuer",
    title: "署名与发文机关一致",
    group: Group::Agreement,
    severity: Severity::Warning,
    explanation: "发文机关署名应当与发文机关一致，署全称或者规范化简称。由政府办公室统一印发的除外。",
    source: "《党政机关公文处理工作条例》第九条（四）、（十一）",
    examples: &[
        wrong(&[("signature", "‹临江市教育局›")]).mended("临江市交通运输局"),
        wrong(&[("signature", "‹市交通运输局›")]),
        right(&[("signature", "临江市人民政府办公室")]),
        wrong(&[
            ("cc[1]", ""),
            ("issuer", "临江市人民政府"),
            ("title", "对市十七届人大一次会议第2026042号代表建议的答复"),
            ("signature", "‹临江市人民政府办公室›"),
        ]),
        right(&[("signature", "临江市 交通运输局")]),
    ],
    check: Check::Elements(check),
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let letter = &context.draft.letter;
    let (issuer, signature) = (&letter.issuer, &letter.signature);
    let by_government = signature.contains("政府") && !issuer.contains("政府");
    if issuer.is_empty() || signature.is_empty() || by_government || characters::same_ink(issuer, signature) {
        return;
    }
    let whole = 0..signature.len();
    let finding = found.at(Field::Signature, whole.clone(), format!("发文机关是“{issuer}”"));
    finding.mend(Applicability::Review, whole, issuer.as_str());
    // The 条例 allows the standard short name; the office of a government signs for it here and there.
    let by_office = signature.contains("政府办");
    if organ::is_same(issuer, signature) || by_office {
        finding.weigh(Severity::Advice);
    }
}
