//! A part of the file: what the loan pays for, who pays what, which aids were sought first.

use domain::money::{AmountTooLarge, Euros};
use domain::project::{Aid, AidStatus, Choice, Quote};
use domain::text::Text;
use domain::words::{Labelled, Voice, capital, folded, long_date, lowered, numeric_date, spaced};

use super::BankFile;
use super::loan::day_of_month;
use crate::PaperError;
use crate::page::{Align, Density, Length, Measure, Row, Table, beside};
use crate::papers::body::Body;
use crate::papers::lender_comparison::ComparedChoice;
use crate::papers::loan_terms::{
    deferral_in_words, fee_in_words, first_period_in_words, insurance_in_words, unlike_months,
};
use crate::papers::wording::{first_time, plain, strong};

const NOTHING: &str = "–";
const EXPENSES: [(i64, Align, &str); 2] = [(70, Align::Left, "Dépenses"), (30, Align::Right, "En euros")];
const FUNDING: [(i64, Align, &str); 3] =
    [(39, Align::Left, "Financements"), (35, Align::Left, "État"), (26, Align::Right, "En euros")];
const QUOTES: [(i64, Align, &str); 6] = [
    (18, Align::Left, "Fournisseur"),
    (23, Align::Left, "Objet"),
    (12, Align::Left, "Date"),
    (16, Align::Left, "Valable jusqu’au"),
    (11, Align::Right, "En euros"),
    (20, Align::Left, "Choix"),
];
const AIDS: [(i64, Align, &str); 5] = [
    (18, Align::Left, "Organisme"),
    (24, Align::Left, "Aide"),
    (13, Align::Left, "Demandée le"),
    (31, Align::Left, "Réponse"),
    (14, Align::Right, "En euros"),
];

pub(super) fn compose(body: &mut Body<'_>, file: &BankFile) -> Result<(), PaperError> {
    body.section("Le projet");
    story(body, file);
    financing(body, file)?;
    if !file.project.quotes.is_empty() {
        body.section("Devis");
        let (on, _) = file.told_on();
        body.rows(&QUOTES, file.project.quotes.iter().map(|quote| quote_row(quote, on)).collect());
    }
    body.section("Aides sollicitées");
    if file.project.aids.is_empty() {
        body.note("Aucune aide n’est notée.");
    } else {
        body.rows(&AIDS, file.project.aids.iter().map(aid_row).collect());
    }
    let conditions = conditions(file);
    if conditions.iter().any(|(_, value)| !value.is_empty()) {
        body.section("Garantie et conditions demandées");
        body.pairs(conditions);
        let terms = file.loan.as_ref().map(|loan| &loan.schedule.terms);
        let mut said: Vec<String> = terms.map(unlike_months).unwrap_or_default();
        said.extend(terms.and_then(first_period_in_words).map(str::to_owned));
        body.note(&said.join(" "));
    }
    if let Some(choice) = &file.choice {
        let voice = file.people().voice();
        let whose =
            voice.pick("Le choix de la personne, après explication : ", "Leur choix à deux, après explication : ");
        body.say(vec![strong(whose), plain(choice_in_words(choice, voice))]);
    }
    Ok(())
}

/// The story in the person's words, and what else the request has to explain.
fn story(body: &mut Body<'_>, file: &BankFile) {
    let project = &file.project;
    let object = if file.purpose.is_empty() { String::new() } else { format!("Objet : {}. ", lowered(&file.purpose)) };
    let mut paragraphs = project.story.paragraphs();
    body.say(vec![strong(object), plain(paragraphs.next().unwrap_or_default())]);
    for text in paragraphs {
        body.say(vec![plain(text)]);
    }
    if !project.wanted_for.is_empty() {
        body.say(vec![strong("Pour quand : "), plain(project.wanted_for.as_str())]);
    }
    explain(body, "Pourquoi au-delà du plafond ordinaire : ", &project.justification);
    explain(body, "Effet sur les dettes : ", &project.debt_effect);
}

fn explain(body: &mut Body<'_>, what: &str, text: &Text) {
    for (place, paragraph) in text.paragraphs().enumerate() {
        body.say(vec![strong(if place == 0 { what } else { "" }), plain(paragraph)]);
    }
}

/// What the project costs beside who pays it: the two totals are the same.
fn financing(body: &mut Body<'_>, file: &BankFile) -> Result<(), PaperError> {
    let plan = file.project.financing()?;
    if plan.cost.is_zero() {
        body.note("Le coût du projet n’est pas encore chiffré.");
        return Ok(());
    }
    let (left, right) = Measure::halves();
    let expenses = Table::of(Density::Ordinary, &EXPENSES, expense_rows(file, plan.cost));
    let expenses = body.setter.table(body.place, &expenses, left);
    let funding = Table::of(Density::Ordinary, &FUNDING, funding_rows(file, plan.cost)?);
    let funding = body.setter.table(body.place, &funding, right);
    let mut both = beside(expenses, funding);
    both.gap = Length::mm(300);
    body.strips.push(both);
    Ok(())
}

fn expense_rows(file: &BankFile, cost: Euros) -> Vec<Row> {
    let project = &file.project;
    let line = |label: &str, amount: Euros| Row::Line(vec![spaced(&capital(label)), amount.bare()]);
    let mut rows: Vec<Row> = if project.expenses.is_empty() {
        let kept = project.quotes.iter().filter(|quote| quote.choice == Choice::Kept);
        kept.map(|quote| line(quote.label.as_str(), quote.amount)).collect()
    } else {
        project.expenses.iter().map(|expense| line(expense.label.as_str(), expense.amount)).collect()
    };
    rows.push(Row::Total(vec!["Coût du projet".to_owned(), cost.bare()]));
    rows
}

fn funding_rows(file: &BankFile, cost: Euros) -> Result<Vec<Row>, AmountTooLarge> {
    let project = &file.project;
    let line = |label: &str, state: &str, amount: Euros| Row::Line(vec![spaced(label), spaced(state), amount.bare()]);
    let mut rows = Vec::new();
    if let Some(amount) = file.amount {
        rows.push(line("Microcrédit", "demandé", amount));
    }
    for aid in project.aids.iter().filter(|aid| aid.status == AidStatus::Obtained) {
        if let Some(amount) = aid.amount {
            let name = if aid.provider.is_empty() { aid.label.as_str() } else { aid.provider.as_str() };
            rows.push(line(&format!("Aide : {name}"), "obtenue", amount));
        }
    }
    if let Some(share) = project.own_share {
        rows.push(line("Apport personnel", project.own_share_note.as_str(), share));
    }
    let gap = project.financing()?.gap(file.amount.unwrap_or(Euros::ZERO))?;
    if gap > Euros::ZERO {
        rows.push(line("Reste à financer", "à trouver", gap));
    } else if gap.is_negative() {
        rows.push(line("Au-delà du coût", "à revoir", gap));
    }
    rows.push(Row::Total(vec!["Total".to_owned(), String::new(), cost.bare()]));
    Ok(rows)
}

/// A quote, and whether it had expired by the day of the file.
fn quote_row(quote: &Quote, on: chrono::NaiveDate) -> Row {
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| NOTHING.to_owned(), numeric_date);
    let expired = if quote.valid_until.is_some_and(|until| until < on) { ", expiré" } else { "" };
    let choice = lowered(quote.choice.label());
    let reason = if quote.reason.is_empty() { String::new() } else { format!(" : {}", quote.reason) };
    Row::Line(vec![
        spaced(quote.seller.as_str()),
        spaced(quote.label.as_str()),
        day(quote.dated_on),
        format!("{}{expired}", day(quote.valid_until)),
        quote.amount.bare(),
        spaced(&format!("{choice}{reason}")),
    ])
}

/// An aid and its answer; only what was obtained has an amount in the column.
fn aid_row(aid: &Aid) -> Row {
    let amount = aid.amount.filter(|_| aid.status == AidStatus::Obtained);
    Row::Line(vec![
        spaced(aid.provider.as_str()),
        spaced(aid.label.as_str()),
        aid.asked_on.map_or_else(|| NOTHING.to_owned(), numeric_date),
        spaced(&answer(aid)),
        amount.map_or_else(|| NOTHING.to_owned(), Euros::bare),
    ])
}

/// `obtenue le 12/11/2026`, `refusée : personne en emploi`, `demandée, pas encore de réponse`.
fn answer(aid: &Aid) -> String {
    let hoped = aid.amount.map(|amount| format!(" ({amount} espérés, non comptés)")).unwrap_or_default();
    let state = match aid.status {
        AidStatus::ToAsk => format!("à demander{hoped}"),
        AidStatus::Asked => format!("pas encore de réponse{hoped}"),
        AidStatus::Obtained | AidStatus::Refused | AidStatus::NotApplicable => lowered(aid.status.label()),
    };
    let on = aid.answered_on.map(|day| format!(" le {}", numeric_date(day))).unwrap_or_default();
    let reason = match aid.reason.as_str() {
        "" => String::new(),
        again if folded(again) == folded(&state) => String::new(),
        // A reason that has its own colon stands apart.
        reason if reason.contains(':') => format!(" ({reason})"),
        reason => format!(" : {reason}"),
    };
    format!("{state}{on}{reason}")
}

/// `Banque du Val, compte alimenté de la mensualité, le 9 novembre 2026. Ses raisons : coût le plus bas.`
fn choice_in_words(choice: &ComparedChoice, voice: Voice) -> String {
    let account = if choice.account.is_empty() { String::new() } else { format!(", {}", choice.account) };
    let reasons = match choice.reasons.trim_end_matches('.') {
        "" => String::new(),
        reasons => format!(" {} : {reasons}.", voice.pick("Ses raisons", "Leurs raisons")),
    };
    format!("{}{account}, le {}.{reasons}", choice.lender, long_date(choice.on))
}

/// What is asked for beside the amount.
fn conditions(file: &BankFile) -> Vec<(&'static str, String)> {
    let asked = &file.conditions;
    let terms = file.loan.as_ref().map(|loan| &loan.schedule.terms);
    let guarantee = asked.guarantor.map(|guarantor| match asked.guarantee_percent {
        Some(percent) => format!("{}, {percent} %", guarantor.label()),
        None => guarantor.label().to_owned(),
    });
    let deferral = terms.map(deferral_in_words);
    let fee = terms.map(fee_in_words);
    let first = first_time(terms.and_then(|terms| terms.dates));
    let debit = day_of_month(file).map(|day| format!("le {day} du mois{first}"));
    vec![
        ("Produit", lowered(&asked.product)),
        ("Garantie", guarantee.unwrap_or_default()),
        ("Différé", deferral.unwrap_or_default()),
        ("Frais de dossier", fee.unwrap_or_default()),
        ("Versement", file.project.payment_means.to_string()),
        ("Prélèvement", debit.unwrap_or_default()),
        ("Assurance décès-invalidité", terms.map(insurance_in_words).unwrap_or_default()),
        ("Domiciliation", lowered(&asked.domiciliation)),
    ]
}
