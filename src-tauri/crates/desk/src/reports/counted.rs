//! The rows of the office and the bilan they make.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use domain::dossier::DossierId;
use domain::person::PersonId;
use domain::report::{
    Bilan, Ground, Indicator, IndicatorKey, Narrowing, Period, ReportRow, SmallNumbers, Unit, YearPage, bilan,
    indicators, narrowed,
};
use domain::settings::Settings;

use super::asked::{Against, NarrowedTo, ReportPeriod, usual};
use super::delivered::{Delivered, delivered};
use super::year::pages;
use crate::caller::Moment;
use crate::failure::Failure;
use crate::office::{self, Desk};

/// What a bilan is made from, copied out of the store.
pub(super) struct Material {
    pub(super) period: Period,
    /// The period it is compared with.
    pub(super) before: Option<Period>,
    /// Every year something happened in, the latest first.
    pub(super) years: Vec<i32>,
    pub(super) rows: Vec<ReportRow>,
    /// The time spent without a dossier: each day and its minutes.
    work: Vec<(NaiveDate, u32)>,
    people: Vec<(DossierId, PersonId)>,
    /// What was typed for the year of the period and for the one before.
    pub(super) pages: Vec<(i32, YearPage)>,
    pub(super) today: NaiveDate,
    pub(super) narrowing: Narrowing,
    pub(super) settings: Settings,
    pub(super) delivered: &'static Delivered,
}

impl Material {
    /// Reads the office for the period asked for.
    pub(super) fn read(desk: &Desk, asked: &ReportPeriod, moment: &Moment) -> Result<Self, Failure> {
        Self::narrowed(desk, asked, Against::default(), &NarrowedTo::default(), moment)
    }

    /// Reads the office for the period asked for, a part of its dossiers alone.
    pub(super) fn narrowed(
        desk: &Desk,
        asked: &ReportPeriod,
        against: Against,
        to: &NarrowedTo,
        moment: &Moment,
    ) -> Result<Self, Failure> {
        let asked = asked.read(moment)?;
        let narrowing = to.read()?;
        let (rows, work, people, pages, settings) = desk.read(|reader| {
            let mut rows = reader.report_rows()?;
            rows.extend(reader.past_rows()?);
            let noted = if narrowing.is_none() { reader.work_minutes()? } else { Vec::new() };
            Ok((rows, noted, reader.people_of_several()?, pages(reader)?, office::settings(reader)?))
        })?;
        let years = years(&rows);
        let period = match asked {
            Some(period) => period,
            None => usual(&years, moment.today)?,
        };
        let before = match against {
            Against::YearBefore => period.before(moment.today),
            Against::JustBefore => period.just_before(moment.today),
        };
        let rows = narrowed(rows, &narrowing, &settings.lists);
        let (today, delivered) = (moment.today, delivered()?);
        Ok(Self { period, before, years, rows, work, people, pages, today, narrowing, settings, delivered })
    }

    /// Under how many people a paper tells no line of their own: as the office decided, else as delivered.
    pub(super) fn few(&self) -> u64 {
        let own = self.settings.at(self.period.to()).office.small_numbers_under;
        own.map_or(self.delivered.rules.small_numbers_under, u64::from)
    }

    /// The bilan of another period of the same office.
    pub(super) fn bilan_of(&self, period: Period, small: SmallNumbers) -> Result<Bilan, Failure> {
        Ok(bilan(period, &self.rows, &self.ground(period), small)?)
    }

    /// The bilan of the period.
    pub(super) fn bilan(&self, small: SmallNumbers) -> Result<Bilan, Failure> {
        Ok(bilan(self.period, &self.rows, &self.ground(self.period), small)?)
    }

    /// The whole bilan of the period before.
    pub(super) fn bilan_before(&self) -> Result<Option<Bilan>, Failure> {
        let count = |period| bilan(period, &self.rows, &self.ground(period), SmallNumbers::Shown);
        Ok(self.before.map(count).transpose()?)
    }

    /// The indicators of the period before.
    pub(super) fn indicators_before(&self) -> Result<Vec<Indicator>, Failure> {
        Ok(self.before.map(|period| self.indicators_of(period)).transpose()?.unwrap_or_default())
    }

    /// The indicators of another period of the same office.
    pub(super) fn indicators_of(&self, period: Period) -> Result<Vec<Indicator>, Failure> {
        Ok(indicators(period, &self.rows, &self.ground(period))?)
    }

    pub(super) fn label(&self, key: IndicatorKey) -> &str {
        self.delivered.rules.indicator(key).map_or("", |one| one.label.as_str())
    }

    pub(super) fn unit(&self, key: IndicatorKey) -> Unit {
        self.delivered.rules.indicator(key).map_or(Unit::Dossiers, |one| one.unit)
    }

    /// What was typed for the year the period is, if it is one and it was typed.
    pub(super) fn year_page(&self) -> Option<&YearPage> {
        self.page_of(self.period)
    }

    fn page_of(&self, period: Period) -> Option<&YearPage> {
        let year = period.civil_year()?;
        self.pages.iter().find(|(typed, _)| *typed == year).map(|(_, page)| page)
    }

    fn ground(&self, period: Period) -> Ground<'_> {
        let rules = self.settings.at(period.to());
        Ground {
            lists: &self.settings.lists,
            lenders: &self.settings.lenders,
            rules: &self.delivered.rules,
            references: &self.delivered.references,
            work: &self.work,
            full_time_hours: rules.office.full_time_hours,
            silent_months: rules.follow_up.silent_months,
            people: &self.people,
            year: self.page_of(period),
            today: self.today,
            narrowed: !self.narrowing.is_none(),
        }
    }
}

fn years(rows: &[ReportRow]) -> Vec<i32> {
    let years: BTreeSet<i32> = rows.iter().flat_map(|row| row.received_on.year()..=row.last_on.year()).collect();
    years.into_iter().rev().collect()
}
