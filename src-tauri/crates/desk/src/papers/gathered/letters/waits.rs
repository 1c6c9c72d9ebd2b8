//! What each letter waits for: a rule beside its register entry, never a word of its text.

use domain::arrears::open_episode;
use domain::assessment::RegisterAnswer;
use domain::dossier::RunningLoan;
use domain::letter::LetterKind;
use domain::partner::FeedbackAgreement;
use domain::refund::refund;
use domain::report::report_row;

use super::super::{NotYet, Subject};
use super::decision::{decided, directed, gave_no_reason};
use super::{difficulty, request, silence};
use crate::dossiers::RoomKey;
use crate::failure::Failure;

/// Why a letter cannot leave yet; nothing when it can.
pub(super) fn of(kind: LetterKind, subject: &Subject<'_>) -> Result<Option<NotYet>, Failure> {
    if kind == LetterKind::ReferrerFeedback {
        return Ok(feedback(subject));
    }
    let course = subject.dossier.facts.course();
    if course.died_on.is_some() {
        return Ok(Some(stopped()));
    }
    Ok(match kind {
        LetterKind::Acknowledgement | LetterKind::Appointment if course.closed.is_some() => Some(stopped()),
        LetterKind::Acknowledgement => (!course.orientations.is_empty()).then(already_studied),
        LetterKind::Appointment => request::coming(subject).is_none().then(no_appointment),
        LetterKind::Reminder if course.closed.is_some() => Some(stopped()),
        LetterKind::Reminder => silence::waits_for_another(&course).then(no_news_awaited),
        LetterKind::Redirection => directed(kind, &course).is_none().then(not_directed),
        LetterKind::CommissionRequest => no_procedure(subject),
        LetterKind::Grant if course.contract.is_some() => Some(already_signed()),
        LetterKind::Grant => decided(kind, &course).is_none().then(not_granted),
        LetterKind::Refusal if course.closed.is_some() => Some(stopped()),
        LetterKind::Refusal => {
            decided(kind, &course).filter(|_| course.granted().is_none()).is_none().then(not_refused)
        }
        LetterKind::ReasonsRequest if course.closed.is_some() => Some(stopped()),
        LetterKind::ReasonsRequest => decided(kind, &course).filter(gave_no_reason).is_none().then(reasons_known),
        LetterKind::HelpRemains => running(subject).err(),
        LetterKind::FirstMissed => match (running(subject), open_episode(subject.dossier)) {
            (Err(not_yet), _) => Some(not_yet),
            (Ok(_), None) => Some(nothing_missed()),
            (Ok(_), Some(episode)) => (!episode.is_first_alone()).then(several_missed),
        },
        LetterKind::DeferralRequest | LetterKind::RenegotiationRequest => match running(subject) {
            Err(not_yet) => Some(not_yet),
            Ok(running) if !difficulty::has_an_instalment(&running, subject) => Some(nothing_left()),
            Ok(running) => (!difficulty::has_a_reason(&running, subject)).then(no_reason),
        },
        LetterKind::DefaultReasons => match paid_out(subject) {
            Err(not_yet) => Some(not_yet),
            Ok(_) if open_episode(subject.dossier).is_none() => Some(nothing_missed()),
            Ok(running) => (!difficulty::has_a_reason(&running, subject)).then(no_reason),
        },
        LetterKind::EndOfLoan => course.repaid_on.is_none().then(not_repaid),
        LetterKind::BankDetailsRequest => bank_details(subject)?,
        LetterKind::RefundNotice => {
            course.refund.filter(|(_, decision)| decision.granted).is_none().then(no_refund_decided)
        }
        LetterKind::ReferrerFeedback => None,
    })
}

/// The loan that is paid month by month, unless letters have stopped or the whole sum became due.
fn running(subject: &Subject<'_>) -> Result<RunningLoan, NotYet> {
    let running = paid_out(subject)?;
    if subject.dossier.facts.course().lost_on().is_some() { Err(lost()) } else { Ok(running) }
}

/// The loan that was paid out and is not repaid, unless letters have stopped.
fn paid_out(subject: &Subject<'_>) -> Result<RunningLoan, NotYet> {
    let course = subject.dossier.facts.course();
    if course.closed.is_some() {
        return Err(stopped());
    }
    let paid = course.disbursement.is_some() && course.repaid_on.is_none();
    subject.dossier.running_loan().filter(|_| paid).ok_or(NotYet {
        state: "pour un prêt en cours",
        sentence: "Cette lettre est celle d’un prêt en cours.",
        remedy: "Elle s’ouvre au versement de l’argent, noté dans Décisions.",
        room: RoomKey::Decisions,
    })
}

/// Who sent the person is told nothing without their agreement.
fn feedback(subject: &Subject<'_>) -> Option<NotYet> {
    if subject.referrer.is_none() {
        return Some(NotYet {
            state: "personne n’a orienté cette demande",
            sentence: "Personne n’a orienté cette demande : il n’y a pas de retour à écrire.",
            remedy: "Si un service l’a envoyée, choisissez-le dans la demande.",
            room: RoomKey::Person,
        });
    }
    match report_row(subject.dossier).feedback {
        None => Some(NotYet {
            state: "accord de la personne à noter",
            sentence: "Sans l’accord de la personne, rien ne s’écrit à qui l’a orientée.",
            remedy: "Notez son accord dans « Partenaires », chez ce prescripteur.",
            room: RoomKey::Person,
        }),
        Some((_, FeedbackAgreement::Refused)) => Some(NotYet {
            state: "la personne ne veut pas de retour",
            sentence: "La personne ne veut pas que l’on écrive à qui l’a orientée.",
            remedy: "Si elle change d’avis, notez son accord dans « Partenaires », chez ce prescripteur.",
            room: RoomKey::Person,
        }),
        Some((_, FeedbackAgreement::CameOnly | FeedbackAgreement::Given)) => None,
    }
}

fn no_procedure(subject: &Subject<'_>) -> Option<NotYet> {
    let course = subject.dossier.facts.course();
    if course.closed.is_some() {
        return Some(stopped());
    }
    if course.disbursement.is_some() {
        return Some(already_paid());
    }
    let listed = subject.dossier.assessment.registers.over_indebtedness == RegisterAnswer::Yes;
    (!listed).then_some(NotYet {
        state: "aucune procédure de surendettement",
        sentence: "Aucune procédure de surendettement n’est notée : la commission n’a rien à autoriser.",
        remedy: "Elle se note dans Évaluation, avec les fichiers de la Banque de France.",
        room: RoomKey::Assessment,
    })
}

/// The account is asked for once the refund is due and while none is known.
fn bank_details(subject: &Subject<'_>) -> Result<Option<NotYet>, Failure> {
    let course = subject.dossier.facts.course();
    if subject.dossier.facts.bank_details().is_some() {
        return Ok(Some(NotYet {
            state: "le RIB est déjà là",
            sentence: "Le RIB de cette personne est déjà noté.",
            remedy: "Il se lit et se corrige dans Fin de prêt.",
            room: RoomKey::Ending,
        }));
    }
    let refused = course.refund.is_some_and(|(_, decision)| !decision.granted);
    let proof = refund(subject.dossier, subject.settings, subject.moment.today)?;
    let due = proof.is_some_and(|proof| proof.obstacles.is_empty() && !proof.amount.is_zero());
    Ok((refused || !due).then_some(NotYet {
        state: "aucun remboursement à verser",
        sentence: "Aucun remboursement d’intérêts n’est dû sur ce prêt aujourd’hui.",
        remedy: "L’intercalaire Fin de prêt montre ce que dit la règle, et ce qui s’y oppose.",
        room: RoomKey::Ending,
    }))
}

fn stopped() -> NotYet {
    NotYet {
        state: "les lettres sont arrêtées",
        sentence: "Les lettres sont arrêtées : le dossier est clos, ou l’emprunteur est décédé.",
        remedy: "La fiche pour les héritiers s’imprime depuis Suivi.",
        room: RoomKey::FollowUp,
    }
}

fn already_studied() -> NotYet {
    NotYet {
        state: "la demande est déjà étudiée",
        sentence: "La demande est déjà étudiée : un accusé de réception n’a plus de sens.",
        remedy: "Décisions dit où elle en est.",
        room: RoomKey::Decisions,
    }
}

fn no_appointment() -> NotYet {
    NotYet {
        state: "aucun rendez-vous à venir",
        sentence: "Aucun rendez-vous à venir n’est noté.",
        remedy: "Fixez-le depuis la fiche de la personne.",
        room: RoomKey::Person,
    }
}

fn no_news_awaited() -> NotYet {
    NotYet {
        state: "la demande n’attend pas la personne",
        sentence: "La demande n’attend pas de nouvelles de la personne : la banque l’étudie, ou elle a sa réponse.",
        remedy: "Décisions dit où elle en est.",
        room: RoomKey::Decisions,
    }
}

fn not_directed() -> NotYet {
    NotYet {
        state: "aucune réorientation décidée",
        sentence: "Aucune réorientation n’est décidée.",
        remedy: "Elle se décide dans Décisions.",
        room: RoomKey::Decisions,
    }
}

fn already_paid() -> NotYet {
    NotYet {
        state: "le prêt est déjà versé",
        sentence: "Le prêt est déjà versé : cette lettre vient avant.",
        remedy: "La lettre après le versement dit que l’aide continue.",
        room: RoomKey::Decisions,
    }
}

fn already_signed() -> NotYet {
    NotYet {
        state: "le contrat est déjà signé",
        sentence: "Le contrat est déjà signé : la lettre qui annonce l’accord vient avant.",
        remedy: "Après le versement, une autre lettre dit que l’aide continue.",
        room: RoomKey::Decisions,
    }
}

fn not_granted() -> NotYet {
    NotYet {
        state: "l’accord de la banque n’est pas noté",
        sentence: "La banque n’a pas donné son accord.",
        remedy: "Sa réponse se note dans Décisions.",
        room: RoomKey::Decisions,
    }
}

fn not_refused() -> NotYet {
    NotYet {
        state: "aucun refus de la banque",
        sentence: "Aucun refus de la banque n’est noté.",
        remedy: "Sa réponse se note dans Décisions.",
        room: RoomKey::Decisions,
    }
}

fn reasons_known() -> NotYet {
    NotYet {
        state: "aucun refus sans motif",
        sentence: "Aucun refus n’est sans motif : il n’y a rien à demander.",
        remedy: "Un motif non communiqué se note avec le refus, dans Décisions.",
        room: RoomKey::Decisions,
    }
}

fn nothing_missed() -> NotYet {
    NotYet {
        state: "aucune échéance impayée",
        sentence: "Aucune échéance impayée n’est déclarée sur ce prêt.",
        remedy: "Une échéance impayée se déclare dans Prêt.",
        room: RoomKey::Loan,
    }
}

fn several_missed() -> NotYet {
    NotYet {
        state: "plusieurs échéances impayées",
        sentence: "Plusieurs échéances sont impayées : cette lettre est celle de la première.",
        remedy: "Appelez la personne, puis imprimez la demande de report ou de renégociation pour la banque.",
        room: RoomKey::FollowUp,
    }
}

fn lost() -> NotYet {
    NotYet {
        state: "la déchéance du terme est prononcée",
        sentence: "La déchéance du terme est prononcée : plus aucune échéance n’est à payer, à reporter ni à revoir.",
        remedy: "Imprimez « Raisons de la défaillance » : elle dit à la banque ce qui s’est passé et demande une \
                 solution amiable.",
        room: RoomKey::FollowUp,
    }
}

fn nothing_left() -> NotYet {
    NotYet {
        state: "plus aucune échéance à venir",
        sentence: "Ce prêt n’a plus d’échéance à reporter.",
        remedy: "Ouvrez Prêt pour revoir l’échéancier.",
        room: RoomKey::Loan,
    }
}

fn no_reason() -> NotYet {
    NotYet {
        state: "la raison n’est pas encore notée",
        sentence: "La lettre dit à la banque ce qui s’est passé : rien n’est encore noté.",
        remedy: "Dans Suivi, notez la cause avec l’appel, ou un événement de vie.",
        room: RoomKey::FollowUp,
    }
}

fn not_repaid() -> NotYet {
    NotYet {
        state: "le prêt n’est pas terminé",
        sentence: "Le prêt n’est pas encore remboursé.",
        remedy: "Elle se note dans Fin de prêt.",
        room: RoomKey::Ending,
    }
}

fn no_refund_decided() -> NotYet {
    NotYet {
        state: "aucun remboursement décidé",
        sentence: "Aucun remboursement d’intérêts n’est décidé.",
        remedy: "Il se décide dans Fin de prêt.",
        room: RoomKey::Ending,
    }
}
