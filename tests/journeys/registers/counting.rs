//! The bilan of an imported register is the register: its months, its quarters, its delays, and what nobody wrote.

use desk::FailureKind;
use serde_json::{Value, json};

use super::files::{Register, csv, line, person};
use super::{bilan, counts, indicator, opened, rows, taken};
use crate::office::{Office, an_office, assert_refused, plain, text};

/// What a line of the made register says, its days all in one month of 2016.
struct Entry {
    month: usize,
    /// The days of the interview, of the sending and of the decision.
    met: usize,
    sent: usize,
    decided: usize,
    paid: Option<usize>,
    outcome: &'static str,
    amount: usize,
}

impl Entry {
    fn of(place: usize) -> Self {
        let outcome = match place {
            0..30 => "accord",
            30..50 => "refus",
            50..80 => "réorienté",
            _ => "sans suite",
        };
        Self {
            month: place % 12 + 1,
            met: 5 + place % 5,
            sent: 11 + place % 3,
            decided: 20 + place % 7,
            paid: (place < 30).then_some(27 + place % 2),
            outcome,
            amount: 1_000 + 50 * place,
        }
    }

    fn is(&self, outcome: &str) -> bool {
        self.outcome == outcome
    }

    /// Whether it was sent to a bank.
    fn was_sent(&self) -> bool {
        self.is("accord") || self.is("refus")
    }
}

fn made() -> (Vec<Entry>, Register) {
    let entries: Vec<Entry> = (0..92).map(Entry::of).collect();
    let headings = [
        "Nom prénom",
        "Né(e) le",
        "Demande le",
        "Objet",
        "Montant demandé",
        "Entretien le",
        "Transmis le",
        "Décision",
        "Décision le",
        "Montant accordé",
        "Banque",
        "Durée",
        "Taux",
        "Versé le",
    ];
    let mut register = vec![line(&headings)];
    for (place, entry) in entries.iter().enumerate() {
        let (name, born) = person(place);
        let on = |day: usize| format!("{day:02}/{:02}/2016", entry.month);
        let when = |is: bool, text: String| if is { text } else { String::new() };
        let granted = entry.is("accord");
        register.push(vec![
            name,
            born,
            on(3),
            ["prothèses auditives", "permis"][place % 2].to_owned(),
            entry.amount.to_string(),
            on(entry.met),
            when(entry.was_sent(), on(entry.sent)),
            entry.outcome.to_owned(),
            when(entry.was_sent() || entry.is("sans suite"), on(entry.decided)),
            when(granted, entry.amount.to_string()),
            "Banque des Coteaux".to_owned(),
            when(granted, "36".to_owned()),
            when(granted, "4".to_owned()),
            entry.paid.map(on).unwrap_or_default(),
        ]);
    }
    (entries, register)
}

/// Hundredths, half up, of a mean.
fn mean(days: &[usize]) -> String {
    let (sum, count) = (days.iter().sum::<usize>(), days.len());
    let hundredths = (sum * 200 + count) / (count * 2);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn expected(entries: &[&Entry]) -> Vec<(&'static str, String)> {
    let count = |wanted: &dyn Fn(&Entry) -> bool| entries.iter().filter(|one| wanted(one)).count().to_string();
    let days = |delay: &dyn Fn(&Entry) -> Option<usize>| -> String {
        let days: Vec<usize> = entries.iter().filter_map(|one| delay(one)).collect();
        if days.is_empty() { String::new() } else { mean(&days) }
    };
    let sum: usize = entries.iter().filter(|one| one.is("accord")).map(|one| one.amount).sum();
    vec![
        ("requests", entries.len().to_string()),
        ("assessed", count(&|one| one.was_sent() || one.is("réorienté"))),
        ("submitted", count(&Entry::was_sent)),
        ("granted", count(&|one| one.is("accord"))),
        ("refused", count(&|one| one.is("refus"))),
        ("redirected", count(&|one| one.is("réorienté"))),
        ("dropped", count(&|one| one.is("sans suite"))),
        ("disbursed", count(&|one| one.paid.is_some())),
        ("amount_granted", format!("{sum}.00")),
        ("days_request_to_submission", days(&|one| one.was_sent().then(|| one.sent - 3))),
        ("days_submission_to_decision", days(&|one| one.was_sent().then(|| one.decided - one.sent))),
        ("days_decision_to_disbursement", days(&|one| Some(one.paid? - one.decided))),
    ]
}

#[test]
fn the_bilan_of_an_imported_register_equals_the_register_month_by_month() {
    let mut office = an_office();
    let (entries, register) = made();
    let view = opened(&mut office, "registre.csv", &csv(&register));
    let refused: Vec<String> = rows(&mut office, json!("refused")).iter().map(|row| text(row, "/reason")).collect();
    assert_eq!(counts(&view), [92, 0, 0, 0, 0, 0], "a refusal has no term: {refused:?} {}", view["columns"]);
    taken(&mut office);
    let spans = (1..=12).map(|month| (month, month)).chain((0..4).map(|quarter| (quarter * 3 + 1, quarter * 3 + 3)));
    for (first, last) in spans.chain([(1, 12)]) {
        let end = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][last - 1];
        let data = bilan(&mut office, &format!("2016-{first:02}-01"), &format!("2016-{last:02}-{end}"));
        let inside: Vec<&Entry> = entries.iter().filter(|one| (first..=last).contains(&one.month)).collect();
        for (key, value) in expected(&inside) {
            assert_eq!(indicator(&data, key).0, value, "{key}, months {first} to {last}");
        }
    }
    let year = bilan(&mut office, "2016-01-01", "2016-12-31");
    let table = |key: &str| year["tables"].as_array().unwrap().iter().find(|one| one["key"] == key).unwrap().clone();
    let months = table("months");
    assert!(!months.to_string().contains("unknown"), "every month is known: {months}");
    let households = table("profiles").to_string();
    assert!(households.contains("Non renseigné") && !households.contains("Personne seule"), "{households}");
    assert!(table("sub_purposes").to_string().contains("hearing"), "« prothèses auditives » is understood");
}

/// The paper for elected officials of a year before which nothing was entered, in which no time was noted.
#[test]
fn the_paper_of_an_imported_year_states_nothing_nobody_noted() {
    let mut office = an_office();
    let (_, register) = made();
    opened(&mut office, "registre.csv", &csv(&register));
    taken(&mut office);
    let paper = json!({ "paper": "annual_report", "from": "2016-01-01", "to": "2016-12-31" });
    let drawn = office.call("draw_paper", paper);
    let pages = drawn["pages"].as_array().unwrap().iter();
    let all = plain(&pages.map(|page| page["text"].as_str().unwrap()).collect::<String>());
    for untrue in
        ["progresse", "2015", "Personne seule", "Heures de travail", "Équivalent temps plein", "temps plein à saisir"]
    {
        assert!(!all.contains(untrue), "« {untrue} » is on the paper: {all}");
    }
    let screen = office.call("report", json!({ "year": "2016", "from": "", "to": "" }));
    assert_eq!(screen["before"], Value::Null, "2015 was never entered");
    assert!(plain(&screen.to_string()).contains("aucun temps noté"));
}

/// Two restructurations of Laval, which the office guarantees by half: one runs, one was lost for 420 €.
#[test]
fn imported_loans_of_a_guaranteed_product_stand_on_the_envelope() {
    let mut office = an_office();
    for model in ["laval_restructuring", "laval_classic"] {
        let copy = json!({ "model": model, "label": "", "from": "01/01/2010", "source": "Délibération" });
        office.call("copy_product_model", copy);
    }
    let headings = [
        "Nom prénom",
        "Né(e) le",
        "Demande le",
        "Objet",
        "Type de prêt",
        "Montant demandé",
        "Décision",
        "Décision le",
        "Montant accordé",
        "Banque",
        "Durée",
        "Taux",
        "Versé le",
        "Perte",
        "Soldé le",
    ];
    let mut register = vec![line(&headings)];
    let products = ["Microcrédit « restructuration » (Laval)", "Microcrédit classique (Laval)"];
    for (place, (product, loss, ended)) in
        [(products[0], "", ""), (products[0], "420", "10/05/2026"), (products[1], "", "")].into_iter().enumerate()
    {
        let (name, born) = person(place);
        let (asked, answered, paid) = ("03/02/2026", "20/02/2026", "28/02/2026");
        let lent = ["1 200", "Banque du Val", "24", "4"];
        register.push(line(&[
            &name, &born, asked, "dettes", product, lent[0], "accord", answered, lent[0], lent[1], lent[2], lent[3],
            paid, loss, ended,
        ]));
    }
    let view = opened(&mut office, "laval.csv", &csv(&register));
    let refused: Vec<String> = rows(&mut office, json!("refused")).iter().map(|row| text(row, "/reason")).collect();
    assert_eq!(counts(&view), [3, 0, 0, 0, 0, 0], "{refused:?}");
    taken(&mut office);
    let sums = |office: &mut Office| {
        let view = office.call("guarantee_envelope", json!({}));
        ["committed", "called"].map(|key| plain(&text(&view, &format!("/{key}/text"))))
    };
    assert_eq!(sums(&mut office), ["600,00 €", "210,00 €"], "half of what runs, half of what was lost");

    // The product the register says of the third loan is corrected: it stands on the envelope too.
    let classic = office.call("dossiers", json!({ "search": person(2).0, "offset": 0 }))["rows"][0]["id"].clone();
    let decisions = office.call("decisions", json!({ "dossier": classic }));
    let sending = &decisions["presentations"][0];
    let mut form = sending["form"]["form"].clone();
    let products = office.call("guarantee_envelope", json!({}))["rows"][0]["dossier"].clone();
    let guaranteed =
        office.call("decisions", json!({ "dossier": products }))["presentations"][0]["form"]["form"]["product"].clone();
    form["product"] = guaranteed;
    let decision = json!({ "kind": "submission", "form": form });
    let correction = json!({ "dossier": classic, "fact": sending["fact"], "reason": "mal lu", "decision": decision });
    office.call("correct_fact", correction);
    assert_eq!(sums(&mut office), ["1 200,00 €", "210,00 €"]);
    an_undated_instalment_is_not_declared(&mut office, &classic);
}

/// The register says when the money was released, not when the first instalment fell due.
fn an_undated_instalment_is_not_declared(office: &mut Office, dossier: &Value) {
    let missed = json!({ "dossier": dossier, "from": "3", "to": "3", "declared": "missed", "told_by": "lender", "on": "", "note": "" });
    let refused = office.refused("declare_instalments", missed.clone());
    assert_refused(&refused, FailureKind::Refused, Some("from"));
    assert!(refused.remedy.as_ref().is_some_and(|remedy| remedy.contains("première échéance")), "{refused:?}");
    let decisions = office.call("decisions", json!({ "dossier": dossier }));
    let mut form = decisions["contract"]["form"]["form"].clone();
    (form["disbursed_on"], form["first_due_on"]) = (json!("28/02/2026"), json!("05/04/2026"));
    let decision = json!({ "kind": "contract", "form": form });
    let fact = decisions["contract"]["fact"].clone();
    office
        .call("correct_fact", json!({ "dossier": dossier, "fact": fact, "reason": "retrouvé", "decision": decision }));
    office.call("declare_instalments", missed);
    let data = bilan(office, "2026-01-01", "2026-12-31");
    assert_eq!((indicator(&data, "incidents").0, indicator(&data, "missed_instalments").0), ("1".into(), "1".into()));
}

#[test]
fn words_of_the_field_are_understood_and_a_refusal_needs_no_term() {
    let mut office = an_office();
    let register = vec![
        line(&[
            "Nom prénom",
            "Demande le",
            "Objet",
            "Montant demandé",
            "Décision",
            "Banque",
            "Réorienté vers",
            "Origine",
        ]),
        line(&["MERCADIEU Paul", "03/02/2016", "prothèses auditives", "900", "refus", "Banque du Val", "", "MDPH"]),
        line(&["ROUSSEAUX Inès", "04/02/2016", "permis", "700", "réorienté", "", "MDPH", "presse"]),
    ];
    let view = opened(&mut office, "mots.csv", &csv(&register));
    let refused: Vec<String> = rows(&mut office, json!("refused")).iter().map(|row| text(row, "/reason")).collect();
    assert_eq!(counts(&view), [2, 0, 0, 0, 0, 0], "{refused:?}");
    taken(&mut office);
    let data = bilan(&mut office, "2016-01-01", "2016-12-31");
    let table = |key: &str| {
        let tables = data["tables"].as_array().unwrap().iter();
        tables.filter(|one| one["key"] == key).map(Value::to_string).collect::<String>()
    };
    assert!(table("sub_purposes").contains("hearing"), "{}", table("sub_purposes"));
    assert!(table("redirections").contains("disability_compensation"), "{}", table("redirections"));
    assert!(table("origins").contains("referrer"), "{}", table("origins"));
    let said = office.call("dossiers", json!({ "search": "mercadieu", "offset": 0 }))["rows"][0]["id"].clone();
    let sending = office.call("decisions", json!({ "dossier": said }))["presentations"][0].clone();
    assert_eq!(sending["form"]["form"]["months"], "", "no term is invented: {sending}");
}

#[test]
fn montpelliers_quarters_are_counted_one_by_one() {
    let mut office = an_office();
    let quarters = [(12, 4), (9, 3), (7, 2), (14, 6)];
    let mut register = vec![line(&[
        "Nom Prénom",
        "Né(e) le",
        "Date demande",
        "Projet",
        "Montant",
        "Décision",
        "Décision le",
        "Banque",
        "Durée",
        "Taux",
    ])];
    let mut place = 0;
    for (quarter, (requests, granted)) in quarters.into_iter().enumerate() {
        for number in 0..requests {
            let (name, born) = person(place);
            let month = quarter * 3 + 1 + number % 3;
            let (asked, decided) = (format!("02/{month:02}/2016"), format!("20/{month:02}/2016"));
            let end = if number < granted { "accord" } else { "abandon" };
            register.push(line(&[
                &name,
                &born,
                &asked,
                "permis",
                "1 000",
                end,
                &decided,
                "Banque des Garrigues",
                "20",
                "3,5",
            ]));
            place += 1;
        }
    }
    opened(&mut office, "montpellier.csv", &csv(&register));
    taken(&mut office);
    for (quarter, (requests, granted)) in quarters.into_iter().enumerate() {
        let from = format!("2016-{:02}-01", quarter * 3 + 1);
        let to = ["2016-03-31", "2016-06-30", "2016-09-30", "2016-12-31"][quarter];
        let data = bilan(&mut office, &from, to);
        let said = ["requests", "granted", "dropped"].map(|key| indicator(&data, key).0);
        assert_eq!(said, [requests, granted, requests - granted].map(|count| count.to_string()), "{from}");
    }
}
