//! What stands beside a budget on paper: the bank's rule, the statements, the lines to explain, the months of the
//! loan, the version before.

use documents::papers::{AfterLoan, BudgetBeside, LenderReading, LineRemark, SinceVersion};
use domain::budget::{AboveUsual, BudgetReading, HouseholdBudget, ReckonedLine, above_usual};
use domain::dossier::{Dossier, monthly};
use domain::loan::RepaymentSchedule;
use domain::money::Euros;

use super::Subject;
use app::failure::Failure;
use casework::budgets::{ChangedSince, changed_since, projected, read_by_lender};

/// The loan a budget is printed with, and what it takes a month.
#[derive(Clone, Copy)]
pub(super) struct LoanBeside<'l> {
    /// Its schedule.
    pub(super) schedule: &'l RepaymentSchedule,
    /// What it takes from the budget a month once capital is repaid.
    pub(super) instalment: Euros,
}

impl<'l> LoanBeside<'l> {
    /// The loan as it stands.
    pub(crate) fn of(schedule: &'l RepaymentSchedule) -> Result<Self, Failure> {
        Ok(Self { schedule, instalment: monthly(schedule)? })
    }
}

/// The dossier with the household its closed version was shared among; as it stands while that version is open.
pub(super) fn as_closed(dossier: &Dossier) -> Dossier {
    let seal = dossier.budget.as_ref().and_then(|budget| budget.seal.as_ref());
    let household = seal.map_or(&dossier.household, |seal| &seal.household).clone();
    Dossier { household, ..dossier.clone() }
}

/// Everything that stands beside the budget in use, worked out as `before` and, with the loan, `after`.
pub(crate) fn beside(
    subject: &Subject<'_>,
    before: &HouseholdBudget,
    after: Option<&AfterLoan>,
    loan: Option<LoanBeside<'_>>,
) -> Result<BudgetBeside, Failure> {
    let [during, instalment] = during(subject, after, loan)?;
    Ok(BudgetBeside {
        lender: lender(subject, loan)?,
        during,
        instalment,
        statements: subject.dossier.statements.clone(),
        remarks: remarks(subject, before)?,
        since: since(subject)?,
    })
}

/// The budget by the rule of the lender its loan is asked of.
fn lender(subject: &Subject<'_>, loan: Option<LoanBeside<'_>>) -> Result<Option<LenderReading>, Failure> {
    let Subject { dossier, settings, moment, .. } = *subject;
    let (Some(key), Some(budget)) = (dossier.loan_lender(), &dossier.budget) else { return Ok(None) };
    let rules = settings.at(budget.established_on);
    let (Some(reading), Some(at)) = (BudgetReading::of_lender(&rules, key), rules.lender(key)) else {
        return Ok(None);
    };
    let instalment = loan.map(|loan| loan.instalment);
    let read = read_by_lender(dossier, settings, key, instalment.unwrap_or_default(), moment)?;
    Ok(read.map(|(before, done)| LenderReading {
        name: at.lender.name.to_string(),
        rule: reading.rule.clone(),
        before,
        after: instalment.map(|_| done),
    }))
}

/// The lowest month of the loan and what ends when; then what its instalment takes, and a lighter start: in sentences.
fn during(
    subject: &Subject<'_>,
    after: Option<&AfterLoan>,
    loan: Option<LoanBeside<'_>>,
) -> Result<[Vec<String>; 2], Failure> {
    let Some(after) = after else { return Ok(Default::default()) };
    let schedule = loan.map(|loan| loan.schedule);
    let shown = projected(subject.dossier, subject.settings, schedule, &after.budget, subject.moment)?;
    let Some(shown) = shown else { return Ok(Default::default()) };
    let months = [shown.lowest].into_iter().chain(shown.turns).collect();
    Ok([months, vec![shown.share, shown.relief]]
        .map(|said: Vec<String>| said.into_iter().filter(|sentence| !sentence.is_empty()).collect()))
}

/// The lines above what is usual here, and those with a comment.
fn remarks(subject: &Subject<'_>, before: &HouseholdBudget) -> Result<Vec<LineRemark>, Failure> {
    let Some(budget) = &subject.dossier.budget else { return Ok(Vec::new()) };
    let rules = subject.settings.at(budget.established_on);
    let above = above_usual(before, &subject.dossier.household, &rules.office.usual_spending)?;
    let lines = before.sections.iter().flat_map(|section| &section.lines);
    Ok(lines.filter_map(|line| remark(line, &above)).collect())
}

fn remark(line: &ReckonedLine, above: &[AboveUsual]) -> Option<LineRemark> {
    let found = above.iter().find(|one| one.lines.contains(&line.line.id));
    let comment = line.line.comment.to_string();
    if found.is_none() && comment.is_empty() {
        return None;
    }
    Some(LineRemark { label: line.label.clone(), per_month: line.per_month, usual: found.map(|one| one.most), comment })
}

/// What changed since the version before the one in use.
fn since(subject: &Subject<'_>) -> Result<Option<SinceVersion>, Failure> {
    let Subject { dossier, settings, moment, versions, .. } = *subject;
    let changed = changed_since(dossier, versions, settings, moment)?;
    Ok(changed.map(|ChangedSince { version, established_on, sentence, before, .. }| SinceVersion {
        version,
        established_on,
        changes: sentence,
        before,
    }))
}
