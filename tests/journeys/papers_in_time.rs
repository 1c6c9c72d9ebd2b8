//! Papers tell what was true on their day: a loan that goes wrong, a charter, a file already sent, a loan over.

use serde_json::{Value, json};

use crate::decisions::{a_dossier, approved, on, submitted};
use crate::follow_up::{a_running_loan, event, missed, room};
use crate::office::{Office, a_line, at, plain, text};
use crate::settings::signed;

/// The words of a paper, each separated by one space.
fn printed(office: &mut Office, asked: Value) -> String {
    let drawn = office.call("draw_paper", asked);
    let pages = drawn["pages"].as_array().unwrap().clone();
    let pages: Vec<String> = pages.iter().map(|page| plain(page["text"].as_str().unwrap())).collect();
    pages.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn of(office: &mut Office, dossier: i64, paper: &str) -> String {
    printed(office, json!({ "dossier": dossier, "paper": paper }))
}

#[track_caller]
fn says(paper: &str, words: &[&str]) {
    for word in words {
        assert!(paper.contains(word), "{word:?} is not written in:\n{paper}");
    }
}

#[track_caller]
fn hides(paper: &str, words: &[&str]) {
    for word in words {
        assert!(!paper.contains(word), "{word:?} is written in:\n{paper}");
    }
}

#[track_caller]
fn waits(office: &mut Office, dossier: i64, paper: &str, sentence: &str) {
    let refused = office.refused("draw_paper", json!({ "dossier": dossier, "paper": paper }));
    assert!(plain(&refused.message).starts_with(sentence), "{paper}: {}", refused.message);
    assert!(!refused.remedy.unwrap_or_default().is_empty(), "{paper} says what to do instead");
}

/// The papers the follow-up offers beside its steps.
fn offered(office: &mut Office, dossier: i64) -> Vec<String> {
    let steps = room(office, dossier)["arrears"]["steps"].as_array().unwrap().clone();
    steps.iter().map(|step| text(step, "/paper")).filter(|paper| !paper.is_empty()).collect()
}

/// A running loan whose first instalment was paid and the next two missed, the reason told.
fn in_arrears() -> (Office, i64) {
    let (mut office, dossier, _) = a_running_loan();
    office.moment = at("2027-02-15");
    let mut paid = missed(dossier, "1");
    paid["declared"] = json!("paid");
    office.call("declare_instalments", paid);
    office.call("declare_instalments", missed(dossier, "2"));
    let first = of(&mut office, dossier, "first_missed_letter");
    says(&first, &["Si 2 mensualités restaient impayées", "30 jours pour régulariser"]);
    assert!(offered(&mut office, dossier).contains(&"first_missed_letter".to_owned()));
    let mut life = event(dossier, "life_event", "job_loss", "");
    life["note"] = json!("en janvier");
    office.call("note_follow_up", life);
    office.moment = at("2027-03-16");
    office.call("declare_instalments", missed(dossier, "3"));
    (office, dossier)
}

#[test]
fn letters_of_a_default_say_what_is_late_and_what_is_really_due() {
    let (mut office, dossier) = in_arrears();
    waits(&mut office, dossier, "first_missed_letter", "Plusieurs échéances sont impayées");
    assert!(!offered(&mut office, dossier).contains(&"first_missed_letter".to_owned()), "the window offers no more");
    // Nothing is said of the fourth: it is not paid for that.
    office.moment = at("2027-04-16");
    for letter in ["default_reasons_letter", "deferral_request_letter", "renegotiation_letter"] {
        says(&of(&mut office, dossier, letter), &["Capital restant dû, impayés compris 2 337,14 €"]);
    }
    let opinion = of(&mut office, dossier, "default_reasons_letter");
    says(&opinion, &["2 échéances depuis le 10 février 2027, 141,72 €", "Nous vous demandons de ne pas mettre fin"]);
    says(&opinion, &["Loi : 30 jours pour régulariser".to_lowercase().as_str()]);
    hides(&opinion, &["guide de l’UNCCAS"]);
    let loan = office.call("loan", json!({ "dossier": dossier }));
    let due = &loan["standing"]["still_due"];
    assert_eq!(text(due, "/principal/text"), "2 337,14 €");
    assert_eq!(text(due, "/late"), "3 échéances échues et non payées : 212,58 €");
    assert_eq!(due["explained"]["table"]["rows"].as_array().unwrap().len(), 3);
    says(&printed(&mut office, json!({ "paper": "handover" })), &["2 337,14 €, dont 3 échéances non payées"]);
    office.call("note_follow_up", event(dossier, "registered", "", ""));
    let opinion = of(&mut office, dossier, "default_reasons_letter");
    says(&opinion, &["L’incident est inscrit au fichier des incidents de crédit depuis le 16 avril 2027"]);
}

#[test]
fn once_the_whole_sum_is_due_no_paper_asks_to_go_on_paying_by_the_month() {
    let (mut office, dossier) = in_arrears();
    office.moment = at("2027-04-20");
    office.call("note_follow_up", event(dossier, "accelerated", "", "2 337,14"));
    for letter in ["first_missed_letter", "deferral_request_letter", "renegotiation_letter", "help_remains_letter"] {
        waits(&mut office, dossier, letter, "La déchéance du terme est prononcée");
    }
    assert_eq!(room(&mut office, dossier)["arrears"], Value::Null, "the window offers none of them");
    let reasons = of(&mut office, dossier, "default_reasons_letter");
    says(&reasons, &["Raisons de la défaillance, prêt", "Vous avez prononcé la déchéance du terme le 20 avril 2027"]);
    says(&reasons, &["Somme demandée par la banque 2 337,14 €", "1. ne pas engager de poursuites contre"]);
    hides(&reasons, &["Avis avant déchéance", "ne pas mettre fin au prêt", "dernière échéance"]);
    says(&printed(&mut office, json!({ "paper": "handover" })), &["2 337,14 €, demandés par la banque"]);
}

#[test]
fn a_charter_bears_its_own_day_and_not_that_of_the_contract() {
    let (mut office, dossier, _) = a_running_loan();
    let charter = of(&mut office, dossier, "support_charter");
    says(&charter, &["le ……………………,"]);
    hides(&charter, &["signée le", "27 novembre 2026"]);
    on(&mut office, "2026-12-12", "note_lending_event", dossier, json!({ "event": "charter_signed" }));
    let charter = of(&mut office, dossier, "support_charter");
    says(&charter, &["signée le 12 décembre 2026", "Charte signée le 12 décembre 2026."]);
    hides(&charter, &["Fait à", "Chaque signataire reçoit le sien"]);
}

#[test]
fn a_file_already_sent_holds_nothing_that_came_after() {
    let (mut office, dossier, _) = a_running_loan();
    let later = json!({ "kind": "first_interview", "minutes": "1 h", "note": "Offre relue ensemble.", "held_on": "01/12/2026" });
    on(&mut office, "2026-12-12", "note_interview", dossier, later);
    let file = of(&mut office, dossier, "bank_file");
    says(&file, &["transmis le 13 novembre 2026"]);
    hides(&file, &["Offre relue ensemble", "01/12/2026", "10 décembre 2026", "10/01/2027"]);
}

#[test]
fn the_lowest_month_of_the_loan_is_told_on_the_first_page_and_no_check_is_green_over_it() {
    let (mut office, dossier, _) = a_dossier();
    office.delmas_after(dossier);
    office.threshold("250");
    for (field, value) in [("finding", "favourable"), ("ground", "Ressources stables.")] {
        let typed =
            json!({ "dossier": dossier, "criterion": "income_and_reste_a_vivre", "field": field, "value": value });
        office.call("change_criterion", typed);
    }
    let lasting = of(&mut office, dossier, "bank_file");
    hides(&lasting, &["le reste à vivre descend"]);
    let wage = office.budget_line(dossier, "salary_permanent");
    let mut ending = a_line(dossier, ("salary_permanent", "CDD", "1012,40", "monthly", "", "08/2027"));
    ending["line"] = json!(wage);
    office.call("change_budget_line", ending);
    let file = of(&mut office, dossier, "bank_file");
    let drawn = office.call("draw_paper", json!({ "dossier": dossier, "paper": "bank_file" }));
    says(&plain(drawn["pages"][0]["text"].as_str().unwrap()), &["En septembre 2027, le reste à vivre descend"]);
    says(
        &file,
        &[
            "À lire avant de voter",
            "Ce mois-là se termine : salaire net",
            "Une ressource finit avant le prêt : salaire net",
            "Rempli, vigilance Ressources stables.",
        ],
    );
    let view = office.call("assessment", json!({ "dossier": dossier }));
    assert!(view.to_string().contains("Mois le plus bas"), "{view}");
}

#[test]
fn a_file_refused_stays_as_it_was_sent_until_the_request_is_revised() {
    let (mut office, dossier, _) = a_dossier();
    submitted(&mut office, dossier);
    on(&mut office, "2026-12-01", "note_refusal", dossier, json!({ "reasons": ["not_given"] }));
    let file = of(&mut office, dossier, "bank_file");
    says(&file, &["transmis le 13 novembre 2026", "pour la Banque du Val"]);
    hides(&file, &["non transmis"]);
}

#[test]
fn papers_of_before_the_sending_and_the_contract_are_not_printed_as_if_nothing_had_happened() {
    let (mut office, dossier, _) = a_dossier();
    submitted(&mut office, dossier);
    office.moment = at("2026-12-20");
    let consent = of(&mut office, dossier, "consent");
    says(&consent, &["12 novembre 2026"]);
    hides(&consent, &["20 décembre 2026"]);
    office.moment = at("2026-11-20");
    let simulated = of(&mut office, dossier, "schedule");
    says(&simulated, &["Ce que coûterait ce prêt", "vous rembourseriez", "n’est pas une offre de prêt"]);
    let (mut office, dossier, _) = a_running_loan();
    let signed = of(&mut office, dossier, "schedule");
    says(&signed, &["Ce que coûte ce prêt", "Prêt de Mme Sonia Delmas", "vous remboursez", "lui seul fait foi"]);
    hides(&signed, &["vous rembourseriez", "Simulation pour", "reste libre", "supposé", "passerait"]);
}

#[test]
fn the_list_of_documents_asks_for_those_of_the_stage_alone() {
    let (mut office, dossier, _) = a_dossier();
    let first = of(&mut office, dossier, "missing_documents");
    says(&first, &["pour étudier votre demande", "Justificatif de domicile", "nous les signons avec vous"]);
    let (mut office, dossier, _) = a_running_loan();
    let later = of(&mut office, dossier, "missing_documents");
    says(&later, &["1 pièce à apporter pour le suivi de votre prêt", "Facture ou justificatif d’achat"]);
    hides(&later, &["étudier votre demande", "Justificatif de domicile", "Notification d’accord", "partir sans elle"]);
}

#[test]
fn letters_name_the_instalment_to_come_and_what_the_loan_costs_beside() {
    let (mut office, dossier, bank) = a_dossier();
    office.threshold("250");
    let mut fields = signed(&bank, "01/11/2026", "4");
    fields["fields"]["file_fee"] = json!("30");
    fields["fields"]["account_monthly"] = json!("2,10");
    office.call("sign_agreement", fields);
    approved(&mut office, dossier);
    let letter = of(&mut office, dossier, "approval_letter");
    let before_the_offer = "TAEG de la simulation, avant l’offre de la banque";
    says(&letter, &["Frais de dossier 30,00 €", "Compte à ouvrir à la banque 75,60 €", before_the_offer]);
    let (mut office, dossier, _) = a_running_loan();
    office.moment = at("2027-05-20");
    let letter = of(&mut office, dossier, "help_remains_letter");
    says(&letter, &["La prochaine mensualité est prévue le 10 juin 2027", "70,86 € sont sur votre compte"]);
    hides(&letter, &["La première mensualité est prévue"]);
}

#[test]
fn the_schedule_of_a_loan_that_is_over_says_that_it_was_paid_and_its_interest() {
    let (mut office, dossier, _) = a_running_loan();
    office.moment = at("2030-01-12");
    office.call("settle_loan", json!({ "dossier": dossier, "how": "attestation", "on": "", "note": "" }));
    let schedule = of(&mut office, dossier, "current_schedule");
    says(&schedule, &["soldée, 12/01/2030", "Intérêts payés selon cet échéancier : 150,87 €."]);
    hides(&schedule, &["rien n’est dit payé"]);
}
