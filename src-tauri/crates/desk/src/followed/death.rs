//! A borrower's death: letters and calls stop at once, and what the heirs will ask is on one sheet.
//!
//! The State's guarantee ends, the insurance is checked, the heirs remain bound (*Un coup de pouce pour le microcrédit
//! personnel*, la fin du prêt).

use domain::dossier::{Closing, Dossier, DossierId, EndKind, Event, Fact, Noted, Precision, RunningLoan};
use domain::line::Line;
use domain::settings::{Guarantor, ListKey, Settings};
use domain::words::{long_date, on_known_date, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::note::{day, done};
use super::put;
use super::view::{FollowedView, follow_up_room};
use crate::caller::Moment;
use crate::dossiers::{OneDossier, found};
use crate::failure::Failure;
use crate::office::{Desk, settings};
use crate::reading;

/// A death to note.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewDeath {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The day it was known; today when empty.
    pub on: String,
    /// What was found of the insurance; empty while it is not checked.
    pub insurance: String,
    /// What was said with it.
    pub note: String,
    /// `yes` closes the dossier with this cause.
    pub close: String,
}

/// What is to be known after a death.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DeathView {
    /// `Décès noté le 3 mars 2027 : lettres et appels sont arrêtés.`
    pub sentence: String,
    /// What ends and what stays, a line each.
    pub lines: Vec<String>,
    /// Whether the insurance was checked.
    pub insurance_checked: bool,
    /// What the heirs need: a label and its value.
    pub heirs: Vec<(String, String)>,
    /// Whether the dossier is closed.
    pub closed: bool,
}

/// Notes a death: everything that would write or call stops; the dossier closes with this cause when asked.
pub fn note_death(desk: &mut Desk, input: NewDeath, moment: &Moment) -> Result<FollowedView, Failure> {
    let settings = desk.read(settings)?;
    let id = input.dossier;
    desk.act("note_death", moment, |writer| {
        let dossier = found(writer, id)?;
        let on = day(&input.on, moment)?;
        let note = reading::line(&input.note, "note")?;
        let insurance = reading::line(&input.insurance, "insurance")?;
        let noted = |event, subject: Option<&str>, note: &Line| {
            let subject = subject.map(|key| ListKey(key.to_owned()));
            Fact::Noted(Noted { on, event, subject, until: None, amount: None, note: note.clone() })
        };
        let mut facts = Vec::new();
        if dossier.facts.course().died_on.is_none() {
            facts.push(noted(Event::Death, None, &note));
        }
        if !insurance.is_empty() {
            facts.push(noted(Event::SupportAction, Some("insurance_check"), &insurance));
        }
        if input.close == "yes" {
            let outcome = ListKey("death".to_owned());
            facts.push(Fact::Closed(Closing { on, outcome, kind: EndKind::Died, note }));
        }
        if facts.is_empty() {
            return Err(Failure::refused("Le décès est déjà noté.").remedy("Notez l’assurance, ou fermez le dossier."));
        }
        for fact in &facts {
            put(writer, id, fact, &settings, moment)?;
        }
        Ok(done(id, &format!("Décès noté, {}.", dossier.person.display_name()), "event"))
    })?;
    follow_up_room(desk, OneDossier { dossier: id }, moment)
}

/// What is to be known after a death; nothing otherwise.
pub(super) fn death(
    dossier: &Dossier,
    running: Option<&RunningLoan>,
    settings: &Settings,
    moment: &Moment,
) -> Option<DeathView> {
    let course = dossier.facts.course();
    let on = course.died_on?;
    let is_check = |key: &ListKey| key.as_str() == "insurance_check";
    let checked = dossier.facts.standing().any(|row| {
        let Fact::Noted(noted) = &row.fact else { return false };
        noted.event == Event::SupportAction && noted.subject.as_ref().is_some_and(is_check)
    });
    let product = dossier.simulation.product.as_ref().and_then(|key| settings.at(on).product(key));
    let state = product.is_none_or(|product| product.value.guarantor == Some(Guarantor::Fcs));
    let mut lines = vec!["Lettres et appels sont arrêtés ; aucune tâche ne vise plus la personne.".to_owned()];
    if state {
        lines.push("La garantie de l’État prend fin avec le décès.".to_owned());
    }
    lines.push(
        if checked { "L’assurance a été vérifiée." } else { "L’assurance est à vérifier avec la banque." }.to_owned(),
    );
    lines.push("Les héritiers restent tenus du prêt, sauf assurance ou renonciation à la succession.".to_owned());
    Some(DeathView {
        sentence: spaced(&format!("Décès noté le {}.", long_date(on))),
        lines: lines.iter().map(|line| spaced(line)).collect(),
        insurance_checked: checked,
        heirs: heirs(running, dossier.loan_precisions().0, settings, moment),
        closed: course.closed.is_some(),
    })
}

/// What the heirs will be asked and whom they may ask.
fn heirs(
    running: Option<&RunningLoan>,
    signed: Precision,
    settings: &Settings,
    moment: &Moment,
) -> Vec<(String, String)> {
    let Some(running) = running else { return Vec::new() };
    let lender = settings.lenders.get(&running.contract.lender).map(|file| &file.lender);
    let insured = running.contract.terms.insurance.is_some();
    let mut rows = vec![
        ("Contrat".to_owned(), format!("signé {}", on_known_date(running.contract.signed_on, signed))),
        ("Somme prêtée".to_owned(), running.contract.terms.amount.to_string()),
    ];
    if let Some(left) = running.in_force().outstanding_on(moment.today) {
        rows.push(("Capital restant dû".to_owned(), left.to_string()));
    }
    rows.push(("Assurance".to_owned(), if insured { "au contrat" } else { "aucune au contrat" }.to_owned()));
    if let Some(lender) = lender {
        rows.push(("Banque".to_owned(), lender.name.to_string()));
        let contact = [lender.contact.as_str(), lender.phone.as_str(), lender.address.as_str()];
        let contact: Vec<&str> = contact.into_iter().filter(|part| !part.is_empty()).collect();
        rows.push(("Contact".to_owned(), contact.join(", ")));
    }
    rows.into_iter().map(|(label, value)| (spaced(&label), spaced(&value))).collect()
}
