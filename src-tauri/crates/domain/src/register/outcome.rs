//! What became of a line, by its words, else by what stands in its cells.
//!
//! A line without an outcome whose amount granted is written was granted; one with a motive of refusal alone was refused.

use super::{RegisterColumn, RegisterOutcome, Said, ToldDay};
use crate::dossier::FactDate;
use crate::line::Line;
use crate::money::Euros;

impl Said {
    /// The same line as far as the sending.
    pub(super) fn without_its_end(&self) -> Self {
        Self {
            outcome: None,
            refusal: None,
            refusal_words: Line::default(),
            decided: None,
            granted: None,
            disbursed: None,
            repaid: None,
            loss: None,
            refund: None,
            refunded: None,
            ..self.clone()
        }
    }

    /// Whether a lender had it: the line says so, or what a lender answered.
    #[must_use]
    pub fn went_to_a_lender(&self) -> bool {
        match self.outcome() {
            Some(RegisterOutcome::Granted | RegisterOutcome::Withdrawn | RegisterOutcome::Refused) => true,
            Some(RegisterOutcome::Redirected | RegisterOutcome::Inadmissible) => false,
            Some(RegisterOutcome::Dropped | RegisterOutcome::Pending) | None => self.sent.is_some(),
        }
    }

    /// The same line without the day, else without the step, that cannot stand beside the others; nothing when it had none.
    #[must_use]
    pub(super) fn without(&self, step: RegisterColumn) -> Option<Self> {
        let mut less = self.clone();
        let steps = [
            (RegisterColumn::Assessed, &mut less.assessed),
            (RegisterColumn::SentOn, &mut less.sent),
            (RegisterColumn::DecidedOn, &mut less.decided),
            (RegisterColumn::DisbursedOn, &mut less.disbursed),
            (RegisterColumn::RepaidOn, &mut less.repaid),
            (RegisterColumn::RefundedOn, &mut less.refunded),
        ];
        let (_, told) = steps.into_iter().find(|(column, _)| *column == step)?;
        *told = match told {
            Some(ToldDay::On(_)) => Some(ToldDay::Unsaid),
            Some(ToldDay::Unsaid) => None,
            None => return None,
        };
        Some(less)
    }

    /// What became of the request, by its word, else by what stands in its cells.
    #[must_use]
    pub fn outcome(&self) -> Option<RegisterOutcome> {
        let by_cells = || {
            if self.granted.is_some() || self.loan_began() {
                Some(RegisterOutcome::Granted)
            } else if self.refusal.is_some() {
                Some(RegisterOutcome::Refused)
            } else {
                self.redirected_to.as_ref().map(|_| RegisterOutcome::Redirected)
            }
        };
        self.outcome.or_else(by_cells)
    }

    /// What was lent: what was granted, else what was asked where the column of what was granted says nothing else.
    pub(super) fn lent(&self) -> Option<Euros> {
        let unread = self.unread.contains(&RegisterColumn::AmountGranted);
        self.granted.or(self.asked.filter(|_| !unread))
    }

    pub(super) fn loan_began(&self) -> bool {
        self.disbursed.is_some() || self.repaid.is_some() || self.loss.is_some() || self.refund.is_some()
    }

    /// The first day that is told, in the order of a life.
    pub(super) fn first_day(&self) -> Option<FactDate> {
        self.days().into_iter().flatten().next()
    }

    fn days(&self) -> [Option<FactDate>; 7] {
        let told = |step: Option<ToldDay>| step.and_then(ToldDay::day);
        let steps = [self.assessed, self.sent, self.decided, self.disbursed, self.repaid, self.refunded].map(told);
        let [assessed, sent, decided, disbursed, repaid, refunded] = steps;
        [self.requested_on, assessed, sent, decided, disbursed, repaid, refunded]
    }
}
