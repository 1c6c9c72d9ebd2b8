//! The empty window that Étrier's is measured beside: the same toolkit, the same size, one page that holds a square and
//! calls nothing. `cargo bench --workspace --bench empty_window --no-run` builds it; nothing of it ships.

#[expect(clippy::disallowed_types, reason = "the toolkit's generated context holds a map of its own")]
fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("../tests/empty_window/tauri.conf.json"))
}
