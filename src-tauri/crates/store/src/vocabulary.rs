//! The names under which words of the vocabulary are stored; they never change.

use domain::budget::{Certainty, Frequency};
use domain::dossier::Stage;
use domain::household::{Link, Presence, Share};
use domain::person::Title;

/// A word of the vocabulary that a column holds.
pub(crate) trait Word: Copy + 'static {
    /// Every word.
    const ALL: &'static [Self];

    /// Its stored name.
    fn name(self) -> &'static str;

    /// The word of a stored name.
    fn read(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.name() == name)
    }
}

impl Word for Title {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Madame => "madame",
            Self::Monsieur => "monsieur",
            Self::NotStated => "not_stated",
        }
    }
}

impl Word for Link {
    const ALL: &'static [Self] = &[
        Self::Applicant,
        Self::CoApplicant,
        Self::Spouse,
        Self::Child,
        Self::ChildShared,
        Self::AdultChild,
        Self::Parent,
        Self::HostedPerson,
        Self::Other,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::CoApplicant => "co_applicant",
            Self::Spouse => "spouse",
            Self::Child => "child",
            Self::ChildShared => "child_shared",
            Self::AdultChild => "adult_child",
            Self::Parent => "parent",
            Self::HostedPerson => "hosted_person",
            Self::Other => "other",
        }
    }
}

impl Word for Share {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Half => "half",
            Self::None => "none",
        }
    }
}

impl Word for Presence {
    const ALL: &'static [Self] = &[Self::Here, Self::Elsewhere];

    fn name(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Elsewhere => "elsewhere",
        }
    }
}

impl Word for Frequency {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Weekly => "weekly",
            Self::Fortnightly => "fortnightly",
            Self::Monthly => "monthly",
            Self::TwoMonthly => "two_monthly",
            Self::Quarterly => "quarterly",
            Self::HalfYearly => "half_yearly",
            Self::Yearly => "yearly",
            Self::OneOff => "one_off",
        }
    }
}

impl Word for Certainty {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::SeenOnStatements => "seen_on_statements",
            Self::Proved => "proved",
        }
    }
}

impl Word for Stage {
    const ALL: &'static [Self] = &[Self::Request, Self::Assessment];

    fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Assessment => "assessment",
        }
    }
}
