//! Data protection: who looked at what, how long dossiers are kept, what is left of an erasure.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::office::{Office, PASSPHRASE, an_office, assert_refused, at, is_private, plain, text};

/// One sound input of each call that decides how long a dossier is kept, made years after its last contact.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Value {
    office.moment = at("2029-01-10");
    let need = json!({ "dossier": dossier, "reason": "courrier du 3 novembre" });
    match call {
        "archive_dossier" => need,
        "extend_retention" => json!({ "dossier": dossier, "reason": "recours", "until": "03/05/2029" }),
        _ => {
            office.call("archive_dossier", need);
            json!({ "dossier": dossier })
        }
    }
}

/// The lines of the journal, the newest first: what, reference, detail.
fn journal(office: &mut Office) -> Vec<(String, String, String)> {
    let view = office.call("access_journal", json!({ "dossier_reference": "", "on": "", "offset": 0 }));
    lines(&view)
}

fn lines(view: &Value) -> Vec<(String, String, String)> {
    let of = |line: &Value, field: &str| plain(line[field].as_str().unwrap());
    view["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (of(line, "what"), of(line, "reference"), of(line, "detail")))
        .collect()
}

fn whats(office: &mut Office, newest: usize) -> Vec<String> {
    journal(office).into_iter().take(newest).map(|(what, _, _)| what).collect()
}

#[test]
fn a_room_is_noted_once_until_another_dossier_is_shown() {
    let mut office = an_office();
    let (first, second) = (office.request_of("Samira", "Vauclerc"), office.request_of("Régis", "Aumontel"));
    for call in ["dossier", "budget", "dossier", "budget", "dossier", "papers"] {
        office.call(call, json!({ "dossier": first }));
    }
    assert_eq!(whats(&mut office, 4), ["documents regardés", "budget regardé", "dossier ouvert", "dossier créé"]);
    office.call("dossier", json!({ "dossier": second }));
    office.call("dossier_of", json!({ "reference": "2026-001" }));
    office.call("dossier", json!({ "dossier": first }));
    assert_eq!(
        journal(&mut office)
            .into_iter()
            .take(3)
            .map(|(what, reference, _)| format!("{what} {reference}"))
            .collect::<Vec<_>>(),
        ["dossier ouvert 2026-001", "dossier ouvert par sa référence 2026-001", "dossier ouvert 2026-002"]
    );
    office.refused("dossier", json!({ "dossier": 77 }));
    assert_eq!(whats(&mut office, 1), ["dossier ouvert"], "what was refused was not shown");
}

#[test]
fn what_leaves_the_office_is_noted_each_time_with_its_paper() {
    let mut office = an_office();
    let dossier = office.delmas();
    let folder = tempfile::tempdir().unwrap();
    office.files.offer_over("out", folder.path().join("fiche.pdf"));
    let paper = json!({ "paper": "budget_sheet", "dossier": dossier });
    for _ in 0..2 {
        office.call("draw_paper", paper.clone());
        office.call("save_paper", json!({ "of": paper, "file": "out" }));
    }
    office.call("open_paper", paper);
    office.files.offer("bilan", folder.path().join("bilan.csv"));
    office.call("export_report", json!({ "year": "2026", "from": "", "to": "", "form": "csv", "file": "bilan" }));
    let noted: Vec<_> = journal(&mut office)
        .into_iter()
        .filter(|(what, _, _)| what.contains("papier") || what.contains("bilan"))
        .collect();
    let of = |what: &str, reference: &str, detail: &str| (what.to_owned(), reference.to_owned(), detail.to_owned());
    assert_eq!(
        noted,
        [
            of("bilan exporté", "", ""),
            of("papier ouvert", "2026-001", "Fiche budgétaire"),
            of("papier enregistré", "2026-001", "Fiche budgétaire"),
            of("papier remis, gardé", "2026-001", "papiers remis"),
            of("papier enregistré", "2026-001", "Fiche budgétaire"),
            of("papier regardé", "2026-001", "Fiche budgétaire"),
        ]
    );
}

#[test]
fn a_list_with_names_is_noted_once_a_sitting() {
    let mut office = an_office();
    office.delmas();
    let list = json!({ "search": "", "archived": false, "offset": 0 });
    let count = |office: &mut Office| {
        let lists = ["liste des dossiers regardée", "tableau du jour regardé", "brouillons regardés"];
        journal(office).into_iter().filter(|(what, _, _)| lists.contains(&what.as_str())).count()
    };
    for _ in 0..2 {
        office.call("dossiers", list.clone());
        office.call("today", json!({}));
        office.call("drafts", json!({}));
    }
    assert_eq!(count(&mut office), 3);
    office.call("lock", json!({}));
    office.unlock();
    office.call("dossiers", list);
    assert_eq!(count(&mut office), 4);
}

#[test]
fn looking_at_a_copy_and_locking_then_are_noted_in_the_office() {
    let mut office = an_office();
    office.delmas();
    office.call("copy_here", json!({}));
    let stamp = office.call("copies", json!({}))["rows"][0]["stamp"].clone();
    office.call("look_at_copy", json!({ "place": "", "stamp": stamp, "passphrase": "", "code": "" }));
    office.call("lock", json!({}));
    office.unlock();
    assert_eq!(whats(&mut office, 3), ["ouverture", "fermeture", "copie regardée sans rien remplacer"]);
}

#[test]
fn a_running_loan_is_no_duplicate() {
    let mut office = an_office();
    let dossier = office.delmas();
    let paid = crate::decisions::sample("note_disbursement", &mut office, dossier).unwrap();
    office.call("note_disbursement", paid);
    let refused = office.refused("erase_dossier", erasing(dossier, "2026-001", "duplicate", true));
    assert_refused(&refused, FailureKind::Refused, Some("reason"));
}

#[test]
fn the_journal_is_read_by_dossier_by_kind_and_by_day_in_pages() {
    let mut office = an_office();
    let dossier = office.delmas();
    office.moment = at("2026-11-23");
    office.call("dossier", json!({ "dossier": dossier }));
    office.request_of("Régis", "Aumontel");
    let asked = |office: &mut Office, reference: &str, kind: Option<&str>, on: &str, offset: u64| {
        let mut input = json!({ "dossier_reference": reference, "on": on, "offset": offset });
        if let Some(kind) = kind {
            input["kind"] = json!(kind);
        }
        office.call("access_journal", input)
    };
    let all = asked(&mut office, "", None, "", 0);
    assert_eq!(all["is_whole"], true);
    let found = all["found"].as_u64().unwrap();
    assert_eq!(text(&all, "/chain"), format!("Journal intact : {found} lignes, aucune n’a été ôtée ni changée."));
    assert_eq!(text(&all, "/rule"), "Des champs, jamais leur contenu. Gardé 12 mois.");
    let rest = asked(&mut office, "", None, "", 10);
    assert_eq!(rest["lines"].as_array().unwrap().len() as u64, found - 10);
    assert!(rest["is_whole"].is_null(), "the chain is read with the first page");
    assert_eq!(asked(&mut office, "2026-001", Some("shown"), "", 0)["found"], 1);
    assert_eq!(asked(&mut office, "", Some("office"), "", 0)["found"], 1);
    assert_eq!(asked(&mut office, "", None, "23/11/2026", 0)["found"], 2);
    let unknown = office.refused("access_journal", json!({ "dossier_reference": "2020-001", "on": "", "offset": 0 }));
    assert_refused(&unknown, FailureKind::Refused, Some("dossier_reference"));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("journal.csv");
    office.files.offer("out", file.clone());
    office.call("export_journal", json!({ "dossier_reference": "2026-001", "on": "", "file": "out" }));
    let saved = std::fs::read_to_string(&file).unwrap();
    assert!(saved.contains("dossier ouvert;2026-001;") && !saved.contains("2026-002"), "{saved}");
    assert!(!saved.contains("Delmas"), "names of fields, never values");
    assert_eq!(whats(&mut office, 1), ["journal des accès exporté"]);
}

#[test]
fn no_call_that_writes_leaves_a_line_without_french_words() {
    for call in desk::calls::CALLS.iter().filter(|call| call.kind == desk::calls::Kind::Write) {
        let mut office = an_office();
        let dossier = office.delmas();
        let input = crate::undo::sample(call.name, &mut office, dossier);
        office.call(call.name, input);
        for (what, _, detail) in journal(&mut office) {
            assert!(!what.contains('_') && !detail.contains('_'), "{}: {what}, {detail}", call.name);
        }
    }
}

#[test]
fn lines_older_than_the_law_lets_be_kept_go_at_opening() {
    let mut office = an_office();
    office.request_of("Samira", "Vauclerc");
    let opened = |office: &mut Office, day: &str| {
        office.call("lock", json!({}));
        office.moment = at(day);
        office.unlock();
        office.call("access_journal", json!({ "dossier_reference": "", "on": "", "offset": 0 }))
    };
    for month in ["2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06", "2027-07", "2027-08"] {
        opened(&mut office, &format!("{month}-20"));
    }
    for day in ["2027-09-20", "2027-10-20", "2027-11-20"] {
        let before = opened(&mut office, day);
        assert!(lines(&before).iter().any(|(what, _, _)| what == "dossier créé"), "{day}");
    }
    let later = opened(&mut office, "2027-11-22");
    assert_eq!(later["is_whole"], true, "{later}");
    let told = text(&later, "/chain");
    assert!(told.contains("lignes échues ont été retirées (dernière fois : 22 novembre 2027)"), "{told}");
    let kept: Vec<_> = lines(&later).into_iter().map(|(what, _, _)| what).collect();
    assert!(kept.contains(&"lignes du journal arrivées au bout de leur durée légale, ôtées".to_owned()), "{kept:?}");
    assert!(!kept.contains(&"dossier créé".to_owned()), "{kept:?}");
    let found = later["found"].as_u64().unwrap();
    for (turn, day) in (1..).zip(["2037-01-01", "2037-01-02"]) {
        let ahead = opened(&mut office, day)["found"].as_u64().unwrap();
        assert!(ahead + 4 > found + 2 * turn, "a clock set years ahead takes a month away at most: {ahead}");
    }
}

/// An office with a request dropped in November 2024, one of Régis Aumontel, seen two years later.
fn two_years_later() -> (Office, i64) {
    let mut office = an_office();
    office.moment = at("2024-11-03");
    let dossier = office.request_of("Régis", "Aumontel");
    crate::decisions::on(&mut office, "2024-11-03", "drop_request", dossier, json!({ "reason": "plus besoin" }));
    office.moment = at("2026-11-20");
    office.request_of("Samira", "Vauclerc");
    (office, dossier)
}

#[test]
fn a_dossier_whose_time_is_over_is_decided_one_by_one() {
    let (mut office, dossier) = two_years_later();
    let list = office.call("retention_list", json!({}));
    assert_eq!(text(&list, "/sentence"), "1 dossier arrivé à échéance, décision à prendre un par un.");
    let row = list["rows"][0].clone();
    assert_eq!(text(&row, "/ended"), "sans suite, abandon");
    assert_eq!((text(&row, "/last_contact/iso"), text(&row, "/since/iso")), ("2024-11-03".into(), "2026-11-03".into()));
    let told = |office: &mut Office| plain(&office.call("today", json!({}))["office"].to_string());
    assert!(told(&mut office).contains("1 dossier est arrivé au bout"));
    let refused =
        office.refused("extend_retention", json!({ "dossier": dossier, "reason": "", "until": "03/05/2027" }));
    assert_refused(&refused, FailureKind::Refused, Some("reason"));
    let refused =
        office.refused("extend_retention", json!({ "dossier": dossier, "reason": "recours", "until": "03/05/2026" }));
    assert_refused(&refused, FailureKind::Refused, Some("until"));
    let list = office
        .call("extend_retention", json!({ "dossier": dossier, "reason": "recours en cours", "until": "03/05/2027" }));
    assert_eq!(list["found"], 0);
    assert!(!told(&mut office).contains("arrivé au bout"), "it was looked at this month");
    office.moment = at("2027-05-03");
    let list = office.call("retention_list", json!({}));
    assert_eq!(text(&list, "/rows/0/decided"), "Prolongé le 20 novembre 2026 jusqu’au 3 mai 2027 : recours en cours");
}

#[test]
fn an_archived_dossier_leaves_the_day_and_the_list_but_not_the_bilans() {
    let (mut office, dossier) = two_years_later();
    let bilan = json!({ "year": "2024", "from": "", "to": "" });
    let before = office.call("report", bilan.clone());
    let list = |office: &mut Office, search: &str, archived: bool| {
        let found = office.call("dossiers", json!({ "search": search, "archived": archived, "offset": 0 }));
        (found["found"].as_u64().unwrap(), text(&found, "/sentence"))
    };
    assert_eq!(list(&mut office, "Aumontel", false).0, 1);
    let refused = office.refused("archive_dossier", json!({ "dossier": dossier, "reason": " " }));
    assert_refused(&refused, FailureKind::Refused, Some("reason"));
    let view = office
        .call("archive_dossier", json!({ "dossier": dossier, "reason": "versement aux archives, courrier du 4" }));
    assert_eq!((view["found"].as_u64(), view["archived"].as_u64()), (Some(0), Some(1)));
    assert_eq!(
        list(&mut office, "Aumontel", false),
        (0, "Aucun dossier sur 1 ne correspond à « Aumontel ».".to_owned())
    );
    assert_eq!(list(&mut office, "", true), (1, "1 dossier archivé, du plus pressé au moins pressé.".to_owned()));
    assert_eq!(list(&mut office, "aumontel", true).0, 1);
    let shown = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(text(&shown, "/archived"), "Archivé le 20 novembre 2026 : versement aux archives, courrier du 4");
    assert_eq!(office.call("report", bilan), before);
    assert_eq!(office.call("verify", json!({}))["sound"], true);
    office.call("take_back_retention", json!({ "dossier": dossier }));
    assert_eq!(list(&mut office, "Aumontel", false).0, 1);
    assert_eq!(office.call("retention_list", json!({}))["found"], 1);
    let refused = office.refused("take_back_retention", json!({ "dossier": dossier }));
    assert_refused(&refused, FailureKind::Refused, None);
}

#[test]
fn a_dossier_that_lives_is_not_archived() {
    let mut office = an_office();
    let dossier = office.request_of("Samira", "Vauclerc");
    let refused = office.refused("archive_dossier", json!({ "dossier": dossier, "reason": "place" }));
    assert!(plain(&refused.message).contains("à décider à partir du 20 novembre 2028"), "{}", refused.message);
}

fn erasing(dossier: i64, reference: &str, reason: &str, keeps_figures: bool) -> Value {
    json!({ "dossier": dossier, "typed_reference": reference, "reason": reason, "decided_on": "", "keeps_figures": keeps_figures })
}

#[test]
fn an_erasure_says_what_goes_asks_twice_and_gives_its_certificate() {
    let (mut office, dossier) = two_years_later();
    let preview = office.call("erasure_preview", json!({ "dossier": dossier }));
    assert_eq!(text(&preview, "/goes/0"), "la personne et 1 dossier");
    let before = office.dump();
    let slip = office.refused("erase_dossier", erasing(dossier, "2026-001", "asked_by_person", true));
    assert_refused(&slip, FailureKind::Refused, Some("typed_reference"));
    let early = office.refused("erase_dossier", erasing(2, "2026-001", "retention_over", true));
    assert_refused(&early, FailureKind::Refused, Some("reason"));
    assert_eq!(office.dump(), before);
    let bilan = json!({ "year": "2024", "from": "", "to": "" });
    let counted = |office: &mut Office| text(&office.call("report", bilan.clone()), "/groups/0/figures/0/value");
    let requests = counted(&mut office);
    let certificate = office.call("erase_dossier", erasing(dossier, "2024-001", "retention_over", true));
    assert_eq!((certificate["number"].as_str(), certificate["is_own"].as_bool()), (Some("2026-01"), Some(true)));
    let row = |label: &str| {
        let rows = certificate["rows"].as_array().unwrap();
        rows.iter()
            .find(|row| row["label"] == label)
            .map(|row| plain(row["value"].as_str().unwrap()))
            .unwrap_or_default()
    };
    assert_eq!(row("Dossiers"), "2024-001");
    assert_eq!(row("Recherche après effacement"), "0 résultat");
    assert_eq!(row("Échéance"), "3 novembre 2026");
    assert!(row("Copie vérifiée avant").starts_with("20 novembre 2026 à"));
    assert!(!certificate.to_string().contains("Aumontel"));
    let gone = office.refused("dossier", json!({ "dossier": dossier }));
    assert_refused(&gone, FailureKind::Gone, None);
    assert_eq!(counted(&mut office), requests, "the bilan counts on");
    let (what, reference, detail) = journal(&mut office).remove(0);
    assert_eq!((what.as_str(), reference.as_str()), ("dossier effacé", "n° 1, effacé ou annulé"));
    assert!(detail.starts_with("certificat 2026-01, empreinte "), "{detail}");
    assert_eq!(office.call("erasures", json!({}))["certificates"].as_array().unwrap().len(), 1);
    assert!(office.call("undo_state", json!({}))["undo"].is_null());
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

#[test]
fn a_person_goes_with_every_dossier_of_theirs() {
    let (mut office, first) = two_years_later();
    let certificate = office.call("erase_person", erasing(first, "2024-001", "asked_by_person", false));
    assert!(certificate["remains"].as_array().unwrap().iter().all(|said| !said.as_str().unwrap().contains("bilans")));
    let bilan =
        office.call("report_dossiers", json!({ "year": "2024", "from": "", "to": "", "of": "requests", "offset": 0 }));
    assert_eq!(bilan["found"], 0);
}

#[test]
fn the_list_behind_a_number_says_how_many_were_erased() {
    let (mut office, dossier) = two_years_later();
    office.call("erase_dossier", erasing(dossier, "2024-001", "retention_over", true));
    let behind =
        office.call("report_dossiers", json!({ "year": "2024", "from": "", "to": "", "of": "requests", "offset": 0 }));
    assert_eq!((behind["found"].as_u64(), behind["rows"].as_array().unwrap().len()), (Some(0), 0));
    assert!(text(&behind, "/sentence").ends_with("dont 1 effacé depuis."), "{behind}");
}

#[test]
fn everything_held_about_a_person_is_given_and_others_are_masked() {
    let mut office = an_office();
    let dossier = office.delmas();
    office
        .call("change_request", json!({ "dossier": dossier, "field": "project", "value": "Vélo de LINA et scooter" }));
    office.call("add_member", crate::office::a_member(dossier, "Sonia Marchetti", "02/09/2013"));
    let held = office.call("person_held", json!({ "dossier": dossier }));
    let told = text(&held, "/sentence");
    assert_eq!(told, "1 dossier, 1 budget, 0 pièce, 0 échange. Les tiers cités sont masqués.");
    let folder = tempfile::tempdir().unwrap();
    office.files.offer("out", folder.path().to_owned());
    for turn in ["ce-que-nous-avons-2026-001", "ce-que-nous-avons-2026-001-2"] {
        let saved = office.call("export_person", json!({ "dossier": dossier, "folder": "out" }));
        assert_eq!(saved["folder"], turn);
    }
    let made: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(made.len(), 2, "nothing half made stays: {made:?}");
    let inside = folder.path().join("ce-que-nous-avons-2026-001");
    let data = std::fs::read_to_string(inside.join("donnees.json")).unwrap();
    let read: Value = serde_json::from_str(&data).unwrap();
    assert_eq!(read["person"]["last_name"], "Delmas");
    assert_eq!(read["person"]["phone"], "0639984107");
    let rows = &read["dossiers"][0]["rows"];
    assert_eq!(rows["budget_line"].as_array().unwrap().len(), 18);
    assert_eq!(rows["household_member"][1]["born_on"], "2017", "of a child, the year");
    assert!(
        rows["fact"]
            .as_array()
            .unwrap()
            .iter()
            .any(|fact| fact["body"]["project"] == "Vélo de [membre du foyer] et scooter")
    );
    assert_eq!(rows["household_member"][3]["name"], "Sonia [membre du foyer]", "the person keeps their own words");
    assert!(!read["dossiers"][0]["access_journal"].as_array().unwrap().is_empty());
    for other in ["Lina", "LINA", "Noé", "Marchetti", "2017-02-03"] {
        assert!(!data.contains(other), "{other}");
    }
    assert!(is_private(&inside) && is_private(&inside.join("donnees.json")), "nobody else reads it");
    let paper = std::fs::read(inside.join("ce-que-nous-avons-sur-vous.pdf")).unwrap();
    let pages = documents::raster::Pages::read(paper).unwrap();
    let said: String = (0..pages.count()).map(|page| pages.text(page).unwrap()).collect();
    for word in ["Delmas", "06 39 98 41 07", "aide à domicile", "17/05/1992", "20/11/2026 à 13 h", "dossier ouvert"] {
        assert!(word == "dossier ouvert" || plain(&said).contains(word), "{word}: {said}");
    }
    assert!(!said.contains("Lina") && !said.contains("LINA"));
    assert_eq!(whats(&mut office, 1), ["tout ce qui est gardé sur la personne, exporté"]);
}

#[test]
fn the_command_line_lists_what_is_due_and_exports_a_person() {
    let (mut office, _) = two_years_later();
    office.call("lock", json!({}));
    drop(office.desk);
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let output =
            crate::cli::command(office.folder.path()).args(arguments).env("ETRIER_PASSPHRASE", PASSPHRASE).output();
        let output = output.unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        plain(&String::from_utf8(output.stdout).unwrap())
    };
    let due = run(&["retention"]);
    assert!(due.starts_with("2024-001\tRégis Aumontel\tsans suite, abandon\t2024-11-03\t2026-11-03\n"), "{due}");
    let rows: Value = serde_json::from_str(&run(&["--json", "retention"])).unwrap();
    assert_eq!(rows[0]["reference"], "2024-001");
    let out = folder.path().join("remis");
    run(&["export-person", "2024-001", "--out", out.to_str().unwrap()]);
    assert!(out.join("ce-que-nous-avons-2024-001/donnees.json").is_file());
}

#[test]
fn the_certificate_of_an_erasure_is_printed_without_a_name() {
    let (mut office, dossier) = two_years_later();
    office.call("erase_dossier", erasing(dossier, "2024-001", "retention_over", true));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("certificat.pdf");
    office.files.offer("out", file.clone());
    office.call("save_paper", json!({ "of": { "paper": "erasure_certificate", "erasure": "2026-01" }, "file": "out" }));
    let pages = documents::raster::Pages::read(std::fs::read(&file).unwrap()).unwrap();
    let said: String = (0..pages.count()).map(|page| pages.text(page).unwrap()).collect();
    let said = plain(&said);
    assert!(said.contains("2024-001") && said.contains("2026-01") && !said.contains("Aumontel"), "{said}");
    let unknown = json!({ "of": { "paper": "erasure_certificate", "erasure": "2026-07" }, "file": "out" });
    assert_refused(&office.refused("save_paper", unknown), FailureKind::Refused, Some("erasure"));
}

/// Failures of every kind on a dossier with a name nobody has, then everything the office leaves in clear is read.
#[test]
fn no_name_is_left_in_a_log_an_error_or_a_file_in_clear() {
    const CANARY: &str = "Qzywwxar";
    let mut office = an_office();
    let dossier = office.request_of(CANARY, CANARY);
    let mut said = String::new();
    for (call, input) in [
        ("change_person", json!({ "dossier": dossier, "field": "phone", "value": CANARY })),
        ("change_person", json!({ "dossier": dossier, "field": CANARY, "value": "" })),
        ("add_member", json!({ "dossier": dossier, CANARY: "" })),
        ("erase_dossier", erasing(dossier, CANARY, "asked_by_person", true)),
        ("archive_dossier", json!({ "dossier": dossier, "reason": CANARY })),
        ("save_paper", json!({ "of": { "paper": CANARY, "dossier": dossier }, "file": "out" })),
        ("unlock", json!({ "passphrase": CANARY })),
    ] {
        let _ = office.try_call(call, input);
    }
    // The disk under the office goes away: what is broken is written in the log.
    office.call("lock", json!({}));
    let database = office.folder.path().join("vault/generation-000001/office.db");
    let sound = std::fs::read(&database).unwrap();
    let mut damaged = sound.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    std::fs::write(&database, &damaged).unwrap();
    let refused = office.refused("unlock", json!({ "passphrase": PASSPHRASE }));
    said.push_str(&format!("{refused:?}"));
    std::fs::write(&database, &sound).unwrap();
    office.unlock();
    let broken = desk::Failure::broken("essai");
    office.desk.log().write(&office.moment, &broken);
    for (name, bytes) in everything_under(office.folder.path()) {
        let found = bytes.windows(CANARY.len()).any(|window| window.eq_ignore_ascii_case(CANARY.as_bytes()));
        assert!(!found, "{name}");
    }
    assert!(!said.contains(CANARY), "{said}");
}

fn everything_under(folder: &std::path::Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(everything_under(&path));
        } else {
            found.push((path.display().to_string(), std::fs::read(&path).unwrap()));
        }
    }
    found
}
