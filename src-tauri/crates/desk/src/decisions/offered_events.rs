//! What may be noted with a lender now, each offered only where a fact calls for it.

use domain::dossier::{Answer, Course, Event, Outcome, Presentation, Stage, stage};
use domain::settings::ListKey;

use super::events::{EventForm, ExplanationForm};
use super::forms::DecisionForm;
use super::offered::{OfferedForm, form};
use super::read::FormReading;
use crate::shown::key_of;

/// The events the facts call for.
pub(super) fn events(reading: &FormReading<'_>, course: &Course<'_>) -> Vec<OfferedForm> {
    let mut offered = Vec::new();
    if course.closed.is_some() {
        let called_back = called_back(course).filter(|_| !noted(reading, Event::RedirectionAnswered, None));
        offered.extend(called_back.map(|(title, note)| {
            let empty = EventForm { event: key_of(Event::RedirectionAnswered), ..EventForm::default() };
            form(reading, title, note, DecisionForm::Event(empty))
        }));
        return offered;
    }
    let mut offer = |event: Event, title: &str, note: &str| {
        let empty = EventForm { event: key_of(event), ..EventForm::default() };
        offered.push(form(reading, title, note, DecisionForm::Event(empty)));
    };
    if consent_lacks(reading, course) {
        offer(Event::ConsentSigned, "Consentement signé", "Il nomme sa banque : une autre banque en demande un autre.");
    }
    if let Some(waited) = course.open().last() {
        let lender = &waited.submission.lender;
        if !noted(reading, Event::LenderAcknowledged, Some(lender)) {
            offer(Event::LenderAcknowledged, "Accusé de réception", "La banque dit avoir reçu le dossier.");
        }
        offer(Event::LenderAskedMore, "La banque demande un complément", "Ce qu’elle demande, en quelques mots.");
    }
    let refused = reading.refused_last();
    let unexplained = refused.as_ref().filter(|lender| reason_lacks(course, lender));
    if unexplained.is_some_and(|lender| !noted(reading, Event::RefusalReasonAsked, Some(lender))) {
        offer(Event::RefusalReasonAsked, "Motif demandé à la banque", "La réponse est attendue à partir de ce jour.");
    }
    if answered(course) && !told_since_the_answer(reading, course) {
        offer(Event::ApplicantTold, "La personne est prévenue", "Par vous ou par la banque, du dernier avis reçu.");
    }
    if course.granted().is_some() && course.contract.is_none() && !noted(reading, Event::OfferIssued, None) {
        offer(Event::OfferIssued, "Offre de la banque", "Avec le dernier jour où elle peut être signée.");
    }
    if course.granted().is_some() && !noted(reading, Event::CharterSigned, None) {
        offer(
            Event::CharterSigned,
            "Charte d’accompagnement signée",
            "Avec la personne, et la banque si elle la signe.",
        );
    }
    if course.disbursement.is_some() && !noted(reading, Event::PurchaseProved, None) {
        offer(Event::PurchaseProved, "Achat prouvé", "La facture ou la carte grise a été vue.");
    }
    if refused.as_ref().is_some_and(|lender| reason_lacks(course, lender)) {
        let empty = DecisionForm::Explanation(ExplanationForm::default());
        let note = "Ce que la banque a fini par dire ; le refus garde sa date.";
        offered.push(form(reading, "Motifs donnés par la banque", note, empty));
    }
    offered
}

/// How what became of a person without a loan is asked; nothing when there is nothing to ask.
fn called_back(course: &Course<'_>) -> Option<(&'static str, &'static str)> {
    match course.closed?.1 {
        Outcome::Redirected => Some((
            "Suite de la réorientation",
            "Ce que la solution a donné, même « pas demandé » : les élus le lisent dans le bilan.",
        )),
        Outcome::Dropped | Outcome::Inadmissible => Some((
            "Nouvelles de la personne",
            "Ce qu’elle est devenue, même « pas demandé » : les élus le lisent dans le bilan.",
        )),
        Outcome::Withdrawn | Outcome::InformationOnly | Outcome::Ended(_) => None,
    }
}

/// Whether the lender of the next sending is not named by a consent yet.
fn consent_lacks(reading: &FormReading<'_>, course: &Course<'_>) -> bool {
    let early = stage(reading.dossier) == Stage::Request || course.lending().is_some();
    let lender = reading.dossier.simulation.lender.as_ref();
    !early && (lender.is_none() || !noted(reading, Event::ConsentSigned, lender))
}

/// Whether an event was noted, of this lender when one is named.
fn noted(reading: &FormReading<'_>, event: Event, lender: Option<&ListKey>) -> bool {
    reading.dossier.facts.noted(event).any(|noted| lender.is_none() || noted.subject.as_ref() == lender)
}

fn answered(course: &Course<'_>) -> bool {
    course.presentations.iter().any(|sent| sent.answer != Answer::Awaited)
}

fn told_since_the_answer(reading: &FormReading<'_>, course: &Course<'_>) -> bool {
    let last = course.presentations.iter().filter_map(|sent| sent.decided_on()).max();
    let told = reading.dossier.facts.noted(Event::ApplicantTold).map(|noted| noted.on).max();
    told >= last && last.is_some()
}

/// Whether a refusal has no reason yet: not given, and not explained since.
fn reason_lacks(course: &Course<'_>, lender: &ListKey) -> bool {
    let refused = course.presentations.iter().rev().find(|sent| match sent.answer {
        Answer::Refused(refusal) => refusal.lender == *lender,
        Answer::Awaited | Answer::InPrinciple(_) | Answer::Approved(_) => false,
    });
    refused.is_some_and(Presentation::is_unexplained)
}
