//! Loans a register says repaid: one line of the day, closed together and taken back together.

use desk::FailureKind;
use serde_json::{Value, json};

use super::files::{csv, line, person};
use super::{opened, taken};
use crate::office::{Office, an_office, assert_refused, plain, text};

/// Eight loans repaid in 2018, two that run.
fn an_office_with_old_loans() -> (Office, Value) {
    let mut office = an_office();
    let headings = [
        "Emprunteur",
        "Naissance",
        "Demande le",
        "Objet",
        "Montant accordé",
        "Banque",
        "Durée",
        "Taux",
        "Versé le",
        "Soldé le",
    ];
    let mut register = vec![line(&headings)];
    for place in 0..10 {
        let (name, born) = person(place);
        let ended = if place < 8 { "03/2018" } else { "" };
        let (asked, paid) = if place < 8 { ("02/03/2016", "20/03/2016") } else { ("02/03/2026", "20/03/2026") };
        register.push(line(&[&name, &born, asked, "permis", "1 000", "Banque du Val", "24", "4", paid, ended]));
    }
    opened(&mut office, "anciens.csv", &csv(&register));
    let import = taken(&mut office)["import"].clone();
    (office, import)
}

fn of_the_office(office: &mut Office) -> Vec<String> {
    let today = office.call("today", json!({}));
    today["office"].as_array().unwrap().iter().map(|task| plain(task["what"].as_str().unwrap())).collect()
}

fn due(office: &mut Office) -> u64 {
    let today = office.call("today", json!({}));
    today["groups"].as_array().unwrap().iter().map(|group| group["found"].as_u64().unwrap()).sum()
}

fn closed(office: &mut Office) -> u64 {
    office.call("dossiers", json!({ "search": "", "phase": "closed", "offset": 0 }))["found"].as_u64().unwrap()
}

#[test]
fn the_repaid_loans_of_a_register_are_closed_together_and_taken_back_together() {
    let (mut office, import) = an_office_with_old_loans();
    let line = "8 prêts remboursés à clore".to_owned();
    assert!(of_the_office(&mut office).contains(&line), "{:?}", of_the_office(&mut office));
    assert!(due(&mut office) <= 2, "the loans that run alone are in the list of the day");
    let standing = office.call("register", json!({}));
    assert_eq!(plain(&text(&standing, "/imports/0/repaid")), line);

    let done = office.call("close_repaid_loans", json!({ "import": import }));
    assert_eq!(plain(&text(&done, "/sentence")), "8 prêts remboursés du registre clos.");
    assert_eq!((text(&done, "/standing/imports/0/repaid"), closed(&mut office)), (String::new(), 8));
    assert!(!of_the_office(&mut office).contains(&line));
    let first = office.call("dossiers", json!({ "search": person(0).0, "offset": 0 }))["rows"][0].clone();
    assert_eq!(text(&first, "/stage/key"), "closed", "{first}");
    let again = office.refused("close_repaid_loans", json!({ "import": import }));
    assert_refused(&again, FailureKind::Refused, None);

    office.call("undo", json!({}));
    assert_eq!(closed(&mut office), 0, "one undo takes all of it back");
    assert!(of_the_office(&mut office).contains(&line));
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}
