//! Facts of every kind, and what lists and bilans make of them.

use std::collections::{BTreeMap, BTreeSet};

use domain::dossier::{
    AgreementInPrinciple, Amended, Appointment, BankDetails, Closing, Contract, Declaration, DeclaredAs, Direction,
    Disbursement, DocumentNoted, DocumentState, DossierId, EndKind, Event, Fact, FactKind, HearingResult, Informed,
    Interview, Noted, Outcome, Phase, RefundDecision, Refusal, RefusalExplained, Review, Screening, ScreeningOutcome,
    SessionHeard, SessionId, SessionListed, SessionMatter, Stage, Stop, Survey, SurveyMoment, TakenOver, ToldBy, line,
};
use domain::line::Line;
use domain::loan::{Amendment, HeldInterest, Insurance, InsuranceRequirement, LoanDates, LoanTerms, Rate};
use domain::report::{ReportRow, report_row};
use domain::settings::{ListKey, Provider};
use domain::support::{SupportPlan, SupportStep};
use domain::task::{Task, TaskFamily, WaitingOn};

use super::world::*;
use crate::*;

fn interview(on: &str) -> Fact {
    let note = text("Budget revu : « tout » a été dit \\ noté");
    Fact::InterviewHeld(Interview {
        held_on: day(on),
        kind: key("first_interview"),
        minutes: Some(75),
        counts: true,
        note,
        next_step: Line::default(),
    })
}

fn refusal(on: &str, lender: &str) -> Fact {
    let reasons = vec![key("debt_too_high"), key("not_given")];
    let told = Some(key("by_the_office"));
    Fact::Refused(Refusal {
        on: day(on),
        lender: key(lender),
        reasons,
        told,
        note: Line::default(),
        letter_words: text("trop juste"),
    })
}

fn in_principle(on: &str, lender: &str) -> Fact {
    Fact::AgreedInPrinciple(AgreementInPrinciple {
        on: day(on),
        lender: key(lender),
        amount: euros(240_000),
        months: 36,
        valid_until: Some(day("2027-03-01")),
        told: None,
        note: Line::default(),
    })
}

fn support(on: &str) -> Fact {
    let step = |first_on, every_months| SupportStep {
        label: text("À mi-parcours"),
        first_on,
        every_months,
        channel: key("follow_up_call"),
        provider: Provider::Office,
        purpose: text("faire le point"),
    };
    Fact::SupportPlanned(SupportPlan {
        set_on: day(on),
        level: key("light"),
        budget: Some(Provider::Office),
        social: None,
        note: text("Accompagnement léger"),
        steps: vec![step(None, Some(3)), step(Some(day("2028-07-05")), None)],
    })
}

fn contract(on: &str, lender: &str) -> Fact {
    Fact::ContractSigned(Contract {
        bank_reference: domain::line::Line::default(),
        stated: domain::loan::StatedFigures::default(),
        signed_on: day(on),
        lender: key(lender),
        terms: LoanTerms {
            interest_only_later: vec![13],
            insurance: Some(Insurance {
                monthly: euros(250),
                on_outstanding: Rate::ZERO,
                requirement: InsuranceRequirement::Optional,
            }),
            dates: Some(LoanDates {
                disbursed_on: day("2026-12-10"),
                first_due_on: day("2027-01-10"),
                debit_day: Some(10),
            }),
            ..LoanTerms::of(euros(240_000), Rate::read("4,25").unwrap(), 36)
        },
    })
}

fn amended(on: &str) -> Fact {
    let amendment = Amendment::Postponed { from: 3, count: 1, interest: HeldInterest::WithLast };
    Fact::Amended(Amended { agreed_on: day(on), amendment, note: text("accord par courriel") })
}

fn declared(on: &str) -> Fact {
    let (declared, told_by) = (DeclaredAs::Paid, ToldBy::Lender);
    Fact::Declared(Declaration { on: day(on), from: 1, to: 2, declared, told_by, note: text("") })
}

fn disbursement(on: &str) -> Fact {
    Fact::Disbursed(Disbursement { on: day(on), amount: euros(240_000), means: text("chèque de banque") })
}

fn stop(on: &str) -> Stop {
    Stop { on: day(on), reason: text("a trouvé autre chose") }
}

/// Two lives that hold every kind of fact but the request and the next date.
fn lives() -> [Vec<Fact>; 3] {
    [
        vec![
            interview("2026-11-10"),
            orientation("2026-11-11", Direction::Submit),
            submission("2026-11-12", "banque_du_val"),
            refusal("2026-11-13", "banque_du_val"),
            submission("2026-11-13", "caisse_du_lac"),
            in_principle("2026-11-14", "caisse_du_lac"),
            approval("2026-11-15", "caisse_du_lac"),
            support("2026-11-16"),
            contract("2026-11-17", "caisse_du_lac"),
            disbursement("2026-11-25"),
            amended("2026-11-26"),
            declared("2026-12-12"),
        ],
        vec![
            orientation("2026-11-11", Direction::Submit),
            submission("2026-11-12", "banque_du_val"),
            approval("2026-11-13", "banque_du_val"),
            Fact::Withdrawn(stop("2026-11-14")),
            orientation("2026-11-15", Direction::Submit),
            Fact::Dropped(stop("2026-11-16")),
        ],
        around_a_loan(),
    ]
}

/// What happens around the decisions: a first contact, a session, a running loan, its end.
fn around_a_loan() -> Vec<Fact> {
    let lender = "banque_du_val";
    let answers = BTreeMap::from([("project".to_owned(), text("une « 106 »"))]);
    let noted = |on: &str, event, subject: Option<&str>| {
        let (subject, until, amount) = (subject.map(key), Some(day("2027-02-01")), Some(euros(12_345)));
        Fact::Noted(Noted { subject, until, amount, note: text("dit au téléphone"), ..Noted::of(day(on), event) })
    };
    let session = SessionId(7);
    let matter = SessionMatter::Request;
    vec![
        Fact::TakenOver(TakenOver {
            on: day("2026-11-09"),
            from: text("Registre papier"),
            note: Line::default(),
            written: domain::text::Text::default(),
        }),
        Fact::Screened(Screening {
            on: day("2026-11-09"),
            outcome: ScreeningOutcome::Appointment,
            minutes: Some(9),
            answers: answers.clone(),
            note: Line::default(),
        }),
        Fact::Informed(Informed { on: day("2026-11-09"), of: BTreeSet::from([key("cost")]), note: Line::default() }),
        Fact::AppointmentSet(Appointment {
            set_on: day("2026-11-09"),
            on: day("2026-11-10"),
            at: chrono::NaiveTime::from_hms_opt(14, 30, 0),
            kind: key("first_interview"),
            place: text("Mairie"),
            note: Line::default(),
        }),
        interview("2026-11-10"),
        Fact::DocumentNoted(DocumentNoted {
            on: day("2026-11-10"),
            document: key("bank_statements"),
            part: text("octobre"),
            state: DocumentState::Incomplete,
            issued_on: None,
            valid_until: Some(day("2027-01-31")),
            reason: text("page 2"),
            attachments: Vec::new(),
            from_files: false,
        }),
        Fact::SessionListed(SessionListed { on: day("2026-11-10"), session, held_on: day("2026-11-11"), matter }),
        Fact::SessionHeard(SessionHeard {
            on: day("2026-11-11"),
            session,
            matter,
            result: HearingResult::Decided,
            applicant_present: Some(true),
            opinions: vec![text("favorable")],
            conditions: Line::default(),
            note: Line::default(),
            letter_words: Line::default(),
        }),
        orientation("2026-11-11", Direction::Submit),
        submission("2026-11-12", lender),
        refusal("2026-11-13", lender),
        Fact::RefusalExplained(RefusalExplained {
            on: day("2026-11-14"),
            lender: key(lender),
            reasons: vec![key("ficp_only")],
            note: Line::default(),
        }),
        submission("2026-11-15", lender),
        approval("2026-11-16", lender),
        contract("2026-11-17", lender),
        disbursement("2026-11-25"),
        Fact::Reviewed(Review {
            on: day("2026-12-01"),
            kind: key("follow_up_call"),
            with: Provider::Office,
            step: text("Dans le mois du versement"),
            minutes: Some(10),
            due_dates_kept: Some(true),
            project: Line::default(),
            budget_changed: Some(false),
            note: Line::default(),
            next_step: Line::default(),
        }),
        noted("2026-12-02", Event::LoanRepaid, None),
        noted("2026-12-02", Event::TaskPutOff, Some("survey")),
        Fact::SurveyAnswered(Survey { on: day("2026-12-03"), moment: SurveyMoment::End, answers, may_be_quoted: true }),
        Fact::BankDetailsReceived(BankDetails {
            on: day("2026-12-03"),
            iban: text("FR7612345678901234567890185"),
            holder: text("Sonia Delmas"),
        }),
        Fact::RefundDecided(RefundDecision {
            on: day("2026-12-04"),
            granted: true,
            policy: key("half"),
            scheduled: Some(euros(9_800)),
            attested: None,
            amount: euros(4_900),
            reason: Line::default(),
            session: None,
            letter_words: Line::default(),
        }),
        Fact::Closed(Closing {
            on: day("2026-12-05"),
            outcome: key("repaid"),
            kind: EndKind::Repaid,
            note: Line::default(),
        }),
    ]
}

#[test]
fn every_kind_of_fact_comes_back() {
    let (_office, mut vault) = Office::create();
    let mut kinds = BTreeSet::new();
    for life in lives() {
        let dossier = recorded(&mut vault, &sonia(), "voiture");
        happened(&mut vault, dossier, &life);
        let known = known(&vault, dossier);
        let read: Vec<_> = known.facts.recorded().iter().map(|row| row.fact.clone()).collect();
        assert_eq!(read[2..], life);
        kinds.extend(read.iter().map(Fact::kind));
    }
    assert_eq!(kinds, FactKind::ALL.into_iter().collect());
    assert_eq!(vault.verify().unwrap().problems, []);
}

#[test]
fn what_follows_from_each_fact_is_kept_and_taken_back_with_it() {
    let (_office, mut vault) = Office::create();
    for life in lives() {
        let dossier = recorded(&mut vault, &sonia(), "voiture");
        let mut dumps = vec![vault.dump().unwrap()];
        for fact in life {
            happened(&mut vault, dossier, &[fact]);
            let known = known(&vault, dossier);
            let (kept, row) = vault
                .read(|reader| Ok::<_, StoreError>((reader.dossier_line(dossier)?, reader.report_row(dossier)?)))
                .unwrap();
            assert_eq!((kept, row), (Some(line(&known)), Some(report_row(&known))));
            dumps.push(vault.dump().unwrap());
        }
        for before in dumps.iter().rev().skip(1) {
            vault.undo(now()).unwrap();
            assert_eq!(&vault.dump().unwrap(), before);
        }
    }
}

/// Dossiers at a stage each: 2026-001 at the first, 2026-010 at the last.
fn one_at_each_stage() -> (Office, Vault) {
    let (office, mut vault) = Office::create();
    let lender = "banque_du_val";
    let course = [
        orientation("2026-11-10", Direction::Submit),
        submission("2026-11-11", lender),
        in_principle("2026-11-12", lender),
        approval("2026-11-14", lender),
        contract("2026-11-17", lender),
        disbursement("2026-11-25"),
    ];
    let refused = [course[0].clone(), course[1].clone(), refusal("2026-11-13", lender)];
    let lives: [&[Fact]; 10] = [
        &[],
        &[interview("2026-11-10")],
        &course[..1],
        &course[..2],
        &course[..3],
        &refused,
        &course[..4],
        &course[..5],
        &course[..6],
        &[orientation("2026-11-12", Direction::Redirect)],
    ];
    for life in lives {
        let dossier = recorded(&mut vault, &sonia(), "voiture");
        happened(&mut vault, dossier, life);
    }
    (office, vault)
}

#[test]
fn each_phase_shows_its_dossiers_and_counts_them() {
    let (_office, vault) = one_at_each_stage();
    let all = vault.read(|reader| reader.dossier_lines(&query(""))).unwrap().0;
    let stages: Vec<_> = all.iter().map(|(_, line)| line.stage).collect();
    // Sessions and the ends of a loan are told by facts of their own.
    let told = [Stage::Session, Stage::Accelerated, Stage::Ending];
    assert_eq!(stages, Stage::ALL.into_iter().filter(|stage| !told.contains(stage)).collect::<Vec<_>>());
    assert_eq!(all[9].1.outcome, Some(Outcome::Redirected));
    assert_eq!((all[3].1.lender.clone(), all[3].1.expected_on), (Some(key("banque_du_val")), Some(day("2026-12-04"))));
    assert_eq!(all[8].1.since, day("2026-11-25"));
    for (phase, expected) in [
        (Phase::Assessing, vec!["2026-001", "2026-002", "2026-003", "2026-006"]),
        (Phase::WithLender, vec!["2026-004", "2026-005", "2026-007", "2026-008"]),
        (Phase::Running, vec!["2026-009"]),
        (Phase::Closed, vec!["2026-010"]),
    ] {
        for search in ["", "delmas"] {
            let asked = DossierQuery { phase: Some(phase), ..query(search) };
            assert_eq!(references(&vault, &asked), expected, "{phase:?} {search}");
        }
    }
}

#[test]
fn lists_look_among_chosen_dossiers() {
    let (_office, vault) = one_at_each_stage();
    let among = |numbers: &[i64]| Some(numbers.iter().copied().map(DossierId).collect::<Vec<_>>());
    let asked = |numbers: &[i64], search| references(&vault, &DossierQuery { among: among(numbers), ..query(search) });
    assert_eq!(asked(&[4, 2, 4, 99, -1], ""), ["2026-002", "2026-004"]);
    assert_eq!(asked(&[2, 4], "2026-004"), ["2026-004"]);
    assert_eq!(asked(&[], ""), Vec::<String>::new());
    let assessed = DossierQuery { phase: Some(Phase::Assessing), among: among(&[2, 4]), ..query("voiture") };
    assert_eq!(references(&vault, &assessed), ["2026-002"]);
    let (page, found) =
        vault.read(|reader| reader.dossier_lines(&DossierQuery { limit: 2, offset: 1, ..query("") })).unwrap();
    assert_eq!((page[0].1.reference.as_str(), page.len(), found), ("2026-002", 2, 10));
}

#[test]
fn the_day_has_what_is_due_and_says_what_has_no_date() {
    let (_office, mut vault) = one_at_each_stage();
    for (dossier, on) in [(3, "2026-11-30"), (9, "2026-11-20"), (1, "2026-12-01")] {
        happened(&mut vault, DossierId(dossier), &[next_date(on)]);
    }
    let due = |from: &str, until: &str| {
        let (due, found) = vault.read(|reader| reader.lines_due((day(from), day(until)), 100)).unwrap();
        assert_eq!(due.len() as u64, found);
        due.into_iter().map(|(id, _)| id.0).collect::<Vec<_>>()
    };
    assert_eq!(due("2026-01-01", "2026-11-19"), Vec::<i64>::new());
    assert_eq!(due("2026-01-01", "2026-11-30"), [9, 3]);
    assert_eq!(due("2026-11-21", "2030-01-01"), [3, 1, 2, 4, 5, 6, 7, 8], "the closed one has nothing to be done");
    let (page, found) = vault.read(|reader| reader.lines_due((day("2026-01-01"), day("2030-01-01")), 2)).unwrap();
    assert_eq!((page.len(), found), (2, 9));
    assert!(!vault.read(|reader| reader.lacks_tasks()).unwrap());
    vault
        .act(act("record_request"), |writer| {
            let dossier = writer.insert_dossier(writer.person_of(DossierId(1))?, "2026-011")?;
            writer.insert_member(dossier, &member("", domain::household::Link::Applicant))?;
            writer.insert_fact(dossier, None, &request("sans date"), now())?;
            Ok::<_, StoreError>(acted((), Some(dossier)))
        })
        .unwrap();
    assert!(vault.read(|reader| reader.lacks_tasks()).unwrap(), "an office whose tasks were never written");
}

#[test]
fn tasks_are_read_by_what_they_are_and_leave_with_an_archive() {
    let (_office, mut vault) = one_at_each_stage();
    let task = |rule: &str, due: &str, waiting_on, family| Task {
        rule: key(rule),
        due: day(due),
        at: None,
        what: rule.to_owned(),
        since: day("2026-11-10"),
        waiting_on,
        family,
        fact: None,
        put_off: String::new(),
    };
    let theirs = [
        task("lender_answer.banque_du_val", "2026-12-01", WaitingOn::Lender, TaskFamily::Lender),
        task("missed_instalment", "2026-12-02", WaitingOn::Advisor, TaskFamily::Arrears),
        task("silent_loan", "2026-12-03", WaitingOn::Advisor, TaskFamily::Loan),
        task("appointment", "2026-12-04", WaitingOn::Advisor, TaskFamily::Request),
    ];
    vault
        .act(act("put_tasks"), |writer| {
            writer.put_tasks(DossierId(4), &theirs)?;
            Ok::<_, StoreError>(acted((), Some(DossierId(4))))
        })
        .unwrap();
    let today = day("2026-12-05");
    let read = |vault: &Vault| {
        vault
            .read(|reader| {
                let appointments = reader.appointments(day("2026-12-01"), today)?.len();
                let (waited, silent) = (reader.waited_for(today, 9)?.1, reader.silent_loans(today, 9)?.1);
                Ok::<_, StoreError>((appointments, waited, silent, reader.in_arrears(today, 9)?.len()))
            })
            .unwrap()
    };
    assert_eq!(read(&vault), (1, 1, 1, 1));
    let of = vault.read(|reader| reader.tasks_of(&[DossierId(4), DossierId(5)], day("2026-12-02"))).unwrap();
    assert_eq!(
        of.iter().map(|(id, task)| (id.0, task.rule.as_str())).collect::<Vec<_>>(),
        [(4, "lender_answer.banque_du_val"), (4, "missed_instalment"),]
    );
    assert_eq!(vault.read(|reader| reader.lines_of(&[DossierId(4)])).unwrap().len(), 1);
}

#[test]
fn what_was_lent_and_what_is_silent_are_counted_by_stage() {
    let (_office, vault) = one_at_each_stage();
    let lent = vault.read(|reader| reader.lent()).unwrap();
    assert_eq!((lent.loans, lent.running), (1, 1));
    let quiet = |on: &str| vault.read(|reader| reader.quiet_lines(day(on), 2)).unwrap();
    assert_eq!(quiet("2026-11-08").1, 0);
    assert_eq!((quiet("2026-12-01").0.len(), quiet("2026-12-01").1), (2, 4));
}

#[test]
fn a_bilan_has_one_row_a_dossier_and_damage_is_seen() {
    let (office, vault) = one_at_each_stage();
    let all = vault.read(|reader| reader.report_rows()).unwrap();
    let made: Vec<_> = (1..=10).map(|number| report_row(&known(&vault, DossierId(number)))).collect();
    assert_eq!(all, made);
    drop(vault);
    let other = ReportRow { origin: ListKey::new("other"), ..made[3].clone() };
    let other = postcard::to_allocvec(&other).unwrap().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    for damage in [
        &format!("UPDATE report_row SET body = x'{other}' WHERE dossier = 4"),
        "UPDATE report_row SET body = x'00' WHERE dossier = 4",
        "UPDATE report_row SET body = (SELECT body FROM report_row WHERE dossier = 5) WHERE dossier = 4",
        "DELETE FROM report_row WHERE dossier = 4",
    ] {
        let whole = std::fs::read(office.database()).unwrap();
        raw(&office).execute_batch(damage).unwrap();
        let (vault, _) = office.unlock().unwrap();
        assert_eq!(vault.verify().unwrap().problems, [Problem::Line(DossierId(4))], "{damage}");
        drop(vault);
        std::fs::write(office.database(), whole).unwrap();
    }
}
