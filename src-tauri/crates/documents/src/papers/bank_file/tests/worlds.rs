//! The bank files the tests print; all invented.

mod difficult;
mod listed;

use domain::assessment::{Assessment, Finding, Opinion, RegisterAnswer, Registers, WatchPoint, WatchPointId};
use domain::budget::{Benchmark, Hypothesis, StatementReview, StatementReviewId, Stress, StressLine};
use domain::calendar::YearMonth;
use domain::dossier::Precision;
use domain::household::{Household, Link};
use domain::line::Line;
use domain::loan::{LoanTerms, schedule, taeg};
use domain::money::Euros;
use domain::person::{Person, Title};
use domain::project::{Aid, AidId, AidStatus, Choice, Expense, ExpenseId, Project, Quote, QuoteId};
use domain::settings::{Guarantor, ListKey};
use domain::text::Text;

use super::super::*;
use crate::papers::BudgetBeside;
use crate::papers::support_charter::CharterStep;
use crate::papers::worlds::{self, day, delmas_terms, delmas_with_loan, euros, line, member, named};
pub(in crate::papers) use difficult::difficult;
pub(super) use difficult::two;
pub(super) use listed::document;
use listed::documents;

/// The reasons of a refusal, as the delivered list words them.
const REASONS: [&str; 11] = [
    "Capacité de remboursement insuffisante",
    "Taux d’endettement trop élevé",
    "Ressources non pérennes",
    "Surendettement ou fichage inconnu du CCAS",
    "Fonctionnement du compte",
    "Objet hors convention",
    "Projet jugé trop fragile",
    "Montant ou durée",
    "Dossier incomplet ou périmé",
    "Accès possible au crédit ordinaire",
    "Autre motif",
];

/// The four hypotheses of the mockup.
fn stressed() -> Stress {
    let sheet = delmas_with_loan();
    let after = sheet.after.unwrap();
    let line = |name: &str| {
        let mut lines = after.budget.budget.sections.iter().flat_map(|section| &section.lines);
        lines.find(|line| line.name == name).unwrap().clone()
    };
    let with = |hypothesis, each: &str, apart: &str| StressLine {
        hypothesis,
        each: Some(euros(each)),
        apart: Some(if let Some(under) = apart.strip_prefix('−') {
            Euros::ZERO.minus(euros(under)).unwrap()
        } else {
            euros(apart)
        }),
    };
    Stress {
        lines: vec![
            with(Hypothesis::LowerWage(Some(Box::new(line("Salaire net")))), "266,33", "16,33"),
            with(Hypothesis::Unexpected(euros("40")), "286,74", "36,74"),
            with(Hypothesis::Lost(Some(Box::new(line("Pension alimentaire reçue")))), "226,74", "−23,26"),
            with(
                Hypothesis::Eased(Some((vec![line("Crédit renouvelable")], YearMonth::new(2028, 2).unwrap()))),
                "315,07",
                "65,07",
            ),
        ],
        benchmark: Some(Benchmark {
            each: euros("250"),
            household: euros("750"),
            apart: euros("50,07"),
            fall: Some((euros("150,22"), "7.5".parse().unwrap())),
        }),
    }
}

pub(super) fn text(words: &str) -> Text {
    Text::read(words).unwrap()
}

/// The CCAS of Valbourg with its adviser, as the mockup names them.
pub(super) fn valbourg() -> Letterhead {
    let mut head = worlds::valbourg();
    head.office.advisor = "Nadia Ferrand".to_owned();
    head.office.advisor_title = Title::Madame;
    head.office.advisor_role = "référente microcrédit".to_owned();
    head.office.advisor_phone = "05\u{a0}36\u{a0}49\u{a0}00\u{a0}15".to_owned();
    head.office.email = "microcredit@ccas-valbourg.example".to_owned();
    head.office.town = "Valbourg".to_owned();
    head
}

/// An office of which only the name is known.
pub(super) fn unknown_office() -> Letterhead {
    let mut head = worlds::valbourg();
    head.office = domain::settings::OfficeIdentity { name: head.office.name, ..Default::default() };
    head
}

/// The file of Sonia Delmas, with the facts of the mockup.
pub(in crate::papers) fn delmas() -> BankFile {
    BankFile {
        reference: "VB-2026-0147".to_owned(),
        printed_on: day("2026-11-27"),
        sent_on: Some(day("2026-11-27")),
        sent_known: Precision::Day,
        lender: Some(BankFileLender {
            name: "Banque du Val".to_owned(),
            contact: "M.\u{a0}Joël Astier".to_owned(),
            contact_role: "conseiller microcrédit".to_owned(),
            answer_days: Some(21),
            answer_by: Some(day("2026-12-18")),
            attachment_megabytes: None,
        }),
        amount: Some(euros("2400")),
        months: Some(36),
        loan: Some(loan(&delmas_terms())),
        applicant: sonia(),
        co_applicant: None,
        referent: None,
        household: delmas_with_loan().household,
        course: course(),
        earlier: Vec::new(),
        purpose: "Achat d’un véhicule d’occasion".to_owned(),
        project: project(),
        conditions: Conditions {
            product: "Microcrédit personnel, convention 2025".to_owned(),
            guarantor: Some(Guarantor::Fcs),
            guarantee_percent: Some(50),
            domiciliation: "Compte alimenté de la mensualité".to_owned(),
            debit_day: Some(5),
        },
        budget: Some(BankFileBudget {
            version: 2,
            established_on: day("2026-11-09"),
            before: delmas_with_loan().budget,
            after: delmas_with_loan().after,
            low: None,
            stress: Some(stressed()),
            beside: BudgetBeside { statements: statements(), ..BudgetBeside::default() },
        }),
        assessment: assessment(),
        criteria: criteria(),
        alerts: Vec::new(),
        passed_over: Vec::new(),
        choice: None,
        support: Some(support()),
        decision: Some(OfficeDecision {
            on: day("2026-11-26"),
            known: Precision::Day,
            mode: "La commission interne du CCAS décide de transmettre".to_owned(),
            reason: "À l’unanimité".to_owned(),
            condition: String::new(),
        }),
        refund: "Le CCAS rembourse les intérêts en fin de prêt si les échéances sont payées à leur date \
                 (délibération n°\u{a0}2025-018)."
            .to_owned(),
        refunded: "rendu si tout est payé à l’heure".to_owned(),
        consented_on: Some(day("2026-11-24")),
        refusal_reasons: REASONS.map(str::to_owned).to_vec(),
        documents: documents(),
        questions: Vec::new(),
        parts: BankFilePart::ALL,
        own_form: None,
    }
}

pub(super) fn loan(terms: &LoanTerms) -> BankFileLoan {
    let schedule = schedule(terms).unwrap();
    BankFileLoan { taeg: taeg(&schedule).ok(), schedule }
}

/// Three months of statements of a current account.
fn statements() -> Vec<StatementReview> {
    vec![StatementReview {
        id: StatementReviewId(1),
        account: line("compte courant"),
        bank: line("Banque du Val"),
        from: YearMonth::new(2026, 8),
        to: YearMonth::new(2026, 10),
        overdraft: Some(euros("200")),
        lowest: Some(euros("12,40")),
        days_overdrawn: Some(0),
        rejected: Some(0),
        fees: Some(euros("9")),
        savings: Some(euros("260")),
        remark: Line::default(),
    }]
}

fn sonia() -> BankFileBorrower {
    let person = Person {
        born_on: Some(day("1992-05-17")),
        phone: domain::contact::Phone::read("0639980127").ok(),
        email: domain::contact::Email::read("s.delmas@courriel.example").ok(),
        address: line("18 rue du Lavoir"),
        postal_code: domain::contact::PostalCode::read("99120").ok(),
        commune: line("Valbourg"),
        occupation: line("aide à domicile"),
        ..named(Title::Madame, "Sonia", "Delmas")
    };
    BankFileBorrower {
        person,
        family_situation: "Séparée".to_owned(),
        housing: "Locataire du parc social".to_owned(),
        employment: "CDI à temps partiel".to_owned(),
        payment_means: String::new(),
    }
}

fn course() -> Vec<CourseStep> {
    let step = |on, what: &str, note: &str| CourseStep {
        on: day(on),
        known: Precision::Day,
        what: what.to_owned(),
        note: note.to_owned(),
    };
    vec![
        step(
            "2026-10-12",
            "Premier appel",
            "Orientée par le centre social La Passerelle. Projet recevable, pas de solution plus simple repérée.",
        ),
        step(
            "2026-10-19",
            "Premier entretien, 1 h 30",
            "Situation, projet, fonctionnement du prêt et rôle de la banque. Budget, version 1.",
        ),
        step(
            "2026-11-02",
            "Entretien, 1 h 15",
            "Trois relevés de compte examinés ligne à ligne. Droits vérifiés. Aide du Département demandée.",
        ),
        step(
            "2026-11-09",
            "Entretien, 45 min",
            "Budget, version 2. Choix du montant et de la durée. Pièces complètes le 20 novembre.",
        ),
        step("2026-11-26", "Décision du CCAS", "Transmission à la banque décidée à l’unanimité."),
    ]
}

fn project() -> Project {
    let quote = |id, seller, label, dated: &str, until: &str, amount, choice, reason| Quote {
        id: QuoteId(id),
        label: line(label),
        seller: line(seller),
        dated_on: Some(day(dated)),
        valid_until: Some(day(until)),
        amount: euros(amount),
        choice,
        reason: line(reason),
    };
    let aid =
        |id, provider, label, status, asked: Option<&str>, answered: Option<&str>, amount: Option<&str>, reason| Aid {
            id: AidId(id),
            provider: line(provider),
            label: line(label),
            status,
            asked_on: asked.map(day),
            answered_on: answered.map(day),
            amount: amount.map(euros),
            reason: line(reason),
        };
    let expense = |id, label, amount| Expense { id: ExpenseId(id), label: line(label), amount: euros(amount) };
    Project {
        story: text(
            "Mme Delmas intervient chez six personnes âgées, dans Valbourg et trois communes voisines. Elle se déplace \
             en bus et en covoiturage. Deux interventions du soir lui échappent chaque semaine, faute de transport. Son \
             employeur s’engage par écrit à porter son contrat à 28 heures si elle dispose d’un véhicule.\n\
             Le véhicule choisi est une citadine essence de 2014, 96 000 km, vendue par un garage de Valbourg. Le \
             contrôle technique date de moins de six mois et ne demande pas de contre-visite. Le montant a été ramené \
             de 3 200 à 2 400 € : véhicule moins puissant, aide du Département obtenue.",
        ),
        wanted_for: line("février 2027"),
        payment_means: line("chèque de banque à l’ordre du garage"),
        own_share: Some(euros("250")),
        own_share_note: line("épargne disponible"),
        quotes: vec![
            quote(
                1,
                "Garage des Halles",
                "citadine essence, 2014",
                "2026-11-18",
                "2027-01-15",
                "2750",
                Choice::Kept,
                "",
            ),
            quote(
                2,
                "Garage des Halles",
                "révision, pneus, carte grise",
                "2026-11-18",
                "2027-01-15",
                "300",
                Choice::Kept,
                "",
            ),
            quote(
                3,
                "Auto Valbourg",
                "citadine diesel, 2013",
                "2026-11-04",
                "2026-12-04",
                "3190",
                Choice::PutAside,
                "plus chère",
            ),
        ],
        expenses: vec![
            expense(1, "Véhicule", "2750"),
            expense(2, "Carte grise", "152"),
            expense(3, "Révision et deux pneus", "148"),
        ],
        aids: vec![
            aid(
                1,
                "Département",
                "aide à la mobilité",
                AidStatus::Obtained,
                Some("2026-11-03"),
                Some("2026-11-12"),
                Some("400"),
                "",
            ),
            aid(
                2,
                "France Travail",
                "aide au permis et au véhicule",
                AidStatus::Refused,
                Some("2026-11-03"),
                None,
                None,
                "personne en emploi",
            ),
            aid(3, "CCAS", "aide facultative", AidStatus::NotApplicable, None, None, None, "hors règlement"),
            aid(
                4,
                "Employeur",
                "prêt du comité social",
                AidStatus::NotApplicable,
                Some("2026-11-05"),
                None,
                None,
                "pas de comité",
            ),
        ],
        ..Project::default()
    }
}

fn assessment() -> Assessment {
    let point = |id, risk, answer| WatchPoint { id: WatchPointId(id), risk: line(risk), answer: line(answer) };
    Assessment {
        registers: Registers {
            ficp: RegisterAnswer::No,
            fcc: RegisterAnswer::No,
            over_indebtedness: RegisterAnswer::No,
            checked_on: Some(day("2026-11-09")),
            how: line("relevé de situation présenté par Mme Delmas"),
        },
        opinion: Some(Opinion::Favourable),
        reasoned: text(
            "Mme Delmas porte un projet précis et modeste. Elle en a réduit le montant elle-même, après avoir comparé \
             deux véhicules. En trois entretiens, elle a apporté toutes les pièces, expliqué chaque mouvement de ses \
             relevés et complété son budget d’une charge oubliée. Ses comptes ne montrent aucun découvert depuis trois \
             mois, après une période difficile en 2024 liée à la séparation ; le plan d’apurement qui en reste s’achève \
             avant la première mensualité.\n\
             La durée de 36 mois est préférée à 24 mois (104,22 € par mois) : elle laisse au budget une marge de 50 € \
             par personne au-dessus du repère. L’amélioration attendue du salaire n’est pas nécessaire pour rembourser ; \
             elle permettra de constituer une épargne.",
        ),
        summary: text(
            "Mme Sonia Delmas, 34 ans, aide à domicile en contrat à durée indéterminée, élève seule deux enfants. Elle \
             demande 2 400 € pour acheter un véhicule d’occasion : son employeur lui propose quatre heures de plus par \
             semaine à partir de février 2027, dans des communes sans bus le soir. Elle n’a pas accès au crédit \
             ordinaire. Son budget, suivi depuis trois mois, est équilibré et supporte la mensualité sans compter la \
             hausse de salaire attendue. Elle n’est inscrite à aucun fichier.",
        ),
        written_on: Some(day("2026-11-20")),
        watch_points: vec![
            point(
                1,
                "Panne ou réparation importante",
                "Épargne de précaution ; appel immédiat à la référente ; report d’échéance possible par convention.",
            ),
            point(
                2,
                "Pension alimentaire versée en retard",
                "Démarche d’intermédiation des pensions engagée avec la CAF le 9 novembre 2026.",
            ),
            point(
                3,
                "Découragement ou isolement",
                "Appel dans le mois du versement, puis chaque trimestre la première année.",
            ),
        ],
        ..Assessment::default()
    }
}

fn criteria() -> Vec<CriterionFound> {
    let found = |key: &str, label: &str, finding, ground: &str| CriterionFound {
        key: ListKey::new(key),
        label: label.to_owned(),
        finding,
        ground: text(ground),
        contradicted: Vec::new(),
    };
    vec![
        found(
            "ordinary_credit_exclusion",
            "Accès au crédit ordinaire",
            Finding::Favourable,
            "Compte tenu récemment à l’équilibre, salaire partiel, parent seul : deux banques en ligne ont refusé une \
             demande sans écrit. Aucun refus écrit n’est exigé.",
        ),
        found(
            "target_public",
            "Public concerné",
            Finding::Favourable,
            "Résidente de Valbourg ; dispositif ouvert à toute personne exclue du crédit, sans plafond de ressources.",
        ),
        found(
            "income_and_reste_a_vivre",
            "Ressources et reste à vivre",
            Finding::Favourable,
            "339,53 € avant, 300,07 € après, pour un repère de 250 €. Ressources stables depuis 2023. La mensualité \
             représente 32 % de la capacité.",
        ),
        found(
            "banque_de_france_situation",
            "Situation Banque de France",
            Finding::Favourable,
            "Ni FICP, ni FCC, ni surendettement (attestation sur l’honneur et relevés concordants).",
        ),
        found(
            "purpose_and_situation",
            "Objet et situation",
            Finding::Favourable,
            "Le véhicule répond à un besoin réel de travail : employeur, horaires et lieux vérifiés.",
        ),
        found(
            "project_viability",
            "Viabilité du projet",
            Finding::ToDiscuss,
            "Véhicule contrôlé, coûts d’usage comptés (141,50 € par mois). Point de vigilance : panne importante. Une \
             épargne de précaution de 20 € par mois est prévue à partir de février 2028.",
        ),
        found(
            "complementarity",
            "Complémentarité avec les aides",
            Finding::Favourable,
            "Aide du Département obtenue et comptée ; autres aides refusées ou sans objet. Pas d’aide plus adaptée.",
        ),
    ]
}

fn support() -> BankFileSupport {
    let step = |when: &str, how: &str, purpose: &str| CharterStep {
        when: when.to_owned(),
        how: how.to_owned(),
        purpose: purpose.to_owned(),
    };
    BankFileSupport {
        level: "Accompagnement régulier".to_owned(),
        budget: None,
        social: None,
        note: "Pas d’accompagnement budgétaire renforcé : il n’est pas nécessaire aujourd’hui".to_owned(),
        steps: vec![
            step("Dans le mois du versement (février 2027)", "appel", "s’assurer que tout se passe bien"),
            step("Chaque trimestre, la première année", "appel", "faire le point sur le budget"),
            step("À mi-parcours (juillet 2028)", "rendez-vous", "revoir le budget ensemble"),
            step("Trois mois avant la fin (octobre 2029)", "appel", "préparer la suite"),
            step("À la fin du prêt", "entretien", "dresser le bilan"),
        ],
    }
}
