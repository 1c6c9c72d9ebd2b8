//! The other conditions of the loan: rate, fee, insurance, guarantor, deferral.
//!
//! None of them stops a request: a remark is made, and the adviser talks it over with the lender (*Un coup de pouce
//! pour le microcrédit personnel*, les conditions du prêt).

use super::{CheckFacts, CheckedLoan, Frame};
use crate::loan::InsuranceRequirement;
use crate::money::Euros;
use crate::settings::RulesAt;
use crate::words::counted;

pub(super) fn gather(facts: &mut CheckFacts, loan: &CheckedLoan, frame: &Frame<'_>, rules: &RulesAt<'_>) {
    rate(facts, loan, rules);
    deferral(facts, loan, frame);
    fee_and_insurance(facts, loan, frame);
    if let Some(asked) = frame.agreement.and_then(|agreement| agreement.guarantor) {
        let said = if asked { "demandée par la convention" } else { "non demandée par la convention" };
        facts.tell("personal_guarantor_asked", Some(asked), said);
    }
}

fn rate(facts: &mut CheckFacts, loan: &CheckedLoan, rules: &RulesAt<'_>) {
    let usual = rules.office.usual_rate_max;
    let said = usual.map_or("aucun dans les réglages".to_owned(), |most| format!("{most} au plus"));
    facts.tell("usual_rate_set", Some(usual.is_some()), said);
    let above = usual.zip(loan.rate()).map(|(most, rate)| rate > most);
    let said = loan.rate().map_or("taux à compléter".to_owned(), |rate| rate.to_string());
    facts.tell("rate_above_usual_ceiling", above, said);
}

fn deferral(facts: &mut CheckFacts, loan: &CheckedLoan, frame: &Frame<'_>) {
    let count = |months: usize| u32::try_from(months).unwrap_or(u32::MAX);
    let (deferred, interest_only, later) = match &loan.terms {
        Some(terms) => (terms.deferred, terms.interest_only, count(terms.interest_only_later.len())),
        None => {
            let asked = &loan.asked;
            (asked.deferred, asked.interest_only, count(asked.interest_only_later.len()))
        }
    };
    let months = deferred.saturating_add(interest_only).saturating_add(later);
    let said = if months == 0 { "aucun".to_owned() } else { counted(months, "mois", "mois") };
    facts.tell("interest_only_asked", Some(months != 0), said);
    let agreement = frame.agreement;
    let parts = [
        (deferred, agreement.and_then(|one| one.deferred_max)),
        (interest_only, agreement.and_then(|one| one.interest_only_max)),
        (later, agreement.and_then(|one| one.interest_only_later_max)),
    ];
    let parts = parts.into_iter().filter(|(asked, _)| *asked != 0);
    let kept: Vec<Option<bool>> = parts.map(|(asked, most)| most.map(|most| asked <= most)).collect();
    let allowed = if kept.contains(&Some(false)) {
        Some(false)
    } else {
        (agreement.is_some() && !kept.contains(&None)).then_some(true)
    };
    let said = match allowed {
        Some(true) => "oui",
        Some(false) => "non, ou pas autant de mois",
        None => "non dit par la convention",
    };
    facts.tell("interest_only_allowed", allowed, said);
}

fn fee_and_insurance(facts: &mut CheckFacts, loan: &CheckedLoan, frame: &Frame<'_>) {
    let stated = loan.asked.fee.or(frame.agreement.and_then(|agreement| agreement.file_fee));
    let fee = loan.terms.as_ref().map(|terms| terms.fee).or(stated).unwrap_or(Euros::ZERO);
    let said = if fee.is_zero() { "aucuns notés".to_owned() } else { fee.to_string() };
    facts.tell("file_fee_asked", Some(!fee.is_zero()), said);
    let chosen = loan.terms.as_ref().and_then(|terms| terms.insurance).or(loan.asked.insurance);
    let of_lender = frame.agreement.and_then(|agreement| agreement.insurance);
    let required = |one: InsuranceRequirement| one == InsuranceRequirement::Required;
    let imposed = chosen.is_some_and(|one| required(one.requirement)) || of_lender.is_some_and(required);
    let said = match (imposed, of_lender) {
        (true, _) => "oui",
        (false, Some(_)) => "non, d’après la convention",
        (false, None) => "non dit par la convention",
    };
    facts.tell("insurance_required", Some(imposed), said);
}
