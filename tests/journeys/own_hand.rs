//! What an office writes in its own hand: the charter, its letters, its models of follow-up, its questionnaire.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::decisions::{a_dossier, approved};
use crate::follow_up::a_running_loan;
use crate::office::{Office, an_office, assert_refused, at, plain, text};
use crate::settings::{details, version};

const CHARTER: &str = "support_charter";

/// The text of a paper of a dossier, with what is added to it alone.
fn printed(office: &mut Office, dossier: i64, paper: &str, words: &str) -> String {
    let drawn = office.call("draw_paper", json!({ "dossier": dossier, "paper": paper, "words": words }));
    let pages = drawn["pages"].as_array().unwrap().clone();
    let pages: Vec<String> = pages.iter().map(|page| plain(page["text"].as_str().unwrap())).collect();
    pages.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(paper: &str, words: &[&str]) {
    for word in words {
        assert!(paper.contains(word), "{word:?} is not written in:\n{paper}");
    }
}

fn own_charter(from: &str, body: &str) -> Value {
    let text = json!({ "letter": CHARTER, "about": "contrat d’accompagnement", "body": body });
    json!({ "version": version("", from, "Délibération n° 2026-31 du 3 mars 2026", ""), "text": text })
}

#[test]
fn the_charter_is_written_by_the_office_from_a_day_and_checked_as_a_letter_is() {
    let (mut office, dossier, _) = a_dossier();
    approved(&mut office, dossier);
    says(&printed(&mut office, dossier, CHARTER, ""), &["2. Vous vous engagez à", "3. Le CCAS s’engage à"]);
    let typed = json!({ "letter": CHARTER, "about": "charte", "body": "{motif du refus}" });
    let told = office.call("check_letter_text", typed);
    assert_eq!(plain(&text(&told, "/problems/0/message")), "« motif du refus » ne se dit pas dans cette lettre.");
    let body = "Entre nous trois.\n# Ce que chacun promet\n- **Vous** : payer {mensualité prévue} le {jour de la \
                mensualité}.\n- **Le CCAS** : répondre sous {délai de réponse}.\n# Les rendez-vous\n{tableau du \
                suivi}\n# Clauses votées\n1. Un atelier budget par an.\nClauses de : {origine de la charte}.";
    office.call("set_letter_text", own_charter("", body));
    let tried = json!({ "text": { "letter": CHARTER, "about": "charte", "body": body }, "dossier": dossier });
    let tried = office.call("try_letter_text", tried);
    assert_eq!((&tried["waits"], &tried["missing"]), (&json!(""), &json!([])));
    let charter = printed(&mut office, dossier, CHARTER, "");
    says(
        &charter,
        &[
            "Contrat d’accompagnement",
            "1. Ce que chacun promet",
            "2. Les rendez-vous",
            "Un atelier budget par an.",
            "délibération n° 2026-31 du 3 mars 2026.",
        ],
    );
    assert!(!charter.contains("Vous vous engagez à"), "{charter}");
    office.call("restore_letter_text", json!({ "letter": CHARTER }));
    says(&printed(&mut office, dossier, CHARTER, ""), &["Vous vous engagez à"]);
}

#[test]
fn a_sentence_of_ones_own_is_in_that_letter_alone_and_it_is_signed_by_delegation() {
    let (mut office, dossier, _) = a_running_loan();
    office.moment = at("2026-12-12");
    let mut named = details();
    named["delegation"] = json!("Pour le président et par délégation");
    office.call("describe_office", named);
    let added = "Votre garagiste vous attend **lundi** {personne}.";
    let letter = printed(&mut office, dossier, "help_remains_letter", added);
    says(&letter, &[added, "Pour le président et par délégation, Nadia Ferrand"]);
    assert!(!printed(&mut office, dossier, "help_remains_letter", "").contains("garagiste"), "never in the model");
    let paper = json!({ "dossier": dossier, "paper": "help_remains_letter", "words": "a".repeat(20_000) });
    assert!(office.try_call("draw_paper", paper).is_err(), "a sentence is no book");
}

#[test]
fn the_commission_is_written_to_at_the_address_of_the_settings() {
    let mut office = an_office();
    let dossier = office.delmas();
    let answer = json!({ "dossier": dossier, "field": "over_indebtedness", "value": "yes" });
    office.call("change_assessment", answer);
    let card = json!({ "dossier": dossier, "paper": "commission_authorisation_letter" });
    let lacks = office.call("paper_card", card.clone());
    assert!(lacks["missing"].to_string().contains("adresse de la commission"), "{lacks}");
    let mut named = details();
    named["commission_address"] = json!("Banque de France, 3 place du Marché, 99000 Hautville");
    office.call("describe_office", named);
    let asked = printed(&mut office, dossier, "commission_authorisation_letter", "");
    says(&asked, &["À l’attention du Président Banque de France, 3 place du Marché, 99000 Hautville"]);
    assert!(!office.call("paper_card", card)["missing"].to_string().contains("adresse de la commission"));
}

#[test]
fn a_question_is_added_for_some_purposes_put_in_service_and_asked_no_more() {
    let mut office = an_office();
    let view = office.call("questionnaire", json!({}));
    let questions = view["questions"].as_array().unwrap().clone();
    let delivered = questions.iter().find(|one| one["key"] == "self_esteem").unwrap().clone();
    assert_eq!(plain(&text(&delivered, "/state")), "proposée, pas encore posée");
    let dossier = office.delmas();
    let asked = |office: &mut Office| -> Vec<String> {
        let view = office.call("ending_room", json!({ "dossier": dossier }));
        let end = view["survey"].as_array().unwrap().iter().find(|one| one["key"] == "request").unwrap().clone();
        end["questions"].as_array().unwrap().iter().map(|one| plain(&text(one, "/label"))).collect()
    };
    let before = asked(&mut office).len();
    let mut fields = delivered["fields"].clone();
    fields["retired"] = json!(false);
    office.call("set_question", json!({ "key": "self_esteem", "fields": fields }));
    let now = asked(&mut office);
    assert_eq!(now.len(), before + 1);
    assert!(now.contains(&"Aujourd’hui, votre confiance en vous est…".to_owned()), "{now:?}");
    let own = json!({ "label": "Votre logement est-il assez chauffé ?", "at_request": "", "moments": ["request"],
        "choices": "oui\nnon", "purposes": ["housing"], "retired": false });
    let view = office.call("set_question", json!({ "key": "", "fields": own }));
    let last = view["questions"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(plain(&text(&last, "/state")), "à la demande, pour logement");
    assert_eq!(asked(&mut office).len(), before + 1, "not of a dossier without a purpose of housing");
    let mut shorter = own.clone();
    shorter["choices"] = json!("oui");
    let refused = office.refused("set_question", json!({ "key": last["key"], "fields": shorter }));
    assert_refused(&refused, FailureKind::Refused, Some("choices"));
    let mut retired = own;
    retired["retired"] = json!(true);
    let view = office.call("set_question", json!({ "key": last["key"], "fields": retired }));
    let last = view["questions"].as_array().unwrap().last().unwrap().clone();
    assert!(text(&last, "/state").starts_with("plus posée depuis le"), "{last}");
}

/// A document of the office as its form holds it: asked for a vehicle, two files, three months.
pub fn a_document(label: &str) -> Value {
    json!({ "label": label, "detail": "tamponnée", "section": "vehicle", "stage": "assessment",
        "purposes": ["mobility"], "by_banks": false, "of_each": false, "required": true, "count": "2", "validity_months": "3",
        "where_to_get": "au garage", "retired": false })
}

/// What the office asks for of its own is asked of the dossiers it is for, on the screen and on the list to bring.
#[test]
fn a_document_of_the_office_is_asked_for_and_asked_for_no_more() {
    let mut office = an_office();
    let dossier = office.delmas();
    let asked = |office: &mut Office, label: &str| {
        let view = office.call("documents_checklist", json!({ "dossier": dossier }));
        let list = office.call("draw_paper", json!({ "dossier": dossier, "paper": "documents_list" }));
        (plain(&view["stages"].to_string()).contains(label), plain(&list["pages"].to_string()).contains(label))
    };
    let purpose = |office: &mut Office, purpose: &str| {
        office.call("change_request", json!({ "dossier": dossier, "field": "purpose", "value": purpose }))
    };
    purpose(&mut office, "vehicle_repair");
    let change = |key: &str, fields: Value| json!({ "key": key, "fields": fields });
    let own = change("", a_document("Attestation du garage"));
    let view = office.call("set_supporting_document", own.clone());
    let last = view["documents"][0].clone();
    assert_eq!(plain(&text(&last, "/state")), "avant la transmission, mobilité, 2 fichiers, 3 mois de validité");
    assert_eq!(asked(&mut office, "Attestation du garage"), (true, true));
    purpose(&mut office, "dental");
    assert_eq!(asked(&mut office, "Attestation du garage"), (false, false), "for a vehicle alone");
    purpose(&mut office, "vehicle_repair");
    assert_refused(&office.refused("set_supporting_document", own), FailureKind::Refused, Some("label"));
    for (field, wrong) in [("count", "0"), ("validity_months", "500"), ("section", ""), ("stage", "jamais")] {
        let mut fields = a_document("Autre attestation");
        fields[field] = json!(wrong);
        let refused = office.refused("set_supporting_document", change("", fields));
        assert_refused(&refused, FailureKind::Refused, Some(field));
    }
    let mut fields = last["fields"].clone();
    fields["by_banks"] = json!(true);
    let view = office.call("set_supporting_document", change(&text(&last, "/key"), fields.clone()));
    assert!(plain(&text(&view, "/documents/0/state")).contains("si la banque la demande"), "{}", view["documents"][0]);
    assert_eq!(asked(&mut office, "Attestation du garage"), (false, false), "no bank asks for it");
    let bank = crate::decisions::a_bank(&mut office, "Banque du Val");
    let mut agreement = crate::settings::signed(&bank, "01/02/2026", "4");
    agreement["fields"]["documents_added"] = json!([text(&last, "/key")]);
    office.call("sign_agreement", agreement);
    office.delmas_simulation(dossier, &bank);
    assert!(asked(&mut office, "Attestation du garage").0, "that of the simulation does");
    fields["retired"] = json!(true);
    office.call("set_supporting_document", change(&text(&last, "/key"), fields));
    assert_eq!(asked(&mut office, "Attestation du garage"), (false, false));
    // A delivered document keeps when it is asked for; its words and its number are the office's.
    let slips = view["documents"].as_array().unwrap().iter().find(|one| one["key"] == "bank_statements").unwrap();
    let mut fields = slips["fields"].clone();
    fields["count"] = json!("6");
    fields["detail"] = json!("les six derniers");
    office.call("set_supporting_document", change("bank_statements", fields));
    assert!(asked(&mut office, "les six derniers").1);
    office.call("undo", json!({}));
    assert!(!asked(&mut office, "les six derniers").1);
    assert_eq!(office.call("supporting_documents", json!({}))["stages"].as_array().unwrap().len(), 5);
}

/// A letter that no delivered one says: written freely, and to a bank only once it has the dossier.
#[test]
fn a_free_letter_says_what_the_office_writes() {
    let mut office = an_office();
    let dossier = office.delmas();
    let letter = printed(&mut office, dossier, "free_person_letter", "Le salon du logement se tient **samedi**.");
    says(&letter, &["Je vous écris au sujet de votre demande", "Le salon du logement se tient", "Nadia Ferrand"]);
    let early = office.refused("draw_paper", json!({ "dossier": dossier, "paper": "free_bank_letter" }));
    assert!(plain(&early.message).starts_with("Cette lettre s’adresse à la banque qui a reçu le dossier"));
    let (mut office, dossier, _) = a_running_loan();
    says(&printed(&mut office, dossier, "free_bank_letter", "Bon courage."), &["Bon courage.", "que vous avez reçu"]);
}

#[test]
fn a_model_of_follow_up_is_copied_changed_and_proposed_no_more() {
    let mut office = an_office();
    let view = office.call("follow_up_models", json!({}));
    let models = view["models"].as_array().unwrap().clone();
    let laval = models.iter().find(|one| one["key"] == "model_laval").unwrap().clone();
    let mut fields = laval["fields"].clone();
    fields["label"] = json!("Rythme de Valbourg");
    let first = json!({ "label": "Une semaine après", "from": "disbursed", "months": "", "days": "7",
        "every_months": "", "channel": "follow_up_call", "with_whom": "office", "purpose": "voir si tout va" });
    fields["steps"] = json!([first]);
    let view = office.call("set_follow_up_model", json!({ "key": "", "fields": fields }));
    let own = view["models"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (text(&own, "/state"), plain(&text(&own, "/steps/0"))),
        ("1 étape".to_owned(), "Une semaine après : voir si tout va".to_owned(),)
    );
    let offered = |office: &mut Office| -> Vec<String> {
        let choices = office.call("choices", json!({}));
        choices["follow_up_plans"].as_array().unwrap().iter().map(|one| text(one, "/label")).collect()
    };
    assert!(offered(&mut office).contains(&"Rythme de Valbourg".to_owned()));
    let mut blank = fields.clone();
    blank["steps"][0]["purpose"] = json!("");
    let refused = office.refused("set_follow_up_model", json!({ "key": own["key"], "fields": blank }));
    assert_refused(&refused, FailureKind::Refused, Some("steps.0.purpose"));
    fields["retired"] = json!(true);
    office.call("set_follow_up_model", json!({ "key": own["key"], "fields": fields }));
    assert!(!offered(&mut office).contains(&"Rythme de Valbourg".to_owned()));
    office.call("undo", json!({}));
    assert!(offered(&mut office).contains(&"Rythme de Valbourg".to_owned()));
}
