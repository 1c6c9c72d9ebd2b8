//! Deciding of a refund, and paying it.
//!
//! The office may decide otherwise than its rule, and then writes why; it never gives back more than was paid. A refund
//! is paid once, to an account that is known. Worked example: the rule gives 39,00 of 78,00 paid: 39,00 needs no reason,
//! 20,00 and a refusal need one, 80,00 is refused.

use super::RefundProof;
use crate::dossier::{Dossier, Fact, Facts, HearingResult, SessionId, SessionMatter};
use crate::money::{AmountTooLarge, Euros};

/// Why a refund is not decided so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundUndecided {
    /// The rule does not grant it, and no reason says why it is granted.
    AgainstTheRule,
    /// The rule grants it, and no reason says why it is not.
    DespiteTheRule,
    /// The rule gives another amount, and no reason says why.
    OtherAmount(Euros),
    /// More than was paid.
    MoreThanPaid,
    /// A sum passes the limit of amounts.
    TooLarge,
}

/// Why a refund is not paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundUnpaid {
    /// It was paid.
    AlreadyPaid,
    /// The account is not known.
    NoAccount,
}

/// What is decided of a refund.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RefundAsked {
    /// Whether it is granted.
    pub granted: bool,
    /// The interest that the lender attests.
    pub attested: Option<Euros>,
    /// What is refunded; what the rule gives when absent.
    pub amount: Option<Euros>,
    /// Whether a reason is written.
    pub has_reason: bool,
}

impl From<AmountTooLarge> for RefundUndecided {
    fn from(_: AmountTooLarge) -> Self {
        Self::TooLarge
    }
}

impl RefundProof {
    /// What is refunded, once it may be decided so; zero when it is refused.
    pub fn decide(&self, asked: RefundAsked) -> Result<Euros, RefundUndecided> {
        let given = asked.attested.map_or(Ok(self.amount), |attested| self.on_interest(attested))?;
        let amount = if asked.granted { asked.amount.unwrap_or(given) } else { Euros::ZERO };
        let by_rule = asked.granted == self.obstacles.is_empty();
        if !asked.has_reason && (!by_rule || (asked.granted && amount != self.amount)) {
            return Err(match (by_rule, asked.granted) {
                (true, _) => RefundUndecided::OtherAmount(self.amount),
                (false, true) => RefundUndecided::AgainstTheRule,
                (false, false) => RefundUndecided::DespiteTheRule,
            });
        }
        let most = self.interest.max(asked.attested.unwrap_or_default()).max(self.amount);
        if amount > most { Err(RefundUndecided::MoreThanPaid) } else { Ok(amount) }
    }
}

impl Dossier {
    /// What is paid of a refund that was decided; refused when it was paid already or nothing says where to pay it.
    pub fn refund_to_pay(&self) -> Result<Option<Euros>, RefundUnpaid> {
        if self.facts.refund_paid_on().is_some() {
            return Err(RefundUnpaid::AlreadyPaid);
        }
        if self.facts.bank_details().is_none() {
            return Err(RefundUnpaid::NoAccount);
        }
        Ok(self.facts.course().refund.map(|(_, decision)| decision.amount))
    }
}

impl Facts {
    /// The last session that decided of a refund, if one did.
    #[must_use]
    pub fn refund_session(&self) -> Option<SessionId> {
        let heard = self.standing().filter_map(|row| {
            let Fact::SessionHeard(heard) = &row.fact else { return None };
            let decided = heard.matter == SessionMatter::Refund && heard.result == HearingResult::Decided;
            decided.then_some((heard.on, heard.session))
        });
        heard.max().map(|(_, session)| session)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arrears::tests::{day, noted, tessoreau};
    use crate::dossier::{BankDetails, Event};
    use crate::line::Line;
    use crate::refund::RefundObstacle;
    use crate::refund::tests::policy;

    fn euros(text: &str) -> Euros {
        Euros::read(text).unwrap()
    }

    /// A loan of which 78,00 of interest was paid; half of it is given back.
    fn proof(obstacles: Vec<RefundObstacle>) -> RefundProof {
        let (interest, amount) = (euros("78"), euros("39"));
        RefundProof { policy: policy(50), lines: Vec::new(), interest, amount, obstacles }
    }

    #[test]
    fn what_the_rule_gives_needs_no_reason() {
        let granted = RefundAsked { granted: true, ..RefundAsked::default() };
        assert_eq!(proof(Vec::new()).decide(granted), Ok(euros("39")));
        let not_repaid = proof(vec![RefundObstacle::NotRepaid]);
        assert_eq!(not_repaid.decide(RefundAsked::default()), Ok(Euros::ZERO));
    }

    #[test]
    fn what_differs_from_the_rule_has_its_reason() {
        let granted = RefundAsked { granted: true, ..RefundAsked::default() };
        let less = RefundAsked { amount: Some(euros("20")), ..granted };
        assert_eq!(proof(Vec::new()).decide(less), Err(RefundUndecided::OtherAmount(euros("39"))));
        assert_eq!(proof(Vec::new()).decide(RefundAsked { has_reason: true, ..less }), Ok(euros("20")));
        assert_eq!(proof(Vec::new()).decide(RefundAsked::default()), Err(RefundUndecided::DespiteTheRule));
        let late = proof(vec![RefundObstacle::NotRepaid]);
        assert_eq!(late.decide(granted), Err(RefundUndecided::AgainstTheRule));
        assert_eq!(late.decide(RefundAsked { has_reason: true, ..granted }), Ok(euros("39")));
    }

    #[test]
    fn what_the_lender_attests_is_shared_as_the_rule_says() {
        let attested =
            RefundAsked { granted: true, attested: Some(euros("80")), has_reason: true, ..RefundAsked::default() };
        assert_eq!(proof(Vec::new()).decide(attested), Ok(euros("40")));
    }

    #[test]
    fn no_more_is_given_back_than_was_paid() {
        let asked = |amount: &str, attested: Option<&str>| RefundAsked {
            granted: true,
            amount: Some(euros(amount)),
            attested: attested.map(euros),
            has_reason: true,
        };
        assert_eq!(proof(Vec::new()).decide(asked("78,01", None)), Err(RefundUndecided::MoreThanPaid));
        assert_eq!(proof(Vec::new()).decide(asked("78", None)), Ok(euros("78")));
        assert_eq!(proof(Vec::new()).decide(asked("80", Some("80"))), Ok(euros("80")), "the lender knows best");
    }

    #[test]
    fn a_refund_is_paid_once_to_a_known_account() {
        let repaid = noted("2028-02-20", Event::LoanRepaid, None);
        assert_eq!(tessoreau(vec![repaid.clone()]).refund_to_pay(), Err(RefundUnpaid::NoAccount));
        let (on, iban, holder) = (day("2028-03-01"), Line::default(), Line::default());
        let account = Fact::BankDetailsReceived(BankDetails { on, iban, holder });
        assert_eq!(tessoreau(vec![repaid, account]).refund_to_pay(), Ok(None));
    }
}
