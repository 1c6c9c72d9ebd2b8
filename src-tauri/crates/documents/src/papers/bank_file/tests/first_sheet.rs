//! The first sheet, which a committee votes on, and the answer form of the bank.

use super::worlds::{delmas, difficult, valbourg};
use super::*;

#[test]
fn the_first_sheet_of_the_delmas_file_is_the_page_a_committee_votes_on() {
    let pages = read(&delmas(), &valbourg());
    assert_eq!(pages.len(), 9, "the synthesis, six parts of one sheet each, the documents, the answer of the bank");
    assert_says(
        &pages[0],
        &[
            "Confidentiel Référence VB-2026-0147 transmis le 27 novembre 2026",
            "Mme Sonia Delmas · pour la Banque du Val, M. Joël Astier · réponse demandée avant le 18 décembre 2026",
            "2 400 € demandés sur 3 050 €",
            "36 mois du 05/02/2027 au 05/01/2030",
            "70,86 € par mois (dernière : 70,77)",
            "4,00 % taux fixe, TAEG 4,07 %",
            "150,87 € coût total, rendu si tout est payé à l’heure",
            "Favorable avis de la référente ; décision prise",
            "Mme Delmas, 34 ans, et ses deux enfants de 9 et 6 ans, à charge. Séparée, aide à domicile",
            "Achat d’un véhicule d’occasion, pour février 2027.",
            "Qui paie les 3 050 €",
            "Garantie : Fonds de cohésion sociale, 50 %.",
            "repère : 750 € (3 × 250)",
            "Reste à vivre par personne 339,53 € 300,07 €",
            "Endettement (dettes ÷ 1 999,76) 4,25 % 5,79 %",
            "Marge sur le repère de 250 € +89,53 € +50,07 €",
            // Read without spaces between what stands apart on a line.
            "Salaire en baisse de 10 %266,33+16,33 Imprévu de 40 € par mois286,74+36,74",
            "Sans pension alimentaire reçue226,74−23,26 Crédit renouvelable fini (02/2028)315,07+65,07",
            "Le repère est atteint si les ressources baissent de 150,22 € par mois (7,5 %).",
            "Les sept critères Accès au crédit rempli Public rempli Reste à vivre 50,07 € de marge Fichiers aucun",
            "FICP, incidents de crédit pas d’inscription 09/11/2026",
            "Compte courant : 0 jour à découvert, 0 rejet. Solde le plus bas 12,40 €",
            "Première présentation à une banque.",
            "Décision du CCAS. La commission interne du CCAS décide de transmettre, le 26/11/2026. À l’unanimité.",
            "Votre interlocutrice. Nadia Ferrand, 05 36 49 00 15",
        ],
    );
    assert!(!pages[0].contains("À lire avant de voter"), "nothing weighs against it: {}", pages[0]);
    assert!(!pages[0].contains("Non renseigné"), "nothing lacks: {:?}", lacks(&delmas(), &valbourg()));
}

#[test]
fn the_first_sheet_and_the_answer_are_one_page_each_whatever_the_file() {
    for (name, file, head) in samples() {
        let pages = read(&file, &head);
        assert!(pages[1].starts_with("1. "), "{name}: the first part begins on the second sheet: {}", pages[1]);
        let answers = pages.iter().filter(|page| page.contains("1. La décision")).count();
        assert!(answers == 1 && pages.last().unwrap().contains("Réponse de la banque"), "{name}");
        assert!(pages.last().unwrap().contains("Reçu par"), "{name}: signed on the same sheet");
    }
}

#[test]
fn what_weighs_against_the_request_is_told_first_and_the_rest_is_sent_to_its_part() {
    let pages = read(&difficult(), &valbourg());
    assert_says(
        &pages[0],
        &[
            "À lire avant de voter : quatre faits qui pèsent contre, ou qui se contredisent 1. FICP : M. Benali est inscrit.",
            "Le FICP ne peut pas, à lui seul, motiver un refus (loi n° 2005-32, art. 80).",
            "Marge sur le repère de 250 € +89,53 € −7,11 €",
            "Mensualité qui tiendrait le repère : 221,08 €.",
            "Déjà présenté : ce qui a changé depuis Crédit solidaire du Val, le 3 mars 2026 : refus le 20 mars 2026 : \
             « capacité de remboursement insuffisante ». Depuis : prêt de 3 800 à 2 400 €",
            "(suite p. ",
        ],
    );
    let mut many = difficult();
    many.alerts = many.alerts.iter().cycle().take(12).cloned().collect();
    let pages = read(&many, &valbourg());
    let assessment = pages.iter().position(|page| page.starts_with("5. Évaluation")).unwrap();
    assert_says(&pages[0], &[&format!("et 8 autres faits, p. {}.", assessment + 1)]);
    let told = pages[assessment].matches("Le devis retenu (citadine essence").count();
    assert!(told == 3, "all of them are there: {}", pages[assessment]);
    let mut same = difficult();
    same.earlier[0].changed = Some(Vec::new());
    assert_says(&read(&same, &valbourg())[0], &["Rien n’a changé depuis."]);
}

#[test]
fn no_letter_of_the_first_sheet_is_under_eight_points_but_those_of_the_foot() {
    for file in [delmas(), difficult()] {
        let made = lopdf::Document::load_mem(&render(&file, &valbourg()).unwrap().bytes).unwrap();
        let first = made.page_iter().next().unwrap();
        let content = lopdf::content::Content::decode(&made.get_page_content(first)).unwrap();
        let sizes =
            content.operations.iter().filter(|one| one.operator == "Tf").map(|one| one.operands[1].as_float().unwrap());
        let small: Vec<f32> = sizes.filter(|size| *size < 7.99).collect();
        assert!(small.iter().all(|size| *size > 7.79) && small.len() <= 2, "{small:?}");
    }
}

#[test]
fn the_answer_of_the_bank_is_filled_in_and_asks_for_reasons_only_where_that_was_agreed_to() {
    let form = read(&delmas(), &valbourg()).pop().unwrap();
    assert_says(
        &form,
        &[
            "Mme Sonia Delmas, née le 17 mai 1992",
            "À retourner avant le 18 décembre 2026 à Nadia Ferrand, CCAS de Valbourg",
            "Ce que nous demandons 2 400,00 € 36 mois 4,00 % · 4,07 % 70,86 € 150,87 €",
            "versement au vendeur : Garage des Halles",
            "versement à l’emprunteuse, sur facture",
            "capacité de remboursement insuffisante",
            "elle n’est donc pas dans cette liste",
            "Un autre montant ou une autre durée pourrait être étudié :",
            "Pour la Banque du Val",
            "Mme Delmas a accepté par écrit, le 24 novembre 2026, que la banque communique au CCAS sa décision et son motif.",
        ],
    );
    let silent = read(&BankFile { consented_on: None, ..delmas() }, &valbourg()).pop().unwrap();
    assert_says(
        &silent,
        &["Aucun accord écrit n’est noté pour que le motif soit communiqué au CCAS : merci de l’écrire à Mme Delmas."],
    );
    assert!(!silent.contains("capacité de remboursement") && !silent.contains("a accepté"), "{silent}");
}
