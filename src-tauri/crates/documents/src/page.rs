//! Composition of a paper: from blocks of meaning to glyphs at exact places.
//!
//! A paper sets its blocks (heading, paragraph, list, pairs, key figures, chart,
//! table, frame, note, table of contents, signatures, line to write on)
//! with a [`Typesetter`], which measures them with the printed fonts and gives
//! back [`Strip`]s: slices of a page that are never cut. [`flow`] lays the strips
//! on sheets, repeats table headings, keeps together what belongs together and
//! numbers the sheets. Every block also writes its place in the tag tree, so that
//! what a screen reader says is what the eye reads.
//!
//! Lengths are whole thousandths of a point from end to end: the same facts give
//! the same page on every machine.

mod bars;
mod blanks;
mod blocks;
mod boxes;
mod drawings;
mod faces;
mod flow;
mod frames;
mod gauges;
mod groups;
mod ink;
mod keys;
mod length;
mod lists;
mod pictures;
mod shapes;
mod shares;
mod sheets;
mod signatures;
mod stacks;
mod stamps;
mod strip;
mod sums;
mod table;
mod tags;
mod text;
mod verdicts;
mod years;

pub use bars::{Bar, Fill};

pub(crate) use bars::Chart;
pub(crate) use blanks::{Blank, Dots};
pub(crate) use blocks::{Flush, Heading, Measure, Paragraph, Typesetter};
pub(crate) use boxes::{Boxed, Boxes};
pub(crate) use drawings::Drawing;
pub(crate) use faces::{Face, Fonts, Program};
pub(crate) use flow::{Among, Foot, flow, flow_on, lay, lay_on};
pub(crate) use frames::{boxed, framed, noted};
pub(crate) use gauges::{Gauge, Gauges};
pub(crate) use ink::Ink;
pub(crate) use keys::Key;
pub(crate) use length::{Format, Length};
pub(crate) use lists::{Detailed, List};
pub(crate) use shapes::Shape;
pub(crate) use shares::{Share, Shares};
pub(crate) use sheets::{Link, Sheets, form_name, picture_name};
pub(crate) use signatures::Signatory;
pub(crate) use stacks::{Ground, Part, Stack, Stacks, WHOLE};
pub(crate) use stamps::Stamped;
pub(crate) use strip::{Owner, Strip, below, beside, filling, following, keep_together, on_new_sheet};
pub(crate) use sums::{Sum, Sums};
pub(crate) use table::{Align, Column, Density, Row, Table};
pub(crate) use tags::{Child, Marker, Node, Role, Scope, TagId, Tags};
pub(crate) use text::{Span, TextStyle};
pub(crate) use verdicts::Verdict;
pub(crate) use years::{Year, Years};
