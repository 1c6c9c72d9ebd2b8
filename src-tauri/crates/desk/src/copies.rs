//! Copies of the office: made by themselves, before what is dangerous, on a stick; looked at, put back.

mod keep;

pub use keep::keep_before;
pub use store::Reason;
