//! The page of those who send people: what became of those they sent, and how to send one.
//!
//! No one who sends is named, and no total of a few people is printed: each knows whom they sent.

use documents::papers::figures::{Fill, KeyFigure, ReportTable};
use documents::papers::report_page::Figures;
use domain::partner::Referrer;
use domain::report::Figure;
use domain::words::counted;

use super::{PageFigures, Step, chart, key_count, named, share, short, table, whole};
use crate::counted::Material;
use crate::outside::Outside;
use crate::released::Sent;
use crate::wording;
use app::failure::Failure;

/// Counts what became of the people sent in a period.
pub(super) fn page(material: &Material, referrers: &[Referrer]) -> Result<PageFigures, Failure> {
    let period = material.period;
    let told = Outside::of(material, period, referrers)?;
    let sent = Sent::of(material, period, referrers);
    let [all, assessed, granted] = told.released.sent.each_ref().map(|one| one.as_ref().map(Figure::dossiers_count));
    let words = [
        (all, ("personne orientée", "personnes orientées")),
        (assessed, ("dossier évalué", "dossiers évalués")),
        (granted, ("prêt accordé", "prêts accordés")),
    ];
    let few = |caption: &str| KeyFigure { value: material.under(), caption: caption.to_owned(), before: None };
    let mut keys: Vec<KeyFigure> = words
        .into_iter()
        .map(|(count, words)| count.map_or_else(|| few(words.1), |count| key_count(count, words, None)))
        .collect();
    keys.push(KeyFigure {
        value: middle_days(&sent.days(), material.few()).unwrap_or_else(super::nothing),
        caption: "du premier contact à la banque, en médiane".to_owned(),
        before: None,
    });
    let mut values = named(material);
    values.insert("orientations", all.map(|all| counted(all, "personne", "personnes")).unwrap_or_default());
    let step = |label, count: Option<u64>, note: String, fill| {
        Some(Step { label, count: Some(count?), value: whole(count?), note, fill })
    };
    let by = match sent.partners() {
        0 => String::new(),
        partners => format!("par {}", counted(partners, "partenaire", "partenaires")),
    };
    let of_all = all.zip(assessed).map(|(all, assessed)| format!("{} des personnes orientées", share(assessed, all)));
    let steps = [
        step("Personnes orientées", all, by, Fill::Outline),
        step("Dossiers évalués", assessed, of_all.unwrap_or_default(), Fill::Full),
        step("Prêts accordés", granted, "accord définitif de la banque".to_owned(), Fill::Full),
    ];
    let steps = chart("Ce que sont devenues les orientations", steps.into_iter().flatten().collect(), "");
    let families = families(&told, [all, assessed]);
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

/// The days from the request to the first sending, in the middle; nothing of a few dossiers.
fn middle_days(days: &[u64], few: u64) -> Option<String> {
    let enough = u64::try_from(days.len()).is_ok_and(|count| count >= few);
    let middle = days.get(days.len().checked_div(2)?).filter(|_| enough)?;
    Some(counted(*middle, "jour", "jours"))
}

/// Those who send, by family, none of them named.
fn families(told: &Outside<'_>, [all, assessed]: [Option<u64>; 2]) -> Option<ReportTable> {
    let lines = told.released.families.as_ref()?;
    let (all, assessed) = all.zip(assessed)?;
    let with_share = |mut cells: Vec<String>, part: u64, whole: u64| {
        cells.push(share(part, whole));
        cells
    };
    let rows = lines.iter().map(|line| {
        let [part, people] = [0, 1].map(|place| line.counts.get(place).map_or(0, Figure::dossiers_count));
        with_share(vec![line.label(), whole(people), whole(part)], part, people)
    });
    let total = with_share(vec!["Ensemble".to_owned(), whole(all), whole(assessed)], assessed, all);
    let mut families = table(&["Vous êtes…", "Orientations", "Évalués", "Part"], rows.collect(), Some(total));
    families.title = format!("Par famille de partenaires, {}", wording::during(told.material.period));
    Some(families)
}
