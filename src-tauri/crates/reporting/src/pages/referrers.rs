//! The page of those who send people: what became of those they sent, and how to send one.
//!
//! No one who sends is named, and no total of a few people is printed: each knows whom they sent.

use std::collections::BTreeMap;

use documents::papers::annual_report::Fill;
use documents::papers::figures::KeyFigure;
use documents::papers::report_page::Figures;
use domain::partner::{Referrer, ReferrerId};
use domain::report::{Became, Event, Period, ReportRow};
use domain::settings::ListKey;
use domain::words::counted;

use super::few::{self, Line};
use super::{PageFigures, Step, chart, during, how_many, key_count, named, rows_of, share, short, table, whole};
use crate::counted::Material;
use crate::wording;
use app::failure::Failure;

/// The family of the origins of those whom a partner sent.
const PARTNER: &str = "partner";

/// Counts what became of the people sent in a period.
pub(super) fn page(material: &Material, referrers: &[Referrer]) -> Result<PageFigures, Failure> {
    let period = material.period;
    let sent = sent_in(material, period);
    let all = how_many(&sent, |_| true);
    let assessed = |row: &ReportRow| row.assessed_on.is_some();
    let granted = |row: &ReportRow| row.granted_in(to_this_day(period)).is_some();
    let shown = |count: u64| if (1..material.few()).contains(&count) { None } else { Some(count) };
    let before = material.before.map(|before| (how_many(&sent_in(material, before), |_| true), before));
    let before = before.and_then(|(count, before)| Some(format!("{} {}", whole(shown(count)?), during(before))));
    let counted_keys = [
        (all, ("personne orientée", "personnes orientées"), before),
        (how_many(&sent, assessed), ("dossier évalué", "dossiers évalués"), None),
        (how_many(&sent, granted), ("prêt accordé", "prêts accordés"), None),
    ];
    let mut keys: Vec<KeyFigure> = Vec::new();
    for (count, words, before) in counted_keys {
        let key = key_count(count, words, before);
        let few = || KeyFigure { value: material.under(), caption: words.1.to_owned(), before: None };
        keys.push(if shown(count).is_some() { key } else { few() });
    }
    let middle = middle_days(&sent, material.few());
    keys.push(KeyFigure {
        value: middle.unwrap_or_else(super::nothing),
        caption: "du premier contact à la banque, en médiane".to_owned(),
        before: None,
    });
    let mut values = named(material);
    values.insert("orientations", shown(all).map(|all| counted(all, "personne", "personnes")).unwrap_or_default());
    let step = |label, wanted: &dyn Fn(&ReportRow) -> bool, note: &str, fill| {
        let count = shown(how_many(&sent, wanted))?;
        Some(Step { label, count: Some(count), value: whole(count), note: note.to_owned(), fill })
    };
    let partners = sent.iter().filter_map(|row| row.referrer).collect::<std::collections::BTreeSet<ReferrerId>>().len();
    let by = counted(partners, "partenaire", "partenaires");
    let by = if partners == 0 { String::new() } else { format!("par {by}") };
    let steps = [
        step("Personnes orientées", &|_| true, &by, Fill::Outline),
        step(
            "Dossiers évalués",
            &assessed,
            &format!("{} des personnes orientées", share(how_many(&sent, assessed), all)),
            Fill::Full,
        ),
        step(
            "Autre réponse trouvée",
            &|row| Became::of(row) == Became::Elsewhere,
            "aide, droit ouvert, accompagnement budgétaire",
            Fill::Outline,
        ),
        step("Prêts accordés", &granted, "accord définitif de la banque", Fill::Full),
    ];
    let steps = chart("Ce que sont devenues les orientations", steps.into_iter().flatten().collect(), "");
    let families = families(material, referrers, &sent);
    let figures = steps.map(Figures::Chart).into_iter().chain(families.map(|table| Figures::Tables(vec![table])));
    Ok(PageFigures {
        values,
        readers: "Partenaires",
        reference: material.titled(format!("PRESC-{}", short(period))),
        period,
        keys,
        opening: String::new(),
        figures: figures.collect(),
    })
}

fn sent_in(material: &Material, period: Period) -> Vec<&ReportRow> {
    let requested = |row: &&ReportRow| row.counted_on(Event::Requested, period).is_some();
    material.rows.iter().filter(requested).filter(|row| was_sent(material, row)).collect()
}

/// Whether a partner sent the person, even one that was not named.
fn was_sent(material: &Material, row: &ReportRow) -> bool {
    let entry = material.settings.lists.origins.iter().find(|entry| entry.key == row.origin);
    let family = entry.and_then(|entry| entry.family.as_ref());
    row.referrer.is_some() || family.is_some_and(|family| family.as_str() == PARTNER)
}

/// The people of a period are followed to this day.
fn to_this_day(period: Period) -> Period {
    Period::of(period.from(), chrono::NaiveDate::MAX).unwrap_or(period)
}

/// The days from the request to the first sending, in the middle; nothing of a few dossiers.
fn middle_days(sent: &[&ReportRow], few: u64) -> Option<String> {
    let mut days: Vec<u64> = sent.iter().filter_map(|row| row.days_to_submission()).collect();
    days.sort_unstable();
    let enough = u64::try_from(days.len()).is_ok_and(|count| count >= few);
    let middle = days.get(days.len().checked_div(2)?).filter(|_| enough)?;
    Some(domain::words::counted(*middle, "jour", "jours"))
}

/// Those who send, by family, none of them named.
fn families(
    material: &Material,
    referrers: &[Referrer],
    sent: &[&ReportRow],
) -> Option<documents::papers::figures::ReportTable> {
    let kinds: BTreeMap<ReferrerId, &ListKey> = referrers.iter().map(|one| (one.id, &one.kind)).collect();
    let family = |row: &ReportRow| {
        let kind = row.referrer.and_then(|id| kinds.get(&id));
        let entry =
            material.settings.lists.referrer_kinds.iter().find(|entry| kind.is_some_and(|kind| entry.key == **kind));
        entry.and_then(|entry| entry.family.clone())
    };
    let groups = &material.delivered.rules.referrer_groups;
    let is_known = |row: &ReportRow| family(row).is_some_and(|key| groups.iter().any(|group| group.key == key));
    let line = |label: &str, of: &dyn Fn(&ReportRow) -> bool| {
        let people = how_many(sent, of);
        Line::of(label, vec![people, how_many(sent, |row| of(row) && row.assessed_on.is_some())])
    };
    let mut lines: Vec<Line> =
        groups.iter().map(|group| line(&group.label, &|row| family(row).as_ref() == Some(&group.key))).collect();
    lines.push(line("Autres", &|row| !is_known(row)));
    let lines = few::told(lines, material.few())?;
    let all = [how_many(sent, |_| true), how_many(sent, |row| row.assessed_on.is_some())];
    let with_share = |mut cells: Vec<String>, part: u64, whole: u64| {
        cells.push(share(part, whole));
        cells
    };
    let rows = rows_of(&lines, 2).into_iter().zip(&lines).map(|(cells, line)| {
        let at = |place: usize| line.counts.get(place).copied().unwrap_or_default();
        with_share(cells, at(1), at(0))
    });
    let total = vec!["Ensemble".to_owned(), whole(all[0]), whole(all[1])];
    let rows: Vec<Vec<String>> = rows.collect();
    let total = with_share(total, all[1], all[0]);
    let mut told = table(&["Vous êtes…", "Orientations", "Évalués", "Part"], rows, Some(total));
    told.title = format!("Par famille de partenaires, {}", wording::during(material.period));
    Some(told)
}
