//! The page is shut in: no script but its own, no address but its own, nothing of the system but
//! four commands. Each way out is tried in the real window, towards a listener that has to hear
//! nothing.

use std::net::{TcpListener, TcpStream};

use serde_json::{Value, json};

use crate::window::{Place, Window};

/// Each way out; what came of it is kept under its name in `window.tried`.
const WAYS: &str = r#"
window.tried = {};
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.effectiveDirective));
const address = "http://127.0.0.1:PORT";
const told = (name, outcome) => { window.tried[name] = outcome; };
const make = (tag, fields) => document.body.append(Object.assign(document.createElement(tag), fields));

make("script", { textContent: "window.inline = true" });
make("script", { src: `${address}/script.js` });
make("script", { src: "data:text/javascript,window.data = true" });
make("img", { src: `${address}/image.png` });
make("link", { rel: "stylesheet", href: `${address}/style.css` });
make("iframe", { src: `${address}/frame` });
make("iframe", { srcdoc: "<script>parent.framed = true</script>" });
make("iframe", { src: "file:///etc/hostname" });
make("object", { data: `${address}/object` });
make("video", { src: `${address}/film` });
document.body.insertAdjacentHTML("beforeend", "<i onclick='window.clicked = true'></i>");
document.body.lastElementChild.click();
const form = document.createElement("form");
Object.assign(form, { action: `${address}/form`, method: "post" });
document.body.append(form);
form.submit();
document.body.insertAdjacentHTML("beforeend", `<base href="${address}/">`);

const settled = (name, promise) => promise.then(() => told(name, "passed"), () => told(name, "refused"));
settled("fetch", fetch(`${address}/fetch`));
settled("fetch_file", fetch("file:///etc/hostname"));
settled("fetch_outside", fetch("https://example.org/"));
settled("import", import(`${address}/module.js`));
settled("worker", new Promise((passed, refused) => {
  const worker = new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])));
  worker.onmessage = passed; worker.onerror = refused;
}));
settled("socket", new Promise((passed, refused) => {
  const socket = new WebSocket("ws://127.0.0.1:PORT/socket");
  socket.onopen = passed; socket.onerror = refused;
}));
settled("request", new Promise((passed, refused) => {
  const request = new XMLHttpRequest();
  request.onload = passed; request.onerror = refused;
  request.open("GET", `${address}/request`); request.send();
}));
try { navigator.sendBeacon(`${address}/beacon`, "Delmas"); } catch { /* refused as well */ }
try { told("eval", new Function("return 'passed'")()); } catch { told("eval", "refused"); }
told("window", window.open(`${address}/window`) === null ? "refused" : "passed");
try { Object.prototype.polluted = true; } catch { /* refused as well */ }

const command = (name, input) => window.__TAURI_INTERNALS__.invoke(name, input);
for (const name of ["plugin:fs|read_text_file", "plugin:shell|open", "plugin:dialog|open", "plugin:window|close",
  "plugin:webview|create_webview_window", "plugin:event|emit", "plugin:path|resolve_directory", "plugin:app|version",
  "drop_database"]) {
  settled(name, command(name, { path: "/etc/hostname", event: "locked", payload: null }));
}
"#;

/// The ways that answer later.
const ANSWERED: usize = 18;

#[test]
fn nothing_of_the_page_leaves_the_window() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    listener.set_nonblocking(true).unwrap();
    let heard = || (0..100).map_while(|_| listener.accept().ok()).count();
    drop(TcpStream::connect(address).unwrap());
    assert_eq!(heard(), 1, "the listener hears who speaks to it");

    let place = Place::new();
    let window = Window::open(&place);
    let before = window.run("return location.href");
    window.run(&WAYS.replace("PORT", &address.port().to_string()));
    window.wait_until(&format!("Object.keys(window.tried).length >= {ANSWERED}"));
    let tried = window.run("return window.tried");
    for (name, outcome) in tried.as_object().unwrap() {
        assert_eq!(outcome, "refused", "{name}: {tried}");
    }
    let left = window
        .run("return [window.inline, window.data, window.framed, window.clicked, ({}).polluted, document.baseURI]");
    assert_eq!(left, json!([Value::Null, Value::Null, Value::Null, Value::Null, Value::Null, before]));
    let refused = window.run("return window.refused").to_string();
    for directive in ["script-src", "img-src", "frame-src", "connect-src", "form-action", "object-src"] {
        assert!(refused.contains(directive), "{directive} in {refused}");
    }
    for away in [format!("http://{address}/away"), "file:///etc/hostname".to_owned(), "https://example.org/".to_owned()]
    {
        window.run(&format!("window.waited = false; setTimeout(() => {{ location.href = {away:?}; }}, 0)"));
        window.run("setTimeout(() => { window.waited = true; }, 400)");
        window.wait_until("window.waited");
        assert_eq!(window.run("return location.href"), before, "{away}");
    }
    assert_eq!(heard(), 0, "nothing reached the listener");
}
