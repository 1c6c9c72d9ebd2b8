//! The loan is over: the lender's end attestation settles every instalment, or everything was repaid early.

use domain::dossier::{Amended, DossierId, Event, Fact, FactKind, Noted};
use domain::line::Line;
use domain::loan::Amendment;
use domain::settings::ListKey;
use domain::words::on_known_date;
use serde::Deserialize;
use ts_rs::TS;

use super::events::{day, done};
use super::put;
use crate::dossiers::{OneDossier, found};
use crate::loans::{LoanRoomView, loan};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// How a loan is known to be repaid.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LoanEnd {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// `attestation` of the lender, or `early` when everything was repaid at once.
    pub how: String,
    /// The day; today when empty.
    pub on: String,
    /// What was repaid early; what is worked out for that day when empty.
    #[serde(default)]
    pub amount: String,
    /// What was said with it.
    pub note: String,
}

/// Settles the whole schedule: no payment is declared one by one.
pub fn settle_loan(desk: &mut Desk, input: LoanEnd, moment: &Moment) -> Result<LoanRoomView, Failure> {
    let settings = desk.read(settings)?;
    let id = input.dossier;
    desk.act("settle_loan", moment, |writer| {
        let dossier = found(writer, id)?;
        if let Some(settled) = dossier.facts.course().repaid_on {
            let known = dossier.facts.precision_on(settled, &[FactKind::Noted]);
            let told = format!("Ce prêt est déjà soldé, {}.", on_known_date(settled, known));
            return Err(Failure::refused(&told).remedy("Rien de plus n’est à noter."));
        }
        let on = day(&input.on, moment)?;
        let note = reading::line(&input.note, "note")?;
        let mut amount = reading::amount(&input.amount, "amount")?;
        match input.how.as_str() {
            "attestation" => {}
            "early" => {
                let amendment = Amendment::FullRepayment { on };
                let running = dossier.released_loan()?;
                let threshold = settings.legal.amount("early_repayment_indemnity_threshold", on);
                let repaid = domain::loan::early_repayment(running.in_force(), on, threshold)?;
                amount = amount.or(Some(repaid.to_pay));
                let agreed = Amended { agreed_on: on, amendment, note: Line::default() };
                running.may_amend(&agreed).map_err(|refused| Failure::from(refused).at("on"))?;
                put(writer, id, &Fact::Amended(agreed), &settings, moment)?;
            }
            _ => return Err(Failure::refused("Attestation de la banque ou remboursement par avance ?").at("how")),
        }
        let subject = Some(ListKey::new(&input.how));
        let repaid = Noted { subject, amount, note, ..Noted::of(on, Event::LoanRepaid) };
        put(writer, id, &Fact::Noted(repaid), &settings, moment)?;
        Ok(done(id, &format!("Prêt soldé, {}.", dossier.person.display_name()), "event"))
    })?;
    loan(desk, OneDossier { dossier: id }, moment)
}
