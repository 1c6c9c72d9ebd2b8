//! People: who was called back, who came back, what they answered, who nobody heard of.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Counting, Reached, Working};
use crate::dossier::{DossierId, RedirectionAnswer};
use crate::person::PersonId;
use crate::report::definitions::SurveyShare;
use crate::report::event::Event;
use crate::report::figure::{Counted, Figure, Value, count};

impl Counting<'_> {
    /// Those directed elsewhere in the period, and what they said when called back.
    fn redirected(&self) -> impl Iterator<Item = (Counted, Option<RedirectionAnswer>)> + '_ {
        self.lived.iter().filter_map(|row| {
            let on = row.counted(Event::Redirected)?;
            Some((Counted { on, dossier: row.dossier }, row.answered_since(on)))
        })
    }

    /// Of the people directed elsewhere, those who told what became of it.
    pub(super) fn redirected_called_back(&self) -> Reached {
        let all: Vec<_> = self.redirected().collect();
        let told = |answer: Option<RedirectionAnswer>| match answer {
            Some(RedirectionAnswer::Helped | RedirectionAnswer::NotHelped) => true,
            Some(RedirectionAnswer::Unreachable | RedirectionAnswer::NotAsked) | None => false,
        };
        let told: Vec<Counted> = all.iter().filter(|(_, answer)| told(*answer)).map(|(one, _)| *one).collect();
        people(told, count(&all))
    }

    /// Of the people directed elsewhere who told what became of it, those it helped.
    pub(super) fn redirected_helped(&self) -> Reached {
        let (called_back, _) = self.redirected_called_back();
        let helped = self.redirected().filter(|(_, answer)| *answer == Some(RedirectionAnswer::Helped));
        people(helped.map(|(one, _)| one).collect(), called_back.dossiers_count())
    }

    /// The requests of the period of a person who had repaid a loan before.
    pub(super) fn former_borrowers(&self) -> Reached {
        let people: BTreeMap<DossierId, PersonId> = self.ground.people.iter().copied().collect();
        let mut repaid: BTreeMap<PersonId, NaiveDate> = BTreeMap::new();
        for row in self.rows {
            let ended = row.loan_end.filter(|end| end.lost.is_none());
            if let (Some(person), Some(end)) = (people.get(&row.dossier), ended) {
                let first = repaid.entry(*person).or_insert(end.on);
                *first = end.on.min(*first);
            }
        }
        let back = self.lived.iter().filter_map(|row| {
            let on = row.counted(Event::Requested)?;
            let before = repaid.get(people.get(&row.dossier)?)?;
            (*before <= on).then_some(Counted { on, dossier: row.dossier })
        });
        (Figure::counting(back), Working::Counted)
    }

    /// The running loans without a contact for the office's months, at the end of the period or today.
    pub(super) fn silent(&self) -> Reached {
        let end = self.period.to().min(self.ground.today);
        let months = self.ground.silent_months;
        let silent = self.rows.iter().filter_map(|row| {
            let on = row.silent_on(end, months)?;
            Some(Counted { on, dossier: row.dossier })
        });
        (Figure::counting(silent), Working::Silent { months })
    }

    /// A share of the answers to a question, in the questionnaires that came back in the period.
    pub(super) fn surveyed(&self, share: &SurveyShare) -> Reached {
        let (mut part, mut whole, mut behind) = (0_u64, 0_u64, BTreeSet::new());
        for row in self.lived {
            let back = row.surveys.iter().filter(|survey| self.period.contains(survey.on));
            for survey in back.filter(|survey| share.moments.contains(&survey.moment)) {
                let Some(answer) = survey.answers.get(&share.question) else { continue };
                if share.leaves_out.contains(answer) {
                    continue;
                }
                whole = whole.saturating_add(1);
                if share.choices.contains(answer) {
                    part = part.saturating_add(1);
                    behind.insert(Counted { on: survey.on, dossier: row.dossier });
                }
            }
        }
        (Figure::over(Value::percent(part, whole), behind), Working::Answers { part, whole })
    }
}

fn people(part: Vec<Counted>, whole: u64) -> Reached {
    let working = Working::People { part: count(&part), whole };
    (Figure::over(Value::percent(count(&part), whole), part), working)
}
