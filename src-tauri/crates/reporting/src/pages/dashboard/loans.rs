//! The loans of a dashboard, on the eve of its period and on its last day.
//!
//! What runs at the end is what ran on the eve and what was paid out since, less what ended: none of it is told where one
//! of those is a few loans. The same holds of what is counted since January on each of the two days.

use chrono::{Datelike, NaiveDate};
use documents::papers::figures::ReportTable;
use domain::money::Euros;
use domain::report::{Period, ReportRow, Unit, Value};
use domain::words::numeric_date;

use crate::counted::Material;
use crate::wording;
use app::desk::Desk;
use app::failure::Failure;

/// The days something happened to a loan.
type Days = fn(&ReportRow) -> Vec<NaiveDate>;

/// The eve of the period and its last day, with what is counted on each since January.
struct Two<'m> {
    material: &'m Material,
    days: [NaiveDate; 2],
    since: [Period; 2],
    period: Period,
}

/// The table of the loans.
pub(super) fn table(desk: &Desk, material: &Material, period: Period) -> Result<ReportTable, Failure> {
    let days = [period.from().pred_opt().unwrap_or(period.from()), period.to()];
    let since = days.map(|day| {
        let january = NaiveDate::from_ymd_opt(day.year(), 1, 1).and_then(|first| Period::of(first, day).ok());
        january.unwrap_or(period)
    });
    let two = Two { material, days, since, period };
    let ended: Days = |row| row.loan_end.map(|end| end.on).into_iter().collect();
    let paid_out: Days = |row| row.disbursed.map(|(on, _)| on).into_iter().collect();
    let missed: Days = |row| row.missed.clone();
    let refunded: Days = |row| row.refunded.map(|(on, _)| on).into_iter().collect();
    let running = days.map(|day| two.running(day).count());
    let hides_running = running.into_iter().any(|count| two.is_a_few(count))
        || two.is_of_a_few(ended, &[period])
        || two.is_of_a_few(paid_out, &[period]);
    let (owed, is_whole) = two.owed(desk)?;
    let amounts = two.refunds()?;
    let rows = [
        ("Prêts en cours", two.told(running.map(whole), Unit::Dossiers, hides_running)),
        ("Capital restant dû", two.told(owed.map(|left| left.map(Value::Euros)), Unit::Euros, hides_running)),
        ("Prêts terminés", two.happened(ended)),
        ("Échéances impayées", two.happened(missed)),
        (
            "Intérêts remboursés",
            two.told(amounts.map(|paid| Some(Value::Euros(paid))), Unit::Euros, two.hides(refunded)),
        ),
    ];
    let rows = rows.into_iter().map(|(label, [eve, end])| vec![label.to_owned(), eve, end]);
    let [first, last] = days.map(numeric_date);
    let mut told = super::table(&["", &first, &last], rows.collect(), None);
    let lacking = if is_whole || hides_running { "" } else { " ; les prêts sans échéancier n’y sont pas" };
    told.note = format!(
        "En cours et capital, impayés compris : ce jour-là{lacking} ; le reste : depuis le 1er janvier de l’année."
    );
    Ok(told)
}

impl Two<'_> {
    fn running(&self, day: NaiveDate) -> impl Iterator<Item = &ReportRow> {
        self.material.rows.iter().filter(move |row| row.running_on(day).is_some())
    }

    /// What is left to repay on each day of the loans that have a schedule, nothing when none of them has; whether all
    /// have one.
    fn owed(&self, desk: &Desk) -> Result<([Option<Euros>; 2], bool), Failure> {
        let (mut owed, mut is_whole) = ([None; 2], true);
        for (sum, day) in owed.iter_mut().zip(self.days) {
            let mut left = Vec::new();
            for row in self.running(day) {
                let dossier = desk.read(|reader| Ok::<_, Failure>(reader.dossier(row.dossier)?))?;
                let due = dossier.map(|dossier| dossier.still_due(day)).transpose()?.flatten();
                left.push(due.map(|due| due.principal));
            }
            let known: Vec<Euros> = left.iter().copied().flatten().collect();
            is_whole &= known.len() == left.len();
            *sum = if known.is_empty() && !left.is_empty() { None } else { Some(Euros::sum(known)?) };
        }
        Ok((owed, is_whole))
    }

    /// What was refunded since January, on each day.
    fn refunds(&self) -> Result<[Euros; 2], Failure> {
        let mut sums = [Euros::ZERO; 2];
        for (sum, since) in sums.iter_mut().zip(self.since) {
            let paid = self.material.rows.iter().filter_map(|row| row.refunded);
            *sum = Euros::sum(paid.filter(|(on, _)| since.contains(*on)).map(|(_, amount)| amount))?;
        }
        Ok(sums)
    }

    /// How many times it happened since January, on each day.
    fn happened(&self, days: Days) -> [String; 2] {
        let times =
            self.since.map(|since| self.material.rows.iter().flat_map(days).filter(|on| since.contains(*on)).count());
        self.told(times.map(whole), Unit::Dossiers, self.hides(days))
    }

    /// Whether what is counted since January on one of the days, or between them, happened to a few loans.
    fn hides(&self, days: Days) -> bool {
        let [eve, end] = self.since;
        self.is_of_a_few(days, &[eve, end, self.period])
    }

    fn is_of_a_few(&self, days: Days, periods: &[Period]) -> bool {
        periods.iter().any(|period| {
            let happened = |row: &&ReportRow| days(row).iter().any(|on| period.contains(*on));
            self.is_a_few(self.material.rows.iter().filter(happened).count())
        })
    }

    fn is_a_few(&self, loans: usize) -> bool {
        u64::try_from(loans).is_ok_and(|loans| (1..self.material.few()).contains(&loans))
    }

    fn told(&self, values: [Option<Value>; 2], unit: Unit, hidden: bool) -> [String; 2] {
        values.map(|value| match value {
            Some(value) if hidden => self.material.not_told(value),
            value => wording::shown(value, unit),
        })
    }
}

fn whole(count: usize) -> Option<Value> {
    Some(Value::Count(u64::try_from(count).unwrap_or(u64::MAX)))
}
