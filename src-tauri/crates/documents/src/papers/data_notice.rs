//! What a person is told of the information the office keeps about them, on one page handed at the first interview.
//!
//! Article 13 of the RGPD (règlement (UE) 2016/679): who is responsible, what for, on what ground, what is
//! kept and how long, who sees it, which rights there are and where to complain. It is the same sheet for everyone.

use chrono::{Datelike, NaiveDate};
use domain::words::{AdvisorWords, capital, long_date};

use crate::finish::{Identity, finish};
use crate::page::{Align, Density, Foot, Length, Marker, Measure, Span, Strip, Table, Typesetter, beside, framed};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::{Fit, Panel, on_one_sheet, plain_rows};
use crate::papers::wording::{DOTS, in_letters, of_the, or_dots, plain, short_office, strong, the, to_the};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Note d’information sur les données";

/// The facts of the notice; empty texts and absent values are left to be written by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataNotice {
    /// The day it is printed.
    pub made_on: NaiveDate,
    /// The ground of the processing, as a sentence.
    pub legal_basis: String,
    /// Years after the last exchange during which a dossier stays in use.
    pub kept_years: Option<u32>,
    /// Where to complain: `CNIL, www.cnil.fr`.
    pub complaint: String,
}

const RIGHTS: [(&str, &str); 6] = [
    ("Voir", "demander une copie de tout votre dossier"),
    ("Corriger", "faire changer ce qui est faux ou incomplet"),
    ("Vous opposer", "demander d’arrêter l’usage de vos informations, pour une raison tenant à votre situation"),
    ("Limiter", "geler l’usage pendant que l’on vérifie"),
    ("Effacer", "lorsque la loi le permet ; un certificat vous est remis"),
    ("Retirer un accord", "à tout moment ; ce qui a déjà été fait reste valable"),
];
const RIGHTS_COLUMNS: [(i64, Align, &str); 2] = [(22, Align::Left, ""), (78, Align::Left, "")];

/// Prints the notice.
pub fn render(notice: &DataNotice, head: &Letterhead) -> Result<Paper, PaperError> {
    let day = long_date(notice.made_on);
    let lines = [HeadLine::named("Référence", format!("RGPD-{}", notice.made_on.year())), HeadLine::plain(&day)];
    let foot = Foot::proved(format!("{TITLE} · version du {day}"));
    let (sheets, setter) = on_one_sheet(&foot, |setter, fit| {
        let mut strips = letterhead(setter, head, &lines);
        strips.extend(compose(setter, notice, head, fit));
        strips
    })?;
    let identity = Identity { title: TITLE.to_owned(), author: head.office.name.clone(), date: notice.made_on };
    finish(sheets, &setter, &identity)
}

/// What the notice leaves to be written by hand, in words.
#[must_use]
pub fn lacks(notice: &DataNotice, head: &Letterhead) -> Vec<&'static str> {
    let office = &head.office;
    [
        (office.address.is_empty(), "adresse du CCAS"),
        (office.data_contact.is_empty(), "contact pour les données personnelles"),
        (notice.legal_basis.is_empty(), "base légale du traitement"),
        (notice.kept_years.is_none(), "durée de conservation"),
    ]
    .into_iter()
    .filter_map(|(lacking, what)| lacking.then_some(what))
    .collect()
}

fn compose(setter: &mut Typesetter, notice: &DataNotice, head: &Letterhead, fit: Fit) -> Vec<Strip> {
    let (advisor, office) = (AdvisorWords::of(head.office.advisor_title), short_office(&head.office.name));
    let mut body = Body::under(setter, Vec::new());
    let title = format!("Vos informations {}", to_the(office));
    body.title(&title, "Note d’information remise à chaque personne qui demande un microcrédit");
    body.leave(Length::mm(300));
    body.say(vec![
        plain(
            "Pour étudier votre demande, nous devons vous connaître un peu. Cette feuille dit ce que nous notons, \
             pourquoi, qui peut le voir, et ce que vous pouvez demander. ",
        ),
        strong(format!("Vous pouvez poser toutes vos questions {}.", advisor.to)),
    ]);
    let (left, right) = Measure::halves();
    let first = why((body.setter, left, fit), notice, head);
    let second = what((body.setter, right, fit), notice, head);
    body.leave(Length::mm(350));
    body.add(vec![beside(first, second)]);
    let rights = rights((body.setter, fit), notice, head);
    body.leave(Length::mm(350));
    body.add(vec![rights]);
    let judged = vec![
        strong("Aucune décision n’est prise par un ordinateur seul."),
        plain(
            " Le logiciel calcule et classe ; une personne étudie, la commission donne son avis, la banque décide. \
             Rien ne vous oblige à tout nous dire ; s’il manque un élément indispensable, la demande ne peut pas être \
             présentée.",
        ),
    ];
    body.leave(Length::mm(350));
    body.say(judged);
    body.leave(Length::mm(250));
    body.note(&format!(
        "Note du {}. Remise le ____ / ____ / ________ · Paraphe de la personne : ______________",
        long_date(notice.made_on)
    ));
    let mut strips = body.strips;
    if let Some(first) = strips.first_mut() {
        first.gap = Length::mm(450);
    }
    strips
}

/// Who is responsible, what for, on what ground, what is never asked.
fn why((setter, measure, fit): (&mut Typesetter, Measure, Fit), notice: &DataNotice, head: &Letterhead) -> Vec<Strip> {
    let office = &head.office;
    let mut panel = Panel::fitting(setter, measure, fit);
    panel.heading("Qui est responsable\u{202f}?");
    panel.say(&[plain(format!(
        "{}, {}. Si le dossier part à la banque, elle devient responsable de ce qu’elle reçoit et doit vous informer \
         elle-même.",
        capital(&the(&office.name)),
        or_dots(&office.address)
    ))]);
    panel.heading("Pour quoi faire\u{202f}?");
    panel.list(
        Marker::Bullet,
        &items(&[
            "étudier votre demande et chercher la meilleure solution ;",
            "préparer le dossier pour la banque, avec votre accord écrit ;",
            "suivre le prêt et vous aider en cas de difficulté ;",
            "rembourser vos intérêts ;",
            "faire des statistiques sans nom.",
        ]),
    );
    panel.heading("Sur quelle base\u{202f}?");
    let basis = match notice.legal_basis.trim_end_matches('.') {
        "" => DOTS,
        basis => basis,
    };
    panel.say(&[
        plain(format!(
            "{basis}. Envoyer le dossier à la banque et informer l’organisme qui vous a parlé de nous demandent "
        )),
        strong("votre accord"),
        plain(", que vous pouvez retirer."),
    ]);
    panel.heading("Ce que nous ne demandons pas");
    panel.say(&[plain(
        "Numéro de sécurité sociale, religion, origine, opinions, mots de passe. La santé : seulement si votre projet \
         l’exige, et avec votre accord écrit.",
    )]);
    panel.strips()
}

/// What is kept, who sees it, where and how long.
fn what((setter, measure, fit): (&mut Typesetter, Measure, Fit), notice: &DataNotice, head: &Letterhead) -> Vec<Strip> {
    let office = &head.office;
    let advisor = AdvisorWords::of(office.advisor_title);
    let mut panel = Panel::fitting(setter, measure, fit);
    panel.heading("Ce que nous notons");
    panel.list(
        Marker::Bullet,
        &items(&[
            "identité, coordonnées, foyer, logement, emploi ;",
            "ressources, charges, dettes, relevés de compte (PDF ou export de la banque), dont les opérations ne sont pas notées ;",
            "votre projet, les devis, les aides demandées ;",
            "les décisions et les étapes du prêt ;",
            "nos rendez-vous, en quelques mots objectifs.",
        ]),
    );
    panel.heading("Qui peut le voir\u{202f}?");
    panel.list(
        Marker::Bullet,
        &[
            vec![plain(format!("{}, ou la personne qui {} remplace en son absence ;", advisor.yours, advisor.object))],
            vec![
                plain(format!("la commission {}, ", of_the(short_office(&office.name)))),
                strong("sans votre nom"),
                plain(" ;"),
            ],
            vec![plain("la banque que vous avez choisie, avec votre accord ;")],
            vec![plain("le service qui paie, pour un remboursement.")],
        ],
    );
    panel.say(&[plain(
        "Tous sont tenus au secret professionnel ou bancaire. Rien n’est vendu ; rien ne sort de l’Union européenne.",
    )]);
    panel.heading("Où, et combien de temps\u{202f}?");
    let kept = match notice.kept_years {
        Some(1) => "Un an".to_owned(),
        Some(years) => format!("{} ans", capital(&in_letters(usize::try_from(years).unwrap_or(usize::MAX)))),
        None => DOTS.to_owned(),
    };
    panel.say(&[
        plain(format!("Sur l’ordinateur {}, chiffré, sans réseau, avec des copies chiffrées. ", advisor.of)),
        strong(format!("{kept} après notre dernier échange")),
        plain(
            ", un prêt en cours étant un échange. Puis : destruction, anonymat, ou archives publiques si la loi le \
             prévoit.",
        ),
    ]);
    panel.strips()
}

/// The rights and how to use them.
fn rights((setter, fit): (&mut Typesetter, Fit), notice: &DataNotice, head: &Letterhead) -> Strip {
    let mut panel = Panel::fitting(setter, Measure::WHOLE.inside_frame(), fit);
    panel.small_heading("Vos droits");
    let rows = plain_rows(&RIGHTS);
    panel.table(&Table { heading: Vec::new(), ..Table::of(Density::Ordinary, &RIGHTS_COLUMNS, rows) });
    let complaint = if notice.complaint.is_empty() { "CNIL, www.cnil.fr" } else { &notice.complaint };
    panel.leave(Length::mm(180));
    panel.say(&[
        plain("Écrivez à "),
        strong(or_dots(&head.office.data_contact)),
        plain(format!(
            " ou {}, à l’attention du délégué à la protection des données. Réponse gratuite, ",
            to_the(short_office(&head.office.name))
        )),
        strong("en un mois"),
        plain(format!(
            " (trois si la demande est complexe : nous vous le disons). Si la réponse ne vous convient pas : {complaint}."
        )),
    ]);
    framed(panel.strips(), Measure::WHOLE)
}

fn items(texts: &[&str]) -> Vec<Vec<Span>> {
    texts.iter().map(|text| vec![plain(text)]).collect()
}

#[cfg(test)]
mod tests;
