//! The list of supporting documents that lack, for the person: each with what is wrong with it and where to find it.
//!
//! What is incomplete, out of date, unreadable or the wrong one is said as such: « à refaire », never « manquant ».

use chrono::NaiveDate;
use domain::supporting_document::DocumentStage;
use domain::words::{Borrowers, counted, long_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{Align, Foot, Length, Row, Strip, Typesetter};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::{Fit, on_one_sheet};
use crate::papers::wording::{or_dots, plain, strong};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Liste des pièces manquantes";

/// The facts of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingDocuments {
    /// Reference of the dossier.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// Whose dossier.
    pub borrowers: Borrowers,
    /// What they are asked for.
    pub stage: DocumentStage,
    /// Whether a lender has the request already.
    pub is_sent: bool,
    /// Whether nothing of them came yet.
    pub is_first: bool,
    /// `lundi 23 novembre 2026 à 9 h, CCAS, accueil`; absent when none is to come.
    pub appointment: Option<String>,
    /// What came and has to be given again.
    pub again: Vec<MissingDocument>,
    /// What has not come.
    pub lacking: Vec<MissingDocument>,
    /// What the person does not look for: it is signed at the office, or comes from the bank.
    pub with_us: Vec<String>,
}

/// One document that lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingDocument {
    /// Its number in the dossier: `P4`.
    pub code: String,
    /// What it is, and which one of several.
    pub label: String,
    /// How it has to be.
    pub detail: String,
    /// What is wrong with it: `périmée le 14 octobre 2026`, `la deuxième page manque`.
    pub wrong: String,
    /// Where the person finds it.
    pub where_to_get: String,
}

const AGAIN: [(i64, Align, &str); 3] =
    [(34, Align::Left, "Pièce"), (36, Align::Left, "Ce qui ne va pas"), (30, Align::Left, "Où la trouver")];
const LACKING: [(i64, Align, &str); 3] =
    [(34, Align::Left, "Pièce"), (36, Align::Left, "Comment elle doit être"), (30, Align::Left, "Où la trouver")];

/// Prints the list on one sheet, set only as close as that takes.
pub fn render(list: &MissingDocuments, head: &Letterhead) -> Result<Paper, PaperError> {
    let foot = Foot::proved(format!("{TITLE} · {} · {}", list.reference, long_date(list.printed_on)));
    let (sheets, setter) = on_one_sheet(&foot, |setter, fit| list.strips(setter, fit, head))?;
    let title = format!("{TITLE}, {}", list.borrowers.names());
    let identity = Identity { title, author: head.office.name.clone(), date: list.printed_on };
    finish(sheets, &setter, &identity)
}

impl MissingDocuments {
    fn strips(&self, setter: &mut Typesetter, fit: Fit, head: &Letterhead) -> Vec<Strip> {
        let day = long_date(self.printed_on);
        let lines = [HeadLine::named("Référence", &self.reference), HeadLine::plain(&day)];
        let mut strips = letterhead(setter, head, &lines);
        let mut body = Body::under(setter, Vec::new());
        if fit != Fit::Ordinary {
            body.tighten();
        }
        body.title(TITLE, &self.borrowers.names());
        let count = self.again.len().saturating_add(self.lacking.len());
        let opening = if self.is_first { "Il y a" } else { "Il reste" };
        body.say(vec![plain(format!("{opening} {} à apporter {}", counted(count, "pièce", "pièces"), self.purpose()))]);
        if let Some(appointment) = &self.appointment {
            body.say(vec![plain("Votre rendez-vous : "), strong(format!("{appointment}."))]);
        }
        if !self.again.is_empty() {
            body.section("À refaire");
            body.rows(&AGAIN, self.again.iter().map(|one| row(one, &one.wrong)).collect());
        }
        if !self.lacking.is_empty() {
            body.section("À apporter");
            body.rows(&LACKING, self.lacking.iter().map(|one| row(one, &one.detail)).collect());
        }
        if !self.with_us.is_empty() {
            body.note(&format!(
                "Vous n’avez pas à chercher ces papiers, nous les signons avec vous ou les recevons de la banque : {}.",
                self.with_us.join(" ; ")
            ));
        }
        body.note(&format!(
            "À rapporter à {}, téléphone {}. Nous ne demandons jamais un mot de passe, ni un numéro de carte bancaire ou \
             de sécurité sociale.",
            or_dots(&head.office.advisor),
            or_dots(head.office.advisor_line())
        ));
        let mut own = body.strips;
        if let Some(first) = own.first_mut() {
            first.gap = Length::mm(500);
        }
        strips.extend(own);
        strips
    }

    /// What they are for, and what is done about one that is not found.
    fn purpose(&self) -> &'static str {
        match self.stage {
            DocumentStage::Assessment if self.is_sent => {
                "pour compléter votre demande, déjà transmise à la banque. Une photo lisible suffit."
            }
            DocumentStage::Assessment => {
                "pour étudier votre demande. Une photo lisible suffit. Si vous ne trouvez pas une pièce, dites-le : nous \
                 chercherons ensemble comment l’obtenir."
            }
            DocumentStage::Agreement => "avant l’accord définitif de la banque. Une photo lisible suffit.",
            DocumentStage::Signature => "avant le versement de l’argent. Une photo lisible suffit.",
            DocumentStage::Loan => "pour le suivi de votre prêt. Une photo lisible suffit.",
            DocumentStage::End => "maintenant que votre prêt est remboursé. Une photo lisible suffit.",
        }
    }
}

fn row(one: &MissingDocument, said: &str) -> Row {
    Row::Line(vec![spaced(&format!("{} {}", one.code, one.label)), spaced(said), spaced(&one.where_to_get)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds;

    #[test]
    fn the_list_says_what_is_wrong_and_what_lacks() {
        let one = |label: &str, wrong: &str| MissingDocument {
            code: "P7".to_owned(),
            label: label.to_owned(),
            detail: "moins de trois mois".to_owned(),
            wrong: wrong.to_owned(),
            where_to_get: "fournisseur d’énergie".to_owned(),
        };
        let list = MissingDocuments {
            reference: "2026-001".to_owned(),
            printed_on: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
            borrowers: Borrowers::new(vec![worlds::named(domain::person::Title::Madame, "Sonia", "Delmas")]),
            stage: DocumentStage::Assessment,
            is_sent: false,
            is_first: false,
            appointment: Some("lundi 23 novembre 2026 à 9 h, CCAS, accueil".to_owned()),
            again: vec![one("Justificatif de domicile", "périmée le 14 octobre 2026")],
            lacking: vec![one("Contrôle technique", "")],
            with_us: vec!["fiche budgétaire relue et signée".to_owned()],
        };
        let paper = render(&list, &worlds::valbourg()).unwrap();
        assert!(paper.unprintable.is_empty());
        assert_eq!(
            paper.bytes,
            render(&list, &worlds::valbourg()).unwrap().bytes,
            "the same facts give the same bytes"
        );
        worlds::leave_samples("missing_documents", [("delmas", paper)]);
    }
}
