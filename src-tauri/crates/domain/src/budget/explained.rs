//! Where each figure of a budget comes from: what goes in, the rule, the steps, the result.
//!
//! The same words on screen and on paper. Worked example (the Delmas household): 1 999,76 − 896,18 − 85,00 =
//! 1 018,58; ÷ 3 personnes = 339,53 €; a day, × 12 ÷ 365 = 11,16 €.

use super::standing::needed;
use super::{
    AfterProject, Counted, DebtRatio, Frequency, HouseholdBudget, Projection, ReckonedLine, ReckonedSection, Section,
    SharedAmong, Standing, calculation, repayment_capacity, standing, working, working_after,
};
use crate::explained::{Explained, ExplainedTable, WorkingRow};
use crate::household::{Household, Link, Member, MemberId};
use crate::money::{AmountTooLarge, Euros};
use crate::settings::{BudgetRule, Divisor, InstalmentCounted, RulePeriod};
use crate::words::{self, Labelled, decimal, percent, spaced};

/// A rule that is read, whose it is and where it is written.
#[derive(Clone, Copy, Debug)]
pub struct RuleRead<'r> {
    /// The rule.
    pub rule: &'r BudgetRule,
    /// Whose: « du CCAS », « de la Banque du Val ».
    pub whose: &'r str,
    /// Where it is written: « délibération du 12 mars 2024 ».
    pub source: &'r str,
}

/// The month of a line.
#[must_use]
pub fn explain_line(line: &ReckonedLine) -> Explained {
    let entered = &line.line;
    let result = line.per_month.map_or_else(|| "pas ramené au mois".to_owned(), |month| month.to_string());
    let written = calculation(entered.amount, entered.frequency);
    let step = if written.is_empty() { entered.amount.to_string() } else { written };
    let not_counted = line.counted.reason();
    let notes = [payments(entered.frequency), not_counted].into_iter().filter(|note| !note.is_empty());
    Explained {
        title: format!("{}, par mois", line.label),
        result: result.clone(),
        rule: spaced("Montant × paiements par an ÷ 12 : une seule division, arrondie au centime le plus proche."),
        inputs: vec![
            ("Montant".to_owned(), entered.amount.to_string()),
            ("Fréquence".to_owned(), entered.frequency.label().to_owned()),
            ("D’où on le sait".to_owned(), entered.certainty.label().to_owned()),
        ],
        steps: vec![row("=", &step, &result, true)],
        notes: notes.map(spaced).collect(),
        ..Explained::default()
    }
}

/// How many payments a year are counted.
fn payments(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Weekly => "52 paiements par an ; certaines années en ont 53 : le dernier n’est pas compté.",
        Frequency::Fortnightly => "26 paiements par an ; certaines années en ont 27 : le dernier n’est pas compté.",
        Frequency::TwoMonthly | Frequency::Quarterly | Frequency::HalfYearly | Frequency::Yearly => {
            "Réparti également sur les mois, même s’il tombe en une fois."
        }
        Frequency::OneOff => "Un paiement unique n’est pas réparti sur les mois.",
        Frequency::Monthly => "",
    }
}

/// The total of a section: its rounded lines, added.
#[must_use]
pub fn explain_total(section: &ReckonedSection) -> Explained {
    let enters = |line: &&ReckonedLine| line.counted == Counted::Yes || section.section == Section::RunningExpense;
    let written = |line: &ReckonedLine| line.per_month.map_or_else(String::new, Euros::bare);
    let left_out = section.lines.iter().filter(|line| !enters(line));
    Explained {
        title: format!("{}, par mois", section.section.total_label()),
        result: section.total.to_string(),
        rule: "Chaque ligne est arrondie au centime, puis les lignes comptées sont additionnées.".to_owned(),
        table: Some(ExplainedTable {
            columns: vec!["Ligne".to_owned(), "Calcul".to_owned(), "€ par mois".to_owned()],
            rows: section
                .lines
                .iter()
                .filter(enters)
                .map(|line| {
                    let how = calculation(line.line.amount, line.line.frequency);
                    vec![line.label.clone(), how, written(line)]
                })
                .collect(),
            total: vec![section.section.total_label().to_owned(), String::new(), section.total.bare()],
        }),
        notes: left_out.map(|line| spaced(&format!("{} : {}", line.label, line.counted.reason()))).collect(),
        ..Explained::default()
    }
}

/// The reste à vivre before the loan, by a rule.
pub fn explain_reste_a_vivre(budget: &HouseholdBudget, read: &RuleRead<'_>) -> Result<Explained, AmountTooLarge> {
    Ok(Explained {
        title: format!("Reste à vivre avant le prêt, règle {}", read.whose),
        result: budget.reste_a_vivre.to_string(),
        rule: rule_in_words(read.rule),
        steps: working(budget)?,
        notes: left_out(budget),
        source: read.source.to_owned(),
        ..Explained::default()
    })
}

/// The reste à vivre once the project is done, by a rule.
pub fn explain_reste_a_vivre_after(after: &AfterProject, read: &RuleRead<'_>) -> Result<Explained, AmountTooLarge> {
    let mut notes: Vec<String> = after.changes.iter().map(change_in_words).collect();
    notes.extend(left_out(&after.budget));
    Ok(Explained {
        title: format!("Reste à vivre avec le prêt, règle {}", read.whose),
        result: after.reste_a_vivre.to_string(),
        rule: rule_in_words(read.rule),
        steps: working_after(after)?,
        notes,
        source: read.source.to_owned(),
        ..Explained::default()
    })
}

/// A reste à vivre a day, of that name: `avant le prêt`, `avec le prêt`.
#[must_use]
pub fn explain_per_day(of: &str, month: Euros, day: Euros) -> Explained {
    Explained {
        title: spaced(&format!("Reste à vivre par jour, {of}")),
        result: day.to_string(),
        rule: spaced("Reste à vivre par mois × 12 ÷ 365, arrondi au centime le plus proche."),
        inputs: vec![("Reste à vivre par mois".to_owned(), month.to_string())],
        steps: vec![row("=", &format!("{} × 12 ÷ 365", month.bare()), &day.to_string(), true)],
        notes: vec![spaced("L’année compte 365 jours, bissextile ou non.")],
        ..Explained::default()
    }
}

/// What the remainder is shared among, person by person; `applicant` is the name of who asks. Children are not named.
#[must_use]
pub fn explain_shares(shares: &SharedAmong, household: &Household, applicant: &str) -> Explained {
    let name = |id: MemberId| {
        let member = household.members().iter().find(|member| member.id == id);
        match member {
            Some(member) if is_child(member) => {
                let children = household.members().iter().filter(|member| is_child(member));
                let before = children.take_while(|member| member.id != id).count();
                format!("Enfant {}", before.saturating_add(1))
            }
            Some(member) if member.link != Link::Applicant => member.name.to_string(),
            Some(_) | None => applicant.to_owned(),
        }
    };
    let (rows, rule) = match shares {
        SharedAmong::Persons(_) => {
            let rows = household.members().iter().map(|member| {
                let label = match member.reason.as_str() {
                    "" => name(member.id),
                    reason => format!("{} ({reason})", name(member.id)),
                };
                (label, member.share.label().to_owned())
            });
            (
                rows.collect::<Vec<_>>(),
                "Une part par personne ; ½ pour un enfant en garde alternée, sauf avis contraire.",
            )
        }
        SharedAmong::Units(units) => {
            let mut rows: Vec<_> = units
                .weights
                .iter()
                .map(|one| (format!("{}, {}", name(one.member), one.weighed_as.label()), hundredths(one.weight)))
                .collect();
            if units.lone_parent > 0 {
                rows.push(("parent seul avec enfant".to_owned(), hundredths(units.lone_parent)));
            }
            (rows, "Chaque personne pèse selon son âge, un enfant en garde alternée pour la moitié.")
        }
    };
    let result = shares.in_words();
    Explained {
        title: spaced("Par combien le reste est divisé"),
        rule: spaced(rule),
        inputs: rows,
        steps: vec![row("=", "Total", &result, true)],
        result,
        ..Explained::default()
    }
}

fn is_child(member: &Member) -> bool {
    matches!(member.link, Link::Child | Link::ChildShared)
}

/// A debt ratio before the loan.
#[must_use]
pub fn explain_debt_ratio(ratio: &DebtRatio) -> Explained {
    debt_ratio("Taux d’endettement avant le prêt", ratio, "Crédits et dettes")
}

/// A debt ratio once the loan is paid for.
#[must_use]
pub fn explain_debt_ratio_after(ratio: &DebtRatio) -> Explained {
    debt_ratio("Taux d’endettement avec le prêt", ratio, "Crédits, dettes et mensualité")
}

fn debt_ratio(title: &str, ratio: &DebtRatio, debts: &str) -> Explained {
    let result = percent(ratio.percent);
    Explained {
        title: title.to_owned(),
        rule: spaced("Ce qui est dû chaque mois ÷ les ressources, deux décimales. Il renseigne, il ne décide pas."),
        steps: vec![
            row("", debts, &ratio.debts.bare(), false),
            row("÷", "Ressources", &ratio.income.bare(), false),
            row("=", title, &result, true),
        ],
        notes: vec!["Les lignes comptées ici sont celles que la liste du budget désigne.".to_owned()],
        result,
        ..Explained::default()
    }
}

/// The repayment capacity, by a rule.
pub fn explain_capacity(after: &AfterProject, read: &RuleRead<'_>) -> Result<Explained, AmountTooLarge> {
    let title = format!("Capacité de remboursement, règle {}", read.whose);
    let rule = spaced(
        "La mensualité qui ramènerait le reste à vivre, le projet fait, au seuil de la règle : arrondie au centime \
         inférieur, jamais au-dessous de zéro.",
    );
    let Some(capacity) = repayment_capacity(after, read.rule)? else {
        let result = spaced("non calculée : aucun repère");
        return Ok(Explained { title, result, rule, source: read.source.to_owned(), ..Explained::default() });
    };
    let shares = after.budget.shares.in_words();
    let threshold = read.rule.threshold.unwrap_or_default();
    let each = match read.rule.period {
        RulePeriod::Month => format!("{threshold} × {shares}"),
        RulePeriod::Day => format!("{threshold} × {shares} × 365 ÷ 12"),
    };
    let needed = needed(&after.budget, read.rule).unwrap_or_default();
    let mut steps = vec![row("", "Reste pour le ménage, avant la mensualité", &after.budget.left.bare(), false)];
    if !after.account.is_zero() {
        steps.push(row("−", "Compte demandé par la banque", &after.account.bare(), false));
    }
    steps.push(row("−", &each, &decimal(needed, needed.normalize().scale().clamp(2, 4)), false));
    steps.push(row("=", "Mensualité possible", &capacity.to_string(), true));
    Ok(Explained {
        title,
        result: capacity.to_string(),
        rule,
        steps,
        source: read.source.to_owned(),
        ..Explained::default()
    })
}

/// How far from the threshold the reste à vivre is, by a rule; nothing without a threshold.
pub fn explain_gap(after: &AfterProject, read: &RuleRead<'_>) -> Result<Option<Explained>, AmountTooLarge> {
    let Some(Standing { judged, threshold, apart, .. }) = standing(after, read.rule)? else { return Ok(None) };
    let looked_at = match read.rule.instalment {
        InstalmentCounted::Included => "Reste à vivre, la mensualité payée",
        InstalmentCounted::Excluded => "Reste à vivre, avant la mensualité",
    };
    Ok(Some(Explained {
        title: format!("Écart au repère, règle {}", read.whose),
        result: apart.to_string(),
        rule: rule_in_words(read.rule),
        steps: vec![
            row("", looked_at, &judged.bare(), false),
            row("−", "Seuil", &threshold.bare(), false),
            row("=", "Écart", &apart.to_string(), true),
        ],
        notes: vec![spaced("Au-dessous du repère, un motif est demandé ; rien n’est refusé.")],
        source: read.source.to_owned(),
        ..Explained::default()
    }))
}

/// The lowest month of a projection, with every month; nothing when it has none.
#[must_use]
pub fn explain_lowest_month(projection: &Projection) -> Option<Explained> {
    let lowest = projection.lowest()?;
    let columns = ["Mois", "Ressources", "Charges", "Dettes", "Prêt", "Reste", "Reste à vivre"];
    let rows = projection.months.iter().map(|month| {
        let loan = month.instalment.plus(month.account).unwrap_or(month.instalment);
        let amounts = [month.income, month.expenses, month.debts, loan, month.left, month.reste_a_vivre];
        let mut cells = vec![words::month_of(month.month.first_day())];
        cells.extend(amounts.map(Euros::bare));
        cells
    });
    Some(Explained {
        title: "Le mois le plus bas pendant le prêt".to_owned(),
        result: format!("{}, {}", lowest.reste_a_vivre, words::month_of(lowest.month.first_day())),
        rule: spaced(
            "Chaque mois, les lignes du projet fait dont le dernier mois n’est pas passé, moins ce que le prêt prend \
             ce mois-là.",
        ),
        table: Some(ExplainedTable {
            columns: columns.map(str::to_owned).to_vec(),
            rows: rows.collect(),
            total: Vec::new(),
        }),
        notes: vec![spaced(
            "Ce qui se paie à l’année reste réparti sur ses mois ; ce qui vient une fois n’est pas compté.",
        )],
        ..Explained::default()
    })
}

fn row(sign: &'static str, label: &str, value: &str, result: bool) -> WorkingRow {
    WorkingRow { sign, label: label.to_owned(), value: value.to_owned(), result }
}

/// A weight in units, from two-hundredths.
fn hundredths(weight: u32) -> String {
    let units = (rust_decimal::Decimal::from(weight) / rust_decimal::Decimal::from(200)).normalize();
    decimal(units, units.scale())
}

/// What a rule does, in a sentence or two: `Ressources − charges − dettes comptées, divisées par les personnes du foyer.`
#[must_use]
pub fn rule_in_words(rule: &BudgetRule) -> String {
    let among = match &rule.divisor {
        Divisor::Persons => "les personnes du foyer".to_owned(),
        Divisor::Units(scale) => format!("les {}", scale.label),
    };
    let mut said = vec![format!("Ressources − charges − dettes comptées, divisées par {among}.")];
    if let Some(threshold) = rule.threshold {
        let period = match rule.period {
            RulePeriod::Month => "par mois",
            RulePeriod::Day => "par jour",
        };
        let instalment = match rule.instalment {
            InstalmentCounted::Included => "mensualité comprise",
            InstalmentCounted::Excluded => "mensualité non comprise",
        };
        said.push(format!("Seuil : {threshold} {period}, {instalment}."));
    }
    spaced(&said.join(" "))
}

/// The lines a rule leaves out that come back every month.
fn left_out(budget: &HouseholdBudget) -> Vec<String> {
    let lines = budget.sections.iter().flat_map(|section| &section.lines);
    let why = |line: &ReckonedLine| match line.counted {
        Counted::Yes => None,
        Counted::OneOff => Some("non comptée, une seule fois"),
        Counted::Ended => Some("non comptée, terminée"),
        Counted::ByRule => Some("non comptée par cette règle"),
    };
    lines.filter_map(|line| Some(spaced(&format!("{} : {}", line.label, why(line)?)))).collect()
}

fn change_in_words(change: &super::AfterChange) -> String {
    let sign = if change.difference > Euros::ZERO { "+" } else { "" };
    let hope = match change.hope {
        super::Hope::Sure => "",
        super::Hope::NotCounted => ", espéré : non compté",
        super::Hope::Counted => ", espéré, compté",
    };
    let reason = if change.reason.is_empty() { String::new() } else { format!(" ({})", change.reason) };
    spaced(&format!("{} : {sign}{}{reason}{hope}", change.label, change.difference.bare()))
}
