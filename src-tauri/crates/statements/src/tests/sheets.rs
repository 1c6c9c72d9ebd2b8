//! CSV as the sites of banks write them: account above or beside, balances of the day or running, headings or none.

use super::layouts::reading;
use crate::{Doubt, Standing, Statement};

fn statement(text: &str) -> Statement {
    reading(text.as_bytes()).accounts.remove(0).statements.remove(0)
}

fn labels(statement: &Statement) -> Vec<&str> {
    statement.draft.operations.iter().map(|one| one.label.as_str()).collect()
}

#[test]
fn a_balance_of_the_day_repeated_on_each_line_is_no_running_balance() {
    let text = "\u{feff}dateOp;dateVal;label;category;amount;accountNum;accountbalance\n\
        2026-08-31;2026-08-31;\"CARTE 30/08/26 LIDL\";Vie;-20,00;00040123456;870.79\n\
        2026-08-30;2026-08-31;\"VIR CAF\";Vie;\"1 020,50\";00040123456;870.79\n";
    let one = statement(text);
    assert_eq!((one.standing, one.proof.doubt), (Standing::NotCheckable, Some(Doubt::NoOpeningBalance)));
    assert_eq!(one.draft.closing.map(|balance| balance.amount.0), Some(87_079));
    assert_eq!(one.draft.account.number.as_deref(), Some("00040123456"));
    assert_eq!(labels(&one), ["VIR CAF", "CARTE 30/08/26 LIDL"], "the oldest first");
}

#[test]
fn a_table_without_a_heading_is_read_by_what_its_cells_hold() {
    let text = "Compte de chèques;****5432;31/08/2026;;-163,03\n\
        31/08/2026;VIR SEPA;VIREMENT;VIR SEPA RECU /DE CAF;1 020,50\n\
        30/08/2026;CARTE;PAIEMENT;CARTE LIDL;-20,00\n";
    let one = statement(text);
    assert_eq!(one.draft.closing.map(|balance| balance.amount.0), Some(-16_303));
    assert_eq!(one.draft.operations.iter().map(|one| one.amount.0).collect::<Vec<_>>(), [-2_000, 102_050]);
}

#[test]
fn a_label_that_another_repeats_and_the_account_above_are_read_once() {
    let text = "\"00012345678\";01/08/2026;31/08/2026;2;31/08/2026;870,79 EUR\n\n\
        Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise\n\
        31/08/2026;CARTE X4873 30/08;CARTE X4873 30/08 LIDL;-20,00;EUR\n";
    let one = statement(text);
    assert_eq!(labels(&one), ["CARTE X4873 30/08 LIDL"]);
    assert_eq!(one.draft.account.number.as_deref(), Some("00012345678"));
    assert_eq!(one.draft.closing.map(|balance| balance.amount.0), Some(87_079));
}

#[test]
fn running_balances_prove_either_way_round_and_a_changed_amount_breaks_them() {
    let newest = "Date;Description;Sortant;Entrant;Solde\n04/08/2026;CB;20,00 €;;80,00 €\n03/08/2026;VIR;;50,00 €;100,00 €\n02/08/2026;CB;10,00 €;;50,00 €\n";
    let one = statement(newest);
    assert_eq!(one.standing, Standing::Proven);
    assert_eq!(one.draft.opening.map(|balance| balance.amount.0), Some(6_000));
    assert_ne!(statement(&newest.replace("50,00 €;100,00", "51,00 €;100,00")).standing, Standing::Proven);
    let mut lines: Vec<&str> = newest.lines().collect();
    lines[1..].reverse();
    assert_eq!(statement(&lines.join("\n")).standing, Standing::Proven);
}

#[test]
fn another_currency_is_not_read_as_euros() {
    let text = "Date;Libellé;Montant;Devise\n03/08/2026;CB;-20,00;USD\n";
    assert_eq!(reading(text.as_bytes()).files[0].refusal, Some(crate::Refusal::Unsupported));
}
