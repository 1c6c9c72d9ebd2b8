//! The letter box of a dossier in the real window: scans let go on it are placed by keys, seen, judged and turned; what
//! cannot be kept says why as it comes.

use std::fs;
use std::path::{Path, PathBuf};

use crate::adviser::assert_sound;
use crate::screens::one_of_each_stage;
use crate::window::{Key, PASSPHRASE, Place, Window};

/// The most words and controls the room may show of an ordinary dossier.
const BUDGET: (u64, u64) = (330, 34);

fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/attachments").join(name)
}

/// A file of the corpus under another name.
fn named(place: &Place, name: &str, source: &str) -> String {
    let file = place.folder().join(name);
    fs::copy(corpus(source), &file).unwrap();
    file.display().to_string()
}

fn written(place: &Place, name: &str, text: &str) -> String {
    let file = place.folder().join(name);
    fs::write(&file, text).unwrap();
    file.display().to_string()
}

/// The papers of a dossier that is being prepared.
fn open(place: &Place, window: &Window) {
    let dossier = one_of_each_stage(place)["assessment"];
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.by_role("heading", "Vendredi 20 novembre");
    window.run(&format!(
        "const link = Object.assign(document.createElement('a'), {{ href: '#/dossiers/{dossier}/pieces' }});
         document.body.append(link); link.click(); link.remove();"
    ));
    window.by_role("heading", "Papiers");
    window.find(".need li");
}

/// Files let go on the window, and the first of them shown.
fn let_go(window: &Window, files: &[String]) {
    window.let_go(files);
    window.wait_until("document.querySelector('[aria-current] [data-to]') !== null");
}

fn waiting(window: &Window) -> u64 {
    window.run("return document.querySelectorAll('[data-to]').length").as_u64().unwrap()
}

#[test]
fn four_scans_are_placed_in_eight_keys() {
    for is_dark in [false, true] {
        let place = Place::new();
        place.cli(&["demo"]);
        let window = if is_dark { Window::open_in_the_dark(&place) } else { Window::open(&place) };
        let theme = if is_dark { "sombre" } else { "clair" };
        open(&place, &window);
        assert_within_budget(&window);
        let scans = [
            ("CNI recto verso.jpg", "photo.jpg"),
            ("avis-impôt-2026.pdf", "scripts.pdf"),
            ("quittance_loyer.png", "picture.png"),
            ("justificatif domicile.txt", "note.txt"),
        ];
        let_go(&window, &scans.map(|(name, source)| named(&place, name, source)));
        window.wait_until("document.activeElement.matches('.need [aria-current]')");
        window.find(".view .pages img");
        for place in ["Pièce d’identité", "Dernier avis d’imposition", "Quittance de loyer", "Justificatif de domicile"]
        {
            let told = format!(
                "[...document.querySelectorAll('[data-to]')].some((to) => to.innerText.startsWith('→ {place}'))"
            );
            window.wait_until(&told);
        }
        assert_sound(&window);
        window.picture(&format!("papiers-arrives-{theme}"));
        window.run("window.counted = 0; addEventListener('keydown', () => { window.counted += 1 }, true);");
        for left in (0..4).rev() {
            window.press(Key::Enter);
            window.wait_until(&format!("document.querySelectorAll('[data-to]').length === {left}"));
            window.wait_until("document.activeElement.matches('.need [aria-current]')");
        }
        let keys = window.run("return window.counted").as_u64().unwrap();
        println!("four scans placed: {keys} keys");
        assert!(keys <= 8, "{keys} keys");
        for paper in ["identity_document", "tax_notice", "rent_receipt", "proof_of_address"] {
            let files = format!("document.querySelector('[name=piece-{paper}] .sign.ok') !== null");
            window.wait_until(&files);
        }
        assert_within_budget(&window);
        judge(&window);
        window.picture(&format!("papiers-a-refaire-{theme}"));
        window.close();
    }
}

/// A paper is judged where it is seen, by figures and by buttons, and turned.
fn judge(window: &Window) {
    window.find(".scrolls details:not([open]) summary").click();
    window.find("[name=piece-identity_document]").click();
    window.find(".view .pages img");
    window.by_role("button", "Pivoter").click();
    window.wait_for("tournée, enregistrée");
    window.find(".turned-90");
    window.type_keys("4");
    window.wait_until("document.querySelector('[name=piece-identity_document]').innerText.includes('Illisible')");
    window.type_keys("3");
    window.wait_until("document.activeElement.name === 'reason'");
    window.type_keys("Le verso manque, il est au nom de Mme Roy 2.");
    window.press(Key::Enter);
    window.wait_until("document.querySelector('[name=piece-identity_document]').innerText.includes('À refaire')");
    window.wait_until("document.activeElement.matches('.need [aria-current]')");
    window.find("[name=piece-identity_document]").click();
    window.wait_until("document.querySelector('[name=reason]')?.value.startsWith('Le verso manque')");
    assert_sound(window);
}

fn assert_within_budget(window: &Window) {
    window.fill(1366, 768);
    let counted = window.counted("");
    println!("papiers: {counted}");
    assert!(counted["words"].as_u64().unwrap() <= BUDGET.0, "{counted}");
    assert!(counted["controls"].as_u64().unwrap() <= BUDGET.1, "{counted}");
    assert_eq!((counted["page"].as_u64(), counted["main"].as_u64()), (Some(0), Some(1)), "{counted}");
}

#[test]
fn twenty_files_come_at_once_and_what_is_wrong_with_one_is_said() {
    let place = Place::new();
    place.cli(&["demo"]);
    let window = Window::open(&place);
    open(&place, &window);
    let mut files: Vec<String> =
        (1..=17).map(|at| written(&place, &format!("papier {at}.txt"), &format!("Page {at}."))).collect();
    files.push(named(&place, "avis-impots-motdepasse.pdf", "protected.pdf"));
    files.push(written(&place, "vide.pdf", ""));
    let heavy = place.folder().join("lourd.pdf");
    fs::File::create(&heavy).unwrap().set_len(60_000_000).unwrap();
    files.push(heavy.display().to_string());
    let_go(&window, &files);
    window.wait_for("2 fichiers ne sont pas gardés");
    window.wait_for("Ce fichier est vide");
    window.wait_for("trop lourd : 60");
    window.wait_for("Protégé par un mot de passe : il ne pourra pas partir à la banque.");
    assert_eq!(waiting(&window), 18, "those that are kept wait for their place, the locked one too");
    assert_sound(&window);
    window.picture("papiers-vingt");

    // The same file twice is said, and kept once.
    let_go(&window, &files[..1]);
    window.wait_for("C’est le même fichier que « papier 1.txt »");
    assert_eq!(waiting(&window), 18);
    assert_sound(&window);
    let told = window.run("return document.documentElement.outerHTML");
    assert!(!told.as_str().unwrap().contains("corpus/attachments"), "no path reaches the page");
    window.close();
}

#[test]
fn a_scan_goes_where_its_text_says_and_statements_are_read_from_there() {
    let place = Place::new();
    place.cli(&["demo"]);
    let window = Window::open(&place);
    open(&place, &window);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("statements/files");
    let caf =
        written(&place, "scan0001.txt", "Caisse d’allocations familiales\nAttestation de droits, 20 novembre 2026");
    let statement = folder.join("mutual-2026-08.pdf").display().to_string();
    let_go(&window, &[caf, statement]);
    window.wait_for("→ Attestation de paiement de la CAF ou de la MSA");
    window.wait_for("→ Relevés de compte");
    window.wait_for("d’après son texte");
    window.wait_until("document.activeElement.matches('.need [aria-current]')");
    window.press(Key::Down);
    window.by_role("button", "Lire les relevés");
    assert_sound(&window);
    window.picture("papiers-texte");
    window.by_role("button", "Lire les relevés").click();
    window.wait_for("Un mois est prouvé au centime.");
    window.close();
}

#[test]
fn a_scan_is_named_taken_out_and_brought_back() {
    let place = Place::new();
    place.cli(&["demo"]);
    let window = Window::open(&place);
    open(&place, &window);
    let_go(&window, &[named(&place, "lettre.docx", "letter.docx"), named(&place, "scan.pdf", "scripts.pdf")]);
    window.wait_for("s’ouvre dans un autre programme.");
    window.wait_until("document.activeElement.matches('.need [aria-current]')");
    window.press(Key::Down);
    window.find(".view .pages img");
    window.by_role("button", "Page suivante").click();
    window.wait_until("document.querySelector('.view figcaption').textContent.includes('Deuxieme page')");
    window.by_role("button", "Découper").click();
    window.wait_until("document.activeElement.name === 'starts'");
    window.picture("papiers-decouper");
    window.type_keys("9");
    window.press(Key::Enter);
    window.wait_for("n’a pas ces pages");
    window.press(Key::Backspace);
    window.type_keys("2");
    window.press(Key::Enter);
    window.wait_until("document.querySelectorAll('[data-to]').length === 3");
    window.wait_for("scan (2).pdf");
    assert_sound(&window);
    window.picture("papiers-decoupes");
    window.press_with(Key::Control, 'z');
    window.wait_until("document.querySelectorAll('[data-to]').length === 2");
    window.find(".need li:nth-child(2) button.go").click();
    window.by_role("button", "Autre").click();
    window.by_label("Nom").clear();
    window.type_keys("Carte d’identité");
    window.press(Key::Tab);
    window.wait_for("Nouveau nom de « scan.pdf »");
    window.by_role("button", "Retirer").click();
    window.wait_until("document.querySelectorAll('[data-to]').length === 1");
    window.press_with(Key::Control, 'z');
    window.wait_until("document.querySelectorAll('[data-to]').length === 2");
    assert_sound(&window);
    window.close();
}
