//! Worked examples of tasks, by the rules an office starts with.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;

use super::*;
use crate::dossier::{
    Appointment, Approval, Closing, Contract, Declaration, DeclaredAs, Direction, Disbursement, DocumentNoted,
    DocumentState, Dossier, DossierId, EndKind, Event, Fact, Facts, Interview, NextDate, Noted, Orientation, Precision,
    Recorded, Refusal, Request, Submission, ToldBy as SaidBy,
};
use crate::household::{Household, Member};
use crate::line::Line;
use crate::loan::{LoanDates, LoanTerms, Rate};
use crate::money::Euros;
use crate::person::Person;
use crate::project::{Choice, Quote, QuoteId};
use crate::settings::{
    Dated, FollowUpPlan, FollowUpRules, Legal, ListEntry, Lists, Numbering, OfficeRules, OfficeUses, Settings,
    TaskDelay, Timeline,
};
use crate::support::{LoanDays, SupportPlan, proposed_steps};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn key(text: &str) -> ListKey {
    ListKey::new(text)
}

fn line(text: &str) -> Line {
    Line::read(text).unwrap()
}

#[derive(Deserialize)]
struct Entries<T> {
    entries: Vec<T>,
}

fn delivered<T: serde::de::DeserializeOwned>(file: &str) -> Vec<T> {
    let path = format!("{}/../../../assets/settings/{file}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str::<Entries<T>>(&std::fs::read_to_string(path).unwrap()).unwrap().entries
}

fn dated<T>(value: T) -> Dated<T> {
    Dated { valid_from: day("2000-01-01"), source: String::new(), value }
}

/// An office that has just been opened, with its own delays of tasks.
fn office(tasks: BTreeMap<ListKey, TaskDelay>) -> Settings {
    let follow_up = FollowUpRules { tasks, ..FollowUpRules::usual() };
    Settings {
        numbering: Timeline::starting_with(dated(Numbering::new("", 3).unwrap()), Vec::new()),
        follow_up: Timeline::starting_with(dated(follow_up), Vec::new()),
        uses: Timeline::starting_with(dated(OfficeUses::everything()), Vec::new()),
        office: Timeline::starting_with(dated(OfficeRules::undecided()), Vec::new()),
        products: BTreeMap::new(),
        lenders: BTreeMap::new(),
        legal: Arc::new(Legal::default()),
        lists: Arc::new(Lists {
            task_rules: delivered("task_rules"),
            interview_kinds: delivered::<ListEntry>("interview_kinds"),
            follow_up_plans: delivered::<FollowUpPlan>("followup_plans"),
            redirections: delivered::<ListEntry>("redirections"),
            ..Lists::default()
        }),
        letters: Arc::default(),
        tasks_from: None,
    }
}

/// The settings an office starts with.
pub(crate) fn settings() -> Settings {
    office(BTreeMap::new())
}

/// A dossier of which only the facts are known.
pub(crate) fn dossier_of(facts: Facts) -> Dossier {
    let person = Person::named(line("Aumontel"), line("Régis"));
    let household = Household::of(vec![Member::applicant()]).unwrap();
    Dossier::new(DossierId(1), "2026-001".to_owned(), person, household, facts)
}

/// A request of 9 November 2026 and what happened after it, in the order of entry.
fn dossier(happened: Vec<Fact>) -> Dossier {
    let request = Fact::RequestReceived(Request {
        received_on: day("2026-11-09"),
        origin: key("reception"),
        project: line("voiture"),
        purpose: None,
        amount: None,
        how_heard: None,
        referrer: None,
    });
    let all = (1..).zip(std::iter::once(request).chain(happened));
    let recorded = all
        .map(|(id, fact)| Recorded {
            id: FactId(id),
            replaces: None,
            fact,
            precision: Precision::Day,
            retracted: false,
        })
        .collect();
    dossier_of(Facts::of(recorded).unwrap())
}

/// Each task in a line: its day, its key, and why it was put off.
fn lines(tasks: &[Task]) -> Vec<String> {
    let put_off = |task: &Task| if task.put_off.is_empty() { String::new() } else { format!(" ({})", task.put_off) };
    tasks.iter().map(|task| format!("{} {}{}", task.due, task.rule.as_str(), put_off(task))).collect()
}

fn told(happened: Vec<Fact>) -> Vec<String> {
    lines(&tasks(&dossier(happened), &settings()))
}

fn interview(on: &str, kind: &str) -> Fact {
    let counts = kind != "follow_up_call";
    let (minutes, note, next_step) = (None, Line::default(), Line::default());
    Fact::InterviewHeld(Interview { held_on: day(on), kind: key(kind), minutes, counts, note, next_step })
}

fn oriented(on: &str, direction: Direction, solutions: &[&str]) -> Fact {
    Fact::OrientationDecided(Orientation {
        solutions: solutions.iter().map(|solution| key(solution)).collect(),
        ..Orientation::of(day(on), key("advisor_alone"), direction)
    })
}

fn sent(on: &str, lender: &str, expected_on: Option<&str>) -> Fact {
    Fact::Submitted(Submission {
        sent_on: day(on),
        lender: key(lender),
        product: None,
        amount: Some(Euros::read("2400").unwrap()),
        months: Some(24),
        expected_on: expected_on.map(day),
        note: Line::default(),
    })
}

fn approved(on: &str, lender: &str) -> Fact {
    Fact::Approved(Approval {
        on: day(on),
        lender: key(lender),
        amount: Some(Euros::read("2400").unwrap()),
        annual_rate: Some(Rate::read("4").unwrap()),
        months: Some(24),
        told: None,
        note: Line::default(),
    })
}

fn refused(on: &str, lender: &str, reason: &str) -> Fact {
    let (told, note) = (None, Line::default());
    let (reasons, letter_words) = (vec![key(reason)], Line::default());
    Fact::Refused(Refusal { on: day(on), lender: key(lender), reasons, told, note, letter_words })
}

fn signed(on: &str, lender: &str) -> Fact {
    let mut terms = LoanTerms::of(Euros::read("2400").unwrap(), Rate::read("4").unwrap(), 24);
    terms.dates = Some(LoanDates { disbursed_on: day("2027-01-05"), first_due_on: day("2027-02-05"), debit_day: None });
    Fact::ContractSigned(Contract {
        signed_on: day(on),
        lender: key(lender),
        terms,
        stated: crate::loan::StatedFigures::default(),
        bank_reference: Line::default(),
    })
}

fn paid(on: &str) -> Fact {
    Fact::Disbursed(Disbursement { on: day(on), amount: Euros::read("2400").unwrap(), means: Line::default() })
}

fn noted(on: &str, event: Event, subject: Option<&str>) -> Fact {
    let (subject, note) = (subject.map(key), Line::default());
    Fact::Noted(Noted { subject, note, ..Noted::of(day(on), event) })
}

fn own(set_on: &str, on: &str) -> Fact {
    Fact::NextDateSet(NextDate { set_on: day(set_on), on: day(on), what: line("rappeler") })
}

/// A loan paid on 5 January 2027, over 24 months.
fn lent(more: Vec<Fact>) -> Vec<Fact> {
    let val = "val";
    let start = vec![
        interview("2026-11-12", "first_interview"),
        oriented("2026-11-16", Direction::Submit, &[]),
        sent("2026-11-17", val, None),
        approved("2026-12-01", val),
        noted("2026-12-01", Event::ApplicantTold, None),
        signed("2026-12-20", val),
        noted("2026-12-20", Event::CharterSigned, None),
        paid("2027-01-05"),
    ];
    start.into_iter().chain(more).collect()
}

#[test]
fn a_request_calls_for_a_call_until_something_answers_it() {
    assert_eq!(told(vec![]), ["2026-11-12 callback_request"], "nobody works on 11 November");
    let appointment = Fact::AppointmentSet(Appointment {
        set_on: day("2026-11-10"),
        on: day("2026-11-20"),
        at: NaiveTime::from_hms_opt(14, 30, 0),
        kind: key("first_interview"),
        place: line("Mairie, bureau 3"),
        note: Line::default(),
    });
    let agreed = tasks(&dossier(vec![appointment.clone()]), &settings());
    assert_eq!(lines(&agreed), ["2026-11-18 confirm_appointment", "2026-11-20 appointment"]);
    assert_eq!(
        agreed[0].what,
        "Confirmer le rendez-vous du 20\u{a0}novembre\u{a0}2026 à 14\u{a0}h\u{a0}30\u{a0}et la liste des papiers."
    );
    assert_eq!(
        (agreed[1].at, agreed[1].what.as_str()),
        (NaiveTime::from_hms_opt(14, 30, 0), "Premier entretien, Mairie, bureau 3")
    );
    let missed = noted("2026-11-20", Event::AppointmentMissed, None);
    assert_eq!(told(vec![appointment.clone(), missed.clone()]), ["2026-11-23 missed_appointment"]);
    let held = interview("2026-11-24", "first_interview");
    assert_eq!(told(vec![appointment.clone(), missed, held]), ["2026-12-09 finish_file"]);
    let went_on = |on: &str| told(vec![appointment.clone(), oriented(on, Direction::Submit, &[])]);
    let before = went_on("2026-11-16");
    assert!(before.contains(&"2026-11-20 appointment".to_owned()), "it is still to come: {before:?}");
    let after = went_on("2026-11-24");
    assert!(!after.iter().any(|task| task.contains("appointment")), "decided since: {after:?}");
    let sent = told(vec![
        appointment,
        oriented("2026-11-16", Direction::Submit, &[]),
        sent("2026-11-17", "val", Some("2026-12-02")),
    ]);
    assert!(!sent.iter().any(|task| task.contains("confirm")), "no paper is asked for any more: {sent:?}");
    assert!(sent.contains(&"2026-11-20 appointment".to_owned()), "{sent:?}");
}

#[test]
fn each_lender_is_waited_for_until_it_answers_or_another_has_approved() {
    let start = || vec![oriented("2026-11-16", Direction::Submit, &[]), sent("2026-11-17", "val", Some("2026-12-02"))];
    let with = |more: Vec<Fact>| told(start().into_iter().chain(more).collect());
    assert_eq!(with(vec![]), ["2026-11-22 lender_acknowledgement.val", "2026-12-02 lender_answer.val"]);
    let two = with(vec![sent("2026-11-18", "aune", None)]);
    assert_eq!(two.last().unwrap(), "2026-12-18 lender_answer.aune", "thirty days without an agreement");
    let refusal = with(vec![sent("2026-11-18", "aune", None), refused("2026-11-20", "aune", "not_given")]);
    assert!(!refusal.iter().any(|task| task.contains("lender_answer.aune")), "{refusal:?}");
    assert!(refusal.contains(&"2026-11-25 ask_reason.aune".to_owned()), "{refusal:?}");
    let agreed = with(vec![sent("2026-11-18", "aune", None), approved("2026-11-20", "aune")]);
    assert_eq!(agreed, ["2026-11-23 tell_applicant", "2026-12-07 signature_meeting"]);
    let told_why = with(vec![refused("2026-11-20", "val", "debt_ratio_too_high")]);
    assert_eq!(told_why, ["2026-11-23 tell_refusal", "2026-12-21 refused_callback"]);
}

#[test]
fn who_announces_a_decision_says_whether_the_office_still_has_to() {
    let announced = |mut answer: Fact, mode: &str| {
        let sending = sent("2026-11-17", "val", None);
        if let Fact::Approved(Approval { told, .. }) | Fact::Refused(Refusal { told, .. }) = &mut answer {
            *told = Some(key(mode));
        }
        tasks(&dossier(vec![oriented("2026-11-16", Direction::Submit, &[]), sending, answer]), &settings())
    };
    let calls_for = |found: &[Task], rule: &str| found.iter().any(|task| task.rule == key(rule));
    for (mode, by_the_office) in [("lender_then_office", true), ("collegial_body", true), ("lender_to_both", false)] {
        let agreed = announced(approved("2026-11-20", "val"), mode);
        assert_eq!(calls_for(&agreed, "tell_applicant"), by_the_office, "{mode}");
        let said_no = announced(refused("2026-11-20", "val", "debt_ratio_too_high"), mode);
        assert!(calls_for(&said_no, "tell_refusal"), "a refusal is explained by the office: {mode}");
    }
}

#[test]
fn a_quote_is_renewed_by_no_other_paper() {
    let payslip = Fact::DocumentNoted(DocumentNoted {
        on: day("2026-11-20"),
        document: key("pay_slips"),
        part: Line::default(),
        state: DocumentState::Received,
        issued_on: None,
        valid_until: None,
        reason: Line::default(),
        attachments: Vec::new(),
        from_files: false,
    });
    let mut quoted = dossier(vec![interview("2026-11-12", "first_interview"), payslip]);
    quoted.project.quotes = vec![Quote {
        id: QuoteId(1),
        label: line("Clio"),
        seller: line("Garage du Pont"),
        dated_on: Some(day("2026-11-10")),
        valid_until: Some(day("2026-12-31")),
        amount: Euros::read("1900").unwrap(),
        choice: Choice::Kept,
        reason: Line::default(),
    }];
    let found = lines(&tasks(&quoted, &settings()));
    assert!(found.contains(&"2026-12-21 quote_expiry.1".to_owned()), "{found:?}");
}

#[test]
fn a_closed_dossier_keeps_what_its_closing_calls_for() {
    let redirected = || oriented("2026-11-16", Direction::Redirect, &["emergency_aid", "food_aid"]);
    assert_eq!(
        told(vec![redirected()]),
        ["2026-11-23 redirection_callback"],
        "the soonest of the solutions' own delays"
    );
    let answered = noted("2026-11-25", Event::RedirectionAnswered, None);
    assert!(told(vec![redirected(), answered]).is_empty());
    let again = told(vec![redirected(), oriented("2026-11-20", Direction::Submit, &[])]);
    assert_eq!(again, ["2026-11-23 submit_after_decision"], "taken up again, nobody is to be called back");
}

#[test]
fn a_running_loan_follows_its_plan_and_is_never_silent_for_long() {
    let all = told(lent(vec![]));
    for task in [
        "2027-02-04 after_disbursement_call",
        "2027-02-04 help_remains_letter",
        "2027-02-19 purchase_proof",
        "2027-05-05 silent_loan",
        "2029-01-22 closing_interview",
        "2029-02-04 loan_end_proof",
    ] {
        assert!(all.contains(&task.to_owned()), "{task} of {all:?}");
    }
    let called = told(lent(vec![interview("2027-02-01", "follow_up_call")]));
    assert!(called.contains(&"2027-06-01 silent_loan".to_owned()), "{called:?}");
    assert!(!called.iter().any(|task| task.ends_with("after_disbursement_call")));
    let light = delivered::<FollowUpPlan>("followup_plans").into_iter().find(|plan| plan.key == key("light")).unwrap();
    let steps = proposed_steps(&light, &LoanDays::of(day("2027-01-05"), day("2027-02-05"), 24));
    let plan = Fact::SupportPlanned(SupportPlan {
        set_on: day("2027-01-05"),
        level: key("light"),
        budget: None,
        social: None,
        note: Line::default(),
        steps,
    });
    let owed = |more: Vec<Fact>| -> Vec<String> {
        let all = told(lent(std::iter::once(plan.clone()).chain(more).collect()));
        all.into_iter()
            .filter(|task| task.contains("follow_up_step") || task.contains("_call") || task.contains("closing"))
            .collect()
    };
    let points = ["2027-02-04", "2027-02-10", "2028-01-05", "2029-01-20"];
    let due = |on: &str| if on == "2029-01-20" { "2029-01-22".to_owned() } else { on.to_owned() };
    let planned = points.map(|on| format!("{} follow_up_step.{on}", due(on)));
    assert_eq!(owed(vec![]), planned, "the plan stands for the rules");
    assert_eq!(
        owed(vec![interview("2027-02-04", "follow_up_call")]).len(),
        2,
        "one call answers both points of the week"
    );
    let ticked = noted("2027-02-04", Event::TaskDone, Some("follow_up_step.2027-02-04"));
    assert_eq!(owed(vec![ticked])[0], "2027-02-10 follow_up_step.2027-02-10");
}

#[test]
fn a_missed_instalment_is_called_about_within_two_days() {
    let said = |on: &str, declared| {
        let told_by = SaidBy::Lender;
        Fact::Declared(Declaration { on: day(on), from: 2, to: 2, declared, told_by, note: Line::default() })
    };
    let missed = told(lent(vec![said("2027-03-10", DeclaredAs::Missed)]));
    assert!(missed.contains(&"2027-03-12 missed_instalment".to_owned()), "{missed:?}");
    let settled = told(lent(vec![said("2027-03-10", DeclaredAs::Missed), said("2027-03-20", DeclaredAs::PaidLate)]));
    assert!(!settled.iter().any(|task| task.ends_with("missed_instalment")), "{settled:?}");
}

#[test]
fn what_the_adviser_does_is_never_due_on_a_day_nobody_works_and_never_past_a_limit() {
    let said = |on: &str| {
        let told_by = SaidBy::Lender;
        let declared = DeclaredAs::Missed;
        Fact::Declared(Declaration { on: day(on), from: 2, to: 2, declared, told_by, note: Line::default() })
    };
    let missed = told(lent(vec![said("2027-03-12")]));
    assert!(missed.contains(&"2027-03-12 missed_instalment".to_owned()), "within two days, not on Sunday: {missed:?}");
    let missed = told(lent(vec![said("2027-03-13")]));
    assert!(missed.contains(&"2027-03-15 missed_instalment".to_owned()), "heard on a Saturday: {missed:?}");
    let asked = told(vec![oriented("2026-11-16", Direction::Submit, &[]), sent("2026-11-17", "val", None)]);
    assert!(asked.contains(&"2026-11-22 lender_acknowledgement.val".to_owned()), "what others owe stays: {asked:?}");
    let all = tasks(&dossier(lent(vec![])), &settings());
    let closed = |task: &Task| !crate::calendar::is_working_day(task.due) && task.waiting_on == WaitingOn::Advisor;
    assert!(!all.iter().any(closed), "{:?}", lines(&all));
    assert_eq!(told(vec![own("2026-11-10", "2026-11-22")]), ["2026-11-22 own_date"], "the adviser's own word");
}

#[test]
fn death_stops_everything_else() {
    let died = noted("2027-04-02", Event::Death, None);
    assert_eq!(told(lent(vec![died.clone()])), ["2027-04-02 death_stop"]);
    let closing = Closing { on: day("2027-05-01"), outcome: key("death"), kind: EndKind::Died, note: Line::default() };
    assert!(told(lent(vec![died, Fact::Closed(closing)])).is_empty());
}

#[test]
fn the_date_the_adviser_sets_stands_for_what_they_had_to_do() {
    assert_eq!(told(vec![own("2026-11-10", "2026-12-03")]), ["2026-12-03 own_date"]);
    let sent = vec![
        oriented("2026-11-16", Direction::Submit, &[]),
        sent("2026-11-17", "val", Some("2026-12-02")),
        own("2026-11-18", "2026-11-25"),
    ];
    let waited = ["2026-11-22 lender_acknowledgement.val", "2026-11-25 own_date", "2026-12-02 lender_answer.val"];
    assert_eq!(told(sent), waited, "what others owe stays");
    let met = told(vec![own("2026-11-10", "2026-12-03"), interview("2026-12-03", "first_interview")]);
    assert_eq!(met, ["2026-12-18 finish_file"], "a contact of that day answers it");
    let done = told(vec![own("2026-11-10", "2026-12-03"), noted("2026-11-20", Event::TaskDone, Some("own_date"))]);
    assert_eq!(done, ["2026-11-23 callback_request"], "what it stood for is counted again from there");
}

#[test]
fn what_is_done_or_put_off_stays_so_until_it_is_called_for_again() {
    assert_eq!(told(vec![noted("2026-11-10", Event::TaskDone, Some("callback_request"))]), ["2026-12-10 next_step"]);
    let put_off = Fact::Noted(Noted {
        subject: Some(key("callback_request")),
        until: Some(day("2026-11-30")),
        note: line("en vacances"),
        ..Noted::of(day("2026-11-10"), Event::TaskPutOff)
    });
    assert_eq!(told(vec![put_off]), ["2026-11-30 callback_request (en vacances)"]);
    let silent = told(lent(vec![noted("2027-05-10", Event::TaskDone, Some("silent_loan"))]));
    assert!(silent.contains(&"2027-09-10 silent_loan".to_owned()), "counted again from there: {silent:?}");
}

#[test]
fn documents_are_waited_for_until_each_is_there() {
    let document = |on: &str, key_: &str, state| {
        let (issued_on, valid_until) = (None, (state == DocumentState::Checked).then(|| day("2027-01-31")));
        let (part, reason) = (Line::default(), line("page 2"));
        Fact::DocumentNoted(DocumentNoted {
            on: day(on),
            document: key(key_),
            part,
            state,
            issued_on,
            valid_until,
            reason,
            attachments: Vec::new(),
            from_files: false,
        })
    };
    let start = || {
        vec![
            interview("2026-11-12", "first_interview"),
            document("2026-11-12", "rib", DocumentState::Requested),
            document("2026-11-12", "cni", DocumentState::Requested),
        ]
    };
    let asked = tasks(&dossier(start()), &settings());
    let waited = asked.iter().find(|task| task.rule == key("missing_documents")).unwrap();
    assert_eq!((waited.due, waited.what.as_str()), (day("2026-11-27"), "2\u{a0}papiers à recevoir de la personne."));
    let partly = told(start().into_iter().chain([document("2026-11-20", "rib", DocumentState::Incomplete)]).collect());
    assert!(partly.contains(&"2026-12-05 missing_documents".to_owned()), "{partly:?}");
    let here =
        [document("2026-11-20", "rib", DocumentState::Checked), document("2026-11-20", "cni", DocumentState::Received)];
    let all = told(start().into_iter().chain(here).collect());
    assert_eq!(all, ["2026-11-27 finish_file", "2027-01-15 document_renewal.rib"]);
}

#[test]
fn an_office_has_its_own_delays_and_does_without_a_task() {
    let delay = |days, off| TaskDelay { days, off };
    let own = BTreeMap::from([(key("callback_request"), delay(Some(5), false))]);
    assert_eq!(lines(&tasks(&dossier(vec![]), &office(own))), ["2026-11-16 callback_request"]);
    let off = BTreeMap::from([(key("callback_request"), delay(None, true))]);
    assert_eq!(lines(&tasks(&dossier(vec![]), &office(off))), ["2026-12-09 next_step"]);
}

#[test]
fn nothing_small_is_asked_of_what_is_older_than_the_tasks() {
    let old = Settings { tasks_from: Some(day("2027-06-01")), ..settings() };
    let all = lines(&tasks(&dossier(lent(vec![])), &old));
    assert_eq!(all, ["2027-05-05 silent_loan", "2029-01-22 closing_interview", "2029-02-04 loan_end_proof"]);
}
