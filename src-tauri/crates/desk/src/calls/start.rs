//! How a call of each kind begins: its input read, its verb run, its output written.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use app::caller::{Caller, Moment};
use app::desk::Desk;
use app::failure::Failure;
use app::job::{Begun, Ending, Work};

/// Reads the input of a call.
pub(super) fn read_input<I: DeserializeOwned>(input: Value) -> Result<I, Failure> {
    // serde would also take a list of values in the order of the fields.
    let fields: serde_json::Map<String, Value> =
        serde_json::from_value(input).map_err(|error| Failure::misshapen(&error))?;
    serde_json::from_value(Value::Object(fields)).map_err(|error| Failure::misshapen(&error))
}

fn written<O: Serialize>(output: &O) -> Result<Value, Failure> {
    serde_json::to_value(output).map_err(|_| Failure::broken("sortie"))
}

pub(super) fn pure<I: DeserializeOwned, O: Serialize>(
    verb: impl FnOnce(I, &Moment) -> Result<O, Failure>,
    _: &mut Desk,
    input: Value,
    caller: &Caller,
) -> Result<Begun<Value>, Failure> {
    written(&verb(read_input(input)?, &caller.moment)?).map(Begun::Done)
}

pub(super) fn read<I: DeserializeOwned, O: Serialize>(
    verb: impl FnOnce(&Desk, I, &Moment) -> Result<O, Failure>,
    desk: &mut Desk,
    input: Value,
    caller: &Caller,
) -> Result<Begun<Value>, Failure> {
    written(&verb(desk, read_input(input)?, &caller.moment)?).map(Begun::Done)
}

pub(super) fn write<I: DeserializeOwned, O: Serialize>(
    verb: impl FnOnce(&mut Desk, I, &Moment) -> Result<O, Failure>,
    desk: &mut Desk,
    input: Value,
    caller: &Caller,
) -> Result<Begun<Value>, Failure> {
    written(&verb(desk, read_input(input)?, &caller.moment)?).map(Begun::Done)
}

pub(super) use write as desk;

/// A desk call that takes long enough to tell how far it is.
pub(super) fn making<I: DeserializeOwned, O: Serialize>(
    verb: impl FnOnce(&mut Desk, I, &Caller) -> Result<O, Failure>,
    desk: &mut Desk,
    input: Value,
    caller: &Caller,
) -> Result<Begun<Value>, Failure> {
    written(&verb(desk, read_input(input)?, caller)?).map(Begun::Done)
}

pub(super) fn long<I: DeserializeOwned, O: Serialize + 'static>(
    verb: impl FnOnce(&Desk, I, &Caller) -> Result<Work<O>, Failure>,
    desk: &mut Desk,
    input: Value,
    caller: &Caller,
) -> Result<Begun<Value>, Failure> {
    issuing(|desk, input, caller| verb(desk, input, caller), desk, input, caller)
}

/// A long call that closes what it gives out before its work begins.
pub(super) fn issuing<I: DeserializeOwned, O: Serialize + 'static>(
    verb: impl FnOnce(&mut Desk, I, &Caller) -> Result<Work<O>, Failure>,
    desk: &mut Desk,
    input: Value,
    caller: &Caller,
) -> Result<Begun<Value>, Failure> {
    let work = verb(desk, read_input(input)?, caller)?;
    Ok(Begun::Work(Box::new(move |progress| written(&work(progress)?))))
}

/// An action whose long part is done beside the desk, before it is written.
pub(super) fn bringing<I: DeserializeOwned, O: Serialize + 'static>(
    verb: impl FnOnce(&Desk, I, &Caller) -> Result<Work<Ending<O>>, Failure>,
    desk: &mut Desk,
    input: Value,
    caller: &Caller,
) -> Result<Begun<Value>, Failure> {
    keeping(|desk, input, caller| verb(desk, input, caller), desk, input, caller)
}

/// A long call that closes what it gives out before its work begins, and keeps what left once it did.
pub(super) fn keeping<I: DeserializeOwned, O: Serialize + 'static>(
    verb: impl FnOnce(&mut Desk, I, &Caller) -> Result<Work<Ending<O>>, Failure>,
    desk: &mut Desk,
    input: Value,
    caller: &Caller,
) -> Result<Begun<Value>, Failure> {
    let work = verb(desk, read_input(input)?, caller)?;
    Ok(Begun::Bringing(Box::new(move |progress| {
        let ending = work(progress)?;
        let written: Ending<Value> = Box::new(move |desk, caller| written(&ending(desk, caller)?));
        Ok(written)
    })))
}
