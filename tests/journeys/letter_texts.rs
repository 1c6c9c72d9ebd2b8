//! The texts of letters: delivered, written anew by the office from a date, checked, tried, printed, given back.

use desk::FailureKind;
use domain::letter::TextKind;
use serde_json::{Value, json};

use crate::decisions::{a_dossier, approved, on, submitted};
use crate::follow_up::{a_running_loan, event, missed};
use crate::office::{Office, an_office, assert_refused, at, plain, text};
use crate::settings::version;

const HELP: &str = "help_remains_letter";

/// An own text of a letter from a day; from today when it is empty.
pub fn own_text(letter: &str, from: &str, body: &str) -> Value {
    let text = json!({ "letter": letter, "about": "votre prêt", "body": body });
    json!({ "version": version("", from, "Usage de l’office", ""), "text": text })
}

fn shown(office: &mut Office, letter: &str) -> Value {
    office.call("letter_text", json!({ "letter": letter }))
}

fn printed(office: &mut Office, dossier: i64, letter: &str) -> String {
    let drawn = office.call("draw_paper", json!({ "dossier": dossier, "paper": letter }));
    let pages = drawn["pages"].as_array().unwrap().clone();
    let pages: Vec<String> = pages.iter().map(|page| plain(page["text"].as_str().unwrap())).collect();
    pages.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(letter: &str, words: &[&str]) {
    for word in words {
        assert!(letter.contains(word), "{word:?} is not written in:\n{letter}");
    }
}

fn check(office: &mut Office, letter: &str, body: &str) -> Vec<Value> {
    let typed = json!({ "letter": letter, "about": "votre prêt", "body": body });
    office.call("check_letter_text", typed)["problems"].as_array().unwrap().clone()
}

#[test]
fn every_letter_has_a_delivered_text_without_a_problem() {
    let mut office = an_office();
    let list = office.call("letter_texts", json!({}));
    let letters = list["letters"].as_array().unwrap().clone();
    assert_eq!(letters.len(), TextKind::all().count());
    for line in &letters {
        let key = text(line, "/key");
        assert_eq!((text(line, "/state"), &line["is_own"]), ("texte livré".to_owned(), &json!(false)), "{key}");
        let view = shown(&mut office, &key);
        for delivered in view["versions"].as_array().unwrap() {
            assert_eq!(delivered["is_delivered"], json!(true), "{key}");
            let typed = json!({ "letter": key, "about": delivered["about"], "body": delivered["body"] });
            assert_eq!(office.call("check_letter_text", typed)["problems"], json!([]), "{key}");
        }
        assert!(view["fields"].as_array().unwrap().len() >= 3, "{key} offers fields");
    }
    let unknown = office.refused("letter_text", json!({ "letter": "love_letter" }));
    assert_refused(&unknown, FailureKind::Refused, Some("letter"));
}

#[test]
fn what_is_wrong_is_told_while_it_is_typed_with_what_mends_it() {
    let mut office = an_office();
    let wrong = check(&mut office, HELP, "Bonjour 🚗 {téléphone du référant},\n{si permanence}je reçois.");
    assert_eq!(wrong.len(), 2);
    let first = &wrong[0];
    assert_eq!(plain(&text(first, "/message")), "« téléphone du référant » n’existe pas.");
    assert_eq!((&first["field"], &first["line"]), (&json!("body"), &json!(1)));
    // A picture sign counts for two, as the window counts.
    assert_eq!((&first["start"], &first["end"]), (&json!(11), &json!(34)));
    assert_eq!(plain(&text(first, "/mend/label")), "Mettre « téléphone du référent »");
    assert_eq!(text(first, "/mend/text"), "{téléphone du référent}");
    assert_eq!((&wrong[1]["line"], text(&wrong[1], "/mend/text")), (&json!(2), "{fin si}".to_owned()));
    let before = office.dump();
    let refused = office.refused("set_letter_text", own_text(HELP, "", "Bonjour {persone}."));
    assert_refused(&refused, FailureKind::Refused, Some("body"));
    assert!(refused.remedy.unwrap().contains("ne change pas"));
    let refused = office.refused("set_letter_text", own_text(HELP, "", " \n "));
    assert_refused(&refused, FailureKind::Refused, Some("body"));
    let told = check(&mut office, "referrer_feedback_letter", "{motif du refus}");
    assert_eq!(plain(&text(&told[0], "/message")), "« motif du refus » ne se dit pas dans cette lettre.");
    assert_eq!(office.dump(), before, "nothing is written");
}

#[test]
fn an_own_text_counts_from_its_day_is_kept_and_given_back_in_one_action() {
    let (mut office, dossier, _) = a_running_loan();
    office.moment = at("2026-12-12");
    says(&printed(&mut office, dossier, HELP), &["Gardez cette lettre", "versé le 10 décembre 2026", "70,86 €"]);
    let own = "Bonjour {personne}, **appelez {référent}** au {téléphone du référent}.";
    let view = office.call("set_letter_text", own_text(HELP, "15/12/2026", own));
    assert_eq!(text(&view, "/versions/0/version/state"), "to_come");
    assert!(printed(&mut office, dossier, HELP).contains("Gardez cette lettre"), "not before its day");
    office.moment = at("2026-12-15");
    let letter = printed(&mut office, dossier, HELP);
    says(&letter, &["Votre prêt", "Bonjour Mme Sonia Delmas, appelez Nadia Ferrand au 05 36 49 00 12."]);
    assert!(!letter.contains("Gardez cette lettre") && !letter.contains("**"), "{letter}");
    let view = shown(&mut office, HELP);
    assert_eq!(plain(&text(&view, "/line/state")), "texte du CCAS, depuis le 15 décembre 2026");
    let twice = office.refused("set_letter_text", own_text(HELP, "", "Un autre texte."));
    assert_refused(&twice, FailureKind::Refused, Some("from"));
    office.moment = at("2027-01-04");
    let before = office.dump();
    let view = office.call("restore_letter_text", json!({ "letter": HELP }));
    assert_eq!(text(&view, "/line/state"), "texte livré");
    let versions: Vec<bool> =
        view["versions"].as_array().unwrap().iter().map(|one| one["is_delivered"] == true).collect();
    assert_eq!(versions, [true, false, true, true], "the office’s own text stays in the past");
    assert_eq!(text(&view, "/versions/1/body"), own);
    says(&printed(&mut office, dossier, HELP), &["Gardez cette lettre"]);
    let again = office.refused("restore_letter_text", json!({ "letter": HELP }));
    assert_refused(&again, FailureKind::Refused, Some("letter"));
    office.call("undo", json!({}));
    assert_eq!(office.dump(), before);
    says(&printed(&mut office, dossier, HELP), &["Bonjour Mme Sonia Delmas"]);
}

#[test]
fn a_text_to_come_and_one_of_today_are_given_back_too() {
    let mut office = an_office();
    office.call("set_letter_text", own_text(HELP, "", "Texte d’aujourd’hui."));
    office.call("set_letter_text", own_text(HELP, "01/01/2027", "Texte à venir."));
    let view = office.call("restore_letter_text", json!({ "letter": HELP }));
    let own = view["versions"].as_array().unwrap().iter().filter(|one| one["is_delivered"] == false).count();
    assert_eq!((own, text(&view, "/line/state")), (0, "texte livré".to_owned()));
    office.call("undo", json!({}));
    assert_eq!(shown(&mut office, HELP)["line"]["is_own"], true, "one action");
}

#[test]
fn a_text_is_tried_on_a_dossier_with_what_it_lacks() {
    let mut office = an_office();
    let dossier = office.delmas();
    let typed = json!({ "letter": HELP, "about": "prêt de {nom court}", "body":
        "{personne}, rendez-vous le {date du rendez-vous}.\n{si mensualité}Jamais.{fin si}\n{tableau du prêt}" });
    let before = office.dump();
    let tried = office.call("try_letter_text", json!({ "text": typed, "dossier": dossier }));
    let said = |paragraph: &Value| -> String {
        let pieces = paragraph["pieces"].as_array().unwrap().iter();
        plain(&pieces.map(|piece| piece["text"].as_str().unwrap()).collect::<String>())
    };
    assert_eq!(said(&tried["about"]), "prêt de Mme Delmas");
    assert_eq!(said(&tried["paragraphs"][0]), "Mme Sonia Delmas, rendez-vous le [à compléter : date du rendez-vous].");
    assert_eq!(tried["paragraphs"].as_array().unwrap().len(), 2, "a condition that does not hold leaves no line");
    assert_eq!(tried["missing"], json!(["date du rendez-vous", "tableau du prêt"]));
    assert_eq!(plain(&text(&tried, "/waits")), "Cette lettre est celle d’un prêt en cours.");
    assert_eq!(office.dump(), before);
    let faulty = json!({ "letter": HELP, "about": "x", "body": "{personne" });
    let refused = office.refused("try_letter_text", json!({ "text": faulty, "dossier": dossier }));
    assert_refused(&refused, FailureKind::Refused, Some("body"));
}

/// From the first contact to the answer of the bank.
#[test]
fn letters_of_a_request_follow_what_was_noted() {
    let (mut office, dossier, bank) = a_dossier();
    let waits = |office: &mut Office, letter: &str| {
        plain(&office.refused("draw_paper", json!({ "dossier": dossier, "paper": letter })).message)
    };
    assert_eq!(waits(&mut office, "appointment_letter"), "Aucun rendez-vous à venir n’est noté.");
    let received = printed(&mut office, dossier, "acknowledgement_letter");
    says(
        &received,
        &["Votre demande de microcrédit du 12 octobre 2026 est enregistrée", "2026-001", "Je vous appelle"],
    );
    let agreed = json!({ "dossier": dossier, "on": "24/11/2026", "at": "10 h", "kind": "", "place": "CCAS, accueil", "note": "" });
    office.call("set_appointment", agreed);
    let called = printed(&mut office, dossier, "appointment_letter");
    says(&called, &["mardi 24 novembre 2026 à 10 h, au CCAS, accueil"]);
    assert!(called.contains("Sonia Delmas ………"), "an address nobody noted is left to be written: {called}");
    assert!(waits(&mut office, "commission_authorisation_letter").contains("surendettement"));
    office.call("change_assessment", json!({ "dossier": dossier, "field": "over_indebtedness", "value": "yes" }));
    let asked = printed(&mut office, dossier, "commission_authorisation_letter");
    says(
        &asked,
        &["Commission de surendettement", "votre autorisation écrite", "Reste à vivre", "J’ai lu cette lettre."],
    );
    office.call("change_assessment", json!({ "dossier": dossier, "field": "over_indebtedness", "value": "no" }));
    submitted(&mut office, dossier);
    assert_eq!(waits(&mut office, "approval_letter"), "La banque n’a pas donné son accord.");
    on(&mut office, "2026-11-23", "note_refusal", dossier, json!({ "reasons": ["not_given"] }));
    let refusal = printed(&mut office, dossier, "refusal_letter");
    says(&refusal, &["Banque du Val", "23 novembre 2026", "La banque ne nous a pas dit pourquoi."]);
    says(
        &printed(&mut office, dossier, "refusal_reason_letter"),
        &["Banque du Val", "sans motif", "2 400 € sur 36 mois", "capacité de remboursement", "autre motif"],
    );
    let why = json!({ "lender": bank, "reasons": ["insufficient_capacity"] });
    on(&mut office, "2026-11-27", "explain_refusal", dossier, why);
    let refusal = printed(&mut office, dossier, "refusal_letter");
    says(&refusal, &["Pourquoi. La banque estime que, une fois la mensualité payée"]);
    assert!(waits(&mut office, "refusal_reason_letter").starts_with("Aucun refus n’est sans motif"));
}

#[test]
fn letters_go_to_both_who_borrow_and_each_signs_what_is_told_of_them() {
    let mut office = an_office();
    let dossier = office.delmas();
    let mut both = crate::office::a_member(dossier, "Odette Benali", "02/03/1976");
    both["link"] = json!("co_applicant");
    office.call("add_member", both);
    let received = printed(&mut office, dossier, "acknowledgement_letter");
    says(&received, &["Mme Sonia Delmas Odette Benali", "Madame, Monsieur,"]);
    office.call("change_assessment", json!({ "dossier": dossier, "field": "over_indebtedness", "value": "yes" }));
    let asked = printed(&mut office, dossier, "commission_authorisation_letter");
    says(
        &asked,
        &[
            "procédure de surendettement est en cours devant votre commission pour Mme Sonia Delmas, née le 17 mai 1992.",
            "Avec Mme Delmas et Odette Benali, nous sollicitons",
            "Le CCAS de Valbourg suivrait Mme Delmas et Odette Benali",
        ],
    );
    assert_eq!(asked.matches("J’ai lu cette lettre.").count(), 2, "{asked}");
}

#[test]
fn a_grant_says_the_loan_and_the_time_to_think() {
    let (mut office, dossier, _) = a_dossier();
    approved(&mut office, dossier);
    let letter = printed(&mut office, dossier, "approval_letter");
    says(&letter, &["que la Banque du Val a accepté votre demande", "70,86 €", "14 jours", "8e jour"]);
    let waits = office.refused("draw_paper", json!({ "dossier": dossier, "paper": "refusal_letter" }));
    assert_eq!(plain(&waits.message), "Aucun refus de la banque n’est noté.");
}

/// The letter after the payment is the fact its task waits for.
#[test]
fn the_letter_after_the_payment_ends_its_task_and_a_renegotiation_names_the_law_of_the_contract() {
    let (mut office, dossier, _) = a_running_loan();
    office.moment = at("2027-01-06");
    office.call("open_paper", json!({ "dossier": dossier, "paper": HELP }));
    let room = crate::follow_up::room(&mut office, dossier);
    let sent = room["happened"].as_array().unwrap().iter().any(|row| row["label"] == "Lettre remise ou envoyée");
    assert!(sent, "{room}");
    office.moment = at("2027-02-15");
    office.call("declare_instalments", missed(dossier, "2"));
    let early = office.refused("draw_paper", json!({ "dossier": dossier, "paper": "renegotiation_letter" }));
    assert!(plain(&early.message).starts_with("La lettre dit à la banque pourquoi"));
    let mut life = event(dossier, "life_event", "fewer_hours", "");
    life["note"] = json!("ne pas le répéter");
    life["letter_words"] = json!("depuis janvier");
    office.call("note_follow_up", life);
    let letter = printed(&mut office, dossier, "renegotiation_letter");
    says(
        &letter,
        &[
            "allonger le prêt de 6 mois",
            "27 novembre 2026, donc à compter du 20 novembre 2026",
            "n° 2025-880",
            "depuis janvier",
        ],
    );
    assert!(!letter.contains("2023-1139"), "one law alone: {letter}");
    assert!(!letter.contains("répéter"), "the note is for the office: {letter}");
}

#[test]
fn the_end_of_a_loan_has_its_letters() {
    let mut office = an_office();
    let dossier = office.delmas();
    // The sample notes everything up to the account and the refund decided.
    let paid = crate::refunds::sample("note_refund_paid", &mut office, dossier).unwrap();
    let notice = printed(&mut office, dossier, "refund_letter");
    says(&notice, &["Vous recevez", "la totalité des intérêts payés", "… 0189", "Il est fait par le CCAS."]);
    let waits = office.refused("draw_paper", json!({ "dossier": dossier, "paper": "bank_details_letter" }));
    assert_eq!(plain(&waits.message), "Le RIB de cette personne est déjà noté.");
    let end = printed(&mut office, dossier, "loan_end_letter");
    says(&end, &["vous ne devez plus rien à la banque", "15 décembre 2029", "cela a été décidé le 20 décembre 2029"]);
    says(&end, &["J’ai déjà votre RIB (… 0189) : vous n’avez rien à apporter."]);
    office.call("note_refund_paid", paid);
    let mut other = an_office();
    let dossier = other.delmas();
    crate::refunds::sample("answer_survey", &mut other, dossier).unwrap();
    let asked = printed(&mut other, dossier, "bank_details_letter");
    let end = printed(&mut other, dossier, "loan_end_letter");
    says(&end, &["peut vous rembourser", "La décision n’est pas encore prise", "Apportez un RIB"]);
    says(&asked, &["relevé d’identité bancaire", "délibération n° 2026-018", "Le CCAS ne demande jamais"]);
}
