//! Opening a register: the file read beside the desk, its columns found, its lines judged.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use documents::register::{LARGEST, RegisterError, read};
use serde::Deserialize;
use ts_rs::TS;

use super::judge::judge;
use super::register_file::{Brought, RegisterMapping, choose};
use super::view::{RegisterView, view};
use app::caller::{Caller, Progress};
use app::delivered::delivered;
use app::desk::Desk;
use app::failure::Failure;
use app::job::{Ending, Work};

/// A register to read.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RegisterFile {
    /// The handle of the chosen file.
    pub file: String,
    /// How its columns are read; found, or as they were the last time, when absent.
    #[serde(default)]
    pub mapping: Option<RegisterMapping>,
}

/// Reads a register that was chosen. Nothing is written.
pub fn open_register(
    desk: &mut Desk,
    input: RegisterFile,
    caller: &Caller,
) -> Result<Work<Ending<RegisterView>>, Failure> {
    desk.vault()?;
    let path = caller.outside.files.path(&input.file).ok_or_else(Failure::no_file)?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let book = read(&bytes(&path)?)?;
        progress.step(1, 2)?;
        let brought = Brought::of(name, book, &delivered()?.register_words);
        let ending: Ending<RegisterView> = Box::new(move |desk, caller| {
            let brought = known_again(desk, brought, input.mapping)?;
            set(desk, brought, caller)
        });
        Ok(ending)
    }))
}

fn set(desk: &mut Desk, mut brought: Brought, caller: &Caller) -> Result<RegisterView, Failure> {
    desk.read(|reader| judge(reader, &mut brought, &caller.moment))?;
    choose(desk, Some(brought));
    view(desk, &caller.moment)
}

/// The columns as they are asked for, else as they were read the last time a file had these headings.
fn known_again(desk: &Desk, mut brought: Brought, asked: Option<RegisterMapping>) -> Result<Brought, Failure> {
    let words = &delivered()?.register_words;
    if let Some(mapping) = asked {
        brought.mapped(&mapping, words)?;
        return Ok(brought);
    }
    let headings = brought.fingerprint();
    let before = desk.read(|reader| Ok::<_, Failure>(reader.register_imports()?))?;
    let last = before.into_iter().find(|import| import.headings == headings);
    if let Some(mapping) = last.and_then(|import| serde_json::from_str::<RegisterMapping>(&import.mapping).ok()) {
        let here = RegisterMapping { sheet: String::new(), ..mapping };
        brought.mapped(&here, words)?;
        brought.remembered = true;
    }
    Ok(brought)
}

/// The bytes of a chosen file, within what a register can be.
fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let known = std::fs::metadata(path).map_err(|_| Failure::register_unread())?;
    if !known.is_file() {
        return Err(Failure::register_unread());
    }
    let largest = u64::try_from(LARGEST).unwrap_or(u64::MAX);
    if known.len() > largest {
        return Err(RegisterError::TooLarge.into());
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|_| Failure::register_unread())?;
    file.take(largest.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| Failure::register_unread())?;
    Ok(bytes)
}
