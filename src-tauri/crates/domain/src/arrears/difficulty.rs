//! What was noted of a difficulty to pay: the instalments concerned, why, what was done, what is asked of the lender.
//!
//! A cause is never the last thing that happened: it is a life event that its list calls a difficulty, or what the
//! person said, noted from three months before the first instalment concerned on. A passing cause, such as a salary
//! paid late, grounds a postponement and no new arrangement of the loan (*Un coup de pouce pour le microcrédit
//! personnel*, les solutions en cas d’impayés). With the instalment of 5 September missed, an illness noted on
//! 9 August is a cause; a job found in July is none, whatever was noted last.

use chrono::{Months, NaiveDate};

use super::{OwedInstalment, open_episode};
use crate::dossier::{Dossier, Event, Fact, Noted, RunningLoan};
use crate::line::Line;
use crate::loan::Instalment;
use crate::settings::{DifficultyKind, ListEntry, ListKey, Lists};

/// How far back what happened belongs to a difficulty.
const BEFORE: Months = Months::new(3);

/// What was noted of a difficulty to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difficulty<'f> {
    /// The instalments owed; else the next one, alone.
    pub concerned: Vec<OwedInstalment>,
    /// Whether an instalment was declared missed.
    pub is_missed: bool,
    /// Why, in the order of days.
    pub causes: Vec<Cause<'f>>,
    /// What was done with the person, in the order of days.
    pub actions: Vec<&'f Noted>,
    /// The days points were made since the first instalment concerned.
    pub reviews: Vec<NaiveDate>,
    /// The last day the person told of it.
    pub told_on: Option<NaiveDate>,
    /// The last day the lender said it would end the loan.
    pub announced_on: Option<NaiveDate>,
    /// What the person wishes or what was asked last: `postponed`, `end_shifted`, `emergency_aid`.
    pub solution: Option<&'f ListKey>,
}

/// Why payment is difficult.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cause<'f> {
    /// The life event; nothing when the person only said why.
    pub entry: Option<&'f ListEntry>,
    /// What a letter says of it; may be empty for a life event.
    pub words: &'f Line,
}

impl Cause<'_> {
    /// Whether it lasts longer than a month or two; what the person said by themselves is taken for such.
    #[must_use]
    pub fn is_lasting(&self) -> bool {
        self.entry.is_none_or(|entry| entry.difficulty == Some(DifficultyKind::Lasting))
    }
}

impl<'f> Difficulty<'f> {
    /// What was noted of the difficulty in course, or of the one that is told before its instalment; nothing when no
    /// instalment is owed or still to come.
    #[must_use]
    pub fn of(dossier: &'f Dossier, running: &RunningLoan, lists: &'f Lists, today: NaiveDate) -> Option<Self> {
        let owed = open_episode(dossier).map(|episode| episode.owed).filter(|owed| !owed.is_empty());
        let is_missed = owed.is_some();
        let next = || next_instalment(running, today).and_then(owed_line).into_iter().collect();
        let concerned: Vec<OwedInstalment> = owed.unwrap_or_else(next);
        let first_due = concerned.first()?.due;
        let from = first_due.checked_sub_months(BEFORE).unwrap_or(first_due);
        let (causes, actions, reviews) = (Vec::new(), Vec::new(), Vec::new());
        let (told_on, announced_on, solution) = (None, None, None);
        let mut found = Self { concerned, is_missed, causes, actions, reviews, told_on, announced_on, solution };
        for row in dossier.facts.standing().filter(|row| row.fact.day() >= from) {
            if let Fact::Noted(noted) = &row.fact {
                found.note(noted, &lists.life_events);
            }
            if let Fact::Reviewed(review) = &row.fact
                && review.on >= first_due
            {
                found.reviews.push(review.on);
            }
        }
        Some(found)
    }

    /// Whether somebody said that payment is difficult: an instalment missed, the person's word, a solution asked for.
    #[must_use]
    pub fn is_noted(&self) -> bool {
        self.is_missed || self.told_on.is_some() || self.solution.is_some()
    }

    fn note(&mut self, noted: &'f Noted, life_events: &'f [ListEntry]) {
        if noted.event == Event::LifeEvent {
            let entry = life_events.iter().find(|entry| Some(&entry.key) == noted.subject.as_ref());
            let entry = entry.filter(|entry| entry.difficulty.is_some());
            self.causes.extend(entry.map(|entry| Cause { entry: Some(entry), words: &noted.letter_words }));
        }
        if noted.event == Event::DifficultyTold {
            self.told_on = Some(noted.on);
            let words = Some(&noted.letter_words).filter(|words| !words.is_empty());
            self.causes.extend(words.map(|words| Cause { entry: None, words }));
        }
        if noted.event == Event::SupportAction {
            self.actions.push(noted);
        }
        if noted.event == Event::AccelerationAnnounced {
            self.announced_on = Some(noted.on);
        }
        if [Event::SolutionWanted, Event::DeferralAsked].contains(&noted.event) {
            self.solution = noted.subject.as_ref();
        }
    }
}

/// The instalment that comes next.
#[must_use]
pub fn next_instalment(running: &RunningLoan, today: NaiveDate) -> Option<&Instalment> {
    running.in_force().instalments.iter().find(|line| line.kind.is_owed() && line.due.is_some_and(|due| due > today))
}

fn owed_line(line: &Instalment) -> Option<OwedInstalment> {
    Some(OwedInstalment { number: line.number, due: line.due?, total: line.total })
}
