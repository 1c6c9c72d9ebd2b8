//! What would become of each line of a register: to create, to complete, there already, to settle, refused.
//!
//! Nothing is guessed of who a line is about: two people in a cell, a name the office knows, the name of an earlier line are
//! asked of the adviser, and a dossier that began when the line says, of somebody of that name, is that line's. A line that
//! cannot be read, lacks what a dossier is made of or says what cannot have been is refused, and says why. Worked example:
//! lines 12 and 40 say Duprat Léa, both born on 3 May 1980: line 40 is another request of line 12's person, and with the
//! same day of request it is asked whether it is the same request twice.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::borrowers::began_on;
use super::{
    Additions, Borrowers, CellFault, KnownBorrower, Lack, Match, Past, PastKeys, PastRefused, RegisterName,
    RegisterWords, Said, Stated, past,
};
use crate::dossier::{Dossier, DossierId, Fact};
use crate::person::PersonId;
use crate::settings::ListKey;
use crate::words::folded;

/// A line that was read.
#[derive(Clone, Debug)]
pub struct RegisterLineRead {
    /// Its place in the sheet, from zero.
    pub line: usize,
    /// What it says.
    pub said: Said,
    /// The cells that are not read.
    pub faults: Vec<CellFault>,
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
    /// It cannot be taken as it is.
    Refused(LineRefused),
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

/// Why a line cannot be taken.
#[derive(Clone, Debug)]
pub enum LineRefused {
    /// A cell is not read.
    Cell(CellFault),
    /// Something lacks.
    Lack(Lack),
    /// What it says cannot have been.
    Past(PastRefused),
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

/// Adds to the lenders of the office those the lines name and it does not have, each with a key of its own; gives them.
pub fn new_lenders(
    lines: &[RegisterLineRead],
    lenders: &mut BTreeMap<ListKey, String>,
    words: &RegisterWords,
) -> Vec<(ListKey, String)> {
    let mut new: Vec<(ListKey, String)> = Vec::new();
    for name in lines.iter().map(|read| read.said.lender.as_str()) {
        if name.is_empty() || words.says_no(name) || lender_named(lenders, name).is_some() {
            continue;
        }
        let mut keys = (1_u32..).map(|number| ListKey::new(format!("lender_{number}")));
        if let Some(key) = keys.find(|key| !lenders.contains_key(key)) {
            lenders.insert(key.clone(), name.to_owned());
            new.push((key, name.to_owned()));
        }
    }
    new
}

/// The lender of a name: the same, else the only one of which it is a part.
fn lender_named(lenders: &BTreeMap<ListKey, String>, name: &str) -> Option<ListKey> {
    let plain = folded(name.trim());
    if let Some((key, _)) = lenders.iter().find(|(_, known)| folded(known) == plain) {
        return Some(key.clone());
    }
    let mut part = lenders.iter().filter(|(_, known)| plain.chars().count() > 3 && folded(known).contains(&plain));
    let first = part.next();
    if part.next().is_some() { None } else { first.map(|(key, _)| key.clone()) }
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
        let past = match self.past(&read) {
            Ok(past) => past,
            Err(refused) => return Ok(LinePlan { read, question: None, outcome: LineOutcome::Refused(refused) }),
        };
        let there = self.same_request(&read.said, &past)?;
        let question = self.question(&read.said, Some(there.is_some()));
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
            Some(_) | None => LineOutcome::Create(Box::new(self.created(&read.said, past, question.as_ref(), settled))),
        };
        Ok(LinePlan { read, question, outcome })
    }

    /// The facts a line makes.
    fn past(&self, read: &RegisterLineRead) -> Result<Past, LineRefused> {
        if let Some(fault) = read.faults.first() {
            return Err(LineRefused::Cell(*fault));
        }
        let lender = lender_named(&self.office.lenders, read.said.lender.as_str());
        let keys = PastKeys { lender, ..self.office.keys.clone() };
        let past = past(&read.said, &self.office.stated, &keys).map_err(LineRefused::Lack)?;
        past.check(self.office.today).map_err(LineRefused::Past)?;
        Ok(past)
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

    fn created(&self, said: &Said, past: Past, question: Option<&Question>, settled: Option<Settled>) -> Creation {
        let mut people = said.people.iter().cloned();
        let (name, second) = (people.next().unwrap_or_default(), people.next());
        let who = match (question, settled, self.office.known.find(&name, said)) {
            (_, Some(Settled::Namesake), _) => Who::New,
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

#[cfg(test)]
mod tests;
