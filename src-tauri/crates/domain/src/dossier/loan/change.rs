//! Changing a running loan: a change follows those before it and moves nothing that was paid.
//!
//! A change is kept once the lender agreed, in the order of those agreements. What was declared paid stays as it was: a
//! change starts after it (*Un coup de pouce pour le microcrédit personnel*, l'accompagnement pendant le prêt). Worked
//! example: eight instalments declared paid, a postponement from the eighth is refused, from the ninth it stands.

use chrono::NaiveDate;

use super::RunningLoan;
use crate::dossier::{Amended, Dossier};
use crate::loan::{Amendment, AmendmentRefused, RepaymentSchedule, amended};

/// Why a running loan is not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeRefused {
    /// The funds are not released.
    NotDisbursed,
    /// A change kept before can no longer be made, since the contract was corrected.
    Stopped(AmendmentRefused),
    /// The schedule does not take it.
    Amendment(AmendmentRefused),
    /// A change was agreed later.
    BeforeAnother(NaiveDate),
    /// An instalment it changes was declared paid.
    Paid(u32),
}

impl Dossier {
    /// Its loan, once the funds are released and while every change of it can be made.
    pub fn released_loan(&self) -> Result<RunningLoan, ChangeRefused> {
        let running = self.running_loan().filter(|running| running.disbursed.is_some());
        let running = running.ok_or(ChangeRefused::NotDisbursed)?;
        running.stopped.map_or(Ok(running), |refused| Err(ChangeRefused::Stopped(refused)))
    }
}

impl RunningLoan {
    /// The schedule a change makes.
    pub fn changed(&self, amendment: &Amendment) -> Result<RepaymentSchedule, ChangeRefused> {
        let after = amended(self.in_force(), amendment).map_err(ChangeRefused::Amendment)?;
        self.paid_since(amendment).map_or(Ok(after), |line| Err(ChangeRefused::Paid(line.number)))
    }

    /// Refuses a change agreed before another one, or that the loan does not take.
    pub fn may_amend(&self, agreed: &Amended) -> Result<(), ChangeRefused> {
        match self.changes.last().map(|change| change.agreed.agreed_on).filter(|on| *on > agreed.agreed_on) {
            Some(later) => Err(ChangeRefused::BeforeAnother(later)),
            None => self.changed(&agreed.amendment).map(drop),
        }
    }

    /// The instalments due by a day of which nothing was said, as stretches of numbers.
    #[must_use]
    pub fn unsaid_stretches(&self, until: NaiveDate) -> Vec<(u32, u32)> {
        let mut stretches: Vec<(u32, u32)> = Vec::new();
        for line in self.unsaid_by(until) {
            match stretches.last_mut() {
                Some((_, to)) if to.saturating_add(1) == line.number => *to = line.number,
                Some(_) | None => stretches.push((line.number, line.number)),
            }
        }
        stretches
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arrears::tests::{day, said, tessoreau};
    use crate::dossier::tests::deeds::{Deed, LENDER};
    use crate::dossier::tests::dossier;
    use crate::dossier::{DeclaredAs, Direction, Fact};
    use crate::line::Line;
    use crate::loan::HeldInterest;

    fn postponed(from: u32) -> Amendment {
        Amendment::Postponed { from, count: 1, interest: HeldInterest::WithLast }
    }

    fn agreed(on: &str, from: u32) -> Amended {
        Amended { agreed_on: day(on), amendment: postponed(from), note: Line::default() }
    }

    #[test]
    fn a_loan_changes_once_its_money_is_paid() {
        let deeds = [Deed::Interview, Deed::Orient(Direction::Submit), Deed::Submit(LENDER), Deed::Approve(LENDER)];
        let mut deeds: Vec<(u32, Deed)> = (1..).zip(deeds).collect();
        deeds.push((5, Deed::Sign(LENDER)));
        assert_eq!(dossier(&deeds).released_loan().err(), Some(ChangeRefused::NotDisbursed));
        assert!(tessoreau(Vec::new()).released_loan().is_ok());
    }

    #[test]
    fn what_was_declared_paid_does_not_move() {
        let loan = tessoreau(vec![said("2026-10-06", (1, 8), DeclaredAs::Paid)]).released_loan().unwrap();
        assert_eq!(loan.changed(&postponed(8)).err(), Some(ChangeRefused::Paid(8)));
        assert_eq!(loan.changed(&postponed(9)).unwrap().months(), 25);
        assert!(matches!(loan.changed(&postponed(40)), Err(ChangeRefused::Amendment(_))));
    }

    #[test]
    fn changes_are_kept_in_the_order_they_were_agreed() {
        let loan = tessoreau(vec![Fact::Amended(agreed("2026-11-24", 9))]).released_loan().unwrap();
        let before = loan.may_amend(&agreed("2026-11-23", 12));
        assert_eq!(before, Err(ChangeRefused::BeforeAnother(day("2026-11-24"))));
        assert_eq!(loan.may_amend(&agreed("2026-11-24", 12)), Ok(()));
    }

    #[test]
    fn what_is_due_and_unsaid_is_told_in_stretches() {
        let loan = tessoreau(vec![said("2026-06-06", (3, 3), DeclaredAs::Paid)]).released_loan().unwrap();
        assert_eq!(loan.unsaid_stretches(day("2026-07-05")), [(1, 2), (4, 5)]);
        assert_eq!(loan.unsaid_stretches(day("2026-03-04")), []);
    }
}
