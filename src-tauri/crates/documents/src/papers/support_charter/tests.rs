//! The charter of Sonia Delmas, and what holds of every charter.

use domain::letter::{LetterField, TextKind, parse, write, write_on};
use domain::line::Line;
use domain::loan::{LoanDates, LoanTerms, Rate, schedule, taeg};
use domain::money::Euros;
use domain::person::{Person, Title};
use domain::settings::{OfficeIdentity, RefundBase, RefundCondition, RefundMoment};
use proptest::prelude::*;

use super::*;
use crate::raster::Pages;

fn valbourg() -> Letterhead {
    Letterhead::from(OfficeIdentity {
        name: "CCAS de Valbourg".to_owned(),
        advisor: "Nadia Ferrand".to_owned(),
        advisor_title: Title::Madame,
        address: "4 place de la Fontaine, 99120 Valbourg".to_owned(),
        phone: "05\u{a0}36\u{a0}49\u{a0}00\u{a0}12".to_owned(),
        advisor_role: "conseillère en économie sociale et familiale".to_owned(),
        advisor_phone: "05\u{a0}36\u{a0}49\u{a0}00\u{a0}15".to_owned(),
        email: "microcredit@ccas-valbourg.example".to_owned(),
        presence: "le mardi et le jeudi matin".to_owned(),
        data_contact: "dpo@ccas-valbourg.example".to_owned(),
        town: "Valbourg".to_owned(),
        ..OfficeIdentity::default()
    })
}

fn unknown_office() -> Letterhead {
    Letterhead::from(OfficeIdentity { name: "CCAS de Valbourg".to_owned(), ..OfficeIdentity::default() })
}

fn terms() -> LoanTerms {
    LoanTerms {
        dates: Some(LoanDates {
            disbursed_on: "2027-01-05".parse().unwrap(),
            first_due_on: "2027-02-05".parse().unwrap(),
            debit_day: None,
        }),
        ..LoanTerms::of(Euros::read("2400").unwrap(), Rate::read("4").unwrap(), 36)
    }
}

fn loan(terms: &LoanTerms) -> CharterLoan {
    let schedule = schedule(terms).unwrap();
    let taeg = taeg(&schedule).ok();
    let conditions = "Ni frais de dossier, ni caution d’un tiers.".to_owned();
    CharterLoan { schedule, taeg, stated: StatedFigures::default(), conditions }
}

fn borrower(title: Title, name: &str) -> Person {
    let (first, last) = name.split_once(' ').unwrap_or(("", name));
    let line = |text: &str| Line::read(text).unwrap_or_default();
    Person { title, ..Person::named(line(last), line(first)) }
}

fn step(when: &str, how: &str, purpose: &str) -> CharterStep {
    CharterStep { when: when.to_owned(), how: how.to_owned(), purpose: purpose.to_owned() }
}

fn refund() -> RefundPolicy {
    RefundPolicy {
        moment: RefundMoment::End,
        base: RefundBase::Interest,
        share_percent: 100,
        condition: RefundCondition::FullyRepaidNoLateInstalment,
        payer: Line::read("le CCAS").unwrap(),
        decided_by: Line::read("la commission du CCAS").unwrap(),
        resolution: Line::read("délibération n° 2025-018 du 20 mars 2025").unwrap(),
        postponed_is_late: false,
        major_from_missed: None,
        yearly_envelope: None,
        charged_to: Line::default(),
        ordered_by: Line::default(),
    }
}

fn delmas() -> SupportCharter {
    let call = "appel de votre référente";
    SupportCharter {
        reference: "VB-2026-0147".to_owned(),
        established_on: "2026-12-16".parse().unwrap(),
        kind: CharterKind::Tripartite,
        borrowers: Borrowers::new(vec![borrower(Title::Madame, "Sonia Delmas")]),
        referent: None,
        project: "achat d’un véhicule d’occasion".to_owned(),
        loan: Some(loan(&terms())),
        lender: CharterLender {
            name: "Banque du Val".to_owned(),
            contact: "M.\u{a0}Joël Astier".to_owned(),
            contact_role: "conseiller microcrédit".to_owned(),
            phone: "05\u{a0}36\u{a0}49\u{a0}00\u{a0}40".to_owned(),
            convention_on: "2025-03-03".parse().ok(),
        },
        steps: vec![
            step("Dans le mois du versement (janvier 2027)", call, "vérifier l’achat et la première mensualité"),
            step("Tous les trois mois, la première année", call, "faire le point, sans papier à fournir"),
            step("À mi-parcours (juillet 2028)", "rendez-vous au CCAS", "revoir le budget ensemble"),
            step("Trois mois avant la fin (octobre 2029)", call, "préparer la fin du prêt"),
            step("Après la dernière mensualité", "rendez-vous au CCAS", "bilan, et remboursement des intérêts"),
        ],
        rules: CharterRules {
            answer_working_days: Some(2),
            lender_alert_days: Some(5),
            lender_alerts_office: true,
            warning_days: Some(8),
            deferrals: Some(2),
            deferral_terms: String::new(),
            incident: Some(IncidentRule { instalments: 2, days: 30 }),
        },
        refund: Some(refund()),
        data: DataNotice {
            kept_for: "deux ans".to_owned(),
            legal_basis: "l’article 80 de la loi n° 2005-32 du 18 janvier 2005".to_owned(),
        },
        signed_on: "2026-12-16".parse().ok(),
    }
}

fn empty() -> SupportCharter {
    SupportCharter {
        reference: "VB-2026-0148".to_owned(),
        borrowers: Borrowers::new(vec![borrower(Title::NotStated, "")]),
        project: String::new(),
        loan: None,
        lender: CharterLender::default(),
        steps: Vec::new(),
        rules: CharterRules::default(),
        refund: None,
        data: DataNotice::default(),
        signed_on: None,
        ..delmas()
    }
}

fn two() -> SupportCharter {
    let both = vec![borrower(Title::Madame, "Sonia Delmas"), borrower(Title::Monsieur, "Karim Benali")];
    SupportCharter { borrowers: Borrowers::new(both), ..delmas() }
}

fn followed_elsewhere() -> SupportCharter {
    let referent = OtherReferent {
        name: "Claire Odin".to_owned(),
        organisation: "Mission locale".to_owned(),
        reach: "05\u{a0}36\u{a0}49\u{a0}00\u{a0}31".to_owned(),
    };
    SupportCharter { referent: Some(referent), ..delmas() }
}

fn samples() -> Vec<(&'static str, SupportCharter, Letterhead)> {
    let of_two = |charter| SupportCharter { kind: CharterKind::Bipartite, ..charter };
    vec![
        ("tripartite", delmas(), valbourg()),
        ("bipartite", of_two(delmas()), valbourg()),
        ("tripartite-deux-emprunteurs", two(), valbourg()),
        ("bipartite-deux-emprunteurs", of_two(two()), valbourg()),
        ("referent-ailleurs", followed_elsewhere(), valbourg()),
        ("rien", empty(), unknown_office()),
        ("bipartite-rien", of_two(empty()), unknown_office()),
    ]
}

/// The delivered text, filled; its missing fields are left to be written.
fn delivered(charter: &SupportCharter, head: &Letterhead) -> CharterText {
    let file = include_str!("../../../../../../assets/settings/letters.json");
    let file: serde_json::Value = serde_json::from_str(file).unwrap();
    let entry = file["entries"].as_array().unwrap().iter().find(|entry| entry["key"] == "support_charter").unwrap();
    let version = &entry["versions"][0];
    let body: Vec<&str> = version["body"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    filled(version["about"].as_str().unwrap(), &body.join("\n"), charter, head)
}

fn filled(title: &str, body: &str, charter: &SupportCharter, head: &Letterhead) -> CharterText {
    let values = values(charter, head).unwrap();
    let parsed = |text| parse(text, TextKind::Charter).unwrap();
    CharterText { title: write_on(&parsed(title), &values), body: write(&parsed(body), &values) }
}

fn printed(charter: &SupportCharter, head: &Letterhead) -> Paper {
    render(charter, &delivered(charter, head), head).unwrap()
}

/// The text of every page, its special spaces as plain ones and its lines as one.
fn read(charter: &SupportCharter, head: &Letterhead) -> Vec<String> {
    let pages = Pages::read(printed(charter, head).bytes).unwrap();
    let plain =
        |text: String| text.replace(['\u{a0}', '\u{202f}'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    (0..pages.count()).map(|page| plain(pages.text(page).unwrap())).collect()
}

fn text(charter: &SupportCharter) -> String {
    read(charter, &valbourg()).join("\n")
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
    for (name, charter, head) in samples() {
        let paper = printed(&charter, &head);
        assert_eq!(paper, printed(&charter, &head), "the same facts give the same bytes: {name}");
        std::fs::write(folder.join(format!("charte-{name}.pdf")), &*paper.bytes).unwrap();
    }
}

#[test]
fn every_charter_is_two_sheets_the_second_from_the_follow_up_on() {
    for (name, charter, head) in samples() {
        let pages = read(&charter, &head);
        assert_eq!(pages.len(), 2, "{name}");
        assert!(pages[1].starts_with("5. Les rendez-vous du suivi"), "{name}: {}", pages[1]);
        assert!(pages[1].ends_with("2/2"), "{name}");
    }
}

#[test]
fn the_loan_is_said_as_it_was_granted() {
    assert_says(
        &text(&delmas()),
        &[
            "Projet achat d’un véhicule d’occasion Banque Banque du Val",
            "2 400,00 € Taux fixe 4,00 %",
            "36 mois TAEG 4,07 %",
            "Mensualité, le 5 du mois 70,86 € Coût total du crédit 150,87 €",
            "05/02/2027 Dernière mensualité 05/01/2030",
            "La dernière mensualité est de 70,77 €. Ni frais de dossier",
            "avoir 70,86 € sur votre compte le 5 de chaque mois",
        ],
    );
}

#[test]
fn the_day_to_have_the_money_is_that_of_the_debits_and_the_first_one_is_told_apart() {
    let dates = LoanDates {
        disbursed_on: "2026-12-10".parse().unwrap(),
        first_due_on: "2027-01-10".parse().unwrap(),
        debit_day: Some(5),
    };
    let terms = LoanTerms { dates: Some(dates), ..terms() };
    let said = text(&SupportCharter { loan: Some(loan(&terms)), ..delmas() });
    assert_says(
        &said,
        &["sur votre compte le 5 de chaque mois, le 10 janvier 2027 la première fois ;", "Mensualité, le 5 du mois"],
    );
}

#[test]
fn the_words_agree_with_who_borrows() {
    let with = |borrowers| text(&SupportCharter { borrowers: Borrowers::new(borrowers), ..delmas() });
    let (she, he) = (borrower(Title::Madame, "Sonia Delmas"), borrower(Title::Monsieur, "Karim Benali"));
    let alone = |one: &Person| with(vec![one.clone()]);
    assert_says(&alone(&she), &["L’emprunteuse : Mme Sonia Delmas"]);
    assert_says(&alone(&he), &["L’emprunteur : M. Karim Benali"]);
    let text = with(vec![she, he]);
    assert_says(&text, &["de Mme Sonia Delmas et M. Karim Benali", "L’emprunteuse", "Le co-emprunteur"]);
    assert_says(&text, &["à quatre signatures", "Elle est faite en quatre exemplaires"]);
}

#[test]
fn a_charter_already_signed_says_so_and_leaves_no_place_to_sign() {
    let signed = text(&delmas());
    assert_says(&signed, &["Charte signée le 16 décembre 2026.", "L’emprunteuse : Mme Sonia Delmas"]);
    assert!(!signed.contains("Fait à") && !signed.contains("Chaque signataire reçoit le sien"), "{signed}");
    let blank = text(&SupportCharter { signed_on: None, ..delmas() });
    assert_says(&blank, &["Fait à", "Chaque signataire reçoit le sien"]);
    assert!(!blank.contains("Charte signée"), "{blank}");
}

#[test]
fn the_words_agree_with_the_adviser() {
    let with = |advisor_title| {
        let office = OfficeIdentity { advisor_title, ..valbourg().office };
        read(&delmas(), &Letterhead::from(office)).join("\n")
    };
    assert_says(&with(Title::Madame), &["Votre référente est Nadia", "C’est elle qui", "Mme Nadia Ferrand, référente"]);
    assert_says(&with(Title::Monsieur), &["Votre référent est Nadia", "C’est lui qui"]);
    assert_says(&with(Title::NotStated), &["Votre référent(e) est Nadia", "C’est cette personne qui"]);
}

#[test]
fn the_one_person_to_talk_to_may_be_of_another_office() {
    let said = text(&followed_elsewhere());
    assert_says(
        &said,
        &[
            "Votre référent(e) est Claire Odin, Mission locale : 05 36 49 00 31.",
            "qui touche au prêt, avec Nadia Ferrand, 05 36 49 00 15, au CCAS.",
            "prévenir votre référent(e) tôt",
            "Mme Nadia Ferrand, conseillère en économie sociale et familiale",
        ],
    );
    assert!(!said.contains("Votre référente est"), "{said}");
    assert_eq!(lacks(&followed_elsewhere(), &valbourg()), []);
    let mut unreached = followed_elsewhere();
    unreached.referent.as_mut().unwrap().reach.clear();
    assert_eq!(lacks(&unreached, &valbourg()), []);
    assert_eq!(delivered(&unreached, &valbourg()).body.missing, [LetterField::CharterReferentPhone]);
}

#[test]
fn an_office_of_another_name_is_called_by_its_own() {
    let of = |name: &str| {
        let office = OfficeIdentity { name: name.to_owned(), ..valbourg().office };
        read(&delmas(), &Letterhead::from(office)).join(" ")
    };
    let other = of("CIAS du Haut-Pays");
    assert_says(&other, &["Le CIAS s’engage à", "rendez-vous au CIAS", "Le CIAS vous rembourse", "l’accueil du CIAS"]);
    assert!(!other.contains("CCAS "), "{other}");
    assert_says(
        &of("Maison des solidarités"),
        &["La Maison des solidarités s’engage à", "à la Maison des solidarités"],
    );
    assert_says(&of("Centre communal d’action sociale de Valbourg"), &["Le CCAS s’engage à"]);
}

#[test]
fn a_lender_that_does_not_sign_is_reminded_of_its_convention_or_only_named() {
    let two = SupportCharter { kind: CharterKind::Bipartite, ..delmas() };
    let said = text(&two);
    assert_says(
        &said,
        &[
            "à deux signatures",
            "Par la convention conclue avec le CCAS le 3 mars 2025, elle a accepté de vous joindre sous 5 jours \
             lorsqu’une mensualité n’est pas payée, d’avertir aussitôt votre référente et de reporter deux mensualités \
             au plus. Votre contact",
        ],
    );
    assert!(!said.contains("Pour la banque"));
    let rules = CharterRules { incident: two.rules.incident, ..CharterRules::default() };
    let said = text(&SupportCharter { rules, ..two.clone() });
    assert_says(&said, &["Elle a conclu une convention avec le CCAS le 3 mars 2025. Votre contact"]);
    for never_said in ["elle a accepté", "pénalité", "exiger", "avertit"] {
        assert!(!said.contains(never_said), "{never_said}: nothing that was not entered of the convention");
    }
    let lender = CharterLender { convention_on: None, ..two.lender.clone() };
    let said = text(&SupportCharter { lender, ..two });
    assert_says(&said, &["4. Votre contact à la banque La banque ne signe pas cette charte. Votre contact"]);
    assert!(!said.contains("elle a accepté"), "nothing a convention does not say");
}

#[test]
fn names_elide_and_the_legal_basis_is_a_sentence() {
    let mut odette = delmas();
    odette.borrowers = Borrowers::new(vec![borrower(Title::NotStated, "Odette Tournebise")]);
    assert_says(
        &text(&odette),
        &["Microcrédit personnel d’Odette Tournebise", "La base légale est l’article 80 de la loi n° 2005-32"],
    );
}

#[test]
fn without_a_refund_its_part_is_left_out_and_the_next_ones_move_up() {
    let said = text(&delmas());
    assert_says(&said, &["7. Le CCAS vous rembourse les intérêts", "soit au plus 150,87 €", "9. Durée de la charte"]);
    let said = text(&SupportCharter { refund: None, ..delmas() });
    assert_says(&said, &["7. Vos informations personnelles", "8. Durée de la charte"]);
    assert!(!said.contains("rembourse les intérêts"));
}

#[test]
fn the_refund_is_said_as_the_resolution_fixes_it() {
    let said = |policy| text(&SupportCharter { refund: Some(policy), ..delmas() });
    let half = RefundPolicy { share_percent: 50, condition: RefundCondition::FullyRepaid, ..refund() };
    assert_says(
        &said(half),
        &[
            "Quand vous aurez remboursé tout le prêt, le CCAS vous rembourse la moitié des intérêts payés, soit au plus 75,44 €.",
        ],
    );
    let start = RefundPolicy { moment: RefundMoment::Start, ..refund() };
    let start = said(start);
    assert_says(
        &start,
        &["Le CCAS vous verse 150,87 € dans le mois du versement du prêt. Règle fixée par la délibération"],
    );
    assert!(!start.contains("relevé d’identité bancaire"));
    let one = RefundPolicy { base: RefundBase::OneInstalment, condition: RefundCondition::NoMajorIncident, ..refund() };
    assert_says(
        &said(one),
        &["7. Le CCAS vous rembourse une mensualité", "sans incident qui ait conduit à y mettre fin", "soit 70,86 €."],
    );
}

#[test]
fn a_rule_that_is_not_set_is_not_invented() {
    let said = text(&SupportCharter { rules: CharterRules::default(), ..delmas() });
    for absent in ["jusqu’à", "FICP", "jours ouvrés"] {
        assert!(!said.replace("jusqu’à la", "").contains(absent), "{absent}");
    }
    assert_says(&said, &["vous joindre sous ………… jours", "Une mensualité peut être reportée. La demande se fait"]);
    let never = CharterRules { deferrals: Some(0), ..delmas().rules };
    let said = text(&SupportCharter { rules: never, ..delmas() });
    assert!(!said.contains("peut être reportée"));
}

#[test]
fn what_is_missing_is_told_and_left_to_be_written() {
    assert_eq!(lacks(&delmas(), &valbourg()), []);
    let lacking = lacks(&empty(), &unknown_office());
    assert_eq!(lacking.len(), 6, "{lacking:?}");
    assert_eq!(delivered(&delmas(), &valbourg()).body.missing, []);
    let missing = delivered(&empty(), &unknown_office()).body.missing;
    assert_eq!(missing.len(), 6, "{missing:?}");
    let said = read(&empty(), &unknown_office()).join("\n");
    assert_says(&said, &["Fait à ……………………………, le ……………………,", "Votre référent(e) est ……………………………", "TAEG …………"]);
    let undated = LoanTerms { dates: None, ..terms() };
    let charter = SupportCharter { loan: Some(loan(&undated)), ..delmas() };
    assert_eq!(lacks(&charter, &valbourg()), [Lack::Dates]);
}

#[test]
fn the_office_writes_its_own_parts_and_the_meetings_stand_where_it_puts_them() {
    let body = "Bonjour.\n# Nos rendez-vous\n{tableau du suivi}\n# Clauses votées\n- **Atelier budget** : une fois l’an, \
                avec {référent unique}.";
    let text = filled("contrat d’accompagnement", body, &delmas(), &valbourg());
    let paper = render(&delmas(), &text, &valbourg()).unwrap();
    let pages = Pages::read(paper.bytes).unwrap();
    let said: Vec<String> = (0..pages.count()).map(|page| pages.text(page).unwrap()).collect();
    let said = said.join(" ").replace(['\u{a0}', '\u{202f}'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert_says(
        &said,
        &[
            "Contrat d’accompagnement",
            "Bonjour. Le prêt en bref",
            "1. Nos rendez-vous Quand Comment Pour quoi faire",
            "2. Clauses votées • Atelier budget : une fois l’an, avec Nadia Ferrand.",
            "Charte signée le 16 décembre 2026.",
        ],
    );
}

#[test]
fn unlike_instalments_and_fees_are_said() {
    let other = LoanTerms { interest_only: 2, fee: Euros::read("30").unwrap(), ..terms() };
    let said = text(&SupportCharter { loan: Some(loan(&other)), ..delmas() });
    assert_says(&said, &["Les 2 premières mensualités sont de 8,00 €", "Frais de dossier : 30,00 €, compris"]);
}

#[test]
fn its_parts_are_bookmarks() {
    let bytes = printed(&delmas(), &valbourg()).bytes;
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let titles: Vec<String> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok().filter(|item| item.has(b"Dest"))?.get(b"Title").ok())
        .map(|title| lopdf::decode_text_string(title).unwrap())
        .collect();
    assert_eq!(titles.len(), 10, "{titles:?}");
    assert_eq!((titles[0].as_str(), titles[9].as_str()), ("Le prêt en bref", "9. Durée de la charte"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn no_text_stops_a_charter(name in "\\PC{0,300}", any in any::<String>(), when in "\\PC{0,300}", sum in 1..5_000_000_i64) {
        let mut charter = SupportCharter {
            borrowers: Borrowers::new(vec![borrower(Title::NotStated, &name); 2]),
            ..delmas()
        };
        charter.project = any.clone();
        charter.lender = CharterLender { name: any.clone(), contact: name.clone(), ..charter.lender };
        charter.steps = vec![step(&when, &any, &name); 12];
        charter.data.legal_basis = any;
        charter.loan = Some(loan(&LoanTerms { amount: Euros::from_cents(sum).unwrap(), ..terms() }));
        let paper = printed(&charter, &valbourg());
        prop_assert!(lopdf::Document::load_mem(&paper.bytes).is_ok());
    }
}
