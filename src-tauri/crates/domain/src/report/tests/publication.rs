//! An attack by subtraction over everything the public reading of a period tells.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::*;
use super::properties::lives;
use super::world::{World, day};
use crate::dossier::DossierId;

type Set = BTreeSet<i64>;

fn figure(dossiers: impl IntoIterator<Item = i64>) -> Figure {
    Figure::counting(dossiers.into_iter().map(|one| Counted { on: day("2026-01-01"), dossier: DossierId(one) }))
}

#[test]
fn what_a_told_figure_differs_by_is_told_too() {
    let mut publication = Publication::under(5);
    assert!(publication.tell([&figure(0..10)]));
    assert!(!publication.tell([&figure(0..8)]), "two would be found");
    assert!(publication.tell([&figure(0..5)]));
    assert!(!publication.tell([&figure(5..8)]), "three are a few");
    assert!(!publication.tell([&figure(0..16), &figure(10..14)]), "together or not at all");
    assert!(publication.tell([&figure(10..20)]));
    assert!(publication.tell([&figure([])]), "nobody is no secret");
}

#[test]
fn what_is_found_in_two_subtractions_is_found() {
    let mut publication = Publication::under(5);
    assert!(publication.tell([&figure(0..20), &figure(0..8)]));
    assert!(!publication.tell([&figure(8..17)]), "20 − 8 − 9 would be 3");
}

/// Everything one release of a period tells, in its order, as sets of dossiers.
fn released(rows: &[ReportRow], period: Period, under: u64) -> Vec<Set> {
    let world = World::default();
    let ground = world.ground();
    let mut publication = Publication::under(under);
    let bilan = bilan(period, rows, &ground).unwrap();
    let before = compared(period.preceding().unwrap(), rows, &ground).unwrap();
    let untold = untold(&mut publication, &bilan, Some(&before));
    let mut sets = Vec::new();
    let mut tell = |figure: &Figure| sets.push(figure.dossiers.iter().map(|one| one.dossier.0).collect::<Set>());
    for (all, of) in [(&bilan.indicators, Of::ThePeriod), (&before.indicators, Of::TheOneBefore)] {
        for one in all.iter().filter(|one| !untold.holds(one.key, of)) {
            if !matches!(one.working, Working::Hours { .. } | Working::FullTime { .. } | Working::Lacking(_)) {
                tell(&one.figure);
            }
        }
    }
    let flow = flow(period, rows, ground.lists, day("2030-01-01"));
    let boxes = flow_told(&mut publication, &flow);
    boxes.iter().flatten().for_each(|(_, figure)| tell(figure));
    let years = years_told(&mut publication, &years(period, rows, 5).unwrap()).unwrap();
    years.iter().flatten().for_each(|year| [&year.requests, &year.granted].into_iter().for_each(&mut tell));
    let purposes = ["vehicle_repair", "furniture", "gone"].map(|wanted| {
        let of = rows.iter().filter(|row| row.purpose.as_ref().is_some_and(|key| key.as_str() == wanted));
        let counted = of.filter_map(|row| row.counted_on(Event::Requested, period).map(|on| (on, row.dossier)));
        let counted = Figure::counting(counted.map(|(on, dossier)| Counted { on, dossier }));
        LineTold::of(wanted, vec![counted])
    });
    let lines = lines_told(&mut publication, purposes.into());
    lines.iter().flatten().for_each(|line| line.counts.iter().for_each(&mut tell));
    sets
}

/// What a reader works out: every difference of two sets one of which holds the other, thrice over.
fn worked_out(told: Vec<Set>) -> BTreeSet<Set> {
    let mut known: BTreeSet<Set> = told.into_iter().collect();
    for _ in 0..3 {
        let mut found = BTreeSet::new();
        for whole in &known {
            for part in known.iter().filter(|part| part.is_subset(whole)) {
                found.insert(whole.difference(part).copied().collect());
            }
        }
        known.extend(found);
        if known.len() > 2_000 {
            break;
        }
    }
    known
}

proptest! {
    #[test]
    fn no_subtraction_over_the_sheets_of_a_period_finds_a_few_people(rows in lives(), year in 2022_i32..2027, under in 3_u64..7) {
        let told = released(&rows, Period::year(year).unwrap(), under);
        for found in worked_out(told) {
            let count = u64::try_from(found.len()).unwrap();
            prop_assert!(count == 0 || count >= under, "{found:?} is found");
        }
    }

    #[test]
    fn boxes_told_together_never_put_what_waits_with_what_ended_without_anything(rows in lives(), year in 2022_i32..2027) {
        let world = World::default();
        let period = Period::year(year).unwrap();
        let flow = flow(period, &rows, world.ground().lists, day("2030-01-01"));
        for (boxes, _) in flow_told(&mut Publication::under(5), &flow).iter().flatten() {
            prop_assert!(!(boxes.contains(&FlowBox::Open) && boxes.len() > 1), "{boxes:?}");
        }
    }
}
