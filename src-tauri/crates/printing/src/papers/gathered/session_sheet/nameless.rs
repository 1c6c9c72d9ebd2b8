//! The facts of a request without what would tell who asks, and the check of what is printed of them.
//!
//! Names, streets, employers, sellers and the banks asked before go; amounts, days of registers and numbers of documents
//! stay. Worked example: « Mme Delmas gardera son poste chez Val Présence » is read « La personne gardera son poste chez
//! l’employeur ». What someone typed may still name somebody: a sheet on which a name of the dossier is left is not printed.

use documents::Paper;
use documents::papers::bank_file::{BankFile, BankFileAlert, CriterionFound, EarlierPresentation};
use documents::papers::session_sheet::Naming;
use documents::raster::Pages;
use domain::line::Line;
use domain::person::Person;
use domain::text::Text;
use domain::words::spaced;

use crate::papers::gathered::Subject;
use app::failure::Failure;
use domain::dossier::Masked;

/// The facts without names; `lenders` are those whose refusal would tell which bank it was.
pub(super) fn without_names(file: BankFile, masked: &Masked, lenders: &[&str]) -> BankFile {
    let bank = |text: &str| lenders.iter().fold(text.to_owned(), |text, name| text.replace(name, "une banque"));
    let hidden = |text: &str| masked.text(text);
    let line = |text: &Line| Line::read(&hidden(text.as_str())).unwrap_or_default();
    let long = |text: &Text| Text::read(&hidden(text.as_str())).unwrap_or_default();
    let mut file = file;
    let two = file.co_applicant.is_some();
    file.applicant.person = nobody(if two { "l’un des deux" } else { "la personne" });
    if let Some(also) = &mut file.co_applicant {
        also.person = nobody("l’autre");
    }
    file.reference = String::new();
    file.purpose = hidden(&file.purpose);
    file.lender = None;
    let project = &mut file.project;
    (project.story, project.wanted_for) = (long(&project.story), line(&project.wanted_for));
    project.payment_means = line(&project.payment_means);
    for quote in &mut project.quotes {
        (quote.label, quote.seller) = (line(&quote.label), Line::default());
    }
    for aid in &mut project.aids {
        (aid.provider, aid.reason) = (line(&aid.provider), line(&aid.reason));
    }
    let assessment = &mut file.assessment;
    (assessment.summary, assessment.reasoned) = (long(&assessment.summary), long(&assessment.reasoned));
    assessment.reservation = long(&assessment.reservation);
    for point in &mut assessment.watch_points {
        (point.risk, point.answer) = (line(&point.risk), line(&point.answer));
    }
    let criterion = |found: CriterionFound| CriterionFound { ground: long(&found.ground), ..found };
    file.criteria = file.criteria.into_iter().map(criterion).collect();
    let alert =
        |one: BankFileAlert| BankFileAlert { fact: hidden(&bank(&one.fact)), beside: hidden(&bank(&one.beside)) };
    file.alerts = file.alerts.into_iter().map(alert).collect();
    let earlier = |one: EarlierPresentation| EarlierPresentation {
        sentence: domain::words::capital(&bank(&one.sentence)),
        ..one
    };
    file.earlier = file.earlier.into_iter().map(earlier).collect();
    file
}

/// What stands for someone on a sheet that names nobody.
fn nobody(called: &str) -> Person {
    Person::named(Line::read(called).unwrap_or_default(), Line::default())
}

/// What a sheet must not say.
pub(in crate::papers::gathered) struct Secret {
    masked: Option<Masked>,
    reference: String,
}

/// What the sheet of a dossier must not say: nothing where it names who asks.
pub(in crate::papers::gathered) fn secret(subject: &Subject<'_>) -> Secret {
    let masked = (subject.naming == Naming::Nameless).then(|| Masked::everyone(subject.dossier));
    Secret { masked, reference: subject.dossier.reference.clone() }
}

impl Secret {
    /// Refuses a sheet that says a name, a street, an employer or the reference of its dossier.
    pub(in crate::papers::gathered) fn check(&self, paper: &Paper) -> Result<(), Failure> {
        let Some(masked) = &self.masked else { return Ok(()) };
        let pages = Pages::read(paper.bytes.clone())?;
        for page in 0..pages.count() {
            let text = pages.text(page)?;
            let reference = text.contains(&self.reference).then(|| self.reference.clone());
            if let Some(word) = reference.or_else(|| masked.revealed(&text)) {
                let says =
                    format!("Cette fiche sans nom dirait de qui il s’agit : « {word} ». Elle n’est pas imprimée.");
                return Err(Failure::refused(&spaced(&says)).remedy(
                    "Remplacez ce mot dans le projet, l’évaluation ou le budget, ou imprimez la fiche avec les noms.",
                ));
            }
        }
        Ok(())
    }
}
