//! The facts of the statement for the treasurer and of its list of transfers: the refunds granted, with their account, not
//! paid yet.

use documents::papers::Letterhead;
use documents::papers::refund_statement::{RefundStatement, RefundedLine, render, render_transfers};
use domain::money::Euros;
use domain::settings::Settings;
use domain::words::{capital, refund_rule, spaced};

use super::{Missing, Prepared, Printer};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use casework::endings::{StatementRow, statement};

/// The key of the list of transfers.
pub(super) const TRANSFERS: &str = "refund_transfers";

pub(super) fn prepare(
    key: &str,
    desk: &Desk,
    settings: &Settings,
    head: &Letterhead,
    moment: &Moment,
) -> Result<Prepared, Failure> {
    let found = desk.read(|reader| statement(reader, settings, moment))?;
    if found.rows.is_empty() {
        return Err(Failure::refused("Aucun remboursement accordé n’attend d’être payé, avec son RIB.")
            .remedy("Décidez-les dans Prêt, « Fin », puis saisissez les RIB."));
    }
    let policy = settings.at(moment.today).office.refund.as_ref();
    let statement = RefundStatement {
        printed_on: moment.today,
        rule: policy.map(|policy| spaced(&refund_rule(policy))).unwrap_or_default(),
        resolution: policy.map(|policy| policy.resolution.to_string()).unwrap_or_default(),
        decided_by: policy.map(|policy| policy.decided_by.to_string()).unwrap_or_default(),
        charged_to: policy.map(|policy| policy.charged_to.to_string()).unwrap_or_default(),
        ordered_by: policy.map(|policy| capital(policy.ordered_by.as_str())).unwrap_or_default(),
        envelope: policy.and_then(|policy| Some((policy.yearly_envelope?, found.paid_before))),
        lines: found.rows.into_iter().map(line).collect(),
    };
    if let Some(left) = statement.left()?.filter(|left| left.is_negative()) {
        let short = Euros::ZERO.minus(left)?;
        let says = format!("L’enveloppe de l’année ne suffit pas : après cet état, il manquerait {short}.");
        return Err(Failure::refused(&spaced(&says)).remedy(
            "Attendez l’exercice suivant pour une partie des remboursements, ou corrigez l’enveloppe dans Réglages \
             après une délibération.",
        ));
    }
    let lacks = |text: &str, what: &str| text.is_empty().then(|| Missing::of(what, None));
    let missing = [
        lacks(&statement.charged_to, "imputation de l’état liquidatif"),
        lacks(&statement.ordered_by, "ordonnateur de l’état liquidatif"),
    ];
    let (head, transfers) = (head.clone(), key == TRANSFERS);
    let print: Printer = Box::new(move |_| {
        Ok(if transfers { render_transfers(&statement, &head)? } else { render(&statement, &head)? })
    });
    Ok(Prepared {
        version: 1,
        missing: missing.into_iter().flatten().filter(|_| !transfers).collect(),
        state: "à jour".to_owned(),
        print,
    })
}

fn line(row: StatementRow) -> RefundedLine {
    RefundedLine {
        reference: row.reference,
        name: row.name,
        lent: row.lent,
        months: row.months,
        rate: row.rate,
        ended_on: row.due_on,
        late: row.late,
        interest: row.interest,
        apart: row.apart,
        share: row.share,
        amount: row.amount,
        decided_on: row.decided_on,
        iban: row.iban,
        holder: row.holder,
        account_on: row.account_on,
    }
}
