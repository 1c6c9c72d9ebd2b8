//! What the remainder of a budget is shared among: persons, or units that depend on age.
//!
//! A rule shares by persons (one each, half for shared custody) or by units: consumption units, parts of the
//! county. A unit is weighed in hundredths, and half of it counts for a child of shared custody, so that the
//! divisor is exact: two adults at 100 and 50, a child at 30 and one of shared custody at 15 make 1,95 units;
//! 1 018,58 ÷ 1,95 = 522,35. Someone whose share is 0 weighs nothing.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::calendar::age_on;
use crate::household::{Household, Link, Member, MemberId, Share, Shares};
use crate::line::Line;
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{Divisor, UnitScale};
use crate::words::{HARD_SPACE, counted, decimal};

/// What the remainder of a budget is shared among.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SharedAmong {
    /// The shares of the household.
    Persons(Shares),
    /// Units that depend on age.
    Units(Units),
}

/// The units of a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Units {
    /// What they are called: « unités de consommation ».
    pub label: Line,
    /// What each person weighs, in the order of the household.
    pub weights: Vec<UnitWeight>,
    /// What an adult alone with children adds, in two-hundredths of a unit.
    pub lone_parent: u32,
}

/// What one person weighs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitWeight {
    /// Who.
    pub member: MemberId,
    /// Why so much.
    pub weighed_as: WeighedAs,
    /// How much, in two-hundredths of a unit: half a hundredth is exact.
    pub weight: u32,
}

/// Why a person weighs so many units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeighedAs {
    /// The first adult.
    First,
    /// Another person of the age of adults.
    Adult,
    /// A younger person.
    Child,
}

impl SharedAmong {
    /// What a household is shared among by a rule, ages being those of `day`.
    ///
    /// A person whose birth is not known weighs as a child when they are one of the household, as an adult otherwise.
    #[must_use]
    pub fn of(household: &Household, divisor: &Divisor, day: NaiveDate) -> Self {
        match divisor {
            Divisor::Persons => Self::Persons(household.shares()),
            Divisor::Units(scale) => Self::Units(weighed(household, scale, day)),
        }
    }

    /// Whether each share is a person.
    #[must_use]
    pub fn are_people(&self) -> bool {
        match self {
            Self::Persons(shares) => shares.are_people(),
            Self::Units(_) => false,
        }
    }

    /// How many persons it is, a half share beside another making one.
    #[must_use]
    pub fn persons(&self) -> usize {
        match self {
            Self::Persons(shares) => usize::try_from(shares.halves().div_ceil(2)).unwrap_or(usize::MAX),
            Self::Units(units) => units.weights.len(),
        }
    }

    /// One share of an amount, half up to the cent; the amount itself when nobody weighs anything.
    pub fn one_of(&self, amount: Euros) -> Result<Euros, AmountTooLarge> {
        Ok(amount.part(WHOLE, self.two_hundredths())?.unwrap_or(amount))
    }

    /// An amount for each share, half up to the cent.
    pub fn times(&self, amount: Euros) -> Result<Euros, AmountTooLarge> {
        Ok(amount.part(self.two_hundredths(), WHOLE)?.unwrap_or(amount))
    }

    /// How many shares, exactly.
    #[must_use]
    pub fn exact(&self) -> Decimal {
        Decimal::from(self.two_hundredths()) / Decimal::from(WHOLE)
    }

    /// `3 personnes`, `2,5 parts`, `1,95 unités de consommation`.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Persons(shares) if shares.are_people() => {
                counted(shares.halves().checked_div(2).unwrap_or_default(), "personne", "personnes")
            }
            Self::Persons(_) => format!("{self}{HARD_SPACE}parts"),
            Self::Units(units) => format!("{self}{HARD_SPACE}{}", units.label),
        }
    }

    /// What one share is called: `personne`, `part`, `unité`.
    #[must_use]
    pub fn one(&self) -> &'static str {
        match self {
            Self::Persons(shares) if shares.are_people() => "personne",
            Self::Persons(_) => "part",
            Self::Units(_) => "unité",
        }
    }

    fn two_hundredths(&self) -> u32 {
        match self {
            Self::Persons(shares) => shares.halves().saturating_mul(WHOLE / 2),
            Self::Units(units) => {
                units.weights.iter().fold(units.lone_parent, |sum, one| sum.saturating_add(one.weight)).max(1)
            }
        }
    }
}

impl std::fmt::Display for SharedAmong {
    /// `3`, `2,5` or `1,95`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let exact = self.exact().normalize();
        write!(out, "{}", decimal(exact, exact.scale()))
    }
}

/// One unit, in two-hundredths.
const WHOLE: u32 = 200;

fn weighed(household: &Household, scale: &UnitScale, day: NaiveDate) -> Units {
    let weights = household.members().iter().map(|member| {
        let weighed_as = weighed_as(member, scale, day);
        let hundredths = match weighed_as {
            WeighedAs::First => scale.first,
            WeighedAs::Adult => scale.adult,
            WeighedAs::Child => scale.child,
        };
        UnitWeight { member: member.id, weighed_as, weight: hundredths.saturating_mul(member.share.halves()) }
    });
    let lone_parent = if is_lone_parent(household) { scale.lone_parent.saturating_mul(2) } else { 0 };
    Units { label: scale.label.clone(), weights: weights.collect(), lone_parent }
}

fn weighed_as(member: &Member, scale: &UnitScale, day: NaiveDate) -> WeighedAs {
    let is_child = match member.link {
        Link::Applicant => return WeighedAs::First,
        Link::Child | Link::ChildShared => true,
        Link::CoApplicant | Link::Spouse | Link::AdultChild | Link::Parent | Link::HostedPerson | Link::Other => false,
    };
    match member.born_on.and_then(|born_on| age_on(born_on, day)) {
        Some(age) if age >= scale.adult_from => WeighedAs::Adult,
        Some(_) => WeighedAs::Child,
        None if is_child => WeighedAs::Child,
        None => WeighedAs::Adult,
    }
}

/// An adult with children of the household and no partner in it.
fn is_lone_parent(household: &Household) -> bool {
    let mut counted = household.members().iter().filter(|member| member.share != Share::None);
    let partner = |member: &Member| matches!(member.link, Link::CoApplicant | Link::Spouse);
    let child = |member: &Member| matches!(member.link, Link::Child | Link::ChildShared);
    counted.clone().any(child) && !counted.any(partner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::household::Presence;

    fn member(link: Link, born_on: Option<&str>, share: Share) -> Member {
        Member {
            id: MemberId(1),
            name: Line::default(),
            link,
            born_on: born_on.map(|day| day.parse().unwrap()),
            presence: Presence::Here,
            share,
            reason: Line::default(),
        }
    }

    fn scale(lone_parent: u32) -> Divisor {
        Divisor::Units(UnitScale {
            label: Line::read("unités de consommation").unwrap(),
            first: 100,
            adult: 50,
            child: 30,
            adult_from: 14,
            lone_parent,
        })
    }

    fn shared(members: Vec<Member>, divisor: &Divisor) -> SharedAmong {
        let mut all = vec![member(Link::Applicant, None, Share::One)];
        all.extend(members);
        SharedAmong::of(&Household::of(all).unwrap(), divisor, "2026-11-09".parse().unwrap())
    }

    #[test]
    fn units_follow_age_and_shared_custody_halves_a_child() {
        let table: [(&str, Vec<Member>, u32); 7] = [
            ("1", Vec::new(), 0),
            ("1,5", vec![member(Link::Spouse, None, Share::One)], 0),
            ("1,3", vec![member(Link::Child, Some("2012-11-10"), Share::One)], 0),
            ("1,5", vec![member(Link::Child, Some("2012-11-09"), Share::One)], 0),
            ("1,15", vec![member(Link::ChildShared, None, Share::Half)], 0),
            ("1,5", vec![member(Link::Child, None, Share::One)], 20),
            ("1,8", vec![member(Link::Spouse, None, Share::One), member(Link::Child, None, Share::One)], 20),
        ];
        for (said, members, lone_parent) in table {
            let shared = shared(members.clone(), &scale(lone_parent));
            assert_eq!(shared.to_string(), said, "{members:?}");
        }
    }

    #[test]
    fn the_worked_example_holds() {
        let members = vec![
            member(Link::Spouse, None, Share::One),
            member(Link::Child, None, Share::One),
            member(Link::ChildShared, None, Share::Half),
        ];
        let shared = shared(members, &scale(0));
        assert_eq!(shared.in_words().replace(HARD_SPACE, " "), "1,95 unités de consommation");
        assert_eq!(shared.one_of(Euros::read("1018,58").unwrap()).unwrap().bare(), "522,35");
    }

    #[test]
    fn half_a_hundredth_is_exact() {
        let Divisor::Units(mut odd) = scale(0) else { unreachable!() };
        odd.child = 25;
        let shared = shared(vec![member(Link::ChildShared, None, Share::Half)], &Divisor::Units(odd));
        assert_eq!(shared.to_string(), "1,125");
        assert_eq!(shared.times(Euros::read("200").unwrap()).unwrap().bare(), "225,00");
    }

    #[test]
    fn someone_who_pays_their_own_way_weighs_nothing() {
        let none = vec![member(Link::HostedPerson, None, Share::None)];
        assert_eq!(shared(none.clone(), &scale(0)).to_string(), "1");
        assert_eq!(shared(none, &Divisor::Persons).in_words().replace(HARD_SPACE, " "), "1 personne");
    }
}
