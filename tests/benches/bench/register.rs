//! A register as an office may have kept it for twenty years, one request a line.

use std::path::Path;

const HEADINGS: [&str; 11] =
    ["Nom", "Prénom", "Né(e) le", "Date demande", "Objet", "Montant", "Suite", "Date prêt", "Banque", "Durée", "Taux"];

/// So many lines, each granted, from 2007 to 2025.
fn lines(count: u32) -> impl Iterator<Item = [String; 11]> {
    (0..count).map(|line| {
        let (year, month, day) = (1950 + line % 50, line % 12 + 1, line % 28 + 1);
        let asked = 2007 + line % 19;
        [
            format!("Registre{line}"),
            "Lucie".to_owned(),
            format!("{day:02}/{month:02}/{year}"),
            format!("{day:02}/{month:02}/{asked}"),
            "voiture".to_owned(),
            "1 500,00".to_owned(),
            "accordé".to_owned(),
            format!("28/{month:02}/{asked}"),
            "Banque du Val".to_owned(),
            "36".to_owned(),
            "4".to_owned(),
        ]
    })
}

/// The register as text.
pub fn csv(path: &Path, count: u32) {
    let rows = std::iter::once(HEADINGS.join(";")).chain(lines(count).map(|line| line.join(";")));
    std::fs::write(path, rows.map(|row| row + "\r\n").collect::<String>()).unwrap();
}

/// The same as a workbook, its cells as text.
pub fn xlsx(path: &Path, count: u32) {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, HEADINGS).unwrap();
    for (row, cells) in (1..).zip(lines(count)) {
        sheet.write_row(row, 0, cells).unwrap();
    }
    book.save(path).unwrap();
}
