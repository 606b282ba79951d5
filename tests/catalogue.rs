//! `docs/rules.md` is the catalogue as the rules tell it.

/// Set `DAFU_BLESS=1` to write the page anew.
#[test]
fn the_page_of_rules_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.md");
    let page = dafu::check::catalogue::markdown();
    if std::env::var_os("DAFU_BLESS").is_some() {
        std::fs::write(path, &page).expect("docs/rules.md is written");
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == page, "docs/rules.md is out of date: run DAFU_BLESS=1 cargo test --test catalogue");
}
