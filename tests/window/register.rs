//! An office's own register in the window: let go, its lines corrected and settled, taken over, undone.

use serde_json::Value;

use crate::adviser::assert_sound;
use crate::window::{Key, PASSPHRASE, Place, Window};

const LINES: [&str; 12] = [
    "Registre du microcrédit;;;;;;;;",
    ";;;;;;;;",
    "NOM PRENOM;NE(E) LE;OBJET;MT;Oct.;date prêt;Banque;Durée;Taux;Obs",
    "MERCADIEU Paul;31/02/1981;permis B;1 200,00;;févr. 2017;;;",
    "ROUSSEAUX Inès;08/11/1990;frigo;voir Mme B;400,00;avr. 2017;Banque du Val;12;4",
    "DUPRAT Léa et Tom;19/05/1985;voiture;env. 2000;;2016;;;",
    "ALVARADE Mireille;14/03/1962;scooter;1 500,00;1 500,00;janv. 2016;Banque du Val;24;4",
    "DELORBE Paul-Henri;22/09/1974;permis B;1 100,00;800,00;mars 2016;Banque du Val;24;4",
    "AUBRAC-LENOIR Ginette;02/06/1957;cuisinière;600,00;600,00;mars 2016;Banque du Val;12;4",
    "BENALI-FORT Youssef;30/10/1993;permis B;1 825,00;x;2016;Banque du Val;24;4",
    "CASTAGNER Odette;17/01/1949;dentiste;750,00;750,00;2016;Banque du Val;12;4",
    "Total;;;;4 050,00;;;;",
];

fn rows(place: &Place) -> usize {
    let rows: Vec<Value> = serde_json::from_str(&place.cli(&["dossiers", "--json"])).unwrap();
    rows.len()
}

/// The window of a new office, on the lines of its register.
pub fn a_register_let_go(place: &Place) -> Window {
    place.create_office();
    let file = place.folder().join("registre-tilleuls.csv");
    let text: String = LINES.iter().map(|line| format!("{line}\r\n")).collect();
    let windows: Vec<u8> = text.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap()).collect();
    std::fs::write(&file, windows).unwrap();
    let window = Window::open(place);
    window.by_label("Phrase secrète").type_keys(PASSPHRASE);
    window.press(Key::Enter);
    window.by_role("link", "Réglages").click();
    window.by_role("link", "Reprendre un registre").click();
    window.wait_for("Déposez ici le registre");
    assert_sound(&window);
    window.picture("registre-fichier");

    window.let_go(&[file.display().to_string()]);
    window.wait_for("les lignes à revoir d’abord");
    window
}

#[test]
fn a_register_is_let_go_corrected_settled_taken_over_and_undone() {
    let place = Place::new();
    let window = a_register_let_go(&place);
    window.wait_for("février n’a que 28 jours");
    assert_sound(&window);
    window.picture("registre-lignes");
    window.wait_for("1 ligne à trancher d’abord");

    // What is asked is asked once for the file, with an answer proposed; a cell that was not read is kept in its words.
    window.press(Key::F8);
    window.wait_until("document.activeElement?.type === 'radio'");
    window.by_role("button", "Corriger la ligne 4").click();
    window.by_label("Naissance, ligne 4").clear();
    window.by_label("Naissance, ligne 4").type_keys("28/02/1981");
    window.press(Key::Enter);
    window.wait_gone("février n’a que 28 jours");
    window.by_role("button", "Répondre ainsi").click();
    window.wait_until("document.querySelector('.button.main').disabled === false");
    assert_sound(&window);

    window.by_role("button", "Changer").click();
    window.wait_for("Ce que disent les colonnes");
    assert_sound(&window);
    window.picture("registre-colonnes");
    window.by_role("button", "Voir les lignes").click();
    window.by_role("button", "Reprendre").click();
    window.wait_for("Reprise faite");
    window.wait_for("8 dossiers créés");
    window.by_role("link", "Dossiers 8 dossiers");
    assert_sound(&window);
    window.picture("registre-repris");

    window.by_role("button", "Tout défaire").click();
    window.wait_for("Reprise défaite");
    assert_sound(&window);
    window.picture("registre-defait");
    window.close();
    assert_eq!(rows(&place), 0, "nothing of it is left");
}
