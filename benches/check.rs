//! How long a check takes: one letter of about 9 KB, once started, and every keystroke's re-check.

use dafu::check::lexicon::Lexicon;
use dafu::check::{Check, Checker, Context, Found, Profile, check, mend, registry};
use dafu::letter::figures;
use dafu::letter::{Draft, format};
use divan::{Bencher, black_box};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 6, 30);

fn main() {
    divan::main();
}

/// A letter as long as a long one, 9 KB: the sample with the answers of several others.
fn letter() -> Draft {
    long_letter(9_216)
}

/// The sample with the answers of others until it has `length` bytes.
fn long_letter(length: usize) -> Draft {
    let mut draft = format::read(include_str!("../drafts/2026042.toml")).expect("the sample is read").draft;
    let others = [
        include_str!("../tests/sound/01-elderly-care.toml"),
        include_str!("../tests/sound/03-chip-industry.toml"),
        include_str!("../tests/sound/06-hospital.toml"),
        include_str!("../tests/sound/13-env.toml"),
    ];
    for other in others.into_iter().cycle() {
        if draft.letter.body.len() >= length {
            break;
        }
        draft.letter.body += "\n";
        draft.letter.body += &format::read(other).expect("a letter is read").draft.letter.body;
    }
    draft.letter.body.truncate(dafu::text::position::floor_boundary(&draft.letter.body, length));
    draft
}

#[divan::bench]
fn one_letter_of_100_kb(bencher: Bencher<'_, '_>) {
    let (draft, profile) = (long_letter(102_400), Profile::default());
    bencher.bench(|| check(black_box(&draft), &profile, TODAY));
}

#[divan::bench]
fn one_letter(bencher: Bencher<'_, '_>) {
    let (draft, profile) = (letter(), Profile::default());
    bencher.bench(|| check(black_box(&draft), &profile, TODAY));
}

/// A key in the middle of the letter: a character more in one paragraph, and it is gone again.
#[divan::bench(args = [9_216, 102_400])]
fn one_paragraph_changed(bencher: Bencher<'_, '_>, length: usize) {
    let (mut draft, profile) = (long_letter(length), Profile::default());
    let mut checker = Checker::default();
    checker.check(&draft, &profile, TODAY);
    let middle = dafu::text::position::floor_boundary(&draft.letter.body, length / 2);
    let middle = draft.letter.body[middle..].find('，').map_or(0, |at| at + middle);
    let mut is_typed = false;
    bencher.bench_local(|| {
        is_typed = !is_typed;
        if is_typed {
            draft.letter.body.insert(middle, '的');
        } else {
            draft.letter.body.remove(middle);
        }
        checker.check(black_box(&draft), &profile, TODAY)
    });
}

/// Each rule by itself over the whole letter: `cargo bench --bench check -- one_rule`.
#[divan::bench(args = registry::RULES.iter().map(|rule| rule.code))]
fn one_rule(bencher: Bencher<'_, '_>, code: &str) {
    let (draft, profile) = (letter(), Profile::default());
    let Some(rule) = registry::find(code) else { return };
    bencher.bench(|| {
        let context = Context::new(black_box(&draft), &profile, TODAY);
        let mut findings = Vec::new();
        let parts = rule.check.parts();
        for check in [parts.elements, parts.letter].into_iter().flatten() {
            check(&context, &mut Found::by(rule, &mut findings));
        }
        for passage in context.passages() {
            match rule.check {
                Check::Passage(check) | Check::PassageWith(_, check) => {
                    check(passage, &mut Found::by(rule, &mut findings));
                }
                _ => {
                    if let Some((_, check)) = parts.paragraph {
                        check(&context, passage, &mut Found::by(rule, &mut findings));
                    }
                }
            }
        }
        findings
    });
}

/// What every check begins with: outline, opening, closing, passages.
#[divan::bench]
fn no_rule(bencher: Bencher<'_, '_>) {
    let (draft, profile) = (letter(), Profile::default());
    bencher.bench(|| Context::new(black_box(&draft), &profile, TODAY).passages().len());
}

#[divan::bench]
fn figures_of_one_letter(bencher: Bencher<'_, '_>) {
    let draft = letter();
    bencher.bench(|| figures::workings(black_box(&draft.letter.body)));
}

#[divan::bench]
fn safe_fixes(bencher: Bencher<'_, '_>) {
    let (mut draft, profile) = (letter(), Profile::default());
    draft.letter.body = draft.letter.body.replace('，', ",");
    bencher.bench(|| mend::all_safe(black_box(&draft), &profile, TODAY));
}

#[divan::bench]
fn reading_the_lexicon(bencher: Bencher<'_, '_>) {
    bencher.bench(Lexicon::compiled_in);
}
