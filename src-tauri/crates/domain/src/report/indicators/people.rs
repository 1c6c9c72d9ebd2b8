//! People: who was called back, who came back, what they answered, who nobody heard of.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Counting, Reached, Working, counting};
use crate::dossier::{DossierId, RedirectionAnswer};
use crate::person::PersonId;
use crate::report::definitions::SurveyShare;
use crate::report::event::Event;
use crate::report::figure::{Counted, Figure, Value, count};

impl Counting<'_> {
    /// Of the people directed elsewhere, those who told what became of it.
    pub(super) fn redirected_called_back(&self) -> Reached {
        let all = &self.seen.redirected;
        let told = |answer: Option<RedirectionAnswer>| match answer {
            Some(RedirectionAnswer::Helped | RedirectionAnswer::NotHelped) => true,
            Some(RedirectionAnswer::Unreachable | RedirectionAnswer::NotAsked) | None => false,
        };
        let told: Vec<Counted> = all.iter().filter(|(_, answer)| told(*answer)).map(|(one, _)| *one).collect();
        people(told, count(all))
    }

    /// Of the people directed elsewhere who told what became of it, those it helped.
    pub(super) fn redirected_helped(&self) -> Reached {
        let (called_back, _) = self.redirected_called_back();
        let helped = self.seen.redirected.iter().filter(|(_, answer)| *answer == Some(RedirectionAnswer::Helped));
        people(helped.map(|(one, _)| *one).collect(), called_back.dossiers_count())
    }

    /// The requests of the period of a person who had repaid a loan before.
    pub(super) fn former_borrowers(&self) -> Reached {
        let people: BTreeMap<DossierId, PersonId> = self.ground.people.iter().copied().collect();
        let mut repaid: BTreeMap<PersonId, NaiveDate> = BTreeMap::new();
        for one in &self.seen.repaid {
            if let Some(person) = people.get(&one.dossier) {
                let first = repaid.entry(*person).or_insert(one.on);
                *first = one.on.min(*first);
            }
        }
        let requests = self.count(Event::Requested).dossiers.into_iter();
        let back = requests.filter(|one| {
            let before = people.get(&one.dossier).and_then(|person| repaid.get(person));
            before.is_some_and(|before| *before <= one.on)
        });
        counting(back)
    }

    /// The running loans without a contact for the office's months, at the end of the period or today.
    pub(super) fn silent(&self) -> Reached {
        let months = self.ground.silent_months;
        (Figure::counting(self.seen.silent.iter().copied()), Working::Silent { months })
    }

    /// A share of the answers to a question, in the questionnaires that came back in the period.
    pub(super) fn surveyed(&self, share: &SurveyShare) -> Reached {
        let (mut part, mut whole, mut behind) = (0_u64, 0_u64, BTreeSet::new());
        let answers = self.seen.answers.get(share.question.as_str()).into_iter().flatten();
        for (one, moment, answer) in answers {
            if !share.moments.contains(moment) || share.leaves_out.contains(answer) {
                continue;
            }
            whole = whole.saturating_add(1);
            if share.choices.contains(answer) {
                part = part.saturating_add(1);
                behind.insert(*one);
            }
        }
        (Figure::over(Value::percent(part, whole), behind), Working::Answers { part, whole })
    }
}

fn people(part: Vec<Counted>, whole: u64) -> Reached {
    let working = Working::People { part: count(&part), whole };
    (Figure::over(Value::percent(count(&part), whole), part), working)
}
