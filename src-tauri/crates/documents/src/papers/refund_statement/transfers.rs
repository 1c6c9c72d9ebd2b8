//! The list of transfers, that goes apart from the statement: whole account numbers, what was checked of them.

use domain::words::{counted, numeric_date, spaced, sum_in_letters};

use super::{RefundStatement, RefundedLine, SIGNATURE, TRANSFERS, certified, sheet};
use crate::page::{Align, Length, Marker, Measure, Row, Signatory, Table, Tags, below};
use crate::papers::Letterhead;
use crate::papers::panel::{Fit, Panel};
use crate::papers::wording::{DOTS, plain, strong};
use crate::{Paper, PaperError};

const ACCOUNTS: [(i64, Align, &str); 7] = [
    (4, Align::Left, "N°"),
    (17, Align::Left, "Bénéficiaire"),
    (16, Align::Left, "Titulaire du compte"),
    (29, Align::Left, "IBAN"),
    (11, Align::Left, "RIB du"),
    (13, Align::Left, "Libellé"),
    (10, Align::Right, "À verser"),
];

/// Prints the list of transfers, with whole account numbers.
pub fn render_transfers(statement: &RefundStatement, head: &Letterhead) -> Result<Paper, PaperError> {
    let total = statement.total()?;
    let mut rows: Vec<Row> = (1_u32..).zip(&statement.lines).map(|(number, line)| transfer(number, line)).collect();
    let mut sum = vec![String::new(), "Total".to_owned()];
    sum.resize(ACCOUNTS.len().saturating_sub(1), String::new());
    sum.push(total.bare());
    rows.push(Row::Total(sum));
    sheet(TRANSFERS, "confidentiel, comptes bancaires entiers", statement, head, |setter, fit| {
        let mut panel = Panel::fitting(setter, Measure::WHOLE, fit);
        let treasurer = &head.office.treasury_address;
        let at = if treasurer.is_empty() { String::new() } else { format!(" ({treasurer})") };
        let apart =
            format!("Transmise séparément au comptable public{at}, jamais avec l’état ni avec le compte rendu.");
        panel.say(&[plain(spaced(&apart))]);
        panel.table(&Table::of(fit.density(), &ACCOUNTS, rows.clone()));
        panel.say(&[
            plain("Total égal à l’état liquidatif : "),
            strong(sum_in_letters(total)),
            plain(format!(" ({total}), {}.", counted(statement.count(), "virement", "virements"))),
        ]);
        panel.heading("Contrôles faits avant l’envoi");
        let named = statement.lines.iter().filter(|line| line.holder.is_empty() || !is_same(&line.holder, &line.name));
        let named: Vec<&str> = named.map(|line| line.reference.as_str()).collect();
        let same = match named.as_slice() {
            [] => "titulaire du compte et bénéficiaire : le même nom, sur tous les RIB ;".to_owned(),
            others => format!("titulaire et bénéficiaire ne portent pas le même nom : {} ;", others.join(", ")),
        };
        let items = [same.as_str(), "clé de contrôle de chaque IBAN : juste."].map(|one| vec![plain(one)]);
        panel.list(Marker::Bullet, &items);
        let mut strips = panel.strips();
        let cells = [
            certified(head),
            Signatory { quality: "Reçu à la trésorerie".to_owned(), name: format!("Le\u{a0}{DOTS}") },
        ];
        let cells = setter.signatures(Tags::DOCUMENT, &cells, SIGNATURE, Measure::WHOLE);
        strips.extend(below(Length::mm(500), cells));
        let mut note = Panel::fitting(setter, Measure::WHOLE, Fit::Close);
        note.leave(Length::mm(300));
        note.say(&[plain(
            "À détruire au CCAS dès le paiement constaté : les RIB restent dans le dossier de chaque personne.",
        )]);
        strips.extend(note.strips());
        strips
    })
}

fn transfer(number: u32, line: &RefundedLine) -> Row {
    let holder = if is_same(&line.holder, &line.name) { "le même nom".to_owned() } else { line.holder.clone() };
    let cells = [
        number.to_string(),
        line.name.clone(),
        holder,
        // An account number is never cut.
        line.iban.replace(' ', "\u{a0}"),
        numeric_date(line.account_on),
        format!("intérêts {}", line.reference),
        line.amount.bare(),
    ];
    Row::Line(cells.map(|cell| spaced(&cell)).to_vec())
}

/// Whether an account is in the name of who is paid, however both are written.
fn is_same(holder: &str, name: &str) -> bool {
    let words = |text: &str| {
        let folded = domain::words::folded(text);
        let mut words: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
        words.retain(|word| !["mme", "m.", "mlle", "monsieur", "madame"].contains(&word.as_str()));
        words.sort();
        words
    };
    words(holder) == words(name)
}
