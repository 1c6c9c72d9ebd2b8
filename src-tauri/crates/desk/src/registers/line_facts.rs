//! The facts of a line judged as those of any dossier: what cannot be is refused with the sentence a form would give.

use std::collections::BTreeMap;

use domain::dossier::{Dossier, Fact, FactId, Facts, Noted, Precision, Recorded, TakenOver};
use domain::line::Line;
use domain::loan::{LoanTerms, schedule};
use domain::settings::ListKey;

use crate::caller::Moment;
use crate::failure::{FactNames, Failure};

/// A fact and how exactly its day is known.
pub(super) type PastFact = (Fact, Precision);

/// What a line adds to a dossier that is there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Additions {
    pub(super) facts: Vec<PastFact>,
    /// The request with the amount or the purpose nobody had noted.
    pub(super) request: Option<Fact>,
    pub(super) birth: bool,
    pub(super) phone: bool,
    pub(super) commune: bool,
}

impl Additions {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Judges the facts of a new dossier. Errors: the refusal of the first that cannot be.
pub(super) fn stand(facts: &[PastFact], lenders: &BTreeMap<ListKey, String>, moment: &Moment) -> Result<(), Failure> {
    let mut rows = facts.iter().zip(1..).map(|((fact, precision), id)| recorded(id, fact, *precision));
    let Some(request) = rows.next() else { return Ok(()) };
    request.fact.check(moment.today)?;
    let taken = TakenOver { on: moment.today, from: Line::default(), note: Line::default() };
    let taken = recorded(FactId::NEW.0, &Fact::TakenOver(taken), Precision::Day);
    let mut judged = Facts::of(vec![request, taken])?;
    for row in rows {
        repayable(&row.fact)?;
        judged = admitted(&judged, row, lenders, moment)?;
    }
    Ok(())
}

/// What a line adds to a dossier: the facts of kinds it has none of, which it admits.
pub(super) fn additions(
    dossier: &Dossier,
    facts: &[PastFact],
    lenders: &BTreeMap<ListKey, String>,
    moment: &Moment,
) -> Additions {
    let mut added = Additions::default();
    let mut judged = dossier.facts.clone();
    let last = dossier.facts.recorded().iter().map(|row| row.id.0).max().unwrap_or_default();
    for ((fact, precision), id) in facts.iter().zip(last.saturating_add(1)..) {
        if let Fact::RequestReceived(said) = fact {
            let mut request = dossier.facts.request().clone();
            request.amount = request.amount.or(said.amount);
            request.purpose = request.purpose.or_else(|| said.purpose.clone());
            added.request = (request != *dossier.facts.request()).then_some(Fact::RequestReceived(request));
            continue;
        }
        if dossier.facts.standing().any(|row| is_like(&row.fact, fact)) {
            continue;
        }
        if let Ok(with) = admitted(&judged, recorded(id, fact, *precision), lenders, moment) {
            judged = with;
            added.facts.push((fact.clone(), *precision));
        }
    }
    added
}

/// Whether two facts tell the same step.
fn is_like(one: &Fact, other: &Fact) -> bool {
    let event = |fact: &Fact| if let Fact::Noted(Noted { event, .. }) = fact { Some(*event) } else { None };
    one.kind() == other.kind() && event(one) == event(other)
}

fn admitted(
    facts: &Facts,
    row: Recorded,
    lenders: &BTreeMap<ListKey, String>,
    moment: &Moment,
) -> Result<Facts, Failure> {
    let fact = row.fact.clone();
    let lender = fact.lender().and_then(|key| lenders.get(key)).cloned().unwrap_or_default();
    let names = FactNames { fact: &fact, lender: &lender, facts };
    facts.admit(row, moment.today).map_err(|refused| names.refusal(refused))
}

/// Refuses a loan no schedule can follow.
fn repayable(fact: &Fact) -> Result<(), Failure> {
    let terms = if let Fact::Approved(approval) = fact {
        LoanTerms::of(approval.amount, approval.annual_rate, approval.months)
    } else if let Fact::ContractSigned(contract) = fact {
        contract.terms.clone()
    } else {
        return Ok(());
    };
    schedule(&terms).map(drop).map_err(Failure::from)
}

fn recorded(id: i64, fact: &Fact, precision: Precision) -> Recorded {
    Recorded { id: FactId(id), replaces: None, precision, retracted: false, fact: fact.clone() }
}
