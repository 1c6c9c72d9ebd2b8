//! Dated facts: rows are added, never changed; a correction names what it replaces.
//!
//! What every fact shares is columns. What a kind says in its own words is one JSON
//! object: there are many kinds, each with its own words, and none is searched by
//! them here. The body is what serde makes of the variant, so it is read by the same
//! rules as it was typed, or not at all.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::dossier::{DossierId, Fact, FactId, FactKind, Precision, Recorded};
use domain::line::Line;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day, write_moment};
use crate::error::StoreError;

/// What a session was asked or said of a refund is found for each loan that is over without reading its facts.
pub(crate) const TABLE: &str = concat!(
    "
CREATE TABLE fact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  kind TEXT NOT NULL CHECK (",
    one_of!("kind":
        "taken_over", "request_received", "screened", "informed", "appointment_set", "interview_held",
        "document_noted", "session_listed", "session_heard", "agreed_in_principle", "refused",
        "refusal_explained", "approved", "orientation_decided", "submitted", "support_planned",
        "contract_signed", "disbursed", "amended", "declared", "reviewed", "noted", "survey_answered",
        "bank_details_received", "refund_decided", "withdrawn", "dropped", "closed", "next_date_set"
    ),
    "),
  on_date TEXT NOT NULL,
  precision TEXT NOT NULL DEFAULT 'day' CHECK (",
    one_of!("precision": "day", "month", "year"),
    "),
  replaces INTEGER UNIQUE REFERENCES fact (id),
  recorded_at TEXT NOT NULL,
  reason TEXT CHECK (reason IS NULL OR replaces IS NOT NULL),
  body TEXT NOT NULL CHECK (json_valid(body)),
  retracted INTEGER NOT NULL DEFAULT 0 CHECK (retracted IN (0, 1) AND (retracted = 0 OR replaces IS NOT NULL))
) STRICT;
CREATE INDEX fact_dossier ON fact (dossier);
CREATE INDEX fact_of_sessions ON fact (dossier) WHERE kind IN ('refund_decided', 'session_listed');
",
);

const NAME: &str = "fact";

impl Reader<'_> {
    /// The facts of a dossier, the oldest first, corrected ones included.
    pub fn facts(&self, dossier: DossierId) -> Result<Vec<Recorded>, StoreError> {
        self.rows(NAME, "SELECT * FROM fact WHERE dossier = ?1 ORDER BY id", [dossier.0], read)
    }

    /// The dossiers whose author of a questionnaire agreed once to be quoted.
    pub fn dossiers_quotable(&self) -> Result<Vec<DossierId>, StoreError> {
        let sql = "SELECT DISTINCT dossier FROM fact WHERE kind = 'survey_answered' AND body ->> '$.may_be_quoted' = 1
                   ORDER BY dossier";
        self.rows(NAME, sql, [], |columns| columns.first())
    }

    /// When each fact of a dossier was entered.
    pub fn entry_moments(&self, dossier: DossierId) -> Result<BTreeMap<FactId, DateTime<Utc>>, StoreError> {
        let sql = "SELECT id, recorded_at FROM fact WHERE dossier = ?1";
        let moment = |columns: &Columns<'_>| Ok((columns.get("id")?, columns.get("recorded_at")?));
        Ok(self.rows(NAME, sql, [dossier.0], moment)?.into_iter().collect())
    }

    /// Why the corrections of a dossier were made, by the number of the correction.
    pub fn correction_reasons(&self, dossier: DossierId) -> Result<BTreeMap<FactId, Line>, StoreError> {
        let sql = "SELECT id, reason FROM fact WHERE dossier = ?1 AND reason IS NOT NULL ORDER BY id";
        let reason = |columns: &Columns<'_>| Ok((columns.get("id")?, columns.get("reason")?));
        Ok(self.rows(NAME, sql, [dossier.0], reason)?.into_iter().collect())
    }
}

impl Writer<'_> {
    /// Records a fact and gives its number; `replaces` is the fact it corrects.
    pub fn insert_fact(
        &self,
        dossier: DossierId,
        replaces: Option<FactId>,
        fact: &Fact,
        now: DateTime<Utc>,
    ) -> Result<FactId, StoreError> {
        self.record(dossier, replaces.map(|replaces| (replaces, None)), (fact, None), now)
    }

    /// Records a fact of which the day is known so exactly, and gives its number; `replaces` is the fact it corrects.
    pub fn insert_known_fact(
        &self,
        dossier: DossierId,
        replaces: Option<FactId>,
        (fact, known): (&Fact, Precision),
        now: DateTime<Utc>,
    ) -> Result<FactId, StoreError> {
        self.record(dossier, replaces.map(|replaces| (replaces, None)), (fact, Some(known)), now)
    }

    /// Records a correction with its reason and gives its number; `replaces` is the fact it corrects. Unless it says how
    /// exactly the day is known, a day left as it is stays as exactly known, another is known to the day.
    pub fn correct_fact(
        &self,
        dossier: DossierId,
        (replaces, reason): (FactId, &Line),
        (fact, known): (&Fact, Option<Precision>),
        now: DateTime<Utc>,
    ) -> Result<FactId, StoreError> {
        self.record(dossier, Some((replaces, Some(reason))), (fact, known), now)
    }

    /// Records that a fact never took place, with the reason, and gives the number of that.
    pub fn retract_fact(
        &self,
        dossier: DossierId,
        (replaces, reason): (FactId, &Line),
        fact: &Fact,
        now: DateTime<Utc>,
    ) -> Result<FactId, StoreError> {
        let id = self.record(dossier, Some((replaces, Some(reason))), (fact, None), now)?;
        self.change_one(NAME, id.0, "UPDATE fact SET retracted = 1 WHERE id = ?1", [id.0])?;
        Ok(id)
    }

    fn record(
        &self,
        dossier: DossierId,
        replaces: Option<(FactId, Option<&Line>)>,
        (fact, known): (&Fact, Option<Precision>),
        now: DateTime<Utc>,
    ) -> Result<FactId, StoreError> {
        let body = body(fact).ok_or(StoreError::RowDamaged { table: NAME, row: 0, column: "body" })?;
        let id = self.insert(
            "INSERT INTO fact (dossier, kind, on_date, precision, replaces, recorded_at, reason, body)
             SELECT ?1, ?2, ?3, COALESCE(?8, (SELECT precision FROM fact WHERE id = ?4 AND on_date = ?3), 'day'),
                    ?4, ?5, ?6, ?7",
            (
                dossier.0,
                fact.kind().key(),
                write_day(fact.day()),
                replaces.map(|(fact, _)| fact.0),
                write_moment(now),
                replaces.and_then(|(_, reason)| reason).map(Line::as_str),
                body,
                known.map(Precision::key),
            ),
        )?;
        Ok(FactId(id))
    }
}

fn read(columns: &Columns<'_>) -> Result<Recorded, StoreError> {
    let kind: FactKind = columns.get("kind")?;
    let whole = format!("{}{}}}", opening(kind), columns.get::<String>("body")?);
    let fact: Fact = serde_json::from_str(&whole).map_err(|_| columns.damaged("body"))?;
    if fact.day() != columns.get("on_date")? {
        return Err(columns.damaged("on_date"));
    }
    Ok(Recorded {
        id: columns.get("id")?,
        replaces: columns.get("replaces")?,
        precision: columns.get("precision")?,
        retracted: columns.get("retracted")?,
        fact,
    })
}

/// What serde makes of a fact, without its kind.
fn body(fact: &Fact) -> Option<String> {
    let whole = serde_json::to_string(fact).ok()?;
    Some(whole.strip_prefix(&opening(fact.kind()))?.strip_suffix('}')?.to_owned())
}

/// How serde begins a fact of a kind; its body comes next, then a brace.
fn opening(kind: FactKind) -> String {
    format!("{{\"kind\":\"{}\",\"body\":", kind.key())
}
