//! The end of a loan: the questionnaire, the refund proved instalment by instalment, the account, the closing.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::follow_up::a_running_loan;
use crate::office::{Office, assert_refused, at, plain, text};

/// One sound input of each call of the end of a loan; nothing for another call.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Option<Value> {
    let calls = [
        "answer_survey",
        "decide_refund",
        "note_refund_paid",
        "withdraw_testimony",
        "set_quoted",
        "close_dossier",
        "start_new_project",
        "set_appointment",
        "settle_appointment",
    ];
    if !calls.contains(&call) {
        return None;
    }
    if ["set_appointment", "settle_appointment", "start_new_project"].contains(&call) {
        let agreed =
            json!({ "dossier": dossier, "on": "20/11/2026", "at": "10 h", "kind": "", "place": "", "note": "" });
        if call == "settle_appointment" {
            office.call("set_appointment", agreed.clone());
        }
        return Some(match call {
            "set_appointment" => agreed,
            "settle_appointment" => json!({ "dossier": dossier, "outcome": "held", "minutes": "45", "note": "" }),
            _ => json!({ "dossier": dossier, "project": "permis de conduire" }),
        });
    }
    let bank = crate::decisions::a_bank(office, "Banque du Val");
    refunds_all(office);
    crate::follow_up::ready_and_run(office, dossier, &bank);
    repaid(office, dossier);
    if call == "note_refund_paid" {
        office.call("answer_survey", account(dossier, IBAN));
        office.call("decide_refund", refund(dossier, true, "", "", ""));
    }
    if ["withdraw_testimony", "set_quoted"].contains(&call) {
        office.call("answer_survey", survey(dossier, "end", json!({ "one_change": "un rappel par SMS" })));
        let one = json!({ "dossier": dossier, "moment": "end", "question": "one_change" });
        let quoted = json!({ "paper": "leaflet", "testimony": one, "quoted": true });
        return Some(if call == "set_quoted" { quoted } else { one });
    }
    Some(match call {
        "answer_survey" => survey(dossier, "end", json!({ "project_done": "yes" })),
        "decide_refund" => refund(dossier, true, "", "", ""),
        "note_refund_paid" => json!({ "dossier": dossier, "on": "" }),
        _ => closing(dossier, "repaid_on_time"),
    })
}

pub const IBAN: &str = "FR76 3000 6000 0112 3456 7890 189";

fn survey(dossier: i64, moment: &str, answers: Value) -> Value {
    json!({ "dossier": dossier, "moment": moment, "on": "", "answers": answers, "may_be_quoted": true })
}

pub fn account(dossier: i64, iban: &str) -> Value {
    let mut told = survey(dossier, "end", json!({}));
    (told["iban"], told["holder"]) = (json!(iban), json!("Mme Sonia Delmas"));
    told
}

pub fn refund(dossier: i64, granted: bool, attested: &str, amount: &str, reason: &str) -> Value {
    json!({ "dossier": dossier, "on": "", "granted": granted, "attested": attested, "amount": amount, "reason": reason })
}

fn closing(dossier: i64, outcome: &str) -> Value {
    json!({ "dossier": dossier, "on": "", "outcome": outcome, "note": "voiture toujours utile" })
}

/// The office's rules with a refund, from before the loan.
pub fn refunds(office: &mut Office, base: &str, share: &str, moment: &str, condition: &str) {
    let view = office.call("office_rules", json!({}));
    let mut fields = view["versions"][0]["fields"].clone();
    fields["refund_moment"] = json!(moment);
    fields["refund_base"] = json!(base);
    fields["refund_share"] = json!(share);
    fields["refund_condition"] = json!(condition);
    fields["refund_payer"] = json!("le CCAS");
    fields["refund_resolution"] = json!("délibération n° 2026-018");
    fields["refund_envelope"] = json!("200");
    let version = crate::settings::version("", "01/10/2026", "Délibération n° 2026-018", "");
    office.call("set_office_rules", json!({ "version": version, "fields": fields }));
}

pub fn refunds_all(office: &mut Office) {
    refunds(office, "interest", "100", "end", "fully_repaid_no_late_instalment");
}

/// The bank attests, after the last of 36 instalments, that the loan of 10 December 2026 is over.
fn repaid(office: &mut Office, dossier: i64) {
    office.moment = at("2029-12-20");
    office.call("settle_loan", json!({ "dossier": dossier, "how": "attestation", "on": "15/12/2029", "note": "" }));
}

fn room(office: &mut Office, dossier: i64) -> Value {
    office.call("ending_room", json!({ "dossier": dossier }))
}

fn a_repaid_loan() -> (Office, i64) {
    let (mut office, dossier, _) = a_running_loan();
    office.moment = at("2026-12-11");
    refunds_all(&mut office);
    (office, dossier)
}

#[test]
fn the_room_opens_when_the_loan_is_over_and_a_running_one_is_not_closed() {
    let (mut office, dossier) = a_repaid_loan();
    let view = room(&mut office, dossier);
    assert_eq!(view["is_open"], false);
    assert!(plain(&text(&view, "/sentence")).starts_with("S’ouvre à la dernière échéance"));
    assert!(view["outcomes"].as_array().unwrap().iter().all(|one| !one["key"].as_str().unwrap().starts_with("repaid")));
    let refused = office.refused("close_dossier", closing(dossier, "repaid_on_time"));
    assert_eq!(refused.kind, FailureKind::Refused);
    assert!(refused.remedy.is_some(), "{refused:?}");
    repaid(&mut office, dossier);
    let view = room(&mut office, dossier);
    assert_eq!(view["is_open"], true);
    assert_eq!(text(&office.call("dossier", json!({ "dossier": dossier })), "/stage/key"), "ending");
    let steps: Vec<String> = view["steps"].as_array().unwrap().iter().map(|step| text(step, "/state")).collect();
    assert_eq!(steps, ["done", "done", "current", "coming", "coming"]);
    assert_eq!(text(&view, "/steps/1/label"), "Droit prouvé");
}

/// 2 400 € at 4 % over 36 months from 10 December 2026: 36 instalments, interest as the schedule says, all refunded.
#[test]
fn the_whole_interest_is_proved_line_by_line_granted_paid_and_counted() {
    let (mut office, dossier) = a_repaid_loan();
    repaid(&mut office, dossier);
    let view = room(&mut office, dossier);
    let proof = &view["proof"];
    assert_eq!(proof["entitled"], true);
    let lines = proof["lines"].as_array().unwrap();
    assert_eq!(lines.len(), 36);
    assert!(lines.iter().all(|line| line["state"] == "ok"), "the attestation settles them all");
    let schedule = office.call("loan", json!({ "dossier": dossier }));
    let total = plain(&text(proof, "/interest/text"));
    assert!(plain(&schedule.to_string()).contains(&total), "the interest is that of the schedule: {total}");
    assert_eq!(text(&lines[35], "/running"), text(proof, "/interest/text"));
    assert_eq!(proof["amount"], proof["interest"]);
    let none = office.refused("note_refund_paid", json!({ "dossier": dossier, "on": "" }));
    assert_eq!(none.kind, FailureKind::Refused);
    let view = office.call("decide_refund", refund(dossier, true, "", "", ""));
    assert_eq!(view["to_pay"], true);
    let unpaid = office.refused("note_refund_paid", json!({ "dossier": dossier, "on": "" }));
    assert!(unpaid.message.contains("RIB"), "{unpaid:?}");
    for (iban, sign) in [("FR7630006000011234567890198", "clé"), ("FR763000", "27"), ("bonjour", "IBAN")] {
        let refused = office.refused("answer_survey", account(dossier, iban));
        assert_refused(&refused, FailureKind::Refused, Some("iban"));
        assert!(refused.message.contains(sign), "{refused:?}");
    }
    let view = office.call("answer_survey", account(dossier, IBAN));
    assert_eq!(text(&view, "/bank_details/warning"), "");
    let list = office.call("refunds", json!({}));
    assert_eq!(text(&list, "/rows/0/state"), "decided");
    let folder = tempfile::tempdir().unwrap();
    office.files.offer("out", folder.path().join("etat.pdf"));
    office.call("save_paper", json!({ "of": { "paper": "refund_statement" }, "file": "out" }));
    let read = |office: &mut Office, paper: &str| {
        let drawn = office.call("draw_paper", json!({ "paper": paper }));
        plain(&text(&drawn, "/pages/0/text"))
    };
    let statement = read(&mut office, "refund_statement");
    assert!(statement.contains("Arrêté le présent état à la somme de") && !statement.contains("FR76"), "{statement}");
    assert!(read(&mut office, "refund_transfers").contains("FR76 3000 6000 0112 3456 7890 189"));
    let view = office.call("note_refund_paid", json!({ "dossier": dossier, "on": "" }));
    assert!(plain(&text(&view, "/decided")).contains("payés le 20 décembre 2029"));
    assert_eq!(view["to_pay"], false);
    let twice = office.refused("note_refund_paid", json!({ "dossier": dossier, "on": "" }));
    assert!(twice.message.contains("déjà payé"), "{twice:?}");
    let again = office.refused("decide_refund", refund(dossier, false, "", "", "erreur"));
    assert!(again.message.contains("déjà payé"), "what was paid is not decided anew: {again:?}");
    let empty = office.refused("save_paper", json!({ "of": { "paper": "refund_statement" }, "file": "out" }));
    assert_eq!(empty.kind, FailureKind::Refused);
    let year = office.call("report", json!({ "year": "2029", "from": "", "to": "" }));
    let told = plain(&year.to_string());
    assert!(told.contains(&total), "the bilan of 2029 has the refund: {total}");
}

#[test]
fn after_a_missed_instalment_the_loan_and_its_refund_count_the_same_interest() {
    let (mut office, dossier) = a_repaid_loan();
    office.moment = at("2027-05-15");
    let interest = |office: &mut Office| {
        let loan = office.call("loan", json!({ "dossier": dossier }));
        let paid = text(&loan, "/standing/still_due/interest_paid/text");
        assert_eq!(paid, text(&room(office, dossier), "/proof/interest/text"), "one figure");
        paid
    };
    assert_eq!(interest(&mut office), "37,90 €", "no incident known: the five are counted");
    for (number, declared) in [("1", "paid"), ("2", "missed")] {
        let mut said = crate::follow_up::missed(dossier, number);
        said["declared"] = json!(declared);
        office.call("declare_instalments", said);
    }
    assert_eq!(interest(&mut office), "8,00 €", "silence after a missed one is no payment");
    let view = room(&mut office, dossier);
    assert_eq!(text(&view, "/proof/lines/2/state_text"), "Rien de connu depuis l’impayé");
    let strip = crate::follow_up::room(&mut office, dossier);
    assert!(plain(&text(&strip, "/strip/2/told")).ends_with("rien de connu depuis l’impayé"), "{strip}");
    repaid(&mut office, dossier);
    assert_eq!(text(&room(&mut office, dossier), "/proof/lines/2/state"), "ok", "the attestation settles them all");
    interest(&mut office);
}

#[test]
fn half_is_half_and_one_instalment_is_one() {
    let (mut office, dossier) = a_repaid_loan();
    repaid(&mut office, dossier);
    let all = room(&mut office, dossier)["proof"]["interest"]["cents"].as_i64().unwrap();
    office.moment = at("2026-12-11");
    office.call("undo", json!({}));
    office.call("undo", json!({}));
    for (base, share, expected) in [("interest", "50", (all + 1) / 2), ("one_instalment", "100", 7_086)] {
        refunds(&mut office, base, share, "end", "fully_repaid");
        repaid(&mut office, dossier);
        let view = room(&mut office, dossier);
        assert_eq!(view["proof"]["amount"]["cents"], expected, "{base} {share}");
        office.call("undo", json!({}));
        office.call("undo", json!({}));
        office.moment = at("2026-12-11");
    }
}

#[test]
fn two_late_instalments_refuse_it_by_name_unless_a_reason_is_written() {
    let (mut office, dossier) = a_repaid_loan();
    for (day, number) in [("2027-03-20", "3"), ("2027-05-20", "5")] {
        office.moment = at(day);
        let said = json!({ "dossier": dossier, "from": number, "to": "", "declared": "paid_late", "told_by": "lender",
            "on": "", "note": "" });
        office.call("declare_instalments", said);
    }
    repaid(&mut office, dossier);
    let view = room(&mut office, dossier);
    assert_eq!(view["proof"]["entitled"], false);
    let obstacles = view["proof"]["obstacles"].as_array().unwrap();
    assert_eq!(obstacles.len(), 2);
    assert!(plain(obstacles[0].as_str().unwrap()).contains("L’échéance 3, du 10 mars 2027"), "{obstacles:?}");
    let list = office.call("refunds", json!({}));
    assert_eq!(plain(&text(&list, "/rows/0/state_text")), "2 échéances en retard : 3, 5");
    let refused = office.refused("decide_refund", refund(dossier, true, "", "", ""));
    assert_refused(&refused, FailureKind::Refused, Some("reason"));
    let view = office.call("decide_refund", refund(dossier, true, "", "", "hospitalisation, la commission l’accorde"));
    assert_eq!(view["to_pay"], true);
}

#[test]
fn what_the_bank_attests_is_shown_beside_and_chosen_with_a_reason() {
    let (mut office, dossier) = a_repaid_loan();
    repaid(&mut office, dossier);
    let refused = office.refused("decide_refund", refund(dossier, true, "140,00", "", ""));
    assert_refused(&refused, FailureKind::Refused, Some("reason"));
    let refused = office.refused("decide_refund", refund(dossier, true, "", "9 000", "erreur"));
    assert_refused(&refused, FailureKind::Refused, Some("amount"));
    let view = office.call("decide_refund", refund(dossier, true, "140,00", "", "l’attestation fait foi"));
    assert!(plain(&text(&view, "/decided")).starts_with("140,00 € accordés"));
    let view = office.call("ending_room", json!({ "dossier": dossier }));
    assert_eq!(view["proof"]["entitled"], true);
}

#[test]
fn the_questionnaire_is_typed_as_it_came_and_the_dossier_closes_with_its_outcome() {
    let (mut office, dossier) = a_repaid_loan();
    repaid(&mut office, dossier);
    let refused = office.refused("answer_survey", survey(dossier, "end", json!({})));
    assert_eq!(refused.kind, FailureKind::Refused);
    let refused = office.refused("answer_survey", survey(dossier, "end", json!({ "project_done": "maybe" })));
    assert_refused(&refused, FailureKind::Refused, Some("project_done"));
    let refused = office.refused("answer_survey", survey(dossier, "request", json!({ "recommend": "yes" })));
    assert_refused(&refused, FailureKind::Refused, Some("recommend"));
    let answers = json!({ "project_done": "yes", "one_change": "un rappel par SMS", "recommend": "" });
    let mut told = survey(dossier, "end", answers);
    told["interview"] = json!(true);
    let view = office.call("answer_survey", told);
    let interview = view["steps"].as_array().unwrap().iter().find(|step| step["key"] == "interview").unwrap();
    assert_eq!((text(interview, "/state"), text(interview, "/detail")), ("done".into(), "RIB à demander".into()));
    let end = view["survey"].as_array().unwrap().iter().find(|moment| moment["key"] == "end").unwrap();
    assert!(!text(end, "/answered_on").is_empty());
    assert!(end["questions"].as_array().unwrap().len() <= 12, "twelve questions at most");
    let blank = end["questions"].as_array().unwrap().iter().find(|one| one["key"] == "recommend").unwrap();
    assert_eq!(text(blank, "/answer"), "", "a blank stays blank");
    let refused = office.refused("close_dossier", closing(dossier, ""));
    assert_refused(&refused, FailureKind::Refused, Some("outcome"));
    let refused = office.refused("close_dossier", closing(dossier, "death"));
    assert_eq!(refused.kind, FailureKind::Refused);
    let view = office.call("close_dossier", closing(dossier, "repaid_on_time"));
    assert_eq!(view["is_closed"], true);
    assert_eq!(text(&office.call("dossier", json!({ "dossier": dossier })), "/stage/key"), "closed");
    let next = office.call("start_new_project", json!({ "dossier": dossier, "project": "permis de conduire" }));
    assert_eq!(next["others"][0]["dossier"], dossier);
    assert_eq!(text(&next, "/origin/key"), "former_borrower");
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

#[test]
fn a_sentence_is_quoted_while_its_author_agrees_and_never_with_their_name() {
    let (mut office, dossier) = a_repaid_loan();
    repaid(&mut office, dossier);
    let rows = |view: &Value| view["rows"].as_array().unwrap().clone();
    assert!(rows(&office.call("testimonies", json!({}))).is_empty());
    let kept = "J’ai gardé mon poste parce que j’ai pu faire réparer la voiture.";
    office.call("answer_survey", survey(dossier, "end", json!({ "one_change": kept })));
    office.call("answer_survey", survey(dossier, "mid_term", json!({ "one_change": "Merci de la part de Sonia." })));
    let mut silent = survey(dossier, "request", json!({ "one_change": "rien" }));
    silent["may_be_quoted"] = json!(false);
    office.call("answer_survey", silent);
    let view = office.call("testimonies", json!({}));
    assert_eq!(rows(&view).len(), 2, "who does not agree is not there: {view:#}");
    let one = |moment: &str| json!({ "dossier": dossier, "moment": moment, "question": "one_change" });
    let of = |view: &Value, moment: &str| rows(view).into_iter().find(|row| row["moment"] == moment).unwrap();
    assert_eq!(text(&of(&view, "mid_term"), "/identifies"), "Sonia");
    let quote = |paper: &str, testimony: Value| json!({ "paper": paper, "testimony": testimony, "quoted": true });
    let refused = office.refused("set_quoted", quote("bilan", one("mid_term")));
    assert_eq!(refused.kind, FailureKind::Refused, "a name is never quoted");
    assert_refused(&office.refused("set_quoted", quote("consent", one("end"))), FailureKind::Refused, Some("paper"));
    for paper in ["bilan", "leaflet"] {
        office.call("set_quoted", quote(paper, one("end")));
    }
    assert_eq!(of(&office.call("testimonies", json!({})), "end")["papers"], json!(["bilan", "leaflet"]));
    let year = json!({ "from": "2029-01-01", "to": "2029-12-31" });
    let printed = |office: &mut Office, paper: &str| {
        let mut of = if paper == "leaflet" { json!({}) } else { year.clone() };
        of["paper"] = json!(paper);
        let drawn = office.call("draw_paper", of);
        let pages: Vec<String> = drawn["pages"].as_array().unwrap().iter().map(|page| text(page, "/text")).collect();
        plain(&pages.join(" ")).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let papers = ["annual_report", "public_report", "leaflet"];
    for paper in papers {
        assert!(printed(&mut office, paper).contains(kept), "{paper}");
    }
    let other = json!({ "paper": "annual_report", "from": "2028-01-01", "to": "2028-12-31" });
    assert!(!office.call("draw_paper", other)["pages"].to_string().contains("faire réparer"), "it was said in 2029");
    let view = office.call("withdraw_testimony", one("end"));
    assert_eq!(rows(&view).len(), 1);
    for paper in papers {
        assert!(!printed(&mut office, paper).contains(kept), "{paper}: the agreement was taken back");
    }
    let refused = office.refused("withdraw_testimony", one("end"));
    assert_eq!(refused.kind, FailureKind::Gone);
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

#[test]
fn an_appointment_is_moved_held_or_becomes_a_call_to_make() {
    let (mut office, dossier, _) = crate::decisions::a_dossier();
    let agreed = |on: &str, hour: &str| json!({ "dossier": dossier, "on": on, "at": hour, "kind": "", "place": "bureau 2", "note": "apporter le devis" });
    for (on, hour, field) in [("", "", "on"), ("19/11/2026", "", "on"), ("24/11/2026", "25 h", "at")] {
        assert_refused(&office.refused("set_appointment", agreed(on, hour)), FailureKind::Refused, Some(field));
    }
    let settle = |outcome: &str| json!({ "dossier": dossier, "outcome": outcome, "minutes": "50", "note": "" });
    assert_eq!(office.refused("settle_appointment", settle("held")).kind, FailureKind::Refused);
    office.call("set_appointment", agreed("24/11/2026", "14 h 30"));
    let view = office.call("set_appointment", agreed("25/11/2026", "9h"));
    assert_eq!(plain(&text(&view, "/appointment/at")), "9 h");
    assert_eq!(view["appointment"]["on"]["iso"], "2026-11-25");
    let early = office.refused("settle_appointment", settle("missed"));
    assert!(early.message.contains("pas encore eu lieu"), "{early:?}");
    office.moment = at("2026-11-25");
    let view = office.call("settle_appointment", settle("missed"));
    assert_eq!(view["appointment"], Value::Null);
    let next = plain(&text(&view, "/next/what")).to_lowercase();
    assert!(next.contains("rendez-vous") || next.contains("appel"), "it becomes a call to make: {next}");
    office.call("set_appointment", agreed("25/11/2026", "16 h"));
    let view = office.call("settle_appointment", settle("held"));
    assert_eq!(view["appointment"], Value::Null);
    let story = office.call("story", json!({ "dossier": dossier }));
    assert_eq!(plain(&text(&story, "/time_total")), "50 min");
    office.call("set_appointment", agreed("27/11/2026", "10 h"));
    let view = office.call("settle_appointment", settle("held"));
    assert_eq!(view["appointment"], Value::Null, "held two days before, it is not to come any more");
    let story = office.call("story", json!({ "dossier": dossier }));
    assert_eq!(plain(&text(&story, "/time_total")), "1 h 40");
    office.call("undo", json!({}));
    let view = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(view["appointment"]["on"]["iso"], "2026-11-27");
}

/// Attested in March 2028, before its term: what was to fall due afterwards was never paid, whenever it is read.
#[test]
fn a_loan_attested_before_its_term_owes_no_more_interest_as_days_go_by() {
    let (mut office, dossier) = a_repaid_loan();
    office.moment = at("2028-03-20");
    office.call("settle_loan", json!({ "dossier": dossier, "how": "attestation", "on": "15/03/2028", "note": "" }));
    let now = room(&mut office, dossier)["proof"]["interest"].clone();
    office.moment = at("2029-12-20");
    let later = room(&mut office, dossier);
    assert_eq!(later["proof"]["interest"], now);
    assert_eq!(later["proof"]["entitled"], true);
    let lines = later["proof"]["lines"].as_array().unwrap();
    assert_eq!(lines[14]["running"], lines[35]["running"], "fifteen instalments were due");
}

/// A rule that refunds one instalment as the loan starts is decided while it runs, and listed.
#[test]
fn a_refund_at_the_start_is_listed_and_decided_while_the_loan_runs() {
    let (mut office, dossier, _) = a_running_loan();
    office.moment = at("2026-12-11");
    refunds(&mut office, "one_instalment", "100", "start", "none");
    let view = room(&mut office, dossier);
    assert_eq!((view["is_open"].clone(), view["may_refund"].clone()), (json!(false), json!(true)));
    assert_eq!(view["proof"]["amount"]["cents"], 7_086);
    let list = office.call("refunds", json!({}));
    assert_eq!(text(&list, "/rows/0/state"), "waiting");
    let view = office.call("decide_refund", refund(dossier, true, "", "", ""));
    assert_eq!(view["to_pay"], true);
}
