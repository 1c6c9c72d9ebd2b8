//! The dossiers whose time in the active base is over, to be decided one by one.

use chrono::Datelike;
use domain::dossier::DossierId;
use domain::retention::{Retention, RetentionDecision, RetentionKind, due_on, rest, silent_since};
use domain::settings::RulesAt;
use domain::words::{self, counted, spaced};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use super::register::{CertificateView, certificate};
use crate::dossiers::found;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;
use app::shapes::Day;

/// How many rows are given at once.
const PAGE: u64 = 100;

/// Which page of the list.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetentionAsked {
    /// How many rows to pass over.
    #[serde(default)]
    #[ts(optional, as = "Option<u64>")]
    pub offset: u64,
}

/// The dossiers whose time is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RetentionView {
    /// At most a hundred rows, the oldest contact first.
    pub rows: Vec<RetentionRow>,
    /// How many there are in all.
    pub found: u64,
    /// The same in a sentence.
    pub sentence: String,
    /// How many dossiers are archived.
    pub archived: u64,
    /// The rule, in a sentence.
    pub rule: String,
    /// Where the rule comes from.
    pub source: String,
    /// The last erasure.
    pub last_erasure: Option<CertificateView>,
}

/// A dossier whose time is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RetentionRow {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its reference.
    pub reference: String,
    /// Who asked.
    pub name: String,
    /// How it ended.
    pub ended: String,
    /// The last contact with the person.
    pub last_contact: Day,
    /// The day from which someone has to decide.
    pub since: Day,
    /// What was decided before, in a sentence; empty when nothing was.
    pub decided: String,
}

/// Lists the dossiers whose time is over.
pub fn retention_list(desk: &Desk, input: RetentionAsked, moment: &Moment) -> Result<RetentionView, Failure> {
    let (rows, found, archived, rule, last) = desk.read(|reader| {
        let settings = settings(reader)?;
        let rules = settings.at(moment.today);
        let years = rules.retention_years();
        let since = silent_since(moment.today, years);
        let (lines, found) = reader.silent_lines(since, moment.today, input.offset, PAGE)?;
        let rows: Result<Vec<_>, Failure> = lines.into_iter().map(|(id, _)| row(reader, id, years, moment)).collect();
        let value = rules.legal.at("after_active_retention", moment.today);
        let source = value.map(|value| value.source.clone()).unwrap_or_default();
        Ok((rows?, found, reader.count_archived()?, (years, source), reader.erasures()?.into_iter().next()))
    })?;
    let (years, source) = rule;
    let due = counted(found, "dossier arrivé", "dossiers arrivés");
    let sentence = match found {
        0 => "Aucun dossier n’est arrivé à échéance.".to_owned(),
        _ => format!("{due} à échéance, décision à prendre un par un."),
    };
    let rule = format!(
        "{} après le dernier contact, un prêt en cours étant un contact ; puis archive seulement si un besoin est \
         écrit. Rien ne s’efface tout seul.",
        counted(years, "an", "ans")
    );
    Ok(RetentionView {
        rows,
        found,
        sentence: spaced(&sentence),
        archived,
        rule: spaced(&rule),
        source: spaced(&source),
        last_erasure: last.map(|erasure| certificate(desk, &erasure, moment)).transpose()?,
    })
}

/// How many dossiers are to be decided, unless a decision or an erasure was made this month already.
pub(crate) fn due_this_month(reader: &Reader<'_>, rules: &RulesAt<'_>, moment: &Moment) -> Result<u64, Failure> {
    let since = silent_since(moment.today, rules.retention_years());
    let (_, found) = reader.silent_lines(since, moment.today, 0, 0)?;
    if found == 0 {
        return Ok(0);
    }
    let first = moment.today.with_day(1).unwrap_or(moment.today);
    Ok(if reader.retention_decided_since(first)? { 0 } else { found })
}

/// What was decided last of how long a dossier is kept, in a sentence.
pub fn kept_sentence(decision: &RetentionDecision) -> String {
    let on = words::long_date(decision.decided_on);
    let because = if decision.reason.is_empty() { String::new() } else { format!(" : {}", decision.reason) };
    spaced(&match (decision.kind, decision.until) {
        (RetentionKind::Archived, _) => format!("Archivé le {on}{because}"),
        (RetentionKind::Extended, Some(until)) => {
            format!("Prolongé le {on} jusqu’au {}{because}", words::long_date(until))
        }
        (RetentionKind::Extended, None) => format!("Prolongé le {on}{because}"),
        (RetentionKind::TakenBack, _) => format!("Décision annulée le {on}"),
    })
}

fn row(reader: &Reader<'_>, id: DossierId, years: u32, moment: &Moment) -> Result<RetentionRow, Failure> {
    let dossier = found(reader, id)?;
    let last_contact = domain::retention::last_contact(&dossier);
    let since = match dossier.retained(years, moment.today) {
        Retention::Due { since } => since,
        Retention::Active { due_on } => due_on,
        Retention::Archived { .. } => due_on(last_contact, years),
    };
    Ok(RetentionRow {
        dossier: id,
        reference: dossier.reference.clone(),
        name: dossier.person.display_name(),
        ended: spaced(&rest(&dossier, moment.today).words()),
        last_contact: Day::full(last_contact),
        since: Day::full(since),
        decided: dossier.retention.as_ref().map(kept_sentence).unwrap_or_default(),
    })
}
