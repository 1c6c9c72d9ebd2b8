//! Étrier on a stick: its office beside the program, nothing of it left on the computer it is plugged into.

use std::path::{Path, PathBuf};

use crate::adviser::create_office;
use crate::window::{Place, Window};

#[test]
fn on_a_stick_the_office_is_beside_the_program_and_the_computer_keeps_nothing_of_it() {
    let place = Place::new();
    let window = Window::open_on_a_stick(&place);
    create_office(&window);
    assert_eq!(window.title(), format!("{} – sur cette clé", window.run("return document.title").as_str().unwrap()));
    window.close();
    let stick = place.folder().join("stick/etrier-portable");
    assert!(stick.join("vault/current").is_file());
    assert_eq!(files(&stick.join("runs")), Vec::<PathBuf>::new(), "what the run kept for itself is wiped");
    let left: Vec<PathBuf> = ["home", "tmp"].iter().flat_map(|room| files(&place.folder().join(room))).collect();
    let strangers: Vec<&PathBuf> = left.iter().filter(|file| !SYSTEM.iter().any(|own| holds(file, own))).collect();
    assert_eq!(strangers, Vec::<&PathBuf>::new(), "on the computer");
}

/// What the graphics, the desktop's settings and its buses keep for any program, whatever it shows.
const SYSTEM: [&str; 4] =
    ["home/cache/mesa_shader_cache", "home/cache/dconf", "home/cache/at-spi", "home/.dbus/session-bus"];

fn holds(file: &Path, folder: &str) -> bool {
    file.display().to_string().contains(&format!("/{folder}/"))
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found
}
