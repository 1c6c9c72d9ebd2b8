//! The same office from the command line: another process, its exit codes and its JSON.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::office::{PASSPHRASE, an_office, plain};

/// `etrier-cli` beside this test; `cargo test --workspace` and `./check` build it.
fn program() -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let program = tests.ancestors().nth(2).unwrap().join(format!("etrier-cli{}", std::env::consts::EXE_SUFFIX));
    assert!(program.exists(), "build it first: cargo build -p cli");
    program
}

fn cli(office: &Path, arguments: &[&str], passphrase: &str) -> Output {
    Command::new(program())
        .args(["--today", "2026-11-20", "--office"])
        .arg(office)
        .args(arguments)
        .env("ETRIER_PASSPHRASE", passphrase)
        .env("ETRIER_KDF", "smallest")
        .env_remove("ETRIER_RECOVERY_CODE")
        .output()
        .unwrap()
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
    let line = r#"{"dossier":1,"entry":"rent","detail":"","amount":"486","frequency":"monthly","certainty":"proved",
        "outstanding":"","ends":""}"#;
    assert_eq!(run(&["call", "add_budget_line", line]).0, 0);
    let (_, out, _) = run(&["dossiers", "--search", "delm"]);
    assert_eq!(out, "2026-001\tSonia Delmas\tInstruction\t2026-12-20\n");
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
