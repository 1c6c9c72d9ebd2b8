//! Scans of a dossier: what is kept, what is refused and why, what is shown, what is lost and told.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use desk::{FailureKind, Progress, calls};
use serde_json::{Value, json};

use crate::cli::command;
use crate::office::{Office, PASSPHRASE, an_office, assert_refused, is_private, plain, text};

/// The files of the corpus, which is kept.
pub fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/attachments").join(name)
}

/// One sound input of each call that writes attachments, on the Delmas dossier.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Option<Value> {
    Some(match call {
        "attach_files" => files(office, dossier, &[&corpus("scripts.pdf"), &corpus("photo.jpg")]),
        "rename_attachment" | "change_attachment" | "rotate_attachment" | "split_attachment" | "remove_attachment" => {
            let id = office.attached(dossier, "scripts.pdf");
            let mut input = json!({ "dossier": dossier, "attachment": id });
            match call {
                "rename_attachment" => input["name"] = json!("Bulletin d’octobre"),
                "change_attachment" => input["document"] = json!("pay_slips"),
                "rotate_attachment" => input["degrees"] = json!(90),
                "split_attachment" => input["starts"] = json!("2"),
                _ => {}
            }
            input
        }
        _ => return None,
    })
}

/// The input that attaches files, offered as a dialog would.
pub fn files(office: &Office, dossier: i64, paths: &[&Path]) -> Value {
    let handle = |path: &&Path| {
        let handle = format!("chosen {}", path.display());
        office.files.offer(&handle, path.to_path_buf());
        handle
    };
    let handles: Vec<String> = paths.iter().map(handle).collect();
    json!({ "dossier": dossier, "files": handles, "document": "", "again": true, "without_photo_information": false })
}

impl Office {
    /// Attaches a file of the corpus and gives its number.
    pub fn attached(&mut self, dossier: i64, name: &str) -> i64 {
        let attached = self.call("attach_files", files(self, dossier, &[&corpus(name)]));
        assert_eq!(attached["files"][0]["is_kept"], true, "{attached}");
        attached["view"]["attachments"].as_array().unwrap().last().unwrap()["id"].as_i64().unwrap()
    }

    pub fn bytes(&mut self, name: &str, input: Value) -> Vec<u8> {
        let caller = self.caller();
        calls::bytes(&mut self.desk, name, input, &caller).unwrap()
    }

    /// An attachment as it came.
    pub fn original(&mut self, of: Value) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("original");
        self.files.offer("original", target.clone());
        let mut asked = of;
        asked["file"] = json!("original");
        self.call("save_attachment", asked);
        fs::read(target).unwrap()
    }

    /// The encrypted files of the vault.
    fn piece_files(&self) -> Vec<PathBuf> {
        files_under(&self.folder.path().join("vault/pieces"))
    }
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> =
        paths.flat_map(|path| if path.is_dir() { files_under(&path) } else { vec![path] }).collect();
    found.retain(|path| path.extension().is_some_and(|ending| ending == "piece"));
    found.sort();
    found
}

pub fn one(dossier: i64, attachment: i64) -> Value {
    json!({ "dossier": dossier, "attachment": attachment })
}

#[test]
fn several_scans_are_attached_at_once_and_undone_at_once() {
    let mut office = an_office();
    let dossier = office.delmas();
    let empty = office.call("attachments", json!({ "dossier": dossier }));
    assert_eq!((empty["attachments"].as_array().unwrap().len(), text(&empty, "/sentence").as_str()), (0, ""));
    let mut input = files(&office, dossier, &[&corpus("scripts.pdf"), &corpus("letter.odt"), &corpus("note.txt")]);
    input["document"] = json!("pay_slips");
    let attached = office.call("attach_files", input);
    assert_eq!(text(&attached, "/sentence"), "3 fichiers ajoutés.");
    let view = office.call("attachments", json!({ "dossier": dossier }));
    assert_eq!(view, attached["view"]);
    assert_eq!(text(&view, "/sentence"), "3 fichiers, 2 ko");
    assert_eq!(text(&view, "/attachments/0/name"), "scripts.pdf");
    assert_eq!(text(&view, "/attachments/1/kind_label"), "Document OpenDocument");
    assert_eq!(text(&view, "/attachments/0/document_label"), "Bulletins de salaire");
    assert_eq!(text(&view, "/attachments/2/size_text"), "38 octets");
    assert_eq!(view["attachments"][0]["added_on"]["iso"], "2026-11-20");
    assert_eq!(text(&office.call("undo_state", json!({})), "/undo"), "Ajout de 3 fichiers, Sonia Delmas.");
    office.call("undo", json!({}));
    assert_eq!(office.call("attachments", json!({ "dossier": dossier })), empty);
    office.call("redo", json!({}));
    let bytes = office.original(one(dossier, view["attachments"][2]["id"].as_i64().unwrap()));
    assert_eq!(bytes, fs::read(corpus("note.txt")).unwrap(), "as it came");
    assert!(corpus("note.txt").exists(), "what was chosen is left where it was");
}

#[test]
fn each_file_that_cannot_be_kept_is_told_with_its_reason_and_the_others_are_kept() {
    let mut office = an_office();
    let dossier = office.delmas();
    let folder = tempfile::tempdir().unwrap();
    let made = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let large = made("grand.pdf", b"%PDF-1.7");
    fs::OpenOptions::new().write(true).open(&large).unwrap().set_len(26_000_000).unwrap();
    let just = made("juste.pdf", b"%PDF-1.7");
    fs::OpenOptions::new().write(true).open(&just).unwrap().set_len(25_000_000).unwrap();
    fs::create_dir(folder.path().join("un dossier.pdf")).unwrap();
    let cases = [
        (made("vide.pdf", b""), "vide (0 octet)"),
        (large, "trop lourd : 26,0 Mo, pour 25 Mo au plus"),
        (folder.path().join("un dossier.pdf"), "un dossier, pas un fichier"),
        (folder.path().join("parti.pdf"), "plus là où il a été choisi"),
        (corpus("program.pdf"), "un programme, quel que soit son nom"),
        (corpus("macros.docx"), "des macros"),
        (corpus("macros.odt"), "des macros"),
        (corpus("page.html"), "page web"),
        (corpus("drawing.svg"), "instructions"),
        (corpus("old.doc"), "ancien format"),
        (corpus("telephone.heic"), "une image d’un format"),
        (corpus("sheet.xlsx"), "un classeur"),
        (made("coupé.docx", &fs::read(corpus("letter.docx")).unwrap()[..300]), "abîmé"),
        (corpus("noise.pdf"), "ne reconnaît pas"),
    ];
    let mut paths: Vec<&Path> = cases.iter().map(|(path, _)| path.as_path()).collect();
    let kept = corpus("letter.docx");
    paths.extend([just.as_path(), kept.as_path()]);
    let attached = office.call("attach_files", files(&office, dossier, &paths));
    assert_eq!(text(&attached, "/sentence"), format!("2 fichiers ajoutés, {} refusés.", cases.len()));
    for (place, (path, why)) in cases.iter().enumerate() {
        let file = &attached["files"][place];
        let reason = text(file, "/reason");
        assert!(file["is_kept"] == false && reason.contains(why), "{}: {reason}", path.display());
        assert!(reason.ends_with('.') && reason.matches(". ").count() >= 1, "a reason and a remedy: {reason}");
    }
    assert_eq!(attached["view"]["attachments"].as_array().unwrap().len(), 2);
    assert_eq!(office.piece_files().len(), 2, "nothing of a refused file is in the vault");

    let before = office.dump();
    let refused = office.call("attach_files", files(&office, dossier, &[&corpus("program.pdf")]));
    assert_eq!(text(&refused, "/sentence"), "Aucun fichier ajouté, 1 refusé.");
    assert_eq!(office.dump(), before);
    assert_refused(&office.refused("attach_files", files(&office, dossier, &[])), FailureKind::Refused, Some("files"));
    let mut unknown = files(&office, dossier, &[&kept]);
    unknown["document"] = json!("lettre au père Noël");
    assert_refused(&office.refused("attach_files", unknown), FailureKind::Refused, Some("document"));
    let handle =
        json!({ "dossier": dossier, "files": ["/etc/passwd"], "document": "", "without_photo_information": false });
    assert_refused(&office.refused("attach_files", handle), FailureKind::Refused, Some("file"));
}

#[test]
fn a_name_is_shown_and_never_leads_anywhere() {
    let mut office = an_office();
    let dossier = office.delmas();
    let folder = tempfile::tempdir().unwrap();
    let long = format!("{}.pdf", "é".repeat(120));
    let names = [
        ("fac\u{202e}fdp.exe", "facfdp.exe"),
        ("voiture \u{1f697}.pdf", "voiture \u{1f697}.pdf"),
        ("<img src=x onerror=alert(1)>.pdf", "<img src=x onerror=alert(1)>.pdf"),
        ("a\nb\u{1b}[2J.pdf", "a b [2J.pdf"),
        (long.as_str(), long.as_str()),
    ];
    // Windows gives no file a name with such signs.
    let may_be = |name: &str| !cfg!(windows) || !name.contains(['<', '>', '\n', '\u{1b}']);
    for (name, shown) in names.into_iter().filter(|(name, _)| may_be(name)) {
        let path = folder.path().join(name);
        fs::copy(corpus("scripts.pdf"), &path).unwrap();
        let attached = office.call("attach_files", files(&office, dossier, &[&path]));
        let last = attached["view"]["attachments"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(last["name"].as_str().unwrap(), shown);
        assert_eq!(attached["files"][0]["name"], last["name"]);
    }
    let id = office.attached(dossier, "note.txt");
    let mut input = one(dossier, id);
    input["name"] = json!("../../../../tmp/échappé");
    office.call("rename_attachment", input.clone());
    office.call("open_attachment", one(dossier, id));
    let opened = office.shown.lock().unwrap().last().unwrap().clone();
    assert_eq!(opened.parent().unwrap(), office.folder.path().join("opened"), "inside its private folder");
    assert!(
        opened.to_str().unwrap().ends_with(&format!("{id}-tmp-échappé.txt")) || opened.ends_with(format!("{id}.txt"))
    );
    input["name"] = json!("a".repeat(301));
    assert_refused(&office.refused("rename_attachment", input.clone()), FailureKind::Refused, Some("name"));
    input["name"] = json!(" \u{202e} ");
    assert_refused(&office.refused("rename_attachment", input), FailureKind::Refused, Some("name"));
}

#[test]
fn a_scan_is_named_said_to_be_a_paper_taken_out_and_brought_back() {
    let mut office = an_office();
    let dossier = office.delmas();
    let id = office.attached(dossier, "scripts.pdf");
    let with = |field: &str, value: &str| {
        let mut input = one(dossier, id);
        input[field] = json!(value);
        input
    };
    let view = office.call("rename_attachment", with("name", "  Bulletin   d’octobre "));
    assert_eq!(text(&view, "/attachments/0/name"), "Bulletin d’octobre");
    let view = office.call("change_attachment", with("document", "pay_slips"));
    assert_eq!(text(&view, "/attachments/0/document_label"), "Bulletins de salaire");
    let before = office.dump();
    office.call("change_attachment", with("document", "pay_slips"));
    assert_eq!(office.dump(), before, "the same again is no action");
    let refused = office.refused("change_attachment", with("document", "lettre"));
    assert_refused(&refused, FailureKind::Refused, Some("document"));
    let view = office.call("change_attachment", with("document", ""));
    assert_eq!(text(&view, "/attachments/0/document_label"), "");
    office.call("undo", json!({}));

    let view = office.call("remove_attachment", one(dossier, id));
    assert_eq!(view["attachments"], json!([]));
    assert_eq!(office.refused("show_attachment", one(dossier, id)).kind, FailureKind::Gone);
    assert_eq!(office.refused("remove_attachment", one(dossier, id)).kind, FailureKind::Gone);
    office.call("lock", json!({}));
    office.unlock();
    assert_eq!(office.piece_files().len(), 1, "its file waits for the undo");
    office.call("undo", json!({}));
    let view = office.call("attachments", json!({ "dossier": dossier }));
    assert_eq!(text(&view, "/attachments/0/document"), "pay_slips");
    assert!(office.original(one(dossier, id)).starts_with(b"%PDF"));
    let journal = office.call("access_journal", json!({ "dossier_reference": "", "on": "", "offset": 0 }));
    assert_eq!(text(&journal, "/lines/0/what"), "pièce enregistrée hors du coffre", "what goes out is noted");
    let other = office.request_of("Samira", "Vauclerc");
    assert_eq!(office.refused("show_attachment", one(other, id)).kind, FailureKind::Gone, "each in its own dossier");
}

#[test]
fn what_is_looked_at_and_what_leaves_is_in_the_journal_without_a_name() {
    let mut office = an_office();
    let dossier = office.delmas();
    let id = office.attached(dossier, "letter.docx");
    office.call("show_attachment", one(dossier, id));
    office.call("open_attachment", one(dossier, id));
    let asked = json!({ "dossier_reference": "2026-001", "on": "", "offset": 0 });
    let journal = office.call("access_journal", asked).to_string();
    for said in ["pièces ajoutées", "pièce regardée", "pièce ouverte dans un autre programme"] {
        assert!(journal.contains(said), "« {said} » in {journal}");
    }
    assert!(!journal.contains("letter"), "no name of a file");
}

#[test]
fn photographs_forget_their_place_only_when_asked() {
    let mut office = an_office();
    let dossier = office.delmas();
    let id = office.attached(dossier, "photo.jpg");
    assert_eq!(office.original(one(dossier, id)), fs::read(corpus("photo.jpg")).unwrap());
    let mut input = files(&office, dossier, &[&corpus("photo.jpg"), &corpus("malformed.jpg"), &corpus("scripts.pdf")]);
    input["without_photo_information"] = json!(true);
    let attached = office.call("attach_files", input);
    assert_eq!(text(&attached, "/sentence"), "2 fichiers ajoutés, 1 refusé.");
    let id = attached["view"]["attachments"][1]["id"].as_i64().unwrap();
    let bytes = office.original(one(dossier, id));
    assert!(bytes.starts_with(b"\xff\xd8") && !bytes.windows(3).any(|window| window == b"GPS"));
}

/// A few kilobytes that unfold to three gigabytes: the file is kept, what shows it is stopped, the office works on.
#[test]
fn a_pdf_that_would_take_the_computer_is_kept_and_said() {
    desk::renderer::use_program(crate::cli::program());
    let mut office = an_office();
    let dossier = office.delmas();
    let attached = office.call("attach_files", files(&office, dossier, &[&corpus("unfolding.pdf")]));
    assert_eq!(attached["files"][0]["is_kept"], true);
    assert!(text(&attached, "/files/0/reason").contains("trop de mémoire ou de temps"), "{attached}");
    let id = attached["view"]["attachments"][0]["id"].as_i64().unwrap();
    let shown = office.call("show_attachment", one(dossier, id));
    assert!(text(&shown, "/remark").contains("gardé tel quel"), "{shown}");
    assert_eq!(office.original(one(dossier, id)), fs::read(corpus("unfolding.pdf")).unwrap());
    let photo = office.attached(dossier, "photo.jpg");
    let shown = office.call("show_attachment", one(dossier, photo));
    assert_eq!(shown["pages"].as_array().unwrap().len(), 1, "a photograph is one page");
    let page = json!({ "of": one(dossier, photo), "page": 1, "width": 200 });
    assert!(office.bytes("attachment_page", page).starts_with(b"\x89PNG"), "a picture of our own making");
}

/// Scripts, actions and remote pictures of a PDF are only bytes: pages are drawn in Rust, where nothing runs.
#[test]
fn a_pdf_that_would_act_is_only_drawn() {
    let mut office = an_office();
    let dossier = office.delmas();
    let id = office.attached(dossier, "scripts.pdf");
    let shown = office.call("show_attachment", one(dossier, id));
    assert_eq!(shown["pages"].as_array().unwrap().len(), 2);
    assert!(text(&shown, "/pages/0/text").contains("Bulletin de salaire"), "{shown}");
    assert!(!shown.to_string().contains("launchURL") && !shown.to_string().contains("example.invalid"));
    let page = json!({ "of": one(dossier, id), "page": 1, "width": 420 });
    assert!(office.bytes("attachment_page", page.clone()).starts_with(b"\x89PNG"));
    let caller = office.caller();
    for (field, value) in [("page", 3), ("page", 0), ("width", 0), ("width", 9_000)] {
        let mut page = page.clone();
        page[field] = json!(value);
        let refused = calls::bytes(&mut office.desk, "attachment_page", page, &caller).unwrap_err();
        assert_refused(&refused, FailureKind::Refused, Some(field));
    }
    for name in ["malformed.pdf", "cut.pdf"] {
        let id = office.attached(dossier, name);
        let shown = office.call("show_attachment", one(dossier, id));
        assert!(shown["pages"].as_array().unwrap().len() < 3, "shown as far as it goes, or said: {shown}");
        assert!(!shown["pages"].as_array().unwrap().is_empty() || text(&shown, "/remark").contains("mot de passe"));
    }
    let id = office.attached(dossier, "protected.pdf");
    let shown = office.call("show_attachment", one(dossier, id));
    assert_eq!(shown["pages"], json!([]), "kept as it came, and said: {shown}");
    assert!(text(&shown, "/remark").contains("mot de passe"));
    let id = office.attached(dossier, "windows.txt");
    assert!(
        text(&office.call("show_attachment", one(dossier, id)), "/text").contains("Reçu le 3 novembre. Loyer : 486 €.")
    );
    let id = office.attached(dossier, "letter.docx");
    let shown = office.call("show_attachment", one(dossier, id));
    assert!(shown["text"].is_null() && shown["pages"].as_array().unwrap().is_empty());
}

#[test]
fn what_is_given_back_is_whole_never_over_a_file_and_wiped_at_lock() {
    let mut office = an_office();
    let dossier = office.delmas();
    let id = office.attached(dossier, "letter.docx");
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("lettre.docx");
    office.files.offer("out", target.clone());
    let mut input = one(dossier, id);
    input["file"] = json!("out");
    let saved = office.call("save_attachment", input.clone());
    assert!(text(&saved, "/sentence").contains("lettre.docx, hors du coffre"), "{saved}");
    assert_eq!(fs::read(&target).unwrap(), fs::read(corpus("letter.docx")).unwrap());
    fs::write(&target, "mon travail").unwrap();
    assert_refused(&office.refused("save_attachment", input), FailureKind::Refused, Some("file"));
    assert_eq!(fs::read(&target).unwrap(), b"mon travail");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");

    let opened = office.call("open_attachment", one(dossier, id));
    assert!(text(&opened, "/sentence").contains("ni macro"), "{opened}");
    let shown = office.shown.lock().unwrap().last().unwrap().clone();
    assert_eq!(fs::read(&shown).unwrap(), fs::read(corpus("letter.docx")).unwrap());
    assert!(is_private(shown.parent().unwrap()));
    office.call("lock", json!({}));
    assert!(!shown.exists(), "wiped at lock");
}

#[test]
fn a_damaged_or_missing_scan_is_named_and_taken_from_a_copy_when_there_is_one() {
    let mut office = an_office();
    let dossier = office.delmas();
    let (pdf, photo) = (office.attached(dossier, "scripts.pdf"), office.attached(dossier, "photo.jpg"));
    assert_eq!(office.call("verify", json!({}))["sound"], true);
    let sizes = |path: &PathBuf| fs::metadata(path).unwrap().len();
    let mut files = office.piece_files();
    files.sort_by_key(sizes);
    let [photo_file, pdf_file] = files.try_into().unwrap();

    fs::remove_file(&photo_file).unwrap();
    let mut bytes = fs::read(&pdf_file).unwrap();
    bytes[700] ^= 4;
    fs::write(&pdf_file, &bytes).unwrap();
    let verdict = office.call("verify", json!({}));
    assert_eq!(verdict["sound"], false);
    let findings: Vec<String> = (0..2).map(|place| text(&verdict, &format!("/findings/{place}"))).collect();
    assert!(findings[0].contains("« scripts.pdf » du dossier 2026-001 (Sonia Delmas) est abîmé"), "{findings:?}");
    assert!(findings[1].contains("« photo.jpg » du dossier 2026-001 (Sonia Delmas) manque"), "{findings:?}");
    let refused = office.refused("show_attachment", one(dossier, pdf));
    assert!(refused.message.contains("abîmé") && refused.remedy.unwrap().contains("copies"));
    assert!(office.refused("open_attachment", one(dossier, photo)).message.contains("manque"));
    office.call("dossier", json!({ "dossier": dossier }));

    bytes[700] ^= 4;
    let inside = pdf_file.strip_prefix(office.folder.path().join("vault/pieces")).unwrap();
    let copy = office.folder.path().join("vault/backups/pieces").join(inside);
    fs::create_dir_all(copy.parent().unwrap()).unwrap();
    fs::write(&copy, &bytes).unwrap();
    let shown = office.call("show_attachment", one(dossier, pdf));
    assert!(text(&shown, "/remark").contains("repris d’une copie"), "{shown}");
    assert!(office.call("show_attachment", one(dossier, pdf))["remark"].is_null(), "told once");
    fs::remove_file(&pdf_file).unwrap();
    let verdict = office.call("verify", json!({}));
    assert!(text(&verdict, "/findings/0").contains("repris d’une copie"), "{verdict}");
    assert_eq!(verdict["findings"].as_array().unwrap().len(), 2);
    assert!(pdf_file.exists());
}

#[test]
fn files_being_brought_in_are_stopped_without_a_trace() {
    let mut office = an_office();
    let dossier = office.delmas();
    let before = office.dump();
    office.progress = Arc::new(Progress::untold());
    office.progress.cancel();
    let input = files(&office, dossier, &[&corpus("scripts.pdf"), &corpus("photo.jpg")]);
    assert_eq!(office.refused("attach_files", input).kind, FailureKind::Cancelled);
    assert_eq!((office.dump(), office.piece_files().len()), (before, 0));
}

#[test]
fn nothing_of_a_scan_or_of_its_name_is_in_clear_on_the_disk() {
    let mut office = an_office();
    let dossier = office.delmas();
    office.attached(dossier, "scripts.pdf");
    let mut folders = vec![office.folder.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).unwrap();
            for word in ["Bulletin de salaire", "scripts.pdf", "%PDF"] {
                let told = bytes.windows(word.len()).any(|window| window == word.as_bytes());
                assert!(!told, "« {word} » in {}", path.display());
            }
        }
    }
}

#[test]
fn the_command_line_attaches_file_by_file() {
    let mut office = an_office();
    office.delmas();
    let folder = office.folder.path().to_owned();
    office.call("lock", json!({}));
    let run = |arguments: &[&str]| {
        let output = command(&folder).args(arguments).env("ETRIER_PASSPHRASE", PASSPHRASE).output().unwrap();
        let said = |bytes: &[u8]| plain(&String::from_utf8_lossy(bytes));
        (output.status.code().unwrap(), said(&output.stdout), said(&output.stderr))
    };
    let (pdf, page) = (corpus("scripts.pdf"), corpus("page.html"));
    let (pdf, page) = (pdf.to_str().unwrap(), page.to_str().unwrap());
    let (code, out, err) = run(&["attach", pdf, "--dossier", "2026-001", "--document", "pay_slips"]);
    assert_eq!((code, out.as_str(), err.as_str()), (0, "scripts.pdf\tajouté\n", ""));
    let (code, out, err) = run(&["attach", page, pdf, "--dossier", "2026-001"]);
    assert!(code == 1 && out.starts_with("page.html\trefusé\tC’est une page web"), "{out}");
    assert!(out.contains("scripts.pdf\trefusé\tC’est le même fichier que « scripts.pdf »"), "{out}");
    assert!(err.contains("Aucun fichier ajouté, 2 refusés."), "{err}");
    let (code, out, _) = run(&["--json", "attach", page, "--dossier", "2026-001"]);
    let told: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &told["files"][0]["is_kept"]), (1, &json!(false)));
    let (code, _, err) = run(&["attach", pdf, "--dossier", "2026-999"]);
    assert!(code == 1 && err.contains("Aucun dossier"), "{err}");
    let (code, _, err) = run(&["attach", pdf, "--dossier", "2026-001", "--document", "nothing"]);
    assert!(code == 1 && !err.is_empty());
    assert_eq!(run(&["attach", "--dossier", "2026-001"]).0, 2);
    assert_eq!(run(&["verify"]).0, 0);
    office.unlock();
    let view = office.call("attachments", json!({ "dossier": 1 }));
    assert_eq!(view["attachments"].as_array().unwrap().len(), 1);
}
