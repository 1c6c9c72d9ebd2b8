//! Rows and values of the domain: each comes back as it went, and what makes no sense is an error.

use domain::budget::{AfterLine, BudgetLine, Certainty, Debt, Frequency, Hope};
use domain::calendar::YearMonth;
use domain::contact::{Email, PostalCode};
use domain::dossier::{DossierId, FactId};
use domain::household::{Household, Link, Member, MemberId, Presence, Share};
use domain::person::{Person, Title};
use domain::settings::ListKey;
use domain::words::Word;

use super::world::*;
use crate::*;

#[test]
fn every_field_of_a_person_comes_back() {
    let (_office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    let key = |text: &str| Some(ListKey::new(text));
    let full = Person {
        title: Title::Madame,
        birth_name: text("Ferrier"),
        born_on: Some(day("1988-03-14")),
        birth_place: text("Saint-Aubin"),
        email: Some(Email::read("sonia.delmas@exemple.fr").unwrap()),
        address: text("3 rue des Lilas"),
        postal_code: Some(PostalCode::read("12345").unwrap()),
        commune: text("Valbourg"),
        family_situation: key("single"),
        housing: key("tenant"),
        employment: key("fixed_term"),
        occupation: text("<script>aide à domicile</script>"),
        ..sonia()
    };
    vault
        .act(act("change_person"), |writer| {
            writer.update_person(writer.person_of(dossier)?, &full)?;
            Ok::<_, StoreError>(acted((), Some(dossier)))
        })
        .unwrap();
    assert_eq!(vault.read(|reader| reader.dossier(dossier)).unwrap().unwrap().person, full);
}

#[test]
fn every_word_of_the_vocabulary_comes_back() {
    let (_office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    let reason = text("bus remplacé par la voiture");
    let changed = AfterLine { amount: euros(0), reason, hope: Hope::NotCounted };
    let mut lines: Vec<BudgetLine> = Vec::new();
    for (place, frequency) in (0_i64..).zip(Frequency::ALL) {
        for certainty in Certainty::ALL {
            let owed = (certainty == Certainty::Proved).then(|| euros(place));
            let ends = (certainty == Certainty::Proved).then(|| YearMonth::new(2028, 1).unwrap());
            let after = (certainty == Certainty::Declared).then(|| changed.clone());
            let debt = Debt {
                creditor: text("Finexo"),
                outstanding: owed,
                arrears: owed,
                plan: text("plan du bailleur"),
                paid_off: certainty == Certainty::Proved,
            };
            let comment = text("chauffage électrique");
            let member = Some(MemberId(place));
            let line = budget_line("rent", place);
            lines.push(BudgetLine { frequency, certainty, member, ends, debt, after, comment, ..line });
        }
    }
    let mut members = Vec::new();
    for link in Link::MEMBERS {
        for share in Share::ALL {
            let presence = if share == Share::One { Presence::Here } else { Presence::Elsewhere };
            members.push(Member { link, share, presence, born_on: Some(day("2019-02-28")), ..member("Léo", link) });
        }
    }
    vault
        .act(act("add_budget_line"), |writer| {
            writer.open_budget(dossier, 1, day("2026-11-09"))?;
            for line in &mut lines {
                line.id = writer.insert_budget_line(dossier, line)?;
            }
            for member in &mut members {
                member.id = writer.insert_member(dossier, member)?;
            }
            Ok::<_, StoreError>(acted((), Some(dossier)))
        })
        .unwrap();
    let read = vault.read(|reader| reader.dossier(dossier)).unwrap().unwrap();
    assert_eq!(read.budget.unwrap().lines, lines);
    assert_eq!(read.household.members()[1..], members);
    assert!(Title::ALL.iter().all(|title| Title::from_key(title.key()) == Some(*title)));
}

#[test]
fn the_greatest_version_of_a_budget_is_the_one_in_use() {
    let (_office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    vault
        .act(act("add_budget_line"), |writer| {
            let none = writer.insert_budget_line(dossier, &budget_line("rent", 1));
            assert!(matches!(none, Err(StoreError::Gone { table: "budget_version", .. })));
            for version in [1, 2] {
                writer.open_budget(dossier, version, day("2026-11-09"))?;
                writer.insert_budget_line(dossier, &budget_line("rent", version.into()))?;
            }
            Ok::<_, StoreError>(acted((), Some(dossier)))
        })
        .unwrap();
    let budget = vault.read(|reader| reader.budget(dossier)).unwrap().unwrap();
    assert_eq!((budget.version, budget.lines.len(), budget.lines[0].amount), (2, 1, euros(2)));
}

#[test]
fn a_row_of_another_dossier_is_not_touched() {
    let (_office, mut vault) = Office::create();
    let own = recorded(&mut vault, &sonia(), "voiture");
    let other = recorded(&mut vault, &sonia(), "scooter");
    let before = vault.dump().unwrap();
    let applicant = vault.read(|reader| reader.members(other)).unwrap().remove(0);
    let refused: [StoreError; 2] = [
        vault.aside(|writer| writer.update_member(own, &applicant)).unwrap_err(),
        vault.aside(|writer| writer.delete_member(own, applicant.id)).unwrap_err(),
    ];
    for refusal in refused {
        assert!(matches!(refusal, StoreError::Gone { table: "household_member", .. }));
    }
    assert_eq!(vault.dump().unwrap(), before);
}

#[test]
fn what_is_not_there_is_not_found() {
    let (_office, vault) = Office::create();
    let nothing = vault.read(|reader| {
        assert!(matches!(reader.person_of(DossierId(1)), Err(StoreError::Gone { table: "dossier", row: 1 })));
        Ok::<_, StoreError>((reader.dossier(DossierId(1))?, reader.dossier_with_reference("2026-001")?))
    });
    assert_eq!(nothing.unwrap(), (None, None));
}

#[test]
fn an_action_that_makes_no_whole_dossier_is_refused_as_a_whole() {
    let (_office, mut vault) = Office::create();
    let before = vault.dump().unwrap();
    type Part = fn(&Writer<'_>, DossierId) -> Result<(), StoreError>;
    let parts: [(&str, Part); 3] = [
        ("household", |writer, dossier| writer.insert_fact(dossier, None, &request("voiture"), now()).map(drop)),
        ("facts", |writer, dossier| writer.insert_member(dossier, &member("", Link::Applicant)).map(drop)),
        ("facts", |writer, dossier| {
            writer.insert_member(dossier, &member("", Link::Applicant))?;
            let first = writer.insert_fact(dossier, None, &request("voiture"), now())?;
            writer.insert_fact(dossier, Some(first), &next_date("2026-12-01"), now()).map(drop)
        }),
    ];
    for (lacks, part) in parts {
        let outcome = vault.act(act("record_request"), |writer| {
            let person = writer.insert_person(&sonia())?;
            let dossier = writer.insert_dossier(person, "2026-001")?;
            part(writer, dossier)?;
            Ok::<_, StoreError>(acted((), Some(dossier)))
        });
        assert!(matches!(outcome, Err(StoreError::RowDamaged { table: "dossier", column, .. }) if column == lacks));
        assert_eq!(vault.dump().unwrap(), before);
    }
}

#[test]
fn values_that_make_no_sense_are_a_damaged_row_never_a_panic() {
    let (office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    drop(vault);
    for damage in [
        "UPDATE person SET phone = 'abc'",
        "UPDATE person SET postal_code = '1'",
        "UPDATE person SET email = 'nobody'",
        "UPDATE person SET born_on = '2026-02-31'",
        "UPDATE person SET last_name = char(8238) || 'samleD'",
        "UPDATE fact SET on_date = 'hier'",
        "UPDATE fact SET on_date = '2026-11-10' WHERE kind = 'request_received'",
        "UPDATE fact SET kind = 'dropped' WHERE kind = 'next_date_set'",
        "UPDATE fact SET body = '{}'",
        "UPDATE fact SET body = '[]'",
        "UPDATE fact SET body = json_set(body, '$.amount', 9223372036854775807) WHERE kind = 'request_received'",
        "UPDATE fact SET body = json_set(body, '$.colour', 'blue')",
        "INSERT INTO quote (dossier, label, seller, amount_cents, choice, reason, dated_on)
         VALUES (1, '', '', 0, 'kept', '', '2026-02-31')",
        "INSERT INTO expense (dossier, label, amount_cents) VALUES (1, '', 9223372036854775807)",
        "INSERT INTO aid (dossier, provider, label, status, reason) VALUES (1, ' CAF', '', 'asked', '')",
        "INSERT INTO project (dossier, story) VALUES (1, char(8238))",
        "INSERT INTO simulation (dossier, interest_only, annual_rate) VALUES (1, 0, '4')",
        "INSERT INTO simulation (dossier, interest_only, months) VALUES (1, 0, 5000000000)",
        "INSERT INTO criterion (dossier, criterion, finding, ground) VALUES (1, 'need', 'to_discuss', char(10))",
        "INSERT INTO watch_point (dossier, risk, answer) VALUES (1, char(0), '')",
        "UPDATE household_member SET share = 'none'",
        "DELETE FROM fact",
        "DELETE FROM household_member",
        "INSERT INTO budget_version (dossier, version, established_on) VALUES (1, 5000000000, '2026-01-01')",
        "INSERT INTO budget_version (dossier, version, established_on) VALUES (1, 1, '')",
    ] {
        let copy = tempfile::tempdir().unwrap();
        let whole = std::fs::read(office.database()).unwrap();
        raw(&office).execute_batch(damage).unwrap();
        let (vault, _) = office.unlock().unwrap();
        let read = vault.read(|reader| reader.dossier(dossier));
        assert!(matches!(read, Err(StoreError::RowDamaged { .. })), "{damage}");
        assert!(vault.verify().unwrap().problems.contains(&Problem::Line(dossier)), "{damage}");
        drop((vault, copy));
        std::fs::write(office.database(), whole).unwrap();
    }
}

#[test]
fn a_fact_corrected_twice_is_refused() {
    let (_office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    let mut correct = |project: &str| {
        vault.act(act("change_request"), |writer| {
            writer.insert_fact(dossier, Some(FactId(1)), &request(project), now())?;
            Ok::<_, StoreError>(acted((), Some(dossier)))
        })
    };
    assert!(correct("scooter").is_ok());
    assert!(correct("vélo").is_err());
    let read = vault.read(|reader| reader.dossier(dossier)).unwrap().unwrap();
    assert_eq!(read.facts.request().project, text("scooter"));
    assert_eq!(read.facts.recorded().len(), 3, "what was corrected is kept");
    assert!(Household::of(read.household.members().to_vec()).is_ok());
}
