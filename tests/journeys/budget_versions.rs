//! What was printed, decided upon or sent stays as it was given; what changes after that is another version.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::delmas_papers::{printed, says};
use crate::office::{DELMAS, Office, a_line, a_member, an_office, assert_refused, at, text};

fn budget(office: &mut Office, dossier: i64) -> Value {
    office.call("budget", json!({ "dossier": dossier }))
}

fn line_of(view: &Value, entry: &str) -> Value {
    let sections = view["sections"].as_array().unwrap().iter();
    let mut lines = sections.flat_map(|section| section["lines"].as_array().unwrap());
    lines.find(|line| line["entry"] == entry).unwrap_or_else(|| panic!("{entry} is not in {view}")).clone()
}

/// Changes the amount of a line as the page would, from the view it has.
fn change(office: &mut Office, dossier: i64, view: &Value, (entry, amount): (&str, &'static str)) -> Value {
    let known = DELMAS.iter().find(|line| line.0 == entry).unwrap();
    let mut typed = a_line(dossier, (known.0, known.1, amount, known.3, known.4, known.5));
    typed["line"] = line_of(view, entry)["id"].clone();
    office.call("change_budget_line", typed)
}

fn print(office: &mut Office, dossier: i64) {
    office.call("open_paper", json!({ "dossier": dossier, "paper": "budget_sheet" }));
}

fn versions(office: &mut Office, dossier: i64) -> Vec<String> {
    let listed = office.call("budget_versions", json!({ "dossier": dossier }));
    let said = |one: &Value| format!("{} · {}", text(one, "/label"), text(one, "/closing"));
    listed["versions"].as_array().unwrap().iter().map(said).collect()
}

/// The published sheet: « Depuis la version 1 (19 octobre 2026). Cantine ajoutée (+88,00) ; prime d’activité
/// corrigée (+16,76). Reste à vivre avant : 363,27 €, devenu 339,53 €. »
#[test]
fn the_published_sheet_says_what_changed_since_its_first_version() {
    let mut office = an_office();
    office.moment = at("2026-10-19");
    let dossier = office.request_of("Sonia", "Delmas");
    for (name, born_on) in [("Lina", "03/02/2017"), ("Noé", "21/06/2020")] {
        office.call("add_member", a_member(dossier, name, born_on));
    }
    for line in DELMAS.into_iter().filter(|line| line.0 != "canteen") {
        let amount = if line.0 == "in_work_benefit" { "231,40" } else { line.2 };
        office.call("add_budget_line", a_line(dossier, (line.0, line.1, amount, line.3, line.4, line.5)));
    }
    print(&mut office, dossier);
    let view = budget(&mut office, dossier);
    assert_eq!(
        text(&view, "/sealed"),
        "Imprimée le 19 octobre 2026 : elle ne change plus. Le prochain changement ouvrira la version 2."
    );
    office.moment = at("2026-11-09");
    let view = change(&mut office, dossier, &view, ("in_work_benefit", "248,16"));
    assert_eq!(text(&view, "/sentence"), "Version 2, du 9 novembre 2026.");
    assert_eq!(text(&view, "/sealed"), "");
    let canteen = DELMAS.into_iter().find(|line| line.0 == "canteen").unwrap();
    let view = office.call("add_budget_line", a_line(dossier, canteen));
    assert_eq!(text(&view, "/changed"), "2 changements depuis la version 1.");
    assert_eq!(
        versions(&mut office, dossier),
        [
            "Version 1, 19 octobre 2026 (demande) · Imprimée le 19 octobre 2026",
            "Version 2, 9 novembre 2026 (demande) · ",
        ]
    );
    let compared = office.call("compare_budgets", json!({ "dossier": dossier, "before": 1, "after": 2 }));
    assert_eq!(
        text(&compared, "/sentence"),
        "Prime d’activité : changée (+16,76) ; Cantine et périscolaire : ajoutée (+88,00)."
    );
    let last = &compared["totals"].as_array().unwrap()[6];
    assert_eq!([text(last, "/before"), text(last, "/after")], ["363,27", "339,53"]);
    let none = office.refused("compare_budgets", json!({ "dossier": dossier, "before": 1, "after": 7 }));
    assert_eq!(none.kind, FailureKind::Gone);
}

#[test]
fn what_is_closed_is_copied_by_the_first_change_and_undo_brings_all_back() {
    let mut office = an_office();
    let dossier = office.delmas();
    let view = budget(&mut office, dossier);
    print(&mut office, dossier);
    let closed = office.dump();
    let rent = line_of(&view, "rent")["id"].clone();
    let changed = change(&mut office, dossier, &view, ("rent", "500"));
    assert_eq!(changed["version"], 2);
    assert_ne!(line_of(&changed, "rent")["id"], rent, "the closed line keeps its number");
    assert_eq!(text(&line_of(&changed, "rent"), "/amount/text"), "500,00 €");
    assert!(text(&office.call("undo_state", json!({})), "/undo").contains("version 2 ouverte"));
    let compared = office.call("compare_budgets", json!({ "dossier": dossier, "before": 1, "after": 2 }));
    assert_eq!(compared["lines"].as_array().unwrap().len(), 1);
    assert_eq!(text(&compared, "/before/reste_a_vivre/text"), "339,53 €");
    office.call("undo", json!({}));
    assert_eq!(office.dump(), closed);
    // The paper that was kept, then the version it closed.
    office.call("undo", json!({}));
    office.call("undo", json!({}));
    assert_eq!(text(&budget(&mut office, dossier), "/sealed"), "", "printing is undone too");
}

#[test]
fn taking_a_line_out_of_a_closed_version_leaves_it_there() {
    let mut office = an_office();
    let dossier = office.delmas();
    let view = budget(&mut office, dossier);
    print(&mut office, dossier);
    let line = line_of(&view, "apl")["id"].clone();
    let view = office.call("remove_budget_line", json!({ "dossier": dossier, "line": line }));
    assert_eq!(view["version"], 2);
    let compared = office.call("compare_budgets", json!({ "dossier": dossier, "before": 1, "after": 2 }));
    assert_eq!(text(&compared, "/lines/0/changed_text"), "retirée");
    let gone = office.refused("remove_budget_line", json!({ "dossier": dossier, "line": line }));
    assert_eq!(gone.kind, FailureKind::Gone, "its number is that of the closed version");
}

#[test]
fn drawing_a_paper_or_printing_it_again_closes_nothing_more() {
    let mut office = an_office();
    let dossier = office.delmas();
    office.call("draw_paper", json!({ "dossier": dossier, "paper": "budget_sheet" }));
    assert_eq!(text(&budget(&mut office, dossier), "/sealed"), "");
    print(&mut office, dossier);
    let closed = office.dump();
    office.moment = at("2026-11-25");
    print(&mut office, dossier);
    assert_eq!(office.dump(), closed, "the first printing keeps its day");
}

/// The published dossier, on which the office decided on 20 November 2026.
fn decided() -> (Office, i64, String) {
    let mut office = an_office();
    let bank = office.lender("Banque du Val", "4", "36");
    let dossier = office.delmas();
    office.call("change_request", json!({ "dossier": dossier, "field": "purpose", "value": "vehicle_purchase" }));
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, &bank);
    office.call(
        "decide_orientation",
        json!({ "dossier": dossier, "form": { "decided_on": "20/11/2026", "direction": "submit" }, "next": {} }),
    );
    (office, dossier, bank)
}

fn send(office: &mut Office, dossier: i64, bank: &str) {
    crate::decisions::assessed(office, dossier);
    crate::decisions::consented(office, dossier, bank, "");
    let form = json!({ "sent_on": "20/11/2026", "lender": bank });
    office.call("submit_to_lender", json!({ "dossier": dossier, "form": form, "next": {} }));
}

#[test]
fn the_bank_file_stays_the_one_that_was_sent() {
    let (mut office, dossier, bank) = decided();
    let view = budget(&mut office, dossier);
    change(&mut office, dossier, &view, ("rent", "490"));
    send(&mut office, dossier, &bank);
    let sent = printed(&mut office, dossier, "bank_file");
    says(&sent, &["Fiche budgétaire, version 2 du 20 novembre 2026"]);
    let view = budget(&mut office, dossier);
    change(&mut office, dossier, &view, ("rent", "600"));
    office.call("add_member", a_member(dossier, "Inès", "2/9/2025"));
    assert_eq!(budget(&mut office, dossier)["version"], 3);
    assert_eq!(printed(&mut office, dossier, "bank_file"), sent, "its lines, its household and its instalment");
    office.call("open_paper", json!({ "dossier": dossier, "paper": "budget_sheet" }));
    assert_eq!(printed(&mut office, dossier, "bank_file"), sent, "a version closed after the sending is not it");
}

#[test]
fn a_file_sent_with_the_budget_of_the_decision_prints_that_one() {
    let (mut office, dossier, bank) = decided();
    send(&mut office, dossier, &bank);
    let sent = printed(&mut office, dossier, "bank_file");
    says(&sent, &["Fiche budgétaire, version 1 du 20 novembre 2026", "339,53"]);
    let view = budget(&mut office, dossier);
    change(&mut office, dossier, &view, ("rent", "600"));
    assert_eq!(printed(&mut office, dossier, "bank_file"), sent);
}

#[test]
fn a_decision_and_a_sending_close_the_version_they_rest_on() {
    let (mut office, dossier, bank) = decided();
    let view = budget(&mut office, dossier);
    assert!(text(&view, "/sealed").starts_with("Décidée le 20 novembre 2026"), "{}", text(&view, "/sealed"));
    change(&mut office, dossier, &view, ("rent", "490"));
    send(&mut office, dossier, &bank);
    assert_eq!(
        versions(&mut office, dossier),
        [
            "Version 1, 20 novembre 2026 (décision) · Décidée le 20 novembre 2026",
            "Version 2, 20 novembre 2026 (décision) · Transmise le 20 novembre 2026",
        ]
    );
}

#[test]
fn a_household_that_changes_leaves_the_closed_version_its_people() {
    let mut office = an_office();
    let dossier = office.delmas();
    print(&mut office, dossier);
    office.call("add_member", a_member(dossier, "Inès", "2/9/2025"));
    let view = budget(&mut office, dossier);
    assert_eq!(view["version"], 2);
    assert_eq!(text(&view, "/reste_a_vivre/text"), "254,65 €", "1 018,58 ÷ 4");
    let compared = office.call("compare_budgets", json!({ "dossier": dossier, "before": 1, "after": 2 }));
    assert_eq!(text(&compared, "/before/reste_a_vivre/text"), "339,53 €");
    assert_eq!(text(&compared, "/totals/5/before"), "3 personnes");
    let people = office.call("dossier", json!({ "dossier": dossier }));
    let member = people.pointer("/household/members/3/id").unwrap().clone();
    let mut renamed = a_member(dossier, "Inès Delmas", "2/9/2025");
    renamed["member"] = member;
    print(&mut office, dossier);
    office.call("change_member", renamed);
    assert_eq!(budget(&mut office, dossier)["version"], 2, "a name weighs nothing");
}

#[test]
fn the_lines_of_someone_who_leaves_go_back_to_the_household() {
    let mut office = an_office();
    let dossier = office.delmas();
    let people = office.call("dossier", json!({ "dossier": dossier }));
    let member = people.pointer("/household/members/1/id").unwrap().clone();
    let mut typed = a_line(dossier, ("other_income", "babysitting", "40", "weekly", "", ""));
    typed["fields"]["member"] = json!(member.to_string());
    let view = office.call("add_budget_line", typed);
    let line = line_of(&view, "other_income");
    assert!(text(&line, "/printed_label").contains("Lina"), "{line}");
    assert_eq!(text(&view, "/members/0/label"), "Sonia Delmas");
    print(&mut office, dossier);
    office.call("remove_member", json!({ "dossier": dossier, "member": member }));
    let view = budget(&mut office, dossier);
    let line = line_of(&view, "other_income");
    assert_eq!((text(&line, "/member"), view["version"].clone()), (String::new(), json!(2)));
    let mut again = a_line(dossier, ("other_income", "", "40", "weekly", "", ""));
    again["fields"]["member"] = json!(member.to_string());
    assert_refused(&office.refused("add_budget_line", again), FailureKind::Refused, Some("member"));
    office.call("undo", json!({}));
    assert_eq!(text(&line_of(&budget(&mut office, dossier), "other_income"), "/member"), member.to_string());
}
