// Generated from the desk's table of calls: change it there.

/** What an account is, corrected. */
export type AccountDescribed = {
  /** The dossier. */
  dossier: number;
  /** Its place among the accounts, from 0. */
  account: number;
  /** Whether it is money put aside. */
  is_savings: boolean;
  /** Whether its holders are several. */
  is_joint: boolean;
  /** The part of a joint account that counts in this budget, in percent; the whole when empty. */
  share: string;
};

/** An account, its months, and who it is of. */
export type AccountRead = {
  /** `Compte courant …3318`. */
  label: string;
  /** Whether it is money put aside. */
  is_savings: boolean;
  /** Whether its holders are several. */
  is_joint: boolean;
  /** The part of it that counts in this budget, in percent. */
  share: number;
  /** Its months and what lacks between them, in their order. */
  months: Array<StatementMonth>;
};

/** A budget once the project is done. */
export type AfterProject = {
  /** What the loan takes a month; absent while it is not worked out. */
  instalment: Money | null;
  /** What the account the lender asks for takes a month; absent without one. */
  account: Money | null;
  /** The working before and after, in the order of reading. */
  working: Array<BothRow>;
  /** What is left to live on, a share a month. */
  reste_a_vivre: Money;
  /** The same a day. */
  per_day: Money;
  /** Credits, debts and the instalment over income; absent without income. */
  debt_ratio: DebtRatio | null;
  /** What changes with the project, line by line. */
  changes: Array<ChangeRow>;
};

/** What the bilan is compared with. */
export type Against = "year_before" | "just_before";

/** A dossier for the agenda of a session. */
export type AgendaEntry = {
  /** The session. */
  session: number;
  /** The dossier. */
  dossier: number;
  /** Why it comes there. */
  matter: SessionMatterKey;
  /** Whether it was added at the session itself, once its day is gone by. */
  added_there?: boolean;
  /** The session whose agenda it leaves for this one. */
  from?: number;
};

/** A dossier of an agenda and the place it goes to. */
export type AgendaMove = {
  /** The session. */
  session: number;
  /** The number of its place on the agenda. */
  item: number;
  /** Where it goes, from 1. */
  place: number;
};

/** A dossier of an agenda. */
export type AgendaRow = {
  /** The number of its place on the agenda, sent back. */
  item: number;
  /** Its place, from 1. */
  place: number;
  /** The dossier. */
  dossier: number;
  /** Its reference. */
  reference: string;
  /** Who asks. */
  name: string;
  /** Why it comes there. */
  matter: SessionMatterKey;
  /** That in words; empty for a request. */
  matter_label: string;
  /** What the loan is for. */
  project: string;
  /** What is asked for; the refund, of one. */
  amount: Money | null;
  /** What it lacks to be decided on; empty once the session is held, whose dossier says it. */
  lacks: string;
  /** What became of it there; nothing while it was not seen. */
  hearing: HearingShown | null;
};

/** The appointment of a dossier. */
export type AgreedAppointment = {
  /** Its day. */
  on: Day;
  /** Its hour: `14 h 30`; empty when not agreed. */
  at: string;
  /** What it is. */
  kind: string;
  /** Where, or which number to call. */
  place: string;
  /** What for. */
  note: string;
  /** Whether its day has come: it can be held or not honoured. */
  has_come: boolean;
  /** Who else is met at the same hour of the same day. */
  beside: Array<string>;
};

/** A correction of an agreement. */
export type AgreementChange = {
  /** The lender. */
  lender: string;
  /** Which one is corrected, and why. */
  version: TypedVersion;
  /** What it says. */
  fields: AgreementFields;
};

/** An agreement that ends. */
export type AgreementEnd = {
  /** The lender. */
  lender: string;
  /** The first day of the agreement, as given. */
  agreement: string;
  /** Its last day. */
  ends_on: string;
  /** Why, or by what paper. */
  reason: string;
};

/** What an agreement says, as a form holds it; what is empty is not stated. */
export type AgreementFields = {
  /** Its last day. */
  ends_on: string;
  /** Whether the committee of the fund accredited the lender: `yes`, `no` or nothing. */
  accredited: string;
  /** Products it covers. */
  products: Array<string>;
  /** Categories of purposes it finances. */
  purposes: Array<string>;
  /** Amounts and months. */
  limits: LimitFields;
  /** The yearly rate of its loans, but those a line speaks of. */
  rate: string;
  /** Rates of their own for some loans, the first that a loan meets first. */
  rate_lines: Array<RateLineFields>;
  /** Months of interest only it allows at the start; 0 is none. */
  interest_only_max: string;
  /** Later months of interest only it allows; 0 is none. */
  interest_only_later_max: string;
  /** Months in which nothing is paid it allows at the start; 0 is none. */
  deferred_max: string;
  /** What interest it counts in a first period that is not a month. */
  first_period: string;
  /** The file fee; 0 is none. */
  file_fee: string;
  /** When its fee is paid. */
  fee_payment: string;
  /** Whether it makes insurance a condition. */
  insurance: string;
  /** Whether it asks for a personal guarantor: `yes`, `no` or nothing. */
  guarantor: string;
  /** Days in which it promises to answer. */
  answer_days: string;
  /** Who tells the person. */
  notification: string;
  /** The account it asks for. */
  domiciliation: string;
  /** What that account costs a month. */
  account_monthly: string;
  /** What is paid once for it. */
  account_once: string;
  /** Its advantages and drawbacks. */
  account_note: string;
  /** Days in which it tells of a missed instalment. */
  alert_days: string;
  /** Instalments that may be postponed. */
  deferrals: string;
  /** Day of the month instalments are debited. */
  debit_day: string;
  /** Its own rule for the budget; the office's alone counts when absent. */
  budget: BudgetRuleFields | null;
  /** Supporting documents it asks for beside those of the list. */
  documents_added: Array<string>;
  /** Supporting documents of the list it does without. */
  documents_left_out: Array<string>;
  /** The parts of its file, in its order; the usual one when empty. */
  file_parts: Array<string>;
  /** The supporting documents that come first, in its order. */
  documents_first: Array<string>;
  /** The largest attachment its mailbox takes, in megabytes. */
  attachment_megabytes: string;
  /** What it asks of its own. */
  questions: Array<OwnQuestionFields>;
  /** Where its own form goes in the file; it has none when empty. */
  own_form: string;
  /** Days an agreement in principle holds. */
  principle_days: string;
  /** How its file is made. */
  file_form: string;
  /** How the reasons of a refusal are given. */
  refusal_terms: string;
  /** What it alerts the office of. */
  alert_scope: string;
  /** How it alerts. */
  alert_form: string;
  /** On what terms instalments are postponed. */
  deferral_terms: string;
  /** Budget workshops it holds in a year. */
  workshops: string;
  /** Meetings on the partnership in a year. */
  meetings: string;
  /** How its advisers are told or trained. */
  training: string;
  /** The figures it gives, and when. */
  statistics: string;
  /** What happens at its end. */
  renewal: string;
  /** What else it says. */
  note: string;
};

/** An agreement in principle as typed. */
export type AgreementForm = {
  /** The day it was received; today when empty. */
  on: string;
  /** The lender; the only one waited for when empty. */
  lender: string;
  /** The amount; the one asked for when empty. */
  amount: string;
  /** The months; those asked for when empty. */
  months: string;
  /** Its last day. */
  valid_until: string;
  /** Who told the person; by the agreement when empty. */
  told: string;
  /** What was said with it. */
  note: string;
};

/** One agreement. */
export type AgreementView = {
  /** How it is headed. */
  version: Version;
  /** What it says, as a form holds it. */
  fields: AgreementFields;
  /** What it says, in words. */
  clauses: Array<Clause>;
};

/** An aid. */
export type Aid = {
  /** Its number. */
  id: number;
  /** Who gives it. */
  provider: string;
  /** What it is. */
  label: string;
  /** Where it stands. */
  status: string;
  /** The same in words; how long it is waited for, once asked. */
  status_text: string;
  /** The day it was asked, as fields show it. */
  asked_on: string;
  /** The same as lists write it. */
  asked_text: string;
  /** The day of the answer, as fields show it. */
  answered_on: string;
  /** How much, as fields show it. */
  amount: string;
  /** How much of it the plan counts. */
  counted: Money | null;
  /** What is only hoped for; empty when nothing is. */
  hoped_text: string;
  /** Why, or on what condition. */
  reason: string;
};

/** An aid changed, as typed. */
export type AidChange = {
  /** The dossier. */
  dossier: number;
  /** The aid. */
  aid: number;
  /** Who gives it. */
  provider: string;
  /** What it is; needed. */
  label: string;
  /** Where it stands. */
  status: string;
  /** The day it was asked. */
  asked_on: string;
  /** The day of the answer. */
  answered_on: string;
  /** How much, obtained or hoped for. */
  amount: string;
  /** Why, or on what condition. */
  reason: string;
};

/** The directory. */
export type AidDirectory = {
  /** `14 aides, 2 à revérifier`. */
  sentence: string;
  /** The aids found, those still given first, by name. */
  aids: Array<AidEntryView>;
};

/** An aid described anew. */
export type AidEntryChange = {
  /** Which one. */
  aid: number;
  /** What is typed. */
  fields: AidEntryFields;
};

/** An aid as typed. */
export type AidEntryFields = {
  /** Its name; needed. */
  name: string;
  /** Who gives it. */
  provider: string;
  /** What for. */
  what_for: string;
  /** Whom to reach, and how. */
  contact: string;
  /** On what conditions. */
  conditions: string;
  /** What the person takes along. */
  to_bring: string;
  /** The day it was checked; today when empty. */
  checked_on: string;
};

/** An aid set aside, or taken back. */
export type AidEntryRetirement = {
  /** Which one. */
  aid: number;
  /** Whether it is retired. */
  retired: boolean;
};

/** One aid of the directory. */
export type AidEntryView = {
  /** Its number. */
  id: number;
  /** As forms hold it. */
  fields: AidEntryFields;
  /** `vérifiée le 3 novembre 2026`, `20 janvier 2026, à revérifier`. */
  checked: string;
  /** Whether it is to be checked again. */
  recheck: boolean;
  /** No longer given. */
  retired: boolean;
};

/** An aid of the directory, as a form suggests it. */
export type AidSuggested = {
  /** Its name. */
  name: string;
  /** Who gives it. */
  provider: string;
  /** `Garage solidaire, Entraide du Val, 05 55 00 00 00`. */
  told: string;
};

/** What is looked for in the directory. */
export type AidsAsked = {
  /** Words; everything when empty. */
  search: string;
};

/** A change the lender agreed to. */
export type AmendmentAgreed = {
  /** The dossier. */
  dossier: number;
  /** What is typed. */
  form: AmendmentForm;
  /** The day the lender agreed, as typed; needed. */
  agreed_on: string;
  /** What was said with it. */
  note: string;
};

/** A change of the schedule as typed; a field its kind does not use is not read. */
export type AmendmentForm = {
  /** What changes: `postponed`, `interest_only`, `end_shifted`, `new_instalment`, `due_day`, `partial_repayment`,
   * `full_repayment` or `rate_lowered`. */
  kind: string;
  /** The number of the first instalment that changes. */
  from: string;
  /** How many instalments or months; one when empty. */
  count: string;
  /** When the interest of months on hold is paid: `with_last` or `with_next`. */
  interest: string;
  /** An amount: the new instalment, or what is repaid. */
  amount: string;
  /** The day of the month. */
  day: string;
  /** The day of an early repayment. */
  on: string;
  /** The new rate. */
  rate: string;
  /** What stays as it was: `end` or `instalment`. */
  keeps: string;
};

/** A change to try. */
export type AmendmentTried = {
  /** The dossier. */
  dossier: number;
  /** What is typed. */
  form: AmendmentForm;
};

/** What an amount makes a month. */
export type AmountPerMonth = {
  /** The month; absent for what comes once, or is not an amount yet. */
  per_month: Money | null;
};

/** An amount being typed and how often it comes. */
export type AmountTyped = {
  /** As typed so far. */
  amount: string;
  /** How often, a `Frequency` by its key. */
  frequency: string;
};

/** One answer of the grid. */
export type AnswerGiven = {
  /** The question. */
  question: string;
  /** What was answered. */
  answer: string;
  /** Whether it is a figure of the household or of its budget. */
  is_figure: boolean;
};

/** What a lender said of a sending. */
export type AnswerState = "awaited" | "in_principle" | "approved" | "refused" | "given_up";

/** The appointments of one day. */
export type AppointmentDay = {
  /** Its day. */
  on: string;
  /** `Aujourd’hui`, `Jeu. 26`. */
  day: string;
  /** The appointments, in the order of their hours. */
  rows: Array<AppointmentRow>;
};

/** What became of an appointment. */
export type AppointmentOutcome = "held" | "missed" | "cancelled";

/** One appointment. */
export type AppointmentRow = {
  /** The dossier. */
  dossier: number;
  /** With whom. */
  name: string;
  /** `14 h 30`; empty when no hour was agreed. */
  at: string;
  /** Its kind, its place, what for. */
  what: string;
  /** The person's telephone; empty when it is not known. */
  phone: string;
  /** Whether its day has come: it can be held or not honoured. */
  has_come: boolean;
  /** Whether its day is gone by and nobody said what became of it. */
  is_late: boolean;
  /** Whether another appointment is at the same hour of the same day. */
  is_doubled: boolean;
};

/** An approval as typed. */
export type ApprovalForm = {
  /** The day it was received; today when empty. */
  on: string;
  /** The lender; the only one waited for when empty. */
  lender: string;
  /** The amount granted; the one asked for when empty. */
  amount: string;
  /** The yearly rate; the agreement's when empty. */
  annual_rate: string;
  /** The months; those asked for when empty. */
  months: string;
  /** Who told the person; by the agreement when empty. */
  told: string;
  /** What was said with it. */
  note: string;
};

/** A call after a missed instalment: how it ended, why, what is to be asked. */
export type ArrearsCall = {
  /** The dossier. */
  dossier: number;
  /** `reached`, `message` or `none`. */
  outcome: string;
  /** The day; today when empty. */
  on: string;
  /** The cause: a life event; empty when not known. */
  cause: string;
  /** What is to be asked: `postponed`, `end_shifted`, `emergency_aid`; empty when nothing is yet. */
  solution: string;
  /** The amount of the aid. */
  amount: string;
  /** The next point, as typed; the one the rules give when empty. */
  next_on: string;
  /** What was said. */
  note: string;
  /** What a letter says of the cause. */
  letter_words: string;
};

/** A number of the arrears ladder, as the form names it. */
export type ArrearsSetting = {
  /** Its key. */
  key: string;
  /** What people read, with its unit. */
  label: string;
  /** What it starts with; empty when nothing is stated. */
  starts_with: string;
};

/** What follows a missed instalment. */
export type ArrearsView = {
  /** `premier impayé, échéance du 5 novembre 2026, 77,37 €`. */
  note: string;
  /** The steps, by their days. */
  steps: Array<LadderRow>;
  /** The one deadline before a registration; absent when no rule gives one. */
  deadline: ExplainedFigure | null;
  /** `dès le 5 décembre`, `avant le 4 janvier`. */
  deadline_text: string;
  /** The next call, prepared. */
  call: CallPrepared;
  /** What each solution would do. */
  solutions: Array<Solution>;
  /** Postponements the agreement grants; empty when it says nothing. */
  deferrals: string;
};

/** Something that was set aside. */
export type AsideRow = {
  /** Its name in the quarantine. */
  name: string;
  /** What it is. */
  what: string;
  /** When it was moved. */
  moved: string;
  /** Its size. */
  size: string;
  /** Whom it holds, where that is known. */
  holds: string;
  /** When it goes by itself. */
  goes: string;
};

/** What the person is asked to bring again. */
export type AskedAgain = {
  /** `Août`, `Octobre, entier`. */
  label: string;
  /** `n’est dans aucun des 5 fichiers`. */
  detail: string;
};

/** One criterion. */
export type AssessedCriterion = {
  /** Its key. */
  key: string;
  /** Its number and label: `1. Accès au crédit ordinaire`. */
  title: string;
  /** What it looks at. */
  help: string;
  /** Questions that help to assess it. */
  questions: Array<string>;
  /** What the adviser finds. */
  finding: Choice;
  /** Whether it is assessed. */
  assessed: boolean;
  /** What it rests on. */
  ground: string;
  /** What the dossier says against its words, or against a favourable finding; empty when both agree. */
  contradicted: Array<string>;
  /** The facts of the dossier that bear on it. */
  recalled: Array<Recalled>;
};

/** One field of the assessment as typed. */
export type AssessmentChange = {
  /** The dossier. */
  dossier: number;
  /** The field. */
  field: AssessmentField;
  /** As typed; empty is not known. */
  value: string;
};

/** A field of the assessment. */
export type AssessmentField = "opinion" | "reasoned" | "reservation" | "summary" | "ficp" | "fcc" | "over_indebtedness" | "checked_on" | "checked_how" | "co_ficp" | "co_fcc" | "co_over_indebtedness" | "co_checked_on" | "co_checked_how";

/** The assessment as fields hold it. */
export type AssessmentFields = { opinion: string, reasoned: string, reservation: string, summary: string, ficp: string, fcc: string, over_indebtedness: string, checked_on: string, checked_how: string, co_ficp: string, co_fcc: string, co_over_indebtedness: string, co_checked_on: string, co_checked_how: string;
};

/** A figure of the assessment. */
export type AssessmentFigure = "check";

/** An assessment: its criteria, its registers, its opinion. */
export type AssessmentView = {
  /** The dossier. */
  dossier: number;
  /** What is checked. */
  checks: Checks;
  /** The criteria, in their order. */
  criteria: Array<AssessedCriterion>;
  /** `6 sur 7. Étrier rappelle les faits, vous jugez : ni note, ni score.` */
  sentence: string;
  /** What is left to assess, in a sentence; empty when nothing is. */
  left: string;
  /** What the parts of the file say that disagrees, one sentence each; told to the bank too. */
  contradictions: Array<string>;
  /** The registers of each borrower. */
  registers: Array<BorrowerRegisters>;
  /** What the fields hold. */
  fields: AssessmentFields;
  /** The day the opinion was last written. */
  written_on: Day | null;
  /** What could happen, and what is planned. */
  watch_points: Array<WatchPoint>;
};

/** What became of one file. */
export type AttachedFile = {
  /** Its name, as it is shown. */
  name: string;
  /** Whether it was kept. */
  is_kept: boolean;
  /** Why it was not, and what to do; what is wrong with one that was kept; empty otherwise. */
  reason: string;
  /** The attachment it became. */
  attachment: number | null;
  /** Whether the dossier holds the same file already: it is kept once more when that is asked. */
  is_same: boolean;
};

/** What became of each file. */
export type AttachedFiles = {
  /** `2 fichiers ajoutés, 1 refusé.` */
  sentence: string;
  /** Each file, in the order given. */
  files: Array<AttachedFile>;
  /** What is attached to the dossier now. */
  view: Attachments;
};

/** A file of a dossier, as a line shows it. */
export type Attachment = {
  /** Its number. */
  id: number;
  /** The name it came under, or was given since. */
  name: string;
  /** What it holds. */
  kind: string;
  /** The same in words: `PDF`. */
  kind_label: string;
  /** The document it is placed on; empty when that was not said. */
  document: string;
  /** Whose it is, or which one of several; may be empty. */
  part: string;
  /** The same in words. */
  document_label: string;
  /** `1,2 Mo`. */
  size_text: string;
  /** The day it was added. */
  added_on: Day;
  /** Whether the window shows it by itself. */
  is_shown_inside: boolean;
  /** Whether it may be read as a bank statement. */
  is_statement: boolean;
  /** By how many degrees its pages are turned clockwise. */
  degrees: number;
  /** Where it would go, while it is placed nowhere; nothing when nothing tells. */
  proposed: PlaceProposal | null;
};

/** The document an attachment stands for. */
export type AttachmentDocument = {
  /** The dossier. */
  dossier: number;
  /** The attachment. */
  attachment: number;
  /** The document; empty when that is not said. */
  document: string;
  /** Whose it is, or which one of several, with a document; empty for the only one. */
  part: string;
};

/** Another name for an attachment. */
export type AttachmentName = {
  /** The dossier. */
  dossier: number;
  /** The attachment. */
  attachment: number;
  /** Its name as typed; needed. */
  name: string;
};

/** Which page of an attachment, how wide. */
export type AttachmentPage = {
  /** The attachment. */
  of: OneAttachment;
  /** The page, from 1. */
  page: number;
  /** Its width in pixels. */
  width: number;
};

/** How far the pages of an attachment are turned. */
export type AttachmentRotation = {
  /** The dossier. */
  dossier: number;
  /** The attachment. */
  attachment: number;
  /** In degrees clockwise: 0, 90, 180 or 270. */
  degrees: number;
};

/** What was done, in a sentence. */
export type AttachmentSaved = {
  /** The sentence. */
  sentence: string;
};

/** What the window can show of an attachment. */
export type AttachmentShown = {
  /** What it holds. */
  kind: string;
  /** The pages of a PDF, their text cut out of pictures not being known. */
  pages: Array<PaperPageText>;
  /** The text of a text file. */
  text: string | null;
  /** Why it is not shown here, or what was put right on the way; said once. */
  remark: string | null;
};

/** An attachment and the file chosen for it. */
export type AttachmentToFile = {
  /** The dossier. */
  dossier: number;
  /** The attachment. */
  attachment: number;
  /** The handle of the chosen file. */
  file: string;
};

/** An attachment to cut, and where. */
export type AttachmentToSplit = {
  /** The dossier. */
  dossier: number;
  /** The attachment. */
  attachment: number;
  /** The pages at which another paper begins, as typed: `2, 4`. */
  starts: string;
};

/** What is attached to a dossier. */
export type Attachments = {
  /** In the order it was added. */
  attachments: Array<Attachment>;
  /** `3 fichiers, 2,4 Mo`; empty when there is none. */
  sentence: string;
  /** Where a file may be placed: the documents of the list, one for each borrower, then the others. */
  places: Array<DocumentPlace>;
};

/** Someone called, described anew. */
export type AttendeeChange = {
  /** The session. */
  session: number;
  /** Their number. */
  attendee: number;
  /** As they are. */
  fields: AttendeeFields;
};

/** Someone called to a session, as a form holds them. */
export type AttendeeFields = {
  /** Their name; needed. */
  name: string;
  /** What they are there for. */
  role: string;
  /** For whom. */
  organisation: string;
  /** Whether they came; expected when empty. */
  attendance: string;
  /** Whether they give no opinion. */
  listens: boolean;
};

/** Someone called to a session. */
export type AttendeeRow = {
  /** Their number. */
  id: number;
  /** As a form holds them. */
  fields: AttendeeFields;
  /** `Élue, présidente, ville de Valbourg`. */
  who: string;
  /** Whether they came. */
  attendance: Choice;
};

/** The session that will decide, or the one it may be put on. */
export type AwaitedSession = {
  /** The session; nothing when none is announced. */
  session: number | null;
  /** `Commission du jeudi 26 novembre 2026`, or that none is announced. */
  sentence: string;
  /** Whether the dossier is on its agenda. */
  is_listed: boolean;
};

/** Whether the plan closes. */
export type Balance = "no_cost" | "closed" | "short" | "over";

/** The balance of each day of an account, to be drawn. */
export type BalanceCurve = {
  /** What it shows, in words. */
  label: string;
  /** How many days wide it is; it is 46 high. */
  width: number;
  /** The height of zero, from the top. */
  zero: number;
  /** `0,23 1,24 …`. */
  points: string;
};

/** A balance typed from the person's screen. */
export type BalanceTyped = {
  /** The dossier. */
  dossier: number;
  /** The day it stands for: `2026-07-31`. */
  on: string;
  /** The balance, with a minus sign in overdraft. */
  balance: string;
};

/** A register or procedure of the Banque de France. */
export type BankRegister = {
  /** Its field. */
  field: AssessmentField;
  /** Its name. */
  label: string;
  /** What a yes changes, or would change. */
  meaning: string;
};

/** The list of a lender and a month. */
export type BankStatementView = {
  /** The lenders that have running loans. */
  lenders: Array<LenderWithLoans>;
  /** The lender shown; empty when none has a loan. */
  lender: string;
  /** Its name. */
  lender_name: string;
  /** The month, as it is sent back. */
  month: string;
  /** `novembre 2026`. */
  month_text: string;
  /** The months offered, the latest first: as sent back and as read. */
  months: Array<[string, string]>;
  /** `38 échéances de novembre 2026`. */
  sentence: string;
  /** The loans, the ones to look at first. */
  rows: Array<StatementRow>;
  /** What the whole list asks for. */
  expected: Money;
};

/** A bar beside a row. */
export type Bar = {
  /** What it stands for. */
  kind: BarKind;
  /** Its length, in thousandths of the longest one can be. */
  length: number;
};

/** What a bar stands for. */
export type BarKind = "period" | "before" | "reference" | "requests" | "granted";

/** A number of a bilan: an indicator, or the cell of a table. */
export type BehindNumber = {
  /** The year of the bilan. */
  year: string;
  /** Its first day. */
  from: string;
  /** Its last day. */
  to: string;
  /** The key of an indicator, or of a table. */
  of: string;
  /** The key of a row, for a table. */
  row?: string;
  /** The key of a column, for a table. */
  column?: string;
  /** How many dossiers to pass over. */
  offset: number;
  /** Which dossiers the bilan counts. */
  narrowed?: NarrowedTo;
};

/** A bilan and who reads it. */
export type BilanAsked = {
  /** The year, before the two days. */
  year: string;
  /** The first day. */
  from: string;
  /** The last day. */
  to: string;
  /** Which dossiers it counts. */
  narrowed?: NarrowedTo;
  /** Who reads it. */
  reading?: Readership;
};

/** A box. */
export type BilanBox = {
  /** `8 : un prêt`. */
  number: BilanNumber;
  /** What it holds. */
  detail: string;
  /** How dark it is: `full`, `grey`, `light` or `empty`. */
  shade: string;
};

/** A step, for the requests of the period and those of before. */
export type BilanBridge = {
  /** `Prêts accordés`. */
  label: string;
  /** All of them. */
  all: BilanNumber;
  /** Those of the period. */
  own: BilanNumber;
  /** Those of before. */
  before: BilanNumber;
};

/** Answers. */
export type BilanEffect = {
  /** `Projet réalisé`. */
  label: string;
  /** `9 sur 9`. */
  text: string;
  /** The length of its bar, in thousandths of all the answers. */
  length: number;
};

/** What it changed. */
export type BilanEffects = {
  /** `Ce que cela a changé : 9 questionnaires revenus`. */
  title: string;
  /** A question in a few words, and its answers. */
  rows: Array<BilanEffect>;
  /** What somebody agreed to be quoted for; may be empty. */
  quote: string;
  /** What to know to read it. */
  note: string;
};

/** What became of the requests. */
export type BilanFlow = {
  /** `Que sont devenues les 31 demandes reçues en 2026 ?`. */
  title: string;
  /** The boxes, which make all the requests. */
  boxes: Array<BilanBox>;
  /** The bridge of the paper. */
  note: string;
};

/** A key figure. */
export type BilanKey = {
  /** The number. */
  number: BilanNumber;
  /** What it counts. */
  caption: string;
  /** The same, before: `15 en 2025`. */
  before: string;
};

/** What it costs and brings. */
export type BilanMoney = {
  /** `Ce que cela coûte, ce que cela apporte`. */
  title: string;
  /** What banks lent for one euro, or what it cost in a sentence; may be empty. */
  ratio: string;
  /** Each line. */
  lines: Array<BilanMoneyLine>;
  /** What is not known, what each loan cost; may be empty. */
  note: string;
};

/** A line of what it costs. */
export type BilanMoneyLine = {
  /** What it is. */
  label: string;
  /** How much. */
  amount: string;
  /** Whether it is the sum of those before it. */
  is_total: boolean;
};

/** A number and what it opens; its address is empty where it opens nothing. */
export type BilanNumber = {
  /** `16 200 €`. */
  text: string;
  /** The key of an indicator, or of a part of this page. */
  of: string;
  /** The key of a row of that part; empty for an indicator. */
  row: string;
  /** The key of its column. */
  column: string;
};

/** The bilan of a period, in one reading. */
export type BilanView = {
  /** The period. */
  period: PeriodView;
  /** The periods that may be chosen: the years, then the parts of this one. */
  periods: Array<Choice>;
  /** Whether the office has a dossier at all. */
  has_dossiers: boolean;
  /** `compté au 24 novembre 2026, provisoire`. */
  state: string;
  /** What the dossiers counted have in common; empty when all are. */
  narrowed_label: string;
  /** What the figures say together. */
  message: string;
  /** The key figures. */
  keys: Array<BilanKey>;
  /** What became of the requests. */
  flow: BilanFlow | null;
  /** What was done, and for which requests; none in the public reading. */
  bridge: Array<BilanBridge>;
  /** What the bridge says, in a sentence. */
  bridge_note: string;
  /** The years. */
  years: BilanYears | null;
  /** What it costs and brings. */
  money: BilanMoney | null;
  /** What it changed. */
  effects: BilanEffects | null;
  /** What is not told, and why; empty for the board. */
  untold: string;
  /** The name its files will have, before their ending. */
  file_name: string;
};

/** A year. */
export type BilanYear = {
  /** `2026`. */
  label: string;
  /** `10 prêts`. */
  value: string;
  /** `16 200 €`, `31 reçues`. */
  lines: Array<string>;
  /** The height of its bar, in thousandths of the highest. */
  height: number;
};

/** The years. */
export type BilanYears = {
  /** `Depuis 2022 : 35 prêts, 54 750 €`. */
  title: string;
  /** The years, from the first to the last. */
  years: Array<BilanYear>;
};

/** The registers of one borrower. */
export type BorrowerRegisters = {
  /** Whose; empty when one person borrows. */
  who: string;
  /** What a yes in each of them changes. */
  registers: Array<BankRegister>;
  /** The field of the day they were checked. */
  checked_on: AssessmentField;
  /** The field of how they were. */
  checked_how: AssessmentField;
};

/** One row of the working, before and after the project. */
export type BothRow = {
  /** `−`, `=`, `÷` or nothing. */
  sign: string;
  /** What it is. */
  label: string;
  /** Its value before; a dash where there is none. */
  before: string;
  /** Its value after; a dash where there is none. */
  after: string;
  /** Whether it is a result. */
  strong: boolean;
};

/** A figure of a dossier in the room. */
export type BriefFigure = {
  /** What it is. */
  label: string;
  /** Its value, written. */
  value: string;
};

/** A kind of budget line, as a form offers it. */
export type BudgetEntry = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** Other words people use for it, by which it is found. */
  also: Array<string>;
  /** The section it belongs to. */
  section: string;
  /** The section's heading. */
  section_label: string;
  /** Its heading inside the section. */
  group_label: string;
  /** Whether a budget shows it before it has an amount. */
  usual: boolean;
  /** The frequency offered first. */
  usual_frequency: string;
  /** Advice for the adviser. */
  help: string | null;
  /** Whether the reste à vivre counts it. */
  counted: boolean;
};

/** A figure of a budget. */
export type BudgetFigure = "budget_line" | "income" | "expenses" | "debts" | "reste_a_vivre" | "reste_a_vivre_after" | "lender_reste_a_vivre" | "lender_reste_a_vivre_after" | "per_day" | "per_day_after" | "debt_ratio" | "debt_ratio_after" | "capacity" | "threshold" | "shares" | "lowest_month";

/** One line of a budget. */
export type BudgetLine = {
  /** Its number. */
  id: number;
  /** Its kind. */
  entry: string;
  /** The label of its kind. */
  label: string;
  /** The free detail. */
  detail: string;
  /** Label and detail as printed. */
  printed_label: string;
  /** The amount at its own frequency. */
  amount: Money;
  /** How often it comes. */
  frequency: string;
  /** The same after « par ». */
  frequency_text: string;
  /** The amount a month; absent for a single payment and for what its total leaves out. */
  per_month: Money | null;
  /** How the month follows from the amount; empty when they are the same. */
  calculation: string;
  /** Whether it enters the reste à vivre. */
  counted: boolean;
  /** Why it does not; empty when it does. */
  note: string;
  /** How sure it is. */
  certainty: string;
  /** The same in words. */
  certainty_text: string;
  /** What proves it, as its papers stand. */
  proof: BudgetLineProof;
  /** What is still owed, as fields show it. */
  outstanding: string;
  /** The month of the last payment, as fields show it. */
  ends: string;
  /** The amount once the project is done, as fields show it; empty when the project does not change it. */
  after_amount: string;
  /** Why the project changes it. */
  after_reason: string;
  /** Whether what it becomes is sure. */
  hope: string;
  /** Whose it is: the number of a member; empty for the whole household. */
  member: string;
  /** Who is owed. */
  creditor: string;
  /** What should have been paid already, as fields show it. */
  arrears: string;
  /** The plan that settles it. */
  plan: string;
  /** Whether the loan pays it off. */
  paid_off: boolean;
  /** Why it is above what is usual, or anything else. */
  comment: string;
  /** `175,00 € par mois, 150,00 € au plus en général ici.`; empty when it is not above what is usual. */
  usual: string;
};

/** A change of a line of a budget. */
export type BudgetLineChange = {
  /** The dossier. */
  dossier: number;
  /** The line. */
  line: number;
  /** All of it, as it is from now on. */
  fields: BudgetLineFields;
};

/** A budget line as typed. */
export type BudgetLineFields = {
  /** Its kind. */
  entry: string;
  /** Free detail, printed with the label. */
  detail: string;
  /** The amount at its own frequency, a calculation, or an amount with its period; needed. */
  amount: string;
  /** How often it comes. */
  frequency: string;
  /** How sure it is. */
  certainty: string;
  /** What is still owed, for a debt. */
  outstanding: string;
  /** The month of the last payment: of a debt, of an allowance that stops. */
  ends: string;
  /** The amount once the project is done, at the same frequency; empty when the project does not change it. */
  after_amount: string;
  /** Why the project changes it. */
  after_reason: string;
  /** Whose it is: the number of a member; the whole household's when empty. */
  member: string;
  /** Who is owed, for a debt. */
  creditor: string;
  /** What should have been paid already, for a debt. */
  arrears: string;
  /** The plan that settles it, for a debt. */
  plan: string;
  /** Whether the loan pays it off, for a debt. */
  paid_off: boolean;
  /** Whether what it becomes is sure; sure when empty. */
  hope: string;
  /** Why it is above what is usual, or anything else worth telling. */
  comment: string;
};

/** What proves a line. */
export type BudgetLineProof = {
  /** `proved`, `partial` or `said`. */
  key: string;
  /** `2 papiers sur 3`, `dit`. */
  text: string;
};

/** A budget month by month while the loan runs. */
export type BudgetProjection = {
  /** Its months. */
  months: Array<ProjectedMonth>;
  /** `Le mois le plus bas : décembre 2026, 256,69 €.` */
  lowest: string;
  /** `En avril 2027 se termine : crédit renouvelable. Le reste à vivre passe à 276,02 €.`, one a turn. */
  turns: Array<string>;
  /** What the instalment takes of what comes in: `La mensualité prend 3,65 % des ressources…`. */
  share: string;
  /** What is said to the person, and to nobody else. */
  advice: string;
  /** What a start with interest alone changes; empty without one. */
  relief: string;
  /** The threshold of the office's rule, a month; absent without one, or when it is by the day. */
  threshold: Money | null;
  /** Where it stands in the curve, in percent of its height. */
  threshold_height: number;
};

/** How many lines are proved. */
export type BudgetProved = {
  /** `3 lignes sur 11`. */
  sentence: string;
  /** `2 à compléter, 6 seulement déclarées.` */
  detail: string;
};

/** What a form of a budget rule offers. */
export type BudgetRuleChoices = {
  /** What the remainder may be shared among. */
  divisors: Array<Choice>;
  /** The delivered consumption units, with their source. */
  consumption_units: string;
  /** The periods of a threshold. */
  periods: Array<Choice>;
  /** Whether the instalment is taken off. */
  instalments: Array<Choice>;
};

/** A budget rule as a form holds it; what is empty is not decided. */
export type BudgetRuleFields = {
  /** Kinds of lines counted though the list leaves them out. */
  added: Array<string>;
  /** Kinds of lines left out though the list counts them. */
  removed: Array<string>;
  /** What the remainder is shared among: `persons`, `consumption_units` or `own_units`. */
  divisor: string;
  /** What its own units are called. */
  unit_label: string;
  /** What the first adult weighs. */
  unit_first: string;
  /** What another adult weighs. */
  unit_adult: string;
  /** What a child weighs. */
  unit_child: string;
  /** The age from which one weighs as an adult. */
  unit_adult_from: string;
  /** Added for an adult alone with children; 0 when empty. */
  unit_lone_parent: string;
  /** The period of the threshold. */
  period: string;
  /** Whether the instalment is taken off before the threshold is looked at. */
  instalment: string;
  /** The threshold. */
  threshold: string;
  /** The highest debt ratio. */
  debt_ratio_max: string;
  /** The highest income of a household a month, or of one person. */
  income_ceiling: string;
  /** That of two persons, three, and so on, then what each more adds: `2 100 ; 2 520 ; + 420`. */
  income_by_persons: string;
  /** The highest income a month for one share. */
  income_quotient: string;
};

/** One section of a budget. */
export type BudgetSection = {
  /** Which one. */
  key: string;
  /** Its heading. */
  label: string;
  /** What it holds, where its name does not say it. */
  help: string | null;
  /** Its lines. */
  lines: Array<BudgetLine>;
  /** Its total a month. */
  total: Money;
  /** The heading of the total. */
  total_label: string;
  /** Whether the total enters the reste à vivre. */
  counted: boolean;
};

/** One version. */
export type BudgetVersion = {
  /** Its number. */
  version: number;
  /** `Version 2, 9 novembre 2026 (décision)`. */
  label: string;
  /** The day it was established. */
  established_on: Day;
  /** `demande`, `décision`, `pendant le prêt`, `fin du prêt`. */
  moment: string;
  /** `Imprimée le 9 novembre 2026`; empty while it is open. */
  closing: string;
  /** What is left to live on before the loan, a share a month. */
  reste_a_vivre: Money;
};

/** The versions of a budget, the first one first. */
export type BudgetVersions = {
  /** Each of them. */
  versions: Array<BudgetVersion>;
};

/** A budget: its sections, its reste à vivre and the working of it. */
export type BudgetView = {
  /** The dossier. */
  dossier: number;
  /** Its version. */
  version: number;
  /** The day of its last change; today while it is empty. */
  established_on: Day;
  /** The four sections. */
  sections: Array<BudgetSection>;
  /** The working of the reste à vivre, in the order of reading. */
  working: Array<WorkingRow>;
  /** What is left to live on, a share a month; absent without lines. */
  reste_a_vivre: Money | null;
  /** The same a day. */
  per_day: Money | null;
  /** Credits and debts over income; absent without income. */
  debt_ratio: DebtRatio | null;
  /** The budget once the project is done; absent while nothing changes and no loan is worked out. */
  after: AfterProject | null;
  /** Where the reste à vivre after the project stands beside the office's threshold; absent without one. */
  threshold: Threshold | null;
  /** The repayment capacity by the office's rule, or why it is not worked out; empty without lines. */
  capacity: string;
  /** What else the office's rule asks, and whether it is so. */
  remarks: Array<string>;
  /** The same budget by the rule of the lender its loan is asked of; absent when that lender states none. */
  lender: LenderRule | null;
  /** The budget month by month while the loan runs; absent while it is not worked out. */
  projection: BudgetProjection | null;
  /** What the reste à vivre divides by. */
  shares_text: string;
  /** `Version 1, du 9 novembre 2026.` */
  sentence: string;
  /** `Imprimée le 9 novembre 2026 : le prochain changement ouvrira la version 3.`; empty while it is open. */
  sealed: string;
  /** `4 changements depuis la version 2.`; empty while there is only one version. */
  changed: string;
  /** How many lines are proved, by the papers as they stand; absent without lines. */
  proved: BudgetProved | null;
  /** Who a line may be of. */
  members: Array<Choice>;
  /** How many lines above what is usual say nothing of it. */
  comments_asked: number;
  /** `12 lignes reprises d’un dossier précédent, à confirmer.`; empty when there is none. */
  to_confirm: string;
  /** Whether amounts given on the phone may open the budget: it has no line yet. */
  may_prefill: boolean;
};

/** Two versions set side by side. */
export type BudgetsCompared = {
  /** The one compared with. */
  before: BudgetVersion;
  /** The one compared. */
  after: BudgetVersion;
  /** The lines that are not the same. */
  lines: Array<DifferenceRow>;
  /** Every total, the household and the reste à vivre. */
  totals: Array<ComparedTotal>;
  /** `Cantine ajoutée (+88,00) ; prime d’activité corrigée (+16,76).` */
  sentence: string;
};

/** A call as the form that corrects it holds it. */
export type CallNoted = {
  /** Its fact. */
  fact: number;
  /** The answers by the key of their question. */
  answers: { [key in string]: string };
  /** How long it lasted, in minutes. */
  minutes: string;
};

/** The call to make. */
export type CallPrepared = {
  /** The telephone; empty when it is not known. */
  phone: string;
  /** What to say. */
  words: string;
  /** The next point proposed. */
  next_on: Day;
  /** How a call may end. */
  outcomes: Array<Choice>;
};

/** A number of a table. */
export type CellView = {
  /** The number in its unit; `–` where there is none. */
  text: string;
  /** How many dossiers it opens. */
  dossiers: number;
};

/** A label of a certificate and its value. */
export type CertificateRow = {
  /** The label. */
  label: string;
  /** The value. */
  value: string;
};

/** A line of the register of erasures, worded as its certificate. */
export type CertificateView = {
  /** Its number: `2026-03`. */
  number: string;
  /** `2 personnes`… in a line: what was erased and until when copies hold it. */
  summary: string;
  /** The day of the erasure. */
  erased_on: string;
  /** Labels and values. */
  rows: Array<CertificateRow>;
  /** What stays, one sentence each. */
  remains: Array<string>;
  /** Its fingerprint. */
  fingerprint: string;
  /** Whether the line of the register is as it was written. */
  is_own: boolean;
};

/** A change of the schedule, with what it would cost. */
export type ChangeProposed = {
  /** What people read. */
  label: string;
  /** What it would do; may be empty. */
  what: string;
  /** `+ 6,73 €`, `− 31,35 €`; empty when it depends on what is typed. */
  cost: string;
  /** What the form starts with. */
  form: AmendmentForm;
};

/** A line that the project changes. */
export type ChangeRow = {
  /** Its label with the detail. */
  label: string;
  /** How much more a month, with its sign: `+46,50`, `−54,00`. */
  difference: string;
  /** Why. */
  reason: string;
  /** Whether it enters the budget after the project. */
  counted: boolean;
  /** `espéré, non compté`; empty when it is sure. */
  note: string;
};

/** One check. */
export type Check = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** What is asked. */
  question: string;
  /** The rule. */
  rule: string;
  /** Where the rule is told. */
  source: string;
  /** What it asks for when it is not met. */
  effect: string;
  /** What it says: its word never changes once passed over. */
  state: Choice;
  /** What is said of it; may be empty. */
  sentence: string;
  /** The facts it looks at, with what they say. */
  facts: Array<Recalled>;
  /** What the adviser may answer. */
  questions: Array<CheckQuestion>;
  /** Why it is passed over. */
  passed_over: PassedOver | null;
  /** Whether passing over it is offered: an answer comes first where one is awaited. */
  may_pass_over: boolean;
};

/** A check passed over. */
export type CheckPassedOver = {
  /** The dossier. */
  dossier: number;
  /** The check. */
  check: string;
  /** Why; needed. */
  reason: string;
};

/** A fact the adviser answers. */
export type CheckQuestion = {
  /** Its key. */
  fact: string;
  /** Of whom. */
  of: PersonOf;
  /** What people read. */
  label: string;
  /** Advice; may be empty. */
  help: string;
  /** What may be answered. */
  options: Array<Choice>;
  /** The answer; empty is still to see. */
  answer: string;
  /** Whether an answer is awaited. */
  open: boolean;
};

/** Something checked and found right. */
export type Checked = {
  /** What to say. */
  text: string;
};

/** A scan of a document. */
export type ChecklistFile = {
  /** The attachment. */
  id: number;
  /** Its name. */
  name: string;
  /** Whether the window shows it by itself. */
  is_shown_inside: boolean;
};

/** One document, or one part of it. */
export type ChecklistLine = {
  /** The document. */
  document: string;
  /** Whose it is, or which one of several; may be empty. */
  part: string;
  /** What people read. */
  label: string;
  /** How it has to be; may be empty. */
  detail: string;
  /** Where it stands; empty while nobody noted it. */
  state: string;
  /** The same in words: `Périmée le 14 octobre`, `À vérifier`, `À demander`. */
  state_text: string;
  /** The pile it lies in. */
  pile: "lacking" | "good" | "aside" | "later";
  /** Whether it is there as it should be. */
  is_there: boolean;
  /** Whether it calls for something. */
  calls: boolean;
  /** What is known of it: its reason, its days. */
  note: string;
  /** Its reason, as the form holds it. */
  reason: string;
  /** The day written on it, as the form holds it. */
  issued_on: string;
  /** Its last day as typed, as the form holds it. */
  valid_until: string;
  /** Whether its last day is counted from the day written on it. */
  asks_issued: boolean;
  /** Whether a last day is written on it. */
  asks_expiry: boolean;
  /** Where the person finds it; may be empty. */
  where_to_get: string;
  /** Advice; may be empty. */
  help: string;
  /** What was noted of it last. */
  fact: number | null;
  /** What has to be answered to know whether it is asked for. */
  questions: Array<CheckQuestion>;
  /** Its scans. */
  files: Array<ChecklistFile>;
};

/** The documents asked for at one moment. */
export type ChecklistStage = {
  /** When. */
  key: string;
  /** `Avant la transmission`. */
  title: string;
  /** What would open it; empty once it is open. */
  later: string;
  /** Its documents. */
  lines: Array<ChecklistLine>;
};

/** What is checked of a request. */
export type Checks = {
  /** `8 remplies, 2 à vérifier, 1 écartée avec un motif, 2 sans objet`. */
  sentence: string;
  /** The day whose rules count. */
  rules_on: Day;
  /** Not met, to verify, then passed over. */
  calling: Array<Check>;
  /** `Les 8 remplies et les 2 sans objet`; empty when there is none. */
  settled_title: string;
  /** Met, then not applicable. */
  settled: Array<Check>;
};

/** One choice of a list. */
export type Choice = {
  /** Its key, sent back. */
  key: string;
  /** What people read. */
  label: string;
  /** The heading it stands under. */
  group: string | null;
  /** No longer offered: shown only where it was chosen. */
  retired: boolean;
};

/** The person's choice, as typed. */
export type ChoiceTyped = {
  /** The dossier. */
  dossier: number;
  /** The lender chosen; needed. */
  lender: string;
  /** What was chosen of the account: a kind of domiciliation, or nothing. */
  account: string;
  /** The day of the choice; today when empty. */
  on: string;
  /** The person's reasons; needed. */
  reasons: string;
};

/** Every list a form offers. A list of which one entry is chosen keeps its retired ones, to show them where they were. */
export type Choices = {
  /** What the office uses today. */
  uses: UsesFields;
  /** The rooms of a dossier, in the order of the tabs. */
  rooms: Array<Choice>;
  /** By where the person came. */
  origins: Array<Choice>;
  /** How the person heard of the office. */
  how_heard: Array<Choice>;
  /** What people pay with. */
  payment_means: Array<Choice>;
  /** The ways a person is reached. */
  contact_ways: Array<Choice>;
  /** The aids of the directory, as a project or a decision names them. */
  aids: Array<AidSuggested>;
  /** The board's resolutions, as a rule names them. */
  resolutions: Array<string>;
  /** What a companion is to the person. */
  companion_roles: Array<Choice>;
  /** What a loan may finance, under its category. */
  purposes: Array<Choice>;
  /** How a person is addressed. */
  titles: Array<Choice>;
  /** What a household member is to the applicant. */
  links: Array<Choice>;
  /** What a member counts for. */
  shares: Array<Choice>;
  /** Family situations. */
  family_situations: Array<Choice>;
  /** Housing statuses. */
  housing: Array<Choice>;
  /** Employment statuses. */
  employment: Array<Choice>;
  /** How often an amount comes. */
  frequencies: Array<Choice>;
  /** How sure an amount is. */
  certainties: Array<Choice>;
  /** Whether what a budget line becomes is sure. */
  hopes: Array<Choice>;
  /** Kinds of budget lines. */
  budget_entries: Array<BudgetEntry>;
  /** Where a quote stands. */
  quote_choices: Array<Choice>;
  /** Where an aid stands. */
  aid_statuses: Array<Choice>;
  /** Whether an insurance is a condition of the loan. */
  insurance_requirements: Array<Choice>;
  /** Products in force today, retired ones left out. */
  products: Array<Choice>;
  /** Lenders with an agreement in force today. */
  lenders: Array<Choice>;
  /** The criteria of the assessment, with their help. */
  criteria: Array<Criterion>;
  /** What may be found of a criterion. */
  findings: Array<Choice>;
  /** What may be told who sends a person. */
  feedback_agreements: Array<Choice>;
  /** Directions of the adviser's opinion. */
  opinions: Array<Choice>;
  /** What may be known of a register. */
  register_answers: Array<Choice>;
  /** Kinds of interviews and contacts. */
  interview_kinds: Array<Choice>;
  /** Who decides to submit. */
  decision_modes: Array<Choice>;
  /** What an orientation may decide. */
  directions: Array<Choice>;
  /** Whom a condition of a decision is for. */
  conditions_for: Array<Choice>;
  /** Other solutions a person is directed to. */
  redirections: Array<Redirection>;
  /** What became of a person directed elsewhere. */
  redirection_answers: Array<Choice>;
  /** Why a lender refused. */
  refusal_reasons: Array<Choice>;
  /** Who tells the person of the lender's decision. */
  notification_modes: Array<Choice>;
  /** The account a lender asks for. */
  domiciliation_kinds: Array<Choice>;
  /** Levels of support. */
  support_levels: Array<Choice>;
  /** Who gives support. */
  providers: Array<Choice>;
  /** Rhythms of follow-up to copy from, each with its level of support. */
  follow_up_plans: Array<FollowUpPlan>;
  /** Documents a file of a dossier may stand for. */
  documents: Array<Choice>;
};

/** The folder chosen for copies. */
export type ChosenPlace = {
  /** The handle of the chosen folder. */
  folder: string;
};

/** One line of what a version says. */
export type Clause = {
  /** What it is about. */
  label: string;
  /** What it says. */
  text: string;
};

/** One clause: what the agreement says, what is seen. */
export type ClauseSeen = {
  /** What it is about. */
  label: string;
  /** What the agreement says; empty when it says nothing. */
  says: string;
  /** What is seen; empty when nothing is measured. */
  seen: string;
  /** What that asks for. */
  meaning: Seen;
};

/** The clauses under one heading. */
export type ClausesSeen = {
  /** `L’argent`, `Le dossier et la réponse`… */
  heading: string;
  /** The clauses, in their order. */
  clauses: Array<ClauseSeen>;
};

/** How the dossier was closed. */
export type ClosedDossier = {
  /** `Réorienté le 3 décembre 2026.` */
  sentence: string;
  /** Why the person stopped. */
  reason: string;
  /** The fact that closed it, when the person stopped. */
  fact: number | null;
  /** The form that corrects it. */
  form: DecisionForm | null;
};

/** The closing of a dossier. */
export type ClosingForm = {
  /** The dossier. */
  dossier: number;
  /** The day; today when empty. */
  on: string;
  /** How it ended. */
  outcome: string;
  /** What was observed, in the adviser's words. */
  note: string;
};

/** How long ago the recovery code was seen to open the office. */
export type CodeAge = {
  /** The day it was drawn. */
  made_on: Day | null;
  /** The day it was last copied back or tried. */
  proved_on: Day | null;
  /** `essayé il y a 10 mois`. */
  text: string;
  /** `à essayer chaque année`. */
  rhythm: string;
  /** Whether it is to be tried again. */
  is_due: boolean;
};

/** A column. */
export type ColumnData = {
  /** Its key. */
  key: string;
  /** What people read. */
  title: string;
  /** What it counts. */
  unit: string;
};

/** A column. */
export type ColumnView = {
  /** Its key. */
  key: string;
  /** What people read. */
  title: string;
};

/** A companion, as the room shows them. */
export type Companion = {
  /** Their number. */
  id: number;
  /** What they are to the person. */
  role: string;
  /** The same in words. */
  role_label: string;
  /** Their name. */
  name: string;
  /** Where they work. */
  organisation: string;
  /** How to reach them. */
  reach: string;
  /** Where letters reach them. */
  address: string;
  /** The day of the written agreement, as fields show it. */
  agreed_on: string;
  /** The agreement in words: `échange accepté par écrit le 9 novembre 2026`. */
  agreed_text: string;
  /** Whether they are the single referent. */
  lead: boolean;
};

/** A companion described anew. */
export type CompanionChange = {
  /** The dossier. */
  dossier: number;
  /** Which one. */
  companion: number;
  /** What is typed. */
  form: CompanionForm;
};

/** A companion as typed. */
export type CompanionForm = {
  /** What they are to the person. */
  role: string;
  /** Their name; needed. */
  name: string;
  /** Where they work. */
  organisation: string;
  /** How to reach them. */
  reach: string;
  /** Where letters reach them. */
  address: string;
  /** The day of the written agreement; empty without one. */
  agreed_on: string;
  /** Whether they are the single referent. */
  lead: boolean;
};

/** A total in both versions. */
export type ComparedTotal = {
  /** What it is. */
  label: string;
  /** Before. */
  before: string;
  /** After. */
  after: string;
  /** How much more, with its sign; empty for what is not an amount. */
  difference: string;
  /** Whether it is a result. */
  strong: boolean;
};

/** Someone else at a lender, as typed. */
export type ContactFields = {
  /** Their name; a line without one is left out. */
  name: string;
  /** What they do there. */
  role: string;
  /** Their telephone. */
  phone: string;
  /** Their e-mail address. */
  email: string;
};

/** A contract as it is being typed. */
export type ContractAsked = {
  /** The dossier. */
  dossier: number;
  /** What is typed; what is left empty is what was granted. */
  form: ContractForm;
};

/** One of the contract's figures. */
export type ContractFigure = {
  /** What it is. */
  label: string;
  /** Its value, written. */
  value: string;
  /** Where it comes from; absent for what was typed. */
  explained: ExplainedFigure | null;
  /** Whether it is not that of the other months. */
  differs: boolean;
};

/** The contract as typed; what is left empty is what was granted. */
export type ContractForm = {
  /** The day it was signed; today when empty. */
  signed_on: string;
  /** The lender; the one that approved when empty. */
  lender: string;
  /** The amount. */
  amount: string;
  /** The yearly rate. */
  annual_rate: string;
  /** The months. */
  months: string;
  /** The level instalment the contract states; worked out when empty. */
  instalment: string;
  /** The first instalment the contract states, where it is not that of the other months. */
  first_instalment: string;
  /** The last instalment the contract states. */
  last_instalment: string;
  /** The TAEG the contract states. */
  taeg: string;
  /** Months in which nothing is paid. */
  deferred: string;
  /** Months of interest only. */
  interest_only: string;
  /** The file fee. */
  fee: string;
  /** The monthly insurance; none when empty. */
  insurance_monthly: string;
  /** The yearly rate of the insurance on what is owed; none when empty. */
  insurance_on_outstanding: string;
  /** Whether it is a condition of the loan. */
  insurance_requirement: string;
  /** The day the funds are to be released. */
  disbursed_on: string;
  /** The day of the first instalment. */
  first_due_on: string;
  /** The number the bank gives the loan. */
  bank_reference: string;
};

/** One figure of the contract. */
export type ContractRow = {
  /** The field that corrects it; empty of one that follows from the others. */
  field: string;
  /** What it is. */
  label: string;
  /** As it was granted or simulated. */
  simulated: string;
  /** The same, as it is typed. */
  typed: string;
  /** By the contract. */
  stated: string;
  /** What differs, in words; empty when both agree. */
  difference: string;
};

/** A contract beside what was granted; nothing is written. */
export type ContractTried = {
  /** Its figures, in the order of the paper. */
  rows: Array<ContractRow>;
  /** Where each difference that has a reason comes from. */
  explained: Array<ExplainedFigure>;
  /** What to ask the bank, where nothing explains a difference. */
  questions: Array<string>;
  /** What follows the signature. */
  following: Array<LoanDate>;
};

/** An agreement of the bank shown. */
export type Convention = {
  /** `du 1er septembre 2019 au 9 juin 2023`. */
  period: string;
  /** `14 dossiers en cours restent jugés par elle`. */
  sentence: string;
  /** The paper it is written in. */
  source: string;
};

/** The copies of a place, every byte of them read. */
export type CopiesRead = {
  /** What people call the place. */
  place: string;
  /** The copies, the newest first. */
  rows: Array<CopyRow>;
};

/** The copies of the office, here and outside, and what is due. */
export type CopiesView = {
  /** The last copy on this computer. */
  here: CopyCard;
  /** The last copy outside the computer. */
  outside: CopyCard;
  /** What people call the place outside the computer; nothing before one is chosen. */
  place: string | null;
  /** What failed and has not succeeded since, one sentence each. */
  failures: Array<string>;
  /** Every copy, the newest first. */
  rows: Array<CopyRow>;
  /** That a copy took the place of the office, while that can be taken back. */
  restored: string | null;
  /** What goes further than the office. */
  doubts: Array<DoubtView>;
  /** What was set aside, the oldest first. */
  aside: Array<AsideRow>;
};

/** The last copy of a place. */
export type CopyCard = {
  /** When. */
  value: string;
  /** What it holds, what is due. */
  note: string;
  /** Whether it is late. */
  meaning: Meaning;
};

/** What would be lost if a copy took the place of the office. */
export type CopyCompared = {
  /** In a sentence. */
  sentence: string;
};

/** What was done, in a sentence. */
export type CopyDone = {
  /** Whether a copy was made. */
  made: boolean;
  /** The sentence; empty when nothing had to be done. */
  sentence: string;
};

/** One copy of a list. */
export type CopyRow = {
  /** The place, as calls name it. */
  place: string;
  /** Its name there. */
  stamp: string;
  /** When it was made. */
  made: string;
  /** Why. */
  reason: string;
  /** Where it is. */
  site: string;
  /** How many dossiers it holds. */
  dossiers: number;
  /** How many pieces it holds. */
  pieces: number;
  /** What it holds, in words. */
  holds: string;
  /** What it is worth, in words. */
  verdict: string;
  /** Whether it can take the place of the office. */
  usable: boolean;
  /** Whether the keys of the open office open it. */
  own: boolean;
};

/** A copy, and what opens it: one of its two secrets, or neither when the keys of the open office do. */
export type CopyToOpen = {
  /** Empty for this computer, `outside` for the place remembered, or the handle of a chosen folder. */
  place: string;
  /** Its name there. */
  stamp: string;
  /** The passphrase, as typed; empty when the code is given. */
  passphrase: string;
  /** The recovery code, as typed; empty when the passphrase is given. */
  code: string;
};

/** A cell as it is meant. */
export type CorrectedCell = {
  /** The line, as the spreadsheet numbers it. */
  line: number;
  /** The column, from zero. */
  place: number;
  /** What it says. */
  text: string;
};

/** A fact that was corrected. */
export type CorrectionRow = {
  /** The fact as it stands. */
  fact: number;
  /** What it is about. */
  what: string;
  /** Why it was corrected. */
  reason: string;
};

/** A criterion, as a form shows it. */
export type Criterion = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** What it looks at. */
  help: string;
  /** Questions that help to assess it. */
  questions: Array<string>;
};

/** One field of a criterion as typed. */
export type CriterionChange = {
  /** The dossier. */
  dossier: number;
  /** The criterion. */
  criterion: string;
  /** The field. */
  field: CriterionField;
  /** As typed. */
  value: string;
};

/** A field of a criterion. */
export type CriterionField = "finding" | "ground";

/** A day: ISO, and as people write it. */
export type Day = {
  /** `2026-11-09`. */
  iso: string;
  /** As the place it is shown in writes it. */
  text: string;
};

/** What is to be known after a death. */
export type DeathView = {
  /** `Décès noté le 3 mars 2027 : lettres et appels sont arrêtés.` */
  sentence: string;
  /** What ends and what stays, a line each. */
  lines: Array<string>;
  /** Whether the insurance was checked. */
  insurance_checked: boolean;
  /** What the heirs need: a label and its value. */
  heirs: Array<[string, string]>;
  /** Whether the dossier is closed. */
  closed: boolean;
};

/** A debt ratio with its working. */
export type DebtRatio = {
  /** `4,25 %`. */
  text: string;
  /** `85,00 ÷ 1 999,76`. */
  working: string;
};

/** What was decided of a proposal. */
export type Decided = "open" | "accepted" | "left";

/** The form of one kind of decision. */
export type DecisionForm = { "kind": "interview", "form": InterviewForm } | { "kind": "orientation", "form": OrientationForm } | { "kind": "submission", "form": SubmissionForm } | { "kind": "agreement_in_principle", "form": AgreementForm } | { "kind": "approval", "form": ApprovalForm } | { "kind": "refusal", "form": RefusalForm } | { "kind": "contract", "form": ContractForm } | { "kind": "disbursement", "form": DisbursementForm } | { "kind": "withdrawal", "form": StopForm } | { "kind": "drop", "form": StopForm } | { "kind": "support", "form": SupportForm } | { "kind": "event", "form": EventForm } | { "kind": "explanation", "form": ExplanationForm };

/** Everything decided of a dossier, and what may be decided now. */
export type DecisionsView = {
  /** The dossier. */
  dossier: number;
  /** Where it stands. */
  stage: Choice;
  /** Who decides in this office. */
  decides: string;
  /** That nothing is decided yet, or that it is not known of a dossier begun elsewhere; empty once a decision is. */
  undecided: string;
  /** The session that will decide, in an office that decides in session. */
  awaited: AwaitedSession | null;
  /** What the office decided. */
  orientations: Array<OrientationRow>;
  /** Every sending to a lender. */
  presentations: Array<PresentationRow>;
  /** `2 présentations, 2 réponses, 42 jours d’attente en tout.`; empty without a sending. */
  presentations_sentence: string;
  /** Interviews and calls, the last one first. */
  interviews: Array<InterviewRow>;
  /** The contract. */
  contract: SignedContract | null;
  /** The release of the funds. */
  disbursement: ReleasedFunds | null;
  /** The support plan in force. */
  support: Support | null;
  /** How it was closed. */
  closed: ClosedDossier | null;
  /** What was corrected, and why. */
  corrections: Array<CorrectionRow>;
  /** The forms that may be filled now. */
  offered: Array<OfferedForm>;
  /** What is not there yet. */
  later: Array<LaterStep>;
  /** What has to be there before a sending, from the assessment on until a lender agrees. */
  ready: Array<ReadyItem>;
  /** `il manque 3 choses`, or what is still to be seen once nothing prevents the sending. */
  ready_note: string;
  /** What the lender's agreement asks of its own. */
  questions: Array<LenderQuestion>;
  /** Rhythms to start a plan from. */
  plans: Array<PlanProposal>;
  /** Lenders with an agreement in force, and those of this dossier. */
  lenders: Array<Choice>;
};

/** A line that is not the same. */
export type DifferenceRow = {
  /** Its label with the detail. */
  label: string;
  /** `added`, `removed`, `month` or `words`. */
  changed: string;
  /** The same in a word: `ajoutée`. */
  changed_text: string;
  /** Its month before; a dash where there is none. */
  before: string;
  /** Its month after; a dash where there is none. */
  after: string;
  /** How much more, with its sign. */
  difference: string;
};

/** The release of the funds as typed. */
export type DisbursementForm = {
  /** Its day; today when empty. */
  on: string;
  /** How much; the contract's amount when empty. */
  amount: string;
  /** How: the project's means when empty. */
  means: string;
};

/** One document. */
export type DocumentAsked = {
  /** Its place, which tells it apart. */
  id: number;
  /** Its key. */
  key: string;
  /** As forms hold it. */
  fields: DocumentFields;
  /** Whether the office added it: only then its purposes are its own. */
  own: boolean;
  /** `avant la transmission, les 3 derniers, 3 mois de validité`. */
  state: string;
};

/** A document written or written anew. */
export type DocumentChange = {
  /** Which one; empty for a new one. */
  key: string;
  /** What is typed. */
  fields: DocumentFields;
};

/** A document as typed. */
export type DocumentFields = {
  /** What people read; needed. */
  label: string;
  /** How it has to be: « les trois derniers ». */
  detail: string;
  /** Its place in the file of the bank. */
  section: string;
  /** When it is asked for. */
  stage: string;
  /** The categories of purposes it is asked for; every request when empty. Of the office's own documents alone. */
  purposes: Array<string>;
  /** Whether it is asked for by the banks alone that add it to theirs. Of the office's own documents alone. */
  by_banks: boolean;
  /** Whether there is one for each borrower. */
  of_each: boolean;
  /** Whether it lacks as long as it is not there. */
  required: boolean;
  /** How many files make it whole; one when empty. */
  count: string;
  /** The months it holds from the day written on it; it does not grow old when empty. */
  validity_months: string;
  /** Where the person finds it. */
  where_to_get: string;
  /** Whether it is asked for no more. */
  retired: boolean;
};

/** What is known of one document, as typed. */
export type DocumentNote = {
  /** The dossier. */
  dossier: number;
  /** The document. */
  document: string;
  /** Whose it is, or which one of several; empty for the only one. */
  part: string;
  /** Where it stands. */
  state: string;
  /** The day written on it. */
  issued_on: string;
  /** The last day written on it. */
  valid_until: string;
  /** What is wrong with it, or why it is not there. */
  reason: string;
};

/** A document, or the part of one, that files are placed on. */
export type DocumentPlace = {
  /** The document. */
  document: string;
  /** Whose it is, or which one of several; may be empty. */
  part: string;
  /** The document in words. */
  label: string;
};

/** Something that may be said of a document. */
export type DocumentStateChoice = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** Whether it says why. */
  needs_reason: boolean;
  /** Whether it is said of a paper one looks at. */
  is_judgement: boolean;
};

/** The documents of a dossier. */
export type DocumentsChecklist = {
  /** The dossier. */
  dossier: number;
  /** `9 bons sur 13` */
  sentence: string;
  /** `Demander 4 pièces, dont 3 à apporter`, the button that asks for all of them; empty when none is to be asked. */
  to_request: string;
  /** `Noter reçues les 4 pièces demandées`, the button that says they all came; empty when none is awaited. */
  to_receive: string;
  /** The paper that asks the person for what lacks; nothing when nothing does. */
  letter: PaperToAsk | null;
  /** The documents, by the moment they are asked for. */
  stages: Array<ChecklistStage>;
  /** Every file of the dossier. */
  files: Attachments;
  /** What may be said of a document: the four judgements of a paper first, then what is rare. */
  states: Array<DocumentStateChoice>;
};

/** The documents asked for. */
export type DocumentsView = {
  /** The documents, those of the office first, then in their order; those asked for no more included. */
  documents: Array<DocumentAsked>;
  /** The places in the file of the bank. */
  sections: Array<Choice>;
  /** When a document may be asked for. */
  stages: Array<Choice>;
  /** What a document of the office may be for. */
  purposes: Array<Choice>;
};

/** The dossiers found. */
export type DossierList = {
  /** At most fifty rows. */
  rows: Array<DossierRow>;
  /** How many were found in all. */
  found: number;
  /** How many dossiers the office has. */
  total: number;
  /** What was found, in a sentence. */
  sentence: string;
  /** The words looked for, as sent. */
  search: string;
};

/** One dossier of the list. */
export type DossierRow = {
  /** Its number. */
  id: number;
  /** Its reference. */
  reference: string;
  /** Who asks. */
  name: string;
  /** The project in a line. */
  project: string;
  /** Where it stands. */
  stage: Choice;
  /** Its next date. */
  next_date: Day | null;
  /** What that date means today. */
  next_meaning: Meaning;
  /** What is to be done then. */
  next_what: string;
  /** The amount signed, granted, asked for or wished for. */
  amount: Money | null;
};

/** A dossier: its summary, its person, its request, its household, its rooms. */
export type DossierView = {
  /** Its number. */
  id: number;
  /** Its reference. */
  reference: string;
  /** Who asks. */
  name: string;
  /** One line of context: `3 personnes · voiture d’occasion`. */
  context: string;
  /** Where it stands. */
  stage: Choice;
  /** Its next date. */
  next: Next;
  /** The appointment agreed, until something settles it. */
  appointment: AgreedAppointment | null;
  /** The amount wished for. */
  amount: Money | null;
  /** The loan, once it can be worked out. */
  loan: HeadLoan | null;
  /** What is left to live on, a share a month, once there is a budget. */
  reste_a_vivre: Money | null;
  /** The day of the request. */
  received_on: Day;
  /** By where the person came. */
  origin: Choice;
  /** What fields hold of the person. */
  person: PersonFields;
  /** What fields hold of who borrows with them; nothing when nobody does. */
  co_borrower: PersonFields | null;
  /** Who else accompanies them. */
  companions: Array<Companion>;
  /** The single referent: the office's adviser, or a companion. */
  referent: string;
  /** The person's other dossiers, the latest first. */
  others: Array<TheirDossier>;
  /** What was asked and told at the first contact. */
  first_contact: FirstContact;
  /** What fields hold of the request. */
  request: RequestFields;
  /** Who lives on the budget. */
  household: Household;
  /** The rooms of the dossier. */
  rooms: Array<Room>;
  /** Where it comes from and what is not known of it, when it was begun elsewhere. */
  taken_over: string | null;
  /** That it is archived, since when and why; nothing otherwise. */
  archived: string | null;
};

/** Which dossiers, under which columns, in which file. */
export type DossiersToFile = {
  /** The year of the bilan. */
  year: string;
  /** Its first day. */
  from: string;
  /** Its last day. */
  to: string;
  /** The keys of the columns; all when there are none. */
  columns: Array<string>;
  /** Which dossiers it counts. */
  narrowed?: NarrowedTo;
  /** The form of the file. */
  form: TablesForm;
  /** The handle of the chosen file. */
  file: string;
};

/** What goes further than the office. */
export type DoubtView = {
  /** What is missing here, in a sentence. */
  sentence: string;
  /** What to do. */
  remedy: string;
  /** The state that can be brought back; nothing when it is a copy, which its own line restores. */
  state: string | null;
};

/** What was typed in a form and not yet recorded. */
export type Draft = {
  /** What it held, as the window wrote it; absent when there is none. */
  body: string | null;
  /** When it was kept, in UTC. */
  kept_at: string | null;
};

/** The forms left in the middle. */
export type Drafts = {
  /** Newest first. */
  drafts: Array<LeftForm>;
};

/** An instalment to choose. */
export type DueChoice = {
  /** Its number. */
  number: number;
  /** `5 novembre 2026, impayée`. */
  label: string;
};

/** A dossier with something to be done. */
export type DueDossier = {
  /** The dossier. */
  dossier: DossierRow;
  /** The day of the first thing to do there. */
  on: string;
  /** The person's telephone; empty when it is not known. */
  phone: string;
  /** What is to be done, the most pressing first; never empty. */
  tasks: Array<Task>;
};

/** A day up to which every instalment nothing was said of may be said paid. */
export type DueUntil = {
  /** The day, as it is sent. */
  on: string;
  /** The same, as people read it. */
  label: string;
  /** The number of the last instalment it says. */
  last: number;
  /** `Noter 3 échéances payées, 212,58 €`. */
  act: string;
};

/** A duration: what is paid a month, what it costs, what is left. */
export type DurationTried = {
  /** In months. */
  months: number;
  /** `36 mois`. */
  label: string;
  /** What is paid a month. */
  instalment: Money;
  /** What it costs in all. */
  cost: Money;
  /** What is left to live on with it, a share a month; absent without a budget. */
  reste_a_vivre: Money | null;
  /** Whether it is the one shown. */
  is_shown: boolean;
  /** Whether it is that of the simulation, which papers print. */
  is_kept: boolean;
};

/** A day everything would be repaid. */
export type EarlyAsked = {
  /** The dossier. */
  dossier: number;
  /** The day, as typed; today when empty. */
  on: string;
};

/** Everything repaid on a day. */
export type EarlyView = {
  /** The day. */
  on: Day;
  /** All there is to pay for the loan to end. */
  to_pay: Money;
  /** Where that comes from. */
  explained: ExplainedFigure;
  /** The interest that would never be paid. */
  avoided: Money;
  /** The instalments declared missed that are to be paid besides; absent when there is none. */
  missed: Money | null;
  /** What that means; empty when there is none. */
  missed_sentence: string;
};

/** One step of the end. */
export type EndingStep = {
  /** What is done there: `over`, `right`, `interview`, `refund`, `closing`. */
  key: string;
  /** What it is. */
  label: string;
  /** How it stands. */
  state: EndingStepState;
  /** Its day; empty while it has none. */
  note: string;
  /** What else is known of it; may be empty. */
  detail: string;
};

/** How a step of the end stands. */
export type EndingStepState = "done" | "current" | "refused" | "coming";

/** The end of the loan of a dossier. */
export type EndingView = {
  /** The dossier. */
  dossier: number;
  /** Whether the loan is over, or its last instalment has fallen due: the room has something to do. */
  is_open: boolean;
  /** Whether a refund may be decided: at the end, or as soon as the loan is paid when the rule says so. */
  may_refund: boolean;
  /** What opens it, or how the dossier was closed. */
  sentence: string;
  /** The steps, in their order. */
  steps: Array<EndingStep>;
  /** When the questionnaire may be answered, and whether it was. */
  survey: Array<SurveyMomentView>;
  /** What proves the refund; nothing when the office refunds nothing. */
  proof: RefundProofView | null;
  /** Where the interest that is refunded comes from; empty where its parts do not add up to it. */
  sources: Array<InterestSource>;
  /** The name a holder would have, unless the document says otherwise. */
  holder: string;
  /** The account the refund is paid to. */
  bank_details: HeldBankDetails | null;
  /** What was decided, and paid. */
  decided: string;
  /** Whether a refund was granted and waits for its payment. */
  to_pay: boolean;
  /** How it may be closed. */
  outcomes: Array<Choice>;
  /** Whether it is closed. */
  is_closed: boolean;
};

/** The day and the words a fact should have had. */
export type EntryCorrection = {
  /** The dossier. */
  dossier: number;
  /** The fact. */
  fact: number;
  /** The day it should have. */
  on: string;
  /** The words it should have; left out for a fact without words. */
  words: string;
  /** Why it is corrected; needed. */
  reason: string;
};

/** A new name of an entry. */
export type EntryName = {
  /** The list. */
  list: ListName;
  /** The entry. */
  key: string;
  /** Its name. */
  label: string;
  /** Its words after « pour »; unchanged when empty. */
  after: string;
};

/** An entry offered no more, or again. */
export type EntryRetirement = {
  /** The list. */
  list: ListName;
  /** The entry. */
  key: string;
  /** Whether it is retired. */
  retired: boolean;
};

/** A fact that never took place. */
export type EntryRetraction = {
  /** The dossier. */
  dossier: number;
  /** The fact. */
  fact: number;
  /** Why it was noted by mistake; needed. */
  reason: string;
};

/** One entry of a list. */
export type EntryView = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** Its heading, in lists that have headings. */
  group: string | null;
  /** Its words after « pour », for a purpose. */
  after: string;
  /** Advice for the adviser. */
  help: string | null;
  /** No longer offered. */
  retired: boolean;
  /** Added by the office. */
  own: boolean;
};

/** The envelope as a form holds it. */
export type EnvelopeFields = {
  /** The amount. */
  amount: string;
};

/** One version of the envelope. */
export type EnvelopeVersion = {
  /** How it is headed. */
  version: Version;
  /** As a form holds it. */
  fields: EnvelopeFields;
  /** In words. */
  clauses: Array<Clause>;
};

/** What is to be erased, and why. */
export type ErasureAsked = {
  /** The dossier; with the person, one of theirs. */
  dossier: number;
  /** Its reference, typed again: nothing is erased by a slip. */
  typed_reference: string;
  /** Why: the key of a reason. */
  reason: string;
  /** The day it was decided, as typed; today when empty. */
  decided_on: string;
  /** Whether the bilans go on counting what is erased, without a name. */
  keeps_figures: boolean;
};

/** What an erasure would take away and leave. */
export type ErasurePreview = {
  /** The dossier. */
  dossier: number;
  /** Its reference, to be typed again. */
  reference: string;
  /** Who asked. */
  name: string;
  /** The references of the person's other dossiers. */
  others: Array<string>;
  /** What goes with this dossier alone. */
  goes: Array<string>;
  /** What goes with the person and every dossier of theirs. */
  goes_with_person: Array<string>;
  /** What stays. */
  stays: Array<string>;
  /** Why it may be erased. */
  reasons: Array<Choice>;
};

/** The register of erasures. */
export type Erasures = {
  /** Every certificate, the last one first. */
  certificates: Array<CertificateView>;
};

/** Something that passed with a lender, as typed. */
export type EventForm = {
  /** What happened. */
  event: string;
  /** Its day; today when empty. */
  on: string;
  /** The lender; the one of the moment when empty. */
  lender: string;
  /** What became of a person directed elsewhere. */
  answer: string;
  /** Which of the solutions proposed the answer is about; all of them when empty. */
  solution: string;
  /** What the solution gave, in euros; may be empty. */
  obtained: string;
  /** Until when it holds: the last day of an offer. */
  until: string;
  /** What was said. */
  note: string;
};

/** An exchange told anew. */
export type ExchangeChange = {
  /** Which one. */
  exchange: number;
  /** What is typed. */
  form: ExchangeForm;
};

/** An exchange as typed. */
export type ExchangeForm = {
  /** Its day; today when empty. */
  on: string;
  /** What it was. */
  kind: string;
  /** With whom there. */
  whom: string;
  /** What was said; needed. */
  note: string;
  /** What comes next. */
  next_step: string;
  /** When. */
  next_on: string;
  /** The reference of the dossier it is about; empty when it is about none. */
  reference: string;
};

/** One exchange. */
export type ExchangeView = {
  /** Its number. */
  id: number;
  /** The referrer it was with; a lender's when absent. */
  referrer: number | null;
  /** As its form holds it. */
  form: ExchangeForm;
  /** `9 novembre 2026, appel ou message`. */
  heading: string;
  /** What comes next: `rappeler, le 16 novembre 2026`; empty when nothing does. */
  next: string;
  /** Whether what comes next is overdue. */
  late: boolean;
  /** The dossier it is about. */
  dossier: number | null;
};

/** A part of the cost. */
export type Expense = {
  /** Its number. */
  id: number;
  /** What is paid. */
  label: string;
  /** How much. */
  amount: Money;
};

/** A part of the cost changed, as typed. */
export type ExpenseChange = {
  /** The dossier. */
  dossier: number;
  /** The expense. */
  expense: number;
  /** What is paid; needed. */
  label: string;
  /** How much; needed. */
  amount: string;
};

/** A figure with everything it comes from. */
export type ExplainedFigure = {
  /** What it is. */
  title: string;
  /** Its value, written. */
  result: string;
  /** How it is worked out. */
  rule: string;
  /** What goes in. */
  inputs: Array<ExplainedInput>;
  /** The steps, down to the result. */
  steps: Array<ExplainedStep>;
  /** The lines that prove it. */
  table: ExplainedProof | null;
  /** What is rounded, left out or not known. */
  notes: Array<string>;
  /** The law, the convention or the setting with its date. */
  source: string;
};

/** Something that goes in. */
export type ExplainedInput = {
  /** What it is. */
  label: string;
  /** Its value, written. */
  value: string;
};

/** Lines that prove a figure. */
export type ExplainedProof = {
  /** The headings; the first column is words, the others are numbers. */
  columns: Array<string>;
  /** The lines, a cell a column. */
  rows: Array<Array<string>>;
  /** The total, a cell a column; empty without one. */
  total: Array<string>;
};

/** One operand or result. */
export type ExplainedStep = {
  /** `−`, `=`, `÷` or nothing. */
  sign: string;
  /** What it is. */
  label: string;
  /** Its value, written. */
  value: string;
  /** Whether it is a result. */
  strong: boolean;
};

/** The reasons a lender gives for its refusal, as typed. */
export type ExplanationForm = {
  /** The day they were given; today when empty. */
  on: string;
  /** The lender; the last one that refused when empty. */
  lender: string;
  /** Why; at least one. */
  reasons: Array<string>;
  /** The lender's words. */
  note: string;
};

/** Columns kept under a name. */
export type ExportChoiceView = {
  /** The name. */
  name: string;
  /** The keys of the columns, in the order of files. */
  columns: Array<string>;
  /** `12 colonnes`. */
  told: string;
};

/** The columns and the choices kept. */
export type ExportChoicesView = {
  /** Every column, in the order of files. */
  columns: Array<Choice>;
  /** The choices kept, in the order of their names. */
  choices: Array<ExportChoiceView>;
};

/** An answer to a fact. */
export type FactAnswer = {
  /** The dossier. */
  dossier: number;
  /** The fact. */
  fact: string;
  /** The answer; empty takes it back. */
  answer: string;
  /** Of whom, where the registers tell it of each borrower; the applicant when absent. */
  of?: PersonOf;
};

/** A fact as it should have been noted. */
export type FactCorrection = {
  /** The dossier. */
  dossier: number;
  /** The fact. */
  fact: number;
  /** Why it is corrected; needed. */
  reason: string;
  /** What it should have said: the form of its kind. */
  decision: DecisionForm;
};

/** A refusal, worded for the adviser. */
export type Failure = {
  /** What the caller does about it. */
  kind: FailureKind;
  /** What happened and what is safe. */
  message: string;
  /** The field of the input it is about. */
  field: string | null;
  /** What to do. */
  remedy: string | null;
  /** The other fields of a long form that are refused with it. */
  others?: Array<FieldRefusal>;
};

/** What the caller does about a failure. */
export type FailureKind = "refused" | "gone" | "locked" | "wrong_secret" | "damaged" | "too_new" | "disk_full" | "busy" | "cancelled" | "broken";

/** What a person agreed that their referrer be told, as typed. */
export type FeedbackForm = {
  /** The dossier. */
  dossier: number;
  /** What they agreed to. */
  agreement: string;
  /** The day; today when empty. */
  on: string;
};

/** The kind of a field that is read as it is left. */
export type FieldKind = "amount" | "date" | "known_date" | "birth_date" | "next_date" | "hour" | "month" | "phone" | "email" | "postal_code" | "rate";

/** What is refused of one field among several. */
export type FieldRefusal = {
  /** The field of the input. */
  field: string;
  /** What is refused, and what to do. */
  message: string;
};

/** A figure that is explained, by the room that works it out. */
export type Figure = LoanFigure | BudgetFigure | AssessmentFigure;

/** Which figure of which dossier. */
export type FigureAsked = {
  /** The dossier. */
  dossier: number;
  /** The figure. */
  figure: Figure;
  /** The lender whose offer or rule it is of; the one kept when absent. */
  lender?: string;
  /** The TAEG of a revolving credit as typed, in place of the office's. */
  revolving_taeg?: string;
  /** The budget line it is of. */
  line?: number;
  /** The check whose result it is. */
  check?: string;
};

/** Numbers under one heading. */
export type FigureGroup = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** The numbers. */
  figures: Array<FigureView>;
};

/** A number and what explains it. */
export type FigureView = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** How it is counted. */
  definition: string;
  /** The number in its unit; `–` where there is none. */
  value: string;
  /** How many dossiers it opens. */
  dossiers: number;
  /** Its terms, and how many dossiers it leaves out; empty where the definition says all. */
  working: string;
  /** How its facts are gathered; empty for each fact at its day. */
  reading: string;
  /** The same number of the period before. */
  before: string | null;
  /** How far it is from it. */
  difference: string | null;
  /** The same number elsewhere. */
  references: Array<ReferenceView>;
};

/** The files to attach. */
export type FilesToAttach = {
  /** The dossier. */
  dossier: number;
  /** The handles of the chosen files. */
  files: Array<string>;
  /** The document they stand for; empty when that is not said. */
  document: string;
  /** Whose it is, or which one of several, with a document; empty for the only one. */
  part: string;
  /** Whether files the dossier holds already are kept once more. */
  again: boolean;
  /** Whether photographs leave behind their place, day, device and thumbnail; their picture stays as it is. */
  without_photo_information: boolean;
};

/** A task that is done. */
export type FinishedTask = {
  /** The dossier. */
  dossier: number;
  /** The key of the task. */
  task: string;
};

/** What was asked and told at the first contact. */
export type FirstContact = {
  /** The call and what followed; empty when there was none. */
  sentence: string;
  /** The answers given, those of a later call over those of an earlier one. */
  answers: Array<AnswerGiven>;
  /** The last call as its form holds it. */
  call: CallNoted | null;
  /** Whether another call may be noted: the request is open and no lender agreed. */
  may_call: boolean;
  /** What the person was told, each with its day, by its key. */
  told: { [key in string]: string };
};

/** A sum and its time: below zero when lent, above when paid, or the other way round. */
export type FlowTyped = {
  /** Years since any common moment: `1.5`. */
  years?: string;
  /** The day, as typed or ISO. */
  date?: string;
  /** The sum. */
  amount: string;
};

/** Sums lent and paid. */
export type FlowsTyped = {
  /** The flows, all by years or all by dates. */
  flows: Array<FlowTyped>;
};

/** The delays as a form holds them, in days. */
export type FollowUpFields = {
  /** From a request to its next date when none was chosen. */
  first_next_date_days: string;
  /** Before its end, from when an agreement is to be renewed. */
  renewal_days: string;
  /** What follows a missed instalment, by its setting; empty is what it starts with. */
  arrears: { [key in string]: string };
  /** Months without a contact after which a running loan is silent. */
  silent_months: string;
  /** Months after which an aid of the directory is to be checked again. */
  aid_recheck_months: string;
  /** Days in which a lender is expected to answer when its agreement does not say. */
  answer_default_days: string;
  /** Days after which a person directed elsewhere is called back when the solution does not say. */
  redirection_callback_days: string;
  /** Days without news of the person after which they may be written to. */
  silence_days: string;
  /** Days after which a request without news is closed, counted from the letter that says so. */
  reminder_days: string;
  /** The tasks, each with its own delay. */
  tasks: Array<TaskDelayFields>;
};

/** One model. */
export type FollowUpModelView = {
  /** Its place, which tells it apart. */
  id: number;
  /** Its key. */
  key: string;
  /** As forms hold it. */
  fields: ModelFields;
  /** `4 étapes`, `4 étapes, plus proposé`. */
  state: string;
  /** Its steps in words. */
  steps: Array<string>;
};

/** The models of follow-up. */
export type FollowUpModelsView = {
  /** The models, those proposed no more included. */
  models: Array<FollowUpModelView>;
  /** The levels of support. */
  levels: Array<Choice>;
  /** The days of a loan. */
  events: Array<Choice>;
  /** The kinds of contacts. */
  channels: Array<Choice>;
  /** Who may follow. */
  providers: Array<Choice>;
};

/** A rhythm of follow-up, as a form offers it. */
export type FollowUpPlan = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** The level of support it goes with. */
  level: string;
  /** Its steps, in words. */
  steps: Array<string>;
};

/** The delays and every version of them. */
export type FollowUpView = {
  /** The versions, the newest first. */
  versions: Array<SettingVersion<FollowUpFields>>;
  /** The numbers of the arrears ladder. */
  arrears: Array<ArrearsSetting>;
  /** The tasks that have a delay of their own. */
  tasks: Array<TaskName>;
};

/** The room « Suivi » of a dossier. */
export type FollowedView = {
  /** What opens the room; empty once the funds are released. */
  closed: string;
  /** The level of support and who gives what; empty without a plan. */
  plan: string;
  /** `charte signée le 27 novembre 2026`, `charte pas encore notée`. */
  charter: string;
  /** The instalments one by one. */
  strip: Array<StripMonth>;
  /** `8 échéances déclarées payées sur 24, 1 impayée`, `aucun incident connu`. */
  known: string;
  /** What a missed instalment asks for; absent when none is owed. */
  arrears: ArrearsView | null;
  /** Points owed, then the next ones. */
  points: Array<PointRow>;
  /** `4 points tenus, 1 dû`. */
  points_sum: string;
  /** The points made, the last first. */
  reviews: Array<ReviewRow>;
  /** What happened, the last first. */
  happened: Array<HappenedRow>;
  /** What is to be known after a death. */
  death: DeathView | null;
  /** What may be noted. */
  events: Array<Choice>;
  /** Life events offered. */
  life_events: Array<Choice>;
  /** Those that are a difficulty: what may be the cause of a missed instalment. */
  causes: Array<Choice>;
  /** Actions offered. */
  actions: Array<Choice>;
  /** Kinds of contact. */
  kinds: Array<Choice>;
  /** Who may make a point. */
  providers: Array<Choice>;
};

/** What an action calls for: a paper, a line in one's calendar. */
export type Following = {
  /** Its dossier. */
  dossier: number;
  /** The key of its paper; absent when it has none. */
  paper: string | null;
  /** Whether an appointment was agreed. */
  appointment: boolean;
};

/** The copies about to be destroyed. */
export type FormerCopies = {
  /** How many were shown. */
  count: number;
};

/** The agreement as a form holds it; only the funder and the amount are needed. */
export type FundingFields = {
  /** Who gives. */
  funder: string;
  /** What is given for a year. */
  amount: string;
  /** How many dossiers were to be assessed. */
  assessed_target: string;
  /** How many loans were to be granted. */
  granted_target: string;
};

/** One version of the agreement. */
export type FundingVersion = {
  /** How it is headed. */
  version: Version;
  /** As a form holds it. */
  fields: FundingFields;
  /** In words. */
  clauses: Array<Clause>;
};

/** The agreements with funders. */
export type FundingView = {
  /** The versions, the newest first; none while nobody gives. */
  versions: Array<FundingVersion>;
};

/** What one dossier takes of it. */
export type GuaranteeRow = {
  /** The dossier. */
  dossier: number;
  /** Its reference. */
  reference: string;
  /** The person. */
  name: string;
  /** `50 % de 800,00 €`. */
  working: string;
  /** Committed. */
  committed: Money;
  /** Called. */
  called: Money;
  /** Pending. */
  pending: Money;
};

/** The envelope and what stands on it. */
export type GuaranteeView = {
  /** Whether the office guarantees a product itself. */
  used: boolean;
  /** The envelope in force; absent while none is set. */
  amount: Money | null;
  /** `par délibération du …`. */
  source: string;
  /** What is committed. */
  committed: Money;
  /** What was called. */
  called: Money;
  /** What is left; absent while no envelope is set. */
  left: Money | null;
  /** What sendings without an answer would commit. */
  pending: Money;
  /** That the pending sendings would exceed what is left; empty otherwise. */
  warning: string;
  /** The dossiers behind the figures. */
  rows: Array<GuaranteeRow>;
  /** The versions, the newest first. */
  versions: Array<EnvelopeVersion>;
};

/** One thing that happened. */
export type HappenedRow = {
  /** Its day. */
  on: Day;
  /** What. */
  label: string;
  /** What was said. */
  note: string;
};

/** The loan of a dossier: signed, granted or simulated. */
export type HeadLoan = {
  /** `2 400,00 € sur 36 mois`. */
  sentence: string;
  /** What it takes from the budget a month, insurance chosen included. */
  instalment: Money;
  /** What is left to live on with it, a share a month; absent without a budget. */
  reste_a_vivre_after: Money | null;
};

/** What a session does with a dossier, as typed. */
export type HearingForm = {
  /** Decided, put off or taken off; decided when empty. */
  result: string;
  /** `yes` or `no`: whether the applicant was there; not noted when empty. */
  applicant: string;
  /** The opinions. */
  opinions: Array<OpinionForm>;
  /** What is decided of a request: where it goes. */
  direction: string;
  /** The solutions proposed, for a redirection. */
  solutions: Array<string>;
  /** Why. */
  reason: string;
  /** On what condition. */
  conditions: string;
  /** Whom that condition is for; needed with one of a sending. */
  condition_for: string;
  /** What was said, for the minutes. */
  note: string;
  /** What the letter says of it to the person. */
  letter_words: string;
  /** The session it is put off to; none yet when empty. */
  adjourned_to: string;
};

/** What a session did with a dossier. */
export type HearingShown = {
  /** Decided, put off, taken off. */
  result: Choice;
  /** `Transmettre à une banque`, `Prêt accordé`, `Ajourné`. */
  decision: string;
  /** On what condition, or why. */
  conditions: string;
  /** Whether the applicant was there, in words; empty when it was not noted. */
  applicant: string;
  /** The opinions, one line each. */
  opinions: Array<string>;
  /** What was said. */
  note: string;
};

/** The account a refund is paid to. */
export type HeldBankDetails = {
  /** The whole number, shown here alone. */
  iban: string;
  /** The holder. */
  holder: string;
  /** What is to be looked at: the holder is not the person; empty when nothing is. */
  warning: string;
};

/** What is looked for in the guide. */
export type HelpAsked = {
  /** Some words, as typed. */
  words: string;
};

/** A block of text. */
export type HelpBlock = { "is": "paragraph";
/** Its text. */
text: Array<HelpSpan>, } | { "is": "note";
/** Its text. */
text: Array<HelpSpan>, } | { "is": "list";
/** Whether its order counts. */
is_numbered: boolean;
/** Its items. */
items: Array<Array<HelpSpan>>, } | { "is": "table";
/** The headings of its columns. */
heads: Array<Array<HelpSpan>>;
/** Its rows, cell by cell. */
rows: Array<Array<Array<HelpSpan>>>, } | { "is": "picture";
/** Its name in `assets/help/pictures`, without its ending. */
name: string;
/** What it shows. */
alt: string;
};

/** A section that answers. */
export type HelpHit = {
  /** The key of its page. */
  topic: string;
  /** The key of the section; empty for the opening of the page. */
  section: string;
  /** The title of the section, or of the page. */
  title: Array<HelpPiece>;
  /** The page the section belongs to; empty for the page itself. */
  within: string;
  /** The sentence that answers, or the first. */
  text: Array<HelpPiece>;
};

/** What answers in the guide. */
export type HelpHits = {
  /** The sections, the best first. */
  hits: Array<HelpHit>;
};

/** A page as the contents list it. */
export type HelpLine = {
  /** Its key, which ends its address. */
  key: string;
  /** Its title. */
  title: string;
  /** What it is about, in a few words. */
  about: string;
};

/** How a run of words looks. */
export type HelpLook = "plain" | "strong" | "key";

/** A part of the guide. */
export type HelpPart = {
  /** `Le guide`, `Les écrans`, `À portée de main`. */
  title: string;
  /** Its pages, in their order. */
  topics: Array<HelpLine>;
};

/** Some words of an answer. */
export type HelpPiece = {
  /** The words. */
  text: string;
  /** Whether they are what was looked for. */
  is_hit: boolean;
};

/** What stands under one heading. */
export type HelpSection = {
  /** Its key within the page. */
  key: string;
  /** Its heading; empty for the opening of a page. */
  title: string;
  /** What it says. */
  blocks: Array<HelpBlock>;
};

/** A run of words that look alike. */
export type HelpSpan = {
  /** The words. */
  text: string;
  /** How they look. */
  look: HelpLook;
  /** The address they lead to. */
  to: string | null;
};

/** A page of the guide. */
export type HelpTopic = {
  /** Its key. */
  key: string;
  /** Its title. */
  title: string;
  /** Whether its sections are questions, shown one at a time. */
  is_folded: boolean;
  /** Its sections; the first has no title. */
  sections: Array<HelpSection>;
  /** The words of the trade it uses, in the order of the glossary. */
  words: Array<HelpSection>;
  /** The values of the law it names, as they are today. */
  law: Array<LegalTopicView>;
};

/** The contents of the guide. */
export type HelpTopics = {
  /** The parts, in their order. */
  parts: Array<HelpPart>;
};

/** What an aid hoped for would change. */
export type HopedAid = {
  /** The aid. */
  aid: number;
  /** `Avec les 200,00 € (Employeur, …), le microcrédit descend à … et la mensualité à …`. */
  sentence: string;
  /** `Accordée : compter les 200,00 €`. */
  action: string;
};

/** Who lives on the budget. */
export type Household = {
  /** Everyone, the applicant first. */
  members: Array<Member>;
  /** The divisor: `3` or `2,5`. */
  shares_text: string;
  /** `3 personnes comptées dans le reste à vivre`. */
  sentence: string;
};

/** An indicator. */
export type IndicatorData = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** `84`, `46530.00`, `59.62`; null over 0. */
  value: string | null;
  /** `dossiers`, `euros`, `months`, `percent` or `days`. */
  unit: string;
  /** How many dossiers are behind it. */
  dossiers: number;
};

/** One instalment, amounts without their unit. */
export type InstalmentRow = {
  /** Its number, from 1. */
  number: number;
  /** The day it falls due; empty without dates. */
  due: string;
  /** What is paid. */
  total: string;
  /** What it repays of the amount. */
  principal: string;
  /** The interest. */
  interest: string;
  /** The insurance; empty without one. */
  insurance: string;
  /** What is left to repay after it. */
  outstanding: string;
};

/** A part of the interest that is refunded. */
export type InterestSource = {
  /** `Intérêts du contrat`, `Report d’une échéance, 16 nov. 2027`. */
  label: string;
  /** Its amount, without its unit. */
  amount: string;
};

/** An interview or a call as typed. */
export type InterviewForm = {
  /** Its day; today when empty. */
  held_on: string;
  /** Its kind. */
  kind: string;
  /** How long it lasted, in minutes. */
  minutes: string;
  /** What was said and done. */
  note: string;
};

/** An interview or a call. */
export type InterviewRow = {
  /** Its fact. */
  fact: number;
  /** Its day. */
  on: Day;
  /** Its kind. */
  kind: string;
  /** How long: `1 h 30`; empty when not known. */
  length: string;
  /** What was said and done. */
  note: string;
  /** The form that corrects it. */
  form: DecisionForm;
};

/** A line of the budget that a proposal may join. */
export type JoinableLine = {
  /** Its number. */
  line: number;
  /** `Loyer, 455,00 € par mois`. */
  label: string;
  /** Whether money comes in. */
  is_income: boolean;
};

/** Which lines are asked for. */
export type JournalAsked = {
  /** The reference of a dossier; every line when empty. */
  dossier_reference: string;
  /** Only this kind of lines. */
  kind?: JournalKind;
  /** Only this day, as typed; every day when empty. */
  on: string;
  /** How many lines to pass over. */
  offset: number;
};

/** A kind of line the page is filtered by. */
export type JournalKind = "shown" | "changed" | "given_out" | "kept" | "office";

/** A line of the journal, worded. */
export type JournalLineView = {
  /** Its number. */
  number: number;
  /** The moment, in universal time. */
  at: string;
  /** `9 h 51`, `hier, 17 h 41`, `12 oct. 2025, 9 h 51`. */
  when: string;
  /** What was done. */
  what: string;
  /** The dossier, while it exists. */
  dossier: number | null;
  /** Its reference, or that it is gone. */
  reference: string;
  /** The names of the fields, or which paper. */
  detail: string;
};

/** What was done, in a sentence. */
export type JournalSaved = {
  /** The sentence. */
  sentence: string;
};

/** Which lines of the journal, and the file chosen for them. */
export type JournalToFile = {
  /** The reference of a dossier; every line when empty. */
  dossier_reference: string;
  /** Only this kind of lines. */
  kind?: JournalKind;
  /** Only this day, as typed; every day when empty. */
  on: string;
  /** The handle of the chosen file. */
  file: string;
};

/** The journal as its page shows it. */
export type JournalView = {
  /** At most a hundred lines, the newest first. */
  lines: Array<JournalLineView>;
  /** How many were found in all. */
  found: number;
  /** What was found, in a sentence. */
  sentence: string;
  /** Whether the chain is whole; told with the first page. */
  is_whole: boolean | null;
  /** The same in a sentence. */
  chain: string;
  /** What is kept, and how long. */
  rule: string;
};

/** What keeping a lender asks. */
export type Keeping = "free" | "with_reason" | "barred";

/** A paper as it went out. */
export type KeptPaper = {
  /** Its number. */
  id: number;
  /** Its dossier. */
  dossier: number;
  /** The reference of its dossier, as its foot has it. */
  reference: string;
  /** Whose dossier it is. */
  name: string;
  /** Its key in the register. */
  key: string;
  /** What people read. */
  title: string;
  /** The day it first went out. */
  on: Day;
  /** `10 h 42`. */
  at: string;
  /** Who it was made for; may be empty. */
  reader: string;
  /** What stands at the foot of its pages. */
  fingerprint: string;
};

/** Which page of a paper that went out, how wide. */
export type KeptPaperPage = {
  /** The paper. */
  of: OneKeptPaper;
  /** The page, from 1. */
  page: number;
  /** Its width in pixels. */
  width: number;
};

/** A paper that went out and the file chosen for it. */
export type KeptPaperToFile = {
  /** The dossier. */
  dossier: number;
  /** The paper. */
  kept: number;
  /** The handle of the chosen file. */
  file: string;
};

/** The papers of a dossier that went out. */
export type KeptPapers = {
  /** The last one first. */
  papers: Array<KeptPaper>;
};

/** A statement that the dossier keeps. */
export type KeptStatement = {
  /** Its number among the files of the dossier. */
  attachment: number;
  /** Its name. */
  name: string;
};

/** The people it may be. */
export type KnownPeople = {
  /** The likeliest first. */
  people: Array<KnownPerson>;
};

/** Someone the office knows. */
export type KnownPerson = {
  /** Their number. */
  person: number;
  /** Their name. */
  name: string;
  /** `né(e) le 14 mars 1991`; empty when it is not known. */
  born: string;
  /** What makes it likely: `même téléphone`. */
  why: string;
  /** Their dossiers, the latest first. */
  dossiers: Array<TheirDossier>;
};

/** One step of the ladder. */
export type LadderRow = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** What is done. */
  what: string;
  /** `fait le 18 nov.`, `prévu le 20 nov., retard : 4 jours`, `la banque, 5 août, date passée, rien de noté`. */
  when: string;
  /** Its day, alone; empty when it has none yet. */
  day: string;
  /** Where it stands. */
  state: LadderState;
  /** The paper that goes with it; empty without one. */
  paper: string;
};

/** Where a step stands. */
export type LadderState = "done" | "lit" | "late" | "gone" | "coming";

/** One figure of what was done so far. */
export type Landmark = {
  /** What it counts. */
  label: string;
  /** The figure, in words. */
  value: string;
};

/** A step that is not there yet. */
export type LaterStep = {
  /** Its name. */
  title: string;
  /** What would open it. */
  note: string;
};

/** One form left in the middle. */
export type LeftForm = {
  /** Its dossier, if it has one. */
  dossier: number | null;
  /** The name of the form. */
  form: string;
  /** The room it is filled in. */
  room: RoomKey;
  /** Which form it is, in words: `Budget, Sonia Delmas`. */
  title: string;
  /** When it was kept, in UTC. */
  kept_at: string;
};

/** One topic of the law. */
export type LegalTopicView = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** Its unit in words. */
  unit: string;
  /** Advice for the adviser. */
  help: string | null;
  /** The value in force today. */
  current: LegalValueView | null;
  /** The other values, the newest first. */
  others: Array<LegalValueView>;
};

/** One value of the law. */
export type LegalValueView = {
  /** The value in words. */
  text: string;
  /** `depuis le 7 février 2022`; empty when no bound is known. */
  period: string;
  /** The law, article or notice it comes from. */
  source: string;
  /** Whether it is to be verified. */
  weak: boolean;
  /** What is uncertain. */
  note: string | null;
};

/** The values of the law. */
export type LegalView = {
  /** The topics, in their order. */
  topics: Array<LegalTopicView>;
};

/** The warning of the law in force on the day of the contract, of the offer, or today. */
export type LegalWarning = {
  /** Its text, printed as it is. */
  text: string;
  /** Which contracts it is for: `contrats signés depuis le 20 novembre 2026`. */
  regime: string;
  /** By which day it was chosen: `d’après la date du contrat, 3 décembre 2026`. */
  by: string;
  /** The text of the law. */
  source: string;
};

/** The answer to a lender's own question. */
export type LenderAnswer = {
  /** The dossier. */
  dossier: number;
  /** The lender. */
  lender: string;
  /** The question. */
  question: string;
  /** The answer as typed; empty takes it back. */
  answer: string;
};

/** A lender described anew. */
export type LenderChange = {
  /** The lender. */
  lender: string;
  /** Its name, contact and addresses. */
  fields: LenderFields;
};

/** The person's choice, worded. */
export type LenderChoice = {
  /** The lender chosen. */
  lender: string;
  /** The account chosen; empty when nothing was. */
  account: string;
  /** The day, as its field holds it. */
  on: string;
  /** The person's reasons. */
  reasons: string;
  /** `Le 9 novembre 2026 : Banque du Val, compte alimenté de la mensualité.` */
  sentence: string;
  /** That another lender's offer is kept; empty when it is this one's. */
  differs: string;
};

/** A lender's name, contact and addresses. */
export type LenderFields = {
  /** Its name. */
  name: string;
  /** The named contact. */
  contact: string;
  /** What the contact does there. */
  contact_role: string;
  /** The contact's telephone. */
  phone: string;
  /** The contact's e-mail address. */
  email: string;
  /** Where letters reach it. */
  address: string;
  /** Who else is reached there. */
  others: Array<ContactFields>;
};

/** The lender whose terms are kept. */
export type LenderKept = {
  /** The dossier. */
  dossier: number;
  /** The lender. */
  lender: string;
  /** With the months that do not repay, or without them. */
  kind: OfferKind;
  /** Why the person borrows there though the lender's own rule says no; recorded, dated, as the person's choice. */
  reasons?: string;
};

/** A question of the lender, with its answer. */
export type LenderQuestion = {
  /** The lender. */
  lender: string;
  /** Its key. */
  key: string;
  /** What is asked. */
  label: string;
  /** What its answer is. */
  kind: string;
  /** Whether the lender wants it answered. */
  required: boolean;
  /** The answer; may be empty. */
  answer: string;
};

/** A lender that is a partner no more, or again. */
export type LenderRetirement = {
  /** The lender. */
  lender: string;
  /** Whether it is retired. */
  retired: boolean;
};

/** A budget by the rule of a lender. */
export type LenderRule = {
  /** The lender's name. */
  name: string;
  /** What is left to live on before the loan, a share a month. */
  reste_a_vivre: Money;
  /** The same once the project is done. */
  after: Money;
  /** `÷ 1,8 unités de consommation`. */
  shares_text: string;
  /** Where it stands beside the lender's threshold; absent without one. */
  threshold: Threshold | null;
  /** The repayment capacity, or why it is not worked out. */
  capacity: string;
  /** What else the rule asks, and whether it is so. */
  remarks: Array<string>;
};

/** One lender. */
export type LenderView = {
  /** Its key. */
  key: string;
  /** Its name, contact and addresses. */
  fields: LenderFields;
  /** No longer a partner. */
  retired: boolean;
  /** The other conditions of a loan the agreement in force allows. */
  conditions: Array<SimulationField>;
  /** The rate of the agreement in force; empty when there is none or it states none. */
  rate: string;
  /** Where it stands: `depuis le 1er février 2025`, `finit dans 37 jours`, `sans convention`. */
  standing: string;
  /** Whether the standing asks for something. */
  warns: boolean;
  /** What was signed, the newest first. */
  agreements: Array<AgreementView>;
};

/** A lender with running loans. */
export type LenderWithLoans = {
  /** Its key. */
  key: string;
  /** `Caisse du Val, 38 prêts`. */
  label: string;
};

/** The lenders and what an agreement may say. */
export type LendersView = {
  /** The lenders, partners first. */
  lenders: Array<LenderView>;
  /** Products an agreement may cover. */
  products: Array<Choice>;
  /** Categories an agreement may finance. */
  categories: Array<Choice>;
  /** Purposes that may have a ceiling of their own. */
  purposes: Array<Choice>;
  /** Who may tell the person. */
  notifications: Array<Choice>;
  /** The accounts that may be asked for. */
  domiciliations: Array<Choice>;
  /** When a fee may be paid. */
  fee_payments: Array<Choice>;
  /** What interest a first period may bear. */
  first_periods: Array<Choice>;
  /** Whether insurance may be a condition. */
  insurances: Array<Choice>;
  /** What the answer to a lender's own question may be. */
  answer_kinds: Array<Choice>;
  /** Where a lender's own form may go. */
  own_form_places: Array<Choice>;
  /** What a lender may alert the office of. */
  alert_scopes: Array<Choice>;
  /** What may happen at the end of an agreement. */
  renewals: Array<Choice>;
  /** Supporting documents an agreement may add or do without. */
  documents: Array<Choice>;
  /** The parts of the bank file, in the usual order. */
  file_parts: Array<Choice>;
  /** Supporting documents that may come first in its pieces: those asked for before the sending. */
  file_documents: Array<Choice>;
  /** What a budget rule may choose from. */
  budget: BudgetRuleChoices;
  /** The rates seen across lenders. */
  general_rate: string;
};

/** What is wrong in a text. */
export type LetterCheck = {
  /** In the order it is read. */
  problems: Array<LetterProblem>;
};

/** A field as it is offered. */
export type LetterFieldView = {
  /** Its name, written between braces. */
  name: string;
  /** What it is. */
  about: string;
  /** What it may read; empty for a table. */
  example: string;
  /** Whether it stands alone on its line. */
  is_table: boolean;
};

/** A letter in the list. */
export type LetterLine = {
  /** Its key. */
  key: string;
  /** What people call it. */
  title: string;
  /** Whom it is for: `à la personne`. */
  reader: string;
  /** `texte livré`, `texte du CCAS, depuis le 12 mars 2027`. */
  state: string;
  /** Whether the text in force is the office's own. */
  is_own: boolean;
};

/** Another text for a place. */
export type LetterMend = {
  /** What the button says. */
  label: string;
  /** The first sign replaced, as the window counts them. */
  start: number;
  /** The one after the last replaced. */
  end: number;
  /** What is written in their stead. */
  text: string;
};

/** Something wrong in a text, and where. */
export type LetterProblem = {
  /** The field it is in: `about` or `body`. */
  field: string;
  /** Its line, from 1. */
  line: number;
  /** Its first sign, as the window counts them. */
  start: number;
  /** The one after its last. */
  end: number;
  /** What is wrong, in a sentence. */
  message: string;
  /** What would mend it. */
  mend: LetterMend | null;
};

/** A letter with its text and every version of it. */
export type LetterTextView = {
  /** As the list shows it. */
  line: LetterLine;
  /** The versions, the newest first. */
  versions: Array<LetterVersion>;
  /** The fields it may name, topic by topic. */
  fields: Array<LetterTopicFields>;
};

/** Every letter of the office. */
export type LetterTextsView = {
  /** In the order of a dossier's life. */
  letters: Array<LetterLine>;
};

/** The fields of a topic. */
export type LetterTopicFields = {
  /** What they are about. */
  label: string;
  /** The fields. */
  fields: Array<LetterFieldView>;
};

/** A text and the dossier it is tried on. */
export type LetterTrial = {
  /** The text. */
  text: TypedLetter;
  /** The dossier. */
  dossier: number;
};

/** A letter as it would read. */
export type LetterTried = {
  /** Whose dossier it was tried on: its reference. */
  reference: string;
  /** What it is about. */
  about: TriedParagraph;
  /** Its paragraphs. */
  paragraphs: Array<TriedParagraph>;
  /** The fields it names that this dossier does not tell. */
  missing: Array<string>;
  /** Why this letter would not leave today; empty when it would. */
  waits: string;
};

/** One version of the text of a letter. */
export type LetterVersion = {
  /** How it is headed. */
  version: Version;
  /** Whether it is the delivered text. */
  is_delivered: boolean;
  /** What the letter is about. */
  about: string;
  /** Its paragraphs, a line each. */
  body: string;
};

/** What a loan may be, and whether it keeps within it. */
export type Limit = {
  /** Whether nothing is passed. */
  inside: boolean;
  /** `Banque du Val, convention du 1er février 2025 : 300 € à 3 000 €, 6 à 36 mois.`. */
  rule: string;
  /** What is passed, one sentence each. */
  passed: Array<string>;
  /** What to do about it, one sentence each. */
  ways_out: Array<string>;
  /** Whether a written justification would let it pass. */
  asks_justification: boolean;
};

/** Amounts and months as a form holds them; an empty field is not stated. */
export type LimitFields = {
  /** The least amount. */
  amount_min: string;
  /** The ordinary ceiling. */
  amount_max: string;
  /** The shortest loan, in months. */
  months_min: string;
  /** The ordinary longest loan, in months. */
  months_max: string;
  /** The ceiling with a written justification. */
  exceptional_amount_max: string;
  /** The longest loan with a written justification, in months. */
  exceptional_months_max: string;
  /** Ceilings of their own for some purposes. */
  sub_limits: Array<SubLimitFields>;
};

/** A list the office may change. */
export type ListName = "origins" | "how_heard" | "referrer_kinds" | "screening_questions" | "screening_told" | "payment_means" | "contact_ways" | "purposes" | "interview_kinds" | "redirections" | "refusal_reasons" | "decision_modes" | "notification_modes" | "domiciliation_kinds" | "support_levels" | "work_kinds" | "end_outcomes" | "life_events" | "support_actions" | "family_situations" | "housing" | "employment" | "budget_entries";

/** One list. */
export type ListView = {
  /** Which one. */
  name: ListName;
  /** What people read. */
  label: string;
  /** Whether a new entry says which one it is counted with. */
  has_groups: boolean;
  /** Whether its entries have words after « pour ». */
  has_after: boolean;
  /** Its entries, retired ones included, in their order. */
  entries: Array<EntryView>;
};

/** The lists the office may change. */
export type ListsView = {
  /** The lists, in the order they are shown. */
  lists: Array<ListView>;
};

/** A day of the loan and what comes then. */
export type LoanDate = {
  /** `7 janv. 2027`. */
  day: string;
  /** What comes that day. */
  what: string;
  /** What else is good to know; may be empty. */
  detail: string;
  /** Whether it is what is waited for now. */
  current: boolean;
};

/** How a loan is known to be repaid. */
export type LoanEnd = {
  /** The dossier. */
  dossier: number;
  /** `attestation` of the lender, or `early` when everything was repaid at once. */
  how: string;
  /** The day; today when empty. */
  on: string;
  /** What was repaid early; what is worked out for that day when empty. */
  amount: string;
  /** What was said with it. */
  note: string;
};

/** A figure of a loan. */
export type LoanFigure = "instalment" | "last_instalment" | "first_interest" | "interest" | "total_cost" | "cost_per_month" | "taeg" | "usury" | "revolving" | "refund";

/** Which figure of which loan outside any dossier. */
export type LoanFigureAsked = {
  /** The loan as typed. */
  loan: LoanTyped;
  /** The figure. */
  figure: Figure;
};

/** The room « Prêt » of a dossier. */
export type LoanRoomView = {
  /** What opens the room; empty once a contract is signed. */
  closed: string;
  /** Whether the funds were released: only then is anything changed or declared. */
  running: boolean;
  /** Where the loan stands; absent before a contract. */
  standing: LoanStanding | null;
};

/** A loan worked out. */
export type LoanShown = {
  /** The sum lent. */
  amount: Money;
  /** `36 mois`. */
  months_text: string;
  /** `4,00 %`. */
  rate: string;
  /** What is paid a month once capital is repaid, insurance included. */
  instalment: Money;
  /** `70,86 €`, or `8,67 € puis 83,33 €` after months of interest alone. */
  instalment_text: string;
  /** What is paid last. */
  last: Money;
  /** All the interest. */
  interest: Money;
  /** The file fee. */
  fee: Money;
  /** All the insurance. */
  insurance: Money;
  /** What the account that the bank imposes costs in all. */
  account: Money;
  /** What the loan costs. */
  total_cost: Money;
  /** That cost shared over the months. */
  cost_per_month: Money;
  /** Everything paid. */
  total_paid: Money;
  /** `4,07 %`; absent when what is paid makes none. */
  taeg: string | null;
  /** Why there is none, or why it is below the fixed rate; empty when there is nothing to say. */
  taeg_note: string;
  /** `au-dessous, 23,56 %`, or that the rate of the quarter is not known. */
  usury: string;
  /** What the office would refund; empty without a policy. */
  refunded: string;
  /** What would be left to bear once it has; empty without a policy. */
  final_cost: string;
  /** The day the money is paid. */
  disbursed_on: Day | null;
  /** The day of the first instalment. */
  first_due: Day | null;
  /** The day of the last instalment. */
  last_due: Day | null;
  /** `Pour 2 400,00 € empruntés, 2 550,87 € à rembourser : …`. */
  sentence: string;
  /** What of its terms is not plain, one sentence each: `3 mois d’intérêts seuls au début.`. */
  conditions: Array<string>;
  /** The instalments added year by year. */
  years: Array<YearRow>;
  /** Every instalment. */
  rows: Array<InstalmentRow>;
};

/** Where a signed loan stands. */
export type LoanStanding = {
  /** `signé le 26 janvier 2026, Caisse du Val`. */
  signed: string;
  /** `le 5 de chaque mois`; empty without dates. */
  each_month: string;
  /** The contract's figures. */
  figures: Array<ContractFigure>;
  /** What the contract states otherwise than its terms give, each with its reason or a question for the bank. */
  differences: Array<StatedDifference>;
  /** Whether the loan may be settled: paid out, and not known to be over. */
  can_settle: boolean;
  /** The conditions that are not those of a plain loan, a sentence each. */
  conditions: Array<string>;
  /** What is due today; absent without dates. */
  still_due: StillDueView | null;
  /** `aucun incident connu`, `8 échéances déclarées payées sur 24, 1 impayée`. */
  known: string;
  /** Whether an instalment is declared missed. */
  missed: boolean;
  /** The contract, then each change in force. */
  versions: Array<VersionRow>;
  /** A change that no longer holds on the contract as corrected; empty when all do. */
  stopped: string;
  /** The schedule in force, beside the contract's once it was changed. */
  rows: Array<ScheduleRow>;
  /** What the instalments of the contract add up to. */
  total_signed: Money;
  /** What those of the version in force add up to. */
  total_now: Money;
  /** Instalments a change may start from: to come, or missed. */
  changeable: Array<DueChoice>;
  /** Instalments something may be declared of. */
  declarable: Array<DueChoice>;
  /** Each day up to which all may be said paid, the last first. */
  due_until: Array<DueUntil>;
  /** The usual changes, each with what it would cost. */
  changes: Array<ChangeProposed>;
  /** `2 reports au plus, 0 utilisé : convention du 1er février 2025`; empty when the agreement says nothing. */
  deferrals: string;
  /** When the interest of months on hold may be paid. */
  held_interests: Array<Choice>;
  /** What may stay as it was. */
  kept: Array<Choice>;
  /** What may be declared. */
  declared: Array<Choice>;
  /** Who may have said so. */
  told_by: Array<Choice>;
};

/** One step, in a line. */
export type LoanStep = {
  /** Which one. */
  key: LoanStepKey;
  /** Its name. */
  title: string;
  /** Where it stands, in words. */
  sentence: string;
  /** Its day. */
  when: string;
  /** Where it stands. */
  state: LoanStepState;
};

/** A step of the room « Prêt ». */
export type LoanStepKey = "contract" | "instalments" | "arrears" | "points" | "end";

/** Where a step stands. */
export type LoanStepState = "done" | "current" | "late" | "coming";

/** The steps of a loan. */
export type LoanSteps = {
  /** The steps, in their order. */
  steps: Array<LoanStep>;
  /** Whether a lender agreed: before it the room has nothing to show. */
  granted: boolean;
  /** The one that opens by itself. */
  current: LoanStepKey;
  /** What follows the signature; empty once the money is paid. */
  following: Array<LoanDate>;
};

/** A loan as typed; empty is none, or the lender's own. */
export type LoanTyped = {
  /** The sum lent; needed. */
  amount: string;
  /** The yearly rate; the lender's agreement gives it when empty. */
  annual_rate: string;
  /** The lender whose agreement the loan keeps within; none when empty. */
  lender: string;
  /** How many instalments in all; needed. */
  months: string;
  /** How many of the first ones pay nothing. */
  deferred: string;
  /** How many of the next ones pay interest alone. */
  interest_only: string;
  /** Numbers of later ones that pay interest alone: `13, 25`. */
  interest_only_later: string;
  /** The file fee; the lender's agreement gives it when empty. */
  fee: string;
  /** When the fee is paid; as the agreement says when empty. */
  fee_payment: string;
  /** What an insurance costs a month. */
  insurance_monthly: string;
  /** Its yearly rate on what is still owed. */
  insurance_rate: string;
  /** Whether the loan asks for that insurance. */
  insurance_required: boolean;
  /** The day the money is paid. */
  disbursed: string;
  /** The day of the first instalment; follows from the debit day when empty. */
  first_due: string;
  /** The day of the month the others are debited on; the agreement's when empty. */
  debit_day: string;
  /** What interest the first period bears; as the agreement says when empty. */
  first_period: string;
  /** The TAEG of a revolving credit to compare with; the office's when empty. */
  revolving_taeg: string;
};

/** The picture chosen for a logo. */
export type LogoFile = {
  /** The handle of the chosen file. */
  file: string;
};

/** What a next date means today. */
export type Meaning = "late" | "due" | "plain";

/** One line of the household. */
export type Member = {
  /** Its number. */
  id: number;
  /** Whether it is the person who asks. */
  applicant: boolean;
  /** Name. */
  name: string;
  /** What they are to the applicant. */
  link: string;
  /** The same in words. */
  link_label: string;
  /** Day of birth, as fields show it. */
  born_on: string;
  /** Age in words. */
  age_text: string;
  /** Whether they live here. */
  lives_here: boolean;
  /** What they count for. */
  share: string;
  /** The same in words. */
  share_text: string;
  /** Why they count so. */
  reason: string;
};

/** A line of the household as typed. Of the applicant's line only presence, share and reason change. */
export type MemberChange = {
  /** The dossier. */
  dossier: number;
  /** The line. */
  member: number;
  /** Name or first name; needed. */
  name: string;
  /** What they are to the applicant. */
  link: string;
  /** Day of birth. */
  born_on: string;
  /** Whether they live here. */
  lives_here: boolean;
  /** What they count for; by the link when empty. */
  share: string;
  /** Why they count so. */
  reason: string;
};

/** The minutes of a session. */
export type MinutesShown = {
  /** `Clos le 27 novembre 2026`; empty while they are not closed. */
  closed: string;
  /** Why they were corrected; empty otherwise. */
  reason: string;
  /** What they say. */
  paragraphs: Array<ParagraphShown>;
  /** That facts or words changed since they were closed. */
  changed: boolean;
};

/** The minutes to close, or to correct. */
export type MinutesToClose = {
  /** The session. */
  session: number;
  /** What is said beside what was decided. */
  note: string;
  /** Why the ones before are corrected; needed once some are closed. */
  reason: string;
};

/** Something a paper will say it lacks, and the room that holds it. */
export type Missing = {
  /** What is missing. */
  what: string;
  /** Where it is written; in the settings of the office when absent. */
  room: RoomKey | null;
};

/** A model written or written anew. */
export type ModelChange = {
  /** Which one; empty for a new one. */
  key: string;
  /** What is typed. */
  fields: ModelFields;
};

/** A model to copy into the office's products. */
export type ModelCopy = {
  /** The model. */
  model: string;
  /** The product's name; the model's when empty. */
  label: string;
  /** The first day it is offered, as typed; today when empty. */
  from: string;
  /** What the office decided it by; the model's source when empty. */
  source: string;
};

/** A model as typed. */
export type ModelFields = {
  /** Its name; needed. */
  label: string;
  /** The level of support it goes with; needed. */
  level: string;
  /** Its steps, in their order. */
  steps: Array<ModelStepFields>;
  /** Whether it is proposed no more. */
  retired: boolean;
};

/** One step as typed. */
export type ModelStepFields = {
  /** When, in words: `Dans le mois du versement`; needed. */
  label: string;
  /** The day of the loan it is counted from. */
  from: string;
  /** Months after it; none when empty. */
  months: string;
  /** Then days. */
  days: string;
  /** Repeated every so many months; once when empty. */
  every_months: string;
  /** How: a kind of contact. */
  channel: string;
  /** Who does it. */
  with_whom: string;
  /** What for; needed. */
  purpose: string;
};

/** An amount: whole cents, and as it is written. */
export type Money = {
  /** Whole cents. */
  cents: number;
  /** `1 234,56 €`. */
  text: string;
};

/** What the dossiers counted have in common; an empty field leaves them all. */
export type NarrowedTo = {
  /** The key of a lender they were sent to. */
  lender: string;
  /** The key of a product asked for. */
  product: string;
  /** The key of a purpose, or of a category of purposes. */
  purpose: string;
  /** The number of who sent the person. */
  referrer: string;
};

/** An agreement signed with a lender. */
export type NewAgreement = {
  /** The lender. */
  lender: string;
  /** Its first day, as typed; today when empty. */
  from: string;
  /** The agreement or amendment it is written in. */
  source: string;
  /** What it says. */
  fields: AgreementFields;
};

/** An aid as typed. */
export type NewAid = {
  /** The dossier. */
  dossier: number;
  /** Who gives it. */
  provider: string;
  /** What it is; needed. */
  label: string;
  /** Where it stands. */
  status: string;
  /** The day it was asked. */
  asked_on: string;
  /** The day of the answer. */
  answered_on: string;
  /** How much, obtained or hoped for. */
  amount: string;
  /** Why, or on what condition. */
  reason: string;
};

/** An appointment as typed; one agreed before is moved, and its kind, its place and its words stay when they are empty. */
export type NewAppointment = {
  /** The dossier. */
  dossier: number;
  /** Its day; needed, today or later. */
  on: string;
  /** Its hour. */
  at: string;
  /** Its kind; the first kind of interview when empty. */
  kind: string;
  /** Where, or which number to call. */
  place: string;
  /** What for, who else comes, what to bring. */
  note: string;
};

/** Someone to call. */
export type NewAttendee = {
  /** The session. */
  session: number;
  /** Who. */
  fields: AttendeeFields;
};

/** A new line of a budget. */
export type NewBudgetLine = {
  /** The dossier. */
  dossier: number;
  /** What was typed. */
  fields: BudgetLineFields;
};

/** Another recovery code, drawn by `prepare_office`. */
export type NewCode = {
  /** The passphrase in use; may be empty when the office was opened with its recovery code. */
  current: string;
  /** The two groups asked back, in the order they were asked. */
  retyped: string[];
};

/** A companion to be added. */
export type NewCompanion = {
  /** The dossier. */
  dossier: number;
  /** What is typed. */
  form: CompanionForm;
};

/** A death to note. */
export type NewDeath = {
  /** The dossier. */
  dossier: number;
  /** The day it was known; today when empty. */
  on: string;
  /** What was found of the insurance; empty while it is not checked. */
  insurance: string;
  /** What was said with it. */
  note: string;
  /** `yes` closes the dossier with this cause. */
  close: string;
};

/** A decision as typed, with the next date. */
export type NewDecision<F> = {
  /** The dossier. */
  dossier: number;
  /** What is typed. */
  form: F;
  /** The next date. */
  next: NextForm;
};

/** What was said of a range of instalments. */
export type NewDeclaration = {
  /** The dossier. */
  dossier: number;
  /** The number of the first instalment. */
  from: string;
  /** The number of the last one; the first when empty. */
  to: string;
  /** What became of them: `paid`, `missed` or `paid_late`. */
  declared: string;
  /** Who said so: `lender`, `borrower` or `statement`. */
  told_by: string;
  /** The day it was said, as typed; today when empty. */
  on: string;
  /** What was said with it. */
  note: string;
  /** Everything due until that day of which nothing was said, in place of numbers. */
  until: string;
};

/** What a demonstration is made of. */
export type NewDemo = {
  /** The passphrase; none is asked for when it is left out, and the demonstration opens by itself. */
  passphrase?: string;
  /** The two groups asked back of the recovery code, in the order they were asked; none when it is left out. */
  retyped?: string[];
  /** How many dossiers, 1 to 100 000. */
  dossiers: number;
  /** Which office: the same number makes the same one on the same day. */
  seed: number;
};

/** A new entry. */
export type NewEntry = {
  /** The list. */
  list: ListName;
  /** Its name. */
  label: string;
  /** The entry it is counted with; needed in lists that have headings or groups of the report. */
  like: string;
  /** Its words after « pour »; its name when empty. */
  after: string;
};

/** The envelope from a date, or a correction of it; its source is the resolution. */
export type NewEnvelope = {
  /** From when, and by which resolution. */
  version: TypedVersion;
  /** The envelope. */
  fields: EnvelopeFields;
};

/** An exchange with a lender or a referrer: one of the two. */
export type NewExchange = {
  /** The lender. */
  lender: string;
  /** The referrer. */
  referrer: number | null;
  /** What is typed. */
  form: ExchangeForm;
};

/** A part of the cost as typed. */
export type NewExpense = {
  /** The dossier. */
  dossier: number;
  /** What is paid; needed. */
  label: string;
  /** How much; needed. */
  amount: string;
};

/** A choice to keep. */
export type NewExportChoice = {
  /** Its name; the choice of that name is replaced. */
  name: string;
  /** The keys of its columns; without any the choice is forgotten. */
  columns: Array<string>;
};

/** An event to note. */
export type NewFollowUpEvent = {
  /** The dossier. */
  dossier: number;
  /** What happened: the key of an event of the running loan. */
  event: string;
  /** The day; today when empty. */
  on: string;
  /** What it is about: a life event, an action, an answer, a paper; empty when the event needs none. */
  subject: string;
  /** The amount: of the aid, owed at acceleration, called. */
  amount: string;
  /** What was said. */
  note: string;
  /** What a letter says of it, of what happened or of what was done. */
  letter_words: string;
};

/** The agreement from a date, or a correction of it. */
export type NewFunding = {
  /** From when, and by which agreement. */
  version: TypedVersion;
  /** What it says. */
  fields: FundingFields;
};

/** A dossier heard at a session. */
export type NewHearing = {
  /** The session. */
  session: number;
  /** The number of its place on the agenda. */
  item: number;
  /** What is typed. */
  form: HearingForm;
};

/** What the person of a dossier was told, once more or at last. */
export type NewInformation = {
  /** The dossier. */
  dossier: number;
  /** What they were told: keys of the list. */
  told: Array<string>;
  /** The day; today when empty. */
  on: string;
};

/** A value of the law from a date, as typed. */
export type NewLegalValue = {
  /** The topic. */
  topic: string;
  /** The value. */
  value: string;
  /** Its first day. */
  from: string;
  /** Its last day; may be empty. */
  until: string;
  /** The law, article or notice it comes from. */
  source: string;
  /** Whether it is to be verified. */
  weak: boolean;
};

/** A text of the office from a date, or a correction of one. */
export type NewLetterText = {
  /** From when, and where it comes from. */
  version: TypedVersion;
  /** The text. */
  text: TypedLetter;
};

/** A household member as typed. */
export type NewMember = {
  /** The dossier. */
  dossier: number;
  /** Name or first name; needed. */
  name: string;
  /** What they are to the applicant. */
  link: string;
  /** Day of birth. */
  born_on: string;
  /** Whether they live here. */
  lives_here: boolean;
  /** What they count for; by the link when empty. */
  share: string;
  /** Why they count so. */
  reason: string;
};

/** How references are written, from a date. */
export type NewNumbering = {
  /** What references start with; may be empty. */
  prefix: string;
  /** The least number of figures, as typed. */
  width: string;
  /** The first day it is in force; today when empty. */
  from: string;
};

/** Everything a new office needs. */
export type NewOffice = {
  /** The CCAS. */
  name: string;
  /** The adviser. */
  advisor: string;
  /** Where letters reach the office; may be empty. */
  address: string;
  /** Its telephone; may be empty. */
  phone: string;
  /** The passphrase. */
  passphrase: string;
  /** The two groups asked back, in the order they were asked. */
  retyped: string[];
};

/** Another passphrase. */
export type NewPassphrase = {
  /** The passphrase in use; may be empty when the office was opened with its recovery code. */
  current: string;
  /** The one that takes its place. */
  passphrase: string;
};

/** Another project of the same person. */
export type NewProject = {
  /** The dossier it follows. */
  dossier: number;
  /** The project in a line; needed. */
  project: string;
};

/** A quote as typed. */
export type NewQuote = {
  /** The dossier. */
  dossier: number;
  /** What is sold; needed. */
  label: string;
  /** Who sells. */
  seller: string;
  /** Its day. */
  dated_on: string;
  /** Its last day. */
  valid_until: string;
  /** Its price; needed. */
  amount: string;
  /** Whether it is kept; when empty, kept if it is alone. */
  choice: string;
  /** Why it was put aside. */
  reason: string;
};

/** Whether a paper quotes a sentence. */
export type NewQuoted = {
  /** The paper. */
  paper: string;
  /** The sentence. */
  testimony: OneTestimony;
  /** Whether it is quoted, in place of another one. */
  quoted: boolean;
};

/** The words to keep. */
export type NewReportWords = {
  /** The paper. */
  paper: string;
  /** The first day of its period, as typed. */
  from: string;
  /** The last day, as typed. */
  to: string;
  /** The words; nothing is printed when empty. */
  text: string;
};

/** What the first contact tells, as typed. */
export type NewRequest = {
  /** Name; needed, unless the call ends in information or in another solution. */
  last_name: string;
  /** First name. */
  first_name: string;
  /** By where the person came, by its key; what `sent_by` says when empty. */
  origin: string;
  /** Who sends the person, as it was said: a referrer, an origin, « d’elle-même », a service to add. */
  sent_by: string;
  /** Whether the person accepts, on the phone, that who sends them is answered. */
  may_answer: boolean;
  /** The adults of the household: `one`, `couple`, `other`; empty while nothing was said of it. */
  adults: string;
  /** The ages of the children, as they were said. */
  children: string;
  /** Telephone. */
  phone: string;
  /** E-mail address. */
  email: string;
  /** The project with the words of the person; the purpose in words when empty. */
  project: string;
  /** What the loan would finance, or what it does not pay; empty while it is to be settled. */
  purpose: string;
  /** The amount wished for. */
  amount: string;
  /** The day of the contact; today when empty. */
  received_on: string;
  /** The next date; in as many days as the office's rule when empty. */
  next_date: string;
  /** Day of birth, which tells namesakes apart. */
  born_on: string;
  /** Town. */
  commune: string;
  /** How the person heard of the office. */
  how_heard: string;
  /** Who sent the person: the number of a referrer; empty when nobody did. */
  referrer: string;
  /** The person this is, when they are known already. */
  same_person: number | null;
  /** What was asked and told during the call. */
  screening: ScreeningForm;
  /** What is known of it, when it was begun before Étrier. */
  taken_over: TakenOverForm;
};

/** A point to note. */
export type NewReview = {
  /** The dossier. */
  dossier: number;
  /** What is typed. */
  form: ReviewForm;
};

/** A call to a person whose request is noted already. */
export type NewScreening = {
  /** The dossier. */
  dossier: number;
  /** What was asked and told, and what follows. */
  form: ScreeningForm;
  /** The day of the call; today when empty. */
  on: string;
  /** The next date; needed to call back. */
  next_date: string;
};

/** A session to announce. */
export type NewSession = {
  /** The session. */
  fields: SessionFields;
};

/** A statement review to add. */
export type NewStatementReview = {
  /** The dossier. */
  dossier: number;
  /** What the statements say. */
  fields: StatementFields;
};

/** A setting from a date, or a correction of a version of it. */
export type NewVersion<F> = {
  /** From when, and where it comes from. */
  version: TypedVersion;
  /** What is typed. */
  fields: F;
};

/** A watch point as typed. */
export type NewWatchPoint = {
  /** The dossier. */
  dossier: number;
  /** What could happen; needed. */
  risk: string;
  /** What is planned. */
  answer: string;
};

/** Time spent, as typed. */
export type NewWorkTime = {
  /** Its day; today when empty. */
  on: string;
  /** On what; needed. */
  kind: string;
  /** How long: `45`, `1 h 30`; needed. */
  minutes: string;
  /** What for. */
  note: string;
};

/** The page of a year, typed. */
export type NewYearPage = {
  /** `2026`. */
  year: string;
  /** Its figures. */
  fields: YearFields;
};

/** The next date of a dossier. */
export type Next = {
  /** The date. */
  date: Day | null;
  /** The hour of an appointment: `14 h 30`; empty otherwise. */
  at: string;
  /** What is to be done then. */
  what: string;
  /** What it means today. */
  meaning: Meaning;
};

/** The next date that goes with a decision: empty is the one proposed. */
export type NextForm = {
  /** The date. */
  on: string;
  /** What is to be done then. */
  what: string;
};

/** The next session, as the day shows it. */
export type NextSession = {
  /** The session. */
  id: number;
  /** `Commission du jeudi 26 novembre 2026`. */
  title: string;
  /** Its day. */
  day: Day;
  /** `14 h, salle des mariages`. */
  place: string;
  /** `2 dossiers à l’ordre du jour, 3 attendent`. */
  dossiers: string;
};

/** An input or an output with nothing in it. */
export type Nothing = Record<symbol, never>;

/** Something of the copies that has to be seen on the first screen. */
export type Notice = {
  /** In a sentence. */
  text: string;
  /** How late it is. */
  meaning: Meaning;
};

/** What a lender would make of the project. */
export type Offer = {
  /** The lender. */
  lender: string;
  /** With the months that do not repay, or without them. */
  kind: OfferKind;
  /** Its name. */
  name: string;
  /** What tells it from the others: `compte alimenté de la mensualité, réponse en 10 jours`. */
  detail: string;
  /** Whether it is the one kept. */
  kept: boolean;
  /** Whether the lender would make the loan asked for; absent while it is not worked out. */
  possible: boolean | null;
  /** Why, with both terms: `9,87 € par jour, il en faut 10,00 €`. */
  reason: string;
  /** Whether it may be kept, and what keeping it asks. */
  keeping: Keeping;
  /** The kind of account it asks for; empty when it is not stated. */
  account_kind: string;
  /** What it costs; absent while the loan is not worked out. */
  loan: OfferedLoan | null;
};

/** With the months that do not repay, or without them. */
export type OfferKind = "as_asked" | "level";

/** A form that may be filled now. */
export type OfferedForm = {
  /** Its name. */
  title: string;
  /** What it does, in a sentence. */
  note: string;
  /** What an empty next date becomes. */
  next_hint: string;
  /** What the adviser sends knowing it, under the form; empty for most. */
  warning: string;
  /** Whether it is the next thing to do. */
  main: boolean;
  /** Why it would be refused today. */
  off: string | null;
  /** The form, filled with what is known. */
  decision: DecisionForm;
};

/** A loan as a lender would make it. */
export type OfferedLoan = {
  /** `70,86 €`, or `8,67 € puis 83,33 €`. */
  instalment: string;
  /** What it costs. */
  total_cost: Money;
  /** That cost over the dearest of all, in percent, for a bar. */
  share: number;
  /** The TAEG; a dash when there is none. */
  taeg: string;
  /** What is left to live on with it by the office's rule, a month; empty without a budget. */
  reste_a_vivre: string;
};

/** Everything papers say of the office and its adviser, as typed; only the two names are needed. */
export type OfficeDetails = {
  /** The CCAS. */
  name: string;
  /** The adviser. */
  advisor: string;
  /** Where letters reach the office. */
  address: string;
  /** Its telephone. */
  phone: string;
  /** How the adviser is addressed. */
  advisor_title: string;
  /** The adviser's trade. */
  advisor_role: string;
  /** The adviser's own telephone. */
  advisor_phone: string;
  /** Where the adviser is written to by e-mail. */
  email: string;
  /** When the adviser receives. */
  presence: string;
  /** Who answers about personal data: an e-mail address or a name. */
  data_contact: string;
  /** The town papers are signed in. */
  town: string;
  /** Whom a person writes to who finds an answer unfair. */
  complaints: string;
  /** By whose delegation letters are signed; in the adviser's own name when empty. */
  delegation: string;
  /** Where the over-indebtedness commission is written to. */
  commission_address: string;
  /** Where the treasurer is written to. */
  treasury_address: string;
};

/** The office's names, address and telephone as typed. */
export type OfficeFields = {
  /** The CCAS. */
  name: string;
  /** The adviser. */
  advisor: string;
  /** Where letters reach the office; may be empty. */
  address: string;
  /** Its telephone; may be empty. */
  phone: string;
};

/** Where something of the office is done. */
export type OfficePlace = "lenders" | "rules" | "bank_statement" | "retention" | "report" | "registers";

/** Whether there is an office, and whether it is open. */
export type OfficeState = "none" | "locked" | "open";

/** Something the office has to do. */
export type OfficeTask = {
  /** When, in words. */
  when: string;
  /** What that means. */
  meaning: TaskMeaning;
  /** What is to be done. */
  what: string;
  /** Where it is done. */
  place: OfficePlace;
};

/** The office and its settings. */
export type OfficeView = {
  /** The CCAS. */
  name: string;
  /** The adviser. */
  advisor: string;
  /** Where letters reach the office. */
  address: string;
  /** Its telephone. */
  phone: string;
  /** How the adviser is addressed. */
  advisor_title: string;
  /** The adviser's trade. */
  advisor_role: string;
  /** The adviser's own telephone. */
  advisor_phone: string;
  /** Where the adviser is written to by e-mail. */
  email: string;
  /** When the adviser receives. */
  presence: string;
  /** Who answers about personal data. */
  data_contact: string;
  /** The town papers are signed in. */
  town: string;
  /** Whom a person writes to who finds an answer unfair. */
  complaints: string;
  /** By whose delegation letters are signed. */
  delegation: string;
  /** Where the over-indebtedness commission is written to. */
  commission_address: string;
  /** Where the treasurer is written to. */
  treasury_address: string;
  /** Whether a logo heads its papers. */
  has_logo: boolean;
  /** What references start with today. */
  reference_prefix: string;
  /** The least number of figures today. */
  reference_width: number;
  /** The reference the next request of today would have. */
  next_reference: string;
  /** A change of numbering that waits for its day, in a sentence. */
  numbering_to_come: string | null;
  /** Days from a request to its first task, when no date was chosen. */
  first_next_date_days: number;
};

/** Which aid. */
export type OneAid = {
  /** The dossier. */
  dossier: number;
  /** The aid. */
  aid: number;
};

/** Which aid. */
export type OneAidEntry = {
  /** Its number. */
  aid: number;
};

/** Something in quarantine. */
export type OneAside = {
  /** Its name there. */
  name: string;
};

/** Which attachment. */
export type OneAttachment = {
  /** The dossier. */
  dossier: number;
  /** The attachment. */
  attachment: number;
};

/** Someone called to a session. */
export type OneAttendee = {
  /** The session. */
  session: number;
  /** Their number. */
  attendee: number;
};

/** Which line of a budget. */
export type OneBudgetLine = {
  /** The dossier. */
  dossier: number;
  /** The line. */
  line: number;
};

/** Which check. */
export type OneCheck = {
  /** The dossier. */
  dossier: number;
  /** The check. */
  check: string;
};

/** Which companion. */
export type OneCompanion = {
  /** The dossier. */
  dossier: number;
  /** Which one. */
  companion: number;
};

/** One copy of a place. */
export type OneCopy = {
  /** Empty for this computer, `outside` for the place remembered, or the handle of a chosen folder. */
  place: string;
  /** Its name there. */
  stamp: string;
};

/** Which dossier. */
export type OneDossier = {
  /** Its number. */
  dossier: number;
};

/** Which exchange. */
export type OneExchange = {
  /** Its number. */
  exchange: number;
};

/** Which part of the cost. */
export type OneExpense = {
  /** The dossier. */
  dossier: number;
  /** The expense. */
  expense: number;
};

/** Which form. */
export type OneForm = {
  /** Its dossier, if it has one. */
  dossier: number | null;
  /** The name of the form, and after a colon which one of several: `hearing:7`. */
  form: string;
};

/** Which import. */
export type OneImport = {
  /** Its number. */
  import: number;
};

/** A dossier of an agenda. */
export type OneItem = {
  /** The session. */
  session: number;
  /** The number of its place on the agenda. */
  item: number;
};

/** One paper that went out. */
export type OneKeptPaper = {
  /** The dossier. */
  dossier: number;
  /** The paper. */
  kept: number;
};

/** Which letter. */
export type OneLetter = {
  /** Its key. */
  letter: string;
};

/** Which line of the household. */
export type OneMember = {
  /** The dossier. */
  dossier: number;
  /** The line. */
  member: number;
};

/** A dossier of an agenda, as it is looked at in the room. */
export type OneOnAgenda = {
  /** The session. */
  session: number;
  /** The number of its place on the agenda. */
  item: number;
  /** Whether nobody is named. */
  nameless: boolean;
};

/** A paper of a dossier, of a period, of an erasure, or of the office alone. */
export type OnePaper = {
  /** The paper's key. */
  paper: string;
  /** The dossier, for a paper of one. */
  dossier?: number;
  /** Several dossiers, for one file with the same paper of each. */
  dossiers?: Array<number>;
  /** The first day of the period as typed, for a paper of one. */
  from?: string;
  /** Its last day as typed. */
  to?: string;
  /** Which dossiers it counts, for a report. */
  narrowed?: NarrowedTo;
  /** The session, for a paper of one. */
  session?: number;
  /** Whether a paper of a session says who asks; by default the reference stands for the person. */
  with_names?: boolean;
  /** The number of an erasure, for its certificate: `2027-03`. */
  erasure?: string;
  /** Whether pictures are made smaller to send it by e-mail, for a paper with scans. */
  for_email?: boolean;
  /** What the adviser adds to this letter alone; it is kept with the paper, never in the text of the settings. */
  words?: string;
};

/** Which quote. */
export type OneQuote = {
  /** The dossier. */
  dossier: number;
  /** The quote. */
  quote: number;
};

/** Which dossier, by its reference. */
export type OneReference = {
  /** The reference, as printed: `2026-001`. */
  reference: string;
};

/** Which referrer. */
export type OneReferrer = {
  /** Its number. */
  referrer: number;
};

/** Which resolution. */
export type OneResolution = {
  /** Its number in the store. */
  resolution: number;
};

/** One session. */
export type OneSession = {
  /** The session. */
  session: number;
};

/** Which statement review. */
export type OneStatementReview = {
  /** The dossier. */
  dossier: number;
  /** The review. */
  review: number;
};

/** A sentence, by where it stands. */
export type OneTestimony = {
  /** The dossier. */
  dossier: number;
  /** Which of its questionnaires. */
  moment: string;
  /** The question it answers. */
  question: string;
};

/** A page of the guide, by its key. */
export type OneTopic = {
  /** Its key. */
  topic: string;
};

/** Which watch point. */
export type OneWatchPoint = {
  /** The dossier. */
  dossier: number;
  /** The watch point. */
  point: number;
};

/** Which time. */
export type OneWorkTime = {
  /** Its number. */
  id: number;
};

/** A year. */
export type OneYear = {
  /** `2026`. */
  year: string;
};

/** The office, open. */
export type Opened = {
  /** The CCAS. */
  office: string;
  /** The adviser. */
  advisor: string;
  /** What was repaired while opening, said once. */
  told: Array<string>;
  /** Whether the recovery code opened it: another passphrase is proposed at once. */
  by_code: boolean;
};

/** The opinion of one who was there. */
export type OpinionForm = {
  /** Who gives it. */
  who: string;
  /** What they say: `favorable`; nothing is noted when empty. */
  says: string;
};

/** The office's decision as typed. */
export type OrientationForm = {
  /** Its day; today when empty. */
  decided_on: string;
  /** Who decided; the office's own rule when empty. */
  mode: string;
  /** Where to. */
  direction: string;
  /** The solutions proposed, for a redirection. */
  solutions: Array<string>;
  /** Why. */
  reason: string;
  /** On what condition. */
  conditions: string;
  /** Whom that condition is for; needed with one. */
  condition_for: string;
  /** Whom the person is directed to, by name. */
  where_to: string;
  /** What the letter says of it to the person, in their words. */
  letter_words: string;
};

/** A decision of the office. */
export type OrientationRow = {
  /** Its fact. */
  fact: number;
  /** Its day. */
  on: Day;
  /** Who decided. */
  mode: string;
  /** Where to. */
  direction: Choice;
  /** The solutions proposed, then whom the person was directed to by name. */
  solutions: Array<string>;
  /** Why. */
  reason: string;
  /** On what condition; empty without one. */
  conditions: string;
  /** The form that corrects it. */
  form: DecisionForm;
};

/** The page of a dossier. */
export type Overview = {
  /** The name that stands in its sentences. */
  name: string;
  /** The telephone that stands on its button; empty when none does. */
  phone: string;
  /** The six steps of its life. */
  steps: Array<OverviewStep>;
  /** Where it stands and who is waited for. */
  sentence: string;
  /** What else is good to know; may be empty. */
  more: string;
  /** Whether something is late. */
  late: boolean;
  /** The one thing to do. */
  main: OverviewAct;
  /** What is noted instead when it took place elsewhere. */
  also: OverviewAct | null;
  /** What else may be done today. */
  others: Array<OverviewAct>;
  /** What is said beside the heading of what lacks. */
  note: string;
  /** What lacks. */
  lines: Array<OverviewLine>;
  /** What is there already. */
  done: Array<OverviewDone>;
  /** `11 choses sur 14`; empty when nothing is counted. */
  done_count: string;
  /** Whether what is there is shown whole: before a sending. */
  recapitulated: boolean;
  /** Four figures. */
  figures: Array<OverviewFigure>;
  /** The instalments around today; empty without a loan that runs. */
  strip: Array<StripMonth>;
  /** What is known of them. */
  strip_note: string;
  /** The last of its story. */
  thread: Array<ThreadLine>;
  /** How many lines its story has. */
  thread_count: number;
  /** Whether an exchange may be noted here: not once it is closed. */
  open: boolean;
};

/** Something to do: its words and where it is done. */
export type OverviewAct = {
  /** What it is: `print_list`, `call`. */
  key: string;
  /** What people read. */
  label: string;
  /** Where it is done. */
  way: OverviewWay;
};

/** One thing that is there. */
export type OverviewDone = {
  /** What it is, and what is known of it. */
  label: string;
  /** Where it is read. */
  way: OverviewWay;
};

/** One of the four figures. */
export type OverviewFigure = {
  /** What it is. */
  label: string;
  /** Its value, written. */
  value: string;
  /** What it is compared with. */
  note: string;
  /** Whether it is owed past its day. */
  late: boolean;
};

/** One thing that lacks. */
export type OverviewLine = {
  /** What it is about. */
  key: string;
  /** The heading it stands under; empty without one. */
  group: string;
  /** What lacks. */
  label: string;
  /** What is known of it; may be empty. */
  note: string;
  /** By when, or what it stops. */
  by: string;
  /** How it stands. */
  pressing: "late" | "stops" | "waiting" | "open";
  /** Where it is completed. */
  way: OverviewWay;
};

/** One of the six steps of the life of a dossier. */
export type OverviewStep = {
  /** Its name. */
  label: string;
  /** Where it stands. */
  state: OverviewStepState;
};

/** Where a step stands. */
export type OverviewStepState = "done" | "current" | "coming";

/** Where something is done. */
export type OverviewWay = {
  /** The room; nothing for a new request. */
  room: RoomKey | null;
  /** The field, the form or the paper that is opened there; empty for the top of the room. */
  word: string;
};

/** A lender's own question, as a form holds it. */
export type OwnQuestionFields = {
  /** Its key; empty for a new one. */
  key: string;
  /** What is asked. */
  label: string;
  /** What its answer is; words when empty. */
  kind: string;
  /** Whether the lender wants it answered. */
  required: boolean;
};

/** A paper of a dossier, by its key. */
export type PaperAsked = {
  /** The dossier. */
  dossier: number;
  /** The key of the paper. */
  paper: string;
};

/** A paper and whether it can leave. */
export type PaperCard = {
  /** Its key. */
  key: string;
  /** What people read. */
  title: string;
  /** Whether it can be printed. */
  ready: boolean;
  /** Whether nothing in the dossier calls for it: it stays out of the way. */
  folded: boolean;
  /** Whether it is a letter: a sentence may be added to it. */
  is_letter: boolean;
  /** Its state, in a few words. */
  state: string;
  /** What it will say it lacks. */
  missing: Array<Missing>;
  /** What it waits for, in a sentence, and the room where it is written; absent once ready. */
  waits: Waits | null;
};

/** A paper ready to be seen. */
export type PaperDrawn = {
  /** Its key. */
  key: string;
  /** What people read. */
  title: string;
  /** Its pages. */
  pages: Array<PaperPageText>;
  /** The name its file will have. */
  file_name: string;
  /** Characters no font has, printed « ? ». */
  unprintable: Array<string>;
  /** What is to be known of it before it leaves: a file that cannot be read, a file that is not archival. */
  remarks: Array<string>;
  /** Whether it can be archived as it is: pages others made keep it from that. */
  is_archival: boolean;
  /** What it says it lacks. */
  missing: Array<Missing>;
};

/** A draft that was opened. */
export type PaperMailed = {
  /** What was done, in a sentence. */
  sentence: string;
  /** What opens the attached copy; empty when nothing in it is about anybody. */
  password: string;
  /** What is noted of the password once it was told: the paper it opens. */
  title: string;
};

/** Which page of a paper, how wide. */
export type PaperPage = {
  /** The paper. */
  of: OnePaper;
  /** The page, from 1. */
  page: number;
  /** Its width in pixels. */
  width: number;
};

/** A page as a screen reader reads it, with its size in points. */
export type PaperPageText = {
  /** Its text in the order of reading. */
  text: string;
  /** Its width in points. */
  width: number;
  /** Its height in points. */
  height: number;
};

/** What was done, in a sentence. */
export type PaperSaved = {
  /** The sentence. */
  sentence: string;
  /** What is to be known of what left. */
  remarks: Array<string>;
};

/** What is read at the foot of a paper brought back. */
export type PaperSought = {
  /** Its fingerprint as typed, or the reference of its dossier when no more can be read. */
  fingerprint: string;
};

/** What a paper is printed of. */
export type PaperTakes = "dossier" | "period" | "office" | "anyone" | "session" | "erasure" | "new_code";

/** A paper of the register. */
export type PaperTitle = {
  /** Its key. */
  key: string;
  /** What people read. */
  title: string;
  /** What it is printed of. */
  takes: PaperTakes;
};

/** One paper at three moments: what to bring, then what lacks, then the reminder of it. */
export type PaperToAsk = {
  /** The key of the paper. */
  paper: string;
  /** `Lettre de rappel, 3 papiers`. */
  label: string;
};

/** One paper to bring. */
export type PaperToBring = {
  /** Its name. */
  label: string;
  /** What makes it good, in a few words: `recto et verso`. */
  detail: string;
};

/** A paper and the file chosen for it. */
export type PaperToFile = {
  /** The paper. */
  of: OnePaper;
  /** The handle of the chosen file. */
  file: string;
};

/** The papers of a dossier. */
export type Papers = {
  /** In the order of menus. */
  papers: Array<PaperCard>;
};

/** The papers found. */
export type PapersFound = {
  /** The last one first. */
  papers: Array<KeptPaper>;
  /** What was found, or what to try when nothing was. */
  sentence: string;
};

/** A paragraph of minutes. */
export type ParagraphShown = {
  /** Its text. */
  text: string;
  /** Whether it is about a dossier. */
  is_of_a_dossier: boolean;
};

/** A bank in the list. */
export type PartnerBank = {
  /** The bank, its contacts and its agreements. */
  lender: LenderView;
  /** `38 prêts en cours, répond en 16 jours`. */
  sentence: string;
};

/** What became of those a referrer sent. */
export type PartnerReferrer = {
  /** Which one. */
  referrer: number;
  /** The service. */
  structure: string;
  /** Who is reached there. */
  name: string;
  /** How many people, then by what became of them, in the order of the headings. */
  counts: Array<number>;
  /** `2 retours à écrire`, `à jour`, `aucun accord donné`. */
  feedback: string;
  /** Whether something is to be written. */
  due: boolean;
  /** Sends nobody any more. */
  retired: boolean;
};

/** Which bank is shown. */
export type PartnersAsked = {
  /** Its key; the first one when empty. */
  lender: string;
};

/** The partners. */
export type PartnersView = {
  /** `3 banques · 6 prescripteurs. Une convention finit bientôt.` */
  sentence: string;
  /** `janvier à novembre 2026`. */
  period: string;
  /** The banks, partners first. */
  banks: Array<PartnerBank>;
  /** The bank shown; empty when there is none. */
  lender: string;
  /** How its agreement in force is headed: `du 10 juin 2023 au 31 décembre 2026`; empty without one. */
  agreement: string;
  /** Where that agreement stands: `finit dans 37 jours`. */
  standing: string;
  /** Whether the standing asks for something. */
  warns: boolean;
  /** What the agreement says beside what is seen. */
  clauses: Array<ClausesSeen>;
  /** Every agreement signed with it, and the dossiers each one judges. */
  conventions: Array<Convention>;
  /** What was said and done with it, the latest first. */
  exchanges: Array<ExchangeView>;
  /** What was said and done with those who send people, the latest first. */
  referrer_exchanges: Array<ExchangeView>;
  /** What an exchange may be. */
  kinds: Array<Choice>;
  /** Who sends people. */
  referrers: ReferrersView;
  /** What became of those each one sent; those who sent nobody are there too. */
  sent: Array<PartnerReferrer>;
  /** All of them together. */
  total: Array<number>;
  /** The headings of the numbers. */
  ends: Array<string>;
  /** How many letters are to be written to referrers. */
  due: number;
};

/** Why a check is passed over. */
export type PassedOver = {
  /** `Passée outre le 20 novembre 2026.` */
  sentence: string;
  /** The adviser's reason. */
  reason: string;
};

/** A passphrase being typed, and what it must not be made of. */
export type PassphraseToWeigh = {
  /** As typed. */
  passphrase: string;
  /** The names of an office about to be created; those of the open office are known. */
  names?: Array<string>;
};

/** A period, its days in ISO. */
export type PeriodData = {
  /** The first day. */
  from: string;
  /** The last day. */
  to: string;
};

/** A period. */
export type PeriodView = {
  /** Its key in an address: `2026`, `2026-01-01_2026-10-31`. */
  key: string;
  /** What people read. */
  title: string;
  /** Its first day. */
  from: Day;
  /** Its last day. */
  to: Day;
  /** The year it is, if it is one. */
  year: string | null;
};

/** One field of the person as typed. */
export type PersonChange = {
  /** The dossier. */
  dossier: number;
  /** Whose; the applicant's when absent. */
  of?: PersonOf;
  /** The field. */
  field: PersonField;
  /** As typed; empty is not known. */
  value: string;
};

/** What was done. */
export type PersonExported = {
  /** In a sentence. */
  sentence: string;
  /** The name of the folder made in the chosen one. */
  folder: string;
};

/** A field of the person. */
export type PersonField = "title" | "last_name" | "birth_name" | "first_name" | "born_on" | "birth_place" | "phone" | "email" | "address" | "postal_code" | "commune" | "family_situation" | "housing" | "employment" | "occupation" | "neighbourhood" | "contact_way" | "contact_note" | "housing_since" | "contract" | "employer" | "bank" | "payment_means" | "known_for" | "health";

/** The person as fields hold it: empty is not known. */
export type PersonFields = { title: string, last_name: string, birth_name: string, first_name: string, born_on: string, birth_place: string, phone: string, email: string, address: string, postal_code: string, commune: string, family_situation: string, housing: string, employment: string, occupation: string, neighbourhood: string, contact_way: string, contact_note: string, housing_since: string, contract: string, employer: string, bank: string, payment_means: string, known_for: string, health: string;
};

/** What is held about a person, counted. */
export type PersonHeld = {
  /** One of their dossiers. */
  dossier: number;
  /** Who it is. */
  name: string;
  /** `1 dossier, 3 budgets, 12 pièces, 6 échanges.` */
  sentence: string;
};

/** Whose dossier it is after all, or is not. */
export type PersonJoined = {
  /** The dossier. */
  dossier: number;
  /** The person it is, or is not. */
  person: number;
};

/** Whose field. */
export type PersonOf = "applicant" | "co_borrower";

/** One thing to ask. */
export type PersonQuestion = {
  /** `Espèces : 180,00 € en 5 retraits`. */
  label: string;
  /** `pour quoi, le plus souvent ?` */
  detail: string;
};

/** A person who was sent. */
export type PersonSent = {
  /** Their dossier. */
  dossier: number;
  /** Its reference. */
  reference: string;
  /** Who. */
  name: string;
  /** `demande du 9 novembre 2026`. */
  received: string;
  /** What became of them. */
  became: string;
  /** What they agreed to; empty when they were not asked. */
  agreement: string;
  /** In words: `accord du 9 novembre 2026, pas encore écrit`. */
  feedback: string;
  /** Whether a letter is to be written. */
  due: boolean;
  /** Whether a letter may be written. */
  may_write: boolean;
};

/** Whose, and the folder chosen for it. */
export type PersonToFolder = {
  /** One of the person's dossiers. */
  dossier: number;
  /** The handle of the chosen folder. */
  folder: string;
};

/** A kind of dossiers the list is filtered by. */
export type PhaseKey = "assessing" | "with_lender" | "running" | "closed";

/** A place of copies. */
export type PlaceAsked = {
  /** Empty for this computer, `outside` for the place remembered, or the handle of a chosen folder. */
  place: string;
};

/** A place proposed for a file, and what it is proposed from. */
export type PlaceProposal = {
  /** The place. */
  place: DocumentPlace;
  /** `d’après son nom`. */
  why: string;
};

/** One instalment, amounts with a point and two decimals. */
export type PlainInstalment = { number: number;
/** ISO; absent without dates. */
due: string | null, principal: string, interest: string, insurance: string, total: string, outstanding: string;
};

/** Who pays what, to the cent. */
export type Plan = {
  /** What is to be paid. */
  to_pay: Array<PlanRow>;
  /** What the project costs. */
  cost: Money;
  /** What pays it, the loan last. */
  paid_by: Array<PlanRow>;
  /** All that pays it. */
  funding: Money;
  /** The loan, typed, granted or left over; absent when there is none. */
  loan: Money | null;
  /** Whether the loan follows the plan, rather than being typed, granted or signed. */
  loan_follows: boolean;
  /** Whether the plan closes. */
  balance: Balance;
  /** `Le plan se ferme : écart 0,00 €`. */
  sentence: string;
  /** What could close it, one line each. */
  ways_out: Array<string>;
  /** What else is worth seeing; empty when nothing is. */
  remark: string;
  /** The instalment of the loan, with its months; absent while it is not worked out. */
  instalment: PlanRow | null;
  /** What the loan costs; absent while it is not worked out. */
  loan_cost: Money | null;
  /** What each aid hoped for would change. */
  hoped: Array<HopedAid>;
};

/** A rhythm to start a plan from, dated from the loan. */
export type PlanProposal = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** The level it goes with. */
  level: string;
  /** Its steps, as the form holds them. */
  steps: Array<SupportStepForm>;
};

/** One line of the plan. */
export type PlanRow = {
  /** What it is. */
  label: string;
  /** How much. */
  amount: Money;
  /** Where it comes from, or where it stands. */
  note: string;
};

/** One point of the plan. */
export type PointRow = {
  /** The step, sent back when it is held. */
  step: string;
  /** When. */
  when: string;
  /** Its day. */
  due: Day;
  /** How and with whom. */
  how: string;
  /** What for. */
  purpose: string;
  /** Whether it is owed. */
  state: PointState;
};

/** Where a point stands. */
export type PointState = "late" | "due" | "coming";

/** The recovery code, shown this once. */
export type PreparedOffice = {
  /** Eight groups of four characters. */
  recovery_code: string[];
  /** The two groups asked back, 1 to 8. */
  asked: number[];
};

/** One sending to one lender, with what became of it. */
export type PresentationRow = {
  /** Its fact. */
  fact: number;
  /** Its place: 1 for the first. */
  number: number;
  /** The lender. */
  lender: string;
  /** What it promised: `promet 15 jours`. */
  promise: string;
  /** `2 400,00 € sur 36 mois`. */
  asked: string;
  /** The day it was sent. */
  sent_on: Day;
  /** What the lender said. */
  state: AnswerState;
  /** The same in words. */
  answer: string;
  /** Its day, and who told the person. */
  answered: string;
  /** The days it took, or has taken: `14 sur 15`. */
  days: string;
  /** Whether the promise is passed. */
  late: boolean;
  /** Why it refused. */
  reasons: Array<string>;
  /** What is to be noticed of a refusal. */
  warning: string | null;
  /** What was said. */
  note: string;
  /** The form that corrects the sending. */
  form: DecisionForm;
  /** The fact of the answer. */
  answer_fact: number | null;
  /** The form that corrects it. */
  answer_form: DecisionForm | null;
};

/** What is offered to be printed of a dossier now. */
export type PrintMenu = {
  /** The paper of the moment; absent when nothing calls for one. */
  now: PaperCard | null;
  /** Others that can leave, those that never went out first. */
  ready: Array<PaperCard>;
  /** `5 papiers`; empty when none went out. */
  handed_over: string;
};

/** A product from a date, or a correction of one. */
export type ProductChange = {
  /** The product. */
  product: string;
  /** From when, and where it comes from. */
  version: TypedVersion;
  /** Its rules. */
  fields: ProductFields;
};

/** A product's rules as a form holds them; what is empty is not stated. */
export type ProductFields = {
  /** Its name. */
  label: string;
  /** Amounts and months. */
  limits: LimitFields;
  /** The highest rate. */
  rate_max: string;
  /** Categories it finances. */
  purposes: Array<string>;
  /** Who guarantees. */
  guarantor: string;
  /** The share guaranteed, in percent. */
  guarantee_percent: string;
  /** What support it asks for. */
  support: string;
  /** The rhythm of follow-up its loans start with; empty is not stated. */
  follow_up_plan: string;
  /** Its conditions. */
  conditions: Array<string>;
};

/** A model to copy. */
export type ProductModel = {
  /** Its key. */
  key: string;
  /** Its name. */
  label: string;
  /** Where it is told. */
  source: string;
  /** Its rules in words. */
  clauses: Array<Clause>;
};

/** A product offered no more, or again. */
export type ProductRetirement = {
  /** The product. */
  product: string;
  /** Whether it is retired. */
  retired: boolean;
};

/** One version of a product. */
export type ProductVersion = {
  /** How it is headed. */
  version: Version;
  /** Its rules as a form holds them. */
  fields: ProductFields;
  /** Its rules in words. */
  clauses: Array<Clause>;
};

/** One product. */
export type ProductView = {
  /** Its key. */
  key: string;
  /** Its name, as last written. */
  label: string;
  /** No longer offered. */
  retired: boolean;
  /** Its versions, the newest first. */
  versions: Array<ProductVersion>;
};

/** The office's products and the models to copy. */
export type ProductsView = {
  /** The office's products, those still offered first. */
  products: Array<ProductView>;
  /** Models to copy. */
  models: Array<ProductModel>;
  /** The rates seen across lenders, with where they are told. */
  general_rate: string;
  /** Categories a product may finance. */
  categories: Array<Choice>;
  /** Purposes that may have a ceiling of their own. */
  purposes: Array<Choice>;
  /** Who may guarantee. */
  guarantors: Array<Choice>;
  /** What support may be asked for. */
  supports: Array<Choice>;
  /** Rhythms of follow-up its loans may start with. */
  follow_up_plans: Array<Choice>;
};

/** One field of the project as typed. */
export type ProjectChange = {
  /** The dossier. */
  dossier: number;
  /** The field. */
  field: ProjectField;
  /** As typed; empty is not known. */
  value: string;
};

/** A field of the project; its purpose is one of the request. */
export type ProjectField = "story" | "wanted_for" | "justification" | "debt_effect" | "payment_means" | "own_share" | "own_share_note";

/** The project as fields hold it: empty is not known. */
export type ProjectFields = { story: string, wanted_for: string, justification: string, debt_effect: string, payment_means: string, own_share: string, own_share_note: string;
};

/** A project: its story, its quotes, its aids, who pays what. */
export type ProjectView = {
  /** The dossier. */
  dossier: number;
  /** What fields hold of the project. */
  fields: ProjectFields;
  /** What the loan would finance, an entry of the request. */
  purpose: Choice | null;
  /** Whether the effect on the debts is to be told: the loan pays debts. */
  pays_debts: boolean;
  /** Whether the amount asks for a written justification. */
  asks_justification: boolean;
  /** What sellers ask. */
  quotes: Array<Quote>;
  /** What is left to choose between, as buttons offer it. */
  choices: Array<Choice>;
  /** The parts of the cost. */
  expenses: Array<Expense>;
  /** Aids sought before the loan. */
  aids: Array<Aid>;
  /** Where an aid may stand. */
  statuses: Array<Choice>;
  /** Who pays what. */
  plan: Plan;
  /** What the product and the lender allow; absent while neither is chosen. */
  limit: Limit | null;
};

/** One month. */
export type ProjectedMonth = {
  /** `décembre 2026`. */
  label: string;
  /** What comes in. */
  income: string;
  /** What is spent. */
  expenses: string;
  /** Debts. */
  debts: string;
  /** What the loan takes, its account included. */
  loan: string;
  /** What is left for the household. */
  left: string;
  /** What is left for each share. */
  reste_a_vivre: Money;
  /** How high it stands in the curve, in percent of its height; 0 when nothing is left. */
  height: number;
  /** Whether it is the lowest. */
  lowest: boolean;
};

/** One instalment of the proof. */
export type ProofLine = {
  /** Its number. */
  number: number;
  /** The day it was due. */
  due: string;
  /** What was to be paid. */
  total: string;
  /** Its interest. */
  interest: string;
  /** The interest paid so far. */
  running: string;
  /** What is known of it: its key. */
  state: string;
  /** The same in words, with who said it. */
  state_text: string;
};

/** What is decided of a proposal. */
export type ProposalDecided = {
  /** The dossier. */
  dossier: number;
  /** Its place among the proposals, from 0. */
  place: number;
  /** `accepted`, `left`, or `open` again. */
  decided: Decided;
  /** The kind of line it is: as read when empty, as it was when absent. */
  entry: string | null;
  /** The line of the budget it joins: its number, `new` for a line of its own, the one found when empty; as it was when
   * absent. */
  joins: string | null;
};

/** A part of a payment. */
export type ProposalPart = {
  /** The line of the budget. */
  entry: string;
  /** What it pays a month, as typed. */
  amount: string;
};

/** A payment and what it is made of. */
export type ProposalSplit = {
  /** The dossier. */
  dossier: number;
  /** Its place among the proposals, from 0. */
  place: number;
  /** Its parts; none takes the split back. */
  parts: Array<ProposalPart>;
};

/** A proposal that is always so. */
export type ProposalTaught = {
  /** The dossier. */
  dossier: number;
  /** Its place among the proposals, from 0. */
  place: number;
};

/** A line proposed to the budget. */
export type ProposedLine = {
  /** Its place among all proposals, from 0. */
  place: number;
  /** The name read. */
  name: string;
  /** The kind of line; empty while it is to be named. */
  entry: string;
  /** The same in words. */
  entry_label: string;
  /** The kinds it may be, the most probable first. */
  candidates: Array<Choice>;
  /** What is paid each time, without its unit. */
  amount: string;
  /** The noun after « par ». */
  frequency_text: string;
  /** `3 fois, le 6 ; déclaré 455,00`. */
  why: string;
  /** Why it is proposed: `Le libellé dit loyer.` */
  reason: string;
  /** What was decided of it. */
  decided: Decided;
  /** The operations behind it, in the order of days. */
  operations: Array<SeenOperation>;
  /** The line of the budget it joins; nothing when it is a new one. */
  joins: number | null;
  /** How many lines of the budget it holds together; 0 for one. */
  shares: number;
  /** Whether one payment may hold several lines, which only its paper tells apart. */
  several: boolean;
  /** What it is made of, as its paper says. */
  parts: Array<ProposalPart>;
  /** `Déclaré 455,00 €, vu 512,37 €.`; what a better paper proves; empty for a new line. */
  beside: string;
};

/** A passphrase nobody has to think of. */
export type ProposedPassphrase = {
  /** Six words, with a space between. */
  passphrase: string;
};

/** The proposals of one section of the budget. */
export type ProposedSection = {
  /** Which one; `unnamed` for what is to be named. */
  key: string;
  /** Its heading. */
  label: string;
  /** What is accepted of it, a month. */
  accepted: Money;
  /** Its proposals. */
  lines: Array<ProposedLine>;
};

/** A task that waits for another day. */
export type PutOffTask = {
  /** The dossier. */
  dossier: number;
  /** The key of the task. */
  task: string;
  /** The day, as typed: later than today. */
  until: string;
  /** Why; needed. */
  reason: string;
};

/** A question written or written anew. */
export type QuestionChange = {
  /** Which one; empty for a new one. */
  key: string;
  /** What is typed. */
  fields: QuestionFields;
};

/** A question as typed. */
export type QuestionFields = {
  /** The question; needed. */
  label: string;
  /** The same at the request, when it is asked otherwise. */
  at_request: string;
  /** When it is asked; at least once. */
  moments: Array<string>;
  /** The answers to choose from, a line each; the person writes when there is none. */
  choices: string;
  /** The categories of purposes it is asked for; every loan when empty. */
  purposes: Array<string>;
  /** Whether it is asked no more. */
  retired: boolean;
};

/** One question. */
export type QuestionView = {
  /** Its place, which tells it apart. */
  id: number;
  /** Its key. */
  key: string;
  /** As forms hold it. */
  fields: QuestionFields;
  /** `à la demande, à la fin`, `pour logement`, `plus posée depuis le 24 novembre 2026`. */
  state: string;
};

/** The questionnaire. */
export type QuestionnaireView = {
  /** Its questions, in their order, those asked no more included. */
  questions: Array<QuestionView>;
  /** When a question may be asked. */
  moments: Array<Choice>;
  /** What a question may be for. */
  purposes: Array<Choice>;
};

/** A quote. */
export type Quote = {
  /** Its number. */
  id: number;
  /** What is sold. */
  label: string;
  /** Who sells. */
  seller: string;
  /** Its day, as fields show it. */
  dated_on: string;
  /** Its last day, as fields show it. */
  valid_until: string;
  /** The same as lists write it. */
  valid_text: string;
  /** What its last day means today. */
  meaning: Meaning;
  /** Its price. */
  amount: Money;
  /** Whether it is kept. */
  choice: string;
  /** The same in words. */
  choice_text: string;
  /** Why it was put aside. */
  reason: string;
};

/** A quote changed, as typed. */
export type QuoteChange = {
  /** The dossier. */
  dossier: number;
  /** The quote. */
  quote: number;
  /** What is sold; needed. */
  label: string;
  /** Who sells. */
  seller: string;
  /** Its day. */
  dated_on: string;
  /** Its last day. */
  valid_until: string;
  /** Its price; needed. */
  amount: string;
  /** Whether it is kept. */
  choice: string;
  /** Why it was put aside. */
  reason: string;
};

/** A rate for some loans; a condition left empty is met by every loan. */
export type RateLineFields = {
  /** The product it is for. */
  product: string;
  /** The least amount it is for. */
  amount_from: string;
  /** The fewest months it is for. */
  months_from: string;
  /** The yearly rate. */
  rate: string;
};

/** A field rewritten as people write it. */
export type ReadField = {
  /** `1 200,50`, `03/12/2026`, `14 h 30`, `06 39 98 20 61`; empty when nothing was typed. */
  text: string;
  /** The day, for a date. */
  iso: string | null;
};

/** Who reads a bilan. */
export type Readership = "board" | "public";

/** Something a lender will look for in the file. */
export type ReadyItem = {
  /** Its key. */
  key: string;
  /** What it is. */
  label: string;
  /** What is there, or what lacks. */
  note: string;
  /** Advice; may be empty. */
  help: string;
  /** Whether it is there. */
  done: boolean;
  /** Whether nothing is sent without it. */
  must: boolean;
  /** The room that holds it. */
  room: RoomKey;
};

/** A fact of the dossier, recalled beside a criterion. */
export type Recalled = {
  /** What it is. */
  label: string;
  /** What it says. */
  text: string;
};

/** Another solution, as a form offers it. */
export type Redirection = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** Advice for the adviser. */
  help: string | null;
  /** Days after which the person is called back. */
  callback_days: number | null;
};

/** A number of elsewhere. */
export type ReferenceView = {
  /** What it is. */
  label: string;
  /** The number and its year. */
  value: string;
  /** How to read it and where it is told. */
  source: string;
};

/** A referrer described anew. */
export type ReferrerChange = {
  /** Which one. */
  referrer: number;
  /** What is typed. */
  fields: ReferrerFields;
};

/** A referrer as typed. */
export type ReferrerFields = {
  /** What it is: an entry of the kinds of referrers; needed. */
  kind: string;
  /** The service; needed. */
  structure: string;
  /** Who is reached there. */
  name: string;
  /** Their telephone. */
  phone: string;
  /** Their e-mail address. */
  email: string;
  /** Where letters reach them. */
  address: string;
};

/** The people a referrer sent, whatever the year. */
export type ReferrerPeople = {
  /** Which one. */
  referrer: number;
  /** Its name. */
  name: string;
  /** The latest first. */
  people: Array<PersonSent>;
  /** What may be agreed to. */
  agreements: Array<Choice>;
  /** The paper that tells the referrer. */
  paper: string;
};

/** A referrer set aside, or taken back. */
export type ReferrerRetirement = {
  /** Which one. */
  referrer: number;
  /** Whether it is retired. */
  retired: boolean;
};

/** One referrer. */
export type ReferrerView = {
  /** Its number. */
  id: number;
  /** As forms hold it. */
  fields: ReferrerFields;
  /** What it is, in words. */
  kind_label: string;
  /** How a choice names it: `Mission locale de Valbourg, Sandrine Orvault`. */
  label: string;
  /** Sends nobody any more. */
  retired: boolean;
};

/** The referrers, and what they may be. */
export type ReferrersView = {
  /** Those who still send people first, by name. */
  referrers: Array<ReferrerView>;
  /** What a referrer may be. */
  kinds: Array<Choice>;
};

/** What is decided of a refund. */
export type RefundForm = {
  /** The dossier. */
  dossier: number;
  /** The day it was decided; today when empty. */
  on: string;
  /** Whether it is granted. */
  granted: boolean;
  /** The interest the lender attests; empty when it does not. */
  attested: string;
  /** What is refunded; what the rule gives when empty. */
  amount: string;
  /** Why, where it is not what the rule gives. */
  reason: string;
  /** What the letter says of a refusal to the person. */
  letter_words: string;
};

/** A refund that was paid. */
export type RefundPayment = {
  /** The dossier. */
  dossier: number;
  /** The day; today when empty. */
  on: string;
};

/** The proof of a refund. */
export type RefundProofView = {
  /** The rule, in a sentence. */
  rule: string;
  /** Whether the person is entitled to it. */
  entitled: boolean;
  /** Why not, each in a sentence. */
  obstacles: Array<string>;
  /** The instalments. */
  lines: Array<ProofLine>;
  /** `Intérêts payés selon l’échéancier`, or planned where the rule refunds as the loan starts. */
  interest_label: string;
  /** The interest, by the schedule in force. */
  interest: Money;
  /** What the rule gives. */
  amount: Money;
};

/** One dossier whose refund is to be decided or paid. */
export type RefundRow = {
  /** The dossier. */
  dossier: number;
  /** Its reference. */
  reference: string;
  /** Whose. */
  name: string;
  /** How it stands: `ready`, `decided`, `waiting`, `refused`, `paid`. */
  state: string;
  /** The same in words. */
  state_text: string;
  /** What is refunded, or would be. */
  amount: Money;
  /** The interest paid, or planned where the rule refunds as the loan starts. */
  interest: Money;
  /** Whether the rule refunds as the loan starts: nothing is paid yet. */
  at_start: boolean;
  /** The day it became due: `fin du prêt, 12 janvier 2030`, `versement, 14 septembre 2026`. */
  due_since: string;
  /** Whether it still fits in the envelope of the year. */
  fits: boolean;
};

/** The refunds of the office. */
export type RefundsView = {
  /** The rule in force, in a sentence; what to do when there is none. */
  rule: string;
  /** Whether the office refunds interest. */
  refunds: boolean;
  /** Who is waiting, the oldest end first. */
  rows: Array<RefundRow>;
  /** What is to be paid, in a sentence. */
  sentence: string;
  /** The envelope of the year, in a sentence; empty without one. */
  envelope: string;
  /** Whether the list passes the envelope. */
  over: boolean;
};

/** A refusal as typed. */
export type RefusalForm = {
  /** The day it was received; today when empty. */
  on: string;
  /** The lender; the only one waited for when empty. */
  lender: string;
  /** Why; at least one, even « not given ». */
  reasons: Array<string>;
  /** Who told the person; by the agreement when empty. */
  told: string;
  /** The lender's words. */
  note: string;
  /** What the letter says of it to the person, in their words. */
  letter_words: string;
};

/** Every paper Étrier can print. */
export type Register = {
  /** In the order of menus. */
  papers: Array<PaperTitle>;
};

/** What is asked once for the file. */
export type RegisterAsked = {
  /** The field of what is the same for every line. */
  field: string;
  /** What is asked. */
  text: string;
  /** Which lines it is about. */
  lines: string;
  /** The answers; none where one is typed. */
  choices: Array<Choice>;
  /** The answer most lines suggest; empty when none does. */
  suggested: string;
};

/** One cell. */
export type RegisterCell = {
  /** Its column, from zero. */
  place: number;
  /** What the column holds. */
  column: string;
  /** Its text, corrected or not. */
  text: string;
  /** Why it is not read; empty when it is. */
  fault: string;
  /** What it is asked about; empty when it is not. */
  ask: string;
};

/** A column of a register. */
export type RegisterColumnView = {
  /** Its place, from zero. */
  place: number;
  /** Its heading; empty when it has none. */
  heading: string;
  /** What it holds; empty when it is left out. */
  column: string;
  /** The first things that stand in it. */
  examples: string;
};

/** How many lines have each verdict. */
export type RegisterCounts = {
  /** Every line that is read. */
  all: number;
  /** To be settled. */
  to_settle: number;
  /** Refused. */
  refused: number;
  /** To create. */
  to_create: number;
  /** To update. */
  to_update: number;
  /** There already. */
  already_there: number;
  /** Left out by the adviser. */
  left_out: number;
};

/** A register to read. */
export type RegisterFile = {
  /** The handle of the chosen file. */
  file: string;
  /** How its columns are read; found, or as they were the last time, when absent. */
  mapping: RegisterMapping | null;
};

/** A register that was taken over. */
export type RegisterImportView = {
  /** Its number. */
  import: number;
  /** The file and the day. */
  sentence: string;
  /** Whether it can be undone. */
  can_undo: boolean;
  /** The dossiers changed since, which undoing it leaves: their references. */
  changed_since: Array<string>;
  /** The loans it says repaid whose dossiers are open: `264 prêts remboursés à clore`; empty when there is none. */
  repaid: string;
};

/** How the columns of a file are read, by their headings. */
export type RegisterMapping = {
  /** The sheet; the first with headings when empty. */
  sheet: string;
  /** What each heading heads; empty to leave it out. */
  columns: { [key in string]: string };
  /** What is said once for the file. */
  stated: StatedForm;
};

/** What is to be settled of a line. */
export type RegisterQuestion = {
  /** The question. */
  text: string;
  /** The dossier it is about. */
  dossier: number | null;
  /** Its reference; empty without one. */
  reference: string;
  /** The answers. */
  answers: Array<Choice>;
};

/** One line. */
export type RegisterRow = {
  /** Its number in the spreadsheet. */
  line: number;
  /** What would become of it. */
  verdict: Choice;
  /** Why; empty when there is nothing to say. */
  reason: string;
  /** Its cells, those of the columns that are read. */
  cells: Array<RegisterCell>;
  /** What is to be settled. */
  question: RegisterQuestion | null;
  /** What was settled. */
  settled: Settlement | null;
};

/** A page of lines. */
export type RegisterRows = {
  /** How many there are in all. */
  total: number;
  /** How many were passed over. */
  offset: number;
  /** The lines. */
  rows: Array<RegisterRow>;
};

/** Which lines. */
export type RegisterRowsAsked = {
  /** Those of a verdict; every one when absent. */
  verdict: RegisterVerdict | null;
  /** How many to pass over. */
  offset: number;
};

/** The registers of the office. */
export type RegisterStanding = {
  /** The one that was chosen, if one is. */
  chosen: RegisterView | null;
  /** Those that were taken over, the last one first. */
  imports: Array<RegisterImportView>;
};

/** A register that was taken over. */
export type RegisterTaken = {
  /** `Reprise faite : 103 dossiers créés, 9 complétés.` */
  sentence: string;
  /** Its number, by which it is undone. */
  import: number;
  /** Dossiers created. */
  created: number;
  /** Dossiers completed. */
  completed: number;
  /** Lines left out: refused, unsettled or set aside. */
  left_out: number;
};

/** What undoing an import did. */
export type RegisterUndone = {
  /** `Reprise défaite : 103 dossiers retirés, 9 rendus à leur état d’avant.` */
  sentence: string;
  /** Dossiers taken out. */
  removed: number;
  /** Dossiers given back what they were. */
  restored: number;
  /** The references of those that were changed since, and stay. */
  kept: Array<string>;
};

/** What would become of a line. */
export type RegisterVerdict = "refused" | "to_settle" | "to_create" | "to_update" | "already_there" | "left_out";

/** A chosen register. */
export type RegisterView = {
  /** The name of the file. */
  file: string;
  /** Its sheets, by their place. */
  sheets: Array<Choice>;
  /** The sheet that is read, from zero. */
  sheet: number;
  /** The line of the headings, as the spreadsheet numbers it. */
  headings_line: number;
  /** Its columns, in the order of the file. */
  columns: Array<RegisterColumnView>;
  /** What a column can hold. */
  column_choices: Array<Choice>;
  /** What is the same for every line. */
  stated: StatedForm;
  /** What is asked once for the file. */
  asked: Array<RegisterAsked>;
  /** Lines by verdict. */
  counts: RegisterCounts;
  /** What was understood of the file, a line each. */
  understood: Array<string>;
  /** What is to be known of the way it was read. */
  remarks: Array<string>;
  /** Lenders that taking it over would add. */
  new_lenders: Array<string>;
  /** Whether it can be taken over now. */
  can_take: boolean;
  /** Why not, or what will be left out. */
  hint: string;
};

/** The release of the funds. */
export type ReleasedFunds = {
  /** Its fact. */
  fact: number;
  /** Its day. */
  on: Day;
  /** `2 400,00 €, le 5 décembre 2026, chèque de banque à l’ordre du garage.` */
  sentence: string;
  /** How much. */
  amount: Money;
  /** The form that corrects it. */
  form: DecisionForm;
};

/** Both ways in, and the key behind them, made anew. */
export type RenewedKey = {
  /** The passphrase in use; may be empty when the office was opened with its recovery code. */
  current: string;
  /** The one that takes its place. */
  passphrase: string;
  /** The two groups asked back of the new recovery code, in the order they were asked. */
  retyped: string[];
};

/** What closing the repaid loans of a register did. */
export type RepaidClosed = {
  /** `264 prêts remboursés clos.` */
  sentence: string;
  /** The registers of the office, as they now stand. */
  standing: RegisterStanding;
};

/** A bilan: its period, what it is compared with, which dossiers it counts. */
export type ReportAsked = {
  /** The year, before the two days. */
  year: string;
  /** The first day. */
  from: string;
  /** The last day. */
  to: string;
  /** What it is compared with. */
  against?: Against;
  /** Which dossiers it counts. */
  narrowed?: NarrowedTo;
};

/** What the bilan shown was asked, and what else may be. */
export type ReportChoices = {
  /** The halves, the quarters and the months of the year, each under its heading; the key is that of an address. */
  parts: Array<Choice>;
  /** What it is compared with. */
  against: Against;
  /** What it may be compared with, each with its period. */
  comparisons: Array<Choice>;
  /** What the dossiers counted have in common. */
  narrowed: NarrowedTo;
  /** The same in words; empty when all are counted. */
  narrowed_label: string;
  /** The lenders. */
  lenders: Array<Choice>;
  /** The products. */
  products: Array<Choice>;
  /** The categories of purposes, then what each is made of. */
  purposes: Array<Choice>;
  /** Who sends people. */
  referrers: Array<Choice>;
};

/** A bilan. */
export type ReportData = {
  /** The period, both days counted. */
  period: PeriodData;
  /** What the dossiers counted have in common, in words; empty when all are counted. */
  narrowed: string;
  /** The indicators. */
  indicators: Array<IndicatorData>;
  /** The tables. */
  tables: Array<TableData>;
};

/** A dossier behind a number. */
export type ReportDossier = {
  /** Its number. */
  id: number;
  /** Its reference. */
  reference: string;
  /** Who asks. */
  name: string;
  /** The project in a line. */
  project: string;
  /** Where it stands. */
  stage: Choice;
  /** The day it is counted at. */
  on: Day;
};

/** The dossiers behind a number. */
export type ReportDossiers = {
  /** The number, in words. */
  title: string;
  /** How it is counted. */
  definition: string;
  /** How many dossiers, in a sentence. */
  sentence: string;
  /** How many in all are listed: those erased since are only counted. */
  found: number;
  /** At most a hundred, in the order of their days. */
  rows: Array<ReportDossier>;
};

/** The form of a file of the bilan. */
export type ReportForm = "xlsx" | "board_xlsx" | "public_xlsx" | "csv" | "json";

/** A year, or a first and a last day; all empty is the last year that has something to tell. */
export type ReportPeriod = {
  /** The year, before the two days. */
  year: string;
  /** The first day. */
  from: string;
  /** The last day. */
  to: string;
};

/** What was done, in a sentence. */
export type ReportSaved = {
  /** The sentence. */
  sentence: string;
};

/** A bilan and the file chosen for it. */
export type ReportToFile = {
  /** The year of the bilan. */
  year: string;
  /** Its first day. */
  from: string;
  /** Its last day. */
  to: string;
  /** What it is compared with. */
  against?: Against;
  /** Which dossiers it counts. */
  narrowed?: NarrowedTo;
  /** The form of the file. */
  form: ReportForm;
  /** The key of the one table wanted; all of them when empty. */
  table?: string;
  /** The handle of the chosen file. */
  file: string;
};

/** A bilan. */
export type ReportView = {
  /** The period. */
  period: PeriodView;
  /** The period it is compared with. */
  before: PeriodView | null;
  /** The years that have something to tell, the latest first. */
  years: Array<string>;
  /** The period in a sentence. */
  sentence: string;
  /** What to know before reading. */
  notice: string | null;
  /** Whether the office has a dossier at all. */
  has_dossiers: boolean;
  /** The numbers, under their headings. */
  groups: Array<FigureGroup>;
  /** The tables. */
  tables: Array<TableView>;
  /** The name its files will have, before their ending. */
  file_name: string;
  /** What it was asked, and what else may be. */
  choices: ReportChoices;
  /** What was settled of it, and what changed since. */
  settled: SettledView | null;
  /** The round numbers of loans reached up to its end: `10e prêt accordé : 3 mai 2024`. */
  milestones: Array<string>;
  /** Whether its last day is gone by: it may be settled. */
  is_over: boolean;
};

/** The paper and the period of the words. */
export type ReportWordsAsked = {
  /** The paper. */
  paper: string;
  /** The first day of its period, as typed. */
  from: string;
  /** The last day, as typed. */
  to: string;
};

/** The adviser's words on a report. */
export type ReportWordsView = {
  /** What the place is called. */
  label: string;
  /** What may stand there. */
  hint: string;
  /** The words as typed; empty when there are none. */
  text: string;
};

/** One field of the request as typed. */
export type RequestChange = {
  /** The dossier. */
  dossier: number;
  /** The field. */
  field: RequestField;
  /** As typed. */
  value: string;
};

/** A field of the request. */
export type RequestField = "origin" | "how_heard" | "referrer" | "project" | "purpose" | "amount" | "received_on" | "next_date" | "next_what" | "feedback";

/** The request as fields hold it. */
export type RequestFields = { origin: string, how_heard: string, referrer: string, project: string, purpose: string, amount: string, received_on: string, next_date: string, next_what: string, feedback: string;
};

/** A resolution described anew. */
export type ResolutionChange = {
  /** Which one. */
  resolution: number;
  /** What is typed. */
  fields: ResolutionFields;
};

/** A resolution as typed. */
export type ResolutionFields = {
  /** Its number; needed. */
  number: string;
  /** The day it was taken; needed. */
  decided_on: string;
  /** What it is about; needed. */
  subject: string;
  /** Its text, or what matters of it. */
  extract: string;
  /** Where the signed paper is kept. */
  file: string;
  /** How it was voted. */
  vote: string;
  /** The day it was transmitted to the State's representative. */
  transmitted_on: string;
  /** The day it was published. */
  published_on: string;
};

/** One resolution. */
export type ResolutionView = {
  /** Its number in the store. */
  id: number;
  /** As forms hold it. */
  fields: ResolutionFields;
  /** How rules name it: `Délibération n° 2026-31 du 3 mars 2026`. */
  label: string;
  /** `exécutoire depuis le 10 mars 2026`, `pas encore exécutoire : publication à noter`. */
  state: string;
  /** The rules it grounds: `Règles du CCAS, à partir du 1er janvier 2026`. */
  grounds: Array<string>;
};

/** The register. */
export type ResolutionsView = {
  /** The resolutions, the latest first. */
  resolutions: Array<ResolutionView>;
};

/** Which page of the list. */
export type RetentionAsked = {
  /** How many rows to pass over. */
  offset?: number;
};

/** A dossier to keep longer. */
export type RetentionExtension = {
  /** The dossier. */
  dossier: number;
  /** Why. */
  reason: string;
  /** Until which day, as typed. */
  until: string;
};

/** A dossier to archive, and the need that is written down. */
export type RetentionNeed = {
  /** The dossier. */
  dossier: number;
  /** Why it is still needed. */
  reason: string;
};

/** A dossier whose time is over. */
export type RetentionRow = {
  /** The dossier. */
  dossier: number;
  /** Its reference. */
  reference: string;
  /** Who asked. */
  name: string;
  /** How it ended. */
  ended: string;
  /** The last contact with the person. */
  last_contact: Day;
  /** The day from which someone has to decide. */
  since: Day;
  /** What was decided before, in a sentence; empty when nothing was. */
  decided: string;
};

/** The dossiers whose time is over. */
export type RetentionView = {
  /** At most a hundred rows, the oldest contact first. */
  rows: Array<RetentionRow>;
  /** How many there are in all. */
  found: number;
  /** The same in a sentence. */
  sentence: string;
  /** How many dossiers are archived. */
  archived: number;
  /** The rule, in a sentence. */
  rule: string;
  /** Where the rule comes from. */
  source: string;
  /** The last erasure. */
  last_erasure: CertificateView | null;
};

/** A point as typed; only its day is needed, and it is today when empty. */
export type ReviewForm = {
  /** The day. */
  on: string;
  /** How: an entry of the interview kinds; that of the step, else a call. */
  kind: string;
  /** Who made it: `office`, `lender` or `other`; that of the step when empty. */
  with: string;
  /** The step it answers, by its label; empty when it was not planned. */
  step: string;
  /** How long, in minutes. */
  minutes: string;
  /** Whether the due dates are kept: `yes`, `no` or empty. */
  due_dates_kept: string;
  /** How the project goes. */
  project: string;
  /** Whether the budget has changed: `yes`, `no` or empty. */
  budget_changed: string;
  /** What was said. */
  note: string;
  /** What comes next. */
  next_step: string;
};

/** One point made. */
export type ReviewRow = {
  /** Its day. */
  on: Day;
  /** How and with whom. */
  how: string;
  /** What was found, in a sentence. */
  found: string;
  /** What comes next. */
  next: string;
};

/** The revolving credit beside the offers. */
export type RevolvingView = {
  /** Its TAEG. */
  taeg: string;
  /** Where that TAEG comes from: `Taux d’exemple choisi par le CCAS le 1er janvier 2026`, `Au plafond légal, pour
   * comparer`, or `TAEG écrit ici`. */
  source: string;
  /** What is paid a month. */
  instalment: string;
  /** What it costs. */
  total_cost: Money;
  /** That cost over the dearest of all, in percent, for a bar. */
  share: number;
  /** What is left to live on with it; empty without a budget. */
  reste_a_vivre: string;
};

/** A room of the dossier and whether it has what papers need of it. */
export type Room = {
  /** Which one. */
  key: RoomKey;
  /** Its name. */
  title: string;
  /** Whether nothing is missing there. */
  complete: boolean;
  /** How much of it is done, where it is counted: `6/7`; absent once complete. */
  count: string | null;
  /** Whether its time has come: the opinion from the first interview on, the loan from the agreement of a lender on. */
  open: boolean;
  /** Whether an instalment is owed past its day. */
  late: boolean;
};

/** The rooms of a dossier that exist. */
export type RoomKey = "overview" | "person" | "project" | "budget" | "simulation" | "statements" | "attachments" | "assessment" | "decisions" | "loan" | "documents" | "journal";

/** A row. */
export type RowData = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** `heading`, `line` or `total`. */
  kind: string;
  /** A number for each column; none for a heading. */
  cells: Array<string | null>;
};

/** A row. */
export type RowView = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** `heading`, `line` or `total`. */
  kind: string;
  /** A number for each column; none for a heading. */
  cells: Array<CellView>;
  /** What it looks like. */
  bars: Array<Bar>;
};

/** The office's rules as a form holds them; what is empty was not decided. */
export type RuleFields = {
  /** How the office reads a budget. */
  budget: BudgetRuleFields;
  /** What a child of shared custody counts for at first. */
  shared_custody: string;
  /** What spending lines usually are here. */
  usual_spending: Array<UsualSpendingFields>;
  /** The lines the grid of a budget always shows, in their order; the delivered ones when there is none. */
  grid_lines: Array<string>;
  /** The TAEG of the revolving credit a loan is compared with; no comparison when empty. */
  revolving_taeg: string;
  /** The public the office chose; open to all when empty. */
  target_public: string;
  /** Who decides to submit. */
  decision_mode: string;
  /** Who grants; the lender when empty. */
  granting: string;
  /** Who signs the charter. */
  charter: string;
  /** The rate above which a remark is made. */
  usual_rate_max: string;
  /** Working days in which the adviser calls back. */
  answer_working_days: string;
  /** Days before an instalment at which the borrower had better call. */
  warning_days: string;
  /** The hours of a full-time job in a year; empty when they are not said. */
  full_time_hours: string;
  /** Under how many people a paper for others tells no line; as delivered when empty. */
  small_numbers_under: string;
  /** The figures at the head of the bilan, six at most; the usual ones when there is none. */
  headline: Array<string>;
  /** When interest is refunded; empty when the office refunds nothing. */
  refund_moment: string;
  /** What is refunded. */
  refund_base: string;
  /** The share, in percent. */
  refund_share: string;
  /** On what condition. */
  refund_condition: string;
  /** Who pays. */
  refund_payer: string;
  /** Who decides. */
  refund_decided_by: string;
  /** The resolution. */
  refund_resolution: string;
  /** Where it stands in the accounts. */
  refund_charged_to: string;
  /** Who orders the payment. */
  refund_ordered_by: string;
  /** Whether a postponed instalment counts as late: `yes`, or empty. */
  refund_postponed_late: string;
  /** From how many instalments missed in a row on it is a major incident; empty when none. */
  refund_major_missed: string;
  /** What may be refunded in a year; empty without a limit. */
  refund_envelope: string;
};

/** What a rule would change. */
export type RuleTrial = {
  /** `Sur 11 dossiers en instruction. Essai : rien n’est changé.` */
  sentence: string;
  /** How many dossiers stand where, in words. */
  counts: Array<Clause>;
};

/** The office's rules and every version of them. */
export type RulesView = {
  /** The versions, the newest first. */
  versions: Array<SettingVersion<RuleFields>>;
  /** What a budget rule may choose from. */
  budget: BudgetRuleChoices;
  /** What a child of shared custody may count for. */
  custody_shares: Array<Choice>;
  /** What a usual spending may be for. */
  spending_shares: Array<Choice>;
  /** The lines the grid of a budget shows when the office chose none, in their order. */
  grid_lines: Array<string>;
  /** Who may decide to submit. */
  decision_modes: Array<Choice>;
  /** Who may grant. */
  grantings: Array<Choice>;
  /** Who may sign the charter. */
  charters: Array<Choice>;
  /** What may stand at the head of the bilan. */
  headline_figures: Array<Choice>;
  /** When interest may be refunded. */
  refund_moments: Array<Choice>;
  /** What may be refunded. */
  refund_bases: Array<Choice>;
  /** On what conditions. */
  refund_conditions: Array<Choice>;
};

/** What is known of the ways in and of the lock. */
export type SafetyOverview = {
  /** The day the passphrase was chosen. */
  passphrase_set_on: Day | null;
  /** `verrou après 10 minutes sans toucher`. */
  lock: string;
  /** What is known of the recovery code. */
  code: CodeAge;
  /** Whether the office was opened with its code and its passphrase was not changed since. */
  is_opened_with_code: boolean;
  /** How many copies on this computer open with secrets given up since. */
  former_copies: number;
  /** What is wrong with the folder of the office, its key or its ways in, each with what to do. */
  warnings: Array<string>;
};

/** The rules of safety as a form holds them. */
export type SafetyRulesFields = {
  /** Minutes without a touch before the office is locked, 3 to 30. */
  lock_minutes: string;
  /** Days after which a new copy outside the computer is due. */
  copy_due_days: string;
  /** Days after which it is late. */
  copy_late_days: string;
  /** Months after which the recovery code is to be tried again. */
  code_test_months: string;
};

/** One line, or a stretch of equal ones. */
export type ScheduleRow = {
  /** `7`, `1–6`; empty for a part repaid early. */
  numbers: string;
  /** The first of its instalments. */
  first: number;
  /** The last of them. */
  last: number;
  /** `5 nov. 2026`, `mars à août 2026`. */
  label: string;
  /** What the version it is compared with asks for; absent when there is only one version or it has no such line. */
  before: VersionCells | null;
  /** What this version asks for; absent when it has no such line. */
  now: VersionCells | null;
  /** Whether the two versions ask for another sum there. */
  changed: boolean;
  /** What is known: `Payée`, `6 payées`, `Impayée`, `à venir`, `aucun incident connu`, `reportée`, `fin décalée`. */
  state: string;
  /** What was declared. */
  declared: "paid" | "missed" | "paid_late" | null;
  /** `la banque, 16 nov.`; empty when nothing was declared. */
  told: string;
};

/** What is typed so far of a request. */
export type ScreeningAsked = {
  /** The answers by the key of their question; one that cannot be read yet counts for nothing. */
  answers: { [key in string]: string };
  /** What the loan would finance, or what it does not pay; empty while it is to be settled. */
  purpose: string;
  /** Who sends the person, as typed. */
  sent_by: string;
  /** The adults of the household: `one`, `couple`, `other`. */
  adults: string;
  /** The ages of the children, as typed. */
  children: string;
};

/** A first call as it should have been noted: what follows it is a fact of its own. */
export type ScreeningCorrection = {
  /** The dossier. */
  dossier: number;
  /** The call. */
  fact: number;
  /** The answers by the key of their question. */
  answers: { [key in string]: string };
  /** How long the call lasted, in minutes. */
  minutes: string;
  /** Why it is corrected; needed. */
  reason: string;
};

/** What is typed during a first call. */
export type ScreeningForm = {
  /** The answers by the key of their question: `yes`, `no`, `to_see`, or what was typed. */
  answers: { [key in string]: string };
  /** What the person was told. */
  told: Array<string>;
  /** How long the call lasted, in minutes. */
  minutes: string;
  /** What follows; needed once a question is answered. */
  outcome: string;
  /** The other solutions proposed. */
  solutions: Array<string>;
  /** Why another solution. */
  reason: string;
  /** The day of the appointment. */
  appointment_on: string;
  /** Its hour. */
  appointment_at: string;
  /** Where, or which number to call. */
  appointment_place: string;
  /** What is kept of the call. */
  note: string;
};

/** The grid of the first call, and what its answers come to. */
export type ScreeningGrid = {
  /** The questions, under their headings. */
  sections: Array<ScreeningSection>;
  /** What a loan does not pay, by the key of the question that a yes answers. */
  excluded: Array<Choice>;
  /** What the person has to be told. */
  told: Array<Choice>;
  /** What may follow. */
  outcomes: Array<Choice>;
  /** What the answers come to; it decides nothing. */
  verdict: VerdictView;
  /** Who sends the person. */
  sender: SenderView;
  /** `2 personnes au foyer`; empty while nothing was said of it. */
  people: string;
  /** The papers to bring to an appointment. */
  to_bring: Array<PaperToBring>;
};

/** One question. */
export type ScreeningQuestion = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** Whether it is answered by yes, no or to be seen; typed otherwise. */
  choice: boolean;
  /** Whether an amount is typed. */
  amount: boolean;
};

/** Questions under one heading. */
export type ScreeningSection = {
  /** Its key. */
  key: string;
  /** The heading. */
  label: string;
  /** Advice beside it. */
  help: string;
  /** Its questions. */
  questions: Array<ScreeningQuestion>;
};

/** What is looked for. */
export type Search = {
  /** Any words, accents or not; everything when empty. */
  search: string;
  /** Only dossiers of this phase. */
  phase?: PhaseKey;
  /** Only the archived ones; they are nowhere else. */
  archived?: boolean;
  /** How many rows to pass over. */
  offset: number;
};

/** What a measure asks for. */
export type Seen = "plain" | "kept" | "due" | "late";

/** An operation as it is printed. */
export type SeenOperation = {
  /** `10 août`. */
  day: string;
  /** Its label. */
  label: string;
  /** `−34,50`. */
  amount: string;
};

/** Who sends the person, as the page says it. */
export type SenderView = {
  /** What may be typed: the referrers, the origins. */
  known: Array<string>;
  /** What recording would do: `Sera ajouté aux prescripteurs.`; empty when it is known already. */
  note: string;
  /** Whether it is someone who may be answered. */
  may_answer: boolean;
};

/** What the people in the room read of a dossier: the facts of its sheet. */
export type SessionBrief = {
  /** The household, its work and its home, in sentences. */
  situation: Array<string>;
  /** What is asked, over how many months, by the month; of a refund, its five figures. */
  figures: Array<BriefFigure>;
  /** The project in the person's words. */
  story: Array<string>;
  /** Who pays what, the last row is the total; of a refund, the instalments by their state. */
  parts: Array<BriefFigure>;
  /** The budget of a month, the last row is the reste à vivre; of a refund, the loan. */
  month: Array<BriefFigure>;
  /** What is to be read before a vote, then each criterion that asks for attention, with its ground; of a refund, what is
   * said of it. */
  watched: Array<string>;
  /** `favorable`; empty while it is not written. */
  opinion: string;
  /** Its reasons; of a refund, the rule and what it gives. */
  reasoned: Array<string>;
};

/** A session described anew. */
export type SessionChange = {
  /** The session. */
  session: number;
  /** As it is. */
  fields: SessionFields;
};

/** A session as a form holds it. */
export type SessionFields = {
  /** Its day; needed. */
  day: string;
  /** Its hour. */
  at: string;
  /** Where. */
  place: string;
  /** Who meets; as the office decides when empty. */
  kind: string;
  /** What is to be said in the minutes beside what is decided. */
  note: string;
};

/** The letter of a dossier, or what it waits for. */
export type SessionLetterRow = {
  /** The dossier. */
  dossier: number;
  /** Its reference. */
  reference: string;
  /** What the letter is; why it is not ready, where it is not. */
  what: string;
  /** The paper, to be seen; empty when it cannot be printed. */
  paper: string;
  /** Whether it says all it has to. */
  ready: boolean;
  /** Where what lacks is written; absent when nothing can be done. */
  room: RoomKey | null;
  /** What is to be done next of the dossier; empty when nothing is. */
  next: string;
  /** By when. */
  next_on: string;
};

/** The letters of a session, one a decision. */
export type SessionLetters = {
  /** `3 lettres sont prêtes sur 4.` */
  sentence: string;
  /** How many are ready. */
  ready: number;
  /** Each dossier, in the order of the agenda. */
  rows: Array<SessionLetterRow>;
};

/** Why a dossier comes before a session, as a call names it. */
export type SessionMatterKey = "request" | "refund";

/** A session in a list. */
export type SessionRow = {
  /** Its number. */
  id: number;
  /** Its day, ISO. */
  day: string;
  /** `Commission du jeudi 26 novembre 2026`. */
  title: string;
  /** `14 h, salle des mariages`; empty when neither is known. */
  place: string;
  /** Where it stands. */
  state: Choice;
  /** `4 dossiers, 7 950,00 €`. */
  agenda: string;
};

/** One session. */
export type SessionView = {
  /** Its day, title, place and state. */
  session: SessionRow;
  /** As a form holds it. */
  fields: SessionFields;
  /** Who may meet. */
  kinds: Array<Choice>;
  /** Whether the committee itself grants. */
  grants: boolean;
  /** Who was called. */
  attendees: Array<AttendeeRow>;
  /** `4 présents sur 5`. */
  came: string;
  /** Whether someone came. */
  attendances: Array<Choice>;
  /** Its agenda. */
  agenda: Array<AgendaRow>;
  /** The dossiers that wait for a session. */
  waiting: Array<WaitingDossier>;
  /** What an opinion may be. */
  opinions: Array<Choice>;
  /** What may be decided of a request. */
  directions: Array<Choice>;
  /** The sessions a dossier may be put off to. */
  later: Array<Choice>;
  /** Why it cannot be held today; empty when it can, or was. */
  not_yet: string;
  /** The minutes, as they would be closed or as they were. */
  minutes: MinutesShown;
};

/** The sessions of the office. */
export type SessionsView = {
  /** Whether the office has sessions today. */
  used: boolean;
  /** Those to come, the nearest first. */
  to_come: Array<SessionRow>;
  /** Those held, the last one first. */
  held: Array<SessionRow>;
  /** `3 dossiers attendent une séance`; empty when none does. */
  waiting: string;
  /** Who may meet. */
  kinds: Array<Choice>;
  /** A new session as the last one was. */
  blank: SessionFields;
};

/** One version of a setting. */
export type SettingVersion<F> = {
  /** How it is headed. */
  version: Version;
  /** As a form holds it. */
  fields: F;
  /** In words. */
  clauses: Array<Clause>;
};

/** A setting and every version of it. */
export type SettingVersions<F> = {
  /** The versions, the newest first. */
  versions: Array<SettingVersion<F>>;
};

/** What became of the appointment of a dossier, as typed. */
export type SettledAppointment = {
  /** The dossier. */
  dossier: number;
  /** What became of it. */
  outcome: AppointmentOutcome;
  /** How long it lasted, once held. */
  minutes: string;
  /** What was said, or why it was not held. */
  note: string;
};

/** A number that is no longer what it was. */
export type SettledDifference = {
  /** What it counts. */
  label: string;
  /** As it was settled; `–` where there was none. */
  was: string;
  /** As it is counted today; `–` where there is none. */
  is: string;
};

/** What is settled of a line. */
export type SettledLine = {
  /** The line, as the spreadsheet numbers it. */
  line: number;
  /** What is settled; absent to take it back. */
  settled: Settlement | null;
};

/** A bilan that was settled. */
export type SettledView = {
  /** The day it was settled. */
  on: Day;
  /** `Arrêté le 5 janvier 2027. 2 nombres ont changé depuis.` */
  sentence: string;
  /** What was corrected since. */
  differences: Array<SettledDifference>;
};

/** What the adviser settled of a line. */
export type Settlement = "co_borrower" | "two_dossiers" | "same_person" | "namesake" | "leave";

/** The sheet of the code that was drawn. */
export type SheetAsked = {
  /** What heads it while there is no office yet. */
  office?: OfficeFields;
};

/** The sheet of the code that was drawn, and the file chosen for it. */
export type SheetToFile = {
  /** What heads it while there is no office yet. */
  office?: OfficeFields;
  /** The handle of the chosen file. */
  file: string;
};

/** The contract. */
export type SignedContract = {
  /** Its fact. */
  fact: number;
  /** `Signé le 27 novembre 2026 avec la Banque du Val.` */
  sentence: string;
  /** `2 400,00 € sur 36 mois, à 4,00 %` */
  terms: string;
  /** What the contract states otherwise than Étrier works out; empty when all agree. */
  differences: Array<StatedDifference>;
  /** The withdrawal period; absent when no law states it. */
  withdrawal: Withdrawal | null;
  /** The form that corrects it. */
  form: DecisionForm;
};

/** A dossier or a loan nobody has had news of. */
export type Silent = {
  /** The dossier. */
  dossier: number;
  /** Whose it is. */
  name: string;
  /** Where it stands, and its project. */
  what: string;
  /** How long: `35 jours`. */
  since: string;
};

/** A loan worked out: as programs read it, then in words. */
export type Simulated = {
  /** Every instalment. */
  instalments: Array<PlainInstalment>;
  /** All the interest, with a point: `84.39`. */
  total_interest: string;
  /** What the loan costs, with a point. */
  total_cost: string;
  /** The TAEG, with a point and two decimals. */
  taeg: string;
  /** The same in words. */
  loan: LoanShown;
  /** The same sum on a revolving credit; absent while no TAEG is set or typed. */
  revolving: RevolvingView | null;
  /** The warning of the law on the day. */
  warning: LegalWarning | null;
};

/** Which dossier, and a TAEG to compare with. */
export type SimulationAsked = {
  /** The dossier. */
  dossier: number;
  /** The TAEG of a revolving credit as typed, in place of the office's. */
  revolving_taeg?: string;
};

/** One field of the simulation as typed. */
export type SimulationChange = {
  /** The dossier. */
  dossier: number;
  /** The field. */
  field: SimulationField;
  /** As typed; empty follows from the plan or from the agreement, or is not known. */
  value: string;
};

/** A field of the simulation. */
export type SimulationField = "lender" | "product" | "amount" | "months" | "rate" | "deferred" | "interest_only" | "interest_only_later" | "fee" | "fee_payment" | "insurance" | "insurance_rate" | "insurance_requirement" | "disbursed_on" | "first_due_on" | "debit_day";

/** The simulation as fields hold it: empty follows from the plan or the agreement, or is not known. */
export type SimulationFields = { lender: string, product: string, amount: string, months: string, rate: string, deferred: string, interest_only: string, interest_only_later: string, fee: string, fee_payment: string, insurance: string, insurance_rate: string, insurance_requirement: string, disbursed_on: string, first_due_on: string, debit_day: string;
};

/** What an empty field follows from; empty when from nothing. */
export type SimulationFollows = {
  /** `Montant repris du plan de financement : 3 050,00 € − 400,00 € d’aide − 250,00 € d’épargne.`; what the plan asks
   * for beside another amount. */
  amount: string;
  /** `4,00 %, convention de la Banque du Val`. */
  rate: string;
  /** `30,00 €, convention de la Banque du Val`. */
  fee: string;
  /** `payés au début, convention de la Banque du Val`. */
  fee_payment: string;
  /** `1 mois au plus, convention de la Banque du Val`; empty where it allows none. */
  deferred: string;
  /** `3 mois au plus, convention de la Banque du Val`; empty where it allows none. */
  interest_only: string;
  /** `2 mois au plus, convention de la Banque du Val`; empty where it allows none. */
  interest_only_later: string;
  /** `facultative, convention de la Banque du Val`. */
  insurance: string;
  /** That the first instalment is less than a month after the money; else empty. */
  first_due_on: string;
  /** `le 5, convention de la Banque du Val`. */
  debit_day: string;
};

/** The simulation of a dossier: its terms, what they make, and every lender's. */
export type SimulationView = {
  /** The dossier. */
  dossier: number;
  /** What fields hold. */
  fields: SimulationFields;
  /** What an empty field follows from. */
  follows: SimulationFollows;
  /** The other conditions the agreement allows, and those stated already. */
  conditions: Array<SimulationField>;
  /** Lenders with an agreement in force, and the one chosen. */
  lenders: Array<Choice>;
  /** Products in force, and the one chosen; none where there is no choice. */
  products: Array<Choice>;
  /** Whether the terms are those of a contract or of an approval: `Accord du 16 décembre 2026`; else empty. */
  settled: string;
  /** Whether they are signed: they are read, and nothing is typed. */
  is_signed: boolean;
  /** Durations usually asked for, in months. */
  usual_months: Array<number>;
  /** What it still lacks, one sentence; empty once it is worked out. */
  lacks: string;
  /** The loan worked out. */
  loan: LoanShown | null;
  /** What is left to live on with it, a share a month; absent without a budget. */
  reste_a_vivre_after: Money | null;
  /** Where that stands beside the office's threshold; absent without a budget or a threshold. */
  threshold: Threshold | null;
  /** The lender whose durations and sentences are shown: the one kept, else the first that would make the loan. */
  bank_shown: string;
  /** Its loan for the durations beside; empty once the bank has decided. */
  durations: Array<DurationTried>;
  /** Every lender, those that are possible first, then the cheapest. */
  offers: Array<Offer>;
  /** What would make the loan possible, a sentence a lender; empty while one is possible. */
  ways_out: Array<string>;
  /** The same sum on a revolving credit; absent while no TAEG is known. */
  revolving: RevolvingView | null;
  /** What is repaid in plain French, and what the office would refund of it. */
  in_a_sentence: Array<string>;
  /** The person's choice, once it was made. */
  choice: LenderChoice | null;
  /** The accounts a choice may name. */
  accounts: Array<Choice>;
};

/** A solution and what it does. */
export type Solution = {
  /** Its key, sent back. */
  key: string;
  /** What people read. */
  label: string;
  /** What it would do; empty when nothing can be worked out. */
  what: string;
  /** `+ 6,30 €`: the interest it adds. */
  cost: string;
  /** Who is paid or pays: `banque`, `CCAS, 70,86 €`. */
  payer: string;
  /** `5 mars 2030`: the last instalment. */
  ends: string;
  /** `1 mois de plus`, `fin inchangée`. */
  later: string;
  /** Where its cost comes from; absent of one that changes nothing at the bank. */
  explained: ExplainedFigure | null;
};

/** One figure the contract states otherwise than Étrier works out. */
export type StatedDifference = {
  /** What it is. */
  label: string;
  /** `selon le contrat : 70,87 €`. */
  stated: string;
  /** `calculé : 70,86 €`. */
  reckoned: string;
  /** Where the difference comes from; absent when no usual reason gives it. */
  explained: ExplainedFigure | null;
  /** What to ask the bank, where nothing explains it; else empty. */
  question: string;
};

/** What the adviser says once for every line that does not say it. */
export type StatedForm = {
  /** The lender: a key of the office's. */
  lender: string;
  /** The months. */
  months: string;
  /** The yearly rate. */
  annual_rate: string;
  /** The origin: a key of its list. */
  origin: string;
  /** The year of what has none. */
  year: string;
  /** What is settled of every line that names two people, once for the file. */
  two_people: string;
  /** Of every name an earlier line has. */
  same_name: string;
  /** Of every line that says the same person on the same day. */
  twice: string;
};

/** What it says of one loan. */
export type StatementAnswer = {
  /** The dossier. */
  dossier: number;
  /** The number of the instalment. */
  number: number;
  /** `paid`, `missed`, `postponed`; empty when it says nothing. */
  answer: string;
};

/** Which lender and which month. */
export type StatementAsked = {
  /** The lender; the one with most loans when empty. */
  lender: string;
  /** The month, as typed: `11/2026`; this one when empty. */
  month: string;
};

/** What the statements of one account say, as typed. */
export type StatementFields = {
  /** The account; needed. */
  account: string;
  /** The bank that holds it. */
  bank: string;
  /** The first month read. */
  from: string;
  /** The last month read. */
  to: string;
  /** The overdraft the bank allows. */
  overdraft: string;
  /** The lowest balance, with a minus sign in overdraft. */
  lowest: string;
  /** Days in overdraft. */
  days_overdrawn: string;
  /** Debits the bank rejected. */
  rejected: string;
  /** What the bank took. */
  fees: string;
  /** Savings on the account at the end. */
  savings: string;
  /** Anything else. */
  remark: string;
};

/** A figure of an account. */
export type StatementFigure = {
  /** `Jours à découvert`. */
  label: string;
  /** `4 sur 92`, `32,00 €`. */
  value: string;
  /** Whether it is bad news. */
  is_bad: boolean;
  /** What the law says of it; empty when it says nothing. */
  note: string;
  /** The operations behind it; none when it counts days. */
  operations: Array<SeenOperation>;
};

/** The files to read. */
export type StatementFiles = {
  /** The dossier. */
  dossier: number;
  /** The handles of the chosen files. */
  files: Array<string>;
  /** Files the dossier keeps already. */
  attachments: Array<number>;
};

/** One line of an account: a statement, or what lacks between two. */
export type StatementMonth = {
  /** `Juillet`, `Août à octobre`. */
  label: string;
  /** `24 opérations`; empty for what lacks. */
  count: string;
  /** `proven`, `contradicted`, `not_checkable`, `duplicate` or `missing`. */
  standing: string;
  /** `Prouvé`, `Pas prouvé`, `À prouver`, `Double`, `Manque`. */
  standing_text: string;
  /** What there was; empty when it is not known. */
  opening: string;
  /** What came. */
  incoming: string;
  /** What left. */
  outgoing: string;
  /** What there is. */
  closing: string;
  /** Why it is not proved, what lacks; empty when it is proved. */
  sentence: string;
  /** The day whose balance would prove it: `2026-07-31`; nothing when none would. */
  balance_on: string | null;
  /** What agreed: `soldes, totaux imprimés`; empty unless it is proved. */
  witnesses: string;
};

/** Words that the office knows. */
export type StatementPattern = {
  /** Which ones. */
  key: string;
  /** As they were read. */
  words: string;
  /** Whether money comes in. */
  is_income: boolean;
  /** The line of the budget. */
  entry: string;
  /** `acceptée le 12 novembre 2026`. */
  since: string;
};

/** What words of statements are from now on. */
export type StatementPatternChanged = {
  /** Which words. */
  key: string;
  /** The line of the budget; empty to forget them. */
  entry: string;
};

/** The words that the office knows. */
export type StatementPatterns = {
  /** Each with the line it is. */
  patterns: Array<StatementPattern>;
};

/** A reading. */
export type StatementReading = {
  /** `5 fichiers lus, rien n’est sorti du poste`. */
  note: string;
  /** `2 relevés sont prouvés au centime. Août manque, octobre n’est pas entier.` */
  sentence: string;
  /** Whether every month of every account is proved. */
  is_proved: boolean;
  /** `août, septembre, octobre`; empty when nothing is proved. */
  proved: string;
  /** The accounts, each with its months. */
  accounts: Array<AccountRead>;
  /** The files in which nothing is read. */
  unread: Array<UnreadFile>;
  /** What the person is asked to bring again. */
  asked_again: Array<AskedAgain>;
  /** The figures of the current accounts. */
  figures: Array<StatementFigure>;
  /** The balance of each day; nothing when no account is whole. */
  curve: BalanceCurve | null;
  /** How many proposals there are. */
  count: number;
  /** `6 lignes acceptées sur 12.` */
  decided: string;
  /** The proposals, by section. */
  sections: Array<ProposedSection>;
  /** The lines of the budget a proposal may join. */
  joinable: Array<JoinableLine>;
  /** What to ask the person. */
  questions: Array<PersonQuestion>;
  /** What is left to live on as the budget is; nothing while it is empty. */
  reste_a_vivre: Money | null;
  /** The same with what is accepted; nothing while nothing is. */
  reste_a_vivre_with: Money | null;
  /** What the main button says: `Écrire 6 lignes au budget`. */
  write: string;
};

/** One account. */
export type StatementReview = {
  /** Its number. */
  id: number;
  /** `Compte courant, Caisse du Val`. */
  label: string;
  /** `08/2026 à 10/2026`; empty when not told. */
  months: string;
  /** What fields show. */
  fields: StatementFields;
};

/** A change of a statement review. */
export type StatementReviewChange = {
  /** The dossier. */
  dossier: number;
  /** The review. */
  review: number;
  /** What the statements say. */
  fields: StatementFields;
};

/** The statement reviews of a dossier, in the order they were entered. */
export type StatementReviews = {
  /** One row an account. */
  accounts: Array<StatementReview>;
  /** `août 2026 à octobre 2026`, when every account is read over the same months; empty otherwise. */
  period: string;
};

/** One loan of the list. */
export type StatementRow = {
  /** The dossier. */
  dossier: number;
  /** Its reference. */
  reference: string;
  /** The person. */
  name: string;
  /** The number of the instalment. */
  number: number;
  /** `9/24`. */
  place: string;
  /** What is to be paid. */
  amount: Money;
  /** The answer ticked at first: `paid`, `missed`, `postponed`. */
  answer: string;
  /** Whether it is to be looked at. */
  exception: boolean;
  /** Whether it is already known: it may not be answered again, but for a missed one paid since. */
  known: boolean;
  /** `notée le 16 nov., comptée une seule fois`. */
  to_know: string;
  /** Whether that is bad news: this instalment, or one before it, is not paid. */
  late: boolean;
};

/** What is read of the statements of a dossier. */
export type StatementsRead = {
  /** The dossier. */
  dossier: number;
  /** The reading; nothing while there is none. */
  reading: StatementReading | null;
  /** The statements that the dossier keeps and that may be read. */
  kept: Array<KeptStatement>;
};

/** What was written. */
export type StatementsWritten = {
  /** `6 lignes écrites au budget, 3 relevés gardés.` */
  sentence: string;
  /** The files that could not be kept, each with its reason. */
  unkept: Array<string>;
};

/** What the window shows first. */
export type Status = {
  /** Whether there is an office, and whether it is open. */
  state: OfficeState;
  /** Version of the program. */
  version: string;
  /** The office's civil date. */
  today: Day;
  /** Seconds to wait before the next try of a secret. */
  wait_seconds: number;
  /** Whether it is a demonstration; known once it is open. */
  is_demo: boolean;
  /** Whether it opens without a passphrase being typed. */
  opens_alone: boolean;
  /** Minutes without a touch before the office is locked; known once it is open. */
  lock_minutes: number | null;
  /** The fingerprint of the dossiers, to be compared with the sheet of the recovery code: `3F·A2·91·7C`. */
  fingerprint: string | null;
  /** Why the folder is no good place for an office that is about to be made. */
  has_shared_folder: string | null;
  /** What prevents the office from opening, with what to do. */
  has_problem: string | null;
  /** When the last copies were made; told while it is not open. */
  copies: string | null;
  /** That a copy is being looked at. */
  looked: string | null;
};

/** What is due of the loan today. */
export type StillDueView = {
  /** The principal: that of what is late and of what is to come. */
  principal: Money;
  /** `3 échéances échues et non payées : 267,12 €`; empty when nothing is late. */
  late: string;
  /** The interest of what was due and paid. */
  interest_paid: Money;
  /** Where the principal comes from. */
  explained: ExplainedFigure;
};

/** The person stops, as typed. */
export type StopForm = {
  /** The day it was known; today when empty. */
  on: string;
  /** Why. */
  reason: string;
};

/** What was corrected. */
export type StoryCorrection = {
  /** What it says now. */
  sentence: string;
  /** What changed with it. */
  effects: string;
  /** The day it was corrected. */
  on: string;
};

/** One day of the story. */
export type StoryDay = {
  /** `Aujourd’hui`, `Vendredi 20 novembre 2026`, `Mars 2024` when the day is not known. */
  heading: string;
  /** The same in short: `aujourd’hui`, `20 nov.`. */
  short: string;
  /** What happened, the last entered first. */
  lines: Array<StoryLine>;
};

/** A filter of the story. */
export type StoryFilter = {
  /** Its key, which lines name; empty for everything. */
  key: string;
  /** What people read. */
  label: string;
  /** How many lines it leaves. */
  count: number;
};

/** One line of the story. */
export type StoryLine = {
  /** Its fact, as it stands now; nothing for what no fact holds. */
  fact: number | null;
  /** The hour it was entered, when it was on its day. */
  hour: string;
  /** What happened. */
  sentence: string;
  /** What was said of it. */
  detail: string;
  /** What it said before, struck. */
  before: string;
  /** Why it was corrected. */
  reason: string;
  /** What the correction changed, and what still says the old words. */
  effects: Array<string>;
  /** How it stands. */
  tone: StoryTone;
  /** The filters it belongs to. */
  filters: Array<string>;
  /** Whether it was taken back: it never took place. */
  retracted: boolean;
  /** Its day, as its field shows it. */
  on: string;
  /** Its own words, as their field shows them. */
  words: string;
  /** Whether it has words of its own. */
  has_words: boolean;
};

/** How a line stands in the story. */
export type StoryTone = "key" | "plain" | "corrected" | "private" | "small";

/** The story of a dossier. */
export type StoryView = {
  /** The dossier. */
  dossier: number;
  /** `34 faits en 43 jours.` */
  sentence: string;
  /** What it is filtered by, with how many lines each; those without a line are left out. */
  filters: Array<StoryFilter>;
  /** Its days, the newest first. */
  days: Array<StoryDay>;
  /** What was corrected, the last first. */
  corrections: Array<StoryCorrection>;
  /** The time spent, kind by kind; empty when none was noted. */
  time: Array<TimeSpent>;
  /** The same in all: `4 h 35`. */
  time_total: string;
};

/** A day of the withdrawal period. */
export type StripDay = {
  /** The day in full, for who listens. */
  label: string;
  /** `28`. */
  text: string;
  /** What it is on the day of reading. */
  state: StripDayState;
};

/** What a day of the withdrawal period is. */
export type StripDayState = "gone" | "today" | "waiting" | "payable";

/** One instalment of the strip. */
export type StripMonth = {
  /** Its number. */
  number: number;
  /** The year it falls due. */
  year: number;
  /** Its month, from 1. */
  month: number;
  /** `nov.`. */
  label: string;
  /** The whole of it: `5 novembre 2026, 77,37 € : impayée`. */
  told: string;
  /** What is known: `paid`, `late`, `missed`, `held`, `settled`, `silent` once due, `coming` before. */
  state: string;
};

/** Which dossiers, in which file. */
export type StudyToFile = {
  /** The year of the bilan. */
  year: string;
  /** Its first day. */
  from: string;
  /** Its last day. */
  to: string;
  /** Which dossiers it counts. */
  narrowed?: NarrowedTo;
  /** The form of the file. */
  form: TablesForm;
  /** The handle of the chosen file. */
  file: string;
};

/** A ceiling of its own for one purpose. */
export type SubLimitFields = {
  /** The purpose. */
  purpose: string;
  /** Its ceiling. */
  amount_max: string;
};

/** A sending to a lender as typed. */
export type SubmissionForm = {
  /** Its day; today when empty. */
  sent_on: string;
  /** The lender; the simulation's when empty. */
  lender: string;
  /** The product; the simulation's when empty. */
  product: string;
  /** The amount; the simulation's when empty. */
  amount: string;
  /** The months; the simulation's when empty. */
  months: string;
  /** The day the answer is expected; by the agreement when empty. */
  expected_on: string;
  /** What is said with it. */
  note: string;
};

/** The support plan in force. */
export type Support = {
  /** Its fact. */
  fact: number;
  /** The day it was set. */
  set_on: Day;
  /** Its level. */
  level: Choice;
  /** `Accompagnement budgétaire : CCAS. Pas d’accompagnement social.` */
  sentence: string;
  /** What was agreed. */
  note: string;
  /** The meetings and calls. */
  steps: Array<SupportStep>;
  /** The form that corrects it. */
  form: DecisionForm;
};

/** A support plan as typed. */
export type SupportForm = {
  /** The day it is set; today when empty. */
  set_on: string;
  /** Its level. */
  level: string;
  /** Who gives budget support; nobody when empty. */
  budget: string;
  /** Who gives social support; nobody when empty. */
  social: string;
  /** What is agreed. */
  note: string;
  /** The meetings and calls, in their order. */
  steps: Array<SupportStepForm>;
};

/** One meeting or call of a plan. */
export type SupportStep = {
  /** When, in words, with its day. */
  when: string;
  /** How and by whom. */
  how: string;
  /** What for. */
  purpose: string;
};

/** One meeting or call of a plan as typed. */
export type SupportStepForm = {
  /** When, in words; needed. */
  label: string;
  /** Its first day; not dated yet when empty. */
  first_on: string;
  /** Comes back every so many months; once when empty. */
  every_months: string;
  /** How. */
  channel: string;
  /** Who does it; the office when empty. */
  provider: string;
  /** What for. */
  purpose: string;
};

/** A question of the questionnaire. */
export type SurveyAsked = {
  /** Its key. */
  key: string;
  /** The question. */
  label: string;
  /** What may be answered; words when empty. */
  choices: Array<Choice>;
  /** What was answered; empty when it stayed blank. */
  answer: string;
};

/** What the person tells at a moment of the loan: the questionnaire, at its end the interview and the account. */
export type SurveyForm = {
  /** The dossier. */
  dossier: number;
  /** When in the loan: its key. */
  moment: string;
  /** The day it came; today when empty. */
  on: string;
  /** The answers by the key of their question; a blank stays blank. */
  answers: { [key in string]: string };
  /** Whether the person may be quoted without their name. */
  may_be_quoted: boolean;
  /** Whether the interview of the end was held with it, that day. */
  interview: boolean;
  /** The account the refund is paid to, as typed or copied; empty when it is not given. */
  iban: string;
  /** Its holder, as written on the document. */
  holder: string;
};

/** A moment of the questionnaire. */
export type SurveyMomentView = {
  /** Its key. */
  key: string;
  /** What people read. */
  label: string;
  /** The day it came back; empty when it has not. */
  answered_on: string;
  /** Its questions. */
  questions: Array<SurveyAsked>;
};

/** A table. */
export type TableData = {
  /** Its key. */
  key: string;
  /** What people read. */
  title: string;
  /** Its columns, after the one of labels. */
  columns: Array<ColumnData>;
  /** Its rows. */
  rows: Array<RowData>;
};

/** A table. */
export type TableView = {
  /** Its key. */
  key: string;
  /** What people read. */
  title: string;
  /** How it is counted. */
  help: string;
  /** How its facts are gathered. */
  reading: string;
  /** Its columns, after the one of labels. */
  columns: Array<ColumnView>;
  /** Its rows. */
  rows: Array<RowView>;
};

/** The form of a file of tables. */
export type TablesForm = "xlsx" | "csv";

/** A TAEG found. */
export type TaegFound = {
  /** Two decimals, half up: `4.07`. */
  taeg: string;
  /** The solution in percent. */
  exact: string;
};

/** How a register is taken over. */
export type TakeOverAsked = {
  /** Whether lines that are still to be settled are left out; refused otherwise. */
  leave_unsettled: boolean;
};

/** What is known of a dossier begun elsewhere, as typed; a day may be a month or a year, and what is empty is unknown. */
export type TakenOverForm = {
  /** Where it comes from: « Registre papier 2024 »; needed once anything else is typed. */
  from: string;
  /** What is not known, or has to be remembered. */
  known: string;
  /** When the office decided to submit it. */
  decided_on: string;
  /** The bank. */
  lender: string;
  /** When it was sent to that bank. */
  sent_on: string;
  /** When the bank agreed. */
  approved_on: string;
  /** When the contract was signed. */
  signed_on: string;
  /** The amount lent, asked for while nothing else is known. */
  loan_amount: string;
  /** The yearly rate. */
  annual_rate: string;
  /** The months. */
  months: string;
  /** The day of the first instalment. */
  first_due_on: string;
  /** When the funds were released. */
  disbursed_on: string;
  /** When the loan was repaid in full. */
  repaid_on: string;
};

/** One thing to do. */
export type Task = {
  /** Its key, sent back when it is done or put off. */
  key: string;
  /** `3 jours` late, `14 h`, `dans la journée`, `Jeu. 26`. */
  when: string;
  /** What that means. */
  meaning: TaskMeaning;
  /** What is to be done. */
  what: string;
  /** Who is waited for, when it is not the adviser. */
  waiting_on: Choice | null;
  /** `Depuis le 5 novembre`: since when. */
  since: string;
  /** Why it was put off; empty when it was not. */
  put_off: string;
  /** What starts the doing. */
  action: TaskAction;
  /** What is said on the phone, for a call; empty when the rule says nothing. */
  say: string;
};

/** What starts the doing of a task. */
export type TaskAction = "call" | "documents" | "file" | "decide" | "loan" | "follow_up" | "ending" | "print" | "open";

/** A call made for a task. */
export type TaskCall = {
  /** The dossier. */
  dossier: number;
  /** The key of the task. */
  task: string;
  /** `reached`, `message`, `none`. */
  outcome: string;
  /** What was said. */
  note: string;
};

/** The delay of a task as a form holds it. */
export type TaskDelayFields = {
  /** The rule of the task. */
  key: string;
  /** Its days; the delivered ones when empty. */
  days: string;
  /** Whether the office does without it. */
  off: boolean;
};

/** Dossiers with something to be done by one kind of day. */
export type TaskGroup = {
  /** Its heading. */
  title: string;
  /** How many dossiers, in words. */
  count: string;
  /** What they mean. */
  meaning: TaskMeaning;
  /** The dossiers, the oldest date first; missed instalments before the rest; the first hundred. */
  dossiers: Array<DueDossier>;
  /** How many there are in all. */
  found: number;
};

/** What a task means on a day. */
export type TaskMeaning = "late" | "due" | "waiting" | "plain";

/** A task that has a delay of its own. */
export type TaskName = {
  /** Its rule. */
  key: string;
  /** What people read. */
  label: string;
  /** What its days are counted from: `jours avant : Séance`. */
  delay: string;
};

/** The register. */
export type TestimoniesView = {
  /** The sentences, the newest first. */
  rows: Array<TestimonyRow>;
};

/** A sentence its author agreed to see quoted. */
export type TestimonyRow = {
  /** The dossier. */
  dossier: number;
  /** Its reference. */
  reference: string;
  /** Which of its questionnaires. */
  moment: string;
  /** The question it answers. */
  question: string;
  /** The sentence, as it came. */
  text: string;
  /** `à la fin, le 3 mai 2026` */
  given: string;
  /** The papers that quote it. */
  papers: Array<string>;
  /** The word that would tell who speaks; empty when none does. Such a sentence is quoted nowhere. */
  identifies: string;
};

/** One dossier of a person. */
export type TheirDossier = {
  /** Its number. */
  dossier: number;
  /** Its reference. */
  reference: string;
  /** Its project and where it stands. */
  what: string;
};

/** One line of the story. */
export type ThreadLine = {
  /** Its day, in short. */
  day: string;
  /** What happened. */
  sentence: string;
  /** What was said of it; empty for what is never printed. */
  detail: string;
  /** Whether it is a turning point. */
  key: boolean;
};

/** Where the reste à vivre stands beside a rule's threshold. */
export type Threshold = {
  /** Whether it is not under it. */
  reached: boolean;
  /** `50,07 € au-dessus du repère de 250,00 €`. */
  sentence: string;
  /** `Repère : 250,00 € par personne, depuis le 1er janvier 2026. Délibération…`. */
  rule: string;
  /** The instalment that would bring the reste à vivre down to it. */
  capacity: Money;
  /** `La mensualité, 70,86 €, en représente 32 %.`; empty without an instalment. */
  capacity_sentence: string;
};

/** Time spent on a dossier. */
export type TimeSpent = {
  /** On what. */
  label: string;
  /** `1 h 20`. */
  text: string;
};

/** The page of the day. */
export type Today = {
  /** `Mardi 24 novembre`. */
  date: string;
  /** What there is to do, in a sentence. */
  sentence: string;
  /** The appointments nobody told of, then those of the day and of the week. */
  appointments: Array<AppointmentDay>;
  /** What is to be done, by when, the latest first. */
  groups: Array<TaskGroup>;
  /** The next session of the commission or the committee, in an office that has one. */
  session: NextSession | null;
  /** What the office itself has to do. */
  office: Array<OfficeTask>;
  /** Who is waited for, the longest first; the first ones. */
  waiting: Array<Waiting>;
  /** How many are waited for in all. */
  waiting_found: number;
  /** Loans, then dossiers, nobody has had news of, the longest first; the first ones. */
  silent: Array<Silent>;
  /** How many are silent in all. */
  silent_found: number;
  /** What was lent since the office began, and how far the next round number is. */
  landmarks: Array<Landmark>;
  /** How many dossiers the office has. */
  dossiers: number;
  /** What is to be seen before the rest: copies that are late, or failed. */
  notices: Array<Notice>;
  /** `Copie sur clé, 22 nov.`; nothing before the first. */
  last_copy: string | null;
};

/** Which dossier, and the duration tried. */
export type TogetherAsked = {
  /** The dossier. */
  dossier: number;
  /** A duration in months, in place of that of the simulation. */
  months?: number;
};

/** What an amount of the month is. */
export type TogetherKey = "comes_in" | "goes_out" | "changes" | "loan" | "account";

/** The loan for one duration, beside others. */
export type TogetherLoan = {
  /** The sum lent. */
  amount: Money;
  /** The durations to choose from; one alone once the loan is settled. */
  durations: Array<DurationTried>;
  /** `75,61 €`, or `8,67 € puis 83,33 €` after months of interest alone. */
  instalment: string;
  /** `36 fois, le 5 du mois, dès janvier 2027, la dernière de 70,77 €`. */
  how: string;
  /** What it costs. */
  cost: Money;
  /** `en tout, sur 36 mois`. */
  over: string;
  /** What a revolving credit would cost; absent without its TAEG, or when it is not dearer. */
  revolving: TogetherRevolving | null;
  /** `Banque du Val, taux fixe 3,00 %, TAEG 3,04 %.` */
  terms: string;
  /** Whether the bank has still to decide. */
  is_simulated: boolean;
};

/** A month of the household with the loan. */
export type TogetherMonth = {
  /** What comes in, then what goes out of it. */
  rows: Array<TogetherRow>;
  /** What is left for the household. */
  left: Money;
  /** The same for each share. */
  each: Money;
  /** The same today, without the project; absent when the project changes nothing of it. */
  today: Money | null;
  /** `En avril 2027 se termine : crédit renouvelable. Le reste à vivre passe à 276,02 €.`, one a turn to come; none
   * once the loan is settled. */
  turns: Array<string>;
};

/** The same sum on a revolving credit. */
export type TogetherRevolving = {
  /** What it would cost. */
  cost: Money;
  /** How much more. */
  more: Money;
};

/** An amount of the month. */
export type TogetherRow = {
  /** What it is. */
  key: TogetherKey;
  /** The amount; below zero when it goes out. */
  amount: Money;
  /** What it takes of what comes in, in percent; 0 for what does not take of it. */
  share: number;
};

/** The budget and the loan of a person, in plain words. */
export type TogetherView = {
  /** The dossier. */
  dossier: number;
  /** Its project in a line. */
  project: string;
  /** Their month; absent without a budget. */
  month: TogetherMonth | null;
  /** Their loan; absent while it is not worked out. */
  loan: TogetherLoan | null;
  /** That the loan is still to be worked out; empty once it is. What lacks is told in the simulation, not here. */
  lacks: string;
  /** The warning of the law. */
  warning: string;
};

/** A change tried beside the version in force; nothing is written. */
export type TrialView = {
  /** `Report d’une échéance`. */
  title: string;
  /** What it costs; below zero when it spares. */
  cost: Money;
  /** `+ 3,03 €`. */
  cost_text: string;
  /** Where that comes from. */
  explained: ExplainedFigure;
  /** The instalment once changed. */
  instalment: Money;
  /** Everything paid before. */
  total_before: Money;
  /** Everything paid after. */
  total_after: Money;
  /** The day of the last instalment once changed. */
  ends_on: Day | null;
  /** Both versions side by side. */
  rows: Array<ScheduleRow>;
  /** What the lender's agreement says of it, told and never refused. */
  remarks: Array<string>;
};

/** Where a piece of a letter comes from. */
export type TriedFrom = "text" | "dossier" | "missing";

/** A paragraph of a letter tried. */
export type TriedParagraph = {
  /** Its pieces; none of a table. */
  pieces: Array<TriedPiece>;
  /** The lines of a table. */
  table: Array<Clause>;
};

/** A piece of a sentence. */
export type TriedPiece = {
  /** What it says. */
  text: string;
  /** Where it comes from. */
  from: TriedFrom;
};

/** A budget rule to try. */
export type TriedRule = {
  /** The rule, as typed. */
  fields: BudgetRuleFields;
};

/** Which two versions. */
export type TwoVersions = {
  /** The dossier. */
  dossier: number;
  /** The one compared with. */
  before: number;
  /** The one compared. */
  after: number;
};

/** A recovery code as typed. */
export type TypedCode = {
  /** As typed: spaces, dashes and small letters do not matter. */
  code: string;
};

/** What the columns hold. */
export type TypedColumns = {
  /** The sheet, from zero. */
  sheet: number;
  /** The line of the headings, as the spreadsheet numbers it. */
  headings_line: number;
  /** What each column holds, in the order of the file; empty to leave it out. None, and they are found again. */
  columns: Array<string>;
  /** What is the same for every line. */
  stated: StatedForm;
};

/** What was typed in a field. */
export type TypedField = {
  /** What the field holds. */
  kind: FieldKind;
  /** As typed. */
  text: string;
};

/** A form as it is being typed. */
export type TypedForm = {
  /** Its dossier, if it has one. */
  dossier: number | null;
  /** The name of the form, and after a colon which one of several: `hearing:7`. */
  form: string;
  /** What it holds, as the window writes it. */
  body: string;
};

/** A group of the recovery code copied by hand. */
export type TypedGroup = {
  /** Its number, 1 to 8. */
  number: number;
  /** As typed. */
  typed: string;
};

/** A text as it is being typed. */
export type TypedLetter = {
  /** The letter's key. */
  letter: string;
  /** What it is about. */
  about: string;
  /** Its paragraphs, a line each. */
  body: string;
};

/** A passphrase as typed. */
export type TypedPassphrase = {
  /** As typed. */
  passphrase: string;
};

/** A name as it is being typed. */
export type TypedPerson = {
  /** Name. */
  last_name: string;
  /** First name. */
  first_name: string;
  /** Day of birth, read when it can be. */
  born_on: string;
  /** Telephone, read when it can be. */
  phone: string;
  /** Name at birth. */
  birth_name?: string;
  /** The dossier these words are of, whose person is not looked for; absent for a new request. */
  apart_from?: number;
};

/** What a lender's message says. */
export type TypedStatement = {
  /** The lender. */
  lender: string;
  /** The month of the instalments. */
  month: string;
  /** The day of the message; today when empty. */
  on: string;
  /** The total it announces as paid; not compared when empty. */
  total: string;
  /** `yes` notes the answers although the total differs. */
  anyway: string;
  /** The answers. */
  answers: Array<StatementAnswer>;
};

/** When a version starts, where it comes from, and which one it corrects. */
export type TypedVersion = {
  /** The first day of the version corrected, as given; empty for a change from a date. */
  corrects: string;
  /** The first day it is in force, as typed; today when empty, unchanged for a correction. */
  from: string;
  /** Law, resolution, agreement or habit it comes from. */
  source: string;
  /** Why it is corrected; needed for a correction. */
  reason: string;
};

/** What undo and redo would do. */
export type UndoState = {
  /** The last action, in a sentence. */
  undo: string | null;
  /** Its dossier. */
  undo_dossier: number | null;
  /** What was just undone, in a sentence. */
  redo: string | null;
  /** What the last action calls for. */
  follows: Following | null;
};

/** What was undone or done again. */
export type Undone = {
  /** What happened, in a sentence. */
  sentence: string;
  /** The dossier it was about, while it exists. */
  dossier: number | null;
};

/** A file in which nothing is read. */
export type UnreadFile = {
  /** Its name. */
  name: string;
  /** Why, and what to do. */
  sentence: string;
};

/** What the office uses, as a form holds it. */
export type UsesFields = {
  /** Sessions of a commission or a committee. */
  committee: boolean;
  /** The amount set aside to guarantee loans. */
  guarantee: boolean;
  /** The refund of interest. */
  refunds: boolean;
  /** Projects that pay debts off. */
  debts: boolean;
};

/** What the office uses and every version of it. */
export type UsesView = {
  /** What it uses today. */
  today: UsesFields;
  /** The versions, the newest first. */
  versions: Array<SettingVersion<UsesFields>>;
};

/** What a spending line usually is, as a form holds it. */
export type UsualSpendingFields = {
  /** The kind of line. */
  entry: string;
  /** The least usual a month; may be empty. */
  least: string;
  /** The most usual a month. */
  most: string;
  /** What both are for. */
  per: string;
};

/** One line of the verdict. */
export type VerdictLineView = {
  /** `met`, `to_see`, `elsewhere`. */
  meaning: string;
  /** Its sentence. */
  text: string;
};

/** What the answers come to. */
export type VerdictView = {
  /** The sentence. */
  title: string;
  /** Whether an answer leads to another solution. */
  stops: boolean;
  /** Why. */
  lines: Array<VerdictLineView>;
};

/** What a full check found. */
export type Verified = {
  /** Whether nothing is wrong. */
  sound: boolean;
  /** The verdict in a sentence. */
  sentence: string;
  /** What is wrong, one sentence each. */
  findings: Array<string>;
  /** How many dossiers there are. */
  dossiers: number;
};

/** One version of a setting, as the screen heads it. */
export type Version = {
  /** Its first day, sent back to correct it. */
  from: Day;
  /** `depuis le 12 mars 2024`, `du 5 février 2019 au 11 mars 2024`, `valeur de départ`. */
  period: string;
  /** Where it comes from. */
  source: string;
  /** When it counts, today. */
  state: VersionState;
};

/** What one version asks for on a line, amounts without their unit. */
export type VersionCells = {
  /** What is paid; the whole stretch. */
  to_pay: string;
  /** Of which interest. */
  interest: string;
  /** What is left after. */
  outstanding: string;
};

/** One version of the schedule. */
export type VersionRow = {
  /** From 1, the contract's. */
  number: number;
  /** `Version 1, du contrat`, `Version 2, report d’une échéance`. */
  title: string;
  /** `accord du 24 novembre 2026`; empty for the contract. */
  agreed: string;
  /** What was said with it. */
  note: string;
  /** What it costs beyond the version before; absent for the contract. */
  cost: Money | null;
  /** Where that comes from. */
  explained: ExplainedFigure | null;
};

/** When a version counts, today. */
export type VersionState = "past" | "in_force" | "to_come";

/** Something that is waited for. */
export type Waiting = {
  /** The dossier. */
  dossier: number;
  /** Who is waited for. */
  whom: string;
  /** Whose dossier it is. */
  name: string;
  /** What for. */
  what: string;
  /** `15 jours`, `aujourd’hui`. */
  since: string;
  /** Whether their day is gone by. */
  meaning: Meaning;
};

/** A dossier that waits for a session. */
export type WaitingDossier = {
  /** The dossier. */
  dossier: number;
  /** Why it would come there. */
  matter: SessionMatterKey;
  /** Its reference. */
  reference: string;
  /** Who asks. */
  name: string;
  /** The project in a line, or why it would come. */
  project: string;
  /** The later session it is on the agenda of; nothing while it waits for one. */
  from: number | null;
  /** `inscrit au 8 décembre 2026`; empty while it waits. */
  listed: string;
};

/** What a paper waits for. */
export type Waits = {
  /** In a sentence. */
  sentence: string;
  /** Where it is written. */
  room: RoomKey;
};

/** Something that could happen, and what is planned for it. */
export type WatchPoint = {
  /** Its number. */
  id: number;
  /** What could happen. */
  risk: string;
  /** What is planned. */
  answer: string;
};

/** A watch point changed, as typed. */
export type WatchPointChange = {
  /** The dossier. */
  dossier: number;
  /** The watch point. */
  point: number;
  /** What could happen; needed. */
  risk: string;
  /** What is planned. */
  answer: string;
};

/** How good a passphrase is. */
export type Weighed = {
  /** Whether it is accepted. */
  enough: boolean;
  /** 0 to 4. */
  strength: number;
  /** What to say. */
  text: string;
};

/** The days to change one's mind in. */
export type Withdrawal = {
  /** `3e jour sur 14. La personne peut renoncer jusqu’au 11 décembre 2026.` */
  sentence: string;
  /** `L’argent peut être versé dès le 5 décembre 2026.` */
  payable: string;
  /** Every day of it. */
  days: Array<StripDay>;
  /** Where the rule comes from. */
  rule: string;
  /** Whether the rule is to be checked. */
  to_check: boolean;
};

/** Time that was noted. */
export type WorkTimeRow = {
  /** Its number. */
  id: number;
  /** Its day. */
  on: Day;
  /** On what. */
  kind: string;
  /** `1 h 30`. */
  length: string;
  /** What for. */
  note: string;
};

/** The last times that were noted. */
export type WorkTimes = {
  /** The newest first. */
  rows: Array<WorkTimeRow>;
  /** What it may be spent on. */
  kinds: Array<Choice>;
};

/** One row of a working. */
export type WorkingRow = {
  /** `−`, `=`, `÷` or nothing. */
  sign: string;
  /** What it is. */
  label: string;
  /** Its value, written. */
  value: string;
  /** Whether it is a result. */
  strong: boolean;
};

/** The page of a year as a form holds it; what is empty is not known. */
export type YearFields = {
  /** Subsidies received for this work. */
  subsidies: string;
  /** What the paid time cost. */
  wages: string;
  /** What communication cost. */
  communication: string;
  /** The other costs. */
  other_costs: string;
  /** All the optional aids of the office. */
  optional_aid: string;
  /** The inhabitants of the town. */
  inhabitants: string;
  /** The hours paid for this work. */
  paid_hours: string;
};

/** The page of a year. */
export type YearPageView = {
  /** `2026`. */
  year: string;
  /** Its figures. */
  fields: YearFields;
  /** What they make: `Coût de l’année : 10 000,00 €`; empty while nothing is typed. */
  sentence: string;
};

/** The instalments of one year, amounts without their unit. */
export type YearRow = {
  /** `2027`, or `Année 1` without dates. */
  year: string;
  /** How many. */
  instalments: number;
  /** What is paid. */
  paid: string;
  /** What is repaid of the amount. */
  principal: string;
  /** The interest. */
  interest: string;
  /** What is left to repay after them. */
  outstanding: string;
};

/** The kinds of calls. */
export type Kind = "pure" | "read" | "write" | "desk" | "long";

/** Every call: what it takes and what it gives. */
export interface Calls {
  /** Says whether the office exists, is locked or is open. */
  status: { input: Nothing; output: Status };
  /** Draws a recovery code and says which groups will be asked back. */
  prepare_office: { input: Nothing; output: PreparedOffice };
  /** Checks one group of the recovery code copied by hand. */
  check_recovery_group: { input: TypedGroup; output: Checked };
  /** Opens the sheet of the recovery code just drawn in the system's viewer, to be printed. */
  open_recovery_sheet: { input: SheetAsked; output: PaperSaved };
  /** Saves the sheet of the recovery code just drawn where the adviser chose. */
  save_recovery_sheet: { input: SheetToFile; output: PaperSaved };
  /** Weighs a passphrase as it is typed. */
  weigh_passphrase: { input: PassphraseToWeigh; output: Weighed };
  /** Draws a passphrase of six words. */
  propose_passphrase: { input: Nothing; output: ProposedPassphrase };
  /** Creates the office once its recovery code was copied. */
  create_office: { input: NewOffice; output: Opened };
  /** Creates a demonstration, an office of invented dossiers, once its recovery code was copied. */
  create_demo_office: { input: NewDemo; output: Opened };
  /** Closes a demonstration and moves it aside, without erasing it. */
  leave_demo: { input: Nothing; output: Nothing };
  /** Opens the office with the passphrase. */
  unlock: { input: TypedPassphrase; output: Opened };
  /** Opens the office with the recovery code. */
  unlock_with_code: { input: TypedCode; output: Opened };
  /** Closes the office; what was typed stays in its drafts. */
  lock: { input: Nothing; output: Nothing };
  /** Shows what is known of the two ways in and of the lock. */
  safety_overview: { input: Nothing; output: SafetyOverview };
  /** Gives the office another passphrase; the recovery code is not touched. */
  change_passphrase: { input: NewPassphrase; output: SafetyOverview };
  /** Gives the office another recovery code, once two of its groups were copied back. */
  replace_recovery_code: { input: NewCode; output: SafetyOverview };
  /** Sees that the recovery code on the sheet opens this office. */
  prove_recovery_code: { input: TypedCode; output: SafetyOverview };
  /** Makes the key of the office and both ways in anew, for when one of them is known to someone. */
  renew_key: { input: RenewedKey; output: SafetyOverview };
  /** Destroys the copies on this computer that open with secrets given up since. */
  destroy_former_copies: { input: FormerCopies; output: SafetyOverview };
  /** Shows when the office locks itself and how old its copies may become, and every version of it. */
  safety_rules: { input: Nothing; output: SettingVersions<SafetyRulesFields> };
  /** Changes when the office locks itself and how old its copies may become, or corrects a version of it. */
  set_safety_rules: { input: NewVersion<SafetyRulesFields>; output: SettingVersions<SafetyRulesFields> };
  /** Reads a field as typed and writes it properly. */
  read_field: { input: TypedField; output: ReadField };
  /** Shows the office, its adviser and its numbering. */
  office: { input: Nothing; output: OfficeView };
  /** Corrects what papers say of the office and its adviser. */
  describe_office: { input: OfficeDetails; output: OfficeView };
  /** Puts a chosen picture at the head of papers. */
  set_logo: { input: LogoFile; output: OfficeView };
  /** Takes the logo away from the head of papers. */
  remove_logo: { input: Nothing; output: OfficeView };
  /** Changes how references are written, from a date. */
  change_numbering: { input: NewNumbering; output: OfficeView };
  /** Shows the office's rules and every version of them. */
  office_rules: { input: Nothing; output: RulesView };
  /** Changes the office's rules from a date, or corrects a version of them. */
  set_office_rules: { input: NewVersion<RuleFields>; output: RulesView };
  /** Counts what a budget rule would change for the dossiers being assessed, without changing anything. */
  try_budget_rule: { input: TriedRule; output: RuleTrial };
  /** Shows what the office uses and every version of it. */
  office_uses: { input: Nothing; output: UsesView };
  /** Changes what the office uses from a date, or corrects a version of it. */
  set_office_uses: { input: NewVersion<UsesFields>; output: UsesView };
  /** Shows the delays of the follow-up and every version of them. */
  follow_up_rules: { input: Nothing; output: FollowUpView };
  /** Changes the delays of the follow-up from a date, or corrects a version of them. */
  set_follow_up_rules: { input: NewVersion<FollowUpFields>; output: FollowUpView };
  /** Lists the letters of the office, and whose text each has. */
  letter_texts: { input: Nothing; output: LetterTextsView };
  /** Shows a letter: its text, every version of it, the fields it may name. */
  letter_text: { input: OneLetter; output: LetterTextView };
  /** Checks the text of a letter while it is typed: what is wrong, where, and what would mend it. */
  check_letter_text: { input: TypedLetter; output: LetterCheck };
  /** Shows how the text of a letter would read for a dossier, without printing or keeping anything. */
  try_letter_text: { input: LetterTrial; output: LetterTried };
  /** Gives a letter the office's own text from a date, or corrects a version of it. */
  set_letter_text: { input: NewLetterText; output: LetterTextView };
  /** Goes back to the delivered text of a letter from today on. */
  restore_letter_text: { input: OneLetter; output: LetterTextView };
  /** Shows the lenders and what was signed with each. */
  lenders: { input: Nothing; output: LendersView };
  /** Adds a lender. */
  add_lender: { input: LenderFields; output: LendersView };
  /** Describes a lender anew. */
  change_lender: { input: LenderChange; output: LendersView };
  /** Sets a lender aside, or takes it back. */
  retire_lender: { input: LenderRetirement; output: LendersView };
  /** Records an agreement signed with a lender, from its date on. */
  sign_agreement: { input: NewAgreement; output: LendersView };
  /** Corrects what was entered of an agreement. */
  correct_agreement: { input: AgreementChange; output: LendersView };
  /** Ends an agreement on a day. */
  end_agreement: { input: AgreementEnd; output: LendersView };
  /** Shows the office's products, their versions and the models to copy. */
  products: { input: Nothing; output: ProductsView };
  /** Copies a model into the office's products. */
  copy_product_model: { input: ModelCopy; output: ProductsView };
  /** Changes a product's rules from a date, or corrects a version of them. */
  change_product: { input: ProductChange; output: ProductsView };
  /** Stops offering a product, or offers it again. */
  retire_product: { input: ProductRetirement; output: ProductsView };
  /** Shows the lists the office may change. */
  list_entries: { input: Nothing; output: ListsView };
  /** Gives an entry of a list another name. */
  rename_entry: { input: EntryName; output: ListsView };
  /** Stops offering an entry of a list, or offers it again. */
  retire_entry: { input: EntryRetirement; output: ListsView };
  /** Adds an entry to a list. */
  add_entry: { input: NewEntry; output: ListsView };
  /** Shows the models of follow-up. */
  follow_up_models: { input: Nothing; output: FollowUpModelsView };
  /** Adds a model of follow-up, changes one, stops proposing it or proposes it again. */
  set_follow_up_model: { input: ModelChange; output: FollowUpModelsView };
  /** Shows the supporting documents the office asks for. */
  supporting_documents: { input: Nothing; output: DocumentsView };
  /** Adds a supporting document of the office, changes one, asks for it no more or again. */
  set_supporting_document: { input: DocumentChange; output: DocumentsView };
  /** Shows the questions of the questionnaire. */
  questionnaire: { input: Nothing; output: QuestionnaireView };
  /** Adds a question to the questionnaire, changes one, stops asking it or asks it again. */
  set_question: { input: QuestionChange; output: QuestionnaireView };
  /** Shows the values of the law with their sources. */
  legal_values: { input: Nothing; output: LegalView };
  /** Adds a value of the law from a date, or corrects the office's own of that day. */
  set_legal_value: { input: NewLegalValue; output: LegalView };
  /** Gives the contents of the adviser's guide. */
  help_topics: { input: Nothing; output: HelpTopics };
  /** Shows a page of the guide, with its words and the law as it is today. */
  help_topic: { input: OneTopic; output: HelpTopic };
  /** Finds the sections of the guide that answer some words. */
  search_help: { input: HelpAsked; output: HelpHits };
  /** Gives every list a form offers. */
  choices: { input: Nothing; output: Choices };
  /** Shows the day: what is late, due, to come this week, and who is waited for. */
  today: { input: Nothing; output: Today };
  /** Shows the sessions of the commission or the committee. */
  sessions: { input: Nothing; output: SessionsView };
  /** Shows a session: who was called, its agenda, its minutes. */
  session: { input: OneSession; output: SessionView };
  /** Announces a session. */
  announce_session: { input: NewSession; output: SessionView };
  /** Describes a session anew; the dossiers of its agenda follow its day. */
  change_session: { input: SessionChange; output: SessionView };
  /** Takes out a session without a dossier. */
  cancel_session: { input: OneSession; output: SessionsView };
  /** Calls someone to a session. */
  add_attendee: { input: NewAttendee; output: SessionView };
  /** Describes someone called anew: their name, whether they came. */
  change_attendee: { input: AttendeeChange; output: SessionView };
  /** Takes someone off the list of a session. */
  remove_attendee: { input: OneAttendee; output: SessionView };
  /** Puts a dossier on the agenda of a session. */
  list_in_session: { input: AgendaEntry; output: SessionView };
  /** Gives a dossier another place on the agenda. */
  move_on_agenda: { input: AgendaMove; output: SessionView };
  /** Takes a dossier off an agenda before the session. */
  take_off_agenda: { input: OneItem; output: SessionView };
  /** Opens a session on its day. */
  hold_session: { input: OneSession; output: SessionView };
  /** Notes what a session did with a dossier: decided, put off, taken off. */
  hear_dossier: { input: NewHearing; output: SessionView };
  /** Closes the minutes of a session, or corrects them with a reason. */
  close_minutes: { input: MinutesToClose; output: SessionView };
  /** Shows the last times that were noted without a dossier. */
  work_times: { input: Nothing; output: WorkTimes };
  /** Notes time spent without a dossier. */
  note_work_time: { input: NewWorkTime; output: WorkTimes };
  /** Takes noted time out. */
  remove_work_time: { input: OneWorkTime; output: WorkTimes };
  /** Ends a task as it stands, in one key. */
  finish_task: { input: FinishedTask; output: Today };
  /** Notes a call made for a task, and what becomes of the task. */
  note_task_call: { input: TaskCall; output: Today };
  /** Puts a task off to a day, with the reason. */
  put_off_task: { input: PutOffTask; output: Today };
  /** Finds dossiers by any word of them, the most pressing first. */
  dossiers: { input: Search; output: DossierList };
  /** Records a request and opens its dossier. */
  record_request: { input: NewRequest; output: DossierView };
  /** Shows the grid of the first call and what the answers given so far come to. */
  screening_grid: { input: ScreeningAsked; output: ScreeningGrid };
  /** Finds the people a typed name may be. */
  known_people: { input: TypedPerson; output: KnownPeople };
  /** Joins the person of a dossier to one the office knows: they were recorded twice. */
  join_person: { input: PersonJoined; output: DossierView };
  /** Notes that the person of a dossier is not one they look like. */
  tell_apart: { input: PersonJoined; output: DossierView };
  /** Notes the grid of a call in a dossier that is there already. */
  note_screening: { input: NewScreening; output: DossierView };
  /** Corrects the answers and the length of a call. */
  correct_screening: { input: ScreeningCorrection; output: DossierView };
  /** Notes what the person was told at the first contact. */
  note_information: { input: NewInformation; output: DossierView };
  /** Agrees on an appointment, or moves the one that was agreed. */
  set_appointment: { input: NewAppointment; output: DossierView };
  /** Opens the appointment of a dossier in the system's calendar program, under its reference. */
  open_appointment: { input: OneDossier; output: PaperSaved };
  /** Says what became of the appointment: held, not honoured, cancelled. */
  settle_appointment: { input: SettledAppointment; output: DossierView };
  /** Shows the end of the loan of a dossier: its steps, its questionnaire, the proof of its refund. */
  ending_room: { input: OneDossier; output: EndingView };
  /** Types a questionnaire as it came. */
  answer_survey: { input: SurveyForm; output: EndingView };
  /** Decides whether interest is refunded, and how much. */
  decide_refund: { input: RefundForm; output: EndingView };
  /** Notes that the refund was paid. */
  note_refund_paid: { input: RefundPayment; output: EndingView };
  /** Closes a dossier with its outcome. */
  close_dossier: { input: ClosingForm; output: EndingView };
  /** Opens another dossier for the same person. */
  start_new_project: { input: NewProject; output: DossierView };
  /** Shows who is owed interest. */
  refunds: { input: Nothing; output: RefundsView };
  /** Adds someone who accompanies the person too. */
  add_companion: { input: NewCompanion; output: DossierView };
  /** Describes a companion anew. */
  change_companion: { input: CompanionChange; output: DossierView };
  /** Takes a companion out. */
  remove_companion: { input: OneCompanion; output: DossierView };
  /** Shows where a dossier stands, the one thing to do and what lacks. */
  overview: { input: OneDossier; output: Overview };
  /** Tells the story of a dossier, corrections included. */
  story: { input: OneDossier; output: StoryView };
  /** Corrects the day or the words of any fact, with the reason. */
  correct_entry: { input: EntryCorrection; output: StoryView };
  /** Says that a fact never took place, with the reason. */
  retract_entry: { input: EntryRetraction; output: StoryView };
  /** Shows a dossier. */
  dossier: { input: OneDossier; output: DossierView };
  /** Finds a dossier by its reference. */
  dossier_of: { input: OneReference; output: DossierView };
  /** Changes one field of the person. */
  change_person: { input: PersonChange; output: DossierView };
  /** Corrects one field of the request, or sets the next date. */
  change_request: { input: RequestChange; output: DossierView };
  /** Adds someone to the household. */
  add_member: { input: NewMember; output: DossierView };
  /** Changes a line of the household. */
  change_member: { input: MemberChange; output: DossierView };
  /** Takes someone out of the household. */
  remove_member: { input: OneMember; output: DossierView };
  /** Says where a figure of a dossier comes from. */
  explain: { input: FigureAsked; output: ExplainedFigure };
  /** Says what an amount makes a month while it is typed. */
  amount_per_month: { input: AmountTyped; output: AmountPerMonth };
  /** Shows the budget, its totals and its reste à vivre with the working. */
  budget: { input: OneDossier; output: BudgetView };
  /** Adds a line to the budget. */
  add_budget_line: { input: NewBudgetLine; output: BudgetView };
  /** Changes a line of the budget. */
  change_budget_line: { input: BudgetLineChange; output: BudgetView };
  /** Opens the budget with the amounts given on the phone, each to confirm. */
  prefill_budget: { input: OneDossier; output: BudgetView };
  /** Confirms the lines of the budget that were copied from a former dossier or given on the phone. */
  confirm_budget_lines: { input: OneDossier; output: BudgetView };
  /** Takes a line out of the budget. */
  remove_budget_line: { input: OneBudgetLine; output: BudgetView };
  /** Lists the versions of the budget, each as it was given. */
  budget_versions: { input: OneDossier; output: BudgetVersions };
  /** Sets two versions of the budget side by side. */
  compare_budgets: { input: TwoVersions; output: BudgetsCompared };
  /** Shows what the bank statements say, account by account. */
  statement_reviews: { input: OneDossier; output: StatementReviews };
  /** Adds what the statements of an account say. */
  add_statement_review: { input: NewStatementReview; output: StatementReviews };
  /** Changes what the statements of an account say. */
  change_statement_review: { input: StatementReviewChange; output: StatementReviews };
  /** Takes the statements of an account out. */
  remove_statement_review: { input: OneStatementReview; output: StatementReviews };
  /** Shows what is read of the statements of a dossier: what is proved, what comes back, what to ask. */
  statement_reading: { input: OneDossier; output: StatementsRead };
  /** Reads statements in memory: nothing of them is written. */
  bring_statements: { input: StatementFiles; output: StatementsRead };
  /** Types the balance that a reading lacks. */
  type_balance: { input: BalanceTyped; output: StatementsRead };
  /** Says what an account that was read is, and whether its holders are several. */
  describe_account: { input: AccountDescribed; output: StatementsRead };
  /** Splits a payment into the lines it holds, as its paper says. */
  split_proposal: { input: ProposalSplit; output: StatementsRead };
  /** Learns from an accepted proposal that its name is always that line. */
  teach_proposal: { input: ProposalTaught; output: StatementsRead };
  /** Lists the words of statements that the office knows. */
  statement_patterns: { input: Nothing; output: StatementPatterns };
  /** Says that words of statements are another line, or forgets them. */
  change_statement_pattern: { input: StatementPatternChanged; output: StatementPatterns };
  /** Accepts a line proposed by statements, leaves it or comes back to it. */
  decide_proposal: { input: ProposalDecided; output: StatementsRead };
  /** Closes the reading of statements: what they say is forgotten. */
  close_statements: { input: OneDossier; output: StatementsRead };
  /** Writes what was accepted of statements: lines of the budget, figures of the accounts, the papers. */
  write_statements: { input: OneDossier; output: StatementsWritten };
  /** Shows the project, its quotes, its aids and who pays what. */
  project: { input: OneDossier; output: ProjectView };
  /** Changes one field of the project. */
  change_project: { input: ProjectChange; output: ProjectView };
  /** Adds a quote to the project. */
  add_quote: { input: NewQuote; output: ProjectView };
  /** Changes a quote of the project. */
  change_quote: { input: QuoteChange; output: ProjectView };
  /** Takes a quote out of the project. */
  remove_quote: { input: OneQuote; output: ProjectView };
  /** Adds a part of the cost to the project. */
  add_expense: { input: NewExpense; output: ProjectView };
  /** Changes a part of the cost of the project. */
  change_expense: { input: ExpenseChange; output: ProjectView };
  /** Takes a part of the cost out of the project. */
  remove_expense: { input: OneExpense; output: ProjectView };
  /** Adds an aid sought before the loan. */
  add_aid: { input: NewAid; output: ProjectView };
  /** Changes an aid sought before the loan. */
  change_aid: { input: AidChange; output: ProjectView };
  /** Takes an aid out of the project. */
  remove_aid: { input: OneAid; output: ProjectView };
  /** Shows the loan simulated, its schedule, its cost and every lender's beside it. */
  simulation: { input: SimulationAsked; output: SimulationView };
  /** Shows the budget and the loan of a person in plain words, to be looked at together. */
  together: { input: TogetherAsked; output: TogetherView };
  /** Changes one field of the simulation. */
  change_simulation: { input: SimulationChange; output: SimulationView };
  /** Keeps a lender with the terms it is compared by. */
  keep_lender: { input: LenderKept; output: SimulationView };
  /** Records the person's choice of a lender and its account, after explanation. */
  record_choice: { input: ChoiceTyped; output: SimulationView };
  /** Takes the person's choice back. */
  remove_choice: { input: OneDossier; output: SimulationView };
  /** Works out a loan that belongs to no dossier. */
  simulate: { input: LoanTyped; output: Simulated };
  /** Explains a figure of a loan that belongs to no dossier. */
  explain_loan: { input: LoanFigureAsked; output: ExplainedFigure };
  /** Finds the TAEG of flows by years or by dates. */
  taeg: { input: FlowsTyped; output: TaegFound };
  /** Shows the assessment: checks, criteria with the facts recalled, registers, opinion, watch points. */
  assessment: { input: OneDossier; output: AssessmentView };
  /** Changes what is found of a criterion, or what it rests on. */
  change_criterion: { input: CriterionChange; output: AssessmentView };
  /** Changes one field of the registers or of the opinion. */
  change_assessment: { input: AssessmentChange; output: AssessmentView };
  /** Adds a watch point. */
  add_watch_point: { input: NewWatchPoint; output: AssessmentView };
  /** Changes a watch point. */
  change_watch_point: { input: WatchPointChange; output: AssessmentView };
  /** Takes a watch point out. */
  remove_watch_point: { input: OneWatchPoint; output: AssessmentView };
  /** Answers a fact of the checks that nothing else tells. */
  answer_fact: { input: FactAnswer; output: AssessmentView };
  /** Passes over a check that is not met, with a reason. */
  pass_over_check: { input: CheckPassedOver; output: AssessmentView };
  /** Comes back to the rule of a check that was passed over. */
  return_to_rule: { input: OneCheck; output: AssessmentView };
  /** Shows what was decided, sent, answered, signed and paid, and what may be decided now. */
  decisions: { input: OneDossier; output: DecisionsView };
  /** Notes an interview or a call. */
  note_interview: { input: NewDecision<InterviewForm>; output: DecisionsView };
  /** Decides where the request goes: to a lender, elsewhere, or nowhere as it is. */
  decide_orientation: { input: NewDecision<OrientationForm>; output: DecisionsView };
  /** Sends the dossier to a lender whose agreement is in force. */
  submit_to_lender: { input: NewDecision<SubmissionForm>; output: DecisionsView };
  /** Notes a lender's agreement in principle. */
  note_agreement_in_principle: { input: NewDecision<AgreementForm>; output: DecisionsView };
  /** Notes a lender's final approval. */
  note_approval: { input: NewDecision<ApprovalForm>; output: DecisionsView };
  /** Notes a lender's refusal, with its reasons. */
  note_refusal: { input: NewDecision<RefusalForm>; output: DecisionsView };
  /** Shows a contract being typed beside what was granted and simulated; nothing is kept. */
  try_contract: { input: ContractAsked; output: ContractTried };
  /** Notes the signature of the contract, with its terms. */
  sign_contract: { input: NewDecision<ContractForm>; output: DecisionsView };
  /** Notes the release of the funds, not before the law allows it. */
  note_disbursement: { input: NewDecision<DisbursementForm>; output: DecisionsView };
  /** Notes that the person renounces the offer. */
  note_withdrawal: { input: NewDecision<StopForm>; output: DecisionsView };
  /** Notes what passed with a lender: a consent signed, an acknowledgement, an offer, a charter. */
  note_lending_event: { input: NewDecision<EventForm>; output: DecisionsView };
  /** Notes why a lender refused, said after its refusal. */
  explain_refusal: { input: NewDecision<ExplanationForm>; output: DecisionsView };
  /** Answers a question that a lender's agreement asks of its own. */
  answer_lender_question: { input: LenderAnswer; output: DecisionsView };
  /** Notes that the person drops the request. */
  drop_request: { input: NewDecision<StopForm>; output: DecisionsView };
  /** Sets how the loan will be accompanied. */
  plan_support: { input: NewDecision<SupportForm>; output: DecisionsView };
  /** Corrects a fact entered by mistake; what it said is kept. */
  correct_fact: { input: FactCorrection; output: DecisionsView };
  /** Shows the follow-up of a running loan: points, events, what a missed instalment asks for. */
  follow_up_room: { input: OneDossier; output: FollowedView };
  /** Notes a point made while the loan runs. */
  note_review: { input: NewReview; output: FollowedView };
  /** Notes an event of the running loan: a life event, an action, a step of the lender. */
  note_follow_up: { input: NewFollowUpEvent; output: FollowedView };
  /** Notes a call after a missed instalment, its cause and what is asked. */
  note_arrears_call: { input: ArrearsCall; output: FollowedView };
  /** Settles the whole schedule by the lender's attestation or an early repayment. */
  settle_loan: { input: LoanEnd; output: LoanRoomView };
  /** Notes the borrower's death: letters and calls stop at once. */
  note_death: { input: NewDeath; output: FollowedView };
  /** Shows what the monthly message of a lender is checked against: one list of its loans. */
  bank_statement: { input: StatementAsked; output: BankStatementView };
  /** Notes what the monthly message of a lender says, in one action. */
  note_bank_statement: { input: TypedStatement; output: BankStatementView };
  /** Shows the partners: a bank, its word and what is seen of it, those who send people and what became of them. */
  partners: { input: PartnersAsked; output: PartnersView };
  /** Notes an exchange, a visit or a meeting with a bank or a referrer. */
  note_exchange: { input: NewExchange; output: PartnersView };
  /** Tells an exchange with a partner anew. */
  change_exchange: { input: ExchangeChange; output: PartnersView };
  /** Takes an exchange with a partner out. */
  remove_exchange: { input: OneExchange; output: PartnersView };
  /** Lists who sends people to the office. */
  referrers: { input: Nothing; output: ReferrersView };
  /** Adds a referrer. */
  add_referrer: { input: ReferrerFields; output: ReferrersView };
  /** Describes a referrer anew. */
  change_referrer: { input: ReferrerChange; output: ReferrersView };
  /** Sets a referrer aside, or takes it back; those it sent keep it. */
  retire_referrer: { input: ReferrerRetirement; output: ReferrersView };
  /** Lists the people a referrer sent and what became of them. */
  referrer_people: { input: OneReferrer; output: ReferrerPeople };
  /** Notes what a person agreed that their referrer be told. */
  note_feedback_agreement: { input: FeedbackForm; output: ReferrerPeople };
  /** Shows the directory of aids, or those with these words. */
  aid_directory: { input: AidsAsked; output: AidDirectory };
  /** Adds an aid to the directory. */
  add_aid_entry: { input: AidEntryFields; output: AidDirectory };
  /** Describes an aid of the directory anew. */
  change_aid_entry: { input: AidEntryChange; output: AidDirectory };
  /** Notes that an aid of the directory was checked today. */
  check_aid_entry: { input: OneAidEntry; output: AidDirectory };
  /** Sets an aid of the directory aside, or takes it back. */
  retire_aid_entry: { input: AidEntryRetirement; output: AidDirectory };
  /** Shows the register of the board's resolutions and the rules each one grounds. */
  resolutions: { input: Nothing; output: ResolutionsView };
  /** Writes a resolution in the register. */
  add_resolution: { input: ResolutionFields; output: ResolutionsView };
  /** Describes a resolution anew. */
  change_resolution: { input: ResolutionChange; output: ResolutionsView };
  /** Takes a resolution that grounds no rule out of the register. */
  remove_resolution: { input: OneResolution; output: ResolutionsView };
  /** Shows the envelope of the office's guarantee and the dossiers behind each figure. */
  guarantee_envelope: { input: Nothing; output: GuaranteeView };
  /** Sets the envelope of the office's guarantee from a date, or corrects a version of it. */
  set_guarantee_envelope: { input: NewEnvelope; output: GuaranteeView };
  /** Shows the steps of a loan, each in a line, and the one of the moment. */
  loan_steps: { input: OneDossier; output: LoanSteps };
  /** Shows the running loan: its schedule, its versions, what is known of each instalment. */
  loan: { input: OneDossier; output: LoanRoomView };
  /** Tries a change of the running loan beside the version in force; nothing is kept. */
  try_amendment: { input: AmendmentTried; output: TrialView };
  /** Keeps a change of the running loan, from the day the lender agreed. */
  amend_loan: { input: AmendmentAgreed; output: LoanRoomView };
  /** Notes what was said of instalments that have fallen due. */
  declare_instalments: { input: NewDeclaration; output: LoanRoomView };
  /** Works out what repaying everything on a day asks for. */
  early_repayment: { input: EarlyAsked; output: EarlyView };
  /** Lists what is attached to a dossier. */
  attachments: { input: OneDossier; output: Attachments };
  /** Lists the supporting documents a dossier calls for and where each stands. */
  documents_checklist: { input: OneDossier; output: DocumentsChecklist };
  /** Notes where a supporting document stands. */
  note_document: { input: DocumentNote; output: DocumentsChecklist };
  /** Notes that every document nobody noted yet is asked of the person. */
  request_documents: { input: OneDossier; output: DocumentsChecklist };
  /** Notes that every document asked of the person came. */
  receive_documents: { input: OneDossier; output: DocumentsChecklist };
  /** Attaches chosen files to a dossier; says of each whether it was kept, or why not. */
  attach_files: { input: FilesToAttach; output: AttachedFiles };
  /** Gives an attachment another name. */
  rename_attachment: { input: AttachmentName; output: Attachments };
  /** Says which document an attachment stands for. */
  change_attachment: { input: AttachmentDocument; output: Attachments };
  /** Turns the pages of an attachment. */
  rotate_attachment: { input: AttachmentRotation; output: Attachments };
  /** Cuts an attachment into the papers it holds. */
  split_attachment: { input: AttachmentToSplit; output: Attachments };
  /** Takes an attachment out of its dossier. */
  remove_attachment: { input: OneAttachment; output: Attachments };
  /** Says what the window can show of an attachment: its pages, its text, its picture. */
  show_attachment: { input: OneAttachment; output: AttachmentShown };
  /** Saves an attachment as it came where the adviser chose, never over another file. */
  save_attachment: { input: AttachmentToFile; output: AttachmentSaved };
  /** Opens an attachment in another program, from a private folder emptied at lock. */
  open_attachment: { input: OneAttachment; output: AttachmentSaved };
  /** Shows a dossier of an agenda as the people in the room read it. */
  session_brief: { input: OneOnAgenda; output: SessionBrief };
  /** Tells of each dossier of a session whether its letter is ready, and what it waits for. */
  session_letters: { input: OneSession; output: SessionLetters };
  /** Lists every paper Étrier can print. */
  paper_register: { input: Nothing; output: Register };
  /** Lists the papers of a dossier and what each one lacks. */
  papers: { input: OneDossier; output: Papers };
  /** Draws a paper to be seen: its pages, their text, what it lacks. */
  draw_paper: { input: OnePaper; output: PaperDrawn };
  /** Saves a paper as PDF where the adviser chose; what goes out of a dossier is kept. */
  save_paper: { input: PaperToFile; output: PaperSaved };
  /** Opens a paper in the system's viewer; what goes out of a dossier is kept. */
  open_paper: { input: OnePaper; output: PaperSaved };
  /** Lets a paper go to the printer of the system, page by page; what goes out of a dossier is kept. */
  print_paper: { input: OnePaper; output: PaperSaved };
  /** Opens the draft of an e-mail with a paper attached, behind a password; what goes out of a dossier is kept. */
  mail_paper: { input: OnePaper; output: PaperMailed };
  /** Says whether one paper of a dossier can leave. */
  paper_card: { input: PaperAsked; output: PaperCard };
  /** Chooses what is offered to be printed of a dossier now. */
  print_menu: { input: OneDossier; output: PrintMenu };
  /** Lists the papers of a dossier that went out, as they are kept. */
  kept_papers: { input: OneDossier; output: KeptPapers };
  /** Finds the paper that the fingerprint at its foot leads to, or the papers of a reference. */
  find_paper: { input: PaperSought; output: PapersFound };
  /** Shows a paper that went out, as it left. */
  show_kept_paper: { input: OneKeptPaper; output: PaperDrawn };
  /** Saves a paper that went out again, byte for byte, where the adviser chose. */
  save_kept_paper: { input: KeptPaperToFile; output: PaperSaved };
  /** Opens a paper that went out again in the system's viewer, byte for byte. */
  open_kept_paper: { input: OneKeptPaper; output: PaperSaved };
  /** Lets a paper that went out go to the printer of the system again, page by page. */
  print_kept_paper: { input: OneKeptPaper; output: PaperSaved };
  /** Shows the bilan of a period as its paper tells it, in one of its two readings, and what each number opens. */
  bilan: { input: BilanAsked; output: BilanView };
  /** Shows every number of a period, its tables, beside the period before and elsewhere. */
  report: { input: ReportAsked; output: ReportView };
  /** Settles the bilan of a period that is over: what it says is kept, and what is corrected later is told. */
  settle_report: { input: ReportPeriod; output: ReportView };
  /** Shows what was typed once for a year: costs, subsidies, aids, inhabitants, paid time. */
  report_year: { input: OneYear; output: YearPageView };
  /** Types what is told once for a year. */
  set_report_year: { input: NewYearPage; output: YearPageView };
  /** Lists the dossiers behind a number of a bilan. */
  report_dossiers: { input: BehindNumber; output: ReportDossiers };
  /** Gives the bilan of a period as data for another program. */
  report_data: { input: ReportAsked; output: ReportData };
  /** Shows the adviser's words on the report of a period. */
  report_words: { input: ReportWordsAsked; output: ReportWordsView };
  /** Keeps the adviser's words on the report of a period. */
  set_report_words: { input: NewReportWords; output: ReportWordsView };
  /** Shows the sentences of questionnaires whose author agreed to be quoted without their name. */
  testimonies: { input: Nothing; output: TestimoniesView };
  /** Chooses the sentence that a paper quotes, or none. */
  set_quoted: { input: NewQuoted; output: TestimoniesView };
  /** Notes that a person agrees no longer to be quoted. */
  withdraw_testimony: { input: OneTestimony; output: TestimoniesView };
  /** Shows what funders gave and what was agreed with them. */
  funding: { input: Nothing; output: FundingView };
  /** Sets what a funder gives from a date, or corrects a version of it. */
  set_funding: { input: NewFunding; output: FundingView };
  /** Saves the bilan of a period, for a spreadsheet or as data, where the adviser chose. */
  export_report: { input: ReportToFile; output: ReportSaved };
  /** Shows the columns an export of dossiers may have and the choices kept under a name. */
  export_choices: { input: Nothing; output: ExportChoicesView };
  /** Keeps the columns of an export under a name, or forgets them. */
  set_export_choice: { input: NewExportChoice; output: ExportChoicesView };
  /** Saves the dossiers of a period under chosen columns, one row each, where the adviser chose. */
  export_dossiers: { input: DossiersToFile; output: ReportSaved };
  /** Saves the requests of a period for a study, so that nobody is recognised, where the adviser chose. */
  export_study: { input: StudyToFile; output: ReportSaved };
  /** Shows a page of the access journal: what was done to which dossier, the newest first. */
  access_journal: { input: JournalAsked; output: JournalView };
  /** Saves lines of the access journal for a spreadsheet where the adviser chose. */
  export_journal: { input: JournalToFile; output: JournalSaved };
  /** Lists the dossiers whose time in the active base is over, to be decided one by one. */
  retention_list: { input: RetentionAsked; output: RetentionView };
  /** Sets a dossier whose time is over aside, for a need that is written down. */
  archive_dossier: { input: RetentionNeed; output: RetentionView };
  /** Keeps a dossier in the active base until a day, for a reason. */
  extend_retention: { input: RetentionExtension; output: RetentionView };
  /** Takes back the last decision on how long a dossier is kept. */
  take_back_retention: { input: OneDossier; output: RetentionView };
  /** Says what erasing a dossier would take away and leave, without changing anything. */
  erasure_preview: { input: OneDossier; output: ErasurePreview };
  /** Erases a dossier after a verified copy, and gives its certificate. */
  erase_dossier: { input: ErasureAsked; output: CertificateView };
  /** Erases a person and every dossier of theirs after a verified copy, and gives the certificate. */
  erase_person: { input: ErasureAsked; output: CertificateView };
  /** Lists the erasures with their certificates. */
  erasures: { input: Nothing; output: Erasures };
  /** Counts what is held about the person of a dossier. */
  person_held: { input: OneDossier; output: PersonHeld };
  /** Writes everything held about the person of a dossier into the folder the adviser chose. */
  export_person: { input: PersonToFolder; output: PersonExported };
  /** Checks the whole vault: files, rows, search, journal. */
  verify: { input: Nothing; output: Verified };
  /** Shows the copies of the office, here and outside, and what is due. */
  copies: { input: Nothing; output: CopiesView };
  /** Makes a verified copy on this computer. */
  copy_here: { input: Nothing; output: CopyDone };
  /** Makes the copy of the opening when one is due. */
  copy_if_due: { input: Nothing; output: CopyDone };
  /** Verifies the copy taken when the office was closed. */
  finish_copies: { input: Nothing; output: CopyDone };
  /** Chooses where copies outside the computer go. */
  choose_copy_place: { input: ChosenPlace; output: CopiesView };
  /** Makes a copy outside the computer, reads it again from there and verifies it. */
  copy_outside: { input: PlaceAsked; output: CopyDone };
  /** Lists the copies of a place, every byte of them read. */
  read_copies: { input: PlaceAsked; output: CopiesRead };
  /** Says what would be lost if a copy took the place of the office. */
  compare_copy: { input: OneCopy; output: CopyCompared };
  /** Opens a copy to be looked at, without replacing anything. */
  look_at_copy: { input: CopyToOpen; output: Opened };
  /** Comes back from the copy looked at. */
  stop_looking: { input: Nothing; output: Status };
  /** Puts a copy in the place of the office, which is kept a month. */
  restore_copy: { input: CopyToOpen; output: Opened };
  /** Takes the last restoration back and locks. */
  undo_restore: { input: Nothing; output: Status };
  /** Goes on with the office as it is, although a copy or a state set aside goes further. */
  answer_doubts: { input: Nothing; output: CopiesView };
  /** Puts a state that was set aside in the place of the office, which is kept a month, and locks. */
  bring_back_state: { input: OneAside; output: Status };
  /** Destroys something that was set aside. */
  destroy_aside: { input: OneAside; output: CopiesView };
  /** Shows the register that was chosen, if one is, and those that were taken over. */
  register: { input: Nothing; output: RegisterStanding };
  /** Reads a register that was chosen: its columns and what would become of each line. Nothing is written. */
  open_register: { input: RegisterFile; output: RegisterView };
  /** Shows the lines of the chosen register, those to be looked at first, a page at a time. */
  register_rows: { input: RegisterRowsAsked; output: RegisterRows };
  /** Says what the columns of the chosen register hold, and what is the same for all its lines. */
  set_register_columns: { input: TypedColumns; output: RegisterView };
  /** Corrects a cell of the chosen register; the file stays as it is. */
  correct_register_cell: { input: CorrectedCell; output: RegisterView };
  /** Settles a line of the chosen register: two people, a namesake, left out. */
  settle_register_line: { input: SettledLine; output: RegisterView };
  /** Gives up the chosen register; nothing was written. */
  close_register: { input: Nothing; output: RegisterStanding };
  /** Takes over the chosen register after a verified copy, all of it or nothing. */
  take_over_register: { input: TakeOverAsked; output: RegisterTaken };
  /** Undoes all that taking a register over made; dossiers changed since stay. */
  undo_register: { input: OneImport; output: RegisterUndone };
  /** Closes together the loans a register says repaid. */
  close_repaid_loans: { input: OneImport; output: RepaidClosed };
  /** Says what undo and redo would do. */
  undo_state: { input: Nothing; output: UndoState };
  /** Undoes the last action. */
  undo: { input: Nothing; output: Undone };
  /** Does again what was just undone. */
  redo: { input: Nothing; output: Undone };
  /** Lists the forms left in the middle. */
  drafts: { input: Nothing; output: Drafts };
  /** Finds what was typed in a form and not yet recorded. */
  draft: { input: OneForm; output: Draft };
  /** Keeps what is being typed in a form. */
  keep_draft: { input: TypedForm; output: Nothing };
  /** Drops what was typed in a form. */
  drop_draft: { input: OneForm; output: Nothing };
}

/** What each call does to the office. */
export const kinds: Record<keyof Calls, Kind> = {
  status: "desk",
  prepare_office: "desk",
  check_recovery_group: "desk",
  open_recovery_sheet: "long",
  save_recovery_sheet: "long",
  weigh_passphrase: "desk",
  propose_passphrase: "pure",
  create_office: "desk",
  create_demo_office: "desk",
  leave_demo: "desk",
  unlock: "desk",
  unlock_with_code: "desk",
  lock: "desk",
  safety_overview: "read",
  change_passphrase: "desk",
  replace_recovery_code: "desk",
  prove_recovery_code: "desk",
  renew_key: "desk",
  destroy_former_copies: "desk",
  safety_rules: "read",
  set_safety_rules: "write",
  read_field: "pure",
  office: "read",
  describe_office: "write",
  set_logo: "write",
  remove_logo: "write",
  change_numbering: "write",
  office_rules: "read",
  set_office_rules: "write",
  try_budget_rule: "read",
  office_uses: "read",
  set_office_uses: "write",
  follow_up_rules: "read",
  set_follow_up_rules: "write",
  letter_texts: "read",
  letter_text: "read",
  check_letter_text: "pure",
  try_letter_text: "read",
  set_letter_text: "write",
  restore_letter_text: "write",
  lenders: "read",
  add_lender: "write",
  change_lender: "write",
  retire_lender: "write",
  sign_agreement: "write",
  correct_agreement: "write",
  end_agreement: "write",
  products: "read",
  copy_product_model: "write",
  change_product: "write",
  retire_product: "write",
  list_entries: "read",
  rename_entry: "write",
  retire_entry: "write",
  add_entry: "write",
  follow_up_models: "read",
  set_follow_up_model: "write",
  supporting_documents: "read",
  set_supporting_document: "write",
  questionnaire: "read",
  set_question: "write",
  legal_values: "read",
  set_legal_value: "write",
  help_topics: "pure",
  help_topic: "read",
  search_help: "pure",
  choices: "read",
  today: "read",
  sessions: "read",
  session: "read",
  announce_session: "write",
  change_session: "write",
  cancel_session: "write",
  add_attendee: "write",
  change_attendee: "write",
  remove_attendee: "write",
  list_in_session: "write",
  move_on_agenda: "write",
  take_off_agenda: "write",
  hold_session: "write",
  hear_dossier: "write",
  close_minutes: "write",
  work_times: "read",
  note_work_time: "write",
  remove_work_time: "write",
  finish_task: "write",
  note_task_call: "write",
  put_off_task: "write",
  dossiers: "read",
  record_request: "write",
  screening_grid: "read",
  known_people: "read",
  join_person: "write",
  tell_apart: "write",
  note_screening: "write",
  correct_screening: "write",
  note_information: "write",
  set_appointment: "write",
  open_appointment: "long",
  settle_appointment: "write",
  ending_room: "read",
  answer_survey: "write",
  decide_refund: "write",
  note_refund_paid: "write",
  close_dossier: "write",
  start_new_project: "write",
  refunds: "read",
  add_companion: "write",
  change_companion: "write",
  remove_companion: "write",
  overview: "read",
  story: "read",
  correct_entry: "write",
  retract_entry: "write",
  dossier: "read",
  dossier_of: "read",
  change_person: "write",
  change_request: "write",
  add_member: "write",
  change_member: "write",
  remove_member: "write",
  explain: "read",
  amount_per_month: "pure",
  budget: "read",
  add_budget_line: "write",
  change_budget_line: "write",
  prefill_budget: "write",
  confirm_budget_lines: "write",
  remove_budget_line: "write",
  budget_versions: "read",
  compare_budgets: "read",
  statement_reviews: "read",
  add_statement_review: "write",
  change_statement_review: "write",
  remove_statement_review: "write",
  statement_reading: "read",
  bring_statements: "long",
  type_balance: "desk",
  describe_account: "desk",
  split_proposal: "desk",
  teach_proposal: "write",
  statement_patterns: "read",
  change_statement_pattern: "write",
  decide_proposal: "desk",
  close_statements: "desk",
  write_statements: "write",
  project: "read",
  change_project: "write",
  add_quote: "write",
  change_quote: "write",
  remove_quote: "write",
  add_expense: "write",
  change_expense: "write",
  remove_expense: "write",
  add_aid: "write",
  change_aid: "write",
  remove_aid: "write",
  simulation: "read",
  together: "read",
  change_simulation: "write",
  keep_lender: "write",
  record_choice: "write",
  remove_choice: "write",
  simulate: "read",
  explain_loan: "read",
  taeg: "pure",
  assessment: "read",
  change_criterion: "write",
  change_assessment: "write",
  add_watch_point: "write",
  change_watch_point: "write",
  remove_watch_point: "write",
  answer_fact: "write",
  pass_over_check: "write",
  return_to_rule: "write",
  decisions: "read",
  note_interview: "write",
  decide_orientation: "write",
  submit_to_lender: "write",
  note_agreement_in_principle: "write",
  note_approval: "write",
  note_refusal: "write",
  try_contract: "read",
  sign_contract: "write",
  note_disbursement: "write",
  note_withdrawal: "write",
  note_lending_event: "write",
  explain_refusal: "write",
  answer_lender_question: "write",
  drop_request: "write",
  plan_support: "write",
  correct_fact: "write",
  follow_up_room: "read",
  note_review: "write",
  note_follow_up: "write",
  note_arrears_call: "write",
  settle_loan: "write",
  note_death: "write",
  bank_statement: "read",
  note_bank_statement: "write",
  partners: "read",
  note_exchange: "write",
  change_exchange: "write",
  remove_exchange: "write",
  referrers: "read",
  add_referrer: "write",
  change_referrer: "write",
  retire_referrer: "write",
  referrer_people: "read",
  note_feedback_agreement: "write",
  aid_directory: "read",
  add_aid_entry: "write",
  change_aid_entry: "write",
  check_aid_entry: "write",
  retire_aid_entry: "write",
  resolutions: "read",
  add_resolution: "write",
  change_resolution: "write",
  remove_resolution: "write",
  guarantee_envelope: "read",
  set_guarantee_envelope: "write",
  loan_steps: "read",
  loan: "read",
  try_amendment: "read",
  amend_loan: "write",
  declare_instalments: "write",
  early_repayment: "read",
  attachments: "read",
  documents_checklist: "read",
  note_document: "write",
  request_documents: "write",
  receive_documents: "write",
  attach_files: "write",
  rename_attachment: "write",
  change_attachment: "write",
  rotate_attachment: "write",
  split_attachment: "write",
  remove_attachment: "write",
  show_attachment: "long",
  save_attachment: "long",
  open_attachment: "long",
  session_brief: "read",
  session_letters: "read",
  paper_register: "pure",
  papers: "read",
  draw_paper: "long",
  save_paper: "long",
  open_paper: "long",
  print_paper: "long",
  mail_paper: "long",
  paper_card: "desk",
  print_menu: "read",
  kept_papers: "read",
  find_paper: "read",
  show_kept_paper: "long",
  save_kept_paper: "long",
  open_kept_paper: "long",
  print_kept_paper: "long",
  bilan: "read",
  report: "read",
  settle_report: "write",
  report_year: "read",
  set_report_year: "write",
  report_dossiers: "read",
  report_data: "read",
  report_words: "read",
  set_report_words: "write",
  testimonies: "read",
  set_quoted: "write",
  withdraw_testimony: "write",
  funding: "read",
  set_funding: "write",
  export_report: "long",
  export_choices: "read",
  set_export_choice: "write",
  export_dossiers: "long",
  export_study: "long",
  access_journal: "read",
  export_journal: "long",
  retention_list: "read",
  archive_dossier: "write",
  extend_retention: "write",
  take_back_retention: "write",
  erasure_preview: "read",
  erase_dossier: "desk",
  erase_person: "desk",
  erasures: "read",
  person_held: "read",
  export_person: "long",
  verify: "read",
  copies: "read",
  copy_here: "long",
  copy_if_due: "long",
  finish_copies: "long",
  choose_copy_place: "desk",
  copy_outside: "long",
  read_copies: "long",
  compare_copy: "desk",
  look_at_copy: "desk",
  stop_looking: "desk",
  restore_copy: "desk",
  undo_restore: "desk",
  answer_doubts: "desk",
  bring_back_state: "desk",
  destroy_aside: "desk",
  register: "read",
  open_register: "long",
  register_rows: "read",
  set_register_columns: "desk",
  correct_register_cell: "desk",
  settle_register_line: "desk",
  close_register: "desk",
  take_over_register: "desk",
  undo_register: "desk",
  close_repaid_loans: "desk",
  undo_state: "desk",
  undo: "desk",
  redo: "desk",
  drafts: "desk",
  draft: "desk",
  keep_draft: "desk",
  drop_draft: "desk",
};
