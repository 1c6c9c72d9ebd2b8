//! The table itself.

use super::calls;
use super::kind::{Call, Rule};
use app::job::Kind;
use app::{files, reading};
use casework::{
    access_journal, account_statements, assessments, attachments, bank_statements, budgets, checklist, choices, copies,
    decisions, dossiers, drafts, endings, explained, followed, guarantees, history, households, loan_steps, loans,
    office, overview, partners, projects, resolutions, retention, sessions, simulations, stories, today, work_times,
};
use printing::{help, papers, person_file};

calls! {
    /// Says whether the office exists, is locked or is open.
    desk always status(office::Nothing) -> office::Status = office::status;
    /// Draws a recovery code and says which groups will be asked back.
    desk always prepare_office(office::Nothing) -> office::PreparedOffice = office::prepare_office;
    /// Checks one group of the recovery code copied by hand.
    desk always check_recovery_group(office::TypedGroup) -> office::Checked = office::check_recovery_group;
    /// Opens the sheet of the recovery code just drawn in the system's viewer, to be printed.
    long always open_recovery_sheet(office::SheetAsked) -> files::PaperSaved = office::open_recovery_sheet;
    /// Saves the sheet of the recovery code just drawn where the adviser chose.
    long always save_recovery_sheet(office::SheetToFile) -> files::PaperSaved = office::save_recovery_sheet;
    /// Weighs a passphrase as it is typed.
    desk always weigh_passphrase(office::PassphraseToWeigh) -> office::Weighed = office::weigh_passphrase;
    /// Draws a passphrase of six words.
    pure always propose_passphrase(office::Nothing) -> office::ProposedPassphrase = office::propose_passphrase;
    /// Creates the office once its recovery code was copied.
    desk always create_office(office::NewOffice) -> office::Opened = office::create_office;
    /// Creates a demonstration, an office of invented dossiers, once its recovery code was copied.
    making always create_demo_office(demo::NewDemo) -> office::Opened = demo::create_demo_office;
    /// Closes a demonstration and moves it aside, without erasing it.
    desk unlocked leave_demo(office::Nothing) -> office::Nothing = demo::leave_demo;
    /// Opens the office with the passphrase.
    desk always unlock(office::TypedPassphrase) -> office::Opened = office::unlock;
    /// Opens the office with the recovery code.
    desk always unlock_with_code(office::TypedCode) -> office::Opened = office::unlock_with_code;
    /// Closes the office; what was typed stays in its drafts.
    desk always lock(office::Nothing) -> office::Nothing = office::lock;
    /// Shows what is known of the two ways in and of the lock.
    read unlocked safety_overview(office::Nothing) -> office::SafetyOverview = office::safety_overview;
    /// Gives the office another passphrase; the recovery code is not touched.
    desk unlocked change_passphrase(office::NewPassphrase) -> office::SafetyOverview = office::change_passphrase;
    /// Gives the office another recovery code, once two of its groups were copied back.
    desk unlocked replace_recovery_code(office::NewCode) -> office::SafetyOverview = office::replace_recovery_code;
    /// Sees that the recovery code on the sheet opens this office.
    desk unlocked prove_recovery_code(office::TypedCode) -> office::SafetyOverview = office::prove_recovery_code;
    /// Makes the key of the office and both ways in anew, for when one of them is known to someone.
    desk unlocked renew_key(office::RenewedKey) -> office::SafetyOverview = office::renew_key;
    /// Destroys the copies on this computer that open with secrets given up since.
    desk unlocked destroy_former_copies(office::FormerCopies) -> office::SafetyOverview = office::destroy_former_copies;
    /// Shows when the office locks itself and how old its copies may become, and every version of it.
    read unlocked safety_rules(office::Nothing) -> office::SettingVersions<office::SafetyRulesFields> = office::safety_rules;
    /// Changes when the office locks itself and how old its copies may become, or corrects a version of it.
    write unlocked set_safety_rules(office::NewVersion<office::SafetyRulesFields>) -> office::SettingVersions<office::SafetyRulesFields> = office::set_safety_rules;
    /// Reads a field as typed and writes it properly.
    pure unlocked read_field(reading::TypedField) -> reading::ReadField = reading::read_field;
    /// Shows the office, its adviser and its numbering.
    read unlocked office(office::Nothing) -> office::OfficeView = office::office;
    /// Corrects what papers say of the office and its adviser.
    write unlocked describe_office(office::OfficeDetails) -> office::OfficeView = office::describe_office;
    /// Puts a chosen picture at the head of papers.
    bringing unlocked set_logo(office::LogoFile) -> office::OfficeView = office::set_logo;
    /// Takes the logo away from the head of papers.
    write unlocked remove_logo(office::Nothing) -> office::OfficeView = office::remove_logo;
    /// Changes how references are written, from a date.
    write unlocked change_numbering(office::NewNumbering) -> office::OfficeView = office::change_numbering;
    /// Shows the office's rules and every version of them.
    read unlocked office_rules(office::Nothing) -> office::RulesView = office::office_rules;
    /// Changes the office's rules from a date, or corrects a version of them.
    write unlocked set_office_rules(office::NewVersion<office::RuleFields>) -> office::RulesView = office::set_office_rules;
    /// Counts what a budget rule would change for the dossiers being assessed, without changing anything.
    read unlocked try_budget_rule(office::TriedRule) -> office::RuleTrial = office::try_budget_rule;
    /// Shows what the office uses and every version of it.
    read unlocked office_uses(office::Nothing) -> office::UsesView = office::office_uses;
    /// Changes what the office uses from a date, or corrects a version of it.
    write unlocked set_office_uses(office::NewVersion<office::UsesFields>) -> office::UsesView = office::set_office_uses;
    /// Shows the delays of the follow-up and every version of them.
    read unlocked follow_up_rules(office::Nothing) -> office::FollowUpView = office::follow_up_rules;
    /// Changes the delays of the follow-up from a date, or corrects a version of them.
    write unlocked set_follow_up_rules(office::NewVersion<office::FollowUpFields>) -> office::FollowUpView = office::set_follow_up_rules;
    /// Lists the letters of the office, and whose text each has.
    read unlocked letter_texts(office::Nothing) -> office::LetterTextsView = office::letter_texts;
    /// Shows a letter: its text, every version of it, the fields it may name.
    read unlocked letter_text(office::OneLetter) -> office::LetterTextView = office::letter_text;
    /// Checks the text of a letter while it is typed: what is wrong, where, and what would mend it.
    pure unlocked check_letter_text(office::TypedLetter) -> office::LetterCheck = office::check_letter_text;
    /// Shows how the text of a letter would read for a dossier, without printing or keeping anything.
    read unlocked try_letter_text(papers::LetterTrial) -> papers::LetterTried = papers::try_letter_text;
    /// Gives a letter the office's own text from a date, or corrects a version of it.
    write unlocked set_letter_text(office::NewLetterText) -> office::LetterTextView = office::set_letter_text;
    /// Goes back to the delivered text of a letter from today on.
    write unlocked restore_letter_text(office::OneLetter) -> office::LetterTextView = office::restore_letter_text;
    /// Shows the lenders and what was signed with each.
    read unlocked lenders(office::Nothing) -> office::LendersView = office::lenders;
    /// Adds a lender.
    write unlocked add_lender(office::LenderFields) -> office::LendersView = office::add_lender;
    /// Describes a lender anew.
    write unlocked change_lender(office::LenderChange) -> office::LendersView = office::change_lender;
    /// Sets a lender aside, or takes it back.
    write unlocked retire_lender(office::LenderRetirement) -> office::LendersView = office::retire_lender;
    /// Records an agreement signed with a lender, from its date on.
    write unlocked sign_agreement(office::NewAgreement) -> office::LendersView = office::sign_agreement;
    /// Corrects what was entered of an agreement.
    write unlocked correct_agreement(office::AgreementChange) -> office::LendersView = office::correct_agreement;
    /// Ends an agreement on a day.
    write unlocked end_agreement(office::AgreementEnd) -> office::LendersView = office::end_agreement;
    /// Shows the office's products, their versions and the models to copy.
    read unlocked products(office::Nothing) -> office::ProductsView = office::products;
    /// Copies a model into the office's products.
    write unlocked copy_product_model(office::ModelCopy) -> office::ProductsView = office::copy_product_model;
    /// Changes a product's rules from a date, or corrects a version of them.
    write unlocked change_product(office::ProductChange) -> office::ProductsView = office::change_product;
    /// Stops offering a product, or offers it again.
    write unlocked retire_product(office::ProductRetirement) -> office::ProductsView = office::retire_product;
    /// Shows the lists the office may change.
    read unlocked list_entries(office::Nothing) -> office::ListsView = office::list_entries;
    /// Gives an entry of a list another name.
    write unlocked rename_entry(office::EntryName) -> office::ListsView = office::rename_entry;
    /// Stops offering an entry of a list, or offers it again.
    write unlocked retire_entry(office::EntryRetirement) -> office::ListsView = office::retire_entry;
    /// Adds an entry to a list.
    write unlocked add_entry(office::NewEntry) -> office::ListsView = office::add_entry;
    /// Shows the models of follow-up.
    read unlocked follow_up_models(office::Nothing) -> office::FollowUpModelsView = office::follow_up_models;
    /// Adds a model of follow-up, changes one, stops proposing it or proposes it again.
    write unlocked set_follow_up_model(office::ModelChange) -> office::FollowUpModelsView = office::set_follow_up_model;
    /// Shows the supporting documents the office asks for.
    read unlocked supporting_documents(office::Nothing) -> office::DocumentsView = office::supporting_documents;
    /// Adds a supporting document of the office, changes one, asks for it no more or again.
    write unlocked set_supporting_document(office::DocumentChange) -> office::DocumentsView = office::set_supporting_document;
    /// Shows the questions of the questionnaire.
    read unlocked questionnaire(office::Nothing) -> office::QuestionnaireView = office::questionnaire;
    /// Adds a question to the questionnaire, changes one, stops asking it or asks it again.
    write unlocked set_question(office::QuestionChange) -> office::QuestionnaireView = office::set_question;
    /// Shows the values of the law with their sources.
    read unlocked legal_values(office::Nothing) -> office::LegalView = office::legal_values;
    /// Adds a value of the law from a date, or corrects the office's own of that day.
    write unlocked set_legal_value(office::NewLegalValue) -> office::LegalView = office::set_legal_value;
    /// Gives the contents of the adviser's guide.
    pure always help_topics(office::Nothing) -> help::HelpTopics = help::help_topics;
    /// Shows a page of the guide, with its words and the law as it is today.
    read unlocked help_topic(help::OneTopic) -> help::HelpTopic = help::help_topic;
    /// Finds the sections of the guide that answer some words.
    pure always search_help(help::HelpAsked) -> help::HelpHits = help::search_help;
    /// Gives every list a form offers.
    read unlocked choices(office::Nothing) -> choices::Choices = choices::choices;
    /// Shows the day: what is late, due, to come this week, and who is waited for.
    read unlocked today(office::Nothing) -> today::Today = today::today;
    /// Shows the sessions of the commission or the committee.
    read unlocked sessions(office::Nothing) -> sessions::SessionsView = sessions::sessions;
    /// Shows a session: who was called, its agenda, its minutes.
    read unlocked session(sessions::OneSession) -> sessions::SessionView = sessions::session;
    /// Announces a session.
    write unlocked announce_session(sessions::NewSession) -> sessions::SessionView = sessions::announce_session;
    /// Describes a session anew; the dossiers of its agenda follow its day.
    write unlocked change_session(sessions::SessionChange) -> sessions::SessionView = sessions::change_session;
    /// Takes out a session without a dossier.
    write unlocked cancel_session(sessions::OneSession) -> sessions::SessionsView = sessions::cancel_session;
    /// Calls someone to a session.
    write unlocked add_attendee(sessions::NewAttendee) -> sessions::SessionView = sessions::add_attendee;
    /// Describes someone called anew: their name, whether they came.
    write unlocked change_attendee(sessions::AttendeeChange) -> sessions::SessionView = sessions::change_attendee;
    /// Takes someone off the list of a session.
    write unlocked remove_attendee(sessions::OneAttendee) -> sessions::SessionView = sessions::remove_attendee;
    /// Puts a dossier on the agenda of a session.
    write unlocked list_in_session(sessions::AgendaEntry) -> sessions::SessionView = sessions::list_in_session;
    /// Gives a dossier another place on the agenda.
    write unlocked move_on_agenda(sessions::AgendaMove) -> sessions::SessionView = sessions::move_on_agenda;
    /// Takes a dossier off an agenda before the session.
    write unlocked take_off_agenda(sessions::OneItem) -> sessions::SessionView = sessions::take_off_agenda;
    /// Opens a session on its day.
    write unlocked hold_session(sessions::OneSession) -> sessions::SessionView = sessions::hold_session;
    /// Notes what a session did with a dossier: decided, put off, taken off.
    write unlocked hear_dossier(sessions::NewHearing) -> sessions::SessionView = sessions::hear_dossier;
    /// Closes the minutes of a session, or corrects them with a reason.
    write unlocked close_minutes(sessions::MinutesToClose) -> sessions::SessionView = sessions::close_minutes;
    /// Shows the last times that were noted without a dossier.
    read unlocked work_times(office::Nothing) -> work_times::WorkTimes = work_times::work_times;
    /// Notes time spent without a dossier.
    write unlocked note_work_time(work_times::NewWorkTime) -> work_times::WorkTimes = work_times::note_work_time;
    /// Takes noted time out.
    write unlocked remove_work_time(work_times::OneWorkTime) -> work_times::WorkTimes = work_times::remove_work_time;
    /// Ends a task as it stands, in one key.
    write unlocked finish_task(today::FinishedTask) -> today::Today = today::finish_task;
    /// Notes a call made for a task, and what becomes of the task.
    write unlocked note_task_call(today::TaskCall) -> today::Today = today::note_task_call;
    /// Puts a task off to a day, with the reason.
    write unlocked put_off_task(today::PutOffTask) -> today::Today = today::put_off_task;
    /// Finds dossiers by any word of them, the most pressing first.
    read unlocked dossiers(dossiers::Search) -> dossiers::DossierList = dossiers::dossiers;
    /// Records a request and opens its dossier.
    write unlocked record_request(dossiers::NewRequest) -> dossiers::DossierView = dossiers::record_request;
    /// Shows the grid of the first call and what the answers given so far come to.
    read unlocked screening_grid(dossiers::ScreeningAsked) -> dossiers::ScreeningView = dossiers::screening_grid;
    /// Finds the people a typed name may be.
    read unlocked known_people(dossiers::TypedPerson) -> dossiers::KnownPeople = dossiers::known_people;
    /// Joins the person of a dossier to one the office knows: they were recorded twice.
    write unlocked join_person(dossiers::PersonJoined) -> dossiers::DossierView = dossiers::join_person;
    /// Notes that the person of a dossier is not one they look like.
    write unlocked tell_apart(dossiers::PersonJoined) -> dossiers::DossierView = dossiers::tell_apart;
    /// Notes the grid of a call in a dossier that is there already.
    write unlocked note_screening(dossiers::NewScreening) -> dossiers::DossierView = dossiers::note_screening;
    /// Corrects the answers and the length of a call.
    write unlocked correct_screening(dossiers::ScreeningCorrection) -> dossiers::DossierView = dossiers::correct_screening;
    /// Notes what the person was told at the first contact.
    write unlocked note_information(dossiers::NewInformation) -> dossiers::DossierView = dossiers::note_information;
    /// Agrees on an appointment, or moves the one that was agreed.
    write unlocked set_appointment(dossiers::NewAppointment) -> dossiers::DossierView = dossiers::set_appointment;
    /// Opens the appointment of a dossier in the system's calendar program, under its reference.
    long unlocked open_appointment(dossiers::OneDossier) -> files::PaperSaved = dossiers::open_appointment;
    /// Says what became of the appointment: held, not honoured, cancelled.
    write unlocked settle_appointment(dossiers::SettledAppointment) -> dossiers::DossierView = dossiers::settle_appointment;
    /// Shows the end of the loan of a dossier: its steps, its questionnaire, the proof of its refund.
    read unlocked ending_room(dossiers::OneDossier) -> endings::EndingView = endings::ending_room;
    /// Types a questionnaire as it came.
    write unlocked answer_survey(endings::SurveyForm) -> endings::EndingView = endings::answer_survey;
    /// Decides whether interest is refunded, and how much.
    write unlocked decide_refund(endings::RefundForm) -> endings::EndingView = endings::decide_refund;
    /// Notes that the refund was paid.
    write unlocked note_refund_paid(endings::RefundPayment) -> endings::EndingView = endings::note_refund_paid;
    /// Closes a dossier with its outcome.
    write unlocked close_dossier(endings::ClosingForm) -> endings::EndingView = endings::close_dossier;
    /// Opens another dossier for the same person.
    write unlocked start_new_project(endings::NewProject) -> dossiers::DossierView = endings::start_new_project;
    /// Shows who is owed interest.
    read unlocked refunds(office::Nothing) -> endings::RefundsView = endings::refunds;
    /// Adds someone who accompanies the person too.
    write unlocked add_companion(dossiers::NewCompanion) -> dossiers::DossierView = dossiers::add_companion;
    /// Describes a companion anew.
    write unlocked change_companion(dossiers::CompanionChange) -> dossiers::DossierView = dossiers::change_companion;
    /// Takes a companion out.
    write unlocked remove_companion(dossiers::OneCompanion) -> dossiers::DossierView = dossiers::remove_companion;
    /// Shows where a dossier stands, the one thing to do and what lacks.
    read unlocked overview(dossiers::OneDossier) -> overview::OverviewView = overview::overview;
    /// Tells the story of a dossier, corrections included.
    read unlocked story(dossiers::OneDossier) -> stories::StoryView = stories::story;
    /// Corrects the day or the words of any fact, with the reason.
    write unlocked correct_entry(stories::EntryCorrection) -> stories::StoryView = stories::correct_entry;
    /// Says that a fact never took place, with the reason.
    write unlocked retract_entry(stories::EntryRetraction) -> stories::StoryView = stories::retract_entry;
    /// Shows a dossier.
    read unlocked dossier(dossiers::OneDossier) -> dossiers::DossierView = dossiers::dossier;
    /// Finds a dossier by its reference.
    read unlocked dossier_of(dossiers::OneReference) -> dossiers::DossierView = dossiers::dossier_of;
    /// Changes one field of the person.
    write unlocked change_person(dossiers::PersonChange) -> dossiers::DossierView = dossiers::change_person;
    /// Corrects one field of the request, or sets the next date.
    write unlocked change_request(dossiers::RequestChange) -> dossiers::DossierView = dossiers::change_request;
    /// Adds someone to the household.
    write unlocked add_member(households::NewMember) -> dossiers::DossierView = households::add_member;
    /// Changes a line of the household.
    write unlocked change_member(households::MemberChange) -> dossiers::DossierView = households::change_member;
    /// Takes someone out of the household.
    write unlocked remove_member(households::OneMember) -> dossiers::DossierView = households::remove_member;
    /// Says where a figure of a dossier comes from.
    read unlocked explain(explained::FigureAsked) -> explained::ExplainedView = explained::explain;
    /// Says what an amount makes a month while it is typed.
    pure unlocked amount_per_month(budgets::AmountTyped) -> budgets::AmountPerMonth = budgets::amount_per_month;
    /// Shows the budget, its totals and its reste à vivre with the working.
    read unlocked budget(dossiers::OneDossier) -> budgets::BudgetView = budgets::budget;
    /// Adds a line to the budget.
    write unlocked add_budget_line(budgets::NewBudgetLine) -> budgets::BudgetView = budgets::add_budget_line;
    /// Changes a line of the budget.
    write unlocked change_budget_line(budgets::BudgetLineChange) -> budgets::BudgetView = budgets::change_budget_line;
    /// Opens the budget with the amounts given on the phone, each to confirm.
    write unlocked prefill_budget(dossiers::OneDossier) -> budgets::BudgetView = budgets::prefill_budget;
    /// Confirms the lines of the budget that were copied from a former dossier or given on the phone.
    write unlocked confirm_budget_lines(dossiers::OneDossier) -> budgets::BudgetView = budgets::confirm_budget_lines;
    /// Takes a line out of the budget.
    write unlocked remove_budget_line(budgets::OneBudgetLine) -> budgets::BudgetView = budgets::remove_budget_line;
    /// Lists the versions of the budget, each as it was given.
    read unlocked budget_versions(dossiers::OneDossier) -> budgets::BudgetVersions = budgets::budget_versions;
    /// Sets two versions of the budget side by side.
    read unlocked compare_budgets(budgets::TwoVersions) -> budgets::BudgetsCompared = budgets::compare_budgets;
    /// Shows what the bank statements say, account by account.
    read unlocked statement_reviews(dossiers::OneDossier) -> budgets::StatementsView = budgets::statement_reviews;
    /// Adds what the statements of an account say.
    write unlocked add_statement_review(budgets::NewStatementReview) -> budgets::StatementsView = budgets::add_statement_review;
    /// Changes what the statements of an account say.
    write unlocked change_statement_review(budgets::StatementReviewChange) -> budgets::StatementsView = budgets::change_statement_review;
    /// Takes the statements of an account out.
    write unlocked remove_statement_review(budgets::OneStatementReview) -> budgets::StatementsView = budgets::remove_statement_review;
    /// Shows what is read of the statements of a dossier: what is proved, what comes back, what to ask.
    read unlocked statement_reading(dossiers::OneDossier) -> account_statements::StatementsRead = account_statements::statement_reading;
    /// Reads statements in memory: nothing of them is written.
    keeping unlocked bring_statements(account_statements::StatementFiles) -> account_statements::StatementsRead = account_statements::bring_statements;
    /// Types the balance that a reading lacks.
    desk unlocked type_balance(account_statements::BalanceTyped) -> account_statements::StatementsRead = account_statements::type_balance;
    /// Says what an account that was read is, and whether its holders are several.
    desk unlocked describe_account(account_statements::AccountDescribed) -> account_statements::StatementsRead = account_statements::describe_account;
    /// Splits a payment into the lines it holds, as its paper says.
    desk unlocked split_proposal(account_statements::ProposalSplit) -> account_statements::StatementsRead = account_statements::split_proposal;
    /// Learns from an accepted proposal that its name is always that line.
    write unlocked teach_proposal(account_statements::ProposalTaught) -> account_statements::StatementsRead = account_statements::teach_proposal;
    /// Lists the words of statements that the office knows.
    read unlocked statement_patterns(office::Nothing) -> account_statements::StatementPatterns = account_statements::statement_patterns;
    /// Says that words of statements are another line, or forgets them.
    write unlocked change_statement_pattern(account_statements::StatementPatternChanged) -> account_statements::StatementPatterns = account_statements::change_statement_pattern;
    /// Accepts a line proposed by statements, leaves it or comes back to it.
    desk unlocked decide_proposal(account_statements::ProposalDecided) -> account_statements::StatementsRead = account_statements::decide_proposal;
    /// Closes the reading of statements: what they say is forgotten.
    desk unlocked close_statements(dossiers::OneDossier) -> account_statements::StatementsRead = account_statements::close_statements;
    /// Writes what was accepted of statements: lines of the budget, figures of the accounts, the papers.
    bringing unlocked write_statements(dossiers::OneDossier) -> account_statements::StatementsWritten = account_statements::write_statements;
    /// Shows the project, its quotes, its aids and who pays what.
    read unlocked project(dossiers::OneDossier) -> projects::ProjectView = projects::project;
    /// Changes one field of the project.
    write unlocked change_project(projects::ProjectChange) -> projects::ProjectView = projects::change_project;
    /// Adds a quote to the project.
    write unlocked add_quote(projects::NewQuote) -> projects::ProjectView = projects::add_quote;
    /// Changes a quote of the project.
    write unlocked change_quote(projects::QuoteChange) -> projects::ProjectView = projects::change_quote;
    /// Takes a quote out of the project.
    write unlocked remove_quote(projects::OneQuote) -> projects::ProjectView = projects::remove_quote;
    /// Adds a part of the cost to the project.
    write unlocked add_expense(projects::NewExpense) -> projects::ProjectView = projects::add_expense;
    /// Changes a part of the cost of the project.
    write unlocked change_expense(projects::ExpenseChange) -> projects::ProjectView = projects::change_expense;
    /// Takes a part of the cost out of the project.
    write unlocked remove_expense(projects::OneExpense) -> projects::ProjectView = projects::remove_expense;
    /// Adds an aid sought before the loan.
    write unlocked add_aid(projects::NewAid) -> projects::ProjectView = projects::add_aid;
    /// Changes an aid sought before the loan.
    write unlocked change_aid(projects::AidChange) -> projects::ProjectView = projects::change_aid;
    /// Takes an aid out of the project.
    write unlocked remove_aid(projects::OneAid) -> projects::ProjectView = projects::remove_aid;
    /// Shows the loan simulated, its schedule, its cost and every lender's beside it.
    read unlocked simulation(simulations::SimulationAsked) -> simulations::SimulationView = simulations::simulation;
    /// Shows the budget and the loan of a person in plain words, to be looked at together.
    read unlocked together(simulations::TogetherAsked) -> simulations::TogetherView = simulations::together;
    /// Changes one field of the simulation.
    write unlocked change_simulation(simulations::SimulationChange) -> simulations::SimulationView = simulations::change_simulation;
    /// Keeps a lender with the terms it is compared by.
    write unlocked keep_lender(simulations::LenderKept) -> simulations::SimulationView = simulations::keep_lender;
    /// Records the person's choice of a lender and its account, after explanation.
    write unlocked record_choice(simulations::ChoiceTyped) -> simulations::SimulationView = simulations::record_choice;
    /// Takes the person's choice back.
    write unlocked remove_choice(dossiers::OneDossier) -> simulations::SimulationView = simulations::remove_choice;
    /// Works out a loan that belongs to no dossier.
    read always simulate(simulations::LoanTyped) -> simulations::Simulated = simulations::simulate;
    /// Explains a figure of a loan that belongs to no dossier.
    read always explain_loan(simulations::LoanFigureAsked) -> explained::ExplainedView = simulations::explain_loan;
    /// Finds the TAEG of flows by years or by dates.
    pure always taeg(simulations::FlowsTyped) -> simulations::TaegFound = simulations::taeg;
    /// Shows the assessment: checks, criteria with the facts recalled, registers, opinion, watch points.
    read unlocked assessment(dossiers::OneDossier) -> assessments::AssessmentView = assessments::assessment;
    /// Changes what is found of a criterion, or what it rests on.
    write unlocked change_criterion(assessments::CriterionChange) -> assessments::AssessmentView = assessments::change_criterion;
    /// Changes one field of the registers or of the opinion.
    write unlocked change_assessment(assessments::AssessmentChange) -> assessments::AssessmentView = assessments::change_assessment;
    /// Adds a watch point.
    write unlocked add_watch_point(assessments::NewWatchPoint) -> assessments::AssessmentView = assessments::add_watch_point;
    /// Changes a watch point.
    write unlocked change_watch_point(assessments::WatchPointChange) -> assessments::AssessmentView = assessments::change_watch_point;
    /// Takes a watch point out.
    write unlocked remove_watch_point(assessments::OneWatchPoint) -> assessments::AssessmentView = assessments::remove_watch_point;
    /// Answers a fact of the checks that nothing else tells.
    write unlocked answer_fact(assessments::FactAnswer) -> assessments::AssessmentView = assessments::answer_fact;
    /// Passes over a check that is not met, with a reason.
    write unlocked pass_over_check(assessments::CheckPassedOver) -> assessments::AssessmentView = assessments::pass_over_check;
    /// Comes back to the rule of a check that was passed over.
    write unlocked return_to_rule(assessments::OneCheck) -> assessments::AssessmentView = assessments::return_to_rule;
    /// Shows what was decided, sent, answered, signed and paid, and what may be decided now.
    read unlocked decisions(dossiers::OneDossier) -> decisions::DecisionsView = decisions::decisions;
    /// Notes an interview or a call.
    write unlocked note_interview(decisions::NewDecision<decisions::InterviewForm>) -> decisions::DecisionsView = decisions::note_interview;
    /// Decides where the request goes: to a lender, elsewhere, or nowhere as it is.
    write unlocked decide_orientation(decisions::NewDecision<decisions::OrientationForm>) -> decisions::DecisionsView = decisions::decide_orientation;
    /// Sends the dossier to a lender whose agreement is in force.
    write unlocked submit_to_lender(decisions::NewDecision<decisions::SubmissionForm>) -> decisions::DecisionsView = decisions::submit_to_lender;
    /// Notes a lender's agreement in principle.
    write unlocked note_agreement_in_principle(decisions::NewDecision<decisions::AgreementForm>) -> decisions::DecisionsView = decisions::note_agreement_in_principle;
    /// Notes a lender's final approval.
    write unlocked note_approval(decisions::NewDecision<decisions::ApprovalForm>) -> decisions::DecisionsView = decisions::note_approval;
    /// Notes a lender's refusal, with its reasons.
    write unlocked note_refusal(decisions::NewDecision<decisions::RefusalForm>) -> decisions::DecisionsView = decisions::note_refusal;
    /// Shows a contract being typed beside what was granted and simulated; nothing is kept.
    read unlocked try_contract(decisions::ContractAsked) -> decisions::ContractTried = decisions::try_contract;
    /// Notes the signature of the contract, with its terms.
    write unlocked sign_contract(decisions::NewDecision<decisions::ContractForm>) -> decisions::DecisionsView = decisions::sign_contract;
    /// Notes the release of the funds, not before the law allows it.
    write unlocked note_disbursement(decisions::NewDecision<decisions::DisbursementForm>) -> decisions::DecisionsView = decisions::note_disbursement;
    /// Notes that the person renounces the offer.
    write unlocked note_withdrawal(decisions::NewDecision<decisions::StopForm>) -> decisions::DecisionsView = decisions::note_withdrawal;
    /// Notes what passed with a lender: a consent signed, an acknowledgement, an offer, a charter.
    write unlocked note_lending_event(decisions::NewDecision<decisions::EventForm>) -> decisions::DecisionsView = decisions::note_lending_event;
    /// Notes why a lender refused, said after its refusal.
    write unlocked explain_refusal(decisions::NewDecision<decisions::ExplanationForm>) -> decisions::DecisionsView = decisions::explain_refusal;
    /// Answers a question that a lender's agreement asks of its own.
    write unlocked answer_lender_question(decisions::LenderAnswer) -> decisions::DecisionsView = decisions::answer_lender_question;
    /// Notes that the person drops the request.
    write unlocked drop_request(decisions::NewDecision<decisions::StopForm>) -> decisions::DecisionsView = decisions::drop_request;
    /// Sets how the loan will be accompanied.
    write unlocked plan_support(decisions::NewDecision<decisions::SupportForm>) -> decisions::DecisionsView = decisions::plan_support;
    /// Corrects a fact entered by mistake; what it said is kept.
    write unlocked correct_fact(decisions::FactCorrection) -> decisions::DecisionsView = decisions::correct_fact;
    /// Shows the follow-up of a running loan: points, events, what a missed instalment asks for.
    read unlocked follow_up_room(dossiers::OneDossier) -> followed::FollowedView = followed::follow_up_room;
    /// Notes a point made while the loan runs.
    write unlocked note_review(followed::NewReview) -> followed::FollowedView = followed::note_review;
    /// Notes an event of the running loan: a life event, an action, a step of the lender.
    write unlocked note_follow_up(followed::NewFollowUpEvent) -> followed::FollowedView = followed::note_follow_up;
    /// Notes a call after a missed instalment, its cause and what is asked.
    write unlocked note_arrears_call(followed::ArrearsCall) -> followed::FollowedView = followed::note_arrears_call;
    /// Settles the whole schedule by the lender's attestation or an early repayment.
    write unlocked settle_loan(followed::LoanEnd) -> loans::LoanRoomView = followed::settle_loan;
    /// Notes the borrower's death: letters and calls stop at once.
    write unlocked note_death(followed::NewDeath) -> followed::FollowedView = followed::note_death;
    /// Shows what the monthly message of a lender is checked against: one list of its loans.
    read unlocked bank_statement(bank_statements::StatementAsked) -> bank_statements::BankStatementView = bank_statements::bank_statement;
    /// Notes what the monthly message of a lender says, in one action.
    write unlocked note_bank_statement(bank_statements::TypedStatement) -> bank_statements::BankStatementView = bank_statements::note_bank_statement;
    /// Shows the partners: a bank, its word and what is seen of it, those who send people and what became of them.
    read unlocked partners(partners::PartnersAsked) -> partners::PartnersView = partners::partners;
    /// Notes an exchange, a visit or a meeting with a bank or a referrer.
    write unlocked note_exchange(partners::NewExchange) -> partners::PartnersView = partners::note_exchange;
    /// Tells an exchange with a partner anew.
    write unlocked change_exchange(partners::ExchangeChange) -> partners::PartnersView = partners::change_exchange;
    /// Takes an exchange with a partner out.
    write unlocked remove_exchange(partners::OneExchange) -> partners::PartnersView = partners::remove_exchange;
    /// Lists who sends people to the office.
    read unlocked referrers(office::Nothing) -> partners::ReferrersView = partners::referrers;
    /// Adds a referrer.
    write unlocked add_referrer(partners::ReferrerFields) -> partners::ReferrersView = partners::add_referrer;
    /// Describes a referrer anew.
    write unlocked change_referrer(partners::ReferrerChange) -> partners::ReferrersView = partners::change_referrer;
    /// Sets a referrer aside, or takes it back; those it sent keep it.
    write unlocked retire_referrer(partners::ReferrerRetirement) -> partners::ReferrersView = partners::retire_referrer;
    /// Lists the people a referrer sent and what became of them.
    read unlocked referrer_people(partners::OneReferrer) -> partners::ReferrerPeople = partners::referrer_people;
    /// Notes what a person agreed that their referrer be told.
    write unlocked note_feedback_agreement(partners::FeedbackForm) -> partners::ReferrerPeople = partners::note_feedback_agreement;
    /// Shows the directory of aids, or those with these words.
    read unlocked aid_directory(partners::AidsAsked) -> partners::AidDirectory = partners::aid_directory;
    /// Adds an aid to the directory.
    write unlocked add_aid_entry(partners::AidEntryFields) -> partners::AidDirectory = partners::add_aid_entry;
    /// Describes an aid of the directory anew.
    write unlocked change_aid_entry(partners::AidEntryChange) -> partners::AidDirectory = partners::change_aid_entry;
    /// Notes that an aid of the directory was checked today.
    write unlocked check_aid_entry(partners::OneAidEntry) -> partners::AidDirectory = partners::check_aid_entry;
    /// Sets an aid of the directory aside, or takes it back.
    write unlocked retire_aid_entry(partners::AidEntryRetirement) -> partners::AidDirectory = partners::retire_aid_entry;
    /// Shows the register of the board's resolutions and the rules each one grounds.
    read unlocked resolutions(office::Nothing) -> resolutions::ResolutionsView = resolutions::resolutions;
    /// Writes a resolution in the register.
    write unlocked add_resolution(resolutions::ResolutionFields) -> resolutions::ResolutionsView = resolutions::add_resolution;
    /// Describes a resolution anew.
    write unlocked change_resolution(resolutions::ResolutionChange) -> resolutions::ResolutionsView = resolutions::change_resolution;
    /// Takes a resolution that grounds no rule out of the register.
    write unlocked remove_resolution(resolutions::OneResolution) -> resolutions::ResolutionsView = resolutions::remove_resolution;
    /// Shows the envelope of the office's guarantee and the dossiers behind each figure.
    read unlocked guarantee_envelope(office::Nothing) -> guarantees::GuaranteeView = guarantees::guarantee_envelope;
    /// Sets the envelope of the office's guarantee from a date, or corrects a version of it.
    write unlocked set_guarantee_envelope(guarantees::NewEnvelope) -> guarantees::GuaranteeView = guarantees::set_guarantee_envelope;
    /// Shows the steps of a loan, each in a line, and the one of the moment.
    read unlocked loan_steps(dossiers::OneDossier) -> loan_steps::LoanSteps = loan_steps::loan_steps;
    /// Shows the running loan: its schedule, its versions, what is known of each instalment.
    read unlocked loan(dossiers::OneDossier) -> loans::LoanRoomView = loans::loan;
    /// Tries a change of the running loan beside the version in force; nothing is kept.
    read unlocked try_amendment(loans::AmendmentTried) -> loans::TrialView = loans::try_amendment;
    /// Keeps a change of the running loan, from the day the lender agreed.
    write unlocked amend_loan(loans::AmendmentAgreed) -> loans::LoanRoomView = loans::amend_loan;
    /// Notes what was said of instalments that have fallen due.
    write unlocked declare_instalments(loans::NewDeclaration) -> loans::LoanRoomView = loans::declare_instalments;
    /// Works out what repaying everything on a day asks for.
    read unlocked early_repayment(loans::EarlyAsked) -> loans::EarlyView = loans::early_repayment;
    /// Lists what is attached to a dossier.
    read unlocked attachments(dossiers::OneDossier) -> attachments::AttachmentsView = attachments::attachments;
    /// Lists the supporting documents a dossier calls for and where each stands.
    read unlocked documents_checklist(dossiers::OneDossier) -> checklist::ChecklistView = checklist::documents_checklist;
    /// Notes where a supporting document stands.
    write unlocked note_document(checklist::DocumentNote) -> checklist::ChecklistView = checklist::note_document;
    /// Notes that every document nobody noted yet is asked of the person.
    write unlocked request_documents(dossiers::OneDossier) -> checklist::ChecklistView = checklist::request_documents;
    /// Notes that every document asked of the person came.
    write unlocked receive_documents(dossiers::OneDossier) -> checklist::ChecklistView = checklist::receive_documents;
    /// Attaches chosen files to a dossier; says of each whether it was kept, or why not.
    bringing unlocked attach_files(attachments::FilesToAttach) -> attachments::AttachedFiles = attachments::attach_files;
    /// Gives an attachment another name.
    write unlocked rename_attachment(attachments::AttachmentName) -> attachments::AttachmentsView = attachments::rename_attachment;
    /// Says which document an attachment stands for.
    write unlocked change_attachment(attachments::AttachmentDocument) -> attachments::AttachmentsView = attachments::change_attachment;
    /// Turns the pages of an attachment.
    write unlocked rotate_attachment(attachments::AttachmentRotation) -> attachments::AttachmentsView = attachments::rotate_attachment;
    /// Cuts an attachment into the papers it holds.
    bringing unlocked split_attachment(attachments::AttachmentToSplit) -> attachments::AttachmentsView = attachments::split_attachment;
    /// Takes an attachment out of its dossier.
    write unlocked remove_attachment(attachments::OneAttachment) -> attachments::AttachmentsView = attachments::remove_attachment;
    /// Says what the window can show of an attachment: its pages, its text, its picture.
    long unlocked show_attachment(attachments::OneAttachment) -> attachments::AttachmentShown = attachments::show_attachment;
    /// Saves an attachment as it came where the adviser chose, never over another file.
    long unlocked save_attachment(attachments::AttachmentToFile) -> attachments::AttachmentSaved = attachments::save_attachment;
    /// Opens an attachment in another program, from a private folder emptied at lock.
    long unlocked open_attachment(attachments::OneAttachment) -> attachments::AttachmentSaved = attachments::open_attachment;
    /// Shows a dossier of an agenda as the people in the room read it.
    read unlocked session_brief(papers::OneOnAgenda) -> papers::SessionBrief = papers::session_brief;
    /// Tells of each dossier of a session whether its letter is ready, and what it waits for.
    read unlocked session_letters(sessions::OneSession) -> papers::SessionLetters = papers::session_letters;
    /// Lists every paper Étrier can print.
    pure always paper_register(office::Nothing) -> papers::Register = papers::paper_register;
    /// Lists the papers of a dossier and what each one lacks.
    read unlocked papers(dossiers::OneDossier) -> papers::Papers = papers::papers;
    /// Draws a paper to be seen: its pages, their text, what it lacks.
    long unlocked draw_paper(papers::OnePaper) -> papers::PaperDrawn = papers::draw_paper;
    /// Saves a paper as PDF where the adviser chose; what goes out of a dossier is kept.
    keeping unlocked save_paper(papers::PaperToFile) -> files::PaperSaved = papers::save_paper;
    /// Opens a paper in the system's viewer; what goes out of a dossier is kept.
    keeping unlocked open_paper(papers::OnePaper) -> files::PaperSaved = papers::open_paper;
    /// Lets a paper go to the printer of the system, page by page; what goes out of a dossier is kept.
    keeping unlocked print_paper(papers::OnePaper) -> files::PaperSaved = papers::print_paper;
    /// Opens the draft of an e-mail with a paper attached, behind a password; what goes out of a dossier is kept.
    keeping unlocked mail_paper(papers::OnePaper) -> papers::PaperMailed = papers::mail_paper;
    /// Says whether one paper of a dossier can leave.
    desk unlocked paper_card(papers::PaperAsked) -> papers::PaperCard = papers::paper_card;
    /// Chooses what is offered to be printed of a dossier now.
    read unlocked print_menu(dossiers::OneDossier) -> papers::PrintMenu = papers::print_menu;
    /// Lists the papers of a dossier that went out, as they are kept.
    read unlocked kept_papers(dossiers::OneDossier) -> papers::KeptPapers = papers::kept_papers;
    /// Finds the paper that the fingerprint at its foot leads to, or the papers of a reference.
    read unlocked find_paper(papers::PaperSought) -> papers::PapersFound = papers::find_paper;
    /// Shows a paper that went out, as it left.
    long unlocked show_kept_paper(papers::OneKeptPaper) -> papers::PaperDrawn = papers::show_kept_paper;
    /// Saves a paper that went out again, byte for byte, where the adviser chose.
    long unlocked save_kept_paper(papers::KeptPaperToFile) -> files::PaperSaved = papers::save_kept_paper;
    /// Opens a paper that went out again in the system's viewer, byte for byte.
    long unlocked open_kept_paper(papers::OneKeptPaper) -> files::PaperSaved = papers::open_kept_paper;
    /// Lets a paper that went out go to the printer of the system again, page by page.
    long unlocked print_kept_paper(papers::OneKeptPaper) -> files::PaperSaved = papers::print_kept_paper;
    /// Shows the bilan of a period as its paper tells it, in one of its two readings, and what each number opens.
    read unlocked bilan(reporting::BilanAsked) -> reporting::BilanView = reporting::bilan;
    /// Shows every number of a period, its tables, beside the period before and elsewhere.
    read unlocked report(reporting::ReportAsked) -> reporting::ReportView = reporting::report;
    /// Settles the bilan of a period that is over: what it says is kept, and what is corrected later is told.
    write unlocked settle_report(reporting::ReportPeriod) -> reporting::ReportView = reporting::settle_report;
    /// Shows what was typed once for a year: costs, subsidies, aids, inhabitants, paid time.
    read unlocked report_year(reporting::OneYear) -> reporting::YearPageView = reporting::report_year;
    /// Types what is told once for a year.
    write unlocked set_report_year(reporting::NewYearPage) -> reporting::YearPageView = reporting::set_report_year;
    /// Lists the dossiers behind a number of a bilan.
    read unlocked report_dossiers(reporting::BehindNumber) -> reporting::ReportDossiers = reporting::report_dossiers;
    /// Gives the bilan of a period as data for another program.
    read unlocked report_data(reporting::ReportAsked) -> reporting::ReportData = reporting::report_data;
    /// Shows the adviser's words on the report of a period.
    read unlocked report_words(reporting::ReportWordsAsked) -> reporting::ReportWordsView = reporting::report_words;
    /// Keeps the adviser's words on the report of a period.
    write unlocked set_report_words(reporting::NewReportWords) -> reporting::ReportWordsView = reporting::set_report_words;
    /// Shows the sentences of questionnaires whose author agreed to be quoted without their name.
    read unlocked testimonies(office::Nothing) -> reporting::TestimoniesView = reporting::testimonies;
    /// Chooses the sentence that a paper quotes, or none.
    write unlocked set_quoted(reporting::NewQuoted) -> reporting::TestimoniesView = reporting::set_quoted;
    /// Notes that a person agrees no longer to be quoted.
    write unlocked withdraw_testimony(reporting::OneTestimony) -> reporting::TestimoniesView = reporting::withdraw_testimony;
    /// Shows what funders gave and what was agreed with them.
    read unlocked funding(office::Nothing) -> reporting::FundingView = reporting::funding;
    /// Sets what a funder gives from a date, or corrects a version of it.
    write unlocked set_funding(reporting::NewFunding) -> reporting::FundingView = reporting::set_funding;
    /// Saves the bilan of a period, for a spreadsheet or as data, where the adviser chose.
    long unlocked export_report(reporting::ReportToFile) -> reporting::ReportSaved = reporting::export_report;
    /// Shows the columns an export of dossiers may have and the choices kept under a name.
    read unlocked export_choices(office::Nothing) -> reporting::ExportChoicesView = reporting::export_choices;
    /// Keeps the columns of an export under a name, or forgets them.
    write unlocked set_export_choice(reporting::NewExportChoice) -> reporting::ExportChoicesView = reporting::set_export_choice;
    /// Saves the dossiers of a period under chosen columns, one row each, where the adviser chose.
    long unlocked export_dossiers(reporting::DossiersToFile) -> reporting::ReportSaved = reporting::export_dossiers;
    /// Saves the requests of a period for a study, so that nobody is recognised, where the adviser chose.
    long unlocked export_study(reporting::StudyToFile) -> reporting::ReportSaved = reporting::export_study;
    /// Shows a page of the access journal: what was done to which dossier, the newest first.
    read unlocked access_journal(access_journal::JournalAsked) -> access_journal::JournalView = access_journal::access_journal;
    /// Saves lines of the access journal for a spreadsheet where the adviser chose.
    long unlocked export_journal(access_journal::JournalToFile) -> access_journal::JournalSaved = access_journal::export_journal;
    /// Lists the dossiers whose time in the active base is over, to be decided one by one.
    read unlocked retention_list(retention::RetentionAsked) -> retention::RetentionView = retention::retention_list;
    /// Sets a dossier whose time is over aside, for a need that is written down.
    write unlocked archive_dossier(retention::RetentionNeed) -> retention::RetentionView = retention::archive_dossier;
    /// Keeps a dossier in the active base until a day, for a reason.
    write unlocked extend_retention(retention::RetentionExtension) -> retention::RetentionView = retention::extend_retention;
    /// Takes back the last decision on how long a dossier is kept.
    write unlocked take_back_retention(dossiers::OneDossier) -> retention::RetentionView = retention::take_back_retention;
    /// Says what erasing a dossier would take away and leave, without changing anything.
    read unlocked erasure_preview(dossiers::OneDossier) -> retention::ErasurePreview = retention::erasure_preview;
    /// Erases a dossier after a verified copy, and gives its certificate.
    desk unlocked erase_dossier(retention::ErasureAsked) -> retention::CertificateView = retention::erase_dossier;
    /// Erases a person and every dossier of theirs after a verified copy, and gives the certificate.
    desk unlocked erase_person(retention::ErasureAsked) -> retention::CertificateView = retention::erase_person;
    /// Lists the erasures with their certificates.
    read unlocked erasures(office::Nothing) -> retention::Erasures = retention::erasures;
    /// Counts what is held about the person of a dossier.
    read unlocked person_held(dossiers::OneDossier) -> person_file::PersonHeld = person_file::person_held;
    /// Writes everything held about the person of a dossier into the folder the adviser chose.
    long unlocked export_person(person_file::PersonToFolder) -> person_file::PersonExported = person_file::export_person;
    /// Checks the whole vault: files, rows, search, journal.
    read unlocked verify(office::Nothing) -> office::Verified = office::verify;
    /// Shows the copies of the office, here and outside, and what is due.
    read unlocked copies(office::Nothing) -> copies::CopiesView = copies::copies;
    /// Makes a verified copy on this computer.
    issuing unlocked copy_here(office::Nothing) -> copies::CopyDone = copies::copy_here;
    /// Makes the copy of the opening when one is due.
    issuing unlocked copy_if_due(office::Nothing) -> copies::CopyDone = copies::copy_if_due;
    /// Verifies the copy taken when the office was closed.
    issuing always finish_copies(office::Nothing) -> copies::CopyDone = copies::finish_copies;
    /// Chooses where copies outside the computer go.
    making unlocked choose_copy_place(copies::ChosenPlace) -> copies::CopiesView = copies::choose_copy_place;
    /// Makes a copy outside the computer, reads it again from there and verifies it.
    issuing unlocked copy_outside(copies::PlaceAsked) -> copies::CopyDone = copies::copy_outside;
    /// Lists the copies of a place, every byte of them read.
    long always read_copies(copies::PlaceAsked) -> copies::CopiesRead = copies::read_copies;
    /// Says what would be lost if a copy took the place of the office.
    making unlocked compare_copy(copies::OneCopy) -> copies::CopyCompared = copies::compare_copy;
    /// Opens a copy to be looked at, without replacing anything.
    making always look_at_copy(copies::CopyToOpen) -> office::Opened = copies::look_at_copy;
    /// Comes back from the copy looked at.
    desk unlocked stop_looking(office::Nothing) -> office::Status = copies::stop_looking;
    /// Puts a copy in the place of the office, which is kept a month.
    making always restore_copy(copies::CopyToOpen) -> office::Opened = copies::restore_copy;
    /// Takes the last restoration back and locks.
    desk unlocked undo_restore(office::Nothing) -> office::Status = copies::undo_restore;
    /// Goes on with the office as it is, although a copy or a state set aside goes further.
    desk unlocked answer_doubts(office::Nothing) -> copies::CopiesView = copies::answer_doubts;
    /// Puts a state that was set aside in the place of the office, which is kept a month, and locks.
    desk unlocked bring_back_state(copies::OneAside) -> office::Status = copies::bring_back_state;
    /// Destroys something that was set aside.
    desk unlocked destroy_aside(copies::OneAside) -> copies::CopiesView = copies::destroy_aside;
    /// Shows the register that was chosen, if one is, and those that were taken over.
    read unlocked register(office::Nothing) -> intake::RegisterStanding = intake::register;
    /// Reads a register that was chosen: its columns and what would become of each line. Nothing is written.
    keeping unlocked open_register(intake::RegisterFile) -> intake::RegisterView = intake::open_register;
    /// Shows the lines of the chosen register, those to be looked at first, a page at a time.
    read unlocked register_rows(intake::RegisterRowsAsked) -> intake::RegisterRows = intake::register_rows;
    /// Says what the columns of the chosen register hold, and what is the same for all its lines.
    desk unlocked set_register_columns(intake::TypedColumns) -> intake::RegisterView = intake::set_register_columns;
    /// Corrects a cell of the chosen register; the file stays as it is.
    desk unlocked correct_register_cell(intake::CorrectedCell) -> intake::RegisterView = intake::correct_register_cell;
    /// Settles a line of the chosen register: two people, a namesake, left out.
    desk unlocked settle_register_line(intake::SettledLine) -> intake::RegisterView = intake::settle_register_line;
    /// Gives up the chosen register; nothing was written.
    desk unlocked close_register(office::Nothing) -> intake::RegisterStanding = intake::close_register;
    /// Takes over the chosen register after a verified copy, all of it or nothing.
    making unlocked take_over_register(intake::TakeOverAsked) -> intake::RegisterTaken = intake::take_over_register;
    /// Undoes all that taking a register over made; dossiers changed since stay.
    desk unlocked undo_register(intake::OneImport) -> intake::RegisterUndone = intake::undo_register;
    /// Closes together the loans a register says repaid.
    desk unlocked close_repaid_loans(intake::OneImport) -> intake::RepaidClosed = intake::close_repaid_loans;
    /// Says what undo and redo would do.
    desk unlocked undo_state(office::Nothing) -> history::UndoState = history::undo_state;
    /// Undoes the last action.
    desk unlocked undo(office::Nothing) -> history::Undone = history::undo;
    /// Does again what was just undone.
    desk unlocked redo(office::Nothing) -> history::Undone = history::redo;
    /// Lists the forms left in the middle.
    desk unlocked drafts(office::Nothing) -> drafts::Drafts = drafts::drafts;
    /// Finds what was typed in a form and not yet recorded.
    desk unlocked draft(drafts::OneForm) -> drafts::Draft = drafts::draft;
    /// Keeps what is being typed in a form.
    desk unlocked keep_draft(drafts::TypedForm) -> office::Nothing = drafts::keep_draft;
    /// Drops what was typed in a form.
    desk unlocked drop_draft(drafts::OneForm) -> office::Nothing = drafts::drop_draft;
}

#[cfg(test)]
mod tests;
