//! A session, who was called and its agenda, worded.

use chrono::NaiveDate;
use domain::committee::{Attendance, Attendee, AttendeeId, CommitteeSession, SessionState};
use domain::dossier::{
    Direction, Dossier, DossierId, Fact, HearingResult, Orientation, RefundDecision, SessionHeard, SessionId,
    SessionMatter,
};
use domain::money::Euros;
use domain::person::{Person, Title};
use domain::settings::{Settings, entry};
use domain::words::{self, Labelled, capital, counted, lowered, spaced};
use serde::Serialize;
use store::{Reader, SessionItem};
use ts_rs::TS;

use super::agenda::{SessionMatterKey, listed};
use super::called::AttendeeFields;
use crate::dossiers::found;
use app::failure::Failure;
use app::shapes::{Choice, Money};

/// A session in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SessionRow {
    /// Its number.
    #[ts(type = "number")]
    pub id: SessionId,
    /// Its day, ISO.
    pub day: String,
    /// `Commission du jeudi 26 novembre 2026`.
    pub title: String,
    /// `14 h, salle des mariages`; empty when neither is known.
    pub place: String,
    /// Where it stands.
    pub state: Choice,
    /// `4 dossiers, 7 950,00 €`.
    pub agenda: String,
}

/// Someone called to a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AttendeeRow {
    /// Their number.
    #[ts(type = "number")]
    pub id: AttendeeId,
    /// As a form holds them.
    pub fields: AttendeeFields,
    /// `Élue, présidente, ville de Valbourg`.
    pub who: String,
    /// Whether they came.
    pub attendance: Choice,
}

/// A dossier of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AgendaRow {
    /// The number of its place on the agenda, sent back.
    pub item: i64,
    /// Its place, from 1.
    pub place: usize,
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its reference.
    pub reference: String,
    /// Who asks.
    pub name: String,
    /// Why it comes there.
    pub matter: SessionMatterKey,
    /// That in words; empty for a request.
    pub matter_label: String,
    /// What the loan is for.
    pub project: String,
    /// What is asked for; the refund, of one.
    pub amount: Option<Money>,
    /// What it lacks to be decided on; empty once the session is held, whose dossier says it.
    pub lacks: String,
    /// What became of it there; nothing while it was not seen.
    pub hearing: Option<HearingShown>,
}

impl AgendaRow {
    /// The same dossier as one that may pass at an earlier session than `session`, that it is on the agenda of.
    pub(super) fn offered_from(self, session: &CommitteeSession) -> WaitingDossier {
        let Self { dossier, matter, reference, name, project, .. } = self;
        let listed = spaced(&format!("inscrit au {}", words::long_date(session.day)));
        WaitingDossier { dossier, matter, reference, name, project, from: Some(session.id), listed }
    }
}

/// What a session did with a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HearingShown {
    /// Decided, put off, taken off.
    pub result: Choice,
    /// `Transmettre à une banque`, `Prêt accordé`, `Ajourné`.
    pub decision: String,
    /// On what condition, or why.
    pub conditions: String,
    /// Whether the applicant was there, in words; empty when it was not noted.
    pub applicant: String,
    /// The opinions, one line each.
    pub opinions: Vec<String>,
    /// What was said.
    pub note: String,
}

/// A dossier that waits for a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct WaitingDossier {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Why it would come there.
    pub matter: SessionMatterKey,
    /// Its reference.
    pub reference: String,
    /// Who asks.
    pub name: String,
    /// The project in a line, or why it would come.
    pub project: String,
    /// The later session it is on the agenda of; nothing while it waits for one.
    #[ts(type = "number | null")]
    pub from: Option<SessionId>,
    /// `inscrit au 8 décembre 2026`; empty while it waits.
    pub listed: String,
}

/// The minutes of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MinutesShown {
    /// `Clos le 27 novembre 2026`; empty while they are not closed.
    pub closed: String,
    /// Why they were corrected; empty otherwise.
    pub reason: String,
    /// What they say.
    pub paragraphs: Vec<ParagraphShown>,
    /// That facts or words changed since they were closed.
    pub changed: bool,
}

/// A paragraph of minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ParagraphShown {
    /// Its text.
    pub text: String,
    /// Whether it is about a dossier.
    pub is_of_a_dossier: bool,
}

/// What a session did with a dossier, by its facts.
pub(crate) struct Heard<'d> {
    /// How it was heard.
    pub heard: &'d SessionHeard,
    /// What was decided of a request.
    pub decided: Option<&'d Orientation>,
    /// Whether it was granted there.
    pub granted: bool,
    /// What was decided of a refund.
    pub refund: Option<&'d RefundDecision>,
}

/// A dossier of an agenda, with its place.
pub struct OnAgenda {
    /// Its place on the agenda.
    pub item: SessionItem,
    /// The dossier.
    pub dossier: Dossier,
}

/// A session as its agenda is read: by which settings, seen on which day.
#[derive(Clone, Copy)]
pub(super) struct Sitting<'s> {
    pub(super) session: &'s CommitteeSession,
    pub(super) settings: &'s Settings,
    pub(super) today: NaiveDate,
}

impl OnAgenda {
    /// What a request lacks to be decided on, in words; nothing stops a session from deciding without it.
    fn lacks(&self) -> &'static str {
        let request = self.item.matter == SessionMatter::Request;
        if request && self.dossier.assessment.opinion.is_none() { "sans avis du référent" } else { "" }
    }

    /// What the session decides on.
    pub(super) fn asked(&self, sitting: Sitting<'_>) -> Result<Option<Euros>, Failure> {
        let matter = (self.item.matter, sitting.session.day);
        Ok(self.dossier.asked_at(matter, sitting.settings, sitting.today)?)
    }
}

/// The agenda of a session: the dossiers whose facts say they are on it, in its order.
pub fn agenda_of(reader: &Reader<'_>, session: SessionId) -> Result<Vec<OnAgenda>, Failure> {
    let mut agenda = Vec::new();
    for item in reader.agenda(session)? {
        let dossier = found(reader, item.dossier)?;
        if listed(&dossier, &item).is_some() || heard(&dossier, &item).is_some() {
            agenda.push(OnAgenda { item, dossier });
        }
    }
    Ok(agenda)
}

/// What the facts of a dossier say of its passing at a session.
pub(super) fn heard<'d>(dossier: &'d Dossier, item: &SessionItem) -> Option<Heard<'d>> {
    let heard = dossier.facts.standing().find_map(|row| {
        let Fact::SessionHeard(heard) = &row.fact else { return None };
        ((heard.session, heard.matter) == (item.session, item.matter)).then_some(heard)
    })?;
    let decided = dossier.facts.standing().find_map(|row| {
        let Fact::OrientationDecided(decided) = &row.fact else { return None };
        (decided.session == Some(item.session)).then_some(decided)
    });
    let granted = dossier.facts.standing().any(|row| {
        let Fact::Approved(approval) = &row.fact else { return false };
        decided.is_some_and(|decided| approval.on == decided.decided_on && decided.direction == Direction::Submit)
    });
    let refund = dossier.facts.standing().find_map(|row| {
        let Fact::RefundDecided(refund) = &row.fact else { return None };
        (item.matter == SessionMatter::Refund && refund.session == Some(item.session)).then_some(refund)
    });
    Some(Heard { heard, decided, granted, refund })
}

impl Heard<'_> {
    /// What became of the dossier, in a few words.
    pub(crate) fn decision(&self, settings: &Settings) -> String {
        match (self.heard.result, self.decided, self.refund) {
            (HearingResult::Decided, _, Some(refund)) if refund.granted => {
                format!("Remboursement de {} accordé", refund.amount)
            }
            (HearingResult::Decided, _, Some(_)) => "Remboursement écarté".to_owned(),
            (HearingResult::Decided, Some(decided), None) => match decided.direction {
                Direction::Submit if self.granted => "Prêt accordé".to_owned(),
                Direction::Submit => capital(decided.agreement()),
                Direction::Redirect | Direction::Inadmissible => {
                    let named = decided.solutions.iter().filter_map(|key| {
                        entry(&settings.lists.redirections, key).ok().map(|entry| lowered(&entry.label))
                    });
                    let named: Vec<String> = named.collect();
                    let elsewhere = decided.direction == Direction::Redirect;
                    let label = if elsewhere { "Autre solution" } else { decided.direction.label() };
                    if named.is_empty() { label.to_owned() } else { format!("{label} : {}", named.join(", ")) }
                }
            },
            (HearingResult::Decided, None, None) => "Décision à noter dans le dossier".to_owned(),
            (result, _, _) => result.label().to_owned(),
        }
    }

    /// Whether the session decided, and the decision itself is still to be noted in the dossier.
    pub(super) fn is_unstated(&self) -> bool {
        self.heard.result == HearingResult::Decided && self.decided.is_none() && self.refund.is_none()
    }

    /// On what condition, or why.
    pub(crate) fn conditions(&self) -> String {
        let reason = self.decided.map(|decided| decided.reason.to_string()).unwrap_or_default();
        let said = [self.heard.conditions.to_string(), reason];
        let said = said.iter().map(|one| one.trim_end_matches('.')).filter(|one| !one.is_empty());
        said.collect::<Vec<_>>().join(" ; ")
    }

    /// Whether the applicant was there, in words; empty when it was not noted.
    pub(crate) fn applicant(&self, person: &Person) -> &'static str {
        match (self.heard.applicant_present, person.title) {
            (Some(true), Title::Madame) => "La demandeuse est présente.",
            (Some(true), Title::Monsieur) => "Le demandeur est présent.",
            (Some(true), Title::NotStated) => "La personne est présente.",
            (Some(false), Title::Madame) => "La demandeuse est absente.",
            (Some(false), Title::Monsieur) => "Le demandeur est absent.",
            (Some(false), Title::NotStated) => "La personne est absente.",
            (None, _) => "",
        }
    }
}

/// `Commission du jeudi 26 novembre 2026`.
pub fn titled(session: &CommitteeSession) -> String {
    let day = words::day_name(session.day);
    format!("{} du {day} {}", session.kind.label(), session.day.format("%Y"))
}

/// `14 h, salle des mariages`.
pub(crate) fn placed(session: &CommitteeSession) -> String {
    let at = session.at.map(words::hour);
    let place = Some(session.place.to_string()).filter(|place| !place.is_empty());
    [at, place].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A session of the list.
pub(super) fn row(sitting: Sitting<'_>, agenda: &[OnAgenda]) -> Result<SessionRow, Failure> {
    let session = sitting.session;
    Ok(SessionRow {
        id: session.id,
        day: session.day.to_string(),
        title: spaced(&titled(session)),
        place: spaced(&placed(session)),
        state: Choice::of(session.state),
        agenda: spaced(&summed(sitting, agenda)?),
    })
}

/// `4 dossiers, 7 950,00 €`; interest given back is no loan: `2 remboursements d’intérêts, 25,34 €`.
fn summed(sitting: Sitting<'_>, agenda: &[OnAgenda]) -> Result<String, Failure> {
    let (refunds, requests): (Vec<_>, Vec<_>) = agenda.iter().partition(|one| one.item.matter == SessionMatter::Refund);
    let mut parts = Vec::new();
    for (these, one, many) in
        [(requests, "dossier", "dossiers"), (refunds, "remboursement d’intérêts", "remboursements d’intérêts")]
    {
        if these.is_empty() && (many != "dossiers" || !agenda.is_empty()) {
            continue;
        }
        let asked = these.iter().map(|one| one.asked(sitting)).collect::<Result<Vec<_>, _>>()?;
        let total = Euros::sum(asked.into_iter().flatten())?;
        parts.push(counted(these.len(), one, many));
        parts.extend((!total.is_zero()).then(|| total.to_string()));
    }
    Ok(parts.join(", "))
}

/// The agenda as the page shows it.
pub(super) fn agenda_rows(sitting: Sitting<'_>, agenda: &[OnAgenda]) -> Result<Vec<AgendaRow>, Failure> {
    (1_usize..).zip(agenda).map(|(place, one)| agenda_row(place, one, sitting)).collect()
}

fn agenda_row(place: usize, one: &OnAgenda, sitting: Sitting<'_>) -> Result<AgendaRow, Failure> {
    let (OnAgenda { item, dossier }, settings) = (one, sitting.settings);
    let hearing = heard(dossier, item).map(|heard| HearingShown {
        result: Choice::of(heard.heard.result),
        decision: spaced(&heard.decision(settings)),
        conditions: spaced(&heard.conditions()),
        applicant: heard.applicant(&dossier.person).to_owned(),
        opinions: heard.heard.opinions.iter().map(|line| spaced(line.as_str())).collect(),
        note: spaced(heard.heard.note.as_str()),
    });
    let matter = SessionMatterKey::from(item.matter);
    Ok(AgendaRow {
        item: item.id.0,
        place,
        dossier: dossier.id,
        reference: dossier.reference.clone(),
        name: dossier.person.display_name(),
        matter,
        matter_label: if matter == SessionMatterKey::Refund { item.matter.label().to_owned() } else { String::new() },
        project: spaced(&capital(&dossier.project_named(&settings.lists)?)),
        amount: one.asked(sitting)?.map(Money::from),
        lacks: if sitting.session.state == SessionState::Announced { one.lacks().to_owned() } else { String::new() },
        hearing,
    })
}

/// Someone called, as the page shows them.
pub(super) fn attendee_row(attendee: Attendee) -> AttendeeRow {
    AttendeeRow {
        id: attendee.id,
        who: spaced(&who(&attendee)),
        attendance: Choice::of(attendee.attendance),
        fields: AttendeeFields {
            name: attendee.name.to_string(),
            role: attendee.role.to_string(),
            organisation: attendee.organisation.to_string(),
            attendance: attendee.attendance.key().to_owned(),
            listens: !attendee.votes,
        },
    }
}

/// `élue, présidente, ville de Valbourg`; empty when neither is known.
pub(crate) fn who(attendee: &Attendee) -> String {
    let said = [attendee.role.as_str(), attendee.organisation.as_str()];
    said.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(", ")
}

/// `4 présents sur 5`; empty before the session.
pub(super) fn came(session: &CommitteeSession, attendees: &[Attendee]) -> String {
    let present = attendees.iter().filter(|one| one.attendance == Attendance::Present).count();
    match session.state {
        SessionState::Announced => counted(attendees.len(), "personne convoquée", "personnes convoquées"),
        SessionState::Held => format!("{} sur {}", counted(present, "présent", "présents"), attendees.len()),
    }
}
