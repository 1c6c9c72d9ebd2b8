//! The dossiers of a period for a spreadsheet, one row each, under the columns the office chose and keeps under a name.
//!
//! A column is one place: its key, its title and its value, so that every file holds the same. No column tells a name; the
//! reference is one among them, which the office takes or leaves.

use std::collections::BTreeMap;

use documents::spreadsheet::{Cell, Form, Look, Sheet, SheetColumn, SheetRow, Spreadsheet};
use domain::calendar::age_on;
use domain::dossier::DossierId;
use domain::report::{AgeBand, Became, Event, Period, ReportRow, RowAnswer, RowPresentation};
use domain::settings::{ListEntry, ListKey};
use domain::words::{Labelled, spaced};
use serde::Deserialize;
use store::DossierQuery;
use ts_rs::TS;

use super::counted::Material;
use super::export::{ReportSaved, TablesForm};
use super::period::{NarrowedTo, ReportAsked};
use super::wording;
use app::caller::{Caller, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::files::write_chosen;
use app::job::Work;

/// A column of the dossiers.
pub(super) struct Column {
    /// Its stable key, kept with a choice of columns; never reused.
    pub(super) key: &'static str,
    /// What people read.
    pub(super) title: &'static str,
    /// What it tells of a dossier.
    value: fn(&Told<'_>) -> Cell,
}

/// A dossier being told.
struct Told<'t> {
    material: &'t Material,
    row: &'t ReportRow,
    reference: &'t str,
    referrer: &'t str,
}

/// Every column, in the order of files.
pub(super) static COLUMNS: [Column; 28] = [
    Column { key: "reference", title: "Référence du dossier", value: |of| Cell::text(of.reference) },
    Column { key: "received_on", title: "Demande reçue le", value: |of| Cell::Day(of.row.received_on) },
    Column { key: "origin", title: "Origine", value: |of| Cell::text(&of.material.origin(of.row)) },
    Column { key: "referrer", title: "Prescripteur", value: |of| Cell::text(of.referrer) },
    Column { key: "category", title: "Catégorie d’objet", value: |of| Cell::text(&of.material.category(of.row)) },
    Column { key: "purpose", title: "Objet", value: |of| Cell::text(&of.material.purpose(of.row)) },
    Column { key: "age_band", title: "Âge à la demande", value: |of| Cell::text(of.material.age_band(of.row)) },
    Column { key: "household", title: "Ménage", value: |of| Cell::text(of.row.household.label()) },
    Column { key: "employment", title: "Emploi", value: |of| Cell::text(of.material.employment(of.row)) },
    Column { key: "assessed_on", title: "Évalué le", value: |of| day(of.row.assessed_on) },
    Column { key: "submitted_on", title: "Transmis le", value: |of| day(of.row.first_submission()) },
    Column { key: "lender", title: "Banque", value: |of| Cell::text(&of.lender()) },
    Column { key: "product", title: "Produit", value: |of| Cell::text(&of.product()) },
    Column { key: "answer", title: "Réponse", value: |of| Cell::text(of.answer()) },
    Column { key: "refusal", title: "Motifs du refus", value: |of| Cell::text(&of.refusal()) },
    Column { key: "answered_on", title: "Répondu le", value: |of| day(of.last().and_then(|sent| sent.answered_on)) },
    Column { key: "amount", title: "Montant accordé", value: |of| of.loan(|loan| loan.amount.map(Cell::euros)) },
    Column {
        key: "months",
        title: "Durée en mois",
        value: |of| of.loan(|loan| loan.months.map(|months| Cell::count(u64::from(months)))),
    },
    Column {
        key: "rate",
        title: "Taux",
        value: |of| of.loan(|loan| loan.rate.map(|rate| Cell::Number(rate.percent(), Form::Percent))),
    },
    Column { key: "instalment", title: "Mensualité", value: |of| of.loan(|loan| loan.instalment.map(Cell::euros)) },
    Column { key: "disbursed_on", title: "Versé le", value: |of| day(of.row.disbursed.map(|(on, _)| on)) },
    Column {
        key: "disbursed",
        title: "Montant versé",
        value: |of| of.row.disbursed.map_or(Cell::Empty, |(_, amount)| Cell::euros(amount)),
    },
    Column { key: "missed", title: "Échéances impayées", value: |of| count(of.row.missed.len()) },
    Column { key: "solution", title: "Autre solution", value: |of| Cell::text(&of.solution()) },
    Column { key: "ended_on", title: "Prêt terminé le", value: |of| day(of.row.loan_end.map(|end| end.on)) },
    Column {
        key: "lost",
        title: "Perte",
        value: |of| of.row.loan_end.and_then(|end| end.lost).map_or(Cell::Empty, Cell::euros),
    },
    Column { key: "stage", title: "Étape", value: |of| Cell::text(of.row.stage.label()) },
    Column { key: "became", title: "Suite", value: |of| Cell::text(Became::of(of.row).label()) },
];

/// Which dossiers, under which columns, in which file.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DossiersToFile {
    /// The year of the bilan.
    pub year: String,
    /// Its first day.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// The keys of the columns; all when there are none.
    pub columns: Vec<String>,
    /// Which dossiers it counts.
    #[serde(default)]
    #[ts(optional, as = "Option<NarrowedTo>")]
    pub narrowed: NarrowedTo,
    /// The form of the file.
    pub form: TablesForm,
    /// The handle of the chosen file.
    pub file: String,
}

/// Saves the dossiers of a period under chosen columns, one row each: whole, or not at all.
pub fn export_dossiers(desk: &Desk, input: DossiersToFile, caller: &Caller) -> Result<Work<ReportSaved>, Failure> {
    let target = caller.outside.files.target(&input.file).ok_or_else(Failure::no_file)?;
    let (year, from, to, narrowed) = (input.year, input.from, input.to, input.narrowed);
    let asked = ReportAsked { year, from, to, narrowed, ..ReportAsked::default() };
    let columns = chosen(&input.columns)?;
    let (material, made_on) = (Material::read(desk, &asked, &caller.moment)?, caller.moment.today);
    let (author, references) = (desk.read(app::settings::identity)?.name, references(desk)?);
    let referrers = desk.read(|reader| Ok::<_, Failure>(reader.referrers()?))?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let rows: Vec<&ReportRow> = material.counted_in(material.period).collect();
        let sheet_rows = rows.iter().map(|row| {
            let reference = references.get(&row.dossier).map_or("", String::as_str);
            let sent = referrers.iter().find(|sent| Some(sent.id) == row.referrer);
            let referrer = sent.map_or("", |sent| sent.structure.as_str());
            let told = Told { material: &material, row, reference, referrer };
            SheetRow { look: Look::Plain, cells: columns.iter().map(|column| (column.value)(&told)).collect() }
        });
        let sheet = Sheet {
            name: "Dossiers".to_owned(),
            lead: Vec::new(),
            columns: columns.iter().map(|column| SheetColumn::of(column.title)).collect(),
            rows: sheet_rows.collect(),
            chart: None,
        };
        let count = domain::words::counted(rows.len(), "dossier", "dossiers");
        let title = material.titled(format!("Dossiers {}", wording::title(material.period)));
        let bytes = input.form.bytes(&Spreadsheet { title, author, made_on, sheets: vec![sheet] })?;
        progress.step(1, 2)?;
        let name = write_chosen(&target, &bytes)?;
        let told = "Sans nom, mais ligne par ligne : il reste dans le service ou va à qui doit le lire.";
        Ok(ReportSaved { sentence: spaced(&format!("{count} dans {name}. {told}")) })
    }))
}

/// The columns of these keys, in the order of files; all of them when none is asked for.
pub(super) fn chosen(keys: &[String]) -> Result<Vec<&'static Column>, Failure> {
    if keys.iter().any(|key| !COLUMNS.iter().any(|column| column.key == key)) {
        return Err(Failure::refused("Cette colonne n’existe pas.").at("columns"));
    }
    Ok(COLUMNS.iter().filter(|column| keys.is_empty() || keys.iter().any(|key| key == column.key)).collect())
}

/// The references of the dossiers that are still there.
fn references(desk: &Desk) -> Result<BTreeMap<DossierId, String>, Failure> {
    let query =
        DossierQuery { search: String::new(), phase: None, among: None, archived: None, offset: 0, limit: u64::MAX };
    let (lines, _) = desk.read(|reader| Ok::<_, Failure>(reader.dossier_lines(&query)?))?;
    Ok(lines.into_iter().map(|(id, line)| (id, line.reference)).collect())
}

fn day(day: Option<chrono::NaiveDate>) -> Cell {
    day.map_or(Cell::Empty, Cell::Day)
}

fn count(items: usize) -> Cell {
    Cell::count(u64::try_from(items).unwrap_or(u64::MAX))
}

impl Told<'_> {
    /// The last sending.
    fn last(&self) -> Option<&RowPresentation> {
        self.row.presentations.last()
    }

    fn lender(&self) -> String {
        let Some(sent) = self.last() else { return String::new() };
        let known = self.material.settings.lenders.get(&sent.lender);
        known.map_or_else(|| sent.lender.as_str().to_owned(), |file| file.lender.name.to_string())
    }

    fn answer(&self) -> &'static str {
        match self.last().map(|sent| &sent.answer) {
            Some(Some(RowAnswer::Approved(_))) => "Accord",
            Some(Some(RowAnswer::Refused(_))) => "Refus",
            Some(None) => "Attendue",
            None => "",
        }
    }

    fn product(&self) -> String {
        let Some((sent, key)) = self.last().and_then(|sent| Some((sent, sent.product.as_ref()?))) else {
            return String::new();
        };
        let rules = self.material.settings.at(sent.sent_on);
        let product = rules.products().find(|(known, _)| *known == key);
        product.map_or_else(|| key.as_str().to_owned(), |(_, product)| product.value.label.to_string())
    }

    fn refusal(&self) -> String {
        let Some(Some(RowAnswer::Refused(reasons))) = self.last().map(|sent| &sent.answer) else {
            return String::new();
        };
        let lists = &self.material.settings.lists;
        reasons.iter().map(|key| label(&lists.refusal_reasons, key)).collect::<Vec<_>>().join(", ")
    }

    fn solution(&self) -> String {
        let last = self.row.orientations.last().and_then(|decided| decided.solutions.first());
        last.map(|key| label(&self.material.settings.lists.redirections, key)).unwrap_or_default()
    }

    fn loan(&self, told: impl Fn(&domain::report::RowLoan) -> Option<Cell>) -> Cell {
        let approved = self.row.presentations.iter().rev().find_map(|sent| match &sent.answer {
            Some(RowAnswer::Approved(loan)) => Some(loan),
            Some(RowAnswer::Refused(_)) | None => None,
        });
        approved.and_then(told).unwrap_or(Cell::Empty)
    }
}

impl Material {
    /// The dossiers a bilan of the period counts somewhere.
    pub(super) fn counted_in(&self, period: Period) -> impl Iterator<Item = &ReportRow> {
        let counts = move |row: &&ReportRow| Event::ALL.iter().any(|event| row.counted_on(*event, period).is_some());
        self.rows.iter().filter(counts)
    }

    fn origin(&self, row: &ReportRow) -> String {
        label(&self.settings.lists.origins, &row.origin)
    }

    /// The group a bilan counts its origin in.
    pub(super) fn origin_group(&self, row: &ReportRow) -> &str {
        let entry = self.settings.lists.origins.iter().find(|entry| entry.key == row.origin);
        let family = entry.and_then(|entry| entry.family.as_ref());
        let groups = &self.delivered.rules.origin_groups;
        groups.iter().find(|group| Some(&group.key) == family).map_or(NOT_SAID, |group| &group.label)
    }

    fn purpose(&self, row: &ReportRow) -> String {
        row.purpose.as_ref().map(|purpose| label(&self.settings.lists.purposes, purpose)).unwrap_or_default()
    }

    /// The category of its purpose.
    pub(super) fn category(&self, row: &ReportRow) -> String {
        let lists = &self.settings.lists;
        let entry = row.purpose.as_ref().and_then(|key| lists.purposes.iter().find(|entry| entry.key == *key));
        let group = entry.and_then(|entry| entry.group.as_ref());
        group.map_or_else(|| NOT_SAID.to_owned(), |group| label(&lists.purpose_categories, group))
    }

    /// The band of the age on the day of the request.
    pub(super) fn age_band(&self, row: &ReportRow) -> &str {
        let age = row.born_on.and_then(|born_on| age_on(born_on, row.received_on));
        let holds = |age: u32| move |band: &&AgeBand| age >= band.from && band.to.is_none_or(|to| age <= to);
        let band = age.and_then(|age| self.delivered.rules.age_bands.iter().find(holds(age)));
        band.map_or(NOT_SAID, |band| &band.label)
    }

    /// The group a bilan counts its employment in.
    pub(super) fn employment(&self, row: &ReportRow) -> &str {
        let lists = &self.settings.lists;
        let entry = row.employment.as_ref().and_then(|key| lists.employment.iter().find(|entry| entry.key == *key));
        let family = entry.and_then(|entry| entry.family.as_ref());
        let groups = &self.delivered.rules.employment_groups;
        let group = groups.iter().find(|group| family.is_some_and(|family| group.families.contains(family)));
        group.map_or(NOT_SAID, |group| &group.label)
    }
}

fn label(list: &[ListEntry], key: &ListKey) -> String {
    list.iter().find(|entry| entry.key == *key).map_or(key.as_str(), |entry| &entry.label).to_owned()
}

/// What stands where something was not said.
pub(super) const NOT_SAID: &str = "Non renseigné";
