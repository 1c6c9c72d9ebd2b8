//! The household the budget is shared among.
//!
//! The reste à vivre divides by the number of people (*Un coup de pouce pour le
//! microcrédit personnel*, diagnostic et budget). A child of shared custody may
//! count for half, someone who pays their own way for nothing: each person has a
//! share of 1, ½ or 0, with its reason, and the household counts at least one.

mod ages;

pub use ages::{AgesRefused, SaidAge, read_ages};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::line::Line;

/// Number of a household member in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MemberId(pub i64);

vocabulary! {
    /// What a member is to the applicant.
    pub enum Link {
        Applicant => "applicant", "Demande le prêt";
        CoApplicant => "co_applicant", "Demande aussi le prêt";
        Spouse => "spouse", "Conjoint ou partenaire";
        Child => "child", "Enfant à charge";
        ChildShared => "child_shared", "Enfant en garde alternée";
        AdultChild => "adult_child", "Enfant majeur";
        Parent => "parent", "Parent, ascendant";
        HostedPerson => "hosted_person", "Personne hébergée";
        Other => "other", "Autre";
    }
}

impl Link {
    /// The links a member may have; the applicant is one by nature.
    pub const MEMBERS: [Self; 8] = [
        Self::CoApplicant,
        Self::Spouse,
        Self::Child,
        Self::ChildShared,
        Self::AdultChild,
        Self::Parent,
        Self::HostedPerson,
        Self::Other,
    ];
}

vocabulary! {
    /// What a person counts for in the divisor of the reste à vivre.
    pub enum Share {
        One => "one", "1";
        /// Half a share, such as a child of shared custody.
        Half => "half", "½";
        None => "none", "0";
    }
}

impl Share {
    /// The share in halves.
    #[must_use]
    pub fn halves(self) -> u32 {
        match self {
            Self::One => 2,
            Self::Half => 1,
            Self::None => 0,
        }
    }
}

vocabulary! {
    /// Whether a member lives under the same roof.
    pub enum Presence {
        /// Lives here.
        Here => "here";
        /// Lives elsewhere.
        Elsewhere => "elsewhere";
    }
}

/// One line of the household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Its number.
    pub id: MemberId,
    /// Name; empty for the applicant, whose name is the person's.
    pub name: Line,
    /// What they are to the applicant.
    pub link: Link,
    /// Day of birth; empty for the applicant, whose birth is the person's.
    pub born_on: Option<NaiveDate>,
    /// Whether they live here.
    pub presence: Presence,
    /// What they count for.
    pub share: Share,
    /// Why they count so.
    pub reason: Line,
}

impl Member {
    /// The age that stands for a name nobody told yet: `4 ans en novembre 2026`, as the first call keeps it.
    #[must_use]
    pub fn stated_age(&self) -> Option<&str> {
        let (age, _) = self.name.as_str().split_once(" en ")?;
        let is_age = age.starts_with(|first: char| first.is_ascii_digit()) && read_ages(age).is_ok();
        is_age.then_some(self.name.as_str())
    }

    /// The applicant's own line, as every household starts: living here, one share.
    #[must_use]
    pub fn applicant() -> Self {
        Self {
            id: MemberId(0),
            name: Line::default(),
            link: Link::Applicant,
            born_on: None,
            presence: Presence::Here,
            share: Share::One,
            reason: Line::default(),
        }
    }
}

/// The people of a dossier, the applicant first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Household {
    members: Vec<Member>,
}

/// The divisor of the reste à vivre, in halves: never less than one whole share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shares {
    halves: u32,
    split: bool,
}

/// Why a household was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum HouseholdRefused {
    /// The shares add up to less than one person.
    #[error("less than one share")]
    LessThanOne,
    /// There is no applicant, or more than one.
    #[error("not exactly one applicant")]
    NotOneApplicant,
    /// More members than a household can have.
    #[error("more than {} members", Household::LIMIT)]
    TooMany,
}

impl Household {
    /// The most members a household can have.
    pub const LIMIT: usize = 30;

    /// A household of these members. Exactly one applicant, at least one share.
    pub fn of(members: Vec<Member>) -> Result<Self, HouseholdRefused> {
        if members.len() > Self::LIMIT {
            return Err(HouseholdRefused::TooMany);
        }
        if members.iter().filter(|member| member.link == Link::Applicant).count() != 1 {
            return Err(HouseholdRefused::NotOneApplicant);
        }
        let household = Self { members };
        if household.halves() < Share::One.halves() {
            return Err(HouseholdRefused::LessThanOne);
        }
        Ok(household)
    }

    /// Everyone, in the order they were entered.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The divisor of the reste à vivre.
    #[must_use]
    pub fn shares(&self) -> Shares {
        let split = self.members.iter().any(|member| member.share == Share::Half);
        Shares { halves: self.halves(), split }
    }

    /// How many people count for something.
    #[must_use]
    pub fn counted(&self) -> usize {
        self.members.iter().filter(|member| member.share != Share::None).count()
    }

    fn halves(&self) -> u32 {
        self.members.iter().map(|member| member.share.halves()).sum()
    }
}

impl Shares {
    /// Whether each share is a person: two children at half a share are one share and two people.
    #[must_use]
    pub fn are_people(self) -> bool {
        !self.split
    }

    /// The number of halves, at least two.
    #[must_use]
    pub fn halves(self) -> u32 {
        self.halves
    }
}

impl std::fmt::Display for Shares {
    /// `3` or `2,5`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let whole = self.halves.checked_div(2).unwrap_or_default();
        let half = if self.halves.checked_rem(2) == Some(1) { ",5" } else { "" };
        write!(out, "{whole}{half}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(link: Link, share: Share) -> Member {
        Member {
            id: MemberId(1),
            name: Line::default(),
            link,
            born_on: None,
            presence: Presence::Here,
            share,
            reason: Line::default(),
        }
    }

    #[test]
    fn a_household_of_nobody_is_refused() {
        let alone = |share| Household::of(vec![member(Link::Applicant, share)]);
        assert_eq!(alone(Share::None), Err(HouseholdRefused::LessThanOne));
        assert_eq!(alone(Share::Half), Err(HouseholdRefused::LessThanOne));
        assert!(alone(Share::One).is_ok());
        assert_eq!(Household::of(Vec::new()), Err(HouseholdRefused::NotOneApplicant));
    }

    #[test]
    fn a_child_of_shared_custody_may_count_for_half() {
        let household = Household::of(vec![
            member(Link::Applicant, Share::One),
            member(Link::Child, Share::One),
            member(Link::ChildShared, Share::Half),
            member(Link::HostedPerson, Share::None),
        ]);
        let household = household.unwrap();
        assert_eq!(household.shares().to_string(), "2,5");
        assert_eq!(household.counted(), 3, "who has no share is not counted");
        assert!(!household.shares().are_people());
    }

    #[test]
    fn a_crowd_is_refused() {
        let crowd = (0..31).map(|n| member(if n == 0 { Link::Applicant } else { Link::Other }, Share::One));
        assert_eq!(Household::of(crowd.collect()), Err(HouseholdRefused::TooMany));
    }
}
