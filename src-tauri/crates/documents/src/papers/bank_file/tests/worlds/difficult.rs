//! Files of two borrowers: a plain one, and one with everything a committee stumbles on.

use super::*;

/// Two borrowers, presented a second time, with a fee, an insurance and months of interest alone.
pub(in super::super) fn two() -> BankFile {
    let terms = LoanTerms {
        months: 60,
        interest_only: 3,
        fee: euros("30"),
        insurance: Some(domain::loan::Insurance {
            on_outstanding: domain::loan::Rate::default(),
            monthly: euros("2,50"),
            requirement: domain::loan::InsuranceRequirement::Required,
        }),
        ..delmas_terms()
    };
    let members = vec![
        member("", Link::Applicant, None),
        member("Karim Benali", Link::CoApplicant, Some("1990-02-01")),
        member("Nina Delmas", Link::Child, Some("2017-05-02")),
        member("Tom Benali", Link::ChildShared, Some("2020-08-21")),
    ];
    let karim = BankFileBorrower {
        person: named(Title::Monsieur, "Karim", "Benali"),
        family_situation: "Vie maritale".to_owned(),
        housing: String::new(),
        employment: String::new(),
        payment_means: String::new(),
    };
    BankFile {
        sent_on: None,
        sent_known: Precision::Day,
        loan: Some(loan(&terms)),
        months: Some(60),
        co_applicant: Some(karim),
        household: Household::of(members).unwrap(),
        earlier: vec![EarlierPresentation {
            sentence: "Crédit solidaire du Val, le 3 mars 2026 : refus le 20 mars 2026.".to_owned(),
            reasons: "capacité de remboursement insuffisante".to_owned(),
            changed: Some(vec!["prêt de 3 800 à 2 400 €".to_owned(), "mensualité de 110,51 à 70,86 €".to_owned()]),
        }],
        assessment: Assessment {
            opinion: Some(Opinion::FavourableWithReservation),
            reservation: text("La pension de Mme Delmas doit être versée à date pendant trois mois."),
            registers: Registers { ficp: RegisterAnswer::Yes, fcc: RegisterAnswer::ToSee, ..assessment().registers },
            ..assessment()
        },
        ..delmas()
    }
}

/// The worst case a first sheet has to hold: two borrowers, one of them listed, four alerts, an earlier refusal, a
/// reste à vivre under the benchmark, four watch points, long names.
pub(in crate::papers) fn difficult() -> BankFile {
    let alert = |fact: &str, beside: &str| BankFileAlert { fact: fact.to_owned(), beside: beside.to_owned() };
    let mut file = two();
    file.alerts = vec![
        alert(
            "FICP : M. Benali est inscrit.",
            "Vérifié le 24/11/2026. L’évaluation dit « rempli » : le fichier fait foi.",
        ),
        alert(
            "Reste à vivre sous le repère de 7,11 € par personne :",
            "242,89 € pour 250 € demandés. L’évaluation dit « rempli » : le calcul fait foi.",
        ),
        alert("Une ressource finit avant le prêt :", "salaire net, CDD jusqu’en 08/2027, prêt jusqu’au 05/01/2032."),
        alert("Le devis retenu (citadine essence, 2014) expire le 11/12/2026,", "avant la réponse demandée."),
    ];
    let points = &mut file.assessment.watch_points;
    let mut more = points[1].clone();
    more.risk = line("Reprise des découverts pendant les premiers mois du prêt");
    points.push(more);
    file.assessment.co_registers = file.assessment.registers.clone();
    let stress = file.budget.as_mut().unwrap().stress.as_mut().unwrap();
    let benchmark = stress.benchmark.as_mut().unwrap();
    (benchmark.apart, benchmark.fall) = (Euros::ZERO.minus(euros("7,11")).unwrap(), None);
    for row in &mut stress.lines {
        row.apart = Some(Euros::ZERO.minus(euros("15,11")).unwrap());
    }
    for person in [&mut file.applicant.person, &mut file.co_applicant.as_mut().unwrap().person] {
        person.contract = line("CDI de 30 h par semaine depuis septembre 2019");
        person.employer = line("Service de propreté de Valbourg");
        person.occupation = line("agent de propreté");
        person.born_on = Some(day("1980-03-14"));
    }
    file.co_applicant.as_mut().unwrap().employment = "CDD".to_owned();
    file
}
