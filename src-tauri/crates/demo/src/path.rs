//! What becomes of an invented request: its events, and how many days lie between them.
//!
//! Only what has happened by the day of the demonstration becomes a fact, so that recent
//! requests stand at every stage by themselves. Of a hundred requests about
//! twenty-seven become a loan.

use chrono::{Days, NaiveDate};
use domain::dossier::Stage;

use super::chance::Chance;
use super::commission::Commission;
use super::moving::working_day_after;

/// How far back a dossier whose last event is settled may have begun, in days.
const FARTHEST: u64 = 800;

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// A loan.
    Lent,
    /// A loan, agreed in principle first.
    LentAfterPrinciple,
    /// A loan of the second lender asked.
    LentAtSecond,
    /// A loan with a missed instalment, paid since.
    LentThenMissed,
    /// A loan that was never repaid: the whole sum became due.
    LentThenAccelerated,
    /// A loan repaid before its last instalment.
    LentThenRepaid,
    /// A short loan of long ago, over since.
    LentLongAgo,
    /// Granted, then renounced.
    Withdrawn,
    /// Refused, then directed elsewhere.
    RefusedThenRedirected,
    /// Refused, then dropped.
    RefusedThenDropped,
    /// Directed elsewhere once assessed.
    Redirected,
    /// Directed elsewhere at the first contact.
    RedirectedAtOnce,
    /// Not admissible.
    Inadmissible,
    /// Dropped while it was assessed.
    Dropped,
    /// Dropped before any interview.
    DroppedAtOnce,
    /// A call that ended in information alone.
    Informed,
}

/// The first sending to a lender, or the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    First,
    Second,
}

/// Something that happens to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    Informing,
    FirstInterview,
    BudgetInterview,
    FileInterview,
    Listing,
    Submitting,
    Sending(Turn),
    LenderCall,
    Principle,
    Approval,
    Refusal(Turn),
    Signing,
    Payment,
    Missing,
    Clearing,
    Accelerating,
    Repaying,
    Closing,
    Redirecting,
    Inadmissible,
    CallBack,
    Dropping,
    Withdrawing,
}

/// Of a hundred requests, how many have each fate.
pub(super) const FATES: [(Fate, u32); 15] = [
    (Fate::Lent, 18),
    (Fate::LentAfterPrinciple, 4),
    (Fate::LentAtSecond, 3),
    (Fate::LentThenMissed, 2),
    (Fate::LentThenAccelerated, 1),
    (Fate::LentThenRepaid, 1),
    (Fate::Withdrawn, 1),
    (Fate::RefusedThenRedirected, 9),
    (Fate::RefusedThenDropped, 3),
    (Fate::Redirected, 26),
    (Fate::RedirectedAtOnce, 8),
    (Fate::Inadmissible, 5),
    (Fate::Dropped, 8),
    (Fate::DroppedAtOnce, 5),
    (Fate::Informed, 6),
];

/// The fates and the last events that put a dossier at each stage, and close one in each way.
pub(super) const EVERY_STAGE: [(Stage, Fate, Option<Event>); 23] = [
    (Stage::Request, Fate::Lent, None),
    (Stage::Assessment, Fate::Lent, Some(Event::BudgetInterview)),
    (Stage::ToSubmit, Fate::Lent, Some(Event::Submitting)),
    (Stage::WithLender, Fate::Lent, Some(Event::Sending(Turn::First))),
    (Stage::AgreementInPrinciple, Fate::LentAfterPrinciple, Some(Event::Principle)),
    (Stage::Refused, Fate::RefusedThenRedirected, Some(Event::Refusal(Turn::First))),
    (Stage::Granted, Fate::Lent, Some(Event::Approval)),
    (Stage::Signed, Fate::Lent, Some(Event::Signing)),
    (Stage::Running, Fate::Lent, Some(Event::Payment)),
    (Stage::Accelerated, Fate::LentThenAccelerated, Some(Event::Accelerating)),
    (Stage::Ending, Fate::LentThenRepaid, Some(Event::Repaying)),
    (Stage::Session, Fate::Lent, Some(Event::Listing)),
    (Stage::Closed, Fate::Redirected, Some(Event::Redirecting)),
    (Stage::Closed, Fate::Inadmissible, Some(Event::Inadmissible)),
    (Stage::Closed, Fate::Dropped, Some(Event::Dropping)),
    (Stage::Closed, Fate::Withdrawn, Some(Event::Withdrawing)),
    (Stage::Closed, Fate::LentLongAgo, Some(Event::Closing)),
    // Beyond twenty dossiers.
    (Stage::Running, Fate::LentThenMissed, Some(Event::Missing)),
    (Stage::Closed, Fate::Informed, Some(Event::Informing)),
    (Stage::Assessment, Fate::Redirected, Some(Event::FirstInterview)),
    (Stage::Request, Fate::Redirected, None),
    (Stage::Assessment, Fate::LentAtSecond, Some(Event::FirstInterview)),
    (Stage::Request, Fate::DroppedAtOnce, None),
];

impl Fate {
    /// Whether a lender is asked.
    pub(super) fn asks_a_lender(self) -> bool {
        match self {
            Self::Lent
            | Self::LentAfterPrinciple
            | Self::LentAtSecond
            | Self::LentThenMissed
            | Self::LentThenAccelerated
            | Self::LentThenRepaid
            | Self::LentLongAgo
            | Self::Withdrawn
            | Self::RefusedThenRedirected
            | Self::RefusedThenDropped => true,
            Self::Redirected
            | Self::RedirectedAtOnce
            | Self::Inadmissible
            | Self::Dropped
            | Self::DroppedAtOnce
            | Self::Informed => false,
        }
    }

    /// The events, each so many days after the one before, the first after the request.
    pub(super) fn path(self, chance: &mut Chance) -> Vec<(u32, Event)> {
        let mut path = Path { steps: Vec::new(), chance };
        match self {
            Self::Informed => path.then(0, 1, Event::Informing),
            Self::DroppedAtOnce => path.then(10, 18, Event::Dropping).then(26, 40, Event::CallBack),
            Self::RedirectedAtOnce => path.then(0, 2, Event::Redirecting).then(15, 32, Event::CallBack),
            Self::Dropped => path.assessment().then(20, 45, Event::Dropping).then(26, 40, Event::CallBack),
            Self::Inadmissible => path.then(4, 12, Event::FirstInterview).then(1, 8, Event::Inadmissible),
            Self::Redirected => path.assessment().then(3, 14, Event::Redirecting).then(15, 34, Event::CallBack),
            Self::Lent => path.sending().answer(Event::Approval).loan(),
            Self::LentAfterPrinciple => path.sending().answer(Event::Principle).then(5, 12, Event::Approval).loan(),
            Self::LentAtSecond => path.second_sending().answer(Event::Approval).loan(),
            Self::LentThenMissed => path.lent().then(50, 240, Event::Missing).then(16, 26, Event::Clearing),
            Self::LentThenAccelerated => path
                .lent()
                .then(60, 90, Event::Missing)
                .then(95, 115, Event::Accelerating)
                .then(60, 100, Event::Closing),
            Self::LentThenRepaid => path.lent().then(290, 330, Event::Repaying).then(25, 45, Event::Closing),
            Self::LentLongAgo => path.lent().then(490, 520, Event::Closing),
            Self::Withdrawn => {
                path.sending().answer(Event::Approval).then(4, 12, Event::Signing).then(2, 7, Event::Withdrawing)
            }
            Self::RefusedThenRedirected => path
                .sending()
                .answer(Event::Refusal(Turn::First))
                .then(6, 18, Event::Redirecting)
                .then(15, 32, Event::CallBack),
            Self::RefusedThenDropped => path.sending().answer(Event::Refusal(Turn::First)).then(8, 30, Event::Dropping),
        };
        path.steps
    }
}

/// A path being drawn.
struct Path<'c> {
    steps: Vec<(u32, Event)>,
    chance: &'c mut Chance,
}

impl Path<'_> {
    fn then(&mut self, least: u32, most: u32, event: Event) -> &mut Self {
        let days = self.chance.between(least, most);
        self.steps.push((days, event));
        self
    }

    fn assessment(&mut self) -> &mut Self {
        self.then(4, 15, Event::FirstInterview).then(7, 16, Event::BudgetInterview);
        if self.chance.happens(55) {
            self.then(5, 12, Event::FileInterview);
        }
        self
    }

    fn sending(&mut self) -> &mut Self {
        let listed = self.assessment().then(1, 3, Event::Listing);
        listed.then(2, 7, Event::Submitting).then(2, 6, Event::Sending(Turn::First))
    }

    fn lent(&mut self) -> &mut Self {
        self.sending().answer(Event::Approval).loan()
    }

    fn second_sending(&mut self) -> &mut Self {
        self.sending().answer(Event::Refusal(Turn::First)).then(5, 14, Event::Sending(Turn::Second))
    }

    /// The lender answers; when it takes long, it is called.
    fn answer(&mut self, answer: Event) -> &mut Self {
        if self.chance.happens(25) {
            self.then(15, 20, Event::LenderCall).then(3, 9, answer)
        } else {
            self.then(8, 19, answer)
        }
    }

    /// The offer is signed, then paid once the days of reflection are over.
    fn loan(&mut self) -> &mut Self {
        self.then(4, 11, Event::Signing).then(9, 18, Event::Payment)
    }
}

/// The days of a path for a request received on a day, none of them in a week end.
pub(crate) fn dated(
    received_on: NaiveDate,
    path: &[(u32, Event)],
    commission: &Commission<'_>,
) -> Vec<(NaiveDate, Event)> {
    let mut day = received_on;
    let step = |(days, event): &(u32, Event)| {
        day = working_day_after(day.checked_add_days(Days::new(u64::from(*days))).unwrap_or(day));
        if *event == Event::Submitting {
            day = commission.next(day);
        }
        (day, *event)
    };
    path.iter().map(step).collect()
}

/// The day a request was received so that an event is the last one gone by; the latest such day.
pub(super) fn received_so_that(
    last: Option<Event>,
    path: &[(u32, Event)],
    (today, commission): (NaiveDate, &Commission<'_>),
) -> Option<NaiveDate> {
    let fits = |received_on: &NaiveDate| {
        let gone = dated(*received_on, path, commission).into_iter().rfind(|(day, _)| *day < today);
        gone.map(|(_, event)| event) == last
    };
    let days = (0..FARTHEST).filter_map(|days| today.checked_sub_days(Days::new(days)));
    let days = days.map(working_day_after).filter(|day| *day <= today);
    // Two days later than the first possible one: it has not all just happened.
    days.filter(fits).take(3).last()
}
