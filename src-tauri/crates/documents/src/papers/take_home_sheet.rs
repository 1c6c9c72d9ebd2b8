//! The sheet to take home: the budget and the loan in plain words and large letters, one idea a sentence.
//!
//! It speaks in the first person, as the one who keeps it would: exact amounts, no percentage, no initials. Whoever reads
//! it later finds whom to call before a difficult month (*Un coup de pouce pour le microcrédit personnel*,
//! l’accompagnement). It is not an offer of a loan.

use chrono::NaiveDate;
use domain::money::Euros;
use domain::words::{Borrowers, counted, enumerated, long_date, spaced};
use rust_decimal::Decimal;

use crate::finish::{Identity, finish};
use crate::page::{
    Bar, Chart, Face, Fill, Flush, Foot, Heading, Ink, Key, Length, List, Marker, Measure, Paragraph, Span, Strip,
    Tags, TextStyle, Typesetter, below, flow, framed, keep_together,
};
use crate::papers::Letterhead;
use crate::papers::body::{Body, SMALL};
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::wording::{month_day, or_dots, plain, round, said_of, strong};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Feuille à emporter";
/// What it is called for the person it is given to.
const NAME: &str = "Mon budget et mon prêt";

/// The facts of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeHomeSheet {
    /// Reference of the dossier.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// Whose budget and loan it is.
    pub borrowers: Borrowers,
    /// The budget a month.
    pub budget: PlainBudget,
    /// The loan, once it is worked out.
    pub loan: Option<PlainLoan>,
    /// The dates to come, the first one first, each with what happens then.
    pub dates: Vec<(NaiveDate, String)>,
    /// The warning of the law.
    pub warning: String,
}

/// A budget in three sums a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainBudget {
    /// What comes in.
    pub received: Euros,
    /// What is paid.
    pub paid: Euros,
    /// What is left; less than nothing when more is paid than comes in.
    pub left: Euros,
    /// How many live on it.
    pub people: u64,
    /// What is left for each share.
    pub each: Euros,
    /// ` par personne`, ` par part`; nothing for who lives alone.
    pub per: &'static str,
    /// The day it was established.
    pub established_on: NaiveDate,
}

/// A loan in plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainLoan {
    /// What is lent.
    pub amount: Euros,
    /// Over how many months.
    pub months: u32,
    /// What is paid in all.
    pub total_paid: Euros,
    /// What it costs.
    pub cost: Euros,
    /// The usual instalment.
    pub instalment: Euros,
    /// The day of the month it is taken, where the lender says.
    pub debit_day: Option<u32>,
    /// The charges that begin or grow with the project: `assurance auto`.
    pub more_paid: Vec<String>,
    /// Those that end or shrink: `transports en commun`.
    pub less_paid: Vec<String>,
    /// What is left for each share, the loan counted.
    pub each: Euros,
    /// ` par personne`, ` par part`; nothing for who lives alone.
    pub per: &'static str,
    /// The reste à vivre the office advises, where it set one.
    pub advised: Option<Euros>,
    /// What the office gives back at the end of a loan paid on time.
    pub given_back: Option<Euros>,
    /// Where it stands.
    pub standing: LoanStanding,
    /// The days to change one’s mind after signing.
    pub withdrawal_days: Option<u32>,
    /// How many instalments may be postponed, where the lender says.
    pub deferrals: Option<u32>,
}

/// Where a loan stands for the person who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoanStanding {
    /// The lender has not answered.
    Asked,
    /// The lender agreed, nothing is signed.
    Agreed,
    /// The contract is signed, the money is not there yet.
    Signed,
    /// The money is there: the loan is being repaid.
    Running,
}

const PLAIN: TextStyle = TextStyle::of(1_350, 1_900);
const LARGE: TextStyle = TextStyle::of(2_200, 2_700);
const BETWEEN: Length = Length::mm(60);

/// Prints the sheet.
pub fn render(sheet: &TakeHomeSheet, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let day = long_date(sheet.printed_on);
    let lines = [HeadLine::named("Référence", &sheet.reference), HeadLine::plain(&day)];
    let strips = letterhead(&mut setter, head, &lines);
    let mut body = Body::under(&mut setter, strips);
    body.leave(Length::mm(500));
    let title = body.setter.heading(Tags::DOCUMENT, Heading::TITLE, NAME, Measure::WHOLE);
    body.add(title);
    body.leave(Length::mm(250));
    say(&mut body, vec![plain("Cette feuille est à vous.")]);
    say(&mut body, vec![plain("Vous pouvez la montrer à une personne de confiance.")]);
    before_the_loan(&mut body, &sheet.budget, sheet.loan.as_ref());
    if let Some(loan) = &sheet.loan {
        with_the_loan(&mut body, loan, head);
        real_loan(&mut body, loan, head);
    }
    difficult_month(&mut body, sheet.loan.as_ref(), head);
    dates(&mut body, &sheet.dates);
    end(&mut body, sheet);
    let strips = body.strips;
    let foot = Foot::proved(format!("{NAME} · {} · {day}", sheet.reference));
    let sheets = flow(strips, &foot, &mut setter);
    let identity = Identity {
        title: format!("{NAME}, {}", sheet.borrowers.names()),
        author: head.office.name.clone(),
        date: sheet.printed_on,
    };
    finish(sheets, &setter, &identity)
}

fn heading(body: &mut Body<'_>, text: &str) {
    let heading = body.setter.heading(Tags::DOCUMENT, Heading::LARGE_SECTION, &spaced(text), Measure::WHOLE);
    body.leave(Length::mm(620));
    body.add(heading);
    body.leave(Length::mm(120));
}

fn say(body: &mut Body<'_>, spans: Vec<Span>) {
    let strips = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&spans, PLAIN), Measure::WHOLE);
    body.add(strips);
    body.leave(BETWEEN);
}

fn items(body: &mut Body<'_>, items: &[Vec<Span>]) {
    let list = List { marker: Marker::Bullet, items, style: PLAIN };
    let strips = body.setter.list(Tags::DOCUMENT, &list, Measure::WHOLE);
    body.add(strips);
    body.leave(BETWEEN);
}

/// What comes in, what is paid, what is left, as three bars: that of the day of the budget, whatever changed since.
fn before_the_loan(body: &mut Body<'_>, budget: &PlainBudget, loan: Option<&PlainLoan>) {
    heading(
        body,
        match loan.map(|loan| loan.standing) {
            None => "Chaque mois",
            Some(LoanStanding::Running) => "Chaque mois, avant le prêt",
            Some(LoanStanding::Asked | LoanStanding::Agreed | LoanStanding::Signed) => "Chaque mois, sans le prêt",
        },
    );
    let established = long_date(budget.established_on);
    say(body, vec![plain("C’est mon budget du "), strong(established), plain(".")]);
    let longest = budget.received.max(budget.paid);
    let part = |of: Euros| of.percent_of(longest).unwrap_or_default().max(Decimal::ZERO) / Decimal::ONE_HUNDRED;
    let bar = |label: &str, sum: Euros, fill| Bar {
        label: label.to_owned(),
        value: sum.to_string(),
        note: String::new(),
        ratio: part(sum),
        fill,
    };
    let bars = [
        bar("Je reçois", budget.received, Fill::Full),
        bar("Je paie", budget.paid, Fill::Outline),
        bar("Il me reste", budget.left, Fill::Full),
    ];
    let chart = Chart { title: "Mon budget d’un mois", bars: &bars, legend: &[] };
    let chart = body.setter.bars(Tags::DOCUMENT, &chart, Measure::WHOLE);
    body.leave(Length::mm(200));
    body.add(vec![chart]);
    body.leave(Length::mm(300));
    if budget.people > 1 {
        say(body, vec![plain(format!("Nous sommes {} à la maison.", budget.people))]);
    }
    if budget.left < Euros::ZERO {
        say(body, vec![plain("Je paie plus que ce que je reçois. "), strong("Nous en parlons ensemble.")]);
        return;
    }
    let each = strong(format!("{}{}", budget.each, budget.per));
    say(body, vec![plain("Il reste "), each, plain(", pour manger, s’habiller, vivre.")]);
}

/// What changes with the loan, and the loan in three figures.
fn with_the_loan(body: &mut Body<'_>, loan: &PlainLoan, head: &Letterhead) {
    heading(body, "Chaque mois, avec le prêt");
    let day = loan.debit_day.map(|day| format!(", le {} du mois", month_day(day))).unwrap_or_default();
    say(body, vec![plain("Je paie "), strong(loan.instalment.to_string()), plain(format!(" à la banque{day}."))]);
    for (what, charges) in [("Je paie en plus", &loan.more_paid), ("Je paie en moins", &loan.less_paid)] {
        if !charges.is_empty() {
            say(body, vec![plain(format!("{what} : {}.", enumerated(charges)))]);
        }
    }
    say(body, vec![plain("Il reste "), strong(format!("{}{}", loan.each, loan.per)), plain(".")]);
    if let Some(advised) = loan.advised.filter(|_| loan.standing != LoanStanding::Running) {
        let possible = if loan.each < advised { "C’est juste : nous en parlons." } else { "C’est possible." };
        let advice = said_of(&head.office.name, "Le CCAS conseille");
        say(body, vec![plain(format!("{advice} {} au moins. ", round(advised))), strong(possible)]);
    }
    let inner = Measure::WHOLE.inside_frame();
    let mut strips = body.setter.heading(Tags::DOCUMENT, Heading::LARGE_FRAME, "Le prêt, en trois chiffres", inner);
    let key = |value: Euros, caption: String| Key { value: round(value), caption: spaced(&caption) };
    let over = counted(loan.months, "mois", "mois");
    let running = loan.standing == LoanStanding::Running;
    let lent = if running { "La banque m’a prêté." } else { "La banque me prête." };
    let keys = [
        key(loan.amount, lent.to_owned()),
        key(loan.total_paid, format!("Je rends, en {over}.")),
        key(loan.cost, "C’est le prix du prêt.".to_owned()),
    ];
    strips.extend(below(Length::mm(150), vec![body.setter.keys(Tags::DOCUMENT, &keys, keys.len(), inner)]));
    body.leave(Length::mm(300));
    body.add(vec![framed(strips, Measure::WHOLE)]);
    body.leave(Length::mm(300));
    if let Some(given_back) = loan.given_back.filter(|given_back| !given_back.is_zero()) {
        let back = said_of(&head.office.name, "le CCAS me rend");
        say(body, vec![plain(format!("Si je paie chaque mois à l’heure, {back} {given_back} à la fin."))]);
    }
}

/// That it is a loan, who decides, and what not to do before the answer.
fn real_loan(body: &mut Body<'_>, loan: &PlainLoan, head: &Letterhead) {
    if matches!(loan.standing, LoanStanding::Signed | LoanStanding::Running) {
        return;
    }
    heading(body, "C’est un vrai prêt");
    let mut said = match loan.standing {
        LoanStanding::Asked => {
            let decides = said_of(&head.office.name, "Le CCAS ne décide pas.");
            vec![vec![plain(format!("La banque dit oui ou non. {decides}"))]]
        }
        LoanStanding::Agreed | LoanStanding::Signed | LoanStanding::Running => {
            vec![vec![plain("La banque a dit oui.")]]
        }
    };
    said.push(vec![plain("Je peux dire non, moi aussi.")]);
    if let Some(days) = loan.withdrawal_days {
        let days = counted(days, "jour", "jours");
        said.push(vec![plain("Après la signature, j’ai "), strong(days), plain(" pour changer d’avis.")]);
    }
    items(body, &said);
    heading(body, if loan.standing == LoanStanding::Asked { "Avant la réponse" } else { "Avant d’avoir l’argent" });
    let not = ["Je ne signe rien chez le vendeur.", "Je ne lui donne pas d’argent.", "Je ne fais pas d’autre crédit."];
    items(body, &not.map(|one| vec![plain(one)]));
}

/// What to do before a difficult month, and whom to call.
fn difficult_month(body: &mut Body<'_>, loan: Option<&PlainLoan>, head: &Letterhead) {
    let office = &head.office;
    if let Some(loan) = loan {
        heading(body, "Si un mois est difficile");
        let before = match loan.debit_day {
            Some(day) => format!(" le {} du mois.", month_day(day)),
            None => " le jour où je dois payer.".to_owned(),
        };
        let mut said = vec![
            vec![plain("J’appelle "), strong("avant"), plain(before)],
            vec![plain("Je peux demander à payer plus tard. Cela s’appelle un "), strong("report"), plain(".")],
        ];
        said.extend(
            loan.deferrals
                .filter(|most| *most > 0)
                .map(|most| vec![plain(format!("La banque peut accepter {most} fois."))]),
        );
        said.push(vec![plain("Appeler n’est pas une faute. C’est ce qu’il faut faire.")]);
        items(body, &said);
    }
    let inner = Measure::WHOLE.inside_frame();
    let own = office.advisor_line();
    let at = said_of(&office.name, "au CCAS");
    let who = [plain("J’appelle "), strong(or_dots(&office.advisor)), plain(spaced(&format!(", {at} :")))];
    let mut strips = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&who, PLAIN), inner);
    let number = [Span::new(or_dots(own), Face::SerifSemiBold, Ink::TITLE)];
    strips.extend(body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&number, LARGE), inner));
    if !office.advisor_phone.is_empty() && office.advisor_phone != office.phone && !office.phone.is_empty() {
        let other = [plain(spaced(&format!("Ou l’accueil : {}", office.phone)))];
        strips.extend(body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&other, PLAIN), inner));
    }
    body.leave(Length::mm(300));
    body.add(vec![framed(strips, Measure::WHOLE)]);
}

fn dates(body: &mut Body<'_>, dates: &[(NaiveDate, String)]) {
    if dates.is_empty() {
        return;
    }
    heading(body, "Mes prochaines dates");
    let pairs: Vec<(String, String)> = dates.iter().map(|(on, what)| (long_date(*on), spaced(what))).collect();
    let strips = body.setter.pairs(Tags::DOCUMENT, &pairs, PLAIN, Measure::WHOLE);
    body.add(strips);
}

/// Two words, the warning of the law, what the figures are: never apart.
fn end(body: &mut Body<'_>, sheet: &TakeHomeSheet) {
    let calculated = match &sheet.loan {
        None => format!("Calculs complets : fiche budgétaire du {}.", long_date(sheet.budget.established_on)),
        Some(PlainLoan { standing: LoanStanding::Signed | LoanStanding::Running, .. }) => format!(
            "Calculs complets : fiche budgétaire du {} et échéancier. Le contrat signé avec la banque fait foi.",
            long_date(sheet.budget.established_on)
        ),
        Some(PlainLoan { standing: LoanStanding::Asked | LoanStanding::Agreed, .. }) => format!(
            "Calculs complets : fiche budgétaire du {} et simulation du {}. Ce n’est pas une offre de prêt.",
            long_date(sheet.budget.established_on),
            long_date(sheet.printed_on)
        ),
    };
    if sheet.loan.is_some() {
        heading(body, "Deux mots à connaître");
        say(body, vec![strong("Mensualité"), plain(spaced(" : ce que je paie chaque mois à la banque."))]);
        say(body, vec![strong("Intérêts"), plain(spaced(" : le prix du prêt."))]);
    }
    let mut strips: Vec<Strip> = Vec::new();
    if sheet.loan.is_some() && !sheet.warning.is_empty() {
        let text = [Span::new(spaced(&sheet.warning), Face::SansSemiBold, Ink::TEXT)];
        let text = Paragraph { flush: Flush::Center, ..Paragraph::of(&text, PLAIN) };
        let text = body.setter.paragraph(Tags::DOCUMENT, &text, Measure::WHOLE.inside_frame());
        strips.push(framed(text, Measure::WHOLE));
    }
    let note = [Span::new(spaced(&calculated), Face::Sans, Ink::NOTE)];
    let note = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&note, SMALL), Measure::WHOLE);
    strips.extend(below(Length::mm(200), note));
    body.leave(Length::mm(300));
    body.add(keep_together(strips));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds::{assert_says, day, euros, leave_samples, named, read, valbourg};

    fn delmas() -> TakeHomeSheet {
        TakeHomeSheet {
            reference: "VB-2026-0147".to_owned(),
            printed_on: day("2026-11-24"),
            borrowers: Borrowers::new(vec![named(domain::person::Title::Madame, "Sonia", "Delmas")]),
            budget: PlainBudget {
                received: euros("1999.76"),
                paid: euros("981.18"),
                left: euros("1018.58"),
                people: 3,
                each: euros("339.53"),
                per: " par personne",
                established_on: day("2026-11-09"),
            },
            loan: Some(PlainLoan {
                amount: euros("2400"),
                months: 36,
                total_paid: euros("2550.87"),
                cost: euros("150.87"),
                instalment: euros("70.86"),
                debit_day: Some(5),
                more_paid: vec!["assurance auto".to_owned(), "carburant".to_owned()],
                less_paid: vec!["transports en commun".to_owned()],
                each: euros("300.07"),
                per: " par personne",
                advised: Some(euros("250")),
                given_back: Some(euros("150.87")),
                standing: LoanStanding::Asked,
                withdrawal_days: Some(14),
                deferrals: Some(2),
            }),
            dates: vec![(day("2026-12-18"), "La banque répond, avant ce jour.".to_owned())],
            warning: "Attention ! Un crédit coûte de l’argent et doit être remboursé !".to_owned(),
        }
    }

    #[test]
    fn it_speaks_in_the_first_person_and_gives_exact_amounts() {
        let paper = render(&delmas(), &valbourg()).unwrap();
        assert!(paper.unprintable.is_empty());
        let pages = read(&paper);
        assert_eq!(pages.len(), 2, "{pages:#?}");
        assert_says(
            &pages[0],
            &["Mon budget et mon prêt", "Je reçois", "339,53 € par personne", "2 550,87 €", "36 mois"],
        );
        assert_says(&pages[0], &["La banque dit oui ou non.", "14 jours", "Je ne signe rien chez le vendeur."]);
        assert_says(&pages[1], &["avant le 5 du mois", "18 décembre 2026", "doit être remboursé"]);
        let alone = PlainBudget { people: 1, per: "", left: euros("-12.40"), ..delmas().budget };
        let bare = TakeHomeSheet { budget: alone, loan: None, dates: Vec::new(), warning: String::new(), ..delmas() };
        let short = render(&bare, &valbourg()).unwrap();
        assert_says(&read(&short)[0], &["Je paie plus que ce que je reçois. Nous en parlons ensemble."]);
        leave_samples("take_home", [("delmas", paper), ("sans-pret", short)]);
    }

    #[test]
    fn once_the_contract_is_signed_nothing_says_that_it_is_not() {
        let standing = |standing| {
            let loan = delmas().loan.map(|loan| PlainLoan { standing, ..loan });
            read(&render(&TakeHomeSheet { loan, ..delmas() }, &valbourg()).unwrap()).join(" ")
        };
        let (asked, signed) = (standing(LoanStanding::Asked), standing(LoanStanding::Signed));
        assert_says(&asked, &["Chaque mois, sans le prêt", "C’est mon budget du 9 novembre 2026.", "pas une offre"]);
        assert!(!signed.contains("pas une offre") && signed.contains("Le contrat signé avec la banque fait foi."));
        let running = standing(LoanStanding::Running);
        assert_says(&running, &["Chaque mois, avant le prêt", "La banque m’a prêté.", "fait foi"]);
        for untrue in ["aujourd’hui", "La banque dit oui ou non", "Le CCAS conseille", "pas une offre"] {
            assert!(!running.contains(untrue), "{untrue} in {running}");
        }
    }
}
