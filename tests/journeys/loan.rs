//! The room « Prêt »: what was signed, what the bank changes, what is said of each instalment, repaying early.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::decisions::{a_bank, a_dossier, approved, on};
use crate::office::{Office, assert_refused, at, plain, text};

/// A loan of 2 400 € at 4 % over 36 months, paid on 10 December 2026, due on the tenth of each month from January.
fn a_running_loan() -> (Office, i64) {
    let (mut office, dossier, _) = a_dossier();
    run(&mut office, dossier);
    (office, dossier)
}

fn signed(office: &mut Office, dossier: i64) {
    approved(office, dossier);
    let dates = json!({ "disbursed_on": "10/12/2026", "first_due_on": "10/01/2027" });
    on(office, "2026-11-27", "sign_contract", dossier, dates);
}

fn run(office: &mut Office, dossier: i64) {
    signed(office, dossier);
    on(office, "2026-12-10", "note_disbursement", dossier, json!({}));
}

fn room(office: &mut Office, dossier: i64) -> Value {
    office.call("loan", json!({ "dossier": dossier }))
}

fn change(kind: &str, fields: Value) -> Value {
    let mut form = json!({ "kind": kind, "from": "", "count": "", "interest": "", "amount": "", "day": "", "on": "",
        "rate": "", "keeps": "" });
    for (field, value) in fields.as_object().unwrap() {
        form[field] = value.clone();
    }
    form
}

fn tried(office: &mut Office, dossier: i64, form: Value) -> Value {
    office.call("try_amendment", json!({ "dossier": dossier, "form": form }))
}

fn agreed(dossier: i64, form: Value, day: &str) -> Value {
    json!({ "dossier": dossier, "form": form, "agreed_on": day, "note": "courriel de la banque" })
}

fn said(dossier: i64, (from, to): (&str, &str), declared: &str) -> Value {
    json!({ "dossier": dossier, "from": from, "to": to, "declared": declared, "told_by": "lender", "on": "", "note": "" })
}

/// One sound input of each call that writes in the room; nothing for another call.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Option<Value> {
    if !["amend_loan", "declare_instalments"].contains(&call) {
        return None;
    }
    let bank = a_bank(office, "Banque du Val");
    office.call("change_request", json!({ "dossier": dossier, "field": "received_on", "value": "12/10/2026" }));
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, &bank);
    run(office, dossier);
    office.moment = at("2027-03-20");
    Some(match call {
        "amend_loan" => {
            let form = change("postponed", json!({ "from": "4", "count": "1", "interest": "with_last" }));
            agreed(dossier, form, "20/03/2027")
        }
        _ => said(dossier, ("1", "3"), "paid"),
    })
}

fn row(view: &Value, place: usize) -> (String, String, String) {
    let row = &view["rows"][place];
    let of = |field: &str| plain(row.pointer(field).and_then(Value::as_str).unwrap_or("–"));
    (of("/numbers"), of("/now/to_pay"), of("/state"))
}

fn is(row: (String, String, String), expected: (&str, &str, &str)) {
    assert_eq!((row.0.as_str(), row.1.as_str(), row.2.as_str()), expected);
}

#[test]
fn the_room_says_what_opens_it_until_the_contract_is_signed() {
    let (mut office, dossier, _) = a_dossier();
    let view = room(&mut office, dossier);
    assert!(text(&view, "/closed").starts_with("S’ouvre à la signature"));
    assert_eq!((&view["running"], &view["standing"]), (&json!(false), &Value::Null));
    signed(&mut office, dossier);
    let view = room(&mut office, dossier);
    assert_eq!((text(&view, "/closed"), &view["running"]), (String::new(), &json!(false)));
    assert_eq!(text(&view, "/standing/signed"), "signé le 27 novembre 2026, Banque du Val");
    let form = change("full_repayment", json!({ "on": "10/06/2027" }));
    let failure = office.refused("try_amendment", json!({ "dossier": dossier, "form": form }));
    assert_eq!(failure.kind, FailureKind::Refused, "nothing is changed before the money is paid");
}

#[test]
fn a_loan_that_was_signed_explains_every_figure() {
    let (mut office, dossier) = a_running_loan();
    let view = room(&mut office, dossier);
    assert_eq!(view["running"], json!(true));
    let figures = view["standing"]["figures"].as_array().unwrap().clone();
    let value = |label: &str| {
        let figure = figures.iter().find(|figure| figure["label"] == label).unwrap();
        let explained = &figure["explained"];
        if !explained.is_null() {
            assert_eq!(explained["result"], figure["value"], "{label}");
        }
        plain(figure["value"].as_str().unwrap())
    };
    assert_eq!(value("Mensualité"), "70,86 €");
    assert_eq!(value("Dernière"), "70,77 €");
    assert_eq!(value("Coût total"), "150,87 €");
    assert_eq!(value("TAEG"), "4,07 %");
    assert_eq!(value("Argent versé"), "2 400,00 €, le 10 décembre 2026");
    assert_eq!(text(&view, "/standing/known"), "aucun incident connu");
    assert_eq!(text(&view, "/standing/each_month"), "le 10 de chaque mois");
    is(row(&view["standing"], 0), ("1", "70,86", "à venir"));
    is(row(&view["standing"], 1), ("2–35", "2 409,24", "à venir"));
    is(row(&view["standing"], 2), ("36", "70,77", "à venir"));
}

#[test]
fn silence_is_never_a_payment() {
    let (mut office, dossier) = a_running_loan();
    office.moment = at("2027-03-20");
    let view = room(&mut office, dossier);
    is(row(&view["standing"], 0), ("1–3", "212,58", "aucun incident connu"));
    let view = office.call("declare_instalments", said(dossier, ("1", "2"), "paid"));
    assert_eq!(text(&view, "/standing/known"), "2 échéances déclarées payées sur 36, aucun incident connu");
    is(row(&view["standing"], 0), ("1", "70,86", "Payée"));
    assert_eq!(text(&view, "/standing/rows/0/told"), "la banque, aujourd’hui");
    is(row(&view["standing"], 2), ("3", "70,86", "aucun incident connu"));
    let view = office.call("declare_instalments", said(dossier, ("3", ""), "missed"));
    assert_eq!(text(&view, "/standing/known"), "2 échéances déclarées payées sur 36, 1 impayée");
    assert_eq!(view["standing"]["missed"], json!(true));
    assert_eq!(text(&view, "/standing/declarable/0/label"), "10 mars 2027, impayée");
    let view = office.call("declare_instalments", said(dossier, ("3", "3"), "paid_late"));
    assert_eq!(view["standing"]["missed"], json!(false));
    assert_eq!(view["standing"]["declarable"], json!([]), "nothing more is due");
    office.call("undo", json!({}));
    assert_eq!(room(&mut office, dossier)["standing"]["missed"], json!(true), "the last declaration is undone");
}

#[test]
fn what_is_not_due_or_already_said_cannot_be_declared() {
    let (mut office, dossier) = a_running_loan();
    office.moment = at("2027-03-20");
    office.call("declare_instalments", said(dossier, ("1", "2"), "paid"));
    let before = office.dump();
    for ((from, to), declared, field, says) in [
        (("2", "3"), "paid", "from", "L’échéance 2 est déjà déclarée"),
        (("1", "1"), "paid_late", "from", "déjà déclarée"),
        (("3", "4"), "paid", "to", "L’échéance 4, du 10 avril 2027, n’était pas encore due"),
        (("0", "1"), "paid", "to", "n’a pas ces échéances"),
        (("36", "37"), "paid", "to", "n’a pas ces échéances"),
        (("3", "2"), "paid", "to", "n’a pas ces échéances"),
        (("", ""), "paid", "from", "quelle échéance"),
    ] {
        let failure = office.refused("declare_instalments", said(dossier, (from, to), declared));
        assert_refused(&failure, FailureKind::Refused, Some(field));
        assert!(plain(&failure.message).contains(says), "{}", failure.message);
    }
    assert_eq!(office.dump(), before, "nothing is changed");
}

#[test]
fn a_change_is_tried_then_kept_once_the_bank_agreed_and_undone() {
    let (mut office, dossier) = a_running_loan();
    office.moment = at("2027-03-20");
    office.call("declare_instalments", said(dossier, ("1", "2"), "paid"));
    office.call("declare_instalments", said(dossier, ("3", ""), "missed"));
    let before = office.dump();
    let form = change("postponed", json!({ "from": "3", "count": "1", "interest": "with_last" }));
    let trial = tried(&mut office, dossier, form.clone());
    assert_eq!(text(&trial, "/title"), "Report d’une échéance");
    assert_eq!(text(&trial, "/cost_text"), "+ 7,58 €", "2 274,07 × 4 % ÷ 12");
    assert_eq!(trial["explained"]["result"], trial["cost"]["text"]);
    assert_eq!(
        (text(&trial, "/total_before/text"), text(&trial, "/total_after/text")),
        ("2 550,87 €".into(), "2 558,45 €".into())
    );
    assert_eq!(text(&trial, "/ends_on/text"), "10 janvier 2030");
    let held = trial["rows"].as_array().unwrap().iter().find(|row| row["numbers"] == "3").unwrap();
    assert_eq!(
        (&held["before"]["to_pay"], &held["now"]["to_pay"], &held["changed"]),
        (&json!("70,86"), &json!("0,00"), &json!(true))
    );
    assert_eq!(office.dump(), before, "a trial is not kept");
    let failure = office.refused("amend_loan", agreed(dossier, form.clone(), ""));
    assert_refused(&failure, FailureKind::Refused, Some("agreed_on"));
    let view = office.call("amend_loan", agreed(dossier, form, "20/03/2027"));
    assert_eq!(text(&view, "/standing/versions/1/title"), "Version 2, report d’une échéance");
    assert_eq!(text(&view, "/standing/versions/1/agreed"), "accord du 20 mars 2027");
    assert_eq!(text(&view, "/standing/total_signed/text"), "2 550,87 €");
    assert_eq!(text(&view, "/standing/total_now/text"), "2 558,45 €");
    let rows = view["standing"]["rows"].as_array().unwrap().clone();
    let last = rows.last().unwrap();
    assert_eq!(
        (&last["numbers"], &last["before"], &last["state"]),
        (&json!("37"), &Value::Null, &json!("fin décalée"))
    );
    assert_eq!(last["now"]["to_pay"], json!("78,35"));
    let head = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(text(&head, "/loan/sentence"), "2 400,00 € sur 36 mois", "the head keeps to the contract");
    let early = json!({ "dossier": dossier, "how": "early", "on": "15/03/2027", "amount": "", "note": "" });
    let failure = office.refused("settle_loan", early);
    assert_refused(&failure, FailureKind::Refused, Some("on"));
    assert!(plain(&failure.message).contains("accordé le 20 mars 2027"), "{}", failure.message);
    office.call("undo", json!({}));
    assert_eq!(office.dump(), before, "to the letter");
}

#[test]
fn every_change_is_tried_with_its_cost() {
    let (mut office, dossier) = a_running_loan();
    office.moment = at("2027-03-20");
    for (kind, fields, title) in [
        ("postponed", json!({ "from": "4", "count": "3" }), "Report de plusieurs échéances"),
        ("interest_only", json!({ "from": "4", "count": "2" }), "Intérêts seuls quelques mois"),
        ("end_shifted", json!({ "from": "4", "count": "6" }), "Fin décalée"),
        ("new_instalment", json!({ "from": "4", "amount": "60" }), "Nouvelle mensualité"),
        ("due_day", json!({ "from": "4", "day": "10" }), "Autre jour de prélèvement"),
        ("partial_repayment", json!({ "on": "20/04/2027", "amount": "500", "keeps": "end" }), "Remboursement partiel"),
        ("full_repayment", json!({ "on": "10/06/2027" }), "Remboursement de tout"),
        ("rate_lowered", json!({ "from": "4", "rate": "2", "keeps": "instalment" }), "Taux plus bas"),
    ] {
        let trial = tried(&mut office, dossier, change(kind, fields));
        assert_eq!(text(&trial, "/title"), title);
        assert_eq!(trial["explained"]["result"], trial["cost"]["text"], "{kind}");
        assert!(!trial["rows"].as_array().unwrap().is_empty());
    }
}

#[test]
fn a_change_that_cannot_be_is_refused_at_its_field() {
    let (mut office, dossier) = a_running_loan();
    office.moment = at("2027-03-20");
    office.call("declare_instalments", said(dossier, ("1", "3"), "paid"));
    for (kind, fields, field) in [
        ("", json!({}), "kind"),
        ("postponed", json!({}), "from"),
        ("postponed", json!({ "from": "3" }), "from"),
        ("postponed", json!({ "from": "37" }), "from"),
        ("postponed", json!({ "from": "4", "count": "0" }), "count"),
        ("end_shifted", json!({ "from": "4", "count": "9999" }), "count"),
        ("new_instalment", json!({ "from": "4" }), "amount"),
        ("new_instalment", json!({ "from": "4", "amount": "1" }), "amount"),
        ("due_day", json!({ "from": "4", "day": "32" }), "day"),
        ("partial_repayment", json!({ "on": "20/04/2027", "amount": "2300" }), "amount"),
        ("full_repayment", json!({ "on": "11/12/2029" }), "on"),
        ("full_repayment", json!({ "on": "09/12/2026" }), "on"),
        ("rate_lowered", json!({ "from": "4", "rate": "4" }), "rate"),
    ] {
        let form = change(kind, fields.clone());
        let failure = office.refused("try_amendment", json!({ "dossier": dossier, "form": form }));
        assert_refused(&failure, FailureKind::Refused, Some(field));
        let failure = office.refused("amend_loan", agreed(dossier, form, "20/03/2027"));
        assert_refused(&failure, FailureKind::Refused, Some(field));
    }
}

#[test]
fn repaying_early_says_what_is_due_and_what_is_spared() {
    let (mut office, dossier) = a_running_loan();
    office.moment = at("2027-03-20");
    let early = |office: &mut Office, on: &str| office.call("early_repayment", json!({ "dossier": dossier, "on": on }));
    let view = early(&mut office, "10/06/2027");
    assert_eq!(text(&view, "/on/text"), "10 juin 2027");
    assert_eq!(view["explained"]["result"], view["to_pay"]["text"]);
    assert_eq!(text(&view, "/to_pay/text"), "2 090,55 €");
    assert_eq!(view["missed"], Value::Null);
    assert!(view["explained"]["notes"].to_string().contains("Aucune indemnité"), "{view}");
    office.call("declare_instalments", said(dossier, ("3", ""), "missed"));
    let view = early(&mut office, "10/06/2027");
    assert_eq!(text(&view, "/missed/text"), "70,86 €");
    let between = early(&mut office, "");
    assert_eq!(text(&between, "/on/text"), "20 mars 2027");
    let failure = office.refused("early_repayment", json!({ "dossier": dossier, "on": "31/02/2027" }));
    assert_refused(&failure, FailureKind::Refused, Some("on"));
}

/// The contract tried beside what was granted; then the steps of the room, the one of the moment first.
#[test]
fn a_contract_is_tried_beside_the_simulation_and_the_steps_follow_the_life_of_the_loan() {
    let (mut office, dossier, _) = a_dossier();
    approved(&mut office, dossier);
    office.moment = at("2026-11-27");
    let steps = |office: &mut Office| office.call("loan_steps", json!({ "dossier": dossier }));
    let life = steps(&mut office);
    assert_eq!((&life["granted"], &life["current"]), (&json!(true), &json!("contract")));
    let dates = json!({ "disbursed_on": "10/12/2026", "first_due_on": "10/01/2027" });
    let tried =
        |office: &mut Office, form: Value| office.call("try_contract", json!({ "dossier": dossier, "form": form }));
    let same = tried(&mut office, json!({}));
    assert!(same["rows"].as_array().unwrap().iter().all(|row| row["difference"] == ""), "{same}");
    let odd = tried(&mut office, json!({ "taeg": "9,50" }));
    assert_eq!(odd["questions"].as_array().unwrap().len(), 1, "nothing gives this rate: it is a question");
    // Two days late: two days of interest fewer in the first instalment, and the schedule follows the contract.
    let late = json!({ "disbursed_on": "12/12/2026", "first_due_on": "10/01/2027", "first_instalment": "70,33" });
    let late = tried(&mut office, late);
    let row = late["rows"].as_array().unwrap().iter().find(|row| row["field"] == "").unwrap();
    assert_eq!(
        (plain(&text(row, "/stated")), plain(&text(row, "/difference"))),
        ("150,34 €".into(), "0,53 € de moins".into())
    );
    assert_eq!((late["explained"].as_array().unwrap().len(), late["questions"].as_array().unwrap().len()), (1, 0));

    on(&mut office, "2026-11-27", "sign_contract", dossier, dates);
    assert_eq!(text(&steps(&mut office), "/steps/1/sentence"), "36, du 10 janvier 2027 au 10 décembre 2029");
    on(&mut office, "2026-12-10", "note_disbursement", dossier, json!({}));
    office.moment = at("2027-03-20");
    assert_eq!(steps(&mut office)["current"], "instalments");
    let view = room(&mut office, dossier);
    assert_eq!(plain(&text(&view, "/standing/due_until/0/act")), "Noter 3 échéances payées, 212,58 €");
    let changes = view["standing"]["changes"].as_array().unwrap();
    assert_eq!(plain(&text(&changes[1], "/what")), "60,00 €, 7 mois de plus");
    office.call("declare_instalments", said(dossier, ("3", "3"), "missed"));
    let life = steps(&mut office);
    assert_eq!((&life["current"], &life["steps"][2]["state"]), (&json!("arrears"), &json!("late")));
}
