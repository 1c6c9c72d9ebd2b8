//! Shapes of tables that vary from bank to bank, one paper each: all say the same four operations.

#![expect(clippy::float_arithmetic, reason = "places on a drawn paper")]

use super::layouts::{proven, reading};
use super::paper::{Drawing, Text, left, pdf, right};

const HEAD: [&str; 4] = ["Date", "Libellé", "Débit", "Crédit"];
const MOVES: [i64; 4] = [-2_000, 125_000, -13_000, -7_200];

/// A page written line by line, its money ending at two edges.
struct Sheet {
    y: f64,
    edges: [f64; 2],
    texts: Vec<Text>,
}

impl Sheet {
    /// A sheet whose headings of money begin at these places.
    fn new(head: [&str; 4], begins: [f64; 2]) -> Self {
        let mut sheet = Self::blank();
        sheet.head(head, begins);
        sheet
    }

    fn blank() -> Self {
        let texts = vec![left(40.0, 800.0, "COMPTE CHEQUES N° 00098765432")];
        Self { y: 760.0, edges: [470.0, 560.0], texts }
    }

    fn head(&mut self, head: [&str; 4], begins: [f64; 2]) {
        let places = [40.0, 120.0, begins[0], begins[1]];
        self.texts.extend(places.iter().zip(head).map(|(x, word)| left(*x, self.y, word)));
        self.next();
    }

    fn next(&mut self) {
        self.texts.retain(|text| !text.text.is_empty());
        self.y -= 12.0;
    }

    fn row(&mut self, row: [&str; 4]) {
        self.texts.extend([left(40.0, self.y, row[0]), left(120.0, self.y, row[1])]);
        self.texts.extend([right(self.edges[0], self.y, row[2]), right(self.edges[1], self.y, row[3])]);
        self.next();
    }

    fn moves(&mut self) {
        self.row(["03/08", "CB LIDL", "20,00", ""]);
        self.row(["05/08", "VIR CAF", "", "1 250,00"]);
        self.row(["09/08", "CB ALDI", "130,00", ""]);
        self.row(["10/08", "PRLV EDF", "72,00", ""]);
    }

    fn opened(&mut self) {
        self.row(["", "ANCIEN SOLDE AU 31/07/2026", "", "1 000,00"]);
        self.moves();
    }

    fn closed(&mut self) {
        self.row(["", "NOUVEAU SOLDE AU 31/08/2026", "", "2 028,00"]);
    }

    /// What is proven of it, in cents.
    fn read(&self) -> Option<Vec<i64>> {
        let told = reading(&pdf(std::slice::from_ref(&self.texts), Drawing::default()));
        proven(&told).map(|moves| moves.into_iter().map(|(_, cents)| cents).collect())
    }
}

#[test]
fn headings_may_stand_left_of_their_amounts_or_use_other_words() {
    let heads = [
        HEAD,
        ["DATE COMPTABLE", "OPERATIONS", "DEBIT EUR", "CREDIT EUR"],
        ["Jour", "Description", "Retraits", "Versements"],
        ["Date", "Intitulé", "Sorties (€)", "Entrées (€)"],
        ["Date", "Libellé", "Débiteur", "Créditeur"],
    ];
    for head in heads {
        for begins in [[440.0, 530.0], [410.0, 500.0], [390.0, 480.0]] {
            let mut sheet = Sheet::new(head, begins);
            sheet.opened();
            sheet.closed();
            assert_eq!(sheet.read().as_deref(), Some(MOVES.as_slice()), "{head:?} {begins:?}");
        }
    }
}

#[test]
fn balances_may_stand_above_the_heading_beside_the_labels_or_under_the_table() {
    let mut sheet = Sheet::blank();
    sheet.row(["", "Ancien solde au 31/07/2026", "", "1 000,00"]);
    sheet.head(HEAD, [440.0, 530.0]);
    sheet.moves();
    sheet.closed();
    assert_eq!(sheet.read().as_deref(), Some(MOVES.as_slice()), "above");
    let mut sheet = Sheet::new(HEAD, [440.0, 530.0]);
    sheet.row(["", "SOLDE AU 31/07/2026 1 000,00 EUR", "", ""]);
    sheet.moves();
    sheet.row(["", "SOLDE AU 31/08/2026 2 028,00 EUR", "", ""]);
    assert_eq!(sheet.read().as_deref(), Some(MOVES.as_slice()), "beside");
    let mut sheet = Sheet::new(HEAD, [440.0, 530.0]);
    sheet.opened();
    sheet.texts.push(left(40.0, sheet.y - 20.0, "Nouveau solde au 31/08/2026 : 2 028,00 EUR"));
    assert_eq!(sheet.read().as_deref(), Some(MOVES.as_slice()), "under");
    let mut sheet = Sheet::new(HEAD, [440.0, 530.0]);
    sheet.row(["31/07/2026", "SOLDE PRECEDENT", "", "1 000,00"]);
    sheet.moves();
    sheet.row(["31/08/2026", "NOUVEAU SOLDE", "", "2 028,00"]);
    assert_eq!(sheet.read().as_deref(), Some(MOVES.as_slice()), "dated as operations are");
}

#[test]
fn amounts_days_and_balances_within_labels_are_text() {
    let mut sheet = Sheet::new(HEAD, [440.0, 530.0]);
    sheet.row(["", "ANCIEN SOLDE AU 31/07/2026", "", "1 000,00"]);
    sheet.row(["03/08", "CB LIDL", "20,00", ""]);
    sheet.row(["", "SOLDE 12,50 EUR A VENIR", "", ""]);
    sheet.row(["", "TOTAL 40,00 EUR DU 02/08/26", "", ""]);
    sheet.row(["05/08", "VIR CAF", "", "1 250,00"]);
    sheet.row(["09/08", "CB ALDI 12,00 EUR", "130,00", ""]);
    sheet.row(["10/08", "PRLV EDF", "72,00", ""]);
    sheet.closed();
    assert_eq!(sheet.read().as_deref(), Some(MOVES.as_slice()));
}

#[test]
fn totals_may_count_the_opening_and_a_balance_may_stand_in_the_middle() {
    let mut sheet = Sheet::new(HEAD, [440.0, 530.0]);
    sheet.opened();
    sheet.row(["", "SOLDE INTERMEDIAIRE", "", "2 028,00"]);
    sheet.row(["", "TOTAUX", "222,00", "2 250,00"]);
    sheet.closed();
    assert_eq!(sheet.read().as_deref(), Some(MOVES.as_slice()));
    let wrong = sheet.texts.iter().position(|text| text.text == "2 250,00").unwrap();
    sheet.texts[wrong].text = "2 251,00".to_owned();
    assert_eq!(sheet.read(), None);
}

#[test]
fn columns_that_nothing_names_are_read_only_when_they_prove() {
    let mut sheet = Sheet::blank();
    sheet.opened();
    sheet.closed();
    assert_eq!(sheet.read().as_deref(), Some(MOVES.as_slice()));
    let wrong = sheet.texts.iter().position(|text| text.text == "130,00").unwrap();
    sheet.texts[wrong].text = "131,00".to_owned();
    let told = reading(&pdf(&[sheet.texts], Drawing::default()));
    assert_eq!(told.files[0].refusal, Some(crate::Refusal::NotAStatement));
}

#[test]
fn a_bill_with_a_table_of_days_and_amounts_is_no_statement() {
    let mut sheet = Sheet::new(["Date", "Description", "", "Montant"], [440.0, 530.0]);
    sheet.moves();
    sheet.row(["", "TOTAL", "", "1 472,00"]);
    let told = reading(&pdf(&[sheet.texts], Drawing::default()));
    assert_eq!(told.files[0].refusal, Some(crate::Refusal::NotAStatement));
}

#[test]
fn sides_may_have_a_column_of_their_own() {
    let mut sheet = Sheet::new(["Date", "Libellé", "Montant", "Sens"], [440.0, 530.0]);
    for row in [
        ["", "ANCIEN SOLDE AU 31/07/2026", "1 000,00", "C"],
        ["03/08", "CB LIDL", "20,00", "D"],
        ["05/08", "VIR CAF", "1 250,00", "C"],
        ["", "NOUVEAU SOLDE AU 31/08/2026", "2 230,00", "C"],
    ] {
        sheet.row(row);
    }
    assert_eq!(sheet.read().as_deref(), Some([-2_000, 125_000].as_slice()));
}

#[test]
fn days_may_be_parted_by_a_space_and_notes_of_fees_are_no_operations() {
    let mut sheet = Sheet::new(["Date", "Nature des frais", "", "Montant"], [440.0, 530.0]);
    sheet.row(["03/08", "COMMISSION", "", "8,00"]);
    sheet.row(["", "TOTAL DES FRAIS", "", "8,00"]);
    sheet.y -= 20.0;
    sheet.head(HEAD, [440.0, 530.0]);
    sheet.opened();
    sheet.closed();
    for text in sheet.texts.iter_mut().filter(|text| text.text.len() == 5) {
        text.text = text.text.replace('/', " ");
    }
    assert_eq!(sheet.read().as_deref(), Some(MOVES.as_slice()));
}

#[test]
fn a_dated_line_whose_amount_is_under_no_column_is_not_passed_over() {
    let mut sheet = Sheet::new(HEAD, [440.0, 530.0]);
    sheet.opened();
    sheet.closed();
    assert!(sheet.read().is_some());
    let mut sheet = Sheet::new(HEAD, [440.0, 530.0]);
    sheet.opened();
    sheet.edges = [515.0, 590.0];
    sheet.row(["11/08", "CB LIDL", "10,00", ""]);
    sheet.edges = [470.0, 560.0];
    sheet.closed();
    assert_eq!(sheet.read(), None);
}
