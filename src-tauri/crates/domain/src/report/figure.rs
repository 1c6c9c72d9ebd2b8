//! A number of a bilan, with the dossiers behind it.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy::MidpointAwayFromZero;

use crate::dossier::DossierId;
use crate::money::Euros;

vocabulary! {
    /// What a number counts.
    pub enum Unit {
        /// Dossiers, each once.
        Dossiers => "dossiers";
        /// Sendings to a lender.
        Presentations => "presentations";
        /// Instalments.
        Instalments => "instalments";
        /// Episodes of missed instalments.
        Incidents => "incidents";
        /// Money.
        Euros => "euros";
        /// Contacts with the person.
        Contacts => "contacts";
        /// Loans for so many people or jobs.
        Loans => "loans";
        /// People of the town.
        Inhabitants => "inhabitants";
        /// Hours.
        Hours => "hours";
        /// Full-time jobs.
        FullTime => "full_time";
        /// Months.
        Months => "months";
        /// Days.
        Days => "days";
        /// A part of a hundred.
        Percent => "percent";
    }
}

/// A number of a bilan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// Counted one by one.
    Count(u64),
    /// Money, to the cent.
    Euros(Euros),
    /// A mean or a ratio as it was reckoned: rounded half up once, where it is written (15 ÷ 19 is 78,9 %, not the
    /// 79,0 % that 78,95 % would give).
    Number(Decimal),
}

/// A dossier behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counted {
    /// The day it is counted at.
    pub on: NaiveDate,
    /// The dossier.
    pub dossier: DossierId,
}

/// A number and the dossiers behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// The number; nothing where there is none, such as a ratio over 0.
    pub value: Option<Value>,
    /// The dossiers behind it, each once, in the order of their numbers.
    pub dossiers: Vec<Counted>,
}

impl Value {
    /// A mean or a ratio: one over the other; nothing over 0.
    #[must_use]
    pub fn ratio(one: Decimal, other: Decimal) -> Option<Self> {
        one.checked_div(other).map(Self::Number)
    }

    /// An amount over another in percent; nothing over 0.
    #[must_use]
    pub fn part(part: Euros, whole: Euros) -> Option<Self> {
        Self::ratio(Self::Euros(part).number() * Decimal::ONE_HUNDRED, Self::Euros(whole).number())
    }

    /// One over the other in percent.
    #[must_use]
    pub fn percent(part: u64, whole: u64) -> Option<Self> {
        Self::ratio(Decimal::from(part) * Decimal::ONE_HUNDRED, Decimal::from(whole))
    }

    /// The number for a machine: `84`, `46530.00`, `59.62`.
    #[must_use]
    pub fn plain(self) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Euros(amount) => format!("{:.2}", Decimal::new(amount.cents(), 2)),
            Self::Number(_) => format!("{:.2}", self.rounded()),
        }
    }

    /// As a plain number with two decimals at most, half up: what leaves in files.
    #[must_use]
    pub fn rounded(self) -> Decimal {
        self.number().round_dp_with_strategy(2, MidpointAwayFromZero)
    }

    /// As a plain number.
    #[must_use]
    pub fn number(self) -> Decimal {
        match self {
            Self::Count(count) => Decimal::from(count),
            Self::Euros(amount) => Decimal::new(amount.cents(), 2),
            Self::Number(number) => number,
        }
    }
}

impl Figure {
    /// How many dossiers, and which.
    #[must_use]
    pub fn counting(dossiers: impl IntoIterator<Item = Counted>) -> Self {
        let dossiers = once_each(dossiers);
        Self { value: Some(Value::Count(count(&dossiers))), dossiers }
    }

    /// A number over these dossiers.
    #[must_use]
    pub fn over(value: Option<Value>, dossiers: impl IntoIterator<Item = Counted>) -> Self {
        Self { value, dossiers: once_each(dossiers) }
    }

    /// The dossiers behind it in the order of their days.
    #[must_use]
    pub fn by_day(&self) -> Vec<Counted> {
        let mut dossiers = self.dossiers.clone();
        dossiers.sort_unstable();
        dossiers
    }

    /// How many dossiers are behind it.
    #[must_use]
    pub fn dossiers_count(&self) -> u64 {
        count(&self.dossiers)
    }

    /// Whether a dossier is one of them.
    #[must_use]
    pub fn holds(&self, dossier: DossierId) -> bool {
        self.dossiers.binary_search_by_key(&dossier, |one| one.dossier).is_ok()
    }
}

/// Whether so many people are a few: nobody is not.
pub(super) fn is_few(count: u64, under: u64) -> bool {
    (1..under).contains(&count)
}

/// How many there are.
pub(super) fn count<T>(items: &[T]) -> u64 {
    u64::try_from(items.len()).unwrap_or(u64::MAX)
}

fn once_each(dossiers: impl IntoIterator<Item = Counted>) -> Vec<Counted> {
    let mut dossiers: Vec<Counted> = dossiers.into_iter().collect();
    dossiers.sort_unstable_by_key(|counted| (counted.dossier, counted.on));
    dossiers.dedup_by_key(|counted| counted.dossier);
    dossiers
}
