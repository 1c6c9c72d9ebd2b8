//! What a register can be, far beyond any that was seen; what passes it is something else.

/// The largest file, in bytes: a register of twenty years with its colours is below one million.
pub const LARGEST: usize = 30_000_000;
/// The most a spreadsheet unfolds to, in bytes: a hundred thousand lines of thirty cells are some hundred million.
pub const MOST_UNFOLDED: u64 = 200_000_000;
/// The most parts a spreadsheet has.
pub(super) const MOST_PARTS: usize = 5_000;
/// The most sheets that are read: a sheet a year since 2005, several times.
pub const MOST_SHEETS: usize = 60;
/// The most lines of a sheet: the largest CCAS receive some hundreds of requests a year.
pub const MOST_LINES: usize = 100_000;
/// The most columns of a sheet.
pub const MOST_COLUMNS: usize = 200;
/// The most cells of a file that hold something: what bounds the memory it takes.
pub(super) const MOST_CELLS: usize = 3_000_000;
/// The longest cell, in characters; what is longer is a note, of which the beginning is kept.
pub const LONGEST_CELL: usize = 1_000;
