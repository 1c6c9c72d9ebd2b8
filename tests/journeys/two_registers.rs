//! Two borrowers, two answers: each has their own registers of the Banque de France, on screen and on every paper.

use serde_json::{Value, json};

use crate::decisions::{a_dossier, decide_to_submit};
use crate::delmas_papers::{printed, says};
use crate::office::{Office, a_member, plain, text};

/// The Delmas dossier, borrowed with M. Karim Benali.
fn together() -> (Office, i64) {
    let (mut office, dossier, _) = a_dossier();
    let mut karim = a_member(dossier, "Benali", "02/03/1976");
    karim["link"] = json!("co_applicant");
    office.call("add_member", karim);
    for (field, value) in [("title", "monsieur"), ("first_name", "Karim")] {
        let change = json!({ "dossier": dossier, "of": "co_borrower", "field": field, "value": value });
        office.call("change_person", change);
    }
    (office, dossier)
}

fn change(office: &mut Office, dossier: i64, field: &str, value: &str) -> Value {
    office.call("change_assessment", json!({ "dossier": dossier, "field": field, "value": value }))
}

fn answer(office: &mut Office, dossier: i64, (of, fact): (&str, &str), answer: &str) -> Value {
    office.call("answer_fact", json!({ "dossier": dossier, "of": of, "fact": fact, "answer": answer }))
}

fn check<'v>(view: &'v Value, key: &str) -> &'v Value {
    let rows = |list: &str| view["checks"][list].as_array().unwrap().iter();
    rows("calling").chain(rows("settled")).find(|check| check["key"] == key).unwrap()
}

fn state(view: &Value, key: &str) -> String {
    text(check(view, key), "/state/label")
}

#[test]
fn a_check_of_a_register_is_met_once_each_borrower_is_answered_for() {
    let (mut office, dossier) = together();
    let view = answer(&mut office, dossier, ("applicant", "ficp_listed"), "no");
    assert_eq!(state(&view, "ficp_not_blocking"), "À vérifier", "nobody looked for him");
    let asked = check(&view, "ficp_not_blocking")["questions"].as_array().unwrap();
    let asked: Vec<_> = asked.iter().map(|one| (plain(&text(one, "/label")), text(one, "/answer"))).collect();
    let own = |name: &str, answer: &str| (format!("Inscription au FICP, {name}"), answer.to_owned());
    assert_eq!(asked, [own("Mme Delmas", "no"), own("M. Benali", "")]);
    let view = answer(&mut office, dossier, ("co_borrower", "ficp_listed"), "yes");
    assert_eq!(state(&view, "ficp_not_blocking"), "Remplie");
    assert_eq!((text(&view, "/fields/ficp"), text(&view, "/fields/co_ficp")), ("no".to_owned(), "yes".to_owned()));
    let view = change(&mut office, dossier, "ficp", "to_see");
    assert_eq!(state(&view, "ficp_not_blocking"), "À vérifier", "his answer is not hers");
    let view = change(&mut office, dossier, "co_ficp", "no");
    assert_eq!(state(&view, "ficp_not_blocking"), "À vérifier");
    let view = change(&mut office, dossier, "ficp", "no");
    assert_eq!(state(&view, "ficp_not_blocking"), "Sans objet");

    let view = answer(&mut office, dossier, ("co_borrower", "over_indebtedness"), "measures_running");
    assert_eq!(text(&view, "/fields/co_over_indebtedness"), "yes");
    answer(&mut office, dossier, ("applicant", "commission_authorisation"), "given");
    let view = change(&mut office, dossier, "over_indebtedness", "to_see");
    assert_eq!(state(&view, "over_indebtedness_authorisation"), "À vérifier");
    let view = change(&mut office, dossier, "over_indebtedness", "no");
    assert_eq!(state(&view, "over_indebtedness_authorisation"), "Remplie");
    let letter = printed(&mut office, dossier, "commission_authorisation_letter");
    says(&letter, &["devant votre commission pour M. Karim Benali, né le 2 mars 1976. Avec Mme Delmas et M. Benali"]);
}

#[test]
fn words_and_papers_tell_each_borrower_apart() {
    let (mut office, dossier) = together();
    decide_to_submit(&mut office, dossier);
    let ground = json!({ "dossier": dossier, "criterion": "banque_de_france_situation", "field": "ground",
        "value": "Ni FICP, ni FCC, ni surendettement." });
    office.call("change_criterion", ground);
    for (field, value) in [("checked_on", "9/11/2026"), ("co_checked_on", "16/11/2026"), ("co_ficp", "yes")] {
        change(&mut office, dossier, field, value);
    }
    for field in ["ficp", "fcc", "over_indebtedness", "co_fcc", "co_over_indebtedness"] {
        change(&mut office, dossier, field, "no");
    }
    let view = change(&mut office, dossier, "co_checked_how", "relevé présenté par M. Benali");
    let told = view["contradictions"].as_array().unwrap().iter().map(|one| plain(one.as_str().unwrap()));
    let told: Vec<String> = told.collect();
    let both = "(inscription au FICP : non pour Mme Delmas ; oui pour M. Benali).";
    assert!(told.len() == 1 && told[0].ends_with(both), "{told:?}");

    let file = printed(&mut office, dossier, "bank_file");
    let register = "FICP, incidents de crédit";
    says(&file, &[&format!("{register}, Mme Delmas pas d’inscription 09/11/2026 –")]);
    says(&file, &[&format!("{register}, M. Benali inscription en cours 16/11/2026 relevé présenté par M. Benali")]);
    says(&file, &["FICP : M. Benali est inscrit. Vérifié le 16/11/2026."]);
    assert!(!file.contains("Mme Delmas est inscrit"), "nothing to be told of her: {file}");
    let consent = printed(&mut office, dossier, "consent");
    says(&consent, &["M. Benali est inscrit au FICP : le CCAS et la banque en sont informés"]);
}

#[test]
fn what_is_known_of_one_borrower_is_neither_given_to_the_other_nor_kept_for_the_next() {
    let (mut office, dossier) = together();
    change(&mut office, dossier, "co_checked_how", "relevé qu’il a montré");
    answer(&mut office, dossier, ("co_borrower", "over_indebtedness"), "measures_running");
    let folder = tempfile::tempdir().unwrap();
    office.files.offer("out", folder.path().to_owned());
    let saved = text(&office.call("export_person", json!({ "dossier": dossier, "folder": "out" })), "/folder");
    let data = std::fs::read_to_string(folder.path().join(saved).join("donnees.json")).unwrap();
    for his in ["relevé qu’il a montré", "co_ficp", "measures_running"] {
        assert!(!data.contains(his), "{his} is given to her");
    }
    let view = office.call("dossier", json!({ "dossier": dossier }));
    let members = view["household"]["members"].as_array().unwrap();
    let left = members.iter().find(|one| one["name"] == "Benali").unwrap()["id"].clone();
    office.call("remove_member", json!({ "dossier": dossier, "member": left }));
    let refused = office.refused("change_assessment", json!({ "dossier": dossier, "field": "co_fcc", "value": "no" }));
    assert_eq!(refused.message, "Personne d’autre ne demande ce prêt.");
    let mut next = a_member(dossier, "Odette Vial", "02/03/1980");
    next["link"] = json!("co_applicant");
    office.call("add_member", next);
    let view = office.call("assessment", json!({ "dossier": dossier }));
    assert_eq!(text(&view, "/fields/co_over_indebtedness"), "to_see");
    assert_eq!(text(&view, "/fields/co_checked_how"), "");
    let who: Vec<_> = view["registers"].as_array().unwrap().iter().map(|one| plain(&text(one, "/who"))).collect();
    assert_eq!(who, ["Mme Delmas", "Odette Vial"]);
}
