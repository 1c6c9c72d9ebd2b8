//! The simulation of Sonia Delmas, and what holds of every simulation.

use domain::loan::{
    FeePayment, FirstPeriod, Insurance, InsuranceRequirement, LoanDates, LoanTerms, revolving, schedule, taeg,
};
use domain::settings::{LegalCertainty, RefundBase, RefundCondition, RefundMoment};

use super::*;
use crate::papers::worlds::{assert_says, day, delmas, delmas_terms, euros, leave_samples, line, read, valbourg};

fn rate(percent: &str) -> Rate {
    Rate::read(percent).unwrap()
}

fn policy(share_percent: u32) -> RefundPolicy {
    RefundPolicy {
        moment: RefundMoment::End,
        base: RefundBase::Interest,
        share_percent,
        condition: RefundCondition::FullyRepaidNoLateInstalment,
        payer: line("le CCAS"),
        decided_by: line(""),
        resolution: line(""),
        postponed_is_late: false,
        major_from_missed: None,
        yearly_envelope: None,
        charged_to: domain::line::Line::default(),
        ordered_by: domain::line::Line::default(),
    }
}

fn warning(from: Option<&str>, to: Option<&str>, value: &str) -> LegalValue {
    LegalValue {
        valid_from: from.map(day),
        valid_to: to.map(day),
        value: value.to_owned(),
        source: "Code de la consommation".to_owned(),
        certainty: LegalCertainty::Sure,
        note: None,
    }
}

fn of(terms: LoanTerms) -> SimulationSheet {
    let schedule = schedule(&terms).unwrap();
    SimulationSheet {
        reference: "VB-2026-0147".to_owned(),
        printed_on: day("2026-11-24"),
        borrowers: Some(Borrowers::new(vec![delmas().person])),
        purpose: "achat d’un véhicule d’occasion".to_owned(),
        lender: "Banque du Val".to_owned(),
        taeg: taeg(&schedule).ok(),
        refund: Some(policy(100)),
        revolving: Some(RevolvingBeside {
            taeg: rate("23,56"),
            origin: "taux d’exemple choisi par le CCAS le 1er janvier 2026".to_owned(),
            credit: revolving(terms.amount, rate("23,56"), terms.months).unwrap(),
        }),
        budget: Some(BudgetEffect {
            before: euros("339,53"),
            after: euros("300,07"),
            per: "par personne et par mois".to_owned(),
            established_on: day("2026-11-09"),
        }),
        contract_on: None,
        disbursed_otherwise: String::new(),
        warning: Some(warning(
            Some("2026-11-20"),
            None,
            "Attention ! Un crédit coûte de l’argent et doit être remboursé !",
        )),
        schedule,
    }
}

/// 3 000 € over 84 months, nothing paid for two months, then interest alone for three and for one later, with a
/// financed fee and an insurance on what is owed, the first period of a month and some days.
fn unlike() -> SimulationSheet {
    let insurance =
        Insurance { monthly: euros("1,20"), on_outstanding: rate("0,36"), requirement: InsuranceRequirement::Required };
    of(LoanTerms {
        deferred: 2,
        interest_only: 3,
        interest_only_later: vec![25],
        fee: euros("30"),
        fee_payment: FeePayment::Financed,
        insurance: Some(insurance),
        dates: Some(LoanDates {
            disbursed_on: day("2027-01-12"),
            first_due_on: day("2027-02-28"),
            debit_day: Some(31),
        }),
        first_period: FirstPeriod::MonthsAndDays,
        ..LoanTerms::of(euros("3000"), rate("4,90"), 84)
    })
}

/// Someone who only asks, without a dossier, before any date is known.
fn bare() -> SimulationSheet {
    SimulationSheet {
        reference: String::new(),
        borrowers: None,
        purpose: String::new(),
        lender: String::new(),
        refund: None,
        revolving: None,
        budget: None,
        contract_on: None,
        disbursed_otherwise: String::new(),
        warning: None,
        ..of(LoanTerms::of(euros("500"), Rate::default(), 6))
    }
}

fn printed(sheet: &SimulationSheet) -> Paper {
    render(sheet, &valbourg()).unwrap()
}

#[test]
fn samples_are_left_for_the_checkers_outside() {
    leave_samples(
        "simulation",
        [("delmas", of(delmas_terms())), ("84-mois", unlike()), ("sans-dossier", bare())]
            .map(|(name, sheet)| (name, printed(&sheet))),
    );
}

#[test]
fn the_first_sheet_says_what_the_loan_would_cost() {
    let pages = read(&printed(&of(delmas_terms())));
    assert_eq!(pages.len(), 2, "the cost, then the schedule");
    assert_says(
        &pages[0],
        &[
            "Ce que coûterait ce prêt Simulation pour Mme Sonia Delmas · achat d’un véhicule d’occasion",
            "2 400 € prêtés par la Banque du Val 70,86 € par mois, pendant 36 mois 150,87 € coût total du crédit 4,07 % \
             TAEG (taux fixe 4,00 %)",
            "Pour 2 400,00 € empruntés, vous rembourseriez 2 550,87 € : 35 mensualités de 70,86 € et une dernière de \
             70,77 €. La différence, 150,87 €, est le coût du crédit. Il n’y a ni frais de dossier, ni assurance \
             obligatoire. Première mensualité : 5 février 2027 ; dernière : 5 janvier 2030, pour un versement le \
             5 janvier 2027.",
            "soit au plus 150,87 €. Le prêt ne vous aura alors rien coûté.",
            "Crédit renouvelable 23,56 % 90,84 € 36 mois 3 270,24 € 870,24 € Différence 19,98 € 719,37 € 719,37 €",
            "Votre reste à vivre passerait de 339,53 € à 300,07 € par personne et par mois. Le calcul est dans votre \
             fiche budgétaire du 9 novembre 2026.",
            "Attention ! Un crédit coûte de l’argent et doit être remboursé ! Avertissement légal applicable aux \
             contrats conclus à compter du 20 novembre 2026.",
            "Ce n’est pas une offre de prêt : la banque reste libre",
        ],
    );
}

#[test]
fn the_second_sheet_is_the_whole_schedule() {
    let page = &read(&printed(&of(delmas_terms())))[1];
    assert_says(
        page,
        &[
            "Échéancier prévu 36 mensualités, en euros. Pour un versement le 5 janvier 2027.",
            "1 05/02/2027 70,86 62,86 8,00 2 337,14",
            "12 05/01/2028 70,86 65,20 5,66 1 631,70",
            "36 05/01/2030 70,77 70,53 0,24 0,00 Total 2 550,87 2 400,00 150,87 0,00",
            "Intérêts du mois : reste à rembourser × 4 % ÷ 12, arrondis au centime. La dernière mensualité absorbe les \
             arrondis.",
        ],
    );
}

#[test]
fn the_warning_names_the_contracts_it_holds_for() {
    let before = warning(None, Some("2026-11-19"), "Un crédit vous engage et doit être remboursé.");
    let sheet = SimulationSheet { warning: Some(before), ..of(delmas_terms()) };
    let page = &read(&printed(&sheet))[0];
    assert_says(page, &["Avertissement légal applicable aux contrats conclus avant le 20 novembre 2026."]);
}

#[test]
fn what_is_not_a_plain_loan_is_said() {
    let text = read(&printed(&unlike())).join("\n");
    assert_says(
        &text,
        &[
            "Pendant les 2 premiers mois, rien n’est payé : les intérêts s’ajoutent à ce qui est dû. Les 3 mois \
             suivants, seuls les intérêts sont payés. Seuls les intérêts sont payés à la mensualité 25.",
            "Les frais de dossier, 30,00 €, sont prêtés en plus et remboursés avec les mensualités.",
            "L’assurance est obligatoire : 1,20 € par mois et 0,36 % par an de ce qui reste à rembourser",
            "par mois, à partir du 6e, assurance comprise",
            "N° Date Mensualité Capital remboursé Intérêts Assurance Reste à rembourser",
            "La première période compte ses mois entiers, puis ses jours en plus sur 365",
        ],
    );
}

#[test]
fn a_long_schedule_repeats_its_heading_and_keeps_its_total() {
    let pages = read(&printed(&unlike()));
    assert_eq!(pages.len(), 3, "84 rows take two sheets");
    assert!(pages[2].starts_with("N° Date Mensualité"), "{}", pages[2]);
    assert!(pages[2].contains("Total"), "{}", pages[2]);
}

#[test]
fn a_part_refunded_leaves_the_rest_as_the_cost() {
    let sheet = SimulationSheet { refund: Some(policy(50)), ..of(delmas_terms()) };
    let page = &read(&printed(&sheet))[0];
    assert_says(page, &["la moitié des intérêts payés, soit au plus 75,44 €. Il vous aura alors coûté 75,43 €."]);
}

#[test]
fn nobody_is_named_without_a_dossier_and_nothing_is_invented() {
    let pages = read(&printed(&bare()));
    let text = pages.join("\n");
    assert_says(&text, &["Simulation 500 € empruntés", "mois 1", "Le taux est de 0 % : il n’y a pas d’intérêts."]);
    for absent in ["Delmas", "Référence", "budget", "renouvelable", "Avertissement", "rembourse les intérêts"] {
        assert!(!text.contains(absent), "« {absent} » in {text}");
    }
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    assert_eq!(printed(&unlike()), printed(&unlike()));
}
