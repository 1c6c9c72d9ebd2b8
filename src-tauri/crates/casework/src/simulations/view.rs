//! The simulation of a dossier as its screen shows it.

use chrono::NaiveDate;
use domain::budget::AfterProject;
use domain::dossier::{Dossier, DossierId, LoanRefused, TermsOrigin, monthly};
use domain::loan::{RepaymentSchedule, schedule};
use domain::money::Euros;
use domain::settings::{Legal, RulesAt, Settings};
use domain::simulation::{LoanTried, Simulation, usual_durations, ways_out};
use domain::words::{long_date, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::choice::{self, ChoiceView};
use super::durations::{DurationTried, durations, worked_out as worked_out_by};
use super::field::SimulationField;
use super::offered::{OfferKind, Offered, as_offered, offer, offered};
use super::offers::{self, OfferView};
use super::plain_words::{in_a_sentence, outlook};
use super::revolving::{Compared, Revolved, RevolvingView, revolved};
use super::shown_loan::{LoanShown, ShownBy};
use super::terms::{SimulationFields, SimulationFollows, fields, follows, offered_conditions};
use crate::budgets::{ThresholdView, office_threshold};
use crate::dossiers::found;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::{Failure, lacking};
use app::settings::settings;
use app::shapes::{Choice, Money};

/// Which dossier, and a TAEG to compare with.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SimulationAsked {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The TAEG of a revolving credit as typed, in place of the office's.
    #[serde(default)]
    #[ts(optional)]
    pub revolving_taeg: Option<String>,
}

impl SimulationAsked {
    /// A dossier, compared by the office's own TAEG.
    pub fn of(dossier: DossierId) -> Self {
        Self { dossier, revolving_taeg: None }
    }
}

/// The simulation of a dossier: its terms, what they make, and every lender's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SimulationView {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What fields hold.
    pub fields: SimulationFields,
    /// What an empty field follows from.
    pub follows: SimulationFollows,
    /// The other conditions the agreement allows, and those stated already.
    pub conditions: Vec<SimulationField>,
    /// Lenders with an agreement in force, and the one chosen.
    pub lenders: Vec<Choice>,
    /// Products in force, and the one chosen; none where there is no choice.
    pub products: Vec<Choice>,
    /// Whether the terms are those of a contract or of an approval: `Accord du 16 décembre 2026`; else empty.
    pub settled: String,
    /// Whether they are signed: they are read, and nothing is typed.
    pub is_signed: bool,
    /// Durations usually asked for, in months.
    pub usual_months: Vec<u32>,
    /// What it still lacks, one sentence; empty once it is worked out.
    pub lacks: String,
    /// The loan worked out.
    pub loan: Option<LoanShown>,
    /// What is left to live on with it, a share a month; absent without a budget.
    pub reste_a_vivre_after: Option<Money>,
    /// Where that stands beside the office's threshold; absent without a budget or a threshold.
    pub threshold: Option<ThresholdView>,
    /// The lender whose durations and sentences are shown: the one kept, else the first that would make the loan.
    pub bank_shown: String,
    /// Its loan for the durations beside; empty once the bank has decided.
    pub durations: Vec<DurationTried>,
    /// Every lender, those that are possible first, then the cheapest.
    pub offers: Vec<OfferView>,
    /// What would make the loan possible, a sentence a lender; empty while one is possible.
    pub ways_out: Vec<String>,
    /// The same sum on a revolving credit; absent while no TAEG is known.
    pub revolving: Option<RevolvingView>,
    /// What is repaid in plain French, and what the office would refund of it.
    pub in_a_sentence: Vec<String>,
    /// The person's choice, once it was made.
    pub choice: Option<ChoiceView>,
    /// The accounts a choice may name.
    pub accounts: Vec<Choice>,
}

/// The warning of the law in force on the day of the contract, of the offer, or today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "LegalWarning")]
pub struct WarningView {
    /// Its text, printed as it is.
    pub text: String,
    /// Which contracts it is for: `contrats signés depuis le 20 novembre 2026`.
    pub regime: String,
    /// By which day it was chosen: `d’après la date du contrat, 3 décembre 2026`.
    pub by: String,
    /// The text of the law.
    pub source: String,
}

/// Shows the simulation of a dossier.
pub fn simulation(desk: &Desk, input: SimulationAsked, moment: &Moment) -> Result<SimulationView, Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, input.dossier)?, settings(reader)?)))?;
    shown(&dossier, &settings, input.revolving_taeg.as_deref(), moment)
}

fn shown(
    dossier: &Dossier,
    settings: &Settings,
    typed_taeg: Option<&str>,
    moment: &Moment,
) -> Result<SimulationView, Failure> {
    let day = dossier.loan_day(moment.today);
    let rules = settings.at(day);
    let origin = dossier.terms_origin();
    let terms = dossier.loan_terms(&rules);
    let worked_out = match &terms {
        Ok(terms) => schedule(terms).map_err(LoanRefused::from),
        Err(refused) => Err(*refused),
    };
    let simulated = origin == TermsOrigin::Simulated;
    let by = ShownBy { legal: rules.legal, policy: rules.office.refund.as_ref(), on: day };
    let beside = if simulated { Beside::of(dossier, settings, &rules, typed_taeg)? } else { Beside::default() };
    // Beside a dossier that keeps no bank yet, the first possible one is read.
    let read =
        beside.first.clone().map_or_else(|| dossier.clone(), |simulation| Dossier { simulation, ..dossier.clone() });
    let told = worked_out_by(&read, &rules).ok();
    let after = after(dossier, settings, worked_out.as_ref().ok())?;
    Ok(SimulationView {
        dossier: dossier.id,
        fields: fields(&carried(dossier, &rules)?, terms.as_ref().ok().filter(|_| !simulated), dossier),
        follows: follows(dossier, &rules)?,
        conditions: offered_conditions(dossier, &rules),
        lenders: lenders(dossier, &rules),
        products: products(dossier, &rules),
        settled: settled(origin, day),
        is_signed: origin == TermsOrigin::Signed,
        usual_months: usual_months(&rules),
        lacks: worked_out.as_ref().err().map(|refused| lack(*refused)).unwrap_or_default(),
        reste_a_vivre_after: after.as_ref().map(|after| after.reste_a_vivre.into()),
        threshold: match &after {
            Some(after) => office_threshold(dossier, settings, after, moment)?,
            None => None,
        },
        loan: worked_out.as_ref().ok().map(|loan| LoanShown::of(loan, &by)).transpose()?,
        bank_shown: bank(&read, &rules),
        durations: durations(&read, read.simulation.months, settings, &rules)?,
        offers: beside.offers,
        ways_out: beside.ways_out,
        revolving: beside.revolving,
        in_a_sentence: told.as_ref().map(|loan| in_a_sentence(loan, &by)).transpose()?.unwrap_or_default(),
        choice: choice::told(dossier, &rules)?,
        accounts: rules.lists.domiciliation_kinds.iter().map(Choice::of_entry).collect(),
    })
}

/// What stands beside the loan while it is only simulated.
#[derive(Default)]
struct Beside {
    offers: Vec<OfferView>,
    revolving: Option<RevolvingView>,
    ways_out: Vec<String>,
    /// The simulation of the first lender that would make the loan, while none is kept.
    first: Option<Simulation>,
}

impl Beside {
    fn of(
        dossier: &Dossier,
        settings: &Settings,
        rules: &RulesAt<'_>,
        typed_taeg: Option<&str>,
    ) -> Result<Self, Failure> {
        let offered = offered(dossier, settings, rules)?;
        let revolved = match compared(dossier)? {
            Some(compared) => revolved(compared, typed_taeg, Some(settings), rules.date)?,
            None => None,
        };
        let kept = dossier.simulation.lender.is_some();
        let first = offered.iter().filter(|one| !kept && one.finding().is_possible()).min_by_key(|one| one.cost());
        Ok(Self {
            offers: offers::told(dossier, settings, rules, &offered, revolved.as_ref())?,
            ways_out: told_ways_out(dossier, settings, rules, &offered)?,
            first: first.map(|one| as_offered(dossier, one.lender.key, one.kind, rules)),
            revolving: match &revolved {
                Some(revolved) => Some(beside_offers(revolved, dossier, settings, &offered)?),
                None => None,
            },
        })
    }
}

/// What would make each lender say yes, where none does.
fn told_ways_out(
    dossier: &Dossier,
    settings: &Settings,
    rules: &RulesAt<'_>,
    offered: &[Offered<'_>],
) -> Result<Vec<String>, Failure> {
    let asked = dossier.loan_amount()?.zip(dossier.simulation.months);
    let Some((amount, months)) = asked.filter(|_| !offered.iter().any(|one| one.finding().is_possible())) else {
        return Ok(Vec::new());
    };
    let mut told = Vec::new();
    for one in offered.iter().filter(|one| one.kind == OfferKind::AsAsked && one.loan.is_some()) {
        let ways = ways_out(LoanTried { amount, months }, |loan| {
            let mut tried = dossier.clone();
            (tried.simulation.amount, tried.simulation.months) = (Some(loan.amount), Some(loan.months));
            Ok::<_, Failure>(offer((&tried, settings), one.lender, one.kind, rules)?.finding().is_possible())
        })?;
        if !ways.is_empty() {
            told.push(outlook(one.lender.lender.name.as_str(), &ways));
        }
    }
    Ok(told)
}

fn bank(dossier: &Dossier, rules: &RulesAt<'_>) -> String {
    let lender = dossier.simulation.lender.as_ref().and_then(|key| rules.lender(key));
    lender.map(|lender| lender.lender.name.to_string()).unwrap_or_default()
}

/// The durations usually asked for, within the longest loan an agreement in force allows.
fn usual_months(rules: &RulesAt<'_>) -> Vec<u32> {
    let agreements = rules.lenders().filter_map(|lender| lender.agreement);
    usual_durations(agreements.filter_map(|dated| dated.value.limits.months_max).max())
}

/// The sum and the months the revolving credit is worked out for.
pub(crate) fn compared(dossier: &Dossier) -> Result<Option<Compared>, Failure> {
    let amount = dossier.loan_amount()?;
    Ok(amount.zip(dossier.simulation.months).map(|(amount, months)| Compared { amount, months }))
}

fn beside_offers(
    revolved: &Revolved,
    dossier: &Dossier,
    settings: &Settings,
    offered: &[Offered<'_>],
) -> Result<RevolvingView, Failure> {
    let costs = offered.iter().filter_map(|one| one.loan.as_ref()).map(|loan| loan.schedule.total_cost);
    let dearest = costs.max().unwrap_or(Euros::ZERO).max(revolved.credit.cost);
    Ok(revolved.told(dearest, revolved.reste_a_vivre(dossier, settings)?))
}

pub(super) fn lack(refused: LoanRefused) -> String {
    match refused {
        LoanRefused::Lacks(lack) => spaced(lacking(lack)),
        LoanRefused::Terms(_) | LoanRefused::TooLarge(_) => Failure::from(refused).message,
    }
}

/// The budget once the project is done, with a loan.
fn after(
    dossier: &Dossier,
    settings: &Settings,
    loan: Option<&RepaymentSchedule>,
) -> Result<Option<AfterProject>, Failure> {
    let Some(loan) = loan else { return Ok(None) };
    Ok(dossier.after_project(settings, monthly(loan)?)?)
}

/// The simulation with the amount of the plan and the first day that follows, where nothing else is typed.
fn carried(dossier: &Dossier, rules: &RulesAt<'_>) -> Result<Simulation, Failure> {
    let asked = &dossier.simulation;
    let left = dossier.left_to_lend()?;
    let lender = asked.lender.as_ref().and_then(|key| rules.lender(key)?.agreement);
    Ok(Simulation {
        amount: asked.amount.or(left),
        first_due_on: asked.first_due_on.or_else(|| asked.proposed_first_due(lender.map(|dated| &dated.value))),
        ..asked.clone()
    })
}

fn lenders(dossier: &Dossier, rules: &RulesAt<'_>) -> Vec<Choice> {
    let chosen = dossier.simulation.lender.as_ref();
    let offered = rules
        .lenders()
        .filter(|lender| (lender.agreement.is_some() && !lender.lender.retired) || Some(lender.key) == chosen);
    offered.map(|lender| Choice::new(lender.key.as_str(), lender.lender.name.as_str())).collect()
}

fn products(dossier: &Dossier, rules: &RulesAt<'_>) -> Vec<Choice> {
    let chosen = dossier.simulation.product.as_ref();
    let only = rules.only_product(dossier.simulation.lender.as_ref());
    // The only product there is is chosen by itself.
    if only.is_some() && (chosen.is_none() || chosen == only) {
        return Vec::new();
    }
    let offered = rules.products().filter(|(key, product)| !product.value.retired || Some(*key) == chosen);
    offered.map(|(key, product)| Choice::new(key.as_str(), product.value.label.as_str())).collect()
}

fn settled(origin: TermsOrigin, day: NaiveDate) -> String {
    match origin {
        TermsOrigin::Signed => format!("Contrat signé le {}", long_date(day)),
        TermsOrigin::Granted => format!("Accord de la banque du {}", long_date(day)),
        TermsOrigin::Simulated => String::new(),
    }
}

/// The warning in force on the day of the contract, of the approval, or today.
pub(crate) fn warning(legal: &Legal, day: NaiveDate, origin: TermsOrigin) -> Option<WarningView> {
    let value = legal.at("warning_text", day)?;
    let regime = match (value.valid_from, value.valid_to) {
        (Some(from), _) => format!("contrats signés depuis le {}", long_date(from)),
        (None, Some(to)) => format!("contrats signés jusqu’au {}", long_date(to)),
        (None, None) => String::new(),
    };
    let by = match origin {
        TermsOrigin::Signed => "d’après la date du contrat",
        TermsOrigin::Granted => "d’après la date de l’accord de la banque",
        TermsOrigin::Simulated => "d’après la date d’aujourd’hui",
    };
    Some(WarningView {
        text: spaced(&value.value),
        regime,
        by: format!("{by}, {}", long_date(day)),
        source: spaced(&value.source),
    })
}
