//! The lenders Sonia Delmas chooses among, and what holds of every comparison.

use domain::loan::{FeePayment, Insurance, InsuranceRequirement, LoanTerms, schedule, taeg};
use domain::settings::{
    AccountAsked, BudgetRule, ListKey, LoanLimits, RefundBase, RefundCondition, RefundMoment, RulePeriod,
};

use super::*;
use crate::papers::worlds::{assert_says, day, delmas, delmas_terms, euros, leave_samples, line, read, valbourg};

fn rate(percent: &str) -> Rate {
    Rate::read(percent).unwrap()
}

fn rule(threshold: Option<&str>, period: RulePeriod, debt_ratio_max: Option<&str>) -> BudgetRule {
    let (threshold, debt_ratio_max) = (threshold.map(euros), debt_ratio_max.map(rate));
    BudgetRule { threshold, period, debt_ratio_max, ..BudgetRule::default() }
}

fn limits(amounts: (&str, &str), months: (u32, u32)) -> LoanLimits {
    LoanLimits {
        amount_min: Some(euros(amounts.0)),
        amount_max: Some(euros(amounts.1)),
        months_min: Some(months.0),
        months_max: Some(months.1),
        ..LoanLimits::default()
    }
}

fn loan(percent: &str, fee: &str, left: &str) -> ComparedLoan {
    let schedule = schedule(&LoanTerms { annual_rate: rate(percent), fee: euros(fee), ..delmas_terms() }).unwrap();
    let taeg = taeg(&schedule).ok();
    let debt_ratio = Some("5.79".parse().unwrap());
    ComparedLoan { schedule, taeg, left: Some(LeftToLive::ByLender(euros(left))), debt_ratio }
}

fn val() -> ComparedLender {
    ComparedLender {
        name: "Banque du Val".to_owned(),
        loan: Some(loan("4", "0", "300,07")),
        refused: String::new(),
        finances: "oui".to_owned(),
        agreement: LenderAgreement {
            limits: limits(("300", "3000"), (6, 36)),
            budget: Some(rule(Some("250"), RulePeriod::Month, None)),
            account: Some(AccountAsked::default()),
            insurance: Some(InsuranceRequirement::Optional),
            guarantor: Some(false),
            deferrals: Some(2),
            interest_only_max: Some(0),
            answer_days: Some(21),
            ..LenderAgreement::default()
        },
        account: "compte alimenté de la mensualité".to_owned(),
        announced: "la banque, aux deux".to_owned(),
        without_office: false,
        guarantee: "FCS 50 %, agréée".to_owned(),
    }
}

fn rives() -> ComparedLender {
    ComparedLender {
        name: "Caisse des Deux Rives".to_owned(),
        loan: Some(loan("3,50", "30", "9,87")),
        agreement: LenderAgreement {
            limits: limits(("500", "4000"), (12, 48)),
            budget: Some(rule(Some("10"), RulePeriod::Day, Some("33"))),
            account: Some(AccountAsked { monthly: euros("2,10"), ..AccountAsked::default() }),
            domiciliation: Some(ListKey::new(LenderAgreement::NO_DOMICILIATION)),
            deferrals: Some(1),
            interest_only_max: Some(3),
            answer_days: Some(30),
            ..val().agreement
        },
        account: "aucune domiciliation demandée".to_owned(),
        announced: "la banque, à la personne".to_owned(),
        without_office: true,
        ..val()
    }
}

fn municipal() -> ComparedLender {
    ComparedLender {
        name: "Crédit municipal de Hautval".to_owned(),
        loan: Some(loan("4,90", "0", "299,75")),
        agreement: LenderAgreement {
            limits: limits(("300", "5000"), (6, 60)),
            budget: Some(rule(None, RulePeriod::Month, None)),
            deferrals: Some(3),
            interest_only_max: Some(6),
            answer_days: None,
            ..val().agreement
        },
        announced: "le comité, par le CCAS".to_owned(),
        ..val()
    }
}

fn sheet(lenders: Vec<ComparedLender>) -> LenderComparison {
    LenderComparison {
        reference: "VB-2026-0147".to_owned(),
        printed_on: day("2026-11-09"),
        borrowers: Borrowers::new(vec![delmas().person]),
        amount: euros("2400"),
        months: 36,
        purpose: "véhicule d’occasion".to_owned(),
        lenders,
        usual_rate_max: Some(rate("4,5")),
        refund: Some(RefundPolicy {
            moment: RefundMoment::End,
            base: RefundBase::Interest,
            share_percent: 100,
            condition: RefundCondition::FullyRepaidNoLateInstalment,
            payer: line("le CCAS"),
            decided_by: line(""),
            resolution: line(""),
            postponed_is_late: false,
            major_from_missed: None,
            yearly_envelope: None,
            charged_to: domain::line::Line::default(),
            ordered_by: domain::line::Line::default(),
        }),
        reading: "La Banque du Val est la moins chère et n’impose rien.".to_owned(),
        choice: None,
    }
}

fn three() -> LenderComparison {
    LenderComparison {
        choice: Some(ComparedChoice {
            on: day("2026-11-09"),
            lender: "Banque du Val".to_owned(),
            account: "garde son compte actuel".to_owned(),
            reasons: "coût le plus bas.".to_owned(),
        }),
        ..sheet(vec![val(), rives(), municipal()])
    }
}

/// Five lenders, one of which says nothing and one of which refuses; an insurance, a fee lent too.
fn five() -> LenderComparison {
    let silent = ComparedLender {
        name: "Fédération des Rivages".to_owned(),
        loan: None,
        refused: "12 mois au plus".to_owned(),
        finances: String::new(),
        agreement: LenderAgreement::default(),
        account: String::new(),
        announced: String::new(),
        guarantee: String::new(),
        ..val()
    };
    let insurance = Insurance {
        monthly: euros("1,20"),
        on_outstanding: Rate::default(),
        requirement: InsuranceRequirement::Required,
    };
    let terms = LoanTerms {
        fee: euros("24"),
        fee_payment: FeePayment::Financed,
        insurance: Some(insurance),
        interest_only: 3,
        ..delmas_terms()
    };
    let schedule = schedule(&terms).unwrap();
    let taeg = taeg(&schedule).ok();
    let other = ComparedLender {
        name: "Société de secours de Valbourg".to_owned(),
        loan: Some(ComparedLoan { schedule, taeg, left: None, debt_ratio: None }),
        ..val()
    };
    sheet(vec![val(), rives(), municipal(), silent, other])
}

#[test]
fn an_account_a_bank_imposes_has_its_row_and_is_in_its_cost() {
    let mut imposing = rives();
    imposing.agreement.domiciliation = None;
    let account = imposing.agreement.account_required();
    let terms = LoanTerms { annual_rate: rate("3,50"), fee: euros("30"), account, ..delmas_terms() };
    let schedule = schedule(&terms).unwrap();
    imposing.loan = Some(ComparedLoan { taeg: taeg(&schedule).ok(), schedule, left: None, debt_ratio: None });
    let page = &read(&printed(&sheet(vec![val(), imposing])))[0];
    assert_says(
        page,
        &["Compte imposé aucun 2,10 € par mois", "Coût total (intérêts, frais, compte) 150,87 € 237,34 €"],
    );
    assert_says(page, &["compté dans le coût total, le TAEG et le reste à vivre : 75,60 € en 36 mois"]);
}

fn printed(sheet: &LenderComparison) -> Paper {
    render(sheet, &valbourg()).unwrap()
}

#[test]
fn samples_are_left_for_the_checkers_outside() {
    let none = LenderComparison { reading: String::new(), ..sheet(Vec::new()) };
    leave_samples("comparaison", [("delmas", printed(&three())), ("cinq", printed(&five())), ("rien", printed(&none))]);
}

#[test]
fn three_lenders_and_the_choice_fit_one_sheet() {
    let pages = read(&printed(&three()));
    assert_eq!(pages.len(), 1);
    assert_says(
        &pages[0],
        &[
            "Comparer les banques Le même projet dans chaque convention : 2 400 € sur 36 mois, pour Mme Sonia Delmas",
            "150,87 € Banque du Val : coût 161,74 € Caisse des Deux Rives : coût 185,61 € Crédit municipal de Hautval : \
             coût 34,74 € d’écart entre les deux extrêmes",
            "Taux fixe 4,00 % 3,50 % 4,90 % * TAEG 4,07 % 4,42 % 5,01 % Mensualité 70,86 € 70,32 € 71,82 € Dernière \
             mensualité 70,77 € 70,54 € 71,91 €",
            "Frais obligatoires aucun 30,00 € de dossier * aucun",
            "Remboursé par le CCAS (intérêts) 150,87 € 131,74 € 185,61 € Coût final, si payé à l’heure 0,00 € 30,00 € \
             0,00 €",
            "Véhicule d’occasion oui oui oui",
            "300 à 3 000 €, 6 à 36 mois 500 à 4 000 €, 12 à 48 mois 300 à 5 000 €, 6 à 60 mois",
            "Reste à vivre demandé 250 € par mois et par personne 10 € par jour et par personne pas de seuil",
            "300,07 € par mois : convient 9,87 € par jour : insuffisant 299,75 € par mois",
            "Coût du compte 0,00 € facultatif, 2,10 € par mois 0,00 €",
            "* À regarder : taux au-dessus de 4,5 %, frais obligatoires, annonce faite sans le CCAS.",
            "Un compte facultatif n’est compté nulle part ; ouvert, il ajouterait ici 75,60 € en 36 mois à la Caisse des \
             Deux Rives.",
            "Lecture proposée. La Banque du Val est la moins chère",
        ],
    );
}

#[test]
fn the_choice_is_printed_with_its_reasons_and_signed() {
    let page = &read(&printed(&three()))[0];
    assert_says(
        page,
        &[
            "Le choix de Mme Delmas : ☑ Banque du Val ☐ Caisse des Deux Rives ☐ Crédit municipal de Hautval",
            "Le compte : garde son compte actuel",
            "Ses raisons : coût le plus bas.",
            "Le 9 novembre 2026. Signature :",
        ],
    );
    let blank = LenderComparison { choice: None, ..three() };
    let page = &read(&printed(&blank))[0];
    assert_says(page, &["☐ Banque du Val", "Date et signature :"]);
    assert!(!page.contains('☑'));
}

#[test]
fn more_than_three_lenders_go_on_to_another_sheet() {
    let pages = read(&printed(&five()));
    assert_eq!(pages.len(), 2);
    assert_says(
        &pages[1],
        &[
            "Les autres banques Fédération des Rivages Société de secours de Valbourg",
            "TAEG – 5,80 %",
            "Différé compté – 3 mois d’intérêts seuls",
            "Cette demande 12 mois au plus dans la convention",
            "Frais obligatoires – 24,00 € de dossier, prêtés en plus *",
            "Réponse non précisé 21 jours",
            "Coût total (intérêts, frais, assurance)",
            "Le choix de Mme Delmas :",
        ],
    );
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    assert_eq!(printed(&five()), printed(&five()));
}

#[test]
fn three_wordy_lenders_still_fit_one_sheet_with_the_choice() {
    let mut sheet = three();
    sheet.reading = "Le prêt le moins cher : Caisse des Deux Rives, qui n’impose rien. Crédit municipal de Hautval : non \
                     utile ici. Banque du Val : utile si 3 mois d’intérêts seuls ou 2 échéances reportables comptent plus \
                     que 38,24 €."
        .to_owned();
    for lender in &mut sheet.lenders {
        lender.account = "compte alimenté de la mensualité".to_owned();
        lender.announced = "la banque au CCAS, puis le CCAS à la personne".to_owned();
        lender.guarantee = "Fonds de cohésion sociale, 50 %, agréée".to_owned();
        lender.agreement.deferred_max = Some(1);
        lender.agreement.interest_only_later_max = Some(2);
    }
    assert_eq!(read(&printed(&sheet)).len(), 1);
}
