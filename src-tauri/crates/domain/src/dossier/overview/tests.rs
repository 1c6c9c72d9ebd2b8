//! Each moment of a dossier in its sentence, its act, and what lacks.

use super::*;
use crate::arrears::tests::{noted, said, settings as settings_of_arrears, tessoreau};
use crate::assessment::{RegisterAnswer, Registers};
use crate::dossier::tests::deeds::{Deed, LENDER, OTHER, day};
use crate::dossier::tests::{dossier, settings};
use crate::dossier::{Direction, Event};
use crate::household::{Household, Link, Member, MemberId};
use crate::settings::ListKey;

fn requirement(key: &str, must: bool, done: bool) -> Requirement {
    Requirement { key: key.to_owned(), label: key.to_owned(), note: "à voir".to_owned(), done, must }
}

/// The page `days` after 9 November 2026.
fn page(dossier: &Dossier, days: u32, requirements: &[Requirement]) -> Overview {
    let settings = settings();
    let at = Situation {
        settings: &settings,
        today: day(days),
        requirements,
        lender: "Banque du Val",
        to_bring: 9,
        list_given: false,
        session_on: Some(day(17)),
        sent_by: "",
    };
    overview(dossier, &at).unwrap()
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn keys(page: &Overview) -> Vec<&str> {
    page.lines.iter().map(|line| line.key.as_str()).collect()
}

#[test]
fn the_first_call_asks_for_an_appointment_and_says_what_the_interview_will_ask() {
    let page = page(&dossier(&[]), 1, &[requirement("budget", true, false), requirement("opinion", true, false)]);
    assert_eq!(page.sentence, "Demande de Sonia Delmas reçue hier. Aucun rendez-vous n’est fixé.");
    assert_eq!(page.main.what, Proposal::Appoint);
    assert_eq!(keys(&page), ["appointment", "phone", "amount_asked", "born_on", "address", "registers", "budget"]);
    assert_eq!((plain(&page.note).as_str(), page.step), ("2 choses d’abord, 5 à l’entretien", LifeStep::Request));
}

#[test]
fn the_registers_are_known_once_they_are_of_each_borrower() {
    let no = RegisterAnswer::No;
    let known = Registers { ficp: no, fcc: no, over_indebtedness: no, ..Registers::default() };
    let mut two = dossier(&[]);
    let co_borrower = Member { id: MemberId(1), link: Link::CoApplicant, ..Member::applicant() };
    two.household = Household::of(vec![Member::applicant(), co_borrower]).unwrap();
    two.assessment.registers = known.clone();
    assert!(keys(&page(&two, 1, &[])).contains(&"registers"), "nothing is known of the second");
    two.assessment.co_registers = known;
    assert!(!keys(&page(&two, 1, &[])).contains(&"registers"));
}

#[test]
fn before_the_interview_the_list_of_papers_goes_out_and_on_its_day_the_interview_begins() {
    let agreed = dossier(&[(3, Deed::Appoint)]);
    let before = page(&agreed, 1, &[]);
    assert_eq!(
        plain(&before.sentence),
        "Rendez-vous avec Sonia Delmas jeudi 12 novembre. La liste de ses papiers n’est pas encore partie."
    );
    assert_eq!(
        (before.main.what, plain(&before.main.label).as_str()),
        (Proposal::PrintList, "Imprimer la liste des 9 papiers")
    );
    assert_eq!(before.lines[0].group, "Avant jeudi");
    assert_eq!(page(&agreed, 3, &[]).main.what, Proposal::Meet);
    let under_way = page(&agreed, 3, &[requirement("budget", true, true)]);
    assert_eq!(plain(&under_way.main.label), "Noter l’entretien");
    assert!(under_way.sentence.contains("le budget est rempli"), "{}", under_way.sentence);
    let after = page(&agreed, 4, &[]);
    assert_eq!((after.main.what, after.late), (Proposal::SettleAppointment, true));
    assert_eq!(after.sentence, "Le rendez-vous avec Sonia Delmas était hier. Rien n’en est noté.");
}

#[test]
fn what_stops_the_sending_is_counted_and_its_first_line_is_the_act() {
    let met = dossier(&[(1, Deed::Interview)]);
    let lacks = [
        requirement("consent", true, false),
        requirement("budget", true, false),
        requirement("documents", false, false),
    ];
    let assessed = page(&met, 2, &lacks);
    assert_eq!(
        plain(&assessed.sentence),
        "Dossier en instruction : il manque 2 choses avant l’envoi à la Banque du Val."
    );
    assert_eq!(
        (assessed.main.label.as_str(), keys(&assessed)),
        ("Remplir le budget", vec!["budget", "consent", "documents"])
    );
    assert_eq!(plain(&assessed.note), "2 choses bloquent l’envoi, 1 à voir");
    let listed =
        page(&dossier(&[(1, Deed::Interview), (2, Deed::List)]), 3, &[requirement("orientation", true, false)]);
    assert_eq!(plain(&listed.sentence), "La commission examine ce dossier le jeudi 26 novembre. Il est prêt.");
    assert_eq!((listed.main.what, listed.step), (Proposal::SeeSession, LifeStep::Committee));
}

#[test]
fn ready_to_send_it_goes_and_a_consent_that_lacks_comes_first() {
    let decided = dossier(&[(1, Deed::Orient(Direction::Submit))]);
    let lacks =
        [requirement("opinion", true, false), requirement("consent", true, false), requirement("purpose", true, true)];
    let waits = page(&decided, 2, &lacks);
    assert_eq!(waits.sentence, "L’envoi a été décidé hier. Il reste 2\u{a0}choses avant d’envoyer à la Banque du Val.");
    assert_eq!((waits.main.what, waits.also.unwrap().what), (Proposal::PrintConsent, Proposal::NoteConsent));
    assert_eq!(waits.done.len(), 1);
    let ready = page(&decided, 2, &[requirement("consent", true, true)]);
    assert_eq!((ready.main.what, ready.main.label.as_str()), (Proposal::Submit, "Transmettre à la Banque du Val"));
    assert!(ready.sentence.ends_with("Tout est prêt\u{202f}: le dossier peut partir à la Banque du Val."));
    let waits = page(&decided, 2, &[requirement("consent", true, true), requirement("documents", false, false)]);
    assert_eq!(waits.main.what, Proposal::Submit);
    assert!(!waits.sentence.contains("Tout est prêt") && waits.sentence.contains("peut partir"), "{}", waits.sentence);
    let just_sent = dossier(&[(1, Deed::Orient(Direction::Submit)), (2, Deed::Submit(LENDER))]);
    assert!(page(&just_sent, 2, &[]).sentence.contains("a le dossier depuis aujourd’hui"));
}

#[test]
fn a_lender_has_the_dossier_then_is_late() {
    let mut sent = dossier(&[(1, Deed::Orient(Direction::Submit)), (2, Deed::Submit(LENDER))]);
    let waiting = page(&sent, 8, &[]);
    assert_eq!(plain(&waiting.sentence), "La Banque du Val a le dossier depuis 6 jours. Sa réponse est attendue.");
    assert_eq!((waiting.main.label.as_str(), waiting.late), ("Noter la réponse de la Banque du Val", false));
    sent = expecting(sent, 10);
    let late = page(&sent, 13, &[]);
    assert_eq!(
        plain(&late.sentence),
        "La Banque du Val devait répondre le jeudi 19 novembre. Sa réponse a 3 jours de retard."
    );
    assert!(late.late);
}

/// The dossier whose first sending is answered by a day.
fn expecting(dossier: Dossier, days: u32) -> Dossier {
    use crate::dossier::{Fact, Facts, Recorded};
    let promised = |row: &Recorded| {
        let Fact::Submitted(sent) = &row.fact else { return row.clone() };
        let fact = Fact::Submitted(crate::dossier::Submission { expected_on: Some(day(days)), ..sent.clone() });
        Recorded { fact, ..row.clone() }
    };
    let facts = Facts::of(dossier.facts.recorded().iter().map(promised).collect()).unwrap();
    Dossier { facts, ..dossier }
}

#[test]
fn after_a_yes_the_contract_then_the_money() {
    let granted = [(1, Deed::Orient(Direction::Submit)), (2, Deed::Submit(LENDER)), (3, Deed::Approve(LENDER))];
    let yes = page(&dossier(&granted), 4, &[]);
    assert_eq!(
        plain(&yes.sentence),
        "La Banque du Val a accordé 2 400,00 € sur 36 mois hier. Le contrat reste à signer."
    );
    assert_eq!(yes.main.what, Proposal::Sign);
    let signed = page(&dossier(&[granted.as_slice(), &[(5, Deed::Sign(LENDER))]].concat()), 7, &[]);
    assert_eq!(
        plain(&signed.sentence),
        "Le contrat est signé depuis 2 jours. L’argent peut être versé à partir du dimanche 22 novembre."
    );
    assert_eq!((signed.main.what, signed.step), (Proposal::SeeLoan, LifeStep::Loan), "nothing may be paid yet");
    let payable = page(&dossier(&[granted.as_slice(), &[(5, Deed::Sign(LENDER))]].concat()), 20, &[]);
    assert_eq!(payable.main.what, Proposal::Pay);
}

#[test]
fn a_missed_instalment_is_owed_and_the_person_is_to_be_reached() {
    let settings = settings_of_arrears();
    let at = |today: &str| Situation {
        settings: &settings,
        today: today.parse().unwrap(),
        requirements: &[],
        lender: "",
        to_bring: 0,
        list_given: true,
        session_on: None,
        sent_by: "",
    };
    let missed = said("2026-11-16", (9, 9), crate::dossier::DeclaredAs::Missed);
    let owed = overview(&tessoreau(vec![missed.clone()]), &at("2026-11-17")).unwrap();
    assert!(
        plain(&owed.sentence).starts_with("L’échéance du 5 novembre 2026 n’est pas passée : 77,37 €."),
        "{}",
        owed.sentence
    );
    assert!(owed.sentence.contains("n’a pas encore été joint"), "{}", owed.sentence);
    assert_eq!((owed.main.what, owed.late, owed.lines[0].pressing), (Proposal::Call, true, Pressing::Stops));
    let called = vec![missed, noted("2026-11-17", Event::ContactAnsweredNone, None)];
    let again = overview(&tessoreau(called), &at("2026-11-30")).unwrap();
    assert_eq!(again.lines[0].pressing, Pressing::Late, "{:?}", again.lines);
}

#[test]
fn refused_another_lender_is_asked() {
    let deeds = [(1, Deed::Orient(Direction::Submit)), (2, Deed::Submit(LENDER)), (3, Deed::Refuse(LENDER))];
    let mut refused = dossier(&deeds);
    refused.simulation.lender = Some(ListKey::new(LENDER));
    let first = page(&refused, 4, &[]);
    assert_eq!(first.sentence, "La Banque du Val a refusé hier. Une autre banque peut encore être demandée.");
    assert_eq!(first.main.what, Proposal::ChooseLender);
    refused.simulation.lender = Some(ListKey::new(OTHER));
    assert_eq!(page(&refused, 4, &[]).main.what, Proposal::Submit);
}

#[test]
fn closed_it_says_since_when_and_how_and_proposes_another_project() {
    let closed = page(&dossier(&[(1, Deed::Interview), (2, Deed::Drop)]), 4, &[requirement("budget", true, false)]);
    assert_eq!(plain(&closed.sentence), "Le dossier est clos depuis le 11 novembre 2026 : sans suite, abandon.");
    assert_eq!((closed.main.what, closed.lines.len(), closed.step), (Proposal::Begin, 0, LifeStep::Closing));
}

#[test]
fn days_that_an_imported_dossier_does_not_know_are_one_line() {
    use crate::dossier::{FactId, Facts, Recorded};
    let begun = dossier(&[(1, Deed::Interview), (2, Deed::TakeOver)]);
    let unsure = |row: &Recorded| {
        let precision = if row.id == FactId(2) { Precision::Month } else { row.precision };
        Recorded { precision, ..row.clone() }
    };
    let facts = Facts::of(begun.facts.recorded().iter().map(unsure).collect()).unwrap();
    let page = page(&Dossier { facts, ..begun }, 4, &[]);
    let holes = page.lines.last().unwrap();
    assert_eq!((holes.key.as_str(), plain(&holes.label).as_str()), ("holes", "1 date inconnue"));
}
