//! What the loan pays for, and who pays what.
//!
//! The loan comes after every other right and aid: it is the remainder of the cost
//! once the aids obtained and the person's own share are counted (*Un coup de pouce
//! pour le microcrédit personnel*, complémentarité). An aid that is only hoped for is
//! never counted. Worked example: 3 050,00 − 400,00 − 250,00 = 2 400,00.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::line::Line;
use crate::money::{AmountTooLarge, Euros};
use crate::text::Text;

/// Number of a quote in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct QuoteId(pub i64);

/// Number of an expense in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ExpenseId(pub i64);

/// Number of an aid in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AidId(pub i64);

vocabulary! {
    /// Whether a quote is the one that will be paid.
    pub enum Choice {
        Compared => "compared", "À comparer";
        Kept => "kept", "Retenu";
        PutAside => "put_aside", "Écarté";
    }
}

/// What a seller asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Its number.
    pub id: QuoteId,
    /// What is sold.
    pub label: Line,
    /// Who sells.
    pub seller: Line,
    /// Its day.
    pub dated_on: Option<NaiveDate>,
    /// Its last day.
    pub valid_until: Option<NaiveDate>,
    /// Its price, never negative.
    pub amount: Euros,
    /// Whether it is kept.
    pub choice: Choice,
    /// Why it was put aside.
    pub reason: Line,
}

/// One part of what the project costs, where quotes do not say it by themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expense {
    /// Its number.
    pub id: ExpenseId,
    /// What is paid.
    pub label: Line,
    /// How much, never negative.
    pub amount: Euros,
}

vocabulary! {
    /// Where an aid stands.
    pub enum AidStatus {
        ToAsk => "to_ask", "À demander";
        Asked => "asked", "Demandée";
        Obtained => "obtained", "Obtenue";
        Refused => "refused", "Refusée";
        NotApplicable => "not_applicable", "Sans objet";
    }
}

/// A right or an aid sought before the loan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aid {
    /// Its number.
    pub id: AidId,
    /// Who gives it.
    pub provider: Line,
    /// What it is.
    pub label: Line,
    /// Where it stands.
    pub status: AidStatus,
    /// The day it was asked.
    pub asked_on: Option<NaiveDate>,
    /// The day of the answer.
    pub answered_on: Option<NaiveDate>,
    /// How much, obtained or hoped for.
    pub amount: Option<Euros>,
    /// Why, or on what condition.
    pub reason: Line,
}

/// The project of a dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Project {
    /// The story, in the person's words: printed for the bank.
    pub story: Text,
    /// For when.
    pub wanted_for: Line,
    /// Why the ordinary ceiling is passed.
    pub justification: Text,
    /// How the loan changes the debts, for a loan that pays debts.
    pub debt_effect: Text,
    /// How the funds are to be released.
    pub payment_means: Line,
    /// The person's own share.
    pub own_share: Option<Euros>,
    /// Where the own share comes from.
    pub own_share_note: Line,
    /// Quotes, in the order they were entered.
    pub quotes: Vec<Quote>,
    /// Expenses, in the order they were entered.
    pub expenses: Vec<Expense>,
    /// Aids, in the order they were entered.
    pub aids: Vec<Aid>,
}

/// Who pays what, to the cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Financing {
    /// What the project costs: its expenses, or its kept quotes where none is written.
    pub cost: Euros,
    /// The kept quotes.
    pub kept_quotes: Euros,
    /// The aids obtained.
    pub aids: Euros,
    /// The person's own share.
    pub own_share: Euros,
    /// What is left for a loan to pay, never below zero.
    pub remainder: Euros,
}

impl Project {
    /// Works out who pays what.
    pub fn financing(&self) -> Result<Financing, AmountTooLarge> {
        let kept = self.quotes.iter().filter(|quote| quote.choice == Choice::Kept);
        let kept_quotes = Euros::sum(kept.map(|quote| quote.amount))?;
        let expenses = Euros::sum(self.expenses.iter().map(|expense| expense.amount))?;
        let obtained = self.aids.iter().filter(|aid| aid.status == AidStatus::Obtained);
        let aids = Euros::sum(obtained.filter_map(|aid| aid.amount))?;
        let own_share = self.own_share.unwrap_or(Euros::ZERO);
        let cost = if self.expenses.is_empty() { kept_quotes } else { expenses };
        let remainder = cost.minus(aids)?.minus(own_share)?.max(Euros::ZERO);
        Ok(Financing { cost, kept_quotes, aids, own_share, remainder })
    }

    /// The same project once an aid is obtained.
    #[must_use]
    pub fn once_obtained(&self, id: AidId) -> Self {
        let mut project = self.clone();
        for aid in project.aids.iter_mut().filter(|aid| aid.id == id) {
            aid.status = AidStatus::Obtained;
        }
        project
    }

    /// The aids hoped for, asked or still to ask, whose amount is known.
    pub fn hoped_for(&self) -> impl Iterator<Item = (&Aid, Euros)> {
        let hoped = |aid: &&Aid| matches!(aid.status, AidStatus::ToAsk | AidStatus::Asked);
        self.aids.iter().filter(hoped).filter_map(aid_with_amount)
    }

    /// Whether nothing was entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn aid_with_amount(aid: &Aid) -> Option<(&Aid, Euros)> {
    aid.amount.filter(|amount| !amount.is_zero()).map(|amount| (aid, amount))
}

impl Financing {
    /// How much a loan of that amount leaves unpaid: below zero when it is more than needed.
    pub fn gap(&self, loan: Euros) -> Result<Euros, AmountTooLarge> {
        self.cost.minus(self.aids)?.minus(self.own_share)?.minus(loan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(text: &str) -> Euros {
        Euros::read(text).unwrap()
    }

    fn quote(amount: &str, choice: Choice) -> Quote {
        Quote {
            id: QuoteId(1),
            label: Line::default(),
            seller: Line::default(),
            dated_on: None,
            valid_until: None,
            amount: euros(amount),
            choice,
            reason: Line::default(),
        }
    }

    fn aid(amount: &str, status: AidStatus) -> Aid {
        Aid {
            id: AidId(1),
            provider: Line::default(),
            label: Line::default(),
            status,
            asked_on: None,
            answered_on: None,
            amount: Some(euros(amount)),
            reason: Line::default(),
        }
    }

    #[test]
    fn the_loan_is_what_is_left_once_aids_and_savings_are_counted() {
        let project = Project {
            own_share: Some(euros("250")),
            quotes: vec![quote("2750", Choice::Kept), quote("300", Choice::Kept), quote("3190", Choice::PutAside)],
            aids: vec![aid("400", AidStatus::Obtained), aid("200", AidStatus::Asked)],
            ..Project::default()
        };
        let financing = project.financing().unwrap();
        assert_eq!(financing.cost, euros("3050"), "a quote put aside is not paid");
        assert_eq!(financing.aids, euros("400"), "an aid hoped for is not counted");
        assert_eq!(financing.remainder, euros("2400"));
        assert_eq!(financing.gap(euros("2400")).unwrap(), Euros::ZERO);
        assert_eq!(financing.gap(euros("2500")).unwrap(), euros("-100"));
    }

    #[test]
    fn an_aid_hoped_for_lowers_the_loan_only_once_obtained() {
        let project = Project {
            quotes: vec![quote("2600", Choice::Kept)],
            aids: vec![aid("200", AidStatus::Asked), aid("0", AidStatus::ToAsk)],
            ..Project::default()
        };
        assert_eq!(project.hoped_for().map(|(_, amount)| amount).collect::<Vec<_>>(), [euros("200")]);
        assert_eq!(project.financing().unwrap().remainder, euros("2600"));
        assert_eq!(project.once_obtained(AidId(1)).financing().unwrap().remainder, euros("2400"));
    }

    #[test]
    fn written_expenses_are_the_cost_and_aids_beyond_it_leave_no_loan() {
        let project = Project {
            quotes: vec![quote("2750", Choice::Kept)],
            expenses: vec![Expense { id: ExpenseId(1), label: Line::default(), amount: euros("2900") }],
            aids: vec![aid("3000", AidStatus::Obtained)],
            ..Project::default()
        };
        let financing = project.financing().unwrap();
        assert_eq!((financing.cost, financing.remainder), (euros("2900"), Euros::ZERO));
    }
}
