//! The report of Valbourg for 2026, and reports of a year without anything.

use domain::settings::OfficeIdentity;
use proptest::prelude::*;

use super::*;
use crate::raster::Pages;

fn valbourg() -> Letterhead {
    Letterhead::from(OfficeIdentity {
        name: "CCAS de Valbourg".to_owned(),
        address: "4 place de la Fontaine, 99120 Valbourg".to_owned(),
        phone: "05\u{a0}36\u{a0}49\u{a0}00\u{a0}12".to_owned(),
        ..OfficeIdentity::default()
    })
}

fn key(value: &str, caption: &str, before: Option<&str>) -> KeyFigure {
    KeyFigure { value: value.to_owned(), caption: caption.to_owned(), before: before.map(str::to_owned) }
}

fn bar(label: &str, value: &str, note: &str, ratio: &str, fill: Fill) -> Bar {
    Bar { label: label.to_owned(), value: value.to_owned(), note: note.to_owned(), ratio: ratio.parse().unwrap(), fill }
}

/// A table written as text: a line a row, `|` between cells, the heading first, `#` before a group, `=` before the total.
fn table(title: &str, text: &str) -> ReportTable {
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let heading = cells(lines.next().unwrap());
    let columns = heading.into_iter().map(|title| match title.strip_prefix('>') {
        Some(title) => ReportColumn { title: title.to_owned(), kind: ColumnKind::Numbers },
        None => ReportColumn { title, kind: ColumnKind::Words },
    });
    let mut table = ReportTable {
        title: title.to_owned(),
        columns: columns.collect(),
        rows: Vec::new(),
        total: None,
        note: String::new(),
    };
    for line in lines {
        if let Some(group) = line.strip_prefix('#') {
            table.rows.push(ReportRow::Group(group.trim().to_owned()));
        } else if let Some(total) = line.strip_prefix('=') {
            table.total = Some(cells(total));
        } else {
            table.rows.push(ReportRow::Line(cells(line)));
        }
    }
    table
}

fn charts() -> Vec<ReportChart> {
    use Fill::{Full, Outline};
    vec![
        ReportChart {
            title: "De la demande au prêt".to_owned(),
            bars: vec![
                bar("Demandes reçues", "141", "premier contact avec un projet", "1", Outline),
                bar("Dossiers évalués", "92", "65 % des demandes reçues", "0.6525", Full),
                bar("Transmis à la banque", "46", "50,0 % des évalués · repère CCAS 44,7 %", "0.3262", Outline),
                bar("Prêts accordés", "30", "65,2 % des transmis · repère CCAS 63,2 %", "0.2128", Full),
                bar("Prêts versés au 31 décembre", "29", "", "0.2057", Outline),
            ],
            legend: Vec::new(),
            note: "Repères : taux moyens des CCAS, issus d’enquêtes différentes ; ils se lisent un par un et ne se \
                   multiplient pas."
                .to_owned(),
        },
        ReportChart {
            title: "À quoi servent les prêts accordés".to_owned(),
            bars: vec![
                bar("Mobilité", "63,3 %", "", "0.633", Full),
                bar("", "69 %", "", "0.69", Outline),
                bar("Logement", "20,0 %", "", "0.2", Full),
                bar("", "15 %", "", "0.15", Outline),
                bar("Dettes, santé, formation, divers", "16,7 %", "", "0.167", Full),
                bar("", "16 %", "", "0.16", Outline),
            ],
            legend: vec![
                (Full, "Valbourg 2026 (30 prêts)".to_owned()),
                (Outline, "ensemble des CCAS, 2016".to_owned()),
            ],
            note: String::new(),
        },
    ]
}

const ACTIVITY: &str = "
 | >2026 | >2025 | >Écart | >Repère CCAS | Comment c’est compté
Demandes reçues | 141 | 127 | +14 | – | premier contact, un projet
Dossiers évalués | 92 | 84 | +8 | – | fiche budgétaire établie
Dossiers transmis | 46 | 40 | +6 | – | date d’envoi dans l’année
Prêts accordés | 30 | 26 | +4 | – | accord définitif de la banque
Transmis ÷ évalués | 50,0 % | 47,6 % | +2,4 pt | 44,7 % | 46 ÷ 92
Accordés ÷ transmis | 65,2 % | 65,0 % | +0,2 pt | 63,2 % | 30 ÷ 46
Accordés ÷ évalués | 32,6 % | 31,0 % | +1,6 pt | 25 à 30 % | 30 ÷ 92 ; repère selon les sources
Montant total prêté | 54 750 € | 46 020 € | +8 730 € | – | somme des 30 prêts
Montant moyen | 1 825 € | 1 770 € | +55 € | 2 172 € | 54 750 ÷ 30
Durée moyenne | 27 mois | 26 mois | +1 mois | 31 mois | durées des contrats";

const PURPOSES: &str = "
Objet | >Évalués | >% | >CCAS 2016 | >Accordés | >% | >CCAS 2016
Mobilité | 55 | 59,8 % | 66 % | 19 | 63,3 % | 69 %
Logement | 15 | 16,3 % | 16 % | 6 | 20,0 % | 15 %
Dettes, santé, formation, divers | 22 | 23,9 % | 18 % | 5 | 16,7 % | 16 %
= Ensemble | 92 | 100,0 % | 100 % | 30 | 100,0 % | 100 %";

const OUTCOMES: &str = "
 | >Dossiers | >%
Prêt accordé | 30 | 32,6 %
Refus de la banque | 11 | 12,0 %
Décision de la banque attendue | 5 | 5,4 %
Accompagnement budgétaire | 16 | 17,4 %
Aide facultative du CCAS | 9 | 9,8 %
Aide de droit commun | 8 | 8,7 %
Abandon par la personne | 8 | 8,7 %
Évaluation en cours | 5 | 5,4 %
= Ensemble | 92 | 100,0 %";

const PEOPLE: &str = "
 | >Évalués | >Prêts
# Âge
18 à 29 ans | 21 | 7
30 à 44 ans | 38 | 13
45 ans et plus | 33 | 10
# Ménage
Personne seule | 41 | 12
Personne seule avec enfants | 29 | 11
Couple, avec ou sans enfants | 22 | 7
# Emploi
CDI | 27 | 12
CDD, intérim, formation | 25 | 8
Sans emploi, retraite, autre | 40 | 10
= Ensemble, pour chaque rubrique | 92 | 30";

const DELAYS: &str = "
 | >2026 | >2025
Premier contact à transmission | 24 j | 29 j
Transmission à décision | 13 j | 15 j
Accord à versement | 16 j | 17 j
= Premier contact à versement | 55 j | 62 j";

const LOANS: &str = "
 | >2026 | >2025 |  | >2026 | >2025
Prêts suivis au 31 décembre | 71 | 64 | Remboursements d’intérêts | 5 | 6
Échéances reportées avec accord | 5 | 6 | Montant remboursé | 301,60 € | 348,12 €";

fn full() -> AnnualReport {
    let remark = |headline: &str, text: &str| Remark { headline: headline.to_owned(), text: text.to_owned() };
    AnnualReport {
        title: "Le microcrédit personnel en 2026".to_owned(),
        reference: "Bilan 2026".to_owned(),
        established_on: "2027-01-29".parse().unwrap(),
        summary: "92 dossiers évalués, 30 prêts accordés : un dossier sur trois devient un prêt, et les autres \
                  reçoivent le plus souvent une autre réponse."
            .to_owned(),
        keys: vec![
            key("92", "dossiers évalués", Some("84 en 2025")),
            key("30", "prêts accordés par la banque", Some("26 en 2025")),
            key("1 825 €", "en moyenne par prêt", Some("1 770 € en 2025")),
            key("54 750 €", "prêtés au total", Some("46 020 € en 2025")),
            key("301,60 €", "d’intérêts remboursés à 5 personnes", None),
            key("1", "incident de paiement depuis 2009", None),
        ],
        editorial: vec!["Une permanence a ouvert au centre social en septembre.".to_owned()],
        months: Some(ReportChart {
            title: "Les demandes au fil de la période".to_owned(),
            bars: vec![
                bar("Janvier à mars 2026", "33", "", "0.89", Fill::Outline),
                bar("Avril à juin 2026", "38", "", "1", Fill::Outline),
                bar("Juillet à septembre 2026", "33", "", "0.89", Fill::Outline),
                bar("Octobre à décembre 2026", "37", "", "0.97", Fill::Outline),
            ],
            legend: Vec::new(),
            note: String::new(),
        }),
        charts: charts(),
        remarks: vec![
            remark("L’activité progresse", "+8 dossiers évalués (+9,5 %), +4 prêts (+15,4 %) en un an."),
            remark("Presque deux prêts sur trois servent à se déplacer", "permis, achat ou réparation d’un véhicule."),
            remark("", "Cinq échéances ont été reportées en 2026, avec l’accord de la banque."),
        ],
        proposal: "reconduire l’enveloppe de 800 € pour 2027.".to_owned(),
        tables: vec![
            table("1. Activité et prêts", ACTIVITY),
            table("2. Objets des demandes et des prêts", PURPOSES),
            table("3. Suites données aux 92 dossiers", OUTCOMES),
            table("4. Qui sont les personnes", PEOPLE),
            table("5. Délais médians", DELAYS),
            table("6. Prêts en cours et remboursements", LOANS),
        ],
        notes: vec![
            "Aucun nom.".to_owned(),
            "Un effectif de 1 à 4 personnes n’est jamais affiché dans une répartition : il est regroupé avec un autre."
                .to_owned(),
        ],
    }
}

fn empty() -> AnnualReport {
    AnnualReport {
        summary: "Aucun dossier en 2026.".to_owned(),
        keys: vec![key("0", "dossier évalué", None)],
        editorial: Vec::new(),
        months: None,
        charts: Vec::new(),
        remarks: Vec::new(),
        proposal: String::new(),
        tables: Vec::new(),
        notes: Vec::new(),
        ..full()
    }
}

fn pages(report: &AnnualReport) -> Vec<String> {
    let pages = Pages::read(render(report, &valbourg()).unwrap().bytes).unwrap();
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    (0..pages.count()).map(|page| plain(pages.text(page).unwrap())).collect()
}

#[test]
fn samples_are_left_for_the_checkers_outside() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../target/papers");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, report) in [("complet", full()), ("vide", empty())] {
        let paper = render(&report, &valbourg()).unwrap();
        assert_eq!(paper, render(&report, &valbourg()).unwrap(), "the same facts give the same bytes: {name}");
        assert_eq!(paper.unprintable, []);
        std::fs::write(folder.join(format!("bilan-{name}.pdf")), &*paper.bytes).unwrap();
    }
}

#[test]
fn the_first_sheet_says_the_essential_and_the_second_the_figures() {
    let pages = pages(&full());
    assert_eq!(pages.len(), 2);
    for said in
        ["92 dossiers évalués, 30 prêts", "1 825 €", "141", "63,3 %", "Ce qu’il faut retenir", "Décision proposée"]
    {
        assert!(pages[0].contains(said), "{said}\n{}", pages[0]);
    }
    assert!(pages[1].starts_with("Les chiffres"), "{}", pages[1]);
    for said in ["1. Activité et prêts", "5. Délais médians", "Ensemble, pour chaque rubrique", "Aucun nom."] {
        assert!(pages[1].contains(said), "{said}\n{}", pages[1]);
    }
}

#[test]
fn a_chart_is_read_as_a_sentence_that_gives_its_values() {
    let bytes = render(&full(), &valbourg()).unwrap().bytes;
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let said: Vec<String> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"Alt").ok())
        .map(|alt| lopdf::decode_text_string(alt).unwrap().replace(['\u{202f}', '\u{a0}'], " "))
        .collect();
    assert_eq!(said.len(), 3);
    assert!(said[0].starts_with("De la demande au prêt : Demandes reçues 141 (premier contact avec un projet) ; "));
    let purposes = "Mobilité 63,3 % (Valbourg 2026 (30 prêts)) ; Mobilité 69 % (ensemble des CCAS, 2016) ; Logement";
    assert!(said[1].contains(purposes), "{}", said[1]);
}

#[test]
fn a_year_without_anything_is_one_sheet() {
    let pages = pages(&empty());
    assert_eq!(pages.len(), 1);
    assert!(pages[0].contains("Aucun dossier en 2026."));
    assert!(!pages[0].contains("retenir") && !pages[0].contains("Les chiffres"));
}

/// Whatever the number of tables, none is lost and each sheet has its foot.
#[test]
fn many_tables_flow_over_the_sheets() {
    let tables =
        (1..30).map(|number| table(&format!("Table {number}."), if number % 3 == 0 { PURPOSES } else { PEOPLE }));
    let pages = pages(&AnnualReport { tables: tables.collect(), ..full() });
    let text = pages.join("\n");
    for number in 1..30 {
        assert!(text.contains(&format!("Table {number}.")), "{number}");
    }
    assert_eq!(text.matches("Ensemble, pour chaque rubrique").count(), 20);
    for (place, page) in pages.iter().enumerate() {
        assert!(page.ends_with(&format!("{}/{}", place + 1, pages.len())));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn no_figure_stops_a_report(text in "\\PC{0,200}", any in any::<String>(), parts in any::<i64>()) {
        let mut report = full();
        let ratio = rust_decimal::Decimal::new(parts, 9);
        report.keys = vec![key(&text, &any, Some(&text)); 7];
        report.charts[0].bars = vec![Bar { label: text.clone(), value: any.clone(), note: text.clone(), ratio, fill: Fill::Full }; 9];
        report.tables[0].rows = vec![ReportRow::Line(vec![any, text]); 120];
        let paper = render(&report, &valbourg()).unwrap();
        prop_assert!(lopdf::Document::load_mem(&paper.bytes).is_ok());
    }
}
