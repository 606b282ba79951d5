//! Names of organs, full and short.

/// Whether two names mean the same organ: the same but for blanks, for 人民政府 against 政府, or one ending with the other
/// (临江市公安局 and 市公安局, 东洲镇人民政府 and 东洲镇).
pub fn is_same(left: &str, right: &str) -> bool {
    let (left, right) = (plain(left), plain(right));
    if left.is_empty() || right.is_empty() {
        return false;
    }
    let (long, short) = if left.len() >= right.len() { (&left, &right) } else { (&right, &left) };
    // 东洲镇 stands for 东洲镇政府, 东洲街道 for 东洲街道办事处.
    let is_place = |rest: &str| matches!(rest, "政府" | "办事处" | "镇政府" | "街道办事处");
    long.ends_with(short.as_str()) && short.chars().count() >= 3 && (long == short || !is_bare(short))
        || long.strip_prefix(short.as_str()).is_some_and(is_place)
}

/// Whether `text` speaks of the organ `name`, in full or in one of its short forms.
pub fn is_named_in(text: &str, name: &str) -> bool {
    let text = plain(text);
    let name = plain(name);
    if name.is_empty() {
        return true;
    }
    let bare = ["办事处", "政府"].iter().fold(name.as_str(), |name, end| name.strip_suffix(end).unwrap_or(name));
    [name.as_str(), bare].iter().any(|name| text.contains(name))
        || short_of(&name).is_some_and(|short| text.contains(short))
}

/// Whether `name` ends as the names of organs and other bodies do.
pub fn is_body(name: &str) -> bool {
    name.ends_with([
        '局', '厅', '部', '委', '会', '府', '办', '室', '院', '署', '处', '党', '团', '社', '盟', '组', '心', '司',
        '站', '队', '联', '行', '协', '校',
    ]) || name.chars().count() > 5
}

/// Whether `name` is that of an organ of government: neither of the Party, a court, a procuratorate, an assembly, a people's
/// organisation, nor an enterprise or a school. A name that tells nothing counts as one of government.
pub fn is_of_government(name: &str) -> bool {
    const OTHERS: [&str; 24] = [
        "法院",
        "检察院",
        "中共",
        "中国共产党",
        "人大",
        "人民代表大会",
        "政协",
        "组织部",
        "宣传部",
        "统战部",
        "统一战线",
        "政法委",
        "纪委",
        "纪律检查",
        "编办",
        "机构编制",
        "市委",
        "县委",
        "区委",
        "总工会",
        "共青团",
        "妇女联合会",
        "工商业联合会",
        "残疾人联合会",
    ];
    let is_other = OTHERS.iter().any(|word| name.contains(word));
    !is_other && !["公司", "大学", "学院", "医院"].iter().any(|end| name.ends_with(end))
}

fn plain(name: &str) -> String {
    const SHORT: [(&str, &str); 5] =
        [("人民政府", "政府"), ("委员会", "委"), ("和改革", "改革"), ("和社会", "社会"), ("和城乡", "城乡")];
    let mut name: String = crate::text::characters::ink(name).collect();
    for (long, short) in SHORT {
        if name.contains(long) {
            name = name.replace(long, short);
        }
    }
    name
}

/// A name that says nothing of its own: 市政府, 办公室.
fn is_bare(name: &str) -> bool {
    matches!(name, "政府" | "办公室" | "办公厅")
}

/// A long name without its place: 市公安局 of 临江市公安局.
fn short_of(name: &str) -> Option<&str> {
    name.char_indices()
        .skip(1)
        .take(4)
        .find(|(_, character)| matches!(character, '市' | '县' | '区' | '省' | '镇'))
        .map(|(at, _)| &name[at..])
        .filter(|short| short.chars().count() >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_and_short_names() {
        for (left, right) in [
            ("东洲镇人民政府", "东洲镇"),
            ("东洲镇人民政府", "东洲镇政府"),
            ("东洲街道办事处", "东洲街道"),
            ("临江市公安局", "市公安局"),
            ("市发展和改革委员会", "市发展改革委"),
            ("青禾市住房和城乡建设局", "市住房城乡建设局"),
        ] {
            assert!(is_same(left, right) && is_same(right, left), "{left} {right}");
        }
        for (left, right) in [
            ("市公安局", "市司法局"),
            ("市工业和信息化局", "市工业信息化局"),
            ("东洲街道办事处", "西洲街道办事处"),
            ("", "市公安局"),
        ] {
            assert!(!is_same(left, right), "{left} {right}");
        }
        assert!(is_named_in("经综合东洲街道、市公安局会办意见", "临江市公安局"));
        assert!(!is_named_in("经综合东洲街道会办意见", "临江市公安局"));
        assert!(is_body("市政协提案委员会") && !is_body("沈禾"));
        assert!(is_of_government("临江市公安局") && is_of_government("市国资委") && is_of_government(""));
        assert!(!is_of_government("临江市人民检察院") && !is_of_government("中共临江市委组织部"));
    }
}
