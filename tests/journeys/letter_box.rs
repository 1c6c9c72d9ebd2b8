//! What comes goes where its name says, else where its text does; one file of several papers becomes one each.

use std::fs;
use std::path::{Path, PathBuf};

use desk::FailureKind;
use serde_json::{Value, json};

use crate::attachments::{files, one};
use crate::office::{an_office, assert_refused, text};

#[test]
fn a_file_goes_where_its_name_says_else_where_its_text_does() {
    let mut office = an_office();
    let dossier = office.delmas();
    let folder = office.folder.path().join("brought");
    fs::create_dir_all(&folder).unwrap();
    let statements = Path::new(env!("CARGO_MANIFEST_DIR")).join("statements/files");
    let named = |name: &str, from: &Path| {
        let path = folder.join(name);
        fs::copy(from, &path).unwrap();
        path
    };
    let caf = folder.join("scan 1.txt");
    fs::write(&caf, "Caisse d’allocations familiales\nAttestation de droits, 20 novembre 2026\n").unwrap();
    let slip = folder.join("devis.txt");
    fs::write(&slip, "BULLETIN DE PAIE\nOctobre 2026\n").unwrap();
    let note = folder.join("scan 6.txt");
    fs::write(&note, "Bonjour, merci de me rappeler.").unwrap();
    let brought = [
        caf,
        slip,
        named("scan 2.pdf", &statements.join("mutual-2026-08.pdf")),
        named("scan 3.xml", &statements.join("mutual-camt053.xml")),
        named("scan 4.qif", &statements.join("postal.qif")),
        named("scan 5.pdf", &statements.join("epargne-2026-08-a-10.pdf")),
        note,
    ];
    let attached = office.call("attach_files", files(&office, dossier, &brought.each_ref().map(PathBuf::as_path)));
    assert_eq!(text(&attached, "/sentence"), "7 fichiers ajoutés.", "{attached}");
    let of = |file: &Value| {
        let proposed = &file["proposed"];
        let place = proposed["place"]["document"].as_str().unwrap_or_default().to_owned();
        (place, proposed["why"].as_str().unwrap_or_default().to_owned(), file["is_statement"].as_bool().unwrap())
    };
    let found: Vec<_> = attached["view"]["attachments"].as_array().unwrap().iter().map(of).collect();
    let text = || "d’après son texte".to_owned();
    assert_eq!(found[0], ("caf_certificate".to_owned(), text(), false));
    assert_eq!(found[1], ("quote".to_owned(), "d’après son nom".to_owned(), false), "a name goes before a text");
    for statement in &found[2..5] {
        assert_eq!(*statement, ("bank_statements".to_owned(), text(), true));
    }
    assert!(found[5].2, "a statement of savings is read too: {:?}", found[5]);
    assert_eq!((found[6].1.as_str(), found[6].2), ("", false), "a note says nothing");
    // A statement that waits for its place is offered to be read.
    let kept = office.call("statement_reading", json!({ "dossier": dossier }))["kept"].as_array().unwrap().len();
    assert_eq!(kept, 4);
}

#[test]
fn one_file_of_several_papers_becomes_one_file_each_and_undo_brings_it_back() {
    let mut office = an_office();
    let dossier = office.delmas();
    let id = office.attached(dossier, "scripts.pdf");
    office.call("rotate_attachment", json!({ "dossier": dossier, "attachment": id, "degrees": 90 }));
    let cut = |starts: &str| json!({ "dossier": dossier, "attachment": id, "starts": starts });
    for wrong in ["", "deux", "1", "9"] {
        assert_refused(&office.refused("split_attachment", cut(wrong)), FailureKind::Refused, Some("starts"));
    }
    let view = office.call("split_attachment", cut("2"));
    let parts = view["attachments"].as_array().unwrap().clone();
    let names: Vec<&str> = parts.iter().map(|part| part["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["scripts (1).pdf", "scripts (2).pdf"]);
    assert!(parts.iter().all(|part| part["degrees"] == 90), "they stay turned: {parts:?}");
    for (part, says) in parts.iter().zip(["Bulletin de salaire", "Deuxieme page"]) {
        let part = one(dossier, part["id"].as_i64().unwrap());
        let shown = office.call("show_attachment", part.clone());
        let pages = shown["pages"].as_array().unwrap();
        assert_eq!(pages.len(), 1);
        assert!(pages[0]["text"].as_str().unwrap().contains(says), "{shown}");
        let bytes = office.original(part);
        for acting in [&b"/JavaScript"[..], b"/OpenAction", b"/EmbeddedFiles", b"/Launch"] {
            assert!(!bytes.windows(acting.len()).any(|some| some == acting), "{}", String::from_utf8_lossy(acting));
        }
    }
    office.call("undo", json!({}));
    let back = office.call("attachments", json!({ "dossier": dossier }));
    assert_eq!(text(&back, "/attachments/0/name"), "scripts.pdf");
    assert_eq!(back["attachments"].as_array().unwrap().len(), 1);
}
