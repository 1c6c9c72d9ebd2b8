//! THE list of the fields letters may name: one line each, topic by topic.

use super::LetterTopic;

/// Declares the fields: what stands between braces, what it is in a few words, what it may read (empty for a table).
macro_rules! letter_fields {
    ($($topic:ident { $($field:ident => $name:literal, $about:literal, $example:literal;)+ })+) => {
        /// A field a letter may name between braces.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum LetterField {
            $($(#[doc = $about] $field,)+)+
        }

        impl LetterField {
            /// Every field, topic by topic.
            pub const ALL: [Self; [$($($name),+),+].len()] = [$($(Self::$field),+),+];

            /// Its name, as it stands between braces: `date de l’échéance`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $($(Self::$field => $name),+),+ }
            }

            /// What it is, in a few words.
            #[must_use]
            pub fn about(self) -> &'static str {
                match self { $($(Self::$field => $about),+),+ }
            }

            /// What it may read; empty for a table.
            #[must_use]
            pub fn example(self) -> &'static str {
                match self { $($(Self::$field => $example),+),+ }
            }

            /// What it is about.
            #[must_use]
            pub fn topic(self) -> LetterTopic {
                match self { $($(Self::$field)|+ => LetterTopic::$topic),+ }
            }
        }
    };
}

letter_fields! {
    Office {
        OfficeThe => "le CCAS", "le service, comme il se nomme dans une phrase", "le CCAS";
        OfficeOf => "du CCAS", "le même, après « de »", "du CCAS";
        OfficeTo => "au CCAS", "le même, après « à »", "au CCAS";
        OfficeName => "nom du CCAS", "le nom entier du service", "CCAS de Valbourg";
        OfficeNameThe => "le nom du CCAS", "le nom entier, avec son article", "le CCAS de Valbourg";
        Advisor => "référent", "qui suit le dossier", "Nadia Ferrand";
        AdvisorPhone => "téléphone du référent", "la ligne directe, ou celle du service", "05 36 49 00 12";
        AdvisorPresence => "permanence", "quand le référent reçoit", "le mardi et le jeudi matin";
        Today => "date du jour", "le jour où la lettre est imprimée", "24 novembre 2026";
        Complaints => "réclamations", "qui reçoit les réclamations, nom et qualité",
            "Mme Lopez, responsable de l’action sociale";
        AnswerBy => "date de réponse souhaitée", "le jour avant lequel une réponse est attendue", "4 décembre 2026";
    }
    Person {
        Person => "personne", "civilité, prénom et nom", "Mme Sonia Delmas";
        ShortName => "nom court", "civilité et nom", "Mme Delmas";
        HeOrShe => "il ou elle", "le pronom de la personne, ou son nom", "elle";
        ThatHeOrShe => "qu’il ou qu’elle", "le même, après « que »", "qu’elle";
        Borrowers => "emprunteurs", "les deux noms, quand deux personnes empruntent ensemble",
            "Mme Sonia Delmas et M. Karim Benali";
        Reference => "référence du dossier", "le numéro du dossier", "2026-147";
    }
    Request {
        RequestDay => "date de la demande", "le jour du premier contact", "9 novembre 2026";
        AmountAsked => "montant demandé", "la somme demandée", "2 400 €";
        Project => "projet", "le projet en une ligne", "une voiture pour aller travailler";
        PersonPhone => "téléphone de la personne", "le numéro où la joindre", "06 39 98 20 61";
        BornOn => "date de naissance", "le jour de naissance de la personne", "14 mars 1992";
        PersonBorn => "personne et naissance", "civilité, prénom, nom et jour de naissance",
            "Mme Sonia Delmas, née le 14 mars 1992";
    }
    Appointment {
        AppointmentDay => "date du rendez-vous", "le prochain rendez-vous, jour et heure",
            "mardi 1er décembre 2026 à 10 h";
        AppointmentPlace => "lieu du rendez-vous", "où il se tient, ou le numéro à appeler", "au CCAS, bureau 4";
    }
    Decision {
        Bank => "banque", "la banque qui a répondu, ou à qui le dossier est envoyé", "Banque du Val";
        BankThe => "la banque", "la même, avec son article", "la Banque du Val";
        BankTo => "à la banque", "la même, après « à »", "à la Banque du Val";
        SentOn => "date d’envoi à la banque", "le jour où le dossier est parti", "16 novembre 2026";
        DecidedOn => "date de la décision", "le jour de la réponse de la banque", "24 novembre 2026";
        TermsSent => "demande envoyée", "le montant et la durée présentés à la banque", "2 400 € sur 36 mois";
        RefusalReasons => "motif du refus", "ce que les motifs de la banque veulent dire, en phrases",
            "La banque estime que votre budget est trop juste.";
        ReasonAskedOn => "date de la demande de motif", "le jour où le motif a été demandé", "25 novembre 2026";
        GrantTable => "tableau du prêt accordé", "le montant, la durée, la mensualité et le coût", "";
        RefundPromised => "remboursement promis",
            "ce que le service rembourse des intérêts à la fin du prêt, et à quelle condition",
            "À la fin du prêt, le CCAS vous rembourse la totalité des intérêts payés, si le prêt est remboursé.";
        ReflectionDays => "jours de réflexion", "le délai pour changer d’avis après la signature", "14 jours";
        FirstPaymentDay => "premier jour de versement", "combien de jours après la signature l’argent peut venir",
            "8e jour";
        OrientedOn => "date de l’orientation", "le jour où le service a décidé", "20 novembre 2026";
        Solutions => "solutions proposées", "les autres solutions, et à qui s’adresser",
            "aide facultative du CCAS, épicerie sociale";
        OrientationReason => "raison de l’orientation", "pourquoi, dans les mots à dire à la personne",
            "le prêt pèserait trop sur le budget";
        DecisionCondition => "condition de la décision",
            "ce qui reste à faire avant l’envoi, ou ce qui est demandé à la banque, dans les mots à dire à la personne",
            "Avant l’envoi, il reste une condition à remplir : l’assurance du véhicule est à fournir.";
        TooLow => "reste à vivre trop bas", "ce que le prêt simulé laisserait pour vivre, quand c’est sous le repère",
            "avec une mensualité de 35,43 €, il vous resterait 171,40 € par personne et par mois.";
        DebtEnding => "crédit qui finit", "la dette du budget qui finit dans l’année, et ce qu’elle libère",
            "Votre crédit actuel se termine en mai 2027 : vous aurez alors 60 € de plus par mois.";
        CallBackOn => "date de rappel", "le jour où le référent rappelle", "5 décembre 2026";
        HeardOn => "date de la séance", "le jour où le dossier a été vu", "26 novembre 2026";
        AdjournedTo => "date de la prochaine séance", "le jour où le dossier sera vu, s’il est inscrit",
            "10 décembre 2026";
        AdjournmentReason => "raison du renvoi", "pourquoi, dans les mots à dire à la personne",
            "le devis doit être précisé";
    }
    Loan {
        Loan => "prêt", "le numéro du prêt et le jour du contrat", "prêt n° 4021-77 signé le 27 novembre 2026";
        Lender => "banque du prêt", "qui prête", "Banque du Val";
        LoanAmount => "montant du prêt", "la somme prêtée", "2 400 €";
        LoanMonths => "durée du prêt", "en mois", "36 mois";
        Instalment => "mensualité", "ce qui est payé d’ordinaire chaque mois", "70,86 €";
        SignedOn => "date du contrat", "le jour de la signature", "27 novembre 2026";
        LawSince2026 => "contrat depuis le 20 novembre 2026", "le jour du contrat, s’il suit les règles de 2026",
            "le 27 novembre 2026";
        LawSince2023 => "contrat depuis le 30 décembre 2023", "le jour du contrat, s’il suit les règles de 2023",
            "le 2 octobre 2024";
        LawBefore2023 => "contrat avant le 30 décembre 2023", "le jour du contrat, s’il est plus ancien",
            "le 5 mars 2023";
        DisbursedOn => "date du versement", "le jour où l’argent a été versé", "5 janvier 2027";
        FirstDue => "première échéance", "le jour de la première mensualité", "5 février 2027";
        NextDue => "prochaine échéance", "le jour de la mensualité qui vient", "5 septembre 2027";
        NextAmount => "montant de la prochaine échéance", "ce qui sera prélevé ce jour-là", "72,50 €";
        LastDue => "dernière échéance", "le jour de la dernière mensualité", "5 janvier 2030";
        AgreementDay => "date de la convention", "le jour de la convention signée avec la banque", "1er février 2025";
        DeferralsMost => "reports au plus", "combien de reports la convention permet", "2 reports";
        WarningDays => "jours pour prévenir", "combien de jours avant le prélèvement appeler", "8 jours";
        Guarantee => "garantie", "qui garantit le prêt, et quelle part", "Fonds de cohésion sociale, 50 %";
        LoanTable => "tableau du prêt", "le montant versé, les mensualités et leurs dates", "";
    }
    Difficulty {
        MissedDue => "date de l’échéance", "le jour de la première échéance impayée", "5 janvier 2027";
        MissedAmount => "montant de l’échéance", "son montant", "63,15 €";
        BankToldOn => "date du signalement par la banque", "le jour où la banque l’a dit", "11 janvier 2027";
        DifficultyToldOn => "date où la difficulté a été dite", "le jour où la personne l’a dite", "23 août 2027";
        BankSolutions => "ce que la banque peut faire",
            "report, fin décalée, mensualité plus basse, selon la convention",
            "reporter la mensualité, décaler la fin du prêt";
        RegistrationCount => "mensualités avant fichage", "combien d’impayés permettent un fichage", "2 mensualités";
        RegistrationDays => "jours pour régulariser", "le délai après la lettre de la banque", "30 jours";
        RegistrationRisk => "rappel du fichage", "quand l’incident peut être déclaré, et par quelle règle",
            "L’incident pourrait être déclaré dès le 25 avril 2027";
        Unpaid => "ce qui n’est pas payé", "les échéances en cause, dans une phrase",
            "ne pourrait pas payer l’échéance du 5 septembre 2027";
        AskedAbout => "objet de la demande à la banque", "ce qui est demandé, pour l’objet de la lettre",
            "demande de report d’une échéance";
        Asked => "ce qui est demandé", "ce qui est demandé, dans une phrase",
            "reporter cette échéance à la fin du prêt";
        Reasons => "ce qui s’est passé", "les difficultés notées et leur cause", "Arrêt de travail depuis le 9 août.";
        Done => "ce qui est déjà fait", "les actions et les points notés",
            "Accès à l’épicerie sociale, le 23 août 2027.";
        Offered => "ce qui est proposé", "la solution demandée en dernier",
            "Reporter à la fin du prêt les échéances impayées.";
        AnnouncedOn => "date de l’annonce de la banque", "le jour où elle a dit vouloir mettre fin au prêt",
            "12 avril 2027";
        LostOn => "date de la déchéance", "le jour où la banque a mis fin au prêt, ou appelé la garantie",
            "20 avril 2027";
        DeferralTable => "tableau du report", "les échéances, ce qui reste dû, la nouvelle fin, les intérêts en plus",
            "";
        DefaultTable => "tableau de la défaillance", "ce qui est payé, ce qui ne l’est pas, depuis quand on le sait",
            "";
    }
    Refund {
        RepaidOn => "date de fin du prêt", "le jour où le prêt a été remboursé", "5 janvier 2030";
        RefundShare => "part remboursée", "quelle part des intérêts est rendue", "la totalité des intérêts";
        RefundAmount => "montant du remboursement", "la somme décidée, ou celle que donne la règle", "150,87 €";
        RefundDecidedOn => "date de la décision de remboursement", "le jour où il a été décidé", "12 février 2030";
        SurveyToAnswer => "questionnaire à rendre", "le questionnaire de fin, tant qu’il n’est pas rendu", "un questionnaire";
        RefundObstacle => "raison du non-remboursement", "ce qui s’y oppose", "L’échéance 9 a été en retard.";
        RefundPayer => "payeur du remboursement", "qui fait le virement", "le CCAS";
        RefundResolution => "délibération", "la délibération qui fixe la règle",
            "délibération n° 2025-018 du 20 mars 2025";
        AccountEnding => "fin du compte", "les derniers chiffres du RIB", "… 0189";
        RefundTable => "tableau du remboursement", "le prêt, les intérêts payés, la part et la somme rendue", "";
    }
    Commission {
        AskedTable => "tableau du prêt demandé", "le montant, la durée, la mensualité et le coût", "";
        Story => "récit du projet", "le projet, dans les mots de la personne", "Un emploi à 14 km, sans bus avant 7 h.";
        AidsSought => "aides cherchées", "les aides demandées et leur réponse", "aide du département : refusée";
        BudgetTable => "tableau du budget", "ressources, charges et reste à vivre, avant et avec le prêt", "";
        QuoteUntil => "validité du devis", "le dernier jour du devis retenu", "15 décembre 2026";
        CommissionGuarantee => "garantie du prêt demandé", "qui garantirait le prêt, et quelle part",
            "Fonds de cohésion sociale, 50 %";
    }
    Referral {
        FeedbackAgreedOn => "date de l’accord", "le jour où la personne a accepté ce retour", "9 novembre 2026";
        Became => "suite donnée", "ce qu’est devenue la demande, sans motif ni montant", "La demande suit son cours.";
    }
    Silence {
        CallsWithoutAnswer => "jours d’appel sans réponse", "les appels sans réponse depuis le dernier échange",
            "12 novembre 2026 et 19 novembre 2026";
        DocumentsAwaited => "pièces attendues", "les pièces qui manquent encore au dossier",
            "deux derniers relevés de compte et devis";
        ListJoined => "liste jointe", "la liste des pièces manquantes, quand la lettre ne les dit pas toutes",
            "la liste des pièces manquantes";
        ClosedWithoutNews => "date de classement", "le jour où la demande est classée sans réponse", "16 décembre 2026";
    }
    Charter {
        CharterReferent => "référent unique", "la personne à qui parler, au service ou ailleurs", "Nadia Ferrand";
        CharterReferentRole => "qualité du référent unique", "son métier, ou la structure où elle travaille",
            "conseillère en économie sociale et familiale au CCAS";
        CharterReferentPhone => "téléphone du référent unique", "où joindre cette personne", "05 36 49 00 15";
        CharterReferentReach => "autres moyens de le joindre", "son adresse électronique et ses permanences",
            "microcredit@ccas-valbourg.example, ou sur rendez-vous le mardi";
        CharterReferentNoun => "référente ou référent", "comment se nomme cette personne", "référente";
        CharterReferentPronoun => "elle ou lui", "le pronom de cette personne", "elle";
        CharterSupport => "appui du service", "le référent du service, quand le référent unique est ailleurs",
            "Nadia Ferrand, 05 36 49 00 15";
        CharterOfficePhone => "téléphone de l’accueil", "la ligne de l’accueil du service", "05 36 49 00 12";
        CharterAnswerDelay => "délai de réponse", "en combien de temps le service répond", "2 jours ouvrés";
        CharterInstalment => "mensualité prévue", "ce qui sera payé d’ordinaire chaque mois", "70,86 €";
        CharterDay => "jour de la mensualité", "le jour du mois où elle est prélevée", "5";
        CharterFirstDay => "première mensualité à part", "la première, quand son jour n’est pas celui des autres",
            "le 10 janvier 2027 la première fois";
        CharterWarning => "délai pour prévenir", "combien de temps avant l’échéance appeler", "8 jours";
        CharterSteps => "tableau du suivi", "les rendez-vous et les appels convenus", "";
        CharterLenderSigns => "banque signataire", "la banque, quand elle signe la charte", "Banque du Val";
        CharterContact => "contact à la banque", "qui suit le prêt à la banque", "M. Joël Astier, conseiller microcrédit";
        CharterContactPhone => "téléphone à la banque", "où joindre ce contact", "05 36 49 00 40";
        CharterAlertDelay => "délai de la banque", "en combien de temps la banque réagit à un impayé", "5 jours";
        CharterAgreement => "convention de la banque", "le jour de la convention en vigueur", "3 mars 2025";
        CharterAccepted => "engagements de la convention", "ce que la banque y a accepté",
            "de reporter deux mensualités au plus";
        CharterBankAlerts => "alerte de la banque", "la banque, quand elle prévient le service d’un impayé", "Banque du Val";
        CharterDeferral => "report possible", "le report, sauf quand la convention n’en permet aucun", "report possible";
        CharterDeferrals => "nombre de reports", "combien la banque en accepte, quand c’est fixé", "jusqu’à deux fois";
        CharterIncident => "seuil du fichage", "l’impayé à partir duquel la banque écrit", "deux mensualités";
        CharterIncidentDays => "délai de régularisation", "le temps laissé alors pour trouver une solution", "30 jours";
        CharterRefundTitle => "qui rembourse", "qui rembourse quoi, en titre", "Le CCAS vous rembourse les intérêts";
        CharterRefund => "règle du remboursement", "ce qui est remboursé et à quelle condition, en phrases",
            "À la fin du prêt, le CCAS vous rembourse la totalité des intérêts payés, soit au plus 150,87 €.";
        CharterDataKept => "durée de conservation", "combien de temps les informations sont gardées", "deux ans";
        CharterDataBasis => "base légale", "ce qui permet de les garder",
            "l’article 80 de la loi n° 2005-32 du 18 janvier 2005";
        CharterDataContact => "contact des données", "à qui les demander", "dpo@ccas-valbourg.example";
        CharterCopies => "exemplaires", "autant que de signataires", "trois";
        CharterVote => "origine de la charte", "la délibération ou l’usage d’où vient le texte du service",
            "délibération n° 2026-31 du 3 mars 2026";
    }
}
