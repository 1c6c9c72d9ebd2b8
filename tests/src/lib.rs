//! What the tests and the benchmarks both reckon a second time, with nothing of the program.

pub mod facts;
pub mod fractions;
