//! The quarantine of an open vault: what is in it and what that holds, what goes.

use chrono::{DateTime, Utc};

use super::{Newer, Vault};
use crate::error::StoreError;
use crate::folder::{QUARANTINE_DAYS, SetAside, Standing};

/// The most days that an absence adds to the age of what is in quarantine: a clock set ahead destroys nothing.
const LONGEST_ABSENCE: i64 = 10;

impl Vault {
    /// What is in quarantine, the oldest first, with what it holds when it opens with the key in use.
    pub fn quarantine(&self) -> Result<Vec<(SetAside, Option<Standing>)>, StoreError> {
        let keys = self.copy_keys();
        let aside = self.folder.quarantine()?.into_iter();
        Ok(aside.map(|aside| (aside.clone(), self.folder.standing_of(&aside, &keys))).collect())
    }

    /// Destroys something in quarantine. Errors: it is not there.
    pub fn destroy_aside(&self, name: &str) -> Result<(), StoreError> {
        self.folder.destroy_aside(name)?;
        self.doubts.borrow_mut().retain(|doubt| !is_about(&doubt.newer, name));
        self.mark_doubts();
        Ok(())
    }

    /// Destroys what has been in quarantine for thirty days of use; never what goes further than the office, before
    /// somebody answered.
    pub(super) fn clear_quarantine(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let today = now.date_naive();
        for aside in self.folder.quarantine()? {
            let age = self.read(|reader| reader.days_of_use(aside.at.date_naive(), today, LONGEST_ABSENCE))?;
            let is_doubted = self.doubts.borrow().iter().any(|doubt| is_about(&doubt.newer, &aside.name));
            if age > QUARANTINE_DAYS && !is_doubted {
                self.folder.destroy_aside(&aside.name)?;
            }
        }
        Ok(())
    }
}

fn is_about(newer: &Newer, aside: &str) -> bool {
    match newer {
        Newer::State { name, .. } => name == aside,
        Newer::Copy { .. } => false,
    }
}
