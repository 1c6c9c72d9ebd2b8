//! The story as its room shows it: the newest day first, one sentence a fact, what was corrected beside it.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::dossier::{Dossier, DossierId, Event, Fact, FactId, FactKind, Precision, Recorded};
use domain::line::Line;
use domain::settings::Settings;
use domain::words::{self, capital, counted, long_date, lowered, numeric_date, screen_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::told::told;
use crate::access_journal::{GivenOut, given_out};
use crate::caller::Moment;
use crate::dossiers::{OneDossier, found};
use crate::failure::Failure;
use crate::office::{Desk, settings};
use crate::shown::{hour, local};

/// The story of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StoryView {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// `34 faits en 43 jours.`
    pub sentence: String,
    /// What it is filtered by, with how many lines each; those without a line are left out.
    pub filters: Vec<StoryFilter>,
    /// Its days, the newest first.
    pub days: Vec<StoryDay>,
    /// What was corrected, the last first.
    pub corrections: Vec<StoryCorrection>,
    /// The time spent, kind by kind; empty when none was noted.
    pub time: Vec<TimeSpent>,
    /// The same in all: `4 h 35`.
    pub time_total: String,
}

/// A filter of the story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StoryFilter {
    /// Its key, which lines name; empty for everything.
    pub key: String,
    /// What people read.
    pub label: String,
    /// How many lines it leaves.
    pub count: u32,
}

/// One day of the story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StoryDay {
    /// `Aujourd’hui`, `Vendredi 20 novembre 2026`, `Mars 2024` when the day is not known.
    pub heading: String,
    /// What happened, the last entered first.
    pub lines: Vec<StoryLine>,
}

/// How a line stands in the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StoryTone {
    /// A turning point.
    Key,
    /// Something noted.
    Plain,
    /// Corrected since, or taken back.
    Corrected,
    /// Never printed.
    Private,
    /// A small entry, folded.
    Small,
}

/// One line of the story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StoryLine {
    /// Its fact, as it stands now; nothing for what no fact holds.
    #[ts(type = "number | null")]
    pub fact: Option<FactId>,
    /// The hour it was entered, when it was on its day.
    pub hour: String,
    /// What happened.
    pub sentence: String,
    /// What was said of it.
    pub detail: String,
    /// What it said before, struck.
    pub before: String,
    /// Why it was corrected.
    pub reason: String,
    /// What the correction changed, and what still says the old words.
    pub effects: Vec<String>,
    /// How it stands.
    pub tone: StoryTone,
    /// The filters it belongs to.
    pub filters: Vec<String>,
    /// Whether it was taken back: it never took place.
    pub retracted: bool,
    /// Its day, as its field shows it.
    pub on: String,
    /// Its own words, as their field shows them.
    pub words: String,
    /// Whether it has words of its own.
    pub has_words: bool,
}

/// What was corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StoryCorrection {
    /// What it says now.
    pub sentence: String,
    /// What changed with it.
    pub effects: String,
    /// The day it was corrected.
    pub on: String,
}

/// Time spent on a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TimeSpent {
    /// On what.
    pub label: String,
    /// `1 h 20`.
    pub text: String,
}

const FILTERS: [(&str, &str); 5] = [
    ("contacts", "Échanges"),
    ("decisions", "Décisions"),
    ("papers", "Papiers"),
    ("corrections", "Corrections"),
    ("private", "Jamais imprimées"),
];

/// Shows the story of a dossier.
pub fn story(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<StoryView, Failure> {
    desk.read(|reader| {
        let dossier = found(reader, input.dossier)?;
        let settings = settings(reader)?;
        let told = Told {
            entered: reader.entry_moments(input.dossier)?,
            reasons: reader.correction_reasons(input.dossier)?,
            given: given_out(reader, input.dossier)?,
            dossier: &dossier,
            settings: &settings,
            moment,
        };
        Ok(told.view())
    })
}

/// A line with the place it has in the story.
struct Placed {
    on: NaiveDate,
    precision: Precision,
    order: i64,
    line: StoryLine,
}

struct Told<'t> {
    entered: BTreeMap<FactId, DateTime<Utc>>,
    reasons: BTreeMap<FactId, Line>,
    given: Vec<GivenOut>,
    dossier: &'t Dossier,
    settings: &'t Settings,
    moment: &'t Moment,
}

impl Told<'_> {
    fn view(&self) -> StoryView {
        let rows = self.dossier.facts.recorded();
        let last = rows.iter().filter(|row| !rows.iter().any(|other| other.replaces == Some(row.id)));
        let mut placed: Vec<Placed> =
            last.map(|row| self.fact(row)).chain(self.given.iter().map(|one| self.paper(one))).collect();
        placed.sort_by_key(|one| (std::cmp::Reverse(one.on), std::cmp::Reverse(one.order)));
        let facts = placed.iter().filter(|one| one.line.fact.is_some()).count();
        let first = placed.last().map_or(self.moment.today, |one| one.on);
        let days = self.moment.today.signed_duration_since(first).num_days().max(0);
        let filters = filters(&placed);
        StoryView {
            dossier: self.dossier.id,
            sentence: spaced(&format!(
                "{} en {}",
                counted(u64::try_from(facts).unwrap_or_default(), "fait", "faits"),
                counted(u64::try_from(days).unwrap_or_default(), "jour", "jours")
            )),
            corrections: self.corrections(rows),
            time: self.time().0,
            time_total: self.time().1,
            filters,
            days: self.days(placed),
        }
    }

    fn fact(&self, row: &Recorded) -> Placed {
        let (sentence, detail) = told(&row.fact, self.settings);
        let old = row.replaces.and_then(|id| self.dossier.facts.recorded().iter().find(|other| other.id == id));
        let before = old.map(|old| self.difference(old, row)).unwrap_or_default();
        let entered = self.entered.get(&row.id).copied();
        let on = row.fact.day();
        let same_day = entered.filter(|at| local(*at).date_naive() == on && row.replaces.is_none());
        let tone = self.tone(row);
        let taken = if self.taken_over(&row.fact) { "repris".to_owned() } else { String::new() };
        let detail = [detail, taken].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let words = row.fact.words();
        Placed {
            on,
            precision: row.precision,
            order: row.id.0,
            line: StoryLine {
                fact: Some(row.id),
                hour: same_day.map(hour).unwrap_or_default(),
                sentence,
                detail,
                before,
                reason: self.reasons.get(&row.id).map(|reason| spaced(reason.as_str())).unwrap_or_default(),
                effects: old.map(|old| self.effects(old, row)).unwrap_or_default(),
                tone,
                filters: filters_of(&row.fact, tone).into_iter().map(str::to_owned).collect(),
                retracted: row.retracted,
                on: numeric_date(on),
                has_words: words.is_some(),
                words: words.map(|words| words.to_string()).unwrap_or_default(),
            },
        }
    }

    /// A paper that left the office, from the journal of accesses.
    fn paper(&self, given: &GivenOut) -> Placed {
        let at = local(given.at);
        Placed {
            on: at.date_naive(),
            precision: Precision::Day,
            order: 0,
            line: StoryLine {
                fact: None,
                hour: hour(given.at),
                sentence: capital(&given.what),
                detail: given.detail.clone(),
                before: String::new(),
                reason: String::new(),
                effects: Vec::new(),
                tone: StoryTone::Small,
                filters: vec!["papers".to_owned()],
                retracted: false,
                on: String::new(),
                words: String::new(),
                has_words: false,
            },
        }
    }

    fn tone(&self, row: &Recorded) -> StoryTone {
        if self.is_private(&row.fact) {
            return StoryTone::Private;
        }
        if row.retracted || self.reasons.contains_key(&row.id) {
            return StoryTone::Corrected;
        }
        match (is_turning_point(&row.fact), is_small(&row.fact)) {
            (true, _) => StoryTone::Key,
            (false, true) => StoryTone::Small,
            (false, false) => StoryTone::Plain,
        }
    }

    fn is_private(&self, fact: &Fact) -> bool {
        let Fact::InterviewHeld(held) = fact else { return false };
        let kind = self.settings.lists.interview_kinds.iter().find(|kind| kind.key == held.kind);
        kind.is_some_and(domain::settings::ListEntry::is_private)
    }

    /// Whether a fact took place before the dossier was begun here.
    fn taken_over(&self, fact: &Fact) -> bool {
        let began = self.dossier.facts.standing().find_map(|row| match &row.fact {
            Fact::TakenOver(taken) => Some(taken.on),
            _ => None,
        });
        fact.kind() != FactKind::TakenOver && began.is_some_and(|on| fact.day() < on)
    }

    /// What a fact said before it was corrected.
    fn difference(&self, old: &Recorded, new: &Recorded) -> String {
        if new.retracted {
            return String::new();
        }
        let ((was, said), (is, says)) = (told(&old.fact, self.settings), told(&new.fact, self.settings));
        let day = (old.fact.day() != new.fact.day()).then(|| format!("le {}", long_date(old.fact.day())));
        let what = (was != is).then_some(was);
        let words = (said != says).then_some(said);
        spaced(&what.into_iter().chain(words).chain(day).collect::<Vec<_>>().join(", "))
    }

    /// The bilans that change and the papers that still say the old words.
    fn effects(&self, old: &Recorded, new: &Recorded) -> Vec<String> {
        let mut effects = Vec::new();
        let (was, is) = (old.fact.day().year(), new.fact.day().year());
        let mut years: Vec<i32> = [was, is].into_iter().filter(|year| *year < self.moment.today.year()).collect();
        years.dedup();
        for year in years {
            effects.push(format!("le bilan de {year} est recompté"));
        }
        let between = |at: DateTime<Utc>| {
            self.entered.get(&old.id).is_some_and(|entered| *entered <= at)
                && self.entered.get(&new.id).is_some_and(|corrected| at < *corrected)
        };
        for given in self.given.iter().filter(|given| between(given.at) && !given.detail.is_empty()) {
            let on = screen_date(local(given.at).date_naive(), self.moment.today);
            effects.push(format!("à redonner : {} ({on})", lowered(&given.detail)));
        }
        effects.dedup();
        effects.into_iter().map(|effect| spaced(&effect)).collect()
    }

    fn corrections(&self, rows: &[Recorded]) -> Vec<StoryCorrection> {
        let corrected = rows.iter().rev().filter(|row| self.reasons.contains_key(&row.id));
        let shown = corrected.filter_map(|row| {
            let old = rows.iter().find(|other| Some(other.id) == row.replaces)?;
            let (sentence, _) = told(&row.fact, self.settings);
            let effects = self.effects(old, row);
            let on = self.entered.get(&row.id).map(|at| screen_date(local(*at).date_naive(), self.moment.today));
            let sentence = if row.retracted { format!("{sentence} : n’a pas eu lieu") } else { sentence };
            Some(StoryCorrection {
                sentence: spaced(&sentence),
                effects: if effects.is_empty() { "rien d’autre".to_owned() } else { effects.join(" ; ") },
                on: on.unwrap_or_default(),
            })
        });
        shown.collect()
    }

    fn time(&self) -> (Vec<TimeSpent>, String) {
        let (mut interviews, mut contacts, mut reviews) = (0_u32, 0_u32, 0_u32);
        for row in self.dossier.facts.standing() {
            match &row.fact {
                Fact::InterviewHeld(held) if held.counts => add(&mut interviews, held.minutes),
                Fact::InterviewHeld(held) => add(&mut contacts, held.minutes),
                Fact::Screened(call) => add(&mut contacts, call.minutes),
                Fact::Reviewed(review) => add(&mut reviews, review.minutes),
                _ => {}
            }
        }
        let parts = [("Entretiens", interviews), ("Appels et messages", contacts), ("Points de suivi", reviews)];
        let total = interviews.saturating_add(contacts).saturating_add(reviews);
        let told = parts.into_iter().filter(|(_, minutes)| *minutes > 0);
        let told = told.map(|(label, minutes)| TimeSpent { label: label.to_owned(), text: words::duration(minutes) });
        (told.collect(), if total == 0 { String::new() } else { words::duration(total) })
    }

    fn days(&self, placed: Vec<Placed>) -> Vec<StoryDay> {
        let mut days: Vec<StoryDay> = Vec::new();
        for one in placed {
            let heading = self.heading(one.on, one.precision);
            match days.last_mut().filter(|day| day.heading == heading) {
                Some(day) => day.lines.push(one.line),
                None => days.push(StoryDay { heading, lines: vec![one.line] }),
            }
        }
        days
    }

    fn heading(&self, on: NaiveDate, precision: Precision) -> String {
        spaced(&match precision {
            Precision::Day if on == self.moment.today => "Aujourd’hui".to_owned(),
            Precision::Day => capital(&format!("{} {}", words::weekday_name(on), long_date(on))),
            Precision::Month => capital(&words::month_of(on)),
            Precision::Year => on.year().to_string(),
        })
    }
}

fn add(sum: &mut u32, minutes: Option<u32>) {
    *sum = sum.saturating_add(minutes.unwrap_or_default());
}

fn filters(placed: &[Placed]) -> Vec<StoryFilter> {
    let count = |key: &str| {
        let has = placed.iter().filter(|one| one.line.filters.iter().any(|of| of == key)).count();
        u32::try_from(has).unwrap_or(u32::MAX)
    };
    let all = StoryFilter {
        key: String::new(),
        label: "Tout".to_owned(),
        count: u32::try_from(placed.len()).unwrap_or(u32::MAX),
    };
    let others = FILTERS.into_iter().map(|(key, label)| StoryFilter {
        key: key.to_owned(),
        label: label.to_owned(),
        count: count(key),
    });
    std::iter::once(all).chain(others.filter(|filter| filter.count > 0)).collect()
}

fn filters_of(fact: &Fact, tone: StoryTone) -> Vec<&'static str> {
    let mut of = Vec::new();
    match fact.kind() {
        FactKind::InterviewHeld | FactKind::Screened | FactKind::AppointmentSet | FactKind::Reviewed => {
            of.push("contacts")
        }
        FactKind::DocumentNoted => of.push("papers"),
        FactKind::Noted if matches!(fact, Fact::Noted(noted) if noted.event == Event::LetterSent) => of.push("papers"),
        _ => {}
    }
    if is_turning_point(fact) {
        of.push("decisions");
    }
    match tone {
        StoryTone::Corrected => of.push("corrections"),
        StoryTone::Private => of.push("private"),
        StoryTone::Key | StoryTone::Plain | StoryTone::Small => {}
    }
    of
}

/// What changes where a dossier goes.
fn is_turning_point(fact: &Fact) -> bool {
    const EVENTS: [Event; 4] = [Event::Accelerated, Event::GuaranteeCalled, Event::LoanRepaid, Event::Death];
    match fact.kind() {
        FactKind::RequestReceived
        | FactKind::OrientationDecided
        | FactKind::Submitted
        | FactKind::AgreedInPrinciple
        | FactKind::Refused
        | FactKind::Approved
        | FactKind::ContractSigned
        | FactKind::Disbursed
        | FactKind::RefundDecided
        | FactKind::Withdrawn
        | FactKind::Dropped
        | FactKind::SessionHeard
        | FactKind::Closed => true,
        FactKind::Noted => matches!(fact, Fact::Noted(noted) if EVENTS.contains(&noted.event)),
        _ => false,
    }
}

fn is_small(fact: &Fact) -> bool {
    const EVENTS: [Event; 3] = [Event::TaskDone, Event::TaskPutOff, Event::LetterSent];
    match fact {
        Fact::NextDateSet(_) | Fact::DocumentNoted(_) => true,
        Fact::Noted(noted) => EVENTS.contains(&noted.event),
        _ => false,
    }
}
