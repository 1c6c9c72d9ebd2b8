//! The story as its room shows it: the newest day first, one sentence a fact, what was corrected beside it.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::dossier::{Dossier, Fact, FactId, FactKind, Precision, Recorded};
use domain::line::Line;
use domain::settings::Settings;
use domain::words::{
    self, capital, counted, known_date, known_date_typed, long_date, lowered, on_known_date, screen_date, spaced,
};

use super::kinds::{filters_of, is_small, is_turning_point};
use super::lines::told;
use super::shapes::{StoryCorrection, StoryDay, StoryFilter, StoryLine, StoryTone, StoryView, TimeSpent};
use crate::access_journal::{GivenOut, given_out};
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;

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
        let since = placed.last().map(|one| (one.on, one.precision));
        let filters = filters(&placed);
        StoryView {
            dossier: self.dossier.id,
            sentence: self.summed_up(facts, since),
            corrections: self.corrections(rows),
            time: self.time().0,
            time_total: self.time().1,
            filters,
            days: self.days(placed),
        }
    }

    /// `12 faits en 34 jours`; since a year, since this day, where there are no days to count.
    fn summed_up(&self, facts: usize, since: Option<(NaiveDate, Precision)>) -> String {
        let facts = counted(u64::try_from(facts).unwrap_or_default(), "fait", "faits");
        let days = |first: NaiveDate| self.moment.today.signed_duration_since(first).num_days();
        spaced(&match since {
            Some((first, known)) if known != Precision::Day => format!("{facts} depuis {}", known_date(first, known)),
            Some((first, _)) if days(first) > 0 => {
                format!("{facts} en {}", counted(u64::try_from(days(first)).unwrap_or_default(), "jour", "jours"))
            }
            Some(_) | None => format!("{facts} aujourd’hui"),
        })
    }

    fn fact(&self, row: &Recorded) -> Placed {
        let (sentence, detail) = told(&row.fact, self.settings);
        let old = row.replaces.and_then(|id| self.dossier.facts.recorded().iter().find(|other| other.id == id));
        let before = old.map(|old| self.difference(old, row)).unwrap_or_default();
        let entered = self.entered.get(&row.id).copied();
        let on = row.fact.day();
        let same_day = entered.filter(|at| self.moment.day_of(*at) == on && row.replaces.is_none());
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
                hour: same_day.map(|at| self.moment.hour_of(at)).unwrap_or_default(),
                sentence,
                detail,
                before,
                reason: self.reasons.get(&row.id).map(|reason| spaced(reason.as_str())).unwrap_or_default(),
                effects: old.map(|old| self.effects(old, row)).unwrap_or_default(),
                tone,
                filters: filters_of(&row.fact, tone).into_iter().map(str::to_owned).collect(),
                retracted: row.retracted,
                on: known_date_typed(on, row.precision),
                has_words: words.is_some(),
                words: words.map(|words| words.to_string()).unwrap_or_default(),
            },
        }
    }

    /// A paper that left the office, from the journal of accesses.
    fn paper(&self, given: &GivenOut) -> Placed {
        Placed {
            on: self.moment.day_of(given.at),
            precision: Precision::Day,
            order: 0,
            line: StoryLine {
                fact: None,
                hour: self.moment.hour_of(given.at),
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
        let began = self.dossier.facts.taken_over_on();
        fact.kind() != FactKind::TakenOver && began.is_some_and(|on| fact.day() < on)
    }

    /// What a fact said before it was corrected.
    fn difference(&self, old: &Recorded, new: &Recorded) -> String {
        if new.retracted {
            return String::new();
        }
        let ((was, said), (is, says)) = (told(&old.fact, self.settings), told(&new.fact, self.settings));
        let day = ((old.fact.day(), old.precision) != (new.fact.day(), new.precision))
            .then(|| on_known_date(old.fact.day(), old.precision));
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
            let on = screen_date(self.moment.day_of(given.at), self.moment.today);
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
            let on = self.entered.get(&row.id).map(|at| screen_date(self.moment.day_of(*at), self.moment.today));
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
            let counts = if let Fact::InterviewHeld(held) = &row.fact { held.counts } else { false };
            let sum = match (counts, row.fact.kind() == FactKind::Reviewed) {
                (true, _) => &mut interviews,
                (false, true) => &mut reviews,
                (false, false) => &mut contacts,
            };
            *sum = sum.saturating_add(row.fact.minutes().unwrap_or_default());
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
                None => {
                    let short = match one.precision {
                        Precision::Day => screen_date(one.on, self.moment.today),
                        Precision::Month | Precision::Year => known_date(one.on, one.precision),
                    };
                    days.push(StoryDay { heading, short, lines: vec![one.line] });
                }
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
