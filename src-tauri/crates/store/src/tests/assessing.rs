//! The project, the simulation and the assessment: each comes back as it went.

use domain::assessment::{Assessment, CriterionFinding, Finding, Opinion, RegisterAnswer, Registers, WatchPoint};
use domain::dossier::DossierId;
use domain::loan::{FeePayment, Insurance, InsuranceRequirement, Rate};
use domain::project::{Aid, AidStatus, Choice, Expense, Project, Quote};
use domain::simulation::{LenderChoice, Simulation};

use super::world::*;
use crate::*;

fn done<T>(vault: &mut Vault, dossier: DossierId, work: impl FnOnce(&Writer<'_>) -> Result<T, StoreError>) -> T {
    vault.act(act("change_project"), |writer| Ok::<_, StoreError>(acted(work(writer)?, Some(dossier)))).unwrap()
}

fn full_project() -> Project {
    let choices = Choice::ALL.map(|choice| Quote {
        choice,
        valid_until: Some(day("2026-12-31")),
        reason: text("trop cher"),
        ..quote("Garage du Val", 275_000)
    });
    let aids = AidStatus::ALL.map(|status| Aid {
        status,
        asked_on: Some(day("2026-11-02")),
        answered_on: Some(day("2026-11-16")),
        amount: (status == AidStatus::Obtained).then(|| euros(40_000)),
        reason: text("sous condition"),
        ..aid("Département", 0)
    });
    Project {
        story: prose("Sonia va travailler à 23 km.\nLe bus ne passe pas à 5 h."),
        wanted_for: text("Avant Noël"),
        justification: prose("Aucun autre véhicule."),
        debt_effect: prose("Le découvert est soldé."),
        payment_means: text("Chèque de banque à l’ordre du garage"),
        own_share: Some(euros(25_000)),
        own_share_note: text("Épargne"),
        quotes: choices.to_vec(),
        expenses: vec![expense("Réparation", 275_000), expense("Carte grise", 0)],
        aids: aids.to_vec(),
    }
}

#[test]
fn every_field_of_a_project_comes_back() {
    let (_office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    assert!(known(&vault, dossier).project.is_empty());
    let mut project = full_project();
    done(&mut vault, dossier, |writer| {
        writer.set_project(dossier, &project)?;
        for row in &mut project.quotes {
            row.id = writer.insert_quote(dossier, row)?;
        }
        for row in &mut project.expenses {
            row.id = writer.insert_expense(dossier, row)?;
        }
        for row in &mut project.aids {
            row.id = writer.insert_aid(dossier, row)?;
        }
        Ok(())
    });
    assert_eq!(known(&vault, dossier).project, project);
    done(&mut vault, dossier, |writer| {
        let (quote, expense, aid) = (&mut project.quotes[0], &mut project.expenses[0], &mut project.aids[0]);
        *quote = Quote { valid_until: None, choice: Choice::Kept, seller: text("Auto Plus"), ..quote.clone() };
        *expense = Expense { amount: euros(1), ..expense.clone() };
        *aid = Aid { asked_on: None, answered_on: None, label: text("Prime"), ..aid.clone() };
        writer.update_quote(dossier, quote)?;
        writer.update_expense(dossier, expense)?;
        writer.update_aid(dossier, aid)?;
        writer.delete_quote(dossier, project.quotes.remove(2).id)?;
        writer.delete_expense(dossier, project.expenses.remove(1).id)?;
        writer.delete_aid(dossier, project.aids.remove(4).id)?;
        project = Project { own_share: None, wanted_for: text(""), ..project.clone() };
        writer.set_project(dossier, &project)
    });
    assert_eq!(known(&vault, dossier).project, project);
    assert_eq!(vault.verify().unwrap().problems, []);
}

#[test]
fn every_field_of_a_simulation_comes_back() {
    let (_office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    let full = |requirement| Simulation {
        lender: Some(key("banque_du_val")),
        product: Some(key("mobility")),
        amount: Some(euros(240_000)),
        months: Some(36),
        annual_rate: Some(Rate::read("3,125").unwrap()),
        deferred: 1,
        interest_only: 2,
        interest_only_later: vec![12, 24],
        fee: Some(euros(0)),
        fee_payment: Some(FeePayment::Financed),
        insurance: Some(Insurance { monthly: euros(300), on_outstanding: Rate::read("0,36").unwrap(), requirement }),
        disbursed_on: Some(day("2027-01-05")),
        first_due_on: Some(day("2027-02-05")),
        debit_day: Some(31),
        choice: Some(LenderChoice {
            on: day("2026-11-20"),
            lender: key("banque_du_val"),
            reasons: text("garde son compte"),
            account: Some(key("instalment_account")),
        }),
    };
    for simulation in [
        full(InsuranceRequirement::Optional),
        full(InsuranceRequirement::Required),
        Simulation { annual_rate: Some(Rate::read("4").unwrap()), ..Simulation::default() },
        Simulation::default(),
    ] {
        done(&mut vault, dossier, |writer| writer.set_simulation(dossier, &simulation));
        assert_eq!(known(&vault, dossier).simulation, simulation);
    }
}

#[test]
fn every_field_of_an_assessment_comes_back() {
    let (_office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    for (place, opinion) in Opinion::ALL.into_iter().map(Some).chain([None]).enumerate() {
        let ficp = RegisterAnswer::ALL[place % 3];
        let how = text("dit par la personne");
        let [fcc, over_indebtedness] = [1, 2].map(|next| RegisterAnswer::ALL[(place + next) % 3]);
        let checked_on = Some(day("2026-11-12"));
        let mut assessment = Assessment {
            registers: Registers { ficp, fcc, over_indebtedness, checked_on, how: how.clone() },
            co_registers: Registers { ficp: fcc, fcc: ficp, over_indebtedness, checked_on: None, how },
            opinion,
            reasoned: prose("Le budget tient.\nLe projet est nécessaire."),
            reservation: prose("Sous réserve du devis."),
            summary: prose("Réparer la voiture."),
            written_on: Some(day("2026-11-19")),
            ..known(&vault, dossier).assessment
        };
        done(&mut vault, dossier, |writer| {
            writer.set_assessment(dossier, &assessment)?;
            for finding in Finding::ALL {
                let found = CriterionFinding { finding, ground: prose(&format!("Constat {place}")) };
                let criterion = key(finding.key());
                writer.set_criterion(dossier, &criterion, &found)?;
                assessment.criteria.insert(criterion, found);
            }
            let mut point = watch_point("Fin du contrat");
            point.id = writer.insert_watch_point(dossier, &point)?;
            writer.update_watch_point(dossier, &WatchPoint { risk: text("Panne"), ..point.clone() })?;
            assessment.watch_points.push(WatchPoint { risk: text("Panne"), ..point });
            Ok(())
        });
        assert_eq!(known(&vault, dossier).assessment, assessment);
    }
    let first = known(&vault, dossier).assessment.watch_points[0].id;
    done(&mut vault, dossier, |writer| writer.delete_watch_point(dossier, first));
    assert_eq!(known(&vault, dossier).assessment.watch_points.len(), Opinion::ALL.len());
}

#[test]
fn what_is_written_again_unchanged_leaves_no_trace() {
    let (_office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    let before = vault.undo_state().unwrap();
    for _ in 0..2 {
        let known = known(&vault, dossier);
        done(&mut vault, dossier, |writer| {
            writer.set_project(dossier, &known.project)?;
            writer.set_simulation(dossier, &known.simulation)?;
            writer.set_assessment(dossier, &known.assessment)?;
            writer.set_criterion(dossier, &key("need"), &CriterionFinding::default())
        });
    }
    assert_eq!(vault.undo_state().unwrap(), before);
}

#[test]
fn rows_of_another_dossier_are_not_touched() {
    let (_office, mut vault) = Office::create();
    let own = recorded(&mut vault, &sonia(), "voiture");
    let other = recorded(&mut vault, &sonia(), "scooter");
    done(&mut vault, other, |writer| {
        writer.insert_quote(other, &quote("Garage du Val", 1))?;
        writer.insert_expense(other, &expense("Casque", 1))?;
        writer.insert_aid(other, &aid("Département", 1))?;
        writer.insert_watch_point(other, &watch_point("Vol"))
    });
    let theirs = known(&vault, other);
    let (project, points) = (theirs.project, theirs.assessment.watch_points);
    let before = vault.dump().unwrap();
    type Try = fn(&Writer<'_>, DossierId, &Project, &WatchPoint) -> Result<(), StoreError>;
    let tries: [Try; 8] = [
        |writer, own, project, _| writer.update_quote(own, &project.quotes[0]),
        |writer, own, project, _| writer.delete_quote(own, project.quotes[0].id),
        |writer, own, project, _| writer.update_expense(own, &project.expenses[0]),
        |writer, own, project, _| writer.delete_expense(own, project.expenses[0].id),
        |writer, own, project, _| writer.update_aid(own, &project.aids[0]),
        |writer, own, project, _| writer.delete_aid(own, project.aids[0].id),
        |writer, own, _, point| writer.update_watch_point(own, point),
        |writer, own, _, point| writer.delete_watch_point(own, point.id),
    ];
    for work in tries {
        let refusal = vault.aside(|writer| work(writer, own, &project, &points[0])).unwrap_err();
        assert!(matches!(refusal, StoreError::Gone { .. }), "{refusal}");
    }
    assert_eq!(vault.dump().unwrap(), before);
}
