//! The whole first half of a dossier in the real window: an office is set with a
//! bank, Sonia Delmas asks, her project, loan and evaluation are written, the bank
//! says yes, the money is paid; then her papers, the bilan of the year and
//! the day's page, and all of it read back by `etrier-cli`.

use serde_json::{Value, json};

use crate::adviser::{Line, assert_sound, call, create_office, enter, fill_budget, fill_household, record_request};
use crate::window::{Key, Place, Window};

/// Enough of the budget for the loan to be judged.
const LINES: &[Line] = &[
    ["Salaire net, CDI ou fonction publique", "1 012,40", "", "aide à domicile", "", ""],
    ["Aide personnalisée au logement (APL)", "297", "", "", "", ""],
    ["Allocation de rentrée scolaire (ARS)", "853,74", "an", "2 enfants", "", ""],
    ["Loyer", "486", "", "", "", ""],
    ["Crédit renouvelable", "45", "", "Finexo", "612,40", "01/2028"],
];

#[test]
fn a_request_goes_to_its_bank_file_and_the_bilan() {
    let place = Place::new();
    let window = Window::open(&place);
    create_office(&window);
    set_office(&window);
    record_request(&window, "12/10/2026");
    fill_household(&window);
    fill_budget(&window, LINES);
    write_project(&window);
    simulate_loan(&window);
    assess(&window);
    decide(&window);
    grant(&window);
    pay(&window);
    follow_loan(&window);
    read_papers(&window);
    read_bilan(&window);
    read_day(&window);
    calculate(&window);
    window.close();
    read_back(&place);
}

/// The office's identity, its threshold, a bank and what is signed with it.
pub fn set_office(window: &Window) {
    window.by_role("link", "Réglages").click();
    window.by_role("heading", "CCAS et référent");
    window.by_label("Adresse (facultatif)").type_keys("2 place de la Halle, 53999 Valbourg");
    window.by_label("Fonction (facultatif)").type_keys("conseillère sociale");
    window.by_label("Commune de signature (facultatif)").type_keys("Valbourg");
    window.press(Key::Enter);
    window.wait_for("Enregistré.");
    assert_sound(window);

    window.by_role("button", "Règles").click();
    window.by_role("button", "Modifier").click();
    window.by_label("Repère de reste à vivre (facultatif)").type_keys("250");
    window.by_label("À partir du (facultatif)").type_keys("1/1/2026");
    window.by_role("radio", "À trois signatures").click();
    window.by_label("Source exigé").type_keys("règle du CCAS");
    window.press(Key::Enter);
    window.wait_for("depuis le 1er janvier 2026");
    window.wait_for("250 € par personne et par mois");
    assert_sound(window);

    window.by_role("button", "Banques et conventions").click();
    window.by_role("button", "Ajouter une banque").click();
    window.by_label("Nom de la banque").type_keys("Banque du Val");
    window.press(Key::Enter);
    window.by_role("button", "Nouvelle convention").click();
    for (label, typed) in [
        ("À partir du (facultatif)", "1/2/2025"),
        ("Source exigé", "Convention de 2025"),
        ("Taux annuel (facultatif)", "4"),
        ("À partir de (facultatif)", "300"),
        ("Jusqu’à (facultatif)", "3000"),
        ("À partir de (mois) (facultatif)", "6"),
        ("Jusqu’à (mois) (facultatif)", "36"),
        ("Répond sous (facultatif)", "30"),
    ] {
        window.by_label(label).type_keys(typed);
    }
    window.press(Key::Enter);
    window.wait_for("300 € à 3 000 €, 6 à 36 mois");
    assert_sound(window);
}

/// A quote, an aid obtained and what she brings: the loan is the rest.
fn write_project(window: &Window) {
    enter(window, "projet");
    window.wait_for("Aucun devis");
    assert_sound(window);
    window.press_with(Key::Alt, 'n');
    window.by_label("Devis").type_keys("citadine essence, 2014");
    window.by_label("Vendeur (facultatif)").type_keys("Garage des Halles");
    window.by_label("Valable jusqu’au (facultatif)").type_keys("15/01/2027");
    window.by_label("Prix en €").type_keys("3050");
    assert_sound(window);
    window.press(Key::Enter);
    window.wait_gone("Aucun devis");
    window.wait_until("document.activeElement.value === ''");
    window.press(Key::Escape);

    window.by_role("button", "Ajouter une aide").click();
    window.by_label("Aide").type_keys("aide à la mobilité");
    window.by_label("Organisme (facultatif)").type_keys("Département");
    window.by_label("Demandée le (facultatif)").type_keys("13/10/2026");
    window.by_label("Réponse").choose("Obtenue");
    window.by_label("Comptée en € (facultatif)").type_keys("400");
    window.by_label("Répondu le (facultatif)").type_keys("19/10/2026");
    window.press(Key::Enter);
    window.wait_gone("Aucune aide notée");
    window.wait_until("document.activeElement.value === ''");
    window.press(Key::Escape);

    window.by_label("Apport personnel").type_keys("250");
    window.press(Key::Tab);
    window.by_label("Le récit, dans ses mots").type_keys("Ses horaires commencent avant le premier bus.");
    window.press(Key::Tab);
    window.wait_for("2 400,00");
    assert_sound(window);
}

/// The bank, the months and the two days: what the loan costs is read on the screen.
pub fn simulate_loan(window: &Window) {
    enter(window, "simulation");
    window.wait_for("La durée manque");
    assert_sound(window);
    window.by_label("36").click();
    window.by_role("button", "Retenir Banque du Val").click();
    window.wait_for("Retenue");
    for (label, typed) in [("Versé le", "16/11/2026"), ("Première échéance", "16/12/2026")] {
        let field = window.by_label(label);
        field.clear();
        field.type_keys(typed);
        window.press(Key::Tab);
    }
    for said in ["70,86 €", "150,87 €", "4,07 %", "2 550,87 €"] {
        window.wait_for(said);
    }
    assert_sound(window);
}

/// The first question of the checks, two of the seven criteria, and the opinion.
fn assess(window: &Window) {
    enter(window, "evaluation");
    window.by_role("heading", "Les sept critères");
    assert_sound(window);
    window.press(Key::F8);
    window.wait_until("document.activeElement.name?.startsWith('answer ')");
    window.by_label("Votre avis, 1. Accès au crédit ordinaire").choose("Rempli");
    window.press(Key::Tab);
    window.type_keys("Refus de sa banque, de vive voix.");
    window.press(Key::F8);
    window.by_label("Votre avis, 2. Public concerné").choose("Rempli");
    window.press(Key::Tab);
    window.wait_for("5 critères restent à évaluer.");
    window.by_label("Accès au crédit ordinaire").choose("fermé");
    window.by_label("Sens de l’avis").choose("Favorable");
    window.by_label("Texte").type_keys("Le projet tient son emploi et le budget le porte.");
    window.press(Key::Tab);
    window.wait_for("Écrit le 20 novembre 2026.");
    assert_sound(window);
}

/// The first interview, the office's decision, the file sent.
fn decide(window: &Window) {
    enter(window, "decisions");
    window.by_role("button", "Noter un échange").click();
    date(window, "Le", "19/10/2026");
    window.by_label("Quoi").choose("Premier entretien");
    window.by_label("Durée (facultatif)").type_keys("1 h 30");
    window.by_label("Ce qui a été dit et fait (facultatif)").type_keys("Situation, projet, budget.");
    assert_sound(window);
    record(window, "Situation, projet, budget.");

    window.press_with(Key::Alt, 'n');
    window.by_role("radio", "Transmettre à une banque").click();
    date(window, "Décidé le", "22/10/2026");
    record(window, "étape : À transmettre");
    assert_sound(window);

    // What holds the file opens the form that settles it, as its button among the forms does.
    window.find("button.link").click();
    date(window, "Le", "22/10/2026");
    record(window, "signé le 22 octobre 2026");
    assert_sound(window);

    window.press_with(Key::Alt, 'n');
    date(window, "Envoyé le", "23/10/2026");
    record(window, "étape : Chez la banque");
    assert_sound(window);
}

/// The bank's yes with the next date, the support plan, the contract.
fn grant(window: &Window) {
    window.press_with(Key::Alt, 'n');
    date(window, "Reçu le", "02/11/2026");
    window.by_label("Prochaine date (facultatif)").type_keys("27/11/2026");
    window.by_label("À faire alors (facultatif)").type_keys("Signature à la banque");
    assert_sound(window);
    record(window, "étape : Accordé");

    window.by_role("button", "Plan d’accompagnement").click();
    date(window, "Fixé le", "02/11/2026");
    window.by_label("Niveau").choose("Régulier");
    window.by_label("Soutien au budget").choose("CCAS");
    assert_sound(window);
    record(window, "Régulier, fixé le 2 novembre 2026");

    window.press_with(Key::Alt, 'n');
    date(window, "Signé le", "06/11/2026");
    assert_sound(window);
    record(window, "Signé le 6 novembre 2026 avec la Banque du Val.");
    assert_sound(window);
}

/// The money, and what is to be done today.
fn pay(window: &Window) {
    window.press_with(Key::Alt, 'n');
    date(window, "Versé le", "16/11/2026");
    window.by_label("Moyen (facultatif)").type_keys("chèque de banque au garage");
    window.by_label("Prochaine date (facultatif)").type_keys("20/11/2026");
    window.by_label("À faire alors (facultatif)").type_keys("Demander la carte grise");
    record(window, "étape : Prêt en cours");
    enter(window, "vue");
    window.wait_for("Demander la carte grise");
    assert_sound(window);
}

/// Records the open form: what was noted is said, and the focus is on what comes next.
pub fn record(window: &Window, said: &str) {
    window.press(Key::Enter);
    window.wait_for(said);
    window.wait_until("document.activeElement.closest('.offers')");
}

/// Puts a day in a field that holds one.
pub fn date(window: &Window, label: &str, day: &str) {
    let field = window.by_label(label);
    field.clear();
    field.type_keys(day);
}

/// The running loan: where a figure comes from, a postponement tried and given up.
fn follow_loan(window: &Window) {
    enter(window, "pret");
    window.wait_for("aucun incident connu");
    assert_sound(window);
    window.find("button.explain").click();
    window.wait_until("document.querySelector('dialog[open] h2')");
    assert_sound(window);
    window.press(Key::Escape);
    window.wait_until("document.querySelector('dialog[open]') === null");
    window.press_with(Key::Alt, 'n');
    window.by_label("Changement").choose("Reporter des échéances");
    window.by_label("À partir de l’échéance").choose("16 janvier 2027");
    window.wait_for("report d’une échéance");
    assert_sound(window);
    window.press(Key::Escape);
    window.wait_gone("report d’une échéance");
}

/// The papers, chosen by the arrows, as pages that read aloud what they say.
fn read_papers(window: &Window) {
    enter(window, "documents");
    window.wait_for("12 à imprimer");
    window.find(".papers button").click();
    for (paper, said) in [
        ("Fiche budgétaire", "1 012,40"),
        ("Simulation et échéancier", "Ce que coûte ce prêt"),
        ("Comparaison des banques", "Comparer les banques"),
        ("Charte d’accompagnement", "Banque du Val"),
        ("Autorisation et déclaration", "Je déclare sur l’honneur"),
        ("Dossier de transmission à la banque", "Le projet tient son emploi et le budget le porte."),
        ("Liste des pièces manquantes", "à apporter"),
        ("Les calculs, pas à pas", "TAEG"),
        ("Échéancier en vigueur", "70,86"),
        ("Lettre après le versement", "mensualité peut être reportée"),
        ("Questionnaire", "Avez-vous pu"),
        ("Note d’information sur les données", "Vos informations au CCAS"),
    ] {
        window.wait_until(&format!("document.querySelector('.pages img')?.alt.startsWith('{paper}, page 1 sur ')"));
        assert!(window.outline().contains(said), "{said} is not read out from {paper}");
        assert_sound(window);
        window.find(".papers [aria-current]").click();
        window.press(Key::Down);
    }
}

/// The numbers of the year, the dossier behind one, the paper for the elected.
fn read_bilan(window: &Window) {
    window.by_role("link", "Bilan").click();
    window.by_role("heading", "Bilan");
    window.wait_for("1 prêt a été accordé");
    window.wait_for("2 400 €");
    assert_sound(window);
    let beside = "document.querySelector('.counted-dossiers')?.textContent ?? ''";
    window.wait_until(&format!("({beside}).includes('Sonia Delmas')"));
    window.run("document.querySelector('.flow a').click()");
    window.wait_until("document.querySelector('.flow a[aria-current]') !== null");
    window.wait_until(&format!("({beside}).includes('Sonia Delmas')"));
    window.run("document.querySelector('.segments input:checked').focus()");
    window.press(Key::Right);
    window.wait_until("document.querySelector('.counted-dossiers') === null");
    assert_eq!(window.run("return document.querySelector('main').textContent.includes('2 400')"), false);
    assert_sound(window);
    window.run("document.querySelector('.segments input:checked').focus()");
    window.press(Key::Left);
    window.wait_until(&format!("({beside}).includes('Sonia Delmas')"));
    window.by_role("link", "Tous les nombres").click();
    window.wait_for("Total prêté");
    assert_sound(window);
    window.by_role("link", "Retour au bilan").click();
    window.by_role("heading", "Bilan");
    window.press_with(Key::Control, 'p');
    window.wait_until("document.querySelector('.pages img')?.alt.includes('page 1 sur ')");
    assert_eq!(window.run("return document.querySelector('.pages').textContent.includes('Delmas')"), false);
    assert_sound(window);
}

fn read_day(window: &Window) {
    window.by_role("link", "Aujourd’hui").click();
    window.by_role("heading", "Vendredi 20 novembre");
    window.wait_for("Demander la carte grise");
    assert_sound(window);
    window.by_role("link", "Sonia Delmas").click();
    window.by_role("heading", "Sonia Delmas");
}

/// A loan that belongs to no dossier, worked out by Entrée.
fn calculate(window: &Window) {
    window.by_role("link", "Simulateur").click();
    window.wait_until("document.activeElement.name === 'amount'");
    window.type_keys("2000");
    window.by_label("Durée, en mois").type_keys("24");
    window.by_label("Taux fixe, en %").type_keys("4");
    window.press(Key::Enter);
    window.wait_for("86,85 €");
    assert_sound(window);
}

/// Another process finds what was typed: the dossier, its loan, its papers, the bilan.
fn read_back(place: &Place) {
    let dossiers: Value = serde_json::from_str(&place.cli(&["dossiers", "--json"])).unwrap();
    assert_eq!(dossiers[0]["reference"], "2026-001");
    assert_eq!(dossiers[0]["stage"]["key"], "running");
    let loan = call(place, "simulation", &json!({"dossier": 1}));
    assert_eq!(loan["loan"]["instalment"]["cents"], 7_086);
    assert_eq!(loan["loan"]["total_cost"]["cents"], 15_087);
    let papers: Value = serde_json::from_str(&place.cli(&["papers", "--dossier", "2026-001", "--json"])).unwrap();
    let papers = papers["papers"].as_array().unwrap().iter();
    assert_eq!(papers.filter(|paper| paper["ready"] == true && paper["folded"] == false).count(), 12);
    let folder = place.folder().join("papers");
    place.cli(&["print", "--all", "--dossier", "2026-001", "--out", folder.to_str().unwrap()]);
    let printed = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
    assert_eq!(printed.filter(|bytes| bytes.starts_with(b"%PDF-")).count(), 12);

    let file = place.folder().join("bilan.json");
    let out = file.to_str().unwrap();
    place.cli(&["report", "--year", "2026", "--format", "json", "--out", out]);
    let bilan: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let indicators = bilan["indicators"].as_array().unwrap();
    let value = |key: &str| &indicators.iter().find(|one| one["key"] == key).unwrap()["value"];
    assert_eq!([value("requests"), value("granted"), value("disbursed")], ["1", "1", "1"]);
    assert_eq!(value("amount_granted"), "2400.00");
}
