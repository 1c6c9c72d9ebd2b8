//! A budget as its screen shows it.

use std::borrow::Cow;

use domain::budget::{
    AboveUsual, Budget, BudgetLine, BudgetLineId, BudgetReading, Counted, HouseholdBudget, ReckonedLine,
    ReckonedSection, Section, above_usual, calculation, lines_given_by_phone, reckon, working,
};
use domain::dossier::{Dossier, DossierId, monthly};
use domain::household::{Link, Member};
use domain::money::Euros;
use domain::settings::{RulesAt, Settings};
use domain::words::{Labelled, counted, is_given_by_phone, is_to_confirm, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::after::{AfterView, after, debt_ratio};
use super::projected::{ProjectionView, projected};
use super::proof::{ProofView, ProvedView, proved};
use super::seal::sealed;
use super::standing::{RuleView, Ruled, ThresholdView, by_lender, capacity, remarks, threshold};
use super::versions::{ChangedSince, changed_since};
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;
use app::shapes::{Choice, Day, Money};

/// A budget: its sections, its reste à vivre and the working of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BudgetView {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its version.
    pub version: u32,
    /// The day of its last change; today while it is empty.
    pub established_on: Day,
    /// The four sections.
    pub sections: Vec<BudgetSectionView>,
    /// The working of the reste à vivre, in the order of reading.
    pub working: Vec<WorkingRowView>,
    /// What is left to live on, a share a month; absent without lines.
    pub reste_a_vivre: Option<Money>,
    /// The same a day.
    pub per_day: Option<Money>,
    /// Credits and debts over income; absent without income.
    pub debt_ratio: Option<DebtRatioView>,
    /// The budget once the project is done; absent while nothing changes and no loan is worked out.
    pub after: Option<AfterView>,
    /// Where the reste à vivre after the project stands beside the office's threshold; absent without one.
    pub threshold: Option<ThresholdView>,
    /// The repayment capacity by the office's rule, or why it is not worked out; empty without lines.
    pub capacity: String,
    /// What else the office's rule asks, and whether it is so.
    pub remarks: Vec<String>,
    /// The same budget by the rule of the lender its loan is asked of; absent when that lender states none.
    pub lender: Option<RuleView>,
    /// The budget month by month while the loan runs; absent while it is not worked out.
    pub projection: Option<ProjectionView>,
    /// What the reste à vivre divides by.
    pub shares_text: String,
    /// `Version 1, du 9 novembre 2026.`
    pub sentence: String,
    /// `Imprimée le 9 novembre 2026 : le prochain changement ouvrira la version 3.`; empty while it is open.
    pub sealed: String,
    /// `4 changements depuis la version 2.`; empty while there is only one version.
    pub changed: String,
    /// How many lines are proved, by the papers as they stand; absent without lines.
    pub proved: Option<ProvedView>,
    /// Who a line may be of.
    pub members: Vec<Choice>,
    /// How many lines above what is usual say nothing of it.
    pub comments_asked: u32,
    /// `12 lignes reprises d’un dossier précédent, à confirmer.`; empty when there is none.
    pub to_confirm: String,
    /// Whether amounts given on the phone may open the budget: it has no line yet.
    pub may_prefill: bool,
}

/// One section of a budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BudgetSection")]
pub struct BudgetSectionView {
    /// Which one.
    pub key: String,
    /// Its heading.
    pub label: String,
    /// What it holds, where its name does not say it.
    pub help: Option<String>,
    /// Its lines.
    pub lines: Vec<BudgetLineView>,
    /// Its total a month.
    pub total: Money,
    /// The heading of the total.
    pub total_label: String,
    /// Whether the total enters the reste à vivre.
    pub counted: bool,
}

/// One line of a budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BudgetLine")]
pub struct BudgetLineView {
    /// Its number.
    #[ts(type = "number")]
    pub id: BudgetLineId,
    /// Its kind.
    pub entry: String,
    /// The label of its kind.
    pub label: String,
    /// The free detail.
    pub detail: String,
    /// Label and detail as printed.
    pub printed_label: String,
    /// The amount at its own frequency.
    pub amount: Money,
    /// How often it comes.
    pub frequency: String,
    /// The same after « par ».
    pub frequency_text: String,
    /// The amount a month; absent for a single payment and for what its total leaves out.
    pub per_month: Option<Money>,
    /// How the month follows from the amount; empty when they are the same.
    pub calculation: String,
    /// Whether it enters the reste à vivre.
    pub counted: bool,
    /// Why it does not; empty when it does.
    pub note: String,
    /// How sure it is.
    pub certainty: String,
    /// The same in words.
    pub certainty_text: String,
    /// What proves it, as its papers stand.
    pub proof: ProofView,
    /// What is still owed, as fields show it.
    pub outstanding: String,
    /// The month of the last payment, as fields show it.
    pub ends: String,
    /// The amount once the project is done, as fields show it; empty when the project does not change it.
    pub after_amount: String,
    /// Why the project changes it.
    pub after_reason: String,
    /// Whether what it becomes is sure.
    pub hope: String,
    /// Whose it is: the number of a member; empty for the whole household.
    pub member: String,
    /// Who is owed.
    pub creditor: String,
    /// What should have been paid already, as fields show it.
    pub arrears: String,
    /// The plan that settles it.
    pub plan: String,
    /// Whether the loan pays it off.
    pub paid_off: bool,
    /// Why it is above what is usual, or anything else.
    pub comment: String,
    /// `175,00 € par mois, 150,00 € au plus en général ici.`; empty when it is not above what is usual.
    pub usual: String,
}

/// One row of a working.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "WorkingRow")]
pub struct WorkingRowView {
    /// `−`, `=`, `÷` or nothing.
    pub sign: String,
    /// What it is.
    pub label: String,
    /// Its value, written.
    pub value: String,
    /// Whether it is a result.
    pub strong: bool,
}

/// A debt ratio with its working.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "DebtRatio")]
pub struct DebtRatioView {
    /// `4,25 %`.
    pub text: String,
    /// `85,00 ÷ 1 999,76`.
    pub working: String,
}

/// Shows the budget of a dossier.
pub fn budget(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<BudgetView, Failure> {
    let (dossier, versions, settings) =
        desk.read(|reader| Ok((found(reader, input.dossier)?, reader.budgets(input.dossier)?, settings(reader)?)))?;
    let budget = in_use(&dossier, moment);
    let before = reckoned(&dossier, &settings, moment)?;
    let rules = settings.at(budget.established_on);
    let view = proved(shown(&dossier, &budget, &before, &rules)?, &budget, &dossier, &settings.at(moment.today));
    let loan = dossier.loan_in_force(&settings, moment.today).ok();
    let instalment = loan.as_ref().map(monthly).transpose()?;
    let asked = instalment.unwrap_or(Euros::ZERO);
    let Some(done) = dossier.after_project(&settings, asked)? else { return Ok(view) };
    let office = Ruled::of_office(&settings, budget.established_on);
    Ok(BudgetView {
        after: after(&before, &done, instalment)?,
        threshold: threshold(&office, &done)?,
        capacity: capacity(&office, &done)?,
        remarks: remarks(&office, &done)?,
        lender: by_lender(&dossier, &settings, asked, moment)?,
        projection: projected(&dossier, &settings, loan.as_ref(), &done, moment)?,
        changed: changed_since(&dossier, &versions, &settings, moment)?
            .map_or_else(String::new, |changed| ChangedSince::counted(&changed)),
        ..view
    })
}

/// The budget of a dossier worked out by the office's rule of its day; the empty one before its first line.
pub fn reckoned(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<HouseholdBudget, Failure> {
    let budget = in_use(dossier, moment);
    let rules = settings.at(budget.established_on);
    Ok(reckon(&budget, &dossier.household, &BudgetReading::of_office(&rules))?)
}

/// What would be left to live on with other lines: one without a number is added, another takes the place of its own.
pub(crate) fn reste_a_vivre_with(
    dossier: &Dossier,
    settings: &Settings,
    changes: &[BudgetLine],
    moment: &Moment,
) -> Result<Euros, Failure> {
    let mut budget = in_use(dossier, moment).into_owned();
    for change in changes {
        match budget.lines.iter_mut().find(|line| line.id == change.id && change.id.0 != 0) {
            Some(line) => *line = change.clone(),
            None => budget.lines.push(change.clone()),
        }
    }
    let rules = settings.at(budget.established_on);
    Ok(reckon(&budget, &dossier.household, &BudgetReading::of_office(&rules))?.reste_a_vivre)
}

/// The version in use; the empty one of today before its first line.
pub(super) fn in_use<'d>(dossier: &'d Dossier, moment: &Moment) -> Cow<'d, Budget> {
    match &dossier.budget {
        Some(budget) => Cow::Borrowed(budget),
        None => Cow::Owned(Budget { version: 1, established_on: moment.today, lines: Vec::new(), seal: None }),
    }
}

fn shown(
    dossier: &Dossier,
    budget: &Budget,
    reckoned: &HouseholdBudget,
    rules: &RulesAt<'_>,
) -> Result<BudgetView, Failure> {
    let any = !budget.lines.is_empty();
    let above = above_usual(reckoned, &dossier.household, &rules.office.usual_spending)?;
    let comments_asked: usize = above.iter().map(|one| one.uncommented.len()).sum();
    let sections = reckoned.sections.iter().map(|section| shown_section(section, rules, &above));
    let rows = working(reckoned)?.into_iter().map(|row| WorkingRowView {
        sign: row.sign.to_owned(),
        label: row.label,
        value: row.value,
        strong: row.result,
    });
    let day = Day::full(budget.established_on);
    Ok(BudgetView {
        dossier: dossier.id,
        version: budget.version,
        sentence: format!("Version {}, du {}.", budget.version, day.text),
        sealed: sealed(budget),
        changed: String::new(),
        established_on: day,
        sections: sections.collect::<Result<_, Failure>>()?,
        working: rows.collect(),
        reste_a_vivre: Some(reckoned.reste_a_vivre.into()).filter(|_| any),
        per_day: Some(reckoned.per_day.into()).filter(|_| any),
        debt_ratio: reckoned.debt_ratio.map(debt_ratio),
        after: None,
        threshold: None,
        capacity: String::new(),
        remarks: Vec::new(),
        lender: None,
        proved: None,
        projection: None,
        shares_text: reckoned.shares.to_string(),
        members: members(dossier),
        comments_asked: u32::try_from(comments_asked).unwrap_or(u32::MAX),
        to_confirm: to_confirm(budget),
        may_prefill: !any
            && !lines_given_by_phone(&rules.lists.screening, &dossier.facts.screening_answers()).is_empty(),
    })
}

/// How many lines were copied from a former dossier, or given on the phone, and nobody confirmed.
fn to_confirm(budget: &Budget) -> String {
    let (phone, copied): (Vec<_>, Vec<_>) = budget
        .lines
        .iter()
        .filter(|line| is_to_confirm(&line.comment))
        .partition(|line| is_given_by_phone(&line.comment));
    let lines = match (phone.len(), copied.len()) {
        (0, 0) => return String::new(),
        (0, copied) => format!("{} d’un dossier précédent", counted(copied, "ligne reprise", "lignes reprises")),
        (phone, 0) => format!("{} au premier appel", counted(phone, "montant dit", "montants dits")),
        (phone, copied) => counted(phone.saturating_add(copied), "ligne", "lignes"),
    };
    spaced(&format!("{lines}, à confirmer."))
}

/// Who a line may be of: everyone of the household, when there is more than the applicant.
fn members(dossier: &Dossier) -> Vec<Choice> {
    let all = dossier.household.members();
    if all.len() < 2 {
        return Vec::new();
    }
    let name = |member: &Member| match member.link {
        Link::Applicant => dossier.person.display_name(),
        Link::CoApplicant
        | Link::Spouse
        | Link::Child
        | Link::ChildShared
        | Link::AdultChild
        | Link::Parent
        | Link::HostedPerson
        | Link::Other => member.name.to_string(),
    };
    all.iter().map(|member| Choice::new(&member.id.0.to_string(), &name(member))).collect()
}

fn shown_section(
    section: &ReckonedSection,
    rules: &RulesAt<'_>,
    above: &[AboveUsual],
) -> Result<BudgetSectionView, Failure> {
    let lines = section.lines.iter().map(|line| shown_line(line, section.section, rules, above));
    Ok(BudgetSectionView {
        key: section.section.key().to_owned(),
        label: section.section.label().to_owned(),
        help: section.section.help().map(str::to_owned),
        lines: lines.collect::<Result<_, Failure>>()?,
        total: section.total.into(),
        total_label: section.section.total_label().to_owned(),
        counted: section.section != Section::RunningExpense,
    })
}

/// A line that its section's total leaves out shows no amount a month, as on paper.
fn shown_line(
    reckoned: &ReckonedLine,
    section: Section,
    rules: &RulesAt<'_>,
    above: &[AboveUsual],
) -> Result<BudgetLineView, Failure> {
    let line = &reckoned.line;
    let entry = rules.lists.budget_entry(&line.entry)?;
    let enters = reckoned.counted == Counted::Yes || section == Section::RunningExpense;
    Ok(BudgetLineView {
        id: line.id,
        entry: line.entry.as_str().to_owned(),
        label: entry.label.clone(),
        detail: line.detail.to_string(),
        printed_label: reckoned.label.clone(),
        amount: line.amount.into(),
        frequency: line.frequency.key().to_owned(),
        frequency_text: line.frequency.per().to_owned(),
        per_month: reckoned.per_month.filter(|_| enters).map(Money::from),
        calculation: calculation(line.amount, line.frequency),
        counted: reckoned.counted == Counted::Yes,
        note: reckoned.counted.reason().to_owned(),
        certainty: line.certainty.key().to_owned(),
        certainty_text: line.certainty.label().to_owned(),
        proof: ProofView::default(),
        outstanding: line.debt.outstanding.map(Euros::bare).unwrap_or_default(),
        ends: line.ends.map(|month| month.to_string()).unwrap_or_default(),
        after_amount: line.after.as_ref().map(|after| after.amount.bare()).unwrap_or_default(),
        after_reason: line.after.as_ref().map(|after| after.reason.to_string()).unwrap_or_default(),
        hope: line.after.as_ref().map(|after| after.hope.key().to_owned()).unwrap_or_default(),
        member: line.member.map(|member| member.0.to_string()).unwrap_or_default(),
        creditor: line.debt.creditor.to_string(),
        arrears: line.debt.arrears.map(Euros::bare).unwrap_or_default(),
        plan: line.debt.plan.to_string(),
        paid_off: line.debt.paid_off,
        comment: line.comment.to_string(),
        usual: usual(line.id, above),
    })
}

/// What a line's kind comes to beside what is usual; empty when it is not above it.
fn usual(line: BudgetLineId, above: &[AboveUsual]) -> String {
    let found = above.iter().find(|one| one.lines.contains(&line));
    found.map_or_else(String::new, |one| {
        spaced(&format!("{} par mois ; l’usage local est de {} au plus.", one.spent, one.most))
    })
}
