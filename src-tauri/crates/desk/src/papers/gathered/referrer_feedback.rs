//! The facts of the word to a referrer: who sent the person, what they agreed to, what became of the request.

use documents::papers::referrer_feedback::{ReferrerFeedback, render};
use domain::partner::FeedbackAgreement;
use domain::report::{Became, report_row};

use super::{Missing, NotYet, Prepared, Subject};
use crate::dossiers::RoomKey;
use crate::failure::Failure;

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let Subject { dossier, moment, .. } = *subject;
    let Some(referrer) = subject.referrer else { return Ok(Err(nobody())) };
    let row = report_row(dossier);
    let (agreed_on, became) = match row.feedback {
        None => return Ok(Err(not_asked())),
        Some((_, FeedbackAgreement::Refused)) => return Ok(Err(refused())),
        Some((on, FeedbackAgreement::CameOnly)) => (on, None),
        Some((on, FeedbackAgreement::Given)) => (on, Some(Became::of(&row))),
    };
    let letter = ReferrerFeedback {
        reference: dossier.reference.clone(),
        printed_on: moment.today,
        referrer: referrer.clone(),
        person: dossier.person.clone(),
        agreed_on,
        became,
    };
    let lacks = letter.referrer.address.is_empty();
    let missing = lacks.then(|| Missing::of("adresse du prescripteur", None)).into_iter().collect();
    let head = subject.head.clone();
    Ok(Ok(Prepared {
        version: 1,
        missing,
        state: "prête à signer".to_owned(),
        print: Box::new(move || Ok(render(&letter, &head)?)),
    }))
}

fn nobody() -> NotYet {
    NotYet {
        state: "personne n’a orienté cette demande",
        sentence: "Personne n’a orienté cette demande : il n’y a pas de retour à écrire.",
        remedy: "Si un service l’a envoyée, choisissez-le dans la demande.",
        room: RoomKey::Person,
    }
}

fn not_asked() -> NotYet {
    NotYet {
        state: "accord de la personne à noter",
        sentence: "Sans l’accord de la personne, rien ne s’écrit à qui l’a orientée.",
        remedy: "Notez son accord dans « Partenaires », chez ce prescripteur.",
        room: RoomKey::Person,
    }
}

fn refused() -> NotYet {
    NotYet {
        state: "la personne ne veut pas de retour",
        sentence: "La personne ne veut pas que l’on écrive à qui l’a orientée.",
        remedy: "Si elle change d’avis, notez son accord dans « Partenaires », chez ce prescripteur.",
        room: RoomKey::Person,
    }
}
