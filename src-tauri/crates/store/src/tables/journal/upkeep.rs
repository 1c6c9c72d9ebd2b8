//! Letting go of the lines the law no longer lets be kept, without breaking the chain.
//!
//! Lines only go from the front. The number and the hash of the last one that went are
//! kept as the anchor the chain starts from, under a seal made with the key of the
//! journal: an anchor moved by hand does not answer to it.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::{NAME, START};
use crate::access::{Reader, Writer};
use crate::columns::{write_day, write_moment};
use crate::error::StoreError;
use crate::keys::Key;

/// What keeps lines from being taken out: lifted while the oldest go, put back in the same transaction.
const LIFTED: &str = "DROP TRIGGER access_journal_stays";
const PUT_BACK: &str = "
CREATE TRIGGER access_journal_stays BEFORE DELETE ON access_journal
  BEGIN SELECT RAISE(ABORT, 'the access journal is only added to'); END;
";

/// The most days that an absence adds to the age of a line: a clock set years ahead takes nothing away.
const LONGEST_ABSENCE: i64 = 31;

/// Where the chain starts.
pub(super) struct Start {
    pub(super) seq: i64,
    pub(super) hash: Vec<u8>,
    /// Whether the seal of the anchor is its own.
    pub(super) sound: bool,
}

impl Reader<'_> {
    /// Where the chain starts: before the first line ever, or after the last one let go.
    pub(super) fn journal_start(&self, key: &Key) -> Result<Start, StoreError> {
        let anchor = "SELECT seq, hash, let_go_on, seal FROM journal_anchor";
        let anchor = self.row("journal_anchor", anchor, (), |columns| {
            let (seq, hash, on) =
                (columns.get("seq")?, columns.get::<Vec<u8>>("hash")?, columns.get::<String>("let_go_on")?);
            let sound = seal(key, seq, &hash, &on) == columns.get::<Vec<u8>>("seal")?;
            Ok(Start { seq, hash, sound })
        })?;
        Ok(anchor.unwrap_or_else(|| Start { seq: 0, hash: START.to_vec(), sound: true }))
    }

    /// How many days of use are between two days: a day without a line is one, and an absence counts for so many at
    /// most. A clock that jumps years ahead so ages nothing by years.
    pub(crate) fn days_of_use(&self, from: NaiveDate, to: NaiveDate, longest: i64) -> Result<i64, StoreError> {
        let sql = "SELECT DISTINCT substr(at, 1, 10) AS day FROM access_journal
                   WHERE day > ?1 AND day < ?2 ORDER BY day";
        let mut days = self.rows(NAME, sql, [write_day(from), write_day(to)], |columns| columns.first())?;
        days.push(to);
        let mut last = from;
        Ok(days.into_iter().fold(0, |sum: i64, day: NaiveDate| {
            let gap = day.signed_duration_since(last).num_days().clamp(0, longest);
            last = day;
            sum.saturating_add(gap)
        }))
    }

    /// The first day from which so many days of use have not passed yet.
    fn first_kept(&self, before: NaiveDate, today: NaiveDate) -> Result<NaiveDate, StoreError> {
        let kept = today.signed_duration_since(before).num_days();
        let sql = "SELECT DISTINCT substr(at, 1, 10) AS day FROM access_journal WHERE day < ?1 ORDER BY day";
        let days: Vec<NaiveDate> = self.rows(NAME, sql, [write_day(before)], |columns| columns.first())?;
        for day in days {
            if self.days_of_use(day, today, LONGEST_ABSENCE)? <= kept {
                return Ok(day);
            }
        }
        Ok(before)
    }

    /// The last of the oldest lines that are all older than a moment, with its hash; the newest line never is.
    fn last_to_let_go(&self, older_than: DateTime<Utc>) -> Result<Option<(i64, Vec<u8>)>, StoreError> {
        self.row(
            NAME,
            "SELECT seq, hash FROM access_journal
             WHERE seq < coalesce((SELECT min(seq) FROM access_journal WHERE at >= ?1),
                                  (SELECT max(seq) FROM access_journal))
             ORDER BY seq DESC LIMIT 1",
            [write_moment(older_than)],
            |columns| Ok((columns.get("seq")?, columns.get("hash")?)),
        )
    }

    /// How many lines went, which were the first, and the day the last of them did.
    pub(crate) fn lines_gone(&self) -> Result<Option<(u64, NaiveDate)>, StoreError> {
        self.row("journal_anchor", "SELECT seq, let_go_on FROM journal_anchor", (), |columns| {
            Ok((columns.get::<i64>("seq")?.try_into().unwrap_or_default(), columns.get("let_go_on")?))
        })
    }

    /// Whether lines were let go on a day already.
    fn let_go_on(&self, day: NaiveDate) -> Result<bool, StoreError> {
        Ok(self.number("SELECT count(*) FROM journal_anchor WHERE let_go_on = ?1", [write_day(day)])? > 0)
    }
}

impl Writer<'_> {
    /// Lets the lines older than a moment go, at most once a day; says how many went. A journal whose
    /// chain does not hold is left as it is: it is evidence.
    pub(crate) fn let_journal_go(
        &self,
        older_than: DateTime<Utc>,
        today: NaiveDate,
        key: &Key,
    ) -> Result<u64, StoreError> {
        if self.let_go_on(today)? {
            return Ok(0);
        }
        if self.last_to_let_go(older_than)?.is_none() {
            return Ok(0);
        }
        let kept = self.first_kept(older_than.date_naive(), today)?.and_time(NaiveTime::MIN).and_utc();
        let Some((seq, hash)) = self.last_to_let_go(older_than.min(kept))? else { return Ok(0) };
        if self.broken_journal_line(key)?.is_some() {
            return Ok(0);
        }
        self.run(LIFTED)?;
        let gone = self.change("DELETE FROM access_journal WHERE seq <= ?1", [seq])?;
        self.run(PUT_BACK)?;
        let on = write_day(today);
        let seal = seal(key, seq, &hash, &on);
        self.change(
            "INSERT INTO journal_anchor (id, seq, hash, let_go_on, seal) VALUES (1, ?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash,
                                            let_go_on = excluded.let_go_on, seal = excluded.seal",
            (seq, hash, on, seal),
        )?;
        Ok(u64::try_from(gone).unwrap_or(u64::MAX))
    }
}

impl Writer<'_> {
    /// Seals the anchor under another key; a seal that is not its own stays so, and is still seen.
    pub(super) fn seal_anchor_anew(&self, old: &Key, key: &Key) -> Result<(), StoreError> {
        let start = self.journal_start(old)?;
        let on = self
            .row("journal_anchor", "SELECT let_go_on FROM journal_anchor", (), |columns| columns.first::<String>())?;
        let Some(on) = on.filter(|_| start.sound) else { return Ok(()) };
        let seal = seal(key, start.seq, &start.hash, &on);
        self.change("UPDATE journal_anchor SET seal = ?1", [seal])?;
        Ok(())
    }
}

fn seal(key: &Key, seq: i64, hash: &[u8], on: &str) -> Vec<u8> {
    let mut hasher = blake3::Hasher::new_keyed(key);
    hasher.update(b"anchor");
    hasher.update(&seq.to_le_bytes());
    hasher.update(hash);
    hasher.update(on.as_bytes());
    hasher.finalize().as_bytes().to_vec()
}
