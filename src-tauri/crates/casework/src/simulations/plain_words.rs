//! The comparison in plain French: what a loan costs, what would make one possible, and a suggested reading.
//!
//! Only what is known is said; no lender is recommended beyond its figures, and the choice stays the person's.

use domain::loan::{InsuranceRequirement, RepaymentSchedule};
use domain::money::Euros;
use domain::settings::{LenderAgreement, ListKey};
use domain::simulation::WayOut;
use domain::words::{counted, spaced};

use super::offered::{LoanOffered, Offered};
use super::refund::Refunded;
use super::shown_loan::{LoanShown, ShownBy};
use app::failure::Failure;

/// « En une phrase »: what is repaid, then what the office would refund of it, where it refunds.
pub(super) fn in_a_sentence(schedule: &RepaymentSchedule, by: &ShownBy<'_>) -> Result<Vec<String>, Failure> {
    let mut told = vec![LoanShown::of(schedule, by)?.sentence];
    if let Some(policy) = by.policy {
        let refund = Refunded::of(schedule, policy)?;
        let left = if refund.left.is_zero() {
            "le prêt ne lui coûte rien".to_owned()
        } else {
            format!("le prêt lui coûte alors {}", refund.left)
        };
        told.push(spaced(&format!("Tout payé à l’heure, le CCAS lui rembourse {} : {left}.", refund.sum)));
    }
    Ok(told)
}

/// What would make a lender say yes where none does: `Banque du Val : sur 30 mois, ou 200,00 € de moins.`
pub(super) fn outlook(name: &str, ways: &[WayOut]) -> String {
    let told: Vec<String> = ways
        .iter()
        .map(|way| match way {
            WayOut::Months(months) => format!("sur {}", counted(*months, "mois", "mois")),
            WayOut::Less(less) => format!("{less} de moins"),
        })
        .collect();
    spaced(&format!("{name} : {}.", told.join(", ou ")))
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
    loan.own.as_ref().and_then(|own| own.standing).is_some_and(|own| own.apart.is_negative())
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
