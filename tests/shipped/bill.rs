//! The bill of materials, CycloneDX 1.5: every part of the programs with its version, licence and sum, and what needs
//! what. No serial number and no time: the same lock files give the same bytes.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::dependencies::{DEPENDENCIES, Dependency};
use crate::leave;
use crate::version::version;

#[test]
fn the_bill_of_materials_names_every_part_once_with_its_licence_and_its_sum() {
    let bill = bill();
    let parts = bill["components"].as_array().unwrap();
    let references: BTreeSet<&str> = parts.iter().map(|part| part["bom-ref"].as_str().unwrap()).collect();
    assert_eq!(references.len(), parts.len(), "each part once");
    for part in parts {
        assert!(!part["licenses"][0]["expression"].as_str().unwrap().is_empty(), "{part}");
        let reference = part["bom-ref"].as_str().unwrap();
        assert!(part["hashes"].is_array() || reference.starts_with("pkg:generic/"), "{reference} has no sum");
    }
    for needing in bill["dependencies"].as_array().unwrap() {
        for needed in needing["dependsOn"].as_array().unwrap() {
            assert!(references.contains(needed.as_str().unwrap()), "{needed} is no part");
        }
    }
    leave("etrier.cdx.json", &format!("{}\n", serde_json::to_string_pretty(&bill).unwrap()));
}

fn bill() -> Value {
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": "etrier", "name": "etrier", "version": version(),
            "licenses": [{ "license": { "id": "EUPL-1.2" } }],
        }},
        "components": DEPENDENCIES.iter().map(component).collect::<Vec<_>>(),
        "dependencies": DEPENDENCIES.iter().map(|one| json!({ "ref": one.address, "dependsOn": one.needs }))
            .collect::<Vec<_>>(),
    })
}

fn component(one: &Dependency) -> Value {
    let mut part = json!({
        "type": "library", "bom-ref": one.address, "name": one.name, "version": one.version, "author": one.authors,
        "purl": one.address, "licenses": [{ "expression": one.licence }],
    });
    if let Some((kind, sum)) = &one.sum {
        part["hashes"] = json!([{ "alg": kind, "content": sum }]);
    }
    part
}
