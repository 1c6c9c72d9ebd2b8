//! An office takes its own register over: what the guides publish of four towns, imported and counted to the unit.
//!
//! Tarbes 2016, Laval 2015, Caen's ten years and Montpellier's quarters: the figures are the published ones, the
//! people are invented.

mod closing;
mod counting;
mod files;
mod hostile;
mod offices;
mod papers;

use desk::FailureKind;
use serde_json::{Value, json};

use self::files::{Register, csv, line, ods, offered, person, xlsx};
use crate::office::{Office, an_office, assert_refused, at, plain, text};

fn opened(office: &mut Office, name: &str, bytes: &[u8]) -> Value {
    offered(office, name, bytes);
    office.call("open_register", json!({ "file": name }))
}

fn counts(view: &Value) -> [u64; 6] {
    ["to_create", "to_update", "already_there", "to_settle", "refused", "left_out"]
        .map(|key| view["counts"][key].as_u64().unwrap())
}

fn rows(office: &mut Office, verdict: Value) -> Vec<Value> {
    let page = office.call("register_rows", json!({ "verdict": verdict, "offset": 0 }));
    page["rows"].as_array().unwrap().clone()
}

fn list(office: &mut Office, search: &str) -> Value {
    office.call("dossiers", json!({ "search": search, "offset": 0 }))
}

fn taken(office: &mut Office) -> Value {
    office.call("take_over_register", json!({ "leave_unsettled": false }))
}

/// What a bilan says under a key, and the dossiers behind it.
fn indicator(data: &Value, key: &str) -> (String, u64) {
    let found = data["indicators"].as_array().unwrap().iter().find(|one| one["key"] == key);
    let found = found.unwrap_or_else(|| panic!("{key}"));
    (found["value"].as_str().unwrap_or("").to_owned(), found["dossiers"].as_u64().unwrap())
}

fn bilan(office: &mut Office, from: &str, to: &str) -> Value {
    office.call("report_data", json!({ "year": "", "from": from, "to": to }))
}

/// Ninety-two requests evaluated in 2016, thirty granted for 54 750 € in all; five loans of 2014 whose interest was
/// given back in 2016, for 301,60 €.
fn tarbes() -> Register {
    let mut register = vec![
        line(&["Registre du microcrédit personnel"]),
        line(&[]),
        line(&[
            "n°",
            "NOM PRENOM",
            "NE(E) LE",
            "Date demande",
            "OBJET",
            "MT",
            "Entretien",
            "Suite",
            "Motif",
            "Banque",
            "date prêt",
            "Oct.",
            "Durée",
            "Taux",
            "Versement",
            "Solde",
            "Interets rembourses",
            "Date remboursement interets",
        ]),
    ];
    let wide = |place: usize, cells: [&str; 15]| {
        let (name, born) = person(place);
        let mut all = vec![(place + 1).to_string(), name, born];
        all.extend(cells.iter().map(|cell| (*cell).to_owned()));
        all
    };
    for place in 0..92 {
        let month = place % 12 + 1;
        let (asked, met) = (format!("03/{month:02}/2016"), format!("{:02}/{month:02}/2016", 5 + place % 20));
        let later = format!("28/{month:02}/2016");
        // Twenty-nine loans of 1 825 € and one of 1 825 €, some more, some less: 54 750 € in all.
        let lent = match place % 3 {
            0 => "1 500,00 €",
            1 => "1825",
            _ => "2 150,00",
        };
        register.push(match place {
            0..30 => wide(
                place,
                [
                    &asked,
                    "voiture",
                    lent,
                    &met,
                    "accordé",
                    "",
                    "Banque des Coteaux",
                    &later,
                    lent,
                    "36 mois",
                    "4 %",
                    "",
                    "",
                    "",
                    "",
                ],
            ),
            30..48 => wide(
                place,
                [
                    &asked,
                    "permis B",
                    "1 200",
                    &met,
                    "refus banque",
                    "capacité de remboursement",
                    "Banque des Coteaux",
                    &later,
                    "",
                    "24",
                    "",
                    "",
                    "",
                    "",
                    "",
                ],
            ),
            48..80 => {
                wide(place, [&asked, "frigo", "env. 600", &met, "réorienté", "", "", "", "", "", "", "", "", "", ""])
            }
            _ => wide(place, [&asked, "dettes", "", &met, "hors critères", "", "", "", "", "", "", "", "", "", ""]),
        });
    }
    for (place, interest) in ["60,00", "61,60", "58,50", "62,00", "59,50"].into_iter().enumerate() {
        register.push(wide(
            100 + place,
            [
                "2014",
                "scooter",
                "1 500",
                "",
                "accordé",
                "",
                "Banque des Coteaux",
                "avr. 2014",
                "1 500",
                "24",
                "4",
                "05/2014",
                "05/2016",
                interest,
                "15/06/2016",
            ],
        ));
    }
    register.push(line(&[]));
    register.push(line(&["Total", "", "", "", "", "54 750,00 €"]));
    register
}

#[test]
fn tarbes_2016_is_taken_over_and_counted_to_the_unit() {
    let mut office = an_office();
    let view = opened(&mut office, "tarbes-2016.xlsx", &xlsx(&tarbes()));
    let refused: Vec<String> = rows(&mut office, json!("refused")).iter().map(|row| text(row, "/reason")).collect();
    assert_eq!(counts(&view), [97, 0, 0, 0, 0, 0], "{refused:?} {}", view["columns"]);
    assert_eq!(view["headings_line"], 3);
    assert_eq!(view["new_lenders"], json!(["Banque des Coteaux"]));
    let understood: Vec<String> =
        view["understood"].as_array().unwrap().iter().map(|one| plain(one.as_str().unwrap())).collect();
    assert!(understood.contains(&"lignes passées : 1 vide, 1 total (n° 102)".to_owned()), "{understood:?}");
    assert_eq!(list(&mut office, "")["found"], 0, "nothing is written before the last step");

    let done = taken(&mut office);
    assert_eq!(text(&done, "/sentence"), "Reprise faite : 97 dossiers créés.");
    let data = bilan(&mut office, "2016-01-01", "2016-12-31");
    for (key, value) in [
        ("requests", "92"),
        ("assessed", "92"),
        ("granted", "30"),
        ("refused", "18"),
        ("redirected", "32"),
        ("amount_granted", "54750.00"),
        ("mean_amount", "1825.00"),
        ("interest_refunds_count", "5"),
        ("interest_refunds_amount", "301.60"),
    ] {
        assert_eq!(indicator(&data, key).0, value, "{key}");
    }
    let found = list(&mut office, "mercadieu");
    let dossier = found["rows"][0]["id"].as_i64().or(found["rows"][0]["dossier"].as_i64()).unwrap();
    let shown = office.call("dossier", json!({ "dossier": dossier }));
    assert!(plain(&text(&shown, "/taken_over")).starts_with("Repris le 20 novembre 2026 : tarbes-2016.xlsx, ligne "));
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

#[test]
fn a_register_taken_over_again_changes_nothing_and_completes_what_it_learnt() {
    let mut office = an_office();
    let mut register = tarbes();
    opened(&mut office, "tarbes-2016.xlsx", &xlsx(&register));
    taken(&mut office);
    let before = office.dump();
    let view = opened(&mut office, "tarbes-2016.xlsx", &xlsx(&register));
    assert_eq!(counts(&view), [0, 0, 97, 0, 0, 0]);
    assert!(view["understood"][1].as_str().unwrap().contains("comme la dernière fois"));
    let nothing = office.refused("take_over_register", json!({ "leave_unsettled": false }));
    assert_refused(&nothing, FailureKind::Refused, None);
    assert_eq!(office.dump(), before);
    // The money of one loan came since; somebody is new.
    register[4][14] = "05/12/2016".to_owned();
    register.push(register[5].clone());
    let last = register.len() - 1;
    (register[last][1], register[last][2]) = ("NOUVEL Ines".to_owned(), "01/02/1990".to_owned());
    let view = opened(&mut office, "tarbes-2017.ods", &ods(&register));
    assert_eq!(counts(&view), [1, 1, 96, 0, 0, 0]);
    let done = taken(&mut office);
    assert_eq!(text(&done, "/sentence"), "Reprise faite : 1 dossier créé, 1 complété.");
    let data = bilan(&mut office, "2016-01-01", "2016-12-31");
    assert_eq!((indicator(&data, "disbursed").0.as_str(), indicator(&data, "granted").0.as_str()), ("1", "31"));
    let import = done["import"].as_i64().unwrap();
    let undone = office.call("undo_register", json!({ "import": import }));
    assert_eq!(text(&undone, "/sentence"), "Reprise défaite : 1 dossier retiré, 1 rendu à son état d’avant.");
    let data = bilan(&mut office, "2016-01-01", "2016-12-31");
    assert_eq!((indicator(&data, "disbursed").0.as_str(), indicator(&data, "granted").0.as_str()), ("0", "30"));
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

#[test]
fn all_of_an_import_is_undone_but_what_was_changed_since() {
    let mut office = an_office();
    opened(&mut office, "tarbes.xlsx", &xlsx(&tarbes()));
    let import = taken(&mut office)["import"].as_i64().unwrap();
    let found = list(&mut office, "mercadieu");
    let dossier = found["rows"][0]["id"].as_i64().or(found["rows"][0]["dossier"].as_i64()).unwrap();
    office.call("change_person", json!({ "dossier": dossier, "field": "commune", "value": "Valbourg" }));
    let standing = office.call("register", json!({}));
    assert_eq!(standing["imports"][0]["changed_since"].as_array().unwrap().len(), 1);
    let undone = office.call("undo_register", json!({ "import": import }));
    assert_eq!((undone["removed"].as_u64(), undone["kept"].as_array().unwrap().len()), (Some(96), 1));
    assert_eq!(list(&mut office, "")["found"], 1);
    assert_eq!(office.call("verify", json!({}))["sound"], true);
    office.call("undo", json!({}));
    assert_eq!(list(&mut office, "")["found"], 97, "and that is undone like any action");
    let again = office.call("register", json!({}));
    assert_eq!(again["imports"][0]["can_undo"], true);
}

/// Seventy requests, twenty-four granted under three products.
fn laval() -> Register {
    let mut register = vec![line(&[
        "Nom",
        "Prénom",
        "Date de naissance",
        "Demande le",
        "Objet du prêt",
        "Type de prêt",
        "Montant demandé",
        "Banque",
        "Décision",
        "Accordé le",
        "Montant accordé",
        "Durée (mois)",
        "Taux",
    ])];
    let products = [
        "Microcrédit classique (Laval)",
        "Microcrédit « restructuration » (Laval)",
        "Microcrédit « autonomie-santé » (Laval)",
    ];
    for place in 0..70 {
        let (name, born) = person(place);
        let (last, first) = name.split_once(' ').unwrap();
        let asked = format!("{:02}/{:02}/2015", place % 28 + 1, place % 12 + 1);
        let purpose = ["véhicule", "dettes", "lunettes"][place % 3];
        let granted = place < 24;
        let bank = ["Banque du Val", "Crédit des Rives", "Caisse de la Mayenne"][place % 3];
        let end = if granted {
            "Accordé"
        } else if place < 40 {
            "Refus"
        } else {
            "Sans suite"
        };
        let on = if granted { "12/2015" } else { "2015" };
        let (amount, months, rate) = if granted { ("2 000,00", "36", "4,00") } else { ("", "36", "") };
        register.push(line(&[
            last,
            first,
            &born,
            &asked,
            purpose,
            products[place % 3],
            "2 000,00",
            bank,
            end,
            on,
            amount,
            months,
            rate,
        ]));
    }
    register
}

#[test]
fn laval_2015_is_taken_over_with_its_three_products() {
    let mut office = an_office();
    for model in ["laval_classic", "laval_restructuring", "laval_autonomy_health"] {
        let copy = json!({ "model": model, "label": "", "from": "01/01/2015", "source": "Délibération" });
        office.call("copy_product_model", copy);
    }
    let view = opened(&mut office, "laval.ods", &ods(&laval()));
    let refused: Vec<String> = rows(&mut office, json!("refused")).iter().map(|row| text(row, "/reason")).collect();
    assert_eq!(counts(&view), [70, 0, 0, 0, 0, 0], "{refused:?}");
    taken(&mut office);
    let data = bilan(&mut office, "2015-01-01", "2015-12-31");
    assert_eq!((indicator(&data, "requests").0.as_str(), indicator(&data, "granted").0.as_str()), ("70", "24"));
    assert_eq!(indicator(&data, "grant_rate_of_requests").0, "34.29");
}

#[test]
fn caens_ten_years_are_taken_over_from_years_alone() {
    let mut office = an_office();
    // 330 loans, 612 000 € from 2007 to 2016: 1 854,54 € on average.
    let mut register = vec![line(&["Emprunteur", "Naissance", "Année du prêt", "Projet", "Montant accordé"])];
    for place in 0..330 {
        let (name, born) = person(place);
        let amount = if place < 180 { "1 900,00 €" } else { "1 800,00 €" };
        register.push(line(&[&name, &born, &(2007 + place % 10).to_string(), "électroménager", amount]));
    }
    office.call("add_lender", json!({ "name": "Banque du Bocage", "contact": "", "contact_role": "", "phone": "", "email": "", "address": "" }));
    offered(&office, "caen.csv", &csv(&register));
    let mapping = json!({ "sheet": "", "columns": { "Année du prêt": "decided_on" },
        "stated": { "lender": "lender_1", "months": "", "annual_rate": "", "origin": "", "year": "" } });
    let view = office.call("open_register", json!({ "file": "caen.csv", "mapping": mapping }));
    assert_eq!(counts(&view)[0], 330, "a loan whose terms nobody wrote is a loan");
    let asked: Vec<String> = view["asked"].as_array().unwrap().iter().map(|one| text(one, "/field")).collect();
    assert_eq!(asked, ["lender", "months", "annual_rate", "origin"], "the bank is answered and can be changed");
    let mut columns: Vec<Value> = view["columns"].as_array().unwrap().iter().map(|one| one["column"].clone()).collect();
    columns.truncate(5);
    let stated =
        json!({ "lender": "lender_1", "months": "36", "annual_rate": "4", "origin": "first_reception", "year": "" });
    let typed = json!({ "sheet": 0, "headings_line": 1, "columns": columns, "stated": stated });
    let view = office.call("set_register_columns", typed);
    assert_eq!(counts(&view), [330, 0, 0, 0, 0, 0]);
    assert_eq!(view["remarks"].as_array().unwrap().len(), 1, "read as Windows writes French: {}", view["remarks"]);
    taken(&mut office);
    let data = bilan(&mut office, "2016-01-01", "2016-12-31");
    let since = |key: &str| indicator(&data, key).0;
    assert_eq!((since("loans_since_start").as_str(), since("amount_since_start").as_str()), ("330", "612000.00"));
    assert_eq!(indicator(&data, "granted").0, "33", "those of 2016");
    assert_eq!(indicator(&data, "days_submission_to_decision").0, "", "no delay is reckoned from years");
}

#[test]
fn lines_are_corrected_in_place_and_settled_before_anything_is_written() {
    let mut office = an_office();
    office.request_of("Julien", "Tessoreau");
    let dossier = office.call("dossier_of", json!({ "reference": "2026-001" }))["id"].as_i64().unwrap();
    office.call("change_person", json!({ "dossier": dossier, "field": "born_on", "value": "04/07/1988" }));
    let register = vec![
        line(&["NOM PRENOM", "NE(E) LE", "OBJET", "MT", "Date demande", "Obs"]),
        line(&["MERCADIEU Paul", "31/02/1981", "permis B", "1 200,00", "févr. 2017"]),
        line(&["ROUSSEAUX Inès", "08/11/1990", "frigo", "voir Mme B", "avr. 2017"]),
        line(&["DUPRAT Léa et Tom", "19/05/1985", "voiture", "env. 2000", "2016"]),
        line(&["TESSOREAU Julien", "07/04/1988", "réparation", "900,00", "sept. 2018"]),
        line(&["ALVARADE Mireille", "14/03/1962", "scooter", "1 500,00", "janv. 2016"]),
        line(&["ALVARADE Mireille", "14/03/1962", "scooter", "1 500,00", "janv. 2016"]),
        line(&["CASTAGNER Odette", "17/01/1949", "dentiste", "750", "12/03"]),
    ];
    let view = opened(&mut office, "tilleuls.csv", &csv(&register));
    assert_eq!(counts(&view), [3, 0, 0, 4, 0, 0]);
    assert_eq!((view["can_take"].clone(), text(&view, "/hint").contains("4 lignes à trancher")), (json!(false), true));
    let unread = rows(&mut office, Value::Null);
    let fault = |row: &Value| {
        let cells = row["cells"].as_array().unwrap().iter();
        cells.map(|cell| plain(cell["fault"].as_str().unwrap())).find(|fault| !fault.is_empty())
    };
    let faults: Vec<String> = unread.iter().filter_map(fault).collect();
    assert_eq!(faults, ["l’année manque", "février n’a que 28 jours", "pas un montant"]);
    let reasons: Vec<String> =
        rows(&mut office, json!("to_create")).iter().map(|row| plain(&text(row, "/reason"))).collect();
    assert_eq!(reasons[0], "gardé tel quel : Naissance « 31/02/1981 »", "{reasons:?}");
    let first = rows(&mut office, Value::Null);
    assert_eq!(text(&first[0], "/verdict/label"), "À trancher", "those to be looked at come first");
    let questions: Vec<String> = rows(&mut office, json!("to_settle"))
        .iter()
        .filter(|row| !row["question"].is_null())
        .map(|row| text(row, "/question/text"))
        .collect();
    assert!(questions[0].starts_with("Deux personnes"), "{questions:?}");
    assert!(questions[1].starts_with("La même personne que dans 2026-001, né(e) le 4 juillet 1988"), "{questions:?}");
    assert!(questions[2].starts_with("La ligne 6 dit la même personne"), "{questions:?}");
    let unsettled = office.refused("take_over_register", json!({ "leave_unsettled": false }));
    assert_refused(&unsettled, FailureKind::Refused, Some("leave_unsettled"));

    office.call("correct_register_cell", json!({ "line": 2, "place": 1, "text": "28/02/1981" }));
    office.call("correct_register_cell", json!({ "line": 3, "place": 3, "text": "400" }));
    office.call("correct_register_cell", json!({ "line": 8, "place": 4, "text": "12/03/2017" }));
    office.call("settle_register_line", json!({ "line": 4, "settled": "co_borrower" }));
    office.call("settle_register_line", json!({ "line": 5, "settled": "namesake" }));
    let view = office.call("settle_register_line", json!({ "line": 7, "settled": "leave" }));
    assert_eq!(counts(&view), [6, 0, 0, 0, 0, 1]);
    assert_eq!(view["can_take"], true);
    let done = taken(&mut office);
    assert_eq!((done["created"].as_u64(), done["left_out"].as_u64()), (Some(6), Some(1)));
    let named = |office: &mut Office, search: &str| list(office, search)["found"].clone();
    assert_eq!((named(&mut office, "tessoreau"), named(&mut office, "duprat")), (json!(2), json!(1)));
    let duprat = list(&mut office, "duprat");
    let dossier = duprat["rows"][0]["id"].as_i64().or(duprat["rows"][0]["dossier"].as_i64()).unwrap();
    let shown = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(text(&shown, "/received_on/text"), "2016", "told no better than it is known");
    assert!(plain(&shown.to_string()).contains("Tom DUPRAT"), "who borrows with her is there");
    assert!(plain(&text(&shown, "/taken_over")).contains("environ"));
}

#[test]
fn a_register_given_up_or_stopped_leaves_everything_as_it_was() {
    let mut office = an_office();
    let before = office.dump();
    opened(&mut office, "tarbes.xlsx", &xlsx(&tarbes()));
    office.progress.cancel();
    let stopped = office.refused("take_over_register", json!({ "leave_unsettled": false }));
    assert_eq!(stopped.kind, FailureKind::Cancelled);
    office.progress = std::sync::Arc::new(desk::Progress::untold());
    assert_eq!(office.dump(), before);
    assert!(!office.call("register", json!({}))["chosen"].is_null(), "the register is still there to be taken over");
    let closed = office.call("close_register", json!({}));
    assert_eq!((closed["chosen"].clone(), office.dump() == before), (Value::Null, true));
    let none = office.refused("register_rows", json!({ "verdict": null, "offset": 0 }));
    assert_refused(&none, FailureKind::Refused, Some("file"));
    opened(&mut office, "tarbes.xlsx", &xlsx(&tarbes()));
    office.call("lock", json!({}));
    office.unlock();
    assert!(office.call("register", json!({}))["chosen"].is_null(), "what was read goes with the lock");
}

#[test]
fn a_verified_copy_comes_before_an_import_and_one_line_of_the_journal_tells_it() {
    let mut office = an_office();
    opened(&mut office, "tarbes.xlsx", &xlsx(&tarbes()));
    taken(&mut office);
    let copies = office.call("copies", json!({}))["rows"][0].to_string();
    assert!(plain(&copies).contains("avant une reprise de registre"), "{copies}");
    let state = office.call("undo_state", json!({}));
    assert_eq!(text(&state, "/undo"), "Reprise de « tarbes.xlsx » : 97 dossiers créés.");
    office.moment = at("2026-11-21");
    office.call("undo", json!({}));
    assert_eq!(list(&mut office, "")["found"], 0, "one undo takes all of it back");
}
