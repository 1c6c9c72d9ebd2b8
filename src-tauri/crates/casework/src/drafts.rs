//! What is typed and not yet recorded: kept in the vault, outside history and undo.

use chrono::SecondsFormat;
use domain::dossier::DossierId;
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use crate::dossiers::RoomKey;
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;

/// The longest draft, in bytes: far beyond any form.
const LONGEST: usize = 65_536;
/// The longest name of a form, in bytes.
const LONGEST_NAME: usize = 120;

/// The forms that are offered again from the list of dossiers: name, title, room it is filled in. Any other is found
/// again where it is filled in.
const FORMS: &[(&str, &str, RoomKey)] = &[
    ("new_request", "Nouvelle demande", RoomKey::Person),
    ("person", "Personne", RoomKey::Person),
    ("co_borrower", "Co-emprunteur", RoomKey::Person),
    ("companion", "Accompagnants", RoomKey::Person),
    ("request", "Demande", RoomKey::Person),
    ("member", "Foyer", RoomKey::Person),
    ("budget_line", "Budget", RoomKey::Budget),
    ("statement", "Relevés de compte", RoomKey::Budget),
    ("project", "Projet", RoomKey::Project),
    ("quote", "Devis", RoomKey::Project),
    ("expense", "Dépense du projet", RoomKey::Project),
    ("aid", "Aide", RoomKey::Project),
    ("simulation", "Simulation", RoomKey::Simulation),
    ("lender_choice", "Choix de la banque", RoomKey::Simulation),
    ("criterion", "Critère", RoomKey::Assessment),
    ("assessment", "Évaluation", RoomKey::Assessment),
    ("watch_point", "Point de vigilance", RoomKey::Assessment),
    ("check_passed_over", "Passer outre à une vérification", RoomKey::Assessment),
    ("interview", "Entretien", RoomKey::Decisions),
    ("orientation", "Décision du CCAS", RoomKey::Decisions),
    ("submission", "Transmission à la banque", RoomKey::Decisions),
    ("lender_answer", "Réponse de la banque", RoomKey::Decisions),
    ("lending_event", "Avec la banque", RoomKey::Decisions),
    ("contract", "Contrat", RoomKey::Decisions),
    ("loan_contract", "Contrat", RoomKey::Loan),
    ("loan_paid", "Versement", RoomKey::Loan),
    ("disbursement", "Versement", RoomKey::Decisions),
    ("stop", "Abandon ou rétractation", RoomKey::Decisions),
    ("support", "Plan d’accompagnement", RoomKey::Decisions),
    ("amendment", "Changement de l’échéancier", RoomKey::Loan),
    ("declaration", "Paiements déclarés", RoomKey::Loan),
    ("early", "Remboursement anticipé", RoomKey::Loan),
    ("settle", "Fin du prêt", RoomKey::Loan),
    ("document", "Pièce justificative", RoomKey::Attachments),
    ("review", "Point de suivi", RoomKey::Loan),
    ("arrears_call", "Appel après un impayé", RoomKey::Loan),
    ("follow_up_event", "Événement du suivi", RoomKey::Loan),
    ("death", "Décès", RoomKey::Loan),
    ("refund", "Remboursement des intérêts", RoomKey::Loan),
    ("survey", "Questionnaire", RoomKey::Loan),
    ("closing", "Clôture", RoomKey::Loan),
    ("next_project", "Projet suivant", RoomKey::Loan),
    ("correction", "Correction", RoomKey::Decisions),
    ("entry", "Correction", RoomKey::Journal),
    ("screening", "Premier appel", RoomKey::Person),
    ("contact", "Échange", RoomKey::Journal),
    ("appointment", "Rendez-vous", RoomKey::Journal),
    ("work_time", "Temps passé", RoomKey::Journal),
    ("hearing", "Décision d’une séance", RoomKey::Decisions),
];

/// Which form.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneForm {
    /// Its dossier, if it has one.
    #[ts(type = "number | null")]
    pub dossier: Option<DossierId>,
    /// The name of the form, and after a colon which one of several: `hearing:7`.
    pub form: String,
}

/// A form as it is being typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedForm {
    /// Its dossier, if it has one.
    #[ts(type = "number | null")]
    pub dossier: Option<DossierId>,
    /// The name of the form, and after a colon which one of several: `hearing:7`.
    pub form: String,
    /// What it holds, as the window writes it.
    pub body: String,
}

/// What was typed in a form and not yet recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Draft {
    /// What it held, as the window wrote it; absent when there is none.
    pub body: Option<String>,
    /// When it was kept, in UTC.
    pub kept_at: Option<String>,
}

/// One form left in the middle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LeftForm {
    /// Its dossier, if it has one.
    #[ts(type = "number | null")]
    pub dossier: Option<DossierId>,
    /// The name of the form.
    pub form: String,
    /// The room it is filled in.
    pub room: RoomKey,
    /// Which form it is, in words: `Budget, Sonia Delmas`.
    pub title: String,
    /// When it was kept, in UTC.
    pub kept_at: String,
}

/// The forms left in the middle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Drafts {
    /// Newest first.
    pub drafts: Vec<LeftForm>,
}

/// Lists the forms left in the middle.
pub fn drafts(desk: &mut Desk, _: Nothing, _: &Moment) -> Result<Drafts, Failure> {
    desk.read(|reader| {
        let rows = reader.drafts()?;
        let drafts = rows.iter().filter_map(|row| left(reader, row).transpose()).collect::<Result<Vec<_>, _>>()?;
        Ok(Drafts { drafts })
    })
}

/// Finds what was typed in a form.
pub fn draft(desk: &mut Desk, input: OneForm, _: &Moment) -> Result<Draft, Failure> {
    let row = desk.read(|reader| Ok(reader.draft(input.dossier, &input.form)?))?;
    Ok(Draft { kept_at: row.as_ref().map(kept_at), body: row.map(|row| row.body) })
}

/// Keeps what is being typed.
pub fn keep_draft(desk: &mut Desk, input: TypedForm, moment: &Moment) -> Result<Nothing, Failure> {
    if input.body.len() > LONGEST {
        return Err(Failure::oversized());
    }
    if let Some(dossier) = input.dossier {
        desk.read(|reader| crate::dossiers::found(reader, dossier))?;
    }
    if input.form.is_empty() || input.form.len() > LONGEST_NAME || !input.form.bytes().all(|at| at.is_ascii_graphic()) {
        return Err(Failure::refused("Ce formulaire n’a pas un nom de formulaire. Rien n’a été changé.").at("form"));
    }
    desk.vault_mut()?.aside(|writer| -> Result<(), Failure> {
        Ok(writer.keep_draft(input.dossier, &input.form, &input.body, moment.now)?)
    })?;
    Ok(Nothing {})
}

/// Drops what was typed.
pub fn drop_draft(desk: &mut Desk, input: OneForm, _: &Moment) -> Result<Nothing, Failure> {
    let (dossier, form) = (input.dossier, &input.form);
    desk.vault_mut()?.aside(|writer| -> Result<(), Failure> { Ok(writer.drop_draft(dossier, form)?) })?;
    Ok(Nothing {})
}

/// Which of them several share a name, its title and its room are one.
fn left(reader: &Reader<'_>, row: &store::Draft) -> Result<Option<LeftForm>, Failure> {
    let name = row.form.split(':').next();
    let Some((_, title, room)) = FORMS.iter().find(|(form, ..)| Some(*form) == name) else { return Ok(None) };
    let title = match row.dossier {
        Some(dossier) => format!("{title}, {}", crate::dossiers::found(reader, dossier)?.person.display_name()),
        None => (*title).to_owned(),
    };
    Ok(Some(LeftForm { dossier: row.dossier, form: row.form.clone(), room: *room, title, kept_at: kept_at(row) }))
}

fn kept_at(row: &store::Draft) -> String {
    row.kept_at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
