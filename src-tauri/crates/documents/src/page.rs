//! Composition of a paper: from blocks of meaning to glyphs at exact places.
//!
//! A paper sets its blocks (heading, paragraph, pairs, table, line to write on)
//! with a [`Typesetter`], which measures them with the printed fonts and gives
//! back [`Strip`]s: slices of a page that are never cut. [`flow`] lays the strips
//! on sheets, repeats table headings, keeps together what belongs together and
//! numbers the sheets. Every block also writes its place in the tag tree, so that
//! what a screen reader says is what the eye reads.
//!
//! Lengths are whole thousandths of a point from end to end: the same facts give
//! the same page on every machine.

mod blocks;
mod faces;
mod flow;
mod ink;
mod length;
mod sheets;
mod strip;
mod table;
mod tags;
mod text;

pub(crate) use blocks::{Flush, Measure, Paragraph, Typesetter};
pub(crate) use faces::{Face, Fonts, Program};
pub(crate) use flow::{Foot, flow};
pub(crate) use ink::Ink;
pub(crate) use length::{Length, SHEET_HEIGHT, SHEET_WIDTH};
pub(crate) use sheets::Sheets;
pub(crate) use strip::{Stand, Strip, beside, keep_together};
pub(crate) use table::{Align, Column, Row, Table};
pub(crate) use tags::{Child, Node, Role, Scope, TagId, Tags};
pub(crate) use text::{Span, TextStyle};
