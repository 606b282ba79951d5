//! How many planted faults the rules find, and how often they speak up in sound letters.
//!
//!     cargo run --release --example accuracy            prints the table
//!     cargo run --release --example accuracy -- --write  writes docs/accuracy.md
//!     cargo run --release --example accuracy -- --hand TABLE LETTERS   what is found of a table, on letters of one's own

mod faults;
mod hand;

use dafu::check::{Profile, Severity, check};
use dafu::letter::{Draft, format};
use faults::{FAULTS, Planted};
use jiff::civil::{Date, date};

/// The day the letters are checked on.
const TODAY: Date = date(2026, 6, 30);

/// The faults planted by hand, one by one.
const PLANTED: &str = include_str!("planted.txt");

/// What came out when letters and faults were new to the rules: written down then, and never worked out again.
const BLIND: &str = "\
| 轮次 | 信 | 错误误报 | 提醒误报 | 种入 | 找到 |
|---|---|---|---|---|---|
| 第一轮 | 18 | 1 | 4 | 373 | 271（72.7%） |
| 第二轮，第一轮修正以后 | 12 | 1 | 4 | 324 | 235（72.5%） |
| 第三轮，第二轮修正以后 | 4 | 0 | 0 | 97 | 87（89.7%） |
| 第四轮甲，另由没有看过规则的人写信、种毛病 | 20 | 2 | 5 | 516 | 304（58.9%） |
| 第四轮乙，同上，多为各不相同的错别字 | 14 | 1 | 8 | 479 | 247（51.6%） |
| 第五轮，第四轮修正以后，同上 | 10 | 3 | 5 | 339 | 243（71.7%） |
| 第六轮，第五轮修正以后，同上，近半是数据；另写20封满是术语、方言、品名的信 | 30 | 1 | 11 | 300 | 161（53.7%） |
| 第七轮，第六轮修正以后，同上，各类毛病数目相近；另写15封 | 25 | 4 | 9 | 248 | 200（80.6%） |
| 第八轮甲，第七轮修正以后，同上，各类都有 | 12 | 0 | 8 | 309 | 205（66.3%） |
| 第八轮乙，同上，只有数据、用词、前后一致，多为用词换成另一个词、日期和单价的推算；另写15封 | 25 | 2 | 16 | 180 | 82（45.6%） |
| 第九轮，第八轮修正以后，同上，各类都有；另写10封 | 22 | 2 | 12 | 261 | 184（70.5%） |
| 第十轮，第九轮修正以后，同上，各类都有；另写10封 | 24 | 1 | 11 | 260 | 176（67.7%） |
";

/// How far from the planted place a finding may lie and still tell of it, in bytes: about a word.
const SLACK: usize = 18;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, table, folder] = &arguments[..]
        && flag == "--hand"
    {
        let table = std::fs::read_to_string(table).expect("the table is read");
        print!("{}", by_hand(&hand::read(&table), &read(std::slice::from_ref(folder)), &Profile::default()));
        return;
    }
    let letters = letters();
    let profile = Profile::default();
    let page = page(&letters, &profile);
    if std::env::args().any(|argument| argument == "--write") {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/accuracy.md");
        std::fs::write(path, &page).expect("docs/accuracy.md is written");
    }
    print!("{page}");
}

/// The sound letters, by name.
fn letters() -> Vec<(String, Draft)> {
    let root = env!("CARGO_MANIFEST_DIR");
    read(&["tests/sound", "drafts"].map(|folder| format!("{root}/{folder}")))
}

fn read(folders: &[String]) -> Vec<(String, Draft)> {
    let mut paths: Vec<_> = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).expect("the letters are there"))
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        // The half-written sample is faulty on purpose; a review record is no letter.
        .filter(|path| !path.to_string_lossy().contains("2026057") && !path.to_string_lossy().contains(".review."))
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a letter is read");
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (name, format::read(&text).expect("a letter is a draft").draft)
        })
        .collect()
}

fn page(letters: &[(String, Draft)], profile: &Profile) -> String {
    let mut page = format!(
        "# 准确度\n\n自己写的{}封合格的答复函，逐封种入{}类毛病，看检查能不能在种的地方找到；再看合格的信上有没有误报。\
         由`cargo run --release --example accuracy -- --write`生成，数字如实，不手工修改。\n\n\
         种的地方前后{}个字以内有发现，算找到。这张表是自己的：信是自己写的，毛病是自己种的，结果偏好；没有见过的信会差一些，见最后一节。\n\n",
        letters.len(),
        FAULTS.len(),
        SLACK / 3
    );

    let mut alarms = String::new();
    let (mut errors, mut warnings, mut advice) = (0, 0, 0);
    for (name, draft) in letters {
        for finding in check(draft, profile, TODAY).findings {
            match finding.severity {
                Severity::Error => errors += 1,
                Severity::Warning => warnings += 1,
                Severity::Advice => advice += 1,
            }
            alarms += &format!("- {name} {} {}：{}\n", finding.severity.label(), finding.rule.code, finding.message);
        }
    }
    page += &format!("## 合格的信上的误报\n\n错误{errors}，提醒{warnings}，参考{advice}。\n\n{alarms}\n");

    let (mut all_planted, mut all_found) = (0, 0);
    let mut rows = String::new();
    for (name, plant) in FAULTS {
        let (mut planted, mut found) = (0, 0);
        let mut missed = Vec::new();
        for (letter, draft) in letters {
            let Some(fault) = plant(draft) else { continue };
            planted += 1;
            if is_found(&fault, draft, profile) {
                found += 1;
            } else {
                missed.push(letter.split('-').next().unwrap_or(letter));
            }
        }
        all_planted += planted;
        all_found += found;
        rows += &format!("| {name} | {planted} | {found} | {} |\n", missed.join(" "));
    }
    let share = 100.0 * f64::from(all_found) / f64::from(all_planted.max(1));
    page += &format!(
        "## 种入的毛病\n\n共{all_planted}处，找到{all_found}处，{share:.1}%。\n\n| 毛病 | 种入 | 找到 | 漏的信 |\n|---|---|---|---|\n{rows}"
    );
    let table = hand::read(PLANTED);
    page += &format!("\n## 逐处手种的毛病\n\n{}", by_hand(&table, letters, profile));
    page += &format!(
        "\n## 没有见过的信\n\n上面的信和毛病，规则已经照着改过，数字偏好。信新写成、毛病新种下、规则还没有改的时候，是这样的：\n\n{BLIND}\n\
         前两轮有意用规则没有想到的写法，错别字每处都不同；第三轮的毛病较常见。误报和漏报随后按一般的原因逐个修正，现在的数字见上。\n"
    );
    page
}

/// What is found of the faults planted by hand: the count, and those that were missed.
fn by_hand(table: &[hand::Fault], letters: &[(String, Draft)], profile: &Profile) -> String {
    let mut classes: Vec<(&str, usize, usize)> = Vec::new();
    let mut missed = String::new();
    for fault in table {
        let (_, draft) = letters
            .iter()
            .find(|(name, _)| name.split('-').next() == Some(fault.letter.as_str()))
            .unwrap_or_else(|| panic!("no letter {}", fault.letter));
        let Some(planted) = fault.plant(draft) else {
            missed += &format!("- 种不进去：{}\n", fault.shown());
            continue;
        };
        let is_found = is_found(&planted, draft, profile);
        let class = match classes.iter().position(|(class, ..)| *class == fault.class) {
            Some(at) => &mut classes[at],
            None => {
                classes.push((&fault.class, 0, 0));
                classes.last_mut().expect("one was just added")
            }
        };
        class.1 += 1;
        class.2 += usize::from(is_found);
        if !is_found {
            missed += &format!("- {}\n", fault.shown());
        }
    }
    let planted: usize = classes.iter().map(|(_, planted, _)| planted).sum();
    let found: usize = classes.iter().map(|(.., found)| found).sum();
    let share = 100.0 * found as f64 / planted.max(1) as f64;
    let mut text = format!("{}类，共{planted}处，找到{found}处，{share:.1}%。\n", classes.len());
    if !missed.is_empty() {
        text += &format!("\n没有找到的：\n\n{missed}");
    }
    text
}

/// Whether a finding that the sound letter does not have lies at the planted place.
fn is_found(fault: &Planted, sound: &Draft, profile: &Profile) -> bool {
    let before = check(sound, profile, TODAY).findings;
    check(&fault.draft, profile, TODAY).findings.iter().any(|finding| {
        let is_new = !before.iter().any(|old| {
            old.rule == finding.rule
                && old.message == finding.message
                && old.field == finding.field
                && old.range == finding.range
        });
        let is_there = finding.field.name() == fault.field.name()
            && finding.range.start <= fault.range.end + SLACK
            && fault.range.start <= finding.range.end + SLACK;
        is_new && is_there
    })
}
