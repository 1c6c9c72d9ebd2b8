//! The rows of the office and the bilan they make.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use domain::dossier::DossierId;
use domain::person::PersonId;
use domain::report::{
    Bilan, Ground, IndicatorKey, Narrowing, Period, ReportRow, Unit, YearPage, bilan, compared, narrowed,
};
use domain::settings::{LOWEST_HIDING, ListKey, Settings};
use domain::words::folded;

use super::choices::Offered;
use super::delivered::{Delivered, delivered};
use super::period::{Against, ReportAsked, usual};
use super::year::pages;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;

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
    /// The days of the calls of people who gave no name.
    unnamed: Vec<NaiveDate>,
    people: Vec<(DossierId, PersonId)>,
    /// What was typed for the year of the period and for the one before.
    pub(super) pages: Vec<(i32, YearPage)>,
    pub(super) today: NaiveDate,
    pub(super) narrowing: Narrowing,
    /// What the dossiers counted have in common, in words; empty when all are.
    pub(super) part: String,
    pub(super) settings: Settings,
    pub(super) delivered: &'static Delivered,
}

impl Material {
    /// Reads the office for the period asked for, a part of its dossiers alone where it is narrowed.
    pub(super) fn read(desk: &Desk, wanted: &ReportAsked, moment: &Moment) -> Result<Self, Failure> {
        let asked = wanted.period().read(moment)?;
        let narrowing = wanted.narrowed.read()?;
        let (rows, (work, unnamed), people, pages, settings) = desk.read(|reader| {
            let mut rows = reader.report_rows()?;
            rows.extend(reader.past_rows()?);
            let noted = if narrowing.is_none() {
                (reader.work_minutes()?, reader.unnamed_calls()?)
            } else {
                (Vec::new(), Vec::new())
            };
            Ok((rows, noted, reader.people_of_several()?, pages(reader)?, app::settings::settings(reader)?))
        })?;
        let years = years(&rows, moment.today);
        let period = match asked {
            Some(period) => period,
            None => usual(&years, moment.today)?,
        };
        let part = desk.read(|reader| {
            let offered = Offered::read(reader, &settings, period.to())?;
            Ok::<_, Failure>(offered.label(&wanted.narrowed))
        })?;
        let before = match wanted.against {
            Against::YearBefore => period.before(moment.today),
            Against::JustBefore => period.just_before(moment.today),
        };
        // Nothing is compared with a time of which nothing was entered: its zeros would be nobody's.
        let before = before.filter(|before| rows.iter().any(|row| row.has_activity_in(*before)));
        let rows = narrowed(rows, &narrowing, &settings.lists);
        let (today, delivered) = (moment.today, delivered()?);
        Ok(Self {
            period,
            before,
            years,
            rows,
            work,
            unnamed,
            people,
            pages,
            today,
            narrowing,
            part,
            settings,
            delivered,
        })
    }

    /// A title with what the dossiers counted have in common: `Bilan 2026, Crédit de la Rive`.
    pub(super) fn titled(&self, title: String) -> String {
        if self.part.is_empty() { title } else { format!("{title}, {}", self.part) }
    }

    /// What follows the period in the name of a file of a part of the dossiers: `-credit-de-la-rive`.
    pub(super) fn in_file_names(&self) -> String {
        let part = folded(&self.part);
        let words = part.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        words.fold(String::new(), |name, word| format!("{name}-{word}"))
    }

    /// Under how many people a paper tells no line of their own: as the office decided, else as delivered.
    pub(super) fn few(&self) -> u64 {
        // An office may have decided less before: what hides nobody is read as the least that does.
        let own = self.settings.at(self.period.to()).office.small_numbers_under.map(|under| under.max(LOWEST_HIDING));
        own.map_or(self.delivered.rules.small_numbers_under, u64::from)
    }

    /// The bilan of another period of the same office.
    pub(super) fn bilan_of(&self, period: Period) -> Result<Bilan, Failure> {
        Ok(bilan(period, &self.rows, &self.ground(period))?)
    }

    /// The bilan of the period.
    pub(super) fn bilan(&self) -> Result<Bilan, Failure> {
        Ok(bilan(self.period, &self.rows, &self.ground(self.period))?)
    }

    /// What the bilan is told beside: the period before.
    pub(super) fn bilan_before(&self) -> Result<Option<Bilan>, Failure> {
        self.before.map(|period| self.compared(period)).transpose()
    }

    /// Another period of the same office, as a bilan is told beside it.
    pub(super) fn compared(&self, period: Period) -> Result<Bilan, Failure> {
        Ok(compared(period, &self.rows, &self.ground(period))?)
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

    /// The family of the origin of a person; the origin itself where it has none.
    pub(super) fn origin_family(&self, row: &ReportRow) -> ListKey {
        let entry = self.settings.lists.origins.iter().find(|entry| entry.key == row.origin);
        entry.and_then(|entry| entry.family.clone()).unwrap_or_else(|| row.origin.clone())
    }

    /// How many civil years the period touches.
    pub(super) fn years_of_period(&self) -> usize {
        let years = self.period.to().year().saturating_sub(self.period.from().year()).saturating_add(1);
        usize::try_from(years).unwrap_or(1)
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
            unnamed: &self.unnamed,
            full_time_hours: rules.office.full_time_hours,
            silent_months: rules.follow_up.silent_months,
            people: &self.people,
            year: self.page_of(period),
            today: self.today,
            narrowed: !self.narrowing.is_none(),
        }
    }
}

/// An agreement may lapse or an instalment fall due next year: nothing is to be told of it yet.
fn years(rows: &[ReportRow], today: NaiveDate) -> Vec<i32> {
    let lived = |row: &ReportRow| row.received_on.year()..=row.last_on.year().min(today.year());
    let years: BTreeSet<i32> = rows.iter().flat_map(lived).collect();
    years.into_iter().rev().collect()
}
