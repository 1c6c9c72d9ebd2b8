//! What is decided of a dossier: from the office's decision to the release of the funds, and every other end.

use desk::{Failure, FailureKind};
use serde_json::{Value, json};

use crate::office::{Office, an_office, assert_refused, at, plain, text};
use crate::settings::{a_lender, an_agreement};

/// The Delmas dossier, asked on 12 October 2026, with its loan simulated at a bank that answers in thirty days.
pub fn a_dossier() -> (Office, i64, String) {
    let mut office = an_office();
    let bank = a_bank(&mut office, "Banque du Val");
    let dossier = office.delmas();
    office.call("change_request", json!({ "dossier": dossier, "field": "received_on", "value": "12/10/2026" }));
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, &bank);
    (office, dossier, bank)
}

/// A bank with an agreement from 10 June 2023, and its key.
pub fn a_bank(office: &mut Office, name: &str) -> String {
    let lenders = office.call("add_lender", a_lender(name));
    let made = lenders["lenders"].as_array().unwrap().iter().find(|lender| lender["fields"]["name"] == name).unwrap();
    let key = made["key"].as_str().unwrap().to_owned();
    sign(office, &key, "10/06/2023", an_agreement("4"));
    key
}

fn sign(office: &mut Office, lender: &str, from: &str, fields: Value) {
    let source = format!("Convention du {from}");
    office.call("sign_agreement", json!({ "lender": lender, "from": from, "source": source, "fields": fields }));
}

pub fn input(dossier: i64, form: Value) -> Value {
    json!({ "dossier": dossier, "form": form, "next": {} })
}

/// Makes a decision on a day, and gives the view of the decisions.
#[track_caller]
pub fn on(office: &mut Office, day: &str, call: &str, dossier: i64, form: Value) -> Value {
    office.moment = at(day);
    office.call(call, input(dossier, form))
}

/// A decision that is refused, with nothing changed.
#[track_caller]
pub fn refused(office: &mut Office, call: &str, dossier: i64, form: Value) -> (String, Failure) {
    let before = office.dump();
    let failure = office.refused(call, input(dossier, form));
    assert_eq!(office.dump(), before, "nothing is changed");
    (plain(&failure.sentence()), failure)
}

#[track_caller]
pub fn assert_says(office: &mut Office, (call, dossier): (&str, i64), form: Value, field: &str, sentence: &str) {
    let (told, failure) = refused(office, call, dossier, form);
    assert_refused(&failure, FailureKind::Refused, Some(field));
    assert_eq!(told, sentence);
}

/// A sending that waits for what no field of its form holds.
pub fn assert_waits(office: &mut Office, dossier: i64, form: Value, sentence: &str) {
    let (told, failure) = refused(office, "submit_to_lender", dossier, form);
    assert_refused(&failure, FailureKind::Refused, None);
    assert_eq!(told, sentence);
}

/// What a sending needs beside the decision: access to ordinary credit, the opinion, a consent that names the bank.
pub fn prepared(office: &mut Office, dossier: i64) {
    assessed(office, dossier);
    consented(office, dossier, "", "12/11/2026");
}

/// What a sending needs beside the decision and the consent.
pub fn assessed(office: &mut Office, dossier: i64) {
    let answer = json!({ "dossier": dossier, "fact": "ordinary_credit_access", "answer": "excluded" });
    office.call("answer_fact", answer);
    let known = office.call("dossier", json!({ "dossier": dossier }));
    if known["request"]["purpose"].as_str().is_none_or(str::is_empty) {
        let purpose = json!({ "dossier": dossier, "field": "purpose", "value": "vehicle_purchase" });
        office.call("change_request", purpose);
    }
    let opinion = json!({ "dossier": dossier, "field": "reasoned", "value": "Projet utile et tenable." });
    office.call("change_assessment", opinion);
}

/// A consent signed for a bank, that of the simulation when none is named.
pub fn consented(office: &mut Office, dossier: i64, lender: &str, on: &str) {
    let consent = json!({ "event": "consent_signed", "on": on, "lender": lender });
    office.call("note_lending_event", input(dossier, consent));
}

pub fn decide_to_submit(office: &mut Office, dossier: i64) -> Value {
    office.moment = at("2026-11-20");
    prepared(office, dossier);
    on(
        office,
        "2026-11-20",
        "decide_orientation",
        dossier,
        json!({ "decided_on": "12/11/2026", "direction": "submit" }),
    )
}

pub fn submitted(office: &mut Office, dossier: i64) -> Value {
    decide_to_submit(office, dossier);
    on(office, "2026-11-20", "submit_to_lender", dossier, json!({ "sent_on": "13/11/2026" }))
}

pub fn approved(office: &mut Office, dossier: i64) -> Value {
    submitted(office, dossier);
    on(office, "2026-11-24", "note_approval", dossier, json!({}))
}

fn signed(office: &mut Office, dossier: i64) -> Value {
    approved(office, dossier);
    let dates = json!({ "disbursed_on": "05/12/2026", "first_due_on": "05/01/2027" });
    on(office, "2026-11-27", "sign_contract", dossier, dates)
}

pub fn stage(office: &mut Office, dossier: i64) -> String {
    text(&office.call("dossier", json!({ "dossier": dossier })), "/stage/label")
}

pub fn next(office: &mut Office, dossier: i64) -> (String, String) {
    let view = office.call("dossier", json!({ "dossier": dossier }));
    let date = view.pointer("/next/date/iso").map(|day| day.as_str().unwrap().to_owned()).unwrap_or_default();
    (date, text(&view, "/next/what"))
}

fn titles(view: &Value, list: &str) -> Vec<String> {
    view[list].as_array().unwrap().iter().map(|form| plain(form["title"].as_str().unwrap())).collect()
}

/// One sound input of each call that writes decisions, on the Delmas dossier; nothing for another call.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Option<Value> {
    let with_bank = |office: &mut Office| {
        let bank = a_bank(office, "Banque du Val");
        office.call("change_request", json!({ "dossier": dossier, "field": "received_on", "value": "12/10/2026" }));
        office.delmas_project(dossier);
        office.delmas_simulation(dossier, &bank);
    };
    let form = match call {
        "note_interview" => json!({ "kind": "first_interview", "minutes": "1 h 30", "note": "Situation et projet." }),
        "decide_orientation" => json!({ "direction": "redirect", "solutions": ["budget_support"] }),
        "drop_request" => json!({ "reason": "a trouvé une autre voiture" }),
        "plan_support" => json!({ "level": "light", "budget": "office" }),
        "note_lending_event" => {
            with_bank(office);
            json!({ "event": "consent_signed" })
        }
        "answer_lender_question" => {
            with_bank(office);
            let bank = office.call("lenders", json!({}))["lenders"][0].clone();
            let mut fields = bank["agreements"][0]["fields"].clone();
            fields["questions"] = json!([{ "key": "", "label": "Numéro de client", "kind": "text", "required": true }]);
            let version = crate::settings::version("2023-06-10", "10/06/2023", "Convention", "question oubliée");
            let change = json!({ "lender": bank["key"], "version": version, "fields": fields });
            office.call("correct_agreement", change);
            return Some(
                json!({ "dossier": dossier, "lender": bank["key"], "question": "question_1", "answer": "A 12" }),
            );
        }
        "explain_refusal" => {
            with_bank(office);
            submitted(office, dossier);
            on(office, "2026-11-27", "note_refusal", dossier, json!({ "reasons": ["not_given"] }));
            json!({ "reasons": ["insufficient_capacity"] })
        }
        "submit_to_lender" => {
            with_bank(office);
            decide_to_submit(office, dossier);
            json!({})
        }
        "note_agreement_in_principle" | "note_approval" | "note_refusal" => {
            with_bank(office);
            submitted(office, dossier);
            if call == "note_refusal" { json!({ "reasons": ["not_given"] }) } else { json!({}) }
        }
        "sign_contract" => {
            with_bank(office);
            approved(office, dossier);
            json!({})
        }
        "note_disbursement" | "note_withdrawal" => {
            with_bank(office);
            signed(office, dossier);
            office.moment = at("2026-12-05");
            json!({})
        }
        "correct_fact" => {
            let noted = office.call("note_interview", input(dossier, json!({ "kind": "home_visit" })));
            let form = json!({ "kind": "interview", "form": { "kind": "first_interview" } });
            let fact = noted["interviews"][0]["fact"].clone();
            return Some(json!({ "dossier": dossier, "fact": fact, "reason": "mal choisi", "decision": form }));
        }
        _ => return None,
    };
    Some(input(dossier, form))
}

#[test]
fn a_request_goes_from_its_first_interview_to_the_money() {
    let (mut office, dossier, _) = a_dossier();
    let held = json!({ "held_on": "19/10/2026", "kind": "first_interview", "minutes": "1 h 30", "note": "Le projet." });
    let view = on(&mut office, "2026-11-20", "note_interview", dossier, held);
    assert_eq!(text(&view, "/interviews/0/length"), "1 h 30");
    assert_eq!(next(&mut office, dossier).0, "2026-11-03", "fifteen days after the interview of 19 October: late");

    let view = decide_to_submit(&mut office, dossier);
    assert_eq!(text(&view, "/orientations/0/direction/label"), "Transmettre à une banque");
    assert_eq!(text(&view, "/orientations/0/mode"), "La personne référente décide seule de transmettre");
    assert_eq!(stage(&mut office, dossier), "À transmettre");
    let send = ("2026-11-16".to_owned(), "Transmettre le dossier à la banque.".to_owned());
    assert_eq!(
        next(&mut office, dossier),
        send,
        "three days after the 12th, a Sunday, so the Monday: late, and told so"
    );
    assert_eq!(titles(&view, "offered")[0], "Transmettre à une banque");

    let view = submitted_after(&mut office, dossier);
    assert_eq!(text(&view, "/presentations/0/asked"), "2 400,00 € sur 36 mois");
    assert_eq!(text(&view, "/presentations/0/promise"), "promet 30 jours");
    assert_eq!(text(&view, "/presentations/0/days"), "7 sur 30");
    assert_eq!(text(&view, "/presentations_sentence"), "0 réponse, 7 jours d’attente en tout.");
    let received = ("2026-11-18".to_owned(), "Vérifier que la Banque du Val a reçu le dossier.".to_owned());
    assert_eq!(next(&mut office, dossier), received, "before its answer, expected on 13 December");

    let view = on(&mut office, "2026-11-24", "note_approval", dossier, json!({ "note": "par message" }));
    assert_eq!(text(&view, "/presentations/0/answer"), "Accordé");
    assert_eq!(text(&view, "/presentations/0/days"), "11 sur 30");
    let charter = "Préparer la charte d’accompagnement et proposer d’accompagner la personne à la banque.".to_owned();
    assert_eq!(next(&mut office, dossier), ("2026-12-09".to_owned(), charter), "she was told with the approval");
    let plan = json!({ "level": "regular", "budget": "office", "note": "Un point chaque trimestre." });
    let view = on(&mut office, "2026-11-24", "plan_support", dossier, plan);
    assert_eq!(text(&view, "/support/level/label"), "Régulier");
    assert_eq!(
        text(&view, "/support/steps/2/when"),
        "Tous les trois mois, dès le 5 avril 2027",
        "dated from the simulated loan"
    );

    let dates = json!({ "disbursed_on": "05/12/2026", "first_due_on": "05/01/2027" });
    let view = on(&mut office, "2026-11-27", "sign_contract", dossier, dates);
    assert_eq!(text(&view, "/contract/sentence"), "Signé le 27 novembre 2026 avec la Banque du Val.");
    assert_eq!(text(&view, "/contract/terms"), "2 400,00 € sur 36 mois, à 4,00 %");
    let released =
        ("2026-12-12".to_owned(), "Vérifier auprès de la Banque du Val que les fonds sont versés.".to_owned());
    assert_eq!(next(&mut office, dossier), released);
    let view = on(&mut office, "2026-12-05", "note_disbursement", dossier, json!({ "means": "chèque de banque" }));
    assert_eq!(text(&view, "/disbursement/amount/text"), "2 400,00 €");
    assert_eq!(stage(&mut office, dossier), "Prêt en cours");
    let charter = ("2026-12-14".to_owned(), "La charte n’est pas signée : la faire signer.".to_owned());
    assert_eq!(next(&mut office, dossier), charter, "before the first point of the plan");
    office.call("finish_task", json!({ "dossier": dossier, "task": "charter_missing" }));
    let letter = next(&mut office, dossier);
    assert_eq!(letter.0, "2027-01-04", "the letter of the first month");
    office.call("finish_task", json!({ "dossier": dossier, "task": "help_remains_letter" }));
    office.call("finish_task", json!({ "dossier": dossier, "task": "purchase_proof" }));
    let (day, what) = next(&mut office, dossier);
    assert_eq!(day, "2027-02-04", "the first point of the plan");
    assert!(what.starts_with("Dans le mois du versement"), "{what}");
    let list = office.call("dossiers", json!({ "search": "delmas", "offset": 0 }));
    assert_eq!(text(&list, "/rows/0/stage/label"), "Prêt en cours");
}

fn submitted_after(office: &mut Office, dossier: i64) -> Value {
    on(office, "2026-11-20", "submit_to_lender", dossier, json!({ "sent_on": "13/11/2026" }))
}

#[test]
fn the_withdrawal_period_is_counted_from_the_day_after_the_signature() {
    let (mut office, dossier, _) = a_dossier();
    signed(&mut office, dossier);
    office.moment = at("2026-11-30");
    let view = office.call("decisions", json!({ "dossier": dossier }));
    let strip = &view["contract"]["withdrawal"];
    assert_eq!(text(strip, "/sentence"), "3e jour sur 14. La personne peut renoncer jusqu’au 11 décembre 2026.");
    assert_eq!(text(strip, "/payable"), "L’argent peut être versé dès le 5 décembre 2026.");
    let days: Vec<(String, String)> =
        strip["days"].as_array().unwrap().iter().map(|day| (text(day, "/text"), text(day, "/state"))).collect();
    assert_eq!(days.len(), 14);
    let at = |place: usize| (days[place].0.as_str(), days[place].1.as_str());
    assert_eq!((at(0), at(2), at(6)), (("28", "gone"), ("30", "today"), ("4", "waiting")));
    assert_eq!((at(7), at(13)), (("5", "payable"), ("11", "payable")));
    assert_eq!(strip["to_check"], true, "the value of the new law is to be checked");
    let payment = view["offered"].as_array().unwrap().iter().find(|form| form["title"] == "Versement").unwrap();
    assert_eq!(text(payment, "/off"), "Avant le 5 décembre 2026, un versement serait refusé.");
    office.moment = crate::office::at("2026-12-04");
    assert_says(
        &mut office,
        ("note_disbursement", dossier),
        json!({}),
        "on",
        "Le contrat a été signé le 27 novembre 2026 : l’argent ne peut pas être versé avant le 5 décembre 2026. \
         Corrigez la date du versement ou celle de la signature.",
    );
    office.moment = crate::office::at("2026-12-05");
    office.call("note_disbursement", input(dossier, json!({})));
    office.moment = crate::office::at("2026-12-12");
    assert_says(
        &mut office,
        ("note_withdrawal", dossier),
        json!({}),
        "on",
        "L’argent est versé et le délai pour changer d’avis a fini le 11 décembre 2026 : ce prêt ne se refuse plus. \
         Il se rembourse par anticipation, sans indemnité pour un microcrédit.",
    );
    let view =
        office.call("note_withdrawal", input(dossier, json!({ "on": "11/12/2026", "reason": "a changé d’avis" })));
    assert_eq!(text(&view, "/closed/sentence"), "Rétractation ou offre non acceptée, le 11 décembre 2026.");
    assert_eq!(text(&view, "/closed/reason"), "a changé d’avis");
    assert_eq!(next(&mut office, dossier).0, "", "nobody is to be called");
}

#[test]
fn a_refused_request_is_presented_to_another_bank() {
    let (mut office, dossier, first) = a_dossier();
    let second = a_bank(&mut office, "Crédit de l’Aune");
    submitted(&mut office, dossier);
    let reasons = json!({ "reasons": ["ficp_only"], "note": "inscrite au fichier" });
    let view = on(&mut office, "2026-11-27", "note_refusal", dossier, reasons);
    assert_eq!(stage(&mut office, dossier), "Refus, à revoir");
    assert_eq!(text(&view, "/presentations/0/reasons/0"), "Inscription au FICP comme seul motif");
    assert_eq!(
        text(&view, "/presentations/0/warning"),
        "Un refus fondé sur la seule inscription au FICP n’est pas permis (loi 2005-32, article 80) : demandez à la \
         banque de revoir sa décision."
    );
    let waits = "Avant l’envoi, il manque : consentement signé (le sien nomme Banque du Val seulement). « Prêt à envoyer » \
                 mène à ce qui manque. Une pièce manquante, elle, n’empêche pas l’envoi.";
    assert_waits(&mut office, dossier, json!({ "lender": second }), waits);
    let said = json!({ "reasons": ["insufficient_capacity"], "note": "au téléphone" });
    on(&mut office, "2026-11-27", "explain_refusal", dossier, said);
    consented(&mut office, dossier, &second, "27/11/2026");
    let view = on(&mut office, "2026-11-30", "submit_to_lender", dossier, json!({ "lender": second }));
    assert_eq!(view["presentations"].as_array().unwrap().len(), 2, "the first one is kept");
    let agreed = json!({ "amount": "2 200", "valid_until": "20/01/2027" });
    let view = on(&mut office, "2026-12-04", "note_agreement_in_principle", dossier, agreed);
    assert_eq!(text(&view, "/presentations/1/answer"), "Accord de principe");
    assert_eq!(stage(&mut office, dossier), "Accord de principe");
    assert_eq!(next(&mut office, dossier).0, "2026-12-19", "fifteen days for the papers of the vehicle");
    let late = json!({ "dossier": dossier });
    office.moment = at("2027-01-04");
    assert_eq!(office.call("decisions", late)["presentations"][1]["late"], true, "thirty days are gone");
    let view = on(&mut office, "2027-01-05", "note_approval", dossier, json!({}));
    assert_eq!(text(&view, "/presentations_sentence"), "2 réponses, 50 jours d’attente en tout.");
    assert_ne!(first, second);
}

#[test]
fn a_dossier_ends_inadmissible_or_dropped_and_keeps_no_date() {
    let (mut office, dossier, _) = a_dossier();
    let form = json!({ "direction": "inadmissible", "reason": "création d’entreprise" });
    on(&mut office, "2026-11-20", "decide_orientation", dossier, form);
    assert_eq!((stage(&mut office, dossier), next(&mut office, dossier).0), ("Clos".to_owned(), String::new()));
    office.call("undo", json!({}));
    submitted(&mut office, dossier);
    let view = on(&mut office, "2026-11-25", "drop_request", dossier, json!({ "reason": "déménage" }));
    assert_eq!(text(&view, "/closed/sentence"), "Sans suite, abandon, le 25 novembre 2026.");
    assert_eq!(text(&view, "/presentations/0/answer"), "Sans réponse, dossier clos");
    assert_eq!(
        next(&mut office, dossier).0,
        "2026-12-28",
        "the person is called a month later, after Christmas, and no more"
    );
    office.call("finish_task", json!({ "dossier": dossier, "task": "dropped_callback" }));
    assert_eq!(next(&mut office, dossier).0, "");
    assert_eq!(titles(&view, "offered"), ["Autre orientation", "Nouvelles de la personne", "Noter un échange"]);
    let again = json!({ "direction": "submit" });
    assert_says(
        &mut office,
        ("decide_orientation", dossier),
        again,
        "decided_on",
        "Le dossier a été clos le 25 novembre 2026. S’il l’a été par erreur, annulez ou corrigez ; sinon, datez la \
         reprise d’un autre jour.",
    );
}

#[test]
fn a_plan_is_set_once_the_request_is_studied_and_its_points_are_the_advisers() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    assert_says(
        &mut office,
        ("plan_support", dossier),
        json!({ "level": "light" }),
        "level",
        "Le plan d’accompagnement se fixe une fois la demande étudiée. Notez d’abord un entretien, ou commencez le budget.",
    );
    office.call("note_interview", input(dossier, json!({ "kind": "first_interview" })));
    let view = office.call("plan_support", input(dossier, json!({ "level": "light" })));
    assert_eq!(text(&view, "/support/steps/0/when"), "Dans le mois du versement, date à fixer");
    let step = json!({ "label": "Chaque mois, six fois", "first_on": "05/01/2027", "every_months": "1",
        "channel": "follow_up_call", "provider": "", "purpose": "savoir si tout va bien" });
    let mut form = json!({ "level": "reinforced", "social": "other", "steps": [step] });
    let view = office.call("plan_support", input(dossier, form.clone()));
    assert_eq!(text(&view, "/support/steps/0/when"), "Chaque mois, six fois, dès le 5 janvier 2027");
    assert_eq!(text(&view, "/support/steps/0/how"), "Appel de suivi, CCAS, chaque mois");
    assert_eq!(
        text(&view, "/support/sentence"),
        "Pas d’accompagnement budgétaire. Accompagnement social : Autre professionnel."
    );
    form["steps"][0]["label"] = json!(" ");
    let when = "Dites quand : « À mi-parcours », « Chaque trimestre »…";
    let (told, failure) = refused(&mut office, "plan_support", dossier, form);
    assert_eq!((told.as_str(), failure.field.as_deref()), (when, Some("steps.0.label")));
    assert_eq!(view["plans"].as_array().unwrap().len(), 7, "rhythms to start from");
}

#[test]
fn a_fact_is_corrected_with_its_reason_and_all_that_follows_is_judged_again() {
    let (mut office, dossier, _) = a_dossier();
    let view = signed(&mut office, dossier);
    let contract = view["contract"]["fact"].clone();
    let sending = view["presentations"][0]["fact"].clone();
    let correction = |fact: &Value, reason: &str, kind: &str, form: Value| json!({ "dossier": dossier, "fact": fact, "reason": reason, "decision": { "kind": kind, "form": form } });
    let mut form = view["contract"]["form"]["form"].clone();
    form["months"] = json!("30");
    let refused = office.refused("correct_fact", correction(&contract, " ", "contract", form.clone()));
    assert_eq!(refused.field.as_deref(), Some("correction_reason"));
    let view = office.call("correct_fact", correction(&contract, "mal lu", "contract", form.clone()));
    assert_eq!(text(&view, "/contract/terms"), "2 400,00 € sur 30 mois, à 4,00 %");
    assert_eq!(text(&view, "/corrections/0/reason"), "mal lu");
    assert_eq!(text(&view, "/corrections/0/what"), "Signature du contrat avec la Banque du Val du 27 novembre 2026");
    let undone = office.call("undo", json!({}));
    assert_eq!(
        text(&undone, "/sentence"),
        "Annulé : correction : signature du contrat avec la Banque du Val du 27 novembre 2026, Sonia Delmas."
    );
    office.call("redo", json!({}));
    let refused = office.refused("correct_fact", correction(&contract, "mal lu", "contract", form.clone()));
    assert_eq!(refused.kind, FailureKind::Refused, "what was corrected is corrected no more");

    let mut later = view["presentations"][0]["form"]["form"].clone();
    later["sent_on"] = json!("25/11/2026");
    let refused = office.refused("correct_fact", correction(&sending, "mal daté", "submission", later));
    assert_eq!(plain(&refused.message), "L’accord de la banque du 24 novembre 2026 ne tiendrait plus.");
    office.moment = at("2026-12-05");
    let view = office.call("note_disbursement", input(dossier, json!({})));
    let signed_again = view["contract"]["fact"].clone();
    form["signed_on"] = json!("28/11/2026");
    form["disbursed_on"] = json!("06/12/2026");
    let refused = office.refused("correct_fact", correction(&signed_again, "mal daté", "contract", form));
    assert_eq!(
        plain(&refused.message),
        "Le contrat a été signé le 28 novembre 2026 : l’argent ne peut pas être versé avant le 6 décembre 2026."
    );
    let other = correction(&signed_again, "erreur", "drop", json!({}));
    let refused = office.refused("correct_fact", other);
    assert_eq!(plain(&refused.message), "Ce fait a été corrigé entre-temps. Rien n’a été changé.");
}

#[test]
fn the_next_date_typed_with_a_decision_wins() {
    let (mut office, dossier, _) = a_dossier();
    let typed = json!({ "dossier": dossier, "form": { "direction": "submit" },
        "next": { "on": "3 déc", "what": "Attendre le contrôle technique" } });
    office.call("decide_orientation", typed.clone());
    let waits = ("2026-12-03".to_owned(), "Attendre le contrôle technique".to_owned());
    assert_eq!(next(&mut office, dossier), waits);
    let mut gone = typed;
    gone["next"]["on"] = json!("19/11/2026");
    assert_refused(&office.refused("decide_orientation", gone), FailureKind::Refused, Some("next_on"));
}

#[test]
fn only_the_forms_the_facts_call_for_are_offered() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let view = office.call("decisions", json!({ "dossier": dossier }));
    assert_eq!(titles(&view, "offered"), ["Décision du CCAS", "Noter un échange", "Sans suite"]);
    assert_eq!(
        titles(&view, "later"),
        [
            "Plan d’accompagnement",
            "Transmission à la banque",
            "Réponse de la banque",
            "Signature du contrat",
            "Versement"
        ]
    );
    assert_eq!(text(&view, "/later/3/note"), "À l’accord de la banque ; 14 jours pour changer d’avis.");
    assert_eq!(text(&view, "/later/4/note"), "Après la signature, dès le 8e jour.");
    let (mut office, dossier, _) = a_dossier();
    let view = decide_to_submit(&mut office, dossier);
    let sending = &view["offered"][0];
    assert_eq!(sending["main"], true);
    assert_eq!(text(sending, "/decision/form/amount"), "2 400,00");
    assert_eq!(text(sending, "/next_hint"), "Laissé vide : mer. 25, vérifier que la Banque du Val a reçu le dossier.");
    assert_eq!(text(&view, "/ready/0/note"), "Banque du Val");
    assert_eq!(text(&view, "/ready/5/note"), "3 050,00 € = 2 400,00 € de prêt + 650,00 € d’aides et d’apport");
    let view = submitted_after(&mut office, dossier);
    let three = ["Accord de la banque", "Accord de principe", "Refus de la banque"];
    assert_eq!(titles(&view, "offered")[..3], three);
}
