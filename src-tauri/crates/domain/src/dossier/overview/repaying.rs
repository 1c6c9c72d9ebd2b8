//! The loan: running, missed, called in, over; the dossier closed.

use super::{LifeStep, Narration, NextAct, Overview, OverviewLine, Pressing, Proposal};
use crate::arrears::{Episode, Rung, episodes, ladder, lit, registration};
use crate::dossier::ToldBy;
use crate::money::AmountTooLarge;
use crate::settings::LadderActor;
use crate::words::{Labelled, capital, counted, long_date, lowered, screen_date, spaced};

/// Steps of the ladder that are days counted by a rule, not deeds.
const COUNTED: [&str; 3] = ["second_missed", "third_missed", "registration_deadline"];

impl Narration<'_> {
    /// Nothing owed past its day.
    pub(super) fn running(&self) -> Overview {
        let Some(running) = self.dossier.running_loan() else {
            return self.of_tasks(LifeStep::Loan, "Le prêt est en cours.".to_owned(), Proposal::FollowUp);
        };
        let lines = running.in_force().instalments.iter().filter(|line| line.kind.is_due());
        let passed = lines.clone().filter(|line| line.due.is_some_and(|due| due <= self.at.today)).count();
        let next = lines.filter_map(|line| line.due).find(|due| *due > self.at.today);
        let of = running.in_force().months();
        let sentence = match (passed, next) {
            (0, Some(next)) => format!("Le prêt est versé. La première échéance est {}.", self.day(next)),
            (passed, Some(next)) => {
                let passed = counted(passed, "échéance échue", "échéances échues");
                format!(
                    "Le prêt est en cours : {passed} sur {of}, aucune impayée connue. La suivante est {}.",
                    self.day(next)
                )
            }
            (_, None) => {
                "La date de la dernière échéance est passée. Il reste à savoir si tout est remboursé.".to_owned()
            }
        };
        let main = if next.is_some() { Proposal::FollowUp } else { Proposal::End };
        let page = self.of_tasks(LifeStep::Loan, sentence, main);
        let point = NextAct::named(Proposal::FollowUp, "Noter un point de suivi".to_owned());
        if next.is_some() { Overview { main: point, ..page } } else { page }
    }

    /// An instalment is owed past its day: the steps out of it.
    pub(super) fn missed(&self, episode: &Episode) -> Result<Overview, AmountTooLarge> {
        let owed = episode.amount()?;
        let rungs = ladder(episode, self.dossier, self.at.settings);
        let reached =
            rungs.iter().find(|rung| rung.step.key.as_str() == "situation_review").and_then(|rung| rung.done_on);
        let borrowers = self.dossier.borrowers();
        let (has, ending) = (borrowers.voice().pick("a", "ont"), borrowers.ending());
        let contact = match reached {
            Some(on) => format!("{} {has} été joint{ending} {}.", self.who, self.day(on)),
            None => format!("{} n’{has} pas encore été joint{ending}.", self.who),
        };
        let due = match episode.owed.as_slice() {
            [] | [_] => format!("L’échéance du {} n’est pas passée : {owed}.", long_date(episode.first_due)),
            many => format!("{} ne sont pas passées : {owed}.", counted(many.len(), "échéance", "échéances")),
        };
        let told = match episode.told_by {
            ToldBy::Lender => self.dossier.loan_lender().map_or_else(|| "la banque".to_owned(), |key| self.lender(key)),
            ToldBy::Borrower => self.who.clone(),
            ToldBy::Statement => "un relevé de compte".to_owned(),
        };
        let count = registration(episode, self.dossier, &self.at.settings.at(episode.first_due));
        let count =
            count.map(|count| format!(" Inscription au FICP possible à partir du {}.", long_date(count.earliest)));
        let more = format!("{} l’a dit {}.{}", capital(&told), self.day(episode.known_on), count.unwrap_or_default());
        let now = lit(&rungs);
        let first = episodes(self.dossier).len() < 2 && episode.is_first_alone();
        Ok(Overview {
            step: LifeStep::Loan,
            sentence: format!("{due} {contact}"),
            more,
            late: true,
            main: self.next_rung(now),
            also: None,
            note: if first { "pour sortir de ce premier impayé" } else { "pour sortir de cet impayé" }.to_owned(),
            lines: self.rungs(&rungs, now),
            done: Vec::new(),
        })
    }

    fn next_rung(&self, now: Option<&Rung<'_>>) -> NextAct {
        let phone = self.dossier.person.phone.as_ref();
        match (now.map(|rung| rung.step.key.as_str()), phone) {
            (Some("call_within_48h" | "second_attempt"), Some(phone)) => {
                NextAct::named(Proposal::Call, format!("Appeler le {phone}"))
            }
            (Some("call_within_48h" | "second_attempt"), None) => {
                NextAct::named(Proposal::Call, format!("Noter l’appel à {}", self.who))
            }
            (Some(_), _) => {
                let label = now.map(|rung| rung.step.label.clone()).unwrap_or_default();
                NextAct::named(Proposal::FollowUp, label)
            }
            (None, _) => NextAct::new(Proposal::FollowUp),
        }
    }

    /// The steps of the adviser that are not done and have a day, the lit one first to stand out.
    fn rungs(&self, rungs: &[Rung<'_>], now: Option<&Rung<'_>>) -> Vec<OverviewLine> {
        let from = now.and_then(|now| rungs.iter().position(|rung| rung.step.key == now.step.key)).unwrap_or_default();
        let open = rungs
            .iter()
            .skip(from)
            .filter(|rung| rung.done_on.is_none() && rung.due.is_some() && rung.step.actor != LadderActor::Lender)
            .filter(|rung| !COUNTED.contains(&rung.step.key.as_str()));
        let line = |rung: &Rung<'_>| {
            let is_now = now.is_some_and(|now| now.step.key == rung.step.key);
            let due = rung.due.map(|due| screen_date(due, self.at.today)).unwrap_or_default();
            let late = rung.due.is_some_and(|due| due < self.at.today);
            OverviewLine {
                key: format!("arrears.{}", rung.step.key.as_str()),
                group: String::new(),
                label: spaced(&rung.step.label),
                note: spaced(&lowered(rung.step.what.trim_end_matches('.'))),
                by: spaced(&match rung.due {
                    Some(_) if late => format!("en retard, {due}"),
                    Some(on) if on == self.at.today => due,
                    Some(_) | None => format!("avant {due}"),
                }),
                pressing: match (is_now, late) {
                    (true, true) => Pressing::Late,
                    (true, false) => Pressing::Stops,
                    (false, _) => Pressing::Open,
                },
            }
        };
        open.map(line).collect()
    }

    /// The whole sum is called in.
    pub(super) fn accelerated(&self) -> Overview {
        let course = self.dossier.facts.course();
        let on = course.lost_on().map(|on| format!(" depuis le {}", long_date(on))).unwrap_or_default();
        let lender = self.dossier.loan_lender().map_or_else(|| "la banque".to_owned(), |key| self.lender(key));
        let page = self.of_tasks(LifeStep::Loan, format!("{lender} demande toute la somme{on}."), Proposal::FollowUp);
        Overview { late: true, ..page }
    }

    /// Repaid or ended by a death: what is left is to close it.
    pub(super) fn ending(&self) -> Overview {
        let course = self.dossier.facts.course();
        if let Some(on) = course.died_on {
            let sentence = format!("Décès noté le {}. Lettres et appels sont arrêtés.", long_date(on));
            return self.of_tasks(LifeStep::Closing, sentence, Proposal::FollowUp);
        }
        let on = course.repaid_on.map(|on| format!(" depuis le {}", long_date(on))).unwrap_or_default();
        self.of_tasks(
            LifeStep::Closing,
            format!("Le prêt est remboursé{on}. Il reste à clore le dossier."),
            Proposal::End,
        )
    }

    pub(super) fn closed(&self) -> Overview {
        let course = self.dossier.facts.course();
        let how = course.closed.map(|(on, outcome)| {
            format!("Le dossier est clos depuis le {} : {}.", long_date(on), lowered(outcome.label()))
        });
        let sentence = how.unwrap_or_else(|| "Le dossier est clos.".to_owned());
        self.of_tasks(LifeStep::Closing, sentence, Proposal::Begin)
    }
}
