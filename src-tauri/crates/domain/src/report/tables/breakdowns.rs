//! Dossiers shared among the entries of a list: purposes, reasons, solutions, origins, profiles, outcomes.

use super::{Source, TOTAL, UNKNOWN, family, lines_of, placed, without_empty};
use crate::calendar::age_on;
use crate::dossier::{EndKind, Outcome, Stage};
use crate::report::definitions::{FamilyGroup, Named};
use crate::report::event::Event;
use crate::report::figure::Unit;
use crate::report::life::Lived;
use crate::report::partners::Became;
use crate::report::row::{HouseholdProfile, ReportRow};
use crate::report::table::{Column, ColumnKey, Line, Part, Plan};
use crate::settings::ListKey;
use crate::words::Labelled;

type Row<'s> = &'s Lived<'s>;

/// What is asked for and lent, by category of purposes, beside elsewhere.
pub(super) fn purposes<'s>(source: &'s Source<'_>) -> Plan<'s, Row<'s>> {
    let whole = counted_in(source, &[Event::Requested, Event::Granted]);
    let lists = source.ground.lists;
    let category = |row: &Row<'s>| match &row.purpose {
        Some(key) => {
            let entry = lists.purposes.iter().find(|entry| entry.key == *key);
            [entry.and_then(|entry| entry.group.as_ref()).unwrap_or(key).as_str()]
        }
        None => [UNKNOWN],
    };
    let shares = &source.ground.references.purposes;
    Plan {
        columns: vec![
            column(ColumnKey::Requests, Event::Requested),
            Column::share(ColumnKey::RequestsShare, ColumnKey::Requests),
            Column::reference(ColumnKey::RequestsReference, &shares.requested),
            column(ColumnKey::Granted, Event::Granted),
            Column::share(ColumnKey::GrantedShare, ColumnKey::Granted),
            Column::reference(ColumnKey::GrantedReference, &shares.granted),
        ],
        parts: part(placed(lines_of(&lists.purpose_categories), &whole, category)),
        whole,
        total: TOTAL,
    }
}

/// Why lenders refused: a refusal may have several reasons.
pub(super) fn refusal_reasons<'s>(source: &'s Source<'_>) -> Plan<'s, Row<'s>> {
    let whole = counted_in(source, &[Event::Refused]);
    let reasons = |row: &Row<'s>| row.refusal_reasons(source.period);
    Plan {
        columns: vec![column(ColumnKey::Refused, Event::Refused), Column::share(ColumnKey::Share, ColumnKey::Refused)],
        parts: part(without_empty(placed(lines_of(&source.ground.lists.refusal_reasons), &whole, reasons))),
        whole,
        total: TOTAL,
    }
}

/// Where people were directed instead: several solutions may go together.
pub(super) fn redirections<'s>(source: &'s Source<'_>) -> Plan<'s, Row<'s>> {
    let whole = counted_in(source, &[Event::Redirected]);
    let solutions = |row: &Row<'s>| row.solutions(source.period);
    Plan {
        columns: vec![
            column(ColumnKey::Redirected, Event::Redirected),
            Column::share(ColumnKey::Share, ColumnKey::Redirected),
        ],
        parts: part(without_empty(placed(lines_of(&source.ground.lists.redirections), &whole, solutions))),
        whole,
        total: TOTAL,
    }
}

/// By where people came.
pub(super) fn origins<'s>(source: &'s Source<'_>) -> Plan<'s, Row<'s>> {
    let whole = counted_in(source, &[Event::Requested, Event::Granted]);
    let origin = |row: &Row<'s>| [row.origin.as_str()];
    Plan {
        columns: vec![
            column(ColumnKey::Requests, Event::Requested),
            Column::share(ColumnKey::RequestsShare, ColumnKey::Requests),
            column(ColumnKey::Granted, Event::Granted),
            Column::share(ColumnKey::GrantedShare, ColumnKey::Granted),
        ],
        parts: part(without_empty(placed(lines_of(&source.ground.lists.origins), &whole, origin))),
        whole,
        total: TOTAL,
    }
}

/// Who people are: age on the day of the request, household, employment, origin.
pub(super) fn profiles<'s>(source: &'s Source<'_>) -> Plan<'s, Row<'s>> {
    let whole = counted_in(source, &[Event::Assessed, Event::Granted]);
    let (rules, lists) = (source.ground.rules, source.ground.lists);
    let bands: Vec<Line<Row<'s>>> =
        rules.age_bands.iter().map(|band| Line::new(band.key.as_str(), &band.label)).collect();
    let ages = placed(bands, &whole, |row| [age_band(source, row)]);
    let profiles: Vec<Line<Row<'s>>> =
        HouseholdProfile::ALL.iter().map(|profile| Line::new(profile.key(), profile.label())).collect();
    let households = placed(profiles, &whole, |row| [row.household.key()]);
    let employment = |row: &Row<'s>| [employment_group(source, row.employment.as_ref())];
    let employments = placed(groups(&rules.employment_groups), &whole, employment);
    let origins = placed(named(&rules.origin_groups), &whole, |row| [family(&lists.origins, &row.origin)]);
    let part = |(key, label): (&str, &str), lines| Part {
        heading: Some((key.to_owned(), label.to_owned())),
        lines: without_empty(lines),
    };
    Plan {
        columns: vec![column(ColumnKey::Assessed, Event::Assessed), column(ColumnKey::Granted, Event::Granted)],
        parts: vec![
            part(("age", "Âge"), ages),
            part(("household", "Ménage"), households),
            part(("employment", "Emploi"), employments),
            part(("origin", "Origine"), origins),
        ],
        whole,
        total: "Ensemble, pour chaque rubrique",
    }
}

/// What became of the dossiers assessed in the period, each in one line and one only.
pub(super) fn outcomes<'s>(source: &'s Source<'_>) -> Plan<'s, Row<'s>> {
    let whole = counted_in(source, &[Event::Assessed]);
    let mut lines = named_lines(&[("granted", "Prêt accordé à ce jour"), ("refused", "Refus de la banque")]);
    lines.push(Line::new("with_lender", "Décision de la banque attendue"));
    lines.extend(named(&source.ground.rules.redirection_families));
    lines.extend(named_lines(&[
        ("inadmissible", "Irrecevable"),
        ("dropped", "Abandon par la personne"),
        ("withdrawn", "Rétractation ou offre non acceptée"),
        ("closed", "Clos autrement : information seule, décès, transfert, doublon"),
        ("underway", "Instruction en cours"),
    ]));
    Plan {
        columns: vec![
            column(ColumnKey::Dossiers, Event::Assessed),
            Column::share(ColumnKey::Share, ColumnKey::Dossiers),
        ],
        parts: part(without_empty(placed(lines, &whole, |row| [fate(source, row)]))),
        whole,
        total: TOTAL,
    }
}

/// What became of the requests of the period, each in one line and one only.
pub(super) fn became<'s>(source: &'s Source<'_>) -> Plan<'s, Row<'s>> {
    let whole = counted_in(source, &[Event::Requested]);
    let lines = Became::ALL.iter().map(|end| Line::new(end.key(), end.label())).collect();
    Plan {
        columns: vec![
            column(ColumnKey::Requests, Event::Requested),
            Column::share(ColumnKey::Share, ColumnKey::Requests),
        ],
        parts: part(placed(lines, &whole, |row| [Became::of(row).key()])),
        whole,
        total: TOTAL,
    }
}

/// What became of a dossier; a redirection is told by the family of its first solution.
fn fate<'s>(source: &'s Source<'_>, row: &'s ReportRow) -> &'s str {
    let paid = row.disbursed.is_some();
    match (row.stage, row.outcome) {
        (Stage::Closed, Some(Outcome::Ended(EndKind::Died | EndKind::Elsewhere))) if !paid => "closed",
        (Stage::Closed, Some(Outcome::InformationOnly)) => "closed",
        (Stage::Granted | Stage::Signed | Stage::Running | Stage::Accelerated | Stage::Ending, _)
        | (Stage::Closed, Some(Outcome::Ended(EndKind::Repaid | EndKind::Lost | EndKind::Died | EndKind::Elsewhere))) => {
            "granted"
        }
        (Stage::WithLender | Stage::AgreementInPrinciple, _) => "with_lender",
        (Stage::Refused, _) => "refused",
        (Stage::Request | Stage::Assessment | Stage::Session | Stage::ToSubmit, _) | (Stage::Closed, None) => {
            "underway"
        }
        (Stage::Closed, Some(Outcome::Ended(EndKind::Unpaid))) => "withdrawn",
        (Stage::Closed, Some(Outcome::Inadmissible)) => "inadmissible",
        (Stage::Closed, Some(Outcome::Dropped)) => "dropped",
        (Stage::Closed, Some(Outcome::Withdrawn)) => "withdrawn",
        (Stage::Closed, Some(Outcome::Redirected)) => {
            let first = row.orientations.last().and_then(|decision| decision.solutions.first());
            first.map_or(UNKNOWN, |solution| family(&source.ground.lists.redirections, solution))
        }
    }
}

fn age_band<'s>(source: &'s Source<'_>, row: &ReportRow) -> &'s str {
    let age = row.born_on.and_then(|born_on| age_on(born_on, row.received_on));
    let band = age.and_then(|age| {
        let holds = |band: &&crate::report::AgeBand| age >= band.from && band.to.is_none_or(|to| age <= to);
        source.ground.rules.age_bands.iter().find(holds)
    });
    band.map_or(UNKNOWN, |band| band.key.as_str())
}

/// The group of an employment status, by its family; the last group holds what is in no other.
fn employment_group<'s>(source: &'s Source<'_>, status: Option<&'s ListKey>) -> &'s str {
    let Some(status) = status else { return UNKNOWN };
    let family = family(&source.ground.lists.employment, status);
    let holds = |group: &&FamilyGroup| group.families.iter().any(|known| known.as_str() == family);
    source.ground.rules.employment_groups.iter().find(holds).map_or(UNKNOWN, |group| group.key.as_str())
}

pub(super) fn column<'s>(key: ColumnKey, event: Event) -> Column<'s, Row<'s>> {
    Column::counting(key, Unit::Dossiers, move |row: &Row<'s>| row.counted(event))
}

/// The rows some event of the period counts.
pub(super) fn counted_in<'s>(source: &'s Source<'_>, events: &[Event]) -> Vec<Row<'s>> {
    let counts = |row: &Row<'s>| events.iter().any(|event| row.counted(*event).is_some());
    source.rows.iter().filter(counts).collect()
}

fn part<'s>(lines: Vec<Line<Row<'s>>>) -> Vec<Part<Row<'s>>> {
    vec![Part { heading: None, lines }]
}

fn named<'s>(names: &[Named]) -> Vec<Line<Row<'s>>> {
    names.iter().map(|name| Line::new(name.key.as_str(), &name.label)).collect()
}

fn named_lines<'s>(names: &[(&str, &str)]) -> Vec<Line<Row<'s>>> {
    names.iter().map(|(key, label)| Line::new(key, label)).collect()
}

fn groups<'s>(groups: &[FamilyGroup]) -> Vec<Line<Row<'s>>> {
    groups.iter().map(|group| Line::new(group.key.as_str(), &group.label)).collect()
}
