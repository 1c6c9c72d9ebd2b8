//! The two bank files that the README shows, as they are printed today: a plain dossier, and one with all that a committee
//! has to read twice.
//!
//! `ETRIER_WRITE_GOLDEN=1` writes them again; a difference is read as a picture before it is kept.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::decisions::{consented, input};
use crate::delmas_papers::{decided, printed, says, typed};
use crate::office::{Office, a_line, a_member, at};

/// Prints the file of a dossier and holds it against the one that is delivered.
fn is_delivered(office: &mut Office, dossier: i64, name: &str) {
    let folder = tempfile::tempdir().unwrap();
    office.files.offer(name, folder.path().join(name));
    office.call("save_paper", json!({ "of": { "dossier": dossier, "paper": "bank_file" }, "file": name }));
    let drawn = fs::read(folder.path().join(name)).unwrap();
    let delivered = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/examples").join(name);
    if std::env::var_os("ETRIER_WRITE_GOLDEN").is_some() {
        fs::create_dir_all(delivered.parent().unwrap()).unwrap();
        fs::write(&delivered, &drawn).unwrap();
    }
    let kept = fs::read(&delivered).unwrap_or_default();
    assert!(kept == drawn, "assets/examples/{name} is not what is printed: ETRIER_WRITE_GOLDEN=1 writes it again");
}

#[test]
fn the_plain_bank_file_is_what_is_printed() {
    let (mut office, dossier) = typed();
    is_delivered(&mut office, dossier, "dossier-banque-simple.pdf");
}

/// Two borrowers, one of them listed, under the benchmark, refused once and presented to another bank.
#[test]
fn the_difficult_bank_file_is_what_is_printed() {
    let (mut office, dossier, first) = decided("36");
    let mut karim = a_member(dossier, "Benali", "02/03/1988");
    karim["link"] = json!("co_applicant");
    office.call("add_member", karim);
    for (field, value) in [("title", "monsieur"), ("first_name", "Karim"), ("employment", "unemployed_with_benefit")] {
        let change = json!({ "dossier": dossier, "of": "co_borrower", "field": field, "value": value });
        office.call("change_person", change);
    }
    for line in
        [("are", "M. Benali", "610", "monthly", "", ""), ("fuel", "recherche d’emploi", "120", "monthly", "", "")]
    {
        office.call("add_budget_line", a_line(dossier, line));
    }
    for (field, value) in [("co_ficp", "yes"), ("co_checked_on", "09/11/2026")] {
        office.call("change_assessment", json!({ "dossier": dossier, "field": field, "value": value }));
    }
    let act = |office: &mut Office, day: &str, call: &str, form: Value| {
        office.moment = at(day);
        office.call(call, input(dossier, form))
    };
    office.moment = at("2026-12-16");
    consented(&mut office, dossier, &first, "26/11/2026");
    act(&mut office, "2026-12-16", "submit_to_lender", json!({ "sent_on": "27/11/2026", "lender": first }));
    let refused = json!({ "on": "10/12/2026", "reasons": ["insufficient_capacity"], "note": "Mensualité trop haute." });
    act(&mut office, "2026-12-16", "note_refusal", refused);
    let second = office.lender("Crédit des Deux-Rives", "3,50", "48");
    act(&mut office, "2026-12-16", "decide_orientation", json!({ "direction": "submit" }));
    consented(&mut office, dossier, &second, "");
    office.simulate(dossier, "lender", &second);
    office.simulate(dossier, "months", "48");
    act(&mut office, "2026-12-16", "submit_to_lender", json!({ "lender": second }));
    let file = printed(&mut office, dossier, "bank_file");
    says(
        &file,
        &["À lire avant de voter", "Crédit des Deux-Rives", "Benali", "est inscrit", "refus le 10 décembre 2026"],
    );
    is_delivered(&mut office, dossier, "dossier-banque-difficile.pdf");
}
