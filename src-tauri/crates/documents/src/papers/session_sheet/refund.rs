//! The middle of the sheet of a refund: the loan and the rule at the left, how its instalments were paid at the right.

use domain::words::spaced;

use super::ProvedRefund;
use crate::page::{Align, Density, Measure, Row, Strip, Table, Typesetter};
use crate::papers::panel::{Fit, Panel};
use crate::papers::wording::plain;

const INSTALMENTS: [(i64, Align, &str); 2] = [(76, Align::Left, "Échéances"), (24, Align::Right, "Nombre")];

/// The loan, then the rule.
pub(super) fn told(setter: &mut Typesetter, fit: Fit, proved: &ProvedRefund, measure: Measure) -> Vec<Strip> {
    let mut panel = Panel::fitting(setter, measure, fit);
    panel.heading("Le prêt");
    let loan: Vec<(String, String)> = proved.loan.iter().map(|(label, value)| (label.clone(), spaced(value))).collect();
    panel.pairs(&loan);
    panel.heading("La règle");
    panel.say(&[plain(&proved.rule)]);
    panel.strips()
}

/// How many instalments were paid, and how.
pub(super) fn reckoned(setter: &mut Typesetter, fit: Fit, proved: &ProvedRefund, measure: Measure) -> Vec<Strip> {
    let mut panel = Panel::fitting(setter, measure, fit);
    panel.heading("Les échéances");
    let last = proved.instalments.len().saturating_sub(1);
    let row = |(place, row): (usize, &[String; 2])| {
        let cells = row.iter().map(|cell| spaced(cell)).collect();
        if place == last { Row::Total(cells) } else { Row::Line(cells) }
    };
    let rows = proved.instalments.iter().enumerate().map(row).collect();
    panel.table(&Table::of(Density::Dense, &INSTALMENTS, rows));
    panel.strips()
}
