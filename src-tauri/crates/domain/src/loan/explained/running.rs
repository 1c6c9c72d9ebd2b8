//! What repaying early asks for, and what a change costs.

use super::{input, result, step};
use crate::explained::Explained;
use crate::loan::{EarlyRepayment, Indemnity, RepaymentSchedule};
use crate::money::{AmountTooLarge, Euros};
use crate::words::{long_date, month_of, spaced};

/// Everything repaid on a day.
#[must_use]
pub fn early_repayment(repaid: &EarlyRepayment) -> Explained {
    let mut steps = vec![step("", "Capital restant dû", repaid.principal.bare())];
    for (due, interest) in &repaid.waiting {
        let label =
            due.map_or("intérêts en attente".to_owned(), |due| format!("intérêts en attente, {}", month_of(due)));
        steps.push(step("+", &label, interest.bare()));
    }
    steps.push(step("+", "intérêts depuis la dernière échéance", repaid.interest.bare()));
    if !repaid.insurance.is_zero() {
        steps.push(step("+", "assurance du mois", repaid.insurance.bare()));
    }
    let (indemnity, note, source) = indemnity(repaid.indemnity);
    steps.push(step("+", "indemnité", indemnity));
    steps.push(result("À payer", repaid.to_pay.to_string()));
    Explained {
        title: spaced(&format!("Tout rembourser le {}", long_date(repaid.on))),
        result: repaid.to_pay.to_string(),
        rule: spaced(
            "Le capital restant dû et les intérêts courus. À une échéance, ceux du mois ; entre deux échéances, \
             capital × taux × jours ÷ 365.",
        ),
        inputs: vec![input("Intérêts évités", repaid.avoided.to_string())],
        steps,
        notes: vec![spaced(&note)],
        source: spaced(source),
        ..Explained::default()
    }
}

fn indemnity(indemnity: Indemnity) -> (String, String, &'static str) {
    let law = "Code de la consommation, article L. 312-34";
    match indemnity {
        Indemnity::None { threshold } => {
            (Euros::ZERO.bare(), format!("Aucune indemnité jusqu’à {threshold} remboursés en 12 mois."), law)
        }
        Indemnity::Possible { threshold } => (
            "à demander".to_owned(),
            format!("Au-delà de {threshold} en 12 mois, la banque peut demander une indemnité : à voir avec elle."),
            law,
        ),
        Indemnity::NotKnown => {
            ("pas connue".to_owned(), "Le seuil de l’indemnité n’est pas connu à cette date.".to_owned(), law)
        }
    }
}

/// What a change costs: the interest and the insurance it adds. Refuses a difference beyond the limit.
pub fn amendment_cost(before: &RepaymentSchedule, after: &RepaymentSchedule) -> Result<Explained, AmountTooLarge> {
    let cost = after.total_cost.minus(before.total_cost)?;
    let mut steps = vec![
        step("", "Intérêts après le changement", after.total_interest.bare()),
        step("−", "intérêts avant", before.total_interest.bare()),
    ];
    if !after.total_insurance.is_zero() {
        steps.push(step("+", "assurance après", after.total_insurance.bare()));
        steps.push(step("−", "assurance avant", before.total_insurance.bare()));
    }
    if after.total_account != before.total_account {
        steps.push(step("+", "compte imposé après", after.total_account.bare()));
        steps.push(step("−", "compte imposé avant", before.total_account.bare()));
    }
    steps.push(result("Coût du changement", cost.to_string()));
    Ok(Explained {
        title: spaced("Coût du changement"),
        result: cost.to_string(),
        rule: spaced("Ce que la nouvelle version coûte de plus, ou de moins, que celle d’avant."),
        inputs: vec![
            input("Total à payer avant", before.total_paid.to_string()),
            input("Total à payer après", after.total_paid.to_string()),
        ],
        steps,
        notes: vec![spaced("Ce qui vient avant le changement reste le même, au centime.")],
        source: spaced("Échéancier d’avant et échéancier d’après"),
        ..Explained::default()
    })
}
