//! Where copies outside the computer go: the folder, and the mark that tells it from another at the same path.

use std::path::PathBuf;

use crate::access::{Reader, Writer};
use crate::error::StoreError;

impl Reader<'_> {
    /// The folder chosen for copies outside the computer, with its mark.
    pub fn copy_place(&self) -> Result<Option<(PathBuf, String)>, StoreError> {
        let known = "SELECT id, copy_place, copy_volume FROM safety WHERE copy_place IS NOT NULL";
        self.row("safety", known, (), |columns| {
            Ok((PathBuf::from(columns.get::<String>("copy_place")?), columns.get("copy_volume")?))
        })
    }
}

impl Writer<'_> {
    /// Keeps the folder chosen for copies outside the computer.
    pub fn set_copy_place(&self, folder: &str, mark: &str) -> Result<(), StoreError> {
        self.change("UPDATE safety SET copy_place = ?1, copy_volume = ?2", (folder, mark)).map(drop)
    }
}
