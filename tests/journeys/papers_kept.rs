//! Papers that went out: kept as they left, found by what their foot says, gone with their dossier.

use std::fs;

use desk::FailureKind;
use desk::calls::bytes;
use serde_json::{Value, json};

use crate::office::{Office, an_office, assert_refused, plain, text};

fn sheet(dossier: i64) -> Value {
    json!({ "dossier": dossier, "paper": "budget_sheet" })
}

fn kept(office: &mut Office, dossier: i64) -> Vec<Value> {
    office.call("kept_papers", json!({ "dossier": dossier }))["papers"].as_array().unwrap().clone()
}

fn found(office: &mut Office, typed: &str) -> Value {
    office.call("find_paper", json!({ "fingerprint": typed }))
}

#[test]
fn what_leaves_a_dossier_is_kept_once_with_its_day_its_reader_and_its_fingerprint() {
    let mut office = an_office();
    let dossier = office.delmas();
    let drawn = office.call("draw_paper", sheet(dossier));
    assert_eq!(kept(&mut office, dossier).len(), 0, "what is only looked at is not kept");
    office.call("open_paper", sheet(dossier));
    let [row] = kept(&mut office, dossier).try_into().unwrap();
    assert_eq!(text(&row, "/title"), "Fiche budgétaire");
    assert_eq!(text(&row, "/reader"), "Sonia Delmas");
    assert_eq!(text(&row, "/reference"), "2026-001");
    let fingerprint = text(&row, "/fingerprint");
    let page = text(&drawn, "/pages/0/text");
    assert!(page.contains(&fingerprint), "{page}");

    office.call("open_paper", sheet(dossier));
    assert_eq!(kept(&mut office, dossier).len(), 1, "the same bytes twice are one paper");
    office.call("add_budget_line", crate::office::a_line(dossier, ("gas", "", "12", "monthly", "", "")));
    office.call("open_paper", sheet(dossier));
    let both = kept(&mut office, dossier);
    assert_eq!(both.len(), 2);
    assert_ne!(text(&both[0], "/fingerprint"), fingerprint, "other facts, another fingerprint");
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

#[test]
fn what_is_printed_is_kept_and_noted_and_no_file_of_it_is_left() {
    let mut office = an_office();
    let dossier = office.delmas();
    let printed = office.call("print_paper", sheet(dossier));
    assert_eq!(plain(&text(&printed, "/sentence")), "Fiche budgétaire : l’impression est ouverte.");
    let [row] = kept(&mut office, dossier).try_into().unwrap();
    office.call("print_kept_paper", json!({ "dossier": dossier, "kept": row["id"] }));
    assert!(office.shown.lock().unwrap().is_empty(), "no viewer was asked");
    assert!(!office.desk.opened_folder().exists(), "nothing is in clear");
    let journal = office.call("access_journal", json!({ "dossier_reference": "", "on": "", "offset": 0 })).to_string();
    for noted in ["papier imprimé", "papier remis, imprimé de nouveau"] {
        assert!(journal.contains(noted), "{noted} in {journal}");
    }
}

#[test]
fn a_paper_brought_back_leads_to_the_very_version_it_shows() {
    let mut office = an_office();
    let dossier = office.delmas();
    let folder = tempfile::tempdir().unwrap();
    office.files.offer("out", folder.path().join("fiche.pdf"));
    office.call("save_paper", json!({ "of": sheet(dossier), "file": "out" }));
    let left = fs::read(folder.path().join("fiche.pdf")).unwrap();
    let row = kept(&mut office, dossier).remove(0);
    let fingerprint = text(&row, "/fingerprint");
    for typed in [fingerprint.clone(), fingerprint.to_lowercase(), fingerprint.replace('-', " ")] {
        let view = found(&mut office, &typed);
        assert_eq!(view["papers"].as_array().unwrap().len(), 1, "{typed}");
        assert_eq!(text(&view, "/papers/0/name"), "Sonia Delmas");
        assert_eq!(view["papers"][0]["dossier"], dossier);
    }
    let by_reference = found(&mut office, "2026-001");
    assert_eq!(plain(&text(&by_reference, "/sentence")), "Dossier 2026-001 : 1 papier remis.");
    let nothing = found(&mut office, "ZZZZ-ZZZZ");
    assert!(plain(&text(&nothing, "/sentence")).starts_with("Aucun papier gardé ici"), "{nothing}");
    assert_refused(
        &office.refused("find_paper", json!({ "fingerprint": " " })),
        FailureKind::Refused,
        Some("fingerprint"),
    );

    let one = json!({ "dossier": dossier, "kept": row["id"] });
    let shown = office.call("show_kept_paper", one.clone());
    assert_eq!(text(&shown, "/title"), "Fiche budgétaire");
    assert_eq!(text(&shown, "/file_name"), format!("fiche-budgetaire-2026-001-{fingerprint}.pdf"));
    assert!(text(&shown, "/pages/0/text").contains(&fingerprint));
    let caller = office.caller();
    let page = json!({ "of": one, "page": 1, "width": 300 });
    assert!(bytes(&mut office.desk, "kept_paper_page", page, &caller).unwrap().starts_with(b"\x89PNG"));
    office.files.offer("again", folder.path().join("encore.pdf"));
    office.call("save_kept_paper", json!({ "dossier": dossier, "kept": row["id"], "file": "again" }));
    assert_eq!(fs::read(folder.path().join("encore.pdf")).unwrap(), left, "byte for byte");
    office.call("open_kept_paper", json!({ "dossier": dossier, "kept": row["id"] }));
    let opened = office.shown.lock().unwrap().last().unwrap().clone();
    assert_eq!(fs::read(opened).unwrap(), left);
    let other = office.request_of("Karim", "Benali");
    let gone = office.refused("show_kept_paper", json!({ "dossier": other, "kept": row["id"] }));
    assert_eq!(gone.kind, FailureKind::Gone);
}

#[test]
fn nothing_is_kept_of_what_could_not_leave_and_nothing_is_written_over() {
    let mut office = an_office();
    let dossier = office.delmas();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("fiche.pdf");
    fs::write(&file, "un autre papier").unwrap();
    office.files.offer("out", file.clone());
    let refused = office.refused("save_paper", json!({ "of": sheet(dossier), "file": "out" }));
    assert_refused(&refused, FailureKind::Refused, Some("file"));
    assert_eq!(plain(&refused.message), "Un fichier de ce nom est déjà là : il n’a pas été touché.");
    assert_eq!(fs::read(&file).unwrap(), b"un autre papier");
    assert_eq!(kept(&mut office, dossier).len(), 0);
    office.files.offer_over("agreed", file.clone());
    office.call("save_paper", json!({ "of": sheet(dossier), "file": "agreed" }));
    assert!(fs::read(&file).unwrap().starts_with(b"%PDF"), "who was asked said yes");
    assert_eq!(kept(&mut office, dossier).len(), 1);
    office.files.offer("lost", "/nulle/part/fiche.pdf".into());
    office.refused("save_paper", json!({ "of": { "dossier": dossier, "paper": "workings" }, "file": "lost" }));
    assert_eq!(kept(&mut office, dossier).len(), 1);
    assert_eq!(pieces(&office), 1, "no encrypted file is left of what did not leave");
    let before = office.dump();
    office.refused(
        "save_paper",
        json!({ "of": { "dossier": dossier, "paper": "acknowledgement_letter" }, "file": "lost" }),
    );
    assert_eq!(office.dump(), before, "a letter that was not written is not said to be sent");
}

fn pieces(office: &Office) -> usize {
    let mut count = 0;
    let mut folders = vec![office.folder.path().join("vault/pieces")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "piece") {
                count += 1;
            }
        }
    }
    count
}

#[test]
fn a_paper_of_no_dossier_leaves_nothing_behind_and_the_notice_is_kept_where_it_was_handed() {
    let mut office = an_office();
    let dossier = office.delmas();
    office.call("open_paper", json!({ "paper": "data_notice" }));
    office.call("open_paper", json!({ "paper": "agenda" }));
    assert_eq!(kept(&mut office, dossier).len(), 0);
    office.call("open_paper", json!({ "paper": "data_notice", "dossier": dossier }));
    let row = kept(&mut office, dossier).remove(0);
    assert_eq!(text(&row, "/title"), "Note d’information sur les données");
}

#[test]
fn a_kept_paper_is_told_to_the_person_undone_like_an_attachment_and_erased_with_its_dossier() {
    let mut office = an_office();
    let dossier = office.delmas();
    office.call("open_paper", sheet(dossier));
    let fingerprint = text(&kept(&mut office, dossier)[0], "/fingerprint");
    let state = office.call("undo_state", json!({}));
    assert_eq!(plain(&text(&state, "/undo")), "Papier remis : Fiche budgétaire, Sonia Delmas.");
    office.call("undo", json!({}));
    assert_eq!(kept(&mut office, dossier).len(), 0);
    office.call("redo", json!({}));
    assert_eq!(kept(&mut office, dossier).len(), 1);

    let folder = tempfile::tempdir().unwrap();
    office.files.offer("person", folder.path().to_owned());
    office.call("export_person", json!({ "dossier": dossier, "folder": "person" }));
    let data = fs::read_to_string(folder.path().join("ce-que-nous-avons-2026-001/donnees.json")).unwrap();
    let data: Value = serde_json::from_str(&data).unwrap();
    let row = data.pointer("/dossiers/0/rows/kept_paper/0").unwrap();
    assert_eq!(text(row, "/fingerprint"), fingerprint);
    assert!(row.get("file_key").is_none() && row.get("content").is_none(), "{row}");

    let preview = office.call("erasure_preview", json!({ "dossier": dossier }));
    assert!(
        preview["goes"].as_array().unwrap().iter().any(|one| plain(one.as_str().unwrap()) == "1 papier remis"),
        "{preview}"
    );
}

#[test]
fn the_same_paper_of_several_dossiers_is_one_file_and_each_keeps_its_own() {
    let mut office = an_office();
    let (first, second) = (office.delmas(), office.request_of("Karim", "Benali"));
    let of = json!({ "paper": "budget_sheet", "dossiers": [first, second] });
    let drawn = office.call("draw_paper", of.clone());
    assert_eq!(drawn["pages"].as_array().unwrap().len(), 1);
    let told = drawn["missing"].as_array().unwrap().iter().map(|one| plain(one["what"].as_str().unwrap()));
    let told: Vec<String> = told.collect();
    assert!(told.iter().any(|one| one.starts_with("2026-002, non imprimé :")), "{told:?}");
    office.call("open_paper", json!({ "paper": "missing_documents", "dossiers": [first, second] }));
    for dossier in [first, second] {
        assert_eq!(text(&kept(&mut office, dossier)[0], "/title"), "Liste des pièces manquantes");
    }
    office.call("open_paper", of);
    assert_eq!(kept(&mut office, first).len(), 2);
    let versions = office.call("budget_versions", json!({ "dossier": first }));
    assert!(plain(&versions.to_string()).contains("Imprimée"), "the version it prints is closed: {versions}");
    let none = office.refused("draw_paper", json!({ "paper": "budget_sheet", "dossiers": [second] }));
    assert_refused(&none, FailureKind::Refused, Some("dossiers"));
}
