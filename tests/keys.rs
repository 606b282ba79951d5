//! `docs/keys.md` is the table of commands.

/// Set `DAFU_BLESS=1` to write the page anew.
#[test]
fn the_page_of_keys_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
    let page = dafu::app::key_page::markdown();
    if std::env::var_os("DAFU_BLESS").is_some() {
        std::fs::write(path, &page).expect("docs/keys.md is written");
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == page, "docs/keys.md is out of date: run DAFU_BLESS=1 cargo test --test keys");
}
