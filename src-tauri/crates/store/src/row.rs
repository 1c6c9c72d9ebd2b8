//! Values that are one row of a table: each column is named once, where the value is read and written.

use rusqlite::types::Value;
use rusqlite::{Params, params_from_iter};

use crate::access::{Reader, Writer};
use crate::columns::Columns;
use crate::error::StoreError;

/// Values of columns, by their names.
pub(crate) type Values = Vec<(&'static str, Value)>;

/// A value that is one row of its table.
pub(crate) trait Row: Sized {
    /// The table.
    const TABLE: &'static str;

    /// The value of a row.
    fn read(columns: &Columns<'_>) -> Result<Self, StoreError>;

    /// What its columns hold, its number and its owner left out.
    fn values(&self) -> Values;
}

/// Values of columns: `values! { label: quote.label, amount_cents: quote.amount }`.
macro_rules! values {
    ($($column:ident: $value:expr),* $(,)?) => {
        {
            use $crate::columns::Cell as _;
            vec![$((stringify!($column), $value.to_cell())),*]
        }
    };
}

/// A type whose fields are the columns of its table; `[id]` is its number, `amount = "amount_cents"` a column of another
/// name, and `..` what its other fields, which have tables of their own, begin with.
macro_rules! row {
    ($table:literal: $type:ident $([$id:ident])? { $($field:ident $(= $column:literal)?),+ $(, ..$rest:expr)? }) => {
        impl $crate::row::Row for $type {
            const TABLE: &'static str = $table;

            fn read(columns: &$crate::columns::Columns<'_>) -> Result<Self, $crate::error::StoreError> {
                Ok(Self {
                    $($id: columns.get(stringify!($id))?,)?
                    $($field: columns.get(row!(@column $field $($column)?))?,)+
                    $(..$rest)?
                })
            }

            fn values(&self) -> $crate::row::Values {
                vec![$((row!(@column $field $($column)?), $crate::columns::Cell::to_cell(&self.$field))),+]
            }
        }
    };
    (@column $field:ident) => { stringify!($field) };
    (@column $field:ident $column:literal) => { $column };
}

/// The verbs of a table whose rows have a number and belong to an owner, a dossier most often.
macro_rules! owned {
    ($type:ident, $id:ident of $owner:ident: $owners:ident { $all:ident, $insert:ident, $update:ident, $delete:ident }) => {
        impl $crate::access::Reader<'_> {
            /// Those of an owner, in the order they were entered, which is that of their numbers.
            pub fn $all(&self, $owner: $owners) -> Result<Vec<$type>, $crate::error::StoreError> {
                let theirs = concat!("WHERE ", stringify!($owner), " = ?1 ORDER BY id");
                self.select(theirs, [$owner.0])
            }
        }

        impl $crate::access::Writer<'_> {
            /// Adds one and gives its number; the number that the value has does not count.
            pub fn $insert(&self, $owner: $owners, row: &$type) -> Result<$id, $crate::error::StoreError> {
                self.insert_row(row, values! { $owner: $owner }).map($id)
            }

            /// Changes the one of that number. Errors: the owner has none.
            pub fn $update(&self, $owner: $owners, row: &$type) -> Result<(), $crate::error::StoreError> {
                self.update_row(row.id.0, row, values! { $owner: $owner })
            }

            /// Takes one out. Errors: the owner has none of that number.
            pub fn $delete(&self, $owner: $owners, id: $id) -> Result<(), $crate::error::StoreError> {
                self.delete_row::<$type>(id.0, values! { $owner: $owner })
            }
        }
    };
}

impl Reader<'_> {
    /// The rows of a table, those of a condition, in an order: `WHERE dossier = ?1 ORDER BY id`.
    pub(crate) fn select<T: Row>(&self, rest: &str, params: impl Params) -> Result<Vec<T>, StoreError> {
        self.rows(T::TABLE, &format!("SELECT * FROM {} {rest}", T::TABLE), params, T::read)
    }

    /// The first of them.
    pub(crate) fn select_one<T: Row>(&self, rest: &str, params: impl Params) -> Result<Option<T>, StoreError> {
        Ok(self.select(rest, params)?.into_iter().next())
    }
}

impl Writer<'_> {
    /// Inserts a value with what else its row holds, and gives its number.
    pub(crate) fn insert_row<T: Row>(&self, row: &T, others: Values) -> Result<i64, StoreError> {
        self.insert_values(T::TABLE, [row.values(), others].concat())
    }

    /// Inserts values and gives the number of their row.
    pub(crate) fn insert_values(&self, table: &'static str, values: Values) -> Result<i64, StoreError> {
        let sql = format!("INSERT INTO {table} ({}) VALUES ({})", names(&values), marks(&values));
        self.insert(&sql, params(values))
    }

    /// Changes the row of a number that has those keys. Errors: there is none.
    pub(crate) fn update_row<T: Row>(&self, id: i64, row: &T, keys: Values) -> Result<(), StoreError> {
        self.update_values(T::TABLE, id, row.values(), keys)
    }

    /// Changes some columns of the row of a number that has those keys. Errors: there is none.
    pub(crate) fn update_values(
        &self,
        table: &'static str,
        id: i64,
        values: Values,
        keys: Values,
    ) -> Result<(), StoreError> {
        let keys = [keys, values! { id: id }].concat();
        let sql = format!("UPDATE {table} SET {} WHERE {}", each(&values, ", "), each(&keys, " AND "));
        self.change_one(table, id, &sql, params([values, keys].concat()))
    }

    /// Takes out the row of a number that has those keys. Errors: there is none.
    pub(crate) fn delete_row<T: Row>(&self, id: i64, keys: Values) -> Result<(), StoreError> {
        let keys = [keys, values! { id: id }].concat();
        let sql = format!("DELETE FROM {} WHERE {}", T::TABLE, each(&keys, " AND "));
        self.change_one(T::TABLE, id, &sql, params(keys))
    }

    /// Writes values in place of those of the row that has those keys, or adds that row.
    pub(crate) fn upsert(&self, table: &'static str, keys: Values, values: Values) -> Result<(), StoreError> {
        let set: Vec<_> = values.iter().map(|(column, _)| format!("{column} = excluded.{column}")).collect();
        let (on, all) = (names(&keys), [keys, values].concat());
        let sql = format!(
            "INSERT INTO {table} ({}) VALUES ({}) ON CONFLICT ({on}) DO UPDATE SET {}",
            names(&all),
            marks(&all),
            set.join(", ")
        );
        self.change(&sql, params(all)).map(drop)
    }
}

fn names(values: &Values) -> String {
    values.iter().map(|(column, _)| *column).collect::<Vec<_>>().join(", ")
}

fn marks(values: &Values) -> String {
    vec!["?"; values.len()].join(", ")
}

fn each(values: &Values, between: &str) -> String {
    values.iter().map(|(column, _)| format!("{column} = ?")).collect::<Vec<_>>().join(between)
}

fn params(values: Values) -> impl Params {
    params_from_iter(values.into_iter().map(|(_, value)| value))
}
