//! What the project, its aids and its plan tell.
//!
//! The loan comes after every other right and aid; a loan that pays debts says how it changes them (*Un coup de
//! pouce pour le microcrédit personnel*, complémentarité).

use super::CheckFacts;
use crate::dossier::Dossier;
use crate::money::{AmountTooLarge, Euros};
use crate::project::{AidStatus, Choice, Quote};
use crate::settings::{RulesAt, entry};
use crate::supporting_document::SELLER_PAPERS;
use crate::words::{long_date, lowered};

/// Gathers the facts of the project.
pub(super) fn gather(facts: &mut CheckFacts, dossier: &Dossier, rules: &RulesAt<'_>) -> Result<(), AmountTooLarge> {
    purpose(facts, dossier, rules);
    let project = &dossier.project;
    let written = |text: &crate::text::Text| if text.is_empty() { "pas encore au projet" } else { "au projet" };
    facts.tell("exception_justified", Some(!project.justification.is_empty()), written(&project.justification));
    facts.tell("debt_effect_explained", Some(!project.debt_effect.is_empty()), written(&project.debt_effect));
    aids(facts, dossier)?;
    quotes(facts, dossier, rules);
    let planned = dossier.facts.course().support.is_some_and(|(_, plan)| plan.budget.is_some());
    seller_papers(facts, dossier, rules);
    facts.tell("support_plan_set", Some(planned), if planned { "oui" } else { "pas encore" });
    Ok(())
}

/// The papers of the seller and of the vehicle that are not there yet.
fn seller_papers(facts: &mut CheckFacts, dossier: &Dossier, rules: &RulesAt<'_>) {
    let lacking = dossier.unsigned_without(facts.known(), rules);
    let names: Vec<String> = lacking.iter().map(|(document, _)| lowered(&document.label)).collect();
    let said = if names.is_empty() { "toutes là".to_owned() } else { format!("à recevoir : {}", names.join(", ")) };
    facts.tell(SELLER_PAPERS, facts.known().truth(SELLER_PAPERS), said);
}

fn purpose(facts: &mut CheckFacts, dossier: &Dossier, rules: &RulesAt<'_>) {
    let key = dossier.facts.request().purpose.as_ref();
    let own = key.and_then(|key| entry(&rules.lists.purposes, key).ok());
    let group = own.and_then(|own| own.group.as_ref());
    let category = group.and_then(|group| entry(&rules.lists.purpose_categories, group).ok());
    let said = |label: Option<&str>| label.map_or("à choisir dans la demande".to_owned(), lowered);
    let category_words = said(category.map(|category| category.label.as_str()));
    facts.tell_value("sub_purpose", key.map(|key| key.as_str()), said(own.map(|own| own.label.as_str())));
    facts.tell_value("purpose", group.map(|group| group.as_str()), category_words);
}

fn aids(facts: &mut CheckFacts, dossier: &Dossier) -> Result<(), AmountTooLarge> {
    let project = &dossier.project;
    let financing = dossier.financing()?;
    let paid = (financing.cost > Euros::ZERO).then_some(financing.aids >= financing.cost);
    let said = match paid {
        Some(_) => format!("{} pour un coût de {}", financing.aids, financing.cost),
        None => "coût du projet à compléter".to_owned(),
    };
    facts.tell("project_fully_paid_by_aids", paid, said);
    let to_ask = project.aids.iter().filter(|aid| aid.status == AidStatus::ToAsk);
    let names: Vec<&str> = to_ask.map(|aid| aid.label.as_str()).collect();
    if !names.is_empty() {
        facts.tell("other_aids_possible", Some(true), format!("à demander : {}", names.join(", ")));
    }
    Ok(())
}

fn quotes(facts: &mut CheckFacts, dossier: &Dossier, rules: &RulesAt<'_>) {
    let kept = || dossier.project.quotes.iter().filter(|quote| quote.choice == Choice::Kept);
    let ended = |quote: &&Quote| quote.valid_until.is_some_and(|day| day < rules.date);
    let (valid, said) = if let Some(day) = kept().find(ended).and_then(|quote| quote.valid_until) {
        (Some(false), format!("l’un a fini le {}", long_date(day)))
    } else if kept().next().is_none() {
        (None, "aucun devis retenu".to_owned())
    } else if let Some(first) = kept().filter_map(|quote| quote.valid_until).min() {
        let all = kept().all(|quote| quote.valid_until.is_some());
        (all.then_some(true), format!("jusqu’au {}", long_date(first)))
    } else {
        (None, "validité à compléter".to_owned())
    };
    facts.tell("quotes_valid", valid, said);
}
