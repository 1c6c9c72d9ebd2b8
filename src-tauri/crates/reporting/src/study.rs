//! The dossiers of a period for a study: no name, no reference, no day, and nobody recognised by what they share with few.
//!
//! Months stand for days and bands for ages; amounts are told to the hundred. Where fewer people than the office's
//! threshold share the same traits, traits are left out one after another until enough do; a dossier that stays alone is
//! left out, and the sentence says how many (k-anonymat : CNIL, *L’anonymisation de données personnelles*).

mod rare;

use chrono::Datelike;
use documents::spreadsheet::{Cell, Form, Look, Sheet, SheetColumn, SheetRow, Spreadsheet};
use domain::money::Euros;
use domain::report::{Became, Event, ReportRow};
use domain::words::{Labelled, counted, spaced};
use rust_decimal::Decimal;
use serde::Deserialize;
use ts_rs::TS;

use self::rare::{Traits, enough_alike};
use super::counted::Material;
use super::export::{ReportSaved, TablesForm};
use super::period::{NarrowedTo, ReportAsked};
use super::wording;
use app::caller::{Caller, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::files::write_chosen;
use app::job::Work;

/// Which dossiers, in which file.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StudyToFile {
    /// The year of the bilan.
    pub year: String,
    /// Its first day.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// Which dossiers it counts.
    #[serde(default)]
    #[ts(optional, as = "Option<NarrowedTo>")]
    pub narrowed: NarrowedTo,
    /// The form of the file.
    pub form: TablesForm,
    /// The handle of the chosen file.
    pub file: String,
}

/// What a person could be recognised by, in the order of the columns.
const TRAITS: [&str; 6] = ["Mois de la demande", "Âge", "Ménage", "Emploi", "Origine", "Objet"];
/// What is told besides.
const TOLD: [&str; 5] =
    ["Suite", "Montant accordé, à la centaine", "Durée en mois", "Jours de la demande à la banque", "Impayé"];

/// Saves the requests of a period for a study: whole, or not at all.
pub fn export_study(desk: &Desk, input: StudyToFile, caller: &Caller) -> Result<Work<ReportSaved>, Failure> {
    let target = caller.outside.files.target(&input.file).ok_or_else(Failure::no_file)?;
    let (year, from, to, narrowed) = (input.year, input.from, input.to, input.narrowed);
    let asked = ReportAsked { year, from, to, narrowed, ..ReportAsked::default() };
    let (material, made_on) = (Material::read(desk, &asked, &caller.moment)?, caller.moment.today);
    let author = desk.read(app::settings::identity)?.name;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let requested = |row: &&ReportRow| row.counted_on(Event::Requested, material.period).is_some();
        let rows: Vec<&ReportRow> = material.rows.iter().filter(requested).collect();
        let traits = rows.iter().map(|row| traits(&material, row)).collect();
        let found = enough_alike(traits, material.few());
        let mut lines: Vec<Vec<Cell>> = Vec::new();
        for (row, traits) in rows.iter().zip(&found.rows) {
            let Some(traits) = traits else { continue };
            let known = traits.iter().map(|one| Cell::text(one.as_deref().unwrap_or("")));
            lines.push(known.chain(told(row)?).collect());
        }
        // The order of the rows must tell nothing of that of the requests.
        lines.sort_by_cached_key(|line| format!("{line:?}"));
        let kept = counted(lines.len(), "demande", "demandes");
        let sheet = Sheet {
            name: "Étude".to_owned(),
            lead: Vec::new(),
            columns: TRAITS.iter().chain(&TOLD).map(|title| SheetColumn::of(title)).collect(),
            rows: lines.into_iter().map(|cells| SheetRow { look: Look::Plain, cells }).collect(),
            chart: None,
        };
        let title = material.titled(format!("Étude {}", wording::title(material.period)));
        let bytes = input.form.bytes(&Spreadsheet { title, author, made_on, sheets: vec![sheet] })?;
        progress.step(1, 2)?;
        let name = write_chosen(&target, &bytes)?;
        let blurred = counted(found.blurred, "ligne a", "lignes ont");
        let dropped = counted(found.dropped, "demande trop rare est laissée", "demandes trop rares sont laissées");
        let under = material.few();
        let told = format!(
            "{kept} dans {name}. {blurred} perdu les précisions que moins de {under} personnes partagent ; {dropped} de côté."
        );
        Ok(ReportSaved { sentence: spaced(&told) })
    }))
}

fn traits(material: &Material, row: &ReportRow) -> Traits {
    let month = format!("{}-{:02}", row.received_on.year(), row.received_on.month());
    let said = [
        month.as_str(),
        material.age_band(row),
        row.household.label(),
        material.employment(row),
        material.origin_group(row),
        &material.category(row),
    ];
    said.map(|one| Some(one.to_owned()))
}

/// What nobody knows of a neighbour: what became of the request.
fn told(row: &ReportRow) -> Result<[Cell; 5], Failure> {
    let loan =
        row.granted_in(domain::report::Period::of(row.received_on, chrono::NaiveDate::MAX)?).map(|(_, loan)| loan);
    let amount = loan.and_then(|loan| loan.amount).map(rounded);
    let days = row.days_to_submission();
    Ok([
        Cell::text(Became::of(row).label()),
        amount.map_or(Cell::Empty, |amount| Cell::Number(amount, Form::Whole)),
        loan.and_then(|loan| loan.months).map_or(Cell::Empty, |months| Cell::count(u64::from(months))),
        days.map_or(Cell::Empty, Cell::count),
        Cell::text(if row.missed.is_empty() { "non" } else { "oui" }),
    ])
}

/// To the hundred of euros.
fn rounded(amount: Euros) -> Decimal {
    (Decimal::new(amount.cents(), 2) / Decimal::ONE_HUNDRED).round() * Decimal::ONE_HUNDRED
}
