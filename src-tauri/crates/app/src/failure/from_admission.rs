//! Refusals of a fact that may not stand in a dossier: agreements, limits, checks, the days of the law.

use chrono::NaiveDate;
use domain::dossier::{AdmissionRefused, Obstructed, WithdrawalPeriod};
use domain::eligibility::{CheckResult, CheckState, GatedAct, Obstacle};
use domain::settings::Settings;
use domain::words::{long_date, lowered};

use super::Failure;
use super::from_facts::FactNames;
use super::from_limits::LimitNames;
use super::from_loan::{lacking, lacking_field};

impl FactNames<'_> {
    /// The refusal of the fact by any rule, at the field of its form that causes it.
    #[must_use]
    pub fn not_admitted(&self, refused: AdmissionRefused<'_>, settings: &Settings) -> Failure {
        match refused {
            AdmissionRefused::Facts(refused) => self.refusal(refused),
            AdmissionRefused::TooLarge(refused) => refused.into(),
            AdmissionRefused::UnknownLender => Failure::broken("banque"),
            AdmissionRefused::NoAgreement { lender, on } => {
                Failure::refused(&format!("{} n’a pas de convention le {}.", lender.name, long_date(on)))
                    .remedy("Saisissez sa convention dans les réglages, ou choisissez une autre banque.")
                    .at("lender")
            }
            AdmissionRefused::AnswerBeforeSending => {
                Failure::refused("La réponse serait attendue avant la transmission.").at("expected_on")
            }
            AdmissionRefused::Obstructed(obstructed) => not_sent(&obstructed, settings),
            AdmissionRefused::Limit(beyond) => {
                LimitNames::of(&beyond.asked, &settings.at(beyond.on)).refusal(beyond.passed)
            }
            AdmissionRefused::Stopped(act, result) => stopped(&result).at(field(act)),
            AdmissionRefused::NotStudied => {
                Failure::refused("Le plan d’accompagnement se fixe une fois la demande étudiée.")
                    .remedy("Notez d’abord un entretien, ou commencez le budget.")
                    .at("level")
            }
            AdmissionRefused::MoreThanSigned(signed) => {
                Failure::refused(&format!("Le contrat porte sur {signed} : on ne verse pas davantage."))
                    .remedy("Corrigez le montant, ou le contrat.")
                    .at("amount")
            }
            AdmissionRefused::PaidTooEarly(period) => paid_too_early(&period).at("on"),
            AdmissionRefused::PlannedTooEarly(period) => paid_too_early(&period).at("disbursed_on"),
            AdmissionRefused::WithdrawnTooLate(period) => withdrawn_too_late(&period),
            AdmissionRefused::ClosedThatDay(on) => closed_that_day(on),
        }
    }
}

/// A check in the way, in its own words: what is not met, or the rule that waits for an answer.
pub fn stopped(result: &CheckResult<'_>) -> Failure {
    let told = match result.state {
        CheckState::NotMet => result.sentence(),
        CheckState::ToVerify | CheckState::Met | CheckState::NotApplicable => result.check.rule.as_str(),
    };
    let refused = Failure::refused(told);
    match &result.check.remedy {
        Some(remedy) => refused.remedy(remedy),
        None => refused,
    }
}

/// The field of the form whose act a check stops.
fn field(act: GatedAct) -> &'static str {
    match act {
        GatedAct::Decide => "direction",
        GatedAct::Submit => "lender",
        GatedAct::Sign => "signed_on",
        GatedAct::Release => "on",
    }
}

/// The refusal of a sending: what lacks in the file all at once, else the first thing in the way.
fn not_sent(Obstructed { loan, obstacles }: &Obstructed<'_>, settings: &Settings) -> Failure {
    let lines = obstacles.iter().filter_map(|obstacle| match obstacle {
        Obstacle::Lacking(line) => Some(lowered(&line.entry.label)),
        Obstacle::NoLender | Obstacle::Unknown(_) | Obstacle::Limit(_) | Obstacle::Check(_) => None,
    });
    let lines: Vec<String> = lines.collect();
    match obstacles.first() {
        Some(Obstacle::Lacking(_)) if lines.len() > 1 => lacks(&lines.join(", ")),
        Some(Obstacle::Lacking(line)) => lacks(&format!("{} ({})", lowered(&line.entry.label), line.words)),
        Some(Obstacle::NoLender) | None => Failure::refused("À quelle banque ?").at("lender"),
        Some(Obstacle::Unknown(lack)) => Failure::refused(lacking(*lack)).at(lacking_field(*lack)),
        Some(Obstacle::Limit(limit)) => LimitNames::of(&loan.asked, &settings.at(loan.day)).refusal(*limit),
        Some(Obstacle::Check(result)) => stopped(result).at(field(GatedAct::Submit)),
    }
}

/// No field of the form holds what lacks.
fn lacks(what: &str) -> Failure {
    Failure::refused(&format!("Avant l’envoi, il manque : {what}."))
        .remedy("« Prêt à envoyer » mène à ce qui manque. Une pièce manquante, elle, n’empêche pas l’envoi.")
}

fn paid_too_early(period: &WithdrawalPeriod) -> Failure {
    let says = format!(
        "Le contrat a été signé le {} : l’argent ne peut pas être versé avant le {}.",
        long_date(period.signed_on),
        long_date(period.payable_from)
    );
    Failure::refused(&says).remedy("Corrigez la date du versement ou celle de la signature.")
}

fn withdrawn_too_late(period: &WithdrawalPeriod) -> Failure {
    let says = format!(
        "L’argent est versé et le délai pour changer d’avis a fini le {} : ce prêt ne se refuse plus.",
        long_date(period.ends_on)
    );
    Failure::refused(&says).remedy("Il se rembourse par anticipation, sans indemnité pour un microcrédit.").at("on")
}

fn closed_that_day(on: NaiveDate) -> Failure {
    Failure::refused(&format!("Le dossier a été clos le {}.", long_date(on)))
        .remedy("S’il l’a été par erreur, annulez ou corrigez ; sinon, datez la reprise d’un autre jour.")
        .at("decided_on")
}
