//! The conditions of a loan in words, the same on every paper that names them.
//!
//! What is not a plain loan of level instalments is said: months in which nothing is paid, months of interest alone,
//! a first period that is not a month, the fee, the insurance (*Un coup de pouce pour le microcrédit personnel*, les
//! conditions du prêt). Worked example: 2 400 € at 4 % over 36 months is « 35 mensualités de 70,86 € et une
//! dernière de 70,77 € ».

use chrono::Months;
use domain::loan::{AccountCost, FeePayment, FirstPeriod, InsuranceRequirement, LoanTerms, RepaymentSchedule};
use domain::money::Euros;
use domain::words::{counted, percent};

/// More unlike instalments than this are not told one by one.
const RUNS: usize = 5;

/// The instalments, insurance included, in words.
pub(super) fn instalments_in_words(schedule: &RepaymentSchedule) -> String {
    let sums: Vec<Euros> = schedule.instalments.iter().map(|line| line.total).collect();
    runs_in_words(&sums)
}

/// Sums paid one a month, in words: `35 mensualités de 70,86 € et une dernière de 70,77 €`.
pub(super) fn runs_in_words(sums: &[Euros]) -> String {
    let runs: Vec<&[Euros]> = sums.chunk_by(|one, next| one == next).collect();
    if runs.len() > RUNS {
        let (least, most) = (sums.iter().min().copied(), sums.iter().max().copied());
        let (least, most) = (least.unwrap_or(Euros::ZERO), most.unwrap_or(Euros::ZERO));
        return format!("{} mensualités, de {least} à {most}", sums.len());
    }
    let said: Vec<String> =
        runs.iter().enumerate().map(|(place, run)| run_in_words(run, (place, runs.len()))).collect();
    match said.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} et {last}", before.join(", ")),
        None => String::new(),
    }
}

fn run_in_words(run: &[Euros], (place, runs): (usize, usize)) -> String {
    let amount = run.first().copied().unwrap_or(Euros::ZERO);
    let last = runs > 1 && place.saturating_add(1) == runs;
    match (amount.is_zero(), place, run.len()) {
        (true, _, count) => format!("{} sans rien payer", counted(count, "mois", "mois")),
        (false, 0, 1) => format!("une mensualité de {amount}"),
        (false, 0, count) => format!("{count} mensualités de {amount}"),
        (false, _, 1) if last => format!("une dernière de {amount}"),
        (false, _, 1) => format!("une de {amount}"),
        (false, _, count) => format!("{count} de {amount}"),
    }
}

/// Whether every month repays some of what is owed.
pub(super) fn repays_from_the_start(terms: &LoanTerms) -> bool {
    terms.deferred == 0 && terms.interest_only == 0 && terms.interest_only_later.is_empty()
}

/// What is not paid at first, in a few words: `aucun`, `3 mois d’intérêts seuls`.
pub(super) fn deferral_in_words(terms: &LoanTerms) -> String {
    let mut said = Vec::new();
    if terms.deferred > 0 {
        said.push(format!("{} sans rien payer", counted(terms.deferred, "mois", "mois")));
    }
    if terms.interest_only > 0 {
        said.push(format!("{} d’intérêts seuls", counted(terms.interest_only, "mois", "mois")));
    }
    if !terms.interest_only_later.is_empty() {
        said.push(format!("intérêts seuls {}", later_in_words(&terms.interest_only_later)));
    }
    if said.is_empty() { "aucun".to_owned() } else { said.join(", puis ") }
}

/// `aux mensualités 13 et 25`, `à la mensualité 13`.
fn later_in_words(numbers: &[u32]) -> String {
    let said: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    match said.split_last() {
        Some((last, [])) => format!("à la mensualité {last}"),
        Some((last, before)) => format!("aux mensualités {} et {last}", before.join(", ")),
        None => String::new(),
    }
}

/// `75,60 € pour le compte demandé par la banque (2,10 € par mois et 15,00 € une fois)`.
pub(super) fn account_in_words(schedule: &RepaymentSchedule) -> String {
    let price = schedule.terms.account.map(account_price).unwrap_or_default();
    format!("{} pour le compte demandé par la banque ({price})", schedule.total_account)
}

/// `2,10 € par mois et 15,00 € une fois`; empty when it costs nothing.
pub(super) fn account_price(account: AccountCost) -> String {
    let monthly = (!account.monthly.is_zero()).then(|| format!("{} par mois", account.monthly));
    let once = (!account.once.is_zero()).then(|| format!("{} une fois", account.once));
    monthly.into_iter().chain(once).collect::<Vec<_>>().join(" et ")
}

/// `aucun`, or `30,00 €, payés avec les mensualités`.
pub(super) fn fee_in_words(terms: &LoanTerms) -> String {
    match (terms.fee.is_zero(), terms.fee_payment) {
        (true, _) => "aucun".to_owned(),
        (false, FeePayment::AtStart) => terms.fee.to_string(),
        (false, FeePayment::Financed) => format!("{}, prêtés en plus", terms.fee),
    }
}

/// `non demandée`, or `facultative, 3,00 € par mois`.
pub(super) fn insurance_in_words(terms: &LoanTerms) -> String {
    let Some(insurance) = terms.insurance else { return "non demandée".to_owned() };
    let requirement = match insurance.requirement {
        InsuranceRequirement::Optional => "facultative",
        InsuranceRequirement::Required => "obligatoire",
    };
    format!("{requirement}, {}", insurance_price(terms).unwrap_or_else(|| "gratuite".to_owned()))
}

/// `1,20 € par mois`, `0,36 % par an de ce qui reste à rembourser`, or both.
pub(super) fn insurance_price(terms: &LoanTerms) -> Option<String> {
    let insurance = terms.insurance?;
    let monthly = (!insurance.monthly.is_zero()).then(|| format!("{} par mois", insurance.monthly));
    let rate = insurance.on_outstanding.percent();
    let outstanding = (!rate.is_zero()).then(|| format!("{} par an de ce qui reste à rembourser", percent(rate)));
    let said: Vec<String> = monthly.into_iter().chain(outstanding).collect();
    (!said.is_empty()).then(|| said.join(" et "))
}

/// What the first months and some later ones are, in sentences; empty for level instalments.
pub(super) fn unlike_months(terms: &LoanTerms) -> Vec<String> {
    let mut said = Vec::new();
    match terms.deferred {
        0 => {}
        1 => said.push("Le premier mois, rien n’est payé : les intérêts s’ajoutent à ce qui est dû.".to_owned()),
        months => said.push(format!(
            "Pendant les {months} premiers mois, rien n’est payé : les intérêts s’ajoutent à ce qui est dû."
        )),
    }
    match (terms.deferred, terms.interest_only) {
        (_, 0) => {}
        (0, 1) => said.push("Le premier mois, seuls les intérêts sont payés.".to_owned()),
        (0, months) => said.push(format!("Pendant les {months} premiers mois, seuls les intérêts sont payés.")),
        (_, 1) => said.push("Le mois suivant, seuls les intérêts sont payés.".to_owned()),
        (_, months) => said.push(format!("Les {months} mois suivants, seuls les intérêts sont payés.")),
    }
    if !terms.interest_only_later.is_empty() {
        said.push(format!("Seuls les intérêts sont payés {}.", later_in_words(&terms.interest_only_later)));
    }
    said
}

/// How the first period is counted, when it is not one month; nothing otherwise.
pub(super) fn first_period_in_words(terms: &LoanTerms) -> Option<&'static str> {
    let dates = terms.dates?;
    if dates.disbursed_on.checked_add_months(Months::new(1)) == Some(dates.first_due_on) {
        return None;
    }
    Some(match terms.first_period {
        FirstPeriod::OneMonth => {
            "La première période compte pour un mois d’intérêts, quel que soit son nombre de jours."
        }
        FirstPeriod::MonthsAndDays => {
            "La première période compte ses mois entiers, puis ses jours en plus sur 365 : la différence d’intérêts est \
             dans la première mensualité."
        }
        FirstPeriod::MonthAndGap => {
            "La première période compte un mois, plus ou moins les jours d’écart sur 365 : la différence d’intérêts est \
             dans la première mensualité."
        }
    })
}
