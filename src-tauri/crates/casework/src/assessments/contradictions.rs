//! What disagrees in a file, in words: the same sentences on screen, before a sending and on the bank file.

use domain::dossier::Dossier;
use domain::eligibility::{CheckFacts, CheckedLoan, Contradiction};
use domain::settings::{ListKey, Settings};
use domain::words::{long_date, lowered, month_of, spaced};

use app::failure::Failure;

/// What disagrees in a dossier, each with its sentences.
pub struct Disagreements<'s> {
    /// What disagrees.
    pub found: Vec<Contradiction<'s>>,
    /// The same in sentences, in the same order.
    pub sentences: Vec<String>,
    facts: CheckFacts,
    settings: &'s Settings,
}

impl<'s> Disagreements<'s> {
    /// Looks for what disagrees, by the loan and its day.
    pub fn of(dossier: &Dossier, settings: &'s Settings, loan: &CheckedLoan) -> Result<Self, Failure> {
        let facts = CheckFacts::of(dossier, settings, loan)?;
        let found = dossier.contradictions(settings, loan)?;
        let mut all = Self { found, sentences: Vec::new(), facts, settings };
        all.sentences = all.found.iter().map(|one| all.sentence(one)).collect();
        Ok(all)
    }

    /// What the dossier says beside the ground of a criterion that says otherwise; nothing when both agree.
    pub fn beside(&self, criterion: &ListKey) -> Vec<String> {
        let about = self.found.iter().filter(|one| one.is_about(criterion));
        about.map(|one| spaced(&format!("Au dossier : {}.", self.fact_words(one)))).collect()
    }

    /// One of them in a sentence.
    pub(super) fn sentence(&self, one: &Contradiction<'_>) -> String {
        let told = self.fact_words(one);
        spaced(&match one {
            Contradiction::Words { criterion: Some(criterion), .. } => {
                format!("« {} » : les mots du constat disent autre chose que le dossier ({told}).", criterion.label)
            }
            Contradiction::Words { criterion: None, .. } => {
                format!("L’avis motivé dit autre chose que le dossier ({told}).")
            }
            Contradiction::LowMonth { criterion, .. } => {
                format!("« {} » est dit favorable, et {told} : la banque lira « à discuter ».", criterion.label)
            }
            Contradiction::ExpiredQuote { label, ended_on } if label.is_empty() => {
                format!("Le devis retenu n’est plus valable depuis le {}.", long_date(*ended_on))
            }
            Contradiction::ExpiredQuote { label, ended_on } => {
                format!("Le devis retenu ({}) n’est plus valable depuis le {}.", lowered(label), long_date(*ended_on))
            }
        })
    }

    /// What the dossier holds: `inscription au FICP : oui`, `en mars 2027 il reste 40,00 € par personne`.
    fn fact_words(&self, one: &Contradiction<'_>) -> String {
        match one {
            Contradiction::Words { facts, .. } => {
                let named = facts.iter().map(|key| {
                    let fact = self.settings.lists.facts.iter().find(|fact| fact.key == **key);
                    let label = fact.map(|fact| lowered(&fact.label)).unwrap_or_default();
                    format!("{label} : {}", self.facts.words(key.as_str()))
                });
                named.collect::<Vec<_>>().join(" ; ")
            }
            Contradiction::LowMonth { month, .. } => {
                format!("en {} il reste {} par personne", month_of(month.month.first_day()), month.reste_a_vivre)
            }
            Contradiction::ExpiredQuote { ended_on, .. } => format!("fin le {}", long_date(*ended_on)),
        }
    }
}
