//! What passes with a lender beside its answers: the consent that names it, its acknowledgement, what it asks for
//! more, the reasons asked and given, the offer, the charter, the purchase proved. A day and a few words each.

use domain::dossier::{Event, Noted, RedirectionAnswer, RefusalExplained};
use domain::money::Euros;
use domain::settings::ListKey;
use domain::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::read::{FormReading, known_lender, needed};
use app::failure::Failure;
use app::reading;

/// The events of this room: each with whether it is about one lender, what it is called and what it is for.
const EVENTS: [(Event, bool, &str, &str); 10] = [
    (
        Event::RedirectionAnswered,
        false,
        "Nouvelles de la personne",
        "Ce qu’elle est devenue, même « pas demandé » : les élus le lisent dans le bilan.",
    ),
    (Event::ReserveLifted, false, "Réserve levée", "Ce qui la lève, en quelques mots : le dossier peut alors partir."),
    (Event::ConsentSigned, true, "Consentement signé", "Il nomme sa banque : une autre banque en demande un autre."),
    (Event::LenderAcknowledged, true, "Accusé de réception", "La banque dit avoir reçu le dossier."),
    (Event::LenderAskedMore, true, "La banque demande un complément", "Ce qu’elle demande, en quelques mots."),
    (Event::RefusalReasonAsked, true, "Motif demandé à la banque", "La réponse est attendue à partir de ce jour."),
    (Event::ApplicantTold, true, "La personne est prévenue", "Par vous ou par la banque, du dernier avis reçu."),
    (Event::OfferIssued, true, "Offre de la banque", "Avec le dernier jour où elle peut être signée."),
    (Event::CharterSigned, false, "Charte d’accompagnement signée", "Avec la personne, et la banque si elle la signe."),
    (Event::PurchaseProved, false, "Achat prouvé", "La facture ou la carte grise a été vue."),
];

/// Something that passed with a lender, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct EventForm {
    /// What happened.
    pub event: String,
    /// Its day; today when empty.
    pub on: String,
    /// The lender; the one of the moment when empty.
    pub lender: String,
    /// What became of a person directed elsewhere.
    pub answer: String,
    /// Which of the solutions proposed the answer is about; all of them when empty.
    pub solution: String,
    /// What the solution gave, in euros; may be empty.
    pub obtained: String,
    /// Until when it holds: the last day of an offer.
    pub until: String,
    /// What was said.
    pub note: String,
}

/// The reasons a lender gives for its refusal, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ExplanationForm {
    /// The day they were given; today when empty.
    pub on: String,
    /// The lender; the last one that refused when empty.
    pub lender: String,
    /// Why; at least one.
    pub reasons: Vec<String>,
    /// The lender's words.
    pub note: String,
}

/// What an event of this room is called, and what it is for.
pub(super) fn titled(event: Event) -> (&'static str, &'static str) {
    let known = EVENTS.iter().find(|(known, ..)| *known == event);
    known.map_or(("", ""), |(_, _, title, note)| (title, note))
}

/// The form that holds an event of this room; nothing for the others.
pub(super) fn event_form(noted: &Noted) -> Option<EventForm> {
    EVENTS.iter().find(|(event, ..)| *event == noted.event)?;
    Some(EventForm {
        event: noted.event.key().to_owned(),
        on: words::numeric_date(noted.on),
        lender: subject_of(noted, |event| event != Event::RedirectionAnswered),
        answer: subject_of(noted, |event| event == Event::RedirectionAnswered),
        solution: noted.solution.as_ref().map(|key| key.as_str().to_owned()).unwrap_or_default(),
        obtained: noted.amount.map(Euros::bare).unwrap_or_default(),
        until: noted.until.map(words::numeric_date).unwrap_or_default(),
        note: noted.note.to_string(),
    })
}

/// What an event is about, as the field for that kind of event holds it.
fn subject_of(noted: &Noted, is_here: impl Fn(Event) -> bool) -> String {
    let subject = noted.subject.as_ref().filter(|_| is_here(noted.event));
    subject.map(|key| key.as_str().to_owned()).unwrap_or_default()
}

pub(super) fn explanation_form(explained: &RefusalExplained) -> ExplanationForm {
    ExplanationForm {
        on: words::numeric_date(explained.on),
        lender: explained.lender.as_str().to_owned(),
        reasons: explained.reasons.iter().map(|key| key.as_str().to_owned()).collect(),
        note: explained.note.to_string(),
    }
}

impl FormReading<'_> {
    /// The event a form makes; its lender is the one of the moment when none is typed.
    pub(super) fn event(&self, form: &EventForm) -> Result<Noted, Failure> {
        let on = self.day(&form.on, "on")?;
        let event: Event = reading::word(&form.event, "event")?;
        let known = EVENTS.iter().find(|(known, ..)| *known == event);
        let (_, of_a_lender, ..) = known
            .ok_or_else(|| needed("Ce qui s’est passé ne se note pas ici : choisissez dans la liste.", "event"))?;
        let subject = match (form.lender.as_str(), of_a_lender) {
            _ if event == Event::RedirectionAnswered => Some(redirection_answer(&form.answer)?),
            (_, false) => None,
            ("", true) => Some(self.dossier.lender_of(event).ok_or_else(|| needed("Avec quelle banque ?", "lender"))?),
            (key, true) => Some(known_lender(key, &self.settings.at(on))?),
        };
        let until = self.planned(&form.until, "until")?;
        if until.is_some_and(|until| until < on) {
            return Err(needed("La fin serait avant le début.", "until"));
        }
        if event == Event::OfferIssued && until.is_none() && self.corrects.is_none() {
            return Err(needed("Jusqu’à quel jour vaut cette offre ? Il est écrit dessus.", "until"));
        }
        let note = reading::line(&form.note, "note")?;
        let (solution, amount) = if event == Event::RedirectionAnswered {
            (self.solution(&form.solution)?, reading::amount(&form.obtained, "obtained")?)
        } else {
            (None, None)
        };
        Ok(Noted { subject, solution, amount, until, note, ..Noted::of(on, event) })
    }

    /// The solution an answer is about, among those that were proposed.
    fn solution(&self, typed: &str) -> Result<Option<ListKey>, Failure> {
        let proposed = self.dossier.proposed_solutions();
        let solution = reading::entry(typed, &self.settings.lists.redirections, "solution")?;
        match solution {
            Some(key) if !proposed.contains(&key) => {
                Err(needed("Cette solution n’a pas été proposée : choisissez parmi celles de la décision.", "solution"))
            }
            solution => Ok(solution),
        }
    }

    /// The reasons a form gives for a refusal.
    pub(super) fn explanation(&self, form: &ExplanationForm) -> Result<RefusalExplained, Failure> {
        let on = self.day(&form.on, "on")?;
        let lender = match form.lender.as_str() {
            "" => self
                .dossier
                .lender_of(Event::RefusalReasonAsked)
                .ok_or_else(|| needed("Aucune banque n’a refusé ce dossier.", "lender"))?,
            key => known_lender(key, &self.settings.at(on))?,
        };
        let reasons = self.entries(&form.reasons, &self.settings.lists.refusal_reasons, "reasons")?;
        if reasons.is_empty() {
            return Err(needed("Choisissez au moins un motif.", "reasons"));
        }
        Ok(RefusalExplained { on, lender, reasons, note: reading::line(&form.note, "note")? })
    }
}

/// What became of a person directed elsewhere.
fn redirection_answer(typed: &str) -> Result<ListKey, Failure> {
    if typed.is_empty() {
        return Err(needed("Cette solution a-t-elle aidé ? Choisissez, même « pas demandé ».", "answer"));
    }
    let answer: RedirectionAnswer = reading::word(typed, "answer")?;
    Ok(ListKey::new(answer.key()))
}
