//! What weighs against a request, or what of it disagrees, for whoever votes on it: told first, never hidden.
//!
//! The registers, the benchmark, income that ends before the loan, quotes and documents, a bank that refused, a budget
//! older than its proofs: each is read from the dossier, none is written by hand, the heaviest first (*Un coup de pouce
//! pour le microcrédit personnel*, la constitution du dossier). Worked example: a quote that holds until 11 December and
//! an answer asked before the 18th make one alert; prolonged to 15 January it is gone.

use chrono::NaiveDate;

use super::contradiction::INCOME;
use super::{CheckFacts, CheckedLoan, Contradiction, Eligible, budget_facts};
use crate::assessment::{Finding, RegisterAnswer, Registers};
use crate::budget::{ProjectedMonth, Standing, standing};
use crate::dossier::{Answer, DocumentState, Dossier, Event};
use crate::money::AmountTooLarge;
use crate::project::Choice;
use crate::settings::{ListKey, Settings};
use crate::supporting_document::{Checklist, DocumentStage};

/// One thing to know before a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alert<'s> {
    /// A borrower, by their place, is listed or under a procedure.
    Listed {
        /// Their place, the applicant first.
        borrower: usize,
        /// What the registers say.
        registers: Registers,
        /// Whether the criterion is said to be met.
        said_met: bool,
    },
    /// The written authorisation of the over-indebtedness commission is not there.
    Unauthorised,
    /// Nobody has seen what the registers say of a borrower.
    NotChecked {
        /// Their place, the applicant first.
        borrower: usize,
        /// Whether something was declared.
        declared: bool,
    },
    /// The loan leaves less than the benchmark.
    Below {
        /// By how much.
        standing: Standing,
        /// Whether the criterion is said to be met.
        said_met: bool,
    },
    /// A month of the loan leaves less than the benchmark.
    LowMonth(Box<ProjectedMonth>),
    /// The criterion is said not to be met, and the loan leaves as much as the benchmark.
    Above(Standing),
    /// Income ends before the loan, in words.
    IncomeEnds(String),
    /// A kept quote ends before the answer that is asked for.
    QuoteEnds {
        /// What is sold.
        label: String,
        /// Its last day.
        on: NaiveDate,
    },
    /// Required documents that are not there as they should be.
    Documents(Vec<LackingDocument>),
    /// A lender refused before.
    Refused {
        /// Which one.
        lender: ListKey,
        /// The day.
        on: NaiveDate,
    },
    /// A proof of the budget is more recent than the budget.
    BudgetOlder {
        /// The day of the budget.
        established_on: NaiveDate,
        /// What proves a line of it.
        document: String,
        /// The day written on it.
        issued_on: NaiveDate,
    },
    /// Two parts of the file disagree.
    Contradiction(Contradiction<'s>),
}

/// A required document that is not there as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LackingDocument {
    /// What it is, and whose.
    pub label: String,
    /// Whether it is there and out of date.
    pub outdated: bool,
}

/// The criterion that speaks of the registers.
const REGISTERS: &str = "banque_de_france_situation";
/// The check of the over-indebtedness commission.
const AUTHORISATION: &str = "over_indebtedness_authorisation";
/// The sections whose documents prove a line of the budget.
const OF_THE_BUDGET: [&str; 4] = ["account", "debts", "expenses", "income"];

impl Dossier {
    /// What is to be known before a vote, by the loan and its day, the heaviest first.
    ///
    /// `answer_by` is the day the answer is asked for, `contradictions` what [`Self::contradictions`] found for that loan.
    /// Errors: a sum beyond the limit of amounts.
    pub fn alerts<'s>(
        &self,
        settings: &'s Settings,
        loan: &CheckedLoan,
        answer_by: Option<NaiveDate>,
        contradictions: &[Contradiction<'s>],
    ) -> Result<Vec<Alert<'s>>, AmountTooLarge> {
        let eligible = Eligible::of(self, settings, loan.clone())?;
        let rules = settings.at(loan.day);
        let mut alerts = self.register_alerts();
        let authorisation = eligible.result(AUTHORISATION);
        if authorisation.is_some_and(|result| result.applies && result.is_open()) {
            alerts.push(Alert::Unauthorised);
        }
        alerts.extend(self.budget_alerts(settings, loan)?);
        alerts.extend(income_ends(&eligible.facts));
        alerts.extend(self.quote_ends(loan.day, answer_by));
        let checklist = self.checklist(&rules);
        alerts.extend(self.lacking(&checklist, loan));
        alerts.extend(self.refusals());
        alerts.extend(self.budget_older(&checklist));
        // The lowest month is told already, whatever the criterion is said to be.
        let other = contradictions.iter().filter(|one| !matches!(one, Contradiction::LowMonth { .. }));
        alerts.extend(other.cloned().map(Alert::Contradiction));
        Ok(alerts)
    }

    fn is_met(&self, criterion: &str) -> bool {
        matches!(self.assessment.finding(&ListKey::new(criterion)), Finding::Favourable)
    }

    fn register_alerts(&self) -> Vec<Alert<'static>> {
        let known = self.registers();
        let each = || known.iter().copied().enumerate();
        let listed = each().filter(|(_, known)| known.answers().contains(&RegisterAnswer::Yes));
        let said_met = self.is_met(REGISTERS);
        let mut alerts: Vec<Alert<'_>> =
            listed.map(|(borrower, known)| Alert::Listed { borrower, registers: known.clone(), said_met }).collect();
        let unseen =
            each().filter(|(_, known)| known.answers().contains(&RegisterAnswer::ToSee) || known.checked_on.is_none());
        alerts.extend(unseen.map(|(borrower, known)| {
            let declared = !known.answers().contains(&RegisterAnswer::ToSee);
            Alert::NotChecked { borrower, declared }
        }));
        alerts
    }

    /// Where the budget with its loan stands beside the office's benchmark.
    fn budget_alerts<'s>(&self, settings: &'s Settings, loan: &CheckedLoan) -> Result<Vec<Alert<'s>>, AmountTooLarge> {
        let Some((after, rule)) = budget_facts::by_the_office(self, settings, loan)? else { return Ok(Vec::new()) };
        let low = budget_facts::low_month(self, settings, loan)?;
        let found = self.assessment.finding(&ListKey::new(INCOME));
        let Some(standing) = standing(&after, rule)? else {
            return Ok(low.map(Box::new).map(Alert::LowMonth).into_iter().collect());
        };
        let mut alerts = Vec::new();
        if standing.apart.is_negative() {
            alerts.push(Alert::Below { standing, said_met: found == Finding::Favourable });
        } else if low.is_none() && found == Finding::Unfavourable {
            alerts.push(Alert::Above(standing));
        }
        alerts.extend(low.map(Box::new).map(Alert::LowMonth));
        Ok(alerts)
    }

    fn quote_ends(&self, day: NaiveDate, answer_by: Option<NaiveDate>) -> Option<Alert<'static>> {
        let by = answer_by?;
        let kept = self.project.quotes.iter().filter(|quote| quote.choice == Choice::Kept);
        let ending = kept.filter_map(|quote| {
            let on = quote.valid_until.filter(|on| *on >= day && *on < by)?;
            Some((on, quote.label.to_string()))
        });
        ending.min().map(|(on, label)| Alert::QuoteEnds { label, on })
    }

    fn lacking(&self, checklist: &Checklist<'_>, loan: &CheckedLoan) -> Option<Alert<'static>> {
        let consented = self.facts.noted(Event::ConsentSigned).any(|noted| noted.subject == loan.asked.lender);
        let lacking = checklist
            .of(DocumentStage::Assessment)
            .filter(|line| line.lacks() && !(consented && line.is_signed_with_consent()));
        let lacking: Vec<LackingDocument> = lacking
            .map(|line| LackingDocument { label: line.named(), outdated: line.state == Some(DocumentState::Outdated) })
            .collect();
        (!lacking.is_empty()).then_some(Alert::Documents(lacking))
    }

    fn refusals(&self) -> Vec<Alert<'static>> {
        let course = self.facts.course();
        let refused = course.presentations.iter().filter_map(|sent| match sent.answer {
            Answer::Refused(refusal) => Some(Alert::Refused { lender: sent.submission.lender.clone(), on: refusal.on }),
            Answer::Awaited | Answer::InPrinciple(_) | Answer::Approved(_) => None,
        });
        refused.collect()
    }

    fn budget_older(&self, checklist: &Checklist<'_>) -> Option<Alert<'static>> {
        let established_on = self.budget.as_ref()?.established_on;
        let proofs = checklist
            .of(DocumentStage::Assessment)
            .filter(|line| line.is_there() && OF_THE_BUDGET.contains(&line.document.section.as_str()));
        let dated = proofs.filter_map(|line| Some((line.noted?.1.issued_on?, line.named())));
        let (issued_on, document) = dated.max()?;
        (issued_on > established_on).then_some(Alert::BudgetOlder { established_on, document, issued_on })
    }
}

fn income_ends(facts: &CheckFacts) -> Option<Alert<'static>> {
    let fact = "income_lasts_for_term";
    (facts.known().truth(fact) == Some(false)).then(|| Alert::IncomeEnds(facts.words(fact).to_owned()))
}
