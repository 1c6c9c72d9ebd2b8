//! Keeping the journal for the legal time: older lines go at opening, at most once a day.

use chrono::Months;
use store::{JournalEntry, JournalQuery, Vault};

use app::caller::Moment;
use app::failure::Failure;
use app::settings::settings;

/// Lets go of the lines older than the law lets them be kept, never of those it asks to keep.
///
/// Called before the opening itself is noted: the age of a line is counted from the day or from the line that was the
/// newest until then, whichever is earlier, so that a clock set years ahead by mistake takes nothing away.
pub(crate) fn let_old_lines_go(vault: &mut Vault, moment: &Moment) -> Result<(), Failure> {
    let (months, newest) = vault.read(|reader| {
        let settings = settings(reader)?;
        let rules = settings.at(moment.today);
        let least = rules.legal_number("access_log_months_min").unwrap_or_default();
        let months = rules.legal_number("access_log_months_max").map(|most| most.max(least));
        let (lines, _) = reader.journal_lines(&JournalQuery { limit: 1, ..JournalQuery::default() })?;
        Ok::<_, Failure>((months, lines.first().map(|line| line.at)))
    })?;
    let (Some(months), Some(newest)) = (months, newest) else { return Ok(()) };
    let Some(older_than) = newest.min(moment.now).checked_sub_months(Months::new(months)) else { return Ok(()) };
    let entry = JournalEntry { call: "let_journal_go", dossier: None, fields: &[], now: moment.now };
    vault.let_journal_go(older_than, moment.today, entry)?;
    Ok(())
}
