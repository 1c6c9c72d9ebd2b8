//! The loan asked for: one row for each dossier. The rate is decimal text, since it
//! has up to four decimals and is no amount.

use domain::dossier::DossierId;
use domain::loan::{FeePayment, Insurance};
use domain::money::Euros;
use domain::settings::ListKey;
use domain::simulation::{LenderChoice, Simulation};

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day, write_rate};
use crate::error::StoreError;

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

/// What stands behind « Autres conditions », and the person's choice.
pub(crate) const OTHER_TERMS: &str = "
ALTER TABLE simulation ADD COLUMN deferred INTEGER NOT NULL DEFAULT 0 CHECK (deferred >= 0);
ALTER TABLE simulation ADD COLUMN interest_only_later TEXT NOT NULL DEFAULT '[]'
  CHECK (json_valid(interest_only_later));
ALTER TABLE simulation ADD COLUMN fee_payment TEXT CHECK (fee_payment IN ('at_start', 'financed'));
ALTER TABLE simulation ADD COLUMN insurance_rate TEXT CHECK ((insurance_rate IS NULL) = (insurance IS NULL));
UPDATE simulation SET insurance_rate = '0.00' WHERE insurance IS NOT NULL;
ALTER TABLE simulation ADD COLUMN debit_day INTEGER CHECK (debit_day BETWEEN 1 AND 31);
ALTER TABLE simulation ADD COLUMN chosen_on TEXT;
ALTER TABLE simulation ADD COLUMN chosen_lender TEXT CHECK ((chosen_lender IS NULL) = (chosen_on IS NULL));
ALTER TABLE simulation ADD COLUMN chosen_because TEXT CHECK ((chosen_because IS NULL) = (chosen_on IS NULL));
ALTER TABLE simulation ADD COLUMN chosen_account TEXT CHECK (chosen_account IS NULL OR chosen_on IS NOT NULL);
";

const NAME: &str = "simulation";

impl Reader<'_> {
    /// The dossiers whose loan is asked under a product, in their simulation or in a sending.
    pub fn dossiers_of_product(&self, product: &ListKey) -> Result<Vec<DossierId>, StoreError> {
        let theirs = "SELECT dossier FROM simulation WHERE product = ?1
             UNION SELECT dossier FROM fact WHERE kind = 'submitted' AND body ->> '$.product' = ?1 ORDER BY dossier";
        self.rows(NAME, theirs, [product.as_str()], |columns| columns.integer(0).map(DossierId))
    }

    /// The simulation of a dossier; empty when nothing was entered.
    pub fn simulation(&self, dossier: DossierId) -> Result<Simulation, StoreError> {
        let simulation = self.row(
            NAME,
            "SELECT id, lender, product, amount_cents, months, annual_rate, interest_only, fee_cents, insurance_cents,
                    insurance, disbursed_on, first_due_on, deferred, interest_only_later, fee_payment, insurance_rate,
                    debit_day, chosen_on, chosen_lender, chosen_because, chosen_account
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
        let later = serde_json::to_string(&simulation.interest_only_later);
        let choice = simulation.choice.as_ref();
        let insurance = simulation.insurance;
        self.change(
            "INSERT INTO simulation (dossier, interest_only, interest_only_later) VALUES (?1, 0, '[]')
             ON CONFLICT (dossier) DO NOTHING",
            [dossier.0],
        )?;
        self.change(
            "UPDATE simulation SET
               lender = ?2, product = ?3, amount_cents = ?4, months = ?5, annual_rate = ?6, interest_only = ?7,
               fee_cents = ?8, insurance_cents = ?9, insurance = ?10, insurance_rate = ?11, disbursed_on = ?12,
               first_due_on = ?13
             WHERE dossier = ?1",
            (
                dossier.0,
                simulation.lender.as_ref().map(ListKey::as_str),
                simulation.product.as_ref().map(ListKey::as_str),
                simulation.amount.map(Euros::cents),
                simulation.months,
                simulation.annual_rate.map(write_rate),
                simulation.interest_only,
                simulation.fee.map(Euros::cents),
                insurance.map(|insurance| insurance.monthly.cents()),
                insurance.map(|insurance| insurance.requirement.key()),
                insurance.map(|insurance| write_rate(insurance.on_outstanding)),
                simulation.disbursed_on.map(write_day),
                simulation.first_due_on.map(write_day),
            ),
        )?;
        self.change(
            "UPDATE simulation SET
               deferred = ?2, interest_only_later = ?3, fee_payment = ?4, debit_day = ?5, chosen_on = ?6,
               chosen_lender = ?7, chosen_because = ?8, chosen_account = ?9
             WHERE dossier = ?1",
            (
                dossier.0,
                simulation.deferred,
                later.map_err(|_| StoreError::RowDamaged { table: NAME, row: 0, column: "interest_only_later" })?,
                simulation.fee_payment.map(FeePayment::key),
                simulation.debit_day,
                choice.map(|choice| write_day(choice.on)),
                choice.map(|choice| choice.lender.as_str()),
                choice.map(|choice| choice.reasons.as_str()),
                choice.and_then(|choice| choice.account.as_ref()).map(ListKey::as_str),
            ),
        )?;
        Ok(())
    }
}

fn read(columns: &Columns<'_>) -> Result<Simulation, StoreError> {
    let later = serde_json::from_str(&columns.text(13)?);
    Ok(Simulation {
        lender: columns.maybe_key(1)?,
        product: columns.maybe_key(2)?,
        amount: columns.maybe_euros(3)?,
        months: columns.maybe_count(4)?,
        annual_rate: columns.maybe_rate(5)?,
        deferred: columns.count(12)?,
        interest_only: columns.count(6)?,
        interest_only_later: later.map_err(|_| columns.damaged("interest_only_later"))?,
        fee: columns.maybe_euros(7)?,
        fee_payment: columns.maybe_word(14)?,
        insurance: insurance(columns)?,
        disbursed_on: columns.maybe_day(10)?,
        first_due_on: columns.maybe_day(11)?,
        debit_day: columns.maybe_count(16)?,
        choice: choice(columns)?,
    })
}

fn insurance(columns: &Columns<'_>) -> Result<Option<Insurance>, StoreError> {
    let Some(monthly) = columns.maybe_euros(8)? else { return Ok(None) };
    let on_outstanding = columns.maybe_rate(15)?.ok_or_else(|| columns.damaged("insurance_rate"))?;
    Ok(Some(Insurance { monthly, on_outstanding, requirement: columns.word(9)? }))
}

fn choice(columns: &Columns<'_>) -> Result<Option<LenderChoice>, StoreError> {
    let Some(on) = columns.maybe_day(17)? else { return Ok(None) };
    let (lender, reasons, account) = (columns.key(18)?, columns.line(19)?, columns.maybe_key(20)?);
    Ok(Some(LenderChoice { on, lender, reasons, account }))
}
