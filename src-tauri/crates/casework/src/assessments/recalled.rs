//! The facts of the dossier that bear on each criterion, in words: never a score.

use std::collections::BTreeMap;

use domain::budget::{Hope, Section, project_since};
use domain::dossier::{Dossier, monthly};
use domain::project::{Aid, Choice, Quote};
use domain::settings::{ListEntry, ListKey, Settings, entry};
use domain::words::{self, Labelled};

use super::view::Recalled;
use crate::budgets;
use app::caller::Moment;
use app::failure::Failure;

/// Facts by the key of the criterion they stand beside.
pub(super) type ByCriterion = BTreeMap<&'static str, Vec<Recalled>>;

/// What Étrier recalls beside each criterion.
pub(super) fn recalled(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<ByCriterion, Failure> {
    let mut facts = ByCriterion::new();
    facts.insert("ordinary_credit_exclusion", credit(dossier, settings, moment)?);
    facts.insert("target_public", public(dossier, settings));
    facts.insert("income_and_reste_a_vivre", reste_a_vivre(dossier, settings, moment)?);
    facts.insert("banque_de_france_situation", registers(dossier));
    facts.insert("purpose_and_situation", purpose(dossier, settings));
    facts.insert("project_viability", viability(dossier, settings, moment)?);
    facts.insert("complementarity", dossier.project.aids.iter().map(aid).collect());
    Ok(facts)
}

fn fact(label: &str, text: &str) -> Recalled {
    Recalled { label: words::spaced(label), text: words::spaced(text) }
}

fn named(label: &str, key: Option<&ListKey>, list: &[ListEntry]) -> Option<Recalled> {
    let entry = entry(list, key?).ok()?;
    Some(fact(label, &entry.label))
}

fn credit(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<Vec<Recalled>, Failure> {
    let mut facts = Vec::new();
    facts.extend(named("Emploi", dossier.person.employment.as_ref(), &settings.lists.employment));
    let reckoned = budgets::reckoned(dossier, settings, moment)?;
    let debts = reckoned.sections.iter().find(|section| section.section == Section::Debt);
    if let Some(debts) = debts.filter(|section| !section.lines.is_empty()) {
        let count = words::counted(debts.lines.len(), "ligne", "lignes");
        facts.push(fact("Dettes et crédits", &format!("{count}, {} par mois", debts.total)));
    }
    Ok(facts)
}

fn public(dossier: &Dossier, settings: &Settings) -> Vec<Recalled> {
    let person = &dossier.person;
    let mut facts = vec![fact("Foyer", &words::members_summary(&dossier.household))];
    if !person.commune.is_empty() {
        facts.push(fact("Commune", person.commune.as_str()));
    }
    facts.extend(named("Logement", person.housing.as_ref(), &settings.lists.housing));
    facts
}

fn reste_a_vivre(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<Vec<Recalled>, Failure> {
    let has_lines = dossier.budget.as_ref().is_some_and(|budget| !budget.lines.is_empty());
    if !has_lines {
        return Ok(vec![fact("Budget", "pas encore établi")]);
    }
    let established_on = dossier.budget.as_ref().map_or(moment.today, |budget| budget.established_on);
    let rule = &settings.at(established_on).office.budget;
    let before = budgets::reckoned(dossier, settings, moment)?;
    let mut facts = vec![fact("Reste à vivre", &format!("{} par personne et par mois", before.reste_a_vivre))];
    let mut compared = before.reste_a_vivre;
    if let Ok(loan) = dossier.loan(settings, moment.today)
        && let Some(after) = dossier.after_project(settings, monthly(&loan)?)?
    {
        compared = after.reste_a_vivre;
        facts.push(fact("Avec le prêt", &format!("{} (mensualité de {})", compared, after.instalment)));
        let projection = project_since(&after, &loan, established_on)?;
        let low = projection.as_ref().map(|projection| projection.too_low(&after, rule)).transpose()?.flatten();
        facts.extend(low.map(|low| {
            let month = words::month_of(low.month.first_day());
            fact("Mois le plus bas", &format!("{month}, {}", low.reste_a_vivre))
        }));
    }
    match rule.threshold {
        Some(threshold) if compared < threshold => {
            facts.push(fact("Repère du CCAS", &format!("{threshold}, {} en dessous", threshold.minus(compared)?)));
        }
        Some(threshold) => {
            facts.push(fact("Repère du CCAS", &format!("{threshold}, {} au-dessus", compared.minus(threshold)?)));
        }
        None => facts.push(fact("Repère du CCAS", "aucun dans les réglages")),
    }
    if let Some(ratio) = before.debt_ratio {
        facts.push(fact("Taux d’endettement", &words::percent(ratio.percent)));
    }
    Ok(facts)
}

fn registers(dossier: &Dossier) -> Vec<Recalled> {
    let (held, people) = (dossier.registers(), dossier.borrowers());
    let mut facts = Vec::new();
    for (registers, person) in held.iter().zip(people.people()) {
        let whose = if held.len() > 1 { format!(", {}", words::addressed(person)) } else { String::new() };
        let mut told = |label: &str, text: &str| facts.push(fact(&format!("{label}{whose}"), text));
        told("FICP", registers.ficp.label());
        told("FCC", registers.fcc.label());
        told("Surendettement", registers.over_indebtedness.label());
        if let Some(day) = registers.checked_on {
            let how = if registers.how.is_empty() { String::new() } else { format!(", {}", registers.how) };
            told("Vérifié", &format!("le {}{how}", words::long_date(day)));
        }
    }
    facts
}

fn purpose(dossier: &Dossier, settings: &Settings) -> Vec<Recalled> {
    let request = dossier.facts.request();
    let mut facts = vec![fact("Projet", request.project.as_str())];
    facts.extend(named("Objet du prêt", request.purpose.as_ref(), &settings.lists.purposes));
    let wanted_for = &dossier.project.wanted_for;
    if !wanted_for.is_empty() {
        facts.push(fact("Pour quand", wanted_for.as_str()));
    }
    if !dossier.project.debt_effect.is_empty() {
        facts.push(fact("Effet sur les dettes", dossier.project.debt_effect.as_str()));
    }
    facts
}

fn viability(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<Vec<Recalled>, Failure> {
    let kept = dossier.project.quotes.iter().filter(|quote| quote.choice == Choice::Kept);
    let mut facts: Vec<Recalled> = kept.map(|quote| self::quote(quote, moment)).collect();
    if let Ok(loan) = dossier.loan(settings, moment.today)
        && let Some(after) = dossier.after_project(settings, monthly(&loan)?)?
    {
        let changes = after.changes.iter().filter(|change| change.hope != Hope::NotCounted);
        facts.extend(
            changes
                .map(|change| fact(&change.label, &format!("{} par mois avec le projet", signed(change.difference)))),
        );
    }
    Ok(facts)
}

fn signed(difference: domain::money::Euros) -> String {
    if difference.is_negative() { difference.to_string() } else { format!("+{difference}") }
}

fn quote(quote: &Quote, moment: &Moment) -> Recalled {
    let validity = match quote.valid_until {
        Some(day) if day < moment.today => format!(", périmé depuis le {}", words::long_date(day)),
        Some(day) => format!(", valable jusqu’au {}", words::long_date(day)),
        None => String::new(),
    };
    fact(&format!("Devis retenu : {}", quote.label), &format!("{}{validity}", quote.amount))
}

fn aid(aid: &Aid) -> Recalled {
    let amount = aid.amount.map(|amount| format!(", {amount}")).unwrap_or_default();
    let reason = if aid.reason.is_empty() { String::new() } else { format!(" ({})", aid.reason) };
    fact(aid.label.as_str(), &format!("{}{amount}{reason}", words::lowered(aid.status.label())))
}
