//! The access journal under another key: the same lines, chained anew.

use super::{KEEPS, NAME, chained, read};
use crate::access::Writer;
use crate::error::StoreError;
use crate::keys::Key;

impl Writer<'_> {
    /// Chains the lines of the journal anew under another key, from where the journal begins.
    ///
    /// A line that was altered, and those after it, keep the hash they have: a new key hides nothing.
    pub(crate) fn chain_journal_anew(&self, old: &Key, key: &Key) -> Result<(), StoreError> {
        let altered = self.broken_journal_line(old)?.unwrap_or(i64::MAX);
        let mut before = self.journal_start(old)?.hash;
        self.seal_anchor_anew(old, key)?;
        let all = "SELECT * FROM access_journal ORDER BY seq";
        let rows = self.rows(NAME, all, (), read)?;
        self.run("DROP TRIGGER access_journal_keeps")?;
        for row in rows.iter().take_while(|row| row.seq < altered) {
            before = chained(key, &before, row);
            self.change_one(NAME, row.seq, "UPDATE access_journal SET hash = ?1 WHERE seq = ?2", (&before, row.seq))?;
        }
        self.run(KEEPS)
    }
}
