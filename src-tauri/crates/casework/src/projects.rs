//! The project of a dossier: what is bought, from whom, and who pays, to the cent.

mod aids;
mod expenses;
mod fields;
mod plan;
mod quotes;
mod view;

pub use aids::{AidChange, NewAid, OneAid, add_aid, change_aid, remove_aid};
pub use expenses::{ExpenseChange, NewExpense, OneExpense, add_expense, change_expense, remove_expense};
pub use fields::{ProjectChange, ProjectField, change_project};
pub use plan::{Balance, HopedAid, PlanRow, PlanView};
pub use quotes::{NewQuote, OneQuote, QuoteChange, add_quote, change_quote, remove_quote};
pub use view::{AidView, ExpenseView, ProjectFields, ProjectView, QuoteView, project};

use chrono::NaiveDate;
use domain::calendar::Toward;
use domain::dossier::Dossier;
use store::Acted;

use app::caller::Moment;
use app::failure::Failure;
use app::reading;

/// The most quotes, expenses or aids a project can have.
const MOST_ROWS: usize = 100;

fn acted(dossier: &Dossier, what: &str, field: &'static str, form: &'static str) -> Acted<()> {
    Acted {
        value: (),
        sentence: domain::words::spaced(&format!("{what}, {}.", dossier.person.display_name())),
        dossier: Some(dossier.id),
        fields: vec![field],
        draft: Some((Some(dossier.id), form)),
    }
}

fn check_room(count: usize, field: &str) -> Result<(), Failure> {
    if count >= MOST_ROWS {
        return Err(Failure::refused(&format!("Un projet a {MOST_ROWS} lignes de cette sorte au plus.")).at(field));
    }
    Ok(())
}

/// The day something of the project happened, or nothing.
fn past(typed: &str, field: &str, moment: &Moment) -> Result<Option<NaiveDate>, Failure> {
    let day = reading::date(typed, field, moment, Toward::Past)?;
    if day.is_some_and(|day| day > moment.today) {
        return Err(Failure::refused("Cette date est à venir : on note ce qui a eu lieu.").at(field));
    }
    Ok(day)
}

/// Refuses amounts whose sum passes the limit of amounts.
fn check_sums(dossier: &Dossier) -> Result<(), Failure> {
    let financing = dossier.financing().map_err(|refused| Failure::from(refused).at("amount"))?;
    let loan = dossier.loan_amount().map_err(|refused| Failure::from(refused).at("amount"))?;
    let gap = financing.gap(loan.unwrap_or(domain::money::Euros::ZERO));
    gap.map(|_| ()).map_err(|refused| Failure::from(refused).at("amount"))
}
