//! A display of its own for each window: two windows on one display take the
//! focus from each other, and a field that loses it is read before it is finished.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// An X server without a screen, ended when dropped.
pub struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts the server on a number that nobody has.
    pub fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts (Debian package xvfb)");
        let mut number = String::new();
        let said = server.stdout.as_mut().expect("what it says");
        BufReader::new(said).read_line(&mut number).expect("its number");
        Self { server, name: format!(":{}", number.trim()) }
    }

    /// What programs know it by: `:99`.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
