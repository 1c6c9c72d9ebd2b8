//! What holds of every invented office, whatever its seed and its day.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use domain::arrears::{episodes, open_episode};
use domain::budget::{BudgetReading, Debt, reckon, reckon_after};
use domain::companion::CompanionRole;
use domain::dossier::{DeclaredAs, Dossier, DossierId, Event, Fact, FactKind, ScreeningOutcome};
use domain::household::Link;
use domain::loan::schedule;
use domain::money::Euros;
use domain::partner::ExchangeKind;
use domain::refund::refund;
use domain::settings::{ListKey, RulePeriod, Settings};
use domain::task::{APPOINTMENT, Task};
use domain::words::spaced;

use super::*;
use app::caller::{Files, Outside, Progress, Viewer};
use casework::office::prepare_office;

struct NoViewer;

impl Viewer for NoViewer {
    fn show(&self, _: &std::path::Path) -> std::io::Result<()> {
        Ok(())
    }
}

/// The dossiers of a demonstration, with the settings they were made by.
fn office(count: u32, seed: u64, day: &str) -> (Vec<Dossier>, Settings, NaiveDate) {
    let (_folder, desk, today) = demo(count, seed, day);
    let vault = desk.vault().unwrap();
    let read = |id: u32| vault.read(|reader| reader.dossier(DossierId(id.into()))).unwrap().unwrap();
    let dossiers = (1..=count).map(read).collect();
    (dossiers, desk.read(settings).unwrap(), today)
}

/// A demonstration, open.
fn demo(count: u32, seed: u64, day: &str) -> (tempfile::TempDir, Desk, NaiveDate) {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::at(folder.path()).with_smallest_keys();
    let moment = Moment::on(day.parse().unwrap(), Duration::ZERO);
    let caller = Caller {
        moment,
        outside: Outside { files: Arc::new(Files::default()), viewer: Arc::new(NoViewer) },
        progress: Arc::new(Progress::untold()),
    };
    let prepared = prepare_office(&mut desk, Nothing {}, &moment).unwrap();
    let retyped = prepared.asked.map(|number| prepared.recovery_code[number.checked_sub(1).unwrap()].clone());
    let passphrase = Zeroizing::new("demonstration sans ecran".to_owned());
    create_demo_office(&mut desk, NewDemo { passphrase, retyped: Some(retyped), dossiers: count, seed }, &caller)
        .unwrap();
    (folder, desk, moment.today)
}

#[test]
fn any_day_of_a_week_and_any_seed_makes_an_office() {
    for (seed, day) in
        (1..).zip(["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24", "2027-03-31", "2028-02-29"])
    {
        let (dossiers, _, today) = office(60, seed, day);
        let requests = dossiers.iter().map(|dossier| dossier.facts.request().received_on);
        let days: Vec<_> = requests.collect();
        assert!(days.is_sorted() && days.iter().all(|day| *day <= today), "the references follow the requests");
        let years = today.signed_duration_since(*days.first().unwrap()).num_days();
        assert!((900..1_100).contains(&years), "three years of requests: {years} days");
    }
}

#[test]
fn nothing_lies_in_the_future_and_loans_come_to_their_end() {
    let (dossiers, _, today) = office(300, 5, "2026-11-20");
    let mut over = 0;
    for dossier in &dossiers {
        let course = dossier.facts.course();
        assert!(dossier.facts.standing().all(|row| row.fact.day() <= today), "{}", dossier.reference);
        let Some(loan) = dossier.running_loan().filter(|_| course.disbursement.is_some()) else { continue };
        let last = loan.in_force().instalments.last().unwrap().due.unwrap();
        let ended = [course.repaid_on, course.accelerated_on, course.died_on].iter().any(Option::is_some);
        assert!(last + chrono::Days::new(45) > today || ended, "{} was to be repaid on {last}", dossier.reference);
        over += usize::from(course.closing.is_some());
    }
    assert!(over > 5, "{over} loans are closed");
}

/// The most days an invented task is late.
const MOST_LATE: i64 = 45;

#[test]
fn today_is_a_day_an_adviser_could_have() {
    for (seed, day) in (1..).zip(["2026-11-20", "2026-11-21", "2026-11-23", "2027-03-31"]) {
        let (dossiers, _, today) = office(200, seed, day);
        let days_late = |dossier: &Dossier| dossier.tasks.iter().map(|task| (today - task.due).num_days()).max();
        for dossier in &dossiers {
            let open = dossier.facts.course().closed.is_none();
            assert!(!open || !dossier.tasks.is_empty(), "{} has nothing to be done", dossier.reference);
            let late: Vec<_> = dossier.tasks.iter().filter(|task| (today - task.due).num_days() > MOST_LATE).collect();
            assert!(late.is_empty(), "{} of {day}: {late:?}", dossier.reference);
        }
        let open: Vec<_> = dossiers.iter().filter(|dossier| dossier.facts.course().closed.is_none()).collect();
        let late = open.iter().filter(|dossier| days_late(dossier).is_some_and(|days| days > 0)).count();
        assert!(late * 10 <= open.len(), "{late} of {} are late on {day}", open.len());
        assert!(late > 0, "nobody is ever up to date");
        let met = |task: &&Task| task.rule_key() == APPOINTMENT && (0..10).contains(&(task.due - today).num_days());
        let appointments = open.iter().flat_map(|dossier| &dossier.tasks).filter(met).count();
        assert!(appointments > 0, "nobody is to be met within ten days of {day}");
    }
}

#[test]
fn every_loan_keeps_within_the_agreement_of_its_day() {
    let (dossiers, settings, _) = office(300, 9, "2026-11-20");
    let mut agreements = std::collections::BTreeSet::new();
    for dossier in &dossiers {
        for row in dossier.facts.standing() {
            let Fact::Submitted(sent) = &row.fact else { continue };
            let rules = settings.at(sent.sent_on);
            let agreement = rules.lender(&sent.lender).unwrap().agreement.expect("an agreement of that day");
            agreements.insert((sent.lender.clone(), agreement.valid_from));
            let limits = &agreement.value.limits;
            assert!(agreement.value.products.contains(sent.product.as_ref().unwrap()), "{}", dossier.reference);
            assert!(sent.amount.is_some() && limits.amount_min <= sent.amount && sent.amount <= limits.amount_max);
            assert!(limits.months_min <= sent.months && sent.months <= limits.months_max);
            assert_eq!(Some(dossier.project.financing().unwrap().remainder), sent.amount, "{}", dossier.reference);
        }
    }
    assert_eq!(agreements.len(), 4, "three lenders, one with an older agreement: {agreements:?}");
}

#[test]
fn budgets_are_those_of_people_who_can_carry_their_loan() {
    let (dossiers, settings, _) = office(300, 2, "2026-11-20");
    let mut couples = 0;
    for dossier in &dossiers {
        couples += usize::from(dossier.household.members().iter().any(|member| member.link == Link::CoApplicant));
        let Some(budget) = &dossier.budget else { continue };
        let rules = settings.at(dossier.facts.request().received_on);
        assert!((6..=28).contains(&budget.lines.len()), "{}: {} lines", dossier.reference, budget.lines.len());
        assert!(reckon(budget, &dossier.household, &BudgetReading::of_office(&rules)).is_ok());
        let Some((_, contract)) = dossier.facts.course().contract else { continue };
        let instalment = schedule(&contract.terms).unwrap().instalment();
        let after = reckon_after(budget, &dossier.household, &BudgetReading::of_office(&rules), instalment).unwrap();
        let threshold = rules.office.budget.threshold.unwrap();
        assert!(after.reste_a_vivre >= threshold, "{}: {}", dossier.reference, after.reste_a_vivre);
    }
    assert!(couples > 5, "some borrow together");
}

#[test]
fn requests_and_loans_are_near_what_is_known_of_the_country() {
    let (dossiers, settings, _) = office(1_000, 1, "2026-11-20");
    let category =
        |key: &ListKey| domain::settings::entry(&settings.lists.purposes, key).unwrap().group.clone().unwrap();
    let share = |count: usize, of: usize| count * 100 / of;
    let mobile =
        |dossier: &&Dossier| category(dossier.facts.request().purpose.as_ref().unwrap()).as_str() == "mobility";
    assert!((60..=74).contains(&share(dossiers.iter().filter(mobile).count(), dossiers.len())), "mobility: two thirds");
    let granted = |dossier: &&Dossier| dossier.facts.standing().any(|row| matches!(row.fact, Fact::Approved(_)));
    let loans = dossiers.iter().filter(granted).count();
    assert!((24..=33).contains(&share(loans, dossiers.len())), "a request in four becomes a loan");
    let died = dossiers.iter().filter(|dossier| dossier.facts.course().died_on.is_some()).count();
    assert!((1..=6).contains(&died), "{died} borrowers died");
    let followed = |dossier: &&Dossier| dossier.facts.course().disbursement.is_some();
    let in_trouble = dossiers.iter().filter(followed).filter(|dossier| !episodes(dossier).is_empty()).count();
    let paid = dossiers.iter().filter(followed).count();
    assert!((5..=16).contains(&share(in_trouble, paid)), "{in_trouble} of {paid} loans missed an instalment");
}

#[test]
fn every_room_of_the_money_has_something_to_show() {
    let (dossiers, settings, today) = office(60, 1, "2026-11-20");
    let facts = |wanted: FactKind| {
        dossiers.iter().flat_map(|dossier| dossier.facts.standing()).filter(|row| row.fact.kind() == wanted).count()
    };
    assert!(facts(FactKind::Declared) > 8, "{} declarations", facts(FactKind::Declared));
    assert!(facts(FactKind::Amended) > 0, "a loan was changed");
    let lines = || dossiers.iter().filter_map(|dossier| dossier.budget.as_ref()).flat_map(|budget| &budget.lines);
    assert!(lines().any(|line| line.debt.paid_off), "a debt is paid off by its loan");
    assert!(lines().any(|line| line.debt.arrears.is_some()), "a debt is late");
    assert!(lines().any(|line| line.ends.is_some() && line.debt == Debt::default()), "an income stops");
    let sealed = dossiers.iter().filter_map(|dossier| dossier.budget.as_ref()?.seal.as_ref());
    assert!(sealed.clone().any(|seal| seal.instalment.is_some()), "a budget was closed with its instalment");
    assert!(dossiers.iter().filter(|dossier| dossier.simulation.choice.is_some()).count() > 5, "banks were chosen");
    assert!(dossiers.iter().any(|dossier| !dossier.eligibility.answers.is_empty()), "questions were answered");
    assert!(dossiers.iter().any(|dossier| !dossier.eligibility.overrides.is_empty()), "a check was passed over");
    let rules = settings.at(today);
    let [plain, own] = ["banque_du_val", "credit_municipal_de_hautval"].map(|key| {
        let lender = rules.lender(&ListKey::new(key)).unwrap();
        lender.agreement.unwrap().value.clone()
    });
    assert_eq!((plain.budget.is_some(), own.budget.map(|rule| rule.period)), (false, Some(RulePeriod::Day)));
    assert_eq!((plain.account.is_some(), own.account.is_some()), (false, true));
}

#[test]
fn a_dossier_has_all_that_its_life_can_hold() {
    let (dossiers, settings, today) = office(200, 3, "2026-11-20");
    let standing = || dossiers.iter().flat_map(|dossier| dossier.facts.standing()).map(|row| &row.fact);
    let told: BTreeSet<FactKind> = standing().map(Fact::kind).collect();
    assert_eq!(told, FactKind::ALL.into_iter().collect(), "every kind of fact");
    let noted: BTreeSet<Event> =
        standing().filter_map(|fact| if let Fact::Noted(noted) = fact { Some(noted.event) } else { None }).collect();
    for event in [
        Event::AppointmentMissed,
        Event::ContactAnsweredNone,
        Event::RedirectionAnswered,
        Event::LenderAcknowledged,
        Event::RefusalReasonAsked,
        Event::CharterSigned,
        Event::ConsentSigned,
        Event::PurchaseProved,
        Event::LifeEvent,
        Event::SupportAction,
        Event::DeferralAsked,
        Event::RegistrationLetter,
        Event::AccelerationAnnounced,
        Event::Accelerated,
        Event::GuaranteeCalled,
        Event::LoanRepaid,
        Event::RefundPaid,
        Event::FeedbackConsent,
        Event::LetterSent,
    ] {
        assert!(noted.contains(&event), "{event:?} never happens");
    }
    for outcome in ScreeningOutcome::ALL {
        let so = |fact: &Fact| if let Fact::Screened(call) = fact { call.outcome == outcome } else { false };
        assert!(standing().any(so), "no call ends in {outcome:?}");
    }
    assert!(dossiers.iter().any(|dossier| dossier.co_borrower.is_some()), "some borrow together");
    assert!(dossiers.iter().any(|dossier| dossier.companions.iter().any(|one| one.role == CompanionRole::Guardian)));
    assert!(dossiers.iter().any(|dossier| dossier.facts.course().taken_over), "one was begun before Étrier");
    assert!(dossiers.iter().any(|dossier| open_episode(dossier).is_some()), "an instalment is missed today");
    let declared = |dossier: &Dossier, wanted| {
        let said = dossier.facts.course().declarations.into_iter().filter(move |(_, said)| said.declared == wanted);
        said.map(|(_, said)| said.clone()).collect::<Vec<_>>()
    };
    for dossier in &dossiers {
        for missed in declared(dossier, DeclaredAs::Missed) {
            let paid = declared(dossier, DeclaredAs::Paid);
            let both = paid.iter().any(|paid| (paid.from..=paid.to).contains(&missed.from));
            assert!(!both, "{}: instalment {} paid and missed", dossier.reference, missed.from);
        }
    }
    let refunds = dossiers.iter().filter_map(|dossier| Some((dossier, dossier.facts.course().refund?.1)));
    for (dossier, decided) in refunds {
        let proof = refund(dossier, &settings, today).unwrap().expect("the rule of its contract");
        let owed = if proof.obstacles.is_empty() { proof.amount } else { Euros::ZERO };
        assert_eq!((decided.scheduled, decided.amount), (Some(proof.interest), owed), "{}", dossier.reference);
    }
}

#[test]
fn an_office_is_more_than_its_dossiers() {
    let (_folder, desk, today) = demo(60, 1, "2026-11-20");
    let vault = desk.vault().unwrap();
    vault
        .read(|reader| -> Result<(), Failure> {
            let sessions = reader.sessions()?;
            assert!(sessions.iter().any(|one| one.day > today) && sessions.iter().any(|one| one.day <= today));
            for session in &sessions {
                assert!(!reader.agenda(session.id)?.is_empty(), "{}: nothing on its agenda", session.day);
            }
            let referrers: Vec<_> = reader.referrers()?.into_iter().map(|one| one.id).collect();
            let chosen = |id| reader.dossier(DossierId(id)).unwrap().unwrap().facts.request().referrer;
            assert!((1..=60).filter_map(chosen).all(|one| referrers.contains(&one)), "those who send are known");
            assert!((1..=60).filter_map(chosen).count() > 8, "some are sent");
            assert!(reader.exchanges()?.iter().any(|one| one.kind == ExchangeKind::Visit), "a bank was visited");
            assert!(!reader.aid_entries()?.is_empty() && reader.work_minutes()?.len() > 60);
            let settings = settings(reader)?;
            for resolution in reader.resolutions()? {
                let source = &settings.office.at(resolution.decided_on + chrono::Days::new(21)).source;
                assert_eq!(*source, spaced(&resolution.label()).replace('\u{a0}', " "), "the rule it grounds");
            }
            Ok(())
        })
        .unwrap();
}
