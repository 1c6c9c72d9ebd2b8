//! What the adviser answered, and the checks passed over with a reason.

use std::collections::BTreeMap;

use domain::dossier::DossierId;
use domain::eligibility::{Eligibility, Override};
use domain::line::Line;
use domain::settings::ListKey;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE eligibility_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  fact TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer <> ''),
  UNIQUE (dossier, fact)
) STRICT;
CREATE TABLE check_override (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  check_key TEXT NOT NULL,
  on_date TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  UNIQUE (dossier, check_key)
) STRICT;
";

/// What lenders ask of their own, answered in a dossier.
pub(crate) const LENDER_ANSWER: &str = "
CREATE TABLE agreement_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  lender TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer <> ''),
  UNIQUE (dossier, lender, question)
) STRICT;
";

const ANSWER: &str = "eligibility_answer";
const OVERRIDE: &str = "check_override";
const LENDER_ANSWERS: &str = "agreement_answer";

impl Reader<'_> {
    /// What was answered and passed over in a dossier; empty when nothing was.
    pub fn eligibility(&self, dossier: DossierId) -> Result<Eligibility, StoreError> {
        let sql = "SELECT id, fact, answer FROM eligibility_answer WHERE dossier = ?1";
        let answer = |columns: &Columns<'_>| Ok((columns.key(1)?, columns.key(2)?));
        let answers = self.rows(ANSWER, sql, [dossier.0], answer)?.into_iter().collect();
        let (overrides, lender_answers) = (self.overrides(dossier)?, self.lender_answers(dossier)?);
        Ok(Eligibility { answers, overrides, lender_answers, guarantee_left: None })
    }

    fn lender_answers(&self, dossier: DossierId) -> Result<BTreeMap<(ListKey, ListKey), Line>, StoreError> {
        let sql = "SELECT id, lender, question, answer FROM agreement_answer WHERE dossier = ?1";
        let answer = |columns: &Columns<'_>| Ok(((columns.key(1)?, columns.key(2)?), columns.line(3)?));
        Ok(self.rows(LENDER_ANSWERS, sql, [dossier.0], answer)?.into_iter().collect())
    }

    fn overrides(&self, dossier: DossierId) -> Result<BTreeMap<ListKey, Override>, StoreError> {
        let sql = "SELECT id, check_key, on_date, reason FROM check_override WHERE dossier = ?1";
        let over =
            |columns: &Columns<'_>| Ok((columns.key(1)?, Override { on: columns.day(2)?, reason: columns.prose(3)? }));
        Ok(self.rows(OVERRIDE, sql, [dossier.0], over)?.into_iter().collect())
    }
}

impl Writer<'_> {
    /// Writes an answer, or takes it back.
    pub fn set_answer(&self, dossier: DossierId, fact: &ListKey, answer: Option<&ListKey>) -> Result<(), StoreError> {
        if self.eligibility(dossier)?.answers.get(fact) == answer {
            return Ok(());
        }
        match answer {
            Some(answer) => self.change(
                "INSERT INTO eligibility_answer (dossier, fact, answer) VALUES (?1, ?2, ?3)
                 ON CONFLICT (dossier, fact) DO UPDATE SET answer = excluded.answer",
                (dossier.0, fact.as_str(), answer.as_str()),
            )?,
            None => self.change(
                "DELETE FROM eligibility_answer WHERE dossier = ?1 AND fact = ?2",
                (dossier.0, fact.as_str()),
            )?,
        };
        Ok(())
    }

    /// Writes the answer to a lender's own question; an empty one is taken back.
    pub fn set_lender_answer(
        &self,
        dossier: DossierId,
        (lender, question): (&ListKey, &ListKey),
        answer: &Line,
    ) -> Result<(), StoreError> {
        let before = self.lender_answers(dossier)?;
        let before = before.get(&(lender.clone(), question.clone()));
        if before.map_or("", |before| before.as_str()) == answer.as_str() {
            return Ok(());
        }
        let key = (dossier.0, lender.as_str(), question.as_str());
        if answer.is_empty() {
            self.change("DELETE FROM agreement_answer WHERE dossier = ?1 AND lender = ?2 AND question = ?3", key)?;
            return Ok(());
        }
        self.change(
            "INSERT INTO agreement_answer (dossier, lender, question, answer) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (dossier, lender, question) DO UPDATE SET answer = excluded.answer",
            (key.0, key.1, key.2, answer.as_str()),
        )?;
        Ok(())
    }

    /// Passes over a check with a reason, or comes back to its rule.
    pub fn set_override(&self, dossier: DossierId, check: &ListKey, over: Option<&Override>) -> Result<(), StoreError> {
        if self.overrides(dossier)?.get(check) == over {
            return Ok(());
        }
        match over {
            Some(over) => self.change(
                "INSERT INTO check_override (dossier, check_key, on_date, reason) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (dossier, check_key) DO UPDATE SET on_date = excluded.on_date, reason = excluded.reason",
                (dossier.0, check.as_str(), write_day(over.on), over.reason.as_str()),
            )?,
            None => self.change(
                "DELETE FROM check_override WHERE dossier = ?1 AND check_key = ?2",
                (dossier.0, check.as_str()),
            )?,
        };
        Ok(())
    }
}
