//! The instalments of a loan and what it costs.

use super::{input, months, owed_before, precise, repaying, result, step};
use crate::explained::Explained;
use crate::loan::{
    FeePayment, FirstPeriod, Instalment, Rate, RepaymentSchedule, RevolvingCredit, level_worth,
    period::{Gap, Period},
    refund,
};
use crate::money::Euros;
use crate::settings::{Dated, RefundBase, RefundCondition, RefundPolicy};
use crate::words::{counted, numeric_date, spaced};

/// Where rules of a fixed-rate loan come from.
const FIXED_RATE: &str = "Calcul d’un prêt à taux fixe et mensualités constantes, aux conditions du prêt";

/// The level instalment.
#[must_use]
pub fn instalment(schedule: &RepaymentSchedule) -> Explained {
    let terms = &schedule.terms;
    let owed = repaying(schedule).next().map_or(terms.amount, owed_before);
    let count = u32::try_from(repaying(schedule).count()).unwrap_or_default();
    let worth = level_worth(terms.annual_rate.monthly_discount(), count);
    let free = terms.annual_rate == Rate::ZERO;
    let divisor = if free {
        step("÷", "mois qui remboursent", count.to_string())
    } else {
        step("÷", &format!("valeur au départ de 1 € payé pendant {}", months(count)), precise(worth, 10))
    };
    let mut steps = vec![step("", "Capital à rembourser", owed.bare()), divisor];
    steps.push(result("Mensualité", schedule.instalment().to_string()));
    Explained {
        title: "Mensualité".to_owned(),
        result: schedule.instalment().to_string(),
        rule: spaced(if free {
            "Sans intérêts, le capital est partagé également entre les mois. Une seule division, à la fin, arrondie \
             au centime."
        } else {
            "La même somme chaque mois : le capital, divisé par ce que vaut au départ 1 € payé chaque mois jusqu’à la \
             fin. Chaque euro payé dans un mois vaut 1 ÷ (1 + taux ÷ 12). Une seule division, à la fin, arrondie au \
             centime."
        }),
        inputs: vec![
            input("Somme empruntée", terms.amount.to_string()),
            input("Taux fixe annuel", terms.annual_rate.to_string()),
            input("Durée", months(terms.months)),
        ],
        steps,
        table: None,
        notes: conditions(schedule),
        source: FIXED_RATE.to_owned(),
    }
}

/// What the terms change in the instalments, a sentence each.
#[must_use]
pub fn conditions(schedule: &RepaymentSchedule) -> Vec<String> {
    let terms = &schedule.terms;
    let mut notes = Vec::new();
    if terms.deferred > 0 {
        let count = months(terms.deferred);
        notes.push(format!("Pendant les premiers {count}, rien n’est payé : les intérêts s’ajoutent au capital."));
    }
    let alone = terms.interest_only.saturating_add(u32::try_from(terms.interest_only_later.len()).unwrap_or_default());
    if alone > 0 {
        notes.push(format!("Pendant {}, seuls les intérêts sont payés : le capital ne baisse pas.", months(alone)));
    }
    if terms.fee_payment == FeePayment::Financed && !terms.fee.is_zero() {
        notes.push(format!("Les frais, {}, sont prêtés avec la somme : ils sont dans le capital.", terms.fee));
    }
    if !schedule.total_insurance.is_zero() {
        notes.push("L’assurance s’ajoute à la mensualité.".to_owned());
    }
    notes.push("La dernière mensualité absorbe les centimes d’arrondi.".to_owned());
    notes.iter().map(|note| spaced(note)).collect()
}

/// The last instalment.
#[must_use]
pub fn last_instalment(schedule: &RepaymentSchedule) -> Explained {
    let last = schedule.last().copied();
    let of = |part: fn(&Instalment) -> Euros| last.as_ref().map_or(Euros::ZERO, part);
    let mut steps = vec![
        step("", "Capital restant dû avant elle", of(owed_before).bare()),
        step("+", "intérêts du mois", of(|line| line.interest).bare()),
    ];
    if !of(|line| line.insurance).is_zero() {
        steps.push(step("+", "assurance", of(|line| line.insurance).bare()));
    }
    steps.push(result("Dernière mensualité", of(|line| line.total).to_string()));
    Explained {
        title: "Dernière mensualité".to_owned(),
        result: of(|line| line.total).to_string(),
        rule: spaced(
            "La dernière rembourse exactement ce qui reste : les centimes que chaque arrondi a laissés s’y retrouvent.",
        ),
        inputs: vec![input("Mensualité", schedule.instalment().to_string())],
        steps,
        source: FIXED_RATE.to_owned(),
        ..Explained::default()
    }
}

/// The interest of the first period.
#[must_use]
pub fn first_interest(schedule: &RepaymentSchedule) -> Explained {
    let terms = &schedule.terms;
    let first = schedule.first().map_or(Euros::ZERO, |line| line.interest);
    let owed = terms.principal().unwrap_or(terms.amount);
    let (time, method) = first_period(schedule);
    let mut inputs = vec![input("Taux fixe annuel", terms.annual_rate.to_string())];
    if let Some(dates) = terms.dates {
        inputs.push(input("Argent versé le", numeric_date(dates.disbursed_on)));
        inputs.push(input("Première échéance le", numeric_date(dates.first_due_on)));
    }
    Explained {
        title: spaced("Intérêts de la première période"),
        result: first.to_string(),
        rule: spaced(method),
        inputs,
        steps: vec![
            step("", "Capital", owed.bare()),
            step("×", "taux annuel", terms.annual_rate.to_string()),
            step("×", "durée, en années", time),
            result("Intérêts", first.to_string()),
        ],
        notes: vec![spaced(
            "Ce que la première période porte de plus ou de moins qu’un mois est dans la première échéance ; le \
             capital qu’elle rembourse ne change pas.",
        )],
        source: spaced("Méthode de la convention de la banque"),
        ..Explained::default()
    }
}

/// How long the first period is, and by which method.
fn first_period(schedule: &RepaymentSchedule) -> (String, &'static str) {
    let one_month = "Un mois d’intérêts, quelles que soient les dates : capital × taux ÷ 12.";
    match (schedule.terms.dates, schedule.terms.first_period) {
        (Some(dates), FirstPeriod::MonthsAndDays) => (
            Period::between(dates.disbursed_on, dates.first_due_on).over_the_year(),
            "Les mois entiers d’abord, comptés en remontant depuis l’échéance, puis les jours qui restent, sur 365. \
             Une seule division, arrondie au centime.",
        ),
        (Some(dates), FirstPeriod::MonthAndGap) => (
            match Gap::of(dates) {
                Gap { more: 0, fewer: 0 } => "1/12".to_owned(),
                Gap { more: 0, fewer } => format!("1/12 − {fewer}/365"),
                Gap { more, .. } => format!("1/12 + {more}/365"),
            },
            "Un mois d’intérêts, plus ou moins les jours d’écart : capital × taux × jours ÷ 365.",
        ),
        (Some(_), FirstPeriod::OneMonth) | (None, _) => ("1/12".to_owned(), one_month),
    }
}

/// All the interest.
#[must_use]
pub fn total_interest(schedule: &RepaymentSchedule) -> Explained {
    let total = schedule.total_interest.to_string();
    let named = |year: i32| if schedule.terms.dates.is_some() { year.to_string() } else { format!("Année {year}") };
    let mut sign = "";
    let mut steps: Vec<_> = Vec::new();
    for year in schedule.by_year() {
        let count = counted(year.instalments, "échéance", "échéances");
        steps.push(step(sign, &format!("{}, {count}", named(year.year)), year.interest.bare()));
        sign = "+";
    }
    steps.push(result("Intérêts", total.clone()));
    Explained {
        title: "Intérêts".to_owned(),
        result: total,
        rule: spaced(
            "Chaque mois : capital restant dû × taux ÷ 12, une division, arrondie au centime. Le capital baisse à \
             chaque mensualité, les intérêts aussi. On additionne les mois.",
        ),
        inputs: vec![
            input("Somme empruntée", schedule.terms.amount.to_string()),
            input("Taux fixe annuel", schedule.terms.annual_rate.to_string()),
            input("Durée", months(schedule.months())),
        ],
        steps,
        notes: vec![spaced(
            "L’intérêt simple d’une année (par exemple, 2 000 € à 6,2 % font 124 €) compte comme si rien n’était remboursé : ce n’est \
             pas ce que coûte un prêt remboursé chaque mois.",
        )],
        source: FIXED_RATE.to_owned(),
        ..Explained::default()
    }
}

/// What the loan costs.
#[must_use]
pub fn total_cost(schedule: &RepaymentSchedule) -> Explained {
    let total = schedule.total_cost.to_string();
    Explained {
        title: spaced("Coût total"),
        result: total.clone(),
        rule: spaced(
            "Tout ce qui est payé au-delà de la somme empruntée : intérêts, frais de dossier, assurance, compte que la \
             banque impose.",
        ),
        inputs: vec![input("Somme empruntée", schedule.terms.amount.to_string())],
        steps: vec![
            step("", "Intérêts", schedule.total_interest.bare()),
            step("+", "frais", schedule.terms.fee.bare()),
            step("+", "assurance", schedule.total_insurance.bare()),
            step("+", "compte imposé", schedule.total_account.bare()),
            result("Coût total", total),
        ],
        notes: vec![spaced("Un compte facultatif est montré à côté, jamais dans ce coût.")],
        source: spaced("Code de la consommation, articles L. 314-1 et R. 314-4"),
        ..Explained::default()
    }
}

/// What the loan costs a month.
#[must_use]
pub fn cost_per_month(schedule: &RepaymentSchedule) -> Explained {
    let each = schedule.cost_per_month().to_string();
    Explained {
        title: spaced("Coût par mois"),
        result: each.clone(),
        rule: spaced("Le coût total partagé entre les mois du prêt : une division, arrondie au centime."),
        steps: vec![
            step("", "Coût total", schedule.total_cost.bare()),
            step("÷", "mois", schedule.months().to_string()),
            result("Coût par mois", each),
        ],
        source: FIXED_RATE.to_owned(),
        ..Explained::default()
    }
}

/// What the same sum costs on a revolving credit, and how much more than the loan.
#[must_use]
pub fn revolving_credit(schedule: &RepaymentSchedule, taeg: Rate, credit: &RevolvingCredit) -> Explained {
    let terms = &schedule.terms;
    let more = credit.cost.minus(schedule.total_cost).unwrap_or_default();
    Explained {
        title: spaced("Même somme avec un crédit renouvelable"),
        result: credit.cost.to_string(),
        rule: spaced(
            "Taux d’un mois = (1 + TAEG)^(1/12) − 1. La mensualité constante est arrondie au centime ; le coût est \
             le nombre de mois × la mensualité − la somme.",
        ),
        inputs: vec![
            input("Somme", terms.amount.to_string()),
            input("TAEG du crédit renouvelable", taeg.to_string()),
            input("Durée", months(terms.months)),
        ],
        steps: vec![
            step("", "Taux d’un mois", format!("{}\u{202f}%", precise(credit.month_percent, 6))),
            step("", "Mensualité", credit.instalment.bare()),
            step("×", "mois", terms.months.to_string()),
            step("−", "somme empruntée", terms.amount.bare()),
            result("Coût du crédit renouvelable", credit.cost.to_string()),
            step("−", "coût de ce prêt", schedule.total_cost.bare()),
            result("De plus que ce prêt", more.to_string()),
        ],
        notes: vec![spaced("Une comparaison : le TAEG est celui que le service a choisi, jamais celui d’une offre.")],
        source: spaced("Réglage du service : TAEG du crédit renouvelable"),
        ..Explained::default()
    }
}

/// What the office may refund.
#[must_use]
pub fn refund(schedule: &RepaymentSchedule, policy: &Dated<RefundPolicy>, refunded: Euros) -> Explained {
    let rules = &policy.value;
    let base = match rules.base {
        RefundBase::Interest => "Intérêts du prêt",
        RefundBase::OneInstalment => "Une mensualité",
    };
    let condition = match rules.condition {
        RefundCondition::None => "Aucune condition.",
        RefundCondition::FullyRepaid => "Quand le prêt est entièrement remboursé.",
        RefundCondition::FullyRepaidNoLateInstalment => {
            "Quand le prêt est entièrement remboursé, sans échéance en retard."
        }
        RefundCondition::NoMajorIncident => "Sans déchéance du terme ni appel de la garantie.",
    };
    let resolution = &rules.resolution;
    let source = if resolution.is_empty() { policy.source.clone() } else { resolution.to_string() };
    Explained {
        title: spaced("Remboursement par le service"),
        result: refunded.to_string(),
        rule: spaced("La part que le service rembourse, si le prêt se déroule comme prévu : arrondie au centime."),
        inputs: vec![input("Payé par", rules.payer.to_string())],
        steps: vec![
            step("", base, refund::base(schedule, rules).bare()),
            step("×", "part remboursée", format!("{}\u{202f}%", rules.share_percent)),
            result("Remboursé", refunded.to_string()),
            step("", "Coût total du prêt", schedule.total_cost.bare()),
            result("Coût après remboursement", schedule.total_cost.minus(refunded).unwrap_or_default().to_string()),
        ],
        notes: vec![spaced(condition)],
        source: spaced(&source),
        ..Explained::default()
    }
}
