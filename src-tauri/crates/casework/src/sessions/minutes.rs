//! The minutes of a session, composed from its facts and a free paragraph, closed on a day and correctable.
//!
//! They name dossiers by their reference: they are given to people who need not know more, and what they say of a
//! dossier goes when it is erased.

use domain::committee::{Attendance, Attendee, CommitteeSession, Minutes, NotClosed, Paragraph, agenda_letter};
use domain::line::Line;
use domain::text::Text;
use domain::words::{Labelled, capital, counted, long_date, lowered, spaced};
use serde::Deserialize;
use store::Reader;
use ts_rs::TS;

use super::agenda_view::{MinutesShown, OnAgenda, ParagraphShown, Sitting, agenda_of, heard, placed, titled, who};
use super::prepare::acted;
use super::view::{SessionView, found, shown_again};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// The minutes to close, or to correct.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MinutesToClose {
    /// The session.
    #[ts(type = "number")]
    pub session: domain::dossier::SessionId,
    /// What is said beside what was decided.
    pub note: String,
    /// Why the ones before are corrected; needed once some are closed.
    pub reason: String,
}

/// Closes the minutes of a session on this day; once closed, corrects them with a reason.
pub fn close_minutes(desk: &mut Desk, input: MinutesToClose, moment: &Moment) -> Result<SessionView, Failure> {
    let settings = desk.read(settings)?;
    let note = reading::text(&input.note, "note")?;
    let reason = reading::line(&input.reason, "reason")?;
    desk.act("close_minutes", moment, |writer| {
        let before = found(writer, input.session)?;
        let session = CommitteeSession { note: note.clone(), ..before };
        let agenda = agenda_of(writer, session.id)?;
        let attendees = writer.attendees(session.id)?;
        let unheard = agenda.iter().filter(|one| heard(&one.dossier, &one.item).is_none()).count();
        let lacks_decision = |one: &&OnAgenda| heard(&one.dossier, &one.item).is_some_and(|heard| heard.is_unstated());
        let unstated = agenda.iter().filter(lacks_decision).count();
        session.may_be_closed(unheard, unstated, &attendees).map_err(refused)?;
        let closed = writer.minutes(session.id)?;
        if !closed.is_empty() && reason.is_empty() {
            let says = "Ce compte rendu est clos : dites pourquoi il est corrigé.";
            return Err(Failure::refused(says).remedy("L’ancien reste dans l’historique.").at("reason"));
        }
        let reason = if closed.is_empty() { Line::default() } else { reason.clone() };
        let sitting = Sitting { session: &session, settings: &settings, today: moment.today };
        let paragraphs = composed(sitting, &attendees, &agenda)?;
        writer.update_session(&session)?;
        writer.insert_minutes(session.id, &Minutes { on: moment.today, reason, paragraphs })?;
        Ok(acted((), format!("{} : compte rendu clos.", titled(&session))))
    })?;
    shown_again(desk, input.session, moment)
}

fn refused(why: NotClosed) -> Failure {
    let (says, remedy) = match why {
        NotClosed::NotHeld => (
            "Cette séance n’est pas tenue : il n’y a pas de compte rendu à clore.".to_owned(),
            "Ouvrez la séance le jour où elle a lieu.",
        ),
        NotClosed::Unheard(1) => {
            ("Un dossier n’a pas été vu.".to_owned(), "Décidez, ajournez ou retirez-le avant de clore.")
        }
        NotClosed::Unheard(left) => {
            (format!("{left} dossiers n’ont pas été vus."), "Décidez, ajournez ou retirez chacun avant de clore.")
        }
        NotClosed::Unstated(left) => (
            format!("Ce qui est décidé reste à noter pour {}.", counted(left, "dossier", "dossiers")),
            "Notez le remboursement dans « Prêt », étape « Fin », puis recommencez.",
        ),
        NotClosed::NobodyPresent => (
            "Personne n’est noté présent : un compte rendu dit qui a décidé.".to_owned(),
            "Notez qui était là dans « présences », puis recommencez.",
        ),
    };
    Failure::refused(&spaced(&says)).remedy(remedy)
}

/// The minutes as they were closed, else as they would be.
pub(super) fn shown(
    reader: &Reader<'_>,
    sitting: Sitting<'_>,
    (attendees, agenda): (&[Attendee], &[OnAgenda]),
) -> Result<MinutesShown, Failure> {
    let now = composed(sitting, attendees, agenda)?;
    let closed = reader.minutes(sitting.session.id)?.pop();
    let changed = closed.as_ref().is_some_and(|minutes| minutes.paragraphs != now);
    let paragraph =
        |one: &Paragraph| ParagraphShown { text: one.text.as_str().to_owned(), is_of_a_dossier: one.dossier.is_some() };
    Ok(MinutesShown {
        closed: closed
            .as_ref()
            .map(|minutes| spaced(&format!("Clos le {}", long_date(minutes.on))))
            .unwrap_or_default(),
        reason: closed.as_ref().map(|minutes| spaced(minutes.reason.as_str())).unwrap_or_default(),
        paragraphs: closed.map_or(now, |minutes| minutes.paragraphs).iter().map(paragraph).collect(),
        changed,
    })
}

/// How each attendance is told; of a session that was held, whose presence nobody noted is not left out.
const ATTENDED: [(Attendance, &str); 4] = [
    (Attendance::Present, "Présents"),
    (Attendance::Excused, "Excusés"),
    (Attendance::Absent, "Absents"),
    (Attendance::Expected, "Convoqués, présence non notée"),
];

/// What the minutes say: where and when, who came, each dossier in its turn, the rest.
fn composed(sitting: Sitting<'_>, attendees: &[Attendee], agenda: &[OnAgenda]) -> Result<Vec<Paragraph>, Failure> {
    let session = sitting.session;
    let place = placed(session);
    let head = if place.is_empty() { titled(session) } else { format!("{}, {place}", titled(session)) };
    let mut said = vec![(None, format!("{head}."))];
    for (attendance, label) in ATTENDED {
        let named: Vec<String> = attendees.iter().filter(|one| one.attendance == attendance).map(named).collect();
        if !named.is_empty() {
            said.push((None, format!("{label} : {}.", named.join(" ; "))));
        }
    }
    for (place, one) in (1_usize..).zip(agenda) {
        said.push((Some(one.dossier.id), told(place, one, sitting)?));
    }
    said.extend(session.note.paragraphs().map(|paragraph| (None, paragraph.to_owned())));
    let paragraph = |(dossier, text): (_, String)| Some(Paragraph { dossier, text: Text::read(&spaced(&text)).ok()? });
    Ok(said.into_iter().filter_map(paragraph).collect())
}

fn named(attendee: &Attendee) -> String {
    let who = who(attendee);
    if who.is_empty() { attendee.name.to_string() } else { format!("{} ({who})", attendee.name) }
}

/// `1. Dossier A (2026-041), demande de prêt, 2 600,00 €, voiture d’occasion. Avis : … Décision : …`
fn told(place: usize, one: &OnAgenda, sitting: Sitting<'_>) -> Result<String, Failure> {
    let (OnAgenda { item, dossier }, settings) = (one, sitting.settings);
    let amount = one.asked(sitting)?.map(|amount| format!(", {amount}")).unwrap_or_default();
    let project = lowered(&dossier.project_named(&settings.lists)?);
    let matter = lowered(item.matter.label());
    let mut said = vec![format!(
        "{place}. Dossier {} ({}), {matter}{amount}, {project}.",
        agenda_letter(place),
        dossier.reference
    )];
    match heard(dossier, item) {
        None => said.push("Pas encore vu.".to_owned()),
        Some(heard) => {
            said.push(heard.applicant(&dossier.person).to_owned());
            let opinions: Vec<String> = heard.heard.opinions.iter().map(ToString::to_string).collect();
            if !opinions.is_empty() {
                said.push(format!("Avis : {}.", opinions.join(" ; ")));
            }
            said.push(heard.heard.note.to_string());
            let conditions = heard.conditions();
            let decision = lowered(&heard.decision(settings));
            let conditions = if conditions.is_empty() { String::new() } else { format!(" ({conditions})") };
            said.push(format!("Décision : {decision}{conditions}."));
        }
    }
    Ok(capital(&said.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" ")))
}
