//! What surrounds the invented dossiers: those who send people, the commission, banks and their monthly word, aids,
//! resolutions, the time spent.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate, NaiveTime};
use domain::calendar::{YearMonth, days_after};
use domain::committee::{Attendance, Attendee, AttendeeId, CommitteeSession, SessionKind, SessionState};
use domain::contact::{Email, Phone};
use domain::dossier::{DossierId, Fact, SessionId};
use domain::partner::{AidEntry, AidEntryId, Exchange, ExchangeId, Partner, Referrer, ReferrerId};
use domain::resolution::{Resolution, ResolutionId};
use domain::settings::Settings;
use domain::text::Text;
use store::{StoreError, WorkTime, Writer};

use super::chance::Chance;
use super::lending::SEAT;
use super::moving::{Move, days_before, working_day_after, working_day_before};
use super::stock::{AttendeeStock, PartnerStock};
use super::wording::line;
use app::failure::Failure;

/// The most dossiers an invented session hears: the others are decided without being listed.
const MOST_HEARD: usize = 15;
/// The months whose bank messages are entered.
const MONTHS: u32 = 6;
/// The weeks whose time is noted.
const WEEKS: u32 = 52;

/// What surrounds dossiers, as it is recorded with them.
pub(super) struct Around<'s> {
    pub(super) settings: &'s Settings,
    stock: &'static PartnerStock,
    today: NaiveDate,
    referrers: Vec<ReferrerId>,
    sessions: BTreeMap<NaiveDate, (SessionId, usize)>,
}

impl<'s> Around<'s> {
    /// Records what does not depend on the dossiers; they come next.
    pub(super) fn record(
        writer: &Writer<'_>,
        settings: &'s Settings,
        stock: &'static PartnerStock,
        (today, by): (NaiveDate, Move),
    ) -> Result<Self, Failure> {
        let mut around = Self { settings, stock, today, referrers: Vec::new(), sessions: BTreeMap::new() };
        around.record_referrers(writer)?;
        around.record_aids(writer)?;
        around.record_exchanges(writer)?;
        around.record_resolutions(writer, by)?;
        around.record_work(writer)?;
        around.record_messages(writer)?;
        Ok(around)
    }

    /// Gives the facts of a dossier the numbers of its referrer and of its sessions, which are opened as they come.
    pub(super) fn place(&mut self, writer: &Writer<'_>, facts: &mut Vec<Fact>) -> Result<(), Failure> {
        let mut full = Vec::new();
        for fact in facts.iter_mut() {
            if let Fact::RequestReceived(request) = fact {
                let place = request.referrer.and_then(|place| usize::try_from(place.0).ok());
                request.referrer = place.and_then(|place| self.referrers.get(place)).copied();
            }
            let Some(day) = sitting(fact) else { continue };
            let session = self.session(writer, day)?;
            if session.is_none() {
                full.push(day);
            }
            seated(fact, session);
        }
        // A dossier that found no place was decided without being heard.
        facts.retain(|fact| {
            let heard = matches!(fact, Fact::SessionListed(_) | Fact::SessionHeard(_));
            !heard || sitting(fact).is_none_or(|day| !full.contains(&day))
        });
        Ok(())
    }

    /// Puts a dossier on the agendas its facts name.
    pub(super) fn seat(&mut self, writer: &Writer<'_>, dossier: DossierId, facts: &[Fact]) -> Result<(), Failure> {
        for fact in facts {
            let Fact::SessionListed(listed) = fact else { continue };
            writer.insert_item(listed.session, dossier, listed.matter)?;
            if let Some((_, count)) = self.sessions.get_mut(&listed.held_on) {
                *count = count.saturating_add(1);
            }
        }
        Ok(())
    }

    /// The session of a day, opened for its first dossier; nothing once it is full.
    fn session(&mut self, writer: &Writer<'_>, day: NaiveDate) -> Result<Option<SessionId>, Failure> {
        if let Some((session, count)) = self.sessions.get(&day) {
            return Ok((*count < MOST_HEARD).then_some(*session));
        }
        let held = day < self.today;
        let session = writer.insert_session(&CommitteeSession {
            id: SEAT,
            day,
            at: NaiveTime::from_hms_opt(14, 0, 0),
            place: line(&self.stock.room),
            kind: SessionKind::InternalCommission,
            state: if held { SessionState::Held } else { SessionState::Announced },
            note: Text::default(),
        })?;
        for (place, one) in self.stock.attendees.iter().enumerate() {
            writer.insert_attendee(session, &attendee(one, place, held.then_some(day)))?;
        }
        self.sessions.insert(day, (session, 0));
        Ok(Some(session))
    }

    fn record_referrers(&mut self, writer: &Writer<'_>) -> Result<(), StoreError> {
        for one in &self.stock.referrers {
            let referrer = Referrer {
                id: ReferrerId(0),
                kind: one.kind.clone(),
                structure: line(&one.structure),
                name: line(&one.name),
                phone: Phone::read(&one.phone).ok(),
                email: Email::read(&one.email).ok(),
                address: line(&one.address),
                retired: false,
            };
            self.referrers.push(writer.insert_referrer(&referrer)?);
        }
        Ok(())
    }

    fn record_aids(&self, writer: &Writer<'_>) -> Result<(), StoreError> {
        for one in &self.stock.aids {
            writer.insert_aid_entry(&AidEntry {
                id: AidEntryId(0),
                name: line(&one.name),
                provider: line(&one.provider),
                what_for: line(&one.what_for),
                contact: line(&one.contact),
                conditions: line(&one.conditions),
                to_bring: line(&one.to_bring),
                checked_on: self.ago(one.days),
                retired: false,
            })?;
        }
        Ok(())
    }

    fn record_exchanges(&self, writer: &Writer<'_>) -> Result<(), StoreError> {
        for one in &self.stock.exchanges {
            let referrer = one.referrer.and_then(|place| self.referrers.get(place)).copied().map(Partner::Referrer);
            let Some(with) = one.lender.clone().map(Partner::Lender).or(referrer) else { continue };
            let next = (one.next_in > 0).then(|| working_day_after(days_after(self.today, one.next_in)));
            writer.insert_exchange(&Exchange {
                id: ExchangeId(0),
                with,
                dossier: None,
                on: self.ago(one.days),
                kind: one.kind,
                whom: line(&one.whom),
                note: line(&one.note),
                next_step: line(&one.next_step),
                next_on: next,
            })?;
        }
        Ok(())
    }

    fn record_resolutions(&self, writer: &Writer<'_>, by: Move) -> Result<(), StoreError> {
        for one in &self.stock.resolutions {
            writer.insert_resolution(&Resolution {
                id: ResolutionId(0),
                number: line(&by.text(&one.number)),
                decided_on: by.day(one.decided_on),
                subject: line(&one.subject),
                extract: Text::read(&one.extract).unwrap_or_default(),
                file: line(&by.text(&one.file)),
                vote: line(&one.vote),
                transmitted_on: one.transmitted_on.map(|on| by.day(on)),
                published_on: one.published_on.map(|on| by.day(on)),
            })?;
        }
        Ok(())
    }

    /// A line or two of each week of the last year.
    fn record_work(&self, writer: &Writer<'_>) -> Result<(), StoreError> {
        for week in 0..WEEKS {
            let mut chance = Chance::of(week.into(), WEEKS.into());
            for days in [1, 3] {
                let Some(one) = chance.one(&self.stock.work) else { continue };
                let on = self.ago(week.saturating_mul(7).saturating_add(days));
                let [least, most] = one.minutes;
                let minutes = chance.between(least / 15, most / 15).saturating_mul(15);
                let kind = one.kind.clone();
                writer.insert_work_time(&WorkTime { id: 0, on, kind, minutes, note: line(&one.note) })?;
            }
        }
        Ok(())
    }

    /// The monthly word of each bank, entered some days after its month; one bank is waited for.
    fn record_messages(&self, writer: &Writer<'_>) -> Result<(), StoreError> {
        let firsts = (0..MONTHS).filter_map(|ago| self.today.with_day(1)?.checked_sub_months(Months::new(ago)));
        for (ago, first) in (0..).zip(firsts) {
            let noted_on = working_day_after(days_after(first, 5));
            let Some(month) = first.pred_opt().and_then(YearMonth::of).filter(|_| noted_on < self.today) else {
                continue;
            };
            for (place, lender) in self.settings.lenders.keys().enumerate() {
                if (ago, place) != (0, 1) {
                    writer.note_bank_message(lender, month, noted_on)?;
                }
            }
        }
        Ok(())
    }

    fn ago(&self, days: u32) -> NaiveDate {
        working_day_before(days_before(self.today, days))
    }
}

/// Someone called to a session; one of them, each time another, could not come.
fn attendee(stock: &AttendeeStock, place: usize, held_on: Option<NaiveDate>) -> Attendee {
    let away = |day: NaiveDate| {
        let weeks = day.signed_duration_since(NaiveDate::MIN).num_weeks().unsigned_abs();
        u64::try_from(place).ok() == weeks.checked_rem(9)
    };
    Attendee {
        id: AttendeeId(0),
        name: line(&stock.name),
        role: line(&stock.role),
        organisation: line(&stock.organisation),
        attendance: match held_on {
            None => Attendance::Expected,
            Some(day) if away(day) => Attendance::Excused,
            Some(_) => Attendance::Present,
        },
        votes: stock.votes,
    }
}

/// The day of the session a fact is of, while its number is not known.
fn sitting(fact: &Fact) -> Option<NaiveDate> {
    if let Fact::SessionListed(listed) = fact {
        return Some(listed.held_on).filter(|_| listed.session == SEAT);
    }
    if let Fact::SessionHeard(heard) = fact {
        return Some(heard.on).filter(|_| heard.session == SEAT);
    }
    if let Fact::OrientationDecided(decided) = fact {
        return Some(decided.decided_on).filter(|_| decided.session == Some(SEAT));
    }
    if let Fact::RefundDecided(decided) = fact {
        return Some(decided.on).filter(|_| decided.session == Some(SEAT));
    }
    None
}

/// Names the session of a fact; one that found no place is of none.
fn seated(fact: &mut Fact, session: Option<SessionId>) {
    if let Fact::SessionListed(listed) = fact {
        listed.session = session.unwrap_or(SEAT);
    } else if let Fact::SessionHeard(heard) = fact {
        heard.session = session.unwrap_or(SEAT);
    } else if let Fact::OrientationDecided(decided) = fact {
        decided.session = session;
    } else if let Fact::RefundDecided(decided) = fact {
        decided.session = session;
    }
}
