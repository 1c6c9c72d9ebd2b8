//! The computer goes to sleep, or its session is locked: logind tells it over the system's own bus, a socket of
//! this computer.
//!
//! Where there is no such bus, and on Windows, the clocks tell on waking (`idle`).

use std::thread;

use zbus::blocking::{Connection, MessageIterator};
use zbus::{MatchRule, message};

/// Calls `lock` each time the computer goes to sleep, wakes, or locks its session.
pub(crate) fn watch(lock: impl Fn() + Send + 'static) -> std::io::Result<()> {
    thread::Builder::new().name("sleep".to_owned()).spawn(move || {
        // Without a bus there is nothing to hear.
        let _ = hear(&lock);
    })?;
    Ok(())
}

fn hear(lock: &impl Fn()) -> zbus::Result<()> {
    let bus = Connection::system()?;
    let rule = MatchRule::builder().msg_type(message::Type::Signal).path_namespace("/org/freedesktop/login1")?.build();
    for signal in MessageIterator::for_match_rule(rule, &bus, None)? {
        let signal = signal?;
        let header = signal.header();
        if matches!(header.member().map(|name| name.as_str()), Some("PrepareForSleep" | "Lock")) {
            lock();
        }
    }
    Ok(())
}
