//! Files that are not read, each with its reason; none is ever a panic.

use super::layouts::{AUGUST, SG, proven, reading, two_columns};
use super::paper::{Drawing, left, pdf};
use crate::{Refusal, WordRules, WordsRefused};

fn refusal(bytes: &[u8]) -> Option<Refusal> {
    reading(bytes).files[0].refusal
}

fn development(name: &str) -> Vec<u8> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/statements/files");
    std::fs::read(folder.join(name)).unwrap()
}

#[test]
fn a_picture_is_told_from_a_paper() {
    assert_eq!(refusal(&development("postal-scan.pdf")), Some(Refusal::Scanned));
    assert_eq!(refusal(b"\xFF\xD8\xFF\xE0 JFIF"), Some(Refusal::Scanned));
}

#[test]
fn a_file_cut_short_is_damaged() {
    for name in ["mutual-2026-08.pdf", "mutual.ofx", "mutual-camt053.xml", "postal.qif"] {
        let whole = development(name);
        let cut = whole.get(..whole.len() * 2 / 3).unwrap();
        let told = reading(cut);
        assert!(told.files[0].refusal == Some(Refusal::Damaged) || proven(&told).is_none(), "{name}");
        assert_eq!(told.files[0].refusal, Some(Refusal::Damaged), "{name}");
    }
    assert_eq!(refusal(b""), Some(Refusal::Damaged));
}

#[test]
fn what_is_larger_than_twenty_five_megabytes_is_not_opened() {
    let mut large = development("mutual-2026-08.pdf");
    large.resize(25 * 1024 * 1024 + 1, b' ');
    assert_eq!(refusal(&large), Some(Refusal::TooLarge));
}

#[test]
fn another_format_is_not_read() {
    for bytes in [b"PK\x03\x04 a workbook".as_slice(), b"MZ\0\0", b"<html></html>", b"{\"a\": 1}"] {
        assert_eq!(refusal(bytes), Some(Refusal::Unsupported), "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_paper_without_a_table_is_no_statement() {
    let letter =
        vec![left(40.0, 700.0, "Madame, Monsieur, votre crédit est accordé le 03/08/2026 pour 1 500,00 euros.")];
    assert_eq!(refusal(&pdf(&[letter], Drawing::default())), Some(Refusal::NotAStatement));
    assert_eq!(refusal("Bonjour,\nvoici une liste.\n".as_bytes()), Some(Refusal::NotAStatement));
}

#[test]
fn letters_without_a_name_are_told() {
    let nameless = Drawing { nameless: true, ..Drawing::default() };
    assert_eq!(refusal(&pdf(&[two_columns(SG, 14_352, AUGUST)], nameless)), Some(Refusal::UnreadableText));
}

#[test]
fn a_password_is_asked_of_the_person_and_never_guessed() {
    let mut bytes = pdf(&[two_columns(SG, 14_352, AUGUST)], Drawing::default());
    let trailer = bytes.windows(7).rposition(|window| window == b"trailer").unwrap();
    let lock = b"trailer << /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <0102030405060708091011121314151617181920212223242526272829303132> /U <0102030405060708091011121314151617181920212223242526272829303132> >> /ID [<01> <01>] ".to_vec();
    bytes.splice(trailer..trailer + 10, lock);
    assert_eq!(refusal(&bytes), Some(Refusal::Password));
}

#[test]
fn the_text_of_a_scanner_counts_only_when_it_proves_and_is_said() {
    let unseen = Drawing { unseen: true, ..Drawing::default() };
    let told = reading(&pdf(&[two_columns(SG, 14_352, AUGUST)], unseen));
    assert!(proven(&told).is_some());
    assert!(told.accounts[0].statements[0].proof.witnesses.contains(&crate::Witness::ScannerText));
    let mut page = two_columns(SG, 14_352, AUGUST);
    page.retain(|text| text.text != "27,81");
    assert!(reading(&pdf(&[page], unseen)).accounts.is_empty());
}

#[test]
fn bytes_changed_anywhere_end_in_a_reading_or_a_refusal() {
    let whole = development("mutual-2026-08.pdf");
    let kept = reading(&whole).accounts[0].statements[0].draft.operations.clone();
    for place in (0..whole.len()).step_by(83) {
        let mut changed = whole.clone();
        changed[place] ^= 0x15;
        let told = reading(&changed);
        for statement in told.accounts.iter().flat_map(|account| &account.statements) {
            let same = statement.draft.operations.len() == kept.len();
            assert!(same || statement.standing != crate::Standing::Proven, "byte {place}");
        }
    }
}

#[test]
fn a_file_of_words_that_is_none_is_told() {
    assert!(matches!(WordRules::read("[]"), Err(WordsRefused::Shape(_))));
    assert!(WordRules::read("{\"entries\": []}").is_ok());
}
