//! Who each line is about, what is asked of it, what it would make.

use super::*;
use crate::dossier::tests::deeds::{Deed, day, key};
use crate::dossier::tests::dossier;
use crate::line::Line;
use crate::register::past::tests::keys;
use crate::register::typed::tests::words;
use crate::register::{DayContext, RegisterColumn, read_line};
use crate::settings::Lists;

use RegisterColumn::{AmountGranted, BornOn, DecidedOn, FullName, Phone, RequestedOn};

/// The dossier 2026-012 of Sonia Delmas, asked for on 9 November 2026, born on the day given.
fn known(born_on: Option<&str>, phone: &str) -> KnownBorrower {
    KnownBorrower {
        dossier: DossierId(1),
        person: PersonId(7),
        reference: "2026-012".to_owned(),
        last_name: "Delmas".to_owned(),
        birth_name: "Martin".to_owned(),
        first_name: "Sonia".to_owned(),
        born_on: born_on.map(|day| day.parse().unwrap()),
        phone: phone.to_owned(),
    }
}

fn office(known: Vec<KnownBorrower>) -> RegisterOffice {
    RegisterOffice {
        known: Borrowers::new(known),
        stated: Stated {
            lender: Some(key("val")),
            months: Some(24),
            rate: crate::loan::Rate::read("4").ok(),
            origin: None,
            year: None,
        },
        once: SettledOnce::default(),
        keys: keys(),
        lenders: [(key("val"), "Banque du Val".to_owned())].into(),
        today: day(365),
    }
}

type Cells = Vec<(RegisterColumn, &'static str)>;

fn planned(office: &RegisterOffice, lines: Vec<Cells>, settled: &[(usize, Settled)]) -> Vec<LinePlan> {
    let read = lines.iter().enumerate().map(|(line, cells)| {
        let (said, faults) =
            read_line(cells, (&words(), &Lists::default()), &[], DayContext { today: office.today, year: None });
        RegisterLineRead { line, said, faults, written: Vec::new(), same_name: false }
    });
    let settled = settled.iter().copied().collect();
    let begun = |_| Ok::<_, ()>(dossier(&[(1, Deed::Interview)]));
    plan(read.collect(), &settled, office, begun).unwrap()
}

fn one(office: &RegisterOffice, cells: Cells, settled: Option<Settled>) -> LinePlan {
    let settled: Vec<_> = settled.into_iter().map(|one| (0, one)).collect();
    planned(office, vec![cells], &settled).remove(0)
}

fn who(plan: &LinePlan) -> Option<Who> {
    if let LineOutcome::Create(creation) = &plan.outcome { Some(creation.who) } else { None }
}

fn granted(name: &'static str) -> Cells {
    vec![(FullName, name), (RequestedOn, "03/05/2016"), (AmountGranted, "1 500")]
}

#[test]
fn a_name_nobody_knows_makes_a_dossier() {
    let plan = one(&office(vec![known(None, "")]), granted("AUBRAC Odette"), None);
    assert_eq!((who(&plan), plan.question), (Some(Who::New), None));
}

#[test]
fn a_known_name_alone_is_asked_and_the_answer_rules() {
    let office = office(vec![known(Some("1991-03-14"), "")]);
    let asked = one(&office, granted("DELMAS Sonia"), None);
    assert!(matches!(asked.outcome, LineOutcome::ToSettle));
    assert!(matches!(asked.question, Some(Question::Namesake { person: PersonId(7), .. })));
    let same = one(&office, granted("Sonia MARTIN"), Some(Settled::SamePerson));
    assert_eq!(who(&same), Some(Who::Known(PersonId(7))), "by her name at birth, in another order");
    assert_eq!(who(&one(&office, granted("DELMAS Sonia"), Some(Settled::Namesake))), Some(Who::New));
}

#[test]
fn the_same_birth_or_telephone_is_the_same_person() {
    let born = [granted("DELMAS Sonia"), vec![(BornOn, "14/03/1991")]].concat();
    let plan = one(&office(vec![known(Some("1991-03-14"), "")]), born, None);
    assert_eq!((who(&plan), plan.question), (Some(Who::Known(PersonId(7))), None));
    let called = [granted("DELMAS Sonia"), vec![(Phone, "06 39 98 20 61")]].concat();
    let figures = crate::contact::Phone::read("06 39 98 20 61").unwrap().figures().to_owned();
    assert_eq!(who(&one(&office(vec![known(None, &figures)]), called, None)), Some(Who::Known(PersonId(7))));
}

#[test]
fn a_dossier_that_began_that_day_is_the_one_of_the_line() {
    let asked = |day: &'static str| vec![(FullName, "DELMAS Sonia"), (RequestedOn, day)];
    let office = office(vec![known(None, "")]);
    let there = one(&office, asked("09/11/2026"), None);
    assert!(matches!(there.outcome, LineOutcome::AlreadyThere(reference) if reference == "2026-012"));
    assert!(
        matches!(one(&office, asked("11/2026"), None).outcome, LineOutcome::AlreadyThere(_)),
        "as far as it is known"
    );
    assert!(matches!(one(&office, asked("08/11/2026"), None).outcome, LineOutcome::ToSettle));
    let more =
        [asked("09/11/2026"), vec![(Phone, "06 39 98 20 61"), (AmountGranted, "1 500"), (DecidedOn, "20/12/2026")]];
    let LineOutcome::Update(completion) = one(&office, more.concat(), None).outcome else { panic!() };
    assert!(completion.additions.phone && !completion.additions.birth);
    assert_eq!(
        (completion.person, completion.additions.count()),
        (PersonId(7), 1),
        "the phone: an approval does not stand without the decision to send"
    );
    let namesake = one(&office, asked("09/11/2026"), Some(Settled::Namesake));
    assert_eq!(who(&namesake), Some(Who::New), "unless it is somebody else");
}

#[test]
fn two_people_in_a_cell_are_one_dossier_or_two() {
    let office = office(Vec::new());
    let line = || granted("DUPRAT Léa et Tom");
    let asked = one(&office, line(), None);
    assert!(matches!((&asked.outcome, asked.question), (LineOutcome::ToSettle, Some(Question::TwoPeople))));
    assert!(
        matches!(one(&office, line(), Some(Settled::SamePerson)).outcome, LineOutcome::ToSettle),
        "no answer to it"
    );
    let made = |settled| {
        let LineOutcome::Create(creation) = one(&office, line(), Some(settled)).outcome else { panic!() };
        (creation.co_borrower.map(|name| name.first), creation.other.map(|name| name.first))
    };
    assert_eq!(made(Settled::CoBorrower), (Some("Tom".to_owned()), None));
    assert_eq!(made(Settled::TwoDossiers), (None, Some("Tom".to_owned())));
}

#[test]
fn a_name_of_an_earlier_line_is_asked_unless_births_tell() {
    let office = office(Vec::new());
    let line = |requested: &'static str, born: &'static str| {
        vec![(FullName, "DUPRAT Léa"), (RequestedOn, requested), (BornOn, born)]
    };
    let second =
        |one: Cells, other: Cells, settled: &[(usize, Settled)]| planned(&office, vec![one, other], settled).remove(1);
    let unborn = second(line("2016", ""), line("2018", ""), &[]);
    assert_eq!(unborn.question, Some(Question::SameAsLine(0)));
    let same = second(line("2016", ""), line("2018", ""), &[(1, Settled::SamePerson)]);
    assert_eq!(who(&same), Some(Who::OfLine(0)));
    let born = second(line("2016", "03/05/1980"), line("2018", "03/05/1980"), &[]);
    assert_eq!((who(&born), born.question), (Some(Who::OfLine(0)), None), "another request of the same person");
    let twice = second(line("2016", "03/05/1980"), line("2016", "03/05/1980"), &[]);
    assert_eq!(twice.question, Some(Question::Twice(0)));
    let other = second(line("2016", "03/05/1980"), line("2016", "04/05/1980"), &[]);
    assert_eq!((who(&other), other.question), (Some(Who::New), None));
}

#[test]
fn a_line_is_refused_when_nobody_is_named_alone() {
    let made = |cells: Cells| one(&office(Vec::new()), cells, None).outcome;
    assert!(matches!(made(vec![(RequestedOn, "03/05/2016")]), LineOutcome::Refused(_)));
    assert!(matches!(made(vec![(FullName, "DUPRAT Léa")]), LineOutcome::Undated));
    assert!(matches!(made(vec![(FullName, "DUPRAT Léa"), (RequestedOn, "à rappeler")]), LineOutcome::Undated));
    let LineOutcome::Create(creation) = made(vec![(FullName, "DUPRAT Léa"), (RequestedOn, "30/02/2016")]) else {
        panic!()
    };
    let [(request, known)] = creation.past.facts.as_slice() else { panic!() };
    assert_eq!((request.day().to_string().as_str(), *known), ("2016-01-01", crate::dossier::Precision::Year));
    let backwards =
        vec![(FullName, "DUPRAT Léa"), (RequestedOn, "03/05/2016"), (DecidedOn, "03/05/2015"), (AmountGranted, "900")];
    let LineOutcome::Create(creation) = made(backwards) else { panic!() };
    let days: Vec<(NaiveDate, _)> = creation.past.facts.iter().map(|(fact, known)| (fact.day(), *known)).collect();
    assert_eq!((days.len(), creation.past.aside), (3, vec![DecidedOn]), "the day that cannot have been is aside");
    assert!(days.iter().skip(1).all(|(_, known)| *known == crate::dossier::Precision::Year));
}

#[test]
fn one_answer_settles_every_line_that_asks_the_same_and_a_cell_for_two_lines_asks_nothing() {
    let mut office = office(Vec::new());
    let lines = || {
        vec![
            granted("DUPRAT Léa et Tom"),
            granted("AUBRAC Odette"),
            vec![(FullName, "AUBRAC Odette"), (RequestedOn, "2018")],
        ]
    };
    let is_created = |plan: &LinePlan| matches!(plan.outcome, LineOutcome::Create(_));
    assert_eq!(planned(&office, lines(), &[]).iter().filter(|one| is_created(one)).count(), 1);
    office.once =
        SettledOnce { two_people: Some(Settled::CoBorrower), same_name: Some(Settled::SamePerson), twice: None };
    let settled = planned(&office, lines(), &[]);
    assert!(settled.iter().all(is_created));
    assert_eq!(who(&settled[2]), Some(Who::OfLine(1)));
    let own = planned(&office, lines(), &[(2, Settled::Namesake)]);
    assert_eq!(who(&own[2]), Some(Who::New), "the answer of the line itself comes first");
}

#[test]
fn a_line_left_out_is_left_out_whatever_it_says() {
    let left = one(&office(Vec::new()), vec![(FullName, "DUPRAT Léa")], Some(Settled::Leave));
    assert!(matches!(left.outcome, LineOutcome::LeftOut));
}

#[test]
fn lenders_nobody_has_get_a_key_each_and_a_part_of_a_name_is_enough() {
    let mut lenders: BTreeMap<ListKey, String> = [(key("lender_1"), "Banque du Val".to_owned())].into();
    let named = |name: &str| RegisterLineRead {
        line: 0,
        said: Said { lender: Line::read(name).unwrap(), ..Said::default() },
        faults: Vec::new(),
        written: Vec::new(),
        same_name: false,
    };
    let lines = ["du val", "Crédit de l’Aune", "CREDIT DE L’AUNE", "", "Parcours"].map(named);
    let new = crate::register::new_lenders(&lines, &mut lenders, &words());
    assert_eq!(new, [(key("lender_2"), "Crédit de l’Aune".to_owned()), (key("lender_3"), "Parcours".to_owned())]);
    assert_eq!(lenders.len(), 3);
}
