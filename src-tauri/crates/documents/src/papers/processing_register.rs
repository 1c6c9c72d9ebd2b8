//! The sheet of the register of processings, filled from the settings of the office: article 30 of the RGPD.
//!
//! It is offered filled in, to be read again by the data protection officer, dated and signed. What no setting tells
//! is left to be written by hand.

use chrono::NaiveDate;
use domain::words::{counted, long_date, numeric_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{Align, Foot, Length, Measure, Signatory, Strip, Table, Tags, Typesetter, keep_together};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::{Fit, named_rows, on_one_sheet};
use crate::papers::wording::{DOTS, in_letters, or_dots, short_office, to_the};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Fiche de registre";

/// The facts of the sheet; empty texts and absent values are left to be written by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProcessingRegister {
    /// The day it is printed.
    pub made_on: NaiveDate,
    /// The ground of the processing, as a sentence.
    pub legal_basis: String,
    /// Whether that ground is still to be verified.
    pub basis_is_weak: bool,
    /// Years after the last exchange during which a dossier stays in use.
    pub kept_years: Option<u32>,
    /// What becomes of it then.
    pub then: String,
    /// The most months the access journal is kept.
    pub journal_months: Option<u32>,
    /// Minutes without a touch before the office locks itself.
    pub lock_minutes: u32,
    /// Days between two copies outside the computer.
    pub copy_days: u32,
    /// Months between two tries of the recovery code.
    pub code_months: u32,
    /// How many persons the office follows.
    pub persons: u64,
    /// How many dossiers it keeps.
    pub dossiers: u64,
    /// How many scanned documents it keeps.
    pub pieces: u64,
}

const COLUMNS: [(i64, Align, &str); 2] = [(25, Align::Left, "Rubrique"), (75, Align::Left, "Contenu")];

/// Prints the sheet.
pub fn render(register: &ProcessingRegister, head: &Letterhead) -> Result<Paper, PaperError> {
    let day = long_date(register.made_on);
    let lines = [HeadLine::plain("RGPD, article 30"), HeadLine::plain(&day)];
    let foot = Foot::plain(format!("Registre des traitements · microcrédit personnel · établie le {day}"));
    let (sheets, setter) = on_one_sheet(&foot, |setter, fit| {
        let mut strips = letterhead(setter, head, &lines);
        strips.extend(compose(setter, register, head, fit));
        strips
    })?;
    let title = format!("{TITLE}, microcrédit personnel");
    let identity = Identity { title, author: head.office.name.clone(), date: register.made_on };
    finish(sheets, &setter, &identity)
}

/// What the sheet leaves to be written by hand, in words.
#[must_use]
pub fn lacks(register: &ProcessingRegister, head: &Letterhead) -> Vec<&'static str> {
    [
        (head.office.data_contact.is_empty(), "contact pour les données personnelles"),
        (register.legal_basis.is_empty(), "base légale du traitement"),
        (!register.legal_basis.is_empty() && register.basis_is_weak, "base légale du traitement, à vérifier"),
        (register.kept_years.is_none(), "durée de conservation"),
    ]
    .into_iter()
    .filter_map(|(lacking, what)| lacking.then_some(what))
    .collect()
}

fn compose(setter: &mut Typesetter, register: &ProcessingRegister, head: &Letterhead, fit: Fit) -> Vec<Strip> {
    let mut body = Body::under(setter, Vec::new());
    body.title(TITLE, "Traitement : instruction et suivi des microcrédits personnels");
    let mut rows = whose(register, head);
    rows.extend(what());
    rows.extend(kept(register, head));
    body.leave(Length::mm(300));
    body.table(&Table::of(fit.density(), &COLUMNS, named_rows(&rows)));
    body.leave(Length::mm(150));
    body.note(&format!(
        "Volume au {} : {}, {}, {}. Références : règlement (UE) 2016/679, article 30 ; référentiel de la CNIL pour \
         l’accueil social et médico-social (délibérations 2021-028 et 2023-095).",
        long_date(register.made_on),
        counted(register.persons, "personne", "personnes"),
        counted(register.dossiers, "dossier", "dossiers"),
        counted(register.pieces, "pièce", "pièces"),
    ));
    let cells = ["Pour le responsable du traitement", "Avis du délégué à la protection des données"];
    let cells = cells.map(|quality| Signatory { quality: quality.to_owned(), name: spaced("Nom, qualité et date :") });
    let cells = body.setter.signatures(Tags::DOCUMENT, &cells, Length::mm(2_400), Measure::WHOLE);
    body.leave(Length::mm(400));
    body.add(keep_together(cells));
    let mut strips = body.strips;
    if let Some(first) = strips.first_mut() {
        first.gap = Length::mm(450);
    }
    strips
}

/// Who answers for it, what for, on what ground.
fn whose(register: &ProcessingRegister, head: &Letterhead) -> Vec<(&'static str, String)> {
    let office = &head.office;
    let verify = if register.basis_is_weak { " (à vérifier avec le délégué)" } else { "" };
    let basis = format!("{}{verify}.", or_dots(register.legal_basis.trim_end_matches('.')));
    let service = match office.advisor.as_str() {
        "" => DOTS.to_owned(),
        advisor => format!("microcrédit personnel, {advisor}"),
    };
    vec![
        (
            "Numéro, création, révision",
            format!(
                "N° ……… · créé le ……………… · établie le {} · prochaine révision ………………",
                numeric_date(register.made_on)
            ),
        ),
        ("Responsable du traitement", format!("{}, représenté par son président ; service : {service}", office.name)),
        ("Délégué à la protection des données", or_dots(&office.data_contact).to_owned()),
        (
            "Finalités",
            "Étudier les demandes ; préparer et transmettre les dossiers ; suivre les prêts ; rembourser les \
                       intérêts ; produire des statistiques sans nom. Aucune autre finalité."
                .to_owned(),
        ),
        (
            "Base légale",
            format!(
                "{basis} Accord écrit de la personne pour la transmission à la banque et le retour au prescripteur. Santé : \
             accord écrit (RGPD, article 9, 2, a), si le projet l’exige."
            ),
        ),
    ]
}

/// Whose data, which, from whom, to whom.
fn what() -> Vec<(&'static str, String)> {
    [
        (
            "Personnes concernées",
            "Demandeurs et emprunteurs ; membres du foyer ; tuteurs et curateurs ; interlocuteurs des banques et des \
             prescripteurs ; membres de la commission",
        ),
        (
            "Données",
            "Identité, coordonnées, foyer, logement ; emploi, ressources, charges, dettes ; situation Banque de France \
             déclarée ; projet, devis, aides ; pièces numérisées ; décisions, prêt, échéances, incidents ; entretiens. \
             Exclus : numéro de sécurité sociale, opinions, origine, religion.",
        ),
        (
            "Données sensibles",
            "Santé et handicap, seulement pour un projet de santé ; les relevés de compte sont masqués avant l’envoi \
             lorsqu’un libellé révèle une telle donnée.",
        ),
        (
            "Source",
            "La personne ; à défaut, avec son accord, le prescripteur, la banque, un organisme social",
        ),
        (
            "Destinataires",
            "Référent et remplaçant désigné ; commission, sur fiche sans nom ; banque choisie, avec accord ; commission \
             de surendettement, à la demande de la personne ; comptable public, pour un virement. Prescripteur : suite \
             donnée, avec accord.",
        ),
    ]
    .map(|(name, text)| (name, text.to_owned()))
    .to_vec()
}

/// Where, how long, how it is guarded, and the rest of what article 30 asks for.
fn kept(register: &ProcessingRegister, head: &Letterhead) -> Vec<(&'static str, String)> {
    let office = short_office(&head.office.name);
    let fixed = |name, text: &str| (name, text.to_owned());
    vec![
        (
            "Sous-traitants",
            format!(
                "Aucun. Le logiciel est installé {} et n’envoie rien. Entretien de l’ordinateur, sans accès aux dossiers : \
             {DOTS}",
                to_the(office)
            ),
        ),
        fixed("Transferts hors Union européenne", "Aucun"),
        ("Durées", durations(register)),
        ("Sécurité", safety(register)),
        fixed(
            "Information et droits",
            "Note remise au premier rendez-vous ; charte et autorisation ; réponse en un mois ; export du dossier ; \
             certificat d’effacement",
        ),
        fixed("Décision automatisée", "Aucune. Les indicateurs aident ; une personne évalue, la banque décide."),
        fixed(
            "Analyse d’impact (AIPD)",
            "À examiner avec le délégué : personnes vulnérables et données bancaires. Décision du ……………… : ………………",
        ),
        fixed(
            "Violation de données",
            "Prévenir le délégué le jour même ; CNIL sous 72 heures si un risque existe ; personnes concernées si le \
             risque est élevé. Registre des incidents tenu par ……………………",
        ),
    ]
}

fn durations(register: &ProcessingRegister) -> String {
    let active = register.kept_years.map_or_else(|| DOTS.to_owned(), years);
    let then = match register.then.trim_end_matches('.') {
        "" => "Ensuite : destruction, anonymat ou Archives départementales".to_owned(),
        then => format!("Ensuite : {}", domain::words::lowered(then)),
    };
    let journal = match register.journal_months {
        Some(12) => " Journal des accès : un an.".to_owned(),
        Some(months) => format!(" Journal des accès : {months} mois au plus."),
        None => String::new(),
    };
    format!(
        "Base active : {active} après le dernier échange (un prêt en cours est un échange). {then}. Remboursements \
         d’intérêts : selon les règles des pièces comptables.{journal}"
    )
}

fn safety(register: &ProcessingRegister) -> String {
    let ProcessingRegister { lock_minutes, copy_days, code_months, .. } = register;
    let lock = counted(*lock_minutes, "minute", "minutes");
    let copied = if *copy_days == 1 { "chaque jour".to_owned() } else { format!("tous les {copy_days} jours") };
    format!(
        "Dossiers chiffrés, phrase secrète, verrouillage après {lock} sans activité, code de secours sous \
         enveloppe essayé tous les {code_months} mois ; copies vérifiées à chaque ouverture et fermeture, et copie hors \
         de l’ordinateur {copied} ; journal des accès ; noms masqués à l’écran ; aucun accès au réseau \
         ; papiers sous clé, broyés."
    )
}

/// `deux ans`.
fn years(count: u32) -> String {
    if count == 1 {
        "un an".to_owned()
    } else {
        format!("{} ans", in_letters(usize::try_from(count).unwrap_or(usize::MAX)))
    }
}

#[cfg(test)]
mod tests;
