//! What is asked once for the whole file, with the answer most of its lines suggest.
//!
//! A line that lacks it is taken all the same, what it lacks unknown; the year alone of lines that have none, and who the
//! people of a name are, have to be said. Worked example: of 40 lines 30 say « Banque du Val », 10 that were granted say no
//! bank: « 10 lignes ne disent pas la banque », the bank of the 30 proposed.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::register::{LineOutcome, Question, RegisterOutcome, Said};
use domain::words::{counted, folded, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::judge::Judged;
use super::register_file::{Brought, Settlement};
use super::wording;
use app::shapes::{Choice, key_of};

/// What is asked once for the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegisterAsked {
    /// The field of what is the same for every line.
    pub field: String,
    /// What is asked.
    pub text: String,
    /// Which lines it is about.
    pub lines: String,
    /// The answers; none where one is typed.
    pub choices: Vec<Choice>,
    /// The answer most lines suggest; empty when none does.
    pub suggested: String,
}

/// What is asked of a register, in the order of a life.
pub(super) fn asked(brought: &Brought, lenders: Vec<Choice>, origins: Vec<Choice>) -> Vec<RegisterAsked> {
    let named = |one: &&Judged| !matches!(one.outcome, LineOutcome::Refused(_) | LineOutcome::LeftOut);
    let lines: Vec<&Judged> = brought.judged.iter().filter(named).collect();
    let stated = &brought.stated;
    let count = |wanted: &dyn Fn(&Said) -> bool| lines.iter().filter(|one| wanted(&one.read.said)).count();
    let most = |told: &dyn Fn(&Said) -> Option<String>| most_told(lines.iter().filter_map(|one| told(&one.read.said)));
    let lent = |said: &Said| said.outcome() == Some(RegisterOutcome::Granted);
    let nobody = |said: &Said| said.lender.as_str() == wording::NO_LENDER;
    let mut asked = Vec::new();
    let mut ask = |field: &str, text: &str, (lines, said): (usize, &str), choices: Vec<Choice>, suggested: String| {
        if lines > 0 || !said.is_empty() {
            let lines =
                counted(u64::try_from(lines).unwrap_or_default(), "ligne ne le dit pas", "lignes ne le disent pas");
            asked.push(RegisterAsked { field: field.to_owned(), text: spaced(text), lines, choices, suggested });
        }
    };
    let undated = lines.iter().filter(|one| matches!(one.outcome, LineOutcome::Undated)).count();
    let year = most(&|said| Some(said.requested_on?.day_from(NaiveDate::MIN).year().to_string()));
    ask("year", "L’année des dates qui n’en ont pas", (undated, &stated.year), Vec::new(), year);
    let lender = most(&|said| Some(said.lender.to_string()).filter(|name| !name.is_empty() && !nobody(said)));
    let lender = lenders.iter().find(|known| folded(&known.label) == folded(&lender)).map(|known| known.key.clone());
    let unlent = count(&|said| nobody(said));
    ask("lender", "La banque", (unlent, &stated.lender), lenders.clone(), lender.unwrap_or_default());
    let months = most(&|said| said.months.map(|months| months.to_string()));
    ask(
        "months",
        "La durée, en mois",
        (count(&|said| lent(said) && said.months.is_none()), &stated.months),
        Vec::new(),
        months,
    );
    let rate = most(&|said| said.rate.map(domain::loan::Rate::bare));
    ask(
        "annual_rate",
        "Le taux",
        (count(&|said| lent(said) && said.rate.is_none()), &stated.annual_rate),
        Vec::new(),
        rate,
    );
    let origin = |said: &Said| said.origin.is_some();
    let unsent = if count(&origin) == 0 { lines.len() } else { 0 };
    ask("origin", "Comment les personnes sont venues", (unsent, &stated.origin), origins, String::new());
    asked.extend(people(&lines));
    asked
}

/// Who people are, asked of all the lines that ask the same.
fn people(lines: &[&Judged]) -> Vec<RegisterAsked> {
    let answer = |settled: Settlement, label: &str| Choice::new(&key_of(settled), label);
    let of = |is: &dyn Fn(&Question) -> bool| lines.iter().filter(|one| one.question.as_ref().is_some_and(is)).count();
    let kinds = [
        (
            "two_people",
            "Deux personnes dans la même case",
            of(&|question| *question == Question::TwoPeople),
            vec![
                answer(Settlement::CoBorrower, "une personne et son co-emprunteur"),
                answer(Settlement::TwoDossiers, "deux dossiers"),
            ],
        ),
        (
            "same_name",
            "Le même nom sur plusieurs lignes",
            of(&|question| matches!(question, Question::SameAsLine(_))),
            vec![
                answer(Settlement::SamePerson, "la même personne, revenue"),
                answer(Settlement::Namesake, "des homonymes"),
            ],
        ),
        (
            "twice",
            "La même personne à la même date",
            of(&|question| matches!(question, Question::Twice(_))),
            vec![
                answer(Settlement::SamePerson, "deux demandes"),
                answer(Settlement::Leave, "une demande écrite deux fois"),
            ],
        ),
    ];
    let asked = kinds.into_iter().filter(|(_, _, lines, _)| *lines > 0);
    asked
        .map(|(field, text, lines, choices)| RegisterAsked {
            field: field.to_owned(),
            text: text.to_owned(),
            lines: counted(u64::try_from(lines).unwrap_or_default(), "ligne", "lignes"),
            suggested: choices.first().map(|choice| choice.key.clone()).unwrap_or_default(),
            choices,
        })
        .collect()
}

/// What is told most often; the first in order of those told as often.
fn most_told(told: impl Iterator<Item = String>) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for one in told {
        let count = counts.entry(one).or_default();
        *count = count.saturating_add(1);
    }
    let most = counts.iter().max_by_key(|(text, count)| (**count, std::cmp::Reverse((*text).clone())));
    most.map(|(text, _)| text.clone()).unwrap_or_default()
}
