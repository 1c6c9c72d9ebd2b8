//! What a spreadsheet is given: the same values twice, texts that stay texts, the same bytes.

use super::*;

fn sheet(name: &str, cells: Vec<Cell>) -> Sheet {
    let columns = cells.iter().map(|_| SheetColumn::in_unit("Part", "%")).collect();
    Sheet {
        name: name.to_owned(),
        lead: Vec::new(),
        columns,
        rows: vec![SheetRow { look: Look::Plain, cells }],
        chart: None,
    }
}

fn of(sheets: Vec<Sheet>) -> Spreadsheet {
    let made_on = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    Spreadsheet { title: "Bilan 2026".to_owned(), author: "CCAS de Valbourg".to_owned(), made_on, sheets }
}

fn csv(cell: Cell) -> String {
    let file = String::from_utf8(of(vec![sheet("Objets", vec![cell])]).csv()).unwrap();
    file.strip_prefix("\u{feff}Part (%)\r\n").unwrap().trim_end_matches("\r\n").to_owned()
}

#[test]
fn a_text_never_becomes_a_formula_nor_a_second_field() {
    for (text, written) in [
        ("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\""),
        ("+33 6", "'+33 6"),
        (" @somme", "' @somme"),
        ("\n=1+1", "\"'\n=1+1\""),
        ("Meubles ; literie", "\"Meubles ; literie\""),
        ("Banque du Val", "Banque du Val"),
    ] {
        assert_eq!(csv(Cell::text(text)), written);
    }
}

#[test]
fn numbers_and_days_are_written_the_french_way() {
    assert_eq!(csv(Cell::count(12)), "12");
    assert_eq!(csv(Cell::euros(domain::money::Euros::read("2366,67").unwrap())), "2366,67");
    assert_eq!(csv(Cell::Number("75.5".parse().unwrap(), Form::Percent)), "75,50");
    assert_eq!(csv(Cell::Number("-3".parse().unwrap(), Form::Decimals)), "-3,00", "a negative number is no formula");
    assert_eq!(csv(Cell::Day(NaiveDate::from_ymd_opt(2026, 1, 5).unwrap())), "05/01/2026");
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    let file = of(vec![sheet("Objets", vec![Cell::text("Mobilité"), Cell::count(4)])]);
    assert!(file.xlsx().unwrap() == file.xlsx().unwrap());
    let later = Spreadsheet { made_on: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(), ..file.clone() };
    assert!(later.xlsx().unwrap() != file.xlsx().unwrap(), "the day it tells is given, never that of a clock");
}

#[test]
fn a_tab_says_what_it_can() {
    let long = "Motifs des demandes non recevables et des refus de la banque";
    let names = ["Objets [2026]/*", "", "objets  2026", long, long, "'Banques'"].map(|name| sheet(name, vec![]));
    let mut taken = std::collections::BTreeSet::new();
    let tabs: Vec<String> = names.iter().map(|one| super::xlsx::tab(&one.name, &mut taken)).collect();
    assert_eq!(
        tabs,
        [
            "Objets  2026",
            "Tableau",
            "objets  2026 2",
            "Motifs des demandes non recevab",
            "Motifs des demandes non recev 2",
            "Banques"
        ]
    );
    assert!(of(names.to_vec()).xlsx().is_ok());
}
