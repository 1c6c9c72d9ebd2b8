//! The session a dossier waits for, where the office decides in session.

use domain::committee::SessionState;
use domain::dossier::{Dossier, SessionId, Stage, stage};
use domain::settings::Settings;
use domain::words::spaced;
use serde::Serialize;
use store::Reader;
use ts_rs::TS;

use crate::sessions::titled;
use app::caller::Moment;
use app::failure::Failure;

/// The session that will decide, or the one it may be put on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AwaitedSession {
    /// The session; nothing when none is announced.
    #[ts(type = "number | null")]
    pub session: Option<SessionId>,
    /// `Commission du jeudi 26 novembre 2026`, or that none is announced.
    pub sentence: String,
    /// Whether the dossier is on its agenda.
    pub is_listed: bool,
}

/// The session a dossier in assessment waits for; nothing in an office whose adviser decides.
pub(super) fn awaited(
    reader: &Reader<'_>,
    dossier: &Dossier,
    settings: &Settings,
    moment: &Moment,
) -> Result<Option<AwaitedSession>, Failure> {
    let rules = settings.at(moment.today);
    let stage = stage(dossier);
    if !rules.uses.committee
        || !rules.office.decides_in_session()
        || ![Stage::Assessment, Stage::Session].contains(&stage)
    {
        return Ok(None);
    }
    let listed = dossier.facts.course().listed.map(|(_, listed)| listed.session);
    let mut sessions = reader.sessions()?.into_iter().rev();
    let next = match listed {
        Some(id) => sessions.find(|one| one.id == id),
        None => sessions.find(|one| one.state == SessionState::Announced && !one.is_past(moment.today)),
    };
    Ok(Some(AwaitedSession {
        session: next.as_ref().map(|one| one.id),
        sentence: next.map_or_else(|| "Aucune séance n’est annoncée.".to_owned(), |one| spaced(&titled(&one))),
        is_listed: listed.is_some(),
    }))
}
