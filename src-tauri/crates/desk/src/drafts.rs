//! What is typed and not yet recorded: kept in the vault, outside history and undo.

use chrono::SecondsFormat;
use domain::dossier::DossierId;
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use crate::caller::Moment;
use crate::dossiers::RoomKey;
use crate::failure::Failure;
use crate::office::{Desk, Nothing};

/// The longest draft, in bytes: far beyond any form.
const LONGEST: usize = 65_536;

/// The forms that keep drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FormKey {
    /// Nouvelle demande.
    NewRequest,
    /// A field of the person.
    Person,
    /// A field of who borrows with the person.
    CoBorrower,
    /// Someone who accompanies the person.
    Companion,
    /// A field of the request.
    Request,
    /// A line of the household.
    Member,
    /// A line of the budget.
    BudgetLine,
    /// What the statements of an account say.
    Statement,
    /// A field of the project.
    Project,
    /// A quote.
    Quote,
    /// A line of the cost.
    Expense,
    /// An aid.
    Aid,
    /// A field of the simulation.
    Simulation,
    /// The person's choice of a lender.
    LenderChoice,
    /// A criterion of the assessment.
    Criterion,
    /// A field of the assessment.
    Assessment,
    /// A watch point.
    WatchPoint,
    /// The reason for passing over a check.
    CheckPassedOver,
    /// An interview or a call.
    Interview,
    /// The office's decision.
    Orientation,
    /// A sending to a lender.
    Submission,
    /// A lender's answer.
    LenderAnswer,
    /// What passed with a lender.
    LendingEvent,
    /// The signature of the contract.
    Contract,
    /// The release of the funds.
    Disbursement,
    /// The person stops.
    Stop,
    /// The support plan.
    Support,
    /// A change of the running loan.
    Amendment,
    /// What is said of instalments.
    Declaration,
    /// A supporting document.
    Document,
    /// A point of the follow-up.
    Review,
    /// A call after a missed instalment.
    ArrearsCall,
    /// What happens while the loan runs.
    FollowUpEvent,
    /// A fact being corrected.
    Correction,
    /// A fact being corrected in its story.
    Entry,
    /// The grid of a call, noted or corrected.
    Screening,
    /// An exchange noted in the story.
    Contact,
    /// An appointment.
    Appointment,
    /// Time spent.
    WorkTime,
    /// What a session says of a dossier.
    Hearing,
}

impl FormKey {
    /// Every form.
    const ALL: [Self; 40] = [
        Self::NewRequest,
        Self::Person,
        Self::CoBorrower,
        Self::Companion,
        Self::Request,
        Self::Member,
        Self::BudgetLine,
        Self::Statement,
        Self::Project,
        Self::Quote,
        Self::Expense,
        Self::Aid,
        Self::Simulation,
        Self::LenderChoice,
        Self::Criterion,
        Self::Assessment,
        Self::WatchPoint,
        Self::CheckPassedOver,
        Self::Interview,
        Self::Orientation,
        Self::Submission,
        Self::LenderAnswer,
        Self::LendingEvent,
        Self::Contract,
        Self::Disbursement,
        Self::Stop,
        Self::Support,
        Self::Amendment,
        Self::Declaration,
        Self::Document,
        Self::Review,
        Self::ArrearsCall,
        Self::FollowUpEvent,
        Self::Correction,
        Self::Entry,
        Self::Screening,
        Self::Contact,
        Self::Appointment,
        Self::WorkTime,
        Self::Hearing,
    ];

    fn title(self) -> &'static str {
        match self {
            Self::NewRequest => "Nouvelle demande",
            Self::Person => "Personne",
            Self::CoBorrower => "Co-emprunteur",
            Self::Companion => "Accompagnants",
            Self::Request => "Demande",
            Self::Member => "Foyer",
            Self::BudgetLine => "Budget",
            Self::Statement => "Relevés de compte",
            Self::Project => "Projet",
            Self::Quote => "Devis",
            Self::Expense => "Dépense du projet",
            Self::Aid => "Aide",
            Self::Simulation => "Simulation",
            Self::LenderChoice => "Choix de la banque",
            Self::Criterion => "Critère",
            Self::Assessment => "Évaluation",
            Self::WatchPoint => "Point de vigilance",
            Self::CheckPassedOver => "Passer outre à une vérification",
            Self::Interview => "Entretien",
            Self::Orientation => "Décision du CCAS",
            Self::Submission => "Transmission à la banque",
            Self::LenderAnswer => "Réponse de la banque",
            Self::LendingEvent => "Avec la banque",
            Self::Contract => "Contrat",
            Self::Disbursement => "Versement",
            Self::Stop => "Abandon ou rétractation",
            Self::Support => "Plan d’accompagnement",
            Self::Amendment => "Changement de l’échéancier",
            Self::Declaration => "Paiements déclarés",
            Self::Document => "Pièce justificative",
            Self::Review => "Point de suivi",
            Self::ArrearsCall => "Appel après un impayé",
            Self::FollowUpEvent => "Événement du suivi",
            Self::Correction | Self::Entry => "Correction",
            Self::Screening => "Premier appel",
            Self::Contact => "Échange",
            Self::Appointment => "Rendez-vous",
            Self::WorkTime => "Temps passé",
            Self::Hearing => "Décision d’une séance",
        }
    }

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

    /// Its name in the store.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::NewRequest => "new_request",
            Self::Person => "person",
            Self::CoBorrower => "co_borrower",
            Self::Companion => "companion",
            Self::Request => "request",
            Self::Member => "member",
            Self::BudgetLine => "budget_line",
            Self::Statement => "statement",
            Self::Project => "project",
            Self::Quote => "quote",
            Self::Expense => "expense",
            Self::Aid => "aid",
            Self::Simulation => "simulation",
            Self::LenderChoice => "lender_choice",
            Self::Criterion => "criterion",
            Self::Assessment => "assessment",
            Self::WatchPoint => "watch_point",
            Self::CheckPassedOver => "check_passed_over",
            Self::Interview => "interview",
            Self::Orientation => "orientation",
            Self::Submission => "submission",
            Self::LenderAnswer => "lender_answer",
            Self::LendingEvent => "lending_event",
            Self::Contract => "contract",
            Self::Disbursement => "disbursement",
            Self::Stop => "stop",
            Self::Support => "support",
            Self::Amendment => "amendment",
            Self::Declaration => "declaration",
            Self::Document => "document",
            Self::Review => "review",
            Self::ArrearsCall => "arrears_call",
            Self::FollowUpEvent => "follow_up_event",
            Self::Correction => "correction",
            Self::Entry => "entry",
            Self::Screening => "screening",
            Self::Contact => "contact",
            Self::Appointment => "appointment",
            Self::WorkTime => "work_time",
            Self::Hearing => "hearing",
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
            if let Some(form) = FormKey::ALL.into_iter().find(|form| form.key() == row.form) {
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
            format!("{}, {name}", form.title())
        }
        None => form.title().to_owned(),
    };
    Ok(LeftForm { dossier: row.dossier, form, room: form.room(), title, kept_at: kept_at(row) })
}

fn kept_at(row: &store::Draft) -> String {
    row.kept_at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
