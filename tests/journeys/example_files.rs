//! The two bank files that the README shows, as they are printed today: a plain dossier, and one with all that a committee
//! has to read twice.
//!
//! `ETRIER_WRITE_GOLDEN=1` writes them again; a difference is read as a picture before it is kept.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::decisions::{consented, input};
use crate::delmas_papers::{decided, printed, says};
use crate::office::{Office, a_line, a_member};

/// Prints the file of a dossier and holds it against the one that is delivered.
fn is_delivered(office: &mut Office, dossier: i64, name: &str) {
    let folder = tempfile::tempdir().unwrap();
    office.files.offer(name, folder.path().join(name));
    office.call("save_paper", json!({ "of": { "dossier": dossier, "paper": "bank_file" }, "file": name }));
    let drawn = fs::read(folder.path().join(name)).unwrap();
    let delivered = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/examples").join(name);
    if std::env::var_os("ETRIER_WRITE_GOLDEN").is_some() {
        fs::create_dir_all(delivered.parent().unwrap()).unwrap();
        fs::write(&delivered, &drawn).unwrap();
    }
    let kept = fs::read(&delivered).unwrap_or_default();
    assert!(kept == drawn, "assets/examples/{name} is not what is printed: ETRIER_WRITE_GOLDEN=1 writes it again");
}

const STORY: &str = "Je travaille à 12 km de chez moi, et le premier bus part après ma première visite. Avec une voiture, \
                     mon employeur me propose quatre heures de plus par semaine.";
/// What the adviser found of each criterion.
const FOUND: [(&str, &str); 6] = [
    ("target_public", "Habite Valbourg, suivie par le CCAS depuis 2024."),
    ("income_and_reste_a_vivre", "Revenus réguliers, mensualité lue dans le budget."),
    ("banque_de_france_situation", "Fichiers vus le 9 novembre, réponses notées au dossier."),
    ("purpose_and_situation", "La voiture garde l’emploi et ouvre quatre heures de plus."),
    ("project_viability", "Devis d’un garage, contrôle technique favorable, entretien prévu au budget."),
    ("complementarity", "Aide à la mobilité du Département obtenue, apport de la personne."),
];

/// What the adviser found otherwise of the difficult one.
const WEIGHED: [(&str, &str, &str); 2] = [
    (
        "income_and_reste_a_vivre",
        "to_discuss",
        "Sous le repère tant que M. Benali cherche un emploi ; quatre heures de plus sont promises.",
    ),
    (
        "banque_de_france_situation",
        "to_discuss",
        "M. Benali est inscrit au FICP pour un crédit de 2024, dont le plan est tenu.",
    ),
];

fn found(office: &mut Office, dossier: i64, (criterion, finding, ground): (&str, &str, &str)) {
    for (field, value) in [("finding", finding), ("ground", ground)] {
        let change = json!({ "dossier": dossier, "criterion": criterion, "field": field, "value": value });
        office.call("change_criterion", change);
    }
}

/// What a dossier ready to be read says beside its budget and its loan: who, why, the criteria, the registers, the papers.
fn told_whole(office: &mut Office, dossier: i64) {
    let change = |office: &mut Office, call: &str, field: &str, value: &str| {
        office.call(call, json!({ "dossier": dossier, "field": field, "value": value }))
    };
    for (field, value) in [
        ("address", "12 rue des Tanneurs"),
        ("postal_code", "99120"),
        ("commune", "Valbourg"),
        ("employment", "permanent_part_time"),
        ("occupation", "aide à domicile"),
        ("bank", "Caisse du Val"),
    ] {
        change(office, "change_person", field, value);
    }
    change(office, "change_project", "story", STORY);
    for (criterion, ground) in FOUND {
        found(office, dossier, (criterion, "favourable", ground));
    }
    for register in ["fcc", "over_indebtedness"] {
        change(office, "change_assessment", register, "no");
    }
    let account = json!({ "account": "compte courant", "bank": "Caisse du Val", "from": "08/2026", "to": "10/2026",
        "overdraft": "200", "lowest": "-64,30", "days_overdrawn": "4", "rejected": "0", "fees": "3", "remark": "" });
    office.call("add_statement_review", json!({ "dossier": dossier, "fields": account }));
    let view = office.call("documents_checklist", json!({ "dossier": dossier }));
    let lines = view["stages"].as_array().unwrap().iter().flat_map(|stage| stage["lines"].as_array().unwrap());
    for line in lines.filter(|line| line["calls"] == true && line["questions"].as_array().is_none_or(Vec::is_empty)) {
        let there = json!({ "dossier": dossier, "document": line["document"], "part": line["part"],
            "state": "checked", "issued_on": "", "valid_until": "", "reason": "" });
        office.call("note_document", there);
    }
}

#[test]
fn the_plain_bank_file_is_what_is_printed() {
    let (mut office, dossier, lender) = decided("36");
    told_whole(&mut office, dossier);
    consented(&mut office, dossier, &lender, "26/11/2026");
    office.call("submit_to_lender", input(dossier, json!({ "sent_on": "", "lender": lender })));
    is_delivered(&mut office, dossier, "dossier-banque-simple.pdf");
}

/// Two borrowers, one of them listed, under the benchmark, refused once and presented to another bank.
#[test]
fn the_difficult_bank_file_is_what_is_printed() {
    let (mut office, dossier, first) = decided("36");
    let mut karim = a_member(dossier, "Benali", "02/03/1988");
    karim["link"] = json!("co_applicant");
    office.call("add_member", karim);
    for (field, value) in [("title", "monsieur"), ("first_name", "Karim"), ("employment", "unemployed_without_benefit")]
    {
        let change = json!({ "dossier": dossier, "of": "co_borrower", "field": field, "value": value });
        office.call("change_person", change);
    }
    office.call("add_budget_line", a_line(dossier, ("fuel", "recherche d’emploi", "120", "monthly", "", "")));
    told_whole(&mut office, dossier);
    for criterion in WEIGHED {
        found(&mut office, dossier, criterion);
    }
    for (field, value) in
        [("co_ficp", "yes"), ("co_fcc", "no"), ("co_over_indebtedness", "no"), ("co_checked_on", "09/11/2026")]
    {
        office.call("change_assessment", json!({ "dossier": dossier, "field": field, "value": value }));
    }
    let act = |office: &mut Office, call: &str, form: Value| office.call(call, input(dossier, form));
    consented(&mut office, dossier, &first, "26/11/2026");
    act(&mut office, "submit_to_lender", json!({ "sent_on": "27/11/2026", "lender": first }));
    let refused = json!({ "on": "10/12/2026", "reasons": ["insufficient_capacity"], "note": "Mensualité trop haute." });
    act(&mut office, "note_refusal", refused);
    let second = office.lender("Crédit des Deux-Rives", "3,50", "48");
    act(&mut office, "decide_orientation", json!({ "direction": "submit" }));
    consented(&mut office, dossier, &second, "");
    office.simulate(dossier, "lender", &second);
    office.simulate(dossier, "months", "48");
    act(&mut office, "submit_to_lender", json!({ "lender": second }));
    let file = printed(&mut office, dossier, "bank_file");
    says(
        &file,
        &["À lire avant de voter", "Crédit des Deux-Rives", "Benali", "est inscrit", "refus le 10 décembre 2026"],
    );
    is_delivered(&mut office, dossier, "dossier-banque-difficile.pdf");
}
