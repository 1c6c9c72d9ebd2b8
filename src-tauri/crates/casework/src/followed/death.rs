//! A borrower's death: letters and calls stop at once, and what the heirs will ask is on one sheet.
//!
//! The State's guarantee ends, the insurance is checked, the heirs remain bound (*Un coup de pouce pour le microcrédit
//! personnel*, la fin du prêt).

use domain::dossier::{Closing, Dossier, DossierId, EndKind, Event, Fact, Noted, Precision, RunningLoan};
use domain::line::Line;
use domain::money::Euros;
use domain::settings::{Guarantor, ListKey, Settings};
use domain::words::{Voice, long_date, on_known_date, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::events::{day, done};
use super::put;
use super::view::{FollowedView, follow_up_room};
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

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
            let subject = subject.map(ListKey::new);
            Fact::Noted(Noted { subject, note: note.clone(), ..Noted::of(on, event) })
        };
        let mut facts = Vec::new();
        if dossier.facts.course().died_on.is_none() {
            facts.push(noted(Event::Death, None, &note));
        }
        if !insurance.is_empty() {
            facts.push(noted(Event::SupportAction, Some("insurance_check"), &insurance));
        }
        if input.close == "yes" {
            let outcome = ListKey::new("death");
            facts.push(Fact::Closed(Closing { on, outcome, kind: EndKind::Died, note }));
        }
        if facts.is_empty() {
            return Err(Failure::refused("Dites ce que la banque répond de l’assurance.").at("insurance"));
        }
        for fact in &facts {
            put(writer, id, fact, &settings, moment)?;
        }
        let whose = dossier.borrowers().voice().pick("Décès noté", "Décès d’un des deux emprunteurs noté");
        Ok(done(id, &format!("{whose}, {}.", dossier.person.display_name()), "event"))
    })?;
    follow_up_room(desk, OneDossier { dossier: id }, moment)
}

/// What is to be known after a death; nothing otherwise.
pub(super) fn death(dossier: &Dossier, settings: &Settings) -> Option<DeathView> {
    let told = after_death(dossier, settings)?;
    let mut lines = vec!["Lettres et appels sont arrêtés ; aucune tâche ne vise plus la personne.".to_owned()];
    lines.extend(told.guarantee_ended.clone());
    let checked = told.insurance_checked;
    let insurance =
        if checked { "L’assurance a été vérifiée." } else { "L’assurance est à vérifier avec la banque." };
    lines.push(insurance.to_owned());
    lines.push(HEIRS_STAY.to_owned());
    let heirs = told.contract.into_iter().chain(told.bank);
    Some(DeathView {
        sentence: spaced(&format!("Décès noté le {}.", long_date(told.on))),
        lines: lines.iter().map(|line| spaced(line)).collect(),
        insurance_checked: checked,
        heirs: heirs.map(|(label, value)| (spaced(&label), spaced(&value))).collect(),
        closed: dossier.facts.course().closed.is_some(),
    })
}

const HEIRS_STAY: &str = "Les héritiers restent tenus du prêt, sauf assurance ou renonciation à la succession.";

/// What a death leaves: what the room and the sheet for the heirs say.
pub struct AfterDeath {
    /// The day it was noted.
    pub(crate) on: chrono::NaiveDate,
    /// Whether the insurance was checked.
    pub(crate) insurance_checked: bool,
    /// That the State no longer guarantees the loan, where it did.
    guarantee_ended: Option<String>,
    /// The contract: a label and its value.
    pub contract: Vec<(String, String)>,
    /// The bank and whom to ask there.
    pub bank: Vec<(String, String)>,
    /// What has stopped, a sentence each.
    pub stopped: Vec<String>,
    /// What to ask, a sentence each.
    pub to_check: Vec<String>,
}

/// What a death leaves; nothing while none is noted.
pub fn after_death(dossier: &Dossier, settings: &Settings) -> Option<AfterDeath> {
    let course = dossier.facts.course();
    let on = course.died_on?;
    let running = dossier.running_loan();
    let rules = settings.at(on);
    let product = dossier.loan_product(&rules).and_then(|key| rules.product(key));
    let due = dossier.still_due(on).ok().flatten().map(|due| due.principal);
    let state = product.is_none_or(|product| product.value.guarantor == Some(Guarantor::Fcs));
    let ended = state.then(|| "La garantie de l’État prend fin avec le décès.".to_owned());
    let mut stopped = vec!["Les lettres et les appels du CCAS.".to_owned(), "Le suivi du prêt.".to_owned()];
    stopped.extend(ended.clone());
    let insured = running.as_ref().is_some_and(|running| running.contract.terms.insurance.is_some());
    let checked = insurance_check(dossier);
    let insurance = match (checked.as_deref(), insured) {
        (Some(found), _) if !found.is_empty() => format!("L’assurance : {found}."),
        (_, true) => "L’assurance du contrat couvre-t-elle le décès, et pour quelle part ?".to_owned(),
        (_, false) => "Le contrat n’a pas d’assurance : une autre couvre-t-elle ce prêt ?".to_owned(),
    };
    let together = dossier.borrowers().voice() == Voice::Together;
    let other = together.then(|| "Ce que doit désormais l’autre emprunteur, selon le contrat.".to_owned());
    let to_check = vec![
        insurance,
        "Le décompte exact de ce qui reste dû au jour du décès, et si les prélèvements continuent.".to_owned(),
        format!("Au notaire : la succession est-elle acceptée ? {HEIRS_STAY}"),
    ];
    Some(AfterDeath {
        on,
        insurance_checked: checked.is_some(),
        guarantee_ended: ended,
        contract: running
            .as_ref()
            .map(|running| contract(running, dossier.loan_precisions().0, due))
            .unwrap_or_default(),
        bank: running.as_ref().map(|running| bank(running, settings)).unwrap_or_default(),
        stopped,
        to_check: to_check.into_iter().chain(other).collect(),
    })
}

/// What was found of the insurance; nothing while it was not checked.
fn insurance_check(dossier: &Dossier) -> Option<String> {
    let is_check = |key: &ListKey| key.as_str() == "insurance_check";
    let actions = dossier.facts.noted(Event::SupportAction);
    actions.filter(|noted| noted.subject.as_ref().is_some_and(is_check)).last().map(|noted| noted.note.to_string())
}

fn contract(running: &RunningLoan, signed: Precision, due: Option<Euros>) -> Vec<(String, String)> {
    let terms = &running.contract.terms;
    let mut rows = vec![
        ("Contrat".to_owned(), format!("signé {}", on_known_date(running.contract.signed_on, signed))),
        ("Somme prêtée".to_owned(), terms.amount.to_string()),
    ];
    if let Some(due) = due {
        rows.push(("Capital restant dû au jour du décès".to_owned(), due.to_string()));
    }
    let insured = if terms.insurance.is_some() { "au contrat" } else { "aucune au contrat" };
    rows.push(("Assurance".to_owned(), insured.to_owned()));
    rows
}

/// The bank and whom the heirs may ask there.
fn bank(running: &RunningLoan, settings: &Settings) -> Vec<(String, String)> {
    let Some(file) = settings.lenders.get(&running.contract.lender) else { return Vec::new() };
    let lender = &file.lender;
    let contact = [lender.contact.as_str(), lender.phone.as_str(), lender.address.as_str()];
    let contact: Vec<&str> = contact.into_iter().filter(|part| !part.is_empty()).collect();
    let mut rows = vec![("Banque".to_owned(), lender.name.to_string())];
    if !contact.is_empty() {
        rows.push(("Contact".to_owned(), contact.join(", ")));
    }
    rows
}
