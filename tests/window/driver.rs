//! The WebDriver side of the harness: `WebKitWebDriver` as a child process and
//! the few W3C commands that [`crate::window`] speaks, over plain HTTP on the
//! loopback. It starts the application itself and hands it the arguments.
//!
//! Example: `POST /session/{id}/element {"using":"css selector","value":"main"}`
//! answers `{"value":{"element-6066-…":"node-3"}}`, and [`Driver::ask`] gives
//! what stands under `value`.

use std::fs::File;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::display::Display;
use crate::popup::{By, Hand, Row};
use crate::{cross, drop};

/// The key under which WebDriver carries a reference to an element.
pub const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long a process or a command may take before the test says so.
const BOUND: Duration = Duration::from_secs(60);

/// A `WebKitWebDriver` with its one session, on a display of its own; all ended when dropped.
pub struct Driver {
    display: Display,
    child: Child,
    /// The driver of the session after the process of the page has ended; the first still holds the program.
    next: Option<Child>,
    address: String,
    session: String,
}

/// What the driver answers when it refuses a command, such as
/// `stale element reference`.
#[derive(Debug)]
pub struct Refused(pub String);

impl Driver {
    /// Starts the driver, which starts `program`; both run in `environment`
    /// and say what they have to say into `output`.
    pub fn start(program: &Path, arguments: &[String], environment: &[(&str, String)], output: File) -> Self {
        let display = Display::start();
        let port = free_port();
        let child = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .env("DISPLAY", display.name())
            .env("GDK_BACKEND", "x11")
            // Without it the toolkit ignores the driver and the session never begins.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdin(Stdio::null())
            .stdout(output.try_clone().expect("a second handle"))
            .stderr(output)
            .spawn()
            .expect("WebKitWebDriver starts (Debian package webkit2gtk-driver)");
        let address = format!("http://127.0.0.1:{port}");
        let mut driver = Self { display, child, next: None, address, session: String::new() };
        driver.wait_until_it_listens();
        let options = json!({"binary": program, "args": arguments});
        if let Err(Refused(why)) = driver.begin(&json!({"webkitgtk:browserOptions": options})) {
            panic!("{} did not open: {why}", program.display());
        }
        driver
    }

    /// Begins the session.
    fn begin(&mut self, options: &Value) -> Result<(), Refused> {
        let mut wanted = options.clone();
        wanted["timeouts"] = json!({"script": BOUND.as_millis() as u64, "implicit": 0});
        let session = self.send(minreq::post, "/session", Some(&json!({"capabilities": {"alwaysMatch": wanted}})))?;
        self.session = session["sessionId"].as_str().expect("a new session has an identifier").to_owned();
        Ok(())
    }

    /// Asks something of the session: `GET /session/{id}{path}`.
    pub fn ask(&self, path: &str) -> Result<Value, Refused> {
        self.send(minreq::get, &self.within(path), None)
    }

    /// Tells the session to do something: `POST /session/{id}{path}`.
    pub fn tell(&self, path: &str, body: &Value) -> Result<Value, Refused> {
        self.send(minreq::post, &self.within(path), Some(body))
    }

    /// Lets files go on the window, as a file manager does.
    pub fn let_go(&self, files: &[String]) {
        for program in children(self.child.id()) {
            drop::let_go(self.display.name(), program, files);
        }
    }

    /// Gives the keys of the display to the window once it is there, as a window manager does.
    pub fn take_keys(&self) {
        let begun = Instant::now();
        while self.hand().is_none() {
            assert!(begun.elapsed() < BOUND, "the program shows no window");
            pause();
        }
    }

    /// Presses Enter, or Ctrl Enter.
    pub fn enter(&self, with_control: bool) {
        self.hand().expect("the window of the program").enter(with_control);
    }

    /// Chooses a row of the native list that has the focus.
    pub fn choose(&self, row: &Row, by: By) -> Result<(), &'static str> {
        self.hand().ok_or("the program has no window")?.choose(row, by)
    }

    fn hand(&self) -> Option<Hand> {
        let program = children(self.child.id()).into_iter().next()?;
        Hand::on(self.display.name(), program)
    }

    /// The title of the window, as the system shows it.
    pub fn title(&self) -> String {
        children(self.child.id()).into_iter().map(|program| cross::title(self.display.name(), program)).collect()
    }

    /// Closes the print dialog of the system once it is open, without printing.
    #[track_caller]
    pub fn leave_printing(&self) {
        let begun = Instant::now();
        let close = |program: u32| cross::close_dialog(self.display.name(), program);
        while !children(self.child.id()).into_iter().any(close) {
            assert!(begun.elapsed() < BOUND, "no print dialog opened");
            pause();
        }
    }

    /// Clicks the cross of the window and waits until the program has ended.
    pub fn close(self) {
        let programs = children(self.child.id());
        // WebKit's own processes still write once the program that began them has gone.
        let theirs: Vec<u32> = programs.iter().flat_map(|program| children(*program)).collect();
        for program in &programs {
            cross::click(self.display.name(), *program);
        }
        let begun = Instant::now();
        while programs.iter().chain(&theirs).any(|process| is_alive(*process)) {
            assert!(begun.elapsed() < BOUND, "the program outlives its window");
            pause();
        }
    }

    /// Ends the process of the page at once, as a fault of the webview would. WebKit ends the session with it: another
    /// driver takes the program up by the address at which the first drives it.
    pub fn kill_page(&mut self) {
        let programs = children(self.child.id());
        let of_webkit = programs.iter().flat_map(|program| children(*program));
        let page = of_webkit.into_iter().find(|process| read(*process, "comm").starts_with("WebKitWebProces"));
        end(page.expect("the process of the page"));
        let environment = read(programs[0], "environ");
        let target = environment.split('\0').find_map(|line| line.strip_prefix("WEBKIT_INSPECTOR_SERVER="));
        let port = free_port();
        let next = Command::new("WebKitWebDriver")
            .args([format!("--port={port}"), format!("--target={}", target.expect("an address"))])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        self.next = Some(next.expect("WebKitWebDriver starts again"));
        self.address = format!("http://127.0.0.1:{port}");
        self.wait_until_it_listens();
        let begun = Instant::now();
        while let Err(Refused(why)) = self.begin(&json!({})) {
            assert!(begun.elapsed() < BOUND, "the page did not come back: {why}");
            pause();
        }
    }

    /// Ends the program at once, as a power cut would.
    pub fn kill(self) {
        for program in children(self.child.id()) {
            end(program);
        }
    }

    fn within(&self, path: &str) -> String {
        format!("/session/{}{path}", self.session)
    }

    fn wait_until_it_listens(&self) {
        let begun = Instant::now();
        while self.send(minreq::get, "/status", None).is_err() {
            assert!(begun.elapsed() < BOUND, "WebKitWebDriver never listened");
            pause();
        }
    }

    fn send(&self, verb: fn(String) -> minreq::Request, path: &str, body: Option<&Value>) -> Result<Value, Refused> {
        let mut request = verb(format!("{}{path}", self.address)).with_timeout(90);
        if let Some(body) = body {
            request = request.with_header("Content-Type", "application/json").with_body(body.to_string());
        }
        let answer = request.send().map_err(|cause| Refused(cause.to_string()))?;
        let mut answer: Value =
            serde_json::from_slice(answer.as_bytes()).map_err(|cause| Refused(format!("not JSON: {cause}")))?;
        let value = answer["value"].take();
        match value.get("error").and_then(Value::as_str) {
            Some(kind) => Err(Refused(format!("{kind}: {}", value["message"]))),
            None => Ok(value),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for program in children(self.child.id()) {
            end(program);
        }
        for driver in self.next.iter_mut().chain([&mut self.child]) {
            let _ = driver.kill();
            let _ = driver.wait();
        }
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its number").port()
}

/// The processes begun by `parent` that have not ended.
fn children(parent: u32) -> Vec<u32> {
    let path = format!("/proc/{parent}/task/{parent}/children");
    let listed = std::fs::read_to_string(path).unwrap_or_default();
    let listed = listed.split_whitespace().filter_map(|child| child.parse().ok());
    listed.filter(|child| is_alive(*child)).collect()
}

fn is_alive(process: u32) -> bool {
    let status = read(process, "stat");
    !status.is_empty() && !status.contains(") Z ")
}

/// What the system tells of a process.
fn read(process: u32, what: &str) -> String {
    std::fs::read_to_string(format!("/proc/{process}/{what}")).unwrap_or_default()
}

fn end(process: u32) {
    let _ = Command::new("kill").args(["-KILL", &process.to_string()]).status();
}

/// Leaves another process the time to do something.
#[expect(clippy::disallowed_methods, reason = "another process tells nobody when it listens or has ended")]
pub fn pause() {
    std::thread::sleep(Duration::from_millis(20));
}
