//! The facts of the statement for the treasurer: the refunds granted, with their account, not paid yet.

use documents::papers::Letterhead;
use documents::papers::refund_statement::{RefundStatement, RefundedLine, render};
use domain::settings::Settings;
use domain::words::{refund_rule, spaced};

use super::Prepared;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use casework::endings::statement_rows;

pub(super) fn prepare(
    desk: &Desk,
    settings: &Settings,
    head: &Letterhead,
    moment: &Moment,
) -> Result<Prepared, Failure> {
    let rows = desk.read(|reader| statement_rows(reader, settings, moment))?;
    if rows.is_empty() {
        return Err(Failure::refused("Aucun remboursement accordé n’attend d’être payé, avec son RIB.")
            .remedy("Décidez-les dans Prêt, « Fin », puis saisissez les RIB."));
    }
    let rule = settings.at(moment.today).office.refund.as_ref().map(|policy| {
        let by = policy.decided_by.as_str();
        let by = if by.is_empty() { String::new() } else { format!(" Décidé par {by}.") };
        spaced(&format!("{}{by}", refund_rule(policy)))
    });
    let lines = rows.into_iter().map(|row| RefundedLine {
        reference: row.reference,
        name: row.name,
        lent: row.lent,
        interest: row.interest,
        amount: row.amount,
        decided_on: row.decided_on,
        iban: row.iban,
        holder: row.holder,
    });
    let statement =
        RefundStatement { printed_on: moment.today, rule: rule.unwrap_or_default(), lines: lines.collect() };
    let head = head.clone();
    let state = "à jour".to_owned();
    Ok(Prepared { version: 1, missing: Vec::new(), state, print: Box::new(move |_| Ok(render(&statement, &head)?)) })
}
