//! What the office uses of Étrier, from a date: what it does without is offered nowhere, and what exists stays readable.

use serde::{Deserialize, Serialize};

/// What the office uses, and what it does without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeUses {
    /// Sessions of a commission or a committee.
    pub committee: bool,
    /// The amount set aside to guarantee loans.
    pub guarantee: bool,
    /// The refund of interest.
    pub refunds: bool,
    /// Projects that pay debts off.
    pub debts: bool,
}

vocabulary! {
    /// One part of Étrier an office may do without.
    pub enum OfficeUse {
        Committee => "committee", "Séances de commission ou de comité";
        Guarantee => "guarantee", "Enveloppe de garantie du CCAS";
        Refunds => "refunds", "Remboursement d’intérêts";
        Debts => "debts", "Prêts qui remboursent des dettes";
    }
}

impl OfficeUses {
    /// Whether the office uses a part.
    #[must_use]
    pub fn has(self, part: OfficeUse) -> bool {
        match part {
            OfficeUse::Committee => self.committee,
            OfficeUse::Guarantee => self.guarantee,
            OfficeUse::Refunds => self.refunds,
            OfficeUse::Debts => self.debts,
        }
    }

    /// The parts in use before that are not any more.
    #[must_use]
    pub fn given_up(self, now: Self) -> Vec<OfficeUse> {
        OfficeUse::ALL.into_iter().filter(|part| self.has(*part) && !now.has(*part)).collect()
    }

    /// Everything, for a start without a choice.
    #[cfg(test)]
    pub(crate) fn everything() -> Self {
        Self { committee: true, guarantee: true, refunds: true, debts: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_up_is_named() {
        let all = OfficeUses::everything();
        let less = OfficeUses { refunds: false, debts: false, ..all };
        assert_eq!(all.given_up(less), [OfficeUse::Refunds, OfficeUse::Debts]);
        assert!(less.given_up(all).is_empty(), "what is taken up again is given up by nobody");
        assert!(less.has(OfficeUse::Committee) && less.has(OfficeUse::Guarantee));
    }
}
