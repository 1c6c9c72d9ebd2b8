//! Holding a session: each dossier in its turn, who was there, the opinions, what is decided.

use domain::committee::{CommitteeSession, SessionState};
use domain::dossier::{
    ConditionFor, Direction, DossierId, Fact, HearingResult, Orientation, SessionHeard, SessionId, SessionMatter,
};
use domain::line::Line;
use domain::settings::{ListKey, Settings};
use domain::words::long_date;
use serde::{Deserialize, Serialize};
use store::{Acted, ItemId, SessionItem, Writer};
use ts_rs::TS;

use super::agenda::enlist;
use super::agenda_view::{agenda_of, heard, titled};
use super::prepare::{SESSION, acted};
use super::view::{OneSession, SessionView, found, not_yet, shown_again};
use crate::decisions::{Granted, conditioned, decide_in_session, directed};
use crate::dossiers::found as found_dossier;
use crate::facts::admit;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// The opinion of one who was there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct OpinionForm {
    /// Who gives it.
    pub who: String,
    /// What they say: `favorable`; nothing is noted when empty.
    pub says: String,
}

/// What a session does with a dossier, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct HearingForm {
    /// Decided, put off or taken off; decided when empty.
    pub result: String,
    /// `yes` or `no`: whether the applicant was there; not noted when empty.
    pub applicant: String,
    /// The opinions.
    pub opinions: Vec<OpinionForm>,
    /// What is decided of a request: where it goes.
    pub direction: String,
    /// The solutions proposed, for a redirection.
    pub solutions: Vec<String>,
    /// Why.
    pub reason: String,
    /// On what condition.
    pub conditions: String,
    /// Whom that condition is for; needed with one of a sending.
    pub condition_for: String,
    /// What was said, for the minutes.
    pub note: String,
    /// What the letter says of it to the person.
    pub letter_words: String,
    /// The session it is put off to; none yet when empty.
    pub adjourned_to: String,
}

/// A dossier heard at a session.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewHearing {
    /// The session.
    #[ts(type = "number")]
    pub session: SessionId,
    /// The number of its place on the agenda.
    pub item: i64,
    /// What is typed.
    pub form: HearingForm,
}

/// Opens a session on its day: who came is noted, and each dossier heard.
pub fn hold_session(desk: &mut Desk, input: OneSession, moment: &Moment) -> Result<SessionView, Failure> {
    desk.act("hold_session", moment, |writer| {
        let session = found(writer, input.session)?;
        let why = not_yet(&session, &agenda_of(writer, session.id)?, moment);
        if !why.is_empty() {
            return Err(Failure::refused(&why)
                .remedy("Inscrivez un dossier, ou changez le jour de la séance si elle a eu lieu plus tôt."));
        }
        writer.update_session(&CommitteeSession { state: SessionState::Held, ..session.clone() })?;
        Ok(acted((), format!("{} : ouverte.", titled(&session))))
    })?;
    shown_again(desk, input.session, moment)
}

/// Notes what a session did with a dossier: decided, put off, taken off.
pub fn hear_dossier(desk: &mut Desk, input: NewHearing, moment: &Moment) -> Result<SessionView, Failure> {
    let settings = desk.read(settings)?;
    desk.act("hear_dossier", moment, |writer| {
        let session = found(writer, input.session)?;
        may_be_heard(&session)?;
        let agenda = writer.agenda(session.id)?;
        let item = agenda.iter().find(|one| one.id == ItemId(input.item)).ok_or_else(|| Failure::gone("Ce dossier"))?;
        let dossier = found_dossier(writer, item.dossier)?;
        if heard(&dossier, item).is_some() {
            return Err(Failure::refused("Ce dossier a déjà été vu à cette séance.")
                .remedy("Annulez, ou corrigez ce qui a été noté dans le Journal du dossier."));
        }
        let result = result(&input.form)?;
        let hearing = read(&input.form, &session, (item.matter, result))?;
        note(writer, item.dossier, &Fact::SessionHeard(hearing), &settings, moment)?;
        match result {
            HearingResult::Decided => decide(writer, &session, item, (&input.form, &settings), moment)?,
            HearingResult::Adjourned => put_off(writer, item, &input.form.adjourned_to, &settings, moment)?,
            HearingResult::TakenOff => {}
        }
        Ok(Acted {
            dossier: Some(dossier.id),
            fields: vec![SESSION, "orientation"],
            draft: Some((Some(dossier.id), "hearing")),
            ..acted((), format!("{}, {} : noté.", titled(&session), dossier.person.display_name()))
        })
    })?;
    shown_again(desk, input.session, moment)
}

fn may_be_heard(session: &CommitteeSession) -> Result<(), Failure> {
    if session.state == SessionState::Held {
        return Ok(());
    }
    let says = format!("La séance du {} n’est pas ouverte : rien ne s’y décide encore.", long_date(session.day));
    Err(Failure::refused(&says).remedy("Ouvrez la séance le jour où elle a lieu, puis voyez chaque dossier."))
}

fn result(form: &HearingForm) -> Result<HearingResult, Failure> {
    if form.result.is_empty() { Ok(HearingResult::Decided) } else { reading::word(&form.result, "result") }
}

fn read(
    form: &HearingForm,
    session: &CommitteeSession,
    (matter, result): (SessionMatter, HearingResult),
) -> Result<SessionHeard, Failure> {
    let applicant_present = match form.applicant.as_str() {
        "" => None,
        "yes" => Some(true),
        "no" => Some(false),
        _ => return Err(Failure::refused("La personne est présente ou absente.").at("applicant")),
    };
    let said = form.opinions.iter().filter(|opinion| !opinion.says.trim().is_empty());
    let opinions = said.map(|opinion| match opinion.who.trim() {
        "" => Err(Failure::refused("Qui donne cet avis ?").at("opinions")),
        who => reading::line(&format!("{who} : {}", opinion.says), "opinions"),
    });
    Ok(SessionHeard {
        on: session.day,
        session: session.id,
        matter,
        result,
        applicant_present,
        opinions: opinions.collect::<Result<Vec<Line>, Failure>>()?,
        conditions: reading::line(&form.conditions, "conditions")?,
        note: reading::line(&form.note, "note")?,
        letter_words: reading::line(&form.letter_words, "letter_words")?,
    })
}

fn note(writer: &Writer<'_>, id: DossierId, fact: &Fact, settings: &Settings, moment: &Moment) -> Result<(), Failure> {
    admit(&found_dossier(writer, id)?, None, fact, settings, moment)?;
    writer.insert_fact(id, None, fact, moment.now)?;
    Ok(())
}

/// What is decided of a request is a fact of its own; a refund is decided in its own room, at this session.
fn decide(
    writer: &Writer<'_>,
    session: &CommitteeSession,
    item: &SessionItem,
    (form, settings): (&HearingForm, &Settings),
    moment: &Moment,
) -> Result<(), Failure> {
    if item.matter == SessionMatter::Refund {
        return Ok(());
    }
    let (direction, reason) = directed(&form.direction, &form.reason)?;
    let mut solutions = Vec::new();
    for key in form.solutions.iter().filter(|_| direction != Direction::Submit) {
        solutions.extend(reading::entry(key, &settings.lists.redirections, "solutions")?);
    }
    let (conditions, condition_for) = conditioned(direction, &form.conditions, &form.condition_for)?;
    let orientation = Orientation {
        solutions,
        reason,
        conditions,
        condition_for,
        session: Some(session.id),
        letter_words: reading::line(&form.letter_words, "letter_words")?,
        ..Orientation::of(session.day, ListKey::new(session.kind.mode()), direction)
    };
    // A reserve that the office lifts is lifted before anything is granted.
    let is_reserved = orientation.condition(ConditionFor::Office).is_some();
    let here = direction == Direction::Submit && session.grants(settings) && !is_reserved;
    let granted = if here { Granted::Here } else { Granted::Later };
    decide_in_session(writer, item.dossier, (orientation, granted), settings, moment)
}

/// Puts a dossier on the agenda of a later session; on none yet when nothing is chosen.
fn put_off(
    writer: &Writer<'_>,
    item: &SessionItem,
    to: &str,
    settings: &Settings,
    moment: &Moment,
) -> Result<(), Failure> {
    if to.is_empty() {
        return Ok(());
    }
    let gone = || Failure::gone("Cette séance").at("adjourned_to");
    let number = to.parse::<i64>().map_err(|_| gone())?;
    let session = writer.session(SessionId(number))?.ok_or_else(gone)?;
    if session.state == SessionState::Held || session.id == item.session {
        return Err(Failure::refused("Un dossier s’ajourne à une séance à venir.").at("adjourned_to"));
    }
    let dossier = found_dossier(writer, item.dossier)?;
    enlist(writer, &dossier, (&session, item.matter), settings, moment)
}
