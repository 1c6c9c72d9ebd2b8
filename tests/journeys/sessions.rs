//! Sessions of the commission or the committee through the calls: what is asked of one, and what is refused.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::decisions::{a_bank, assessed, consented, input};
use crate::office::{Office, an_office, assert_refused, at, plain, text};
use crate::settings::version;

/// An office that meets in sessions.
pub fn with_sessions(office: &mut Office) {
    let fields = json!({ "committee": true, "guarantee": true, "refunds": true, "debts": true });
    let version = version("", "01/01/2026", "Délibération du 12 décembre 2025", "");
    office.call("set_office_uses", json!({ "version": version, "fields": fields }));
}

/// A session announced on a day, and its number.
pub fn announced(office: &mut Office, day: &str, kind: &str) -> i64 {
    let fields = json!({ "day": day, "at": "14h", "place": "salle des mariages", "kind": kind });
    office.call("announce_session", json!({ "fields": fields }))["session"]["id"].as_i64().unwrap()
}

/// A dossier that can be put on an agenda: one interview was held.
pub fn met(office: &mut Office, dossier: i64) {
    office.call("note_interview", input(dossier, json!({ "kind": "first_interview", "note": "Le projet." })));
}

/// The published dossier at a bank of that name, assessed and agreed to by the person, ready for a session.
pub fn to_be_heard(office: &mut Office, bank: &str) -> i64 {
    let bank = a_bank(office, bank);
    let dossier = office.delmas();
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, &bank);
    met(office, dossier);
    assessed(office, dossier);
    consented(office, dossier, "", "");
    dossier
}

pub fn list(office: &mut Office, session: i64, dossier: i64) -> Value {
    office.call("list_in_session", json!({ "session": session, "dossier": dossier, "matter": "request" }))
}

/// Calls somebody who comes, once a session is open.
pub fn presided(office: &mut Office, session: i64) {
    let fields = json!({ "name": "Odile Vasseur", "role": "élue, présidente", "attendance": "present" });
    office.call("add_attendee", json!({ "session": session, "fields": fields }));
}

/// The number of a dossier's place on the agenda.
pub fn item(view: &Value, place: usize) -> i64 {
    view["agenda"][place]["item"].as_i64().unwrap()
}

pub fn hear(session: i64, item: i64, form: Value) -> Value {
    json!({ "session": session, "item": item, "form": form })
}

/// One sound input of each call that writes sessions; nothing for another call.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Option<Value> {
    let calls = [
        "announce_session",
        "change_session",
        "cancel_session",
        "add_attendee",
        "change_attendee",
        "remove_attendee",
        "list_in_session",
        "move_on_agenda",
        "take_off_agenda",
        "hold_session",
        "hear_dossier",
        "close_minutes",
    ];
    if !calls.contains(&call) {
        return (call == "set_office_uses").then(|| {
            let version = version("", "", "Usage", "");
            let fields = json!({ "committee": true, "guarantee": true, "refunds": false, "debts": true });
            json!({ "version": version, "fields": fields })
        });
    }
    with_sessions(office);
    if call == "announce_session" {
        return Some(json!({ "fields": { "day": "26/11/2026", "at": "14h" } }));
    }
    let today = office.moment.today.format("%d/%m/%Y").to_string();
    let session = announced(office, &today, "internal_commission");
    let one = json!({ "session": session });
    let person = json!({ "session": session, "fields": { "name": "Odile Vasseur", "role": "élue, présidente" } });
    let later = json!({ "day": "10/12/2026", "at": "9h30", "kind": "internal_commission" });
    match call {
        "cancel_session" => return Some(one),
        "add_attendee" => return Some(person),
        "change_attendee" | "remove_attendee" => {
            let view = office.call("add_attendee", person);
            let attendee = view["attendees"][0]["id"].clone();
            let fields = json!({ "name": "Odile Vasseur", "attendance": "present" });
            let one = json!({ "session": session, "attendee": attendee });
            return Some(if call == "remove_attendee" {
                one
            } else {
                json!({ "session": session, "attendee": attendee, "fields": fields })
            });
        }
        _ => {}
    }
    met(office, dossier);
    if call == "list_in_session" {
        return Some(json!({ "session": session, "dossier": dossier, "matter": "request" }));
    }
    let other = office.request_of("Samira", "Vauclerc");
    let view = list(office, session, dossier);
    let place = item(&view, 0);
    match call {
        "change_session" => return Some(json!({ "session": session, "fields": later })),
        "take_off_agenda" => return Some(json!({ "session": session, "item": place })),
        "move_on_agenda" => {
            list(office, session, other);
            return Some(json!({ "session": session, "item": place, "place": 2 }));
        }
        "hold_session" => return Some(one),
        _ => {}
    }
    office.call("hold_session", one);
    let form = json!({ "result": "adjourned", "note": "Devis à revoir." });
    if call == "hear_dossier" {
        return Some(hear(session, place, form));
    }
    office.call("hear_dossier", hear(session, place, form));
    presided(office, session);
    Some(json!({ "session": session, "note": "La prochaine séance est en janvier.", "reason": "" }))
}

/// A call refused with a sentence, and nothing changed.
#[track_caller]
pub fn says(office: &mut Office, call: &str, input: Value, field: Option<&str>, sentence: &str) {
    let before = office.dump();
    let failure = office.refused(call, input);
    assert_eq!(office.dump(), before, "nothing is changed");
    assert_refused(&failure, FailureKind::Refused, field);
    assert_eq!(plain(&failure.message), sentence);
}

#[test]
fn an_office_without_sessions_sees_none_and_is_told_how_to_have_some() {
    let mut office = an_office();
    assert_eq!(office.call("sessions", json!({}))["used"], false);
    assert_eq!(office.call("today", json!({}))["session"], Value::Null);
    let fields = json!({ "fields": { "day": "26/11/2026" } });
    says(&mut office, "announce_session", fields, None, "Le bureau n’utilise pas les séances.");
    with_sessions(&mut office);
    announced(&mut office, "26/11/2026", "internal_commission");
    assert_eq!(office.call("sessions", json!({}))["used"], true);
    let title = text(&office.call("today", json!({})), "/session/title");
    assert_eq!(plain(&title), "Commission du jeudi 26 novembre 2026");
    office.moment = at("2026-11-27");
    assert_eq!(
        office.call("today", json!({}))["session"],
        Value::Null,
        "a session whose day is past is not the next one"
    );
}

#[test]
fn what_cannot_be_of_a_session_is_refused_with_a_sentence() {
    let mut office = an_office();
    office.moment = at("2026-11-20");
    with_sessions(&mut office);
    let dossier = office.delmas();
    met(&mut office, dossier);
    let session = announced(&mut office, "24/11/2026", "internal_commission");
    let one = json!({ "session": session });
    let again = json!({ "fields": { "day": "24/11/2026", "at": "14h", "kind": "internal_commission" } });
    let twice = "Commission du mardi 24 novembre 2026 est déjà annoncée.";
    says(&mut office, "announce_session", again, Some("day"), twice);
    says(&mut office, "announce_session", json!({ "fields": {} }), Some("day"), "Quel jour est la séance ?");
    let early = "La séance est le 24 novembre 2026 : elle se tient ce jour-là.";
    says(&mut office, "hold_session", one.clone(), None, early);

    let person = json!({ "session": session, "fields": { "name": "Odile Vasseur", "organisation": "Ville" } });
    let called = office.call("add_attendee", person.clone());
    let twice = "Odile Vasseur est déjà convoqué à cette séance.";
    says(&mut office, "add_attendee", person, Some("name"), twice);
    let attendee = called["attendees"][0]["id"].clone();
    let there = json!({ "name": "Odile Vasseur", "organisation": "Ville", "attendance": "present" });
    let there = json!({ "session": session, "attendee": attendee, "fields": there });
    let early = "La séance est le 24 novembre 2026 : la présence se note ce jour-là.";
    says(&mut office, "change_attendee", there, Some("attendance"), early);

    let listed = list(&mut office, session, dossier);
    let place = item(&listed, 0);
    let entry = json!({ "session": session, "dossier": dossier, "matter": "request" });
    let twice = "Ce dossier est déjà à l’ordre du jour du 24 novembre 2026.";
    says(&mut office, "list_in_session", entry, Some("dossier"), twice);
    let submit = hear(session, place, json!({ "direction": "submit" }));
    let closed = "La séance du 24 novembre 2026 n’est pas ouverte : rien ne s’y décide encore.";
    says(&mut office, "hear_dossier", submit, None, closed);
    says(&mut office, "cancel_session", one.clone(), None, "Des dossiers sont à l’ordre du jour de cette séance.");
    let note = json!({ "session": session, "note": "", "reason": "" });
    let open = "Cette séance n’est pas tenue : il n’y a pas de compte rendu à clore.";
    says(&mut office, "close_minutes", note.clone(), None, open);

    office.moment = at("2026-11-24");
    office.call("hold_session", one);
    says(&mut office, "close_minutes", note, None, "Un dossier n’a pas été vu.");
    let nothing = hear(session, place, json!({}));
    let decision = "La décision manque : transmettre, réorienter ou dire irrecevable.";
    says(&mut office, "hear_dossier", nothing, Some("direction"), decision);
    let elsewhere = hear(session, place, json!({ "direction": "redirect" }));
    let refused = office.refused("hear_dossier", elsewhere);
    assert_refused(&refused, FailureKind::Refused, Some("solutions"));
    let nobody =
        json!({ "direction": "redirect", "solutions": ["budget_support"], "opinions": [{ "says": "favorable" }] });
    says(&mut office, "hear_dossier", hear(session, place, nobody), Some("opinions"), "Qui donne cet avis ?");
    let put_off = json!({ "result": "adjourned", "adjourned_to": session.to_string() });
    let same = "Un dossier s’ajourne à une séance à venir.";
    says(&mut office, "hear_dossier", hear(session, place, put_off), Some("adjourned_to"), same);
    office.call("hear_dossier", hear(session, place, json!({ "result": "adjourned" })));
    let again = hear(session, place, json!({ "result": "adjourned" }));
    says(&mut office, "hear_dossier", again, None, "Ce dossier a déjà été vu à cette séance.");
    let nobody = "Personne n’est noté présent : un compte rendu dit qui a décidé.";
    says(&mut office, "close_minutes", json!({ "session": session, "note": "", "reason": "" }), None, nobody);
}

#[test]
fn a_dossier_of_a_later_agenda_passes_at_an_earlier_session() {
    let mut office = an_office();
    office.moment = at("2026-11-20");
    with_sessions(&mut office);
    let dossier = office.delmas();
    met(&mut office, dossier);
    let (sooner, later) = (
        announced(&mut office, "24/11/2026", "internal_commission"),
        announced(&mut office, "08/12/2026", "internal_commission"),
    );
    let view = list(&mut office, later, dossier);
    assert_eq!(text(&view, "/agenda/0/lacks"), "sans avis du référent");
    let offered = office.call("session", json!({ "session": sooner }))["waiting"][0].clone();
    assert_eq!((&offered["dossier"], &offered["from"]), (&json!(dossier), &json!(later)));
    assert_eq!(plain(&text(&offered, "/listed")), "inscrit au 8 décembre 2026");
    let moved = json!({ "session": sooner, "dossier": dossier, "matter": "request", "from": later });
    assert_eq!(office.call("list_in_session", moved.clone())["agenda"][0]["dossier"], json!(dossier));
    assert_eq!(office.call("session", json!({ "session": later }))["agenda"], json!([]));
    let before = office.dump();
    assert_eq!(office.refused("list_in_session", moved).kind, FailureKind::Gone, "it left that agenda");
    assert_eq!(office.dump(), before);
}

#[test]
fn a_session_gone_by_takes_a_dossier_only_when_it_was_added_there() {
    let mut office = an_office();
    office.moment = at("2026-11-20");
    with_sessions(&mut office);
    let dossier = office.delmas();
    met(&mut office, dossier);
    let session = announced(&mut office, "23/11/2026", "internal_commission");
    office.moment = at("2026-11-24");
    let entry = json!({ "session": session, "dossier": dossier, "matter": "request" });
    let past = "Cette séance était le 23 novembre 2026 : on n’y inscrit plus un dossier.";
    says(&mut office, "list_in_session", entry, Some("session"), past);
    says(&mut office, "hold_session", json!({ "session": session }), None, "Aucun dossier n’est à l’ordre du jour.");
    let entry = json!({ "session": session, "dossier": dossier, "matter": "request", "added_there": true });
    office.call("list_in_session", entry);
    office.call("hold_session", json!({ "session": session }));
}

#[test]
fn the_agenda_keeps_its_order_and_a_moved_session_takes_its_dossiers_along() {
    let mut office = an_office();
    office.moment = at("2026-11-20");
    with_sessions(&mut office);
    let (one, two) = (office.delmas(), office.request_of("Samira", "Vauclerc"));
    met(&mut office, one);
    met(&mut office, two);
    let session = announced(&mut office, "24/11/2026", "internal_commission");
    assert_eq!(office.call("session", json!({ "session": session }))["waiting"].as_array().unwrap().len(), 2);
    list(&mut office, session, one);
    let view = list(&mut office, session, two);
    assert!(view["waiting"].as_array().unwrap().is_empty(), "both are on the agenda");
    let moved = json!({ "session": session, "item": item(&view, 1), "place": 1 });
    let view = office.call("move_on_agenda", moved);
    assert_eq!(view["agenda"][0]["dossier"], json!(two));
    let stage = text(&office.call("dossier", json!({ "dossier": one })), "/stage/key");
    assert_eq!(stage, "session");
    let fields = json!({ "day": "01/12/2026", "at": "14h", "kind": "internal_commission" });
    let view = office.call("change_session", json!({ "session": session, "fields": fields }));
    assert_eq!(plain(&text(&view, "/session/title")), "Commission du mardi 1er décembre 2026");
    let off = office.call("take_off_agenda", json!({ "session": session, "item": item(&view, 0) }));
    assert_eq!(off["agenda"].as_array().unwrap().len(), 1);
    let stage = text(&office.call("dossier", json!({ "dossier": two })), "/stage/key");
    assert_eq!(stage, "assessment", "taken off the agenda, it waits for another");
    let off = json!({ "committee": false, "guarantee": true, "refunds": true, "debts": true });
    let version = version("", "02/12/2026", "Usage", "");
    let uses = json!({ "version": version, "fields": off });
    says(&mut office, "set_office_uses", uses, Some("committee"), "1 dossier attend une séance.");
}

#[test]
fn what_the_office_does_without_is_said_with_its_source() {
    let mut office = an_office();
    office.moment = at("2026-11-20");
    let delivered = office.call("office_uses", json!({}));
    with_sessions(&mut office);
    let uses = office.call("office_uses", json!({}));
    assert_eq!((&delivered["today"]["committee"], &uses["today"]["committee"]), (&json!(false), &json!(true)));
    let versions = uses["versions"].as_array().unwrap();
    assert_eq!(versions.len(), 2, "what was delivered stays readable: {uses}");
    assert_eq!(plain(&text(&uses, "/versions/0/version/source")), "Délibération du 12 décembre 2025");
}

#[test]
fn minutes_are_composed_closed_and_corrected_with_a_reason() {
    let mut office = an_office();
    office.moment = at("2026-11-20");
    with_sessions(&mut office);
    let dossier = office.delmas();
    met(&mut office, dossier);
    assessed(&mut office, dossier);
    let session = announced(&mut office, "20/11/2026", "internal_commission");
    let person = json!({ "name": "Odile Vasseur", "role": "élue, présidente", "attendance": "present" });
    office.call("add_attendee", json!({ "session": session, "fields": person }));
    let view = list(&mut office, session, dossier);
    office.call("hold_session", json!({ "session": session }));
    let form = json!({
        "direction": "redirect", "solutions": ["budget_support"], "reason": "Le budget d’abord.", "applicant": "yes",
        "opinions": [{ "who": "Odile Vasseur", "says": "favorable" }],
    });
    office.call("hear_dossier", hear(session, item(&view, 0), form));
    let note = json!({ "session": session, "note": "Prochaine séance en janvier.", "reason": "" });
    let view = office.call("close_minutes", note.clone());
    let said: Vec<String> =
        view["minutes"]["paragraphs"].as_array().unwrap().iter().map(|one| text(one, "/text")).collect();
    let said: Vec<String> = said.iter().map(|one| plain(one)).collect();
    assert_eq!(said[0], "Commission du vendredi 20 novembre 2026, 14 h, salle des mariages.");
    assert_eq!(said[1], "Présents : Odile Vasseur (élue, présidente).");
    assert!(said[2].contains("Avis : Odile Vasseur : favorable."), "{}", said[2]);
    assert!(said[2].contains("La demandeuse est présente."), "{}", said[2]);
    assert!(!said[2].contains("Delmas"), "minutes name dossiers by their reference");
    assert_eq!(said[3], "Prochaine séance en janvier.");
    assert_eq!(text(&view, "/minutes/closed"), "Clos le 20\u{a0}novembre\u{a0}2026".replace('\u{a0}', " "));
    says(
        &mut office,
        "close_minutes",
        note,
        Some("reason"),
        "Ce compte rendu est clos : dites pourquoi il est corrigé.",
    );
    office.moment = at("2026-11-24");
    let mended = json!({ "session": session, "note": "Prochaine séance le 12 janvier.", "reason": "date oubliée" });
    let view = office.call("close_minutes", mended);
    assert_eq!(text(&view, "/minutes/reason"), "date oubliée");
    assert_eq!(view["minutes"]["changed"], false);
}

/// A dossier with nothing but its interview: its letter lacks the address, the one that was not seen has none.
#[test]
fn what_is_read_in_the_room_names_nobody_when_asked_and_each_letter_says_what_it_waits_for() {
    let mut office = an_office();
    with_sessions(&mut office);
    let dossiers = [office.delmas(), office.delmas()];
    let today = office.moment.today.format("%d/%m/%Y").to_string();
    let session = announced(&mut office, &today, "internal_commission");
    for dossier in dossiers {
        met(&mut office, dossier);
        list(&mut office, session, dossier);
    }
    let view = office.call("hold_session", json!({ "session": session }));
    let asked = |nameless: bool| json!({ "session": session, "item": item(&view, 0), "nameless": nameless });
    let named = office.call("session_brief", asked(false));
    assert_eq!(named["figures"].as_array().unwrap().len(), 3);
    let nameless = office.call("session_brief", asked(true));
    assert!(!nameless.to_string().contains("Delmas"), "{nameless}");

    office.call("hear_dossier", hear(session, item(&view, 0), json!({ "result": "adjourned" })));
    let letters = office.call("session_letters", json!({ "session": session }));
    assert_eq!(plain(&text(&letters, "/sentence")), "Aucune lettre n’est prête sur 2.");
    assert!(plain(&text(&letters, "/rows/0/what")).starts_with("Manque : "), "{letters}");
    assert!(!text(&letters, "/rows/0/paper").is_empty(), "it goes out with a line to write on");
    let unseen = (text(&letters, "/rows/1/paper"), &letters["rows"][1]["room"]);
    assert_eq!(unseen, (String::new(), &Value::Null), "{letters}");
}
