//! THE list of calls: kind, lock rule, name, input, output and one sentence each.
//!
//! The window, `etrier-cli` and the tests use this one door, so nothing can be
//! tested only by clicking. A `pure` call reads nothing of the office, a `read` call
//! reads it, a `write` call changes it in one action that can be undone, a `desk`
//! call changes the desk itself (lock, drafts, undo), a `long` call gathers its facts
//! first and works beside the desk, with progress and cancellation.

mod door;
mod kind;
mod start;
mod table;
#[cfg(debug_assertions)]
mod typescript;

pub(crate) use door::logged;
pub use door::{answer, begin, begin_bytes, bytes};
pub use kind::{Call, Rule};
pub use table::CALLS;
#[cfg(debug_assertions)]
pub use typescript::typescript;

pub use app::job::{Begun, Ending, Kind, Work};

/// Declares the table of calls.
///
/// Each line: the sentence, kind, lock rule, name, input, output and the verb that answers.
macro_rules! calls {
    ($( #[doc = $about:literal] $kind:ident $rule:ident $name:ident($input:ty) -> $output:ty = $verb:path; )*) => {
        /// Every call, in the order of the window.
        pub const CALLS: &[Call] = &[ $( Call {
            name: stringify!($name),
            kind: calls!(@kind $kind),
            rule: calls!(@rule $rule),
            about: $about.trim_ascii(),
            #[cfg(debug_assertions)]
            input: |config| <$input as ts_rs::TS>::name(config),
            #[cfg(debug_assertions)]
            output: |config| <$output as ts_rs::TS>::name(config),
            #[cfg(debug_assertions)]
            types: |declarations| {
                ts_rs::TypeVisitor::visit::<$input>(declarations);
                ts_rs::TypeVisitor::visit::<$output>(declarations);
            },
            start: |desk, input, caller| $crate::calls::start::$kind($verb, desk, input, caller),
        } ),* ];
    };
    (@kind pure) => { Kind::Pure };
    (@kind read) => { Kind::Read };
    (@kind write) => { Kind::Write };
    (@kind bringing) => { Kind::Write };
    (@kind desk) => { Kind::Desk };
    (@kind making) => { Kind::Desk };
    (@kind long) => { Kind::Long };
    (@kind issuing) => { Kind::Long };
    (@kind keeping) => { Kind::Long };
    (@rule always) => { Rule::Always };
    (@rule unlocked) => { Rule::Unlocked };
}
pub(crate) use calls;
