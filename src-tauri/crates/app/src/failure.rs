//! Every refusal of the rules, the store and the papers as one French sentence and its
//! remedy, and those that several verbs give. What only one verb asks of its own field is
//! worded beside it.
//!
//! A sentence says what happened and what is safe; the remedy says what to do. A
//! kind exists only where the window or the command line acts on it.

mod from_admission;
mod from_amendment;
mod from_documents;
mod from_domain;
mod from_facts;
mod from_limits;
mod from_loan;
mod from_register;
mod from_report;
mod from_retention;
mod from_store;
mod refusals;

pub use from_admission::stopped;
pub use from_facts::{FactNames, not_with};
pub use from_limits::{LimitNames, set_aside};
pub use from_loan::{lacking, lacking_field};

pub use from_store::{megabytes, unusable_because};
pub use refusals::Refusals;
use serde::Serialize;
use ts_rs::TS;

/// What the caller does about a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// The input is refused: shown at its field.
    Refused,
    /// What was asked for no longer exists: back to the list.
    Gone,
    /// The office is locked: the lock screen.
    Locked,
    /// Not the right passphrase or code: asked again.
    WrongSecret,
    /// The office's files are damaged.
    Damaged,
    /// The office was written by a newer version.
    TooNew,
    /// The disk is full.
    DiskFull,
    /// Another program has the office open.
    Busy,
    /// Stopped by the person.
    Cancelled,
    /// A defect of the program: a short code is written in the log.
    Broken,
}

/// A refusal, worded for the adviser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Failure {
    /// What the caller does about it.
    pub kind: FailureKind,
    /// What happened and what is safe.
    pub message: String,
    /// The field of the input it is about.
    pub field: Option<String>,
    /// What to do.
    pub remedy: Option<String>,
    /// The other fields of a long form that are refused with it.
    #[serde(skip_serializing_if = "<[FieldRefusal]>::is_empty")]
    #[ts(optional, as = "Option<Vec<FieldRefusal>>")]
    pub others: Box<[FieldRefusal]>,
    #[serde(skip)]
    #[ts(skip)]
    cause: Option<String>,
}

/// What is refused of one field among several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FieldRefusal {
    /// The field of the input.
    pub field: String,
    /// What is refused, and what to do.
    pub message: String,
}

impl Failure {
    /// A failure of a kind with its sentence.
    #[must_use]
    pub fn new(kind: FailureKind, message: &str) -> Self {
        Self {
            kind,
            message: domain::words::spaced(message),
            field: None,
            remedy: None,
            others: Box::default(),
            cause: None,
        }
    }

    /// A refusal of the input.
    #[must_use]
    pub fn refused(message: &str) -> Self {
        Self::new(FailureKind::Refused, message)
    }

    /// The same failure, about a field.
    #[must_use]
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// The same failure, with what to do.
    #[must_use]
    pub fn remedy(mut self, remedy: &str) -> Self {
        self.remedy = Some(domain::words::spaced(remedy));
        self
    }

    /// The office is locked.
    #[must_use]
    pub fn locked() -> Self {
        Self::new(FailureKind::Locked, "Les dossiers sont verrouillés.").remedy("Ouvrez-les avec la phrase secrète.")
    }

    /// What was asked for is no longer there.
    #[must_use]
    pub fn gone(what: &str) -> Self {
        Self::new(FailureKind::Gone, &format!("{what} n’existe plus, peut-être à la suite d’une annulation."))
            .remedy("Revenez à la liste.")
    }

    /// No file was chosen to save to.
    #[must_use]
    pub fn no_file() -> Self {
        Self::refused("Aucun fichier n’a été choisi.").at("file")
    }

    /// A next date that is gone by.
    #[must_use]
    pub fn next_date_gone() -> Self {
        Self::refused("Cette date est passée : la prochaine date est aujourd’hui ou plus tard.")
    }

    /// The person stopped the work.
    #[must_use]
    pub fn cancelled() -> Self {
        Self::new(FailureKind::Cancelled, "Arrêté à votre demande. Rien n’a été changé.")
    }

    /// A defect of the program, known by a short code.
    #[must_use]
    pub fn broken(code: &str) -> Self {
        Self::new(FailureKind::Broken, &format!("Étrier a rencontré un défaut ({code}). Rien n’a été changé."))
            .remedy("Fermez puis rouvrez Étrier. Si cela recommence, donnez ce code au service informatique.")
    }

    /// A passphrase or code that does not open.
    #[must_use]
    pub fn wrong_secret(message: &str) -> Self {
        Self::new(FailureKind::WrongSecret, message)
    }

    /// Not yet: a wrong passphrase was typed a moment ago.
    #[must_use]
    pub fn wait(seconds: u64) -> Self {
        let unit = if seconds < 2 { "seconde" } else { "secondes" };
        Self::wrong_secret(&format!("Attendez encore {seconds} {unit} avant un nouvel essai. Rien n’est effacé."))
    }

    /// A call that no table holds.
    #[must_use]
    pub fn no_such_call(name: &str) -> Self {
        let short: String = name.chars().take(60).collect();
        Self::refused(&format!("L’appel « {short} » n’existe pas. Rien n’a été changé."))
            .remedy("« etrier-cli calls » donne la liste des appels.")
    }

    /// An input that does not have the shape of its call.
    #[must_use]
    pub fn misshapen(error: &serde_json::Error) -> Self {
        let told = error.to_string();
        let named = |start: &str| told.strip_prefix(start).and_then(|rest| rest.split('`').next());
        let message = match (named("unknown field `"), named("missing field `")) {
            (Some(field), _) => format!("Le champ « {field} » n’existe pas dans cet appel. Rien n’a été changé."),
            (_, Some(field)) => format!("Il manque le champ « {field} » à cet appel. Rien n’a été changé."),
            (None, None) => "Cet appel n’a pas la forme attendue. Rien n’a été changé.".to_owned(),
        };
        Self::refused(&message).remedy("« etrier-cli calls » donne la forme de chaque appel.")
    }

    /// An input longer than any form.
    #[must_use]
    pub fn oversized() -> Self {
        Self::refused("Cet envoi est trop long pour être un formulaire. Rien n’a été changé.")
    }
}
