//! The papers handed to the person before a loan: what to bring, the sheet to take home, the reminder; and the blank grid
//! of the first call.

use std::path::Path;

use serde_json::json;

use crate::decisions::{a_dossier, submitted};
use crate::delmas_papers::{decided, printed, says};
use crate::follow_up::event;
use crate::office::{Office, an_office, at, plain, text};

fn refused(office: &mut Office, dossier: i64, paper: &str) -> String {
    plain(&office.refused("draw_paper", json!({ "dossier": dossier, "paper": paper })).message)
}

#[test]
fn what_to_bring_follows_the_situation_and_says_when_to_come() {
    let (mut office, dossier, _) = a_dossier();
    let agreed = json!({ "dossier": dossier, "on": "24/11/2026", "at": "14 h", "kind": "", "place": "au CCAS, bureau 4", "note": "" });
    office.call("set_appointment", agreed);
    let list = printed(&mut office, dossier, "documents_list");
    says(&list, &["Prochain rendez-vous : mardi 24 novembre 2026 à 14 h, au CCAS, bureau 4", "Venez quand même"]);
    says(
        &list,
        &["Vous et votre foyer", "Pièce d’identité, recto et verso", "mairie ; à défaut", "numéro de carte bancaire"],
    );
    assert!(!list.contains("Non demandé à la personne"), "{list}");
    assert!(!list.contains("Échéancier de la banque"), "nothing of a signed loan: {list}");
    let before = list.len();
    let received = json!({ "dossier": dossier, "document": "identity_document", "part": "", "state": "received",
        "issued_on": "", "valid_until": "", "reason": "" });
    office.call("note_document", received);
    assert_eq!(printed(&mut office, dossier, "documents_list").len(), before, "what came stays on the list");
    says(&printed(&mut office, dossier, "missing_documents"), &["Liste des pièces manquantes"]);
}

#[test]
fn the_sheet_to_take_home_has_the_amounts_of_the_budget_sheet_in_plain_words() {
    let (mut office, dossier, _) = decided("36");
    let sheet = printed(&mut office, dossier, "take_home_sheet");
    says(&sheet, &["Mon budget et mon prêt", "1 999,76 €", "981,18 €", "1 018,58 €", "Nous sommes 3 à la maison."]);
    says(&sheet, &["Il reste 339,53 € par personne", "Je paie 70,86 € à la banque", "Il reste 300,07 € par personne"]);
    says(&sheet, &["conseille 250 € au moins. C’est possible.", "2 400 €", "2 550,87 €", "150,87 €"]);
    says(&sheet, &["Je peux dire non, moi aussi.", "14 jours", "05 36 49 00 15", "Ou l’accueil : 05 36 49 00 12"]);
    for jargon in ["TAEG", "%", "vous rembourseriez"] {
        assert!(!sheet.contains(jargon), "{jargon}: {sheet}");
    }
    let mut office = an_office();
    let dossier = office.request_of("Karim", "Benali");
    assert_eq!(refused(&mut office, dossier, "take_home_sheet"), "La feuille à emporter attend au moins un budget.");
}

#[test]
fn who_gives_no_news_is_reminded_of_what_lacks_until_the_bank_has_the_dossier() {
    let (mut office, dossier, _) = a_dossier();
    office.moment = at("2026-10-14");
    let early = refused(&mut office, dossier, "reminder_letter");
    assert!(early.starts_with("La personne a donné de ses nouvelles il y a peu"), "two days after: {early}");
    office.moment = at("2026-11-19");
    office.call("note_follow_up", event(dossier, "contact_answered_none", "", ""));
    office.moment = at("2026-11-25");
    let letter = printed(&mut office, dossier, "reminder_letter");
    says(
        &letter,
        &[
            "où en êtes-vous ?",
            "vous joindre au téléphone : 19 novembre 2026.",
            "Il y manque encore :",
            "Pièce d’identité",
        ],
    );
    says(&letter, &["Sans réponse le 16 décembre 2026", "J’arrête."]);
    submitted(&mut office, dossier);
    assert!(refused(&mut office, dossier, "reminder_letter").starts_with("La demande n’attend pas de nouvelles"));
}

#[test]
fn the_grid_of_the_first_call_asks_the_questions_of_the_window() {
    let mut office = an_office();
    let drawn = office.call("draw_paper", json!({ "paper": "screening_grid" }));
    assert_eq!(drawn["pages"].as_array().unwrap().len(), 1);
    let page = text(&drawn, "/pages/0/text").split_whitespace().collect::<Vec<_>>().join(" ");
    says(
        &page,
        &[
            "Premier appel",
            "18 ans ou plus",
            "D’où viennent-elles",
            "Charges courantes",
            "Ne signez rien et ne versez pas d’acompte",
        ],
    );
}

/// Left beside those of the rooms, for the checkers outside.
#[test]
fn samples_are_left_for_the_checkers_outside() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/papers");
    std::fs::create_dir_all(&folder).unwrap();
    let (mut office, dossier, _) = decided("36");
    office.moment = at("2026-12-20");
    for (paper, dossier) in [
        ("documents_list", Some(dossier)),
        ("take_home_sheet", Some(dossier)),
        ("reminder_letter", Some(dossier)),
        ("screening_grid", None),
    ] {
        let file = folder.join(format!("remis-{paper}.pdf"));
        let _ = std::fs::remove_file(&file);
        office.files.offer(paper, file);
        office.call("save_paper", json!({ "of": { "paper": paper, "dossier": dossier }, "file": paper }));
    }
}
