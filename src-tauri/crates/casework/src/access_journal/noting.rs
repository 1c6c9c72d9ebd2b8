//! What a call leaves in the journal beside the actions, which note themselves: a dossier shown, a paper given out.
//!
//! It is settled in one place, from the name of the call and the dossier its input names, so that no verb can forget
//! it. Shown again and again by refreshes, a room of a dossier is one line until another dossier is shown.

use std::collections::BTreeSet;

use domain::dossier::DossierId;
use serde_json::Value;
use store::JournalEntry;

use app::caller::Moment;
use app::desk::{Desk, Slot};
use app::failure::Failure;
use app::job::Kind;

/// Calls that take something out of the office: each time is a line.
const GIVEN_OUT: &[&str] = &[
    "save_paper",
    "open_paper",
    "print_paper",
    "mail_paper",
    "open_appointment",
    "save_kept_paper",
    "open_kept_paper",
    "print_kept_paper",
    "save_attachment",
    "open_attachment",
    "export_report",
    "report_data",
    "export_dossiers",
    "export_study",
    "export_journal",
    "export_person",
    "copy_here",
    "copy_outside",
];

/// Calls that show names of several people at once. Pages ask for them again and again: one line for each sitting.
const LISTS: &[&str] = &["today", "dossiers", "drafts", "report_dossiers", "find_paper", "register_rows"];

/// What was shown since another dossier was.
#[derive(Debug, Default)]
pub(crate) struct Stretch {
    dossier: Option<DossierId>,
    shown: BTreeSet<String>,
    /// The lists shown since the office was opened.
    lists: BTreeSet<&'static str>,
}

impl Slot for Stretch {
    fn close(&mut self) {
        *self = Self::default();
    }
}

impl Stretch {
    /// Whether what is shown was noted already.
    fn has(&self, noticed: &Noticed, shown: &str, is_list: bool) -> bool {
        let is_listed = is_list && self.lists.contains(noticed.call);
        is_listed || (!noticed.given_out && self.dossier == noticed.dossier && self.shown.contains(shown))
    }
}

/// What the journal will say of a call, once it was answered.
pub struct Noticed {
    call: &'static str,
    dossier: Option<DossierId>,
    detail: Option<String>,
    given_out: bool,
}

/// What the journal has to say of a call about to be made; nothing for what notes itself and for what shows no dossier.
pub fn noticed(desk: &Desk, call: &'static str, kind: Kind, input: &Value) -> Option<Noticed> {
    if LISTS.contains(&call) {
        return Some(Noticed { call, dossier: None, detail: None, given_out: false });
    }
    let given_out = GIVEN_OUT.contains(&call);
    if !given_out && !matches!(kind, Kind::Read | Kind::Long) {
        return None;
    }
    let dossier = dossier_named(desk, input);
    if dossier.is_none() && !given_out {
        return None;
    }
    let paper = input.pointer("/of/paper").or_else(|| input.get("paper"));
    let detail = paper.and_then(Value::as_str).map(ToOwned::to_owned);
    Some(Noticed { call, dossier, detail, given_out })
}

/// Writes what was noticed. What leaves the office is refused when it cannot be noted; what is only shown is shown:
/// whoever sits before a person has to read the dossier even on a disk that is full.
pub fn note(desk: &mut Desk, noticed: Option<Noticed>, moment: &Moment) -> Result<(), Failure> {
    let Some(noticed) = noticed else { return Ok(()) };
    let shown = format!("{} {}", noticed.call, noticed.detail.as_deref().unwrap_or_default());
    let is_list = LISTS.contains(&noticed.call);
    if desk.slot::<Stretch>().is_some_and(|stretch| stretch.has(&noticed, &shown, is_list)) {
        return Ok(());
    }
    let fields: Vec<&str> = noticed.detail.as_deref().into_iter().collect();
    let entry = JournalEntry { call: noticed.call, dossier: noticed.dossier, fields: &fields, now: moment.now };
    let noted = desk.vault_mut()?.note(entry);
    if noticed.given_out {
        return Ok(noted?);
    }
    if noted.is_ok() {
        desk.with_slot(|stretch: &mut Stretch| {
            if is_list {
                stretch.lists.insert(noticed.call);
                return;
            }
            if stretch.dossier != noticed.dossier {
                stretch.dossier = noticed.dossier;
                stretch.shown.clear();
            }
            stretch.shown.insert(shown);
        });
    }
    Ok(())
}

/// The dossier an input names, by its number or by its reference.
fn dossier_named(desk: &Desk, input: &Value) -> Option<DossierId> {
    let number = input.get("dossier").or_else(|| input.pointer("/of/dossier")).and_then(Value::as_i64);
    if let Some(number) = number {
        return Some(DossierId(number));
    }
    let reference = input.get("reference").and_then(Value::as_str)?.trim().to_owned();
    desk.vault().ok()?.read(|reader| reader.dossier_with_reference(&reference)).ok()?
}
