//! Papers of several pages and accounts: what is carried, what is repeated, what is only a note.

#![expect(clippy::arithmetic_side_effects, reason = "places on a drawn paper")]

use super::layouts::{proven, reading};
use super::paper::{Drawing, Text, left, pdf, right};
use crate::{Reading, Standing};

/// A line of a table: day, label, debit, credit.
type Row = [&'static str; 4];

const HEAD: Row = ["Date", "Libellé", "Débit", "Crédit"];

/// Lines from the top of a page, two columns of money.
fn page(title: &[&str], rows: &[Row]) -> Vec<Text> {
    let mut texts: Vec<Text> =
        (0_i32..).zip(title).map(|(place, line)| left(40.0, f64::from(800 - 12 * place), line)).collect();
    let first = 780 - 12 * i32::try_from(title.len()).unwrap();
    for (place, [day, label, debit, credit]) in (0_i32..).zip(rows) {
        let y = f64::from(first - 12 * place);
        texts.extend([left(40.0, y, day), left(120.0, y, label), right(470.0, y, debit), right(560.0, y, credit)]);
    }
    texts.retain(|text| !text.text.is_empty());
    texts
}

fn read(pages: &[Vec<Text>]) -> Reading {
    reading(&pdf(pages, Drawing::default()))
}

fn statuses(reading: &Reading) -> Vec<(Standing, usize)> {
    let all = reading.accounts.iter().flat_map(|account| &account.statements);
    all.map(|statement| (statement.standing, statement.draft.operations.len())).collect()
}

const TITLE: [&str; 1] = ["COMPTE CHEQUES N° 00098765432"];

#[test]
fn totals_carried_over_a_page_agree_whether_the_heading_is_repeated_or_not() {
    let first = [
        HEAD,
        ["", "SOLDE CREDITEUR AU 31/07/2026", "", "100,00"],
        ["03/08", "CB LIDL", "20,00", ""],
        ["05/08", "VIR CAF", "", "50,00"],
        ["", "A REPORTER", "20,00", "50,00"],
    ];
    let second = [
        HEAD,
        ["", "REPORT", "20,00", "50,00"],
        ["09/08", "CB ALDI", "30,00", ""],
        ["", "TOTAL DES MOUVEMENTS", "50,00", "50,00"],
        ["", "SOLDE CREDITEUR AU 31/08/2026", "", "100,00"],
    ];
    let told = read(&[page(&TITLE, &first), page(&TITLE, &second)]);
    assert_eq!(proven(&told).map(|movements| movements.len()), Some(3), "{}", crate::answer(&told));
    let told = read(&[page(&TITLE, &first), page(&[], &second[1..])]);
    assert_eq!(proven(&told).map(|movements| movements.len()), Some(3), "{}", crate::answer(&told));
    let mut wrong = second;
    wrong[1] = ["", "REPORT", "21,00", "50,00"];
    assert_eq!(proven(&read(&[page(&TITLE, &first), page(&TITLE, &wrong)])), None);
}

#[test]
fn a_page_that_is_missing_is_not_proven() {
    let pages = [
        page(&TITLE, &[HEAD, ["", "ANCIEN SOLDE AU 31/07/2026", "", "100,00"], ["03/08", "CB LIDL", "20,00", ""]]),
        page(&TITLE, &[HEAD, ["09/08", "CB ALDI", "30,00", ""]]),
        page(&TITLE, &[HEAD, ["10/08", "VIR CAF", "", "50,00"], ["", "NOUVEAU SOLDE AU 31/08/2026", "", "100,00"]]),
    ];
    assert!(proven(&read(&pages)).is_some());
    for missing in 0..3 {
        let kept: Vec<Vec<Text>> = (0..3).filter(|place| *place != missing).map(|place| pages[place].clone()).collect();
        assert_eq!(proven(&read(&kept)), None, "{missing}");
    }
}

#[test]
fn months_of_one_account_in_one_file_are_each_proven() {
    let rows = [
        HEAD,
        ["", "SOLDE CREDITEUR AU 31/07/2026", "", "100,00"],
        ["03/08", "CB LIDL", "20,00", ""],
        ["", "SOLDE CREDITEUR AU 31/08/2026", "", "80,00"],
        HEAD,
        ["", "SOLDE CREDITEUR AU 31/08/2026", "", "80,00"],
        ["02/09", "CB LIDL", "90,00", ""],
        ["", "SOLDE DEBITEUR AU 30/09/2026", "10,00", ""],
    ];
    let told = read(&[page(&TITLE, &rows)]);
    assert_eq!(statuses(&told), [(Standing::Proven, 1), (Standing::Proven, 1)], "{}", crate::answer(&told));
    assert!(told.accounts[0].is_proven());
}

#[test]
fn accounts_one_after_the_other_are_told_apart() {
    let rows = [
        HEAD,
        ["", "COMPTE CHEQUES N° 00098765432", "", ""],
        ["", "SOLDE CREDITEUR AU 31/07/2026", "", "100,00"],
        ["03/08", "VIR VERS LIVRET A", "20,00", ""],
        ["", "SOLDE CREDITEUR AU 31/08/2026", "", "80,00"],
        ["", "LIVRET A N° 00011122233", "", ""],
        ["", "SOLDE CREDITEUR AU 31/07/2026", "", "500,00"],
        ["03/08", "VIR DE COMPTE CHEQUES", "", "20,00"],
        ["", "SOLDE CREDITEUR AU 31/08/2026", "", "520,00"],
    ];
    let told = read(&[page(&[], &rows)]);
    assert_eq!(statuses(&told), [(Standing::Proven, 1), (Standing::Proven, 1)], "{}", crate::answer(&told));
    let kinds: Vec<&str> = told.accounts.iter().map(|account| account.name.kind.key()).collect();
    assert_eq!(kinds, ["current", "savings"]);
}

#[test]
fn a_year_that_turns_gives_each_operation_its_own() {
    let rows = [
        HEAD,
        ["", "ANCIEN SOLDE AU 14/12/2026", "", "100,00"],
        ["28/12", "CB LIDL", "20,00", ""],
        ["04/01", "VIR CAF", "", "50,00"],
        ["", "NOUVEAU SOLDE AU 14/01/2027", "", "130,00"],
    ];
    let told = read(&[page(&TITLE, &rows)]);
    let days: Vec<String> = proven(&told).unwrap().into_iter().map(|(day, _)| day).collect();
    assert_eq!(days, ["28/12/2026", "04/01/2027"]);
}

#[test]
fn a_month_without_an_operation_is_proven_by_its_two_balances() {
    let rows = [
        HEAD,
        ["", "ANCIEN SOLDE AU 31/07/2026", "", "100,00"],
        ["", "TOTAL DES OPERATIONS", "0,00", "0,00"],
        ["", "NOUVEAU SOLDE AU 31/08/2026", "", "100,00"],
    ];
    assert_eq!(proven(&read(&[page(&TITLE, &rows)])), Some(Vec::new()));
}

#[test]
fn operations_of_one_day_may_print_it_once() {
    let rows = [
        HEAD,
        ["", "ANCIEN SOLDE AU 31/07/2026", "", "100,00"],
        ["03/08", "CB LIDL", "20,00", ""],
        ["", "CB ALDI", "10,00", ""],
        ["", "NOUVEAU SOLDE AU 31/08/2026", "", "70,00"],
    ];
    let told = read(&[page(&TITLE, &rows)]);
    let both = vec![("03/08/2026".to_owned(), -2_000), ("03/08/2026".to_owned(), -1_000)];
    assert_eq!(proven(&told), Some(both), "{}", crate::answer(&told));
}

#[test]
fn an_amount_on_the_second_line_of_its_label_belongs_to_the_day_above() {
    let rows = [
        HEAD,
        ["", "ANCIEN SOLDE AU 31/07/2026", "", "100,00"],
        ["03/08", "PAIEMENT PAR CARTE", "", ""],
        ["", "LIDL TOURCOING", "20,00", ""],
        ["", "NOUVEAU SOLDE AU 31/08/2026", "", "80,00"],
    ];
    assert_eq!(proven(&read(&[page(&TITLE, &rows)])), Some(vec![("03/08/2026".to_owned(), -2_000)]));
}

#[test]
fn the_detail_of_a_deferred_card_is_not_counted_with_the_line_that_sums_it_up() {
    let rows = [
        HEAD,
        ["", "ANCIEN SOLDE AU 31/07/2026", "", "100,00"],
        ["31/08", "CARTE A DEBIT DIFFERE", "30,00", ""],
        ["", "NOUVEAU SOLDE AU 31/08/2026", "", "70,00"],
    ];
    let detail =
        [HEAD, ["03/08", "LIDL", "20,00", ""], ["09/08", "ALDI", "10,00", ""], ["", "TOTAL CARTE", "30,00", ""]];
    for pages in [
        [page(&TITLE, &rows), page(&["Détail de votre carte"], &detail)],
        [page(&["Détail de votre carte"], &detail), page(&TITLE, &rows)],
    ] {
        let told = read(&pages);
        assert_eq!(proven(&told).map(|movements| movements.len()), Some(1), "{}", crate::answer(&told));
    }
}

#[test]
fn operations_after_the_last_balance_and_after_its_day_are_not_left_out_in_silence() {
    let rows = [
        HEAD,
        ["", "SOLDE CREDITEUR AU 31/07/2026", "", "100,00"],
        ["03/08", "CB LIDL", "20,00", ""],
        ["", "SOLDE CREDITEUR AU 15/08/2026", "", "80,00"],
        ["20/08", "CB ALDI", "10,00", ""],
    ];
    assert_eq!(proven(&read(&[page(&TITLE, &rows)])), None);
}

#[test]
fn a_line_with_money_that_is_not_understood_is_never_passed_over() {
    let rows = [
        HEAD,
        ["", "ANCIEN SOLDE AU 31/07/2026", "", "100,00"],
        ["03/08", "CB LIDL", "20,00", ""],
        ["", "NOUVEAU SOLDE AU 31/08/2026", "", "80,00"],
    ];
    let mut strange = rows.to_vec();
    strange.insert(2, ["", "DONT FRAIS", "5,00", ""]);
    assert!(proven(&read(&[page(&TITLE, &rows)])).is_some());
    assert_eq!(proven(&read(&[page(&TITLE, &strange)])), None);
}

#[test]
fn marks_of_sides_behind_amounts_are_read_in_one_column() {
    let head = ["Date", "Libellé", "", "Montant"];
    let rows = [
        head,
        ["", "Solde précédent au 31/07/26", "", "100,00 CR"],
        ["03/08/26", "CB LIDL", "", "120,00 DB"],
        ["05/08/26", "VIR CAF", "", "10,00 CR"],
        ["", "Nouveau solde au 31/08/26", "", "10,00 DB"],
    ];
    let told = read(&[page(&TITLE, &rows)]);
    assert_eq!(proven(&told).unwrap().iter().map(|(_, cents)| *cents).collect::<Vec<_>>(), [-12_000, 1_000]);
}
