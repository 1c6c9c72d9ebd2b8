//! The words of a comparison: what an agreement says in a cell, and what the marks mean.

use domain::loan::explained::taeg_below_rate;
use domain::loan::{FeePayment, InsuranceRequirement, LoanTerms};
use domain::money::{AmountTooLarge, Euros};
use domain::settings::{Divisor, LenderAgreement, LoanLimits, RulePeriod};
use domain::words::{HARD_SPACE, counted, long_date, percent};

use super::{ComparedLender, LeftToLive, LenderComparison};
use crate::papers::loan_terms::{account_price, insurance_price};
use crate::papers::wording::{round, round_rate, to_the};

/// What an agreement does not say.
pub(super) const NOT_STATED: &str = "non précisé";

/// The text, with an asterisk when it is to be looked at.
pub(super) fn marked(text: String, look: bool) -> String {
    if look { format!("{text}{HARD_SPACE}*") } else { text }
}

/// `aucun`, or `30,00 € de dossier *`.
pub(super) fn fee(terms: &LoanTerms) -> String {
    match (terms.fee.is_zero(), terms.fee_payment) {
        (true, _) => "aucun".to_owned(),
        (false, FeePayment::AtStart) => marked(format!("{} de dossier", terms.fee), true),
        (false, FeePayment::Financed) => marked(format!("{} de dossier, prêtés en plus", terms.fee), true),
    }
}

/// `300 à 3 000 €, 6 à 36 mois`.
pub(super) fn amounts_and_months(limits: &LoanLimits) -> String {
    let bare = |amount: Euros| round(amount).trim_end_matches(['€', '\u{202f}']).to_owned();
    let amounts = match (limits.amount_min, limits.amount_max) {
        (Some(least), Some(most)) => Some(format!("{} à {}", bare(least), round(most))),
        (Some(least), None) => Some(format!("dès {}", round(least))),
        (None, Some(most)) => Some(format!("jusqu’à {}", round(most))),
        (None, None) => None,
    };
    let months = match (limits.months_min, limits.months_max) {
        (Some(least), Some(most)) => Some(format!("{least} à {most} mois")),
        (Some(least), None) => Some(format!("dès {least} mois")),
        (None, Some(most)) => Some(format!("jusqu’à {most} mois")),
        (None, None) => None,
    };
    amounts.into_iter().chain(months).collect::<Vec<_>>().join(", ")
}

/// `250 € par personne`, `10 € par jour et par personne`, `pas de seuil`.
pub(super) fn asked_of_budget(agreement: &LenderAgreement) -> String {
    let Some(rule) = &agreement.budget else { return String::new() };
    let Some(threshold) = rule.threshold else { return "pas de seuil".to_owned() };
    let each = match &rule.divisor {
        Divisor::Persons => "par personne",
        Divisor::Units(_) => "par part",
    };
    match rule.period {
        RulePeriod::Month => format!("{} par mois et {each}", round(threshold)),
        RulePeriod::Day => format!("{} par jour et {each}", round(threshold)),
    }
}

/// What is left to live on with the loan, and what the lender would make of it.
pub(super) fn reached(lender: &ComparedLender) -> String {
    let Some(left) = lender.loan.as_ref().and_then(|loan| loan.left) else { return "non calculé".to_owned() };
    let rule = lender.agreement.budget.as_ref();
    let (left, period, threshold) = match left {
        LeftToLive::ByOffice(left) => (left, RulePeriod::Month, None),
        LeftToLive::ByLender(left) => {
            (left, rule.map(|rule| rule.period).unwrap_or_default(), rule.and_then(|rule| rule.threshold))
        }
    };
    let each = match period {
        RulePeriod::Month => "par mois",
        RulePeriod::Day => "par jour",
    };
    match threshold {
        None => format!("{left} {each}"),
        Some(threshold) if left >= threshold => format!("{left} {each} : convient"),
        Some(_) => format!("{left} {each} : insuffisant"),
    }
}

/// `non utilisé`, `33 % au plus ; ici 5,79 %`.
pub(super) fn ratio_asked(lender: &ComparedLender) -> String {
    let Some(rule) = &lender.agreement.budget else { return String::new() };
    let Some(most) = rule.debt_ratio_max else { return "non utilisé".to_owned() };
    let here = lender.loan.as_ref().and_then(|loan| loan.debt_ratio);
    let here = here.map(|ratio| format!(" ; ici {}", percent(ratio))).unwrap_or_default();
    format!("{} au plus{here}", round_rate(most))
}

/// `0,00 €`, `2,10 € par mois *`.
pub(super) fn account_cost(agreement: &LenderAgreement) -> String {
    let Some(account) = &agreement.account else { return String::new() };
    match (account.cost().is_free(), agreement.account_required()) {
        (true, _) => Euros::ZERO.to_string(),
        (false, None) => format!("facultatif, {}", account_price(account.cost())),
        (false, Some(account)) => marked(account_price(account), true),
    }
}

/// `facultative, 1,20 € par mois`, `non demandée`.
pub(super) fn insurance(lender: &ComparedLender) -> String {
    let terms = lender.loan.as_ref().map(|loan| &loan.schedule.terms);
    let chosen = terms.and_then(|terms| terms.insurance);
    let requirement = lender.agreement.insurance.or(chosen.map(|insurance| insurance.requirement));
    let words = match requirement {
        Some(InsuranceRequirement::Optional) => "facultative",
        Some(InsuranceRequirement::Required) => "obligatoire",
        None => return String::new(),
    };
    match terms.and_then(insurance_price) {
        Some(price) => format!("{words}, {price}"),
        None => words.to_owned(),
    }
}

/// Whether someone close has to answer for the loan.
pub(super) fn guarantor(agreement: &LenderAgreement) -> String {
    match agreement.guarantor {
        None => String::new(),
        Some(true) => marked("demandée".to_owned(), true),
        Some(false) => "non".to_owned(),
    }
}

/// `aucun`, `un`, `deux`…
pub(super) fn postponements(agreement: &LenderAgreement) -> String {
    let Some(count) = agreement.deferrals else { return String::new() };
    match count {
        0 => "aucun".to_owned(),
        1 => "un".to_owned(),
        2 => "deux".to_owned(),
        3 => "trois".to_owned(),
        more => more.to_string(),
    }
}

/// `non`, `jusqu’à 3 mois`, with the months nothing is paid in.
pub(super) fn deferral(agreement: &LenderAgreement) -> String {
    let interest = agreement.interest_only_max.map(|months| match months {
        0 => "non".to_owned(),
        months => format!("jusqu’à {months} mois"),
    });
    let nothing = agreement.deferred_max.filter(|months| *months > 0);
    let nothing = nothing.map(|months| format!("{months} mois sans rien payer"));
    let later = agreement.interest_only_later_max.filter(|months| *months > 0);
    let later = later.map(|months| format!("{} en cours de prêt", counted(months, "mois", "mois")));
    interest.into_iter().chain(nothing).chain(later).collect::<Vec<_>>().join(" ; ")
}

/// `15 jours`.
pub(super) fn answer(agreement: &LenderAgreement) -> String {
    agreement.answer_days.map(|days| counted(days, "jour", "jours")).unwrap_or_default()
}

/// What the asterisk marks here, how the TAEG is reckoned, what the accounts would add.
pub(super) fn notes(sheet: &LenderComparison) -> Result<Vec<String>, AmountTooLarge> {
    let mut said: Vec<String> = looked_at(sheet).into_iter().collect();
    let schedules = sheet.lenders.iter().filter_map(|lender| lender.loan.as_ref()).map(|loan| &loan.schedule);
    let dates = schedules.clone().find_map(|schedule| schedule.terms.dates);
    let from = dates.map(|dates| format!(", versement le {}", long_date(dates.disbursed_on))).unwrap_or_default();
    said.push(format!("TAEG : intérêts et frais obligatoires{from}, une mensualité par mois."));
    let below = |lender: &ComparedLender| {
        let why = lender.loan.as_ref().and_then(|loan| taeg_below_rate(&loan.schedule))?;
        Some(format!("{} : {why}", lender.name))
    };
    said.extend(sheet.lenders.iter().filter_map(below));
    let (mut inside, mut optional) = (Vec::new(), Vec::new());
    for lender in &sheet.lenders {
        let (Some(account), Some(loan)) = (&lender.agreement.account, &lender.loan) else { continue };
        let months = loan.schedule.terms.months;
        let cost = account.cost().over(months)?;
        let is_required = lender.agreement.account_required().is_some();
        if !cost.is_zero() {
            let list = if is_required { &mut inside } else { &mut optional };
            list.push(format!("{cost} en {months} mois {}", to_the(&lender.name)));
        }
    }
    if !inside.is_empty() {
        said.push(format!(
            "Le compte qu’une banque demande d’ouvrir est compté dans le coût total, le TAEG et le reste à vivre : {}.",
            inside.join(", ")
        ));
    }
    if !optional.is_empty() {
        said.push(format!(
            "Un compte facultatif n’est compté nulle part ; ouvert, il ajouterait ici {}.",
            optional.join(", ")
        ));
    }
    Ok(said)
}

/// `* À regarder : taux au-dessus de 4,5 %, frais obligatoires.`: only what is marked here.
fn looked_at(sheet: &LenderComparison) -> Option<String> {
    let loans = || sheet.lenders.iter().filter_map(|lender| lender.loan.as_ref());
    let terms = || loans().map(|loan| &loan.schedule.terms);
    let agreements = || sheet.lenders.iter().map(|lender| &lender.agreement);
    let over = sheet.usual_rate_max.filter(|most| terms().any(|terms| terms.annual_rate > *most));
    let marks = [
        over.map(|most| format!("taux au-dessus de {}", round_rate(most))),
        terms().any(|terms| !terms.fee.is_zero()).then(|| "frais obligatoires".to_owned()),
        agreements().any(|one| one.account_required().is_some()).then(|| "compte payant".to_owned()),
        agreements().any(|one| one.guarantor == Some(true)).then(|| "caution demandée".to_owned()),
        sheet.lenders.iter().any(|one| one.without_office).then(|| "annonce faite sans le CCAS".to_owned()),
    ];
    let marks: Vec<String> = marks.into_iter().flatten().collect();
    (!marks.is_empty()).then(|| format!("* À regarder : {}.", marks.join(", ")))
}
