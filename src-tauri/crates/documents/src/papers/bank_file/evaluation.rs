//! A part of the file: the criteria one by one, the reasoned opinion, what is planned, who signs it.

use domain::assessment::Opinion;
use domain::money::{AmountTooLarge, Euros};
use domain::settings::Provider;
use domain::words::{AdvisorWords, Labelled, capital, counted, long_date, lowered, on_known_date, spaced};

use super::budget::too_little;
use super::synthesis::{Grid, alert_spans};
use super::{BankFile, BankFileSupport, CriterionFound};
use crate::page::{Align, Length, Measure, Paragraph, Row, Signatory, Span, below, keep_together};
use crate::papers::Letterhead;
use crate::papers::body::{Body, TEXT};
use crate::papers::wording::{DOTS, for_the, plain, round, strong};

const CRITERIA: [(i64, Align, &str); 3] =
    [(25, Align::Left, "Critère"), (16, Align::Left, "Constat"), (59, Align::Left, "Ce qui le fonde")];
const PASSED_OVER: [(i64, Align, &str); 3] =
    [(34, Align::Left, "Vérification"), (16, Align::Left, "Constat"), (50, Align::Left, "Raison")];
const WATCH_POINTS: [(i64, Align, &str); 2] =
    [(34, Align::Left, "Ce qui pourrait arriver"), (66, Align::Left, "Ce qui est prévu")];
const STEPS: [(i64, Align, &str); 3] =
    [(36, Align::Left, "Quand"), (26, Align::Left, "Comment"), (38, Align::Left, "Pour quoi faire")];
/// The longest ground a row of the table holds, in characters.
const IN_A_ROW: usize = 900;
const SIGNATURE_HEIGHT: Length = Length::mm(1_500);

pub(super) fn compose(
    body: &mut Body<'_>,
    file: &BankFile,
    (head, grid): (&Letterhead, &Grid),
) -> Result<(), AmountTooLarge> {
    body.tighten();
    if grid.short && !file.alerts.is_empty() {
        body.section("Ce qui pèse contre la demande, ou s’y contredit");
        for alert in &file.alerts {
            body.say(alert_spans(alert));
        }
    }
    if file.criteria.is_empty() {
        body.note("Les critères ne sont pas encore évalués.");
    } else {
        let rows = (1_usize..).zip(&file.criteria).map(|(number, found)| criterion_row(number, found));
        body.rows(&CRITERIA, rows.collect());
        grounds(body, file);
    }
    passed_over(body, file);
    opinion(body, file, head);
    let little = too_little(file)?;
    let little = little.map(|little| Row::Line(vec![spaced(&little), "À convenir avec la personne.".to_owned()]));
    let watch_points = file.assessment.watch_points.iter();
    let watch_points =
        watch_points.map(|point| Row::Line(vec![spaced(point.risk.as_str()), spaced(point.answer.as_str())]));
    let watch_points: Vec<Row> = little.into_iter().chain(watch_points).collect();
    if !watch_points.is_empty() {
        body.section("Points de vigilance et réponses prévues");
        body.rows(&WATCH_POINTS, watch_points);
    }
    if let Some(support) = &file.support {
        accompaniment(body, support);
    }
    let start = body.strips.len();
    body.section("Décision du CCAS");
    body.say(decision(file));
    signatures(body, file, head);
    let decided = body.strips.split_off(start);
    body.strips.extend(keep_together(decided));
    Ok(())
}

/// The checks that stay open and why they do not stop the request.
fn passed_over(body: &mut Body<'_>, file: &BankFile) {
    if file.passed_over.is_empty() {
        return;
    }
    body.section("Vérifications non remplies, et pourquoi la demande est présentée");
    let rows = file
        .passed_over
        .iter()
        .map(|check| Row::Line(vec![spaced(&check.label), spaced(&check.state), spaced(&check.reason)]));
    body.rows(&PASSED_OVER, rows.collect());
}

fn criterion_row(number: usize, found: &CriterionFound) -> Row {
    Row::Line(vec![
        spaced(&format!("{number}. {}", found.label)),
        found.finding.label().to_owned(),
        beside_the_dossier(found),
    ])
}

/// What it rests on, then what the dossier says against it.
fn beside_the_dossier(found: &CriterionFound) -> String {
    let ground = if found.is_told_apart() { "voir sous le tableau" } else { found.ground.as_str() };
    let parts = std::iter::once(ground).chain(found.contradicted.iter().map(String::as_str));
    spaced(&parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "))
}

/// The grounds too long for a row, under the table.
fn grounds(body: &mut Body<'_>, file: &BankFile) {
    let long: Vec<_> = (1_usize..).zip(&file.criteria).filter(|(_, found)| found.is_told_apart()).collect();
    if !long.is_empty() {
        body.section("Ce qui fonde les constats");
    }
    for (number, found) in long {
        let name = format!("{number}. {} : ", found.label);
        for (place, text) in found.ground.paragraphs().enumerate() {
            body.say(vec![strong(if place == 0 { &name } else { "" }), plain(text)]);
        }
    }
}

impl CriterionFound {
    fn is_told_apart(&self) -> bool {
        self.ground.as_str().chars().count() > IN_A_ROW
    }
}

fn opinion(body: &mut Body<'_>, file: &BankFile, head: &Letterhead) {
    body.section(&format!("Avis motivé {}", AdvisorWords::of(head.office.advisor_title).of));
    match file.assessment.opinion {
        Some(opinion) => body.say(direction(opinion, file)),
        None => body.say(vec![plain("L’avis n’est pas encore écrit.")]),
    }
    for text in file.assessment.reasoned.paragraphs() {
        body.say(vec![plain(text)]);
    }
    for (place, text) in file.assessment.reservation.paragraphs().enumerate() {
        body.say(vec![strong(if place == 0 { "Réserve : " } else { "" }), plain(text)]);
    }
}

/// `Avis favorable à un prêt de 2 400 € sur 36 mois.`
fn direction(opinion: Opinion, file: &BankFile) -> Vec<Span> {
    let word = match opinion {
        Opinion::Favourable | Opinion::Unfavourable | Opinion::FavourableWithReservation => "à",
        Opinion::Reserved => "sur",
    };
    let amount = file.amount.map(|amount: Euros| format!(" de {}", round(amount))).unwrap_or_default();
    let months = file.months.map(|months| format!(" sur {}", counted(months, "mois", "mois"))).unwrap_or_default();
    let written = file.assessment.written_on.map(|day| format!(" Avis écrit le {}.", long_date(day)));
    vec![
        strong(format!("Avis {}", lowered(opinion.label()))),
        plain(format!(" {word} un prêt{amount}{months}.{}", written.unwrap_or_default())),
    ]
}

fn accompaniment(body: &mut Body<'_>, support: &BankFileSupport) {
    body.section("Accompagnement proposé");
    let mut sentences = Vec::new();
    if !support.level.is_empty() {
        sentences.push(format!("{}.", support.level.trim_end_matches('.')));
    }
    for (what, provider) in [("Accompagnement budgétaire", support.budget), ("Accompagnement social", support.social)]
    {
        sentences.extend(provider.map(|provider| format!("{what} : {}.", by(provider))));
    }
    if !support.note.is_empty() {
        sentences.push(format!("{}.", support.note.trim_end_matches('.')));
    }
    body.say(vec![plain(sentences.join(" "))]);
    if !support.steps.is_empty() {
        let rows = support
            .steps
            .iter()
            .map(|step| Row::Line([&step.when, &step.how, &step.purpose].map(|text| spaced(text)).to_vec()));
        body.rows(&STEPS, rows.collect());
    }
}

fn by(provider: Provider) -> &'static str {
    match provider {
        Provider::Office => "par le CCAS",
        Provider::Lender => "par la banque",
        Provider::Other => "par un autre professionnel",
    }
}

fn decision(file: &BankFile) -> Vec<Span> {
    let refund = plain(if file.refund.is_empty() { String::new() } else { format!(" {}", file.refund) });
    let Some(decision) = &file.decision else {
        return vec![plain("La décision de transmettre n’est pas encore notée."), refund];
    };
    let mode = decision.mode.trim_end_matches('.');
    vec![
        strong(format!("Transmission à la banque, {}.", on_known_date(decision.on, decision.known))),
        plain(format!(" {mode}.{}", decision.sentences())),
        refund,
    ]
}

/// Who answers for the file: the adviser and the office, after the place and the day.
fn signatures(body: &mut Body<'_>, file: &BankFile, head: &Letterhead) {
    let office = &head.office;
    let at = if office.town.is_empty() { "Fait".to_owned() } else { format!("Fait à {},", office.town) };
    let made = [plain(format!("{at} {}", file.when()))];
    let mut strips =
        below(Length::mm(400), body.setter.paragraph(body.place, &Paragraph::of(&made, TEXT), Measure::WHOLE));
    let quality = capital(AdvisorWords::of(office.advisor_title).as_signatory);
    let name = |name: &str| if name.is_empty() { DOTS.to_owned() } else { name.to_owned() };
    let signatories = [
        Signatory { quality, name: name(&office.advisor) },
        Signatory { quality: for_the(&office.name), name: format!("Nom et qualité\u{202f}: {DOTS}") },
    ];
    let cells = body.setter.signatures(body.place, &signatories, SIGNATURE_HEIGHT, Measure::WHOLE);
    strips.extend(below(Length::mm(200), cells));
    body.strips.extend(strips);
}
