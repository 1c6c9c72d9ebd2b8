//! The facts of an office in a database in clear, and the queries that count them there with no function of ours.

use domain::dossier::DossierId;
use rusqlite::{Connection, params};
use store::Vault;

/// One row a fact, and those that no later one replaces; the dossiers with a reasoned opinion, which goes with the
/// decision whatever its day; when the office looked at each.
const FACTS: &str = "
CREATE TABLE fact (id INTEGER PRIMARY KEY, dossier INTEGER, replaces INTEGER, kind TEXT, on_date TEXT, body TEXT);
CREATE VIEW standing AS SELECT * FROM fact WHERE id NOT IN (SELECT replaces FROM fact WHERE replaces IS NOT NULL);
CREATE TABLE opinion (dossier INTEGER);
CREATE VIEW looked_at AS
  SELECT dossier, on_date FROM standing WHERE kind = 'interview_held' AND body ->> '$.counts' OR kind = 'submitted'
  UNION ALL SELECT dossier, '' FROM opinion;
";

/// Each indicator and the query that counts it; `?1` and `?2` are the first and the last day.
pub const COUNTED: &[(&str, &str)] = &[
    ("requests", "SELECT count(*) FROM standing WHERE kind = 'request_received' AND on_date BETWEEN ?1 AND ?2"),
    (
        "assessed",
        "SELECT count(*) FROM (SELECT min(o.on_date) AS decided,
             (SELECT min(l.on_date) FROM looked_at l WHERE l.dossier = o.dossier) AS seen FROM standing o
           WHERE o.kind = 'orientation_decided' GROUP BY o.dossier)
           WHERE seen IS NOT NULL AND max(decided, seen) BETWEEN ?1 AND ?2",
    ),
    (
        "redirected",
        "SELECT count(DISTINCT dossier) FROM standing WHERE kind = 'orientation_decided'
           AND body ->> '$.direction' = 'redirect' AND on_date BETWEEN ?1 AND ?2",
    ),
    (
        "inadmissible",
        "SELECT count(DISTINCT dossier) FROM standing WHERE kind = 'orientation_decided'
           AND body ->> '$.direction' = 'inadmissible' AND on_date BETWEEN ?1 AND ?2",
    ),
    ("dropped", "SELECT count(DISTINCT dossier) FROM standing WHERE kind = 'dropped' AND on_date BETWEEN ?1 AND ?2"),
    (
        "submitted",
        "SELECT count(*) FROM (SELECT min(on_date) AS first FROM standing WHERE kind = 'submitted' GROUP BY dossier)
           WHERE first BETWEEN ?1 AND ?2",
    ),
    ("granted", "SELECT count(DISTINCT dossier) FROM standing WHERE kind = 'approved' AND on_date BETWEEN ?1 AND ?2"),
    ("refused", "SELECT count(DISTINCT dossier) FROM standing WHERE kind = 'refused' AND on_date BETWEEN ?1 AND ?2"),
    (
        "withdrawn",
        "SELECT count(DISTINCT dossier) FROM standing WHERE kind = 'withdrawn' AND on_date BETWEEN ?1 AND ?2",
    ),
    (
        "disbursed",
        "SELECT count(DISTINCT dossier) FROM standing WHERE kind = 'disbursed' AND on_date BETWEEN ?1 AND ?2",
    ),
    (
        "loans_since_start",
        "SELECT count(DISTINCT dossier) FROM standing WHERE kind = 'approved' AND on_date <= ?2 AND ?1 <> ''",
    ),
    (
        "amount_granted",
        "SELECT coalesce(sum(body ->> '$.amount'), 0) FROM standing WHERE kind = 'approved' AND on_date BETWEEN ?1 AND ?2",
    ),
    (
        "amount_since_start",
        "SELECT coalesce(sum(body ->> '$.amount'), 0) FROM standing WHERE kind = 'approved' AND on_date <= ?2 AND ?1 <> ''",
    ),
];

/// Writes the facts of an office, one by one, into a database in clear, and tells how many dossiers they are of.
pub fn write_in_clear(vault: &Vault, database: &Connection) -> i64 {
    database.execute_batch(FACTS).unwrap();
    database.execute_batch("BEGIN").unwrap();
    let mut dossier = 1;
    while let Some(found) = vault.read(|reader| reader.dossier(DossierId(dossier))).unwrap() {
        if !found.assessment.reasoned.is_empty() {
            database.execute("INSERT INTO opinion VALUES (?1)", [dossier]).unwrap();
        }
        for row in found.facts.recorded() {
            let fact = serde_json::to_value(&row.fact).unwrap();
            let replaces = row.replaces.map(|fact| fact.0);
            let day = row.fact.day().to_string();
            let written = params![row.id.0, dossier, replaces, fact["kind"].as_str(), day, fact["body"].to_string()];
            database.execute("INSERT INTO fact VALUES (?1, ?2, ?3, ?4, ?5, ?6)", written).unwrap();
        }
        dossier += 1;
    }
    database.execute_batch("COMMIT").unwrap();
    dossier - 1
}

/// What a query counts in a year.
pub fn counted(database: &Connection, query: &str, year: i32) -> i64 {
    let days = (format!("{year}-01-01"), format!("{year}-12-31"));
    database.query_row(query, days, |row| row.get(0)).unwrap()
}
