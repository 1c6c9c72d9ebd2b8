//! The facts of a dossier as actions note them: what refuses one, and what undo and the access journal call it.

use domain::dossier::{Direction, Dossier, Fact, FactId, Precision};
use domain::settings::{ListKey, Settings};
use domain::words::{self, Labelled, known_date, of_known_date, of_the, on_known_date, the, to_the};

use app::caller::Moment;
use app::failure::{FactNames, Failure};

/// Refuses a fact, new or correcting another, that the facts of the dossier, its limits or the law do not allow.
pub fn admit(
    dossier: &Dossier,
    replaces: Option<FactId>,
    fact: &Fact,
    settings: &Settings,
    moment: &Moment,
) -> Result<(), Failure> {
    domain::dossier::admit(dossier, replaces, fact, settings, moment.today)
        .map_err(|refused| FactNames::of(fact, &dossier.facts, settings).not_admitted(refused, settings))
}

/// The name of a lender, whatever the date.
pub(crate) fn lender_name(key: &ListKey, settings: &Settings) -> String {
    settings.lenders.get(key).map(|file| file.lender.name.to_string()).unwrap_or_default()
}

/// What was done, as undo and the last line of the window say it, its day no better than it is known.
pub fn sentence(fact: &Fact, known: Precision, settings: &Settings) -> String {
    let lender = || fact.lender().map(|key| lender_name(key, settings)).unwrap_or_default();
    let day = of_known_date(fact.day(), known);
    let on = on_known_date(fact.day(), known);
    match fact {
        Fact::InterviewHeld(_) => format!("Note de l’entretien {day}"),
        Fact::OrientationDecided(orientation) => match orientation.direction {
            Direction::Submit => format!("Décision de transmettre {day}"),
            Direction::Redirect => format!("Réorientation {day}"),
            Direction::Inadmissible => format!("Irrecevabilité {day}"),
        },
        Fact::Submitted(_) => format!("Transmission {} {day}", to_the(&lender())),
        Fact::AgreedInPrinciple(_) => format!("Accord de principe {} {day}", of_the(&lender())),
        Fact::Approved(_) => format!("Accord {} {day}", of_the(&lender())),
        Fact::Refused(_) => format!("Refus {} {day}", of_the(&lender())),
        Fact::SupportPlanned(_) => format!("Plan d’accompagnement {day}"),
        Fact::ContractSigned(_) => format!("Signature du contrat avec {} {day}", the(&lender())),
        Fact::Disbursed(_) => format!("Versement {day}"),
        Fact::Amended(_) => format!("Aménagement {day}"),
        Fact::Declared(_) => format!("Échéances déclarées {on}"),
        Fact::Withdrawn(_) => format!("Rétractation {day}"),
        Fact::Dropped(_) => format!("Abandon de la demande {day}"),
        Fact::RequestReceived(_) => format!("Demande {day}"),
        Fact::NextDateSet(_) => "Prochaine date".to_owned(),
        Fact::RefusalExplained(_) => format!("Motifs de {} donnés {on}", lender()),
        Fact::Noted(noted) => format!("{}, {on}", noted.event.label()),
        Fact::DocumentNoted(document) => {
            let named = settings.lists.documents.iter().find(|one| one.key == document.document);
            let label = named.map(|one| one.label.clone()).unwrap_or_default();
            format!("{label} : {}", words::lowered(document.state.label()))
        }
        Fact::TakenOver(_)
        | Fact::Screened(_)
        | Fact::Informed(_)
        | Fact::AppointmentSet(_)
        | Fact::SessionListed(_)
        | Fact::SessionHeard(_)
        | Fact::Reviewed(_)
        | Fact::SurveyAnswered(_)
        | Fact::BankDetailsReceived(_)
        | Fact::RefundDecided(_)
        | Fact::Closed(_) => format!("{} : {}", fact.kind().label(), known_date(fact.day(), known)),
    }
}

/// The fact's name in the access journal, which keeps names and never values.
pub(crate) fn recorded_as(fact: &Fact) -> &'static str {
    match fact {
        Fact::InterviewHeld(_) => "interview",
        Fact::OrientationDecided(_) => "orientation",
        Fact::Submitted(_) => "submission",
        Fact::AgreedInPrinciple(_) => "agreement_in_principle",
        Fact::Approved(_) => "approval",
        Fact::Refused(_) => "refusal",
        Fact::SupportPlanned(_) => "support",
        Fact::ContractSigned(_) => "contract",
        Fact::Disbursed(_) => "disbursement",
        Fact::Amended(_) => "amendment",
        Fact::Declared(_) => "declaration",
        Fact::Withdrawn(_) => "withdrawal",
        Fact::Dropped(_) => "drop",
        Fact::RequestReceived(_) => "request",
        Fact::NextDateSet(_) => "next_date",
        Fact::TakenOver(_) => "taken_over",
        Fact::Screened(_) => "screening",
        Fact::Informed(_) => "information",
        Fact::AppointmentSet(_) => "appointment",
        Fact::DocumentNoted(_) => "document",
        Fact::SessionListed(_) | Fact::SessionHeard(_) => "session",
        Fact::RefusalExplained(_) => "refusal_reasons",
        Fact::Reviewed(_) => "review",
        Fact::Noted(_) => "event",
        Fact::SurveyAnswered(_) => "survey",
        Fact::BankDetailsReceived(_) => "bank_details",
        Fact::RefundDecided(_) => "refund",
        Fact::Closed(_) => "closing",
    }
}
