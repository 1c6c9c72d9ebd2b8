//! The agenda of a session: which dossiers, in which order.

use domain::committee::{CommitteeSession, SessionState};
use domain::dossier::{Dossier, DossierId, Fact, FactId, SessionId, SessionListed, SessionMatter};
use domain::line::Line;
use domain::settings::Settings;
use domain::words::long_date;
use serde::{Deserialize, Serialize};
use store::{Acted, ItemId, SessionItem, Writer};
use ts_rs::TS;

use super::agenda_view::{heard, titled};
use super::prepare::acted;
use super::view::{SessionView, found, shown_again};
use crate::dossiers::found as found_dossier;
use crate::facts::admit;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;

/// A dossier for the agenda of a session.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgendaEntry {
    /// The session.
    #[ts(type = "number")]
    pub session: SessionId,
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Why it comes there.
    pub matter: SessionMatterKey,
    /// Whether it was added at the session itself, once its day is gone by.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub added_there: bool,
    /// The session whose agenda it leaves for this one.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub from: Option<SessionId>,
}

/// Why a dossier comes before a session, as a call names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each one is the matter of domain::dossier::SessionMatter")]
pub enum SessionMatterKey {
    Request,
    Refund,
}

impl From<SessionMatter> for SessionMatterKey {
    fn from(matter: SessionMatter) -> Self {
        match matter {
            SessionMatter::Request => Self::Request,
            SessionMatter::Refund => Self::Refund,
        }
    }
}

impl From<SessionMatterKey> for SessionMatter {
    fn from(key: SessionMatterKey) -> Self {
        match key {
            SessionMatterKey::Request => Self::Request,
            SessionMatterKey::Refund => Self::Refund,
        }
    }
}

/// A dossier of an agenda and the place it goes to.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgendaMove {
    /// The session.
    #[ts(type = "number")]
    pub session: SessionId,
    /// The number of its place on the agenda.
    pub item: i64,
    /// Where it goes, from 1.
    pub place: usize,
}

/// A dossier of an agenda.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneItem {
    /// The session.
    #[ts(type = "number")]
    pub session: SessionId,
    /// The number of its place on the agenda.
    pub item: i64,
}

/// Puts a dossier on the agenda of a session.
pub fn list_in_session(desk: &mut Desk, input: AgendaEntry, moment: &Moment) -> Result<SessionView, Failure> {
    let settings = desk.read(settings)?;
    desk.act("list_in_session", moment, |writer| {
        let session = found(writer, input.session)?;
        let there = input.added_there || session.state == SessionState::Held;
        if session.is_past(moment.today) && !there {
            let day = long_date(session.day);
            return Err(Failure::refused(&format!("Cette séance était le {day} : on n’y inscrit plus un dossier."))
                .remedy("S’il y est passé, ouvrez la séance, puis « Ajouté en séance » ; sinon, choisissez une séance à venir.")
                .at("session"));
        }
        let matter = SessionMatter::from(input.matter);
        if let Some(from) = input.from {
            let other = writer.agenda(from)?.into_iter().find(|one| (one.dossier, one.matter) == (input.dossier, matter));
            take_off(writer, &other.ok_or_else(|| Failure::gone("Ce dossier"))?, "Passé à une autre séance", moment)?;
        }
        let dossier = found_dossier(writer, input.dossier)?;
        enlist(writer, &dossier, (&session, matter), &settings, moment)?;
        Ok(Acted {
            dossier: Some(dossier.id),
            ..acted((), format!("{}, {} : à l’ordre du jour.", titled(&session), dossier.person.display_name()))
        })
    })?;
    shown_again(desk, input.session, moment)
}

/// Notes that a dossier is on an agenda, at its end. Errors: it is on one already, or cannot be.
pub(super) fn enlist(
    writer: &Writer<'_>,
    dossier: &Dossier,
    (session, matter): (&CommitteeSession, SessionMatter),
    settings: &Settings,
    moment: &Moment,
) -> Result<(), Failure> {
    let here = writer.agenda(session.id)?.iter().any(|item| item.dossier == dossier.id && item.matter == matter);
    let pending = dossier.facts.course().listed.filter(|_| matter == SessionMatter::Request).map(|(_, listed)| listed);
    if here || pending.is_some() {
        let day = long_date(pending.map_or(session.day, |listed| listed.held_on));
        return Err(Failure::refused(&format!("Ce dossier est déjà à l’ordre du jour du {day}."))
            .remedy("Un dossier passe une fois par séance : ajournez-le ou retirez-le d’abord.")
            .at("dossier"));
    }
    let on = moment.today.min(session.day);
    let fact = Fact::SessionListed(SessionListed { on, session: session.id, held_on: session.day, matter });
    admit(dossier, None, &fact, settings, moment)?;
    writer.insert_fact(dossier.id, None, &fact, moment.now)?;
    writer.insert_item(session.id, dossier.id, matter)?;
    Ok(())
}

/// Gives a dossier another place on the agenda.
pub fn move_on_agenda(desk: &mut Desk, input: AgendaMove, moment: &Moment) -> Result<SessionView, Failure> {
    desk.act("move_on_agenda", moment, |writer| {
        let session = found(writer, input.session)?;
        let mut order: Vec<ItemId> = writer.agenda(session.id)?.iter().map(|item| item.id).collect();
        let item = ItemId(input.item);
        let from = order.iter().position(|one| *one == item).ok_or_else(|| Failure::gone("Ce dossier"))?;
        let moved = order.remove(from);
        order.insert(input.place.saturating_sub(1).min(order.len()), moved);
        writer.order_agenda(&order)?;
        Ok(acted((), format!("{} : ordre du jour changé.", titled(&session))))
    })?;
    shown_again(desk, input.session, moment)
}

/// Takes a dossier off an agenda before the session: it waits for another one.
pub fn take_off_agenda(desk: &mut Desk, input: OneItem, moment: &Moment) -> Result<SessionView, Failure> {
    desk.act("take_off_agenda", moment, |writer| {
        let session = found(writer, input.session)?;
        let agenda = writer.agenda(session.id)?;
        let item = agenda.iter().find(|one| one.id == ItemId(input.item)).ok_or_else(|| Failure::gone("Ce dossier"))?;
        let dossier = take_off(writer, item, "Retiré de l’ordre du jour", moment)?;
        Ok(Acted {
            dossier: Some(dossier.id),
            ..acted((), format!("{}, {} : retiré.", titled(&session), dossier.person.display_name()))
        })
    })?;
    shown_again(desk, input.session, moment)
}

/// Takes a dossier off an agenda for a reason; gives the dossier as it was. Errors: it was heard there.
fn take_off(writer: &Writer<'_>, item: &SessionItem, reason: &str, moment: &Moment) -> Result<Dossier, Failure> {
    let dossier = found_dossier(writer, item.dossier)?;
    if heard(&dossier, item).is_some() {
        return Err(Failure::refused("Ce dossier a été vu à cette séance : il reste à son ordre du jour.")
            .remedy("Ce qui y a été noté se corrige dans le Journal du dossier."));
    }
    if let Some((id, listed)) = listed(&dossier, item) {
        let reason = Line::read(reason).unwrap_or_default();
        writer.retract_fact(dossier.id, (id, &reason), &Fact::SessionListed(listed), moment.now)?;
    }
    writer.delete_item(item.id)?;
    Ok(dossier)
}

/// The fact that lists a dossier for a session.
pub(super) fn listed(dossier: &Dossier, item: &SessionItem) -> Option<(FactId, SessionListed)> {
    dossier.facts.standing().find_map(|row| {
        let Fact::SessionListed(listed) = &row.fact else { return None };
        let there = (listed.session, listed.matter) == (item.session, item.matter);
        there.then(|| (row.id, listed.clone()))
    })
}
