//! The dated facts of a dossier.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::line::Line;
use crate::money::Euros;
use crate::settings::ListKey;

/// Number of a fact in the office's store; a later fact has a greater one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FactId(pub i64);

/// The first contact with a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The day of the contact.
    pub received_on: NaiveDate,
    /// By where the person came: an entry of the origins.
    pub origin: ListKey,
    /// The project in a line; never empty.
    pub project: Line,
    /// What the loan would finance; not known yet when absent.
    pub purpose: Option<ListKey>,
    /// The amount wished for.
    pub amount: Option<Euros>,
}

/// The next date of a dossier: every open one has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextDate {
    /// The day it was set.
    pub set_on: NaiveDate,
    /// The date itself.
    pub on: NaiveDate,
    /// What is to be done then.
    pub what: Line,
}

/// Something that happened or was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// First contact with a project.
    RequestReceived(Request),
    /// A next date was set.
    NextDateSet(NextDate),
}

/// A fact as the office's store holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its number.
    pub id: FactId,
    /// The fact it corrects.
    pub replaces: Option<FactId>,
    /// The fact.
    pub fact: Fact,
}

/// The facts of one dossier, judged together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    recorded: Vec<Recorded>,
    request: Request,
    request_id: FactId,
}

/// Why facts do not make a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FactRefused {
    /// A dossier starts with a request.
    #[error("no request")]
    NoRequest,
    /// A second request is another dossier.
    #[error("two requests")]
    TwoRequests,
    /// The fact corrected is not there, is of another kind, or was corrected already.
    #[error("nothing to correct")]
    NothingToCorrect,
    /// What happened cannot be later than today.
    #[error("in the future")]
    InTheFuture,
    /// A request has a project, even in two words.
    #[error("no project")]
    NoProject,
}

impl Facts {
    /// The facts of a dossier, in any order. Errors: see [`FactRefused`].
    pub fn of(mut recorded: Vec<Recorded>) -> Result<Self, FactRefused> {
        recorded.sort_by_key(|row| row.id);
        check_corrections(&recorded)?;
        let mut requests = standing(&recorded).filter_map(|row| match &row.fact {
            Fact::RequestReceived(request) => Some((row.id, request.clone())),
            Fact::NextDateSet(_) => None,
        });
        let (request_id, request) = requests.next().ok_or(FactRefused::NoRequest)?;
        if requests.next().is_some() {
            return Err(FactRefused::TwoRequests);
        }
        drop(requests);
        Ok(Self { recorded, request, request_id })
    }

    /// These facts and a new one. `today` is the office's civil date.
    pub fn admit(&self, new: Recorded, today: NaiveDate) -> Result<Self, FactRefused> {
        new.fact.check(today)?;
        let mut recorded = self.recorded.clone();
        recorded.push(new);
        Self::of(recorded)
    }

    /// The request as it stands, corrections applied.
    #[must_use]
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// The number of the request as it stands, which a correction names.
    #[must_use]
    pub fn request_id(&self) -> FactId {
        self.request_id
    }

    /// The next date: the last one set.
    #[must_use]
    pub fn next_date(&self) -> Option<&NextDate> {
        standing(&self.recorded)
            .filter_map(|row| match &row.fact {
                Fact::NextDateSet(next) => Some((next.set_on, row.id, next)),
                Fact::RequestReceived(_) => None,
            })
            .max_by_key(|(set_on, id, _)| (*set_on, *id))
            .map(|(_, _, next)| next)
    }

    /// Every fact ever recorded, the oldest first, corrected ones included.
    #[must_use]
    pub fn recorded(&self) -> &[Recorded] {
        &self.recorded
    }
}

impl Fact {
    /// Refuses what cannot have happened yet, and a request without a project.
    pub fn check(&self, today: NaiveDate) -> Result<(), FactRefused> {
        let (happened_on, told) = match self {
            Self::RequestReceived(request) => (request.received_on, !request.project.is_empty()),
            Self::NextDateSet(next) => (next.set_on, true),
        };
        if happened_on > today {
            return Err(FactRefused::InTheFuture);
        }
        if told { Ok(()) } else { Err(FactRefused::NoProject) }
    }

    fn same_kind(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::RequestReceived(_), Self::RequestReceived(_)) | (Self::NextDateSet(_), Self::NextDateSet(_)) => true,
            (Self::RequestReceived(_), Self::NextDateSet(_)) | (Self::NextDateSet(_), Self::RequestReceived(_)) => {
                false
            }
        }
    }
}

/// The facts nobody corrected.
fn standing(recorded: &[Recorded]) -> impl Iterator<Item = &Recorded> {
    recorded.iter().filter(|row| !recorded.iter().any(|other| other.replaces == Some(row.id)))
}

fn check_corrections(recorded: &[Recorded]) -> Result<(), FactRefused> {
    for row in recorded {
        let Some(corrected) = row.replaces else { continue };
        let target = recorded.iter().find(|other| other.id == corrected);
        let sound = target.is_some_and(|target| target.id < row.id && target.fact.same_kind(&row.fact));
        let once = recorded.iter().filter(|other| other.replaces == Some(corrected)).count() == 1;
        if !sound || !once {
            return Err(FactRefused::NothingToCorrect);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn request(id: i64, replaces: Option<i64>, project: &str) -> Recorded {
        let request = Request {
            received_on: day("2026-11-09"),
            origin: ListKey("first_reception".to_owned()),
            project: Line::read(project).unwrap(),
            purpose: None,
            amount: None,
        };
        Recorded { id: FactId(id), replaces: replaces.map(FactId), fact: Fact::RequestReceived(request) }
    }

    fn next(id: i64, set_on: &str, on: &str) -> Recorded {
        let next = NextDate { set_on: day(set_on), on: day(on), what: Line::default() };
        Recorded { id: FactId(id), replaces: None, fact: Fact::NextDateSet(next) }
    }

    #[test]
    fn a_correction_stands_and_what_it_corrects_is_kept() {
        let facts = Facts::of(vec![request(1, None, "voiture"), request(2, Some(1), "scooter")]).unwrap();
        assert_eq!(facts.request().project.as_str(), "scooter");
        assert_eq!(facts.recorded().len(), 2, "nothing is overwritten");
        assert_eq!(facts.request_id(), FactId(2));
    }

    #[test]
    fn the_last_next_date_set_counts() {
        let rows =
            vec![request(1, None, "voiture"), next(3, "2026-11-10", "2026-12-01"), next(2, "2026-11-12", "2027-01-15")];
        assert_eq!(Facts::of(rows).unwrap().next_date().unwrap().on, day("2027-01-15"));
    }

    #[test]
    fn facts_that_make_no_dossier_are_refused() {
        let of = |rows| Facts::of(rows).unwrap_err();
        assert_eq!(of(Vec::new()), FactRefused::NoRequest);
        assert_eq!(of(vec![request(1, None, "a"), request(2, None, "b")]), FactRefused::TwoRequests);
        assert_eq!(of(vec![request(1, None, "a"), request(2, Some(7), "b")]), FactRefused::NothingToCorrect);
        let facts = Facts::of(vec![request(1, None, "a")]).unwrap();
        let admit = |new| facts.admit(new, day("2026-11-09")).map(|_| ());
        assert_eq!(admit(request(2, Some(1), "")), Err(FactRefused::NoProject));
        assert_eq!(admit(next(2, "2026-11-10", "2026-12-01")), Err(FactRefused::InTheFuture));
        assert_eq!(admit(next(2, "2026-11-09", "2026-12-01")), Ok(()));
    }

    proptest! {
        #[test]
        fn the_order_of_entry_does_not_matter(order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle()) {
            let rows = [
                request(1, None, "voiture"), request(2, Some(1), "vélo"), request(5, Some(2), "scooter"),
                next(3, "2026-11-10", "2026-12-01"), next(4, "2026-11-10", "2026-12-02"), next(6, "2026-11-08", "2027-01-01"),
            ];
            let told = Facts::of(rows.to_vec()).unwrap();
            let shuffled = Facts::of(order.iter().map(|place| rows[*place].clone()).collect()).unwrap();
            prop_assert_eq!(told, shuffled);
        }
    }
}
