//! The papers of the office itself: the handover of open dossiers.

use serde_json::{Value, json};

use crate::delmas_papers::says;
use crate::office::{Office, an_office, plain};

/// The pages of a paper of the office, each in the order of reading, with plain spaces.
fn pages(office: &mut Office, paper: &str) -> Vec<String> {
    let drawn = office.call("draw_paper", json!({ "paper": paper }));
    assert_eq!(drawn["unprintable"], json!([]));
    let text = |page: &Value| plain(page["text"].as_str().unwrap());
    let pages = drawn["pages"].as_array().unwrap().iter().map(text);
    pages.map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn the_handover_tells_the_dates_then_each_open_dossier() {
    let mut office = an_office();
    let lender = office.lender("Banque du Val", "4", "36");
    let sonia = office.delmas();
    office.delmas_project(sonia);
    office.delmas_simulation(sonia, &lender);
    let karim = office.request_of("Karim", "Benali");
    let note = |kind: &str, note: &str| json!({ "dossier": sonia, "form": { "kind": kind, "note": note }, "next": {} });
    office.call("note_interview", note("first_interview", "Budget, version 1."));
    office.call("note_interview", note("private_note", "Pense que son frère profite d’elle."));
    office.call("answer_fact", json!({ "dossier": karim, "fact": "protection_measure", "answer": "curatelle" }));
    let pages = pages(&mut office, "handover");
    assert_eq!(pages.len(), 3, "the dates, then two sheets");
    says(
        &pages[0],
        &["Relais", "Établi le 20 novembre 2026", "2 dossiers avant versement", "À ne pas faire", "Banque du Val"],
    );
    says(&pages[0], &["Mme Delmas", "2026-001", "2026-002"]);
    let sheet = pages.iter().find(|page| page.contains("Référence 2026-001")).unwrap();
    says(sheet, &["Sonia Delmas", "Instruction depuis le", "Prochaine date", "2 400,00 €, 36 mois", "70,86 €"]);
    says(sheet, &["339,53 €", "Autorisation signée non", "Premier entretien", "Notes de la personne qui reprend"]);
    let all = pages.join(" ");
    assert!(!all.contains("profite") && !all.contains("version 1."), "free notes are not handed on");
}

#[test]
fn an_office_without_dossiers_has_a_handover_that_says_so() {
    let mut office = an_office();
    let pages = pages(&mut office, "handover");
    assert_eq!(pages.len(), 1);
    says(&pages[0], &["0 dossier avant versement", "rien de prévu, rien en retard"]);
}
