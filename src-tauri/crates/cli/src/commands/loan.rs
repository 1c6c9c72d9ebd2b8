//! `simulate` and `taeg`: the reckoning of a loan, without an office.

use clap::Args;
use serde_json::{Map, Value, json};

use super::read_stdin;
use crate::console::{Console, print};
use crate::outcome::Stop;

/// A loan as typed.
#[derive(Args)]
pub(crate) struct LoanArguments {
    /// Montant prêté, en euros
    #[arg(long, allow_hyphen_values = true, value_name = "MONTANT")]
    amount: String,
    /// Taux annuel fixe, en pour cent
    #[arg(long, allow_hyphen_values = true, value_name = "TAUX")]
    annual_rate: String,
    /// Nombre de mensualités en tout
    #[arg(long, allow_hyphen_values = true, value_name = "NOMBRE")]
    months: String,
    /// Combien des premières ne paient que des intérêts
    #[arg(long, allow_hyphen_values = true, default_value = "", hide_default_value = true, value_name = "NOMBRE")]
    interest_only: String,
    /// Combien des premières ne paient rien, avant celles-là
    #[arg(long, allow_hyphen_values = true, default_value = "", hide_default_value = true, value_name = "NOMBRE")]
    deferred: String,
    /// Numéros de mensualités plus tardives qui ne paient que des intérêts : « 13, 25 »
    #[arg(long, allow_hyphen_values = true, default_value = "", hide_default_value = true, value_name = "NUMÉROS")]
    interest_only_later: String,
    /// Frais de dossier, en euros
    #[arg(long, allow_hyphen_values = true, default_value = "", hide_default_value = true, value_name = "MONTANT")]
    fee: String,
    /// Les frais sont prêtés avec le reste
    #[arg(long)]
    fee_financed: bool,
    /// Assurance, par mois
    #[arg(long, allow_hyphen_values = true, default_value = "", hide_default_value = true, value_name = "MONTANT")]
    insurance_monthly: String,
    /// Assurance, en pour cent par an du reste dû
    #[arg(long, allow_hyphen_values = true, default_value = "", hide_default_value = true, value_name = "TAUX")]
    insurance_rate: String,
    /// L’assurance est une condition du prêt
    #[arg(long)]
    insurance_required: bool,
    /// Jour du versement
    #[arg(long, default_value = "", hide_default_value = true, value_name = "AAAA-MM-JJ")]
    disbursed: String,
    /// Jour de la première mensualité
    #[arg(long, default_value = "", hide_default_value = true, value_name = "AAAA-MM-JJ")]
    first_due: String,
    /// Jour de prélèvement des suivantes
    #[arg(long, allow_hyphen_values = true, default_value = "", hide_default_value = true, value_name = "JOUR")]
    debit_day: String,
}

/// The keys of a schedule that programs read.
const PLAIN: [&str; 4] = ["instalments", "total_interest", "total_cost", "taeg"];

/// Works out a loan.
pub(super) fn simulate(console: &mut Console, json: bool, asked: LoanArguments) -> Result<(), Stop> {
    let input = json!({ "amount": asked.amount, "annual_rate": asked.annual_rate, "lender": "",
        "months": asked.months, "interest_only": asked.interest_only, "fee": asked.fee,
        "insurance_monthly": asked.insurance_monthly, "insurance_required": asked.insurance_required,
        "disbursed": asked.disbursed, "first_due": asked.first_due, "deferred": asked.deferred,
        "interest_only_later": asked.interest_only_later, "insurance_rate": asked.insurance_rate,
        "fee_payment": if asked.fee_financed { "financed" } else { "" }, "debit_day": asked.debit_day });
    let found = console.call("simulate", input)?;
    if json {
        let field = |key: &str| (key.to_owned(), found.get(key).cloned().unwrap_or_default());
        return print(&Value::Object(PLAIN.map(field).into_iter().collect::<Map<_, _>>()).to_string());
    }
    print("N°\tDate\tMensualité\tCapital\tIntérêts\tAssurance\tReste")?;
    for line in found.get("instalments").and_then(Value::as_array).into_iter().flatten() {
        let cells =
            ["number", "due", "total", "principal", "interest", "insurance", "outstanding"].map(|key| cell(line, key));
        print(&cells.join("\t"))?;
    }
    let amount = |key| cell(&found, key);
    print(&format!("Intérêts : {} €", amount("total_interest")))?;
    print(&format!("Coût total : {} €", amount("total_cost")))?;
    print(&format!("TAEG : {} %", amount("taeg")))
}

/// Finds the TAEG of the flows on stdin.
pub(super) fn taeg(console: &mut Console, json: bool) -> Result<(), Stop> {
    let not_json = || {
        Stop::Usage("L’entrée n’est pas du JSON : {\"flows\":[{\"years\":\"0\",\"amount\":\"-1000\"},…]}.".to_owned())
    };
    let input: Value = serde_json::from_str(&read_stdin()?).map_err(|_| not_json())?;
    let found = console.call("taeg", input)?;
    if json { print(&found.to_string()) } else { print(&format!("TAEG : {} %", cell(&found, "taeg"))) }
}

/// A value as French people read it.
fn cell(line: &Value, key: &str) -> String {
    match line.get(key) {
        Some(Value::String(text)) if key != "due" => text.replace('.', ","),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_)) | None => "–".to_owned(),
    }
}
