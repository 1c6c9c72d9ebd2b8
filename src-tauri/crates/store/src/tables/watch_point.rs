//! What could happen to a dossier and what is planned for it, in the order the
//! points were entered, which is that of their numbers.

use domain::assessment::{WatchPoint, WatchPointId};
use domain::dossier::DossierId;

pub(crate) const TABLE: &str = "
CREATE TABLE watch_point (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  risk TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT;
CREATE INDEX watch_point_dossier ON watch_point (dossier);
";

row! { "watch_point": WatchPoint [id] { risk, answer } }
owned! { WatchPoint, WatchPointId of dossier: DossierId {
    watch_points, insert_watch_point, update_watch_point, delete_watch_point
} }
