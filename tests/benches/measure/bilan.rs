//! The year's bilan beside SQLite and DuckDB, which are given the facts in clear, and beside pandas, which is given the
//! register.
//!
//! Étrier counts the whole bilan, its indicators and its tables; the databases count thirteen of its indicators, which
//! have to be the same. SQLite has indexes for them; DuckDB keeps its columns in memory.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use etrier_tests::facts::{COUNTED, counted, write_in_clear};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::office::{Bench, PASSPHRASE, once};
use crate::table::{Goal, Pairs, Row};
use crate::{register, target};

const DOSSIERS: i64 = 20_000;
const YEAR: i32 = 2025;
const TURNS: usize = 15;
const WARM: &str = "the same, asked again";
const SPREADSHEET: &str = "a year of a register of 20 000 lines counted";

/// The indexes these queries ask for: without that of the dossiers, one of them takes minutes.
const INDEXES: &str = "
CREATE INDEX kinds ON fact (kind, on_date, dossier);
CREATE INDEX dossiers ON fact (dossier, kind, on_date);
CREATE INDEX replaced ON fact (replaces) WHERE replaces IS NOT NULL;
ANALYZE;
";

/// Answers each line it reads with the milliseconds its queries took and what they counted.
const COUNTED_BY_DUCKDB: &str = r#"
import duckdb, json, re, sys, time
facts, queries, first, last = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3], sys.argv[4]
base = duckdb.connect()
columns = "{id: 'BIGINT', dossier: 'BIGINT', replaces: 'BIGINT', kind: 'VARCHAR', on_date: 'VARCHAR', body: 'JSON'}"
base.execute(f"CREATE TABLE fact AS SELECT * FROM read_json('{facts}', format='newline_delimited', columns={columns})")
base.execute('CREATE VIEW standing AS SELECT * FROM fact WHERE id NOT IN '
    '(SELECT replaces FROM fact WHERE replaces IS NOT NULL)')
def spoken(query):
    query = re.sub(r"((?:\w+\.)?body ->> '\$\.\w+')", r"(\1)", query)
    query = query.replace("'$.counts')", "'$.counts')::BOOLEAN").replace("'$.amount')", "'$.amount')::BIGINT")
    return query.replace('?1', '$1').replace('?2', '$2')
queries = [spoken(query) for query in queries]
for _ in sys.stdin:
    begun = time.perf_counter()
    found = [int(base.execute(query, [first, last]).fetchone()[0]) for query in queries]
    print(json.dumps([(time.perf_counter() - begun) * 1000, found]), flush=True)
"#;

/// What pandas does of the same workbook: the requests of a year, its loans and what they come to.
const COUNTED_BY_PANDAS: &str = "
import sys, pandas
table = pandas.read_excel(sys.argv[1], dtype=str)
day = lambda name: pandas.to_datetime(table[name], format='%d/%m/%Y')
euros = pandas.to_numeric(table['Montant'].str.replace(' ', '').str.replace(',', '.'))
granted = (table['Suite'] == 'accordé') & (day('Date prêt').dt.year == int(sys.argv[2]))
print((day('Date demande').dt.year == int(sys.argv[2])).sum(), granted.sum(), '%.2f' % euros[granted].sum())
";

/// A DuckDB that holds the facts and answers each time it is asked; ended when dropped.
struct DuckDb(Child, BufReader<std::process::ChildStdout>);

impl DuckDb {
    fn with(facts: &Path) -> Self {
        let queries: Vec<&str> = COUNTED.iter().map(|(_, query)| *query).collect();
        let mut command = python(COUNTED_BY_DUCKDB);
        command.arg(facts).arg(json!(queries).to_string()).args([format!("{YEAR}-01-01"), format!("{YEAR}-12-31")]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let said = BufReader::new(child.stdout.take().unwrap());
        Self(child, said)
    }

    /// The milliseconds of its queries, and what they counted.
    fn count(&mut self) -> (f64, Vec<i64>) {
        self.0.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
        let mut line = String::new();
        self.1.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|cause| panic!("DuckDB: {line} {cause}"))
    }
}

impl Drop for DuckDb {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Python with what `./check measure` puts beside.
fn python(script: &str) -> Command {
    let mut command = Command::new("python3");
    command.env("PYTHONPATH", target().join("python")).args(["-c", script]);
    command
}

fn has(module: &str) -> bool {
    python(&format!("import {module}")).output().is_ok_and(|said| said.status.success())
}

/// The bilan beside the databases, then a register's year beside pandas.
pub fn rows() -> Vec<Row> {
    let mut rows = databases();
    rows.push(spreadsheet());
    rows
}

fn databases() -> Vec<Row> {
    let folder = tempfile::tempdir().unwrap();
    let mut bench = Bench::of(&folder.path().join("office"), DOSSIERS as u32);
    let plain = folder.path().join("facts.db");
    let database = Connection::open(&plain).unwrap();
    assert!(write_in_clear(bench.desk.vault().unwrap(), &database) >= DOSSIERS, "every dossier is written");
    database.execute_batch(INDEXES).unwrap();
    let theirs =
        |database: &Connection| COUNTED.iter().map(|(_, query)| counted(database, query, YEAR)).collect::<Vec<_>>();
    let expected = theirs(&database);
    let year = json!({ "year": YEAR.to_string(), "from": "", "to": "" });
    let data = bench.call("report_data", year.clone());
    let ours: Vec<i64> = COUNTED.iter().map(|(key, _)| told(&data, key).replace('.', "").parse().unwrap()).collect();
    assert_eq!(ours, expected, "both count the same");

    let first = Pairs::measured(
        TURNS,
        || once(|| drop(theirs(&Connection::open(&plain).unwrap()))).0,
        || {
            bench.call("lock", json!({}));
            bench.call("unlock", json!({ "passphrase": PASSPHRASE }));
            once(|| drop(bench.call("report", year.clone()))).0
        },
    );
    let mut asked = || once(|| drop(bench.call("report", year.clone()))).0;
    let again = Pairs::measured(TURNS, || once(|| drop(theirs(&database))).0, &mut asked);
    let what = "the whole year's bilan of 20 000 encrypted dossiers, first query";
    let sqlite = ("SQLite, 13 of its figures from the facts in clear", "ms");
    let mut rows = vec![
        Row::paired(what, sqlite, &first, Goal::AtMost(2.0)),
        Row::paired(WARM, sqlite, &again, Goal::AtMost(1.1)),
    ];
    if !has("duckdb") {
        rows.push(Row::unmeasured(WARM, "≤ 3 ×", "DuckDB is not installed"));
        return rows;
    }
    let lines = folder.path().join("facts.json");
    write_lines(&database, &lines);
    let mut duck = DuckDb::with(&lines);
    assert_eq!(duck.count().1, expected, "DuckDB counts the same");
    let pairs = Pairs::measured(TURNS, || duck.count().0, asked);
    rows.push(Row::paired(WARM, ("DuckDB, the same 13", "ms"), &pairs, Goal::AtMost(3.0)));
    rows
}

/// The facts, one JSON object a line.
fn write_lines(database: &Connection, file: &Path) {
    let mut out = std::io::BufWriter::new(std::fs::File::create(file).unwrap());
    let mut statement = database
        .prepare("SELECT json_object('id', id, 'dossier', dossier, 'replaces', replaces, 'kind', kind, 'on_date', on_date, 'body', json(body)) FROM fact")
        .unwrap();
    for line in statement.query_map([], |row| row.get::<_, String>(0)).unwrap() {
        writeln!(out, "{}", line.unwrap()).unwrap();
    }
}

/// The value of an indicator.
fn told<'d>(data: &'d Value, key: &str) -> &'d str {
    let all = data["indicators"].as_array().unwrap();
    all.iter().find(|one| one["key"] == key).unwrap()["value"].as_str().unwrap()
}

/// A register of twenty years. Étrier has judged each line, kept it encrypted as a dossier that can be undone, and counts
/// from then on without the file; pandas reads the file again each time.
fn spreadsheet() -> Row {
    if !has("pandas") {
        return Row::unmeasured(SPREADSHEET, "≥ 20 × less", "pandas is not installed");
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("registre.xlsx");
    register::xlsx(&file, DOSSIERS as u32);
    let mut bench = Bench::of(&folder.path().join("office"), 1);
    bench.files.offer("register", file.clone());
    bench.call("open_register", json!({ "file": "register" }));
    bench.call("take_over_register", json!({ "leave_unsettled": false }));
    let year = json!({ "year": "2016", "from": "", "to": "" });
    let pandas = || {
        let said = python(COUNTED_BY_PANDAS).arg(&file).arg("2016").output().unwrap();
        String::from_utf8(said.stdout).unwrap()
    };
    let data = bench.call("report_data", year.clone());
    let ours = ["requests", "granted", "amount_granted"].map(|key| told(&data, key)).join(" ");
    assert_eq!(pandas().trim(), ours, "both count the same");
    let pairs =
        Pairs::measured(5, || once(|| drop(pandas())).0, || once(|| drop(bench.call("report_data", year.clone()))).0);
    Row::paired(SPREADSHEET, ("pandas, from the workbook", "ms"), &pairs, Goal::TimesLess(20.0))
}
