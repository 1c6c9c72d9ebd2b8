//! When a version of a budget closes, and when a change opens the next one.
//!
//! A version closes when it is printed, decided upon or sent, with the household and the instalment of that day. From
//! then on it stays as it was given: a household that changes opens the version after it, and the lines of someone who
//! leaves go back to the household. Worked example: version 1 sent on 13 November with a child of half a share; the share
//! becomes whole on the 20th: version 1 keeps its half, version 2 has the whole.

use chrono::NaiveDate;

use super::{Budget, BudgetLine, Seal, SealedBy};
use crate::dossier::{Dossier, Fact, monthly};
use crate::household::{Household, Link, MemberId, Share};
use crate::money::AmountTooLarge;
use crate::settings::Settings;

impl SealedBy {
    /// How a fact closes the version in use, where it does.
    #[must_use]
    pub fn of_fact(fact: &Fact) -> Option<Self> {
        let decided = matches!(fact, Fact::OrientationDecided(_)).then_some(Self::Decided);
        decided.or(matches!(fact, Fact::Submitted(_)).then_some(Self::Sent))
    }
}

impl Dossier {
    /// What closes the version in use of its budget on a day; nothing when it is closed already or has no line.
    ///
    /// Errors: a sum beyond the limit of amounts.
    pub fn seal(
        &self,
        by: SealedBy,
        on: NaiveDate,
        settings: &Settings,
        today: NaiveDate,
    ) -> Result<Option<Seal>, AmountTooLarge> {
        if self.budget.as_ref().is_none_or(|budget| budget.seal.is_some() || budget.lines.is_empty()) {
            return Ok(None);
        }
        let loan = self.loan(settings, today).ok();
        let instalment = loan.as_ref().map(monthly).transpose()?;
        Ok(Some(Seal { on, by, household: self.household.clone(), instalment }))
    }
}

impl Budget {
    /// What a household that changes changes of it: the lines that go back to the household, maybe none, in a version
    /// that may be changed; nothing when it stays as it is.
    #[must_use]
    pub fn shared_anew(&self, before: &Household, after: &Household) -> Option<Vec<&BudgetLine>> {
        let is_there = |id: MemberId| after.members().iter().any(|member| member.id == id);
        let left: Vec<&BudgetLine> =
            self.lines.iter().filter(|line| line.member.is_some_and(|member| !is_there(member))).collect();
        let given = self.seal.is_some() && !self.lines.is_empty();
        (!left.is_empty() || (given && weights(before) != weights(after))).then_some(left)
    }
}

/// What of a household a budget is shared by.
fn weights(household: &Household) -> Vec<(MemberId, Link, Option<NaiveDate>, Share)> {
    let members = household.members().iter();
    members.map(|member| (member.id, member.link, member.born_on, member.share)).collect()
}
