// The fields of the assessment: one of each criterion and of each watch point,
// saved on being left; the criterion to assess next.

import type { AssessedCriterion, CriterionField, FieldKind, WatchPoint } from "../../ipc/types.ts";

export type Texts = Record<string, string>;

export const readingOf: Partial<Record<string, FieldKind>> = { checked_on: "date" };

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

/** The first criterion not assessed after this one, or from the start. */
export function nextToAssess(
  criteria: readonly Pick<AssessedCriterion, "key" | "assessed">[],
  from: string | null,
): string | null {
  const at = criteria.findIndex(({ key }) => key === from) + 1;
  const turned = [...criteria.slice(at), ...criteria.slice(0, at)];
  return turned.find(({ assessed }) => !assessed)?.key ?? null;
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
