// The fields of the assessment: one of each criterion and of each watch point,
// saved on being left; the criterion to assess next.

import type {
  AssessedCriterion,
  Check,
  CheckQuestion,
  Checks,
  CriterionField,
  FieldKind,
  WatchPoint,
} from "../../ipc/types.ts";

export type Texts = Record<string, string>;

export const readingOf: Partial<Record<string, FieldKind>> = { checked_on: "date", co_checked_on: "date" };

/** The name of a criterion's field on the page: `ground target_public`. */
export function nameOf(field: CriterionField, criterion: string): string {
  return `${field} ${criterion}`;
}

/** What fields hold of the criteria, by their name. */
export function criterionTexts(criteria: readonly AssessedCriterion[]): Texts {
  const texts = criteria.flatMap(({ key, finding, ground }) => [
    [nameOf("finding", key), finding.key],
    [nameOf("ground", key), ground],
  ]);
  return Object.fromEntries(texts);
}

/** The field and the criterion of a name. */
export function criterionOf(name: string): { field: CriterionField; criterion: string } {
  const [field, criterion] = name.split(" ");
  return { field: field === "ground" ? "ground" : "finding", criterion: criterion ?? "" };
}

/** The name of a question's field on the page: `answer licence_held`. */
export function answerName({ fact, of }: Pick<CheckQuestion, "fact" | "of">): string {
  return of === "applicant" ? `answer ${fact}` : `answer ${fact} ${of}`;
}

/** What is said of a check: nothing where its questions say it. */
export function told({
  state,
  sentence,
  questions,
}: Pick<Check, "state" | "sentence" | "questions">): string {
  return state.key === "to_verify" && questions.length > 0 ? "" : sentence;
}

interface Stop {
  name: string;
  open: boolean;
}

/** Everything to answer, then to assess, in the order of the page. */
function stops(
  checks: readonly Pick<Check, "questions">[],
  criteria: readonly Pick<AssessedCriterion, "key" | "assessed">[],
): Stop[] {
  const questions = checks.flatMap(({ questions }) =>
    questions.map((question) => ({ name: answerName(question), open: question.open })),
  );
  return [
    ...questions,
    ...criteria.map(({ key, assessed }) => ({ name: nameOf("finding", key), open: !assessed })),
  ];
}

/** The name of the first thing left to answer or to assess after this one, or from the start. */
export function nextToDo(
  checks: readonly Pick<Check, "questions">[],
  criteria: readonly Pick<AssessedCriterion, "key" | "assessed">[],
  from: string,
): string | null {
  const all = stops(checks, criteria);
  const here = from.startsWith("ground ") ? nameOf("finding", criterionOf(from).criterion) : from;
  const at = all.findIndex(({ name }) => name === here) + 1;
  const turned = [...all.slice(at), ...all.slice(0, at)];
  return turned.find(({ open }) => open)?.name ?? null;
}

/** The check whose row takes the place of this one, once its answer has taken it away. */
export function checkAfter(
  before: readonly Pick<Check, "key">[],
  after: readonly Pick<Check, "key">[],
  from: string,
): string | null {
  const at = before.findIndex(({ key }) => key === from);
  const near = [...before.slice(at + 1), ...before.slice(0, Math.max(at, 0)).reverse()];
  return near.find(({ key }) => after.some((check) => check.key === key))?.key ?? null;
}

/** The checks as they are now, each in the place it had. */
export function inPlace({ calling, settled }: Places, before: Places): Places {
  const now = [...calling, ...settled];
  const again = (checks: readonly Check[]) =>
    checks.flatMap(({ key }) => now.find((check) => check.key === key) ?? []);
  return { calling: again(before.calling), settled: again(before.settled) };
}

type Places = Pick<Checks, "calling" | "settled">;

/** The name of the row of a check on the page. */
export function rowName(check: string): string {
  return `check-${check}`;
}

type PointField = "risk" | "answer";

export function pointName(field: PointField, point: number): string {
  return `${field} ${point}`;
}

/** What fields hold of the watch points, by their name. */
export function pointTexts(points: readonly WatchPoint[]): Texts {
  const texts = points.flatMap(({ id, risk, answer }) => [
    [pointName("risk", id), risk],
    [pointName("answer", id), answer],
  ]);
  return Object.fromEntries(texts);
}

/** A watch point with one field changed, as the desk takes it. */
export function changedPoint(
  points: readonly WatchPoint[],
  name: string,
  value: string,
): { point: number; risk: string; answer: string } | null {
  const [field, id] = name.split(" ");
  const point = points.find((one) => one.id === Number(id));
  if (!point) return null;
  const { risk, answer } = point;
  return field === "risk"
    ? { point: point.id, risk: value, answer }
    : { point: point.id, risk, answer: value };
}
