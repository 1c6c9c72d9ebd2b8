//! The loan of a dossier at each of its steps, and the rules of its day.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::dossier::{
    Approval, Contract, Declaration, DeclaredAs, Direction, Disbursement, DossierId, Fact, FactId, Facts, Orientation,
    Precision, Recorded, Refusal, Request, Submission, ToldBy,
};
use crate::household::{Household, Member};
use crate::line::Line;
use crate::loan::{Insurance, InsuranceRequirement, LoanDates, Rate};
use crate::person::Person;
use crate::project::{Choice, Project, Quote, QuoteId};

use crate::settings::{
    Dated, FollowUpRules, Legal, Lender, LenderAgreement, LenderFile, ListKey, Lists, Numbering, OfficeRules,
    OfficeUses, Timeline,
};
use crate::simulation::Simulation;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn euros(text: &str) -> Euros {
    Euros::read(text).unwrap()
}

fn key(text: &str) -> ListKey {
    ListKey::new(text)
}

fn dated<T>(from: &str, value: T) -> Dated<T> {
    Dated { valid_from: day(from), source: String::new(), value }
}

fn agreement(rate: &str) -> LenderAgreement {
    LenderAgreement { rate: Some(Rate::read(rate).unwrap()), ..LenderAgreement::default() }
}

/// One bank: 5 % until the end of 2025, 4 % since.
fn settings() -> Settings {
    let lender = Lender { name: Line::read("Banque du Val").unwrap(), ..Lender::default() };
    let agreements = vec![dated("2025-02-01", agreement("5")), dated("2026-01-01", agreement("4"))];
    Settings {
        numbering: Timeline::starting_with(dated("2000-01-01", Numbering::new("", 3).unwrap()), Vec::new()),
        follow_up: Timeline::starting_with(dated("2000-01-01", FollowUpRules::usual()), Vec::new()),
        uses: Timeline::starting_with(dated("2000-01-01", OfficeUses::everything()), Vec::new()),
        office: Timeline::starting_with(dated("2000-01-01", OfficeRules::undecided()), Vec::new()),
        products: BTreeMap::new(),
        lenders: BTreeMap::from([(key("val"), LenderFile { lender, agreements })]),
        legal: Arc::new(Legal::default()),
        lists: Arc::new(Lists::default()),
        letters: Arc::default(),
        tasks_from: None,
    }
}

/// A car of 3 050 €, 650 € of it brought, and what happened after the request of 12 October 2026.
fn dossier(happened: Vec<Fact>) -> Dossier {
    let request = Fact::RequestReceived(Request {
        received_on: day("2026-10-12"),
        origin: key("referrer"),
        project: Line::read("voiture").unwrap(),
        purpose: None,
        amount: None,
        how_heard: None,
        referrer: None,
    });
    let facts = (1..).zip(std::iter::once(request).chain(happened));
    let recorded = facts
        .map(|(id, fact)| Recorded {
            id: FactId(id),
            replaces: None,
            fact,
            precision: Precision::Day,
            retracted: false,
        })
        .collect();
    let quote = Quote {
        id: QuoteId(1),
        label: Line::default(),
        seller: Line::default(),
        dated_on: None,
        valid_until: None,
        amount: euros("3050"),
        choice: Choice::Kept,
        reason: Line::default(),
    };
    let person = Person::named(Line::read("Delmas").unwrap(), Line::read("Sonia").unwrap());
    let household = Household::of(vec![Member::applicant()]).unwrap();
    Dossier {
        project: Project { own_share: Some(euros("650")), quotes: vec![quote], ..Project::default() },
        simulation: Simulation { lender: Some(key("val")), months: Some(36), ..Simulation::default() },
        ..Dossier::new(DossierId(1), "2026-001".to_owned(), person, household, Facts::of(recorded).unwrap())
    }
}

fn granted(amount: &str, rate: &str) -> Vec<Fact> {
    vec![
        Fact::OrientationDecided(Orientation::of(day("2026-11-26"), key("internal_commission"), Direction::Submit)),
        Fact::Submitted(Submission {
            sent_on: day("2026-11-27"),
            lender: key("val"),
            product: None,
            amount: Some(euros("2400")),
            months: Some(36),
            expected_on: None,
            note: Line::default(),
        }),
        Fact::Approved(Approval {
            on: day("2026-12-16"),
            lender: key("val"),
            amount: Some(euros(amount)),
            annual_rate: Some(Rate::read(rate).unwrap()),
            months: Some(36),
            told: None,
            note: Line::default(),
        }),
    ]
}

#[track_caller]
fn instalment(dossier: &Dossier, today: &str, expected: &str) {
    let loan = dossier.loan(&settings(), day(today)).unwrap();
    assert_eq!(monthly(&loan).unwrap(), euros(expected));
}

#[test]
fn a_simulation_follows_the_plan_and_the_agreement_of_the_day() {
    let simulated = dossier(Vec::new());
    assert_eq!(simulated.terms_origin(), TermsOrigin::Simulated);
    assert_eq!(simulated.loan_amount(), Ok(Some(euros("2400"))));
    instalment(&simulated, "2026-11-24", "70,86");
    instalment(&simulated, "2025-06-01", "71,93");
}

#[test]
fn what_a_lender_granted_stands_over_what_was_asked_for() {
    let approved = dossier(granted("2000", "3,5"));
    assert_eq!(approved.terms_origin(), TermsOrigin::Granted);
    assert_eq!(approved.loan_day(day("2027-03-01")), day("2026-12-16"));
    assert_eq!(approved.loan_amount(), Ok(Some(euros("2000"))));
    instalment(&approved, "2027-03-01", "58,60");
}

#[test]
fn a_contract_is_read_as_it_was_signed() {
    let terms = LoanTerms {
        insurance: Some(Insurance {
            monthly: euros("1,20"),
            on_outstanding: Rate::ZERO,
            requirement: InsuranceRequirement::Optional,
        }),
        ..LoanTerms::of(euros("1800"), Rate::read("3").unwrap(), 24)
    };
    let mut facts = granted("1800", "3");
    facts.push(Fact::ContractSigned(Contract {
        stated: crate::loan::StatedFigures::default(),
        signed_on: day("2026-12-20"),
        lender: key("val"),
        terms: terms.clone(),
        bank_reference: Line::default(),
    }));
    let signed = dossier(facts);
    assert_eq!(signed.terms_origin(), TermsOrigin::Signed);
    assert_eq!(signed.loan_day(day("2027-03-01")), day("2026-12-20"));
    assert_eq!(signed.loan_terms(&settings().at(day("2026-12-20"))), Ok(terms));
    instalment(&signed, "2027-03-01", "78,57");
}

#[test]
fn what_is_lacking_is_named_and_a_loan_nobody_needs_has_no_amount() {
    let mut paid = dossier(Vec::new());
    paid.project.own_share = Some(euros("3050"));
    assert_eq!(paid.loan_amount(), Ok(None));
    let lacks = |dossier: &Dossier| dossier.loan(&settings(), day("2026-11-24")).unwrap_err();
    assert_eq!(lacks(&paid), LoanRefused::Lacks(SimulationLack::Amount));
    let mut endless = dossier(Vec::new());
    endless.simulation.months = None;
    assert_eq!(lacks(&endless), LoanRefused::Lacks(SimulationLack::Months));
    let mut alone = dossier(Vec::new());
    alone.simulation.lender = None;
    assert_eq!(lacks(&alone), LoanRefused::Lacks(SimulationLack::Rate));
    assert_eq!(alone.after_project(&settings(), Euros::ZERO), Ok(None), "no budget, nothing after it");
}

#[test]
fn a_loan_is_that_of_who_grants_it_else_of_the_bank_chosen_else_of_the_bank_that_may_still_answer() {
    let other = key("other");
    let lender = |facts: &[Fact], chosen: Option<&ListKey>| {
        let mut read = dossier(facts.to_vec());
        read.simulation.lender = chosen.cloned();
        read.loan_lender().cloned()
    };
    let [orientation, sent, approval] = granted("2400", "4").try_into().unwrap();
    let refusal = Fact::Refused(Refusal {
        on: day("2026-12-16"),
        lender: key("val"),
        reasons: vec![key("budget")],
        told: None,
        note: Line::default(),
        letter_words: Line::default(),
    });
    let asked = [orientation.clone(), sent.clone()];
    assert_eq!(lender(&asked, None), Some(key("val")), "entered without a simulation");
    assert_eq!(lender(&asked, Some(&other)), Some(other.clone()), "the next one is being prepared");
    assert_eq!(lender(&[orientation.clone(), sent.clone(), refusal], None), None);
    assert_eq!(lender(&[orientation, sent, approval], Some(&other)), Some(key("val")));
}

/// A loan of twelve instalments, the first of them due on 5 February 2027.
fn paid() -> Vec<Fact> {
    let dates = LoanDates { disbursed_on: day("2027-01-05"), first_due_on: day("2027-02-05"), debit_day: None };
    let terms = LoanTerms { dates: Some(dates), ..LoanTerms::of(euros("1200"), Rate::read("3").unwrap(), 12) };
    let mut facts = granted("1200", "3");
    facts.push(Fact::ContractSigned(Contract {
        stated: crate::loan::StatedFigures::default(),
        signed_on: day("2026-12-20"),
        lender: key("val"),
        terms,
        bank_reference: Line::default(),
    }));
    facts.push(Fact::Disbursed(Disbursement { on: day("2027-01-05"), amount: euros("1200"), means: Line::default() }));
    facts
}

fn said(number: u32, on: &str, declared: DeclaredAs) -> Fact {
    let note = Line::default();
    Fact::Declared(Declaration { on: day(on), from: number, to: number, declared, told_by: ToldBy::Lender, note })
}

/// What is due of the twelve instalments after those declarations: the principal, then what is late.
#[track_caller]
fn due(declared: &[Fact], on: &str, principal: &str, late: &[u32]) {
    let facts = paid().into_iter().chain(declared.iter().cloned()).collect();
    let due = dossier(facts).still_due(day(on)).unwrap().unwrap();
    assert_eq!(due.principal, euros(principal), "on {on}");
    assert_eq!(due.late.iter().map(|line| line.number).collect::<Vec<_>>(), late, "on {on}");
    assert_eq!(due.explained().result, euros(principal).to_string(), "the working ends at the figure");
}

#[test]
fn what_is_late_is_due_with_what_is_to_come_and_silence_after_a_missed_instalment_is_no_payment() {
    due(&[], "2027-04-10", "903,37", &[]);
    let missed = [said(1, "2027-02-06", DeclaredAs::Paid), said(2, "2027-03-10", DeclaredAs::Missed)];
    due(&missed, "2027-03-09", "1002,49", &[]);
    due(&missed, "2027-03-10", "1101,37", &[2]);
    due(&missed, "2027-04-10", "1101,37", &[2, 3]);
    let [paid_first, missed_second] = missed;
    let later = [paid_first, missed_second, said(3, "2027-04-06", DeclaredAs::Paid)];
    due(&later, "2027-04-10", "1002,25", &[2]);
    let cleared = [&later[..], &[said(2, "2027-04-20", DeclaredAs::PaidLate)]].concat();
    due(&cleared, "2027-05-10", "804", &[]);
}

#[test]
fn what_was_paid_out_otherwise_than_the_contract_plans_is_told() {
    let otherwise = |on: &str, amount: &str| {
        let mut facts = paid();
        facts.pop();
        facts.push(Fact::Disbursed(Disbursement { on: day(on), amount: euros(amount), means: Line::default() }));
        dossier(facts).running_loan().unwrap().disbursed_otherwise()
    };
    assert_eq!(otherwise("2027-01-05", "1200"), None);
    let told = otherwise("2027-01-08", "1150").unwrap();
    assert_eq!((told.planned_on, told.planned), (Some(day("2027-01-05")), Some(euros("1200"))));
    assert_eq!(otherwise("2027-01-08", "1200").unwrap().planned, None, "the sum agrees");
}

#[test]
fn a_missed_instalment_the_lender_postponed_stays_an_incident() {
    let interest = crate::loan::HeldInterest::WithLast;
    let amendment = crate::loan::Amendment::Postponed { from: 2, count: 1, interest };
    let agreed = crate::dossier::Amended { agreed_on: day("2027-03-20"), amendment, note: Line::default() };
    let happened = [said(1, "2027-02-06", DeclaredAs::Paid), said(2, "2027-03-10", DeclaredAs::Missed)];
    let facts = paid().into_iter().chain(happened).chain([Fact::Amended(agreed)]).collect();
    let dossier = dossier(facts);
    let running = dossier.running_loan().unwrap();
    assert_eq!(running.declared_as(DeclaredAs::Missed).count(), 0, "nothing is owed of it any more");
    assert_eq!(running.incidents().iter().map(|line| line.number).collect::<Vec<_>>(), [2]);
    let held = running.in_force().instalments.iter().filter(|line| running.is_missed_then_postponed(line));
    assert_eq!(held.map(|line| line.number).collect::<Vec<_>>(), [2]);
}

#[test]
fn the_end_of_a_loan_may_be_held_from_its_last_instalment_on() {
    let running = dossier(paid());
    assert!(running.last_due_passed(day("2028-01-04")).is_none());
    assert_eq!(running.last_due_passed(day("2028-01-05")).map(|(last, _)| last), Some(day("2028-01-05")));
}

fn declarations() -> impl Strategy<Value = Vec<Declaration>> {
    let declared = prop::sample::select(DeclaredAs::ALL.to_vec());
    let one = (0_u32..14, 0_u32..5, 0_u32..400, declared).prop_map(|(from, more, days, declared)| Declaration {
        on: crate::calendar::days_after(day("2027-01-05"), days),
        from,
        to: from.saturating_add(more),
        declared,
        told_by: ToldBy::Lender,
        note: Line::default(),
    });
    prop::collection::vec(one, 0..25)
}

proptest! {
    #[test]
    fn an_instalment_is_said_once_or_missed_then_paid_late(said in declarations()) {
        let mut facts = paid();
        for declaration in said {
            let running = dossier(facts.clone()).running_loan().unwrap();
            if running.cannot_declare(&declaration, day("2028-03-01")).is_none() {
                facts.push(Fact::Declared(declaration));
            }
        }
        let running = dossier(facts).running_loan().unwrap();
        for number in 1..=12 {
            let about = running.declarations().iter().filter(|said| (said.from..=said.to).contains(&number));
            let told: Vec<DeclaredAs> = about.map(|said| said.declared).collect();
            let due = running.in_force().instalments.iter().find(|line| line.number == number).and_then(|line| line.due);
            let known = [vec![], vec![DeclaredAs::Paid], vec![DeclaredAs::Missed], vec![DeclaredAs::PaidLate],
                vec![DeclaredAs::Missed, DeclaredAs::PaidLate]];
            prop_assert!(known.contains(&told), "instalment {number}: {told:?}");
            let early = running.declarations().iter().any(|said| (said.from..=said.to).contains(&number) && Some(said.on) < due);
            prop_assert!(!early, "an instalment is said before it is due");
        }
    }
}
