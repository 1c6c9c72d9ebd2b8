//! What the program counts and compares with, delivered with it.

use std::sync::LazyLock;

use domain::report::{References, ReportRules};
use domain::words::{decimal, spaced};

use app::failure::Failure;

/// What is counted, and the figures of elsewhere.
pub(super) struct Delivered {
    pub(super) rules: ReportRules,
    pub(super) references: References,
}

static DELIVERED: LazyLock<Result<Delivered, serde_json::Error>> = LazyLock::new(read);

/// Read once. Broken only if the program was built from unsound files.
pub(super) fn delivered() -> Result<&'static Delivered, Failure> {
    DELIVERED.as_ref().map_err(|error| Failure::broken("bilan-livre").because(error))
}

fn read() -> Result<Delivered, serde_json::Error> {
    let rules = include_str!("../../../../assets/settings/indicators.json");
    let references = include_str!("../../../../assets/settings/references.json");
    let mut rules: ReportRules = serde_json::from_str(rules)?;
    for indicator in &mut rules.indicators {
        indicator.label = spaced(&indicator.label);
        indicator.definition = spaced(&indicator.definition);
    }
    for table in &mut rules.tables {
        table.label = spaced(&table.label);
        table.help = spaced(&table.help);
    }
    for band in &mut rules.age_bands {
        band.label = spaced(&band.label);
    }
    Ok(Delivered { rules, references: serde_json::from_str(references)? })
}

/// `94,3 % des prêts, tous réseaux (Caisse des Dépôts, étude d’impact, 2013)`: the share of loans repaid that is known of
/// every network; empty when none is.
pub fn repaid_elsewhere() -> Result<String, Failure> {
    let known = delivered()?.references.indicators.iter().find(|known| known.key.as_str() == "repayment_rate");
    Ok(known.map_or_else(String::new, |known| {
        let source = known.source.split_once(", citée").map_or(known.source.as_str(), |(source, _)| source);
        let share = known.value.map(|value| decimal(value, 1)).unwrap_or_default();
        spaced(&format!("{share} % des prêts, tous réseaux ({source})"))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_answers_asks_for_a_question_and_answers_that_are_asked() {
        let asked = &app::delivered::delivered().unwrap().lists.survey;
        for definition in &delivered().unwrap().rules.indicators {
            let Some(share) = &definition.survey else { continue };
            let question = asked.iter().find(|one| one.key.as_str() == share.question);
            let question = question.unwrap_or_else(|| panic!("{:?} asks nothing", definition.key));
            assert!(share.moments.iter().all(|moment| question.moments.contains(moment)), "{:?}", definition.key);
            for answer in share.choices.iter().chain(&share.leaves_out) {
                assert!(question.choices.iter().any(|one| one.key == *answer), "{:?} {answer:?}", definition.key);
            }
        }
    }
}
