//! How fast letters are imported: `cargo bench --bench import`. The aim is a thousand letters in a second on one core.

use dafu::import::{import, read};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// The test letters, as texts.
fn letters() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/letters");
    let paths = std::fs::read_dir(folder).expect("the folder of letters").map(|entry| entry.expect("an entry").path());
    let texts = paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.map(|path| read(&std::fs::read(path).expect("a letter")).expect("a text").0).collect()
}

/// A letter of the length of a long one: 3,000 characters in 40 paragraphs.
fn long_letter() -> String {
    let paragraph = "我局会同有关部门深入开展调查研究，先后召开座谈会12次，走访企业和村（社区）86个，收集意见建议230余条，形成工作方案并报市政府同意。";
    let body: String = (0..40).map(|_| format!("　　{paragraph}\n")).collect();
    let head = "临江市水务局\n\n临水函〔2026〕41号\n\n临江市水务局关于市十七届人大一次会议第2026042号代表建议答复的函\n\n王禾、李澄清代表：\n";
    let opening = "　　你们提出的《关于加快柳溪河综合治理的建议》（第2026042号）收悉，现答复如下：\n";
    let tail = "\n临江市水务局\n2026年6月18日\n\n（联系人：周舟，联系电话：0700-8200011）\n\n公开方式：主动公开\n\n抄送：市政府办公室。\n";
    [head, opening, &body, tail].concat()
}

#[divan::bench]
fn all_test_letters(bencher: Bencher) {
    let letters = letters();
    bencher.counter(divan::counter::ItemsCount::new(letters.len())).bench(|| {
        for letter in &letters {
            drop(black_box(import(black_box(letter))));
        }
    });
}

#[divan::bench]
fn one_long_letter(bencher: Bencher) {
    let letter = long_letter();
    bencher.counter(divan::counter::ItemsCount::new(1_usize)).bench(|| import(black_box(&letter)));
}
