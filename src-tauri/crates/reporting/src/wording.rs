//! How the working of a number, a period and a bilan are said.

use chrono::{Datelike, NaiveDate};
use domain::report::{
    Bilan, Figure, FlowBox, Indicator, IndicatorKey, Lacking, Milestone, Period, Reference, ReportRules, Unit, Value,
    Working,
};
use domain::words::{
    self, HARD_SPACE, Labelled, capital, counted, figure, long_date, lowered, of_month, of_name, spaced,
};

use app::caller::Moment;

/// What stands where there is no number.
pub(super) const NOTHING: &str = "–";

/// A number in its unit.
pub(super) fn shown(value: Option<Value>, unit: Unit) -> String {
    value.map_or_else(|| NOTHING.to_owned(), |value| figure(value, unit))
}

/// How a period is told: what people would say of it.
enum Told {
    Year(i32),
    /// From the first of January to a day of the same year.
    YearTo(i32, NaiveDate),
    /// Whole months of one year.
    Months(String, String, i32),
    Days,
}

fn told(period: Period) -> Told {
    let (from, to) = (period.from(), period.to());
    let year = from.year();
    let ends_month = to.succ_opt().is_none_or(|next| next.day() == 1);
    let month = |day: NaiveDate| words::month_name(day.month()).to_lowercase();
    if period.civil_year().is_some() {
        Told::Year(year)
    } else if year != to.year() || from.day() != 1 {
        Told::Days
    } else if ends_month {
        Told::Months(month(from), month(to), year)
    } else if from.month() == 1 {
        Told::YearTo(year, to)
    } else {
        Told::Days
    }
}

/// A period as a title: `2026`, `2025, jusqu’au 20 novembre`, `Janvier à octobre 2026`.
pub(super) fn title(period: Period) -> String {
    match told(period) {
        Told::Year(year) => year.to_string(),
        Told::YearTo(year, to) => format!("{year}, jusqu’au {}", day_and_month(to)),
        Told::Months(first, last, year) if first == last => format!("{} {year}", capital(&first)),
        Told::Months(first, last, year) => format!("{} à {last} {year}", capital(&first)),
        Told::Days => format!("Du {} au {}", long_date(period.from()), long_date(period.to())),
    }
}

/// A period inside a sentence: `en 2026`, `en 2025 jusqu’au 20 novembre`, `de janvier à octobre 2026`.
pub(super) fn during(period: Period) -> String {
    match told(period) {
        Told::Year(year) => format!("en {year}"),
        Told::YearTo(year, to) => format!("en {year} jusqu’au {}", day_and_month(to)),
        Told::Months(first, last, year) if first == last => format!("en {first} {year}"),
        Told::Months(first, last, year) => {
            format!("{} à {last} {year}", of_month(&first))
        }
        Told::Days => format!("du {} au {}", long_date(period.from()), long_date(period.to())),
    }
}

/// How a bilan is named: `Bilan 2026`, `Bilan d’octobre 2026`, `Bilan de janvier à septembre 2026`.
pub(super) fn reference(period: Period) -> String {
    match told(period) {
        Told::Year(_) | Told::YearTo(..) => format!("Bilan {}", title(period)),
        Told::Months(first, last, year) if first == last => format!("Bilan {}", of_name(&format!("{first} {year}"))),
        Told::Months(..) | Told::Days => format!("Bilan {}", during(period)),
    }
}

/// A period as the head of a narrow column: `2026`, `2025 au 20/11`.
pub(super) fn heading(period: Period) -> String {
    let short = |day: NaiveDate| format!("{:02}/{:02}", day.day(), day.month());
    match told(period) {
        Told::Year(year) => year.to_string(),
        Told::YearTo(year, to) => format!("{year} au {}", short(to)),
        Told::Months(..) | Told::Days if period.from().year() == period.to().year() => {
            format!("{} au {} {}", short(period.from()), short(period.to()), period.from().year())
        }
        Told::Months(..) | Told::Days => format!("{} au {}", in_files(period.from()), in_files(period.to())),
    }
}

/// `20 novembre`.
fn day_and_month(day: NaiveDate) -> String {
    let text = long_date(day);
    text.rsplit_once(HARD_SPACE).map_or(text.clone(), |(start, _)| start.to_owned())
}

/// The key of a period in an address: `2026`, `2026-01-01_2026-10-31`.
pub(super) fn key(period: Period) -> String {
    match period.civil_year() {
        Some(year) => year.to_string(),
        None => format!("{}_{}", period.from(), period.to()),
    }
}

/// How a number was reached, with its terms; empty where its definition says all.
pub(super) fn working(working: Working, unit: Unit, rules: &ReportRules) -> String {
    let loans = |count: u64| counted(count, "prêt", "prêts");
    let named = |key: IndicatorKey| rules.indicator(key).map_or_else(String::new, |one| words::lowered(&one.label));
    spaced(&match working {
        Working::Counted => String::new(),
        Working::Sum { loans: count } => format!("{} en tout", loans(count)),
        Working::Ratio { part, whole } => {
            format!("{} ÷ {} : {} parmi les {}", number(part.1), number(whole.1), named(part.0), named(whole.0))
        }
        Working::Share { part, whole } => format!("{} sur {}", loans(part), number(whole)),
        Working::Part { part, whole } => format!("{part} ÷ {whole}"),
        Working::Over { part, whole } => format!("{} ÷ {}", figure(part.0, part.1), figure(whole.0, whole.1)),
        Working::People { part, whole } => {
            format!("{} sur {}", counted(part, "personne", "personnes"), number(whole))
        }
        Working::Answers { part, whole } => {
            format!("{} sur {}", number(part), counted(whole, "réponse exprimée", "réponses exprimées"))
        }
        Working::Silent { months } => format!("sans contact depuis {months} mois"),
        Working::Lacking(Lacking::YearPage) => "à saisir dans la page de l’année".to_owned(),
        Working::Lacking(Lacking::WorkTime) => "aucun temps noté".to_owned(),
        Working::Lacking(Lacking::FullTimeHours) => "heures d’un temps plein à saisir dans Réglages".to_owned(),
        Working::Hours { minutes } => format!("{} minutes ÷ 60", number(minutes)),
        Working::FullTime { minutes, year } => {
            format!("{} minutes ; temps plein de {} heures par an", number(minutes), number(u64::from(year)))
        }
        Working::Mean { total, loans: count } => format!("{} ÷ {}", figure(total, unit), loans(count)),
        Working::Delay { days, dossiers, median } => {
            let total = counted(days, "jour", "jours");
            let among = counted(dossiers, "dossier", "dossiers");
            let median = median.map(|days| format!(" ; médiane {}", figure(Value::Number(days), Unit::Days)));
            format!("{total} ÷ {among}{}", median.unwrap_or_default())
        }
    })
}

/// How a number was reached, and how many dossiers it leaves out.
pub(super) fn explained(indicator: &Indicator, unit: Unit, rules: &ReportRules) -> String {
    let told = working(indicator.working, unit, rules);
    let left_out = match indicator.left_out {
        0 => return told,
        out => {
            let dossiers = counted(out, "dossier laissé", "dossiers laissés");
            format!("{dossiers} de côté, faute d’une date connue")
        }
    };
    spaced(&if told.is_empty() { left_out } else { format!("{told} ; {left_out}") })
}

/// The round numbers of loans, in words.
pub(super) fn milestones(reached: &[Milestone]) -> Vec<String> {
    let told = reached.iter().map(|one| {
        let loan = if one.loans == 1 { "1er prêt".to_owned() } else { format!("{}e prêt", number(one.loans.into())) };
        spaced(&format!("{loan} accordé : {}", long_date(one.on)))
    });
    told.collect()
}

/// The median of a delay, in words; nothing without a dossier.
pub(super) fn median(working: Working) -> Option<String> {
    let Working::Delay { median, .. } = working else { return None };
    median.map(|days| figure(Value::Number(days), Unit::Days))
}

/// What is told while the office has no dossier.
pub(super) const NO_DOSSIER: &str = "Aucun dossier pour l’instant : le bilan se remplit avec les demandes.";

/// The period in a sentence.
pub(super) fn sentence(bilan: &Bilan, has_dossiers: bool) -> String {
    if !has_dossiers {
        return NO_DOSSIER.to_owned();
    }
    let requests = count(bilan, IndicatorKey::Requests);
    let granted = count(bilan, IndicatorKey::Granted);
    let redirected = count(bilan, IndicatorKey::Redirected);
    let amount = bilan.indicator(IndicatorKey::AmountGranted).and_then(|one| one.figure.value);
    let mut parts = vec![counted(requests, "demande reçue", "demandes reçues")];
    let loans = counted(granted, "prêt accordé", "prêts accordés");
    parts.push(match amount {
        Some(amount) if granted > 0 => format!("{loans} pour {}", figure(amount, Unit::Euros)),
        Some(_) | None => loans,
    });
    parts.push(counted(redirected, "réorientation", "réorientations"));
    told_during(bilan.period, &parts)
}

/// What happened in a period: `En 2026 : 12 demandes reçues, 7 prêts accordés.`
pub(super) fn told_during(period: Period, parts: &[String]) -> String {
    spaced(&format!("{} : {}.", capital(&during(period)), parts.join(", ")))
}

/// What to know before reading: nothing happened, or the period is not over.
pub(super) fn notice(bilan: &Bilan, before: Option<Period>, moment: &Moment) -> Option<String> {
    if bilan.indicators.iter().all(|one| one.figure.dossiers.is_empty()) {
        let dates = "Les demandes, les décisions et les prêts sont comptés à leur date.";
        return Some(format!("Aucun dossier dans cette période. {dates}"));
    }
    let running = bilan.period.contains(moment.today) && bilan.period.to() > moment.today;
    let compared = before.map(|before| format!(" et comparée à {}", lowered(&title(before))));
    running.then(|| {
        let today = long_date(moment.today);
        let compared = compared.unwrap_or_default();
        spaced(&format!("La période n’est pas finie : elle est comptée jusqu’au {today}{compared}."))
    })
}

/// The number a key counts.
pub(super) fn count(bilan: &Bilan, key: IndicatorKey) -> u64 {
    bilan.indicator(key).map_or(0, |one| one.figure.dossiers_count())
}

/// `31 ÷ 52 = 59,6 %`.
pub(super) fn terms(part: &Figure, whole: &Figure, share: &Figure) -> String {
    let terms = format!("{} ÷ {}", number(part.dossiers_count()), number(whole.dossiers_count()));
    match share.value {
        Some(value) => format!("{terms} = {}", figure(value, Unit::Percent)),
        None => terms,
    }
}

/// A day as files write it.
pub(super) fn in_files(day: NaiveDate) -> String {
    words::numeric_date(day)
}

fn number(count: u64) -> String {
    figure(Value::Count(count), Unit::Dossiers)
}

/// A figure of elsewhere, with its year where its source gives one: `63,2 % (2017)`.
pub(super) fn elsewhere(one: &Reference, unit: Unit) -> String {
    let year = one.year.map(|year| format!("{HARD_SPACE}({year})")).unwrap_or_default();
    let said = one.value.map(|value| figure(Value::Number(value), unit)).or_else(|| one.said.clone());
    spaced(&format!("{}{year}", said.unwrap_or_default()))
}

/// Boxes of a flow told as one: `Un prêt ou une autre solution`.
pub(super) fn boxes(inside: &[FlowBox]) -> String {
    let has = |one: FlowBox| inside.contains(&one);
    let told = match (has(FlowBox::Loan), has(FlowBox::Elsewhere), has(FlowBox::Neither)) {
        (true, true, true) => "Terminées",
        (true, true, false) => "Un prêt ou une autre solution",
        (false, true, true) => "Sans prêt",
        _ => return inside.first().map(|one| capital(one.label())).unwrap_or_default(),
    };
    told.to_owned()
}

/// What boxes told as one hold, in a few words and without a count.
pub(super) fn inside_boxes(inside: &[FlowBox]) -> String {
    let told = inside.iter().map(|one| match one {
        FlowBox::Loan => "prêt accordé par la banque",
        FlowBox::Elsewhere => "aide, droit ouvert, plan pour les dettes",
        FlowBox::Open => "à l’étude au CCAS ou à la banque",
        FlowBox::Neither => "arrêt, demande hors du dispositif, refus",
    });
    told.collect::<Vec<_>>().join(", ")
}
