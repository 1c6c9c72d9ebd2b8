//! The bilan of Valbourg for 2026, in its two readings, at its worst, and of a year without anything.

use domain::settings::OfficeIdentity;
use proptest::prelude::*;

use super::*;
use crate::papers::figures::{ColumnKind, KeyFigure, ReportColumn, ReportRow, ReportTable};
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

/// A table written as text: a line a row, `|` between cells, the heading first, `=` before the total.
fn table(title: &str, text: &str) -> ReportTable {
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let heading = cells(lines.next().unwrap());
    let column = |(place, title): (usize, String)| {
        let kind = if place == 0 || title == "Lecture" { ColumnKind::Words } else { ColumnKind::Numbers };
        ReportColumn { title, kind }
    };
    let mut table = ReportTable {
        title: title.to_owned(),
        columns: heading.into_iter().enumerate().map(column).collect(),
        rows: Vec::new(),
        total: None,
        note: String::new(),
    };
    for line in lines {
        match line.strip_prefix('=') {
            Some(total) => table.total = Some(cells(total)),
            None => table.rows.push(ReportRow::Line(cells(line))),
        }
    }
    table
}

const DOZEN: &str = "
 | 2024 | 2025 | 2026 | Ailleurs | Lecture
Demandes reçues | 24 | 15 | 31 |  | premier contact avec un projet
Dossiers évalués | 17 | 13 | 20 |  | première décision du CCAS
Dossiers transmis | 12 | 7 | 15 |  | première date d’envoi
Prêts accordés | 8 | 6 | 10 |  | accord définitif
Accordés sur transmis | 67 % | 86 % | 67 % | 63,2 % (2017) | 10 ÷ 15
Total prêté | 13 600 € | 9 600 € | 16 200 € |  |
Montant moyen | 1 700 € | 1 600 € | 1 620 € | 2 172 € (2016) | 16 200 € ÷ 10
De la demande au versement | 83 jours | 75 jours | 80 jours |  | médiane
Prêts en cours | 13 | 15 | 17 |  | à la fin de la période
Échéances reportées avec accord | 2 | 1 | 3 |  | avec accord : pas un retard
Incidents | 0 | 1 | 0 |  | une première échéance impayée
Pertes | 0 € | 0 € | 0 € |  | prêts perdus ou appelés";

const PRODUCTS: &str = "
 | Demandes | Prêts | Montant | Incidents | Prêts perdus | Pertes
Microcrédit classique | 12 | 6 | 9 800 € | 0 | 0 | –
Microcrédit restructuration | 5 | 2 | 3 100 € | 0 | 0 | –
Microcrédit autonomie et santé | 3 | 1 | 1 200 € | 0 | 0 | –
Prêt d’honneur du Crédit municipal | 4 | 1 | 2 100 € | 1 | 0 | –
Pas encore choisi | 7 | 0 | – | 0 | 0 | –
= Ensemble | 31 | 10 | 16 200 € | 1 | 0 | –";

const PURPOSES: &str = "
 | Demandes | Prêts | Montant
Mobilité | 18 | 6 | 11 150 €
Logement | 8 | 3 | 3 450 €
Formation et éducation | 2 | 0 | –
Santé | 2 | 1 | 1 600 €
Dettes et trésorerie | 1 | 0 | –
Divers | 0 | 0 | –
= Ensemble | 31 | 10 | 16 200 €";

const ORIGINS: &str = "
 | Demandes | Prêts
CCAS et services de la Ville | 13 | 4
Partenaires qui orientent | 10 | 4
Bouche-à-oreille, presse, banque | 6 | 2
Non renseigné | 2 | 0
= Ensemble | 31 | 10";

const PEOPLE: &str = "
 | Évaluées | Prêts
Moins de 45 ans | 11 | 5
45 ans et plus | 9 | 5
Avec enfants à charge | 12 | 5
Sans enfant à charge | 8 | 5
En emploi | 12 | 5
Sans emploi, retraite | 8 | 5";

fn years() -> YearsPart {
    let year = |label: &str, loans: u64, amount: &str, requests: &str| YearBar {
        label: label.to_owned(),
        loans,
        value: format!("{loans} prêts"),
        lines: vec![amount.to_owned(), requests.to_owned()],
    };
    YearsPart {
        title: "Depuis 2022 : 35 prêts, 54 750 €".to_owned(),
        years: vec![
            year("2022", 4, "5 200 €", "14 reçues"),
            year("2023", 7, "10 150 €", "19 reçues"),
            year("2024", 8, "13 600 €", "24 reçues"),
            year("2025", 6, "9 600 €", "15 reçues"),
            year("2026", 10, "16 200 €", "31 reçues"),
        ],
        note: String::new(),
    }
}

fn flow() -> FlowPart {
    let boxed = |label: &str, count, detail: &str, shade| FlowBoxed {
        label: label.to_owned(),
        count,
        detail: detail.to_owned(),
        shade,
    };
    FlowPart {
        title: "Que sont devenues les 31 demandes reçues en 2026 ? (au 31 décembre 2026)".to_owned(),
        boxes: vec![
            boxed("un prêt", 8, "12 600 € prêtés", Shade::Full),
            boxed(
                "autre solution",
                7,
                "aide facultative du CCAS 3, aide de droit commun 2, dossier de surendettement 2",
                Shade::Grey,
            ),
            boxed("toujours ouvertes", 9, "à l’étude au CCAS 8, chez la banque 1", Shade::Light),
            boxed(
                "ni l’un ni l’autre",
                7,
                "arrêt par la personne 4, hors dispositif 2, refus de la banque 1",
                Shade::Empty,
            ),
        ],
        note: "10 prêts accordés en 2026 : 8 viennent d’une demande de la période, 2 d’une demande d’avant.".to_owned(),
    }
}

fn money() -> MoneyPart {
    let line = |label: &str, amount: &str, is_total| MoneyLine {
        label: label.to_owned(),
        amount: amount.to_owned(),
        is_total,
    };
    MoneyPart {
        title: "Ce que cela coûte, ce que cela apporte".to_owned(),
        lines: vec![
            line("344 h de travail (0,21 équivalent temps plein)", "9 632 €", false),
            line("Communication", "212 €", false),
            line("Autres dépenses", "120 €", false),
            line("Intérêts rendus (1,5 % des aides facultatives)", "302 €", false),
            line("Coût de l’année", "10 266 €", true),
            line("Subventions reçues", "−4 000 €", false),
            line("À la charge du CCAS (0,27 € par habitant)", "6 266 €", true),
        ],
        ratio: "1 € du CCAS, 2,59 € prêtés par les banques (16 200 ÷ 6 266).".to_owned(),
        note: "Reste à charge par prêt : 627 € (10 prêts). Garantie du CCAS au 29/01/2027 : 600,00 € engagés, 210,00 € appelés.".to_owned(),
    }
}

fn effects() -> EffectsPart {
    let row = |label: &str, said| EffectRow { label: label.to_owned(), said, of: 9 };
    EffectsPart {
        title: "Ce que cela a changé : 9 questionnaires revenus".to_owned(),
        rows: vec![
            row("Projet réalisé", 9),
            row("Fins de mois plus faciles ou égales", 6),
            row("Emploi ou formation", 5),
            row("Suivi utile", 8),
            row("Recommanderait", 9),
        ],
        quote: "« J’ai gardé mon poste parce que j’ai pu faire réparer la voiture. »".to_owned(),
        note: "Réponses de la période. Elles ne prouvent pas que le prêt en est la cause.".to_owned(),
    }
}

/// Five years, five products, six purposes, the longest details: what has to hold.
fn board() -> AnnualReport {
    let definition = |name: &str| {
        (name.to_owned(), "Dossiers transmis dans la période et accordés dans la même période ÷ dossiers transmis dans la période, une fois noté un entretien.".to_owned())
    };
    let study = |name: &str| (name.to_owned(), "67 % (2013). Parmi les prêts dont l’objet est le logement.".to_owned());
    AnnualReport {
        title: "Le microcrédit personnel en 2026".to_owned(),
        reference: "Bilan 2026".to_owned(),
        readers: "Conseil d’administration".to_owned(),
        version: "version du conseil d’administration".to_owned(),
        established_on: "2027-01-29".parse().unwrap(),
        message: "En 2026, 10 prêts ont été accordés, le plus souvent pour la voiture, le permis. Aucun euro n’a été perdu depuis 2022."
            .to_owned(),
        keys: vec![
            key("31", "demandes reçues", Some("15 en 2025")),
            key("10", "prêts accordés", Some("6 en 2025")),
            key("16 200 €", "prêtés par 3 banques", None),
            key("6 266 €", "à la charge du CCAS", None),
            key("302 €", "d’intérêts rendus à 5 personnes", None),
            key("1", "prêt avec un incident depuis 2022", None),
        ],
        flow: Some(flow()),
        years: Some(years()),
        money: Some(money()),
        effects: Some(effects()),
        words: Vec::new(),
        proposal: "1. Prendre acte de ce bilan. 2. Reconduire l’enveloppe de 800 € pour rendre les intérêts en 2027.".to_owned(),
        untold: String::new(),
        beside: None,
        figures: Some(FiguresSheet {
            lead: "Les demandes, les prêts et les montants sont exacts.".to_owned(),
            whole: vec![table("L’essentiel, en 12 lignes", DOZEN), table("Par produit", PRODUCTS)],
            tables: vec![
                table("Pour quoi faire", PURPOSES),
                table("Par où les personnes sont venues", ORIGINS),
                table("Qui sont les 20 personnes évaluées", PEOPLE),
            ],
            learned: vec![
                "Deux fois plus de demandes depuis que l’accueil propose le microcrédit à chaque refus de crédit.".to_owned(),
                "Les Tilleuls restent à l’écart : d’où la permanence proposée.".to_owned(),
            ],
            note: "Chaque fait est compté à sa date. Intérêts rendus : 301,60 €.".to_owned(),
        }),
        annex: Some(AnnexSheet {
            definitions: ["Demandes reçues"; 12].map(definition).to_vec(),
            studies: ["Situation préservée ou améliorée : logement"; 10].map(study).to_vec(),
            tables: vec![table("Qui a orienté", ORIGINS), table("Pourquoi la banque a refusé", ORIGINS)],
            note: "Le coût de l’année est le même dans le compte rendu au financeur.".to_owned(),
        }),
    }
}

fn public() -> AnnualReport {
    AnnualReport {
        readers: "Version publique".to_owned(),
        version: "version publique, effectifs regroupés".to_owned(),
        proposal: String::new(),
        words: vec![Titled {
            title: "Vous avez un projet ?".to_owned(),
            text: "Appelez le 05 36 49 00 12.".to_owned(),
        }],
        untold: "Ce qui n’est pas écrit ici, et pourquoi. Un effectif de 1 à 4 n’est jamais publié.".to_owned(),
        beside: Some(table("Pour quoi faire", ORIGINS)),
        figures: None,
        annex: None,
        ..board()
    }
}

fn empty() -> AnnualReport {
    AnnualReport {
        message: "En 2026, peu de demandes ont été reçues.".to_owned(),
        keys: Vec::new(),
        flow: None,
        years: None,
        money: None,
        effects: None,
        proposal: String::new(),
        figures: None,
        annex: None,
        ..board()
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
    for (name, report) in [("conseil", board()), ("public", public()), ("vide", empty())] {
        let paper = render(&report, &valbourg()).unwrap();
        assert_eq!(paper, render(&report, &valbourg()).unwrap(), "the same facts give the same bytes: {name}");
        assert_eq!(paper.unprintable, []);
        std::fs::write(folder.join(format!("bilan-{name}.pdf")), &*paper.bytes).unwrap();
    }
}

#[test]
fn the_board_has_a_message_a_sheet_of_figures_and_one_that_says_how_they_are_counted() {
    let pages = pages(&board());
    assert_eq!(pages.len(), 3);
    for said in ["10 prêts ont été accordés", "16 200 €", "8 · un prêt", "1 € du CCAS", "6 sur 9", "Décision proposée"]
    {
        assert!(pages[0].contains(said), "{said}\n{}", pages[0]);
    }
    assert!(pages[1].starts_with("Les chiffres"), "{}", pages[1]);
    for said in ["63,2 % (2017)", "Par produit", "Moins de 45 ans", "Deux fois plus de demandes"] {
        assert!(pages[1].contains(said), "{said}\n{}", pages[1]);
    }
    assert!(pages[2].starts_with("Annexe : comment c’est compté"), "{}", pages[2]);
    assert!(
        pages.iter().all(|page| page.contains("version du conseil d’administration")),
        "each sheet says which it is"
    );
}

#[test]
fn what_is_published_is_one_sheet() {
    let pages = pages(&public());
    assert_eq!(pages.len(), 1);
    assert!(pages[0].contains("version publique") && !pages[0].contains("Les chiffres"), "{}", pages[0]);
}

#[test]
fn what_is_drawn_is_read_as_sentences_that_give_its_values() {
    let bytes = render(&board(), &valbourg()).unwrap().bytes;
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let said: Vec<String> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"Alt").ok())
        .map(|alt| lopdf::decode_text_string(alt).unwrap().replace(['\u{202f}', '\u{a0}'], " "))
        .collect();
    assert_eq!(said.len(), 3);
    for words in [
        "8 · un prêt (12 600 € prêtés) ; 7 · autre solution",
        "2023 : 7 prêts, 10 150 €, 19 reçues",
        "Suivi utile 8 sur 9",
    ] {
        assert!(said.iter().any(|one| one.contains(words)), "{words} in {said:?}");
    }
}

#[test]
fn a_year_without_anything_is_one_sheet() {
    let pages = pages(&empty());
    assert_eq!(pages.len(), 1);
    assert!(pages[0].contains("peu de demandes") && !pages[0].contains("Les chiffres"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn no_figure_stops_a_report(text in "\\PC{0,200}", any in any::<String>(), count in any::<u64>()) {
        let mut report = board();
        report.keys = vec![key(&text, &any, Some(&text)); 7];
        let boxed = FlowBoxed { label: text.clone(), count, detail: any.clone(), shade: Shade::Full };
        report.flow = Some(FlowPart { title: any.clone(), boxes: vec![boxed; 4], note: text.clone() });
        let year = YearBar { label: text.clone(), loans: count, value: any.clone(), lines: vec![text.clone(); 3] };
        report.years = Some(YearsPart { title: text.clone(), years: vec![year; 7], note: any.clone() });
        let effect = EffectRow { label: text, said: count, of: count.wrapping_add(1) };
        report.effects = Some(EffectsPart { rows: vec![effect; 9], quote: any, ..effects() });
        let paper = render(&report, &valbourg()).unwrap();
        prop_assert!(lopdf::Document::load_mem(&paper.bytes).is_ok());
    }
}
