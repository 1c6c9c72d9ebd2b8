//! The refund of interest: what the office gives back, proved instalment by instalment.
//!
//! The rule is that of the day the contract was signed. Silence is no incident known and counts as paid until one
//! is missed; the lender's end attestation settles them all. Worked example: 78,00 of interest
//! paid, half refunded, are 39,00; one instalment of 75,61 missed and paid late refuses a refund that asks for none
//! (*Un coup de pouce pour le microcrédit personnel*, la bonification).

mod decision;

pub use decision::{RefundAsked, RefundUndecided, RefundUnpaid};

use chrono::NaiveDate;

use crate::dossier::{DeclaredAs, Dossier, RunningLoan, ToldBy};
use crate::loan::{Instalment, InstalmentKind};
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{RefundBase, RefundCondition, RefundMoment, RefundPolicy, Settings};

vocabulary! {
    /// What is known of one instalment.
    pub enum RefundLineState {
        OnTime => "on_time", "À sa date";
        Postponed => "postponed", "Reportée avec l’accord de la banque";
        Settled => "settled", "Soldée, dit l’attestation";
        Unsaid => "unsaid", "Aucun incident connu";
        Unknown => "unknown", "Rien de connu depuis l’impayé";
        Late => "late", "En retard";
        Missed => "missed", "Impayée";
        ToCome => "to_come", "À venir";
        NeverDue => "never_due", "Après la fin du prêt";
    }
}

/// One instalment of the proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RefundLine {
    /// Its number.
    pub number: u32,
    /// The day it was due.
    pub due: Option<NaiveDate>,
    /// What was to be paid.
    pub total: Euros,
    /// Its interest.
    pub interest: Euros,
    /// The interest paid so far, this one included.
    pub running: Euros,
    /// What is known of it.
    pub state: RefundLineState,
    /// Who said so, and when.
    pub told: Option<(ToldBy, NaiveDate)>,
}

/// Why nothing is refunded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundObstacle {
    /// The loan is not repaid.
    NotRepaid,
    /// An instalment was late.
    LateInstalment {
        /// Its number.
        number: u32,
        /// The day it was due.
        due: Option<NaiveDate>,
    },
    /// The lender called everything in, or the guarantee, or too many instalments were missed in a row.
    MajorIncident {
        /// The day.
        on: NaiveDate,
    },
}

/// What a refund would be, and what proves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundProof {
    /// The rule, of the day the contract was signed.
    pub policy: RefundPolicy,
    /// The instalments, in their order.
    pub lines: Vec<RefundLine>,
    /// The interest paid, by the schedule in force.
    pub interest: Euros,
    /// What the rule gives.
    pub amount: Euros,
    /// What stands against it; none when the person is entitled to it.
    pub obstacles: Vec<RefundObstacle>,
}

impl RefundProof {
    /// What the rule gives on another amount of interest: what the lender attests.
    pub fn on_interest(&self, interest: Euros) -> Result<Euros, AmountTooLarge> {
        match self.policy.base {
            RefundBase::Interest => share(interest, &self.policy),
            RefundBase::OneInstalment => Ok(self.amount),
        }
    }
}

/// The refund of a dossier's loan; nothing without a loan released, or when the office refunded nothing then.
pub fn refund(dossier: &Dossier, settings: &Settings, today: NaiveDate) -> Result<Option<RefundProof>, AmountTooLarge> {
    let Some(running) = dossier.running_loan() else { return Ok(None) };
    let Some(policy) = settings.at(dossier.loan_day(today)).office.refund.clone() else { return Ok(None) };
    let lines = lines(&running, policy.moment, today)?;
    let interest = lines.last().map_or(Euros::ZERO, |line| line.running);
    let amount = match policy.base {
        RefundBase::Interest => share(interest, &policy)?,
        RefundBase::OneInstalment => share(running.in_force().instalment(), &policy)?,
    };
    let obstacles = obstacles(dossier, &running, &policy, &lines);
    Ok(Some(RefundProof { policy, lines, interest, amount, obstacles }))
}

fn share(base: Euros, policy: &RefundPolicy) -> Result<Euros, AmountTooLarge> {
    Ok(base.part(policy.share_percent, 100)?.unwrap_or(Euros::ZERO))
}

fn lines(running: &RunningLoan, moment: RefundMoment, today: NaiveDate) -> Result<Vec<RefundLine>, AmountTooLarge> {
    let mut paid = Euros::ZERO;
    let mut lines = Vec::new();
    let unpaid = running.unpaid(today);
    let until = running.settled_on.map_or(today, |settled| settled.min(today));
    for line in &running.in_force().instalments {
        let said = running.declared(line.number).filter(|_| line.kind.is_owed());
        let is_unpaid = unpaid.iter().any(|other| other.number == line.number);
        let declared = state(line, said.map(|said| said.declared), running.settled_on, today);
        let is_unknown = is_unpaid && declared == RefundLineState::Unsaid;
        let state = if is_unknown { RefundLineState::Unknown } else { declared };
        let due = line.due.map_or(running.settled_on.is_some(), |due| due <= until);
        if moment == RefundMoment::Start || (due && !is_unpaid) {
            paid = paid.plus(line.interest)?;
        }
        lines.push(RefundLine {
            number: line.number,
            due: line.due,
            total: line.total,
            interest: line.interest,
            running: paid,
            state,
            told: said.map(|said| (said.told_by, said.on)),
        });
    }
    Ok(lines)
}

fn state(
    line: &Instalment,
    said: Option<DeclaredAs>,
    settled_on: Option<NaiveDate>,
    today: NaiveDate,
) -> RefundLineState {
    let settled = settled_on.is_some_and(|settled| line.due.is_none_or(|due| due <= settled));
    match (line.kind, said) {
        (InstalmentKind::Deferred | InstalmentKind::OnHold { .. }, _) => RefundLineState::Postponed,
        (_, Some(DeclaredAs::Paid)) => RefundLineState::OnTime,
        (_, Some(DeclaredAs::PaidLate)) => RefundLineState::Late,
        // Missed once, then settled with the rest: it was late.
        (_, Some(DeclaredAs::Missed)) if settled => RefundLineState::Late,
        (_, Some(DeclaredAs::Missed)) => RefundLineState::Missed,
        (_, None) if settled => RefundLineState::Settled,
        // The loan ended before it: it does not become a payment as days go by.
        (_, None) if settled_on.is_some() => RefundLineState::NeverDue,
        (_, None) if line.due.is_some_and(|due| due <= today) => RefundLineState::Unsaid,
        (_, None) => RefundLineState::ToCome,
    }
}

fn obstacles(
    dossier: &Dossier,
    running: &RunningLoan,
    policy: &RefundPolicy,
    lines: &[RefundLine],
) -> Vec<RefundObstacle> {
    let course = dossier.facts.course();
    let mut obstacles = Vec::new();
    let asks_the_end = match (policy.moment, policy.condition) {
        (RefundMoment::End, _)
        | (RefundMoment::Start, RefundCondition::FullyRepaid | RefundCondition::FullyRepaidNoLateInstalment) => true,
        (RefundMoment::Start, RefundCondition::None | RefundCondition::NoMajorIncident) => false,
    };
    if asks_the_end && running.settled_on.is_none() {
        obstacles.push(RefundObstacle::NotRepaid);
    }
    match policy.condition {
        RefundCondition::None | RefundCondition::FullyRepaid => {}
        RefundCondition::FullyRepaidNoLateInstalment => {
            let late = lines.iter().filter(|line| {
                matches!(line.state, RefundLineState::Late | RefundLineState::Missed)
                    || (policy.postponed_is_late && line.state == RefundLineState::Postponed)
            });
            obstacles.extend(late.map(|line| RefundObstacle::LateInstalment { number: line.number, due: line.due }));
        }
        RefundCondition::NoMajorIncident => {
            let called = [course.accelerated_on, course.guarantee_called_on];
            obstacles.extend(called.into_iter().flatten().map(|on| RefundObstacle::MajorIncident { on }));
            let missed = policy.major_from_missed.and_then(|count| missed_in_a_row(lines, count));
            obstacles.extend(missed.map(|on| RefundObstacle::MajorIncident { on }));
        }
    }
    obstacles
}

/// The day the instalment that makes so many missed in a row was due.
fn missed_in_a_row(lines: &[RefundLine], count: u32) -> Option<NaiveDate> {
    let mut row = 0_u32;
    for line in lines {
        let missed = matches!(line.state, RefundLineState::Late | RefundLineState::Missed);
        row = if missed { row.saturating_add(1) } else { 0 };
        if missed && row >= count {
            return line.due;
        }
    }
    None
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::arrears::tests::{said, tessoreau};
    use crate::line::Line;

    pub(crate) fn policy(share_percent: u32) -> RefundPolicy {
        RefundPolicy {
            moment: RefundMoment::End,
            base: RefundBase::Interest,
            share_percent,
            condition: RefundCondition::FullyRepaidNoLateInstalment,
            payer: Line::default(),
            decided_by: Line::default(),
            resolution: Line::default(),
            postponed_is_late: false,
            major_from_missed: None,
            yearly_envelope: None,
            charged_to: Line::default(),
            ordered_by: Line::default(),
        }
    }

    fn due(on: &str) -> Instalment {
        let euros = |cents| Euros::from_cents(cents).unwrap();
        Instalment {
            number: 1,
            due: Some(on.parse().unwrap()),
            kind: InstalmentKind::Level,
            principal: euros(6_286),
            interest: euros(800),
            insurance: Euros::ZERO,
            total: euros(7_086),
            outstanding: euros(233_714),
        }
    }

    proptest! {
        /// Never more than what was paid, all of it at 100 %, one cent of rounding at most, more for a larger share.
        #[test]
        fn a_share_is_rounded_once_and_never_passes_what_was_paid(cents in 0_i64..10_000_000, percent in 1_u32..=100) {
            let base = Euros::from_cents(cents).unwrap();
            let given = share(base, &policy(percent)).unwrap();
            prop_assert!(given <= base);
            prop_assert_eq!(share(base, &policy(100)).unwrap(), base);
            let exact = cents.saturating_mul(i64::from(percent));
            prop_assert!(given.cents().saturating_mul(100).abs_diff(exact) <= 50, "half a cent at most");
            if percent < 100 {
                prop_assert!(share(base, &policy(percent.saturating_add(1))).unwrap() >= given);
            }
        }

        /// What is known of an instalment of a loan that is over does not change as days go by.
        #[test]
        fn a_loan_that_is_over_says_the_same_whenever_it_is_read(months in 0_u64..60, later in 0_u64..4_000) {
            let settled: NaiveDate = "2028-03-15".parse().unwrap();
            let first: NaiveDate = "2026-01-10".parse().unwrap();
            let after = |day: NaiveDate, days| day.checked_add_days(chrono::Days::new(days)).unwrap();
            let line = due(&after(first, months.saturating_mul(30)).to_string());
            for said in [None, Some(DeclaredAs::Paid), Some(DeclaredAs::PaidLate), Some(DeclaredAs::Missed)] {
                let at = |days| state(&line, said, Some(settled), after(settled, days));
                prop_assert_eq!(at(0), at(later));
            }
        }
    }

    #[test]
    fn silence_is_no_incident_and_never_a_payment_of_a_loan_that_runs() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let line = due("2027-01-10");
        let known = |said, settled: Option<&str>, today: &str| state(&line, said, settled.map(day), day(today));
        assert_eq!(known(None, None, "2027-01-09"), RefundLineState::ToCome);
        assert_eq!(known(None, None, "2027-01-10"), RefundLineState::Unsaid);
        assert_eq!(known(None, Some("2027-01-10"), "2027-02-01"), RefundLineState::Settled);
        assert_eq!(known(None, Some("2027-01-09"), "2029-02-01"), RefundLineState::NeverDue);
        assert_eq!(known(Some(DeclaredAs::Missed), None, "2027-02-01"), RefundLineState::Missed);
        assert_eq!(known(Some(DeclaredAs::Missed), Some("2027-06-01"), "2027-07-01"), RefundLineState::Late);
    }

    #[test]
    fn after_a_missed_instalment_silence_is_no_payment() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let happened =
            vec![said("2026-03-06", (1, 1), DeclaredAs::Paid), said("2026-04-07", (2, 2), DeclaredAs::Missed)];
        let dossier = tessoreau(happened);
        let on = day("2026-06-10");
        let proved = lines(&dossier.running_loan().unwrap(), RefundMoment::End, on).unwrap();
        let states: Vec<RefundLineState> = proved.iter().take(5).map(|line| line.state).collect();
        use RefundLineState::{Missed, OnTime, ToCome, Unknown};
        assert_eq!(states, [OnTime, Missed, Unknown, Unknown, ToCome]);
        let paid = proved.last().unwrap().running;
        assert_eq!(paid, proved.first().unwrap().interest, "the first alone is paid");
        assert_eq!(paid, dossier.still_due(on).unwrap().unwrap().interest_paid, "what the loan says of it");
    }

    #[test]
    fn so_many_missed_in_a_row_are_a_major_incident() {
        let line = |number: u32, state| RefundLine {
            number,
            due: NaiveDate::from_ymd_opt(2027, number, 10),
            total: Euros::ZERO,
            interest: Euros::ZERO,
            running: Euros::ZERO,
            state,
            told: None,
        };
        let (late, paid) = (RefundLineState::Late, RefundLineState::OnTime);
        let lines: Vec<RefundLine> =
            (1..).zip([late, paid, late, late, late]).map(|(number, state)| line(number, state)).collect();
        assert_eq!(missed_in_a_row(&lines, 3), NaiveDate::from_ymd_opt(2027, 5, 10));
        assert_eq!(missed_in_a_row(&lines, 4), None);
        assert_eq!(missed_in_a_row(&lines, 1), NaiveDate::from_ymd_opt(2027, 1, 10));
    }
}
