//! How a command ends: done, refused, misused or broken.

use std::io::Write;
use std::process::ExitCode;

use desk::{Failure, FailureKind};

/// Why a command stopped.
pub(crate) enum Stop {
    /// The desk refused.
    Refused(Box<Failure>),
    /// The command was not understood.
    Usage(String),
    /// What was to be read or written outside was not.
    Outside(String),
    /// Done in part: the answer that was printed says what was refused.
    Partly,
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Refused(Box::new(failure))
    }
}

impl Stop {
    /// Tells why, as a sentence on stderr or as JSON on stdout, and gives the exit code.
    pub(crate) fn told(self, json: bool) -> ExitCode {
        // Nobody reads a broken pipe.
        let _ = match &self {
            Self::Refused(failure) if json => serde_json::to_string(failure)
                .map_err(std::io::Error::from)
                .and_then(|text| writeln!(std::io::stdout(), "{text}")),
            Self::Refused(failure) => writeln!(std::io::stderr(), "{}", failure.sentence()),
            Self::Usage(sentence) | Self::Outside(sentence) => writeln!(std::io::stderr(), "{sentence}"),
            Self::Partly => Ok(()),
        };
        ExitCode::from(match self {
            Self::Refused(failure) => code(failure.kind),
            Self::Usage(_) => 2,
            Self::Outside(_) | Self::Partly => 1,
        })
    }
}

fn code(kind: FailureKind) -> u8 {
    match kind {
        FailureKind::Refused
        | FailureKind::Gone
        | FailureKind::Locked
        | FailureKind::WrongSecret
        | FailureKind::Busy
        | FailureKind::Cancelled => 1,
        FailureKind::Damaged | FailureKind::TooNew | FailureKind::DiskFull | FailureKind::Broken => 3,
    }
}
