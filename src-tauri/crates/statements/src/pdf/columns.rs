//! The columns of a table: found by the words of its heading, refined by the right edges amounts really have.

#![expect(clippy::float_arithmetic, reason = "places are in points, in floats")]

use super::lines::{Line, Word};
use super::money::Figures;
use crate::cents::DecimalMark;
use crate::headings::{ColumnKind, Headings};

/// Right edges nearer than this, in points, are one edge.
const SAME_EDGE: f64 = 2.6;
/// Two lines of a heading stand nearer than this share of their size.
const NEXT_LINE: f64 = 2.4;
/// How far from its heading, in shares of the size, a column is looked for.
const REACH: f64 = 4.0;

/// A column as its heading places it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Column {
    pub(crate) kind: ColumnKind,
    pub(crate) left: f64,
    pub(crate) right: f64,
    /// The right edge its amounts have.
    pub(crate) edge: Option<f64>,
    /// The right edge it has by its rank among the columns of money.
    ranked: Option<f64>,
}

/// How an amount is held to belong to a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alignment {
    /// Its right edge is the one most amounts of the column have.
    RightEdge,
    /// It stands under the heading.
    UnderHeading,
    /// Its right edge is one of the commonest, which are the columns from left to right.
    InOrder,
}

/// A table from its heading to the next one.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// The lines of its heading: the first, and the one after the last.
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) columns: Vec<Column>,
    /// The size of the letters of its heading.
    size: f64,
}

impl Table {
    /// The column of money an amount stands in.
    pub(crate) fn money_column(&self, figures: &Figures, alignment: Alignment) -> Option<Column> {
        let mut money = self.columns.iter().filter(|column| column.kind.is_money());
        if alignment == Alignment::InOrder {
            let at = |edge: f64| (figures.right - edge).abs() < SAME_EDGE || (figures.outer - edge).abs() < SAME_EDGE;
            return money.find(|column| column.ranked.is_some_and(at)).copied();
        }
        let nearest = money
            .filter(|column| self.near(column, figures))
            .min_by(|one, other| distance(one, figures).total_cmp(&distance(other, figures)))?;
        let fits = match (alignment, nearest.edge) {
            (Alignment::RightEdge, Some(edge)) => {
                (figures.right - edge).abs() < SAME_EDGE || (figures.outer - edge).abs() < SAME_EDGE
            }
            (Alignment::UnderHeading | Alignment::InOrder, _) | (Alignment::RightEdge, None) => true,
        };
        fits.then_some(*nearest)
    }

    fn near(&self, column: &Column, figures: &Figures) -> bool {
        figures.right > column.left - self.size * REACH && figures.left < column.right + self.size * REACH
    }

    /// Where the first column of money begins: what is written left of it is label.
    pub(crate) fn money_left(&self) -> f64 {
        let lefts = self.columns.iter().filter(|column| column.kind.is_money()).map(|column| column.left);
        lefts.fold(f64::MAX, f64::min)
    }

    /// Whether a word stands under the heading of dates of this kind.
    pub(crate) fn under_dates(&self, word: &Word) -> bool {
        let dates = self.columns.iter().filter(|column| matches!(column.kind, ColumnKind::Date | ColumnKind::Value));
        dates.clone().any(|column| word.right > column.left - self.size && word.left < column.right + self.size)
    }

    /// Whether a heading names days.
    pub(crate) fn has_dates(&self) -> bool {
        self.columns.iter().any(|column| matches!(column.kind, ColumnKind::Date))
    }

    /// Whether a word stands where operations are dated: under the first date, or anywhere without such a heading.
    pub(crate) fn under_first_date(&self, word: &Word) -> bool {
        let mut dates = self.columns.iter().filter(|column| matches!(column.kind, ColumnKind::Date));
        let reach = self.size * REACH;
        dates.next().is_none_or(|column| word.right > column.left - reach && word.left < column.right + self.size)
    }

    /// Whether one column holds both sides.
    pub(crate) fn is_lone(&self) -> bool {
        !self.columns.iter().any(|column| matches!(column.kind, ColumnKind::Debit | ColumnKind::Credit))
    }

    /// Gives each column of money the right edge most of these amounts have.
    pub(crate) fn refine(&mut self, all: &[Figures]) {
        let owner = |figures: &Figures| self.money_column(figures, Alignment::UnderHeading);
        let owned: Vec<(Column, f64)> =
            all.iter().filter_map(|figures| Some((owner(figures)?, figures.right))).collect();
        let ranked = self.ranked_edges(all);
        let mut ranks = ranked.iter();
        for column in self.columns.iter_mut().filter(|column| column.kind.is_money()) {
            column.ranked = ranks.next().copied();
            let same = |other: &Column| other.left.total_cmp(&column.left).is_eq();
            let mut edges: Vec<f64> = owned.iter().filter(|(other, _)| same(other)).map(|(_, edge)| *edge).collect();
            edges.sort_by(f64::total_cmp);
            let count = |edge: f64| edges.iter().filter(|other| (**other - edge).abs() < SAME_EDGE / 2.0).count();
            column.edge = edges.iter().copied().rev().max_by_key(|edge| count(*edge));
        }
    }

    /// The commonest right edges of these amounts, as many as there are columns of money, from left to right.
    fn ranked_edges(&self, all: &[Figures]) -> Vec<f64> {
        let count = self.columns.iter().filter(|column| column.kind.is_money()).count();
        let mut edges: Vec<f64> = all.iter().map(|figures| figures.right).collect();
        edges.sort_by(f64::total_cmp);
        let groups = edges.chunk_by(|one, next| next - one < SAME_EDGE);
        let middle = |group: &[f64]| group.get(group.len() / 2).copied();
        let mut ranked: Vec<Edge> =
            groups.filter_map(|group| Some(Edge { at: middle(group)?, count: group.len() })).collect();
        ranked.sort_by(|one, other| other.count.cmp(&one.count).then(other.at.total_cmp(&one.at)));
        ranked.truncate(count);
        let mut ranked: Vec<f64> = ranked.into_iter().map(|edge| edge.at).collect();
        ranked.sort_by(f64::total_cmp);
        ranked
    }
}

/// Right edges that stand for one, with how many amounts end there.
struct Edge {
    at: f64,
    count: usize,
}

fn distance(column: &Column, figures: &Figures) -> f64 {
    let apart = (column.left - figures.right).max(figures.left - column.right).max(0.0);
    let edge = column.edge.unwrap_or(column.right);
    apart * 4.0 + (figures.right - edge).abs()
}

/// Every table of a file, by the headings found.
pub(crate) fn tables(lines: &[Line], words: &Headings, mark: DecimalMark) -> Vec<Table> {
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(line) = lines.get(place) {
        let next = lines.get(place.saturating_add(1)).filter(|next| follows(line, next));
        let above = heading(line, words, mark);
        let below = next.and_then(|next| heading(next, words, mark));
        let end = match (&above, &below) {
            (Some(_), Some(_)) => place.saturating_add(2),
            (Some(_), None) | (None, Some(_)) | (None, None) => place.saturating_add(1),
        };
        let columns = above.map(|above| joined(above, below.unwrap_or_default()));
        match columns.filter(|columns| is_table(columns)) {
            Some(columns) => {
                found.push(Table { first: place, end, columns, size: line.size });
                place = end;
            }
            None => place = place.saturating_add(1),
        }
    }
    found
}

/// A table of a paper that names no column: the edges under which dated lines have amounts, debits before credits.
pub(crate) fn unnamed(lines: &[Line], mark: DecimalMark) -> Option<Table> {
    let starts = |line: &&Line| {
        let words: Vec<&str> = line.words.iter().take(3).map(|word| word.text.as_str()).collect();
        crate::days::first_day(&words).is_some()
    };
    let dated: Vec<&Line> = lines.iter().filter(starts).collect();
    let mut all: Vec<Figures> = dated.iter().flat_map(|line| super::money::amounts(line, mark)).collect();
    all.sort_by(|one, other| one.right.total_cmp(&other.right));
    let kinds: &[ColumnKind] = match all.chunk_by(|one, next| next.right - one.right < SAME_EDGE).count() {
        1 => &[ColumnKind::Amount],
        2 => &[ColumnKind::Debit, ColumnKind::Credit],
        3 => &[ColumnKind::Debit, ColumnKind::Credit, ColumnKind::Balance],
        _ => return None,
    };
    let groups = all.chunk_by(|one, next| next.right - one.right < SAME_EDGE);
    let column = |(kind, group): (&ColumnKind, &[Figures])| {
        let left = group.iter().map(|figures| figures.left).fold(f64::MAX, f64::min);
        let right = group.last().map_or(left, |figures| figures.right);
        Column { kind: *kind, left, right, edge: Some(right), ranked: Some(right) }
    };
    let columns = kinds.iter().zip(groups).map(column).collect();
    Some(Table { first: 0, end: 0, columns, size: dated.first()?.size })
}

fn follows(line: &Line, next: &Line) -> bool {
    line.page == next.page && next.y - line.y < line.size.max(next.size) * NEXT_LINE
}

fn is_table(columns: &[Column]) -> bool {
    let kinds = |kind: ColumnKind| columns.iter().any(|column| column.kind == kind);
    let moves = kinds(ColumnKind::Debit) || kinds(ColumnKind::Credit) || kinds(ColumnKind::Amount);
    moves && (kinds(ColumnKind::Date) || kinds(ColumnKind::Label) || kinds(ColumnKind::Value))
}

/// The columns a line names, when nearly all of its words are those of headings and none is an amount.
fn heading(line: &Line, words: &Headings, mark: DecimalMark) -> Option<Vec<Column>> {
    let parts: Vec<(&Word, Option<ColumnKind>, bool)> = line
        .words
        .iter()
        .map(|word| (word, kind_of(word, words), word.plain.split(' ').all(|part| words.fills(part))))
        .collect();
    let unknown = parts.iter().filter(|(_, kind, fills)| kind.is_none() && !fills).count();
    let named = parts.iter().filter(|(_, kind, _)| kind.is_some()).count();
    if named == 0 || unknown.saturating_mul(2) > named || !super::money::amounts(line, mark).is_empty() {
        return None;
    }
    let mut columns: Vec<Column> = Vec::new();
    let mut before: Option<(f64, ColumnKind)> = None;
    for (word, kind, fills) in parts {
        let near = before.filter(|(right, _)| word.left - right < line.size * 0.8).map(|(_, kind)| kind);
        let qualifies = match (near, kind) {
            // « Date valeur » is one heading, and so is « Date opération » or « Libellé des opérations ».
            (Some(ColumnKind::Date), Some(ColumnKind::Value)) => Some(ColumnKind::Value),
            (Some(ColumnKind::Date), Some(ColumnKind::Label)) => Some(ColumnKind::Date),
            (Some(ColumnKind::Label), Some(ColumnKind::Label)) => Some(ColumnKind::Label),
            // « Montant de l’opération », « Solde de l’opération ».
            (Some(money), Some(ColumnKind::Label)) if money.is_money() => Some(money),
            // « Montant débit » and « Mouvements débiteurs » are named by the side.
            (Some(ColumnKind::Amount | ColumnKind::Label), Some(ColumnKind::Debit)) => Some(ColumnKind::Debit),
            (Some(ColumnKind::Amount | ColumnKind::Label), Some(ColumnKind::Credit)) => Some(ColumnKind::Credit),
            (Some(kind), None) if fills => Some(kind),
            _ => None,
        };
        match (qualifies, columns.last_mut(), kind) {
            (Some(becomes), Some(last), _) => {
                last.kind = becomes;
                last.right = word.right;
                before = Some((word.right, becomes));
            }
            (Some(_) | None, _, Some(kind)) => {
                columns.push(Column { kind, left: word.left, right: word.right, edge: None, ranked: None });
                before = Some((word.right, kind));
            }
            (Some(_) | None, _, None) => before = None,
        }
    }
    Some(columns)
}

fn kind_of(word: &Word, words: &Headings) -> Option<ColumnKind> {
    word.plain.split(' ').find_map(|part| words.column(part))
}

/// The columns of a heading on two lines: what the second names under a column of the first only tells more of it.
fn joined(mut above: Vec<Column>, below: Vec<Column>) -> Vec<Column> {
    for column in below {
        let over = above.iter_mut().find(|other| column.left < other.right + 1.0 && other.left < column.right + 1.0);
        match over {
            Some(other) => {
                if matches!(other.kind, ColumnKind::Date) && matches!(column.kind, ColumnKind::Value) {
                    other.kind = ColumnKind::Value;
                }
                if matches!(other.kind, ColumnKind::Amount | ColumnKind::Label) && column.kind.is_money() {
                    other.kind = column.kind;
                }
                other.left = other.left.min(column.left);
                other.right = other.right.max(column.right);
            }
            None => above.push(column),
        }
    }
    above.sort_by(|one, other| one.left.total_cmp(&other.left));
    above
}
