//! What the answers of a call come to, said while it is noted: a sentence, then why.
//!
//! It decides nothing and never forbids an appointment (*Un coup de pouce pour le microcrédit personnel*, le premier
//! contact). Worked example: 18 ans ou plus, habite la commune, FICP à voir: « Un rendez-vous est possible. », then
//! « 18 ans ou plus, habite la commune. » and « Fichage à demander : n’empêche rien. ».

use std::collections::BTreeMap;

use super::{AnswerVerdicts, NO, ScreeningAnswer, ScreeningGrid, TO_SEE, YES};
use crate::line::Line;
use crate::settings::ListEntry;
use crate::words::{capital, lowered, spaced};

vocabulary! {
    /// What a line of the verdict means.
    pub enum VerdictMeaning {
        /// Nothing is against.
        Met => "met";
        /// To be asked or verified; it stops nothing.
        ToSee => "to_see";
        /// Where else to go.
        Elsewhere => "elsewhere";
    }
}

/// One line of the verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictLine {
    /// What it means.
    pub meaning: VerdictMeaning,
    /// Its sentence.
    pub text: String,
}

/// What the answers come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The sentence.
    pub title: String,
    /// Whether an answer leads to another solution.
    pub stops: bool,
    /// Why.
    pub lines: Vec<VerdictLine>,
}

/// How an answer weighs.
enum Weight {
    Met,
    ToSee,
    Stops,
}

impl ScreeningGrid {
    /// What the answers given so far and the purpose come to.
    #[must_use]
    pub fn verdict(&self, answers: &BTreeMap<String, Line>, purpose: Option<&ListEntry>) -> Verdict {
        let mut stop: Option<&ListEntry> = None;
        let mut met = Vec::new();
        let mut lines = Vec::new();
        for question in &self.questions {
            let Some(answer) = answers.get(question.key.as_str()) else { continue };
            let Some(weight) = weight(Self::kind(question), answer.as_str()) else { continue };
            let said = self.words_of(question, answer.as_str());
            match weight {
                Weight::Met => met.extend(said),
                Weight::ToSee => lines.push(VerdictLine {
                    meaning: VerdictMeaning::ToSee,
                    text: said.unwrap_or_else(|| format!("À voir : {}.", lowered(&question.label))),
                }),
                Weight::Stops if stop.is_none() => stop = Some(question),
                Weight::Stops => {}
            }
        }
        let purpose = purpose.map(|one| format!("Projet d’insertion : {}.", lowered(&one.label)));
        let met = (!met.is_empty()).then(|| format!("{}.", capital(&met.join(", "))));
        let in_favour = met.into_iter().chain(purpose).map(|text| VerdictLine { meaning: VerdictMeaning::Met, text });
        let asked = in_favour.chain(lines).map(|line| VerdictLine { text: spaced(&line.text), ..line });
        match stop {
            Some(question) => self.elsewhere(question, answers),
            None => {
                let lines: Vec<VerdictLine> = asked.collect();
                let title =
                    if lines.is_empty() { "Un nom suffit pour commencer." } else { "Un rendez-vous est possible." };
                Verdict { title: spaced(title), stops: false, lines }
            }
        }
    }

    /// One answer leads to another solution: why, where to, and what stays possible.
    fn elsewhere(&self, question: &ListEntry, answers: &BTreeMap<String, Line>) -> Verdict {
        let answer = answers.get(question.key.as_str()).map(Line::as_str).unwrap_or_default();
        let title = self.words_of(question, answer);
        let where_to = question.help.clone().map(|text| VerdictLine { meaning: VerdictMeaning::Elsewhere, text });
        let open = "Un rendez-vous reste possible si la situation ou le projet change.";
        let open = VerdictLine { meaning: VerdictMeaning::ToSee, text: open.to_owned() };
        let lines = where_to.into_iter().chain([open]);
        Verdict {
            title: spaced(
                &title.unwrap_or_else(|| format!("Une autre solution est à chercher : {}.", lowered(&question.label))),
            ),
            stops: true,
            lines: lines.map(|line| VerdictLine { text: spaced(&line.text), ..line }).collect(),
        }
    }

    fn words_of(&self, question: &ListEntry, answer: &str) -> Option<String> {
        let none = AnswerVerdicts::default();
        let said = self.verdicts.get(&question.key).unwrap_or(&none);
        match answer {
            YES => said.yes.clone(),
            NO => said.no.clone(),
            TO_SEE => said.to_see.clone(),
            _ => None,
        }
    }
}

fn weight(kind: ScreeningAnswer, answer: &str) -> Option<Weight> {
    let hoped = match kind {
        ScreeningAnswer::HopedFor | ScreeningAnswer::Needed => YES,
        ScreeningAnswer::Stops | ScreeningAnswer::ToVerify => NO,
        ScreeningAnswer::Amount | ScreeningAnswer::Count | ScreeningAnswer::Words => return None,
    };
    let may_stop = matches!(kind, ScreeningAnswer::Needed | ScreeningAnswer::Stops);
    Some(match answer {
        answer if answer == hoped => Weight::Met,
        TO_SEE => Weight::ToSee,
        _ if may_stop => Weight::Stops,
        _ => Weight::ToSee,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::ListKey;

    fn grid() -> ScreeningGrid {
        let question = |key: &str, family: &str, help: &str| {
            serde_json::from_value(serde_json::json!({ "key": key, "label": key, "family": family, "help": help }))
                .unwrap()
        };
        let said = |yes: &str, no: &str, to_see: &str| {
            let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            AnswerVerdicts { yes: given(yes), no: given(no), to_see: given(to_see) }
        };
        ScreeningGrid {
            questions: vec![
                question("adult", "needed", "Proposer un rendez-vous avec un parent."),
                question("in_commune", "yes", ""),
                question("ficp", "verify", ""),
                question("current_expenses", "stops", "Proposer le fonds de solidarité logement."),
            ],
            verdicts: [
                ("adult", said("18 ans ou plus", "Le prêt est réservé aux majeurs.", "")),
                ("in_commune", said("habite la commune", "Hors de la commune : vers son CCAS.", "")),
                ("ficp", said("Fiché : n’empêche rien.", "", "Fichage à demander : n’empêche rien.")),
                ("current_expenses", said("Le microcrédit ne paie pas les charges courantes.", "", "")),
            ]
            .map(|(key, said)| (ListKey::new(key), said))
            .into(),
            ..ScreeningGrid::default()
        }
    }

    fn verdict(given: &[(&str, &str)]) -> (String, bool, Vec<(VerdictMeaning, String)>) {
        let answers = given.iter().map(|(key, answer)| ((*key).to_owned(), Line::read(answer).unwrap())).collect();
        let purpose = serde_json::from_value(serde_json::json!({ "key": "licence", "label": "Permis de conduire" }));
        let found = grid().verdict(&answers, purpose.ok().as_ref());
        let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
        let lines = found.lines.into_iter().map(|line| (line.meaning, plain(line.text)));
        (plain(found.title), found.stops, lines.collect())
    }

    #[test]
    fn what_is_in_favour_is_said_together_and_what_is_to_see_apart() {
        let (title, stops, lines) = verdict(&[("adult", YES), ("in_commune", YES), ("ficp", TO_SEE)]);
        assert_eq!((title.as_str(), stops), ("Un rendez-vous est possible.", false));
        let lines: Vec<(VerdictMeaning, &str)> =
            lines.iter().map(|(meaning, text)| (*meaning, text.as_str())).collect();
        assert_eq!(
            lines,
            [
                (VerdictMeaning::Met, "18 ans ou plus, habite la commune."),
                (VerdictMeaning::Met, "Projet d’insertion : permis de conduire."),
                (VerdictMeaning::ToSee, "Fichage à demander : n’empêche rien."),
            ]
        );
    }

    #[test]
    fn an_answer_that_leads_elsewhere_says_why_where_to_and_what_stays_possible() {
        let (title, stops, lines) = verdict(&[("adult", YES), ("current_expenses", YES)]);
        assert_eq!((title.as_str(), stops), ("Le microcrédit ne paie pas les charges courantes.", true));
        assert_eq!(lines[0], (VerdictMeaning::Elsewhere, "Proposer le fonds de solidarité logement.".to_owned()));
        assert!(lines[1].1.starts_with("Un rendez-vous reste possible"));
        assert_eq!(verdict(&[("adult", NO)]).0, "Le prêt est réservé aux majeurs.");
        assert!(!verdict(&[("adult", TO_SEE), ("ficp", YES)]).1, "what is to see stops nothing");
    }

    #[test]
    fn an_answer_without_words_is_named_by_its_question() {
        let mut own = grid();
        own.verdicts.clear();
        let answers = |key: &str, answer: &str| [(key.to_owned(), Line::read(answer).unwrap())].into();
        assert_eq!(own.verdict(&answers("ficp", YES), None).lines[0].text, spaced("À voir : ficp."));
        assert!(
            own.verdict(&answers("current_expenses", YES), None)
                .title
                .ends_with(&spaced("à chercher : current_expenses."))
        );
        assert_eq!(own.verdict(&BTreeMap::new(), None).title, spaced("Un nom suffit pour commencer."));
    }
}
