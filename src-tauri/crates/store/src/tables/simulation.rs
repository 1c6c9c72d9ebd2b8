//! The loan asked for: one row for each dossier. The rate is decimal text, since it
//! has up to four decimals and is no amount.

use domain::dossier::DossierId;
use domain::loan::Insurance;
use domain::simulation::Simulation;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day, write_rate};
use crate::error::StoreError;
use crate::vocabulary::Word;

pub(crate) const TABLE: &str = "
CREATE TABLE simulation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL UNIQUE REFERENCES dossier (id),
  lender TEXT,
  product TEXT,
  amount_cents INTEGER,
  months INTEGER CHECK (months >= 0),
  annual_rate TEXT,
  interest_only INTEGER NOT NULL CHECK (interest_only >= 0),
  fee_cents INTEGER,
  insurance_cents INTEGER,
  insurance TEXT CHECK (insurance IN ('optional', 'required')),
  disbursed_on TEXT,
  first_due_on TEXT,
  CHECK ((insurance IS NULL) = (insurance_cents IS NULL))
) STRICT;
";

const NAME: &str = "simulation";

impl Reader<'_> {
    /// The simulation of a dossier; empty when nothing was entered.
    pub fn simulation(&self, dossier: DossierId) -> Result<Simulation, StoreError> {
        let simulation = self.row(
            NAME,
            "SELECT id, lender, product, amount_cents, months, annual_rate, interest_only, fee_cents, insurance_cents,
                    insurance, disbursed_on, first_due_on
             FROM simulation WHERE dossier = ?1",
            [dossier.0],
            read,
        )?;
        Ok(simulation.unwrap_or_default())
    }
}

impl Writer<'_> {
    /// Writes the simulation of a dossier.
    pub fn set_simulation(&self, dossier: DossierId, simulation: &Simulation) -> Result<(), StoreError> {
        if self.simulation(dossier)? == *simulation {
            return Ok(());
        }
        self.change(
            "INSERT INTO simulation (dossier, lender, product, amount_cents, months, annual_rate, interest_only,
                                     fee_cents, insurance_cents, insurance, disbursed_on, first_due_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
             ON CONFLICT (dossier) DO UPDATE SET
               lender = excluded.lender, product = excluded.product, amount_cents = excluded.amount_cents,
               months = excluded.months, annual_rate = excluded.annual_rate, interest_only = excluded.interest_only,
               fee_cents = excluded.fee_cents, insurance_cents = excluded.insurance_cents,
               insurance = excluded.insurance, disbursed_on = excluded.disbursed_on,
               first_due_on = excluded.first_due_on",
            (
                dossier.0,
                simulation.lender.as_ref().map(|key| key.as_str()),
                simulation.product.as_ref().map(|key| key.as_str()),
                simulation.amount.map(|amount| amount.cents()),
                simulation.months,
                simulation.annual_rate.map(write_rate),
                simulation.interest_only,
                simulation.fee.map(|fee| fee.cents()),
                simulation.insurance.map(|insurance| insurance.monthly.cents()),
                simulation.insurance.map(|insurance| insurance.requirement.name()),
                simulation.disbursed_on.map(write_day),
                simulation.first_due_on.map(write_day),
            ),
        )?;
        Ok(())
    }
}

fn read(columns: &Columns<'_>) -> Result<Simulation, StoreError> {
    let insurance = columns.maybe_euros(8)?.zip(columns.maybe_word(9)?);
    Ok(Simulation {
        lender: columns.maybe_key(1)?,
        product: columns.maybe_key(2)?,
        amount: columns.maybe_euros(3)?,
        months: columns.maybe_count(4)?,
        annual_rate: columns.maybe_rate(5)?,
        interest_only: columns.count(6)?,
        fee: columns.maybe_euros(7)?,
        insurance: insurance.map(|(monthly, requirement)| Insurance { monthly, requirement }),
        disbursed_on: columns.maybe_day(10)?,
        first_due_on: columns.maybe_day(11)?,
    })
}
