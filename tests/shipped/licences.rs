//! The licences of what Étrier is made of: the page of the guide that lists them, and their texts for the package.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::dependencies::{DEPENDENCIES, Dependency};
use crate::{leave, read, root};

const PAGE: &str = "assets/help/licences.md";

/// What stands above the list.
const OPENING: &str = "\
---
part: À portée de main
about: ce dont Étrier est fait, ses auteurs, ses licences
also: bibliothèque dépendance logiciel libre auteur copyright
---
# Licences

Étrier réunit le travail de beaucoup d’autres. Le texte de chaque licence est installé avec le programme, dans `/usr/share/doc/etrier/licences.txt.gz`.

";

#[test]
fn the_page_of_licences_lists_what_the_programs_are_made_of() {
    let mut page = format!("{OPENING}| Bibliothèque | Licence | Auteurs |\n| --- | --- | --- |\n");
    for Dependency { name, version, licence, authors, .. } in DEPENDENCIES.iter() {
        writeln!(page, "| {name} {version} | {licence} | {authors} |").unwrap();
    }
    if std::env::var_os("ETRIER_WRITE_LICENCES").is_some() {
        std::fs::write(root().join(PAGE), page).unwrap();
        return;
    }
    let how = "ETRIER_WRITE_LICENCES=1 cargo test -p etrier-tests --test shipped licences";
    assert!(read(PAGE) == page, "{PAGE} is not what the lock files say: {how}");
}

#[test]
fn every_text_of_a_licence_leaves_with_the_package() {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in DEPENDENCIES.iter() {
        for path in &one.texts {
            let text = String::from_utf8_lossy(&std::fs::read(path).unwrap()).trim_end().to_owned();
            texts.entry(text).or_default().push(format!("{} {}", one.name, one.version));
        }
    }
    let mut all = String::new();
    for (text, names) in &mut texts {
        names.dedup();
        writeln!(all, "{}\n\n{}\n\n{text}\n\n", "=".repeat(100), names.join(", ")).unwrap();
    }
    for beginning in
        ["Apache License", "Permission is hereby granted", "Mozilla Public License", "SIL OPEN FONT LICENSE"]
    {
        assert!(all.contains(beginning), "no text says {beginning}");
    }
    leave("licences.txt", &all);
}
