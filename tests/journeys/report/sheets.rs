//! What leaves the bilan besides its tables: the reports of one sheet, the dossiers under chosen columns, a study.

use super::*;
use crate::delmas_papers::says;
use crate::settings::version;

/// One sound input of each call that writes here; nothing for another call.
pub fn sample(call: &str) -> Option<Value> {
    Some(match call {
        "set_report_words" => json!({ "paper": "annual_report", "from": "2026-01-01", "to": "2026-12-31",
            "text": "Une permanence a ouvert au centre social.\n\nElle reçoit le mardi." }),
        "set_funding" => json!({ "version": version("", "01/01/2026", "Convention n° 2026-04", ""), "fields": {
            "funder": "Département de Hautval", "amount": "6000",
            "assessed_target": "10", "granted_target": "" } }),
        "set_export_choice" => json!({ "name": "France Microcrédit", "columns": ["amount", "reference", "purpose"] }),
        _ => return None,
    })
}

/// The pages of a paper of a period, with plain spaces.
pub fn pages(office: &mut Office, paper: &str, (from, to): (&str, &str)) -> Vec<String> {
    let drawn = office.call("draw_paper", json!({ "paper": paper, "from": from, "to": to }));
    assert_eq!((&drawn["unprintable"], &drawn["is_archival"]), (&json!([]), &json!(true)));
    let pages = drawn["pages"].as_array().unwrap().iter();
    pages.map(|page| plain(page["text"].as_str().unwrap()).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// The rules of the office with another threshold of small numbers.
fn threshold(office: &mut Office, under: &str) -> Value {
    let mut fields = office.call("office_rules", json!({}))["versions"][0]["fields"].clone();
    fields["small_numbers_under"] = json!(under);
    json!({ "version": version("", "01/01/2026", "Usage", ""), "fields": fields })
}

/// Changes the threshold of small numbers.
pub fn small_numbers_under(office: &mut Office, under: &str) {
    let change = threshold(office, under);
    office.call("set_office_rules", change);
}

const YEAR: (&str, &str) = ("2026-01-01", "2026-12-31");

/// The board reads at the head of its bilan the figures the office chose, and no more than six.
#[test]
fn the_office_chooses_the_figures_at_the_head_of_its_bilan() {
    let mut office = crate::demo::a_demo(60, 1, "2026-11-24");
    let change = |office: &mut Office, headline: Value| {
        let mut fields = office.call("office_rules", json!({}))["versions"][0]["fields"].clone();
        fields["headline"] = headline;
        json!({ "version": version("", "01/06/2026", "Usage", ""), "fields": fields })
    };
    let usual = pages(&mut office, "annual_report", YEAR)[0].clone();
    assert!(usual.contains("demandes reçues") && !usual.contains("prêts depuis le début"), "{usual}");
    // The five of Tarbes, and what was lent since the start.
    let five = ["assessed", "granted", "mean_amount", "interest_refunds", "incidents_since_start", "loans_since_start"];
    let chosen = change(&mut office, json!(five));
    office.call("set_office_rules", chosen);
    let first = pages(&mut office, "annual_report", YEAR)[0].clone();
    for told in
        ["dossiers évalués", "prêts accordés", "en moyenne par prêt", "d’intérêts rendus", "prêts depuis le début"]
    {
        assert!(first.contains(told), "{told}: {first}");
    }
    let seven = change(&mut office, json!([five.to_vec(), vec!["requests"]].concat()));
    let refused = office.refused("set_office_rules", seven);
    assert_refused(&refused, FailureKind::Refused, Some("headline"));
}

#[test]
fn the_dashboard_of_a_quarter_tells_what_happened_in_it() {
    let mut office = valbourg();
    small_numbers_under(&mut office, "3");
    let pages = pages(&mut office, "dashboard", ("2026-01-01", "2026-03-31"));
    assert_eq!(pages.len(), 1);
    let order = [
        "Référence TB-2026-T1",
        "Tableau de bord, 1er trimestre 2026",
        "Étape par étape, dans la période",
        "Prêts suivis",
        "Aucun nom.",
    ];
    says(&pages[0], &order);
    says(&pages[0], &["31/12/2025", "31/03/2026"]);
    assert!(!pages[0].contains("au 4e trimestre 2025"), "it had one request, and so on");
    assert!(!pages[0].contains("À regarder au prochain point"), "nothing was written");
    for name in LAST_NAMES {
        assert!(!pages[0].contains(name), "{name}");
    }
}

#[test]
fn the_adviser_s_words_are_printed_on_their_paper_and_period_alone() {
    let mut office = valbourg();
    let asked = json!({ "paper": "annual_report", "from": "2026-01-01", "to": "2026-12-31" });
    let blank = office.call("report_words", asked.clone());
    assert_eq!(
        (text(&blank, "/label").as_str(), &blank["text"]),
        ("Ce que nous avons appris, ce que nous ferons", &json!(""))
    );
    assert!(text(&blank, "/hint").contains("Aucun nom"), "the duty is said at the field");
    office.call("set_report_words", sample("set_report_words").unwrap());
    assert_eq!(
        office.call("report_words", asked)["text"],
        "Une permanence a ouvert au centre social.\nElle reçoit le mardi."
    );
    let first = |office: &mut Office, paper: &str, days| pages(office, paper, days).remove(0);
    let all = |office: &mut Office, paper: &str, days| pages(office, paper, days).join(" ");
    says(&all(&mut office, "annual_report", YEAR), &["Une permanence a ouvert", "Elle reçoit le mardi."]);
    assert!(!all(&mut office, "annual_report", ("2025-01-01", "2025-12-31")).contains("permanence"));
    assert!(!all(&mut office, "public_report", YEAR).contains("permanence"), "they are for the board");
    let decision = json!({ "paper": "annual_decision", "from": "2026-01-01", "to": "2026-12-31", "text": "Reconduire l’enveloppe." });
    office.call("set_report_words", decision);
    says(&first(&mut office, "annual_report", YEAR), &["Décision proposée au conseil. Reconduire l’enveloppe."]);
    assert!(!first(&mut office, "dashboard", YEAR).contains("permanence"));
    let words = json!({ "paper": "dashboard", "from": "2026-01-01", "to": "2026-12-31", "text": "Rencontrer les partenaires de santé." });
    office.call("set_report_words", words);
    says(&first(&mut office, "dashboard", YEAR), &["À regarder au prochain point : Rencontrer les partenaires"]);
    let refused =
        office.refused("report_words", json!({ "paper": "agenda", "from": "2026-01-01", "to": "2026-12-31" }));
    assert_refused(&refused, FailureKind::Refused, Some("paper"));
}

/// The note tells what the bilan for the board tells, on one sheet, with what the board is asked to decide.
#[test]
fn a_note_presents_the_bilan_at_a_session() {
    let mut office = valbourg();
    let proposal = json!({ "paper": "annual_decision", "from": "2026-01-01", "to": "2026-12-31",
        "text": "Prendre acte du bilan et reconduire l’enveloppe." });
    office.call("set_report_words", proposal);
    let note = pages(&mut office, "presentation_note", YEAR);
    assert_eq!(note.len(), 1);
    let board = pages(&mut office, "annual_report", YEAR).join(" ");
    for told in ["7 100 €", "3 prêts ont été accordés", "Prendre acte du bilan et reconduire l’enveloppe."] {
        assert!(note[0].contains(told) && board.contains(told), "« {told} »:\n{}", note[0]);
    }
    assert!(note[0].contains("Décision proposée au conseil"), "{}", note[0]);
}

#[test]
fn the_page_of_those_who_send_people_names_none_and_tells_no_small_number() {
    let mut office = valbourg();
    let pages = pages(&mut office, "referrers_page", YEAR);
    assert_eq!(pages.len(), 1);
    says(
        &pages[0],
        &[
            "Orienter vers le microcrédit",
            "Référence PRESC-2026",
            "moins de 5",
            "Appelez-nous si la personne…",
            "Comment orienter",
        ],
    );
    for name in LAST_NAMES {
        assert!(!pages[0].contains(name), "{name}");
    }
}

#[test]
fn a_funder_reads_what_was_lent_for_what_was_given() {
    let mut office = valbourg();
    small_numbers_under(&mut office, "3");
    assert_eq!(office.call("funding", json!({}))["versions"], json!([]));
    let without = pages(&mut office, "funder_page", YEAR).remove(0);
    assert!(!without.contains("Ce que le dispositif a coûté") && without.contains("Risque"), "{without}");
    let view = office.call("set_funding", sample("set_funding").unwrap());
    assert_eq!(text(&view, "/versions/0/clauses/0/text"), "Département de Hautval");
    let told = pages(&mut office, "funder_page", YEAR).remove(0);
    says(
        &told,
        &[
            "Compte rendu au financeur, 2026",
            "Département de Hautval · convention n° 2026-04 · aide reçue : 6 000 €",
            "dossiers évalués (objectif 10)",
            "1,18 €",
            "7 100,00 € ÷ 6 000,00 €",
            "Certifié exact",
        ],
    );
    assert!(!told.contains("Ce que le dispositif a coûté"), "the costs of the year are not typed yet");
    let fields = json!({ "subsidies": "", "wages": "6600", "communication": "150", "other_costs": "250", "optional_aid": "",
        "inhabitants": "", "paid_hours": "240" });
    office.call("set_report_year", json!({ "year": "2026", "fields": fields }));
    let told = pages(&mut office, "funder_page", YEAR).remove(0);
    says(
        &told,
        &["Ce que le dispositif a coûté", "Temps de travail 240 heures payées 6 600,00", "Communication 150,00"],
    );
    says(&told, &["CCAS, budget propre", "Coût par prêt accordé"]);
    let empty = json!({ "version": version("", "01/06/2026", "Convention", ""), "fields": { "funder": "", "amount": "1", "assessed_target": "", "granted_target": "" } });
    assert_refused(&office.refused("set_funding", empty), FailureKind::Refused, Some("funder"));
}

#[test]
fn a_few_people_are_no_figure_of_what_leaves_nor_is_what_was_lent_to_them() {
    let mut office = valbourg();
    office.call("set_funding", sample("set_funding").unwrap());
    for (paper, days) in [("public_report", YEAR), ("dashboard", ("2026-01-01", "2026-03-31")), ("funder_page", YEAR)] {
        let all = pages(&mut office, paper, days).join(" ");
        says(&all, &["moins de 5"]);
        for told in ["7 100", "2 366,67 €", "2 367 €", "1,18 €", "3 prêts"] {
            assert!(!all.contains(told), "{paper} tells « {told} » of three people:\n{all}");
        }
    }
    let view = office.call("report", year("2026"));
    assert!(plain(&text(&view, "/sentence")).contains("3 prêts accordés pour 7 100,00 €"), "the screen stays exact");
}

#[test]
fn a_month_of_one_loan_tells_neither_its_amount_nor_its_length() {
    let mut office = valbourg();
    let months = (1..=12).map(|month| format!("2026-{month:02}"));
    let mut told = 0;
    for month in months {
        let days = (format!("{month}-01"), format!("{month}-28"));
        let data = office.call("report_data", super::days(&days.0, &days.1));
        let (amount, _) = indicator(&data, "amount_granted");
        let amount = amount.unwrap();
        let amount = amount.split('.').next().unwrap();
        if amount == "0" {
            continue;
        }
        told += 1;
        let all = pages(&mut office, "public_report", (&days.0, &days.1)).join(" ").replace(' ', "");
        assert!(!all.contains(&format!("{amount}€")), "{month}: {amount}\n{all}");
    }
    assert!(told > 0, "some month has a loan");
}

/// The counts a sheet tells, by the words before or after them, as somebody who subtracts them would write them down.
#[test]
fn the_sheets_of_one_period_agree_with_each_other() {
    let mut office = crate::demo::a_demo(60, 1, "2026-11-24");
    let typed = super::year::page("2026", "9 000");
    office.call("set_report_year", typed);
    office.call("set_funding", sample("set_funding").unwrap());
    let data = office.call("report_data", year("2026"));
    let count = |key: &str| indicator(&data, key).0.unwrap();
    let [board, public, dashboard, funder] = ["annual_report", "public_report", "dashboard", "funder_page"]
        .map(|paper| pages(&mut office, paper, YEAR).remove(0));
    for (sheet, text) in [("board", &board), ("public", &public), ("dashboard", &dashboard)] {
        for (key, words) in [("requests", "demandes reçues"), ("granted", "prêts accordés")] {
            assert!(text.contains(&format!("{} {words}", count(key))), "{sheet}: {words}\n{text}");
        }
    }
    let cost = indicator(&data, "yearly_cost").0.unwrap();
    let euros = domain::money::Euros::read(&cost.replace('.', ",")).unwrap();
    says(&funder, &[&format!("Total {}", plain(&euros.bare()))]);
    says(&board, &[&format!("Coût de l’année {}", plain(&domain::words::to_the_euro(euros)))]);
    let boxes = |text: &str, name: &str| text.contains(&format!("· {name}")) || text.to_lowercase().contains(name);
    assert!(boxes(&public, "toujours ouvertes") && boxes(&dashboard, "toujours ouvertes"), "one flow for both");
}

#[test]
fn a_dashboard_tells_what_is_left_to_repay_of_the_running_loans() {
    let mut office = crate::demo::a_demo(60, 1, "2026-11-20");
    let behind = json!({ "year": "", "from": "2026-01-01", "to": "2026-11-20", "of": "running_loans", "offset": 0 });
    let running = office.call("report_dossiers", behind)["rows"].as_array().unwrap().clone();
    assert!(running.len() >= 5, "{} loans run in the demonstration", running.len());
    let left = running.iter().map(|row| {
        let loan = office.call("loan", json!({ "dossier": row["id"] }));
        loan.pointer("/standing/still_due/principal/cents").and_then(Value::as_i64).unwrap()
    });
    let left: i64 = left.sum();
    let told = pages(&mut office, "dashboard", ("2026-01-01", "2026-11-20")).remove(0);
    let left = domain::money::Euros::from_cents(left).unwrap();
    says(&told, &["Prêts en cours", "Capital restant dû", &plain(&left.to_string())]);
}

#[test]
fn papers_and_files_count_the_dossiers_the_screen_counts_and_say_which() {
    let mut office = valbourg();
    let all = office.call("report", year("2026"));
    let lenders = all["choices"]["lenders"].as_array().unwrap();
    let rive = lenders.iter().find(|one| text(one, "/label") == "@Crédit de la Rive").unwrap()["key"].clone();
    let narrowed = json!({ "lender": rive });
    let asked = json!({ "year": "2026", "from": "", "to": "", "narrowed": narrowed });
    let data = office.call("report_data", asked.clone());
    assert_eq!((text(&data, "/narrowed").as_str(), indicator(&data, "granted").1), ("@Crédit de la Rive", 1));
    assert_eq!(text(&office.call("report", asked.clone()), "/file_name"), "bilan-2026-credit-de-la-rive");
    let with = |more: Value| {
        let mut asked = asked.clone();
        asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        asked
    };
    let csv = lines(&mut office, "export_report", with(json!({})));
    assert!(csv[0].starts_with("Bilan;2026, @Crédit de la Rive;"), "{}", csv[0]);
    assert!(csv.iter().any(|line| line.starts_with("Prêts accordés;1;")), "{csv:?}");
    let dossiers = lines(&mut office, "export_dossiers", with(json!({ "columns": ["lender"] })));
    assert!(dossiers.iter().skip(1).all(|line| line.contains("Crédit de la Rive")), "{dossiers:?}");
    let paper = json!({ "paper": "annual_report", "from": "2026-01-01", "to": "2026-12-31", "narrowed": narrowed });
    let drawn = office.call("draw_paper", paper);
    let first: Vec<String> = plain(&text(&drawn, "/pages/0/text")).split_whitespace().map(str::to_owned).collect();
    says(&first.join(" "), &["Référence Bilan 2026, @Crédit de la Rive", "en 2026, @Crédit de la Rive"]);
    assert_eq!(text(&drawn, "/file_name"), "bilan-conseil-2026-Credit-de-la-Rive-v1.pdf");
}

#[test]
fn the_threshold_of_small_numbers_is_the_office_s() {
    let mut office = valbourg();
    for hides_nothing in ["0", "1", "2"] {
        let asked = threshold(&mut office, hides_nothing);
        let refused = office.refused("set_office_rules", asked);
        assert_refused(&refused, FailureKind::Refused, Some("small_numbers_under"));
        assert!(plain(&refused.message).contains("rien ne serait caché"), "{refused:?}");
    }
    small_numbers_under(&mut office, "3");
    let all = pages(&mut office, "annual_report", YEAR).join(" ");
    says(&all, &["jamais moins de 3"]);
    says(&pages(&mut office, "public_report", YEAR).join(" "), &["Un effectif de 1 à 2"]);
}

/// Saves an export of the year as CSV and gives its lines.
fn lines(office: &mut Office, call: &str, more: Value) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sortie.csv");
    office.files.offer("out", file.clone());
    let mut input = json!({ "year": "2026", "from": "", "to": "", "form": "csv", "file": "out" });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    office.call(call, input);
    let text = plain(&fs::read_to_string(file).unwrap());
    text.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect()
}

#[test]
fn chosen_columns_are_kept_under_their_name_and_exported() {
    let mut office = valbourg();
    let offered = office.call("export_choices", json!({}));
    assert_eq!((offered["columns"][0]["key"].as_str(), &offered["choices"]), (Some("reference"), &json!([])));
    let kept = office.call("set_export_choice", sample("set_export_choice").unwrap());
    let choice = &kept["choices"][0];
    assert_eq!(choice["columns"], json!(["reference", "purpose", "amount"]), "in the order of files");
    let found = lines(&mut office, "export_dossiers", json!({ "columns": choice["columns"] }));
    assert_eq!(found[0], "Référence du dossier;Objet;Montant accordé");
    assert!(found.iter().any(|line| line.ends_with(";2400,00")), "{found:?}");
    let all = lines(&mut office, "export_dossiers", json!({ "columns": [] }));
    assert_eq!(all.len(), found.len(), "a row a dossier, whatever the columns");
    for name in LAST_NAMES {
        assert!(!all.join("\n").contains(name), "{name}");
    }
    let forgotten = office.call("set_export_choice", json!({ "name": "France Microcrédit", "columns": [] }));
    assert_eq!(forgotten["choices"], json!([]));
    let refused = office.refused("set_export_choice", json!({ "name": "x", "columns": ["name"] }));
    assert_refused(&refused, FailureKind::Refused, Some("columns"));
    let refused = office.refused("set_export_choice", json!({ "name": " ", "columns": ["amount"] }));
    assert_refused(&refused, FailureKind::Refused, Some("name"));
}

#[test]
fn a_study_recognises_nobody() {
    let mut office = valbourg();
    let found = lines(&mut office, "export_study", json!({}));
    assert!(found[0].starts_with("Mois de la demande;Âge;Ménage"), "{found:?}");
    let traits = |line: &String| line.split(';').take(6).map(str::to_owned).collect::<Vec<_>>();
    for line in &found[1..] {
        let alike = found[1..].iter().filter(|other| traits(other) == traits(line)).count();
        assert!(alike >= 5, "{line}");
    }
    let all = found.join("\n");
    assert!(!all.contains("2026-0") || !all.contains("/2026"), "no day, no reference: {all}");
    for name in LAST_NAMES {
        assert!(!all.contains(name), "{name}");
    }
}
