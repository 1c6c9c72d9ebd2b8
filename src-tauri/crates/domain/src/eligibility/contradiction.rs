//! What the parts of a file say that cannot be true together: told on screen and on the first sheet before it leaves.
//!
//! A criterion's ground, or the reasoned opinion, asserts a fact in words that the delivered criteria list (« ni FICP »,
//! « sous le repère ») while the dossier holds the contrary, or while nobody has looked; a criterion is favourable
//! while a month of the loan leaves too little; a kept quote is over (*Un coup de pouce pour le microcrédit personnel*,
//! l'évaluation du projet). Worked example: « Ni FICP, ni FCC », and the register says listed in the FICP: the ground
//! of « Situation Banque de France » contradicts `ficp_listed`. Words are only looked for: nothing is stopped by them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CheckFacts, CheckedLoan, budget_facts};
use crate::assessment::Finding;
use crate::budget::ProjectedMonth;
use crate::dossier::Dossier;
use crate::money::AmountTooLarge;
use crate::project::{Choice, Quote};
use crate::settings::{Criterion, ListKey, Settings};
use crate::supporting_document::Condition;
use crate::words::folded;

/// Words of the adviser that assert a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The fact that is looked at beside them.
    pub fact: ListKey,
    /// What they assert, in terms of facts.
    pub asserts: Condition,
    /// One of these words, without accents: `ni`, `sous`.
    pub cues: Vec<String>,
    /// Then one of these a few words later, in the same clause: `ficp`, `repere`.
    pub subjects: Vec<String>,
    /// Whether they assert too much while the fact is not known.
    #[serde(default)]
    pub needs_known: bool,
}

/// Two parts of a file that disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contradiction<'s> {
    /// What a criterion rests on, or the reasoned opinion when no criterion is named, against these facts.
    Words {
        /// The criterion.
        criterion: Option<&'s Criterion>,
        /// The facts that say otherwise.
        facts: Vec<&'s ListKey>,
    },
    /// A favourable criterion while a month of the loan leaves too little.
    LowMonth {
        /// The criterion.
        criterion: &'s Criterion,
        /// The lowest month.
        month: Box<ProjectedMonth>,
    },
    /// A kept quote that is over.
    ExpiredQuote {
        /// Its label.
        label: String,
        /// Its last day.
        ended_on: NaiveDate,
    },
}

/// The criterion that is not simply favourable while a month of the loan leaves too little.
pub(super) const INCOME: &str = "income_and_reste_a_vivre";
/// How many words a subject may follow its cue by.
const NEAR: usize = 6;

impl Dossier {
    /// What its parts say that disagrees, by the loan and its day.
    ///
    /// Errors: a sum beyond the limit of amounts.
    pub fn contradictions<'s>(
        &self,
        settings: &'s Settings,
        loan: &CheckedLoan,
    ) -> Result<Vec<Contradiction<'s>>, AmountTooLarge> {
        let facts = CheckFacts::of(self, settings, loan)?;
        let criteria = &settings.lists.criteria;
        let mut found = Vec::new();
        for criterion in criteria {
            let held = self.assessment.criteria.get(&criterion.key);
            let ground = held.map(|held| held.ground.as_str()).unwrap_or_default();
            found.extend(words(Some(criterion), ground, &criterion.claims, &facts));
        }
        let claims = criteria.iter().flat_map(|criterion| &criterion.claims);
        found.extend(words(None, self.assessment.reasoned.as_str(), claims, &facts));
        let income = criteria.iter().find(|criterion| criterion.key.as_str() == INCOME);
        let income = income.filter(|criterion| self.assessment.finding(&criterion.key) == Finding::Favourable);
        if let Some(criterion) = income
            && let Some(month) = budget_facts::low_month(self, settings, loan)?
        {
            found.push(Contradiction::LowMonth { criterion, month: Box::new(month) });
        }
        found.extend(self.project.quotes.iter().filter_map(|quote| expired(quote, loan.day)));
        Ok(found)
    }
}

impl Contradiction<'_> {
    /// Whether it is about a criterion.
    #[must_use]
    pub fn is_about(&self, criterion: &ListKey) -> bool {
        match self {
            Self::Words { criterion: own, .. } => own.is_some_and(|own| own.key == *criterion),
            Self::LowMonth { criterion: own, .. } => own.key == *criterion,
            Self::ExpiredQuote { .. } => false,
        }
    }

    /// What a criterion is said to be for the lender: one that is favourable against the lowest month is to discuss.
    #[must_use]
    pub fn finding_for_lender(found: &[Self], criterion: &ListKey, finding: Finding) -> Finding {
        let is_low = |one: &Self| matches!(one, Self::LowMonth { .. }) && one.is_about(criterion);
        if found.iter().any(is_low) { Finding::ToDiscuss } else { finding }
    }
}

fn words<'s>(
    criterion: Option<&'s Criterion>,
    text: &str,
    claims: impl IntoIterator<Item = &'s Claim>,
    facts: &CheckFacts,
) -> Option<Contradiction<'s>> {
    let clauses = clauses(text);
    let denied = claims.into_iter().filter(|claim| clauses.iter().any(|clause| claim.is_made_in(clause)));
    let wrong = denied.filter(|claim| match claim.asserts.holds(facts.known()) {
        Some(holds) => !holds,
        None => claim.needs_known,
    });
    let facts: Vec<&ListKey> = wrong.map(|claim| &claim.fact).collect();
    (!facts.is_empty()).then_some(Contradiction::Words { criterion, facts })
}

/// The words of each clause, without accents nor capitals.
fn clauses(text: &str) -> Vec<Vec<String>> {
    let clauses = text.split(['.', ',', ';', ':', '(', ')', '\n']);
    clauses
        .map(|clause| {
            let words = clause.split(|letter: char| !letter.is_alphanumeric());
            words.filter(|word| !word.is_empty()).map(folded).collect()
        })
        .collect()
}

impl Claim {
    fn is_made_in(&self, clause: &[String]) -> bool {
        let cues = clause.iter().enumerate().filter(|(_, word)| self.cues.contains(word));
        cues.into_iter().any(|(place, _)| clause.iter().skip(place).take(NEAR).any(|word| self.subjects.contains(word)))
    }
}

fn expired<'s>(quote: &Quote, day: NaiveDate) -> Option<Contradiction<'s>> {
    let ended_on = quote.valid_until.filter(|last| *last < day && quote.choice == Choice::Kept)?;
    Some(Contradiction::ExpiredQuote { label: quote.label.to_string(), ended_on })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(cues: &[&str], subjects: &[&str]) -> Claim {
        let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let asserts = Condition::Not { not: Box::new(Condition::Holds { fact: "ficp_listed".to_owned() }) };
        Claim {
            fact: ListKey::new("ficp_listed"),
            asserts,
            cues: own(cues),
            subjects: own(subjects),
            needs_known: true,
        }
    }

    #[test]
    fn a_claim_is_made_by_a_cue_before_its_subject_in_one_clause() {
        let claim = claim(&["ni", "pas", "aucune"], &["ficp", "inscription"]);
        let made = |text: &str| clauses(text).iter().any(|clause| claim.is_made_in(clause));
        for text in ["Ni FICP, ni FCC.", "La personne n’est pas inscrite au FICP", "FICP : aucune inscription"] {
            assert!(made(text), "{text}");
        }
        for text in ["", "Inscrite au FICP depuis 2024.", "Pas d’impayé, FICP en cours.", "Le FICP ne bloque pas."] {
            assert!(!made(text), "{text}");
        }
    }

    #[test]
    fn words_are_wrong_against_the_contrary_and_against_what_nobody_looked_at() {
        let claim = claim(&["ni"], &["ficp"]);
        let check = |listed: Option<bool>| {
            let mut facts = CheckFacts::default();
            facts.tell("ficp_listed", listed, "");
            words(None, "Ni FICP, ni FCC.", [&claim], &facts).is_some()
        };
        assert_eq!((check(Some(true)), check(None), check(Some(false))), (true, true, false));
    }
}
