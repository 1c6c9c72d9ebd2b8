//! Files that are no register, or mean harm: a sentence each, and the office stays as it was.

use desk::FailureKind;
use serde_json::json;

use super::files::{archive, csv, line, offered, xlsx};
use crate::office::{an_office, assert_refused, plain};

#[test]
fn what_is_no_register_is_told_in_a_sentence_and_changes_nothing() {
    let mut office = an_office();
    let before = office.dump();
    let wide: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let protected = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &wide].concat();
    let bomb = archive(&[("xl/workbook.xml", "<w/>".to_owned()), ("xl/media/a", " ".repeat(210_000_000))]);
    for (name, bytes, word) in [
        ("vide.csv", Vec::new(), "vide"),
        ("protege.xlsx", protected, "mot de passe"),
        ("ancien.xls", vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "avant 2007"),
        ("bombe.xlsx", bomb, "démesuré"),
        ("photo.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "ni un tableau"),
        ("zero.csv", b"Nom;Objet\nA\0B;c\n".to_vec(), "ni un tableau"),
        ("abime.xlsx", b"PK\x03\x04abcd".to_vec(), "abîmé"),
        ("million.csv", "a;b\n".repeat(1_000_000).into_bytes(), "lignes"),
        ("geant.csv", vec![b'x'; 30_000_001], "dépasse"),
        ("large.csv", "x;".repeat(400).into_bytes(), "colonnes"),
    ] {
        offered(&office, name, &bytes);
        let refused = office.refused("open_register", json!({ "file": name }));
        assert_refused(&refused, FailureKind::Refused, Some("file"));
        assert!(plain(&refused.message).contains(word), "{name}: {}", refused.message);
        assert!(plain(&refused.message).contains("Rien n’a été changé"), "{name}: {}", refused.message);
    }
    let gone = office.refused("open_register", json!({ "file": "jamais choisi" }));
    assert_refused(&gone, FailureKind::Refused, Some("file"));
    assert_eq!(office.dump(), before);
    assert_eq!(office.call("register", json!({}))["chosen"], serde_json::Value::Null);
}

#[test]
fn strange_cells_stay_in_their_words_and_a_line_that_names_nobody_is_refused() {
    let mut office = an_office();
    let register = vec![
        line(&[
            "Nom",
            "Prénom",
            "Date demande",
            "Objet",
            "Montant",
            "Suite",
            "Montant accordé",
            "Banque",
            "Durée",
            "Taux",
        ]),
        line(&["=cmd|' calc'!A1", "Paul", "01/02/2016", "voiture", "1000"]),
        line(&["AUBRAC", "Ginette", "00/00/2016", "voiture", "1000"]),
        line(&["AUBRAC", "Odette", "01/02/2016", "voiture", "1e308"]),
        line(&["AUBRAC", "Noé", "01/02/2016", "voiture", "-50"]),
        line(&["AUBRAC", "Léa", "01/02/2016", "voiture", "900", "refusé", "900", "Banque du Val", "12", "4"]),
        line(&["AUBRAC", "Inès", "01/02/2031", "voiture", "900"]),
        line(&["", "Paul", "01/02/2016", "voiture", "900"]),
        line(&["AUBRAC", "Samira", "01/02/2016", "voiture", "900", "peut-être"]),
        line(&["AUBRAC", "Youssef", "", "voiture", "900"]),
        line(&["AUBRAC", &"x".repeat(900), "01/02/2016", "voiture", "900"]),
        line(&["AUBRAC", "Mireille", "01/02/2016", "voiture", "900", "accordé", "900", "Banque du Val", "0", "4"]),
        line(&["#REF!", "#N/A", "01/02/2016", "#VALEUR!", "#DIV/0!"]),
    ];
    offered(&office, "etrange.csv", &csv(&register));
    let view = office.call("open_register", json!({ "file": "etrange.csv" }));
    let count = |key: &str| view["counts"][key].as_u64().unwrap();
    assert_eq!((count("to_create"), count("refused"), count("to_settle")), (7, 3, 2), "{}", view["counts"]);
    let page = office.call("register_rows", json!({ "verdict": "refused", "offset": 0 }));
    let told: Vec<(u64, String)> = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["line"].as_u64().unwrap(), plain(row["reason"].as_str().unwrap())))
        .collect();
    assert_eq!(told.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [8, 11, 13], "who names nobody: {told:?}");
    let done = office.call("take_over_register", json!({ "leave_unsettled": true }));
    assert_eq!((done["created"].as_u64(), done["left_out"].as_u64()), (Some(7), Some(5)));
    let of = |office: &mut crate::office::Office, name: &str| {
        let found = office.call("dossiers", json!({ "search": name, "offset": 0 }))["rows"][0]["id"].clone();
        plain(office.call("dossier", json!({ "dossier": found }))["taken_over"].as_str().unwrap())
    };
    assert!(of(&mut office, "aubrac odette").contains("Montant demandé « 1e308 »"));
    assert!(
        of(&mut office, "aubrac léa").contains("Suite donnée « refusé » ; Montant accordé « 900 »"),
        "{}",
        of(&mut office, "aubrac léa")
    );
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

#[test]
fn a_line_pasted_with_other_separators_is_cut_by_them() {
    let mut office = an_office();
    let mut text = "NOM PRENOM;Date demande;Objet;MT\n".to_owned();
    text.push_str("AUBRAC Odette;01/02/2016;frigo;500\n");
    text.push_str("AUBRAC Léa,01/02/2016,frigo,500\n");
    text.push_str("\"AUBRAC Noé;01/02/2016;frigo;500\n");
    for line in 0..60 {
        text.push_str(&format!("DELORBE-{line} Inès;0{}/03/2016;voiture;1 500\n", line % 9 + 1));
    }
    offered(&office, "melange.csv", text.as_bytes());
    let view = office.call("open_register", json!({ "file": "melange.csv" }));
    assert!(plain(view["remarks"][0].as_str().unwrap()).contains("guillemet"), "{}", view["remarks"]);
    let count = |key: &str| view["counts"][key].as_u64().unwrap();
    assert_eq!((count("to_create"), count("refused")), (63, 0), "{}", view["counts"]);
}

#[test]
fn a_cell_merged_over_lines_is_told_and_names_each_of_them() {
    let mut office = an_office();
    let mut book = rust_xlsxwriter::Workbook::new();
    let plain_look = rust_xlsxwriter::Format::new();
    let sheet = book.add_worksheet();
    // A title over every column is no cell of a line, and is not told.
    sheet.merge_range(0, 0, 0, 3, "Registre 2016", &plain_look).unwrap();
    for (column, heading) in (0_u16..).zip(["NOM PRENOM", "Date demande", "OBJET", "MT"]) {
        sheet.write(1, column, heading).unwrap();
    }
    sheet.merge_range(2, 0, 3, 0, "AUBRAC Odette", &plain_look).unwrap();
    for (row, (asked, purpose)) in (2_u32..).zip([("01/02/2016", "frigo"), ("14/09/2016", "voiture")]) {
        sheet.write(row, 1, asked).unwrap();
        sheet.write(row, 2, purpose).unwrap();
        sheet.write(row, 3, 500.0).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    offered(&office, "fusion.xlsx", &bytes);
    let view = office.call("open_register", json!({ "file": "fusion.xlsx" }));
    let remarks = view["remarks"].as_array().unwrap();
    assert_eq!(remarks.len(), 1, "{remarks:?}");
    assert!(plain(remarks[0].as_str().unwrap()).contains("fusionnées sur plusieurs lignes"));
    assert_eq!((&view["counts"]["to_create"], &view["counts"]["refused"]), (&json!(2), &json!(0)));
    let done = office.call("take_over_register", json!({ "leave_unsettled": false }));
    assert_eq!(done["created"], 2);
    let found = office.call("dossiers", json!({ "search": "aubrac", "offset": 0 }))["found"].clone();
    let people = office.desk.read(|reader| Ok(reader.known_borrowers()?)).unwrap();
    assert_eq!((found, people[0].person == people[1].person), (json!(2), true), "two requests of one person");
    let spanned = "<table:table-row><table:table-cell table:number-rows-spanned=\"2\"><text:p>AUBRAC Odette</text:p></table:table-cell></table:table-row>";
    let sheet = |cells: &str| {
        format!(
            "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><table:table table:name=\"F\"><table:table-row><table:table-cell><text:p>Nom</text:p></table:table-cell><table:table-cell><text:p>Objet</text:p></table:table-cell></table:table-row>{cells}</table:table></office:document-content>"
        )
    };
    let parts =
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned()), ("content.xml", sheet(spanned))];
    offered(&office, "fusion.ods", &archive(&parts));
    let view = office.call("open_register", json!({ "file": "fusion.ods" }));
    assert!(plain(&view["remarks"].to_string()).contains("fusionnées"), "{}", view["remarks"]);
}

#[test]
fn a_line_without_an_end_is_cut_and_text_of_another_encoding_is_read() {
    let mut office = an_office();
    let text = "NOM PRENOM;Date demande;Objet\r\nDELORBE Léa;01/02/2016;frigo\r\n";
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    offered(&office, "utf16.csv", &utf16);
    let view = office.call("open_register", json!({ "file": "utf16.csv" }));
    assert_eq!((&view["counts"]["to_create"], &view["remarks"]), (&json!(1), &json!([])));
    // One line of 29 million letters: cut, and nothing of it is a heading.
    offered(&office, "ligne.csv", &vec![b'x'; 29_000_000]);
    let view = office.call("open_register", json!({ "file": "ligne.csv" }));
    assert!(plain(&view["remarks"].to_string()).contains("coupées"), "{}", view["remarks"]);
    assert_eq!((&view["can_take"], &view["counts"]["all"]), (&json!(false), &json!(0)));
}

#[test]
fn macros_are_not_run_and_are_told() {
    let mut office = an_office();
    let register = vec![line(&["Nom", "Date demande", "Objet"]), line(&["AUBRAC Odette", "01/02/2016", "frigo"])];
    let sound = xlsx(&register);
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(sound)).unwrap();
    let mut texts: Vec<(String, String)> = Vec::new();
    for place in 0..parts.len() {
        let mut part = parts.by_index(place).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        texts.push((part.name().unwrap().to_string(), text));
    }
    texts.push(("xl/vbaProject.bin".to_owned(), "Sub Auto_Open".to_owned()));
    let named: Vec<(&str, String)> = texts.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    offered(&office, "macros.xlsm", &archive(&named));
    let view = office.call("open_register", json!({ "file": "macros.xlsm" }));
    assert!(plain(view["remarks"][0].as_str().unwrap()).contains("macros"));
    assert_eq!(view["counts"]["to_create"], 1);
}
