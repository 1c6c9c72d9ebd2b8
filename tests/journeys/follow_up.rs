//! The room « Suivi » and what goes with it: points, a missed instalment from the bank's message to cleared, a death,
//! one list per bank, the office's guarantee.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::decisions::{a_bank, a_dossier, approved, on};
use crate::office::{Office, an_office, assert_refused, at, plain, text};

/// A loan of 2 400 € at 4 % over 36 months, paid on 10 December 2026, due on the tenth from January.
pub fn a_running_loan() -> (Office, i64, String) {
    let (mut office, dossier, bank) = a_dossier();
    run(&mut office, dossier);
    (office, dossier, bank)
}

/// The loan of a bare dossier with that bank, paid out.
pub fn ready_and_run(office: &mut Office, dossier: i64, bank: &str) {
    office.call("change_request", json!({ "dossier": dossier, "field": "received_on", "value": "12/10/2026" }));
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, bank);
    run(office, dossier);
}

fn run(office: &mut Office, dossier: i64) {
    approved(office, dossier);
    let dates = json!({ "disbursed_on": "10/12/2026", "first_due_on": "10/01/2027" });
    on(office, "2026-11-27", "sign_contract", dossier, dates);
    on(office, "2026-12-10", "note_disbursement", dossier, json!({}));
}

/// Another person's loan with the same bank.
fn another(office: &mut Office, bank: &str) -> i64 {
    let dossier = office.delmas();
    ready_and_run(office, dossier, bank);
    dossier
}

pub fn room(office: &mut Office, dossier: i64) -> Value {
    office.call("follow_up_room", json!({ "dossier": dossier }))
}

pub fn event(dossier: i64, event: &str, subject: &str, amount: &str) -> Value {
    json!({ "dossier": dossier, "event": event, "on": "", "subject": subject, "amount": amount, "note": "" })
}

pub fn statement(bank: &str, month: &str, total: &str, answers: &[(i64, u32, &str)]) -> Value {
    let answers: Vec<Value> = answers
        .iter()
        .map(|(dossier, number, answer)| json!({ "dossier": dossier, "number": number, "answer": answer }))
        .collect();
    json!({ "lender": bank, "month": month, "on": "", "total": total, "anyway": "", "answers": answers })
}

pub fn missed(dossier: i64, number: &str) -> Value {
    json!({ "dossier": dossier, "from": number, "to": "", "declared": "missed", "told_by": "lender", "on": "", "note": "" })
}

/// One sound input of each call that writes here; nothing for another call.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Option<Value> {
    if call == "set_guarantee_envelope" {
        let version = crate::settings::version("", "01/11/2026", "Délibération du 20 octobre 2026", "");
        return Some(json!({ "version": version, "fields": { "amount": "5000" } }));
    }
    let calls =
        ["note_review", "note_follow_up", "note_arrears_call", "settle_loan", "note_death", "note_bank_statement"];
    if !calls.contains(&call) {
        return None;
    }
    let bank = a_bank(office, "Banque du Val");
    ready_and_run(office, dossier, &bank);
    office.moment = at("2027-03-20");
    Some(match call {
        "note_review" => json!({ "dossier": dossier, "form": { "due_dates_kept": "yes" } }),
        "note_follow_up" => event(dossier, "support_action", "emergency_aid", "150"),
        "note_arrears_call" => {
            office.call("declare_instalments", missed(dossier, "3"));
            json!({ "dossier": dossier, "outcome": "reached", "on": "", "cause": "fewer_hours", "solution": "postponed",
                "amount": "", "next_on": "01/04/2027", "note": "" })
        }
        "settle_loan" => json!({ "dossier": dossier, "how": "attestation", "on": "", "note": "" }),
        "note_death" => json!({ "dossier": dossier, "on": "", "insurance": "", "note": "", "close": "" }),
        _ => statement(&bank, "03/2027", "", &[(dossier, 3, "paid")]),
    })
}

#[test]
fn the_plan_creates_itself_and_a_point_not_held_stays_owed() {
    let (mut office, dossier, _) = a_running_loan();
    let view = room(&mut office, dossier);
    assert!(text(&view, "/plan").starts_with("Sans suivi régulier"), "{view}");
    assert_eq!(text(&view, "/points/0/step"), "Dans le mois du versement");
    assert_eq!(text(&view, "/points/0/due/iso"), "2027-01-09");
    assert_eq!(text(&view, "/known"), "aucun incident connu");
    assert_eq!(view["arrears"], Value::Null, "silence is no incident");
    office.moment = at("2027-02-20");
    let view = room(&mut office, dossier);
    assert_eq!(
        (text(&view, "/points/0/state"), text(&view, "/points_sum")),
        ("late".into(), "0 point prévu tenu, 1 dû".into())
    );
    let held = json!({ "dossier": dossier, "form": { "step": "Dans le mois du versement", "due_dates_kept": "yes",
        "project": "voiture achetée", "minutes": "15", "next_step": "rappeler à mi-parcours" } });
    let view = office.call("note_review", held);
    assert_eq!(text(&view, "/points/0/step"), "À la fin du prêt");
    assert_eq!(text(&view, "/reviews/0/found"), "échéances tenues ; projet : voiture achetée");
    let unknown = json!({ "dossier": dossier, "form": { "step": "Tous les jours" } });
    assert_refused(&office.refused("note_review", unknown), FailureKind::Refused, Some("step"));
}

#[test]
fn boulogne_follows_each_month_and_the_bank_each_half_year() {
    let (mut office, dossier, _) = a_dossier();
    let view = office.call("products", json!({}));
    let product = &view["products"][0];
    let mut fields = product["versions"][0]["fields"].clone();
    fields["follow_up_plan"] = json!("model_boulogne");
    let version = crate::settings::version("", "01/11/2026", "Convention de Boulogne", "");
    office.call("change_product", json!({ "product": product["key"], "version": version, "fields": fields }));
    office.call("change_simulation", json!({ "dossier": dossier, "field": "product", "value": product["key"] }));
    run(&mut office, dossier);
    office.moment = at("2027-06-15");
    let view = room(&mut office, dossier);
    assert!(text(&view, "/plan").starts_with("Renforcé"), "{}", view["plan"]);
    assert_eq!(text(&view, "/points_sum"), "0 point prévu tenu, 7 dus");
    let steps: Vec<String> = (0..2).map(|place| text(&view, &format!("/points/{place}/step"))).collect();
    assert_eq!(steps, ["Chaque mois", "Chaque semestre"], "each rhythm owed once");
    office.call("note_review", json!({ "dossier": dossier, "form": { "step": "Chaque mois" } }));
    let view = office.call("note_review", json!({ "dossier": dossier, "form": { "step": "Chaque semestre" } }));
    assert_eq!(text(&view, "/points_sum"), "7 points prévus tenus, aucun dû");
    assert_eq!(text(&view, "/points/0/due/iso"), "2027-07-10");
}

#[test]
fn a_missed_instalment_goes_from_the_bank_message_to_cleared() {
    let (mut office, dossier, bank) = a_running_loan();
    office.moment = at("2027-03-16");
    office.call("note_bank_statement", statement(&bank, "03/2027", "", &[(dossier, 3, "missed")]));
    let view = room(&mut office, dossier);
    let arrears = &view["arrears"];
    assert_eq!(text(arrears, "/note"), "1 échéance impayée depuis celle du 10 mars 2027, 70,86 €");
    assert_eq!(
        text(arrears, "/deadline_text"),
        "avant le 10 avril 2027, où la banque peut écrire ; inscription dès le 10 mai 2027"
    );
    assert_eq!(arrears["deadline"]["table"]["rows"].as_array().unwrap().len(), 2, "the other rule is in its working");
    let head = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(text(&head, "/stage/label"), "Prêt en cours, 1 impayé");
    assert!(
        text(&head, "/next/what").starts_with("Joindre la personne"),
        "the missed instalment comes first: {}",
        head["next"]
    );
    let lit = |view: &Value| {
        let steps = view["arrears"]["steps"].as_array().unwrap().clone();
        let lit: Vec<Value> =
            steps.into_iter().filter(|step| ["lit", "late"].contains(&step["state"].as_str().unwrap())).collect();
        assert_eq!(lit.len(), 1, "one step is lit");
        (lit[0]["key"].as_str().unwrap().to_owned(), plain(lit[0]["when"].as_str().unwrap()))
    };
    assert_eq!(lit(&view).0, "call_within_48h");
    let words = text(arrears, "/call/words");
    assert!(words.contains("l’échéance de mars n’est pas passée"), "{words}");
    assert_eq!(text(arrears, "/solutions/0/ends"), "10 janvier 2030", "{arrears}");
    assert_eq!(text(arrears, "/solutions/0/later"), "1 mois de plus");
    office.moment = at("2027-03-20");
    assert_eq!(lit(&room(&mut office, dossier)).1, "prévu 18 mars, retard : 2 jours");
    office.moment = at("2027-03-17");
    office.call("note_follow_up", event(dossier, "support_action", "emergency_aid", "30"));
    let view = room(&mut office, dossier);
    let place = |key: &str| view["arrears"]["steps"].as_array().unwrap().iter().position(|step| step["key"] == key);
    assert!(place("office_help") < place("call_within_48h"), "steps follow their days: {view}");
    office.moment = at("2027-03-20");
    let called = |outcome: &str, solution: &str| {
        let cause = if solution.is_empty() { "" } else { "fewer_hours" };
        json!({ "dossier": dossier, "outcome": outcome, "on": "", "cause": cause, "solution": solution, "amount": "",
            "next_on": "", "note": "" })
    };
    let view = office.call("note_arrears_call", called("none", ""));
    assert_eq!(lit(&view).0, "second_attempt");
    let view = office.call("note_arrears_call", called("reached", "postponed"));
    assert_eq!(lit(&view).0, "deferral_request", "what the person wishes is not asked yet");
    assert_eq!(text(&view, "/happened/0/label"), "Solution à demander : report à la fin");
    let bank_is_late = |office: &mut Office| {
        office.moment = at("2027-04-01");
        let day = office.call("today", json!({})).to_string();
        office.moment = at("2027-03-20");
        day.contains("Relancer la Banque du Val au sujet du report.")
    };
    assert!(!bank_is_late(&mut office));
    office.call("open_paper", json!({ "dossier": dossier, "paper": "deferral_request_letter" }));
    let view = room(&mut office, dossier);
    assert_eq!(lit(&view).0, "solution_written", "the letter asks it");
    assert!(bank_is_late(&mut office), "and its answer is waited for");
    office.call("note_follow_up", event(dossier, "deferral_answered", "given", ""));
    let form = json!({ "kind": "postponed", "from": "3", "count": "1", "interest": "with_last", "amount": "", "day": "",
        "on": "", "rate": "", "keeps": "" });
    let agreed = json!({ "dossier": dossier, "form": form, "agreed_on": "20/03/2027", "note": "" });
    office.call("amend_loan", agreed);
    let view = room(&mut office, dossier);
    assert_eq!((&view["arrears"], text(&view, "/known")), (&Value::Null, "1 impayé, réglé par un report".to_owned()));
    assert_eq!(text(&view, "/strip/2/state"), "held");
    let none = office.refused("note_arrears_call", called("reached", ""));
    assert_refused(&none, FailureKind::Refused, None);
}

#[test]
fn everything_due_until_a_day_is_declared_in_one_entry() {
    let (mut office, dossier, _) = a_running_loan();
    office.moment = at("2027-05-20");
    office.call("declare_instalments", missed(dossier, "2"));
    let until = |day: &str| {
        json!({ "dossier": dossier, "from": "", "to": "", "declared": "paid", "told_by": "lender", "on": "", "note": "",
            "until": day })
    };
    let view = office.call("declare_instalments", until("10/04/2027"));
    assert_eq!(
        text(&view, "/standing/known"),
        "3 échéances déclarées payées sur 36, 1 impayée",
        "what is missed stays"
    );
    let again = office.refused("declare_instalments", until("10/04/2027"));
    assert_refused(&again, FailureKind::Refused, Some("until"));
    let ended = json!({ "dossier": dossier, "how": "attestation", "on": "", "note": "" });
    let view = office.call("settle_loan", ended.clone());
    assert_eq!(text(&view, "/standing/known"), "prêt soldé, appris le 20 mai 2027");
    assert_eq!(view["standing"]["missed"], json!(false), "the attestation settles the whole schedule");
    assert_eq!(office.refused("settle_loan", ended).kind, FailureKind::Refused);
    assert_eq!(room(&mut office, dossier)["arrears"], Value::Null);
}

#[test]
fn one_list_ticks_every_loan_of_a_bank() {
    let (mut office, first, bank) = a_running_loan();
    let mut loans = vec![first];
    for _ in 0..19 {
        loans.push(another(&mut office, &bank));
    }
    office.moment = at("2027-01-12");
    let list = office.call("bank_statement", json!({ "lender": "", "month": "" }));
    assert_eq!(text(&list, "/sentence"), "20 échéances de janvier 2027");
    assert_eq!(text(&list, "/expected/text"), "1 417,20 €");
    let mut answers: Vec<(i64, u32, &str)> = loans.iter().map(|id| (*id, 1, "paid")).collect();
    answers[4].2 = "missed";
    let before = office.dump();
    let wrong = office.refused("note_bank_statement", statement(&bank, "01/2027", "1417,20", &answers));
    assert_refused(&wrong, FailureKind::Refused, Some("total"));
    assert!(plain(&wrong.message).contains("70,86 € de plus"), "{}", wrong.message);
    assert_eq!(office.dump(), before, "nothing is noted");
    let list = office.call("note_bank_statement", statement(&bank, "01/2027", "1346,34", &answers));
    assert_eq!(list["rows"][0]["dossier"], json!(loans[4]), "the exception comes first");
    assert_eq!(text(&list, "/rows/0/answer"), "missed");
    assert_eq!((&list["rows"][0]["late"], &list["rows"][1]["late"]), (&json!(true), &json!(false)));
    office.moment = at("2027-02-12");
    let next = office.call("bank_statement", json!({ "lender": bank, "month": "02/2027" }));
    assert!(plain(&text(&next, "/rows/0/to_know")).ends_with("est impayée"), "{next}");
    assert_eq!(next["rows"][0]["late"], true, "what was not paid before is no good news");
    office.moment = at("2027-01-12");
    let noted = office.dump().matches("\"declared\"").count();
    office.call("note_bank_statement", statement(&bank, "01/2027", "", &answers));
    assert_eq!(office.dump().matches("\"declared\"").count(), noted, "an instalment is not declared twice");
    office.call("undo", json!({}));
    office.call("undo", json!({}));
    assert_eq!(office.dump().matches("\"missed\"").count(), before.matches("\"missed\"").count());
}

#[test]
fn a_death_stops_letters_and_calls_and_closes_with_this_cause() {
    let (mut office, dossier, _) = a_running_loan();
    office.moment = at("2027-03-20");
    office.call("declare_instalments", missed(dossier, "3"));
    let death = |insurance: &str, close: &str| json!({ "dossier": dossier, "on": "", "insurance": insurance, "note": "su par sa sœur", "close": close });
    let view = office.call("note_death", death("", ""));
    assert_eq!((&view["arrears"], &view["points"]), (&Value::Null, &json!([])), "nothing calls any more");
    assert!(text(&view, "/death/lines/1").contains("garantie de l’État prend fin"));
    assert_eq!(view["death"]["insurance_checked"], json!(false));
    assert!(
        view["death"]["heirs"].as_array().unwrap().iter().any(|row| row[0] == "Capital restant dû au jour du décès")
    );
    let view = office.call("note_death", death("aucune assurance au contrat", "yes"));
    assert_eq!((&view["death"]["insurance_checked"], &view["death"]["closed"]), (&json!(true), &json!(true)));
    let closed = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(text(&closed, "/stage/label"), "Clos");
}

#[test]
fn the_guarantee_of_laval_is_committed_called_and_left() {
    let mut office = an_office();
    let folded = office.call("guarantee_envelope", json!({}));
    assert_eq!(folded["used"], json!(false), "an office without such a product sees nothing");
    office.call(
        "copy_product_model",
        json!({ "model": "laval_restructuring", "label": "", "from": "01/01/2026", "source": "" }),
    );
    let set = sample("set_guarantee_envelope", &mut office, 0).unwrap();
    office.call("set_guarantee_envelope", set);
    let bank = a_bank(&mut office, "Banque du Val");
    let mut wide = crate::settings::signed(&bank, "01/09/2026", "4");
    wide["fields"]["products"] = json!([]);
    wide["fields"]["purposes"] = json!([]);
    office.call("sign_agreement", wide);
    let dossier = office.delmas();
    office.call("change_request", json!({ "dossier": dossier, "field": "received_on", "value": "12/10/2026" }));
    let field = |office: &mut Office, field: &str, value: &str| {
        office.call("change_request", json!({ "dossier": dossier, "field": field, "value": value }))
    };
    field(&mut office, "purpose", "debt_repayment");
    office.call("add_expense", json!({ "dossier": dossier, "label": "Dettes", "amount": "1 200" }));
    office.delmas_simulation(dossier, &bank);
    let products = office.call("products", json!({}));
    let laval = products["products"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["key"].as_str().unwrap().contains("laval_restructuring"));
    let key = laval.unwrap()["key"].clone();
    office.call("change_simulation", json!({ "dossier": dossier, "field": "amount", "value": "1200" }));
    office.call("change_simulation", json!({ "dossier": dossier, "field": "product", "value": key }));
    let envelope = |office: &mut Office| office.call("guarantee_envelope", json!({}));
    let figures =
        |view: &Value| ["committed", "called", "pending", "left"].map(|part| text(view, &format!("/{part}/text")));
    crate::decisions::decide_to_submit(&mut office, dossier);
    on(&mut office, "2026-11-20", "plan_support", dossier, json!({ "level": "regular", "budget": "office" }));
    on(&mut office, "2026-11-20", "submit_to_lender", dossier, json!({ "sent_on": "13/11/2026" }));
    assert_eq!(figures(&envelope(&mut office)), ["0,00 €", "0,00 €", "600,00 €", "5 000,00 €"]);
    on(&mut office, "2026-11-24", "note_approval", dossier, json!({}));
    assert_eq!(figures(&envelope(&mut office)), ["600,00 €", "0,00 €", "0,00 €", "4 400,00 €"]);
    let dates = json!({ "disbursed_on": "10/12/2026", "first_due_on": "10/01/2027" });
    on(&mut office, "2026-11-27", "sign_contract", dossier, dates);
    on(&mut office, "2026-12-10", "note_disbursement", dossier, json!({}));
    office.moment = at("2027-03-20");
    let view = envelope(&mut office);
    assert_eq!(text(&view, "/committed/text"), "552,70 €", "half of what is left: {}", view["rows"]);
    office.call("declare_instalments", missed(dossier, "1"));
    office.call("note_follow_up", event(dossier, "guarantee_called", "", "552,70"));
    let view = envelope(&mut office);
    assert_eq!(figures(&view), ["0,00 €", "552,70 €", "0,00 €", "4 447,30 €"]);
    assert_eq!(view["rows"][0]["dossier"], json!(dossier), "the dossier behind the figure");
}
