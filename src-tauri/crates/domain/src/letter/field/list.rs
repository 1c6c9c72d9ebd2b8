//! THE list of the fields letters may name: one line each.

use super::{LetterField as Field, LetterTopic};

/// What is told of a field.
pub(super) struct Told {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    pub(super) example: &'static str,
    pub(super) topic: LetterTopic,
}

const fn told(name: &'static str, about: &'static str, example: &'static str, topic: LetterTopic) -> Told {
    Told { name, about, example, topic }
}

/// THE list: name, what it is, an example, what it is about.
pub(super) fn told_of(field: Field) -> Told {
    use LetterTopic as Of;
    match field {
        Field::OfficeThe => told("le CCAS", "le service, comme il se nomme dans une phrase", "le CCAS", Of::Office),
        Field::OfficeOf => told("du CCAS", "le même, après « de »", "du CCAS", Of::Office),
        Field::OfficeTo => told("au CCAS", "le même, après « à »", "au CCAS", Of::Office),
        Field::OfficeName => told("nom du CCAS", "le nom entier du service", "CCAS de Valbourg", Of::Office),
        Field::OfficeNameThe => {
            told("le nom du CCAS", "le nom entier, avec son article", "le CCAS de Valbourg", Of::Office)
        }
        Field::Advisor => told("référent", "qui suit le dossier", "Nadia Ferrand", Of::Office),
        Field::AdvisorPhone => {
            told("téléphone du référent", "la ligne directe, ou celle du service", "05 36 49 00 12", Of::Office)
        }
        Field::AdvisorPresence => {
            told("permanence", "quand le référent reçoit", "le mardi et le jeudi matin", Of::Office)
        }
        Field::Today => told("date du jour", "le jour où la lettre est imprimée", "24 novembre 2026", Of::Office),
        Field::AnswerBy => told(
            "date de réponse souhaitée",
            "le jour avant lequel une réponse est attendue",
            "4 décembre 2026",
            Of::Office,
        ),
        Field::Person => told("personne", "civilité, prénom et nom", "Mme Sonia Delmas", Of::Person),
        Field::ShortName => told("nom court", "civilité et nom", "Mme Delmas", Of::Person),
        Field::HeOrShe => told("il ou elle", "le pronom de la personne, ou son nom", "elle", Of::Person),
        Field::ThatHeOrShe => told("qu’il ou qu’elle", "le même, après « que »", "qu’elle", Of::Person),
        Field::Borrowers => told(
            "emprunteurs",
            "les deux noms, quand deux personnes empruntent ensemble",
            "Mme Sonia Delmas et M. Karim Benali",
            Of::Person,
        ),
        Field::Reference => told("référence du dossier", "le numéro du dossier", "2026-147", Of::Person),
        Field::RequestDay => told("date de la demande", "le jour du premier contact", "9 novembre 2026", Of::Request),
        Field::AmountAsked => told("montant demandé", "la somme demandée", "2 400 €", Of::Request),
        Field::Project => told("projet", "le projet en une ligne", "une voiture pour aller travailler", Of::Request),
        Field::PersonPhone => {
            told("téléphone de la personne", "le numéro où la joindre", "06 39 98 20 61", Of::Request)
        }
        Field::BornOn => told("date de naissance", "le jour de naissance de la personne", "14 mars 1992", Of::Request),
        Field::PersonBorn => told(
            "personne et naissance",
            "civilité, prénom, nom et jour de naissance",
            "Mme Sonia Delmas, née le 14 mars 1992",
            Of::Request,
        ),
        Field::AppointmentDay => told(
            "date du rendez-vous",
            "le prochain rendez-vous, jour et heure",
            "mardi 1er décembre 2026 à 10 h",
            Of::Appointment,
        ),
        Field::AppointmentPlace => {
            told("lieu du rendez-vous", "où il se tient, ou le numéro à appeler", "au CCAS, bureau 4", Of::Appointment)
        }
        Field::Bank => {
            told("banque", "la banque qui a répondu, ou à qui le dossier est envoyé", "Banque du Val", Of::Decision)
        }
        Field::BankThe => told("la banque", "la même, avec son article", "la Banque du Val", Of::Decision),
        Field::BankTo => told("à la banque", "la même, après « à »", "à la Banque du Val", Of::Decision),
        Field::SentOn => {
            told("date d’envoi à la banque", "le jour où le dossier est parti", "16 novembre 2026", Of::Decision)
        }
        Field::DecidedOn => {
            told("date de la décision", "le jour de la réponse de la banque", "24 novembre 2026", Of::Decision)
        }
        Field::TermsSent => {
            told("demande envoyée", "le montant et la durée présentés à la banque", "2 400 € sur 36 mois", Of::Decision)
        }
        Field::RefusalReasons => told(
            "motif du refus",
            "ce que les motifs de la banque veulent dire, en phrases",
            "La banque estime que votre budget est trop juste.",
            Of::Decision,
        ),
        Field::ReasonAskedOn => {
            told("date de la demande de motif", "le jour où le motif a été demandé", "25 novembre 2026", Of::Decision)
        }
        Field::GrantTable => {
            told("tableau du prêt accordé", "le montant, la durée, la mensualité et le coût", "", Of::Decision)
        }
        Field::RefundPromised => told(
            "remboursement promis",
            "ce que le service rembourse des intérêts à la fin du prêt, et à quelle condition",
            "À la fin du prêt, le CCAS vous rembourse la totalité des intérêts payés, si le prêt est remboursé.",
            Of::Decision,
        ),
        Field::ReflectionDays => {
            told("jours de réflexion", "le délai pour changer d’avis après la signature", "14 jours", Of::Decision)
        }
        Field::FirstPaymentDay => told(
            "premier jour de versement",
            "combien de jours après la signature l’argent peut venir",
            "8e jour",
            Of::Decision,
        ),
        Field::OrientedOn => {
            told("date de l’orientation", "le jour où le service a décidé", "20 novembre 2026", Of::Decision)
        }
        Field::Solutions => told(
            "solutions proposées",
            "les autres solutions, et à qui s’adresser",
            "aide facultative du CCAS, épicerie sociale",
            Of::Decision,
        ),
        Field::OrientationReason => told(
            "raison de l’orientation",
            "pourquoi, dans les mots à dire à la personne",
            "le prêt pèserait trop sur le budget",
            Of::Decision,
        ),
        Field::CallBackOn => told("date de rappel", "le jour où le référent rappelle", "5 décembre 2026", Of::Decision),
        Field::HeardOn => told("date de la séance", "le jour où le dossier a été vu", "26 novembre 2026", Of::Decision),
        Field::AdjournedTo => told(
            "date de la prochaine séance",
            "le jour où le dossier sera vu, s’il est inscrit",
            "10 décembre 2026",
            Of::Decision,
        ),
        Field::AdjournmentReason => told(
            "raison du renvoi",
            "pourquoi, dans les mots à dire à la personne",
            "le devis doit être précisé",
            Of::Decision,
        ),
        Field::Loan => told(
            "prêt",
            "le numéro du prêt et le jour du contrat",
            "prêt n° 4021-77 signé le 27 novembre 2026",
            Of::Loan,
        ),
        Field::Lender => told("banque du prêt", "qui prête", "Banque du Val", Of::Loan),
        Field::LoanAmount => told("montant du prêt", "la somme prêtée", "2 400 €", Of::Loan),
        Field::LoanMonths => told("durée du prêt", "en mois", "36 mois", Of::Loan),
        Field::Instalment => told("mensualité", "ce qui est payé d’ordinaire chaque mois", "70,86 €", Of::Loan),
        Field::SignedOn => told("date du contrat", "le jour de la signature", "27 novembre 2026", Of::Loan),
        Field::LawSince2026 => told(
            "contrat depuis le 20 novembre 2026",
            "le jour du contrat, s’il suit les règles de 2026",
            "le 27 novembre 2026",
            Of::Loan,
        ),
        Field::LawSince2023 => told(
            "contrat depuis le 30 décembre 2023",
            "le jour du contrat, s’il suit les règles de 2023",
            "le 2 octobre 2024",
            Of::Loan,
        ),
        Field::LawBefore2023 => told(
            "contrat avant le 30 décembre 2023",
            "le jour du contrat, s’il est plus ancien",
            "le 5 mars 2023",
            Of::Loan,
        ),
        Field::DisbursedOn => told("date du versement", "le jour où l’argent a été versé", "5 janvier 2027", Of::Loan),
        Field::FirstDue => told("première échéance", "le jour de la première mensualité", "5 février 2027", Of::Loan),
        Field::NextDue => {
            told("prochaine échéance", "le jour de la mensualité qui vient", "5 septembre 2027", Of::Loan)
        }
        Field::NextAmount => {
            told("montant de la prochaine échéance", "ce qui sera prélevé ce jour-là", "72,50 €", Of::Loan)
        }
        Field::LastDue => told("dernière échéance", "le jour de la dernière mensualité", "5 janvier 2030", Of::Loan),
        Field::AgreementDay => told(
            "date de la convention",
            "le jour de la convention signée avec la banque",
            "1er février 2025",
            Of::Loan,
        ),
        Field::DeferralsMost => {
            told("reports au plus", "combien de reports la convention permet", "2 reports", Of::Loan)
        }
        Field::WarningDays => {
            told("jours pour prévenir", "combien de jours avant le prélèvement appeler", "8 jours", Of::Loan)
        }
        Field::Guarantee => {
            told("garantie", "qui garantit le prêt, et quelle part", "Fonds de cohésion sociale, 50 %", Of::Loan)
        }
        Field::LoanTable => told("tableau du prêt", "le montant versé, les mensualités et leurs dates", "", Of::Loan),
        Field::MissedDue => {
            told("date de l’échéance", "le jour de la première échéance impayée", "5 janvier 2027", Of::Difficulty)
        }
        Field::MissedAmount => told("montant de l’échéance", "son montant", "63,15 €", Of::Difficulty),
        Field::BankToldOn => {
            told("date du signalement par la banque", "le jour où la banque l’a dit", "11 janvier 2027", Of::Difficulty)
        }
        Field::DifficultyToldOn => {
            told("date où la difficulté a été dite", "le jour où la personne l’a dite", "23 août 2027", Of::Difficulty)
        }
        Field::BankSolutions => told(
            "ce que la banque peut faire",
            "report, fin décalée, mensualité plus basse, selon la convention",
            "reporter la mensualité, décaler la fin du prêt",
            Of::Difficulty,
        ),
        Field::RegistrationCount => told(
            "mensualités avant fichage",
            "combien d’impayés permettent un fichage",
            "2 mensualités",
            Of::Difficulty,
        ),
        Field::RegistrationDays => {
            told("jours pour régulariser", "le délai après la lettre de la banque", "30 jours", Of::Difficulty)
        }
        Field::RegistrationRisk => told(
            "rappel du fichage",
            "quand l’incident peut être déclaré, et par quelle règle",
            "L’incident pourrait être déclaré dès le 25 avril 2027",
            Of::Difficulty,
        ),
        Field::Unpaid => told(
            "ce qui n’est pas payé",
            "les échéances en cause, dans une phrase",
            "ne pourrait pas payer l’échéance du 5 septembre 2027",
            Of::Difficulty,
        ),
        Field::AskedAbout => told(
            "objet de la demande à la banque",
            "ce qui est demandé, pour l’objet de la lettre",
            "demande de report d’une échéance",
            Of::Difficulty,
        ),
        Field::Asked => told(
            "ce qui est demandé",
            "ce qui est demandé, dans une phrase",
            "reporter cette échéance à la fin du prêt",
            Of::Difficulty,
        ),
        Field::Reasons => told(
            "ce qui s’est passé",
            "les difficultés notées et leur cause",
            "Arrêt de travail depuis le 9 août.",
            Of::Difficulty,
        ),
        Field::Done => told(
            "ce qui est déjà fait",
            "les actions et les points notés",
            "Accès à l’épicerie sociale, le 23 août 2027.",
            Of::Difficulty,
        ),
        Field::Offered => told(
            "ce qui est proposé",
            "la solution demandée en dernier",
            "Reporter à la fin du prêt les échéances impayées.",
            Of::Difficulty,
        ),
        Field::AnnouncedOn => told(
            "date de l’annonce de la banque",
            "le jour où elle a dit vouloir mettre fin au prêt",
            "12 avril 2027",
            Of::Difficulty,
        ),
        Field::LostOn => told(
            "date de la déchéance",
            "le jour où la banque a mis fin au prêt, ou appelé la garantie",
            "20 avril 2027",
            Of::Difficulty,
        ),
        Field::DeferralTable => told(
            "tableau du report",
            "les échéances, ce qui reste dû, la nouvelle fin, les intérêts en plus",
            "",
            Of::Difficulty,
        ),
        Field::DefaultTable => told(
            "tableau de la défaillance",
            "ce qui est payé, ce qui ne l’est pas, depuis quand on le sait",
            "",
            Of::Difficulty,
        ),
        Field::RepaidOn => {
            told("date de fin du prêt", "le jour où le prêt a été remboursé", "5 janvier 2030", Of::Refund)
        }
        Field::RefundShare => {
            told("part remboursée", "quelle part des intérêts est rendue", "la totalité des intérêts", Of::Refund)
        }
        Field::RefundAmount => {
            told("montant du remboursement", "la somme décidée, ou celle que donne la règle", "150,87 €", Of::Refund)
        }
        Field::RefundDecidedOn => {
            told("date de la décision de remboursement", "le jour où il a été décidé", "12 février 2030", Of::Refund)
        }
        Field::RefundObstacle => {
            told("raison du non-remboursement", "ce qui s’y oppose", "L’échéance 9 a été en retard.", Of::Refund)
        }
        Field::RefundPayer => told("payeur du remboursement", "qui fait le virement", "le CCAS", Of::Refund),
        Field::RefundResolution => told(
            "délibération",
            "la délibération qui fixe la règle",
            "délibération n° 2025-018 du 20 mars 2025",
            Of::Refund,
        ),
        Field::AccountEnding => told("fin du compte", "les derniers chiffres du RIB", "… 0189", Of::Refund),
        Field::RefundTable => {
            told("tableau du remboursement", "le prêt, les intérêts payés, la part et la somme rendue", "", Of::Refund)
        }
        Field::AskedTable => {
            told("tableau du prêt demandé", "le montant, la durée, la mensualité et le coût", "", Of::Commission)
        }
        Field::Story => told(
            "récit du projet",
            "le projet, dans les mots de la personne",
            "Un emploi à 14 km, sans bus avant 7 h.",
            Of::Commission,
        ),
        Field::AidsSought => told(
            "aides cherchées",
            "les aides demandées et leur réponse",
            "aide du département : refusée",
            Of::Commission,
        ),
        Field::BudgetTable => {
            told("tableau du budget", "ressources, charges et reste à vivre, avant et avec le prêt", "", Of::Commission)
        }
        Field::QuoteUntil => {
            told("validité du devis", "le dernier jour du devis retenu", "15 décembre 2026", Of::Commission)
        }
        Field::CommissionGuarantee => told(
            "garantie du prêt demandé",
            "qui garantirait le prêt, et quelle part",
            "Fonds de cohésion sociale, 50 %",
            Of::Commission,
        ),
        Field::FeedbackAgreedOn => {
            told("date de l’accord", "le jour où la personne a accepté ce retour", "9 novembre 2026", Of::Referral)
        }
        Field::Became => told(
            "suite donnée",
            "ce qu’est devenue la demande, sans motif ni montant",
            "La demande suit son cours.",
            Of::Referral,
        ),
        Field::CallsWithoutAnswer => told(
            "jours d’appel sans réponse",
            "les appels sans réponse depuis le dernier échange",
            "12 novembre 2026 et 19 novembre 2026",
            Of::Silence,
        ),
        Field::DocumentsAwaited => told(
            "pièces attendues",
            "les pièces qui manquent encore au dossier",
            "deux derniers relevés de compte et devis",
            Of::Silence,
        ),
        Field::ClosedWithoutNews => told(
            "date de classement",
            "le jour où la demande est classée sans réponse",
            "16 décembre 2026",
            Of::Silence,
        ),
    }
}
