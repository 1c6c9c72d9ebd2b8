//! A letter leaves once what it asserts is noted, and not before.

use super::*;
use crate::arrears::tests::{day, noted, said, settings, tessoreau};
use crate::dossier::{DeclaredAs, DossierId, Event, Fact, FactId, Facts, Noted, Precision, Recorded};
use crate::line::Line;

use LetterKind::{Acknowledgement, DefaultReasons, DeferralRequest, Reminder, RenegotiationRequest};

fn refused(kind: LetterKind, dossier: &Dossier, today: &str) -> Option<LetterRefused> {
    letter_refused(kind, dossier, &settings(), day(today)).unwrap()
}

/// The loan of which the first eight instalments were paid, and what was noted since.
fn paid_then(noted: Vec<Fact>) -> Dossier {
    tessoreau([vec![said("2026-10-06", (1, 8), DeclaredAs::Paid)], noted].concat())
}

/// The same with the ninth missed.
fn missed_then(noted: Vec<Fact>) -> Dossier {
    paid_then([vec![said("2026-11-16", (9, 9), DeclaredAs::Missed)], noted].concat())
}

fn life(on: &str, event: &str) -> Fact {
    noted(on, Event::LifeEvent, Some(event))
}

#[test]
fn a_job_found_is_no_cause_and_a_loan_that_is_paid_has_no_difficulty() {
    let dossier = paid_then(vec![life("2026-10-20", "job_found")]);
    for kind in [DeferralRequest, RenegotiationRequest] {
        assert_eq!(refused(kind, &dossier, "2026-10-21"), Some(LetterRefused::NoDifficulty), "{kind:?}");
    }
    let dossier = missed_then(vec![life("2026-11-17", "job_found")]);
    assert_eq!(refused(DeferralRequest, &dossier, "2026-11-18"), Some(LetterRefused::NoCause));
    let dossier = missed_then(vec![life("2026-11-01", "illness"), life("2026-11-17", "job_found")]);
    assert_eq!(refused(DeferralRequest, &dossier, "2026-11-18"), None, "the cause is not the last event");
    let old = missed_then(vec![life("2026-07-01", "illness")]);
    assert_eq!(refused(DeferralRequest, &old, "2026-11-18"), Some(LetterRefused::NoCause), "too long before");
}

#[test]
fn a_late_wage_grounds_a_postponement_and_no_new_arrangement() {
    let late = missed_then(vec![life("2026-11-16", "late_wage")]);
    assert_eq!(refused(DeferralRequest, &late, "2026-11-18"), None);
    assert_eq!(refused(RenegotiationRequest, &late, "2026-11-18"), Some(LetterRefused::PassingCause));
    let ill = missed_then(vec![life("2026-11-16", "late_wage"), life("2026-11-17", "illness")]);
    assert_eq!(refused(RenegotiationRequest, &ill, "2026-11-18"), None);
}

#[test]
fn what_the_person_said_is_a_cause_by_its_words_for_letters_alone() {
    let told = |words: &str| {
        Fact::Noted(Noted {
            note: Line::read("ne pas répéter").unwrap(),
            letter_words: Line::read(words).unwrap(),
            ..Noted::of(day("2026-10-20"), Event::DifficultyTold)
        })
    };
    assert_eq!(refused(DeferralRequest, &paid_then(vec![told("")]), "2026-10-21"), Some(LetterRefused::NoCause));
    assert_eq!(refused(DeferralRequest, &paid_then(vec![told("son contrat finit")]), "2026-10-21"), None);
}

#[test]
fn an_opinion_waits_for_the_notice_of_the_lender_or_for_as_many_missed_as_are_registered() {
    let once = || missed_then(vec![life("2026-11-16", "illness")]);
    assert_eq!(refused(DefaultReasons, &once(), "2026-11-20"), Some(LetterRefused::NoThreat));
    let announced =
        missed_then(vec![life("2026-11-16", "illness"), noted("2026-11-19", Event::AccelerationAnnounced, None)]);
    assert_eq!(refused(DefaultReasons, &announced, "2026-11-20"), None);
    let two = paid_then(vec![said("2026-12-16", (9, 10), DeclaredAs::Missed), life("2026-11-16", "illness")]);
    assert_eq!(refused(DefaultReasons, &two, "2026-12-20"), None);
}

/// A request, of which nothing else than what is given happened.
fn request(happened: Vec<Fact>) -> Dossier {
    let all = tessoreau(Vec::new());
    let recorded = all.facts.recorded()[..1].iter().cloned();
    let later = (2..).map(FactId).zip(happened).map(|(id, fact)| Recorded {
        id,
        replaces: None,
        fact,
        precision: Precision::Day,
        retracted: false,
    });
    let facts = Facts::of(recorded.chain(later).collect()).unwrap();
    Dossier::new(DossierId(1), all.reference, all.person, all.household, facts)
}

#[test]
fn no_reminder_leaves_before_the_person_had_time_to_answer() {
    assert_eq!(refused(Reminder, &request(Vec::new()), "2025-12-03"), Some(LetterRefused::HeardLately));
    assert_eq!(refused(Reminder, &request(Vec::new()), "2025-12-16"), None);
}

#[test]
fn a_running_loan_is_not_acknowledged() {
    assert_eq!(refused(Acknowledgement, &request(Vec::new()), "2025-12-02"), None);
    assert_eq!(refused(Acknowledgement, &paid_then(Vec::new()), "2026-11-20"), Some(LetterRefused::AlreadyStudied));
}
