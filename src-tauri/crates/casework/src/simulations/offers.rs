//! The same project in every lender's agreement in force, worded: yes or no and why, what it costs, what is left.
//!
//! The account a lender imposes is in every figure of its loan.

use domain::dossier::Dossier;
use domain::loan::InsuranceRequirement;
use domain::money::Euros;
use domain::settings::{AccountAsked, LimitPassed, RulePeriod, RulesAt, Settings, entry};
use domain::simulation::{Hindrance, LenderFinding, SimulationLack};
use domain::words::{counted, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::limits::short;
use super::offered::{LoanOffered, OfferKind, Offered, UNSTATED, as_offered};
use super::revolving::Revolved;
use super::shown_loan::{eased_text, instalment_text};
use app::failure::Failure;
use app::shapes::Money;

/// What a lender would make of the project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Offer")]
pub struct OfferView {
    /// The lender.
    pub lender: String,
    /// With the months that do not repay, or without them.
    pub kind: OfferKind,
    /// Its name.
    pub name: String,
    /// What tells it from the others: `compte alimenté de la mensualité, réponse en 10 jours`.
    pub detail: String,
    /// Whether it is the one kept.
    pub kept: bool,
    /// Whether the lender would make the loan asked for; absent while it is not worked out.
    pub possible: Option<bool>,
    /// Why, with both terms: `9,87 € par jour, il en faut 10,00 €`.
    pub reason: String,
    /// Whether it may be kept, and what keeping it asks.
    pub keeping: Keeping,
    /// The kind of account it asks for; empty when it is not stated.
    pub account_kind: String,
    /// What it costs; absent while the loan is not worked out.
    pub loan: Option<OfferedLoan>,
}

/// What keeping a lender asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Keeping {
    /// Nothing.
    Free,
    /// The reason for which the person borrows there all the same.
    WithReason,
    /// It cannot be kept: a limit would be passed.
    Barred,
}

/// A loan as a lender would make it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OfferedLoan {
    /// `70,86 €`, or `8,67 € puis 83,33 €`.
    pub instalment: String,
    /// What it costs.
    pub total_cost: Money,
    /// That cost over the dearest of all, in percent, for a bar.
    pub share: u32,
    /// The TAEG; a dash when there is none.
    pub taeg: String,
    /// What is left to live on with it by the office's rule, a month; empty without a budget.
    pub reste_a_vivre: String,
}

/// What every offer is told with.
struct Telling<'t> {
    dossier: &'t Dossier,
    settings: &'t Settings,
    rules: &'t RulesAt<'t>,
    /// The dearest of all, the revolving credit included.
    dearest: Euros,
}

/// Words every offer, those that are possible first, then the cheapest.
pub(super) fn told(
    dossier: &Dossier,
    settings: &Settings,
    rules: &RulesAt<'_>,
    offered: &[Offered<'_>],
    revolved: Option<&Revolved>,
) -> Result<Vec<OfferView>, Failure> {
    let costs = offered.iter().filter_map(Offered::cost);
    let dearest = costs.chain(revolved.map(|one| one.credit.cost)).max().unwrap_or(Euros::ZERO);
    let telling = Telling { dossier, settings, rules, dearest };
    let mut ranked: Vec<&Offered<'_>> = offered.iter().collect();
    ranked.sort_by_key(|one| one.finding().rank(one.cost()));
    ranked.into_iter().map(|one| telling.offer(one)).collect()
}

/// What of the dearest a cost is, in percent.
pub(super) fn share(cost: Euros, dearest: Euros) -> u32 {
    cost.percent_of(dearest).and_then(|percent| u32::try_from(percent.round()).ok()).unwrap_or_default()
}

impl Telling<'_> {
    fn offer(&self, one: &Offered<'_>) -> Result<OfferView, Failure> {
        let finding = one.finding();
        let account = one.agreement().and_then(|agreement| agreement.domiciliation.as_ref());
        Ok(OfferView {
            lender: one.lender.key.as_str().to_owned(),
            kind: one.kind,
            name: one.lender.lender.name.to_string(),
            detail: self.detail(one)?,
            kept: one.kept,
            possible: match &finding {
                LenderFinding::Possible(_) => Some(true),
                LenderFinding::Refused(_) => Some(false),
                LenderFinding::Unknown => None,
            },
            reason: reason(&finding, one, self.dossier)?,
            keeping: keeping(self.dossier, one, self.rules)?,
            account_kind: account.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
            loan: one.loan.as_ref().map(|loan| self.loan(one, loan)).transpose()?,
        })
    }

    fn loan(&self, one: &Offered<'_>, loan: &LoanOffered) -> Result<OfferedLoan, Failure> {
        let schedule = &loan.schedule;
        Ok(OfferedLoan {
            instalment: instalment_text(schedule, loan.instalment),
            total_cost: schedule.total_cost.into(),
            share: share(schedule.total_cost, self.dearest),
            taeg: loan.taeg.map_or_else(|| "–".to_owned(), |taeg| taeg.to_string()),
            reste_a_vivre: self.reste_a_vivre(one, loan)?,
        })
    }

    /// `279,00 € puis 254,11 €` when less is paid at first.
    fn reste_a_vivre(&self, one: &Offered<'_>, loan: &LoanOffered) -> Result<String, Failure> {
        let with = |instalment| self.dossier.after_project_with(self.settings, Some(one.lender.key), instalment);
        let Some(level) = &loan.after else { return Ok(String::new()) };
        let terms = &loan.schedule.terms;
        let first = loan.schedule.instalments.first().filter(|_| terms.deferred > 0 || terms.interest_only > 0);
        let at_first = match first {
            Some(first) => with(first.total)?,
            None => None,
        };
        Ok(match at_first {
            Some(at_first) => format!("{} puis {}", at_first.reste_a_vivre, level.reste_a_vivre),
            None => level.reste_a_vivre.to_string(),
        })
    }

    /// How it differs from what is asked, the account it wants and what that costs, how long it takes to answer.
    fn detail(&self, one: &Offered<'_>) -> Result<String, Failure> {
        let terms = one.loan.as_ref().map(|loan| &loan.schedule.terms);
        let eased = match one.kind {
            OfferKind::Level => "remboursé dès le premier mois".to_owned(),
            OfferKind::AsAsked => terms.map(eased_text).unwrap_or_default(),
        };
        let months = terms.map(|terms| terms.months).filter(|months| Some(*months) != self.dossier.simulation.months);
        let shorter = months.map(|months| format!("sur {}", counted(months, "mois", "mois")));
        let agreement = one.agreement();
        let account = agreement.and_then(|agreement| agreement.domiciliation.as_ref());
        let account = account.map(|kind| entry(&self.rules.lists.domiciliation_kinds, kind)).transpose()?;
        let required =
            agreement.and_then(|agreement| Some((agreement.account.as_ref()?, agreement.account_required()?)));
        let costs = required.map(|(asked, _)| account_cost(asked)).filter(|cost| !cost.is_empty());
        let answer = agreement.and_then(|agreement| agreement.answer_days);
        let parts = [
            account.map(|kind| kind.label.clone()),
            costs,
            Some(eased).filter(|eased| !eased.is_empty()),
            shorter,
            answer.map(|days| format!("réponse en {}", counted(days, "jour", "jours"))),
        ];
        Ok(spaced(&parts.into_iter().flatten().collect::<Vec<_>>().join(", ")))
    }
}

/// `2,10 € par mois et 15,00 € une fois`; empty where it costs nothing.
fn account_cost(account: &AccountAsked) -> String {
    let monthly = (!account.monthly.is_zero()).then(|| format!("{} par mois", account.monthly));
    let once = (!account.once.is_zero()).then(|| format!("{} une fois", account.once));
    monthly.into_iter().chain(once).collect::<Vec<_>>().join(" et ")
}

/// Why a lender would or would not, both terms said.
fn reason(finding: &LenderFinding, one: &Offered<'_>, dossier: &Dossier) -> Result<String, Failure> {
    let told = match finding {
        LenderFinding::Possible(Some(own)) => {
            format!("{}{} pour {} demandés", own.judged, per_day(own.period), own.threshold)
        }
        LenderFinding::Possible(None) => "rien ne s’y oppose".to_owned(),
        LenderFinding::Refused(against) => {
            let asked = Asked { amount: dossier.loan_amount()?, months: dossier.simulation.months };
            against.iter().map(|one| hindrance(*one, asked)).collect::<Vec<_>>().join(", ")
        }
        LenderFinding::Unknown => one.lack.map_or("calcul impossible", missing).to_owned(),
    };
    Ok(spaced(&told))
}

/// The sum and the months asked for.
#[derive(Clone, Copy)]
struct Asked {
    amount: Option<Euros>,
    months: Option<u32>,
}

fn hindrance(against: Hindrance, asked: Asked) -> String {
    match against {
        Hindrance::Threshold(own) => {
            let day = per_day(own.period);
            format!("{}{day}, il en faut {}", own.judged, own.threshold)
        }
        Hindrance::Unstated => UNSTATED.to_owned(),
        Hindrance::Limit(passed) => {
            let limit = short(passed);
            let asked = match passed {
                LimitPassed::AmountUnder { .. } | LimitPassed::AmountOver { .. } => {
                    asked.amount.map(|amount| format!("{amount} demandés"))
                }
                LimitPassed::MonthsUnder { .. } | LimitPassed::MonthsOver { .. } => {
                    asked.months.map(|months| format!("{} demandés", counted(months, "mois", "mois")))
                }
                LimitPassed::RateOver { .. }
                | LimitPassed::InterestOnlyOver { .. }
                | LimitPassed::DeferredOver { .. }
                | LimitPassed::InterestOnlyLaterOver { .. }
                | LimitPassed::PurposeOutside { .. }
                | LimitPassed::ProductOutside => None,
            };
            asked.map_or_else(|| limit.clone(), |asked| format!("{asked}, {limit}"))
        }
    }
}

fn missing(lack: SimulationLack) -> &'static str {
    match lack {
        SimulationLack::Amount => "montant à écrire",
        SimulationLack::Months => "durée à choisir",
        SimulationLack::Rate => "taux à demander à la banque",
    }
}

fn per_day(period: RulePeriod) -> &'static str {
    match period {
        RulePeriod::Month => "",
        RulePeriod::Day => " par jour",
    }
}

/// What is kept is within the agreement's months: only its other limits bar it, and its own threshold asks for a reason.
pub(super) fn keeping(dossier: &Dossier, one: &Offered<'_>, rules: &RulesAt<'_>) -> Result<Keeping, Failure> {
    let kept = as_offered(dossier, one.lender.key, one.kind, rules);
    let before = dossier.limits_passed(&dossier.simulation, rules)?;
    if dossier.limits_passed(&kept, rules)?.iter().any(|passed| !before.contains(passed)) {
        return Ok(Keeping::Barred);
    }
    let is_short = one.own_standing().is_some_and(|own| own.apart.is_negative());
    Ok(if is_short { Keeping::WithReason } else { Keeping::Free })
}

/// Whether an insurance is a condition, after « assurance ».
pub(super) fn insurance(asked: InsuranceRequirement) -> &'static str {
    match asked {
        InsuranceRequirement::Required => "exigée",
        InsuranceRequirement::Optional => "facultative",
    }
}
