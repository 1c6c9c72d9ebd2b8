//! The sheet of the Delmas household, and what holds of every sheet.

use domain::budget::{StatementReview, StatementReviewId};
use domain::calendar::YearMonth;
use domain::household::Link;
use domain::loan::Rate;
use domain::person::Title;
use domain::settings::{BudgetRule, RulePeriod};
use proptest::prelude::*;

use super::*;
use crate::papers::reste_a_vivre::{marks, reading};
use crate::papers::worlds::{
    self, delmas, delmas_lines, delmas_with_loan, entered, forty_lines, member, named, sheet, valbourg,
};
use crate::papers::{LenderReading, LineRemark, SinceVersion};
use crate::raster::Pages;

fn printed(sheet: &BudgetSheet) -> Paper {
    render(sheet, &valbourg()).unwrap()
}

/// A text with its special spaces as plain ones.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// The text of every page.
fn read(paper: &Paper) -> Vec<String> {
    let pages = Pages::read(paper.bytes.clone()).unwrap();
    (0..pages.count()).map(|page| plain(&pages.text(page).unwrap())).collect()
}

#[test]
fn two_borrowers_read_it_again_together_and_each_signs() {
    let mut both = delmas();
    let karim = named(Title::Monsieur, "Karim", "Benali");
    both.borrowers = Borrowers::new(vec![both.person.clone(), karim]);
    let text = read(&printed(&both)).join(" ");
    assert!(text.contains("Mme Sonia Delmas et M. Karim Benali"), "{text}");
    assert!(
        text.contains("« Nous avons relu ces montants avec Samira Vauclerc ; ils correspondent à notre situation. »")
    );
    for place in ["Mme Sonia Delmas Date :  Signature :", "M. Karim Benali Date :  Signature :"] {
        assert_eq!(text.replace('\n', " ").matches(place).count(), 1, "{place} in {text}");
    }
    let alone = read(&printed(&delmas())).join(" ");
    assert!(alone.contains("J’ai relu") && alone.matches("Signature").count() == 1, "{alone}");
}

fn samples() -> Vec<(&'static str, BudgetSheet)> {
    let twelve = [("Aïcha", Link::Spouse), ("Łukasz Kowalczyk", Link::AdultChild), ("Gül Şahin", Link::Parent)];
    let mut members = vec![member("", Link::Applicant, None)];
    members.extend(twelve.map(|(name, link)| member(name, link, Some("1979-01-30"))));
    let years = ["2008", "2010", "2011", "2013", "2015", "2017", "2019", "2024"];
    let births: Vec<String> = years.iter().map(|year| format!("{year}-06-15")).collect();
    members.extend(births.iter().map(|born_on| member("Enfant", Link::Child, Some(born_on.as_str()))));
    let twelve = domain::household::Household::of(members).unwrap();
    let long = named(
        Title::Monsieur,
        "Jean-Christophe Maximilien Bartholomé",
        "de La Rochefoucauld-Montmorency d’Estaing de Saint-Symphorien-sur-Coise",
    );
    let alone = domain::household::Household::of(vec![member("", Link::Applicant, None)]).unwrap();
    let strange = named(Title::NotStated, "Łucja 漢字 \u{1f697}", "Şahin-Kowalczyk אב Đặng Ţîrlea Ньютон");
    let mut empty = sheet(named(Title::NotStated, "", "Inconnu"), alone.clone(), &[]);
    empty.housing = None;
    vec![
        ("delmas", delmas()),
        ("delmas-avec-pret", delmas_with_loan()),
        ("quarante-lignes", sheet(delmas().person, delmas().household, &forty_lines())),
        ("douze-personnes", sheet(long, twelve, &delmas_lines())),
        ("signes-rares", sheet(strange, alone, &[entered(worlds::INCOME, "Salaire net", "工資", "900")])),
        ("rien", empty),
    ]
}

#[test]
fn samples_are_left_for_the_checkers_outside() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../target/papers");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, sheet) in samples() {
        std::fs::write(folder.join(format!("fiche-{name}.pdf")), &*printed(&sheet).bytes).unwrap();
    }
}

#[test]
fn the_delmas_sheet_reads_as_it_was_agreed() {
    let pages = read(&printed(&delmas()));
    assert_eq!(pages.len(), 1, "the lines of the mockup fit one page");
    assert_eq!(pages[0].trim(), include_str!("tests/delmas.txt").trim());
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    for (name, sheet) in samples() {
        assert_eq!(printed(&sheet), printed(&sheet.clone()), "{name}");
    }
}

#[test]
fn other_facts_give_another_identifier() {
    let identifier = |paper: Paper| {
        let file = lopdf::Document::load_mem(&paper.bytes).unwrap();
        format!("{:?}", file.trailer.get(b"ID").unwrap())
    };
    let later = BudgetSheet { version: 3, ..delmas() };
    assert_ne!(identifier(printed(&delmas())), identifier(printed(&later)));
}

#[test]
fn forty_lines_go_on_to_a_second_page_from_their_charges() {
    let pages = read(&printed(&sheet(delmas().person, delmas().household, &forty_lines())));
    assert_eq!(pages.len(), 2);
    assert!(pages[1].starts_with("Ligne  Preuve  Calcul  € par mois\nCharges\n"), "{}", pages[1]);
    assert!(pages[0].contains("Ce qu’il reste pour vivre") && pages[0].contains("Total des ressources"));
    assert!(pages[0].ends_with("1/2") && pages[1].ends_with("2/2"), "every page says which it is, of how many");
}

/// Whatever the number of lines, what is signed is on the page of what it says.
#[test]
fn the_reste_a_vivre_and_the_signature_are_never_apart() {
    for count in 0..45 {
        let filler = (0..count).map(|_| entered(worlds::EXPENSE, "Autre charge", "", "1"));
        let pages = read(&printed(&sheet(delmas().person, delmas().household, &filler.collect::<Vec<_>>())));
        assert!(pages.len() <= 2, "{count} lines on {} sheets", pages.len());
        let on = |words: &str| pages.iter().position(|page| page.contains(words));
        assert_eq!(on("Reste pour le ménage"), on("Signature :"), "{count} lines");
        assert_eq!(on("Reste à vivre  € par mois"), on("Signature :"), "{count} lines");
        for page in &pages {
            let first = page.lines().nth(1).unwrap();
            assert!(!first.starts_with("Total"), "a total opens a page after {count} lines");
            assert!(!page.lines().rev().nth(1).unwrap().starts_with("Dettes"), "a heading ends a page");
        }
    }
}

#[test]
fn a_line_that_is_not_counted_says_why() {
    let pages = read(&printed(&sheet(delmas().person, delmas().household, &forty_lines())));
    let text = pages.join("\n");
    for row in [
        "Prime exceptionnelle (solde de tout compte), non compté : une seule fois  prouvé  800,00 € une fois  –",
        "(AEEH), non compté : règle du CCAS  prouvé  151,80 €  –",
        "Dépenses courantes, non comptées : ce que le reste à vivre doit payer",
        "Essence  déclaré  30,00 € × 52 / 12 = 130,00 €  –",
        "Total des dépenses courantes  645,50 €  –",
    ] {
        assert!(text.contains(row), "{row}\n{text}");
    }
}

#[test]
fn running_expenses_the_rule_counts_are_in_the_working() {
    let mut lines = delmas_lines();
    lines.push(worlds::Entered { counts: true, ..entered(worlds::RUNNING, "Alimentation", "", "300") });
    let text = read(&printed(&sheet(delmas().person, delmas().household, &lines))).join("\n");
    assert!(text.contains("Total des dépenses courantes comptées  300,00"));
    assert!(text.contains("− Dépenses courantes comptées  300,00"));
    assert!(text.contains("1 999,76 − 896,18 − 300,00 − 85,00"));
}

#[test]
fn what_the_sheet_lacks_is_said_on_it() {
    let (_, empty) = samples().pop().unwrap();
    let text = read(&printed(&empty)).join("\n");
    assert!(text.contains("Non renseigné : date de naissance, logement, ressources, charges."), "{text}");
    assert!(!text.contains("endettement"), "no income, no ratio");
    assert!(!read(&printed(&delmas())).join("\n").contains("Non renseigné"));
}

#[test]
fn half_shares_are_said_in_the_divisor() {
    let mut members = vec![member("", Link::Applicant, None), member("Lou", Link::ChildShared, Some("2019-01-01"))];
    members[1].share = domain::household::Share::Half;
    let household = domain::household::Household::of(members).unwrap();
    let text = read(&printed(&sheet(delmas().person, household, &delmas_lines()))).join("\n");
    assert!(text.contains("÷ 1,5 parts, par mois  679,05 €"), "{text}");
    assert!(text.contains("Ce qu’il reste pour vivre, par part et par mois"));
}

#[test]
fn a_loan_in_view_stands_beside_the_budget_of_today() {
    let pages = read(&printed(&delmas_with_loan()));
    assert_eq!(pages.len(), 1, "before and after fit one page");
    for row in [
        "avant le prêt, 11,16 € par jour",
        "avec le prêt, 9,87 € par jour",
        "50,07 €\nau-dessus du repère de 250 €",
        "Où va l’argent chaque mois, avec le prêt\nReste pour vivre900,22\n",
        "Ce prêt70,86\nDettes et retards45,00\nTrait : le repère, 750 € (3 × 250 €).",
        "Reste à vivre  Avant le prêt  Après le prêt",
        "− Charges (Transports −54,00 (la voiture remplace le bus) ;",
        "− Dettes (Plan d’apurement énergie −40,00 (soldé",
        "− Mensualité du microcrédit (2 400 € sur 36 mois à 4 %)  –  70,86",
        "= Reste pour le ménage  1 018,58  900,22",
        "÷ 3 personnes, par mois  339,53 €  300,07 €",
        "85,00 ÷ 1 999,76 = 4,25 % avant le prêt, 115,86 ÷ 1 999,76 = 5,79 % avec le prêt.",
    ] {
        assert!(pages[0].contains(row), "{row}\n{}", pages[0]);
    }
    assert!(!pages[0].contains("Assurance du véhicule  "), "what begins with the project is no line of today");
}

#[test]
fn without_a_threshold_no_capacity_is_worked_out() {
    let mut sheet = delmas_with_loan();
    sheet.after.as_mut().unwrap().rule.threshold = None;
    let text = read(&printed(&sheet)).join("\n");
    assert!(!text.contains("repère"), "{text}");
    assert!(text.contains("= 5,79 % avec le prêt"), "{text}");
    let marks = marks(&sheet.budget, sheet.after.as_ref()).unwrap();
    assert_eq!(plain(&marks[2].1), "non calculée : aucun repère");
}

#[test]
fn a_capacity_already_used_up_is_said_without_a_share() {
    let mut sheet = delmas_with_loan();
    sheet.after.as_mut().unwrap().rule.threshold = Some(worlds::euros("500"));
    let after = sheet.after.as_ref();
    let marks = marks(&sheet.budget, after).unwrap();
    assert_eq!(plain(&marks.last().unwrap().1), "0,00 € / mois");
    let reading = plain(&reading(&sheet.budget, after).unwrap()[1].text);
    assert!(reading.ends_with("celle du prêt est de 70,86 €."), "{reading}");
}

#[test]
fn running_expenses_counted_stand_on_both_sides() {
    let mut lines = worlds::delmas_project_lines();
    let fuel = worlds::Entered { counts: true, ..entered(worlds::RUNNING, "Essence", "", "0") };
    lines.push(fuel.becoming("60", ""));
    let text = read(&printed(&worlds::with_loan(&lines, worlds::delmas_terms(), Some("250")))).join("\n");
    assert!(text.contains("− Dépenses courantes comptées (Essence +60,00)  –  60,00"), "{text}");
    assert!(text.contains("280,07 €"), "{text}");
}

#[test]
fn characters_without_a_glyph_are_told_and_never_block() {
    let (_, strange) = samples().swap_remove(4);
    let paper = printed(&strange);
    assert_eq!(paper.unprintable, ['א', 'ב', '字', '工', '漢', '資', '\u{1f697}']);
    let text = read(&paper).join("\n");
    assert!(text.contains("Łucja ?? ? Şahin-Kowalczyk ?? Đặng Ţîrlea Ньютон"), "{text}");
    assert!(printed(&delmas()).unprintable.is_empty());
}

#[test]
fn a_word_longer_than_the_page_is_cut_and_nothing_is_lost() {
    let mut sheet = delmas();
    sheet.housing = Some("M".repeat(40_000));
    let pages = read(&printed(&sheet));
    let written: usize = pages.iter().map(|page| page.matches('M').count()).sum();
    assert!(written >= 40_000, "{written} of 40 000 letters on {} pages", pages.len());
}

#[test]
fn pictures_have_the_width_asked_for() {
    let pages = Pages::read(printed(&delmas()).bytes).unwrap();
    for width in [1, 400, 1_191] {
        let png = pages.png(0, width).unwrap();
        assert_eq!(png[16..20], width.to_be_bytes(), "the header of the picture says its width");
    }
    assert_eq!(pages.png(1, 400), Err(crate::raster::RasterError::NoSuchPage));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_text_stops_a_paper(
        first in "\\PC{0,60}",
        last in any::<String>(),
        detail in "[\\PC\u{202e}\u{200f}\u{0301}\u{0}\u{7f} ]{0,60}",
        office in any::<String>(),
        reference in any::<String>(),
    ) {
        let kept = |text: &str| text.chars().take(200).collect::<String>();
        let mut sheet = sheet(
            named(Title::NotStated, &kept(&first), &kept(&last)),
            delmas().household,
            &[entered(worlds::INCOME, &detail, &detail, "900")],
        );
        sheet.reference = reference;
        sheet.housing = Some(last);
        let mut head = valbourg();
        head.office.name = office.clone();
        head.office.advisor = office;
        let paper = render(&sheet, &head).unwrap();
        prop_assert!(lopdf::Document::load_mem(&paper.bytes).is_ok());
    }
}

/// What a bank's own rule, the statements, the comments, the months of the loan and version 1 say.
fn beside() -> BudgetBeside {
    let sheet = delmas_with_loan();
    let review = StatementReview {
        id: StatementReviewId(1),
        account: worlds::line("Compte courant"),
        bank: worlds::line("Banque du Val"),
        from: YearMonth::new(2026, 8),
        to: YearMonth::new(2026, 10),
        overdraft: Some(worlds::euros("150")),
        lowest: Some(worlds::euros("0").minus(worlds::euros("38,20")).unwrap()),
        days_overdrawn: Some(4),
        rejected: Some(0),
        fees: None,
        savings: Some(worlds::euros("250")),
        remark: worlds::line("salaire versé le 5"),
    };
    BudgetBeside {
        lender: Some(LenderReading {
            name: "Caisse des Deux Rives".to_owned(),
            rule: BudgetRule {
                threshold: Some(worlds::euros("10")),
                period: RulePeriod::Day,
                debt_ratio_max: Some(Rate::read("33").unwrap()),
                ..BudgetRule::default()
            },
            before: sheet.budget.clone(),
            after: sheet.after.map(|after| after.budget),
        }),
        during: vec!["Le mois le plus bas : février 2027, 300,07 €.".to_owned()],
        instalment: vec!["Elle est prélevée le 5.".to_owned()],
        statements: vec![review],
        remarks: vec![
            LineRemark {
                label: "Carburant".to_owned(),
                per_month: Some(worlds::euros("175")),
                usual: Some(worlds::euros("150")),
                comment: "trajets du soir.".to_owned(),
            },
            LineRemark {
                label: "Cantine".to_owned(),
                per_month: None,
                usual: None,
                comment: "deux enfants".to_owned(),
            },
        ],
        since: Some(SinceVersion {
            version: 1,
            established_on: worlds::day("2026-10-19"),
            changes: "Cantine et périscolaire : ajoutée (+88,00) ; Prime d’activité : corrigée (+16,76).".to_owned(),
            before: worlds::euros("363,27"),
        }),
    }
}

#[test]
fn the_rule_of_the_bank_stands_beside_that_of_the_office() {
    let paper = printed(&BudgetSheet { beside: beside(), ..delmas_with_loan() });
    let text = worlds::read(&paper).join("\n");
    worlds::assert_says(
        &text,
        &[
            "Deux règles. CCAS de Valbourg : 339,53 € avant, 300,07 € avec le prêt, divisé par 3 personnes ; demandé : \
             250 € par personne.",
            "Caisse des Deux Rives : 11,16 €/jour avant, 9,87 €/jour avec le prêt, divisé par 3 personnes ; demandé : \
             10 € par jour et par personne, endettement de 33 % au plus.",
        ],
    );
}

#[test]
fn what_stands_beside_a_budget_is_told_line_by_line() {
    let paper = printed(&BudgetSheet { beside: beside(), ..delmas_with_loan() });
    worlds::leave_samples("fiche", [("delmas-complete", paper.clone())]);
    let text = worlds::read(&paper).join("\n");
    worlds::assert_says(
        &text,
        &[
            "Relevés. Compte courant, Banque du Val (08/2026 à 10/2026) : 4 jours à découvert (autorisé : 150,00 €), \
             0 rejet, solde le plus bas −38,20 €, épargne 250,00 €. Salaire versé le 5.",
            "Lignes à expliquer. Carburant, 175,00 € par mois (usage local : 150,00 € au plus) : trajets du soir. \
             Cantine : deux enfants.",
            "Pendant le prêt. Le mois le plus bas : février 2027, 300,07 €.",
            "Depuis la version 1 (19 octobre 2026). Cantine et périscolaire : ajoutée (+88,00)",
            "Reste à vivre avant le prêt : 363,27 €, devenu 339,53 €.",
        ],
    );
}

#[test]
fn a_rule_says_the_debt_ratio_it_asks() {
    let mut sheet = delmas_with_loan();
    let after = sheet.after.as_mut().unwrap();
    after.rule.debt_ratio_max = Some(Rate::read("33").unwrap());
    let text = worlds::read(&printed(&sheet)).join("\n");
    worlds::assert_says(&text, &["= 5,79 % (33 % au plus) avec le prêt"]);
}

#[test]
fn the_account_a_bank_asks_for_is_taken_off_and_named() {
    let mut sheet = delmas_with_loan();
    let after = sheet.after.as_mut().unwrap();
    after.budget.account = worlds::euros("2,10");
    let text = worlds::read(&printed(&sheet)).join("\n");
    worlds::assert_says(
        &text,
        &["− Compte demandé par la banque (compris dans le TAEG) – 2,10", "avec le prêt, 9,87 € par jour"],
    );
}

#[test]
fn twenty_six_lines_and_what_stands_beside_them_fit_one_page() {
    let BudgetBeside { during, since, statements, .. } = beside();
    let beside = BudgetBeside { during, since, statements, ..BudgetBeside::default() };
    let lines = (0..26).map(|number| match number {
        0..=20 => entered(worlds::EXPENSE, "Autre charge", "", "12,30"),
        _ => entered(worlds::DEBT, "Dette de loyer", "plan", "30").owing("540", "2028-05"),
    });
    let long = worlds::with_loan(&lines.collect::<Vec<_>>(), worlds::delmas_terms(), Some("250"));
    for (name, sheet) in [("delmas-maquette", delmas_with_loan()), ("vingt-six-lignes", long)] {
        let paper = printed(&BudgetSheet { beside: beside.clone(), ..sheet });
        worlds::leave_samples("fiche", [(name, paper.clone())]);
        assert_eq!(worlds::read(&paper).len(), 1, "{name}: statements, months of the loan and what changed with it");
    }
}
