//! The dossier of the published papers, typed through the desk and printed: what the charter, the budget
//! sheet and the bank file of Sonia Delmas say, to the cent.

use serde_json::{Value, json};

use crate::office::{Office, an_office, at, plain};

const OPINION: &str = "Mme Delmas porte un projet précis et modeste. Elle en a réduit le montant elle-même.";
const GROUND: &str = "Compte tenu récemment à l’équilibre, salaire partiel, parent seul.";

/// The steps of the published charter: when, first day, how, what for.
const STEPS: [(&str, &str, &str, &str); 4] = [
    ("Dans le mois du versement", "15/01/2027", "follow_up_call", "vérifier l’achat et la première mensualité"),
    ("À mi-parcours", "05/07/2028", "follow_up_interview", "revoir le budget ensemble"),
    ("Trois mois avant la fin", "05/10/2029", "follow_up_call", "préparer la fin du prêt"),
    ("Après la dernière mensualité", "20/01/2030", "closing_interview", "bilan, et remboursement des intérêts"),
];

/// The whole first half of the dossier, up to the bank's approval.
fn typed() -> (Office, i64) {
    let (mut office, dossier, lender) = decided("36");
    crate::decisions::consented(&mut office, dossier, &lender, "26/11/2026");
    let sent = json!({ "dossier": dossier, "form": { "sent_on": "27/11/2026", "lender": lender }, "next": {} });
    office.call("submit_to_lender", sent);
    (office, dossier)
}

/// The dossier that its adviser decided to send to a lender who lends up to a number of months.
pub fn decided(months_max: &str) -> (Office, i64, String) {
    let mut office = an_office();
    office.moment = at("2026-12-16");
    office.call(
        "describe_office",
        json!({ "name": "CCAS de Valbourg", "advisor": "Nadia Ferrand", "address": "4 place de la Fontaine, 99120 Valbourg",
            "phone": "05 36 49 00 12", "advisor_title": "madame", "advisor_role": "conseillère en économie sociale et familiale",
            "advisor_phone": "05 36 49 00 15", "email": "microcredit@ccas-valbourg.example",
            "presence": "le mardi et le jeudi matin", "data_contact": "dpo@ccas-valbourg.example", "town": "Valbourg" }),
    );
    let lender = office.lender("Banque du Val", "4", months_max);
    office.threshold("250");
    let dossier = office.delmas();
    office.call("change_request", json!({ "dossier": dossier, "field": "purpose", "value": "vehicle_purchase" }));
    office.call("change_request", json!({ "dossier": dossier, "field": "received_on", "value": "12/10/2026" }));
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, &lender);
    office.delmas_after(dossier);
    assess(&mut office, dossier);
    let decide = |office: &mut Office, call: &str, form: Value| {
        office.call(call, json!({ "dossier": dossier, "form": form, "next": {} }))
    };
    decide(
        &mut office,
        "note_interview",
        json!({ "held_on": "19/10/2026", "kind": "first_interview", "minutes": "1 h 30", "note": "Budget, version 1." }),
    );
    decide(&mut office, "decide_orientation", json!({ "decided_on": "26/11/2026", "direction": "submit" }));
    let steps: Vec<Value> = STEPS
        .iter()
        .map(|(label, first_on, channel, purpose)| {
            json!({ "label": label, "first_on": first_on, "every_months": "", "channel": channel, "provider": "office",
                "purpose": purpose })
        })
        .collect();
    // The plan is part of what is sent.
    office.moment = at("2026-11-26");
    decide(&mut office, "plan_support", json!({ "level": "regular", "steps": steps }));
    office.moment = at("2026-12-16");
    (office, dossier, lender)
}

fn assess(office: &mut Office, dossier: i64) {
    let criterion = |field: &str, value: &str| json!({ "dossier": dossier, "criterion": "ordinary_credit_exclusion", "field": field, "value": value });
    office.call("change_criterion", criterion("finding", "favourable"));
    office.call("change_criterion", criterion("ground", GROUND));
    for (field, value) in
        [("opinion", "favourable"), ("reasoned", OPINION), ("ficp", "no"), ("checked_on", "09/11/2026")]
    {
        office.call("change_assessment", json!({ "dossier": dossier, "field": field, "value": value }));
    }
    let excluded = json!({ "dossier": dossier, "fact": "ordinary_credit_access", "answer": "excluded" });
    office.call("answer_fact", excluded);
    office.call(
        "add_watch_point",
        json!({ "dossier": dossier, "risk": "Panne ou réparation importante", "answer": "Épargne de précaution" }),
    );
}

/// Every word of a paper, in the order of reading, with plain spaces.
pub fn printed(office: &mut Office, dossier: i64, paper: &str) -> String {
    let drawn = office.call("draw_paper", json!({ "dossier": dossier, "paper": paper }));
    let pages = drawn["pages"].as_array().unwrap();
    let words: Vec<String> = pages.iter().map(|page| plain(page["text"].as_str().unwrap())).collect();
    words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
pub fn says(paper: &str, words: &[&str]) {
    for word in words {
        assert!(paper.contains(word), "{word:?} is not printed in:\n{paper}");
    }
}

#[test]
fn the_bank_file_is_that_of_the_published_paper() {
    let (mut office, dossier) = typed();
    let file = printed(&mut office, dossier, "bank_file");
    says(&file, &["Demande de microcrédit personnel", "Banque du Val", "2 400 €", "70,86 €", "300,07 €", "Favorable"]);
    says(&file, &["Delmas, Sonia", "17/05/1992", "19/10/2026", "Premier entretien, 1 h 30", "Budget, version 1."]);
    says(&file, &["Garage des Halles", "2 750,00", "3 050,00", "Auto Valbourg", "aide à la mobilité", "400,00"]);
    says(&file, &["1 999,76", "896,18", "983,68", "1 018,58", "900,22", "339,53", "4,25 %", "5,79 %", "221,08"]);
    says(&file, &["4,07 %", "150,87", "05/02/2027", "05/01/2030", "70,77", "2 550,87", "4,0742 %"]);
    says(&file, &["Rempli", GROUND, OPINION, "Panne ou réparation importante", "À mi-parcours (juillet 2028)"]);
    says(&file, &["jamais, à elle seule", "Bulletins de salaire", "Je demande au CCAS de Valbourg"]);
    let by_year =
        ["2027 11 779,46 703,10 76,36 1 696,90", "2028 12 850,32 796,95 53,37 899,95", "2030 1 70,77 70,53 0,24"];
    says(&file, &by_year);
}

#[test]
fn a_working_note_is_never_printed_and_makes_no_interview() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let note = |office: &mut Office, kind: &str, note: &str| {
        office.call("note_interview", json!({ "dossier": dossier, "form": { "kind": kind, "note": note }, "next": {} }))
    };
    let stage = |office: &mut Office| office.call("dossier", json!({ "dossier": dossier }))["stage"]["key"].clone();
    note(&mut office, "private_note", "Pense que son frère profite d’elle.");
    note(&mut office, "phone_screening", "Situation et projet, au téléphone.");
    assert_eq!(stage(&mut office), "request", "nothing is assessed yet");
    note(&mut office, "first_interview", "Budget, version 1.");
    assert_eq!(stage(&mut office), "assessment");
    office.call("add_budget_line", crate::office::a_line(dossier, crate::office::DELMAS[0]));
    let file = printed(&mut office, dossier, "bank_file");
    says(&file, &["Premier appel, grille téléphonique", "Situation et projet, au téléphone.", "Budget, version 1."]);
    assert!(!file.contains("Note de travail") && !file.contains("profite"), "it stays in the office");
}

#[test]
fn the_charter_is_that_of_the_published_paper() {
    let (mut office, dossier) = typed();
    office.call("note_approval", json!({ "dossier": dossier, "form": {}, "next": {} }));
    let charter = printed(&mut office, dossier, "support_charter");
    says(
        &charter,
        &["Charte d’accompagnement", "Mme Sonia Delmas", "Banque du Val", "2 400,00 €", "4,00 %", "36 mois"],
    );
    says(
        &charter,
        &["4,07 %", "70,86 €", "150,87 €", "05/02/2027", "05/01/2030", "La dernière mensualité est de 70,77 €"],
    );
    says(&charter, &["Nadia Ferrand", "05 36 49 00 15", "le mardi et le jeudi matin", "dpo@ccas-valbourg.example"]);
    says(
        &charter,
        &["À mi-parcours (juillet 2028)", "Trois mois avant la fin (octobre 2029)", "revoir le budget ensemble"],
    );
    says(
        &charter,
        &[
            "Votre référente est",
            "Pour le CCAS de Valbourg",
            "Pour la banque : Banque du Val",
            "Elle est faite en trois exemplaires",
        ],
    );
    assert!(!charter.contains("rembourse les intérêts"), "no refund policy was decided: nothing is promised");
}

#[test]
fn the_consent_names_the_bank_the_documents_and_what_is_declared() {
    let (mut office, dossier) = typed();
    let sheet = printed(&mut office, dossier, "consent");
    says(
        &sheet,
        &[
            "Autorisation et déclaration",
            "Mme Sonia Delmas · microcrédit de 2 400 € sur 36 mois",
            "Je demande au CCAS de Valbourg de transmettre à la Banque du Val, et à cette banque seule",
            "ma fiche budgétaire (version",
            "P1 Pièce d’identité",
            "Bulletins de salaire",
            "je ne suis inscrite ni au FICP ni au FCC",
            "je n’ai ni tuteur ni curateur",
            "gardées deux ans après notre dernier échange",
            "dpo@ccas-valbourg.example",
            "en appelant le 05 36 49 00 15",
            "Fait à Valbourg",
        ],
    );
    assert!(!sheet.contains("Déclaration sur l’honneur"), "what is signed there is not listed there");
    let cards = office.call("papers", json!({ "dossier": dossier }));
    let card = cards["papers"].as_array().unwrap().iter().find(|card| card["key"] == "consent").unwrap();
    assert_eq!((card["ready"].clone(), card["missing"].clone()), (json!(true), json!([])));
}

#[test]
fn a_consent_without_a_bank_leaves_its_name_to_be_written_and_a_guardian_signs_it() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let answered = json!({ "dossier": dossier, "fact": "protection_measure", "answer": "curatelle" });
    office.call("answer_fact", answered);
    let sheet = printed(&mut office, dossier, "consent");
    says(&sheet, &["transmettre à la banque ………", "Le tuteur ou le curateur", "a donné son accord écrit"]);
    let cards = office.call("papers", json!({ "dossier": dossier }));
    let card = cards["papers"].as_array().unwrap().iter().find(|card| card["key"] == "consent").unwrap();
    let lacks: Vec<&str> =
        card["missing"].as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap()).collect();
    assert_eq!(lacks[..2], ["banque", "montant et durée du prêt"]);
    assert_eq!(card["missing"][0]["room"], "simulation", "it is chosen there");
}

#[test]
fn two_borrowers_are_both_named_and_both_sign() {
    let (mut office, dossier) = typed();
    office.call("undo", json!({}));
    office.call(
        "add_member",
        json!({ "dossier": dossier, "name": "Karim Benali", "link": "co_applicant", "born_on": "3/4/1990",
            "lives_here": true, "share": "one", "reason": "" }),
    );
    let sent = json!({ "dossier": dossier, "form": { "sent_on": "27/11/2026" }, "next": {} });
    office.call("submit_to_lender", sent);
    office.call("note_approval", json!({ "dossier": dossier, "form": {}, "next": {} }));
    for paper in ["bank_file", "consent", "support_charter", "budget_sheet"] {
        let words = printed(&mut office, dossier, paper);
        assert!(words.matches("Karim Benali").count() >= 2, "{paper} names him and has him sign");
        says(&words, &["Sonia Delmas"]);
    }
}

#[test]
fn a_paper_that_waits_says_for_what_and_where() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let papers = office.call("papers", json!({ "dossier": dossier }));
    let card = |key: &str| papers["papers"].as_array().unwrap().iter().find(|card| card["key"] == key).unwrap().clone();
    assert_eq!(
        (card("bank_file")["ready"].clone(), card("bank_file")["waits"]["room"].clone()),
        (json!(false), json!("budget"))
    );
    assert_eq!(card("support_charter")["waits"]["room"], "decisions", "a charter says a loan obtained");
    for of_no_dossier in ["annual_report", "processing_register"] {
        let keys = papers["papers"].as_array().unwrap().iter().map(|card| &card["key"]);
        assert!(keys.clone().count() >= 32 && keys.clone().all(|key| key != of_no_dossier), "{of_no_dossier}");
    }
    let refused = office.refused("draw_paper", json!({ "dossier": dossier, "paper": "support_charter" }));
    assert_eq!(plain(&refused.message), "La charte attend l’accord de la banque : elle dit un prêt obtenu.");
}

#[test]
fn the_papers_follow_the_bank_that_is_asked() {
    let (mut office, dossier) = typed();
    let decide = |office: &mut Office, call: &str, form: Value| {
        office.call(call, json!({ "dossier": dossier, "form": form, "next": {} }))
    };
    decide(&mut office, "note_refusal", json!({ "reasons": ["not_given"] }));
    let second = office.lender("Crédit des Deux-Rives", "3,50", "36");
    decide(&mut office, "decide_orientation", json!({ "direction": "submit" }));
    crate::decisions::consented(&mut office, dossier, &second, "");
    office.simulate(dossier, "lender", &second);
    let file = printed(&mut office, dossier, "bank_file");
    says(&file, &["Crédit des Deux-Rives", "établi le 16 décembre 2026"]);
    office.call("undo", json!({}));
    decide(&mut office, "submit_to_lender", json!({ "lender": second }));
    let file = printed(&mut office, dossier, "bank_file");
    says(&file, &["Crédit des Deux-Rives", "3,50 %", "Banque du Val, le 27 novembre 2026 : refus le 16 décembre 2026"]);
    says(&file, &["Depuis : mensualité de 70,86 à"]);
    assert_eq!(file.matches("70,86").count(), 1, "the instalment of the bank that refused is only what changed since");
    office.call("undo", json!({}));
    let view = office.call("simulation", json!({ "dossier": dossier }));
    assert!(plain(&view.to_string()).contains("70,86"), "undone, the simulation is that of the first bank again");
}

/// The number of each document a paper names: `P4 Bulletins de salaire`.
fn numbers(said: &str) -> std::collections::BTreeMap<String, String> {
    let words: Vec<&str> = said.split_whitespace().collect();
    let coded = |code: &str| code.strip_prefix('P').is_some_and(|number| number.parse::<u32>().is_ok());
    let named = words.windows(3).filter(|three| coded(three[0]) && three[1].starts_with(char::is_uppercase));
    let plain = |word: &str| word.trim_end_matches([',', '.']).to_owned();
    named.map(|three| (three[0].to_owned(), format!("{} {}", three[1], plain(three[2])))).collect()
}

#[test]
fn the_papers_of_one_dossier_say_the_same_sums_the_same_numbers_and_the_same_name() {
    let (mut office, dossier) = typed();
    let mut said = |paper: &str| printed(&mut office, dossier, paper);
    let file = said("bank_file");
    for paper in ["budget_sheet", "schedule", "take_home_sheet", "lender_comparison"] {
        let read = said(paper);
        assert!(read.contains("70,86") && file.contains("70,86"), "the instalment, {paper}: {read}");
        let is_named = read.contains("Mme Sonia Delmas") || paper == "take_home_sheet";
        assert!(is_named, "the name, {paper}: {read}");
    }
    for paper in ["budget_sheet", "take_home_sheet"] {
        let read = said(paper);
        assert!(read.contains("300,07") && file.contains("300,07"), "what is left to live on, {paper}: {read}");
    }
    let (listed, agreed, sent) = (numbers(&said("documents_list")), numbers(&said("consent")), numbers(&file));
    assert!(agreed.len() > 3 && listed.len() > 3, "{agreed:?} {listed:?}");
    for (code, name) in &agreed {
        for other in [&listed, &sent] {
            assert!(other.get(code).is_none_or(|there| there == name), "{code} is {name} and {:?}", other.get(code));
        }
    }
}
