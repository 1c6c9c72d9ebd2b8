//! Statements read in memory, proved, proposed, written in one action: nothing that is not proved, nothing by itself.

use std::path::{Path, PathBuf};

use desk::FailureKind;
use serde_json::{Value, json};

use crate::office::{Office, an_office, assert_refused, plain, text};

const QUARTER: [&str; 3] = ["postal-2026-10.pdf", "postal-2026-08.pdf", "postal-2026-09.pdf"];

fn statement(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("statements/files").join(name)
}

/// One sound input of the call that writes what was read, on the Delmas dossier.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Option<Value> {
    if !["write_statements", "teach_proposal", "change_statement_pattern"].contains(&call) {
        return None;
    }
    let read = bring(office, dossier, &QUARTER);
    let read = accept_all(office, &read);
    let line = proposals(&read).into_iter().find(|line| line["decided"] == "accepted").unwrap();
    let taught = json!({ "dossier": dossier, "place": line["place"] });
    Some(match call {
        "write_statements" => json!({ "dossier": dossier }),
        "teach_proposal" => taught,
        _ => {
            office.call("teach_proposal", taught);
            let known = office.call("statement_patterns", json!({}));
            json!({ "key": known["patterns"][0]["key"], "entry": "" })
        }
    })
}

fn bring(office: &mut Office, dossier: i64, names: &[&str]) -> Value {
    let handle = |name: &&str| {
        office.files.offer(name, statement(name));
        (*name).to_owned()
    };
    let files: Vec<String> = names.iter().map(handle).collect();
    office.call("bring_statements", json!({ "dossier": dossier, "files": files, "attachments": [] }))
}

fn proposals(read: &Value) -> Vec<Value> {
    let sections = read.pointer("/reading/sections").unwrap().as_array().unwrap();
    sections.iter().flat_map(|section| section["lines"].as_array().unwrap().clone()).collect()
}

fn proposal(read: &Value, entry: &str) -> Value {
    proposals(read).into_iter().find(|line| line["entry"] == entry).unwrap_or_else(|| panic!("no {entry}: {read}"))
}

fn decided(of: &Value, line: &Value, more: Value) -> Value {
    let mut input = json!({ "dossier": of["dossier"], "place": line["place"], "decided": "accepted", "entry": null, "joins": null });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

/// Accepts every proposal that has a name; a payment that holds several lines of the budget is left.
fn accept_all(office: &mut Office, read: &Value) -> Value {
    let mut last = read.clone();
    for line in proposals(read).iter().filter(|line| line["entry"] != "" && line["shares"] == 0) {
        last = office.call("decide_proposal", decided(read, line, json!({})));
    }
    last
}

fn months(read: &Value, account: usize) -> Vec<String> {
    let months = read.pointer(&format!("/reading/accounts/{account}/months")).unwrap().as_array().unwrap();
    months
        .iter()
        .map(|month| {
            let told = |key: &str| plain(month[key].as_str().unwrap());
            format!(
                "{} {} {}+{}-{}={}",
                told("label"),
                told("standing"),
                told("opening"),
                told("incoming"),
                told("outgoing"),
                told("closing")
            )
        })
        .collect()
}

fn line_of(office: &mut Office, dossier: i64, entry: &str) -> Value {
    let budget = office.call("budget", json!({ "dossier": dossier }));
    let sections = budget["sections"].as_array().unwrap();
    let mut lines = sections.iter().flat_map(|section| section["lines"].as_array().unwrap());
    lines.find(|line| line["entry"] == entry).cloned().unwrap_or(Value::Null)
}

fn paper(office: &mut Office, dossier: i64) -> Value {
    let list = office.call("documents_checklist", json!({ "dossier": dossier }));
    let stages = list["stages"].as_array().unwrap();
    let mut lines = stages.iter().flat_map(|stage| stage["lines"].as_array().unwrap());
    lines.find(|line| line["document"] == "bank_statements").cloned().unwrap()
}

#[test]
fn three_proved_months_are_written_in_one_action_and_undone_whole() {
    let mut office = an_office();
    let dossier = office.delmas();
    let before = office.dump();
    let read = bring(&mut office, dossier, &QUARTER);
    assert_eq!(
        months(&read, 0),
        [
            "Août proven 143,52+1 597,54-1 433,83=307,23",
            "Septembre proven 307,23+1 697,72-1 423,13=581,82",
            "Octobre proven 581,82+1 633,73-1 344,76=870,79"
        ]
    );
    assert_eq!(text(&read, "/reading/sentence"), "Trois mois sont prouvés au centime.");
    let rent = proposal(&read, "rent");
    assert_eq!((text(&rent, "/amount"), text(&rent, "/frequency_text")), ("512,37".to_owned(), "mois".to_owned()));
    assert_eq!(rent["operations"].as_array().unwrap().len(), 3);
    let accepted = accept_all(&mut office, &read);
    assert!(!accepted["reading"]["reste_a_vivre_with"].is_null());
    assert_eq!(office.dump(), before, "reading and deciding write nothing");
    let written = office.call("write_statements", json!({ "dossier": dossier }));
    assert!(text(&written, "/sentence").contains("3 relevés gardés"), "{written}");
    let is_new = |line: &Value| line["joins"].is_null() && line["entry"] != "" && line["shares"] == 0;
    let new = proposals(&read).into_iter().find(is_new).unwrap();
    let line = line_of(&mut office, dossier, new["entry"].as_str().unwrap());
    assert_eq!(line["certainty"], "seen_on_statements", "{line}");
    assert_eq!(plain(line["amount"]["text"].as_str().unwrap()), format!("{} €", text(&new, "/amount")));
    let reviews = office.call("statement_reviews", json!({ "dossier": dossier }));
    let fields = &reviews["accounts"][0]["fields"];
    let told = ["account", "from", "to", "lowest", "days_overdrawn", "rejected", "fees"]
        .map(|key| text(fields, &format!("/{key}")));
    assert_eq!(told, ["Compte courant …6723", "08/2026", "10/2026", "−176,61", "4", "1", "61,42"]);
    assert!(text(fields, "/remark").starts_with("Prouvé au centime"));
    let paper = paper(&mut office, dossier);
    assert_eq!((paper["state"].as_str(), paper["files"].as_array().unwrap().len()), (Some("received"), 3));
    assert!(text(&paper, "/reason").starts_with("3 sur 3"), "{paper}");
    let again = office.call("statement_reading", json!({ "dossier": dossier }));
    assert!(again["reading"].is_null(), "what was read is forgotten");
    assert_eq!(again["kept"].as_array().unwrap().len(), 3);
    office.call("undo", json!({}));
    assert_eq!(office.dump(), before);
}

#[test]
fn what_is_not_proved_proposes_nothing_and_is_asked_for_again() {
    let mut office = an_office();
    let dossier = office.delmas();
    let read = bring(&mut office, dossier, &["paribas-un-centime.pdf", "postal-scan.pdf"]);
    assert_eq!(proposals(&read).len(), 0);
    let month = &read["reading"]["accounts"][0]["months"][0];
    assert_eq!(month["standing"], "contradicted");
    assert!(text(month, "/sentence").starts_with("Il manque ou il y a en trop 0,01"), "{month}");
    assert!(text(&read, "/reading/unread/0/sentence").starts_with("C’est une image"), "{read}");
    assert_eq!(read["reading"]["asked_again"].as_array().unwrap().len(), 2);
    assert_eq!(text(&read, "/reading/write"), "Garder les relevés, sans ligne");
    office.call("write_statements", json!({ "dossier": dossier }));
    let paper = paper(&mut office, dossier);
    assert_eq!(paper["state"], "incomplete");
    assert!(text(&paper, "/reason").contains("à apporter"), "{paper}");
    let reviews = office.call("statement_reviews", json!({ "dossier": dossier }));
    assert_eq!(reviews["accounts"].as_array().unwrap().len(), 0, "no figure of what is not proved");
}

#[test]
fn a_missing_month_and_a_file_given_twice_are_lines_of_their_own() {
    let mut office = an_office();
    let dossier = office.delmas();
    bring(&mut office, dossier, &["postal-2026-08.pdf"]);
    let read = bring(&mut office, dossier, &["postal-2026-10.pdf", "postal-2026-10.pdf"]);
    let labels: Vec<String> =
        months(&read, 0).iter().map(|month| month.split('+').next().unwrap().to_owned()).collect();
    assert_eq!(
        labels,
        ["Août proven 143,52", "Septembre missing ", "Octobre proven 581,82", "Octobre, encore duplicate 581,82"]
    );
    let missing = text(&read, "/reading/accounts/0/months/1/sentence");
    assert_eq!(missing, "Entre le 31/08 et le 01/10, le relevé de septembre manque : 307,23 € puis 581,82 €.");
    assert_eq!(text(&read, "/reading/sentence"), "Deux mois sont prouvés au centime. Septembre manque.");
    office.call("write_statements", json!({ "dossier": dossier }));
    let paper = paper(&mut office, dossier);
    assert_eq!(text(&paper, "/reason"), "2 sur 3 ; à apporter : septembre");
    assert_eq!(paper["files"].as_array().unwrap().len(), 2, "the same file is kept once");
}

#[test]
fn a_line_is_changed_joined_or_left_and_a_better_paper_keeps_its_proof() {
    let mut office = an_office();
    let dossier = office.delmas();
    let rent = line_of(&mut office, dossier, "rent");
    let fields = json!({ "entry": "rent", "detail": "", "amount": "455", "frequency": "monthly",
        "certainty": "proved", "outstanding": "", "ends": "" });
    match rent["id"].as_i64() {
        Some(line) => office.call("change_budget_line", json!({ "dossier": dossier, "line": line, "fields": fields })),
        None => office.call("add_budget_line", json!({ "dossier": dossier, "fields": fields })),
    };
    let read = bring(&mut office, dossier, &QUARTER);
    let rent = proposal(&read, "rent");
    assert!(!rent["joins"].is_null());
    assert!(text(&rent, "/beside").starts_with("Prouvé 455,00 € par mois, vu 512,37 €"), "{rent}");
    office.call("decide_proposal", decided(&read, &rent, json!({})));
    let named = proposals(&read)
        .into_iter()
        .find(|line| line["entry"] != "rent" && line["joins"].is_null() && line["entry"] != "")
        .unwrap();
    let other = decided(&read, &named, json!({ "entry": "pets", "joins": "new" }));
    let unknown = decided(&read, &named, json!({ "entry": "no_such_line" }));
    assert_refused(&office.refused("decide_proposal", unknown), FailureKind::Refused, Some("entry"));
    let changed = office.call("decide_proposal", other);
    assert_eq!(text(&changed, "/reading/decided"), format!("2 lignes acceptées sur {}.", proposals(&read).len()));
    office.call("write_statements", json!({ "dossier": dossier }));
    let rent = line_of(&mut office, dossier, "rent");
    assert_eq!((text(&rent, "/amount/text"), text(&rent, "/certainty")), ("455,00 €".to_owned(), "proved".to_owned()));
    assert_eq!(line_of(&mut office, dossier, "pets")["certainty"], "seen_on_statements");
}

#[test]
fn one_payment_for_several_lines_is_accepted_only_when_they_make_its_amount() {
    let mut office = an_office();
    let dossier = office.delmas();
    let read = bring(&mut office, dossier, &["mutual-2026-08.pdf", "mutual-2026-09.pdf", "mutual-2026-10.pdf"]);
    let caf = proposals(&read).into_iter().find(|line| line["shares"] != 0).unwrap();
    assert_eq!((text(&caf, "/name"), caf["shares"].as_i64()), ("CAF".to_owned(), Some(3)));
    let refused = office.refused("decide_proposal", decided(&read, &caf, json!({})));
    assert_refused(&refused, FailureKind::Refused, Some("entry"));
    assert_eq!(plain(&refused.message), "CAF verse 1 016,05 €, les 3 lignes du budget font 696,21 €.");
    let still = office.call("statement_reading", json!({ "dossier": dossier }));
    assert_eq!(proposals(&still)[0]["decided"], "open", "it stays as it was");
    let line = line_of(&mut office, dossier, "family_allowances")["id"].clone();
    let fields = json!({ "entry": "family_allowances", "detail": "", "amount": "470,89", "frequency": "monthly",
        "certainty": "declared", "outstanding": "", "ends": "" });
    let mut change = json!({ "dossier": dossier, "line": line, "fields": fields });
    office.call("change_budget_line", change.clone());
    let accepted = office.call("decide_proposal", decided(&read, &caf, json!({})));
    assert_eq!(proposals(&accepted)[0]["decided"], "accepted");
    change["fields"]["amount"] = json!("470,90");
    office.call("change_budget_line", change.clone());
    let open = office.call("statement_reading", json!({ "dossier": dossier }));
    assert_eq!(proposals(&open)[0]["decided"], "open", "the budget changed: it is to be seen again");
    change["fields"]["amount"] = json!("470,89");
    office.call("change_budget_line", change);
    office.call("write_statements", json!({ "dossier": dossier }));
    assert_eq!(line_of(&mut office, dossier, "family_allowances")["certainty"], "seen_on_statements");
    assert_eq!(line_of(&mut office, dossier, "apl")["certainty"], "proved", "a better paper keeps its proof");
}

#[test]
fn one_payment_is_split_as_its_certificate_says() {
    let mut office = an_office();
    let dossier = office.delmas();
    let read = bring(&mut office, dossier, &["mutual-2026-08.pdf", "mutual-2026-09.pdf", "mutual-2026-10.pdf"]);
    let caf = proposals(&read).into_iter().find(|line| line["several"] == true).unwrap();
    let before = line_of(&mut office, dossier, "family_allowances");
    let split = |amounts: [&str; 3]| {
        let entries = ["in_work_benefit", "family_allowances", "rsa"];
        let parts: Vec<Value> =
            entries.iter().zip(amounts).map(|(entry, amount)| json!({ "entry": entry, "amount": amount })).collect();
        json!({ "dossier": dossier, "place": caf["place"], "parts": parts })
    };
    let refused = office.refused("split_proposal", split(["500", "500", ""]));
    assert_refused(&refused, FailureKind::Refused, Some("amount"));
    assert_eq!(plain(&refused.message), "CAF verse 1 016,05 €, les parts font 1 000,00 €.");
    let read = office.call("split_proposal", split(["600", "416,05", ""]));
    let line = proposals(&read).into_iter().find(|line| line["several"] == true).unwrap();
    assert_eq!((line["decided"].as_str(), line["parts"].as_array().unwrap().len()), (Some("accepted"), 2));
    assert!(text(&line, "/why").contains("séparé d’après l’attestation"), "{line}");
    office.call("write_statements", json!({ "dossier": dossier }));
    let family = line_of(&mut office, dossier, "family_allowances");
    assert_eq!(family["id"], before["id"], "the line that is there is the one that changes");
    if before["certainty"] != "proved" {
        assert_eq!(plain(&text(&family, "/amount/text")), "416,05 €");
    }
}

#[test]
fn a_name_accepted_once_is_always_so_in_this_office_until_it_is_forgotten() {
    let mut office = an_office();
    let dossier = office.delmas();
    let read = bring(&mut office, dossier, &QUARTER);
    let line = proposals(&read).into_iter().find(|line| line["entry"] != "" && line["shares"] == 0).unwrap();
    let teach = json!({ "dossier": dossier, "place": line["place"] });
    assert_refused(&office.refused("teach_proposal", teach.clone()), FailureKind::Refused, Some("entry"));
    let debit = text(&line, "/operations/0/amount").starts_with('\u{2212}');
    let other = if debit { "clothing" } else { "gift" };
    let entries = office.call("choices", json!({}))["budget_entries"].clone();
    let is_side = |entry: &&Value| (entry["section"] == "income") != debit && entry["key"] != line["entry"];
    let other = entries
        .as_array()
        .unwrap()
        .iter()
        .find(|entry| entry["key"] == other)
        .or(entries.as_array().unwrap().iter().find(is_side))
        .unwrap()["key"]
        .clone();
    office.call("decide_proposal", decided(&read, &line, json!({ "entry": other, "joins": "new" })));
    let taught = office.call("teach_proposal", teach);
    let same = proposals(&taught).into_iter().find(|one| one["name"] == line["name"]).unwrap();
    assert_eq!((same["decided"].as_str(), &same["entry"]), (Some("accepted"), &other), "what was decided stays");
    office.call("close_statements", json!({ "dossier": dossier }));
    let again = bring(&mut office, dossier, &QUARTER);
    let known = proposals(&again).into_iter().find(|one| one["name"] == line["name"]).unwrap();
    assert_eq!(known["entry"], other, "the office goes before the delivered words");
    assert!(text(&known, "/reason").starts_with("Toujours ainsi, acceptée ici le"), "{known}");
    let patterns = office.call("statement_patterns", json!({}));
    let key = patterns["patterns"][0]["key"].clone();
    let none = office.call("change_statement_pattern", json!({ "key": key, "entry": "" }));
    assert_eq!(none["patterns"].as_array().unwrap().len(), 0);
    office.call("close_statements", json!({ "dossier": dossier }));
    let forgotten = bring(&mut office, dossier, &QUARTER);
    let back = proposals(&forgotten).into_iter().find(|one| one["name"] == line["name"]).unwrap();
    assert_eq!(back["entry"], line["entry"]);
}

#[test]
fn the_part_of_a_joint_account_is_what_counts() {
    let mut office = an_office();
    let dossier = office.delmas();
    let whole = bring(&mut office, dossier, &QUARTER);
    let share = |share: &str, is_joint: bool| json!({ "dossier": dossier, "account": 0, "is_savings": false, "is_joint": is_joint, "share": share });
    for wrong in ["0", "101", "moitié"] {
        assert_refused(&office.refused("describe_account", share(wrong, true)), FailureKind::Refused, Some("share"));
    }
    let half = office.call("describe_account", share("50 %", true));
    assert_eq!(half["reading"]["accounts"][0]["share"], 50);
    let cents = |read: &Value, place: usize| -> i64 {
        let amount = plain(&text(&proposals(read)[place], "/amount")).replace([' ', ','], "");
        amount.parse().unwrap()
    };
    for place in 0..proposals(&half).len() {
        assert_eq!(cents(&half, place), (cents(&whole, place) + 1) / 2);
    }
    let why = plain(&text(&proposals(&half)[0], "/why"));
    assert!(why.ends_with("part de 50 %"), "{why}");
    let alone = office.call("describe_account", share("50", false));
    assert_eq!(alone["reading"]["accounts"][0]["share"], 100, "an account of one person counts whole");
}

#[test]
fn an_export_is_kept_as_a_piece_whatever_its_format() {
    let mut office = an_office();
    let dossier = office.delmas();
    let exports = ["mutual-camt053.xml", "paribas-2026-08.ofx", "postal.qif", "populaire.csv"];
    bring(&mut office, dossier, &exports);
    let written = office.call("write_statements", json!({ "dossier": dossier }));
    assert_eq!(written["unkept"].as_array().unwrap().len(), 0, "{written}");
    let kept = office.call("attachments", json!({ "dossier": dossier }));
    let names: Vec<&str> =
        kept["attachments"].as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap()).collect();
    for export in exports {
        assert!(names.contains(&export), "{names:?}");
    }
}

#[test]
fn an_export_without_its_first_balance_is_proved_by_the_one_that_is_typed() {
    let mut office = an_office();
    let dossier = office.delmas();
    let read = bring(&mut office, dossier, &["agricole.csv"]);
    let month = &read["reading"]["accounts"][0]["months"][0];
    assert_eq!(
        (month["standing"].as_str(), text(month, "/balance_on")),
        (Some("not_checkable"), "2026-07-31".to_owned())
    );
    assert!(text(month, "/sentence").ends_with("ou tapez le solde du 31/07."), "{month}");
    assert_eq!(proposals(&read).len(), 0);
    let wrong = json!({ "dossier": dossier, "on": "2026-07-31", "balance": "soixante" });
    assert_refused(&office.refused("type_balance", wrong), FailureKind::Refused, Some("balance"));
    let read = office.call("type_balance", json!({ "dossier": dossier, "on": "2026-07-31", "balance": "61,20" }));
    assert_eq!(read["reading"]["accounts"][0]["months"][0]["standing"], "proven");
    assert!(text(&read, "/reading/accounts/0/months/0/witnesses").contains("solde tapé"));
    assert!(!proposals(&read).is_empty());
}

#[test]
fn several_accounts_are_told_apart_and_corrected() {
    let mut office = an_office();
    let dossier = office.delmas();
    let files = ["postal-2026-08.pdf", "postal-2026-09.pdf", "postal-2026-10.pdf", "epargne-2026-08-a-10.pdf"];
    let read = bring(&mut office, dossier, &files);
    let accounts = read["reading"]["accounts"].as_array().unwrap();
    let savings = accounts.iter().position(|account| account["is_savings"] == true).unwrap();
    assert!(accounts.len() > 1 && accounts[savings]["label"].as_str().unwrap().starts_with("Épargne"));
    let joint = json!({ "dossier": dossier, "account": 0, "is_savings": false, "is_joint": true });
    let read = office.call("describe_account", joint);
    assert_eq!(read["reading"]["accounts"][0]["is_joint"], true);
    office.call("write_statements", json!({ "dossier": dossier }));
    let reviews = office.call("statement_reviews", json!({ "dossier": dossier }));
    let all = reviews["accounts"].as_array().unwrap();
    let saved = all.iter().find(|account| text(account, "/label").starts_with("Épargne")).unwrap();
    assert_ne!(text(saved, "/fields/savings"), "", "{reviews}");
}

#[test]
fn a_reading_is_forgotten_when_it_is_closed_and_when_the_office_locks() {
    let mut office = an_office();
    let dossier = office.delmas();
    bring(&mut office, dossier, &QUARTER);
    let closed = office.call("close_statements", json!({ "dossier": dossier }));
    assert!(closed["reading"].is_null());
    let refused = office.refused("write_statements", json!({ "dossier": dossier }));
    assert_refused(&refused, FailureKind::Refused, None);
    bring(&mut office, dossier, &QUARTER);
    office.call("lock", json!({}));
    office.unlock();
    let again = office.call("statement_reading", json!({ "dossier": dossier }));
    assert!(again["reading"].is_null());
    let nothing = json!({ "dossier": dossier, "files": [], "attachments": [] });
    assert_refused(&office.refused("bring_statements", nothing), FailureKind::Refused, Some("files"));
}

#[test]
fn a_statement_that_the_dossier_keeps_is_read_where_it_is() {
    let mut office = an_office();
    let dossier = office.delmas();
    bring(&mut office, dossier, &QUARTER);
    office.call("write_statements", json!({ "dossier": dossier }));
    let kept = office.call("statement_reading", json!({ "dossier": dossier }));
    let files: Vec<Value> = kept["kept"].as_array().unwrap().iter().map(|one| one["attachment"].clone()).collect();
    let input = json!({ "dossier": dossier, "files": [], "attachments": files });
    let read = office.call("bring_statements", input);
    assert_eq!(months(&read, 0).len(), 3);
    assert_eq!(read["kept"].as_array().unwrap().len(), 0);
    accept_all(&mut office, &read);
    office.call("write_statements", json!({ "dossier": dossier }));
    assert_eq!(paper(&mut office, dossier)["files"].as_array().unwrap().len(), 3, "no file is kept twice");
}
