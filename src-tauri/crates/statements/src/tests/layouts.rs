//! Layouts of other banks, drawn here: the reader knows none of them, only headings, edges and figures.

#![expect(clippy::arithmetic_side_effects, clippy::float_arithmetic, reason = "places on a drawn paper")]

use proptest::prelude::*;

use super::paper::{Drawing, Text, left, pdf, right};
use crate::{Reading, SourceFile, Standing, WordRules, read};

/// Day, label in lines, cents.
pub(super) type Movement = (&'static str, &'static [&'static str], i64);

pub(super) const AUGUST: &[Movement] = &[
    ("03/08/2026", &["VIR RECU 123456 DE: CAF DU NORD", "MOTIF: AOUT", "REF: 9914"], 101_605),
    ("04/08/2026", &["CARTE X4873 TOTAL ACCESS 02/08", "SOLDE 12,50 EUR A VENIR"], -4_211),
    ("06/08/2026", &["PRELEVEMENT EUROPEEN EDF", "MANDAT 1M85G0665795"], -7_200),
    ("10/08/2026", &["VIR EMIS LOYER AOUT"], -51_237),
    ("17/08/2026", &["CARTE X4873 LIDL 1834"], -2_781),
    ("31/08/2026", &["COTISATION CARTE"], -620),
];

const IBAN: &str = "FR76 9999 9002 0200 0501 2345 612";

pub(super) fn money(cents: i64) -> String {
    let (euros, cents) = (cents.abs() / 100, cents.abs() % 100);
    if euros >= 1000 {
        format!("{}.{:03},{cents:02}", euros / 1000, euros % 1000)
    } else {
        format!("{euros},{cents:02}")
    }
}

/// Where things stand in a drawn layout.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub(super) value: bool,
    pub(super) days: fn(&str) -> String,
    pub(super) opening: &'static str,
    pub(super) closing: &'static str,
    pub(super) totals: &'static str,
    pub(super) headings: [&'static str; 3],
}

pub(super) const SG: Shape = Shape {
    value: true,
    days: str::to_owned,
    opening: "SOLDE PRÉCÉDENT AU 31/07/2026",
    closing: "NOUVEAU SOLDE AU 31/08/2026",
    totals: "TOTAUX DES MOUVEMENTS",
    headings: ["Nature de l'opération", "Débit", "Crédit"],
};

const LCL: Shape = Shape {
    value: false,
    days: |day| day.get(..5).unwrap().replace('/', "."),
    opening: "ANCIEN SOLDE",
    closing: "SOLDE EN EUROS",
    totals: "TOTAUX",
    headings: ["LIBELLE", "DEBIT", "CREDIT"],
};

const BOURSO: Shape = Shape {
    value: true,
    days: str::to_owned,
    opening: "SOLDE AU : 31/07/2026",
    closing: "Nouveau solde en EUR :",
    totals: "Cumul mouvements :",
    headings: ["Libellé", "Débit", "Crédit"],
};

pub(super) fn two_columns(shape: Shape, opening: i64, movements: &[Movement]) -> Vec<Text> {
    let mut page = vec![
        left(40.0, 800.0, "BANQUE DU NORD"),
        left(40.0, 786.0, "Relevé de compte n° 8 du 01/08/2026 au 31/08/2026"),
        left(40.0, 772.0, &format!("IBAN : {IBAN}")),
        left(40.0, 740.0, "Date"),
        left(170.0, 740.0, shape.headings[0]),
        right(480.0, 740.0, shape.headings[1]),
        right(560.0, 740.0, shape.headings[2]),
    ];
    if shape.value {
        page.push(left(100.0, 740.0, "Valeur"));
    }
    let edge = |cents: i64| if cents < 0 { 480.0 } else { 560.0 };
    page.push(left(170.0, 726.0, shape.opening));
    page.push(right(edge(opening), 726.0, &money(opening)));
    let mut y = 712.0;
    for (day, label, cents) in movements {
        page.push(left(40.0, y, &(shape.days)(day)));
        if shape.value {
            page.push(left(100.0, y, &(shape.days)(day)));
        }
        page.push(right(edge(*cents), y, &money(*cents)));
        for line in *label {
            page.push(left(170.0, y, line));
            y -= 11.0;
        }
    }
    let of = |side: fn(&i64) -> bool| -> i64 { movements.iter().map(|(_, _, cents)| *cents).filter(side).sum() };
    let closing = opening + of(|_| true);
    let totals = [
        left(170.0, y - 4.0, shape.totals),
        right(480.0, y - 4.0, &money(of(|cents| *cents < 0))),
        right(560.0, y - 4.0, &money(of(|cents| *cents > 0))),
    ];
    let after = if shape.totals.starts_with("Cumul") { y - 32.0 } else { y - 4.0 };
    page.extend(totals.into_iter().map(|text| Text { y: after, ..text }));
    page.push(left(170.0, y - 18.0, shape.closing));
    page.push(right(edge(closing), y - 18.0, &money(closing)));
    page.push(left(40.0, 40.0, "BANQUE DU NORD - SA au capital de 1 000 000,00 € - RCS 000 000 000"));
    page
}

/// One column for both sides, dates behind the label, a heading on two lines, plus signs absent.
fn lone_column(opening: i64, movements: &[Movement]) -> Vec<Text> {
    let signed = |cents: i64| if cents < 0 { format!("- {}", money(cents)) } else { money(cents) };
    let mut page = vec![
        left(40.0, 786.0, "EXTRAIT DE COMPTE AU 31/08/2026"),
        left(40.0, 772.0, &format!("IBAN {IBAN}")),
        left(40.0, 740.0, "Date"),
        left(100.0, 740.0, "Libellé/Référence"),
        left(330.0, 740.0, "Date"),
        left(400.0, 740.0, "Date"),
        right(560.0, 740.0, "Montant"),
        left(40.0, 730.0, "compta"),
        left(330.0, 730.0, "opération"),
        left(400.0, 730.0, "valeur"),
        left(100.0, 716.0, "SOLDE CREDITEUR AU 31/07/2026"),
        right(560.0, 716.0, &signed(opening)),
    ];
    let mut y = 702.0;
    for (day, label, cents) in movements {
        let short = day.get(..5).unwrap();
        page.extend([40.0, 330.0, 400.0].map(|x| left(x, y, short)));
        page.push(right(560.0, y, &signed(*cents)));
        for line in *label {
            page.push(left(100.0, y, line));
            y -= 11.0;
        }
    }
    let closing = opening + movements.iter().map(|(_, _, cents)| cents).sum::<i64>();
    page.push(left(100.0, y - 4.0, "SOLDE CREDITEUR AU 31/08/2026"));
    page.push(right(560.0, y - 4.0, &signed(closing)));
    page
}

/// Balances in a box above, a balance beside each line, the newest first, months in letters.
fn online(opening: i64, movements: &[Movement]) -> Vec<Text> {
    let closing = opening + movements.iter().map(|(_, _, cents)| cents).sum::<i64>();
    let mut page = vec![
        left(40.0, 800.0, "Période : du 1 août 2026 au 31 août 2026"),
        left(40.0, 786.0, &format!("IBAN {IBAN}")),
        left(40.0, 772.0, "Solde initial"),
        left(200.0, 772.0, "Solde final"),
        left(40.0, 760.0, &format!("{} €", money(opening))),
        left(200.0, 760.0, &format!("{} €", money(closing))),
        left(40.0, 740.0, "Date"),
        left(140.0, 740.0, "Description"),
        right(400.0, 740.0, "Sortant"),
        right(480.0, 740.0, "Entrant"),
        right(560.0, 740.0, "Solde"),
    ];
    let mut y = 726.0;
    let mut balance = closing;
    for (day, label, cents) in movements.iter().rev() {
        let number: u32 = day.get(..2).unwrap().parse().unwrap();
        page.push(left(40.0, y, &format!("{number} août 2026")));
        page.push(right(if *cents < 0 { 400.0 } else { 480.0 }, y, &format!("{} €", money(*cents))));
        page.push(right(560.0, y, &format!("{} €", money(balance))));
        balance -= cents;
        for line in *label {
            page.push(left(140.0, y, line));
            y -= 11.0;
        }
    }
    page
}

pub(super) fn all(opening: i64, movements: &[Movement]) -> Vec<(&'static str, Vec<Text>)> {
    vec![
        ("sg", two_columns(SG, opening, movements)),
        ("lcl", two_columns(LCL, opening, movements)),
        ("bourso", two_columns(BOURSO, opening, movements)),
        ("lone column", lone_column(opening, movements)),
        ("online", online(opening, movements)),
    ]
}

pub(super) fn reading(bytes: &[u8]) -> Reading {
    read(&[SourceFile { name: "a.pdf", bytes }], &WordRules::default(), &[])
}

/// The movements of a reading, when it has one statement and it is proven.
pub(super) fn proven(reading: &Reading) -> Option<Vec<(String, i64)>> {
    let [account] = reading.accounts.as_slice() else { return None };
    let [statement] = account.statements.as_slice() else { return None };
    let operations = statement.draft.operations.iter();
    let movements = operations.map(|one| (one.date.format("%d/%m/%Y").to_string(), one.amount.0)).collect();
    (statement.standing == Standing::Proven).then_some(movements)
}

fn expected(movements: &[Movement]) -> Vec<(String, i64)> {
    movements.iter().map(|(day, _, cents)| ((*day).to_owned(), *cents)).collect()
}

#[test]
fn layouts_never_seen_are_proven_to_the_cent() {
    for (name, page) in all(14_352, AUGUST) {
        let read = reading(&pdf(&[page], Drawing::default()));
        assert_eq!(proven(&read), Some(expected(AUGUST)), "{name}: {}", crate::answer(&read));
        assert_eq!(read.accounts[0].name.iban.as_deref(), Some("FR7699999002020005012345612"), "{name}");
        let statement = &read.accounts[0].statements[0];
        let period = statement.period().unwrap();
        assert_eq!(
            (period.from.to_string(), period.to.to_string()),
            ("2026-08-01".into(), "2026-08-31".into()),
            "{name}"
        );
        assert!(statement.draft.operations[2].label.contains("EDF MANDAT"), "{name}: a label keeps its lines");
    }
}

#[test]
fn a_page_turned_or_drawn_letter_by_letter_is_the_same_paper() {
    for turned in 1..4 {
        let read = reading(&pdf(&[two_columns(SG, 14_352, AUGUST)], Drawing { turned, ..Drawing::default() }));
        assert_eq!(proven(&read), Some(expected(AUGUST)), "{turned}");
    }
    let read = reading(&pdf(&[two_columns(SG, 14_352, AUGUST)], Drawing { by_letter: true, ..Drawing::default() }));
    assert_eq!(proven(&read), Some(expected(AUGUST)));
}

#[test]
fn an_account_overdrawn_at_both_ends_is_read_on_the_side_of_debits() {
    for shape in [SG, LCL] {
        let read = reading(&pdf(&[two_columns(shape, -200_000, AUGUST)], Drawing::default()));
        assert_eq!(proven(&read), Some(expected(AUGUST)));
        assert_eq!(read.accounts[0].statements[0].draft.opening.unwrap().amount.0, -200_000);
    }
}

#[test]
fn a_missing_page_or_a_statement_cut_before_its_end_is_not_proven() {
    let mut page = two_columns(SG, 14_352, AUGUST);
    page.retain(|text| text.y > 680.0 || text.y < 630.0);
    assert_eq!(proven(&reading(&pdf(&[page], Drawing::default()))), None);
    let mut page = two_columns(SG, 14_352, AUGUST);
    page.retain(|text| !text.text.starts_with("NOUVEAU"));
    page.pop();
    page.pop();
    assert_eq!(proven(&reading(&pdf(&[page], Drawing::default()))), None);
}

#[test]
fn a_note_of_fees_under_the_closing_balance_is_no_operation() {
    let mut page = two_columns(SG, 14_352, AUGUST);
    page.push(left(170.0, 500.0, "Récapitulatif des frais"));
    page.push(left(40.0, 488.0, "31/08/2026"));
    page.push(left(170.0, 488.0, "COTISATION CARTE"));
    page.push(right(480.0, 488.0, "6,20"));
    assert_eq!(proven(&reading(&pdf(&[page], Drawing::default()))), Some(expected(AUGUST)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_drawing_changes_nothing(seed in any::<u64>(), layout in 0_usize..5) {
        let (_, mut page) = all(14_352, AUGUST).swap_remove(layout);
        let ordered = crate::answer(&reading(&pdf(&[page.clone()], Drawing::default())));
        let mut state = seed | 1;
        for place in (1..page.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            page.swap(place, usize::try_from(state >> 33).unwrap() % (place + 1));
        }
        prop_assert_eq!(crate::answer(&reading(&pdf(&[page], Drawing::default()))), ordered);
    }
}
