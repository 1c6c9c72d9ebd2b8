//! Where the figures of a budget come from.

use domain::budget::{
    AfterProject, Budget, BudgetLineId, BudgetReading, Frequency, HouseholdBudget, Section, explain_capacity,
    explain_debt_ratio, explain_debt_ratio_after, explain_gap, explain_line, explain_lowest_month, explain_per_day,
    explain_reste_a_vivre, explain_reste_a_vivre_after, explain_shares, explain_total, reckon,
};
use domain::dossier::{Dossier, monthly};
use domain::explained::Explained;
use domain::loan::RepaymentSchedule;
use domain::money::Euros;
use domain::settings::{ListKey, Settings};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::projected::over;
use super::standing::{Ruled, read_by_lender};
use crate::explained::FigureAsked;
use crate::simulations::loan_of;
use app::caller::Moment;
use app::failure::Failure;

/// A figure of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each one is the figure of that name")]
pub enum BudgetFigure {
    BudgetLine,
    Income,
    Expenses,
    Debts,
    ResteAVivre,
    ResteAVivreAfter,
    LenderResteAVivre,
    LenderResteAVivreAfter,
    PerDay,
    PerDayAfter,
    DebtRatio,
    DebtRatioAfter,
    Capacity,
    Threshold,
    Shares,
    LowestMonth,
}

impl BudgetFigure {
    /// Every figure that stands alone, in the order of the paper.
    const ALONE: [Self; 15] = [
        Self::Income,
        Self::Expenses,
        Self::Debts,
        Self::Shares,
        Self::ResteAVivre,
        Self::ResteAVivreAfter,
        Self::LenderResteAVivre,
        Self::LenderResteAVivreAfter,
        Self::PerDay,
        Self::PerDayAfter,
        Self::Threshold,
        Self::DebtRatio,
        Self::DebtRatioAfter,
        Self::Capacity,
        Self::LowestMonth,
    ];
}

/// Everything the figures of a budget are taken from.
struct Figures<'d> {
    dossier: &'d Dossier,
    settings: &'d Settings,
    moment: &'d Moment,
    budget: &'d Budget,
    before: HouseholdBudget,
    done: AfterProject,
    loan: Option<RepaymentSchedule>,
    /// The lender whose rule and account are looked at.
    lender: Option<ListKey>,
}

/// A figure of the budget explained; nothing while it is not worked out.
pub(crate) fn explained(
    dossier: &Dossier,
    settings: &Settings,
    figure: BudgetFigure,
    asked: &FigureAsked,
    moment: &Moment,
) -> Result<Option<Explained>, Failure> {
    match Figures::of(dossier, settings, asked.lender.as_deref(), moment)? {
        Some(figures) => figures.explain(figure, asked.line),
        None => Ok(None),
    }
}

/// Every figure of the budget of a dossier that stands alone and is worked out, in the order of the paper.
pub fn all_explained(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<Vec<Explained>, Failure> {
    let Some(figures) = Figures::of(dossier, settings, None, moment)? else { return Ok(Vec::new()) };
    BudgetFigure::ALONE.into_iter().filter_map(|figure| figures.explain(figure, None).transpose()).collect()
}

/// The months of the budget lines that do not come monthly, in the order they were entered.
pub fn lines_explained(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<Vec<Explained>, Failure> {
    let Some(figures) = Figures::of(dossier, settings, None, moment)? else { return Ok(Vec::new()) };
    let lines = figures.budget.lines.iter().filter(|line| line.frequency != Frequency::Monthly);
    Ok(lines.filter_map(|line| figures.line(line.id)).collect())
}

impl<'d> Figures<'d> {
    /// What the figures of a dossier's budget are taken from, with a lender's offer; nothing while it has no line.
    fn of(
        dossier: &'d Dossier,
        settings: &'d Settings,
        offered: Option<&str>,
        moment: &'d Moment,
    ) -> Result<Option<Self>, Failure> {
        let Some(budget) = dossier.budget.as_ref().filter(|budget| !budget.lines.is_empty()) else { return Ok(None) };
        let loan = loan_of(dossier, offered, settings, moment)?;
        let instalment = loan.as_ref().map(monthly).transpose()?.unwrap_or(Euros::ZERO);
        let lender = offered.map(ListKey::new).or_else(|| dossier.loan_lender().cloned());
        let Some(done) = dossier.after_project_with(settings, lender.as_ref(), instalment)? else { return Ok(None) };
        let rules = settings.at(budget.established_on);
        let before = reckon(budget, &dossier.household, &BudgetReading::of_office(&rules))?;
        Ok(Some(Self { dossier, settings, moment, budget, before, done, loan, lender }))
    }

    fn explain(&self, figure: BudgetFigure, line: Option<BudgetLineId>) -> Result<Option<Explained>, Failure> {
        let office = Ruled::of_office(self.settings, self.budget.established_on);
        let read = office.read();
        Ok(match figure {
            BudgetFigure::BudgetLine => line.and_then(|line| self.line(line)),
            BudgetFigure::Income => self.total(Section::Income),
            BudgetFigure::Expenses => self.total(Section::FixedExpense),
            BudgetFigure::Debts => self.total(Section::Debt),
            BudgetFigure::ResteAVivre => Some(explain_reste_a_vivre(&self.before, &read)?),
            BudgetFigure::ResteAVivreAfter => Some(explain_reste_a_vivre_after(&self.done, &read)?),
            BudgetFigure::LenderResteAVivre | BudgetFigure::LenderResteAVivreAfter => self.by_lender(figure)?,
            BudgetFigure::PerDay => {
                Some(explain_per_day("avant le prêt", self.before.reste_a_vivre, self.before.per_day))
            }
            BudgetFigure::PerDayAfter => {
                Some(explain_per_day("avec le prêt", self.done.reste_a_vivre, self.done.per_day))
            }
            BudgetFigure::DebtRatio => self.before.debt_ratio.as_ref().map(explain_debt_ratio),
            BudgetFigure::DebtRatioAfter => self.done.debt_ratio.as_ref().map(explain_debt_ratio_after),
            BudgetFigure::Capacity => Some(explain_capacity(&self.done, &read)?),
            BudgetFigure::Threshold => explain_gap(&self.done, &read)?,
            BudgetFigure::Shares => {
                let applicant = self.dossier.person.display_name();
                Some(explain_shares(&self.before.shares, &self.dossier.household, &applicant))
            }
            BudgetFigure::LowestMonth => self.lowest_month()?,
        })
    }

    fn line(&self, id: BudgetLineId) -> Option<Explained> {
        let mut lines = self.before.sections.iter().flat_map(|section| &section.lines);
        lines.find(|line| line.line.id == id).map(explain_line)
    }

    fn total(&self, section: Section) -> Option<Explained> {
        self.before.section(section).map(explain_total)
    }

    fn by_lender(&self, figure: BudgetFigure) -> Result<Option<Explained>, Failure> {
        let Some(lender) = &self.lender else { return Ok(None) };
        let Some(ruled) = Ruled::of_lender(self.settings, lender, self.budget.established_on) else { return Ok(None) };
        let read_by = read_by_lender(self.dossier, self.settings, lender, self.done.instalment, self.moment)?;
        let Some((before, done)) = read_by else { return Ok(None) };
        let read = ruled.read();
        Ok(Some(if figure == BudgetFigure::LenderResteAVivre {
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
