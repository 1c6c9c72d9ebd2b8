//! The bilan of the demonstration office against a count made by plain SQL over its facts.
//!
//! The facts are copied out one by one into a database in clear, in memory, and counted there
//! with no function of ours: what the desk answers has to be the same, year by year.

use std::collections::BTreeMap;

use domain::dossier::DossierId;
use rusqlite::{Connection, params};
use serde_json::{Value, json};

use crate::office::{Office, an_empty_folder, at};

const FACTS: &str = "
CREATE TABLE fact (id INTEGER PRIMARY KEY, dossier INTEGER, replaces INTEGER, kind TEXT, on_date TEXT, body TEXT);
CREATE VIEW standing AS SELECT * FROM fact WHERE id NOT IN (SELECT replaces FROM fact WHERE replaces IS NOT NULL);
";

/// Each indicator and the query that counts it; `?1` and `?2` are the first and the last day.
const COUNTED: &[(&str, &str)] = &[
    ("requests", "SELECT count(*) FROM standing WHERE kind = 'request_received' AND on_date BETWEEN ?1 AND ?2"),
    (
        "assessed",
        "SELECT count(*) FROM (SELECT min(o.on_date) AS first FROM standing o
           WHERE o.kind = 'orientation_decided' AND o.on_date >=
             (SELECT min(i.on_date) FROM standing i WHERE i.dossier = o.dossier AND i.kind = 'interview_held'
                AND i.body ->> '$.counts')
           GROUP BY o.dossier) WHERE first BETWEEN ?1 AND ?2",
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

/// Indicators that are sums of money: their query gives cents.
const IN_CENTS: [&str; 2] = ["amount_granted", "amount_since_start"];

/// A few rows of a table of the bilan, by their key and column: what a refusal said, and what the lender told later,
/// which takes the place of « not given ».
const REASONS: &str = "
WITH refusal AS (
  SELECT dossier, body ->> '$.lender' AS lender, body FROM standing WHERE kind = 'refused' AND on_date BETWEEN ?1 AND ?2
), told AS (
  SELECT dossier, body ->> '$.lender' AS lender, body FROM standing WHERE kind = 'refusal_explained'
), said AS (
  SELECT dossier, lender, reason.value AS reason, 0 AS later FROM refusal, json_each(body, '$.reasons') AS reason
  UNION ALL
  SELECT told.dossier, told.lender, reason.value, 1 FROM refusal JOIN told USING (dossier, lender),
    json_each(told.body, '$.reasons') AS reason
)
SELECT reason, count(DISTINCT dossier) FROM said
WHERE reason <> 'not_given' OR NOT EXISTS (
  SELECT 1 FROM said AS other WHERE other.dossier = said.dossier AND other.lender = said.lender AND other.later
    AND other.reason <> 'not_given')
GROUP BY reason";

fn a_demonstration(dossiers: u32) -> Office {
    let mut office = an_empty_folder();
    office.moment = at("2026-11-20");
    let prepared = office.call("prepare_office", json!({}));
    let group = |place: usize| {
        let asked = prepared["asked"][place].as_u64().unwrap() as usize;
        prepared["recovery_code"][asked - 1].clone()
    };
    let input = json!({ "passphrase": crate::office::PASSPHRASE, "retyped": [group(0), group(1)],
        "dossiers": dossiers, "seed": 7 });
    office.call("create_demo_office", input);
    office
}

/// The facts of the office, one by one, in a database in clear.
fn in_clear(office: &mut Office) -> Connection {
    let database = Connection::open_in_memory().unwrap();
    database.execute_batch(FACTS).unwrap();
    let vault = office.desk.vault().unwrap();
    let mut dossier = 1;
    while let Some(found) = vault.read(|reader| reader.dossier(DossierId(dossier))).unwrap() {
        for row in found.facts.recorded() {
            let fact = serde_json::to_value(&row.fact).unwrap();
            let replaces = row.replaces.map(|fact| fact.0);
            let day = row.fact.day().to_string();
            let written = params![row.id.0, dossier, replaces, fact["kind"].as_str(), day, fact["body"].to_string()];
            database.execute("INSERT INTO fact VALUES (?1, ?2, ?3, ?4, ?5, ?6)", written).unwrap();
        }
        dossier += 1;
    }
    assert!(dossier > 60, "every dossier was copied");
    database
}

fn counted(database: &Connection, query: &str, year: i32) -> i64 {
    let days = (format!("{year}-01-01"), format!("{year}-12-31"));
    database.query_row(query, days, |row| row.get(0)).unwrap()
}

/// An indicator as cents, or as a whole number.
fn told(report: &Value, key: &str) -> i64 {
    let indicators = report["indicators"].as_array().unwrap();
    let found = indicators.iter().find(|one| one["key"] == key).unwrap_or_else(|| panic!("{key} is not there"));
    let value = found["value"].as_str().unwrap();
    let whole: String = value.chars().filter(|sign| *sign != '.').collect();
    assert!(!IN_CENTS.contains(&key) || value.rfind('.') == Some(value.len() - 3), "{key} in cents: {value}");
    whole.parse().unwrap()
}

#[test]
fn the_bilan_of_the_demonstration_is_what_plain_sql_counts() {
    let mut office = a_demonstration(240);
    let database = in_clear(&mut office);
    let mut seen = BTreeMap::new();
    for year in 2023..=2026 {
        let report = office.call("report_data", json!({ "year": year.to_string(), "from": "", "to": "" }));
        for (key, query) in COUNTED {
            let expected = counted(&database, query, year);
            assert_eq!(told(&report, key), expected, "{key} in {year}");
            *seen.entry(*key).or_insert(0) += expected;
        }
        refusal_reasons_agree(&database, &report, year);
    }
    assert!(seen.values().all(|count| *count > 0), "every indicator had something to count: {seen:?}");
}

fn refusal_reasons_agree(database: &Connection, report: &Value, year: i32) {
    let days = (format!("{year}-01-01"), format!("{year}-12-31"));
    let mut statement = database.prepare(REASONS).unwrap();
    let rows = statement.query_map(days, |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))).unwrap();
    let expected: BTreeMap<String, i64> = rows.map(Result::unwrap).collect();
    let table = report["tables"].as_array().unwrap().iter().find(|table| table["key"] == "refusal_reasons").unwrap();
    let told: BTreeMap<String, i64> = table["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["kind"] == "line")
        .map(|row| (row["key"].as_str().unwrap().to_owned(), row["cells"][0].as_str().unwrap().parse().unwrap()))
        .filter(|(_, count)| *count > 0)
        .collect();
    assert_eq!(told, expected, "refusal reasons in {year}");
}
