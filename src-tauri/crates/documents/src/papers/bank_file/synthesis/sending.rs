//! The foot of the first sheet: what was presented, what was decided, the documents, whom to call, what comes next.

use domain::settings::{BankFilePart, OwnFormPlace};
use domain::words::{AdvisorWords, capital, counted, known_date_typed, spaced};

use super::Page;
use crate::page::{Ink, Length, Measure, Span, Strip, Tags, TextStyle, Typesetter, below, beside};
use crate::papers::bank_file::DocumentStanding;
use crate::papers::bank_file::lack::{Lack, lacks};
use crate::papers::wording::{plain, strong};

const STYLE: TextStyle = TextStyle::of(830, 1_040);
const RULE: Length = Length::points(80);

impl Page<'_, '_> {
    pub(super) fn sending(&mut self) -> Vec<Strip> {
        let (left, right) = Measure::halves();
        let mut rule = Typesetter::rule(RULE, Ink::TITLE, Measure::WHOLE);
        rule.gap = Length::mm(160);
        let mut first = Vec::new();
        for (what, told) in [
            ("Présentations. ", self.presentations()),
            ("Décision du CCAS. ", self.decision()),
            ("Pièces. ", self.documents()),
        ] {
            first.extend(self.foot(&[strong(what), plain(told)], left));
        }
        let mut second = self.foot(&self.contact(), right);
        let entries = self.contents();
        let contents = self.setter.contents_line(Tags::DOCUMENT, ("La suite.", &entries), STYLE, right);
        second.extend(below(Length::mm(60), contents));
        let mut both = beside(first, second);
        both.gap = Length::mm(60);
        let mut strips = vec![rule, both];
        let missing: Vec<&str> = lacks(self.file, self.head).into_iter().map(Lack::label).collect();
        if !missing.is_empty() {
            let told = format!("Ce dossier ne dit pas encore : {}.", missing.join(", "));
            strips.extend(self.foot(&[strong("Non renseigné. "), plain(told)], Measure::WHOLE));
        }
        strips
    }

    fn foot(&mut self, spans: &[Span], measure: Measure) -> Vec<Strip> {
        below(Length::mm(60), self.styled(spans, STYLE, measure))
    }

    fn presentations(&self) -> String {
        match self.file.earlier.len() {
            0 => "Première présentation à une banque.".to_owned(),
            1 => "Une présentation avant celle-ci, dite plus haut.".to_owned(),
            count => format!("{count} présentations avant celle-ci, dites plus haut."),
        }
    }

    fn decision(&self) -> String {
        let Some(decision) = &self.file.decision else { return "Décision attendue.".to_owned() };
        let on = known_date_typed(decision.on, decision.known);
        format!("{}, le {on}.{}", decision.mode.trim_end_matches('.'), decision.sentences())
    }

    /// How many documents are joined, seen, missing; what could not be read.
    fn documents(&self) -> String {
        let documents = &self.file.documents;
        if documents.is_empty() {
            return "La liste des pièces sera jointe.".to_owned();
        }
        let joined = documents.iter().filter(|one| !one.scans.is_empty()).count();
        let there = |one: &&crate::papers::bank_file::BankFileDocument| {
            matches!(one.standing, DocumentStanding::There(_)) && one.scans.is_empty()
        };
        let seen = documents.iter().filter(there).count();
        let to_join = documents.iter().filter(|one| one.standing == DocumentStanding::ToJoin).count();
        let missing = documents.iter().filter(|one| matches!(one.standing, DocumentStanding::Missing(_))).count();
        let pages = counted(self.pieces.pages(), "page", "pages");
        let mut said = Vec::new();
        if joined > 0 {
            said.push(format!("{} ({pages})", counted(joined, "jointe", "jointes")));
        }
        if seen > 0 {
            said.push(format!("{} au CCAS", counted(seen, "vue", "vues")));
        }
        if to_join > 0 {
            said.push(format!("{to_join} à joindre"));
        }
        if missing > 0 {
            said.push(counted(missing, "manque", "manquent"));
        }
        let none = if to_join.saturating_add(missing) == 0 { " Aucune ne manque." } else { "" };
        let unreadable = match self.pieces.unreadable() {
            broken if broken.is_empty() => String::new(),
            broken => format!(" Illisibles : {}.", broken.join(" ; ")),
        };
        let form = match self.file.own_form {
            Some(OwnFormPlace::First) => " Le formulaire de la banque, rempli à part, est en tête.",
            Some(OwnFormPlace::BeforeDocuments | OwnFormPlace::Last) | None => "",
        };
        format!("{}.{none}{unreadable}{form}", said.join(", "))
    }

    fn contact(&self) -> Vec<Span> {
        let office = &self.head.office;
        let whom = capital(AdvisorWords::of(office.advisor_title).contact);
        let known = [office.advisor.as_str(), office.advisor_line(), office.email.as_str()];
        let known: Vec<&str> = known.into_iter().filter(|part| !part.is_empty()).collect();
        if known.is_empty() {
            return Vec::new();
        }
        vec![strong(format!("{whom}. ")), plain(known.join(", "))]
    }

    /// Each part in a word, the pieces and the answer last, with the sheets they begin on.
    fn contents(&self) -> Vec<(String, Option<usize>)> {
        let word = |part: BankFilePart| match part {
            BankFilePart::Identity => "situation",
            BankFilePart::Project => "projet",
            BankFilePart::Budget => "budget",
            BankFilePart::Loan => "prêt",
            BankFilePart::Assessment => "avis",
            BankFilePart::Transmission => "accords",
        };
        let names = self.file.parts.into_iter().map(word);
        let names: Vec<&str> =
            names.chain((!self.file.documents.is_empty()).then_some("pièces")).chain(["votre réponse"]).collect();
        let sheet = |place: usize| self.sheets.get(place).copied().flatten();
        let entries = names.into_iter().enumerate();
        entries.map(|(place, name)| (if place == 0 { capital(name) } else { spaced(name) }, sheet(place))).collect()
    }
}
