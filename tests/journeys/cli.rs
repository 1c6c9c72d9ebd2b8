//! The same office from the command line: another process, its exit codes and its JSON.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::office::{PASSPHRASE, an_office, is_private, plain};

/// `etrier-cli` beside this test; `cargo test --workspace` and `./check` build it.
pub fn program() -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let program = tests.ancestors().nth(2).unwrap().join(format!("etrier-cli{}", std::env::consts::EXE_SUFFIX));
    assert!(program.exists(), "build it first: cargo build -p cli");
    program
}

/// The program, in an office and on the day of the tests.
pub fn command(office: &Path) -> Command {
    let mut command = Command::new(program());
    command.args(["--today", "2026-11-20", "--office"]).arg(office);
    command.env("ETRIER_KDF", "smallest").env_remove("ETRIER_RECOVERY_CODE");
    command
}

fn cli(office: &Path, arguments: &[&str], passphrase: &str) -> Output {
    command(office).args(arguments).env("ETRIER_PASSPHRASE", passphrase).output().unwrap()
}

fn said(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| plain(&String::from_utf8_lossy(bytes));
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn an_office_is_made_filled_printed_and_verified() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| said(&cli(folder.path(), arguments, PASSPHRASE));
    let (code, out, _) = run(&["init", "--name", "CCAS de Valbourg", "--advisor", "Nadia Ferrand"]);
    assert!(code == 0 && out.contains("Code de secours"), "{out}");
    let request = r#"{"last_name":"Delmas","first_name":"Sonia","origin":"referrer","phone":"","email":"",
        "project":"Voiture","purpose":"","amount":"2 000","received_on":"","next_date":""}"#;
    let (code, out, _) = run(&["call", "record_request", request]);
    let view: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, view["reference"].as_str()), (0, Some("2026-001")));
    let line = r#"{"dossier":1,"fields":{"entry":"rent","detail":"","amount":"486","frequency":"monthly",
        "certainty":"proved","outstanding":"","ends":""}}"#;
    assert_eq!(run(&["call", "add_budget_line", line]).0, 0);
    let (_, out, _) = run(&["dossiers", "--search", "delm"]);
    assert_eq!(out, "2026-001\tSonia Delmas\tInstruction\t2026-12-21\n");
    let paper = folder.path().join("fiche.pdf");
    let out_path = paper.to_str().unwrap();
    assert_eq!(run(&["print", "budget_sheet", "--dossier", "2026-001", "--out", out_path]).0, 0);
    assert!(std::fs::read(&paper).unwrap().starts_with(b"%PDF"));
    let (code, out, _) = run(&["verify"]);
    assert!(code == 0 && out.starts_with("Tout est en ordre : 1 dossier"), "{out}");
    let (_, out, _) = run(&["papers", "--json"]);
    let papers: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(papers.pointer("/papers/0/key").unwrap(), "budget_sheet");
}

#[test]
fn a_folder_beside_the_program_makes_it_portable() {
    let stick = tempfile::tempdir_in(program().parent().unwrap()).unwrap();
    let (carried, home) = (stick.path().join(program().file_name().unwrap()), stick.path().join("home"));
    std::fs::hard_link(program(), &carried).unwrap();
    for folder in [stick.path().join("etrier-portable"), home.clone()] {
        std::fs::create_dir(folder).unwrap();
    }
    let mut init = Command::new(carried);
    init.args(["init", "--name", "CCAS de Valbourg", "--advisor", "Nadia Ferrand"])
        .env("ETRIER_PASSPHRASE", PASSPHRASE);
    let folders = ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"];
    folders.iter().fold(&mut init, |init, folder| init.env_remove(folder));
    let made = init.env("HOME", &home).env("ETRIER_KDF", "smallest").output().unwrap();
    assert_eq!(said(&made).0, 0, "{made:?}");
    assert!(stick.path().join("etrier-portable/vault/current").is_file());
    assert_eq!(std::fs::read_dir(home).unwrap().count(), 0, "the computer keeps nothing");
}

#[test]
fn a_refusal_is_a_sentence_or_json_with_its_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str], passphrase: &str| said(&cli(folder.path(), arguments, passphrase));
    let (code, _, err) = run(&["dossiers"], PASSPHRASE);
    assert!(code == 1 && err.contains("pas encore de coffre"), "{err}");
    run(&["init", "--name", "CCAS", "--advisor", "N. Ferrand"], PASSPHRASE);
    let (code, out, err) = run(&["dossiers"], "ce n’est pas elle du tout");
    assert!(code == 1 && out.is_empty() && err.contains("bonne phrase"), "{err}");
    let (code, out, _) = run(&["--json", "call", "dossier", r#"{"dossier":9}"#], PASSPHRASE);
    let failure: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, failure["kind"].as_str()), (1, Some("gone")));
    let (code, _, err) = run(&["init", "--name", "CCAS", "--advisor", "N. Ferrand"], PASSPHRASE);
    assert!(code == 1 && err.contains("existe déjà"), "{err}");
    assert_eq!(run(&["call", "dossier", "pas du JSON"], PASSPHRASE).0, 2);
    assert_eq!(run(&["danse"], PASSPHRASE).0, 2);
    let database = folder.path().join("vault/generation-000001/office.db");
    let mut bytes = std::fs::read(&database).unwrap();
    bytes[4_200] ^= 1;
    std::fs::write(&database, bytes).unwrap();
    let (code, _, err) = run(&["verify"], PASSPHRASE);
    assert!(code == 3 && err.contains("n’est pas en cause"), "{err}");
}

#[test]
fn an_office_open_in_the_window_is_busy_for_the_command_line() {
    let office = an_office();
    let (code, _, err) = said(&cli(office.folder.path(), &["dossiers"], PASSPHRASE));
    assert!(code == 1 && err.contains("déjà ouvert"), "{err}");
}

#[test]
fn the_list_of_calls_is_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, _) = said(&cli(folder.path(), &["--json", "calls"], PASSPHRASE));
    let listed: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(code, 0);
    assert_eq!(listed["calls"].as_array().unwrap().len(), desk::calls::CALLS.len());
    assert!(listed["types"].as_str().unwrap().contains("interface Calls"));
}

/// The same, with something on stdin.
fn fed(office: &Path, arguments: &[&str], input: &str) -> Output {
    use std::io::Write;
    let mut running = Command::new(program())
        .args(["--today", "2026-12-18", "--office"])
        .arg(office)
        .args(arguments)
        .env("ETRIER_PASSPHRASE", PASSPHRASE)
        .env("ETRIER_KDF", "smallest")
        .env_remove("ETRIER_RECOVERY_CODE")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    running.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    running.wait_with_output().unwrap()
}

#[test]
fn a_loan_is_worked_out_without_an_office() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| said(&cli(folder.path(), arguments, PASSPHRASE));
    let loan = ["simulate", "--amount", "2000", "--annual-rate", "4", "--months", "24"];
    let (code, out, _) =
        run(&[&["--json"][..], &loan, &["--disbursed", "2026-12-05", "--first-due", "2027-01-05"]].concat());
    let found: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(code, 0);
    let fields: Vec<&String> = found.as_object().unwrap().keys().collect();
    assert_eq!(fields, ["instalments", "taeg", "total_cost", "total_interest"]);
    assert_eq!((&found["total_interest"], &found["taeg"]), (&"84.39".into(), &"4.07".into()));
    assert_eq!(
        found["instalments"][0],
        serde_json::json!({ "number": 1, "due": "2027-01-05", "principal": "80.18", "interest": "6.67",
            "insurance": "0.00", "total": "86.85", "outstanding": "1919.82" })
    );
    let (_, out, _) = run(&loan);
    assert!(out.contains("1\t–\t86,85\t80,18\t6,67\t0,00\t1919,82") && out.ends_with("TAEG : 4,07 %\n"), "{out}");
    let (code, out, _) = run(&["--json", "simulate", "--amount", "-5", "--annual-rate", "4", "--months", "24"]);
    let refused: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &refused["field"]), (1, &"amount".into()));
    assert_eq!(run(&["simulate", "--amount", "2000"]).0, 2);
    assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none(), "nothing is written");
}

#[test]
fn a_taeg_is_found_from_flows_on_stdin() {
    let folder = tempfile::tempdir().unwrap();
    let flows = r#"{"flows":[{"years":"0","amount":"-1000"},{"years":"1.5","amount":"1200"}]}"#;
    let (code, out, _) = said(&fed(folder.path(), &["--json", "taeg"], flows));
    let found: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &found["taeg"]), (0, &"12.92".into()));
    assert!(found["exact"].as_str().unwrap().starts_with("12.9243"), "{found}");
    assert_eq!(said(&fed(folder.path(), &["taeg"], "pas du JSON")).0, 2);
}

#[test]
fn a_demonstration_is_made_and_its_papers_and_bilan_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let out_folder = folder.path().join("papiers");
    let run = |arguments: &[&str]| said(&fed(&office, arguments, ""));
    let (code, out, err) = run(&["demo", "--dossiers", "20", "--seed", "3"]);
    assert!(code == 0 && out.contains("Code de secours"), "{out}{err}");
    assert_eq!(run(&["demo"]).0, 1, "there is an office already");
    let (_, out, _) = run(&["dossiers", "--search", "sonia delmas"]);
    let (reference, rest) = out.split_once('\t').unwrap();
    assert_eq!(rest, "Sonia Delmas\tContrat signé\t2026-12-31\n");
    let papers = out_folder.to_str().unwrap();
    let (code, out, err) = run(&["--json", "print", "--all", "--dossier", reference, "--out", papers]);
    assert_eq!(code, 0, "{out}{err}");
    let printed: Value = serde_json::from_str(&out).unwrap();
    let keys: Vec<&str> =
        printed["saved"].as_array().unwrap().iter().map(|one| one["paper"].as_str().unwrap()).collect();
    assert_eq!(
        keys,
        [
            "budget_sheet",
            "schedule",
            "lender_comparison",
            "take_home_sheet",
            "support_charter",
            "consent",
            "bank_file",
            "missing_documents",
            "workings",
            "current_schedule",
            "survey",
            "data_notice"
        ],
        "every paper of the dossier is ready"
    );
    for saved in printed["saved"].as_array().unwrap() {
        assert!(std::fs::read(saved["file"].as_str().unwrap()).unwrap().starts_with(b"%PDF"));
    }
    for paper in ["data_notice", "processing_register"] {
        let file = folder.path().join(format!("{paper}.pdf"));
        let (code, out, err) = run(&["print", paper, "--out", file.to_str().unwrap()]);
        assert_eq!(code, 0, "{out}{err}");
        assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF"), "{paper} is of the office alone");
    }
    let sessions: Value = serde_json::from_str(&run(&["call", "sessions", "{}"]).1).unwrap();
    let day = sessions["held"][0]["day"].as_str().unwrap();
    for paper in ["committee_agenda", "committee_booklet", "committee_minutes"] {
        let file = folder.path().join(format!("{paper}.pdf"));
        let (code, out, err) = run(&["print", paper, "--session", day, "--out", file.to_str().unwrap()]);
        assert_eq!(code, 0, "{out}{err}");
        assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF"), "{paper} is of a session");
    }
    let (code, _, err) = run(&["print", "committee_agenda", "--session", "2020-01-01", "--out", papers]);
    assert!(code == 2 && err.contains("Aucune séance le 2020-01-01"), "{err}");
    assert!(run(&["papers"]).1.contains("committee_booklet\tLivret de séance\t--session"));
    for (format, start) in [("json", &b"{"[..]), ("pdf", b"%PDF"), ("xlsx", b"PK"), ("csv", "\u{feff}".as_bytes())] {
        let file = folder.path().join(format!("bilan.{format}"));
        let written = file.to_str().unwrap();
        let (code, out, err) = run(&["report", "--year", "2026", "--format", format, "--out", written]);
        assert!(code == 0 && out.ends_with(".\n"), "{format}: {out}{err}");
        assert!(std::fs::read(&file).unwrap().starts_with(start), "{format}");
        assert!(is_private(&file), "{format}: nobody else reads it");
    }
    let data = std::fs::read_to_string(folder.path().join("bilan.json")).unwrap();
    let data: Value = serde_json::from_str(&data).unwrap();
    assert_eq!(data["period"], serde_json::json!({ "from": "2026-01-01", "to": "2026-12-31" }));
    assert!(
        data["indicators"].as_array().unwrap().iter().any(|one| one["key"] == "requests" && one["unit"] == "dossiers")
    );
    assert!(data["tables"].as_array().unwrap().iter().any(|one| one["key"] == "purposes"));
    let half = run(&["report", "--from", "2026-01-01", "--format", "json", "--out", papers]);
    assert_eq!(half.0, 2, "{}", half.2);
}

#[test]
fn a_register_is_tried_line_by_line_then_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| said(&cli(folder.path(), arguments, PASSPHRASE));
    run(&["init", "--name", "CCAS de Valbourg", "--advisor", "Nadia Ferrand"]);
    let file = folder.path().join("registre.csv");
    let text = "NOM PRENOM;NE(E) LE;OBJET;MT;Date demande\nMERCADIEU Paul;31/02/1981;permis B;1200;2016\n\
                CASTAGNER Odette;17/01/1949;dentiste;750;12/03/2016\nDUPRAT Léa et Tom;19/05/1985;voiture;2000;2016\n";
    std::fs::write(&file, text).unwrap();
    let file = file.to_str().unwrap();
    let (code, out, _) = run(&["import", file, "--dry-run"]);
    assert_eq!(code, 1, "a line is to settle: {out}");
    assert!(out.contains("2\tÀ créer\tMERCADIEU Paul\tgardé tel quel : Naissance « 31/02/1981 »"), "{out}");
    assert!(out.contains("3\tÀ créer\tCASTAGNER Odette"), "{out}");
    assert!(out.contains("4\tÀ trancher\tDUPRAT Léa et Tom\tDeux personnes dans la même case ?"), "{out}");
    assert!(out.contains("2 à créer, 0 à mettre à jour, 0 déjà là, 1 à trancher, 0 refusées."), "{out}");
    assert_eq!(run(&["dossiers"]).1, "", "nothing was written");
    let mapping = folder.path().join("colonnes.json");
    let without_birth = r#"{"sheet":"","columns":{"NE(E) LE":""},"stated":{"year":"2016"}}"#;
    std::fs::write(&mapping, without_birth).unwrap();
    let (code, out, _) = run(&["--json", "import", file, "--mapping", mapping.to_str().unwrap()]);
    let told: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, told["taken"]["created"].as_u64()), (1, Some(2)), "{told}");
    assert_eq!(told["rows"][0]["line"], 2);
    assert!(run(&["dossiers"]).1.contains("Paul MERCADIEU"));
    let (code, out, _) = run(&["import", file, "--dry-run"]);
    assert!(code == 1 && out.contains("2 déjà là"), "the columns are read as the last time: {out}");
    assert_eq!(run(&["verify"]).0, 0);
    let (code, _, refused) = run(&["import", mapping.with_extension("xlsx").to_str().unwrap()]);
    assert!(code == 1 && refused.contains("n’a pas pu être lu"), "{refused}");
}

#[test]
fn one_desk_answers_a_page_line_by_line() {
    let folder = tempfile::tempdir().unwrap();
    cli(folder.path(), &["init", "--name", "CCAS de Valbourg", "--advisor", "Nadia Ferrand"], PASSPHRASE);
    let mut serve = command(folder.path());
    serve.arg("serve").env("ETRIER_PASSPHRASE", PASSPHRASE).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut serve = serve.spawn().unwrap();
    let asked = r#"{"command":"call","name":"status","input":{}}
        {"command":"call","name":"lock","input":{}}
        {"command":"call","name":"office","input":{}}
        {"command":"bytes","name":"logo_picture","input":{}}
        "#;
    serve.stdin.take().unwrap().write_all(asked.replace("        ", "").as_bytes()).unwrap();
    let answered = serve.wait_with_output().unwrap();
    let told = String::from_utf8(answered.stdout).unwrap();
    let told: Vec<Value> = told.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(told.len(), 4);
    assert_eq!(told[0]["done"]["state"], "open");
    assert_eq!(told[1]["done"], Value::Object(serde_json::Map::new()));
    assert_eq!(told[2]["failure"]["kind"], "locked");
    assert_eq!(told[3]["failure"]["kind"], "locked");
}
