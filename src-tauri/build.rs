//! Names the six commands that the page may call, so that each of them needs
//! its line in `capabilities/main.json`, and hands the rest to `tauri-build`.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands = tauri_build::AppManifest::new().commands(&["call", "bytes", "cancel", "choose", "copied", "print"]);
    Ok(tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?)
}
