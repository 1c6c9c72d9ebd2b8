//! The bilan of the demonstration office against a count made by plain SQL over its facts.
//!
//! The facts are copied out one by one into a database in clear, in memory, and counted there
//! with no function of ours: what the desk answers has to be the same, year by year.

use std::collections::BTreeMap;

use etrier_tests::facts::{COUNTED, counted, write_in_clear};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::office::{Office, an_empty_folder, at};

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

/// A rate: how many dossiers of the period both events count, over how many the first one counts.
const RATES: [(&str, &str, &str); 3] = [
    ("grant_rate_of_submitted", SENT, GRANTED),
    (
        "grant_rate_of_requests",
        "SELECT dossier FROM standing WHERE kind = 'request_received' AND on_date BETWEEN ?1 AND ?2",
        GRANTED,
    ),
    (
        "submission_rate",
        "SELECT dossier FROM (SELECT o.dossier, min(o.on_date) AS decided,
             (SELECT min(l.on_date) FROM looked_at l WHERE l.dossier = o.dossier) AS seen FROM standing o
           WHERE o.kind = 'orientation_decided' GROUP BY o.dossier)
           WHERE seen IS NOT NULL AND max(decided, seen) BETWEEN ?1 AND ?2",
        SENT,
    ),
];

const SENT: &str = "SELECT dossier FROM (SELECT dossier, min(on_date) AS first FROM standing WHERE kind = 'submitted'
  GROUP BY dossier) WHERE first BETWEEN ?1 AND ?2";

const GRANTED: &str = "SELECT dossier FROM standing WHERE kind = 'approved' AND on_date BETWEEN ?1 AND ?2";

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
    let database = Connection::open_in_memory().unwrap();
    let dossiers = write_in_clear(office.desk.vault().unwrap(), &database);
    assert!(dossiers >= 60, "every dossier was copied");
    let mut seen = BTreeMap::new();
    for year in 2023..=2026 {
        let report = office.call("report_data", json!({ "year": year.to_string(), "from": "", "to": "" }));
        for (key, query) in COUNTED {
            let expected = counted(&database, query, year);
            assert_eq!(told(&report, key), expected, "{key} in {year}");
            *seen.entry(*key).or_insert(0) += expected;
        }
        for (key, whole, part) in RATES {
            let of = counted(&database, &format!("SELECT count(DISTINCT dossier) FROM ({whole})"), year);
            let both = format!("SELECT count(DISTINCT dossier) FROM ({whole}) WHERE dossier IN ({part})");
            if of == 0 {
                let indicators = report["indicators"].as_array().unwrap().iter();
                assert!(
                    indicators.filter(|one| one["key"] == key).all(|one| one["value"].is_null()),
                    "{key} in {year}"
                );
                continue;
            }
            let hundredths = (counted(&database, &both, year) * 20_000 + of) / (of * 2);
            assert_eq!(told(&report, key), hundredths, "{key} in {year}");
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
