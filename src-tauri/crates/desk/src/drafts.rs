//! What is typed and not yet recorded: kept in the vault, outside history and undo.

use chrono::SecondsFormat;
use domain::dossier::DossierId;
use domain::words::{Labelled, Word};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use crate::caller::Moment;
use crate::dossiers::RoomKey;
use crate::failure::Failure;
use crate::office::{Desk, Nothing};

/// The longest draft, in bytes: far beyond any form.
const LONGEST: usize = 65_536;

domain::vocabulary! {
    /// The forms that keep drafts.
    #[derive(TS)]
    pub enum FormKey {
        NewRequest => "new_request", "Nouvelle demande";
        Person => "person", "Personne";
        CoBorrower => "co_borrower", "Co-emprunteur";
        Companion => "companion", "Accompagnants";
        Request => "request", "Demande";
        Member => "member", "Foyer";
        BudgetLine => "budget_line", "Budget";
        Statement => "statement", "Relevés de compte";
        Project => "project", "Projet";
        Quote => "quote", "Devis";
        Expense => "expense", "Dépense du projet";
        Aid => "aid", "Aide";
        Simulation => "simulation", "Simulation";
        LenderChoice => "lender_choice", "Choix de la banque";
        Criterion => "criterion", "Critère";
        Assessment => "assessment", "Évaluation";
        WatchPoint => "watch_point", "Point de vigilance";
        CheckPassedOver => "check_passed_over", "Passer outre à une vérification";
        Interview => "interview", "Entretien";
        Orientation => "orientation", "Décision du CCAS";
        Submission => "submission", "Transmission à la banque";
        LenderAnswer => "lender_answer", "Réponse de la banque";
        LendingEvent => "lending_event", "Avec la banque";
        Contract => "contract", "Contrat";
        Disbursement => "disbursement", "Versement";
        Stop => "stop", "Abandon ou rétractation";
        Support => "support", "Plan d’accompagnement";
        Amendment => "amendment", "Changement de l’échéancier";
        Declaration => "declaration", "Paiements déclarés";
        Document => "document", "Pièce justificative";
        Review => "review", "Point de suivi";
        ArrearsCall => "arrears_call", "Appel après un impayé";
        FollowUpEvent => "follow_up_event", "Événement du suivi";
        Correction => "correction", "Correction";
        Entry => "entry", "Correction";
        Screening => "screening", "Premier appel";
        Contact => "contact", "Échange";
        Appointment => "appointment", "Rendez-vous";
        WorkTime => "work_time", "Temps passé";
        Hearing => "hearing", "Décision d’une séance";
    }
}

impl FormKey {
    /// The room of a dossier it is filled in.
    fn room(self) -> RoomKey {
        match self {
            Self::NewRequest
            | Self::Person
            | Self::CoBorrower
            | Self::Companion
            | Self::Request
            | Self::Member
            | Self::Screening => RoomKey::Person,
            Self::BudgetLine | Self::Statement => RoomKey::Budget,
            Self::Project | Self::Quote | Self::Expense | Self::Aid => RoomKey::Project,
            Self::Simulation | Self::LenderChoice => RoomKey::Simulation,
            Self::Criterion | Self::Assessment | Self::WatchPoint | Self::CheckPassedOver => RoomKey::Assessment,
            Self::Interview
            | Self::Orientation
            | Self::Submission
            | Self::LenderAnswer
            | Self::LendingEvent
            | Self::Contract
            | Self::Disbursement
            | Self::Stop
            | Self::Support
            | Self::Hearing
            | Self::Correction => RoomKey::Decisions,
            Self::Amendment | Self::Declaration => RoomKey::Loan,
            Self::Document => RoomKey::Attachments,
            Self::Review | Self::ArrearsCall | Self::FollowUpEvent => RoomKey::FollowUp,
            Self::Entry | Self::Contact | Self::Appointment | Self::WorkTime => RoomKey::Journal,
        }
    }
}

/// Which form.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneForm {
    /// Its dossier, if it has one.
    #[ts(type = "number | null")]
    pub dossier: Option<DossierId>,
    /// The form.
    pub form: FormKey,
}

/// A form as it is being typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedForm {
    /// Its dossier, if it has one.
    #[ts(type = "number | null")]
    pub dossier: Option<DossierId>,
    /// The form.
    pub form: FormKey,
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
    /// The form.
    pub form: FormKey,
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
        let mut drafts = Vec::new();
        for row in reader.drafts()? {
            // A form of an earlier version that no screen opens any more is not offered.
            if let Some(form) = FormKey::from_key(&row.form) {
                drafts.push(left(reader, form, &row)?);
            }
        }
        Ok(Drafts { drafts })
    })
}

/// Finds what was typed in a form.
pub fn draft(desk: &mut Desk, input: OneForm, _: &Moment) -> Result<Draft, Failure> {
    let row = desk.read(|reader| Ok(reader.draft(input.dossier, input.form.key())?))?;
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
    let form = input.form.key();
    desk.vault_mut()?.aside(|writer| -> Result<(), Failure> {
        Ok(writer.keep_draft(input.dossier, form, &input.body, moment.now)?)
    })?;
    Ok(Nothing {})
}

/// Drops what was typed.
pub fn drop_draft(desk: &mut Desk, input: OneForm, _: &Moment) -> Result<Nothing, Failure> {
    let form = input.form.key();
    desk.vault_mut()?.aside(|writer| -> Result<(), Failure> { Ok(writer.drop_draft(input.dossier, form)?) })?;
    Ok(Nothing {})
}

fn left(reader: &Reader<'_>, form: FormKey, row: &store::Draft) -> Result<LeftForm, Failure> {
    let title = match row.dossier {
        Some(dossier) => {
            let name = crate::dossiers::found(reader, dossier)?.person.display_name();
            format!("{}, {name}", form.label())
        }
        None => form.label().to_owned(),
    };
    Ok(LeftForm { dossier: row.dossier, form, room: form.room(), title, kept_at: kept_at(row) })
}

fn kept_at(row: &store::Draft) -> String {
    row.kept_at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
