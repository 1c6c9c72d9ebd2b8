//! The word to whoever sent a person: what became of the request, with that person's agreement and no more than it.
//!
//! Neither the reasons of a decision nor an amount are ever told (*Un coup de pouce pour le microcrédit personnel*,
//! les partenariats); a person may agree that only their coming be told.

use chrono::NaiveDate;
use domain::partner::Referrer;
use domain::person::Person;
use domain::report::Became;
use domain::words::long_date;

use super::letter::{Letter, Part, write};
use crate::papers::Letterhead;
use crate::papers::wording::{full_name, plain, strong};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Retour au prescripteur";

/// The facts of the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferrerFeedback {
    /// Reference of the dossier.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// Whom it is for.
    pub referrer: Referrer,
    /// Who was sent.
    pub person: Person,
    /// The day the person agreed.
    pub agreed_on: NaiveDate,
    /// What became of the request; nothing when the person agreed to tell that they came and no more.
    pub became: Option<Became>,
}

/// Prints the letter.
pub fn render(facts: &ReferrerFeedback, head: &Letterhead) -> Result<Paper, PaperError> {
    let referrer = &facts.referrer;
    let letter = Letter {
        title: TITLE,
        reference: &facts.reference,
        written_on: facts.printed_on,
        to: vec![referrer.structure.to_string(), referrer.name.to_string(), referrer.address.to_string()],
        about: format!("suite de votre orientation, {}", full_name(&facts.person)),
        call: "Madame, Monsieur,",
        parts: parts(facts),
        read_by: String::new(),
    };
    write(&letter, head)
}

fn parts(facts: &ReferrerFeedback) -> Vec<Part> {
    let who = full_name(&facts.person);
    let agreed = format!("avec son accord, donné le {}", long_date(facts.agreed_on));
    let told = match facts.became {
        None => format!("Nous avons bien reçu la demande de {who}. Je vous l’écris {agreed}, et rien d’autre."),
        Some(became) => format!("Je vous écris {agreed}. {}", said(became)),
    };
    vec![
        Part::said(format!("Vous avez orienté {who} vers notre service pour un microcrédit accompagné.")),
        Part::Say(vec![plain(told)]),
        Part::said(
            "Les raisons de cette suite et les montants appartiennent à la personne : elle seule peut vous les dire.",
        ),
        Part::Say(vec![
            strong("Merci de votre confiance."),
            plain(" Une question, une autre personne à orienter : appelez-moi."),
        ]),
    ]
}

/// What became of the request, without a reason nor an amount.
fn said(became: Became) -> &'static str {
    match became {
        Became::Loan => "La demande a abouti à un microcrédit, que nous accompagnons.",
        Became::Elsewhere => "Une autre solution qu’un microcrédit a été cherchée avec la personne.",
        Became::Dropped => "La personne n’a pas donné suite à sa demande. Notre porte reste ouverte.",
        Became::Refused | Became::Inadmissible => {
            "La demande n’a pas abouti à un microcrédit. Nous restons à la disposition de la personne."
        }
        Became::Open => "La demande suit son cours.",
    }
}

#[cfg(test)]
mod tests {
    use domain::line::Line;
    use domain::partner::ReferrerId;
    use domain::person::Title;
    use domain::settings::ListKey;

    use super::*;
    use crate::papers::worlds;

    fn facts(became: Option<Became>) -> ReferrerFeedback {
        let line = |text: &str| Line::read(text).unwrap();
        ReferrerFeedback {
            reference: "2026-001".to_owned(),
            printed_on: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
            referrer: Referrer {
                id: ReferrerId(1),
                kind: ListKey("local_mission".to_owned()),
                structure: line("Mission locale de Valbourg"),
                name: line("Sandrine Orvault"),
                phone: None,
                email: None,
                address: line("3 rue du Pont-Neuf, 99001 Valbourg"),
                retired: false,
            },
            person: worlds::named(Title::Madame, "Sonia", "Delmas"),
            agreed_on: NaiveDate::from_ymd_opt(2026, 11, 9).unwrap(),
            became,
        }
    }

    #[test]
    fn the_letter_is_the_same_bytes_for_the_same_facts() {
        for became in Became::ALL.into_iter().map(Some).chain([None]) {
            let paper = render(&facts(became), &worlds::valbourg()).unwrap();
            assert!(paper.unprintable.is_empty());
            assert_eq!(paper.bytes, render(&facts(became), &worlds::valbourg()).unwrap().bytes);
        }
        let printed = |became| render(&facts(became), &worlds::valbourg()).unwrap();
        worlds::leave_samples(
            "referrer_feedback",
            [("venue", printed(None)), ("suite", printed(Some(Became::Refused)))],
        );
    }

    #[test]
    fn a_refusal_and_a_request_that_may_not_be_admitted_are_told_alike() {
        assert_eq!(said(Became::Refused), said(Became::Inadmissible), "the reason is not told by another word");
    }
}
