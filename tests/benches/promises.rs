//! The measured promises: opening, listing, searching, saving, the papers, a loan and a year's
//! bilan, at 2 000 and 20 000 dossiers. `cargo bench -p etrier-tests --bench promises` prints the
//! table of `benches/README.md`.
//!
//! Everything goes through the door of the window, on a real encrypted file of the demonstration.
//! Sizes are there to see the slope; only relations between the columns hold elsewhere.

#[expect(dead_code, reason = "an office that is there already is for the other benchmark")]
#[path = "bench/office.rs"]
mod office;
#[expect(dead_code, reason = "the workbook is for the other benchmark")]
#[path = "bench/register.rs"]
mod register;

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use desk::calls;
use domain::loan::{LoanTerms, Rate, schedule, taeg};
use domain::money::Euros;
use domain::report::ReportRow;
use rusqlite::Connection;
use serde_json::{Value, json};

use office::{Bench, PASSPHRASE, Times, measured, once};

fn measure(dossiers: u32) -> Vec<(&'static str, Times)> {
    let folder = tempfile::tempdir().unwrap();
    let mut bench = Bench::of(folder.path(), dossiers);
    let dossier = bench.delmas();
    let one = json!({ "dossier": dossier });
    let list = json!({ "search": "", "offset": 0 });
    let request = |turn: usize| {
        json!({ "last_name": format!("Hautepierre {turn}"), "first_name": "Lucie", "origin": "referrer", "phone": "",
            "email": "", "project": "Scooter", "purpose": "", "amount": "", "received_on": "", "next_date": "" })
    };
    let field = |turn: usize| json!({ "dossier": dossier, "field": "commune", "value": format!("Valbourg {turn}") });
    let mut rows = vec![(
        "open, key derivation at its smallest",
        measured(11, |_| {
            bench.call("lock", json!({}));
            bench.call("unlock", json!({ "passphrase": PASSPHRASE }));
        }),
    )];
    rows.push(("a copy, what the desk waits for", measured(11, |_| bench.begin("copy_here"))));
    rows.push(("a copy taken and verified", measured(5, |_| drop(black_box(bench.call("copy_here", json!({})))))));
    rows.push(("« Aujourd’hui »", measured(51, |_| drop(black_box(bench.call("today", json!({})))))));
    rows.push(("first page of the list", measured(51, |_| drop(black_box(bench.call("dossiers", list.clone()))))));
    rows.push(("a keystroke of search", measured(201, |turn| bench.keystroke(turn))));
    rows.push(("a dossier shown", measured(51, |_| drop(black_box(bench.call("dossier", one.clone()))))));
    rows.push(("its decisions shown", measured(51, |_| drop(black_box(bench.call("decisions", one.clone()))))));
    rows.push(("a request saved", measured(51, |turn| drop(bench.call("record_request", request(turn))))));
    rows.push(("a field saved", measured(51, |turn| drop(bench.call("change_person", field(turn))))));
    rows.push(("that undone", measured(51, |_| drop(bench.call("undo", json!({}))))));
    let year = json!({ "year": "2026", "from": "", "to": "" });
    rows.push(("a year’s bilan", measured(21, |_| drop(black_box(bench.call("report", year.clone()))))));
    papers(&mut bench, folder.path(), &dossier, &mut rows);
    rows.extend(taking_over(&mut bench, folder.path(), dossiers));
    rows
}

fn papers(bench: &mut Bench, folder: &Path, dossier: &Value, rows: &mut Vec<(&'static str, Times)>) {
    bench.files.offer_over("out", folder.join("papier.pdf"));
    for (what, paper) in [
        ("the budget sheet, saved", "budget_sheet"),
        ("the charter, saved", "support_charter"),
        ("the bank file, saved", "bank_file"),
    ] {
        let input = json!({ "of": { "dossier": dossier, "paper": paper }, "file": "out" });
        rows.push((what, measured(51, |_| drop(bench.call("save_paper", input.clone())))));
    }
    let page = json!({ "of": { "dossier": dossier, "paper": "budget_sheet" }, "page": 1, "width": 1000 });
    rows.push(("a page as a picture", measured(51, |_| drop(bench.page(page.clone())))));
    rows.push(("the bank file with 20 scans of 1 MB, saved", scans(bench, folder, dossier)));
    rows.push(("a session booklet of 30 dossiers, read in the window", booklet(bench)));
    let of = json!({ "paper": "annual_report", "from": "01/01/2026", "to": "20/11/2026" });
    let input = json!({ "of": of, "file": "out" });
    rows.push(("the bilan on paper, saved", measured(21, |_| drop(bench.call("save_paper", input.clone())))));
}

/// A register of as many lines as the office has dossiers: read and judged, taken over, undone.
fn taking_over(bench: &mut Bench, folder: &Path, lines: u32) -> [(&'static str, Times); 3] {
    let path = folder.join("registre.csv");
    register::csv(&path, lines);
    bench.files.offer("register", path);
    let read = once(|| drop(black_box(bench.call("open_register", json!({ "file": "register" })))));
    let mut import = Value::Null;
    let taken = once(|| {
        import = bench.call("take_over_register", json!({ "leave_unsettled": false }))["import"].clone();
    });
    let undone = once(|| drop(bench.call("undo_register", json!({ "import": import }))));
    [
        ("a register of as many lines, read and judged", read),
        ("that taken over, its copy first", taken),
        ("that undone", undone),
    ]
}

/// A register of 20 000 lines taken over by an office that begins, and the memory it takes at most.
fn register_memory() {
    let folder = tempfile::tempdir().unwrap();
    let mut bench = Bench::of(folder.path(), 60);
    // From here on the kernel keeps the most this process takes (proc(5), clear_refs).
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = most_memory();
    let [(_, (read, _)), (_, (taken, _)), _] = taking_over(&mut bench, folder.path(), 20_000);
    println!(
        "\nA register of 20 000 lines: {:.1} s ({read:.0} ms read and judged, {taken:.0} ms taken over), promised under \
         10 s; {:.0} MB of memory at most, {before:.0} MB before",
        (read + taken) / 1000.0,
        most_memory()
    );
}

/// The most memory this process has taken, in MB.
fn most_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1024.0
}

/// The year's bilan of a hundred thousand dossiers.
fn large_bilan() {
    let folder = tempfile::tempdir().unwrap();
    let mut bench = Bench::of(folder.path(), 100_000);
    let year = json!({ "year": "2026", "from": "", "to": "" });
    let (median, high) = measured(11, |_| drop(black_box(bench.call("report", year.clone()))));
    println!("\nA year's bilan of 100 000 dossiers: {median:.0} ms ({high:.0}), promised under 500 ms");
}

/// The booklet of a session of thirty dossiers, with what a screen reader says of each page.
fn booklet(bench: &mut Bench) -> Times {
    let fields = json!({ "day": "26/11/2026", "at": "14h", "place": "salle des mariages", "kind": "" });
    let session = bench.call("announce_session", json!({ "fields": fields }))["session"]["id"].clone();
    let mut listed = 0;
    for offset in (0..).step_by(50) {
        let page = bench.call("dossiers", json!({ "search": "", "offset": offset, "phase": "assessing" }));
        let rows = page["rows"].as_array().unwrap();
        assert!(!rows.is_empty(), "{listed} dossiers wait for a session");
        for row in rows {
            let input = json!({ "session": session, "dossier": row["id"], "matter": "request" });
            let caller = bench.caller();
            listed += u32::from(calls::answer(&mut bench.desk, "list_in_session", input, &caller).is_ok());
            if listed == 30 {
                let of = json!({ "paper": "committee_booklet", "session": session });
                return measured(11, |_| drop(black_box(bench.call("draw_paper", of.clone()))));
            }
        }
    }
    unreachable!("the list ends")
}

/// The bank file with its scans, made anew each time: a fact changes in between, which is not counted.
fn scans(bench: &mut Bench, folder: &Path, dossier: &Value) -> Times {
    let files: Vec<String> = (0..20).map(|number| format!("scan {number}")).collect();
    for (number, file) in (0_u8..).zip(&files) {
        let path = folder.join(format!("scan-{number}.jpg"));
        std::fs::write(&path, a_scan(number)).unwrap();
        bench.files.offer(file, path);
    }
    let attached = json!({ "dossier": dossier, "files": files, "document": "bank_statements",
        "without_photo_information": false });
    bench.call("attach_files", attached);
    let input = json!({ "of": { "dossier": dossier, "paper": "bank_file" }, "file": "out" });
    let mut taken = Vec::new();
    for turn in 0..21 {
        let fact = json!({ "dossier": dossier, "field": "commune", "value": format!("Valbourg {turn}") });
        bench.call("change_person", fact);
        let begun = Instant::now();
        black_box(bench.call("save_paper", input.clone()));
        taken.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    taken.sort_by(f64::total_cmp);
    (taken[taken.len() / 2], taken[taken.len() * 95 / 100])
}

/// A photograph of a sheet as a scanner gives it, of 1 MB: its frame is sound, its picture is noise.
fn a_scan(seed: u8) -> Vec<u8> {
    let mut bytes =
        vec![0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0x0d, 0xb4, 0x09, 0xb0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
    bytes.extend([0xff, 0xda, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]);
    let mut noise = u32::from(seed) + 1;
    bytes.extend((0..1_000_000).map(|_| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (noise >> 24).min(254) as u8
    }));
    bytes.extend([0xff, 0xd9]);
    bytes
}

/// A loan of 2 400 € at 4 %, its schedule and its TAEG: a thousand a turn, so that a clock can tell.
fn loans() {
    println!("\n| microseconds each, median (95th of 100) | schedule | TAEG |");
    println!("|---|---|---|");
    for months in [12, 36, 60] {
        let terms = LoanTerms::of(Euros::from_cents(240_000).unwrap(), Rate::read("4").unwrap(), months);
        let planned = schedule(&terms).unwrap();
        let thousand = |work: &dyn Fn()| measured(21, |_| (0..1_000).for_each(|_| work()));
        let (plan, plan_high) = thousand(&|| _ = black_box(schedule(black_box(&terms))));
        let (rate, rate_high) = thousand(&|| _ = black_box(taeg(black_box(&planned))));
        println!("| {months} months | {plan:.1} ({plan_high:.1}) | {rate:.1} ({rate_high:.1}) |");
    }
    let (all, high) = measured(5, |_| projects());
    println!("\n1 000 projects in 10 agreements, schedules and rates: {all:.0} ms ({high:.0})");
}

/// A thousand projects, each in ten agreements.
fn projects() {
    for project in 0..1_000 {
        for agreement in 0..10_u32 {
            let amount = Euros::from_cents(100_000 + project * 500).unwrap();
            let terms = LoanTerms::of(amount, Rate::of((2 + agreement).into()).unwrap(), 24 + 2 * agreement);
            black_box(taeg(&schedule(&terms).unwrap()).unwrap());
        }
    }
}

/// What encryption costs the year's bilan: asked of an office just opened, and its rows alone, read and understood from
/// a database under a key and from the same in clear, each opened anew, turn by turn. What the rows cost less in clear
/// is what the bilan would.
fn encryption() {
    let folder = tempfile::tempdir().unwrap();
    let mut bench = Bench::of(&folder.path().join("office"), 20_000);
    let whole = median((0..11).map(|_| {
        bench.call("lock", json!({}));
        bench.call("unlock", json!({ "passphrase": PASSPHRASE }));
        let begun = Instant::now();
        bench.call("report", json!({ "year": "2026", "from": "", "to": "" }));
        begun.elapsed()
    }));
    let rows = bench.desk.vault().unwrap().read(|reader| reader.report_rows()).unwrap();
    let bodies: Vec<Vec<u8>> = rows.iter().map(|row| postcard::to_allocvec(row).unwrap()).collect();
    let files = [
        ("sealed", "PRAGMA key = \"x'2DD29CA851E7B56E4697B0E1F08507293D761A05CE4D1B628663F411A8086D99'\""),
        ("plain", ""),
    ];
    let opened = |(name, key): (&str, &str)| {
        let connection = Connection::open(folder.path().join(name)).unwrap();
        connection.execute_batch(key).unwrap();
        connection
    };
    for file in files {
        let mut connection = opened(file);
        connection.execute_batch("CREATE TABLE report_row (dossier INTEGER PRIMARY KEY, body BLOB NOT NULL)").unwrap();
        let transaction = connection.transaction().unwrap();
        for body in &bodies {
            transaction.execute("INSERT INTO report_row (body) VALUES (?1)", [body]).unwrap();
        }
        transaction.commit().unwrap();
    }
    let read = |file| {
        let connection = opened(file);
        let mut statement = connection.prepare("SELECT body FROM report_row").unwrap();
        let bodies = statement.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
        let rows = bodies.map(|body| postcard::from_bytes::<ReportRow>(&body.unwrap()).unwrap());
        assert_eq!(rows.map(black_box).count(), 20_000);
    };
    let mut taken = [Vec::new(), Vec::new()];
    for _ in 0..21 {
        for (times, file) in taken.iter_mut().zip(files) {
            let begun = Instant::now();
            read(file);
            times.push(begun.elapsed());
        }
    }
    let [sealed, plain] = taken.map(median);
    let clear = whole - (sealed - plain);
    println!(
        "\nA year's bilan of 20 000 dossiers, first query: {whole:.1} ms under a key, {clear:.1} ms in clear ({:.2}); \
         of which its rows {sealed:.1} ms and {plain:.1} ms",
        whole / clear
    );
}

/// The median, in milliseconds.
fn median(times: impl IntoIterator<Item = Duration>) -> f64 {
    let mut times: Vec<_> = times.into_iter().map(|time| time.as_secs_f64() * 1000.0).collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn main() {
    // `cargo bench -p etrier-tests --bench promises -- running`, or `bilan`, or `register`, measures that alone.
    let alone: [(&str, fn()); 3] = [("running", running_loans), ("bilan", large_bilan), ("register", register_memory)];
    let asked: Vec<_> = alone.iter().filter(|(name, _)| std::env::args().any(|argument| argument == *name)).collect();
    if !asked.is_empty() {
        return asked.into_iter().for_each(|(_, measure)| measure());
    }
    println!("| milliseconds, median (95th of 100) | 2 000 dossiers | 20 000 dossiers |");
    println!("|---|---|---|");
    let small = measure(2_000);
    let large = measure(20_000);
    for ((what, (median, high)), (_, (second, second_high))) in small.into_iter().zip(large) {
        println!("| {what} | {median:.2} ({high:.2}) | {second:.2} ({second_high:.2}) |");
    }
    large_bilan();
    register_memory();
    running_loans();
    loans();
    encryption();
}

/// The day of an office with ten thousand loans being repaid, and what one action of it costs.
fn running_loans() {
    let folder = tempfile::tempdir().unwrap();
    // A little over one invented dossier in six is a loan being repaid.
    let mut bench = Bench::of(folder.path(), 60_000);
    let running = bench.call("dossiers", json!({ "search": "", "offset": 0, "phase": "running" }))["found"].clone();
    assert!(running.as_u64().unwrap() >= 10_000, "{running} loans are being repaid");
    let (median, high) = measured(51, |_| drop(black_box(bench.call("today", json!({})))));
    println!("\n« Aujourd’hui » over {running} running loans: {median:.1} ms ({high:.1})");
    let task = |bench: &mut Bench| {
        let view = bench.call("today", json!({}));
        view["groups"][0]["dossiers"][0].clone()
    };
    let (median, high) = measured(11, |_| {
        let due = task(&mut bench);
        let input = json!({ "dossier": due["dossier"]["id"], "task": due["tasks"][0]["key"] });
        drop(bench.call("finish_task", input));
        drop(bench.call("undo", json!({})));
    });
    println!("A task found, done and taken back: {median:.1} ms ({high:.1})");
}
