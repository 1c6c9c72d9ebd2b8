//! Taking a register over: a verified copy, then every line in one action, all of it or nothing.

use std::collections::BTreeMap;

use chrono::Datelike;
use domain::dossier::{Dossier, DossierId, Fact, FactId, Facts, Precision, Recorded, TakenOver};
use domain::household::{Household, Link, Member};
use domain::person::{Person, PersonId};
use domain::register::{Completion, Creation, LineOutcome, Past, RegisterName, Who};
use domain::settings::{Dated, Lender, Settings};
use domain::task::tasks;
use domain::text::Text;
use domain::words::{counted, spaced};
use serde::{Deserialize, Serialize};
use store::{Acted, Reason, RegisterImport, RegisterLine, Writer};
use ts_rs::TS;

use super::judge::{Judged, RegisterVerdict, judge, short};
use super::register_file::{Brought, choose};
use super::view::RegisterCounts;
use super::wording;
use app::caller::{Caller, Moment};
use app::desk::Desk;
use app::failure::Failure;
use app::settings::{LENDER, row_of, settings};
use casework::copies::keep_before;

/// How a register is taken over.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeOverAsked {
    /// Whether lines that are still to be settled are left out; refused otherwise.
    pub leave_unsettled: bool,
}

/// A register that was taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegisterTaken {
    /// `Reprise faite : 103 dossiers créés, 9 complétés.`
    pub sentence: String,
    /// Its number, by which it is undone.
    #[ts(type = "number")]
    pub import: i64,
    /// Dossiers created.
    pub created: u32,
    /// Dossiers completed.
    pub completed: u32,
    /// Lines left out: refused, unsettled or set aside.
    pub left_out: u32,
}

/// How many lines are written between two steps of the progress.
const STEP: u32 = 20;

/// Takes the chosen register over. Stopped or refused, the office is as it was.
pub fn take_over_register(desk: &mut Desk, input: TakeOverAsked, caller: &Caller) -> Result<RegisterTaken, Failure> {
    let mut brought = choose(desk, None).ok_or_else(Failure::no_register)?;
    let taken = take(desk, &mut brought, input, caller);
    if taken.is_err() {
        choose(desk, Some(brought));
    }
    taken
}

fn take(
    desk: &mut Desk,
    brought: &mut Brought,
    input: TakeOverAsked,
    caller: &Caller,
) -> Result<RegisterTaken, Failure> {
    let moment = &caller.moment;
    // The office or the day may have changed since the lines were looked at.
    desk.read(|reader| {
        let now = Some((reader.last_journal_line()?, moment.today));
        if brought.judged_at == now { Ok(()) } else { judge(reader, brought, moment) }
    })?;
    let counts = RegisterCounts::of(brought);
    if counts.to_settle > 0 && !input.leave_unsettled {
        let lines = counted(counts.to_settle, "ligne", "lignes");
        return Err(
            Failure::refused(&format!("{lines} à trancher d’abord. Rien n’a été repris.")).at("leave_unsettled")
        );
    }
    let of = counts.to_create.saturating_add(counts.to_update);
    if of == 0 {
        return Err(Failure::refused("Rien à reprendre dans ce fichier."));
    }
    caller.progress.step(0, of)?;
    keep_before(desk, Reason::BeforeImport, moment)?;
    let left_out = counts.refused.saturating_add(counts.left_out).saturating_add(counts.to_settle);
    let kept = &*brought;
    let (import, created, completed) = desk.act("take_over_register", moment, |writer| {
        let mut taking = Taking::start(writer, kept, moment)?;
        // Dossiers that are there come first: a new one of the same person is then made of all that is known of them.
        for verdict in [RegisterVerdict::ToUpdate, RegisterVerdict::ToCreate] {
            for one in kept.judged.iter().filter(|one| one.verdict == verdict) {
                taking.line(one)?;
                if taking.done.checked_rem(STEP) == Some(0) {
                    caller.progress.step(taking.done, of)?;
                }
            }
        }
        // What follows from the dossiers that were there is written after the last line.
        caller.progress.step(of, of)?;
        let (import, created, completed) = (taking.import, taking.created, taking.completed);
        Ok::<_, Failure>(Acted {
            value: (import, created, completed),
            sentence: spaced(&format!("Reprise de « {} » : {}.", kept.file, told(created, completed))),
            dossier: None,
            fields: vec!["taken_over"],
            draft: None,
        })
    })?;
    let sentence = spaced(&format!("Reprise faite : {}.", told(created, completed)));
    Ok(RegisterTaken { sentence, import, created, completed, left_out })
}

fn told(created: u32, completed: u32) -> String {
    let created = counted(created, "dossier créé", "dossiers créés");
    if completed == 0 { created } else { format!("{created}, {}", counted(completed, "complété", "complétés")) }
}

struct Taking<'t> {
    writer: &'t Writer<'t>,
    moment: &'t Moment,
    settings: Settings,
    from: String,
    import: i64,
    /// The people the lines created, by line.
    people: BTreeMap<usize, PersonId>,
    done: u32,
    created: u32,
    completed: u32,
}

impl<'t> Taking<'t> {
    fn start(writer: &'t Writer<'t>, brought: &Brought, moment: &'t Moment) -> Result<Self, Failure> {
        for (key, name) in &brought.new_lenders {
            let used = brought.judged.iter().any(|one| {
                matches!(one.verdict, RegisterVerdict::ToCreate | RegisterVerdict::ToUpdate)
                    && one.read.said.lender.as_str() == name
            });
            if used {
                let source = format!("Reprise de « {} »", brought.file);
                let dated = Dated {
                    valid_from: moment.today,
                    source,
                    value: Lender { name: short(name), ..Lender::default() },
                };
                writer.add_setting(&row_of(LENDER, key.as_str(), &dated, moment)?)?;
            }
        }
        let mapping = serde_json::to_string(&brought.mapping()).map_err(|_| Failure::broken("correspondance"))?;
        let import = writer.insert_register_import(&RegisterImport {
            id: 0,
            made_at: moment.now,
            file: brought.file.clone(),
            headings: brought.fingerprint(),
            mapping,
            journal: writer.last_journal_line()?,
            undone: false,
        })?;
        let (people, from) = (BTreeMap::new(), brought.file.clone());
        Ok(Self {
            writer,
            moment,
            settings: settings(writer)?,
            from,
            import,
            people,
            done: 0,
            created: 0,
            completed: 0,
        })
    }

    fn line(&mut self, one: &Judged) -> Result<(), Failure> {
        match &one.outcome {
            LineOutcome::Create(creation) => {
                let Creation { who, past, co_borrower, other } = creation.as_ref();
                let name = one.read.said.people.first().cloned().unwrap_or_default();
                let person = match who {
                    Who::New => None,
                    Who::Known(person) => Some(*person),
                    Who::OfLine(line) => self.people.get(line).copied(),
                };
                let person = match person {
                    Some(known) => (known, self.writer.person(known)?.ok_or_else(|| Failure::gone("Cette personne"))?),
                    None => self.enter(person_of(&name, one))?,
                };
                self.people.insert(one.read.line, person.0);
                self.create(one, past, person, co_borrower.as_ref())?;
                if let Some(other) = other {
                    let person = self.enter(named(other))?;
                    self.create(one, past, person, None)?;
                }
            }
            LineOutcome::Update(completion) => self.complete(one, completion)?,
            LineOutcome::Refused(_)
            | LineOutcome::Undated
            | LineOutcome::ToSettle
            | LineOutcome::LeftOut
            | LineOutcome::AlreadyThere(_) => {
                return Ok(());
            }
        }
        self.done = self.done.saturating_add(1);
        Ok(())
    }

    fn enter(&self, person: Person) -> Result<(PersonId, Person), Failure> {
        Ok((self.writer.insert_person(&person)?, person))
    }

    fn create(
        &mut self,
        one: &Judged,
        past: &Past,
        (number, person): (PersonId, Person),
        with: Option<&RegisterName>,
    ) -> Result<(), Failure> {
        let received_on = past.facts.first().map(|(fact, _)| fact.day()).unwrap_or(self.moment.today);
        let taken = self.writer.take_number(received_on.year())?;
        let reference = self.settings.at(received_on).numbering.reference(received_on.year(), taken);
        let dossier = self.writer.insert_dossier(number, &reference)?;
        let mut members = Vec::new();
        for member in std::iter::once(Member::applicant()).chain(with.map(co_applicant)) {
            members.push(Member { id: self.writer.insert_member(dossier, &member)?, ..member });
        }
        let unknown = wording::unknown(&past.implied, one.read.said.number.as_str(), &one.read.said.about);
        let from = short(&format!("{}, ligne {}", self.from, one.read.line.saturating_add(1)));
        let written = Text::read(&wording::words_kept(&one.read, &past.aside)).unwrap_or_default();
        let taken = TakenOver { on: self.moment.today, from, note: short(&unknown), written };
        let (request, after) = past.facts.split_at(past.facts.len().min(1));
        let taken = [(Fact::TakenOver(taken), Precision::Day)];
        let mut facts = Vec::new();
        for (fact, precision) in request.iter().chain(&taken).chain(after) {
            let id = self.fact(dossier, fact, *precision)?;
            facts.push(Recorded { id, replaces: None, precision: *precision, retracted: false, fact: fact.clone() });
        }
        let household = Household::of(members)?;
        let mut made = Dossier::new(dossier, reference, person, household, Facts::of(facts)?);
        made.tasks = tasks(&made, &self.settings);
        self.writer.follow_new(&made)?;
        self.keep(one, dossier, Made::Dossier)?;
        self.created = self.created.saturating_add(1);
        Ok(())
    }

    fn complete(&mut self, one: &Judged, completion: &Completion) -> Result<(), Failure> {
        let Completion { dossier, person, additions: added, .. } = completion;
        let (dossier, person) = (*dossier, *person);
        if let Some(request) = &added.request {
            let before = self.writer.facts(dossier)?;
            let facts = Facts::of(before)?;
            let precision = facts.precision_of(facts.request_id());
            let replaces = Some(facts.request_id());
            let id = self.writer.insert_known_fact(dossier, replaces, (request, precision), self.moment.now)?;
            self.keep(one, dossier, Made::Fact(id))?;
        }
        for (fact, known) in &added.facts {
            let id = self.fact(dossier, fact, *known)?;
            self.keep(one, dossier, Made::Fact(id))?;
        }
        let filled = [("born_on", added.birth), ("phone", added.phone), ("commune", added.commune)];
        let filled: Vec<&str> = filled.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect();
        if !filled.is_empty() {
            let known = self.writer.person(person)?.ok_or_else(|| Failure::gone("Cette personne"))?;
            let now = Person {
                born_on: known.born_on.or(one.read.said.born_on),
                phone: known.phone.clone().or_else(|| one.read.said.phone.clone()),
                commune: if known.commune.is_empty() { one.read.said.commune.clone() } else { known.commune.clone() },
                ..known
            };
            self.writer.update_person(person, &now)?;
            self.keep(one, dossier, Made::Fields(&filled.join(",")))?;
        }
        self.completed = self.completed.saturating_add(1);
        Ok(())
    }

    fn fact(&self, dossier: DossierId, fact: &Fact, known: Precision) -> Result<FactId, Failure> {
        Ok(self.writer.insert_known_fact(dossier, None, (fact, known), self.moment.now)?)
    }

    fn keep(&self, one: &Judged, dossier: DossierId, made: Made<'_>) -> Result<(), Failure> {
        let line = u32::try_from(one.read.line.saturating_add(1)).unwrap_or(u32::MAX);
        let (created, fact, filled) = match made {
            Made::Dossier => (true, None, ""),
            Made::Fact(fact) => (false, Some(fact), ""),
            Made::Fields(names) => (false, None, names),
        };
        let made = RegisterLine { dossier, line, created, fact, filled: filled.to_owned() };
        Ok(self.writer.insert_register_line(self.import, &made)?)
    }
}

/// What a line made, by which it is undone.
enum Made<'m> {
    /// The dossier itself.
    Dossier,
    /// A fact of a dossier that was there.
    Fact(FactId),
    /// Fields of its person, separated by commas.
    Fields(&'m str),
}

fn person_of(name: &RegisterName, one: &Judged) -> Person {
    let (born_on, phone, commune) = (one.read.said.born_on, one.read.said.phone.clone(), one.read.said.commune.clone());
    Person { born_on, phone, commune, ..named(name) }
}

/// A person of whom the line tells the name alone.
fn named(name: &RegisterName) -> Person {
    Person { birth_name: short(&name.birth), ..Person::named(short(&name.last), short(&name.first)) }
}

fn co_applicant(name: &RegisterName) -> Member {
    Member { name: short(&format!("{} {}", name.first, name.last)), link: Link::CoApplicant, ..Member::applicant() }
}
