//! The sentences of the simulation, which speaks to the person as « vous ».

use domain::loan::{FeePayment, InsuranceRequirement, RepaymentSchedule, refundable};
use domain::money::AmountTooLarge;
use domain::settings::{LegalValue, RefundPolicy};
use domain::words::{capital, long_date};

use super::{BudgetEffect, RevolvingBeside, SimulationSheet};
use crate::page::Span;
use crate::papers::loan_terms::{
    account_in_words, first_period_in_words, instalments_in_words, insurance_price, unlike_months,
};
use crate::papers::refund::promise;
use crate::papers::wording::{plain, round_rate, strong, usual};

/// The instalment usually paid, and how long: `70,86 €`, `par mois, pendant 36 mois`.
pub(super) fn usual_instalment(schedule: &RepaymentSchedule) -> Option<(String, String)> {
    let usual = usual(schedule)?;
    let insured = if usual.insurance.is_zero() { "" } else { ", assurance comprise" };
    let over = if usual.number > 1 {
        format!("par mois, à partir du {}e{insured}", usual.number)
    } else {
        format!("par mois, pendant {} mois{insured}", schedule.terms.months)
    };
    Some((usual.total.to_string(), over))
}

/// What is paid, what it costs, what the TAEG is for, what the office refunds.
pub(super) fn cost(sheet: &SimulationSheet) -> Result<Vec<Vec<Span>>, AmountTooLarge> {
    let schedule = &sheet.schedule;
    let mut paid = vec![
        plain("Pour "),
        strong(schedule.terms.amount.to_string()),
        plain(if sheet.contract_on.is_some() {
            " empruntés, vous remboursez "
        } else {
            " empruntés, vous rembourseriez "
        }),
        strong(schedule.total_paid.to_string()),
        plain(format!(" : {}. La différence, ", paid_in_words(schedule))),
        strong(schedule.total_cost.to_string()),
        plain(format!(", est le coût du crédit. {}{}", fee_and_insurance(schedule), account(schedule))),
    ];
    let unlike = unlike_months(&schedule.terms);
    let mut said = match (unlike.is_empty(), days(schedule)) {
        (true, days) => {
            paid.extend(days.map(|days| plain(format!(" {days}"))));
            vec![paid]
        }
        (false, days) => {
            let unlike: Vec<String> = unlike.into_iter().chain(days).collect();
            vec![paid, vec![plain(unlike.join(" "))]]
        }
    };
    if !sheet.disbursed_otherwise.is_empty() {
        said.push(vec![plain(sheet.disbursed_otherwise.clone())]);
    }
    let taeg = "Le TAEG (taux annuel effectif global) réunit tous les frais obligatoires dans un seul taux : c’est lui \
                qui permet de comparer deux prêts.";
    said.push(vec![plain(taeg)]);
    if let Some(policy) = &sheet.refund {
        said.push(refunded(schedule, policy)?);
    }
    Ok(said)
}

/// `35 mensualités de 70,86 €, 30,00 € de frais de dossier, payés au versement`: the parts of everything paid.
fn paid_in_words(schedule: &RepaymentSchedule) -> String {
    let terms = &schedule.terms;
    let at_start = terms.fee_payment == FeePayment::AtStart && !terms.fee.is_zero();
    let fee = at_start.then(|| format!(", et {} de frais de dossier, payés au versement", terms.fee));
    let account = (!schedule.total_account.is_zero()).then(|| format!(", et {}", account_in_words(schedule)));
    let parts = [Some(instalments_in_words(schedule)), fee, account];
    parts.into_iter().flatten().collect()
}

/// What is asked beside the interest, and what is not.
fn fee_and_insurance(schedule: &RepaymentSchedule) -> String {
    let terms = &schedule.terms;
    let fee = match (terms.fee.is_zero(), terms.fee_payment) {
        (true, _) => "Il n’y a pas de frais de dossier.".to_owned(),
        (false, FeePayment::AtStart) => format!("Les frais de dossier sont de {}.", terms.fee),
        (false, FeePayment::Financed) => {
            format!("Les frais de dossier, {}, sont prêtés en plus et remboursés avec les mensualités.", terms.fee)
        }
    };
    let price = insurance_price(terms).unwrap_or_else(|| schedule.total_insurance.to_string());
    match terms.insurance.map(|insurance| insurance.requirement) {
        None if terms.fee.is_zero() => "Il n’y a ni frais de dossier, ni assurance obligatoire.".to_owned(),
        None => format!("{fee} Il n’y a pas d’assurance obligatoire."),
        Some(InsuranceRequirement::Required) => format!(
            "{fee} L’assurance est obligatoire : {price}, soit {} en tout, compris dans ces mensualités et dans le TAEG.",
            schedule.total_insurance
        ),
        Some(InsuranceRequirement::Optional) => format!(
            "{fee} L’assurance est facultative : {price}, soit {} en tout, compris dans ces mensualités mais pas dans \
             le TAEG.",
            schedule.total_insurance
        ),
    }
}

/// ` Le compte que la banque demande d’ouvrir est compris dans ce coût et dans le TAEG.`; empty without one.
fn account(schedule: &RepaymentSchedule) -> &'static str {
    match schedule.terms.account {
        Some(_) => " Le compte que la banque demande d’ouvrir est compris dans ce coût et dans le TAEG.",
        None => "",
    }
}

/// `Première mensualité : 5 février 2027 ; dernière : 5 janvier 2030, pour un versement le 5 janvier 2027.`
fn days(schedule: &RepaymentSchedule) -> Option<String> {
    let dates = schedule.terms.dates?;
    let last = schedule.last().and_then(|last| last.due)?;
    Some(format!(
        "Première mensualité : {} ; dernière : {}, pour un versement le {}.",
        long_date(dates.first_due_on),
        long_date(last),
        long_date(dates.disbursed_on)
    ))
}

/// What the office refunds, and what the loan will have cost then.
fn refunded(schedule: &RepaymentSchedule, policy: &RefundPolicy) -> Result<Vec<Span>, AmountTooLarge> {
    let payer = if policy.payer.is_empty() { "le CCAS" } else { policy.payer.as_str() };
    let most = refundable(schedule, policy)?;
    let mut spans = promise(policy, (payer, &capital(payer)), most.to_string());
    let left = schedule.total_cost.minus(most)?;
    if left.is_zero() {
        spans.extend([plain(" "), strong("Le prêt ne vous aura alors rien coûté.")]);
    } else if !left.is_negative() {
        spans.extend([plain(" Il vous aura alors coûté "), strong(left.to_string()), plain(".")]);
    }
    Ok(spans)
}

/// What the revolving credit is.
pub(super) fn revolving(other: &RevolvingBeside) -> Vec<Span> {
    let origin = if other.origin.is_empty() { String::new() } else { format!(", {}", other.origin) };
    vec![plain(format!(
        "Même somme, même durée. Le crédit renouvelable est pris à un TAEG de {}{origin}.",
        round_rate(other.taeg)
    ))]
}

/// What is left to live on, and where it is worked out.
pub(super) fn budget(effect: &BudgetEffect) -> Vec<Span> {
    let day = long_date(effect.established_on);
    vec![
        plain("Votre reste à vivre passerait de "),
        strong(effect.before.to_string()),
        plain(" à "),
        strong(effect.after.to_string()),
        plain(format!(" {}. Le calcul est dans votre fiche budgétaire du {day}.", effect.per)),
    ]
}

/// `Avertissement légal applicable aux contrats conclus à compter du 20 novembre 2026.`
pub(super) fn regime(warning: &LegalValue) -> String {
    let when = match (warning.valid_from, warning.valid_to) {
        (Some(from), Some(to)) => format!(" du {} au {}", long_date(from), long_date(to)),
        (Some(from), None) => format!(" à compter du {}", long_date(from)),
        (None, Some(to)) => format!(" avant le {}", long_date(to.succ_opt().unwrap_or(to))),
        (None, None) => String::new(),
    };
    format!("Avertissement légal applicable aux contrats conclus{when}.")
}

/// What the paper is not: an offer, nor the contract once there is one.
pub(super) fn no_offer(sheet: &SimulationSheet) -> Vec<Span> {
    let soft = |text: &str| Span { ink: crate::page::Ink::NOTE, ..plain(text) };
    let strong = |text: &str| Span { ink: crate::page::Ink::NOTE, ..strong(text) };
    if sheet.contract_on.is_some() {
        return vec![
            soft("Ce document reprend les chiffres de votre contrat : "),
            strong("lui seul fait foi"),
            soft("."),
        ];
    }
    vec![
        soft("Ce document vous aide à décider. Ce n’est "),
        strong("pas une offre de prêt"),
        soft(
            " : la banque reste libre d’accepter ou de refuser, et seul le contrat qu’elle vous remettra fait foi. \
             Prenez le temps de le lire ; vous pouvez aussi dire non.",
        ),
    ]
}

/// How interest is counted, and what may change.
pub(super) fn counted_so(schedule: &RepaymentSchedule) -> String {
    let terms = &schedule.terms;
    let first = first_period_in_words(terms).map(|sentence| format!(" {sentence}")).unwrap_or_default();
    let interest = if terms.annual_rate.percent().is_zero() {
        "Le taux est de 0 % : il n’y a pas d’intérêts.".to_owned()
    } else {
        format!(
            "Intérêts du mois : reste à rembourser × {} ÷ 12, arrondis au centime.{first}",
            round_rate(terms.annual_rate)
        )
    };
    format!(
        "{interest} La dernière mensualité absorbe les arrondis. Vous pouvez rembourser plus tôt, en tout ou partie ; une \
         mensualité peut être reportée avec l’accord de la banque : un nouvel échéancier vous est alors remis."
    )
}
