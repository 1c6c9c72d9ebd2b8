//! The fields a letter may name: one line each, with what it is, an example and what it is about.

use super::kind::LetterKind;

/// A field a letter may name between braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each one is said in French by its line of the list")]
pub enum LetterField {
    OfficeThe,
    OfficeOf,
    OfficeTo,
    OfficeName,
    Advisor,
    AdvisorPhone,
    AdvisorPresence,
    Today,
    AnswerBy,
    Person,
    ShortName,
    HeOrShe,
    ThatHeOrShe,
    Reference,
    RequestDay,
    AmountAsked,
    Project,
    PersonPhone,
    BornOn,
    AppointmentDay,
    AppointmentPlace,
    Bank,
    SentOn,
    DecidedOn,
    TermsSent,
    RefusalReasons,
    ReasonAskedOn,
    GrantTable,
    ReflectionDays,
    FirstPaymentDay,
    OrientedOn,
    Solutions,
    OrientationReason,
    CallBackOn,
    Loan,
    Lender,
    LoanAmount,
    LoanMonths,
    Instalment,
    SignedOn,
    LawSince2026,
    LawSince2023,
    LawBefore2023,
    DisbursedOn,
    FirstDue,
    NextDue,
    LastDue,
    AgreementDay,
    DeferralsMost,
    WarningDays,
    Guarantee,
    LoanTable,
    MissedDue,
    MissedAmount,
    BankToldOn,
    DifficultyToldOn,
    BankSolutions,
    RegistrationCount,
    RegistrationDays,
    RegistrationRisk,
    Unpaid,
    AskedAbout,
    Asked,
    Reasons,
    Done,
    Offered,
    AnnouncedOn,
    DeferralTable,
    DefaultTable,
    RepaidOn,
    RefundShare,
    RefundAmount,
    RefundDecidedOn,
    RefundObstacle,
    RefundPayer,
    RefundResolution,
    AccountEnding,
    RefundTable,
    AskedTable,
    Story,
    AidsSought,
    BudgetTable,
    QuoteUntil,
    CommissionGuarantee,
    FeedbackAgreedOn,
    Became,
}

/// What a field is about, which says the letters that may name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LetterTopic {
    /// The office and its adviser.
    Office,
    /// The person's name and the reference of their dossier.
    Person,
    /// What was asked for, and how to reach the person.
    Request,
    /// The appointment to come.
    Appointment,
    /// What the lender or the office decided.
    Decision,
    /// The loan as it was signed.
    Loan,
    /// What is not paid, why, and what is asked.
    Difficulty,
    /// The end of the loan and the interest given back.
    Refund,
    /// What the over-indebtedness commission weighs.
    Commission,
    /// What who sent the person may know.
    Referral,
}

/// What is told of a field.
struct Told {
    name: &'static str,
    about: &'static str,
    example: &'static str,
    topic: LetterTopic,
}

const fn told(name: &'static str, about: &'static str, example: &'static str, topic: LetterTopic) -> Told {
    Told { name, about, example, topic }
}

impl LetterTopic {
    /// Every topic, in the order of lists.
    pub const ALL: [Self; 10] = [
        Self::Office,
        Self::Person,
        Self::Request,
        Self::Appointment,
        Self::Decision,
        Self::Loan,
        Self::Difficulty,
        Self::Refund,
        Self::Commission,
        Self::Referral,
    ];
}

impl LetterField {
    /// Every field, topic by topic.
    pub const ALL: [Self; 86] = [
        Self::OfficeThe,
        Self::OfficeOf,
        Self::OfficeTo,
        Self::OfficeName,
        Self::Advisor,
        Self::AdvisorPhone,
        Self::AdvisorPresence,
        Self::Today,
        Self::AnswerBy,
        Self::Person,
        Self::ShortName,
        Self::HeOrShe,
        Self::ThatHeOrShe,
        Self::Reference,
        Self::RequestDay,
        Self::AmountAsked,
        Self::Project,
        Self::PersonPhone,
        Self::BornOn,
        Self::AppointmentDay,
        Self::AppointmentPlace,
        Self::Bank,
        Self::SentOn,
        Self::DecidedOn,
        Self::TermsSent,
        Self::RefusalReasons,
        Self::ReasonAskedOn,
        Self::GrantTable,
        Self::ReflectionDays,
        Self::FirstPaymentDay,
        Self::OrientedOn,
        Self::Solutions,
        Self::OrientationReason,
        Self::CallBackOn,
        Self::Loan,
        Self::Lender,
        Self::LoanAmount,
        Self::LoanMonths,
        Self::Instalment,
        Self::SignedOn,
        Self::LawSince2026,
        Self::LawSince2023,
        Self::LawBefore2023,
        Self::DisbursedOn,
        Self::FirstDue,
        Self::NextDue,
        Self::LastDue,
        Self::AgreementDay,
        Self::DeferralsMost,
        Self::WarningDays,
        Self::Guarantee,
        Self::LoanTable,
        Self::MissedDue,
        Self::MissedAmount,
        Self::BankToldOn,
        Self::DifficultyToldOn,
        Self::BankSolutions,
        Self::RegistrationCount,
        Self::RegistrationDays,
        Self::RegistrationRisk,
        Self::Unpaid,
        Self::AskedAbout,
        Self::Asked,
        Self::Reasons,
        Self::Done,
        Self::Offered,
        Self::AnnouncedOn,
        Self::DeferralTable,
        Self::DefaultTable,
        Self::RepaidOn,
        Self::RefundShare,
        Self::RefundAmount,
        Self::RefundDecidedOn,
        Self::RefundObstacle,
        Self::RefundPayer,
        Self::RefundResolution,
        Self::AccountEnding,
        Self::RefundTable,
        Self::AskedTable,
        Self::Story,
        Self::AidsSought,
        Self::BudgetTable,
        Self::QuoteUntil,
        Self::CommissionGuarantee,
        Self::FeedbackAgreedOn,
        Self::Became,
    ];

    /// THE list: name, what it is, an example, what it is about.
    fn told(self) -> Told {
        use LetterTopic as Of;
        match self {
            Self::OfficeThe => told("le CCAS", "le service, comme il se nomme dans une phrase", "le CCAS", Of::Office),
            Self::OfficeOf => told("du CCAS", "le même, après « de »", "du CCAS", Of::Office),
            Self::OfficeTo => told("au CCAS", "le même, après « à »", "au CCAS", Of::Office),
            Self::OfficeName => told("nom du CCAS", "le nom entier du service", "CCAS de Valbourg", Of::Office),
            Self::Advisor => told("référent", "qui suit le dossier", "Nadia Ferrand", Of::Office),
            Self::AdvisorPhone => {
                told("téléphone du référent", "la ligne directe, ou celle du service", "05 36 49 00 12", Of::Office)
            }
            Self::AdvisorPresence => {
                told("permanence", "quand le référent reçoit", "le mardi et le jeudi matin", Of::Office)
            }
            Self::Today => told("date du jour", "le jour où la lettre est imprimée", "24 novembre 2026", Of::Office),
            Self::AnswerBy => told(
                "date de réponse souhaitée",
                "le jour avant lequel une réponse est attendue",
                "4 décembre 2026",
                Of::Office,
            ),
            Self::Person => told("personne", "civilité, prénom et nom", "Mme Sonia Delmas", Of::Person),
            Self::ShortName => told("nom court", "civilité et nom", "Mme Delmas", Of::Person),
            Self::HeOrShe => told("il ou elle", "le pronom de la personne, ou son nom", "elle", Of::Person),
            Self::ThatHeOrShe => told("qu’il ou qu’elle", "le même, après « que »", "qu’elle", Of::Person),
            Self::Reference => told("référence du dossier", "le numéro du dossier", "2026-147", Of::Person),
            Self::RequestDay => {
                told("date de la demande", "le jour du premier contact", "9 novembre 2026", Of::Request)
            }
            Self::AmountAsked => told("montant demandé", "la somme demandée", "2 400 €", Of::Request),
            Self::Project => told("projet", "le projet en une ligne", "une voiture pour aller travailler", Of::Request),
            Self::PersonPhone => {
                told("téléphone de la personne", "le numéro où la joindre", "06 39 98 20 61", Of::Request)
            }
            Self::BornOn => {
                told("date de naissance", "le jour de naissance de la personne", "14 mars 1992", Of::Request)
            }
            Self::AppointmentDay => told(
                "date du rendez-vous",
                "le prochain rendez-vous, jour et heure",
                "mardi 1er décembre 2026 à 10 h",
                Of::Appointment,
            ),
            Self::AppointmentPlace => told(
                "lieu du rendez-vous",
                "où il se tient, ou le numéro à appeler",
                "au CCAS, bureau 4",
                Of::Appointment,
            ),
            Self::Bank => {
                told("banque", "la banque qui a répondu, ou à qui le dossier est envoyé", "Banque du Val", Of::Decision)
            }
            Self::SentOn => {
                told("date d’envoi à la banque", "le jour où le dossier est parti", "16 novembre 2026", Of::Decision)
            }
            Self::DecidedOn => {
                told("date de la décision", "le jour de la réponse de la banque", "24 novembre 2026", Of::Decision)
            }
            Self::TermsSent => told(
                "demande envoyée",
                "le montant et la durée présentés à la banque",
                "2 400 € sur 36 mois",
                Of::Decision,
            ),
            Self::RefusalReasons => told(
                "motif du refus",
                "les motifs que la banque a donnés",
                "capacité de remboursement insuffisante",
                Of::Decision,
            ),
            Self::ReasonAskedOn => told(
                "date de la demande de motif",
                "le jour où le motif a été demandé",
                "25 novembre 2026",
                Of::Decision,
            ),
            Self::GrantTable => {
                told("tableau du prêt accordé", "le montant, la durée, la mensualité et le coût", "", Of::Decision)
            }
            Self::ReflectionDays => {
                told("jours de réflexion", "le délai pour changer d’avis après la signature", "14 jours", Of::Decision)
            }
            Self::FirstPaymentDay => told(
                "premier jour de versement",
                "combien de jours après la signature l’argent peut venir",
                "8e jour",
                Of::Decision,
            ),
            Self::OrientedOn => {
                told("date de l’orientation", "le jour où le service a décidé", "20 novembre 2026", Of::Decision)
            }
            Self::Solutions => told(
                "solutions proposées",
                "les autres solutions, et à qui s’adresser",
                "aide facultative du CCAS, épicerie sociale",
                Of::Decision,
            ),
            Self::OrientationReason => told(
                "raison de l’orientation",
                "pourquoi, dans les mots du référent",
                "le prêt pèserait trop sur le budget",
                Of::Decision,
            ),
            Self::CallBackOn => {
                told("date de rappel", "le jour où le référent rappelle", "5 décembre 2026", Of::Decision)
            }
            Self::Loan => told(
                "prêt",
                "le numéro du prêt et le jour du contrat",
                "prêt n° 4021-77 signé le 27 novembre 2026",
                Of::Loan,
            ),
            Self::Lender => told("banque du prêt", "qui prête", "Banque du Val", Of::Loan),
            Self::LoanAmount => told("montant du prêt", "la somme prêtée", "2 400 €", Of::Loan),
            Self::LoanMonths => told("durée du prêt", "en mois", "36 mois", Of::Loan),
            Self::Instalment => told("mensualité", "ce qui est payé d’ordinaire chaque mois", "70,86 €", Of::Loan),
            Self::SignedOn => told("date du contrat", "le jour de la signature", "27 novembre 2026", Of::Loan),
            Self::LawSince2026 => told(
                "contrat depuis le 20 novembre 2026",
                "le jour du contrat, s’il suit les règles de 2026",
                "27 novembre 2026",
                Of::Loan,
            ),
            Self::LawSince2023 => told(
                "contrat depuis le 30 décembre 2023",
                "le jour du contrat, s’il suit les règles de 2023",
                "2 octobre 2024",
                Of::Loan,
            ),
            Self::LawBefore2023 => told(
                "contrat avant le 30 décembre 2023",
                "le jour du contrat, s’il est plus ancien",
                "5 mars 2023",
                Of::Loan,
            ),
            Self::DisbursedOn => {
                told("date du versement", "le jour où l’argent a été versé", "5 janvier 2027", Of::Loan)
            }
            Self::FirstDue => {
                told("première échéance", "le jour de la première mensualité", "5 février 2027", Of::Loan)
            }
            Self::NextDue => {
                told("prochaine échéance", "le jour de la mensualité qui vient", "5 septembre 2027", Of::Loan)
            }
            Self::LastDue => told("dernière échéance", "le jour de la dernière mensualité", "5 janvier 2030", Of::Loan),
            Self::AgreementDay => told(
                "date de la convention",
                "le jour de la convention signée avec la banque",
                "1er février 2025",
                Of::Loan,
            ),
            Self::DeferralsMost => {
                told("reports au plus", "combien de reports la convention permet", "2 reports", Of::Loan)
            }
            Self::WarningDays => {
                told("jours pour prévenir", "combien de jours avant le prélèvement appeler", "8 jours", Of::Loan)
            }
            Self::Guarantee => {
                told("garantie", "qui garantit le prêt, et quelle part", "Fonds de cohésion sociale, 50 %", Of::Loan)
            }
            Self::LoanTable => {
                told("tableau du prêt", "le montant versé, les mensualités et leurs dates", "", Of::Loan)
            }
            Self::MissedDue => {
                told("date de l’échéance", "le jour de la première échéance impayée", "5 janvier 2027", Of::Difficulty)
            }
            Self::MissedAmount => told("montant de l’échéance", "son montant", "63,15 €", Of::Difficulty),
            Self::BankToldOn => told(
                "date du signalement par la banque",
                "le jour où la banque l’a dit",
                "11 janvier 2027",
                Of::Difficulty,
            ),
            Self::DifficultyToldOn => told(
                "date où la difficulté a été dite",
                "le jour où la personne l’a dite",
                "23 août 2027",
                Of::Difficulty,
            ),
            Self::BankSolutions => told(
                "ce que la banque peut faire",
                "report, fin décalée, mensualité plus basse, selon la convention",
                "reporter la mensualité, décaler la fin du prêt",
                Of::Difficulty,
            ),
            Self::RegistrationCount => told(
                "mensualités avant fichage",
                "combien d’impayés permettent un fichage",
                "2 mensualités",
                Of::Difficulty,
            ),
            Self::RegistrationDays => {
                told("jours pour régulariser", "le délai après la lettre de la banque", "30 jours", Of::Difficulty)
            }
            Self::RegistrationRisk => told(
                "rappel du fichage",
                "quand l’incident peut être déclaré, et par quelle règle",
                "L’incident pourrait être déclaré dès le 25 avril 2027",
                Of::Difficulty,
            ),
            Self::Unpaid => told(
                "ce qui n’est pas payé",
                "les échéances en cause, dans une phrase",
                "ne pourrait pas payer l’échéance du 5 septembre 2027",
                Of::Difficulty,
            ),
            Self::AskedAbout => told(
                "objet de la demande à la banque",
                "ce qui est demandé, pour l’objet de la lettre",
                "demande de report d’une échéance",
                Of::Difficulty,
            ),
            Self::Asked => told(
                "ce qui est demandé",
                "ce qui est demandé, dans une phrase",
                "reporter cette échéance à la fin du prêt",
                Of::Difficulty,
            ),
            Self::Reasons => told(
                "ce qui s’est passé",
                "les événements et les causes notés",
                "Arrêt de travail depuis le 9 août.",
                Of::Difficulty,
            ),
            Self::Done => told(
                "ce qui est déjà fait",
                "les actions et les points notés",
                "Accès à l’épicerie sociale, le 23 août 2027.",
                Of::Difficulty,
            ),
            Self::Offered => told(
                "ce qui est proposé",
                "la solution demandée en dernier",
                "Reporter à la fin du prêt les échéances impayées.",
                Of::Difficulty,
            ),
            Self::AnnouncedOn => told(
                "date de l’annonce de la banque",
                "le jour où elle a dit vouloir mettre fin au prêt",
                "12 avril 2027",
                Of::Difficulty,
            ),
            Self::DeferralTable => told(
                "tableau du report",
                "les échéances, ce qui reste dû, la nouvelle fin, les intérêts en plus",
                "",
                Of::Difficulty,
            ),
            Self::DefaultTable => told(
                "tableau de la défaillance",
                "ce qui est payé, ce qui ne l’est pas, depuis quand on le sait",
                "",
                Of::Difficulty,
            ),
            Self::RepaidOn => {
                told("date de fin du prêt", "le jour où le prêt a été remboursé", "5 janvier 2030", Of::Refund)
            }
            Self::RefundShare => {
                told("part remboursée", "quelle part des intérêts est rendue", "la totalité des intérêts", Of::Refund)
            }
            Self::RefundAmount => told(
                "montant du remboursement",
                "la somme décidée, ou celle que donne la règle",
                "150,87 €",
                Of::Refund,
            ),
            Self::RefundDecidedOn => told(
                "date de la décision de remboursement",
                "le jour où il a été décidé",
                "12 février 2030",
                Of::Refund,
            ),
            Self::RefundObstacle => {
                told("raison du non-remboursement", "ce qui s’y oppose", "L’échéance 9 a été en retard.", Of::Refund)
            }
            Self::RefundPayer => told("payeur du remboursement", "qui fait le virement", "le CCAS", Of::Refund),
            Self::RefundResolution => told(
                "délibération",
                "la délibération qui fixe la règle",
                "délibération n° 2025-018 du 20 mars 2025",
                Of::Refund,
            ),
            Self::AccountEnding => told("fin du compte", "les derniers chiffres du RIB", "… 0189", Of::Refund),
            Self::RefundTable => told(
                "tableau du remboursement",
                "le prêt, les intérêts payés, la part et la somme rendue",
                "",
                Of::Refund,
            ),
            Self::AskedTable => {
                told("tableau du prêt demandé", "le montant, la durée, la mensualité et le coût", "", Of::Commission)
            }
            Self::Story => told(
                "récit du projet",
                "le projet, dans les mots de la personne",
                "Un emploi à 14 km, sans bus avant 7 h.",
                Of::Commission,
            ),
            Self::AidsSought => told(
                "aides cherchées",
                "les aides demandées et leur réponse",
                "aide du département : refusée",
                Of::Commission,
            ),
            Self::BudgetTable => told(
                "tableau du budget",
                "ressources, charges et reste à vivre, avant et avec le prêt",
                "",
                Of::Commission,
            ),
            Self::QuoteUntil => {
                told("validité du devis", "le dernier jour du devis retenu", "15 décembre 2026", Of::Commission)
            }
            Self::CommissionGuarantee => told(
                "garantie du prêt demandé",
                "qui garantirait le prêt, et quelle part",
                "Fonds de cohésion sociale, 50 %",
                Of::Commission,
            ),
            Self::FeedbackAgreedOn => {
                told("date de l’accord", "le jour où la personne a accepté ce retour", "9 novembre 2026", Of::Referral)
            }
            Self::Became => told(
                "suite donnée",
                "ce qu’est devenue la demande, sans motif ni montant",
                "La demande suit son cours.",
                Of::Referral,
            ),
        }
    }

    /// Its name, as it stands between braces: `date de l’échéance`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.told().name
    }

    /// What it is, in a few words.
    #[must_use]
    pub fn about(self) -> &'static str {
        self.told().about
    }

    /// What it may read; empty for a table.
    #[must_use]
    pub fn example(self) -> &'static str {
        self.told().example
    }

    /// What it is about.
    #[must_use]
    pub fn topic(self) -> LetterTopic {
        self.told().topic
    }

    /// Whether it is labels and values under one another, which stand alone on their line.
    #[must_use]
    pub fn is_table(self) -> bool {
        matches!(
            self,
            Self::GrantTable
                | Self::LoanTable
                | Self::DeferralTable
                | Self::DefaultTable
                | Self::RefundTable
                | Self::AskedTable
                | Self::BudgetTable
        )
    }

    /// Whether a letter may name it.
    #[must_use]
    pub fn is_offered_to(self, letter: LetterKind) -> bool {
        letter.topics().contains(&self.topic())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::words::folded;

    #[test]
    fn every_field_has_its_own_name_its_words_and_its_letters() {
        let names: BTreeSet<String> = LetterField::ALL.iter().map(|field| folded(field.name())).collect();
        assert_eq!(names.len(), LetterField::ALL.len(), "two names are alike");
        for field in LetterField::ALL {
            let name = field.name();
            assert!(!name.contains(['{', '}', '\n', '\'']) && name.trim() == name, "{name}");
            assert!(
                !["si ", "sinon", "fin si"].iter().any(|word| name.starts_with(word)),
                "{name} is a word of its own"
            );
            assert!(!field.about().is_empty(), "{name}");
            assert_eq!(field.example().is_empty(), field.is_table(), "{name}");
            assert_eq!(name.starts_with("tableau"), field.is_table(), "{name}");
            assert!(LetterKind::ALL.iter().any(|kind| field.is_offered_to(*kind)), "{name}");
        }
        let topics: Vec<LetterTopic> = LetterField::ALL.iter().map(|field| field.topic()).collect();
        assert!(topics.is_sorted(), "topic by topic");
    }
}
