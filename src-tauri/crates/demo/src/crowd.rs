//! The invented dossiers of an office, the oldest request first.
//!
//! Each one is drawn from the seed and its place alone, so that an office of a hundred
//! thousand needs no more memory than one of sixty.

use chrono::{Days, Months, NaiveDate};
use domain::settings::Settings;

use super::chance::Chance;
use super::commission::Commission;
use super::invented::Invented;
use super::moving::{working_day_after, working_day_before};
use super::path::{EVERY_STAGE, Event, FATES, Fate, dated, received_so_that};
use super::people::known;
use super::plan::Plan;
use super::stock::{Stock, stock};
use super::tale::Tale;
use super::wording::line;
use app::failure::Failure;

/// Years of work the office looks back on.
const MONTHS_BACK: u32 = 36;
/// The first days of those years, too early for a loan that still runs.
const DAYS_LEFT_OUT: u64 = 14;

/// Under so many dossiers, the last months are full without more.
const SMALL_OFFICE: u32 = 300;
/// Under so many dossiers, a second lost loan would be too much.
const ONE_LOSS: u32 = 100;
/// How many days they are.
const FULL_DAYS: u64 = 170;
/// The golden ratio of a million: steps of it spread evenly, however many are taken.
const GOLDEN_STEP: u64 = 618_034;
const MILLION: u64 = 1_000_000;
/// How many paths are drawn for a dossier whose last event is settled.
const PATHS: u64 = 200;

/// What one dossier will be.
enum Role {
    /// Written in full.
    Known(usize),
    /// Drawn, with its fate and the last event gone by, where that is settled.
    Drawn(Fate, Option<Event>),
}

/// One dossier to come.
struct Placed {
    received_on: NaiveDate,
    place: u64,
    role: Role,
}

/// Draws the dossiers of an office.
pub(super) struct Crowd<'s> {
    stock: &'static Stock,
    settings: &'s Settings,
    today: NaiveDate,
    commission: Commission<'s>,
    seed: u64,
    paid: u32,
}

impl<'s> Crowd<'s> {
    /// The crowd of an office on a day.
    pub(crate) fn of(settings: &'s Settings, today: NaiveDate, seed: u64) -> Result<Self, Failure> {
        let commission = Commission::of(settings, today);
        Ok(Self { stock: stock()?, settings, today, commission, seed, paid: 0 })
    }

    /// Hands every dossier over, the oldest request first.
    pub(super) fn each(
        mut self,
        count: u32,
        mut take: impl FnMut(u32, Invented) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let places = self.places(count)?;
        for (done, placed) in (0..).zip(places) {
            let invented = match placed.role {
                Role::Known(place) => self.known(place)?,
                Role::Drawn(fate, _) => self.drawn(&placed, fate)?,
            };
            take(done, invented)?;
        }
        Ok(())
    }

    fn known(&self, place: usize) -> Result<Invented, Failure> {
        let written = self.stock.people.get(place).ok_or_else(unsound)?;
        known(written, self.today)
    }

    /// Every dossier's day and role: the written ones, one at each stage, then as many as are asked for.
    fn places(&self, count: u32) -> Result<Vec<Placed>, Failure> {
        let written = (0..self.stock.people.len()).map(Role::Known);
        let every_stage = EVERY_STAGE.into_iter().map(|(_, fate, last)| Role::Drawn(fate, last));
        let settled = (0..u64::from(count)).zip(written.chain(every_stage));
        let mut places = settled.map(|(place, role)| self.settled(place, role)).collect::<Result<Vec<_>, _>>()?;
        let first = u64::try_from(places.len()).unwrap_or_default();
        let mut free: Vec<_> = (first..u64::from(count)).map(|place| (self.some_day(place, count), place)).collect();
        free.sort_unstable();
        // Dealt in the order of days, so that each year has its share of every fate.
        let dealt = (0..).zip(free).map(|(rank, (received_on, place))| {
            let role = Role::Drawn(rare(dealt(rank, self.seed), count), None);
            Placed { received_on, place, role }
        });
        places.extend(dealt);
        places.sort_by_key(|placed| (placed.received_on, placed.place));
        Ok(places)
    }

    /// A dossier whose last event is settled; some paths have no day that fits today, so others are drawn.
    fn settled(&self, place: u64, role: Role) -> Result<Placed, Failure> {
        let (fate, last) = match role {
            Role::Known(known) => {
                let received_on = self.known(known)?.received_on().ok_or_else(unsound)?;
                return Ok(Placed { received_on, place, role });
            }
            Role::Drawn(fate, last) => (fate, last),
        };
        let places = (0..PATHS).map(|path| place.saturating_add(path.saturating_mul(MILLION)));
        let fitting = |place: u64| {
            let path = fate.path(&mut Chance::of(self.seed, place));
            received_so_that(last, &path, (self.today, &self.commission)).map(|received_on| (received_on, place))
        };
        let (received_on, place) = places.filter_map(fitting).next().ok_or_else(unsound)?;
        Ok(Placed { received_on, place, role })
    }

    /// A working day of the three years gone by, the places spread evenly over them.
    fn some_day(&self, place: u64, count: u32) -> NaiveDate {
        let first = self.today.checked_sub_months(Months::new(MONTHS_BACK));
        let first = first.and_then(|day| day.checked_add_days(Days::new(DAYS_LEFT_OUT))).unwrap_or(self.today);
        let days = u64::try_from(self.today.signed_duration_since(first).num_days()).unwrap_or_default();
        // In a small office the dossiers of every stage already fill the last months.
        let days = days.saturating_sub(if count < SMALL_OFFICE { FULL_DAYS } else { 1 });
        let place = place.wrapping_add(self.seed.wrapping_mul(7)).wrapping_mul(GOLDEN_STEP).checked_rem(MILLION);
        let after = place.unwrap_or_default().saturating_mul(days).checked_div(MILLION).unwrap_or_default();
        working_day_before(first.checked_add_days(Days::new(after.saturating_add(2))).unwrap_or(self.today))
    }

    fn drawn(&mut self, placed: &Placed, fate: Fate) -> Result<Invented, Failure> {
        let mut chance = Chance::of(self.seed, placed.place);
        // The first draws are those that placed the request: the same path comes out.
        let mut path = fate.path(&mut chance);
        let mut events = dated(placed.received_on, &path, &self.commission);
        let mut chance = Chance::of(self.seed.wrapping_add(1), placed.place);
        let plan = |events: &[_], chance: &mut Chance| Plan::draw(self.stock, self.settings, events, chance);
        let mut drawn = plan(&events, &mut chance).ok_or_else(unsound)?;
        if fate.asks_a_lender() && drawn.offers.is_empty() {
            path = Fate::Redirected.path(&mut chance);
            events = dated(placed.received_on, &path, &self.commission);
            drawn = plan(&events, &mut chance).ok_or_else(unsound)?;
        }
        let tale = Tale {
            stock: self.stock,
            settings: self.settings,
            commission: &self.commission,
            today: self.today,
            received_on: placed.received_on,
            events: &events,
            plan: &drawn,
        };
        let mut invented = tale.told(&mut chance).ok_or_else(unsound)?;
        self.press(&mut invented);
        Ok(invented)
    }

    /// A few running loans have a date of the adviser's own: one gone by, one today, one this week.
    fn press(&mut self, invented: &mut Invented) {
        if !invented.is_open() || !invented.is_repaid_quietly() {
            return;
        }
        self.paid = self.paid.saturating_add(1);
        let days = |days| self.today.checked_add_days(Days::new(days)).map(working_day_after);
        let on = match self.paid {
            2 => self.today.checked_sub_days(Days::new(3)).map(working_day_before),
            3 | 6 => Some(working_day_after(self.today)),
            4 => days(1),
            7 => days(3),
            _ => None,
        };
        if let Some(on) = on {
            invented.set_next(on, &line(&self.stock.words.next.news));
        }
    }
}

fn unsound() -> Failure {
    Failure::broken("demonstration-tirage")
}

/// A small office has the one lost loan of every stage: another would be too much.
fn rare(fate: Fate, count: u32) -> Fate {
    let lost = fate == Fate::LentThenAccelerated && count < ONE_LOSS;
    if lost { Fate::Lent } else { fate }
}

/// Fates dealt so that any hundred in a row have their true proportions.
fn dealt(place: u64, seed: u64) -> Fate {
    let card = place.wrapping_mul(37).wrapping_add(seed.wrapping_mul(13)).checked_rem(100).unwrap_or_default();
    let mut left = u32::try_from(card).unwrap_or_default();
    let found = FATES.iter().find(|(_, weight)| {
        let here = left < *weight;
        left = left.saturating_sub(*weight);
        here
    });
    found.map_or(Fate::Redirected, |(fate, _)| *fate)
}
