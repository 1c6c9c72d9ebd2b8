//! The figures of a period as a paper for people outside the office tells them, beside those of the period before.
//!
//! A few people are `moins de 5`; what is over a few people, or would give them away, is `n. c.`.

use documents::papers::figures::KeyFigure;
use domain::partner::Referrer;
use domain::report::{Bilan, Indicator, IndicatorKey, Of, Period, Publication, Untold, Value, untold};
use domain::words::{HARD_SPACE, counted, figure};
use rust_decimal::Decimal;

use super::counted::Material;
use super::released::Released;
use super::wording;
use app::failure::Failure;

/// What stands for a figure that is not told.
const NOT_TOLD: &str = "n.\u{a0}c.";

/// A period counted for a paper that leaves the office, beside the one just before.
pub(super) struct Outside<'m> {
    pub(super) material: &'m Material,
    pub(super) bilan: Bilan,
    /// The period it is compared with.
    pub(super) compared: Option<Period>,
    before: Option<Bilan>,
    untold: Untold,
    /// What else is told of it.
    pub(super) released: Released,
}

impl<'m> Outside<'m> {
    /// Counts a period; whatever the sheet, the same figures of it are told.
    pub(crate) fn of(material: &'m Material, period: Period, referrers: &[Referrer]) -> Result<Self, Failure> {
        let bilan = material.bilan_of(period)?;
        let has_lived = |before: &Period| material.rows.iter().any(|row| row.has_activity_in(*before));
        let compared = period.preceding().filter(has_lived);
        let before = compared.map(|period| material.compared(period)).transpose()?;
        let mut publication = Publication::under(material.few());
        let untold = untold(&mut publication, &bilan, before.as_ref());
        let released = Released::of(&mut publication, material, period, referrers)?;
        Ok(Self { material, bilan, compared, before, untold, released })
    }

    /// The indicator of one of the two periods.
    fn indicator(&self, key: IndicatorKey, of: Of) -> Option<&Indicator> {
        match of {
            Of::ThePeriod => self.bilan.indicator(key),
            Of::TheOneBefore => self.before.as_ref().and_then(|before| before.indicator(key)),
        }
    }

    /// An indicator that is told, its number or how it was reached.
    pub(super) fn told(&self, key: IndicatorKey, of: Of) -> Option<&Indicator> {
        self.indicator(key, of).filter(|_| !self.untold.holds(key, of))
    }

    /// A number of the period; nothing when there is none or it is not told.
    pub(super) fn value(&self, key: IndicatorKey) -> Option<Value> {
        self.told(key, Of::ThePeriod).and_then(|one| one.figure.value)
    }

    /// The same of the period before.
    pub(super) fn before(&self, key: IndicatorKey) -> Option<Value> {
        self.told(key, Of::TheOneBefore).and_then(|one| one.figure.value)
    }

    /// How many dossiers the period counts; nothing when it is not told.
    pub(super) fn count(&self, key: IndicatorKey) -> Option<u64> {
        self.told(key, Of::ThePeriod).map(|one| one.figure.dossiers_count())
    }

    /// A number as a key figure, its caption agreed with it.
    pub(super) fn key_figure(&self, key: IndicatorKey, (one, many): (&str, &str), before: Option<String>) -> KeyFigure {
        let alone = self.value(key).is_some_and(|value| value.number() < Decimal::TWO);
        let caption = if alone { one } else { many }.to_owned();
        KeyFigure { value: self.text(key, Of::ThePeriod), caption, before }
    }

    /// A number in its unit: `12`, `moins de 5`, `n. c.`, `–` where there is none.
    pub(super) fn text(&self, key: IndicatorKey, of: Of) -> String {
        let value = self.indicator(key, of).and_then(|one| one.figure.value);
        match value {
            Some(value) if self.untold.holds(key, of) => self.material.not_told(value),
            value => wording::shown(value, self.material.unit(key)),
        }
    }

    /// A count and its noun: `12 prêts accordés`, `moins de 5 prêts accordés`; nothing when it is not told at all.
    pub(super) fn counted(&self, key: IndicatorKey, one: &str, many: &str) -> Option<String> {
        let count = self.indicator(key, Of::ThePeriod).map_or(0, |one| one.figure.dossiers_count());
        match (self.untold.holds(key, Of::ThePeriod), count < self.material.few()) {
            (false, _) => Some(counted(count, one, many)),
            (true, true) => Some(format!("{} {many}", self.material.under())),
            (true, false) => None,
        }
    }

    /// The number of the period before, in words; nothing beside a number that is not told.
    pub(super) fn before_in_words(&self, key: IndicatorKey, during: impl Fn(Period) -> String) -> Option<String> {
        self.value(key)?;
        let before = figure(self.before(key)?, self.material.unit(key));
        Some(format!("{before} {}", during(self.compared?)))
    }

    /// The median of a delay that is told.
    pub(super) fn median(&self, key: IndicatorKey, of: Of) -> Option<String> {
        self.told(key, of).and_then(|one| wording::median(one.working))
    }
}

impl Material {
    /// What stands for a number that is not told.
    pub(super) fn not_told(&self, value: Value) -> String {
        match value {
            Value::Count(count) if count < self.few() => self.under(),
            Value::Count(_) | Value::Euros(_) | Value::Number(_) => NOT_TOLD.to_owned(),
        }
    }

    /// What stands for a few people.
    pub(super) fn under(&self) -> String {
        format!("moins de{HARD_SPACE}{}", self.few())
    }
}
