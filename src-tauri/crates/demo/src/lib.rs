//! An office to try Étrier with: invented people over three years, at every stage.
//!
//! The same seed and the same day make the same office: the same facts, the same references. It is made by the same
//! path as a real one, and its facts are admitted by the same rules. Its people are invented: it asks for no
//! passphrase, and opens by itself. It is marked as a demonstration, and leaving it moves its folder aside without
//! erasing anything.

mod assessed;
mod budget;
mod chance;
mod commission;
mod company;
mod contact;
mod crowd;
mod documents;
mod ending;
mod following;
mod happenings;
mod home;
mod incident;
mod invented;
mod lending;
mod moving;
mod office;
mod path;
mod people;
mod plan;
mod project;
mod repayment;
mod requests;
mod statements;
mod stock;
mod surroundings;
mod tale;
mod wording;

use serde::Deserialize;
use store::{Act, StoreError};
use ts_rs::TS;
use zeroize::Zeroizing;

use self::crowd::Crowd;
use self::office::{DemoMark, moved, settings_rows};
use self::stock::stock;
use self::surroundings::Around;
use app::caller::{Caller, Moment};
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::settings::{is_demo, settings};
use app::tasks;
use casework::office::{DEMO_PASSPHRASE, Founding, Opened, RetypedGroups, found};

/// The most dossiers a demonstration is made of.
const MOST_DOSSIERS: u32 = 100_000;
/// The dossiers between two steps of the progress.
const STEP: u32 = 20;

/// What a demonstration is made of.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewDemo {
    /// The passphrase; none is asked for when it is left out, and the demonstration opens by itself.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub passphrase: Zeroizing<String>,
    /// The two groups asked back of the recovery code, in the order they were asked; none when it is left out.
    #[serde(default)]
    #[ts(type = "string[]", optional)]
    pub retyped: Option<RetypedGroups>,
    /// How many dossiers, 1 to 100 000.
    pub dossiers: u32,
    /// Which office: the same number makes the same one on the same day.
    #[ts(type = "number")]
    pub seed: u64,
}

/// Creates an office of invented dossiers and opens it. Cut short, there is no office.
pub fn create_demo_office(desk: &mut Desk, input: NewDemo, caller: &Caller) -> Result<Opened, Failure> {
    if !(1..=MOST_DOSSIERS).contains(&input.dossiers) {
        return Err(Failure::refused("Une démonstration a de 1 à 100 000 dossiers.").at("dossiers"));
    }
    let mark = DemoMark { dossiers: input.dossiers, seed: input.seed };
    let rows = settings_rows(&mark, &caller.moment)?;
    let opens_alone = input.passphrase.trim().is_empty();
    let passphrase = if opens_alone { DEMO_PASSPHRASE } else { input.passphrase.as_str() };
    let retyped = input.retyped.as_ref();
    let founding = Founding { passphrase, retyped, settings: &rows, call: "create_demo_office" };
    found(desk, &founding, &caller.moment)?;
    if opens_alone {
        desk.folder().let_open_alone()?;
    }
    fill(desk, &mark, caller).inspect_err(|_| {
        // Half an office would be taken for a whole one.
        let _ = set_aside(desk, &caller.moment);
    })?;
    casework::office::opened(desk, Vec::new())
}

/// Closes a demonstration and moves its folder aside, so that the real office can be created. Errors: it is a
/// real office.
pub fn leave_demo(desk: &mut Desk, _: Nothing, moment: &Moment) -> Result<Nothing, Failure> {
    // A copy of a demonstration may be looked at from a real office, which is the one that would be moved.
    if desk.vault()?.is_looked() {
        return Err(StoreError::OnlyLooked.into());
    }
    if !desk.read(is_demo)? {
        return Err(Failure::refused("Ce bureau n’est pas une démonstration. Rien n’a été changé."));
    }
    set_aside(desk, moment)?;
    Ok(Nothing {})
}

fn set_aside(desk: &mut Desk, moment: &Moment) -> Result<(), Failure> {
    desk.close();
    desk.folder().set_aside(&format!("demonstration-{}", moment.today))?;
    Ok(())
}

fn fill(desk: &mut Desk, mark: &DemoMark, caller: &Caller) -> Result<(), Failure> {
    let settings = desk.read(settings)?;
    let moment = &caller.moment;
    let crowd = Crowd::of(&settings, moment.today, mark.seed)?;
    let act = Act { call: "create_demo_office", now: moment.now };
    desk.vault_mut()?.stock(act, |writer| {
        let mut around = Around::record(writer, &settings, &stock()?.partners, (moment.today, moved(moment.today)?))?;
        crowd.each(mark.dossiers, |done, invented| {
            if done.checked_rem(STEP) == Some(0) {
                caller.progress.step(done, mark.dossiers)?;
            }
            invented.record(writer, &mut around, moment)
        })?;
        tasks::write_all(writer, &settings)
    })?;
    caller.progress.step(mark.dossiers, mark.dossiers)
}

#[cfg(test)]
mod tests;
