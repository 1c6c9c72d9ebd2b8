//! The page of the access journal: who did what, to which dossier, when, the newest first.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::calendar::Toward;
use domain::dossier::DossierId;
use domain::words::{self, counted, spaced};
use serde::{Deserialize, Serialize};
use store::{JournalLine, JournalQuery, JournalVerdict, Reader};
use ts_rs::TS;

use super::words as french;
use crate::copies::doubt_sentence;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// How many lines are given at once.
const PAGE: u64 = 100;

/// A kind of line the page is filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum JournalKind {
    /// A dossier was opened or looked at.
    Shown,
    /// Something was written.
    Changed,
    /// Something left the office: printed, saved, exported.
    GivenOut,
    /// How long dossiers are kept, and erasures.
    Kept,
    /// The office: opened, locked, its secrets, its settings.
    Office,
}

/// Which lines are asked for.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JournalAsked {
    /// The reference of a dossier; every line when empty.
    pub dossier_reference: String,
    /// Only this kind of lines.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<JournalKind>,
    /// Only this day, as typed; every day when empty.
    pub on: String,
    /// How many lines to pass over.
    pub offset: u64,
}

/// The journal as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct JournalView {
    /// At most a hundred lines, the newest first.
    pub lines: Vec<JournalLineView>,
    /// How many were found in all.
    pub found: u64,
    /// What was found, in a sentence.
    pub sentence: String,
    /// Whether the chain is whole; told with the first page.
    pub is_whole: Option<bool>,
    /// The same in a sentence.
    pub chain: String,
    /// What is kept, and how long.
    pub rule: String,
}

/// A line of the journal, worded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct JournalLineView {
    /// Its number.
    pub number: i64,
    /// The moment, in universal time.
    pub at: String,
    /// `9 h 51`, `hier, 17 h 41`, `12 oct. 2025, 9 h 51`.
    pub when: String,
    /// What was done.
    pub what: String,
    /// The dossier, while it exists.
    #[ts(type = "number | null")]
    pub dossier: Option<DossierId>,
    /// Its reference, or that it is gone.
    pub reference: String,
    /// The names of the fields, or which paper.
    pub detail: String,
}

/// Shows a page of the access journal.
pub fn access_journal(desk: &Desk, input: JournalAsked, moment: &Moment) -> Result<JournalView, Failure> {
    let query = asked(desk, &input, moment)?;
    let (lines, found, months) = desk.read(|reader| {
        let (lines, found) = worded(reader, &query, moment)?;
        let months = settings(reader)?.at(moment.today).legal_number("access_log_months_max");
        Ok((lines, found, months))
    })?;
    let verdict = if input.offset == 0 { Some(desk.vault()?.journal_verdict()?) } else { None };
    let chain = verdict.as_ref().map_or_else(String::new, |verdict| match verdict.broken {
        None => whole(verdict, moment),
        Some(line) => format!(
            "Journal altéré à la ligne {line} : à partir de là, des lignes ont été ôtées ou changées hors d’Étrier. \
             Prévenez le délégué à la protection des données."
        ),
    });
    let kept = months.map(|months| format!(" Gardé {}.", counted(months, "mois", "mois"))).unwrap_or_default();
    Ok(JournalView {
        sentence: spaced(&format!("{}.", counted(found, "ligne", "lignes"))),
        lines,
        found,
        is_whole: verdict.map(|verdict| verdict.broken.is_none() && verdict.doubts.is_empty()),
        chain: spaced(&chain),
        rule: spaced(&format!("Des champs, jamais leur contenu.{kept}")),
    })
}

/// What is known of a journal whose lines follow one another.
fn whole(verdict: &JournalVerdict, moment: &Moment) -> String {
    let lines = counted(verdict.lines, "ligne", "lignes");
    if let Some(doubt) = verdict.doubts.first() {
        let short = format!("Journal trop court : {lines} qui se suivent, mais d’autres ont été écrites.");
        return format!("{short} {}", doubt_sentence(doubt, moment));
    }
    let gone = verdict.gone.map(|(gone, on)| {
        let gone = counted(gone, "ligne échue a été retirée", "lignes échues ont été retirées");
        format!(" Avant elles, {gone} (dernière fois : {}).", words::long_date(on))
    });
    format!("Journal intact : {lines}, aucune n’a été ôtée ni changée.{}", gone.unwrap_or_default())
}

/// The query of what was asked, refusals at their fields.
pub(super) fn asked(desk: &Desk, input: &JournalAsked, moment: &Moment) -> Result<JournalQuery, Failure> {
    let reference = input.dossier_reference.trim();
    let dossier = if reference.is_empty() {
        None
    } else {
        let found = desk.read(|reader| Ok(reader.dossier_with_reference(reference)?))?;
        let unknown = || {
            Failure::refused("Aucun dossier n’a cette référence : il a peut-être été effacé.").at("dossier_reference")
        };
        Some(found.ok_or_else(unknown)?)
    };
    let day = reading::date(&input.on, "on", moment, Toward::Past)?;
    Ok(JournalQuery {
        dossier,
        calls: input.kind.map(french::calls_of),
        from: day.map(|day| moment.start_of(day)),
        before: day.and_then(|day| day.succ_opt()).map(|day| moment.start_of(day)),
        offset: input.offset,
        limit: PAGE,
    })
}

/// The lines of a query in French, and how many there are in all.
pub(super) fn worded(
    reader: &Reader<'_>,
    query: &JournalQuery,
    moment: &Moment,
) -> Result<(Vec<JournalLineView>, u64), Failure> {
    let (lines, found) = reader.journal_lines(query)?;
    let named: Vec<DossierId> = lines.iter().filter_map(|line| line.dossier).collect();
    let references = reader.references(&named)?;
    Ok((lines.into_iter().map(|line| view(line, &references, moment)).collect(), found))
}

/// The lines about a dossier, the newest first.
pub fn lines_of(reader: &Reader<'_>, dossier: DossierId, moment: &Moment) -> Result<Vec<JournalLineView>, Failure> {
    let query = JournalQuery { dossier: Some(dossier), limit: u64::MAX, ..JournalQuery::default() };
    Ok(worded(reader, &query, moment)?.0)
}

/// Something that left the office about a dossier.
pub(crate) struct GivenOut {
    /// When.
    pub(crate) at: DateTime<Utc>,
    /// What was done, in words.
    pub(crate) what: String,
    /// Which paper.
    pub(crate) detail: String,
}

/// What left the office about a dossier, the newest first.
pub(crate) fn given_out(reader: &Reader<'_>, dossier: DossierId) -> Result<Vec<GivenOut>, Failure> {
    let calls = Some(french::calls_of(JournalKind::GivenOut));
    let query = JournalQuery { dossier: Some(dossier), calls, limit: u64::MAX, ..JournalQuery::default() };
    let (lines, _) = reader.journal_lines(&query)?;
    let told = lines.into_iter().map(|line| GivenOut {
        at: line.at,
        what: french::call(&line.call).unwrap_or_default(),
        detail: line.fields.iter().map(|field| french::field(field)).collect::<Vec<_>>().join(", "),
    });
    Ok(told.collect())
}

fn view(line: JournalLine, references: &BTreeMap<DossierId, String>, moment: &Moment) -> JournalLineView {
    let known = line.dossier.filter(|dossier| references.contains_key(dossier));
    let reference = match line.dossier {
        None => String::new(),
        Some(dossier) => match references.get(&dossier) {
            Some(reference) => reference.clone(),
            None => spaced(&format!("n° {}, effacé ou annulé", dossier.0)),
        },
    };
    let fields: Vec<String> = line.fields.iter().map(|field| french::field(field)).collect();
    JournalLineView {
        number: line.seq,
        at: line.at.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        when: when(line.at, moment),
        what: french::call(&line.call).unwrap_or(line.call),
        dossier: known,
        reference,
        detail: fields.join(", "),
    }
}

/// `9 h 51` today, `hier, 17 h 41`, else with its day: the time of the office.
fn when(at: DateTime<Utc>, moment: &Moment) -> String {
    let (today, day, time) = (moment.today, moment.day_of(at), moment.hour_of(at));
    let text = if day == today {
        time
    } else if Some(day) == today.pred_opt() {
        format!("hier, {time}")
    } else {
        format!("{}, {time}", words::screen_date(day, today))
    };
    spaced(&text)
}
