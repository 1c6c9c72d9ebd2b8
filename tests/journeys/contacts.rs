//! Time spent: what dossiers say of it, what is noted without one, what the bilan makes of both.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::office::{Office, assert_refused, at, plain, text};

/// One sound input of each call about time spent; nothing for another call.
pub fn sample(call: &str, office: &mut Office) -> Option<Value> {
    match call {
        "note_work_time" => Some(spent("", "meetings", "1 h 30")),
        "remove_work_time" => {
            let view = office.call("note_work_time", spent("", "training", "60"));
            Some(json!({ "id": view["rows"][0]["id"] }))
        }
        _ => None,
    }
}

fn spent(on: &str, kind: &str, minutes: &str) -> Value {
    json!({ "on": on, "kind": kind, "minutes": minutes, "note": "comité de pilotage" })
}

fn measured(office: &mut Office, key: &str) -> String {
    let data = office.call("report_data", json!({ "year": "2026", "from": "", "to": "" }));
    let found = data["indicators"].as_array().unwrap().iter().find(|one| one["key"] == key).unwrap().clone();
    found["value"].as_str().unwrap_or_default().to_owned()
}

/// 1 h 30 of meeting, 50 minutes of appointment and 10 of a first call are 2 h 30; a full time being 1 607 hours, they
/// are 0,00156 of one, which is nothing at two decimals; 803 h 30 more are half of one.
#[test]
fn hours_add_up_with_and_without_a_dossier_and_make_a_full_time_equivalent() {
    let (mut office, dossier, _) = crate::decisions::a_dossier();
    office.call("note_work_time", spent("18/11/2026", "meetings", "1 h 30"));
    let agreed = json!({ "dossier": dossier, "on": "20/11/2026", "at": "10 h", "kind": "", "place": "", "note": "" });
    let view = office.call("set_appointment", agreed);
    assert_eq!(plain(&text(&view, "/next/at")), "10 h");
    let held = json!({ "dossier": dossier, "outcome": "held", "minutes": "50", "note": "" });
    office.call("settle_appointment", held);
    let mut call = crate::office::a_request("Yannick", "Peltrault");
    call["screening"] = json!({ "outcome": "information_only", "minutes": "10" });
    office.call("record_request", call);
    assert_eq!(measured(&mut office, "work_hours"), "2.50");
    assert_eq!(measured(&mut office, "full_time_equivalent"), "0.00");
    for day in 1..=20 {
        let on = format!("{day:02}/10/2026");
        office.call("note_work_time", spent(&on, "files", "24 h"));
        office.call("note_work_time", spent(&on, "training", "16 h"));
    }
    assert_eq!(measured(&mut office, "work_hours"), "802.50");
    assert_eq!(measured(&mut office, "full_time_equivalent"), "0.50");
    let before = json!({ "year": "2025", "from": "", "to": "" });
    let data = office.call("report_data", before);
    let hours = data["indicators"].as_array().unwrap().iter().find(|one| one["key"] == "work_hours").unwrap();
    assert_eq!(hours["value"], Value::Null, "each on its day, and no time noted is no hour");
}

#[test]
fn what_is_noted_is_shown_and_taken_out_and_what_is_not_time_is_refused() {
    let mut office = crate::office::an_office();
    for (on, kind, minutes, field) in [
        ("21/11/2026", "meetings", "60", "on"),
        ("", "", "60", "kind"),
        ("", "sieste", "60", "kind"),
        ("", "meetings", "", "minutes"),
        ("", "meetings", "30 h", "minutes"),
        ("", "meetings", "longtemps", "minutes"),
    ] {
        assert_refused(&office.refused("note_work_time", spent(on, kind, minutes)), FailureKind::Refused, Some(field));
    }
    let view = office.call("note_work_time", spent("", "partners", "1 h 05"));
    assert_eq!(plain(&text(&view, "/rows/0/length")), "1 h 05");
    let one = json!({ "id": view["rows"][0]["id"] });
    let view = office.call("remove_work_time", one.clone());
    assert_eq!(view["rows"].as_array().unwrap().len(), 0);
    assert_eq!(office.refused("remove_work_time", one).kind, FailureKind::Gone);
    office.call("undo", json!({}));
    assert_eq!(office.call("work_times", json!({}))["rows"].as_array().unwrap().len(), 1);
    office.moment = at("2026-11-21");
}

#[test]
fn two_appointments_at_one_hour_are_told_and_a_moved_one_keeps_its_place() {
    let (mut office, dossier, _) = crate::decisions::a_dossier();
    let other = office.request_of("Yannick", "Peltrault");
    let agreed = |dossier: i64, on: &str, hour: &str, place: &str| json!({ "dossier": dossier, "on": on, "at": hour, "kind": "", "place": place, "note": "" });
    office.call("set_appointment", agreed(other, "20/11/2026", "14 h 30", "bureau 1"));
    let view = office.call("set_appointment", agreed(dossier, "20/11/2026", "14h30", "bureau 2"));
    assert_eq!(view["appointment"]["beside"], json!(["Yannick Peltrault"]), "told, not refused");
    let rows = office.call("today", json!({}))["appointments"][0]["rows"].clone();
    for row in rows.as_array().unwrap() {
        assert_eq!((&row["is_doubled"], &row["has_come"]), (&json!(true), &json!(true)), "{row}");
    }
    let view = office.call("set_appointment", agreed(dossier, "23/11/2026", "14 h 30", ""));
    assert_eq!(view["appointment"]["beside"], json!([]), "another day");
    assert_eq!(text(&view, "/appointment/place"), "bureau 2", "only its day changed");
    let days = office.call("today", json!({}))["appointments"].clone();
    assert_eq!(days[1]["rows"][0]["has_come"], false);
    assert_eq!(days[0]["rows"][0]["is_doubled"], false);
    office.call("undo", json!({}));
    let view = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(view["appointment"]["on"]["iso"], "2026-11-20");
}

#[test]
fn an_appointment_nobody_told_of_keeps_its_answers_until_someone_does() {
    let (mut office, dossier, _) = crate::decisions::a_dossier();
    let agreed = |on: &str| json!({ "dossier": dossier, "on": on, "at": "14 h 30", "kind": "", "place": "bureau 2", "note": "" });
    office.call("set_appointment", agreed("20/11/2026"));
    let row = |view: &Value| view["appointments"][0]["rows"][0].clone();
    assert_eq!(row(&office.call("today", json!({})))["is_late"], false);
    office.moment = at("2026-12-03");
    let view = office.call("today", json!({}));
    let (one, day) = (row(&view), text(&view, "/appointments/0/day"));
    assert_eq!((&one["has_come"], &one["is_late"]), (&json!(true), &json!(true)), "two weeks later: {view}");
    assert_eq!(plain(&day), "20 nov.");
    let said = plain(&text(&view, "/sentence"));
    assert!(said.contains("en retard"), "{said}");
    assert!(!view["groups"].to_string().contains("confirm_appointment"), "nobody confirms what is gone by: {view}");
    let agenda = office.call("draw_paper", json!({ "paper": "agenda" }))["pages"].to_string();
    assert!(
        plain(&agenda).contains("14 h 30") && agenda.contains("sans suite notée"),
        "the sheet to take along has it too: {agenda}"
    );
    let missed = json!({ "dossier": dossier, "outcome": "missed", "minutes": "", "note": "" });
    office.call("settle_appointment", missed);
    assert!(office.call("today", json!({}))["appointments"].as_array().unwrap().is_empty());
    office.call("undo", json!({}));
    let held = json!({ "dossier": dossier, "outcome": "held", "minutes": "30", "note": "" });
    office.call("settle_appointment", held);
    let decisions = office.call("decisions", json!({ "dossier": dossier }));
    assert_eq!(decisions["interviews"][0]["on"]["iso"], "2026-11-20", "held on its day");
    office.call("undo", json!({}));
    office.call("set_appointment", agreed("07/12/2026"));
    let view = office.call("today", json!({}));
    assert!(view["appointments"].as_array().unwrap().is_empty(), "moved beyond this week: {view}");
}

/// Every paper a dossier can print, read through: none says what was kept for the office.
#[test]
fn a_private_note_is_on_no_paper_of_the_dossier() {
    let (mut office, dossier, _) = crate::decisions::a_dossier();
    let form = json!({ "kind": "private_note", "minutes": "5", "note": "Chuchoté : son frère profite d’elle." });
    office.call("note_interview", json!({ "dossier": dossier, "form": form, "next": {} }));
    let form = json!({ "kind": "first_interview", "minutes": "60", "note": "Budget, version 1." });
    office.call("note_interview", json!({ "dossier": dossier, "form": form, "next": {} }));
    let papers = office.call("papers", json!({ "dossier": dossier }));
    let keys: Vec<String> = papers["papers"].as_array().unwrap().iter().map(|paper| text(paper, "/key")).collect();
    let mut read = Vec::new();
    for key in &keys {
        let Ok(drawn) = office.try_call("draw_paper", json!({ "dossier": dossier, "paper": key })) else { continue };
        let words = plain(&drawn["pages"].to_string());
        assert!(!words.contains("Chuchoté") && !words.contains("profite"), "{key} prints a private note");
        read.push(key.as_str());
    }
    assert!(read.contains(&"bank_file"), "{read:?}");
    let agenda = office.call("draw_paper", json!({ "paper": "agenda" })).to_string();
    assert!(!agenda.contains("Chuchoté"));
}

#[test]
fn a_note_printed_nowhere_is_given_to_the_person_it_is_about() {
    let mut office = crate::office::an_office();
    let dossier = office.delmas();
    let form =
        json!({ "kind": "private_note", "minutes": "", "note": "Fatiguée, Lina aussi : rappeler avant l’échéance." });
    office.call("note_interview", json!({ "dossier": dossier, "form": form, "next": {} }));
    let held = office.call("person_held", json!({ "dossier": dossier }));
    let again = "Avec 1 note de travail : à relire avant de remettre, un tiers peut y être reconnu.";
    assert!(plain(&text(&held, "/sentence")).ends_with(again), "{held}");
    let folder = tempfile::tempdir().unwrap();
    office.files.offer("out", folder.path().to_owned());
    let saved = office.call("export_person", json!({ "dossier": dossier, "folder": "out" }));
    assert!(plain(&text(&saved, "/sentence")).contains(again), "{saved}");
    let paper = folder.path().join("ce-que-nous-avons-2026-001/ce-que-nous-avons-sur-vous.pdf");
    let pages = documents::raster::Pages::read(std::fs::read(paper).unwrap()).unwrap();
    let said: String = (0..pages.count()).map(|page| plain(&pages.text(page).unwrap())).collect();
    assert!(said.contains("Notes de travail de qui suit le dossier"), "{said}");
    assert!(said.contains("Fatiguée, [membre du foyer] aussi"), "{said}");
    assert_eq!(said.matches("Fatiguée").count(), 1, "once, apart from what happened");
}

#[test]
fn an_aid_refused_or_without_object_has_its_reason() {
    let (mut office, dossier, _) = crate::decisions::a_dossier();
    let aid = |status: &str, reason: &str| {
        json!({ "dossier": dossier, "provider": "Caf", "label": "prêt d’honneur", "status": status, "asked_on": "",
                "answered_on": "", "amount": "", "reason": reason })
    };
    let before = office.dump();
    for status in ["refused", "not_applicable"] {
        assert_refused(&office.refused("add_aid", aid(status, " ")), FailureKind::Refused, Some("reason"));
    }
    assert_eq!(office.dump(), before, "nothing is written");
    office.call("add_aid", aid("refused", "quotient familial trop haut"));
    office.call("add_aid", aid("not_applicable", "sans enfant à charge"));
    office.call("add_aid", aid("asked", ""));
}

#[test]
fn hours_stay_in_the_bilan_once_their_dossier_is_erased() {
    let mut office = crate::office::an_office();
    let dossier = office.request_of("Régis", "Aumontel");
    let form = json!({ "kind": "phone_screening", "minutes": "45", "note": "" });
    office.call("note_interview", json!({ "dossier": dossier, "form": form, "next": {} }));
    let stop = json!({ "dossier": dossier, "form": { "reason": "plus besoin" }, "next": {} });
    office.call("drop_request", stop);
    assert_eq!(measured(&mut office, "work_hours"), "0.75");
    let reference = text(&office.call("dossier", json!({ "dossier": dossier })), "/reference");
    let erasing = json!({ "dossier": dossier, "typed_reference": reference, "reason": "asked_by_person",
                          "decided_on": "", "keeps_figures": true });
    office.call("erase_dossier", erasing);
    assert_eq!(measured(&mut office, "work_hours"), "0.75", "the time was spent, whoever it was for");
}

#[test]
fn a_call_without_a_name_is_counted_and_no_dossier_is_made_of_it() {
    let mut office = crate::office::an_office();
    assert_eq!(measured(&mut office, "unnamed_calls"), "0");
    office.call("note_work_time", spent("18/11/2026", store::UNNAMED_CALL, "10"));
    office.call("note_work_time", spent("18/11/2026", store::UNNAMED_CALL, "5"));
    assert_eq!(
        (measured(&mut office, "unnamed_calls").as_str(), measured(&mut office, "requests").as_str()),
        ("2", "0")
    );
    assert_eq!(measured(&mut office, "work_hours"), "0.25");
}
