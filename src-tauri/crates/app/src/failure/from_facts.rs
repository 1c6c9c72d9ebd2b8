//! Refusals of the facts of a dossier, each with its day and what to do.

use chrono::NaiveDate;
use domain::dossier::{Fact, FactKind, FactRefused, Facts};
use domain::settings::Settings;
use domain::words::{capital, long_date, of_known_date, spaced, the};

use super::Failure;

/// What a refused fact is about, as people name it.
#[derive(Clone, Copy, Debug)]
pub struct FactNames<'n> {
    /// The fact.
    pub fact: &'n Fact,
    /// Its lender; empty when it has none.
    pub lender: &'n str,
    /// The facts it is judged with.
    pub facts: &'n Facts,
}

impl<'n> FactNames<'n> {
    /// Those of a fact judged with others, its lender as the office last described it.
    #[must_use]
    pub fn of(fact: &'n Fact, facts: &'n Facts, settings: &'n Settings) -> Self {
        let lender = fact.lender().and_then(|key| settings.lenders.get(key));
        Self { fact, lender: lender.map(|file| file.lender.name.as_str()).unwrap_or_default(), facts }
    }

    /// The refusal of the fact, at the field of its form that causes it.
    #[must_use]
    pub fn refusal(&self, refused: FactRefused) -> Failure {
        if let Some(failure) = self.beside(refused) {
            return self.placed(failure, refused);
        }
        let day = long_date(self.fact.day());
        let (says, remedy) = match refused {
            FactRefused::NotSubmitted => return self.placed(not_with(self.lender, self.fact.day()), refused),
            FactRefused::NotApproved => match self.fact.lender() {
                Some(_) => (
                    format!("Le {day}, {} n’avait pas accordé ce prêt.", the(self.lender)),
                    "Notez d’abord son accord, ou choisissez une autre banque.",
                ),
                None => (
                    format!("Le {day}, aucune banque n’avait accordé ce prêt : il n’y a pas d’offre à refuser."),
                    "Si la personne ne donne pas suite, notez l’abandon de la demande.",
                ),
            },
            FactRefused::AlreadyWithThisLender => (
                format!("Ce dossier est déjà à l’étude chez {}, qui n’a pas répondu.", the(self.lender)),
                "Notez d’abord sa réponse, ou choisissez une autre banque.",
            ),
            FactRefused::NoRequest
            | FactRefused::TwoRequests
            | FactRefused::NothingToCorrect
            | FactRefused::InTheFuture
            | FactRefused::NoProject
            | FactRefused::BeforeTheRequest { .. }
            | FactRefused::NotOriented
            | FactRefused::StillWithLender
            | FactRefused::AlreadyGranted
            | FactRefused::NotSigned
            | FactRefused::NotDisbursed
            | FactRefused::AlreadySigned
            | FactRefused::AlreadyDisbursed
            | FactRefused::AlreadyClosed
            | FactRefused::NoReason
            | FactRefused::NoSolution
            | FactRefused::NothingDecided
            | FactRefused::NotRefused
            | FactRefused::NotListed
            | FactRefused::NoAppointment
            | FactRefused::NotRedirected
            | FactRefused::NoReserve
            | FactRefused::NoRefund
            | FactRefused::AlreadyEnded
            | FactRefused::TooLateToWithdraw
            | FactRefused::AlreadyTakenOver
            | FactRefused::LoanRunning
            | FactRefused::NoDocumentReason
            | FactRefused::NotNoted
            | FactRefused::NoReasonToPutOff
            | FactRefused::BeforeItsCause { .. }
            | FactRefused::LosesItsCause { .. } => return self.placed(Failure::from(refused), refused),
        };
        self.placed(Failure::refused(&says).remedy(remedy), refused)
    }

    /// What names the day of another fact, told no better than it is known.
    fn beside(&self, refused: FactRefused) -> Option<Failure> {
        let of = |kind: FactKind, on| of_known_date(on, self.facts.precision_on(on, &[kind]));
        let of_this = |kind: FactKind, on| format!("{} {}", capital(kind.with_article()), of(kind, on));
        if let FactRefused::BeforeTheRequest { received_on } = refused {
            let asked = of(FactKind::RequestReceived, received_on);
            let says = format!("La demande est {asked} : rien ne vient avant elle.");
            return Some(Failure::refused(&spaced(&says)).remedy("Corrigez cette date, ou celle de la demande."));
        }
        if let FactRefused::LosesItsCause { kind, on } = refused {
            let says = format!("{} ne tiendrait plus.", of_this(kind, on));
            let remedy = "Rien n’a été changé : corrigez-le d’abord, ou choisissez une autre date.";
            return Some(Failure::refused(&spaced(&says)).remedy(remedy));
        }
        let FactRefused::BeforeItsCause { cause, on } = refused else { return None };
        let says = format!("{} est {} : ceci ne peut pas venir avant.", capital(cause.with_article()), of(cause, on));
        Some(Failure::refused(&spaced(&says)).remedy("Corrigez l’une des deux dates."))
    }

    fn placed(&self, failure: Failure, refused: FactRefused) -> Failure {
        match refused {
            FactRefused::NoReason => failure.at("reasons"),
            FactRefused::NoSolution => failure.at("solutions"),
            FactRefused::NoProject => failure.at("project"),
            FactRefused::NoDocumentReason | FactRefused::NoReasonToPutOff => failure.at("reason"),
            FactRefused::NotSubmitted | FactRefused::AlreadyWithThisLender => failure.at("lender"),
            FactRefused::NotApproved if self.fact.lender().is_some() => failure.at("lender"),
            FactRefused::NothingToCorrect
            | FactRefused::NoRequest
            | FactRefused::TwoRequests
            | FactRefused::InTheFuture
            | FactRefused::BeforeTheRequest { .. }
            | FactRefused::NotOriented
            | FactRefused::StillWithLender
            | FactRefused::NotApproved
            | FactRefused::AlreadyGranted
            | FactRefused::NotSigned
            | FactRefused::NotDisbursed
            | FactRefused::AlreadySigned
            | FactRefused::AlreadyDisbursed
            | FactRefused::AlreadyClosed
            | FactRefused::NothingDecided
            | FactRefused::NotRefused
            | FactRefused::NotListed
            | FactRefused::NoAppointment
            | FactRefused::NotRedirected
            | FactRefused::NoReserve
            | FactRefused::NoRefund
            | FactRefused::AlreadyEnded
            | FactRefused::TooLateToWithdraw
            | FactRefused::AlreadyTakenOver
            | FactRefused::LoanRunning
            | FactRefused::NotNoted
            | FactRefused::BeforeItsCause { .. }
            | FactRefused::LosesItsCause { .. } => failure.at(date_field(self.fact.kind())),
        }
    }
}

/// The field of a form that holds the day of its fact.
fn date_field(kind: FactKind) -> &'static str {
    match kind {
        FactKind::RequestReceived => "received_on",
        FactKind::InterviewHeld => "held_on",
        FactKind::OrientationDecided => "decided_on",
        FactKind::Submitted => "sent_on",
        FactKind::SupportPlanned | FactKind::NextDateSet | FactKind::AppointmentSet => "set_on",
        FactKind::ContractSigned => "signed_on",
        FactKind::Amended => "agreed_on",
        FactKind::AgreedInPrinciple
        | FactKind::Refused
        | FactKind::Approved
        | FactKind::Disbursed
        | FactKind::Declared
        | FactKind::Withdrawn
        | FactKind::Dropped
        | FactKind::TakenOver
        | FactKind::Screened
        | FactKind::Informed
        | FactKind::DocumentNoted
        | FactKind::SessionListed
        | FactKind::SessionHeard
        | FactKind::RefusalExplained
        | FactKind::Reviewed
        | FactKind::Noted
        | FactKind::SurveyAnswered
        | FactKind::BankDetailsReceived
        | FactKind::RefundDecided
        | FactKind::Closed => "on",
    }
}

impl From<FactRefused> for Failure {
    fn from(refused: FactRefused) -> Self {
        let told = |says: &str, remedy: &str| Self::refused(says).remedy(remedy);
        match refused {
            FactRefused::InTheFuture => Self::refused("Cette date est à venir : on note ce qui a eu lieu."),
            FactRefused::NoProject => Self::refused("Le projet manque : deux mots suffisent."),
            FactRefused::NoReason => {
                told("Le motif du refus manque.", "S’il n’est pas connu, choisissez « Motif non communiqué ».")
            }
            FactRefused::NoSolution => told(
                "Une réorientation dit vers quoi.",
                "Choisissez au moins une solution, ou « Aucune solution trouvée ».",
            ),
            FactRefused::NoRequest | FactRefused::TwoRequests | FactRefused::NothingToCorrect => {
                told("Ce fait a été corrigé entre-temps. Rien n’a été changé.", "Rouvrez le dossier.")
            }
            FactRefused::BeforeTheRequest { received_on } => {
                let says = format!("La demande est du {} : rien ne vient avant elle.", long_date(received_on));
                told(&says, "Corrigez cette date, ou celle de la demande.")
            }
            FactRefused::BeforeItsCause { cause, on } => before_its_cause(cause, on),
            FactRefused::LosesItsCause { kind, on } => {
                let says = format!("{} du {} ne tiendrait plus.", capital(kind.with_article()), long_date(on));
                told(&says, "Rien n’a été changé : corrigez-le d’abord, ou choisissez une autre date.")
            }
            FactRefused::NotOriented | FactRefused::NotSubmitted | FactRefused::StillWithLender => awaiting(refused),
            FactRefused::AlreadyWithThisLender => {
                told("Cette banque a déjà ce dossier et n’a pas répondu.", "Notez d’abord sa réponse.")
            }
            FactRefused::NotApproved => {
                told("Aucune banque n’avait accordé ce prêt à cette date.", "Notez d’abord l’accord.")
            }
            FactRefused::AlreadyGranted => {
                told("Une banque a accordé ce prêt.", "Si la personne n’en veut plus, notez qu’elle renonce à l’offre.")
            }
            FactRefused::NotSigned => {
                told("Le contrat n’était pas signé à cette date.", "Notez d’abord la signature du contrat.")
            }
            FactRefused::NotDisbursed => {
                told("Les fonds n’étaient pas versés à cette date.", "Notez d’abord le versement.")
            }
            FactRefused::AlreadySigned => {
                told("Le contrat est déjà signé.", "S’il y a une erreur, corrigez la signature.")
            }
            FactRefused::AlreadyDisbursed => {
                told("Les fonds sont déjà versés.", "S’il y a une erreur, corrigez le versement.")
            }
            FactRefused::NothingDecided => {
                told("Rien n’était décidé à cette date.", "Notez d’abord la décision, puis qui l’a annoncée.")
            }
            FactRefused::NotRefused => {
                told("Cette banque n’avait pas refusé à cette date.", "Notez d’abord son refus.")
            }
            FactRefused::NotListed => {
                told("Ce dossier n’est pas inscrit à cette séance.", "Inscrivez-le d’abord à son ordre du jour.")
            }
            FactRefused::NoAppointment => {
                told("Aucun rendez-vous n’était fixé à cette date.", "Vérifiez la date, ou notez un entretien.")
            }
            FactRefused::NotRedirected => told(
                "La personne n’a été ni réorientée ni refusée, et n’a pas abandonné.",
                "Notez d’abord ce qui a été décidé.",
            ),
            FactRefused::NoReserve => told(
                "Aucune réserve du CCAS n’était à lever à cette date.",
                "Elle se pose avec la décision ; si elle est déjà levée, il n’y a plus rien à noter.",
            ),
            FactRefused::NoRefund => {
                told("Aucun remboursement n’a été accordé.", "Notez d’abord la décision de rembourser.")
            }
            FactRefused::AlreadyEnded => told(
                "C’est déjà noté dans ce dossier.",
                "S’il y a une erreur, corrigez ce qui est noté, dans le journal du dossier.",
            ),
            FactRefused::TooLateToWithdraw => told(
                "Le prêt est déjà fini : il n’y a plus d’offre à refuser.",
                "Si une date est fausse, corrigez ce qui est noté, dans le journal du dossier.",
            ),
            FactRefused::AlreadyTakenOver => told(
                "Ce dossier est déjà repris.",
                "S’il y a une erreur, corrigez la reprise, dans le journal du dossier.",
            ),
            FactRefused::LoanRunning => told(
                "Le prêt court encore : le dossier ne peut pas être clos pour cette cause.",
                "Notez d’abord la fin du prêt, la déchéance du terme, l’appel en garantie ou le décès.",
            ),
            FactRefused::NoDocumentReason => {
                told("Il manque la raison.", "Dites en deux mots ce qui ne va pas, ou pourquoi la pièce n’est pas là.")
            }
            FactRefused::NotNoted => Self::broken("événement"),
            FactRefused::NoReasonToPutOff => {
                told("Une tâche se remet à une date, avec sa raison.", "Donnez la date et la raison.")
            }
            FactRefused::AlreadyClosed => told(
                "Ce dossier était clos à cette date.",
                "Pour le reprendre, décidez d’abord d’une nouvelle orientation.",
            ),
        }
    }
}

/// A lender that does not have the dossier on a day.
pub fn not_with(lender: &str, on: NaiveDate) -> Failure {
    Failure::refused(&format!("Le {}, ce dossier n’était pas à l’étude chez {}.", long_date(on), the(lender)))
        .remedy("Notez d’abord sa transmission à cette banque, ou choisissez une autre banque.")
}

fn awaiting(refused: FactRefused) -> Failure {
    if refused == FactRefused::StillWithLender {
        return Failure::refused("Une banque étudie ce dossier et n’a pas répondu.")
            .remedy("Notez d’abord sa réponse, ou l’abandon de la demande.");
    }
    if refused == FactRefused::NotOriented {
        return Failure::refused("Le CCAS n’avait pas décidé de transmettre ce dossier à cette date.")
            .remedy("Notez d’abord cette décision.");
    }
    Failure::refused("Ce dossier n’était pas à l’étude chez cette banque à cette date.")
        .remedy("Notez d’abord sa transmission.")
}

fn before_its_cause(cause: FactKind, on: NaiveDate) -> Failure {
    let says = format!("{} est du {} : ceci ne peut pas venir avant.", capital(cause.with_article()), long_date(on));
    Failure::refused(&says).remedy("Corrigez l’une des deux dates.")
}
