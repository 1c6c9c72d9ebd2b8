//! The TAEG, with the flows that prove it, and the usury rate it is compared with.

use rust_decimal::Decimal;

use super::{input, precise, result, step};
use crate::explained::{Explained, ExplainedTable};
use crate::loan::{
    FirstPeriod, FlowTime, InsuranceRequirement, RepaymentSchedule, Taeg, TaegWorking, UsuryFinding, WorkedFlow,
};
use crate::settings::{LegalCertainty, LegalValue};
use crate::words::{decimal, numeric_date, spaced};

/// The TAEG of a loan.
#[must_use]
pub fn taeg(schedule: &RepaymentSchedule, working: &TaegWorking) -> Explained {
    let exact = format!("{}\u{202f}%", decimal(working.taeg.exact(), 10));
    let (lent, paid) = working.sides();
    Explained {
        title: "TAEG".to_owned(),
        result: working.taeg.to_string(),
        rule: spaced(
            "Le taux annuel qui donne à tout ce qui est payé la même valeur, au jour du versement, qu’à la somme \
             reçue : chaque somme est divisée par (1 + TAEG)^t, t étant le temps en années.",
        ),
        inputs: vec![
            input("Taux annuel effectif global, dix décimales", exact),
            input("Arrondi à deux décimales", working.taeg.to_string()),
        ],
        steps: vec![
            step("", "Somme reçue", decimal(lent, 4)),
            step("−", "valeur, au jour du versement, de ce qui est payé", decimal(paid, 4)),
            result("Écart", decimal(lent - paid, 4)),
        ],
        table: Some(flows(working, paid)),
        notes: notes(schedule),
        source: spaced("Code de la consommation, article R. 314-3 et son annexe (directives 2008/48/CE et 2011/90/UE)"),
    }
}

fn flows(working: &TaegWorking, paid: Decimal) -> ExplainedTable {
    let lent = working.flows.first().is_some_and(|flow| flow.amount.is_sign_negative());
    let rows = working.flows.iter().map(|flow| flow_row(flow, lent)).collect();
    let sums = working.flows.iter().filter(|flow| flow.amount.is_sign_negative() != lent);
    let sum: Decimal = sums.map(|flow| flow.amount).sum();
    ExplainedTable {
        columns: ["Versement", "Temps, en années", "Somme", "Valeur au versement"].map(str::to_owned).to_vec(),
        rows,
        total: vec!["Payé en tout".to_owned(), String::new(), decimal(sum.abs(), 2), decimal(paid, 4)],
    }
}

fn flow_row(flow: &WorkedFlow, lent: bool) -> Vec<String> {
    let received = flow.amount.is_sign_negative() == lent;
    let name = match (flow.on, flow.time) {
        (Some(day), _) => numeric_date(day),
        (None, FlowTime::Counted { months: 0, .. }) => "au départ".to_owned(),
        (None, FlowTime::Counted { months, .. }) => format!("mois\u{a0}{months}"),
        (None, FlowTime::Years(_)) => format!("{} ans", flow.time),
    };
    let name = if received { format!("{name}, reçu") } else { name };
    vec![spaced(&name), flow.time.to_string(), decimal(flow.amount.abs(), 2), decimal(flow.worth.abs(), 4)]
}

fn notes(schedule: &RepaymentSchedule) -> Vec<String> {
    let mut notes = vec![
        "Mois entiers d’abord, en remontant depuis chaque versement ; les jours qui restent, sur 365, ou 366 si \
         l’année qui finit là a un 29 février.",
    ];
    if !schedule.terms.fee.is_zero() {
        notes.push("Les frais obligatoires sont dans le TAEG.");
    }
    match schedule.terms.insurance.map(|insurance| insurance.requirement) {
        Some(InsuranceRequirement::Required) => notes.push("L’assurance est exigée : elle est dans le TAEG."),
        Some(InsuranceRequirement::Optional) => {
            notes.push("L’assurance est facultative : elle n’est pas dans le TAEG.")
        }
        None => {}
    }
    notes.push(match schedule.terms.account {
        Some(_) => "Le compte est une condition du prêt : ce qu’il coûte est dans le TAEG.",
        None => "Ce que coûte un compte facultatif n’est pas dans le TAEG.",
    });
    notes.iter().map(|note| spaced(note)).collect()
}

/// Why a TAEG is below the fixed rate, in a sentence; nothing when it is not.
///
/// Paid on 20 December 2026 and first due on 2 February 2027, 44 days bear a month of interest: 1 800 € at 3 % over
/// 24 months has a TAEG of 2,86 %.
#[must_use]
pub fn taeg_below_rate(schedule: &RepaymentSchedule) -> Option<String> {
    let terms = &schedule.terms;
    let dates = terms.dates.filter(|_| terms.first_period == FirstPeriod::OneMonth)?;
    crate::loan::taeg(schedule).ok().filter(|taeg| taeg.rounded() < terms.annual_rate.percent())?;
    let days = dates.first_due_on.signed_duration_since(dates.disbursed_on).num_days();
    Some(spaced(&format!(
        "Le TAEG est au-dessous du taux fixe : la première période, de {days} jours, ne compte qu’un mois d’intérêts."
    )))
}

/// A TAEG beside the usury rate.
#[must_use]
pub fn usury(found: Taeg, finding: &UsuryFinding) -> Explained {
    let title = spaced("Taux d’usure");
    let rule = spaced(
        "Aucun prêteur ne peut dépasser le taux d’usure du trimestre, fixé par tranche de montant : le taux moyen, \
         plus un tiers.",
    );
    let compared = |rate: &crate::loan::Rate, value: &LegalValue, said: &str| Explained {
        title: title.clone(),
        result: spaced(said),
        rule: rule.clone(),
        inputs: vec![input("TAEG, dix décimales", format!("{}\u{202f}%", precise(found.exact(), 10)))],
        steps: vec![
            step("", "Taux d’usure du jour", rate.to_string()),
            step("−", "TAEG", found.to_string()),
            result("Écart, en points", decimal(rate.percent() - found.rounded(), 2)),
        ],
        notes: certainty(value),
        source: value.source.clone(),
        ..Explained::default()
    };
    match finding {
        UsuryFinding::Under { rate, value } => compared(rate, value, &format!("sous le taux d’usure, {rate}")),
        UsuryFinding::Over { rate, value } => compared(rate, value, &format!("au-dessus du taux d’usure, {rate}")),
        UsuryFinding::NotKnown => Explained {
            title,
            result: spaced("pas connu pour ce trimestre"),
            rule,
            notes: vec![spaced("Le taux d’usure de ce trimestre n’est pas encore connu ici.")],
            source: spaced("Code de la consommation, articles L. 314-6 et L. 314-7"),
            ..Explained::default()
        },
    }
}

fn certainty(value: &LegalValue) -> Vec<String> {
    match value.certainty {
        LegalCertainty::Sure => Vec::new(),
        LegalCertainty::Weak => vec![spaced("Valeur à vérifier : sa source est secondaire.")],
    }
}
