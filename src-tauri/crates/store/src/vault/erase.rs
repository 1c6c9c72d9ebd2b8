//! Erasing dossiers: one transaction after which nothing in the database names the person.
//!
//! Undo is emptied altogether: its images are of any table. What the bilans count may stay, without name, reference
//! or day of birth. The register keeps a line, and the journal the number of the dossier.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::dossier::DossierId;
use domain::person::PersonId;
use domain::report::{ReportRow, report_row};
use domain::retention::{ErasedCounts, Erasure, ErasureReason};
use domain::settings::SurveyQuestion;
use rusqlite::TransactionBehavior;

use super::Vault;
use crate::access::{JournalEntry, Reader, Writer};
use crate::disk;
use crate::error::StoreError;
use crate::folder::piece_path;
use crate::tables::line::DossierQuery;
use crate::tables::undo::Tracked;

/// What is to be erased, and what the register says of it.
#[derive(Clone, Debug)]
pub struct ErasureOrder {
    /// Whose dossiers they are.
    pub person: PersonId,
    /// The dossiers: some of the person's, or all of them, which erases the person too.
    pub dossiers: Vec<DossierId>,
    /// Why.
    pub reason: ErasureReason,
    /// The day it was decided.
    pub decided_on: NaiveDate,
    /// The last contact of the latest of them.
    pub last_contact: NaiveDate,
    /// The day from which it was to be decided.
    pub due_on: NaiveDate,
    /// When the copy made before it had been reopened and counted.
    pub copied_at: Option<DateTime<Utc>>,
    /// Whether the bilans go on counting them, without a name or a reference.
    pub keeps_figures: bool,
    /// The questionnaire: of what is kept, the answers that were choices stay.
    pub survey: Vec<SurveyQuestion>,
    /// The day no copy of this computer holds them any longer.
    pub gone_from_copies_on: NaiveDate,
}

impl Vault {
    /// Erases dossiers, all or nothing, and gives the line of the register. The encrypted files attached to them are
    /// deleted once their keys are gone; one that stays is unreadable.
    pub fn erase(&mut self, order: &ErasureOrder, call: &str, now: DateTime<Utc>) -> Result<Erasure, StoreError> {
        let (erasure, pieces) = self.within(TransactionBehavior::Immediate, |writer| {
            let words = words_of(writer, order.person)?;
            let mut counts = ErasedCounts::default();
            let (mut references, mut pieces) = (Vec::new(), Vec::new());
            writer.let_go(&self.tracked)?;
            for id in order.dossiers.iter().copied() {
                let gone = StoreError::Gone { table: "dossier", row: id.0 };
                let dossier = writer.dossier(id)?.ok_or(gone)?;
                if order.keeps_figures {
                    writer.keep_past_row(&without_a_name(report_row(&dossier), &order.survey))?;
                }
                references.push(dossier.reference);
                pieces.extend(writer.pieces_of(id)?);
                count(writer, &self.tracked, id, &mut counts)?;
                counts.rows = counts.rows.saturating_add(writer.erase_rows(&self.tracked, id)?);
            }
            counts.people = u64::from(writer.erase_person(order.person)?);
            counts.rows = counts.rows.saturating_add(counts.people);
            writer.drop_drafts_with(&words.last_name)?;
            writer.follow_again(&self.tracked)?;
            let found_after = words.found_after(writer, order.person)?;
            let number = writer.next_erasure(now.year())?;
            let erasure = self.signed(Erasure {
                number,
                person: order.person.0,
                references,
                last_contact: order.last_contact,
                due_on: order.due_on,
                reason: order.reason,
                decided_on: order.decided_on,
                erased_at: now,
                copied_at: order.copied_at,
                counts,
                figures_kept: order.keeps_figures,
                found_after,
                gone_from_copies_on: order.gone_from_copies_on,
                fingerprint: String::new(),
            })?;
            writer.register_erasure(&erasure)?;
            self.journal_erasure(writer, order, &erasure, call)?;
            Ok::<_, StoreError>((erasure, pieces))
        })?;
        for piece in pieces {
            // Its key is gone with its row: what a full disk or another program keeps of it opens to nobody.
            let _ = disk::remove_file(piece_path(&self.folder.pieces(), &piece));
        }
        Ok(erasure)
    }

    /// Writes the whole database anew, without the room of what was erased. Deleted rows are overwritten as they go;
    /// this leaves nothing to be read between the rows either.
    pub fn compact(&mut self) -> Result<(), StoreError> {
        self.with_connection(|connection| {
            self.health.watch(connection.execute_batch("VACUUM").map_err(StoreError::from))
        })
    }

    /// The register's line with its fingerprint: nobody without the key of the journal makes it anew.
    fn signed(&self, erasure: Erasure) -> Result<Erasure, StoreError> {
        let unwritten = StoreError::RowDamaged { table: "erasure", row: 0, column: "body" };
        let body = serde_json::to_vec(&erasure).map_err(|_| unwritten)?;
        let hash = blake3::keyed_hash(&self.keys.journal, &body);
        let groups: Vec<String> = hash
            .as_bytes()
            .chunks(2)
            .take(4)
            .map(|pair| pair.iter().map(|byte| format!("{byte:02X}")).collect())
            .collect();
        Ok(Erasure { fingerprint: groups.join(" "), ..erasure })
    }

    /// Whether a line of the register is as it was written.
    pub fn is_own_erasure(&self, erasure: &Erasure) -> Result<bool, StoreError> {
        let unsigned = Erasure { fingerprint: String::new(), ..erasure.clone() };
        Ok(self.signed(unsigned)?.fingerprint == erasure.fingerprint)
    }

    /// One line of the journal for each dossier: its number, the number of the erasure and its fingerprint.
    fn journal_erasure(
        &self,
        writer: &Writer<'_>,
        order: &ErasureOrder,
        erasure: &Erasure,
        call: &str,
    ) -> Result<(), StoreError> {
        let number = format!("erasure_{}", erasure.number.replace('-', "_"));
        let fingerprint = format!("fingerprint_{}", erasure.fingerprint.replace(' ', "_").to_lowercase());
        for dossier in order.dossiers.iter().copied() {
            let fields = [number.as_str(), fingerprint.as_str()];
            let entry = JournalEntry { call, dossier: Some(dossier), fields: &fields, now: erasure.erased_at };
            writer.add_to_journal(&entry, &self.keys.journal)?;
        }
        Ok(())
    }
}

/// The words by which a person is looked for once erased.
struct Words {
    name: String,
    last_name: String,
}

impl Words {
    /// How many dossiers of others have the same words.
    fn found_after(&self, reader: &Reader<'_>, person: PersonId) -> Result<u64, StoreError> {
        let query = DossierQuery {
            search: self.name.clone(),
            phase: None,
            among: None,
            archived: None,
            offset: 0,
            limit: u64::MAX,
        };
        let theirs = reader.dossiers_of(person)?;
        let (found, _) = reader.dossier_lines(&query)?;
        let others = found.iter().filter(|(dossier, _)| !theirs.contains(dossier)).count();
        Ok(u64::try_from(others).unwrap_or(u64::MAX))
    }
}

fn words_of(reader: &Reader<'_>, person: PersonId) -> Result<Words, StoreError> {
    let known = reader.person(person)?.ok_or(StoreError::Gone { table: "person", row: person.0 })?;
    Ok(Words { name: format!("{} {}", known.first_name, known.last_name), last_name: known.last_name.to_string() })
}

fn count(
    reader: &Reader<'_>,
    tracked: &[Tracked],
    dossier: DossierId,
    counts: &mut ErasedCounts,
) -> Result<(), StoreError> {
    counts.dossiers = counts.dossiers.saturating_add(1);
    counts.journal_lines = counts.journal_lines.saturating_add(reader.journal_lines_about(dossier)?);
    for table in tracked {
        let counted = match table.name {
            "fact" => &mut counts.facts,
            "budget_line" => &mut counts.budget_lines,
            "attachment" => &mut counts.pieces,
            "kept_paper" => &mut counts.papers,
            _ => continue,
        };
        *counted = counted.saturating_add(reader.rows_about(table, dossier)?);
    }
    Ok(())
}

/// A row of the bilans that names nobody: of the birth, the year alone; of what was answered, the choices.
fn without_a_name(row: ReportRow, survey: &[SurveyQuestion]) -> ReportRow {
    let row = row.with_choices_alone(survey);
    let born_on = row.born_on.and_then(|day| NaiveDate::from_ymd_opt(day.year(), 1, 1));
    ReportRow { born_on, feedback: None, feedback_sent: None, ..row }
}
