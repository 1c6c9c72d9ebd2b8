//! The rows of the comparison: what each lender costs, accepts and changes.

use domain::loan::{RepaymentSchedule, refundable};
use domain::money::{AmountTooLarge, Euros};
use domain::settings::RefundBase;
use domain::words::{capital, spaced};

use super::wording::{
    NOT_STATED, account_cost, amounts_and_months, answer, asked_of_budget, deferral, fee, guarantor, insurance, marked,
    postponements, ratio_asked, reached,
};
use super::{ComparedLender, LenderComparison};
use crate::page::Row;
use crate::papers::loan_terms::{account_price, deferral_in_words, repays_from_the_start};
use crate::papers::wording::usual;

/// The longest purpose that may head a row.
const SHORT: usize = 28;
const NOTHING: &str = "–";

/// Every row, group by group.
pub(super) fn of(sheet: &LenderComparison, lenders: &[ComparedLender]) -> Result<Vec<Row>, AmountTooLarge> {
    let mut rows = costs(sheet, lenders)?;
    rows.extend(accepted(sheet, lenders));
    rows.extend(changed(lenders));
    Ok(rows)
}

/// A row: its label, then a cell a lender.
fn cells(label: &str, lenders: &[ComparedLender], cell: impl Fn(&ComparedLender) -> String) -> Vec<String> {
    let cells = lenders.iter().map(|lender| match cell(lender) {
        text if text.is_empty() => NOT_STATED.to_owned(),
        text => spaced(&text),
    });
    std::iter::once(spaced(label)).chain(cells).collect()
}

/// The same of each loan that is worked out.
fn of_loans(label: &str, lenders: &[ComparedLender], cell: impl Fn(&RepaymentSchedule) -> String) -> Vec<String> {
    cells(label, lenders, |lender| lender.loan.as_ref().map_or_else(|| NOTHING.to_owned(), |loan| cell(&loan.schedule)))
}

fn costs(sheet: &LenderComparison, lenders: &[ComparedLender]) -> Result<Vec<Row>, AmountTooLarge> {
    let loans = || sheet.lenders.iter().filter_map(|lender| lender.loan.as_ref());
    let insured = loans().any(|loan| !loan.schedule.total_insurance.is_zero());
    let unlike = loans().any(|loan| !repays_from_the_start(&loan.schedule.terms));
    let account = loans().any(|loan| !loan.schedule.total_account.is_zero());
    let total = match (insured, account) {
        (true, true) => "Coût total (intérêts, frais, assurance, compte)",
        (true, false) => "Coût total (intérêts, frais, assurance)",
        (false, true) => "Coût total (intérêts, frais, compte)",
        (false, false) => "Coût total (intérêts et frais)",
    };
    let over = |loan: &RepaymentSchedule| sheet.usual_rate_max.is_some_and(|most| loan.terms.annual_rate > most);
    let mut rows = vec![
        Row::Group("Ce que cela coûte".to_owned()),
        Row::Line(of_loans("Taux fixe", lenders, |loan| marked(loan.terms.annual_rate.to_string(), over(loan)))),
        Row::Strong(cells("TAEG", lenders, |lender| {
            let taeg = lender.loan.as_ref().and_then(|loan| loan.taeg);
            taeg.map_or_else(|| NOTHING.to_owned(), |taeg| taeg.to_string())
        })),
    ];
    if loans().any(|loan| loan.schedule.terms.months != sheet.months) {
        rows.push(Row::Line(of_loans("Durée", lenders, |loan| format!("{} mois", loan.terms.months))));
    }
    if unlike {
        rows.push(Row::Line(of_loans("Différé compté", lenders, |loan| deferral_in_words(&loan.terms))));
    }
    let paid = |line: Option<&domain::loan::Instalment>| line.map(|line| line.total.to_string()).unwrap_or_default();
    rows.push(Row::Line(of_loans("Mensualité", lenders, |loan| paid(usual(loan)))));
    rows.push(Row::Line(of_loans("Dernière mensualité", lenders, |loan| paid(loan.last()))));
    rows.push(Row::Line(of_loans("Frais obligatoires", lenders, |loan| fee(&loan.terms))));
    if account {
        let paid = |loan: &RepaymentSchedule| loan.terms.account.map(account_price);
        rows.push(Row::Line(of_loans("Compte imposé", lenders, |loan| {
            paid(loan).unwrap_or_else(|| "aucun".to_owned())
        })));
    }
    rows.push(Row::Strong(of_loans(total, lenders, |loan| loan.total_cost.to_string())));
    rows.push(Row::Line(of_loans("Total payé", lenders, |loan| loan.total_paid.to_string())));
    rows.extend(refunded(sheet, lenders)?);
    Ok(rows)
}

/// What the office refunds, and what the loan costs then.
fn refunded(sheet: &LenderComparison, lenders: &[ComparedLender]) -> Result<Vec<Row>, AmountTooLarge> {
    let Some(policy) = &sheet.refund else { return Ok(Vec::new()) };
    let mut amounts = Vec::new();
    for lender in lenders {
        amounts.push(match &lender.loan {
            Some(loan) => {
                let refund = refundable(&loan.schedule, policy)?;
                (refund.to_string(), loan.schedule.total_cost.minus(refund)?.max(Euros::ZERO).to_string())
            }
            None => (NOTHING.to_owned(), NOTHING.to_owned()),
        });
    }
    let base = match policy.base {
        RefundBase::Interest => "intérêts",
        RefundBase::OneInstalment => "une mensualité",
    };
    let payer = if policy.payer.is_empty() { "le CCAS" } else { policy.payer.as_str() };
    let label = spaced(&format!("Remboursé par {payer} ({base})"));
    let (refunds, finals): (Vec<String>, Vec<String>) = amounts.into_iter().unzip();
    let row = |label: String, cells: Vec<String>| Row::Line(std::iter::once(label).chain(cells).collect());
    Ok(vec![row(label, refunds), row("Coût final, si payé à l’heure".to_owned(), finals)])
}

fn accepted(sheet: &LenderComparison, lenders: &[ComparedLender]) -> Vec<Row> {
    let purpose = match sheet.purpose.as_str() {
        purpose if !purpose.is_empty() && purpose.chars().count() <= SHORT => capital(purpose),
        _ => "L’objet du prêt".to_owned(),
    };
    vec![
        Row::Group("Ce que la banque accepte".to_owned()),
        Row::Line(cells(&purpose, lenders, |lender| lender.finances.clone())),
        Row::Line(cells("Montants, durées", lenders, |lender| amounts_and_months(&lender.agreement.limits))),
        Row::Line(cells("Cette demande", lenders, |lender| match lender.refused.as_str() {
            "" => "dans la convention".to_owned(),
            refused => refused.to_owned(),
        })),
        Row::Line(cells("Reste à vivre demandé", lenders, |lender| asked_of_budget(&lender.agreement))),
        Row::Line(cells("Reste à vivre après, ici", lenders, reached)),
        Row::Line(cells("Taux d’endettement", lenders, ratio_asked)),
    ]
}

fn changed(lenders: &[ComparedLender]) -> Vec<Row> {
    vec![
        Row::Group("Ce que cela change pour vous".to_owned()),
        Row::Line(cells("Compte à ouvrir", lenders, |lender| lender.account.clone())),
        Row::Line(cells("Coût du compte", lenders, |lender| account_cost(&lender.agreement))),
        Row::Line(cells("Assurance", lenders, insurance)),
        Row::Line(cells("Caution d’un proche", lenders, |lender| guarantor(&lender.agreement))),
        Row::Line(cells("Reports possibles", lenders, |lender| postponements(&lender.agreement))),
        Row::Line(cells("Différé (intérêts seuls)", lenders, |lender| deferral(&lender.agreement))),
        Row::Line(cells("Réponse", lenders, |lender| answer(&lender.agreement))),
        Row::Line(cells("Qui annonce la décision", lenders, |lender| match lender.announced.as_str() {
            "" => String::new(),
            announced => marked(announced.to_owned(), lender.without_office),
        })),
        Row::Line(cells("Garantie, agrément", lenders, |lender| lender.guarantee.clone())),
    ]
}
