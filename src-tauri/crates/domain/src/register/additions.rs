//! The facts of a line judged as those of any dossier, and what a line adds to a dossier that is there.
//!
//! A dossier keeps what it says: a line adds the steps it has none of, a birth, a telephone or a commune nobody had noted,
//! the amount and the purpose of a request that had none. Worked example: the line says refused on 3 May 2016 and the
//! dossier knows the sending alone: the refusal is added, the sending stays.

use chrono::NaiveDate;

use super::{Past, Said};
use crate::dossier::{Dossier, Fact, FactId, FactRefused, Facts, Precision, Recorded, TakenOver};
use crate::line::Line;
use crate::loan::{TermsRefused, schedule};
use crate::text::Text;

/// What a line adds to a dossier that is there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Additions {
    /// Steps it had none of, each as exactly as its day is known.
    pub facts: Vec<(Fact, Precision)>,
    /// The request with the amount or the purpose nobody had noted.
    pub request: Option<Fact>,
    /// Whether a birth is added.
    pub birth: bool,
    /// Whether a telephone is.
    pub phone: bool,
    /// Whether a commune is.
    pub commune: bool,
}

/// Why the facts of a line make no dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PastRefused {
    /// Its request cannot be.
    Request(FactRefused),
    /// A fact cannot stand beside those before it.
    Fact(Box<PastMisfit>),
    /// No schedule can follow its loan.
    Terms(TermsRefused),
}

/// A fact that cannot stand beside others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastMisfit {
    /// The fact.
    pub fact: Fact,
    /// Those before it.
    pub facts: Facts,
    /// Why.
    pub why: FactRefused,
}

impl Additions {
    /// What a line adds to a dossier.
    #[must_use]
    pub fn of(dossier: &Dossier, said: &Said, past: &Past, today: NaiveDate) -> Self {
        let person = &dossier.person;
        let mut added = Self {
            birth: person.born_on.is_none() && said.born_on.is_some(),
            phone: person.phone.is_none() && said.phone.is_some(),
            commune: person.commune.is_empty() && !said.commune.is_empty(),
            ..Self::default()
        };
        let mut judged = dossier.facts.clone();
        let last = dossier.facts.recorded().iter().map(|row| row.id.0).max().unwrap_or_default();
        for ((fact, precision), id) in past.facts.iter().zip(last.saturating_add(1)..) {
            if let Fact::RequestReceived(said) = fact {
                let mut request = dossier.facts.request().clone();
                request.amount = request.amount.or(said.amount);
                request.purpose = request.purpose.or_else(|| said.purpose.clone());
                added.request = (request != *dossier.facts.request()).then_some(Fact::RequestReceived(request));
            } else if !dossier.facts.standing().any(|row| row.fact.is_like(fact))
                && let Ok(with) = judged.admit(recorded(id, fact, *precision), today)
            {
                judged = with;
                added.facts.push((fact.clone(), *precision));
            }
        }
        added
    }

    /// Whether it adds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many things it adds.
    #[must_use]
    pub fn count(&self) -> usize {
        let fields = [self.birth, self.phone, self.commune, self.request.is_some()];
        self.facts.len().saturating_add(fields.into_iter().filter(|is| *is).count())
    }
}

impl Past {
    /// Refuses facts that make no dossier begun elsewhere, by the first that cannot be.
    pub fn check(&self, today: NaiveDate) -> Result<(), PastRefused> {
        let mut rows = self.facts.iter().zip(1..).map(|((fact, precision), id)| recorded(id, fact, *precision));
        let Some(request) = rows.next() else { return Ok(()) };
        request.fact.check(today).map_err(PastRefused::Request)?;
        let taken = Fact::TakenOver(TakenOver {
            on: today,
            from: Line::default(),
            note: Line::default(),
            written: Text::default(),
        });
        let taken = recorded(FactId::NEW.0, &taken, Precision::Day);
        let mut facts = Facts::of(vec![request, taken]).map_err(PastRefused::Request)?;
        for row in rows {
            repayable(&row.fact).map_err(PastRefused::Terms)?;
            let fact = row.fact.clone();
            facts = match facts.admit(row, today) {
                Ok(with) => with,
                Err(why) => return Err(PastRefused::Fact(Box::new(PastMisfit { fact, facts, why }))),
            };
        }
        Ok(())
    }
}

/// Refuses a loan no schedule can follow.
fn repayable(fact: &Fact) -> Result<(), TermsRefused> {
    let terms = if let Fact::Approved(approval) = fact {
        let Some(terms) = approval.terms() else { return Ok(()) };
        terms
    } else if let Fact::ContractSigned(contract) = fact {
        contract.terms.clone()
    } else {
        return Ok(());
    };
    schedule(&terms).map(drop)
}

fn recorded(id: i64, fact: &Fact, precision: Precision) -> Recorded {
    Recorded { id: FactId(id), replaces: None, precision, retracted: false, fact: fact.clone() }
}
