//! The clocks of France: days and hours are said on that of the office.
//!
//! Those overseas never change, but for Saint-Pierre-et-Miquelon, which follows Canada: summer runs from two in the
//! morning of the second Sunday of March to two of the first of November. That of Paris follows directive 2000/84/CE:
//! from one o'clock, universal time, of the last Sunday of March to the same of October.
//!
//! Worked example: 8 h UTC of 14 July 2026 is 10 h in Paris and 12 h in Saint-Denis (La Réunion).

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset, Utc, Weekday};

/// A clock of France.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Minutes ahead of universal time in winter.
    minutes: i32,
    summer: Summer,
}

/// When a clock is an hour ahead of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Summer {
    Never,
    OfEurope,
    OfCanada,
}

/// An hour of the clock, in seconds.
const HOUR: i32 = 3_600;

impl Zone {
    /// The clock of Paris.
    pub const PARIS: Self = Self { minutes: 60, summer: Summer::OfEurope };

    /// The clock a system names, `Indian/Reunion`; one that is not of France is that of Paris.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let still = |minutes| Self { minutes, summer: Summer::Never };
        match name {
            "UTC" | "Etc/UTC" => still(0),
            "America/Guadeloupe" | "America/Marigot" | "America/Martinique" | "America/St_Barthelemy" => still(-240),
            "America/Cayenne" => still(-180),
            "America/Miquelon" => Self { minutes: -180, summer: Summer::OfCanada },
            "Indian/Kerguelen" => still(300),
            "Indian/Mayotte" => still(180),
            "Indian/Reunion" => still(240),
            "Pacific/Gambier" => still(-540),
            "Pacific/Marquesas" => still(-570),
            "Pacific/Noumea" => still(660),
            "Pacific/Tahiti" => still(-600),
            "Pacific/Wallis" => still(720),
            _ => Self::PARIS,
        }
    }

    /// An instant on the clock.
    #[must_use]
    pub fn at(self, instant: DateTime<Utc>) -> DateTime<FixedOffset> {
        let in_summer = self.summer_of(instant.year()).is_some_and(|(from, to)| from <= instant && instant < to);
        instant.with_timezone(&self.offset(in_summer))
    }

    /// The first instant at which the clock shows this; nothing for an hour that it skips.
    #[must_use]
    pub fn first(self, shown: NaiveDateTime) -> Option<DateTime<Utc>> {
        let read = |in_summer| shown.and_local_timezone(self.offset(in_summer)).single().map(|at| at.to_utc());
        // What the clock shows twice in autumn is first of summer.
        [true, false].into_iter().filter_map(read).find(|instant| self.at(*instant).naive_local() == shown)
    }

    fn offset(self, in_summer: bool) -> FixedOffset {
        let winter = self.minutes.saturating_mul(60);
        let seconds = if in_summer { winter.saturating_add(HOUR) } else { winter };
        FixedOffset::east_opt(seconds).unwrap_or_else(|| Utc.fix())
    }

    /// The summer of a year.
    fn summer_of(self, year: i32) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let sunday = |month, week| NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Sun, week);
        let last = |month| sunday(month, 5).or_else(|| sunday(month, 4));
        let at = |day: NaiveDate, hour| Some(day.and_time(NaiveTime::from_hms_opt(hour, 0, 0)?).and_utc());
        match self.summer {
            Summer::Never => None,
            Summer::OfEurope => Some((at(last(3)?, 1)?, at(last(10)?, 1)?)),
            Summer::OfCanada => Some((at(sunday(3, 2)?, 5)?, at(sunday(11, 1)?, 4)?)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_shows(zone: &str, instant: &str, shown: &str) {
        let at = Zone::named(zone).at(instant.parse().unwrap());
        assert_eq!(at.format("%F %R").to_string(), shown, "{zone} at {instant}");
    }

    /// As the database of time zones has them.
    #[test]
    fn each_clock_is_where_it_is_known_to_be() {
        assert_shows("Europe/Paris", "2026-03-29T00:59:59Z", "2026-03-29 01:59");
        assert_shows("Europe/Paris", "2026-03-29T01:00:00Z", "2026-03-29 03:00");
        assert_shows("Europe/Paris", "2026-10-25T00:59:59Z", "2026-10-25 02:59");
        assert_shows("Europe/Paris", "2026-10-25T01:00:00Z", "2026-10-25 02:00");
        assert_shows("America/Miquelon", "2026-03-08T04:59:59Z", "2026-03-08 01:59");
        assert_shows("America/Miquelon", "2026-03-08T05:00:00Z", "2026-03-08 03:00");
        assert_shows("America/Miquelon", "2026-11-01T04:00:00Z", "2026-11-01 01:00");
        assert_shows("Pacific/Marquesas", "2026-07-14T08:00:00Z", "2026-07-13 22:30");
        assert_shows("Pacific/Wallis", "2026-07-14T12:00:00Z", "2026-07-15 00:00");
        assert_shows("Europe/Brussels", "2026-07-14T08:00:00Z", "2026-07-14 10:00");
    }

    #[test]
    fn what_a_clock_shows_leads_back_to_its_first_instant() {
        let first = |shown: &str| Zone::PARIS.first(shown.parse().unwrap()).map(|at| at.format("%R").to_string());
        assert_eq!(first("2026-07-14T10:00:00"), Some("08:00".to_owned()));
        assert_eq!(first("2026-10-25T02:30:00"), Some("00:30".to_owned()), "shown twice");
        assert_eq!(first("2026-03-29T02:30:00"), None, "skipped");
    }
}
