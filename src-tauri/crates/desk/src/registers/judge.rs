//! What would become of each line: to create, to update, there already, to settle, refused with the reason.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::dossier::{DossierId, Fact, FactDate};
use domain::line::Line;
use domain::person::PersonId;
use domain::register::{
    CellFault, Past, PastKeys, RegisterColumn, RegisterName, Said, Stated, is_blank, is_total, past, read_line,
};
use domain::settings::{ListKey, Settings};
use domain::words::folded;
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use super::brought::{Brought, Passed, Settlement};
use super::known::{Known, Match, began_on, key};
use super::line_facts::{Additions, additions, stand};
use super::wording;
use crate::caller::Moment;
use crate::choices::products;
use crate::delivered::delivered;
use crate::dossiers::found;
use crate::failure::Failure;
use crate::office::settings;
use crate::reading;

/// What would become of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RegisterVerdict {
    /// It cannot be taken as it is.
    Refused,
    /// The adviser has to say something.
    ToSettle,
    /// A dossier would be created.
    ToCreate,
    /// A dossier would be completed.
    ToUpdate,
    /// The dossier says all of it.
    AlreadyThere,
    /// The adviser leaves it out.
    LeftOut,
}

/// A line and what would become of it.
#[derive(Clone, Debug)]
pub(crate) struct Judged {
    /// Its place in the sheet, from zero.
    pub(super) line: usize,
    pub(super) said: Said,
    pub(super) faults: Vec<CellFault>,
    pub(super) verdict: RegisterVerdict,
    /// Why it is refused, or what is to be settled.
    pub(super) reason: String,
    pub(super) question: Option<Question>,
    pub(super) plan: Option<Plan>,
}

/// What the adviser is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Question {
    /// Two people stand in a cell.
    TwoPeople,
    /// A person of that name is known.
    Namesake { dossier: DossierId, reference: String, born_on: Option<NaiveDate> },
    /// An earlier line has that name, and nothing tells whether it is the same person.
    SameAsLine(usize),
    /// An earlier line says the same person asked on the same day.
    Twice(usize),
}

/// What taking a line over does.
#[derive(Clone, Debug)]
pub(super) enum Plan {
    /// A dossier, or two of them.
    Create { who: Who, past: Past, co_borrower: Option<RegisterName>, other: Option<RegisterName> },
    /// Facts added to a dossier.
    Update { dossier: DossierId, person: PersonId, additions: Box<Additions> },
}

/// The person of a new dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    New,
    Known(PersonId),
    /// The person an earlier line creates.
    OfLine(usize),
}

/// A line that was read: its place, what it says, the cells that are not read.
type ReadLine = (usize, Said, Vec<CellFault>);

/// What lines are judged with.
struct Bench<'b> {
    reader: &'b Reader<'b>,
    moment: &'b Moment,
    known: Known,
    stated: Stated,
    keys: PastKeys,
    lenders: BTreeMap<ListKey, String>,
    /// Lines that create a dossier, by the name of their person.
    earlier: BTreeMap<String, Vec<usize>>,
}

/// Judges every line.
pub(super) fn judge(reader: &Reader<'_>, brought: &mut Brought, moment: &Moment) -> Result<(), Failure> {
    let settings = settings(reader)?;
    let words = &delivered()?.register_words;
    let stated = stated(brought, &settings, moment)?;
    let mut lenders: BTreeMap<ListKey, String> =
        settings.lenders.iter().map(|(key, file)| (key.clone(), file.lender.name.to_string())).collect();
    let (read, passed) = read_all(brought, &settings, moment)?;
    let new_lenders = new_lenders(&read, &mut lenders, words);
    let keys = PastKeys {
        lender: None,
        unknown_origin: words.unknown_origin.clone(),
        interview: words.interview.clone(),
        mode: settings.at(moment.today).office.decision_mode.clone(),
        no_reason: words.no_reason_given.clone(),
        other_solution: words.other_solution.clone(),
        refund_policy: ListKey::new("office"),
        no_project: reading::line(wording::NO_PROJECT, "project")?,
    };
    let known = Known::of(reader.known_borrowers()?);
    let earlier = BTreeMap::new();
    let mut bench = Bench { reader, moment, known, stated, keys, lenders, earlier };
    let mut judged: Vec<Judged> = Vec::with_capacity(read.len());
    for (line, said, faults) in read {
        let settled = brought.settled.get(&line).copied();
        let one = bench.judged((line, said, faults), settled, &judged)?;
        if let (Some(Plan::Create { .. }), Some(name)) = (&one.plan, one.said.people.first()) {
            bench.earlier.entry(key(&name.last, &name.first)).or_default().push(judged.len());
        }
        judged.push(one);
    }
    brought.judged = judged;
    brought.passed = passed;
    brought.new_lenders = new_lenders;
    brought.judged_at = Some((reader.last_journal_line()?, moment.today));
    Ok(())
}

/// Every line below the headings that is neither blank nor a total, read.
fn read_all(brought: &Brought, settings: &Settings, moment: &Moment) -> Result<(Vec<ReadLine>, Passed), Failure> {
    let words = &delivered()?.register_words;
    let mut passed = Passed::default();
    let mut read = Vec::new();
    let names: Vec<(ListKey, String)> = products(&settings.at(moment.today))
        .into_iter()
        .map(|choice| (ListKey::new(choice.key), choice.label))
        .collect();
    for (line, cells) in brought.below() {
        if is_blank(cells) {
            passed.blank = passed.blank.saturating_add(1);
        } else if is_total(cells, words) {
            passed.totals.push(line);
        } else {
            let columns = brought.headings.columns.iter().enumerate();
            let held: Vec<(RegisterColumn, &str)> =
                columns.filter_map(|(place, column)| Some(((*column)?, brought.cell(line, place)))).collect();
            let (said, faults) = read_line(&held, (words, &settings.lists), &names, moment.today);
            read.push((line, said, faults));
        }
    }
    Ok((read, passed))
}

/// What is said once for the file, read as any field is.
fn stated(brought: &Brought, settings: &Settings, moment: &Moment) -> Result<Stated, Failure> {
    let form = &brought.stated;
    let lender = if form.lender.is_empty() {
        None
    } else {
        let known = settings.lenders.keys().find(|key| key.as_str() == form.lender);
        Some(known.cloned().ok_or_else(|| Failure::from(domain::settings::ListRefused).at("lender"))?)
    };
    let year = if form.year.trim().is_empty() {
        None
    } else {
        Some(FactDate::read(&form.year, moment.today).map_err(|unread| Failure::from(unread).at("year"))?)
    };
    Ok(Stated {
        lender,
        months: reading::whole(&form.months, "months")?,
        rate: reading::rate(&form.annual_rate, "annual_rate")?,
        origin: reading::entry(&form.origin, &settings.lists.origins, "origin")?,
        year,
    })
}

/// The lenders the lines name and the office does not have, each with a key of its own.
fn new_lenders(
    read: &[ReadLine],
    lenders: &mut BTreeMap<ListKey, String>,
    words: &domain::register::RegisterWords,
) -> Vec<(ListKey, String)> {
    let mut new: Vec<(ListKey, String)> = Vec::new();
    for (_, said, _) in read {
        let name = said.lender.as_str();
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

impl Bench<'_> {
    fn judged(
        &self,
        (line, said, faults): ReadLine,
        settled: Option<Settlement>,
        before: &[Judged],
    ) -> Result<Judged, Failure> {
        let mut one = Judged {
            line,
            said,
            faults,
            verdict: RegisterVerdict::Refused,
            reason: String::new(),
            question: None,
            plan: None,
        };
        if settled == Some(Settlement::Leave) {
            one.question = self.question(&one.said, None, before);
            one.verdict = RegisterVerdict::LeftOut;
            return Ok(one);
        }
        if let Some(fault) = one.faults.first() {
            one.reason = wording::fault(fault);
            return Ok(one);
        }
        let keys = PastKeys { lender: lender_named(&self.lenders, one.said.lender.as_str()), ..self.keys.clone() };
        let past = match past(&one.said, &self.stated, &keys) {
            Ok(past) => past,
            Err(lack) => {
                one.reason = wording::lack(lack);
                return Ok(one);
            }
        };
        if let Err(refused) = stand(&past.facts, &self.lenders, self.moment) {
            one.reason = refused.message;
            return Ok(one);
        }
        let there = match one.said.people.first() {
            Some(name) => self.same_request(name, &one.said, &past)?,
            None => None,
        };
        one.question = self.question(&one.said, Some(there.is_some()), before);
        let answered = match (&one.question, settled) {
            (Some(Question::TwoPeople), Some(Settlement::CoBorrower | Settlement::TwoDossiers)) | (None, _) => true,
            (Some(Question::TwoPeople), _) => false,
            (Some(_), settled) => matches!(settled, Some(Settlement::SamePerson | Settlement::Namesake)),
        };
        if !answered {
            one.verdict = RegisterVerdict::ToSettle;
            return Ok(one);
        }
        self.planned(&mut one, (past, there), settled, before)?;
        Ok(one)
    }

    /// What is to be asked of a line.
    fn question(&self, said: &Said, is_there: Option<bool>, before: &[Judged]) -> Option<Question> {
        if said.people.len() > 1 {
            return Some(Question::TwoPeople);
        }
        let (name, is_there) = (said.people.first()?, is_there?);
        if let Match::Perhaps(one) = self.known.find(name, said)
            && !is_there
        {
            let (dossier, reference, born_on) = (one.dossier, one.reference.clone(), one.born_on);
            return Some(Question::Namesake { dossier, reference, born_on });
        }
        for place in self.earlier.get(&key(&name.last, &name.first)).into_iter().flatten().rev() {
            let Some(other) = before.get(*place) else { continue };
            let same_birth = said.born_on.is_some() && said.born_on == other.said.born_on;
            let other_birth = said.born_on.is_some() && other.said.born_on.is_some() && !same_birth;
            if other_birth {
                continue;
            }
            if same_birth && said.requested_on == other.said.requested_on {
                return Some(Question::Twice(other.line));
            }
            if !same_birth {
                return Some(Question::SameAsLine(other.line));
            }
        }
        None
    }

    /// The dossier of somebody of that name that began when the line says, and no birth tells them apart.
    fn same_request(
        &self,
        name: &RegisterName,
        said: &Said,
        past: &Past,
    ) -> Result<Option<(DossierId, PersonId)>, Failure> {
        let Some((Fact::RequestReceived(request), precision)) = past.facts.first() else { return Ok(None) };
        for (dossier, person, born_on) in self.known.dossiers_named(name) {
            let other = born_on.is_some() && said.born_on.is_some() && born_on != said.born_on;
            if !other && began_on(&found(self.reader, dossier)?, request.received_on, *precision) {
                return Ok(Some((dossier, person)));
            }
        }
        Ok(None)
    }

    fn planned(
        &self,
        one: &mut Judged,
        (past, there): (Past, Option<(DossierId, PersonId)>),
        settled: Option<Settlement>,
        before: &[Judged],
    ) -> Result<(), Failure> {
        let mut people = one.said.people.clone().into_iter();
        let (name, second) = (people.next().unwrap_or_default(), people.next());
        if let Some((dossier, person)) = there
            && settled != Some(Settlement::Namesake)
        {
            return self.completed(one, past, (dossier, person));
        }
        let who = match (&one.question, settled, self.known.find(&name, &one.said)) {
            (_, Some(Settlement::Namesake), _) => Who::New,
            (Some(Question::SameAsLine(line) | Question::Twice(line)), _, _) => Who::OfLine(*line),
            (_, _, Match::Person(person)) => Who::Known(person),
            (Some(Question::Namesake { dossier, .. }), _, _) => Who::Known(self.reader.person_of(*dossier)?),
            (_, _, Match::Nobody | Match::Perhaps(_)) => self.of_earlier(&name, &one.said, before),
        };
        let (co_borrower, other) = match settled {
            Some(Settlement::CoBorrower) => (second, None),
            Some(Settlement::TwoDossiers) => (None, second),
            Some(Settlement::SamePerson | Settlement::Namesake | Settlement::Leave) | None => (None, None),
        };
        one.verdict = RegisterVerdict::ToCreate;
        one.plan = Some(Plan::Create { who, past, co_borrower, other });
        Ok(())
    }

    /// A person born on the same day in an earlier line is that one.
    fn of_earlier(&self, name: &RegisterName, said: &Said, before: &[Judged]) -> Who {
        let places = self.earlier.get(&key(&name.last, &name.first)).into_iter().flatten();
        let same = places
            .filter_map(|place| before.get(*place))
            .find(|other| said.born_on.is_some() && other.said.born_on == said.born_on);
        same.map_or(Who::New, |other| Who::OfLine(other.line))
    }

    /// A dossier that is there: what the line adds to it, if anything.
    fn completed(&self, one: &mut Judged, past: Past, (id, person): (DossierId, PersonId)) -> Result<(), Failure> {
        let dossier = found(self.reader, id)?;
        let mut additions = additions(&dossier, &past.facts, &self.lenders, self.moment);
        additions.birth = dossier.person.born_on.is_none() && one.said.born_on.is_some();
        additions.phone = dossier.person.phone.is_none() && one.said.phone.is_some();
        additions.commune = dossier.person.commune.is_empty() && !one.said.commune.is_empty();
        one.reason = wording::there(&dossier.reference, &additions);
        if additions.is_empty() {
            one.verdict = RegisterVerdict::AlreadyThere;
        } else {
            one.verdict = RegisterVerdict::ToUpdate;
            one.plan = Some(Plan::Update { dossier: id, person, additions: Box::new(additions) });
        }
        Ok(())
    }
}

/// A line that cannot be longer than a line is.
pub(super) fn short(text: &str) -> Line {
    let short: String = text.chars().take(Line::LIMIT).collect();
    Line::read(&short).unwrap_or_default()
}
