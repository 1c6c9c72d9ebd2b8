//! What the program is started with: the office's folder and, for tests, a fixed day.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;

/// The arguments of the window.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// The office's folder; the user's data folder when absent.
    pub(crate) office: Option<PathBuf>,
    /// A day that stands for today.
    pub(crate) today: Option<NaiveDate>,
}

impl Arguments {
    /// Reads `--office DIR` and `--today AAAA-MM-JJ`. Anything else is refused in a sentence.
    pub(crate) fn read(given: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let mut read = Self::default();
        let mut given = given.into_iter();
        while let Some(name) = given.next() {
            match name.to_str() {
                Some("--office") => read.office = Some(following(&mut given, "--office", "un dossier")?.into()),
                Some("--today") => {
                    let text = following(&mut given, "--today", "une date AAAA-MM-JJ")?;
                    let day = text.to_str().and_then(|text| text.parse().ok());
                    read.today = Some(day.ok_or("Étrier : --today attend une date AAAA-MM-JJ.")?);
                }
                _ => {
                    let name = name.to_string_lossy();
                    return Err(format!("Étrier : « {name} » n’est pas compris. On peut donner --office DOSSIER."));
                }
            }
        }
        Ok(read)
    }
}

fn following(given: &mut impl Iterator<Item = OsString>, name: &str, what: &str) -> Result<OsString, String> {
    given.next().ok_or_else(|| format!("Étrier : {name} attend {what}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(given: &[&str]) -> Result<Arguments, String> {
        Arguments::read(given.iter().map(OsString::from))
    }

    #[test]
    fn a_folder_and_a_day_are_understood() {
        let read = read(&["--office", "/tmp/bureau", "--today", "2026-11-20"]).unwrap();
        assert_eq!(read.office, Some(PathBuf::from("/tmp/bureau")));
        assert_eq!(read.today, NaiveDate::from_ymd_opt(2026, 11, 20));
    }

    #[test]
    fn anything_else_is_refused_in_a_sentence() {
        for given in [&["--office"][..], &["--today", "demain"], &["--help"], &["dossier"]] {
            assert!(read(given).unwrap_err().starts_with("Étrier"), "{given:?}");
        }
    }
}
