//! Where the figures of a budget come from.

use domain::budget::{
    AfterProject, Budget, BudgetReading, HouseholdBudget, Section, explain_capacity, explain_debt_ratio,
    explain_debt_ratio_after, explain_gap, explain_line, explain_lowest_month, explain_per_day, explain_reste_a_vivre,
    explain_reste_a_vivre_after, explain_shares, explain_total, reckon,
};
use domain::dossier::{Dossier, monthly};
use domain::explained::Explained;
use domain::loan::RepaymentSchedule;
use domain::money::Euros;
use domain::settings::{ListKey, Settings};

use super::projected::over;
use super::standing::{Ruled, read_by_lender};
use crate::caller::Moment;
use crate::explained::{Figure, FigureAsked};
use crate::failure::Failure;
use crate::simulations::loan_of;

/// Everything the figures of a budget are taken from.
struct Figures<'d> {
    dossier: &'d Dossier,
    settings: &'d Settings,
    moment: &'d Moment,
    budget: &'d Budget,
    before: HouseholdBudget,
    done: AfterProject,
    loan: Option<RepaymentSchedule>,
}

/// A figure of the budget explained; nothing while it is not worked out.
pub(crate) fn explained(
    dossier: &Dossier,
    settings: &Settings,
    asked: &FigureAsked,
    moment: &Moment,
) -> Result<Option<Explained>, Failure> {
    let Some(budget) = dossier.budget.as_ref().filter(|budget| !budget.lines.is_empty()) else { return Ok(None) };
    let loan = loan_of(dossier, asked.lender.as_deref(), settings, moment)?;
    let instalment = loan.as_ref().map(monthly).transpose()?.unwrap_or(Euros::ZERO);
    let offered = asked.lender.clone().map(ListKey);
    let lender = offered.as_ref().or(dossier.loan_lender());
    let Some(done) = dossier.after_project_with(settings, lender, instalment)? else { return Ok(None) };
    let rules = settings.at(budget.established_on);
    let before = reckon(budget, &dossier.household, &BudgetReading::of_office(&rules))?;
    Figures { dossier, settings, moment, budget, before, done, loan }.of(asked)
}

impl Figures<'_> {
    fn of(&self, asked: &FigureAsked) -> Result<Option<Explained>, Failure> {
        let office = Ruled::of_office(self.settings, self.budget.established_on);
        let read = office.read();
        Ok(match asked.figure {
            Figure::BudgetLine => self.line(asked),
            Figure::Income => self.total(Section::Income),
            Figure::Expenses => self.total(Section::FixedExpense),
            Figure::Debts => self.total(Section::Debt),
            Figure::ResteAVivre => Some(explain_reste_a_vivre(&self.before, &read)?),
            Figure::ResteAVivreAfter => Some(explain_reste_a_vivre_after(&self.done, &read)?),
            Figure::LenderResteAVivre | Figure::LenderResteAVivreAfter => self.by_lender(asked)?,
            Figure::PerDay => Some(explain_per_day(self.before.reste_a_vivre, self.before.per_day)),
            Figure::PerDayAfter => Some(explain_per_day(self.done.reste_a_vivre, self.done.per_day)),
            Figure::DebtRatio => self.before.debt_ratio.as_ref().map(explain_debt_ratio),
            Figure::DebtRatioAfter => self.done.debt_ratio.as_ref().map(explain_debt_ratio_after),
            Figure::Capacity => Some(explain_capacity(&self.done, &read)?),
            Figure::Threshold => explain_gap(&self.done, &read)?,
            Figure::Shares => {
                let applicant = self.dossier.person.display_name();
                Some(explain_shares(&self.before.shares, &self.dossier.household, &applicant))
            }
            Figure::LowestMonth => self.lowest_month()?,
            Figure::Instalment
            | Figure::LastInstalment
            | Figure::FirstInterest
            | Figure::Interest
            | Figure::TotalCost
            | Figure::CostPerMonth
            | Figure::Taeg
            | Figure::Usury
            | Figure::Revolving
            | Figure::Refund
            | Figure::Check => None,
        })
    }

    fn line(&self, asked: &FigureAsked) -> Option<Explained> {
        let mut lines = self.before.sections.iter().flat_map(|section| &section.lines);
        lines.find(|line| Some(line.line.id) == asked.line).map(explain_line)
    }

    fn total(&self, section: Section) -> Option<Explained> {
        self.before.section(section).map(explain_total)
    }

    fn by_lender(&self, asked: &FigureAsked) -> Result<Option<Explained>, Failure> {
        let typed = asked.lender.clone().map(ListKey);
        let Some(lender) = typed.as_ref().or(self.dossier.loan_lender()) else { return Ok(None) };
        let Some(ruled) = Ruled::of_lender(self.settings, lender, self.budget.established_on) else { return Ok(None) };
        let read_by = read_by_lender(self.dossier, self.settings, lender, self.done.instalment, self.moment)?;
        let Some((before, done)) = read_by else { return Ok(None) };
        let read = ruled.read();
        Ok(Some(if asked.figure == Figure::LenderResteAVivre {
            explain_reste_a_vivre(&before, &read)?
        } else {
            explain_reste_a_vivre_after(&done, &read)?
        }))
    }

    fn lowest_month(&self) -> Result<Option<Explained>, Failure> {
        let Some(loan) = &self.loan else { return Ok(None) };
        let projection = over(self.dossier, loan, &self.done, self.moment)?;
        Ok(projection.as_ref().and_then(explain_lowest_month))
    }
}
