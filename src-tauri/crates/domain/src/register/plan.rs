//! What would become of each line of a register: to create, to complete, there already, to settle, refused.
//!
//! Nothing is guessed of who a line is about: two people in a cell, a name the office knows, the name of an earlier line are
//! asked of the adviser, and a dossier that began when the line says, of somebody of that name, is that line's. A line that
//! names nobody is refused; what another says and no fact can hold stays in the words of the register. Worked example:
//! lines 12 and 40 say Duprat Léa, both born on 3 May 1980: line 40 is another request of line 12's person, and with the
//! same day of request it is asked whether it is the same request twice.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::borrowers::began_on;
use super::lenders::lender_named;
use super::{
    Additions, Borrowers, CellFault, KnownBorrower, Match, Past, PastKeys, PastRefused, RegisterColumn, RegisterName,
    Said, Stated, past,
};
use crate::dossier::{Dossier, DossierId, Fact, FactKind};
use crate::person::PersonId;
use crate::settings::ListKey;

/// A line that was read.
#[derive(Clone, Debug)]
pub struct RegisterLineRead {
    /// Its place in the sheet, from zero.
    pub line: usize,
    /// What it says.
    pub said: Said,
    /// The cells that are not read.
    pub faults: Vec<CellFault>,
    /// Its cells as they are written.
    pub written: Vec<(RegisterColumn, String)>,
    /// Whether its name is that of the line above, in one cell with it.
    pub same_name: bool,
}

/// A line and what would become of it.
#[derive(Clone, Debug)]
pub struct LinePlan {
    /// What was read.
    pub read: RegisterLineRead,
    /// What the adviser is asked, answered or not.
    pub question: Option<Question>,
    /// What would become of it.
    pub outcome: LineOutcome,
}

/// What would become of a line.
#[derive(Clone, Debug)]
pub enum LineOutcome {
    /// It names nobody.
    Refused(CellFault),
    /// No day of it is known, not even its year: it is asked for the whole file.
    Undated,
    /// The adviser has to say something.
    ToSettle,
    /// The adviser leaves it out.
    LeftOut,
    /// The dossier of this reference says all of it.
    AlreadyThere(String),
    /// A dossier would be created, or two of them.
    Create(Box<Creation>),
    /// A dossier would be completed.
    Update(Box<Completion>),
}

/// A dossier to create.
#[derive(Clone, Debug)]
pub struct Creation {
    /// Whose it is.
    pub who: Who,
    /// What happened.
    pub past: Past,
    /// Who borrows with them.
    pub co_borrower: Option<RegisterName>,
    /// Who has a dossier of their own.
    pub other: Option<RegisterName>,
}

/// A dossier to complete.
#[derive(Clone, Debug)]
pub struct Completion {
    /// The dossier.
    pub dossier: DossierId,
    /// Its person.
    pub person: PersonId,
    /// Its reference.
    pub reference: String,
    /// What is added.
    pub additions: Additions,
}

/// What the adviser is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Two people stand in a cell.
    TwoPeople,
    /// A person of that name is known.
    Namesake {
        /// Who.
        person: PersonId,
        /// One of their dossiers.
        dossier: DossierId,
        /// Its reference.
        reference: String,
        /// Their birth.
        born_on: Option<NaiveDate>,
    },
    /// An earlier line has that name, and nothing tells whether it is the same person.
    SameAsLine(usize),
    /// An earlier line says the same person asked on the same day.
    Twice(usize),
}

/// What the adviser settled of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// Two people in a cell: one and who borrows with them.
    CoBorrower,
    /// Two people in a cell: two dossiers.
    TwoDossiers,
    /// The person the office knows, or of an earlier line.
    SamePerson,
    /// Somebody else of that name.
    Namesake,
    /// Left out.
    Leave,
}

/// What the adviser answers once for every line of the file that asks the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SettledOnce {
    /// Of two people in a cell.
    pub two_people: Option<Settled>,
    /// Of a name an earlier line has.
    pub same_name: Option<Settled>,
    /// Of the same person on the same day.
    pub twice: Option<Settled>,
}

impl SettledOnce {
    fn of(self, question: &Question) -> Option<Settled> {
        match question {
            Question::TwoPeople => self.two_people,
            Question::SameAsLine(_) => self.same_name,
            Question::Twice(_) => self.twice,
            Question::Namesake { .. } => None,
        }
    }
}

/// The person of a new dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Somebody nobody knew.
    New,
    /// Somebody the office knows.
    Known(PersonId),
    /// The person an earlier line creates.
    OfLine(usize),
}

/// What lines are judged with.
#[derive(Clone, Debug)]
pub struct RegisterOffice {
    /// Everyone the office knows.
    pub known: Borrowers,
    /// What is said once for the file.
    pub stated: Stated,
    /// What is settled once for the file.
    pub once: SettledOnce,
    /// The entries the facts of a line are made with.
    pub keys: PastKeys,
    /// The lenders of the office and those the file brings, each with its name.
    pub lenders: BTreeMap<ListKey, String>,
    /// The day it is looked at.
    pub today: NaiveDate,
}

/// Says what would become of every line. `dossier` gives a dossier the office knows; its errors come back.
pub fn plan<E>(
    lines: Vec<RegisterLineRead>,
    settled: &BTreeMap<usize, Settled>,
    office: &RegisterOffice,
    dossier: impl Fn(DossierId) -> Result<Dossier, E>,
) -> Result<Vec<LinePlan>, E> {
    let mut planning = Planning { office, dossier, planned: Vec::with_capacity(lines.len()), earlier: BTreeMap::new() };
    for read in lines {
        let settled = settled.get(&read.line).copied();
        let one = planning.line(read, settled)?;
        if let (LineOutcome::Create(_), Some(name)) = (&one.outcome, one.read.said.people.first()) {
            planning.earlier.entry(name.key()).or_default().push(planning.planned.len());
        }
        planning.planned.push(one);
    }
    Ok(planning.planned)
}

struct Planning<'o, F> {
    office: &'o RegisterOffice,
    dossier: F,
    planned: Vec<LinePlan>,
    /// The places of lines that create a dossier, by the name of their person.
    earlier: BTreeMap<String, Vec<usize>>,
}

impl<E, F: Fn(DossierId) -> Result<Dossier, E>> Planning<'_, F> {
    fn line(&self, read: RegisterLineRead, settled: Option<Settled>) -> Result<LinePlan, E> {
        if settled == Some(Settled::Leave) {
            let question = self.question(&read.said, None);
            return Ok(LinePlan { read, question, outcome: LineOutcome::LeftOut });
        }
        if let Some(nobody) = read.faults.iter().find(|fact| fact.column.names_the_person()) {
            let outcome = LineOutcome::Refused(*nobody);
            return Ok(LinePlan { read, question: None, outcome });
        }
        let Some(past) = self.past(&read) else {
            return Ok(LinePlan { read, question: None, outcome: LineOutcome::Undated });
        };
        let there = self.same_request(&read.said, &past)?;
        let question = if read.same_name { None } else { self.question(&read.said, Some(there.is_some())) };
        let settled = settled.or_else(|| self.office.once.of(question.as_ref()?));
        if settled == Some(Settled::Leave) {
            return Ok(LinePlan { read, question, outcome: LineOutcome::LeftOut });
        }
        let answered = match (&question, settled) {
            (None, _) | (Some(Question::TwoPeople), Some(Settled::CoBorrower | Settled::TwoDossiers)) => true,
            (Some(Question::TwoPeople), _) => false,
            (Some(_), settled) => matches!(settled, Some(Settled::SamePerson | Settled::Namesake)),
        };
        let outcome = match there {
            _ if !answered => LineOutcome::ToSettle,
            Some((dossier, person)) if settled != Some(Settled::Namesake) => {
                self.completed(&read.said, &past, (self.dossier)(dossier)?, person)
            }
            Some(_) | None => {
                let creation = self.created(&read, past, question.as_ref(), settled);
                LineOutcome::Create(Box::new(creation))
            }
        };
        Ok(LinePlan { read, question, outcome })
    }

    /// The facts a line makes; nothing when no day of it is known. A day, a step, the terms that cannot have been are
    /// aside, the last of them first, until what is left is a life.
    fn past(&self, read: &RegisterLineRead) -> Option<Past> {
        const MOST: usize = 16;
        let lender = lender_named(&self.office.lenders, read.said.lender.as_str());
        let keys = PastKeys { lender, ..self.office.keys.clone() };
        let (mut said, mut aside) = (read.said.clone(), Vec::new());
        let mut stated = self.office.stated.clone();
        for _ in 0..MOST {
            let mut told = past(&said, &stated, &keys).ok()?;
            let (column, less) = match told.check(self.office.today) {
                Ok(()) => {
                    told.aside.extend(aside);
                    return Some(told);
                }
                Err(PastRefused::Request(_)) => (RegisterColumn::RequestedOn, None),
                Err(PastRefused::Terms(_)) => {
                    (stated.months, stated.rate) = (None, None);
                    aside.push(RegisterColumn::Months);
                    (RegisterColumn::AnnualRate, Some(Said { months: None, rate: None, ..said.clone() }))
                }
                Err(PastRefused::Fact(misfit)) => less_a_step(&said, misfit.fact.kind()),
            };
            aside.push(column);
            said = less.unwrap_or_else(|| Said { requested_on: said.requested_on, ..Said::default() });
        }
        None
    }

    /// The earlier lines that create a dossier of somebody of a name, in their order.
    fn earlier(&self, name: &RegisterName) -> impl DoubleEndedIterator<Item = &RegisterLineRead> {
        let places = self.earlier.get(&name.key()).into_iter().flatten();
        places.filter_map(|place| self.planned.get(*place)).map(|one| &one.read)
    }

    /// What is to be asked of a line; `is_there` once it is known whether a dossier is its own.
    fn question(&self, said: &Said, is_there: Option<bool>) -> Option<Question> {
        if said.people.len() > 1 {
            return Some(Question::TwoPeople);
        }
        let (name, is_there) = (said.people.first()?, is_there?);
        if let Match::Perhaps(one) = self.office.known.find(name, said)
            && !is_there
        {
            let KnownBorrower { person, dossier, reference, born_on, .. } = *one;
            return Some(Question::Namesake { person, dossier, reference, born_on });
        }
        self.earlier(name).rev().find_map(|other| {
            let births = said.born_on.zip(other.said.born_on).map(|(one, other)| one == other);
            match births {
                Some(false) => None,
                Some(true) if said.requested_on == other.said.requested_on => Some(Question::Twice(other.line)),
                Some(true) => None,
                None => Some(Question::SameAsLine(other.line)),
            }
        })
    }

    /// The dossier of somebody of that name that began when the line says, and no birth tells them apart.
    fn same_request(&self, said: &Said, past: &Past) -> Result<Option<(DossierId, PersonId)>, E> {
        let (Some(name), Some((Fact::RequestReceived(request), known))) = (said.people.first(), past.facts.first())
        else {
            return Ok(None);
        };
        for one in self.office.known.named(name) {
            let is_other = one.born_on.zip(said.born_on).is_some_and(|(one, said)| one != said);
            if !is_other && began_on(&(self.dossier)(one.dossier)?, request.received_on, *known) {
                return Ok(Some((one.dossier, one.person)));
            }
        }
        Ok(None)
    }

    fn created(
        &self,
        read: &RegisterLineRead,
        past: Past,
        question: Option<&Question>,
        settled: Option<Settled>,
    ) -> Creation {
        let said = &read.said;
        let mut people = said.people.iter().cloned();
        let (name, second) = (people.next().unwrap_or_default(), people.next());
        let who = match (question, settled, self.office.known.find(&name, said)) {
            (_, Some(Settled::Namesake), _) => Who::New,
            (None, _, _) if read.same_name => {
                self.earlier(&name).next_back().map_or(Who::New, |other| Who::OfLine(other.line))
            }
            (Some(Question::SameAsLine(line) | Question::Twice(line)), _, _) => Who::OfLine(*line),
            (_, _, Match::Person(person)) => Who::Known(person),
            (Some(Question::Namesake { person, .. }), _, _) => Who::Known(*person),
            (_, _, Match::Nobody | Match::Perhaps(_)) => {
                // A person born on the same day in an earlier line is that one.
                let born = |other: &&RegisterLineRead| said.born_on.is_some() && other.said.born_on == said.born_on;
                self.earlier(&name).find(born).map_or(Who::New, |other| Who::OfLine(other.line))
            }
        };
        let (co_borrower, other) = match settled {
            Some(Settled::CoBorrower) => (second, None),
            Some(Settled::TwoDossiers) => (None, second),
            Some(Settled::SamePerson | Settled::Namesake | Settled::Leave) | None => (None, None),
        };
        Creation { who, past, co_borrower, other }
    }

    /// A dossier that is there: what the line adds to it, if anything.
    fn completed(&self, said: &Said, past: &Past, dossier: Dossier, person: PersonId) -> LineOutcome {
        let additions = Additions::of(&dossier, said, past, self.office.today);
        let (dossier, reference) = (dossier.id, dossier.reference);
        if additions.is_empty() {
            return LineOutcome::AlreadyThere(reference);
        }
        LineOutcome::Update(Box::new(Completion { dossier, person, reference, additions }))
    }
}

/// The line without the step a fact stands for, and the column of that step: the first of those it has, from that step back.
fn less_a_step(said: &Said, kind: FactKind) -> (RegisterColumn, Option<Said>) {
    use RegisterColumn::{Assessed, DecidedOn, DisbursedOn, RefundedOn, RepaidOn, SentOn};
    const BACK: [RegisterColumn; 6] = [RefundedOn, RepaidOn, DisbursedOn, DecidedOn, SentOn, Assessed];
    const COLUMNS: [(FactKind, RegisterColumn); 6] = [
        (FactKind::RefundDecided, RefundedOn),
        (FactKind::Noted, RepaidOn),
        (FactKind::ContractSigned, DisbursedOn),
        (FactKind::Disbursed, DisbursedOn),
        (FactKind::Submitted, SentOn),
        (FactKind::InterviewHeld, Assessed),
    ];
    let at = COLUMNS.iter().find(|(of, _)| *of == kind).map_or(DecidedOn, |(_, column)| *column);
    let from = BACK.iter().position(|column| *column == at).unwrap_or_default();
    let mut steps = BACK.iter().skip(from).chain(BACK.iter().take(from));
    steps.find_map(|column| Some((*column, Some(said.without(*column)?)))).unwrap_or((at, None))
}

#[cfg(test)]
mod tests;
