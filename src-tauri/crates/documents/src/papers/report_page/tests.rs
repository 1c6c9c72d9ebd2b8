//! The dashboard of a full quarter, a page of words alone, and figures of any size.

use domain::settings::{BlockColumn, BlockShape, ListKey, OfficePaperText, PaperBlock, PaperLayout};
use proptest::prelude::*;

use super::*;
use crate::page::{Bar, Fill};
use crate::papers::figures::{ColumnKind, ReportColumn, ReportRow};
use crate::papers::worlds::{assert_says, day, leave_samples, read, valbourg};

fn head() -> Letterhead {
    valbourg()
}

fn block(shape: BlockShape, column: Option<BlockColumn>, heading: &str, lines: &[&str]) -> PaperBlock {
    let lines = lines.iter().map(|line| (*line).to_owned()).collect();
    PaperBlock { shape, column, heading: heading.to_owned(), lines, rows: Vec::new(), blank: false, at_foot: false }
}

fn table(title: &str, heads: &[&str], rows: &[&[&str]]) -> ReportTable {
    let column = |(place, head): (usize, &&str)| ReportColumn {
        title: (*head).to_owned(),
        kind: if place == 0 { ColumnKind::Words } else { ColumnKind::Numbers },
    };
    let cells = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    ReportTable {
        title: title.to_owned(),
        columns: heads.iter().enumerate().map(column).collect(),
        rows: rows.iter().map(cells).map(ReportRow::Line).collect(),
        total: None,
        note: String::new(),
    }
}

fn quarter() -> ReportPage {
    let key = |value: &str, caption: &str, before: Option<&str>| KeyFigure {
        value: value.to_owned(),
        caption: caption.to_owned(),
        before: before.map(str::to_owned),
    };
    let bar = |label: &str, value: &str, note: &str, ratio: &str, fill| Bar {
        label: label.to_owned(),
        value: value.to_owned(),
        note: note.to_owned(),
        ratio: ratio.parse().unwrap(),
        fill,
    };
    let steps = ReportChart {
        title: "De la demande au prêt, dans la période".to_owned(),
        bars: vec![
            bar("Demandes reçues", "33", "premier contact avec un projet", "1", Fill::Outline),
            bar("Dossiers évalués", "21", "première décision du CCAS", "0.64", Fill::Full),
            bar("Dossiers transmis", "11", "date d’envoi", "0.33", Fill::Outline),
            bar("Prêts accordés", "7", "accord définitif de la banque", "0.21", Fill::Full),
            bar("Prêts versés", "6", "fonds débloqués", "0.18", Fill::Outline),
        ],
        legend: Vec::new(),
        note: "Chaque étape compte ce qui s’est passé dans la période.".to_owned(),
    };
    let since = "Depuis janvier";
    let tables = vec![
        table(
            "1. Origine des demandes",
            &["Qui a orienté la personne", "Trim.", since],
            &[
                &["CCAS et services de la Ville", "12", "38"],
                &["Partenaires qui orientent", "11", "35"],
                &["Bouche-à-oreille, presse, banque", "10", "31"],
            ],
        ),
        table(
            "2. Objet des demandes",
            &["Objet", "Trim.", since],
            &[&["Mobilité", "20", "63"], &["Logement", "6", "17"], &["Santé, formation, dettes, divers", "7", "24"]],
        ),
        table(
            "3. Délais médians",
            &["", "Trim.", since],
            &[
                &["De la demande à la transmission", "25 jours", "24 jours"],
                &["De la transmission à la décision", "12 jours", "13 jours"],
                &["De l’accord au versement", "15 jours", "16 jours"],
            ],
        ),
        table(
            "4. Suites données aux demandes",
            &["Où en sont les demandes", since, "%"],
            &[
                &["Prêt", "22", "21,2 %"],
                &["Autre solution", "25", "24,0 %"],
                &["Sans suite", "13", "12,5 %"],
                &["Refus", "8", "7,7 %"],
                &["Non éligible", "16", "15,4 %"],
                &["En cours", "20", "19,2 %"],
            ],
        ),
        table(
            "5. Motifs de refus, sur douze mois",
            &["Motif", "Dossiers"],
            &[&["Capacité de remboursement", "7"], &["Ressources, endettement", "5"]],
        ),
        table(
            "6. Prêts suivis",
            &["", "30/06/2026", "30/09/2026"],
            &[
                &["Prêts en cours", "66", "68"],
                &["Prêts terminés", "9", "14"],
                &["Échéances impayées", "0", "2"],
                &["Intérêts remboursés", "0,00 €", "61,20 €"],
            ],
        ),
    ];
    let text = OfficePaperText {
        key: ListKey::new("dashboard"),
        label: "Tableau de bord".to_owned(),
        title: "Tableau de bord, 3e trimestre 2026".to_owned(),
        subtitle: "33 demandes reçues, 11 dossiers transmis, 7 prêts accordés.".to_owned(),
        layout: PaperLayout::OneSheet,
        blocks: vec![
            block(
                BlockShape::Aside,
                None,
                "",
                &[
                    "**À regarder au prochain point :** treize personnes n’ont plus donné de nouvelles ; les rappeler dans le mois. Les partenaires de santé orientent peu.",
                ],
            ),
            block(
                BlockShape::Note,
                None,
                "",
                &["Aucun nom. Un effectif de 1 à 4 est regroupé ou présenté sur une période plus longue."],
            ),
        ],
    };
    ReportPage {
        paper: OfficePaper { printed_on: day("2026-10-05"), text, costs: Vec::new(), costs_note: String::new() },
        readers: "Agents, banque, financeur".to_owned(),
        reference: "TB-2026-T3".to_owned(),
        keys: vec![
            key("33", "demandes reçues", Some("33 au 2e trimestre 2026")),
            key("21", "dossiers évalués", Some("19 au 2e trimestre 2026")),
            key("7", "prêts accordés", Some("9 au 2e trimestre 2026")),
            key("12 600,00 €", "prêtés par la banque", Some("1 800,00 € en moyenne")),
        ],
        opening: String::new(),
        figures: vec![Figures::Chart(steps), Figures::Tables(tables)],
    }
}

/// A page without a figure, for the words in two columns and the signatures.
fn words() -> ReportPage {
    let bullets = |column, heading: &str| {
        block(BlockShape::Bullets, Some(column), heading, &["a un **projet précis** ;", "habite Valbourg."])
    };
    let mut signed = block(BlockShape::Signatures, None, "", &["Certifié exact, à Valbourg, le 5 octobre 2026."]);
    let row = |quality: &str, name: &str| vec![quality.to_owned(), name.to_owned()];
    signed.rows = vec![row("Pour le CCAS", " "), row("Le référent microcrédit", "Nadia Ferrand")];
    let mut page = quarter();
    page.keys.clear();
    page.figures.clear();
    page.opening = "Pour 1 € versé, la banque a prêté 9,13 € (54 750,00 € ÷ 6 000,00 €).".to_owned();
    page.paper.text.blocks = vec![
        bullets(BlockColumn::Left, "Appelez-nous si…"),
        bullets(BlockColumn::Right, "Ce n’est pas la réponse si…"),
        signed,
    ];
    page
}

#[test]
fn samples_are_left_for_the_checkers_outside() {
    let print = |page: &ReportPage| render(page, &head()).unwrap();
    assert_eq!(print(&quarter()), print(&quarter()), "the same facts give the same bytes");
    assert_eq!(print(&quarter()).unprintable, []);
    leave_samples("tableau-de-bord", [("trimestre", print(&quarter())), ("mots", print(&words()))]);
}

#[test]
fn a_full_quarter_is_one_sheet_read_from_the_figures_to_the_words() {
    let pages = read(&render(&quarter(), &head()).unwrap());
    assert_eq!(pages.len(), 1);
    let order = [
        "Référence TB-2026-T3",
        "Tableau de bord, 3e trimestre 2026",
        "33 au 2e trimestre",
        "De la demande au prêt",
        "1. Origine",
        "6. Prêts suivis",
        "À regarder au prochain point",
        "Aucun nom.",
    ];
    assert_says(&pages[0], &order);
    let places: Vec<usize> = order.iter().map(|said| pages[0].find(said).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}\n{}", pages[0]);
}

#[test]
fn a_page_without_figures_keeps_its_words() {
    let pages = read(&render(&words(), &head()).unwrap());
    assert_says(&pages[0], &["Pour 1 € versé", "Appelez-nous si…", "projet précis", "Certifié exact", "Nadia Ferrand"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn no_figure_stops_a_page(text in "\\PC{0,200}", rows in 0_usize..90) {
        let mut page = quarter();
        page.keys.iter_mut().for_each(|key| key.caption.clone_from(&text));
        let row: &[&str] = &[&text, "1", "2"];
        page.figures.push(Figures::Tables(vec![table(&text, &["", "Trim.", &text], &vec![row; rows])]));
        let paper = render(&page, &head()).unwrap();
        prop_assert!(lopdf::Document::load_mem(&paper.bytes).is_ok());
    }
}
