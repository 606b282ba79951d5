//! The question which file or folder to take in: a path that is completed as it is typed.

use crate::app::line::Line;
use crate::app::list::List;
use crate::app::pinyin::Query;

/// What lies in a folder, as far as it can be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Whether it is a folder.
    pub is_folder: bool,
}

/// What stands where a path points to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The path as it was typed when this was asked for.
    pub typed: String,
    /// What lies in the folder of the path: folders, and the files that can be taken in.
    pub entries: Vec<Entry>,
    /// Whether the whole path is a file.
    pub is_file: bool,
    /// How many files can be taken in where the whole path is a folder.
    pub letters: usize,
    /// Why there is nothing to list.
    pub problem: Option<String>,
}

/// One row of what is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// The file that was typed.
    File,
    /// The folder that was typed, with so many letters in it.
    Folder(usize),
    /// Something in the folder of the path.
    Entry(Entry),
}

/// The question.
#[derive(Clone, Debug, Default)]
pub struct Paths {
    /// The path being typed.
    pub line: Line,
    /// The chosen offer.
    pub list: List,
    /// Whether files are being read, so that nothing is asked for twice.
    pub busy: bool,
    listing: Listing,
    offers: Vec<Offer>,
}

/// The characters that part the folders of a path.
fn is_divider(mark: char) -> bool {
    mark == '/' || mark == '\\'
}

impl Paths {
    /// The question, beginning in `folder`.
    pub fn new(folder: &str) -> Self {
        Self { line: Line::new(folder), ..Self::default() }
    }

    /// What is offered.
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }

    /// The chosen offer.
    pub fn chosen(&self) -> Option<&Offer> {
        self.offers.get(self.list.selected)
    }

    /// Why there is nothing to choose from.
    pub fn problem(&self) -> Option<&str> {
        self.listing.problem.as_deref()
    }

    /// Takes in what a path points to, where it is still the one that is typed.
    pub fn fill(&mut self, listing: Listing) {
        if listing.typed != self.line.text() {
            return;
        }
        self.listing = listing;
        self.refind();
    }

    /// What is typed of the folder, its divider included, and of the name in it.
    pub fn parts(&self) -> (&str, &str) {
        let text = self.line.text();
        let at = text.rfind(is_divider).map_or(0, |at| at + 1);
        text.split_at(at)
    }

    /// Finds anew what fits the typed path.
    pub fn refind(&mut self) {
        let (_, begun) = self.parts();
        let query = Query::new(begun);
        let all = &self.listing.entries;
        let fits = |entry: &&Entry| begun.is_empty() || query.finds(&entry.name);
        let mut entries: Vec<Entry> = all.iter().filter(fits).cloned().collect();
        // What begins with what is typed is the likelier one.
        entries.sort_by_key(|entry| !entry.name.starts_with(begun));
        let whole = match (self.listing.is_file, self.listing.letters) {
            (true, _) => Some(Offer::File),
            (false, 0) => None,
            (false, letters) => Some(Offer::Folder(letters)),
        };
        self.offers = whole.into_iter().chain(entries.into_iter().map(Offer::Entry)).collect();
        self.list = List::default();
    }

    /// Completes the path: by the chosen entry, or as far as all that fit agree. Says whether it became longer.
    pub fn complete(&mut self) -> bool {
        let (folder, begun) = self.parts();
        let (folder, begun) = (folder.to_owned(), begun.to_owned());
        let entries: Vec<Entry> = self
            .offers
            .iter()
            .filter_map(|offer| match offer {
                Offer::Entry(entry) => Some(entry.clone()),
                _ => None,
            })
            .collect();
        let chosen = match self.chosen() {
            Some(Offer::Entry(entry)) if self.list.selected > 0 || entries.len() == 1 => Some(entry.clone()),
            _ if entries.len() == 1 => entries.first().cloned(),
            _ => None,
        };
        let name = match &chosen {
            Some(entry) if entry.is_folder => format!("{}/", entry.name),
            Some(entry) => entry.name.clone(),
            None => {
                let fitting: Vec<&str> =
                    entries.iter().map(|entry| entry.name.as_str()).filter(|name| name.starts_with(&begun)).collect();
                common_start(&fitting)
            }
        };
        if name.is_empty() || name == begun {
            // Nothing more to say by itself: the next is as good as any.
            return false;
        }
        self.line = Line::new(format!("{folder}{name}"));
        true
    }

    /// The path that the chosen offer stands for, and whether it is a folder to look into rather than one to take in.
    pub fn answer(&self) -> Option<(String, bool)> {
        match self.chosen() {
            Some(Offer::Entry(entry)) => {
                let (folder, _) = self.parts();
                let slash = if entry.is_folder { "/" } else { "" };
                Some((format!("{folder}{}{slash}", entry.name), entry.is_folder))
            }
            Some(Offer::File | Offer::Folder(_)) => Some((self.line.text().to_owned(), false)),
            None => {
                let text = self.line.text().trim();
                (!text.is_empty()).then(|| (text.to_owned(), false))
            }
        }
    }
}

/// What all `names` begin with.
fn common_start(names: &[&str]) -> String {
    let Some(first) = names.first() else {
        return String::new();
    };
    let common = |end: usize| names.iter().all(|name| name.starts_with(&first[..end]));
    let ends = first.char_indices().map(|(at, mark)| at + mark.len_utf8());
    let end = ends.take_while(|&end| common(end)).last().unwrap_or(0);
    first[..end].to_owned()
}

/// A path as it was pasted or dropped: without quotes, escapes and the `file://` that file managers put there. Of several the
/// first.
pub fn pasted(text: &str) -> String {
    let text = text.trim().lines().next().unwrap_or_default().trim();
    for quote in ['"', '\''] {
        if let Some((inner, _)) = text.strip_prefix(quote).and_then(|rest| rest.split_once(quote)) {
            return pasted(inner);
        }
    }
    if let Some(path) = text.strip_prefix("file://") {
        let path = path.strip_prefix("localhost").unwrap_or(path);
        let path = decoded(path);
        // file:///C:/稿 is C:/稿.
        let drive = path.strip_prefix('/').filter(|rest| rest.get(1..2) == Some(":"));
        return drive.map_or(path.clone(), str::to_owned);
    }
    unescaped(text)
}

/// %E7%AD%94 as 答.
fn decoded(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code =
            path.get(at + 1..at + 3).filter(|_| bytes[at] == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        plain.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8(plain).unwrap_or_else(|_| path.to_owned())
}

/// `去年\ 的\(B\).txt` as a shell would read it. A backslash before a letter is one of Windows' own.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut marks = text.chars().peekable();
    while let Some(mark) = marks.next() {
        let escapes = mark == '\\' && marks.peek().is_some_and(|next| next.is_ascii() && !next.is_ascii_alphanumeric());
        match marks.next_if(|next| escapes && *next != '\\') {
            Some(next) => plain.push(next),
            None => plain.push(mark),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(typed: &str, names: &[&str]) -> Listing {
        let entry = |name: &&str| Entry { name: name.trim_end_matches('/').to_owned(), is_folder: name.ends_with('/') };
        Listing { typed: typed.to_owned(), entries: names.iter().map(entry).collect(), ..Listing::default() }
    }

    #[test]
    fn dropped_and_pasted_paths() {
        for (text, path) in [
            ("'/家/去年 的函.txt' ", "/家/去年 的函.txt"),
            ("\"C:\\稿\\去年.docx\"", "C:\\稿\\去年.docx"),
            ("file:///%E5%AE%B6/%E5%87%BD.txt\n", "/家/函.txt"),
            ("file:///C:/稿.txt", "C:/稿.txt"),
            ("/家/去年\\ 的\\(B\\).txt", "/家/去年 的(B).txt"),
            ("'/家/一.txt' '/家/二.txt'", "/家/一.txt"),
            ("/家/100%函.txt", "/家/100%函.txt"),
            ("\\\\host\\share\\函.txt", "\\\\host\\share\\函.txt"),
        ] {
            assert_eq!(pasted(text), path, "{text}");
        }
    }

    #[test]
    fn a_path_is_completed_as_far_as_it_is_certain() {
        let mut paths = Paths::new("旧稿/2025");
        paths.fill(listing("旧稿/2025", &["2025年001.txt", "2025年002.txt", "其他/"]));
        assert!(paths.complete());
        assert_eq!(paths.line.text(), "旧稿/2025年00");
        paths.fill(listing("旧稿/2025年00", &["2025年001.txt", "2025年002.txt", "其他/"]));
        paths.list.selected = 1;
        assert!(paths.complete());
        assert_eq!(paths.line.text(), "旧稿/2025年002.txt");
        let mut paths = Paths::new("qt");
        paths.fill(listing("qt", &["其他/", "旧.txt"]));
        assert!(paths.complete());
        assert_eq!(paths.line.text(), "其他/");
        assert_eq!(paths.answer(), None.or(Some(("其他/其他/".into(), true))));
    }

    #[test]
    fn a_late_answer_is_not_taken_for_another_path() {
        let mut paths = Paths::new("甲");
        paths.fill(listing("乙", &["乙.txt"]));
        assert!(paths.offers().is_empty());
        assert_eq!(paths.answer(), Some(("甲".into(), false)));
    }
}
