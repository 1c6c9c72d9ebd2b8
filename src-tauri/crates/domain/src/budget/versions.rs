//! Versions of a budget set side by side: what was added, taken out or changed, and every total.
//!
//! A version is named by where the dossier stood on its day: the request, the decision, the middle of the loan, its
//! end. Lines are the same when they are of one kind with the same detail, else of one kind in their order. Worked
//! example (the Delmas household, from version 1 to version 2): the canteen is added, 88,00 a month; the in-work
//! benefit goes from 231,40 to 248,16; the reste à vivre before the loan from 363,27 to 339,53.

use chrono::NaiveDate;

use super::{Budget, HouseholdBudget, ReckonedLine, SealedBy, Section};
use crate::money::{AmountTooLarge, Euros};

/// Where a dossier stood when a version of its budget was established.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionMoment {
    /// Before the office decided.
    Request,
    /// What the office decided upon, and after until the money is paid.
    Decision,
    /// While the loan runs.
    MidLoan,
    /// Once the last instalment has fallen due.
    End,
}

/// The days of a dossier that name the versions of its budget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BudgetDays {
    /// The day the office decided.
    pub decided_on: Option<NaiveDate>,
    /// The day the money was paid.
    pub disbursed_on: Option<NaiveDate>,
    /// The day of the last instalment.
    pub last_due_on: Option<NaiveDate>,
}

impl BudgetDays {
    /// The moment of a version, `next` being the day of the one after it: what was decided upon is the decision's.
    #[must_use]
    pub fn moment_of(&self, version: &Budget, next: Option<NaiveDate>) -> VersionMoment {
        let decided = version.seal.as_ref().is_some_and(|seal| seal.by != SealedBy::Printed);
        let moment = self.moment(version.established_on, next);
        if decided && moment == VersionMoment::Request { VersionMoment::Decision } else { moment }
    }

    /// The moment of a version established on `day`, `next` being the day of the one after it.
    #[must_use]
    pub fn moment(&self, day: NaiveDate, next: Option<NaiveDate>) -> VersionMoment {
        let is_over = |end: Option<NaiveDate>| end.is_some_and(|end| end <= day);
        if is_over(self.disbursed_on) {
            return if is_over(self.last_due_on) { VersionMoment::End } else { VersionMoment::MidLoan };
        }
        let Some(decided_on) = self.decided_on else { return VersionMoment::Request };
        // The decision rests on the last version there was that day.
        if next.is_some_and(|next| next <= decided_on) { VersionMoment::Request } else { VersionMoment::Decision }
    }
}

vocabulary! {
    /// What became of a line from one version to another.
    pub enum LineChanged {
        Added => "added", "ajoutée";
        Removed => "removed", "retirée";
        Month => "month", "changée";
        /// Its month did not change; how sure it is, its end, what is owed or what the project makes of it did.
        Words => "words", "précisée";
    }
}

/// A line that is not the same in two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDifference {
    /// Its section.
    pub section: Section,
    /// Its label in the later version that has it.
    pub label: String,
    /// What became of it.
    pub changed: LineChanged,
    /// Its month in the earlier version; absent when it was not there, or comes once.
    pub before: Option<Euros>,
    /// Its month in the later version; absent when it is no longer there, or comes once.
    pub after: Option<Euros>,
    /// How much more a month; below zero when less.
    pub difference: Euros,
}

/// Two versions of a budget set side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionsCompared {
    /// The lines that are not the same, section by section.
    pub lines: Vec<LineDifference>,
    /// The total of each section, before and after.
    pub totals: Vec<(Section, Euros, Euros)>,
    /// What is left for the household, before and after.
    pub left: (Euros, Euros),
    /// What is left for each share, before and after.
    pub reste_a_vivre: (Euros, Euros),
}

/// Sets two versions side by side, each worked out with its own household and the rules of its own day.
pub fn compare(before: &HouseholdBudget, after: &HouseholdBudget) -> Result<VersionsCompared, AmountTooLarge> {
    let mut lines = Vec::new();
    let mut totals = Vec::new();
    for section in Section::ALL {
        let (old, new) = (before.section(section), after.section(section));
        let of = |reckoned: Option<&super::ReckonedSection>| reckoned.map_or(Euros::ZERO, |reckoned| reckoned.total);
        totals.push((section, of(old), of(new)));
        let old = old.map(|reckoned| reckoned.lines.iter().collect()).unwrap_or_default();
        let new = new.map(|reckoned| reckoned.lines.iter().collect()).unwrap_or_default();
        for (one, other) in paired(old, new) {
            lines.extend(difference(section, one, other)?);
        }
    }
    let left = (before.left, after.left);
    Ok(VersionsCompared { lines, totals, left, reste_a_vivre: (before.reste_a_vivre, after.reste_a_vivre) })
}

type Pair<'l> = (Option<&'l ReckonedLine>, Option<&'l ReckonedLine>);

/// Each later line with the earlier one it continues, in their order; then what is no longer there.
fn paired<'l>(mut old: Vec<&'l ReckonedLine>, new: Vec<&'l ReckonedLine>) -> Vec<Pair<'l>> {
    let exact = |one: &ReckonedLine, other: &ReckonedLine| {
        one.line.entry == other.line.entry
            && one.line.detail == other.line.detail
            && one.line.debt.creditor == other.line.debt.creditor
            && one.line.member == other.line.member
    };
    let kind = |one: &ReckonedLine, other: &ReckonedLine| one.line.entry == other.line.entry;
    let mut take = |found: &dyn Fn(&ReckonedLine) -> bool| {
        let place = old.iter().position(|one| found(one))?;
        Some(old.remove(place))
    };
    let mut pairs: Vec<Pair<'l>> = new.into_iter().map(|line| (take(&|one| exact(one, line)), Some(line))).collect();
    for (one, other) in &mut pairs {
        if let (None, Some(line)) = (&one, other) {
            *one = take(&|one| kind(one, line));
        }
    }
    pairs.extend(old.into_iter().map(|line| (Some(line), None)));
    pairs
}

fn difference(
    section: Section,
    old: Option<&ReckonedLine>,
    new: Option<&ReckonedLine>,
) -> Result<Option<LineDifference>, AmountTooLarge> {
    let Some(shown) = new.or(old) else { return Ok(None) };
    let (before, after) = (old.and_then(|line| line.per_month), new.and_then(|line| line.per_month));
    let changed = match (old, new) {
        (None, _) => LineChanged::Added,
        (_, None) => LineChanged::Removed,
        (Some(_), Some(_)) if before != after => LineChanged::Month,
        (Some(old), Some(new)) if !says_the_same(old, new) => LineChanged::Words,
        (Some(_), Some(_)) => return Ok(None),
    };
    let month = |amount: Option<Euros>| amount.unwrap_or(Euros::ZERO);
    let difference = month(after).minus(month(before))?;
    Ok(Some(LineDifference { section, label: shown.label.clone(), changed, before, after, difference }))
}

/// Whether two lines differ by nothing but their number.
fn says_the_same(one: &ReckonedLine, other: &ReckonedLine) -> bool {
    super::BudgetLine { id: other.line.id, ..one.line.clone() } == other.line && one.counted == other.counted
}
