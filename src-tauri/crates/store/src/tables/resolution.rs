//! The resolutions of the board, the latest first.

use domain::resolution::{Resolution, ResolutionId};

use crate::access::{Reader, Writer};
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE resolution (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL CHECK (number <> ''),
  decided_on TEXT NOT NULL,
  subject TEXT NOT NULL CHECK (subject <> ''),
  extract TEXT NOT NULL,
  file TEXT NOT NULL
) STRICT;
";

/// Its vote, and what makes it executory.
pub(crate) const PUBLISHED: &str = "
ALTER TABLE resolution ADD COLUMN vote TEXT NOT NULL DEFAULT '';
ALTER TABLE resolution ADD COLUMN transmitted_on TEXT;
ALTER TABLE resolution ADD COLUMN published_on TEXT;
";

row! {
    "resolution": Resolution [id] { number, decided_on, subject, extract, file, vote, transmitted_on, published_on }
}

impl Reader<'_> {
    /// Every resolution, the latest first.
    pub fn resolutions(&self) -> Result<Vec<Resolution>, StoreError> {
        self.select("ORDER BY decided_on DESC, id DESC", ())
    }
}

impl Writer<'_> {
    /// Adds a resolution and gives its number in the store; the one that `resolution` has does not count.
    pub fn insert_resolution(&self, resolution: &Resolution) -> Result<ResolutionId, StoreError> {
        self.insert_row(resolution, vec![]).map(ResolutionId)
    }

    /// Changes a resolution. Errors: there is no such resolution.
    pub fn update_resolution(&self, resolution: &Resolution) -> Result<(), StoreError> {
        self.update_row(resolution.id.0, resolution, vec![])
    }

    /// Takes a resolution out. Errors: there is no such resolution.
    pub fn delete_resolution(&self, id: ResolutionId) -> Result<(), StoreError> {
        self.delete_row::<Resolution>(id.0, vec![])
    }
}
