//! Keeping the journal for the legal time: older lines go at opening, at most once a day.

use chrono::Months;
use store::{JournalEntry, Vault};

use app::caller::Moment;
use app::failure::Failure;
use app::settings::settings;

/// Lets go of the lines older than the law lets them be kept, never of those it asks to keep. The store counts the
/// days of use: a clock set years ahead takes nothing away.
pub(crate) fn let_old_lines_go(vault: &mut Vault, moment: &Moment) -> Result<(), Failure> {
    let months = vault.read(|reader| {
        let settings = settings(reader)?;
        let rules = settings.at(moment.today);
        let least = rules.legal_number("access_log_months_min").unwrap_or_default();
        Ok::<_, Failure>(rules.legal_number("access_log_months_max").map(|most| most.max(least)))
    })?;
    let older_than = months.and_then(|months| moment.now.checked_sub_months(Months::new(months)));
    let Some(older_than) = older_than else { return Ok(()) };
    let entry = JournalEntry { call: "let_journal_go", dossier: None, fields: &[], now: moment.now };
    vault.let_journal_go(older_than, moment.today, entry)?;
    Ok(())
}
