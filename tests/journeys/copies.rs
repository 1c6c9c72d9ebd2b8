//! Copies: made by themselves, carried on a stick, looked at, put back; a new computer with only a stick and the code.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use desk::{FailureKind, Moment};
use serde_json::{Value, json};

use crate::cli::command;
use crate::office::{Office, PASSPHRASE, an_empty_folder, an_office, assert_refused, at, text};

fn later(office: &mut Office, hours: i64) {
    let now = office.moment.now + chrono::TimeDelta::hours(hours);
    office.moment = Moment::at(now, "Europe/Paris", office.moment.running + Duration::from_secs(60));
}

/// Locks as the window does: the copy taken while locking is verified beside.
fn lock(office: &mut Office) -> Value {
    office.call("lock", json!({}));
    office.call("finish_copies", json!({}))
}

fn rows(office: &Office, view: &Value) -> Vec<(String, String)> {
    let _ = office;
    let rows = view["rows"].as_array().unwrap();
    rows.iter().map(|row| (text(row, "/reason"), text(row, "/verdict"))).collect()
}

fn backups(office: &Office) -> PathBuf {
    office.folder.path().join("vault/backups")
}

fn stamps(place: &Path) -> Vec<String> {
    let names = fs::read_dir(place).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut stamps: Vec<String> = names.filter(|name| name.starts_with("20")).collect();
    stamps.sort();
    stamps
}

fn with_code(place: &str, stamp: &Value, code: &str) -> Value {
    json!({ "place": place, "stamp": stamp, "passphrase": "", "code": code })
}

fn with_passphrase(place: &str, stamp: &Value) -> Value {
    json!({ "place": place, "stamp": stamp, "passphrase": PASSPHRASE, "code": "" })
}

/// A stick: its folder and its handle.
fn plug(office: &Office, name: &str) -> (tempfile::TempDir, PathBuf) {
    let stick = tempfile::tempdir().unwrap();
    let folder = stick.path().join(name);
    fs::create_dir(&folder).unwrap();
    office.files.offer("stick", folder.clone());
    (stick, folder)
}

#[test]
fn copies_make_themselves_at_opening_and_at_closing_when_something_changed() {
    let mut office = an_office();
    let view = office.call("copies", json!({}));
    assert_eq!(text(&view, "/here/value"), "aucune");
    assert_eq!(office.call("copy_if_due", json!({}))["made"], true, "there was none");
    assert_eq!(office.call("copy_if_due", json!({}))["made"], false);
    office.request_of("Sonia", "Delmas");
    assert_eq!(lock(&mut office)["made"], true);
    later(&mut office, 1);
    let status = office.call("status", json!({}));
    assert_eq!(text(&status, "/copies"), "Dernière copie : aujourd’hui, 13 h 00 ; aucune hors de l’ordinateur.");
    office.unlock();
    assert_eq!(office.call("copy_if_due", json!({}))["made"], false, "an hour old");
    assert_eq!(lock(&mut office)["made"], false, "nothing changed");
    later(&mut office, 21);
    office.unlock();
    assert_eq!(office.call("copy_if_due", json!({}))["made"], true, "a day old");
    let view = office.call("copies", json!({}));
    let expected =
        ["à l’ouverture", "au verrouillage", "à l’ouverture"].map(|why| (why.to_owned(), "Vérifiée".to_owned()));
    assert_eq!(rows(&office, &view), expected);
    assert_eq!(text(&view, "/here/note"), "vérifiée en la rouvrant, 1 dossier, 0 fichier");
}

#[test]
fn a_copy_goes_on_the_stick_in_one_press_and_its_age_shows() {
    let mut office = an_office();
    office.request_of("Sonia", "Delmas");
    let refused = office.refused("copy_outside", json!({ "place": "" }));
    assert_refused(&refused, FailureKind::Refused, Some("place"));
    let today = office.call("today", json!({}));
    assert!(text(&today, "/notices/0/text").starts_with("Aucune copie n’est encore hors de l’ordinateur"));
    let (_stick, folder) = plug(&office, "CCAS-SAUVE");
    let view = office.call("choose_copy_place", json!({ "folder": "stick" }));
    assert_eq!(text(&view, "/place"), "CCAS-SAUVE");
    let done = office.call("copy_outside", json!({ "place": "" }));
    assert_eq!(text(&done, "/sentence"), "Copie faite sur CCAS-SAUVE et relue : 1 dossier, 0 fichier.");
    assert_eq!(stamps(&folder).len(), 1);
    let today = office.call("today", json!({}));
    // The stick of this test is a folder beside the office: that is told.
    let last = "Copie sur le même disque, aujourd’hui".to_owned();
    assert_eq!((&today["notices"], text(&today, "/last_copy")), (&json!([]), last));
    let view = office.call("copies", json!({}));
    let same =
        "CCAS-SAUVE ; à refaire dans 7 jours. Même disque que vos dossiers : un vol ou une panne emporterait les deux";
    assert_eq!((text(&view, "/outside/note"), &view["outside"]["meaning"]), (same.to_owned(), &json!("due")));
    assert_eq!(view["rows"].as_array().unwrap().len(), 2, "here and there");
    for (days, meaning) in [(8, "due"), (15, "late")] {
        let moment = at("2026-11-20");
        office.moment = Moment::at(moment.now + chrono::TimeDelta::days(days), "Europe/Paris", moment.running);
        let today = office.call("today", json!({}));
        let told = format!("Dernière copie hors de l’ordinateur : il y a {days} jours.");
        assert_eq!((text(&today, "/notices/0/text"), &today["notices"][0]["meaning"]), (told, &json!(meaning)));
    }
    let listed = fs::read_to_string(backups(&office).join("outside")).unwrap();
    assert!(!listed.contains(folder.to_str().unwrap()), "no path beside the vault");
}

#[test]
fn a_stick_that_is_absent_another_or_protected_says_so_until_a_copy_succeeds() {
    let mut office = an_office();
    let (_stick, folder) = plug(&office, "CLE");
    office.call("choose_copy_place", json!({ "folder": "stick" }));
    let aside = folder.with_extension("aside");
    fs::rename(&folder, &aside).unwrap();
    let absent = office.refused("copy_outside", json!({ "place": "" }));
    assert!(absent.sentence().contains("Branchez la clé"), "{}", absent.sentence());
    let failures = |office: &mut Office| office.call("copies", json!({}))["failures"].as_array().unwrap().len();
    assert_eq!(failures(&mut office), 1);
    assert!(text(&office.call("today", json!({})), "/notices/0/text").contains("elle n’était pas branchée"));
    // The folder of a stick that is not mounted is an empty folder of the disk.
    fs::create_dir(&folder).unwrap();
    office.refused("copy_outside", json!({ "place": "" }));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "nothing is written elsewhere than on the stick");
    fs::remove_dir(&folder).unwrap();
    fs::rename(&aside, &folder).unwrap();
    office.call("copy_outside", json!({ "place": "" }));
    assert_eq!(failures(&mut office), 0);
}

#[test]
fn a_copy_is_compared_looked_at_put_back_and_taken_back() {
    let mut office = an_office();
    office.request_of("Sonia", "Delmas");
    office.call("copy_here", json!({}));
    let then = office.dump();
    let second = office.request_of("Karim", "Haddad");
    office.call("change_person", json!({ "dossier": 1, "field": "commune", "value": "Valbourg" }));
    let now = office.dump();
    let view = office.call("copies", json!({}));
    let stamp = view["rows"][0]["stamp"].clone();
    let compared = office.call("compare_copy", json!({ "place": "", "stamp": stamp }));
    assert_eq!(
        text(&compared, "/sentence"),
        "Il y aurait en moins, si vous remplacez : 1 dossier créé depuis (2026-002), 1 modifié."
    );
    let copy = json!({ "place": "", "stamp": stamp, "passphrase": "", "code": "" });
    office.call("look_at_copy", copy.clone());
    assert_eq!(office.dump(), then);
    let status = office.call("status", json!({}));
    assert_eq!(
        text(&status, "/looked"),
        "Vous regardez une copie (aujourd’hui, 13 h 00, cet ordinateur), sans rien remplacer : rien ne s’y écrit."
    );
    let refused = office.refused("change_person", json!({ "dossier": 1, "field": "commune", "value": "Ailleurs" }));
    assert!(refused.message.contains("Vous regardez une copie"), "{}", refused.message);
    office.call("stop_looking", json!({}));
    assert_eq!(office.dump(), now);
    let refused = office.refused("restore_copy", copy);
    assert_refused(&refused, FailureKind::Refused, Some("passphrase"));
    let mut wrong = with_passphrase("", &stamp);
    wrong["passphrase"] = json!("une autre phrase que la bonne");
    assert_refused(&office.refused("restore_copy", wrong), FailureKind::WrongSecret, Some("passphrase"));
    assert_eq!(office.dump(), now);
    later(&mut office, 1);
    let opened = office.call("restore_copy", with_passphrase("", &stamp));
    assert!(text(&opened, "/told/0").starts_with("Ces dossiers sont ceux d’une copie"), "{opened}");
    assert_eq!(office.dump(), then);
    let view = office.call("copies", json!({}));
    assert!(text(&view, "/restored").contains("L’état d’avant est gardé jusqu’au 20 décembre 2026."), "{view}");
    assert!(rows(&office, &view).iter().any(|(why, _)| why == "avant une restauration"));
    office.call("undo_restore", json!({}));
    office.unlock();
    assert_eq!(office.dump(), now);
    assert!(office.call("dossier", json!({ "dossier": second }))["reference"] == "2026-002");
}

#[test]
fn looking_at_a_copy_is_over_at_the_lock_and_leaves_nothing_readable() {
    let mut office = an_office();
    office.call("copy_here", json!({}));
    office.request_of("Karim", "Haddad");
    let stamp = office.call("copies", json!({}))["rows"][0]["stamp"].clone();
    office.call("look_at_copy", json!({ "place": "", "stamp": stamp, "passphrase": "", "code": "" }));
    let private = office.folder.path().join("opened/looked");
    assert!(private.exists());
    lock(&mut office);
    assert!(!private.exists());
    assert_eq!(stamps(&backups(&office)).len(), 2, "the office itself had changed: it was copied");
    office.unlock();
    assert!(office.dump().contains("Haddad"));
}

#[test]
fn a_dead_office_is_put_back_from_the_lock_screen() {
    for lost in [&["office.db"][..], &["header", "header.copy"], &["office.db", "header", "header.copy"]] {
        let mut office = an_office();
        office.request_of("Sonia", "Delmas");
        let then = office.dump();
        lock(&mut office);
        for name in lost {
            fs::write(office.folder.path().join("vault/generation-000001").join(name), "").unwrap();
        }
        let mut office = office.restarted();
        let status = office.call("status", json!({}));
        assert_eq!(status["state"], "locked");
        assert!(!text(&status, "/has_problem").is_empty());
        let read = office.call("read_copies", json!({ "place": "" }));
        assert_eq!(text(&read, "/rows/0/verdict"), "Vérifiée");
        let stamp = read["rows"][0]["stamp"].clone();
        let code = office.code.clone();
        office.call("look_at_copy", with_code("", &stamp, &code));
        assert_eq!(office.dump(), then);
        assert_eq!(office.call("stop_looking", json!({}))["state"], "locked");
        office.call("restore_copy", with_code("", &stamp, &code));
        assert_eq!(office.dump(), then);
        lock(&mut office);
        office.unlock();
        assert_eq!(office.call("verify", json!({}))["sound"], true);
    }
}

/// Another computer, a stick, the printed code: the whole office is back.
#[test]
fn a_new_computer_with_a_stick_and_the_code_has_the_whole_office() {
    let mut office = an_office();
    let dossier = office.delmas();
    let (_stick, folder) = plug(&office, "CLE");
    office.call("copy_outside", json!({ "place": "stick" }));
    let (then, code) = (office.dump(), office.code.clone());
    let budget = office.call("budget", json!({ "dossier": dossier }));
    drop(office);
    let mut new = an_empty_folder();
    assert_eq!(new.call("status", json!({}))["state"], "none");
    new.files.offer("stick", folder);
    let read = new.call("read_copies", json!({ "place": "stick" }));
    let stamp = read["rows"][0]["stamp"].clone();
    let mut wrong = with_code("stick", &stamp, &code);
    wrong["code"] = json!("ABCD");
    assert_refused(&new.refused("restore_copy", wrong), FailureKind::WrongSecret, Some("code"));
    let opened = new.call("restore_copy", with_code("stick", &stamp, &code));
    assert_eq!(text(&opened, "/office"), "CCAS de Valbourg");
    assert_eq!(new.dump(), then);
    lock(&mut new);
    new.unlock();
    assert_eq!(new.call("budget", json!({ "dossier": dossier })), budget);
    assert_eq!(new.call("verify", json!({}))["sound"], true);
}

#[test]
fn a_copy_looked_at_ends_no_wait_and_a_restoration_tells_the_tries_that_missed() {
    let (mut office, mut other) = (an_office(), an_office());
    office.call("copy_here", json!({}));
    let own = office.call("copies", json!({}))["rows"][0]["stamp"].clone();
    let (_stick, folder) = plug(&other, "CLE");
    other.call("copy_outside", json!({ "place": "stick" }));
    office.files.offer("stick", folder);
    lock(&mut office);
    let missed = |office: &mut Office| {
        later(office, 0);
        office.refused("unlock", json!({ "passphrase": "une autre phrase que la bonne" }));
        office.call("status", json!({}))["wait_seconds"].clone()
    };
    assert_eq!([missed(&mut office), missed(&mut office)], [1, 2]);
    later(&mut office, 0);
    let theirs = office.call("read_copies", json!({ "place": "stick" }))["rows"][0]["stamp"].clone();
    office.call("look_at_copy", with_passphrase("stick", &theirs));
    office.call("stop_looking", json!({}));
    assert_eq!(missed(&mut office), 4, "somebody else's copy says nothing of who is here");
    later(&mut office, 0);
    office.call("restore_copy", with_passphrase("", &own));
    let journal = office.call("access_journal", json!({ "dossier_reference": "", "on": "", "offset": 0 })).to_string();
    assert!(journal.contains("3\u{a0}essais manqués avant"), "{journal}");
    assert_eq!(office.call("status", json!({}))["wait_seconds"], 0);
}

#[test]
fn a_copy_of_another_office_takes_nobodys_place() {
    let (mut office, other) = (an_office(), an_office());
    let mut other = other;
    let (_stick, folder) = plug(&other, "CLE");
    other.call("copy_outside", json!({ "place": "stick" }));
    office.files.offer("stick", folder.clone());
    let before = office.dump();
    let read = office.call("read_copies", json!({ "place": "stick" }));
    assert_eq!(text(&read, "/rows/0/verdict"), "D’une autre clé : sa phrase ou son code l’ouvre");
    let stamp = read["rows"][0]["stamp"].clone();
    let refused = office.refused("restore_copy", with_passphrase("stick", &stamp));
    assert!(refused.message.contains("un autre bureau"), "{}", refused.message);
    assert_eq!(office.dump(), before);
    office.call("copy_outside", json!({ "place": "stick" }));
    assert_eq!(stamps(&folder).len(), 2, "two offices share a stick and leave each other's copies alone");
}

#[test]
fn the_command_line_copies_lists_and_reopens() {
    let mut office = an_office();
    office.request_of("Sonia", "Delmas");
    office.call("lock", json!({}));
    let (folder, code) = (office.folder.path().to_owned(), office.code.clone());
    let stick = tempfile::tempdir().unwrap();
    let place = stick.path().join("copies");
    let run = |office: &Path, arguments: &[&str], secret: (&str, &str)| {
        let output = command(office).args(arguments).env(secret.0, secret.1).output().unwrap();
        let words = |bytes: &[u8]| crate::office::plain(&String::from_utf8_lossy(bytes));
        (output.status.code().unwrap(), words(&output.stdout), words(&output.stderr))
    };
    let passphrase = ("ETRIER_PASSPHRASE", PASSPHRASE);
    let (done, out, told) = run(&folder, &["backup", place.to_str().unwrap()], passphrase);
    assert_eq!((done, out.trim()), (0, "Copie faite sur copies et relue : 1 dossier, 0 fichier."), "{told}");
    let (done, out, _) = run(&folder, &["backups", place.to_str().unwrap(), "--json"], passphrase);
    let rows: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((done, text(&rows, "/0/verdict")), (0, "Vérifiée".to_owned()));
    let copy = place.join(rows[0]["stamp"].as_str().unwrap());
    let copy = copy.to_str().unwrap();
    let (new, wrong) = (tempfile::tempdir().unwrap(), ("ETRIER_PASSPHRASE", "une phrase qui n’ouvre rien"));
    let (done, _, told) = run(new.path(), &["restore", copy], wrong);
    assert!(done == 1 && told.contains("Rien n’est abîmé"), "{done} {told}");
    let (done, out, told) = run(new.path(), &["restore", copy], ("ETRIER_RECOVERY_CODE", &code));
    assert!(done == 0 && out.contains("Ces dossiers sont ceux d’une copie"), "{done} {out} {told}");
    let (_, out, _) = run(new.path(), &["dossiers"], passphrase);
    assert!(out.contains("Sonia Delmas"));
    let (done, _, told) = run(new.path(), &["restore", copy], passphrase);
    assert!(done == 1 && told.contains("déjà un coffre"), "{told}");
    let database = Path::new(copy).join("office.db");
    let mut bytes = fs::read(&database).unwrap();
    bytes[9000] ^= 1;
    fs::write(&database, bytes).unwrap();
    let (_, out, _) = run(&folder, &["backups", place.to_str().unwrap()], passphrase);
    assert!(out.contains("Inutilisable : le fichier des dossiers est abîmé"), "{out}");
    let third = tempfile::tempdir().unwrap();
    let (done, _, told) = run(third.path(), &["restore", copy], passphrase);
    assert!(done == 3 && told.contains("Choisissez la copie d’avant"), "{done} {told}");
    assert_eq!(run(third.path(), &["backups", "/nulle/part"], passphrase).0, 1);
    assert_eq!(run(third.path(), &["backup"], passphrase).0, 2);
}

#[test]
fn an_office_put_back_is_told_everywhere_until_it_is_answered() {
    let mut office = an_office();
    office.request_of("Sonia", "Delmas");
    office.call("lock", json!({}));
    let database = office.folder.path().join("vault/generation-000001/office.db");
    let older = std::fs::read(&database).unwrap();
    office.unlock();
    office.request_of("Samira", "Vauclerc");
    office.call("copy_here", json!({}));
    office.call("lock", json!({}));
    std::fs::write(&database, older).unwrap();
    let sentence = "Ces dossiers sont plus anciens que leur copie";
    let told = office.unlock();
    assert!(told["told"].to_string().contains(sentence), "{told}");
    let view = office.call("copies", json!({}));
    assert!(text(&view, "/doubts/0/sentence").contains("elle avait 2 dossiers, il y en a 1 ici"), "{view}");
    assert!(text(&office.call("today", json!({})), "/notices/0/text").contains(sentence));
    let verified = office.call("verify", json!({}));
    assert_eq!(verified["sound"], false, "{verified}");
    let journal = office.call("access_journal", json!({ "dossier_reference": "", "on": "", "offset": 0 }));
    assert_eq!(journal["is_whole"], false);
    assert!(text(&journal, "/chain").starts_with("Journal trop court"), "{journal}");
    assert_eq!(office.call("answer_doubts", json!({}))["doubts"], json!([]));
    assert_eq!(office.call("verify", json!({}))["sound"], true);
    office.call("lock", json!({}));
    assert_eq!(office.unlock()["told"], json!([]));
}

#[test]
fn what_was_set_aside_is_listed_counted_at_an_erasure_and_destroyed_by_hand() {
    let mut office = an_office();
    let dossier = office.request_of("Samira", "Vauclerc");
    let gone = |office: &mut Office| text(&office.call("erasure_preview", json!({ "dossier": dossier })), "/stays/2");
    let before = gone(&mut office);
    office.call("lock", json!({}));
    let generation = office.folder.path().join("vault/generation-000001");
    std::fs::copy(generation.join("office.db"), generation.join("office (copie en conflit PC).db")).unwrap();
    office.moment.now += chrono::TimeDelta::days(90);
    office.unlock();
    let view = office.call("copies", json!({}));
    assert_eq!(text(&view, "/aside/0/holds"), "1 personne, 1 dossier");
    assert!(text(&view, "/aside/0/what").contains("copie en conflit"), "{view}");
    assert_ne!(gone(&mut office), before, "the quarantine holds the person longer");
    let name = view["aside"][0]["name"].clone();
    let view = office.call("destroy_aside", json!({ "name": name }));
    assert_eq!(view["aside"], json!([]));
    let gone = office.refused("destroy_aside", json!({ "name": name }));
    assert_eq!(gone.kind, FailureKind::Gone);
}

#[test]
fn a_state_set_aside_that_is_newer_is_put_back_in_one_press() {
    let mut office = an_office();
    office.request_of("Sonia", "Delmas");
    office.call("copy_here", json!({}));
    let stamp = office.call("copies", json!({}))["rows"][0]["stamp"].clone();
    office.call("restore_copy", with_passphrase("", &stamp));
    later(&mut office, 1);
    office.request_of("Samira", "Vauclerc");
    office.call("lock", json!({}));
    fs::write(office.folder.path().join("vault/current"), "generation-000001\n").unwrap();
    let told = office.unlock();
    assert!(told["told"].to_string().contains("Un autre état de vos dossiers"), "{told}");
    let view = office.call("copies", json!({}));
    let name = view["doubts"][0]["state"].clone();
    assert!(name.is_string(), "{view}");
    office.call("bring_back_state", json!({ "name": name }));
    office.unlock();
    assert_eq!(office.call("dossiers", json!({ "search": "", "offset": 0 }))["found"], 2);
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}
