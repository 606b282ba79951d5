use super::fib::place;
use super::*;

/// A .doc file whose text is `text` and whose text boxes hold `boxes`.
fn file(text: &str, boxes: &str) -> Vec<u8> {
    use std::io::Write;
    let units: Vec<u16> = format!("{text}{boxes}").encode_utf16().collect();
    let mut document = vec![0; 2048];
    let mut put = |at: usize, bytes: &[u8]| document[at..at + bytes.len()].copy_from_slice(bytes);
    let count = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap().to_le_bytes();
    put(0, &0xA5EC_u16.to_le_bytes());
    put(place::FLAGS, &0x0200_u16.to_le_bytes());
    put(place::COUNTS, &count(text));
    put(place::COUNTS + 4 * 6, &count(boxes));
    let mut pieces = vec![2, 16, 0, 0, 0];
    pieces.extend(0_u32.to_le_bytes());
    pieces.extend(u32::try_from(units.len()).unwrap().to_le_bytes());
    pieces.extend([0, 0]);
    pieces.extend(2048_u32.to_le_bytes());
    pieces.extend([0, 0]);
    put(place::PIECES, &4_u32.to_le_bytes());
    put(place::PIECES + 4, &u32::try_from(pieces.len()).unwrap().to_le_bytes());
    document.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/WordDocument").unwrap().write_all(&document).unwrap();
    let table = [vec![0; 4], pieces].concat();
    file.create_stream("/1Table").unwrap().write_all(&table).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn a_whole_file() {
    let bytes = file("𠅤䶮代表：\r您提出的建议收悉。\r", "临江市水务局\r");
    assert_eq!(text(&bytes).unwrap(), "临江市水务局\n𠅤䶮代表：\n您提出的建议收悉。\n");
    for cut in (8..bytes.len()).step_by(97) {
        // A file cut short is damaged, or tells what was still there.
        if let Ok(text) = text(&bytes[..cut]) {
            assert!(!text.contains('\0'));
        }
    }
}

#[test]
fn what_is_no_document() {
    assert!(matches!(text(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Err(ReadError::Damaged(_))));
}
