//! Why a letter cannot leave yet, in words: the rule is `domain::letter::letter_refused`.

use domain::letter::{LetterKind, LetterRefused, letter_refused};

use super::super::{NotYet, Subject};
use app::failure::Failure;
use casework::dossiers::RoomKey;

/// Why a letter cannot leave yet; nothing when it can.
pub(crate) fn of(kind: LetterKind, subject: &Subject<'_>) -> Result<Option<NotYet>, Failure> {
    let refused = letter_refused(kind, subject.dossier, subject.settings, subject.moment.today)?;
    Ok(refused.map(worded))
}

/// The state in a few words, the sentence, what to do, and where.
const fn words(state: &'static str, sentence: &'static str, remedy: &'static str, room: RoomKey) -> NotYet {
    NotYet { state, sentence, remedy, room }
}

/// THE list: why, in words.
fn worded(refused: LetterRefused) -> NotYet {
    match refused {
        LetterRefused::Stopped => words(
            "les lettres sont arrêtées",
            "Les lettres sont arrêtées : le dossier est clos, ou l’emprunteur est décédé.",
            "La fiche pour les héritiers s’imprime depuis Prêt.",
            RoomKey::Loan,
        ),
        LetterRefused::BegunElsewhere => words(
            "la demande a été reçue avant Étrier",
            "Ce dossier a été commencé avant d’entrer ici : sa réception n’est plus à annoncer.",
            "Décisions dit où il en est.",
            RoomKey::Decisions,
        ),
        LetterRefused::AlreadyStudied => words(
            "la demande est déjà étudiée",
            "La demande est déjà étudiée : un accusé de réception n’a plus de sens.",
            "Décisions dit où elle en est.",
            RoomKey::Decisions,
        ),
        LetterRefused::NoAppointment => words(
            "aucun rendez-vous à venir",
            "Aucun rendez-vous à venir n’est noté.",
            "Fixez-le depuis la fiche de la personne.",
            RoomKey::Person,
        ),
        LetterRefused::AppointmentToCome => words(
            "un rendez-vous est prévu",
            "Un rendez-vous est prévu : la personne n’est pas sans nouvelles.",
            "S’il n’a pas lieu, notez-le : la relance s’ouvrira ensuite.",
            RoomKey::Person,
        ),
        LetterRefused::NoNewsAwaited => words(
            "la demande n’attend pas la personne",
            "La demande n’attend pas de nouvelles de la personne : la banque l’étudie, ou elle a sa réponse.",
            "Décisions dit où elle en est.",
            RoomKey::Decisions,
        ),
        LetterRefused::HeardLately => words(
            "la personne vient de donner de ses nouvelles",
            "La personne a donné de ses nouvelles il y a peu : une relance serait trop tôt.",
            "Le délai avant une relance se fixe dans Réglages, avec les délais du suivi.",
            RoomKey::Person,
        ),
        LetterRefused::NotRedirected => words(
            "aucune réorientation décidée",
            "La dernière décision n’est pas une réorientation.",
            "Elle se décide dans Décisions.",
            RoomKey::Decisions,
        ),
        LetterRefused::NotInadmissible => words(
            "la demande n’est pas irrecevable",
            "La dernière décision ne dit pas la demande irrecevable.",
            "Elle se décide dans Décisions.",
            RoomKey::Decisions,
        ),
        LetterRefused::NotAdjourned => words(
            "aucun renvoi en cours",
            "Aucune séance n’a renvoyé cette demande, ou elle a été décidée depuis.",
            "Ce que dit une séance se note dans Séances.",
            RoomKey::Decisions,
        ),
        LetterRefused::NotPresented => words(
            "aucune banque n’a reçu le dossier",
            "Cette lettre s’adresse à la banque qui a reçu le dossier : il n’a encore été envoyé à aucune.",
            "Notez l’envoi, puis imprimez-la.",
            RoomKey::Decisions,
        ),
        LetterRefused::NotSubmitted => words(
            "rien n’est à transmettre",
            "La dernière décision n’est pas de transmettre la demande, ou la banque a déjà répondu.",
            "Décisions dit où elle en est.",
            RoomKey::Decisions,
        ),
        LetterRefused::NoProcedure => words(
            "aucune procédure de surendettement",
            "Aucune procédure de surendettement n’est notée : la commission n’a rien à autoriser.",
            "Elle se note dans Évaluation, avec les fichiers de la Banque de France.",
            RoomKey::Assessment,
        ),
        LetterRefused::AlreadyPaid => words(
            "le prêt est déjà versé",
            "Le prêt est déjà versé : cette lettre vient avant.",
            "La lettre après le versement dit que l’aide continue.",
            RoomKey::Decisions,
        ),
        LetterRefused::AlreadySigned => words(
            "le contrat est déjà signé",
            "Le contrat est déjà signé : la lettre qui annonce l’accord vient avant.",
            "Après le versement, une autre lettre dit que l’aide continue.",
            RoomKey::Decisions,
        ),
        LetterRefused::NotGranted => words(
            "l’accord de la banque n’est pas noté",
            "La banque n’a pas donné son accord.",
            "Sa réponse se note dans Décisions.",
            RoomKey::Decisions,
        ),
        LetterRefused::NotRefused => words(
            "aucun refus de la banque",
            "Aucun refus de la banque n’est noté.",
            "Sa réponse se note dans Décisions.",
            RoomKey::Decisions,
        ),
        LetterRefused::ReasonsKnown => words(
            "aucun refus sans motif",
            "Aucun refus n’est sans motif : il n’y a rien à demander.",
            "Un motif non communiqué se note avec le refus, dans Décisions.",
            RoomKey::Decisions,
        ),
        LetterRefused::NotRunning => words(
            "pour un prêt en cours",
            "Cette lettre est celle d’un prêt en cours.",
            "Elle s’ouvre au versement de l’argent, noté dans Décisions.",
            RoomKey::Decisions,
        ),
        LetterRefused::Lost => words(
            "la déchéance du terme est prononcée",
            "La déchéance du terme est prononcée : plus aucune échéance n’est à payer, à reporter ni à revoir.",
            "Imprimez « Raisons de la défaillance » : elle dit à la banque ce qui s’est passé et demande une \
             solution amiable.",
            RoomKey::Loan,
        ),
        LetterRefused::NothingMissed => words(
            "aucune échéance impayée",
            "Aucune échéance impayée n’est déclarée sur ce prêt.",
            "Une échéance impayée se déclare dans Prêt.",
            RoomKey::Loan,
        ),
        LetterRefused::SeveralMissed => words(
            "plusieurs échéances impayées",
            "Plusieurs échéances sont impayées : cette lettre est celle de la première.",
            "Appelez la personne, puis imprimez la demande de report ou de renégociation pour la banque.",
            RoomKey::Loan,
        ),
        LetterRefused::NothingLeft => words(
            "plus aucune échéance à venir",
            "Ce prêt n’a plus d’échéance à reporter.",
            "Ouvrez Prêt pour revoir l’échéancier.",
            RoomKey::Loan,
        ),
        LetterRefused::NoDifficulty => words(
            "aucune difficulté notée",
            "Aucune difficulté n’est notée : ni échéance impayée, ni difficulté dite par la personne.",
            "Dans Prêt, notez « difficulté dite par la personne », ou l’échéance impayée.",
            RoomKey::Loan,
        ),
        LetterRefused::NoCause => words(
            "la cause n’est pas encore notée",
            "La lettre dit à la banque pourquoi : aucune cause de la difficulté n’est notée.",
            "Dans Prêt, notez la cause avec l’appel, ou un événement de vie qui est une difficulté.",
            RoomKey::Loan,
        ),
        LetterRefused::PassingCause => words(
            "la cause notée est passagère",
            "La cause notée passe en un mois ou deux : elle fonde un report, pas une renégociation.",
            "Imprimez la demande de report, ou notez dans Prêt ce qui a changé pour longtemps.",
            RoomKey::Loan,
        ),
        LetterRefused::NoThreat => words(
            "la banque n’a rien annoncé",
            "La banque n’a pas annoncé la déchéance du terme, et trop peu d’échéances sont impayées pour la craindre.",
            "Notez son annonce dans Prêt dès qu’elle arrive ; avant, la demande de report ou de renégociation convient.",
            RoomKey::Loan,
        ),
        LetterRefused::NotRepaid => words(
            "le prêt n’est pas terminé",
            "Le prêt n’est pas encore remboursé.",
            "Elle se note dans Prêt, « Fin ».",
            RoomKey::Loan,
        ),
        LetterRefused::NoRefund => words(
            "aucun remboursement décidé",
            "Aucun remboursement d’intérêts n’est décidé.",
            "Il se décide dans Prêt, « Fin ».",
            RoomKey::Loan,
        ),
        LetterRefused::RefundNotRefused => words(
            "aucun remboursement refusé",
            "Aucun remboursement d’intérêts n’a été refusé.",
            "Il se décide dans Prêt, « Fin ».",
            RoomKey::Loan,
        ),
        LetterRefused::AccountKnown => words(
            "le RIB est déjà là",
            "Le RIB de cette personne est déjà noté.",
            "Il se lit et se corrige dans Prêt, « Fin ».",
            RoomKey::Loan,
        ),
        LetterRefused::NoRefundDue => words(
            "aucun remboursement à verser",
            "Aucun remboursement d’intérêts n’est dû sur ce prêt aujourd’hui.",
            "« Fin », dans Prêt, montre ce que dit la règle, et ce qui s’y oppose.",
            RoomKey::Loan,
        ),
        LetterRefused::NoReferrer => words(
            "personne n’a orienté cette demande",
            "Personne n’a orienté cette demande : il n’y a pas de retour à écrire.",
            "Si un service l’a envoyée, choisissez-le dans la demande.",
            RoomKey::Person,
        ),
        LetterRefused::NoAgreement => words(
            "accord de la personne à noter",
            "Sans l’accord de la personne, rien ne s’écrit à qui l’a orientée.",
            "Notez son accord dans « Partenaires », chez ce prescripteur.",
            RoomKey::Person,
        ),
        LetterRefused::AgreementRefused => words(
            "la personne ne veut pas de retour",
            "La personne ne veut pas que l’on écrive à qui l’a orientée.",
            "Si elle change d’avis, notez son accord dans « Partenaires », chez ce prescripteur.",
            RoomKey::Person,
        ),
    }
}
