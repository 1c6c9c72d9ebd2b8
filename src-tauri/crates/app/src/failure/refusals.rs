//! A long form read whole: what is wrong in it is told at once, each at its field.

use super::{Failure, FieldRefusal};

/// The refusals of the fields read so far.
#[derive(Default)]
pub struct Refusals(Vec<Failure>);

impl Refusals {
    /// What a field holds, or a blank in its place until the end, when it is refused.
    pub fn take<T: Default>(&mut self, read: Result<T, Failure>) -> T {
        read.unwrap_or_else(|failure| {
            self.0.push(failure);
            T::default()
        })
    }

    /// What was read, unless a field was refused: the first one tells, with the others beside it.
    pub fn end<T>(&mut self, read: T) -> Result<T, Failure> {
        let mut refused = std::mem::take(&mut self.0).into_iter();
        let Some(mut first) = refused.next() else { return Ok(read) };
        first.others = refused.filter_map(FieldRefusal::of).collect();
        Err(first)
    }
}

impl FieldRefusal {
    /// What a failure says of its field; nothing when it is about none.
    fn of(failure: Failure) -> Option<Self> {
        let message = failure.sentence();
        Some(Self { field: failure.field?, message })
    }
}
