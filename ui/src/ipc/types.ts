// Generated from the desk's table of calls: change it there.

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
  /** The frequency offered first. */
  usual_frequency: string;
  /** Advice for the adviser. */
  help: string | null;
  /** Whether the reste à vivre counts it. */
  counted: boolean;
};

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
  /** What is still owed, as fields show it. */
  outstanding: string;
  /** The month of the last payment, as fields show it. */
  ends: string;
};

/** A change of a budget line, as typed. */
export type BudgetLineChange = {
  /** The dossier. */
  dossier: number;
  /** The line. */
  line: number;
  /** Its kind. */
  entry: string;
  /** Free detail, printed with the label. */
  detail: string;
  /** The amount at its own frequency; needed. */
  amount: string;
  /** How often it comes. */
  frequency: string;
  /** How sure it is. */
  certainty: string;
  /** What is still owed, for a debt. */
  outstanding: string;
  /** The month of the last payment, for a debt. */
  ends: string;
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
  /** What the reste à vivre divides by. */
  shares_text: string;
  /** `Version 1, du 9 novembre 2026.` */
  sentence: string;
};

/** Something checked and found right. */
export type Checked = {
  /** What to say. */
  text: string;
};

/** One choice of a list. */
export type Choice = {
  /** Its key, sent back. */
  key: string;
  /** What people read. */
  label: string;
  /** The heading it stands under. */
  group: string | null;
};

/** Every list a form offers, retired entries left out. */
export type Choices = {
  /** By where the person came. */
  origins: Array<Choice>;
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
  /** Kinds of budget lines. */
  budget_entries: Array<BudgetEntry>;
};

/** A day: ISO, and as people write it. */
export type Day = {
  /** `2026-11-09`. */
  iso: string;
  /** As the place it is shown in writes it. */
  text: string;
};

/** A debt ratio with its working. */
export type DebtRatio = {
  /** `4,25 %`. */
  text: string;
  /** `85,00 ÷ 1 999,76`. */
  working: string;
};

/** The dossiers found. */
export type DossierList = {
  /** At most a hundred rows. */
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
  /** The amount wished for. */
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
  /** The amount wished for. */
  amount: Money | null;
  /** What is left to live on, a share a month, once there is a budget. */
  reste_a_vivre: Money | null;
  /** The day of the request. */
  received_on: Day;
  /** By where the person came. */
  origin: Choice;
  /** What fields hold of the person. */
  person: PersonFields;
  /** What fields hold of the request. */
  request: RequestFields;
  /** Who lives on the budget. */
  household: Household;
  /** The rooms of the dossier. */
  rooms: Array<Room>;
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
};

/** What the caller does about a failure. */
export type FailureKind = "refused" | "gone" | "locked" | "wrong_secret" | "damaged" | "too_new" | "disk_full" | "busy" | "cancelled" | "broken";

/** The kind of a field that is read as it is left. */
export type FieldKind = "amount" | "date" | "next_date" | "month" | "phone" | "email" | "postal_code";

/** The forms that keep drafts. */
export type FormKey = "new_request" | "person" | "request" | "member" | "budget_line";

/** Who lives on the budget. */
export type Household = {
  /** Everyone, the applicant first. */
  members: Array<Member>;
  /** The divisor: `3` or `2,5`. */
  shares_text: string;
  /** `3 personnes comptées dans le reste à vivre`. */
  sentence: string;
};

/** One form left in the middle. */
export type LeftForm = {
  /** Its dossier, if it has one. */
  dossier: number | null;
  /** The form. */
  form: FormKey;
  /** Which form it is, in words: `Budget, Sonia Delmas`. */
  title: string;
  /** When it was kept, in UTC. */
  kept_at: string;
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

/** An amount: whole cents, and as it is written. */
export type Money = {
  /** Whole cents. */
  cents: number;
  /** `1 234,56 €`. */
  text: string;
};

/** A budget line as typed. */
export type NewBudgetLine = {
  /** The dossier. */
  dossier: number;
  /** Its kind. */
  entry: string;
  /** Free detail, printed with the label. */
  detail: string;
  /** The amount at its own frequency; needed. */
  amount: string;
  /** How often it comes. */
  frequency: string;
  /** How sure it is. */
  certainty: string;
  /** What is still owed, for a debt. */
  outstanding: string;
  /** The month of the last payment, for a debt. */
  ends: string;
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

/** What the first contact tells, as typed. */
export type NewRequest = {
  /** Name; needed. */
  last_name: string;
  /** First name. */
  first_name: string;
  /** By where the person came; needed. */
  origin: string;
  /** Telephone. */
  phone: string;
  /** E-mail address. */
  email: string;
  /** The project in a line; needed. */
  project: string;
  /** What the loan would finance; empty while it is to be settled. */
  purpose: string;
  /** The amount wished for. */
  amount: string;
  /** The day of the contact; today when empty. */
  received_on: string;
  /** The next date; in as many days as the office's rule when empty. */
  next_date: string;
};

/** The next date of a dossier. */
export type Next = {
  /** The date. */
  date: Day | null;
  /** What is to be done then. */
  what: string;
  /** What it means today. */
  meaning: Meaning;
};

/** An input or an output with nothing in it. */
export type Nothing = Record<symbol, never>;

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

/** Whether there is an office, and whether it is open. */
export type OfficeState = "none" | "locked" | "open";

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
  /** What references start with today. */
  reference_prefix: string;
  /** The least number of figures today. */
  reference_width: number;
  /** The reference the next request of today would have. */
  next_reference: string;
  /** A change of numbering that waits for its day, in a sentence. */
  numbering_to_come: string | null;
  /** Days from a request to its next date when none was chosen. */
  first_next_date_days: number;
};

/** Which line of a budget. */
export type OneBudgetLine = {
  /** The dossier. */
  dossier: number;
  /** The line. */
  line: number;
};

/** Which dossier. */
export type OneDossier = {
  /** Its number. */
  dossier: number;
};

/** Which form. */
export type OneForm = {
  /** Its dossier, if it has one. */
  dossier: number | null;
  /** The form. */
  form: FormKey;
};

/** Which line of the household. */
export type OneMember = {
  /** The dossier. */
  dossier: number;
  /** The line. */
  member: number;
};

/** Which paper of which dossier. */
export type OnePaper = {
  /** The dossier. */
  dossier: number;
  /** The paper's key. */
  paper: string;
};

/** Which dossier, by its reference. */
export type OneReference = {
  /** The reference, as printed: `2026-001`. */
  reference: string;
};

/** The office, open. */
export type Opened = {
  /** The CCAS. */
  office: string;
  /** The adviser. */
  advisor: string;
  /** What was repaired while opening, said once. */
  told: Array<string>;
};

/** A paper and whether it can leave. */
export type PaperCard = {
  /** Its key. */
  key: string;
  /** What people read. */
  title: string;
  /** Whether it can be printed. */
  ready: boolean;
  /** Its state, in a few words. */
  state: string;
  /** What it will say it lacks. */
  missing: Array<string>;
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
  /** What it says it lacks. */
  missing: Array<string>;
};

/** Which page of a paper, how wide. */
export type PaperPage = {
  /** The dossier. */
  dossier: number;
  /** The paper's key. */
  paper: string;
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
};

/** A paper of the register. */
export type PaperTitle = {
  /** Its key. */
  key: string;
  /** What people read. */
  title: string;
};

/** A paper and the file chosen for it. */
export type PaperToFile = {
  /** The dossier. */
  dossier: number;
  /** The paper's key. */
  paper: string;
  /** The handle of the chosen file. */
  file: string;
};

/** The papers of a dossier. */
export type Papers = {
  /** In the order of menus. */
  papers: Array<PaperCard>;
};

/** One field of the person as typed. */
export type PersonChange = {
  /** The dossier. */
  dossier: number;
  /** The field. */
  field: PersonField;
  /** As typed; empty is not known. */
  value: string;
};

/** A field of the person. */
export type PersonField = "title" | "last_name" | "birth_name" | "first_name" | "born_on" | "birth_place" | "phone" | "email" | "address" | "postal_code" | "commune" | "family_situation" | "housing" | "employment" | "occupation";

/** The person as fields hold it: empty is not known. */
export type PersonFields = { title: string, last_name: string, birth_name: string, first_name: string, born_on: string, birth_place: string, phone: string, email: string, address: string, postal_code: string, commune: string, family_situation: string, housing: string, employment: string, occupation: string;
};

/** The recovery code, shown this once. */
export type PreparedOffice = {
  /** Eight groups of four characters. */
  recovery_code: string[];
  /** The two groups asked back, 1 to 8. */
  asked: number[];
};

/** A field rewritten as people write it. */
export type ReadField = {
  /** `1 200,50`, `03/12/2026`, `06 39 98 20 61`; empty when nothing was typed. */
  text: string;
  /** The day, for a date. */
  iso: string | null;
};

/** Every paper Étrier can print. */
export type Register = {
  /** In the order of menus. */
  papers: Array<PaperTitle>;
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
export type RequestField = "origin" | "project" | "purpose" | "amount" | "received_on" | "next_date" | "next_what";

/** The request as fields hold it. */
export type RequestFields = { origin: string, project: string, purpose: string, amount: string, received_on: string, next_date: string, next_what: string;
};

/** A room of the dossier and whether it has what papers need of it. */
export type Room = {
  /** Which one. */
  key: RoomKey;
  /** Its name. */
  title: string;
  /** Whether nothing is missing there. */
  complete: boolean;
};

/** The rooms of a dossier that exist. */
export type RoomKey = "person" | "budget" | "documents";

/** What is looked for. */
export type Search = {
  /** Any words, accents or not; everything when empty. */
  search: string;
  /** How many rows to pass over. */
  offset: number;
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
  /** What prevents the office from opening, with what to do. */
  has_problem: string | null;
};

/** A recovery code as typed. */
export type TypedCode = {
  /** As typed: spaces, dashes and small letters do not matter. */
  code: string;
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
  /** The form. */
  form: FormKey;
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

/** A passphrase as typed. */
export type TypedPassphrase = {
  /** As typed. */
  passphrase: string;
};

/** What undo and redo would do. */
export type UndoState = {
  /** The last action, in a sentence. */
  undo: string | null;
  /** Its dossier. */
  undo_dossier: number | null;
  /** What was just undone, in a sentence. */
  redo: string | null;
};

/** What was undone or done again. */
export type Undone = {
  /** What happened, in a sentence. */
  sentence: string;
  /** The dossier it was about, while it exists. */
  dossier: number | null;
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

/** How good a passphrase is. */
export type Weighed = {
  /** Whether it is accepted. */
  enough: boolean;
  /** 0 to 4. */
  strength: number;
  /** What to say. */
  text: string;
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

/** The kinds of calls. */
export type Kind = "pure" | "read" | "write" | "desk" | "long";

/** Every call: what it takes and what it gives. */
export interface Calls {
  /** Says whether the office exists, is locked or is open. */
  status: { input: Nothing; output: Status };
  /** Draws a recovery code for a new office and says which groups will be asked back. */
  prepare_office: { input: Nothing; output: PreparedOffice };
  /** Checks one group of the recovery code copied by hand. */
  check_recovery_group: { input: TypedGroup; output: Checked };
  /** Checks the names, address and telephone of an office about to be created. */
  check_office: { input: OfficeFields; output: Checked };
  /** Weighs a passphrase as it is typed. */
  weigh_passphrase: { input: TypedPassphrase; output: Weighed };
  /** Creates the office once its recovery code was copied. */
  create_office: { input: NewOffice; output: Opened };
  /** Opens the office with the passphrase. */
  unlock: { input: TypedPassphrase; output: Opened };
  /** Opens the office with the recovery code. */
  unlock_with_code: { input: TypedCode; output: Opened };
  /** Closes the office; what was typed stays in its drafts. */
  lock: { input: Nothing; output: Nothing };
  /** Reads a field as typed and writes it properly. */
  read_field: { input: TypedField; output: ReadField };
  /** Shows the office, its adviser and its numbering. */
  office: { input: Nothing; output: OfficeView };
  /** Corrects the office's names, address and telephone. */
  describe_office: { input: OfficeFields; output: OfficeView };
  /** Changes how references are written, from a date. */
  change_numbering: { input: NewNumbering; output: OfficeView };
  /** Gives every list a form offers. */
  choices: { input: Nothing; output: Choices };
  /** Finds dossiers by any word of them, the most pressing first. */
  dossiers: { input: Search; output: DossierList };
  /** Records a request and opens its dossier. */
  record_request: { input: NewRequest; output: DossierView };
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
  /** Shows the budget, its totals and its reste à vivre with the working. */
  budget: { input: OneDossier; output: BudgetView };
  /** Adds a line to the budget. */
  add_budget_line: { input: NewBudgetLine; output: BudgetView };
  /** Changes a line of the budget. */
  change_budget_line: { input: BudgetLineChange; output: BudgetView };
  /** Takes a line out of the budget. */
  remove_budget_line: { input: OneBudgetLine; output: BudgetView };
  /** Lists every paper Étrier can print. */
  paper_register: { input: Nothing; output: Register };
  /** Lists the papers of a dossier and what each one lacks. */
  papers: { input: OneDossier; output: Papers };
  /** Draws a paper to be seen: its pages, their text, what it lacks. */
  draw_paper: { input: OnePaper; output: PaperDrawn };
  /** Saves a paper as PDF where the adviser chose. */
  save_paper: { input: PaperToFile; output: PaperSaved };
  /** Opens a paper in the system's viewer. */
  open_paper: { input: OnePaper; output: PaperSaved };
  /** Checks the whole vault: files, rows, search, journal. */
  verify: { input: Nothing; output: Verified };
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
  check_office: "pure",
  weigh_passphrase: "pure",
  create_office: "desk",
  unlock: "desk",
  unlock_with_code: "desk",
  lock: "desk",
  read_field: "pure",
  office: "read",
  describe_office: "write",
  change_numbering: "write",
  choices: "read",
  dossiers: "read",
  record_request: "write",
  dossier: "read",
  dossier_of: "read",
  change_person: "write",
  change_request: "write",
  add_member: "write",
  change_member: "write",
  remove_member: "write",
  budget: "read",
  add_budget_line: "write",
  change_budget_line: "write",
  remove_budget_line: "write",
  paper_register: "pure",
  papers: "read",
  draw_paper: "long",
  save_paper: "long",
  open_paper: "long",
  verify: "read",
  undo_state: "desk",
  undo: "desk",
  redo: "desk",
  drafts: "desk",
  draft: "desk",
  keep_draft: "desk",
  drop_draft: "desk",
};
