//! The comparison in plain French: what the kept offer costs, what the others would change, and a suggested reading.
//!
//! Only what is known is said; no lender is recommended beyond its figures, and the choice stays the person's.

use domain::loan::InsuranceRequirement;
use domain::money::Euros;
use domain::settings::{LenderAgreement, ListKey};
use domain::words::{counted, spaced};

use super::offered::{LoanOffered, OfferKind, Offered};
use super::offers::{beside, more_or_less};
use super::own_rule::OwnRule;
use super::revolving::Revolved;
use super::shown_loan::eased_text;
use app::failure::Failure;

/// « En une phrase »: the kept offer and the revolving credit, then what the other offers cost beside it.
pub(super) fn in_a_sentence(offered: &[Offered<'_>], revolved: Option<&Revolved>) -> Result<Vec<String>, Failure> {
    let kept = offered.iter().find(|one| one.kept).and_then(|one| Some((one, one.loan.as_ref()?)));
    let Some((kept, loan)) = kept else { return Ok(Vec::new()) };
    let mut first = format!(
        "Avec l’offre retenue, {}, emprunter {} coûte {}.",
        kept.lender.lender.name, loan.schedule.terms.amount, loan.schedule.total_cost
    );
    if let Some(revolved) = revolved {
        first.push_str(&beside_revolving(loan, revolved)?);
    }
    let mut told = vec![first];
    told.extend(eased(kept, loan, offered)?);
    for other in offered.iter().filter(|one| !one.kept && one.kind == OfferKind::AsAsked) {
        if let Some(offer) = &other.loan {
            told.push(format!("{} {}.", other.lender.lender.name, beside(offer, loan)?));
        }
    }
    Ok(told.iter().map(|sentence| spaced(sentence)).collect())
}

/// « Lecture proposée »: the cheapest and what it imposes, the lowest rate that is not, thresholds that are not
/// reached, what else may count more.
pub fn suggested(offered: &[Offered<'_>]) -> Result<Vec<String>, Failure> {
    let worked_out: Vec<(&Offered<'_>, &LoanOffered)> =
        offered.iter().filter_map(|one| Some((one, one.loan.as_ref()?))).collect();
    let allowed: Vec<_> = worked_out.iter().copied().filter(|(one, _)| one.accepts()).collect();
    let accepted = allowed.iter().copied().filter(|(_, loan)| !is_short(loan));
    let cheapest = accepted.min_by_key(|(_, loan)| loan.schedule.total_cost);
    let Some((cheapest, least)) = cheapest.filter(|_| worked_out.len() > 1) else { return Ok(Vec::new()) };
    let imposes = if imposes_nothing(cheapest, least) { ", qui n’impose rien" } else { "" };
    let is_cheaper_elsewhere = worked_out.iter().any(|(_, loan)| loan.schedule.total_cost < least.schedule.total_cost);
    let among = if is_cheaper_elsewhere { "Parmi les banques où cette demande convient, le" } else { "Le" };
    let mut told = vec![format!("{among} prêt le moins cher : {}{imposes}.", name(cheapest))];
    let lowest = allowed.iter().copied().min_by_key(|(_, loan)| loan.schedule.terms.annual_rate);
    if let Some((lowest, loan)) = lowest.filter(|(_, loan)| is_dearer_by_its_fee(loan, least)) {
        told.push(format!(
            "Le taux le plus bas : {}, mais ses frais de {} rendent le prêt plus cher.",
            name(lowest),
            loan.schedule.terms.fee
        ));
    }
    for (one, _) in allowed.iter().filter(|(_, loan)| is_short(loan)) {
        told.push(format!("{} : son seuil de reste à vivre n’est pas atteint.", name(one)));
    }
    for (one, loan) in allowed.iter().filter(|(one, loan)| one.lender.key != cheapest.lender.key && !is_short(loan)) {
        let more = easier(one, cheapest);
        let dearer = loan.schedule.total_cost.minus(least.schedule.total_cost)?;
        if !more.is_empty() && dearer > Euros::ZERO {
            told.push(format!("{} : {dearer} de plus, mais permet {}.", name(one), more.join(" et ")));
        }
    }
    Ok(told.iter().map(|sentence| spaced(sentence)).collect())
}

fn name(one: &Offered<'_>) -> String {
    one.lender.lender.name.to_string()
}

/// Whether the lender's own rule finds that too little would be left.
fn is_short(loan: &LoanOffered) -> bool {
    loan.own.as_ref().and_then(OwnRule::is_reached) == Some(false)
}

fn beside_revolving(loan: &LoanOffered, revolved: &Revolved) -> Result<String, Failure> {
    let difference = revolved.credit.cost.minus(loan.schedule.total_cost)?;
    let soit = more_or_less(difference)?.map(|more| format!(", soit {more}")).unwrap_or_default();
    Ok(format!(" Avec un crédit renouvelable, la même somme coûterait {}{soit}.", revolved.credit.cost))
}

/// What the months that do not repay cost with the lender kept, and what is paid after them.
fn eased(kept: &Offered<'_>, loan: &LoanOffered, offered: &[Offered<'_>]) -> Result<Option<String>, Failure> {
    let level = offered.iter().find(|one| one.kind == OfferKind::Level && one.lender.key == kept.lender.key);
    let Some(level) = level.and_then(|one| one.loan.as_ref()) else { return Ok(None) };
    let more = more_or_less(loan.schedule.total_cost.minus(level.schedule.total_cost)?)?;
    let cost = more.map_or_else(|| "ne changent pas le coût".to_owned(), |more| format!("coûtent {more}"));
    let eased = domain::words::capital(&eased_text(&loan.schedule.terms));
    Ok(Some(format!(
        "{eased} {cost} : la mensualité, ensuite, est de {} au lieu de {}.",
        loan.instalment, level.instalment
    )))
}

/// No fee, no account, no insurance, no guarantor: none asked by the agreement.
fn imposes_nothing(one: &Offered<'_>, loan: &LoanOffered) -> bool {
    let asks_for_none = |kind: &ListKey| kind.as_str() == LenderAgreement::NO_DOMICILIATION;
    one.agreement().is_some_and(|agreement| {
        agreement.domiciliation.as_ref().is_none_or(asks_for_none)
            && loan.schedule.terms.fee.is_zero()
            && agreement.account_required().is_none()
            && agreement.insurance != Some(InsuranceRequirement::Required)
            && agreement.guarantor != Some(true)
    })
}

fn is_dearer_by_its_fee(loan: &LoanOffered, least: &LoanOffered) -> bool {
    let (terms, cheapest) = (&loan.schedule.terms, &least.schedule.terms);
    terms.annual_rate < cheapest.annual_rate
        && !terms.fee.is_zero()
        && loan.schedule.total_cost > least.schedule.total_cost
}

/// What an agreement makes easier than another: more months of interest alone, more instalments postponed.
fn easier(one: &Offered<'_>, than: &Offered<'_>) -> Vec<String> {
    let (Some(one), Some(than)) = (one.agreement(), than.agreement()) else { return Vec::new() };
    let interest_only = one.interest_only_max.filter(|most| *most > than.interest_only_max.unwrap_or_default());
    let postponed = one.deferrals.filter(|count| *count > than.deferrals.unwrap_or_default());
    [
        interest_only.map(|most| format!("{} d’intérêts seuls", counted(most, "mois", "mois"))),
        postponed.map(|count| format!("le report de {}", counted(count, "échéance", "échéances"))),
    ]
    .into_iter()
    .flatten()
    .collect()
}
