//! `init` and `demo`: a new office, real or invented, and its recovery code printed once.

use serde_json::{Value, json};

use super::texts;
use crate::console::{Console, new_passphrase, print};
use crate::outcome::Stop;

/// A recovery code just drawn, and the groups of it that are asked back.
struct Drawn {
    code: String,
    retyped: Vec<String>,
}

/// Creates an empty office.
pub(super) fn init(console: &mut Console, json: bool, name: &str, advisor: &str) -> Result<(), Stop> {
    let passphrase = new_passphrase()?;
    let drawn = draw(console)?;
    let input = json!({ "name": name, "advisor": advisor, "address": "", "phone": "",
        "passphrase": passphrase, "retyped": drawn.retyped });
    console.call("create_office", input)?;
    told(json, &format!("Coffre créé : {name}."), &drawn)
}

/// Creates an office of invented dossiers.
pub(super) fn demo(console: &mut Console, json: bool, dossiers: u32, seed: u64) -> Result<(), Stop> {
    let passphrase = new_passphrase()?;
    let drawn = draw(console)?;
    let input = json!({ "passphrase": passphrase, "retyped": drawn.retyped, "dossiers": dossiers, "seed": seed });
    let opened = console.call("create_demo_office", input)?;
    let office = opened.get("office").and_then(Value::as_str).unwrap_or_default();
    told(json, &format!("Démonstration créée : {office}, dossiers inventés : {dossiers}."), &drawn)
}

fn draw(console: &mut Console) -> Result<Drawn, Stop> {
    let prepared = console.call("prepare_office", json!({}))?;
    let groups = texts(&prepared, "recovery_code");
    let asked = prepared.get("asked").and_then(Value::as_array).cloned().unwrap_or_default();
    // Copying the code back by hand is the window's duty; here the printed code is all there is.
    let group = |number: u64| groups.get(usize::try_from(number).ok()?.checked_sub(1)?).cloned();
    let retyped = asked.iter().filter_map(Value::as_u64).filter_map(group).collect();
    Ok(Drawn { code: groups.join("-"), retyped })
}

fn told(json: bool, sentence: &str, drawn: &Drawn) -> Result<(), Stop> {
    if json {
        return print(&json!({ "recovery_code": drawn.code }).to_string());
    }
    print(sentence)?;
    print(&format!("Code de secours, montré cette seule fois : {}", drawn.code))?;
    print("Recopiez-le sur une feuille, rangée loin de l’ordinateur : sans la phrase ni le code, rien ne se rouvre.")
}
