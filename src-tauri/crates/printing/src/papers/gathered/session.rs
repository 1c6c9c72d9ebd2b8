//! The facts of the papers of a session: its agenda, its booklet, its minutes.

use chrono::NaiveDate;
use documents::Bundle;
use documents::papers::session_agenda::{self, CalledMember, ListedDossier, SessionAgenda};
use documents::papers::session_minutes::{self, DossierDecided, SessionMinutes};
use documents::papers::session_sheet::{Naming, SessionSheet};
use documents::papers::{Entry, Letterhead, entry};
use domain::committee::{Attendance, CommitteeSession, agenda_letter};
use domain::dossier::{
    ConditionFor, Direction, DossierId, Fact, HearingResult, Masked, SessionHeard, SessionId, SessionMatter, WITHDRAWN,
};
use domain::letter::{NoSessionLetter, session_letter};
use domain::settings::RulePeriod;
use domain::words::{Labelled, lowered, members_summary, spaced};

use super::{
    AtSession, Gathered, Held, Missing, OnePaper, Prepared, Printed, Printer, Printing, Reading, ToKeep, one_dossier,
    reader, session_sheet,
};
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::{Failure, FailureKind};
use casework::dossiers::found;
use casework::office;
use casework::sessions::{AgendaRow, AttendeeRow, OneSession, SessionView, found_session, session, sessions};

/// A paper of a session.
pub(super) fn gather(desk: &Desk, entry: Entry, asked: &OnePaper, moment: &Moment) -> Result<Gathered, Failure> {
    let none = || Failure::refused("Ce papier est celui d’une séance : laquelle ?").at("session");
    let view = session(desk, OneSession { session: asked.session.ok_or_else(none)? }, moment)?;
    let head = desk.read(office::letterhead)?;
    let day = view.session.day.clone();
    let prepared = match entry.key {
        "committee_agenda" => agenda(desk, view, head, (asked.naming(), moment))?,
        "committee_minutes" => minutes(desk, view, head, moment)?,
        "committee_booklet" => return booklet(desk, entry, (view, head), (asked.naming(), moment)),
        "committee_letters" => return letters(desk, entry, (view, head), moment),
        _ => return Err(Failure::broken("papier")),
    };
    Ok(of_the_session(entry, &day, prepared))
}

fn of_the_session(entry: Entry, day: &str, prepared: Prepared) -> Gathered {
    Gathered {
        entry,
        of: None,
        file_name: entry.file_name(day, prepared.version),
        missing: prepared.missing,
        print: Printing::Alone(prepared.print),
    }
}

/// The agenda, then the sheet of each dossier on it.
fn booklet(
    desk: &Desk,
    whole: Entry,
    (view, head): (SessionView, Letterhead),
    (naming, moment): (Naming, &Moment),
) -> Result<Gathered, Failure> {
    let sheet_entry = entry("committee_sheet").ok_or_else(|| Failure::broken("papier"))?;
    let (title, day) = (view.session.title.clone(), view.session.day.clone());
    let held = desk.read(|reader| found_session(reader, view.session.id))?;
    let listed: Vec<_> = view.agenda.iter().map(|row| (row.dossier, row.matter, row.place)).collect();
    let (mut sheets, mut readings, mut secrets) = (Vec::new(), Vec::new(), Vec::new());
    for (dossier, matter, place) in &listed {
        let at = AtSession::of(&held, (*matter).into(), (*place, listed.len()));
        let read = Held::of(desk, *dossier)?;
        let subject = read.subject(naming, None, moment);
        sheets.push(session_sheet::sheet(&subject, &at)?);
        let reference = subject.dossier.reference.clone();
        secrets.push(session_sheet::secret(&subject));
        readings.push(Reading { dossier: *dossier, reference, reader: reader::of(sheet_entry, &subject) });
    }
    let (named, version) = match naming {
        Naming::Named => ("Livret de séance avec les noms", 2),
        Naming::Nameless => (whole.title, 1),
    };
    let booklet = Booklet {
        title: format!("{named} : {title}"),
        head: head.clone(),
        date: moment.today,
        agenda: agenda_facts(desk, view, (naming, moment))?,
        sheets,
        of: readings,
        secrets,
    };
    Ok(Gathered {
        entry: whole,
        of: None,
        file_name: whole.file_name(&day, version),
        missing: Vec::new(),
        print: Printing::Booklet(Box::new(booklet)),
    })
}

/// The agenda of a session and the sheet of each dossier on it: one document, of which each dossier keeps its sheet.
pub(super) struct Booklet {
    title: String,
    head: Letterhead,
    date: NaiveDate,
    agenda: SessionAgenda,
    sheets: Vec<SessionSheet>,
    /// Whose each sheet is.
    of: Vec<Reading>,
    /// What each sheet must not say.
    secrets: Vec<session_sheet::Secret>,
}

impl Booklet {
    /// The document, with the sheet each dossier keeps.
    pub(super) fn printed(&self) -> Result<Printed, Failure> {
        let papers = documents::papers::session_sheet::booklet(&self.agenda, &self.sheets, &self.head)?;
        for (secret, paper) in self.secrets.iter().zip(papers.iter().skip(1)) {
            secret.check(paper)?;
        }
        let kept = self.of.iter().zip(papers.iter().skip(1)).map(|(of, paper)| ToKeep {
            dossier: of.dossier,
            key: "committee_sheet",
            reader: of.reader.name.clone(),
            paper: paper.clone(),
        });
        let kept = kept.collect();
        let named = papers.into_iter().zip(0_usize..).map(|(paper, place)| {
            let title = if place == 0 { session_agenda::TITLE } else { documents::papers::session_sheet::TITLE };
            (title.to_owned(), paper)
        });
        let (title, office) = (self.title.clone(), self.head.office.name.clone());
        let bundle = Bundle { title, office, date: self.date, papers: named.collect() };
        Ok(Printed { paper: bundle.print()?, kept })
    }

    /// The key of each paper kept with a dossier, and that dossier.
    pub(super) fn of_dossiers(&self) -> impl Iterator<Item = (&'static str, DossierId)> {
        self.of.iter().map(|of| ("committee_sheet", of.dossier))
    }
}

/// The letter of each dossier on the agenda, and why the others have none.
fn letters(
    desk: &Desk,
    whole: Entry,
    (view, head): (SessionView, Letterhead),
    moment: &Moment,
) -> Result<Gathered, Failure> {
    let (mut parts, mut missing) = (Vec::new(), Vec::new());
    for row in &view.agenda {
        match letter(desk, row, view.session.id, moment)? {
            Ok(part) => {
                missing.extend(part.missing_of(&row.reference));
                parts.push(part);
            }
            Err(why) => missing.push(Missing::of(&format!("{}, sans lettre : {why}", row.reference), None)),
        }
    }
    if parts.is_empty() {
        let why: Vec<&str> = missing.iter().map(|one| one.what.as_str()).collect();
        let none =
            if why.is_empty() { "Aucun dossier n’est inscrit à cette séance.".to_owned() } else { why.join(" ") };
        let says = spaced(&format!("Aucune lettre n’est à écrire pour cette séance. {none}"));
        return Err(Failure::refused(&says).remedy("Notez ce qui est décidé de chaque dossier, puis revenez ici."));
    }
    let title = format!("{} : {}", whole.title, view.session.title);
    Ok(Gathered {
        entry: whole,
        of: None,
        file_name: whole.file_name(&view.session.day, 1),
        missing,
        print: Printing::Together { title, office: head.office.name.clone(), date: moment.today, parts },
    })
}

/// The letter that tells a person what the session did with their dossier, or why none can be written.
pub(super) fn letter(
    desk: &Desk,
    row: &AgendaRow,
    session: SessionId,
    moment: &Moment,
) -> Result<Result<Gathered, String>, Failure> {
    let dossier = desk.read(|reader| found(reader, row.dossier))?;
    let kind = match session_letter(&dossier, session, row.matter.into()) {
        Ok(kind) => kind,
        Err(none) => return Ok(Err(no_letter(none).to_owned())),
    };
    let letter = entry(kind.key()).ok_or_else(|| Failure::broken("papier"))?;
    match one_dossier(desk, letter, Held::of(desk, row.dossier)?, (row.dossier, None, Naming::Named), (None, moment)) {
        Ok(part) => Ok(Ok(part)),
        Err(waits) if waits.kind == FailureKind::Refused => Ok(Err(waits.message)),
        Err(failed) => Err(failed),
    }
}

fn no_letter(none: NoSessionLetter) -> &'static str {
    match none {
        NoSessionLetter::NotHeard => "la séance ne l’a pas encore vu.",
        NoSessionLetter::TakenOff => "il a été retiré de l’ordre du jour, rien n’est décidé.",
        NoSessionLetter::RefundUndecided => "le remboursement n’est pas encore décidé dans Prêt, « Fin ».",
        NoSessionLetter::Undecided => "ce que la séance a décidé a été retiré depuis.",
    }
}

fn agenda(
    desk: &Desk,
    view: SessionView,
    head: Letterhead,
    (naming, moment): (Naming, &Moment),
) -> Result<Prepared, Failure> {
    let agenda = agenda_facts(desk, view, (naming, moment))?;
    let print: Printer = Box::new(move |_| Ok(session_agenda::render(&agenda, &head)?));
    Ok(Prepared { version: 1, missing: Vec::new(), state: "à jour".to_owned(), print })
}

fn agenda_facts(desk: &Desk, view: SessionView, (naming, moment): (Naming, &Moment)) -> Result<SessionAgenda, Failure> {
    let called =
        |row: AttendeeRow| CalledMember { name: row.fields.name, quality: row.who, votes: !row.fields.listens };
    let before = sessions(desk, Nothing {}, moment)?.held.into_iter().find(|held| held.day < view.session.day);
    let day = desk.read(|reader| found_session(reader, view.session.id))?.day;
    let dossiers = view.agenda.into_iter().map(|row| listed(desk, row, day, naming, moment));
    Ok(SessionAgenda {
        printed_on: moment.today,
        session: view.session.title,
        place: view.session.place,
        before: before.map(|held| held.title).unwrap_or_default(),
        called: view.attendees.into_iter().map(called).collect(),
        dossiers: dossiers.collect::<Result<_, Failure>>()?,
    })
}

/// A dossier on the agenda, with the figures its sheet has.
fn listed(
    desk: &Desk,
    row: AgendaRow,
    day: NaiveDate,
    naming: Naming,
    moment: &Moment,
) -> Result<ListedDossier, Failure> {
    let held = Held::of(desk, row.dossier)?;
    let subject = held.subject(naming, None, moment);
    let dossier = subject.dossier;
    let is_refund = SessionMatter::from(row.matter) == SessionMatter::Refund;
    let about = match row.matter_label.as_str() {
        "" => row.project,
        matter => format!("{matter} : {}", lowered(&row.project)),
    };
    let (called, about) = match naming {
        Naming::Named => (format!("{} {}", row.reference, row.name), about),
        Naming::Nameless => (agenda_letter(row.place), Masked::everyone(dossier).text(&about)),
    };
    let (_, then) = if is_refund { (None, None) } else { session_sheet::budget(&subject)? };
    let rules = subject.settings.at(dossier.loan_day(moment.today));
    let least = then
        .as_ref()
        .and_then(|then| then.rule.threshold)
        .filter(|_| then.as_ref().is_some_and(|then| then.rule.period == RulePeriod::Month));
    let left = then.as_ref().map(|then| then.budget.reste_a_vivre);
    Ok(ListedDossier {
        called,
        about,
        again: !is_refund && session_sheet::refused_before(&dossier.facts, day) > 0,
        is_refund,
        household: members_summary(&dossier.household),
        amount: dossier.asked_at((row.matter.into(), day), subject.settings, moment.today)?,
        months: dossier.loan_terms(&rules).ok().map(|terms| terms.months),
        instalment: then.as_ref().map(|then| then.budget.instalment),
        left,
        apart: left.zip(least).map(|(left, least)| left.minus(least)).transpose()?,
        opinion: dossier.assessment.opinion.map(|opinion| lowered(opinion.label())).unwrap_or_default(),
    })
}

fn minutes(desk: &Desk, view: SessionView, head: Letterhead, moment: &Moment) -> Result<Prepared, Failure> {
    let (mut opening, mut dossiers, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    for paragraph in view.minutes.paragraphs {
        let part = if paragraph.is_of_a_dossier {
            &mut dossiers
        } else if dossiers.is_empty() {
            &mut opening
        } else {
            &mut rest
        };
        part.push(paragraph.text);
    }
    let (session, sessions) =
        desk.read(|reader| Ok::<_, Failure>((found_session(reader, view.session.id)?, reader.sessions()?)))?;
    let decisions = view.agenda.iter().map(|row| decided(desk, row, &session, moment));
    let decisions = decisions.collect::<Result<Vec<_>, Failure>>()?;
    // Closed on facts that changed since, they are printed as they were closed.
    let (decisions, dossiers) = if view.minutes.changed { (Vec::new(), dossiers) } else { (decisions, Vec::new()) };
    let closed = view.minutes.closed;
    let signing = [("La présidence", "présid"), ("Le secrétariat", "secrétaire"), ("Le rapport", "rapport")];
    let signing = signing.map(|(quality, role)| {
        let who = view.attendees.iter().find(|row| row.fields.role.to_lowercase().contains(role));
        (quality.to_owned(), who.map(|row| row.fields.name.clone()).unwrap_or_default())
    });
    let voting = || view.attendees.iter().filter(|row| !row.fields.listens);
    let present = voting().filter(|row| row.fields.attendance == Attendance::Present.key()).count();
    let minutes = SessionMinutes {
        quorum: (present > 0).then(|| (present, voting().count())),
        printed_on: moment.today,
        session: view.session.title,
        number: session.number_among(&sessions),
        state: if closed.is_empty() { "Projet, pas encore clos".to_owned() } else { closed },
        opening,
        dossiers,
        decisions,
        rest,
        signing: signing.to_vec(),
    };
    let print: Printer = Box::new(move |_| Ok(session_minutes::render(&minutes, &head)?));
    Ok(Prepared { version: 1, missing: Vec::new(), state: "à jour".to_owned(), print })
}

/// What a session decided of a dossier, in one word, and what follows from it.
fn decided(
    desk: &Desk,
    row: &AgendaRow,
    session: &CommitteeSession,
    moment: &Moment,
) -> Result<DossierDecided, Failure> {
    let held = Held::of(desk, row.dossier)?;
    let subject = held.subject(Naming::Named, None, moment);
    let facts = &subject.dossier.facts;
    let matter = SessionMatter::from(row.matter);
    let heard = facts.standing().find_map(|row| {
        let Fact::SessionHeard(heard) = &row.fact else { return None };
        ((heard.session, heard.matter) == (session.id, matter)).then_some(heard)
    });
    let oriented = facts.standing().find_map(|row| {
        let Fact::OrientationDecided(decided) = &row.fact else { return None };
        (decided.session == Some(session.id)).then_some(decided)
    });
    let letter = agenda_letter(row.place);
    let (word, next) = match (heard.map(|heard| heard.result), matter, oriented.map(|one| (one, one.direction))) {
        (None, _, _) => ("pas encore vu", String::new()),
        (Some(HearingResult::Adjourned), _, _) => {
            ("ajourné", format!("Présenter le dossier {letter} à une autre séance"))
        }
        (Some(HearingResult::TakenOff), _, _) => ("retiré de l’ordre du jour", String::new()),
        (Some(HearingResult::Decided), SessionMatter::Refund, _) => match facts.course().refund {
            Some((_, refund)) if refund.granted => ("accordé", format!("Payer le remboursement du dossier {letter}")),
            Some(_) => ("écarté", format!("Écrire à la personne du dossier {letter}")),
            None => ("à noter au dossier", String::new()),
        },
        (Some(HearingResult::Decided), SessionMatter::Request, Some((decided, Direction::Submit))) => {
            let next = format!("Transmettre le dossier {letter} à la banque");
            if decided.condition(ConditionFor::Office).is_some() {
                let next = format!("Lever la réserve du dossier {letter}, puis le transmettre à la banque");
                (decided.agreement(), next)
            } else if session.grants(subject.settings) {
                ("accordé", format!("Préparer la signature du dossier {letter}"))
            } else if decided.condition(ConditionFor::Lender).is_some() {
                (decided.agreement(), format!("{next}, avec sa condition"))
            } else {
                (decided.agreement(), next)
            }
        }
        (Some(HearingResult::Decided), SessionMatter::Request, Some((_, Direction::Redirect))) => {
            ("autre solution", format!("Appeler la personne du dossier {letter}, puis lui écrire"))
        }
        (Some(HearingResult::Decided), SessionMatter::Request, Some((_, Direction::Inadmissible))) => {
            ("irrecevable", format!("Écrire à la personne du dossier {letter}"))
        }
        (Some(HearingResult::Decided), SessionMatter::Request, None) => ("à noter au dossier", String::new()),
    };
    let hearing = row.hearing.as_ref();
    let amount = row.amount.as_ref().map(|amount| format!(", {}", amount.text)).unwrap_or_default();
    let said = hearing.map(|hearing| {
        let opinions = hearing
            .opinions
            .iter()
            .filter(|opinion| !opinion.ends_with(WITHDRAWN))
            .map(|opinion| format!("{}.", opinion.trim_end_matches('.')));
        let said = [hearing.applicant.clone(), hearing.note.clone()].into_iter().chain(opinions);
        said.filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" ")
    });
    Ok(DossierDecided {
        called: format!("{letter} ({})", row.reference),
        asked: format!("{}{amount}, {}", lowered(matter.label()), lowered(&row.project)),
        decided: word.to_owned(),
        why: hearing.map(|hearing| hearing.conditions.clone()).unwrap_or_default(),
        said: said.unwrap_or_default(),
        withdrawn: heard.into_iter().flat_map(SessionHeard::withdrawn).map(str::to_owned).collect(),
        voices: heard.and_then(SessionHeard::voices).map(|voices| [voices.favourable, voices.against, voices.reserved]),
        next,
    })
}
