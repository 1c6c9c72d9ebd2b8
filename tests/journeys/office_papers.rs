//! The papers of the office itself: the handover of open dossiers, and those filled from the settings.

use serde_json::{Value, json};

use crate::decisions::{a_bank, a_dossier, consented, on, submitted};
use crate::delmas_papers::says;
use crate::office::{Office, an_office, plain};

/// The pages of a paper of the office, each in the order of reading, with plain spaces.
fn pages(office: &mut Office, paper: &str) -> Vec<String> {
    let drawn = office.call("draw_paper", json!({ "paper": paper }));
    assert_eq!(drawn["unprintable"], json!([]));
    let text = |page: &Value| plain(page["text"].as_str().unwrap());
    let pages = drawn["pages"].as_array().unwrap().iter().map(text);
    pages.map(|page| page.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn the_handover_tells_the_dates_then_each_open_dossier() {
    let mut office = an_office();
    let lender = office.lender("Banque du Val", "4", "36");
    let sonia = office.delmas();
    office.delmas_project(sonia);
    office.delmas_simulation(sonia, &lender);
    let karim = office.request_of("Karim", "Benali");
    let note = |kind: &str, note: &str| json!({ "dossier": sonia, "form": { "kind": kind, "note": note }, "next": {} });
    office.call("note_interview", note("first_interview", "Budget, version 1."));
    office.call("note_interview", note("private_note", "Pense que son frère profite d’elle."));
    office.call("answer_fact", json!({ "dossier": karim, "fact": "protection_measure", "answer": "curatelle" }));
    let pages = pages(&mut office, "handover");
    assert_eq!(pages.len(), 3, "the dates, then two sheets");
    says(
        &pages[0],
        &["Relais", "Établi le 20 novembre 2026", "2 dossiers avant versement", "À ne pas faire", "Banque du Val"],
    );
    says(&pages[0], &["Mme Sonia Delmas", "2026-001", "2026-002", "Téléphone"]);
    let sheet = pages.iter().find(|page| page.contains("Référence 2026-001")).unwrap();
    says(sheet, &["Sonia Delmas", "Instruction depuis le", "Prochaine date", "2 400,00 €, 36 mois", "70,86 €"]);
    says(sheet, &["339,53 €", "Autorisation signée non", "Premier entretien", "Notes de la personne qui reprend"]);
    let all = pages.join(" ");
    assert!(!all.contains("profite") && !all.contains("version 1."), "free notes are not handed on");
}

/// Whoever takes over calls the bank that refused last, not the one the simulation goes back to.
#[test]
fn the_handover_names_the_bank_to_call_and_that_the_dossier_was_sent() {
    let (mut office, dossier, first) = a_dossier();
    let second = a_bank(&mut office, "Crédit de l’Aune");
    submitted(&mut office, dossier);
    let sheet = |office: &mut Office| pages(office, "handover").pop().unwrap();
    says(&sheet(&mut office), &["Banque Banque du Val", "Autorisation signée le 12 novembre 2026"]);
    on(&mut office, "2026-11-27", "note_refusal", dossier, json!({ "reasons": ["insufficient_capacity"] }));
    consented(&mut office, dossier, &second, "27/11/2026");
    on(&mut office, "2026-11-30", "submit_to_lender", dossier, json!({ "lender": second }));
    on(&mut office, "2026-12-04", "note_refusal", dossier, json!({ "reasons": ["not_given"] }));
    office.call("change_simulation", json!({ "dossier": dossier, "field": "lender", "value": first }));
    let said = sheet(&mut office);
    says(&said, &["Banque Crédit de l’Aune", "demander le motif au Crédit de l’Aune", "Refus de la Banque du Val"]);
}

#[test]
fn an_office_without_dossiers_has_a_handover_that_says_so() {
    let mut office = an_office();
    let pages = pages(&mut office, "handover");
    assert_eq!(pages.len(), 1);
    says(&pages[0], &["0 dossier avant versement", "rien de prévu, rien en retard"]);
}

/// An office that said who it is and what it signed with a bank.
fn settled() -> Office {
    let mut office = an_office();
    office.call(
        "describe_office",
        json!({ "name": "CCAS de Valbourg", "advisor": "Nadia Ferrand", "address": "4 place de la Fontaine, 99120 Valbourg",
            "phone": "05 36 49 00 12", "advisor_title": "madame", "advisor_role": "conseillère", "advisor_phone": "05 36 49 00 15",
            "email": "", "presence": "le mardi et le jeudi matin", "data_contact": "", "town": "Valbourg" }),
    );
    office.lender("Banque du Val", "4", "36");
    office
}

/// An office, a bank and a person whose every name is as long as people make them.
fn with_long_names() -> Office {
    let mut office = an_office();
    let name = "Centre intercommunal d’action sociale de la communauté de communes du Haut-Val-de-Fontaine";
    let address = "Maison des services publics Simone-Veil, 148 bis avenue du Général-de-Gaulle, 99120 Valbourg";
    office.call(
        "describe_office",
        json!({ "name": name, "advisor": "Marie-Antoinette Montmorency-Beaulieu de la Rochejaquelein", "address": address,
            "phone": "05 36 49 00 12", "advisor_title": "not_stated", "advisor_role": "", "advisor_phone": "", "email": "",
            "presence": "le lundi, le mardi et le jeudi de 9 h à 12 h, et le vendredi sur rendez-vous", "data_contact": "",
            "town": "Valbourg-sur-Fontaine-lès-Étangs" }),
    );
    office.lender("Caisse régionale de crédit mutuel et solidaire du Haut-Val-de-Fontaine", "4", "36");
    office.lender("Banque coopérative des territoires et des deux rives de la Fontaine", "6,2", "60");
    office.request_of("Marie-Antoinette Philomène", "Montmorency-Beaulieu de la Rochejaquelein");
    office
}

#[test]
fn long_names_keep_the_sheets_to_their_page() {
    let mut office = with_long_names();
    for (paper, count) in [("reception_sheet", 1), ("leaflet", 2)] {
        assert_eq!(pages(&mut office, paper).len(), count, "{paper}");
    }
    let costs = pages(&mut office, "objections_sheet").join(" ");
    says(&costs, &["Microcrédit à 4 % 43,59", "Microcrédit à 6,2 % 67,82 131,73 196,89"]);
}

#[test]
fn those_who_receive_the_public_know_what_to_say_and_whom_to_call() {
    let pages = pages(&mut settled(), "reception_sheet");
    assert_eq!(pages.len(), 1);
    says(
        &pages[0],
        &[
            "À l’accueil : parler du microcrédit",
            "vous informez, la référente étudie",
            "Le microcrédit est un petit prêt, de 300 €",
            "Transmettez à Nadia Ferrand, 05 36 49 00 15",
            "rappelée sous 2 jours ouvrés",
            "Rendez-vous : le mardi et le jeudi matin.",
            "84,39 € de coût pour 2 000 € sur 24 mois",
            "Fiche du 20 novembre 2026, à remplacer le 20 novembre 2027",
        ],
    );
}

#[test]
fn the_costs_of_the_talking_points_are_worked_out() {
    let text = pages(&mut settled(), "objections_sheet").join(" ");
    says(
        &text,
        &[
            "2 000 € empruntés, coût en euros 12 mois 24 mois 36 mois",
            "Microcrédit à 4 % 43,59 84,39 125,70",
            "Garantie : Fonds de cohésion sociale, 50 % de la perte ; le reste est pour la banque.",
            "Taux : conventions en vigueur.",
        ],
    );
    let without = pages(&mut an_office(), "objections_sheet").join(" ");
    says(&without, &["faute de convention saisie"]);
    assert!(without.matches("Microcrédit à").count() == 2, "the lowest and the highest rate seen");
}

#[test]
fn the_leaflet_says_what_the_settings_say() {
    let pages = pages(&mut settled(), "leaflet");
    let [outside, inside] = pages.as_slice() else { panic!("one sheet, both sides: {}", pages.len()) };
    says(
        outside,
        &[
            "Un vrai besoin, et la banque dit non ?",
            "Parlons-en 05 36 49 00 12",
            "C’est un vrai prêt",
            "Un crédit coûte de l’argent et doit être remboursé",
            "valable jusqu’au 31 décembre 2026",
        ],
    );
    says(
        inside,
        &[
            "4 % taux fixe",
            "2 000 € sur 24 mois, à 4 % : 86,85 € par mois. En tout, 2 084,39 € : le prêt coûte 84,39 €",
            "Avec la Banque du Val, par convention avec le CCAS.",
            "14 jours pour changer d’avis",
        ],
    );
}

#[test]
fn the_draft_leaves_to_be_written_what_is_said_at_the_session() {
    let mut office = settled();
    let text = pages(&mut office, "board_resolution_draft").join(" ");
    says(
        &text,
        &[
            "Projet de délibération",
            "Séance du ………",
            "Administrateurs Présent Représenté par Absent",
            "par …………………… voix pour",
            "avec la Banque du Val est approuvée pour ………",
            "Prêts de 300 €",
            "ordonnance n° 2025-880",
            "Fait et délibéré à Valbourg",
            "Le président de séance",
        ],
    );
    let drawn = office.call("draw_paper", json!({ "paper": "board_resolution_draft" }));
    let lacks: Vec<&str> =
        drawn["missing"].as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap()).collect();
    assert_eq!(lacks, ["délibération", "enveloppe", "remboursement"], "the session's own blanks are no lack");
}

/// What the office decides of its own stands in the draft: its products, its threshold, what it guarantees itself.
#[test]
fn the_draft_has_an_article_for_each_rule_the_office_has_and_none_for_the_others() {
    let mut office = settled();
    let text = pages(&mut office, "board_resolution_draft").join(" ");
    says(&text, &["Article 3. Produits.", "Article 4. Étude des demandes.", "Article 8. Compte rendu."]);
    assert!(!text.contains("Garantie du CCAS") && !text.contains("Reste à vivre."), "{text}");

    let copy = json!({ "model": "laval_restructuring", "label": "", "from": "01/01/2026", "source": "Délibération" });
    office.call("copy_product_model", copy);
    crate::budget_rules::set(&mut office, &[]);
    let text = pages(&mut office, "board_resolution_draft").join(" ");
    says(
        &text,
        &[
            "Article 4. Reste à vivre. Ressources − charges − dettes comptées, divisées par les personnes du foyer. \
             Seuil : 250,00 € par mois, mensualité comprise.",
            "Article 5. Garantie du CCAS. Le CCAS garantit 50 % du capital restant dû des prêts « Microcrédit \
             « restructuration » (Laval) », dans la limite d’une enveloppe de",
            "Article 6. Étude des demandes.",
        ],
    );
}

#[test]
fn an_office_that_said_nothing_prints_them_without_what_it_did_not_say() {
    let mut office = an_office();
    let leaflet = pages(&mut office, "leaflet").join(" ");
    assert!(!leaflet.contains("Avec quelle banque") && !leaflet.contains("Un exemple"), "no bank, no example");
    assert!(!leaflet.contains('{') && !leaflet.contains("**"), "no mark is left");
    for paper in ["reception_sheet", "objections_sheet", "board_resolution_draft"] {
        let text = pages(&mut office, paper).join(" ");
        assert!(!text.contains('{') && !text.contains('}') && !text.contains("**"), "{paper}: {text}");
    }
}

#[test]
fn the_guide_is_a_book_and_two_of_its_pages_are_sheets() {
    let mut office = an_office();
    let quick_start = pages(&mut office, "quick_start");
    assert_eq!(quick_start.len(), 1);
    assert!(quick_start[0].contains("Le premier lancement"), "{}", quick_start[0]);
    let it_sheet = pages(&mut office, "it_sheet");
    assert_eq!(it_sheet.len(), 2);
    let said = it_sheet.join(" ");
    for words in [
        "etrier-portable",
        r"%LOCALAPPDATA%\Etrier\Etrier\data",
        "~/.local/share/etrier",
        "aucune connexion réseau",
        "CNIL",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    let book = pages(&mut office, "adviser_guide");
    let contents = office.call("help_topics", json!({}));
    for line in contents["parts"].as_array().unwrap().iter().flat_map(|part| part["topics"].as_array().unwrap()) {
        let title = plain(line["title"].as_str().unwrap());
        let is_list = line["key"] == "licences";
        assert!(is_list || book[1..].iter().any(|page| page.contains(&title)), "{title} is in the book");
    }
    assert!(!book.concat().contains("](") && !book.concat().contains('{'), "no mark is left");
}

/// Left beside those of the rooms, for the checkers outside.
#[test]
fn samples_are_left_for_the_checkers_outside() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/papers");
    std::fs::create_dir_all(&folder).unwrap();
    for (world, mut office) in [("valbourg", settled()), ("vide", an_office()), ("longue", with_long_names())] {
        let in_prose = ["handover", "reception_sheet", "objections_sheet", "leaflet", "board_resolution_draft"];
        for paper in in_prose.into_iter().chain(["quick_start", "adviser_guide", "it_sheet"]) {
            let file = folder.join(format!("service-{paper}-{world}.pdf"));
            let _ = std::fs::remove_file(&file);
            office.files.offer(paper, file);
            office.call("save_paper", json!({ "of": { "paper": paper }, "file": paper }));
        }
    }
}
