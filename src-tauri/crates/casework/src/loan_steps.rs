//! The room « Prêt » in a few lines: each step with where it stands, the one of the moment, what follows the signature.
//!
//! The steps are always in the same order; « Impayé » is one only when there is or was one. What each step holds is
//! told by its own call.

use chrono::NaiveDate;
use domain::arrears::{Episode, episodes, registration};
use domain::dossier::{Dossier, RunningLoan};
use domain::money::AmountTooLarge;
use domain::settings::Settings;
use domain::support::planned_points;
use domain::words::{Labelled, counted, long_date, month_of, on_known_date, screen_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use crate::decisions::{LoanDate, following};
use crate::dossiers::{OneDossier, found};
use crate::loans::known;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;

domain::vocabulary! {
    /// A step of the room « Prêt ».
    #[derive(TS)]
    pub enum LoanStepKey {
        Contract => "contract", "1. Contrat";
        Instalments => "instalments", "2. Échéances";
        Arrears => "arrears", "Impayé";
        Points => "points", "3. Points de suivi";
        End => "end", "4. Fin";
    }
}

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LoanStepState {
    /// Behind, or nothing to do there for now.
    Done,
    /// Something is to be done there.
    Current,
    /// Something is wrong there.
    Late,
    /// To come.
    Coming,
}

/// One step, in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LoanStep {
    /// Which one.
    pub key: LoanStepKey,
    /// Its name.
    pub title: String,
    /// Where it stands, in words.
    pub sentence: String,
    /// Its day.
    pub when: String,
    /// Where it stands.
    pub state: LoanStepState,
}

/// The steps of a loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LoanSteps {
    /// The steps, in their order.
    pub steps: Vec<LoanStep>,
    /// Whether a lender agreed: before it the room has nothing to show.
    pub granted: bool,
    /// The one that opens by itself.
    pub current: LoanStepKey,
    /// What follows the signature; empty once the money is paid.
    pub following: Vec<LoanDate>,
}

/// Shows the steps of the loan of a dossier.
pub fn loan_steps(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<LoanSteps, Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, input.dossier)?, settings(reader)?)))?;
    let life = Life { dossier: &dossier, settings: &settings, today: moment.today, episodes: episodes(&dossier) };
    let running = dossier.running_loan();
    let contract = dossier.facts.course().contract.map(|(_, contract)| contract);
    let unpaid = contract.filter(|_| dossier.facts.course().disbursement.is_none());
    Ok(LoanSteps {
        granted: dossier.has_a_loan(),
        steps: life.steps(running.as_ref())?,
        current: life.current(running.as_ref()),
        following: unpaid.map(|contract| following(contract, &settings, moment.today)).unwrap_or_default(),
    })
}

struct Life<'d> {
    dossier: &'d Dossier,
    settings: &'d Settings,
    today: NaiveDate,
    episodes: Vec<Episode>,
}

impl Life<'_> {
    fn steps(&self, running: Option<&RunningLoan>) -> Result<Vec<LoanStep>, AmountTooLarge> {
        let mut steps = vec![self.contract(running), self.instalments(running)];
        steps.extend(self.episodes.last().map(|episode| self.arrears(episode)).transpose()?);
        steps.extend([self.points(), self.end(running)]);
        Ok(steps)
    }

    /// What is to be done first: what is wrong, the end, the contract, what waits for a word, a point owed.
    fn current(&self, running: Option<&RunningLoan>) -> LoanStepKey {
        let course = self.dossier.facts.course();
        match running {
            _ if course.closed.is_some() => LoanStepKey::End,
            _ if course.died_on.is_some() => LoanStepKey::Points,
            _ if self.is_owed() => LoanStepKey::Arrears,
            _ if self.is_over() => LoanStepKey::End,
            Some(running) if course.disbursement.is_some() => {
                let waits = running.unsaid_by(self.today).next().is_some();
                if !waits && self.owed_points() > 0 { LoanStepKey::Points } else { LoanStepKey::Instalments }
            }
            Some(_) | None => LoanStepKey::Contract,
        }
    }

    fn is_owed(&self) -> bool {
        self.episodes.last().is_some_and(|episode| episode.cleared_on.is_none())
    }

    fn is_over(&self) -> bool {
        let course = self.dossier.facts.course();
        course.repaid_on.is_some() || self.dossier.last_due_passed(self.today).is_some()
    }

    fn owed_points(&self) -> usize {
        let points = planned_points(self.dossier, self.settings);
        points.iter().filter(|point| point.held_on.is_none() && point.due <= self.today).count()
    }

    fn contract(&self, running: Option<&RunningLoan>) -> LoanStep {
        let course = self.dossier.facts.course();
        let paid = course.disbursement.map(|(_, paid)| paid.on);
        let (signed, released) = self.dossier.loan_precisions();
        let Some((_, contract)) = course.contract else {
            return step(LoanStepKey::Contract, "à signer, puis à relire avec le papier de la banque", "", false);
        };
        let lender = self.settings.lenders.get(&contract.lender).map(|file| file.lender.name.to_string());
        let sentence = format!("signé {}, {}", on_known_date(contract.signed_on, signed), lender.unwrap_or_default());
        let planned = running.and_then(|running| running.signed.terms.dates).map(|dates| dates.disbursed_on);
        let when = match (paid, planned) {
            (Some(on), _) => format!("versé {}", on_known_date(on, released)),
            (None, Some(on)) => format!("argent attendu le {}", long_date(on)),
            (None, None) => String::new(),
        };
        step(LoanStepKey::Contract, &sentence, &when, paid.is_some())
    }

    fn instalments(&self, running: Option<&RunningLoan>) -> LoanStep {
        let key = LoanStepKey::Instalments;
        let Some(running) = running else { return coming(key, "à partir du versement", "") };
        let lines = || running.in_force().instalments.iter().filter(|line| line.kind.is_due());
        if self.dossier.facts.course().disbursement.is_none() {
            let first = lines().next().and_then(|line| line.due).map(long_date).unwrap_or_default();
            let last = running.in_force().last().and_then(|line| line.due).map(long_date).unwrap_or_default();
            let count = running.in_force().months();
            return coming(key, &format!("{count}, du {first} au {last}"), "à partir du versement");
        }
        let settled = running.settled_on.is_some();
        let waits = if settled { 0 } else { running.unsaid_by(self.today).count() };
        let next = lines().filter_map(|line| line.due).find(|due| *due > self.today);
        let next = next.map(|due| format!("prochaine : {}", screen_date(due, self.today)));
        let sentence = match waits {
            0 => known(running),
            waits => format!("{}, {waits} à noter", known(running)),
        };
        step(key, &sentence, &next.filter(|_| !settled).unwrap_or_default(), settled || waits == 0)
    }

    fn arrears(&self, episode: &Episode) -> Result<LoanStep, AmountTooLarge> {
        let key = LoanStepKey::Arrears;
        if let Some(on) = episode.cleared_on {
            let when = format!("réglé le {}", long_date(on));
            return Ok(step(key, &format!("échéance de {}", month_of(episode.first_due)), &when, true));
        }
        let owed = counted(episode.owed.len(), "échéance", "échéances");
        let first = if self.episodes.len() == 1 && episode.is_first_alone() { ", la première" } else { "" };
        let sentence = format!("{owed} depuis le {}, {}{first}", long_date(episode.first_due), episode.amount()?);
        let count = registration(episode, self.dossier, &self.settings.at(episode.first_due));
        let when = count.map(|count| format!("solution avant le {}", long_date(count.on))).unwrap_or_default();
        Ok(LoanStep { state: LoanStepState::Late, ..step(key, &sentence, &when, false) })
    }

    fn points(&self) -> LoanStep {
        let key = LoanStepKey::Points;
        let course = self.dossier.facts.course();
        let points = planned_points(self.dossier, self.settings);
        let next = points.iter().find(|point| point.held_on.is_none() && point.due >= self.today);
        let next = next.filter(|_| course.closed.is_none() && course.died_on.is_none() && !self.is_over());
        let when = next.map(|point| format!("prochain : {}", screen_date(point.due, self.today))).unwrap_or_default();
        let made = course.reviews.len();
        if course.disbursement.is_none() {
            return coming(key, "à partir du versement", "");
        }
        if made == 0 && self.owed_points() == 0 {
            return coming(key, "aucun pour l’instant", &when);
        }
        let last = course.reviews.last().map(|(_, review)| review);
        let sentence = match (last, self.owed_points()) {
            (_, owed) if owed > 0 => counted(owed, "point dû", "points dus"),
            (Some(last), _) if last.note.is_empty() => {
                format!("{}, le dernier le {}", counted(made, "noté", "notés"), long_date(last.on))
            }
            (Some(last), _) => format!("« {} »", last.note),
            (None, _) => "aucun noté".to_owned(),
        };
        step(key, &sentence, &when, self.owed_points() == 0)
    }

    fn end(&self, running: Option<&RunningLoan>) -> LoanStep {
        let key = LoanStepKey::End;
        let course = self.dossier.facts.course();
        if let Some((on, outcome)) = course.closed {
            let sentence = format!("dossier clos : {}", domain::words::lowered(outcome.label()));
            return step(key, &sentence, &long_date(on), true);
        }
        if let Some(on) = course.repaid_on {
            return step(key, "prêt remboursé, reste à clore", &format!("attesté le {}", long_date(on)), false);
        }
        let last = running.and_then(|running| running.in_force().last()).and_then(|line| line.due);
        let when = last.map(|last| format!("après le {}", long_date(last))).unwrap_or_default();
        if self.is_over() {
            return step(key, "la banque n’a pas encore attesté la fin", &when, false);
        }
        coming(key, "attestation, entretien, intérêts rendus, clôture", &when)
    }
}

fn step(key: LoanStepKey, sentence: &str, when: &str, done: bool) -> LoanStep {
    LoanStep {
        key,
        title: spaced(key.label()),
        sentence: spaced(sentence),
        when: spaced(when),
        state: if done { LoanStepState::Done } else { LoanStepState::Current },
    }
}

fn coming(key: LoanStepKey, sentence: &str, when: &str) -> LoanStep {
    LoanStep { state: LoanStepState::Coming, ..step(key, sentence, when, false) }
}
