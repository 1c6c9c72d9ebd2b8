//! The figures of a loan say the same everywhere: the account a bank imposes, what was really paid out, a missed
//! instalment put off, the refund made at the start, the end that opens.

use serde_json::{Value, json};

use crate::delmas_papers::{printed, says};
use crate::follow_up::a_running_loan;
use crate::office::{Office, an_office, at, plain, text};

fn loan_room(office: &mut Office, dossier: i64) -> Value {
    office.call("loan", json!({ "dossier": dossier }))
}

fn figure(view: &Value, label: &str) -> String {
    let figures = view["standing"]["figures"].as_array().unwrap();
    let found = figures.iter().find(|figure| figure["label"] == label);
    plain(found.unwrap_or_else(|| panic!("no figure « {label} »"))["value"].as_str().unwrap())
}

fn conditions(view: &Value) -> Vec<String> {
    let told = view["standing"]["conditions"].as_array().unwrap();
    told.iter().map(|one| plain(one.as_str().unwrap())).collect()
}

/// The published comparison of two banks over 24 months: 8 € less of interest at one of them, which makes opening its
/// account a condition, at 3,50 € a month and 15 € once.
fn two_banks(kind: &str) -> (Office, i64, [String; 2]) {
    let mut office = an_office();
    let plain_bank = office.lender_saying("Parcours Confiance", "4,9", &[]);
    let says = [("account_monthly", "3,50"), ("account_once", "15"), ("domiciliation", kind)];
    let imposing = office.lender_saying("Crédit municipal", "4", &says);
    let dossier = office.delmas();
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, &plain_bank);
    for (field, value) in [("amount", "1000"), ("months", "24")] {
        office.simulate(dossier, field, value);
    }
    (office, dossier, [plain_bank, imposing])
}

#[test]
fn a_bank_that_imposes_an_account_is_not_called_the_cheaper_one() {
    let (mut office, dossier, [_, imposing]) = two_banks("all_income");
    let view = office.call("simulation", json!({ "dossier": dossier }));
    let offer = view["offers"].as_array().unwrap().iter().find(|offer| offer["lender"] == imposing.as_str()).unwrap();
    assert_eq!(plain(&text(offer, "/loan/total_cost/text")), "141,19 €");
    assert_eq!(plain(&text(offer, "/loan/taeg")), "14,04 %");
    assert!(plain(&text(offer, "/detail")).contains("3,50 € par mois et 15,00 € une fois"), "{offer:#}");
    says(&printed(&mut office, dossier, "lender_comparison"), &["le moins cher : Parcours Confiance"]);
    office.call("keep_lender", json!({ "dossier": dossier, "lender": imposing, "kind": "as_asked" }));
    let view = office.call("simulation", json!({ "dossier": dossier }));
    assert_eq!(plain(&text(&view, "/loan/account/text")), "99,00 €");
    let schedule = printed(&mut office, dossier, "schedule");
    says(
        &schedule,
        &["141,19 €", "14,04 %", "99,00 € pour le compte demandé par la banque (3,50 € par mois et 15,00 € une fois)"],
    );
    says(&printed(&mut office, dossier, "lender_comparison"), &["Compte imposé", "141,19 €", "14,04 %"]);
}

#[test]
fn an_account_that_may_be_done_without_stands_beside_the_cost() {
    let (mut office, dossier, [_, optional]) = two_banks("none");
    let view = office.call("simulation", json!({ "dossier": dossier }));
    let offer = view["offers"].as_array().unwrap().iter().find(|offer| offer["lender"] == optional.as_str()).unwrap();
    assert_eq!(plain(&text(offer, "/loan/total_cost/text")), "42,19 €");
    assert_eq!(plain(&text(offer, "/loan/taeg")), "4,07 %");
    assert!(!plain(&text(offer, "/detail")).contains("par mois"), "it is not in what the loan costs: {offer:#}");
}

#[test]
fn what_was_really_paid_out_is_shown_and_its_difference_told() {
    let (mut office, dossier, _) = crate::decisions::a_dossier();
    crate::decisions::approved(&mut office, dossier);
    let dates = json!({ "disbursed_on": "10/12/2026", "first_due_on": "10/01/2027" });
    crate::decisions::on(&mut office, "2026-11-27", "sign_contract", dossier, dates);
    assert_eq!(figure(&loan_room(&mut office, dossier), "Versement prévu"), "10 décembre 2026");
    let paid = json!({ "on": "14/12/2026", "amount": "2350" });
    crate::decisions::on(&mut office, "2026-12-14", "note_disbursement", dossier, paid);
    let view = loan_room(&mut office, dossier);
    assert_eq!(figure(&view, "Argent versé"), "2 350,00 €, le 14 décembre 2026");
    let told = "Versé autrement que prévu : le contrat dit 2 400,00 €, le 10 décembre 2026.";
    assert!(conditions(&view).iter().any(|one| one.starts_with(told)), "{:?}", conditions(&view));
    for paper in ["current_schedule", "schedule"] {
        says(&printed(&mut office, dossier, paper), &[told]);
    }
    let (mut office, dossier, _) = a_running_loan();
    assert_eq!(figure(&loan_room(&mut office, dossier), "Argent versé"), "2 400,00 €, le 10 décembre 2026");
    assert!(conditions(&loan_room(&mut office, dossier)).iter().all(|one| !one.starts_with("Versé autrement")));
}

#[test]
fn a_missed_instalment_put_off_stays_one_incident_on_screen_and_paper() {
    let (mut office, dossier, _) = a_running_loan();
    office.moment = at("2027-03-20");
    office.call("declare_instalments", crate::follow_up::missed(dossier, "3"));
    let form = json!({ "kind": "postponed", "from": "3", "count": "1", "interest": "with_last", "amount": "", "day": "",
        "on": "", "rate": "", "keeps": "" });
    office.call("amend_loan", json!({ "dossier": dossier, "form": form, "agreed_on": "20/03/2027", "note": "" }));
    let view = loan_room(&mut office, dossier);
    assert_eq!(plain(&text(&view, "/standing/known")), "1 impayé, réglé par un report");
    let states: Vec<String> =
        view["standing"]["rows"].as_array().unwrap().iter().map(|row| text(row, "/state")).collect();
    assert!(states.contains(&"impayée, puis reportée".to_owned()), "{states:?}");
    says(
        &printed(&mut office, dossier, "current_schedule"),
        &["1 impayé, réglé par un report", "impayée, puis reportée"],
    );
    let room = crate::follow_up::room(&mut office, dossier);
    assert_eq!(plain(&text(&room, "/known")), "1 impayé, réglé par un report");
}

#[test]
fn the_end_of_a_loan_opens_at_its_last_instalment_before_any_proof() {
    let (mut office, dossier, _) = a_running_loan();
    office.moment = at("2029-12-10");
    let all = json!({ "dossier": dossier, "from": "1", "to": "36", "declared": "paid", "told_by": "lender", "on": "",
        "note": "" });
    office.call("declare_instalments", all);
    let view = office.call("ending_room", json!({ "dossier": dossier }));
    assert_eq!(view["is_open"], true);
    let sentence = plain(&text(&view, "/sentence"));
    let expected = "Dernière échéance passée, le 10 décembre 2029 (36 échéances déclarées payées sur 36";
    assert!(sentence.starts_with(expected), "{sentence}");
    assert_eq!(view["steps"][0]["state"], "current", "the end is not proved");
    let answers = json!({ "project_done": "yes" });
    office.call(
        "answer_survey",
        json!({ "dossier": dossier, "moment": "end", "on": "", "answers": answers,
        "may_be_quoted": false }),
    );
}

#[test]
fn a_refund_made_at_the_start_is_no_end_of_loan_and_its_account_is_asked_for() {
    let (mut office, dossier, _) = crate::decisions::a_dossier();
    crate::refunds::refunds(&mut office, "interest", "100", "start", "none");
    crate::decisions::approved(&mut office, dossier);
    let dates = json!({ "disbursed_on": "10/12/2026", "first_due_on": "10/01/2027" });
    crate::decisions::on(&mut office, "2026-11-27", "sign_contract", dossier, dates);
    crate::decisions::on(&mut office, "2026-12-10", "note_disbursement", dossier, json!({}));
    let view = office.call("refunds", json!({}));
    assert_eq!(plain(&text(&view, "/rows/0/due_since")), "versement, 10 décembre 2026");
    assert_eq!(view["rows"][0]["at_start"], true);
    let ending = office.call("ending_room", json!({ "dossier": dossier }));
    let rule = plain(&text(&ending, "/proof/rule"));
    assert!(rule.contains("rembourse, au début du prêt, la totalité des intérêts prévus"), "{rule}");
    assert_eq!(text(&ending, "/proof/interest_label"), "Intérêts prévus selon l’échéancier");
    office.moment = at("2026-12-16");
    let tasks = office.call("today", json!({})).to_string();
    assert!(tasks.contains("RIB pour le remboursement des intérêts"), "{tasks}");
}

#[test]
fn an_aid_is_no_longer_asked_about_once_the_loan_is_paid_out() {
    let (mut office, dossier, _) = crate::decisions::a_dossier();
    let aid = json!({ "dossier": dossier, "provider": "Caf", "label": "prêt d’honneur", "status": "asked",
        "asked_on": "12/11/2026", "answered_on": "", "amount": "200", "reason": "" });
    office.call("add_aid", aid);
    let asked = |office: &mut Office| {
        office.call("today", json!({})).to_string().contains("Demander où en est l’aide demandée")
    };
    crate::decisions::approved(&mut office, dossier);
    let dates = json!({ "disbursed_on": "10/12/2026", "first_due_on": "10/01/2027" });
    crate::decisions::on(&mut office, "2026-11-27", "sign_contract", dossier, dates);
    office.moment = at("2026-12-15");
    assert!(asked(&mut office));
    crate::decisions::on(&mut office, "2026-12-15", "note_disbursement", dossier, json!({}));
    assert!(!asked(&mut office));
}

#[test]
fn a_debt_paid_off_by_the_loan_is_written_once_and_is_the_plan() {
    let mut office = an_office();
    let dossier = office.delmas();
    let mut line = crate::office::a_line(dossier, ("energy_arrears_plan", "", "50", "monthly", "1400", ""));
    line["fields"]["creditor"] = json!("EDF");
    line["fields"]["paid_off"] = json!(true);
    office.call("add_budget_line", line);
    let view = office.call("project", json!({ "dossier": dossier }));
    assert_eq!(plain(&text(&view, "/plan/cost/text")), "1 400,00 €");
    assert_eq!(text(&view, "/plan/to_pay/0/label"), "EDF");
    assert_eq!(plain(&text(&view, "/plan/loan/text")), "1 400,00 €", "the loan follows the plan");
    says(&printed(&mut office, dossier, "bank_file"), &["EDF 1 400,00", "Coût du projet 1 400,00"]);
}

#[test]
fn a_new_project_takes_over_the_household_the_budget_and_the_documents_that_still_hold() {
    let (mut office, dossier, _) = a_running_loan();
    let scan = crate::attachments::corpus("scripts.pdf");
    office.files.offer("scan", scan);
    office.call(
        "attach_files",
        json!({ "dossier": dossier, "files": ["scan"], "document": "identity_document",
        "without_photo_information": false }),
    );
    let note = |document: &str, valid: &str| {
        json!({ "dossier": dossier, "document": document, "part": "",
        "state": "checked", "issued_on": "", "valid_until": valid, "reason": "" })
    };
    for noted in [note("identity_document", "20/11/2033"), note("tax_notice", "30/12/2026")] {
        office.call("note_document", noted);
    }
    office.moment = at("2027-03-20");
    let before = [("dossier", json!({ "dossier": dossier })), ("budget", json!({ "dossier": dossier }))]
        .map(|(call, input)| office.call(call, input));
    let next = office.call("start_new_project", json!({ "dossier": dossier, "project": "permis de conduire" }));
    let new = next["id"].as_i64().unwrap();
    let names = |view: &Value| {
        let members = view["household"]["members"].as_array().unwrap();
        members.iter().map(|member| text(member, "/name")).collect::<Vec<_>>()
    };
    assert_eq!(names(&next), names(&before[0]));
    assert!(next["household"].to_string().contains("à confirmer"), "{:#}", next["household"]);
    let budget = office.call("budget", json!({ "dossier": new }));
    let count = |view: &Value| {
        let sections = view["sections"].as_array().unwrap();
        sections.iter().map(|section| section["lines"].as_array().unwrap().len()).sum::<usize>()
    };
    assert_eq!(count(&budget), count(&before[1]));
    assert!(plain(&text(&budget, "/to_confirm")).ends_with("reprises d’un dossier précédent, à confirmer."));
    let documents = office.call("documents_checklist", json!({ "dossier": new })).to_string();
    assert!(documents.contains("20/11/2033") && !documents.contains("30/12/2026"), "only what still holds");
    let files = office.call("attachments", json!({ "dossier": new }));
    assert_eq!(files["attachments"].as_array().unwrap().len(), 1, "with its file: {files:#}");
    let confirmed = office.call("confirm_budget_lines", json!({ "dossier": new }));
    assert_eq!(text(&confirmed, "/to_confirm"), "");
    let after = [("dossier", json!({ "dossier": dossier })), ("budget", json!({ "dossier": dossier }))]
        .map(|(call, input)| office.call(call, input));
    assert_eq!(before[1], after[1], "nothing of the former dossier changes");
    assert_eq!(names(&before[0]), names(&after[0]));
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}
