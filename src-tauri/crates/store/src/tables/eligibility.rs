//! What the adviser answered, and the checks passed over with a reason.

use std::collections::BTreeMap;

use domain::dossier::DossierId;
use domain::eligibility::{Eligibility, Override};
use domain::line::Line;
use domain::settings::ListKey;

use crate::access::{Reader, Writer};
use crate::columns::Columns;
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
        let sql = "SELECT fact, answer FROM eligibility_answer WHERE dossier = ?1";
        let answer = |columns: &Columns<'_>| Ok((columns.get("fact")?, columns.get("answer")?));
        let answers = self.rows(ANSWER, sql, [dossier.0], answer)?.into_iter().collect();
        let (overrides, lender_answers) = (self.overrides(dossier)?, self.lender_answers(dossier)?);
        Ok(Eligibility { answers, overrides, lender_answers, guarantee_left: None })
    }

    fn lender_answers(&self, dossier: DossierId) -> Result<BTreeMap<(ListKey, ListKey), Line>, StoreError> {
        let sql = "SELECT lender, question, answer FROM agreement_answer WHERE dossier = ?1";
        let answer =
            |columns: &Columns<'_>| Ok(((columns.get("lender")?, columns.get("question")?), columns.get("answer")?));
        Ok(self.rows(LENDER_ANSWERS, sql, [dossier.0], answer)?.into_iter().collect())
    }

    fn overrides(&self, dossier: DossierId) -> Result<BTreeMap<ListKey, Override>, StoreError> {
        let sql = "SELECT check_key, on_date, reason FROM check_override WHERE dossier = ?1";
        let over = |columns: &Columns<'_>| {
            let over = Override { on: columns.get("on_date")?, reason: columns.get("reason")? };
            Ok((columns.get("check_key")?, over))
        };
        Ok(self.rows(OVERRIDE, sql, [dossier.0], over)?.into_iter().collect())
    }
}

impl Writer<'_> {
    /// Writes an answer, or takes it back.
    pub fn set_answer(&self, dossier: DossierId, fact: &ListKey, answer: Option<&ListKey>) -> Result<(), StoreError> {
        if self.eligibility(dossier)?.answers.get(fact) == answer {
            return Ok(());
        }
        if let Some(answer) = answer {
            return self.upsert(ANSWER, values! { dossier: dossier, fact: fact }, values! { answer: answer });
        }
        let gone = "DELETE FROM eligibility_answer WHERE dossier = ?1 AND fact = ?2";
        self.change(gone, (dossier.0, fact.as_str())).map(drop)
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
        if answer.is_empty() {
            let gone = "DELETE FROM agreement_answer WHERE dossier = ?1 AND lender = ?2 AND question = ?3";
            return self.change(gone, (dossier.0, lender.as_str(), question.as_str())).map(drop);
        }
        let keys = values! { dossier: dossier, lender: lender, question: question };
        self.upsert(LENDER_ANSWERS, keys, values! { answer: answer })
    }

    /// Passes over a check with a reason, or comes back to its rule.
    pub fn set_override(&self, dossier: DossierId, check: &ListKey, over: Option<&Override>) -> Result<(), StoreError> {
        if self.overrides(dossier)?.get(check) == over {
            return Ok(());
        }
        if let Some(over) = over {
            let values = values! { on_date: over.on, reason: over.reason };
            return self.upsert(OVERRIDE, values! { dossier: dossier, check_key: check }, values);
        }
        let gone = "DELETE FROM check_override WHERE dossier = ?1 AND check_key = ?2";
        self.change(gone, (dossier.0, check.as_str())).map(drop)
    }
}
