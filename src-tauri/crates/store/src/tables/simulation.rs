//! The loan asked for: one row for each dossier. The rate is decimal text, since it
//! has up to four decimals and is no amount.

use domain::dossier::DossierId;
use domain::loan::Insurance;
use domain::settings::ListKey;
use domain::simulation::{LenderChoice, Simulation};

use crate::access::{Reader, Writer};
use crate::columns::{Columns, Json};
use crate::error::StoreError;
use crate::row::{Row, Values};

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
  deferred INTEGER NOT NULL DEFAULT 0 CHECK (deferred >= 0),
  interest_only_later TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(interest_only_later)),
  fee_payment TEXT CHECK (fee_payment IN ('at_start', 'financed')),
  insurance_rate TEXT CHECK ((insurance_rate IS NULL) = (insurance IS NULL)),
  debit_day INTEGER CHECK (debit_day BETWEEN 1 AND 31),
  chosen_on TEXT,
  chosen_lender TEXT CHECK ((chosen_lender IS NULL) = (chosen_on IS NULL)),
  chosen_because TEXT CHECK ((chosen_because IS NULL) = (chosen_on IS NULL)),
  chosen_account TEXT CHECK (chosen_account IS NULL OR chosen_on IS NOT NULL),
  CHECK ((insurance IS NULL) = (insurance_cents IS NULL))
) STRICT;
";

impl Row for Simulation {
    const TABLE: &'static str = "simulation";

    fn read(columns: &Columns<'_>) -> Result<Self, StoreError> {
        let Json(interest_only_later) = columns.get("interest_only_later")?;
        Ok(Self {
            lender: columns.get("lender")?,
            product: columns.get("product")?,
            amount: columns.get("amount_cents")?,
            months: columns.get("months")?,
            annual_rate: columns.get("annual_rate")?,
            deferred: columns.get("deferred")?,
            interest_only: columns.get("interest_only")?,
            interest_only_later,
            fee: columns.get("fee_cents")?,
            fee_payment: columns.get("fee_payment")?,
            insurance: insurance(columns)?,
            disbursed_on: columns.get("disbursed_on")?,
            first_due_on: columns.get("first_due_on")?,
            debit_day: columns.get("debit_day")?,
            choice: choice(columns)?,
        })
    }

    fn values(&self) -> Values {
        let (insurance, choice) = (self.insurance, self.choice.as_ref());
        values! {
            lender: self.lender, product: self.product, amount_cents: self.amount, months: self.months,
            annual_rate: self.annual_rate, interest_only: self.interest_only, fee_cents: self.fee,
            insurance_cents: insurance.map(|insurance| insurance.monthly),
            insurance: insurance.map(|insurance| insurance.requirement),
            insurance_rate: insurance.map(|insurance| insurance.on_outstanding),
            disbursed_on: self.disbursed_on, first_due_on: self.first_due_on, deferred: self.deferred,
            interest_only_later: Json(self.interest_only_later.clone()), fee_payment: self.fee_payment,
            debit_day: self.debit_day,
            chosen_on: choice.map(|choice| choice.on),
            chosen_lender: choice.map(|choice| choice.lender.clone()),
            chosen_because: choice.map(|choice| choice.reasons.clone()),
            chosen_account: choice.and_then(|choice| choice.account.clone()),
        }
    }
}

impl Reader<'_> {
    /// The dossiers whose loan is asked under a product, in their simulation or in a sending.
    pub fn dossiers_of_product(&self, product: &ListKey) -> Result<Vec<DossierId>, StoreError> {
        let theirs = "SELECT dossier FROM simulation WHERE product = ?1
             UNION SELECT dossier FROM fact WHERE kind = 'submitted' AND body ->> '$.product' = ?1 ORDER BY dossier";
        self.rows(Simulation::TABLE, theirs, [product.as_str()], |columns| columns.first())
    }

    /// The simulation of a dossier; empty when nothing was entered.
    pub fn simulation(&self, dossier: DossierId) -> Result<Simulation, StoreError> {
        Ok(self.select_one("WHERE dossier = ?1", [dossier.0])?.unwrap_or_default())
    }
}

impl Writer<'_> {
    /// Writes the simulation of a dossier.
    pub fn set_simulation(&self, dossier: DossierId, simulation: &Simulation) -> Result<(), StoreError> {
        if self.simulation(dossier)? == *simulation {
            return Ok(());
        }
        self.upsert(Simulation::TABLE, values! { dossier: dossier }, simulation.values())
    }
}

fn insurance(columns: &Columns<'_>) -> Result<Option<Insurance>, StoreError> {
    let Some(monthly) = columns.get("insurance_cents")? else { return Ok(None) };
    let (on_outstanding, requirement) = (columns.get("insurance_rate")?, columns.get("insurance")?);
    Ok(Some(Insurance { monthly, on_outstanding, requirement }))
}

fn choice(columns: &Columns<'_>) -> Result<Option<LenderChoice>, StoreError> {
    let Some(on) = columns.get("chosen_on")? else { return Ok(None) };
    Ok(Some(LenderChoice {
        on,
        lender: columns.get("chosen_lender")?,
        reasons: columns.get("chosen_because")?,
        account: columns.get("chosen_account")?,
    }))
}
