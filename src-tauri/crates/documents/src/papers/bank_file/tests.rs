//! The bank file of Sonia Delmas, and what holds of every bank file.

mod borrowers;
mod edges;
mod first_sheet;
mod order;
mod pieces;
mod sending;
pub(in crate::papers) mod worlds;

use domain::loan::{LoanDates, LoanTerms};
use domain::person::Title;
use domain::words::NARROW_SPACE;

use super::*;
use crate::papers::worlds::{day, delmas_terms, euros};
use crate::raster::Pages;
use edges::{empty, long, strange};
use order::in_another_order;
use worlds::{delmas, difficult, loan, text, two, unknown_office, valbourg};

fn samples() -> Vec<(&'static str, BankFile, Letterhead)> {
    vec![
        ("delmas", delmas(), valbourg()),
        ("deux-emprunteurs", two(), valbourg()),
        ("difficile", difficult(), valbourg()),
        ("rien", empty(), unknown_office()),
        ("textes-longs", long(), valbourg()),
        ("signes-rares", strange(), valbourg()),
        ("autre-ordre", in_another_order(), valbourg()),
    ]
}

/// The text of every page, its special spaces as plain ones and its lines as one.
fn read(file: &BankFile, head: &Letterhead) -> Vec<String> {
    let pages = Pages::read(render(file, head).unwrap().bytes).unwrap();
    let plain =
        |text: String| text.replace(['\u{a0}', NARROW_SPACE], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    (0..pages.count()).map(|page| plain(pages.text(page).unwrap())).collect()
}

fn whole(file: &BankFile) -> String {
    read(file, &valbourg()).join("\n")
}

#[track_caller]
fn assert_says(text: &str, said: &[&str]) {
    for words in said {
        assert!(text.contains(words), "« {words} » is not said in:\n{text}");
    }
}

#[test]
fn samples_are_left_for_the_checkers_outside() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../target/papers");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, file, head) in samples() {
        std::fs::write(folder.join(format!("dossier-banque-{name}.pdf")), &*render(&file, &head).unwrap().bytes)
            .unwrap();
    }
}

#[test]
fn the_first_part_presents_the_person_and_names_no_child() {
    let page = &read(&delmas(), &valbourg())[1];
    assert_says(
        page,
        &[
            "Nom, prénom Delmas, Sonia Née le 17/05/1992",
            "Situation de famille séparée Adresse 18 rue du Lavoir, 99120 Valbourg",
            "Téléphone 06 39 98 01 27 Courriel s.delmas@courriel.example",
            "Métier aide à domicile",
            "Mme Delmas demande le prêt 34 ans oui 1 Enfant 1 enfant à charge 9 ans oui 1 Enfant 2 enfant à charge 6 ans",
            "12/10/2026 Premier appel Orientée par le centre social La Passerelle.",
            "Référente unique du prêt Nadia Ferrand, référente microcrédit, CCAS de Valbourg",
        ],
    );
    assert!(!page.contains("Nina") && !page.contains("Tom"));
}

#[test]
fn the_project_is_paid_to_the_cent() {
    let page = &read(&delmas(), &valbourg())[2];
    assert_says(
        page,
        &[
            "Objet : achat d’un véhicule d’occasion. Mme Delmas intervient chez six personnes âgées",
            "Véhicule 2 750,00 Carte grise 152,00 Révision et deux pneus 148,00 Coût du projet 3 050,00",
            "Microcrédit demandé 2 400,00 Aide : Département obtenue 400,00 Apport personnel épargne disponible 250,00 \
             Total 3 050,00",
            "Garage des Halles citadine essence, 2014 18/11/2026 15/01/2027 2 750,00 retenu",
            "Auto Valbourg citadine diesel, 2013 04/11/2026 04/12/2026 3 190,00 écarté : plus chère",
            "Département aide à la mobilité 03/11/2026 obtenue le 12/11/2026 400,00",
            "France Travail aide au permis et au véhicule 03/11/2026 refusée : personne en emploi –",
            "Garantie Fonds de cohésion sociale, 50 % Différé aucun Frais de dossier aucun",
            "Versement chèque de banque à l’ordre du garage Prélèvement le 5 du mois",
        ],
    );
}

#[test]
fn a_plan_that_does_not_close_says_by_how_much() {
    let asked = |amount| whole(&BankFile { amount: Some(euros(amount)), ..delmas() });
    assert_says(&asked("2000"), &["Reste à financer à trouver 400,00 Total 3 050,00"]);
    assert_says(&asked("2500"), &["Au-delà du coût à revoir −100,00 Total 3 050,00"]);
    let mut file = delmas();
    file.project.expenses.clear();
    assert_says(&whole(&file), &["Révision, pneus, carte grise 300,00 Coût du projet 3 050,00"]);
}

#[test]
fn the_budget_stands_before_and_after_the_loan() {
    let page = &read(&delmas(), &valbourg())[3];
    assert_says(
        page,
        &[
            "Fiche budgétaire, version 2 du 9 novembre 2026. Ménage : 3 personnes.",
            "Allocation de rentrée scolaire (2 enfants) prouvé 853,74 € / 12 71,15 Total des ressources 1 999,76",
            "Total des charges 896,18",
            "Total des dettes 85,00",
            "− Charges 896,18 983,68 Transports −54,00 (la voiture remplace le bus) ; Assurance du véhicule +46,50 ; \
             Carburant et entretien +95,00",
            "− Dettes 85,00 45,00 Plan d’apurement énergie −40,00 (soldé avant la première mensualité)",
            "− Mensualité du microcrédit – 70,86 2 400 € sur 36 mois à 4 %",
            "= Reste pour le ménage 1 018,58 900,22",
            "÷ 3 personnes, par mois 339,53 € 300,07 € soit 11,16 € puis 9,87 € par jour",
            "Reste à vivre de référence 250,00 € Taux d’endettement avant 4,25 % Taux d’endettement après 5,79 % \
             Capacité de remboursement 221,08 € / mois",
        ],
    );
}

#[test]
fn the_loan_is_worked_out_to_the_cent() {
    let page = &read(&delmas(), &valbourg())[4];
    assert_says(
        page,
        &[
            "Montant prêté 2 400,00 € Taux fixe 4,00 % Durée 36 mois TAEG 4,07 %",
            "Mensualité, le 5 du mois 70,86 € Coût total du crédit 150,87 €",
            "Première mensualité 05/02/2027 Dernière mensualité 05/01/2030",
            "2027 11 779,46 703,10 76,36 1 696,90 2028 12 850,32 796,95 53,37 899,95",
            "2029 12 850,32 829,42 20,90 70,53 2030 1 70,77 70,53 0,24 0,00 Total 36 2 550,87 2 400,00 150,87",
            "1 05/02/2027 70,86 62,86 8,00 2 337,14 2 05/03/2027",
            "18 05/07/2028 70,86 66,52 4,34 1 235,88 N° Date",
            "19 05/08/2028 70,86 66,74 4,12 1 169,14",
            "36 05/01/2030 70,77 70,53 0,24 0,00",
            "Un seul versement de 2 400,00 € à la date 0 ; 35 mensualités de 70,86 € et une dernière de 70,77 €, à intervalles \
             d’un douzième d’année ; aucun frais obligatoire. Le taux qui égalise les deux côtés est 4,0742 %, arrondi à \
             4,07 %.",
        ],
    );
}

#[test]
fn the_assessment_ends_with_two_signatures() {
    let page = &read(&delmas(), &valbourg())[5];
    assert_says(
        page,
        &[
            "1. Accès au crédit ordinaire Rempli Compte tenu récemment à l’équilibre",
            "6. Viabilité du projet Rempli, vigilance Véhicule contrôlé, coûts d’usage comptés (141,50 € par mois).",
            "Avis motivé de la référente Avis favorable à un prêt de 2 400 € sur 36 mois.",
            "Panne ou réparation importante Épargne de précaution ; appel immédiat à la référente",
            "À mi-parcours (juillet 2028) rendez-vous revoir le budget ensemble",
            "Transmission à la banque, le 26 novembre 2026. La commission interne du CCAS décide de transmettre. \
             À l’unanimité.",
            "Fait à Valbourg, le 27 novembre 2026 La référente microcrédit Nadia Ferrand Signature Pour le CCAS de \
             Valbourg Nom et qualité :",
        ],
    );
}

#[test]
fn the_registers_never_are_a_motive_by_themselves() {
    let law = "Une inscription au FICP n’est jamais, à elle seule, un motif de refus d’un microcrédit garanti (article 80 \
               de la loi n° 2005-32 modifiée).";
    assert_says(
        &whole(&delmas()),
        &[law, "FICP, incidents de crédit pas d’inscription 09/11/2026", "Surendettement aucune procédure 09/11/2026"],
    );
    assert_says(
        &whole(&two()),
        &[law, "FICP, incidents de crédit, Mme Delmas", "chèques et cartes, M. Benali pas encore vérifié – –"],
    );
}

#[test]
fn each_borrower_is_named_and_signs() {
    let one = read(&delmas(), &valbourg());
    assert_says(
        &one[6],
        &[
            "Je demande au CCAS de Valbourg de transmettre ce dossier à la Banque du Val, pour l’étude de ma demande",
            "en appelant le 05 36 49 00 15",
            "Mme Sonia Delmas Valbourg, le …",
            "Recueilli par Nadia Ferrand",
        ],
    );
    let mut head = valbourg();
    head.office.advisor_title = Title::NotStated;
    let pages = read(&two(), &head);
    assert_says(&pages[0], &["Les deux personnes", "Votre contact", "ce qui a changé depuis Crédit solidaire"]);
    assert_says(&pages[1], &["Nom, prénom Benali, Karim", "Karim Benali demande aussi le prêt 36 ans"]);
    let last = &pages[pages.len() - 3];
    assert_says(last, &["Nous demandons au CCAS", "Mme Sonia Delmas Valbourg, le …", "M. Karim Benali Valbourg, le …"]);
    assert_says(
        &pages.join("\n"),
        &["Avis favorable avec réserve à un prêt de 2 400 € sur 60 mois.", "Réserve : La pension"],
    );
}

#[test]
fn the_contents_say_the_sheets_the_parts_begin_on() {
    for (name, file, head) in samples() {
        let pages = read(&file, &head);
        let said = pages[0].rsplit_once("La suite. ").unwrap().1;
        let begun = titles(&file);
        // A short part stands under the one before it.
        let begins = |part: &String| pages.iter().skip(1).position(|page| page.contains(part)).unwrap() + 2;
        let begun = begun.iter().map(begins);
        let begun: Vec<String> = begun.chain([pages.len()]).map(|sheet| sheet.to_string()).collect();
        let told: Vec<String> = said
            .split("p. ")
            .skip(1)
            .map(|one| one.chars().take_while(char::is_ascii_digit).collect())
            .take(begun.len())
            .collect();
        assert_eq!(told, begun, "{name}: {said}");
    }
}

#[test]
fn every_sheet_says_which_it_is() {
    for (_, file, head) in samples() {
        let pages = read(&file, &head);
        let fingerprint = render(&file, &head).unwrap().fingerprint.unwrap();
        for (place, page) in pages.iter().enumerate() {
            let foot = format!(
                "Dossier de transmission · {} · 27 novembre 2026 · confidentiel · exemplaire {fingerprint} {}/{}",
                file.reference,
                place + 1,
                pages.len()
            );
            assert!(page.ends_with(&foot), "{page}");
        }
    }
}

#[test]
fn sixty_instalments_and_their_taeg_are_on_one_sheet() {
    let page = &read(&two(), &valbourg())[4];
    assert_says(
        page,
        &[
            "Chaque mensualité comprend l’assurance : 2,50 € par mois.",
            "1 05/02/2027 10,50 0,00 8,00 2 400,00",
            "30 05/07/2029 48,80 41,76 4,54 1 319,84 N° Date",
            "60 05/01/2032 48,94 46,29 0,15 0,00",
            "3 mensualités de 10,50 €, 56 de 48,80 € et une dernière de 48,94 €",
            "30,00 € de frais, payés au versement",
        ],
    );
}

#[test]
fn a_loan_longer_than_a_sheet_flows_on_in_two_columns() {
    let terms = LoanTerms { months: 600, ..delmas_terms() };
    let pages = read(&BankFile { loan: Some(loan(&terms)), ..delmas() }, &valbourg());
    let said = pages.join(" ");
    assert_says(&said, &["1 05/02/2027", "48 05/01/2031", "49 05/02/2031", "600 05/01/2077"]);
}

#[test]
fn the_taeg_tells_the_times_it_is_reckoned_on() {
    let with = |dates| whole(&BankFile { loan: Some(loan(&LoanTerms { dates, ..delmas_terms() })), ..delmas() });
    assert_says(&with(None), &["à intervalles d’un douzième d’année", "Année 1 12 850,32", "1 mois 1 70,86"]);
    let late = LoanDates { disbursed_on: day("2027-01-12"), first_due_on: day("2027-03-05"), debit_day: None };
    assert_says(
        &with(Some(late)),
        &["Un seul versement de 2 400,00 € le 12 janvier 2027", "aux dates de l’échéancier"],
    );
}

#[test]
fn what_is_not_known_is_said_and_never_invented() {
    let pages = read(&empty(), &unknown_office());
    assert_eq!(pages.len(), 4, "parts that say little share a sheet");
    let said = pages[..3].join("\n");
    assert_says(
        &pages[0],
        &["Non renseigné. Ce dossier ne dit pas encore : banque, montant demandé, durée demandée, taux et échéancier"],
    );
    assert_says(
        &said,
        &[
            "Le budget du ménage n’est pas encore établi.",
            "Le prêt n’est pas encore chiffré.",
            "Les critères ne sont pas encore évalués.",
            "L’avis n’est pas encore écrit.",
            "La décision de transmettre n’est pas encore notée.",
            "La liste des pièces sera jointe.",
            "transmettre ce dossier à la banque ……………………………",
            "en le disant au CCAS de Valbourg",
        ],
    );
    assert!(!said.contains('€'), "no amount is known: {said}");
    assert_eq!(lacks(&empty(), &unknown_office()).len(), 20);
    assert_eq!(lacks(&delmas(), &valbourg()), []);
    assert_eq!(lacks(&two(), &valbourg()), [Lack::CoBorrowerBirth, Lack::CoBorrowerEmployment, Lack::Registers]);
}

#[test]
fn a_budget_without_a_loan_in_view_stands_alone() {
    let mut file = delmas();
    let budget = file.budget.as_mut().unwrap();
    (budget.after, budget.stress) = (None, None);
    assert_eq!(lacks(&file, &valbourg()), [Lack::BudgetAfter]);
    assert_says(
        &whole(&file),
        &[
            "Reste à vivre par personne 339,53 € –",
            "Le prêt n’est pas encore chiffré.",
            "÷ 3 personnes, par mois 339,53 € 1 018,58 ÷ 3",
        ],
    );
}

#[test]
fn a_long_text_loses_nothing() {
    let pages = read(&long(), &valbourg());
    let said = pages.join(" ");
    let kept = said.matches("détours").count();
    let texts = 6_000 * (4 + 7) + 3_500;
    assert!(kept >= texts / 86, "{kept} of {}", texts / 86);
    assert_says(
        &said,
        &["voir sous le tableau", "Ce qui fonde les constats 1. Accès au crédit ordinaire : Un long récit"],
    );
    let mut file = delmas();
    file.criteria[0].ground = text("Une phrase.\nUne autre.");
    assert_says(&whole(&file), &["1. Accès au crédit ordinaire Rempli Une phrase. Une autre."]);
}

#[test]
fn the_file_answers_the_lenders_own_questions_and_says_what_leaves_as_missing() {
    let mut file = delmas();
    let question = |label: &str, answer: &str, required| BankFileQuestion {
        label: label.to_owned(),
        answer: answer.to_owned(),
        required,
    };
    file.questions = vec![
        question("La personne a-t-elle déjà un compte chez vous ?", "oui", true),
        question("Depuis quand ?", "", true),
    ];
    file.documents[0].standing = DocumentStanding::There("vérifiée".to_owned());
    file.documents[1].standing = DocumentStanding::Missing("en cours de renouvellement".to_owned());
    file.own_form = Some(domain::settings::OwnFormPlace::BeforeDocuments);
    assert_eq!(lacks(&file, &valbourg()), [Lack::Questions]);
    assert_says(
        &whole(&file),
        &[
            "La personne a-t-elle déjà un compte chez vous ? oui",
            "Depuis quand ? réponse attendue, pas encore donnée",
            "Vues au CCAS, non jointes N° Pièce De qui Datée du Vue le Pourquoi elle n’est pas jointe P1 Pièce d’identité",
            "P2 Justificatif de domicile Mme Delmas en cours de renouvellement",
            "Formulaire de la banque : rempli à part, placé ici, avant les pièces.",
        ],
    );
    file.own_form = Some(domain::settings::OwnFormPlace::First);
    assert_says(&read(&file, &valbourg())[0], &["Le formulaire de la banque, rempli à part, est en tête."]);
}

#[test]
fn what_later_work_brings_is_absent() {
    let said = whole(&delmas());
    for later in ["Pages", "Tenue du budget", "Pièces justificatives numérotées"] {
        assert!(!said.contains(later), "{later}");
    }
}

#[test]
fn the_bookmarks_are_the_parts_and_their_sections() {
    let file = lopdf::Document::load_mem(&render(&delmas(), &valbourg()).unwrap().bytes).unwrap();
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"PageMode").unwrap().as_name().unwrap(), b"UseOutlines");
    let follow = |id| file.get_dictionary(id).unwrap();
    let under = |from: &lopdf::Dictionary| {
        let mut titles = Vec::new();
        let mut next = from.get(b"First").and_then(lopdf::Object::as_reference).ok();
        while let Some(id) = next {
            titles.push((lopdf::decode_text_string(follow(id).get(b"Title").unwrap()).unwrap(), id));
            next = follow(id).get(b"Next").and_then(lopdf::Object::as_reference).ok();
        }
        titles
    };
    let tops = under(follow(catalog.get(b"Outlines").unwrap().as_reference().unwrap()));
    let parts = titles(&delmas());
    for part in &parts {
        assert!(tops.iter().any(|(title, _)| title == part), "{part}");
    }
    let (_, project) = tops.iter().find(|(title, _)| *title == parts[1]).unwrap();
    let inside: Vec<String> = under(follow(*project)).into_iter().map(|(title, _)| title).collect();
    assert_eq!(inside, ["Le projet", "Devis", "Aides sollicitées", "Garantie et conditions demandées"]);
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    for (name, file, head) in samples() {
        assert_eq!(render(&file, &head).unwrap(), render(&file.clone(), &head).unwrap(), "{name}");
    }
}

#[test]
fn characters_without_a_glyph_are_told_and_never_block() {
    let paper = render(&strange(), &valbourg()).unwrap();
    assert_eq!(paper.unprintable, ['א', 'ב', '字', '工', '漢', '\u{1f697}']);
    assert_says(&whole(&strange()), &["Łucja ?? ? Şahin-Kowalczyk ?? Đặng Ţîrlea"]);
}

#[test]
fn a_check_passed_over_is_told_with_its_reason() {
    let check = CheckPassedOver {
        label: "Durée au plus".to_owned(),
        state: "non remplie".to_owned(),
        reason: "La banque l’a accepté par écrit le 20 novembre.".to_owned(),
    };
    let text = whole(&BankFile { passed_over: vec![check], ..delmas() });
    assert_says(
        &text,
        &[
            "Vérifications non remplies, et pourquoi la demande est présentée",
            "Durée au plus non remplie La banque l’a accepté par écrit le 20 novembre.",
        ],
    );
    assert!(!whole(&delmas()).contains("Vérifications non remplies"));
}

#[test]
fn the_choice_of_the_person_and_its_reasons_are_told() {
    let choice = crate::papers::lender_comparison::ComparedChoice {
        on: day("2026-11-09"),
        lender: "Banque du Val".to_owned(),
        account: "compte alimenté de la mensualité".to_owned(),
        reasons: "garde son compte.".to_owned(),
    };
    let both = whole(&BankFile { choice: Some(choice.clone()), ..two() });
    assert_says(&both, &["Leur choix à deux, après explication : Banque du Val", "Leurs raisons : garde son compte."]);
    let text = whole(&BankFile { choice: Some(choice), ..delmas() });
    assert_says(
        &text,
        &[
            "Le choix de la personne, après explication : Banque du Val, compte alimenté de la mensualité, le 9 novembre \
           2026. Ses raisons : garde son compte.",
        ],
    );
}

#[test]
fn the_conditions_of_an_unlike_loan_are_named() {
    let base = two();
    let terms = LoanTerms {
        deferred: 2,
        interest_only: 1,
        interest_only_later: vec![13, 25],
        fee: euros("24"),
        fee_payment: domain::loan::FeePayment::Financed,
        first_period: domain::loan::FirstPeriod::MonthsAndDays,
        dates: Some(LoanDates { disbursed_on: day("2027-01-12"), first_due_on: day("2027-03-05"), debit_day: None }),
        ..base.loan.as_ref().unwrap().schedule.terms.clone()
    };
    let text = whole(&BankFile { loan: Some(loan(&terms)), ..base });
    assert_says(
        &text,
        &[
            "Différé 2 mois sans rien payer, puis 1 mois d’intérêts seuls, puis intérêts seuls aux mensualités 13 et 25",
            "Frais de dossier 24,00 €, prêtés en plus",
            "La première période compte ses mois entiers, puis ses jours en plus sur 365",
            "24,00 € de frais, prêtés en plus et compris dans les mensualités",
        ],
    );
}
