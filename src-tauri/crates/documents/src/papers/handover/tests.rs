//! The handover of the mockup, one of three hundred dossiers, and an empty one.

use super::*;
use crate::papers::worlds::{assert_says, day, leave_samples, read, valbourg};

fn pair(label: &str, value: &str) -> (String, String) {
    (label.to_owned(), value.to_owned())
}

fn sheet(name: &str, reference: &str) -> HandoverSheet {
    HandoverSheet {
        name: name.to_owned(),
        reach: "06 39 98 01 44 · plutôt après 17 h".to_owned(),
        reference: reference.to_owned(),
        standing: "Instruction depuis le 14 octobre 2026".to_owned(),
        next: vec![
            pair("27 novembre 2026, en retard", "appeler, sans reproche"),
            pair("16 décembre 2026", "classer si aucune réponse à la lettre du 25 novembre"),
        ],
        essentials: vec![
            pair("Projet", "réparation de voiture"),
            pair("Montant", "900 €, 18 mois"),
            pair("Mensualité", "51,60 €"),
            pair("Reste à vivre avant, après", "322,10 €, 270,50 €"),
            pair("Banque", ""),
        ],
        contacts: vec![
            pair("Téléphone", "06 39 98 01 44"),
            pair("Adresse", "9 allée des Frênes, 99120 Valbourg"),
            pair("Prescripteur", "mission locale"),
            pair("Autorisation signée", "non"),
        ],
        past: vec![
            pair("06/10/2026", "Premier appel : rendez-vous proposé"),
            pair("14/10/2026", "Premier entretien, 1 h 30"),
        ],
        awaited: vec![["Deux relevés de compte", "la personne", "14/10/2026", "27/11/2026"].map(str::to_owned)],
        to_know: vec!["Travaille de nuit : ne pas appeler le matin.".to_owned()],
    }
}

fn handover(count: usize, name: &str) -> Handover {
    let date = |place: usize| HandoverDate {
        on: Some(day("2026-11-27")),
        name: name.to_owned(),
        reference: format!("VB-2026-{place:04}"),
        what: "Relancer : lettre du 25 novembre envoyée, appeler.".to_owned(),
        phone: "06 39 98 01 44".to_owned(),
        sheet: Some(place),
    };
    let quiet = HandoverDate { on: None, sheet: None, phone: String::new(), ..date(0) };
    Handover {
        printed_on: day("2026-12-01"),
        printed_at: "8 h 15".to_owned(),
        figures: vec![
            pair("24", "dossiers avant décision"),
            pair("71", "prêts suivis"),
            pair("4", "dates dans les sept jours"),
            pair("1", "appel à passer"),
        ],
        begin: vec![pair("Aujourd’hui", "rappeler M. Hardel."), pair("Cette semaine", "recevoir M. Faucher le 4.")],
        groups: vec![
            HandoverGroup { title: "En retard".to_owned(), dates: (0..count).map(date).collect() },
            HandoverGroup { title: "Cette semaine".to_owned(), dates: Vec::new() },
            HandoverGroup { title: "Rien avant trois mois".to_owned(), dates: vec![quiet] },
        ],
        more: 12,
        contacts: vec![HandoverContact {
            who: "M. Joël Astier, Banque du Val".to_owned(),
            why: "décisions, impayés, reports".to_owned(),
            phone: "05 36 49 00 40".to_owned(),
        }],
        sheets: (0..count).map(|place| sheet(name, &format!("VB-2026-{place:04}"))).collect(),
    }
}

/// Nothing is known of the dossier but its name, which is very long.
fn bare() -> Handover {
    let long = "Mme Marie-Antoinette Philomène Montmorency-Beaulieu de la Rochejaquelein-Saint-Barthélemy";
    let empty = HandoverSheet {
        name: long.to_owned(),
        standing: "Demande depuis le 1er décembre 2026".to_owned(),
        ..HandoverSheet::default()
    };
    Handover { contacts: Vec::new(), more: 0, sheets: vec![empty], ..handover(1, long) }
}

#[test]
fn the_dates_lead_to_the_sheet_of_each_dossier() {
    let paper = render(&handover(2, "M. Sylvain Hardel"), &valbourg()).unwrap();
    assert!(paper.unprintable.is_empty(), "{:?}", paper.unprintable);
    let pages = read(&paper);
    assert_eq!(pages.len(), 3);
    assert_says(
        &pages[0],
        &[
            "Établi le 1er décembre 2026 à 8 h 15",
            "24 dossiers avant décision",
            "Aujourd’hui : rappeler M. Hardel.",
            "À ne pas faire : décider à la place de la banque",
            "En retard 27/11/2026 M. Sylvain Hardel VB-2026-0000",
            "06 39 98 01 44 2 27/11/2026 M. Sylvain Hardel VB-2026-0001",
            "06 39 98 01 44 3 Rien avant trois mois",
            "Autres dossiers ouverts, dans Étrier : 12.",
            "M. Joël Astier, Banque du Val",
            "le détruire après la reprise",
        ],
    );
    assert!(!pages[0].contains("Cette semaine 27/11"), "a kind of day without a date is left out");
    assert_says(
        &pages[2],
        &[
            "VB-2026-0001 2 sur 2",
            "27 novembre 2026, en retard : appeler",
            "Banque –",
            "Deux relevés de compte",
            "ne pas appeler le matin",
            "Notes de la personne qui reprend",
        ],
    );
}

#[test]
fn three_hundred_dossiers_have_their_sheets() {
    let pages = read(&render(&handover(300, "M. Sylvain Hardel"), &valbourg()).unwrap());
    let first = pages.iter().position(|page| page.contains("1 sur 300")).unwrap();
    assert_eq!(pages.len(), first + 300, "one sheet each, behind the dates");
    assert_says(&pages[0], &[&format!("06 39 98 01 44 {}", first + 1)]);
}

#[test]
fn samples_are_left_for_the_checkers_outside() {
    let many = render(&handover(40, "M. Sylvain Hardel"), &valbourg()).unwrap();
    let none = Handover { groups: Vec::new(), sheets: Vec::new(), more: 0, contacts: Vec::new(), ..handover(0, "") };
    leave_samples(
        "relais",
        [
            ("quarante", many),
            ("vide", render(&none, &valbourg()).unwrap()),
            ("longue", render(&bare(), &valbourg()).unwrap()),
        ],
    );
}
