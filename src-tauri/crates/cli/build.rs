//! Gives the program its properties on Windows: name, version, licence, icon. The window has its own from `tauri-build`.

fn main() -> std::io::Result<()> {
    if std::env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return Ok(());
    }
    let mut properties = tauri_winres::WindowsResource::new();
    for (name, value) in [
        ("ProductName", "Étrier"),
        ("FileDescription", "Étrier, sans fenêtre"),
        ("CompanyName", "Étrier"),
        ("LegalCopyright", "Étrier, sous licence EUPL-1.2"),
    ] {
        properties.set(name, value);
    }
    properties.set_icon("../../icons/icon.ico");
    properties.compile()
}
