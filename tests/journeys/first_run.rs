//! From the first start to the lock screen: creation, unlocking, wrong secrets, damage.

use std::fs;
use std::time::Duration;

use desk::FailureKind;
use serde_json::json;

use crate::office::{PASSPHRASE, a_request, an_empty_folder, an_office, assert_refused, text};

#[test]
fn an_empty_folder_is_a_first_run_and_nothing_is_written_by_looking() {
    let mut office = an_empty_folder();
    assert_eq!(text(&office.call("status", json!({})), "/state"), "none");
    assert_eq!(fs::read_dir(office.folder.path()).unwrap().count(), 0, "looking creates nothing");
}

#[test]
fn an_office_is_created_only_once_its_code_was_copied() {
    let mut office = an_empty_folder();
    let early = office.refused(
        "create_office",
        json!({ "name": "CCAS", "advisor": "N. Ferrand", "address": "", "phone": "", "passphrase": PASSPHRASE,
            "retyped": ["0000", "0000"] }),
    );
    assert_refused(&early, FailureKind::Refused, None);
    let prepared = office.call("prepare_office", json!({}));
    assert_eq!(prepared["recovery_code"].as_array().unwrap().len(), 8);
    let number = prepared["asked"][0].as_u64().unwrap();
    let group = prepared["recovery_code"][number as usize - 1].as_str().unwrap().to_owned();
    let copied = office.call("check_recovery_group", json!({ "number": number, "typed": group.to_lowercase() }));
    assert_eq!(text(&copied, "/text"), "Exact");
    let mut wrong: Vec<char> = group.chars().collect();
    wrong[2] = if wrong[2] == 'Z' { 'Y' } else { 'Z' };
    let wrong: String = wrong.into_iter().collect();
    let refused = office.refused("check_recovery_group", json!({ "number": number, "typed": wrong }));
    assert_refused(&refused, FailureKind::Refused, Some("typed"));
    assert!(refused.message.starts_with("Troisième caractère"), "{}", refused.message);
    let refused = office.refused(
        "create_office",
        json!({ "name": "CCAS de Valbourg", "advisor": "N. Ferrand", "address": "", "phone": "",
            "passphrase": PASSPHRASE, "retyped": [wrong, "0000"] }),
    );
    assert_refused(&refused, FailureKind::Refused, Some("retyped_1"));
    assert_eq!(text(&office.call("status", json!({})), "/state"), "none", "nothing was created");
}

#[test]
fn each_field_of_the_first_run_says_what_it_lacks() {
    let mut office = an_empty_folder();
    office.call("prepare_office", json!({}));
    let input = |name: &str, advisor: &str, phone: &str, passphrase: &str| {
        json!({ "name": name, "advisor": advisor, "address": "", "phone": phone, "passphrase": passphrase,
            "retyped": ["", ""] })
    };
    for (name, advisor, phone, passphrase, field) in [
        (" ", "N. Ferrand", "", PASSPHRASE, "name"),
        ("CCAS", "", "", PASSPHRASE, "advisor"),
        ("CCAS", "N. Ferrand", "12", PASSPHRASE, "phone"),
        ("CCAS", "N. Ferrand", "", "trop court", "passphrase"),
    ] {
        let refused = office.refused("create_office", input(name, advisor, phone, passphrase));
        assert_refused(&refused, FailureKind::Refused, Some(field));
    }
    let weighed = office.call("weigh_passphrase", json!({ "passphrase": PASSPHRASE }));
    assert_eq!((weighed["enough"].as_bool(), weighed["strength"].as_u64()), (Some(true), Some(3)));
    let proposed = office.call("propose_passphrase", json!({}));
    let weighed = office.call("weigh_passphrase", json!({ "passphrase": proposed["passphrase"] }));
    assert_eq!(text(&weighed, "/text"), "Très solide.");
    let own = json!({ "passphrase": "nadiaferrand1 valbourg", "names": ["CCAS de Valbourg", "Nadia Ferrand"] });
    assert_eq!(office.call("weigh_passphrase", own)["enough"], false, "names are no secret");
}

#[test]
fn both_secrets_open_the_office() {
    let mut office = an_office();
    office.call("record_request", a_request("Sonia", "Delmas"));
    let mut office = office.restarted();
    assert_eq!(text(&office.call("status", json!({})), "/state"), "locked");
    let opened = office.unlock();
    assert_eq!(text(&opened, "/office"), "CCAS de Valbourg");
    assert_eq!(opened["told"].as_array().unwrap().len(), 0);
    office.call("lock", json!({}));
    let typed = office.code.to_lowercase().replace('-', " ");
    office.call("unlock_with_code", json!({ "code": typed }));
    assert_eq!(text(&office.call("status", json!({})), "/state"), "open");
    let found = office.call("dossiers", json!({ "search": "delmas", "offset": 0 }));
    assert_eq!(found["found"], 1);
}

#[test]
fn a_wrong_phrase_makes_the_next_try_wait_and_erases_nothing() {
    let mut office = an_office();
    office.call("lock", json!({}));
    let wrong = office.refused("unlock", json!({ "passphrase": "ce n’est pas elle du tout" }));
    assert_refused(&wrong, FailureKind::WrongSecret, Some("passphrase"));
    assert_eq!(office.call("status", json!({}))["wait_seconds"], 1);
    let early = office.refused("unlock", json!({ "passphrase": PASSPHRASE }));
    assert_refused(&early, FailureKind::WrongSecret, None);
    for expected in [2, 4, 8, 16, 30, 30] {
        office.moment.running += Duration::from_secs(31);
        office.refused("unlock", json!({ "passphrase": "toujours pas elle" }));
        assert_eq!(office.call("status", json!({}))["wait_seconds"], expected);
    }
    office.moment.running += Duration::from_secs(31);
    office.unlock();
    assert_eq!(office.call("status", json!({}))["wait_seconds"], 0);
}

#[test]
fn a_code_copied_wrong_names_its_group() {
    let mut office = an_office();
    office.call("lock", json!({}));
    let mut groups: Vec<String> = office.code.split('-').map(str::to_owned).collect();
    let sign = if groups[4].starts_with('Z') { "Y" } else { "Z" };
    groups[4].replace_range(0..1, sign);
    let refused = office.refused("unlock_with_code", json!({ "code": groups.join(" ") }));
    assert_refused(&refused, FailureKind::WrongSecret, Some("code"));
    assert!(refused.message.contains("groupe 5"), "{}", refused.message);
    let short = office.refused("unlock_with_code", json!({ "code": "7KQM" }));
    assert_refused(&short, FailureKind::WrongSecret, Some("code"));
    assert_eq!(office.call("status", json!({}))["wait_seconds"], 0, "a slip of the pen is not a try");
}

#[test]
fn a_damaged_file_is_never_called_a_wrong_phrase() {
    let mut office = an_office();
    office.call("record_request", a_request("Sonia", "Delmas"));
    office.call("lock", json!({}));
    let database = office.folder.path().join("vault/generation-000001/office.db");
    let sound = fs::read(&database).unwrap();
    for place in [20, 5_000, sound.len() - 200] {
        let mut damaged = sound.clone();
        damaged[place] ^= 1;
        fs::write(&database, &damaged).unwrap();
        let refused = office.refused("unlock", json!({ "passphrase": PASSPHRASE }));
        assert_refused(&refused, FailureKind::Damaged, None);
        assert!(refused.remedy.is_some(), "it says what to do");
    }
    fs::remove_file(&database).unwrap();
    assert!(office.call("status", json!({}))["has_problem"].is_string());
    let refused = office.refused("unlock", json!({ "passphrase": PASSPHRASE }));
    assert_refused(&refused, FailureKind::Damaged, None);
    assert!(!database.exists(), "a missing database is never made anew");
    fs::write(&database, sound).unwrap();
    office.unlock();
}

#[test]
fn a_second_desk_finds_the_office_busy() {
    let office = an_office();
    let mut other = an_empty_folder();
    other.desk = desk::Desk::at(office.folder.path());
    let refused = other.refused("unlock", json!({ "passphrase": PASSPHRASE }));
    assert_refused(&refused, FailureKind::Busy, None);
}

#[test]
fn an_office_is_never_made_over_another() {
    let mut office = an_office();
    office.call("lock", json!({}));
    let prepared = office.call("prepare_office", json!({}));
    let group =
        |place: usize| prepared["recovery_code"][prepared["asked"][place].as_u64().unwrap() as usize - 1].clone();
    let refused = office.refused(
        "create_office",
        json!({ "name": "Autre", "advisor": "Autre", "address": "", "phone": "", "passphrase": PASSPHRASE,
            "retyped": [group(0), group(1)] }),
    );
    assert_refused(&refused, FailureKind::Refused, None);
    office.unlock();
}

#[test]
fn no_name_is_readable_in_the_folder() {
    let mut office = an_office();
    office.delmas();
    let draft = json!({ "dossier": null, "form": "new_request", "body": "{\"last_name\":\"Tessoreau\"}" });
    office.call("keep_draft", draft);
    office.call("lock", json!({}));
    let mut files = vec![office.folder.path().to_owned()];
    let mut read = 0;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        read += 1;
        for name in ["Delmas", "Sonia", "Lina", "Valbourg", "Ferrand", "Tessoreau", "0639984107", "SQLite format"] {
            let clear = bytes.windows(name.len()).any(|window| window == name.as_bytes());
            assert!(!clear, "{name} in {}", path.display());
        }
    }
    assert!(read >= 3, "header, its copy and the database were read");
}
