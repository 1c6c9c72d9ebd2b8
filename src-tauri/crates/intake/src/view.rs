//! A chosen register as the screen shows it: its columns, what was understood, what will happen.

use documents::register::ReadingRemark;
use domain::register::RegisterColumn;
use domain::words::{counted, folded, long_date, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::judge::RegisterVerdict;
use super::questions::{RegisterAsked, asked};
use super::register_file::{Brought, StatedForm, chosen};
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::settings::settings;
use app::shapes::Choice;
use casework::today::repaid_to_close;

/// The registers of the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegisterStanding {
    /// The one that was chosen, if one is.
    pub chosen: Option<RegisterView>,
    /// Those that were taken over, the last one first.
    pub imports: Vec<RegisterImportView>,
}

/// Which import.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneImport {
    /// Its number.
    #[ts(type = "number")]
    pub import: i64,
}

/// A register that was taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegisterImportView {
    /// Its number.
    #[ts(type = "number")]
    pub import: i64,
    /// The file and the day.
    pub sentence: String,
    /// Whether it can be undone.
    pub can_undo: bool,
    /// The dossiers changed since, which undoing it leaves: their references.
    pub changed_since: Vec<String>,
    /// The loans it says repaid whose dossiers are open: `264 prêts remboursés à clore`; empty when there is none.
    pub repaid: String,
}

/// A chosen register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegisterView {
    /// The name of the file.
    pub file: String,
    /// Its sheets, by their place.
    pub sheets: Vec<Choice>,
    /// The sheet that is read, from zero.
    pub sheet: u32,
    /// The line of the headings, as the spreadsheet numbers it.
    pub headings_line: u32,
    /// Its columns, in the order of the file.
    pub columns: Vec<RegisterColumnView>,
    /// What a column can hold.
    pub column_choices: Vec<Choice>,
    /// What is the same for every line.
    pub stated: StatedForm,
    /// What is asked once for the file.
    pub asked: Vec<RegisterAsked>,
    /// Lines by verdict.
    pub counts: RegisterCounts,
    /// What was understood of the file, a line each.
    pub understood: Vec<String>,
    /// What is to be known of the way it was read.
    pub remarks: Vec<String>,
    /// Lenders that taking it over would add.
    pub new_lenders: Vec<String>,
    /// Whether it can be taken over now.
    pub can_take: bool,
    /// Why not, or what will be left out.
    pub hint: String,
}

/// A column of a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegisterColumnView {
    /// Its place, from zero.
    pub place: u32,
    /// Its heading; empty when it has none.
    pub heading: String,
    /// What it holds; empty when it is left out.
    pub column: String,
    /// The first things that stand in it.
    pub examples: String,
}

/// How many lines have each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct RegisterCounts {
    /// Every line that is read.
    pub all: u32,
    /// To be settled.
    pub to_settle: u32,
    /// Refused.
    pub refused: u32,
    /// To create.
    pub to_create: u32,
    /// To update.
    pub to_update: u32,
    /// There already.
    pub already_there: u32,
    /// Left out by the adviser.
    pub left_out: u32,
}

impl RegisterCounts {
    pub(crate) fn of(brought: &Brought) -> Self {
        let mut counts = Self::default();
        for one in &brought.judged {
            counts.all = counts.all.saturating_add(1);
            let count = match one.verdict {
                RegisterVerdict::Refused => &mut counts.refused,
                RegisterVerdict::ToSettle => &mut counts.to_settle,
                RegisterVerdict::ToCreate => &mut counts.to_create,
                RegisterVerdict::ToUpdate => &mut counts.to_update,
                RegisterVerdict::AlreadyThere => &mut counts.already_there,
                RegisterVerdict::LeftOut => &mut counts.left_out,
            };
            *count = count.saturating_add(1);
        }
        counts
    }
}

/// Shows the register that was chosen and those that were taken over.
pub fn register(desk: &Desk, _: Nothing, moment: &Moment) -> Result<RegisterStanding, Failure> {
    let chosen = if chosen(desk).is_ok() { Some(view(desk, moment)?) } else { None };
    let imports = desk.read(|reader| {
        let mut shown = Vec::new();
        let repaid = reader.repaid_in_registers()?;
        for import in reader.register_imports()? {
            let changed = if import.undone { Vec::new() } else { reader.changed_since_import(import.id)? };
            let references = reader.references(&changed)?;
            let on = long_date(moment.day_of(import.made_at));
            let undone = if import.undone { ", défait depuis" } else { "" };
            shown.push(RegisterImportView {
                import: import.id,
                sentence: spaced(&format!("{}, repris le {on}{undone}", import.file)),
                can_undo: !import.undone,
                changed_since: references.into_values().collect(),
                repaid: repaid_to_close(repaid.iter().filter(|(of, _)| *of == import.id).count()),
            });
        }
        Ok::<_, Failure>(shown)
    })?;
    Ok(RegisterStanding { chosen, imports })
}

/// The chosen register. Errors: there is none.
pub(super) fn view(desk: &Desk, moment: &Moment) -> Result<RegisterView, Failure> {
    let brought = chosen(desk)?;
    let settings = desk.read(settings)?;
    let counts = RegisterCounts::of(brought);
    let mut lenders: Vec<Choice> =
        settings.lenders.iter().map(|(key, file)| Choice::new(key.as_str(), file.lender.name.as_str())).collect();
    lenders.sort_by_key(|choice| folded(&choice.label));
    let origins = settings.at(moment.today).lists.origins.iter().filter(|entry| !entry.retired);
    let asked = asked(brought, lenders, origins.map(Choice::of_entry).collect());
    let (can_take, hint) = hint(brought, counts);
    Ok(RegisterView {
        file: brought.file.clone(),
        sheets: sheets(brought),
        sheet: number(brought.sheet),
        headings_line: number(brought.headings.line.saturating_add(1)),
        columns: columns(brought),
        column_choices: RegisterColumn::ALL.into_iter().map(Choice::of).collect(),
        stated: brought.stated.clone(),
        asked,
        counts,
        understood: understood(brought),
        remarks: brought.book.remarks.iter().map(|remark| spaced(remarked(*remark))).collect(),
        new_lenders: brought.new_lenders.iter().map(|(_, name)| name.clone()).collect(),
        can_take,
        hint,
    })
}

fn sheets(brought: &Brought) -> Vec<Choice> {
    let named = brought.book.sheets.iter().enumerate().map(|(place, sheet)| {
        let name = if sheet.name.is_empty() { "Tableau" } else { sheet.name.as_str() };
        Choice::new(&place.to_string(), name)
    });
    named.collect()
}

fn columns(brought: &Brought) -> Vec<RegisterColumnView> {
    const SHOWN: usize = 3;
    let headings = brought.heading_texts();
    let columns = brought.headings.columns.iter().enumerate();
    columns
        .map(|(place, column)| {
            let held = brought.below().filter_map(|(_, cells)| cells.get(place)).filter(|cell| !cell.is_empty());
            RegisterColumnView {
                place: number(place),
                heading: headings.get(place).cloned().unwrap_or_default(),
                column: column.map_or("", |word| word.key()).to_owned(),
                examples: held.take(SHOWN).cloned().collect::<Vec<_>>().join(" · "),
            }
        })
        .collect()
}

/// Whether it can be taken over, and what to say of it.
fn hint(brought: &Brought, counts: RegisterCounts) -> (bool, String) {
    let lines = |count: u32| counted(count, "ligne", "lignes");
    if !brought.headings.columns.iter().flatten().any(|column| column.names_the_person()) {
        return (false, "Aucune colonne ne dit le nom : choisissez-la à l’étape Colonnes.".to_owned());
    }
    if counts.to_create == 0 && counts.to_update == 0 && counts.to_settle == 0 {
        return (false, "Tout ce que dit ce fichier est déjà là, ou laissé de côté.".to_owned());
    }
    let left = counts.refused.saturating_add(counts.left_out);
    let aside = if counts.refused == 0 {
        String::new()
    } else {
        format!(" {} sans nom, non reprise{}.", lines(counts.refused), if counts.refused > 1 { "s" } else { "" })
    };
    if counts.to_settle > 0 {
        return (false, spaced(&format!("{} à trancher d’abord.{aside}", lines(counts.to_settle))));
    }
    if left > 0 { (true, spaced(aside.trim())) } else { (true, String::new()) }
}

fn understood(brought: &Brought) -> Vec<String> {
    let sheet = sheets(brought).get(brought.sheet).map(|choice| choice.label.clone()).unwrap_or_default();
    let mut lines = vec![format!("feuille « {sheet} », titres en ligne {}", brought.headings.line.saturating_add(1))];
    let known = brought.headings.columns.iter().flatten().count();
    let headings = brought.heading_texts();
    let aside = headings
        .iter()
        .zip(&brought.headings.columns)
        .filter(|(heading, column)| column.is_none() && !heading.is_empty());
    let aside: Vec<String> = aside.map(|(heading, _)| format!("« {heading} »")).collect();
    let all = headings.iter().filter(|heading| !heading.is_empty()).count();
    let again = if brought.remembered { ", comme la dernière fois" } else { "" };
    lines.push(format!("colonnes reconnues : {known} sur {all}{again}"));
    if !aside.is_empty() {
        lines.push(format!("laissées de côté : {}", aside.join(", ")));
    }
    let totals: Vec<String> = brought.passed.totals.iter().map(|line| line.saturating_add(1).to_string()).collect();
    let (blank, total) = (brought.passed.blank, totals.len());
    if brought.passed.titles > 0 {
        let titles = counted(u64::try_from(brought.passed.titles).unwrap_or_default(), "intertitre", "intertitres");
        lines.push(format!("{titles} : le mois ou l’année vaut pour les lignes dessous"));
    }
    if blank > 0 || total > 0 {
        let blank = counted(u64::try_from(blank).unwrap_or_default(), "vide", "vides");
        let total = counted(u64::try_from(total).unwrap_or_default(), "total", "totaux");
        let lines_of = if totals.is_empty() { String::new() } else { format!(" (n° {})", totals.join(", ")) };
        lines.push(format!("lignes passées : {blank}, {total}{lines_of}"));
    }
    lines.push("ce qui n’est pas écrit reste inconnu : ces dossiers seront dits « repris »".to_owned());
    lines.iter().map(|line| spaced(line)).collect()
}

fn remarked(remark: ReadingRemark) -> &'static str {
    match remark {
        ReadingRemark::Macros => "Ce classeur contient des macros : aucune n’a été lancée, les valeurs ont été lues.",
        ReadingRemark::Windows1252 => "Le texte n’est pas en Unicode : il a été lu comme Windows l’écrit en français.",
        ReadingRemark::LooseQuotes => {
            "Un guillemet n’est jamais refermé : les guillemets ont été lus comme des lettres."
        }
        ReadingRemark::CutCells => "Des cases très longues ont été coupées.",
        ReadingRemark::MergedCells => {
            "Des cases sont fusionnées sur plusieurs lignes : leur texte vaut pour chacune, un montant pour la première."
        }
    }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
