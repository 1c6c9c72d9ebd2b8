//! The financing plan: what is to be paid, by whom, whether it closes, and what a pending aid would change.

use domain::dossier::{Dossier, TermsOrigin, monthly};
use domain::loan::{LoanTerms, schedule};
use domain::money::Euros;
use domain::project::{Aid, AidId, AidStatus, Choice, Financing};
use domain::settings::RulesAt;
use domain::words::spaced;
use serde::Serialize;
use ts_rs::TS;

use app::failure::Failure;
use app::shapes::Money;

/// Whether the plan closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Balance {
    /// Nothing to pay is known yet.
    NoCost,
    /// To the cent.
    Closed,
    /// Something is paid by nobody.
    Short,
    /// More is brought than is to be paid.
    Over,
}

/// One line of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanRow {
    /// What it is.
    pub label: String,
    /// How much.
    pub amount: Money,
    /// Where it comes from, or where it stands.
    pub note: String,
}

/// Who pays what, to the cent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Plan")]
pub struct PlanView {
    /// What is to be paid.
    pub to_pay: Vec<PlanRow>,
    /// What the project costs.
    pub cost: Money,
    /// What pays it, the loan last.
    pub paid_by: Vec<PlanRow>,
    /// All that pays it.
    pub funding: Money,
    /// The loan, typed, granted or left over; absent when there is none.
    pub loan: Option<Money>,
    /// Whether the loan follows the plan, rather than being typed, granted or signed.
    pub loan_follows: bool,
    /// Whether the plan closes.
    pub balance: Balance,
    /// `Le plan se ferme : écart 0,00 €`.
    pub sentence: String,
    /// What could close it, one line each.
    pub ways_out: Vec<String>,
    /// What else is worth seeing; empty when nothing is.
    pub remark: String,
    /// The instalment of the loan, with its months; absent while it is not worked out.
    pub instalment: Option<PlanRow>,
    /// What the loan costs; absent while it is not worked out.
    pub loan_cost: Option<Money>,
    /// What each aid hoped for would change.
    pub hoped: Vec<HopedAid>,
}

/// What an aid hoped for would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HopedAid {
    /// The aid.
    #[ts(type = "number")]
    pub aid: AidId,
    /// `Avec les 200,00 € (Employeur, …), le microcrédit descend à … et la mensualité à …`.
    pub sentence: String,
    /// `Accordée : compter les 200,00 €`.
    pub action: String,
}

/// The plan of a dossier by the rules of its loan's day.
pub(super) fn plan(dossier: &Dossier, rules: &RulesAt<'_>) -> Result<PlanView, Failure> {
    let financing = dossier.financing()?;
    let origin = dossier.terms_origin();
    let loan = dossier.loan_amount()?;
    let lent = loan.unwrap_or(Euros::ZERO);
    let gap = financing.gap(lent)?;
    let balance = balance(&financing, gap);
    let terms = dossier.loan_terms(rules).ok();
    let worked_out = terms.as_ref().and_then(|terms| schedule(terms).ok());
    let instalment = match &worked_out {
        Some(schedule) => Some(instalment_row(schedule.terms.months, monthly(schedule)?)),
        None => None,
    };
    let follows = origin == TermsOrigin::Simulated && dossier.simulation.amount.is_none();
    Ok(PlanView {
        to_pay: to_pay(dossier),
        cost: financing.cost.into(),
        paid_by: paid_by(dossier, loan, origin),
        funding: Euros::sum([financing.aids, financing.own_share, lent])?.into(),
        loan: loan.map(Money::from),
        loan_follows: follows,
        balance,
        sentence: sentence(balance, gap, loan),
        ways_out: ways_out(dossier, gap, lent, origin)?,
        remark: remark(dossier, &financing),
        instalment,
        loan_cost: worked_out.map(|schedule| schedule.total_cost.into()),
        hoped: if follows { hoped(dossier, terms.as_ref(), lent)? } else { Vec::new() },
    })
}

fn balance(financing: &Financing, gap: Euros) -> Balance {
    if financing.cost.is_zero() {
        return Balance::NoCost;
    }
    if gap.is_zero() {
        return Balance::Closed;
    }
    if gap.is_negative() { Balance::Over } else { Balance::Short }
}

/// The expenses written, or the kept quotes, then the debts of the budget that the loan pays off.
fn to_pay(dossier: &Dossier) -> Vec<PlanRow> {
    let project = &dossier.project;
    let written = project.expenses.iter().map(|expense| row(expense.label.as_str(), expense.amount, ""));
    let kept = project.quotes.iter().filter(|quote| project.expenses.is_empty() && quote.choice == Choice::Kept);
    let kept = kept.map(|quote| row(quote.label.as_str(), quote.amount, quote.seller.as_str()));
    let debts = dossier.repaid_debts();
    let debts = debts.iter().map(|debt| row(debt.label.as_str(), debt.amount, "dette soldée par le prêt"));
    written.chain(kept).chain(debts).collect()
}

fn paid_by(dossier: &Dossier, loan: Option<Euros>, origin: TermsOrigin) -> Vec<PlanRow> {
    let project = &dossier.project;
    let obtained = project.aids.iter().filter(|aid| aid.status == AidStatus::Obtained);
    let mut rows: Vec<_> =
        obtained.map(|aid| row(&title_of(aid), aid.amount.unwrap_or(Euros::ZERO), "accordée")).collect();
    let own = project.own_share.filter(|share| !share.is_zero());
    rows.extend(own.map(|share| row("Apport personnel", share, project.own_share_note.as_str())));
    let note = match origin {
        TermsOrigin::Signed => "signé",
        TermsOrigin::Granted => "accordé",
        TermsOrigin::Simulated => "demandé",
    };
    rows.extend(loan.map(|amount| row("Microcrédit", amount, note)));
    rows
}

fn row(label: &str, amount: Euros, note: &str) -> PlanRow {
    PlanRow { label: spaced(label), amount: amount.into(), note: spaced(note) }
}

fn instalment_row(months: u32, instalment: Euros) -> PlanRow {
    row(&format!("Par mois, {}", domain::words::counted(months, "mois", "mois")), instalment, "")
}

fn sentence(balance: Balance, gap: Euros, loan: Option<Euros>) -> String {
    let missing = positive(gap);
    spaced(&match (balance, loan) {
        (Balance::NoCost, _) => "Le coût n’est pas encore connu : retenez un devis, écrivez une dépense, ou cochez au budget une dette soldée par \
             le prêt.".to_owned(),
        (Balance::Closed, Some(_)) => format!("Le plan est équilibré : écart {gap}"),
        (Balance::Closed, None) => "Les aides et l’apport paient tout : aucun prêt n’est nécessaire.".to_owned(),
        (Balance::Short, _) => format!("Il manque {missing} pour payer le projet."),
        (Balance::Over, Some(_)) => format!("Il y a {missing} de trop : le prêt dépasse ce qui reste à payer."),
        (Balance::Over, None) => {
            format!("Les aides et l’apport dépassent le coût de {missing} : aucun prêt n’est nécessaire.")
        }
    })
}

/// The lines that could close the plan, while the loan is only asked for.
fn ways_out(dossier: &Dossier, gap: Euros, loan: Euros, origin: TermsOrigin) -> Result<Vec<String>, Failure> {
    if gap.is_zero() || dossier.financing()?.cost.is_zero() {
        return Ok(Vec::new());
    }
    let own = dossier.project.own_share.unwrap_or(Euros::ZERO);
    let mut ways = Vec::new();
    for (what, amount) in [("le microcrédit", loan), ("l’apport personnel", own)] {
        let closing = amount.plus(gap)?;
        let settled = what == "le microcrédit" && (origin != TermsOrigin::Simulated || amount.is_zero());
        if settled || closing.is_negative() {
            continue;
        }
        let verb = if gap.is_negative() { "ramener" } else { "porter" };
        ways.push(spaced(&format!("{verb} {what} à {closing}")));
    }
    if !gap.is_negative() {
        ways.extend(
            dossier
                .project
                .hoped_for()
                .map(|(aid, amount)| spaced(&format!("obtenir les {amount} demandés ({})", title_of(aid)))),
        );
    }
    Ok(ways)
}

/// Expenses are the cost; kept quotes that say another sum are worth seeing.
fn remark(dossier: &Dossier, financing: &Financing) -> String {
    let kept = financing.kept_quotes;
    if dossier.project.expenses.is_empty() || kept.is_zero() || kept == financing.cost {
        return String::new();
    }
    spaced(&format!("Les dépenses écrites font le coût : {} ; les devis retenus font {kept}.", financing.cost))
}

fn hoped(dossier: &Dossier, terms: Option<&LoanTerms>, loan: Euros) -> Result<Vec<HopedAid>, Failure> {
    let mut told = Vec::new();
    for (aid, amount) in dossier.project.hoped_for() {
        let left = dossier.planned_project().once_obtained(aid.id).financing()?.remainder;
        if left >= loan {
            continue;
        }
        let with = format!("Avec les {amount} ({}), ", title_of(aid));
        let then = match instalments(terms, left)? {
            _ if left.is_zero() => "aucun prêt ne serait nécessaire.".to_owned(),
            Some((before, after)) => {
                let less = before.minus(after)?;
                format!("le microcrédit descend à {left} et la mensualité à {after} ({less} de moins).")
            }
            None => format!("le microcrédit descend à {left}."),
        };
        let action = spaced(&format!("Accordée : compter les {amount}"));
        told.push(HopedAid { aid: aid.id, sentence: spaced(&(with + &then)), action });
    }
    Ok(told)
}

/// The instalment as it is, and as it would be on a smaller amount.
fn instalments(terms: Option<&LoanTerms>, left: Euros) -> Result<Option<(Euros, Euros)>, Failure> {
    let Some(terms) = terms else { return Ok(None) };
    let (Ok(before), Ok(after)) = (schedule(terms), schedule(&LoanTerms { amount: left, ..terms.clone() })) else {
        return Ok(None);
    };
    Ok(Some((monthly(&before)?, monthly(&after)?)))
}

/// `aide à la mobilité, Département`.
pub(super) fn title_of(aid: &Aid) -> String {
    let parts = [aid.label.as_str(), aid.provider.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn positive(gap: Euros) -> Euros {
    if gap.is_negative() { Euros::ZERO.minus(gap).unwrap_or(gap) } else { gap }
}
