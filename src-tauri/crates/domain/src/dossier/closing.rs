//! How a dossier may end, and when it may be closed.
//!
//! A loan repaid by the bank's attestation is closed as repaid; one whose whole sum became due or whose guarantee was
//! called as lost; « à l'échéance » is said of a loan of which no instalment was late (*Un coup de pouce pour le
//! microcrédit personnel*, la fin du prêt). An appointment that is still to come keeps a dossier open. Worked example:
//! one instalment missed in March and paid in April, the loan repaid in 2028: it is « remboursé avec incidents ».

use chrono::NaiveDate;

use super::{Closing, Course, Dossier, EndKind};
use crate::arrears::ever_late;
use crate::line::Line;
use crate::settings::{ListEntry, ListKey, Lists};

/// The outcome of a loan of which no instalment was late.
const ON_TIME: &str = "repaid_on_time";

/// The outcome of a loan of which no more is known than that it is repaid.
const REPAID: &str = "repaid";

/// The same of one an instalment of which was late.
const WITH_INCIDENTS: &str = "repaid_with_incidents";

/// Why a dossier is not closed with an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosingRefused {
    /// An instalment was missed, or paid late.
    WasLate,
    /// An appointment is to come, or nobody said what became of it.
    AppointmentToCome(NaiveDate),
    /// The list does not say what the outcome means.
    NoKind,
}

impl EndKind {
    /// What an outcome of the lists means, by its family.
    #[must_use]
    pub fn of_family(family: &ListKey) -> Option<Self> {
        match family.as_str() {
            "unpaid" => Some(Self::Unpaid),
            "repaid" => Some(Self::Repaid),
            "lost" => Some(Self::Lost),
            "died" => Some(Self::Died),
            "elsewhere" => Some(Self::Elsewhere),
            _ => None,
        }
    }
}

impl Course<'_> {
    /// Whether the facts allow a dossier to end so.
    #[must_use]
    pub fn may_end(&self, kind: EndKind) -> bool {
        match kind {
            EndKind::Unpaid => self.disbursement.is_none(),
            EndKind::Repaid => self.repaid_on.is_some(),
            EndKind::Lost => self.lost_on().is_some(),
            EndKind::Died => self.died_on.is_some(),
            EndKind::Elsewhere => true,
        }
    }
}

impl Dossier {
    /// The outcomes its facts allow today, in the order of their list.
    #[must_use]
    pub fn outcomes<'l>(&self, lists: &'l Lists) -> Vec<&'l ListEntry> {
        let (course, late) = (self.facts.course(), ever_late(self));
        let is_open = |one: &&ListEntry| !one.retired && (!late || one.key.as_str() != ON_TIME);
        let outcomes = lists.end_outcomes.iter().filter(is_open);
        outcomes.filter(|one| kind(one).is_some_and(|kind| course.may_end(kind))).collect()
    }

    /// What closing it with an outcome means. Whether the facts allow that end is judged with the fact.
    pub fn end_of(&self, outcome: &ListEntry) -> Result<EndKind, ClosingRefused> {
        if outcome.key.as_str() == ON_TIME && ever_late(self) {
            return Err(ClosingRefused::WasLate);
        }
        if let Some((_, agreed)) = self.facts.course().appointment {
            return Err(ClosingRefused::AppointmentToCome(agreed.on));
        }
        kind(outcome).ok_or(ClosingRefused::NoKind)
    }

    /// The closing on a day of a loan of which no more is known than that it is repaid.
    #[must_use]
    pub fn repaid(&self, on: NaiveDate) -> Closing {
        let outcome = ListKey::new(if ever_late(self) { WITH_INCIDENTS } else { REPAID });
        Closing { on, outcome, kind: EndKind::Repaid, note: Line::default() }
    }
}

fn kind(outcome: &ListEntry) -> Option<EndKind> {
    outcome.family.as_ref().and_then(EndKind::of_family)
}

#[cfg(test)]
mod tests;
