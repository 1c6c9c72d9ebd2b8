//! What a bank file may lack: said on its first sheet, and on the screen before it is printed.

use domain::assessment::{Finding, RegisterAnswer};

use super::BankFile;
use crate::papers::Letterhead;

/// Something a bank file says and that is not known; it never keeps the file from leaving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Who lends.
    Lender,
    /// The amount asked for.
    Amount,
    /// The months asked for.
    Months,
    /// The rate, without which nothing is worked out.
    Loan,
    /// The days of the instalments.
    Dates,
    /// The applicant's day of birth.
    BirthDate,
    /// The applicant's address.
    Address,
    /// Whether the applicant works.
    Employment,
    /// The day of birth of who borrows with them.
    CoBorrowerBirth,
    /// Whether who borrows with them works.
    CoBorrowerEmployment,
    /// Interviews and other steps.
    Course,
    /// What the loan would finance.
    Purpose,
    /// The project in the person's words.
    Story,
    /// What the project costs.
    Cost,
    /// The budget.
    Budget,
    /// The budget once the project is done.
    BudgetAfter,
    /// A finding for every criterion.
    Criteria,
    /// The direction of the opinion.
    Opinion,
    /// The reasons of the opinion.
    Reasons,
    /// The registers of the Banque de France.
    Registers,
    /// How the loan would be accompanied.
    Support,
    /// The office's decision to submit.
    Decision,
    /// An answer the lender wants of its own.
    Questions,
    /// The adviser's name.
    Advisor,
    /// The town papers are signed in.
    Town,
}

impl Lack {
    /// What is lacking, in words.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Lender => "banque",
            Self::Amount => "montant demandé",
            Self::Months => "durée demandée",
            Self::Loan => "taux et échéancier",
            Self::Dates => "dates des mensualités",
            Self::BirthDate => "date de naissance",
            Self::Address => "adresse",
            Self::Employment => "situation professionnelle",
            Self::CoBorrowerBirth => "date de naissance du co-emprunteur",
            Self::CoBorrowerEmployment => "situation professionnelle du co-emprunteur",
            Self::Course => "entretiens",
            Self::Purpose => "objet du prêt",
            Self::Story => "récit du projet",
            Self::Cost => "coût du projet",
            Self::Budget => "budget",
            Self::BudgetAfter => "budget après le prêt",
            Self::Criteria => "critères d’évaluation",
            Self::Opinion => "sens de l’avis",
            Self::Reasons => "avis motivé",
            Self::Registers => "situation auprès de la Banque de France",
            Self::Support => "accompagnement proposé",
            Self::Decision => "décision du CCAS",
            Self::Questions => "réponses aux questions de la banque",
            Self::Advisor => "nom de la personne référente",
            Self::Town => "commune de signature",
        }
    }
}

/// What a bank file of these facts would lack, in the order it says it.
#[must_use]
pub fn lacks(file: &BankFile, head: &Letterhead) -> Vec<Lack> {
    let assessment = &file.assessment;
    let open = |found: &super::CriterionFound| found.finding == Finding::NotAssessed;
    let (person, also) = (&file.applicant.person, file.co_applicant.as_ref());
    let loan = file.loan.as_ref();
    [
        (file.lender.is_none(), Lack::Lender),
        (file.amount.is_none(), Lack::Amount),
        (file.months.is_none(), Lack::Months),
        (loan.is_none(), Lack::Loan),
        (loan.is_some_and(|loan| loan.schedule.terms.dates.is_none()), Lack::Dates),
        (person.born_on.is_none(), Lack::BirthDate),
        (person.address.is_empty() || person.commune.is_empty(), Lack::Address),
        (file.applicant.employment.is_empty(), Lack::Employment),
        (also.is_some_and(|also| also.person.born_on.is_none()), Lack::CoBorrowerBirth),
        (also.is_some_and(|also| also.employment.is_empty()), Lack::CoBorrowerEmployment),
        (file.course.is_empty(), Lack::Course),
        (file.purpose.is_empty(), Lack::Purpose),
        (file.project.story.is_empty(), Lack::Story),
        (file.project.financing().is_ok_and(|plan| plan.cost.is_zero()), Lack::Cost),
        (file.budget.is_none(), Lack::Budget),
        (file.budget.as_ref().is_some_and(|budget| budget.after.is_none()), Lack::BudgetAfter),
        (file.criteria.is_empty() || file.criteria.iter().any(open), Lack::Criteria),
        (assessment.opinion.is_none(), Lack::Opinion),
        (assessment.reasoned.is_empty(), Lack::Reasons),
        (file.registers().any(|(_, known)| known.answers().contains(&RegisterAnswer::ToSee)), Lack::Registers),
        (file.support.is_none(), Lack::Support),
        (file.decision.is_none(), Lack::Decision),
        (file.questions.iter().any(|asked| asked.required && asked.answer.is_empty()), Lack::Questions),
        (head.office.advisor.is_empty(), Lack::Advisor),
        (head.office.town.is_empty(), Lack::Town),
    ]
    .into_iter()
    .filter_map(|(lacking, lack)| lacking.then_some(lack))
    .collect()
}
