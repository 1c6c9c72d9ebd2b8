//! What an office survives: a program killed in the middle of a save.
//!
//! `ETRIER_FAULTS_KILLS` asks for more kills than the 240 of each check,
//! `ETRIER_FAULTS_SEED` for the same ones again; both are printed.

mod chance;
mod child;
mod kills;
mod office;
