//! The sheet of a recovery code: drawn from the code in memory while it waits to be copied back, kept nowhere.
//!
//! Handed to the system's viewer, it is a file for as long as it takes to print it: it goes once the code was copied
//! back, and at the latest at the lock. Saved, it is where the adviser put it. The journal does not know of it.

use std::path::{Path, PathBuf};

use chrono::Months;
use documents::papers::Letterhead;
use documents::papers::recovery_sheet::{RecoverySheet, render};
use serde::Deserialize;
use ts_rs::TS;

use super::create::code_not_drawn;
use super::identity::read_identity;
use super::logo::letterhead;
use super::patience::prepared;
use super::{Desk, OfficeFields};
use app::caller::{Caller, Moment, Progress};
use app::delivered::delivered;
use app::failure::Failure;
use app::files::{PaperSaved, show_private, write_chosen};
use app::job::Work;
use app::settings::safety_rules;

/// The name of the file, which says what it is and not whose.
const FILE: &str = "code-de-secours.pdf";

/// The sheet of the code that was drawn.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SheetAsked {
    /// What heads it while there is no office yet.
    #[serde(default)]
    #[ts(optional)]
    pub office: Option<OfficeFields>,
}

/// The sheet of the code that was drawn, and the file chosen for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SheetToFile {
    /// What heads it while there is no office yet.
    #[serde(default)]
    #[ts(optional)]
    pub office: Option<OfficeFields>,
    /// The handle of the chosen file.
    pub file: String,
}

/// Opens the sheet in the system's viewer, to be printed.
pub fn open_recovery_sheet(desk: &Desk, input: SheetAsked, caller: &Caller) -> Result<Work<PaperSaved>, Failure> {
    let file = passing(desk.opened_folder());
    let viewer = caller.outside.viewer.clone();
    let (sheet, head) = gathered(desk, input.office, &caller.moment)?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let paper = render(&sheet, &head)?;
        progress.step(1, 2)?;
        show_private(&file, &paper.bytes, &*viewer)?;
        Ok(PaperSaved {
            sentence: "La feuille est ouverte dans la visionneuse : imprimez-la, puis fermez-la. Sa copie de passage \
                       sera effacée dès que vous aurez recopié les deux groupes."
                .to_owned(),
            remarks: Vec::new(),
        })
    }))
}

/// Saves the sheet where the adviser chose.
pub fn save_recovery_sheet(desk: &Desk, input: SheetToFile, caller: &Caller) -> Result<Work<PaperSaved>, Failure> {
    let target = caller.outside.files.target(&input.file).ok_or_else(Failure::no_file)?;
    let (sheet, head) = gathered(desk, input.office, &caller.moment)?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let paper = render(&sheet, &head)?;
        progress.step(1, 2)?;
        let name = write_chosen(&target, &paper.bytes)?;
        let told = format!(
            "La feuille est enregistrée sous {name}. Qui ouvre ce fichier lit le code : imprimez-le, puis supprimez-le."
        );
        Ok(PaperSaved { sentence: domain::words::spaced(&told), remarks: Vec::new() })
    }))
}

/// Wipes the sheet that was handed to the viewer: its code was copied back, or will never serve.
pub(super) fn forget_sheet(desk: &Desk) {
    // A viewer may still hold the file: what is left goes at the lock.
    let _ = store::disk::remove_file(passing(desk.opened_folder()));
}

fn passing(opened: &Path) -> PathBuf {
    opened.join(FILE)
}

/// The code in memory, what the office is called and when the code is to be tried again.
fn gathered(
    desk: &Desk,
    office: Option<OfficeFields>,
    moment: &Moment,
) -> Result<(RecoverySheet, Letterhead), Failure> {
    let prepared = prepared(desk).ok_or_else(code_not_drawn)?;
    let (head, rules, number) = match desk.vault() {
        Ok(vault) => {
            let (head, rules) = desk.read(|reader| Ok((letterhead(reader)?, safety_rules(reader, moment.today)?)))?;
            (head, rules, vault.number())
        }
        Err(_) => {
            let fields =
                office.ok_or_else(|| Failure::refused("La feuille dit de quel CCAS est le code.").at("name"))?;
            let office = read_identity(&fields.name, &fields.advisor, &fields.address, &fields.phone)?;
            (Letterhead::from(office), delivered()?.safety.value.clone(), prepared.number)
        }
    };
    let months = Months::new(rules.code_test_months);
    let sheet = RecoverySheet {
        groups: prepared.code.groups(),
        asked: prepared.asked,
        fingerprint: number.fingerprint(),
        made_on: moment.today,
        check_before: moment.today.checked_add_months(months).unwrap_or(moment.today),
    };
    Ok((sheet, head))
}
