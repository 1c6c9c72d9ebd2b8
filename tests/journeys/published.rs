//! The dossier of the published papers, typed line by line: its lender, its threshold, its project, its loan, its
//! budget once the project is done.

use serde_json::{Value, json};

use crate::office::{Line, Office, a_line};

/// The quotes of the published bank file: what, seller, day, last day, price, whether it is kept.
pub const QUOTES: [(&str, &str, &str, &str, &str, &str); 3] = [
    ("citadine essence, 2014", "Garage des Halles", "18/11/2026", "15/01/2027", "2750", "kept"),
    ("révision, pneus, carte grise", "Garage des Halles", "18/11/2026", "15/01/2027", "300", "kept"),
    ("citadine diesel, 2013", "Auto Valbourg", "04/11/2026", "04/12/2026", "3190", "put_aside"),
];

/// Its expenses.
pub const EXPENSES: [(&str, &str); 3] =
    [("Véhicule", "2750"), ("Carte grise", "152"), ("Révision et deux pneus", "148")];

/// Its aids: who gives it, what it is, where it stands, the day it was asked, the answer, how much, why.
pub const AIDS: [[&str; 7]; 4] = [
    ["Département", "aide à la mobilité", "obtained", "03/11/2026", "12/11/2026", "400", ""],
    ["France Travail", "aide au permis et au véhicule", "refused", "", "", "", "personne en emploi"],
    ["CCAS", "aide facultative", "not_applicable", "", "", "", "hors règlement"],
    ["Employeur", "prêt du comité social", "not_applicable", "05/11/2026", "", "", "pas de comité"],
];

/// What the lines of its budget become: kind, before, after, why.
const AFTER: [(Line, &str, &str); 4] = [
    (("public_transport", "bus et covoiturage", "54", "monthly", "", ""), "0", "remplacés par la voiture"),
    (("vehicle_insurance", "", "0", "monthly", "", ""), "46,50", "devis d’assurance"),
    (("fuel", "et entretien", "0", "monthly", "", ""), "95", "400 km par mois"),
    (("energy_arrears_plan", "", "40", "monthly", "80", "1/27"), "0", "soldé avant la première mensualité"),
];

impl Office {
    /// Makes a lender whose agreement gives its rate, its longest loan and 300 to 3 000 €, and gives its key.
    pub fn lender(&mut self, name: &str, rate: &str, months_max: &str) -> String {
        let fields =
            json!({ "name": name, "contact": "", "contact_role": "", "phone": "", "email": "", "address": "" });
        let lenders = self.call("add_lender", fields)["lenders"].clone();
        let made = lenders.as_array().unwrap().iter().find(|lender| lender["fields"]["name"] == name);
        let key = made.unwrap()["key"].as_str().unwrap().to_owned();
        let limits = json!({ "amount_min": "300", "amount_max": "3000", "months_min": "6", "months_max": months_max,
            "exceptional_amount_max": "", "exceptional_months_max": "", "sub_limits": [] });
        let mut agreement = crate::settings::no_agreement();
        for (field, value) in [("rate", rate), ("interest_only_max", "3"), ("debit_day", "5")] {
            agreement[field] = json!(value);
        }
        agreement["limits"] = limits;
        let signed =
            json!({ "lender": key, "from": "01/02/2025", "source": "Convention de 2025", "fields": agreement });
        self.call("sign_agreement", signed);
        key
    }

    /// Sets the reste à vivre under which the office asks why.
    pub fn threshold(&mut self, amount: &str) {
        let mut fields = crate::settings::rules(amount);
        for (field, value) in [("usual_rate_max", ""), ("warning_days", "5"), ("refund_moment", "")] {
            fields[field] = json!(value);
        }
        let version = json!({ "corrects": "", "from": "01/01/2026", "source": "règle du CCAS", "reason": "" });
        self.call("set_office_rules", json!({ "version": version, "fields": fields }));
    }

    /// Types the project of the published bank file.
    pub fn delmas_project(&mut self, dossier: i64) -> Value {
        for (label, amount) in EXPENSES {
            self.call("add_expense", json!({ "dossier": dossier, "label": label, "amount": amount }));
        }
        for (label, seller, dated_on, valid_until, amount, choice) in QUOTES {
            self.call(
                "add_quote",
                json!({ "dossier": dossier, "label": label, "seller": seller, "dated_on": dated_on,
                    "valid_until": valid_until, "amount": amount, "choice": choice, "reason": "" }),
            );
        }
        for aid in AIDS {
            self.call("add_aid", an_aid(dossier, aid));
        }
        self.call("change_project", json!({ "dossier": dossier, "field": "own_share", "value": "250" }))
    }

    /// Simulates its loan with a lender, over 36 months.
    pub fn delmas_simulation(&mut self, dossier: i64, lender: &str) -> Value {
        for (field, value) in
            [("lender", lender), ("months", "36"), ("disbursed_on", "05/01/2027"), ("first_due_on", "05/02/2027")]
        {
            self.simulate(dossier, field, value);
        }
        self.call("simulation", json!({ "dossier": dossier }))
    }

    /// Changes one field of the simulation.
    pub fn simulate(&mut self, dossier: i64, field: &str, value: &str) -> Value {
        self.call("change_simulation", json!({ "dossier": dossier, "field": field, "value": value }))
    }

    /// Types what the lines of its budget become.
    pub fn delmas_after(&mut self, dossier: i64) -> Value {
        for (line, amount, reason) in AFTER {
            let mut typed = a_line(dossier, line);
            typed["fields"]["after_amount"] = json!(amount);
            typed["fields"]["after_reason"] = json!(reason);
            match self.budget_line(dossier, line.0) {
                Some(id) => {
                    typed["line"] = json!(id);
                    self.call("change_budget_line", typed);
                }
                None => {
                    self.call("add_budget_line", typed);
                }
            }
        }
        self.call("budget", json!({ "dossier": dossier }))
    }

    /// The number of a line of its budget, by its entry.
    pub fn budget_line(&mut self, dossier: i64, entry: &str) -> Option<i64> {
        let budget = self.call("budget", json!({ "dossier": dossier }));
        let sections = budget["sections"].as_array().unwrap().iter();
        let mut lines = sections.flat_map(|section| section["lines"].as_array().unwrap());
        lines.find(|line| line["entry"] == entry).and_then(|line| line["id"].as_i64())
    }
}

pub fn an_aid(dossier: i64, [provider, label, status, asked_on, answered_on, amount, reason]: [&str; 7]) -> Value {
    json!({ "dossier": dossier, "provider": provider, "label": label, "status": status, "asked_on": asked_on,
        "answered_on": answered_on, "amount": amount, "reason": reason })
}

pub fn a_quote(dossier: i64, label: &str, amount: &str, choice: &str) -> Value {
    json!({ "dossier": dossier, "label": label, "seller": "", "dated_on": "", "valid_until": "", "amount": amount,
        "choice": choice, "reason": "" })
}
