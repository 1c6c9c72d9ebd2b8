//! The letter after a first missed instalment: kind, one page, what can be done now.
//!
//! Taken early, a late instalment is most often settled without more (*Un coup de pouce pour le microcrédit
//! personnel*, le suivi des incidents). It blames nobody, says what is possible and why waiting does not help.

use chrono::NaiveDate;
use domain::person::{Person, Title};
use domain::words::{counted, long_date, numeric_date};

use super::bank_letter::LetterInstalment;
use super::letter::{Letter, Part, write};
use crate::papers::Letterhead;
use crate::papers::wording::{full_name, or_dots, plain, said_of, strong};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Lettre après un premier impayé";

/// The facts of the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstMissedLetter {
    /// Reference of the dossier.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// Whom it is for.
    pub person: Person,
    /// The instalment that was missed.
    pub missed: LetterInstalment,
    /// The day the bank told it; nothing when someone else did.
    pub told_on: Option<NaiveDate>,
    /// The day by which a call is hoped for.
    pub call_by: NaiveDate,
    /// The instalment that comes next.
    pub next_due: Option<NaiveDate>,
    /// How many instalments owed make a registration possible, and the days then left; nothing when no rule says.
    pub registration: Option<(u32, u32)>,
    /// Whether the agreement allows postponements.
    pub deferrals: Option<u32>,
}

/// Prints the letter.
pub fn render(facts: &FirstMissedLetter, head: &Letterhead) -> Result<Paper, PaperError> {
    let person = &facts.person;
    let town = [
        person.postal_code.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default(),
        person.commune.to_string(),
    ];
    let letter = Letter {
        title: TITLE,
        reference: &facts.reference,
        written_on: facts.printed_on,
        to: vec![full_name(person), person.address.to_string(), town.join(" ").trim().to_owned()],
        about: format!("votre mensualité du {} : parlons-en", long_date(facts.missed.due)),
        call: match person.title {
            Title::Madame => "Madame,",
            Title::Monsieur => "Monsieur,",
            Title::NotStated => "Madame, Monsieur,",
        },
        parts: parts(facts, head),
        read_by: String::new(),
    };
    write(&letter, head)
}

fn parts(facts: &FirstMissedLetter, head: &Letterhead) -> Vec<Part> {
    let told = facts.told_on.map(|on| format!(" La banque me l’a dit le {}.", long_date(on))).unwrap_or_default();
    let missed = &facts.missed;
    let mut nothing = "Rien n’est décidé contre vous. La règle du microcrédit accompagné est de ne pas compter de \
                       pénalité."
        .to_owned();
    if facts.registration.is_some_and(|(count, _)| count > 1) {
        nothing.push_str(
            " Une seule mensualité en retard n’entraîne pas d’inscription au fichier des incidents de crédit (FICP).",
        );
    }
    let mut parts = vec![
        Part::Say(vec![
            plain(format!(
                "La mensualité de {} du {} n’a pas pu être payée.{told} ",
                missed.amount,
                long_date(missed.due)
            )),
            strong("Cela peut arriver à tout le monde. Pris tôt, un retard se règle le plus souvent sans suite."),
        ]),
        Part::headed("Aujourd’hui.", nothing),
        Part::Say(vec![strong("Ce que vous pouvez faire maintenant")]),
        Part::Numbered(steps(facts, head)),
        Part::headed("Ce qui est possible.", said_of(&head.office.name, &possible(facts))),
    ];
    parts.extend(why(facts));
    parts.push(Part::said("Si vous avez payé depuis, merci : ne tenez pas compte de cette lettre."));
    parts
}

fn steps(facts: &FirstMissedLetter, head: &Letterhead) -> Vec<Vec<crate::page::Span>> {
    let office = &head.office;
    let phone = if office.advisor_phone.is_empty() { &office.phone } else { &office.advisor_phone };
    vec![
        vec![
            strong("Appelez-moi"),
            plain(format!(
                " au {}, si possible avant le {}. Un message suffit : je vous rappelle.",
                or_dots(phone),
                long_date(facts.call_by)
            )),
        ],
        vec![strong("Si vous pouvez payer,"), plain(" dites-moi quel jour : je préviens la banque.")],
        vec![
            strong("Si vous ne pouvez pas payer,"),
            plain(" dites-le-moi aussi simplement. Nous chercherons ensemble."),
        ],
    ]
}

fn possible(facts: &FirstMissedLetter) -> String {
    let put_off = match facts.deferrals {
        Some(0) => "décaler la fin du prêt, baisser les mensualités suivantes".to_owned(),
        Some(most) => format!(
            "reporter la mensualité ({} pendant le prêt), décaler la fin du prêt, baisser les mensualités suivantes",
            counted(most, "report possible", "reports possibles")
        ),
        None => "reporter la mensualité, décaler la fin du prêt, baisser les mensualités suivantes".to_owned(),
    };
    format!(
        "Avec la banque : {put_off}. Avec le CCAS : aide d’urgence, épicerie sociale, vérification de vos droits, \
         budget revu ensemble. Avec d’autres : je vous aide à les joindre."
    )
}

fn why(facts: &FirstMissedLetter) -> Option<Part> {
    let (count, days) = facts.registration?;
    let next = facts.next_due.map(|due| format!("La mensualité suivante est prévue le {}. ", numeric_date(due)));
    let owed = counted(count, "mensualité restait impayée", "mensualités restaient impayées");
    Some(Part::headed(
        "Pourquoi ne pas attendre ?",
        format!(
            "{}Si {owed}, la banque vous écrirait ; vous auriez alors {days} jours pour régulariser avant une \
             inscription au fichier. Nous avons le temps d’agir avant.",
            next.unwrap_or_default()
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds::{self, assert_says, day, euros, leave_samples, line, read};

    #[test]
    fn the_letter_is_kind_and_one_page() {
        let mut person = worlds::named(Title::Madame, "Aline", "Brossard");
        person.address = line("3 quai du Canal");
        person.commune = line("Valbourg");
        let facts = FirstMissedLetter {
            reference: "VB-2025-0063".to_owned(),
            printed_on: day("2027-01-12"),
            person,
            missed: LetterInstalment { number: 9, due: day("2027-01-05"), amount: euros("63,15") },
            told_on: Some(day("2027-01-11")),
            call_by: day("2027-01-19"),
            next_due: Some(day("2027-02-05")),
            registration: Some((2, 30)),
            deferrals: Some(2),
        };
        let paper = render(&facts, &worlds::valbourg()).unwrap();
        assert!(paper.unprintable.is_empty());
        let pages = read(&paper);
        assert_eq!(pages.len(), 1);
        assert_says(
            &pages[0],
            &[
                "Mme Aline Brossard",
                "votre mensualité du 5 janvier 2027 : parlons-en",
                "La mensualité de 63,15 € du 5 janvier 2027 n’a pas pu être payée.",
                "Cela peut arriver à tout le monde.",
                "avant le 19 janvier 2027",
                "vous auriez alors 30 jours",
            ],
        );
        assert!(!pages[0].contains("J’ai lu"), "the person signs nothing");
        leave_samples("first-missed", [("brossard", paper)]);
    }
}
