//! The door: a call by its name, the lock checked in one place, what is shown noted.

use serde_json::Value;

use super::kind::Rule;
use super::start::read_input;
use super::table::CALLS;
use app::caller::Caller;
use app::desk::Desk;
use app::failure::{Failure, FailureKind};
use app::job::{Begun, Kind};
use casework::office;
use casework::{access_journal, attachments, copies};
use printing::papers;

/// The longest input of a call, in bytes of JSON: far beyond any form.
const LONGEST_INPUT: usize = 4_000_000;

/// Begins a call: the one place where the lock is checked.
pub fn begin(desk: &mut Desk, name: &str, input: Value, caller: &Caller) -> Result<Begun<Value>, Failure> {
    let call = CALLS.iter().find(|call| call.name == name).ok_or_else(|| Failure::no_such_call(name))?;
    let way = Way { name: call.name, kind: call.kind, rule: call.rule };
    enter(desk, way, input, caller, call.start)
}

/// Begins a call whose answer is bytes: the page of a paper or of an attachment as PNG, the logo.
pub fn begin_bytes(desk: &mut Desk, name: &str, input: Value, caller: &Caller) -> Result<Begun<Vec<u8>>, Failure> {
    let shows = |name| Way { name, kind: Kind::Read, rule: Rule::Unlocked };
    match name {
        "paper_page" => enter(desk, shows("paper_page"), input, caller, |desk, input, caller| {
            Ok(Begun::Work(papers::paper_page(desk, read_input(input)?, caller)?))
        }),
        "kept_paper_page" => enter(desk, shows("kept_paper_page"), input, caller, |desk, input, caller| {
            Ok(Begun::Work(papers::kept_paper_page(desk, read_input(input)?, caller)?))
        }),
        "attachment_page" => enter(desk, shows("attachment_page"), input, caller, |desk, input, caller| {
            Ok(Begun::Work(attachments::attachment_page(desk, read_input(input)?, caller)?))
        }),
        "logo_picture" => enter(desk, shows("logo_picture"), input, caller, |desk, input, _| {
            let office::Nothing {} = read_input(input)?;
            Ok(Begun::Done(office::logo_picture(desk)?))
        }),
        _ => Err(Failure::no_such_call(name)),
    }
}

/// How a call comes in: its name for the journal, what it does and when it may be made.
struct Way {
    name: &'static str,
    kind: Kind,
    rule: Rule,
}

/// Lets a call in: what copies did meanwhile is heard, the lock and the length are checked, what it shows is noted.
fn enter<T>(
    desk: &mut Desk,
    way: Way,
    input: Value,
    caller: &Caller,
    start: impl FnOnce(&mut Desk, Value, &Caller) -> Result<Begun<T>, Failure>,
) -> Result<Begun<T>, Failure> {
    copies::hear(desk);
    admit(desk, way.rule)?;
    if length(&input) > LONGEST_INPUT {
        return Err(Failure::oversized());
    }
    let noticed = access_journal::noticed(desk, way.name, way.kind, &input);
    let begun = start(desk, input, caller)?;
    access_journal::note(desk, noticed, &caller.moment)?;
    Ok(begun)
}

/// Answers a call, doing a long one here and now.
pub fn answer(desk: &mut Desk, name: &str, input: Value, caller: &Caller) -> Result<Value, Failure> {
    logged(desk, caller, |desk| begin(desk, name, input, caller)?.finish(desk, caller))
}

/// Answers a call whose answer is bytes.
pub fn bytes(desk: &mut Desk, name: &str, input: Value, caller: &Caller) -> Result<Vec<u8>, Failure> {
    logged(desk, caller, |desk| begin_bytes(desk, name, input, caller)?.finish(desk, caller))
}

pub(crate) fn logged<T>(
    desk: &mut Desk,
    caller: &Caller,
    work: impl FnOnce(&mut Desk) -> Result<T, Failure>,
) -> Result<T, Failure> {
    work(desk).inspect_err(|failure| {
        // Of damage, the log has the page or the table; the sentence spares the adviser that.
        if matches!(failure.kind, FailureKind::Broken | FailureKind::Damaged) {
            desk.log().write(&caller.moment, failure);
        }
    })
}

fn admit(desk: &Desk, rule: Rule) -> Result<(), Failure> {
    match rule {
        Rule::Unlocked if !desk.is_open() => Err(Failure::locked()),
        Rule::Unlocked | Rule::Always => Ok(()),
    }
}

/// The length of the texts of an input, without writing it out.
fn length(input: &Value) -> usize {
    match input {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(length).fold(0, usize::saturating_add),
        Value::Object(fields) => fields.values().map(length).fold(0, usize::saturating_add),
        Value::Null | Value::Bool(_) | Value::Number(_) => 8,
    }
}
