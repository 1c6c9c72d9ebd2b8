//! The logo of the office: chosen once, at the head of every paper from then on, taken away again.

use std::fs;

use desk::{FailureKind, calls};
use serde_json::{Value, json};

use crate::attachments::corpus;
use crate::office::{Office, an_office, assert_refused};

/// The choice of a file for a logo, offered as a dialog would.
pub fn chosen(office: &Office, name: &str) -> Value {
    office.files.offer("logo", corpus(name));
    json!({ "file": "logo" })
}

/// How many pictures the budget sheet of a dossier has, as another reader of PDF lists them.
fn pictures(office: &mut Office, dossier: i64) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("fiche.pdf");
    office.files.offer_over("out", file.clone());
    office.call("save_paper", json!({ "of": { "dossier": dossier, "paper": "budget_sheet" }, "file": "out" }));
    let read = std::process::Command::new("pdfimages").arg("-list").arg(&file).output().expect("pdfimages is there");
    assert!(read.status.success() && fs::metadata(&file).unwrap().len() > 0);
    String::from_utf8(read.stdout).unwrap().lines().skip(2).count()
}

#[test]
#[cfg_attr(windows, ignore = "poppler is of the computer that builds; the papers are compared byte for byte")]
fn a_chosen_picture_heads_the_papers_until_it_is_taken_away() {
    let mut office = an_office();
    let dossier = office.delmas();
    assert_eq!(office.call("office", json!({}))["has_logo"], false);
    assert_eq!(pictures(&mut office, dossier), 0);

    let chosen = chosen(&office, "photo.jpg");
    let view = office.call("set_logo", chosen);
    assert_eq!(view["has_logo"], true, "{view}");
    assert_eq!(pictures(&mut office, dossier), 1);
    let caller = office.caller();
    let png = calls::bytes(&mut office.desk, "logo_picture", json!({}), &caller).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
    office = office.restarted();
    office.unlock();
    assert_eq!(pictures(&mut office, dossier), 1);

    assert_eq!(office.call("remove_logo", json!({}))["has_logo"], false);
    assert_eq!(pictures(&mut office, dossier), 0);
    let none = calls::bytes(&mut office.desk, "logo_picture", json!({}), &caller).unwrap_err();
    assert_refused(&none, FailureKind::Gone, None);
}

#[test]
fn what_is_no_picture_is_refused_and_the_logo_stays() {
    let mut office = an_office();
    let photo = chosen(&office, "photo.jpg");
    office.call("set_logo", photo);
    for name in ["note.txt", "program.pdf", "malformed.jpg", "drawing.svg"] {
        let input = chosen(&office, name);
        assert_refused(&office.refused("set_logo", input), FailureKind::Refused, Some("file"));
    }
    let gone = chosen(&office, "no such picture.png");
    assert_refused(&office.refused("set_logo", gone), FailureKind::Refused, Some("file"));
    assert_eq!(office.call("office", json!({}))["has_logo"], true);
}
