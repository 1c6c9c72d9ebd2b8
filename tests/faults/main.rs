//! What an office survives: a program killed in the middle of a save, files
//! damaged while it was closed.
//!
//! `ETRIER_LONG` asks for the long form, `ETRIER_FAULTS_SEED` for the same faults
//! again; the seed is printed.

mod adviser;
mod attachments;
mod chance;
mod child;
mod confined;
mod copies;
mod damage;
mod discretion;
mod disk;
mod erasing;
mod fuzz;
mod importing;
mod kills;
mod memory;
mod office;
mod ordering;
#[cfg(unix)]
mod plants;
mod power;
mod recovery;
mod refused;
mod rollbacks;
mod secrets;
mod tally;
mod vfs;
mod writes;

/// So many turns in each check, so many in the long form.
fn turns(each: u64, long: u64) -> u64 {
    if std::env::var_os("ETRIER_LONG").is_some() { long } else { each }
}
