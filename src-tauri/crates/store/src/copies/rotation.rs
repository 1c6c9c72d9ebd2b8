//! Which copies are let go: a pure rule over their dates.
//!
//! Everything of today and yesterday, ten at most; then the last of each of seven days, of four weeks, of three
//! months. So no copy is older than a hundred days, and an erasure can tell the day it is complete.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};

/// Copies of today and yesterday.
const RECENT: usize = 10;
/// Days, then weeks, then months, one copy each.
const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 3;
/// Copies of days to come: the clock was set back, and may be set right again.
const TO_COME: usize = 3;
/// Days without a copy after which the clock may be ahead: ages are then counted from the last day that had one.
const JUMP: i64 = 31;
/// No other copy is kept longer, in days.
const OLDEST: i64 = 100;

/// A copy as the rotation sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Until when it stays whatever comes after it.
    pub pinned_until: Option<DateTime<Utc>>,
    /// Whether it was found sound.
    pub verified: bool,
}

/// The places, in `copies`, of those to let go now. The newest verified one always stays.
#[must_use]
pub fn to_delete(copies: &[Kept], now: DateTime<Utc>) -> Vec<usize> {
    let day_after = |moment: DateTime<Utc>| moment.checked_add_signed(TimeDelta::days(1)).unwrap_or(moment);
    let clock = day_after(now);
    let now = trusted(copies, now);
    let tomorrow = day_after(now);
    let mut order: Vec<(usize, &Kept)> = copies.iter().enumerate().collect();
    order.sort_by_key(|(place, copy)| (std::cmp::Reverse(copy.made_at), *place));
    let (to_come, past): (Vec<_>, Vec<_>) = order.into_iter().partition(|(_, copy)| copy.made_at > tomorrow);
    let newest = past.iter().chain(&to_come).find(|(_, copy)| copy.verified).map(|(place, _)| *place);
    // Without a sound copy there is nothing that any other stands in for.
    let Some(newest) = newest else { return Vec::new() };
    let mut slots = Slots::of(now);
    let mut kept = BTreeSet::from([newest]);
    // The copy just made stays even while the clock is not believed and others say they are later.
    let made = past.iter().chain(&to_come).filter(|(_, copy)| copy.verified && copy.made_at <= clock);
    kept.extend(made.max_by_key(|(place, copy)| (copy.made_at, std::cmp::Reverse(*place))).map(|(place, _)| *place));
    let ordinary = past.iter().filter(|(_, copy)| !copy.is_pinned(now));
    kept.extend(ordinary.filter(|(_, copy)| slots.takes(copy)).map(|(place, _)| *place));
    let pinned = past.iter().chain(&to_come).filter(|(_, copy)| copy.is_pinned(now));
    kept.extend(pinned.map(|(place, _)| *place));
    let later = to_come.iter().filter(|(_, copy)| copy.verified && !copy.is_pinned(now));
    kept.extend(later.take(TO_COME).map(|(place, _)| *place));
    (0..copies.len()).filter(|place| !kept.contains(place)).collect()
}

/// The moment ages are counted from: a clock far ahead of the copies of other days lets none of them go on the first
/// day it is so.
fn trusted(copies: &[Kept], now: DateTime<Utc>) -> DateTime<Utc> {
    let before = copies.iter().filter(|copy| copy.verified && copy.made_at.date_naive() < now.date_naive());
    let last = before.map(|copy| copy.made_at).max().unwrap_or(now);
    if now.signed_duration_since(last) > TimeDelta::days(JUMP) { last } else { now }
}

/// The day by which none of these copies is left, as long as Étrier goes on making some: what is erased today is
/// in none from that day on.
#[must_use]
pub fn gone_by(copies: &[Kept], now: DateTime<Utc>) -> NaiveDate {
    let leaves = |copy: &Kept| {
        let oldest = copy.made_at.checked_add_signed(TimeDelta::days(OLDEST.saturating_add(1)));
        oldest.into_iter().chain(copy.pinned_until).max()
    };
    copies.iter().filter_map(leaves).max().unwrap_or(now).max(now).date_naive()
}

impl Kept {
    fn is_pinned(&self, now: DateTime<Utc>) -> bool {
        self.pinned_until.is_some_and(|until| until >= now)
    }
}

/// What is still free for copies read from the newest on.
struct Slots {
    today: NaiveDate,
    recent: usize,
    days: BTreeSet<NaiveDate>,
    weeks: BTreeSet<(i32, u32)>,
    months: BTreeSet<(i32, u32)>,
}

impl Slots {
    fn of(now: DateTime<Utc>) -> Self {
        Self {
            today: now.date_naive(),
            recent: 0,
            days: BTreeSet::new(),
            weeks: BTreeSet::new(),
            months: BTreeSet::new(),
        }
    }

    /// Whether a copy finds room; only sound ones take it from others.
    fn takes(&mut self, copy: &Kept) -> bool {
        let day = copy.made_at.date_naive();
        let age = self.today.signed_duration_since(day).num_days();
        if age > OLDEST {
            return false;
        }
        if !copy.verified {
            return age <= 1;
        }
        if age <= 1 {
            self.recent = self.recent.saturating_add(1);
            return self.recent <= RECENT;
        }
        if self.days.contains(&day) {
            return false;
        }
        if self.days.len() < DAYS {
            return self.days.insert(day);
        }
        let week = (day.iso_week().year(), day.iso_week().week());
        if self.weeks.contains(&week) {
            return false;
        }
        if self.weeks.len() < WEEKS {
            return self.weeks.insert(week);
        }
        let month = (day.year(), day.month());
        self.months.len() < MONTHS && self.months.insert(month)
    }
}
