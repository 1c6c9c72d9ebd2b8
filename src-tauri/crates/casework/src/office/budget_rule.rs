//! How an office or a bank reads a budget: read from its fields, and worded.
//!
//! The list of budget lines says what counts; a rule only states its exceptions. The delivered consumption units
//! (1, 0,5 from 14 on, 0,3) are never typed; the parts of a county are.

use domain::loan::Rate;
use domain::money::Euros;
use domain::settings::{BudgetRule, Divisor, InstalmentCounted, ListKey, Lists, RulePeriod, UnitScale};
use domain::words::{self, Labelled};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::limits::{above_zero, bare};
use super::products::keys;
use app::delivered::delivered;
use app::failure::Failure;
use app::reading;
use app::shapes::Choice;

/// The key of a budget shared among persons.
const PERSONS: &str = "persons";
/// The key of a budget shared among the delivered consumption units.
const CONSUMPTION_UNITS: &str = "consumption_units";
/// The key of a budget shared among units whose weights are typed.
const OWN_UNITS: &str = "own_units";
/// The oldest age at which one starts to weigh as an adult.
const OLDEST_CHILD: u32 = 30;
/// The most one person weighs, in hundredths of a unit.
const MOST_WEIGHT: u32 = 1_000;

/// A budget rule as a form holds it; what is empty is not decided.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BudgetRuleFields {
    /// Kinds of lines counted though the list leaves them out.
    pub added: Vec<String>,
    /// Kinds of lines left out though the list counts them.
    pub removed: Vec<String>,
    /// What the remainder is shared among: `persons`, `consumption_units` or `own_units`.
    pub divisor: String,
    /// What its own units are called.
    pub unit_label: String,
    /// What the first adult weighs.
    pub unit_first: String,
    /// What another adult weighs.
    pub unit_adult: String,
    /// What a child weighs.
    pub unit_child: String,
    /// The age from which one weighs as an adult.
    pub unit_adult_from: String,
    /// Added for an adult alone with children; 0 when empty.
    pub unit_lone_parent: String,
    /// The period of the threshold.
    pub period: String,
    /// Whether the instalment is taken off before the threshold is looked at.
    pub instalment: String,
    /// The threshold.
    pub threshold: String,
    /// The highest debt ratio.
    pub debt_ratio_max: String,
    /// The highest income of a household a month, or of one person.
    pub income_ceiling: String,
    /// That of two persons, three, and so on, then what each more adds: `2 100 ; 2 520 ; + 420`.
    #[serde(default)]
    pub income_by_persons: String,
    /// The highest income a month for one share.
    #[serde(default)]
    pub income_quotient: String,
}

/// What a form of a budget rule offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BudgetRuleChoices {
    /// What the remainder may be shared among.
    pub divisors: Vec<Choice>,
    /// The delivered consumption units, with their source.
    pub consumption_units: String,
    /// The periods of a threshold.
    pub periods: Vec<Choice>,
    /// Whether the instalment is taken off.
    pub instalments: Vec<Choice>,
}

/// What a form of a budget rule offers.
pub(super) fn choices() -> Result<BudgetRuleChoices, Failure> {
    let scale = &delivered()?.consumption_units;
    let worded = format!("{}. {}.", words::capital(&words::unit_scale(&scale.value)), scale.source);
    Ok(BudgetRuleChoices {
        divisors: vec![
            Choice::new(PERSONS, "Personnes du foyer"),
            Choice::new(CONSUMPTION_UNITS, &words::capital(scale.value.label.as_str())),
            Choice::new(OWN_UNITS, "Parts à définir"),
        ],
        consumption_units: words::spaced(&worded),
        periods: RulePeriod::ALL.into_iter().map(Choice::of).collect(),
        instalments: InstalmentCounted::ALL.into_iter().map(Choice::of).collect(),
    })
}

/// Reads a budget rule. Errors are at their field.
pub(super) fn read(fields: &BudgetRuleFields, lists: &Lists) -> Result<BudgetRule, Failure> {
    let debt_ratio_max = reading::rate(&fields.debt_ratio_max, "debt_ratio_max")?;
    if debt_ratio_max == Some(Rate::ZERO) {
        let refused = "Un taux d’endettement de 0 % écarterait toute dette : laissez vide s’il n’est pas utilisé.";
        return Err(Failure::refused(refused).at("debt_ratio_max"));
    }
    let income_ceiling = above_zero(&fields.income_ceiling, "income_ceiling")?;
    let (income_by_persons, income_each_more) = by_persons(&fields.income_by_persons, income_ceiling)?;
    Ok(BudgetRule {
        added: exceptions(&fields.added, lists, Exception::Added)?,
        removed: exceptions(&fields.removed, lists, Exception::Removed)?,
        divisor: read_divisor(fields)?,
        period: reading::word(&fields.period, "period")?,
        instalment: reading::word(&fields.instalment, "instalment")?,
        threshold: above_zero(&fields.threshold, "threshold")?,
        debt_ratio_max,
        income_ceiling,
        income_by_persons,
        income_each_more,
        income_quotient: above_zero(&fields.income_quotient, "income_quotient")?,
    })
}

/// `2 100 ; 2 520 ; + 420`: the ceilings of two persons, of three, then what each more adds. Errors: one is below the one
/// before, or there is none for one person.
fn by_persons(typed: &str, one: Option<Euros>) -> Result<(Vec<Euros>, Option<Euros>), Failure> {
    const FIELD: &str = "income_by_persons";
    let mut parts: Vec<&str> = typed.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
    let each_more = match parts.last().and_then(|last| last.strip_prefix('+')) {
        Some(more) => {
            parts.pop();
            above_zero(more, FIELD)?
        }
        None => None,
    };
    let stated: Vec<Euros> = parts
        .into_iter()
        .map(|part| above_zero(part, FIELD))
        .filter_map(Result::transpose)
        .collect::<Result<_, _>>()?;
    let Some(one) = one else {
        let alone = stated.is_empty() && each_more.is_none();
        return if alone {
            Ok((stated, None))
        } else {
            Err(Failure::refused("Dites aussi le plafond d’une personne seule.").at("income_ceiling"))
        };
    };
    if std::iter::once(&one).chain(&stated).zip(&stated).any(|(fewer, more)| more < fewer) {
        return Err(
            Failure::refused("Un foyer plus nombreux n’a pas un plafond plus bas : 2 100 ; 2 520 ; + 420.").at(FIELD)
        );
    }
    Ok((stated, each_more))
}

/// The same as it is typed.
fn by_persons_typed(rule: &BudgetRule) -> String {
    let stated = rule.income_by_persons.iter().map(|most| bare(Some(*most)));
    let more = rule.income_each_more.map(|more| format!("+ {}", bare(Some(more))));
    stated.chain(more).collect::<Vec<_>>().join(" ; ")
}

/// The highest incomes of a rule, in words; nothing when it has none.
fn incomes(rule: &BudgetRule) -> Option<String> {
    let whole = super::whole;
    let household = rule.income_ceiling.map(|one| {
        if rule.income_by_persons.is_empty() && rule.income_each_more.is_none() {
            return format!("{} par mois pour le foyer", whole(one));
        }
        let stated = (2_usize..).zip(&rule.income_by_persons);
        let stated = stated.map(|(persons, most)| format!("{persons} : {}", whole(*most)));
        let more = rule.income_each_more.map(|more| format!("{} par personne de plus", whole(more)));
        let first = format!("par mois, 1 personne : {}", whole(one));
        std::iter::once(first).chain(stated).chain(more).collect::<Vec<_>>().join(", ")
    });
    let quotient = rule.income_quotient.map(|most| format!("{} par mois et par part", whole(most)));
    let stated = super::limits::joined([household, quotient], " ; ");
    (!stated.is_empty()).then_some(stated)
}

/// What a rule does to a kind of line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Exception {
    /// It counts it.
    Added,
    /// It leaves it out.
    Removed,
}

/// The exceptions typed, each once, in the order of the list.
fn exceptions(typed: &[String], lists: &Lists, exception: Exception) -> Result<Vec<ListKey>, Failure> {
    let (field, useless) = match exception {
        Exception::Added => ("added", "Cette ligne compte déjà : il n’y a rien à ajouter."),
        Exception::Removed => ("removed", "Cette ligne ne compte pas : il n’y a rien à retirer."),
    };
    for key in typed {
        let entry = lists.budget_entries.get(&ListKey::new(key));
        let entry = entry.ok_or_else(|| Failure::from(domain::settings::ListRefused).at(field))?;
        if entry.counts_in_reste_a_vivre == (exception == Exception::Added) {
            return Err(Failure::refused(useless).at(field));
        }
    }
    let known = lists.budget_order.iter().filter(|key| typed.iter().any(|typed| typed == key.as_str()));
    Ok(known.cloned().collect())
}

fn read_divisor(fields: &BudgetRuleFields) -> Result<Divisor, Failure> {
    match fields.divisor.as_str() {
        PERSONS => Ok(Divisor::Persons),
        CONSUMPTION_UNITS => Ok(Divisor::Units(delivered()?.consumption_units.value.clone())),
        OWN_UNITS => Ok(Divisor::Units(read_units(fields)?)),
        _ => Err(Failure::from(domain::settings::ListRefused).at("divisor")),
    }
}

fn read_units(fields: &BudgetRuleFields) -> Result<UnitScale, Failure> {
    let missing = || "Il faut ici un poids, par exemple 0,5.";
    let needed = |typed: &str, field: &str| weight(typed, field)?.ok_or_else(|| Failure::refused(missing()).at(field));
    let first = needed(&fields.unit_first, "unit_first")?;
    if first == 0 {
        return Err(Failure::refused("Le premier adulte pèse quelque chose : écrivez par exemple 1.").at("unit_first"));
    }
    let adult_from = reading::whole(&fields.unit_adult_from, "unit_adult_from")?;
    let adult_from = adult_from.filter(|age| (1..=OLDEST_CHILD).contains(age)).ok_or_else(|| {
        Failure::refused("À partir de quel âge compte-t-on comme un adulte ? De 1 à 30 ans.").at("unit_adult_from")
    })?;
    Ok(UnitScale {
        label: reading::needed(&fields.unit_label, "unit_label", "Donnez un nom à ces parts.")?,
        first,
        adult: needed(&fields.unit_adult, "unit_adult")?,
        child: needed(&fields.unit_child, "unit_child")?,
        adult_from,
        lone_parent: weight(&fields.unit_lone_parent, "unit_lone_parent")?.unwrap_or_default(),
    })
}

/// A weight in hundredths of a unit, or nothing: `0,5` is 50.
fn weight(typed: &str, field: &str) -> Result<Option<u32>, Failure> {
    let text = typed.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let figures = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|sign| sign.is_ascii_digit());
    let plain = figures(whole) && figures(decimals);
    let hundredths = plain.then(|| format!("{whole}{decimals:0<2}").parse().ok()).flatten();
    hundredths.filter(|weight| *weight <= MOST_WEIGHT).map(Some).ok_or_else(|| {
        Failure::refused("Un poids va de 0 à 10, avec deux décimales au plus : écrivez par exemple 0,5.").at(field)
    })
}

/// A budget rule as its form holds it.
pub(crate) fn fields(rule: &BudgetRule) -> Result<BudgetRuleFields, Failure> {
    let shared = BudgetRuleFields {
        added: keys(&rule.added),
        removed: keys(&rule.removed),
        divisor: PERSONS.to_owned(),
        period: rule.period.key().to_owned(),
        instalment: rule.instalment.key().to_owned(),
        threshold: bare(rule.threshold),
        debt_ratio_max: rule.debt_ratio_max.map(Rate::bare).unwrap_or_default(),
        income_ceiling: bare(rule.income_ceiling),
        income_by_persons: by_persons_typed(rule),
        income_quotient: bare(rule.income_quotient),
        ..BudgetRuleFields::default()
    };
    Ok(match &rule.divisor {
        Divisor::Persons => shared,
        Divisor::Units(scale) if *scale == delivered()?.consumption_units.value => {
            BudgetRuleFields { divisor: CONSUMPTION_UNITS.to_owned(), ..shared }
        }
        Divisor::Units(scale) => BudgetRuleFields {
            divisor: OWN_UNITS.to_owned(),
            unit_label: scale.label.to_string(),
            unit_first: words::hundredths(scale.first),
            unit_adult: words::hundredths(scale.adult),
            unit_child: words::hundredths(scale.child),
            unit_adult_from: scale.adult_from.to_string(),
            unit_lone_parent: words::hundredths(scale.lone_parent),
            ..shared
        },
    })
}

/// A budget rule in words, each clause with what it says where something was decided.
pub(super) fn clauses(rule: &BudgetRule, lists: &Lists) -> [(&'static str, Option<String>); 6] {
    let divisor = match &rule.divisor {
        Divisor::Persons => None,
        Divisor::Units(scale) => Some(words::unit_scale(scale)),
    };
    let instalment = rule.threshold.map(|_| words::lowered(rule.instalment.label()));
    [
        ("Repère de reste à vivre", words::threshold(rule)),
        ("Au regard du repère", instalment),
        ("Partagé entre", divisor),
        ("Lignes comptées", counted_lines(rule, lists)),
        ("Taux d’endettement", rule.debt_ratio_max.map(|most| format!("{most} au plus"))),
        ("Plafond de ressources", incomes(rule)),
    ]
}

/// `celles de la liste, avec l’alimentation, sans la cantine`; nothing when the list is followed.
fn counted_lines(rule: &BudgetRule, lists: &Lists) -> Option<String> {
    let labels = |keys: &[ListKey]| {
        let labels = keys.iter().filter_map(|key| lists.budget_entries.get(key));
        labels.map(|entry| entry.label.clone()).collect::<Vec<_>>().join(", ")
    };
    let said = |sign: &str, keys: &[ListKey]| (!keys.is_empty()).then(|| format!("{sign} {}", labels(keys)));
    let exceptions = super::limits::joined([said("avec :", &rule.added), said("sans :", &rule.removed)], " ; ");
    (!exceptions.is_empty()).then(|| format!("celles de la liste, {exceptions}"))
}
