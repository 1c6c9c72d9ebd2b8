//! What the office was told to go on in spite of: copies and states that go further than it does, known to whoever
//! restored an older one. Sealed under the key of manifests, so that nobody else answers.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::durable::write_durably;
use super::{VaultFolder, read_at_most};
use crate::copies::CopyKeys;
use crate::error::StoreError;

/// No file of answers is longer.
const LONGEST: u64 = 1 << 20;

/// What was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answers {
    /// The names of copies.
    pub copies: BTreeSet<String>,
    /// The names of states in quarantine.
    pub states: BTreeSet<String>,
    /// The fingerprint of the header that a restoration, or its undoing, brought to a database which does not know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
}

impl VaultFolder {
    /// What was answered; nothing when that cannot be read, or another hand wrote it.
    pub(crate) fn answers(&self, keys: &CopyKeys) -> Answers {
        let read = || {
            let text = String::from_utf8(read_at_most(&self.path().join("answers"), LONGEST).ok()?).ok()?;
            let (body, sealed) = text.trim_end().split_once('\n')?;
            let sealed = blake3::Hash::from_hex(sealed).ok()?;
            if seal(body, keys) == sealed { serde_json::from_str(body).ok() } else { None }
        };
        read().unwrap_or_default()
    }

    /// Keeps what was answered, beside what was before.
    pub(crate) fn add_answers(&self, new: Answers, keys: &CopyKeys) -> Result<(), StoreError> {
        self.change_answers(keys, |answers| {
            answers.copies.extend(new.copies);
            answers.states.extend(new.states);
            answers.header = new.header.or(answers.header.take());
        })
    }

    /// Forgets the header that was brought: the database knows it now.
    pub(crate) fn forget_answered_header(&self, keys: &CopyKeys) -> Result<(), StoreError> {
        self.change_answers(keys, |answers| answers.header = None)
    }

    fn change_answers(&self, keys: &CopyKeys, change: impl FnOnce(&mut Answers)) -> Result<(), StoreError> {
        let before = self.answers(keys);
        let mut answers = before.clone();
        change(&mut answers);
        if answers == before {
            return Ok(());
        }
        let body = serde_json::to_string(&answers).map_err(|_| StoreError::Cipher)?;
        let sealed = seal(&body, keys).to_hex();
        Ok(write_durably(&self.path().join("answers"), format!("{body}\n{sealed}\n").as_bytes())?)
    }
}

fn seal(body: &str, CopyKeys { keys, .. }: &CopyKeys) -> blake3::Hash {
    blake3::keyed_hash(&keys.manifest, format!("etrier/v1/answers\n{body}").as_bytes())
}
